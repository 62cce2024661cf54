"""Files while they are made, and their text: keys in our order, values that read back the same, sections under headings."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import TypeAlias

from elzctl.edit import scalar
from elzctl.terms import Part, Tongue

Value: TypeAlias = "str | Sequence[Value] | Mapping[str, Value]"

KEYS = (
    *(
        "number",
        "title",
        "status",
        "lead",
        "role",
        "partners",
        "target_groups",
        "themes",
        "start",
        "due",
        "steps",
        "indicators",
    ),
    *("no_evaluation", "reason", "decision", "since", "into", "condition", "updates"),
)
SECTIONS = {
    Tongue.NL: {
        Part.WHY: "## Waarom?",
        Part.FOR_WHOM: "## Voor wie?",
        Part.WHAT: "## Wat?",
        Part.DO: "### Wat doen we wel?",
        Part.DO_NOT: "### Wat doen we niet?",
        Part.WITH_WHOM: "## Met wie?",
        Part.HOW: "## Hoe?",
        Part.EVALUATION: "## Evaluatie",
    },
    Tongue.EN: {
        Part.WHY: "## Why?",
        Part.FOR_WHOM: "## For whom?",
        Part.WHAT: "## What?",
        Part.DO: "### What do we do?",
        Part.DO_NOT: "### What do we not do?",
        Part.WITH_WHOM: "## With whom?",
        Part.HOW: "## How?",
        Part.EVALUATION: "## Evaluation",
    },
}
_CODE = r"[\w][\w ./()&+-]{0,40}"
_SCOPE = (Part.DO, Part.DO_NOT)


class Draft:
    """A fiche: values by key, Markdown by section in the order of the document, and what stands before the first."""

    def __init__(self, path: str) -> None:
        """*path* is that of its file; ``there`` are the sections that the document itself has, ``code`` is what it calls the action."""
        self.path = path
        self.code = ""
        self.values: dict[str, Value] = {}
        self.intro: list[str] = []
        self.sections: dict[Part, list[str]] = {}
        self.there: frozenset[Part] = frozenset()
        self._given: dict[str, tuple[tuple[str, ...], dict[str, None]]] = {}

    def add(self, part: Part | None, text: str) -> None:
        """Puts Markdown at the end of a section, which is there from now on even when the text is empty."""
        place = self.intro if part is None else self.sections.setdefault(part, [])
        if text.strip():
            place.append(text.strip("\n"))

    def with_ids(self, key: str, ids: Sequence[str]) -> tuple[str, ...]:
        """The ids behind a key with these after them, each once."""
        before = self.values.get(key, ())
        last, known = self._given.get(key, ((), {}))
        if last is not before:
            known = dict.fromkeys(map(str, before) if isinstance(before, tuple) else ())
        known.update(dict.fromkeys(ids))
        made = tuple(known)
        self._given[key] = made, known
        return made

    def text(self, tongue: Tongue) -> str:
        """The whole file."""
        lines = "".join(yaml(key, self.values[key]) for key in KEYS if self.values.get(key))
        lines = with_code(lines, self.code)
        blocks = [*self.intro, *self._sections(tongue)]
        return f"---\n{lines}---\n" + "".join(f"\n{block}\n" for block in blocks)

    def _sections(self, tongue: Tongue) -> list[str]:
        parts = [part for part in self.sections if part not in _SCOPE]
        if Part.WHAT not in parts and any(part in self.sections for part in _SCOPE):
            first = list(self.sections).index(next(part for part in self.sections if part in _SCOPE))
            before = [part for part in list(self.sections)[:first] if part not in _SCOPE]
            parts.insert(len(before), Part.WHAT)
        found: list[str] = []
        for part in parts:
            found += [SECTIONS[tongue][part], *self.sections.get(part, [])]
            for below in _SCOPE if part is Part.WHAT else ():
                if below in self.sections:
                    found += [SECTIONS[tongue][below], *self.sections[below]]
        return found


def with_code(lines: str, code: str) -> str:
    """The lines with a comment behind the first ``number``: what the document calls it."""
    return re.sub(r"(?m)^(\s*number: .*)$", rf"\1  # {code}", lines, count=1) if re.fullmatch(_CODE, code) else lines


def yaml(key: str, value: Value, indent: str = "") -> str:
    """A key with its value, as one line, or as a line for each item of a list of records."""
    if isinstance(value, str) and "\n" in value:
        return f"{indent}{key}: |\n" + "".join(
            f"{indent}  {line}".rstrip() + "\n" for line in value.strip("\n").split("\n")
        )
    if isinstance(value, str):
        return f"{indent}{key}: {scalar(value)}\n"
    if isinstance(value, Mapping) or not any(isinstance(item, Mapping) for item in value):
        return f"{indent}{key}: {flow(value)}\n"
    return f"{indent}{key}:\n" + "".join(f"{indent}  - {flow(item)}\n" for item in value)


def flow(value: Value) -> str:
    """A value between other signs on a line; what is empty in a record is left out."""
    if isinstance(value, str):
        return scalar(value, flow=True)
    if isinstance(value, Mapping):
        return f"{{{', '.join(f'{key}: {flow(one)}' for key, one in value.items() if one)}}}"
    return f"[{', '.join(map(flow, value))}]"
