"""Values of the model as JSON has them: dates, amounts, words, numbers and names; ``None`` is what is not known."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from enum import Enum

    from elzctl.dates import VagueDate
    from elzctl.fiche import Decision, Ref
    from elzctl.finding import Finding
    from elzctl.meeting import Meeting, Noted
    from elzctl.terms import Number, Quantity
    from elzctl.wording import Language


def days(value: VagueDate | None) -> dict[str, str] | None:
    """A date as typed, with its first and its last day."""
    if value is None:
        return None
    return {"text": value.text, "first": value.first.isoformat(), "last": value.last.isoformat()}


def amount(value: Quantity | None) -> dict[str, Any] | None:
    """An amount as typed, and as a number."""
    return None if value is None else {"text": value.text, "value": value.value}


def word(value: Enum | None) -> str | None:
    """A word of the schema."""
    return None if value is None else str(value.value)


def label(number: Number | None) -> str | None:
    """A number such as 3.3.6, which is a text."""
    return None if number is None else str(number)


def name(ref: Ref | None) -> str | None:
    """The id of what is named."""
    return None if ref is None else ref.id


def names(refs: Iterable[Ref]) -> list[str]:
    """The ids of all that is named."""
    return [ref.id for ref in refs]


def noted_data(noted: Noted, meeting: Meeting) -> dict[str, Any]:
    """What was noted in a meeting, and where it stands."""
    return {
        "id": noted.id,
        "text": noted.text,
        "meeting": meeting.id,
        "series": name(meeting.series),
        "day": meeting.day.isoformat(),
        "path": meeting.path,
        "line": noted.span.line,
    }


def approval_data(one: Decision) -> dict[str, Any]:
    """By which decision something was approved, by whom and when, and the hash of what was."""
    return {"meeting": one.meeting or None, "body": name(one.body), "on": days(one.on), "hash": one.hash or None}


def told(finding: Finding, language: Language) -> dict[str, Any]:
    """A finding with its place, in one language."""
    return {
        "code": finding.code,
        "severity": finding.severity.value,
        "path": finding.span.path,
        "line": finding.span.line,
        "column": finding.span.column,
        "message": language(finding.message),
    }
