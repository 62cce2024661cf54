"""Text in columns of a terminal: how wide it is, padded, cut, on one line."""

from __future__ import annotations

from elzctl.render.terminal import printable


def one_line(text: str) -> str:
    """*text* on one line, with nothing that a terminal obeys."""
    return " ".join(printable(text).split())


def width(text: str) -> int:
    """How many columns of a terminal a text takes: wide characters take two, combining ones none."""
    if text.isascii():
        return len(text)
    from unicodedata import combining, east_asian_width

    return sum(0 if combining(c) else 2 if east_asian_width(c) in "WF" else 1 for c in text)


def padded(text: str, columns: int) -> str:
    """*text* with blanks up to that many columns."""
    return text + " " * (columns - width(text))


def cut(text: str, columns: int, end: str = "") -> str:
    """*text* in that many columns, with ``…`` where something is gone; *end* stays."""
    room = columns - width(end)
    if width(text) > room:
        text = text[: max(room - 1, 0)]
        while width(text) >= room > 0:
            text = text[:-1]
        text = f"{text.rstrip()}…"
    return text + end
