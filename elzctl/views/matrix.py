"""Agreements as a matrix: themes down, actors across, and in each cell what the one agreed to about the other."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from elzctl.fiche import ids
from elzctl.model import Plan
from elzctl.record import NamedTuple
from elzctl.terms import ActorKind
from elzctl.views.members import members_of
from elzctl.views.registers import AgreementRow


class Commitment(NamedTuple):
    """An agreement that counts for an actor: of its own, or *via* a group that it belongs to."""

    row: AgreementRow
    via: str = ""


class Matrix(NamedTuple):
    """Themes in the order of the plan and actors in that of ``actors.yaml``; ``""`` is no theme, and nobody named, last.

    *cells* holds what is not empty, by theme and actor.
    """

    themes: tuple[str, ...]
    actors: tuple[str, ...]
    cells: Mapping[tuple[str, str], tuple[Commitment, ...]]


def matrix(plan: Plan, rows: Iterable[AgreementRow]) -> Matrix:
    """The agreements by theme and actor.

    A group of municipalities stands as its municipalities, which is what the framework with local authorities is about;
    every other group has a column of its own, beside those of its members that are named somewhere.
    """
    rows = tuple(rows)
    named = dict.fromkeys(who for row in rows for who in _who(row))
    members = {who: members_of(plan, who) for who in named}
    columns = _columns(plan, members)
    cells: dict[tuple[str, str], list[Commitment]] = {}
    for row in rows:
        for who, via in _counted(row, columns, members):
            for theme in row.themes or ("",):
                cells.setdefault((theme, who), []).append(Commitment(row, via))
    about = dict.fromkeys(theme for row in rows for theme in row.themes or ("",))
    return Matrix(
        _ordered(about, plan.settings.themes),
        _ordered(columns, plan.actors),
        {place: tuple(found) for place, found in cells.items()},
    )


def _who(row: AgreementRow) -> tuple[str, ...]:
    return ids(row.noted.who) or ("",)


def _columns(plan: Plan, members: Mapping[str, frozenset[str]]) -> frozenset[str]:
    """Who is named, with the municipalities of a group instead of the group."""
    towns = {name for name, actor in plan.actors.items() if actor.kind is ActorKind.MUNICIPALITY}
    return frozenset(one for who, below in members.items() for one in (below & towns or {who}))


def _counted(
    row: AgreementRow, columns: frozenset[str], members: Mapping[str, frozenset[str]]
) -> Iterator[tuple[str, str]]:
    """For whom an agreement counts, and through which group; once for each, its own name first."""
    found = {who: "" for who in _who(row) if who in columns}
    for group in _who(row):
        for who in members[group] & columns:
            found.setdefault(who, group)
    yield from found.items()


def _ordered(names: Iterable[str], known: Iterable[str]) -> tuple[str, ...]:
    """The names in a known order, then others as they came, and the empty one last."""
    places = {name: place for place, name in enumerate(known)}
    return tuple(
        sorted(
            sorted(names) if isinstance(names, frozenset) else names,
            key=lambda name: (not name, places.get(name, len(places))),
        )
    )
