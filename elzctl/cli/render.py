"""``elzctl render``: make documents."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from elzctl.cli.documents import DOCUMENTS, WHOLE, Asked, formats_of, job, modules, name_of, plan_file, refuse
from elzctl.cli.session import FINDINGS, Stop, one_of, today_of
from elzctl.finding import Severity
from elzctl.render.terminal import Paint, has_colours
from elzctl.views.part import Wanted as Part
from elzctl.wording import Message, say, say_count

if TYPE_CHECKING:
    from elzctl.cli.session import Session
    from elzctl.finding import Finding
    from elzctl.load import Loaded
    from elzctl.render.plan_changes import Earlier
    from elzctl.render.version import Version

PATIENCE = 1.0
"""Seconds before the program says that it works."""

_Document = Annotated[
    str,
    typer.Argument(
        metavar="DOCUMENT", help="What to make: plan, minutes, invitation, decisions, points, report or accessibility."
    ),
]
_Name = Annotated[
    str, typer.Argument(metavar="NAME", help="The meeting of minutes or an invitation, the series of a list.")
]
_Out = Annotated[
    str,
    typer.Option(
        "--out", metavar="FOLDER", help="Where the files go: build, beside plan, or private for internal editions."
    ),
]
_Formats = Annotated[
    str | None,
    typer.Option(
        "--format",
        metavar="html,pdf",
        help="The formats, with a comma between, or all: html, pdf and docx; an invitation has ics and eml too.",
    ),
]
_Internal = Annotated[bool, typer.Option("--internal", help="With what stands in “::: intern”; not to be published.")]
_Since = Annotated[str, typer.Option("--from", metavar="DAY", help="Lists: meetings from this day on.")]
_Until = Annotated[str, typer.Option("--to", metavar="DAY", help="Lists: meetings up to this day.")]
_Today = Annotated[str, typer.Option("--today", metavar="DAY", help="The day of the document, such as 2025-12-31.")]
_Year = Annotated[
    int | None,
    typer.Option("--year", metavar="YEAR", min=1900, max=2200, help="Report: its year; else that of the plan."),
]
_Own = Annotated[
    bool,
    typer.Option(
        "--no-own-templates", help="Draw with what comes with elzctl, without the zone's own templates and fonts."
    ),
]
_Goals = Annotated[
    list[str] | None,
    typer.Option("--goal", metavar="GOAL", help="Plan: only this goal, by id or number; can be given more than once."),
]
_Actions = Annotated[
    list[str] | None,
    typer.Option(
        "--action", metavar="ACTION", help="Plan: only this action, by id or number; can be given more than once."
    ),
]
_Leads = Annotated[
    list[str] | None,
    typer.Option("--lead", metavar="ACTOR", help="Plan: only what this actor leads, or a group that it belongs to."),
]
_ChangedSince = Annotated[
    str | None,
    typer.Option(
        "--changed-since",
        metavar="VERSION|DATE",
        help="Plan: mark and list what changed since this branch, tag or commit, or the last one up to this date.",
    ),
]
_Draft = Annotated[bool, typer.Option("--draft", help="Make it although the plan has errors.")]


def render(
    ctx: typer.Context,
    document: _Document,
    name: _Name = "",
    *,
    out: _Out = "",
    formats: _Formats = None,
    internal: _Internal = False,
    goals: _Goals = None,
    actions: _Actions = None,
    leads: _Leads = None,
    changed_since: _ChangedSince = None,
    since: _Since = "",
    until: _Until = "",
    year: _Year = None,
    today: _Today = "",
    plain: _Own = False,
    draft: _Draft = False,
) -> None:
    """Make documents: the plan, minutes, invitations, lists of decisions or points, and the annual report, as HTML and PDF.

    Documents are in the language of the plan. The same files and the same day give the same documents. Minutes show what
    became of their points up to that day; the points of earlier meetings, as they stood on the day of the meeting.

    Documents are for the public, without what stands in “::: intern”, and with organisations but no people. E-mail
    addresses and telephone numbers in minutes are left out, unless they are allowed as the contact of an actor.

    With --goal, --action and --lead a part of the plan becomes a document of its own: the fiches of one partner, say. With
    --changed-since it says up front what changed since an earlier version, and has a bar in the margin beside that. With
    --format all a file manifest.json goes with the plan, which says what was made of which version.

    The report shows the plan as it stood at the end of a year, or on the day of --today when that is earlier.

    The accessibility statement says what plan.yaml says under “accessibility”, and stands at the end of the plan too.

    An invitation comes with a file for calendars (ics) and a message without recipients (eml).

    Documents look as plan.yaml says under “style”, and are drawn with the zone's own templates where it has them. They
    come in by pull request: where those of strangers are drawn, add --no-own-templates.

    A plan with errors is not made into a document, because a part of it could be missing. With --draft it is made all
    the same, and says what could not be read. Errors in fiches and chapters do not stop the documents of meetings.
    """
    kind = one_of("DOCUMENT", document, tuple(DOCUMENTS))
    day, first, last = today_of(today), _day(since, date.min), _day(until, date.max)
    part = Part(*(tuple(one.strip() for one in names or ()) for names in (goals, actions, leads)))
    archive = kind == "plan" and (formats or "").strip().lower() == "all"
    made = formats_of(kind, formats)
    asked = Asked(
        *(kind, name_of(kind, name), made, day, first, last, internal, draft, year, not plain),
        part=part,
        archive=archive,
        since=changed_since,
    )
    refuse(asked)
    session: Session = ctx.obj
    folder = session.root() / ("private" if internal else "build")
    if internal and out and "private" not in Path(out).parts:
        session.tell(say("This is the internal edition: keep it out of what is published."))
    _make(session, asked, Path(out) if out else Path(os.path.relpath(folder, session.folder.resolve())))


def _make(session: Session, asked: Asked, out: Path) -> None:
    from elzctl.render.confined import Children, Stopped

    try:
        with Children([modules(asked, ending) for ending in asked.formats]) as children:
            loaded = session.load()
            version, since = _version(session, asked, loaded), _since(session, asked, loaded)
            jobs = [job(session, asked, ending, loaded, version, since) for ending in asked.formats]
            children.give(jobs)
            # The children are at work: what this process has to do costs no time now.
            _check(session, loaded, asked)
            editions = children.results(_patience(session))
    except Stopped as stopped:
        raise Stop(stopped.message, say("Nothing was written."), FINDINGS) from None
    told: set[Message] = set()
    for one, edition in zip(jobs, editions, strict=True):
        for warning in edition.warnings:
            if warning not in told:
                session.tell(say("warning: {name}: {message}", name=one.name, message=warning))
            told.add(warning)
        session.write(out / one.name, edition.data)
    if asked.archive:
        from elzctl.render.manifest import manifest

        files = {one.name: edition.data for one, edition in zip(jobs, editions, strict=True)}
        compared = since.version if since is not None else None
        data = manifest(files, asked.today, version, asked.part, internal=asked.internal, since=compared)
        name = plan_file(asked, loaded.plan, since)
        session.write(out / ("manifest.json" if name == "plan" else f"{name}.manifest.json"), data)


def _version(session: Session, asked: Asked, loaded: Loaded) -> Version | None:
    """The commit that a plan was read beside; other documents do not say it."""
    if asked.kind != "plan":
        return None
    from elzctl.cli.plan_version import version_of

    return version_of(session.root(), loaded.sources)


def _since(session: Session, asked: Asked, loaded: Loaded) -> Earlier | None:
    """The version with which the plan is compared.  Raises Stop when it cannot be found."""
    if asked.since is None:
        return None
    from elzctl.cli.earlier import earlier

    return earlier(session, asked.since, loaded)


def _day(text: str, none: date) -> date:
    return today_of(text) if text else none


def _check(session: Session, loaded: Loaded, asked: Asked) -> None:
    """Shows the errors of what the document is made of.  Raises Stop when there are any, unless a draft is asked for."""
    from elzctl.views.examine import examined

    found = examined(loaded).findings
    errors = [one for one in found if one.severity is Severity.ERROR and _matters(one, asked)]
    if not errors:
        return
    from elzctl.render.findings_text import findings_text

    paint = Paint(on=has_colours(sys.stderr, os.environ))
    blocks = findings_text(errors, loaded.sources, session.language, paint)
    sys.stderr.writelines(f"{block}\n" for block in blocks)
    if not asked.draft:
        count = say_count(
            "The plan has {count} error; nothing was made", "The plan has {count} errors; nothing was made", len(errors)
        )
        raise Stop(count, say("Mend what stands above, or make a draft with --draft."), FINDINGS)


def _matters(finding: Finding, asked: Asked) -> bool:
    """False for what is wrong in a fiche or a chapter, of which the document of a meeting holds no more than the title."""
    return asked.kind in WHOLE or not finding.span.path.startswith(("plan/actions/", "plan/texts/"))


def _patience(session: Session) -> Callable[[], None]:
    """Says once, on a terminal, that the work goes on when it takes long."""
    until = time.monotonic() + PATIENCE
    told = not sys.stderr.isatty()

    def waiting() -> None:
        nonlocal told
        if not told and time.monotonic() > until:
            told = True
            session.tell(say("Drawing …"))

    return waiting
