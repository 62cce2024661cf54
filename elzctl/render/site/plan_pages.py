"""The pages of actions, goals and chapters."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING

from elzctl.fiche import Ref
from elzctl.model import Action, Chapter, Goal, StrategicGoal
from elzctl.render.forge import source
from elzctl.render.plan_cells import titled
from elzctl.render.plan_fiche import beside_stub, fiche
from elzctl.render.plan_glance import deadline_of, tally
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
    late,
    part,
    themes,
    why_late,
)
from elzctl.render.site.continued import continued, wanted
from elzctl.render.site.long_texts import is_long_action, is_long_chapter, is_long_goal
from elzctl.render.site.page import MANY, Behind, Page, Site
from elzctl.render.site.past import with_history
from elzctl.render.site.react import react
from elzctl.render.tree import Block, Fiche, Field, Heading, Jump, Note, Paragraph, Strong, Text
from elzctl.views.discussed import discussed
from elzctl.wording import say

if TYPE_CHECKING:
    from elzctl.render.html_blocks import Writer

HEAVIEST = 72_000
"""Bytes of a drawing beside a list of as many actions, on a page of 100 kB."""
_ALONE = {"target_groups": say("Target group"), "themes": say("Theme")}
"""What a list is called that has one thing in it."""
_LINE = 110
"""Signs around the name of an action in a list."""


def action_pages(site: Site) -> Iterator[Page]:
    """A page for each action: its fiche, where it was discussed, and how to react."""
    above = _above(site)
    for action in site.whole.actions:
        if is_long_action(action):
            yield from wanted(continued(_action(action, above, site), site), site)
        elif site.wants(action.id):
            yield _action(action, above, site)


def goal_pages(site: Site) -> Iterator[Page]:
    """A page for each strategic and each operational goal."""
    for strategic in site.plan.strategic_goals:
        found = [one for goal in strategic.goals for one in _of(goal, site)]
        if is_long_goal(strategic, found):
            yield from wanted(continued(_strategic(strategic, site), site), site)
        elif site.wants(strategic.id):
            yield _strategic(strategic, site)
        for goal in strategic.goals:
            if is_long_goal(goal, _of(goal, site)):
                yield from wanted(continued(_operational(goal, strategic, site), site), site)
            elif site.wants(goal.id):
                yield _operational(goal, strategic, site)


def chapter_pages(site: Site) -> Iterator[Page]:
    """A page for each running chapter."""
    for chapter in _chapters(site):
        if is_long_chapter(chapter):
            yield from wanted(continued(_chapter(chapter, site), site), site)
        elif site.wants(chapter.id):
            yield _chapter(chapter, site)


def _above(site: Site) -> dict[str, tuple[str, str]]:
    """The strategic and the operational goal of a number."""
    pairs = ((strategic, goal) for strategic in site.plan.strategic_goals for goal in strategic.goals)
    return {str(goal.number): (strategic.id, goal.id) for strategic, goal in pairs if goal.number is not None}


# Actions


def _action(action: Action, above: Mapping[str, tuple[str, str]], site: Site) -> Page:
    name = action_name(action, site)
    address = source(site.plan, action.path)
    return site.page(
        action.id,
        name,
        (_linked(action, site),),
        kind="action",
        titled=False,
        above=("page:plan", *above.get(str(action.number.parent) if action.number is not None else "", ())),
        # The page leads to its file at its end: a number in its title that leaves the site would not say where to.
        sources=(("", address),) if address else (),
        behind=partial(with_history, partial(react, name, action.id)),
    )


def _linked(action: Action, site: Site) -> Fiche:
    """The fiche, in which names lead to their pages; of an action that is over, all that the plan still knows of it."""
    drawn = fiche(action, site.text)
    fields = drawn.fields
    if action.is_stub:
        fields = tuple(sorted((*fields, *beside_stub(action, site.text)), key=lambda one: one.key == "discussed"))
    since = why_late(action, site)
    intro = ((Paragraph((Strong(since),)),) if since else ()) + drawn.intro
    return drawn._replace(intro=intro, fields=tuple(_fields(fields, action, site)), tags=())


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
        elif field.key == "period" and (until := deadline_of(action, site.text)):
            yield field._replace(blocks=(site.text.paragraph(_period(action, until, site)),))
        else:
            yield field


def _period(action: Action, until: str, site: Site) -> str:
    """From when to when, and the last deadline of its steps where the action as a whole has none; that it is late.

    So the page says the same as the lists, of which *until* is the deadline.
    """
    last = "" if action.due is not None else site.say(say("last deadline: {date}", date=until))
    return ", ".join(filter(None, (site.text.stretch(action.start, action.due), last, late(action, site))))


def _to_decision(action: Action, site: Site) -> Iterator[Block]:
    """Where the decision stands that a status cites, when the plan knows it."""
    name = action.decision.meeting if action.decision is not None else ""
    if name in site.plan.noted:
        anchor = name if site.places.page(name) else "page:decisions"
        unsettled = site.text.unsettled(site.plan.meetings_by_id[name.partition("/")[0]])
        read = Jump(anchor, (Text(site.say(say("Read the decision"))),))
        yield Paragraph((read, Text(f" ({unsettled})")) if unsettled else (read,))


# Goals


def _of(goal: Goal, site: Site) -> Sequence[Action]:
    """The actions under a goal."""
    return site.plan.by_goal.get(goal.number, ()) if goal.number is not None else ()


def _strategic(strategic: StrategicGoal, site: Site) -> Page:
    return _goal(strategic, ("page:plan",), tuple(_below(strategic, site)), site)


def _operational(goal: Goal, strategic: StrategicGoal, site: Site) -> Page:
    """The page of an operational goal; when it is heavy, without a drawing, which says no more than its table."""
    above = ("page:plan", strategic.id)
    bare = _goal(goal, above, _actions(goal, site, len(_of(goal, site))), site)
    return bare._replace(behind=partial(_timeline, goal, bare.behind), fewer=lambda _: bare)


def _goal(
    goal: Goal | StrategicGoal,
    above: tuple[str, ...],
    below: tuple[Block, ...],
    site: Site,
) -> Page:
    word = say("Strategic goal") if isinstance(goal, StrategicGoal) else say("Operational goal")
    blocks = (*goal_text(goal, site.text), *below, *_discussed(goal.id, site))
    name = goal_name(goal, site)
    behind = partial(react, name, goal.id)
    return site.page(goal.id, name, blocks, kind="goal", subtitle=site.say(word), above=above, behind=behind)


def _below(strategic: StrategicGoal, site: Site) -> Iterator[Block]:
    """The operational goals, each with its actions; with many of these, with their names, or else with how many there are."""
    crowded = sum(len(_of(goal, site)) for goal in strategic.goals) > MOST
    light = crowded and _is_light(strategic, site)
    for goal in strategic.goals:
        yield Heading(1, "", (Jump(goal.id, (Text(goal_name(goal, site)),)),))
        if goal.motto:
            yield Note("motto", (Paragraph(site.text.line(goal.motto)),))
        if crowded:
            yield from _actions(goal, site)[:1]
            yield from _names(_of(goal, site) if light else (), site)
        else:
            yield from _actions(goal, site)
    if not strategic.goals:
        yield site.text.quiet(say("This goal has no operational goals yet."))


def _is_light(strategic: StrategicGoal, site: Site) -> bool:
    """True when a page can hold the names of all actions under a goal."""
    found = (one for goal in strategic.goals for one in _of(goal, site))
    return sum(len(one.title) + len(site.places.page(one.id)) + _LINE for one in found) <= HEAVIEST


def _names(actions: Iterable[Action], site: Site) -> tuple[Block, ...]:
    """Actions in as few signs as there can be: their names, and how they stand."""
    return bullets((*titled(one, site.text), Text(f" – {how_it_stands(one, site)}")) for one in actions)


def _actions(goal: Goal, site: Site, most: int = MOST) -> tuple[Block, ...]:
    found = _of(goal, site)
    if not found:
        return () if goal.text else (site.text.quiet(say("This goal has no actions yet.")),)
    return (site.text.paragraph(tally(found, site.text)), *actions_table(found, site, most))


def _timeline(goal: Goal, behind: Behind | None, site: Site, writer: Writer) -> str:
    """When the actions of a goal run, before what stands *behind* the page anyway."""
    return _drawn(goal, site, writer) + (behind(site, writer) if behind is not None else "")


def _drawn(goal: Goal, site: Site, writer: Writer) -> str:
    """The drawing, in a plan that is too large for one of all actions, as long as the page stays light."""
    found = _of(goal, site) if site.is_large else ()
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


def _chapter(chapter: Chapter, site: Site) -> Page:
    blocks = chapter_text(chapter, site.text)
    return site.page(chapter.id, site.text.title_text(chapter.title), blocks, kind="chapter", above=("page:plan",))


def _chapters(site: Site) -> Iterator[Chapter]:
    """The chapters that the plan prints, in its order."""
    known = {chapter.id: chapter for chapter in site.plan.chapters}
    chapters = site.plan.settings.chapters
    names: tuple[Ref, ...] = (*chapters.before, *chapters.after)
    yield from (known[name] for name in dict.fromkeys(ref.id for ref in names) if name in known)
