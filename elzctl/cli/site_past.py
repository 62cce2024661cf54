"""What Git knows of the past of a plan, for its site: made in a child while the pages are, and left out where nothing is known."""

from __future__ import annotations

import os
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from elzctl.record import NamedTuple
from elzctl.render.confined import Children, Stopped
from elzctl.render.job import Job, Limits
from elzctl.render.site.past import NOTHING, Moved, Past, filled
from elzctl.wording import Language, Message, say

if TYPE_CHECKING:
    from collections.abc import Callable

    from elzctl.cli.session import Session
    from elzctl.commits.history import Line, Touched
    from elzctl.model import Plan
    from elzctl.shelf import Shelf
    from elzctl.views.pages_history import PagesPast

FOLDERS = ("plan", "meetings")
MODULES = ("elzctl.views.pages_history", "elzctl.render.site.past_words")
"""What a child imports before it is told what to do."""

_LIMITS = Limits(60, 60, 1 << 30)
_WHICH = ("rev-parse", "--is-shallow-repository", "HEAD^{commit}")
"""Asks Git for the newest commit."""
_NO_COMMIT = "revision"
"""A word of Git when a repository has no commit yet."""


class GitPast(NamedTuple):
    """The main line of a repository with the files that each commit touched."""

    line: Line
    changed: Mapping[str, tuple[Touched, ...]]

    def touched(self, today: date) -> dict[str, date]:
        """For each file the last day up to *today* on which a commit changed it."""
        found: dict[str, date] = {}
        # What stands in the oldest commit of a copy that was cut off did not come with it.
        for made in self.line.made[: -1 if self.line.cut else None]:
            if made.revision.day <= today:
                for one in self.changed.get(made.revision.id, ()):
                    found.setdefault(one.path, made.revision.day)
        return found


class Commits(NamedTuple):
    """The newest commit, and whether the history was cut off, ``""`` when Git knows nothing; and when each file was last changed.

    ``is_silent`` when there is a repository, and Git does not answer.
    """

    head: str = ""
    touched: Mapping[str, date] = {}
    is_silent: bool = False


class History:
    """The past of a plan: from an earlier run, else from a child.  Leaving the ``with`` block ends that."""

    def __init__(self) -> None:
        self._children: Children | None = None
        self._shelf: Shelf | None = None
        self._key = ""
        self._found: Past = NOTHING
        self._failure: Message | None = None

    def __enter__(self) -> History:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._children is not None:
            self._children.__exit__(kind, error, trace)

    def begin(self, root: Path, head: str, today: date, address: str, files: str) -> None:
        """Takes what an earlier run left when no commit came and the *files*, by their hash, are as they were then.

        Else it sets a child to work, which is a copy of this process: there may be no other thread.
        """
        from elzctl.cli.site_kept import shelf_of

        self._shelf, self._key = shelf_of(root, os.environ, "9-history"), f"{head} {today} {address} {files}"
        kept = self._shelf.take()
        if kept is not None and kept[0] == self._key:
            self._found = _taken(*kept[1:])
        else:
            self._children = Children([MODULES]).__enter__()
            self._children.give([Job("site, history", plan_past, (os.fspath(root), today, address), _LIMITS)])

    def fail(self, failure: Message) -> None:
        """Says why there is none."""
        self._failure = failure

    def result(self, waiting: Callable[[], object] = lambda: None) -> tuple[Past, Message | None]:
        """What there is to tell; nothing, and why, when that could not be found out."""
        if self._children is None:
            return self._found, self._failure
        try:
            (found,) = self._children.results(waiting)
        except Stopped as stopped:
            return NOTHING, stopped.message
        if isinstance(found, Message):  # that is not kept: the next time Git may answer
            return NOTHING, found
        if self._shelf is not None:
            moved = {path: tuple(one) for path, one in found.moved.items()}
            horizon = found.horizon.isoformat() if found.horizon is not None else ""
            rest = (dict(found.names), found.house, dict(found.twins))
            self._shelf.put((self._key, dict(found.sections), moved, horizon, *rest))
        return found, None


def _taken(
    sections: Mapping[str, bytes],
    moved: Mapping[str, tuple[str, bytes]],
    horizon: str,
    names: Mapping[str, str],
    house: str,
    twins: Mapping[str, str],
) -> Past:
    """What an earlier run left."""
    pages = {path: Moved(*one) for path, one in moved.items()}
    return Past(sections, pages, date.fromisoformat(horizon) if horizon else None, names, house, twins)


