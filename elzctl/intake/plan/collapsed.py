"""A plan of which the import made too little: headings with forms that are no actions, labels that ended in running text."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from elzctl.intake.ledger import Fate
from elzctl.intake.paper import Block
from elzctl.intake.plan.codes import head, worded
from elzctl.intake.plan.desk import UNCLEAR, Desk
from elzctl.intake.plan.goals import GOALS
from elzctl.intake.plan.labels import begins_form, found, is_label
from elzctl.intake.plan.words import Label, label_of, plain
from elzctl.wording import Message, say

FEWEST_HEADINGS = 3
FEWEST_LINES = 6
OFTEN = 3
AHEAD = 6
_FACTS = {
    Label.LEAD,
    Label.PARTNERS,
    Label.STATUS,
    Label.TIMING,
    Label.START,
    Label.DUE,
    Label.TARGETS,
    Label.INDICATORS,
    Label.OUTPUT,
}
_FACT = re.compile(r"\s*(?P<title>[A-ZÀ-Þ][^?:.]{2,40}):\s+\S")
_NUMBERED = re.compile(r"\d")
MOST_WORDS = 4
MOST_TOLD = 8
NO_ACTIONS = say("These headings have a number and a form under them, and no action was made of any of them.")
NO_FIELDS = say("Half of the lines with a label, or more, ended in running text: the labels were not understood.")


def collapsed(blocks: Sequence[Block], desk: Desk, *, acts: bool) -> None:
    """Says so in the account and in a remark; *acts* tells that the document gave actions."""
    headings = [] if acts else _headings(blocks)
    if len(headings) >= FEWEST_HEADINGS:
        _tell(desk, headings, NO_ACTIONS)
        return
    lines = _labelled(blocks)
    lost = [block for block in lines if not is_label(block) and not desk.ledger.is_in(block.lines, Fate.FIELD)]
    if len(lines) >= FEWEST_LINES and len(lost) * 2 >= len(lines):
        _tell(desk, lost, NO_FIELDS)
    _tell_unknown(desk, lost)


def _tell(desk: Desk, blocks: Sequence[Block], reason: Message) -> None:
    desk.field(
        GOALS, "actions", "", " · ".join(block.text for block in blocks[:FEWEST_HEADINGS]), blocks, UNCLEAR, reason
    )
    desk.remarks.insert(0, reason)


def _tell_unknown(desk: Desk, lost: Sequence[Block]) -> None:
    """Says which labels nobody knows: only a person sees what stands behind them."""
    often = Counter(title for block in lost if (title := _title(block)) and label_of(title) is None)
    shown = {_title(block): block.text.partition(":")[0].strip() for block in reversed(lost)}
    told = [f"{shown[title]} ({count})" for title, count in often.most_common(MOST_TOLD) if count >= OFTEN]
    if told:
        desk.remarks.append(
            say(
                "Labels that were not understood, with how often; what they say stands in the text: {labels}",
                labels=", ".join(told),
            )
        )


def _headings(blocks: Sequence[Block]) -> list[Block]:
    """The headings with a number under which a label stands, before the next one."""
    heads = [at for at, block in enumerate(blocks) if _is_numbered(at, block)]
    ends = [*heads, len(blocks)][1:]
    return [
        blocks[at]
        for at, end in zip(heads, ends, strict=True)
        if begins_form(blocks[at + 1 : min(end, at + 1 + AHEAD)])
    ]


def _is_numbered(at: int, block: Block) -> bool:
    if block.depth or found(block) is not None:
        return False
    one = head(at, block) or worded(at, block)
    return one is not None and bool(one.numbers) and bool(one.title or block.cell)


def _labelled(blocks: Sequence[Block]) -> list[Block]:
    """The lines with a label that asks for a fact, and its value; and those that come back, whatever they ask for."""
    labels = [found(block) for block in blocks]
    unknown = [one is None or one.label is Label.OTHER for one in labels]
    titles = [_title(block) if is_unknown else "" for block, is_unknown in zip(blocks, unknown, strict=True)]
    often = Counter(filter(None, titles))
    return [
        block
        for block, one, title in zip(blocks, labels, titles, strict=True)
        if often[title] >= OFTEN or (one is not None and one.label in _FACTS)
    ]


def _title(block: Block) -> str:
    """The words before a colon that may be a label, "" for none."""
    match = _FACT.match(block.text)
    title = plain(match["title"]) if match is not None else ""
    return title if len(title.split()) <= MOST_WORDS and _NUMBERED.search(title) is None else ""
