"""The document's own words for a value: those of its lines, or of its blocks where columns stand beside each other on a line."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from elzctl.intake.paper import Paper


class Quoted:
    """Gives the words of lines of one document."""

    def __init__(self, paper: Paper) -> None:
        """*paper* is the document as it was read."""
        self._lines = paper.lines
        self._blocks = [block for block in paper.blocks if block.text.strip()]
        count = Counter(line for block in self._blocks if block.cell is None for line in set(block.lines))
        self._shared = {line for line, blocks in count.items() if blocks > 1}

    def words(self, lines: Iterable[int], told: str = "") -> str:
        """What stands in these lines; *told* are the words that were read there, for a line that columns share."""
        own = tuple(lines)
        if self._shared.isdisjoint(own):
            return " ".join(self._lines[line].text.strip() for line in own)
        return told or " ".join(block.text.strip() for block in self._blocks if set(block.lines) <= set(own))
