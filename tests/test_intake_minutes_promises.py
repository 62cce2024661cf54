"""What sentences of minutes promise: who does what by when, in running text.  All names are placeholders."""

from __future__ import annotations

from datetime import date

import pytest

from elzctl.intake.minutes.lines import apart
from elzctl.intake.minutes.take import MinutesOptions, take_minutes
from elzctl.intake.paper import Block, Line
from elzctl.intake.readers.read import read
from elzctl.intake.taken import Taken
from elzctl.terms import Tongue

TODAY = date(2026, 11, 26)
NEXT = "Volgende vergadering: dinsdag 8 december 2026 om 14 uur"


def minutes(text: str, *, head: str = "Aanwezig: CAW Meer, Familiehulp, Saskia Omegabeta (OCMW Meer)") -> Taken:
    whole = f"Verslag zorgoverleg\nDatum: 5 november 2026\n{head}\n\n1. Stand\n{text}\n\n2. Slot\nGeen.\n\n{NEXT}\n"
    return take_minutes(read("verslag.txt", whole.encode()), MinutesOptions(None, None, Tongue.NL, TODAY))


def stand(found: Taken) -> str:
    text = next(text for path, text in found.files.items() if path.startswith("meetings/2"))
    return text.partition("## 1. Stand\n")[2].partition("## 2. Slot")[0].strip()


def public(found: Taken) -> str:
    return "\n".join(text for path, text in found.files.items() if not path.startswith("private/"))


@pytest.mark.parametrize(
    ("text", "point"),
    [
        ("CAW Meer bezorgt de lijst tegen 9/12.", "CAW Meer bezorgt de lijst @caw-meer tegen:2026-12-09"),
        ("CAW Meer neemt dit op.", "CAW Meer neemt dit op @caw-meer"),
        (
            "CAW Meer neemt de opmaak op zich, met hulp van Familiehulp.",
            "CAW Meer neemt de opmaak op zich, met hulp van Familiehulp @caw-meer",
        ),
        ("Familiehulp gaat na of de zaal vrij is.", "Familiehulp gaat na of de zaal vrij is @familiehulp"),
        (
            "CAW Meer en Familiehulp werken een voorstel uit tegen eind januari.",
            'CAW Meer en Familiehulp werken een voorstel uit @caw-meer @familiehulp tegen:"eind januari 2027"',
        ),
        (
            "Het secretariaat stuurt het draaiboek rond vóór de volgende vergadering.",
            "Het secretariaat stuurt het draaiboek rond @secretariaat tegen:2026-12-08",
        ),
        (
            "Tegen 1 december bezorgt Familiehulp de cijfers.",
            "Tegen 1 december bezorgt Familiehulp de cijfers @familiehulp tegen:2026-12-01",
        ),
        (
            "We vragen aan Familiehulp om de cijfers te bezorgen.",
            "We vragen aan Familiehulp om de cijfers te bezorgen @familiehulp",
        ),
        (
            "Aan CAW Meer wordt gevraagd om te trekken.",
            "Aan CAW Meer wordt gevraagd om te trekken @caw-meer",
        ),
        ("Vraag aan CAW Meer: een spreker voorstellen", "een spreker voorstellen @caw-meer"),
        ("CAW Meer: folder nalezen tegen half december", 'folder nalezen @caw-meer tegen:"half december 2026"'),
        ("@CAW Meer: folder nalezen", "folder nalezen @caw-meer"),
        ("Te doen (CAW Meer, eind december): zaal zoeken", 'zaal zoeken @caw-meer tegen:"eind december 2026"'),
        ("Actie CAW Meer: zaal zoeken, 15/12", "zaal zoeken @caw-meer tegen:2026-12-15"),
        (
            "De accreditatie wordt aangevraagd (deadline 1 december, trekker: Familiehulp).",
            "De accreditatie wordt aangevraagd @familiehulp tegen:2026-12-01",
        ),
        (
            "De map is verouderd. Opvolging door Familiehulp, tegen 1 maart.",
            "De map is verouderd. @familiehulp tegen:2027-03-01",
        ),
        (
            "Iedereen bezorgt de eigen cijfers tegen 1 december.",
            "Iedereen bezorgt de eigen cijfers tegen:2026-12-01",
        ),
        (
            "Afgesproken dat CAW Meer een voorstel schrijft tegen 1 december.",
            "CAW Meer een voorstel schrijft @caw-meer tegen:2026-12-01",
        ),
    ],
)
def test_a_sentence_that_says_who_does_what_is_a_point(text: str, point: str) -> None:
    assert stand(minutes(text)) == f"- [ ] {point}"


