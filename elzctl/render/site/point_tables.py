"""Tables of action points, and where what stands in a list was noted."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from functools import partial
from typing import TYPE_CHECKING

from elzctl.followup.points import PointRow, row_of
from elzctl.render.meeting_words import standing_in_words
from elzctl.render.minutes_items import contribution
from elzctl.render.plan_cells import head, words
from elzctl.render.site.cells import MOST, Line, actors, few
from elzctl.render.site.page import Site
from elzctl.render.tree import Block, Break, Inline, Jump, Table, Text
from elzctl.wording import say

if TYPE_CHECKING:
    from elzctl.meeting import Meeting, Point

_POINT = (say("Action point"), say("Who"), say("Deadline"), say("How it stands"), say("Noted in"))


def points_blocks(
    found: Iterable[tuple[Meeting, Point]], names: Collection[str], site: Site, most: int = MOST
) -> tuple[Block, ...]:
    """Points in a table, as they stand today, in the order of their list; nothing when there are none.

    With each stands what those with these *names* contribute to it.
    """
    warn_before = site.plan.settings.warn_before
    rows = [row_of(meeting, point, site.today, warn_before) for meeting, point in found if meeting.day <= site.today]
    return points_table((row for some in ordered(rows) for row in some), site, most, names)


def ordered(rows: Sequence[PointRow]) -> tuple[list[PointRow], list[PointRow]]:
    """Those that are still to do, the first deadline first; and those that are closed, the last ones first."""
    still = sorted((row for row in rows if row.is_open), key=lambda row: (row.due is None, row.due and row.due.last))
    closed = sorted((row for row in rows if not row.is_open), key=lambda row: row.meeting.day, reverse=True)
    return still, closed


def points_table(rows: Iterable[PointRow], site: Site, most: int, names: Collection[str] = ()) -> tuple[Block, ...]:
    """Points that stand in an order; nothing when there are none."""
    some, more = few(rows, site, most)
    labels = site.once("head of points", lambda site: head(site.text, *_POINT))
    shown = tuple(
        ((*what, *_contributed(row.point, names, site)), *others)
        for row in some
        for what, *others in (site.once(("point", row.point.id), partial(_point_cells, row)),)
    )
    return (Table("", labels, shown, (10, 5, 4, 5, 4)), *more) if shown else ()


def _point_cells(row: PointRow, site: Site) -> tuple[Line, ...]:
    """A row, which stands in many tables."""
    text = site.text
    return (
        text.listed(row.point.text),
        actors(row.point.owners, site) or words(""),
        words(text.when(row.due) if row.due is not None else ""),
        words(standing_in_words(row, site.say)),
        noted_in(row.meeting, row.point.id, _numbered(row, site), site),
    )


def _numbered(row: PointRow, site: Site) -> str:
    """The day of the minutes and the number of the point in them, by which it can be quoted."""
    return f"{site.text.day(row.meeting)}, {site.text.number(row.point.id.rpartition('/')[2])}"


def _contributed(point: Point, names: Collection[str], site: Site) -> Iterator[Inline]:
    """What those with these *names* can do for a point, each on a line of its own."""
    for one in point.contributions:
        if any(ref.id in names for ref in one.who):
            yield from (Break(), *contribution(one, site.text))


def noted_in(meeting: Meeting, name: str, words: str, site: Site) -> Line:
    """Where something was noted; and that these minutes can still change, while they are not approved."""
    unsettled = site.text.unsettled(meeting)
    return (Jump(name, (Text(words),)), *((Text(f" ({unsettled})"),) if unsettled else ()))
