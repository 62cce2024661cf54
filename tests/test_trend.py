"""``elzctl trend``: the plan at the end of each month, in real repositories; and ``elzctl status --as-of``."""

from __future__ import annotations

import json
import xml.etree.ElementTree as ET
from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from histories import begin, commit, git
from hypothesis import given
from hypothesis import strategies as st
from in_process import Run, runner
from small_meetings import SERIES, minutes
from small_plans import GOALS, fiche, in_a_window, plain, write

from elzctl.render.trend_text import ASCII, BLOCKS, signs_for
from elzctl.views.trend import days

TODAY = ("--today", "2025-06-10")


@pytest.fixture
def zone(tmp_path: Path) -> Path:
    """January: one open action; March: it is late, one is new, one waits; April: the first is done, one is stopped."""
    root = write(begin(tmp_path / "zone"), koffie=fiche("1.1.1", "due: februari 2025"))
    commit(root, "2025-01-15")
    write(
        root,
        wandelen=fiche("1.2.1", "due: eind 2025", title="Wandelen"),
        bestuur=fiche("2.1.1", "condition: {what: subsidie}", title="Bestuur", status="waiting"),
    )
    commit(root, "2025-03-05")
    write(
        root,
        koffie=fiche("1.1.1", title="Koffie", status="done"),
        soep=fiche("1.2.2", "reason: geen geld", title="Soep", status="stopped"),
    )
    commit(root, "2025-04-30")
    return root


@pytest.fixture
def trend(zone: Path, capsys: pytest.CaptureFixture[str]) -> Run:
    return runner(zone, capsys, "trend")


def months(run: Run, *arguments: str) -> dict[str, Any]:
    """The counts by month."""
    code, out, err = run(*TODAY, *arguments, "--json")
    assert (code, err) == (0, "")
    return {one["month"]: one["counts"] and list(one["counts"].values()) for one in json.loads(out)["months"]}


def test_each_month_is_the_plan_at_its_end_seen_on_that_day(trend: Run) -> None:
    assert months(trend) == {
        # open, late, done, waiting, other, total
        "2025-01": [1, 0, 0, 0, 0, 1],
        "2025-02": [1, 0, 0, 0, 0, 1],
        "2025-03": [2, 1, 0, 1, 0, 3],
        "2025-04": [1, 0, 1, 1, 1, 4],
        "2025-05": [1, 0, 1, 1, 1, 4],
        "2025-06": [1, 0, 1, 1, 1, 4],
    }


def test_a_shape_of_data_that_stays(trend: Run, zone: Path) -> None:
    found = json.loads(trend(*TODAY, "--since", "2025-03", "--until", "2025-03", "--json")[1])
    assert found == {
        "schema_version": 1,
        "today": "2025-06-10",
        "goal": None,
        "months": [
            {
                "month": "2025-03",
                "day": "2025-03-31",
                "commit": {"id": git(zone, "rev-parse", "HEAD~1"), "day": "2025-03-05"},
                "counts": {"open": 2, "late": 1, "done": 0, "waiting": 1, "other": 0, "total": 3},
                "unreadable": 0,
            }
        ],
        "cut_off": None,
    }
    assert json.loads(trend(*TODAY, "--json")[1])["months"][-1]["day"] == "2025-06-10"


def test_a_time_can_be_asked_for(trend: Run) -> None:
    assert list(months(trend, "--since", "april 2025")) == ["2025-04", "2025-05", "2025-06"]
    assert list(months(trend, "--until", "begin 2025")) == ["2025-01", "2025-02", "2025-03"]
    assert list(months(trend, "--since", "2020")) == [f"2025-0{month}" for month in range(1, 7)]
    found = json.loads(trend("--today", "2029-12-31", "--json")[1])["months"]
    assert (len(found), found[0]["month"], found[-1]["day"]) == (24, "2028-01", "2029-12-31")


