"""Minutes as Flemish organisations write them, of zones that do not exist, written after the import and scored before any mending.

What must come out of each was written by reading it.  Names of persons are placeholders.
"""

from __future__ import annotations

from collections.abc import Callable

from intake_meetings import MinutesDocument
from intake_plans import names
from intake_wanted import WantedMinutes, WantedPoint, digest
from intake_word import Word

PERSONS = tuple(digest(one) for one in ("lieve", "voorbeeld", "piet", "achternaam", "voornaam"))


def local_board() -> MinutesDocument:
    """Who was there in a table of two columns; under each heading sub-headings; at the end wat, wie, tegen wanneer."""
    word = Word(dutch=True)
    word.para("Welzijnsregio Dijkland vzw", bold=True)
    word.title("Verslag Lokaal Overleg Zorg")
    word.table(
        [
            ("Datum en uur", "dinsdag 3 maart 2026, 13u30 – 15u45"),
            ("Plaats", "Sociaal Huis Oudekerke, vergaderzaal 2"),
            ("Verslaggever", "Lieve Voorbeeld"),
        ],
        widths=(4, 12),
    )
    word.para("")
    word.table(
        [
            ("Aanwezig", "Verontschuldigd"),
            (
                "OCMW Oudekerke\nThuiszorgdienst De Brug\nLieve Voorbeeld (ELZ Dijkland)",
                "WZC Ter Dijk\nPiet Achternaam (CAW Dijkland)",
            ),
        ],
        widths=(8, 8),
    )
    word.heading(1, "Opvolging vorig verslag")
    word.para("Het verslag van 20 januari wordt zonder opmerkingen goedgekeurd.")
    word.heading(1, "Zorgpunt in de wijk")
    word.heading(2, "Stand van zaken")
    word.para("Het zorgpunt is sinds februari elke donderdag open. Er kwamen al 34 mensen langs.")
    word.heading(2, "Bekendmaking")
    word.para("Niet alle huisartsen kennen het zorgpunt. Er wordt beslist om een affiche te maken.")
    word.heading(1, "Hitteplan")
    word.para("Thuiszorgdienst De Brug wil al in mei starten met de telefoonronde.")
    word.heading(1, "Varia")
    word.bullets("De dag van de zorg is op zondag 15 maart.", "De website is vernieuwd.")
    word.para("Actiepunten", bold=True)
    word.table(
        [
            ("Wat", "Wie", "Tegen wanneer"),
            ("Affiche voor het zorgpunt laten ontwerpen", "ELZ Dijkland", "31/03/2026"),
            ("Huisartsen aanschrijven", "Lieve", "eind april"),
            (
                "Lijst van alleenstaande 75-plussers bezorgen aan Thuiszorgdienst De Brug",
                "OCMW Oudekerke",
                "volgende vergadering",
            ),
        ]
    )
    word.para("Volgend overleg: dinsdag 5 mei 2026, 13u30, zelfde locatie")
    return MinutesDocument(
        "local_board",
        word.data(),
        WantedMinutes(
            title=("Lokaal Overleg Zorg", "Verslag Lokaal Overleg Zorg"),
            date="2026-03-03",
            start="13:30",
            end="15:45",
            location="Sociaal Huis Oudekerke, vergaderzaal 2",
            present=names("OCMW Oudekerke", "Thuiszorgdienst De Brug", "ELZ Dijkland"),
            excused=names("WZC Ter Dijk", "CAW Dijkland"),
            items=(
                ("Opvolging vorig verslag", "Het verslag van 20 januari wordt zonder opmerkingen goedgekeurd."),
                (
                    "Zorgpunt in de wijk",
                    "Stand van zaken Het zorgpunt is sinds februari elke donderdag open. Er kwamen al 34 mensen langs."
                    " Bekendmaking Niet alle huisartsen kennen het zorgpunt. Er wordt beslist om een affiche te maken.",
                ),
                ("Hitteplan", "Thuiszorgdienst De Brug wil al in mei starten met de telefoonronde."),
                ("Varia", "De dag van de zorg is op zondag 15 maart. De website is vernieuwd."),
            ),
            items_or=("Actiepunten",),
            points=(
                WantedPoint("Affiche voor het zorgpunt laten ontwerpen", names("ELZ Dijkland"), "2026-03-31"),
                WantedPoint("Huisartsen aanschrijven", names("ELZ Dijkland"), "eind april 2026"),
                WantedPoint(
                    "Lijst van alleenstaande 75-plussers bezorgen aan Thuiszorgdienst De Brug",
                    names("OCMW Oudekerke"),
                    "2026-05-05",
                ),
            ),
            decisions=("Er wordt beslist om een affiche te maken.",),
            events_or=("03-15",),
            next_date="2026-05-05",
            next_start="13:30",
            next_location_or="Sociaal Huis Oudekerke, vergaderzaal 2",
            loose="Welzijnsregio Dijkland vzw Volgend overleg dinsdag 5 mei 2026 13u30 zelfde locatie persoon 1 2 verslaggever",
            persons=PERSONS,
        ),
    )


