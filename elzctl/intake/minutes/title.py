"""The title of minutes, and the name of the meeting in it."""

from __future__ import annotations

import re
from datetime import date

from elzctl.intake import hours, when
from elzctl.intake.minutes.places import is_place as is_house
from elzctl.intake.towns import is_place

_KINDS_OF_TITLE = re.compile(
    r"(?i)\A\W*(?:(?:ontwerp|concept|draft|kort|beknopt|goedgekeurd|voorlopig)\W*)?(?:verslag(?:geving|je)?|notulen|minutes|proces-verbaal|pv|meeting minutes|meeting notes|notes|report|besluitenlijst|vergaderverslag|overlegverslag)"
    r"(?:\s*[:–—|-]\s*|\s+(?:van|of|over|from|vergadering van)\s+(?:(?:de|het|the|onze|een)\s+)?(?:(?:vergadering|bijeenkomst|meeting|overleg)(?:\s+(?:van|of)\s+(?:(?:de|het|the)\s+)?))?|\s+|\Z)"
)
_SHORT = frozenset("ELZ OCMW CAW CGG CGGZ CLB WZC LDC DMW GBO GGZ PZON AZ UZ CM LM BOV RVB AV EHBO ICT PR".split())
_MOST_OF_NAME = 8  # words
GENERIC = frozenset(
    "zitting session vergadering bijeenkomst overleg meeting verslag minutes notulen notes kort agenda".split()
)
"""Words for any meeting: no name of one."""

SALUTES = re.compile(
    r"(?i)\W*(?:beste|dag|geachte|hallo|hey|dear|hello|goeiedag|goedendag|goedemorgen|goedemiddag)\b.{0,60}[^.?\d]?\Z"
)
"""A line that greets the readers of a mail: no title."""

_ENDS = re.compile(
    r"(?i)[\s,;:–—|/(-]+(?:kort |beknopt )?(?:meeting |vergader)?(?:verslag|notulen|minutes|notes)(?:\s+(?:van|of) (?:de|het|the) (?:vergadering|bijeenkomst|overleg|meeting))?(?:\s+\d{1,3})?\)?\Z"
)
_OF_DAY = re.compile(r"(?i)[\s,]*(?:\s(?:van|op|d\.?d\.?|of|on)(?: de)?)?[\s,]*\Z")
_ANY_MEETING = re.compile(r"(?i)\s+[–—|/-]\s+(?:zitting|vergadering|bijeenkomst|meeting|session)\Z")
_NUMBER = re.compile(r"(?i)(?<![\w/.-])(?:nr\.?|nummer|no\.|n°)\s*\d{1,4}(?:[/.-]\d{1,4})?(?![\w/-])[\s.:;,–—-]*")
_FORWARDED = re.compile(r"(?i)\A\W*(?:(?:fwd?|re|tr|doorst|antw)\s*:\s*)+")


def is_titled(text: str) -> bool:
    """True for a title that begins with *Verslag* or the like, or ends with it behind a dash, or before the day."""
    found = when.first(text)
    is_last = found is not None and not text[found.last :].strip(" .)")
    ends = _ENDS.search(_OF_DAY.sub("", text[: found.first]) if found is not None and is_last else text.strip())
    return bool(_KINDS_OF_TITLE.match(text)) or (
        ends is not None and bool(re.search(r"[–—|:(-]", ends[0])) and ends.start() > 3
    )


def names_below(text: str, below: str) -> bool:
    """True for a few words, and no sentence, right below a line with the word *Verslag* alone: they name the meeting."""
    is_bare = re.sub(r"\W", "", text).lower() in {*GENERIC, "verslagvandevergadering", "verslagvergadering"}
    is_name = len(below.split()) <= _MOST_OF_NAME and not re.search(r"[.:;?!]\s*\Z|\d", below)
    return is_bare and is_name and below[:1].isupper()


def short_date(text: str, near: date) -> when.Dated | None:
    """A day in figures at the end: ``overleg 12/02``."""
    last = re.search(r"\d{1,2}[/-]\d{1,2}\Z", text.strip())
    one = when.first(last[0], near, loose=True, ahead=False) if last else None
    return one._replace(first=last.start(), last=last.end()) if one is not None and last else None


def place_in_title(text: str, found: when.Dated | None) -> str:
    """The place at the end of ``Overleg – 3 maart 2026 – Huis van het Kind``, "" when there is none."""
    if found is None or not text[: found.first].strip(" –—|,-"):
        return ""
    behind = re.match(r"\s*[–—|,-]\s*(?P<where>\S.*)\Z", text[found.last :])
    return behind["where"].strip() if behind is not None and is_house(behind["where"]) else ""


def clean_title(text: str, near: date) -> str:
    """The name of the meeting in a title: without *Verslag van*, its number, date and hours, and with a capital."""
    text = _NUMBER.sub(" ", text)
    found = when.first(text, near, ahead=False) or short_date(text, near)
    behind = place_in_title(text, found)
    words = f"{text[: found.first]} {'' if behind else text[found.last :]}" if found is not None else text
    words = _FORWARDED.sub("", words)
    time = next(hours.find(words), None)
    if time is not None and (apart := re.search(r"\s*[(|,;]\s*\Z|\s+[–—-]\s+\Z", words[: time.first])):
        words = words[: apart.start()]  # hours, and the place behind them
    elif time is not None:
        words = f"{words[: time.first]} {words[time.last :]}"
    plain = " ".join(_KINDS_OF_TITLE.sub("", " ".join(words.split()).lstrip("# ")).split())
    plain = re.sub(
        r"(?i)[\s,;:–—|/(-]+(?:(?:van|op|d\.d\.|dd\.?|on|of|om|tot|at|held|gehouden)[\s,;:–—|/(-]*)*\)?\Z", "", plain
    ).strip(" ,;:–—|/-.")
    plain = re.sub(r"\s*\(\s*\)", "", plain)
    plain = _ANY_MEETING.sub("", _ENDS.sub("", plain))
    if re.sub(
        r"\A(?:(?:van|over|of|op|de|the)\b\s*)+|\A(?:(?:online|digitale?|fysieke?|hybride|gewone|buitengewone|extra|jaarlijkse?|\d+e|\d+ste|\d+de|eerste|tweede|derde|vierde|vijfde) )+|\s*#?\d{1,3}\Z",
        "",
        plain.lower(),
    ) in {"", *GENERIC}:
        return ""
    plain = _quiet(plain) if plain.isupper() and len(plain) > (12 if " " in plain else 7) else plain
    return plain[:1].upper() + plain[1:]


def _quiet(title: str) -> str:
    """A title in capitals as it is read: abbreviations, places and what stands behind an abbreviation keep theirs."""
    words: list[str] = []
    for word in title.split():
        is_name = is_place(word) or not _SHORT.isdisjoint(words[-1:])
        words.append(word if word in _SHORT else word.capitalize() if is_name else word.lower())
    return " ".join(words)
