"""The checks of a plan.  One check is one function; its name is its code and its docstring its page."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TypeAlias

from elzctl.checks import (
    abbreviations,
    acceptance,
    connections,
    delegation,
    fiche,
    goals,
    links,
    moves,
    numbers,
    privacy,
    promises,
    prompts,
    references,
    spelling,
    stubs,
    timing,
    typed_numbers,
    wording,
)
from elzctl.finding import Finding
from elzctl.model import Plan

Check: TypeAlias = Callable[[Plan], Iterator[Finding]]

CHECKS: tuple[Check, ...] = (
    numbers.number_used_twice,
    numbers.number_without_goal,
    numbers.id_used_twice,
    connections.unknown_actor,
    connections.unknown_target_group,
    connections.unknown_theme,
    references.unknown_reference,
    references.broken_reference,
    connections.unknown_chapter,
    connections.chapter_not_placed,
    connections.named_twice,
    typed_numbers.number_as_reference,
    moves.moved_nowhere,
    moves.moved_in_a_circle,
    moves.into_of_live_action,
    delegation.delegated_to_empty,
    moves.member_of_itself,
    goals.goal_without_action,
    goals.goal_without_live_action,
    goals.goal_without_kind,
    goals.profile,
    fiche.no_lead,
    fiche.lead_without_anyone,
    fiche.no_evaluation,
    fiche.indicator_without_measure,
    fiche.target_below_zero,
    fiche.empty_section,
    fiche.do_not_open,
    stubs.stub_without_reason,
    stubs.waiting_without_condition,
    timing.no_date,
    timing.dates_before_year,
    timing.starts_after_due,
    promises.old_promise,
    promises.year_turned,
    wording.placeholder,
    prompts.form_prompt,
    wording.list_start,
    wording.repeated_paragraph,
    spelling.term_spelling,
    abbreviations.unexplained_abbreviation,
    privacy.contact_in_text,
    privacy.national_number,
    privacy.person_in_text,
    links.bad_link,
    links.remote_image,
    links.raw_html,
    links.tracking_link,
)
"""Every check, in the order in which ``elzctl explain`` lists them."""


def check(plan: Plan) -> tuple[Finding, ...]:
    """What all checks find, without what the zone accepts, and with the acceptances that no longer apply."""
    found = [finding for one in CHECKS for finding in one(plan)]
    return tuple(acceptance.applied(plan, found))