@pytest.mark.parametrize(
    "text",
    [
        "CAW Meer bezorgde de lijst vorige week.",
        "CAW Meer organiseert al tien jaar een vorming.",
        "CAW Meer hoopt de cijfers te bezorgen tegen 1 december.",
        "CAW Meer stelt voor om te wachten tot 1 december.",
        "Bezorgt CAW Meer de lijst tegen 1 december?",
        "CAW Meer: alles loopt goed, er zijn twee nieuwe medewerkers.",
        "Of CAW Meer meedoet, moet nog bekeken worden.",
        "Familiehulp werkt met vrijwilligers.",
        "De wagen rijdt tegen de muur.",
        "Een vraag over de kosten blijft open.",
        "We vragen om geduld.",
        "Familiehulp volgt de opleiding op woensdag.",
        "Familiehulp roept op om in te schrijven tegen 1 december.",
        "De gemeente Meer plant een dienstencentrum tegen 2028.",
        "CAW Meer zoekt vrijwilligers voor de nachtopvang.",
        "CAW Meer verhuist voor de zomer naar de Kerkstraat.",
    ],
)
def test_what_is_only_told_wished_or_asked_is_no_point(text: str) -> None:
    assert stand(minutes(text)) == text


def test_a_sentence_in_a_bullet_is_a_point_and_the_rest_stays() -> None:
    found = stand(minutes("- Er zijn 12 brieven. Familiehulp bezorgt een lijst tegen 1 december.\n- Proficiat."))
    assert "- Er zijn 12 brieven.\n" in found
    assert "- [ ] Familiehulp bezorgt een lijst @familiehulp tegen:2026-12-01" in found
    assert found.endswith("- Proficiat.")


def test_the_first_name_of_somebody_in_the_list_tells_for_whom() -> None:
    found = minutes("Saskia doet navraag bij de gemeente.")
    assert stand(found) == "- [ ] [persoon 1] doet navraag bij de gemeente @ocmw-meer"
    assert "Saskia" not in public(found)


@pytest.mark.parametrize(
    "text",
    [
        "Onze coördinator Nulbeta Omegabeta maakt een verslag tegen 1 december.",
        "Het team van Saskia Omegabeta werkt dit uit tegen 1 december.",
        "We vragen aan voorzitter Saskia Omegabeta om de zaal te boeken.",
        "@Saskia Omegabeta: zaal boeken",
        "Zaal boeken (trekker: Saskia Omegabeta, deadline 1 december).",
        "De zaal is vuil. Opvolging door Saskia Omegabeta, tegen 1 december.",
        "Vraag aan Saskia Omegabeta: sleutel bezorgen",
    ],
)
def test_no_name_of_a_person_becomes_an_actor(text: str) -> None:
    found = minutes(text, head="Aanwezig: CAW Meer, Familiehulp")
    assert "omegabeta" not in public(found).lower()


