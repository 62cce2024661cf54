"""Who may change what: that the teams and what they own are there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from elzctl.finding import Finding, Severity
from elzctl.model import Plan
from elzctl.source import Span
from elzctl.wording import Message, say

if TYPE_CHECKING:
    from elzctl.rights import Owned, Rights


def unknown_team(plan: Plan) -> Iterator[Finding]:
    """A team owns something in ``plan/rights.yaml``, and is not among its ``teams``.

    Nobody is in that team, so nobody may change what it owns.

    Wrong::

        goals:
          1.1: [zorgg]

    Right::

        goals:
          1.1: [zorg]
    """
    if plan.rights is None:
        return
    from elzctl.faults.values import suggest

    known = tuple(plan.rights.teams)
    owned = (one for kind in _kinds(plan.rights) for one in kind)
    for ref in (*plan.rights.admin, *plan.rights.rest, *(ref for one in owned for ref in one.teams)):
        if ref.id not in plan.rights.teams:
            message = say("There is no team “{name}”", name=ref.id[:80])
            hint = suggest(ref.id, known) or say("Add it under “{key}”, or choose a name from there.", key="teams")
            yield Finding("unknown-team", Severity.ERROR, message, ref.span, hint)


def unknown_in_rights(plan: Plan) -> Iterator[Finding]:
    """``plan/rights.yaml`` says who owns a goal, a cluster, a series or an actor that is not there.

    What was meant may have got another number or name, and is now owned by somebody else, or by nobody. The id of a goal
    never changes; its number may.

    Wrong::

        goals:
          1.7: [zorg]     and there is no goal 1.7

    Right::

        goals:
          toeleiding: [zorg]
    """
    if plan.rights is None:
        return
    from elzctl.faults.values import suggest

    for owned, known, message in _named(plan, plan.rights):
        names = frozenset(known)
        for one in owned if names else ():
            if one.key not in names:
                words = message._replace(args=(("name", one.key[:80]),))
                hint = suggest(one.key, tuple(names)) or say("Known here: {keys}.", keys=_some(known))
                yield Finding("unknown-in-rights", Severity.ERROR, words, one.span, hint)


def goal_without_owner(plan: Plan) -> Iterator[Finding]:
    """``plan/rights.yaml`` names no team for an operational goal, nor for the strategic goal above it.

    Its actions are then owned by ``rest``, or by nobody: everybody may change them.

    Wrong::

        goals:
          1: [zorg]       and there is a goal 2.1

    Right::

        goals:
          1: [zorg]
          2: [welzijn]
    """
    if plan.rights is None or not plan.rights.goals:
        return
    keys = {one.key for one in plan.rights.goals}
    place = plan.rights.at.get("goals") or Span("plan/rights.yaml")
    for strategic in plan.strategic_goals:
        if keys.isdisjoint((strategic.id, str(strategic.number))):
            for goal in strategic.goals:
                if keys.isdisjoint((goal.id, str(goal.number))):
                    number = str(goal.number or goal.id)
                    message = say("No team owns goal {number}", number=number)
                    hint = say("Add a line for {number} or for the strategic goal above it.", number=number)
                    start = place._replace(end=place.start)
                    yield Finding("goal-without-owner", Severity.INFO, message, start, hint, about=goal.id)


def _kinds(rights: Rights) -> tuple[tuple[Owned, ...], ...]:
    return rights.goals, rights.clusters, rights.series, rights.bodies, rights.files


def _named(plan: Plan, rights: Rights) -> Iterator[tuple[tuple[Owned, ...], tuple[str, ...], Message]]:
    """What is owned by name, the names that there are (none when their file cannot be read), and what to say."""
    from elzctl.terms import Cluster

    goals = [name for goal in plan.all_goals for name in (str(goal.number or ""), goal.id) if name]
    yield rights.goals, tuple(goals), say("There is no goal “{name}”")
    yield rights.clusters, tuple(one.value for one in Cluster), say("There is no cluster “{name}”")
    yield rights.series, tuple(plan.series), say("There is no series “{name}”")
    yield rights.bodies, tuple(plan.actors), say("“{name}” is not one of the actors")


def _some(names: Iterable[str]) -> str:
    """The first names, and that there are more."""
    known = tuple(names)
    return ", ".join((*known[:12], *("…",) * (len(known) > 12)))
