"""What meetings noted, over all meetings: decisions, action points, signals, agreements, events."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, TypeAlias

from elzctl.followup.points import points
from elzctl.render.meeting_words import BECAME_POINT, STAGE_WORDS, day_in_words
from elzctl.render.plan_cells import head, words
from elzctl.render.site.cells import MOST, Line, actors, bullets_of, few, joined, part, tags
from elzctl.render.site.page import Page, Site
from elzctl.render.site.point_tables import noted_in, ordered, points_table
from elzctl.render.site.react import react
from elzctl.render.tree import Block, Jump, Strong, Table, Text
from elzctl.terms import Stage
from elzctl.views import registers as views
from elzctl.views.registers import EVERYTHING, EventRow, SignalRow, Timing
from elzctl.wording import Message, say, say_count

if TYPE_CHECKING:
    from elzctl.body import Reference
    from elzctl.meeting import Agreement, Event, Meeting, Noted, Signal

_Drawer: TypeAlias = Callable[[Site, int], tuple[Block, ...]]
"""Draws a list, or the parts of one, each with no more rows than it is told."""


def register_pages(site: Site) -> Iterator[Page]:
    """A page for each list that has something in it."""
    found: tuple[tuple[str, Message, _Drawer], ...] = (
        ("page:decisions", say("Decisions"), _decisions),
        ("page:points", say("Action points"), _points),
        ("page:signals", say("Signals"), _signals),
        ("page:agreements", say("Agreements"), _agreements),
        ("page:events", say("Events"), _events),
    )
    for name, title, draw in found:
        page = _register(name, title, draw, site, MOST)
        if page.blocks:
            yield page
        else:
            site.places.drop(name)


def _register(name: str, title: Message, draw: _Drawer, site: Site, most: int) -> Page:
    fewer = partial(_register, name, title, draw, site)
    behind = partial(react, site.say(title), name)
    return site.page(name, title, draw(site, most), kind="list", above=("page:meetings",), behind=behind, fewer=fewer)


def signal_lines(found: Iterable[tuple[Meeting, Signal]], site: Site) -> Iterator[Line]:
    """Each signal with the meeting where it was noted."""
    return (_noted(meeting, one, site) for meeting, one in found)


def agreement_lines(found: Iterable[tuple[Meeting, Agreement]], site: Site, without: str = "") -> Iterator[Line]:
    """Each agreement with who agreed, for which themes, and where; *without* the theme of which the page is."""
    for meeting, one in found:
        others = tuple(ref for ref in one.tags if ref.id != without)
        about = (*_who(one, site), *tags(others, site, before=" · "))
        yield (*site.text.listed(one.text), *about, *_where(meeting, one.id, site))


def event_lines(found: Iterable[tuple[Meeting, Event]], site: Site) -> Iterator[Line]:
    """Each event with its day and hours."""
    return (_event_line(meeting, one, site) for meeting, one in found)


def event_blocks(found: Iterable[tuple[Meeting, Event]], site: Site, most: int = MOST) -> tuple[Block, ...]:
    """Events in the order of the list of all of them; what is over says so."""
    rows = (row for _, some in _by_timing(views.event_rows(found, site.today)) for row in some)
    return bullets_of(_timed_lines, rows, site, most)


def _timed_lines(rows: Iterable[EventRow], site: Site) -> Iterator[Line]:
    for row in rows:
        over = f" ({site.say(say('past'))})" if row.timing is Timing.PAST else ""
        yield _event_line(row.meeting, row.noted, site, over)


def _event_line(meeting: Meeting, one: Event, site: Site, over: str = "") -> Line:
    when = event_day(one, site)
    first: Line = (Strong((Text(when),)), Text(f"{over}: ")) if when else ()
    return (*first, *site.text.listed(one.text), *_who(one, site), *_where(meeting, one.id, site))


def event_day(one: Event, site: Site) -> str:
    """When an event takes place, in words."""
    if one.when is None:
        return ""
    day = site.text.when(one.when) if one.when.is_vague else day_in_words(one.when.first, site.say)
    return ", ".join(filter(None, (day, site.text.hours(one.start, one.end))))


# The lists


def _decisions(site: Site, most: int) -> tuple[Block, ...]:
    """All decisions, those of the last meeting first; those of closed meetings, which stand nowhere else, always."""
    found = [(meeting, one) for meeting in reversed(site.plan.meetings) for one in meeting.resolutions]
    elsewhere = [one.id for _, one in found if site.places.page(one.id)]
    listed, more = few(elsewhere, site, max(1, most - len(found) + len(elsewhere)))
    left_out = frozenset(elsewhere).difference(listed)
    rows = tuple(
        (
            noted_in(meeting, one.id, f"{site.text.day(meeting)}, {one.id.rpartition('/')[2]}", site),
            _series(meeting, site),
            site.text.listed(one.text) if site.places.page(one.id) else site.text.noted(one.text),
        )
        for meeting, one in found
        if one.id not in left_out
    )
    labels = head(site.text, say("Date and number"), say("Meeting"), say("Decision"))
    return (Table("", labels, rows, (4, 5, 14)), *more) if rows else ()


def _series(meeting: Meeting, site: Site) -> Line:
    series = site.plan.series.get(meeting.series.id) if meeting.series is not None else None
    return words(site.text.title_text(series.name if series is not None and series.name else meeting.title))


def _points(site: Site, most: int) -> tuple[Block, ...]:
    """Those that are still to do, and those that are closed; of these fewer."""
    still, closed = ordered(points(site.plan, site.today))
    return (
        *part(say("To do"), points_table(still, site, most), site),
        *part(say("Done or dropped"), points_table(closed, site, max(1, most // 2)), site),
    )


def _signals(site: Site, most: int) -> tuple[Block, ...]:
    """The signals by group, with how far each came; of a group those that are open first, the newest before the others.

    Of more groups than a page can hold, those with something open and the newest are shown.
    """
    rows = views.signals(site.plan, EVERYTHING, site.today).rows
    groups = sorted(views.grouped(rows), key=lambda one: max(map(_weight, one.rows)), reverse=True)
    found = [one for one in views.grouped(rows) if one in groups[:most]]
    if not found:
        return ()
    _, more = few((row for one in groups[most:] for row in one.rows), site, 0)
    count = say_count("{count} signal", "{count} signals", len(rows))
    left = say("{count} open", count=sum(row.is_open for row in rows))
    blocks: list[Block] = [site.text.paragraph(f"{site.say(count)}; {site.say(left)}.")]
    for one in found:
        table = _signal_table(sorted(one.rows, key=_weight, reverse=True), site, most)
        title = say("Group: {name}", name=site.text.title_text(one.name)) if one.name else say("Not grouped")
        blocks += part(title, table, site) if len(found) > 1 else table
    return (*blocks, *part(say("Other groups"), more, site))


def _weight(row: SignalRow) -> tuple[bool, date]:
    """How much a signal is to be seen: what is open, and the newest."""
    return row.is_open, row.meeting.day


def _signal_table(rows: Iterable[SignalRow], site: Site, most: int) -> tuple[Block, ...]:
    some, more = few(rows, site, most)
    labels = head(site.text, say("Signal"), say("For whom"), say("How far it is"), say("Noted in"))
    shown = tuple(
        (
            site.text.listed(row.noted.text),
            tags(row.noted.tags, site) or words(""),
            _stage(row, site),
            noted_in(row.meeting, row.noted.id, site.text.day(row.meeting), site),
        )
        for row in some
    )
    return (Table("", labels, shown, (10, 6, 7, 4)), *more)


def _stage(row: SignalRow, site: Site) -> Line:
    """How far a signal came, and what it became or to whom it went."""
    last = next((one.step for one in reversed(row.places) if one.stage is row.stage), None)
    said = site.say(STAGE_WORDS[row.stage])
    if last is None:
        return (Text(said),)
    # What it became goes before where that was agreed.
    ordered = sorted(last.references, key=lambda one: one.id in site.plan.meetings_by_id)
    names = [(site.text.reference(one.id, one.label),) for one in ordered]
    more = joined((*names, *((actors(last.who, site),) if last.who else ())))
    if row.stage is Stage.ACTION and names:
        said, mark = _became(last.references, said, site)
    else:
        mark = ": "
    return (Text(said), *((Text(mark), *more) if more else ()))


def _became(references: Iterable[Reference], said: str, site: Site) -> tuple[str, str]:
    """What a signal became that is said to have become an action, and what goes before where that can be read."""
    from elzctl.meeting import Point

    names = [one.id for one in references]
    if all(isinstance(site.plan.noted.get(name), Point) for name in names):
        return site.say(BECAME_POINT), ": "
    # A meeting is no action: it is where one was agreed.
    return said, f", {site.say(say('see'))} " if all(name in site.plan.meetings_by_id for name in names) else ": "


def _agreements(site: Site, most: int) -> tuple[Block, ...]:
    rows = views.agreements(site.plan, EVERYTHING).rows
    return bullets_of(agreement_lines, ((row.meeting, row.noted) for row in reversed(rows)), site, most)


def _events(site: Site, most: int) -> tuple[Block, ...]:
    parts = _by_timing(views.events(site.plan, EVERYTHING, site.today).rows)
    found = (
        (title, bullets_of(event_lines, ((row.meeting, row.noted) for row in some), site, most))
        for title, some in parts
    )
    return tuple(block for title, some in found for block in part(title, some, site))


def _by_timing(rows: Sequence[EventRow]) -> tuple[tuple[Message, list[EventRow]], ...]:
    """What is to come, the soonest first; what has no date; what is over, the newest first."""
    return (
        (say("To come"), [row for row in rows if row.timing is Timing.UPCOMING]),
        (say("No date"), [row for row in rows if row.timing is Timing.NO_DATE]),
        (say("Past"), [row for row in reversed(rows) if row.timing is Timing.PAST]),
    )


# Lines


def _noted(meeting: Meeting, one: Signal, site: Site) -> Line:
    return (*site.text.listed(one.text), *_where(meeting, one.id, site))


def _who(one: Noted, site: Site) -> Line:
    """Who was named at the end of a line, and so is no part of its words."""
    apart = [ref for ref in getattr(one, "who", ()) if f"@{ref.id}" not in one.text]
    return (Text(" – "), *actors(apart, site)) if apart else ()


def _where(meeting: Meeting, name: str, site: Site) -> Line:
    unsettled = site.text.unsettled(meeting)
    end = f", {unsettled})" if unsettled else ")"
    return (Text(" ("), Jump(name, (Text(site.text.meeting(meeting)),)), Text(end))
