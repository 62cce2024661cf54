"""Makes the site of a plan anew after every save, in a child under limits, and tells what is wrong in the plan.

A file that cannot be read any more counts as it was when it last could: its page stays on the screen while it is mended.
"""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from datetime import date
from functools import cache
from typing import TYPE_CHECKING, Any

from elzctl.cli.guarded import guarded
from elzctl.cli.preview.around import Around
from elzctl.cli.preview.broken import broken_pages
from elzctl.cli.preview.brought import Brought
from elzctl.cli.preview.made_of import MadeOf, made_of
from elzctl.cli.preview.rows import Rows, line
from elzctl.cli.preview.since import Since, elsewhere
from elzctl.cli.session import Session, Stop, today_of
from elzctl.cli.site_jobs import own_templates, site_limits
from elzctl.cli.site_kept import Standing, shelf_of
from elzctl.cli.start import PAGES
from elzctl.finding import Finding, Severity, by_place
from elzctl.load import Kept, Loaded, load
from elzctl.record import NamedTuple
from elzctl.render.confined import Children, Stopped
from elzctl.render.findings_text import summary
from elzctl.render.job import Job
from elzctl.render.site import job as work
from elzctl.render.site.kept import hashed
from elzctl.render.terminal import Paint
from elzctl.tree import Changed, Tree, WorkTree
from elzctl.views.examine import examined
from elzctl.wording import Language, Message, say

if TYPE_CHECKING:
    from elzctl.render.site.options import Options

_FRESH = 200
"""Seconds after which a child that waits for work is replaced: after somewhat more it would have ended by itself."""
_PAGES = (work.looked_at, work.pages)
"""What gives some of the pages, and not what changed in the whole site."""
_WORST = (Severity.ERROR, Severity.WARNING, Severity.INFO)


class Made(NamedTuple):
    """What came of one building: the files, and what is said beside every page; ``None`` for what stays as it was.

    *broken* is what is said where a page is missing because its file cannot be read, *made_of* what is said of the file of a
    page.  *whole* when these are all files, and not only what somebody looks at.
    """

    files: Mapping[str, bytes] | None
    said: Mapping[str, Any] | None
    whole: bool = True
    broken: Mapping[str, bytes] | None = None
    made_of: Mapping[str, MadeOf] | None = None

    @property
    def title(self) -> str:
        """How many files and findings there are, in words."""
        return str(self.said["title"]) if self.said is not None else ""

    @property
    def failure(self) -> str:
        """Why there are no files."""
        return str(self.said["failure"]) if self.said is not None else ""


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
        self._broken: dict[str, Kept] = {}
        self._has_made = False
        self._standing = Standing(texts=shelf_of(self._root, os.environ).folder)
        self._around = Around(self._root)
        self._brought = Brought()
        self._since = Since()
        self._waiting: list[tuple[Children, float]] = []

    @property
    def is_internal(self) -> bool:
        """True when the pages show what is not public."""
        return self._options.internal

    def __enter__(self) -> Workshop:
        return self

    def __exit__(self, *_: object) -> None:
        while self._waiting:
            _end(self._waiting.pop()[0])

    def made(
        self, saved: Collection[str], looked_at: frozenset[str], waiting: Callable[[], object] = lambda: None
    ) -> Iterator[Made]:
        """The pages that somebody looks at, what is wrong in the plan, and then the whole site, as the files are now.

        What is wrong in those that were *saved* is told first.  *waiting* is called again and again; what it raises ends
        the work.
        """
        loaded, today = self._loaded(), today_of(self._day)
        shown = guarded(self._mended(loaded), self._older())

        @cache
        def remarks(failure: Message | None = None) -> dict[str, Any]:
            language, first = self._session.language, {*saved, *self._broken}
            found, errors = findings(), self._since.new(findings(), language)
            new = self._brought.new(found, loaded, saved, language)
            told = said(found, first, loaded, language, failure, new, errors)
            return told | {"older": self._earlier(failure), "since": elsewhere(errors, saved, found, language)}

        findings = cache(lambda: examined(loaded, today).findings)
        broken = cache(lambda: broken_pages(findings(), loaded, self._session.language))
        files = cache(lambda: made_of(shown.plan, self._session.language, internal=self.is_internal))
        try:
            quick, whole = self._jobs(shown, hashed(loaded)[0], today, looked_at)
            if quick is not None:
                # Checking a large plan takes longer than drawing a page of it: the page does not wait for that.
                yield Made(self._result(quick, lambda: None, waiting), None, whole=False)
                yield Made(None, remarks(), whole is None, broken(), files())
            if whole is not None:
                yield Made(self._result(whole, remarks, waiting), remarks(), broken=broken(), made_of=files())
        except (Stopped, Stop) as stopped:
            failure = stopped.message
        except RuntimeError as fault:  # of our own, in the child: what is written next may well avoid it
            kind = "".join(str(fault).splitlines()[-1:])[:200]
            failure = say("elzctl itself went wrong here; your files are as they were. ({kind})", kind=kind)
        else:
            self._has_made = True
            self._since.keep()
            return
        yield Made(None, remarks(failure), broken=broken())
        self._since.keep()

    def ready(self, count: int = 2) -> None:
        """Has children wait for work, which then begins at once."""
        late = time.monotonic() - _FRESH
        for child, since in self._waiting:
            if since < late:
                _end(child)
        self._waiting = [one for one in self._waiting if one[1] >= late]
        while len(self._waiting) < count:
            self._waiting.append((Children([PAGES]).__enter__(), time.monotonic()))

    def _jobs(
        self, loaded: Loaded, files: str, today: date, looked_at: frozenset[str]
    ) -> tuple[Job | None, Job | None]:
        """What is soon done: the pages that somebody looks at, or that changed; and what is left then.  Raises Stop."""
        own = own_templates(self._session) if self._own else None
        bounds, options = site_limits(loaded), self._around.options(self._options, loaded, files, today)
        all_of_it = self._standing.job(loaded, today, options, own, bounds)
        if all_of_it.function is work.nothing:
            return all_of_it, None
        if not looked_at:
            return None, all_of_it
        if all_of_it.function is work.part:
            *given, earlier = all_of_it.arguments
            little = (*given, earlier._replace(entries={}))
            return all_of_it._replace(function=work.pages, arguments=little), all_of_it
        arguments = (*all_of_it.arguments, looked_at)
        return Job("site", work.looked_at, arguments, bounds), all_of_it

    def _result(self, job: Job, beside: Callable[[], object], waiting: Callable[[], object]) -> Mapping[str, bytes]:
        """What a child makes, while we do what is *beside* it.  Raises Stopped; a child that was gone is replaced once."""
        for is_last in (False, True):
            self.ready(1)
            child, since = self._waiting.pop(0)
            has_waited = time.monotonic() - since > 1
            try:
                child.give([job])
                beside()
                (found,) = child.results(waiting)
            except Stopped:
                if is_last or not has_waited:
                    raise
            else:
                files: Mapping[str, bytes] = found if job.function in _PAGES else self._standing.whole(found)
                return self._around.files(files)
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
        good = self._good
        broken = {path: good[path] for path, one in loaded.kept.items() if path in good and _is_worse(one, good[path])}
        self._good = {path: one for path, one in loaded.kept.items() if one.value is not None} | broken
        self._broken = broken
        if not broken:
            return loaded
        return load(self._older(), self._good)

    def _older(self) -> Tree:
        """The files, of which some count as they were."""
        return Changed(WorkTree(self._root), {path: one.source.raw for path, one in self._broken.items()})

    def _earlier(self, failure: Message | None) -> str:
        """What on the screen is from before the last save; ``""`` when nothing is."""
        language = self._session.language
        if failure is not None:
            return language(say("The pages are those from before this.")) if self._has_made else ""
        names = ", ".join(map(line, sorted(self._broken)))
        told = say("The pages show the previous version of: {files}", files=names)
        return language(told) if names else ""


