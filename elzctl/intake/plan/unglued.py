"""What a page break, or a reader that joins lines, glued together: labels inside paragraphs, headings inside headings."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from elzctl.intake.paper import Block
from elzctl.intake.plan.behind import BEHIND, LABELS, apart
from elzctl.intake.plan.codes import HEADING_WORDS
from elzctl.intake.plan.labels import found, without
from elzctl.intake.plan.words import Label, label_of

# A label at the end of a paragraph: "… in een ondersteunende rol. Partners:".
_TAIL = re.compile(r"(?<=[.!?…])\s+(?P<label>[A-Z][\w ]{3,30}:|[A-Z][^.!?:]{2,90}\?|Evaluatie|Evaluation)\s*\Z")
# One with its value: behind another ("Trekker: OCMW Partners: CAW"), or behind a sentence.
_INSIDE = re.compile(r"(?<=\S)\s+(?P<label>[A-Z][\w-]+(?: [a-z][\w-]+){0,2})(?P<sign>:)(?=\s)")
# Behind another label, and a sign: "Trekker: OCMW; partners: CAW", "Wie trekt? OCMW Met wie? CAW".
_BESIDE = re.compile(
    r"(?:(?<=\S)\s+(?=[A-Z])|(?<=[;|])\s*)(?P<label>[^\W\d_][\w-]+(?: [a-z][\w-]+){0,2})(?P<sign>:|\?:?)(?=\s)"
)
_FACTS = {
    Label.LEAD,
    Label.PARTNERS,
    Label.TIMING,
    Label.DUE,
    Label.START,
    Label.INDICATORS,
    Label.STATUS,
    Label.BUDGET,
    Label.TARGETS,
    Label.OUTPUT,
    Label.PROCESS,
}
_ASKED = _FACTS | {Label.LEAD_ASKED, Label.WITH_WHOM, Label.FOR_WHOM}
_HEADINGS = re.compile(
    r"\s+(?=(?:(?:Strategische|Operationele) doelstelling |(?:Strategic|Operational) goal |(?:SD|OD|BD|AP|ACT)[ -]?|Actie )\d[\d.]*[.:]*\s+[A-Z])"
)


def unglued(blocks: Sequence[Block]) -> Iterator[Block]:
    """The blocks, with each label at the beginning of one."""
    for block in (part for whole in blocks for one in _labels_apart(whole) for part in _facts_apart(one)):
        tail = _TAIL.search(block.text)
        if tail is None or label_of(tail["label"]) is None or (block.cell is not None and tail.start() < 1):
            yield block
            continue
        yield block._replace(text=block.text[: tail.start()].rstrip())
        yield block._replace(text=tail["label"], spans=(), check=None, depth=0, marker="")


def headings_apart(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """The blocks, with one heading in each."""
    return tuple(part for block in blocks for part in _headings_apart(block))


def _labels_apart(block: Block) -> Iterator[Block]:
    first = found(block)
    labelled = first is not None and first.rest is not None
    start = 0
    pattern = _BESIDE if labelled else _INSIDE
    for match in pattern.finditer(block.text) if labelled or (":" in block.text and not block.depth) else ():
        label = label_of(match["label"])
        if match["sign"] != ":" and label not in _ASKED:
            continue
        behind_sentence = block.text[: match.start()].rstrip()[-1:] in ".!?…"
        if label is not None and (labelled or (behind_sentence and label in _FACTS)):
            yield without(block._replace(text=block.text[: match.start()].rstrip(" ;|,")), start)
            start, labelled = match.start("label"), True
    yield without(block, start) if start else block


def _facts_apart(block: Block) -> Iterator[Block]:
    """The block with a label, and each fact without one that stands behind its value."""
    one = found(block)
    if one is None or one.rest is None or one.label not in LABELS or block.style == BEHIND:
        yield block
        return
    start = block.text.rfind(one.rest.text)
    end, facts = apart(block.text[start:], one.label)
    if start < 0 or not facts:
        yield block
        return
    yield block._replace(text=block.text[: start + end].rstrip(" ;,"))
    for fact in facts:
        part = without(block._replace(text=block.text[: start + fact.end]), start + fact.at)
        yield part._replace(
            style=BEHIND if fact.title or fact.label is Label.STATUS else "", depth=0, marker="", check=None
        )


def _headings_apart(block: Block) -> Iterator[Block]:
    if not block.level and block.style != "strong" and not any(span.strong for span in block.spans):
        yield block
        return
    start = 0
    for match in _HEADINGS.finditer(block.text):
        if block.text[start : match.start()].strip().lower() in HEADING_WORDS:
            # "Actieplan AP-1: …": the word belongs to the code.
            continue
        yield without(block._replace(text=block.text[: match.start()]), start)
        start = match.end()
    yield without(block, start) if start else block
