"""Tables inside a cell of a table: they come behind the row that they stand in, and the outer table goes on below them."""

from __future__ import annotations

from collections.abc import Sequence

from elzctl.intake.minutes.words import column_of
from elzctl.intake.paper import Block

_FEWEST = 2  # headings that are known, so that they are those of the columns


def unnested(blocks: Sequence[Block]) -> list[Block]:
    """The blocks, where no table is cut in the middle of a row by another; below an inner table its headings come again."""
    last = {block.cell.table: at for at, block in enumerate(blocks) if block.cell is not None}
    found: list[Block] = []
    place = 0
    while place < len(blocks):
        cell = blocks[place].cell
        end = last[cell.table] + 1 if cell is not None else place + 1
        run = blocks[place:end]
        is_cut = cell is not None and any(one.cell is None or one.cell.table != cell.table for one in run)
        found += _apart(run, cell.table) if cell is not None and is_cut else run
        place = end
    return found


def _apart(run: Sequence[Block], table: int) -> list[Block]:
    """One table with others in it: its rows up to that of an inner one, this, and the rows below."""
    own = [block for block in run if _row(block, table)]
    heads = [block for block in own if _row(block, table) == 1]
    heads = heads if sum(bool(column_of(one.text)) for one in heads) >= _FEWEST else []
    found: list[Block] = []
    done, place = 0, 0
    while place < len(run):
        inner = []
        while place < len(run) and not _row(run[place], table):
            inner.append(run[place])
            place += 1
        if inner:
            found += unnested(inner)
            continue
        until = place
        while until < len(run) and _row(run[until], table):
            until += 1
        row = (
            _holding(run[place:until], run[until:], table) if until < len(run) else max(_row(one, table) for one in own)
        )
        rows = [one for one in own if done < _row(one, table) <= row]
        found += [*(heads if done and rows else ()), *rows]
        done, place = max(done, row), until
    return found


def _holding(above: Sequence[Block], behind: Sequence[Block], table: int) -> int:
    """The row that holds what stands between these: the one above, or the one below when that goes on behind its first cell."""
    last = _row(above[-1], table)
    after = next((one for one in behind if _row(one, table)), None)
    goes_on = after is not None and after.cell is not None and after.cell.column > 1
    return _row(after, table) if after is not None and goes_on and _row(after, table) > last else last


def _row(block: Block, table: int) -> int:
    """The row of that table in which a block stands, 0 for none."""
    return block.cell.row if block.cell is not None and block.cell.table == table else 0
