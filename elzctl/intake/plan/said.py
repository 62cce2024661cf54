"""What a document says itself: by a label or a column in words that are known.  All other values are guesses.

*Trekker: CAW* says who leads; *Wie houdt het roer vast: CAW* may say so.
"""

from __future__ import annotations

import re

from elzctl.intake.plan.desk import Desk, lines
from elzctl.intake.plan.draft import Draft
from elzctl.intake.plan.form import Form, Piece
from elzctl.intake.plan.loose import VALUED
from elzctl.intake.plan.tables import COLUMNS
from elzctl.intake.plan.words import Label, label_of, plain
from elzctl.wording import Message, say

_FIELDS: dict[Label, tuple[str, ...]] = {
    Label.LEAD: ("lead",),
    Label.LEAD_ASKED: ("lead", "partners"),
    Label.PARTNERS: ("partners",),
    Label.FOR_WHOM: ("target_groups",),
    Label.TARGETS: ("target_groups",),
    Label.THEMES: ("themes",),
    Label.ROLE: ("role",),
    Label.STATUS: ("status", "since", "start", "reason", "condition"),
    Label.REASON: ("reason",),
    Label.TIMING: ("start", "due"),
    Label.START: ("start", "due"),
    Label.DUE: ("start", "due"),
    Label.STEPS: ("steps",),
    Label.PROCESS: ("indicators",),
    Label.OUTPUT: ("indicators",),
}
"""What stands behind each label; of an indicator that is called no more than that, its kind is a guess already."""
_TIMES = {Label.START: Label.TIMING, Label.DUE: Label.TIMING}
_CRITERIA = {Label.PROCESS: Label.INDICATORS, Label.OUTPUT: Label.INDICATORS}
# Words that are no label by themselves: who is named behind them may lead or work along.
_OPEN = frozenset("met wie who with door".split())
# What a label may have around it without asking for something else: *Trekker van deze actie*, *Onze partners*.
_AROUND = re.compile(
    r"\A(?:(?:de|het|onze|deze|dit|the|our|wat is|wie is|wie zijn) )+"
    r"| (?:van|voor|of|for|bij) (?:(?:de|het|deze|dit|onze|the|this|our) )?(?:actie|actiefiche|fiche|project|initiatief|maatregel|activiteit|elz|zone|action|measure|initiative|activity)\Z"
)
_JOINT = re.compile(r"\s*[/&+,]\s*|\s+(?:en|of|and|or)\s+")
UNKNOWN = say("No list has this label: what it asks for was guessed by its words.")
NO_LABEL = say("No label says what it is: it stands beside the title of the action, or in brackets behind it.")
NAMED_WITH = say("It stands behind “With whom”, and nothing else says who leads.")
BY_VALUES = say("Nobody knows this label; names of organisations stand behind it in all forms.")
BY_KIND = say("Nobody knows this label; the same kind of words stands behind it in all forms.")


def doubt(form: Form, draft: Draft, desk: Desk) -> None:
    """What was read for the fields of an action, and no label in known words says, is a guess."""
    for piece in form.pieces:
        fields = _FIELDS.get(piece.label, ())
        reason = _why(piece, form) if fields and piece.blocks else None
        if reason is None:
            continue
        for field in fields:
            desk.ledger.doubt(draft.path, field, reason, lines(piece.blocks))


def says(title: str, label: Label) -> bool:
    """True when the words of a label, or of the head of a column, are known to ask for that and for nothing else."""
    words = plain(title)
    bare = _AROUND.sub("", words)
    if bare in _OPEN:
        return False
    if _is(words, label) or _is(bare, label):
        return True
    parts = [plain(part) for part in _JOINT.split(title)]
    return len(parts) > 1 and all(_is(part, label) for part in parts)


def _is(words: str, label: Label) -> bool:
    return any(known is not None and _kind(known) is _kind(label) for known in (label_of(words), COLUMNS.get(words)))


def _kind(label: Label) -> Label:
    return _TIMES.get(label) or _CRITERIA.get(label) or label


def _why(piece: Piece, form: Form) -> Message | None:
    """Why the values of a piece are guesses; ``None`` when its label says what they are."""
    if any(block.style.startswith(VALUED) for block in piece.heads or piece.blocks):
        return BY_VALUES if piece.label in (Label.LEAD, Label.PARTNERS) else BY_KIND
    if not piece.title:
        return NO_LABEL
    if piece.label is Label.PARTNERS and label_of(piece.title) is Label.WITH_WHOM:
        return None if form.of(Label.LEAD) else NAMED_WITH
    return None if says(piece.title, piece.label) else UNKNOWN
