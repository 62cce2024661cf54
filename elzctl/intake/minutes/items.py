"""From the parts of an item to what was noted in it, and the text between."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from elzctl.intake.minutes.approved import is_approval
from elzctl.intake.minutes.articles import articles
from elzctl.intake.minutes.draft import Noted, Piece, Point, Prose, Who, gathered
from elzctl.intake.minutes.event_tables import events_in, heading
from elzctl.intake.minutes.events import Events
from elzctl.intake.minutes.inferred import LINE_ABOVE
from elzctl.intake.minutes.labelled_below import line_below
from elzctl.intake.minutes.marked import marked, owned
from elzctl.intake.minutes.marks import SENTENCES
from elzctl.intake.minutes.older import settled
from elzctl.intake.minutes.opening import SAID_ABOVE, opens, tells_actions
from elzctl.intake.minutes.own import FOLLOWED, Entry, Known, entry, is_below
from elzctl.intake.minutes.own import noted as own_noted
from elzctl.intake.minutes.own import point as own_point
from elzctl.intake.minutes.parts import (
    LONGEST_READ,
    Part,
    Table,
    bare,
    columns,
    cut,
    has_list,
    joined,
    lines_of,
    text_of,
)
from elzctl.intake.minutes.points import Context, more, read_point
from elzctl.intake.minutes.promised import followed
from elzctl.intake.minutes.signature import is_signature
from elzctl.intake.minutes.tables import Row, decisions_in, of_row, points_in, tick_words, topic_rows, transposed
from elzctl.intake.minutes.tasks_below import above_tasks
from elzctl.intake.minutes.told import sentences, who_follows
from elzctl.intake.minutes.undecided import decided, is_aside, is_nothing, is_undecided, left_open
from elzctl.intake.minutes.unknown_heads import doubted, known_lines, unknown
from elzctl.intake.minutes.where_it_ends import breaks_in, ended
from elzctl.intake.minutes.words import label_kind
from elzctl.intake.paper import Block
from elzctl.record import NamedTuple
from elzctl.wording import Message

_LISTS = frozenset({"actions", "decisions", "signals", "events"})


class Knowing(NamedTuple):
    """What the text of a meeting is read with; *own*: elzctl made it, and *made* are sentences that it added itself."""

    context: Context
    known: Known
    own: bool = False
    made: Collection[str] = ()


class Body:
    """Takes the parts of one item, in order."""

    def __init__(self, knowing: Knowing, about: str, title: str) -> None:
        """*about* is what its heading is about, by the table of labels."""
        self.knowing = knowing
        self.context = knowing.context
        self.mode = about if about in _LISTS else ""
        self.events = Events(knowing.context.day, about, title)
        self.intro, self._depth = "", 0
        self.owner: Who | None = None
        self.pieces: list[Piece] = []
        self.prompts: list[int] = []
        self.labels: list[tuple[str, tuple[int, ...]]] = []
        self.unclear: list[tuple[str, tuple[int, ...], Message]] = []
        self.resolving = self._ended = False  # "ended": below a table of actions, and below who signs
        self._columns: tuple[str, ...] = ()
        self._tasks: frozenset[tuple[int, ...]] = frozenset()
        self._listing = False

    def take(self, parts: Sequence[Part], rows: Sequence[Row] = ()) -> list[Piece]:
        """What the parts amount to, and before them the rows of a table that are about this item."""
        for row in rows:
            self._row(row)
        self._listing = has_list(parts)
        self._tasks = frozenset() if self.knowing.own else above_tasks(parts, self.context)
        place = 0
        while place < len(parts):
            part = parts[place]
            place += 1
            if isinstance(part, Table):
                self._table(part)
                continue
            self._listing = has_list(parts[place:]) if part.level else self._listing
            own = entry(part, own=self.knowing.own)
            if own is not None:
                below: list[Block] = []
                while place < len(parts) and isinstance(one := parts[place], Block) and is_below(one):
                    below.append(one)
                    place += 1
                self._own(own, below)
            elif part.text in self.knowing.made:
                self.prompts += part.lines
            elif self.knowing.own and FOLLOWED.match(part.text):
                self.prompts += part.lines
                if place < len(parts) and isinstance(parts[place], Table):
                    self.prompts += parts[place].lines
                    place += 1
            else:
                self._block(part)
        return gathered(self.pieces if self.knowing.own else settled(self.pieces, self.context.day, self.events.title))

    def _own(self, one: Entry, below: Sequence[Block]) -> None:
        day, known = self.context.day, self.knowing.known
        assert day is not None
        self.pieces.append(own_noted(one, below, known, day) if one.letter else own_point(one, below, known, day))

    # Tables

    def _table(self, table: Table) -> None:
        if self.knowing.own:
            self.pieces.append(Prose(table.blocks))
            return
        rows = topic_rows(table)
        if rows is not None:
            for row in rows:
                topic = [bare(block) for block in row.cell("topic") if block.text.strip()]
                self.pieces += [Prose((joined(topic)._replace(level=1),))] if topic else []
                self._row(row)
                self.labels += tick_words(row)
            self._heads(table)
            return
        beside = transposed(table)
        if beside is not None:
            self._row(beside)
            self.labels += [*tick_words(beside), *((text_of(row[0]), lines_of(row[0])) for row in table.rows)]
            return
        listed = events_in(table, self.context, about=self.mode, title=heading(self.pieces, self.events.title))
        if listed is not None:
            self.pieces += listed.pieces
            self.unclear += listed.unclear
            self.prompts += lines_of(block for cell in table.rows[0] for block in cell)
            return
        points = points_in(table, self.context, listed=self.mode == "actions", above=self._columns)
        found, self._columns = points or (decisions_in(table) or [], ())
        self.pieces += [self._decided(piece) for piece in found] or [Prose(table.blocks)]
        if found:
            self._heads(table)
        self._ended = self.mode == "actions"

    def _row(self, row: Row) -> None:
        for piece in map(self._decided, of_row(row, self.context)):
            if isinstance(piece, Prose):
                for block in piece.blocks:
                    self._block(block)
            else:
                self.pieces.append(piece)

    def _decided(self, piece: Piece) -> Piece:
        self.unclear += left_open(piece)
        return decided(piece)

    def _heads(self, table: Table) -> None:
        """The headings of columns that are known: they say what the cells are, and stand nowhere."""
        if any(columns(table.rows[0])):
            self.labels += (heads := unknown(table))
            self.unclear += doubted(heads)
            self.prompts += known_lines(table)

    # Paragraphs

    def _block(self, block: Block) -> None:
        if not block.text.strip():
            return
        if len(block.text) > LONGEST_READ or is_approval(block.text):
            self.pieces.append(Prose((block,)))
            return
        if block.level:
            about = "actions" if tells_actions(block.text) else label_kind(block.text)
            self.mode = about if about in _LISTS and not self.knowing.own else ""
            self.owner, self.intro, self._columns, self._ended = None, "", (), False
            self.pieces.append(Prose((block if self.knowing.own else cut(block, 0, len(block.text.rstrip(" :"))),)))
            return
        if not self.knowing.own and self._articles(block):
            return
        if self.intro and not (block.depth or block.check is not None):
            self.intro = ""
        if self._below(block) or (not self.knowing.own and self._beside(block)):
            return
        for piece in self._pieces(block):
            self.pieces.append(piece)
        self._opening(block)

    def _articles(self, block: Block) -> bool:
        made, self.resolving = articles(block, resolving=self.resolving)
        self.pieces += made
        return bool(made)

    def _below(self, block: Block) -> bool:
        """A line under a point, deeper than it."""
        last = self.pieces[-1] if self.pieces else None
        if not isinstance(last, Point) or not block.depth or block.depth <= self._depth or not self._depth:
            return False
        self.pieces[-1] = more(last, block, self.context)
        return True

    def _beside(self, block: Block) -> bool:
        """A line behind a point, or an agreement that then is one, that says who does it or by when."""
        last = self.pieces[-1] if self.pieces else None
        if isinstance(last, Prose):
            made = who_follows(last.blocks[-1], block, self.context)
            self.pieces[-1:] = made or [last]
            return bool(made)
        if isinstance(last, Noted) and last.kind == "A":
            last = Point(last.words, lines=last.lines)
        below = line_below(last, block, self.context, listed=self._depth > 0) if isinstance(last, Point) else None
        if below is not None:
            self.pieces[-1], unclear = below
            self.unclear += unclear
        return below is not None

    def _opening(self, block: Block) -> None:
        """A line that says what the list under it is: actions, decisions, or whose they are."""
        text = block.text.strip()
        if not text.endswith(":"):
            return
        intro = opens(text, self.context.day)
        if intro is not None or block.lines in self._tasks:
            self.intro = "tasks" if intro is None else intro
        elif self.mode == "actions" and len(text) <= 80:
            self.owner = self.context.directory.who(text.rstrip(":"), sure=False)

    def _pieces(self, block: Block) -> Iterator[Piece]:
        """A paragraph cut where a mark stands in the middle of it."""
        place = 0
        for match in () if self.knowing.own else breaks_in(block.text, self.context):
            if followed(bare(cut(block, match.end())), self.context) is not None:
                continue  # it says who does what stands before it
            if match.start() > place and match.end() < len(block.text):
                head = cut(block, place, match.start())
                yield from self._piece(cut(head, 0, len(head.text.rstrip(" ,;"))), inside=bool(place))
                place = match.end()
        rest = cut(block, place) if place else block
        if rest.text:
            yield from self._piece(rest._replace(depth=0, marker="") if place else rest, inside=bool(place))

    def _piece(self, block: Block, *, inside: bool) -> Iterator[Piece]:
        if self.knowing.own:  # what has a meaning there stands under a label of ours
            yield Prose((block,))
            return
        for one in self.events.apart(block):
            yield from self._one(one, inside=inside)

    def _one(self, block: Block, *, inside: bool) -> Iterator[Piece]:
        """One paragraph with one meaning at most, but for the sentences of decisions; *inside* another one."""
        found = marked(block, self.context, self.events, listing=self.mode == "actions")
        if found is not None:
            self._depth = block.depth if isinstance(found, Point) else self._depth
            made = ended(found, self.context, self.events, inside=inside)
            self.unclear += left_open(made.piece)
            yield Prose((block,)) if is_nothing(made.piece) else made.piece
            yield from self._sentences(made.rest) if made.rest is not None and not is_nothing(made.piece) else ()
            return
        mode = "actions" if self.intro == "tasks" else self.intro or self.mode
        event = self.events.told(block) if mode == "actions" else None
        if event is not None and not SENTENCES.search(block.text):
            yield event
            return
        is_listed = bool(block.depth) or block.check is not None
        may_be = is_listed or not (self._listing or self.intro or self._ended)
        is_signed = mode == "actions" and is_signature(block.text, self.context)
        self._ended = self._ended or is_signed
        if mode in _LISTS and may_be and not is_signed and not is_aside(block):
            found = self._listed(mode, block)
            if found is not None:
                yield (made := ended(found, self.context, self.events, inside=False, listed=True)).piece
                yield from self._sentences(made.rest) if made.rest is not None else ()
                return
        if block.check is not None and is_listed:
            self._depth = block.depth
            yield read_point(block, self.context, sure=True)
            return
        yield from self._sentences(block)

    def _listed(self, mode: str, block: Block) -> Piece | None:
        reason: Message | None = SAID_ABOVE.get(self.intro)
        if mode == "actions":
            self._depth = block.depth
            point = owned(read_point(block, self.context, sure=True), self.owner, "", LINE_ABOVE)
            return point._replace(reason=reason, lines=block.lines)
        if mode == "events":
            return self.events.listed(block)
        if mode == "decisions" and is_undecided(block.text):
            return None
        letter = "B" if mode == "decisions" else "S"
        return Noted(letter, bare(block), lines=block.lines, reason=reason)

    def _sentences(self, block: Block) -> Iterator[Piece]:
        """A paragraph, and the decisions that it tells in sentences of their own."""
        last = self.pieces[-1] if self.pieces else None
        dated = self.events.dated(block, self.pieces)
        yield from [dated] if dated is not None else sentences(block, self.context, self.events, last)
