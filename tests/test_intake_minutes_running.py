"""What sentences behind and inside others tell: where a decision ends, signals, agreements, events, who sent apologies.  All names are placeholders."""

from __future__ import annotations

from datetime import date

import pytest

from elzctl.intake.ledger import Certainty
from elzctl.intake.minutes.take import MinutesOptions, take_minutes
from elzctl.intake.readers.read import read
from elzctl.intake.taken import Taken
from elzctl.terms import Tongue

TODAY = date(2026, 11, 26)
HEAD = "Aanwezig: CAW Meer, Okra, Saskia Omegabeta (Ferm)"


def taken(data: bytes, name: str = "verslag.txt") -> Taken:
    return take_minutes(read(name, data), MinutesOptions(None, None, Tongue.NL, TODAY))


def minutes(text: str, *, title: str = "Stand", head: str = HEAD) -> Taken:
    whole = f"Verslag zorgoverleg\nDatum: 5 november 2026\n{head}\n\n1. {title}\n{text}\n\n2. Slot\nGeen.\n"
    return taken(whole.encode())


def meeting(found: Taken) -> str:
    return next(text for path, text in found.files.items() if path.startswith("meetings/2"))


def noted(found: Taken, word: str) -> list[str]:
    return [line.removeprefix(f"{word}: ") for line in meeting(found).splitlines() if line.startswith(f"{word}: ")]


def sure(found: Taken, field: str) -> list[Certainty]:
    fields = (one for one in found.account.entries if one.field.startswith(f"{field}[") and one.field.endswith("]"))
    return [one.certainty for one in fields]


# Where a decision ends


@pytest.mark.parametrize("before", ["", "We praatten er lang over. "])
@pytest.mark.parametrize(
    "behind",
    [
        "Saskia vraagt aan de lesgever of het ook op zaterdag kan.",
        "Okra bezorgt tegen 1 december de cijfers.",
        "Op 12 december om 19 uur geeft Okra een vorming.",
        "Is er nog budget?",
        "Er wordt afgesproken dat elke partner een affiche ophangt.",
    ],
)
def test_what_another_sentence_tells_is_no_part_of_the_decision(before: str, behind: str) -> None:
    found = minutes(f"{before}Besluit: de vorming gaat door in het voorjaar, als er 12 mensen komen. {behind}")
    assert noted(found, "BESLUIT") == ["de vorming gaat door in het voorjaar, als er 12 mensen komen."]
    assert sure(found, "decisions") == [Certainty.READ]
    words = ("vraagt aan de lesgever", "de cijfers", "vorming", "budget", "affiche")
    assert any(one in meeting(found).split("BESLUIT")[1] for one in words)


def test_a_sentence_behind_a_decision_in_running_text_is_text() -> None:
    found = minutes("We praatten er lang over. Besluit: de vorming gaat door in mei. De koffie was koud.")
    assert "BESLUIT: de vorming gaat door in mei.\n\nDe koffie was koud." in meeting(found)
    assert sure(found, "decisions") == [Certainty.READ]


def test_a_decision_of_more_sentences_in_a_paragraph_of_its_own_is_a_guess() -> None:
    text = "Besluit: de vorming gaat door in mei. De prijs blijft gelijk."
    found = minutes(text)
    assert noted(found, "BESLUIT") == ["de vorming gaat door in mei. De prijs blijft gelijk."]
    assert sure(found, "decisions") == [Certainty.GUESSED]


@pytest.mark.parametrize(
    "text", ["Besluit: dr. Omegabeta geeft de vorming.", "Besluit: akkoord met 1.000 euro, excl. btw."]
)
def test_a_full_stop_of_an_abbreviation_ends_no_decision(text: str) -> None:
    found = minutes(text)
    assert len(noted(found, "BESLUIT")) == 1
    assert sure(found, "decisions") == [Certainty.READ]


# Decisions of the group in its own words


