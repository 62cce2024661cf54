"""Abbreviations that a document explains itself: *Openbaar Centrum voor Maatschappelijk Welzijn (OCMW)*."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

_BEHIND = re.compile(r"\((?P<short>[A-ZÀ-Ý][\w-]{1,8})\)")
_LONGEST = 120  # characters before the brackets
_BEFORE = re.compile(r"(?<!\w)(?P<short>[A-ZÀ-Ý][\w-]{1,8})(?: \(| = | : |: )(?P<long>[^\W\d_][\w’'/ -]{5,80})")
_MOST_WORDS = 10
_SMALL = frozenset("van voor de het een en of der den des in op te tot aan met bij of the for and".split())


class Short:
    """What is short for what."""

    def __init__(self, texts: Iterable[str]) -> None:
        """*texts* are those of the document."""
        self._long: dict[str, str] = {}
        for text in texts:
            for match in _BEHIND.finditer(text):
                before = re.split(r"[()\n]", text[max(0, match.start() - _LONGEST) : match.start()])[-1]
                self._add(match["short"], _end_of(before, match["short"]))
            for match in _BEFORE.finditer(text):
                self._add(match["short"], _begin_of(match["long"], match["short"]))

    def _add(self, short: str, long: str) -> None:
        if long:
            self._long.setdefault(short, long)

    def otherwise(self, name: str) -> Iterator[str]:
        """The name with what is short in it in full, and the other way."""
        for short, long in self._long.items():
            for one, other in ((short, long), (long, short)):
                made = re.sub(rf"(?i)(?<!\w){re.escape(one)}(?!\w)", other.replace("\\", ""), name)
                if made != name:
                    yield made


def _end_of(text: str, short: str) -> str:
    """The fewest words at the end of a text that the abbreviation is made of; "" for none."""
    words = text.split()
    for count in range(1, min(len(words), _MOST_WORDS) + 1):
        if _is_of(words[-count:], short):
            return " ".join(words[-count:])
    return ""


def _begin_of(text: str, short: str) -> str:
    """The same at its beginning."""
    words = text.split()
    return next(
        (
            " ".join(words[:count])
            for count in range(1, min(len(words), _MOST_WORDS) + 1)
            if _is_of(words[:count], short)
        ),
        "",
    )


def _is_of(words: list[str], short: str) -> bool:
    """True when the letters stand in the words in their order, each word but the small ones giving its first one."""
    letters = [sign for sign in short.lower() if sign.isalpha()]
    if sum(map(str.isupper, short)) < 2 or not words or words[0].lower() in _SMALL:
        return False
    told = [word.lower() for word in words if word.lower() not in _SMALL]
    left = list(letters)
    for word in told:
        if not left or not word.startswith(left[0]):
            return False
        # A word that is put together of others may give more letters: leerlingenbegeleiding in CLB.
        left.pop(0)
        place = 1
        while left and len(left) > len(told) - told.index(word) - 1 and left[0] in word[place:]:
            place = word.index(left[0], place) + 1
            left.pop(0)
    return not left
