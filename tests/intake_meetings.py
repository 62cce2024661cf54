"""Minutes of other makes, of zones that do not exist: each a Word file or a text, and what must come out of it.

Names of persons in them are placeholders.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from intake_plans import names
from intake_wanted import WantedMinutes, WantedPoint, digest
from intake_word import Word

PERSONS = tuple(digest(one) for one in ("voornaam", "achternaam", "piet", "voorbeeld"))


class MinutesDocument(NamedTuple):
    """``kind`` is how the file's name ends."""

    name: str
    data: bytes
    wanted: WantedMinutes
    kind: str = "docx"


def board() -> MinutesDocument:
    """A board: a table of who attended, numbered headings, and a column I/D/A for what is to inform, discuss or act on."""
    word = Word(dutch=True)
    word.header("Zorgraad Heuvelrug vzw", "Verslag bestuursorgaan – pagina")
    word.title("Verslag bestuursorgaan Zorgraad Heuvelrug")
    word.para(
        "Datum: donderdag 12 februari 2026",
        "Uur: 19.30 u. – 21.45 u.",
        "Plaats: Huis van de Zorg, Kerkstraat 4, Bergdal",
    )
    word.table(
        [
            ("Naam", "Organisatie", "Aanwezig", "Verontschuldigd"),
            ("Voornaam Achternaam", "Huisartsenkring Heuvelrug", "x", ""),
            ("Piet Voorbeeld", "OCMW Bergdal", "x", ""),
            ("Voornaam Achternaam", "Apothekersbond Heuvelrug", "", "x"),
        ]
    )
    word.heading(1, "1. Goedkeuring vorig verslag")
    word.para("Het verslag van 8 januari 2026 wordt goedgekeurd.")
    word.heading(1, "2. Jaarrekening 2025")
    word.para("De penningmeester licht de cijfers toe. Er is een overschot van 1.200 euro.")
    word.para("Beslissing: Het bestuur keurt de jaarrekening 2025 goed.")
    word.heading(1, "3. Nieuwe website")
    word.table(
        [
            ("Onderwerp", "Verslag", "I/D/A", "Wie", "Tegen"),
            ("Ontwerp", "De eerste schets is klaar.", "I", "", ""),
            ("Teksten", "Teksten voor de zes rubrieken aanleveren", "A", "OCMW Bergdal", "15/03/2026"),
        ]
    )
    word.heading(1, "4. Varia")
    word.para("Geen.")
    word.para("Volgende vergadering: donderdag 9 april 2026 om 19.30 u. in het gemeentehuis van Kouter.")
    return MinutesDocument(
        "board",
        word.data(),
        WantedMinutes(
            title=("Bestuursorgaan Zorgraad Heuvelrug", "Verslag bestuursorgaan Zorgraad Heuvelrug"),
            date="2026-02-12",
            start="19:30",
            end="21:45",
            location="Huis van de Zorg, Kerkstraat 4, Bergdal",
            present=names("Huisartsenkring Heuvelrug", "OCMW Bergdal"),
            excused=names("Apothekersbond Heuvelrug"),
            items=(
                ("Goedkeuring vorig verslag", "Het verslag van 8 januari 2026 wordt goedgekeurd."),
                (
                    "Jaarrekening 2025",
                    "De penningmeester licht de cijfers toe. Er is een overschot van 1.200 euro. Het bestuur keurt de jaarrekening 2025 goed.",
                ),
                (
                    "Nieuwe website",
                    "Ontwerp De eerste schets is klaar. Teksten Teksten voor de zes rubrieken aanleveren",
                ),
                ("Varia", "Geen."),
            ),
            points=(WantedPoint("Teksten voor de zes rubrieken aanleveren", names("OCMW Bergdal"), "2026-03-15"),),
            decisions=("Het bestuur keurt de jaarrekening 2025 goed.",),
            next_date="2026-04-09",
            next_start="19:30",
            next_location="gemeentehuis van Kouter",
            loose="Volgende vergadering: donderdag 9 april 2026 om 19.30 u. in het gemeentehuis van Kouter. Onderwerp Verslag I D A Wie Tegen",
            persons=PERSONS,
        ),
    )


