"""The lines between the data of a file: comments with their columns, and empty lines."""

from __future__ import annotations

from elzctl.record import NamedTuple


class Note(NamedTuple):
    """A line between the data: a comment with its column, or an empty line."""

    column: int
    text: str


def opening(lead: list[Note], *, alone: bool) -> list[Note]:
    """The words that a file begins with and that belong to no key: up to the first empty line, or all in a file of data."""
    begun = False
    for number, note in enumerate(lead):
        if not note.text and begun:
            return lead[: number + 1]
        begun = begun or bool(note.text)
    return lead if alone and begun else []


def split(notes: list[Note], column: int) -> tuple[list[Note], list[Note]]:
    """The comments that stand at *column* or right of it before another one comes, and the rest."""
    last = 0
    for number, note in enumerate(notes):
        if note.text and note.column < column:
            break
        last = number + 1 if note.text else last
    return notes[:last], notes[last:]


def without_blanks(notes: list[Note]) -> list[Note]:
    """The notes from the first comment on."""
    first = next((number for number, note in enumerate(notes) if note.text), len(notes))
    return notes[first:]


def drawn(notes: list[Note], indent: int) -> list[str]:
    """The notes as lines; of empty lines one after the other, one."""
    lines: list[str] = []
    for note in notes:
        if note.text or lines[-1:] != [""]:
            lines.append(" " * indent + note.text if note.text else "")
    return lines
