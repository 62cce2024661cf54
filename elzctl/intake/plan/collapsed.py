"""A plan of which the import made too little: headings with forms that are no actions, labels that ended in running text."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence

from elzctl.intake.ledger import COLLAPSED, Fate
from elzctl.intake.paper import Block
from elzctl.intake.plan.codes import head, worded
from elzctl.intake.plan.desk import UNCLEAR, Desk
from elzctl.intake.plan.form import Form
from elzctl.intake.plan.goals import GOALS
from elzctl.intake.plan.labels import begins_form, found, is_label
from elzctl.intake.plan.over_bold import has_bold_under_plain
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
NONE = say(
    "No action was found in this document: give each one a heading with a number, a title in bold or a row of a table, and import it again."
)
NO_GOALS = say(
    "No action was found in this document: titles in bold stand under headings of which nothing says that they are goals. Put “Doelstelling 1:”, “Doelstelling 2:” … before those headings, and import it again."
)
NO_FIELDS = say("Half of the lines with a label, or more, ended in running text: the labels were not understood.")
FORM_AGAIN = say("Its form begins again: several actions may stand in it.")
FEWEST_ROWS = 8
MOST_OF = 0.5
"""Of the lines of a document: so many in one action are too many."""
LONG = 40
"""Lines of a document of which that says something."""
_ONCE = (Label.LEAD, Label.STATUS, Label.DUE, Label.TIMING, Label.PARTNERS)
# What stays text in any case: nobody knows the label, or there is no field for it.
_TEXTS = frozenset((Label.OTHER, Label.BUDGET, Label.CONDITION, Label.GOAL))


def collapsed(blocks: Sequence[Block], desk: Desk, forms: Mapping[str, Form]) -> None:
    """Says so in the account and in a remark; *forms* are those of the actions, by the paths of their files."""
    headings = [] if forms else _headings(blocks)
    rows = [] if forms else _rows(blocks)
    if len(headings) >= FEWEST_HEADINGS:
        _tell(desk, headings, NO_ACTIONS)
        return
    if len(rows) >= FEWEST_ROWS:
        _tell(desk, rows, say("No action was made of a table of {count} rows: they went into text.", count=len(rows)))
        return
    if not forms:
        reason = NO_GOALS if not desk.goals and has_bold_under_plain(blocks) else NONE
        desk.field(GOALS, COLLAPSED, "", blocks[0].text if blocks else "", (), UNCLEAR, reason)
        desk.remarks.insert(0, reason)
        return
    lines = _labelled(blocks)
    lost = [block for block in lines if not is_label(block) and not desk.ledger.is_in(block.lines, Fate.FIELD)]
    if len(lines) >= FEWEST_LINES and len(lost) * 2 >= len(lines):
        _tell(desk, lost, NO_FIELDS)
    _tell_empty(desk, forms)
    _tell_glued(blocks, desk, forms)
    _tell_texts(desk, lost, forms)


def _tell(desk: Desk, blocks: Sequence[Block], reason: Message) -> None:
    words = " · ".join(block.text for block in blocks[:FEWEST_HEADINGS])
    desk.field(GOALS, COLLAPSED, "", words, blocks, UNCLEAR, reason)
    desk.remarks.insert(0, reason)


def _tell_empty(desk: Desk, forms: Mapping[str, Form]) -> None:
    """Says that actions have nothing but a title, where labels of forms stand below goals."""
    empty = [path for path, form in forms.items() if not any(piece.blocks for piece in form.pieces)]
    if empty and desk.formed:
        told = say(
            "Actions came out empty, and labels of a form stand below a goal: {path}. Look whether they belong together.",
            path=", ".join(empty[:FEWEST_HEADINGS]),
        )
        _tell(desk, desk.formed, told)


def _tell_glued(blocks: Sequence[Block], desk: Desk, forms: Mapping[str, Form]) -> None:
    """Says of which actions the form begins again, and whether one of them holds most of the document."""
    counts = {path: sum(len(piece.blocks) + len(piece.heads) for piece in form.pieces) for path, form in forms.items()}
    longest = {path: max((len(piece.blocks) for piece in form.pieces), default=0) for path, form in forms.items()}
    glued = [path for path, form in forms.items() if _begins_again(form)]
    for path in glued:
        heads = [piece.head for piece in forms[path].of(*_ONCE) if piece.head is not None]
        desk.field(
            path, "form", "", " · ".join(block.text for block in heads[:FEWEST_HEADINGS]), heads, UNCLEAR, FORM_AGAIN
        )
    whole = sum(bool(block.text.strip()) for block in blocks)
    most = max(counts, key=counts.__getitem__, default="")
    if glued and sum(counts[path] for path in glued) > whole * MOST_OF:
        told = say(
            "Most of the document ended in actions whose form begins again: {path}",
            path=", ".join(glued[:FEWEST_HEADINGS]),
        )
    elif whole >= LONG and most and longest[most] > whole * MOST_OF:
        told = say("Most of the document ended in one action, {path}: look whether it is one.", path=most)
    else:
        return
    _tell(desk, [block for piece in forms[most].pieces for block in (*piece.heads, *piece.blocks)], told)


def _begins_again(form: Form) -> bool:
    """True when who leads comes back in it, and another label that a form has once."""
    found = Counter(piece.label for piece in form.of(*_ONCE) if piece.head is not None and not piece.head.depth)
    return found[Label.LEAD] > 1 and sum(count > 1 for count in found.values()) > 1


def _tell_texts(desk: Desk, lost: Sequence[Block], forms: Mapping[str, Form]) -> None:
    """Says what stands in the text under labels that come back: only a person sees what it is."""
    shown: dict[str, str] = {}
    often: Counter[str] = Counter()
    seen: set[tuple[int, ...]] = set()
    for piece in (piece for form in forms.values() for piece in form.pieces if piece.label in _TEXTS and piece.title):
        title = piece.title.strip(" :")
        if piece.label is Label.GOAL and plain(" ".join(one.text for one in piece.blocks)).endswith(tuple(desk.goals)):
            continue
        shown.setdefault(plain(title), title)
        often[plain(title)] += 1
        seen |= {block.lines for block in (*piece.heads, *piece.blocks)}
    for block in lost:
        title = _title(block)
        if title and label_of(title) is None and block.lines not in seen:
            shown.setdefault(title, block.text.partition(":")[0].strip())
            often[title] += 1
    told = [f"{shown[title]} {count} ×" for title, count in often.most_common(MOST_TOLD) if count >= OFTEN]
    if told:
        desk.remarks.append(
            say(
                "Kept as text, because elzctl does not know the label or has no field for it: {labels}",
                labels=", ".join(told),
            )
        )


def _rows(blocks: Sequence[Block]) -> list[Block]:
    """The first cell of each row of the longest table with more than one column."""
    rows: dict[int, dict[int, Block]] = {}
    wide: set[int] = set()
    for block in blocks:
        if block.cell is not None:
            rows.setdefault(block.cell.table, {}).setdefault(block.cell.row, block)
            wide |= {block.cell.table} if block.cell.column > 1 else set()
    return max((list(one.values()) for table, one in rows.items() if table in wide), key=len, default=[])


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
