"""Tables of the user: read, the mapping of their columns shown and agreed to."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Annotated

from elzctl.cli.options import Option
from elzctl.cli.session import INTERRUPTED, Session, Stop
from elzctl.record import NamedTuple
from elzctl.wording import Message, say

if TYPE_CHECKING:
    from elzctl.intake.outcome import Document
    from elzctl.intake.tables.columns import Kind, Mapped
    from elzctl.intake.tables.take import Book
    from elzctl.intake.taken import Taken

Maps = Annotated[
    list[str] | None,
    Option(
        "--map",
        metavar="COLUMN=FIELD",
        help="What a column is, by its header or letter; - leaves it out. Can be given more than once.",
    ),
]
Sheet = Annotated[str, Option("--sheet", metavar="NAME", help="Which sheet of Excel; else the first one.")]


class Tabled(NamedTuple):
    """A table with what its columns are."""

    book: Book
    columns: Mapped


def tabled(
    session: Session,
    file: str,
    kind: Kind,
    told: Sequence[str] | None,
    sheet: str,
    encoding: str,
    *,
    ask: bool,
    show: bool,
) -> Tabled:
    """The table; the mapping is shown, and with *ask* agreed to where there is somebody to ask.  Raises Stop."""
    from elzctl.cli.ask import confirmed, someone_is_there
    from elzctl.cli.taking import given, taken
    from elzctl.intake.job import read_book
    from elzctl.intake.paper import Unfit
    from elzctl.intake.tables.columns import mapped

    maps = _maps(told or ())
    (book,) = taken(session, given(session, [file]), read_book, encoding or None, sheet or None)
    try:
        columns = mapped(book, kind, maps)
    except Unfit as unfit:
        raise Stop(say("{name}: {message}", name=book.name, message=unfit.message), unfit.hint) from None
    if show:
        _show(session, book, columns, kind)
    if ask and show and someone_is_there() and not confirmed(session, say("Are the columns right?")):
        raise Stop(
            say("Nothing was written."),
            say("Say what a column is: --map “COLUMN=FIELD”, or - to leave it out."),
            INTERRUPTED,
        )
    return Tabled(book, columns)


def document_of(book: Book, taken: Taken, files: Sequence[str]) -> Document:
    """The table with its account."""
    from elzctl.intake.outcome import Document
    from elzctl.intake.paper import Make

    return Document(book.name, Make.TABLE, 0, taken.account, taken.remarks, tuple(files))


def _maps(told: Sequence[str]) -> Mapping[str, str]:
    found = {}
    for one in told:
        column, sign, field = one.rpartition("=")
        if not sign or not column.strip() or not field.strip():
            raise Stop(
                say("“{text}” does not say what a column is", text=one[:60]),
                say("Write --map “COLUMN=FIELD”, such as --map “Organisatie=name”."),
            )
        found[column.strip()] = field.strip()
    return found


def _show(session: Session, book: Book, columns: Mapped, kind: Kind) -> None:
    """What each column is, a line each."""
    from elzctl.cli.look import look
    from elzctl.intake.tables.columns import FIELDS, OUT
    from elzctl.render.columns import cut, one_line, padded, width

    fields, window = FIELDS[kind], look().width
    rows: list[tuple[str, str]] = []
    for one in columns.columns:
        if not one.header and not one.field:
            continue
        text: Message = say("not known; it is left over")
        if one.field == OUT:
            text = say("left out")
        elif one.field:
            field = fields[one.field]
            text = say("{field}: {about}", field=one.field, about=field.about) if field.place else field.about
        rows.append((one_line(one.header)[:30] or "–", session.language(text)))
    wide = max((width(header) for header, _ in rows), default=0)
    place = say("The columns of {name}:", name=one_line(f"{book.name} ({book.sheet})" if book.sheet else book.name))
    session.say(place)
    for header, words in rows:
        line = f"  {padded(header, wide)}  {words}"
        session.print(line if window is None else cut(line, window))
