"""What an import keeps out of public files: people, and words that are no organisation.  All names are placeholders."""

from __future__ import annotations

from datetime import date

import pytest

from elzctl.intake import persons
from elzctl.intake.folded import folded, places
from elzctl.intake.ledger import Certainty
from elzctl.intake.minutes.take import MinutesOptions, take_minutes
from elzctl.intake.nobody import is_nobody
from elzctl.intake.paper import Block, Cell, Line, Make, Paper
from elzctl.intake.plan.take import PlanOptions, take_plan
from elzctl.intake.readers.read import read
from elzctl.intake.taken import Taken
from elzctl.terms import Tongue
from elzctl.wording import Language

TODAY = date(2026, 11, 26)
PLAN = """\
Actieplan 2026 ELZ Waterkant

Inleiding

Bel An Voorbeeld, coördinator, op 0470 12 34 56 of mail an.voorbeeld@polder.example.

Strategische doelstelling 1: Gezond wonen

Operationele doelstelling 1.1.: Woningen zijn veilig

1.1.1. Een woningpas maken

Wat?

Een pas. Contactpersoon: Xandrine Ypsilon, tel. 0478 11 22 33.
De pas van Voornaam Achternaam ligt bij Stichting Voornaam Achternaam en Dienst Wonen.

Partners:

• Mia Voorbeeld
• Woonwinkel
• iedereen
"""
MINUTES = """\
Verslag werkgroep Zorg
Datum: 13 mei 2025
Aanwezig: Ayşe Yılmaz (CAW), An Van Hove (ELZ), Marie-Claire Voorbeeld, allen behalve Hilde, ik, + 2 studenten, team, OCMW Berg
Afwezig met kennisgeving: Samana
Afwezig: Okra

1. Stand van zaken
An Van Hove vraagt uitleg aan An. We zien elkaar bij An thuis.
Yilmaz stuurt de cijfers, @Marie-Claire kijkt na. Rijksregisternummer 11.02.03-123.45.

2. Vragen
- CAW bezorgt de lijst
"""


def plan(text: str = PLAN) -> Taken:
    return take_plan(read("plan.txt", text.encode()), PlanOptions(today=TODAY))


def minutes(text: str = MINUTES, *, name: str = "verslag.txt") -> Taken:
    return take_minutes(read(name, text.encode()), MinutesOptions(None, None, Tongue.NL, TODAY))


def public(found: Taken) -> str:
    return "\n".join(text for path, text in found.files.items() if not path.startswith("private/"))


def private(found: Taken) -> str:
    return "\n".join(text for path, text in found.files.items() if path.startswith("private/"))


def meeting(found: Taken) -> str:
    return next(text for path, text in found.files.items() if path.startswith("meetings/2"))


def said(found: Taken) -> list[str]:
    return [Language("en")(one) for one in found.remarks]


def test_contacts_and_names_of_people_in_a_plan_go_into_the_private_file() -> None:
    found = plan()
    text = public(found)
    for secret in ("0470 12 34 56", "an.voorbeeld@polder.example", "Xandrine", "Ypsilon", "0478", "An Voorbeeld"):
        assert secret not in text
        assert secret in private(found)
    assert "Bel de coördinator op […] of mail […]." in text
    assert "Contactpersoon: [persoon 1], tel. […]." in text
    assert "[persoon 1]: Xandrine Ypsilon" in private(found)
    assert "Xandrine Ypsilon" in " ".join(entry.words for entry in found.account.entries)


def test_behind_a_label_that_an_organisation_may_follow_only_a_clear_name_makes_way() -> None:
    found = plan(PLAN.replace("Contactpersoon: Xandrine Ypsilon", "Contact: Rode Ruiter"))
    assert "Contact: Rode Ruiter" in public(found)


def test_a_partner_with_the_form_of_a_name_is_no_actor_and_stays_private() -> None:
    found = plan(
        PLAN.replace("• Mia Voorbeeld", "• Xandrine Ypsilon").replace("De pas", "Xandrine Ypsilon zegt: de pas")
    )
    assert "xandrine" not in public(found).lower()
    assert "Xandrine Ypsilon" in private(found)
    assert [one for one in found.account.entries if one.field == "partners" and one.certainty is Certainty.UNCLEAR]


