"""Templates that a zone puts in the place of those of elzctl."""

from __future__ import annotations

from collections.abc import Iterator

from elzctl.finding import Finding, Severity
from elzctl.model import Plan
from elzctl.source import Span
from elzctl.wording import say

SETTINGS = "plan/plan.yaml"


def own_template(plan: Plan) -> Iterator[Finding]:
    """Documents are drawn with a template or font of the zone's own.

    A file in templates/html, pdf, docx, new or fonts takes the place of the one that comes with elzctl. That is allowed;
    but a template decides what readers see, so who looks at a pull request should look at it as at code. A copy that is
    still the same as ours is not told. Where strangers' pull requests are drawn, use
    ``elzctl render --no-own-templates``. The command ``elzctl templates list`` tells which files differ.

    Who has looked can accept it once in plan.yaml; then no further template is told.

    Wrong::

        templates/html/plan.css has been in the repository for years, and nobody knows what it changes

    Right::

        # plan/plan.yaml
        accepted:
          own-template: Onze eigen kleuren en kop, nagekeken door het team
    """
    for path in plan.own_templates:
        message = say("{path} takes the place of what comes with elzctl: look at it as at code", path=path)
        # Accepted in the settings: a template has no place for it.
        yield Finding("own-template", Severity.INFO, message, Span(path), about=SETTINGS)
