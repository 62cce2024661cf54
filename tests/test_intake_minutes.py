"""Minutes of many makes, each taken in, written, and read back: what must be there, and what may stand nowhere public.

All texts are our own; the people in them are placeholders.
"""

from __future__ import annotations

import re
import time
from collections import Counter
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import NamedTuple

import pytest
from in_process import runner
from intake_word import Word
from small_plans import ACTORS, GOALS, PLAN, ROOT, write

from elzctl.finding import Severity
from elzctl.intake.ledger import Certainty, Fate
from elzctl.intake.minutes.take import MinutesOptions, take_minutes
from elzctl.intake.paper import Unfit
from elzctl.intake.readers.read import read
from elzctl.intake.taken import Taken
from elzctl.load import load
from elzctl.meeting import Event, Meeting, Point
from elzctl.terms import Tongue
from elzctl.tree import WorkTree
from elzctl.wording import Language

TODAY = date(2026, 11, 26)
SEED = ROOT.parent / "shared" / "seeds" / "000_e8eb8444bcf67873.txt"
ENGLISH = Language("en")


class Read(NamedTuple):
    """What was taken in, the folder that it was written to, and the meeting as it is read from there."""

    taken: Taken
    root: Path
    meeting: Meeting

    @property
    def text(self) -> str:
        return next(text for path, text in self.taken.files.items() if path.startswith("meetings/2"))

    @property
    def public(self) -> str:
        return "\n".join(text for path, text in self.taken.files.items() if not path.startswith("private/"))

    @property
    def private(self) -> str:
        return "\n".join(text for path, text in self.taken.files.items() if path.startswith("private/"))


def taken(
    root: Path, text: str | Word, name: str = "verslag", series: str | None = None, day: date | None = None
) -> Read:
    """A document taken in beside a small plan, without errors."""
    data = text.encode() if isinstance(text, str) else text.data()
    name = f"{name}.{'txt' if isinstance(text, str) else 'docx'}"
    options = MinutesOptions(series, None, None, TODAY, day)
    found = take_minutes(read(name, data), options)
    write(
        root,
        plan=PLAN,
        actors=ACTORS.replace("  member_of: [kring]\n", ""),
        goals=GOALS.replace("[[koffie]]", "koffie"),
    )
    with (root / "plan" / "actors.yaml").open("a", encoding="utf-8") as actors:
        actors.write(found.files.get("plan/actors.yaml", ""))
    for path, content in found.files.items():
        if path != "plan/actors.yaml":
            (root / path).parent.mkdir(parents=True, exist_ok=True)
            (root / path).write_text(content, "utf-8")
    loaded = load(WorkTree(root))
    assert [
        one for one in loaded.findings if one.severity is Severity.ERROR and one.code != "private-not-ignored"
    ] == []
    (meeting,) = loaded.plan.meetings
    return Read(found, root, meeting)


def points(meeting: Meeting) -> list[tuple[str, str, str, str]]:
    """Each point with its owners, deadline, and whether it is done."""
    return [
        (
            one.text,
            " ".join(ref.id for ref in one.owners),
            "" if one.due is None else one.due.text if one.due.is_vague else str(one.due.first),
            "x" if one.ticked else "",
        )
        for one in meeting.points
    ]


def ids(refs: Sequence[object]) -> list[str]:
    return [str(getattr(one, "id", "")) for one in refs]


def agenda(meeting: Meeting) -> list[str]:
    return [f"{item.number or ''} {item.title}".strip() for item in meeting.minutes.items if item.title]