def working_group() -> MinutesDocument:
    """A working group with a list of actions at the end."""
    word = Word(dutch=True)
    word.title("Werkgroep Valpreventie – verslag 3 maart 2026")
    word.para("Aanvang: 14u00", "Einde: 15u30", "Locatie: LDC De Notelaar")
    word.para("Aanwezig: Thuisverpleging Rivierland, Kinesistenkring Oever, WZC De Wilg")
    word.para("Verontschuldigd: Ergotherapie Oost")
    word.heading(1, "1. Stand van zaken valklinieken")
    word.para("Twee valklinieken zijn gestart. De opkomst viel mee.")
    word.heading(1, "2. Campagne in oktober")
    word.para("De groep kiest voor affiches en een oefenfilmpje.")
    word.heading(1, "Acties")
    word.bullets(
        "Affiches bestellen – Thuisverpleging Rivierland – tegen 1 juni 2026",
        "Oefenfilmpje opnemen (Kinesistenkring Oever, tegen eind augustus 2026)",
        "Zaal zoeken voor de tweede valkliniek: WZC De Wilg",
    )
    word.para("Volgend overleg: dinsdag 5 mei 2026, 14u, LDC De Notelaar")
    return MinutesDocument(
        "working_group",
        word.data(),
        WantedMinutes(
            title=("Werkgroep Valpreventie", "Werkgroep Valpreventie – verslag 3 maart 2026"),
            date="2026-03-03",
            start="14:00",
            end="15:30",
            location="LDC De Notelaar",
            present=names("Thuisverpleging Rivierland", "Kinesistenkring Oever", "WZC De Wilg"),
            excused=names("Ergotherapie Oost"),
            items=(
                ("Stand van zaken valklinieken", "Twee valklinieken zijn gestart. De opkomst viel mee."),
                ("Campagne in oktober", "De groep kiest voor affiches en een oefenfilmpje."),
            ),
            points=(
                WantedPoint("Affiches bestellen", names("Thuisverpleging Rivierland"), "2026-06-01"),
                WantedPoint("Oefenfilmpje opnemen", names("Kinesistenkring Oever"), "eind augustus 2026"),
                WantedPoint("Zaal zoeken voor de tweede valkliniek", names("WZC De Wilg")),
            ),
            next_date="2026-05-05",
            next_start="14:00",
            next_location="LDC De Notelaar",
            items_or=("Acties",),
            loose="Volgend overleg: dinsdag 5 mei 2026, 14u, LDC De Notelaar",
        ),
    )


def mail() -> MinutesDocument:
    """Minutes that were typed in a mail."""
    return MinutesDocument(
        "mail",
        MAIL.encode(),
        WantedMinutes(
            title=(
                "overleg palliatieve zorg",
                "Verslag overleg palliatieve zorg",
                "Verslag overleg palliatieve zorg 21/01/2026",
            ),
            date="2026-01-21",
            start="10:00",
            location="Campus Noord",
            present=names("Palliatief Netwerk Oost", "AZ Kempenhart", "ELZ Kempenhart"),
            items=(),
            points=(
                WantedPoint("folder nalezen", names("AZ Kempenhart"), "2026-02-06"),
                WantedPoint("datum prikken voor de vorming", names("Palliatief Netwerk Oost")),
            ),
            next_date="2026-03-18",
            next_start="10:00",
            links=("https://voorbeeld.example/folder",),
            gone=("utm_source",),
        ),
        "txt",
    )


MAIL = """Onderwerp: Verslag overleg palliatieve zorg 21/01/2026

Beste allemaal,

Hierbij het verslag van ons overleg van woensdag 21 januari 2026 om 10u in Campus Noord.
Aanwezig: Palliatief Netwerk Oost, AZ Kempenhart, ELZ Kempenhart

- De folder voor families is bijna klaar, zie https://voorbeeld.example/folder?utm_source=nieuwsbrief
- De vorming voor vrijwilligers krijgt een tweede avond.

Actie: folder nalezen (AZ Kempenhart, tegen 6/2)
Actie: datum prikken voor de vorming (Palliatief Netwerk Oost)

We zien elkaar terug op woensdag 18 maart om 10 uur.

Met vriendelijke groeten
Het secretariaat
"""


