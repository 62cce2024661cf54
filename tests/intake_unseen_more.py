"""Six more minutes as organisations write them, written after the import was mended for the eight of intake_unseen_minutes.

Names of persons are placeholders; what must come out of each was written by reading it.
"""

from __future__ import annotations

from collections.abc import Callable

from intake_meetings import MinutesDocument
from intake_plans import names
from intake_unseen_minutes import PERSONS
from intake_wanted import WantedMinutes, WantedPoint
from intake_word import Word


def asked_labels() -> MinutesDocument:
    """Labels as questions, each item a table of its own, and a table with questions at the end."""
    word = Word(dutch=True)
    word.title("Huis van het Kind Leiewaard – verslag kerngroep")
    word.table(
        [
            ("Wanneer?", "ma 14/09/2026 van 9u tot 11u30"),
            ("Waar?", "Bibliotheek Leiewaard, leeszaal"),
            ("Wie?", "Kinderopvang De Bij, Opgroeien, CLB Leiewaard"),
            ("Verontschuldigd:", "Sportdienst Leiewaard"),
        ],
        widths=(4, 12),
    )
    for number, title, said, action in (
        (
            1,
            "Onthaal nieuwe ouders",
            "Elke maand komen er gemiddeld vijftien gezinnen langs.",
            "CLB Leiewaard maakt een flyer tegen 1 oktober",
        ),
        (2, "Speelstraten", "De buurt vraagt er twee in de zomer.", "/"),
    ):
        word.heading(2, f"{number}. {title}")
        word.table([("Bespreking", said), ("Actie", action)], widths=(3, 13))
    word.heading(2, "Wie doet wat?")
    word.table(
        [
            ("Wat?", "Wie?", "Wanneer?"),
            ("Zaal vragen voor de babybeurs", "Kinderopvang De Bij", "uiterlijk 18 september"),
            ("Jaarcijfers doorgeven", "iedereen", "volgend overleg"),
        ]
    )
    word.para("Volgende kerngroep: ma 09/11/2026, 9u, Bibliotheek Leiewaard")
    return MinutesDocument(
        "asked_labels",
        word.data(),
        WantedMinutes(
            title=(
                "Huis van het Kind Leiewaard – kerngroep",
                "Huis van het Kind Leiewaard",
                "Kerngroep",
                "Huis van het Kind Leiewaard – verslag kerngroep",
            ),
            date="2026-09-14",
            start="09:00",
            end="11:30",
            location="Bibliotheek Leiewaard, leeszaal",
            present=names("Kinderopvang De Bij", "Opgroeien", "CLB Leiewaard"),
            excused=names("Sportdienst Leiewaard"),
            items=(
                (
                    "Onthaal nieuwe ouders",
                    "Elke maand komen er gemiddeld vijftien gezinnen langs. CLB Leiewaard maakt een flyer",
                ),
                ("Speelstraten", "De buurt vraagt er twee in de zomer."),
            ),
            items_or=("Wie doet wat?",),
            points=(
                WantedPoint("CLB Leiewaard maakt een flyer", names("CLB Leiewaard"), "2026-10-01"),
                WantedPoint("Zaal vragen voor de babybeurs", names("Kinderopvang De Bij"), "2026-09-18"),
                WantedPoint("Jaarcijfers doorgeven", (), "2026-11-09"),
            ),
            next_date="2026-11-09",
            next_start="09:00",
            next_location="Bibliotheek Leiewaard",
            loose="Bespreking Actie Volgende kerngroep ma 09/11/2026 9u Bibliotheek Leiewaard Wie iedereen",
        ),
    )