@pytest.mark.parametrize(
    "text",
    [
        "We hebben beslist dat we met alle huizen samen een brief schrijven.",
        "Wij hebben samen besloten om een brief te schrijven.",
        "Daarom hebben we beslist dat er een brief komt.",
        "De stuurgroep heeft beslist om een brief te schrijven.",
        "We kiezen ervoor om de folder niet meer te drukken.",
        "We kozen ervoor om de folder niet meer te drukken.",
        "We kiezen ervoor dat elke gemeente haar eigen folder maakt.",
        "Er is beslist dat de folder digitaal wordt.",
        "Er wordt voor gekozen om de folder niet meer te drukken.",
        "Uiteindelijk beslisten we om de folder niet meer te drukken.",
    ],
)
def test_what_the_group_decided_is_a_decision(text: str) -> None:
    found = minutes(f"Dat is duur. {text} Dat is goed.")
    assert noted(found, "BESLUIT") == [text]
    assert sure(found, "decisions") == [Certainty.GUESSED]


@pytest.mark.parametrize(
    "text",
    [
        "We hebben nog niet beslist of er een brief komt.",
        "We hebben vorig jaar beslist dat er een brief komt.",
        "In 2024 hebben we beslist om dat niet te doen.",
        "Op 12 maart hebben we beslist om dat niet te doen.",
        "De gemeenteraad heeft beslist dat de zaal gesloten wordt.",
        "De minister heeft beslist dat de premie verdwijnt.",
        "Hebben we beslist dat er een brief komt?",
        "Als we beslissen dat er een brief komt, moet die snel weg.",
        "We moeten beslissen of we ervoor kiezen.",
    ],
)
def test_what_is_not_decided_here_is_no_decision(text: str) -> None:
    assert noted(minutes(text), "BESLUIT") == []


# Signals


@pytest.mark.parametrize(
    "title",
    [
        *("Signalen uit de praktijk", "Signalen van de partners", "Signalen en noden", "Knelpunten en signalen"),
        *("Rondje signalen", "Signalenronde", "Signalen uit het werkveld", "Signalen vanop het terrein"),
    ],
)
def test_a_list_below_a_heading_about_signals(title: str) -> None:
    text = (
        "Elk kreeg twee minuten. Dit werd genoteerd:\n- Jongeren komen laat in beeld. (Okra)\n- De wachtlijst loopt op."
    )
    found = minutes(text, title=title)
    assert noted(found, "SIGNAAL") == ["Jongeren komen laat in beeld. (Okra)", "De wachtlijst loopt op."]


@pytest.mark.parametrize(
    "title",
    ["Signalen van dementie herkennen", "Signalen en acties", "Signaalkaart", "Vroege signalen van overbelasting"],
)
def test_a_heading_about_something_else_makes_no_signals(title: str) -> None:
    assert noted(minutes("- Jongeren komen laat in beeld.\n- De lijst loopt op.", title=title), "SIGNAAL") == []


def test_a_signal_in_the_middle_of_a_paragraph_is_its_sentence() -> None:
    found = minutes("We bespraken dit. Signaal: ouders vinden geen hulp binnen de maand. Dat moet hogerop.")
    assert "We bespraken dit.\n\nSIGNAAL: ouders vinden geen hulp binnen de maand.\n\nDat moet hogerop." in meeting(
        found
    )


def test_a_sentence_behind_a_signal_of_a_list_that_somebody_does_is_a_point() -> None:
    text = (
        "- Te weinig kinesisten in Meer. Saskia bekijkt dit met de gemeente.\n- De wachtlijst loopt op. Dat duurt lang."
    )
    found = minutes(text, title="Signalen")
    assert noted(found, "SIGNAAL") == ["Te weinig kinesisten in Meer.", "De wachtlijst loopt op. Dat duurt lang."]
    assert "bekijkt dit met de gemeente" in meeting(found)


def test_a_signal_in_the_middle_of_a_cell() -> None:
    rows = (
        "| Agendapunt | Besproken | Actie | Wie |\n|---|---|---|---|\n"
        "| 1. Wachten | De lijst loopt op. Signaal: ouders vinden geen hulp. Dat moet hogerop. | Nabellen | Okra |\n"
        "| 2. Varia | Niets. | / | / |"
    )
    found = taken(f"# Verslag zorgoverleg\n\nDatum: 5 november 2026\n{HEAD}\n\n{rows}\n".encode(), "verslag.md")
    assert noted(found, "SIGNAAL") == ["ouders vinden geen hulp."]
    assert "Dat moet hogerop." in meeting(found)


