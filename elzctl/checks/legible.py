"""Whether a text can be read as it stands: a title that is no title any more, signs that turn the direction of a text around."""

from __future__ import annotations

from collections.abc import Iterator

from elzctl.checks.documents import Document
from elzctl.checks.furnishing import short_texts
from elzctl.checks.texts import texts
from elzctl.finding import Finding, Severity
from elzctl.load import GOALS, PLAN
from elzctl.model import Goal, Plan, StrategicGoal
from elzctl.source import Span
from elzctl.wording import say

LONGEST_TITLE = 300
"""Characters of a title; the longest ones of real plans have half of that."""

# Embeddings, overrides, isolates, and their ends. The plain marks of Arabic and Hebrew are none: they turn nothing around.
_TURNING = tuple(map(chr, (*range(0x202A, 0x202F), *range(0x2066, 0x206A))))


def long_title(plan: Plan) -> Iterator[Finding]:
    """A title has more than 300 characters.

    It stands in lists, in the contents, at the head of pages and in the browser, and nobody reads it there. Often a whole
    paragraph ended up behind ``title:``.

    Wrong::

        title: We gaan met alle partners van de cluster rond de tafel zitten om … (vier regels)

    Right::

        title: Rond de tafel met de partners
    """
    for one in (*plan.actions, *plan.all_goals, *plan.chapters, *plan.meetings):
        if len(one.title) > LONGEST_TITLE:
            place = one.at.get("title") or Span(getattr(one, "path", GOALS))
            message = say(
                "This title has {count} characters; {most} are the most", count=len(one.title), most=LONGEST_TITLE
            )
            hint = say("Keep what names it, and write the rest in the text below.")
            yield Finding(
                "long-title",
                Severity.WARNING,
                message,
                place,
                hint,
                about=one.id if isinstance(one, (Goal, StrategicGoal)) else "",
            )


def turning_sign(plan: Plan) -> Iterator[Finding]:
    """A sign that cannot be seen turns the direction of the text around.

    What comes behind it is shown from right to left, so that people read something else than what the file says. Such
    signs come along with what is copied from a telephone or a chat; nobody types them.

    Wrong::

        Dit is klaar tegen ‹U+202E›5202 dnie

    Right::

        Dit is klaar tegen eind 2025
    """
    message, hint = say("An invisible sign turns the direction of the text around here"), say("Delete it.")
    for document in texts(plan).documents:
        places = list(_places(document))
        if places:
            fix = tuple(patch for place in places for patch in document.patch(place, place + 1, ""))
            where = (places[0], places[0] + 1)
            yield document.finding("turning-sign", Severity.WARNING, message, where, hint, fix=fix)
    for one in short_texts(plan):
        sign = next((sign for sign in _TURNING if sign in one.text), "")
        if sign:
            yield Finding("turning-sign", Severity.WARNING, message, one.place(sign), hint, about=PLAN)


def _places(document: Document) -> Iterator[int]:
    """Where such signs stand, in order; looking for each in turn is quicker than for any of them."""
    text = document.text
    if not text.isascii() and any(sign in text for sign in _TURNING):
        yield from (place for place, sign in enumerate(text) if sign in _TURNING)
