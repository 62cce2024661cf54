"""``elzctl site``: the plan and the meetings as a site."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from elzctl.cli.session import FINDINGS, FINE, Stop, one_of, today_of
from elzctl.render.terminal import printable
from elzctl.wording import Message, say, say_count

if TYPE_CHECKING:
    from elzctl.cli.session import Session
    from elzctl.load import Loaded
    from elzctl.mirror import Mirrored
    from elzctl.render.job import Job
    from elzctl.render.site.page import Options
    from elzctl.templates import OwnTemplates

MODULES = ("elzctl.render.site.files", "markdown_it", "elzctl.render.minutes_document", "elzctl.render.marks")
"""What a child can import before it has the plan."""

_ADDRESS = re.compile(r"https?://[a-z0-9.-]+(?::\d{1,5})?(?:/[A-Za-z0-9._~/-]*)?")
_SOURCES = ("plan", "meetings", "templates", "private", ".git")


def site(
    ctx: typer.Context,
    out: Annotated[str, typer.Option("--out", metavar="FOLDER", help="The folder of the site.")] = "",
    with_: Annotated[
        str, typer.Option("--with", metavar="pdf,docx", help="Make these documents too, to be downloaded.")
    ] = "",
    url: Annotated[
        str,
        typer.Option("--url", metavar="ADDRESS", help="Where the site will stand, for the list for search engines."),
    ] = "",
    today: Annotated[str, typer.Option("--today", metavar="DAY", help="The day of the site, such as 2025-12-31.")] = "",
    plain: Annotated[
        bool, typer.Option("--no-own-templates", help="Draw with what comes with elzctl, without the zone's own files.")
    ] = False,
    draft: Annotated[bool, typer.Option("--draft", help="Make it although the plan has errors.")] = False,
    trend: Annotated[
        bool, typer.Option("--trend", help="Show in the dashboard how the counts changed by month, out of Git.")
    ] = False,
) -> int:
    """Make a site of the plan and the meetings, that everybody can read without an account.

      elzctl site --out public
      elzctl site --out public --with pdf,docx --url https://plan.example.be/

    It is a folder of pages that need no server: put it on the web, or open index.html from the folder. Every action, goal,
    partner, target group, theme and meeting has a page. Links between pages are relative: the site works under any
    address. Pages ask nothing of other sites and keep nothing about who reads them.

    The site is for the public. Minutes are on it from the moment that they are to be read and approved, and only those of
    a series with “access: open”. Of drafts it has the agenda, of other series only that they met. What stands in
    “::: intern” is not on it, nor which people were there, nor addresses and numbers that are no allowed contact.

    What did not change is not written again, and pages that are gone are taken away. Other files in the folder are left
    alone. What the site shows comes from the files and the day alone, unless --trend asks for the months before too.
    With --with pdf,docx the plan and the public minutes are made as documents too, which takes longer.
    """
    session: Session = ctx.obj
    if not out:
        raise Stop(say("Where should the site go?"), say("Write: elzctl site --out FOLDER"))
    options, day = _options(with_, url), today_of(today)
    folder = _folder(session, out)
    if trend:
        from elzctl.cli.trend import months_before

        options = options._replace(trend=months_before(session.root(), day))
    made = _made(session, options, day, own=not plain, draft=draft)
    from elzctl.mirror import mirror

    done = mirror(folder, made)
    _tell(session, done, Path(out))
    return FINE


def _options(documents: str, url: str) -> Options:
    from elzctl.render.site.page import DOCUMENTS, Options

    found = dict.fromkeys(one.strip().lower() for one in documents.split(",")) if documents.strip() else {}
    if url and not _ADDRESS.fullmatch(url):
        raise Stop(say("“{url}” is no address of a site", url=url[:80]), say("Write it as https://plan.example.be/."))
    address = f"{url.rstrip('/')}/" if url else ""
    return Options(tuple(one_of("--with", one, DOCUMENTS) for one in found), address)


def _folder(session: Session, out: str) -> Path:
    """The folder of the site.  Raises Stop when it is one of the plan's own."""
    root = session.root()
    folder = session.folder.resolve() / out
    real = folder.resolve()
    if any(root / name in (real, *real.parents) for name in _SOURCES):
        message = say("{path} lies among the files that the plan is made of", path=out)
        raise Stop(message, say("Choose a folder of its own, such as --out public."))
    if real == root or real in root.parents:
        message = say("{path} holds the plan itself", path=out)
        raise Stop(message, say("Choose a folder of its own, such as --out public."))
    return folder


def _made(session: Session, options: Options, today: date, *, own: bool, draft: bool) -> dict[str, bytes]:
    """All files of the site, by their paths.  Raises Stop."""
    from elzctl.cli.before_drawing import errors_of, patience, show_errors
    from elzctl.render.confined import Children, Stopped

    groups = [MODULES, *(_modules(ending) for ending in options.documents)]
    try:
        with Children(groups) as children:
            loaded = session.load()
            look = own_templates(session) if own else None
            if draft:
                options = options._replace(errors=show_errors(session, loaded, errors_of(loaded), draft=True))
            documents = (documents_job(loaded, today, options, ending, look) for ending in options.documents)
            children.give([site_job(loaded, today, options, look), *documents])
            # The children are at work: what this process has to do costs no time now.
            if not draft:
                show_errors(session, loaded, errors_of(loaded), draft=False)
            found = children.results(patience(session))
    except Stopped as stopped:
        raise Stop(stopped.message, say("Nothing was written."), FINDINGS) from None
    files: dict[str, bytes] = {}
    for one in found:
        files.update(one)
    return files


def site_job(loaded: Loaded, today: date, options: Options, own: OwnTemplates | None) -> Job:
    """What a child has to do to make the pages."""
    from elzctl.render.editions import limits
    from elzctl.render.job import Job
    from elzctl.render.site.files import site_files

    return Job("site", site_files, (loaded.plan, today, own, options), limits("html", _size(loaded)))


def documents_job(loaded: Loaded, today: date, options: Options, ending: str, own: OwnTemplates | None) -> Job:
    """What a child has to do to make the documents of one format."""
    from elzctl.render.editions import limits
    from elzctl.render.job import Job
    from elzctl.render.site.documents import document_files

    bounds = limits(ending, 2 * _size(loaded))
    return Job(f"site, {ending}", document_files, (ending, loaded.plan, today, own, options), bounds)


def own_templates(session: Session) -> OwnTemplates:
    """The zone's own style sheets, scripts and templates.  Raises Stop when one cannot be read."""
    from elzctl.templates import BadTemplate, own
    from elzctl.tree import WorkTree

    try:
        return own(WorkTree(session.root()))
    except BadTemplate as fault:
        raise Stop(fault.message, None, FINDINGS) from None


def _modules(ending: str) -> tuple[str, ...]:
    from elzctl.render.editions import MODULES as OF

    return (*OF[ending], "elzctl.render.site.documents")


def _size(loaded: Loaded) -> int:
    return sum(len(source.raw) for source in loaded.sources.values())


def _tell(session: Session, done: Mirrored, out: Path) -> None:
    """What was written and taken away, and where to begin."""
    counts: list[Message] = []
    if done.written:
        counts.append(say_count("{count} file written", "{count} files written", len(done.written)))
    if done.removed:
        counts.append(say_count("{count} file removed", "{count} files removed", len(done.removed)))
    if done.kept:
        counts.append(say_count("{count} file unchanged", "{count} files unchanged", done.kept))
    session.print(printable(str(session.folder / out / "index.html")))
    session.tell(", ".join(map(session.language, counts)))
