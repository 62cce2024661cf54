"""Another number for an action or a goal, and for what has to move with it, as changes to the files.

A number is a label: references name ids and stay right.  What can go wrong is a number that is typed in running text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from enum import Enum
from typing import TypeAlias

from elzctl.checks.typed_numbers import number_as_reference
from elzctl.edit import rewritten
from elzctl.finding import Finding
from elzctl.load import GOALS, RIGHTS, Loaded, load
from elzctl.model import Action, Goal, Plan, StrategicGoal
from elzctl.record import NamedTuple
from elzctl.rights import Rights
from elzctl.scaffold.allowed import LAST, Refused, uncounted
from elzctl.source import Patch, Span
from elzctl.terms import Number
from elzctl.tree import Changed, Tree
from elzctl.value import replace
from elzctl.wording import Message, say

Thing: TypeAlias = Action | Goal | StrategicGoal

DEPTH: Mapping[type[Thing], int] = {StrategicGoal: 1, Goal: 2, Action: 3}
"""How many parts the number of each has."""
_LONGEST = 80


class Taken(Enum):
    """What to do when the number is taken."""

    REFUSE = "refuse"
    SWAP = "swap"
    SHIFT = "shift"


class Move(NamedTuple):
    """One thing with its old and its new number."""

    thing: Thing
    old: Number
    new: Number


class Renumbered(NamedTuple):
    """What moves, the changes that make it so, and where an old number is typed in running text."""

    moves: tuple[Move, ...]
    patches: tuple[Patch, ...]
    typed: tuple[Finding, ...] = ()

    @property
    def goals_move(self) -> bool:
        """True when a goal has another number, so that it may have to be read in another place."""
        return any(not isinstance(move.thing, Action) for move in self.moves)


def renumber(tree: Tree, loaded: Loaded, thing: Thing, new: Number, taken: Taken) -> Renumbered:
    """The changes that give *thing* the number *new*.  Raises Refused."""
    plan = loaded.plan
    if thing.number == new:
        return Renumbered((), ())
    old = _old(plan, loaded, thing)
    _need_a_place(plan, thing, old, new)
    return moved(tree, loaded, tuple(_moves(plan, tuple(_first(plan, thing, old, new, taken)))))


def moved(tree: Tree, loaded: Loaded, moves: tuple[Move, ...]) -> Renumbered:
    """The changes that make *moves* so.  Raises Refused when the files would then say something else."""
    patches = (*(_patch(loaded, move) for move in moves), *_rights_patches(loaded, moves))
    if not _is_as_meant(tree, loaded, moves, patches):
        raise Refused(
            say("The numbers are written in a way that elzctl cannot change safely; nothing was written"),
            say("Change them by hand, and check them with “elzctl validate”."),
        )
    numbers = {str(move.old) for move in moves}
    typed = tuple(finding for finding in number_as_reference(loaded.plan) if numbers & _numbers_in(finding))
    return Renumbered(moves, patches, typed)


# Whether it can be


def _old(plan: Plan, loaded: Loaded, thing: Thing) -> Number:
    """The number that *thing* has.  Raises Refused when it has none, or one that says too little."""
    if thing.number is None:
        raise Refused(say("“{id}” has no number that can be read", id=thing.id), say("Write one in its file first."))
    if isinstance(thing, Action):
        return thing.number
    if sum(goal.number == thing.number for goal in plan.all_goals) > 1:
        message = say(
            "More than one goal has the number {number}, so which actions move is not known", number=str(thing.number)
        )
        raise Refused(message, say("Change the number in {path} by hand, and those of its actions.", path=GOALS))
    unread = (*uncounted(loaded), *(path for path in (RIGHTS,) if path in plan.unread))
    if unread:
        message = say("{path} cannot be read, and may have a number in it that moves too", path=unread[0])
        raise Refused(message, say("Mend it first: see “elzctl validate”."))
    return thing.number


def _need_a_place(plan: Plan, thing: Thing, old: Number, new: Number) -> None:
    """Raises Refused when there is no place for *new*."""
    if len(new.parts) != len(old.parts):
        raise Refused(
            say("{number} is not a number of this level", number=str(new)),
            say("It has one such as {example}.", example=str(old)),
        )
    if new.parts[-1] > LAST:
        raise Refused(say("No number is left: {last} is the last one", last=LAST))
    if isinstance(thing, Action):
        known = [goal.number for goal in plan.goals if goal.number is not None]
        if new.parent not in known:
            near = [number for number in known if number.parent == new.parent.parent] or known
            hint = say("These goals are there: {goals}.", goals=", ".join(map(str, near[:30])))
            raise Refused(say("There is no goal {goal}", goal=str(new.parent)), hint)
    elif new.parent != old.parent:
        message = say("{new} stands under another strategic goal than {old}", new=str(new), old=str(old))
        raise Refused(
            message, say("Move the lines of the goal in {path} first, and give it a number there.", path=GOALS)
        )


# What moves


def _first(plan: Plan, thing: Thing, old: Number, new: Number, taken: Taken) -> Iterator[tuple[Thing, Number]]:
    """The things of one level that get another number, by id.  Raises Refused."""
    there: dict[Number, list[Thing]] = {}
    for other in _of_one_level(plan, thing):
        if other is not thing and other.number is not None:
            there.setdefault(other.number, []).append(other)
    yield thing, new
    if new not in there:
        return
    if taken is Taken.REFUSE:
        raise _refusal(there, old, new)
    if taken is Taken.SWAP:
        if old in there:
            message = say("{number} is used more than once, so that changing places would not help", number=str(old))
            raise Refused(message, say("Give a number that is free: {free}.", free=str(_free(there, new))))
        yield from ((other, old) for other in there[new])
        return
    while new in there:
        later = Number((*new.parent.parts, new.parts[-1] + 1))
        if later.parts[-1] > LAST:
            raise Refused(say("No number is left: {last} is the last one", last=LAST))
        yield from ((other, later) for other in there[new])
        new = later


def _of_one_level(plan: Plan, thing: Thing) -> tuple[Thing, ...]:
    if isinstance(thing, Action):
        return plan.actions
    return plan.goals if isinstance(thing, Goal) else plan.strategic_goals


def _refusal(there: Mapping[Number, list[Thing]], old: Number, new: Number) -> Refused:
    titles = ", ".join(f"“{_short(other.title)}”" for other in there[new])
    hint = say(
        "{free} is free. Or: --swap gives it {old}, --shift moves it and what follows one further.",
        free=str(_free(there, new)),
        old=str(old),
    )
    return Refused(say("Number {number} is taken by {titles}", number=str(new), titles=titles), hint)


def _short(title: str) -> str:
    """A title that fits in a message; what it refers to is named by its own words, or by its id."""
    plain = re.sub(r"\[\[(?:[^\[\]|\n]*\|)?([^\[\]\n]*)\]\]", r"\1", title)
    return plain if len(plain) <= _LONGEST else f"{plain[: _LONGEST - 1].rstrip()}…"


def _free(there: Mapping[Number, list[Thing]], near: Number) -> Number:
    """One more than the highest number beside *near*."""
    used = [number.parts[-1] for number in there if number.parent == near.parent]
    return Number((*near.parent.parts, max(used, default=0) + 1))


def _moves(plan: Plan, first: tuple[tuple[Thing, Number], ...]) -> Iterator[Move]:
    """Each thing with its new number, and what stands under a goal with it."""
    goals = {thing.number: new for thing, new in first if not isinstance(thing, Action)}
    numbers = {id(thing): new for thing, new in first}
    for thing in (*plan.all_goals, *plan.actions):
        number = thing.number
        if number is None:
            continue
        if id(thing) in numbers:
            yield Move(thing, number, numbers[id(thing)])
            continue
        for depth in range(1, len(number.parts)):
            above = goals.get(Number(number.parts[:depth]))
            if above is not None:
                yield Move(thing, number, Number((*above.parts, *number.parts[depth:])))


def _patch(loaded: Loaded, move: Move) -> Patch:
    return _written(loaded, move.thing.at["number"], move.new)


def _written(loaded: Loaded, at: Span, number: Number) -> Patch:
    """A number in the place of another one, between the same quotation marks."""
    typed = loaded.sources[at.path].text[at.start : at.end]
    quote = typed[:1] if typed[:1] in ("'", '"') else ""
    return Patch(at.path, at.start, at.end, f"{quote}{number}{quote}")


def _rights_patches(loaded: Loaded, moves: tuple[Move, ...]) -> Iterator[Patch]:
    """Who owns a goal may be said by its number: that goes along."""
    new = _new_numbers(moves)
    for owned in loaded.plan.rights.goals if loaded.plan.rights is not None else ():
        if owned.key in new:
            yield _written(loaded, owned.span, new[owned.key])


def _new_numbers(moves: tuple[Move, ...]) -> dict[str, Number]:
    return {str(move.old): move.new for move in moves if not isinstance(move.thing, Action)}


def _rights(loaded: Loaded, moves: tuple[Move, ...]) -> Rights | None:
    """The rights with the new numbers."""
    rights, new = loaded.plan.rights, _new_numbers(moves)
    if rights is None:
        return None
    return replace(rights, goals=tuple(replace(one, key=str(new.get(one.key, one.key))) for one in rights.goals))


def _is_as_meant(tree: Tree, loaded: Loaded, moves: tuple[Move, ...], patches: tuple[Patch, ...]) -> bool:
    """True when the changed files hold the same plan with the new numbers."""
    paths = dict.fromkeys(patch.path for patch in patches)
    files = {path: rewritten(loaded.sources[path], [one for one in patches if one.path == path]) for path in paths}
    new = {id(move.thing): move.new for move in moves}
    actions = {action.id: replace(action, number=new.get(id(action), action.number)) for action in loaded.plan.actions}
    goals = tuple(
        replace(
            one,
            number=new.get(id(one), one.number),
            goals=tuple(replace(goal, number=new.get(id(goal), goal.number)) for goal in one.goals),
        )
        for one in loaded.plan.strategic_goals
    )
    read = load(Changed(tree, files)).plan
    return read.by_id == actions and read.strategic_goals == goals and read.rights == _rights(loaded, moves)


def _numbers_in(finding: Finding) -> set[str]:
    """The numbers in the words that a finding is about."""
    words = next((str(text) for name, text in finding.message.args if name == "words"), "")
    return {number.rstrip(".") for number in re.findall(r"[0-9]+(?:\.[0-9]+)*", words)}


def number_of(text: str, thing: Thing) -> Number | Message:
    """The number that was typed for *thing*, or what is wrong with it."""
    found = Number.read(text, DEPTH[type(thing)])
    if found is not None and str(found) == text.strip():
        return found
    example = str(thing.number) if thing.number is not None else {1: "3", 2: "3.3", 3: "3.3.6"}[DEPTH[type(thing)]]
    return say("“{text}” is not a number of this level; write one such as {example}", text=text[:40], example=example)
