"""What is at hand while a plan is taken in: the account, the actors, the references, the year."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from elzctl.dates import VagueDate
from elzctl.intake.ledger import Certainty, Entry, Fate, Ledger
from elzctl.intake.paper import Block
from elzctl.intake.plan.beside_names import same_by_letters
from elzctl.intake.plan.draft import KEYS, Draft, Value
from elzctl.intake.plan.own_lists import Beside
from elzctl.intake.plan.own_names import OwnNames
from elzctl.intake.plan.refs import References, shown, unlinked
from elzctl.intake.plan.short import Short
from elzctl.intake.plan.veil import Veil
from elzctl.intake.who import Actors, key
from elzctl.intake.written import markdown
from elzctl.terms import Status, Tongue
from elzctl.wording import Message, say

PLAN = "plan/plan.yaml"
VEILED = say("A name, address or number of a person: it stands in {path} only.", path="private/import-plan.md")
OTHER_VALUE = say("Another value stands in this field: look which one is right.")
_ZONE = frozenset(("elz", "elz team"))
READ, GUESSED, UNCLEAR = Certainty.READ, Certainty.GUESSED, Certainty.UNCLEAR


class Desk:
    """Filled while one document is taken in."""

    def __init__(self, ledger: Ledger, tongue: Tongue, today: date) -> None:
        """The rest is set when it is known; ``at`` is the file that is being made, ``zone`` what *ELZ* alone means.

        ``tabled`` are headings of tables that became actions, by their lines; ``formed`` are blocks of forms below goals.
        """
        self.ledger = ledger
        self.tongue = tongue
        self.today = today
        self.year: VagueDate | None = None
        self.own_name = ""
        self.zone = ""
        self.at = PLAN
        self.goals: frozenset[str] = frozenset()
        self.tabled: set[tuple[int, ...]] = set()
        self.formed: list[Block] = []
        self.is_own = False
        self.names: frozenset[str] = frozenset()
        self.actors = Actors()
        self.groups = Actors()
        self.themes = Actors()
        self.series = Actors()
        self.cited: Mapping[str, str] = {}
        self.legend: Mapping[str, Status] = {}
        self.beside: Mapping[str, Beside] = {}
        self.references = References({}, {}, {})
        self.remarks: list[Message] = []
        self.private: list[tuple[str, str]] = []
        self.by_letters: set[str] = set()
        self.short = Short(block.text for block in ledger.paper.blocks)
        self.veil = Veil(tongue, (block.text for block in ledger.paper.blocks))

    def take_own(self, names: frozenset[str], known: OwnNames, tongue: Tongue) -> None:
        """The document is one of ours: the names that occur in it, ids that are *known*, and its language."""
        self.is_own = True
        self.names = names | known.all
        self.actors, self.groups, self.themes, self.series = (Actors(given=one) for one in known[:4])
        self.cited = known.decisions
        self.tongue = tongue

    def actor(self, name: str) -> str:
        """The id of the actor with that name, short or in full when the document tells what is short for what."""
        if self.actors.find(name) is None and key(name) in _ZONE and not self.is_own:
            is_own = "zorgraad" in key(self.own_name).split()
            return self.actors.own if is_own and not self.zone else self.actors.ref(self.zone or name)
        if self.actors.find(name) is None:
            for other in self.short.otherwise(name):
                known = self.actors.find(other)
                if known is not None:
                    self.actors.also(known, name)
                    return known
            registers = (self.actors.names, self.actors.new)
            same = same_by_letters(
                name, (one for register in registers for named in register.values() for one in named)
            )
            if same and not self.is_own:
                known = self.actors.ref(same)
                self.actors.also(known, name)
                self.by_letters.add(name)
                return known
        return self.actors.ref(name)

    def actors_of(self, names: Iterable[str]) -> tuple[str, ...]:
        """The ids of the actors with these names, each once."""
        return tuple(dict.fromkeys(filter(None, map(self.actor, names))))

    def field(
        self,
        path: str,
        field: str,
        value: str,
        words: str,
        blocks: Iterable[Block],
        certainty: Certainty = READ,
        reason: Message | None = None,
    ) -> None:
        """A field got its value from these blocks."""
        self.ledger.field(Entry(path, field, value, certainty, words, lines(blocks), reason))

    def fill(
        self,
        draft: Draft,
        key: str,
        value: Value,
        blocks: Sequence[Block],
        certainty: Certainty = READ,
        reason: Message | None = None,
        *,
        words: str = "",
    ) -> None:
        """Puts a value behind a key of a fiche; *words* are those of the document, when they are not all of the blocks."""
        draft.values[key] = value
        words = words or " ".join(block.text for block in blocks)
        self.field(draft.path, key, told(value), words, blocks, certainty, reason)

    def settle(self, draft: Draft) -> None:
        """Takes back what was said to be read for a fiche and does not stand in it after all: another value took its place."""
        said = {key: _said(value) for key, value in draft.values.items()}

        def stands(entry: Entry) -> bool:
            key = re.split(r"[.\[]", entry.field)[0]
            given = said.get(key, frozenset())
            return key not in KEYS or entry.value in given or set(entry.value.split(", ")) <= given

        self.ledger.take_back(draft.path, stands, OTHER_VALUE)

    def put(self, blocks: Iterable[Block], fate: Fate, where: str = "") -> None:
        """These blocks went there."""
        self.ledger.put(lines(blocks), fate, where)

    def left(self, words: str, blocks: Iterable[Block], reason: Message | None = None) -> None:
        """These words found no place."""
        self.ledger.left(words, lines(blocks), reason)

    def keep_private(self, path: str, block: Block, reason: Message) -> None:
        """These words name a person: they go into a private file, and the report does not repeat them."""
        self.private.append((path, block.text))
        self.left("…", (block,), reason)

    def secrets(self) -> str:
        """The text of the private file: whole paragraphs, and what stands for each name."""
        rows = [*self.private, *((value, words) for words, value in self.veil.kept.items())]
        return "".join(f"{where}: {words}\n" for where, words in rows)

    def prose(self, blocks: Sequence[Block], path: str, where: str, *, own: str = "", top: int = 3) -> str:
        """The blocks as Markdown with references, booked as text."""
        self.put(blocks, Fate.TEXT, f"{path}#{where}")
        clean = (self._public(block, path) for block in blocks)
        return shown(self.references.linked(markdown(map(self.references.anchored, clean), top), own))

    def line(self, block: Block | str, own: str = "") -> str:
        """A text as a value on one line, with references."""
        if isinstance(block, str):
            text = self._public(Block(block, ()), own).text
            return self.references.linked(unlinked(" ".join(text.split())), own)
        words = unlinked(" ".join(self.references.anchored(self._public(block, own)).text.split()))
        return shown(self.references.linked(words, own))

    def _public(self, block: Block, where: str) -> Block:
        """The block as it may be published; what it said stands in a private file, and in the report."""
        clean = block if self.is_own else self.veil.clean(block)
        path = where if "/" in where else self.at
        if clean is not block and (kept := (where or "plan", block.text)) not in self.private:
            self.private.append(kept)
            self.field(path, "text", clean.text, block.text, (block,), GUESSED, VEILED)
        return clean


def _said(value: Value) -> frozenset[str]:
    """All that a value of a fiche says: itself, and each of its parts."""
    return frozenset({told(value)}.union(*map(_said, _parts(value))))


def told(value: Value) -> str:
    """A value in words, as the report tells it: what stands in it, and no signs of a file or program."""
    return value if isinstance(value, str) else ", ".join(told(part) for part in _parts(value) if part)


def _parts(value: Value) -> Iterable[Value]:
    return () if isinstance(value, str) else value.values() if isinstance(value, Mapping) else value


def lines(blocks: Iterable[Block]) -> tuple[int, ...]:
    """The lines of blocks, each once, in order."""
    return tuple(sorted({line for block in blocks for line in block.lines}))