def actions_inside() -> MinutesDocument:
    """A plain text: numbered items with sub-items, and behind the text who does what."""
    return MinutesDocument(
        "actions_inside",
        INSIDE.encode(),
        WantedMinutes(
            title=("Werkgroep Vroegtijdige Zorgplanning", "Verslag werkgroep Vroegtijdige Zorgplanning"),
            date="2026-09-17",
            start="14:00",
            end="16:15",
            location="AZ Sint-Rita, lokaal C12",
            present=names("AZ Sint-Rita", "Palliatief Netwerk Kust", "Huisartsenkring Kust", "WZC De Meeuw"),
            excused=names("LEIFpunt Kust"),
            items=(
                ("Verwelkoming", "De voorzitter verwelkomt de nieuwe leden."),
                (
                    "Vorming voor zorgverleners",
                    "2.1 Inhoud De vorming duurt twee uur. Er is een deel over wetgeving en een deel over gesprekken."
                    " 2.2 Data We mikken op twee avonden in november. zaal vastleggen wetgeving laten nalezen",
                ),
                (
                    "Infomoment voor burgers",
                    "Vorig jaar kwamen er 60 mensen. De bibliotheek wil opnieuw meewerken. Besluit:"
                    " het infomoment komt er in oktober, met een aparte namiddag voor mantelzorgers. affiche verspreiden in de wachtzalen",
                ),
                ("Varia en rondvraag", "Niemand heeft nog iets."),
            ),
            points=(
                WantedPoint("zaal vastleggen", names("AZ Sint-Rita"), "2026-10-09"),
                WantedPoint("wetgeving laten nalezen", names("Palliatief Netwerk Kust")),
                WantedPoint("affiche verspreiden in de wachtzalen", names("Huisartsenkring Kust"), "2026-09-25"),
            ),
            decisions=("het infomoment komt er in oktober, met een aparte namiddag voor mantelzorgers.",),
            next_date="2026-11-12",
            next_start="14:00",
            next_location="WZC De Meeuw",
            loose="De volgende werkgroep gaat door op donderdag 12 november om 14 uur in WZC De Meeuw.",
        ),
        "txt",
    )


INSIDE = """\
VERSLAG WERKGROEP VROEGTIJDIGE ZORGPLANNING
Donderdag 17 september 2026 van 14u00 tot 16u15
AZ Sint-Rita, lokaal C12

Aanwezig: AZ Sint-Rita, Palliatief Netwerk Kust, Huisartsenkring Kust, WZC De Meeuw
Verontschuldigd: LEIFpunt Kust

1. Verwelkoming
De voorzitter verwelkomt de nieuwe leden.

2. Vorming voor zorgverleners
2.1 Inhoud
De vorming duurt twee uur. Er is een deel over wetgeving en een deel over gesprekken.
2.2 Data
We mikken op twee avonden in november.
Actie: zaal vastleggen (AZ Sint-Rita, tegen 9/10)
Actie: wetgeving laten nalezen (Palliatief Netwerk Kust)

3. Infomoment voor burgers
Vorig jaar kwamen er 60 mensen. De bibliotheek wil opnieuw meewerken.
Besluit: het infomoment komt er in oktober, met een aparte namiddag voor mantelzorgers.
=> Actie Huisartsenkring Kust: affiche verspreiden in de wachtzalen, tegen 25 september

4. Varia en rondvraag
Niemand heeft nog iets.

De volgende werkgroep gaat door op donderdag 12 november om 14 uur in WZC De Meeuw.
"""


