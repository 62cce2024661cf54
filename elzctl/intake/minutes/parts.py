"""The blocks of a document as minutes are taken from it: paragraphs and whole tables, stretches of a block, headings."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby, takewhile, zip_longest
from typing import TypeAlias

from elzctl.intake.minutes.nested import unnested
from elzctl.intake.minutes.typed import typed_tables
from elzctl.intake.minutes.words import column_of, is_together, label_kind, plain
from elzctl.intake.paper import Block, Line, Span
from elzctl.record import NamedTuple

LONGEST_HEADING = 220
"""Characters of a heading; what is longer is a paragraph."""

LONGEST_READ = 6000
"""Characters of a paragraph in which something is looked for; a longer one is text and nothing else."""


class Table(NamedTuple):
    """A table: rows of cells, and a cell is its paragraphs.  Every row has as many cells as the widest."""

    rows: tuple[tuple[tuple[Block, ...], ...], ...]

    @property
    def blocks(self) -> tuple[Block, ...]:
        """All paragraphs, in order."""
        return tuple(block for row in self.rows for cell in row for block in cell)

    @property
    def lines(self) -> tuple[int, ...]:
        """The lines of the document that it takes."""
        return lines_of(self.blocks)


Part: TypeAlias = "Block | Table"


def parts(blocks: Iterable[Block], lines: Sequence[Line] = ()) -> list[Part]:
    """Paragraphs and tables; a table of one column is only a frame around its paragraphs.

    *lines* are those of the document, in which a table that was typed with tabs or bars shows its columns.
    """
    blocks = unnested(typed_tables(blocks, lines))
    found: list[Part] = []
    for (number, listed), group in groupby(
        _terms(blocks), lambda one: (one[0].cell.table if one[0].cell else 0, one[1])
    ):
        run = [block for block, _ in group]
        if listed:
            found.append(_of_terms(run))
            continue
        table = _table(run) if number else None
        found += run if table is None else [table] if isinstance(table, Table) else table
    return found


def text_of(cell: Sequence[Block]) -> str:
    """The words of a cell on one line."""
    return " ".join(block.text.strip() for block in cell if block.text.strip())


def lines_of(blocks: Iterable[Block]) -> tuple[int, ...]:
    """The lines of the document that blocks take, each once."""
    return tuple(dict.fromkeys(line for block in blocks for line in block.lines))


def cut(block: Block, start: int, end: int | None = None) -> Block:
    """A stretch of a block as a block: without blanks at its ends, its look kept."""
    last = len(block.text) if end is None else end
    words = block.text[start:last]
    first = start + len(words) - len(words.lstrip())
    last = first + len(words.strip())
    spans = (
        one._replace(start=max(one.start, first) - first, end=min(one.end, last) - first)
        for one in block.spans
        if one.start < last and first < one.end
    )
    return block._replace(text=block.text[first:last], spans=tuple(spans))


def without(block: Block, start: int, end: int) -> Block:
    """A block without a stretch of it; what stood around that closes up."""
    rest = cut(block, end)
    head = cut(block, 0, len(block.text[:start].rstrip(" ,;–—-|·(")))
    if not rest.text.strip(" .,;·|)-–"):
        return head
    if re.search(r"[.!?]\Z", head.text) and rest.text[:1] in ".,;":
        rest = cut(rest, 1)  # the stop of what went
    between = " " if head.text and rest.text[:1] not in ",;" else ""
    shift = len(head.text) + len(between)
    spans = (*head.spans, *(one._replace(start=one.start + shift, end=one.end + shift) for one in rest.spans))
    return head._replace(text=f"{head.text}{between}{rest.text}", spans=spans)


def joined(blocks: Sequence[Block], between: str = " ") -> Block:
    """Blocks as one paragraph."""
    text, spans = "", list[Span]()
    for block in blocks:
        text += between if text else ""
        spans += [one._replace(start=one.start + len(text), end=one.end + len(text)) for one in block.spans]
        text += block.text.strip()
    return Block(text, lines_of(blocks), spans=tuple(spans))


def bare(block: Block) -> Block:
    """The same words as a plain paragraph."""
    return block._replace(level=0, depth=0, marker="", check=None, cell=None, style="")


def is_strong(block: Block) -> bool:
    """True when all its words are bold."""
    text = block.text.rstrip(" :.")
    if block.style == "strong" or not any(one.strong for one in block.spans):
        return block.style == "strong" and bool(text)
    done = 0
    for one in sorted(span for span in block.spans if span.strong):
        if text[done : one.start].strip(" :.-–"):
            return False
        done = max(done, one.end)
    return bool(text) and not text[done:].strip(" :.-–")


def is_capitals(text: str) -> bool:
    """True for a line of capitals: ``VARIA``."""
    letters = [sign for sign in text if sign.isalpha()]
    return len(letters) >= 4 and all(sign.isupper() for sign in letters) and len(text) <= 90


def columns(row: Sequence[Sequence[Block]]) -> tuple[str, ...]:
    """What the columns under a row of headings hold."""
    roles = tuple(column_of(text_of(cell)) for cell in row)
    if "notes" in roles and "topic" not in roles:  # beside what was said, a point is one of the agenda
        return tuple(
            "topic" if role == "what" and plain(text_of(cell)) == "punt" else role
            for role, cell in zip(roles, row, strict=True)
        )
    return roles


def _terms(blocks: Iterable[Block]) -> Iterator[tuple[Block, int]]:
    """Each block with the number of the list of terms that it is in, 0 for none; such a list ends at a gap."""
    listed = count = 0
    beside: tuple[int, ...] | None = None
    for block in _with_terms(list(blocks)):
        if block.style == "term" and not block.cell:
            count += not listed
            listed = count
            beside = block.lines[:1] if block.marker == _BESIDE else None
        elif (
            (beside is not None and block.lines[:1] != beside)
            or (block.gap and block.style != "term")
            or block.level
            or block.cell
        ):
            listed = 0
        yield block, listed


_BESIDE = "beside"


def _with_terms(blocks: list[Block]) -> Iterator[Block]:
    """Labels that have their values beside them on the same line, as a PDF tells them, are terms too."""
    for block, after in zip_longest(blocks, blocks[1:]):
        beside = after is not None and block.lines[:1] == after.lines[:1] and bool(block.lines)
        if beside and not block.cell and not block.level and label_kind(block.text):
            yield block._replace(style="term", gap=False, marker=_BESIDE)
        else:
            yield block


def _of_terms(run: list[Block]) -> Table:
    """Terms and what is said of them, as a table of two columns."""
    rows: list[tuple[list[Block], list[Block]]] = []
    for block in run:
        if block.style == "term":
            rows.append(([block], []))
        else:
            rows[-1][1].append(block)
    return Table(tuple((tuple(term), tuple(told)) for term, told in rows))


def _table(blocks: list[Block]) -> Table | list[Part] | None:
    cells: dict[tuple[int, int], list[Block]] = {}
    for block in blocks:
        if block.cell is not None:
            cells.setdefault((block.cell.row, block.cell.column), []).append(block)
    filled = [place for place, cell in cells.items() if text_of(cell)]
    if not filled:
        return None
    width = max(column for _, column in cells)
    last = max(row for row, _ in cells)
    is_whole = width == 1 and len(filled) > 1 and is_together(text_of(cells.get((1, 1), ())))
    if (width == 1 and not is_whole) or len(filled) == 1:
        return [block._replace(cell=None) for block in blocks]
    rows = tuple(tuple(tuple(cells.get((row, at), ())) for at in range(1, width + 1)) for row in range(1, last + 1))
    return Table(tuple(row for row in rows if any(text_of(cell) for cell in row)))


def flat(these: Iterable[Part]) -> Iterator[Block]:
    """All blocks, those of tables too."""
    for part in these:
        if isinstance(part, Table):
            yield from part.blocks
        else:
            yield part


def has_list(parts: Sequence[Part]) -> bool:
    """True when a list stands above the next heading."""
    under = takewhile(lambda part: not (isinstance(part, Block) and part.level), parts)
    return any(isinstance(part, Block) and (part.depth or part.check is not None) for part in under)


_NUMBERED = re.compile(
    r"(?:[*_]{1,2})?(?:(?:agenda)?punt|item|topic)?\s*(?P<number>\d{1,2}(?:\.\d{1,2})*)\s*(?P<sign>[.):]|[-–/](?=\s)|(?=\s))\s*(?=\S)"
    r"|(?P<other>[A-H]|[IVX]{1,5})(?P<sign2>[.):/])\s+(?=\S)",
    re.IGNORECASE,
)
_MARKER = re.compile(r"(?P<number>\d{1,2}(?:\.\d{1,2})*)[.):/]?\Z")
_LETTERED = re.compile(r"(?P<other>[A-H]|[IVX]{1,5})[.):/]\Z")
_ROMANS = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII", "XIII", "XIV", "XV")


class Numbered(NamedTuple):
    """The number before a heading: its parts, its make with its sign, and where the words behind it begin in the text."""

    number: tuple[int, ...]
    sign: str
    start: int


def numbered(block: Block) -> Numbered | None:
    """The number that a block begins with, as a mark of a list or in its text: ``1.``, ``2)``, ``Punt 3:``, ``IV.``, ``B.``."""
    marker = block.marker.strip()
    found = _MARKER.match(marker)
    if found:
        return Numbered(_number(found["number"]), marker[found.end("number") :], 0)
    if marker:
        found = _LETTERED.match(marker)
        return _lettered(found["other"], marker[-1], 0) if found else None
    match = _NUMBERED.match(block.text)
    if match is None or not block.text[match.end() :]:
        return None
    if match["other"]:
        return _lettered(match["other"], match["sign2"], match.end()) if match["other"].isupper() else None
    if not match["sign"] and not block.text[match.end()].isupper():
        return None
    return Numbered(_number(match["number"]), match["sign"], match.end())


def _lettered(other: str, sign: str, start: int) -> Numbered:
    if other in _ROMANS and (len(other) > 1 or other in "IVX"):
        return Numbered((_ROMANS.index(other) + 1,), f"i{sign}", start)
    return Numbered((ord(other) - ord("A") + 1,), f"a{sign}", start)


def _number(text: str) -> tuple[int, ...]:
    return tuple(int(one) for one in text.split("."))
