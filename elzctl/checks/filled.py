"""The sections of a live fiche: whether those are filled that every fiche has."""

from __future__ import annotations

import re
from collections.abc import Iterator

from elzctl.checks.delegation import filled, is_filled
from elzctl.checks.fiche import heading_of, live
from elzctl.checks.unread import is_unread
from elzctl.finding import Finding, Severity
from elzctl.model import Action, Plan
from elzctl.sections import part_of
from elzctl.source import Patch, Span
from elzctl.terms import Part
from elzctl.wording import say

NAMES = {
    Part.WHY: say("Why?"),
    Part.FOR_WHOM: say("For whom?"),
    Part.WHAT: say("What?"),
    Part.DO_NOT: say("What we do not do"),
    Part.WITH_WHOM: say("With whom?"),
    Part.HOW: say("How?"),
    Part.EVALUATION: say("Evaluation"),
}
REQUIRED = (Part.WHY, Part.FOR_WHOM, Part.WHAT, Part.WITH_WHOM, Part.HOW, Part.EVALUATION)
_WANTED = (*REQUIRED, Part.DO)


def empty_section(plan: Plan) -> Iterator[Finding]:
    """A section that every fiche has is missing or empty.

    These are Waarom? Voor wie? Wat? Met wie? Hoe? and Evaluatie. Wat? is filled too when it says what we do; a
    heading for what we do that stands there wants a text as well. Evaluatie may be left out when ``no_evaluation`` says
    why; without that and without indicators, it is told as no-evaluation. A line in bold is no heading.

    Wrong::

        ## Met wie?

        ## Hoe?

    Right::

        ## Met wie?

        Met de dienst zorg van de gemeente.

        ## Hoe?
    """
    for action in live(plan):
        told = filled(action)
        for part in _WANTED:
            if part not in told:
                yield from _empty(action, part)


def _empty(action: Action, part: Part) -> Iterator[Finding]:
    """The finding for a section without a text, unless it is told otherwise or not wanted."""
    section = action.body.section(part)
    bold = _in_bold(action, part) if section is None else None
    if bold is not None:
        yield _bold("empty-section", Severity.WARNING, *bold)
    elif part is Part.EVALUATION and (action.no_evaluation or _is_told(action)):
        return
    elif section is not None:
        message = say("The section “{section}” is empty", section=section.title)
        yield Finding("empty-section", Severity.WARNING, message, section.heading, say("Write a text under it."))
    elif part is not Part.DO:
        message = say("The section “{section}” is missing", section=NAMES[part])
        hint = say("Add the heading with a text under it.")
        yield Finding("empty-section", Severity.WARNING, message, Span(action.path), hint)


def do_not_open(plan: Plan) -> Iterator[Finding]:
    """A fiche does not say what will not be done.

    To know what an action leaves to others is worth as much as to know what it does. When there is nothing,
    say so: "Niets."

    Wrong::

        ### Wat doen we niet?

    Right::

        ### Wat doen we niet?

        Zelf nieuwe acties bedenken.
    """
    message = say("It is not said what we do not do")
    hint = say("Write it under “{section}”; when there is nothing, write “Niets.”", section=NAMES[Part.DO_NOT])
    for action in live(plan):
        if not is_filled(action, Part.DO_NOT):
            missing = action.body.section(Part.DO_NOT) is None
            bold = _in_bold(action, Part.DO_NOT) if missing else None
            if bold is not None:
                yield _bold("do-not-open", Severity.INFO, *bold)
            else:
                yield Finding("do-not-open", Severity.INFO, message, heading_of(action, Part.DO_NOT), hint)


def _is_told(action: Action) -> bool:
    """True when an evaluation that lacks is told as such: one finding is enough."""
    return not (action.indicators or is_unread(action.at, "indicators"))


def _in_bold(action: Action, part: Part) -> tuple[Span, str] | None:
    """Where the first line in bold stands that names this part, and the heading that it should be."""
    for prose in action.body.prose():
        for line in re.finditer(_BOLD, prose.text) if "**" in prose.text or "__" in prose.text else ():
            title = line["title"].strip().rstrip(":").rstrip()
            if part_of(title) is part:
                marks = "###" if part in (Part.DO, Part.DO_NOT) else "##"
                return prose.at(*line.span("line")), f"{marks} {title}"
    return None


_BOLD = r"(?m)^[ ]{0,3}(?P<line>(?P<marks>\*\*|__)(?P<title>[^*_\n]{1,80})(?P=marks):?)[ \t]*\r?$"


def _bold(code: str, severity: Severity, span: Span, heading: str) -> Finding:
    message = say("This line in bold is no heading: no section begins here")
    fix = Patch(span.path, span.start, span.end, heading)
    return Finding(code, severity, message, span, say("Write “{better}”.", better=heading), fix=(fix,))
