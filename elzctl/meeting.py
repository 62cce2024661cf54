"""A meeting as values: invitation, agenda, minutes, and what was noted: ``2025-05-13-x/2`` is a point, ``…/B1`` a decision."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, TypeAlias

from elzctl.body import Reference
from elzctl.clock import Clock
from elzctl.dates import VagueDate
from elzctl.fiche import Acceptance, Ref, Spans
from elzctl.source import Prose, Span
from elzctl.terms import Access, Cluster, MeetingState, Stage, Turning
from elzctl.value import field, value


@value
class Series:
    """A standing meeting: who meets, open or closed, how often a year, and what is always on the agenda."""

    id: str
    name: str
    cluster: Cluster | None = None
    body: Ref | None = None
    access: Access | None = None
    per_year: int | None = None
    start: Clock | None = None
    end: Clock | None = None
    location: str = ""
    agenda: tuple[str, ...] = ()
    at: Spans = field(default_factory=dict, compare=False)


@value
class Turn:
    """A word in the life of a point: progress, moved on (*due* is the new deadline), or dropped; *text* says why."""

    kind: Turning
    on: VagueDate | None
    due: VagueDate | None
    text: str
    span: Span = field(compare=False)


@value
class Contribution:
    """What an actor can do for a point."""

    who: tuple[Ref, ...]
    text: str
    span: Span = field(compare=False)


@value
class Point:
    """An action point: who does what by when.  *text* is one line of Markdown, without the marks at its end.

    *at* holds the places of ``box`` (what stands between the brackets), ``end`` (of its first paragraph), ``due`` and
    ``done`` (with their words), and ``below`` (the end of everything that belongs to it).
    """

    id: str
    text: str
    owners: tuple[Ref, ...] = ()
    due: VagueDate | None = None
    ticked: bool = False
    done: VagueDate | None = None
    references: tuple[Reference, ...] = ()
    tags: tuple[Ref, ...] = ()
    contributions: tuple[Contribution, ...] = ()
    turns: tuple[Turn, ...] = ()
    notes: tuple[str, ...] = ()
    internal: bool = False
    span: Span = field(default=Span(""), compare=False)
    at: Spans = field(default_factory=dict, compare=False)


@value
class Resolution:
    """A decision that was taken in a meeting."""

    id: str
    text: str
    references: tuple[Reference, ...] = ()
    internal: bool = False
    span: Span = field(default=Span(""), compare=False)


@value
class SignalStep:
    """A step in the life of a signal: grouped (*text* names the group), discussed, or what came of it."""

    stage: Stage
    on: VagueDate | None
    who: tuple[Ref, ...]
    references: tuple[Reference, ...]
    text: str
    span: Span = field(compare=False)


@value
class Signal:
    """What somebody sees go wrong for a target group (*tags*), and what became of it."""

    id: str
    text: str
    tags: tuple[Ref, ...] = ()
    who: tuple[Ref, ...] = ()
    references: tuple[Reference, ...] = ()
    steps: tuple[SignalStep, ...] = ()
    internal: bool = False
    span: Span = field(default=Span(""), compare=False)


@value
class Agreement:
    """What actors commit themselves to, for themes (*tags*)."""

    id: str
    text: str
    who: tuple[Ref, ...] = ()
    tags: tuple[Ref, ...] = ()
    references: tuple[Reference, ...] = ()
    internal: bool = False
    span: Span = field(default=Span(""), compare=False)


@value
class Event:
    """Something that takes place: *when* is ``None`` when no date can be read."""

    id: str
    text: str
    when: VagueDate | None = None
    start: Clock | None = None
    end: Clock | None = None
    who: tuple[Ref, ...] = ()
    tags: tuple[Ref, ...] = ()
    references: tuple[Reference, ...] = ()
    internal: bool = False
    span: Span = field(default=Span(""), compare=False)


@value
class Passage:
    """Running text between what is noted; *internal* when it stands in ``::: intern``."""

    prose: Prose
    internal: bool = False


Noted: TypeAlias = "Point | Resolution | Signal | Agreement | Event"
Piece: TypeAlias = "Passage | Noted"


@value
class Item:
    """An item of the agenda and what stands under it, in order.  Text before the first heading has no title."""

    number: int | None
    title: str
    pieces: tuple[Piece, ...]
    span: Span = field(compare=False)
    internal: bool = False


if TYPE_CHECKING:
    from typing import Protocol

    class Unread(Protocol):
        """A text of which the lines with a meaning were read, and nothing else yet."""

        def noted(self) -> Iterator[Noted]: ...
        def items(self) -> tuple[Item, ...]: ...
        def references(self) -> tuple[Reference, ...]: ...


class _Waiting:
    """Leaves room for the text."""

    __slots__ = ("unread",)
    unread: Unread


@value
class Minutes(_Waiting):
    """The text of a meeting: the items of its agenda, everything that it refers to, and the whole of it as it was typed."""

    items: tuple[Item, ...] = ()
    references: tuple[Reference, ...] = ()
    prose: Prose = field(default=Prose("", Span("")), compare=False)

    @classmethod
    def of(cls, unread: Unread, prose: Prose) -> Minutes:
        """The minutes of a text, which is taken apart when somebody asks for it: lists of points do not."""
        made = cls.__new__(cls)
        made.unread = unread
        object.__setattr__(made, "prose", prose)
        return made

    def __getattr__(self, name: str) -> Any:
        if name not in ("items", "references"):  # it is asked only for what has no value yet
            raise AttributeError(name)
        found = getattr(self.unread, name)()
        setattr(self, name, found)
        return found

    def __getstate__(self) -> tuple[None, dict[str, Any]]:
        # What was made of a text that waits is left behind: it is made again when somebody asks.
        names = ("unread", "prose") if hasattr(self, "unread") else ("items", "references", "prose")
        return None, {name: getattr(self, name) for name in names}

    def noted(self) -> Iterator[Noted]:
        """Everything that was noted, in order."""
        if hasattr(self, "unread"):
            return self.unread.noted()
        return (piece for item in self.items for piece in item.pieces if not isinstance(piece, Passage))


@value
class Occasion:
    """When and where: the next meeting, or when this one was planned before."""

    date: VagueDate | None = None
    start: Clock | None = None
    end: Clock | None = None
    location: str = ""
    speaker: Ref | None = None
    at: Spans = field(default_factory=dict, compare=False)


@value
class Attachment:
    """A file in ``meetings/attachments``."""

    file: str
    title: str = ""
    at: Spans = field(default_factory=dict, compare=False)


@value
class Approval:
    """In which meeting (*meeting*) and on which day the minutes were approved, and the hash of what was approved."""

    meeting: Ref | None
    on: VagueDate | None = None
    text: str = ""
    at: Spans = field(default_factory=dict, compare=False)


@value
class Meeting:
    """One meeting of a series; ``covered`` hashes what its approval covers, "" where no hash was kept to compare."""

    id: str
    path: str
    title: str
    series: Ref | None
    date: VagueDate | None
    start: Clock | None = None
    end: Clock | None = None
    location: str = ""
    state: MeetingState | None = None
    reason: str = ""
    was: tuple[Occasion, ...] = ()
    speaker: Ref | None = None
    present: tuple[Ref, ...] = ()
    excused: tuple[Ref, ...] = ()
    attachments: tuple[Attachment, ...] = ()
    next: Occasion | None = None
    last: bool = False
    no_action_points: str = ""
    approved: Approval | None = None
    accepted: tuple[Acceptance, ...] = ()
    minutes: Minutes = field(default=Minutes())
    covered: str = field(default="", compare=False)
    at: Spans = field(default_factory=dict, compare=False)

    @property
    def day(self) -> dt.date:
        """The day on which it takes place; without a readable one, that of its file name."""
        return self.date.first if self.date is not None else dt.date.fromisoformat(self.id[:10])

    @property
    def points(self) -> tuple[Point, ...]:
        """The action points, in order."""
        return tuple(noted for noted in self.minutes.noted() if isinstance(noted, Point))

    @property
    def resolutions(self) -> tuple[Resolution, ...]:
        """The decisions, in order."""
        return tuple(noted for noted in self.minutes.noted() if isinstance(noted, Resolution))

    def place(self, key: str) -> Span:
        """Where a key stands; the file when it is not there."""
        return self.at.get(key) or Span(self.path)
