"""The singular of words that names of organisations are made of: *dienstencentra* is *dienstencentrum*."""

from __future__ import annotations

import re

# How the plural ends of what names of organisations are made of, and the singular.
_SINGULAR = (
    ("ziekenhuizen", "ziekenhuis"),
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


def singular(word: str) -> str:
    """The word for one of them; a word that is none of these stays as it is."""
    bare = _BARE.get(word, word)
    ending = next((pair for pair in _SINGULAR if bare.endswith(pair[0])), None)
    return re.sub(f"{ending[0]}$", ending[1], bare) if ending is not None else bare
