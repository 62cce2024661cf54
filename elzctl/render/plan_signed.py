"""Who approved something, in a document: an action in its fiche, the whole plan in the colophon."""

from __future__ import annotations

from collections.abc import Iterator

from elzctl.fiche import Decision
from elzctl.model import Action
from elzctl.render.fiche_meetings import cited
from elzctl.render.plan_text import PlanText
from elzctl.render.tree import Field, Inline, Paragraph, Strong, Text
from elzctl.wording import say

CHANGED = say("Changed after approval")


def signed(action: Action, text: PlanText) -> Iterator[Field]:
    """Who approved the action and when, and that it changed since; nothing when nobody did."""
    if action.approved is None:
        return
    from elzctl.followup.sign_off import goal_ids, is_changed

    lines = [Paragraph(tuple(approval(action.approved, text)))]
    if is_changed(action, goal_ids(text.plan)):
        lines.append(Paragraph((Strong((Text(text.say(CHANGED)),)),)))
    yield Field("approved", text.say(say("Approved")), tuple(lines), brief=True)


def approval(approved: Decision, text: PlanText, *, is_changed: bool = False) -> Iterator[Inline]:
    """Who approved it and when; what minutes say themselves is not said again."""
    body = text.actors((approved.body,)) if approved.body is not None else ""
    where, words = cited(approved, text)
    is_known = where != approved.meeting
    on = text.when(approved.on) if approved.on is not None and not is_known else ""
    yield Text(", ".join(filter(None, (body, on, where))))
    words = words or text.line(approved.text)
    if words:
        yield Text(": ")
        yield from words
    if is_changed:
        yield Text(" · ")
        yield Strong((Text(text.say(CHANGED)),))
