"""Feeds (Atom, RFC 4287): the public minutes, and what happened in the actions as far as the plan says on which day.

What a reader knows an entry by is made of ids and days of the plan, so that nothing comes back as new when the site is
made again, moves to another address, or a text is corrected.  What changed in the actions according to Git comes in
between when that is known: see :func:`elzctl.render.site.past.filled`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from html import escape
from itertools import groupby

from elzctl.dates import VagueDate
from elzctl.fiche import Indicator, Measurement
from elzctl.meeting import Meeting
from elzctl.model import Action
from elzctl.record import NamedTuple
from elzctl.render.ics import beginning
from elzctl.render.site.cells import action_name
from elzctl.render.site.feed_entry import Entry, entry_lines, moment, urn
from elzctl.render.site.feed_links import FEEDS
from elzctl.render.site.page import Site
from elzctl.render.site.past import MOST_NEWS
from elzctl.render.site.places import relative
from elzctl.render.site.plain_lines import spoken, unfollowed
from elzctl.render.words import HEALTHS, STATUSES
from elzctl.terms import Access, MeetingState
from elzctl.views.planned import ended
from elzctl.views.published import has_minutes
from elzctl.wording import say


class _Event(NamedTuple):
    """Something that happened in an action."""

    day: date
    action: Action
    words: str


def feed_places(site: Site) -> None:
    """Gives the feeds a place: that of the minutes when there is a series to which everybody may come."""
    folder = site.places.folder("feed")
    made = {
        "minutes": any(one.access is Access.OPEN for one in site.plan.series.values()),
        "actions": bool(site.plan.actions),
    }
    for name, _, _ in FEEDS:
        if made[name]:
            site.places.file(f"feed:{name}", f"{folder}/{site.places.folder(f'feed-{name}')}.xml")


def feed_files(site: Site) -> Iterator[tuple[str, bytes]]:
    """The feeds that have a place."""
    made = {"minutes": _minutes, "actions": _actions}
    for name, title, page in FEEDS:
        path = site.places.page(f"feed:{name}")
        if path:
            found = sorted(made[name](site), key=lambda one: (one.updated, one.key), reverse=True)[:MOST_NEWS]
            yield path, "".join(_feed(name, path, site.say(title), page, site.public(tuple(found)), site)).encode()


# Entries


def _minutes(site: Site) -> Iterator[Entry]:
    for meeting in site.plan.meetings:
        if has_minutes(site.plan, meeting) and meeting.day <= site.today:
            title = site.say(say("Minutes: {meeting}", meeting=site.text.meeting(meeting)))
            approved = meeting.approved.on if meeting.approved is not None else None
            is_known = approved is not None and meeting.day <= approved.last <= site.today
            updated = approved.last if is_known and approved is not None else meeting.day
            parts = tuple((head, lines) for head, lines in _said(meeting, site) if lines)
            yield Entry(f"minutes/{meeting.id}", meeting.id, unfollowed(title), meeting.day, updated, parts)


def _said(meeting: Meeting, site: Site) -> Iterator[tuple[str, tuple[str, ...]]]:
    """How the minutes stand, what was spoken of, and what was decided."""
    is_approved = meeting.state is MeetingState.APPROVED
    state = say("These minutes are approved.") if is_approved else say("These minutes are not approved yet.")
    yield "", (site.say(state),)
    items = (item for item in meeting.minutes.items if item.title and not item.internal)
    yield site.say(say("Agenda")), tuple(spoken(site.text.noted(item.title), site) for item in items)
    found = (one for one in meeting.resolutions if not one.internal)
    unsettled = site.text.unsettled(meeting)
    head = site.say(say("Decisions")) + (f" ({unsettled})" if unsettled else "")
    yield head, tuple(spoken(site.text.noted(one.text), site) for one in found)


def _actions(site: Site) -> Iterator[Entry]:
    """What happened in an action on one day is one entry."""
    for action in site.plan.actions:
        found = sorted((one for one in _happened(action, site) if one.day <= site.today), key=lambda one: one.day)
        for day, events in groupby(found, key=lambda one: one.day):
            lines = tuple(one.words for one in events)
            key = f"action/{action.id}/{day.isoformat()}"
            yield Entry(key, action.id, unfollowed(action_name(action, site)), day, day, (("", lines),))


def _happened(action: Action, site: Site) -> Iterator[_Event]:
    """Steps that were done, measured values, words on how it goes, and the end of it; a vague date counts on its last day."""
    text = site.text
    for step in action.steps:
        if step.done is not None:
            words = say("Done ({date}): {what}", date=text.when(step.done), what=spoken(text.line(step.what), site))
            yield _Event(step.done.last, action, site.say(words))
    for indicator in action.indicators:
        for one in indicator.measured:
            if one.on is not None:
                yield _Event(one.on.last, action, _measured(one, one.on, indicator, site))
    for update in action.updates:
        if update.on is not None:
            health = site.say(HEALTHS[update.health]) if update.health is not None else ""
            head = ": ".join(filter(None, (text.when(update.on), health)))
            note = spoken(text.line(update.note), site)
            yield _Event(update.on.last, action, " – ".join(filter(None, (head, note))))
    end = ended(site.plan, action)
    if end is not None and action.status is not None:
        state, reason = site.say(STATUSES[action.status]), spoken(text.line(action.reason), site)
        yield _Event(end.last, action, " – ".join(filter(None, (f"{state} ({text.when(end)})", reason))))


def _measured(one: Measurement, on: VagueDate, indicator: Indicator, site: Site) -> str:
    value = one.value.text if one.value is not None else "?"
    if indicator.target is not None:
        value = site.say(say("{value} of {target}", value=value, target=indicator.target.text))
    number = unfollowed(f"{value} {indicator.unit}")
    what = spoken(site.text.line(indicator.what), site)
    words = say("Measured ({date}): {what}: {number}", date=site.text.when(on), what=what, number=number)
    note = spoken(site.text.line(one.note), site)
    return f"{site.say(words)} ({note})" if note else site.say(words)


# The file


def _feed(name: str, path: str, title: str, page: str, entries: Sequence[Entry], site: Site) -> Iterator[str]:
    updated = max((one.updated for one in entries), default=beginning(site.plan, site.today))
    yield f'<?xml version="1.0" encoding="utf-8"?>\n<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="{site.say.code}">\n'
    yield f"<id>{urn(site.plan, f'feed/{name}')}</id>\n<title>{escape(f'{title} – {site.house}')}</title>\n"
    yield f"<updated>{moment(updated)}</updated>\n<author><name>{escape(site.house)}</name></author>\n"
    yield "<generator>elzctl</generator>\n"
    if site.options.address:
        yield f'<link rel="self" type="application/atom+xml" href="{_address(path, path, site)}"/>\n'
    if target := site.places.page(page):
        yield f'<link rel="alternate" type="text/html" href="{_address(path, target, site)}"/>\n'
    for one in entries:
        target = site.places.page(one.anchor)
        yield entry_lines(one, urn(site.plan, one.key), _address(path, target, site) if target else "")
    yield "</feed>\n"


def _address(path: str, target: str, site: Site) -> str:
    """The whole address when that of the site is known; else one that counts from the feed itself."""
    return escape(site.options.address + target if site.options.address else relative(path, target) or path)
