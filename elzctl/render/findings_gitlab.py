"""Findings as the Code Quality report of GitLab, which shows them in a merge request."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from elzctl.finding import Finding, Severity
from elzctl.render.fingerprint import fingerprints
from elzctl.render.strict_json import strict_json
from elzctl.source import Source, Span
from elzctl.wording import Language, Message

# GitLab's words: info, minor, major, critical, blocker.
LEVELS = {Severity.ERROR: "critical", Severity.WARNING: "minor", Severity.INFO: "info"}


def findings_gitlab(
    findings: Sequence[Finding], _sources: Mapping[str, Source], language: Language, failure: Message | None = None
) -> str:
    """One JSON list; GitLab drops what has a fingerprint that came before, so each has its own."""
    if failure is not None:
        findings = (Finding("elzctl", Severity.ERROR, failure, Span("plan")),)
    named = zip(findings, fingerprints(findings), strict=True)
    return strict_json([_issue(finding, name, language) for finding, name in named])


def _issue(finding: Finding, fingerprint: str, language: Language) -> dict[str, Any]:
    text = language(finding.message)
    if finding.hint is not None:
        text += f" — {language(finding.hint)}"
    return {
        "description": text,
        "check_name": finding.code,
        "fingerprint": fingerprint,
        "severity": LEVELS[finding.severity],
        "location": {"path": finding.span.path, "lines": {"begin": finding.span.line}},
    }
