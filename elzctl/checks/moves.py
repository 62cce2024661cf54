"""Actions that go on as another action, and actors that belong to groups: never nowhere, never in a circle."""

from __future__ import annotations

from collections.abc import Iterator

from elzctl.checks.circles import circles
from elzctl.checks.names import Meant, Names
from elzctl.checks.unread import is_unread
from elzctl.fiche import Ref
from elzctl.finding import Finding, Severity
from elzctl.ids import ID
from elzctl.model import Action, Plan
from elzctl.terms import LIVE, Status
from elzctl.wording import Message, say

MOST_NAMED = 10
"""So many members of a circle are named."""


def moved_nowhere(plan: Plan) -> Iterator[Finding]:
    """An action was moved or merged, and it is not said into which one; or that one does not exist.

    Who looks for the action is sent on to ``into``. So it has to be the id of another action.

    Wrong::

        status: moved
        reason: Hoort beter bij de derde doelstelling.

    Right::

        status: moved
        reason: Hoort beter bij de derde doelstelling.
        into: gedeelde-zorg-toeleiding
    """
    for action in plan.actions:
        into = action.into
        if into is None:
            if action.status in (Status.MOVED, Status.MERGED) and not is_unread(action.at, "into"):
                message = say("It is not said into which action this one went")
                hint = say("Add a line such as “{example}”.", example=f"into: {_example(plan, action)}")
                yield Finding("moved-nowhere", Severity.ERROR, message, action.place("status"), hint)
        elif into.id == action.id:
            hint = say("Name another action, or give this one another status.")
            yield Finding("moved-nowhere", Severity.ERROR, say("This action goes on as itself"), into.span, hint)
        elif into.id not in plan.by_id and into.id not in plan.unread:
            message = say("“{name}” is not one of the actions", name=into.id[:80])
            meant = _action_meant(plan, into)
            hint = meant.hint or say("Write the id of an action: the name of its file without “.md”.")
            yield Finding("moved-nowhere", Severity.ERROR, message, into.span, hint, fix=meant.fix)


def _example(plan: Plan, action: Action) -> str:
    """The action that the text refers to first, or any other."""
    named = (reference.id for reference in action.body.references)
    others = (other.id for other in plan.actions)
    return next(
        (name for name in (*named, *others) if name in plan.by_id and name != action.id and ID.match(name)), "…"
    )


def _action_meant(plan: Plan, into: Ref) -> Meant:
    return Names((action.id, (action.title,)) for action in plan.actions).meant(into.id, into.span)


def into_of_live_action(plan: Plan) -> Iterator[Finding]:
    """An action that is proposed, planned or running names another one as where it went on.

    Only what was moved or merged goes on elsewhere. Who reads this fiche cannot tell whether the action still goes on.

    Wrong::

        status: running
        into: gedeelde-zorg-toeleiding

    Right::

        status: running
    """
    for action in plan.actions:
        if action.into is not None and action.status in LIVE:
            message = say(
                "This action still goes on, and yet says that it went into “{name}”", name=action.into.id[:80]
            )
            hint = say("Take out “into”, or make the status moved or merged.")
            yield Finding("into-of-live-action", Severity.WARNING, message, action.into.span, hint)


def moved_in_a_circle(plan: Plan) -> Iterator[Finding]:
    """Actions were moved or merged into each other, so that nobody finds where they went.

    Wrong::

        into: kruispunten      in plan/actions/toeleiding.md
        into: toeleiding       in plan/actions/kruispunten.md

    Right::

        into: kruispunten      in plan/actions/toeleiding.md
    """
    goes_on = {
        action.id: action.into for action in plan.actions if action.into is not None and action.into.id != action.id
    }
    for circle in circles({name: (into.id,) for name, into in goes_on.items()}):
        message = say("These actions go on as each other: {way}", way=_way(circle))
        related = tuple(
            (say("“{id}” goes on here", id=name), goes_on[name].span) for name in circle[1 : MOST_NAMED + 1]
        )
        hint = say("One of them is where the work goes on: take out its “into”.")
        yield Finding("moved-in-a-circle", Severity.ERROR, message, goes_on[circle[0]].span, hint, related)


def member_of_itself(plan: Plan) -> Iterator[Finding]:
    """A group belongs to itself, directly or through other groups.

    Wrong::

        cluster-zorg:
          name: Cluster zorg
          member_of: [cluster-zorg]

    Right::

        cluster-zorg:
          name: Cluster zorg
          member_of: [elz-dender]
    """
    groups = {actor.id: {ref.id: ref for ref in actor.member_of} for actor in plan.actors.values() if actor.member_of}
    for circle in circles({name: tuple(refs) for name, refs in groups.items()}):
        refs = [groups[one][other] for one, other in zip(circle, (*circle[1:], circle[0]), strict=True)]
        message: Message = say("“{name}” is a member of itself: {way}", name=circle[0], way=_way(circle))
        related = tuple(
            (say("“{id}” is a member here", id=name), ref.span) for name, ref in zip(circle, refs, strict=True)
        )
        hint = say("Take one of these groups out of “member_of”.")
        yield Finding("member-of-itself", Severity.ERROR, message, refs[0].span, hint, related[1 : MOST_NAMED + 1])


def _way(circle: tuple[str, ...]) -> str:
    """The circle as arrows, back to where it begins; a long one is shortened."""
    shown = circle if len(circle) <= MOST_NAMED else (*circle[: MOST_NAMED - 1], "…")
    return " → ".join((*shown, circle[0]))
