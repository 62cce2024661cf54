"""Which files a web form cannot open, or would change in more than the value that somebody changed."""

from __future__ import annotations

from collections.abc import Iterable

from elzctl.finding import Finding
from elzctl.load import Loaded
from elzctl.record import NamedTuple

_CLOSED = frozenset(
    "broken-yaml control-character duplicate-key merge-conflict no-front-matter not-utf8 open-front-matter"
    " tab-character too-large unquoted-colon unreadable-file yaml-anchor".split()
)
"""Codes of findings in files that a form does not open."""


class Odd(NamedTuple):
    """The paths of files that a form does not open, and of those that it writes anew from the first to the last line."""

    closed: tuple[str, ...]
    rewritten: tuple[str, ...]


def odd(loaded: Loaded) -> Odd:
    """What there is to know of the files of a plan before they are changed in web forms."""
    closed = _paths(finding for finding in loaded.findings if finding.code in _CLOSED)
    rewritten = (path for path, source in loaded.sources.items() if b"\r" in source.raw)
    return Odd(closed, tuple(sorted(set(rewritten).difference(closed))))


def _paths(findings: Iterable[Finding]) -> tuple[str, ...]:
    return tuple(sorted({finding.span.path for finding in findings if finding.span.path.endswith((".md", ".yaml"))}))
