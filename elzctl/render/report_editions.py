"""The annual report as a file, public unless an internal edition is asked for."""

from __future__ import annotations

from datetime import date

from elzctl.model import Plan
from elzctl.render.draft import as_draft
from elzctl.render.dress import dress_of
from elzctl.render.editions import Edition, drawn, hidden
from elzctl.templates import OwnTemplates
from elzctl.wording import Language

PARTS = ("elzctl.render.report_document", "elzctl.render.redacted")
"""What a child can import before it has the plan."""


def report_edition(
    ending: str,
    plan: Plan,
    year: int,
    today: date,
    internal: bool = False,
    own: OwnTemplates | None = None,
    errors: int = 0,
) -> Edition:
    """The report of a calendar year as html, pdf or docx, in the language of the plan.  Raises Refused.

    It is drawn with the zone's *own* templates.  With *errors* it is a draft.
    """
    from elzctl.render.redacted import redacted
    from elzctl.render.report_document import report_document

    language = Language(plan.settings.language.value)
    document = as_draft(report_document(plan, year, today, language, internal=internal), errors, language)
    dress = dress_of(plan, own)
    if internal:
        return drawn(ending, document, today, dress)
    document, count = redacted(document, plan)
    data, warnings, _ = drawn(ending, document, today, dress)
    return Edition(data, (*hidden(count), *warnings))
