"""From printed rows to blocks: lines put together, headings by their letters, items of lists, and what runs over pages."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise, takewhile

from elzctl.intake.hyphens import Hyphens
from elzctl.intake.laid import Stretch, laid, without_start
from elzctl.intake.paper import Block, Cell
from elzctl.intake.readers.markers import EMPTY, TICKED, has_levels, in_unicode, is_entry, is_labelled, marked
from elzctl.intake.readers.pdf_broken import is_full, whole_words
from elzctl.intake.readers.pdf_measures import COLUMN, begins_lower, column_of, limits_of, pitch_of, sizes_of, tight_of
from elzctl.intake.readers.pdf_parts import Part, Row

_LONGEST_HEADING = 8
_INDENT = 3.0
_FEWEST_NAMES = 2
_WIDE = 1.6
_NUMBERED = re.compile(r"\[?(\d{1,3})[\].]?(?:\s+|(?=[^\W\d_]))")
_TERMINAL = re.compile(r"[.!?:;…][)\]»”’\"']*\s*\Z")


def blocks(parts: Sequence[Part], places: Mapping[Row, int], anchors: Mapping[Row, str]) -> tuple[Block, ...]:
    """The blocks of a document; *places* are the lines of the paper that its rows are, *anchors* the names of some."""
    return tuple(_noted([*_Making(parts, places, anchors).blocks()]))


def _noted(found: Sequence[Block]) -> Iterator[Block]:
    """The blocks, each note behind the first one that has its number, and with that as its marker."""
    notes: dict[str, Block] = {}
    for block in found:
        match = _NUMBERED.match(block.whole) if block.note else None
        asked = any(f"[{match[1]}]" in one.text for one in found if not one.note) if match else False
        if match is not None and asked:
            notes.setdefault(match[1], block._replace(text=block.whole[match.end() :], marker=match[1], spans=()))
    held = {note.lines for note in notes.values()}
    for block in found:
        if not block.note or block.lines not in held:
            yield block
        for number in re.findall(r"\[(\d{1,3})\]", block.text) if notes and not block.note else ():
            if number in notes:
                yield notes.pop(number)


class _Making:
    def __init__(self, parts: Sequence[Part], places: Mapping[Row, int], anchors: Mapping[Row, str]) -> None:
        self._places, self._anchors = places, anchors
        self._hyphens = Hyphens(whole_words(parts))
        self._limits = limits_of(parts)
        self._usual, self._levels = sizes_of(parts)
        self._pitch, self._tight = pitch_of(parts), tight_of(parts, self._usual)
        self._listed = frozenset(self._names(parts))
        self._parts = [*self._joined(one for part in _in_cells(parts) for one in self._cut(part))]
        self._lists: list[float] = []

    def blocks(self) -> Iterator[Block]:
        for part in self._parts:
            block = self._block(part)
            if block is not None:
                yield block

    def _cut(self, part: Part) -> Iterator[Part]:
        """A tagged part where its lines end on purpose: somebody typed a line break."""
        if not part.tagged or part.level:
            yield part
            return
        start = 0
        for place in range(1, len(part.rows)):
            if part.rows[place - 1].page == part.rows[place].page and self._has_room(part, place):
                yield part._replace(rows=part.rows[start:place], marker="" if start else part.marker)
                start = place
        yield part._replace(rows=part.rows[start:], marker="" if start else part.marker)

    def _has_room(self, part: Part, place: int) -> bool:
        above, below = part.rows[place - 1], part.rows[place]
        if (above.strong and not below.strong) or (below.emphasis and not above.emphasis):
            return True
        if is_labelled(below.text) and is_labelled(part.rows[0].text):
            return True
        if above.bottom - below.top > 0.8 * above.size:
            return True
        beside = (row for row in part.rows if row.page == above.page and abs(row.left - above.left) < COLUMN)
        limit = max(row.right for row in beside)
        return above.room(below, limit, 3 if below.text[:1].islower() else 1)

    def _names(self, parts: Sequence[Part]) -> Iterator[Cell]:
        """The cells with a name on each row: all begin with a capital, and half of them have room behind them, or more."""
        rows: dict[Cell, list[Part]] = defaultdict(list)
        for part in parts:
            if part.cell is not None and not part.tagged and not part.note:
                rows[part.cell].append(part)
        for cell, held in rows.items():
            steps = [*pairwise(held)]
            room = sum(one.rows[-1].room(two.rows[0], self._limit(one, one.rows[-1])) for one, two in steps)
            if room >= _FEWEST_NAMES and 2 * room >= len(steps) and all(_is_name(part.rows[0].text) for part in held):
                yield cell

    def _limit(self, part: Part, row: Row) -> float:
        return part.limit or self._limits.get(column_of(part, row), row.right)

    def _joined(self, parts: Iterable[Part]) -> Iterator[Part]:
        """Parts that are one paragraph: rows of a page without tags, and what a new page cut."""
        last: Part | None = None
        notes: list[Part] = []
        for part in parts:
            if part.note and not part.tagged:
                # It stands at the foot of the page, and what it is a note of may go on.
                notes.append(part)
                continue
            if last is not None and self._goes_on(last, part):
                last = last._replace(rows=(*last.rows, *part.rows))
                continue
            yield from [*([last] if last is not None else ()), *notes]
            notes = []
            last = part._replace(gap=part.gap or last is None or self._is_apart(last, part))
        yield from [*([last] if last is not None else ()), *notes]

    def _is_apart(self, last: Part, part: Part) -> bool:
        above, below = last.rows[-1], part.rows[0]
        return above.page != below.page or last.cell != part.cell or above.top - below.top > 1.4 * self._pitch

    def _goes_on(self, last: Part, part: Part) -> bool:
        """True when a part goes on in the next one."""
        above, below = last.rows[-1], part.rows[0]
        new_page = above.page != below.page
        if part.tagged and not new_page:
            return False
        if part.marker or part.note != last.note or (last.style, last.level) != (part.style, part.level):
            return False
        if part.tagged and part.depth != last.depth:  # what stands below a list is no more of its last item
            return False
        mark = marked(below.text, second=False)
        if mark.marker or mark.check is not None or abs(above.size - below.size) > 0.6:
            return False
        if is_entry(above.text) or (last.cell in self._listed and not part.tagged):
            return False
        if not part.tagged and is_labelled(below.text) and is_labelled(last.rows[0].text):
            return False
        ends, small = _TERMINAL.search(above.text) is not None, below.text[:1].islower()
        if new_page:
            return not ends and (small or not above.room(below, self._limit(last, above))) and _same_column(last, part)
        if above.top <= below.top:
            # The next column of running text.
            return last.cell is None and part.cell is None and small and not ends
        if last.cell != part.cell or above.top - below.top > max(1.4 * self._pitch, 1.6 * above.size):
            return False
        if above.strong != below.strong and not small:
            return False
        if _begin_alike(last.rows[0], below) or begins_lower(above, below, self._tight):
            return False
        hangs = _hangs(last.rows, below)
        if above.room(below, self._limit(last, above)):
            return small and not ends and not self._level(last)
        return hangs or small

    def _level(self, part: Part) -> int:
        """The level of a heading by the size of its letters, where no tag tells it."""
        if part.tagged or part.level:
            return part.level
        size = part.rows[0].size
        return self._levels.get(size, 0) if len(part.rows) <= _LONGEST_HEADING else 0

    def _block(self, part: Part) -> Block | None:
        text, spans = laid(self._stretches(part))
        text = in_unicode(text)
        mark = marked(text)
        marker = in_unicode(part.marker)
        check = True if marker and marker[0] in TICKED else False if marker and marker[0] in EMPTY else None
        if marker and mark.marker:
            mark = mark._replace(marker="", start=0)
        if mark.marker == "o" and not (self._lists or part.depth):
            mark = mark._replace(marker="", start=0)
        text, spans = without_start(text, spans, mark.start)
        if not text and mark.check is None and check is None:
            return None
        level = self._level(part)
        is_title = part.tagged and not level and not part.style and self._levels.get(part.rows[0].size) == 1
        style = part.style or (f"heading {level}" if level else "strong" if _is_strong(part) else "")
        style = "title" if is_title and part.rows[0].page == 1 else style
        style = "toc 1" if is_entry(text) else style
        own = "" if check is not None else marker or mark.marker
        places = tuple(dict.fromkeys(self._places[row] for row in part.rows))
        depth = part.depth or self._depth(part, own, mark.check)
        return Block(
            text,
            places,
            style,
            level,
            0 if level else depth,
            own,
            mark.check if check is None else check,
            part.cell,
            part.note,
            part.gap,
            spans,
            self._anchors.get(part.rows[0], ""),
        )

    def _depth(self, part: Part, marker: str, check: bool | None) -> int:
        """How deep an item stands, by its left edge; a part without a sign ends the list when it stands as far left."""
        left = part.rows[0].left
        while self._lists and self._lists[-1] > left + _INDENT:
            self._lists.pop()
        if not marker:
            if part.gap or (self._lists and left <= self._lists[0] + _INDENT):
                self._lists = []
            return 0
        if not self._lists or left > self._lists[-1] + _INDENT:
            self._lists.append(left)
        return len(self._lists)

    def _stretches(self, part: Part) -> Iterator[Stretch]:
        """The words of a part with their looks; headings, and cells that are strong as a whole, have none."""
        plain = (part.cell is not None and _is_strong(part)) or part.level > 0 or self._level(part) > 0
        tail, cut, blank = "", 0, " "
        for number, row in enumerate(part.rows):
            pieces = row.pieces()
            # An address of the web may run over several rows.
            tail = row.text.rstrip() if blank else tail + row.text.rstrip()
            cut, blank = 0, ""
            if number + 1 < len(part.rows):
                cut, blank = self._hyphens.seam(tail, part.rows[number + 1].text)
                blank = "" if self._is_broken(part, row, part.rows[number + 1]) else blank
            for place, (words, run) in enumerate(pieces):
                whole = words
                if place + 1 == len(pieces):
                    whole = words.rstrip()
                    whole = whole[: len(whole) - cut] + blank
                yield Stretch(whole, run.strong and not plain, run.emphasis and not plain, run.link)

    def _is_broken(self, part: Part, above: Row, below: Row) -> bool:
        """True for a word that was too long for its cell, and was broken where the cell ended."""
        if not part.limit or " " in above.text.strip():
            return False
        if is_full(above, below, part.limit) and self._hyphens.was_cut_off(
            above.text, below.text, is_last=below is part.rows[-1]
        ):
            return True
        letter = (above.right - above.left) / max(1, len(above.text))
        return part.limit - above.right < _WIDE * letter and self._hyphens.is_broken(above.text, below.text)


def _in_cells(parts: Iterable[Part]) -> Iterator[Part]:
    """The parts, those at the top of a page in the cell that the page before ended in, when they stand in its column."""
    cell: Cell | None = None
    left, begun, last = 0.0, 0, 0
    for part in parts:
        row = part.rows[0]
        if part.cell is not None:
            left = min(left, row.left) if part.cell == cell else row.left
            cell, begun, last = part.cell, row.page, row.page
        elif cell is not None and cell.column > 1 and begun < row.page <= last + 1 and row.left >= left - _INDENT:
            last = row.page
            yield part._replace(cell=cell)
            continue
        else:
            cell = None
        yield part


def _is_name(text: str) -> bool:
    return text[:1].isupper() and not text.rstrip().endswith((".", ",", ";", ":", "-"))


def _hangs(rows: Sequence[Row], below: Row) -> bool:
    """True for a row that begins where the rows of a paragraph do, or those of an item."""
    if marked(rows[0].text, second=False).start:
        return below.left >= (rows[1] if len(rows) > 1 else rows[0]).left - _INDENT
    return below.left <= rows[0].left + _INDENT


def _begin_alike(first: Row, below: Row) -> bool:
    """True for a row that begins as a block above it does: with the number of a heading, or with a label in bold."""
    numbered = has_levels(first.text) or bool(marked(first.text, second=False).marker)
    return (has_levels(below.text) and numbered) or (_opens_with_label(below) and _opens_with_label(first))


def _opens_with_label(row: Row) -> bool:
    """True for a row that begins in bold letters, with what asks for the rest of it: ``Wanneer? najaar 2026``."""
    label = "".join(run.text for run in takewhile(lambda run: run.strong, row.runs)).strip()
    return label.endswith((":", "?")) and not row.strong


def _is_strong(part: Part) -> bool:
    return all(row.strong for row in part.rows)


def _same_column(one: Part, other: Part) -> bool:
    if not other.tagged:
        return one.cell == other.cell
    if (one.cell is None) != (other.cell is None):
        return False
    return one.cell is None or other.cell is None or one.cell.column == other.cell.column
