"""From printed rows to blocks: lines put together, headings by their letters, items of lists, and what runs over pages."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from elzctl.intake.hyphens import Hyphens
from elzctl.intake.laid import Stretch, laid, without_start
from elzctl.intake.paper import Block, Cell
from elzctl.intake.readers.markers import EMPTY, TICKED, in_unicode, is_entry, is_labelled, marked
from elzctl.intake.readers.pdf_parts import Part, Row

LARGER = 1.12
"""How many times larger than the text the letters of a heading are."""

_LEVELS = 5
_LONGEST_HEADING = 8
_INDENT = 3.0
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
        self._hyphens = Hyphens(row.text for part in parts for row in part.rows)
        self._limits = _limits(parts)
        self._usual, self._levels = _sizes(parts)
        self._pitch = _pitch(parts)
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
        limit = max(row.right for row in part.rows if row.page == above.page)
        return above.room(below, limit, 3 if below.text[:1].islower() else 1)

    def _limit(self, part: Part, row: Row) -> float:
        return part.limit or self._limits.get(_column(part, row), row.right)

    def _joined(self, parts: Iterable[Part]) -> Iterator[Part]:
        """Parts that are one paragraph: rows of a page without tags, and what a new page cut."""
        last: Part | None = None
        for part in parts:
            if last is not None and self._goes_on(last, part):
                last = last._replace(rows=(*last.rows, *part.rows))
                continue
            if last is not None:
                yield last
            last = part._replace(gap=part.gap or last is None or self._is_apart(last, part))
        if last is not None:
            yield last

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
        mark = marked(below.text, second=False)
        if mark.marker or mark.check is not None or abs(above.size - below.size) > 0.6:
            return False
        if is_entry(above.text):
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
        first = marked(last.rows[0].text, second=False)
        hangs = first.start > 0 or below.left <= last.rows[0].left + _INDENT
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
        letter = (above.right - above.left) / max(1, len(above.text))
        is_full = bool(part.limit) and part.limit - above.right < _WIDE * letter
        return is_full and " " not in above.text.strip() and self._hyphens.is_broken(above.text, below.text)


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


def _is_strong(part: Part) -> bool:
    return all(row.strong for row in part.rows)


def _column(part: Part, row: Row) -> tuple[int, int, int]:
    """What has one right edge: a column of a table, or text that begins at one place of a page."""
    if part.cell is not None:
        return -part.cell.table, part.cell.column, 0
    return row.page, part.zone, round(row.left / 60)


def _limits(parts: Iterable[Part]) -> dict[tuple[int, int, int], float]:
    """How far to the right the rows of each column reach."""
    found: dict[tuple[int, int, int], float] = defaultdict(float)
    for part in parts:
        for row in part.rows:
            keys = [_column(part, row)]
            if part.cell is None:
                keys += [(row.page, part.zone, keys[0][2] + step) for step in (-1, 1)]
            for key in keys:
                found[key] = max(found[key], row.right)
    return found


def _sizes(parts: Iterable[Part]) -> tuple[float, dict[float, int]]:
    """The usual size of letters, and the levels of the larger ones."""
    seen: Counter[float] = Counter()
    for part in parts:
        for row in part.rows:
            seen[row.size] += len(row.text)
    usual = seen.most_common(1)[0][0] if seen else 10.0
    larger = sorted((size for size in seen if size > LARGER * usual), reverse=True)
    return usual, {size: min(level, _LEVELS) for level, size in enumerate(larger, start=1)}


def _pitch(parts: Iterable[Part]) -> float:
    """The usual distance between two rows of a paragraph."""
    steps: Counter[float] = Counter()
    last: Row | None = None
    for part in parts:
        for row in part.rows:
            if last is not None and last.page == row.page and 4 < last.top - row.top < 40:
                steps[round(last.top - row.top)] += 1
            last = row
    return max((step for step, times in steps.most_common(2) if times * 3 >= steps.most_common(1)[0][1]), default=14.0)


def _same_column(one: Part, other: Part) -> bool:
    if (one.cell is None) != (other.cell is None):
        return False
    return one.cell is None or other.cell is None or one.cell.column == other.cell.column
