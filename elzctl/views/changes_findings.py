"""Which findings are new, and which are gone: by what they say and whom they concern, wherever they stand in a file."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from elzctl.finding import Finding, Severity
from elzctl.model import Plan
from elzctl.record import NamedTuple
from elzctl.source import Source
from elzctl.views.changes import Changes
from elzctl.views.public_findings import Inner


class FindingChanges(NamedTuple):
    """The findings of the new plan alone, and those of the old one alone, each in the order of their places.

    *hidden* counts those in ``::: intern`` that are left out; of errors there is told where they stand.
    """

    new: tuple[Finding, ...] = ()
    gone: tuple[Finding, ...] = ()
    hidden: int = 0


def finding_changes(old: Iterable[Finding], new: Iterable[Finding], found: Changes) -> FindingChanges:
    """What is new and what is gone; a file that only got another name keeps its findings."""
    paths = {
        **found.renamed.things,
        **{
            change.old.path: change.new.path
            for change in found.things
            if change.was and hasattr(change.old, "path") and hasattr(change.new, "path")
        },
    }
    before, after = tuple(old), tuple(new)
    counts = Counter(_mark(one, paths) for one in before), Counter(_mark(one, {}) for one in after)
    return FindingChanges(
        tuple(_left(after, counts[1] - counts[0], {})), tuple(_left(before, counts[0] - counts[1], paths))
    )


def of_things(found: FindingChanges, ids: frozenset[str], plans: Iterable[Plan]) -> FindingChanges:
    """The findings about the things with these ids."""
    things: list[Any] = [one for plan in plans for one in (*plan.actions, *plan.chapters, *plan.meetings)]
    paths = {one.path for one in things if one.id in ids}
    new, gone = (
        tuple(one for one in some if one.span.path in paths or one.span.path in ids or one.about in ids)
        for some in (found.new, found.gone)
    )
    return FindingChanges(new, gone)


def published_findings(found: FindingChanges, old: Mapping[str, Source], new: Mapping[str, Source]) -> FindingChanges:
    """The findings that everybody may read of, without a word of what stands in ``::: intern`` of the old plan or the new.

    What is found there is left out, but for errors: of these the place alone is told.
    """
    kept = tuple(_public(found.new, Inner(new))), tuple(_public(found.gone, Inner(old)))
    return FindingChanges(*kept, len(found.new) + len(found.gone) - sum(map(len, kept)))


def _public(findings: Iterable[Finding], inner: Inner) -> Iterator[Finding]:
    for finding in findings:
        if finding.severity is Severity.ERROR or not inner.holds(finding.span):
            yield inner.public(finding)


def _mark(finding: Finding, paths: Mapping[str, str]) -> tuple[object, ...]:
    """What makes a finding the same one in two versions of a plan; *paths* gives new paths and ids."""
    path = finding.span.path
    return finding.code, paths.get(finding.about, finding.about) or paths.get(path, path), finding.message


def _left(
    findings: Iterable[Finding], counts: Counter[tuple[object, ...]], paths: Mapping[str, str]
) -> Iterator[Finding]:
    for finding in findings:
        mark = _mark(finding, paths)
        if counts[mark] > 0:
            counts[mark] -= 1
            yield finding
