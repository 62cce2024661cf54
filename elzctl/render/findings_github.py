"""Findings as the workflow commands of GitHub Actions, which show them beside the lines of a pull request.

GitHub keeps ten of each level in a step; what is more is counted in one notice.  Every line that is printed begins
with a command of elzctl, so no text of a plan can begin one of its own.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from elzctl.finding import Finding, Severity
from elzctl.render.findings_json import end_of
from elzctl.render.terminal import printable
from elzctl.source import Source
from elzctl.wording import Language, Message, say_count

MOST = 10
COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}


def findings_github(
    findings: Sequence[Finding], sources: Mapping[str, Source], language: Language, failure: Message | None = None
) -> str:
    """One line a finding, the worst first, and one for those that GitHub would drop; empty when there are none."""
    if failure is not None:
        return f"::error title=elzctl::{_data(language(failure))}"
    ordered = sorted(findings, key=lambda finding: list(Severity).index(finding.severity))
    return "\n".join(_lines(ordered, sources, language))


def _lines(findings: Sequence[Finding], sources: Mapping[str, Source], language: Language) -> Iterator[str]:
    counts = Counter(finding.severity for finding in findings)
    room = dict.fromkeys(Severity, MOST)
    if any(count > MOST for count in counts.values()):
        room[Severity.INFO] = MOST - 1  # the notice that counts the rest is one of the ten
    given: Counter[Severity] = Counter()
    for finding in findings:
        if given[finding.severity] < room[finding.severity]:
            given[finding.severity] += 1
            yield _line(finding, sources, language)
    rest = sum(counts.values()) - sum(given.values())
    if rest:
        more = say_count(
            "{count} more finding is not shown here. All of them: elzctl validate",
            "{count} more findings are not shown here. All of them: elzctl validate",
            rest,
        )
        yield f"::notice title=elzctl::{_data(language(more))}"


def _line(finding: Finding, sources: Mapping[str, Source], language: Language) -> str:
    span = finding.span
    line, column = end_of(span, sources) or (span.line, span.column + 1)
    places = {"file": span.path, "line": str(span.line)}
    if line == span.line:  # GitHub takes columns only on one line, and counts the last one in
        places |= {"col": str(span.column), "endColumn": str(column - 1)}
    else:
        places["endLine"] = str(line)
    places["title"] = finding.code
    properties = ",".join(f"{name}={_property(value)}" for name, value in places.items())
    text = language(finding.message)
    if finding.hint is not None:
        text += f"\n{language(finding.hint)}"
    return f"::{COMMANDS[finding.severity]} {properties}::{_data(text)}"


def _data(text: str) -> str:
    """The text of a command on one line."""
    return printable(text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A"))


def _property(text: str) -> str:
    """The value of a property of a command, in which also ``:`` and ``,`` mean something."""
    return _data(text).replace(":", "%3A").replace(",", "%2C")
