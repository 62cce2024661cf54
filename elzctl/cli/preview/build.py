"""Makes the site of a plan anew after every save, in a child under limits, and tells what is wrong in the plan.

A file that cannot be read any more counts as it was when it last could: its page stays on the screen while it is mended.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from datetime import date
from functools import cache
from typing import TYPE_CHECKING, Any, NamedTuple

from elzctl.cli.session import Session, Stop, today_of
from elzctl.cli.site import MODULES, own_templates, site_job
from elzctl.finding import Finding, Severity, by_place
from elzctl.load import Kept, Loaded, load
from elzctl.render.confined import Children, Stopped
from elzctl.render.findings_text import SEVERITIES, place, summary
from elzctl.render.site.files import page_files
from elzctl.render.terminal import Paint, printable
from elzctl.tree import Entry, Tree, WorkTree
from elzctl.views.examine import examined
from elzctl.wording import Language, Message, say

if TYPE_CHECKING:
    from elzctl.render.job import Job
    from elzctl.render.site.page import Options

MOST = 60
"""So many findings are shown beside a page."""

_FRESH = 200
"""Seconds after which a child that waits for work is replaced: after somewhat more it would have ended by itself."""
_WORST = (Severity.ERROR, Severity.WARNING, Severity.INFO)


class Made(NamedTuple):
    """What came of one building: the files (``None`` when there are none), and what is said beside every page.

    *whole* when these are all files, and not only what somebody looks at.
    """

    files: Mapping[str, bytes] | None
    said: Mapping[str, Any]
    whole: bool = True

    @property
    def title(self) -> str:
        """How many files and findings there are, in words."""
        return str(self.said["title"])

    @property
    def failure(self) -> str:
        """Why there are no files."""
        return str(self.said["failure"])


class Workshop:
    """Builds one plan again and again.  Leaving the ``with`` block ends what still runs."""

    def __init__(self, session: Session, options: Options, day: str, *, own: bool) -> None:
        """*day* is that of ``--today``; with *own* the zone's templates are used."""
        self._session = session
        self._root = session.root()
        self._options = options
        self._day = day
        self._own = own
        self._good: dict[str, Kept] = {}
        self._waiting: list[tuple[Children, float]] = []

    def __enter__(self) -> Workshop:
        return self

    def __exit__(self, *_: object) -> None:
        while self._waiting:
            _end(self._waiting.pop()[0])

    def made(
        self, saved: Collection[str], looked_at: frozenset[str], waiting: Callable[[], object] = lambda: None
    ) -> Iterator[Made]:
        """The pages that somebody looks at, and then the whole site, as the files are now.

        What is wrong in those that were *saved* is told first.  *waiting* is called again and again; what it raises ends
        the work.
        """
        loaded, today = self._loaded(), today_of(self._day)
        shown = self._mended(loaded)
        remarks = cache(lambda: examined(loaded, today).findings)
        try:
            for job, is_whole in self._jobs(shown, today, looked_at):
                files = self._files(job, remarks, waiting)
                yield Made(files, said(remarks(), saved, loaded, self._session.language), is_whole)
        except (Stopped, Stop) as stopped:
            failure = stopped.message
        except RuntimeError as fault:  # of our own, in the child: what is written next may well avoid it
            kind = "".join(str(fault).splitlines()[-1:])[:200]
            failure = say("elzctl itself went wrong here; your files are as they were. ({kind})", kind=kind)
        else:
            return
        yield Made(None, said(remarks(), saved, loaded, self._session.language, failure))

    def ready(self, count: int = 2) -> None:
        """Has children wait for work, which then begins at once."""
        late = time.monotonic() - _FRESH
        for child, since in self._waiting:
            if since < late:
                _end(child)
        self._waiting = [one for one in self._waiting if one[1] >= late]
        while len(self._waiting) < count:
            self._waiting.append((Children([MODULES]).__enter__(), time.monotonic()))

    def _jobs(self, loaded: Loaded, today: date, looked_at: frozenset[str]) -> Iterator[tuple[Job, bool]]:
        """What children have to do, and whether that is everything.  Raises Stop."""
        own = own_templates(self._session) if self._own else None
        whole = site_job(loaded, today, self._options, own)
        if looked_at:
            yield whole._replace(function=page_files, arguments=(*whole.arguments, looked_at)), False
        yield whole, True

    def _files(self, job: Job, beside: Callable[[], object], waiting: Callable[[], object]) -> Mapping[str, bytes]:
        """What a child makes, while we do what is *beside* it.  Raises Stopped; a child that was gone is replaced once."""
        for is_last in (False, True):
            self.ready(1)
            child, since = self._waiting.pop(0)
            has_waited = time.monotonic() - since > 1
            try:
                child.give([job])
                beside()
                (files,) = child.results(waiting)
                return dict(files)
            except Stopped:
                if is_last or not has_waited:
                    raise
            finally:
                _end(child)
        raise AssertionError

    def _loaded(self) -> Loaded:
        """The plan as it is; what did not change is not read again."""
        if self._good:
            return load(WorkTree(self._root), self._good)
        return self._session.load()

    def _mended(self, loaded: Loaded) -> Loaded:
        """The plan with what cannot be read as it was when it last could."""
        broken = {
            path: self._good[path] for path, one in loaded.kept.items() if one.value is None and path in self._good
        }
        self._good = {path: one for path, one in loaded.kept.items() if one.value is not None} | broken
        if not broken:
            return loaded
        return load(_Older(WorkTree(self._root), broken), self._good)


class _Older:
    """A folder in which some files are as they were."""

    def __init__(self, tree: Tree, older: Mapping[str, Kept]) -> None:
        self._tree = tree
        self._older = older

    def entries(self, folder: str) -> tuple[Entry, ...]:
        return self._tree.entries(folder)

    def read(self, path: str) -> bytes:
        return self._older[path].source.raw if path in self._older else self._tree.read(path)

    def tracked(self, folder: str) -> tuple[str, ...] | None:
        return self._tree.tracked(folder)


def _end(child: Children) -> None:
    child.__exit__(None, None, None)


# What is said beside every page


def said(
    findings: Sequence[Finding],
    saved: Collection[str],
    loaded: Loaded,
    language: Language,
    failure: Message | None = None,
) -> dict[str, Any]:
    """The findings as texts, the errors first, and among these those of what was *saved*."""
    ranked = sorted(findings, key=lambda one: (_WORST.index(one.severity), one.span.path not in saved, by_place(one)))
    worst = "error" if failure is not None else ranked[0].severity.value if ranked else ""
    rest = len(ranked) - MOST
    return {
        "label": language(say("What elzctl found")),
        "title": summary(findings, len(loaded.sources), language, Paint(on=False)),
        "worst": worst,
        "open": worst == "error",
        "failure": "" if failure is None else _line(language(failure)),
        "rows": list(_rows(ranked[:MOST], language)),
        "more": language(say("… and {count} more; see “elzctl validate”.", count=rest)) if rest > 0 else "",
    }


def _rows(findings: Sequence[Finding], language: Language) -> Iterator[dict[str, str]]:
    for one in findings:
        yield {
            "severity": one.severity.value,
            "label": f"{language(SEVERITIES[one.severity])} [{one.code}]",
            "place": place(one.span),
            "message": _line(language(one.message)),
            "hint": _line(language(one.hint)) if one.hint is not None else "",
        }


def _line(text: str) -> str:
    return printable(" ".join(text.split()))
