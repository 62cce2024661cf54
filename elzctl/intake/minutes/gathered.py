"""The data of a meeting as they gather: each value once, with the lines that it stood in; what does not fit is kept."""

from __future__ import annotations

from datetime import date

from elzctl.intake import hours
from elzctl.intake.ledger import Certainty
from elzctl.intake.minutes.draft import Fact
from elzctl.intake.minutes.inferred import BEHIND_DATE, BEHIND_HOUR, YEAR_NEAREST
from elzctl.intake.minutes.moment import Moment, held, moment, said_hours
from elzctl.intake.minutes.parts import Part
from elzctl.intake.minutes.people import Listed
from elzctl.intake.minutes.places import is_place
from elzctl.intake.minutes.words import plain
from elzctl.intake.paper import Block
from elzctl.intake.when import GUESSED_YEAR
from elzctl.intake.who import Actors
from elzctl.wording import Message, say

_NAMES_IT = frozenset("vergadering overleg bijeenkomst meeting groep werkgroep commissie committee".split()) | {
    "naam vergadering",
    "naam overleg",
    "soort overleg",
    "type overleg",
}
"""Labels whose value is the name of the meeting; what stands above it without one may be that of a house."""


class Gathered:
    """What is known of a meeting; ``left`` are the parts that were not understood, in order, ``above`` all of them above the agenda."""

    def __init__(self, actors: Actors, near: date, *, own: bool = False, ahead: bool = False) -> None:
        """*near* is a day from which a date without a year is near, *ahead* only after it; *own*: elzctl made the document."""
        self.own = own
        self.ahead = ahead
        self.actors = actors
        self.near = near
        self.near_reason = YEAR_NEAREST
        self.facts: dict[str, Fact] = {}
        self.listed: list[Listed] = []
        self.left: list[Part] = []
        self.above: list[Part] = []
        self.titles: list[Block] = []
        self.prompts: list[int] = []
        self.labels: list[tuple[str, tuple[int, ...]]] = []
        self.next: list[tuple[str, Block]] = []
        self.was: list[Fact] = []
        self.own_names: dict[str, Fact] = {}
        self.odd: list[tuple[Message, tuple[int, ...]]] = []
        self.used: list[tuple[tuple[int, ...], str]] = []
        self.told: dict[int, Message] = {}  # lines that only make a guess, and why
        self.about = ""
        self.inline = False
        self.told_moment = False

    @property
    def day(self) -> date | None:
        """The day of the meeting."""
        fact = self.facts.get("date")
        return date.fromisoformat(fact.value) if fact is not None else None

    def named(self, text: str, lines: tuple[int, ...], label: str = "") -> None:
        """The name of a meeting behind a *label*, which may say that it is just that; a date in it counts."""
        found = moment(text, self.near, loose=False, ahead=self.ahead)
        if found.date is not None and not found.rest:
            self.moment("date", text, lines, "")
            return
        self.titles.append(Block(text, lines, style="title" if plain(label) in _NAMES_IT else "label"))
        if found.date is not None and "date" not in self.facts:
            self.dated(found, text, lines)

    def place(self, text: str, lines: tuple[int, ...]) -> None:
        """A place behind a label, with a moment in it perhaps."""
        found = moment(text, self.near, loose=False, ahead=self.ahead)
        if self.own:  # whatever it looks like: days and hours have rows of their own there
            self.fact("location", text.strip(), lines, text)
        elif (found.start or found.date) and found.rest and len(found.rest) < len(text):
            self.moment("where", text, lines, "")
        else:
            self.fact("location", text.strip(" ."), lines, text)

    def moment(self, kind: str, text: str, lines: tuple[int, ...], label: str) -> None:
        """A day, hours and a place behind a label of that *kind*."""
        found = moment(text, self.near, ahead=self.ahead)
        self.dated(found, text, lines)
        if kind == "end" and found.start is not None and found.end is None:
            found = found._replace(start=None, end=found.start)
        self.clocks(found, text, lines)
        nothing = found.date is None and found.start is None and found.end is None
        is_one = kind == "where" or (not nothing and (found.rest[:1].isupper() or is_place(found.rest)))
        if found.rest and is_one and "location" not in self.facts:
            told = kind == "where"
            sure = Certainty.READ if told else Certainty.GUESSED
            self.fact("location", found.rest, lines, text, sure, None if told else BEHIND_DATE)
        elif found.rest or nothing:
            self.left.append(Block(f"{label}: {text}" if label else text, lines))

    def dated(self, found: Moment, text: str, lines: tuple[int, ...], reason: Message | None = None) -> None:
        """The day of the meeting; a *reason* makes it a guess."""
        one = found.date
        if one is None or one.value.is_vague:
            return
        reason = self.near_reason if one.reason is GUESSED_YEAR else one.reason or reason
        certainty = Certainty.READ if reason is None else Certainty.GUESSED
        self.fact("date", str(one.value.first), lines, text, certainty, reason)
        if one.odd is not None:
            self.odd.append((one.odd, lines))

    def clocks(self, found: Moment, text: str, lines: tuple[int, ...]) -> None:
        """When it begins and ends."""
        for key, value in (("start", found.start), ("end", found.end)):
            if value is not None:
                self.fact(key, hours.written(value, None), lines, text)

    def fact(
        self,
        key: str,
        value: str,
        lines: tuple[int, ...],
        words: str,
        certainty: Certainty = Certainty.READ,
        reason: Message | None = None,
    ) -> None:
        """One value; another one for the same key is told above the text."""
        there = self.facts.get(key)
        surer = key == "location" and there is not None and there.certainty is not Certainty.READ
        if there is not None and not (surer and certainty is Certainty.READ):
            if self.facts[key].value != value:
                self.left.append(Block(words, lines))
            else:
                self.used.append((lines, key))
            return
        self.facts[key] = Fact(value, lines, certainty, words, reason)

    def held(self, block: Block) -> bool:
        """``Gehouden te Zeedorp op 3 maart 2026 om 14 uur``: the place before the day."""
        told = held(block, self.near) if "location" not in self.facts and not self.own else None
        if told is not None:
            self.dated(told, block.text, block.lines)
            self.clocks(told, block.text, block.lines)
            reason = BEHIND_HOUR if told.date is None or told.date.first == 0 else None
            sure = Certainty.READ if reason is None else Certainty.GUESSED
            self.fact("location", told.rest, block.lines, block.text, sure, reason)
        return told is not None

    def opens(self, block: Block) -> bool:
        """A sentence such as ``De zitting begint om 18.00 uur in de raadzaal``."""
        facts = said_hours(block)
        if not facts or any(key in self.facts for key in facts):
            return False
        self.facts |= facts
        return True

    def bare_place(self, block: Block) -> bool:
        """A line under that of the day and hours that is a place."""
        if "location" in self.facts or block.level or block.style in ("title", "subtitle") or not is_place(block.text):
            return False
        reason = say("It stands under the day and hours")
        self.fact("location", block.text.strip(), block.lines, block.text, Certainty.GUESSED, reason)
        return True
