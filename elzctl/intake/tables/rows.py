"""The rows of a table for an account: each a line of a paper, and the cells of a field."""

from __future__ import annotations

from collections.abc import Iterator

from elzctl.intake.ledger import Certainty, Entry, Fate, Ledger
from elzctl.intake.nobody import is_nobody
from elzctl.intake.paper import Line, Make, Paper
from elzctl.intake.persons import is_person
from elzctl.intake.tables.columns import FIELDS, OUT, Kind, Mapped
from elzctl.intake.tables.take import Book
from elzctl.record import NamedTuple
from elzctl.wording import Message, say


class Told(NamedTuple):
    """A cell: its words, the header of its column, and the line of its row."""

    words: str
    header: str
    line: int


class Rows:
    """A table that is being taken in; what no field takes is left over."""

    def __init__(self, book: Book, columns: Mapped, kind: Kind) -> None:
        """*columns* say what is what."""
        self.paper = paper_of(book)
        self.ledger = Ledger(self.paper)
        self._rows = book.rows
        self._columns = columns
        self._kind = kind
        if columns.header >= 0:
            self.ledger.put([columns.header], Fate.PROMPT)

    def lines(self) -> Iterator[int]:
        """The rows under the header, as indices of lines."""
        return iter(range(self._columns.header + 1, len(self._rows)))

    def cells(self, line: int, field: str) -> list[Told]:
        """What a row says of a field, in the order of the columns."""
        row = self._rows[line].cells
        return [Told(row[one.place], one.header, line) for one in self._columns.of(field) if row[one.place]]

    def text(self, line: int, field: str) -> str:
        """The same as one text on one line."""
        return " ".join(" ".join(cell.words.split()) for cell in self.cells(line, field))

    def rest(self, line: int) -> None:
        """Leaves over what stands in columns of which nothing is known, or that have no place in the files."""
        fields, row = FIELDS[self._kind], self._rows[line].cells
        for one in self._columns.columns:
            words = row[one.place]
            if not words or one.field == OUT:
                continue
            if not one.field:
                self.ledger.left(words, [line], say("column “{name}” is not known", name=one.header[:40] or "–"))
            elif not fields[one.field].place:
                self.ledger.left(words, [line], fields[one.field].about)

    def put(
        self, cell: Told, path: str, field: str, value: str, reason: Message | None = None, *, words: str = ""
    ) -> None:
        """A field got this value from a cell; with a *reason* it was guessed."""
        sure = Certainty.READ if reason is None else Certainty.GUESSED
        self.ledger.field(Entry(path, field, value, sure, words or cell.words, (cell.line,), reason))

    def unclear(self, cell: Told, path: str, field: str, reason: Message) -> None:
        """A cell was not understood; its words are left over."""
        self.ledger.field(Entry(path, field, "", Certainty.UNCLEAR, cell.words, (cell.line,), reason))
        self.ledger.left(cell.words, [cell.line], reason)

    def whole_row(self, line: int, reason: Message) -> None:
        """Leaves a whole row over."""
        self.ledger.left(self.paper.lines[line].text, [line], reason)


def no_actor(name: str) -> Message | None:
    """Why words that stand where an organisation or group belongs are none; ``None`` when they may be one."""
    if is_person(name):
        return say("This looks like the name of a person; name the function or the organisation instead")
    return say("This names nobody in particular; name the function or the organisation") if is_nobody(name) else None


def paper_of(book: Book) -> Paper:
    """The table with a line for each row."""
    lines = (Line(" | ".join(" ".join(cell.split()) for cell in row.cells if cell), 0, row.number) for row in book.rows)
    return Paper(book.name, Make.TABLE, tuple(lines), (), book.remarks, book.sheet)