def listed_agenda() -> MinutesDocument:
    """The agenda first; each item begins with its word; who was there line by line; tasks in a list with dashes."""
    return MinutesDocument(
        "listed_agenda",
        LISTED.encode(),
        WantedMinutes(
            title=("Overleg mantelzorg", "Verslag overleg mantelzorg"),
            date="2026-03-19",
            start="09:30",
            end="11:00",
            location="OCMW Zandberge",
            present=names("OCMW Zandberge", "Samana", "Steunpunt Mantelzorg"),
            excused=names("Liever Thuis"),
            items=(
                ("Week van de mantelzorg", "De week loopt van 22 tot 28 juni. We zoeken een zaal voor 80 mensen."),
                ("Premie", "De premie stijgt naar 35 euro per maand."),
                ("Rondvraag", "Geen vragen."),
            ),
            points=(
                WantedPoint("zaal zoeken", names("OCMW Zandberge"), "2026-05-01"),
                WantedPoint("uitnodiging opstellen", names("Samana")),
                WantedPoint("sprekers aanspreken", names("Steunpunt Mantelzorg"), "eind april 2026"),
            ),
            events_or=("06-22",),
            next_date="2026-05-21",
            next_start="09:30",
            next_location="OCMW Zandberge",
            loose="Te doen Volgende bijeenkomst op donderdag 21 mei om 9.30 uur in het OCMW Zandberge",
        ),
        "txt",
    )


LISTED = """\
Verslag overleg mantelzorg - 19 maart 2026

Uur: 9.30 - 11.00 uur
Plaats: OCMW Zandberge

Aanwezig:
OCMW Zandberge
Samana
Steunpunt Mantelzorg
Verontschuldigd:
Liever Thuis

Agenda:
1. Week van de mantelzorg
2. Premie
3. Rondvraag

Agendapunt 1: Week van de mantelzorg
De week loopt van 22 tot 28 juni. We zoeken een zaal voor 80 mensen.

Agendapunt 2: Premie
De premie stijgt naar 35 euro per maand.

Agendapunt 3: Rondvraag
Geen vragen.

Te doen:
- zaal zoeken (OCMW Zandberge) – vóór 1 mei
- uitnodiging opstellen (Samana)
- sprekers aanspreken (Steunpunt Mantelzorg) – eind april

Volgende bijeenkomst op donderdag 21 mei om 9.30 uur in het OCMW Zandberge.
"""


def short_labels() -> MinutesDocument:
    """Short labels, stars for bold, and actions in capitals at the ends of lines."""
    return MinutesDocument(
        "short_labels",
        SHORT.encode(),
        WantedMinutes(
            title=("Teamoverleg geïntegreerd breed onthaal", "Teamoverleg GBO"),
            date="2026-01-06",
            start="13:00",
            end="14:30",
            location="via Teams",
            present=names("CAW Delta", "OCMW Polderstad", "DMW Christelijke Mutualiteit"),
            excused=names("OCMW Kreekrijk"),
            items=(
                ("Cijfers 2025", "Vorig jaar waren er 212 gezamenlijke dossiers. rapport afwerken"),
                ("Nieuwe folder", "De drukproef is klaar. Iedereen vindt de kleuren goed. drukproef nalezen"),
                ("Opleiding", "Gepland in het voorjaar. Akkoord: we volgen de opleiding samen."),
            ),
            points=(
                WantedPoint("rapport afwerken", names("CAW Delta"), "2026-01-31"),
                WantedPoint("drukproef nalezen", names("OCMW Polderstad"), "2026-01-16"),
            ),
            decisions_or=("we volgen de opleiding samen.",),
            next_date="2026-02-03",
            next_start="13:00",
            next_location_or="via Teams",
            loose="Volgend overleg: 3/2 om 13u via Teams ACTIE",
        ),
        "txt",
    )