def plan_past(folder: str, today: date, address: str) -> Past | Message:
    """The past of the plan in a folder, up to a day, drawn for its site; why there is none when Git cannot tell it."""
    from elzctl.cache import cache_of
    from elzctl.commits.commit_tree import Unknown
    from elzctl.load import load
    from elzctl.render.site.past_pages import drawn
    from elzctl.render.site.past_words import in_words
    from elzctl.tree import WorkTree
    from elzctl.views.published import published

    root = Path(folder)
    plan = published(load(WorkTree(root), cache_of(root, os.environ)).plan)
    try:
        past = git_past(root)
        found = _found(root, past, plan, today)
    except Unknown as unknown:
        return unknown.message
    language = Language(plan.settings.language.value)
    horizon = past.line.horizon.day if past.line.horizon is not None else None
    told = in_words(found, plan, language, today)
    return drawn(told, found, plan, language, horizon, address)


def git_past(root: Path) -> GitPast:
    """The main line and what it touched, in two questions to Git.  Raises Unknown."""
    from elzctl.commits.history import main_line, touched

    line = main_line(root)
    return GitPast(line, touched(root, ((one.revision.id, one.before) for one in line.made), FOLDERS))


def commits(root: Path, today: date) -> Commits:
    """What Git knows of the files of a plan, up to a day."""
    from elzctl.cache import Cache, folder_of
    from elzctl.commits.commit_tree import Unknown
    from elzctl.shelf import Shelf

    head = _head(root)
    if head is None:
        return Commits(is_silent=True)
    shelf = Shelf(Cache(folder_of(os.environ), root).folder, "9-touched", f"1 {today} {head.split()} {root}")
    kept = shelf.take() if head else {}
    if kept is not None:
        return Commits(head, {path: date.fromisoformat(day) for path, day in kept.items()})
    try:
        touched = git_past(root).touched(today)
    except Unknown:
        return Commits(head)
    shelf.put({path: day.isoformat() for path, day in touched.items()})
    return Commits(head, touched)


def silence(root: Path) -> Message:
    """Why Git does not answer, and what to do."""
    from elzctl import git
    from elzctl.commits.commit_tree import why_silent

    unknown = why_silent(root, git.answered(root, *_WHICH))
    if unknown.hint is None:
        return unknown.message
    return say("{reason} ({hint})", reason=unknown.message, hint=unknown.hint)


def _head(root: Path) -> str | None:
    """The newest commit; "" where there is none, and ``None`` when there is a repository and Git does not answer."""
    from elzctl import git

    answer = git.answered(root, *_WHICH)
    if answer.code == 0:
        return answer.output.decode("ascii", "replace")
    return "" if _NO_COMMIT in answer.complaint or not git.is_below_dot_git(root) else None


def with_past(session: Session, files: Mapping[str, bytes], past: Past, failure: Message | None) -> dict[str, bytes]:
    """The files of a site with what Git knows; what it does not is said on stderr."""
    if failure is not None:
        session.tell(say("The pages have no history: {reason}.", reason=failure))
    elif past.horizon is not None:
        day = past.horizon.isoformat()
        session.tell(say("The history is cut off here: the pages do not tell what changed up to {day}.", day=day))
        session.tell(say("Fetch all of it: “git fetch --unshallow”; in CI, fetch-depth: 0."))
    return filled(files, past)


def _found(root: Path, past: GitPast, public: Plan, today: date) -> PagesPast:
    """What happened, out of the files as they were.  Raises Unknown."""
    from elzctl.cache import cache_of
    from elzctl.commits.history import contents
    from elzctl.views.history import Reader
    from elzctl.views.pages_history import looks, pages_past
    from elzctl.views.published import is_open

    found = looks(past.line, past.changed)
    blobs = (blob for look in found for side in (look.old, look.new) for blob in side.values())
    sizes, data = contents(root, {blob.id for blob in blobs if blob.is_read})
    reader = Reader(sizes, {name: _public(raw) for name, raw in data.items()}, cache_of(root, os.environ))
    meetings = (one.id for one in public.meetings if is_open(public, one))
    return pages_past(found, reader, frozenset((*(one.id for one in public.actions), *meetings)), today)


def _public(raw: bytes) -> bytes:
    """A file without the comments in its text, which are on no page: to change one is no change."""
    head, mark, text = raw.partition(b"\n---")
    if b"<!--" not in text:
        return raw
    from elzctl.sections import without_comments

    try:
        return head + mark + without_comments(text.decode()).encode()
    except UnicodeDecodeError:
        return raw
