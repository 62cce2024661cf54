"""A line with a colon that says what the list under it is: actions or decisions."""

from __future__ import annotations

import re
from datetime import date

from elzctl.intake.minutes.history import is_past
from elzctl.intake.minutes.marks import INTRO
from elzctl.intake.minutes.words import is_together, label_kind
from elzctl.wording import say

# Words behind those that say what it is: "Wie doet wat nog even op een rij:".
_AND_MORE = re.compile(
    r"(?i)[\s,–-]+(?:(?:nog|even|eens|nogmaals|ook|hier|hieronder|samengevat|kort|tot slot|op|een|het|rij|rijtje|na|dit|deze|overleg|vergadering|vandaag|in|van|voor|de|komende|periode|weken|maanden|tegen|wanneer|volgende|keer|once|more|again|so|far)\b[\s,]*)+\Z"
)
_AND_BEFORE = re.compile(
    r"(?i)\A(?:(?:nog|even|eens|nogmaals|tot slot|samengevat|kort|hieronder|dus|en|ter herinnering|hier|volgt|finally|in short)\b[\s,:]*)+"
)
_WHO_DOES = re.compile(r"(?i)(?:wie (?:doet|neemt) wat|wat (?:doet|doen) wie|wie wat doet|who does what)")
SAID_ABOVE = {
    "actions": say("The line above the list says that these are action points"),
    "decisions": say("The line above the list says that these are decisions"),
    "tasks": say("Every line of the list tells what is to be done, and by whom"),
}
"""Why what stands in a list is a guess, by what the line above it says."""


def opens(text: str, day: date | None) -> str | None:
    """``actions`` or ``decisions``, "" when they are old; ``None`` for another line."""
    match = INTRO.search(text)
    if match is not None:
        decides = re.match("(?i)besluit|beslissing|decision", match["what"] or match["alone"])
        return "" if decides and is_past(text, day) else "decisions" if decides else "actions"
    return "actions" if tells_actions(text) else None


def tells_actions(text: str) -> bool:
    """True for a heading about actions, with other words around those that say it: *Wie doet wat nog eens op een rij*."""
    words = text.strip(" .:*_")
    if is_together(words) or label_kind(words) == "actions":
        return True
    bare = _AND_BEFORE.sub("", _AND_MORE.sub("", words)).strip(" ,:–-")
    return _WHO_DOES.fullmatch(bare) is not None or (bare != words and label_kind(bare) == "actions")
