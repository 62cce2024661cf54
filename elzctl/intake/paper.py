"""A document as every reader gives it: its lines as they were printed, and the blocks that they amount to."""

from __future__ import annotations

from enum import Enum

from elzctl.record import NamedTuple
from elzctl.wording import Message

ADDITION = {
    "pipx": "pipx inject elzctl openpyxl pypdfium2",
    "pip": "python -m pip install openpyxl pypdfium2",
}
"""What reads PDF and Excel, as a command for an elzctl of pipx and for one in an environment.  The extra ``elzctl[import]``
asks for the same, but its name is on no package index."""


class Make(Enum):
    """What a document was made of."""

    TEXT = "text"
    DOCX = "docx"
    PDF = "pdf"
    HTML = "html"
    TABLE = "table"


class Line(NamedTuple):
    """A line of the document, for the account: a printed line of a text or PDF, a paragraph (or cell) of Word.

    ``page`` and ``number`` count from 1; 0 is not known (Word has no pages).  *number* counts within the page when there
    are pages, and within the document otherwise.  ``running`` lines stand at the head or foot of pages, or are page numbers.
    """

    text: str
    page: int
    number: int
    running: bool = False


class Cell(NamedTuple):
    """Where a block stands in a table; all count from 1 within the document, the table and the row."""

    table: int
    row: int
    column: int


class Span(NamedTuple):
    """A stretch of the text of a block that looks otherwise, or leads somewhere: characters from, up to."""

    start: int
    end: int
    strong: bool = False
    emphasis: bool = False
    link: str = ""


class Block(NamedTuple):
    """A paragraph, heading, list item, or a paragraph of a cell: words that belong together, on one line.

    ``lines`` are indices into :attr:`Paper.lines`.  ``style`` is the name of its style in small letters and in English
    (``heading 2`` for *Kop 2*), or "".  ``level`` is that of a heading by its style, 1 to 9; 0 is no heading by style.
    ``depth`` is that of a list item, from 1; 0 is none; ``marker`` is what stood before it ("•", "-", "1.", "a)"), taken out
    of ``text``.  ``check`` tells a check box at its beginning: ticked or not; ``None`` is no box.  ``note`` is true for
    a footnote.  ``gap`` is true when there was an empty line, or a space like one, before it.  ``anchor`` is the name that
    the document itself gives to the place, for links to it (an ``id`` of HTML, a bookmark of Word), or "".
    """

    text: str
    lines: tuple[int, ...]
    style: str = ""
    level: int = 0
    depth: int = 0
    marker: str = ""
    check: bool | None = None
    cell: Cell | None = None
    note: bool = False
    gap: bool = False
    spans: tuple[Span, ...] = ()
    anchor: str = ""

    @property
    def whole(self) -> str:
        """The text with its marker before it, as it was printed: ``1.1.2 Bewegen op verwijzing``."""
        return f"{self.marker} {self.text}".strip()


class Paper(NamedTuple):
    """A document that was read.

    ``remarks`` tell a person what was not taken along (comments, deleted or hidden text, pictures), and how often.
    ``language`` is the one that the document gives, "" when it gives none.  ``keywords`` are those that it has where no
    page shows them, with commas between; of Word its own properties, each as ``name=value``.
    """

    name: str
    make: Make
    lines: tuple[Line, ...]
    blocks: tuple[Block, ...]
    remarks: tuple[Message, ...] = ()
    title: str = ""
    language: str = ""
    pages: int = 0
    keywords: str = ""


class Unfit(Exception):
    """A document that cannot be read; ``message`` says why in words for a person, ``hint`` what to do."""

    def __init__(self, message: Message, hint: Message | None = None) -> None:
        """Both can be pickled: documents are read in a child process."""
        super().__init__(message, hint)
        self.message = message
        self.hint = hint