@pytest.mark.parametrize(
    ("words", "due"),
    [
        ("tegen volgende week", "2026-11-09/2026-11-15"),
        ("tegen eind deze week", "2026-11-05/2026-11-08"),
        ("binnen de twee weken", "2026-11-19"),
        ("binnen 14 dagen", "2026-11-19"),
        ("binnen de maand", "2026-12-05"),
        ("tegen eind volgende maand", '"eind december 2026"'),
        ("tegen vrijdag", "2026-11-06"),
        ("tegen het einde van de maand", '"eind november 2026"'),
        ("tegen het volgende zorgoverleg", "2026-12-08"),
    ],
)
def test_a_day_told_from_that_of_the_meeting_is_a_guess(words: str, due: str) -> None:
    found = minutes(f"CAW Meer bezorgt de lijst {words}.")
    assert stand(found) == f"- [ ] CAW Meer bezorgt de lijst @caw-meer tegen:{due}"
    entry = next(one for one in found.account.entries if one.field.endswith(".due"))
    assert entry.certainty.value == "guessed"
    assert entry.reason is not None


def test_the_same_words_in_a_column_of_days_are_read_too() -> None:
    table = "Wat | Wie | Tegen wanneer\nLijst bezorgen | CAW Meer | deze week\nZaal boeken | Familiehulp | binnen de 10 dagen"
    found = stand(minutes(table))
    assert "- [ ] Lijst bezorgen @caw-meer tegen:2026-11-05/2026-11-08" in found
    assert "- [ ] Zaal boeken @familiehulp tegen:2026-11-15" in found


def test_a_sentence_in_doubt_stays_text_and_is_told() -> None:
    found = minutes("CAW Meer zal de vacatures doorsturen. Er moet nog een zaal gezocht worden.")
    assert stand(found) == "CAW Meer zal de vacatures doorsturen. Er moet nog een zaal gezocht worden."
    told = [str(one) for one in found.remarks if "doorsturen" in str(one)]
    assert len(told) == 1
    assert "zaal gezocht" in told[0]


@pytest.mark.parametrize(
    "text",
    [
        "Akkoord om de zaal te huren.",
        "Iedereen gaat akkoord met het voorstel.",
        "Consensus: het plein blijft open.",
        "De kandidatuur van Familiehulp wordt unaniem aanvaard.",
        "Het voorstel om een lijn te starten wordt niet weerhouden.",
        "De vraag wordt verworpen met 11 tegen 2 stemmen.",
        "De stuurgroep onderschrijft de visietekst.",
        "De algemene vergadering keurt de rekening goed.",
        "Voorstel om de zaal te huren. Iedereen akkoord.",
        "We zijn het eens dat de prijs blijft.",
        "De bijdrage blijft 20 euro. Unaniem goedgekeurd.",
    ],
)
def test_a_sentence_that_decides_is_a_decision(text: str) -> None:
    assert stand(minutes(text)) == f"BESLUIT: {text}"


@pytest.mark.parametrize(
    "text",
    [
        "De subsidie werd door de Vlaamse overheid goedgekeurd.",
        "Vorig jaar werd een voorstel verworpen.",
        "Als het voorstel wordt goedgekeurd, start de werking.",
        "Er is nog geen beslissing over de zaal.",
        "Ter beslissing volgende keer: de prijs.",
        "De vorige keer beslisten we om te wachten.",
        "Het verslag wordt goedgekeurd.",
        "Aanvragen worden meestal aanvaard.",
        "De aanvraag wordt goedgekeurd door de provincie.",
        "De leden zijn het niet eens over de datum.",
        "Er is geen consensus over de prijs.",
        "Beslissing: uitgesteld.",
        "Besluit: volgt volgende keer.",
    ],
)
def test_what_others_decided_or_will_is_no_decision(text: str) -> None:
    assert stand(minutes(text)) == text


