"""Stubs: actions that are not worked on say why, and what they wait for; and what is awaited for too long."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from elzctl.finding import Finding, Severity
from elzctl.model import Plan
from elzctl.terms import LIVE, Status
from elzctl.wording import say

if TYPE_CHECKING:
    from datetime import date

_AWAITING = (*LIVE, Status.WAITING, Status.ON_HOLD)


def stub_without_reason(plan: Plan) -> Iterator[Finding]:
    """An action is not running, and it is not said why.

    An action that is on hold, done, moved, merged or stopped stays in the plan, short and with its reason, so
    that readers know what became of it.

    Wrong::

        status: on-hold

    Right::

        status: on-hold
        reason: We willen de scholen niet te veel bevragen.
    """
    for action in plan.actions:
        if action.status is not None and action.is_stub and not action.reason:
            message = say("It is not said why this action has the status “{status}”", status=action.status.value)
            hint = say("Add a line “reason: …”.")
            yield Finding("stub-without-reason", Severity.WARNING, message, action.place("status"), hint)


def waiting_without_condition(plan: Plan) -> Iterator[Finding]:
    """An action waits, and it is not said for what.

    ``condition`` says what is awaited, from whom, by when, and what happens otherwise. Without it the action
    waits for ever.

    Wrong::

        status: waiting
        reason: Het dossier is ingediend.

    Right::

        status: waiting
        reason: Het dossier is ingediend.
        condition: {what: het dossier is goedgekeurd, from: [departement-zorg], by: maart 2025}
    """
    for action in plan.actions:
        if action.status is Status.WAITING and action.condition is None:
            message = say("It is not said what this action waits for")
            hint = say("Add “condition: …” with what is awaited, from whom and by when.")
            yield Finding("waiting-without-condition", Severity.WARNING, message, action.place("status"), hint)


def condition_overdue(plan: Plan, today: date | None = None) -> Iterator[Finding]:
    """The day by which an action should have what it awaits, is past.

    Either it came, and then the fiche says what follows from it; or it did not come, and then what stands behind
    ``otherwise`` should happen, or a new date is agreed.

    Wrong::

        condition: {what: het dossier is goedgekeurd, by: maart 2025}     in May 2025

    Right::

        condition: {what: het dossier is goedgekeurd, by: najaar 2025}
    """
    for action in plan.actions if today is not None else ():
        awaited = action.condition
        if awaited is None or awaited.by is None or today is None or action.status not in _AWAITING:
            continue
        if awaited.by.last < today:
            message = say("The condition was to be met by “{date}”, which is past", date=awaited.by.text)
            hint = say("Say what came of it, or give a new date.")
            yield Finding("condition-overdue", Severity.WARNING, message, awaited.at["by"], hint)