WORKING_GROUP = """\
WERKGROEP VALPREVENTIE
Verslag van de vergadering van maandag 3 maart 2025

Plaats: Dienstencentrum De Brug, vergaderzaal 2
Uur: 14.00 u. – 16.15 u.
Voorzitter: Voornaam Achternaam (LDC De Brug)
Verslag: Dhr. Y

Aanwezig: Voornaam Achternaam (LDC De Brug), mevr. Z (Thuiszorg Kempen), OCMW Berg, Logo Heide
Verontschuldigd: dhr. Q (Huisartsenkring Noord), Wit-Gele Kruis
Afwezig: Okra

Agenda
1. Goedkeuring vorig verslag
2. Stand van zaken campagne
3. Varia

1. Goedkeuring vorig verslag
Het verslag van 2 december 2024 wordt goedgekeurd zonder opmerkingen.

2. Stand van zaken campagne
De folder is gedrukt. Mevr. Z licht de verdeling toe. Er zijn 3/4 van de apotheken bereikt.
Actie: OCMW Berg verdeelt de folder in de dienstencentra (tegen 15/4).
Actie: affiches ophangen bij de huisartsen – Huisartsenkring Noord – eind april
→ Logo Heide: bezorgt extra exemplaren tegen de volgende vergadering

Er wordt beslist dat de campagne een jaar langer loopt. De kosten blijven gelijk.

3. Varia
Besluit: de werkgroep vergadert voortaan op maandag.
Contact: naam@voorbeeld.be of 0470 12 34 56.

Actielijst
- OCMW Berg: folder verdelen in de dienstencentra (15/4)
- Lijst van kinesisten bijwerken (dhr. Q, mei 2025)
- Zaal reserveren: mevr. Z - afgerond

Volgende vergadering: maandag 2 juni 2025 van 14u tot 16u in LDC De Brug
"""


def test_minutes_of_a_working_group_with_labels_points_in_the_text_and_a_list_that_repeats_them(tmp_path: Path) -> None:
    found = taken(tmp_path, WORKING_GROUP)
    meeting = found.meeting
    assert (meeting.title, str(meeting.day), str(meeting.start), str(meeting.end)) == (
        *("Werkgroep valpreventie", "2025-03-03", "14:00", "16:15"),
    )
    assert meeting.location == "Dienstencentrum De Brug, vergaderzaal 2"
    assert ids(meeting.present) == ["ldc-brug", "thuiszorg-kempen", "ocmw-berg", "logo-heide"]
    assert ids(meeting.excused) == ["huisartsenkring-noord", "wit-gele-kruis"]
    assert agenda(meeting) == ["1 Goedkeuring vorig verslag", "2 Stand van zaken campagne", "3 Varia"]
    assert points(meeting) == [
        ("OCMW Berg verdeelt de folder in de dienstencentra", "ocmw-berg", "2025-04-15", ""),
        ("affiches ophangen bij de huisartsen", "huisartsenkring-noord", "eind april 2025", ""),
        ("bezorgt extra exemplaren", "logo-heide", "2025-06-02", ""),
        ("Lijst van kinesisten bijwerken", "huisartsenkring-noord", "mei 2025", ""),
        ("Zaal reserveren", "thuiszorg-kempen", "", "x"),
    ]
    assert [one.text for one in meeting.resolutions] == [
        "Er wordt beslist dat de campagne een jaar langer loopt.",
        "de werkgroep vergadert voortaan op maandag.",
    ]
    assert meeting.next is not None
    assert meeting.next.location == "LDC De Brug"
    assert (str(meeting.next.start), str(meeting.next.end)) == ("14:00", "16:00")


def test_people_and_their_addresses_go_into_private_files_alone(tmp_path: Path) -> None:
    found = taken(tmp_path, WORKING_GROUP)
    for secret in ("Achternaam", "Dhr. Y", "mevr. Z", "Mevr. Z", "dhr. Q", "naam@voorbeeld.be", "0470"):
        assert secret not in found.public
        assert secret.lower() in found.private.lower()
    assert "De folder is gedrukt. [persoon 1] licht de verdeling toe." in found.text
    rows = next(text for path, text in found.taken.files.items() if path.endswith(".csv")).splitlines()
    assert rows[0] == "naam;organisatie;functie;e-mail;aanwezigheid"
    assert "mevr. Z;Thuiszorg Kempen;;;aanwezig" in rows
    said = [ENGLISH(one) for one in found.taken.remarks]
    assert not [one for one in said if "Achternaam" in one or "mevr" in one.lower()]


def test_what_the_text_tells_twice_is_noted_once_and_told(tmp_path: Path) -> None:
    found = taken(tmp_path, WORKING_GROUP)
    assert [one.text for one in found.meeting.points if "folder" in one.text] == [
        "OCMW Berg verdeelt de folder in de dienstencentra"
    ]
    assert "One point stands twice in the document; it is noted once" in [ENGLISH(one) for one in found.taken.remarks]


