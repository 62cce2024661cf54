"""Letters without their accents, so that two ways to write a name are the same: ``Yılmaz`` is ``Yilmaz``."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_OTHERS = re.compile(r"[^\x00-\x7f]")
# Letters that have no plain one inside, by the rules of Unicode.
_PLAIN = dict(zip("ıİłŁøØđĐßæÆœŒ‐‑", "iIlLoOdDsaAoO--", strict=True))


def folded(text: str) -> str:
    """The text in plain letters."""
    return text if text.isascii() else _OTHERS.sub(lambda one: _letter(one[0]), text)


def places(text: str) -> tuple[str, tuple[int, ...]]:
    """The text in plain letters, and for each of these, and for the end, where it stands in *text*."""
    whole = folded(text)
    if len(whole) == len(text):  # a letter for each sign
        return whole, tuple(range(len(text) + 1))
    plain = [(letter, at) for at, sign in enumerate(text) if (letter := _letter(sign))]
    return "".join(letter for letter, _ in plain), (*(at for _, at in plain), len(text))


@lru_cache(maxsize=512)
def _letter(sign: str) -> str:
    """One plain letter; "" for an accent that stands alone."""
    if sign.isascii() or unicodedata.combining(sign):
        return sign if sign.isascii() else ""
    plain = unicodedata.normalize("NFKD", sign)[:1]
    return _PLAIN.get(sign) or (plain if plain.isalpha() else sign)
