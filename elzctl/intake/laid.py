"""Stretches of text of different looks laid on one line: its words, and where each look begins and ends."""

from __future__ import annotations

import re
from collections.abc import Iterable

from elzctl.intake.inert import UNSEEN
from elzctl.intake.paper import Span
from elzctl.record import NamedTuple


class Stretch(NamedTuple):
    """Text of one look."""

    text: str
    strong: bool = False
    emphasis: bool = False
    link: str = ""


def laid(stretches: Iterable[Stretch]) -> tuple[str, tuple[Span, ...]]:
    """The text without unseen characters, with single blanks, and its spans."""
    text = ""
    spans: list[Span] = []
    for stretch in stretches:
        words = re.sub(r"\s+", " ", UNSEEN.sub("", stretch.text))
        if words[:1] == " " and (not text or text[-1] == " "):
            words = words[1:]
        if not words:
            continue
        start, text = len(text), text + words
        if not any(stretch[1:]):
            continue
        last = spans[-1] if spans else None
        if last is not None and last.end == start and last[2:] == stretch[1:]:
            spans[-1] = last._replace(end=len(text))
        elif words.strip():
            spans.append(Span(start, len(text), *stretch[1:]))
    end = len(text.rstrip())
    return text[:end], tuple(span._replace(end=min(span.end, end)) for span in spans if span.start < end)


def without_start(text: str, spans: Iterable[Span], start: int) -> tuple[str, tuple[Span, ...]]:
    """The text from *start* on, with its spans moved along."""
    moved = (span._replace(start=max(0, span.start - start), end=span.end - start) for span in spans)
    return text[start:], tuple(span for span in moved if span.end > span.start)
