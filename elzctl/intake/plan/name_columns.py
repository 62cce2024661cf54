"""A table of several columns where names belong, as within a cell of a form: one of its columns holds them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from elzctl.intake.paper import Block
from elzctl.intake.plan.desk import Desk, lines
from elzctl.intake.plan.draft import Draft
from elzctl.intake.plan.words import Label, label_of, plain
from elzctl.wording import say

if TYPE_CHECKING:
    from elzctl.intake.plan.form import Piece

_HEADS = frozenset(
    "naam namen organisatie organisaties wie dienst diensten actor actoren partner partners name names organisation organization who".split()
)
IN_TABLE = say("It stands in a table where names belong: look whether each is who is meant.")


def with_names(piece: Piece) -> tuple[Block, ...]:
    """The blocks of a piece in which names may stand: of a table of several columns those of one, below its head."""
    tables = _of_several(piece)
    return tuple(block for block in piece.blocks if block.cell is None or _may_name(block, tables))


def doubt_tables(piece: Piece, key: str, draft: Draft, desk: Desk) -> None:
    """What was read of such a table is a guess."""
    tables = _of_several(piece)
    blocks = [block for block in piece.blocks if block.cell is not None and block.cell.table in tables]
    if blocks:
        desk.ledger.doubt(draft.path, key, IN_TABLE, lines(blocks))


def inner_tables(blocks: Sequence[Block]) -> set[int]:
    """The tables that begin and end within another one: those in a cell."""
    first: dict[int, int] = {}
    last: dict[int, int] = {}
    for at, block in enumerate(blocks):
        if block.cell is not None:
            first.setdefault(block.cell.table, at)
            last[block.cell.table] = at
    return {
        one
        for one, begins in first.items()
        if any(other != one and first[other] < begins and last[one] < last[other] for other in first)
    }


def _of_several(piece: Piece) -> dict[int, tuple[int, int]]:
    """The tables of several columns below a label that stands in none of them: the column with names, and its last row of heads."""
    own = piece.head.cell.table if piece.head is not None and piece.head.cell is not None else 0
    columns: dict[int, dict[int, str]] = {}
    for block in piece.blocks:
        cell = block.cell
        if cell is not None and cell.table != own:
            first = columns.setdefault(cell.table, {})
            first.setdefault(cell.column, block.text if cell.row == 1 else "")
    found: dict[int, tuple[int, int]] = {}
    for table, heads in columns.items():
        if len(heads) > 1:
            named = next((at for at, text in heads.items() if _is_head(text)), None)
            found[table] = (min(heads), 0) if named is None else (named, 1)
    return found


def _is_head(text: str) -> bool:
    return plain(text) in _HEADS or label_of(text) in (Label.LEAD, Label.PARTNERS, Label.TARGETS)


def _may_name(block: Block, tables: dict[int, tuple[int, int]]) -> bool:
    cell = block.cell
    if cell is None or cell.table not in tables:
        return True
    column, last_head = tables[cell.table]
    return cell.column == column and cell.row > last_head
