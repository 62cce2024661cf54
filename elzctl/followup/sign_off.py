"""What a body approved of an action, or of the whole plan, as a hash: what is promised, and not how it goes since.

Counted are the title, the goal above it, who leads and works along, for whom and about what, the dates that were set, the
steps, the indicators and what is aimed at, the condition, and the text under the headings.  Not counted are the number,
remarks, what is ticked or measured, the updates, and the reasons of a status.  Proposed, planned, running and done are one
and the same: the action is carried out as was approved; to put it off, stop or move it is another matter.

A value that is not there leaves no trace in the hash, so that a new key in a fiche changes nothing for those without it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from elzctl.covered import AND, hashed, names, when
from elzctl.fiche import Condition, Indicator, Step
from elzctl.meeting import Resolution
from elzctl.model import Action, Chapter, Goal, Plan, StrategicGoal
from elzctl.terms import LIVE, Number, Part, Quantity, Status

CARRIED_OUT = LIVE | {Status.DONE}
"""Where an action stands while it is carried out: from one of these to another nothing of what was approved changes."""


def fingerprint(action: Action, goal: str) -> str:
    """The hash of everything that the approval of *action*, under the goal with that id, covers."""
    return hashed(_action(action, goal))


def fingerprint_of_plan(plan: Plan) -> str:
    """The hash of everything that the approval of the whole plan covers: goals, actions and chapters too."""
    return hashed(_plan(plan))


def is_changed(action: Action, goals: Mapping[Number, str]) -> bool:
    """True when the action is no longer the one whose hash was kept when it was approved; *goals* are ids by number.

    An action whose goal is not there, or cannot be read, has another fault.
    """
    kept = action.approved.hash if action.approved is not None else ""
    goal = goals.get(action.number.parent) if action.number is not None else None
    return bool(kept) and goal is not None and fingerprint(action, goal) != kept


def is_plan_changed(plan: Plan) -> bool:
    """The same for the whole plan; never when a part of it could not be read."""
    kept = plan.settings.approved.hash if plan.settings.approved is not None else ""
    return bool(kept) and not plan.unread and fingerprint_of_plan(plan) != kept


def who_met(plan: Plan, decision: str) -> str:
    """The id of the actor that took a decision: who meets in the series of its meeting; ``""`` where that is not said."""
    meeting = plan.meetings_by_id.get(decision.partition("/")[0])
    series = plan.series.get(meeting.series.id) if meeting is not None and meeting.series is not None else None
    return series.body.id if series is not None and series.body is not None else ""


def about_others(plan: Plan, decision: Resolution, name: str) -> tuple[str, ...]:
    """The actions that a decision is about, by id, when the one with that *name* is not among them.

    A decision that names no action may be about any, and one about the whole plan may name some.
    """
    named = tuple(dict.fromkeys(one.id for one in decision.references if one.id in plan.by_id))
    return () if name in named or name not in plan.by_id else named


def goal_ids(plan: Plan) -> Mapping[Number, str]:
    """The operational goals by number."""
    return {goal.number: goal.id for goal in reversed(plan.goals) if goal.number is not None}


def changed_actions(plan: Plan) -> Iterator[Action]:
    """The actions that were changed after they were approved."""
    goals = goal_ids(plan)
    return (action for action in plan.actions if action.approved is not None and is_changed(action, goals))


# What counts


def _action(action: Action, goal: str) -> Iterator[str]:
    status = action.status
    rows = (
        ("title", action.title),
        ("goal", goal),
        ("status", status.value if status is not None and status not in CARRIED_OUT else ""),
        ("into", action.into.id if action.into is not None else ""),
        ("lead", names(action.lead)),
        ("role", action.role.value if action.role is not None else ""),
        ("partners", names(action.partners)),
        ("target_groups", names(action.target_groups)),
        ("themes", names(action.themes)),
        ("start", when(action.start)),
        ("due", when(action.due)),
        *(("step", _step(step)) for step in action.steps),
        *(("indicator", _indicator(one)) for one in action.indicators),
        ("no_evaluation", action.no_evaluation),
        ("condition", _condition(action.condition) if action.condition is not None else ""),
        *_texts(action),
    )
    yield from (f"{key}{AND}{text}" for key, text in rows if text.strip())


def _texts(action: Action) -> Iterator[tuple[str, str]]:
    """The text before the first heading and that of each part; how a heading is worded and where it stands does not count."""
    yield "intro", action.body.intro.text
    for part in Part:
        yield part.value, "".join(section.prose.text for section in action.body.sections if section.part is part)


def _step(step: Step) -> str:
    return AND.join((step.what, when(step.start), when(step.due), names(step.by)))


def _indicator(one: Indicator) -> str:
    kind, per = (word.value if word is not None else "" for word in (one.kind, one.per))
    return AND.join((kind, one.what, _amount(one.target), one.unit, per, one.measure, one.count))


def _condition(one: Condition) -> str:
    return AND.join((one.what, names(one.source), when(one.by), one.then, one.otherwise))


def _amount(found: Quantity | None) -> str:
    """A number, however it is written; ``50`` and ``50 %`` are not the same."""
    return "" if found is None else f"{found.value!r}{'%' * found.text.rstrip().endswith('%')}"


def _plan(plan: Plan) -> Iterator[str]:
    settings = plan.settings
    yield settings.title
    yield settings.organisation.id if settings.organisation is not None else ""
    yield from (when(settings.year), when(settings.period))
    yield from map(_goal, plan.all_goals)
    goals = goal_ids(plan)
    for action in sorted(plan.actions, key=lambda action: action.id):
        yield f"action{AND}{action.id}"
        yield from _action(action, goals.get(action.number.parent, "") if action.number is not None else "")
    chapters = {chapter.id: chapter for chapter in plan.chapters}
    for ref in (*settings.chapters.before, *settings.chapters.after):
        if ref.id in chapters:
            yield _chapter(chapters[ref.id])


def _goal(goal: StrategicGoal | Goal) -> str:
    kind = goal.kind.value if isinstance(goal, StrategicGoal) and goal.kind is not None else ""
    return AND.join(("goal", goal.id, goal.title, kind, goal.motto, goal.text))


def _chapter(chapter: Chapter) -> str:
    return AND.join(("chapter", chapter.id, chapter.title, chapter.body.text))
