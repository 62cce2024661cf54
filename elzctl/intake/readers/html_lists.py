"""The lists of a page: how deep an item stands, and what a browser would print before it."""

from __future__ import annotations

from collections.abc import Mapping

from elzctl.intake.readers.docx_numbers import written_number

_FORMS = {"a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman"}


class Lists:
    """Lists that are open, and the mark of the item that began."""

    def __init__(self) -> None:
        self._open: list[tuple[str, str]] = []
        self._counts: list[int] = []
        self._items: list[str] = []

    def open(self, tag: str, given: Mapping[str, str]) -> None:
        """The beginning of a list or an item."""
        if tag == "li":
            ordered = bool(self._open) and self._open[-1][0] == "ol"
            if ordered:
                self._counts[-1] = _whole(given.get("value", ""), self._counts[-1] + 1)
            form = self._open[-1][1] if self._open else ""
            self._items.append(f"{written_number(self._counts[-1], form)}." if ordered else "•")
        else:
            self._open.append((tag, _FORMS.get(given.get("type", ""), "decimal")))
            self._counts.append(_whole(given.get("start", ""), 1) - 1)

    def close(self, tag: str) -> None:
        """The end of a list or an item."""
        if tag == "li":
            self._items = self._items[:-1]
        elif self._open:
            self._open.pop()
            self._counts.pop()

    def mark(self) -> tuple[str, int]:
        """The mark of the item for its first block, "" for those after it, and the depth; 0 outside lists."""
        if not self._items:
            return "", 0
        marker, self._items[-1] = self._items[-1], ""
        return marker, max(1, len(self._open))

    @property
    def in_item_alone(self) -> bool:
        """True where the next block is the first of its item."""
        return bool(self._items) and bool(self._items[-1])


def _whole(text: str, other: int) -> int:
    return int(text) if text.isdecimal() and len(text) < 7 else other