@pytest.mark.parametrize("name", ["Rode Ster", "Tabakologen Kempen", "Gevangenis Zeedorp"])
def test_a_partner_with_a_word_that_shows_what_it_is_is_one(name: str) -> None:
    assert f"name: {name}" in plan(PLAN.replace("• Mia Voorbeeld", f"• {name}")).files["plan/actors.yaml"]


def test_a_lead_of_one_word_that_could_be_a_name_is_a_guess() -> None:
    found = plan(PLAN.replace("• Mia Voorbeeld", "• Quovadis"))
    [entry] = [one for one in found.account.entries if one.field == "partners" and "Quovadis" in one.words]
    assert (entry.certainty, bool(entry.reason)) == (Certainty.GUESSED, True)


@pytest.mark.parametrize("there", ["Xandrine Ypsilon, Quovadia Zeta, CAW", "Xandrine Ypsilon, CAW, Zeta Quovadia"])
def test_one_organisation_between_people_makes_no_organisations_of_them(there: str) -> None:
    found = minutes(f"Verslag zorgoverleg\nDatum: 13 mei 2025\nAanwezig: {there}\n\n1. Varia\nGeen.\n")
    assert "xandrine" not in public(found).lower()
    assert "present: [caw]" in public(found)


def test_a_name_inside_that_of_an_organisation_stays() -> None:
    assert "ligt bij Stichting Voornaam Achternaam en Dienst Wonen" in public(plan())


def test_a_partner_who_is_a_person_or_everybody_is_no_actor_and_is_told() -> None:
    found = plan()
    assert "woonwinkel:" in found.files["plan/actors.yaml"]
    assert "mia" not in public(found).lower()
    assert "iedereen" not in found.files["plan/actors.yaml"]
    assert "Mia Voorbeeld" in private(found)
    unclear = [one.field for one in found.account.entries if one.certainty is Certainty.UNCLEAR]
    assert "partners" in unclear


def test_a_target_group_that_names_a_person_goes_into_the_private_file() -> None:
    found = plan(PLAN.replace("Partners:", "Doelgroep:"))
    assert "mia" not in public(found).lower()
    assert "Mia Voorbeeld" in private(found)


def test_a_name_in_minutes_makes_way_as_a_whole_and_not_for_an_organisation() -> None:
    text = meeting(minutes())
    assert "[persoon 1] vraagt uitleg aan [persoon 1]. We zien elkaar bij [persoon 1] thuis." in text


def test_accents_hyphens_and_a_sign_before_a_name_hide_no_one() -> None:
    found = minutes()
    assert "[persoon 2] stuurt de cijfers, [persoon 3] kijkt na" in meeting(found)
    assert "Yilmaz" not in public(found)
    assert "Marie-Claire" not in public(found)


def test_a_national_number_is_hidden_whatever_its_check_digits() -> None:
    found = minutes()
    assert "Rijksregisternummer […]" in meeting(found)
    assert "11.02.03-123.45" in private(found)


def test_words_that_are_no_organisation_are_no_actors_of_a_meeting() -> None:
    found = minutes()
    assert "present: [caw, elz, ocmw-berg]" in meeting(found)
    assert "hilde" not in public(found).lower()
    assert "allen behalve Hilde" in private(found)


def test_absent_with_notice_is_excused_and_absent_alone_is_text() -> None:
    text = meeting(minutes())
    assert "excused: [samana]" in text
    assert "Afwezig: Okra" in text


def test_two_people_with_the_same_first_name_are_two() -> None:
    text = MINUTES.replace("An Van Hove vraagt uitleg aan An.", "An Van Hove belt An Voorbeeld. An mailt.")
    found = meeting(minutes(text))
    assert found.index("[persoon 1] belt [persoon 2]") < found.index("[persoon 3] mailt.")


@pytest.mark.parametrize(
    "word", ["ik", "Allen", "iedereen", "+ 2 studenten", "het team", "allen behalve X", "wij allen"]
)
def test_a_word_for_anybody_is_nobody(word: str) -> None:
    assert is_nobody(word)


@pytest.mark.parametrize("word", ["CAW", "Team Zorg", "alle partners", "Studentenraad", "Huis van het Kind"])
def test_an_organisation_is_somebody(word: str) -> None:
    assert not is_nobody(word)


def test_letters_are_folded_with_their_places() -> None:
    assert folded("Yılmaz Øst Łódź") == "Yilmaz Ost Lodz"
    assert places("e\u0301a") == ("ea", (0, 2, 3))
    assert persons.key("Ayşe YILMAZ") == persons.key("ayse yılmaz")


