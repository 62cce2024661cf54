"""An invitation as a message that only lacks its recipients: opened, it is a draft to be sent.

No sender and no recipients: those are in ``private/``.  The same meeting and texts give the same bytes on the same day.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, time
from email.message import EmailMessage
from email.policy import SMTP

from elzctl.meeting import Meeting
from elzctl.model import Plan
from elzctl.render.calendar import day_in_words, invitation_ics, title
from elzctl.terms import MeetingState
from elzctl.wording import Language, say

COLUMNS = 72
"""The longest line of the text: what programs for mail show, and quote, without breaking it again."""


def invitation_eml(plan: Plan, meeting: Meeting, language: Language, text: str, html: str, today: date) -> bytes:
    """The message of *today* with *text*, and *html* that says the same, and the calendar file attached."""
    message = EmailMessage(SMTP)
    message["Subject"] = _subject(plan, meeting, language)
    message["Date"] = datetime.combine(today, time(), UTC)
    # Outlook opens a message with this as a draft.
    message["X-Unsent"] = "1"
    # Everything in ASCII, however it travels.
    message.set_content(text, cte="quoted-printable")
    message.add_alternative(html, subtype="html", cte="quoted-printable")
    message.add_attachment(
        invitation_ics(plan, meeting, language, today),
        maintype="text",
        subtype="calendar",
        filename=f"{meeting.id}.ics",
        params={"charset": "utf-8"},
    )
    for part in message.walk():
        if part.is_multipart():
            # “=_” stands in no part that is written as quoted-printable or base64.
            part.set_boundary(f"=_elzctl_{part.get_content_subtype()}_{meeting.id}"[:70])
    return message.as_bytes()


def _subject(plan: Plan, meeting: Meeting, language: Language) -> str:
    """What it is about and when, on one line."""
    words, day = title(plan, meeting, language), day_in_words(meeting, language)
    if meeting.state is MeetingState.CANCELLED:
        return f"{words}, {day}"
    if meeting.was:
        return language(say("Changed: {title}, {date}", title=words, date=day))
    return language(say("Invitation: {title}, {date}", title=words, date=day))