def test_a_person_nobody_gives_an_organisation_becomes_a_number_and_is_never_an_owner(tmp_path: Path) -> None:
    text = "Verslag team\nDatum: 4 mei 2026\n\n1. Zaal\nDhr. X kijkt na of Voornaam kan. Dhr. X belt.\nActie: dhr. X mailt de lijst\n\n2. Slot\nNiets.\n"
    found = taken(tmp_path, text)
    assert (
        "[persoon 1\\] kijkt na of" in found.text.replace("\\[", "[").replace("]", "\\]", 1)
        or "persoon 1" in found.text
    )
    assert "Dhr. X" not in found.public
    assert "Voornaam" not in found.public
    assert found.text.count("persoon 1") == 3
    assert [one.owners for one in found.meeting.points] == [(), ()]
    unclear = [one for one in found.taken.account.entries if one.certainty is Certainty.UNCLEAR]
    assert {one.words for one in unclear} == {"Dhr. X", "dhr. X", "Voornaam"}
    assert found.meeting.state is not None
    assert found.meeting.state.value == "draft"


MAIL = """\
Onderwerp: Verslag overleg vrijwilligers 12/02

Dag allemaal

Hieronder het kort verslag van ons overleg van woensdag 12 februari 2025 (10u-11u30, online via Teams).

Waren aanwezig: CAW Delta, Stad Merelbos, Samana. Excuses van Ferm.

Bespreking vacaturebank
De vacaturebank telt 45 vacatures, zie https://bank.example/lijst?id=3&utm_source=mail&fbclid=abc

To do:
* Bericht op de website plaatsen - Stad Merelbos - vóór 1 maart
* Nieuwsbrief maken - CAW Delta en Samana - lopende
* Cijfers opvragen (iedereen)

Volgende keer: woensdag 14 mei om 10u, zelfde formule.

Groeten
"""


def test_minutes_that_were_typed_in_a_mail(tmp_path: Path) -> None:
    found = taken(tmp_path, MAIL)
    meeting = found.meeting
    assert (meeting.title, str(meeting.day), str(meeting.start), str(meeting.end)) == (
        *("Overleg vrijwilligers", "2025-02-12", "10:00", "11:30"),
    )
    assert ids(meeting.present) == ["caw-delta", "stad-merelbos", "samana"]
    assert ids(meeting.excused) == ["ferm"]
    assert points(meeting) == [
        ("Bericht op de website plaatsen", "stad-merelbos", "2025-03-01", ""),
        ("Nieuwsbrief maken", "caw-delta samana", "", ""),
        ("Cijfers opvragen", "", "", ""),
    ]
    assert [turn.text for turn in meeting.points[1].turns] == ["lopende"]
    assert meeting.points[2].notes == ("Wie: iedereen",)
    assert meeting.next is not None
    assert meeting.next.date is not None
    assert str(meeting.next.date.first) == "2025-05-14"
    assert "utm_source" not in found.public
    assert "https://bank.example/lijst?id=3" in found.text


ENGLISH_MINUTES = """\
Minutes – Board of Trustees, Care Trust
13 November 2025, 6.30 pm to 8 pm

Attendees: City Council, Housing Group
Apologies for absence: Sports Club

1) Matters arising
All actions were completed.

2) Finance
The treasurer presented the accounts.
RESOLVED: to accept the accounts for 2024.
ACTION: Housing Group to send invoices by 1 December.
Action (City Council): publish the budget, due: end of January

3) Date of next meeting
Thursday 15 January, 6.30 pm, Town Hall
"""


def test_english_minutes_keep_their_language(tmp_path: Path) -> None:
    found = taken(tmp_path, ENGLISH_MINUTES)
    meeting = found.meeting
    assert (meeting.title, str(meeting.start), str(meeting.end)) == ("Board of Trustees, Care Trust", "18:30", "20:00")
    assert points(meeting) == [
        ("Housing Group to send invoices", "housing-group", "2025-12-01", ""),
        ("publish the budget", "city-council", "end of January 2026", ""),
    ]
    assert "DECISION: to accept the accounts" in found.text
    assert meeting.next is not None
    assert meeting.next.date is not None
    assert str(meeting.next.date.first) == "2026-01-15"