def test_a_goal_is_followed_through_its_numbers(trend: Run, zone: Path) -> None:
    assert months(trend, "--goal", "1.2")["2025-03"] == [1, 0, 0, 0, 0, 1]
    assert months(trend, "--goal", "sterke-zone")["2025-04"] == [0, 0, 0, 1, 0, 1]
    write(
        zone,
        goals=GOALS.replace("number: 1.2\n", "number: 1.3\n")
        + "    - id: nieuw\n      number: 2.2\n      title: Nieuw\n",
    )
    for name, number in (("wandelen", "1.3.1"), ("soep", "1.3.2")):
        path = zone / f"plan/actions/{name}.md"
        path.write_text(path.read_text("utf-8").replace("number: 1.2.", f"number: {number[:4]}"), "utf-8")
    commit(zone, "2025-05-20")
    assert months(trend, "--goal", "1.3") == months(trend, "--goal", "samen-bewegen")
    assert months(trend, "--goal", "1.3")["2025-03"] == [1, 0, 0, 0, 0, 1]
    # Missing is missing, and never nothing.
    assert months(trend, "--goal", "nieuw")["2025-04"] is None
    assert months(trend, "--goal", "nieuw")["2025-05"] == [0, 0, 0, 0, 0, 0]
    assert "2025-04     -" in trend(*TODAY, "--goal", "nieuw")[1]


def test_what_cannot_be_read_is_not_counted_and_told(trend: Run, zone: Path) -> None:
    (zone / "plan/actions/wandelen.md").write_text("---\nnumber: [\n---\n", "utf-8")
    commit(zone, "2025-05-05")
    code, out, err = trend(*TODAY)
    assert code == 0
    assert err == "What could not be read is not counted: 1 file in 2025-05, 1 file in 2025-06.\n"
    assert out.splitlines()[-1].split()[-1] == "3"
    assert json.loads(trend(*TODAY, "--json")[1])["months"][-1]["unreadable"] == 1


def test_before_there_was_a_plan_nothing_is_known(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    root = begin(tmp_path / "leeg")
    (root / "LEESMIJ").write_text("x", "utf-8")
    commit(root, "2025-04-01")
    write(root, koffie=fiche("1.1.1"))
    commit(root, "2025-06-01")
    run = runner(root, capsys, "trend")
    assert months(run) == {"2025-04": None, "2025-05": None, "2025-06": [1, 0, 0, 0, 0, 1]}
    assert months(run, "--goal", "1.1")["2025-05"] is None
    assert "2025-05     -     -     -        -       -       -\n" in run(*TODAY)[1]


def test_two_commits_in_a_month_and_one_out_of_order_give_the_last_up_to_its_end(trend: Run, zone: Path) -> None:
    write(zone, thee=fiche("1.1.2", title="Thee"))
    commit(zone, "2025-04-30T23:59:00+02:00")
    assert months(trend)["2025-04"][-1] == 5
    write(zone, melk=fiche("1.1.3", title="Melk"))
    commit(zone, "2099-01-01")
    assert months(trend)["2025-06"][-1] == 5
    write(zone, water=fiche("1.1.4", title="Water"))
    commit(zone, "2025-06-01")
    assert months(trend)["2025-06"][-1] == 7


def test_a_pipe_has_a_month_on_each_line(trend: Run) -> None:
    code, out, err = trend(*TODAY, "--since", "2025-03")
    assert (code, err) == (0, "")
    assert out.splitlines() == [
        "month    open  late  done  waiting  others  in all",
        "2025-03     2     1     0        1       0       3",
        "2025-04     1     0     1        1       1       4",
        "2025-05     1     0     1        1       1       4",
        "2025-06     1     0     1        1       1       4",
    ]


@pytest.mark.parametrize("columns", [40, 60, 80, 130])
def test_a_window_is_filled_and_never_passed(columns: int, zone: Path) -> None:
    shown = plain(in_a_window(columns, "--lang", "en", "-C", str(zone), "trend", *TODAY, colours=True))
    lines = shown.splitlines()
    assert max(map(len, lines)) < columns
    drawn = {line.split()[0]: line for line in lines[8:13] if line}
    assert "▅▅█▅▅▅  1 → 1" in drawn["open"]
    assert "▁▁▁███  0 → 1" in drawn["done"]


def test_a_terminal_without_blocks_gets_signs_that_it_has() -> None:
    assert (signs_for("utf-8"), signs_for("cp1252"), signs_for("geen")) == (BLOCKS, ASCII, ASCII)


def test_the_drawing_says_everything_in_words_too(trend: Run, zone: Path) -> None:
    code, out, err = trend(*TODAY, "--svg", "verloop.svg")
    assert (code, err, out.strip().endswith("verloop.svg")) == (0, "", True)
    first = (zone / "verloop.svg").read_bytes()
    drawing = ET.fromstring(first)
    name = "{http://www.w3.org/2000/svg}"
    described = drawing.findtext(f"{name}desc") or ""
    assert drawing.get("role") == "img"
    assert (drawing.findtext(f"{name}title") or "").endswith("Actieplan 2025")
    assert "2025-03: 2 open" in described
    assert len(drawing.findall(f"{name}rect")) > 10
    words = [one.text for one in drawing.findall(f"{name}text")]
    assert {"1 → 1", "0 → 1", "2025"} <= set(words)
    trend(*TODAY, "--svg", "verloop.svg")
    assert (zone / "verloop.svg").read_bytes() == first


def test_a_hostile_title_is_text_in_the_drawing(trend: Run, zone: Path) -> None:
    write(zone, goals=GOALS.replace("Een sterke zone", "'</title><script>x</script>\\x1b'"))
    commit(zone, "2025-05-05")
    assert trend(*TODAY, "--goal", "2", "--svg", "x.svg")[0] == 0
    assert b"<script" not in (zone / "x.svg").read_bytes()
    ET.fromstring((zone / "x.svg").read_bytes())


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        (("--svg", "x.svg", "--json"), "--svg and --json do not go together"),
        (("--svg", "x.png"), "“x.png” is no SVG file"),
        (("--svg", "plan/x.svg"), "plan lies among the files that the plan is made of"),
        (("--goal", "9"), "“9” is not a value for --goal"),
        (("--since", "ooit"), "--since: “ooit” is not a date that elzctl can read"),
        (("--since", "2026"), "--since: “2026” is still to come"),
        (("--until", "2024"), "There is no commit up to 2024-12-31"),
        (("--today", "morgen"), "“morgen” is not a day"),
    ],
)
def test_what_cannot_be_counted_is_one_clear_line(arguments: tuple[str, ...], expected: str, trend: Run) -> None:
    code, out, err = trend(*(TODAY if "--today" not in arguments else ()), *arguments)
    assert (code, out) == (2, "")
    assert err.startswith(f"error: {expected}")
    assert len(err.splitlines()) == 2


