"""Labels with a colon in a line: what they are about, and where their values begin."""

from __future__ import annotations

import re
from collections.abc import Iterator

from elzctl.intake import persons
from elzctl.intake.minutes.promising import VERBS
from elzctl.intake.minutes.words import PEOPLE, label_kind, plain
from elzctl.intake.paper import Block

MOMENTS = frozenset({"date", "when", "where", "hours", "start", "end"})
HEADED = MOMENTS | PEOPLE | {"place", "title", "speaker", "state", "next", "agenda", "attachments", "was"}
_ABOVE = dict.fromkeys(
    (
        *("organisaties", "partnerorganisaties", "vertegenwoordigde organisaties", "organisaties aanwezig"),
        *("aanwezige diensten", "organisations", "organizations", "organisations present"),
    ),
    "present",
)
_WITH_SO_MANY = re.compile(
    r"(?i)\W*(?:we|wij) (?:waren|zijn)(?: er)? (?:vandaag )?met (?:ons |z'n )?(?:\d{1,3}|[a-zëé]+)\s*\Z"
)
_COLON = re.compile(r"\s*(?::|\?:?)(?=\s|\Z|[A-Z0-9À-Þ])")


def is_next(label: str) -> bool:
    """True for a label of the next meeting; *Volgende* alone is one before a colon, and no heading of a section."""
    return label_kind(label) == "next" or is_bare_next(label)


def is_bare_next(label: str) -> bool:
    """True for *Volgende* alone, which may be of something else."""
    return plain(label) in ("volgende", "volgend", "next")


def head_kind(text: str) -> str:
    """What a label above the agenda is about; *Organisaties:* and *We waren met acht:* stand before those that were there."""
    if is_next(text):
        return "next"
    return label_kind(text) or _ABOVE.get(plain(text), "") or ("present" if _WITH_SO_MANY.match(text) else "")


def labels(text: str) -> Iterator[tuple[int, int, str]]:
    """Where labels with a colon begin, where their values do, and what they are about."""
    end = 0
    for colon in _COLON.finditer(text):
        before = text[end : colon.start()]
        words = list(re.finditer(r"\S+", before))
        for count in range(min(8, len(words)), 0, -1):
            start = words[-count].start()
            label = before[start:]
            kind = head_kind(label)
            first = end + start
            is_own = not before[:start].strip() or (
                label[:1].isupper() and not re.search(r"(?:van|de|het|the)\s+\Z", before[:start])
            )
            is_own = is_own or (kind in MOMENTS and re.search(r"[;|]\s*\Z", before[:start]) is not None)
            if kind == "minutes" and not _by_person(text[colon.end() :]):
                kind = ""
            if kind in {*HEADED, "minutes"} and is_own:
                yield first, colon.end(), kind
                end = colon.end()
                break


def is_labelled(text: str) -> bool:
    """True for a label with its value: ``Voorzitter: Voornaam``."""
    first = next(labels(text), None)
    return first is not None and not first[0] and bool(text[first[1] :].strip())


def is_asked(kind: str, label: Block, value: str, *, noted: bool) -> bool:
    """True for a question or a task in the notes: ``zaal? Logo vraagt na``.  *noted*: the day is known, and text stands above."""
    if kind not in {*MOMENTS, "place"}:
        return False
    is_clause = kind == "place" and any(word in VERBS for word in value.split()[1:])
    return is_clause or (label.depth > 1 and noted) or (label.depth > 0 and not value and "?" in label.text)


def tells_moment(block: Block) -> bool:
    """True for a paragraph that has the day, the hours or the place behind a label of its own, or is such a label."""
    told = {*MOMENTS, "place"}
    return label_kind(block.text) in told or any(
        kind in told and not first and block.text[end:].strip() for first, end, kind in labels(block.text)
    )


def _by_person(value: str) -> bool:
    """True when *Verslag:* is followed by who made it."""
    return len(value.strip()) <= 60 and persons.may_be_person(re.split(r"[(,–-]", value.strip())[0])