ROMAN = """\
Netwerkoverleg Ouderenzorg – verslag
Datum en plaats: vrijdag 6 juni 2025, 9u30-12u, WZC De Wilg (polyvalente zaal)

AANWEZIG
Voornaam Achternaam – WZC De Wilg
Eerste Laatste, OCMW Heist, maatschappelijk werker
Politiezone Zuid: dhr. B en mevr. C
VERONTSCHULDIGD
CM Kempen

AGENDA
I. Goedkeuring verslag
II. Opvolging acties
III. Wachtlijsten
IV. Varia

I. GOEDKEURING VERSLAG
Geen opmerkingen.

II. OPVOLGING ACTIES
- Contactlijst vernieuwen (OCMW Heist): afgerond op 2 mei
- Folder vertalen – WZC De Wilg – lopende, klaar tegen september
- Bezoek aan het dagcentrum: geschrapt

III. WACHTLIJSTEN
Voornaam schetst de wachtlijsten.
Actie voor OCMW Heist: cijfers opvragen tegen 1 juli

IV. VARIA
16 juni: infoavond in de bib
20 september 2025 van 10u tot 17u: dag van de ouderen
Signaal: families vinden de weg naar het dagcentrum niet.

Volgende bijeenkomst op vrijdag 5 september om 9.30 uur bij WZC De Wilg.
"""


def test_roman_numbers_earlier_points_with_their_state_signals_and_events(tmp_path: Path) -> None:
    found = taken(tmp_path, ROMAN)
    meeting = found.meeting
    assert meeting.location == "WZC De Wilg (polyvalente zaal)"
    assert ids(meeting.present) == ["wzc-wilg", "ocmw-heist", "politiezone-zuid"]
    assert agenda(meeting) == ["1 GOEDKEURING VERSLAG", "2 OPVOLGING ACTIES", "3 WACHTLIJSTEN", "4 VARIA"]
    assert points(meeting) == [
        ("Contactlijst vernieuwen", "ocmw-heist", "", "x"),
        ("Folder vertalen", "wzc-wilg", "september 2025", ""),
        ("Bezoek aan het dagcentrum", "", "", ""),
        ("cijfers opvragen", "ocmw-heist", "2025-07-01", ""),
    ]
    assert [turn.kind.value for one in meeting.points for turn in one.turns] == ["progress", "dropped"]
    events = [one for one in meeting.minutes.noted() if isinstance(one, Event)]
    assert [(one.text, one.when and str(one.when.first), str(one.start or "")) for one in events] == [
        ("infoavond in de bib", "2025-06-16", ""),
        ("dag van de ouderen", "2025-09-20", "10:00"),
    ]
    assert "SIGNAAL: families vinden de weg naar het dagcentrum niet." in found.text
    assert "[persoon 1] schetst de wachtlijsten." in found.text


MUNICIPAL = """\
Verslag lokaal overleg kinderopvang
Gemeente Zandberg, 18 november 2025

1. Inleiding
1.1 Welkom
De schepen heet iedereen welkom.
1.2 Rondje
Iedereen stelt zich voor.

2. Inschrijvingen
De inschrijvingen starten op 1 maart 2026. Beslist wordt dat broers en zussen voorrang krijgen.
Afspraak: crèche De Boom en crèche Het Nest stemmen hun openingsuren af.
Afspraken:
1. De gemeente maakt een overzicht van de vrije plaatsen (tegen eind januari).
2. Elke opvang bezorgt zijn cijfers aan de gemeente tegen 15/01.
3. De data voor 2026 worden vastgelegd.

3. Rondvraag
Geen vragen.

De volgende vergadering vindt plaats op dinsdag 24 februari 2026 in het gemeentehuis. De kinderopvangcoach komt er spreken.
"""


def test_headings_with_numbers_under_numbers_and_a_list_that_counts_too(tmp_path: Path) -> None:
    found = taken(tmp_path, MUNICIPAL)
    meeting = found.meeting
    assert agenda(meeting) == ["1 Inleiding", "2 Inschrijvingen", "3 Rondvraag"]
    assert "### 1.1 Welkom" in found.text
    assert [one[2] for one in points(meeting)] == ["eind januari 2026", "2026-01-15", ""]
    assert [one.text for one in meeting.resolutions] == ["Beslist wordt dat broers en zussen voorrang krijgen."]
    assert meeting.next is not None
    assert meeting.next.speaker is not None
    assert (meeting.next.location, meeting.next.speaker.id) == ("gemeentehuis", "kinderopvangcoach")
    assert found.text.count("AFSPRAAK:") == 1


