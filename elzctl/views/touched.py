"""What a change touches, and who owns each of these things: by the rights as they were before it, never as it makes them.

An action belongs to the goal under which it stood and to the one under which it stands now: who moves it needs both.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from elzctl.fiche import Decision
from elzctl.followup.sign_off import who_met
from elzctl.load import ACTIONS, GOALS, MEETINGS, PLAN, SERIES
from elzctl.model import Goal, Plan, StrategicGoal
from elzctl.picture_names import ATTACHMENTS
from elzctl.record import NamedTuple
from elzctl.value import replace
from elzctl.views.rights import NOBODY, Owner, Ownership, Through


class Touched(NamedTuple):
    """Something that a change touches: its file, the number and title of what stands there, and who owns it."""

    path: str
    number: str
    title: str
    owner: Owner

    def is_allowed(self, teams: frozenset[str]) -> bool:
        """True when one of these teams may change it."""
        return self.owner.through is Through.NOBODY or not teams.isdisjoint(self.owner.teams)


class Versions(NamedTuple):
    """The plan with the rights that hold, the one that was changed, and what it was changed into."""

    base: Plan
    old: Plan
    new: Plan


def touched(paths: Iterable[str], versions: Versions) -> tuple[Touched, ...]:
    """Who owns what stands in these files, each thing once for each owner.

    *paths* count from the folder of the plan; what lies outside it begins with ``../`` and is the admins'.
    """
    owners = Ownership(versions.base)
    found: dict[Touched, None] = {}
    for path in sorted(paths):
        found.update(dict.fromkeys(_touched(path, versions, owners)))
    return tuple(found)


def _touched(path: str, versions: Versions, owners: Ownership) -> Iterator[Touched]:
    if path.startswith("../"):
        yield Touched(path, "", "", owners.admin if versions.base.rights is not None else NOBODY)
        return
    folder = path.rpartition("/")[0]
    holds: dict[str, Callable[[str, Versions, Ownership], Iterator[Touched]]] = {
        ACTIONS: _action,
        MEETINGS: _meeting,
        ATTACHMENTS: _attachment,
    }
    files = {GOALS: _goals, SERIES: _series, PLAN: _settings}
    make = files.get(path) or holds.get(folder)
    things = tuple(make(path, versions, owners)) if make is not None else ()
    yield from things or (Touched(path, "", "", owners.path(path)),)


def _id(path: str) -> str:
    return path.rpartition("/")[2].removesuffix(".md")


def _action(path: str, versions: Versions, owners: Ownership) -> Iterator[Touched]:
    """An action by its goals, and its approval by the bodies in whose name it was given or is."""
    found = [plan.by_id[_id(path)] for plan in versions if _id(path) in plan.by_id]
    told = (
        Touched(path, str(action.number or ""), action.title, owners.path(path, owners.number(action.number)))
        for action in found
    )
    yield from _once(told)
    old, new = (plan.by_id.get(_id(path)) for plan in versions[1:])
    before, after = (one.approved if one is not None else None for one in (old, new))
    for owner in _in_whose_name(before, after, versions, owners):
        yield Touched(path, str(found[-1].number or ""), found[-1].title, owner)


def _settings(path: str, versions: Versions, owners: Ownership) -> Iterator[Touched]:
    """The settings, and the approval of the whole plan by the bodies in whose name it was given or is."""
    yield Touched(path, "", "", owners.path(path))
    old, new = (plan.settings.approved for plan in versions[1:])
    for owner in _in_whose_name(old, new, versions, owners):
        yield Touched(path, "", "", owner)


def _in_whose_name(
    old: Decision | None, new: Decision | None, versions: Versions, owners: Ownership
) -> Iterator[Owner]:
    """Who owns what the bodies approve in whose name an approval was given or is: the one that is named, and the one that met.

    A meeting that came with the change counts too; one that was there is what it was before.
    """
    for approved in (old, new) if old != new else ():
        if approved is None:
            continue
        met = next(filter(None, (who_met(plan, approved.meeting) for plan in versions)), "")
        named = approved.body.id if approved.body is not None else ""
        yield from (owner for name in (met, named) if (owner := owners.body(name)) is not NOBODY)


def _meeting(path: str, versions: Versions, owners: Ownership) -> Iterator[Touched]:
    found = [plan.meetings_by_id[_id(path)] for plan in versions if _id(path) in plan.meetings_by_id]
    holds = [owners.series(one.series.id) if one.series is not None else NOBODY for one in found]
    yield from _once(
        Touched(path, "", one.title, owners.path(path, owner)) for one, owner in zip(found, holds, strict=True)
    )


def _attachment(path: str, versions: Versions, owners: Ownership) -> Iterator[Touched]:
    """A file that goes with minutes, by the series of these."""
    name = path.rpartition("/")[2]
    for plan in versions:
        for meeting in plan.meetings:
            if meeting.series is not None and any(one.file == name for one in meeting.attachments):
                yield Touched(path, "", meeting.title, owners.path(path, owners.series(meeting.series.id)))


def _series(path: str, versions: Versions, owners: Ownership) -> Iterator[Touched]:
    """The series that are not what they were; all of them when they cannot be read."""
    old, new = versions.old.series, versions.new.series
    damaged = path in versions.old.unread | versions.new.unread
    for name in dict.fromkeys((*old, *new)):
        if damaged or old.get(name) != new.get(name):
            title = (old.get(name) or new[name]).name
            yield Touched(path, "", title, owners.path(path, owners.series(name)))


def _goals(path: str, versions: Versions, owners: Ownership) -> Iterator[Touched]:
    """The goals that are not what they were, by the number that they had and have; all when they cannot be read."""
    old, new = ({goal.id: goal for goal in plan.all_goals} for plan in versions[1:])
    damaged = path in versions.old.unread | versions.new.unread
    for name in dict.fromkeys((*old, *new)):
        both = old.get(name), new.get(name)
        if damaged or _alone(both[0]) != _alone(both[1]):
            yield from _once(
                Touched(path, str(goal.number or ""), goal.title, owners.path(path, owners.goal(goal)))
                for goal in both
                if goal is not None
            )


def _alone(goal: StrategicGoal | Goal | None) -> object:
    """A goal without what its own goals say; that there are others, or in another order, does count."""
    if isinstance(goal, StrategicGoal):
        return replace(goal, goals=()), tuple(one.id for one in goal.goals)
    return goal


def _once(versions: Iterable[Touched]) -> Iterable[Touched]:
    """One thing once for each owner, as it is now."""
    return {one.owner: one for one in versions}.values()
