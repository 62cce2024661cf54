"""Who sent a mail with minutes was there, when it tells what *we* did: a guess, with the organisation of the signature."""

from __future__ import annotations

import re
from collections.abc import Sequence

from elzctl.intake import persons
from elzctl.intake.minutes.by_function import function
from elzctl.intake.minutes.correspondents import Between
from elzctl.intake.minutes.draft import Person, There
from elzctl.intake.minutes.mail import Mail
from elzctl.intake.minutes.people import Listed
from elzctl.intake.minutes.who import OWN_WORDS
from elzctl.intake.paper import Block
from elzctl.intake.who import Actors
from elzctl.wording import say

SENT = say("The mail tells what “we” did there: who sent it is taken to have been there")

WRITES = say("It is who writes: the document does not say who that is, or of which organisation")

_DID = r"(?:waren|zaten|spraken|bespraken|kwamen|hielden|hadden|overlegden|vergaderden|beslisten|besloten|spreken|zagen|were|met|discussed|agreed|decided|had)"
_WE = re.compile(
    rf"(?i)\b(?:(?:we|wij)\s+{_DID}|{_DID}\s+(?:we|wij)|(?:we|wij)\s+(?:hebben|zijn|have)\b[^.?!]{{0,80}}?\b(?:besproken|afgesproken|beslist|samengezeten|samengekomen|gezeten|overlegd|vergaderd|met|discussed|agreed))\b"
)
_NOT_I = re.compile(
    r"(?i)\b(?:ik|i)\b[^.?!]{0,60}\b(?:niet (?:er)?bij|er niet|niet (?:aanwezig|komen|meegaan)|verontschuldigd|afwezig|not (?:be )?there|could not|couldn['’]t|absent)\b|\bzonder mij\b|\bin mijn afwezigheid\b|\bkon ik (?:er )?(?:zelf )?(?:helaas )?niet\b"
)
_PASSED_ON = re.compile(r"(?i)\s*(?:onderwerp|subject|betreft)\s*:\s*(?:(?:re|antw)\s*:\s*)*(?:fw|fwd|doorst|tr)\s*:")
_FIRST = 10  # blocks among which the head of a mail stands
_SIGNED = 4  # lines under the greeting
_NO_NAME = re.compile(r"[@\d]|www\.|https?:|:")
_MOST_WORDS = 6


def with_sender(
    mail: Mail, found: Between, blocks: Sequence[Block], listed: Sequence[Listed], actors: Actors
) -> tuple[Between, list[Listed]]:
    """The people of the mail, the sender among them present, and the organisation of the signature; as they are when nothing says so."""
    one = found.sender
    told = {persons.key(other.name) for other in listed if isinstance(other, Person)}
    if (
        one is None
        or persons.key(one.name) in told
        or any(map(_PASSED_ON.match, (block.text for block in blocks[:_FIRST])))
    ):
        return found, []
    himself = next((other for other in listed if other.name.lower().strip(" .") in OWN_WORDS), None)
    texts = [block.text for block in mail.rest]
    if himself is None and (not any(map(_WE.search, texts)) or any(map(_NOT_I.search, texts))):
        return found, []
    house = one.organisation or _signed(mail, one, actors)
    there = one._replace(presence=himself.presence if himself is not None else "present", organisation=house)
    people = tuple(there if persons.key(other.name) == persons.key(one.name) else other for other in found.people)
    people = people if there in people else (*people, there)
    return Between(people, there), [There(house, there.presence, there.lines)] if house else []


def says_himself(listed: Sequence[Listed], found: Between) -> Sequence[tuple[str, tuple[int, ...]]]:
    """The words of the list for the sender of the mail, with their lines: *ikzelf*, which stands in no file."""
    is_known = found.sender is not None
    own = (one for one in listed if is_known and one.name.lower().strip(" .") in OWN_WORDS)
    return [(one.name, one.lines) for one in own]


def _signed(mail: Mail, one: Person, actors: Actors) -> str:
    """The organisation under the name of the sender; "" when none shows to be one."""
    for block in mail.closing[1 : 1 + _SIGNED]:
        words = block.text.strip(" .,;|")
        does = function(words)
        house = does.of if does is not None else words
        is_name = house[:1].isupper() and len(house.split()) <= _MOST_WORDS and not _NO_NAME.search(house)
        is_other = persons.key(house) != persons.key(one.name) and not persons.is_person(house)
        if is_name and is_other and (actors.find(house) is not None or persons.shows_organisation(house)):
            return house
    return ""
