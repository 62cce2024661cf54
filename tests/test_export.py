"""``elzctl export json``: the whole plan for other programs, in a shape that stays."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from made_pdf import pdf
from test_broken import laid_out
from test_cli import elzctl

from elzctl.cli.main import main

ROOT = Path(__file__).parent.parent
FICHE = "plan/actions/koffie-mantelzorgers.md"

RICH = """---
number: 1.1.2
title: "Thee & koekjes: samen"
status: merged
into: koffie-mantelzorgers
lead: [dienst-zorg]
role: facilitator
partners: [elz-polder, dienst-zorg]
target_groups: [mantelzorgers]
themes: [mantelzorg]
start: voorjaar 2025
due: eind 2025
steps:
  - {what: Thee zetten, start: maart 2025, due: april 2025, done: 2025-04-02, by: [dienst-zorg], note: lukt}
  - what: Koekjes bakken
indicators:
  - kind: process
    what: Bijeenkomsten
    target: 2,5
    unit: bijeenkomsten
    per: quarter
    measure: agenda
    count: theetafel
    measured: [{on: 2025-03-31, value: 0, note: nog geen}]
  - {kind: output, what: Tevreden mensen}
no_evaluation: Zie de andere actie
reason: Twee keer hetzelfde
decision: {body: elz-polder, on: 2025-06-01, text: Samen verder}
since: juni 2025
condition: {what: Er is een zaal, from: [dienst-zorg], by: 2025-09-01, then: We starten, otherwise: We stoppen}
updates:
  - {on: 2025-06-30, health: on-track, note: Gaat goed}
accepted:
  no-date: kanarie-aanvaard
# kanarie-commentaar
---

Thee is ook goed, zie [[koffie-mantelzorgers|de koffie]].

## Waarom?

Daarom.
<!-- kanarie-html -->

## Wat?

### Wat doen we niet?

## Hoe?

Zo.

## Hoe?

En zo.
"""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A tiny plan with nothing to find."""
    return laid_out("_base", tmp_path)


def export(root: Path, capsys: pytest.CaptureFixture[str]) -> tuple[int, Any, str]:
    code = main(["--lang", "en", "-C", str(root), "export", "json"])
    captured = capsys.readouterr()
    assert captured.out.isascii()
    return code, json.loads(captured.out), captured.err


def when(text: str, first: str, last: str) -> dict[str, str]:
    return {"text": text, "first": first, "last": last}


