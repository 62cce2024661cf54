"""Findings that a zone accepts with a reason, and acceptances that have nothing to accept."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from elzctl.fiche import Acceptance
from elzctl.finding import Finding, Severity
from elzctl.model import Plan
from elzctl.wording import say


def applied(plan: Plan, findings: Iterable[Finding]) -> Iterator[Finding]:
    """The findings that are not accepted, and one for each acceptance that accepts none of them.

    An error cannot be accepted: a document that says something false is not made right by a reason.
    """
    wanted = dict(_acceptances(plan))
    codes = {code for _, code in wanted}
    used = set()
    for finding in findings:
        key = (finding.about or finding.span.path, finding.code) if finding.code in codes else None
        if key in wanted and finding.severity is not Severity.ERROR:
            used.add(key)
        else:
            yield finding
    for key, acceptance in wanted.items():
        # A file that could not be read may hold what a goal's acceptance is for.
        if key not in used and not (plan.unread and key[0] != acceptance.span.path):
            yield from unused_acceptance(acceptance)


def _acceptances(plan: Plan) -> Iterator[tuple[tuple[str, str], Acceptance]]:
    """Each acceptance by what it is about and the code."""
    for acceptance in plan.settings.accepted:
        yield (acceptance.span.path, acceptance.code), acceptance
    for goal in plan.all_goals:
        yield from (((goal.id, acceptance.code), acceptance) for acceptance in goal.accepted)
    for action in plan.actions:
        yield from (((action.path, acceptance.code), acceptance) for acceptance in action.accepted)
    for meeting in plan.meetings:
        yield from (((meeting.path, acceptance.code), acceptance) for acceptance in meeting.accepted)


def unused_acceptance(acceptance: Acceptance) -> Iterator[Finding]:
    """A finding is accepted that is not there (any more), or that cannot be accepted.

    An acceptance is a promise that somebody looked. When the finding is gone, the acceptance would hide
    the next one of the same kind. Errors cannot be accepted.

    Wrong::

        lead: [caw]
        accepted:
          no-lead: Er is nog geen trekker gevonden

    Right::

        lead: [caw]
    """
    message = say("“{code}” is accepted here, but there is no such finding to accept", code=acceptance.code)
    yield Finding("unused-acceptance", Severity.WARNING, message, acceptance.span, say("Delete this line."))
