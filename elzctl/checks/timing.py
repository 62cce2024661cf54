"""The dates of actions: that there are some, that they lie in the plan's year, and begin before they end."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from elzctl.checks.fiche import live
from elzctl.checks.unread import is_unread
from elzctl.dates import VagueDate
from elzctl.fiche import Step
from elzctl.finding import Finding, Severity
from elzctl.model import Action, Plan
from elzctl.record import NamedTuple
from elzctl.wording import say

_KEYS = ("start", "due", "done")


class _Dated(NamedTuple):
    """A date, whose it is, and its key there."""

    when: VagueDate
    owner: Action | Step
    key: str


def _last_day(dated: _Dated) -> date:
    return dated.when.last


def no_date(plan: Plan) -> Iterator[Finding]:
    """A live action has no date at all.

    Nobody can say whether it is late. A date may be as vague as it is: ``2025``, ``najaar 2025``. The dates of
    steps count too.

    Wrong::

        status: running

    Right::

        status: running
        due: najaar 2025
    """
    message = say("This action has no date at all")
    hint = say("Add “start: …” or “due: …”; a vague date such as “najaar 2025” will do.")
    for action in live(plan):
        dated = action.start or action.due or any(step.is_dated for step in action.steps)
        if not dated and not _has_unread(action):
            yield Finding("no-date", Severity.WARNING, message, action.place("due"), hint)


def dates_before_year(plan: Plan) -> Iterator[Finding]:
    """All dates of a live action lie before the year of the plan.

    The fiche was likely taken over from an earlier plan. Give it a date in the year of the plan, or another status.

    Wrong::

        due: eind 2024     in the plan of 2025

    Right::

        due: eind 2025
    """
    if plan.settings.year is None:
        return
    year, first = plan.settings.year.text, plan.settings.year.first
    for action in live(plan):
        if action.due is not None and action.due.last >= first:
            continue  # the commonest case
        last = max(_dates(action), key=_last_day, default=None)
        if last is not None and last.when.last < first and not _has_unread(action):
            message = say(
                "All dates of this action lie before {year}; the last is “{date}”", year=year, date=last.when.text
            )
            hint = say("Give it a date in {year}, or another status.", year=year)
            yield Finding("dates-before-year", Severity.WARNING, message, last.owner.at[last.key], hint)


def starts_after_due(plan: Plan) -> Iterator[Finding]:
    """An action or a step begins after it should be finished.

    Two vague dates that overlap are fine: ``start: eind 2025`` and ``due: 2025``.

    Wrong::

        start: maart 2026
        due: eind 2025

    Right::

        start: maart 2025
        due: eind 2025
    """
    for action in plan.actions:
        for one in _parts(action):
            if one.start is not None and one.due is not None and one.start.first > one.due.last:
                message = say(
                    "It begins (“{start}”) after it should be finished (“{due}”)",
                    start=one.start.text,
                    due=one.due.text,
                )
                related = ((say("the beginning"), one.at["start"]),)
                yield Finding(
                    "starts-after-due", Severity.ERROR, message, one.at["due"], say("Change one of the two."), related
                )


def _dates(action: Action) -> Iterator[_Dated]:
    """Every date of the action and its steps."""
    for one in _parts(action):
        for key in _KEYS:
            when = getattr(one, key, None)
            if when is not None:
                yield _Dated(when, one, key)


def _has_unread(action: Action) -> bool:
    """True when there is a date that could not be read: what it says is not known."""
    return any(getattr(one, key, None) is None and is_unread(one.at, key) for one in _parts(action) for key in _KEYS)


def _parts(action: Action) -> tuple[Action | Step, ...]:
    """What has dates of its own: the action and its steps."""
    return (action, *action.steps)
