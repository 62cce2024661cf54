"""What Git knows of the past of a plan, for its site: made in a child while the pages are, and left out where nothing is known."""

from __future__ import annotations

import os
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, NamedTuple

from elzctl.render.confined import Children, Stopped
from elzctl.render.job import Job, Limits
from elzctl.wording import Language, Message, say

if TYPE_CHECKING:
    from collections.abc import Callable

    from elzctl.cli.session import Session
    from elzctl.history import Line, Touched
    from elzctl.model import Plan
    from elzctl.render.site.past import Past
    from elzctl.views.pages_history import PagesPast

FOLDERS = ("plan", "meetings")
MODULES = ("elzctl.load", "elzctl.history", "elzctl.views.pages_history", "elzctl.render.site.past_words")
"""What a child can import before it is told the day."""

_LIMITS = Limits(60, 60, 1 << 30)


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


class History:
    """A child that tells the history of a plan, when that is *wanted*.  Leaving the ``with`` block ends it."""

    def __init__(self, *, wanted: bool) -> None:
        self._children = Children([MODULES]) if wanted else None

    def __enter__(self) -> History:
        if self._children is not None:
            self._children.__enter__()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._children is not None:
            self._children.__exit__(kind, error, trace)

    def begin(self, root: Path, today: date, address: str) -> None:
        """Sets the child to work."""
        if self._children is not None:
            job = Job("site, history", plan_past, (os.fspath(root), today, address), _LIMITS)
            self._children.give([job])

    def result(self, waiting: Callable[[], object] = lambda: None) -> tuple[Past | None, Message | None]:
        """What it told; nothing, and why, when it could not; ``None`` when nobody wanted it."""
        if self._children is None:
            return None, None
        from elzctl.render.site.past import NOTHING

        try:
            (found,) = self._children.results(waiting)
        except Stopped as stopped:
            return NOTHING, stopped.message
        return found, None


def plan_past(folder: str, today: date, address: str) -> Past:
    """The past of the plan in a folder, up to a day, drawn for its site; nothing when Git knows nothing of it.

    What was drawn in an earlier run is taken when no commit came, and the plan still says what it said then.
    """
    from elzctl.cache import cache_of
    from elzctl.cli.site_kept import shelf_of
    from elzctl.load import load
    from elzctl.render.site.past import NOTHING
    from elzctl.tree import WorkTree
    from elzctl.views.published import published

    root = Path(folder)
    head = head_of(root)
    if not head:
        return NOTHING
    plan = published(load(WorkTree(root), cache_of(root, os.environ)).plan)
    shelf, key = shelf_of(root, os.environ, "9-history"), _key(head, today, address, plan)
    kept = shelf.take()
    if kept is not None and kept[0] == key:
        return _taken(*kept[1:])
    found = _drawn(root, plan, today, address)
    moved = {path: tuple(one) for path, one in found.moved.items()}
    shelf.put((key, dict(found.sections), moved, found.horizon.isoformat() if found.horizon is not None else ""))
    return found


def _taken(sections: Mapping[str, bytes], moved: Mapping[str, tuple[str, bytes]], horizon: str) -> Past:
    """What an earlier run left."""
    from elzctl.render.site.past import Moved, Past

    pages = {path: Moved(*one) for path, one in moved.items()}
    return Past(sections, pages, date.fromisoformat(horizon) if horizon else None)


def head_of(root: Path) -> str:
    """The newest commit, and whether the history was cut off; ``""`` when Git knows nothing."""
    from elzctl import git

    shown = git.asked(root, "rev-parse", "--is-shallow-repository", "HEAD^{commit}")
    return shown.decode("ascii", "replace") if shown is not None else ""


def _key(head: str, today: date, address: str, plan: Plan) -> str:
    """What the words of a history are made of: the commits, and all that the plan says beside the texts of its actions."""
    from hashlib import sha256

    from elzctl.views.still_said import strings

    access = [(name, one.access) for name, one in plan.series.items()]
    whole = (head, today, address, plan.settings.language, access, sorted(plan.titles.items()))
    digest = sha256(repr(whole).encode("utf-8", "replace"))
    things = [("", plan.settings), *((one.id, one) for one in (*plan.all_goals, *plan.actions))]
    for name, one in (*things, *plan.actors.items(), *plan.series.items()):
        digest.update(repr((name, *strings(one))).encode("utf-8", "replace"))
    for meeting in plan.meetings:
        digest.update(repr((meeting.id, *strings(meeting, whole=True))).encode("utf-8", "replace"))
    return digest.hexdigest()


def _drawn(root: Path, plan: Plan, today: date, address: str) -> Past:
    """The past of the published plan, out of Git."""
    from elzctl.commit_tree import Unknown
    from elzctl.render.site.past import NOTHING, drawn

    try:
        past = git_past(root)
        found = _found(root, past, plan, today)
    except Unknown:
        return NOTHING
    from elzctl.render.site.past_words import in_words

    language = Language(plan.settings.language.value)
    horizon = past.line.horizon.day if past.line.horizon is not None else None
    if not address and plan.settings.site is not None:
        address = plan.settings.site.address
    return drawn(in_words(found, plan, language), found.moved, found.actors, plan, language, horizon, address)


def git_past(root: Path) -> GitPast:
    """The main line and what it touched, in two questions to Git.  Raises Unknown."""
    from elzctl.history import main_line, touched

    line = main_line(root)
    return GitPast(line, touched(root, ((one.revision.id, one.before) for one in line.made), FOLDERS))


def touched_by_commits(root: Path, today: date) -> dict[str, date]:
    """For each file of the plan the last day on which a commit changed it; nothing when Git does not know."""
    from elzctl.cache import Cache, folder_of
    from elzctl.commit_tree import Unknown
    from elzctl.shelf import Shelf

    head = head_of(root)
    shelf = Shelf(Cache(folder_of(os.environ), root).folder, "9-touched", f"1 {today} {head.split()} {root}")
    kept = shelf.take() if head else {}
    if kept is not None:
        return {path: date.fromisoformat(day) for path, day in kept.items()}
    try:
        found = git_past(root).touched(today)
    except Unknown:
        return {}
    shelf.put({path: day.isoformat() for path, day in found.items()})
    return found


def with_past(
    session: Session, files: Mapping[str, bytes], past: Past | None, failure: Message | None
) -> dict[str, bytes]:
    """The files of a site with what Git knows; what it does not is said on stderr."""
    if past is None:
        return dict(files)
    from elzctl.render.site.past import filled

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
    from elzctl.history import contents
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
