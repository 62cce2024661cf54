"""Who belongs to whom: what a group agrees to counts for its members.

Only what is made of its members hands on: a group, a cluster, a network, a sector.  A zone, an organisation and a project
speak for themselves, though others belong to them.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from elzctl.fiche import ids
from elzctl.model import Plan
from elzctl.terms import ActorKind

_MADE_OF_MEMBERS = (None, ActorKind.GROUP, ActorKind.CLUSTER, ActorKind.NETWORK, ActorKind.SECTOR)


def members_of(plan: Plan, group: str) -> frozenset[str]:
    """The members of a group, and those of the groups among them; nobody when it speaks for itself."""
    below: dict[str, list[str]] = {}
    for actor in plan.actors.values():
        for above in ids(actor.member_of):
            below.setdefault(above, []).append(actor.id)
    return _reached(plan, group, below)


def groups_of(plan: Plan, member: str) -> frozenset[str]:
    """The groups that an actor belongs to, and those that these belong to, as far as they are made of their members."""
    found, todo = set[str](), [member]
    while todo:
        actor = plan.actors.get(todo.pop())
        new = {one for one in ids(actor.member_of) if _hands_on(plan, one)} - found if actor is not None else set()
        found |= new
        todo += new
    return frozenset(found - {member})


def _reached(plan: Plan, group: str, below: Mapping[str, Iterable[str]]) -> frozenset[str]:
    found, todo = set[str](), [group]
    while todo:
        one = todo.pop()
        new = set(below.get(one, ())) - found if _hands_on(plan, one) else set()
        found |= new
        todo += new
    return frozenset(found - {group})


def _hands_on(plan: Plan, name: str) -> bool:
    actor = plan.actors.get(name)
    return actor is not None and actor.kind in _MADE_OF_MEMBERS
