"""Facts on one line, between semicolons, dashes or commas: *Soepbar; trekker OCMW, met Okra; tegen mei 2027; stand: loopt*."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from elzctl.intake import who
from elzctl.intake.nobody import is_nobody
from elzctl.intake.plan.behind import LABELS, LONGEST, apart, counts, fact_in
from elzctl.intake.plan.status_label import nearly, word
from elzctl.intake.plan.table_times import is_when
from elzctl.intake.plan.tables import column_label
from elzctl.intake.plan.times import period_in
from elzctl.intake.plan.words import Label
from elzctl.record import NamedTuple

FEWEST = 2
"""Facts on a line; one alone may be a part of a title."""
MOST_WORDS = 4
"""Words of a label."""
_TOP = re.compile(r"\A")
_SIGN = re.compile(r"\s*;\s*|\s+[–—-]\s+|\s*,\s+")
_LABEL = re.compile(r"(?P<label>[^\W\d_][\w’'/ ]{1,30}?)\s*:\s+(?=\S)")
_WORD = re.compile(r"\S+\s+")
_COUNTED = (Label.INDICATORS, Label.OUTPUT, Label.BUDGET)


class Part(NamedTuple):
    """A fact: its label, the words of that as typed, and where in the line the part and its value begin and end."""

    label: Label
    title: str
    at: int
    start: int
    end: int


class Line(NamedTuple):
    """Where the title of a line ends, and the facts behind it."""

    end: int
    parts: tuple[Part, ...]


def line(text: str) -> Line | None:
    """The title and the facts of a line, ``None`` when it does not tell so many."""
    signs = list(_SIGN.finditer(text)) if len(text) <= LONGEST else []
    first = next((at for at in range(len(signs)) if _begins(text, signs, at)), None)
    if first is None or not text[: signs[first].start()].strip() or _at(text, [*_TOP.finditer(text), *signs], 0):
        return None
    found = _parts(text, signs[first:])
    return Line(signs[first].start(), found) if found is not None else None


def _begins(text: str, signs: list[re.Match[str]], at: int) -> bool:
    """True where the facts of a line may begin: behind a comma only with who leads."""
    part = _at(text, signs, at)
    return part is not None and ("," not in signs[at][0] or (part.label is Label.LEAD and bool(part.title)))


def in_brackets(text: str) -> tuple[Part, ...]:
    """The facts that a text between brackets tells, when it tells nothing else."""
    signs = [*_TOP.finditer(text), *_SIGN.finditer(text)]
    return (_parts(text, signs) or ()) if len(text) <= LONGEST and _at(text, signs, 0) is not None else ()


def split(text: str, part: Part) -> Iterator[tuple[Label, str, int, int]]:
    """A fact with those in its value that have no label: *trekker OCMW met Okra*; each with where its value begins and ends."""
    value = text[part.start : part.end]
    end, facts = apart(value, part.label) if part.label in LABELS else (len(value), ())
    yield part.label, part.title, part.start, part.start + end
    yield from ((one.label, one.title, part.start + one.start, part.start + one.end) for one in facts)


def _parts(text: str, signs: list[re.Match[str]]) -> tuple[Part, ...] | None:
    """The facts behind these signs: what is none belongs to the names or the sentence before it, or is a text."""
    found: list[Part] = []
    for at, sign in enumerate(signs):
        part = _at(text, signs, at)
        end = signs[at + 1].start() if at + 1 < len(signs) else len(text)
        if part is not None:
            found.append(part)
        elif found and ("," in sign[0] or found[-1].label in (Label.STATUS, *_COUNTED)):
            found[-1] = found[-1]._replace(end=end)
        else:
            found.append(Part(Label.INTRO, "", sign.end(), sign.end(), end))
    return tuple(found) if len({one.label for one in found} - {Label.INTRO}) >= FEWEST else None


def _at(text: str, signs: list[re.Match[str]], at: int) -> Part | None:
    """The fact that begins behind a sign; one behind a comma must fit without a colon too."""
    start = signs[at].end()
    end = signs[at + 1].start() if at + 1 < len(signs) else len(text)
    words = text[start:end].rstrip(" .")
    match = _LABEL.match(words)
    if match is not None:
        label = _label(match["label"], words[match.end() :])
        return Part(label, match["label"].strip(), start, start + match.end(), end) if label in _FITS else None
    fact = fact_in(words)
    if fact is not None and fact.label is not Label.STATUS:
        return Part(fact.label, fact.title, start, start + fact.start, end)
    if any(period_in(words)):
        return Part(Label.TIMING, "", start, start, end)
    for place in [one.end() for one in _WORD.finditer(words)][:MOST_WORDS]:
        title, value = words[:place].strip(), words[place:]
        label = _label(title, value)
        if label in _FITS and title == title.lower() and _FITS[label](value):
            return Part(label, title, start, start + place, end)
    return None


def _label(title: str, value: str) -> Label:
    return Label.INDICATORS if counts(title, value) else column_label(title) or Label.OTHER


def _are_called(value: str) -> bool:
    """True for names with capitals."""
    names = who.names(value)
    return bool(names) and not who.remainder(value, names) and all(_is_called(name) for name in names)


def _is_called(name: str) -> bool:
    return name != name.lower() and not name[:1].isdigit() and not is_nobody(name)


def _is_state(value: str) -> bool:
    return word(value) is not None or nearly(value) is not None


def _has_number(value: str) -> bool:
    return any(map(str.isdigit, value))


_FITS: dict[Label, Callable[[str], bool]] = {
    Label.LEAD: _are_called,
    Label.LEAD_ASKED: _are_called,
    Label.PARTNERS: _are_called,
    Label.WITH_WHOM: _are_called,
    Label.TIMING: is_when,
    Label.START: is_when,
    Label.DUE: is_when,
    Label.STATUS: _is_state,
    Label.INDICATORS: _has_number,
    Label.OUTPUT: _has_number,
    Label.BUDGET: _has_number,
}
"""What must stand behind a label without a colon."""
