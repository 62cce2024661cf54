"""What elzctl has to say about a file: one type for every error, warning and remark."""

from __future__ import annotations

from enum import Enum

from elzctl.source import Patch, Span
from elzctl.value import value
from elzctl.wording import Message


class Severity(Enum):
    """How bad it is: an error stops publication, a warning asks for work, an info is good to know."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


@value
class Finding:
    """One thing found: what is wrong, where, what to do, what else it touches, and the safe fix if there is one.

    ``about`` is the id of the goal that it concerns; an action is known by its file.
    """

    code: str
    severity: Severity
    message: Message
    span: Span
    hint: Message | None = None
    related: tuple[tuple[Message, Span], ...] = ()
    fix: tuple[Patch, ...] = ()
    about: str = ""


def by_place(finding: Finding) -> tuple[str, int, int, str]:
    """Sort key: path, line, column, code."""
    return (finding.span.path, finding.span.line, finding.span.column, finding.code)