def inform_discuss_act() -> MinutesDocument:
    """All items in one table with a column I/D/A, and the actions in a list of their own with a state."""
    word = Word(dutch=True, landscape=True)
    word.header("Netwerk Kempenbos – stuurgroep", "pagina")
    word.title("STUURGROEP NETWERK GEESTELIJKE GEZONDHEID KEMPENBOS")
    word.para("Verslag van 21-04-2026 | 9.30 u. - 12.00 u. | Provinciehuis, zaal 1.04")
    word.para("Aanwezig: PZ Kempenbos, CGG Bos, Vlaams Patiëntenforum, dhr. Voorbeeld (huisarts)")
    word.para("Afwezig met kennisgeving: OPZ Heide")
    word.table(
        [
            ("Nr.", "Agendapunt", "I/D/A", "Verslag", "Wie"),
            ("1", "Goedkeuring verslag", "D", "Het verslag van 10 maart wordt goedgekeurd.", ""),
            ("2", "Mobiel team", "I", "Het team kreeg in het eerste kwartaal 41 aanmeldingen.", ""),
            ("3", "Wachttijden", "D", "Alle diensten hebben een wachttijd van meer dan drie maanden.", ""),
            ("", "", "A", "Cijfers per dienst verzamelen", "CGG Bos"),
            ("4", "Herstelacademie", "A", "Een voorstel van lessenreeks uitwerken", "PZ Kempenbos"),
        ],
        widths=(1, 4, 1.5, 12, 4),
    )
    word.para("Actielijst", bold=True)
    word.table(
        [
            ("Nr.", "Actie", "Verantwoordelijke", "Deadline", "Status"),
            ("1", "Brief aan de minister over de wachttijden", "Vlaams Patiëntenforum", "15/05/2026", "open"),
            ("2", "Folder mobiel team herdrukken", "PZ Kempenbos", "", "afgerond"),
        ]
    )
    word.para("Volgende stuurgroep: 9 juni 2026, 9.30 u., CGG Bos")
    return MinutesDocument(
        "inform_discuss_act",
        word.data(),
        WantedMinutes(
            title=("Stuurgroep netwerk geestelijke gezondheid Kempenbos",),
            date="2026-04-21",
            start="09:30",
            end="12:00",
            location="Provinciehuis, zaal 1.04",
            present=names("PZ Kempenbos", "CGG Bos", "Vlaams Patiëntenforum"),
            excused=names("OPZ Heide"),
            items=(
                ("Goedkeuring verslag", "Het verslag van 10 maart wordt goedgekeurd."),
                ("Mobiel team", "Het team kreeg in het eerste kwartaal 41 aanmeldingen."),
                (
                    "Wachttijden",
                    "Alle diensten hebben een wachttijd van meer dan drie maanden. Cijfers per dienst verzamelen",
                ),
                ("Herstelacademie", "Een voorstel van lessenreeks uitwerken"),
            ),
            items_or=("Actielijst",),
            points=(
                WantedPoint("Cijfers per dienst verzamelen", names("CGG Bos")),
                WantedPoint("Een voorstel van lessenreeks uitwerken", names("PZ Kempenbos")),
                WantedPoint("Brief aan de minister over de wachttijden", names("Vlaams Patiëntenforum"), "2026-05-15"),
                WantedPoint("Folder mobiel team herdrukken", names("PZ Kempenbos")),
            ),
            next_date="2026-06-09",
            next_start="09:30",
            next_location="CGG Bos",
            loose="open Volgende stuurgroep 9 juni 2026 9.30 u CGG Bos I D A",
            persons=(digest("voorbeeld"),),
        ),
    )


