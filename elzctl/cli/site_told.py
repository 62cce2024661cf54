"""What ``elzctl site`` says of a site beside what was written: whom it may name, and what its readers miss."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from elzctl.wording import Message, say, say_count

if TYPE_CHECKING:
    from elzctl.cli.session import Session
    from elzctl.model import Plan


def tell_shortcomings(session: Session, plan: Plan, named: int, more: Iterable[Message]) -> None:
    """Says what there is to say: in so many places somebody may be *named*, what the plan does not say, and *more*."""
    from elzctl.views.reachable import can_be_reached

    if named:
        message = say_count(
            "in {count} place on the site the name of a person may stand; look at it with “elzctl validate” (a program does not find all)",
            "in {count} places on the site the name of a person may stand; look at them with “elzctl validate” (a program does not find all)",
            named,
        )
        session.tell(say("warning: {message}", message=message))
    if not can_be_reached(plan):
        message = say(
            "readers cannot react: add “contact: [adres@voorbeeld.be]” to your organisation in {actors}, or “forge” to {plan}",
            actors="plan/actors.yaml",
            plan="plan/plan.yaml",
        )
        session.tell(say("info: {message}", message=message))
    if plan.settings.accessibility is None:
        message = say(
            "the site has no accessibility statement, which public bodies must have: write “accessibility:” in {plan}, and under it at least “contact:”",
            plan="plan/plan.yaml",
        )
        session.tell(say("info: {message}", message=message))
    for message in more:
        session.tell(message)
