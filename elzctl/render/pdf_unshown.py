"""Characters that no font has: which ones the engine means, what stands in their place, and what is said of it.

An emoji is told in words, between brackets: ``[thumbs up]``, and a sign of Word's own fonts is the one that everyone has.
What else no font has is □.

The engine names single characters.  A letter that carries a mark which no font has is named with the mark, though the font
has the letter everywhere else: what is replaced then is the mark on that letter, and the letter by itself never.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping

from elzctl.render.emoji_words import emoji_words
from elzctl.render.pdf_drawings import BOX
from elzctl.render.word_signs import in_unicode
from elzctl.wording import LANGUAGES, Language, Message, say

_UNSHOWN = re.compile(r'the (?:text|codepoint) `"((?:[^"\\]|\\.)*)"`')
_ESCAPE = re.compile(r"\\u\{([0-9a-f]+)\}|\\(.)")

_JOINER = "\u200d"
_FIRST_EMOJI = "\U0001f000"
_FLAGS = ("\U0001f1e6", "\U0001f1ff")
_SKINS = ("\U0001f3fb", "\U0001f3ff")
# Pictures: no reader knows one of them by what is left of it.
_PICTURES = frozenset({"So", "Sk", "Co", "Cn"})


def instead_of(diagnostic: str, texts: Iterable[str], language: str) -> dict[str, str]:
    """What to write instead of each piece that the engine could not show, out of its account of its faults.

    *texts* are those that it was given, in a *language*.  The pieces come in the order in which they are to be replaced.
    """
    named = {_ESCAPE.sub(_unescaped, piece) for piece in _UNSHOWN.findall(diagnostic)}
    letters = frozenset("".join(named))
    found = {
        piece
        for text in texts
        if not text.isascii()
        for piece in _clusters(text)
        if len(piece) > 1 and letters.issuperset(_visible(piece) or piece)
    }
    # Should a letter stay that is named, then the font really lacks it; that is seen the next time.
    found = found or {piece for piece in named if not piece.isascii()} or named
    return _in_words(found, language)


def joined_pictures(texts: Iterable[str], language: str) -> dict[str, str]:
    """The same for pictures made of several: of these the engine draws what it can, and says nothing of the rest."""
    joined = (text for text in texts if _JOINER in text)
    found = {piece for text in joined for piece in _clusters(text) if _JOINER in piece and max(piece) >= _FIRST_EMOJI}
    return _in_words(found, language) if found else {}


def _in_words(found: Iterable[str], language: str) -> dict[str, str]:
    say_in = Language(language if language in LANGUAGES else LANGUAGES[0])
    return {piece: _instead(piece, say_in) for piece in sorted(found, key=lambda piece: (-len(piece), piece))}


def warnings_of(instead: Mapping[str, str], texts: Iterable[str]) -> tuple[Message, ...]:
    """A warning for all that is shown in another way, each with the text around the first one."""
    texts = tuple(texts)
    told: dict[str, Message] = {}
    for piece, shown in sorted(instead.items()):
        lost = _lost(piece, shown)
        if not lost:
            continue
        code = " ".join(f"U+{ord(char):04X}" for char in lost)
        text = next((text for text in texts if piece in text), piece)
        before, _, after = text.partition(piece)
        told.setdefault(
            code,
            say(
                "No font has the character {code}; the PDF shows “{shown}” in its place: “{place}”",
                code=code,
                shown=shown,
                place=f"{_visible(before[-25:])}{shown}{_visible(after[:25])}",
            ),
        )
    return tuple(told.values())


def _lost(piece: str, shown: str) -> str:
    """What a reader could see, and does not see now."""
    visible = _visible(piece)
    return visible[len(_kept(piece)) :] if visible != shown else ""


def _unescaped(escape: re.Match[str]) -> str:
    code, char = escape.groups()
    return chr(int(code, 16)) if code else str(char)


def _clusters(text: str) -> Iterator[str]:
    """What a reader sees as one character: a letter with its marks, a picture made of several."""
    start = 0
    for at in range(1, len(text) + 1):
        if at == len(text) or not _goes_on(text, start, at):
            yield text[start:at]
            start = at


def _goes_on(text: str, start: int, at: int) -> bool:
    char, before = text[at], text[at - 1]
    if _FLAGS[0] <= char <= _FLAGS[1]:
        return at - start == 1 and _FLAGS[0] <= before <= _FLAGS[1]
    if before == _JOINER and unicodedata.category(char) in _PICTURES:
        return True
    return char == _JOINER or unicodedata.category(char)[0] == "M" or _SKINS[0] <= char <= _SKINS[1] or _is_tag(char)


def _is_tag(char: str) -> bool:
    return "\U000e0020" <= char <= "\U000e007f"


def _instead(piece: str, say_in: Language) -> str:
    """Joiners and variant marks just go; a letter stays, with □ behind it for its mark; an emoji becomes words."""
    shown = _visible(piece)
    if not shown or (len(shown) == 1 and len(piece) > 1):
        return shown
    if letter := _kept(piece):
        # A frame around a letter or digit says nothing.
        return letter if all(unicodedata.category(mark) == "Me" for mark in shown[1:]) else letter + BOX
    if (sign := in_unicode(piece)) != piece:
        return sign
    words = emoji_words(piece)
    return BOX if words is None else f"[{say_in(words)}]"


def _kept(piece: str) -> str:
    """The letter of a letter with marks; nothing of a picture."""
    shown = _visible(piece)
    is_letter = len(shown) > 1 and shown[0] == piece[0] and unicodedata.category(shown[0]) not in _PICTURES
    return shown[0] if is_letter else ""


def _visible(piece: str) -> str:
    return "".join(char for char in piece if unicodedata.category(char) != "Cf" and not "\ufe00" <= char <= "\ufe0f")