def lettered() -> MinutesDocument:
    """Bold headings with a number, lettered sub-items, and who it is for in bold behind an arrow."""
    word = Word()
    word.para("Gemeente Waterrijk – Welzijnsraad", bold=True)
    word.para("Verslag van de vergadering van maandag 12 oktober 2026", bold=True)
    word.para("Locatie: raadzaal, Dorpsplein 1, Waterrijk", "Begin: 20u00", "Einde: 22u10")
    word.para("Aanwezige leden: Gezinsbond Waterrijk, Okra Waterrijk, Samana, KWB Waterrijk")
    word.para("Verontschuldigde leden: Ferm Waterrijk")
    word.para("Afwezige leden: Natuurpunt Waterrijk")
    word.para("1) Goedkeuring van het vorige verslag", bold=True)
    word.para("Er zijn geen opmerkingen.")
    word.para("2) Seniorenweek", bold=True)
    word.para("a) Programma")
    word.para("Okra Waterrijk stelt het programma voor. De wandeling vertrekt aan de kerk.")
    word.para("b) Budget")
    word.para("De gemeente geeft 1.500 euro. De raad gaat akkoord met een inkom van 5 euro.")
    word.para("→ Okra Waterrijk vraagt drie offertes voor het eten (tegen 1 november)")
    word.para("→ Gezinsbond Waterrijk zoekt vrijwilligers")
    word.para("3) Toegankelijkheid van het gemeentehuis", bold=True)
    word.para("Samana deed een rondgang met rolstoelgebruikers. Het toilet is te smal.")
    word.para("Advies: de raad vraagt het gemeentebestuur om het toilet aan te passen.")
    word.para("4) Rondvraag", bold=True)
    word.para("KWB Waterrijk organiseert op 22 november een quiz.")
    word.para("Datum volgende vergadering: maandag 14 december om 20u.")
    return MinutesDocument(
        "lettered",
        word.data(),
        WantedMinutes(
            title=("Welzijnsraad", "Gemeente Waterrijk – Welzijnsraad"),
            date="2026-10-12",
            start="20:00",
            end="22:10",
            location="raadzaal, Dorpsplein 1, Waterrijk",
            present=names("Gezinsbond Waterrijk", "Okra Waterrijk", "Samana", "KWB Waterrijk"),
            excused=names("Ferm Waterrijk"),
            items=(
                ("Goedkeuring van het vorige verslag", "Er zijn geen opmerkingen."),
                (
                    "Seniorenweek",
                    "a Programma Okra Waterrijk stelt het programma voor. De wandeling vertrekt aan de kerk."
                    " b Budget De gemeente geeft 1.500 euro. De raad gaat akkoord met een inkom van 5 euro."
                    " Okra Waterrijk vraagt drie offertes voor het eten Gezinsbond Waterrijk zoekt vrijwilligers",
                ),
                (
                    "Toegankelijkheid van het gemeentehuis",
                    "Samana deed een rondgang met rolstoelgebruikers. Het toilet is te smal."
                    " Advies: de raad vraagt het gemeentebestuur om het toilet aan te passen.",
                ),
                ("Rondvraag", "KWB Waterrijk organiseert op 22 november een quiz."),
            ),
            points=(
                WantedPoint("Okra Waterrijk vraagt drie offertes voor het eten", names("Okra Waterrijk"), "2026-11-01"),
                WantedPoint("Gezinsbond Waterrijk zoekt vrijwilligers", names("Gezinsbond Waterrijk")),
            ),
            decisions=("De raad gaat akkoord met een inkom van 5 euro.",),
            decisions_or=("de raad vraagt het gemeentebestuur om het toilet aan te passen.",),
            events_or=("11-22",),
            next_date="2026-12-14",
            next_start="20:00",
            loose="Afwezig Natuurpunt Waterrijk Datum volgende vergadering maandag 14 december om 20u Gemeente Welzijnsraad",
        ),
    )


def column_beside() -> MinutesDocument:
    """The text at the left and what is to do at the right, with the items as rows in bold."""
    word = Word(dutch=True)
    word.title("Kernteam Buurtzorg Molenwijk")
    word.para("Verslag overleg 8 juni 2026 (10u-11u30, buurthuis De Molen)")
    word.para("Aanwezig: Piet Voorbeeld, Voornaam Achternaam, Lieve")
    word.table(
        [
            ("Bespreking", "To do"),
            (
                "Buurtfeest\nHet feest is op 5 september. Er is nog geen muziek.",
                "Piet vraagt de fanfare\nAffiche maken: buurthuis De Molen tegen 1 juli",
            ),
            ("Klusdienst\nDe klusdienst heeft 12 vaste vrijwilligers.", ""),
            ("Subsidie\nHet dossier moet tegen 30 juni binnen zijn.", "OCMW Molendorp: cijfers bezorgen (15/06)"),
        ],
        widths=(11, 5),
    )
    word.para("Volgend overleg: maandag 6 juli, 10u, buurthuis De Molen.")
    return MinutesDocument(
        "column_beside",
        word.data(),
        WantedMinutes(
            title=("Kernteam Buurtzorg Molenwijk",),
            date="2026-06-08",
            start="10:00",
            end="11:30",
            location="buurthuis De Molen",
            items=(),
            items_or=("Buurtfeest", "Klusdienst", "Subsidie"),
            points=(
                WantedPoint("vraagt de fanfare"),
                WantedPoint("Affiche maken", names("buurthuis De Molen"), "2026-07-01"),
                WantedPoint("cijfers bezorgen", names("OCMW Molendorp"), "2026-06-15"),
            ),
            next_date="2026-07-06",
            next_start="10:00",
            next_location="buurthuis De Molen",
            persons=PERSONS,
        ),
    )


