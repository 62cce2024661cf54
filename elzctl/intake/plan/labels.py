"""Where a form begins: blocks that are a label of a form, alone or with what stands behind it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from elzctl.intake.paper import Block, Span
from elzctl.intake.plan.behind import counts, read
from elzctl.intake.plan.loose import STYLE, asked, valued
from elzctl.intake.plan.words import Label, label_of, plain, prompts
from elzctl.record import NamedTuple

# Behind these alone a colon is no label: they begin sentences.
_WORDY = {Label.DO, Label.DO_NOT, Label.START, Label.DUE, Label.REASON}
# In an item, a bold word is no more than that, unless it is one of these.
_BOLD = {
    *(Label.LEAD, Label.LEAD_ASKED, Label.PARTNERS, Label.STATUS, Label.TIMING, Label.DUE, Label.START),
    *(Label.WITH_WHOM, Label.FOR_WHOM, Label.TARGETS),
}
BOLD_FROM = 3
NO_FORM = frozenset((Label.TITLE, Label.NUMBER, Label.STRATEGIC, Label.OPERATIONAL, Label.GOAL))
"""Labels that say which action or goal it is, and nothing of it."""
_SPLIT = re.compile(r"\s*[:：]\s+|\s*[:：]\Z")
# A sign behind a label is its value, though no words stand there: *Status: ✓*.
_SIGN = re.compile(r":\s*[✓✔☑✅√☒☐✗✘×–—-]\S?\Z|:\s+(?:\?+|…|\.{2,})\s*\Z")
_QUESTION = re.compile(r"([^?]{3,70}\?)\s*(?=\S)")
_LABEL_END = re.compile(r"\s*[:?]")
_BULLET = re.compile(r"[•●▪◦\uf0b7\uf0a7*–—-]\s+")


class Found(NamedTuple):
    """A label with its words as typed, and the block that holds what stands behind it on the same line."""

    label: Label
    title: str
    rest: Block | None


def found(block: Block) -> Found | None:
    """The label that a block is, or begins with; ``None`` when it is text."""
    if (told := read(block)) is not None:
        label, title, start = told
        return Found(label, title, without(block, start)._replace(style=""))
    text = block.text.strip()
    bullet = is_bullet(block)
    in_column = block.cell is not None and block.cell.column == 1
    alone = _label(text, block) if _SIGN.search(text) is None else None
    if (
        alone is not None
        and not (bullet and "?" not in text and not text.endswith(":"))
        and (not _short_word(text) or in_column or block.level or _marked(block, text))
    ):
        return Found(alone, text, None)
    if bullet and not block.style.startswith(STYLE) and not _is_bold_label(block):
        return None
    return _behind_colon(block) or _behind_question(block)


def _label(text: str, block: Block) -> Label | None:
    """The label that words are; where the document shows that they are one, also by what they ask for."""
    return valued(text, block) or label_of(text) or (asked(text) if block.style == STYLE else None)


def is_bullet(block: Block) -> bool:
    """True for an item of a list without a number or box."""
    return bool(block.depth) and not re.match(r"[\w(]", block.marker) and block.check is None


def is_label(block: Block) -> bool:
    """True for a block that is a label and nothing else."""
    one = found(block)
    return one is not None and one.rest is None


def begins_form(blocks: Sequence[Block]) -> bool:
    """True when a label or a prompt of a form is among the blocks that follow a heading."""
    return any(found(block) is not None or prompts().match(block.text) for block in blocks)


def without(block: Block, count: int) -> Block:
    """The block without its first *count* characters, and the blanks behind them."""
    rest = block.text[count:]
    count += len(rest) - len(rest.lstrip())
    spans = tuple(
        Span(max(0, span.start - count), span.end - count, span.strong, span.emphasis, span.link)
        for span in block.spans
        if span.end > count
    )
    return block._replace(text=block.text[count:].rstrip(), spans=spans)


def _is_bold_label(block: Block) -> bool:
    """True for an item that begins with a bold label alone: *- **Status:** lopend*, *- **Wie trekt?** CAW*."""
    match = _LABEL_END.search(block.text)
    end = match.start() if match is not None else 0
    first = next((span for span in block.spans if span.strong and span.start < BOLD_FROM), None)
    return first is not None and end > 0 and abs(first.end - end) <= BOLD_FROM and label_of(block.text[:end]) in _BOLD


def _short_word(text: str) -> bool:
    """A word such as *wel*, *tot*, *start* that may as well be a text."""
    return len(plain(text)) <= 4 and label_of(text) in _WORDY


def _marked(block: Block, text: str) -> bool:
    return text.endswith((":", "?")) or any(span.strong for span in block.spans)


def _behind_colon(block: Block) -> Found | None:
    match = _SPLIT.search(block.text)
    if match is None or match.start() > 80:
        return None
    title = block.text[: match.start()].strip()
    label = _label(title, block)
    bold = any(span.strong and span.start < BOLD_FROM for span in block.spans)
    is_pair = label in (Label.DO, Label.DO_NOT) and title[:1].isupper() and not block.depth
    if label is None or (_short_word(title) and label is not Label.DUE and not (block.cell or bold or is_pair)):
        return None
    rest = without(block, match.end())
    if label is Label.WHAT and counts(title, rest.text):
        label, rest = Label.INDICATORS, rest._replace(text=rest.text.rstrip("."))
    return Found(label, title, _unbulleted(rest) if rest.text else None)


def _behind_question(block: Block) -> Found | None:
    """``Hoe? • Aanbieden van …``: a page break glued the heading to what it heads."""
    match = _QUESTION.match(block.text)
    label = _label(match[1], block) if match else None
    if match is None or label is None:
        return None
    rest = without(block, match.end())
    return Found(label, match[1].strip(), _unbulleted(rest))


def _unbulleted(block: Block) -> Block:
    match = _BULLET.match(block.text)
    if match is None:
        return block._replace(depth=0, marker="", check=None)
    return without(block, match.end())._replace(depth=1, marker=match[0].strip(), check=None)
