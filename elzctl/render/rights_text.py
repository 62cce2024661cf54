"""Who owns what, and what of a change is somebody else's, for people: a table that fits the window, whole lines in a pipe."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from elzctl.model import Plan
from elzctl.render.columns import cut, one_line, padded, width
from elzctl.render.marks import in_plain_words
from elzctl.render.rights_words import REASONS, owned
from elzctl.render.rights_words import denied as words_of
from elzctl.render.terminal import Paint
from elzctl.render.wrapped_table import Piece, Rows, filled, wrapped_table
from elzctl.rights import Rights
from elzctl.views.rights import Kind, Row, Through
from elzctl.views.touched import Touched
from elzctl.wording import Language, Message, say

_HEADINGS: Mapping[Kind, Message] = {
    Kind.GOAL: say("Goals with their actions"),
    Kind.SERIES: say("Series of meetings with their minutes"),
    Kind.FILE: say("Files"),
}
SHORT = 40
"""Columns of a title on a terminal: enough to know a goal by, whose title can be as long as a paragraph."""

_GAP = "  "


def rights_text(
    rows: Sequence[Row], plan: Plan, rights: Rights, language: Language, paint: Paint, columns: int | None
) -> Iterator[str]:
    """What there is, and who owns it."""
    handles = columns is None
    made = [(row.kind, (*_cells(row, plan, language), _owners(row, rights, language, handles=handles))) for row in rows]
    if columns is None:
        widths = [max(width(cells[place]) for _, cells in made) for place in (0, 2)]
        for _, (key, title, owners) in made:
            yield _GAP.join((padded(key, widths[0]), padded(owners, widths[1]), title)).rstrip()
        return
    head = (language(say("What")), language(say("Title")), language(say("Owned by")))
    groups = [(heading, [cells for kind, cells in made if kind is wanted]) for wanted, heading in _HEADINGS.items()]
    groups.append((say("Teams"), [(one_line(team.name), team.mention, "") for team in rights.teams.values()]))
    shown = [
        Rows(language(heading), [[[Piece(key)], [Piece(cut(title, SHORT))], [Piece(own)]] for key, title, own in found])
        for heading, found in groups
        if found
    ]
    yield from wrapped_table(head, shown, 1, paint, columns)


def denied_text(
    denied: Iterable[Touched], plan: Plan, rights: Rights, language: Language, paint: Paint, columns: int | None
) -> Iterator[str]:
    """Each thing that the author does not own, with the teams that do."""
    for one in denied:
        first, *rest = filled(language(words_of(one, plan, rights, language)), columns)
        yield paint("error", first)
        yield from (paint("error", f"{_GAP}{line}") for line in rest)


def _cells(row: Row, plan: Plan, language: Language) -> tuple[str, str]:
    """The key and the title; what is left has no key."""
    return one_line(row.key) or language(REASONS[Through.REST]), one_line(in_plain_words(row.title, plan))


def _owners(row: Row, rights: Rights, language: Language, *, handles: bool) -> str:
    """Who owns it, and through what when that is not the thing itself; what nobody owns is as everything else."""
    if row.owner.through is Through.NOBODY:
        return language(REASONS[Through.REST if row.key else Through.NOBODY])
    return owned(row.owner, rights, language, handles=handles, through=row.owner.key not in ("", row.key))