def test_minutes_that_are_one_table_with_topics_kinds_and_actions(tmp_path: Path) -> None:
    word = Word(dutch=True)
    word.para("Overleg lokale besturen", bold=True)
    word.para("Verslag 9 september 2025")
    word.table(
        [("Aanwezig", "Gemeente Aal (burgemeester), Gemeente Beek, ELZ West"), ("Verontschuldigd", "Gemeente Oost")]
    )
    word.table(
        [
            ("Nr", "Agendapunt", "Bespreking", "I/D/B", "Actie", "Wie", "Wanneer"),
            ("1", "Goedkeuring", "Het verslag van 3 juni wordt goedgekeurd.", "B", "", "", ""),
            (
                "2",
                "Zorgraad",
                "Er is een tweede plaats.",
                "D",
                "Kandidaten doorgeven",
                "Gemeente Aal, Gemeente Beek",
                "1/10",
            ),
            ("3", "Hitteplan", "Elke gemeente heeft een plan. Actie: plan delen (ELZ West)", "I", "-", "", ""),
            ("4", "Volgend overleg", "2 december 2025, 10u, gemeentehuis Beek", "", "", "", ""),
        ]
    )
    found = taken(tmp_path, word)
    meeting = found.meeting
    assert agenda(meeting) == ["1 Goedkeuring", "2 Zorgraad", "3 Hitteplan", "4 Volgend overleg"]
    assert points(meeting) == [
        ("Kandidaten doorgeven", "gemeente-aal gemeente-beek", "2025-10-01", ""),
        ("plan delen", "elz-west", "", ""),
    ]
    assert [one.text for one in meeting.resolutions] == ["Het verslag van 3 juni wordt goedgekeurd."]
    assert ids(meeting.present) == ["gemeente-aal", "gemeente-beek", "elz-west"]
    assert meeting.next is not None
    assert (meeting.next.location, str(meeting.next.start)) == ("gemeentehuis Beek", "10:00")
    assert found.taken.account.left == ()


def test_a_table_without_headings_holds_the_items(tmp_path: Path) -> None:
    word = Word()
    word.title("Verslag dagelijks bestuur")
    word.para("Datum: 20/10/2025 – 12u tot 13u15", "Plaats: lokaal 3")
    word.table(
        [
            ("1. Personeel", "De vacature staat open. Actie: vacature delen (ELZ-team, 31 oktober)"),
            ("2. Financiën", "De subsidie is gestort."),
            ("3. Varia", "Niets te melden."),
        ]
    )
    meeting = taken(tmp_path, word).meeting
    assert agenda(meeting) == ["1 Personeel", "2 Financiën", "3 Varia"]
    assert points(meeting) == [("vacature delen", "elz-team", "2025-10-31", "")]
    assert (str(meeting.start), str(meeting.end), meeting.location) == ("12:00", "13:15", "lokaal 3")


def test_tables_of_actions_in_any_order_of_their_columns_with_states(tmp_path: Path) -> None:
    word = Word()
    word.title("Minutes task force housing – 4 June 2025")
    word.heading(1, "Follow-up of actions")
    word.table(
        [
            ("Due", "Owner", "Action", "Status"),
            ("30/04/2025", "City Council", "Draft the letter", "Completed"),
            ("June 2025", "Housing Trust", "Find two flats", "In progress"),
            ("", "", "Buy paint", "Dropped"),
        ]
    )
    word.heading(1, "Summary of actions")
    word.table(
        [
            ("Who", "What", "When"),
            ("Housing Trust", "Inspect the flats", "20 June"),
            ("All", "Read the plan", "next meeting"),
        ]
    )
    word.heading(1, "Next meeting")
    word.para("Wednesday 2 July 2025, 2 pm, City Hall")
    found = taken(tmp_path, word)
    assert points(found.meeting) == [
        ("Draft the letter", "city-council", "2025-04-30", "x"),
        ("Find two flats", "housing-trust", "June 2025", ""),
        ("Buy paint", "", "", ""),
        ("Inspect the flats", "housing-trust", "2025-06-20", ""),
        ("Read the plan", "", "2025-07-02", ""),
    ]
    assert found.meeting.next is not None
    assert found.meeting.next.location == "City Hall"


