"""What ``elzctl doctor`` looked at, for people: a line each, and under it what to do and where."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Sequence

from elzctl.render.columns import one_line
from elzctl.render.terminal import Paint
from elzctl.views.remark import Level, Remark
from elzctl.wording import Language, say

LEVELS = {Level.OK: (say("ok"), "good"), Level.NOTE: (say("note"), "warning"), Level.FAULT: (say("wrong"), "error")}

MOST = 10
"""So many places are named with a remark on a terminal."""


def doctor_text(remarks: Sequence[Remark], language: Language, paint: Paint, width: int | None) -> Iterator[str]:
    """The lines; without a *width*, in a pipe, one a remark."""
    column = max(len(language(word)) for word, _ in LEVELS.values()) + 2
    for remark in remarks:
        word, style = LEVELS[remark.level]
        head = paint(style, language(word)) + " " * (column - len(language(word)))
        if width is None:
            yield f"{head}{_record(remark, language)}"
            continue
        first, *more = _wrapped(one_line(language(remark.message)), width - column)
        yield head + first
        yield from (" " * column + line for line in more)
        yield from (" " * column + line for line in _below(remark, language, width - column))


def _record(remark: Remark, language: Language) -> str:
    """A remark on one line."""
    parts = [one_line(language(remark.message))]
    if remark.places:
        parts.append(": " + ", ".join(map(one_line, remark.places)))
    if remark.hint is not None:
        parts.append(f". {one_line(language(remark.hint))}")
    return "".join(parts)


def _below(remark: Remark, language: Language, width: int) -> Iterator[str]:
    yield from (f"- {one_line(place)}" for place in remark.places[:MOST])
    if len(remark.places) > MOST:
        yield language(say("… and {count} more", count=len(remark.places) - MOST))
    if remark.hint is not None:
        yield from _wrapped(f"{language(say('help'))}: {one_line(language(remark.hint))}", width)


def _wrapped(text: str, width: int) -> list[str]:
    return textwrap.wrap(text, max(width, 20), break_long_words=False, break_on_hyphens=False) or [""]
