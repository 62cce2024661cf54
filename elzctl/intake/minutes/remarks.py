"""What a person should know beside the account: names that were taken out, points that stood twice, what else is to be done."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from elzctl.clock import read as read_clock
from elzctl.intake.alike import spoken
from elzctl.intake.impossible import impossible
from elzctl.intake.ledger import Certainty, Entry, Fate, Ledger
from elzctl.intake.minutes.approved import approvals
from elzctl.intake.minutes.asides import unsaid
from elzctl.intake.minutes.doubted import doubted
from elzctl.intake.minutes.draft import Fact, Item, Person, Point, Prose, There
from elzctl.intake.minutes.head import Head
from elzctl.intake.minutes.names import Names
from elzctl.intake.minutes.own_details import kept
from elzctl.intake.minutes.quoted import Quoted
from elzctl.intake.minutes.series import Named
from elzctl.intake.minutes.untaken import untaken
from elzctl.intake.paper import Block
from elzctl.intake.who import Actors
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
        self._unowned: list[int] = []

    def secret(self, where: str, words: str, lines: Iterable[int]) -> None:
        """Words that go into the private notes alone."""
        self.private.append((where, words))
        self.ledger.field(Entry(self.notes_path, where, words, Certainty.READ, words, tuple(lines)))

    def beside(self, one: There, actors: Actors) -> str:
        """The id of an organisation of the list; what is said of it there, and has no field, is noted in private."""
        name = actors.ref(one.name)
        listed = {there.organisation for there in self.head.listed if isinstance(there, Person)}  # as it is typed
        known = (*actors.names.get(name, ()), *actors.new.get(name, ()))
        self._aside(one, "" if one.name in listed else unsaid(one.name, known))
        return name

    def absent(self, ones: Iterable[There]) -> None:
        """Those who were not there stand in the text."""
        for one in ones:
            self.ledger.put(one.lines, Fate.TEXT, self.path)
            self._aside(one)

    def _aside(self, one: There, said: str = "") -> None:
        """Keeps in private what is *said* of an organisation of the list, and its note."""
        words = "; ".join(filter(None, (said, one.note)))
        if words:
            house = re.split(r"\s*[(\[]", one.name)[0]
            self.secret(one.presence, f"{house} ({words})", one.lines)
            told = say("What the list says beside the names of organisations is in {path} only", path=self.notes_path)
            self.remarks += [told] if told not in self.remarks else []

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
                self.ledger.label(self.path, words, block.lines)

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
            self._unowned.append(number)
        elif any(one.text.startswith(("Wie: ook ", "Who: also ")) for one in point.under):
            self.remarks.append(
                say(
                    "Point {number} has owners that are no organisation of the document: they stand under it as numbers; their names are in {path}",
                    number=number,
                    path=self.notes_path,
                )
            )

    def others(self, items: Sequence[Item], twice: int, ahead: Mapping[str, Fact]) -> None:
        if self._unowned:
            self.remarks.append(
                say_count(
                    "Point {points} has no owner: the document names a person, whose name is in {path} only; write an organisation or a function",
                    "Points {points} have no owner: the document names people, whose names are in {path} only; write organisations or functions",
                    len(self._unowned),
                    points=", ".join(map(str, self._unowned)),
                    path=self.notes_path,
                )
            )
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
        left = None if self.cleaned.own else untaken(items, self.cleaned.directory, self.head.day, ahead)
        self.remarks += [one for one in (told, left) if one is not None]
        blocks = [block for item in items for block in _all(item)]
        self.remarks += approvals(blocks, self.head.day)
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
