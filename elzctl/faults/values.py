"""What can be wrong with keys, values and headings.  One function a code; its docstring is the page that ``elzctl explain CODE`` prints."""

from __future__ import annotations

from elzctl.finding import Finding, Severity
from elzctl.source import Patch, Span
from elzctl.wording import Message, say

ERROR, WARNING = Severity.ERROR, Severity.WARNING


def _nearest(name: str, known: tuple[str, ...]) -> str | None:
    from difflib import get_close_matches

    found = get_close_matches(name[:64].lower(), known, 1, 0.6)
    return found[0] if found else None


def suggest(name: str, known: tuple[str, ...]) -> Message | None:
    """The hint "did you mean …", when a known name is near."""
    near = _nearest(name, known)
    return say("Did you mean “{near}”?", near=near) if near else None


def unknown_key(span: Span, key: str, known: tuple[str, ...], *, cut: bool = False) -> Finding:
    """A key that elzctl does not know.

    It is likely a typing error; what stands behind it would be in no document.

    Wrong::

        titel: Mantelzorg

    Right::

        title: Mantelzorg
    """
    odd = next((c for c in key if not (c.isascii() and c.isprintable())), None)
    if odd is not None:
        message = say("Unknown key “{key}”: it holds the character U+{code}", key=key, code=f"{ord(odd):04X}")
    else:
        message = say("Unknown key “{key}”", key=key)
    if cut:
        hint = say(
            'Between { and } a comma ends a value. Put a value with a comma in it between quotes, such as "2,5".'
        )
        return Finding("unknown-key", ERROR, message, span, hint)
    plain = "".join(c for c in key if c.isascii() and c.isprintable()).strip()
    near = DUTCH_KEYS.get(plain.lower()) or _nearest(plain, known)
    hint = say("Did you mean “{near}”?", near=near) if near else say("Known here: {keys}.", keys=", ".join(known))
    return Finding("unknown-key", ERROR, message, span, hint)


DUTCH_KEYS = {
    "actoren": "actors",
    "aanvaard": "accepted",
    "begin": "start",
    "beslissing": "decision",
    "besluit": "decision",
    "deadline": "due",
    "doelgroep": "target_groups",
    "doelgroepen": "target_groups",
    "einde": "due",
    "evaluatie": "indicators",
    "indicatoren": "indicators",
    "jaar": "year",
    "naam": "name",
    "nummer": "number",
    "partner": "partners",
    "reden": "reason",
    "rol": "role",
    "stappen": "steps",
    "thema": "themes",
    "themas": "themes",
    "titel": "title",
    "trekker": "lead",
    "trekkers": "lead",
    "voorwaarde": "condition",
    "wat": "what",
}


def missing_key(span: Span, key: str, example: str) -> Finding:
    """A key that cannot be left out is not there.

    An action needs a number, a title and a status.

    Wrong::

        ---
        number: 3.3.6
        ---

    Right::

        ---
        number: 3.3.6
        title: Mantelzorg zichtbaar maken
        status: running
        ---
    """
    hint = say("Add a line such as “{example}”.", example=example)
    return Finding("missing-key", ERROR, say("“{key}” is missing", key=key), span, hint)


def wrong_value(span: Span, message: Message, hint: Message | None = None, fix: tuple[Patch, ...] = ()) -> Finding:
    """A value does not have the form that its key asks for.

    Wrong::

        status: bezig
        partners: caw

    Right::

        status: running
        partners: [caw]
    """
    return Finding("wrong-value", ERROR, message, span, hint, fix=fix)


def bad_date(span: Span, message: Message, hint: Message | None, fix: tuple[Patch, ...] = ()) -> Finding:
    """A date does not exist, or elzctl cannot read it.

    Dates may be as vague as they are: ``2025``, ``voorjaar 2025``, ``eind maart 2025``, ``9 oktober 2025``,
    ``schooljaar 2025-2026``. The manual has the table of what each word spans.

    Wrong::

        due: 31 februari 2025

    Right::

        due: eind februari 2025
    """
    return Finding("bad-date", ERROR, message, span, hint, fix=fix)


def turned_range(span: Span, message: Message, hint: Message | None) -> Finding:
    """A stretch of time ends before it begins.

    Wrong::

        period: 2029-2024

    Right::

        period: 2024-2029
    """
    return Finding("turned-range", ERROR, message, span, hint)


def unknown_section(span: Span, title: str, near: str | None, better: str = "", fix: tuple[Patch, ...] = ()) -> Finding:
    """A heading is none of the headings of a fiche.

    Known are Waarom? Voor wie? Wat? (with Wat doen we wel? and Wat doen we niet?) Met wie? Hoe? Evaluatie, in
    Dutch or English, in any order. What stands under another heading is printed with the section before it.
    Between the marks and the words of a heading stands a blank; without it the line is printed as text.

    Wrong::

        ## Waaraom?

    Right::

        ## Waarom?
    """
    message = say("“{title}” is not a heading of a fiche", title=title)
    hint = say("Did you mean “{near}”?", near=near) if near else say("Use ### for a heading of your own.")
    if better:
        message = say("“{title}” is text and not a heading: a blank is missing behind the “#”", title=title)
        hint = say("Write: {line}", line=better)
    return Finding("unknown-section", WARNING, message, span, hint, fix=fix)


def repeated_section(span: Span, title: str, first: Span) -> Finding:
    """A heading of the fiche stands twice.

    Wrong::

        ## Waarom?
        ## Waarom?

    Right::

        ## Waarom?
        ## Voor wie?
    """
    message = say(
        "The section “{title}” stands here a second time; the first is on line {line}", title=title, line=first.line
    )
    return Finding(
        "repeated-section", WARNING, message, span, say("Put the two together."), ((say("the first"), first),)
    )
