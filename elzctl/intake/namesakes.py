"""Names of people that have a word of houses and services in them: *Voornaam Kring*, *A. Verbond*, *Voornaam De Zorgher*.

A first name that is common here stands before one short word; a word that is put together, such as *Thuiszorg*, is of a
service, and an article before them is of a house: *het Voornaam Huis*.
"""

from __future__ import annotations

import re
from functools import lru_cache

from elzctl.intake import known_houses
from elzctl.intake.first_names import AMBIGUOUS, FIRST_NAMES
from elzctl.intake.folded import folded
from elzctl.intake.small_words import NO_NAME
from elzctl.intake.towns import is_place
from elzctl.intake.trades import is_before

_SMALLER = re.compile(r"([a-z]{4,}?)(?:tje|je|ke|ken)")
_LONGEST = 60  # characters of a name
_SMALL = r"(?:[Vv]an|[Dd]en?|[Dd]er|[Tt]er|[Tt]en|[Vv]ande|[Vv]anden|[Vv]ander|[Oo]p\s[Dd]en?)"
_FORM = re.compile(
    rf"(?P<first>[A-Z][a-z]+(?:-[A-Z][a-z]+)?|(?:[A-Z]\.\s?){{1,3}})\s*(?<=[\s.])(?P<small>(?:{_SMALL}\s){{0,3}})(?P<last>[A-Z](?:[a-z]{{1,10}}|[A-Z]{{3,10}}))"
)
# Words that are put together of two of these are of a service, and so are the names of associations.
_TOGETHER = re.compile(
    r"(?:zorg|welzijns?|gezondheids?|thuis|woon|buurt|wijk|dorps|jeugd|jongeren|kinder|ouderen|senioren|sport|cultuur|stads|familie|gezins?|diensten|dienst|mantel|huis|huisartsen|artsen|werk|leer|leef|hulp|school|zieken|vrouwen|energie|kring|steun|meld|contact|aan|in)s?"
    r"(?:raad|team|huis|huizen|punt|werk|werking|groep|zorg|hulp|bond|kring|plan|plannen|dienst|diensten|loket|lijn|dag|week|bank|school|centrum|centra|net|netwerk|winkel|overleg|wijzer|verlening|begeleiding|verpleging|loop|zone|regio|kas|fonds|opvang|kliniek|praktijk)"
)
_STREET = re.compile(r"\w{2,}(?:straat|laan|plein|dreef|steenweg|kaai|singel)")
_ASSOCIATION = re.compile(
    r"(?i)(?:vzw|bv|nv|npo|ocmw|caw|cgg|clb|wzc|ldc|elz|pzon|logo|ferm|neos|okra|samana|cm|lm|solidaris|helan|partena|kwb|kav|ligo|opgroeien|natuurpunt|markant|femma|vdab|rva|rsz|riziv|curando|emmaus|arcus|avansa|saamo|similes|groups?|trust|foundation|stichting"
    r"|ziekenhuis|kliniek|instituut|centrum|centra|college|universiteit|hogeschool|academie|museum|bibliotheek|verslag|agenda|varia|leden|partners?|burgers?|inwoners?|studenten|senioren|stad|gemeente|provincie|politie|lokaal|lokale|sociaal|sociale|vlaamse?|verpleeg\w*|\w+erij|\w+bureau)"
)
# What a house or a fund is that is called after somebody of whom the first name alone is known.
_FOUNDED = frozenset(
    "fonds stichting huis huize zaal park plein laan straat groep team project dag week plan campus".split()
)
NOUNS = frozenset("dag deel dank maart mei stap tabel vraag zondag vrijdag".split())
"""Of the words with a capital at the head of sentences those that are surnames too."""
_ARTICLE = re.compile(r"(?i)(?<!\w)(?:de|het|een|ons|onze|the|an?|our|'t|’t)\s\Z")


def is_first_name(word: str) -> bool:
    """True for a first name that is common here, in full or made small; not in two capitals."""
    first, *more = word.split("-")
    plain = re.split(r"[’']", first.lower().translate(_PLAIN))[0]
    return (
        word[:1].isupper()
        and (len(first) < 3 or not first.isupper())
        and not any(part[:1].islower() for part in more)
        and (plain in FIRST_NAMES or _is_pet_name(plain))
    )


def _is_pet_name(plain: str) -> bool:
    """True for a first name that was made small: ``Voornaamtje``."""
    small = _SMALLER.fullmatch(plain)
    return small is not None and small[1] in FIRST_NAMES and small[1] not in AMBIGUOUS


_PLAIN = str.maketrans("éèëêàâäïîöôüûç", "eeeeaaaiioouuc")


@lru_cache(maxsize=4096)
def is_namesake(name: str) -> bool:
    """True for a first name, or initials, with one short word behind it that no service has alone."""
    form = _FORM.fullmatch(folded(name[:_LONGEST]))
    if form is None or known_houses.is_known(name):
        return False
    is_one = "." in form["first"] or is_first_name(form["first"])
    if not is_one or not is_short(form["last"]):
        return False
    is_clear = bool(form["small"]) or form["first"].lower() not in AMBIGUOUS
    return is_clear or form["last"].lower() not in _FOUNDED


def is_sure(name: str) -> bool:
    """True for such a name with a first name in full that is no word, or with small words in it, whatever stands beside it."""
    if " " not in name.strip():
        return False
    first, *rest = name.split()
    is_clear = len(rest) > 1 or (first.lower() not in AMBIGUOUS and not first.endswith("."))
    return is_clear and is_namesake(name)


def is_short(word: str) -> bool:
    """True for a word that may be the surname of somebody: no town, trade, association or service."""
    low = folded(word).lower()
    is_other = low in NO_NAME - NOUNS or is_place(word) or is_before(low) or known_houses.is_known(word)
    return not is_other and not any(one.fullmatch(low) for one in (_TOGETHER, _STREET, _ASSOCIATION))


def behind_article(text: str, place: int) -> bool:
    """True right behind an article, which no name of a person has before it."""
    return _ARTICLE.search(text, max(0, place - 6), place) is not None
