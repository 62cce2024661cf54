"""Files for calendars that people subscribe to: one for each open series, each one who has deadlines, and of them all.

A deadline stands on its last day, without an hour: until then nothing is late.  What is done says so, and goes after three
months; what is late stays for a year.  Nobody looks for more in a calendar, and programs take files up to a size.
Nothing is taken from the clock; names of events are made of ids, so that a calendar knows them again whatever changes.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from elzctl.dates import VagueDate
from elzctl.fiche import Ref, Step, ids
from elzctl.followup.points import PointRow, PointState, points
from elzctl.hashes import sha256
from elzctl.meeting import Meeting
from elzctl.model import Action
from elzctl.record import NamedTuple
from elzctl.render import ics
from elzctl.render.markdown import clean
from elzctl.render.site.cells import action_name
from elzctl.render.site.page import Site
from elzctl.render.site.plain_lines import spoken, unfollowed
from elzctl.terms import Access
from elzctl.views.deadlines import deadlines
from elzctl.wording import say

_LATE, _DONE = 12, 3
"""How many months a deadline stays in a calendar, while it is open and when what it asks for is done."""
FOLDERS = {"series": "series:", "lead": "lead:"}
"""The kinds of files of which there are many, and what stands before a name in its anchor."""


class Due(NamedTuple):
    """A deadline: the *key* that it keeps, when it is, what it says, who it is of, and the page where it stands.

    *stamp* is the last day on which something is known to have changed in it; *is_open* until it is done.
    """

    key: str
    when: VagueDate
    title: str
    lines: tuple[str, ...]
    owners: frozenset[str]
    anchor: str
    stamp: date
    is_open: bool


def calendar_places(site: Site) -> tuple[Due, ...]:
    """Gives the files a place, so that pages can lead to them; returns the deadlines that are in them."""
    site.places.add("series", open_series(site), FOLDERS["series"], ".ics")
    found = site.once("dues", dues)
    site.places.add("lead", owners(found, site), FOLDERS["lead"], ".ics")
    if found:
        site.places.file("feed:deadlines", f"{site.places.folder('feed')}/deadlines.ics")
    return found


def subscription_files(site: Site) -> Iterator[tuple[str, bytes]]:
    """Every file that has a place."""
    for name in open_series(site):
        title = site.public(unfollowed(site.plan.series[name].name or name))
        yield site.places.page(f"series:{name}"), _series(title, site.plan.meetings_of[name], site)
    found = site.once("dues", dues)
    for name in owners(found, site):
        own = [one for one in found if name in one.owners]
        title = site.say(say("Deadlines of {name}", name=clean(site.plan.actor_name(name))))
        yield site.places.page(f"lead:{name}"), _dues(title, own, site)
    if found:
        title = site.say(say("Deadlines: {title}", title=site.title))
        yield site.places.page("feed:deadlines"), _dues(title, found, site)


def open_series(site: Site) -> tuple[str, ...]:
    """The series to which everybody may come and that have meetings."""
    known = site.plan.meetings_of
    return tuple(name for name, one in site.plan.series.items() if one.access is Access.OPEN and known.get(name))


def owners(found: Iterable[Due], site: Site) -> tuple[str, ...]:
    """Whose deadlines these are: leads, who does a step, who took a point upon itself; by name."""
    names = {name for one in found for name in one.owners if name in site.plan.actors}
    return tuple(sorted(names, key=lambda name: (site.plan.actor_name(name).casefold(), name)))


def dues(site: Site) -> tuple[Due, ...]:
    """Every deadline of live actions, their steps and the action points, the earliest first."""
    found = [*_of_actions(site), *_of_points(site)]
    return tuple(sorted(found, key=lambda one: (one.when.last, one.key)))


# What a file holds


def _series(title: str, meetings: Iterable[Meeting], site: Site) -> bytes:
    from elzctl.render.calendar import event, is_all_day

    lines = [line for one in meetings for line in event(site.plan, one, site.say, site.today, site.address_of(one.id))]
    has_hours = any(not is_all_day(one) for one in meetings)
    return ics.calendar(site.say, *ics.subscribed(title), *lines, has_hours=has_hours)


def _dues(title: str, found: Sequence[Due], site: Site) -> bytes:
    shown = tuple(one for one in found if one.when.last >= _months_ago(_LATE if one.is_open else _DONE, site.today))
    shown = shown or tuple(found[-1:])  # no program takes a calendar without anything in it
    lines = [line for one in site.public(shown) for line in _event(one, site)]
    return ics.calendar(site.say, *ics.subscribed(site.public(title)), *lines, has_hours=False)


def _months_ago(count: int, today: date) -> date:
    """The first day of that month: what is in a file does not change every day."""
    months = max(today.year * 12 + today.month - 1 - count, 12)
    return date(months // 12, months % 12 + 1, 1)


def _event(one: Due, site: Site) -> Iterator[str]:
    yield "BEGIN:VEVENT"
    yield ics.text("UID", ics.uid(site.plan, one.key))
    yield f"DTSTAMP:{ics.day(one.stamp)}T000000Z"
    yield from ics.whole_days(one.when.last, one.when.last)
    yield ics.text("SUMMARY", one.title)
    if one.lines:
        yield ics.text("DESCRIPTION", "\n".join(one.lines))
    if address := site.address_of(one.anchor):
        yield f"URL:{address}"
    yield "END:VEVENT"


# Deadlines


def _of_actions(site: Site) -> Iterator[Due]:
    names = {id(step): name for action in site.plan.actions for step, name in _named(action)}
    for row in deadlines(site.plan, site.today).rows:
        action, step = row.action, row.step
        if step is None:
            yield _due(action, f"{action.id}-deadline", row.when, site.say(say("Deadline of the action")), site)
        elif step.due is not None:
            words = spoken(site.text.line(step.what), site)
            title = site.say(say("Done: {title}", title=words)) if step.done is not None else words
            due = _due(action, names[id(step)], step.due, title, site, step.by)
            yield due._replace(is_open=step.done is None)


def _due(action: Action, name: str, when: VagueDate, title: str, site: Site, by: tuple[Ref, ...] = ()) -> Due:
    own = unfollowed(action_name(action, site))
    lines = list(_when(when, site))
    if action.lead:
        lines.append(site.say(say("Lead: {names}", names=site.text.actors(action.lead))))
    if by:
        lines.append(site.say(say("By: {names}", names=site.text.actors(by))))
    found = frozenset((*ids(action.lead), *ids(by)))
    return Due(name, when, f"{title} – {own}", tuple(lines), found, action.id, _touched(action, site), is_open=True)


def _named(action: Action) -> Iterator[tuple[Step, str]]:
    """The steps with names that stay the same when one comes between, or when a date moves: they are made of the words."""
    seen: Counter[str] = Counter()
    for step in action.steps:
        mark = sha256(" ".join(step.what.split()).encode(errors="replace")).hex()[:12]
        seen[mark] += 1
        yield step, f"{action.id}-{mark}" + (f"-{seen[mark]}" if seen[mark] > 1 else "")


def _touched(action: Action, site: Site) -> date:
    """The last day on which something is known to have happened; without one, the first of the plan."""
    days = [one.on for one in action.updates]
    days += [step.done for step in action.steps]
    days += [one.on for indicator in action.indicators for one in indicator.measured]
    past = [one.first for one in days if one is not None and one.first <= site.today]
    return max(past, default=ics.beginning(site.plan, site.today))


def _of_points(site: Site) -> Iterator[Due]:
    for row in points(site.plan, site.today) if site.plan.meetings else ():
        if row.due is not None and row.state is not PointState.DROPPED:
            yield _point(row, row.due, site)


def _point(row: PointRow, when: VagueDate, site: Site) -> Due:
    words = spoken(site.text.noted(row.point.text), site)
    title = site.say(say("Done: {title}", title=words)) if row.state is PointState.DONE else words
    lines = [unfollowed(site.text.meeting(row.meeting)), *_when(when, site)]
    if row.point.owners:
        lines.append(site.say(say("By: {names}", names=site.text.actors(row.point.owners))))
    known = [row.meeting.day, *(turn.on.first for turn in row.point.turns if turn.on is not None)]
    stamp = max((day for day in known if day <= site.today), default=ics.beginning(site.plan, site.today))
    is_open, owners = row.state is not PointState.DONE, frozenset(ids(row.point.owners))
    return Due(row.point.id, when, title, tuple(lines), owners, row.point.id, stamp, is_open)


def _when(when: VagueDate, site: Site) -> Iterator[str]:
    """A date that is longer than a day, as it was typed: the event has its last day alone."""
    if when.first != when.last:
        yield site.say(say("When: {date}", date=site.text.when(when)))
