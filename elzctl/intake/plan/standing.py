"""How an action stands: by a label, by what its text says, or not said at all; and why."""

from __future__ import annotations

import re
from collections.abc import Sequence

from elzctl import dates
from elzctl.intake.paper import Block
from elzctl.intake.plan.because import behind, gives_reason, put_off_to, since, told_behind
from elzctl.intake.plan.clause import About, Mood, about
from elzctl.intake.plan.decided import decision
from elzctl.intake.plan.desk import GUESSED, OTHER_VALUE, READ, UNCLEAR, Desk
from elzctl.intake.plan.draft import Draft
from elzctl.intake.plan.form import Form
from elzctl.intake.plan.hinted import hinted
from elzctl.intake.plan.legend import meant
from elzctl.intake.plan.state import (
    BY_SENTENCE,
    BY_WORDS,
    NO_POINTER,
    NOT_CLEAR,
    NOT_SAID,
    NOT_SAID_BEGUN,
    OF_SENTENCE,
    PARTLY_SO,
    WHOLE,
    Told,
    state,
    told,
    told_alone,
)
from elzctl.intake.plan.status_label import chosen, goes_into, is_new, nearly, says_no_more, word
from elzctl.intake.plan.words import Label
from elzctl.terms import LIVE, Status
from elzctl.wording import Message, say

# Under these, a paragraph by itself may tell how the action stands.
_TOLD_BELOW = frozenset(Label) - {
    Label.INTRO,
    Label.STATUS,
    Label.EVALUATION,
    Label.CONDITION,
    Label.STEPS,
    Label.REASON,
}
# *Gestart in oktober 2025*, *Loopt sinds mei*: the day is the one on which it began.
_BEGUN = re.compile(
    r"(?i)\W*(?:is |we zijn |zijn )?(?:(?:op)?gestart|begonnen|van start gegaan|(?:loopt|lopend|lopende|running|in uitvoering|bezig) (?:al )?(?:sinds|vanaf|since)|started)\b"
)
_WITH_DATES = ("start", "due", "since", "reason", "condition", "decision")
_SHARE = re.compile(r"\d ?(?:%|procent|percent)")
NO_STATE = say("These words are none of the states that elzctl knows: they stay in the text; put the right state in.")
HINTED = say("No label tells how it stands, and this sentence may: put the right state in; the words stay in the text.")
NEW = say("What is new may be proposed or planned: look which of the two it is.")
BY_SHARE = say("A share in percents tells it.")
SAYS_MORE = say("More stands there than a state: look whether the words say that it is so.")
TO_THIS_PLAN = say("It was put off to the year of this plan: it was taken as planned.")
IN_THIS_PLAN = say("It was put off to a time in this plan: look whether it still waits.")
BEHIND_STATE = say("It stands behind the state, and no label calls it the reason.")


def standing(form: Form, draft: Draft, desk: Desk, own: str) -> Told | None:
    """Fills in the status with its reason; the sentence that went into the reason comes back."""
    unread: list[Block] = []
    for piece in form.of(Label.STATUS):
        for block in chosen(piece.blocks):
            if "status" in draft.values:
                _again(block, draft, desk)
                continue
            cut = _labelled(form, block, draft, desk, own)
            if cut is not None:
                _not_known(unread, draft, desk)
                return cut
            if "status" not in draft.values:
                unread.append(block)
    if "status" not in draft.values:
        return _said(form, draft, desk, own, unread)
    _not_known(unread, draft, desk)
    if Status(str(draft.values["status"])) not in LIVE:
        _reason(form, draft, desk, own)
    return None


def _labelled(form: Form, block: Block, draft: Draft, desk: Desk, own: str) -> Told | None:
    """What stands behind the label of a status: a state, or a sentence that tells it, which comes back when it is the reason."""
    coded = meant(block.text, desk.legend)
    if coded is not None:
        desk.fill(draft, "status", coded.value, (block,))
        return None
    status, reason = word(block.text), None
    if status is Status.MERGED and goes_into(block.text) and desk.references.first(block.text, own) is None:
        status = None
    elif status is None:
        status = nearly(block.text)
        by = NEW if is_new(block.text) else BY_SHARE if _SHARE.search(block.text) else BY_WORDS
        reason = PARTLY_SO if status is Status.RUNNING else by
    elif status is Status.ON_HOLD and (later := put_off_to(block.text)) is not None and _is_in_plan(later, desk):
        status, reason = _put_off(later, desk)
    elif not (desk.is_own or says_no_more(block.text) or gives_reason(block.text)):
        reason = SAYS_MORE
    if status is not None:
        desk.fill(draft, "status", status.value, (block,), GUESSED if reason else READ, reason)
        _more(status, block, draft, desk)
        return None
    found = told([block], _subject(draft), of_this=False)
    if found is not None and found.status is not None:
        return _cut_by(form, found, draft, desk, own)
    return None


