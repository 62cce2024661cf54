"""Series and meetings in ``elzctl export json``: the public edition, a frozen shape apart from the model.

Only what is named here is printed, and of that nothing that is internal: no item, point, decision, signal, agreement or
event from ``::: intern``, no running text of minutes, nothing from ``private/``.  Addresses and telephone numbers that the
plan does not allow are ``[…]``, as in documents.

- a series has what ``series.yaml`` says; a time is a text, ``"13:30"``; ``present`` and ``excused`` are organisations;
- ``agenda`` are the headings of a meeting, each with ``number`` and ``title``;
- ``file`` of an attachment is its name, when the file is one of the plan's ``attachments``: the caller leaves those that
  are published;
- points, decisions, signals, agreements and events have their ``id``, ``text`` (Markdown) and what they name;
- ``state`` of a point is what was written in the end: open, moved, done or dropped; ``due`` the deadline that holds
  then; ``closed`` the day; ``stage`` of a signal is how far it came.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING, Any

from elzctl.body import Reference
from elzctl.fiche import Ref
from elzctl.followup.points import PointRow, row_of
from elzctl.internal import without_internal
from elzctl.meeting import Agreement, Attachment, Event, Meeting, Noted, Occasion, Point, Resolution, Series, Signal
from elzctl.model import Plan
from elzctl.picture_names import name_alone
from elzctl.render.json_values import days, name, word
from elzctl.traces import URL, without_trackers
from elzctl.views.registers import SignalRow, Wanted, kinds_of_tags, signals

if TYPE_CHECKING:
    from elzctl.render.redacted import Redactor


def series_data(plan: Plan, redactor: Redactor | None = None) -> list[dict[str, Any]]:
    """The standing meetings; a *redactor* counts what it hides."""
    made = _Public(plan, redactor)
    return [made.series(one) for one in plan.series.values()]


def meetings_data(plan: Plan, redactor: Redactor | None = None) -> list[dict[str, Any]]:
    """The meetings in the order of their days; a *redactor* counts what it hides."""
    made = _Public(plan, redactor)
    return [made.meeting(one) for one in plan.meetings]


class _Public:
    """The public edition of what one plan says about meetings."""

    def __init__(self, plan: Plan, redactor: Redactor | None) -> None:
        from elzctl.render.redacted import Redactor

        self.plan = plan
        self.redactor = redactor or Redactor(plan)
        self.stages = {row.noted.id: row for row in signals(plan, Wanted(), date.max).rows}

    def series(self, one: Series) -> dict[str, Any]:
        """A standing meeting."""
        return {
            "id": one.id,
            "name": self.text(one.name),
            "cluster": word(one.cluster),
            "body": name(one.body),
            "access": word(one.access),
            "per_year": one.per_year,
            "start": _time(one.start),
            "end": _time(one.end),
            "location": self.text(one.location),
            "agenda": [self.text(title) for title in one.agenda],
        }

    def known(self, refs: Iterable[Ref]) -> list[str]:
        """The ids of actors that the plan has: another one may be the name of a person."""
        return [ref.id for ref in refs if ref.id in self.plan.actors]

    def meeting(self, one: Meeting) -> dict[str, Any]:
        """A meeting with what was noted in it."""
        approved = one.approved
        found: dict[type, list[dict[str, Any]]] = {kind: [] for kind in (Point, Resolution, Signal, Agreement, Event)}
        for noted in one.minutes.noted():
            if not noted.internal:
                found[type(noted)].append(self.noted(one, noted))
        return {
            "id": one.id,
            "title": self.text(one.title),
            "series": name(one.series),
            **self.occasion(one),
            "state": word(one.state),
            "reason": self.text(one.reason),
            "was": [self.occasion(was) for was in one.was],
            "present": self.known(one.present),
            "excused": self.known(one.excused),
            "attachments": [self.attachment(at) for at in one.attachments],
            "next": None if one.next is None else self.occasion(one.next),
            "last": one.last,
            "no_action_points": self.text(one.no_action_points),
            "approved": None if approved is None else {"in": name(approved.meeting), "on": days(approved.on)},
            "agenda": [
                {"number": item.number, "title": self.text(item.title)}
                for item in one.minutes.items
                if item.title and not item.internal
            ],
            "points": found[Point],
            "decisions": found[Resolution],
            "signals": found[Signal],
            "agreements": found[Agreement],
            "events": found[Event],
            "path": one.path,
        }

    def attachment(self, one: Attachment) -> dict[str, Any]:
        """A file; of one that is not published its name may tell too much."""
        file = name_alone(one.file) if one.file in self.plan.attachments else None
        return {"file": file, "title": self.text(one.title)}

    def occasion(self, one: Meeting | Occasion) -> dict[str, Any]:
        """When and where."""
        return {
            "date": days(one.date),
            "start": _time(one.start),
            "end": _time(one.end),
            "location": self.text(one.location),
            "speaker": name(one.speaker),
        }

    def noted(self, meeting: Meeting, one: Noted) -> dict[str, Any]:
        """A point, a decision, a signal, an agreement or an event."""
        found: dict[str, Any] = {
            "id": one.id,
            "text": self.text(one.text),
            "references": self.references(one.references),
        }
        if isinstance(one, Resolution):
            return found
        about, whom = kinds_of_tags(self.plan, one.tags)
        found |= {"themes": list(about), "target_groups": list(whom)}
        if isinstance(one, Point):
            return {**found, **self.point(row_of(meeting, one, date.max, 0))}
        found["actors"] = self.known(one.who)
        if isinstance(one, Signal):
            return {**found, **self.signal(self.stages[one.id])}
        if isinstance(one, Event):
            return {**found, "when": days(one.when), "start": _time(one.start), "end": _time(one.end)}
        return found

    def point(self, row: PointRow) -> dict[str, Any]:
        """What only a point has."""
        point = row.point
        return {
            "owners": self.known(point.owners),
            "due": days(row.due),
            "first_due": days(point.due),
            "state": row.state.value,
            "closed": None if row.closed is None else row.closed.isoformat(),
            "contributions": [{"who": self.known(one.who), "text": self.text(one.text)} for one in point.contributions],
            "turns": [
                {"kind": turn.kind.value, "on": days(turn.on), "due": days(turn.due), "text": self.text(turn.text)}
                for turn in point.turns
            ],
        }

    def signal(self, row: SignalRow) -> dict[str, Any]:
        """What only a signal has."""
        return {
            "stage": row.stage.value,
            "group": self.text(row.group),
            "steps": [
                {
                    "stage": step.stage.value,
                    "on": days(step.on),
                    "actors": self.known(step.who),
                    "text": self.text(step.text),
                    "references": self.references(step.references),
                }
                for step in row.noted.steps
            ],
        }

    def references(self, found: Iterable[Reference]) -> list[dict[str, Any]]:
        """What a text names."""
        return [{"id": one.id, "label": self.text(one.label)} for one in found]

    def text(self, text: str) -> str | None:
        """A text as it may be published; ``None`` when nothing is left."""
        text = without_internal(text).replace("\r\n", "\n").strip()
        if not text:
            return None
        return self.redactor.hidden(re.sub(URL, lambda match: without_trackers(match[0])[0], text))


def _time(clock: object) -> str | None:
    return None if clock is None else str(clock)