def what_who_when() -> MinutesDocument:
    """A table with what, who and when."""
    word = Word()
    word.para("VERSLAG STUURGROEP BEWEGEN", bold=True)
    word.table(
        [
            ("Datum", "ma 16 maart 2026"),
            ("Tijdstip", "van 9 tot 11 uur"),
            ("Locatie", "Sporthal De Kaai, zaal 2"),
            ("Aanwezigen", "Sportdienst Oeverbeke, Logo Kempenhart, Mutualiteit Horizon"),
            ("Afwezig met kennisgeving", "Gemeente Kouter"),
        ],
        widths=(4, 11),
    )
    word.para("Agendapunt 1: Cijfers 2025", bold=True)
    word.para("In 2025 meldden zich 84 nieuwe deelnemers.")
    word.para("Agendapunt 2: Partners vinden", bold=True)
    word.para("De stuurgroep wil meer apothekers betrekken.")
    word.para("Afspraken", bold=True)
    word.table(
        [
            ("Wat", "Wie", "Wanneer"),
            ("Brief naar alle apothekers sturen", "Logo Kempenhart", "30/04/2026"),
            ("Cijfers per gemeente opvragen", "Sportdienst Oeverbeke en Mutualiteit Horizon", "volgende vergadering"),
        ]
    )
    word.para("Datum volgende vergadering: maandag 15 juni 2026 van 9 tot 11 uur")
    return MinutesDocument(
        "what_who_when",
        word.data(),
        WantedMinutes(
            title=("Stuurgroep Bewegen", "Verslag stuurgroep Bewegen"),
            date="2026-03-16",
            start="09:00",
            end="11:00",
            location="Sporthal De Kaai, zaal 2",
            present=names("Sportdienst Oeverbeke", "Logo Kempenhart", "Mutualiteit Horizon"),
            excused=names("Gemeente Kouter"),
            items=(
                ("Cijfers 2025", "In 2025 meldden zich 84 nieuwe deelnemers."),
                ("Partners vinden", "De stuurgroep wil meer apothekers betrekken."),
            ),
            points=(
                WantedPoint("Brief naar alle apothekers sturen", names("Logo Kempenhart"), "2026-04-30"),
                WantedPoint(
                    "Cijfers per gemeente opvragen", names("Sportdienst Oeverbeke", "Mutualiteit Horizon"), "2026-06-15"
                ),
            ),
            next_date="2026-06-15",
            next_start="09:00",
            items_or=("Afspraken",),
            loose="Afspraken Brief naar alle apothekers sturen Cijfers per gemeente opvragen"
            " Datum volgende vergadering: maandag 15 juni 2026 van 9 tot 11 uur",
        ),
    )


def council() -> MinutesDocument:
    """In the style of a municipal council: considerations and numbered articles."""
    word = Word()
    word.title("Notulen vast bureau Oeverbeke")
    word.para("Zitting van 20 april 2026")
    word.para("De zitting begint om 18.00 uur in de raadzaal van het gemeentehuis.")
    word.para("1. Subsidie buurtwerk", bold=True)
    word.para(
        "Gelet op de aanvraag van vzw De Brug;",
        "Overwegende dat het krediet volstaat;",
        "BESLUIT met eenparigheid van stemmen:",
    )
    word.para("Artikel 1. De subsidie van 5.000 euro wordt toegekend aan vzw De Brug.")
    word.para("Artikel 2. De dienst Financiën wordt belast met de uitvoering.")
    word.para("2. Verslag eerstelijnszone", bold=True)
    word.para("Het vast bureau neemt kennis van het verslag.")
    word.para("De zitting wordt gesloten om 18.45 uur.")
    return MinutesDocument(
        "council",
        word.data(),
        WantedMinutes(
            title=("Vast bureau Oeverbeke", "Notulen vast bureau Oeverbeke"),
            date="2026-04-20",
            start="18:00",
            end="18:45",
            location="raadzaal van het gemeentehuis",
            items=(
                (
                    "Subsidie buurtwerk",
                    "Gelet op de aanvraag van vzw De Brug; Overwegende dat het krediet volstaat; BESLUIT met eenparigheid van stemmen:"
                    " Artikel 1. De subsidie van 5.000 euro wordt toegekend aan vzw De Brug."
                    " Artikel 2. De dienst Financiën wordt belast met de uitvoering.",
                ),
                ("Verslag eerstelijnszone", "Het vast bureau neemt kennis van het verslag."),
            ),
            loose="De zitting wordt gesloten om 18.45 uur.",
            decisions=(
                "De subsidie van 5.000 euro wordt toegekend aan vzw De Brug.",
                "De dienst Financiën wordt belast met de uitvoering.",
            ),
        ),
    )