def test_word_styles_check_boxes_and_people_with_their_organisations(tmp_path: Path) -> None:
    word = Word(dutch=True)
    word.heading(1, "Verslag cluster welzijn van 14 oktober 2025 (14u - 16u30)")
    word.heading(2, "Aanwezigen")
    word.bullets("Voornaam Achternaam (CAW Oost)", "Mevr. X, OCMW Lede", "Kind en Gezin")
    word.heading(2, "Welkom")
    word.para("De voorzitter heet iedereen welkom.")
    word.heading(2, "Werking CAW")
    word.heading(3, "Vragen")
    word.para("Mevr. X vraagt of de cijfers per gemeente bestaan. Voornaam bezorgt die.")
    word.heading(2, "Actiepunten")
    word.box("Cijfers bezorgen – Voornaam Achternaam – eind november", ticked=False)
    word.box("Zaal betalen (OCMW Lede)", ticked=True)
    found = taken(tmp_path, word)
    meeting = found.meeting
    assert (meeting.title, str(meeting.day), str(meeting.end)) == ("Cluster welzijn", "2025-10-14", "16:30")
    assert ids(meeting.present) == ["caw-oost", "ocmw-lede", "kind-gezin"]
    assert agenda(meeting) == ["Welkom", "Werking CAW", "Actiepunten"]
    assert points(meeting) == [
        ("Cijfers bezorgen", "caw-oost", "eind november 2025", ""),
        ("Zaal betalen", "ocmw-lede", "", "x"),
    ]
    assert "[persoon 1] vraagt of de cijfers per gemeente bestaan. [persoon 2] bezorgt die." in found.text


BY_OWNER = """\
Kernteam 4/12/2025
Aanwezig: ELZ-team, CAW
Niet aanwezig: OCMW

Punt 1: Jaarplanning
We overlopen de jaarplanning.

Acties:
CAW:
- affiche ontwerpen tegen 10/1
- drukker contacteren
ELZ-team:
- budget nakijken

Punt 2: Website
TO DO
o teksten nalezen (iedereen, 15 december)
o foto's bezorgen

VOLGEND OVERLEG: 8 januari 2026
"""


def test_points_under_the_name_of_who_has_them(tmp_path: Path) -> None:
    found = taken(tmp_path, BY_OWNER)
    assert points(found.meeting) == [
        ("affiche ontwerpen", "caw", "2026-01-10", ""),
        ("drukker contacteren", "caw", "", ""),
        ("budget nakijken", "elz-team", "", ""),
        ("teksten nalezen", "", "2025-12-15", ""),
        ("foto's bezorgen", "", "", ""),
    ]
    assert agenda(found.meeting) == ["1 Jaarplanning", "2 Website"]


INITIALS = """\
Stuurgroep Buurtzorg
Datum: 12/06/2025
Aanwezig: Voornaam Achternaam (VA) – OCMW Zele; Eerste Tweede (ET) – Zorgpunt vzw; CM
1. Acties
- VA: lijst bezorgen tegen 1/7
- ET en CM: flyer maken
2. Einde
VA dankt iedereen.
"""


def test_initials_of_the_list_of_people_stand_for_their_organisations(tmp_path: Path) -> None:
    found = taken(tmp_path, INITIALS)
    assert [one[1] for one in points(found.meeting)] == ["ocmw-zele", "zorgpunt cm"]
    assert "[persoon 1] dankt iedereen." in found.text
    assert not re.search(r"\bVA\b|\bET\b", found.public)


TYPED = """\
PROVINCIALE RAAD VOOR WELZIJN
NOTULEN ZITTING VAN 12 NOVEMBER 2025

Aanwezig: ACHTERNAAM Voornaam (voorzitter), de heer Z, CAW Delta
Afwezig: OCMW Berg

1. Subsidies
Besluit nr. 1: de raad kent 10.000 euro toe aan vzw De Brug.
De heer Z onthoudt zich.

WIE\tWAT\tWANNEER
CAW Delta\tFolder maken\t9/12
Stad Merelbos\tZaal vastleggen\tvolgende vergadering

2. Data
Volgende vergaderingen: 14 januari 2026 en 11 maart 2026, telkens om 14.00 uur in het provinciehuis.

De voorzitter sluit de vergadering om 16.45 u.
"""


