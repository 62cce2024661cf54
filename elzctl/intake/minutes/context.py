"""What a point is read with, and which words before a colon may name who does it."""

from __future__ import annotations

import re
from datetime import date

from elzctl.intake import known_houses, persons
from elzctl.intake.minutes.draft import Who
from elzctl.intake.minutes.who import Directory
from elzctl.intake.namesakes import is_first_name
from elzctl.intake.when import Dated
from elzctl.record import NamedTuple

# Words that organisations have in their names; an event, a day or a plan may begin with such words too.
_FORM = re.compile(
    r"(?i)\b(?:v\.?z\.?w|c[vg]ba|bv|huis van het kind|kruis|\w*(?:centrum|centra|kring|bond|dienst|diensten|groep|raad|vereniging|fonds|stichting|ziekenhuis|mutualiteit|liga|unie|instituut|netwerk|platform|zorg|hulp|school|hogeschool|universiteit|huis|kliniek)"
    r"|(?-i:OCMW|CAW|CGG|CLB|WZC|LDC|AZ|UZ|ELZ|Logo|VZW|ZNA|CKG|VCLB|SAAMO|LM|CM)|gemeente|stad|provincie|lokaal bestuur|association|foundation|trust|council|hospital|service|network)\b"
)
_NO_FORM = re.compile(
    r"(?i)\b(?:dag|week|maand|jaar|nacht|avond|beurs|plan|planning|project|actie|campagne|vorming|opleiding|website|nieuwsbrief|kaart|budget|affiche|folder|idee|vraag|opvolging|punt|let|day|week|plan|idea|question)\b"
)
# Words for every meeting; others say of which group it is.
_ANY_MEETING = re.compile(
    r"vergadering|verg(?:ad)?\.?|overl(?:eg)?\.?|overlegmoment|bijeenk(?:omst)?\.?|keer|x|samenkomst|zitting|sessie|afspraak|meeting|time|session"
)
_SHORTEST_STEM = 5


def names_house(words: str) -> bool:
    """True for the name of an organisation that its words, or everybody, know: *Rode Kruis-Vlaanderen*; no word for a kind of them."""
    names = [one for one in words.split() if len(one) > 3]
    is_name = bool(names) and all(one[:1].isupper() for one in names) and not persons.may_be_person(words)
    if not is_name or _NO_FORM.search(words):
        return False
    is_one = len(words.split()) > 1 and _FORM.search(words) is not None
    return is_one or (known_houses.is_known(words) and not is_first_name(words.split(maxsplit=1)[0]))


class Context(NamedTuple):
    """What a point is read with: who is known, the day of the meeting, and that of the next one; *called* is how this one is."""

    directory: Directory
    day: date | None
    next_day: Dated | None = None
    dutch: bool = True
    called: str = ""

    def is_own(self, words: str) -> bool:
        """True for words about the next time of this meeting: *volgende zorgraad* is another one, unless this is called so."""
        last = re.sub(r"\W+\Z", "", words.lower()).rpartition(" ")[2]
        if not self.called or _ANY_MEETING.fullmatch(last):
            return True
        stem = last[:_SHORTEST_STEM]
        return any(one.startswith(stem) or one.endswith(last) for one in re.findall(r"[\w-]+", self.called.lower()))


def leading(words: str, directory: Directory, *, sure: bool) -> Who | None:
    """Whom the words before a colon name: ``CAW: …``, and not ``Let op: …`` or ``foto's bezorgen aan de stad: …``.

    They are known, a person or a function, or have the form of an organisation; *sure* in a list of actions.
    """
    words = re.sub(r"\s+(?:samen|together)\Z", "", words)
    first = re.sub(r"\A(?:de|het|the|alle) ", "", words).split()
    known = directory.actor(words) is not None
    is_name = words[:1].isupper() or len(first) < 3 or known
    if not is_name and directory.who(" ".join(first[:2]), sure=False) is None:
        return None
    typed = words.split()
    has_form = _FORM.search(words) is not None and _NO_FORM.search(words) is None
    is_whole = 1 < len(typed) < 7 and all(one[:1].isupper() for one in typed if len(one) > 3)
    if len(typed) == 1 and words.isupper() and not (known or persons.is_known_short(words) or directory.person(words)):
        return None  # of whom or of what, nobody knows
    return directory.who(words, sure=sure and has_form and is_whole)