def english() -> MinutesDocument:
    """Minutes in English."""
    word = Word()
    word.title("Minutes of the Steering Group on Dementia")
    word.para("Date: Tuesday 10 March 2026", "Time: 1.30 pm – 3 pm", "Venue: Riverside Hospital, room 4")
    word.para(
        "Present: Riverside Hospital, Home Nursing Union, Primary Care Zone Greenfield", "Apologies: Carers' Circle"
    )
    word.heading(1, "1. Minutes of the last meeting")
    word.para("The minutes were approved.")
    word.heading(1, "2. Memory clinic")
    word.para("The clinic opens on Mondays.")
    word.para("Decision: The clinic will be free of charge in its first year.")
    word.para("Action: Print the leaflet (Riverside Hospital, by 31 March 2026)")
    word.heading(1, "3. Any other business")
    word.para("None.")
    word.para("Next meeting: Tuesday 12 May 2026 at 1.30 pm, Riverside Hospital")
    return MinutesDocument(
        "english",
        word.data(),
        WantedMinutes(
            title=("Steering Group on Dementia", "Minutes of the Steering Group on Dementia"),
            date="2026-03-10",
            start="13:30",
            end="15:00",
            location="Riverside Hospital, room 4",
            present=names("Riverside Hospital", "Home Nursing Union", "Primary Care Zone Greenfield"),
            excused=names("Carers' Circle"),
            items=(
                ("Minutes of the last meeting", "The minutes were approved."),
                (
                    "Memory clinic",
                    "The clinic opens on Mondays. The clinic will be free of charge in its first year. Print the leaflet",
                ),
                ("Any other business", "None."),
            ),
            points=(WantedPoint("Print the leaflet", names("Riverside Hospital"), "2026-03-31"),),
            decisions=("The clinic will be free of charge in its first year.",),
            next_date="2026-05-12",
            next_start="13:30",
            next_location="Riverside Hospital",
            loose="Next meeting: Tuesday 12 May 2026 at 1.30 pm, Riverside Hospital",
        ),
    )


def bullets_only() -> MinutesDocument:
    """Bullets from beginning to end, with the date in the title."""
    word = Word()
    word.para("Kort verslag kernteam 22 mei 2026", bold=True)
    word.bullets("Onthaal nieuwe collega verliep vlot", "Netwerkdag: 74 inschrijvingen")
    word.bullets("zaal is betaald", "broodjes nog te bestellen", depth=2)
    word.bullets("Nieuwsbrief vertrekt op 1 juni 2026", "To do: broodjes bestellen (secretariaat)")
    return MinutesDocument(
        "bullets_only",
        word.data(),
        WantedMinutes(
            title=("Kernteam", "Kort verslag kernteam", "Kort verslag kernteam 22 mei 2026"),
            date="2026-05-22",
            points=(WantedPoint("broodjes bestellen", names("secretariaat")),),
            events_or=("06-01",),
        ),
    )


def decisions() -> MinutesDocument:
    """Decisions that count on: ``Besluit 1:`` …, and a list at the end that says them again is not twice."""
    word = Word(dutch=True)
    word.title("Verslag algemene vergadering ELZ Zuiderdijk")
    word.para("Datum: 28/05/2026", "Uur: 20h00 - 22h15", "Plaats: Cultuurhuis De Dam")
    word.heading(2, "Agendapunt 1 – Jaarverslag")
    word.para("Het jaarverslag werd vooraf rondgestuurd.", "Besluit 1: De vergadering keurt het jaarverslag 2025 goed.")
    word.heading(2, "Agendapunt 2 – Nieuwe leden")
    word.para("Besluit 2: Kinderopvang De Mol wordt lid.", "Besluit 3: De bijdrage blijft 50 euro.")
    word.heading(2, "Agendapunt 3 – Rondvraag")
    word.para("Iemand vraagt naar de parkeerplaatsen.")
    return MinutesDocument(
        "decisions",
        word.data(),
        WantedMinutes(
            title=("Algemene vergadering ELZ Zuiderdijk", "Verslag algemene vergadering ELZ Zuiderdijk"),
            date="2026-05-28",
            start="20:00",
            end="22:15",
            location="Cultuurhuis De Dam",
            items=(
                (
                    "Jaarverslag",
                    "Het jaarverslag werd vooraf rondgestuurd. De vergadering keurt het jaarverslag 2025 goed.",
                ),
                ("Nieuwe leden", "Kinderopvang De Mol wordt lid. De bijdrage blijft 50 euro."),
                ("Rondvraag", "Iemand vraagt naar de parkeerplaatsen."),
            ),
            decisions=(
                "De vergadering keurt het jaarverslag 2025 goed.",
                "Kinderopvang De Mol wordt lid.",
                "De bijdrage blijft 50 euro.",
            ),
        ),
    )


