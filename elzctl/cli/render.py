"""``elzctl render``: make documents."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from elzctl.cli.session import FINDINGS, Stop, one_of, today_of
from elzctl.finding import Severity
from elzctl.render.terminal import Paint, has_colours
from elzctl.wording import say, say_count

if TYPE_CHECKING:
    from datetime import date

    from elzctl.cli.session import Session
    from elzctl.load import Loaded
    from elzctl.render.plan_editions import Edition

FORMATS = ("html", "pdf")
PATIENCE = 1.0
"""Seconds before the program says that it works."""


def render(
    ctx: typer.Context,
    document: Annotated[str, typer.Argument(metavar="DOCUMENT", help="What to make: plan.")],
    *,
    out: Annotated[
        str, typer.Option("--out", metavar="FOLDER", help="Where the files go; build, beside plan, when not given.")
    ] = "",
    formats: Annotated[
        str, typer.Option("--format", metavar="html,pdf", help="The formats, with a comma between.")
    ] = "html,pdf",
    today: Annotated[
        str, typer.Option("--today", metavar="DAY", help="The day on the cover, such as 2025-12-31.")
    ] = "",
    draft: Annotated[bool, typer.Option("--draft", help="Make it although the plan has errors.")] = False,
) -> None:
    """Make documents: the plan as HTML and PDF.

    The document is in the language of the plan. The same plan and the same day give the same files.

    A plan with errors is not made into a document, because a part of it could be missing. With --draft it is made all
    the same, and says what could not be read.
    """
    make = DOCUMENTS[one_of("DOCUMENT", document, tuple(DOCUMENTS))]
    session: Session = ctx.obj
    folder = Path(out) if out else Path(os.path.relpath(session.root() / "build", session.folder.resolve()))
    make(session, folder, _formats(formats), today_of(today), draft)


def _plan(session: Session, out: Path, formats: Sequence[str], today: date, draft: bool) -> None:
    from elzctl.render.confined import Children, Stopped
    from elzctl.render.job import Job
    from elzctl.render.plan_editions import EDITIONS, MODULES, limits

    try:
        with Children([MODULES[name] for name in formats]) as children:
            loaded = session.load()
            size = sum(len(source.raw) for source in loaded.sources.values())
            jobs = [Job(f"plan.{name}", EDITIONS[name], (loaded.plan, today), limits(name, size)) for name in formats]
            children.give(jobs)
            # The children are at work: what this process has to do costs no time now.
            _check(session, loaded, draft=draft)
            editions: tuple[Edition, ...] = children.results(_patience(session))
    except Stopped as stopped:
        raise Stop(stopped.message, say("Nothing was written."), FINDINGS) from None
    for job, edition in zip(jobs, editions, strict=True):
        for warning in edition.warnings:
            session.tell(say("warning: {name}: {message}", name=job.name, message=warning))
        session.write(out / job.name, edition.data)


DOCUMENTS: dict[str, Callable[[Session, Path, Sequence[str], date, bool], None]] = {"plan": _plan}


def _formats(text: str) -> tuple[str, ...]:
    """The formats that are asked for, each once.  Raises Stop."""
    return tuple(dict.fromkeys(one_of("--format", name.strip().lower(), FORMATS) for name in text.split(",")))


def _check(session: Session, loaded: Loaded, *, draft: bool) -> None:
    """Shows the errors of the plan.  Raises Stop when there are any, unless a draft is asked for."""
    from elzctl.views.examine import examined

    errors = [finding for finding in examined(loaded).findings if finding.severity is Severity.ERROR]
    if not errors:
        return
    from elzctl.render.findings_text import findings_text

    paint = Paint(on=has_colours(sys.stderr, os.environ))
    blocks = findings_text(errors, loaded.sources, session.language, paint)
    sys.stderr.writelines(f"{block}\n" for block in blocks)
    if not draft:
        count = say_count(
            "The plan has {count} error; nothing was made", "The plan has {count} errors; nothing was made", len(errors)
        )
        raise Stop(count, say("Mend what stands above, or make a draft with --draft."), FINDINGS)


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
