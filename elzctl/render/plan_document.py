"""From a plan to the document that is published: cover, contents, chapters, goals with their fiches, appendices."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import TYPE_CHECKING

from elzctl import dates
from elzctl.fiche import Ref
from elzctl.model import Goal, Plan, StrategicGoal
from elzctl.render.forge import sources
from elzctl.render.markdown import clean
from elzctl.render.plan_appendices import APPENDIX, appendices
from elzctl.render.plan_colophon import colophon
from elzctl.render.plan_cover import cover
from elzctl.render.plan_fiche import fiche
from elzctl.render.plan_glance import glance
from elzctl.render.plan_names import names
from elzctl.render.plan_part import subtitle_of, title_of
from elzctl.render.plan_running import TOP, chapter_text, goal_text, level
from elzctl.render.plan_text import PlanText, contents
from elzctl.render.tree import Block, Bullets, Document, Fiche, Heading, Item, Note, Part, Text
from elzctl.render.version import Version
from elzctl.render.words import page_words
from elzctl.views.part import ALL, Wanted, part_of
from elzctl.wording import Language, say

if TYPE_CHECKING:
    from elzctl.render.plan_changes import Earlier


def plan_document(
    plan: Plan,
    today: date,
    language: Language,
    *,
    wanted: Wanted = ALL,
    internal: bool = False,
    version: Version | None = None,
    since: Earlier | None = None,
) -> Document:
    """The plan, or the part of it that is *wanted*, in *language* and as it stands *today*.

    *internal* shows what stands in ``::: intern`` too; *version* is the commit that the plan was read beside.  What
    changed *since* an earlier version is marked, and listed before all else.
    """
    text = PlanText(part_of(plan, wanted), language, today, internal=internal, whole=plan)
    body, on_cover = tuple(_body(text)), cover(text)
    behind = (*appendices(text, body), *_accessibility(text), *_colophon(text, plan, version))
    if since is not None:
        from elzctl.render.plan_changes import on_the_cover, with_changes

        body, on_cover = with_changes(body, since, plan, wanted, text), (*on_cover, on_the_cover(since, text))
    parts = (*body, *behind)
    title = text.title_text(plan.settings.title) or language(say("Action plan"))
    part = title_of(plan, wanted, text)
    name = f"{title}: {part}" if part else title
    organisation = text.actors((plan.settings.organisation,)) if plan.settings.organisation is not None else ""
    return Document(
        language(say("INTERNAL – {title}", title=name)) if internal else name,
        subtitle_of(plan, wanted, text) or _subtitle(title, text),
        organisation,
        language.code,
        dates.in_words(today, language.code),
        page_words(language),
        contents(
            (block.heading if isinstance(block, Fiche) else block for part in parts for block in part.blocks), plan
        ),
        parts,
        sources=sources(plan),
        cover=on_cover,
        names=names(text, parts),
    )


def _body(text: PlanText) -> Iterator[Part]:
    plan = text.plan
    yield from _missing(text)
    yield from _glance(text)
    yield from _chapters(plan.settings.chapters.before, text)
    yield from (_strategic(strategic, text) for strategic in plan.strategic_goals)
    yield from _strays(text)
    yield from _chapters(plan.settings.chapters.after, text)
    if not (plan.strategic_goals or plan.actions or plan.unread):
        heading = Heading(1, f"{APPENDIX}empty", (Text(text.say(say("Goals"))),))
        yield Part("chapters", (heading, text.quiet(say("This plan has no goals and no actions yet."))))


def _accessibility(text: PlanText) -> tuple[Part, ...]:
    """What the zone states on who can use the document."""
    if text.plan.settings.accessibility is None:
        return ()
    from elzctl.render.accessibility_document import accessibility_part

    return accessibility_part(text, f"{APPENDIX}accessibility")


def _colophon(text: PlanText, whole: Plan, version: Version | None) -> Iterator[Part]:
    count = say("{count} of the {total} actions", count=len(text.plan.actions), total=len(whole.actions))
    facts = colophon(text, version, text.say(count) if text.is_part else "")
    if facts:
        yield Part("appendix", (Heading(1, f"{APPENDIX}colophon", (Text(text.say(say("Colophon"))),)), *facts))


def _subtitle(title: str, text: PlanText) -> str:
    """The year, unless the title says it, and the period of the policy plan."""
    settings = text.plan.settings
    found = [settings.year.text] if settings.year is not None and settings.year.text not in title else []
    if settings.period is not None:
        found.append(text.say(say("part of the policy plan {period}", period=settings.period.text)))
    words = clean(", ".join(found))
    return words[:1].upper() + words[1:]


# Before the goals


def _glance(text: PlanText) -> Iterator[Part]:
    blocks = glance(text)
    warning = say("Internal edition: do not publish or pass on.")
    first = (Note("alert", (text.paragraph(text.say(warning)),)),) if text.internal else ()
    if blocks or first:
        heading = Heading(1, f"{APPENDIX}glance", (Text(text.say(say("At a glance"))),))
        yield Part("glance", (heading, *first, *blocks))


# Chapters and goals


def _chapters(names: Iterable[Ref], text: PlanText) -> Iterator[Part]:
    known = {chapter.id: chapter for chapter in text.plan.chapters}
    for name in dict.fromkeys(ref.id for ref in names):
        if name in known:
            chapter = known[name]
            heading = Heading(TOP, chapter.id, text.title(chapter.title))
            yield Part("chapters", (heading, *chapter_text(chapter, text)))


def _strategic(strategic: StrategicGoal, text: PlanText) -> Part:
    blocks = [block for goal in strategic.goals for block in _operational(goal, text)]
    if not blocks and not strategic.text:
        blocks = [text.quiet(say("This goal has no operational goals yet."))]
    return Part("goal", (*_opening(strategic, text), *blocks))


def _operational(goal: Goal, text: PlanText) -> Iterator[Block]:
    yield from _opening(goal, text)
    actions = text.plan.by_goal.get(goal.number, ()) if goal.number is not None else ()
    yield from (fiche(action, text) for action in actions)
    if not actions and not goal.text:
        yield text.quiet(say("This goal has no actions yet."))


def _opening(goal: StrategicGoal | Goal, text: PlanText) -> Iterator[Block]:
    number = str(goal.number or "")
    label = text.say(say("Strategic goal {number}", number=number)) if number and level(goal) == TOP else number
    yield Heading(level(goal), goal.id, text.title(goal.title), label)
    yield from goal_text(goal, text)


def _strays(text: PlanText) -> Iterator[Part]:
    """The actions that stand under no goal: a document that loses them would look whole."""
    goals = {goal.number for goal in text.plan.goals}
    strays = [action for action in text.plan.actions if action.number is None or action.number.parent not in goals]
    if strays:
        heading = Heading(1, f"{APPENDIX}other", (Text(text.say(say("Actions without a goal"))),))
        yield Part("goal", (heading, *(fiche(action, text) for action in strays)))


def _missing(text: PlanText) -> Iterator[Part]:
    """What a draft lacks, because it could not be read."""
    if text.plan.unread:
        heading = Heading(1, f"{APPENDIX}missing", (Text(text.say(say("Missing from this draft"))),))
        why = Note("warning", (text.paragraph(text.say(say("These files have errors and could not be read."))),))
        names = Bullets(tuple(Item((text.paragraph(clean(name)),)) for name in sorted(text.plan.unread)))
        yield Part("chapters", (heading, why, names))
