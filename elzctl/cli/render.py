"""``elzctl render``: make documents."""

from __future__ import annotations

import os
from datetime import date
from functools import partial
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

from elzctl.cli.before_drawing import (
    errors_of,
    for_readers,
    paths_for_readers,
    patience,
    show_errors,
    stops_for_readers,
)
from elzctl.cli.documents import (
    DOCUMENTS,
    WHOLE,
    Asked,
    drawn_of,
    formats_of,
    job,
    modules,
    name_of,
    refuse,
    year_asked,
)
from elzctl.cli.options import Argument, Context, Option
from elzctl.cli.session import FINDINGS, Stop, one_of, today_of
from elzctl.views.part import Wanted as Part
from elzctl.wording import Message, say

if TYPE_CHECKING:
    from elzctl.cli.session import Session
    from elzctl.finding import Finding
    from elzctl.load import Loaded
    from elzctl.render.plan_changes import Earlier

_Document = Annotated[
    str,
    Argument(
        metavar="DOCUMENT", help="What to make: plan, minutes, invitation, decisions, points, report or accessibility."
    ),
]
_Name = Annotated[str, Argument(metavar="NAME", help="The meeting of minutes or an invitation, the series of a list.")]
_Out = Annotated[
    str,
    Option("--out", metavar="FOLDER", help="Where the files go: build, beside plan, or private for internal editions."),
]
_Formats = Annotated[
    str | None,
    Option(
        "--format",
        metavar="html,pdf",
        help="The formats, with a comma between, or all: html, pdf and docx; an invitation has ics and eml too.",
    ),
]
_Internal = Annotated[bool, Option("--internal", help="With what stands in “::: intern”; not to be published.")]
_Since = Annotated[str, Option("--from", metavar="DAY", help="Lists: meetings from this day on.")]
_Until = Annotated[str, Option("--to", metavar="DAY", help="Lists: meetings up to this day.")]
_Today = Annotated[str, Option("--today", metavar="DAY", help="The day of the document, such as 2025-12-31.")]
_Year = Annotated[
    str | None,
    Option("--year", metavar="YEAR", help="Report: its year; else that of the plan."),
]
_Own = Annotated[
    bool,
    Option("--no-own-templates", help="Draw with what comes with elzctl, without the zone's own templates and fonts."),
]
_Goals = Annotated[
    list[str] | None,
    Option("--goal", metavar="GOAL", help="Plan: only this goal, by id or number; can be given more than once."),
]
_Actions = Annotated[
    list[str] | None,
    Option("--action", metavar="ACTION", help="Plan: only this action, by id or number; can be given more than once."),
]
_Leads = Annotated[
    list[str] | None,
    Option("--lead", metavar="ACTOR", help="Plan: only what this actor leads, or a group that it belongs to."),
]
_ChangedSince = Annotated[
    str | None,
    Option(
        "--changed-since",
        metavar="VERSION|DATE",
        help="Plan: mark and list what changed since this branch, tag or commit, or the last one up to this date.",
    ),
]
_Draft = Annotated[bool, Option("--draft", help="Make it although the plan has errors, as a draft.")]
_Public = Annotated[
    bool, Option("--public", help="Say nothing internal, and no addresses and numbers: for a log that others read.")
]


def render(
    ctx: Context,
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
    public: _Public = False,
) -> None:
    """Make documents: the plan, minutes, invitations, lists of decisions or points, and the annual report, as HTML and PDF.

    Documents are in the language of the plan. The same files and the same day give the same documents. Minutes show what
    became of their points up to that day; the points of earlier meetings, as they stood on the day of the meeting.

    Documents are for the public: without “::: intern”, and of who was there only the organisations. Of e-mail addresses and
    telephone numbers those that are found are left out, unless an actor allows them. Names in a text stay: see “elzctl validate”.

    With --goal, --action and --lead a part of the plan becomes a document of its own: the fiches of one partner, say. With
    --changed-since it says up front what changed since an earlier version, and has a bar in the margin beside that. With
    --format all a manifest says what was made of which version.

    The report shows the plan as it stood at the end of a year, or on the day of --today when that is earlier.

    The accessibility statement says what plan.yaml says under “accessibility”, and stands at the end of the plan too.

    An invitation comes with a file for calendars (ics) and a message without recipients (eml).

    Documents look as plan.yaml says under “style”, and are drawn with the zone's own templates where it has them. They
    come in by pull request: where those of strangers are drawn, add --no-own-templates.

    A plan with errors is not made into a document, because a part of it could be missing. With --draft it is made all
    the same, under a name of its own (plan-draft.pdf), and says at once how many errors it has and what is missing.
    Errors in fiches and chapters do not stop the documents of meetings.
    """
    kind = one_of("DOCUMENT", document, tuple(DOCUMENTS))
    day, first, last = today_of(today), _day(since, date.min), _day(until, date.max)
    part = Part(*(tuple(one.strip() for one in names or ()) for names in (goals, actions, leads)))
    made = formats_of(kind, formats)
    asked = Asked(
        *(kind, name_of(kind, name), made, day, first, last, internal, draft, year_asked(year), not plain),
        *(part, (formats or "").strip().lower() == "all", changed_since, public),
    )
    refuse(asked)
    session: Session = ctx.obj
    folder = session.root() / ("private" if internal else "build")
    if internal and out and "private" not in Path(out).parts:
        session.tell(say("This is the internal edition: keep it out of what is published."))
    with stops_for_readers(session, public=asked.reads):
        _make(session, asked, Path(out) if out else Path(os.path.relpath(folder, session.folder.resolve())))