SHORT = """\
*Teamoverleg geïntegreerd breed onthaal*
Dinsdag 6/01/2026, 13u - 14u30, via Teams
Aanw.: CAW Delta, OCMW Polderstad, DMW Christelijke Mutualiteit
Veront.: OCMW Kreekrijk

*1. Cijfers 2025*
Vorig jaar waren er 212 gezamenlijke dossiers.
ACTIE CAW Delta: rapport afwerken tegen 31/1

*2. Nieuwe folder*
De drukproef is klaar. Iedereen vindt de kleuren goed.
ACTIE: drukproef nalezen - OCMW Polderstad - 16/1

*3. Opleiding*
Gepland in het voorjaar. Akkoord: we volgen de opleiding samen.

Volgend overleg: 3/2 om 13u via Teams
"""


def markdown_notes() -> MinutesDocument:
    """Notes that were exported as Markdown, with boxes, and who and when under each point."""
    return MinutesDocument(
        "markdown_notes",
        NOTES.encode(),
        WantedMinutes(
            title=("Werkgroep Digitale Inclusie", "Verslag Werkgroep Digitale Inclusie"),
            date="2026-04-28",
            start="10:00",
            location="Bib Hoogland",
            present=names("Bib Hoogland", "Ligo", "Digibank Hoogland"),
            items=(
                (
                    "Digibanken",
                    "Er zijn nu drie digibanken. De digibank op de markt trekt het meeste volk. openingsuren op één pagina zetten",
                ),
                ("Laptops", "Bedrijven schenken nog altijd toestellen. vijftien laptops ophalen bij de schenker"),
            ),
            points=(
                WantedPoint("openingsuren op één pagina zetten", names("Bib Hoogland"), "2026-05-15"),
                WantedPoint("vijftien laptops ophalen bij de schenker", names("Digibank Hoogland")),
            ),
            decisions=("toestellen krijgen vooraf een nieuwe harde schijf",),
            next_date="2026-06-30",
            next_start="10:00",
            items_or=("Volgende keer",),
            loose="toestellen krijgen vooraf een nieuwe harde schijf Volgende keer",
        ),
        "md",
    )


NOTES = """\
# Verslag Werkgroep Digitale Inclusie

**Datum:** 28 april 2026
**Start:** 10:00
**Locatie:** Bib Hoogland
**Aanwezig:** Bib Hoogland, Ligo, Digibank Hoogland

## Digibanken

Er zijn nu drie digibanken. De digibank op de markt trekt het meeste volk.

- [ ] openingsuren op één pagina zetten
  - **Wie:** Bib Hoogland
  - **Tegen:** 15 mei 2026

## Laptops

Bedrijven schenken nog altijd toestellen.

**Besluit:** toestellen krijgen vooraf een nieuwe harde schijf

- [ ] vijftien laptops ophalen bij de schenker (Digibank Hoogland)

## Volgende keer

30 juni 2026, 10:00
"""


