"""Whether a few words end in a verb that says what is to be done: *folders bestellen*, and not *veel mensen*."""

from __future__ import annotations

import re

from elzctl.intake.minutes.promising import VERBS

_LONGEST_TASK = 14  # words
SAYS = frozenset(
    "is zijn was waren kwam kwamen werd werden wordt worden heeft hebben had hadden kan kunnen wil willen staat staan volgt zien are were has have".split()
)
"""Verbs of sentences that tell how something is, or was."""

_ENDS = re.compile(r"\b(?P<word>[a-zà-ÿ]{2,}(?:en|aan|oen|ien))\W*\Z")
_NOUNS = frozenset(
    """mensen personen gezinnen ouderen jongeren kinderen leden diensten noden signalen gemeenten besturen scholen huisartsen cliënten patiënten
    weken maanden jaren dagen uren plaatsen zaken dingen punten problemen kosten middelen klanten buren
    teksten kaarten lijsten resultaten verenigingen ideeën kansen tien zeven negen eigen open samen binnen buiten tegen
    geen een alleen meteen""".split()
)
"""Words that end as verbs do, and are none."""


def is_bare_task(text: str) -> bool:
    """True for a few words that end in one, and hold no other verb: *folders bestellen*; more may stand behind a comma."""
    words = text.split(",", maxsplit=1)[0].split()
    is_bare = VERBS.isdisjoint(words[:-1]) and SAYS.isdisjoint(words) and "te" not in words
    return 1 < len(words) <= _LONGEST_TASK and is_bare and ends_in_verb(" ".join(words))


def ends_in_verb(text: str) -> bool:
    """True when the last word is an infinitive."""
    found = _ENDS.search(text)
    return found is not None and found["word"] not in _NOUNS
