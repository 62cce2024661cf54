"""Which findings are new, and which are gone: by what they say and whom they concern, wherever they stand in a file."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, NamedTuple

from elzctl.finding import Finding
from elzctl.internal import walls
from elzctl.model import Plan
from elzctl.sections import without_comments
from elzctl.source import Source
from elzctl.views.changes import Changes


class FindingChanges(NamedTuple):
    """The findings of the new plan alone, and those of the old one alone, each in the order of their places.

    *hidden* counts those in ``::: intern`` that are left out.
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
    """The findings that everybody may read of: without those in ``::: intern`` of the files of the old or new plan."""
    kept = tuple(_public(found.new, new)), tuple(_public(found.gone, old))
    return FindingChanges(*kept, len(found.new) + len(found.gone) - sum(map(len, kept)))


def _public(findings: Iterable[Finding], sources: Mapping[str, Source]) -> Iterator[Finding]:
    hidden: dict[str, list[tuple[int, int]]] = {}
    for finding in findings:
        path = finding.span.path
        if path not in hidden:
            hidden[path] = list(_internal(sources[path].text)) if path in sources else []
        if not any(start <= finding.span.end and finding.span.start < end for start, end in hidden[path]):
            yield finding


def _internal(text: str) -> Iterator[tuple[int, int]]:
    """Where the internal parts of a file begin and end, their walls too."""
    text, begin = without_comments(text), -1
    for wall in walls(text):
        if wall.word and begin < 0:
            begin = wall.line
        elif not wall.word and begin >= 0:
            yield begin, wall.end
            begin = -1
    if begin >= 0:
        yield begin, len(text) + 1


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
