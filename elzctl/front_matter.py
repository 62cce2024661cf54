"""A file in two: the data between two lines of ``---``, and the text below."""

from __future__ import annotations

import re
from typing import NamedTuple

from elzctl.faults import files, syntax
from elzctl.finding import Finding
from elzctl.source import Prose, Source, Span
from elzctl.wording import say

MAX_DATA = 64 << 10
MAX_BODY = 256 << 10

_OPEN = re.compile(r"---[ \t]*(?:\r\n|\r|\n)")
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
        return syntax.no_front_matter(Span(source.path))
    closing = _closing(text, opening.end())
    if closing is None:
        return syntax.open_front_matter(source.span(0, 3))
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


def _closing(text: str, start: int) -> re.Match[str] | None:
    """The first line from *start* on that closes the data."""
    at = text.find("---", start)
    while at >= 0:
        match = _CLOSE.match(text, at)
        if match:
            return match
        at = text.find("---", at + 1)
    return None
