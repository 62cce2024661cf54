"""Numbers that two have, here or on another branch, and a way out: the one that came last gets the next that is free."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from elzctl.checks.numbers import id_used_twice, number_used_twice
from elzctl.commits import repository
from elzctl.commits.commit_tree import CommitTree, Revision, Unknown, parting, revision
from elzctl.load import Loaded, load
from elzctl.model import Action, Plan
from elzctl.record import NamedTuple
from elzctl.scaffold.allowed import next_number
from elzctl.terms import Number
from elzctl.views.remark import Remark, fault, note, ok
from elzctl.views.renumber import Move
from elzctl.wording import say

_LINE = "^number:"


class Elsewhere(NamedTuple):
    """An action that a branch has under a number that another action has here, and which of the two came *last*."""

    branch: str
    theirs: Action
    ours: Action
    last: Action
    free: Number


def numbers(root: Path, loaded: Loaded) -> Iterator[Remark]:
    """Numbers and ids that are there twice, and those that meet when a branch comes in."""
    free = {move.thing.at["number"].path: f"{move.thing.id} → {move.new}" for move in ways_out(root, loaded)}
    found = [*number_used_twice(loaded.plan), *id_used_twice(loaded.plan)]
    for message in dict.fromkeys(finding.message for finding in found):
        same = [finding for finding in found if finding.message == message]
        ways = ", ".join(free[finding.span.path] for finding in same if finding.span.path in free)
        hint = say("“elzctl doctor --fix” makes this of it: {ways}.", ways=ways) if ways else same[0].hint
        yield fault(message, hint, tuple(f"{finding.span.path}:{finding.span.line}" for finding in same))
    if not found:
        yield ok(say("Every number and every id is used once"))
    for one in elsewhere(root, loaded):
        message = say(
            "On branch {branch}, “{theirs}” has the number {number} that “{ours}” has here",
            branch=one.branch,
            theirs=one.theirs.id,
            number=str(one.theirs.number),
            ours=one.ours.id,
        )
        hint = say(
            "Whichever comes in last takes another: “elzctl renumber {id} {free}”.", id=one.last.id, free=str(one.free)
        )
        yield note(message, hint, (one.ours.path,))


def ways_out(root: Path, loaded: Loaded) -> tuple[Move, ...]:
    """For each number that several actions have: the next free ones for all but the one that had it first.

    That is the one that came first to the main line: what is merged came when it was merged.  What was never committed
    came last.  Without a history it is the first by name.
    """
    plan, found = loaded.plan, []
    highest: dict[Number, Number] = {}
    shared = _shared(plan)
    lines = repository.main_lines(root) if shared else ()
    for number, owners in shared.items():
        ages = {one.id: _age(root, one, lines) for one in owners}
        for younger in sorted(owners, key=lambda one: ages[one.id])[1:]:
            last = highest.get(number.parent)
            free = (
                next_number(plan, number.parent) if last is None else Number((*last.parent.parts, last.parts[-1] + 1))
            )
            highest[number.parent] = free
            found.append(Move(younger, number, free))
    return tuple(found)


def _age(root: Path, action: Action, lines: tuple[str, ...]) -> tuple[list[tuple[bool, int]], str]:
    """What comes first to the main line is less: there, then on the branch that is out, then by day and by name."""
    number = r"\.0*".join(map(str, action.number.parts if action.number is not None else ()))
    now = rf"{_LINE}[ \t]*[\"']?0*{number}[.:]?[\"']?[ \t]*(?:#.*)?\r?$"
    places = (repository.arrived(root, tip, action.path, _LINE, now) for tip in lines)
    day = repository.last_touched(root, action.path, _LINE)
    return [(place is None, place or 0) for place in (*places, day)], action.id


def elsewhere(root: Path, loaded: Loaded) -> Iterator[Elsewhere]:
    """The actions that branches gave a number that is taken here since they left."""
    try:
        head = revision(root, "HEAD")
    except Unknown:
        return
    lines = repository.main_lines(root)
    ours: dict[Number, Action] = {one.number: one for one in loaded.plan.actions if one.number is not None}
    for branch in repository.branches(root):
        try:
            tip = Revision(branch.id, head.day)
            base = parting(root, head, tip)
            if base.id in (tip.id, head.id):
                continue
            before = CommitTree(root, base)
            then = load(CommitTree(root, tip, before), loaded.kept)
        except Unknown:
            continue
        old = load(before, loaded.kept).plan
        for theirs in then.plan.actions:
            mine = ours.get(theirs.number) if theirs.number is not None else None
            if mine is None or mine.id == theirs.id or _number(old, theirs.id) == theirs.number:
                continue
            if theirs.number is not None and _together(mine, old, then.plan) == theirs.number:
                free = max(next_number(plan, theirs.number.parent) for plan in (loaded.plan, then.plan))
                yield Elsewhere(branch.name, theirs, mine, mine if branch.id in lines else theirs, free)


def _together(mine: Action, old: Plan, theirs: Plan) -> Number | None:
    """The number that an action has when two lines come together: whichever of the two changed it."""
    there = _number(theirs, mine.id)
    return mine.number if there == _number(old, mine.id) else there


def _number(plan: Plan, name: str) -> Number | None:
    action = plan.by_id.get(name)
    return None if action is None else action.number


def _shared(plan: Plan) -> dict[Number, list[Action]]:
    """The numbers that several actions have."""
    seen: dict[Number, list[Action]] = {}
    for action in plan.actions:
        if action.number is not None:
            seen.setdefault(action.number, []).append(action)
    return {number: owners for number, owners in seen.items() if len(owners) > 1}