def test_more_months_than_anybody_reads_are_refused(trend: Run, zone: Path) -> None:
    write(zone, thee=fiche("1.1.2", title="Thee"))
    commit(zone, "1970-01-02")
    assert len(months(trend)) == 24
    code, _, err = trend(*TODAY, "--since", "1960")
    assert (code, err.splitlines()[0]) == (2, "error: These are more than 240 months")
    assert len(months(trend, "--since", "2010")) == 186


@given(st.dates(), st.dates())
def test_every_month_has_one_day(one: date, other: date) -> None:
    first, last = sorted((one, other))
    if (last.year - first.year) * 12 > 5_000:
        return
    found = list(days(first, last))
    assert found[-1] == last
    assert len(found) == (last.year - first.year) * 12 + last.month - first.month + 1
    assert all(before < after and before.month % 12 + 1 == after.month for before, after in pairwise(found))


# The plan as it stood.


@pytest.fixture
def status(zone: Path, capsys: pytest.CaptureFixture[str]) -> Run:
    return runner(zone, capsys, "status")


def standing(run: Run, *arguments: str) -> dict[str, str]:
    return {one["id"]: one["standing"] for one in json.loads(run(*arguments, "--json")[1])["actions"]}


def test_the_plan_is_shown_as_it_stood_on_that_day(status: Run, zone: Path) -> None:
    assert standing(status, "--as-of", "2025-02-28") == {"koffie": "due-soon"}
    assert standing(status, "--as-of", "maart 2025") == {"koffie": "late", "wandelen": "on-track", "bestuur": "waiting"}
    for name in ("HEAD~1", "HEAD^", git(zone, "rev-parse", "HEAD~1")[:9]):
        assert standing(status, "--as-of", name) == standing(status, "--as-of", "2025-03-05")
    assert standing(status, "--as-of", "2025-01-20", "--today", "2025-06-10") == {"koffie": "late"}


