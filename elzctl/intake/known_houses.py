"""Names that everybody in Flanders knows as those of organisations, houses, campaigns and platforms, and look like people's."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cache
from types import MappingProxyType

from elzctl.intake.folded import folded
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
Jan De Witte|Jan van Ruusbroec|Jessa|Vesalius|Marie-Louise|Koningin Fabiola|Koningin Mathilde|Koningin Elisabeth|Pieter Bruegel|Lucas Faydherbe|Fons Vitae|Monica|Tinel|Klavertje Vier|Mozaïek|Amerijck|Ligand|Yuneco|Unia
Unizo|Samenlevingsopbouw|Voka|Fluvius|Colruyt|Delhaize|Carrefour|Lidl|Aldi|Welzijnsschakels|Buurtinformatienetwerk"""
# Platforms, tools and networks of care and welfare, by the site that tells what they are.
_BY_SITE: Mapping[str, str] = MappingProxyType(
    {
        "vitalink.be": "Vitalink",
        "departementzorg.be": "Alivia|Zorgatlas|Zorgkas Vlaanderen",
        "belrai.org": "BelRAI",
        "cozo.be": "CoZo",
        "ehealth.fgov.be": "eHealth|MijnGezondheid|Recip-e|eHealthBox|Mult-eMediatt",
        "siilo.com": "Siilo",
        "nexuzhealth.com": "Nexuzhealth|mynexuzhealth",
        "corilus.be": "Corilus|CareConnect",
        "mpact.be": "Mpact",
        "helpper.be": "Helpper",
        "cubigo.com": "Cubigo",
        "vivel.be": "VIVEL",
        "kuleuven.be": "LUCAS|LUCAS KU Leuven|HIVA",
        "samenferm.be": "Samen Ferm",
        "noknok.be": "NokNok",
        "geestelijkgezondvlaanderen.be": "Fit in je Hoofd|Geluksdriehoek",
        "tegek.be": "Te Gek!?|Te Gek?!",
        "zelfmoord1813.be": "Zelfmoordlijn",
        "hetpakt.be": "Het PAKT|PAKT",
        "noolim.be": "Noolim",
        "reling.be": "Reling",
        "netwerkkwadraat.be": "Kwadraat",
        "popovggz.be": "PopovGGZ",
        "kaleido-ostbelgien.be": "Kaleido",
        "dementie.be": "Onthou Mens|Paradox|Het Ventiel",
        "druglijn.be": "De Druglijn",
        "groeimee.be": "GroeiMee",
        "expoo.be": "Expoo",
        "kindengezin.be": "Kind en Gezin|Mijn Kind en Gezin",
        "gezinenhandicap.be": "Gezin en Handicap",
        "jongenvanzin.be": "Jong & Van Zin",
        "itsme-id.com": "itsme",
        "doccle.be": "Doccle",
        "uitpas.be": "UiTPAS",
        "fluvius.be": "Fluvius",
        "digidak.be": "Digidak",
        "brusselonthaal.be": "Brussel Onthaal",
        "publiq.be": "publiq",
        "imec.be": "imec",
        "uitdemarge.be": "Uit De Marge",
        "sport.vlaanderen": "Bewegen Op Verwijzing|Sportpret",
        "parantee-psylos.be": "Parantee-Psylos",
        "bru-stars.be": "Bru-Stars",
        "lumi.be": "Lumi",
        "tourneeminerale.be": "Tournée Minérale",
        "pink-ribbon.be": "Pink Ribbon",
    }
)


_IN_CAPITALS = frozenset(("lucas",))


class Index(NamedTuple):
    """Names by the first of their words, in small letters; and all of them."""

    first: dict[str, tuple[str, ...]]
    whole: frozenset[str]


def key(name: str) -> str:
    """A name in plain small letters, with one blank between its words."""
    return " ".join(folded(name).lower().split())


def index(names: Iterable[str]) -> Index:
    """These names, ready to be looked for."""
    keys = frozenset(filter(None, map(key, names)))
    first: dict[str, tuple[str, ...]] = {}
    for one in keys:
        word = _START.match(one)
        if word is not None:
            first[word[0]] = (*first.get(word[0], ()), one)
    return Index(first, keys)


_START = re.compile(r"[\w’'-]+")


@cache
def known() -> Index:
    """All of the names above."""
    return index("|".join((_KNOWN.replace("\n", "|"), *_BY_SITE.values())).split("|"))


def is_known(name: str) -> bool:
    """True for one of these names."""
    return key(name) in known().whole and is_written(name)


def is_written(name: str) -> bool:
    """True but for a first name in small letters that is an abbreviation in capitals: *LUCAS*."""
    return name.isupper() or key(name) not in _IN_CAPITALS


_SMALL_FIRST = re.compile(r"[a-z]-[a-z]{2}|[a-z]\d|\w+\.(?:be|vlaanderen|org)\b|[a-z]{3,}[qvz]\Z")


@cache
def _small() -> frozenset[str]:
    names = "|".join((_KNOWN.replace("\n", "|"), *_BY_SITE.values())).split("|")
    return frozenset(name for name in names if name == name.lower())


def is_small(name: str) -> bool:
    """True for what is written without a capital: one of these names, *i-mens*, a site, and what ends as no word of Dutch."""
    return name in _small() or _SMALL_FIRST.match(name) is not None


@cache
def joined() -> tuple[str, ...]:
    """Those with a comma or *en* in them, which are no list: *Gezin en Handicap*."""
    return tuple(name for name in known().whole if re.search(r",|\s(?:en|&)\s", name))
