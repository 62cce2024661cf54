"""Dates that were typed in the other language than that of a page, such as ``voorjaar 2027`` on an English one.

What was typed in the language of the page stays as it is, and so does what other words would not say exactly.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache

from elzctl import dates
from elzctl.dates import VagueDate

_PAIRS = (
    "januari jan = january jan | februari febr feb = february feb | maart mrt = march mar | april apr = april apr | mei = may"
    " | juni jun = june jun | juli jul = july jul | augustus aug = august aug | september sept sep = september sept sep"
    " | oktober okt = october oct | november nov = november nov | december dec = december dec | maandag ma = monday mon"
    " | dinsdag di = tuesday tue tues | woensdag wo = wednesday wed | donderdag do = thursday thu thur thurs"
    " | vrijdag vr = friday fri | zaterdag za = saturday sat | zondag zo = sunday sun | begin = early beginning"
    " | midden medio half = middle mid | eind einde = end late | voorjaar lente = spring | zomer = summer"
    " | najaar herfst = autumn fall | winter = winter | eerste 1ste 1e = first 1st | tweede 2de 2e = second 2nd"
    " | derde 3de 3e = third 3rd | vierde 4de 4e = fourth 4th | kwartaal = quarter | helft jaarhelft = half"
    " | schooljaar werkjaar = school_year schoolyear | tegen = by | tot = to until till | van de het = of the"
)
"""Dutch and English words that mean the same; the first of each is the one to write."""
_ROWS = [[side.split() for side in pair.split(" = ")] for pair in _PAIRS.split(" | ")]
_TO_ENGLISH = {word: english[0] for dutch, english in _ROWS for word in dutch}
_TO_DUTCH = {word: dutch[0] for dutch, english in _ROWS for word in english}
_NAMES = frozenset(english[0] for _, english in _ROWS[:19])
"""The months and the days of the week, which have a capital in English."""
_PARTS = frozenset(("kwartaal", "quarter", "helft", "jaarhelft", "half"))
"""What a number may stand before that is not a day."""
_DAY = {"nl": r"(?i)[a-z][.,]? [0-9]{1,2}(?![0-9])|[0-9](?:st|nd|rd|th)\b", "en": r"(?i)[0-9](?:ste|de|e)\b"}
"""A day as only the other language writes it: behind its month, or as its first, second and third."""
_MONTH = r"(?<=[\w.,–-] |.[/–-])(?:April|September|November|December)\b"
"""A month that is called the same behind other words, where only English writes it with a capital."""
_BREAKS = str.maketrans("-–./,", "     ")
_UNTIL = (r"(?i)\btot en met\b|\bt/m(?= )|\bt\.?e\.?m\b\.?", "tot")
_ALIKE = (
    (r"(?i)\b(?:van|of|de|het|the) ", ""),
    _UNTIL,
    (r"(?i)\bschool year\b", "schoolyear"),
    (r"(?i)\bmid-", "mid "),
)
"""What is written in more ways than one, and how it is read here."""


@lru_cache(maxsize=512)
def in_language(value: VagueDate, text: str, language: str) -> str:
    """The *text* of a date in the words of a *language*, ``nl`` or ``en``, when it was typed in those of the other one."""
    own, other = (_TO_DUTCH, _TO_ENGLISH) if language == "en" else (_TO_ENGLISH, _TO_DUTCH)
    words = re.sub(*_UNTIL, text.lower()).replace("school year", "schoolyear").translate(_BREAKS).split()
    # “Half 2027” is Dutch, and in “first half” it is English.
    is_dutch_half = language == "en" and words[:1] == ["half"]
    if not is_dutch_half and not any(word in other and word not in own for word in words):
        return re.sub(_MONTH, lambda found: found[0].lower(), text) if language == "nl" else text
    if re.search(_DAY[language], text) and _PARTS.isdisjoint(words):
        return dates.in_words_range(value.first, value.last, language)
    said = _said(text, other, language)
    if text[:1].isupper() and _TO_ENGLISH.get(words[0], words[0]) not in _NAMES:
        said = f"{said[:1].upper()}{said[1:]}"
    return said if dates.read(said) == value else text


def _said(text: str, words: Mapping[str, str], language: str) -> str:
    """The text word by word; only in English something goes between a part and what it is a part of."""
    for ways, one in _ALIKE:
        text = re.sub(ways, one, text)

    def other(found: re.Match[str]) -> str:
        word = words.get(found[0].rstrip(".").lower(), found[0])
        return word.title() if language == "en" and word in _NAMES else word.replace("_", " ")

    text = re.sub(r"[^\W_]+\.?", other, text)
    return re.sub(r"\b(middle|end|quarter|half)[ -]+(?=\w)", r"\1 of ", text) if language == "en" else text
