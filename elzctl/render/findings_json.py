"""Findings as JSON.  The shape has a version of its own: ``schema_version`` goes up when a key changes its meaning.

``path`` counts from the root of the plan, with ``/``; ``line`` and ``column`` count characters from 1 in the file.
``end_line`` and ``end_column`` (exclusive) are there when the finding is about a stretch of text and not a whole file.
``hint`` is ``null`` when there is none.  ``error`` is there only when the plan could not be checked at all.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from elzctl.finding import Finding, Severity
from elzctl.render.strict_json import strict_json
from elzctl.source import Source, Span
from elzctl.wording import Language, Message

SCHEMA_VERSION = 1


def findings_json(
    findings: Sequence[Finding], sources: Mapping[str, Source], language: Language, failure: Message | None = None
) -> str:
    """One document: the findings, how many there are of each severity, and why there was nothing to check."""
    document: dict[str, Any] = {
        "schema_version": SCHEMA_VERSION,
        "findings": [_finding(finding, sources, language) for finding in findings],
        "counts": {one.value: sum(finding.severity is one for finding in findings) for one in Severity},
    }
    if failure is not None:
        document["error"] = language(failure)
    return strict_json(document)


def _finding(finding: Finding, sources: Mapping[str, Source], language: Language) -> dict[str, Any]:
    return {
        "code": finding.code,
        "severity": finding.severity.value,
        **_place(finding.span),
        **_end(finding.span, sources),
        "message": language(finding.message),
        "hint": None if finding.hint is None else language(finding.hint),
        "related": [{"message": language(message), **_place(span)} for message, span in finding.related],
        "fixable": bool(finding.fix),
    }


def _place(span: Span) -> dict[str, Any]:
    return {"path": span.path, "line": span.line, "column": span.column}


def _end(span: Span, sources: Mapping[str, Source]) -> dict[str, int]:
    end = end_of(span, sources)
    return {} if end is None else {"end_line": end[0], "end_column": end[1]}


def end_of(span: Span, sources: Mapping[str, Source]) -> tuple[int, int] | None:
    """Line and column right after a stretch of text; ``None`` for a whole file, or one that was not read."""
    source = sources.get(span.path)
    if source is None or span.end <= span.start:
        return None
    return source.span(span.end, span.end)[1:3]
