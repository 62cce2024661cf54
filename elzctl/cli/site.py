"""``elzctl site``: the plan and the meetings as a site."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager, ExitStack, nullcontext
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

from elzctl.cli.options import Context, Option
from elzctl.cli.persons_kept import persons_again
from elzctl.cli.session import FINDINGS, FINE, Stop, one_of, today_of
from elzctl.cli.site_folder import folder_of
from elzctl.cli.site_told import tell_shortcomings
from elzctl.record import NamedTuple
from elzctl.render.terminal import printable
from elzctl.wording import Message, say, say_count

if TYPE_CHECKING:
    from elzctl.cli.past import Beside
    from elzctl.cli.session import Session
    from elzctl.cli.site_kept import Keeping
    from elzctl.cli.site_past import Commits, History
    from elzctl.load import Loaded
    from elzctl.mirror import Ahead, Mirrored
    from elzctl.model import Plan
    from elzctl.render.site.options import Options
    from elzctl.views.trend import Month

Public = Annotated[
    bool, Option("--public", help="Say nothing internal, and no addresses and numbers: for a log that others read.")
]


def site(
    ctx: Context,
    out: Annotated[str, Option("--out", metavar="FOLDER", help="The folder of the site.")] = "",
    with_: Annotated[
        str, Option("--with", metavar="pdf,docx", help="Make these documents too, to be downloaded.")
    ] = "",
    url: Annotated[
        str,
        Option(
            "--url", metavar="ADDRESS", help="Where the site will stand, when it is not “site: {url: …}” in plan.yaml."
        ),
    ] = "",
    today: Annotated[str, Option("--today", metavar="DAY", help="The day of the site, such as 2025-12-31.")] = "",
    plain: Annotated[
        bool, Option("--no-own-templates", help="Draw with what comes with elzctl, without the zone's own files.")
    ] = False,
    draft: Annotated[bool, Option("--draft", help="Make it although the plan has errors.")] = False,
    trend: Annotated[
        bool, Option("--trend", help="Show in the dashboard how the counts changed by month, out of Git.")
    ] = False,
    no_history: Annotated[
        bool, Option("--no-history", help="Do not tell on the pages what changed before, out of Git.")
    ] = False,
    public: Public = False,
) -> int:
    """Make a site of the plan and the meetings, that everybody can read without an account.

      elzctl site --out public
      elzctl site --out public --with pdf,docx --url https://plan.example.be/

    It is a folder of pages that need no server: put it on the web, or open index.html from the folder. Every action, goal,
    partner, target group, theme and meeting has a page. Links between pages are relative: the site works under any
    address. Pages ask nothing of other sites and keep nothing about who reads them.

    The site is for the public. Minutes are on it from the moment that they are to be read and approved, and only those of
    a series with “access: open”. Of drafts it has the agenda, of other series only that they met. What stands in
    “::: intern” is not on it, nor which people were there, nor addresses and numbers that are found and are no allowed
    contact. Names that somebody typed in a text stay: how many there may be is told, and a program does not find all.

    What did not change is not written again, and pages that are gone are taken away. Other files in the folder are left
    alone. What the site shows comes from the files, their history in Git and the day alone; --trend shows the months before
    too. With --no-history Git is not asked: the pages do not tell what changed, and no page leads on from an id that was
    given up.

    With --with pdf,docx the plan and the public minutes are made as documents too, which takes longer.
    """
    from elzctl.cli.before_drawing import stops_for_readers

    session: Session = ctx.obj
    if not out:
        raise Stop(say("Where should the site go?"), say("Write: elzctl site --out FOLDER"))
    options, day = _options(with_, url), today_of(today)
    folder = folder_of(session, out)
    if trend:
        options = options._replace(trend=_months(session, day))
    wanted = _Wanted(own=not plain, draft=draft, history=not no_history, public=day if public else None)
    with stops_for_readers(session, public=wanted.public), ExitStack() as undone:
        _tell(session, _made(session, undone, folder, options, day, wanted).mirrored(folder), Path(out))
    return FINE


def _months(session: Session, today: date) -> tuple[Month, ...]:
    """The months before; none, and a warning, when Git cannot tell."""
    from elzctl.cli.trend import months_before

    try:
        return months_before(session.root(), today)
    except Stop as stop:
        message = say("the dashboard does not show the months before. {reason}.", reason=stop.message)
        session.tell(say("warning: {message}", message=message))
        return ()


def _options(documents: str, url: str) -> Options:
    from elzctl.render.site.options import DOCUMENTS, Options

    found = dict.fromkeys(one.strip().lower() for one in documents.split(",")) if documents.strip() else {}
    return Options(tuple(one_of("--with", one, DOCUMENTS) for one in found), _address(url) if url else "")


def _address(url: str) -> str:
    """The address to which the path of a page is added.  Raises Stop when it is none."""
    from elzctl.fields_style import ADDRESS
    from elzctl.style import Website

    if not re.fullmatch(ADDRESS, url):
        raise Stop(say("“{url}” is no address of a site", url=url[:80]), say("Write it as https://plan.example.be/."))
    return Website(url).address


class _Wanted(NamedTuple):
    """What is used beside the files of the plan, whether its errors may stand, and the day when everybody may read what is said."""

    own: bool
    draft: bool
    history: bool
    public: date | None


class _Made(NamedTuple):
    """All files of the site, by their paths, what the folder was seen to hold of them, and those that were written ahead."""

    files: dict[str, bytes]
    looked: Mapping[str, bytes | None]
    ahead: Ahead

    def mirrored(self, folder: Path) -> Mirrored:
        """Makes the folder hold them.  Raises WriteFault."""
        from elzctl.mirror import mirror

        done = mirror(folder, self.files, self.looked, self.ahead)
        self.ahead.stay()
        return done


def _made(session: Session, undone: ExitStack, folder: Path, options: Options, today: date, wanted: _Wanted) -> _Made:
    """The files of the site, of which some are written ahead, which is *undone* by an error.  Raises Stop."""
    from elzctl.cli.attached_kept import attachments_again
    from elzctl.cli.before_drawing import errors_of, for_readers, patience, show_errors
    from elzctl.cli.site_jobs import documents_job, modules, own_templates, site_limits
    from elzctl.cli.site_kept import Keeping, shelf_of, standing
    from elzctl.cli.start import PAGES
    from elzctl.render.confined import Children, Stopped
    from elzctl.render.site.job import nothing
    from elzctl.render.site.kept import hashed

    root = session.root()
    shelf = shelf_of(root, os.environ)
    groups = [PAGES, *(modules(ending) for ending in options.documents)]
    try:
        with (
            Children(groups, begun=session.drawer) as children,
            _history(wanted) as history,
            Keeping(shelf) as keeping,
        ):
            asked = None if history is None else _asked(root, today)
            loaded = session.load(kept_later=True)  # while the children are at work
            look = own_templates(session) if wanted.own else None
            if wanted.draft:
                loaded, options = _drafted(session, loaded, options, public=wanted.public)
            options = _addressed(options, loaded.plan)
            site = standing(shelf)
            texts = hashed(loaded)
            beside = attachments_again(root, loaded.plan, shelf.beside("9-attached"), texts[0], today)
            head, touched, is_silent = asked.result() if asked is not None else ("", {}, False)
            options = options._replace(history=bool(head), attached=beside.attached, touched=touched)
            documents = [documents_job(loaded, today, options, ending, look) for ending in options.documents]
            jobs = [site.job(loaded, today, options, look, site_limits(loaded), texts), *documents]
            if history is not None and head:
                history.begin(root, head, today, options.address, site.inputs.files)
            elif history is not None and is_silent:
                from elzctl.cli.site_past import silence

                history.fail(silence(root))
            is_same = not documents and jobs[0].function is nothing
            if not is_same:  # else nobody has to wait until a child is ready to work
                children.give(jobs)
            # The children are at work: what this process has to do costs no time now.
            if not wanted.draft:
                show_errors(session, loaded, errors_of(loaded, site.edited), draft=False, public=wanted.public)
            # Imported now that the children are at work: before that others want the processor.
            from elzctl.mirror import Ahead, looked

            seen = looked(folder, site.kept.built.files if site.kept is not None else ())
            ahead = undone.enter_context(Ahead(folder))
            taken = _taken(keeping, ahead, are_final=not head)
            named = persons_again(loaded, shelf.beside("9-persons"), texts)
            built, *others = (nothing(),) if is_same else children.results(patience(session), taken)
            files = dict(pair for some in (beside.files, site.whole(built), *others) for pair in some.items())
            files = files if history is None else _with_past(session, files, history)
            keeping.keep(site)
    except Stopped as stopped:
        raise Stop(stopped.message, say("Nothing was written."), FINDINGS) from None
    tell_shortcomings(session, loaded.plan, named, for_readers(beside.told, loaded, public=wanted.public))
    return _Made(files, seen, ahead)


def _taken(keeping: Keeping, ahead: Ahead, *, are_final: bool) -> Callable[[Any], None]:
    """What is done with each part of a site when it is there."""
    from elzctl.render.site.kept import files_in

    def taken(part: Any) -> None:
        keeping.part(part)
        ahead.add(files_in(part), are_final=are_final)

    return taken


def _addressed(options: Options, plan: Plan) -> Options:
    """With the address that the plan gives, where none was given."""
    site = plan.settings.site
    return options if options.address or site is None else options._replace(address=site.address)


def _drafted(session: Session, loaded: Loaded, options: Options, *, public: date | None) -> tuple[Loaded, Options]:
    """The plan of a draft, without what somebody meant to be internal, and the number of its errors, which are shown."""
    from elzctl.cli.before_drawing import errors_of, show_errors
    from elzctl.cli.guarded import guarded
    from elzctl.tree import WorkTree

    errors = show_errors(session, loaded, errors_of(loaded), draft=True, public=public)
    return guarded(loaded, WorkTree(session.root())), options._replace(errors=errors)


def _history(wanted: _Wanted) -> AbstractContextManager[History | None]:
    """What Git knows of the plan, when it is to be asked."""
    if not wanted.history:
        return nullcontext()
    from elzctl.cli.site_past import History

    return History()


def _asked(root: Path, today: date) -> Beside[Commits]:
    """What Git knows of the files, found out beside what this process does."""
    from elzctl.cli.past import Beside
    from elzctl.cli.site_past import commits

    return Beside(lambda: commits(root, today))


def _with_past(session: Session, files: dict[str, bytes], history: History) -> dict[str, bytes]:
    from elzctl.cli.before_drawing import patience
    from elzctl.cli.site_past import with_past

    return with_past(session, files, *history.result(patience(session)))


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
