"""A file in two: the data between two lines of ``---``, and the text below."""

from __future__ import annotations

import re

from elzctl.faults import files, syntax
from elzctl.finding import Finding
from elzctl.record import NamedTuple
from elzctl.source import Prose, Source, Span
from elzctl.wording import say

MAX_DATA = 64 << 10
MAX_BODY = 256 << 10

_OPEN = re.compile(r"---[ \t]*(?:\r\n|\r|\n)")
# What word processors make of three dashes, and lines of another number of them.
_ODD = r"(?:[—–-]{2,8}|[—–])[ \t]*(?=[\r\n]|\Z)"
_CLOSE = re.compile(r"(?<=[\r\n])---[ \t]*(?:\r\n|\r|\n|\Z)")


class Front(NamedTuple):
    """Where the data stands, in characters from the start of the file, and the text below it with its place."""

    start: int
    end: int
    body: Prose


def split(source: Source) -> Front | Finding:
    """The two halves of a file, or what keeps them from being told apart."""
    text = source.text
    opening = _OPEN.match(text)
    if opening is None:
        return _without(source)
    closing = _closing(text, opening.end())
    if closing is None:
        odd = _odd_closing(source, opening.end())
        return syntax.open_front_matter(source.span(0, 3) if odd is None else odd, odd)
    if closing.start() - opening.end() > MAX_DATA:
        return files.too_large(
            Span(source.path), say("The data at the top has more than {limit} KiB", limit=MAX_DATA >> 10)
        )
    if len(text) - closing.end() > MAX_BODY:
        return files.too_large(Span(source.path), say("The text has more than {limit} KiB", limit=MAX_BODY >> 10))
    body = text[closing.end() :]
    if "\r" in body:
        # A lone CR ends a line too; one for one, so that every character stays where it was.
        body = re.sub(r"\r(?!\n)", "\n", body)
    return Front(opening.end(), closing.start(), Prose(body, source.span(closing.end(), len(text))))


def _without(source: Source) -> Finding:
    """The finding for a file that does not begin with its data, or begins with other dashes."""
    odd = re.match(_ODD, source.text)
    if odd is None:
        return syntax.no_front_matter(Span(source.path))
    closing = None if _closing(source.text, odd.end()) else _odd_closing(source, odd.end())
    return syntax.no_front_matter(source.span(*odd.span()), closing)


def _odd_closing(source: Source, start: int) -> Span | None:
    """The first line from *start* on that looks as if it should close the data."""
    match = re.compile(rf"(?<=[\r\n]){_ODD}").search(source.text, start)
    return None if match is None else source.span(*match.span())


def _closing(text: str, start: int) -> re.Match[str] | None:
    """The first line from *start* on that closes the data."""
    at = text.find("---", start)
    while at >= 0:
        match = _CLOSE.match(text, at)
        if match:
            return match
        at = text.find("---", at + 1)
    return None
