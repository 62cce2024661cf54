"""A title, or any text, on which nobody can click: with a number or words for what it refers to."""

from __future__ import annotations

from elzctl.model import Plan
from elzctl.sections import references
from elzctl.source import Prose, Span


def plain_title(title: str, plan: Plan) -> str:
    """A title with the number, or else the title, of what it refers to, or the words that it gives itself."""
    if "[[" not in title:
        return title
    text = title
    for reference in reversed(references(Prose(title, Span("")))):
        number, words = plan.titles.get(reference.id, ("", ""))
        shown = reference.label or number or words or reference.id
        text = text[: reference.span.start] + shown + text[reference.span.end :]
    return text
