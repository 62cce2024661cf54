"""Words that are one date or one period, and nothing else: *van maart tot juni 2026*, *start april, klaar in mei 2027*."""

from __future__ import annotations

import re

from elzctl import dates
from elzctl.dates import VagueDate

_FROM = re.compile(
    r"(?i)\W*(?:(?:we |wij )?(?:start(?:en)?|beginnen|begint|opstart|starts?)\s+(?:in|op|vanaf|from)|vanaf|van|sinds|start(?:datum)?\s*:?|begin\s*:|from|since|as of)\s+(?P<date>.+)\Z"
)
_UNTIL = re.compile(
    r"(?i)\W*(?:tot en met|t\.?e\.?m\.?|t/m|tot|tegen|uiterlijk|voor|(?:klaar|af|afgerond|afgewerkt|gereed|ready|done)(?:\s+(?:tegen|in|op|voor|by|in|on))?|deadline\s*:?|einde?\s*:|until|by|before)\s+(?P<date>.+)\Z"
)
_BOTH = re.compile(
    r"(?i)\W*(?:van(?:af)?\s+|from\s+)?(?P<start>.+?)\s*(?:\btot en met\b|\bt/m\b|\bt\.e\.m\.|\btot\b|\buntil\b|\bto\b|\s[-–—]\s|–|\s/\s)\s*(?P<due>.+)\Z"
)
_YEARS = re.compile(r"(\d{4})\s*[-–/]\s*(\d{4})")
_WHOLE = re.compile(
    r"(?i)(?:heel|gans|(?:het )?(?:hele|ganse) jaar|hele|doorheen|in de loop van|gedurende|tijdens|loopt in|all of|throughout|during)\s+(?:het jaar\s+|the year\s+)?(?=\w)"
)
_ARTICLE = re.compile(
    r"(?i)(?<!\w)(?:de|het|the)\s+(?=(?:zomer|winter|herfst|lente|voorjaar|najaar|(?:eerste|tweede|derde|vierde|[1-4]e)\s+(?:helft|jaarhelft|kwartaal)|spring|summer|autumn)(?!\w))"
)
BETWEEN = re.compile(r"\s*[,;&+]\s*|\s+(?:en|and)\s+")


def period_in(text: str) -> tuple[VagueDate | None, VagueDate | None]:
    """Start and due that a text names, when it names nothing else."""
    text = _ARTICLE.sub("", text)
    for pattern, place in ((_UNTIL, 1), (_FROM, 0)):
        match = pattern.match(text)
        value = dates.read(match["date"].strip(" .;")) if match else None
        if isinstance(value, VagueDate):
            if place == 0 and (ends := _both_ends(text.strip(" .;"), value)) is not None:
                return ends
            return (value, None) if place == 0 else (None, value)
    years = _YEARS.fullmatch(text.strip(" .;"))
    if years is not None and int(years[1]) < int(years[2]):
        text = f"{years[1]} – {years[2]}"
    both = _BOTH.match(text)
    if both is not None:
        start, due = dates.read(both["start"]), dates.read(both["due"].strip(" .;"))
        if isinstance(start, VagueDate) and isinstance(due, VagueDate):
            return start, due
        whole = dates.read(text.strip(" .;"))
        ends = _both_ends(text.strip(" .;"), whole) if isinstance(whole, VagueDate) else None
        if ends is not None:
            return ends
    first, *second = BETWEEN.split(text.strip(" .;"))
    if len(second) == 1 and _FROM.match(first) and _UNTIL.match(second[0]):
        begins, ends_by = period_in(first)[0], period_in(second[0])[1]
        if begins is not None and ends_by is not None:
            return begins, ends_by
    value = dates.read(_WHOLE.sub("", text.strip(" .;")))
    return (None, value) if isinstance(value, VagueDate) else (None, None)


def _both_ends(text: str, whole: VagueDate) -> tuple[VagueDate, VagueDate] | None:
    """Start and due of *van 1 maart tot 30 juni 2026*: what the second says of both is not typed twice."""
    both = _BOTH.match(text)
    due = dates.read(both["due"]) if both is not None else None
    if both is None or not isinstance(due, VagueDate) or whole.first >= due.last:
        return None
    shared = both["due"].split()
    for at in range(len(shared), -1, -1):
        start = dates.read(" ".join((both["start"], *shared[at:])))
        if isinstance(start, VagueDate) and start.first == whole.first and start.last <= due.last:
            return start, due
    return None
