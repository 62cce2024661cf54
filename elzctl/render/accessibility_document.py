"""The accessibility statement: who can use the documents and the site, what does not work yet, and whom to tell.

It follows what European public bodies have to say (directive 2016/2102), in words of our own, and states what plan.yaml
says and nothing else: what nobody checked is not claimed, and the statement has no other days than those that stand there.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date

from elzctl.model import Plan, Settings
from elzctl.render.markdown import clean
from elzctl.render.minutes_document import short_document
from elzctl.render.plan_text import PlanText
from elzctl.render.redacted import redacted
from elzctl.render.tree import Block, Bullets, Document, Fact, Facts, Heading, Inline, Item, Link, Paragraph, Part, Text
from elzctl.style import Accessibility, Checked
from elzctl.traces import contacts
from elzctl.wording import Language, Message, say

NORM = "EN 301 549 (WCAG 2.1, AA)"

_ADDRESS = re.compile(r"https?://[^\s<>]+[^\s<>.,;:!?)]")


def accessibility_document(plan: Plan, today: date, language: Language, *, on_site: bool = False) -> Document:
    """The statement as a document of its own, or as a page of the site; of a plan that states nothing, an empty one."""
    text = PlanText(plan, language, today)
    house = plan.settings.organisation
    subtitle = text.actors((house,)) if house is not None else ""
    document = short_document(say("Accessibility statement"), "", tuple(_statement(text, 1, on_site=on_site)), text)
    return redacted(document._replace(organisation=subtitle), plan)[0]


def accessibility_part(text: PlanText, anchor: str) -> tuple[Part, ...]:
    """The statement as a part of the plan, when plan.yaml has one."""
    blocks = tuple(_statement(text, 2))
    if not blocks:
        return ()
    heading = Heading(1, anchor, (Text(text.say(say("Accessibility"))),))
    return (redacted(Part("appendix", (heading, *blocks)), text.plan)[0],)


def _statement(text: PlanText, level: int, *, on_site: bool = False) -> Iterator[Block]:
    settings = text.plan.settings
    found = settings.accessibility
    if found is None:
        return
    has_site = on_site or found.website is not None or bool(_address(settings))
    yield text.paragraph(f"{text.say(_WISH)} {text.say(_LAW)}")
    yield text.paragraph(text.say(_WAYS))
    yield Paragraph(
        (Text(text.say(_scope(has_site=has_site, on_site=on_site))), *_site_link(settings, on_site=on_site))
    )
    what: tuple[Accessibility | Checked, ...] = (found, found.website or Checked()) if has_site else (found,)
    is_known = any(one.checked is not None for one in what)
    yield _heading(say("What works") if is_known else say("How it stands"), level, text)
    for one, words in zip(what, (_DOCUMENTS, _SITE), strict=False):
        yield text.paragraph(text.say(_status(one, words)))
        if facts := tuple(_facts(one, text)):
            yield Facts(facts)
    yield from _issues(what, level, text)
    yield _heading(say("Does something not work for you?"), level, text)
    yield Paragraph((Text(text.say(_TELL) + " "), *_reached(found.contact)))
    if found.complaints:
        yield Paragraph((Text(text.say(_COMPLAINT) + " "), *_reached(found.complaints)))
    days = ((say("Drawn up"), found.written), (say("Last reviewed"), found.reviewed))
    if known := tuple(Fact(text.say(words), (Text(text.when(day)),)) for words, day in days if day is not None):
        yield _heading(say("About this statement"), level, text)
        yield Facts(known)


def _scope(*, has_site: bool, on_site: bool) -> Message:
    """What the statement is about."""
    if on_site:
        return say("This statement is about this website and the documents on it.")
    if has_site:
        return say(
            "This statement is about the documents that we make of our plan and meetings, and about our website."
        )
    return say("This statement is about the documents that we make of our plan and meetings.")


def _address(settings: Settings) -> str:
    return settings.site.address if settings.site is not None else ""


def _site_link(settings: Settings, *, on_site: bool) -> tuple[Inline, ...]:
    """The address of the site behind that, where the reader is somewhere else."""
    address = _address(settings)
    return (Text(" "), Link(address, (Text(address),))) if address and not on_site else ()


def _issues(what: Sequence[Accessibility | Checked], level: int, text: PlanText) -> Iterator[Block]:
    """What does not work yet, in the documents and on the site; which of both, when the statement is about both."""
    if not any(one.known_issues for one in what):
        return
    yield _heading(say("What does not work yet"), level, text)
    for one, lead in zip(what, (say("In the documents:"), say("On the website:")), strict=False):
        if one.known_issues:
            if len(what) > 1:
                yield text.paragraph(text.say(lead))
            yield Bullets(tuple(Item((Paragraph(text.line(issue)),)) for issue in one.known_issues))


_WISH = say(
    "We want everybody to be able to use our plan, minutes and reports: with a screen reader, with the keyboard alone, on"
    " a small screen, or on paper."
)
_WAYS = say(
    "Our documents can be made as a web page, as a PDF and as a Word file. When one of them does not work for you, "
    "ask for another."
)
_LAW = say(
    "That is what European directive 2016/2102 and the Flemish Governance Decree of 7 December 2018 ask of public bodies."
)
_TELL = say("Tell us, and say which page or document it is and what you need:")
_COMPLAINT = say("Is our answer no solution? Then go to:")


_DOCUMENTS = (
    say("Nobody has checked yet whether the documents meet the European standard {norm}.", norm=NORM),
    say("The documents meet the European standard {norm} in part: what does not work yet stands below.", norm=NORM),
    say("As far as we know, the documents meet the European standard {norm}.", norm=NORM),
)
_SITE = (
    say("Nobody has checked yet whether the website meets the European standard {norm}.", norm=NORM),
    say("The website meets the European standard {norm} in part: what does not work yet stands below.", norm=NORM),
    say("As far as we know, the website meets the European standard {norm}.", norm=NORM),
)


def _status(found: Accessibility | Checked, words: tuple[Message, Message, Message]) -> Message:
    """What is claimed: nothing that nobody looked at."""
    unchecked, in_part, whole = words
    return unchecked if found.checked is None else in_part if found.known_issues else whole


def _facts(found: Accessibility | Checked, text: PlanText) -> Iterator[Fact]:
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