def two_people_tables() -> MinutesDocument:
    """A table of people with crosses; numbered headings of Word; a decision list and a to-do list at the end."""
    word = Word()
    word.numbered_headings("%1.", "%1.%2")
    word.para("ELZ Waterland – bestuursorgaan", bold=True)
    word.para("VERSLAG 24 SEPTEMBER 2026", bold=True)
    word.para("Aanvang: 18.00 uur. Einde: 20.15 uur. Plaats: Dienstencentrum 't Getij")
    word.table(
        [
            ("Naam", "Vertegenwoordigt", "A", "V"),
            ("Voornaam Achternaam", "Huisartsenkring Waterland", "x", ""),
            ("Piet Voorbeeld", "Vereniging van Patiënten", "x", ""),
            ("Lieve Voorbeeld", "Gemeente Dijkzicht", "", "x"),
        ]
    )
    word.heading(1, "Goedkeuring verslag 25 juni")
    word.para("Het verslag wordt goedgekeurd.")
    word.heading(1, "Begroting 2027")
    word.para("Het ontwerp ligt voor. De huur stijgt met 4 procent. Piet Voorbeeld vraagt om de reserve te bewaren.")
    word.heading(1, "Overzicht beslissingen")
    word.bullets("De begroting 2027 wordt goedgekeurd met eenparigheid van stemmen.")
    word.heading(1, "Overzicht acties")
    word.bullets(
        "Huisartsenkring Waterland: wachtdienst bespreken met de buurkringen (voor 1 december)",
        "Begroting doorsturen naar de overheid – coördinator – tegen 15 oktober",
    )
    word.heading(1, "Volgende vergadering")
    word.para("Donderdag 26 november 2026 om 18.00 uur in Dienstencentrum 't Getij.")
    return MinutesDocument(
        "two_people_tables",
        word.data(),
        WantedMinutes(
            title=("ELZ Waterland – bestuursorgaan",),
            date="2026-09-24",
            start="18:00",
            end="20:15",
            location="Dienstencentrum 't Getij",
            present=names("Huisartsenkring Waterland", "Vereniging van Patiënten"),
            excused=names("Gemeente Dijkzicht"),
            items=(
                ("Goedkeuring verslag 25 juni", "Het verslag wordt goedgekeurd."),
                (
                    "Begroting 2027",
                    "Het ontwerp ligt voor. De huur stijgt met 4 procent. vraagt om de reserve te bewaren.",
                ),
            ),
            items_or=("Overzicht beslissingen", "Overzicht acties", "Volgende vergadering"),
            points=(
                WantedPoint(
                    "wachtdienst bespreken met de buurkringen", names("Huisartsenkring Waterland"), "2026-12-01"
                ),
                WantedPoint("Begroting doorsturen naar de overheid", due="2026-10-15"),
            ),
            decisions=("De begroting 2027 wordt goedgekeurd met eenparigheid van stemmen.",),
            next_date="2026-11-26",
            next_start="18:00",
            next_location="Dienstencentrum 't Getij",
            loose="persoon 1 2 3",
            persons=PERSONS,
        ),
    )


def running_text() -> MinutesDocument:
    """Paragraphs that begin with a bold subject; decisions and tasks told in sentences."""
    word = Word(dutch=True)
    word.title("Verslag overlegplatform Wonen en Zorg van woensdag 18 november 2026")
    word.para("We kwamen samen in het gemeentehuis van Bosveld, van 10 tot 12 uur.")
    word.para(
        "Aanwezig waren: Woonmaatschappij Bosveld, OCMW Bosveld en Beschut Wonen De Schakel. WZC Bosrand liet zich verontschuldigen."
    )
    for subject, text in (
        ("Noodwoningen.", " Er zijn vier noodwoningen. We beslissen om er in 2027 twee bij te vragen."),
        (
            "Signalen.",
            " OCMW Bosveld ziet meer jongeren zonder woonst. OCMW Bosveld bezorgt de cijfers tegen de volgende vergadering.",
        ),
    ):
        paragraph = word.para(subject, bold=True)
        paragraph.add_run(text)
    word.para(
        "De volgende vergadering vindt plaats op woensdag 20 januari 2027 om 10 uur, opnieuw in het gemeentehuis."
    )
    return MinutesDocument(
        "running_text",
        word.data(),
        WantedMinutes(
            title=("Overlegplatform Wonen en Zorg", "Verslag overlegplatform Wonen en Zorg"),
            date="2026-11-18",
            start="10:00",
            end="12:00",
            location="gemeentehuis van Bosveld",
            present=names("Woonmaatschappij Bosveld", "OCMW Bosveld", "Beschut Wonen De Schakel"),
            excused=names("WZC Bosrand"),
            points_or=("OCMW Bosveld bezorgt de cijfers",),
            decisions=("We beslissen om er in 2027 twee bij te vragen.",),
            next_date="2027-01-20",
            next_start="10:00",
            next_location_or="gemeentehuis",
        ),
    )


MEETINGS: tuple[Callable[[], MinutesDocument], ...] = (
    asked_labels,
    listed_agenda,
    short_labels,
    markdown_notes,
    two_people_tables,
    running_text,
)
