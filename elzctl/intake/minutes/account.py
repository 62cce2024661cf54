"""The files of a meeting that was taken in, and where each line of its document went."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from elzctl.edit import scalar
from elzctl.intake import persons
from elzctl.intake.alike import spoken
from elzctl.intake.ledger import Certainty, Entry, Fate, Ledger
from elzctl.intake.minutes.apologies import by_source
from elzctl.intake.minutes.attendance import is_in_doubt
from elzctl.intake.minutes.doubted_names import doubt
from elzctl.intake.minutes.draft import Fact, Item, Noted, Person, Point, Prose, There, Under
from elzctl.intake.minutes.entries import blocks_of, entries
from elzctl.intake.minutes.file import attendance, body, front_matter, notes
from elzctl.intake.minutes.gaps import filled
from elzctl.intake.minutes.inferred import only_placed
from elzctl.intake.minutes.kept import kept
from elzctl.intake.minutes.own import STATES, ids_of, occasion
from elzctl.intake.minutes.own_followed import unknown_points
from elzctl.intake.minutes.people import is_organisation
from elzctl.intake.minutes.remarks import IN_DOUBT, Remarks
from elzctl.intake.minutes.words import THERE, label_kind
from elzctl.intake.paper import Block, Make
from elzctl.intake.taken import Taken
from elzctl.load import ACTORS, MEETINGS, PRIVATE, SERIES
from elzctl.traces import URL, without_trackers
from elzctl.wording import Message, say

if TYPE_CHECKING:
    from elzctl.intake.minutes.head import Head
    from elzctl.intake.minutes.names import Names
    from elzctl.intake.minutes.series import Named
    from elzctl.intake.minutes.state import State
    from elzctl.intake.minutes.who import Directory

_LONGEST = 300  # characters of lines that are given whole with a value
_COMMITS = say("The agreement begins with these names, which are new: they commit themselves")
_IN_LIST = frozenset({"absent", "chair", "scribe", "guests", "sent"})  # of people, who stay private
_NOTED = {"B": "decisions", "S": "signals", "A": "agreements", "E": "events"}


class Accounting:
    """Makes the files, and tells of every line where it went."""

    def __init__(self, ledger: Ledger, taking: State, named: Named, names: Names) -> None:
        """*names* cleans what may be published."""
        self.ledger, self.taking = ledger, taking
        self.head: Head = taking.head
        self.named = named
        self.names = names
        self.printed = taking.printed
        linked = taking.printed.linked  # what looks like our invitation may be typed: its names are looked at too
        self._public = (lambda block: names.clean(linked(block))) if taking.own else names.clean
        self.path = f"{MEETINGS}/{named.id}.md"
        self.list_path = f"{PRIVATE}/deelnemers-{named.id}.csv"
        self.notes_path = f"{PRIVATE}/verslag-{named.id}.md"
        self.remarks = Remarks(ledger, self.head, named, names, self.path, self.notes_path)
        self.quoted = self.remarks.quoted
        self.remarks.remarks += taking.paper.remarks

    def taken(self, items: Sequence[Item], ahead: Mapping[str, Fact], directory: Directory, twice: int) -> Taken:
        """Everything."""
        people = [one for one in self.head.listed if isinstance(one, Person)]
        facts = self._facts(ahead, directory)
        present, excused = self._organisations()
        clean = [self._clean(item) for item in items]
        self._text(clean)
        for part, blocks in (("mail", self.taking.mail.heads), ("closing", self.taking.mail.closing)):
            for block in blocks:
                self.remarks.secret(part, block.text, block.lines)
        self.remarks.names()
        self.remarks.others(clean, twice, ahead)
        was = [occasion(one.value) for one in self.head.was]
        for one in self.head.was:
            self._entry("was", one)
        head = front_matter(facts, present, excused, was, self.taking.attachments)
        files = {self.path: f"{head}\n{self._words(clean)}"}
        if self.named.is_new:
            files[SERIES] = f"{self.named.series}:\n  name: {scalar(self.named.title)}\n"
        if self.taking.actors.new:
            files[ACTORS] = self.taking.actors.yaml(new=True)
        if people:
            files[self.list_path] = attendance(people)
        files |= self._private()
        return Taken(files, self.ledger.closed(), tuple(self.remarks.remarks))

    def _words(self, items: Sequence[Item]) -> str:
        """The agenda with what was noted; what the file of the meeting says already, as it is written there."""
        text = self.printed.shown(body(items, dutch=self.taking.dutch))
        there = self.taking.plan.meetings_by_id.get(self.named.id)
        if there is not None and self.taking.invited is not None and self.remarks.is_held(there):
            return there.minutes.prose.text.lstrip("\n")
        if there is not None:
            return kept(text, there.minutes.prose.text, self._read)
        whole = filled(text, items, dutch=self.taking.dutch)
        self.remarks.left_out(whole.missing)
        return whole.text

    def _read(self, markdown: str) -> str:
        """What is printed of Markdown; a PDF does not tell the hyphens of words from those at the ends of its lines."""
        said = spoken(self.printed.words(markdown))
        return said.replace("-", "") if self.ledger.paper.make is Make.PDF else said

    # The data

    def _facts(self, ahead: Mapping[str, Fact], directory: Directory) -> dict[str, Fact]:
        head = dict(self.head.facts)
        lines = tuple(line for block in self.named.blocks for line in block.lines)
        words = " ".join(block.text for block in self.named.blocks)
        reason = self.named.reason
        sure = Certainty.READ if reason is None else Certainty.GUESSED
        facts = {"title": Fact(self.named.title, lines, sure, words, reason), "series": self._series(lines, words)}
        facts |= {
            key: head[key]
            for key in ("date", "start", "end", "location", "last", "no_action_points", "reason")
            if key in head
        }
        facts["state"] = self._state(head.get("state"))
        if "speaker" in head:
            facts |= self._speaker("speaker", head["speaker"], directory)
        self._odd(ahead["date"].reason if "date" in ahead else None)
        for key, fact in ahead.items():
            facts |= self._speaker("next.speaker", fact, directory) if key == "speaker" else {f"next.{key}": fact}
        self.remarks.in_order(facts, "start", "end")
        self.remarks.in_order(facts, "next.start", "next.end")
        for key in ("location", "next.location"):
            if key in facts:
                place = re.sub(URL, lambda found: without_trackers(found[0])[0], facts[key].value)
                facts[key] = facts[key]._replace(value=self.names.text(place, facts[key].lines))
        for key, fact in facts.items():
            self._entry(key, fact)
        return facts

    def _entry(self, key: str, fact: Fact) -> None:
        whole = self.quoted.words(fact.lines, fact.words)
        words = fact.words if key.startswith("next.") or len(whole) > _LONGEST else whole or fact.words
        self.ledger.field(Entry(self.path, key, fact.value, fact.certainty, words, fact.lines, fact.reason))

    def _series(self, lines: tuple[int, ...], words: str) -> Fact:
        if self.named.given:
            return Fact(self.named.series, lines, Certainty.READ, words)
        reason = (
            say("The plan has no such series: it is new") if self.named.is_new else say("The series with this name")
        )
        return Fact(self.named.series, lines, Certainty.GUESSED, words, reason)

    def _state(self, told: Fact | None) -> Fact:
        """The state that elzctl printed itself; otherwise a draft, until somebody has read it."""
        word = next((STATES[one] for one in STATES if told is not None and told.value.lower().startswith(one)), "")
        if told is not None and word and self.taking.own:
            if word != "approved":
                return told._replace(value=word)
            reason = say("It was approved: “elzctl approve” notes that again")
            return told._replace(value="review", certainty=Certainty.GUESSED, reason=reason)
        reason = say("What was taken in is a draft until somebody has read it")
        return Fact("draft", told.lines if told else (), Certainty.GUESSED, told.words if told else "", reason)

    def _speaker(self, key: str, fact: Fact, directory: Directory) -> dict[str, Fact]:
        """Who presents its work: an organisation; a person stays private."""
        who = ids_of(fact.value, self.taking.actors) if self.taking.own else ()
        if not who and not directory.is_person(fact.value) and not persons.may_be_person(fact.value):
            shown = self.taking.actors.find(fact.value) is not None or persons.shows_organisation(fact.value)
            name = self.taking.actors.ref(fact.value)
            who = (name,) if name else ()
            if not shown:
                fact = fact._replace(certainty=Certainty.GUESSED, reason=fact.reason or only_placed([fact.value]))
        if who:
            return {key: fact._replace(value=who[0])}
        self.remarks.secret(key, fact.value, fact.lines)
        return {}

    def _organisations(self) -> tuple[list[str], list[str]]:
        """Who was there and who sent word, as ids; who did both was there."""
        found: dict[str, dict[str, list[tuple[int, ...]]]] = {"present": {}, "excused": {}}
        absent: list[There] = []
        for one in self.head.listed:
            if isinstance(one, Person):
                self._person(one)
            elif one.presence == "absent":
                absent.append(one)
            elif one.presence in THERE:
                key = "excused" if one.presence == "excused" else "present"
                name = self._actor(one)
                if name:
                    found[key].setdefault(name, []).append(one.lines)
        for key, fact in self.head.own_names.items():
            for name in ids_of(fact.value, self.taking.actors):
                found[key].setdefault(name, []).append(fact.lines)
        present = list(found["present"])
        excused = [name for name in found["excused"] if name not in found["present"]]
        for key, names in (("present", present), ("excused", excused)):
            for some, lines, said in by_source(names, found[key], self.head.told):
                words = self.quoted.words(lines)
                listed, actors = () if self.taking.own else self.head.listed, self.taking.actors
                reason = said or doubt(listed, excused=key == "excused", actors=actors, quoted=self.quoted)
                sure = Certainty.READ if reason is None else Certainty.GUESSED
                self.ledger.field(Entry(self.path, key, ", ".join(some), sure, words, lines, reason))
        self.remarks.absent(absent)
        named = {line for one in self.head.listed for line in one.lines}
        for lines, about in self.head.used:
            where = f"{self.list_path}#aanwezigheid" if about in _IN_LIST else f"{self.path}#{about}"
            self.ledger.put(lines, Fate.FIELD if named.intersection(lines) else Fate.HEADING, where)
            words = self.quoted.words(lines)
            if words and not named.intersection(lines):
                self.ledger.field(Entry(self.path, about, "", Certainty.READ, words, lines))
        return present, excused

    def _actor(self, one: There) -> str:
        if not is_organisation(one.name, self.taking.actors):
            self.remarks.secret(one.presence, one.name, one.lines)
            return ""
        return self.remarks.beside(one, self.taking.actors)

    def _person(self, one: Person) -> None:
        sent = self.head.told.get(min(one.lines, default=-1)) if one.presence == "present" else None
        sure, reason = (Certainty.GUESSED, sent or IN_DOUBT) if sent or is_in_doubt(one) else (Certainty.READ, None)
        words = self.quoted.words(one.lines, one.name) if one.presence in ("chair", "scribe") else one.name
        self.ledger.field(Entry(self.list_path, "naam", one.name, sure, words, one.lines, reason))

    # The text

    def _clean(self, item: Item) -> Item:
        title = self._public(item.title) if item.title is not None else None
        for block in blocks_of(item) if self.taking.own else ():
            for first, last, id_ in self.printed.found(block.text):
                self.ledger.field(
                    Entry(self.path, "text", f"[[{id_}]]", Certainty.READ, block.text[first:last], block.lines)
                )
        return item._replace(title=title, pieces=tuple(self._cleaned(piece) for piece in item.pieces))

    def _cleaned(self, piece: Prose | Point | Noted) -> Prose | Point | Noted:
        if isinstance(piece, Prose):
            return Prose(tuple(map(self._public, piece.blocks)))
        words = self._public(piece.words)
        if isinstance(piece, Point):
            return piece._replace(words=words, under=self._lines(piece.under, piece.lines))
        if self.taking.own and piece.kind == "A" and not piece.who:
            known = len(self.taking.actors.new)
            words = self.printed.committed(words, self.taking.actors)
            piece = piece._replace(reason=_COMMITS) if len(self.taking.actors.new) > known else piece
        return piece._replace(words=words, steps=self._lines(piece.steps, piece.lines))

    def _lines(self, under: Sequence[Under], lines: tuple[int, ...]) -> tuple[Under, ...]:
        return tuple(one._replace(text=self._public(Block(one.text, lines)).text) for one in under)

    def _text(self, items: Sequence[Item]) -> None:
        """Where each line of the agenda and its text went."""
        counts: dict[str, int] = {}
        first = 0 if items and items[0].title is None else 1  # the text above the first one has no number
        for number, item in enumerate(items, first):
            where = f"{self.path}#{item.number or number}" if item.title is not None else self.path
            if item.title is not None:
                self.ledger.put(item.title.lines, Fate.HEADING, where)
                title = self.printed.shown(item.title.text)
                sure = Certainty.READ if item.reason is None else Certainty.GUESSED
                if item.number is not None or label_kind(title) not in ("actions", "decisions", "next", "attachments"):
                    self._entry(f"items[{number}]", Fact(title, item.title.lines, sure, title, item.reason))
            for piece in item.pieces:
                if isinstance(piece, Prose):
                    for block in piece.blocks:
                        self.ledger.put(block.lines, Fate.HEADING if block.level else Fate.TEXT, where)
                else:
                    key = "points" if isinstance(piece, Point) else _NOTED[piece.kind]
                    counts[key] = counts.get(key, 0) + 1
                    self._noted(piece, f"{key}[{counts[key]}]", counts[key])
        self.remarks.headings((*self.taking.headings, *self.named.blocks), items)
        for words, lines in self.taking.labels:
            self.ledger.label(self.path, words, lines)
        self.ledger.put((*self.taking.prompts, *self.head.prompts), Fate.PROMPT)
        for words, lines, reason in self.taking.unclear:
            self.ledger.field(Entry(self.path, "text", "", Certainty.UNCLEAR, words, lines, reason))
        for one in unknown_points(self.taking) if self.taking.own else ():
            self.ledger.left(*one)

    def _noted(self, piece: Point | Noted, key: str, number: int) -> None:
        letter = piece.kind if isinstance(piece, Noted) else ""
        for entry in entries(piece, self.path, key, self.quoted, self.printed):
            self._odd(entry.reason)
            self.ledger.field(entry)
        for name in piece.people:
            self.remarks.secret(f"{self.named.id}/{letter}{number}", name, piece.lines)
        if isinstance(piece, Point):
            self.remarks.owners(piece, number)

    def _odd(self, reason: Message | None) -> None:
        """Tells of a day of the week that does not fit."""
        if reason is not None and {"day", "date"} <= dict(reason.args).keys() and reason not in self.remarks.remarks:
            self.remarks.remarks.append(reason)

    def _private(self) -> dict[str, str]:
        if not self.remarks.private:
            return {}
        heading = "Niet openbaar" if self.taking.dutch else "Not public"
        title = f"{self.named.title}, {self.head.facts['date'].value}"
        return {self.notes_path: notes(title, [(heading, list(dict.fromkeys(self.remarks.private)))])}
