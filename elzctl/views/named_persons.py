"""Where the texts that a site publishes may name a person: to be looked at by people, and never complete (hazard I7)."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from functools import cached_property

from elzctl.checks.acceptance import applied
from elzctl.checks.documents import of_meeting
from elzctl.checks.privacy import person_in_text
from elzctl.finding import Finding
from elzctl.meeting import Item, Meeting
from elzctl.model import Plan
from elzctl.source import Span
from elzctl.value import replace
from elzctl.views.published import published, spans_of

_CODE = person_in_text.__name__.replace("_", "-")


def named_persons(plan: Plan) -> tuple[Finding, ...]:
    """What :func:`~elzctl.checks.privacy.person_in_text` finds in what :func:`~elzctl.views.published.published` shows.

    What the zone accepts with a reason is left out.
    """
    found = list(person_in_text(plan))
    if not found:
        return ()
    shown = _Shown(plan)
    return tuple(one for one in applied(plan, found) if one.code == _CODE and shown.holds(one))


def name_nobody(plan: Plan, names: Collection[str]) -> bool:
    """True when the actions with these *names*, looked at alone, name nobody: that is quickly seen.

    With the words of all others beside them no more is taken for a name.
    """
    actions = tuple(action for action in plan.actions if action.id in names)
    alone = replace(plan, strategic_goals=(), actions=actions, chapters=(), meetings=())
    paths = {action.path for action in actions}
    return not any(one.span.path in paths for one in person_in_text(alone))


class _Shown:
    """What a site shows of meetings; it is made out when the first finding stands in one."""

    def __init__(self, plan: Plan) -> None:
        self._plan = plan

    def holds(self, finding: Finding) -> bool:
        """True for a place in anything but a meeting, and in what is public of one."""
        whole = self._meetings.get(finding.span.path)
        if whole is None:
            return True
        public, start = self._public[finding.span.path], finding.span.start
        if start >= whole.minutes.prose.span.start:
            return any(span.start <= start < span.end for item in public.minutes.items for span in _spans(item))
        name = str(dict(finding.message.args)["text"])
        return any(name in " ".join(piece.split()) for piece in of_meeting(public).pieces)

    @cached_property
    def _meetings(self) -> dict[str, Meeting]:
        return {meeting.path: meeting for meeting in self._plan.meetings}

    @cached_property
    def _public(self) -> dict[str, Meeting]:
        return {meeting.path: meeting for meeting in published(self._plan).meetings}


def _spans(item: Item) -> Iterator[Span]:
    """Where an item that is shown stands: its heading, and what was noted under it."""
    if item.title:
        yield item.span
    yield from spans_of(item)
