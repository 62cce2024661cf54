"""Which warnings say that a text is gone from the pages, and were not there when the preview began."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from elzctl.finding import Finding, Severity
from elzctl.load import Loaded
from elzctl.source import Source

_WALL = ":::"


class Hiding:
    """The warnings of that kind that were there from the beginning: of these the reader knows, or does not want to."""

    def __init__(self) -> None:
        self._known: Counter[tuple[str, str]] | None = None

    def new(self, findings: Sequence[Finding], loaded: Loaded) -> tuple[Finding, ...]:
        """Those that a save brought, as long as they are there; they may move to another line without being new.

        What was mended, and is written again, is new.
        """
        now: dict[tuple[str, str], list[Finding]] = {}
        for one in findings:
            if line := _hides(one, loaded.sources.get(one.span.path)):
                now.setdefault((one.span.path, line), []).append(one)
        if self._known is None:
            self._known = Counter({key: len(some) for key, some in now.items()})
        for key, count in self._known.items():
            # A file that cannot be read for a while says nothing of what stands in it.
            if (kept := loaded.kept.get(key[0])) is not None and kept.value is not None:
                self._known[key] = min(count, len(now.get(key, ())))
        return tuple(one for key, some in now.items() for one in some[self._known[key] :])


def _hides(finding: Finding, source: Source | None) -> str:
    """The line of a warning that takes a text away, as ``::: intren`` does; ``""`` for every other finding."""
    span = finding.span
    if finding.severity is not Severity.WARNING or source is None or not span.end:
        return ""
    text = source.text[span.start : span.end]
    return text if text.startswith(_WALL) else ""
