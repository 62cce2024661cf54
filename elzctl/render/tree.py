"""The document as a tree: what stands in it, in which order, and nothing of how it looks; HTML, PDF and Word draw it.

It holds finished text in one language; every :class:`Link` in it was vetted; ``t`` is the kind of a node, for templates.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from elzctl.record import NamedTuple
from elzctl.render.tree_timeline import Timeline

if TYPE_CHECKING:
    from elzctl.pictures import Picture


class Text(NamedTuple):
    """Plain characters."""

    text: str
    t: str = "text"


class Strong(NamedTuple):
    """Strong importance."""

    children: tuple[Inline, ...]
    t: str = "strong"


class Emphasis(NamedTuple):
    """Stress."""

    children: tuple[Inline, ...]
    t: str = "emphasis"


class Code(NamedTuple):
    """Literal characters in a line."""

    text: str
    t: str = "code"


class Break(NamedTuple):
    """A line break that the writer asked for."""

    t: str = "break"


class Link(NamedTuple):
    """A link out of the document: http, https, mailto."""

    href: str
    children: tuple[Inline, ...]
    t: str = "link"


class Jump(NamedTuple):
    """A link to an anchor in this document."""

    anchor: str
    children: tuple[Inline, ...]
    t: str = "jump"


class Badge(NamedTuple):
    """How an action stands, in words; ``state`` is the status key, for colours that help."""

    state: str
    children: tuple[Inline, ...]
    t: str = "badge"


Inline: TypeAlias = "Text | Strong | Emphasis | Code | Break | Link | Jump | Badge"


class Paragraph(NamedTuple):
    """A paragraph."""

    children: tuple[Inline, ...]
    t: str = "paragraph"


class Heading(NamedTuple):
    """A heading of *level* 1 to 6 with its anchor; ``label`` is the number before it, such as ``3.3.6``.

    ``mark`` is a word for what is new or changed since another version, here and in other nodes; mostly there is none.
    It is drawn as a bar in the margin, and said.
    """

    level: int
    anchor: str
    children: tuple[Inline, ...]
    label: str = ""
    mark: str = ""
    t: str = "heading"


class Item(NamedTuple):
    """An item of a list; ``checked`` when it has a box, ``anchor`` where something leads to it."""

    blocks: tuple[Block, ...]
    checked: bool | None = None
    anchor: str = ""
    t: str = "item"


class Bullets(NamedTuple):
    """A list whose order does not matter."""

    items: tuple[Item, ...]
    t: str = "bullets"


class Numbered(NamedTuple):
    """A numbered list that begins at *start*."""

    items: tuple[Item, ...]
    start: int = 1
    t: str = "numbered"


class Quote(NamedTuple):
    """A quotation."""

    blocks: tuple[Block, ...]
    t: str = "quote"


class Listing(NamedTuple):
    """Lines of literal text."""

    text: str
    t: str = "listing"


class Figure(NamedTuple):
    """A picture on a line of its own, and what it says to who cannot see it."""

    alt: str
    picture: Picture
    t: str = "figure"


class Rule(NamedTuple):
    """A break between thoughts."""

    t: str = "rule"


class Table(NamedTuple):
    """A table with one head row; every row has as many cells as the head. ``caption`` says what it shows.

    A row of one cell where the head has more goes over the whole width: it says what the rows under it belong to.
    ``widths`` are shares of the width, one a column.  A ``dense`` table is set small and close, to be seen at a glance.
    """

    caption: str
    head: tuple[tuple[Inline, ...], ...]
    rows: tuple[tuple[tuple[Inline, ...], ...], ...]
    widths: tuple[int, ...] = ()
    dense: bool = False
    t: str = "table"


class CheckBox(NamedTuple):
    """A ticked or open box with its text alternative and its label, as in the form: ``☒ Procesevaluatie``."""

    checked: bool
    alt: str
    label: str
    t: str = "checkbox"


class Field(NamedTuple):
    """A row of a fiche: the label in the left column, the content in the right one. ``key`` names it for styles.

    ``brief`` rows hold a line or two, and stand close to each other.  ``mark`` is as that of a heading.
    """

    key: str
    label: str
    blocks: tuple[Block, ...]
    brief: bool = False
    mark: str = ""
    t: str = "field"


class Tag(NamedTuple):
    """What a reader can choose a fiche by: its ``kind`` (goal, lead, partner, group), an id, and what that is called."""

    kind: str
    key: str
    label: str


class Fiche(NamedTuple):
    """An action as a two-column form under its heading; ``state`` is the status key, ``badge`` its text.

    ``tags`` are for documents in which a reader can choose.  ``mark`` holds for the whole of it.
    """

    heading: Heading
    state: str
    badge: str
    intro: tuple[Block, ...]
    fields: tuple[Field, ...]
    stub: bool = False
    tags: tuple[Tag, ...] = ()
    mark: str = ""
    t: str = "fiche"


class Note(NamedTuple):
    """A short remark set apart, such as the motto of a goal; ``kind`` names it for styles."""

    kind: str
    blocks: tuple[Block, ...]
    t: str = "note"


class Marked(NamedTuple):
    """Running text that is new or changed since another version; ``mark`` is the word for it."""

    mark: str
    blocks: tuple[Block, ...]
    t: str = "marked"


class Fact(NamedTuple):
    """A fact with its label, such as ``Place: Asse``."""

    label: str
    children: tuple[Inline, ...]
    t: str = "fact"


class Facts(NamedTuple):
    """Facts under each other, their labels in a column."""

    facts: tuple[Fact, ...]
    t: str = "facts"


class Entry(NamedTuple):
    """Something that was noted in a meeting: its label, its words, and under them *blocks* that go with it.

    ``kind`` names it for styles: point, decision, signal, agreement, event.  ``checked`` when it has a box.
    """

    kind: str
    anchor: str
    label: str
    children: tuple[Inline, ...]
    blocks: tuple[Block, ...] = ()
    checked: bool | None = None
    t: str = "entry"


Block: TypeAlias = """(Paragraph | Heading | Bullets | Numbered | Quote | Listing | Figure | Rule | Table | CheckBox | Fiche
    | Note | Timeline | Facts | Entry | Marked)"""


class Contents(NamedTuple):
    """A line of the table of contents."""

    level: int
    anchor: str
    label: str
    title: str


class Part(NamedTuple):
    """A main part of the document: begins on a new page where pages exist. ``kind`` is glance, chapters, goal or appendix."""

    kind: str
    blocks: tuple[Block, ...]


class Document(NamedTuple):
    """A whole document: cover, contents, parts. ``words`` are the fixed texts that a template prints, by key.

    ``kind`` is plan, meeting for a short document without a cover and a table of contents, or letter.
    ``sources`` say where the file behind an anchor is on the web (``""``: the whole document), ``cover`` stands beside the titles
    on the cover, ``names`` are ids with what is printed for them (``actor:zorg=Werkgroep zorg``), which no page shows.
    """

    title: str
    subtitle: str
    organisation: str
    language: str
    date: str
    words: tuple[tuple[str, str], ...]
    contents: tuple[Contents, ...]
    parts: tuple[Part, ...]
    kind: str = "plan"
    sources: tuple[tuple[str, str], ...] = ()
    cover: tuple[Block, ...] = ()
    names: tuple[str, ...] = ()
