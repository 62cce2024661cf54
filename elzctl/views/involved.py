"""Who and what the live actions are for and carried by: the rows and columns of matrices."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from elzctl.fiche import ids
from elzctl.model import Action, Plan, StrategicGoal
from elzctl.record import NamedTuple


class Carrier(NamedTuple):
    """An actor with the ids of the live actions that it leads, and of those in which it is a partner only."""

    actor: str
    leads: frozenset[str]
    partners: frozenset[str]

    @property
    def all(self) -> frozenset[str]:
        """Everything that it carries."""
        return self.leads | self.partners


class Served(NamedTuple):
    """A target group with the ids of the live actions that are for it."""

    group: str
    actions: frozenset[str]


class Columns(NamedTuple):
    """Live actions that stand beside each other, and the strategic goal above them: ``None`` when there are more."""

    goal: StrategicGoal | None
    actions: tuple[Action, ...]


def carriers(plan: Plan) -> tuple[Carrier, ...]:
    """Everyone who leads or helps a live action; who carries most comes first, then who leads most."""
    leads, partners = dict[str, set[str]](), dict[str, set[str]]()
    for action in _live(plan):
        for found, names in ((leads, ids(action.lead)), (partners, ids(action.partners))):
            for name in names:
                found.setdefault(name, set()).add(action.id)
    rows = (
        Carrier(name, frozenset(own := leads.get(name, set())), frozenset(partners.get(name, set()) - own))
        for name in dict.fromkeys((*leads, *partners))
    )
    return tuple(
        sorted(rows, key=lambda row: (-len(row.all), -len(row.leads), plan.actor_name(row.actor).casefold(), row.actor))
    )


def served(plan: Plan) -> tuple[Served, ...]:
    """Every target group of a live action, in the order of ``plan.yaml``; unknown ones come last."""
    found: dict[str, set[str]] = {}
    for action in _live(plan):
        for name in ids(action.target_groups):
            found.setdefault(name, set()).add(action.id)
    known = [name for name in plan.settings.target_groups if name in found]
    return tuple(Served(name, frozenset(found[name])) for name in dict.fromkeys((*known, *found)))


def columns(plan: Plan, most: int) -> tuple[Columns, ...]:
    """The live actions in stretches of *most*: all together when they fit, else by strategic goal."""
    live = tuple(_live(plan))
    if len(live) <= most:
        return (Columns(None, live),) if live else ()
    return tuple(_by_goal(plan, live, most))


def _by_goal(plan: Plan, live: Iterable[Action], most: int) -> Iterator[Columns]:
    """Stretches that begin anew with each strategic goal; last come the actions that stand under none."""
    places = {goal.number: place for place, above in enumerate(plan.strategic_goals) for goal in above.goals}
    found: list[list[Action]] = [[] for _ in (*plan.strategic_goals, None)]
    for action in live:
        found[places.get(action.number.parent, -1) if action.number is not None else -1].append(action)
    for goal, actions in zip((*plan.strategic_goals, None), found, strict=True):
        for start in range(0, len(actions), most):
            yield Columns(goal, tuple(actions[start : start + most]))


def _live(plan: Plan) -> Iterator[Action]:
    return (action for action in plan.actions if not action.is_stub)
