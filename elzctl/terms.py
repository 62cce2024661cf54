"""The fixed words of a plan: statuses, roles, kinds, parts of a fiche; and its numbers."""

from __future__ import annotations

from enum import Enum

from elzctl.record import NamedTuple


class Status(Enum):
    """Where an action stands.  The first three are live; the others make it a stub."""

    PROPOSED = "proposed"
    PLANNED = "planned"
    RUNNING = "running"
    ON_HOLD = "on-hold"
    WAITING = "waiting"
    DONE = "done"
    MOVED = "moved"
    MERGED = "merged"
    NOT_RETAINED = "not-retained"
    STOPPED = "stopped"


LIVE = frozenset({Status.PROPOSED, Status.PLANNED, Status.RUNNING})


class Role(Enum):
    """What the zone itself does in an action."""

    DIRECTOR = "director"
    LEAD = "lead"
    FACILITATOR = "facilitator"
    PARTNER = "partner"
    FOLLOWER = "follower"


class GoalKind(Enum):
    """What a strategic goal is about: the content of care and welfare, or the zone's own working."""

    CONTENT = "content"
    GOVERNANCE = "governance"


class ActorKind(Enum):
    """What kind of name an actor is."""

    ORGANISATION = "organisation"
    GROUP = "group"
    FUNCTION = "function"
    NETWORK = "network"
    PROJECT = "project"
    ZONE = "zone"
    MUNICIPALITY = "municipality"
    SECTOR = "sector"
    CLUSTER = "cluster"


class IndicatorKind(Enum):
    """Process asks whether it goes as it should, output what came of it."""

    PROCESS = "process"
    OUTPUT = "output"


class Per(Enum):
    """The stretch of time that a target counts for."""

    YEAR = "year"
    HALF_YEAR = "half-year"
    QUARTER = "quarter"
    MONTH = "month"


class Health(Enum):
    """How an action goes, in the eyes of who updates it."""

    ON_TRACK = "on-track"
    AT_RISK = "at-risk"
    OFF_TRACK = "off-track"


class SectionOrder(Enum):
    """Which of the two official orders of a fiche is printed."""

    WHY_FIRST = "why-first"
    WHAT_FIRST = "what-first"


class ForgeKind(Enum):
    """What a forge is made with: it decides how the address of a file looks."""

    GITHUB = "github"
    GITLAB = "gitlab"
    FORGEJO = "forgejo"


class Tongue(Enum):
    """The language of a plan."""

    NL = "nl"
    EN = "en"


class Part(Enum):
    """The parts of a fiche.  ``do`` and ``do_not`` stand under ``what``."""

    WHY = "why"
    FOR_WHOM = "for_whom"
    WHAT = "what"
    DO = "do"
    DO_NOT = "do_not"
    WITH_WHOM = "with_whom"
    HOW = "how"
    EVALUATION = "evaluation"


class Cluster(Enum):
    """The four clusters of a primary-care zone."""

    CARE = "care"
    WELFARE = "welfare"
    LOCAL_AUTHORITIES = "local-authorities"
    PZON = "pzon"


class Access(Enum):
    """Who may come to a meeting: everyone, or its members."""

    OPEN = "open"
    CLOSED = "closed"


class MeetingState(Enum):
    """How far a meeting is: invitation, notes, minutes to read, minutes that stand."""

    PLANNED = "planned"
    DRAFT = "draft"
    REVIEW = "review"
    APPROVED = "approved"
    CANCELLED = "cancelled"


class Turning(Enum):
    """What can happen to an action point that is open."""

    PROGRESS = "progress"
    MOVED = "moved"
    DROPPED = "dropped"


class Stage(Enum):
    """What becomes of a signal, in this order; the last three close it."""

    NOTED = "noted"
    GROUPED = "grouped"
    DISCUSSED = "discussed"
    ACTION = "action"
    REFERRED = "referred"
    NO_MANDATE = "no-mandate"


class Number(NamedTuple):
    """A label such as 3.3.6: one part for a strategic goal, two for an operational goal, three for an action."""

    parts: tuple[int, ...]

    @classmethod
    def read(cls, text: str, depth: int) -> Number | None:
        """The number of *depth* parts that a text is, with or without a mark behind it; ``None`` when it is none."""
        parts = text.strip().rstrip(".:").split(".")
        if len(parts) != depth or not all(part.isascii() and part.isdigit() and len(part) <= 3 for part in parts):
            return None
        return cls(tuple(map(int, parts)))

    def __str__(self) -> str:
        """The label as printed."""
        return ".".join(map(str, self.parts))

    @property
    def parent(self) -> Number:
        """The number of the goal above: 3.3 of 3.3.6."""
        return Number(self.parts[:-1])


class Quantity(NamedTuple):
    """A number as typed and as a value: ``("2,5", 2.5)``."""

    text: str
    value: float
