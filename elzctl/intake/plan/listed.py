"""Actions that stand as items of lists under their goals: ``Overlegtafel opstarten (trekker: CGG, timing: Q1)``."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import partial

from elzctl.intake import persons, who
from elzctl.intake.nobody import is_nobody
from elzctl.intake.paper import Block
from elzctl.intake.plan.begun_bold import begun, on_line
from elzctl.intake.plan.behind import LABELS, apart, counts, state_behind
from elzctl.intake.plan.by_word import title_and_text
from elzctl.intake.plan.clause_words import PREPOSITIONS
from elzctl.intake.plan.codes import HEADING_WORDS, OF_GOALS, Level, head
from elzctl.intake.plan.labels import found, without
from elzctl.intake.plan.nodes import Node
from elzctl.intake.plan.parts import in_brackets, split
from elzctl.intake.plan.table_times import is_when, with_year
from elzctl.intake.plan.tables import column_label
from elzctl.intake.plan.under_bold import Items, parted, tell_in_bold, under_bold
from elzctl.intake.plan.words import Label

_FACTS = re.compile(r"\s*\((?P<facts>[^()]*[:,;][^()]*(?:\([^()]*\)[^()]*)*)\)\s*[.;]?\s*\Z")
_PARTS = re.compile(r"\s*[,;]\s*")
_FACT = re.compile(r"(?:\A|[;,]\s*)(?P<label>[^\W\d_][\w ]{1,25}?)\s*:\s*")
FEWEST = 2
_NEARLY = 0.8
DOTTED = 2
"""Numbers in the code of an item, at least."""


def in_lists(nodes: Sequence[Node], year: str) -> tuple[Node, ...]:
    """The nodes, with an action for each item of the lists under goals, where items tell facts or begin in bold.

    Where other actions have headings or rows, these are goals with nothing below them, whose items tell who leads.

    Paragraphs that begin with a title in bold are such items too, where facts stand in most of them.  Facts in brackets at
    the end of a heading are no part of its title.
    """
    nodes = [told(node, year) if node.level is Level.ACTION and not node.row else node for node in nodes]
    acted = any(node.level is Level.ACTION for node in nodes)
    bare = [node for at, node in enumerate(nodes) if node.level in OF_GOALS and (not acted or _is_bare(nodes, at))]
    lists, bold = Items(_is_item, partial(_action, year=year)), under_bold(partial(item, year=year))
    goals = [node.blocks for node in bare]
    items = [block for blocks in goals for block in blocks if _is_item(block)]
    listed = _are_actions(items) and (not acted or sum(map(_is_led, items)) >= len(items) * _NEARLY)
    bolded = tell_in_bold([blocks for blocks in goals if not (listed and any(map(_is_telling, blocks)))])

    def items_of(node: Node) -> Items | None:
        if not any(node is one for one in bare):
            return None
        if bolded and any(map(bold.is_item, node.blocks)) and not (listed and any(map(_is_telling, node.blocks))):
            return bold
        return lists if listed else None

    return tuple(parted(nodes, items_of))


def _is_bare(nodes: Sequence[Node], at: int) -> bool:
    """True for a goal that has no goal or action below it."""
    after = nodes[at + 1] if at + 1 < len(nodes) else None
    return after is None or after.level not in (Level.OPERATIONAL, Level.ACTION) or after.level is nodes[at].level


def _is_led(block: Block) -> bool:
    """True for an item that tells who leads."""
    one = begun(block)
    return any(label is Label.LEAD for label, *_ in (*_facts(block), *(one.facts if one is not None else ())))


def _are_actions(items: Sequence[Block]) -> bool:
    """True when some of the items tell facts, or nearly all begin in bold."""
    telling = sum(bool(_facts(block)) or _tells(block) for block in items)
    entitled = sum(begun(block) is not None for block in items)
    few = telling < min(FEWEST, len(items)) and (len(items) < FEWEST or entitled < len(items) * _NEARLY)
    return not few and telling + entitled > 0


def _is_telling(block: Block) -> bool:
    """True for an item that tells facts, or begins in bold."""
    return _is_item(block) and (bool(_facts(block)) or begun(block) is not None)


def _is_item(block: Block) -> bool:
    return block.depth == 1


def told(node: Node, year: str) -> Node:
    """An action with what its title tells in brackets at its end, and how it stands."""
    if (cut := _with_text(node, year)) is not None:
        return cut
    if any(one is not None and one.label is Label.STATUS for one in map(found, node.blocks)):
        return _with_facts(node, year)
    title, row = with_state(node.title, node.head[-1])
    told_of = _with_facts(node._replace(title=title), year)
    return told_of._replace(row=(*row, *told_of.row))


def _with_text(node: Node, year: str) -> Node | None:
    """An action with its title, text and facts in one paragraph behind the word for it; ``None`` for another one."""
    block = node.head[0]
    start = block.text.find(node.title) if node.words in HEADING_WORDS and len(node.head) == 1 else -1
    if start < 1 or not node.title or title_and_text(block, start) is None:
        return None
    rest = without(block, start)
    if any(span.strong and span.start == 0 for span in rest.spans) or _tells(rest):
        one = item(rest, year)
        return node._replace(title=one.title, row=one.row)
    end, text = title_and_text(rest, 0) or (len(rest.text), rest)
    return node._replace(title=rest.text[:end].strip(" .:"), row=((Label.INTRO, "", text),))


def with_state(text: str, block: Block) -> tuple[str, tuple[tuple[Label, str, Block], ...]]:
    """The line of an action without the state at its end, and that: *Wandeling (afgerond)*."""
    match = state_behind(text)
    if match is None:
        return text, ()
    state = block._replace(text=match["inside"].strip(), spans=(), depth=0, marker="", check=None, level=0)
    return text[: match.start()].rstrip(), ((Label.STATUS, "", state),)


def _with_facts(node: Node, year: str) -> Node:
    block = node.head[-1]._replace(text=node.title)
    facts = _facts(block) if _FACTS.search(node.title) else []
    if not facts and (one := on_line(block._replace(spans=()))) is not None:
        told_there = (
            (label, name, with_year(part, year) if label is Label.TIMING else part) for label, name, part in one.facts
        )
        return node._replace(title=one.title, row=tuple(told_there))
    row = tuple(
        (label, name, with_year(part, year) if label is Label.TIMING else part)
        for label, name, value in facts
        for part in [block._replace(text=value, spans=(), depth=0, marker="", check=None)]
    )
    return node._replace(title=_FACTS.sub("", node.title).strip(), row=row) if facts else node


def _action(block: Block, year: str) -> Node:
    one = head(0, block._replace(depth=0, marker=""))
    if one is None or len(one.numbers) < DOTTED:
        return item(block, year)
    return told(Node(Level.ACTION, one.code, one.numbers, one.title, (block,), words=one.family), year)


def item(block: Block, year: str) -> Node:
    """The action that an item of a list is: its title, what is told behind that, and its facts."""
    words, state = with_state(block.text, block)
    bare = block._replace(text=words, spans=tuple(one for one in block.spans if one.start < len(words)))
    one = begun(bare) if not _facts(bare) else None
    if one is None:
        return told(Node(Level.ACTION, "", (), block.text.strip(), (block,), guessed=True), year)
    title, how = with_state(one.title, block)
    one, state = one._replace(title=title), (*how, *state)
    text = ((Label.INTRO, "", one.text),) if one.text is not None else ()
    facts = ((label, name, with_year(part, year) if label is Label.TIMING else part) for label, name, part in one.facts)
    if any(label is Label.STATUS for label, _, _ in one.facts):
        state = tuple((Label.INTRO, "", part) for _, _, part in state)
    return Node(Level.ACTION, "", (), one.title, (block,), row=(*text, *facts, *state), guessed=True)


def _tells(block: Block) -> bool:
    one = begun(block)
    return one is not None and bool(one.facts)


def _facts(block: Block) -> list[tuple[Label, str, str]]:
    """What an item tells in the brackets at its end, or before how it stands: label, its words, and what is behind it."""
    inside = _FACTS.search(block.text) or _FACTS.search(with_state(block.text, block)[0])
    if inside is None:
        return []
    text = inside["facts"]
    begins = list(_FACT.finditer(text))
    parts = in_brackets(text) if not begins or begins[0].start() else ()
    if parts:
        return [
            (label, name, text[start:end].strip(" ;,")) for one in parts for label, name, start, end in split(text, one)
        ]
    if not begins:
        return _bare_facts(text)
    if begins[0].start():
        return []
    ends = [*(one.start() for one in begins[1:]), len(text)]
    told = [
        (
            Label.INDICATORS
            if counts(one["label"], text[one.end() : end])
            else column_label(one["label"]) or Label.OTHER,
            one["label"].strip(),
            text[one.end() : end].strip(),
        )
        for one, end in zip(begins, ends, strict=True)
    ]
    every = [part for label, name, value in told for part in _unlabelled(label, name, value)]
    return every if any(label is not Label.OTHER for label, _, _ in every) else []


def _unlabelled(label: Label, name: str, value: str) -> Iterator[tuple[Label, str, str]]:
    """A value, and the facts behind it that have no label: *partners: Helan, Samana; afgerond*."""
    end, facts = apart(value, label) if label in LABELS else (len(value), ())
    yield label, name, value[:end].strip(" ;,")
    yield from ((one.label, one.title, value[one.start : one.end].strip(" ;,")) for one in facts)


def _bare_facts(text: str) -> list[tuple[Label, str, str]]:
    """Who and when without labels: *(WZC Duin, voorjaar 2027)*; nothing when a part is neither, or none is a time."""
    found: list[tuple[Label, str, str]] = []
    for part in _PARTS.split(text):
        if is_when(part):
            found.append((Label.TIMING, "", part))
        elif is_name(part):
            found.append((Label.LEAD, "", part))
        else:
            return []
    kinds = [label for label, _, _ in found]
    return found if kinds.count(Label.TIMING) == 1 else []


def is_name(words: str) -> bool:
    """True for names of organisations and nothing else."""
    names = who.names(words)
    return bool(names) and not who.remainder(words, names) and all(map(_may_name, names))


def _may_name(name: str) -> bool:
    """False for a number of things, and for small words that no organisation is called: *uitverkocht*, *200 metingen*."""
    capital = name[:1].upper() + name[1:]
    is_small = name == name.lower() and not persons.shows_organisation(capital)
    begins_small = name.split(maxsplit=1)[0].lower() in PREPOSITIONS
    return not (is_nobody(name) or is_small or begins_small or name[:1].isdigit())
