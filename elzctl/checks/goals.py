"""Goals: whether each is worked on, and whether together they have the profile that the guideline asks."""

from __future__ import annotations

from collections.abc import Iterator

from elzctl.checks.unread import is_unread
from elzctl.finding import Finding, Severity
from elzctl.load import GOALS, PLAN
from elzctl.model import Plan, Profile
from elzctl.source import Span
from elzctl.terms import GoalKind, Status
from elzctl.wording import Message, say, say_count

GUIDELINE = Profile(strategic_goals=5, content=2, governance=2)
"""What the Departement Zorg asks: five strategic goals, at least two on content and two on governance."""


def goal_without_action(plan: Plan) -> Iterator[Finding]:
    """No action works on an operational goal.

    A goal that nobody works on is a promise. Write an action for it, or accept the finding in ``goals.yaml``
    with the reason. Actions belong to a goal by their number.

    Wrong::

        - id: transparant-aanbod
          number: 3.2            and there is no action 3.2.1

    Right::

        - id: transparant-aanbod
          number: 3.2
          accepted:
            goal-without-action: De acties van doelstelling 1 vullen deze doelstelling in.
    """
    if plan.unread:
        return  # what cannot be read may work on it
    for goal in plan.goals:
        if goal.number is not None and goal.number not in plan.by_goal:
            message = say("No action works on goal {number}", number=str(goal.number))
            hint = say("Write one with “elzctl new-action”, or accept this with the reason why it is so.")
            yield Finding("goal-without-action", Severity.WARNING, message, goal.at["number"], hint, about=goal.id)


def goal_without_live_action(plan: Plan) -> Iterator[Finding]:
    """All actions of an operational goal are done, on hold, moved or otherwise not running.

    Nobody works on the goal any more. Write a new action, or accept the finding in ``goals.yaml`` with the reason. When
    all actions are done, the goal may be reached: then it is only good to know, and the reason says so.

    Wrong::

        status: done            in the only action under goal 4.1

    Right::

        status: running         in another action under goal 4.1
    """
    if plan.unread:
        return
    for goal in plan.goals:
        actions = () if goal.number is None else plan.by_goal.get(goal.number, ())
        if goal.number is not None and actions and all(action.is_stub for action in actions):
            number = str(goal.number)
            if all(action.status is Status.DONE for action in actions):
                severity, state = Severity.INFO, say("done")
                message = say("All actions under goal {number} are done", number=number)
                hint = say(
                    "Is the goal reached? Accept this with a line that says so. If not, plan what still has to be done."
                )
            else:
                severity, state = Severity.WARNING, say("not running")
                message = say("No action under goal {number} is proposed, planned or running", number=number)
                hint = say("Write a new action with “elzctl new-action”, or accept this with the reason why it is so.")
            related = tuple((state, action.place("status")) for action in actions)
            yield Finding(
                "goal-without-live-action", severity, message, goal.at["number"], hint, related, about=goal.id
            )


def goal_without_kind(plan: Plan) -> Iterator[Finding]:
    """A strategic goal does not say whether it is about content or about governance.

    The guideline asks for goals of both kinds; what is not said cannot be counted. ``content`` is about care and
    welfare, ``governance`` about the zone's own working.

    Wrong::

        - id: gezonde-geest
          number: 2

    Right::

        - id: gezonde-geest
          number: 2
          kind: content
    """
    wanted = _wanted(plan)
    if not wanted.content and not wanted.governance:
        return
    for strategic in plan.strategic_goals:
        if strategic.kind is None and not is_unread(strategic.at, "kind"):
            message = say("It is not said what kind of goal this is")
            place = strategic.at.get("number") or strategic.at.get("id") or Span(GOALS)
            hint = say("Add “kind: content” or “kind: governance”.")
            yield Finding("goal-without-kind", Severity.WARNING, message, place, hint, about=strategic.id)


def profile(plan: Plan) -> Iterator[Finding]:
    """The strategic goals are not as many, or not of the kinds, that the guideline asks.

    The guideline of the Departement Zorg asks for five strategic goals: at least two on content and two on
    governance. A plan that follows another rule says so under ``profile`` in ``plan/plan.yaml``; a key that is
    left out there asks nothing.

    Wrong::

        four strategic goals, and no “profile” in plan/plan.yaml

    Right::

        profile:
          strategic_goals: 4
          content: 2
          governance: 1
    """
    goals = plan.strategic_goals
    if not goals or not plan.settings.at:
        return  # what cannot be read cannot be counted
    wanted = _wanted(plan)
    kinds = [goal.kind for goal in goals]
    unsaid = kinds.count(None)  # such a goal may be of either kind
    content, governance = kinds.count(GoalKind.CONTENT), kinds.count(GoalKind.GOVERNANCE)
    if wanted.strategic_goals and len(goals) != wanted.strategic_goals:
        message = say_count(
            "{count} strategic goal is asked; the plan has {found}",
            "{count} strategic goals are asked; the plan has {found}",
            wanted.strategic_goals,
            found=len(goals),
        )
        yield _profile(plan, "strategic_goals", message)
    if wanted.content and content + unsaid < wanted.content:
        message = say_count(
            "At least {count} strategic goal on content is asked; the plan has {found}",
            "At least {count} strategic goals on content are asked; the plan has {found}",
            wanted.content,
            found=content,
        )
        yield _profile(plan, "content", message)
    if wanted.governance and governance + unsaid < wanted.governance:
        message = say_count(
            "At least {count} strategic goal on governance is asked; the plan has {found}",
            "At least {count} strategic goals on governance are asked; the plan has {found}",
            wanted.governance,
            found=governance,
        )
        yield _profile(plan, "governance", message)


def _profile(plan: Plan, key: str, message: Message) -> Finding:
    settings = plan.settings
    place = settings.profile.at.get(key) or settings.at.get("profile") or Span(PLAN)
    hint = say("Change the goals, or say under “profile” in plan/plan.yaml which rule this plan follows.")
    return Finding("profile", Severity.WARNING, message, place, hint)


def _wanted(plan: Plan) -> Profile:
    """The profile of the plan; the guideline when the plan does not speak of it."""
    return plan.settings.profile if plan.settings.profile.at else GUIDELINE
