"""The ids behind the names that a plan prints, for who takes the document in again: it carries them where no page shows them.

Word keeps them as properties of the file, a page and a PDF as keywords: ``actor:werkgroep-zorg=Werkgroep zorg``.
:mod:`elzctl.intake.plan.own_names` reads them back.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from elzctl.model import Action
from elzctl.render.fiche_meetings import cited
from elzctl.render.markdown import clean
from elzctl.render.plan_lists import texts
from elzctl.render.plan_text import PlanText
from elzctl.render.tree import Part


def names(text: PlanText, parts: Iterable[Part]) -> tuple[str, ...]:
    """The actors, target groups, themes, series and cited decisions of the actions; only those whose name these *parts* print."""
    printed = "\n".join(texts(tuple(parts)))
    return tuple(
        f"{kind}:{name}={label}" for kind, name, label in dict.fromkeys(_named(text)) if label and label in printed
    )


def _named(text: PlanText) -> Iterator[tuple[str, str, str]]:
    plan = text.plan
    actors = {one.id: one.name for one in plan.actors.values()}
    series = {name: one.name for name, one in plan.series.items()}
    registers = {
        "actor": actors,
        "group": plan.settings.target_groups,
        "theme": plan.settings.themes,
        "series": series,
    }
    for action in plan.actions:
        for kind, name in _ids(action):
            yield kind, name, clean(registers[kind].get(name) or "")
        if action.decision is not None and action.decision.meeting:
            where, _ = cited(action.decision, text)
            yield "decision", action.decision.meeting, where if where != action.decision.meeting else ""


def _ids(action: Action) -> Iterator[tuple[str, str]]:
    """The ids that an action names, each with its kind."""
    decision, condition = action.decision, action.condition
    actors = [*action.lead, *action.partners, *(ref for step in action.steps for ref in step.by)]
    actors += condition.source if condition is not None else ()
    actors += (decision.body,) if decision is not None and decision.body is not None else ()
    yield from (("actor", ref.id) for ref in actors)
    yield from (("group", ref.id) for ref in action.target_groups)
    yield from (("theme", ref.id) for ref in action.themes)
    yield from (("series", one.count) for one in action.indicators if one.count)
