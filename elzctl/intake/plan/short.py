"""Abbreviations that a document explains itself: *Openbaar Centrum voor Maatschappelijk Welzijn (OCMW)*."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from elzctl.intake.shortened import begin_of, end_of

_BEHIND = re.compile(r"\((?P<short>[A-ZÀ-Ý][\w-]{1,8})\)")
_LONGEST = 120  # characters before the brackets
_BEFORE = re.compile(r"(?<!\w)(?P<short>[A-ZÀ-Ý][\w-]{1,8})(?: \(| = | : |: | [–—-] )(?P<long>[^\W\d_][\w’'/ -]{5,80})")


class Short:
    """What is short for what."""

    def __init__(self, texts: Iterable[str]) -> None:
        """*texts* are those of the document."""
        self._long: dict[str, str] = {}
        for text in texts:
            for match in _BEHIND.finditer(text):
                before = re.split(r"[()\n]", text[max(0, match.start() - _LONGEST) : match.start()])[-1]
                self._add(match["short"], end_of(before, match["short"]))
            for match in _BEFORE.finditer(text):
                self._add(match["short"], begin_of(match["long"], match["short"]))

    def _add(self, short: str, long: str) -> None:
        if long:
            self._long.setdefault(short, long)

    def otherwise(self, name: str) -> Iterator[str]:
        """The name with what is short in it in full, and the other way."""
        for short, long in self._long.items():
            for one, other in ((short, long), (long, short)):
                made = re.sub(rf"(?i)(?<!\w){re.escape(one)}(?!\w)", other.replace("\\", ""), name)
                if made != name:
                    yield made