def _cut_by(form: Form, found: Told, draft: Draft, desk: Desk, own: str) -> Told | None:
    """Fills in what a sentence tells, and the one behind it; the one that is the reason comes back, unless a label has that."""
    assert found.status is not None
    if found.status not in (*LIVE, Status.DONE):
        _why(form, draft, desk, own)
    why = state(found, draft, desk, own, told_behind(found.block.text, found.sentence, found.status))
    return found._replace(sentence=why) if why else None


def _is_in_plan(day: dates.VagueDate, desk: Desk) -> bool:
    """True for a time in the year of the plan."""
    return desk.year is not None and desk.year.first <= day.last and day.first <= desk.year.last


def _put_off(day: dates.VagueDate, desk: Desk) -> tuple[Status, Message]:
    """How stands what was put off to a time in the plan: to all of its year, and it is to be done."""
    assert desk.year is not None
    is_whole = day.first <= desk.year.first and day.last >= desk.year.last
    return (Status.PLANNED, TO_THIS_PLAN) if is_whole else (Status.ON_HOLD, IN_THIS_PLAN)


def _not_known(blocks: Sequence[Block], draft: Draft, desk: Desk) -> None:
    """The report names what stands behind the label and is no state, where the status comes from elsewhere."""
    for block in blocks:
        desk.field(draft.path, "status", "", block.text, (block,), UNCLEAR, NO_STATE)


def _again(block: Block, draft: Draft, desk: Desk) -> None:
    """A second status, which is text when it is another one."""
    status = word(block.text)
    if status is not None and status.value != draft.values["status"]:
        desk.field(draft.path, "status", "", block.text, (block,), UNCLEAR, OTHER_VALUE)


def _subject(draft: Draft) -> About:
    return about(str(draft.values.get("title", "")), (str(draft.values.get("number", "")), draft.code))


def _more(status: Status, block: Block, draft: Draft, desk: Desk) -> None:
    """What the words of a label say beside the status: since when, or what is waited for."""
    day = next((value for _, _, value in dates.find(block.text)), None)
    if status is Status.RUNNING and day is not None and _BEGUN.match(block.text) and _is_before_due(day, draft):
        desk.fill(draft, "start", day.text, (block,), GUESSED, OF_SENTENCE)
    if status in (Status.DONE, Status.STOPPED) and (when := since(block.text, status, desk.year, desk.today)):
        desk.fill(draft, "since", when, (block,), GUESSED, OF_SENTENCE)
    if status is Status.WAITING and not says_no_more(block.text):
        line = desk.line(block.text)
        desk.fill(draft, "condition", {"what": line}, (block,), GUESSED, WHOLE)
        desk.fill(draft, "reason", line, (block,), GUESSED, WHOLE)


def _is_before_due(day: dates.VagueDate, draft: Draft) -> bool:
    """True for the day on which an action began that has no start yet."""
    due = dates.read(str(draft.values.get("due", "")))
    return "start" not in draft.values and (not isinstance(due, dates.VagueDate) or day.first <= due.last)


def keeps_dates(words: str, draft: Draft) -> bool:
    """True when each date in the words of a state stands in a field: what is in none stays text."""
    kept = " ".join(str(draft.values.get(key, "")) for key in _WITH_DATES)
    return all(day.text in kept for _, _, day in dates.find(words))


