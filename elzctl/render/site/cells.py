"""What the pages of a site share: actions in a table, names that lead to their pages, lists of links."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from itertools import islice
from typing import TYPE_CHECKING, TypeAlias, TypeVar

from elzctl.dates import VagueDate
from elzctl.dates import late as is_past
from elzctl.fiche import Ref
from elzctl.model import Action, Goal, StrategicGoal
from elzctl.render.markdown import clean, plain
from elzctl.render.plan_cells import head, state, titled, words
from elzctl.render.plan_fiche import step_anchor
from elzctl.render.plan_glance import deadline_of, due_of, tally
from elzctl.render.site.page import Site
from elzctl.render.tree import Block, Bullets, Heading, Inline, Item, Jump, Paragraph, Strong, Table, Text
from elzctl.wording import Message, say, say_count

if TYPE_CHECKING:
    from elzctl.views.carried import Carried

T = TypeVar("T")
Line: TypeAlias = tuple[Inline, ...]

MOST = 120
"""Rows of a list on one page, which has to be light; of most zones no list has as many."""

Where: TypeAlias = tuple[tuple[str, Message], ...]
MINUTES: Where = (("page:meetings", say("The minutes of all meetings")), ("page:downloads", say("Downloads")))
PLAN: Where = (("page:plan", say("All goals and actions")),)
PAGES: Where = (("page:all", say("All pages")),)
"""Where what stands no more in a list stands: pages, and what leads to them is called."""


def heading(title: Message, site: Site, level: int = 1) -> Heading:
    """The heading of a part of a page."""
    return Heading(level, "", (Text(site.say(title)),))


def part(title: Message, blocks: tuple[Block, ...], site: Site) -> tuple[Block, ...]:
    """Blocks under a heading; nothing when there are none."""
    return (heading(title, site), *blocks) if blocks else ()


def bullets(lines: Iterable[Line]) -> tuple[Block, ...]:
    """A list; nothing when it is empty."""
    items = tuple(Item((Paragraph(line),)) for line in lines)
    return (Bullets(items),) if items else ()


def few(
    rows: Iterable[T], site: Site, most: int = MOST, where: Where = MINUTES
) -> tuple[tuple[T, ...], tuple[Block, ...]]:
    """No more rows than a page can hold, and a line that says where the others are."""
    rows = iter(rows)
    shown, more = tuple(islice(rows, most)), sum(1 for _ in rows)
    if not more:
        return shown, ()
    words = site.say(say_count("And {count} more.", "And {count} more.", more))
    links = joined(((Jump(name, (Text(site.say(label)),)),) for name, label in where), " · ")
    return shown, (Paragraph((Text(f"{words} "), *links)),)


def bullets_of(
    draw: Callable[[Iterable[T], Site], Iterable[Line]], rows: Iterable[T], site: Site, most: int = MOST
) -> tuple[Block, ...]:
    """A list of what *draw* makes of rows, no longer than a page can hold."""
    shown, more = few(rows, site, most)
    return (*bullets(draw(shown, site)), *more)


def joined(lines: Iterable[Line], mark: str = ", ") -> Line:
    """Lines as one, with a mark between."""
    found: list[Inline] = []
    for line in lines:
        found += (Text(mark),) if found else ()
        found += line
    return tuple(found)


def actor_name(name: str, site: Site) -> Line:
    """An actor, as a jump to its page when it has one."""
    return (Jump(f"actor:{name}", (Text(clean(site.plan.actor_name(name))),)),)


def actors(refs: Iterable[Ref], site: Site) -> Line:
    """Actors one after the other."""
    return joined(actor_name(ref.id, site) for ref in refs)


def groups(refs: Iterable[Ref], site: Site) -> Line:
    """Target groups, each as a jump to its page."""
    known = site.plan.settings.target_groups
    return joined((Jump(f"group:{ref.id}", (Text(clean(known.get(ref.id, ref.id))),)),) for ref in refs)


def themes(refs: Iterable[Ref], site: Site) -> Line:
    """Themes, each as a jump to its page."""
    known = site.plan.settings.themes
    return joined((Jump(f"theme:{ref.id}", (Text(clean(known.get(ref.id, ref.id))),)),) for ref in refs)


def goal_name(goal: Goal | StrategicGoal, site: Site) -> str:
    """A goal by number and title."""
    return f"{goal.number or ''} {site.text.title_text(goal.title)}".strip()


def to_goal(goal: Goal | StrategicGoal, site: Site) -> Line:
    """A goal as a jump to its page."""
    return (Jump(goal.id, (Text(goal_name(goal, site)),)),)


def action_name(action: Action, site: Site) -> str:
    """An action by number and title."""
    return f"{action.number or ''} {site.text.title_text(action.title)}".strip()


def counted(site: Site) -> str:
    """How many actions the plan has, and how they stand."""
    found = site.plan.actions
    if not found:
        return site.say(say("There are no actions yet."))
    return f"{site.say(say_count('{count} action', '{count} actions', len(found)))}: {tally(found, site.text)}."


def actions_table(
    actions: Iterable[Action],
    site: Site,
    most: int = MOST,
    where: Where = PAGES,
    told: Callable[[Action, Site], Line] | None = None,
) -> tuple[Block, ...]:
    """Actions with how they stand, who leads them and by when; nothing when there are none.

    What is *told* of an action goes behind its name.
    """
    shown, more = few(actions, site, most, where)
    rows = tuple(
        ((*name, *told(one, site)) if told else name, state, actors(one.lead, site) or words(""), deadline)
        for one in shown
        for name, state, deadline in (standing(one, site),)
    )
    labels = site.once(
        "head of actions", lambda site: head(site.text, say("Action"), say("State"), say("Lead"), say("Deadline"))
    )
    return (Table("", labels, rows, (12, 4, 7, 4)), *more) if rows else ()


def standing(action: Action, site: Site) -> tuple[Line, Line, Line]:
    """An action by its name, how it stands and by when it is due, for a table; the same stands in many."""
    return site.once(
        ("standing", action.id),
        lambda site: (titled(action, site.text), state(action, site.text), deadline(action, site) or words("")),
    )


def deadline(action: Action, site: Site) -> Line:
    """By when an action is due, and that it is late; nothing when it has no deadline."""
    when, said = deadline_of(action, site.text), late(action, site)
    told = (Text(", "), Strong((Text(said),))) if said else ()
    return (Text(when), *told) if when else ()


def late(action: Action, site: Site) -> str:
    """That an action is late, in words that fit behind its deadline, and which deadline passed first if not that one; else ``""``.

    It is late when the list of how actions stand says so, which the dashboard counts.  Where the deadline of the action
    has not passed, or its step was done, another step is late.
    """
    first, due = late_actions(site).get(action.id), due_of(action)
    if first is None or due is None:
        return ""
    todo = (step.due for step in action.steps if step.due and not step.done) if action.due is None else (due,)
    if not is_past(due, site.today) or all(one.last != due.last for one in todo):
        return site.say(say("a step is late: {until}", until=site.text.stretch(None, first)))
    if first.last == due.last:
        return site.say(say("late"))
    return site.say(say("late (first: {date})", date=site.text.when(first)))


def why_late(action: Action, site: Site) -> Line:
    """What of an action is late and since when, as a jump to the first step that is; nothing when it is not late."""
    first = late_actions(site).get(action.id)
    if first is None:
        return ()
    until = site.text.stretch(None, first)
    found = [
        (step.due.last, step.due.first, place)
        for place, step in enumerate(action.steps, 1)
        if step.due and site.text.late(action, step.due, step.done)
    ]
    if not found or min(found)[0] > first.last:
        return (Text(site.say(say("The action is late: {until}", until=until))),)
    words = say_count("A step is late: {until}", "{count} steps are late, the first: {until}", len(found), until=until)
    return (Jump(step_anchor(action, min(found)[2]), (Text(site.say(words)),)),)


def how_it_stands(action: Action, site: Site) -> str:
    """The state of an action in bare words, and that it is late."""
    found = (plain(state(action, site.text)), late(action, site))
    return ", ".join(filter(None, found))


def carries(site: Site) -> Mapping[str, Carried]:
    """What every actor carries, as its page says it."""
    from elzctl.views.carried import carried

    return site.once("carried", lambda site: carried(site.plan))


def late_actions(site: Site) -> Mapping[str, VagueDate]:
    """The ids of the actions that are late, each with its first deadline that passed."""
    return site.once("late", _late)


def _late(site: Site) -> Mapping[str, VagueDate]:
    from elzctl.views.status import Wanted, status

    rows = status(site.plan, site.today, Wanted(late=True))
    return {row.action.id: row.next.due for row in rows if row.next is not None and row.next.due is not None}


def tags(refs: Iterable[Ref], site: Site, before: str = "") -> Line:
    """Target groups and themes, each as a jump to its page; *before* them, when there are any."""
    settings = site.plan.settings
    known = {f"group:{name}": words for name, words in settings.target_groups.items()}
    known |= {f"theme:{name}": words for name, words in settings.themes.items()}
    found = [
        (Jump(anchor, (Text(clean(known[anchor])),)),)
        for ref in refs
        for anchor in (f"group:{ref.id}", f"theme:{ref.id}")
        if anchor in known
    ]
    return ((Text(before),) if before and found else ()) + joined(found)
