"""Findings for others to read, in a log or beside a proposal: nothing internal, ``[…]`` for addresses and numbers."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from elzctl.finding import Finding
from elzctl.model import Plan
from elzctl.render.changes_public import Screen
from elzctl.source import Source
from elzctl.views.public_findings import ALMOST, Inner


def findings_public(findings: Iterable[Finding], sources: Mapping[str, Source], plan: Plan) -> tuple[Finding, ...]:
    """The same findings, each at its place, in words that everybody may read."""
    findings = tuple(findings)
    inner, screen = Inner(sources, findings), Screen(plan, internal=False)
    return tuple(_public(inner.public(finding), screen) for finding in findings)


def _public(finding: Finding, screen: Screen) -> Finding:
    is_told = any(screen.text(patch.text) != patch.text for patch in finding.fix)
    return Finding(
        *(finding.code, finding.severity, screen.message(finding.message), finding.span),
        finding.hint if finding.hint is None or finding.code == ALMOST else screen.message(finding.hint),
        tuple((screen.message(message), span) for message, span in finding.related),
        () if is_told else finding.fix,
        finding.about,
    )
