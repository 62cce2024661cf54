"""The data that ``elzctl status --json`` and ``elzctl show --json`` print: a frozen shape, apart from the model.

Names of keys and their types stay as they are within one ``schema_version``; new keys may come in.  What is not known
is ``null`` or an empty list, never left out.  A date is ``{"text": as typed, "first": day, "last": day}``, a number
``{"text": as typed, "value": number}``; an actor, a target group and a theme are their ids.  All characters are ASCII.

An action of ``status`` has

- ``id``, ``number``, ``title``, ``path``: what it is called, and its file;
- ``status``: a word of the plan; ``standing``: late, due-soon, on-track, no-date, waiting or stub;
- ``lead``: the actors that answer for it; ``role``: what the zone itself does;
- ``next``: ``what`` (a step, ``""`` for the action itself) and ``due``; ``null`` when there is nothing to come;
- ``goal``: ``{"id", "number"}`` of the operational goal; ``into``: the id of the action that goes on with it;
- ``approved``: the decision by which it was approved, and whether it was ``changed`` since; ``null`` when it was not.

``points`` are the action points that are asked for (see :mod:`elzctl.render.points_json`); ``point_counts`` has
``written`` = ``open`` + ``moved`` + ``done`` + ``dropped``, ``standing`` (of those to do), ``no_owner`` and
``no_contribution`` (points of a group for which nobody said what it can do), and is ``null`` when the list is narrowed
down by what a point does not have.

``counts`` has ``total`` = ``live`` + ``stubs``, ``standing`` (all six, adding up to the total) and ``no_lead`` (live
actions without a lead).  ``approved`` is the same of the whole plan.  ``incomplete`` are the files that could not be read fully: what stands in them may be missing.
``as_of`` is the commit of which the plan is, ``{"id", "day"}``; ``null`` for the folder as it is.  ``dashboard`` has the numbers
of the dashboard of a site (see :mod:`elzctl.render.dashboard_json`); ``null`` when options narrow down what is shown.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

from elzctl.render.json_values import amount, approval_data, days, label, name, names, told, word
from elzctl.render.strict_json import strict_json
from elzctl.views.status import Row, counts, step_standing

if TYPE_CHECKING:
    from elzctl.commits.commit_tree import Revision
    from elzctl.fiche import Condition, Decision, Indicator, Step
    from elzctl.finding import Finding
    from elzctl.followup.points import PointList
    from elzctl.model import Action, Goal, Plan, StrategicGoal
    from elzctl.views.dashboard import Dashboard
    from elzctl.views.mentions import Mention, Mentions
    from elzctl.wording import Language

VERSION = 1


def status_json(
    rows: Sequence[Row],
    points: PointList | None,
    plan: Plan,
    today: date,
    incomplete: Iterable[str],
    as_of: Revision | None = None,
    board: Dashboard | None = None,
) -> str:
    """The rows and their counts; *points* are all that are asked for and those that are listed, *board* is of the whole plan."""
    from elzctl.render.dashboard_json import counts_data, dashboard_data
    from elzctl.render.points_json import point_counts_data, points_data

    return document(
        today,
        actions=[_row(row) for row in rows],
        counts=counts_data(counts(rows)),
        points=points_data(points.listed, plan) if points is not None else [],
        point_counts=point_counts_data(points.every, plan) if points is not None else None,
        approved=_approval(plan),
        incomplete=sorted(incomplete),
        as_of=None if as_of is None else {"id": as_of.id, "day": as_of.day.isoformat()},
        dashboard=None if board is None else dashboard_data(board),
    )


def action_json(
    row: Row, mentions: Mentions, findings: Iterable[Finding], plan: Plan, today: date, language: Language
) -> str:
    """Everything of one action: the keys of ``status``, those of the fiche, what refers to it, and its findings.

    ``sections`` holds the Markdown of each part by its name in the model; parts that stand twice are joined.
    ``discussed`` are the meetings that name it, the newest first, each with the ids of what was ``noted`` about it;
    ``counted`` of an indicator is what the approved minutes of its series come to, with the ids of the meetings that
    count and of those that are not approved yet.
    """
    action = row.action
    return document(
        today,
        action={
            **_row(row),
            **_fiche(action, plan),
            "steps": [_step(step, today, plan.settings.warn_before) for step in action.steps],
            **mentions_data(mentions),
            "discussed": _discussed(action, plan),
            "findings": [finding_data(finding, language) for finding in findings],
        },
    )


def goal_json(
    goal: StrategicGoal | Goal,
    rows: Iterable[Row],
    mentions: Mentions,
    findings: Iterable[Finding],
    today: date,
    language: Language,
) -> str:
    """A goal with the rows of its actions; ``goals`` are the operational goals of a strategic one, by id."""
    return document(
        today,
        goal={
            "id": goal.id,
            "number": label(goal.number),
            "title": goal.title,
            "motto": goal.motto,
            "text": goal.text,
            "goals": [one.id for one in getattr(goal, "goals", ())],
            "actions": [_row(row) for row in rows],
            "accepted": {one.code: one.reason for one in goal.accepted},
            **mentions_data(mentions),
            "findings": [finding_data(finding, language) for finding in findings],
        },
    )


def document(today: date, **values: Any) -> str:
    """The values as one document, behind the version and the day."""
    found = {"schema_version": VERSION, "today": today.isoformat(), **values}
    return strict_json(found)


def _row(row: Row) -> dict[str, Any]:
    action = row.action
    return {
        "id": action.id,
        "number": label(action.number),
        "title": action.title,
        "path": action.path,
        "status": word(action.status),
        "standing": row.standing.value,
        "lead": names(action.lead),
        "role": word(action.role),
        "next": None if row.next is None else {"what": row.next.what, "due": days(row.next.due)},
        "goal": None if row.goal is None else {"id": row.goal.id, "number": label(row.goal.number)},
        "into": name(action.into),
        "approved": None if action.approved is None else {**approval_data(action.approved), "changed": row.is_changed},
    }


def _approval(plan: Plan) -> dict[str, Any] | None:
    from elzctl.followup.sign_off import is_plan_changed

    found = plan.settings.approved
    return None if found is None else {**approval_data(found), "changed": is_plan_changed(plan)}


def _discussed(action: Action, plan: Plan) -> list[dict[str, Any]]:
    from elzctl.views.discussed import discussed

    return [
        {"meeting": one.meeting.id, "day": one.meeting.day.isoformat(), "noted": [noted.id for noted in one.noted]}
        for one in discussed(plan, action.id, internal=True)
    ]


def _fiche(action: Action, plan: Plan) -> dict[str, Any]:
    return {
        "partners": names(action.partners),
        "target_groups": names(action.target_groups),
        "themes": names(action.themes),
        "start": days(action.start),
        "due": days(action.due),
        "indicators": [_indicator(indicator, plan) for indicator in action.indicators],
        "no_evaluation": action.no_evaluation,
        "reason": action.reason,
        "decision": _decision(action.decision),
        "since": days(action.since),
        "condition": _condition(action.condition),
        "updates": [{"on": days(one.on), "health": word(one.health), "note": one.note} for one in action.updates],
        "accepted": {one.code: one.reason for one in action.accepted},
        "sections": _sections(action),
    }


def _sections(action: Action) -> dict[str, str]:
    found: dict[str, list[str]] = {}
    for section in action.body.sections:
        found.setdefault(section.part.value, []).append(section.text)
    intro = action.body.intro.text.strip()
    return {"intro": intro, **{part: "\n\n".join(filter(None, texts)) for part, texts in found.items()}}


def _step(step: Step, today: date, warn_before: int) -> dict[str, Any]:
    standing = step_standing(step, today, warn_before)
    return {
        "what": step.what,
        "start": days(step.start),
        "due": days(step.due),
        "done": days(step.done),
        "standing": "done" if standing is None else standing.value,
        "by": names(step.by),
        "note": step.note,
    }


def _indicator(indicator: Indicator, plan: Plan) -> dict[str, Any]:
    return {
        "kind": word(indicator.kind),
        "what": indicator.what,
        "target": amount(indicator.target),
        "unit": indicator.unit,
        "per": word(indicator.per),
        "measure": indicator.measure,
        "count": indicator.count,
        "counted": _counted(indicator, plan) if indicator.count and plan.meetings else None,
        "measured": [{"on": days(one.on), "value": amount(one.value), "note": one.note} for one in indicator.measured],
    }


def _counted(indicator: Indicator, plan: Plan) -> dict[str, Any] | None:
    from elzctl.followup.counting import counted

    found = counted(plan, indicator)
    if found is None:
        return None
    meetings, pending = ([meeting.id for meeting in some] for some in found)
    return {"value": found.value, "meetings": meetings, "pending": pending}


def _condition(condition: Condition | None) -> dict[str, Any] | None:
    if condition is None:
        return None
    return {
        "what": condition.what,
        "from": names(condition.source),
        "by": days(condition.by),
        "then": condition.then,
        "otherwise": condition.otherwise,
    }


def _decision(decision: Decision | None) -> dict[str, Any] | None:
    if decision is None:
        return None
    return {
        "meeting": decision.meeting,
        "body": name(decision.body),
        "on": days(decision.on),
        "text": decision.text,
    }


def mentions_data(mentions: Mentions) -> dict[str, Any]:
    """What something refers to, and what refers to it."""
    return {"refers_to": list(map(_mention, mentions.to)), "referred_to_by": list(map(_mention, mentions.by))}


def _mention(mention: Mention) -> dict[str, Any]:
    return {"id": mention.id, "number": mention.number or None, "title": mention.title, "into": mention.into}


def finding_data(finding: Finding, language: Language) -> dict[str, Any]:
    """A finding in one language."""
    return {**told(finding, language), "hint": None if finding.hint is None else language(finding.hint)}
