"""A plan with everything that is wrong in it: what reading found, and what the checks found."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from elzctl.finding import Finding, Severity, by_place
from elzctl.load import Earlier, Loaded, load
from elzctl.record import NamedTuple
from elzctl.tree import Tree


class Examined(NamedTuple):
    """A plan as it was read, and all findings, by place; *today* is the day on which it was checked."""

    loaded: Loaded
    findings: tuple[Finding, ...]
    today: date | None = None

    @property
    def errors(self) -> int:
        """How many errors there are."""
        return sum(finding.severity is Severity.ERROR for finding in self.findings)


def examine(tree: Tree, earlier: Earlier | None = None, today: date | None = None) -> Examined:
    """Reads and checks the whole plan once; what is as it was in an *earlier* reading is not read again."""
    return examined(load(tree, *([] if earlier is None else [earlier])), today)


def errors_of(loaded: Loaded, edited: frozenset[str] | None = None) -> tuple[Finding, ...]:
    """The errors among what :func:`examined` finds, by place, in less than half of the time.

    With *edited* they are looked for in the texts of these actions alone: the plan had none before these changed.
    """

    def look() -> tuple[Finding, ...]:
        if edited is not None:
            from elzctl.checks.in_texts import errors_in

            return errors_in(loaded.plan, edited)
        from elzctl.checks.grave import errors

        return errors(loaded.plan)

    read = (one for one in loaded.findings if one.severity is Severity.ERROR)
    return tuple(sorted((*read, *_answer(loaded, "errors", look)), key=by_place))


def examined(loaded: Loaded, today: date | None = None) -> Examined:
    """Checks a plan that was read; what is wrong on a day alone only when it is said what day it is."""

    def look() -> tuple[Finding, ...]:
        from elzctl.checks.every import check

        return check(loaded.plan, today)

    found = _answer(loaded, f"on {today}", look)
    return Examined(loaded, tuple(sorted((*loaded.findings, *found), key=by_place)), today)


def _answer(loaded: Loaded, question: str, look: Callable[[], tuple[Finding, ...]]) -> tuple[Finding, ...]:
    """What was found in this very plan before, or else what is found now.

    Loading the checks takes as long as running half of them: a plan that did not change pays for neither.
    """
    if loaded.answers is None:
        return look()
    found = loaded.answers.get(question)
    if found is None:
        found = look()
        loaded.answers.keep(question, found)
    return found
