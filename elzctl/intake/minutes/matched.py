"""Where the words of a known name stand in a text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from elzctl.intake import namesakes, persons
from elzctl.intake.veiled import FUNCTION

_CAPITAL_BEFORE = re.compile(r"([A-Z][\w.-]*\w)\s\Z")


def matches(words: str, plain: str, *, any_case: bool = False, possessive: bool = False) -> Iterator[persons.Name]:
    """Where words stand, whatever the blanks between them; with *any_case* ``van`` may be ``Van``, *possessive* has an s more."""
    pattern = r"\s+".join(map(re.escape, words.split()))
    end = "(?=s?(?![\\w-]))" if possessive else "(?![\\w-])"
    for match in re.finditer(rf"(?<![\w-]){pattern}{end}", plain, re.IGNORECASE if any_case else 0):
        yield persons.Name(match.start(), match.end(), match[0])


def is_of_another(part: str, plain: str, place: int) -> bool:
    """True for a part of a name that is of something else there: behind a capital, or a word of houses behind an article."""
    is_house = persons.shows_organisation(part) and namesakes.behind_article(plain, place)
    return is_house or _is_of_a_name(plain, place)


def _is_of_a_name(plain: str, place: int) -> bool:
    """True behind a word with a capital that is no function: ``ELZ Dender``."""
    before = _CAPITAL_BEFORE.search(plain[max(0, place - 60) : place])
    return bool(before) and not re.search(FUNCTION, before[1] if before else "")
