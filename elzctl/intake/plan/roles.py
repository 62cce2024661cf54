"""What the zone itself does in an action, by a label or by a sentence that speaks of it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from elzctl.intake.paper import Block
from elzctl.intake.plan.clause_words import DENIED
from elzctl.intake.plan.desk import GUESSED, READ, UNCLEAR, Desk
from elzctl.intake.plan.draft import Draft
from elzctl.intake.plan.form import Form, Piece
from elzctl.intake.plan.words import Label
from elzctl.terms import Role
from elzctl.wording import say

_ROLES = (
    (Role.FOLLOWER, r"opvolger|opvolgende rol|volgt op|follower|following role"),
    (Role.DIRECTOR, r"regisseur|regierol|regisserende|voert de regie|director"),
    (Role.FACILITATOR, r"verbindend\w*[^.]{0,60}\brol|faciliterend\w*[^.]{0,60}\brol|ondersteunend\w*[^.]{0,60}\brol|facilitator|faciliteren en ondersteunen|faciliteert|facilitating|supporting role"),
    (Role.LEAD, r"trekkende rol|trekkersrol|trekker|leading role|lead"),
    (Role.PARTNER, r"partner"),
)  # fmt: skip
NO_ROLE = say("This is none of the roles that elzctl knows.")
SAYS_MORE = say("The sentence says more than the role alone.")
OF_SENTENCE = say("A sentence about the zone tells it, and no label.")
_MOST_WORDS = 12
_MOST_OF_LABEL = 3
"""Words of a role behind a label, and of nothing else."""
_ZONE = r"(?:de |onze |ons |het team van (?:de )?)?(?:elz\b|eerstelijnszone\b|zorgraad\b|zone\b|wij\b|we\b)"


def role(form: Form, asked: tuple[Block, ...], draft: Draft, desk: Desk) -> None:
    """Fills in the role: of a label, or of a sentence about the zone itself."""
    for block in texts(form.of(Label.ROLE)):
        found = None if DENIED.search(block.text) else _role_in(block.text)
        if found is None:
            desk.field(draft.path, "role", "", block.text, (block,), UNCLEAR, NO_ROLE)
        else:
            sure = desk.is_own or len(block.text.split()) <= _MOST_OF_LABEL
            desk.fill(draft, "role", found.value, (block,), *((READ, None) if sure else (GUESSED, SAYS_MORE)))
    for block in (*asked, *texts(form.of(Label.WITH_WHOM, Label.LEAD))):
        for sentence in re.split(r"(?<=[.;])\s+", block.text):
            found = _role_in(sentence) if _speaks_of_zone(sentence, desk) and not DENIED.search(sentence) else None
            if found in (Role.FACILITATOR, Role.DIRECTOR, Role.FOLLOWER) and "role" not in draft.values:
                short = len(sentence.split()) <= _MOST_WORDS
                desk.fill(draft, "role", found.value, (block,), GUESSED, OF_SENTENCE if short else SAYS_MORE)


def _role_in(text: str) -> Role | None:
    return next((role for role, pattern in _ROLES if re.search(rf"(?i)\b(?:{pattern})", text)), None)


def _speaks_of_zone(text: str, desk: Desk) -> bool:
    own = re.escape(desk.own_name) if desk.own_name else "(?!)"
    return (
        re.match(rf"(?i)\W*(?:(?:in opstart|voorlopig|hier|hierin)\s+(?:zal|wil|is|heeft)?\s*)?(?:{_ZONE}|{own})", text)
        is not None
    )


def is_role(block: Block, draft: Draft, desk: Desk) -> bool:
    """True for a block that tells no more than the role that was found."""
    return _speaks_of_zone(block.text, desk) and "role" in draft.values and _role_in(block.text) is not None


def texts(pieces: Sequence[Piece]) -> Iterator[Block]:
    """The blocks of pieces."""
    for piece in pieces:
        yield from piece.blocks
