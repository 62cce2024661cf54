"""The matrix of agreements: themes down, actors across."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from elzctl.model import Plan
from elzctl.render.columns import cut, one_line, padded, width
from elzctl.render.marks import tag_name
from elzctl.render.registers_text import NO_THEME, NOBODY, NOTHING
from elzctl.render.terminal import Paint
from elzctl.render.wrapped_table import GAP, wrapped
from elzctl.views.matrix import Commitment, Matrix
from elzctl.wording import Language, say

OWN, VIA = "x", "o"
WIDEST = 13  # columns for a word above a column
LEAST = 16  # columns for a theme


def matrix_lines(matrix: Matrix, plan: Plan, language: Language) -> Iterator[str]:
    """For a pipe: the names, then a line for every theme; columns stand two or more blanks apart."""
    names = _names(matrix, plan, language)
    rows = [(language(say("theme")), *names), *_rows(matrix, plan, language)]
    widths = [max(map(width, column)) for column in zip(*rows, strict=True)]
    for row in rows:
        yield GAP.join(padded(text or NOTHING, room) for text, room in zip(row, widths, strict=True)).rstrip()


def matrix_table(matrix: Matrix, plan: Plan, language: Language, paint: Paint, columns: int) -> Iterator[str]:
    """For a terminal: names above the columns where they fit; else numbers, with the names under the table."""
    names, rows = _names(matrix, plan, language), _rows(matrix, plan, language)
    longest = max(width(row[0]) for row in rows)
    least = min(longest, max(columns // 4, LEAST))
    heads = [wrapped(name, min(max(map(width, name.split())), WIDEST)) for name in names]
    if _room(heads) <= columns - least:
        yield from _band(heads, rows, min(longest, columns - _room(heads)), paint)
    else:
        numbers = [[str(place)] for place in range(1, len(names) + 1)]
        first = min(longest, max(columns - _room(numbers), least))
        start = 0
        while start < len(names):
            end = start + 1
            while end < len(names) and _room(numbers[start : end + 1]) <= columns - first:
                end += 1
            yield from ("",) * (start > 0)
            part = [(row[0], *row[1:][start:end]) for row in rows if any(row[1:][start:end])]
            yield from _band(numbers[start:end], part, first, paint)
            start = end
        yield ""
        yield from _numbered(names, columns)
    yield ""
    yield from (paint("quiet", line) for line in wrapped(legend(language), columns))


def legend(language: Language) -> str:
    """What the signs mean."""
    return language(say("{own} agreed itself · {via} through a group that it belongs to", own=OWN, via=VIA))


def _band(heads: Sequence[Sequence[str]], rows: Sequence[Sequence[str]], first: int, paint: Paint) -> Iterator[str]:
    """The columns under their heads, and the themes before them."""
    widths = [first, *(max(map(width, head)) for head in heads)]
    for place in range(max(map(len, heads))):
        line = ["", *(head[place] if place < len(head) else "" for head in heads)]
        yield paint("strong", GAP.join(map(padded, line, widths)).rstrip())
    for row in rows:
        shown = [
            padded(cut(row[0], first), first),
            *(padded(text or NOTHING, room) for text, room in zip(row[1:], widths[1:], strict=True)),
        ]
        yield GAP.join(shown).rstrip()


def _room(heads: Sequence[Sequence[str]]) -> int:
    """The columns of a terminal that columns with these heads take."""
    return sum(len(GAP) + max(map(width, head)) for head in heads)


def _numbered(names: Sequence[str], columns: int) -> Iterator[str]:
    """``1 Affligem · 2 Asse``: what the numbers stand for; a name stays whole where it fits in a line."""
    line = ""
    for place, name in enumerate(names, 1):
        one = f"{place} {name}"
        if line and width(line) + len(" · ") + width(one) > columns:
            yield from wrapped(line, columns)
            line = ""
        line = f"{line} · {one}" if line else one
    yield from wrapped(line, columns)


def _names(matrix: Matrix, plan: Plan, language: Language) -> list[str]:
    return [one_line(plan.actor_name(who)) if who else language(NOBODY) for who in matrix.actors]


def _rows(matrix: Matrix, plan: Plan, language: Language) -> list[tuple[str, ...]]:
    return [
        (
            one_line(tag_name(theme, plan)) if theme else language(NO_THEME),
            *(_sign(matrix.cells.get((theme, who), ())) for who in matrix.actors),
        )
        for theme in matrix.themes
    ]


def _sign(found: Sequence[Commitment]) -> str:
    if not found:
        return ""
    return VIA if all(one.via for one in found) else OWN
