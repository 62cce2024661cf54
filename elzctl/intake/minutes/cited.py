"""References to meetings that came in together: each document was read before the plan had the others."""

from __future__ import annotations

import re
from collections.abc import Mapping

from elzctl.intake.minutes.linked import Printed
from elzctl.intake.written import inline
from elzctl.load import MEETINGS
from elzctl.model import Plan

_FEWEST = 3  # words of a printed reference: a title and a day
_HEAD = re.compile(r"---\n.*?\n---\n", re.DOTALL)


def cited(files: Mapping[str, str], plan: Plan, before: Plan | None) -> Mapping[str, str]:
    """The files with ``[[references]]`` for what is printed for meetings, and what was noted there, that only *plan* has."""
    known = frozenset(one.id for one in before.meetings) if before is not None else frozenset()
    new = frozenset(one.id for one in plan.meetings) - known
    names: dict[str, str] = {}
    for dutch in (True, False):
        for words, id_ in Printed(plan, dutch=dutch).references.items():
            if id_.partition("/")[0] in new and len(words.split()) > _FEWEST:
                names |= {words: id_, inline(words): id_}
    if not names:
        return files
    pattern = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, sorted(names, key=len, reverse=True)))})(?!\w)")
    return {path: _cited(path, text, pattern, names) for path, text in files.items()}


def _cited(path: str, text: str, pattern: re.Pattern[str], names: Mapping[str, str]) -> str:
    """The text of one file; a meeting does not refer to itself."""
    own = path.removeprefix(f"{MEETINGS}/").removesuffix(".md")
    head = _HEAD.match(text)
    if not path.startswith(f"{MEETINGS}/") or head is None:
        return text

    def link(found: re.Match[str]) -> str:
        id_ = names[found[0]]
        return found[0] if id_ == own else f"[[{id_}]]"

    return head[0] + pattern.sub(link, text[head.end() :])
