"""The tables of a Word document: those of the text, the form of an action, facts, boxes.

Every table has the width of each column in it and a fixed layout, so that it looks the same wherever it is opened.
Widths are in twentieths of a point.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from math import sqrt
from typing import TYPE_CHECKING

from elzctl.render.docx_lines import Look, attribute, state_look
from elzctl.render.docx_styles import COLOURS
from elzctl.render.markdown import plain
from elzctl.render.tree import Facts, Fiche, Inline, Note, Table

if TYPE_CHECKING:
    from elzctl.render.docx_blocks import Place, Writer

CROWDED, MANY = 5, 8
"""More columns than these are set in smaller letters, and in the smallest ones."""
SHORT = 14
"""Characters in a column that gets no more room than it needs."""
WHOLE = 900
"""Characters in a row that stays on one page."""

_DIGIT = 0.7
"""How wide a bold digit is in the widest face that stands in for ours, in widths of the size of the letters."""
_NUMBER = re.compile(r"\d+(?:\.\d+)+")
_SETS = {"": (18, 90), " Small": (16, 45), " Tiny": (13, 30)}
"""The size of letters, in half points, and what is beside them in a cell."""
_LABELS, _STUB_LABELS = 0.27, 0.22
_BOXES = {"internal": "Internal Box", "warning": "Warning Box"}
_LABEL_LEVEL = 4
"""The level that the style of a label has."""
_LOOK = '<w:tblLook w:val="{}" w:firstRow="{}" w:lastRow="0" w:firstColumn="{}" w:lastColumn="0" w:noHBand="1" w:noVBand="1"/>'
BAR = f'w:val="single" w:sz="20" w:color="{COLOURS["ink"]}"'
"""The bar beside what changed, as a border."""
APART = 160
"""How far it stands from the words of a form."""
COLUMN_HEADS, ROW_HEADS, NO_HEADS = _LOOK.format("0620", 1, 0), _LOOK.format("0680", 0, 1), _LOOK.format("0600", 0, 0)
"""Which cells of a table are the heads of others."""


def table(writer: Writer, block: Table, place: Place) -> str:
    """A table with its head repeated on each page; its caption stands above it, and is said to who listens."""
    if not block.head:
        return ""
    small = " Tiny" if len(block.head) > MANY and not block.dense else ""
    small = small or (" Small" if block.dense or len(block.head) > CROWDED else "")
    widths = _with_numbers(block, _widths(block, place.room), *_SETS[small])
    caption = writer.paragraph("caption", writer.text(block.caption)) if block.caption else ""
    with writer.in_cells() as bar:
        head = row(_cells(writer, f"Table Heading{small}", block.head, widths, bar=bar), head=True)
        rows = [
            _over(writer, f"Table Heading{small}", cells[0], widths)
            if len(cells) == 1 < len(widths)
            else row(
                _cells(writer, f"Table Text{small}", cells, widths, bar=bar, keep=keep),
                whole=sum(map(_length, cells)) <= WHOLE,
            )
            for cells, keep in zip(block.rows, _in_company(block), strict=True)
        ]
    said = block.caption or ", ".join(filter(None, map(plain, block.head)))
    return caption + drawn(writer, f"Plan Table{small}", widths, (head, *rows), COLUMN_HEADS, place.left, said)


def _in_company(block: Table) -> Iterator[bool]:
    """For each row whether it stands on the page of the row after it: none stands alone under a heading or at an end."""
    heads = [True, *(len(cells) == 1 < len(block.head) for cells in block.rows), True, True]
    for at in range(len(block.rows)):
        before, is_head, after, then = heads[at : at + 4]
        yield is_head or (not after and (before or then))


def _over(writer: Writer, style: str, children: tuple[Inline, ...], widths: Sequence[int]) -> str:
    """A row of one cell over the whole width, on the page of the row after it."""
    content = writer.paragraph(style, writer.line(children), keep=True)
    return row((cell(sum(widths), content, over=len(widths)),), whole=True)


def _cells(
    writer: Writer,
    style: str,
    cells: Iterable[tuple[Inline, ...]],
    widths: Sequence[int],
    *,
    bar: bool,
    keep: bool = False,
) -> tuple[str, ...]:
    """A cell for each column: one that is missing is empty.  The first may have a bar; *keep* is for all of them."""
    lines = [writer.line(children) for children in cells][: len(widths)]
    lines += [""] * (len(widths) - len(lines))
    return tuple(
        cell(width, writer.paragraph(style, line, keep=keep), bar=bar and not at)
        for at, (width, line) in enumerate(zip(widths, lines, strict=True))
    )


def _widths(block: Table, wide: int) -> list[int]:
    """Shares that the table gives; else room for short columns as they are, and the rest by what stands in them."""
    if len(block.widths) == len(block.head) and all(share > 0 for share in block.widths):
        return shared(wide, block.widths)
    columns = zip(*(cells for cells in (block.head, *block.rows) if len(cells) == len(block.head)), strict=True)
    return shared(wide, [_share([len(plain(one)) for one in column]) for column in columns])


def _with_numbers(block: Table, widths: list[int], size: int, beside: int) -> list[int]:
    """The same widths, of which none is less than the numbers of actions in it need; others that have room give it."""
    least = [0] * len(widths)
    for cells in (block.head, *block.rows):
        if len(cells) == len(widths):
            longest = [max(map(len, _NUMBER.findall(plain(one))), default=0) for one in cells]
            needed = [round(_DIGIT * 10 * size * length) + 2 * beside if length else 0 for length in longest]
            least = [max(pair) for pair in zip(least, needed, strict=True)]
    short = sum(max(0, need - width) for need, width in zip(least, widths, strict=True))
    spare = [max(0, width - max(need, width // 2)) for need, width in zip(least, widths, strict=True)]
    if not short or short > sum(spare):
        return widths
    left = [max(need, width) for need, width in zip(least, widths, strict=True)]
    return [width - given for width, given in zip(left, shared(short, spare), strict=True)]


def _share(lengths: Sequence[int]) -> float:
    longest = max(lengths)
    if longest <= SHORT:
        return longest + 6
    return min(max(4 * sqrt(sum(lengths) / len(lengths)), SHORT), 45)


def fiche(writer: Writer, block: Fiche, place: Place) -> str:
    """An action: its heading, its state in words, and the form in two columns."""
    with writer.beside_bar(block.mark):
        with writer.beside_bar(block.heading.mark):
            title = writer.title(block.heading)
        head = title + _state(writer, block) + writer.blocks(block.intro, place)
    if not block.fields:
        return head
    share = _STUB_LABELS if block.stub else _LABELS
    widths = shared(place.room, (share, 1 - share))
    # Bars stand in the margin: with them a form begins there, and its words where they always do.
    edge = (
        APART if not block.stub and any(mark for mark in (block.mark, *(field.mark for field in block.fields))) else 0
    )
    widths[0] += edge
    rows = [_field(writer, block, at, widths, place, edge) for at in range(len(block.fields))]
    style, said = "Fiche Stub" if block.stub else "Fiche", plain(block.heading.children)
    return head + drawn(writer, style, widths, rows, ROW_HEADS, place.left - edge, said)


def _state(writer: Writer, block: Fiche) -> str:
    """How an action stands, in words, and the word for the mark of all of it or of its heading."""
    state = writer.text(f"\u00a0{block.badge}\u00a0", Look(extra=state_look(block.state))) if block.badge else ""
    mark = writer.word_of(block.mark or block.heading.mark)
    words = writer.text("  ").join(filter(None, (state, mark)))
    return writer.paragraph("Status", words) if words else ""


def _field(writer: Writer, block: Fiche, at: int, widths: Sequence[int], place: Place, edge: int) -> str:
    """A row of the form.  Its label is a heading, so that who listens can go from one to the next.

    Brief rows stand together: on one page with the row after them, and with no rule between them.
    """
    field = block.fields[at]
    before, after = (block.fields[near].brief if 0 <= near < len(block.fields) else None for near in (at - 1, at + 1))
    sides = [side for side, other in (("top", before), ("bottom", after)) if field.brief and other]
    keep = field.brief and after is not None
    level = writer.level(block.heading.level + 1)
    outline = "" if level == _LABEL_LEVEL else f'<w:outlineLvl w:val="{level - 1}"/>'
    label = writer.paragraph("Fiche Label", writer.text(field.label), keep=keep, more=outline)
    if field.mark:
        label += writer.paragraph("Table Text Small", writer.text(field.mark))
    text = "Fiche Text Brief" if keep else "Fiche Text"
    content = writer.blocks(field.blocks, place._replace(wide=widths[1] - 120, left=0, depth=0, text=text))
    is_marked = bool(block.mark or field.mark)
    cells = (cell(widths[0], label, bare=sides, bar=is_marked, edge=edge), cell(widths[1], content, bare=sides))
    return row(cells, whole=_length(field.blocks) <= WHOLE)


def facts(writer: Writer, block: Facts, place: Place) -> str:
    """Facts under each other, their labels in a column."""
    if not block.facts:
        return ""
    widths = shared(place.room, (_LABELS, 1 - _LABELS))
    rows = []
    for fact in block.facts:
        label = writer.paragraph("Fact Label", writer.text(fact.label))
        words = writer.paragraph("Fiche Text", writer.line(fact.children))
        rows.append(row((cell(widths[0], label), cell(widths[1], words)), whole=True))
    said = ", ".join(fact.label for fact in block.facts)
    return drawn(writer, "Fiche", widths, rows, ROW_HEADS, place.left, said)


def boxed(writer: Writer, block: Note, place: Place) -> str:
    """A remark in a box."""
    wide = place.room
    with writer.in_cells() as bar:
        content = writer.blocks(block.blocks, place._replace(wide=wide - 320, left=0, depth=0, text="Fiche Text"))
    inside = [row([cell(wide, content, bar=bar)])]
    return drawn(writer, _BOXES.get(block.kind, "Box"), [wide], inside, NO_HEADS, place.left)


# Of any table


def shared(wide: int, shares: Sequence[float]) -> list[int]:
    """Widths that are *wide* together."""
    edges = [round(wide * sum(shares[:at]) / sum(shares)) for at in range(len(shares) + 1)]
    return [right - left for left, right in pairwise(edges)]


def drawn(
    writer: Writer, style: str, widths: Sequence[int], rows: Iterable[str], heads: str, left: int, said: str = ""
) -> str:
    """A table; *said* describes it to who listens."""
    description = f'<w:tblDescription w:val="{attribute(writer.cleaned(said))}"/>' if said else ""
    properties = (
        f'<w:tblStyle w:val="{writer.styled(style)}"/><w:tblW w:w="{sum(widths)}" w:type="dxa"/>'
        f'<w:tblInd w:w="{left}" w:type="dxa"/><w:tblLayout w:type="fixed"/>{heads}{description}'
    )
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    return f"<w:tbl><w:tblPr>{properties}</w:tblPr><w:tblGrid>{grid}</w:tblGrid>{''.join(rows)}</w:tbl>"


def row(cells: Iterable[str], *, whole: bool = False, head: bool = False) -> str:
    """A row; a *whole* one stays on one page, a *head* is repeated on each."""
    properties = f"{'<w:cantSplit/>' if whole or head else ''}{'<w:tblHeader/>' if head else ''}"
    return f"<w:tr>{f'<w:trPr>{properties}</w:trPr>' if properties else ''}{''.join(cells)}</w:tr>"


def cell(
    width: int,
    content: str,
    *,
    ground: str = "",
    bare: Sequence[str] = (),
    over: int = 1,
    bar: bool = False,
    edge: int = 0,
) -> str:
    """A cell *over* so many columns, in which Word wants at least one paragraph; *bare* are the sides without a rule.

    With a *bar* there is one at its left; its words stand so far from that *edge*.
    """
    span = f'<w:gridSpan w:val="{over}"/>' if over > 1 else ""
    sides = {**dict.fromkeys(bare, '<w:{} w:val="nil"/>'), **({"left": f"<w:{{}} {BAR}/>"} if bar else {})}
    edges = "".join(sides[side].format(side) for side in ("top", "left", "bottom", "right") if side in sides)
    borders = f"<w:tcBorders>{edges}</w:tcBorders>" if edges else ""
    fill = f'<w:shd w:val="clear" w:color="auto" w:fill="{ground}"/>' if ground else ""
    margin = f'<w:tcMar><w:left w:w="{edge}" w:type="dxa"/></w:tcMar>' if edge else ""
    return (
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{span}{borders}{fill}{margin}</w:tcPr>'
        f"{content or '<w:p/>'}</w:tc>"
    )


def _length(node: object) -> int:
    """About how many characters stand in a node."""
    if isinstance(node, str):
        return len(node)
    return sum(map(_length, node)) if isinstance(node, tuple) else 0
