"""Words for what came of an import, that all its forms share."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType

from elzctl.intake.ledger import Certainty, Fate, Left, Placed
from elzctl.intake.outcome import Outcome, State
from elzctl.intake.paper import Make
from elzctl.render.words import PARTS
from elzctl.wording import Language, Message, say

MAKES: Mapping[Make, Message] = MappingProxyType(
    {
        Make.TEXT: say("text"),
        Make.DOCX: say("Word"),
        Make.PDF: say("PDF"),
        Make.HTML: say("web page"),
        Make.TABLE: say("table"),
    }
)
FATES: Mapping[Fate, Message] = MappingProxyType(
    {
        Fate.LEFT: say("left over"),
        Fate.FIELD: say("a field"),
        Fate.TEXT: say("running text"),
        Fate.HEADING: say("a heading"),
        Fate.PROMPT: say("a prompt of the form, left out"),
        Fate.RUNNING: say("the head or foot of a page, left out"),
        Fate.EMPTY: say("empty"),
    }
)
SURE: Mapping[Certainty, Message] = MappingProxyType(
    {
        Certainty.READ: say("read"),
        Certainty.GUESSED: say("guessed"),
        Certainty.UNCLEAR: say("not understood"),
    }
)
STATES: Mapping[State, Message] = MappingProxyType(
    {State.NEW: say("new"), State.CHANGED: say("changed"), State.SAME: say("as it was")}
)


NO_PLACE = say("Nothing shows where it belongs: put it in a text when readers need it, or leave it out.")
HIDDEN = "…"
"""Stands for words that the report does not repeat."""


_TEXTS: Mapping[str, Message] = MappingProxyType(
    {
        **{part.value: name for part, name in PARTS.items()},
        "intro": say("the beginning of the text"),
        "text": say("text"),
        "form": say("the form"),
        "actions": say("actions"),
        "timing": say("start and due"),
    }
)
"""What parts of a file are called for a person that are no keys of it."""


def named(field: str, language: Language) -> str:
    """A key of a file as it is written there, and any other part of it in words."""
    known = _TEXTS.get(field)
    return language(known) if known is not None else field


def place(placed: Placed, make: Make) -> Message:
    """Where a line stands in its document, for a person: Word counts no lines, but shows tables with their rows."""
    line = placed.line
    if line.page and line.number:
        return say("page {page}, line {line}", page=line.page, line=line.number)
    if line.page:
        return say("page {page}", page=line.page)
    if make is Make.DOCX and placed.cell is not None:
        return say("table {table}, row {row}", table=placed.cell.table, row=placed.cell.row)
    if make is Make.DOCX:
        return say("paragraph {line}", line=placed.paragraph or line.number)
    if make is Make.TABLE:
        return say("row {line}", line=line.number)
    return say("line {line}", line=line.number)


def places(lines: Sequence[int], placed: Sequence[Placed], make: Make, language: Language) -> str:
    """Where several lines stand: the first, and the last when it is another one."""
    found = [placed[index] for index in lines if 0 <= index < len(placed)]
    shown = list(dict.fromkeys(language(place(one, make)) for one in (found[0], found[-1]))) if found else []
    return " – ".join(shown)


def why(left: Left) -> Message:
    """Why words found no place, and what to do with them."""
    return left.reason if left.reason is not None else NO_PLACE


def counted(outcome: Outcome) -> Message:
    """How many fields were read, guessed and not understood, and how much is left over."""
    read, guessed, unclear = (outcome.count(one) for one in Certainty)
    return say(
        "Fields: {read} read, {guessed} guessed, {unclear} not understood; left over: {left}.",
        read=read,
        guessed=guessed,
        unclear=unclear,
        left=outcome.left,
    )


def shared(outcome: Outcome) -> Message:
    """How much found a place; of a document of which too little came no share is told that looks good."""
    placed, whole = outcome.share
    if outcome.collapses:
        return say(
            "Kept: {placed} of {whole} characters, most of them as running text and not in fields.",
            placed=placed,
            whole=whole,
        )
    share = percentage((placed, whole))
    return say("Placed: {placed} of {whole} characters ({share} %).", placed=placed, whole=whole, share=share)


def percentage(share: tuple[int, int]) -> str:
    """A share with one decimal, rounded down: 100 only when nothing is missing; "–" of nothing."""
    placed, whole = share
    if not whole:
        return "–"
    tenths = placed * 1000 // whole
    return f"{tenths // 10}.{tenths % 10}".removesuffix(".0")


def kinds(paths: Iterable[str]) -> dict[str, tuple[int, str]]:
    """How many files there are in each folder and the last of them, by the folder; those at the top by their own name."""
    found: dict[str, tuple[int, str]] = {}
    for path in paths:
        folder = path.rpartition("/")[0] or path
        found[folder] = found.get(folder, (0, ""))[0] + 1, path
    return found


_OF_DOCUMENT = frozenset({"words", "names"})
"""What messages call words of a document."""


def without_words(outcome: Outcome) -> Outcome:
    """The same without words of the documents: who reads the log of a program need not know who they name."""

    def told(message: Message) -> Message:
        return message._replace(args=tuple((key, HIDDEN if key in _OF_DOCUMENT else one) for key, one in message.args))

    documents = tuple(
        one._replace(
            remarks=one.remarks if one.make is Make.TABLE else tuple(map(told, one.remarks)),  # these name sheets
            account=one.account._replace(
                entries=tuple(entry._replace(words="", value="") for entry in one.account.entries),
                left=tuple(left._replace(words=HIDDEN) for left in one.account.left),
            ),
        )
        for one in outcome.documents
    )
    return outcome._replace(documents=documents, remarks=tuple(map(told, outcome.remarks)))