def test_capitals_a_table_typed_with_tabs_and_a_sentence_that_closes_the_meeting(tmp_path: Path) -> None:
    found = taken(tmp_path, TYPED)
    meeting = found.meeting
    assert (meeting.title, str(meeting.end)) == ("Provinciale raad voor welzijn", "16:45")
    assert points(meeting) == [
        ("Folder maken", "caw-delta", "2025-12-09", ""),
        ("Zaal vastleggen", "stad-merelbos", "2026-01-14", ""),
    ]
    assert meeting.next is not None
    assert (str(meeting.next.start), meeting.next.location) == ("14:00", "provinciehuis")
    assert "Afwezig: OCMW Berg" in found.text
    assert "ACHTERNAAM" not in found.public
    assert "heer Z" not in found.public


def test_headings_around_the_items_are_no_items_and_no_text(tmp_path: Path) -> None:
    text = "Verslag team\nDatum 4 mei 2026\n\n1 DEELNEMERS\n\nZie aparte lijst.\n\n2 VERSLAG\n\n1. Zaal\nKlaar.\n\n2. Slot\nNiets.\n"
    found = taken(tmp_path, text)
    assert agenda(found.meeting) == ["1 Zaal", "2 Slot"]
    assert "Zie aparte lijst." in found.text
    assert "VERSLAG" not in found.text


LETTER = """\
Overleg huisartsen en apothekers

Op dinsdag 8 september 2026 kwamen we om 12u30 samen in wijkgezondheidscentrum De Brug.
Aanwezig waren Huisartsenkring Velde en Apothekersbond Velde.

We spraken over de wachtdienst. Afgesproken werd dat de Apothekersbond Velde een lijst bezorgt tegen 15 september.

Ons volgende overleg vindt plaats op 10 november 2026.
"""


def test_a_letter_that_tells_of_a_meeting_without_any_label(tmp_path: Path) -> None:
    meeting = taken(tmp_path, LETTER).meeting
    assert (str(meeting.day), str(meeting.start)) == ("2026-09-08", "12:30")
    assert meeting.location == "wijkgezondheidscentrum De Brug"
    assert ids(meeting.present) == ["huisartsenkring-velde", "apothekersbond-velde"]
    assert points(meeting) == [("de Apothekersbond Velde een lijst bezorgt", "apothekersbond-velde", "2026-09-15", "")]
    assert meeting.next is not None
    assert meeting.next.date is not None
    assert str(meeting.next.date.first) == "2026-11-10"


HOSTILE = """\
Verslag overleg grens
Datum: 3 maart 2025
---
title: gekaapt
---
1. Eerste punt
- [ ] geen punt met @iemand en #iets
<script>alert(1)</script>
{{ 7*7 }} [[koffie]] #mantelzorg @kring
## Kop die geen kop is
2. Tweede punt
Actie: =HYPERLINK("x") doen
<!-- weg -->
"""


def test_words_of_a_document_become_no_data_no_markup_and_no_marks(tmp_path: Path) -> None:
    meeting = taken(tmp_path, HOSTILE).meeting
    assert meeting.title == "Overleg grens"
    assert agenda(meeting) == ["1 Eerste punt", "2 Tweede punt"]
    assert [one.owners + one.tags for one in meeting.points] == [(), ()]
    assert meeting.minutes.references == ()


def test_a_day_of_the_week_that_does_not_fit_is_told(tmp_path: Path) -> None:
    found = taken(tmp_path, "Verslag team\nDatum: maandag 13 mei 2025\n\n1. Iets\nTekst.\n\n2. Slot\nTekst.\n")
    assert "“maandag 13 mei 2025”: 2025-05-13 is a Tuesday" in [ENGLISH(one) for one in found.taken.remarks]


def test_without_a_day_nothing_is_made_unless_it_is_given(tmp_path: Path) -> None:
    text = "Verslag\n\n1. Iets\nTekst\n\n2. Nog iets\nTekst\n"
    with pytest.raises(Unfit, match="day of the meeting"):
        taken(tmp_path, text)
    assert str(taken(tmp_path, text, day=date(2026, 1, 5)).meeting.day) == "2026-01-05"


def test_the_day_may_come_from_the_name_of_the_file(tmp_path: Path) -> None:
    found = taken(tmp_path, "Verslag team\n\n1. Iets\nTekst\n\n2. Nog iets\nTekst\n", name="20251103 verslag")
    entry = next(one for one in found.taken.account.entries if one.field == "date")
    assert (entry.value, entry.certainty) == ("2025-11-03", Certainty.GUESSED)


