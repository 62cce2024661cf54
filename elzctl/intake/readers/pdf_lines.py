"""The printed lines of a PDF for the account, and which of them run along with the pages."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence

from elzctl.intake.paper import Line
from elzctl.intake.readers.pdf_grid import grids_of
from elzctl.intake.readers.pdf_parts import Row, printed_rows
from elzctl.intake.readers.pdf_runs import Page, Run
from elzctl.intake.readers.running import running


def lines_of(
    pages: Sequence[Page], tagged: Collection[int]
) -> tuple[list[Line], dict[tuple[int, Run], int], set[tuple[int, Run]]]:
    """The printed lines, where each run stands among them, and the runs of running lines; some pages are *tagged*."""
    rows = [printed_rows(page.runs, number) for number, page in enumerate(pages, start=1)]
    lines = [
        Line(" ".join(row.text.split()), row.page, count) for page in rows for count, row in enumerate(page, start=1)
    ]
    found = set(running(lines))
    untagged = [page for page in range(len(pages)) if page + 1 not in tagged]
    found.difference_update(_heads([pages[at] for at in untagged], [rows[at] for at in untagged], _starts(rows), found))
    held = [row for page_rows in rows for row in page_rows]
    places = {(row.page, run): place for place, row in enumerate(held) for run in row.runs}
    left_out = {(row.page, run) for place, row in enumerate(held) for run in row.runs if place in found}
    return [line._replace(running=place in found) for place, line in enumerate(lines)], places, left_out


def _starts(rows: Sequence[Sequence[Row]]) -> dict[int, int]:
    """The place of the first line of each page, by its number."""
    starts: dict[int, int] = {}
    place = 0
    for number, page in enumerate(rows, start=1):
        starts[number] = place
        place += len(page)
    return starts


def _heads(
    pages: Sequence[Page], rows: Sequence[Sequence[Row]], starts: Mapping[int, int], found: Collection[int]
) -> Iterator[int]:
    """Running lines that are a part of a drawn table which is no head of pages: its own head, which is read with the table."""
    tables: list[tuple[str, list[int]]] = []
    for page, here in zip(pages, rows, strict=True):
        start = starts[here[0].page] if here else 0
        if not any(start + at in found for at in range(len(here))):
            continue
        for runs in (grid.runs for grid in grids_of(page.rules, page.runs) if grid.is_parted):
            inside = [at for at, row in enumerate(here) if runs.issuperset(row.runs)]
            text = re.sub(r"\d+", "#", " ".join(here[at].text for at in inside))
            tables.append((text, [start + at for at in inside]))
    often = Counter(text for text, _ in tables)
    for text, places in tables:
        heads = [place for place in places if place in found]
        # The table at the head of a letter is the same on every page, but for the number of that.
        if len(heads) < len(places) and (often[text] == 1 or 2 * len(heads) <= len(places)):
            yield from heads


def place_of(row: Row, places: Mapping[tuple[int, Run], int]) -> int:
    """The line that a row is, or is a part of; the number of a note may have been written otherwise than it stands there."""
    for run in row.runs:
        if (row.page, run) in places:
            return places[row.page, run]
    marks = {run.mark for run in row.runs}
    return next((at for (page, run), at in places.items() if page == row.page and run.mark in marks), 0)
