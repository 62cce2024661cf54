"""What the report of a plan says is so: each value that was read stands in a file, and a plan that collapsed is told."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import intake_plans
import intake_unseen
import pytest
import yaml
from intake_word import Word

from elzctl.cli.main import main
from elzctl.intake.ledger import Certainty, Entry
from elzctl.intake.plan.draft import KEYS
from elzctl.intake.plan.take import PlanOptions, take_plan
from elzctl.intake.readers.read import read
from elzctl.intake.taken import Taken

DOCUMENTS = {f"{one.name}.{one.kind}": one.data for one in (make() for make in (*intake_plans.ALL, *intake_unseen.PLANS))}  # fmt: skip
TWICE = """Actieplan 2026

SD 1 Zorg

OD 1.1 Thuis

Actie 1.1.1: Soep
Trekker: OCMW Vennedorp
Timing: voorjaar 2026
Status: lopend
Timing: 2027
Status: afgerond in mei 2026
"""


def taken(data: bytes, name: str) -> Taken:
    return take_plan(read(name, data), PlanOptions(today=date(2025, 11, 26)))


def words(text: str) -> str:
    found = " ".join(re.findall(r"[^\W_]+", text.lower()))
    return f" {found} "


def values(value: Any) -> Iterator[str]:
    """All that a value of YAML says."""
    if isinstance(value, dict | list):
        for one in value.values() if isinstance(value, dict) else value:
            yield from values(one)
    else:
        yield str(value)


def said_at(found: Taken, entry: Entry) -> str:
    """What the file of an entry says where its value should stand."""
    text = found.files[entry.path]
    key = re.split(r"[.\[]", entry.field)[0]
    if key not in KEYS or not entry.path.startswith("plan/actions/"):
        return words(text)
    head = yaml.load(text.split("---\n")[1], yaml.BaseLoader)
    return words(" | ".join(values(head.get(key, ""))))


def missing(found: Taken) -> list[Entry]:
    """What was read or guessed, as the account says, and stands in no file."""
    told = [one for one in found.account.entries if one.certainty is not Certainty.UNCLEAR and one.value]
    return [
        one
        for one in told
        if one.path not in found.files
        or not (
            words(one.value) in said_at(found, one)
            or all(words(part) in said_at(found, one) for part in one.value.split(", "))
        )
    ]


@pytest.mark.parametrize("name", DOCUMENTS)
def test_what_was_read_stands_in_a_file(name: str) -> None:
    found = taken(DOCUMENTS[name], name)
    assert len(found.account.entries) > 3
    assert missing(found) == []


def test_a_second_value_for_a_field_is_kept_as_text_and_told() -> None:
    found = taken(TWICE.encode(), "twice.txt")
    assert missing(found) == []
    fiche = found.files["plan/actions/soep.md"]
    assert "due: voorjaar 2026" in fiche
    assert "Timing: 2027" in fiche
    unclear = [one for one in found.account.entries if one.certainty is Certainty.UNCLEAR]
    assert [(one.field, one.words) for one in unclear] == [
        ("due", "2027"),
        ("status", "afgerond in mei 2026"),
    ]
    assert "afgerond in mei 2026" in fiche


def test_a_name_in_a_title_is_told_with_the_file_where_it_was_left_out() -> None:
    text = "Actieplan 2026\n\nSD 1 Zorg\n\nOD 1.1 Thuis\n\nActie 1.1.1: Boek van mevr. Voornaam Achternaam\nTrekker: OCMW Vennedorp\nStatus: lopend\n"
    found = taken(text.encode(), "name.txt")
    told = [one for one in found.account.entries if one.field == "text"]
    assert told
    assert {one.path for one in told} <= set(found.files)


def unread() -> bytes:
    """Headings with a number and a form, of another word each: nothing shows that they are actions."""
    word = Word(dutch=True)
    word.title("Nota 2027")
    word.para("Wat volgt, doen we samen en stap voor stap in de hele streek.")
    for name in ("Fase 1: Soep", "Stap 2: Brood", "Fase 4: Kaas"):
        word.heading(1, name)
        word.para("Trekker: OCMW Vennedorp")
    return word.data()


def test_a_plan_of_which_no_action_came_is_told_and_ends_with_1(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    found = taken(unread(), "nota.docx")
    assert not [path for path in found.files if path.startswith("plan/actions/")]
    (entry,) = [one for one in found.account.entries if one.field == "actions"]
    assert entry.certainty is Certainty.UNCLEAR
    assert "Fase 1: Soep" in entry.words
    assert entry.reason in found.remarks
    document = tmp_path / "nota.docx"
    document.write_bytes(unread())
    assert main(["import", "plan", str(document), "--out", str(tmp_path / "plan")]) == 1
    assert "1: Soep" in (tmp_path / "plan" / "private" / "import-report-nota.md").read_text(encoding="utf-8")
    capsys.readouterr()


def test_labels_that_end_in_text_are_told() -> None:
    text = "Actieplan 2026\n\nSD 1 Zorg\n\nOD 1.1 Thuis\n\n"
    for number in range(1, 5):
        text += f"Actie 1.1.{number}: Soep {number}\n\nVliegwiel: van de buurt zelf\nBrandstof: wat er over is\nStatus: lopend\n\n"
    found = taken(text.encode(), "labels.txt")
    (entry,) = [one for one in found.account.entries if one.field == "actions"]
    assert "Vliegwiel: van de buurt zelf" in entry.words
    assert [one.args for one in found.remarks if "labels" in dict(one.args)] == [
        (("labels", "Vliegwiel 4 ×, Brandstof 4 ×"),)
    ]


@pytest.mark.parametrize("name", DOCUMENTS)
def test_a_plan_is_called_collapsed_when_it_has_no_actions(name: str) -> None:
    found = taken(DOCUMENTS[name], name)
    acts = any(path.startswith("plan/actions/") for path in found.files)
    assert [one.field for one in found.account.entries if one.field == "actions"] == ([] if acts else ["actions"])
