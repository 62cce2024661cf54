"""Who may change what, as values: teams of a forge, and what each of them owns."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field

from elzctl.fiche import Ref, Spans
from elzctl.source import Span
from elzctl.value import value


@value
class Team:
    """Some people who work on the plan together, by the name that their forge has for them: never a person."""

    id: str
    name: str
    handle: str
    at: Spans = field(default_factory=dict, compare=False, repr=False)

    @property
    def mention(self) -> str:
        """The handle as a forge writes it: ``@zone/cluster-zorg``."""
        return f"@{self.handle.removeprefix('@')}"


@value
class Owned:
    """Something that teams own, by its key: a goal, a cluster, a series, an actor, a file or a folder."""

    key: str
    teams: tuple[Ref, ...]
    span: Span = field(compare=False)


@value
class Rights:
    """``plan/rights.yaml``.  *rest* owns what nobody else does, *admin* the rights themselves and what a forge runs."""

    teams: Mapping[str, Team] = field(default_factory=dict)
    admin: tuple[Ref, ...] = ()
    rest: tuple[Ref, ...] = ()
    goals: tuple[Owned, ...] = ()
    clusters: tuple[Owned, ...] = ()
    series: tuple[Owned, ...] = ()
    bodies: tuple[Owned, ...] = ()
    files: tuple[Owned, ...] = ()
    at: Spans = field(default_factory=dict, compare=False, repr=False)