def persons() -> MinutesDocument:
    """Persons with their organisation in brackets; the next meeting has no year, and lies in the next one."""
    word = Word(dutch=True)
    word.title("Verslag cluster Zorg ELZ Kempenhart")
    word.para("Datum: dinsdag 24 november 2026", "Tijdstip: 12u30 tot 14u", "Locatie: online")
    word.para(
        "Aanwezigen: Voornaam Achternaam (AZ Kempenhart), Piet Voorbeeld (Thuiszorg Linde), mevr. Voorbeeld (Apothekersbond)"
    )
    word.para("Verontschuldigd: dhr. Achternaam (Huisartsenkring Kempen)")
    word.heading(1, "1. Wachtlijsten")
    word.para("De wachtlijsten worden langer. Elke partner bezorgt cijfers.")
    word.para("Werkpunt: cijfers bezorgen aan het secretariaat (alle partners) tegen 15 december")
    word.heading(1, "2. Varia")
    word.para("De volgende bijeenkomst is op dinsdag 19 januari om 12u30, opnieuw online.")
    return MinutesDocument(
        "persons",
        word.data(),
        WantedMinutes(
            title=("Cluster Zorg ELZ Kempenhart", "Verslag cluster Zorg ELZ Kempenhart"),
            date="2026-11-24",
            start="12:30",
            end="14:00",
            location="online",
            present=names("AZ Kempenhart", "Thuiszorg Linde", "Apothekersbond"),
            excused=names("Huisartsenkring Kempen"),
            items=(
                (
                    "Wachtlijsten",
                    "De wachtlijsten worden langer. Elke partner bezorgt cijfers. cijfers bezorgen aan het secretariaat",
                ),
                ("Varia", "De volgende bijeenkomst is op dinsdag 19 januari om 12u30, opnieuw online."),
            ),
            points=(WantedPoint("cijfers bezorgen aan het secretariaat", names("alle partners"), "2026-12-15"),),
            next_date="2027-01-19",
            next_start="12:30",
            next_location="online",
            persons=PERSONS,
        ),
    )


def action_table() -> MinutesDocument:
    """The agenda is listed first and comes again as headings; at the end an action list with numbers and states."""
    word = Word(dutch=True)
    word.title("Verslag stuurgroep Zorg op afstand")
    word.para("Datum: 12.03.2026", "Van 9u tot 10u30", "Waar: via Teams")
    word.para("Deelnemers", bold=True)
    word.bullets("Thuiszorg Linde", "Ziekenfonds Horizon", "Zorgraad Polderland")
    word.para("Agenda", bold=True)
    word.bullets("Stand van het project", "Budget", "Planning", numbered=True)
    word.heading(1, "Stand van het project")
    word.para("Veertig toestellen zijn geplaatst.")
    word.heading(1, "Budget")
    word.para("Er is nog 8.000 euro. Er wordt beslist om twintig toestellen bij te kopen.")
    word.heading(1, "Planning")
    word.para("De evaluatie loopt in het najaar.")
    word.heading(1, "Actielijst")
    word.table(
        [
            ("Nr.", "Actie", "Verantwoordelijke", "Deadline", "Status"),
            ("1", "Toestellen bestellen", "Thuiszorg Linde", "20.03.2026", "lopend"),
            ("2", "Enquête opstellen", "Zorgraad Polderland", "01.06.2026", "nieuw"),
        ]
    )
    word.para("Volgende vergadering: 11.06.2026, 9u, via Teams")
    return MinutesDocument(
        "action_table",
        word.data(),
        WantedMinutes(
            title=("Stuurgroep Zorg op afstand", "Verslag stuurgroep Zorg op afstand"),
            date="2026-03-12",
            start="09:00",
            end="10:30",
            location="via Teams",
            present=names("Thuiszorg Linde", "Ziekenfonds Horizon", "Zorgraad Polderland"),
            items=(
                ("Stand van het project", "Veertig toestellen zijn geplaatst."),
                ("Budget", "Er is nog 8.000 euro. Er wordt beslist om twintig toestellen bij te kopen."),
                ("Planning", "De evaluatie loopt in het najaar."),
            ),
            items_or=("Actielijst",),
            points=(
                WantedPoint("Toestellen bestellen", names("Thuiszorg Linde"), "2026-03-20"),
                WantedPoint("Enquête opstellen", names("Zorgraad Polderland"), "2026-06-01"),
            ),
            decisions_or=("Er wordt beslist om twintig toestellen bij te kopen.",),
            next_date="2026-06-11",
            next_start="09:00",
            next_location="via Teams",
            loose="Agenda Stand van het project Budget Planning Toestellen bestellen Enquête opstellen lopend nieuw 1 2"
            " Volgende vergadering: 11.06.2026, 9u, via Teams",
        ),
    )


