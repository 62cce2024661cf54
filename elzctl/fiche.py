"""The parts of a fiche as values: references to others, steps, indicators, conditions, decisions.

Every value knows its place (``span``, ``at``), but places do not count when two values are compared.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeAlias

from elzctl.dates import VagueDate
from elzctl.source import Span
from elzctl.terms import Health, IndicatorKind, Per, Quantity
from elzctl.value import field, value

Spans: TypeAlias = Mapping[str, Span]


@value
class Ref:
    """The name of something else, as written, with its place."""

    id: str
    span: Span = field(compare=False)


def ids(refs: tuple[Ref, ...]) -> tuple[str, ...]:
    """The names alone."""
    return tuple(ref.id for ref in refs)


@value
class Step:
    """A part of an action with dates of its own; ``done`` is when it was finished."""

    what: str
    start: VagueDate | None = None
    due: VagueDate | None = None
    done: VagueDate | None = None
    by: tuple[Ref, ...] = ()
    note: str = ""
    at: Spans = field(default_factory=dict, compare=False)

    @property
    def is_dated(self) -> bool:
        """True when it has a date of any kind."""
        return not (self.start is None and self.due is None and self.done is None)


@value
class Measurement:
    """What was counted or measured on a day."""

    on: VagueDate | None
    value: Quantity | None
    note: str = ""
    at: Spans = field(default_factory=dict, compare=False)


@value
class Indicator:
    """How one sees that an action works: a target with its unit, and what was measured."""

    kind: IndicatorKind | None
    what: str
    target: Quantity | None = None
    unit: str = ""
    per: Per | None = None
    measure: str = ""
    count: str = ""
    measured: tuple[Measurement, ...] = ()
    at: Spans = field(default_factory=dict, compare=False)


@value
class Update:
    """A short word on how it goes, on a day."""

    on: VagueDate | None
    health: Health | None = None
    note: str = ""
    at: Spans = field(default_factory=dict, compare=False)


@value
class Condition:
    """What is awaited, from whom, by when, what happens then and what otherwise."""

    what: str
    source: tuple[Ref, ...] = ()
    by: VagueDate | None = None
    then: str = ""
    otherwise: str = ""
    at: Spans = field(default_factory=dict, compare=False)


@value
class Decision:
    """Who decided, when and what; or ``meeting``, the id of a decision in the minutes.

    Of an approval, ``hash`` is that of what was approved.
    """

    meeting: str = ""
    body: Ref | None = None
    on: VagueDate | None = None
    text: str = ""
    hash: str = ""
    at: Spans = field(default_factory=dict, compare=False)


@value
class Acceptance:
    """A finding that the zone accepts, with the reason."""

    code: str
    reason: str
    span: Span = field(compare=False)
