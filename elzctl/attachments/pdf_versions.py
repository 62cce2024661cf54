"""The earlier versions of a PDF that programs keep in it when they write no more than what changed behind its end.

What was taken out of a later one still stands in the bytes, for whoever cuts that end off.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING

from elzctl.tree import Unreadable
from elzctl.wording import say

if TYPE_CHECKING:
    from pypdfium2 import PdfPage

_ENDS = re.compile(rb"startxref\s{1,4}\d{1,12}\s{1,4}%%EOF\s{0,2}")
# A PDF of which the first page is shown before the rest came: it has an end there too, and says how long it is.
_IN_ORDER, _LONG = rb"/Linearized\s{0,4}\d", rb"/L\s{1,4}(\d{1,12})(?=[\s/>])"
_OBJECT, _FIRST = b" obj", 1_024
_MOST_VERSIONS = 30
_DEEPEST = 5


def earlier(raw: bytes) -> Sequence[int]:
    """Where each version ends behind which something was added, the oldest first.  Raises Unreadable for too many."""
    begin = raw[:_FIRST]
    said = re.search(_LONG, begin) if re.search(_IN_ORDER, begin) else None
    first = int(said[1]) if said is not None and int(said[1]) <= len(raw) else 0
    last = raw.rfind(_OBJECT)
    # The end in the middle of one in order belongs to the version that goes to where it says.
    found = [one.end() for one in _ENDS.finditer(raw) if first - len(b"\r\n") <= one.end() < last]
    if len(found) > _MOST_VERSIONS:
        raise Unreadable(
            say("keeps more earlier versions of itself than elzctl can look into; print it to a new PDF, and take that")
        )
    return found


def held(text: str, page: PdfPage) -> Counter[str]:
    """The words of a *text* that stands on a page, with how often each is there, and its pictures by what is in them."""
    import pypdfium2.raw as raw
    from pypdfium2 import PdfImage

    pictures = page.get_objects(filter=(raw.FPDF_PAGEOBJ_IMAGE,), max_depth=_DEEPEST)
    found = Counter(re.findall(r"\w+", text))
    found.update(f"\0{hash(bytes(one.get_data()))}" for one in pictures if isinstance(one, PdfImage))
    return found


def lost(before: Sequence[Counter[str]], after: Sequence[Counter[str]]) -> int:
    """The first page of which something is no longer there; 0 when all still is, on whatever page."""
    gone = sum(before, Counter[str]()) - sum(after, Counter[str]())
    return next((number for number, page in enumerate(before, start=1) if page.keys() & gone.keys()), 0)
