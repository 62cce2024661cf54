"""Headings with numbers that count on: which of the numbered paragraphs of a document are its items."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from typing import TypeAlias

from elzctl.intake.minutes.labels import labels
from elzctl.intake.minutes.parts import Numbered, Part, Table, is_capitals, is_strong, numbered
from elzctl.intake.minutes.words import label_kind
from elzctl.intake.paper import Block

_Look: TypeAlias = tuple[str, bool, bool]
"""How a number is made: its sign, whether it is bold, and whether it stands in a list inside another."""


def chain_of(parts: Sequence[Part], numbers: Mapping[int, Numbered]) -> tuple[int, ...]:
    """The places of headings that count from 1, or from the first one on; the longest that have something under them."""
    alike: dict[tuple[int, _Look], list[int]] = {}
    for at in sorted(numbers):
        alike.setdefault((numbers[at].number[0], _look(parts[at], numbers[at])), []).append(at)
    best: tuple[int, ...] = ()
    best_score = (0, 0)
    for start, number in numbers.items():
        if number.number[0] > 2:
            continue
        chain = _from(start, _look(parts[start], number), numbers, alike)
        score = (sum(_has_own(at, parts, numbers) for at in chain), len(chain))
        if score > best_score and score[0] * 2 >= len(chain):
            best, best_score = chain, score
    return best


def _from(
    start: int, look: _Look, numbers: Mapping[int, Numbered], alike: Mapping[tuple[int, _Look], Sequence[int]]
) -> tuple[int, ...]:
    """The chain that begins there: each next number in the same make, before one that begins anew counts on."""
    chain = [start]
    while True:
        places = alike.get((numbers[chain[-1]].number[0] + 1, look), ())
        behind = range(bisect_right(places, chain[-1]), len(places))
        if not behind:
            return tuple(chain)
        loose = (places[n] for n in behind if places[n] - 1 == chain[-1] or not _counts_on(places[n], numbers))
        chain.append(next(loose, places[behind[0]]))


def _counts_on(at: int, numbers: Mapping[int, Numbered]) -> bool:
    """True for an item of a list: the one right before it has the number before."""
    return at - 1 in numbers and numbers[at - 1].number[0] == numbers[at].number[0] - 1


def _look(part: Part, number: Numbered) -> _Look:
    assert isinstance(part, Block)
    return number.sign, is_strong(part), bool(part.depth > 1)


def _has_own(at: int, parts: Sequence[Part], numbers: Mapping[int, Numbered]) -> bool:
    """True when something stands under it that is no such heading itself."""
    return at + 1 < len(parts) and at + 1 not in numbers


def is_only_item(parts: Sequence[Part], chain: Sequence[int]) -> bool:
    """True for the one short numbered line of a document, when a paragraph stands under it."""
    if len(chain) != 1 or chain[0] + 1 >= len(parts):
        return False
    one, below = parts[chain[0]], parts[chain[0] + 1]
    if not isinstance(one, Block) or not isinstance(below, Block) or below.depth or not one.gap:
        return False
    return len(one.text) <= _LONGEST_ALONE and not re.search(r"[.:;,]\Z", one.text)


_LONGEST_ALONE = 60
_LONGEST_BULLET = 80
_SAYS = re.compile(r"[a-zà-ÿ0-9)”\"][.!?](?:\s|\Z)|\A\s*(?:→|➔|=>|-{1,2}>)")


def bulleted(parts: Sequence[Part]) -> tuple[int, ...]:
    """The places of headings that have the dash or star of a list: from the first one on, each stands alone above a text."""
    found: list[int] = []
    signs: set[str] = set()
    for at, part in enumerate(parts):
        if not isinstance(part, Block) or part.depth != 1 or part.check is not None:
            continue
        sign = part.marker.strip()
        if _is_heading(part) and at + 1 < len(parts) and _is_text(parts[at + 1]):
            found.append(at)
            signs.add(sign)
        elif found and sign in signs:
            return ()
    return tuple(found) if len(found) > 1 and len(signs) == 1 else ()


# How a heading may stand alone on a line, without a style, a number or bold letters.
_ALONE = (
    re.compile(r"(?P<sign>[*=_~#+-]{1,5}) ?\w.{1,76}\w\W? ?(?P=sign)"),
    re.compile(
        r"(?:[01]?\d|2[0-3])(?:[:.hu][0-5]\d|\s?[uh])(?:\s?[-–]\s?(?:[01]?\d|2[0-3])(?:[:.hu][0-5]\d|\s?[uh])?)?\s*(?:uur)?[\s:–-]+[A-ZÀ-Þ].{2,76}[^.;,?!]"
    ),
    re.compile(r"[A-ZÀ-Þ][^.:;?!]{2,58}:"),
)
# A few words above a text, with a blank line before them alone.
_ABOVE = re.compile(r"[A-ZÀ-Þ][^.:;?!,]{2,48}[^.:;?!,\d\s]")


def alone(parts: Sequence[Part]) -> tuple[int, ...]:
    """The places of lines that are all made in one way that shows a heading: between stars, with an hour, before a colon."""
    for form in _ALONE:
        found = [at for at, part in enumerate(parts) if at and _fits(form, part) and _is_told(parts[at + 1 : at + 2])]
        if len(found) > 1:
            return tuple(found)
    glued = tuple(at for at, part in enumerate(parts) if at and _fits(_ABOVE, part) and _is_right_below(parts, at + 1))
    return glued if len(glued) > 1 else ()


def is_apart(parts: Sequence[Part], at: int, last: int) -> bool:
    """True for a line behind a gap with a list right below it, as the items have nothing but such lines: *last* is one."""
    part, item = parts[at], parts[last]
    listed = any(isinstance(one, Block) and (one.depth or one.check is not None) for one in parts[at + 1 : at + 2])
    is_line = isinstance(part, Block) and part.gap and not part.depth
    return is_line and listed and isinstance(item, Block) and not _is_shown(item)


def _is_shown(item: Block) -> bool:
    return bool(item.level or numbered(item)) or is_strong(item) or is_capitals(item.text)


_THERE = re.compile(
    r"(?i)\W*(?:(?:lijst van )?aanwezigheden|aanwezigheidslijst|aanwezigen?|verontschuldigde?n?|attendance|present|apologies|excused)\W*"
)


def lists_people(parts: Sequence[Part], at: int) -> bool:
    """True for a heading that says who was there, with a table or a list right below it: behind the agenda too."""
    part, below = parts[at], parts[at + 1] if at + 1 < len(parts) else None
    is_list = isinstance(below, Table) or (isinstance(below, Block) and bool(below.depth))
    shown = isinstance(part, Block) and (bool(part.level) or is_strong(part) or is_capitals(part.text))
    return is_list and shown and isinstance(part, Block) and _THERE.fullmatch(part.text) is not None


def tells(part: Part) -> bool:
    """True for what stands under a title: a table, or a line with labels."""
    return isinstance(part, Table) or next(labels(part.text), None) is not None


def _fits(form: re.Pattern[str], part: Part) -> bool:
    is_line = isinstance(part, Block) and not part.depth and part.gap
    return (
        isinstance(part, Block)
        and is_line
        and form.fullmatch(part.text.strip()) is not None
        and not label_kind(part.text)
    )


def _is_told(below: Sequence[Part]) -> bool:
    return bool(below) and _is_text(below[0])


def _is_right_below(parts: Sequence[Part], at: int) -> bool:
    """True for running text without a blank line before it."""
    part = parts[at] if at < len(parts) else None
    return isinstance(part, Block) and not part.gap and _is_text(part)


def _is_heading(block: Block) -> bool:
    text = block.text.strip()
    is_short = len(text) <= _LONGEST_BULLET and not re.search(r"[.:;,?!]\Z|\d\Z", text)
    return is_short and text[:1].isupper() and not re.search(r"\w", block.marker)


def _is_text(part: Part) -> bool:
    """True for a paragraph of running text, which is no label and no item of a list."""
    if (
        not isinstance(part, Block)
        or part.depth
        or part.level
        or label_kind(part.text)
        or next(labels(part.text), None)
    ):
        return False
    return bool(_SAYS.search(part.text))
