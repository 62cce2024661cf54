"""What each actor has to do with the plan: what it leads, helps with, has to do by when, agreed to; itself or by a group."""

from __future__ import annotations

from collections.abc import Iterator
from enum import Enum
from typing import TYPE_CHECKING

from elzctl.fiche import Step, ids
from elzctl.model import Action, Plan
from elzctl.record import NamedTuple
from elzctl.views.members import groups_of

if TYPE_CHECKING:
    from elzctl.meeting import Agreement, Event, Meeting, Noted, Point


class Share(Enum):
    """What an actor does in an action; the first that holds counts."""

    LEADS = "leads"
    HELPS = "helps"
    STEP = "step"


class Part(NamedTuple):
    """An action with what an actor does in it; *via* is the group that does it, ``""`` when it is the actor itself."""

    action: Action
    share: Share
    via: str = ""


class Task(NamedTuple):
    """A step of a live action that an actor does, or of which it leads the action; *via* as of a part."""

    action: Action
    step: Step
    via: str = ""


class Carried(NamedTuple):
    """Everything of one actor: its parts in actions and its steps, in the order of the plan, and what meetings name it for.

    *names* are that of the actor itself and those of the groups to which it belongs.
    """

    parts: tuple[Part, ...]
    points: tuple[tuple[Meeting, Point], ...]
    agreements: tuple[tuple[Meeting, Agreement], ...]
    events: tuple[tuple[Meeting, Event], ...]
    names: frozenset[str]
    steps: tuple[Task, ...] = ()

    def __bool__(self) -> bool:
        """False for an actor that has nothing to do with the plan."""
        return any((self.parts, self.points, self.agreements, self.events))


def carried(plan: Plan) -> dict[str, Carried]:
    """What every known actor carries; who carries nothing is not there."""
    shares, tasks, noted = _shares(plan), _tasks(plan), _noted(plan)
    places = {action.id: at for at, action in enumerate(plan.actions)}
    found = ((name, _of(plan, places, name, shares, tasks, noted)) for name in plan.actors)
    return {name: one for name, one in found if one}


def _of(
    plan: Plan,
    places: dict[str, int],
    name: str,
    shares: dict[str, list[Part]],
    tasks: dict[str, list[Task]],
    noted: dict[str, list[tuple[Meeting, Noted]]],
) -> Carried:
    from elzctl.meeting import Agreement, Event, Point

    above = groups_of(plan, name)
    groups = [group for group in plan.actors if group in above] if above else []
    parts = {part.action.id: part for part in shares.get(name, ())}
    for group in groups:
        for part in shares.get(group, ()):
            parts.setdefault(part.action.id, part._replace(via=group))
    steps = {id(task.step): task for task in tasks.get(name, ())}
    for group in groups:
        for task in tasks.get(group, ()):
            steps.setdefault(id(task.step), task._replace(via=group))
    every = {one[1].id: one for who in (name, *groups) for one in noted.get(who, ())}.values()
    return Carried(
        tuple(sorted(parts.values(), key=lambda part: places[part.action.id])),
        tuple((meeting, one) for meeting, one in every if isinstance(one, Point)),
        tuple((meeting, one) for meeting, one in every if isinstance(one, Agreement)),
        tuple((meeting, one) for meeting, one in every if isinstance(one, Event)),
        frozenset((name, *groups)),
        tuple(sorted(steps.values(), key=lambda task: places[task.action.id])),
    )


def _shares(plan: Plan) -> dict[str, list[Part]]:
    found: dict[str, list[Part]] = {}
    for action in plan.actions:
        own: dict[str, Share] = {}
        for share, names in (
            (Share.LEADS, ids(action.lead)),
            (Share.HELPS, ids(action.partners)),
            (Share.STEP, tuple(name for step in action.steps for name in ids(step.by))),
        ):
            for name in names:
                own.setdefault(name, share)
        for name, share in own.items():
            found.setdefault(name, []).append(Part(action, share))
    return found


def _tasks(plan: Plan) -> dict[str, list[Task]]:
    """The steps of who does them and of who leads the action: those whose deadlines a calendar of an actor holds too."""
    found: dict[str, list[Task]] = {}
    for action in plan.actions:
        for step in () if action.is_stub else action.steps:
            for name in dict.fromkeys((*ids(step.by), *ids(action.lead))):
                found.setdefault(name, []).append(Task(action, step))
    return found


def _noted(plan: Plan) -> dict[str, list[tuple[Meeting, Noted]]]:
    found: dict[str, list[tuple[Meeting, Noted]]] = {}
    for meeting in plan.meetings:
        for one in meeting.minutes.noted():
            for name in _who(one):
                found.setdefault(name, []).append((meeting, one))
    return found


def _who(one: Noted) -> Iterator[str]:
    """Who is named: who owns a point or contributes to it, who agrees, whose event it is."""
    contributions = [ref for part in getattr(one, "contributions", ()) for ref in part.who]
    named = (*getattr(one, "owners", ()), *contributions, *getattr(one, "who", ()))
    yield from dict.fromkeys(ref.id for ref in named)
