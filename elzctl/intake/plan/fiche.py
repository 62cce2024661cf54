"""From a heading of an action and what follows it to the text of its fiche."""

from __future__ import annotations

import re
from collections.abc import Sequence

from elzctl.intake import who
from elzctl.intake.ledger import Fate
from elzctl.intake.paper import Block
from elzctl.intake.plan.desk import GUESSED, UNCLEAR, Desk
from elzctl.intake.plan.draft import Draft
from elzctl.intake.plan.form import Form, Piece
from elzctl.intake.plan.indicators import indicators
from elzctl.intake.plan.own_form import own_form
from elzctl.intake.plan.people import people
from elzctl.intake.plan.state import NO_POINTER, NOT_CLEAR, NOT_SAID, Told, sentences, state, told, told_alone, word
from elzctl.intake.plan.steps import listed, steps
from elzctl.intake.plan.times import times
from elzctl.intake.plan.words import Label, plain
from elzctl.terms import LIVE, Part, Status
from elzctl.wording import say

# Where text goes that stands under a label for which our fiche has no section.
_HOME = {
    Label.INTRO: None,
    Label.REASON: Part.WHY,
    Label.CONDITION: Part.HOW,
    Label.GOAL: Part.WHAT,
    Label.UPDATES: Part.HOW,
    Label.DECISION: Part.HOW,
}
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
# Under these, a paragraph by itself may tell how the action stands.
_TOLD_BELOW = frozenset(Label) - {
    Label.INTRO,
    Label.STATUS,
    Label.EVALUATION,
    Label.CONDITION,
    Label.STEPS,
    Label.REASON,
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


# What stands behind a state in one line with it: "On hold: …".
_BECAUSE = re.compile(
    r"(?i)\b(?:wegens|omdat|doordat|door|want|aangezien|zolang|tot|totdat|in afwachting|because|since|until|due to)\b"
)
_REASON = re.compile(r"\A[^.:;–(]{1,40}(?:[:;–]|\s-|\.(?=\s))\s*(?=\w)")


def fiche(form: Form, draft: Draft, desk: Desk, own: str) -> None:
    """Fills in the draft of an action from its form."""
    desk.put((block for _, block in form.prompts), Fate.PROMPT)
    if desk.is_own:
        form, hidden, unread = own_form(form, desk.names, draft, desk), frozenset[int](), tuple[Piece, ...]()
    else:
        hidden, unread = people(form, draft, desk), times(form, draft, desk)
        hidden |= steps(form, draft, desk)
        indicators(form, draft, desk)
    cut = _status(form, draft, desk, own)
    draft.there = frozenset(piece.label.part for piece in form.pieces if piece.label.part is not None)
    for piece in form.pieces:
        _piece(piece, draft, desk, own, hidden, unread=piece in unread, cut=cut)


# Status


def _status(form: Form, draft: Draft, desk: Desk, own: str) -> tuple[Told, str] | None:
    """Fills in the status; the sentence that went into the reason comes back."""
    for piece in form.of(Label.STATUS):
        for block in piece.blocks:
            status = word(block.text)
            if status is None:
                desk.field(
                    draft.path,
                    "status",
                    "",
                    block.text,
                    (block,),
                    UNCLEAR,
                    say("This is none of the states that elzctl knows."),
                )
            elif "status" not in draft.values:
                desk.fill(draft, "status", status.value, (block,))
    filled = any(piece.blocks for piece in form.pieces if piece.label is not Label.INTRO)
    if "status" not in draft.values:
        intro = [block for piece in form.of(Label.INTRO) for block in piece.blocks]
        others = [block for piece in form.pieces if piece.label in _TOLD_BELOW for block in piece.blocks]
        found = told(intro, of_this=filled)
        if found is None or found.status is None:
            found = told_alone(others) or found
        if found is not None and found.status is not None:
            return found, state(found, draft, desk, own)
        asked = [block for piece in form.of(Label.STATUS) for block in piece.blocks]
        status = Status.PLANNED if desk.year is not None and desk.year.first > desk.today else Status.RUNNING
        if found is not None or asked:
            blocks = asked if found is None else [found.block]
            said = found.sentence if found is not None else ""
            desk.fill(draft, "status", status.value, blocks, UNCLEAR, NOT_CLEAR, words=said)
        else:
            desk.fill(draft, "status", status.value, (), GUESSED, NOT_SAID)
    elif Status(str(draft.values["status"])) not in LIVE:
        _reason(form, draft, desk, own)
    return None


def _reason(form: Form, draft: Draft, desk: Desk, own: str) -> None:
    for piece in form.of(Label.REASON):
        words = " ".join(block.text for block in piece.blocks)
        if words:
            desk.fill(draft, "reason", desk.line(words, own), piece.blocks)
    for piece in form.of(Label.STATUS) if "reason" not in draft.values else ():
        for block in piece.blocks:
            words = _REASON.sub("", block.text, count=1).strip()
            if words and (words != block.text or _BECAUSE.search(words)):
                desk.fill(draft, "reason", desk.line(words, own), (block,))
    status = Status(str(draft.values["status"]))
    if status not in (Status.MOVED, Status.MERGED) or "into" in draft.values:
        return
    texts = [block for piece in form.of(Label.INTO, Label.REASON, Label.INTRO, Label.STATUS) for block in piece.blocks]
    for block in texts:
        target = desk.references.first(block.text, own)
        if target is not None and target.is_action:
            desk.fill(draft, "into", target.id, (block,), GUESSED, say("The first action that the text names."))
            return
    desk.fill(draft, "status", Status.STOPPED.value, texts[:1], UNCLEAR, NO_POINTER, words=status.value)


# Sections


def _piece(
    piece: Piece,
    draft: Draft,
    desk: Desk,
    own: str,
    hidden: frozenset[int],
    *,
    unread: bool,
    cut: tuple[Told, str] | None,
) -> None:
    blocks = [block for block in piece.blocks if not any(line in hidden for line in block.lines)]
    if piece.label.part is not None:
        desk.put(piece.heads, Fate.HEADING, f"{draft.path}#{piece.label.value}")
        if blocks or not any(draft.values.get(key) for key in _INSTEAD.get(piece.label, ())):
            draft.add(piece.label.part, desk.prose(blocks, draft.path, piece.label.value, own=own))
    elif piece.label is Label.INTRO:
        blocks = _without(blocks, cut)
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
        told = word(words) is not None and (
            len(words.split()) <= 3
            or (len(blocks) == 1 and "reason" in draft.values and bool(_REASON.match(words) or _BECAUSE.search(words)))
        )
    elif piece.label is Label.STEPS:
        told = True
    elif piece.label is Label.ROLE:
        told = "role" in draft.values and len(words.split()) <= 3
    else:
        told = all(
            not who.remainder(block.text, names) and names for block in blocks for names in [who.names(block.text)]
        )
    if piece.label is Label.STEPS and any(block.cell is not None for block in blocks) and not piece.column:
        _titled(piece, blocks, part, draft, desk, own)
        return
    if piece.label is Label.STEPS and len(listed(piece)) < len(blocks):
        count = len(listed(piece))
        draft.add(
            part if part in draft.there else None, desk.prose(blocks[count:], draft.path, part.value, own=own, top=4)
        )
        blocks = blocks[:count]
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
    """A label and what stands behind it, as it was written."""
    title = piece.title.rstrip(": ")
    if not title:
        return tuple(blocks)
    colon = "" if title.endswith(("?", ".", "!")) else ":"
    if len(blocks) == 1 and piece.inline:
        count = len(title) + len(colon) + 1
        spans = tuple(span._replace(start=span.start + count, end=span.end + count) for span in blocks[0].spans)
        return (
            blocks[0]._replace(text=f"{title}{colon} {blocks[0].text}", spans=spans, depth=0, marker="", cell=None),
        )
    return (blocks[0]._replace(text=f"{title}{colon}", spans=(), depth=0, marker="", check=None, cell=None), *blocks)


def _is_said(blocks: Sequence[Block], draft: Draft, desk: Desk) -> bool:
    """True when the words stand in the title or number of the action already, or are a goal of the plan."""
    words = plain(" ".join(block.text for block in blocks))
    if any(goal and words.endswith(goal) for goal in desk.goals):
        return True
    known = plain(f"{draft.values.get('number', '')} {draft.values.get('title', '')}").split()
    return all(set(plain(block.text).split()) <= set(known) for block in blocks)


def _without(blocks: Sequence[Block], cut: tuple[Told, str] | None) -> list[Block]:
    """The blocks without the sentence that is the reason now, when it opens its paragraph or is all of it."""
    if cut is None or not cut[1]:
        return list(blocks)
    found: list[Block] = []
    for block in blocks:
        own = sentences(block.text)
        if block == cut[0].block and own and cut[1] in (own[0], own[-1]):
            rest = " ".join(block.text.replace(cut[1], "", 1).split())
            if rest:
                found.append(block._replace(text=rest, spans=()))
            continue
        found.append(block)
    return found
