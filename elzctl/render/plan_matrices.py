"""Matrices over the live actions: for which target groups they are, and who carries how much.

One that is wider than a page is divided by strategic goal.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from elzctl.model import Action
from elzctl.record import NamedTuple
from elzctl.render.markdown import clean, plain
from elzctl.render.plan_cells import Cell, head, number_width, titled
from elzctl.render.plan_text import PlanText
from elzctl.render.tree import Block, Inline, Jump, Strong, Table, Text
from elzctl.views.involved import Columns, carriers, columns, served
from elzctl.wording import Message, say

FOR = "●"
_NAME, _MARK, _COUNT = 32, 8, 13
_ALL_MARKS = 13 * _MARK
"""The room of actions that stand beside each other in a table that fits a page, in millimetres as the other widths."""
_LONGEST = 9


class Line(NamedTuple):
    """A row: a name, the ids of its actions and of those that have the first mark, and the counts at its end."""

    name: str
    actions: frozenset[str]
    first: frozenset[str]
    counts: tuple[int, ...]


class Form(NamedTuple):
    """What a matrix is made with: the two marks, the head of its names and those of its counts."""

    marks: tuple[Inline, Inline]
    names: Message
    counts: tuple[Message, ...]


def target_groups(text: PlanText) -> tuple[Block, ...]:
    """Target groups by actions."""
    known = text.plan.settings.target_groups
    lines = tuple(
        Line(clean(known.get(row.group, row.group)), row.actions, frozenset(), (len(row.actions),))
        for row in served(text.plan)
    )
    form = Form((Text(FOR), Text(FOR)), say("Target group"), (say("Actions"),))
    legend = say("{mark} = the action is for this target group", mark=FOR)
    return (text.paragraph(text.say(legend)), *_matrices(lines, form, text)) if lines else ()


def partners(text: PlanText) -> tuple[Block, ...]:
    """Who carries how much: leads and partners by actions."""
    lines = tuple(
        Line(clean(text.plan.actor_name(row.actor)), row.all, row.leads, (len(row.leads), len(row.partners)))
        for row in carriers(text.plan)
    )
    if not lines:
        return ()
    marks = Strong((Text(text.say(say("L"))),)), Text(text.say(say("P")))
    form = Form(marks, say("Organisation or group"), (say("Leads"), say("Partner in")))
    legend = text.paragraph(text.say(say("L = leads the action, P = partner in it")))
    found = columns(text.plan, _ALL_MARKS // _mark(text))
    if len(found) == 1:
        return (legend, *_matrices(lines, form, text))
    # In a divided matrix, who stands in one place only would be hard to find, and fill most of it.
    many = tuple(line for line in lines if len(line.actions) > 1)
    return (legend, _overview(many, form, found, text), *_matrices(many, form, text), *_once(lines, form, text))


def _matrices(lines: Sequence[Line], form: Form, text: PlanText) -> tuple[Table, ...]:
    """One for all actions, or one a strategic goal; the counts are always those of the whole plan."""
    found = columns(text.plan, _ALL_MARKS // _mark(text))
    drawn = (_matrix(lines, form, some, found, text) for some in found)
    return tuple(one for one in drawn if one.rows)


def _once(lines: Iterable[Line], form: Form, text: PlanText) -> Iterator[Table]:
    """Those who stand in one action, under that action."""
    under: dict[str, list[Line]] = {}
    for line in sorted(lines, key=lambda line: (not line.first, line.name.casefold())):
        if len(line.actions) == 1:
            under.setdefault(min(line.actions), []).append(line)
    rows = tuple(
        (titled(action, text), tuple(_names(under[action.id], form)))
        for action in text.plan.actions
        if action.id in under
    )
    if rows:
        labels = head(text, say("Action"), say("Who is in this action only"))
        yield Table(text.say(say("In one action only")), labels, rows, (60, 102), dense=True)


def _names(lines: Iterable[Line], form: Form) -> Iterator[Inline]:
    """Names with their mark, with a comma between."""
    for at, line in enumerate(lines):
        yield Text(f"{', ' if at else ''}{line.name} (")
        yield form.marks[not line.first]
        yield Text(")")


def _overview(lines: Iterable[Line], form: Form, found: Iterable[Columns], text: PlanText) -> Table:
    """How many actions of each strategic goal, and in all."""
    by_goal: dict[str, set[str]] = {}
    for some in found:
        by_goal.setdefault(_goal_number(some, text), set()).update(action.id for action in some.actions)
    rows = tuple(
        (
            (Text(line.name),),
            *(_count(len(line.actions & some)) for some in by_goal.values()),
            *map(_count, line.counts),
        )
        for line in lines
    )
    heads = tuple((Text(name),) for name in by_goal)
    return Table(
        text.say(say("How many actions, by strategic goal")),
        (*head(text, form.names), *heads, *head(text, *form.counts)),
        rows,
        (2 * _NAME, *[_COUNT] * (len(heads) + len(form.counts))),
        dense=True,
    )


def _matrix(lines: Iterable[Line], form: Form, some: Columns, found: Sequence[Columns], text: PlanText) -> Table:
    """The rows that have a mark under one of these actions."""
    ids = frozenset(action.id for action in some.actions)
    marks = tuple((mark,) for mark in form.marks)
    rows = tuple(
        (
            (Text(line.name),),
            *(marks[one.id not in line.first] if one.id in line.actions else () for one in some.actions),
            *map(_count, line.counts),
        )
        for line in lines
        if line.actions & ids
    )
    counts = head(text, *form.counts)
    mark = _mark(text)
    return Table(
        _caption(some, found, text),
        (*head(text, form.names), *(_action_head(one, text) for one in some.actions), *counts),
        rows,
        (_NAME + _ALL_MARKS - len(some.actions) * mark, *[mark] * len(some.actions), *[_COUNT] * len(counts)),
        dense=True,
    )


def _mark(text: PlanText) -> int:
    return max(_MARK, number_width(text.plan))


def _caption(some: Columns, found: Sequence[Columns], text: PlanText) -> str:
    """The strategic goal; of one that is divided further, from which action to which."""
    if some.goal is None:
        return text.say(say("Actions without a goal")) if len(found) > 1 else ""
    title = f"{some.goal.number or ''} {text.title_text(some.goal.title)}".strip()
    if sum(one.goal is some.goal for one in found) == 1:
        return title
    first, last = (plain(_action_head(some.actions[at], text)) for at in (0, -1))
    return f"{title} ({first} – {last})"


def _goal_number(some: Columns, text: PlanText) -> str:
    if some.goal is None:
        return text.say(say("none"))
    return str(some.goal.number or text.title_text(some.goal.title)[:_LONGEST])


def _action_head(action: Action, text: PlanText) -> Cell:
    """The number of an action as a jump; of one without, how its title begins."""
    name = str(action.number or "")
    if not name:
        title = text.title_text(action.title)
        name = title if len(title) <= _LONGEST else f"{title[: _LONGEST - 1]}…"
    return (Jump(action.id, (Text(name),)),)


def _count(number: int) -> Cell:
    return (Text(str(number)),) if number else ()