@pytest.mark.parametrize(
    ("text", "event"),
    [
        (
            "Op 18 november is er een vorming over rouw in Meer.",
            "2026-11-18 Vorming over rouw in Meer.",
        ),
        (
            "Infosessie op dinsdag 1 december om 19u30, CC De Ploter",
            "2026-12-01 19u30 Infosessie – CC De Ploter",
        ),
        (
            "Bib Meer: organiseert op 14 december om 14u een workshop.",
            "2026-12-14 14u Bib Meer: organiseert een workshop.",
        ),
        (
            "Studieavond ‘Rouw’: donderdag 17 december 2026, 20 uur, De Werft",
            "2026-12-17 20u Studieavond ‘Rouw’ – De Werft",
        ),
    ],
)
def test_something_to_go_to_is_an_event(text: str, event: str) -> None:
    assert stand(minutes(text)) == f"EVENEMENT: {event}"


@pytest.mark.parametrize(
    "text",
    [
        "Op 18 november is er geen vorming.",
        "De affiches voor de infosessie hangen er tegen 1 december om 10 uur.",
        "Inschrijven voor de studiedag kan tot vrijdag 4 december 2026.",
        "De infosessie was op 1 oktober 2026.",
    ],
)
def test_what_is_no_gathering_is_no_event(text: str) -> None:
    assert stand(minutes(text)) == text


def test_how_they_were_there_is_no_name() -> None:
    head = "Aanwezig:\n- Ter plaatse: CAW Meer, Familiehulp\n- Online: Liantis, Awel\n- Familie en Zorg"
    found = minutes("Niets.", head=head)
    assert "present: [caw-meer, familiehulp, liantis, awel, familie-zorg]\n" in public(found)


def test_a_few_words_right_above_a_text_are_a_heading() -> None:
    text = (
        "Beste collega's,\n\nHieronder het verslag van onze werkgroep wonen van 3 november 2026 in Meer (10 tot 12 uur).\n\n"
        "Huur\nDe huur stijgt. Er zijn klachten.\n\nHulp aan huis\nDe hulp loopt goed. Er is een wachtlijst.\n"
    )
    found = take_minutes(read("mail.txt", text.encode()), MinutesOptions(None, None, Tongue.NL, TODAY))
    assert "title: Werkgroep wonen\n" in public(found)
    assert "\n## Huur\n\nDe huur stijgt. Er zijn klachten.\n\n## Hulp aan huis\n" in public(found)


def test_the_beginning_of_a_name_is_that_of_the_only_one_that_was_there() -> None:
    found = minutes("Actie lokaal bestuur: zaal regelen", head="Aanwezig: CAW Meer, Lokaal bestuur Meer")
    assert stand(found) == "- [ ] zaal regelen @lokaal-bestuur-meer"


@pytest.mark.parametrize(
    ("head", "present", "excused"),
    [
        (
            "Ter plaatse: CAW Meer, OCMW Meer\nOnline: Samana\nVerontschuldigd: Okra",
            "caw-meer, ocmw-meer, samana",
            "okra",
        ),
        ("Aanwezig ter plaatse: CAW Meer, OCMW Meer\nAanwezig online: Samana", "caw-meer, ocmw-meer, samana", ""),
        (
            "Naam            Organisatie        Status\nSaskia Omegabeta    CAW Meer           aanwezig\n"
            "Q. Nulbeta       OCMW Meer          verontschuldigd",
            "caw-meer",
            "ocmw-meer",
        ),
        (
            "Aanwezig: CAW Meer, iemand van OCMW Meer, een vertegenwoordiger van Samana",
            "caw-meer, ocmw-meer, samana",
            "",
        ),
    ],
)
def test_who_was_there_is_read_in_whatever_shape_it_stands(head: str, present: str, excused: str) -> None:
    found = public(minutes("Niets.", head=head))
    assert f"present: [{present}]\n" in found
    assert (f"excused: [{excused}]\n" in found) == bool(excused)
    assert "mega" not in found
    assert "online" not in found.lower()


