"""Findings for others to read, in a log or beside a proposal: nothing internal, ``[…]`` for addresses and numbers.

In a log that everybody can read nothing is quoted either of a file that is not published, nor of its name.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any

from elzctl.finding import Finding
from elzctl.load import SERIES
from elzctl.model import Plan
from elzctl.render.changes_public import Screen
from elzctl.source import Source
from elzctl.views.not_yet import as_of
from elzctl.views.public_findings import ALMOST, Inner
from elzctl.views.published_files import PublishedFiles
from elzctl.wording import Message

if TYPE_CHECKING:
    from datetime import date

    from elzctl.load import Loaded


def findings_public(findings: Iterable[Finding], sources: Mapping[str, Source], plan: Plan) -> tuple[Finding, ...]:
    """The same findings, each at its place, in words that whoever may read the files may read."""
    findings = tuple(findings)
    inner, screen = Inner(sources, findings), Screen(plan, internal=False)
    return tuple(_public(inner.public(finding), screen) for finding in findings)


def findings_for_log(findings: Iterable[Finding], loaded: Loaded, today: date) -> tuple[Finding, ...]:
    """The same findings in words that everybody may read on a day, each at as much of its place as may be told."""
    findings = tuple(findings)
    inner, screen = _inner(findings, loaded, today), Screen(loaded.plan, internal=False)
    return tuple(_public(inner.public(finding), screen) for finding in findings)


def messages_for_log(messages: Iterable[Message], loaded: Loaded, today: date) -> tuple[Message, ...]:
    """Messages without what only stands in files that are not published."""
    messages = tuple(messages)
    if not messages:
        return ()
    inner, screen = _inner((), loaded, today), Screen(loaded.plan, internal=False)
    return tuple(screen.message(inner.message(message)) for message in messages)


def paths_for_log(paths: Iterable[str], loaded: Loaded, today: date) -> tuple[str, ...]:
    """As much of each path as may be told, none twice."""
    published = PublishedFiles(as_of(loaded.plan, today), loaded.sources.get(SERIES))
    return tuple(dict.fromkeys(map(published.told, paths)))


def _inner(findings: tuple[Finding, ...], loaded: Loaded, today: date) -> Inner:
    published = PublishedFiles(as_of(loaded.plan, today), loaded.sources.get(SERIES))
    return Inner(loaded.sources, (*loaded.findings, *findings), published, "\n".join(_our_words()))


def _our_words() -> Iterator[str]:
    """Keys, values among which to choose, endings and fonts: these are elzctl's own, whoever typed them."""
    from elzctl.checks.attachments import TYPES
    from elzctl.render.json_schema import json_schemas
    from elzctl.typefaces import SHIPPED
    from elzctl.wording import Language

    yield from (*TYPES, *SHIPPED)
    left: list[Any] = [json_schemas(Language("en"))]
    while left:
        one = left.pop()
        if isinstance(one, dict):
            yield " ".join(one)
            yield " ".join(map(str, one.get("enum", ())))
            yield from (f"{key} {example}" for key, about in one.items() for example in _examples(about))
            left += one.values()
        elif isinstance(one, list):
            left += one


def _examples(about: Any) -> list[str]:
    found = about.get("examples") if isinstance(about, dict) else None
    return found if isinstance(found, list) else []


def _public(finding: Finding, screen: Screen) -> Finding:
    is_told = any(screen.text(patch.text) != patch.text for patch in finding.fix)
    return Finding(
        *(finding.code, finding.severity, screen.message(finding.message), finding.span),
        finding.hint if finding.hint is None or finding.code == ALMOST else screen.message(finding.hint),
        tuple((screen.message(message), span) for message, span in finding.related),
        () if is_told else finding.fix,
        finding.about,
    )
