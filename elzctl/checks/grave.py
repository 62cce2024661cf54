"""The checks that can find an error, and the errors of a plan: what has to be known before anything is drawn.

Loading all checks takes longer than running these.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TypeAlias

from elzctl.checks import (
    approval,
    attachments,
    closing,
    connections,
    decisions,
    links,
    meetings,
    moves,
    named,
    numbers,
    points,
    privacy,
    private,
    references,
    rights,
    timing,
)
from elzctl.finding import Finding, Severity
from elzctl.model import Plan

Check: TypeAlias = Callable[[Plan], Iterator[Finding]]

GRAVE: tuple[Check, ...] = (
    numbers.number_used_twice,
    numbers.number_without_goal,
    numbers.id_used_twice,
    connections.unknown_actor,
    connections.unknown_target_group,
    connections.unknown_theme,
    references.unknown_reference,
    connections.unknown_chapter,
    moves.moved_nowhere,
    moves.moved_in_a_circle,
    moves.member_of_itself,
    timing.starts_after_due,
    privacy.contact_in_text,
    privacy.national_number,
    links.bad_link,
    meetings.unknown_series,
    meetings.meeting_date,
    meetings.ends_before_start,
    meetings.next_before_meeting,
    named.unknown_tag,
    decisions.unknown_decision,
    attachments.attachment_name,
    attachments.attachment_missing,
    points.done_before_noted,
    closing.no_action_point,
    closing.untreated_point,
    closing.no_next_meeting,
    closing.empty_agenda_item,
    approval.approved_without_meeting,
    approval.changed_after_approval,
    rights.unknown_team,
    rights.unknown_in_rights,
    private.private_link,
)
"""The checks that can find an error; the others find warnings and remarks."""


def errors(plan: Plan) -> tuple[Finding, ...]:
    """The errors of a plan, which nobody can accept; nothing else is looked for."""
    return tuple(one for one in found(GRAVE, plan) if one.severity is Severity.ERROR)


def found(checks: Iterable[Check], plan: Plan) -> list[Finding]:
    """What *checks* find, one after the other."""
    return [finding for one in checks for finding in one(plan)]
