"""The findings as the box of the preview lists them: first what a save brought, then those of the file of the page."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from elzctl.finding import Finding
from elzctl.record import NamedTuple
from elzctl.render.findings_text import SEVERITIES, place
from elzctl.render.terminal import printable
from elzctl.wording import Language, say

MOST = 60
"""So many findings are shown beside a page."""


class Rows(NamedTuple):
    """All findings, the worst first; *leading* of them come first on every page."""

    ranked: Sequence[Finding]
    leading: int
    language: Language

    def beside(self, file: str) -> dict[str, Any]:
        """The first ones as texts for a page that is made of a *file*, and how many more there are."""
        rest = self.ranked[self.leading :]
        own = [one for one in rest if one.span.path == file]
        others = [one for one in rest if one.span.path != file]
        more = len(self.ranked) - MOST
        told = self.language(say("… and {count} more; see “elzctl validate”.", count=more)) if more > 0 else ""
        ordered = [*self.ranked[: self.leading], *own, *others]
        return {"rows": [self._row(one) for one in ordered[:MOST]], "more": told}

    def _row(self, one: Finding) -> dict[str, str]:
        return {
            "severity": one.severity.value,
            "label": f"{self.language(SEVERITIES[one.severity])} [{one.code}]",
            "place": place(one.span),
            "message": line(self.language(one.message)),
            "hint": line(self.language(one.hint)) if one.hint is not None else "",
        }


def line(text: str) -> str:
    """A text on one line, without signs that a screen does not show."""
    return printable(" ".join(text.split()))
