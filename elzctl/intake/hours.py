"""Times of day in minutes, beyond those that a file may hold: ``13.30 u.``, ``van 9 tot 11 uur``, ``1-3 pm``."""

from __future__ import annotations

import re
from collections.abc import Iterator

from elzctl.clock import Clock, Hours

_SIGN = r"\s?(?:uur|u|h|hrs)\b\.?"
_HOUR = (
    r"(?P<h>2[0-3]|[01]?[0-9])(?:"
    rf"(?:[:]|\s?[uUhH]\s?)(?P<m>[0-5][0-9])(?![0-9])(?:{_SIGN})?(?:\s?(?P<half>[ap])\.?m\b\.?)?"
    rf"|\.(?P<dm>[0-5][0-9])(?![0-9])(?:(?P<unit>{_SIGN})|\s?(?P<half3>[ap])\.?m\b\.?)?|{_SIGN}(?!\s?[0-9])|\s?(?P<half2>[ap])\.?m\b\.?)"
)
_TIME = rf"(?<![\w.,:/])(?<![^\W\d]-){_HOUR}"
_TO = r"\s*(?:/(?=\d{1,2}\s?[uUhH:])|--?|–|—|→|tot en met|tot|t\.e\.m\.|t/m|to|until|till|à)\s*(?:(?:(?:een (?:stuk|eind|beetje)|iets|even|kort|ruim|net)\s+)?(?:na|voorbij|voor|vóór)\s|(?:ongeveer|circa|ca\.?|\+/-|±|rond|omstreeks|about|after)\s*)?"
_BARE = rf"(?<![\w.,:/-])(?P<bare>2[0-3]|[01]?[0-9]){_TO}(?=[0-9])"
_BEFORE_TIME = (
    r"(?i)(?:\b(?:om|van|vanaf|at|from|rond|tegen|start|aanvang|begin|einde|uur|tot|time|tijdstip)\s*:?\s*)\Z"
)


def find(text: str, *, loose: bool = False) -> Iterator[Hours]:
    """The times in a text, each with the one it runs to.  *loose*: the text is about times, so that ``13.30`` is one."""
    time, second, place = re.compile(_TIME, re.IGNORECASE), re.compile(_HOUR, re.IGNORECASE), 0
    while match := time.search(text, place):
        place = match.end()
        start, begin = _clock(match), match.start()
        bare = _bare(text, max(0, begin - 24), begin)
        joint = re.compile(_TO, re.IGNORECASE).match(text, match.end())
        other = second.match(text, joint.end()) if joint else None
        until = _clock(other) if other else None
        if start is None or (not loose and _is_number(text, match, other)):
            continue
        if bare is not None and until is None:
            start, until, begin = Clock(int(bare["bare"])), start, bare.start()
            if match["half2"] and match["half2"].lower() == "p" and start.hour < 12 and start.hour + 12 <= until.hour:
                start = Clock(start.hour + 12)
        elif other is not None and until is not None:
            place = other.end()
        yield Hours(start, until, begin, place)


def _bare(text: str, low: int, place: int) -> re.Match[str] | None:
    """The hour without a sign before a time that ends a range: the 9 of ``9 tot 11 uur``."""
    found = re.compile(_BARE, re.IGNORECASE).finditer(text, low, place + 1)
    return next((one for one in found if one.end() == place), None)


def _is_number(text: str, match: re.Match[str], other: re.Match[str] | None) -> bool:
    """True for ``13.30`` that nothing shows to be a time."""
    if not match["dm"] or match["unit"] or match["half3"]:
        return False
    if re.match(r"(?i)\s*(?:euro?\b|€|%|km\b|kg\b|m²)", text[match.end() :]):
        return True
    is_range = other is not None and (other["unit"] or not other["dm"])
    return not is_range and not re.search(_BEFORE_TIME, text[: match.start()])


def _clock(match: re.Match[str]) -> Clock | None:
    hour, half = int(match["h"]), match["half"] or match["half2"] or match["half3"]
    if half:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if half.lower() == "p" else 0)
    return Clock(hour, int(match["m"] or match["dm"] or 0))


def written(start: Clock | None, end: Clock | None) -> str:
    """Hours as a line of minutes holds them: ``13u30-16u``."""
    return "-".join(f"{one.hour}u{one.minute:02}" if one.minute else f"{one.hour}u" for one in (start, end) if one)
