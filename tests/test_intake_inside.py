"""Names of people in the names of files, in addresses and of whose house it is; words that might be one are told.  All names are placeholders."""

from __future__ import annotations

from datetime import date

import pytest

from elzctl.intake import persons
from elzctl.intake.homes import homes, hosts
from elzctl.intake.houses import Houses
from elzctl.intake.inside import Inside, perhaps
from elzctl.intake.ledger import Certainty
from elzctl.intake.minutes.take import MinutesOptions, take_minutes
from elzctl.intake.plan.take import PlanOptions, take_plan
from elzctl.intake.readers.read import read
from elzctl.intake.taken import Taken
from elzctl.terms import Tongue

TODAY = date(2026, 11, 26)
NAMES = ("Xandrine Van den Ypsilon", "Xandrine Quozeta", "Omega")
PLAN = """\
Actieplan 2026 ELZ Waterkant

Strategische doelstelling 1: Gezond wonen

Operationele doelstelling 1.1.: Woningen zijn veilig

1.1.1. Een woningpas maken
Trekker: {lead}
Partners: {partners}
Wat gaan we doen? {text}
"""


def minutes(text: str, place: str = "Ons Huis") -> Taken:
    head = f"Verslag zorgoverleg\nDatum: 13 mei 2025\nPlaats: {place}\nAanwezig: Xandrine Quozeta (CAW), Familiehulp\n"
    data = f"{head}\n1. Stand van zaken\n{text}\n\n2. Varia\nGeen.\n".encode()
    return take_minutes(read("verslag.txt", data), MinutesOptions(None, None, Tongue.NL, TODAY))


def plan(*, lead: str = "Woonwinkel", partners: str = "CAW", text: str = "Niets.") -> Taken:
    data = PLAN.format(lead=lead, partners=partners, text=text).encode()
    return take_plan(read("plan.txt", data), PlanOptions(today=TODAY))


def public(found: Taken) -> str:
    return "\n".join(text for path, text in found.files.items() if not path.startswith("private/"))


def told(found: Taken) -> str:
    return " ".join(str(value) for remark in found.remarks for value in dict(remark.args).values())


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Zie nota_xandrine_quozeta.pdf.", ["xandrine_quozeta"]),
        ("Zie Quozeta-Xandrine_slides.pptx", ["Quozeta-Xandrine"]),
        ("Zie quozeta_nota.docx en x.quozeta.pdf", ["quozeta", "x.quozeta"]),
        ("Vraag het aan xandrine.q of @xandrine.qz.", ["xandrine.q", "xandrine.qz"]),
        ("Vraag het aan quozeta.x, ja", ["quozeta.x"]),
        ("Zie vandenypsilon_xandrine.odt", ["vandenypsilon_xandrine"]),
        ("Zie https://zone.example/team/xandrine-quozeta/ nu", ["https://zone.example/team/xandrine-quozeta/"]),
        ("Zie www.zone.example/wie?naam=quozeta nu", ["www.zone.example/wie?naam=quozeta"]),
        ("Quozeta-Xandrine komt. Het is xandrine. Mail naar zone.example of xandrine.be", []),
        ("De omega_kaart.pdf en https://zone.example/quo/zeta", []),
    ],
)
def test_who_is_known_is_found_inside_words_without_blanks(text: str, words: list[str]) -> None:
    assert [text[one.first : one.last] for one in Inside(NAMES).find(text)] == words


def test_a_surname_that_is_a_word_of_the_document_is_not_looked_for_alone() -> None:
    assert list(Inside(["Xandrine Zomer"], {"zomer"}).find("De zomer_kaart.pdf")) == []


def test_names_of_files_and_addresses_make_way_in_minutes() -> None:
    found = minutes("Zie nota_xandrine_quozeta.pdf en https://zone.example/team/quozeta. Mail x.quozeta niet.")
    assert "Zie nota\\_[persoon 1].pdf en […]. Mail [persoon 1] niet." in public(found)
    assert "uozeta" not in public(found)
    assert "https://zone.example/team/quozeta" in "".join(found.files.values())


def test_links_in_which_somebody_is_named_lose_their_address() -> None:
    html = (
        "<h1>Verslag zorgoverleg</h1><p>Datum: 13 mei 2025</p><p>Aanwezig: Xandrine Quozeta (CAW), Familiehulp</p>"
        '<h2>1. Nieuws</h2><p>Lees <a href="https://zone.example/team/xandrine-quozeta">meer</a> of <a href="https://zone.example/kaart">de kaart</a>.</p>'
    )
    found = take_minutes(read("v.html", html.encode()), MinutesOptions(None, None, Tongue.NL, TODAY))
    assert "Lees meer of [de kaart](https://zone.example/kaart)." in public(found)
    assert "team/xandrine-quozeta" in "".join(text for path, text in found.files.items() if path.startswith("private/"))


def test_names_of_files_and_addresses_make_way_in_a_plan() -> None:
    found = plan(text="Saskia Quozeta tekent. Zie kaart_saskia_quozeta.pdf en https://zone.example/saskia.quozeta nu.")
    assert "[persoon 1] tekent. Zie kaart\\_[persoon 1].pdf en […] nu." in public(found)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Zie verslag_Saskia_Quozeta_nov.docx.", ["verslag_Saskia_Quozeta_nov.docx."]),
        ("Vraag het aan saskia.qzt nu", ["saskia.qzt"]),
        ("Zie kaart_van_de_wijk.pdf, www.zone.example/jan-palfijn en de-kaart.", []),
        ("Mail naar saskia.quozeta@zone.example.", []),
    ],
)
def test_what_may_name_somebody_inside_a_word_is_seen(text: str, words: list[str]) -> None:
    assert [text[first:last] for first, last in perhaps(text)] == words


