"""Cells of a PDF that list people, each on a line, as a paragraph for each: lines that ran together, and names that were cut."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from elzctl.intake import persons
from elzctl.intake.minutes.parts import cut, joined
from elzctl.intake.minutes.words import PEOPLE, label_kind
from elzctl.intake.paper import Block, Line, Make

_FEWEST = 2  # lines that begin with somebody
_WORD = re.compile(r"\S+")
# What stands between somebody and an organisation.
_BEHIND = re.compile(r"\s*[(,]|\s[–—-]\s|\s[–—-]\Z")
_GOES_ON = re.compile(r"(?:[,(–—-]|\b(?:van|de|den|der|het|en|and|of))\Z")


def one_each(blocks: Iterable[Block], lines: Sequence[Line], make: Make) -> list[Block]:
    """The blocks; those of a cell beside or under *Aanwezig* and the like are each of one, where lines of it begin with a name."""
    if make is not Make.PDF:
        return list(blocks)
    found: list[Block] = []
    about = (0, 0)
    under: set[tuple[int, int]] = set()  # columns
    for cell, run in groupby(blocks, lambda block: block.cell):
        these = list(run)
        if cell is None:
            found += these
            continue
        is_listed = about == (cell.table, cell.row) or (cell.table, cell.column) in under
        if label_kind(" ".join(block.text for block in these)) in PEOPLE:
            about = (cell.table, cell.row)
            under.add((cell.table, cell.column))
            found += these
        else:
            found += _each(these, lines) if is_listed else these
    return found


def _each(run: Sequence[Block], lines: Sequence[Line]) -> list[Block]:
    pieces = [piece for block in run for piece in _by_line(block, lines)]
    if sum(map(_begins, pieces)) < _FEWEST or not _begins(pieces[0]):
        return list(run)
    made: list[Block] = []
    for piece in pieces:
        if made and (not _begins(piece) or _is_open(made[-1].text)):
            made[-1] = joined((made[-1], piece))._replace(cell=piece.cell, gap=made[-1].gap)
        else:
            made.append(piece)
    return made


def _by_line(block: Block, lines: Sequence[Line]) -> Iterator[Block]:
    """The stretches of a paragraph that its lines are, which other cells may be printed on too."""
    place, first = 0, 0
    for number, line in enumerate(block.lines[:-1]):
        end = _printed(block.text, place, f" {' '.join(lines[line].text.split())} ")
        if place < end < len(block.text):
            yield cut(block, place, end)._replace(lines=block.lines[first : number + 1])
            place, first = end, number + 1
    yield cut(block, place)._replace(lines=block.lines[first:])


def _printed(text: str, place: int, line: str) -> int:
    """Where the words from a place on end of which the whole stretch stands on a line; the place itself for none."""
    end = place
    for word in _WORD.finditer(text, place):
        if f" {' '.join(text[place : word.end()].split())} " not in line:
            return word.start() if end > place else place
        end = word.end()
    return len(text)


def _begins(block: Block) -> bool:
    """True for a name of somebody with a sign behind it."""
    behind = _BEHIND.search(block.text)
    return behind is not None and persons.may_be_person(block.text[: behind.start()])


def _is_open(text: str) -> bool:
    """True for words that cannot end there."""
    return text.count("(") > text.count(")") or _GOES_ON.search(text) is not None
