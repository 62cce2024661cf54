"""The fiches of our own documents: each line goes back to the key that it was printed from."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence

from elzctl import dates
from elzctl.dates import VagueDate
from elzctl.intake.ledger import Fate
from elzctl.intake.paper import Block
from elzctl.intake.plan.desk import UNCLEAR, Desk
from elzctl.intake.plan.draft import Draft, Value
from elzctl.intake.plan.form import Form, Piece
from elzctl.intake.plan.own_lists import Beside
from elzctl.intake.plan.own_values import Record, amount, apart, detail, measured, stretch
from elzctl.intake.plan.own_words import (
    DONE,
    HEALTHS,
    NO_EVALUATION,
    PARTS_OF_CONDITION,
    ROLES,
    SEE_STEPS,
)
from elzctl.intake.plan.words import Label
from elzctl.intake.who import Actors
from elzctl.wording import say

# Behind who decided stands the decision in the minutes that is cited: ``Bestuursorgaan, besluit B1, Werkdag``.
_CITED = re.compile(r",\s(?:besluit|decision) B\d+\b.*")


def own_form(form: Form, names: frozenset[str], draft: Draft, desk: Desk) -> Form:
    """Fills in what the pieces of a fiche of ours say; the form with those that are text comes back."""
    rest: list[Piece] = []
    taker = _Taker(names, draft, desk)
    for piece in form.pieces:
        take = taker.takes.get(piece.label)
        if take is None:
            rest.append(piece)
            continue
        desk.put(piece.heads, Fate.PROMPT, draft.path)
        rest += take(piece)
    taker.fill_in(desk.beside.get(str(draft.values.get("number", "")), Beside()))
    return form._replace(pieces=tuple(rest))


def _split(text: str, names: frozenset[str]) -> list[str]:
    """Names between commas; one that has a comma itself stays whole when it is known."""
    parts = text.split(", ")
    found: list[str] = []
    while parts:
        known = next((n for n in range(len(parts), 0, -1) if ", ".join(parts[:n]) in names), 0)
        # A name begins with a capital more often than what follows a comma inside one.
        inside = next(
            (n for n, part in enumerate(parts) if n and (part in names or not part[:1].islower())), len(parts)
        )
        count = known or inside
        found.append(", ".join(parts[:count]).strip())
        parts = parts[count:]
    return [one for one in found if one]


class _Taker:
    """Puts the pieces of one fiche where they belong."""

    def __init__(self, names: frozenset[str], draft: Draft, desk: Desk) -> None:
        self.names, self.draft, self.desk = names, draft, desk
        refs: dict[Label, tuple[str, Actors]] = {
            Label.LEAD: ("lead", desk.actors),
            Label.PARTNERS: ("partners", desk.actors),
            Label.TARGETS: ("target_groups", desk.groups),
            Label.THEMES: ("themes", desk.themes),
        }
        self.refs = refs
        self.takes: dict[Label, Callable[[Piece], list[Piece]]] = {
            **dict.fromkeys(refs, self._refs),
            Label.ROLE: self._role,
            Label.TIMING: self._period,
            Label.STEPS: self._steps,
            Label.PROCESS: self._indicators,
            Label.OUTPUT: self._indicators,
            Label.EVALUATION: self._evaluation,
            Label.CONDITION: self._condition,
            Label.UPDATES: self._updates,
            Label.DISCUSSED: self._derived,
            Label.DECISION: self._decision,
            Label.SINCE: self._since,
            Label.INTO: self._into,
        }

    def fill_in(self, beside: Beside) -> None:
        """What lists at the back say and the fiche does not."""
        if "lead" not in self.draft.values:
            self._refs(Piece(Label.LEAD, "", None, beside.leads))
        if not {"start", "due", "steps"} & self.draft.values.keys():
            self._period(Piece(Label.TIMING, "", None, beside.period))
        if "decision" not in self.draft.values and beside.decided:
            head, *words = beside.decided
            said = " ".join(block.text for block in words if block.text.strip() not in ("", "–"))
            text = f"{head.text.strip()}: {said}" if said else head.text.strip()
            self._decision(Piece(Label.DECISION, "", None, (head._replace(text=text),)))

    def _set(self, key: str, value: Value, blocks: Sequence[Block]) -> None:
        if value:
            self.desk.fill(self.draft, key, value, blocks)

    def _refs(self, piece: Piece) -> list[Piece]:
        key, register = self.refs[piece.label]
        names = [name for block in piece.blocks for name in _split(block.text, self.names)]
        self._set(key, tuple(filter(None, map(register.ref_as_is, names))), piece.blocks)
        return []

    def _role(self, piece: Piece) -> list[Piece]:
        for block in piece.blocks:
            self._set("role", ROLES.get(block.text.strip(), ""), (block,))
        return []

    def _period(self, piece: Piece) -> list[Piece]:
        for block in piece.blocks:
            if block.text.strip() in SEE_STEPS:
                self.desk.put((block,), Fate.PROMPT)
                continue
            start, due = stretch(block.text)
            for key, value in (("start", start), ("due", due)):
                self._set(key, value, (block,))
        return []

    def _steps(self, piece: Piece) -> list[Piece]:
        made: list[Record] = []
        for block in piece.blocks:
            if block.check is not None or not made:
                found: Record = {"what": self.desk.line(block)}
                made.append(found)
            else:
                found = self._step_details(block.text)
                made[-1] |= found
            said = ", ".join(one if isinstance(one, str) else ", ".join(map(str, one)) for one in found.values())
            self.desk.field(self.draft.path, f"steps[{len(made) - 1}]", said, block.text, (block,))
        self.draft.values["steps"] = tuple(made)
        return []

    def _step_details(self, text: str) -> Record:
        when, _, by = text.partition(" · ")
        when, done = (
            (when, "") if not (match := DONE.search(when)) else (when[: match.start()].rstrip(", "), match["date"])
        )
        start, due = stretch(when) if when else ("", "")
        if when and not (start or due):
            by = text
        found: Record = {"start": start, "due": due, "done": done}
        found["by"] = tuple(filter(None, map(self.desk.actors.ref_as_is, _split(by, self.names)))) if by else ()
        return {key: value for key, value in found.items() if value}

    def _evaluation(self, piece: Piece) -> list[Piece]:
        return [piece] if piece.blocks else []

    def _indicators(self, piece: Piece) -> list[Piece]:
        made = [dict(one) for one in self.draft.values.get("indicators", ()) if isinstance(one, Mapping)]
        first = len(made)
        kind = "process" if piece.label is Label.PROCESS else "output"
        blocks = [part for block in piece.blocks for part in apart(block)] if piece.ticked else []
        rest = list(piece.blocks) if not piece.ticked else []
        for at, block in enumerate(blocks):
            told = detail(block.text)
            if not block.depth and (told is None or len(made) == first):
                rest = blocks[at:]
                break
            if block.marker or len(made) == first:
                made.append({"kind": kind, "what": self.desk.line(block)})
            elif told is not None:
                made[-1] |= self._told(*told, block)
            else:
                made[-1]["what"] = f"{made[-1]['what']} {self.desk.line(block)}"
            what = str(made[-1].get("what", ""))
            self.desk.field(self.draft.path, f"indicators[{len(made) - 1}]", what, block.text, (block,))
        if made:
            self.draft.values["indicators"] = tuple(made)
        return self._prose(piece, tuple(rest))

    def _prose(self, piece: Piece, blocks: tuple[Block, ...]) -> list[Piece]:
        rest = []
        for block in blocks:
            none = next((words for words in NO_EVALUATION if block.text.startswith(words)), None)
            if none is None:
                rest.append(block)
            else:
                self._set("no_evaluation", self.desk.line(block.text.removeprefix(none)), (block,))
        return [piece._replace(label=Label.EVALUATION, head=None, blocks=tuple(rest), ticked=None)] if rest else []

    def _told(self, key: str, words: str, block: Block) -> Record:
        if key in ("target", "unit"):
            return amount(words, key)
        if key == "measure":
            return {"measure": words}
        if key == "measured":
            return measured(words)
        if key == "count":
            return {"count": self.desk.series.ref_as_is(words)}
        self.desk.put((block,), Fate.RUNNING)
        return {}

    def _condition(self, piece: Piece) -> list[Piece]:
        made: Record = {}
        for block in piece.blocks:
            label, colon, words = block.text.partition(": ")
            key = PARTS_OF_CONDITION.get(label) if colon else None
            if key is None:
                made["what"] = f"{made.get('what', '')} {self.desk.line(block)}".strip()
            elif key == "from":
                made["from"] = tuple(filter(None, map(self.desk.actors.ref_as_is, _split(words, self.names))))
            else:
                made[key] = words.strip()
        self._set("condition", made, piece.blocks)
        return []

    def _updates(self, piece: Piece) -> list[Piece]:
        made = []
        for block in piece.blocks:
            head, _, note = block.text.partition(": ")
            parts = [part.strip() for part in head.split(" · ")]
            on = next((part for part in parts if isinstance(dates.read(part), VagueDate)), "")
            health = next((HEALTHS[part] for part in parts if part in HEALTHS), "")
            found = {"on": on, "health": health, "note": self.desk.line(note if on or health else block.text)}
            made.append({key: value for key, value in found.items() if value})
        self._set("updates", tuple(made), piece.blocks)
        return []

    def _derived(self, piece: Piece) -> list[Piece]:
        self.desk.put(piece.blocks, Fate.RUNNING)
        return []

    def _decision(self, piece: Piece) -> list[Piece]:
        words = " ".join(block.text for block in piece.blocks)
        head, colon, text = words.partition(": ")
        body, comma, on = head.rpartition(", ")
        body = _CITED.sub("", body)
        made: Record = {"text": self.desk.line(words)}
        if isinstance(dates.read(on if comma else head), VagueDate):
            made = {
                "body": self.desk.actors.ref_as_is(body) if comma else "",
                "on": on if comma else head,
                "text": self.desk.line(text),
            }
        elif colon and head in self.names:
            made = {"body": self.desk.actors.ref_as_is(head), "text": self.desk.line(text)}
        made["meeting"] = next((name for where, name in self.desk.cited.items() if where in head), "")
        self._set("decision", {key: value for key, value in made.items() if value}, piece.blocks)
        return []

    def _since(self, piece: Piece) -> list[Piece]:
        for block in piece.blocks:
            if isinstance(dates.read(block.text), VagueDate):
                self._set("since", block.text.strip(), (block,))
            else:
                self.desk.field(
                    self.draft.path, "since", "", block.text, (block,), UNCLEAR, say("This is not one date.")
                )
        return []

    def _into(self, piece: Piece) -> list[Piece]:
        for block in piece.blocks:
            target = self.desk.references.first(block.text)
            if target is not None:
                self._set("into", target.id, (block,))
        return []
