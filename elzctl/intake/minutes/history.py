"""What was decided or agreed at another time: minutes tell of it, and note nothing by it."""

from __future__ import annotations

import re
from datetime import date

from elzctl.intake import when

_MEETS = r"(?:keer|maal|week|maand|\w*vergadering(?:en)?|\w*overleg|\w*zitting|\w*bijeenkomst|\w*groep|\w*bestuur|\w*raad|\w*cluster|verslag|samenkomst|sessie|\w*tafel)"
_THEN = re.compile(
    rf"(?i)\b(?:(?:de |het |ons |onze |tijdens )*vorige? (?:{_MEETS}|jaar|werkjaar|schooljaar|legislatuur)|(?:een )?(?:paar|enkele|twee|drie) jaar geleden|jaren geleden|eerder(?! dan)|destijds|toen(?:ter tijd)?|indertijd|vroeger|in het verleden"
    r"|(?:al|reeds) (?:in|op|sinds|eerder|vroeger|lang|jaren|vorig)|last (?:year|time|month|week|meeting)|(?:the )?previous (?:meeting|year)|previously|earlier|in the past|years ago)\b"
)
# Where what was decided begins: what stands behind it may speak of any time.
_WHAT = re.compile(r"(?i)\s(?:om|dat|to|that|tot|voor)\s|:\s")
_VERB = re.compile(
    r"(?i)\b(?:be?slis\w*|beslo\w*|besluit\w*|afgesproken|overeengekomen|sprak\w*|goedgekeurd|akkoord|agreed|decided|resolved)\b"
)

_BEHIND = 30  # characters behind the verb in which the day may stand


def is_past(sentence: str, day: date | None) -> bool:
    """True for a sentence that says, before what was decided, that this was at another time: ``In 2023 werd beslist …``."""
    verb = _VERB.search(sentence)
    what = _WHAT.search(sentence, verb.end()) if verb is not None else None
    end = what.start() if what is not None else verb.end() + _BEHIND if verb is not None else len(sentence)
    clause = sentence[:end]
    if _THEN.search(clause):
        return True
    return day is not None and any(one.value.last < day for one in when.find(clause, day, ahead=False))
