"""The documents of meetings as files: minutes, invitations, and lists over a series.

They read text that strangers may have written: run them in :mod:`elzctl.render.confined`.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from elzctl.model import Plan
from elzctl.record import NamedTuple
from elzctl.render.draft import as_draft
from elzctl.render.dress import dress_of
from elzctl.render.editions import Edition, drawn, hidden
from elzctl.templates import OwnTemplates
from elzctl.value import replace
from elzctl.wording import Language

if TYPE_CHECKING:
    from collections.abc import Callable

    from elzctl.meeting import Meeting
    from elzctl.render.plan_text import PlanText
    from elzctl.render.tree import Document


PARTS = ("elzctl.render.minutes_document", "elzctl.render.marks", "elzctl.render.redacted")
"""What a child can import before it has the plan."""


class Wanted(NamedTuple):
    """A document: its kind, the meeting or series that it is of, the days of its lists, and whether it is internal.

    With *errors* in what it is made of it is a draft.
    """

    kind: str
    name: str
    first: date = date.min
    last: date = date.max
    internal: bool = False
    errors: int = 0

    @property
    def file(self) -> str:
        """The name of its files, without their endings."""
        kind = "" if self.kind == "minutes" else f"-{self.kind}"
        return f"{self.name}{kind}{'-internal' if self.internal else ''}{'-draft' if self.errors else ''}"


def meeting_edition(ending: str, plan: Plan, wanted: Wanted, today: date, own: OwnTemplates | None = None) -> Edition:
    """The file with that ending, in the language of the plan, drawn with the zone's *own* templates.  Raises Refused."""
    from elzctl.render.redacted import redacted

    language = Language(plan.settings.language.value)
    if ending == "ics":
        from elzctl.render.calendar import invitation_ics

        return Edition(invitation_ics(plan, _published(plan.meetings_by_id[wanted.name], plan), language, today))
    document = _document(plan, wanted, today, language, letter=ending == "eml")
    document, count = as_draft(document, wanted.errors, language), 0
    if not wanted.internal:
        document, count = redacted(document, plan)
    dress = dress_of(plan, own)
    if ending == "eml":
        dress = dress._replace(logo=None)
    data, warnings, _ = drawn("html" if ending == "eml" else ending, document, today, dress)
    if ending == "eml":
        from elzctl.render.mail import COLUMNS, invitation_eml
        from elzctl.render.plain_text import plain_text

        meeting = _published(plan.meetings_by_id[wanted.name], plan)
        data = invitation_eml(plan, meeting, language, plain_text(document, COLUMNS), data.decode(), today)
    return Edition(data, (*hidden(count), *warnings))


def _published(meeting: Meeting, plan: Plan) -> Meeting:
    """The meeting for a calendar and the head of a message, which are public, without addresses and numbers."""
    from elzctl.render.redacted import redacted

    items = (replace(item, title=redacted(item.title, plan)[0]) for item in meeting.minutes.items)
    return replace(
        meeting,
        title=redacted(meeting.title, plan)[0],
        location=redacted(meeting.location, plan)[0],
        reason=redacted(meeting.reason, plan)[0],
        minutes=replace(meeting.minutes, items=tuple(items)),
    )


def _document(plan: Plan, wanted: Wanted, today: date, language: Language, *, letter: bool) -> Document:
    from elzctl.render.lists_document import LISTS
    from elzctl.render.plan_text import PlanText

    # Programs for mail do not show a picture that stands in the text itself.
    text = PlanText(plan, language, today, internal=wanted.internal, pictures=not letter)
    if wanted.kind in LISTS:
        return LISTS[wanted.kind](wanted.name, wanted.first, wanted.last, text)
    draw = _letter_or_page(wanted.kind, letter=letter)
    return draw(plan.meetings_by_id[wanted.name], text)


def _letter_or_page(kind: str, *, letter: bool) -> Callable[[Meeting, PlanText], Document]:
    if letter:
        from elzctl.render.invitation_letter import invitation_letter

        return invitation_letter
    if kind == "invitation":
        from elzctl.render.invitation_document import invitation_document

        return invitation_document
    from elzctl.render.minutes_document import minutes_document

    return minutes_document
