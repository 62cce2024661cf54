"""All checks of a plan.  One check is one function; its name is its code and its docstring its page."""

from __future__ import annotations

from datetime import date

from elzctl.beside import beside
from elzctl.checks import (
    abbreviations,
    acceptance,
    agendas,
    approval,
    attachments,
    closing,
    connections,
    decisions,
    delegation,
    fiche,
    filled,
    goals,
    legible,
    links,
    lives,
    loose_promises,
    meetings,
    moves,
    named,
    numbers,
    own_templates,
    points,
    privacy,
    private,
    promises,
    prompts,
    references,
    registers,
    rights,
    signed,
    spelling,
    stubs,
    texts,
    timing,
    typed_numbers,
    weekdays,
    wording,
)
from elzctl.checks.grave import Check, found
from elzctl.finding import Finding
from elzctl.model import Plan

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
    fiche.thousands_point,
    filled.empty_section,
    filled.do_not_open,
    stubs.stub_without_reason,
    stubs.waiting_without_condition,
    stubs.condition_overdue,
    timing.no_date,
    timing.dates_before_year,
    timing.starts_after_due,
    promises.old_promise,
    promises.year_turned,
    wording.placeholder,
    prompts.form_prompt,
    wording.list_start,
    wording.repeated_paragraph,
    legible.long_title,
    legible.turning_sign,
    spelling.term_spelling,
    abbreviations.unexplained_abbreviation,
    privacy.contact_in_text,
    privacy.national_number,
    privacy.person_in_text,
    links.bad_link,
    links.remote_image,
    links.raw_html,
    links.tracking_link,
    meetings.unknown_series,
    meetings.meeting_date,
    meetings.was_as_now,
    meetings.meeting_twice,
    meetings.ends_before_start,
    meetings.next_before_meeting,
    meetings.cancelled_without_reason,
    meetings.present_and_excused,
    meetings.notes_while_planned,
    named.unknown_tag,
    decisions.unknown_decision,
    decisions.decision_differs,
    attachments.attachment_name,
    attachments.attachment_missing,
    agendas.agenda_number_twice,
    agendas.agenda_order,
    points.point_without_owner,
    points.point_without_date,
    points.ticked_without_date,
    points.done_not_ticked,
    points.done_before_noted,
    points.done_in_future,
    points.due_before_meeting,
    lives.turn_without_reason,
    lives.turn_without_day,
    lives.moved_without_date,
    lives.turn_out_of_order,
    lives.step_out_of_order,
    registers.empty_note,
    registers.event_without_date,
    registers.signal_without_target_group,
    registers.agreement_without_actor,
    closing.no_action_point,
    closing.untreated_point,
    closing.no_next_meeting,
    closing.empty_agenda_item,
    approval.approved_without_meeting,
    approval.changed_after_approval,
    approval.approval_without_hash,
    approval.minutes_before_meeting,
    signed.changed_after_sign_off,
    signed.sign_off_without_hash,
    signed.sign_off_on_draft,
    signed.sign_off_on_another,
    rights.unknown_team,
    rights.unknown_in_rights,
    rights.goal_without_owner,
    loose_promises.loose_promise,
    weekdays.wrong_weekday,
    private.private_link,
    own_templates.own_template,
)
"""Every check, in the order in which ``elzctl explain`` lists them."""

MANY = 250
"""From so many actions on the checks run in two processes, where the computer can do that."""

# These cut all texts into words, or look through all of them, and touch little else: together half of the work.
_OF_WORDS: tuple[Check, ...] = (
    typed_numbers.number_as_reference,
    prompts.form_prompt,
    wording.placeholder,
    wording.repeated_paragraph,
    legible.long_title,
    legible.turning_sign,
    spelling.term_spelling,
    abbreviations.unexplained_abbreviation,
    privacy.contact_in_text,
    privacy.national_number,
    privacy.person_in_text,
    links.tracking_link,
    loose_promises.loose_promise,
    private.private_link,
    own_templates.own_template,
)

# These say nothing without a day.
_ON_A_DAY = (
    points.done_in_future,
    stubs.condition_overdue,
    meetings.notes_while_planned,
    approval.minutes_before_meeting,
)


def check(plan: Plan, today: date | None = None) -> tuple[Finding, ...]:
    """What all checks find, without what the zone accepts, and with the acceptances that no longer apply.

    What is only wrong on a day is not looked for without *today*.
    """
    dated = [finding for one in _ON_A_DAY for finding in one(plan, today)]
    if len(plan.actions) < MANY:
        return tuple(acceptance.applied(plan, found(CHECKS, plan) + dated))
    texts.texts(plan)  # gathered once, before there are two processes
    of_words = beside(lambda: found(_OF_WORDS, plan))
    others = found([one for one in CHECKS if one not in _OF_WORDS], plan)
    return tuple(acceptance.applied(plan, others + of_words() + dated))
