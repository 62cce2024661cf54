"""Paragraphs of a PDF that elzctl made, parted again where a line of them begins what was noted, or tells its details."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from elzctl.intake.minutes.own import entry, is_detail
from elzctl.intake.minutes.parts import cut, joined
from elzctl.intake.paper import Block, Line

_KNOWN_BY = 24  # characters of a line by which it is found in its paragraph


def parted(blocks: Sequence[Block], lines: Sequence[Line]) -> list[Block]:
    """The same blocks; a line that begins something of its own begins a block."""
    return [one for block in _whole(blocks) for one in _parted(block, lines)]


def _whole(blocks: Iterable[Block]) -> Iterator[Block]:
    """With details that go on in the next paragraph in one."""
    begun: Block | None = None
    for block in blocks:
        one = block if begun is None else joined((begun, block))
        begun = one if is_detail(one) and one.text.endswith(" ·") else None
        if begun is None:
            yield one
    if begun is not None:
        yield begun


def _parted(block: Block, lines: Sequence[Line]) -> Iterator[Block]:
    place, first = 0, 0
    for number, line in enumerate(block.lines):
        text = " ".join(lines[line].text.split())
        bare = block._replace(text=text, spans=(), depth=0, marker="", check=None)
        if not number or block.cell is not None or not (entry(bare, own=True) or is_detail(bare)):
            continue
        start = block.text.find(text[:_KNOWN_BY], place)
        if start > place and not block.text[:start].endswith("· "):
            yield cut(block, place, start)._replace(lines=block.lines[first:number])
            place, first = start, number
            block = block._replace(depth=0, marker="", check=None)
    yield cut(block, place)._replace(lines=block.lines[first:]) if place else block