def test_a_sentence_and_the_list_at_the_end_tell_one_point() -> None:
    text = "CAW Meer maakt tegen 1 december een flyer in gewone taal.\n\nActiepunten\n- flyer maken (CAW Meer, 1/12)\n- zaal boeken (CAW Meer, 1/12)"
    found = stand(minutes(text))
    assert (
        "- [ ] CAW Meer maakt tegen 1 december een flyer in gewone taal @caw-meer tegen:2026-12-01\n  - flyer maken"
        in found
    )
    assert "- [ ] zaal boeken @caw-meer tegen:2026-12-01" in found
    assert found.count("- [ ]") == 2


def test_the_day_in_the_next_sentence_is_that_of_the_point() -> None:
    found = stand(minutes("CAW Meer neemt de opmaak op zich. Eerste versie tegen 15 januari."))
    assert (
        found
        == "- [ ] CAW Meer neemt de opmaak op zich @caw-meer tegen:2027-01-15\n  - Eerste versie tegen 15 januari."
    )


def test_in_a_list_words_with_capitals_before_what_they_do_name_somebody() -> None:
    found = stand(minutes("Actiepunten\n- Moeders voor Buurten bezorgt een foto tegen volgende week"))
    assert "- [ ] Moeders voor Buurten bezorgt een foto @moeders-buurten tegen:2026-11-09/2026-11-15" in found


def test_letters_that_nobody_knows_make_no_actor() -> None:
    found = minutes("QWZX maakt een nota tegen 1 december.")
    assert stand(found) == "QWZX maakt een nota tegen 1 december."
    assert "qwzx" not in found.files.get("plan/actors.yaml", "")


def test_a_decision_may_have_the_number_of_a_register() -> None:
    assert stand(minutes("Besluit 2026/04: de begroting is goed.")) == "BESLUIT: de begroting is goed."


def test_a_line_that_is_noted_is_apart_from_the_paragraph_that_a_pdf_tells_it_in() -> None:
    lines = [
        Line(text, 1, 1)
        for text in (
            "De huur stijgt weer.",
            "Besluit 2026/05: we wachten.",
            "@CAW Meer: nalezen – 30/6",
            "De wacht loopt.",
        )
    ]
    blocks = list(apart([Block(" ".join(line.text for line in lines), (0, 1, 2, 3))], lines))
    assert [block.text for block in blocks] == [line.text for line in lines]


@pytest.mark.parametrize(
    ("text", "point"),
    [
        ("De zaal is vuil.\n\nOpvolging: CAW Meer", "De zaal is vuil. @caw-meer"),
        (
            "De zaal is vuil.\n\nOpvolging door CAW Meer, tegen 1 december.",
            "De zaal is vuil. @caw-meer tegen:2026-12-01",
        ),
        ("De zaal poetsen.\nTrekker: CAW Meer\nDeadline: 1 december", "De zaal poetsen. @caw-meer tegen:2026-12-01"),
        ("Wat: zaal poetsen\nWie: CAW Meer\nWanneer: 1 december", "zaal poetsen @caw-meer tegen:2026-12-01"),
    ],
)
def test_a_line_that_says_who_makes_a_point_of_the_one_above(text: str, point: str) -> None:
    assert stand(minutes(text)) == f"- [ ] {point}"


@pytest.mark.parametrize(
    "text",
    [
        "De prijs blijft 20 euro. De groep gaat akkoord.",
        "Voorstel: starten in maart. Iedereen gaat akkoord. Wie helpt, krijgt soep.",
        "De zaal is vuil. Er wordt afgesproken dat de bode poetst. Opvolging door CAW Meer.",
        "CAW Meer maakt een lijst tegen 1 december. Niemand wist dat. Unaniem goedgekeurd.",
        "Op 18 november is er een vorming. CAW Meer neemt dit op. Eerste versie tegen 1 december. Goed zo.",
    ],
)
def test_no_word_of_a_sentence_gets_lost_beside_another(text: str) -> None:
    found = minutes(text)
    fate = " ".join(entry.words for entry in found.account.entries)
    written = stand(found).replace("-", " ").lower()
    lost = [
        word
        for word in text.lower().replace(".", " ").replace(",", " ").replace(":", " ").split()
        if word not in written and word not in fate.lower()
    ]
    assert lost == []
    assert "de prijs" not in text.lower() or "de prijs blijft 20 euro" in written
    assert "vuil" not in text or "de zaal is vuil" in written


