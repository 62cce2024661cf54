"""Who owns what, and what of a change is somebody else's, for people: a thing with its owners under it, whole lines in a pipe."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from elzctl.model import Plan
from elzctl.render.columns import cut, one_line, padded, width
from elzctl.render.marks import in_plain_words
from elzctl.render.rights_words import REASONS, owned
from elzctl.render.rights_words import denied as words_of
from elzctl.render.terminal import Paint
from elzctl.render.wrapped_table import filled
from elzctl.rights import Rights
from elzctl.views.rights import Kind, Row, Through
from elzctl.views.touched import Touched
from elzctl.wording import Language, Message, say

_HEADINGS: Mapping[Kind, Message] = {
    Kind.GOAL: say("Goals with their actions"),
    Kind.SERIES: say("Series of meetings with their minutes"),
    Kind.FILE: say("Files"),
}
WIDEST = 24
"""Columns of a key on a terminal; a longer one, such as the name of a file, stands on a line of its own."""

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
    groups = [(heading, [cells for kind, cells in made if kind is wanted]) for wanted, heading in _HEADINGS.items()]
    groups.append((say("Teams"), [(one_line(team.name), "", team.mention) for team in rights.teams.values()]))
    shown = [(language(heading), found) for heading, found in groups if found]
    for place, (heading, found) in enumerate(shown):
        yield from ("",) * (place > 0)
        yield from (paint("strong", line) for line in filled(heading, columns))
        yield from _blocks(found, columns)


def _blocks(rows: Sequence[tuple[str, str, str]], columns: int) -> Iterator[str]:
    """Each thing by its key and title, and under it who owns it."""
    room = max((width(key) for key, _, _ in rows if width(key) <= min(WIDEST, columns // 2)), default=0)
    rest = columns - room - len(_GAP)
    for key, title, owners in rows:
        lines = [*([cut(title, rest)] if title else []), *filled(owners, rest)]
        heads = [""] * len(lines)
        if width(key) > room:
            yield from filled(key, columns)
        else:
            heads[0] = key
        yield from (f"{padded(head, room)}{_GAP}{line}" for head, line in zip(heads, lines, strict=True))


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
    if row.owner.through is Through.GOAL and row.owner.key != row.key and not handles:
        return language(say("as goal {key}", key=one_line(row.owner.key)))
    return owned(row.owner, rights, language, handles=handles, through=row.owner.key not in ("", row.key))
