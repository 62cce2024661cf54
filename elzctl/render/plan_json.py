"""The whole plan as JSON: a frozen shape of its own, apart from the model.

Only what is named here is printed: a new field of the model stays inside until it is added below.  What a plan does not
say is ``null``, or an empty list; never ``0`` and never an empty text.  The keys are always there.

- ids name things: ``lead``, ``partners``, ``into``, ``before`` … hold the ids of actors, actions or chapters;
- a date is ``{"text", "first", "last"}``: as typed, and the first and last day that it spans, ``2025-12-31``;
- an amount is ``{"text", "value"}``: as typed, and as a number;
- a number of a goal or action is a text, ``"3.3.6"``;
- all running text is Markdown with ``[[id]]`` references, its lines ending in ``\\n``;
- ``sections`` always has its eight keys: ``null`` when the fiche has no such heading, ``""`` when nothing stands under
  it; ``what`` is what stands before ``do`` and ``do_not``; a heading that stands twice gives one text;
- ``approved`` is the decision by which an action or the plan was approved, with the hash of what was;
- ``target_groups``, ``themes`` and ``abbreviations`` of the plan are objects: the name and what is printed for it;
- ``series`` and ``meetings``: see :mod:`elzctl.render.meetings_json`.

It is a public edition: what stands between ``::: intern`` and ``:::`` is left out, and so is what only that refers to;
addresses and telephone numbers that the plan does not allow are ``[…]``, as in documents.  A text whose Markdown would
show one when it is drawn is given as plain text (:mod:`elzctl.render.public_data`).
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from elzctl.body import Body, Reference
from elzctl.fiche import Condition, Decision, Indicator, Step
from elzctl.internal import all_without_internal, without_internal
from elzctl.model import Action, Actor, Chapter, Goal, Plan, Settings, StrategicGoal
from elzctl.record import NamedTuple
from elzctl.render.json_values import amount, approval_data, days, label, name, names, word
from elzctl.render.strict_json import strict_json
from elzctl.sections import references
from elzctl.source import Prose, Span
from elzctl.terms import Part

if TYPE_CHECKING:
    from elzctl.render.redacted import Redactor

SCHEMA_VERSION = 1


class Exported(NamedTuple):
    """What is printed, and how many addresses and numbers are hidden in it."""

    text: str
    hidden: int


def plan_json(plan: Plan) -> Exported:
    """The plan as one document, for everybody."""
    from elzctl.render.public_data import public_data
    from elzctl.render.redacted import Redactor

    redactor = Redactor(plan)
    return Exported(strict_json(public_data(plan_data(plan, redactor), redactor)), redactor.count)


def plan_data(plan: Plan, redactor: Redactor | None = None) -> dict[str, Any]:
    """The same as a value; it is public only once :func:`~elzctl.render.public_data.public_data` went over it."""
    return {
        "schema_version": SCHEMA_VERSION,
        "plan": _settings(plan.settings),
        "strategic_goals": [_strategic_goal(goal) for goal in plan.strategic_goals],
        "actions": [_action(action) for action in plan.actions],
        "actors": [_actor(actor) for actor in plan.actors.values()],
        "chapters": [_chapter(chapter) for chapter in plan.chapters],
        **_meetings(plan, redactor),
        "target_groups": dict(plan.settings.target_groups),
        "themes": dict(plan.settings.themes),
        "abbreviations": dict(plan.settings.abbreviations),
    }


def _meetings(plan: Plan, redactor: Redactor | None) -> dict[str, Any]:
    if not (plan.series or plan.meetings):
        return {"series": [], "meetings": []}
    from elzctl.render.meetings_json import meetings_data, series_data

    return {"series": series_data(plan, redactor), "meetings": meetings_data(plan, redactor)}


def _settings(settings: Settings) -> dict[str, Any]:
    chapters, profile = settings.chapters, settings.profile
    return {
        "title": _text(settings.title),
        "organisation": name(settings.organisation),
        "year": days(settings.year),
        "period": days(settings.period),
        "language": settings.language.value,
        "warn_before": settings.warn_before,
        "section_order": settings.section_order.value,
        "chapters": {"before": names(chapters.before), "after": names(chapters.after)},
        "profile": {
            "strategic_goals": profile.strategic_goals,
            "content": profile.content,
            "governance": profile.governance,
        },
        "terms": list(settings.terms),
        "approved": None if settings.approved is None else approval_data(settings.approved),
    }


def _strategic_goal(goal: StrategicGoal) -> dict[str, Any]:
    return {
        **_what_goals_say(goal),
        "kind": word(goal.kind),
        "goals": [_what_goals_say(one) for one in goal.goals],
    }


def _what_goals_say(goal: Goal | StrategicGoal) -> dict[str, Any]:
    return {
        "id": _text(goal.id),
        "number": label(goal.number),
        "title": _text(goal.title),
        "motto": _text(goal.motto),
        "text": _text(goal.text),
        "references": _public(goal.references, (goal.title, goal.motto, goal.text)),
    }


def _action(action: Action) -> dict[str, Any]:
    intro, sections, references = _body(action.body)
    return {
        "id": action.id,
        "number": label(action.number),
        "title": _text(action.title),
        "status": word(action.status),
        "into": name(action.into),
        "lead": names(action.lead),
        "role": word(action.role),
        "partners": names(action.partners),
        "target_groups": names(action.target_groups),
        "themes": names(action.themes),
        "start": days(action.start),
        "due": days(action.due),
        "steps": [_step(step) for step in action.steps],
        "indicators": [_indicator(indicator) for indicator in action.indicators],
        "sections": sections,
        "no_evaluation": _text(action.no_evaluation),
        "reason": _text(action.reason),
        "decision": _decision(action.decision),
        "since": days(action.since),
        "condition": _condition(action.condition),
        "updates": [
            {"on": days(update.on), "health": word(update.health), "note": _text(update.note)}
            for update in action.updates
        ],
        "approved": None if action.approved is None else approval_data(action.approved),
        "intro": intro,
        "references": references,
        "path": action.path,
    }


def _body(body: Body) -> tuple[str | None, dict[str, str | None], list[dict[str, Any]]]:
    """What stands before the first heading, the text of each part, and what is referred to; an internal part goes on over headings."""
    intro, *texts = all_without_internal(prose.text for prose in body.prose())
    found: dict[str, str | None] = {part.value: None for part in Part}
    for section, text in zip(body.sections, texts, strict=True):
        both = (found[section.part.value], _lines(text.strip()))
        found[section.part.value] = "\n\n".join(text for text in both if text)
    # References of the data, which has no internal parts, come before those of the text.
    begin = body.intro.span.start
    data = [one for one in body.references if one.span.start < begin]
    rest = [one for one in body.references if one.span.start >= begin]
    return _text(intro), found, _references(data) + _public(rest, (intro, *texts))


def _public(found: Iterable[Reference], texts: Iterable[str]) -> list[dict[str, Any]]:
    """Those of the references that stand in public *texts*."""
    shown = {(one.id, one.label) for text in texts for one in references(Prose(without_internal(text), Span("")))}
    return _references(one for one in found if (one.id, one.label) in shown)


def _step(step: Step) -> dict[str, Any]:
    return {
        "what": _text(step.what),
        "start": days(step.start),
        "due": days(step.due),
        "done": days(step.done),
        "by": names(step.by),
        "note": _text(step.note),
    }


def _indicator(indicator: Indicator) -> dict[str, Any]:
    return {
        "kind": word(indicator.kind),
        "what": _text(indicator.what),
        "target": amount(indicator.target),
        "unit": _text(indicator.unit),
        "per": word(indicator.per),
        "measure": _text(indicator.measure),
        "count": _text(indicator.count),
        "measured": [
            {"on": days(one.on), "value": amount(one.value), "note": _text(one.note)} for one in indicator.measured
        ],
    }


def _decision(decision: Decision | None) -> dict[str, Any] | None:
    if decision is None:
        return None
    return {
        "meeting": _text(decision.meeting),
        "body": name(decision.body),
        "on": days(decision.on),
        "text": _text(decision.text),
    }


def _condition(condition: Condition | None) -> dict[str, Any] | None:
    if condition is None:
        return None
    return {
        "what": _text(condition.what),
        "from": names(condition.source),
        "by": days(condition.by),
        "then": _text(condition.then),
        "otherwise": _text(condition.otherwise),
    }


def _actor(actor: Actor) -> dict[str, Any]:
    return {
        "id": actor.id,
        "name": _text(actor.name),
        "kind": word(actor.kind),
        "member_of": names(actor.member_of),
        "also": list(actor.also),
    }


def _chapter(chapter: Chapter) -> dict[str, Any]:
    return {
        "id": chapter.id,
        "title": _text(chapter.title),
        "text": _text(chapter.body.text),
        "references": _public(chapter.references, (chapter.body.text,)),
        "path": chapter.path,
    }


def _references(found: Iterable[Reference]) -> list[dict[str, Any]]:
    return [{"id": reference.id, "label": _text(reference.label)} for reference in found]


def _text(text: str) -> str | None:
    """A text without its internal parts and without blank lines around it; ``None`` when nothing is left."""
    return _lines(without_internal(text).strip()) or None


def _lines(text: str) -> str:
    return text.replace("\r\n", "\n")
