"""From a heading of an action and what follows it to the text of its fiche."""

from __future__ import annotations

import re
from collections.abc import Sequence

from elzctl.intake.ledger import Fate
from elzctl.intake.paper import Block, Span
from elzctl.intake.plan.around_names import tells_all
from elzctl.intake.plan.because import behind
from elzctl.intake.plan.desk import Desk
from elzctl.intake.plan.draft import Draft
from elzctl.intake.plan.evaluated import evaluated
from elzctl.intake.plan.form import Form, Piece
from elzctl.intake.plan.groups import tells_groups
from elzctl.intake.plan.indicators import indicators
from elzctl.intake.plan.led_in_text import leads_apart, led_in_text
from elzctl.intake.plan.legend import meant
from elzctl.intake.plan.name_columns import with_names
from elzctl.intake.plan.not_yet import without_open
from elzctl.intake.plan.odd_days import odd_days
from elzctl.intake.plan.own_form import own_form
from elzctl.intake.plan.people import people
from elzctl.intake.plan.said import doubt
from elzctl.intake.plan.standing import keeps_dates, standing, without_reason
from elzctl.intake.plan.state import Told
from elzctl.intake.plan.status_label import chosen, says_no_more, word
from elzctl.intake.plan.steps import listed, steps
from elzctl.intake.plan.times import times
from elzctl.intake.plan.together import partners_apart
from elzctl.intake.plan.words import Label, plain
from elzctl.terms import Part

# Where text goes that stands under a label for which our fiche has no section.
_HOME = {
    Label.INTRO: None,
    Label.REASON: Part.WHY,
    Label.CONDITION: Part.HOW,
    Label.GOAL: Part.WHAT,
    Label.UPDATES: Part.HOW,
    Label.DECISION: Part.HOW,
}
LONGEST = 160
"""Characters of a value that stands behind its label, also where it stood below or beside it."""
# Labels whose value is a field, and text only when words are left.
_FIELDS = {
    Label.LEAD,
    Label.PARTNERS,
    Label.TARGETS,
    Label.THEMES,
    Label.ROLE,
    Label.STATUS,
    Label.TIMING,
    Label.START,
    Label.DUE,
    Label.STEPS,
}
# What a form repeats of its heading and of the goals above it.
_SAID = {Label.TITLE, Label.NUMBER, Label.STRATEGIC, Label.OPERATIONAL, Label.GOAL}
_PEOPLE = {
    Label.LEAD: Part.WITH_WHOM,
    Label.PARTNERS: Part.WITH_WHOM,
    Label.TARGETS: Part.FOR_WHOM,
    Label.ROLE: Part.WITH_WHOM,
}
# An empty section needs no heading when a field says what would stand there.
_INSTEAD = {
    Label.EVALUATION: ("indicators",),
    Label.WITH_WHOM: ("lead", "partners", "role"),
    Label.FOR_WHOM: ("target_groups",),
    Label.HOW: ("steps",),
}


def fiche(form: Form, draft: Draft, desk: Desk, own: str) -> None:
    """Fills in the draft of an action from its form."""
    desk.put((block for _, block in form.prompts), Fate.PROMPT)
    if desk.is_own:
        form, hidden, unread = own_form(form, desk.names, draft, desk), frozenset[Block](), tuple[Piece, ...]()
    else:
        form = partners_apart(leads_apart(without_open(form, draft, desk)))
        hidden, unread = people(form, draft, desk), times(form, draft, desk)
        led_in_text(form, draft, desk)
        hidden |= steps(form, draft, desk)
        odd_days(form, draft, desk)
        indicators(form, draft, desk)
        evaluated(form, draft, desk)
    cut = standing(form, draft, desk, own)
    if not desk.is_own:
        doubt(form, draft, desk)
    draft.there = frozenset(piece.label.part for piece in form.pieces if piece.label.part is not None)
    for piece, after in zip(form.pieces, (*form.pieces[1:], None), strict=False):
        heads = () if desk.is_own or after is None or after.head is None else _only_heading(piece)
        desk.put(heads, Fate.PROMPT)
        if not heads or piece.blocks:
            _piece(piece, draft, desk, own, hidden.union(heads), unread=piece in unread, cut=cut)


def _only_heading(piece: Piece) -> tuple[Block, ...]:
    """A heading with nothing below it but the labels of a form, that says nothing by itself: *Praktisch*."""
    if piece.label is Label.OTHER and not piece.blocks and not piece.column:
        return piece.heads
    last = piece.blocks[-1] if piece.blocks else None
    return (last,) if last is not None and last.level and last.cell is None and not last.depth else ()


# Sections


def _piece(
    piece: Piece,
    draft: Draft,
    desk: Desk,
    own: str,
    hidden: frozenset[Block],
    *,
    unread: bool,
    cut: Told | None,
) -> None:
    blocks = [block for block in piece.blocks if block not in hidden]
    # The only sentence of a section stays there, also when it is the reason of a state.
    blocks = without_reason(blocks, cut) or (blocks if piece.label.part is not None else [])
    if piece.label.part is not None:
        desk.put(piece.heads, Fate.HEADING, f"{draft.path}#{piece.label.value}")
        emptied = bool(piece.blocks) and not blocks
        told = emptied or any(draft.values.get(key) for key in _INSTEAD.get(piece.label, ()))
        if blocks or not told:
            draft.add(piece.label.part, desk.prose(blocks, draft.path, piece.label.value, own=own))
    elif piece.label is Label.INTRO:
        draft.add(None, desk.prose(blocks, draft.path, "intro", own=own, top=4))
    elif piece.label is Label.LEAD_ASKED:
        desk.put(piece.heads, Fate.PROMPT)
        if blocks:
            draft.add(Part.WITH_WHOM, desk.prose(blocks, draft.path, Part.WITH_WHOM.value, own=own))
    elif piece.label in _FIELDS:
        _field(piece, blocks, draft, desk, own, unread=unread)
    elif piece.label in (Label.PROCESS, Label.OUTPUT, Label.INDICATORS) or (
        piece.label is Label.REASON and "reason" in draft.values
    ):
        desk.put(piece.heads, Fate.PROMPT, draft.path)
    elif piece.label in _SAID and (not blocks or _is_said(blocks, draft, desk)):
        desk.put((*piece.heads, *blocks), Fate.HEADING, draft.path)
    else:
        _titled(piece, blocks, _HOME.get(piece.label, Part.HOW) or Part.HOW, draft, desk, own)


