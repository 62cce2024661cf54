"""Something to go to that only its day, hours and place tell: ``gratis rollators nakijken in LDC De Zon, wo 14/10 van 14u tot 17u``."""

from __future__ import annotations

import re

from elzctl.intake import hours
from elzctl.intake.when import Dated

_IN = re.compile(
    r"\b(?i:in|bij|te|op|aan)\s(?i:de\s|het\s|['’]t\s)?(?:[a-zà-ÿ-]{4,}\s)?(?=[A-ZÀ-Þ])|\b(?i:in|op)\s(?i:de|het)\s\w*(?:zaal|centrum|huis|bib|bibliotheek|plein|markt|school|kerk|hal|park)\b"
)
_BETWEEN = re.compile(r"(?i)[\s,;(–-]*(?:van\s|om\s|telkens\s|from\s)?")
# A day on which nothing begins, hours that count for longer, and what was.
_NO_DAY = re.compile(
    r"(?i)\b(?:tegen|tot|vanaf|sinds|vóór|uiterlijk|ten laatste|deadline|na|until|from|by|before)\s(?:op\s|en met\s)?(?:de\s)?(?:[a-z]{2,9}\.?\s)?\Z"
)
_NO_EVENT = re.compile(
    r"(?i)\b(?:gesloten|open|openingsuren|permanentie|telkens|elke|iedere|inschrijv\w*|aanmeld\w*|was|waren|werd|werden|ging|gingen|vond|vonden|kwam|kwamen|had|hadden|niet|geen|closed|every)\b"
)


def is_at_place(text: str, found: Dated) -> bool:
    """True for words with a place before the day that was *found*, and hours from and to right behind it."""
    clock = next(hours.find(text[found.last : found.last + 40]), None)
    if clock is None or clock.end is None or not _BETWEEN.fullmatch(text, found.last, found.last + clock.first):
        return False
    head = text[: found.first]
    return _IN.search(head) is not None and not (_NO_DAY.search(head) or _NO_EVENT.search(text))
