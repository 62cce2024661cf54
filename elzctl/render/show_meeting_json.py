"""The data that ``elzctl show MEETING --json`` prints: a frozen shape, apart from the model, for those who work here.

Unlike the export it holds what is internal, marked ``internal``.  Dates, actors and unknown values are as in
:mod:`elzctl.render.status_json`; an hour is a text, ``"13:30"``.

``meeting`` has what its front matter says, ``follow_up`` (the points of earlier meetings that were to do when it began,
as they stood at its end, or before it as today), ``items`` (``number``, ``title``, ``text`` as typed, ``internal``), ``points`` as they stand
today (see :mod:`elzctl.render.points_json`), ``decisions``, ``signals``, ``agreements``, ``events``, who refers to it,
and its findings.  What was noted is shown as ``point``, ``decision``, ``signal``, ``agreement`` or ``event``, with the
same keys and its findings.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from elzctl.finding import Finding
from elzctl.followup.points import row_of
from elzctl.meeting import Agreement, Event, Meeting, Noted, Occasion, Point, Resolution, Signal
from elzctl.model import Plan
from elzctl.render.json_values import days, name, names, word
from elzctl.render.points_json import points_data
from elzctl.render.status_json import document, finding_data, mentions_data
from elzctl.views.mentions import mentions
from elzctl.views.points import followed_up
from elzctl.views.registers import SignalRow, kinds_of_tags
from elzctl.wording import Language

KINDS = {Point: "point", Resolution: "decision", Signal: "signal", Agreement: "agreement", Event: "event"}


def meeting_json(
    plan: Plan,
    meeting: Meeting,
    signals: Iterable[SignalRow],
    agenda: Sequence[tuple[str, str]],
    findings: Iterable[Finding],
    today: date,
    language: Language,
) -> str:
    """Everything of a meeting; *agenda* are its headings and texts as typed, one for each item."""
    found = _Noted(plan, meeting, today, signals)
    return document(
        today,
        meeting={
            **_front(meeting),
            "follow_up": points_data(followed_up(plan, meeting, today), plan),
            "items": [
                {"number": item.number, "title": item.title, "text": text.strip(), "internal": item.internal}
                for item, (_, text) in zip(meeting.minutes.items, agenda, strict=True)
            ],
            **{
                f"{word}s": [found.data(one) for one in meeting.minutes.noted() if isinstance(one, kind)]
                for kind, word in KINDS.items()
            },
            **mentions_data(mentions(plan, meeting.id)),
            "findings": [finding_data(finding, language) for finding in findings],
        },
    )


def noted_json(
    plan: Plan,
    meeting: Meeting,
    noted: Noted,
    signal: SignalRow | None,
    findings: Iterable[Finding],
    today: date,
    language: Language,
) -> str:
    """Something that was noted in a meeting."""
    found = _Noted(plan, meeting, today, [signal] if signal is not None else [])
    more = {
        **mentions_data(mentions(plan, noted.id)),
        "findings": [finding_data(finding, language) for finding in findings],
    }
    return document(today, **{KINDS[type(noted)]: {**found.data(noted), **more}})


class _Noted:
    """What was noted in one meeting as data."""

    def __init__(self, plan: Plan, meeting: Meeting, today: date, signals: Iterable[SignalRow]) -> None:
        self.plan = plan
        self.meeting = meeting
        self.day = max(today, meeting.day)
        self.signals = {row.noted.id: row for row in signals}

    def data(self, noted: Noted) -> dict[str, Any]:
        """One of them, with the keys of its kind."""
        if isinstance(noted, Point):
            row = row_of(self.meeting, noted, self.day, self.plan.settings.warn_before)
            return points_data((row,), self.plan)[0]
        return {
            "id": noted.id,
            "text": noted.text,
            "meeting": self.meeting.id,
            "series": name(self.meeting.series),
            "day": self.meeting.day.isoformat(),
            "path": self.meeting.path,
            "line": noted.span.line,
            **self._who(noted),
            "references": [reference.id for reference in noted.references],
            "internal": noted.internal,
            **(self._signal(noted) if isinstance(noted, Signal) else {}),
            **(_event(noted) if isinstance(noted, Event) else {}),
        }

    def _who(self, noted: Resolution | Signal | Agreement | Event) -> dict[str, Any]:
        if isinstance(noted, Resolution):
            return {}
        themes, target_groups = kinds_of_tags(self.plan, noted.tags)
        return {"actors": names(noted.who), "target_groups": list(target_groups), "themes": list(themes)}

    def _signal(self, signal: Signal) -> dict[str, Any]:
        row = self.signals.get(signal.id)
        return {
            "stage": row.stage.value if row is not None else "noted",
            "group": (row.group or None) if row is not None else None,
            "steps": [
                {
                    "stage": step.stage.value,
                    "on": days(step.on),
                    "text": step.text,
                    "actors": names(step.who),
                    "references": [reference.id for reference in step.references],
                }
                for step in signal.steps
            ],
        }


def _event(event: Event) -> dict[str, Any]:
    return {"when": days(event.when), "start": _hour(event.start), "end": _hour(event.end)}


def _front(meeting: Meeting) -> dict[str, Any]:
    approved = meeting.approved
    return {
        "id": meeting.id,
        "title": meeting.title,
        "path": meeting.path,
        "series": name(meeting.series),
        "day": meeting.day.isoformat(),
        **_occasion(meeting),
        "state": word(meeting.state),
        "reason": meeting.reason,
        "was": [_occasion(one) for one in meeting.was],
        "present": names(meeting.present),
        "excused": names(meeting.excused),
        "attachments": [{"file": one.file, "title": one.title} for one in meeting.attachments],
        "next": None if meeting.next is None else _occasion(meeting.next),
        "last": meeting.last,
        "no_action_points": meeting.no_action_points,
        "approved": None if approved is None else {"in": name(approved.meeting), "on": days(approved.on)},
        "accepted": {one.code: one.reason for one in meeting.accepted},
    }


def _occasion(one: Meeting | Occasion) -> dict[str, Any]:
    return {
        "date": days(one.date),
        "start": _hour(one.start),
        "end": _hour(one.end),
        "location": one.location,
        "speaker": name(one.speaker),
    }


def _hour(clock: object) -> str | None:
    return None if clock is None else str(clock)
