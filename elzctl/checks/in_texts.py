"""The errors that an edit in the texts of actions can bring: checks that look into these, of those in :mod:`elzctl.checks.grave`.

They stand apart, so that after such an edit no others have to be loaded.
"""

from __future__ import annotations

from elzctl.checks import links, privacy, private, references
from elzctl.finding import Finding, Severity
from elzctl.model import Plan
from elzctl.value import replace

OF_ONE_TEXT = (privacy.contact_in_text, privacy.national_number, links.bad_link, private.private_link)
"""Those that look into the text of an action and need no other one for it."""
OF_TEXTS = (references.unknown_reference,)
"""Those that look into the text of an action and need all of the plan for it."""


def errors_in(plan: Plan, names: frozenset[str]) -> tuple[Finding, ...]:
    """The errors of a plan that had none before the texts of the actions with these *names* changed, and nothing else."""
    actions = tuple(action for action in plan.actions if action.id in names)
    alone = replace(plan, strategic_goals=(), actions=actions, chapters=(), meetings=())
    found = [finding for check in OF_ONE_TEXT for finding in check(alone)]
    found += [finding for check in OF_TEXTS for finding in check(plan)]
    return tuple(one for one in found if one.severity is Severity.ERROR)
