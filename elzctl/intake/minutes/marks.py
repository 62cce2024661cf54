"""How what is noted begins in minutes: words with a colon, arrows, sentences that decide, lines above a list."""

from __future__ import annotations

import re

from elzctl.intake.minutes.diminutives import SMALL
from elzctl.intake.minutes.words import ACTION as _ACTION_WORDS
from elzctl.intake.minutes.words import DECIDES as _DECIDES_WORDS
from elzctl.intake.minutes.words import DECISION as _DECISION_WORDS
from elzctl.intake.minutes.words import EVENT as _EVENT_WORDS
from elzctl.intake.minutes.words import SIGNAL as _SIGNAL_WORDS

_START = r"(?:[\W_]*)"
ACTION = re.compile(
    rf"(?i)\A{_START}(?P<word>{_ACTION_WORDS}){SMALL}(?!\w)\s*(?:nr\.?\s*)?(?:(?:(?:19|20)\d\d[-/.]\d{{1,3}}|\d{{1,2}}(?:\.\d{{1,2}})?)(?!\d)\s*)?(?:(?:voor|door|for|by)\s+)?[\[(]?(?P<who>[^:()\[\]]{{0,60}}?)[\])]?\s*(?::|[–—]|->|→|-(?=\s))\s*(?=\S)"
)
# "TO DO folders bestellen", without a colon; no words about a list of these.
TO_DO = re.compile(
    rf"(?i)\A{_START}to[- ]?do\s+(?!(?:\w*lijst\w*|punt\w*|is|zijn|was|waren|werd|werden|wordt|worden|van|uit|list|items?|this|that|so|it|what)\b)(?=[^\W\d_])"
)
DECISION = re.compile(
    rf"(?i)\A{_START}{_DECISION_WORDS}{SMALL}\s*(?:(?:nr\.?|nummer|n°)\s*)?(?:\d{{1,4}}(?:\s?[./-]\s?\d{{1,4}}){{0,2}})?\s*(?::|\s[–—-]\s)\s*(?=\S)"
)
SIGNAL = re.compile(rf"(?i)\A{_START}{_SIGNAL_WORDS}{SMALL}\s*\d{{0,2}}\s*(?::|\s[–—-]\s)\s*(?=\S)")
EVENT = re.compile(rf"(?i)\A{_START}{_EVENT_WORDS}\s*\d{{0,2}}\s*(?::|\s[–—-]\s)\s*(?=\S)")
# A mark in the middle of a paragraph, behind the end of a sentence.
INSIDE = re.compile(
    rf"(?:(?<=[.;!?)”\"…])|(?<=[.;!?)”\"…] )|(?<=\w)(?:,|\s[–—-])\s(?=(?i:{_ACTION_WORDS}|{_SIGNAL_WORDS})\s*:\s)|\s(?:→|➔|➜|⇒|=>|-->))\s*(?=(?:→\s*)?(?:(?i:{_ACTION_WORDS})(?:\s*\([^()]{{1,40}}\)|\s+(?:voor |door )?(?!\d)[A-ZÀ-Þ][^:.;()]{{0,40}})?|(?i:{_DECISION_WORDS}|{_SIGNAL_WORDS}))\s*(?:\d{{1,4}}(?:[./-]\d{{1,4}}){{0,2}})?\s*:\s+\S)"
)
# Behind the bracket that says by when, or who: "… (tegen eind mei). Wie wil, …".
_CLOSED = re.compile(r"(?<=\)[.;])\s+(?=[A-ZÀ-Þ])")
_CLOSES = re.compile(
    r"(?i)\((?:[^()]{2,60}, ?)?(?:tegen|voor|vóór|uiterlijk|ten laatste|deadline|by|before)\b[^()]{2,50}\)[.;]\Z"
)


def breaks(text: str) -> list[re.Match[str]]:
    """Where a paragraph has another meaning from there on: at a mark in it, and behind a point that has said by when."""
    closed = (
        (one for one in _CLOSED.finditer(text) if _CLOSES.search(text, 0, one.start())) if ACTION.match(text) else ()
    )
    return sorted([*INSIDE.finditer(text), *closed], key=lambda one: one.start())


ARROW = re.compile(r"\A\s*(?:→|➔|➜|⇒|=>|-->|->|⇨|»|>)\s*(?=\S)")
ARROW_IN = re.compile(r"(?:\s|\A)(?:→|➔|➜|⇒|=>|-{1,2}>)\s*(?=\w|\\?\[)")
"""One anywhere in a sentence, with words behind it."""
ARROWS = frozenset("→ ➔ ➜ ⇒ => --> -> ⇨ » >".split())
INTRO = re.compile(
    r"(?i)\b(?:volgende|deze|onderstaande|following|these|concrete|nieuwe)\s+(?:\w+\s+){0,2}?(?P<what>acties|actiepunten|werkpunten|taken|afspraken|to do's|to-do's|actions|action points|tasks|besluiten|beslissingen|decisions)\b[^.:]*:\s*\Z"
    r"|(?:^|\s)(?P<alone>acties|actiepunten|werkpunten|to do|to do's|actions|action points)(?:\s+(?:zijn|worden|werden|are|were)(?:\s+\w+){0,2})?\s*:\s*\Z"
)
AGREES = re.compile(
    r"(?i)\A\W*(?:er (?:werd|wordt|is) (?:ook |verder |dan |daarom )*(?:afgesproken|overeengekomen)|(?:afgesproken|overeengekomen)(?: (?:werd|wordt|is))?|(?:de )?afspraak is|(?:we|wij|(?:alle|de) (?:partners|leden|aanwezigen|organisaties)) (?:spreken|spraken) af"
    r"|(?:we|wij) hebben afgesproken|we (?:also )?agreed|it was agreed)(?: met [^.,;:]{2,60})? (?:dat|om|that|to) (?=\S)"
)
DECIDES = re.compile(rf"(?i)\A{_DECIDES_WORDS}\b")
# Short words with a full stop behind which a sentence goes on: "dr. Voorbeeld", "i.v.m. Zorgpunt".
_SHORT = """dr drs prof mevr mvr mw dhr mr mrs ms ir ing nr nrs bv bijv bvb ca cf cfr incl excl resp tel vs art dir st
    i.v.m t.e.m m.b.t t.a.v t.g.v n.a.v i.s.m a.d.h.v o.l.v o.a d.w.z i.p.v i.f.v t.o.v""".split()
NOT_SHORT = "".join(rf"(?<!\b[{word[0]}{word[0].upper()}]{re.escape(word[1:])}\.)" for word in _SHORT)
"""Behind a full stop: that of no such word."""
SENTENCES = re.compile(rf"(?<=[a-zà-ÿ0-9)”\"][.!?]){NOT_SHORT}\s+(?=[A-ZÀ-Þ])")
RESOLVES = re.compile(
    r"(?:BESLUIT(?:EN)?|BESLIST|Besluit|Beslist|besluit|besluiten|beslist)\b[^.:]{0,80}:\Z|[^.]{0,80}\b(?:BESLUIT|BESLIST)\b[^.:]{0,60}:\Z"
)
ARTICLE = re.compile(r"(?i)\s*(?:artikel|art\.?|article)\s*\d{1,2}\b")