def _is_worse(now: Kept, before: Kept) -> bool:
    """True of a file that cannot be read, or that lost a key without which its page has no title, or no day."""
    return now.value is None or _lacking(now) > _lacking(before)


def _lacking(kept: Kept) -> int:
    return sum(one.code == "missing-key" for one in kept.findings)


def _end(child: Children) -> None:
    child.__exit__(None, None, None)


# What is said beside every page


def said(
    findings: Sequence[Finding],
    first: Collection[str],
    loaded: Loaded,
    language: Language,
    failure: Message | None = None,
    new: Collection[Finding] = (),
    brought: Collection[Finding] = (),
) -> dict[str, Any]:
    """What the box says; in its list first the *new* warnings and the errors in the files *first*, and what these *brought*.

    An error opens the box, and so does a new warning: what somebody just wrote may be gone from the page, and only the box
    says why.
    """
    others, opening = {id(one) for one in brought}, {id(one) for one in new}

    def is_leading(one: Finding) -> bool:
        is_error = one.severity is Severity.ERROR
        return id(one) in opening or (is_error and (one.span.path in first or id(one) in others))

    ranked = sorted(
        findings,
        key=lambda one: (
            not is_leading(one),
            _WORST.index(one.severity),
            one.span.path not in first,
            id(one) not in others,
            by_place(one),
        ),
    )
    severities = [one for one in _WORST if any(finding.severity is one for finding in findings)]
    worst = "error" if failure is not None else severities[0].value if severities else ""
    return {
        "label": language(say("What elzctl found")),
        "title": summary(findings, len(loaded.sources), language, Paint(on=False)),
        "worst": worst,
        "open": worst == "error" or bool(new),
        "failure": "" if failure is None else line(language(failure)),
        "rows": Rows(ranked, sum(map(is_leading, ranked)), language),
    }
