"""The tables of a page: in which cell a block stands, those that reach over rows and columns counted in."""

from __future__ import annotations

from collections.abc import Mapping

from elzctl.intake.paper import Cell

_WIDEST = 200


class Tables:
    """Tables that are open, and the place in each; ``nested`` are those in a cell of another one."""

    def __init__(self) -> None:
        self._number = 0
        self.nested = 0
        self._open: list[_Table] = []

    def open(self, tag: str, given: Mapping[str, str]) -> None:
        """The beginning of a table, a row or a cell."""
        if tag == "table":
            self.nested += bool(self._open)
            self._number += 1
            self._open.append(_Table(self._number))
        elif self._open and tag == "tr":
            self._open[-1].begin_row()
        elif self._open:
            self._open[-1].begin_cell(_reach(given.get("colspan", "")), _reach(given.get("rowspan", "")))

    def close(self, tag: str) -> None:
        """Their end."""
        if tag == "table" and self._open:
            self._open.pop()
        elif tag in ("td", "th") and self._open:
            self._open[-1].inside = False

    @property
    def cell(self) -> Cell | None:
        """The cell of what stands here."""
        table = self._open[-1] if self._open else None
        return Cell(table.number, table.row, table.column) if table is not None and table.inside else None


class _Table:
    def __init__(self, number: int) -> None:
        self.number = number
        self.row = 0
        self.column = 0
        self.inside = False
        self._next = 1
        self._taken: dict[int, int] = {}

    def begin_row(self) -> None:
        self.row += 1
        self._next = 1
        self._taken = {column: rows - 1 for column, rows in self._taken.items() if rows > 1}

    def begin_cell(self, columns: int, rows: int) -> None:
        if not self.row:
            self.begin_row()
        while self._next in self._taken:
            self._next += 1
        self.column, self.inside = self._next, True
        if rows > 1:
            # Taken from the next row on.
            self._taken |= dict.fromkeys(range(self.column, self.column + columns), rows)
        self._next += columns


def _reach(text: str) -> int:
    return min(max(int(text), 1), _WIDEST) if text.isdecimal() and len(text) < 7 else 1
