"""``[[References]]`` in texts: what they name, and whether they are whole."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from elzctl.body import Reference
from elzctl.checks.documents import Document
from elzctl.checks.links import without_code
from elzctl.checks.named import references_in_minutes
from elzctl.checks.names import Meant, Names
from elzctl.checks.texts import texts
from elzctl.finding import Finding, Severity
from elzctl.ids import ID
from elzctl.model import Plan
from elzctl.record import NamedTuple
from elzctl.sections import REFERENCE
from elzctl.source import Patch, Span
from elzctl.wording import say

# An opened reference as far as it goes: its id, its own words, and the brackets that close it.
_OPENED = r"\[\[(?!\[)[ \t]*(?P<id>[^\s\[\]|\0]*)(?P<words>\|[^\[\]\n\0]*)?(?:[ \t]*\]{1,2})?"
_LINKED = re.compile(r"\[\[[^\[\]\n]*\]\(")
_NUMBER = re.compile(r"[0-9]{1,3}(?:\.[0-9]{1,3})*\.?\Z")


class _Cited(NamedTuple):
    """A reference, and the id of the goal in whose text it stands."""

    reference: Reference
    about: str = ""


def unknown_reference(plan: Plan) -> Iterator[Finding]:
    """A ``[[reference]]`` names no action, goal, chapter or meeting, and nothing that was noted in one.

    A reference is the id of what it points at: the file name of an action, a chapter or a meeting without ``.md``, the
    ``id`` of a goal, or the id of a meeting with that of a decision, such as ``/B2``. It prints as a link with the
    number and the title of the day. A number between the brackets does not work: numbers change.

    Wrong::

        Zie [[3.3.6]].

    Right::

        Zie [[jonge-mantelzorgers]].
    """
    if not plan.strategic_goals:
        return  # the file of the goals is missing or broken, and that has been said
    known = plan.titles.keys() | plan.unread
    unknown = [
        cited
        for cited in _cited(plan)
        if cited.reference.id not in known and cited.reference.id.partition("/")[0] not in plan.unread
    ]
    # Who writes a title writes blanks; to look through all titles for anything else only takes time.
    titled = any(" " in cited.reference.id for cited in unknown)
    names = Names((name, (title,) if titled else ()) for name, (_, title) in plan.titles.items() if unknown)
    numbers = ids_by_number(plan) if any(_NUMBER.match(cited.reference.id) for cited in unknown) else {}
    for reference, about in unknown:
        message = say("“{name}” is no action, goal, chapter or meeting", name=reference.id[:80])
        meant = _meant(plan, reference, names, numbers)
        hint = meant.hint or say("Between [[ and ]] goes the id of an action, a goal, a chapter or a meeting.")
        yield Finding("unknown-reference", Severity.ERROR, message, reference.span, hint, fix=meant.fix, about=about)


def broken_reference(plan: Plan) -> Iterator[Finding]:
    """A reference is begun and not finished, so that its brackets are printed.

    A reference is two brackets, an id and two brackets; behind the id may stand ``|`` and words of your own. In code,
    and behind a backslash, brackets are what they are.

    Wrong::

        Zie [[digitalisering], [[|onze actie]] en [[kindreflex.

    Right::

        Zie [[digitalisering]], [[digitalisering|onze actie]] en [[kindreflex]].
    """
    for document in texts(plan).having("[["):
        for match in _broken(document):
            message = say("“{text}” is no whole reference, and is printed as it is typed", text=match[0][:80])
            name = match["id"].rstrip(".,;:!?")
            fix: tuple[Patch, ...] = ()
            hint = say("Write [[id]] or [[id|own words]], with the id of an action, a goal or a chapter.")
            if name in plan.titles and ID.match(name):
                hint = say("Write [[{id}]].", id=name)
                if not (match["words"] or "")[1:].strip() and match["id"] == name:
                    fix = document.patch(*match.span(), f"[[{name}]]")
            yield document.finding("broken-reference", Severity.WARNING, message, match.span(), hint, fix=fix)


def _broken(document: Document) -> Iterator[re.Match[str]]:
    """What begins as a reference and is none; not a link in brackets, such as ``[[words](https://…)]``."""
    text = without_code(document.text)
    for match in re.finditer(_OPENED, text):
        # The reference is looked for in the text itself: its own words may hold code.
        whole = REFERENCE.match(document.text, match.start())
        if whole is not None and "\0" not in whole[0] and whole[1].strip():
            continue
        if text[match.start() - 1 : match.start()] != "\\" and not _LINKED.match(text, match.start()):
            yield match


def ids_by_number(plan: Plan) -> Mapping[str, tuple[str, ...]]:
    """What has which number today; more than one id when a number is used twice.  What cannot be an id is left out."""
    found: dict[str, tuple[str, ...]] = {}
    for name, (number, _) in plan.titles.items():
        if number and ID.match(name):
            found[number] = (*found.get(number, ()), name)
    return found


def _cited(plan: Plan) -> Iterator[_Cited]:
    for action in plan.actions:
        for reference in action.body.references:
            yield _Cited(reference)
    for goal in plan.all_goals:
        for reference in goal.references:
            yield _Cited(reference, goal.id)
    for chapter in plan.chapters:
        for reference in chapter.references:
            yield _Cited(reference)
    for reference in references_in_minutes(plan):
        yield _Cited(reference)


def _meant(plan: Plan, reference: Reference, names: Names, numbers: Mapping[str, tuple[str, ...]]) -> Meant:
    place = _id_place(reference)
    if _NUMBER.match(reference.id):
        number = reference.id.rstrip(".")
        owners = numbers.get(number, ())
        if len(owners) != 1:
            return Meant(say("Write an id instead of a number; no one thing has the number {number}.", number=number))
        title = plan.titles[owners[0]][1]
        fix = () if place is None else (Patch(place.path, place.start, place.end, owners[0]),)
        return Meant(say("Write [[{id}]]: today {number} is “{title}”.", id=owners[0], number=number, title=title), fix)
    if reference.id in plan.actors:
        return Meant(say("“{name}” is an actor: write its name without brackets.", name=reference.id))
    return names.meant(reference.id, place)


def _id_place(reference: Reference) -> Span | None:
    """Where the id stands between the brackets; ``None`` when only the whole text around the reference is known."""
    path, line, column, start, end = reference.span
    typed = len(reference.id) + len("[[]]") + (len(reference.label) + 1 if reference.label else 0)
    if end - start != typed:
        return None
    return Span(path, line, column + 2, start + 2, start + 2 + len(reference.id))
