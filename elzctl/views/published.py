"""The plan as everybody may read it on a site: what is not named here as public is left out before anything is drawn.

- Of meetings of an open series, the minutes from the moment that they are to be read and approved.
- Of a meeting to come or that was cancelled, the invitation: when, where, and what stands on the agenda.  What stands under
  the items is left out, and so are the files that go with it: it may be what somebody noted, or put there for the minutes,
  before changing the state.
- Of a draft, and of a meeting without a state, what stood on the agenda.
- Of a closed series (and of one that does not say that it is open), that it met, on which day; and the decisions that a
  fiche cites, because whoever wrote the fiche made them public.  Of the series itself, what it is called: when and where it
  meets as a rule, and what about, is for its members.
- No chapter that the plan does not print.
- Nothing from ``::: intern``.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator

from elzctl.body import Body
from elzctl.followup.approval import is_changed
from elzctl.meeting import Approval, Item, Meeting, Minutes, Passage, Series
from elzctl.model import Plan
from elzctl.source import Prose, Span
from elzctl.terms import Access, MeetingState
from elzctl.value import replace

_MINUTES = (MeetingState.REVIEW, MeetingState.APPROVED)
_NOTHING = Prose("", Span(""))
_NO_TEXT = Body(_NOTHING)


def published(plan: Plan) -> Plan:
    """The same plan with what is public of its meetings and their series."""
    if not plan.meetings and not plan.series:
        return plan
    series = {name: one if one.access is Access.OPEN else _called(one) for name, one in plan.series.items()}
    cited = {action.decision.meeting for action in plan.actions if action.decision is not None}
    return replace(plan, series=series, meetings=tuple(_meeting(one, plan, cited) for one in plan.meetings))


def printed(plan: Plan) -> Plan:
    """The same plan with the chapters that it prints, and no other; *plan* itself when it prints all of them."""
    names = {ref.id for ref in (*plan.settings.chapters.before, *plan.settings.chapters.after)}
    chapters = tuple(one for one in plan.chapters if one.id in names)
    return plan if len(chapters) == len(plan.chapters) else replace(plan, chapters=chapters)


def inward(plan: Plan) -> Plan:
    """The same plan as a site for its own people shows it: every series is open, and what was noted is there to be read.

    What is not to be read by others yet is a draft, whatever is said of it.
    """
    series = {name: replace(one, access=Access.OPEN) for name, one in plan.series.items()}
    meetings = (
        replace(one, state=MeetingState.DRAFT) if is_draft(one) or is_noted_ahead(one) else one for one in plan.meetings
    )
    return replace(plan, series=series, meetings=tuple(meetings), inward=True)


def is_noted_ahead(meeting: Meeting) -> bool:
    """True when something was noted in a meeting that is said to be still to come."""
    return meeting.state is MeetingState.PLANNED and next(meeting.minutes.noted(), None) is not None


def is_draft(meeting: Meeting) -> bool:
    """True for minutes that are not to be read yet; without a state they are not either."""
    return meeting.state in (None, MeetingState.DRAFT)


def without_drafts(plan: Plan, *, but: str = "") -> Plan:
    """The same plan without what was noted in drafts, and in meetings that are said to be still to come.

    So documents for everybody show it.  Of the draft that a document is of, *but*, what was noted stays.
    """
    meetings = (
        replace(one, minutes=agenda_alone(one.minutes))
        if is_noted_ahead(one) or (is_draft(one) and one.id != but)
        else one
        for one in plan.meetings
    )
    return replace(plan, meetings=tuple(meetings))


def agenda_alone(minutes: Minutes) -> Minutes:
    """What stands on the agenda, without anything under it."""
    items = (replace(item, pieces=()) for item in minutes.items if item.title and not item.internal)
    return Minutes(tuple(items), (), _NOTHING)


def without_texts(plan: Plan, but: Collection[str] = ()) -> Plan:
    """The same plan without the running texts of its actions, which only their own pages show whole, *but* of these ids."""
    actions = (action if action.id in but else replace(action, body=_NO_TEXT) for action in plan.actions)
    return replace(plan, actions=tuple(actions))


def around_actions(plan: Plan, names: Collection[str]) -> Plan:
    """As much of a plan as the pages of some actions show: these, the meetings that name them, and what all of them refer to."""
    own = [action for action in plan.actions if action.id in names]
    said = {ref.id for action in own for ref in action.body.references}
    said |= {one.meeting for action in own for one in (action.decision, action.approved) if one is not None}
    said |= {action.into.id for action in own if action.into is not None}
    counted = {indicator.count for action in own for indicator in action.indicators}
    held = {meeting.id for name in names for meeting in plan.named_in.get(name, ())}
    held |= {meeting.id for series in counted for meeting in plan.meetings_of.get(series, ())}
    held |= {name.partition("/")[0] for name in said}
    meetings = tuple(meeting for meeting in plan.meetings if meeting.id in held)
    said |= {ref.id for meeting in meetings for ref in meeting.minutes.references}
    actions = tuple(action for action in plan.actions if action.id in names or action.id in said)
    return replace(plan, actions=actions, meetings=meetings)


def is_open(plan: Plan, meeting: Meeting) -> bool:
    """True for a meeting of a series to which everybody may come."""
    series = plan.series.get(meeting.series.id) if meeting.series is not None else None
    return series is not None and series.access is Access.OPEN


def has_minutes(plan: Plan, meeting: Meeting) -> bool:
    """True when the minutes are public; of a plan as its own people read it, when there are minutes."""
    return is_open(plan, meeting) and (meeting.state in _MINUTES or (plan.inward and is_draft(meeting)))


def _meeting(meeting: Meeting, plan: Plan, cited: set[str]) -> Meeting:
    if not is_open(plan, meeting):
        state = meeting.state
        kept = _cited(meeting, cited) if state in _MINUTES else ()
        series = plan.series.get(meeting.series.id) if meeting.series is not None else None
        # The name of the series says that it met; a title may say what about.
        title = "" if series is not None and series.name else meeting.title
        return Meeting(
            *(meeting.id, meeting.path, title, meeting.series, meeting.date),
            state=state,
            approved=_approved(meeting),
            covered=_covered(meeting),
            minutes=Minutes(kept, (), _NOTHING),
        )
    if meeting.state in _MINUTES:
        approved, covered = _approved(meeting), _covered(meeting)
        return replace(meeting, approved=approved, covered=covered, minutes=_public(meeting.minutes))
    agenda = agenda_alone(meeting.minutes)
    return replace(
        meeting,
        present=(),
        excused=(),
        attachments=(),
        next=None,
        no_action_points="",
        approved=None,
        covered="",
        minutes=agenda,
    )


def _called(series: Series) -> Series:
    """A series that is not open, as a list of meetings shows it."""
    return Series(series.id, series.name, access=series.access)


def _approved(meeting: Meeting) -> Approval | None:
    """The approval; without its hash when that still holds, for it is that of the whole text."""
    approved = meeting.approved
    return approved if approved is None or is_changed(meeting) else replace(approved, text="")


def _covered(meeting: Meeting) -> str:
    """The hash of the text, when it shows that this was changed."""
    return meeting.covered if is_changed(meeting) else ""


def _public(minutes: Minutes) -> Minutes:
    """The minutes without what is internal, and with what only that refers to left out of their references."""
    items = tuple(_items(minutes))
    spans = [span for item in items for span in (item.span, *spans_of(item))]
    shown = tuple(one for one in minutes.references if any(span.start <= one.span.start < span.end for span in spans))
    hidden = any(item.internal or any(piece.internal for piece in item.pieces) for item in minutes.items)
    return Minutes(items, shown if hidden else minutes.references, _NOTHING)


def _items(minutes: Minutes) -> Iterator[Item]:
    for item in minutes.items:
        pieces = tuple(piece for piece in item.pieces if not piece.internal)
        if item.internal:
            # What is noted under an internal heading may be public itself.
            yield from (replace(item, title="", number=None, pieces=pieces, internal=False),) * bool(pieces)
        else:
            yield replace(item, pieces=pieces)


def spans_of(item: Item) -> Iterator[Span]:
    """Where what was noted under an item stands, with what goes on below a line."""
    for piece in item.pieces:
        if isinstance(piece, Passage):
            yield piece.prose.span
        else:
            below = getattr(piece, "at", {}).get("below")
            yield piece.span if below is None else piece.span._replace(end=max(piece.span.end, below.end))
            yield from (step.span for step in getattr(piece, "steps", ()))


def _cited(meeting: Meeting, cited: set[str]) -> tuple[Item, ...]:
    """The decisions of a closed meeting that fiches cite."""
    found = tuple(one for one in meeting.resolutions if one.id in cited and not one.internal)
    return (Item(None, "", found, Span("")),) if found else ()
