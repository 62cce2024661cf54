"""``elzctl export``: the whole plan as data."""

from __future__ import annotations

import sys
from importlib import import_module
from typing import Annotated

from elzctl.cli.options import Argument, Context
from elzctl.cli.session import FINDINGS, FINE, Session, one_of
from elzctl.finding import Finding, Severity
from elzctl.wording import say

# What can be printed: one module each, with a function of the same name.
FORMATS = {"json": "plan_json"}


def export(
    ctx: Context,
    format_: Annotated[str, Argument(metavar="json", help="What to print.")],
) -> int:
    """Print the whole plan as data, for other programs.

    E-mail addresses and telephone numbers are left out, unless they are allowed as the contact of an actor, and so is what
    stands in “::: intern”. Of a file that goes with a meeting and is not published, only the title is in it. Drafts and minutes
    of series that are not open are in it: it is for who may read those. What everybody may read is data/plan.json of the site.

    Files that cannot be read whole are named on stderr, with exit code 1; what could be read is printed.
    """
    from elzctl.cli.attached_kept import with_published_files
    from elzctl.cli.guarded import guarded
    from elzctl.render.editions import hidden
    from elzctl.tree import WorkTree

    session: Session = ctx.obj
    name = FORMATS[one_of("export", format_, tuple(FORMATS))]
    loaded = session.load()
    plan = with_published_files(session.root(), guarded(loaded, WorkTree(session.root())).plan)
    made = getattr(import_module(f"elzctl.render.{name}"), name)(plan)
    session.print(made.text)
    broken = [finding for finding in loaded.findings if finding.severity is Severity.ERROR]
    _tell(session, broken)
    for warning in hidden(made.hidden):
        session.tell(say("warning: {message}", message=warning))
    return FINDINGS if broken else FINE


def _tell(session: Session, broken: list[Finding]) -> None:
    """The errors on stderr, one line each, after what was printed."""
    from elzctl.render.findings_text import MOST, first_line

    sys.stdout.flush()
    for finding in broken[:MOST]:
        session.tell(first_line(finding, session.language))
    if len(broken) > MOST:
        session.tell(say("… and {count} more.", count=len(broken) - MOST))
