"""What the plan does and what was noted for each target group, or about each theme."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from elzctl.fiche import ids
from elzctl.model import Plan
from elzctl.record import NamedTuple

if TYPE_CHECKING:
    from elzctl.meeting import Agreement, Event, Meeting, Noted, Point, Signal
    from elzctl.model import Action


class Subject(NamedTuple):
    """Actions in the order of the plan; points, signals, agreements and events in that of the meetings."""

    actions: tuple[Action, ...]
    signals: tuple[tuple[Meeting, Signal], ...]
    agreements: tuple[tuple[Meeting, Agreement], ...]
    events: tuple[tuple[Meeting, Event], ...]
    points: tuple[tuple[Meeting, Point], ...] = ()


def subjects(plan: Plan, kind: str) -> dict[str, Subject]:
    """The known target groups (*kind* is ``group``) or themes (``theme``) for which there is something, in the plan's order."""
    known = plan.settings.target_groups if kind == "group" else plan.settings.themes
    actions: dict[str, list[Action]] = {}
    for action in plan.actions:
        for name in ids(action.target_groups if kind == "group" else action.themes):
            actions.setdefault(name, []).append(action)
    noted: dict[str, list[tuple[Meeting, Noted]]] = {}
    for meeting, one in _tagged(plan):
        for name in dict.fromkeys(ids(getattr(one, "tags", ()))):
            noted.setdefault(name, []).append((meeting, one))
    found = ((name, _subject(tuple(actions.get(name, ())), noted.get(name, ()))) for name in known)
    return {name: one for name, one in found if any(one)}


def _subject(actions: tuple[Action, ...], pairs: Iterable[tuple[Meeting, Noted]]) -> Subject:
    from elzctl.meeting import Agreement, Event, Point, Signal

    pairs = tuple(pairs)
    return Subject(
        actions,
        tuple((meeting, one) for meeting, one in pairs if isinstance(one, Signal)),
        tuple((meeting, one) for meeting, one in pairs if isinstance(one, Agreement)),
        tuple((meeting, one) for meeting, one in pairs if isinstance(one, Event)),
        tuple((meeting, one) for meeting, one in pairs if isinstance(one, Point)),
    )


def _tagged(plan: Plan) -> Iterator[tuple[Meeting, Noted]]:
    return ((meeting, one) for meeting in plan.meetings for one in meeting.minutes.noted())