def test_what_may_name_somebody_in_the_name_of_a_file_is_told() -> None:
    assert "verslag_Saskia_Omegabeta_nov.docx (7)" in told(minutes("Zie verslag_Saskia_Omegabeta_nov.docx."))
    assert "quozeta" not in told(minutes("Zie nota_xandrine_quozeta.pdf."))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("ten huize van Xandrine Ypsilon, Kerkstraat 3", ["Xandrine Ypsilon"]),
        ("Het was thuis bij Xandrine Van de Zed in Meer.", ["Xandrine Van de Zed"]),
        ("We zaten in de tuin van Xandrine.", ["Xandrine"]),
        ("We aten bij Xandrine Ypsilon thuis.", ["Xandrine Ypsilon"]),
        ("In de tuin van Villa Zed is plaats.", ["Villa Zed"]),
        ("In het huis van de Mens en bij de Woonwinkel thuis in alles.", []),
    ],
)
def test_whose_house_it_is_is_a_person(text: str, words: list[str]) -> None:
    assert [text[first:last] for first, last in hosts(text)] == words


def test_the_house_of_a_person_is_no_place_to_publish() -> None:
    found = minutes("De groep zat ten huize van Saskia Omegabeta.", "ten huize van Xandrien Zed, Kerkstraat 3, Meer")
    assert 'location: "ten huize van [persoon 1], […], Meer"' in public(found)
    assert "ten huize van [persoon 2]." in public(found)
    assert "in de tuin van Villa Omegabeta." in public(minutes("We zaten in de tuin van Villa Omegabeta."))
    assert "in het huis van [persoon 1]." in public(plan(text="We zaten in het huis van Xandrien Zed."))


def test_what_a_person_has_is_no_house_and_a_house_with_a_name_is() -> None:
    spans = Houses().spans
    assert [*spans("de bakkerij van Saskia Omegabeta levert")] == []
    text = "Huis van het Kind en Villa Saskia Omegabeta"
    assert {text[first:last] for first, last in spans(text)} >= {"Huis van het Kind", "Villa Saskia Omegabeta"}


@pytest.mark.parametrize(("partners", "words"), [("Natuurpunt, Nulzers", "Nulzers"), ("Okra; Kwerul", "Kwerul")])
def test_a_lone_surname_among_partners_is_told_by_its_name(partners: str, words: str) -> None:
    (entry,) = (one for one in plan(partners=partners).account.entries if one.field == "partners")
    assert (entry.certainty, dict(entry.reason.args if entry.reason else ())) == (Certainty.GUESSED, {"names": words})


@pytest.mark.parametrize("partners", ["Natuurpunt, Okra", "Huisartsen, Apothekers", "Mantelzorgers, Burgers, Partners"])
def test_organisations_and_groups_as_partners_are_read(partners: str) -> None:
    (entry,) = (one for one in plan(partners=partners).account.entries if one.field == "partners")
    assert entry.certainty is Certainty.READ


def test_a_lead_that_is_kept_private_is_named_in_the_report() -> None:
    (entry,) = (one for one in plan(lead="Xandrine Ypsilon").account.entries if one.field == "lead")
    assert (entry.value, entry.words, entry.certainty) == ("", "Xandrine Ypsilon", Certainty.UNCLEAR)


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("Wie meedoet: Samana, Met Zachte Handdruk en Okra.", "Met Zachte Handdruk"),
        ("De broer van Saskia belt.", "De broer van [persoon 1] belt."),
        ("De weduwe Van Damme belt.", "De weduwe [persoon 1] belt."),
        ("Dank. R. Nulbeta (Okra) belt.", "[persoon 1] (Okra) belt."),
    ],
)
def test_names_end_where_they_end(text: str, kept: str) -> None:
    assert kept in public(minutes(text))


def test_an_abbreviation_beside_another_one_is_an_organisation() -> None:
    text = (
        "Verslag zorgoverleg\nDatum: 13 mei 2025\nAanwezig: Xandrine Ypsilon (SASKIA KU Leuven), Okra\n\n"
        "1. Stand\nNiets.\n\n2. Acties\nActie: rapport bezorgen (SASKIA KU Leuven, tegen 20 juni)\n"
    )
    found = public(take_minutes(read("v.txt", text.encode()), MinutesOptions(None, None, Tongue.NL, TODAY)))
    assert "present: [saskia-ku-leuven, okra]" in found
    assert "rapport bezorgen @saskia-ku-leuven" in found


@pytest.mark.parametrize("name", ["Koenraad Zed", "Marjolijn Zed", "Marcus Zed", "Karlijn"])
def test_a_first_name_that_ends_as_a_council_does_is_of_a_person(name: str) -> None:
    assert persons.is_person(name)
    assert not persons.shows_organisation(name)


@pytest.mark.parametrize("name", ["Gemeenteraad Karlijn", "TEKO VUB Jette", "LISA UZ Meer"])
def test_an_organisation_with_a_first_name_in_it_stays_one(name: str) -> None:
    assert not persons.may_be_person(name)
    assert not persons.has_first_name(name)


@pytest.mark.parametrize(
    ("text", "hidden"),
    [
        ("Start ten huize van Xandrine Ypsilon, Dorp 3, Meer.", ["Dorp 3"]),
        ("bij Xandrine Ypsilon thuis (Klein Einde 12b)", ["Klein Einde 12b"]),
        ("Start ten huize van Xandrine Ypsilon, Woensdag 14 uur.", []),
        ("Start in Zaal Zed, Dorp 3, Meer.", []),
    ],
)
def test_the_address_behind_whose_house_it_is_is_found_whatever_its_street_is_called(
    text: str, hidden: list[str]
) -> None:
    assert [text[first:last] for first, last in homes(text, [])] == hidden
