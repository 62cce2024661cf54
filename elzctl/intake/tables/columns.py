"""Which column of a table is what: its header recognised in Dutch and English, and what the person says of it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence
from enum import Enum
from types import MappingProxyType

from elzctl.intake.paper import Unfit
from elzctl.intake.tables.take import Book
from elzctl.record import NamedTuple
from elzctl.wording import Message, say

LOOKED_AT = 20
"""Rows at the top among which the header is looked for."""


class Kind(Enum):
    """What the rows of a table are."""

    ACTORS = "actors"
    POINTS = "points"


class Field(NamedTuple):
    """A field that a column can be: what it is, the words of headers, and whether several columns may be it.

    A field without a *place* is known and goes into no file; *about* then says why.
    """

    about: Message
    headers: tuple[str, ...]
    many: bool = False
    place: bool = True


def _field(about: Message, headers: str, *, many: bool = False, place: bool = True) -> Field:
    return Field(about, tuple(headers.split("|")), many, place)


_NO_CONTACT = say("Addresses and numbers are published; say that they may be with --map “COLUMN=contact”")
ACTORS: Mapping[str, Field] = MappingProxyType(
    {
        "name": _field(
            say("the name"),
            "naam|name|organisatie|organisation|organization|actor|partner|benaming|voluit|volledige naam|naam organisatie"
            "|naam van de organisatie|organisatienaam|partnerorganisatie|full name|partners|instelling|vereniging|dienst",
        ),
        "id": _field(say("the lasting name"), "id|sleutel|code|key"),
        "short": _field(
            say("the abbreviation"),
            "afkorting|afk|afkort|kort|korte naam|short|short name|abbreviation|acroniem|letterwoord|roepnaam",
        ),
        "kind": _field(
            say("what kind of name it is"), "soort|type|kind|categorie|category|aard|soort actor|type organisatie"
        ),
        "member_of": _field(
            say("the groups it belongs to"),
            "lid van|member of|hoort bij|behoort tot|groep|groepen|group|groups|cluster|clusters|koepel|netwerk|maakt deel uit van|deel van|part of",
            many=True,
        ),
        "also": _field(
            say("other names"),
            "ook|also|ook gekend als|ook bekend als|andere namen|andere naam|other names|also known as|synoniem|synoniemen|alias|aliassen|schrijfwijzen",
            many=True,
        ),
        "contact": _field(say("addresses and numbers that may be published"), "", many=True),
        "municipality": _field(
            say("The register of actors has no place for a municipality"),
            "gemeente|municipality|stad|woonplaats|plaats|standplaats|locatie|gemeenten|werkingsgebied|city",
            many=True,
            place=False,
        ),
        "website": _field(
            say("The register of actors has no place for a website"),
            "website|site|web|url|webadres|internet|link",
            many=True,
            place=False,
        ),
        "address": _field(
            _NO_CONTACT,
            "e-mail|email|mail|mailadres|e-mailadres|telefoon|tel|gsm|phone|telefoonnummer|nummer|contactgegevens|contact|adres|address",
            many=True,
            place=False,
        ),
        "person": _field(
            say("Names of people do not come into the files of a plan"),
            "contactpersoon|contact person|persoon|voornaam|achternaam|familienaam|vertegenwoordiger|afgevaardigde|verantwoordelijke|first name|last name|representative",
            many=True,
            place=False,
        ),
    }
)
POINTS: Mapping[str, Field] = MappingProxyType(
    {
        "what": _field(
            say("what is to be done"),
            "wat|what|actiepunt|werkpunt|actiepunten|werkpunten|taak|taken|task|action point|omschrijving|description|to do|todo|te doen"
            "|inhoud|afspraak|wat te doen|actie|action|actie omschrijving",
        ),
        "who": _field(
            say("who does it"),
            "wie|who|verantwoordelijke|verantwoordelijken|eigenaar|owner|door|door wie|door wie te doen|responsible|uitvoerder|trekker|trekkers|lead|assigned to|toegewezen aan",
            many=True,
        ),
        "due": _field(
            say("by when"),
            "tegen|tegen wanneer|deadline|wanneer|einddatum|termijn|timing|due|due date|by|by when|when|uiterlijk|streefdatum|vervaldag|vervaldatum|tegen datum",
        ),
        "status": _field(
            say("how it stands"),
            "status|stand|stand van zaken|toestand|state|progress|voortgang|afgerond|klaar|gedaan|done",
        ),
        "done": _field(
            say("the day it was done"),
            "gedaan op|afgerond op|klaar op|done on|datum afgerond|datum gedaan|afgewerkt op|closed|closed on",
        ),
        "meeting": _field(
            say("the meeting where it was noted"),
            "vergadering|meeting|overleg|verslag|uit verslag|datum vergadering|datum overleg|meeting date|datum|date|genoteerd op",
        ),
        "action": _field(
            say("the action of the plan"),
            "actiefiche|fiche|actie uit het plan|nummer actie|actienummer|nr actie|action number|plan action|actie plan|actie nr|actie|action",
        ),
        "note": _field(
            say("a remark"),
            "opmerking|opmerkingen|nota|bemerking|note|notes|toelichting|commentaar|remark|remarks|comment|comments",
            many=True,
        ),
        "id": _field(say("its number: meeting/n"), "id|nr|nummer|number|#|n°|volgnummer"),
    }
)
FIELDS: Mapping[Kind, Mapping[str, Field]] = MappingProxyType({Kind.ACTORS: ACTORS, Kind.POINTS: POINTS})
NEEDED: Mapping[Kind, str] = MappingProxyType({Kind.ACTORS: "name", Kind.POINTS: "what"})
_ALPHABET = 26
OUT = "-"
"""What a column is mapped to that is to be left out."""


class Column(NamedTuple):
    """A column: its place from 0, its header as typed, and its field; "" is not known, ``-`` is to be left out."""

    place: int
    header: str
    field: str


class Mapped(NamedTuple):
    """The columns of a table; *header* is the place of its row among the rows, -1 when there is none."""

    header: int
    columns: tuple[Column, ...]

    def of(self, field: str) -> tuple[Column, ...]:
        """The columns that are this field."""
        return tuple(one for one in self.columns if one.field == field)


def mapped(book: Book, kind: Kind, told: Mapping[str, str]) -> Mapped:
    """The columns by their headers, and by what was *told* of them: header or letter → field.  Raises Unfit."""
    header = _header(book, kind, told)
    cells = book.rows[header].cells if header >= 0 else tuple(map(_letters, range(len(book.rows[0].cells))))
    found: dict[int, str] = {}
    for name, field in told.items():
        if field not in (*FIELDS[kind], OUT):
            raise Unfit(
                say("“{field}” is no field of a table of {kind}", field=field[:40], kind=kind.value),
                say("The fields are: {names}, and - for a column that is left out.", names=", ".join(_open(kind))),
            )
        found[_named(cells, name)] = field
    wanted = [(place, plain(cell)) for place, cell in enumerate(cells) if place not in found]
    # What only one field is called first: “actie” is the point itself, unless another column is.
    for most in (1, len(FIELDS[kind])):
        for place, name in wanted:
            fields = [field for field, one in FIELDS[kind].items() if name in one.headers and name]
            free = [field for field in fields if FIELDS[kind][field].many or field not in found.values()]
            if place not in found and free and len(fields) <= most:
                found[place] = free[0]
    columns = tuple(Column(place, cell, found.get(place, "")) for place, cell in enumerate(cells))
    if NEEDED[kind] not in found.values() and not (kind is Kind.ACTORS and "short" in found.values()):
        raise Unfit(_unknown(kind, cells), _say_map(kind, cells))
    return Mapped(header, columns)


def plain(text: str) -> str:
    """A header without accents, signs and capitals."""
    bare = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower() or text.lower()
    bare = re.sub(r"\([^()]*\)|[*?:!.\"]", " ", bare)
    return " ".join(re.sub(r"[_/\\\s]+", " ", bare).split())


def _header(book: Book, kind: Kind, told: Mapping[str, str]) -> int:
    """The row with the most known headers, the first of those; with what was *told* the first that has all of it.

    -1 when no header is known and columns are told by their letters: then the first row is one like the others.
    """
    words = {header for field in FIELDS[kind].values() for header in field.headers if header}
    rows = book.rows[:LOOKED_AT]
    names = [plain(name) for name in told if not _is_letter(name)]
    having = [place for place, row in enumerate(rows) if all(name in map(plain, row.cells) for name in names)]
    scores = [len({plain(cell) for cell in row.cells} & words) for row in rows]
    among = having if names and having else range(len(rows))
    best = max(among, key=lambda place: (scores[place], -place))
    if not scores[best] and not names:
        return -1 if told else 0
    return best


def _named(cells: Sequence[str], name: str) -> int:
    """The place of a column by its header or letter.  Raises Unfit."""
    for place, cell in enumerate(cells):
        if cell and plain(cell) == plain(name):
            return place
    if _is_letter(name):
        place = 0
        for letter in name.strip().upper():
            place = place * 26 + ord(letter) - 64
        if place <= len(cells):
            return place - 1
    raise Unfit(
        say("There is no column “{name}”", name=name[:40]), say("The columns are: {names}.", names=_list(cells))
    )


def _letters(place: int) -> str:
    """The letters of a column, as Excel has them."""
    return (
        chr(ord("A") + place) if place < _ALPHABET else _letters(place // _ALPHABET - 1) + _letters(place % _ALPHABET)
    )


def _is_letter(name: str) -> bool:
    return re.fullmatch(r"[A-Z]{1,2}", name.strip()) is not None


def _open(kind: Kind) -> list[str]:
    return [name for name, field in FIELDS[kind].items() if field.place]


def _unknown(kind: Kind, cells: Sequence[str]) -> Message:
    return say("No column was recognised as “{field}” among: {names}", field=NEEDED[kind], names=_list(cells))


def _say_map(kind: Kind, cells: Sequence[str]) -> Message:
    first = next((cell for cell in cells if cell), "A")
    return say(
        "Say which one it is: --map “{column}={field}”. The fields are: {names}.",
        column=first[:40],
        field=NEEDED[kind],
        names=", ".join(_open(kind)),
    )


def _list(cells: Sequence[str]) -> str:
    return ", ".join(f"“{' '.join(cell.split())[:30]}”" for cell in cells if cell)[:400] or "–"