MAIL = """\
Van: An Voorbeeld <an@polder.example>
Verzonden: maandag 13 oktober 2025 16:42
Aan: Voornaam Achternaam <va@zee.example>
CC: Els Voorbeeld
Onderwerp: RE: Verslagje werkgroep buurtzorg 9/10

Dag allemaal,

Hierbij wat we afspraken in het buurthuis (13u–15u).
Waren er: CAW, Samana. Excuses van Okra.

1) Buurtfeest
- gaat door op 12 september 2026
- CAW regelt de tenten tegen eind maart

2) Subsidie
=> CAW schrijft het dossier, uiterlijk 15/12

Groetjes
An

--
An Voorbeeld
T 0470 12 34 56
"""


def test_a_mail_has_its_title_from_the_subject_and_its_day_and_hours_from_the_text() -> None:
    found = minutes(MAIL, name="mail.txt")
    text = meeting(found)
    assert "title: Werkgroep buurtzorg\nseries: werkgroep-buurtzorg\ndate: 2025-10-09\nstart: 13u\nend: 15u\n" in text
    for secret in ("Verzonden", "Achternaam", "Groetjes", "0470", "An Voorbeeld", "Els"):
        assert secret not in public(found)
        assert secret in private(found)
    assert found.account.left == ()


def test_the_day_on_which_a_mail_was_sent_is_a_guess_when_nothing_else_tells_one() -> None:
    found = minutes(MAIL.replace(" 9/10", ""), name="mail.txt")
    assert "date: 2025-10-13\n" in meeting(found)
    [entry] = [one for one in found.account.entries if one.field == "date"]
    assert entry.certainty is Certainty.GUESSED


def test_a_day_of_the_week_that_fits_another_year_alone_is_told() -> None:
    found = minutes(f"{MINUTES}\nVolgende vergadering: vrijdag 14 mei om 10u\n")
    assert any("2025-05-14 is a Wednesday" in one for one in said(found))
    found = minutes(f"{MINUTES}\nVolgende vergadering: vrijdag 15 mei om 10u\n")
    assert any("the day of the week fits" in one for one in said(found))
    found = minutes(f"{MINUTES}\nVolgende vergadering: vrijdag 16 mei om 10u\n")
    assert not any("the day of the week fits" in one for one in said(found))


def table(*rows: tuple[str, ...], heading: str = "Acties") -> Paper:
    texts = [
        "Verslag werkgroep Zorg",
        "Datum: 13 mei 2025",
        "Aanwezig: Voornaam Achternaam (CAW), Els Voorbeeld, OCMW Berg",
    ]
    blocks = [Block(text, (at,)) for at, text in enumerate(texts)]
    blocks.append(Block(heading, (3,), level=1))
    lines = [*texts, heading]
    for number, row in enumerate(rows, 1):
        for column, text in enumerate(row, 1):
            blocks.append(Block(text, (len(lines),), cell=Cell(1, number, column)))
            lines.append(text)
    return Paper("v.docx", Make.DOCX, tuple(Line(one, 0, at) for at, one in enumerate(lines, 1)), tuple(blocks))


def tabled(*rows: tuple[str, ...], heading: str = "Acties") -> Taken:
    return take_minutes(table(*rows, heading=heading), MinutesOptions(None, None, Tongue.NL, TODAY))


def test_two_owners_of_whom_one_has_no_organisation_both_count() -> None:
    found = tabled(("Wat", "Wie", "Wanneer"), ("Sprekers zoeken", "Voornaam + Els", "15/06"))
    assert "- [ ] Sprekers zoeken @caw tegen:2025-06-15\n  - Wie: ook [persoon 1]" in meeting(found)
    assert any(one.startswith("Point 1 has owners") for one in said(found))


def test_who_and_when_in_one_cell_are_parted() -> None:
    found = tabled(
        ("Agendapunt", "Bespreking", "Actie / besluit", "Wie + timing"),
        ("1. Vaccins", "Ze komen toe.", "Bestelling plaatsen", "OCMW Berg, 26/9"),
        ("2. Wachtpost", "Tekort.", "Rooster nakijken", "CAW tegen eind oktober"),
        ("3. Slot", "Niets.", "Goedgekeurd", ""),
        heading="Besprekingen",
    )
    text = meeting(found)
    assert "- [ ] Bestelling plaatsen @ocmw-berg tegen:2025-09-26" in text
    assert '- [ ] Rooster nakijken @caw tegen:"eind oktober 2025"' in text
    assert "BESLUIT: Goedgekeurd" in text


