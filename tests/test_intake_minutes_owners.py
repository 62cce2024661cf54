"""Who does a point, and who does not: words that are names there and Dutch elsewhere.  All names are placeholders."""

from __future__ import annotations

from datetime import date

import pytest

from elzctl.intake.ledger import Certainty
from elzctl.intake.minutes.take import MinutesOptions, take_minutes
from elzctl.intake.readers.read import read
from elzctl.intake.taken import Taken
from elzctl.terms import Tongue

TODAY = date(2026, 11, 26)
HEAD = (
    "Aanwezig: De Haven, Baken vzw, Logo Meerland, Het Nest vzw, CAW Meer, i-zorg, Familiehulp,"
    " Buurtwerkers, Saskia Omegabeta (OCMW Meer)"
)


def taken(lines: str, *, heading: str = "Actiepunten") -> Taken:
    whole = f"Verslag zorgoverleg\nDatum: 5 november 2026\n{HEAD}\n\n1. Stand\nGoed.\n\n2. {heading}\n{lines}\n\n3. Slot\nGeen.\n"
    return take_minutes(read("verslag.txt", whole.encode()), MinutesOptions(None, None, Tongue.NL, TODAY))


def points(lines: str) -> list[str]:
    text = next(text for path, text in taken(lines).files.items() if path.startswith("meetings/2"))
    return [line.removeprefix("- [ ] ") for line in text.splitlines() if line.startswith("- [ ]")]


def actors(lines: str) -> str:
    return taken(lines).files["plan/actors.yaml"]


@pytest.mark.parametrize(
    "line",
    [
        "De haven van het dorp bezoeken",
        "Haven opruimen met de buurt",
        "Een baken plaatsen aan de dijk",
        "Baken verven",
        "Het logo vergroten op de folder",
        "Logo vergroten op de folder",
        "Het nest van de ooievaar tonen",
        "Iedereen gaat na of familiehulp nodig is",
        "CAW Meer contacteren over de opvang",
        "Buurtwerkers uitnodigen voor de tafel",
    ],
)
def test_a_word_with_an_article_or_a_small_letter_is_no_organisation(line: str) -> None:
    assert points(f"- {line}") == [line]


@pytest.mark.parametrize(
    ("line", "point"),
    [
        ("De Haven bezoekt de scholen", "De Haven bezoekt de scholen @haven"),
        ("Baken verft de gevel", "Baken verft de gevel @baken"),
        ("Buurtwerkers hangen de affiche op", "Buurtwerkers hangen de affiche op @buurtwerkers"),
        ("Tekst nalezen (Logo)", "Tekst nalezen @logo-meerland"),
        ("i-zorg levert de toestellen", "i-zorg levert de toestellen @i-zorg"),
        ("Saskia O. belt de drukker", "[persoon 1] belt de drukker @ocmw-meer"),
        ("De Haven en Baken vzw stellen een tekst op", "De Haven en Baken vzw stellen een tekst op @haven @baken"),
        (
            "CAW Meer, Het Nest vzw en Saskia Omegabeta maken een folder",
            "CAW Meer, Het Nest vzw en [persoon 1] maken een folder @caw-meer @nest @ocmw-meer",
        ),
        ("CAW Meer en Logo samen: vorming geven", "vorming geven @caw-meer @logo-meerland"),
        ("Saskia Omegabeta -> tekst schrijven", "tekst schrijven @ocmw-meer"),
    ],
)
def test_a_name_that_is_written_as_one_is_who_does_it(line: str, point: str) -> None:
    assert points(f"- {line}") == [point]


def test_a_place_for_names_needs_no_capital() -> None:
    assert points("- Zaal zoeken. Wie: familiehulp\n- Tafels zetten. Wie: logo") == [
        "Zaal zoeken. @familiehulp",
        "Tafels zetten. @logo-meerland",
    ]


@pytest.mark.parametrize(
    "line",
    [
        "Let op: kleur kiezen",
        "PR: filmpje draaien",
        "VTO: cursus boeken",
        "Week van de Zorg: stand inrichten",
        "Idee: kookboek maken",
        "Vraag: wie heeft een busje",
        "Sociale Kaart: gegevens aanvullen",
        "Kring: nieuwe voorzitter voorstellen",
        "Jaarplan: subsidie van de gemeente navragen",
        "Baken en Tuinwijk: tekst nalezen",
        "Bellen: huisartsen",
    ],
)
def test_a_word_before_a_colon_is_no_owner_and_stays(line: str) -> None:
    assert points(f"- {line}") == [line]
    assert actors(f"- {line}").count("name:") == actors("- Zaal zoeken").count("name:")


def test_what_only_its_place_tells_is_a_guess() -> None:
    account = taken("- Dienstencentrum De Linde: zaal vrijhouden\n- CAW Meer: zaal versieren").account
    owners = {entry.value: entry.certainty for entry in account.entries if entry.field.endswith(".owner")}
    assert owners == {"dienstencentrum-linde": Certainty.GUESSED, "caw-meer": Certainty.READ}


def test_soon_behind_a_comma_leaves_the_owner() -> None:
    text = next(
        text
        for path, text in taken("- Stoelen halen, CAW Meer, z.s.m.\n- Tafels: Het Nest vzw, asap").files.items()
        if path.startswith("meetings/2")
    )
    assert "- [ ] Stoelen halen @caw-meer\n  - Deadline: z.s.m.\n- [ ] Tafels @nest\n  - Deadline: asap" in text


def test_points_that_share_the_words_for_who_does_them_alone_are_two() -> None:
    text = (
        "Verslag zorgoverleg\nDatum: 5 november 2026\nAanwezig: Kind en Gezin, Baken vzw\n\n1. Stand\n"
        "Kind en Gezin en Baken vzw werken dit uit tegen 15/12.\n\n2. Acties\n- Kind en gezin bezoeken (Baken vzw)\n\n3. Slot\nGeen.\n"
    )
    found = take_minutes(read("verslag.txt", text.encode()), MinutesOptions(None, None, Tongue.NL, TODAY))
    assert "- [ ] Kind en gezin bezoeken @baken" in next(iter(found.files.values()))
