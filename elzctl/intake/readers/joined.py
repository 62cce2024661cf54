"""Printed lines put together again: the paragraphs, headings and items of lists that they were cut from.

A line goes on in the next one when the next word would not have fitted behind it.  How wide the lines are is seen from
those around it, because the columns of one document differ.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from elzctl.intake.hyphens import Hyphens
from elzctl.intake.inert import seen
from elzctl.intake.paper import Block
from elzctl.intake.readers.markers import (
    Marked,
    has_levels,
    in_unicode,
    is_entry,
    is_labelled,
    kind_of,
    marked,
    number_of,
)
from elzctl.record import NamedTuple

AROUND = 15
"""Lines on each side from which the width is seen."""

LONGEST = 160
"""Characters of the longest line that somebody printed; a longer one is a paragraph of its own."""

_NARROWEST = 45
_ALONE = 60
"""Characters of a line that was cut, where others were not."""
# What a list begins with in a word processor; it is never the sign of a list in another one.
_FIRST = ("•",)
_TERMINAL = re.compile(r"[.!?:;][)\]»”’\"']*\s*\Z")
_ABBREVIATED = re.compile(
    r"(?i)(?:\b\w\.(?:\w\.)+|\b(?:bv|vb|bvb|nl|incl|excl|resp|ca|nr|prof|dr|dhr|mevr|mw|art|o\.a|e\.g|i\.e)\.)\s*\Z"
)
_LABEL = re.compile(r"[A-ZÀ-Þ][^:.!?]{1,40}:(?:\s|\Z)|[A-ZÀ-Þ].{0,40}[?:]\Z")
_HEADED = re.compile(r"(?P<head>[^•\uf0b7]{1,40}[?:])\s+(?=[•\uf0b7]\s*\S)")
_REFERS = re.compile(
    r"(?i)\b(?:acties?|actiefiches?|fiches?|od|sd|doelstelling(?:en)?|zie|punt|en|of|van|artikel|deel)\s*\Z"
)


BOLD = re.compile(r"(?P<sign>\*\*|__)(?P<words>[^*_\s](?:[^*_]*[^*_\s])?)(?P=sign)\s*(?P<colon>:?)")
"""A line that is bold as a whole in the way of Markdown, in a text that is none: a heading, as in a word processor."""


class Printed(NamedTuple):
    """A line that holds something: its place in the paper, its blanks before it, and empty lines or a new page above."""

    text: str
    line: int
    indent: int
    empty: int
    new_page: bool


def blocks(lines: Sequence[Printed]) -> tuple[Block, ...]:
    """The blocks of a text."""
    return tuple(_Joining(lines).blocks())


class _Joining:
    """One pass over the lines."""

    def __init__(self, lines: Sequence[Printed]) -> None:
        self._lines = [*_parted(lines)]
        self._marks = [marked(one.text, second=False) for one in self._lines]
        self._widths = _widths(self._lines)
        self._hyphens = Hyphens(one.text for one in self._lines)
        self._wrapped = _is_wrapped(self._lines)
        self._lists = _Depths(self._lines, self._marks)
        self._number = 0

    def blocks(self) -> Iterator[Block]:
        place = 0
        while place < len(self._lines):
            end = place + 1
            mark = self._mark(place)
            words = self._lines[place].text[mark.start :].strip()
            while end < len(self._lines) and self._goes_on(end - 1, end, place):
                words = self._hyphens.joined(words, self._lines[end].text)
                end += 1
            yield self._block(self._lines[place:end], mark, seen(in_unicode(words)))
            place = end

    def _mark(self, place: int) -> Marked:
        """The marker of a line that begins a block; "o" is one behind another item only."""
        mark, text = self._marks[place], self._lines[place].text
        if not mark.marker and self._lists.is_open and text.startswith("o "):
            mark = marked(text)
        return mark

    def _block(self, lines: Sequence[Printed], mark: Marked, words: str) -> Block:
        first = lines[0]
        self._number = number_of(mark.marker) or self._number
        gap = bool(first.empty or first.new_page)
        depth = self._lists.depth(first.indent, mark.marker, gap=gap)
        places = tuple(dict.fromkeys(one.line for one in lines))
        style = "toc 1" if is_entry(words) else ""
        bold = BOLD.fullmatch(words) if len(lines) == 1 else None
        if bold is not None:
            words, style = f"{bold['words']}{bold['colon']}", "strong"
        return Block(words, places, style, depth=depth, marker=mark.marker, check=mark.check, gap=gap)

    def _goes_on(self, before: int, after: int, first: int) -> bool:
        """True when a line goes on in the next one; *first* is the line that their block begins with."""
        one, two = self._lines[before], self._lines[after]
        if len(one.text) > LONGEST or two.empty > 2 or _is_address(one) or _is_address(two):
            return False
        if BOLD.fullmatch(one.text) or BOLD.fullmatch(two.text):
            return False
        if not self._wrapped and not self._is_cut_alone(before, after):
            return False
        word = two.text.split()[0]
        share = (one.indent + len(one.text) + 1 + len(word)) / self._widths[before]
        if is_entry(one.text) or (is_labelled(two.text) and is_labelled(self._lines[first].text)):
            return False
        ends = _TERMINAL.search(one.text) is not None and not _ABBREVIATED.search(one.text)
        small = two.text[:1].islower()
        if self._begins(one, two, self._mark(after), share, ends=ends):
            return False
        if two.empty:
            # An empty line that nobody typed: the text of a PDF has them where an item broke.
            return (small or one.text.endswith(",")) and not ends and share > 0.75
        if small:
            return share > (0.75 if ends else 0.6)
        return share > (0.8 if not ends else 0.92 if two.new_page else 0.86)

    def _is_cut_alone(self, before: int, after: int) -> bool:
        """True for a long line without an end before one in small letters, in a text where hardly any line was cut."""
        one, two = self._lines[before], self._lines[after]
        is_open = len(one.text) >= _ALONE and not two.empty and _TERMINAL.search(one.text) is None
        return is_open and two.text[:1].islower() and not self._marks[after].marker and self._marks[after].check is None

    def _begins(self, one: Printed, two: Printed, mark: Marked, share: float, *, ends: bool) -> bool:
        """True when a line begins something by its first sign, unless it stands there by the way the line was cut."""
        if mark.check is not None:
            return True
        cut = not two.empty and not ends and share > 0.8
        if mark.marker:
            number = number_of(mark.marker)
            odd = number and number not in (1, self._number + 1)
            dash = mark.marker in ("–", "—") and not self._lists.uses(mark.marker)
            return not (cut and (odd or dash or (mark.marker[-1] in ".)" and not number and len(mark.marker) > 3)))
        if has_levels(two.text):
            return not (cut and _REFERS.search(one.text))
        return _LABEL.match(two.text) is not None and (ends or share < 0.9)


def _parted(lines: Sequence[Printed]) -> Iterator[Printed]:
    """The lines, those that hold a heading and its first item (``Hoe? • …``) as two."""
    for one in lines:
        head = _HEADED.match(one.text)
        if head is None:
            yield one
        else:
            yield one._replace(text=head["head"])
            yield one._replace(text=one.text[head.end() :], empty=0, new_page=False)


def _is_address(line: Printed) -> bool:
    """True for a line that is an address of the web alone, which nothing goes on after."""
    return "://" in line.text and " " not in line.text


def _widths(lines: Sequence[Printed]) -> list[float]:
    """How many characters fitted on each line, as far as can be seen."""
    lengths = [0 if _is_address(one) else min(one.indent + len(one.text), LONGEST) for one in lines]
    found = []
    start = 0
    for place, _ in enumerate(lines):
        if place >= start:
            first = start = place
            start += 1
            while start < len(lines) and not lines[start].empty:
                start += 1
            widest = max(lengths[first:start])
        around = sorted(lengths[max(0, place - AROUND) : place + AROUND + 1])
        found.append(max(float(widest), 0.85 * around[int(0.85 * (len(around) - 1))], _NARROWEST))
    return found


def _is_wrapped(lines: Sequence[Printed]) -> bool:
    """True for a text whose lines were cut by their width: many go on with a small letter."""
    long = sum(len(one.text) > LONGEST and one.text.count(" ") > 10 for one in lines)
    pairs = [two for one, two in pairwise(lines) if len(one.text) >= _NARROWEST and not two.empty]
    small = sum(two.text[:1].islower() for two in pairs)
    return small >= 2 and small > 0.15 * len(pairs) and long <= 0.03 * len(lines)


class _Depths:
    """How deep items stand: by their indentation where a text has it, otherwise by the order of their signs."""

    def __init__(self, lines: Sequence[Printed], marks: Sequence[Marked]) -> None:
        items = [(one.indent, mark.marker) for one, mark in zip(lines, marks, strict=True) if mark.marker]
        indents = sorted({indent for indent, _ in items})
        self._by_indent = bool(indents) and indents[-1] - indents[0] >= 2
        self._kinds = {kind_of(marker) for _, marker in items}
        starts = [marker for _, marker in items if marker in ("–", "—")]
        self._dashes = len(starts) > 1 and not self._kinds.intersection("-•\uf0b7*")
        self._open: list[tuple[int, str]] = []

    @property
    def is_open(self) -> bool:
        """True behind an item of a list."""
        return bool(self._open)

    def uses(self, marker: str) -> bool:
        """True when the text has lists with that dash, which may be a mark of a sentence too."""
        return marker in ("–", "—") and self._dashes

    def depth(self, indent: int, marker: str, *, gap: bool) -> int:
        """The depth of a block, in order; 0 for what is no item.  A paragraph right under an item does not end its list."""
        if not marker:
            if gap:
                self._open = []
            return 0
        kind = kind_of(marker)
        if self._by_indent:
            while self._open and self._open[-1][0] > indent + 1:
                self._open.pop()
            if self._open and self._open[-1][0] >= indent - 1:
                self._open.pop()
        else:
            kinds = [one for _, one in self._open]
            if kind in kinds:
                del self._open[kinds.index(kind) :]
            elif kind in _FIRST or kind[-1] in ".)" or (kinds and kinds[0][-1] in ".)"):
                self._open = []
        self._open.append((indent, kind))
        return len(self._open)
