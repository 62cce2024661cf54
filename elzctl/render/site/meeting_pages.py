"""The pages of meetings."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from elzctl.followup.points import following, previous
from elzctl.meeting import Meeting
from elzctl.render.invitation_document import invitation_document
from elzctl.render.minutes_document import minutes_document, title_of
from elzctl.render.site.cells import Line, bullets, joined, part
from elzctl.render.site.continued import continued, wanted
from elzctl.render.site.long_texts import is_long_meeting
from elzctl.render.site.page import Page, Site
from elzctl.render.site.past import with_history
from elzctl.render.site.react import react
from elzctl.render.tree import Block, Jump, Note, Paragraph, Text
from elzctl.terms import MeetingState
from elzctl.views.coming import is_over
from elzctl.views.published import has_minutes, is_open
from elzctl.wording import Message, say

INVITED = (MeetingState.PLANNED, MeetingState.CANCELLED)
"""States in which a meeting has a file for calendars."""

FORMATS = {"pdf": say("As a PDF"), "docx": say("As a Word file")}


def each_meeting(site: Site) -> Iterator[Page]:
    """A page for each meeting of an open series."""
    for meeting in site.plan.meetings:
        if is_open(site.plan, meeting):
            if meeting.state in INVITED:
                path = site.places.page(meeting.id).removesuffix(".html")
                site.places.file(f"ics:{meeting.id}", f"{path}.ics")
            if is_long_meeting(meeting):
                yield from wanted(continued(_meeting(meeting, site), site), site)
            elif site.wants(meeting.id):
                yield _meeting(meeting, site)


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
    if has_minutes(site.plan, meeting) and meeting.state is MeetingState.DRAFT:
        words = say("These are draft minutes, not sent round yet: on the site for everybody they are not to be read.")
    elif meeting.state is MeetingState.REVIEW:
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
    links: list[Line] = [calendar(meeting, site)] if is_told else []
    links += [
        (Jump(f"{ending}:{meeting.id}", (Text(site.say(FORMATS[ending])),)),) for ending in site.options.documents
    ]
    return (Paragraph(joined(links, " · ")),) if links else ()


def calendar(meeting: Meeting, site: Site) -> Line:
    """The file for calendars, in words that say what it does."""
    cancelled = meeting.state is MeetingState.CANCELLED
    label = say("Take it out of your calendar (.ics)") if cancelled else say("Put it in your calendar (.ics)")
    return _to_calendar(meeting, label, site)


def calendar_of_day(meeting: Meeting, site: Site) -> Line:
    """The same among those of other meetings, with the day."""
    day = site.text.day(meeting)
    if meeting.state is MeetingState.CANCELLED:
        return _to_calendar(meeting, say("Take the meeting of {day} out of your calendar (.ics)", day=day), site)
    return _to_calendar(meeting, say("Put the meeting of {day} in your calendar (.ics)", day=day), site)


def _to_calendar(meeting: Meeting, label: Message, site: Site) -> Line:
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
