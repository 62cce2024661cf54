"""The plan as values: frozen, equal when they mean the same, wherever they stand.

Every value knows its place (``span``, ``at``), but places do not count when two values are compared.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, Any

from elzctl.body import Body, Reference
from elzctl.dates import VagueDate
from elzctl.fiche import Acceptance, Condition, Decision, Indicator, Ref, Spans, Step, Update
from elzctl.source import Prose, Span
from elzctl.style import Accessibility, Style, Website
from elzctl.terms import LIVE, ActorKind, ForgeKind, GoalKind, Number, Role, SectionOrder, Status, Tongue
from elzctl.value import field, value

if TYPE_CHECKING:  # only plans with meetings pay for them, when they are loaded
    from elzctl.meeting import Meeting, Noted, Point, Series
    from elzctl.pictures import Picture
    from elzctl.rights import Rights
    from elzctl.wording import Message


@value
class Actor:
    """Someone who may be named as lead or partner, the groups it belongs to, and the contacts that may be published."""

    id: str
    name: str
    kind: ActorKind | None = None
    member_of: tuple[Ref, ...] = ()
    also: tuple[str, ...] = ()
    contact: tuple[str, ...] = ()
    at: Spans = field(default_factory=dict, compare=False)


@value
class Goal:
    """An operational goal, and what it says when it has no action of its own."""

    id: str
    number: Number | None
    title: str
    motto: str = ""
    text: str = ""
    accepted: tuple[Acceptance, ...] = ()
    references: tuple[Reference, ...] = ()
    at: Spans = field(default_factory=dict, compare=False)


@value
class StrategicGoal:
    """A strategic goal and its operational goals, in reading order."""

    id: str
    number: Number | None
    title: str
    kind: GoalKind | None = None
    motto: str = ""
    text: str = ""
    goals: tuple[Goal, ...] = ()
    accepted: tuple[Acceptance, ...] = ()
    references: tuple[Reference, ...] = ()
    at: Spans = field(default_factory=dict, compare=False)


@value
class Action:
    """An action fiche, or the stub that is left of it."""

    id: str
    path: str
    number: Number | None
    title: str
    status: Status | None
    lead: tuple[Ref, ...] = ()
    role: Role | None = None
    partners: tuple[Ref, ...] = ()
    target_groups: tuple[Ref, ...] = ()
    themes: tuple[Ref, ...] = ()
    start: VagueDate | None = None
    due: VagueDate | None = None
    steps: tuple[Step, ...] = ()
    indicators: tuple[Indicator, ...] = ()
    no_evaluation: str = ""
    reason: str = ""
    decision: Decision | None = None
    since: VagueDate | None = None
    into: Ref | None = None
    condition: Condition | None = None
    updates: tuple[Update, ...] = ()
    accepted: tuple[Acceptance, ...] = ()
    approved: Decision | None = None
    body: Body = field(default=Body(Prose("", Span(""))))
    at: Spans = field(default_factory=dict, compare=False)

    @property
    def is_stub(self) -> bool:
        """True when the action is no longer, or not yet, worked on; the rules of a fiche do not apply then."""
        return self.status is not None and self.status not in LIVE

    def place(self, key: str) -> Span:
        """Where a key stands; the file when it is not there."""
        return self.at.get(key) or Span(self.path)


@value
class Chapter:
    """A running chapter before or after the goals."""

    id: str
    path: str
    title: str
    body: Prose
    references: tuple[Reference, ...] = ()
    at: Spans = field(default_factory=dict, compare=False)


@value
class Profile:
    """What the guideline asks of the strategic goals; ``None`` asks nothing."""

    strategic_goals: int | None = None
    content: int | None = None
    governance: int | None = None
    at: Spans = field(default_factory=dict, compare=False)


@value
class Chapters:
    """The names of the running chapters before and after the goals."""

    before: tuple[Ref, ...] = ()
    after: tuple[Ref, ...] = ()
    at: Spans = field(default_factory=dict, compare=False)


@value
class Forge:
    """Where the files of the plan can be read on the web: the address of the repository, and its branch.

    Without a *kind* the name of the host decides.
    """

    url: str = ""
    branch: str = "main"
    kind: ForgeKind | None = None
    at: Spans = field(default_factory=dict, compare=False)


@value
class Settings:
    """``plan.yaml``: who, which year, and how the document is put together."""

    title: str = ""
    organisation: Ref | None = None
    year: VagueDate | None = None
    period: VagueDate | None = None
    language: Tongue = Tongue.NL
    warn_before: int = 30
    section_order: SectionOrder = SectionOrder.WHY_FIRST
    chapters: Chapters = field(default_factory=Chapters)
    profile: Profile = field(default_factory=Profile)
    target_groups: Mapping[str, str] = field(default_factory=dict)
    themes: Mapping[str, str] = field(default_factory=dict)
    terms: tuple[str, ...] = ()
    abbreviations: Mapping[str, str] = field(default_factory=dict)
    approved: Decision | None = None
    forge: Forge | None = None
    style: Style = field(default_factory=Style)
    accessibility: Accessibility | None = None
    site: Website | None = None
    accepted: tuple[Acceptance, ...] = ()
    at: Spans = field(default_factory=dict, compare=False)


class _Remembering:
    """Leaves room for what is worked out once."""


@value
class Plan(_Remembering):
    """Everything under ``plan/`` and ``meetings/``, meetings in the order of their days.

    ``unread`` holds the ids of files that are there but could not be read (of the series: its path), ``attachments`` the
    names of the files in ``meetings/attachments``, ``own_templates`` the paths of the zone's own that differ from ours.
    ``pictures`` are the files that texts show, by path, or why they could not be read; ``inward`` says that drafts are read.
    """

    settings: Settings = field(default_factory=Settings)
    strategic_goals: tuple[StrategicGoal, ...] = ()
    actions: tuple[Action, ...] = ()
    actors: Mapping[str, Actor] = field(default_factory=dict)
    chapters: tuple[Chapter, ...] = ()
    series: Mapping[str, Series] = field(default_factory=dict)
    meetings: tuple[Meeting, ...] = ()
    unread: frozenset[str] = field(default=frozenset(), compare=False)
    attachments: frozenset[str] = frozenset()
    logo: Picture | None = None
    own_templates: tuple[str, ...] = field(default=(), compare=False)
    rights: Rights | None = None
    pictures: Mapping[str, bytes | Message] = field(default_factory=dict)
    inward: bool = False

    @property
    def contacts(self) -> tuple[str, ...]:
        """The texts with addresses and numbers that may be published."""
        stated = self.settings.accessibility
        own = (text for actor in self.actors.values() for text in actor.contact)
        return (*own, *((stated.contact, stated.complaints) if stated is not None else ()))

    @cached_property
    def goals(self) -> tuple[Goal, ...]:
        """The operational goals in reading order."""
        return tuple(goal for strategic in self.strategic_goals for goal in strategic.goals)

    @cached_property
    def all_goals(self) -> tuple[StrategicGoal | Goal, ...]:
        """Strategic and operational goals in reading order."""
        each: Iterable[tuple[StrategicGoal | Goal, ...]] = ((one, *one.goals) for one in self.strategic_goals)
        return tuple(goal for some in each for goal in some)

    @cached_property
    def by_id(self) -> Mapping[str, Action]:
        """The actions by id."""
        return {action.id: action for action in self.actions}

    @cached_property
    def by_goal(self) -> Mapping[Number, tuple[Action, ...]]:
        """The actions under each operational goal, by the goal's number."""
        return _grouped((one.number.parent, one) for one in self.actions if one.number is not None)

    @cached_property
    def titles(self) -> Mapping[str, tuple[str, str]]:
        """Number and title of everything that a ``[[reference]]`` can name, by id."""
        found: dict[str, tuple[str, str]] = {chapter.id: ("", chapter.title) for chapter in self.chapters}
        for one in (*self.all_goals, *self.actions):
            found[one.id] = (str(one.number or ""), one.title)
        for meeting in self.meetings:
            series = self.series.get(meeting.series.id) if meeting.series is not None else None
            name = meeting.title or (series.name if series is not None else "")
            found[meeting.id] = ("", title := f"{name} ({meeting.day.isoformat()})".lstrip())
            found.update(
                (noted.id, ("", f"{title}, {noted.id.rpartition('/')[2]}")) for noted in meeting.minutes.noted()
            )
        return found

    @cached_property
    def meetings_by_id(self) -> Mapping[str, Meeting]:
        """The meetings by id."""
        return {meeting.id: meeting for meeting in self.meetings}

    @cached_property
    def meetings_of(self) -> Mapping[str, tuple[Meeting, ...]]:
        """The meetings of each series, in the order of their days, the cancelled ones too."""
        return _grouped((one.series.id, one) for one in self.meetings if one.series is not None)

    @cached_property
    def named_in(self) -> Mapping[str, tuple[Meeting, ...]]:
        """The meetings whose minutes name something, by its id, in the order of their days."""
        return _grouped((name, one) for one in self.meetings for name in {ref.id for ref in one.minutes.references})

    @cached_property
    def noted(self) -> Mapping[str, Noted]:
        """Every point, decision, signal, agreement and event by id."""
        return {noted.id: noted for meeting in self.meetings for noted in meeting.minutes.noted()}

    @cached_property
    def points(self) -> tuple[tuple[Meeting, Point], ...]:
        """Every action point with the meeting where it was noted, in order."""
        from elzctl.meeting import Point

        points = [noted for noted in self.noted.values() if type(noted) is Point]
        return tuple((self.meetings_by_id[point.id.rpartition("/")[0]], point) for point in points)

    @cached_property
    def years(self) -> tuple[date, date] | None:
        """The first and last day of the plan's year."""
        return (year.first, year.last) if (year := self.settings.year) is not None else None

    def action(self, name: str) -> Action | None:
        """The action with that id or number."""
        return self.by_id.get(name) or next((a for a in self.actions if str(a.number) == name), None)

    def actor_name(self, name: str) -> str:
        """The name of the actor with that id as printed; the id when it is not known."""
        actor = self.actors.get(name)
        return actor.name if actor is not None and actor.name else name


def _grouped(pairs: Iterable[tuple[Any, Any]]) -> dict[Any, tuple[Any, ...]]:
    """What goes with each key, in order."""
    found: dict[Any, list[Any]] = {}
    for key, one in pairs:
        found.setdefault(key, []).append(one)
    return {key: tuple(some) for key, some in found.items()}
