"""What stands under each label of a form, without the prompts of the form."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from elzctl.intake.paper import Block
from elzctl.intake.plan.codes import Level
from elzctl.intake.plan.labels import Found, found, is_bullet, is_label, without
from elzctl.intake.plan.name_columns import inner_tables
from elzctl.intake.plan.nodes import Node
from elzctl.intake.plan.own_words import ROLES
from elzctl.intake.plan.status_label import word
from elzctl.intake.plan.tables import step_map, tables
from elzctl.intake.plan.unglued import unglued
from elzctl.intake.plan.valued import are_names, is_time, list_names
from elzctl.intake.plan.words import ASKING, Label, plain, prompts
from elzctl.record import NamedTuple

# Where text goes on that follows what stood behind a label on its own line.
SECTIONS = (
    Label.INTRO,
    Label.WHY,
    Label.FOR_WHOM,
    Label.WHAT,
    Label.DO,
    Label.DO_NOT,
    Label.WITH_WHOM,
    Label.HOW,
    Label.EVALUATION,
)
_LISTING = {
    Label.PARTNERS,
    Label.STEPS,
    Label.INDICATORS,
    Label.PROCESS,
    Label.OUTPUT,
    Label.TARGETS,
    Label.LEAD,
    Label.UPDATES,
    Label.CONDITION,
}
_OF_WHOM = {Label.WITH_WHOM, Label.FOR_WHOM}
_NAMES = {Label.PARTNERS, Label.LEAD, Label.TARGETS}
_WITH = ("met wie", "with whom")
_FACT = re.compile(r"\s*[A-ZÀ-Þ][^?:.]{2,40}:\s+\S")
# A prompt that all forms have stands in so many of them at least.
FEWEST_FORMS, SHARE = 3, 0.5
LONGEST_PROMPT = 60


class Piece(NamedTuple):
    """A label with what stands under it.

    ``head`` is the block with the label, ``inline`` is true when its value stands on the same line, ``ticked`` tells the box
    before it, ``within`` is the section in which it stands (its own one for a section).
    """

    label: Label
    title: str
    head: Block | None
    blocks: tuple[Block, ...] = ()
    inline: bool = False
    ticked: bool | None = None
    within: Label = Label.INTRO

    @property
    def heads(self) -> tuple[Block, ...]:
        """The block with the label, when there is one."""
        return (self.head,) if self.head is not None else ()

    @property
    def column(self) -> bool:
        """True when the label stands in the first column of a table."""
        return self.head is not None and self.head.cell is not None and self.head.cell.column == 1 and not self.inline


class Form(NamedTuple):
    """The pieces of a form in its order, and the prompts that were in it: words with their block."""

    pieces: tuple[Piece, ...]
    prompts: tuple[tuple[str, Block], ...] = ()

    def of(self, *labels: Label) -> tuple[Piece, ...]:
        """The pieces with these labels."""
        return tuple(piece for piece in self.pieces if piece.label in labels)


def form(blocks: Sequence[Block], repeated: frozenset[tuple[Label, str]] = frozenset()) -> Form:
    """The form that the blocks of an action are; *repeated* are sentences that all forms have under a label."""
    asked: list[tuple[str, Block]] = []
    pieces = tuple(_merged(_pieces(blocks, repeated, asked), asked))
    return Form(pieces, tuple(asked))


def form_of(node: Node, repeated: frozenset[tuple[Label, str]]) -> Form:
    """The form of an action: a row of a table, or what follows its heading."""
    row, opening = _without_opening(node)
    own = form((*opening, *node.blocks), repeated)
    cells, more = (
        [Piece(label, title, None, (block,), inline=True, within=label) for label, title, block in facts]
        for facts in (row, node.listing.more)
    )
    return own._replace(pieces=(*cells, *own.pieces, *more)) if cells or more else own


def _without_opening(node: Node) -> tuple[tuple[tuple[Label, str, Block], ...], tuple[Block, ...]]:
    """The facts of an action, and the label with which its text ends and that heads the list below it: *… Partners:*."""
    if not node.row or not node.blocks or not node.blocks[0].depth or node.row[-1][0] is not Label.INTRO:
        return node.row, ()
    *before, (label, title, block) = node.row
    text, *opening = unglued((block,))
    if len(opening) != 1 or found(opening[0]) is None:
        return node.row, ()
    return (*before, (label, title, text)), tuple(opening)


def repeated_prompts(nodes: Iterable[Node]) -> frozenset[tuple[Label, str]]:
    """The sentences under a label that are the same in most forms, and ask or tell to fill in."""
    under: Counter[Label] = Counter()
    same: Counter[tuple[Label, str]] = Counter()
    for node in nodes:
        if node.level is not Level.ACTION:
            continue
        pieces = form(node.blocks).pieces
        under.update({piece.label for piece in pieces})
        # Of a piece, what stands on top: a prompt comes before the answer.
        same.update(
            {(piece.label, plain(block.text)) for piece in pieces for block in piece.blocks[:2] if _may_ask(block)}
        )
    return frozenset(key for key, count in same.items() if count >= FEWEST_FORMS and count >= under[key[0]] * SHARE)


def _may_ask(block: Block) -> bool:
    words = block.text.split()
    return (
        not block.depth
        and len(words) <= LONGEST_PROMPT
        and (block.text.rstrip(' )”"').endswith("?") or ASKING.match(block.text) is not None)
    )


def _pieces(
    blocks: Sequence[Block], repeated: frozenset[tuple[Label, str]], asked: list[tuple[str, Block]]
) -> Iterator[Piece]:
    current = Piece(Label.INTRO, "", None)
    section = Label.INTRO
    headed = _headed(blocks)
    forms = _tables_of_labels(blocks) - headed
    for number, block in enumerate(unglued(blocks)):
        if number == 0 and _is_badge(block):
            yield Piece(Label.STATUS, "", None, (block,))
            continue
        answers = current.label is Label.ROLE and not current.blocks and block.text.strip() in ROLES
        one = None if answers or _in_table(block, headed) else found(block) or _other(block, forms)
        kept: Block | None = block
        if one is None or _is_prompt_here(one, current, section):
            kept = _without_prompt(block, current.label, repeated, asked)
            one = found(kept) if kept is not None and kept is not block else None
        if kept is None:
            continue
        if one is not None:
            yield current
            section = one.label if one.label in SECTIONS and not _is_fact(one, kept) else section
            current = _opened(one, kept, section)
            continue
        if _closes(current, kept):
            yield current
            current = Piece(section, "", None, within=section)
        current = current._replace(blocks=(*current.blocks, kept))
    yield current


def _is_badge(block: Block) -> bool:
    """A status by itself right below the title."""
    is_short = not block.depth and len(block.text.split()) <= 2 and block.cell is None
    return is_short and word(block.text) is not None and found(block) is None


def _tables_of_labels(blocks: Sequence[Block]) -> set[int]:
    """The tables in whose first column labels stand."""
    known = Counter(block.cell.table for block in blocks if block.cell and block.cell.column == 1 and is_label(block))
    return {table for table, count in known.items() if count > 1}


def _headed(blocks: Sequence[Block]) -> set[int]:
    """The tables with a row of headings, such as *Wie* and *Wat*, and those in a cell: they are text, and no form."""
    tops: dict[int, dict[int, bool]] = {}
    forms: set[int] = set()
    for block in blocks:
        if block.cell and block.cell.row == 1:
            row = tops.setdefault(block.cell.table, {})
            heads = "table heading" in block.style or is_label(block)
            row[block.cell.column] = row.get(block.cell.column, True) and heads
        elif block.cell and block.cell.column == 1 and is_label(block):
            forms.add(block.cell.table)
    headed = {table for table, cells in tops.items() if len(cells) > 1 and all(cells.values())} - forms
    headed |= inner_tables(blocks) - _tables_of_labels(blocks)
    return headed | {table for table, rows in tables(blocks).items() if step_map(rows) is not None}


def _in_table(block: Block, tables: set[int]) -> bool:
    return block.cell is not None and block.cell.table in tables


def _other(block: Block, forms: set[int]) -> Found | None:
    """A label that nobody knows, in the first column of a form."""
    cell = block.cell
    if cell is None or cell.table not in forms or cell.column != 1 or len(block.text) > 80:
        return None
    return Found(Label.OTHER, block.text.strip(), None)


def _opened(one: Found, block: Block, section: Label) -> Piece:
    rest = () if one.rest is None else (one.rest,)
    label = Label.PARTNERS if _names_partners(one) else one.label
    within = one.label if one.label in SECTIONS else section
    return Piece(label, one.title, block, rest, inline=bool(rest), ticked=block.check, within=within)


def _is_fact(one: Found, block: Block) -> bool:
    """True for a section that is answered on its own line, in an item of a list or with who it is: no text follows under it."""
    return one.rest is not None and (one.label in _OF_WHOM or is_bullet(block))


def _names_partners(one: Found) -> bool:
    """True for *Met wie? CAW, apothekers*: a list of names on the line of the label, and nothing else."""
    is_asked = one.label is Label.WITH_WHOM and plain(one.title).startswith(_WITH)
    return is_asked and one.rest is not None and list_names(one.rest.text)


def _is_prompt_here(one: Found, current: Piece, section: Label) -> bool:
    """*Waarom deze actie?* under *Waarom?* opens nothing new; *Doelgroep(en)* under *Voor wie?* neither."""
    if one.label is Label.TARGETS and section is Label.FOR_WHOM:
        return one.rest is None
    return (
        one.label is section
        and current.label is one.label
        and bool(prompts().match(one.title))
        and current.head is not None
    )


def _without_prompt(
    block: Block, label: Label, repeated: frozenset[tuple[Label, str]], asked: list[tuple[str, Block]]
) -> Block | None:
    """The block without a prompt at its beginning; ``None`` when nothing else is in it."""
    if (label, plain(block.text)) in repeated and not block.depth:
        asked.append((block.text, block))
        return None
    match = prompts().match(block.text)
    if match is None or not match[0].strip():
        return block
    asked.append((match[0].strip(), block))
    rest = without(block, match.end())
    return rest if rest.text else None


def _closes(current: Piece, block: Block) -> bool:
    """True when a block no longer belongs to what stood behind a label on its own line."""
    if current.label in SECTIONS:
        in_list = current.inline and current.head is not None and is_bullet(current.head)
        return in_list and not block.depth and block.cell is None
    if current.column and block.level and block.cell is None:
        return True  # a heading below the table
    if not current.inline:
        return bool(current.blocks) and current.label in _NAMES and _is_other_fact(block)
    # An item with a label of its own is no value of the label above it, whatever it may be.
    is_fact = current.label in _NAMES and _FACT.match(block.text) is not None
    return is_fact or not (block.depth and current.label in _LISTING)


def _is_other_fact(block: Block) -> bool:
    """True for a line with a label of its own behind which no names stand: *Kwartaal: Q1*, below a list of partners."""
    match = _FACT.match(block.text) if not block.depth and block.cell is None else None
    value = block.text[match.end() - 1 :] if match is not None else ""
    return bool(value) and (word(value) is not None or is_time(value) or not are_names(value))


def _merged(pieces: Iterable[Piece], asked: list[tuple[str, Block]]) -> Iterator[Piece]:
    """Without the empty beginning, and a heading that came twice, before and after what it heads, once."""
    waiting: Piece | None = None
    for piece in pieces:
        if piece.head is None and not piece.blocks:
            continue
        if waiting is not None and waiting.label is piece.label and piece.label in SECTIONS and not waiting.blocks:
            if piece.head is not None and waiting.head is not None:
                asked.append((waiting.title, waiting.head))
            waiting = piece._replace(head=piece.head or waiting.head)
            continue
        if waiting is not None:
            yield waiting
        waiting = piece
    if waiting is not None:
        yield waiting