def printed_text() -> MinutesDocument:
    """The text of a PDF of two pages: heads and feet, words broken at the ends of lines, labels with tabs."""
    return MinutesDocument(
        "printed_text",
        PRINTED.encode(),
        WantedMinutes(
            title=("Overleg huisartsen en apothekers", "Verslag overleg huisartsen en apothekers"),
            date="2026-02-05",
            start="20:00",
            end="21:30",
            location="Apotheek De Vijzel, Bergdal",
            present=names("Huisartsenkring Heuvelrug", "Apothekersbond Heuvelrug"),
            items=(
                (
                    "Medicatieschema",
                    "Het medicatieschema raakt niet altijd bij de apotheker. De kring vraagt haar leden om het bij elke wijziging mee te geven."
                    " herinnering sturen aan alle praktijken",
                ),
                ("Wachtdienst", "De lijst voor 2026 is klaar. Wie wil ruilen, meldt dat aan het secretariaat."),
            ),
            points=(
                WantedPoint("herinnering sturen aan alle praktijken", names("Huisartsenkring Heuvelrug"), "2026-02-28"),
            ),
            next_date="2026-05-07",
            next_start="20:00",
            gone=("Pagina 1", "Pagina 2", "ELZ Heuvelrug - verslag"),
            loose="Volgende vergadering op donderdag 7 mei 2026 om 20u.",
        ),
        "txt",
    )


PRINTED = """                         ELZ Heuvelrug - verslag

VERSLAG OVERLEG HUISARTSEN EN APOTHEKERS

Datum:\t\t5 februari 2026
Uur:\t\t20u00 - 21u30
Plaats:\t\tApotheek De Vijzel, Bergdal
Aanwezig:\tHuisartsenkring Heuvelrug, Apothekersbond Heuvelrug

1. Medicatieschema

Het medicatieschema raakt niet altijd bij de apotheker. De kring vraagt haar le-
den om het bij elke wijziging mee te geven.
Actie: herinnering sturen aan alle praktijken (Huisartsenkring Heuvelrug, 28/02/2026)

Pagina 1
                         ELZ Heuvelrug - verslag

2. Wachtdienst

De lijst voor 2026 is klaar. Wie wil ruilen, meldt dat aan het secre-
tariaat.

Volgende vergadering op donderdag 7 mei 2026 om 20u.

Pagina 2
"""


def decided_in_words() -> MinutesDocument:
    """Decisions that are told in sentences, and points with an arrow or in bold."""
    word = Word()
    word.title("Verslag bestuur vzw Zorgnet Polder – 17 september 2026")
    word.para("Aanwezige organisaties: WZC Duinrust, Thuiszorg Duin, OCMW Kouter")
    word.para("Begin: 17.00u / Einde: 18.30u")
    word.heading(2, "1) Huur van het lokaal")
    word.para("De huur stijgt met vijf procent.")
    word.para("Besluit: het bestuur zegt de huur op tegen eind 2026.")
    word.para("=> OCMW Kouter zoekt een ander lokaal tegen 1 november 2026")
    word.heading(2, "2) Personeel")
    word.para("BESLIST: de halftijdse kracht wordt voltijds.")
    word.para("ACTIE: contract aanpassen – Thuiszorg Duin – 30/09/2026", bold=True)
    word.heading(2, "3) Rondvraag")
    word.para("Niets.")
    return MinutesDocument(
        "decided_in_words",
        word.data(),
        WantedMinutes(
            title=("Bestuur vzw Zorgnet Polder", "Verslag bestuur vzw Zorgnet Polder"),
            date="2026-09-17",
            start="17:00",
            end="18:30",
            present=names("WZC Duinrust", "Thuiszorg Duin", "OCMW Kouter"),
            items=(
                (
                    "Huur van het lokaal",
                    "De huur stijgt met vijf procent. het bestuur zegt de huur op tegen eind 2026. OCMW Kouter zoekt een ander lokaal",
                ),
                ("Personeel", "de halftijdse kracht wordt voltijds. contract aanpassen"),
                ("Rondvraag", "Niets."),
            ),
            points=(
                WantedPoint("OCMW Kouter zoekt een ander lokaal", names("OCMW Kouter"), "2026-11-01"),
                WantedPoint("contract aanpassen", names("Thuiszorg Duin"), "2026-09-30"),
            ),
            decisions=("het bestuur zegt de huur op tegen eind 2026.", "de halftijdse kracht wordt voltijds."),
            loose="OCMW Kouter",
        ),
    )