def _said(form: Form, draft: Draft, desk: Desk, own: str, unread: Sequence[Block]) -> Told | None:
    """What the text says of the status, where no label does; *unread* is what stands behind one and is no state."""
    filled = any(piece.blocks for piece in form.pieces if piece.label is not Label.INTRO)
    intro = [block for piece in form.of(Label.INTRO) for block in piece.blocks]
    others = [block for piece in form.pieces if piece.label in _TOLD_BELOW for block in piece.blocks]
    subject = _subject(draft)
    found = told(intro, subject, of_this=filled)
    if found is None or found.status is None:
        found = told_alone(others, subject) or found
    if found is not None:
        _not_known([block for block in unread if block.lines != found.block.lines], draft, desk)
    if found is not None and found.status is not None:
        return _cut_by(form, found, draft, desk, own)
    if found is not None or unread:
        # Words that nobody understood claim nothing: the mildest state, and the words stay in the text.
        blocks, words = (unread, "") if found is None else ([found.block], found.sentence)
        reason = NO_STATE if found is None else NOT_CLEAR
        desk.fill(draft, "status", Status.PLANNED.value, blocks, UNCLEAR, reason, words=words)
        return None
    begun = desk.year is not None and desk.year.first <= desk.today
    status, reason = (Status.RUNNING, NOT_SAID_BEGUN) if begun else (Status.PLANNED, NOT_SAID)
    hint = hinted([*intro, *others], desk.year)
    if hint is None:
        desk.fill(draft, "status", status.value, (), GUESSED, reason)
    elif hint.status is Status.ON_HOLD:
        return _cut_by(form, hint, draft, desk, own)
    elif hint.status is not None and hint.mood is Mood.SAID:
        desk.fill(draft, "status", hint.status.value, (hint.block,), GUESSED, BY_SENTENCE, words=hint.sentence)
    else:
        status = status if hint.status is not None else Status.PLANNED
        desk.fill(draft, "status", status.value, (hint.block,), UNCLEAR, HINTED, words=hint.sentence)
    return None


def _why(form: Form, draft: Draft, desk: Desk, own: str) -> None:
    for piece in form.of(Label.REASON):
        words = " ".join(block.text for block in piece.blocks)
        if words:
            desk.fill(draft, "reason", desk.line(words, own), piece.blocks)


def _reason(form: Form, draft: Draft, desk: Desk, own: str) -> None:
    _why(form, draft, desk, own)
    status = Status(str(draft.values["status"]))
    for block in (block for piece in form.of(Label.STATUS) for block in chosen(piece.blocks)):
        parts = behind(block.text, status)
        if parts.reason and "reason" not in draft.values:
            desk.fill(draft, "reason", desk.line(parts.reason, own), (block,), GUESSED, BEHIND_STATE)
        if parts.decided and "decision" not in draft.values:
            decision(parts.decided, block, draft, desk)
            desk.ledger.doubt(draft.path, "decision", BEHIND_STATE)
    if status not in (Status.MOVED, Status.MERGED) or "into" in draft.values:
        return
    texts = [block for piece in form.of(Label.INTO, Label.REASON, Label.INTRO, Label.STATUS) for block in piece.blocks]
    for block in texts:
        target = desk.references.first(block.text, own)
        if target is not None and target.is_action:
            desk.fill(draft, "into", target.id, (block,), GUESSED, say("The first action that the text names."))
            return
    later = status is Status.MOVED and any(True for block in texts for _ in dates.find(block.text))
    instead = Status.ON_HOLD if later else Status.STOPPED
    desk.fill(draft, "status", instead.value, texts[:1], UNCLEAR, NO_POINTER, words=status.value)


def without_reason(blocks: Sequence[Block], cut: Told | None) -> list[Block]:
    """The blocks without the sentence that is the reason now: it is not said twice."""
    found: list[Block] = []
    for block in blocks:
        at = block.text.find(cut.sentence) if cut is not None and block.lines == cut.block.lines else -1
        rest = _cut_out(block, at, at + len(cut.sentence)) if cut is not None and at >= 0 else block
        if rest is block or rest.text:
            found.append(rest)
    return found


def _cut_out(block: Block, start: int, end: int) -> Block:
    """The block without these characters and the blanks behind them."""
    end += len(block.text[end:]) - len(block.text[end:].lstrip())
    text = (block.text[:start] + block.text[end:]).rstrip()

    def moved(place: int) -> int:
        return min(len(text), place if place <= start else max(start, place - (end - start)))

    spans = (span._replace(start=moved(span.start), end=moved(span.end)) for span in block.spans)
    return block._replace(text=text, spans=tuple(span for span in spans if span.end > span.start))
