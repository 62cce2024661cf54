"""Notes as people type them in a hurry: “TO DO …” without a colon, topics behind a star, “volgende x:”, diminutives.  All names are made up."""

from __future__ import annotations

from datetime import date

import pytest

from elzctl.intake.ledger import Certainty
from elzctl.intake.minutes.take import MinutesOptions, take_minutes
from elzctl.intake.readers.read import read
from elzctl.intake.taken import Taken
from elzctl.terms import Tongue
from elzctl.wording import Language

TODAY = date(2026, 11, 26)
ENGLISH = Language("en")
HEAD = "WG valpreventie 9/9/26\nLDC De Kring, 10u-11u45\n\nAanwezig: Logo Meer, WZC De Linde, OCMW Meer, Samana\n\n"


def taken(text: str) -> Taken:
    return take_minutes(read("v.txt", f"{HEAD}{text}\n".encode()), MinutesOptions(None, None, Tongue.NL, TODAY, None))


def written(found: Taken) -> str:
    return next(text for path, text in found.files.items() if path.startswith("meetings/2"))


def data_of(found: Taken) -> str:
    return written(found).split("\n---\n")[0]


def remarks(found: Taken) -> str:
    return "\n".join(map(ENGLISH, found.remarks))


def sure(found: Taken, field: str) -> Certainty:
    return next(one.certainty for one in found.account.entries if one.field == field)


# Points


@pytest.mark.parametrize(
    ("line", "point"),
    [
        (
            "TO DO folders bestellen -> Logo Meer , eind oktober",
            'folders bestellen @logo-meer tegen:"eind oktober 2026"',
        ),
        ("TO DO sporthal reserveren -> OCMW Meer, voor 1/10", "sporthal reserveren @ocmw-meer tegen:2026-10-01"),
        ("To do folders bestellen (Logo Meer, 1/10)", "folders bestellen @logo-meer tegen:2026-10-01"),
        ("Todo folders bestellen – Logo Meer – 1/10", "folders bestellen @logo-meer tegen:2026-10-01"),
        ("to-do folders bestellen => Samana", "folders bestellen @samana"),
        (
            "- todo apothekers opbellen → Logo Meer + Samana, tegen half november",
            "apothekers opbellen @logo-meer @samana",
        ),
        ("TODO website nakijken", "website nakijken"),
        ("Actiepuntje: folders bestellen -> Logo Meer, 1/10", "folders bestellen @logo-meer tegen:2026-10-01"),
    ],
)
def test_a_to_do_without_a_colon_is_a_point(line: str, point: str) -> None:
    assert f"- [ ] {point}" in written(taken(f"We bekeken de folders.\n\n{line}\n"))


@pytest.mark.parametrize(
    "line",
    [
        "To do lijst van vorige keer werd overlopen.",
        "To do’s van vorige keer zijn allemaal gebeurd.",
        "Todo is een app die de werkgroep gebruikt.",
        "Todo’tjes van juni: allemaal in orde.",
        "TO DO van vorige keer: in orde",
    ],
)
def test_what_only_speaks_of_a_list_is_no_point(line: str) -> None:
    assert "- [ ]" not in written(taken(f"We bekeken de folders.\n\n{line}\n"))


@pytest.mark.parametrize(
    "line",
    [
        "Folders bestellen -> Logo Meer, 1/10",
        "- sporthal vragen → OCMW Meer (tegen 1 oktober)",
        "We gaan folders bestellen. Zaal vastleggen => Samana",
        "Samana -> chauffeurs zoeken",
        "OCMW Meer => zaal vastleggen, tegen 1/10",
    ],
)
def test_an_arrow_before_who_does_it_makes_a_guess(line: str) -> None:
    found = taken(f"We bekeken de folders.\n\n{line}\n")
    assert "- [ ]" in written(found)
    assert sure(found, "points[1]") is Certainty.GUESSED


@pytest.mark.parametrize(
    "line",
    [
        "De verwijzing loopt van huisarts -> Logo Meer",
        "Ziekenhuis -> OCMW Meer: dat loopt goed.",
        "2025 -> 2026",
        "Logo Meer -> Samana -> huisarts",
        "Samana -> 40 mensen",
    ],
)
def test_an_arrow_between_two_is_no_point(line: str) -> None:
    assert "- [ ]" not in written(taken(f"We bekeken de folders.\n\n{line}\n"))


