"""``elzctl timeline``: a chart that fits its window, whole lines in a pipe, data, and a drawing as a file."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from dated_plans import plans
from hypothesis import given, settings
from small_plans import PLAN, ROOT, fiche, in_a_window, plain, write

from elzctl.model import Plan
from elzctl.render.columns import width
from elzctl.render.terminal import Paint
from elzctl.render.timeline_text import ASCII, BLOCKS, signs_for, timeline_chart, timeline_lines
from elzctl.views.timeline import timeline
from elzctl.wording import Language

TODAY = ("--today", "2025-03-15")
SVG = "{http://www.w3.org/2000/svg}"


def elzctl(*arguments: str, root: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    env = {**os.environ, "ELZCTL_LANG": "en", "PYTHONPATH": str(ROOT), **environment}
    command = [sys.executable, "-m", "elzctl", "-C", str(root), *arguments]
    return subprocess.run(command, capture_output=True, text=True, encoding="utf-8", env=env, check=False)


@pytest.fixture(scope="module")
def plan(tmp_path_factory: pytest.TempPathFactory) -> Path:
    steps = "steps: [{what: Zaal, done: 2025-02-03}, {what: Koek, due: eind juni 2025}, {what: Dank, due: 2025-06-30}]"
    return write(
        tmp_path_factory.mktemp("plan"),
        koffie=fiche(
            "1.1.1", "lead: [dienst-zorg]", "start: voorjaar 2025", "due: eind 2025", steps, title="Koffie zetten"
        ),
        thee=fiche("1.1.2", title="Thee zetten"),
        wandelen=fiche("1.2.1", "lead: [kring]", "start: 1999", "due: 2025-06-30", title="Wandelen"),
        taart=fiche("1.2.2", "due: 2025", "reason: Geen tijd", title="Taart", status="stopped"),
        bestuur=fiche("2.1.1", "due: 2025-10-01", title="Bestuur"),
        los=fiche("9.9.9", "start: 2025-04-01", title="Los"),
    )


def test_in_a_pipe_every_live_action_has_a_line_of_its_own(plan: Path) -> None:
    result = elzctl("timeline", *TODAY, root=plan)
    assert result.returncode == 0
    rows = [line.split("  ") for line in result.stdout.splitlines()]
    assert [[cell.strip() for cell in row if cell.strip()] for row in rows] == [
        ["1.1.1", "2025-02-03", "2025-12-31", "approximate dates", "2025-02-03 – eind 2025", "Koffie zetten"],
        ["1.2.1", "1999-01-01", "2025-06-30", "approximate dates", "1999 – 2025-06-30", "Wandelen"],
        ["2.1.1", "2025-10-01", "2025-10-01", "exact dates", "by 2025-10-01", "Bestuur"],
        ["9.9.9", "2025-04-01", "2025-04-01", "exact dates", "from 2025-04-01", "Los"],
        ["1.1.2", "-", "-", "no date", "-", "Thee zetten"],
    ]


def test_on_a_terminal_it_is_a_chart_under_the_goals_with_a_meaning_for_every_sign(plan: Path) -> None:
    shown = in_a_window(80, "--lang", "en", "-C", str(plan), "timeline", *TODAY)
    lines = shown.splitlines()
    assert all(width(line) < 80 for line in lines)
    assert lines[-1] == "1 live action without a date: 1.1.2"
    assert [line for line in lines[: lines.index("")] if line[:1] != " "] == [
        "1 Zorg dicht bij mensen",
        "1.1 Mantelzorgers worden gezien",
        next(line for line in lines if line.startswith("1.1.1")),
        "1.2 Iedereen beweegt, samen met 1.1",
        next(line for line in lines if line.startswith("1.2.1")),
        "2 Een sterke zone",
        "2.1 Goed bestuur",
        next(line for line in lines if line.startswith("2.1.1")),
        "Actions without a goal",
        next(line for line in lines if line.startswith("9.9.9")),
    ]
    coffee, walk = (next(line for line in lines if line.startswith(number)) for number in ("1.1.1", "1.2.1"))
    assert [sign for sign in coffee if sign in "●○2"] == ["●", "2"]
    assert "█" in coffee
    assert coffee.rstrip().endswith("░")
    assert "◀█" in walk
    legend = shown[shown.index("██ exact dates") :]
    for words in ("░░ approximate dates", "● step done", "○ step to do", "2 number of steps", "◀▶ goes on outside"):
        assert words in legend
    assert "│ today" in lines[0]
    column = lines[0].index("│")
    assert any(line[column : column + 1] == "│" for line in lines[3:])


@pytest.mark.parametrize("columns", [20, 30, 45, 60, 80, 120, 200])
def test_the_chart_fits_every_window(plan: Path, columns: int) -> None:
    lines = in_a_window(columns, "--lang", "nl", "-C", str(plan), "timeline", *TODAY).splitlines()
    assert max(map(width, lines)) <= max(columns - 1, 20)
    assert sum(line.startswith(("1.1.1 ", "1.2.1 ", "2.1.1 ", "9.9.9 ")) for line in lines) == 4


def test_colours_only_repeat_what_is_said(plan: Path) -> None:
    arguments = ("--lang", "en", "-C", str(plan), "timeline", *TODAY)
    painted = in_a_window(80, *arguments, colours=True)
    assert painted != in_a_window(80, *arguments) == plain(painted)


def test_a_terminal_without_blocks_gets_signs_that_it_has() -> None:
    assert signs_for("utf-8") is BLOCKS
    for encoding in ("cp1252", "ascii", "cp850", "no-such-encoding"):
        assert signs_for(encoding) is ASCII
    assert "".join(ASCII).isascii()
    assert len(set(ASCII)) == len(ASCII) == len(set(BLOCKS))


def test_a_goal_or_a_lead_narrows_it_down(plan: Path) -> None:
    def numbers(*arguments: str) -> list[str]:
        return [line.split()[0] for line in elzctl("timeline", *TODAY, *arguments, root=plan).stdout.splitlines()]

    assert numbers("--goal", "1") == ["1.1.1", "1.2.1", "1.1.2"]
    assert numbers("--goal", "samen-bewegen") == ["1.2.1"]
    assert numbers("--lead", "dienst-zorg") == ["1.1.1"]
    assert numbers("--goal", "1.2", "--lead", "kring") == ["1.2.1"]
    found = json.loads(elzctl("timeline", *TODAY, "--json", "--lead", "dienst-zorg", root=plan).stdout)
    assert found["window"] == {"first": "2025-01-01", "last": "2025-12-31"}
    nothing = elzctl("timeline", "--goal", "2", "--lead", "kring", root=plan)
    assert (nothing.returncode, nothing.stdout) == (0, "None of the 6 actions is like that.\n")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--goal", "1.3"), "“1.3” is not a value for --goal"),
        (("--lead", "kering"), "“kring”"),
        (("--out", "tijd.png"), "“tijd.png” is no SVG file"),
        (("--out", "tijd.svg", "--json"), "--out and --json do not go together"),
        (("--today", "morgen"), "“morgen” is not a day"),
        (("--out", "plan/tijd.svg"), "lies among the files that the plan is made of"),
    ],
)
def test_what_means_nothing_is_refused(plan: Path, arguments: tuple[str, ...], said: str) -> None:
    result = elzctl("timeline", *arguments, root=plan)
    assert (result.returncode, result.stdout) == (2, "")
    assert said in result.stderr
    assert not list(plan.rglob("tijd.*"))


def test_data_has_every_date_as_typed_and_as_days(plan: Path) -> None:
    text = elzctl("timeline", *TODAY, "--json", root=plan).stdout
    assert text.isascii()
    found = json.loads(text)
    assert {key: found[key] for key in ("schema_version", "today", "window", "incomplete")} == {
        "schema_version": 1,
        "today": "2025-03-15",
        "window": {"first": "2024-01-01", "last": "2025-12-31"},
        "incomplete": [],
    }
    assert [one["id"] for one in found["actions"]] == ["koffie", "wandelen", "bestuur", "los"]
    assert [one["id"] for one in found["undated"]] == ["thee"]
    coffee = found["actions"][0]
    assert coffee == {
        "id": "koffie",
        "number": "1.1.1",
        "title": "Koffie zetten",
        "path": "plan/actions/koffie.md",
        "lead": ["dienst-zorg"],
        "goal": "mantelzorg-zien",
        "strategic_goal": "zorg-dichtbij",
        "start": {"text": "2025-02-03", "first": "2025-02-03", "last": "2025-02-03"},
        "end": {"text": "eind 2025", "first": "2025-10-01", "last": "2025-12-31"},
        "approximate": True,
        "begins": True,
        "ends": True,
        "sure": {"first": "2025-02-03", "last": "2025-10-01"},
        "steps": coffee["steps"],
    }
    assert [(step["what"], step["day"], step["done"] is not None) for step in coffee["steps"]] == [
        ("Zaal", "2025-02-03", True),
        ("Koek", "2025-06-30", False),
        ("Dank", "2025-06-30", False),
    ]
    assert found["actions"][3]["goal"] is None


def test_a_drawing_is_written_in_the_language_of_the_plan(plan: Path, tmp_path: Path) -> None:
    out = tmp_path / "tijd.svg"
    result = elzctl("timeline", *TODAY, "--out", str(out), root=plan)
    assert (result.returncode, result.stdout) == (0, f"{out}\n")
    svg = ET.fromstring(out.read_bytes())
    assert svg.tag == f"{SVG}svg"
    assert [one.tag for one in svg.iter() if one.get("class") == "t-row"] == [f"{SVG}g"] * 4
    texts = ["".join(one.itertext()) for one in svg.iter(f"{SVG}text")]
    assert "vandaag" in texts
    assert "Bestuur" in texts
    first = out.read_bytes()
    elzctl("timeline", *TODAY, "--out", str(out), "--goal", "2", root=plan)
    assert out.read_bytes() != first
    elzctl("timeline", *TODAY, "--out", str(out), root=plan, PYTHONHASHSEED="7")
    assert out.read_bytes() == first


def test_a_plan_without_dates_or_actions_says_so(tmp_path: Path) -> None:
    write(tmp_path / "leeg")
    assert elzctl("timeline", root=tmp_path / "leeg").stdout.startswith("There are no actions yet")
    root = write(tmp_path / "zonder", plan=PLAN, thee=fiche("1.1.1", title="Thee"))
    assert elzctl("timeline", root=root).stdout == "1.1.1  -  -  no date  -  Thee\n"
    result = elzctl("timeline", "--out", "tijd.svg", root=root)
    assert (result.returncode, result.stdout) == (1, "")
    assert "there is nothing to draw" in result.stderr
    shown = in_a_window(80, "--lang", "en", "-C", str(root), "timeline")
    assert shown == "1 live action without a date: 1.1.1\n"
    empty = json.loads(elzctl("timeline", "--json", root=root).stdout)
    assert (empty["window"], empty["actions"]) == (None, [])


def test_what_could_not_be_read_is_told_after_the_rest(tmp_path: Path) -> None:
    root = write(tmp_path, koffie=fiche("1.1.1", "due: 2025"), stuk="---\ntitle: [\n---\n")
    result = elzctl("timeline", root=root)
    assert result.returncode == 1
    assert "plan/actions/stuk.md could not be read fully" in result.stderr
    assert json.loads(elzctl("timeline", "--json", root=root).stdout)["incomplete"] == ["plan/actions/stuk.md"]


def test_what_a_terminal_would_obey_is_shown_as_its_code(tmp_path: Path) -> None:
    title = "Koffie \u202e [b]x[/b]"
    root = write(tmp_path, koffie=fiche("1.1.1", "due: 2025", title=title))
    for shown in (elzctl("timeline", root=root).stdout, in_a_window(80, "-C", str(root), "timeline")):
        assert "\u202e" not in shown
        assert r"Koffie \u202e [b]x[/b]" in shown


@settings(max_examples=60, deadline=None)
@given(plans())
def test_whatever_the_dates_are_the_chart_fits_and_every_action_is_in_it_once(plan: Plan) -> None:
    view = timeline(plan)
    if view is None:
        return
    language, paint = Language("en"), Paint(on=False)
    for columns in (20, 59, 60, 79, 120):
        lines = list(timeline_chart(view, plan, language, paint, columns, BLOCKS, 0.5))
        assert max(map(width, lines)) <= columns
        for row in view.rows:
            assert sum(line.startswith(f"{row.action.number} ") for line in lines) == 1
    whole = list(timeline_lines(view, view.undated, plan, language))
    assert len(whole) == len(plan.actions)
    for row, line in zip(view.rows, whole, strict=False):
        assert line.startswith(f"{row.action.number} ")
        assert f"{row.start.first}  {row.end.last}" in line
