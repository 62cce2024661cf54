"""Codes of action points: *AP 2026-04 Partners bellen*, and a column *Nr.* that holds more than the count of its rows."""

from __future__ import annotations

import re
from collections.abc import Sequence

from elzctl.intake.minutes.parts import cut
from elzctl.intake.paper import Block

_SHORT = r"[A-Z][A-Za-z]{0,5}"
_CODE = re.compile(
    rf"(?:(?:{_SHORT}[ .-]?)?(?:19|20)\d\d[-/.]\d{{1,3}}(?![-/.,]?\d)|{_SHORT}[.-]?\d{{1,4}}(?:[-/.]\d{{1,3}})*)\s*(?:[:)–—-]\s+|\s)(?=[^\W\d_]{{2}})"
)
_COUNT = re.compile(r"\d{1,3}")


def code_of(block: Block) -> str:
    """The code that the words of a point begin with, as it stands there with the blank behind it; "" for none."""
    found = _CODE.match(block.text)
    return found[0] if found is not None else ""


def with_code(code: str, block: Block) -> Block:
    """The words with the code before them again."""
    spans = tuple(one._replace(start=one.start + len(code), end=one.end + len(code)) for one in block.spans)
    return block._replace(text=f"{code}{block.text}", spans=spans)


def without_code(code: str, block: Block) -> Block:
    """The words behind the code."""
    return cut(block, len(code)) if code else block


def are_counted(values: Sequence[str], *, goes_on: bool) -> bool:
    """True for a column that only counts its rows, from 1 or, where it *goes on* from another page, from any number."""
    typed = [one.strip(" .)") for one in values if one.strip(" .)")]
    if not all(map(_COUNT.fullmatch, typed)):
        return False
    numbers = [int(one) for one in typed]
    return not numbers or (
        numbers == list(range(numbers[0], numbers[0] + len(numbers))) and (goes_on or numbers[0] == 1)
    )
