"""Findings as SARIF 2.1.0, the format that code scanning and many editors read.

Every code is a rule with its page; columns count characters; a fix is a list of replacements.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any
from urllib.parse import quote

from elzctl import __version__
from elzctl.finding import Finding, Severity
from elzctl.render.findings_json import end_of
from elzctl.render.fingerprint import fingerprints
from elzctl.render.pages_text import page_markdown, summary
from elzctl.render.strict_json import strict_json
from elzctl.source import Patch, Source, Span
from elzctl.views.pages import PAGES, Page
from elzctl.wording import Language, Message, say

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}
ROOT = "%SRCROOT%"


def findings_sarif(
    findings: Sequence[Finding], sources: Mapping[str, Source], language: Language, failure: Message | None = None
) -> str:
    """One log with one run."""
    places = {page.code: place for place, page in enumerate(PAGES)}
    texts = language.pages()
    named = zip(findings, fingerprints(findings), strict=True)
    run: dict[str, Any] = {
        "tool": {"driver": {"name": "elzctl", "version": __version__, "rules": [_rule(page, texts) for page in PAGES]}},
        "language": language.code,
        "columnKind": "unicodeCodePoints",
        "invocations": [_invocation(language, failure)],
        "results": [_result(finding, name, places, sources, language) for finding, name in named],
    }
    return strict_json({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]})


def _rule(page: Page, texts: Language) -> dict[str, Any]:
    text = texts(page.text)
    return {
        "id": page.code,
        "shortDescription": {"text": summary(text)},
        "help": {"text": text, "markdown": page_markdown(page, texts)},
    }


def _invocation(language: Language, failure: Message | None) -> dict[str, Any]:
    if failure is None:
        return {"executionSuccessful": True}
    note = {"level": "error", "message": {"text": language(failure)}}
    return {"executionSuccessful": False, "toolExecutionNotifications": [note]}


def _result(
    finding: Finding, fingerprint: str, places: Mapping[str, int], sources: Mapping[str, Source], language: Language
) -> dict[str, Any]:
    text = language(finding.message)
    if finding.hint is not None:
        text += f"\n{language(finding.hint)}"
    result: dict[str, Any] = {
        "ruleId": finding.code,
        **({"ruleIndex": places[finding.code]} if finding.code in places else {}),
        "level": LEVELS[finding.severity],
        "message": {"text": text},
        "locations": [_location(finding.span, sources)],
        "partialFingerprints": {"elzctl/v1": fingerprint},
    }
    if finding.related:
        result["relatedLocations"] = [
            {"id": number, **_location(span, sources), "message": {"text": language(message)}}
            for number, (message, span) in enumerate(finding.related, 1)
        ]
    if finding.fix and all(patch.path in sources for patch in finding.fix):
        result["fixes"] = [_fix(finding, sources, language)]
    return result


def _location(span: Span, sources: Mapping[str, Source]) -> dict[str, Any]:
    return {"physicalLocation": {"artifactLocation": _artifact(span.path), "region": _region(span, sources)}}


def _artifact(path: str) -> dict[str, str]:
    """A path as a relative URI; half a character in it becomes a question mark."""
    return {"uri": quote(path, errors="replace"), "uriBaseId": ROOT}


def _region(span: Span, sources: Mapping[str, Source]) -> dict[str, int]:
    region = {"startLine": span.line, "startColumn": span.column}
    end = end_of(span, sources)
    return region if end is None else {**region, "endLine": end[0], "endColumn": end[1]}


def _fix(finding: Finding, sources: Mapping[str, Source], language: Language) -> dict[str, Any]:
    about = language(finding.hint or say("A change that is safe"))
    return {"description": {"text": about}, "artifactChanges": list(_changes(finding.fix, sources))}


def _changes(fix: Sequence[Patch], sources: Mapping[str, Source]) -> Iterator[dict[str, Any]]:
    """The replacements, file by file."""
    for path in dict.fromkeys(patch.path for patch in fix):
        own = [_replacement(patch, sources[path]) for patch in fix if patch.path == path]
        yield {"artifactLocation": _artifact(path), "replacements": own}


def _replacement(patch: Patch, source: Source) -> dict[str, Any]:
    _, line, column, *_ = source.span(patch.start, patch.start)
    _, end_line, end_column, *_ = source.span(patch.end, patch.end)
    region = {"startLine": line, "startColumn": column, "endLine": end_line, "endColumn": end_column}
    return {"deletedRegion": region, "insertedContent": {"text": patch.text}}
