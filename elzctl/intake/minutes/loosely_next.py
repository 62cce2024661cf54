"""The next meeting behind words that are no label of it: ``volgende x: wo 18/11 10u``, ``vlg keer 18/11``, ``Volgende babbel: …``."""

from __future__ import annotations

import re
from datetime import date

from elzctl.intake import when
from elzctl.intake.ledger import Certainty
from elzctl.intake.minutes.draft import Fact
from elzctl.intake.minutes.events import GATHERING
from elzctl.intake.minutes.next import from_value, understood
from elzctl.intake.minutes.parts import cut
from elzctl.intake.paper import Block
from elzctl.wording import say

_NEXT = (
    r"(?:eerst)?(?:volgende?|vlgnde|vlg\.?|volg\.)|nieuwe?(?=\s(?:afspraak|datum|dag|samenkomst|keer|x|moment)\b)|next"
)
_LABELS = tuple(
    re.compile(
        rf"(?i)\W*(?P<label>(?:(?:de|het|onze|ons|ook|our|the)\s)?(?:{_NEXT})\s(?P<what>[a-zà-ÿ]+{more}))(?:\s*[:=]\s*|\s+[–-]\s+|,?\s+(?=\S))"
    )
    for more in ("", r"\s[a-zà-ÿ]+")
)
_OTHER = re.compile(
    r"(?i)\w*(?:deadline|stap|stappen|acties?|taken|taak|oproep|levering|evaluatie|uitzending|nieuwsbrief|krant|editie|fase|ronde|week|weken|maand|jaar|dag(?!elijk)|zondag|punt|step|action|issue|phase|day)\b"
)
_ON = re.compile(r"(?i)\b(?:op|is|zal|zijn|wordt|on|at)\b|\W")
_ANY_TIME = re.compile(r"(?i)\w{1,3}|keer|afspraak|datum|overleg\w*|samenkomst|time")
"""What needs no hour behind its day to be a meeting."""


def loosely_next(block: Block, day: date) -> dict[str, Fact]:
    """The facts that such a line tells, when it says nothing else; a guess, and none when it may be of something else."""
    for form in _LABELS:
        match = form.match(block.text)
        if match is None or _OTHER.search(match["what"]) or GATHERING.search(match["what"]):
            continue
        value = cut(block, match.end())
        found = when.first(value.text, day, loose=True)
        if found is None or _ON.sub("", value.text[: found.first]):
            continue
        facts = from_value([value], day, "")
        has_time = "start" in facts or _ANY_TIME.fullmatch(match["what"]) is not None
        if "date" in facts and has_time and understood(value.text, facts, day):
            reason = say("“{words}” is no usual word for the next meeting", words=match["label"])
            return {
                key: fact._replace(certainty=Certainty.GUESSED, reason=fact.reason or reason)
                for key, fact in facts.items()
            }
    return {}
