"""Names of organisations, houses and campaigns that have the form of one of a person: *Villa Xandrine*, *Jan Palfijn*.

They are known everywhere in Flanders, or a word before or behind them says what they are, or the document has them where
organisations stand.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

from elzctl.intake.first_names import AMBIGUOUS, FIRST_NAMES
from elzctl.intake.folded import folded
from elzctl.intake.homes import hosts
from elzctl.intake.surnames import behind_de
from elzctl.record import NamedTuple

_KNOWN = """\
Aditi|Ado Icarus|Aidswijzer|Altrio|Amon|Amnesty|Antigifcentrum|Ariadne|Arktos|Artsen Zonder Grenzen|Atlas|Awel|Azertie|Beweging.net|Bloso|Boerenbond|Bond Moyson|Broeders van Liefde
Broeders Alexianen|Child Focus|Cirkant|Cirq|Cavaria|Çavaria|Crefi|Dag van de Zorg|Damiaanactie|De Lijn|De Ark|De Kade|De Lovie|De Sleutel|De Touter|De Rode Antraciet|Den Azalee|Dokters van de Wereld|Domus Medica|Domus Mundi
Don Bosco|Eetexpert|Emmaüs|Familiezorg|Fara|Fediplus|Fedito|Ferm|Fedasil|Fietsersbond|Formaat|Fracarita|Gezinsbond|Gezinssport|Goed Gevoel|Greenpeace|Groep Intro|Groep Ubuntu|Habbekrats|Handicum|Hoplr|Huis van het Kind|Icuro
Iedereen Leest|Jan Palfijn|Jan Yperman|Jan Portaels|Henri Serruys|Jeugdrood|Karus|Katrinahof|Kazou|Kind en Preventie|Kras Jeugdwerk|Landelijke Gilden|Lejo|Let's Go Urban|Levanto|Levenslijn|Link in de Kabel|Logo Waasland
Maria Middelares|Mediawijs|Mensana|Min 19|Minor Ndako|Mobiel 21|Moeders voor Moeders|Mutas|Natuurpunt|Novitas|Odisee|Okra|OverKop|Orbit|Oranjehuis|Oxfam|Palfijn|Partezis|Pasar|Pater Damiaan|Pater Daens|Pater Pire|Payoke
Pimento|Plan International|Poverello|Prisma|Rikolto|Rode Neuzen|Rode Neuzen Dag|Rosa Parks|Sensoa|Similes|Sint-Vincentius|Solentra|Sociare|Sporta|Sportoase|Sporthuis|Stichting tegen Kanker|Te Gek|Tabakstop|Taxistop|Tejo|Tele-Onthaal
Thomas More|Tonuso|Toerisme Vlaanderen|Triple P|Tumult|Unicef|Uilenspiegel|Ups & Downs|Velt|Viaa|Villa Pinedo|Villa Voortman|Villa Samson|Villa Rozerood|Vives|Vlabus|Vlos|Vormingplus|Vorming Plus|Vluchtelingenwerk|Warme Scholen|Warme William|Wingerdbloei
Welzijnszorg|Wiegwijs|Wooncoop|Yoga voor Elk|Zonnebloem|Zonnelied|Zorgpunt|Zuiddag|Ziekenzorg|Week van de Mantelzorger|Het Anker|Alzheimer Liga|Kom op tegen Kanker|Think Pink|Avansa|Beego|Bindkracht|Bonangana|Cera|Covias
Dimona|Gandae|Mintus|Obra|Oikonde|Ons Huis|Pegode|Sirra|Tandem|Tordale|Trapop|Vlonder|Zewopa|Zorggroep Orion|Ligo|Konekt|Noest|Reakiro|Popov|Foton|Inghelburch|Psyche|Anoiksis|Ypsilon Vlaanderen
Dominiek Savio|Emiliani|Mobitwin|Pieter Simenon|Ave Regina|Guislain|Dokter Guislain|Dr. Guislain|Henri Dunant|Julie Renson|Karel de Grote|Erasmus|Koning Boudewijn|Prins Filip|Prinses Elisabeth|Albe|Ons Tehuis
Jan De Witte|Jan van Ruusbroec|Jessa|Vesalius|Marie-Louise|Koningin Fabiola|Koningin Mathilde|Koningin Elisabeth|Pieter Bruegel|Lucas Faydherbe|Fons Vitae|Monica|Martine Van Camp|Tinel|Klavertje Vier|Mozaïek|Amerijck|Ligand|Yuneco|Unia"""
_STREETS = r"(?:straat|laan|plein|weg|lei|dreef|markt)"
_LONGEST = 200  # characters of a name that are looked at
# Before what it is the name of.
_HEADS = (
    r"(?:[Vv]illa|[Hh]uize?|[Dd]om(?:us|o)|[Cc]asa|[Kk]asteel|[Rr]esidentie|[Ss]erviceflats?|[Dd]omein|[Pp]rovinciedomein|[Hh]oeve|[Hh]of|[Hh]ome|[Cc]ampus|[Ss]ite|[Zz]aal|[Cc]afé|[Cc]afe|[Pp]raatcaf[eé]|[Ii]nloophuis|[Bb]asisschool|[Aa]pp|[Mm]ethodiek|[Mm]ethode"
    r"|[Bb]oekhandel|[Bb]akkerij|[Bb]rasserie|[Tt]raiteur|[Rr]esto|[Rr]estaurant|[Ee]ettafel|[Ff]rituur|[Tt]averne|[Kk]lusdienst|\w+(?:dienst|centrum|huis|kring|fonds|stichting|club|school|hof|werking|bibliotheek|winkel|atelier)|[Ss]tichting|[Ff]onds|[Ff]oundation|[Kk]oning(?:in)?|[Pp]rins(?:es)?|[Ss]int|[Ss]te?\.|AZ|UZ|ZNA|WZC|LDC|RVT|MPI|BuSO|BSBO|OCMW|CAW|CGG|ELZ|OLV"
    r"|[Ee]erstelijnszone|[Gg]emeente|[Ss]tad|[Ll]ogo|[Pp]rovincie|[Ss]portregio|[Zz]orgregio|[Ll]okaal [Bb]estuur|[Oo]nze Lieve|O\.?L\.?V\.?)"
)
_SMALL = r"(?:van|de|den|der|het|ter|ten|te|voor|in|en|op|la|le|di)"
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
    return not behind_de(de[1]) if de else _key(plain) in _all().whole


def _is_of_somebody(name: str) -> bool:
    """True for words in small letters before *van* and a first name with a surname."""
    of = _OF_ONE.match(name)
    first = of["first"].lower() if of is not None else ""
    return first in FIRST_NAMES and first not in AMBIGUOUS


class _Index(NamedTuple):
    """Names by the first of their words, in small letters; and all of them."""

    first: dict[str, tuple[str, ...]]
    whole: frozenset[str]


def _key(name: str) -> str:
    return " ".join(folded(name).lower().split())


def _index(names: Iterable[str]) -> _Index:
    keys = frozenset(filter(None, map(_key, names)))
    first: dict[str, tuple[str, ...]] = {}
    for key in keys:
        word = _START.match(key)
        if word is not None:
            first[word[0]] = (*first.get(word[0], ()), key)
    return _Index(first, keys)


_START = re.compile(r"[\w’'-]+")
_STARTS = re.compile(r"(?<![\w’'@-])(?:['’]t(?=\s)|[A-ZÀ-Þ])[\w’'-]*")


@cache
def _all() -> _Index:
    """The names that are known everywhere."""
    return _index(_KNOWN.replace("\n", "|").split("|"))


class Houses:
    """What in a text is the name of a house: those that are known, and those of the document."""

    def __init__(self, names: Iterable[str] = ()) -> None:
        """*names* are those that the plan has and the document where organisations stand."""
        self._own = _index(names)

    def spans(self, plain: str) -> Iterator[tuple[int, int]]:
        """Where such names stand in a text of plain letters."""
        at_home = [first for first, _ in hosts(plain)]
        for pattern in (_HEADED, _TAILED, _FIRM):
            for found in re.finditer(pattern, plain):
                is_home = any(found.start() < first < found.end() for first in at_home)
                if not is_home and not _is_of_somebody(found[0]):
                    yield found.span()
        low = plain.lower()
        known_everywhere = _all().first
        for start in _STARTS.finditer(plain):
            word = start[0].lower()
            for known in (*self._own.first.get(word, ()), *known_everywhere.get(word, ())):
                end = start.start() + len(known)
                if low.startswith(known, start.start()) and not low[end : end + 1].isalnum():
                    yield start.start(), end

    def has(self, name: str) -> bool:
        """True for one of the names of the document."""
        return _key(name) in self._own.whole