# Topics


TOPICS = {
    "glued": "*Week van de folder\n- vorig jaar 180 deelnemers\n- het werkte goed\n\n*screening bij apothekers\n- 4 apothekers doen mee\n\n*varia\n- geen nieuws\n",
    "apart": "* Week van de folder\n- vorig jaar 180 deelnemers\n- het werkte goed\n\n* screening bij apothekers\n- 4 apothekers doen mee\n\n* varia\n- geen nieuws\n",
    "hash": "> Week van de folder\nvorig jaar 180 deelnemers\nhet werkte goed\n\n> screening bij apothekers\n4 apothekers doen mee\n\n> varia\ngeen nieuws\n",
    "colon": "Week van de folder:\n- vorig jaar 180 deelnemers\n- het werkte goed\n\nscreening bij apothekers:\n- 4 apothekers doen mee\n\nvaria:\n- geen nieuws\n",
    "ended": "Week van de folder:\n- vorig jaar 180 deelnemers\n- het werkte goed\n\nScreening bij apothekers:\n- 4 apothekers doen mee\n\nVaria:\n- geen nieuws\n\nEinde om 11u45\n\nVolgende keer: 18/11 om 10u\n",
    "nested": "- Week van de folder\n  * vorig jaar 180 deelnemers\n  * het werkte goed\n- screening bij apothekers\n  * 4 apothekers doen mee\n- varia\n  * geen nieuws\n",
    "equals": "=Week van de folder\n- vorig jaar 180 deelnemers\n\n=screening bij apothekers\n- 4 apothekers doen mee\n\n=varia\n- geen nieuws\n",
}


@pytest.mark.parametrize("text", TOPICS.values(), ids=TOPICS)
def test_topics_that_are_all_made_alike_are_items(text: str) -> None:
    found = taken(text)
    heads = [line for line in written(found).splitlines() if line.startswith("## ")]
    assert [one.lower() for one in heads] == ["## week van de folder", "## screening bij apothekers", "## varia"]
    assert sure(found, "items[1]") is Certainty.GUESSED


@pytest.mark.parametrize(
    "text",
    [
        "We bespraken veel.\n\n* folders\n* affiches\n* een zaal\n\nDaarna was er koffie.\n\n* met koek\n* zonder koek\n",
        "Dit kwam aan bod:\n- folders\n- affiches\n\nDaarna volgde een lang gesprek over de zaal.\n\nDit is nog open:\n- de zaal\n",
        "Dit bleef over:\n\n- Folders\n  - mooie\n- Affiches\n- Zaal\n  - grote\n",
        "1. Folders\nWe bekeken ze.\n* goed\n* duur\n\n2. Zaal\nWe bekeken ze ook.\n* groot\n* klein\n",
    ],
)
def test_lists_and_lines_above_them_are_no_topics(text: str) -> None:
    heads = [line for line in written(taken(text)).splitlines() if line.startswith("## ")]
    assert not [one for one in heads if "olders" in one and "1." not in one]
    assert not [one for one in heads if "Dit " in one or "koek" in one]


def test_the_report_says_that_no_item_was_found() -> None:
    assert "the items of the agenda" in remarks(taken("We bekeken de folders en spraken over de zaal."))
    assert "the items of the agenda" not in remarks(taken(TOPICS["glued"]))


# The next meeting


@pytest.mark.parametrize(
    ("line", "ahead"),
    [
        ("volgende x: wo 18/11 10u, WZC De Linde", "{date: 2026-11-18, start: 10u, location: WZC De Linde}"),
        ("Volgende x woensdag 18/11 om 10u", "{date: 2026-11-18, start: 10u}"),
        ("vlg keer: 18/11, 10u", "{date: 2026-11-18, start: 10u}"),
        ("Volgende babbel: 18 november om 10u", "{date: 2026-11-18, start: 10u}"),
        ("volgend samenzijn: 18/11 van 10u tot 12u", "{date: 2026-11-18, start: 10u, end: 12u}"),
        ("Nieuwe afspraak: 18/11 om 10u", "{date: 2026-11-18, start: 10u}"),
        ("Volgende vergaderingetje: 18/11 om 10u", "{date: 2026-11-18, start: 10u}"),
    ],
)
def test_loose_words_for_the_next_meeting(line: str, ahead: str) -> None:
    assert f"next: {ahead}" in data_of(taken(f"We bekeken de folders.\n\n{line}\n"))