def english_board() -> MinutesDocument:
    """English minutes with apologies, resolutions and a list of actions."""
    return MinutesDocument(
        "english_board",
        ENGLISH.encode(),
        WantedMinutes(
            title=("Riverside Community Health Board", "Riverside Community Health Board Minutes"),
            date="2026-05-14",
            start="18:30",
            end="20:05",
            location="Riverside Library, Meeting Room B",
            present=names("Riverside Clinic", "Age Concern Riverside", "Riverside Council"),
            excused=names("Youth Forum"),
            items=(
                ("Minutes of the previous meeting", "The minutes of 9 April 2026 were approved."),
                (
                    "Winter programme",
                    "The clinic vaccinated 412 residents. The board agreed to repeat the drop-in sessions in October."
                    " Riverside Council to book the library for four Saturdays",
                ),
                ("Transport", "Buses do not reach the clinic after 6 pm. write to the bus company"),
                ("Any other business", "None."),
            ),
            points=(
                WantedPoint(
                    "Riverside Council to book the library for four Saturdays", names("Riverside Council"), "2026-06-30"
                ),
                WantedPoint("write to the bus company", names("Age Concern Riverside")),
            ),
            decisions=("The board agreed to repeat the drop-in sessions in October.",),
            next_date="2026-06-11",
            next_start="18:30",
            next_location="Riverside Clinic",
            loose="The meeting closed at 8.05 pm. Next meeting Thursday 11 June 2026 at 6.30 pm Riverside Clinic",
        ),
        "txt",
    )


ENGLISH = """\
Riverside Community Health Board
Minutes of the meeting held on Thursday 14 May 2026 at 6.30 pm
Venue: Riverside Library, Meeting Room B

Present: Riverside Clinic, Age Concern Riverside, Riverside Council
Apologies for absence: Youth Forum

1. Minutes of the previous meeting
The minutes of 9 April 2026 were approved.

2. Winter programme
The clinic vaccinated 412 residents. The board agreed to repeat the drop-in sessions in October.
ACTION: Riverside Council to book the library for four Saturdays by 30 June

3. Transport
Buses do not reach the clinic after 6 pm.
ACTION (Age Concern Riverside): write to the bus company

4. Any other business
None.

The meeting closed at 8.05 pm.

Next meeting: Thursday 11 June 2026 at 6.30 pm, Riverside Clinic
"""


def pasted_mail() -> MinutesDocument:
    """A mail with its head, a greeting, dashes, and asks in the text."""
    return MinutesDocument(
        "pasted_mail",
        MAIL.encode(),
        WantedMinutes(
            title=("overleg valpreventie", "Verslagje overleg valpreventie"),
            date="2026-02-10",
            present=names("Logo Heuvel", "Kinekring Heuvel", "LDC De Linde"),
            items=(),
            items_or=("Stand van zaken", "Wat spreken we af?"),
            points=(
                WantedPoint(
                    "toestellen voor de balanstest uitlenen aan LDC De Linde", names("Logo Heuvel"), "2026-03-02"
                ),
                WantedPoint("de oefeningen op de website zetten", names("Kinekring Heuvel")),
                WantedPoint("een datum voor de testdag prikken", names("LDC De Linde"), "eind februari 2026"),
            ),
            next_date="2026-03-24",
            next_start="13:00",
            next_location="LDC De Linde",
            gone=("utm_medium",),
            persons=PERSONS,
        ),
        "txt",
    )


