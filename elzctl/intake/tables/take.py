"""A table of Excel or CSV as rows of texts, whatever program of whatever country wrote it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from elzctl.intake.paper import Unfit
from elzctl.record import NamedTuple
from elzctl.wording import Message, say

MOST_ROWS = 10_000
MOST_COLUMNS = 100
LONGEST = 16 << 10
"""Characters of one cell."""

# How other files than a table begin, and what they are called.
_OTHERS = (
    (b"%PDF-", say("This is a PDF, no table"), say("Save the table as .xlsx or .csv.")),
    (
        b"\xd0\xcf\x11\xe0",
        say("This is a file of an old Excel, or one with a password"),
        say("Open it in Excel, take the password off, and save it as .xlsx."),
    ),
)
# What a spreadsheet may put before a text so that it is none of its formulas.
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


class Row(NamedTuple):
    """A row that holds something; *number* counts from 1 as the program shows it."""

    number: int
    cells: tuple[str, ...]


class Book(NamedTuple):
    """The rows of one sheet, all as long as the longest; *sheet* is its name, "" for CSV.

    ``remarks`` tell what a person should know: other sheets, formulas, cells that were joined.
    """

    name: str
    sheet: str
    rows: tuple[Row, ...]
    remarks: tuple[Message, ...] = ()


def book(name: str, data: bytes, encoding: str | None = None, sheet: str | None = None) -> Book:
    """The rows of a file.  Raises Unfit.

    *encoding* is for CSV; *sheet* the name of a sheet of Excel, else the first one that can be seen and holds something.
    """
    for sign, message, hint in _OTHERS:
        if data.startswith(sign):
            raise Unfit(message, hint)
    if data.startswith(b"PK\x03\x04"):
        from elzctl.intake.tables.xlsx import xlsx

        rows: Iterable[Row]
        found, rows, remarks = xlsx(data, sheet)
    else:
        from elzctl.intake.tables.csv import csv_rows

        if sheet:
            raise Unfit(say("A CSV file has no sheets"), say("Leave --sheet out."))
        found, (rows, remarks) = "", csv_rows(data, encoding)
    kept = tuple(bounded(rows))
    if not kept:
        raise Unfit(
            say("There is nothing in this table"), say("Look whether it is the right file and the right sheet.")
        )
    wide = max(len(row.cells) for row in kept)
    return Book(
        name, found, tuple(Row(row.number, row.cells + ("",) * (wide - len(row.cells))) for row in kept), remarks
    )


def bounded(rows: Iterable[Row]) -> Iterator[Row]:
    """The rows that hold something, tidied; at most so many, so wide, with cells so long.  Raises Unfit."""
    count = 0
    for row in rows:
        cells = tuple(map(tidy, row.cells))
        while cells and not cells[-1]:
            cells = cells[:-1]
        if not cells:
            continue
        count += 1
        if count > MOST_ROWS:
            raise Unfit(say("This table has more than {limit} rows", limit=MOST_ROWS), say("Cut it in parts."))
        if len(cells) > MOST_COLUMNS:
            raise Unfit(say("Row {row} has more than {limit} columns", row=row.number, limit=MOST_COLUMNS))
        if max(map(len, cells)) > LONGEST:
            raise Unfit(
                say("Row {row} has a cell of more than {limit} characters", row=row.number, limit=LONGEST),
                say("Perhaps a quotation mark is not closed there."),
            )
        yield Row(row.number, cells)


def tidy(text: str) -> str:
    """A cell without blanks around it, and without the quotation mark that keeps it from being a formula."""
    text = text.strip(" \t\r\n\xa0")
    return text[1:].lstrip() if text.startswith("'") and text[1:].lstrip().startswith(_FORMULA) else text
