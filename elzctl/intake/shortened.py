"""Which words an abbreviation is made of, and names that stand beside theirs: *VAN – Vlaams Apothekersnetwerk*."""

from __future__ import annotations

import re

_MOST_WORDS = 10
_SMALL = frozenset("van voor de het een en of er der den des in op te tot aan met bij of the for and".split())
_SHORT = r"(?P<short>[A-ZÀ-Ý][A-Za-zÀ-ÿ.]{1,8})"
_LONG = r"(?P<long>[A-ZÀ-Ý][^,;:()–—/]{4,80})"
_DASH = r"\s+[–—-]\s+"
_BEFORE = re.compile(rf"(?<![\w.-]){_SHORT}{_DASH}{_LONG}")
_BEHIND = re.compile(rf"(?<![\w.-]){_LONG}{_DASH}{_SHORT}(?![\w.-])(?!\s+(?!en\b|and\b)\w)")


def paired(text: str) -> str:
    """The text with an abbreviation in brackets behind the name that it is short for, where a dash stood between them."""
    return _BEHIND.sub(_long_first, _BEFORE.sub(_short_first, text)) if re.search(_DASH, text) else text


def _short_first(match: re.Match[str]) -> str:
    long = begin_of(match["long"], match["short"])
    return f"{long} ({match['short']}){match['long'][len(long) :]}" if " " in long else match[0]


def _long_first(match: re.Match[str]) -> str:
    is_one = " " in match["long"] and begin_of(match["long"], match["short"]) == match["long"]
    return f"{match['long']} ({match['short']})" if is_one else match[0]


def end_of(text: str, short: str) -> str:
    """The fewest words at the end of a text that the abbreviation is made of; "" for none."""
    words = text.split()
    for count in range(1, min(len(words), _MOST_WORDS) + 1):
        if _is_of(words[-count:], short):
            return " ".join(words[-count:])
    return ""


def begin_of(text: str, short: str) -> str:
    """The fewest words at the beginning of a text that the abbreviation is made of; "" for none."""
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
    """True when the letters stand in the words in their order, each word giving its first one; small words may give none."""
    letters = "".join(sign for sign in short.lower() if sign.isalpha())
    if sum(map(str.isupper, short)) < 2 or not words or words[0].lower() in _SMALL:
        return False
    told = [word.lower() for word in words]
    return sum(word not in _SMALL for word in told) <= len(letters) and _gives(told, letters)


def _gives(words: list[str], letters: str) -> bool:
    """True when each word gives the first letters that are left; one that is put together of others may give more: *netwerk* in VAN."""
    if not words or not letters:
        return not letters and all(word in _SMALL for word in words)
    first, *others = words
    if first in _SMALL and _gives(others, letters):
        return True
    if not first.startswith(letters[0]):
        return False
    place = 1
    for taken in range(1, len(letters) + 1):
        if taken > 1:
            found = first.find(letters[taken - 1], place)
            if found < 0:
                return False
            place = found + 1
        if _gives(others, letters[taken:]):
            return True
    return False
