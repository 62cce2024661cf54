"""Whether lines are a calendar of what takes place: most of them begin with a day."""

from __future__ import annotations

import re
from collections.abc import Sequence

from elzctl.intake.minutes.parts import Part, Table, text_of

_DAY_FIRST = re.compile(
    r"(?i)\W*(?:(?:week van|ma|di|wo|do|vr|za|zo)[a-z]*\.?\s+)?\d{1,2}(?:\s?[/.-]\s?\d{1,2}\b(?!\s?(?:u|uur)\b)|\s+(?:jan|feb|maart|mrt|apr|mei|jun|jul|aug|sep|okt|nov|dec))"
)


def is_calendar(parts: Sequence[Part]) -> bool:
    """True for such lines, and for tables in which most rows begin so."""
    texts = [text for part in parts for text in _firsts(part)]
    return bool(texts) and 2 * sum(_DAY_FIRST.match(text) is not None for text in texts) > len(texts)


def _firsts(part: Part) -> list[str]:
    """The text of a paragraph; of a table the first cell of each row below its headings."""
    return [text_of(row[0]) for row in part.rows[1:]] if isinstance(part, Table) else [part.text]
