"""Answers to who leads or works along that say that nobody knows it yet: *nog te bepalen*, *n.t.b.*, *?*."""

from __future__ import annotations

import re

from elzctl.intake.paper import Block
from elzctl.intake.plan.desk import UNCLEAR, Desk
from elzctl.intake.plan.draft import Draft
from elzctl.intake.plan.form import Form, Piece
from elzctl.intake.plan.words import Label
from elzctl.wording import say

_FIELDS = {
    Label.LEAD: "lead",
    Label.LEAD_ASKED: "lead",
    Label.PARTNERS: "partners",
    Label.TARGETS: "target_groups",
}
_VERB = r"(?:bepalen|bepaald|zoeken|gezocht|vinden|gevonden|kiezen|gekozen|bevragen|bevraagd|beslissen|beslist|bekijken|bekeken|(?:af)?spreken|(?:af)?gesproken|afgesproken|(?:af)?stemmen|afgestemd|(?:aan)?duiden|aangeduid|(?:in|aan)?vullen|ingevuld|aangevuld|bevestigen|bevestigd|gekend|bekend|duidelijk|zeker)"
_SMALL = r"(?:nog|nader|later|verder|wordt|worden|is|zijn|moet|moeten|te|niet|af|aan|in|on|samen|momenteel|voorlopig)"
_YET = re.compile(
    rf"(?i)(?:{_SMALL} )*{_SMALL} ?{_VERB}(?: worden)?|onbekend|onbeslist|vacant|vacature|open|x{{2,}}|n ?t ?b|tbd|tbc"
    r"|(?:yet |still )?to be (?:decided|determined|found|confirmed|announced|chosen)|not (?:yet )?known(?: yet)?|unknown"
)
NOT_YET = say("The document says that this is not known yet.")


def is_not_yet(text: str) -> bool:
    """True for words that say that nobody knows it yet, and nothing else; dots or a question mark say so too."""
    words = " ".join(re.findall(r"[^\W_]+", text))
    return (
        _YET.fullmatch(words) is not None if words else re.fullmatch(r"\s*(?:\?+|…|\.{2,}|_{3,})\s*", text) is not None
    )


def without_open(form: Form, draft: Draft, desk: Desk) -> Form:
    """The form without such answers; the report has them."""
    return form._replace(pieces=tuple(_closed(piece, draft, desk) for piece in form.pieces))


def _closed(piece: Piece, draft: Draft, desk: Desk) -> Piece:
    key = _FIELDS.get(piece.label)
    open_blocks: list[Block] = [block for block in piece.blocks if key is not None and is_not_yet(block.text)]
    for block in open_blocks:
        desk.field(draft.path, key or "", "", block.text, (block,), UNCLEAR, NOT_YET)
    return piece._replace(blocks=tuple(one for one in piece.blocks if one not in open_blocks)) if open_blocks else piece
