"""Everything the plan knows of one action or goal: its facts, who refers to it, its findings, its text."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from small_plans import GOALS, ROOT, fiche, in_a_window, loaded, plain, write

from elzctl.cli.main import main
from elzctl.load import load
from elzctl.render.laid_out import prose
from elzctl.tree import WorkTree
from elzctl.views.mentions import Mention, mentions

REAL = load(WorkTree(ROOT)).plan

KOFFIE = fiche(
    "1.1.1",
    "lead: [dienst-zorg, onbekend]",
    "role: facilitator",
    "partners: [kring]",
    "target_groups: [mantelzorgers]",
    "themes: [bewegen]",
    "start: december 2024",
    "due: eind 2025",
    "steps:",
    "  - {what: Bellen, due: maart 2025, done: 2025-03-31}",
    "  - {what: Bakken, start: mei 2025, due: zomer 2025, by: [kring], note: met melk}",
    "  - {what: Dekken}",
    "indicators:",
    "  - kind: output",
    "    what: Mantelzorgers aan tafel",
    "    target: 20",
    "    unit: mantelzorgers",
    "    per: year",
    "    measured: [{on: 2025-03-31, value: 6, note: eerste tafel}]",
    "condition: {what: er is koffie, from: [kring], by: mei 2025, then: we drinken, otherwise: we wachten}",
    "updates:",
    "  - {on: 2025-05-30, health: at-risk, note: De kan is leeg.}",
    title="Koffie voor mantelzorgers",
    text="""\
Vooraf.

## Waarom?

Mantelzorgers staan er vaak
alleen voor, zie [[thee]] en [[samen-bewegen|het bewegen]].

* een heel lang punt met zoveel woorden dat het
  op een smal scherm zeker niet op één regel past
* kort

## Evaluatie

| a | b |
| - | - |
""",
)
THEE = fiche(
    "1.1.2",
    "into: koffie",
    "decision: {body: elz-polder, on: 2025-01-08, text: Samen.}",
    "reason: Zelfde kan",
    "since: 2025-01-08",
    title="Thee",
    status="merged",
)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return write(tmp_path, koffie=KOFFIE, thee=THEE, wandelen=fiche("1.2.1", title="Wandelen"))


def run(root: Path, *arguments: str) -> int:
    return main(["-C", str(root), "--lang", "en", "show", "--today", "2025-06-15", *arguments])


# Who refers to whom


def test_references_are_found_both_ways_in_texts_titles_and_moves(tmp_path: Path) -> None:
    plan = loaded(tmp_path, koffie=KOFFIE, thee=THEE).plan
    bewegen = Mention("samen-bewegen", "1.2", "Iedereen beweegt, samen met [[mantelzorg-zien]]")
    thee = Mention("thee", "1.1.2", "Thee")
    assert mentions(plan, "koffie").to == (thee, bewegen)
    assert mentions(plan, "koffie").by == (thee._replace(into=True), bewegen)
    assert [one.id for one in mentions(plan, "mantelzorg-zien").by] == ["samen-bewegen"]
    assert mentions(plan, "nergens") == ((), ())


def test_a_reference_counts_once_and_a_move_is_more_than_a_mention(tmp_path: Path) -> None:
    text = "[[a]] [[b]] [[b]] [[weg]]"
    plan = loaded(tmp_path, a=fiche("1.1.1", "into: b", status="merged", text=text), b=fiche("1.1.2")).plan
    assert [(one.id, one.title, one.into) for one in mentions(plan, "a").to] == [
        ("b", "Koffie", True),
        ("weg", "", False),
    ]


def test_chapters_refer_too(tmp_path: Path) -> None:
    write(tmp_path, koffie=KOFFIE)
    (tmp_path / "plan/texts").mkdir()
    (tmp_path / "plan/texts/inleiding.md").write_text("---\ntitle: Inleiding\n---\n\nZie [[koffie]].\n", "utf-8")
    plan = load(WorkTree(tmp_path)).plan
    assert Mention("inleiding", "", "Inleiding") in mentions(plan, "koffie").by


# An action


def test_a_fiche_is_shown_with_everything_that_the_plan_knows(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(root, "koffie") == 0
    shown = capsys.readouterr().out
    assert shown.startswith(
        """\
