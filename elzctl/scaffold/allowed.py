"""What may be written anew: a number and an id that are free, a text to begin from, and one that reads back the same."""

from __future__ import annotations

import unicodedata
from pathlib import Path

from elzctl import decode, ids, templates
from elzctl.finding import Severity
from elzctl.load import ACTIONS, Loaded
from elzctl.model import Action, Goal, Plan, StrategicGoal
from elzctl.terms import Number
from elzctl.tree import Entry, Unreadable, WorkTree
from elzctl.wording import Message, say

LONG_TITLE = 120
LAST = 999

_BREAKS = "\u2028\u2029\ufffe\uffff"


class Refused(Exception):
    """It could not be done, and trying again would not help; ``message`` says why, and ``hint`` what to do."""

    def __init__(self, message: Message, hint: Message | None = None) -> None:
        """Both are words for a person."""
        super().__init__(message.text)
        self.message = message
        self.hint = hint


# What is free


def title_fault(title: str) -> Message | None:
    """Why this cannot be a title or a motto, or ``None`` when it can."""
    if not title.strip():
        return say("This cannot be left empty")
    bad = next((sign for sign in title if unicodedata.category(sign) in ("Cc", "Co", "Cs") or sign in _BREAKS), None)
    if bad is None:
        return None
    return say("This has to be one line without invisible characters; here is one (U+{code})", code=f"{ord(bad):04X}")


def long_title(title: str) -> Message | None:
    """A remark on a title that is longer than one reads at a glance."""
    if len(title) <= LONG_TITLE:
        return None
    return say(
        "This title has {count} characters; up to {limit} reads more easily.", count=len(title), limit=LONG_TITLE
    )


def next_number(plan: Plan, above: Number) -> Number:
    """One more than the highest number in use under *above*; ``Number(())`` is above the strategic goals."""
    used = (number.parts[-1] for number in _numbers(plan) if number.parent == above)
    return Number((*above.parts, max(used, default=0) + 1))


def number_fault(plan: Plan, number: Number, above: Number) -> Message | None:
    """Why something new under *above* cannot have this number, or ``None`` when it can."""
    if number.parent != above:
        return say("{number} does not stand under {above}", number=str(number), above=str(above))
    if number.parts[-1] > LAST:
        return say("No number is left: {last} is the last one", last=LAST)
    taken = _numbers(plan).get(number)
    return None if taken is None else say("Number {number} is taken by “{title}”", number=str(number), title=taken[:80])


def free_id(plan: Plan, title: str) -> str:
    """An id from the telling words of a title, with ``-2``, ``-3`` … when it is taken; ``""`` when there are none."""
    name, taken, count = ids.slug(title), _taken(plan), 2
    free = name
    while free in taken:
        free, count = f"{name}-{count}", count + 1
    return free


def id_fault(plan: Plan, name: str) -> Message | None:
    """Why something new cannot have this id, or ``None`` when it can."""
    if not name:
        return say("No id can be made of this title; give one yourself: small letters, digits and hyphens")
    fault = ids.fault(name)
    if fault is not None:
        return say("The id “{id}” {reason}", id=name[:80], reason=fault)
    return say("The id “{id}” is taken already", id=name) if name in _taken(plan) else None


def uncounted(loaded: Loaded) -> tuple[str, ...]:
    """The files of actions whose number cannot be read, and may thus be given a second time."""
    broken = {finding.span.path for finding in loaded.findings}
    unread = (f"{ACTIONS}/{name}.md" for name in loaded.plan.unread)
    unnumbered = (action.path for action in loaded.plan.actions if action.number is None)
    return tuple(sorted({path for path in unread if path in broken}.union(unnumbered)))


def _numbers(plan: Plan) -> dict[Number, str]:
    """Every number in use, with the title of what has it."""
    items: tuple[StrategicGoal | Goal | Action, ...] = (*plan.strategic_goals, *plan.goals, *plan.actions)
    return {item.number: item.title for item in items if item.number is not None}


def _taken(plan: Plan) -> set[str]:
    return {*plan.titles, *(name.lower() for name in plan.unread)}


def refuse(fault: Message | None) -> None:
    """Raises Refused when there is a fault."""
    if fault is not None:
        raise Refused(fault)


# What is written


def template(root: Path, name: str) -> str:
    """The zone's own text of a name, or the one that comes with elzctl.  Raises Refused when it cannot be read."""
    path = f"templates/new/{name}"
    try:
        source, odd = decode.decode(path, WorkTree(root).read(path))
        refuse(None if odd is None else say("{path}: {message}", path=path, message=odd.message))
        text = source.text
    except Unreadable as fault:
        refuse(None if fault.missing else say("{path} {reason}", path=path, reason=fault.reason))
        text = (templates.folder("new") / name).read_text(encoding="utf-8")
    return text.replace("\r\n", "\n")


def errors(loaded: Loaded, path: str) -> list[tuple[str, Message]]:
    """Code and message of every error in a file."""
    found = (finding for finding in loaded.findings if finding.severity is Severity.ERROR)
    return [(finding.code, finding.message) for finding in found if finding.span.path == path]


class OneFile:
    """A tree with one file in it."""

    def __init__(self, path: str, raw: bytes) -> None:
        """*path* is from the root."""
        self.path = path
        self.raw = raw

    def entries(self, folder: str) -> tuple[Entry, ...]:
        parent, _, name = self.path.rpartition("/")
        return (Entry(self.path, name, folder=False, link=False),) if parent == folder else ()

    def read(self, path: str) -> bytes:
        if path != self.path:
            raise Unreadable(say("does not exist"), missing=True)
        return self.raw

    def tracked(self, folder: str) -> None:
        """Git is not asked."""
