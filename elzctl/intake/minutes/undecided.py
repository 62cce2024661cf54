"""Words about a decision that is none: a question, a denial, what is still to be decided, or no words at all."""

from __future__ import annotations

import re

from elzctl.intake.minutes.draft import Noted, Piece, Point, Prose
from elzctl.intake.minutes.marks import DECIDES, SENTENCES
from elzctl.intake.minutes.next import ANNOUNCES
from elzctl.intake.minutes.words import EMPTY, label_kind
from elzctl.intake.paper import Block
from elzctl.wording import Message, say

_LONGEST_POINT = 900
_ABOUT = r"(?:(?:hier|daar|er)over |hier |er |dit |dat |het |vandaag |nu |about (?:this|it) )*(?:over [^.,;:]{1,60}? )?"
_OPEN = re.compile(
    rf"(?i)\s*{_ABOUT}(?:"
    r"nog (?:niet|niets|geen)\b|niets\b|pas\b|later\b|binnenkort\b|not yet\b|nothing\b|later on\b|of\b|whether\b"
    r"|(?:de|het|deze|onze) (?:vergadering|bijeenkomst|zitting|overleg|avond|samenkomst)\b(?![^.]*\bte\b)"
    r"|(?:niet|geen|not|no)\b(?![^.]*\b(?:om|te|dat|to|that)\b)"
    r"|(?:in|op|tijdens|na|zodra|wanneer|als|indien|volgende?|eind|begin|once|when|if|after|next|in)\b(?![^.]*\b(?:om|dat|to|that)\b)"
    r")"
)
_NONE = re.compile(
    r"(?i)(?:er (?:is|werd|wordt|zijn|werden) )?(?:(?:nog|voorlopig|hierover|vandaag) )*(?:geen|niet|niets|niks|none|no|not|nothing)"
    r"(?: (?:besluit(?:en)?|beslissing(?:en)?|beslist|besloten|genomen|nodig|van toepassing|voorlopig|yet|decision|decisions|decided|taken|acties?|actiepunten|actions?))*"
    r"|(?:(?:wordt|worden|is|werd) )?(?:uitgesteld|verdaagd|doorgeschoven|hernomen)\b.*|(?:volgt|volgen)(?: (?:nog|later|volgende?|op|in|na|tegen)\b.*)?|(?:wordt|worden) (?:later|volgende?) .*|postponed\b.*"
    r"|(?:er (?:is|werd|wordt) )?nog (?:niet|geen|niets)\b.*"
    r"|(?:nog |later )(?:te (?:nemen|bepalen|beslissen|bespreken|bekijken)|open)\b.*|(?:is )?nog (?:hangende|in beraad)\b.*"
    r"|(?:still )?(?:to be (?:decided|taken|discussed|confirmed)|tbd|tbc|open|pending)|not (?:yet )?decided\b.*|no decision\b.*"
    r"|zie (?:boven|hoger|verder|punt \d+|vorig punt)|idem|see above"
)
_NOTHING = frozenset({*EMPTY, "none.", "geen actie", "geen acties", "geen actiepunten", "no action", "no actions"})

_LONE_NONE = re.compile(
    r"(?i)\W*(?:geen|niets|nihil|none|nothing|idem|zie\b.*|see\b.*|nvt|n\.v\.t)(?: (?:besluit\w*|beslissing\w*|decisions?))?\W*"
)
_PUT_OFF = say("It says that this was put off, or is still to be decided: it stays text, and is no decision")
_ENGLISH = re.compile(r"(?i)\W*(?:none|no|not|nothing|still|postponed|tbd|tbc|pending)\b")
_WE = re.compile(r"(?i)(?:we|wij|we’ll|we will|iedereen|allen)\s+")


def is_undecided(sentence: str) -> bool:
    """True for a sentence that only asks, denies or announces that something is decided."""
    words = sentence.strip()
    if words.endswith("?"):
        return True
    decides = DECIDES.match(words)
    if decides is not None:
        return _OPEN.match(words, decides.end()) is not None
    return any(_NONE.fullmatch(one.strip(" .,;:!()")) for one in (words, SENTENCES.split(words)[0]))


def is_nothing(piece: Piece) -> bool:
    """True for what is noted in words that say there is none: ``Actie: geen``, ``Besluit: nog te nemen``."""
    if isinstance(piece, Point):
        told = piece.owners or piece.people or piece.due or piece.under
        return not told and piece.words.text.strip(" .").lower() in _NOTHING
    return isinstance(piece, Noted) and piece.kind == "B" and is_undecided(piece.words.text)


def decided(piece: Piece) -> Piece:
    """A decision; one that is none as text, with the word of its cell or label before it."""
    if not isinstance(piece, Noted) or not is_nothing(piece):
        return piece
    typed = piece.words.text
    label = "Decision" if _ENGLISH.match(typed) else "Besluit"
    return Prose((piece.words._replace(text=f"{label}: {typed[:1].lower()}{typed[1:]}", spans=()),))


def left_open(piece: Piece) -> list[tuple[str, tuple[int, ...], Message]]:
    """What to tell of a decision that is none, with its lines: nothing where the words only say that there is none."""
    if not isinstance(piece, Noted) or not is_nothing(piece) or _LONE_NONE.fullmatch(piece.words.text):
        return []
    return [(piece.words.text, piece.lines, _PUT_OFF)]


def is_aside(block: Block) -> bool:
    """True for a paragraph in a list that is no item of it: an announcement, a line above others, or a word for nothing."""
    text = block.text.strip()
    if (
        ANNOUNCES.match(text, start.end() if (start := _WE.match(text)) else 0)
        or label_kind(text.partition(":")[0]) == "next"
    ):
        return True
    is_none = text.lower().strip(" .") in ("geen", "none", "/", "-", "nihil", "n.v.t", "nvt")
    return text.endswith(":") or len(text) > _LONGEST_POINT or is_none
