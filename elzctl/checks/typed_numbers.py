"""Numbers of actions and goals that are typed in running text, where a ``[[reference]]`` should stand."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from elzctl.checks.documents import Document
from elzctl.checks.references import ids_by_number
from elzctl.checks.texts import texts
from elzctl.finding import Finding, Severity
from elzctl.model import Plan
from elzctl.record import NamedTuple
from elzctl.source import Patch
from elzctl.terms import Tongue
from elzctl.wording import say

# Cheap signs that a text may hold one: these run over every word of the plan.  A rare sign is a "?" there.
_DOTTED = re.compile(r"\.[0-9]")
_SHORT = re.compile(r"D['?]?s?[\s?][0-9]")
_FULL = {
    Tongue.NL: re.compile(r"oelstelling(?:en)?[\s?][0-9]"),
    Tongue.EN: re.compile(r"goals?[\s?][0-9]"),
}

# What makes "2" or "3.5" an amount and "1.10.2025" a date.
_NOT_AMOUNT = (
    r"(?![\w%°€]|[.,:/–-]?[0-9]|\s?(?:[%‰€°]|(?:euro|procent|percent|miljoen|million|duizend|keer|maal|times|uur|uren"
    r"|hours?|dag|dagen|days?|week|weken|weeks|maand|maanden|months?|kwartaal|jaar|jaren|years?|x)\b))"
)
_NUMBER = rf"(?P<number>[0-9]{{1,2}}(?:\.[0-9]{{1,2}}){{0,2}}{_NOT_AMOUNT})"
_FIRST = rf"\s{_NUMBER}"
_NEXT = rf"(?:\s*[,/&]\s*|\s+(?:en|of|and|or|tot|t/m)\s+){_NUMBER}"
# The word before a number, with at most one line break between the two.
_WORD = (
    r"(?<![\w\[/])(?P<word>(?i:"
    r"(?P<action>(?:actie)?fiches?|acties?|actions?)|(?P<see>zie(?:\s+ook)?|see(?:\s+also)?)"
    r"|(?P<strategic>strategische\s+doelstelling(?:en)?|strategic\s+goals?)"
    r"|(?P<goal>operationele\s+doelstelling(?:en)?|operational\s+goals?)"
    r"|(?P<any>doelstelling(?:en)?|goals?))|(?P<sd>SD['’]?s?)|(?P<od>OD['’]?s?))"
    r"(?:\s+(?:nr\.?|nummer|number))?[^\S\n]*\n?[^\S\n]*\Z"
)
_REACH = 48

# How many parts the number after each word may have.
_PARTS: Mapping[str, tuple[int, ...]] = {
    "action": (3,),
    "see": (3,),
    "goal": (2, 3),
    "od": (2, 3),
    "strategic": (1, 2, 3),
    "sd": (1, 2, 3),
    "any": (1, 2, 3),
}


class _Typed(NamedTuple):
    """A number in a text, and where its word begins; not *sure* when it may be the number of something else."""

    number: str
    start: int
    at: int
    end: int
    sure: bool = True


def number_as_reference(plan: Plan) -> Iterator[Finding]:
    """A number is typed where a reference should stand.

    Numbers change: what is 3.3.5 today was 3.3.6 last year, and the text still says the old one. A reference in
    double brackets is an id, which never changes, and prints as a link with the number and the title of the day.

    Wrong::

        Jonge mantelzorgers krijgen extra aandacht, zie actie 3.3.5.

    Right::

        Jonge mantelzorgers krijgen extra aandacht, zie actie [[jonge-mantelzorgers]].
    """
    full = _FULL[plan.settings.language]
    numbers: Mapping[str, tuple[str, ...]] | None = None
    for document in texts(plan).matching(_DOTTED, _SHORT, full):
        for typed in _typed_in(document) if not document.is_minutes else ():
            numbers = ids_by_number(plan) if numbers is None else numbers
            owners = numbers.get(typed.number, ())
            if owners or typed.sure:
                yield _finding(plan, document, typed, owners)


def _finding(plan: Plan, document: Document, typed: _Typed, owners: tuple[str, ...]) -> Finding:
    text = document.text
    message = say("“{words}” is a number typed as a reference", words=" ".join(text[typed.start : typed.end].split()))
    fix: tuple[Patch, ...] = ()
    if len(owners) == 1:
        title = plan.titles[owners[0]][1]
        hint = say("Write [[{id}]]: today {number} is “{title}”.", id=owners[0], number=typed.number, title=title)
        # In the data it may stand between { }, where a bare [ would break the line.
        if document.is_body(typed.at) and not _in_link(text, typed.at):
            fix = document.patch(typed.at, typed.end, f"[[{owners[0]}]]")
    elif owners:
        hint = say("Write [[id]] with the id that is meant; {number} is used more than once.", number=typed.number)
    else:
        hint = say(
            "Write [[id]] with the id that is meant; nothing has the number {number} today.", number=typed.number
        )
    where = (typed.start, typed.end)
    return document.finding("number-as-reference", Severity.WARNING, message, where, hint, fix=fix)


def _typed_in(document: Document) -> Iterator[_Typed]:
    """Every number that stands for an action or goal; none in code, addresses and references."""
    text = document.prose
    # Made here and not above: most plans hold no such number, and making them takes milliseconds.
    for match in re.finditer(_FIRST, text):
        word = re.compile(_WORD).search(text, max(0, match.start() - _REACH), match.start("number"))
        if word is None or _in_reference(document.text, word.start()):
            continue
        parts = match["number"].count(".") + 1
        kind = next(name for name in _PARTS if word[name])
        if parts not in _PARTS[kind] or (parts == 1 and "\n" in word[0]):
            continue
        end = match.end()
        if re.match(_SOMEBODY_ELSES, text[end : end + 40]):
            continue
        sure = kind != "see" and (kind != "any" or parts > 1)
        yield _Typed(match["number"], word.start(), match.start("number"), end, sure)
        several = parts > 1 or word["word"].lower().endswith(("en", "s"))
        while several and (more := re.compile(_NEXT).match(text, end)) and more["number"].count(".") + 1 == parts:
            yield _Typed(more["number"], more.start("number"), more.start("number"), more.end())
            end = more.end()


# "doelstelling 1.2 van Gezonde Gemeente" is a number in the plan of somebody else.
_SOMEBODY_ELSES = r"\s+(?:van|uit|of|from)\s+(?:de\s+|het\s+|the\s+)?(?!ELZ\b|Eerstelijnszone\b)[A-Z]"


def _in_reference(text: str, place: int) -> bool:
    """Inside the own words of a reference: there the link is right, whatever the words are."""
    return text.rfind("[[", 0, place) > text.rfind("]]", 0, place)


def _in_link(text: str, place: int) -> bool:
    """Inside the words of a link: no other link can be put in there."""
    return text.rfind("[", 0, place) > text.rfind("]", 0, place)
