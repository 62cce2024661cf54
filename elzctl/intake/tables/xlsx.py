"""Excel: the rows of a sheet as its program last showed them.  Formulas are never worked out, and nothing is fetched."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from io import BytesIO
from typing import Any

from elzctl.intake.paper import ADDITION, Unfit
from elzctl.intake.readers.archive import Archive
from elzctl.intake.tables.take import MOST_COLUMNS, MOST_ROWS, Row
from elzctl.wording import Message, say, say_count

FARTHEST = 20 * MOST_ROWS
"""Rows that are looked through for something; empty ones count here."""

_MERGED = re.compile(rb"<(?:\w+:)?mergeCell\s[^>]*?ref=\"([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})\"")
_HIDDEN = re.compile(rb"<(?:\w+:)?row\s[^>]*?\bhidden=\"(?:1|true)\"")
_DAMAGED = say("This file of Excel is damaged, or no file of Excel")
_HEAD = 64 << 10
"""Bytes at the beginning of a part, where a document type stands."""
_SAVE = say("Open it in Excel and save it as .xlsx or .csv.")


def xlsx(data: bytes, wanted: str | None) -> tuple[str, list[Row], tuple[Message, ...]]:
    """The name of the sheet, its rows and what to tell.  Raises Unfit."""
    archive = Archive(data)
    if "xl/workbook.xml" not in archive.names:
        raise Unfit(say("This is no file of Excel"), _SAVE)
    parts = {name: archive.read(name) for name in archive.names if name.endswith((".xml", ".rels"))}
    if any(b"<!DOCTYPE" in part[:_HEAD] or b"<!ENTITY" in part[:_HEAD] for part in parts.values()):
        raise Unfit(say("The document declares entities of its own, which Excel never does; it is not read"), _SAVE)
    values = _workbook(data, values=True)
    try:
        sheet = _chosen(values, wanted)
        raw = parts.get(str(getattr(sheet, "_worksheet_path", "")).lstrip("/"), b"")
        rows, told = _merged(list(_rows(sheet)), raw)
        remarks = [*_others(values, sheet), *told, *_hidden_rows(raw)]
        if b"<f" in raw or b":f" in raw:
            remarks += _formulas(data, sheet.title)
        return str(sheet.title), rows, tuple(remarks)
    except (Unfit, MemoryError):
        raise
    except Exception as error:
        raise Unfit(_DAMAGED, _SAVE) from error


def _workbook(data: bytes, *, values: bool) -> Any:
    try:
        from openpyxl import load_workbook
    except ImportError:
        raise Unfit(
            say("Tables of Excel cannot be read here: an addition to elzctl is missing"),
            say("Install it: {pipx} or {pip}. Or save the table as CSV.", **ADDITION),
        ) from None
    import warnings

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # about styles and extensions that no row needs
            return load_workbook(BytesIO(data), read_only=True, data_only=values, keep_links=False)
    except MemoryError:
        raise
    except Exception as error:
        raise Unfit(_DAMAGED, _SAVE) from error


def _chosen(workbook: Any, wanted: str | None) -> Any:
    sheets = workbook.worksheets
    if wanted:
        found = next((one for one in sheets if one.title.casefold() == wanted.strip().casefold()), None)
        if found is None:
            names = ", ".join(one.title for one in sheets)
            raise Unfit(
                say("There is no sheet “{name}”", name=wanted[:40]), say("There are: {names}.", names=names[:400])
            )
        return found
    seen = [one for one in sheets if one.sheet_state == "visible"]
    found = next((one for one in seen if next(_rows(one), None) is not None), None)
    if found is None:
        raise Unfit(
            say("There is nothing in this table"), say("Look whether it is the right file and the right sheet.")
        )
    return found


def _others(workbook: Any, sheet: Any) -> Iterator[Message]:
    """Sheets that were not read; those that hide are named apart."""
    seen = [one.title for one in workbook.worksheets if one.sheet_state == "visible" and one.title != sheet.title]
    hidden = [one.title for one in workbook.worksheets if one.sheet_state != "visible" and one.title != sheet.title]
    if seen:
        yield say("Other sheets were not read: {names}. Name one with --sheet.", names=", ".join(seen)[:400])
    if hidden:
        yield say("Hidden sheets were not read: {names}.", names=", ".join(hidden)[:400])


def _rows(sheet: Any) -> Iterator[Row]:
    """The rows that hold something."""
    sheet.reset_dimensions()  # what a file says of its own size may be a lie
    count = 0
    for number, cells in enumerate(sheet.iter_rows(max_col=MOST_COLUMNS + 1, values_only=True), 1):
        if number > FARTHEST:
            raise Unfit(say("This table has more than {limit} rows", limit=FARTHEST), say("Cut it in parts."))
        texts = tuple(map(_shown, cells))
        if any(texts):
            count += 1
            yield Row(number, texts)
        if count > MOST_ROWS:
            return


def _shown(value: object) -> str:
    """A value as a person reads it."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, dt.datetime):
        return value.date().isoformat() if value.time() == dt.time() else value.isoformat(" ", "minutes")
    if isinstance(value, dt.date):
        return value.isoformat()
    if isinstance(value, dt.time):
        return f"{value:%H:%M}"
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() else str(value)
    return str(value)


def _merged(rows: list[Row], raw: bytes) -> tuple[list[Row], list[Message]]:
    """The rows with what joined cells say in each of the rows that they stretch over."""
    by_number = {row.number: list(row.cells) for row in rows}
    count = 0
    for left, top, _, bottom in _MERGED.findall(raw):
        column, first, last = _column(left), int(top), int(bottom)
        whole = by_number.get(first, [])
        if last <= first or column >= len(whole) or not whole[column]:
            continue
        count += 1
        for number in range(first + 1, min(last, first + MOST_ROWS) + 1):
            cells = by_number.get(number)
            if cells is not None and column < len(cells) and not cells[column]:
                cells[column] = whole[column]
    told = say_count(
        "{count} joined cell counts for each of its rows.", "{count} joined cells count for each of their rows.", count
    )
    return [Row(number, tuple(cells)) for number, cells in by_number.items()], [told] if count else []


def _column(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number - 1


def _hidden_rows(raw: bytes) -> Iterator[Message]:
    count = len(_HIDDEN.findall(raw))
    if count:
        yield say_count(
            "{count} row is hidden in Excel; it was read too.",
            "{count} rows are hidden in Excel; they were read too.",
            count,
        )


def _formulas(data: bytes, title: str) -> Iterator[Message]:
    """How many cells are formulas: of those the value counts that Excel last saved."""
    sheet = next(one for one in _workbook(data, values=False).worksheets if one.title == title)
    sheet.reset_dimensions()
    count = sum(
        cell.data_type == "f"
        for number, cells in enumerate(sheet.iter_rows(max_col=MOST_COLUMNS))
        if number < FARTHEST
        for cell in cells
    )
    if count:
        yield say_count(
            "{count} cell is a formula; the value that Excel last saved counts.",
            "{count} cells are formulas; the values that Excel last saved count.",
            count,
        )
