"""Decisions that actions cite, and the minutes in which they were taken."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from elzctl.finding import Finding, Severity
from elzctl.model import Plan
from elzctl.wording import say

if TYPE_CHECKING:
    from elzctl.fiche import Decision


def unknown_decision(plan: Plan) -> Iterator[Finding]:
    """An action cites a decision that is in no minutes.

    A decision is cited by the id of the meeting and its own number: ``2024-08-30-bestuursorgaan/B2`` is the second line
    that begins with BESLUIT. The id of a meeting alone cites the meeting. It is a warning when the minutes are not
    there and the action says itself who decided or when: documents print that.

    Wrong::

        decision: 2024-08-30-bestuur/B2

    Right::

        decision: 2024-08-30-bestuursorgaan/B2
    """
    if not plan.meetings:
        return  # the minutes are kept elsewhere
    from elzctl.meeting import Resolution

    for decision in _cited(plan):
        name = decision.meeting
        meeting, slash, _ = name.partition("/")
        if meeting in plan.unread or (name in plan.meetings_by_id and not slash):
            continue
        noted = plan.noted.get(name) if slash else None
        if isinstance(noted, Resolution):
            continue
        known = plan.meetings_by_id.get(meeting)
        severity = Severity.ERROR
        if known is None and _has_words(decision):
            severity = Severity.WARNING
            message = say(
                "The minutes “{name}” are not here; what stands beside it is what documents say", name=meeting[:80]
            )
            hint = say("Add the minutes, or remove “meeting”.")
        elif known is None:
            message = say("There is no meeting “{name}”", name=meeting[:80])
            hint = say("Write the name of its file; without minutes write “decision: {body: …, on: …, text: …}”.")
        elif noted is not None:
            message = say("“{name}” is no decision", name=name)
            hint = say("Decisions have ids such as {id}.", id=f"{meeting}/B1")
        else:
            message = say("There is no decision “{name}” in the minutes", name=name[:80])
            count = len(known.resolutions)
            hint = say("The minutes hold {count}: the first is {id}.", count=count, id=f"{meeting}/B1")
            if not count:
                hint = say("The minutes hold none; write it there as “BESLUIT: …”.")
        yield Finding("unknown-decision", severity, message, decision.at["meeting"], hint)


def decision_differs(plan: Plan) -> Iterator[Finding]:
    """An action says who decided and when, and the minutes that it cites are of somebody else or of another day.

    Of an approval it is a warning when another body met: documents would name one that decided nothing.

    Wrong::

        decision: {meeting: 2024-08-30-bestuursorgaan/B2, on: 2024-09-30}

    Right::

        decision: 2024-08-30-bestuursorgaan/B2
    """
    for decision in _cited(plan):
        meeting = plan.meetings_by_id.get(decision.meeting.partition("/")[0])
        if meeting is None:
            continue
        # What is signed off may be so from a later day on.
        is_later = bool(decision.hash) and decision.on is not None and decision.on.first > meeting.day
        if decision.on is not None and not (is_later or decision.on.first <= meeting.day <= decision.on.last):
            message = say("The minutes are of {day}, and not of {date}", day=str(meeting.day), date=decision.on.text)
            hint = say("Correct one of the two, or leave the date out.")
            yield Finding("decision-differs", Severity.INFO, message, decision.at["on"], hint)
        if decision.body is None:
            continue
        from elzctl.followup.sign_off import who_met

        body = who_met(plan, decision.meeting)
        if body and body != decision.body.id:
            message = say("The minutes are of “{body}”, and not of “{name}”", body=body, name=decision.body.id[:80])
            hint = say("Correct one of the two, or leave “body” out.")
            severity = Severity.WARNING if decision.hash else Severity.INFO
            yield Finding("decision-differs", severity, message, decision.body.span, hint)


def _has_words(decision: Decision) -> bool:
    """True when an action says itself who decided, when or what."""
    return decision.body is not None or decision.on is not None or bool(decision.text)


def _cited(plan: Plan) -> Iterator[Decision]:
    """The decisions that name a meeting, that on the plan itself first."""
    of_actions = (found for action in plan.actions for found in (action.decision, action.approved))
    for decision in (plan.settings.approved, *of_actions):
        if decision is not None and decision.meeting:
            yield decision
