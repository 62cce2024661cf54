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
from elzctl.render.site.continued import listed
from elzctl.render.site.meeting_pages import calendar_of_day, each_meeting
from elzctl.render.site.page import Page, Site
from elzctl.render.site.to_come import dated, next_title, none_called
from elzctl.render.tree import Block, Fact, Facts, Heading, Jump, Paragraph, Table, Text
from elzctl.terms import MeetingState
from elzctl.views import coming as ahead
from elzctl.views.coming import Ahead, is_over
from elzctl.views.published import has_minutes, is_open
from elzctl.wording import say

MOST_ROWS = 20
"""Meetings in one table; of a series with more of them each year has its own."""
MOST_ON_PAGE, MOST_OF_ALL = 60, 240
"""Meetings of a series, and of all, on the page of all; of the years before them each stands on a page of its own."""

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
    parts = _light_parts(site)
    older = sorted({year for one in parts for year, _ in one.older}, reverse=True)
    for year in older:
        _give_places(year, parts, site)
    page = site.page("page:meetings", say("Meetings"), tuple(_overview(parts, site)), kind="list")
    yield from listed(page, len(parts) + sum(len(some) for one in parts for _, some in one.years), site)
    for year in older:
        blocks = tuple(_of_year(year, older, parts, site))
        title = say("Meetings in {year}", year=str(year))
        page = site.page(_page_of(year), title, blocks, kind="list", above=("page:meetings",))
        yield from listed(page, sum(len(some) for one in parts for at, some in one.older if at == year), site)


# To come


def coming(site: Site) -> tuple[Ahead, ...]:
    """The meetings of open series that are not over, the next one first, with those that were cancelled."""
    return site.once("meetings to come", lambda site: ahead.announced(site.plan, site.today))


def invited(one: Ahead, site: Site) -> Iterator[Block]:
    """A meeting to come: its title, when and where, and its file for calendars; or which minutes name it."""
    meeting, when = one.meeting, site.say(say("When"))
    if one.occasion is None:
        yield Heading(2, "", (Jump(meeting.id, (Text(f"{_called(one, site)}, {site.text.day(meeting)}"),)),))
        facts = [Fact(when, (Text(when_of(meeting, site.text)),))]
        if before := _before(meeting, site):
            facts.append(Fact(site.say(say("Planned before")), (Text(before),)))
        if not one.is_cancelled:
            facts += place(meeting, site.text)
        if meeting.reason and (one.is_cancelled or before):
            facts.append(Fact(site.say(say("Reason")), site.text.line(meeting.reason)))
        yield Facts(tuple(facts))
        yield Paragraph(calendar_of_day(meeting, site))
        return
    where = (Jump(meeting.id, (Text(site.text.meeting(meeting)),)),)
    day = site.text.when(one.occasion.date) if one.occasion.date is not None else ""
    yield Heading(2, "", (Text(", ".join(filter(None, (_called(one, site), day)))),))
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
        yield (Text(f"{site.say(next_title(following, site))}: "), *_short(following, site))


def _short(one: Ahead, site: Site) -> Line:
    """What a meeting is called, its day and hours, as a jump to it; one that only minutes name stands in the list."""
    if one.occasion is not None:
        named = f"{_called(one, site)}, {occasion_when(one.occasion, site.text)}"
        return (Jump("page:meetings", (Text(named),)),)
    name = Jump(one.meeting.id, (Text(f"{_called(one, site)}, {when_of(one.meeting, site.text)}"),))
    before = _before(one.meeting, site)
    moved = f" ({site.say(say('planned before'))}: {before})" if before else ""
    # Where it is belongs to what is said of it in short only when it was somewhere else.
    elsewhere = any(was.location for was in ahead.moved_from(one.meeting, site.today))
    where = f", {one.meeting.location}" if elsewhere and one.meeting.location else ""
    return (name, *((Text(f"{where}{moved}"),) if where or moved else ()))


def _called(one: Ahead, site: Site) -> str:
    """The title of a meeting, which says that it was cancelled; of one that only minutes name, that of its series."""
    meeting = one.meeting
    if one.occasion is not None:
        return _series_title(meeting.series.id if meeting.series is not None else "", site)
    title = title_of(meeting, site.text)
    return site.say(say("Cancelled: {title}", title=title)) if one.is_cancelled else title


def _before(meeting: Meeting, site: Site) -> str:
    """When and where a meeting was planned before, while somebody may still come then."""
    told = (
        ", ".join(filter(None, (occasion_when(one, site.text), one.location)))
        for one in ahead.moved_from(meeting, site.today)
    )
    return "; ".join(filter(None, told))


# All meetings


def _overview(parts: Sequence[_Part], site: Site) -> Iterator[Block]:
    found = coming(site)
    following = next((one for one in found if not ahead.is_off(one, site.today)), None)
    yield heading(next_title(following, site, several=len(found) > 1), site)
    for one in found:
        yield from invited(one, site)
    if following is None:
        yield site.text.quiet(say("No other meeting has been called.") if found else none_called(site))
    yield from part(say("What came out of the meetings"), _lists(site), site)
    *series, strays = parts
    for some in series:
        yield from _of_series(some, site)
    if strays.years:
        yield Heading(1, "", (Text(strays.title),))
        yield from _by_year(strays, site)


def _lists(site: Site) -> tuple[Block, ...]:
    return bullets((Jump(name, (Text(site.say(title)),)),) for name, title in _LISTS if site.places.page(name))


def _light_parts(site: Site) -> tuple[_Part, ...]:
    """The parts, each with fewer years on the page of all as long as that has too many meetings."""
    most = MOST_ON_PAGE
    while True:
        parts = tuple(_parts(site, most))
        count = sum(len(some) for one in parts for _, some in one.years)
        if count <= MOST_OF_ALL or most == 1:
            return parts
        most = most * 3 // 4


def _parts(site: Site, most: int) -> Iterator[_Part]:
    """The series in their order, and then the meetings of none."""
    for name in dict.fromkeys((*site.plan.series, *site.plan.meetings_of)):
        yield _part(name, _series_title(name, site), site.plan.meetings_of.get(name, ()), most)
    strays = [one for one in site.plan.meetings if one.series is None]
    yield _part("page:meetings", site.say(say("Other meetings")), strays, most)


def _part(name: str, title: str, found: Sequence[Meeting], most: int) -> _Part:
    """Its meetings by year, the last one first: as many years on the page of all as have no more than *most* meetings."""
    years = tuple((year, tuple(some)) for year, some in groupby(reversed(found), lambda one: one.day.year))
    shown = rows = 0
    for _, some in years:
        rows += len(some)
        if shown and rows > most:
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
    rows = tuple((dated(one, site), words(title_of(one, site.text)), words(_state(one, site))) for one in found)
    return (Table("", labels, rows, (4, 9, 6)),) if rows else ()


def _state(meeting: Meeting, site: Site) -> str:
    if not is_open(site.plan, meeting):
        return ""
    if meeting.state is MeetingState.APPROVED:
        return site.say(say("approved minutes"))
    if meeting.state is not None and has_minutes(site.plan, meeting):
        return site.say(MEETING_STATES[meeting.state])
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
