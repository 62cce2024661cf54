"""A second look at what was read, and does not look so: then it is a guess.

A label says where a name stands, and so it is read; what stands there may be half a sentence all the same, a list may say
something else of whom it names, and a title out of which somebody's name was taken may have had none in it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

import yaml

from elzctl.intake.houses import is_house
from elzctl.intake.ledger import Certainty, Entry
from elzctl.intake.taken import Taken
from elzctl.wording import Message, say

_ACTORS = "plan/actors.yaml"
_OF_ACTORS = re.compile(r"(?:.*\.)?(?:lead|partners|owner|present|excused|speaker)(?:\[\d+\])?")
# What sentences have and names have not, in small letters: some houses are called *Iedereen Leest*.
_OF_SENTENCES = re.compile(
    r"(?<![\w’'-])(?:nog|geen|niet|zijn|is|was|waren|wordt|worden|werd|werden|heeft|hebben|had|hadden|gaf|gaven|gaat|gaan|kan|kunnen|moet|moeten|zal|zullen"
    r"|wie|iemand|niemand|dat|deze|dit|omdat|kwam|kwamen|liet|lieten|doet|doen|zoekt|zoeken|not|none|are|were|has|have|had|gave|will|who|someone|nobody|this|that)(?![\w’'-])|\?\)?\Z"
)
_SMALL_WORD = re.compile(r"(?<![\w’'.-])[a-zà-ÿ]{2,}(?![\w’'-])")
_OF_NAMES = frozenset(
    "van de den der het een en of voor in op te ter ten met aan bij tot uit naar om over per door zonder tegen vzw npo".split()
)
_MOST_SMALL, _MOST_WORDS = 3, 12
"""Words in small letters in a name, but for those that join others; partners may be told by what they do."""
_OF_PLACES = re.compile(r"(?:.*\.)?(?:title|location|series|organisation|room)")
_TAKEN_OUT = re.compile(r"\[(?:persoon|person) \d+\]")
_AWAY = re.compile(r"(?i)\b(?:(?:ver)?excus\w*|verontschuldig\w*|afwezig\w*|volmacht\w*|apologi\w+|absent)\b")


def second_look(taken: Taken) -> Taken:
    """The same, with what was read and does not look so as a guess."""
    names = _names(taken.files.get(_ACTORS, ""))
    entries = tuple(_looked_at(one, names) for one in taken.account.entries)
    return taken._replace(account=taken.account._replace(entries=entries))


def _looked_at(entry: Entry, names: Mapping[str, str]) -> Entry:
    if entry.certainty is not Certainty.READ or not entry.value:
        return entry
    if _OF_PLACES.fullmatch(entry.field):
        reason = say("the name of a person was taken out of it") if _TAKEN_OUT.search(entry.value) else None
    else:
        reason = _doubt(entry, names) if _OF_ACTORS.fullmatch(entry.field) else None
    return entry if reason is None else entry._replace(certainty=Certainty.GUESSED, reason=reason)


def _doubt(entry: Entry, names: Mapping[str, str]) -> Message | None:
    named = (names.get(one.strip(), "") for one in entry.value.split(","))
    most = _MOST_WORDS if entry.field.startswith("partners") else _MOST_SMALL
    odd = next((name for name in named if _is_odd(name, most)), None)
    if odd is not None:
        return say("“{words}” does not look like the name of an organisation", words=odd)
    if entry.field.startswith("present") and _AWAY.search(entry.words):
        return say("the document also says there who was not there")
    return None


def _is_odd(name: str, most: int) -> bool:
    if is_house(name):
        return False
    small = [word for word in _SMALL_WORD.findall(name) if word not in _OF_NAMES]
    return len(small) > most or _OF_SENTENCES.search(name) is not None


def _names(actors: str) -> Mapping[str, str]:
    """The names of new actors by their ids."""
    found = yaml.safe_load(actors) or {}
    return {str(key): str(one["name"]) for key, one in found.items()}
