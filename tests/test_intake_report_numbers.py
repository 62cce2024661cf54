"""The numbers that an import tells are those of the files that it made, and the page that tells them has no words of the code."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
from intake_run import Case, minutes_cases, plan_cases, unseen_cases
from intake_wanted import WantedPlan

from elzctl.cli.main import main

CASES = [*plan_cases(), *minutes_cases(), *unseen_cases()]
OF_CODE = ("label", "do_not", "for_whom", "with_whom", "why", "what", "how", "intro", "evaluation")
LISTS, VALUES = ("lead", "partners", "target_groups"), ("start", "due", "status")


def run(capsys: pytest.CaptureFixture[str], *words: str) -> Any:
    main(list(words))
    return json.loads(capsys.readouterr().out)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_what_is_counted_is_what_stands_in_the_files(
    case: Case, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    kind = "plan" if isinstance(case.wanted, WantedPlan) else "minutes"
    document, root = tmp_path / case.name, tmp_path / "out"
    document.write_bytes(case.data)
    told = run(capsys, "import", kind, str(document), "--out", str(root), "--yes", "--json", "--today", "2025-11-26")
    made = run(capsys, "-C", str(root), "export", "json")
    report = (root / told["report"]["path"]).read_text(encoding="utf-8")
    headings = [int(count) for count in re.findall(r"(?m)^### .* \((\d+)\)$", report)]
    assert sum(headings) == sum(told["counts"].values())
    assert not re.findall(rf"`(?:[^`\n]*#)?(?:{'|'.join(OF_CODE)})`", report)
    entries = told["documents"][0]["entries"]
    if kind == "plan":
        compare_actions([one for one in entries if one["path"].startswith("plan/actions/")], made["actions"])
    else:
        [meeting] = made["meetings"]
        points = {one["field"] for one in entries if re.fullmatch(r"points\[\d+\]", one["field"])}
        assert len(points) == len(meeting["points"])


def compare_actions(entries: list[dict[str, Any]], actions: list[dict[str, Any]]) -> None:
    assert len({one["path"] for one in entries if one["field"] == "title"}) == len(actions)
    for key in (*LISTS, *VALUES):
        values = [one["value"] for one in entries if one["field"] == key and one["value"]]
        counted = sum(len(value.split(", ")) if key in LISTS else 1 for value in values)
        held = [one[key] for one in actions if one[key]]
        assert (key, counted) == (key, sum(len(one) if key in LISTS else 1 for one in held))
    for key in ("steps", "indicators"):
        fields = {(one["path"], place[0]) for one in entries if (place := re.match(rf"{key}\[\d+\]", one["field"]))}
        assert (key, len(fields)) == (key, sum(len(one[key] or ()) for one in actions))


def test_what_is_said_twice_is_counted_once(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Before, the screen told one more than the page listed, and a heading was a field called ``label`` without a value."""
    document, root = tmp_path / "verslag.txt", tmp_path / "out"
    document.write_text(
        "Werkgroep Armoede\n\nVerslag van de vergadering van dinsdag 13 oktober 2026, van 14u tot 16u, in LDC De Zon\n\n"
        "Aanwezig: Xandrine Ypsilon (OCMW Lennik), CAW Oost\nVerslag: Xandrine Ypsilon (OCMW Lennik)\n\n1. Welkom\n\nAlles loopt.\n",
        encoding="utf-8",
    )
    told = run(capsys, "import", "minutes", str(document), "--out", str(root), "--yes", "--json")
    report = (root / told["report"]["path"]).read_text(encoding="utf-8")
    headings = [int(count) for count in re.findall(r"(?m)^### .* \((\d+)\)$", report)]
    entries = told["documents"][0]["entries"]
    assert sum(headings) == sum(told["counts"].values()) == len(entries) + told["counts"]["left"]
    keys = [(one["path"], one["field"], one["value"], one["words"], one["certainty"]) for one in entries]
    assert len(keys) == len(set(keys))
    assert "label" not in {one["field"] for one in entries}