def test_labels_in_small_letters_on_lines_of_their_own_are_apart() -> None:
    head = "aanwezig: CAW Meer, Familiehulp, Logo Meer\nverontschuldigd: Okra"
    assert "present: [caw-meer, familiehulp, logo-meer]\nexcused: [okra]\n" in public(minutes("Niets.", head=head))


def test_who_opens_or_celebrates_at_an_hour_holds_an_event() -> None:
    found = stand(minutes("Familiehulp viert zijn verjaardag op 5 december om 15u in Meer."))
    assert found == "EVENEMENT: 2026-12-05 15u Familiehulp viert zijn verjaardag in Meer."


@pytest.mark.parametrize(
    ("text", "actor"),
    [("Omegabeta's team werkt door.", "team"), ("Saskia stuurt haar kat; Dienst mailt later.", "mailt")],
)
def test_words_with_the_name_of_somebody_of_the_list_make_no_actor(text: str, actor: str) -> None:
    found = minutes(f"Actiepunten\n- {text}")
    assert actor not in found.files.get("plan/actors.yaml", "")
    assert "mega" not in public(found)


def test_a_short_surname_of_the_list_makes_way_too() -> None:
    found = stand(minutes("Nul vraagt uitleg.", head="Aanwezig: Saskia Nul (CAW Meer), Familiehulp"))
    assert found == "[persoon 1] vraagt uitleg."


def test_for_whom_somebody_was_there_has_a_column_of_its_own() -> None:
    head = "Naam | Voor | Aanwezig\nSaskia Omegabeta | CAW Meer | x\nQ. Nulbeta | OCMW Meer | x"
    assert "present: [caw-meer, ocmw-meer]\n" in public(minutes("Niets.", head=head))


def test_an_action_in_what_was_said_has_who_and_when_of_its_row() -> None:
    table = (
        "| Nr. | Onderwerp | Bespreking | Wie | Deadline |\n|---|---|---|---|---|\n"
        "| 1 | Huur | Actie: lijst bezorgen aan de raad | CAW Meer | 11 december 2026 |\n| 2 | Hulp | Niets nieuws. | | |\n"
    )
    text = f"Verslag zorgoverleg\nDatum: 5 november 2026\nAanwezig: CAW Meer, Familiehulp\n\n{table}"
    found = take_minutes(read("verslag.md", text.encode()), MinutesOptions(None, None, Tongue.NL, TODAY))
    assert "- [ ] lijst bezorgen aan de raad @caw-meer tegen:2026-12-11\n" in public(found)


def test_the_only_heading_of_its_level_above_the_labels_is_the_title() -> None:
    text = (
        "Zorgoverleg – verslag\n\n# Zorgoverleg\n\n| Datum | 5 november 2026 |\n| --- | --- |\n| Uur | 19u30 – 21u45 |\n"
        "| Aanwezig | CAW Meer, Familiehulp |\n\n| Nr. | Onderwerp | Bespreking |\n|---|---|---|\n| 1 | Huur | De huur stijgt. |\n| 2 | Hulp | Niets nieuws. |\n"
    )
    found = public(take_minutes(read("verslag.md", text.encode()), MinutesOptions(None, None, Tongue.NL, TODAY)))
    assert "title: Zorgoverleg\n" in found
    assert "start: 19u30\nend: 21u45\n" in found
    assert "present: [caw-meer, familiehulp]\n" in found
    assert "## 1. Huur\n" in found
