"""Other ways to write the name of an organisation: as one word or more, in the plural, without its small words."""

from __future__ import annotations

import re
from functools import lru_cache

from elzctl.intake.named import key

_SHORTEST = 5  # letters of a name; a shorter one is an abbreviation
_SMALL = frozenset("van voor de het der den ten ter te in op of for the".split())
# How the plural ends of what names of organisations are made of, and the singular.
_SINGULAR = (
    ("centra", "centrum"),
    ("centrums", "centrum"),
    ("musea", "museum"),
    ("huizen", "huis"),
    ("besturen", "bestuur"),
    ("bureaus", "bureau"),
    ("raden", "raad"),
    ("scholen", "school"),
    ("bonden", "bond"),
    ("kringen", "kring"),
    ("groepen", "groep"),
    ("diensten", "dienst"),
    ("netwerken", "netwerk"),
    ("fondsen", "fonds"),
    ("punten", "punt"),
    ("zones", "zone"),
    ("teams", "team"),
    ("clubs", "club"),
    ("platformen", "platform"),
    ("platforms", "platform"),
    ("apotheken", "apotheek"),
    ("bibliotheken", "bibliotheek"),
    ("praktijken", "praktijk"),
    ("winkels", "winkel"),
    ("verenigingen", "vereniging"),
    ("organisaties", "organisatie"),
    ("instellingen", "instelling"),
    ("mutualiteiten", "mutualiteit"),
    ("gemeenten", "gemeente"),
    ("gemeentes", "gemeente"),
    ("steden", "stad"),
)
# Before a neuter word in the singular these have no -e.
_BARE = {"lokale": "lokaal", "sociale": "sociaal", "regionale": "regionaal", "openbare": "openbaar"}


@lru_cache(maxsize=4096)
def spellings(name: str) -> tuple[str, ...]:
    """The letters that are the same for the ways to write a name; none for a short one."""
    words = [word for word in key(name).split() if word not in _SMALL]
    ways = dict.fromkeys(("".join(words), "".join(map(_singular, words))))
    return tuple(one for one in ways if len(one) >= _SHORTEST and not one.isdigit())


def _singular(word: str) -> str:
    bare = _BARE.get(word, word)
    ending = next((pair for pair in _SINGULAR if bare.endswith(pair[0])), None)
    return re.sub(f"{ending[0]}$", ending[1], bare) if ending is not None else bare
