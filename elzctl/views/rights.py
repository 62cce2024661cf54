"""Who owns what: each goal, series and file, and each thing that a change touches.

What is nearest decides: a file by its own name, then what the file holds (an action its goal, minutes their series), then
the nearest folder, then ``rest``.  The rights themselves, and everything that a forge runs or reads, are the admins'.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from enum import Enum
from functools import cached_property

from elzctl.fiche import ids
from elzctl.load import RIGHTS
from elzctl.model import Goal, Plan, StrategicGoal
from elzctl.record import NamedTuple
from elzctl.rights import Owned, Rights, is_admin_file
from elzctl.terms import Number


class Through(Enum):
    """Why somebody owns something; *nobody* owns what everybody may change."""

    ADMIN = "admin"
    FILE = "file"
    GOAL = "goal"
    SERIES = "series"
    BODY = "body"
    CLUSTER = "cluster"
    FOLDER = "folder"
    REST = "rest"
    NOBODY = "nobody"


class Owner(NamedTuple):
    """The teams that own something (any of them may change it), through what, and the key that says so."""

    through: Through
    key: str = ""
    teams: tuple[str, ...] = ()


NOBODY = Owner(Through.NOBODY)


class Kind(Enum):
    """What can be owned, in the order in which it is listed."""

    GOAL = "goal"
    SERIES = "series"
    FILE = "file"


class Row(NamedTuple):
    """Something and who owns it: *key* is a number, a name or a path."""

    kind: Kind
    key: str
    title: str
    owner: Owner


class Ownership:
    """Who owns what by the rights of one plan; without rights nobody owns anything."""

    def __init__(self, plan: Plan) -> None:
        self.plan = plan
        self.rights = plan.rights or Rights()
        self._goals, self._clusters, self._series, self._bodies, self._files = map(
            _by_key,
            (self.rights.goals, self.rights.clusters, self.rights.series, self.rights.bodies, self.rights.files),
        )

    def path(self, path: str, holds: Owner = NOBODY) -> Owner:
        """Who owns a file; *holds* is who owns what stands in it."""
        if is_admin_file(path):
            return self.admin if self.plan.rights is not None else NOBODY
        if path in self._files:
            return Owner(Through.FILE, path, self._files[path])
        if holds is not NOBODY:
            return holds
        parts = path.split("/")[:-1]
        for count in range(len(parts), 0, -1):
            folder = "/".join(parts[:count]) + "/"
            if folder in self._files:
                return Owner(Through.FOLDER, folder, self._files[folder])
        return Owner(Through.REST, "", ids(self.rights.rest)) if self.rights.rest else NOBODY

    @property
    def admin(self) -> Owner:
        """Who owns the rights themselves."""
        return Owner(Through.ADMIN, "", ids(self.rights.admin))

    def number(self, number: Number | None) -> Owner:
        """Who owns the operational or strategic goal with a number: the one nearest to it that has an owner."""
        while number is not None and number.parts:
            for key in (self._ids.get(number, ""), str(number)):
                if key in self._goals:
                    return Owner(Through.GOAL, str(number), self._goals[key])
            number = number.parent
        return NOBODY

    def goal(self, goal: StrategicGoal | Goal) -> Owner:
        """Who owns a goal; one without a number only by its id."""
        if goal.id in self._goals:
            return Owner(Through.GOAL, str(goal.number or goal.id), self._goals[goal.id])
        return self.number(goal.number)

    def series(self, name: str) -> Owner:
        """Who owns the minutes of a series: by its name, that of who meets, or the cluster."""
        if name in self._series:
            return Owner(Through.SERIES, name, self._series[name])
        series = self.plan.series.get(name)
        if series is not None and series.body is not None and series.body.id in self._bodies:
            return self.body(series.body.id)
        if series is not None and series.cluster is not None and series.cluster.value in self._clusters:
            return Owner(Through.CLUSTER, series.cluster.value, self._clusters[series.cluster.value])
        return NOBODY

    def body(self, name: str) -> Owner:
        """Who owns what is done in the name of an actor."""
        return Owner(Through.BODY, name, self._bodies[name]) if name in self._bodies else NOBODY

    @cached_property
    def _ids(self) -> dict[Number, str]:
        return {goal.number: goal.id for goal in reversed(self.plan.all_goals) if goal.number is not None}


def rights(plan: Plan) -> tuple[Row, ...]:
    """Every goal and series of a plan, and every file and folder with an owner of its own; what is left comes last."""
    return tuple(_rows(plan, Ownership(plan)))


def teams_of(rights: Rights, names: Iterable[str]) -> tuple[frozenset[str], tuple[str, ...]]:
    """The teams that go by these names or handles, in any case of letters; and the names that no team has."""
    known = {name: team.id for team in rights.teams.values() for name in (team.id, team.mention.casefold())}
    found: set[str] = set()
    unknown: list[str] = []
    for name in names:
        low = name.strip().casefold()
        team = known.get(low) or known.get(f"@{low.removeprefix('@')}")
        found |= {team} if team is not None else set()
        unknown += [name] if team is None else []
    return frozenset(found), tuple(unknown)


def _rows(plan: Plan, owners: Ownership) -> Iterator[Row]:
    for goal in plan.all_goals:
        yield Row(Kind.GOAL, str(goal.number or goal.id), goal.title, owners.goal(goal))
    for series in plan.series.values():
        yield Row(Kind.SERIES, series.id, series.name, owners.series(series.id))
    named = dict.fromkeys(one.key for one in owners.rights.files)
    yield from (Row(Kind.FILE, path, "", _of_file(owners, path)) for path in named)
    yield Row(Kind.FILE, RIGHTS, "", owners.path(RIGHTS))
    yield Row(Kind.FILE, "", "", Owner(Through.REST, "", ids(owners.rights.rest)) if owners.rights.rest else NOBODY)


def _of_file(owners: Ownership, path: str) -> Owner:
    return owners.path(f"{path}x" if path.endswith("/") else path)


def _by_key(owned: Iterable[Owned]) -> dict[str, tuple[str, ...]]:
    return {one.key: ids(one.teams) for one in owned}
