"""What a document says that its codes for states mean: *OK = gedaan, B = bezig, NG = niet gestart*, as a line, a list or a table."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType

from elzctl.intake.paper import Block
from elzctl.intake.plan.status_label import nearly, says_no_more, word
from elzctl.intake.plan.tables import tables
from elzctl.intake.plan.words import plain
from elzctl.terms import Status

FEWEST = 2
LONGEST = 400
"""Characters of a line that may be a legend."""
_COLOUR = r"(?:(?:donker|licht)?(?:groen|oranje|rood|geel|blauw|grijs|wit|zwart|paars)|green|orange|red|yellow|blue|grey|gray|amber|white)"
_CODE = rf"(?:[A-Z]{{1,3}}|[0-9]|(?i:{_COLOUR}|ok)|[+]{{1,3}}|[-–]{{1,3}}|[±✓✔✗✘○◐●◑■□▲▼→])"
_MEANS = r"(?:\s*(?:=|:|→)\s*|\s+(?:betekent|betekenen|staat voor|wil zeggen|duidt op|voor|means|stands for|dat|that|[-–—])\s+|\s*\()"
_PAIR = re.compile(
    rf"(?<![\w.])(?P<code>{_CODE}){_MEANS}(?P<said>[^,;=()\n]{{2,40}}?)\)?(?=\s*(?:[,;.]|\Z|\s(?:en|and|of|or)\s+{_CODE}{_MEANS}))"
)
# Words around a state in a legend: *dat we bezig zijn*, *de actie is afgerond*.
_BEFORE = re.compile(
    r"(?i)\A(?:dat |that |als |wanneer |voor )?(?:(?:het|we|wij|ze|dit|de actie|deze actie|een actie|actie|acties|it|the action|we)\s+)?(?:(?:is|zijn|wordt|are)\s+)?"
)
_BEHIND = re.compile(r"(?i)\s+(?:is|zijn|wordt|worden|are|acties?|actions?)\Z")


def legend(blocks: Sequence[Block]) -> Mapping[str, Status]:
    """The states that codes stand for, by the code in small letters; nothing when no legend names two."""
    found: dict[str, set[Status | None]] = {}
    for pairs in _legends(blocks):
        read = [(code.lower(), _state(said)) for code, said in pairs]
        if len({code for code, state in read if state is not None}) >= FEWEST:
            for code, state in read:
                found.setdefault(code, set()).add(state)
    clear = {code: next(iter(states)) for code, states in found.items() if len(states) == 1}
    return MappingProxyType({code: state for code, state in clear.items() if state is not None})


def meant(text: str, known: Mapping[str, Status]) -> Status | None:
    """The state that a code and nothing else stands for."""
    return known.get(text.strip(" .()[]").lower())


def is_legend(text: str, known: Mapping[str, Status]) -> bool:
    """True for a line that tells what codes mean that are *known* from it."""
    codes = [code.lower() for code, _ in _pairs(text)]
    return len(codes) >= FEWEST and all(code in known for code in codes)


def _legends(blocks: Sequence[Block]) -> Iterator[list[tuple[str, str]]]:
    """Codes with what is said of each: of a line, of lines below each other, of a table with two columns."""
    yield from (_pairs(block.text) for block in blocks if block.cell is None)
    run: list[tuple[str, str]] = []
    for block in blocks:
        one = _entry(block.text) if block.cell is None else None
        if one is None:
            yield run
            run = []
        else:
            run.append(one)
    yield run
    for rows in tables(blocks).values():
        cells = [[" ".join(block.text for block in row[at]).strip() for at in sorted(row)] for row in rows.values()]
        whole = [row for row in cells if len(row) == 2 and re.fullmatch(_CODE, row[0])]
        if len(whole) >= len(cells) - 1:
            yield [(row[0], row[1]) for row in whole]


def _pairs(text: str) -> list[tuple[str, str]]:
    return [(one["code"], one["said"]) for one in _PAIR.finditer(text)] if len(text) <= LONGEST else []


def _entry(text: str) -> tuple[str, str] | None:
    """The code with which a line begins, and what it says."""
    match = re.fullmatch(rf"\W?(?P<code>{_CODE}){_MEANS}(?P<said>[^=()\n]{{2,60}}?)\)?[.;,]?\s*", text.strip())
    return (match["code"], match["said"]) if match is not None else None


def _state(said: str) -> Status | None:
    """The state that is said, whatever verb stands around it."""
    for words in (said, _BEHIND.sub("", _BEFORE.sub("", said.strip(" .")))):
        if says_no_more(words) and word(words) is not None:
            return word(words)
    found = nearly(_BEFORE.sub("", said))
    return found if found is not None and len(plain(said).split()) <= 3 else None
