"""Where a meeting is, told behind its day and hours or on a line of its own."""

from __future__ import annotations

import re
from datetime import date

from elzctl.intake import hours, when
from elzctl.intake.minutes.marks import NOT_SHORT

_HOUSE = (
    r"(?:\w*(?:zaal|kamer|huis|huizen|centrum|kantoor|gebouw|school|kerk|bibliotheek|campus|hoeve|kasteel|kapel|cafetaria|polyvalente|site|hall|room"
    r"|library|centre|center|office|building)|\w+(?:straat|laan|plein|steenweg|dreef|kaai|square|street|road)|online|teams|zoom|wzc|ldc|woc|az|ocmw|bib)"
)
_PLACE = re.compile(
    r"(?:\A[\s,]*(?:in|te|bij|op|at)\s+(?:de |het |the )(?=\S)|\b(?=(?:online|digitaal|hybride|via (?:MS |Microsoft )?(?:Teams|Zoom))\b)|\b(?:komst|kwam|kwamen|gekomen|afgezakt|afzakken|welkom)\b[^.!?]{0,25}\snaar\s+(?:de |het )?(?=(?:[a-zà-ÿ-]{5,}\s+)?[A-ZÀ-Þ])|\b(?:in|te|bij|at)\s+(?:(?:de |het |the )?(?=(?:(?:lokaal|sociaal|cultureel|administratief|gemeentelijke?|stedelijke?|polyvalente|grote|kleine|oude?|nieuwe?) )?[a-zà-ÿ-]{5,}(?: van)?\s+[A-ZÀ-Þ]))|\b(?:in|te|bij|op|at|@|locatie|plaats|place|venue|lokaal|zaal)\b:?\s+(?:de |het |the )?(?=[A-ZÀ-Þ0-9])|\bbij\s+(?=[^\s()]+(?:\s[^\s()]+){0,3}\s\([A-ZÀ-Þ])|[,;–—|-]\s*(?=(?:['’]t\s)?[A-ZÀ-Þ]))"
    rf"|[,;–—|-]\s*(?=(?i:{_HOUSE})\b)"
)
EACH = re.compile(r"(?i)\b(?:telkens|steeds|elke keer|each|always|every time)\b")
SENTENCE = re.compile(rf"(?<=[a-zà-ÿ0-9)”\"])[.!?]{NOT_SHORT}(?=\s+[A-ZÀ-Þ]|\s*\Z)")
# No place goes on behind these: "in Meer! Hieronder …", "in Meer 😊".
_ENDS = re.compile(r"[!?…](?=\s|\Z)|\s*[\u2600-\u27bf\U0001f000-\U0001faff]")
_MOST_WORDS = 10
# A verb at the end of a clause is no part of a place: "wat we in het Sociaal Huis bespraken".
_VERB_BEHIND = re.compile(
    r"(?<=\w)\s+(?:(?:samen|bijeen)[ -]?)?(?:bespraken|spraken|kwamen|zaten|vergaderden|overlegden|hielden|hadden|waren|deden|hoorden|beslisten|afspraken|samenkwamen|bijeenkwamen|samenzaten|plaatsvond|doorging|vond|ging|werd|was|had)\Z"
)
_STREET = re.compile(
    r"\W*(?:[A-ZÀ-Þ][\w’'-]*\s+){0,3}[A-ZÀ-Þ]?[\w’'-]*(?:straat|steenweg|laan|plein|dreef|kaai|markt)\s+\d{1,4}\s?[a-zA-Z]?\W*"
)


def is_place(text: str) -> bool:
    """True for a few words that say where something is, and nothing else."""
    words = text.strip()
    is_short = len(words.split()) <= _MOST_WORDS and not re.search(r"[a-zà-ÿ]\.\Z|[:?!]", words)
    return is_short and bool(re.search(rf"(?i)\b{_HOUSE}\b", words))


def place_behind(text: str, day: date) -> str:
    """The place behind the first date of a sentence, "" when none is told."""
    found = when.first(text, day, ahead=False)
    return place(text, found.first, found.last, day) if found is not None else ""


def place(text: str, first: int, last: int, day: date) -> str:
    """The words behind the date and hours that begin with a place."""
    rest = text[last:]
    second = None if EACH.search(text) else when.first(rest, day)
    rest = rest[: second.first] if second is not None else rest
    clock = next(hours.find(rest, loose=True), None)
    if clock is not None:
        before, behind = rest[: clock.first], rest[clock.last :]
        rest = behind if _PLACE.search(behind) else before
    rest = re.sub(r"(?i)[\s,]*\b(?:van|om|vanaf|from|at|on|op)\s*\Z", "", rest)
    match = _PLACE.search(rest)
    if match is None and clock is None:
        head = re.search(r"\b(?i:in|te|bij|at)\s+(?=[A-ZÀ-Þ])", text[:first])
        rest, match = (text[:first], head) if head else (rest, None)
    if match is None:
        return ""
    words = _ENDS.split(SENTENCE.split(rest[match.end() :])[0])[0].strip(" .,;–—-()" if "(" not in rest else " .,;–—-")
    words = re.sub(r"\s*\([^()]*\Z", "", words) if "(" in words else words.rstrip(")")
    words = re.split(
        r"\s+(?i:met|waar|en|om|van(?! (?:(?:het|de|den|der) )?(?:[a-zà-ÿ-]{4,} )?(?-i:[A-ZÀ-Þ]))|vanaf|op|on|with|from|at \d)\s+(?=[a-z0-9])",
        words,
    )[0].strip(" ,;")
    words = _VERB_BEHIND.sub("", words)
    return "" if len(words) > 120 else words


def is_street(text: str) -> bool:
    """True for a street with a number, and nothing else: *Kerkstraat 12*."""
    return _STREET.fullmatch(text) is not None
