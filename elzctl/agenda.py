"""The text of a meeting with the places of what has a meaning in it; taken apart into an agenda when somebody asks."""

from __future__ import annotations

from collections.abc import Iterator

from elzctl.body import Reference
from elzctl.meeting import Item, Noted, Passage, Piece
from elzctl.record import NamedTuple
from elzctl.source import Prose, Span


class Head(NamedTuple):
    """The heading of an item."""

    number: int | None
    title: str


class Cut(NamedTuple):
    """What stands in a text from *start* to *end*: a heading, a note, or a wall: ``True`` when internal text follows."""

    start: int
    end: int
    what: Head | Noted | bool


class Text(NamedTuple):
    """A text and where what has a meaning stands in it, with a line end of its own before both."""

    text: str
    span: Span
    cuts: tuple[Cut, ...]

    def noted(self) -> Iterator[Noted]:
        """Everything that was noted, in order."""
        return (what for _, _, what in self.cuts if not isinstance(what, (bool, Head)))

    def references(self) -> tuple[Reference, ...]:
        """Everything that the text refers to."""
        from elzctl.sections import references

        return references(Prose(self.text, self.span))

    def items(self) -> tuple[Item, ...]:
        """The items of the agenda; first the text above them, when there is any."""
        return tuple(self._items())

    def _items(self) -> Iterator[Item]:
        text = f"\n{self.text}"
        at = Lines(text, self.span).at
        number, title, head, hidden, is_open, done = None, "", (1, 1), False, False, 1
        pieces: list[Piece] = []
        for start, stop, what in (*self.cuts, Cut(len(text), len(text), Head(None, ""))):
            between = text[done:start]
            if between and not between.isspace():
                pieces.append(Passage(Prose(between, at(done, start)), is_open))
            done = stop
            if isinstance(what, bool):
                is_open = what
            elif isinstance(what, Head):
                if head[1] > 1 or pieces:
                    yield Item(number, title, tuple(pieces), at(*head), hidden)
                number, title = what
                head, pieces, hidden = (stop - len(text[start:stop].lstrip()), stop), [], is_open
            else:
                pieces.append(what)


class Lines:
    """Where the characters of a text stand in its file; it counts lines on from where it was asked last."""

    def __init__(self, text: str, span: Span) -> None:
        """*text* begins with a line end of its own, before the one at *span*."""
        self.text = text
        self._path, self._line, self._column, offset, _ = span
        self._offset = offset - 1
        self._place, self._row, self._break = 1, 0, 0

    def at(self, start: int, end: int) -> Span:
        """The span of the characters from *start* to *end*."""
        if start < self._place:
            self._place, self._row, self._break = 1, 0, 0
        rows = self.text.count("\n", self._place, start)
        if rows:
            self._row += rows
            self._break = self.text.rfind("\n", self._place, start)
        self._place = start
        column = start - self._break if self._row else start + self._column - 1
        return Span(self._path, self._line + self._row, column, self._offset + start, self._offset + end)
