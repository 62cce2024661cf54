"""A live fiche: who answers for it, how it is evaluated, and whether its sections are filled."""

from __future__ import annotations

import re
from collections.abc import Iterator

from elzctl.checks.delegation import delegation
from elzctl.checks.unread import is_unread
from elzctl.fiche import Indicator
from elzctl.finding import Finding, Severity
from elzctl.model import Action, Plan
from elzctl.source import Patch, Span
from elzctl.terms import LIVE, IndicatorKind, Part, Role
from elzctl.wording import say

_LIVE = tuple(LIVE)  # to compare with three is faster than to hash one


def live(plan: Plan) -> Iterator[Action]:
    """The actions that are proposed, planned or running: those that the rules of a fiche are for."""
    return (action for action in plan.actions if action.status in _LIVE)


def no_lead(plan: Plan) -> Iterator[Finding]:
    """Nobody is named as lead of a live action.

    Without a lead nobody answers for the action, and it stands in no one's list. Name one or more actors; where
    it is still open, leave the finding as it is.

    Wrong::

        status: running

    Right::

        status: running
        lead: [kerngroep-pzon]
    """
    for action in live(plan):
        if not action.lead and action.role not in _NOT_LEADING and not is_unread(action.at, "lead"):
            own = plan.settings.organisation
            if action.role is Role.LEAD and own is not None:
                line = f"lead: [{own.id}]"
                hint, fix = say("The zone leads it itself: add “{line}”.", line=line), _before_role(action, line)
            else:
                hint, fix = say("Add “lead: […]” with the id of an actor."), ()
            yield Finding("no-lead", Severity.WARNING, say("No lead is named"), action.place("lead"), hint, fix=fix)


def _before_role(action: Action, line: str) -> tuple[Patch, ...]:
    """The line put above ``role``, where that key begins a line and ``lead`` is not there yet."""
    role = action.at["role"]
    start = role.start - len("role: ")
    if "lead" in action.at or role.column != len("role: ") + 1:
        return ()
    return (Patch(action.path, start, start, f"{line}\n"),)


_NOT_LEADING = frozenset({Role.DIRECTOR, Role.FACILITATOR, Role.PARTNER, Role.FOLLOWER})


def lead_without_anyone(plan: Plan) -> Iterator[Finding]:
    """The zone says that it does not lead an action itself, and nobody else is named as lead.

    When the zone is facilitator, partner, follower or director, somebody else has to lead. Otherwise everyone
    thinks that another does it.

    Wrong::

        role: facilitator

    Right::

        role: facilitator
        lead: [herstelacademie]
    """
    for action in live(plan):
        if not action.lead and action.role in _NOT_LEADING and not is_unread(action.at, "lead"):
            message = say(
                "The zone does not lead this action (“role: {role}”), and nobody else does", role=action.role.value
            )
            hint = say("Add “lead: […]” with the id of an actor.")
            yield Finding("lead-without-anyone", Severity.WARNING, message, action.place("role"), hint)


def no_evaluation(plan: Plan) -> Iterator[Finding]:
    """A live action has no indicators, and it is not said why.

    Indicators say how one sees that the action goes well (process) and what came of it (output). An action
    that needs none says why in ``no_evaluation``; one that is evaluated in another fiche says so under
    Evaluatie with ``Zie [[andere-actie]]``.

    Wrong::

        indicators: []

    Right::

        indicators: []
        no_evaluation: De wet vraagt deze actie; er is niets te meten.
    """
    for action in live(plan):
        if action.indicators or action.no_evaluation or is_unread(action.at, "indicators"):
            continue
        section = action.body.section(Part.EVALUATION)
        if section is None or delegation(section) is None:
            place = action.at.get("indicators") or heading_of(action, Part.EVALUATION)
            message = say("There are no indicators, and no reason why")
            hint = say("Add “indicators”, or a line “no_evaluation: …” that says why there are none.")
            yield Finding("no-evaluation", Severity.WARNING, message, place, hint)


