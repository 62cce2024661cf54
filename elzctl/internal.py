"""The parts of a text that only the internal edition shows: from ``::: intern`` to ``:::``.

Rather too much is hidden than too little: a part opens wherever such a line stands, in a quotation, a list or code too,
whatever word is behind the colons; only colons alone close it, and colons in code of its own do not.  Without an end it
goes on to the end of the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from elzctl.record import NamedTuple

# The colons of a wall, or a fence around code; unseen characters and marks of lists may come before.
_SIGN = r"(?P<before>[^\w:]*?)(?P<sign>:{3,}|`{3,}|~{3,})"
_ENDS = "\r\n\v\f\x1c\x1d\x1e\x85\u2028\u2029"
_IN_LINE = r"(?s):{3,}[ \t]*\w.*"


class Wall(NamedTuple):
    """A line that opens an internal part, or closes it when it has no *word*: where its colons begin and it ends.

    *line* is where the line itself begins.
    """

    line: int
    start: int
    end: int
    word: str


def without_internal(text: str) -> str:
    """The text with the lines of its internal parts as empty ones; comments have to be gone already.

    A text of one line may have lost its line ends: there a part begins anywhere, and goes on to the end.
    """
    if ":::" not in text:
        return text
    public = next(all_without_internal((text,)))
    return public if len(f"{text}.".splitlines()) > 1 else re.sub(_IN_LINE, "", public)


def all_without_internal(texts: Iterable[str]) -> Iterator[str]:
    """The same for texts that follow each other: a part that is open at the end of one goes on in the next."""
    is_open = False
    for text in texts:
        pieces, place = [], 0
        for wall in walls(text, is_open=is_open):
            pieces += [_breaks(text[place : wall.line]) if is_open else text[place : wall.line]]
            is_open, place = bool(wall.word), wall.end
        pieces.append(_breaks(text[place:]) if is_open else text[place:])
        yield "".join(pieces)


def all_with_own_internal(texts: Iterable[str]) -> Iterator[str]:
    """The same texts, each with walls of its own: a part that is open at the end of one is opened anew in the next."""
    word = ""
    for text in texts:
        yield f"::: {word}\n{text}" if word else text
        for wall in walls(text, is_open=bool(word)):
            word = wall.word


def walls(text: str, *, is_open: bool = False) -> Iterator[Wall]:
    """The lines that open and close internal parts, in order; *is_open*: the text begins within one."""
    if ":::" not in text:
        return
    place, fence = 0, ""
    for line in text.splitlines(keepends=True):
        start, place = place, place + len(line)
        match = re.match(_SIGN, line)
        if match is None:
            continue
        before, sign = match.groups()
        words = line[match.end() :].strip()
        alone = not before.strip(" \t>") and not words.strip(":")
        if fence:
            fence = "" if sign.startswith(fence) and alone and not words else fence
        elif sign[0] != ":":
            # Outside, a fence that somebody forgot to close must not keep a part from opening.
            fence = sign if is_open else ""
        elif (word := words.strip(":").strip()) or alone:
            is_open = bool(word)
            yield Wall(start, start + len(before), start + len(line.rstrip(_ENDS)), word)


def _breaks(text: str) -> str:
    """The line ends of a text alone."""
    return re.sub(r"[^\r\n]+", "", text)
