"""What a reader sees of a text as it was typed, sign by sign, and where each of these signs stands in it.

An address or a number is the same with look-alikes in it, with marks of Markdown, with a comment, or with a code for a sign.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import lru_cache
from itertools import accumulate

from elzctl.record import NamedTuple

# What stands for another sign, and what nobody sees once Markdown is read.  Each of these begins with a sign of its own,
# so that the engine can run from sign to sign.
_UNSEEN = "|".join("\u200b\u200c\u200d\u200e\u200f\u2060\ufeff\xad")
_TYPED = rf"%[0-7][0-9a-fA-F]|&#?\w{{1,8}};|\\(?=[ -/:-@\[-`{{-~])|\*[*`]*|`[*`]*|<!--(?s:.{{0,2000}}?)-->|{_UNSEEN}"
# Blanks after the first one, within a line, and as many as a comment leaves where it was.
_BLANKS = r"| (?<=[^\n ] ) +(?=[^\n ])"
_LEFT = " " * len("<!---->")

# Signs that look like those of an address or a number, one for one: every place stays where it is.
_LOOKALIKES = dict(
    zip(
        "﹫\xa0\u2007\u2009\u202f\u2010\u2011\u2012\u2013\u2014\u2212․。｡﹒·∕⁄\xad\u200b\u200c\u200d\u2060\ufeff",
        "@    ------.....//------",
        strict=True,
    )
)
_WIDE = range(0xFF01, 0xFF5F)  # the signs of ASCII, each as wide as a Chinese one


_ASCII = bytes(range(128))


class Seen(NamedTuple):
    """A text as it is seen, in plain signs, and where its pieces were typed: each begins in the one and the other there."""

    text: str
    begins: tuple[int, ...] = ()
    typed: tuple[tuple[int, int, bool], ...] = ()

    def at(self, start: int, end: int) -> tuple[int, int]:
        """Where the signs from *start* to *end* were typed."""
        return (self._place(start)[0], self._place(end - 1)[1]) if self.begins else (start, end)

    def _place(self, place: int) -> tuple[int, int]:
        number = bisect_right(self.begins, place) - 1
        first, last, is_whole = self.typed[number]
        if is_whole:
            return first, last
        first += place - self.begins[number]
        return first, first + 1


def seen(text: str) -> Seen:
    """What is seen of a text."""
    pattern = _TYPED + _BLANKS if _LEFT in text else _TYPED
    if re.search(pattern, text) is None:
        return Seen(plain_signs(text))
    pieces: list[str] = []
    typed: list[tuple[int, int, bool]] = []
    done = 0
    for found in re.finditer(pattern, text):
        start, end = found.span()
        for piece, place in ((text[done:start], (done, start, False)), (_sign(found[0]), (start, end, True))):
            if piece:
                pieces.append(piece)
                typed.append(place)
        done = end
    if done < len(text):
        pieces.append(text[done:])
        typed.append((done, len(text), False))
    begins = accumulate(map(len, pieces[:-1]), initial=0)
    return Seen(plain_signs("".join(pieces)), tuple(begins), tuple(typed))


def beyond_ascii(text: str) -> frozenset[str]:
    """The signs of a text that are not ASCII."""
    if text.isascii():
        return frozenset()
    # To take away what is ASCII as bytes takes a tenth of looking at each sign.
    return frozenset(text.encode("utf-8", "surrogatepass").translate(None, _ASCII).decode("utf-8", "surrogatepass"))


def plain_signs(text: str) -> str:
    """The text without look-alikes, each place as it was."""
    for sign in beyond_ascii(text):
        plain = _plain(sign)
        if plain != sign:
            text = text.replace(sign, plain)
    return text


@lru_cache(maxsize=512)
def _plain(sign: str) -> str:
    if ord(sign) in _WIDE:
        return chr(ord(sign) - 0xFEE0)
    return str(int(sign)) if sign.isdecimal() else _LOOKALIKES.get(sign, sign)


def _sign(typed: str) -> str:
    """What a reader sees of what was typed."""
    if typed[0] == " ":
        return " "
    if typed[0] == "%":
        from urllib.parse import unquote

        return unquote(typed)
    if typed[0] == "&":
        import html

        return html.unescape(typed)
    return ""