def _field(piece: Piece, blocks: Sequence[Block], draft: Draft, desk: Desk, own: str, *, unread: bool) -> None:
    """What is in a field needs no text; what more was said, or stands under a heading of its own, does."""
    desk.put(piece.heads, Fate.HEADING, draft.path)
    part = _PEOPLE.get(piece.label, Part.HOW)
    if not blocks:
        return
    words = " ".join(block.text for block in blocks)
    if piece.label in (Label.TIMING, Label.START, Label.DUE):
        told = not unread
    elif piece.label is Label.STATUS:
        words = " ".join(block.text for block in chosen(blocks))
        is_reason = draft.values.get("reason") == desk.line(words, own)
        status = word(words) or meant(words, desk.legend)
        told_why = bool({"reason", "decision"} & set(draft.values)) and len(blocks) == 1
        because = told_why and status is not None and not behind(words, status).rest
        told = (
            status is not None
            and status.value == draft.values.get("status")
            and (says_no_more(words) or because or is_reason or meant(words, desk.legend) is not None)
            and (is_reason or keeps_dates(words, draft))
        )
    elif piece.label is Label.STEPS:
        told = True
    elif piece.label is Label.TARGETS:
        told = all(map(tells_groups, blocks))
    elif piece.label is Label.ROLE:
        told = "role" in draft.values and len(words.split()) <= 3
    else:
        told = all(tells_all(block.text, desk) for block in blocks)
    # Of a table in a cell one column became a field.
    told = told and (piece.label not in (Label.LEAD, Label.PARTNERS) or len(with_names(piece)) == len(piece.blocks))
    if piece.label is Label.STEPS and any(block.cell is not None for block in blocks) and not piece.column:
        _titled(piece, blocks, part, draft, desk, own)
        return
    if piece.label is Label.STEPS and len(listed(piece)) < len(blocks):
        count = len(listed(piece))
        draft.add(
            part if part in draft.there else None, desk.prose(blocks[count:], draft.path, part.value, own=own, top=4)
        )
        blocks = blocks[:count]
    # A label with a year in it says more than the field does: "Stand van zaken juni 2026".
    told = told and re.search(r"(?:19|20)\d\d", piece.title) is None
    whole = piece.inline or piece.column or not any(block.depth for block in blocks)
    if told and (whole or piece.label is Label.STEPS):
        desk.put(blocks, Fate.FIELD, f"{draft.path}#{piece.label.value}")
    elif part in (Part.WITH_WHOM, Part.FOR_WHOM) and not (piece.inline and piece.label is Label.ROLE):
        draft.add(part, desk.prose(blocks, draft.path, part.value, own=own))
    else:
        _titled(piece, blocks, part, draft, desk, own)


def _titled(piece: Piece, blocks: Sequence[Block], part: Part, draft: Draft, desk: Desk, own: str) -> None:
    """Text under its own small heading in one of our sections."""
    desk.put(piece.heads, Fate.HEADING, f"{draft.path}#{part.value}")
    if part not in draft.there:
        if blocks:
            draft.add(None, desk.prose(_with_title(piece, blocks), draft.path, "intro", own=own, top=4))
    elif blocks or piece.title:
        draft.add(part, f"### {desk.line(piece.title.rstrip(':'))}")
        draft.add(part, desk.prose(blocks, draft.path, part.value, own=own, top=4))


def _with_title(piece: Piece, blocks: Sequence[Block]) -> tuple[Block, ...]:
    """A label and what stands behind it, as it was written; one that nobody knows in bold, so that it is seen."""
    title = piece.title.rstrip(": ")
    if not title:
        return tuple(blocks)
    label = title if title.endswith(("?", ".", "!")) else f"{title}:"
    bold = (Span(0, len(label), strong=True),) if piece.label is Label.OTHER else ()
    is_short = len(blocks) == 1 and not blocks[0].depth and len(blocks[0].text) <= LONGEST
    if is_short or (len(blocks) == 1 and piece.inline):
        count = len(label) + 1
        spans = tuple(span._replace(start=span.start + count, end=span.end + count) for span in blocks[0].spans)
        text = f"{label} {blocks[0].text}"
        return (blocks[0]._replace(text=text, spans=(*bold, *spans), depth=0, marker="", cell=None),)
    return (blocks[0]._replace(text=label, spans=bold, depth=0, marker="", check=None, cell=None), *blocks)


def _is_said(blocks: Sequence[Block], draft: Draft, desk: Desk) -> bool:
    """True when the words stand in the title or number of the action already, or are a goal of the plan."""
    words = plain(" ".join(block.text for block in blocks))
    if any(goal and words.endswith(goal) for goal in desk.goals):
        return True
    known = plain(f"{draft.values.get('number', '')} {draft.values.get('title', '')}").split()
    return all(set(plain(block.text).split()) <= set(known) for block in blocks)