def old_points() -> MinutesDocument:
    """Follow-up of the points of last time, some done, before the new ones."""
    word = Word(dutch=True)
    word.title("Verslag kernoverleg Jeugd")
    word.table([("Datum en uur", "woensdag 6 mei 2026, 13u30 tot 15u"), ("Plaats", "Jeugdhuis De Sluis")])
    word.heading(1, "1. Opvolging actiepunten vorig overleg")
    word.table(
        [
            ("Actiepunt", "Wie", "Stand van zaken"),
            ("Affiches ophangen", "Jeugdhuis De Sluis", "Gedaan"),
            ("Lijst van jeugdwerkers maken", "CLB Zuiderdijk", "Nog bezig"),
        ]
    )
    word.heading(1, "2. Zomerwerking")
    word.para("De zomerwerking start op 6 juli 2026.")
    word.heading(1, "3. Nieuwe actiepunten")
    word.table(
        [("Actiepunt", "Wie", "Tegen wanneer"), ("Brief aan ouders schrijven", "CLB Zuiderdijk", "15 juni 2026")]
    )
    return MinutesDocument(
        "old_points",
        word.data(),
        WantedMinutes(
            title=("Kernoverleg Jeugd", "Verslag kernoverleg Jeugd"),
            date="2026-05-06",
            start="13:30",
            end="15:00",
            location="Jeugdhuis De Sluis",
            items=(
                (
                    "Opvolging actiepunten vorig overleg",
                    "Affiches ophangen Lijst van jeugdwerkers maken",
                ),
                ("Zomerwerking", "De zomerwerking start op 6 juli 2026."),
            ),
            items_or=("Nieuwe actiepunten",),
            points=(WantedPoint("Brief aan ouders schrijven", names("CLB Zuiderdijk"), "2026-06-15"),),
            points_or=("Affiches ophangen", "Lijst van jeugdwerkers maken"),
            events_or=("07-06",),
            loose="Actiepunt Wie Stand van zaken Brief aan ouders schrijven Jeugdhuis De Sluis Gedaan CLB Zuiderdijk Nog bezig",
        ),
    )


def ticked_people() -> MinutesDocument:
    """Persons in a list with boxes: there or not; only their organisations may be public."""
    word = Word()
    word.title("Verslag werkgroep Armoede")
    word.para("13 oktober 2026 – 9u30 – Sociaal Huis Kouter")
    word.para("Aanwezig", bold=True)
    word.box("Piet Voorbeeld – CAW Kust", ticked=True, control=False)
    word.box("Voornaam Achternaam – OCMW Kouter", ticked=True, control=False)
    word.box("Voornaam Voorbeeld – Ziekenfonds Horizon", ticked=False, control=False)
    word.heading(1, "1. Energiearmoede")
    word.para("Piet Voorbeeld (CAW Kust) vertelt over de energiescans.")
    word.para("Actie Piet: folders bezorgen")
    return MinutesDocument(
        "ticked_people",
        word.data(),
        WantedMinutes(
            title=("Werkgroep Armoede", "Verslag werkgroep Armoede"),
            date="2026-10-13",
            start="09:30",
            location="Sociaal Huis Kouter",
            present=names("CAW Kust", "OCMW Kouter"),
            excused=(),
            excused_or=("Ziekenfonds Horizon",),
            items=(("Energiearmoede", "CAW Kust vertelt over de energiescans. folders bezorgen"),),
            points=(WantedPoint("folders bezorgen", names("CAW Kust")),),
            persons=PERSONS,
            loose="CAW Kust persoon 1 Actie",
        ),
    )


def plain_headings() -> MinutesDocument:
    """No style and no number: headings are bold lines, with notes below them."""
    word = Word()
    word.para("Overleg Thuisverplegers", bold=True)
    word.para("Vrijdag 4/12/2026 om 13 uur, LDC De Notelaar")
    word.para("Griepvaccins", bold=True)
    word.bullets("de vaccins zijn geleverd", "wie er te veel heeft, belt de apotheek")
    word.para("Wondzorg", bold=True)
    word.para("De opleiding gaat door op 12 januari.")
    word.para("Af te spreken / te doen", bold=True)
    word.typed(
        "lijst met belnummers nasturen (Thuisverpleging Rivierland)", "zaal vastleggen (LDC De Notelaar) voor 15/12"
    )
    word.para("Volgende keer: vrijdag 5 februari, zelfde uur en plaats")
    return MinutesDocument(
        "plain_headings",
        word.data(),
        WantedMinutes(
            title=("Overleg Thuisverplegers",),
            date="2026-12-04",
            start="13:00",
            location="LDC De Notelaar",
            items=(
                ("Griepvaccins", "de vaccins zijn geleverd wie er te veel heeft, belt de apotheek"),
                ("Wondzorg", "De opleiding gaat door op 12 januari."),
            ),
            items_or=("Af te spreken / te doen",),
            points=(
                WantedPoint("lijst met belnummers nasturen", names("Thuisverpleging Rivierland")),
                WantedPoint("zaal vastleggen", names("LDC De Notelaar"), "2026-12-15"),
            ),
            next_date="2027-02-05",
            next_start_or="13:00",
            next_location_or="LDC De Notelaar",
            events_or=("01-12",),
            loose="Volgende keer: vrijdag 5 februari, zelfde uur en plaats lijst met belnummers nasturen zaal vastleggen",
        ),
    )


