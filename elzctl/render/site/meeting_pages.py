"""The pages of meetings, and the list of them with the next invitation on top."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from itertools import groupby

from elzctl.followup.points import following, previous
from elzctl.meeting import Meeting
from elzctl.render.invitation_document import invitation_document
from elzctl.render.meeting_words import MEETING_STATES
from elzctl.render.minutes_document import minutes_document, occasion_when, place, title_of, when_of
from elzctl.render.plan_cells import head, words
from elzctl.render.site.cells import Line, bullets, heading, joined, part
from elzctl.render.site.page import Page, Site
from elzctl.render.site.past import with_history
from elzctl.render.site.react import react
from elzctl.render.tree import Block, Fact, Facts, Heading, Jump, Note, Paragraph, Table, Text
from elzctl.terms import MeetingState
from elzctl.views import coming as ahead
from elzctl.views.coming import Ahead, is_over
from elzctl.views.published import has_minutes, is_open
from elzctl.wording import say

INVITED = (MeetingState.PLANNED, MeetingState.CANCELLED)
"""States in which a meeting has a file for calendars."""

FORMATS = {"pdf": say("As a PDF"), "docx": say("As a Word file")}

MOST_ROWS = 20
"""Meetings in one table; of a series with more of them each year has its own."""

_LISTS = (
    ("page:decisions", say("Decisions")),
    ("page:points", say("Action points")),
    ("page:signals", say("Signals")),
    ("page:agreements", say("Agreements")),
    ("page:events", say("Events")),
)


def meeting_pages(site: Site) -> Iterator[Page]:
    """The list of meetings, and a page for each one of an open series."""
    yield from each_meeting(site)
    if site.plan.meetings or site.plan.series:
        yield site.page("page:meetings", say("Meetings"), tuple(_overview(site)), kind="list")
    else:
        site.places.drop("page:meetings")


def each_meeting(site: Site) -> Iterator[Page]:
    """A page for each meeting of an open series."""
    for meeting in site.plan.meetings:
        if is_open(site.plan, meeting):
            if meeting.state in INVITED:
                path = site.places.page(meeting.id).removesuffix(".html")
                site.places.file(f"ics:{meeting.id}", f"{path}.ics")
            if site.wants(meeting.id):
                yield _meeting(meeting, site)


def coming(site: Site) -> tuple[Ahead, ...]:
    """The meetings of open series that are not over, the next one first."""
    return site.once("meetings to come", lambda site: ahead.meetings(site.plan, site.today))


def invited(one: Ahead, site: Site) -> Iterator[Block]:
    """A meeting to come: its title, when and where, and its file for calendars; or which minutes name it."""
    meeting, when = one.meeting, site.say(say("When"))
    if one.occasion is None:
        yield Heading(2, "", (Jump(meeting.id, (Text(title_of(meeting, site.text)),)),))
        yield Facts((Fact(when, (Text(when_of(meeting, site.text)),)), *place(meeting, site.text)))
        yield Paragraph(_calendar(meeting, site))
        return
    where = (Jump(meeting.id, (Text(site.text.meeting(meeting)),)),)
    yield Heading(2, "", (Text(_series_title(meeting.series.id if meeting.series is not None else "", site)),))
    yield Facts(
        (
            Fact(when, (Text(occasion_when(one.occasion, site.text)),)),
            *place(one.occasion, site.text),
            Fact(site.say(say("Named in")), where),
        )
    )


# One meeting


def _meeting(meeting: Meeting, site: Site) -> Page:
    public = has_minutes(site.plan, meeting)
    document = (minutes_document if public else invitation_document)(meeting, site.text)
    (drawn,) = document.parts
    title = document.title
    if not public and meeting.state is not MeetingState.CANCELLED and is_over(meeting, site.today):
        # Nobody is invited to what is over.
        title = site.say(say("Agenda: {title}", title=title_of(meeting, site.text)))
    blocks = (*_said(meeting, site), *_files(meeting, site), *drawn.blocks, *_around(meeting, site))
    return site.page(
        meeting.id,
        title,
        blocks,
        kind="meeting",
        subtitle=document.subtitle,
        above=("page:meetings",),
        sources=document.sources if public else (),
        behind=partial(
            with_history, partial(react, f"{title_of(meeting, site.text)}, {site.text.day(meeting)}", meeting.id)
        ),
        apart=site.text.day(meeting),
    )


def _said(meeting: Meeting, site: Site) -> Iterator[Block]:
    """What a reader has to know before the text: that the minutes are not there, or do not stand yet."""
    if meeting.state is MeetingState.REVIEW:
        words = say("These minutes are not approved yet: something can still change in them.")
    elif meeting.state in (MeetingState.APPROVED, *INVITED):
        if meeting.state is not MeetingState.PLANNED or not is_over(meeting, site.today):
            return
        words = say("The minutes of this meeting are not published yet.")
    else:
        words = say("The minutes of this meeting are not published yet.")
    yield Note("alert", (site.text.paragraph(site.say(words)),))


def _files(meeting: Meeting, site: Site) -> tuple[Block, ...]:
    """The calendar file and the documents, on one line."""
    is_ahead = meeting.state is MeetingState.PLANNED and not is_over(meeting, site.today)
    is_told = is_ahead or meeting.state is MeetingState.CANCELLED
    links: list[Line] = [_calendar(meeting, site)] if is_told else []
    links += [
        (Jump(f"{ending}:{meeting.id}", (Text(site.say(FORMATS[ending])),)),) for ending in site.options.documents
    ]
    return (Paragraph(joined(links, " · ")),) if links else ()


def _calendar(meeting: Meeting, site: Site) -> Line:
    cancelled = meeting.state is MeetingState.CANCELLED
    label = say("Take it out of your calendar (.ics)") if cancelled else say("Put it in your calendar (.ics)")
    return (Jump(f"ics:{meeting.id}", (Text(site.say(label)),)),)


def _around(meeting: Meeting, site: Site) -> tuple[Block, ...]:
    """The meetings of the series before and after this one."""
    pairs = (
        (say("The meeting before"), previous(site.plan, meeting)),
        (say("The meeting after"), following(site.plan, meeting)),
    )
    lines = [
        (Text(f"{site.say(label)}: "), Jump(one.id, (Text(site.text.meeting(one)),))) for label, one in pairs if one
    ]
    return part(say("In this series"), bullets(lines), site)


# All meetings


def _overview(site: Site) -> Iterator[Block]:
    found = coming(site)
    yield heading(say("Next meetings") if found[1:] else say("Next meeting"), site)
    for one in found:
        yield from invited(one, site)
    if not found:
        yield site.text.quiet(say("No meeting has been called."))
    yield from part(say("What came out of the meetings"), _lists(site), site)
    for name in dict.fromkeys((*site.plan.series, *site.plan.meetings_of)):
        yield from _of_series(name, site)
    strays = [one for one in site.plan.meetings if one.series is None]
    yield from part(say("Other meetings"), _by_year(strays, "page:meetings", site), site)


def _lists(site: Site) -> tuple[Block, ...]:
    return bullets((Jump(name, (Text(site.say(title)),)),) for name, title in _LISTS if site.places.page(name))


def _of_series(name: str, site: Site) -> Iterator[Block]:
    yield Heading(1, "", (Text(_series_title(name, site)),))
    found = site.plan.meetings_of.get(name, ())
    if found and not is_open(site.plan, found[-1]):
        yield site.text.quiet(say("This meeting is for its members; its minutes are not on this site."))
    yield from _announced(name, site)
    yield from _by_year(found, name, site) or (site.text.quiet(say("No meeting of this series took place yet.")),)


def _series_title(name: str, site: Site) -> str:
    series = site.plan.series.get(name)
    return site.text.title_text(series.name if series is not None and series.name else name)


def _announced(name: str, site: Site) -> Iterator[Block]:
    """The next meeting that the last minutes of a series name, when it has no file of its own yet."""
    for one in coming(site):
        if one.occasion is not None and one.meeting.series is not None and one.meeting.series.id == name:
            when = ", ".join(filter(None, (occasion_when(one.occasion, site.text), one.occasion.location)))
            yield site.text.paragraph(site.say(say("Next meeting: {when}", when=when)))


def _by_year(found: Sequence[Meeting], name: str, site: Site) -> tuple[Block, ...]:
    """The meetings, the last one first; many of them in a table for each year, with links to these years before them.

    *name* tells the years of a series from those of others: no id has a colon.
    """
    years = [(year, tuple(some)) for year, some in groupby(reversed(found), lambda one: one.day.year)]
    if len(found) <= MOST_ROWS or len(years) == 1:
        return _table(found[::-1], site)
    blocks: list[Block] = [
        Paragraph(joined(((Jump(f"{name}:{year}", (Text(str(year)),)),) for year, _ in years), " · "))
    ]
    for year, some in years:
        blocks += (Heading(2, f"{name}:{year}", (Text(str(year)),)), *_table(some, site))
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