def test_a_footnote_of_a_pdf_under_a_list_of_actions_is_no_point() -> None:
    found = tabled(("1", "De cijfers zijn van 2024, volgens de spoeddienst."))
    assert "- [ ]" not in meeting(found)
    assert "volgens de spoeddienst" in meeting(found)


def test_a_sign_of_a_list_from_a_font_is_no_word() -> None:
    text = MINUTES.replace("- CAW bezorgt de lijst", "Acties\n\uf095 CAW bezorgt de lijst tegen 1/06/2025")
    assert "- [ ] CAW bezorgt de lijst @caw tegen:2025-06-01" in meeting(minutes(text))


UNKNOWN = """Verslag denkgroep
Datum: 13 mei 2025
Voorzitter: Zandor
Aanwezig: De dames G. Ypsilon, Q.J. van der Zed, Quibus, Xandrine Ypsilon + Jorvald de Zed
Afwezig (mkg) B. Omega

1. Opening
Zandor opent. Quibus, Jorvald en Q.J. van der Zed gaan akkoord; Jorvald De Zed en weth. Alfanaam ook.

Actiepunten
- Quibus: affiche maken tegen 1 juni
- OCMW Berg: zaal vragen
"""


def test_names_that_nothing_shows_to_be_of_an_organisation_stay_private() -> None:
    found = minutes(UNKNOWN)
    for name in ("Zandor", "Ypsilon", "Zed", "Quibus", "Xandrine", "Jorvald", "Omega", "Alfanaam"):
        assert name.lower() not in public(found).lower(), name
        assert name.lower() in private(found).lower(), name
    assert "@ocmw-berg" in meeting(found)
    assert "affiche maken tegen:2025-06-01" in meeting(found)


def test_names_that_nothing_tells_apart_are_of_organisations_among_more_of_these() -> None:
    found = minutes(
        "Verslag zorgoverleg\nDatum: 13 mei 2025\nAanwezig: CAW Delta, OCMW Berg, Alfavie, Delta Zorg\n\n1. Varia\nGeen.\n"
    )
    assert "present: [caw-delta, ocmw-berg, alfavie, delta-zorg]" in meeting(found)


def test_a_list_that_tells_nothing_is_of_people_when_another_names_some() -> None:
    found = minutes(
        "Verslag zorgoverleg\nDatum: 13 mei 2025\nAanwezig: CAW Delta, OCMW Berg, dhr. X (Okra)\nVerontschuldigd: Zandor Ypsilon, Quibus\n\n1. Varia\nGeen.\n"
    )
    assert "present: [caw-delta, ocmw-berg, okra]" in meeting(found)
    assert "Ypsilon" not in public(found)
    assert "Quibus" not in public(found)


def test_a_university_with_the_name_of_somebody_is_no_person() -> None:
    found = minutes("Verslag zorgoverleg\nDatum: 13 mei 2025\n\n1. Varia\nDe Voornaam de Grote Hogeschool werkt mee.\n")
    assert "De Voornaam de Grote Hogeschool werkt mee." in meeting(found)


def test_the_possessive_of_who_was_there_is_a_name_and_an_ida_list_is_none() -> None:
    found = minutes(
        "Verslag zorgoverleg\nDatum: 13 mei 2025\nAanwezig: Xandrine Ypsilon (CAW), Quovadia Zeta (CM)\n\n"
        "1. Varia\nXandrines vraag komt later.\n\n2. IDA-lijst\nGeen.\n"
    )
    assert "xandrine" not in public(found).lower()
    assert "## 2. IDA-lijst" in meeting(found)


def test_the_remark_on_a_file_says_whom_it_may_name() -> None:
    text = "Actieplan 2026\n\n1. Gezond leven\n\n1.1 Bewegen\n\n1.1.1 Wandelen\n\nPartners: Team Mia Voorbeeld, ZNA Jan Palfijn\n"
    said = [Language("en")(one) for one in take_plan(read("p.txt", text.encode()), PlanOptions(today=TODAY)).remarks]
    assert [one for one in said if one.startswith("plan/actors.yaml")] == [
        "plan/actors.yaml seems to name a person: “Mia Voorbeeld”. Look at it before you publish it."
    ]
