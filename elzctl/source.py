"""Where a text came from: places in files, and changes to them."""

from __future__ import annotations

from codecs import BOM_UTF8
from collections.abc import Iterator, Mapping

from elzctl.record import NamedTuple
from elzctl.value import value


class Span(NamedTuple):
    """A stretch of a file: path from the root with ``/``, line and column from 1, offsets in characters from 0.

    Offsets count in the decoded text without a byte-order mark; *end* is exclusive.
    A span of a whole file has line 1, column 1 and no length.
    """

    path: str
    line: int = 1
    column: int = 1
    start: int = 0
    end: int = 0


class Patch(NamedTuple):
    """One change as data: the characters from *start* to *end* of *path* become *text*."""

    path: str
    start: int
    end: int
    text: str


@value
class Source:
    """A file as it was read: its bytes, and its text with line endings as they are and without BOM."""

    path: str
    raw: bytes
    text: str

    def __getattr__(self, name: str) -> str:
        """The text of a file of which only the bytes were kept."""
        if name != "text":  # it is asked only for what has no value yet
            raise AttributeError(name)
        text = self.raw.removeprefix(BOM_UTF8).decode()
        object.__setattr__(self, "text", text)
        return text

    def span(self, start: int, end: int) -> Span:
        """The span of the characters from *start* to *end*."""
        text = self.text
        if "\r" in text and text.count("\r") > text.count("\r\n"):  # alone it ends a line too, as in YAML and Markdown
            text = text.replace("\r\n", " \n").replace("\r", "\n")
        before = text.rfind("\n", 0, start) + 1
        return Span(self.path, text.count("\n", 0, start) + 1, start - before + 1, start, end)

    def line(self, number: int) -> str:
        """Line *number* (from 1) without its line ending; empty when there is no such line."""
        lines = self.lines()
        return lines[number - 1] if 0 < number <= len(lines) else ""

    def lines(self) -> list[str]:
        """All lines without their endings."""
        return self.text.replace("\r\n", "\n").replace("\r", "\n").split("\n")


@value
class Prose:
    """Running text with its place: *exact* when character n of *text* is character ``span.start + n`` of the file.

    Two are equal when they read the same, whatever their line endings.
    """

    text: str
    span: Span
    exact: bool = True

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Prose) and self._read() == other._read()

    def __hash__(self) -> int:
        return hash(self._read())

    def _read(self) -> str:
        return self.text.replace("\r\n", "\n")

    def at(self, start: int, end: int) -> Span:
        """Where the characters from *start* to *end* of the text stand; the whole text when that is not known."""
        if not self.exact:
            return self.span
        path, line, column, offset, _ = self.span
        newlines = self.text.count("\n", 0, start)
        if newlines:
            column = start - self.text.rfind("\n", 0, start)
        else:
            column += start
        return Span(path, line + newlines, column, offset + start, offset + end)


class Places(Mapping[str, Span]):
    """The place of each value by key, worked out when it is asked for: most never are."""

    __slots__ = ("_found", "_source")

    def __init__(self, source: Source, found: dict[str, tuple[int, int]]) -> None:
        """*found* holds where each value begins and ends, in characters of the file; nodes would take fifty times the room."""
        self._source = source
        self._found = found

    def __getitem__(self, key: str) -> Span:
        return self._source.span(*self._found[key])

    def inside(self, key: str, words: str) -> Span:
        """Where *words* stand within a value, such as a list; the whole value when they do not stand there as one piece."""
        start, end = self._found[key]
        place = self._source.text.find(words, start, end)
        return self._source.span(place, place + len(words)) if place >= 0 else self[key]

    def __iter__(self) -> Iterator[str]:
        return iter(self._found)

    def __len__(self) -> int:
        return len(self._found)
