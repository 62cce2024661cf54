"""The plan as a file, public unless an internal edition is asked for."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from elzctl.model import Plan
from elzctl.render.draft import as_draft
from elzctl.render.dress import dress_of
from elzctl.render.editions import Edition, drawn, hidden, in_parts
from elzctl.templates import OwnTemplates
from elzctl.views.part import ALL, Wanted
from elzctl.wording import Language, Message

if TYPE_CHECKING:
    from elzctl.render.plan_changes import Earlier
    from elzctl.render.version import Version

PARTS = ("elzctl.render.plan_document", "elzctl.render.redacted")
"""What a child can import before it has the plan."""


def plan_edition(
    ending: str,
    plan: Plan,
    today: date,
    own: OwnTemplates | None = None,
    wanted: Wanted = ALL,
    version: Version | None = None,
    internal: bool = False,
    since: Earlier | None = None,
    errors: int = 0,
    whole: bool = True,
) -> Edition:
    """The plan as html, pdf or docx, in its own language, drawn with the zone's *own* templates.  Raises Refused.

    It can be only the part that is *wanted*; *version* is the commit that the plan was read beside.  With *since*, what
    changed from that version on is marked.  With *errors* it is a draft.  A public edition has no addresses and numbers but
    those that the plan allows.  When it has not to be *whole*, an HTML page may come in parts.
    """
    from elzctl.render.plan_document import plan_document

    language = Language(plan.settings.language.value)
    document = plan_document(plan, today, language, wanted=wanted, internal=internal, version=version, since=since)
    document, dress = as_draft(document, errors, language), dress_of(plan, own)
    warnings: tuple[Message, ...] = ()
    if not internal:
        from elzctl.render.redacted import Redactor

        redactor = Redactor(plan)
        document = redactor.hidden(document)
        warnings = hidden(redactor.count)
    made = drawn(ending, document, today, dress) if whole else in_parts(document, dress)
    return made._replace(warnings=(*warnings, *made.warnings))
