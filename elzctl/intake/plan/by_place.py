"""Actions that nothing calls so but their place: titles under goals that a word names, each with a text below or behind it.

They are headings, lines in bold, or bold words before a text; the same words under several goals are labels, and no titles.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from functools import partial

from elzctl.intake import persons
from elzctl.intake.folded import folded
from elzctl.intake.houses import Houses
from elzctl.intake.paper import Block, Line
from elzctl.intake.plan.by_word import title_and_text
from elzctl.intake.plan.codes import HEADING_WORDS, OF_GOALS
from elzctl.intake.plan.labels import found, without
from elzctl.intake.plan.listed import item
from elzctl.intake.plan.loose import asked
from elzctl.intake.plan.nodes import Node
from elzctl.intake.plan.numbered import says_chapter
from elzctl.intake.plan.topped import is_strong
from elzctl.intake.plan.under_bold import Items, parted, under_bold
from elzctl.intake.plan.words import label_of, plain

FEWEST = 2
FEWEST_ALONE = 3
"""Titles under one goal, when the document has one."""
MOST_OF = 0.5
"""Of the goals: under so many, titles stand."""
MOST_ODD = 0.2
"""Of the titles: so many may look like a label or a question."""
MOST_WORDS = 14
_WHOLE = 0.9
_BOLD_FROM = 2
_ENDS = (".", ":", "–", "—", "-", "|")
_ASKS = re.compile(r"(?i)(?:wat|hoe|waarom|waartoe|waar|wanneer|wie|what|how|why|where|when|who)\b(?:\s+\S+){0,3}\Z")
_LETTERS = re.compile(r"[a-z]{2,5}")


def by_place(nodes: Sequence[Node], year: str, lines: Sequence[Line]) -> tuple[Node, ...]:
    """The nodes with these actions; as they were when there are none.  *lines* are those of the document."""
    apart = tuple(node._replace(blocks=tuple(_apart(node.blocks, lines))) for node in nodes)
    goals = [node for at, node in enumerate(apart) if _is_goal(apart, at)]
    for looks in (_headings(goals), _is_line, _runs_in):
        is_title = _without_labels(goals, looks)
        if is_title is not None and _are_titles(goals, is_title):
            items = Items(is_title, under_bold(partial(_made, year=year)).make)
            return tuple(parted(apart, partial(_items_of, goals=goals, items=items)))
    return tuple(nodes)


def _items_of(node: Node, goals: Sequence[Node], items: Items) -> Items | None:
    return items if any(node is one for one in goals) else None


def _is_goal(nodes: Sequence[Node], at: int) -> bool:
    """True for a goal that a word names, with none below it."""
    node, after = nodes[at], nodes[at + 1] if at + 1 < len(nodes) else None
    if node.level not in OF_GOALS or (after is not None and after.level in OF_GOALS and after.level is not node.level):
        return False
    return node.words in HEADING_WORDS or _LETTERS.fullmatch(node.words) is not None


def _apart(blocks: Sequence[Block], lines: Sequence[Line]) -> Iterator[Block]:
    """The blocks, cut where a line begins with bold words behind the end of a sentence: a PDF shows no paragraphs there."""
    for block in blocks:
        rest = block
        while (cut := _cut(rest, lines)) is not None:
            at, first = cut
            spans = tuple(span for span in rest.spans if span.end <= at)
            yield rest._replace(text=rest.text[:at].rstrip(), spans=spans, lines=rest.lines[:first])
            rest = without(rest, at)._replace(lines=rest.lines[first:], gap=True)
        yield rest


def _cut(block: Block, lines: Sequence[Line]) -> tuple[int, int] | None:
    """Where such bold words begin in a block, and in which of its lines."""
    for span in block.spans if _is_plain(block) else ():
        bold = block.text[span.start : span.end].strip()
        if not span.strong or span.start < _BOLD_FROM or block.text[: span.start].rstrip()[-1:] not in (".", "!", "?"):
            continue
        first = (at for at, line in enumerate(block.lines) if at and lines[line].text.strip().startswith(bold))
        if bold.endswith(_ENDS) and (place := next(first, None)) is not None:
            return span.start, place
    return None


def _made(block: Block, year: str) -> Node:
    cut = title_and_text(block, 0) if not block.level else None
    if cut is not None and _runs_in(block):
        return item(block, year)
    return item(block._replace(level=0, spans=(), text=block.text.strip().rstrip(" :")), year)


# Which blocks are titles


def _headings(goals: Sequence[Node]) -> Callable[[Block], bool]:
    """Whether a block is one of the highest headings under the goals."""
    level = min((block.level for node in goals for block in node.blocks if block.level), default=0)
    return lambda block: level > 0 and block.level == level and block.cell is None


def _is_line(block: Block) -> bool:
    """True for a line by itself in bold, and no sentence."""
    text = block.text.strip()
    bold = block.style == "strong" or is_strong(block, len(text) * _WHOLE)
    return _is_plain(block) and bool(text) and bold and text[-1] not in ".;,"


def _runs_in(block: Block) -> bool:
    """True for a text that begins with bold words and a sign behind them."""
    span = next((one for one in block.spans if one.strong and one.start < _BOLD_FROM), None)
    if span is None or not _is_plain(block) or title_and_text(block, 0) is None:
        return False
    title, rest = block.text[: span.end].strip(), block.text[span.end :].strip()
    return title.endswith(_ENDS) or rest.startswith(_ENDS)


def _is_plain(block: Block) -> bool:
    return not (block.depth or block.cell is not None or block.level or block.check is not None or block.note)


def _without_labels(goals: Sequence[Node], looks: Callable[[Block], bool]) -> Callable[[Block], bool] | None:
    """Whether a block is one of those, and no label that comes back; ``None`` where such labels stand among the others."""
    often = Counter(plain(_title(block)) for node in goals for block in node.blocks if looks(block))
    labels = {title for title, count in often.items() if count > 1}

    def is_title(block: Block) -> bool:
        return looks(block) and plain(_title(block)) not in labels

    for node in goals:
        first = next((at for at, block in enumerate(node.blocks) if is_title(block)), len(node.blocks))
        if any(looks(block) and not is_title(block) for block in node.blocks[first:]):
            return None
    return is_title


def _are_titles(goals: Sequence[Node], is_title: Callable[[Block], bool]) -> bool:
    """True when these are titles of their own with a text each, under most of the goals."""
    titles: list[str] = []
    telling = 0
    for node in goals:
        places = [at for at, block in enumerate(node.blocks) if is_title(block)]
        if not all(_has_text(node.blocks, at, is_title) for at in places):
            return False
        titles += [_title(node.blocks[at]) for at in places]
        telling += bool(places)
    few = len(titles) < (FEWEST_ALONE if len(goals) == 1 else FEWEST) or telling < len(goals) * MOST_OF
    return not few and sum(map(_is_no_title, titles)) <= len(titles) * MOST_ODD


def _has_text(blocks: Sequence[Block], at: int, is_title: Callable[[Block], bool]) -> bool:
    after = blocks[at + 1] if at + 1 < len(blocks) else None
    return _runs_in(blocks[at]) or (after is not None and not is_title(after) and bool(after.text.strip()))


def _title(block: Block) -> str:
    cut = title_and_text(block, 0) if _runs_in(block) else None
    return block.text[: cut[0]].strip(" .:–—-|") if cut is not None else block.text.strip(" :")


def _is_no_title(text: str) -> bool:
    """True for a question, a label, the name of a chapter, of an organisation or of somebody, and words in small letters."""
    is_label = label_of(text) is not None or asked(text) is not None or says_chapter(text)
    asks = text.endswith("?") or _ASKS.match(text) is not None
    long = len(text.split()) > MOST_WORDS
    return is_label or asks or long or text[:1].islower() or _is_name(text) or found(Block(text, ())) is not None


def _is_name(text: str) -> bool:
    """True for the name of an organisation or of somebody: such a list says who does what."""
    words = text.split()
    houses = any(first == 0 and last >= len(text) * MOST_OF for first, last in Houses().spans(folded(text)))
    form = bool({"vzw", "npo"} & {words[0].lower(), words[-1].lower()}) if words else False
    short = bool(words) and words[0].isupper() and persons.is_known_short(words[0])
    return houses or form or short or persons.is_person(text)
