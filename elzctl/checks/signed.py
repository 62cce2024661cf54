"""What a body signed off: an action or the whole plan, by a decision, and that nothing of it changed since."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from elzctl.fiche import Decision
from elzctl.finding import Finding, Severity
from elzctl.model import Plan
from elzctl.wording import say

if TYPE_CHECKING:
    from elzctl.source import Span


def changed_after_sign_off(plan: Plan) -> Iterator[Finding]:
    """An action, or the plan, is no longer what was approved.

    ``elzctl sign`` keeps a hash of what a body approved: who leads and works along, for whom, the dates, the steps, what
    is aimed at, the text. What follow-up brings (a tick, a measured value, an update, from running to done) is no change,
    and neither is another number. What changed goes back to the body, or back to what it was.

    Wrong::

        due: eind 2026, in an action that was approved with “eind 2025”

    Right::

        due: eind 2025; or the action approved anew, with “elzctl sign” and the new decision
    """
    if not any(approved.hash for _, approved in _approvals(plan)):
        return
    from elzctl.followup.sign_off import changed_actions, is_plan_changed

    if is_plan_changed(plan) and plan.settings.approved is not None:
        message = say("The plan is no longer the one that was approved")
        approved = plan.settings.approved
        day = approved.on.last.isoformat() if approved.on is not None else "…"
        hint = say("“elzctl diff --since {day}” shows what changed; “elzctl sign plan” keeps a new approval.", day=day)
        yield Finding("changed-after-sign-off", Severity.WARNING, message, _place(approved), hint)
    for action in changed_actions(plan):
        assert action.approved is not None
        message = say("This action is no longer the one that was approved")
        hint = say(
            "Put it back as it was, or have it approved and run “elzctl sign {id}” with the decision.", id=action.id
        )
        yield Finding("changed-after-sign-off", Severity.WARNING, message, _place(action.approved), hint)


def sign_off_without_hash(plan: Plan) -> Iterator[Finding]:
    """An action or the plan is approved, and nothing is kept by which a later change would be seen.

    Wrong::

        approved: 2024-08-30-bestuursorgaan/B1

    Right::

        approved: {meeting: 2024-08-30-bestuursorgaan/B1, body: bestuursorgaan, on: 2024-08-30, hash: 0f3c…}
    """
    for name, approved in _approvals(plan):
        if not approved.hash and approved.at:
            message = say("A change in what was approved would not be seen")
            hint = say("Run “elzctl sign {id}”: it keeps a hash of what was approved.", id=name)
            yield Finding("sign-off-without-hash", Severity.INFO, message, _place(approved), hint)


def sign_off_on_draft(plan: Plan) -> Iterator[Finding]:
    """An action or the plan is approved by a decision in minutes that are not approved themselves.

    Until the next meeting has read them, minutes can still be corrected, and the decision with them.

    Wrong::

        approved: 2024-12-19-bestuursorgaan/B1, and its minutes have “state: review”

    Right::

        approved: 2024-08-30-bestuursorgaan/B1, and its minutes have “state: approved”
    """
    if not plan.meetings:
        return  # the minutes are kept elsewhere
    from elzctl.terms import MeetingState

    for _, approved in _approvals(plan):
        meeting = plan.meetings_by_id.get(approved.meeting.partition("/")[0])
        if meeting is not None and meeting.state is not MeetingState.APPROVED:
            message = say("The minutes with this decision are not approved: {meeting}", meeting=meeting.id)
            hint = say("When they are, run “elzctl approve {id}”.", id=meeting.id)
            yield Finding("sign-off-on-draft", Severity.WARNING, message, approved.at["meeting"], hint)


def sign_off_on_another(plan: Plan) -> Iterator[Finding]:
    """An action is approved by a decision that is about other actions.

    The decision names the actions that it is about, and this one is not among them. A decision that names no action can be
    about any. When the body did approve this action, it is in another decision, or it goes into the minutes of the next
    meeting.

    Wrong::

        approved: 2024-08-30-bestuursorgaan/B1, and that says “BESLUIT: [[klinicoaches]] gaat door.”

    Right::

        approved: 2024-08-30-bestuursorgaan/B2, and that names this action
    """
    if not plan.meetings:
        return  # the minutes are kept elsewhere
    from elzctl.followup.sign_off import about_others
    from elzctl.meeting import Resolution

    for name, approved in _approvals(plan):
        decision = plan.noted.get(approved.meeting) if "/" in approved.meeting else None
        others = about_others(plan, decision, name) if isinstance(decision, Resolution) else ()
        if others:
            message = say("The decision is about other actions: {names}", names=", ".join(others[:5]))
            hint = say("Cite the decision by which this action was approved; it names [[{id}]].", id=name)
            yield Finding("sign-off-on-another", Severity.WARNING, message, approved.at["meeting"], hint)


def _approvals(plan: Plan) -> Iterator[tuple[str, Decision]]:
    """Each approval, by what “elzctl sign” calls it."""
    if plan.settings.approved is not None:
        yield "plan", plan.settings.approved
    yield from ((action.id, action.approved) for action in plan.actions if action.approved is not None)


def _place(approved: Decision) -> Span:
    """Where the hash stands, or the first thing that does."""
    return approved.at.get("hash") or min(approved.at.values(), key=lambda span: span.start)