# Agreements


@pytest.mark.parametrize(
    "text",
    [
        "Na wat discussie over de kosten, wordt afgesproken dat Okra de helft draagt en de anderen de rest.",
        "Voor de affiche spreken we af dat elke partner er tien ophangt.",
        "Met de scholen werd afgesproken dat zij de folder meegeven.",
        "Daarom is overeengekomen dat elke partner er tien ophangt.",
        "Tot slot hebben we afgesproken dat elke partner er tien ophangt.",
    ],
)
def test_what_is_agreed_behind_other_words_is_an_agreement(text: str) -> None:
    found = minutes(f"Dat is duur. {text} Dat is goed.")
    assert noted(found, "AFSPRAAK") == [text]
    assert sure(found, "agreements") == [Certainty.GUESSED]


@pytest.mark.parametrize(
    "text",
    [
        "Vorige keer werd afgesproken dat elke partner er tien ophangt.",
        "Zoals in maart werd afgesproken, hangt elke partner er tien op.",
        "Er werd nog niet afgesproken dat elke partner er tien ophangt.",
        "Vroeger spraken we af dat elke partner er tien ophangt.",
        "Wordt afgesproken dat elke partner er tien ophangt?",
        "Als er wordt afgesproken dat elke partner meedoet, lukt het.",
    ],
)
def test_what_was_agreed_before_or_is_not_is_no_agreement(text: str) -> None:
    assert noted(minutes(text), "AFSPRAAK") == []


# Events


@pytest.mark.parametrize(
    ("text", "event"),
    [
        (
            "Zij willen in elke gemeente een infoavond geven, gratis. De eerste is al vastgelegd op dinsdag 8 december om 19u30 in OC De Kei in Meer.",
            "2026-12-08 19u30 Infoavond – De eerste is al vastgelegd in OC De Kei in Meer.",
        ),
        (
            "Okra geeft een vorming over vallen. Die gaat door op 8 december om 14 uur in het dorpshuis.",
            "2026-12-08 14u Vorming – Die gaat door in het dorpshuis.",
        ),
        (
            "De netwerkdag gaat door op dinsdag 8 december van 9u tot 16u30 in CC De Kei in Meer.",
            "2026-12-08 9u-16u30 De netwerkdag gaat door in CC De Kei in Meer.",
        ),
        (
            "- 08/12 studiedag kinderarmoede, Meer - wie gaat mee?",
            "2026-12-08 studiedag kinderarmoede, Meer - wie gaat mee?",
        ),
        ("- di 8/12: infoavond over zorg, Meer", "2026-12-08 infoavond over zorg, Meer"),
        (
            "Er is een infosessie van Okra op dinsdag 8 december om 14u in het sociaal huis.",
            "2026-12-08 14u Er is een infosessie van Okra in het sociaal huis.",
        ),
        (
            "Noteer alvast: op dinsdag 8 december is er een lezing in de bib, 20u.",
            "2026-12-08 20u Noteer alvast: op dinsdag 8 december is er een lezing in de bib, 20u.",
        ),
    ],
)
def test_an_event_in_running_text_and_in_notes(text: str, event: str) -> None:
    found = minutes(text)
    assert noted(found, "EVENEMENT") == [event]
    assert sure(found, "events") == [Certainty.GUESSED]