def test_the_series_is_the_one_of_the_plan_with_that_name_or_the_one_given(tmp_path: Path) -> None:
    assert taken(tmp_path / "a", BY_OWNER, series="overleg-kern").meeting.id == "2025-12-04-overleg-kern"
    (tmp_path / "b").mkdir()
    plan = load(WorkTree(_with_series(tmp_path / "b"))).plan
    found = take_minutes(read("x.txt", BY_OWNER.encode()), MinutesOptions(None, plan, Tongue.NL, TODAY))
    assert "meetings/2025-12-04-kern.md" in found.files
    assert "meetings/series.yaml" not in found.files


def _with_series(root: Path) -> Path:
    write(root, plan=PLAN)
    (root / "meetings").mkdir()
    (root / "meetings" / "series.yaml").write_text("kern:\n  name: Kernteam\n", "utf-8")
    return root


DOCUMENTS = {
    "working group": WORKING_GROUP,
    "mail": MAIL,
    "english": ENGLISH_MINUTES,
    "roman": ROMAN,
    "municipal": MUNICIPAL,
    "by owner": BY_OWNER,
    "initials": INITIALS,
    "typed": TYPED,
    "letter": LETTER,
    "hostile": HOSTILE,
}


@pytest.mark.parametrize("text", DOCUMENTS.values(), ids=DOCUMENTS.keys())
def test_every_line_has_a_fate_and_every_word_a_place(tmp_path: Path, text: str) -> None:
    found = taken(tmp_path, text)
    account = found.taken.account
    assert account.left == ()
    assert all(one.fate is not Fate.LEFT for one in account.lines)
    kept = _words("\n".join(found.taken.files.values())) + _words(" ".join(one.words for one in account.entries))
    heads = " ".join(one.line.text for one in account.lines if one.fate in (Fate.HEADING, Fate.PROMPT))
    lost = _words(text) - kept - _words(heads) - _words(text if "utm_source" in text else "") - Counter(_labels(text))
    assert not lost


def _words(text: str) -> Counter[str]:
    return Counter(re.findall(r"[^\W_]+", text.lower()))


def _labels(text: str) -> list[str]:
    """Words before a colon at the beginning of a line, which say what a value is."""
    return [word for match in re.finditer(r"(?m)^([^:\n]{2,40}):", text) for word in _words(match[1]).elements()]


@pytest.mark.parametrize("text", DOCUMENTS.values(), ids=DOCUMENTS.keys())
def test_points_in_the_file_are_the_points_of_the_account(tmp_path: Path, text: str) -> None:
    found = taken(tmp_path, text)
    told = [one for one in found.taken.account.entries if re.fullmatch(r"points\[\d+\]", one.field)]
    assert len(told) == len([one for one in found.meeting.minutes.noted() if isinstance(one, Point)])


@pytest.mark.parametrize("text", DOCUMENTS.values(), ids=DOCUMENTS.keys())
def test_the_program_finds_no_error_in_what_was_made(
    tmp_path: Path, text: str, capsys: pytest.CaptureFixture[str]
) -> None:
    root = taken(tmp_path, text).root
    (root / ".gitignore").write_text("private/\n", "utf-8")
    _, out, err = runner(root, capsys)("validate")
    assert "error[" not in out + err


@pytest.mark.skipif(not SEED.exists(), reason="the seeds stand beside the project, and not in it")
def test_the_seed_gives_its_date_hours_place_items_points_and_next_meeting(tmp_path: Path) -> None:
    begun = time.perf_counter()
    found = take_minutes(read(SEED.name, SEED.read_bytes()), MinutesOptions(None, None, None, TODAY))
    assert time.perf_counter() - begun < 2
    text = next(text for path, text in found.files.items() if path.startswith("meetings/2"))
    head, _, body = text.removeprefix("---\n").partition("\n---\n")
    assert re.findall(r"(?m)^(date|start|end): (.+)$", head) == [
        ("date", "2025-05-13"),
        ("start", "13u30"),
        ("end", "16u"),
    ]
    assert "next: {date: 2025-10-09, start: 13u30," in head
    assert re.findall(r"(?m)^## (\d)\.", body) == ["1", "2", "3", "4", "5"]
    assert body.count("- [ ] ") == 4
    assert "fbclid" not in text
    assert found.account.left == ()
