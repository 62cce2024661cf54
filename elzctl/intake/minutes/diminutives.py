"""Small words for known ones, as notes have them: *actiepuntjes*, *verslagje*, *afspraakjes*."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

_ENDS = (("je", ""), ("tje", ""), ("pje", ""), ("etje", ""), ("'tje", ""), ("’tje", ""), ("nkje", "ng"))
_SMALL_WORD = re.compile(r"[^\W\d_](?:[\w-]|['’](?=t?je))*jes?\b")
_SHORTEST = 3  # letters of what is left of a word

SMALL = r"(?:['’]?[tp]?jes?)?"
"""What may stand behind a known word in a regular expression."""


def stems(words: Iterable[str]) -> dict[str, str]:
    """The words by what they have in common with their diminutives; of two, that for more than one counts: *taken*."""
    found: dict[str, str] = {}
    for word in sorted(set(words), key=len):
        found[_stem(word)] = word
    return found


def enlarged(text: str, known: Mapping[str, str]) -> str:
    """The text, with the *known* word in the place of every diminutive of one."""
    return _SMALL_WORD.sub(lambda one: next((known[stem] for stem in _stems_of(one[0]) if stem in known), one[0]), text)


def _stems_of(small: str) -> Iterator[str]:
    """What a diminutive may be of: *puntje* is of *punt*, and *actietje* of *actie*."""
    one = small.removesuffix("s")
    for end, whole in _ENDS:
        if one.endswith(end) and len(one) - len(end) >= (_SHORTEST if end[0].isalpha() else 2):
            yield _stem(f"{one.removesuffix(end)}{whole}")


def _stem(word: str) -> str:
    """The word without the ending of a plural, and with each letter once: *afspraak* and *afspraken* are alike."""
    bare = re.sub(r"(?:en|['’]?s)\Z", "", word) if len(word) > _SHORTEST + 1 else word
    return re.sub(r"([a-zà-ÿ])\1", r"\1", bare)
