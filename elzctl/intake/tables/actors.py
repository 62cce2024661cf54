"""A table of organisations and groups as the register of actors."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from elzctl import ids
from elzctl.edit import scalar
from elzctl.intake.paper import Unfit
from elzctl.intake.tables.columns import Kind, Mapped, plain
from elzctl.intake.tables.rows import Rows, Told, no_actor
from elzctl.intake.tables.take import Book
from elzctl.intake.taken import Taken
from elzctl.intake.who import Actors, key
from elzctl.load import ACTORS
from elzctl.model import Actor
from elzctl.terms import ActorKind
from elzctl.wording import say

_KINDS: Mapping[str, ActorKind] = {
    **{kind.value: kind for kind in ActorKind},
    **dict.fromkeys(
        "organisatie organisaties organization vzw vereniging voorziening instelling dienst".split(),
        ActorKind.ORGANISATION,
    ),
    **dict.fromkeys("groep werkgroep stuurgroep team orgaan overlegorgaan".split(), ActorKind.GROUP),
    **dict.fromkeys("functie rol role".split(), ActorKind.FUNCTION),
    **dict.fromkeys("netwerk samenwerkingsverband".split(), ActorKind.NETWORK),
    **dict.fromkeys(("eerstelijnszone", "elz", "primary-care zone"), ActorKind.ZONE),
    **dict.fromkeys(("gemeente", "stad", "lokaal bestuur", "gemeentebestuur", "stadsbestuur"), ActorKind.MUNICIPALITY),
}
_SAID = (
    say("organisation"),
    say("group"),
    say("function"),
    say("network"),
    say("project"),
    say("primary-care zone"),
    say("municipality"),
    say("sector"),
    say("cluster"),
)
"""The kinds as a table may name them, in the language of who reads it."""
# A row below the others that counts them.
_COUNTS = re.compile(
    r"(?:(?:eind|sub)?totaal|(?:sub)?total|aantal|som|sum|count)\b[^\d]{0,40}(?:\d[\d., ]*)?", re.IGNORECASE
)
_BETWEEN = re.compile(r"\s*[;,\n]\s*|\s+/\s+")
_LISTS = ("member_of", "also", "contact")


def take_actors(book: Book, columns: Mapped, known: Mapping[str, Actor], *, update: bool = False) -> Taken:
    """The register that the rows add to the *known* actors.  Raises Unfit when no row adds anything.

    What is known of an actor changes only with *update*; without it only what is missing comes in.
    """
    taking = _Taking(Rows(book, columns, Kind.ACTORS), known, update=update)
    taking.all()
    text = "".join(_row(actor, found) for actor, found in taking.found.items() if found)
    if not taking.found:
        raise Unfit(say("No row of this table holds an organisation or a group"))
    return Taken({ACTORS: text} if text else {}, taking.rows.ledger.closed(), book.remarks)


class _Taking:
    def __init__(self, rows: Rows, known: Mapping[str, Actor], *, update: bool) -> None:
        self.rows = rows
        self.found: dict[str, dict[str, str | list[str]]] = {}
        self._known = known
        self._update = update
        self._last = max((line for line in rows.lines() if rows.cells(line, "name")), default=-1)
        names = {actor.id: (actor.name, *actor.also) for actor in known.values()}
        self._actors = Actors({**names, **dict(self._with_ids())})

    def _with_ids(self) -> Iterator[tuple[str, tuple[str, ...]]]:
        """Rows that give the id of a new actor themselves."""
        for line in self.rows.lines():
            typed = self.rows.text(line, "id")
            if typed and typed not in self._known and ids.fault(typed) is None and self.rows.text(line, "name"):
                yield typed, (self.rows.text(line, "name"),)

    def all(self) -> None:
        """Names first, for groups may stand below their members."""
        whose = {line: self._name(line) for line in self.rows.lines()}
        for line, actor in whose.items():
            if actor:
                self._details(line, actor)
                self.rows.rest(line)

    def _name(self, line: int) -> str:
        """The id of the actor of a row; "" when there is none, and then all of the row is left over."""
        cells = self.rows.cells(line, "name") or self.rows.cells(line, "short")
        if not cells:
            self.rows.whole_row(line, say("there is no name in this row"))
            return ""
        cell, name = cells[0], " ".join(cells[0].words.split())
        if line == self._last and _COUNTS.fullmatch(name):
            self.rows.whole_row(line, say("this row counts the others"))
            return ""
        typed = self.rows.text(line, "id")
        actor = typed if typed in self._known else self._actors.find(name) or ""
        if not actor and (reason := no_actor(name)) is not None:
            self.rows.whole_row(line, reason)
            return ""
        actor = actor or self._actors.ref(name)
        if not actor:
            self.rows.whole_row(line, say("no id can be made of this name"))
            return ""
        first = actor not in self.found and actor not in self._known
        found = self.found.setdefault(actor, {})
        if first:
            found["name"] = name
        elif actor in self._known and key(name) not in map(key, (self._known[actor].name, *self._known[actor].also)):
            self._many(actor, "also", cell, [name])
            return actor
        self.rows.put(cell, ACTORS, f"{actor}.name", name)
        return actor

    def _details(self, line: int, actor: str) -> None:
        for cell in self.rows.cells(line, "id"):
            if cell.words == actor:
                self.rows.put(cell, ACTORS, actor, actor)
            else:
                reason = (
                    say("the actor has the id “{id}”", id=actor)
                    if actor in self._known
                    else say("this cannot be an id")
                )
                self.rows.ledger.left(cell.words, [line], reason)
        for cell in self.rows.cells(line, "short") if self.rows.cells(line, "name") else ():
            self._many(actor, "also", cell, [" ".join(cell.words.split())])
        for cell in self.rows.cells(line, "kind"):
            self._kind(actor, cell)
        for cell in self.rows.cells(line, "also"):
            self._many(actor, "also", cell, [one for one in _BETWEEN.split(cell.words) if one])
        for cell in self.rows.cells(line, "contact"):
            self._many(actor, "contact", cell, [one for one in _BETWEEN.split(cell.words) if one])
        for cell in self.rows.cells(line, "member_of"):
            self._groups(actor, cell)

    def _kind(self, actor: str, cell: Told) -> None:
        kind = _KINDS.get(plain(cell.words))
        if kind is None:
            self.rows.unclear(cell, ACTORS, f"{actor}.kind", say("this is none of the kinds: {names}", names=_SAID))
            return
        there = self._known[actor].kind if actor in self._known else None
        before = there.value if there is not None else self.found[actor].get("kind", "")
        if before and before != kind.value and not self._update:
            self._conflict(actor, cell, str(before))
            return
        if there is not kind:
            self.found[actor]["kind"] = kind.value
        self.rows.put(cell, ACTORS, f"{actor}.kind", kind.value)

    def _conflict(self, actor: str, cell: Told, before: str) -> None:
        reason = say("{id} says “{value}” already; --update changes that", id=actor, value=before[:60])
        self.rows.ledger.left(cell.words, [cell.line], reason)

    def _groups(self, actor: str, cell: Told) -> None:
        for name in (one for one in _BETWEEN.split(cell.words) if one):
            group = name if name in self._known else self._actors.find(name)
            if group == actor:
                self.rows.ledger.left(name, [cell.line], say("an actor does not belong to itself"))
                continue
            reason = no_actor(name) if group is None else None
            if reason is not None:
                self.rows.ledger.left(name, [cell.line], reason)
                continue
            if group is None:
                group = self._actors.ref(name)
                if not group:
                    self.rows.ledger.left(name, [cell.line], say("no id can be made of this name"))
                    continue
                if group not in self.found and group not in self._known:
                    self.found[group] = {"name": self._actors.new[group][0]}
                    reason = say("no row has this name: it was added")
            self._add(actor, "member_of", group)
            self.rows.put(cell, ACTORS, f"{actor}.member_of", group, reason, words=name)

    def _many(self, actor: str, field: str, cell: Told, values: list[str]) -> None:
        """Adds to a list; the name itself is no other name."""
        for value in values:
            own = self.found[actor].get("name") or (self._known[actor].name if actor in self._known else "")
            if value != own:
                self._add(actor, field, value)
            self.rows.put(cell, ACTORS, f"{actor}.{field}", value, words=value)

    def _add(self, actor: str, field: str, value: str) -> None:
        """A value of a list that is not there yet; what the known actor has stays in front."""
        there: list[str] = []
        if actor in self._known:
            one = self._known[actor]
            there = [ref.id for ref in one.member_of] if field == "member_of" else list(getattr(one, field))
        own = self.found[actor].setdefault(field, list(there))
        assert isinstance(own, list)
        if value not in own:
            own.append(value)
        if own == there:
            del self.found[actor][field]


def _row(actor: str, found: Mapping[str, str | list[str]]) -> str:
    lines = [f"{actor}:"]
    for field in ("name", "kind", *_LISTS):
        value = found.get(field)
        if isinstance(value, list):
            lines.append(f"  {field}: [{', '.join(scalar(one, flow=True) for one in value)}]")
        elif value:
            lines.append(f"  {field}: {scalar(value)}")
    return "\n".join(lines) + "\n"