@pytest.mark.parametrize(
    "line",
    [
        "Volgende nieuwsbrief: 18/11",
        "Volgende stap: folders bestellen tegen 18/11",
        "Volgende infoavond: 18/11 om 20u in het CC",
        "Volgende actie: 18/11 affiches ophangen",
        "Volgende deadline: 18/11",
    ],
)
def test_what_else_comes_next_is_no_meeting(line: str) -> None:
    assert "next:" not in data_of(taken(f"We bekeken de folders.\n\n{line}\n"))


# Diminutives


@pytest.mark.parametrize(
    "label",
    [
        "Actiepuntjes:",
        "Actiepuntjes nog eens op een rijtje:",
        "Taakjes:",
        "Afspraakjes:",
        "To do'tjes:",
        "Werkpuntjes",
        "Actielijstje:",
        "Actietjes nog even op een rij:",
    ],
)
def test_a_small_label_is_the_label(label: str) -> None:
    found = taken(
        f"We bekeken de folders en spraken lang over de zaal.\n\n{label}\n- folders bestellen: Logo Meer, 1/10\n- zaal vragen: OCMW Meer, 2/10\n"
    )
    assert "- [ ] folders bestellen @logo-meer tegen:2026-10-01" in written(found)
    assert "- [ ] zaal vragen @ocmw-meer tegen:2026-10-02" in written(found)


@pytest.mark.parametrize(
    ("line", "noted"),
    [
        ("Besluitje: we drukken folders.", "BESLUIT: we drukken folders."),
        ("Signaaltje: de bus rijdt niet meer.", "SIGNAAL: de bus rijdt niet meer."),
        ("Afspraakje: iedereen hangt de affiche op.", "AFSPRAAK: iedereen hangt de affiche op."),
    ],
)
def test_a_small_word_before_what_is_noted(line: str, noted: str) -> None:
    assert noted in written(taken(f"We bekeken de folders.\n\n{line}\n"))


def test_another_small_word_is_no_label() -> None:
    found = taken("We bekeken de folders.\n\nMeisjes:\n- nieuwe folders, Logo Meer\n\nPotje:\n- koffie\n")
    assert "- [ ]" not in written(found)


# Lists of tasks below a line that nobody knows


@pytest.mark.parametrize("line", ["Puntjes:", "Om mee te nemen:", "Dit moet nog:", "Nog te regelen tegen de beurs:"])
def test_a_list_that_tells_who_does_what_is_of_points(line: str) -> None:
    found = taken(
        f"We bekeken de folders en spraken lang over de zaal.\n\n{line}\n- folders bestellen: Logo Meer, 1/10\n- offerte zaal: OCMW Meer, 2/10\n- affiches ophangen (Samana)\n"
    )
    assert "- [ ] folders bestellen @logo-meer tegen:2026-10-01" in written(found)
    assert "- [ ] affiches ophangen @samana" in written(found)
    assert sure(found, "points[1]") is Certainty.GUESSED


@pytest.mark.parametrize(
    "text",
    [
        "Hier was iedereen het over eens:\n- folders zijn duur\n- de zaal is klein\n",
        "Dit staat op til:\n- infoavond: Logo Meer, 1/10\n- vorming: OCMW Meer, 2/10\n",
        "De partners:\n- Logo Meer\n- OCMW Meer\n",
        "Wat goed liep:\n- folders bestellen\n- affiches ophangen\n",
    ],
)
def test_another_list_is_not(text: str) -> None:
    assert "- [ ]" not in written(taken(f"We bekeken de folders en spraken lang over de zaal.\n\n{text}"))