1.1.1  Koffie voor mantelzorgers
plan/actions/koffie.md

id                koffie
status            running, on track
next              zomer 2025 (1 June – 31 August 2025): Bakken
lead              Dienst Zorg, onbekend
role of the zone  facilitator
goal              1.1 Mantelzorgers worden gezien
partners          Huisartsenkring
target groups     Mantelzorgers
themes            Bewegen
start             december 2024
due               eind 2025 (1 October – 31 December 2025)
condition         er is koffie
decided by        Huisartsenkring
known by          mei 2025 (May 2025)
if so             we drinken
if not            we wachten

Steps
  done      Bellen; due maart 2025 (March 2025); done 2025-03-31 (31 March 2025)
  on track  Bakken; from mei 2025 (May 2025); due zomer 2025 (1 June – 31 August 2025); Huisartsenkring; met melk
  no date   Dekken

Indicators
  output  Mantelzorgers aan tafel; target 20 mantelzorgers per year; measured 6, 2025-03-31 (31 March 2025), eerste tafel

Updates
  at risk  2025-05-30 (30 May 2025): De kan is leeg.

Refers to
  1.1.2  Thee
  1.2    Iedereen beweegt, samen met 1.1

Is referred to by
  1.1.2  Thee (goes on here)
  1.2    Iedereen beweegt, samen met 1.1

Vooraf.

## Waarom?

Mantelzorgers staan er vaak
alleen voor, zie [[thee]] en [[samen-bewegen|het bewegen]].

* een heel lang punt met zoveel woorden dat het
  op een smal scherm zeker niet op één regel past
* kort

## Evaluatie

