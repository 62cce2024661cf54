"""New goals: a few lines put into ``goals.yaml``, in the style of their neighbours; every other byte stays.

The file is only written when the goals that are then read are the old ones and the new one in its place.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path
from typing import Any, TypeAlias, TypeVar

import yaml

from elzctl import decode, disk, nodes
from elzctl.edit import rewritten, scalar
from elzctl.load import GOALS, Loaded, load
from elzctl.lock import lock
from elzctl.model import Goal, Plan, StrategicGoal
from elzctl.nodes import Yaml
from elzctl.scaffold.allowed import (
    OneFile,
    Refused,
    errors,
    free_id,
    id_fault,
    next_number,
    number_fault,
    refuse,
    template,
    title_fault,
)
from elzctl.source import Patch, Source
from elzctl.terms import Number
from elzctl.tree import Unreadable, WorkTree
from elzctl.value import replace
from elzctl.wording import Message, say

AnyGoal: TypeAlias = Goal | StrategicGoal
Item = TypeVar("Item", bound=AnyGoal)

_STEP = 2
# A comment line, and the blank lines above it.
_COMMENT = re.compile(r"(?:[ \t]*\r?\n)*([ ]*)#[^\n]*(?:\n|\Z)")
_SOMETHING = re.compile(r"^(?!---\s*$)[ \t]*[^#\s]", re.MULTILINE)
_BLANK_LINE = re.compile(r"\n[ \t]*\r?\n")


def new_goal(root: Path, wanted: Item, under: str = "") -> Item:
    """Writes a goal and returns it with its number and id.  Raises Refused, WriteFault.

    An operational goal comes behind the last one of the strategic goal with id *under*, a strategic goal at the end.
    """
    refuse(title_fault(wanted.title) or (title_fault(wanted.motto) if wanted.motto else None))
    with lock(root):
        plan = load(WorkTree(root)).plan
        above = next((known for known in plan.strategic_goals if known.id == under), None)
        made = _placed(plan, wanted, above)
        source = _goals_file(root)
        raw = _with_goal(source or _empty_file(root, plan), made, above)
        if raw is None or not _holds(plan, made, above, raw, source):
            raise _by_hand(made, above)
        disk.write(root, GOALS, raw, expected=None if source is None else source.raw)
    return made


def goals_fault(loaded: Loaded) -> Message | None:
    """Why no goal can be read from a file that has something in it."""
    fault = next((finding for finding in loaded.findings if finding.span.path == GOALS), None)
    if loaded.plan.strategic_goals or fault is None or fault.code == "missing-file":
        return None
    source = loaded.sources.get(GOALS)
    if source is not None and not _SOMETHING.search(source.text):
        return None
    return say("{path}: {message}", path=GOALS, message=fault.message)


def _placed(plan: Plan, wanted: Item, above: StrategicGoal | None) -> Item:
    parent = Number(()) if above is None else above.number
    if parent is None or (above is None and isinstance(wanted, Goal)):
        raise Refused(say("There is no strategic goal with a number to put this goal under"))
    number = wanted.number or next_number(plan, parent)
    name = wanted.id or free_id(plan, wanted.motto or wanted.title)
    refuse(number_fault(plan, number, parent) or id_fault(plan, name))
    return replace(wanted, title=wanted.title.strip(), motto=wanted.motto.strip(), number=number, id=name)


def _goals_file(root: Path) -> Source | None:
    """The file as it is, or ``None`` when there is none."""
    try:
        source, odd = decode.decode(GOALS, WorkTree(root).read(GOALS))
    except Unreadable as fault:
        refuse(None if fault.missing else say("{path} {reason}", path=GOALS, reason=fault.reason))
        return None
    faults = (odd,) if odd is not None else nodes.compose(source, 0, len(source.text))[1]
    for found in faults:
        message = say("{path}, line {line}: {message}", path=GOALS, line=found.span.line, message=found.message)
        raise Refused(message, found.hint or say("Mend this first, and try again."))
    return source


def _empty_file(root: Path, plan: Plan) -> Source:
    text = template(root, f"goals.{plan.settings.language.value}.yaml")
    return Source(GOALS, text.encode(), text)


def _holds(plan: Plan, made: AnyGoal, above: StrategicGoal | None, raw: bytes, before: Source | None) -> bool:
    """True when the goals that are read from *raw* are those of the plan and *made* behind its neighbours."""
    if isinstance(made, StrategicGoal):
        wanted = (*plan.strategic_goals, made)
    else:
        wanted = tuple(
            replace(known, goals=(*known.goals, made)) if known is above else known for known in plan.strategic_goals
        )
    loaded = load(OneFile(GOALS, raw))
    known_errors = errors(load(OneFile(GOALS, before.raw)), GOALS) if before and before.text.strip() else []
    new_errors = [error for error in errors(loaded, GOALS) if error not in known_errors]
    return not new_errors and _plain(loaded.plan.strategic_goals) == _plain(wanted)


def _plain(goals: Iterable[StrategicGoal]) -> list[StrategicGoal]:
    """The goals without what is made of their title and text."""
    return [
        replace(one, references=(), goals=tuple(replace(goal, references=()) for goal in one.goals)) for one in goals
    ]


def _by_hand(made: AnyGoal, above: StrategicGoal | None) -> Refused:
    """What to do when the file is written in a way that lines cannot safely be put into."""
    message = say("elzctl cannot change {path} safely as it is written; nothing was written", path=GOALS)
    if above is None:
        lines = _lines(made, 0, _STEP).rstrip("\n")
        return Refused(message, say("Add these lines yourself at the end:\n{lines}", lines=lines))
    lines = _lines(made, 2 * _STEP, 3 * _STEP).rstrip("\n")
    at = above.at.get("goals") or above.at["number"]
    where = say("Add these lines yourself to “goals” of “{id}” (line {line}):", id=above.id, line=at.line)
    return Refused(message, say("{where}\n{lines}", where=where, lines=lines))


# The lines and their place


def _lines(goal: AnyGoal, dash: int, key: int) -> str:
    """A goal as an item of a list: the ``-`` stands *dash* columns from the left, the keys *key*."""
    kind = goal.kind.value if isinstance(goal, StrategicGoal) and goal.kind else ""
    rows = (
        ("id", scalar(goal.id)),
        ("number", str(goal.number)),
        ("kind", kind),
        ("title", scalar(goal.title)),
        ("motto", goal.motto and scalar(goal.motto)),
    )
    lines = [f"{name}: {value}\n" for name, value in rows if value]
    return " " * dash + "-".ljust(key - dash) + (" " * key).join(lines)


def _with_goal(source: Source, made: AnyGoal, above: StrategicGoal | None) -> bytes | None:
    """The file with a goal more; ``None`` when that cannot be done without touching more."""
    data, _ = nodes.compose(source, 0, len(source.text))
    patches = _behind_all(data, made) if above is None else _behind_goals(data, made, above)
    return None if patches is None else rewritten(source, patches)


def _behind_all(data: Yaml, made: AnyGoal) -> tuple[Patch, ...] | None:
    top: Any = data.node
    if top is None or (isinstance(top, yaml.ScalarNode) and not top.value):
        return (_insert(data.source, len(data.source.text), _lines(made, 0, _STEP)),)
    if isinstance(top, yaml.SequenceNode) and not top.value:
        at = data.span(top)
        return (Patch(at.path, at.start, at.end, _lines(made, 0, _STEP).removesuffix("\n")),)
    return _behind_last(data.source, top, made)


def _behind_goals(data: Yaml, made: AnyGoal, above: StrategicGoal) -> tuple[Patch, ...] | None:
    top: Any = data.node
    item = next((node for node in top.value if data.span(node).start <= _offset(above) < data.span(node).end), None)
    if item is None or item.flow_style:
        return None
    source, key_column = data.source, item.start_mark.column
    dash = key_column + _STEP
    pair = next((pair for pair in item.value if pair[0].value == "goals"), None)
    if pair is None:
        lines = f"{' ' * key_column}goals:\n{_lines(made, dash, dash + _STEP)}"
        return (_insert(source, _below(source.text, _last(item, source.text), key_column), lines),)
    key, value = pair
    if value.value:
        return _behind_last(source, value, made)
    # “goals:” with nothing or “[]” behind it.
    colon = source.text.index(":", key.end_mark.index) + 1
    place = _below(source.text, value.end_mark.index, dash)
    emptied = Patch(source.path, colon, value.end_mark.index, "")
    return (emptied, _insert(source, place, _lines(made, dash, dash + _STEP)))


def _offset(goal: StrategicGoal) -> int:
    """Where in the file something of a goal stands."""
    return min((span.start for span in goal.at.values()), default=-1)


def _behind_last(source: Source, items: Any, made: AnyGoal) -> tuple[Patch, ...] | None:
    """A goal behind the last one of a list that has each on lines of its own."""
    if not isinstance(items, yaml.SequenceNode) or items.flow_style or not items.value:
        return None
    text, last = source.text, items.value[-1]
    dash, key = items.start_mark.column, last.start_mark.column
    between = text[_last(items.value[-2], text) : last.start_mark.index] if len(items.value) > 1 else ""
    blank = "\n" if _BLANK_LINE.search(between) else ""
    return (_insert(source, _below(text, _last(last, text), dash), blank + _lines(made, dash, key)),)


def _last(node: Any, text: str) -> int:
    """Where the last character of a node ends; YAML's own mark may lie behind comments and blank lines."""
    while isinstance(node, yaml.CollectionNode) and not node.flow_style and node.value:
        node = node.value[-1][1] if isinstance(node, yaml.MappingNode) else node.value[-1]
    return len(text[: node.end_mark.index].rstrip())


def _below(text: str, position: int, column: int) -> int:
    """The start of the first line under *position* that is no comment at or right of *column*."""
    position = text.find("\n", position) + 1 or len(text)
    while (match := _COMMENT.match(text, position)) and len(match[1]) >= column and match.end() > position:
        position = match.end()
    return position


def _insert(source: Source, position: int, lines: str) -> Patch:
    if position and source.text[position - 1] != "\n":
        lines = "\n" + lines.removesuffix("\n")  # the file ends without a line ending, and goes on doing so
    return Patch(source.path, position, position, lines)
