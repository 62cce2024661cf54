"""The accessibility statement as a file."""

from __future__ import annotations

from datetime import date

from elzctl.model import Plan
from elzctl.render.draft import as_draft
from elzctl.render.dress import dress_of
from elzctl.render.editions import Edition, drawn
from elzctl.templates import OwnTemplates
from elzctl.wording import Language

PARTS = ("elzctl.render.accessibility_document",)
"""What a child can import before it has the plan."""


def accessibility_edition(
    ending: str, plan: Plan, today: date, own: OwnTemplates | None = None, errors: int = 0
) -> Edition:
    """The statement as html, pdf or docx, in the language of the plan.  Raises Refused.

    It is drawn with the zone's *own* templates.  With *errors* in the plan it is a draft.
    """
    from elzctl.render.accessibility_document import accessibility_document

    language = Language(plan.settings.language.value)
    document = as_draft(accessibility_document(plan, today, language), errors, language)
    return drawn(ending, document, today, dress_of(plan, own))
