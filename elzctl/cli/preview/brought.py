"""Which warnings a save brought into its file: a decision that is none any more, a text that is gone from the pages."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence

from elzctl.finding import Finding, Severity
from elzctl.load import Loaded
from elzctl.source import Source
from elzctl.wording import Language

_LONGEST = 200


class Brought:
    """The warnings that were there from the beginning: of these the reader knows, or does not want to."""

    def __init__(self) -> None:
        self._known: Counter[tuple[str, str, str]] | None = None
        self._saved: set[str] = set()

    def new(
        self, findings: Sequence[Finding], loaded: Loaded, saved: Collection[str], language: Language
    ) -> tuple[Finding, ...]:
        """Those in a file that was saved, as long as they are there; they may move to another line without being new.

        What was mended, and is written again, is new.
        """
        self._saved.update(saved)
        now: dict[tuple[str, str, str], list[Finding]] = {}
        for one in findings:
            if one.severity is Severity.WARNING:
                path = one.span.path
                now.setdefault((path, one.code, _where(one, loaded.sources.get(path), language)), []).append(one)
        if self._known is None:
            self._known = Counter({key: len(some) for key, some in now.items()})
        # While something cannot be read, much is not told that is there.
        if not any(one.severity is Severity.ERROR for one in findings):
            for key, count in self._known.items():
                self._known[key] = min(count, len(now.get(key, ())))
        return tuple(one for key, some in now.items() if key[0] in self._saved for one in some[self._known[key] :])


def _where(finding: Finding, source: Source | None, language: Language) -> str:
    """The line that a warning is about, or what it says where it is about no words of the file."""
    span = finding.span
    text = "" if source is None else source.text[span.start : span.end][:_LONGEST]
    return (text.splitlines() or [""])[0].strip() or language(finding.message)