MAIL = """\
Van: Lieve Voorbeeld <lieve.voorbeeld@logo.example>
Verzonden: woensdag 11 februari 2026 16:42
Aan: Piet Achternaam; werkgroep valpreventie
Onderwerp: Verslagje overleg valpreventie

Dag allemaal,

Bedankt voor het fijne overleg gisteren. Hieronder een kort verslag.

Aanwezig: Logo Heuvel, Kinekring Heuvel, LDC De Linde

STAND VAN ZAKEN
- Twaalf kinesisten volgden de opleiding.
- De folder is herdrukt, zie https://logo.example/folder.pdf?utm_medium=mail

WAT SPREKEN WE AF?
- Logo Heuvel: toestellen voor de balanstest uitlenen aan LDC De Linde (tegen 2/3)
- Kinekring Heuvel: de oefeningen op de website zetten
- LDC De Linde: een datum voor de testdag prikken, tegen eind februari

We zien elkaar opnieuw op dinsdag 24 maart om 13 uur in LDC De Linde.

Groetjes,
Lieve

Lieve Voorbeeld
Stafmedewerker Logo Heuvel
0470 12 34 56
"""


def headed_lines() -> MinutesDocument:
    """No labels at the top; times as 13.30 u.; after each item who follows it up; the next meeting in a sentence."""
    word = Word()
    word.title("Verslag clusteroverleg ouderenzorg")
    word.para("vrijdag 27 november 2026, 13.30 u. – 15.30 u.", "Dienstencentrum Zonnehof, Lindelaan 8, Meerdorp")
    word.para("Waren aanwezig: Dienstencentrum Zonnehof, Thuishulp Meer, Ziekenhuis Meerland")
    word.para("Lieten zich verontschuldigen: Mutualiteit Plus")
    word.heading(1, "Opnamebeleid")
    word.para("Bewoners komen soms op vrijdagavond thuis zonder medicatie. Dat moet beter.")
    word.para("Afspraak: Ziekenhuis Meerland belt voortaan de dag voordien naar de thuiszorg.")
    word.para("Opvolging: Thuishulp Meer, tegen 15.01.2027")
    word.heading(1, "Eenzaamheid")
    word.para("Signaal: de bus rijdt in het weekend niet meer naar het dienstencentrum.")
    word.para("Dienstencentrum Zonnehof bevraagt zijn bezoekers.")
    word.heading(1, "Volgende keer")
    word.para("We spreken af op vrijdag 29 januari 2027, opnieuw om 13.30 u. en opnieuw in Meerdorp.")
    return MinutesDocument(
        "headed_lines",
        word.data(),
        WantedMinutes(
            title=("Clusteroverleg ouderenzorg", "Verslag clusteroverleg ouderenzorg"),
            date="2026-11-27",
            start="13:30",
            end="15:30",
            location="Dienstencentrum Zonnehof, Lindelaan 8, Meerdorp",
            present=names("Dienstencentrum Zonnehof", "Thuishulp Meer", "Ziekenhuis Meerland"),
            excused=names("Mutualiteit Plus"),
            items=(
                (
                    "Opnamebeleid",
                    "Bewoners komen soms op vrijdagavond thuis zonder medicatie. Dat moet beter."
                    " Ziekenhuis Meerland belt voortaan de dag voordien naar de thuiszorg. Opvolging Thuishulp Meer tegen 15.01.2027",
                ),
                (
                    "Eenzaamheid",
                    "de bus rijdt in het weekend niet meer naar het dienstencentrum."
                    " Dienstencentrum Zonnehof bevraagt zijn bezoekers.",
                ),
                (
                    "Volgende keer",
                    "We spreken af op vrijdag 29 januari 2027, opnieuw om 13.30 u. en opnieuw in Meerdorp.",
                ),
            ),
            points_or=(
                "Ziekenhuis Meerland belt voortaan de dag voordien naar de thuiszorg.",
                "Thuishulp Meer",
                "Dienstencentrum Zonnehof bevraagt zijn bezoekers.",
            ),
            next_date="2027-01-29",
            next_start="13:30",
            next_location_or="Meerdorp",
            loose="Opvolging Thuishulp Meer tegen 15.01.2027",
        ),
    )


MEETINGS: tuple[Callable[[], MinutesDocument], ...] = (
    local_board,
    actions_inside,
    inform_discuss_act,
    lettered,
    column_beside,
    english_board,
    pasted_mail,
    headed_lines,
)
