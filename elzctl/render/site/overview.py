"""The plan at a glance, as HTML: all goals and actions in one table, to be chosen by what they are for and who does them.

Without a script it is the whole table, and the pages of actors, target groups and themes choose.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from html import escape

from elzctl.model import Action, Goal, StrategicGoal
from elzctl.render.html_blocks import Writer
from elzctl.render.markdown import plain
from elzctl.render.plan_cells import state, titled
from elzctl.render.site.cells import (
    PAGES,
    Line,
    action_name,
    actors,
    bullets,
    counted,
    deadline,
    few,
    how_it_stands,
    to_goal,
)
from elzctl.render.site.choices import ROWS, bar, names
from elzctl.render.site.page import Page, Site
from elzctl.render.tree import Block, Jump, Text
from elzctl.wording import say, say_count

MOST_ROWS, MOST_SIGNS = 200, 80_000
"""Beyond these the page does not hold every action: it would be heavy for a telephone."""


def plan_page(site: Site) -> Page:
    """The page, with its table behind the list of chapters."""
    chapters = [(Jump(one.id, (Text(site.text.title_text(one.title)),)),) for one in site.plan.chapters]
    known = [line for line in chapters if isinstance(line[0], Jump) and site.places.page(line[0].anchor)]
    blocks: tuple[Block, ...] = bullets(known)
    if known:
        blocks = (site.text.paragraph(site.say(say("Chapters of this plan:"))), *blocks)
    subtitle = site.say(say("All goals and actions"))
    return site.page(
        "page:plan", site.title, blocks, kind="plan", subtitle=subtitle, behind=overview_html, apart=subtitle
    )


def overview_html(site: Site, writer: Writer) -> str:
    """The bar to choose by, and the tables."""
    plan = site.plan
    if not (plan.strategic_goals or plan.actions):
        return f"<p>{escape(site.say(say('This plan has no goals and no actions yet.')))}</p>\n"
    first = f"<p>{escape(counted(site))}</p>\n"
    if not plan.actions:
        return first + _shorter(site, writer)
    whole = _whole(site, writer) if len(plan.actions) <= MOST_ROWS else ""
    if whole and len(whole) <= MOST_SIGNS:
        return f"{first}{whole}"
    return f"{first}{_large(site, writer)}"


# All of them


def _whole(site: Site, writer: Writer) -> str:
    """The bar to choose by, and all actions."""
    goals = "".join(_strategic(strategic, site, writer) for strategic in site.plan.strategic_goals)
    return f"{bar(site)}{goals}{_strays(site, writer)}"


def _large(site: Site, writer: Writer) -> str:
    """The bar to choose by, and the names of all actions under their goals; how many there are, when also these are too many."""
    around = f"{bar(site, ROWS)}{_rows_to_come(site)}"
    strays = _strays(site, writer)
    named = _shorter(site, writer, named=True)
    if len(named) + len(strays) <= MOST_SIGNS:
        return f"{around}{named}{strays}"
    words = say("These are too many for one page: each goal has its actions.")
    return f"{around}<p>{escape(site.say(words))}</p>\n{_shorter(site, writer)}{strays}"


def _rows_to_come(site: Site) -> str:
    """The table for the actions that somebody chooses."""
    return f'<div id="_elz-rows" hidden>\n{_table("", site, escape(site.say(say("Goals and actions"))))}</div>\n'


def _strays(site: Site, writer: Writer) -> str:
    """The actions that stand under no goal of the plan, as many as a page can hold."""
    known = {goal.number for goal in site.plan.goals}
    strays, more = few(
        (one for one in site.plan.actions if one.number is None or one.number.parent not in known), site, where=PAGES
    )
    if not strays:
        return ""
    title = escape(site.say(say("Actions without a goal")))
    table = _table(_rows(strays, site, writer), site, title)
    return f'<section class="goals">\n<h2>{title}</h2>\n{table}{writer.blocks(more)}</section>\n'


def _shorter(site: Site, writer: Writer, *, named: bool = False) -> str:
    return "".join(_short(strategic, site, writer, named=named) for strategic in site.plan.strategic_goals)


def _short(strategic: StrategicGoal, site: Site, writer: Writer, *, named: bool = False) -> str:
    """A strategic goal with those below it, and how many actions each has; or which, when they are to be *named*."""
    title = writer.line(site.public(to_goal(strategic, site)))
    lines = []
    for goal in strategic.goals:
        found = site.plan.by_goal.get(goal.number, ()) if goal.number is not None else ()
        count = site.say(say_count("{count} action", "{count} actions", len(found)))
        told = f" – {escape(count)}" if found else _none(site)
        below = _names(found, site, writer) if named and found else ""
        lines.append(f"<li>{writer.line(site.public(to_goal(goal, site)))}{told}{below}</li>\n")
    below = f"<ul>\n{''.join(lines)}</ul>\n" if lines else ""
    if site.plan.actions and not lines:
        below += f"<p>{escape(site.say(say('no actions yet')))}</p>\n"
    return f'<section class="goals">\n<h2>{title}</h2>\n{below}</section>\n'


def _names(actions: Iterable[Action], site: Site, writer: Writer) -> str:
    """Actions in as few signs as there can be: their names, and how they stand."""
    lines = (site.public((*titled(action, site.text), Text(f" – {how_it_stands(action, site)}"))) for action in actions)
    return f'\n<ul class="names">\n{"".join(f"<li>{writer.line(line)}</li>{chr(10)}" for line in lines)}</ul>\n'


def _none(site: Site) -> str:
    """Behind a goal, that it has no actions yet; of a plan that has none at all this is said once."""
    return f" – {escape(site.say(say('no actions yet')))}" if site.plan.actions else ""


def _has_actions(strategic: StrategicGoal, site: Site) -> bool:
    return any(goal.number in site.plan.by_goal for goal in strategic.goals)


# The tables


def _strategic(strategic: StrategicGoal, site: Site, writer: Writer) -> str:
    if not _has_actions(strategic, site):
        return _short(strategic, site, writer)
    bodies = "".join(_goal(goal, site, writer) for goal in strategic.goals)
    line = site.public(to_goal(strategic, site))
    # The title, which may be long, stands just above: who hears the page need not hear it three times.
    number = str(strategic.number) if strategic.number is not None else ""
    name = site.say(say("Strategic goal {number}", number=number)) if number else plain(line)
    return f'<section class="goals">\n<h2>{writer.line(line)}</h2>\n{_table(bodies, site, escape(name))}</section>\n'


def _goal(goal: Goal, site: Site, writer: Writer) -> str:
    found = site.plan.by_goal.get(goal.number, ()) if goal.number is not None else ()
    head = writer.line(site.public(to_goal(goal, site))) + ("" if found else _none(site))
    return (
        f'<tbody class="goal">\n<tr><th colspan="4" scope="rowgroup">{head}</th></tr>\n'
        + "".join(_row(action, site, writer) for action in found)
        + "</tbody>\n"
    )


def _table(bodies: str, site: Site, name: str) -> str:
    """The table; *name* is what it is called for who hears the page."""
    labels = (say("Action"), say("State"), say("Lead"), say("Deadline"))
    head = "".join(f'<th scope="col">{escape(site.say(label))}</th>' for label in labels)
    return (
        f'<div class="scroll" role="group" tabindex="0" aria-label="{name}">\n'
        f'<table class="overview" aria-label="{name}">\n<thead>\n<tr>{head}</tr>\n</thead>\n{bodies}</table>\n</div>\n'
    )


def _rows(actions: Iterable[Action], site: Site, writer: Writer) -> str:
    rows = "".join(_row(action, site, writer) for action in actions)
    return f'<tbody class="goal">\n{rows}</tbody>\n'


def _row(action: Action, site: Site, writer: Writer) -> str:
    name: Line = (Jump(action.id, (Text(action_name(action, site)),)),)
    cells = (
        name,
        state(action, site.text),
        actors(action.lead, site),
        deadline(action, site),
    )
    drawn = "".join(f"<td>{writer.line(cell)}</td>" for cell in site.public(cells))
    style = ' class="past"' if action.is_stub else ""
    return f"<tr{style}{''.join(_marks(action, site))}>{drawn}</tr>\n"


def _marks(action: Action, site: Site) -> Iterator[str]:
    """What a row can be chosen by."""
    for kind, found in names(action, site).items():
        if found:
            yield f' data-{kind}="{escape(" ".join(found))}"'
