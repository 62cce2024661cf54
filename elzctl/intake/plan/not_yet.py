"""Answers to who leads or works along that say that nobody knows it yet: *nog te bepalen*, *n.t.b.*, *?*."""

from __future__ import annotations

import re

from elzctl.intake.ledger import Fate
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
# What stands behind such words tells who it might be, and nobody does it yet: *nog te zoeken (Samana?)*, *?, wellicht CAW Oost*.
_MIGHT = r"(?:wellicht|waarschijnlijk|misschien|mogelijk|mogelijks|eventueel|vermoedelijk|allicht|bij voorkeur|liefst|bv|bijv|perhaps|maybe|possibly|probably|preferably)"
_BEHIND = re.compile(rf"(?i)\s*[(\[:]|\s+[-–—]\s|[,;]\s*(?={_MIGHT}(?!\w)|[^,;]*\?\s*\Z)|(?<=\?)\s+(?=\w)")
_NO_ONE = re.compile(
    r"(?i)(?:(?:nog|voorlopig|momenteel) )+(?:geen|niemand)(?: iemand)?|(?:(?:nog|voorlopig|momenteel|er is) )*geen (?:trekker|kartrekker|lead|verantwoordelijke|eindverantwoordelijke|coördinator|partners?|kandida(?:at|ten))|none yet|nobody yet|no one yet"
)
_OF_TIME = (Label.TIMING, Label.START, Label.DUE, *_FIELDS)
_DASHES = re.compile(r"\s*(?:[-–—/]|n\.?v\.?t\.?)+\s*")
# Of nothing else by itself: *Partners: geen* is an answer.
_NONE = re.compile(r"(?i)geen|niemand|none|nobody")
NOT_YET = say("The document says that this is not known yet.")


def is_not_yet(text: str) -> bool:
    """True for words that say that nobody knows it yet, and at most who it might be; dots or a question mark say so too."""
    if _says_so(text):
        return True
    match = _BEHIND.search(text)
    head = text[: match.start()] if match is not None else ""
    return bool(head.strip()) and (_says_so(head) or _NONE.fullmatch(head.strip()) is not None)


def _says_so(text: str) -> bool:
    words = " ".join(re.findall(r"[^\W_]+", text))
    if not words:
        return re.fullmatch(r"\s*(?:\?+|…|\.{2,}|_{3,})\s*", text) is not None
    return (_YET.fullmatch(words) or _NO_ONE.fullmatch(words)) is not None


def without_open(form: Form, draft: Draft, desk: Desk) -> Form:
    """The form without such answers, which the report has, and without dashes that stand for none."""
    return form._replace(pieces=tuple(_closed(piece, draft, desk) for piece in form.pieces))


def _closed(piece: Piece, draft: Draft, desk: Desk) -> Piece:
    blank = [block for block in piece.blocks if piece.label in _OF_TIME and _DASHES.fullmatch(block.text)]
    if blank:
        desk.put(blank, Fate.PROMPT)
        piece = piece._replace(blocks=tuple(one for one in piece.blocks if one not in blank))
    key = _FIELDS.get(piece.label)
    open_blocks: list[Block] = [block for block in piece.blocks if key is not None and is_not_yet(block.text)]
    for block in open_blocks:
        desk.field(draft.path, key or "", "", block.text, (block,), UNCLEAR, NOT_YET)
    return piece._replace(blocks=tuple(one for one in piece.blocks if one not in open_blocks)) if open_blocks else piece
