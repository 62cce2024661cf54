"""CSV: from bytes to rows, whatever the signs between the columns and however the text is encoded."""

from __future__ import annotations

import csv
import io
import re
from collections import Counter
from collections.abc import Iterator

from elzctl.intake.paper import Unfit
from elzctl.intake.readers.text import decoded
from elzctl.intake.tables.take import LONGEST, Row
from elzctl.wording import Message, say

_SIGNS = (";", "\t", ",", "|")
_LOOKED_AT = 60
_FEW, _MANY = 2, 0.8
# With this line Excel is told what stands between the columns.
_SEP = re.compile(r"\"?sep=(?P<sign>[^\r\n])\"?[;,\t]*\r?(?:\n|\Z)", re.IGNORECASE)


def csv_rows(data: bytes, encoding: str | None) -> tuple[Iterator[Row], tuple[Message, ...]]:
    """The rows, and how the text was read when that is not sure.  Raises Unfit."""
    text, remarks = _text(data, encoding)
    first, sign = 1, None
    told = _SEP.match(text)
    if told is not None:
        text, first, sign = text[told.end() :], 2, told["sign"]
    return _rows(text, sign or _between(text), first), remarks


def _rows(text: str, sign: str, first: int) -> Iterator[Row]:
    csv.field_size_limit(2 * LONGEST)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=sign)
    start = first
    try:
        for cells in reader:
            yield Row(start, tuple(cells))
            start = first + reader.line_num
    except csv.Error:
        raise Unfit(
            say("Row {row} has a cell of more than {limit} characters", row=start, limit=LONGEST),
            say("Perhaps a quotation mark is not closed there."),
        ) from None


def _between(text: str) -> str:
    """The sign between columns: the one with which the most of the first rows get the same number of columns."""

    def score(sign: str) -> tuple[int, int]:
        widths: Counter[int] = Counter()
        try:
            for row in _rows(text, sign, 1):
                if any(row.cells):
                    widths[len(row.cells)] += 1
                if widths.total() >= _LOOKED_AT:
                    break
        except Unfit:
            return 0, 0
        width, count = max(widths.items(), key=lambda one: (one[0] > 1, one[1]), default=(1, 0))
        return (count, width) if width > 1 else (0, 0)

    return max(_SIGNS, key=score)


def _text(data: bytes, encoding: str | None) -> tuple[str, tuple[Message, ...]]:
    """The text; UTF-16 without its mark is seen from the zeros between the letters.  Raises Unfit."""
    for called, zeros in (("utf-16-le", data[1:400:2]), ("utf-16-be", data[:400:2])):
        if encoding is None and len(zeros) > _FEW and zeros.count(0) > len(zeros) * _MANY:
            encoding = called
    return decoded(data, encoding)