def _make(session: Session, asked: Asked, out: Path) -> None:
    from elzctl.cli.guarded import guarded
    from elzctl.cli.past import Beside
    from elzctl.cli.plan_version import last_commit, version_of
    from elzctl.render.confined import Children, Stopped
    from elzctl.render.editions import laid_out
    from elzctl.tree import WorkTree

    try:
        groups = [modules(asked, ending) for ending in asked.formats]
        with Children(groups, begun=session.drawer) as children:
            # Git answers while the plan is read.
            commit = Beside(partial(last_commit, session.root())) if asked.kind == "plan" or asked.archive else None
            loaded = session.load()
            if asked.draft:
                asked = asked._replace(errors=_check(session, loaded, asked))
            read = version_of(session.root(), loaded.sources, commit.result()) if commit is not None else None
            loaded = guarded(loaded, WorkTree(session.root())) if asked.draft else loaded
            version, since = read if asked.kind == "plan" else None, _since(session, asked, loaded)
            shown = _with_published(session, asked, loaded)
            jobs = [job(session, asked, ending, shown, version, since) for ending in asked.formats]
            children.give(jobs)
            # The children are at work: what this process has to do costs no time now.
            if not asked.draft:
                _check(session, loaded, asked)
            if asked.kind == "plan" and "html" in asked.formats:
                import_module("elzctl.render.page_ahead")
            editions = [laid_out(edition) for edition in children.results(patience(session))]
    except Stopped as stopped:
        raise Stop(stopped.message, say("Nothing was written."), FINDINGS) from None
    if asked.kind in ("minutes", "invitation"):
        from elzctl.cli.meeting_told import tell_of_meeting

        tell_of_meeting(session, loaded, asked)
    _tell_drafts(session, asked, loaded)
    told: set[Message] = set()
    for one, edition in zip(jobs, editions, strict=True):
        for warning in for_readers(edition.warnings, loaded, public=asked.reads):
            if warning not in told:
                session.tell(say("warning: {name}: {message}", name=one.name, message=warning))
            told.add(warning)
        session.write(out / one.name, edition.data, ours=True)
    if asked.archive:
        from elzctl.render.manifest import manifest

        files = {one.name: edition.data for one, edition in zip(jobs, editions, strict=True)}
        compared = since.version if since is not None else None
        data = manifest(
            *(files, asked.today, read, asked.part), document=asked.kind, internal=asked.internal, since=compared
        )
        name = jobs[0].name.rpartition(".")[0]
        session.write(out / ("manifest.json" if name == "plan" else f"{name}.manifest.json"), data, ours=True)


def _with_published(session: Session, asked: Asked, loaded: Loaded) -> Loaded:
    """The plan, which knows of no other files that go with minutes than those that are published: a document names these."""
    if asked.internal or asked.kind not in ("minutes", "invitation"):
        return loaded
    from elzctl.value import replace

    meetings = tuple(one for one in loaded.plan.meetings if one.id == asked.name and one.attachments)
    if not meetings:
        return loaded
    from elzctl.cli.attached_kept import with_published_files
    from elzctl.terms import MeetingState

    if (
        asked.kind == "invitation"
    ):  # its papers go to who is invited, before a site has them: are these what could be on it?
        meetings = tuple(replace(one, state=MeetingState.REVIEW) for one in meetings)
    found = with_published_files(session.root(), replace(loaded.plan, meetings=meetings))
    return loaded._replace(plan=replace(loaded.plan, attachments=found.attachments))


def _tell_drafts(session: Session, asked: Asked, loaded: Loaded) -> None:
    """Says which minutes a document for the public leaves out, though they are of its series or its year."""
    from elzctl.views.published import is_draft, is_noted_ahead

    known = () if asked.internal else drawn_of(asked, loaded.plan)
    left = [one.path for one in known if is_noted_ahead(one) or (is_draft(one) and any(one.minutes.noted()))]
    if left:
        told = ", ".join(paths_for_readers(left, loaded, public=asked.reads))
        session.tell(say("warning: what was noted in {paths} is not shown", paths=told))
        session.tell(say("help: minutes are for the public from “state: review” on; --internal shows drafts too"))


def _since(session: Session, asked: Asked, loaded: Loaded) -> Earlier | None:
    """The version with which the plan is compared.  Raises Stop when it cannot be found."""
    if asked.since is None:
        return None
    from elzctl.cli.earlier import earlier

    return earlier(session, asked.since, loaded)


def _day(text: str, none: date) -> date:
    return today_of(text) if text else none


def _check(session: Session, loaded: Loaded, asked: Asked) -> int:
    """Shows the errors of what the document is made of, and counts them.  Raises Stop, unless a draft is asked for."""
    errors = [one for one in errors_of(loaded) if _matters(one, asked)]
    return show_errors(session, loaded, errors, draft=asked.draft, public=asked.reads)


def _matters(finding: Finding, asked: Asked) -> bool:
    """False for what is wrong in a fiche or a chapter, of which the document of a meeting holds no more than the title."""
    return asked.kind in WHOLE or not finding.span.path.startswith(("plan/actions/", "plan/texts/"))
