"""Sections of a fiche that are filled, empty, or left to another fiche with "Zie [[andere-actie]]"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from elzctl.body import Section
from elzctl.checks.circles import circles
from elzctl.finding import Finding, Severity
from elzctl.model import Action, Plan
from elzctl.record import NamedTuple
from elzctl.sections import part_of
from elzctl.source import Span
from elzctl.terms import Part
from elzctl.wording import Message, say

LONGEST = 300
"""A text with more characters says something of its own."""

# Such as: Zie [[x]]. Or: Zie ook actiefiche [[x|eigen woorden]]. Or: Zie "Hoe?" van [[x]]. Or: Evaluatie: zie [[x]].
_POINTER = re.compile(
    r"[\s*_(>-]*(?:(?P<heading>[^\[\]:]{1,40}):\s*)?\b(?:zie|see)\b(?P<before>[^\[\]]*)"
    r"(?P<reference>\[\[(?P<id>[^\[\]\n|]{1,200})(?:\|[^\[\]]{1,200})?\]\])(?P<after>[^\[\]]*)\Z",
    re.IGNORECASE,
)
# Words of the sentence itself; what is left over has to be the heading of a section.
_LINKING = re.compile(
    r"\b(?:ook|also|de|het|the|van|uit|in|bij|onder|hiervoor|of|from|under|at|sectie|deel|section|part|actie|actiefiche"
    r"|fiche|action)\b|[\W_]+",
    re.IGNORECASE,
)
_WORD = re.compile(r"[^\W_]")


class Delegation(NamedTuple):
    """A section that says nothing but "see that action": the id, the part that is meant, and where it says so."""

    id: str
    part: Part
    span: Span


def delegation(section: Section) -> Delegation | None:
    """Where a section sends its reader, or ``None`` when it has a text of its own."""
    text = section.prose.text
    if "[[" not in text or len(text) > LONGEST:
        return None
    match = _POINTER.match(text.rstrip())
    if match is None:
        return None
    rest = _LINKING.sub(" ", f"{match['heading'] or ''} {match['before']} {match['after']}").strip()
    part = part_of(rest) if rest else section.part
    if part is None:
        return None
    return Delegation(match["id"].strip(), part, section.prose.at(match.start("reference"), match.end("reference")))


def filled(action: Action) -> list[Part]:
    """The parts of the fiche under which a word stands; marks of an empty list are none."""
    parts = [section.part for section in action.body.sections if _WORD.search(section.prose.text)]
    # What is done is a part of what the action is, and may be told under either heading.
    if Part.DO in parts and Part.WHAT not in parts:
        parts.append(Part.WHAT)
    # Steps say how it is done.
    if action.steps and Part.HOW not in parts:
        parts.append(Part.HOW)
    return parts


def is_filled(action: Action, part: Part) -> bool:
    """The same for one part alone, which is not :attr:`Part.WHAT`."""
    return any(section.part is part and _WORD.search(section.prose.text) for section in action.body.sections)


def delegated_to_empty(plan: Plan) -> Iterator[Finding]:
    """A section sends its reader to an action that has nothing there.

    A section may say ``Zie [[andere-actie]]`` and nothing else. Then that action has to be live, and its own
    section of that name has to be filled: otherwise the reader finds nothing.

    Wrong::

        ## Evaluatie

        Zie [[organisatiemodel]].      while Evaluatie is empty there

    Right::

        ## Evaluatie

        Zie [[organisatiemodel]].      and Evaluatie is filled there
    """
    sent: dict[tuple[str, Part], tuple[Section, Delegation]] = {}
    for action in plan.actions:
        if action.is_stub or not action.body.references:
            continue
        for section in action.body.sections:
            found = delegation(section)
            if found is not None:
                sent.setdefault((action.id, section.part), (section, found))
                yield from _nothing_there(plan, section, found)
    for circle in circles({place: ((found.id, found.part),) for place, (_, found) in sent.items()}):
        section, found = sent[circle[0]]
        yield _finding(say("“{section}” sends the reader round in a circle", section=section.title), found)


def _nothing_there(plan: Plan, section: Section, found: Delegation) -> Iterator[Finding]:
    target = plan.by_id.get(found.id)
    if target is None:
        return  # a goal or a chapter, or an unknown reference
    names = {"section": section.title, "id": found.id}
    if target.is_stub:
        yield _finding(say("“{section}” is left to “{id}”, which is not running", **names), found)
    elif found.part not in filled(target):
        yield _finding(say("“{section}” is left to “{id}”, which says nothing there", **names), found)


def _finding(message: Message, found: Delegation) -> Finding:
    hint = say("Write here what there is to say, or send the reader elsewhere.")
    return Finding("delegated-to-empty", Severity.WARNING, message, found.span, hint)
