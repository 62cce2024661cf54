"""What a person should know beside the account: names that were taken out, points that stood twice, what else is to be done."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from elzctl.clock import read as read_clock
from elzctl.intake.alike import spoken
from elzctl.intake.impossible import impossible
from elzctl.intake.ledger import Certainty, Entry, Fate, Ledger
from elzctl.intake.minutes.doubted import doubted
from elzctl.intake.minutes.draft import Fact, Item, Point, Prose
from elzctl.intake.minutes.head import Head
from elzctl.intake.minutes.names import Names
from elzctl.intake.minutes.own_details import kept
from elzctl.intake.minutes.quoted import Quoted
from elzctl.intake.minutes.series import Named
from elzctl.intake.minutes.words import APPROVES
from elzctl.intake.paper import Block
from elzctl.meeting import Meeting
from elzctl.terms import MeetingState
from elzctl.wording import Message, say, say_count

IN_DOUBT = say(
    "It may be the name of a person, and stays private. Is it an organisation? Give it a line in plan/actors.yaml, and import again."
)

OF_PERSON = say("The document names a person here: this is who that person was there for.")

_MOST_TOLD = 3


class Remarks:
    """Gathers what to tell about one meeting."""

    def __init__(self, ledger: Ledger, head: Head, named: Named, names: Names, path: str, notes_path: str) -> None:
        """*path* is the file of the meeting, *notes_path* that of the private notes."""
        self.ledger = ledger
        self.quoted = Quoted(ledger.paper)
        self.head = head
        self.named = named
        self.cleaned = names
        self.path = path
        self.notes_path = notes_path
        self.remarks: list[Message] = []
        self.private: list[tuple[str, str]] = []

    def secret(self, where: str, words: str, lines: Iterable[int]) -> None:
        """Words that go into the private notes alone."""
        self.private.append((where, words))
        self.ledger.field(Entry(self.notes_path, where, words, Certainty.READ, words, tuple(lines)))

    def left_out(self, numbers: Sequence[str]) -> None:
        """Numbers that the document does not have between the others."""
        if numbers:
            self.remarks.append(
                say_count(
                    "One number is not in the document ({numbers}): a line in an internal part keeps it",
                    "{count} numbers are not in the document ({numbers}): lines in internal parts keep them",
                    len(numbers),
                    numbers=", ".join(numbers),
                )
            )

    def is_held(self, meeting: Meeting) -> bool:
        """True for a meeting that has minutes, or does not take place: an invitation changes nothing in its text, which is told."""
        held = meeting.state not in (MeetingState.PLANNED, None)
        if held:
            self.remarks.append(
                say("The meeting was held: the agenda of its invitation changes nothing in the minutes")
            )
        return held

    def in_order(self, facts: dict[str, Fact], start: str, end: str) -> None:
        """An end that is not after the beginning is told and left out."""
        first = read_clock(facts[start].value) if start in facts else None
        last = read_clock(facts[end].value) if end in facts else None
        if first is not None and last is not None and last <= first:
            fact = facts.pop(end)
            self.ledger.left(fact.words, fact.lines, say("It would end before it begins"))

    def headings(self, blocks: Iterable[Block], items: Sequence[Item]) -> None:
        """Headings that say what something is: the words of one that stands nowhere else are told."""
        written = {spoken(item.title.text) for item in items if item.title is not None} | {spoken(self.named.title)}
        for block in blocks:
            self.ledger.put(block.lines, Fate.HEADING, self.path)
            if spoken(block.text) not in written and block not in self.named.blocks:
                words = self.quoted.words(block.lines, block.text)
                self.ledger.field(Entry(self.path, "label", "", Certainty.READ, words, block.lines))

    def names(self) -> None:
        """What was changed in the text, what was hidden, and which names still stand in it."""
        given = say("A person: the document itself gives these words for the name")
        unknown = say(
            "A person: write the organisation or the function instead; the name is in {path}", path=self.notes_path
        )
        changed, left = self.cleaned.changed, self.cleaned.unnamed
        for ones, certainty, reason in ((changed, Certainty.GUESSED, given), (left, Certainty.UNCLEAR, unknown)):
            gathered: dict[tuple[str, str], list[int]] = {}
            for one in ones:
                gathered.setdefault((one.words, one.value), []).extend(one.lines)
            for (words, value), lines in gathered.items():
                once = tuple(dict.fromkeys(lines))
                self.ledger.field(Entry(self.path, "text", value, certainty, words, once, reason))
                self.private.append((value, words))
        for one in self.cleaned.hidden:
            self.secret("text", one.words, one.lines)
        if changed:
            self.remarks.append(
                say_count(
                    "One name of a person made way for a function that the document gives",
                    "{count} names of people made way for functions that the document gives",
                    len({one.words for one in changed}),
                )
            )
        if left:
            self.remarks.append(
                say_count(
                    "A number stands for the name of one person; write an organisation or function there before you publish it",
                    "Numbers stand for the names of {count} people; write organisations or functions there before you publish it",
                    len(self.cleaned.numbers.given),
                )
            )
        if self.cleaned.hidden:
            self.remarks.append(say("Addresses and telephone numbers are in {path} only", path=self.notes_path))
        told = self.cleaned.undecided(self.ledger.paper)
        if told is not None:
            self.remarks.append(told)

    def owners(self, point: Point, number: int) -> None:
        """That people do a point, whose names stand nowhere public."""
        if not point.owners and point.people:
            self.remarks.append(
                say(
                    "Point {number} has no owner: the document names a person, whose name is in {path} only; write an organisation or a function",
                    number=number,
                    path=self.notes_path,
                )
            )
        elif any(one.text.startswith(("Wie: ook ", "Who: also ")) for one in point.under):
            self.remarks.append(
                say(
                    "Point {number} has owners that are no organisation of the document: they stand under it as numbers; their names are in {path}",
                    number=number,
                    path=self.notes_path,
                )
            )

    def others(self, items: Sequence[Item], twice: int) -> None:
        for words in dict.fromkeys(day for block in self.ledger.paper.blocks for day in impossible(block.text)):
            self.remarks.append(
                say("“{words}” is no day of the calendar; it stands in the text as it was", words=words)
            )
        for message, lines in self.head.odd:
            self.remarks.append(message)
            self.ledger.put(lines, Fate.FIELD, f"{self.path}#date")
        if twice:
            self.remarks.append(
                say_count(
                    "One point stands twice in the document; it is noted once",
                    "{count} points stand twice in the document; they are noted once",
                    twice,
                )
            )
        told = _untold(items) if self.cleaned.own else doubted(items, self.cleaned.directory, self.head.day)
        self.remarks += [] if told is None else [told]
        blocks = [block for item in items for block in _all(item)]
        if any(re.search(rf"(?i){APPROVES}", block.text) for block in blocks):
            self.remarks.append(
                say("Earlier minutes were approved here: note it in their own file, with “elzctl approve” or by hand")
            )
        if any(
            re.search(r"(?i)\b(?:bijlagen?|in bijlage|attachments?|annex(?:es)?)\b", block.text) for block in blocks
        ):
            self.remarks.append(
                say(
                    "The document speaks of attachments: put the files in meetings/attachments and name them under “attachments”"
                )
            )
        if self.named.is_new:
            self.remarks.append(
                say("The series “{name}” is new; use --series when it is one that you have", name=self.named.series)
            )


def _untold(items: Sequence[Item]) -> Message | None:
    lines = kept(items)
    if not lines:
        return None
    words = "; ".join((*lines[:_MOST_TOLD], *(["…"] if len(lines) > _MOST_TOLD else [])))
    return say(
        "The plan does not have these target groups, themes or actions: they stand as text under what was noted ({words})",
        words=words,
    )


def _all(item: Item) -> Iterable[Block]:
    for piece in item.pieces:
        if isinstance(piece, Prose):
            yield from piece.blocks
        else:
            yield piece.words
