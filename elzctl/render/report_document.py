"""From a plan to its annual report: the year in short, every action by goal, and lists of what the year left behind."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from elzctl import dates
from elzctl.model import Goal, Plan, StrategicGoal
from elzctl.render.forge import sources
from elzctl.render.markdown import clean
from elzctl.render.plan_text import PlanText, contents
from elzctl.render.report_actions import action_block
from elzctl.render.report_lists import appendices
from elzctl.render.report_summary import in_short, tally_words
from elzctl.render.tree import Block, Document, Heading, Note, Paragraph, Part, Text
from elzctl.render.words import page_words
from elzctl.views.report import GoalYear, Report, report, under
from elzctl.views.year import year as year_of
from elzctl.wording import Language, say


def report_document(plan: Plan, year: int, today: date, language: Language, *, internal: bool = False) -> Document:
    """The report of a calendar year as it is seen *today*, in *language*; *internal* adds what stands in ``::: intern``."""
    found = report(plan, year_of(year, today), internal=internal)
    text = PlanText(plan, language, found.year.day, internal=internal)
    parts = (
        Part("glance", (*_opening(found, text), *in_short(found, text))),
        *(_strategic(goal, found, text) for goal in plan.strategic_goals if found.actions),
        *_strays(found, text),
        _appendices(found, text),
    )
    title = say("Annual report {year}", year=year)
    name = text.say(say("INTERNAL – {title}", title=title) if internal else title)
    house = plan.settings.organisation
    organisation = text.actors((house,)) if house is not None else ""
    day = dates.in_words(today, language.code)
    # Every heading but those of the actions.
    listed = contents((block for part in parts for block in part.blocks), plan)
    words, as_of = page_words(language), _as_of(found, text)
    return Document(name, as_of, organisation, language.code, day, words, listed, parts, sources=sources(plan))


def _as_of(found: Report, text: PlanText) -> str:
    """The day on which everything is looked at, and whether the year was over then."""
    day = dates.in_words(found.year.day, text.say.code)
    if found.year.is_over:
        return text.say(say("As it stood on {date}", date=day))
    return text.say(say("As it stands on {date}; the year is not over", date=day))


def _opening(found: Report, text: PlanText) -> Iterator[Block]:
    """What this is, and what a reader has to know before trusting a number."""
    plan, number = text.plan, found.year.number
    yield Heading(1, "report.short", (Text(text.say(say("The year {year} in short", year=number))),))
    if text.internal:
        yield _warning(text.say(say("Internal edition: do not publish or pass on.")))
    yield text.paragraph(_as_of(found, text) + ".")
    if plan.unread:
        missing = say("These files have errors and could not be read.")
        yield _warning(f"{text.say(missing)} {clean(', '.join(sorted(plan.unread)))}")
    if plan.years is not None and not plan.years[0].year <= number <= plan.years[1].year:
        assert plan.settings.year is not None
        what = say("This plan is of {plan}; of {year} it may not tell all.", plan=plan.settings.year.text, year=number)
        yield Note("hint", (text.paragraph(clean(text.say(what))),))
    if found.changed:
        day = dates.in_words(found.year.day, text.say.code)
        names = ", ".join(str(action.number or action.id) for action in found.changed)
        changed = say(
            "These actions got the state that is shown here only after {date}: {names}.", date=day, names=names
        )
        yield Note("hint", (text.paragraph(clean(text.say(changed))),))


def _warning(words: str) -> Note:
    return Note("alert", (Paragraph((Text(words),)),))


# Goals


def _strategic(strategic: StrategicGoal, found: Report, text: PlanText) -> Part:
    number = str(strategic.number or "")
    label = text.say(say("Strategic goal {number}", number=number)) if number else ""
    heading = Heading(1, strategic.id, text.title(strategic.title), label)
    return Part(
        "goal",
        (
            heading,
            *(block for goal in under(found, strategic) for block in _operational(goal, found.year.number, text)),
        ),
    )


def _operational(goal: GoalYear, year: int, text: PlanText) -> Iterator[Block]:
    if goal.goal is not None:
        yield Heading(2, goal.goal.id, text.title(goal.goal.title), str(goal.goal.number or ""))
    if not goal.actions:
        has_some = goal.goal is not None and _has_actions(goal.goal, text.plan)
        nothing = say("Of this goal the plan had no actions in {year}.", year=year)
        yield text.quiet(nothing if has_some else say("This goal has no actions yet."))
        return
    if goal.goal is not None:
        yield text.paragraph(tally_words(goal.actions, year, text))
    yield from (action_block(one, text) for one in goal.actions)


def _has_actions(goal: Goal, plan: Plan) -> bool:
    return goal.number is not None and goal.number in plan.by_goal


def _strays(found: Report, text: PlanText) -> Iterator[Part]:
    """The actions that stand under no goal."""
    for goal in found.goals:
        if goal.goal is None:
            heading = Heading(1, "report.other", (Text(text.say(say("Actions without a goal"))),))
            yield Part("goal", (heading, *_operational(goal, found.year.number, text)))


def _appendices(found: Report, text: PlanText) -> Part:
    heading = Heading(1, "report.appendices", (Text(text.say(say("Appendices"))),))
    return Part("appendix", (heading, *appendices(found, text)))