def test_which_commit_is_shown_is_said_and_told_as_data(status: Run, zone: Path) -> None:
    full = git(zone, "rev-parse", "HEAD~1")
    code, out, err = status("--as-of", "2025-03-31", "--late")
    assert (code, out.splitlines()[0].split()[0]) == (0, "1.1.1")
    assert err == f"This is the plan of commit {full[:10]} of 2025-03-05, seen on 2025-03-31.\n"
    found = json.loads(status("--as-of", "2025-03-31", "--json")[1])
    assert (found["as_of"], found["today"]) == ({"id": full, "day": "2025-03-05"}, "2025-03-31")
    assert json.loads(status("--json")[1])["as_of"] is None


def test_the_other_options_hold_for_the_plan_of_then(status: Run) -> None:
    assert standing(status, "--as-of", "2025-03-31", "--goal", "1.1") == {"koffie": "late"}
    assert status("--as-of", "2025-03-31", "--fail-on", "late")[0] == 1
    assert status("--as-of", "2025-01-31", "--goal", "1.2", "--json")[0] == 0
    assert "Mantelzorgers worden gezien" in status("--as-of", "2025-03-31", "--by", "goal")[1]


def test_points_are_shown_as_they_stood_too(status: Run, zone: Path) -> None:
    (zone / "meetings").mkdir()
    (zone / "meetings/series.yaml").write_text(SERIES, "utf-8")
    path = zone / "meetings/2025-05-13-overleg.md"
    path.write_text(
        minutes("2025-05-13", text="## 1. Signalen\n\n- [ ] Zaal zoeken @kring tegen:2025-05-20\n"), "utf-8"
    )
    commit(zone, "2025-05-14")
    path.write_text(
        minutes("2025-05-13", text="## 1. Signalen\n\n- [x] Zaal zoeken @kring tegen:2025-05-20 op:2025-05-19\n"),
        "utf-8",
    )
    commit(zone, "2025-06-14")
    points = [
        json.loads(status("--points", "--as-of", day, "--closed", "--json")[1])["points"]
        for day in ("2025-05-31", "2025-06-30")
    ]
    assert [one[0]["standing"] for one in points] == ["late", "closed"]
    assert "Zaal zoeken" in status("--points", "--as-of", "2025-05-31")[1]
    assert status("--as-of", "2025-05-31", "--mine", "kring")[0] == 0


@pytest.mark.parametrize(
    ("as_of", "expected", "hint"),
    [
        ("2024", "There is no commit up to 2024-12-31", "The first one is of 2025-01-15."),
        ("2099", "--as-of: “2099” is still to come", "Give a day up to today."),
        ("geen-tak", "There is no revision “geen-tak”", "Give a date, such as 2025-03-31, or the name of a branch"),
        ("maart", "There is no revision “maart”", "Give a date, such as 2025-03-31, or the name of a branch"),
    ],
)
def test_what_never_stood_is_one_clear_line(as_of: str, expected: str, hint: str, status: Run) -> None:
    code, out, err = status("--as-of", as_of)
    assert (code, out) == (2, "")
    assert err.startswith(f"error: {expected}\nhelp: {hint}")


def test_what_could_not_be_read_then_is_no_matter_for_validate_now(status: Run, zone: Path) -> None:
    path = zone / "plan/actions/koffie.md"
    whole = path.read_text("utf-8")
    path.write_text("---\nnumber: [\n---\n", "utf-8")
    commit(zone, "2025-05-05")
    path.write_text(whole, "utf-8")
    commit(zone, "2025-05-06")
    code, _, err = status("--as-of", "2025-05-05")
    assert code == 1
    assert "1 file could not be read fully as it was then (plan/actions/koffie.md)." in err
    assert "elzctl validate" not in err


def test_one_month_has_no_drawing_and_no_hole(zone: Path) -> None:
    from elzctl.render.terminal import Paint
    from elzctl.render.trend_text import BLOCKS, trend_text
    from elzctl.views.trend import Counts, Month
    from elzctl.wording import Language

    months = [Month(date(2025, 1, 31), Counts(1, 0, 0, 0, 0))]
    lines = list(trend_text(months, Language("en"), Paint(on=False), 80, BLOCKS))
    assert [place for place, line in enumerate(lines) if not line] == [2]
