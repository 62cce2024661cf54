"""A plan with everything that is wrong in it: what reading found, and what the checks found."""

from __future__ import annotations

from typing import NamedTuple

from elzctl.checks import check
from elzctl.finding import Finding, Severity, by_place
from elzctl.load import Earlier, Loaded, load
from elzctl.tree import Tree


class Examined(NamedTuple):
    """A plan as it was read, and all findings, by place."""

    loaded: Loaded
    findings: tuple[Finding, ...]

    @property
    def errors(self) -> int:
        """How many errors there are."""
        return sum(finding.severity is Severity.ERROR for finding in self.findings)


def examine(tree: Tree, earlier: Earlier | None = None) -> Examined:
    """Reads and checks the whole plan once; what is as it was in an *earlier* reading is not read again."""
    return examined(load(tree, earlier))


def examined(loaded: Loaded) -> Examined:
    """Checks a plan that was read."""
    return Examined(loaded, tuple(sorted((*loaded.findings, *check(loaded.plan)), key=by_place)))
