"""Names of people in texts: told where somebody is named, and not where houses, actors and things are."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from drawn_meetings import SERIES, meetings
from small_plans import ACTORS, fiche, write

from elzctl.checks.privacy import person_in_text
from elzctl.finding import Severity
from elzctl.load import load
from elzctl.tree import WorkTree


def told(root: Path) -> list[str]:
    findings = list(person_in_text(load(WorkTree(root)).plan))
    assert {one.severity for one in findings} <= {Severity.WARNING}
    return [str(dict(one.message.args)["text"]) for one in findings]


def in_fiche(root: Path, text: str) -> list[str]:
    return told(write(root, koffie=fiche("1.1.1", text=f"## Waarom?\n\n{text}\n")))


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Trekker: Xandrine Ypsilon", ["Xandrine Ypsilon"]),
        ("**Trekkers:** Xandrine Ypsilon en Dienst Zorg", ["Xandrine Ypsilon"]),
        ("- **Verslaggever**: X. Ypsilon", ["X. Ypsilon"]),
        ("Contact: Ypsilon Xandrine (OCMW). Daarna Open Huis.", ["Ypsilon Xandrine"]),
        (
            "Aanwezig: Xandrine Ypsilon, Huisartsenkring, Zwanet de Zed, OCMW Polder",
            ["Xandrine Ypsilon", "Zwanet de Zed"],
        ),
        ("Verontschuldigd:\n\n- Xandrine Ypsilon (OCMW)\n- Dienst Zorg\n", ["Xandrine Ypsilon"]),
        ("Dit werd gedaan door Xandrine Ypsilon.", ["Xandrine Ypsilon"]),
        ("Vorige week kwam Griet Ypsilon langs.", ["Griet Ypsilon"]),
        ("Vorige week kwam Griet\nVan den Ypsilon langs.", ["Griet Van den Ypsilon"]),
        ("Vorige week kwam Griet Kring langs, met An De Zorgher.", ["Griet Kring", "An De Zorgher"]),
        ("Mevrouw Griet Ypsilon kwam.", ["Mevrouw Griet Ypsilon"]),
        ("Dat vroeg huisarts Ypsilon. Burgemeester De Zed volgt.", ["Ypsilon", "De Zed"]),
        ("Het echtpaar Ypsilon-Zed en buurvrouw Xandrine Zed.", ["Ypsilon-Zed", "Xandrine Zed"]),
        ("Dokter Ypsilon en mijnheer De Zed, met juf Xandrine.", ["Dokter Ypsilon", "mijnheer De Zed", "juf Xandrine"]),
        ("Zuster Maria, broeder Zed en pater Ypsilon.", ["Zuster Maria", "broeder Zed", "pater Ypsilon"]),
        ("Prof. dr. Ypsilon sprak na prof. De Zed.", ["Prof. dr. Ypsilon", "prof. De Zed"]),
        ("Dank aan Z.E.H. Ypsilon, deken Zed en lic. Bakkers.", ["Z.E.H. Ypsilon", "deken Zed", "lic. Bakkers"]),
        ("Professor X. de Zed, ir. Ypsilon en Mej. Zed.", ["Professor X. de Zed", "ir. Ypsilon", "Mej. Zed"]),
        (
            "MEVROUW YPSILON en dr. Zed, Mvr. Ypsilon en Mme Zed.",
            ["MEVROUW YPSILON", "dr. Zed", "Mvr. Ypsilon", "Mme Zed"],
        ),
        ("De thuisverpleegkundige Ypsilon belt dokter\nVan Zed.", ["Ypsilon", "dokter Van Zed"]),
    ],
)
def test_a_person_is_told_once(text: str, names: list[str], tmp_path: Path) -> None:
    assert in_fiche(tmp_path, text) == names


@pytest.mark.parametrize(
    "text",
    [
        "Trekker: Dienst Zorg, Huisartsenkring en Cluster zorg",
        "Trekker: de kring. Zie Open Access.",
        "Trekker: nog te bepalen; contact: via de website: Welkom",
        "Aanwezig: OCMW Polder, Sociaal Huis Polder, Rode Kruis, Team Welzijn, Lokale Besturen",
        "Het AZ Griet Ypsilon, de Griet Ypsilonlaan en het Griet Ypsilon Fonds doen mee.",
        "Het Griet Park en de Griet Kring doen mee, met Griet Thuiszorg.",
        "Warme Griet en Operatie Ypsilon. Elke Partner werkt mee: elke partner.",
        "Dit werd gedaan door Dienst Zorg en door Lokale Besturen.",
        "De schepen Welzijn en de burgemeester Gent, huisarts Domus Medica en apotheker OCMW Polder. Welzijn is welzijn.",
        "Zie https://voorbeeld.be/Griet Ypsilon en [[koffie]] van Griet\n\nYpsilon begint.",
        "## Deelnemers\n\n- Dienst Zorg\n- Huisartsenkring\n",
        "Vraag het je dokter of apotheker, of een dokter van Kind en Gezin. De dokter Gent is er niet.",
        "Zusters van Liefde, de zuster van Barmhartigheid, de deken van Gent en de pastoor van Peer.",
        "In de Dokter Ypsilonstraat, Pater Zedschool, het Pater Zed Instituut en WZC Zuster Ypsilon.",
        "Museum Dr. Guislain, Dokter Guislain, een professor KU Leuven, prof. UGent en prof. Welzijn. DR Congo.",
        "## Dokter\n\nDe praktijk is open. Zie de pastoor\n\nZed begint. Bel de dokter\nIn Gent is er een.",
        "- dokter\n- Kine\n- zuster\n- Broeder\n\nWarme dekens Deken Ypsilonplein.",
    ],
)
def test_houses_actors_and_things_are_no_people(text: str, tmp_path: Path) -> None:
    assert in_fiche(tmp_path, text) == []


def test_who_was_there_is_told_in_minutes_too(tmp_path: Path) -> None:
    write(tmp_path)
    head = "---\nseries: overleg\ndate: 2025-01-14\nstate: review\n---\n\n"
    text = f"{head}## Aanwezigen\n\n- Xandrine Ypsilon, OCMW Polder\n- Zwanet Zed\n- Huisartsenkring\n\n## 1. Opvolging\n\nNiets.\n"
    assert told(meetings(tmp_path, SERIES, m2025_01_14_overleg=text)) == ["Xandrine Ypsilon", "Zwanet Zed"]


def test_an_actor_with_the_name_of_a_person_is_told(tmp_path: Path) -> None:
    actors = f"{ACTORS}griet-ypsilon:\n  name: Griet Ypsilon\n  kind: organisation\nyp:\n  name: Griet Ypsilon Stichting\n  kind: organisation\n"
    assert told(write(tmp_path, actors=actors)) == ["Griet Ypsilon"]


@pytest.mark.parametrize(
    "part",
    [
        "Griet ",
        "Griet van ",
        "Trekker: ",
        "Aanwezig:\n\n- X\n",
        "door X",
        "X en ",
        "A. ",
        "de ",
        "Dokter ",
        "prof. A. De ",
    ],
)
def test_a_long_text_takes_no_longer_for_each_of_its_signs(part: str, tmp_path: Path) -> None:
    root = write(tmp_path, koffie=fiche("1.1.1", text=f"## Waarom?\n\nTrekker: {part * (100_000 // len(part))}\n"))
    plan = load(WorkTree(root)).plan
    begin = time.process_time()
    list(person_in_text(plan))
    assert time.process_time() - begin < 4