@pytest.mark.parametrize(
    ("text", "event"),
    [
        (
            "Roos zoekt vrijwilligers voor de rolstoelwandeling van zaterdag 12 december, bel gerust.",
            "2026-12-12 Rolstoelwandeling",
        ),
        ("De affiches voor de zorgmarkt van 12 december 2026 worden gedrukt.", "2026-12-12 Zorgmarkt"),
        ("Er zijn nog plaatsen voor de infoavond op donderdag 10 december.", "2026-12-10 Infoavond"),
        ("Er is een wachtlijst: de vorming van donderdag 3 december is volzet.", "2026-12-03 Vorming"),
        ("Elk dorp krijgt een affiche voor de vorming over rouw op 3 december 2026.", "2026-12-03 Vorming over rouw"),
    ],
)
def test_an_event_that_a_sentence_only_names_is_noted_beside_it(text: str, event: str) -> None:
    found = minutes(text)
    assert noted(found, "EVENEMENT") == [event]
    assert sure(found, "events") == [Certainty.GUESSED]
    assert text.partition(" van ")[0].split(" ", 1)[1][:20] in meeting(found)


@pytest.mark.parametrize(
    "text",
    [
        "De evaluatie van de zorgmarkt van 9 oktober was goed.",
        "De vorming van 3 oktober lokte veel volk.",
        "Het verslag van de infoavond van 12 september is klaar.",
        "Volgende vergadering: donderdag 10 december 2026 om 9 uur, na het netwerkmoment van 10 december.",
        "Er is geen infoavond op donderdag 10 december.",
    ],
)
def test_what_was_or_is_not_is_no_event(text: str) -> None:
    assert noted(minutes(text), "EVENEMENT") == []


def test_an_event_that_is_noted_is_not_noted_again() -> None:
    text = "Roos zoekt helpers voor de zorgmarkt van 12 december.\n\nEvenement: 12 december 2026 Zorgmarkt in Meer."
    assert len(noted(minutes(text), "EVENEMENT")) == 1


# Who sent apologies


@pytest.mark.parametrize(
    ("text", "excused"),
    [
        (
            "Voor wie er niet bij was (Roos van Familiezorg en Bart van het OCMW Dijk hadden zich verontschuldigd): dit is het verslag.",
            "[familiezorg, ocmw-dijk]",
        ),
        ("Iedereen is welkom. Samana en Bart Nulbeta (OCMW Dijk) lieten zich verontschuldigen.", "[samana, ocmw-dijk]"),
        ("VDAB kon er niet bij zijn.", "[vdab]"),
        ("Roos Nulbeta van Samana kon vandaag niet aanwezig zijn.", "[samana]"),
        ("Het OCMW Dijk had zich verontschuldigd.", "[ocmw-dijk]"),
        ("Het JAC liet zich verontschuldigen.", "[jac]"),
        ("Samana, VDAB en Logo Dijk waren verontschuldigd.", "[samana, vdab, logo-dijk]"),
    ],
)
def test_a_sentence_of_the_welcome_says_who_is_excused(text: str, excused: str) -> None:
    found = minutes(text, title="Verwelkoming")
    assert f"\nexcused: {excused}\n" in meeting(found)
    entry = next(one for one in found.account.entries if one.field == "excused")
    assert entry.certainty is Certainty.GUESSED
    assert not {"Roos", "Bart", "Nulbeta"} & set(meeting(found).replace("(", " ").split())
    assert "erontschuldig" in meeting(found) or "niet" in meeting(found)


@pytest.mark.parametrize(
    "text",
    [
        "Okra kan er de volgende keer niet bij zijn.",
        "In juni kan Samana er niet bij zijn.",
        "Veel jongeren konden er niet bij zijn op het feest.",
        "Vijf mensen lieten zich verontschuldigen voor de quiz.",
        "Het CAW Dijk kon niet aansluiten bij het project.",
    ],
)
def test_who_cannot_come_elsewhere_is_not_excused(text: str) -> None:
    assert "excused" not in meeting(minutes(text, title="Verwelkoming"))


def test_who_is_excused_at_the_top_is_read() -> None:
    found = minutes("Samana kon er niet bij zijn.", head=f"{HEAD}\nVerontschuldigd: VDAB", title="Verwelkoming")
    assert "\nexcused: [vdab, samana]\n" in meeting(found)
    entries = [(one.value, one.certainty) for one in found.account.entries if one.field == "excused"]
    assert entries == [("vdab", Certainty.READ), ("samana", Certainty.GUESSED)]