def by_the_clock() -> MinutesDocument:
    """Every item begins with its hour; who was there stands with functions; what is agreed begins with an arrow."""
    word = Word()
    word.para("Verslag teamoverleg Eerstelijnszone Velde", bold=True)
    word.para(
        "Wanneer: maandag 7 september 2026, van 14:00 tot 16:15", "Waar: kantoor ELZ Velde, Stationsplein 3, Velde"
    )
    word.para("Waren er: de coördinator, de stafmedewerker, OCMW Velde")
    word.para("14u00 Netwerkdag", bold=True)
    word.para("De zaal is vastgelegd. Er komen honderd mensen.")
    word.para("→ OCMW Velde bezorgt de badges tegen 21 september")
    word.para("15u00 Nieuwsbrief", bold=True)
    word.para("Het nummer van oktober is vol.")
    word.para("Volgend teamoverleg: maandag 5 oktober 2026, 14u00")
    return MinutesDocument(
        "by_the_clock",
        word.data(),
        WantedMinutes(
            title=("Teamoverleg Eerstelijnszone Velde", "Verslag teamoverleg Eerstelijnszone Velde"),
            date="2026-09-07",
            start="14:00",
            end="16:15",
            location="kantoor ELZ Velde, Stationsplein 3, Velde",
            present=names("coördinator", "stafmedewerker", "OCMW Velde"),
            items=(
                ("Netwerkdag", "De zaal is vastgelegd. Er komen honderd mensen. OCMW Velde bezorgt de badges"),
                ("Nieuwsbrief", "Het nummer van oktober is vol."),
            ),
            points=(WantedPoint("OCMW Velde bezorgt de badges", names("OCMW Velde"), "2026-09-21"),),
            next_date="2026-10-05",
            next_start="14:00",
            loose="14u00 15u00 Volgend teamoverleg: maandag 5 oktober 2026, 14u00",
        ),
    )


def tasks_by_name() -> MinutesDocument:
    """Tasks stand below the name of who has them, and the place is a link to a video call."""
    word = Word(dutch=True)
    word.title("Verslag Netwerkgroep Valpreventie")
    word.table(
        [
            ("Datum", "10 juni 2026"),
            ("Tijd", "10u-11u30"),
            ("Locatie", "online: https://video.example/valpreventie?utm_campaign=mail"),
            ("Voorzitter", "Zorgraad Velde"),
            ("Verslaggever", "Thuiszorg Duin"),
            ("Aanwezig", "Zorgraad Velde\nThuiszorg Duin\nLogo Kempenhart"),
            ("Verontschuldigd", "AZ Kempenhart"),
        ]
    )
    word.heading(1, "Terugblik")
    word.para("De oefenreeks liep goed.")
    word.heading(1, "Werkpunten")
    word.bullets("Logo Kempenhart: folder herwerken (15/07/2026)", "Thuiszorg Duin: vragenlijst rondsturen")
    return MinutesDocument(
        "tasks_by_name",
        word.data(),
        WantedMinutes(
            title=("Netwerkgroep Valpreventie", "Verslag Netwerkgroep Valpreventie"),
            date="2026-06-10",
            start="10:00",
            end="11:30",
            location="online: https://video.example/valpreventie",
            present=names("Zorgraad Velde", "Thuiszorg Duin", "Logo Kempenhart"),
            excused=names("AZ Kempenhart"),
            items=(("Terugblik", "De oefenreeks liep goed."),),
            items_or=("Werkpunten",),
            points=(
                WantedPoint("folder herwerken", names("Logo Kempenhart"), "2026-07-15"),
                WantedPoint("vragenlijst rondsturen", names("Thuiszorg Duin")),
            ),
            gone=("utm_campaign",),
            loose="Voorzitter Zorgraad Velde Verslaggever Thuiszorg Duin",
        ),
    )


ALL: tuple[Callable[[], MinutesDocument], ...] = (
    board,
    working_group,
    mail,
    what_who_when,
    council,
    english,
    bullets_only,
    decisions,
    persons,
    action_table,
    printed_text,
    decided_in_words,
    old_points,
    ticked_people,
    plain_headings,
    by_the_clock,
    tasks_by_name,
)
