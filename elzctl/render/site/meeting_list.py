"""The list of meetings, with those to come on top; of a series with very many, older years have pages of their own."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import TypeAlias

from elzctl.meeting import Meeting
from elzctl.record import NamedTuple
from elzctl.render.meeting_words import MEETING_STATES
from elzctl.render.minutes_document import occasion_when, place, title_of, when_of
from elzctl.render.plan_cells import head, words
from elzctl.render.site.cells import Line, bullets, heading, joined, part
from elzctl.render.site.meeting_pages import calendar, each_meeting
from elzctl.render.site.page import Page, Site
from elzctl.render.tree import Block, Fact, Facts, Heading, Jump, Paragraph, Table, Text
from elzctl.terms import MeetingState
from elzctl.views import coming as ahead
from elzctl.views.coming import Ahead, is_over
from elzctl.views.published import is_open
from elzctl.wording import say

MOST_ROWS = 20
"""Meetings in one table; of a series with more of them each year has its own."""
MOST_ON_PAGE = 60
"""Meetings of a series on the page of all; of the years before them each stands on a page of its own."""

Years: TypeAlias = tuple[tuple[int, tuple[Meeting, ...]], ...]

_LISTS = (
    ("page:decisions", say("Decisions")),
    ("page:points", say("Action points")),
    ("page:signals", say("Signals")),
    ("page:agreements", say("Agreements")),
    ("page:events", say("Events")),
)


class _Part(NamedTuple):
    """The meetings of a series, or of none: *name* tells its years from those of others, for no id has a colon.

    ``years`` stand on the page of all meetings, ``older`` ones on pages of their own; the last one is first.
    """

    name: str
    title: str
    years: Years
    older: Years


def meeting_pages(site: Site) -> Iterator[Page]:
    """The page of each meeting of an open series, the list of meetings, and the years that are too long for it."""
    yield from each_meeting(site)
    if not site.plan.meetings and not site.plan.series:
        site.places.drop("page:meetings")
        return
    parts = tuple(_parts(site))
    older = sorted({year for one in parts for year, _ in one.older}, reverse=True)
    for year in older:
        _give_places(year, parts, site)
    yield site.page("page:meetings", say("Meetings"), tuple(_overview(parts, site)), kind="list")
    for year in older:
        blocks = tuple(_of_year(year, older, parts, site))
        title = say("Meetings in {year}", year=str(year))
        yield site.page(_page_of(year), title, blocks, kind="list", above=("page:meetings",))


# To come


def coming(site: Site) -> tuple[Ahead, ...]:
    """The meetings of open series that are not over, the next one first, with those that were cancelled."""
    return site.once("meetings to come", lambda site: ahead.announced(site.plan, site.today))


def invited(one: Ahead, site: Site) -> Iterator[Block]:
    """A meeting to come: its title, when and where, and its file for calendars; or which minutes name it."""
    meeting, when = one.meeting, site.say(say("When"))
    if one.occasion is None:
        yield Heading(2, "", (Jump(meeting.id, (Text(_called(one, site)),)),))
        facts = [Fact(when, (Text(when_of(meeting, site.text)),))]
        if before := _before(meeting, site):
            facts.append(Fact(site.say(say("Planned before")), (Text(before),)))
        if not one.is_cancelled:
            facts += place(meeting, site.text)
        if meeting.reason and (one.is_cancelled or before):
            facts.append(Fact(site.say(say("Reason")), site.text.line(meeting.reason)))
        yield Facts(tuple(facts))
        yield Paragraph(calendar(meeting, site))
        return
    where = (Jump(meeting.id, (Text(site.text.meeting(meeting)),)),)
    yield Heading(2, "", (Text(_called(one, site)),))
    yield Facts(
        (
            Fact(when, (Text(occasion_when(one.occasion, site.text)),)),
            *place(one.occasion, site.text),
            Fact(site.say(say("Named in")), where),
        )
    )


def next_in_short(site: Site) -> Iterator[Line]:
    """The next meeting on one line that leads to it; before it, those that were cancelled or moved from a day before that one."""
    found = coming(site)
    following = next((one for one in found if not ahead.is_off(one, site.today)), None)
    for one in (one for one in found if one is not following):
        sooner = [day for day in ahead.off_days(one, site.today) if following is None or day <= following.place[0]]
        if sooner:
            reason = one.meeting.reason
            yield (*_short(one, site), *((Text(". "), *site.text.line(reason)) if reason else ()))
    if following is not None:
        yield (Text(f"{site.say(say('Next meeting'))}: "), *_short(following, site))


def _short(one: Ahead, site: Site) -> Line:
    """What a meeting is called, as a jump to it, and its day and hours; one that only minutes name stands in the list."""
    name = Jump("page:meetings" if one.occasion is not None else one.meeting.id, (Text(_called(one, site)),))
    if one.occasion is not None:
        return (name, Text(f", {occasion_when(one.occasion, site.text)}"))
    before = _before(one.meeting, site)
    moved = f" ({site.say(say('planned before'))}: {before})" if before else ""
    return (name, Text(f", {when_of(one.meeting, site.text)}{moved}"))


def _called(one: Ahead, site: Site) -> str:
    """The title of a meeting, which says that it was cancelled; of one that only minutes name, that of its series."""
    meeting = one.meeting
    if one.occasion is not None:
        return _series_title(meeting.series.id if meeting.series is not None else "", site)
    title = title_of(meeting, site.text)
    return site.say(say("Cancelled: {title}", title=title)) if one.is_cancelled else title


def _before(meeting: Meeting, site: Site) -> str:
    """When a meeting was planned before, while somebody may still come then."""
    return "; ".join(occasion_when(one, site.text) for one in ahead.moved_from(meeting, site.today))


# All meetings


def _overview(parts: Sequence[_Part], site: Site) -> Iterator[Block]:
    found = coming(site)
    yield heading(say("Next meetings") if found[1:] else say("Next meeting"), site)
    for one in found:
        yield from invited(one, site)
    if all(ahead.is_off(one, site.today) for one in found):
        nothing = say("No other meeting has been called.") if found else say("No meeting has been called.")
        yield site.text.quiet(nothing)
    yield from part(say("What came out of the meetings"), _lists(site), site)
    *series, strays = parts
    for some in series:
        yield from _of_series(some, site)
    if strays.years:
        yield Heading(1, "", (Text(strays.title),))
        yield from _by_year(strays, site)


def _lists(site: Site) -> tuple[Block, ...]:
    return bullets((Jump(name, (Text(site.say(title)),)),) for name, title in _LISTS if site.places.page(name))


def _parts(site: Site) -> Iterator[_Part]:
    """The series in their order, and then the meetings of none."""
    for name in dict.fromkeys((*site.plan.series, *site.plan.meetings_of)):
        yield _part(name, _series_title(name, site), site.plan.meetings_of.get(name, ()))
    strays = [one for one in site.plan.meetings if one.series is None]
    yield _part("page:meetings", site.say(say("Other meetings")), strays)


def _part(name: str, title: str, found: Sequence[Meeting]) -> _Part:
    """Its meetings by year, the last one first: as many years on the page of all as have no more meetings than it can hold."""
    years = tuple((year, tuple(some)) for year, some in groupby(reversed(found), lambda one: one.day.year))
    shown = rows = 0
    for _, some in years:
        rows += len(some)
        if shown and rows > MOST_ON_PAGE:
            break
        shown += 1
    return _Part(name, title, years[:shown], years[shown:])


def _of_series(one: _Part, site: Site) -> Iterator[Block]:
    yield Heading(1, "", (Text(one.title),))
    if one.years and not is_open(site.plan, one.years[0][1][0]):
        yield site.text.quiet(say("This meeting is for its members; its minutes are not on this site."))
    yield from _named(one.name, site)
    yield from _by_year(one, site) or (site.text.quiet(say("No meeting of this series took place yet.")),)


def _series_title(name: str, site: Site) -> str:
    series = site.plan.series.get(name)
    return site.text.title_text(series.name if series is not None and series.name else name)


def _named(name: str, site: Site) -> Iterator[Block]:
    """The next meeting that the last minutes of a series name, when it has no file of its own yet."""
    for one in coming(site):
        if one.occasion is not None and one.meeting.series is not None and one.meeting.series.id == name:
            when = ", ".join(filter(None, (occasion_when(one.occasion, site.text), one.occasion.location)))
            yield site.text.paragraph(site.say(say("Next meeting: {when}", when=when)))


def _by_year(one: _Part, site: Site) -> tuple[Block, ...]:
    """The meetings; many of them in a table for each year, with links to these years before them."""
    found = tuple(meeting for _, some in one.years for meeting in some)
    earlier: list[Line] = [(Jump(_anchor(one.name, year), (Text(str(year)),)),) for year, _ in one.older]
    if len(found) <= MOST_ROWS or len(one.years) == 1:
        blocks = list(_table(found, site))
    else:
        here: list[Line] = [(Jump(f"{one.name}:{year}", (Text(str(year)),)),) for year, _ in one.years]
        blocks = [Paragraph(joined((*here, *earlier), " · "))]
        for year, some in one.years:
            blocks += (Heading(2, f"{one.name}:{year}", (Text(str(year)),)), *_table(some, site))
    if earlier:
        blocks.append(Paragraph((Text(f"{site.say(say('Earlier years:'))} "), *joined(earlier, " · "))))
    return tuple(blocks)


def _table(found: Sequence[Meeting], site: Site) -> tuple[Block, ...]:
    """The meetings, with what can be read of each."""
    labels = head(site.text, say("Date"), say("Meeting"), say("What you can read"))
    rows = tuple(
        ((Jump(one.id, (Text(site.text.day(one)),)),), words(title_of(one, site.text)), words(_state(one, site)))
        if is_open(site.plan, one)
        else (words(site.text.day(one)), words(title_of(one, site.text)), words(""))
        for one in found
    )
    return (Table("", labels, rows, (4, 9, 6)),) if rows else ()


def _state(meeting: Meeting, site: Site) -> str:
    if meeting.state is MeetingState.APPROVED:
        return site.say(say("approved minutes"))
    if meeting.state is MeetingState.REVIEW:
        return site.say(MEETING_STATES[MeetingState.REVIEW])
    if meeting.state is MeetingState.CANCELLED:
        return site.say(MEETING_STATES[MeetingState.CANCELLED])
    return site.say(say("agenda") if is_over(meeting, site.today) else say("invitation"))


# Older years


def _page_of(year: int) -> str:
    """The anchor of the page of a year."""
    return f"page:meetings-{year}"


def _anchor(name: str, year: int) -> str:
    """The anchor by which other pages lead to the meetings of a series on the page of a year."""
    return f"{_page_of(year)}:{name}"


def _give_places(year: int, parts: Sequence[_Part], site: Site) -> None:
    """Gives a place to the page of a year, and to what stands on it and has no page of its own."""
    path = site.places.page("page:meetings").replace(".html", f"-{year}.html")
    site.places.file(_page_of(year), path)
    for one in parts:
        for meeting in (meeting for at, some in one.older if at == year for meeting in some):
            site.places.file(_anchor(one.name, year), f"{path}#{one.name}:{year}")
            if not is_open(site.plan, meeting):
                site.places.drop(meeting.id)
                site.places.file(meeting.id, f"{path}#{one.name}:{year}")


def _of_year(year: int, older: Sequence[int], parts: Sequence[_Part], site: Site) -> Iterator[Block]:
    """The meetings of a year that are too many for the page of all, and links to the other years of that kind."""
    for one in parts:
        for some in (some for at, some in one.older if at == year):
            yield Heading(1, f"{one.name}:{year}", (Text(one.title),))
            yield from _table(some, site)
    others: list[Line] = [(Jump(_page_of(at), (Text(str(at)),)),) for at in older if at != year]
    if others:
        yield from part(say("Other years"), (Paragraph(joined(others, " · ")),), site)
