"""Names of organisations, houses and campaigns that have the form of one of a person: *Villa Xandrine*, *Jan Palfijn*.

They are known everywhere in Flanders, or a word before or behind them says what they are, or the document has them where
organisations stand.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from elzctl.intake import known_houses
from elzctl.intake.first_names import AMBIGUOUS, FIRST_NAMES
from elzctl.intake.folded import folded
from elzctl.intake.homes import hosts
from elzctl.intake.namesakes import behind_article, is_sure
from elzctl.intake.shown_houses import formed
from elzctl.intake.small_words import NO_NAME
from elzctl.intake.surnames import behind_de

_STREETS = r"(?:straat|laan|plein|weg|lei|dreef|markt)"
_LONGEST = 200  # characters of a name that are looked at
# Before what it is the name of.
_HEADS = (
    r"(?:[Vv]illa|[Hh]uize?|[Dd]om(?:us|o)|[Cc]asa|[Kk]asteel|[Rr]esidentie|[Ss]erviceflats?|[Dd]omein|[Pp]rovinciedomein|[Hh]oeve|[Hh]of|[Hh]ome|[Cc]ampus|[Ss]ite|[Zz]aal|[Cc]afé|[Cc]afe|[Pp]raatcaf[eé]|[Ii]nloophuis|[Bb]asisschool|[Aa]pp|[Mm]ethodiek|[Mm]ethode"
    r"|[Bb]oekhandel|[Bb]akkerij|[Bb]rasserie|[Tt]raiteur|[Rr]esto|[Rr]estaurant|[Ee]ettafel|[Ff]rituur|[Tt]averne|[Kk]lusdienst|\w+(?:dienst|centrum|huis|kring|fonds|stichting|club|school|hof|werking|bibliotheek|winkel|atelier)|[Ss]tichting|[Ff]onds|[Ff]oundation|[Kk]oning(?:in)?|[Pp]rins(?:es)?|[Ss]int|[Ss]te?\.|AZ|UZ|ZNA|WZC|LDC|RVT|MPI|BuSO|BSBO|OCMW|CAW|CGG|ELZ|OLV"
    r"|[Ee]erstelijnszone|[Gg]emeente|[Ss]tad|[Ll]ogo|[Pp]rovincie|[Ss]portregio|[Zz]orgregio|[Ll]okaal [Bb]estuur|[Oo]nze Lieve|O\.?L\.?V\.?)"
)
_SMALL = r"(?:van|de|den|der|het|ter|ten|te|voor|in|op|la|le|di)"
_NAME = r"[A-Z][\w’'-]*"
_HEADED = rf"(?<![\w’'@./-]){_HEADS}[ \n]+(?:(?:{_SMALL}|Van|De|Den|Het|Ter|Ten)[ ]+){{0,2}}{_NAME}(?:[ ]+{_NAME})?(?!{_STREETS})"
# At the head of a name with a capital: *Ter Wende*, not *de Wende*.
_ARTICLED = re.compile(r"(?:Ter|Ten|'t|’t|Het)\s[A-Z]\w+")
_FIRM = rf"(?<![\w’'-]){_NAME}(?:[ ]{_NAME})?[ ]+(?:en|&|and)[ ]+(?i:partners?|co|zonen|zoon|vennoten|associates|sons)(?![\w-])"
# What a person has: *de bakkerij van Voornaam X*, *ten huize van Voornaam X*.
_OF_ONE = re.compile(r"[a-z]+\s+van\s+(?P<first>[A-Z][a-z]+)\s+[A-Z]")
_SAINT = re.compile(r"\bSint-[A-Z]")
_DE = re.compile(r"(?:De|Den)\s([A-Z][\w-]+)")
_TAILED = rf"(?<![\w’'-])(?:{_NAME}[ ]+){{1,3}}(?i:(?!thuis)(?:[a-z]+-)?\w*(?:ziekenhuis|kliniek|rusthuis|school|scholen|college|instituut|lyceum|atheneum|fonds|stichting|centrum|centra|\whuis|foundation|academie|hogeschool|universiteit|prijs|award|vzw|npo|apotheek|liga|kring|clinic|hospital|trust))(?![\w-])"


def is_house(name: str) -> bool:
    """True for a name that is known as one of an organisation, or begins as those of houses do: ``Ter Wende``, ``Villa Xandrine``."""
    plain = " ".join(folded(name[:_LONGEST]).split()).strip(" ,;:.@")
    if _SAINT.search(plain) or _ARTICLED.match(plain) or re.match(_HEADED, plain) or re.fullmatch(_TAILED, plain):
        return True
    de = _DE.fullmatch(plain)
    return not behind_de(de[1]) if de else known_houses.is_known(plain)


def _is_of_somebody(name: str) -> bool:
    """True for words in small letters before *van* and a first name with a surname."""
    of = _OF_ONE.match(name)
    first = of["first"].lower() if of is not None else ""
    return first in FIRST_NAMES and first not in AMBIGUOUS


def _is_somebody(name: str, plain: str, place: int) -> bool:
    """True for the name of a person with a word of houses in it, for one behind words that begin a sentence, and for its end."""
    before = _WORD_BEFORE.search(plain, max(0, place - 30), place)
    if before is not None and is_sure(f"{before[1]} {name.split(maxsplit=1)[0]}"):
        return not behind_article(plain, before.start())
    words = name.split()
    while len(words) > 1 and words[0].lower() in NO_NAME and words[0] not in _ARTICLES:
        words.pop(0)
    return len(words) == 1 or (is_sure(" ".join(words)) and not behind_article(plain, place))


def _is_of_another(found: re.Match[str]) -> bool:
    """True for somebody before the legal form of an organisation that is named behind that: *Voornaam vzw De Brug*."""
    is_first = found[0].split(maxsplit=1)[0].lower() in FIRST_NAMES
    return (
        is_first
        and found[0].endswith((" vzw", " npo"))
        and re.match(r"\s[A-Z]", found.string[found.end() :]) is not None
    )


_ARTICLES = ("De", "Den", "Het", "Ter", "Ten")
_WORD_BEFORE = re.compile(r"(?<![\w’'.-])([A-Z][\w-]+)\s\Z")
_STARTS = re.compile(r"(?<![\w’'@-])(?:['’]t(?=\s)|[A-ZÀ-Þ])[\w’'-]*")


class Houses:
    """What in a text is the name of a house: those that are known, and those of the document."""

    def __init__(self, names: Iterable[str] = ()) -> None:
        """*names* are those that the plan has and the document where organisations stand."""
        self._own = known_houses.index(names)

    def spans(self, plain: str) -> Iterator[tuple[int, int]]:
        """Where such names stand in a text of plain letters."""
        yield from formed(plain)
        at_home = [first for first, _ in hosts(plain)]
        for pattern in (_HEADED, _TAILED, _FIRM):
            for found in re.finditer(pattern, plain):
                is_home = any(found.start() < first < found.end() for first in at_home)
                if (
                    not is_home
                    and not _is_of_another(found)
                    and not _is_of_somebody(found[0])
                    and not _is_somebody(found[0], plain, found.start())
                ):
                    yield found.span()
        low = plain.lower()
        known_everywhere = known_houses.known().first
        for start in _STARTS.finditer(plain):
            word = start[0].lower()
            for known in (*self._own.first.get(word, ()), *known_everywhere.get(word, ())):
                end = start.start() + len(known)
                is_there = low.startswith(known, start.start()) and not low[end : end + 1].isalnum()
                if is_there and known_houses.is_written(plain[start.start() : end]):
                    yield start.start(), end

    def has(self, name: str) -> bool:
        """True for one of the names of the document."""
        return known_houses.key(name) in self._own.whole
