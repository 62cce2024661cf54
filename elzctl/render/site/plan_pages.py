"""The pages of actions, goals and chapters."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial
from typing import TYPE_CHECKING

from elzctl.fiche import Ref
from elzctl.model import Action, Chapter, Goal, StrategicGoal
from elzctl.render.forge import source
from elzctl.render.plan_cells import titled
from elzctl.render.plan_fiche import beside_stub, fiche
from elzctl.render.plan_glance import tally
from elzctl.render.plan_running import chapter_text, goal_text
from elzctl.render.site.cells import (
    MOST,
    Line,
    action_name,
    actions_table,
    actors,
    bullets,
    goal_name,
    groups,
    how_it_stands,
    part,
    themes,
)
from elzctl.render.site.page import MANY, Behind, Page, Site
from elzctl.render.site.past import with_history
from elzctl.render.site.react import react
from elzctl.render.tree import Block, Fiche, Field, Heading, Jump, Note, Paragraph, Text
from elzctl.views.discussed import discussed
from elzctl.wording import say

if TYPE_CHECKING:
    from elzctl.render.html_blocks import Writer

HEAVIEST = 72_000
"""Bytes of a drawing beside a list of as many actions, on a page of 100 kB."""
_ALONE = {"target_groups": say("Target group"), "themes": say("Theme")}
"""What a list is called that has one thing in it."""
_LINE = 80
"""Signs around the name of an action in a list."""


def action_pages(site: Site) -> Iterator[Page]:
    """A page for each action: its fiche, where it was discussed, and how to react."""
    above = _above(site)
    for action in filter(lambda one: site.wants(one.id), site.whole.actions):
        name = action_name(action, site)
        address = source(site.plan, action.path)
        yield site.page(
            action.id,
            name,
            (_linked(action, site),),
            kind="action",
            titled=False,
            above=("page:plan", *above.get(str(action.number.parent) if action.number is not None else "", ())),
            sources=((action.id, address),) if address else (),
            behind=partial(with_history, partial(react, name, action.id)),
        )


def goal_pages(site: Site) -> Iterator[Page]:
    """A page for each strategic and each operational goal."""
    for strategic in site.plan.strategic_goals:
        if site.wants(strategic.id):
            yield _goal(strategic, ("page:plan",), tuple(_below(strategic, site)), site)
        for goal in strategic.goals:
            if site.wants(goal.id):
                yield _goal(goal, ("page:plan", strategic.id), _actions(goal, site), site, partial(_timeline, goal))


def chapter_pages(site: Site) -> Iterator[Page]:
    """A page for each running chapter."""
    for chapter in filter(lambda one: site.wants(one.id), _chapters(site)):
        blocks = chapter_text(chapter, site.text)
        yield site.page(chapter.id, site.text.title_text(chapter.title), blocks, kind="chapter", above=("page:plan",))


def _above(site: Site) -> dict[str, tuple[str, str]]:
    """The strategic and the operational goal of a number."""
    pairs = ((strategic, goal) for strategic in site.plan.strategic_goals for goal in strategic.goals)
    return {str(goal.number): (strategic.id, goal.id) for strategic, goal in pairs if goal.number is not None}


# Actions


def _linked(action: Action, site: Site) -> Fiche:
    """The fiche, in which names lead to their pages; of an action that is over, all that the plan still knows of it."""
    drawn = fiche(action, site.text)
    fields = drawn.fields
    if action.is_stub:
        fields = tuple(sorted((*fields, *beside_stub(action, site.text)), key=lambda one: one.key == "discussed"))
    return drawn._replace(fields=tuple(_fields(fields, action, site)), tags=())


def _fields(fields: Iterable[Field], action: Action, site: Site) -> Iterator[Field]:
    named = {
        "lead": actors(action.lead, site),
        "partners": actors(action.partners, site),
        "target_groups": groups(action.target_groups, site),
        "themes": themes(action.themes, site),
    }
    for field in fields:
        line: Line = named.get(field.key, ())
        if line:
            alone = _ALONE.get(field.key) if len(getattr(action, field.key)) == 1 else None
            yield field._replace(label=site.say(alone) if alone else field.label, blocks=(Paragraph(line),))
        elif field.key == "decision":
            yield field._replace(blocks=(*field.blocks, *_to_decision(action, site)))
        else:
            yield field


def _to_decision(action: Action, site: Site) -> Iterator[Block]:
    """Where the decision stands that a status cites, when the plan knows it."""
    name = action.decision.meeting if action.decision is not None else ""
    if name in site.plan.noted:
        anchor = name if site.places.page(name) else "page:decisions"
        yield Paragraph((Jump(anchor, (Text(site.say(say("Read the decision"))),)),))


# Goals


def _goal(
    goal: Goal | StrategicGoal,
    above: tuple[str, ...],
    below: tuple[Block, ...],
    site: Site,
    behind: Behind | None = None,
) -> Page:
    word = say("Strategic goal") if isinstance(goal, StrategicGoal) else say("Operational goal")
    blocks = (*goal_text(goal, site.text), *below, *_discussed(goal.id, site))
    return site.page(
        goal.id, goal_name(goal, site), blocks, kind="goal", subtitle=site.say(word), above=above, behind=behind
    )


def _below(strategic: StrategicGoal, site: Site) -> Iterator[Block]:
    """The operational goals, each with its actions; with many of these, with their names, or else with how many there are."""
    known = site.plan.by_goal
    crowded = sum(len(known.get(goal.number, ())) for goal in strategic.goals if goal.number is not None) > MOST
    light = crowded and _is_light(strategic, site)
    for goal in strategic.goals:
        yield Heading(1, "", (Jump(goal.id, (Text(goal_name(goal, site)),)),))
        if goal.motto:
            yield Note("motto", (Paragraph(site.text.line(goal.motto)),))
        if crowded:
            yield from _actions(goal, site)[:1]
            yield from _names(known.get(goal.number, ()) if light and goal.number is not None else (), site)
        else:
            yield from _actions(goal, site)
    if not strategic.goals:
        yield site.text.quiet(say("This goal has no operational goals yet."))


def _is_light(strategic: StrategicGoal, site: Site) -> bool:
    """True when a page can hold the names of all actions under a goal."""
    found = (
        one for goal in strategic.goals if goal.number is not None for one in site.plan.by_goal.get(goal.number, ())
    )
    return sum(len(one.title) + len(site.places.page(one.id)) + _LINE for one in found) <= HEAVIEST


def _names(actions: Iterable[Action], site: Site) -> tuple[Block, ...]:
    """Actions in as few signs as there can be: their names, and how they stand."""
    return bullets((*titled(one, site.text), Text(f" – {how_it_stands(one, site)}")) for one in actions)


def _actions(goal: Goal, site: Site) -> tuple[Block, ...]:
    found = site.plan.by_goal.get(goal.number, ()) if goal.number is not None else ()
    if not found:
        return () if goal.text else (site.text.quiet(say("This goal has no actions yet.")),)
    return (site.text.paragraph(tally(found, site.text)), *actions_table(found, site))


def _timeline(goal: Goal, site: Site, writer: Writer) -> str:
    """When the actions of a goal run, in a plan that is too large for one drawing, as long as the page stays light."""
    found = site.plan.by_goal.get(goal.number, ()) if goal.number is not None and site.is_large else ()
    if not 0 < len(found) <= MANY:
        return ""
    from elzctl.render.plan_timeline import figure
    from elzctl.views.timeline import timeline

    drawn = timeline(site.plan, [action.id for action in found])
    if drawn is None:
        return ""
    made = writer.blocks(site.public(part(say("Timeline"), (figure(drawn, site.text, site.today),), site)))
    return made if len(made.encode()) <= HEAVIEST else ""


def _discussed(name: str, site: Site) -> tuple[Block, ...]:
    """The meetings up to today that name a goal."""
    found = tuple(one for one in discussed(site.plan, name) if one.meeting.day <= site.today)
    shown, more = site.text.few_meetings(tuple(one._replace(noted=()) for one in found))
    lines = [(Jump(one.meeting.id, (Text(site.text.meeting(one.meeting)),)),) for one in shown]
    return part(say("Discussed in"), (*bullets(lines), *more), site)


# Chapters


def _chapters(site: Site) -> Iterator[Chapter]:
    """The chapters that the plan prints, in its order."""
    known = {chapter.id: chapter for chapter in site.plan.chapters}
    chapters = site.plan.settings.chapters
    names: tuple[Ref, ...] = (*chapters.before, *chapters.after)
    yield from (known[name] for name in dict.fromkeys(ref.id for ref in names) if name in known)