def indicator_without_measure(plan: Plan) -> Iterator[Finding]:
    """An output indicator cannot be measured.

    A result can be seen when there is a number to reach (``target``), something to count (``unit``), a way to see it
    (``measure``), or a series of meetings to count (``count``). Without one of these nobody can say later whether it was
    reached. What is there or not, such as *Het draaiboek is opgeleverd* or *De netwerkdag heeft plaatsgevonden*, needs
    no number.

    Wrong::

        - kind: output
          what: Scholen die meedoen

    Right::

        - kind: output
          what: Scholen die meedoen
          target: 4
          unit: scholen
    """
    message = say("This result has no target and no way to measure it")
    hint = say("Add “target: …” with a number, or “measure: …” with how one sees it.")
    for action in live(plan):
        for indicator in action.indicators:
            if indicator.kind is IndicatorKind.OUTPUT and not _is_measurable(indicator):
                place = indicator.at.get("what") or action.place("indicators")
                yield Finding("indicator-without-measure", Severity.WARNING, message, place, hint)


def target_below_zero(plan: Plan) -> Iterator[Finding]:
    """The target of an indicator is less than nothing.

    People and meetings are counted from 0 on; often the sign is a dash that was meant as “about” or “from … to”. How
    much something should go down or up in percent may be below zero.

    Wrong::

        target: -20
        unit: mantelzorgers

    Right::

        target: 20
        unit: mantelzorgers
    """
    for action in plan.actions:
        for indicator in action.indicators:
            target, unit = indicator.target, indicator.unit.lower()
            if (
                target is not None
                and target.value < 0
                and not any(sign in unit for sign in ("%", "procent", "percent"))
            ):
                message = say("A target of {target} is less than nothing", target=target.text[:40])
                place = indicator.at.get("target") or action.place("indicators")
                hint = say("Write the number without the minus sign.")
                yield Finding("target-below-zero", Severity.WARNING, message, place, hint)


_THOUSANDS = re.compile(r"[+-]?[1-9]\d{0,2}\.\d{3}(?!\d)")


def thousands_point(plan: Plan) -> Iterator[Finding]:
    """A number has exactly three digits behind a point: that may be thousands.

    In Dutch a point stands between thousands, in a file of data before decimals. What is counted would be a thousand times
    too small in tables and on the dashboard.

    Wrong::

        target: 1.500
        unit: inwoners

    Right::

        target: 1500
        unit: inwoners
    """
    for action in plan.actions:
        for indicator in action.indicators:
            pairs = [(indicator.target, indicator.at.get("target"))]
            pairs += [(one.value, one.at.get("value")) for one in indicator.measured]
            for amount, place in pairs:
                if amount is None or not _THOUSANDS.match(amount.text):
                    continue
                message = say("The point in “{text}” is read as a decimal comma", text=amount.text[:40])
                number = amount.text.replace(".", "")
                hint = say(
                    'Write “{number}” when these are thousands, else with a comma and between quotes: “"{comma}"”.',
                    number=number,
                    comma=amount.text.replace(".", ","),
                )
                yield Finding("thousands-point", Severity.WARNING, message, place or action.place("indicators"), hint)


# One thing that is there or not: "Het draaiboek is opgeleverd", "Er is beslist …", "Er is een beleidsplan".
_ONE_THING = frozenset("de het een ons onze the our a an".split())
_DONE = (
    "opgeleverd afgerond goedgekeurd ondertekend opgericht gepubliceerd gelanceerd ingediend gekozen gestart klaar er"
)
_ENDS = (
    *(f" {verb} {done}" for verb in ("is", "werd") for done in _DONE.split()),
    *(" vindt plaats", " heeft plaatsgevonden", " takes place", " took place", " has taken place"),
    *(f" is {done}" for done in "delivered finished approved signed founded published launched ready there".split()),
)
_BEGINS = ("er is beslist ", "er werd beslist ", "er is een ", "er komt een ", "there is a ", "there is an ")
# What is more or less so has to be measured all the same.
_MORE_OR_LESS = frozenset(
    """meer minder beter betere sneller vaker groter grotere hoger hogere lager lagere groeiend groeiende stijgend stijgende
    dalend dalende voldoende aantal regelmatig geregeld periodiek more less better faster growing enough number regular""".split()
)


def _is_measurable(indicator: Indicator) -> bool:
    if indicator.target is not None or indicator.measure or indicator.count or indicator.unit:
        return True
    words = indicator.what.lower().rstrip(" .!").split()
    if not _MORE_OR_LESS.isdisjoint(words):
        return False
    what = " ".join(words)
    if words[:1] and words[0] in _ONE_THING and what.endswith(_ENDS):
        return "," not in what
    return f"{what} ".startswith(_BEGINS) or " is er een " in what


def heading_of(action: Action, part: Part) -> Span:
    """Where the heading of a part stands; the file when it is not there."""
    section = action.body.section(part)
    return Span(action.path) if section is None else section.heading