def test_an_action_is_there_with_everything_it_says(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (root / "plan/actions/thee.md").write_text(RICH, "utf-8")
    code, plan, err = export(root, capsys)
    assert (code, err) == (0, "")
    assert [action["id"] for action in plan["actions"]] == ["koffie-mantelzorgers", "thee"]
    assert plan["actions"][1] == {
        "id": "thee",
        "number": "1.1.2",
        "title": "Thee & koekjes: samen",
        "status": "merged",
        "into": "koffie-mantelzorgers",
        "lead": ["dienst-zorg"],
        "role": "facilitator",
        "partners": ["elz-polder", "dienst-zorg"],
        "target_groups": ["mantelzorgers"],
        "themes": ["mantelzorg"],
        "start": when("voorjaar 2025", "2025-03-01", "2025-05-31"),
        "due": when("eind 2025", "2025-10-01", "2025-12-31"),
        "steps": [
            {
                "what": "Thee zetten",
                "start": when("maart 2025", "2025-03-01", "2025-03-31"),
                "due": when("april 2025", "2025-04-01", "2025-04-30"),
                "done": when("2025-04-02", "2025-04-02", "2025-04-02"),
                "by": ["dienst-zorg"],
                "note": "lukt",
            },
            {"what": "Koekjes bakken", "start": None, "due": None, "done": None, "by": [], "note": None},
        ],
        "indicators": [
            {
                "kind": "process",
                "what": "Bijeenkomsten",
                "target": {"text": "2,5", "value": 2.5},
                "unit": "bijeenkomsten",
                "per": "quarter",
                "measure": "agenda",
                "count": "theetafel",
                "measured": [
                    {
                        "on": when("2025-03-31", "2025-03-31", "2025-03-31"),
                        "value": {"text": "0", "value": 0},
                        "note": "nog geen",
                    }
                ],
            },
            {
                "kind": "output",
                "what": "Tevreden mensen",
                "target": None,
                "unit": None,
                "per": None,
                "measure": None,
                "count": None,
                "measured": [],
            },
        ],
        "sections": {
            "why": "Daarom.",
            "for_whom": None,
            "what": "",
            "do": None,
            "do_not": "",
            "with_whom": None,
            "how": "Zo.\n\nEn zo.",
            "evaluation": None,
        },
        "no_evaluation": "Zie de andere actie",
        "reason": "Twee keer hetzelfde",
        "decision": {
            "meeting": None,
            "body": "elz-polder",
            "on": when("2025-06-01", "2025-06-01", "2025-06-01"),
            "text": "Samen verder",
        },
        "since": when("juni 2025", "2025-06-01", "2025-06-30"),
        "condition": {
            "what": "Er is een zaal",
            "from": ["dienst-zorg"],
            "by": when("2025-09-01", "2025-09-01", "2025-09-01"),
            "then": "We starten",
            "otherwise": "We stoppen",
        },
        "updates": [{"on": when("2025-06-30", "2025-06-30", "2025-06-30"), "health": "on-track", "note": "Gaat goed"}],
        "approved": None,
        "intro": "Thee is ook goed, zie [[koffie-mantelzorgers|de koffie]].",
        "references": [{"id": "koffie-mantelzorgers", "label": "de koffie"}],
        "path": "plan/actions/thee.md",
    }


def test_the_rest_of_the_plan_is_there(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    plan = export(root, capsys)[1]
    del plan["actions"]
    assert plan == {
        "schema_version": 1,
        "plan": {
            "title": "Actieplan 2025",
            "organisation": "elz-polder",
            "year": when("2025", "2025-01-01", "2025-12-31"),
            "period": None,
            "language": "nl",
            "warn_before": 30,
            "section_order": "why-first",
            "chapters": {"before": ["inleiding"], "after": []},
            "profile": {"strategic_goals": 1, "content": None, "governance": None},
            "terms": [],
            "approved": None,
        },
        "strategic_goals": [
            {
                "id": "zorg-dichtbij",
                "number": "1",
                "title": "Zorg dicht bij mensen",
                "motto": None,
                "text": None,
                "references": [],
                "kind": "content",
                "goals": [
                    {
                        "id": "mantelzorg-zien",
                        "number": "1.1",
                        "title": "Mantelzorgers worden gezien",
                        "motto": None,
                        "text": None,
                        "references": [],
                    }
                ],
            }
        ],
        "actors": [
            {"id": "elz-polder", "name": "Eerstelijnszone Polder", "kind": "zone", "member_of": [], "also": []},
            {"id": "dienst-zorg", "name": "Dienst Zorg", "kind": "organisation", "member_of": [], "also": []},
        ],
        "chapters": [
            {
                "id": "inleiding",
                "title": "Inleiding",
                "text": "We werken samen aan zorg dicht bij mensen.",
                "references": [],
                "path": "plan/texts/inleiding.md",
            }
        ],
        "series": [],
        "meetings": [],
        "target_groups": {"mantelzorgers": "Mantelzorgers"},
        "themes": {"mantelzorg": "Mantelzorg"},
        "abbreviations": {},
    }


SERIES = """\
overleg:
  name: Overleg welzijn
  cluster: welfare
  body: elz-polder
  access: open
  per_year: 4
  start: 13:30
  end: 16u
  location: Zaal 1
  agenda: [Toelichting, Varia]
"""
MEETING = """\
---
title: Overleg welzijn
series: overleg
date: 2025-05-13
start: 13u30
end: 16:00
location: Zaal 1
state: approved
was: [{date: 2025-05-06, start: 13u30}]
speaker: dienst-zorg
present: [elz-polder]
excused: [dienst-zorg]
attachments: [{file: a.pdf, title: Toelichting}]
next: {date: 2025-10-09, start: 14u, location: Zaal 2, speaker: elz-polder}
approved: {in: 2025-10-09-overleg, on: 2025-10-09, text: kanarie0123}
accepted: {no-date: kanarie-aanvaard}
---

Lopende kanarie-tekst <!-- kanarie-html --> van de notulen.

## 1. Opvolging

- [ ] Affiches @dienst-zorg #mantelzorgers #bewegen tegen:2025-10-09 [[koffie-mantelzorgers|de koffie]]
  - bijdrage @elz-polder: mail naar kanarie@voorbeeld.be of bel 0470 12 34 56
  - verschoven op:2025-10-09 tegen:"eind 2025": geen tijd
BESLUIT: We gaan door, zie [https://voorbeeld.be/?utm_source=kanarie&b=1](https://voorbeeld.be/?utm_source=kanarie&b=1)
::: intern
- [ ] kanarie-punt [[kanarie-verwijzing]]
BESLUIT: kanarie-besluit
SIGNAAL: kanarie-signaal #mantelzorgers

## 2. kanarie-kop

AFSPRAAK: @elz-polder kanarie
EVENEMENT: 2025-06-01 kanarie-feest
:::

## 3. Signalen

SIGNAAL: Ouders vinden de weg niet #mantelzorgers @dienst-zorg
- gegroepeerd op:2025-06-10: toeleiding
- doorverwezen op:2025-10-09 @dienst-zorg: zij doen het [[koffie-mantelzorgers]]
AFSPRAAK: @elz-polder helpt verspreiden #mantelzorg
EVENEMENT: 2025-06-01 10u-12u Feest @dienst-zorg
"""
EXPORTED = {
    "id": "2025-05-13-overleg",
    "title": "Overleg welzijn",
    "series": "overleg",
    "date": when("2025-05-13", "2025-05-13", "2025-05-13"),
    "start": "13:30",
    "end": "16:00",
    "location": "Zaal 1",
    "speaker": "dienst-zorg",
    "state": "approved",
    "reason": None,
    "was": [
        {
            "date": when("2025-05-06", "2025-05-06", "2025-05-06"),
            "start": "13:30",
            "end": None,
            "location": None,
            "speaker": None,
        }
    ],
    "present": ["elz-polder"],
    "excused": ["dienst-zorg"],
    "attachments": [{"file": "a.pdf", "title": "Toelichting"}],
    "next": {
        "date": when("2025-10-09", "2025-10-09", "2025-10-09"),
        "start": "14:00",
        "end": None,
        "location": "Zaal 2",
        "speaker": "elz-polder",
    },
    "last": False,
    "no_action_points": None,
    "approved": {"in": "2025-10-09-overleg", "on": when("2025-10-09", "2025-10-09", "2025-10-09")},
    "agenda": [{"number": 1, "title": "Opvolging"}, {"number": 3, "title": "Signalen"}],
    "points": [
        {
            "id": "2025-05-13-overleg/1",
            "text": "Affiches",
            "references": [{"id": "koffie-mantelzorgers", "label": "de koffie"}],
            "themes": ["bewegen"],
            "target_groups": ["mantelzorgers"],
            "owners": ["dienst-zorg"],
            "due": when("eind 2025", "2025-10-01", "2025-12-31"),
            "first_due": when("2025-10-09", "2025-10-09", "2025-10-09"),
            "state": "moved",
            "closed": None,
            "contributions": [{"who": ["elz-polder"], "text": "mail naar […] of bel […]"}],
            "turns": [
                {
                    "kind": "moved",
                    "on": when("2025-10-09", "2025-10-09", "2025-10-09"),
                    "due": when("eind 2025", "2025-10-01", "2025-12-31"),
                    "text": "geen tijd",
                }
            ],
        }
    ],
    "decisions": [
        {
            "id": "2025-05-13-overleg/B1",
            "text": "We gaan door, zie [https://voorbeeld.be/?b=1](https://voorbeeld.be/?b=1)",
            "references": [],
        }
    ],
    "signals": [
        {
            "id": "2025-05-13-overleg/S2",
            "text": "Ouders vinden de weg niet",
            "references": [],
            "themes": [],
            "target_groups": ["mantelzorgers"],
            "actors": ["dienst-zorg"],
            "stage": "referred",
            "group": "toeleiding",
            "steps": [
                {
                    "stage": "grouped",
                    "on": when("2025-06-10", "2025-06-10", "2025-06-10"),
                    "actors": [],
                    "text": "toeleiding",
                    "references": [],
                },
                {
                    "stage": "referred",
                    "on": when("2025-10-09", "2025-10-09", "2025-10-09"),
                    "actors": ["dienst-zorg"],
                    "text": "zij doen het [[koffie-mantelzorgers]]",
                    "references": [{"id": "koffie-mantelzorgers", "label": None}],
                },
            ],
        }
    ],
    "agreements": [
        {
            "id": "2025-05-13-overleg/A2",
            "text": "@elz-polder helpt verspreiden",
            "references": [],
            "themes": ["mantelzorg"],
            "target_groups": [],
            "actors": ["elz-polder"],
        }
    ],
    "events": [
        {
            "id": "2025-05-13-overleg/E2",
            "text": "Feest",
            "references": [],
            "themes": [],
            "target_groups": [],
            "actors": ["dienst-zorg"],
            "when": when("2025-06-01", "2025-06-01", "2025-06-01"),
            "start": "10:00",
            "end": "12:00",
        }
    ],
    "path": "meetings/2025-05-13-overleg.md",
}


@pytest.fixture
def met(root: Path) -> Path:
    """The same with a series and a meeting full of what must stay inside."""
    (root / "meetings").mkdir()
    (root / "meetings/series.yaml").write_text(SERIES, "utf-8")
    (root / "meetings/2025-05-13-overleg.md").write_text(MEETING, "utf-8")
    (root / "meetings/attachments").mkdir()
    (root / "meetings/attachments/a.pdf").write_bytes(pdf("Toelichting"))
    return root


def test_series_and_meetings_are_there_as_they_may_be_published(met: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, plan, err = export(met, capsys)
    hidden = "e-mail addresses or telephone numbers are not printed; […] stands in their place"
    assert (code, err) == (0, f"warning: 2 {hidden}\n")
    assert plan["meetings"] == [EXPORTED]
    assert list(plan["meetings"][0]) == list(EXPORTED)
    assert plan["series"] == [
        {
            "id": "overleg",
            "name": "Overleg welzijn",
            "cluster": "welfare",
            "body": "elz-polder",
            "access": "open",
            "per_year": 4,
            "start": "13:30",
            "end": "16:00",
            "location": "Zaal 1",
            "agenda": ["Toelichting", "Varia"],
        }
    ]
    assert "kanarie" not in json.dumps(plan)


def test_internal_parts_of_fiches_goals_and_chapters_stay_inside_even_over_headings(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    thee = RICH.replace("Daarom.\n", "Daarom.\n::: intern\nkanarie [[kanarie|kanarie]]\n").replace(
        "## Hoe?\n\nZo.\n", "kanarie\n\n## Hoe?\n\nkanarie [[zorg-dichtbij]]\n:::\nZo. [[inleiding]]\n", 1
    )
    (root / "plan/actions/thee.md").write_text(thee, "utf-8")
    chapter = root / "plan/texts/inleiding.md"
    chapter.write_text(chapter.read_text("utf-8") + "\n::: intern\nkanarie [[thee]]\n", "utf-8")
    goals = root / "plan/goals.yaml"
    text = "  text: |\n    Open.\n    ::: intern\n    kanarie [[thee]]\n    :::\n"
    goals.write_text(goals.read_text("utf-8").replace("  kind: content\n", f"  kind: content\n{text}"), "utf-8")
    _, plan, _ = export(root, capsys)
    assert "kanarie" not in json.dumps(plan)
    found = plan["actions"][1]
    assert (found["sections"]["why"], found["sections"]["how"]) == ("Daarom.", "Zo. [[inleiding]]\n\nEn zo.")
    assert [one["id"] for one in found["references"]] == ["koffie-mantelzorgers", "inleiding"]
    assert plan["chapters"][0]["references"] == []
    goal = plan["strategic_goals"][0]
    assert (goal["text"], goal["references"]) == ("Open.", [])


def test_what_is_not_named_does_not_leak(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (root / "plan/actions/thee.md").write_text(RICH, "utf-8")
    (root / "private").mkdir()
    (root / "private/lijst.md").write_text("kanarie-lijst", "utf-8")
    assert "kanarie" not in json.dumps(export(root, capsys)[1])


def test_windows_line_endings_make_no_difference(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (root / "plan/actions/thee.md").write_text(RICH, "utf-8")
    plain = export(root, capsys)[1]
    for path in (root / "plan").rglob("*.*"):
        path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes().replace(b"\n", b"\r\n"))
    assert export(root, capsys)[1] == plain


def test_a_broken_file_is_named_and_the_rest_is_there(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (root / "plan/actions/thee.md").write_text("Thee\n", "utf-8")
    (root / "plan/actors.yaml").write_text("dienst-zorg: {name: Dienst Zorg, naam: x}\n", "utf-8")
    code, plan, err = export(root, capsys)
    assert code == 1
    assert [action["id"] for action in plan["actions"]] == ["koffie-mantelzorgers"]
    assert [actor["id"] for actor in plan["actors"]] == ["dienst-zorg"]
    first, second = sorted(err.splitlines())
    assert first.startswith("plan/actions/thee.md:1:1: error[no-front-matter] ")
    assert second.startswith("plan/actors.yaml:1:34: error[unknown-key] ")


def test_a_warning_is_no_reason_to_fail(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, plan, err = export(laid_out("repeated-section", tmp_path), capsys)
    assert (code, err, len(plan["actions"])) == (0, "", 1)


def test_an_empty_plan_is_a_document_too(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "plan").mkdir()
    code, plan, err = export(tmp_path, capsys)
    assert code == 1
    assert plan["plan"]["title"] is None
    assert plan["plan"]["year"] is None
    assert plan["actions"] == plan["strategic_goals"] == plan["actors"] == []
    assert len(err.splitlines()) == 3


def test_only_known_formats_are_printed(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--lang", "en", "-C", str(root), "export", "jso"]) == 2
    assert "Did you mean “json”?" in capsys.readouterr().err
    assert main(["--lang", "en", "-C", str(root / "nergens"), "export", "json"]) == 2
    assert capsys.readouterr().out == ""


def test_the_real_plan_is_whole() -> None:
    result = elzctl("-C", "plan", "export", "json")
    assert (result.returncode, result.stderr) == (0, "")
    plan = json.loads(result.stdout)
    assert len(plan["strategic_goals"]) == 5
    assert sum(len(goal["goals"]) for goal in plan["strategic_goals"]) == 15
    live = ("proposed", "planned", "running")
    assert Counter(action["status"] in live for action in plan["actions"]) == {True: 31, False: 8}
    ids = {one["id"] for key in ("actions", "actors") for one in plan[key]}
    for action in plan["actions"]:
        assert action["number"]
        assert {*action["lead"], *action["partners"]} <= ids
        assert action["into"] is None or action["into"] in ids
        assert set(action["target_groups"]) <= set(plan["target_groups"])
        assert set(action["themes"]) <= set(plan["themes"])


@pytest.mark.parametrize("slip", [":: intern", "::: intren", ":::: intern"])
def test_what_was_meant_to_be_internal_is_not_exported(
    slip: str, root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with (root / FICHE).open("a", encoding="utf-8") as file:
        file.write(f"\nVoor iedereen.\n\n{slip}\n\nHet budget is geheim.\n")
    code, plan, err = export(root, capsys)
    assert code == 1
    assert FICHE in err
    assert "Voor iedereen" in json.dumps(plan)
    assert "geheim" not in json.dumps(plan)