| a | b |
| - | - |
"""
    )


def test_a_stub_is_shown_with_its_reason_decision_and_successor(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(root, "1.1.2") == 0
    shown = capsys.readouterr().out
    assert "status      merged, stub\n" in shown
    assert "reason      Zelfde kan\nsince       2025-01-08 (8 January 2025)\n" in shown
    assert "decision    Eerstelijnszone Polder; 2025-01-08 (8 January 2025); Samen.\n" in shown
    assert "goes on in  1.1.1 Koffie voor mantelzorgers\n" in shown
    assert "\nlead " not in shown


@pytest.mark.parametrize("name", ["koffie", "1.1.1", "plan/actions/koffie.md", "koffie.md", "plan\\actions\\koffie.md"])
def test_an_action_has_an_id_a_number_and_a_file(root: Path, capsys: pytest.CaptureFixture[str], name: str) -> None:
    assert run(root, name) == 0
    assert capsys.readouterr().out.startswith("1.1.1  Koffie")


def test_the_findings_of_the_file_are_shown_and_no_others(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(root, fout=fiche("1.1.4", "titel: X"), goed=fiche("1.1.5", text="## Waaraom?\n"))
    assert run(root, "goed") == 1
    out, err = capsys.readouterr()
    assert "\nFindings\n" in out
    assert "unknown-section" in out
    assert "unknown-key" not in out
    assert err == "This may not be all: plan/actions/fout.md could not be read fully; see “elzctl validate”.\n"


DATA: dict[str, Any] = {
    "id": "koffie",
    "number": "1.1.1",
    "title": "Koffie",
    "path": "plan/actions/koffie.md",
    "status": "running",
    "standing": "on-track",
    "lead": ["dienst-zorg"],
    "role": None,
    "next": {"what": "Bakken", "due": {"text": "zomer 2025", "first": "2025-06-01", "last": "2025-08-31"}},
    "goal": {"id": "mantelzorg-zien", "number": "1.1"},
    "into": None,
    "approved": None,
    "partners": [],
    "target_groups": [],
    "themes": [],
    "start": None,
    "due": None,
    "indicators": [
        {
            "kind": "output",
            "what": "Tassen",
            "target": {"text": "2,5", "value": 2.5},
            "unit": "",
            "per": None,
            "measure": "",
            "count": "",
            "counted": None,
            "measured": [
                {
                    "on": {"text": "2025-03-31", "first": "2025-03-31", "last": "2025-03-31"},
                    "value": {"text": "1", "value": 1.0},
                    "note": "",
                }
            ],
        }
    ],
    "no_evaluation": "",
    "reason": "",
    "decision": None,
    "since": None,
    "condition": {"what": "koffie", "from": [], "by": None, "then": "", "otherwise": ""},
    "updates": [{"on": None, "health": "on-track", "note": "Ja"}],
    "accepted": {},
    "sections": {"intro": "", "why": "Daarom."},
    "steps": [
        {
            "what": "Bakken",
            "start": None,
            "due": {"text": "zomer 2025", "first": "2025-06-01", "last": "2025-08-31"},
            "done": None,
            "standing": "on-track",
            "by": [],
            "note": "",
        }
    ],
    "refers_to": [],
    "referred_to_by": [
        {
            "id": "samen-bewegen",
            "number": "1.2",
            "title": "Iedereen beweegt, samen met [[mantelzorg-zien]]",
            "into": False,
        }
    ],
    "discussed": [],
}


def test_the_data_of_an_action_has_a_fixed_shape(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    lines = (
        "lead: [dienst-zorg]",
        "steps: [{what: Bakken, due: zomer 2025}]",
        'indicators: [{kind: output, what: Tassen, target: "2,5", measured: [{on: 2025-03-31, value: 1}]}]',
        "condition: koffie",
        "updates: [{health: on-track, note: Ja}]",
    )
    assert run(write(tmp_path, koffie=fiche("1.1.1", *lines, text="## Waarom?\n\nDaarom.\n")), "koffie", "--json") == 1
    out = capsys.readouterr().out
    assert out.isascii()
    found = json.loads(out)
    assert list(found) == ["schema_version", "today", "action"]
    findings = found["action"].pop("findings")
    assert found["action"] == DATA
    assert all(
        set(one) == {"code", "severity", "path", "line", "column", "message", "hint"}
        and one["path"] == "plan/actions/koffie.md"
        for one in findings
    )


# A goal


def test_a_goal_is_shown_with_its_actions(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(root, "1.2") == 0
    shown = capsys.readouterr().out
    assert shown.startswith(
        """\
1.2  Iedereen beweegt, samen met 1.1

id     samen-bewegen
motto  bewegen

Refers to
  1.1    Mantelzorgers worden gezien
  1.1.1  Koffie voor mantelzorgers

Is referred to by
  1.1.1  Koffie voor mantelzorgers

Zie ook [[koffie]].

1.2.1  no date  running  -  no lead  Wandelen

