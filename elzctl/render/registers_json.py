"""The data that ``elzctl signals``, ``agreements`` and ``events`` print with ``--json``: a frozen shape of its own.

Names of keys and their types stay as they are within one ``schema_version``; new keys may come in.  What is not known
is ``null`` or an empty list, never left out.  A date is ``{"text": as typed, "first": day, "last": day}``, an hour a text
such as ``"13:30"``; actors, target groups, themes, series and meetings are their ids.  All characters are ASCII.

All that was noted has

- ``id``, ``text``: the words as they were typed, without the marks at their end;
- ``meeting``, ``series``, ``day``, ``path``, ``line``: where it was noted, and on which day;
- ``actors``, ``target_groups``, ``themes``, ``references``: what it names; ``internal``: whether it is kept inside.

A signal also has ``stage`` (noted, grouped, discussed, action, referred or no-mandate), ``open``, ``group`` (the name,
or ``null``), ``age_days``, and ``steps`` after the noting: ``stage``, ``on``, ``meeting`` (the one of its series on that
day), ``text``, ``actors``, ``references``.  ``counts`` has ``total``, ``open`` and ``stages``, which add up to the total.

``matrix`` has ``themes`` and ``actors`` in order (``null`` for no theme, and for nobody named), and ``cells`` for what is
not empty: ``theme``, ``actor``, ``agreements``, each with ``id`` and ``via``, the group through which it counts.

An event also has ``when``, ``start``, ``end`` and ``timing`` (past, upcoming or no-date); ``counts`` are those of timings.

``left_out`` counts what is internal and was not asked for.  ``incomplete`` are the files that could not be read fully.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from elzctl.model import Plan
from elzctl.render.json_values import days, names, noted_data
from elzctl.render.strict_json import strict_json
from elzctl.terms import Stage
from elzctl.views.matrix import matrix
from elzctl.views.registers import AgreementRow, EventRow, Place, Register, SignalRow, Timing, kinds_of_tags

VERSION = 1


def signals_json(plan: Plan, register: Register[SignalRow], today: date, incomplete: Iterable[str]) -> str:
    """The signals as of a day."""
    rows = register.rows
    return _text(
        register,
        incomplete,
        today=today.isoformat(),
        signals=[_signal(plan, row) for row in rows],
        counts={
            "total": len(rows),
            "open": sum(row.is_open for row in rows),
            "stages": {stage.value: sum(row.stage is stage for row in rows) for stage in Stage},
        },
    )


def agreements_json(plan: Plan, register: Register[AgreementRow], incomplete: Iterable[str]) -> str:
    """The agreements, and who agreed to what about which theme."""
    found = matrix(plan, register.rows)
    cells = [
        {
            "theme": theme or None,
            "actor": who or None,
            "agreements": [{"id": one.row.noted.id, "via": one.via or None} for one in found.cells[theme, who]],
        }
        for theme in found.themes
        for who in found.actors
        if (theme, who) in found.cells
    ]
    return _text(
        register,
        incomplete,
        agreements=[_noted(plan, row) for row in register.rows],
        matrix={
            "themes": [theme or None for theme in found.themes],
            "actors": [who or None for who in found.actors],
            "cells": cells,
        },
    )


def events_json(plan: Plan, register: Register[EventRow], today: date, incomplete: Iterable[str]) -> str:
    """The events, and which of them are over."""
    rows = register.rows
    return _text(
        register,
        incomplete,
        today=today.isoformat(),
        events=[_event(plan, row) for row in rows],
        counts={"total": len(rows), **{timing.value: sum(row.timing is timing for row in rows) for timing in Timing}},
    )


def _text(register: Register[Any], incomplete: Iterable[str], **values: Any) -> str:
    more = {"left_out": register.left_out, "incomplete": sorted(incomplete)}
    return strict_json({"schema_version": VERSION, **values, **more})


def _noted(plan: Plan, row: SignalRow | AgreementRow | EventRow) -> dict[str, Any]:
    noted, meeting = row.noted, row.meeting
    themes, target_groups = kinds_of_tags(plan, noted.tags)
    return {
        **noted_data(noted, meeting),
        "actors": names(noted.who),
        "target_groups": list(target_groups),
        "themes": list(themes),
        "references": [reference.id for reference in noted.references],
        "internal": noted.internal,
    }


def _signal(plan: Plan, row: SignalRow) -> dict[str, Any]:
    return {
        **_noted(plan, row),
        "stage": row.stage.value,
        "open": row.is_open,
        "group": row.group or None,
        "age_days": row.age,
        "steps": [_step(place) for place in row.places[1:]],
    }


def _step(place: Place) -> dict[str, Any]:
    step = place.step
    return {
        "stage": place.stage.value,
        "on": days(place.on),
        "meeting": None if place.meeting is None else place.meeting.id,
        "text": step.text if step is not None else "",
        "actors": names(step.who) if step is not None else [],
        "references": [reference.id for reference in step.references] if step is not None else [],
    }


def _event(plan: Plan, row: EventRow) -> dict[str, Any]:
    event = row.noted
    return {
        **_noted(plan, row),
        "when": days(event.when),
        "start": None if event.start is None else str(event.start),
        "end": None if event.end is None else str(event.end),
        "timing": row.timing.value,
    }
