"""The accessibility statement: who can use the documents, what does not work yet, and whom to tell.

It follows what European public bodies have to say (directive 2016/2102), in words of our own, and states what plan.yaml
says and nothing else: what nobody checked is not claimed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from elzctl import dates
from elzctl.model import Plan
from elzctl.render.markdown import clean
from elzctl.render.minutes_document import short_document
from elzctl.render.plan_text import PlanText
from elzctl.render.redacted import redacted
from elzctl.render.tree import Block, Bullets, Document, Fact, Facts, Heading, Inline, Item, Link, Paragraph, Part, Text
from elzctl.style import Accessibility
from elzctl.traces import contacts
from elzctl.wording import Language, Message, say

NORM = "EN 301 549 (WCAG 2.1, AA)"

_ADDRESS = re.compile(r"https?://[^\s<>]+[^\s<>.,;:!?)]")


def accessibility_document(plan: Plan, today: date, language: Language) -> Document:
    """The statement as a document of its own; of a plan that states nothing, an empty one."""
    text = PlanText(plan, language, today)
    house = plan.settings.organisation
    subtitle = text.actors((house,)) if house is not None else ""
    document = short_document(say("Accessibility statement"), "", tuple(_statement(text, 1)), text)
    return redacted(document._replace(organisation=subtitle), plan)[0]


def accessibility_part(text: PlanText, anchor: str) -> tuple[Part, ...]:
    """The statement as a part of the plan, when plan.yaml has one."""
    blocks = tuple(_statement(text, 2))
    if not blocks:
        return ()
    heading = Heading(1, anchor, (Text(text.say(say("Accessibility"))),))
    return (redacted(Part("appendix", (heading, *blocks)), text.plan)[0],)


def _statement(text: PlanText, level: int) -> Iterator[Block]:
    found = text.plan.settings.accessibility
    if found is None:
        return
    yield text.paragraph(text.say(_WISH))
    yield text.paragraph(text.say(_WAYS))
    yield _heading(say("What works") if found.checked is not None else say("How it stands"), level, text)
    yield text.paragraph(text.say(_status(found)))
    if facts := tuple(_facts(found, text)):
        yield Facts(facts)
    if found.known_issues:
        yield _heading(say("What does not work yet"), level, text)
        yield Bullets(tuple(Item((Paragraph(text.line(issue)),)) for issue in found.known_issues))
    yield _heading(say("Does something not work for you?"), level, text)
    yield Paragraph((Text(text.say(_TELL) + " "), *_reached(found.contact)))
    if found.complaints:
        yield Paragraph((Text(text.say(_COMPLAINT) + " "), *_reached(found.complaints)))
    made = say("This statement is of {date}.", date=dates.in_words(text.today, text.say.code))
    yield text.paragraph(text.say(made))


_WISH = say(
    "We want everybody to be able to use our plan, minutes and reports: with a screen reader, with the keyboard alone, on"
    " a small screen, or on paper."
)
_WAYS = say(
    "They can be made as a web page, as a PDF and as a Word file. When one of them does not work for you, ask for another."
)
_TELL = say("Tell us, and say which document it is and what you need:")
_COMPLAINT = say("Is our answer no solution? Then go to:")


def _status(found: Accessibility) -> Message:
    """What is claimed: nothing that nobody looked at."""
    if found.checked is None:
        return say("Nobody has checked yet whether the documents meet the European standard {norm}.", norm=NORM)
    if found.known_issues:
        return say(
            "The documents meet the European standard {norm} in part: what does not work yet stands below.", norm=NORM
        )
    return say("As far as we know, the documents meet the European standard {norm}.", norm=NORM)


def _facts(found: Accessibility, text: PlanText) -> Iterator[Fact]:
    if found.checked is not None:
        yield Fact(text.say(say("Checked")), (Text(text.when(found.checked)),))
    if found.how:
        yield Fact(text.say(say("By whom and how")), text.line(found.how))


def _heading(title: Message, level: int, text: PlanText) -> Heading:
    return Heading(level, "", (Text(text.say(title)),))


def _reached(words: str) -> tuple[Inline, ...]:
    """The words with a link for each address in them."""
    words = clean(words)
    mails = [
        (first, last, f"mailto:{words[first:last]}") for first, last in contacts(words) if "@" in words[first:last]
    ]
    pages = [(*match.span(), match[0]) for match in re.finditer(_ADDRESS, words)]
    pieces: list[Inline] = []
    end = 0
    for first, last, target in sorted((*mails, *pages)):
        if first >= end:
            pieces += [Text(words[end:first]), Link(target, (Text(words[first:last]),))]
            end = last
    return tuple(piece for piece in (*pieces, Text(words[end:])) if not isinstance(piece, Text) or piece.text)