1 action = 1 live + 0 not live: 1 no date; 1 without a lead
"""
    )


def test_a_strategic_goal_is_shown_with_all_its_goals(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(root, "zorg-dichtbij") == 0
    shown = capsys.readouterr().out
    assert "\n1.1 Mantelzorgers worden gezien\n1.1.1  on track" in shown
    assert "3 actions = 2 live + 1 not live" in shown
    assert run(root, "2") == 0
    assert "This goal has no actions of its own." in capsys.readouterr().out
    write(root, goals=GOALS + "    - id: leeg\n      number: 2.2\n      title: Leeg\n", raad=fiche("2.1.1"))
    assert run(root, "2") == 0
    assert "\n2.2 Leeg\nno actions\n" in capsys.readouterr().out


def test_the_data_of_a_goal_holds_the_rows_of_its_actions(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(root, "1", "--json") == 0
    goal = json.loads(capsys.readouterr().out)["goal"]
    assert (goal["id"], goal["number"], goal["goals"]) == ("zorg-dichtbij", "1", ["mantelzorg-zien", "samen-bewegen"])
    assert [action["id"] for action in goal["actions"]] == ["koffie", "thee", "wandelen"]


# What is not there


@pytest.mark.parametrize(
    ("name", "near"),
    [
        ("kofie", "“koffie”"),
        ("bewegen", "“samen-bewegen”"),
        ("1.1.9", "“1.1.1”"),
        ("KOFFIE", "“koffie”"),
        ("", "elzctl status"),
    ],
)
def test_an_unknown_name_is_answered_with_the_nearest(
    root: Path, capsys: pytest.CaptureFixture[str], name: str, near: str
) -> None:
    assert run(root, name) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert near in err


def test_a_number_that_two_actions_have_names_neither(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(root, ander=fiche("1.1.1"))
    assert run(root, "1.1.1") == 2
    assert "ander, koffie" in capsys.readouterr().err
    assert run(root, "ander") == 0


def test_a_fiche_that_cannot_be_read_is_not_called_unknown(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (root / "plan/actions/kapot.md").write_text("---\ntitle: [\n---\n", "utf-8")
    assert run(root, "kapot") == 1
    assert "could not be read" in capsys.readouterr().err


# In a window


@pytest.mark.parametrize("columns", [40, 80, 120])
@pytest.mark.parametrize("name", ["jonge-mantelzorgers", "2.1.3", "medicatieproject", "3", "3.2"])
def test_a_page_of_the_real_plan_fits_every_window(columns: int, name: str) -> None:
    lines = (
        in_a_window(columns, "--lang", "en", "-C", str(ROOT), "show", name, "--today", "2025-06-15")
        .split("Findings")[0]
        .splitlines()
    )
    assert max(map(len, lines)) <= columns
    assert len(lines) > 5


def test_colours_say_nothing_that_the_words_do_not(root: Path) -> None:
    call = ("-C", str(root), "show", "koffie", "--today", "2025-06-15")
    painted, bare = in_a_window(80, *call, colours=True), in_a_window(80, *call)
    assert "\x1b[" in painted
    assert plain(painted) == bare


def test_in_a_window_paragraphs_are_filled_and_references_are_numbers(tmp_path: Path) -> None:
    plan = loaded(tmp_path, koffie=KOFFIE, thee=THEE).plan
    section = plan.by_id["koffie"].body.sections[0]
    assert list(prose(section.text, plan, 40)) == [
        "Mantelzorgers staan er vaak alleen voor,",
        "zie 1.1.2 en het bewegen.",
        "",
        "* een heel lang punt met zoveel woorden",
        "  dat het op een smal scherm zeker niet",
        "  op één regel past",
        "* kort",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "| lange | tabel | met | veel | kolommen |",
        "# een kop die niet gevuld wordt",
        "```\nx = 1\n\ny  =  2\n```",
        "> een citaat van iemand",
    ],
)
def test_what_has_a_form_of_its_own_keeps_it(text: str) -> None:
    assert list(prose(text, REAL, 20)) == text.split("\n")


def test_a_text_cannot_obey_itself(tmp_path: Path) -> None:
    lines = ('title: "[b]x[/x] \\u202e"', "lead: [dienst-zorg]")
    text = "---\nnumber: 1.1.1\nstatus: running\n" + "\n".join(lines) + "\n---\n\n## Waarom?\n\n[/] \u202e [red]a\n"
    shown = in_a_window(80, "-C", str(write(tmp_path, koffie=text)), "show", "koffie")
    assert "\u202e" not in shown
    assert "1.1.1  [b]x[/x] \\u202e" in shown
    assert "[/] \\u202e [red]a" in shown


def test_a_reader_that_leaves_early_hears_nothing(tmp_path: Path) -> None:
    write(tmp_path, koffie=fiche("1.1.1", text="## Waarom?\n\n" + "Daarom.\n\n" * 20_000))
    command = f'"{sys.executable}" -m elzctl -C "{tmp_path}" show koffie | head -1'
    done = subprocess.run(["bash", "-c", command], capture_output=True, text=True, cwd=ROOT, check=False)
    assert (done.stdout, done.stderr, done.returncode) == ("1.1.1  Koffie\n", "", 0)
