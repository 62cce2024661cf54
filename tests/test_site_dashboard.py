"""The dashboard: the same numbers as ``elzctl status --json``, each beside its bar, and what is missing is not 0."""

from __future__ import annotations

import json
import re
from collections import Counter
from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import Element

import pytest
from drawn_meetings import met
from histories import begin, commit
from in_process import runner
from small_plans import PLAN, ROOT, fiche, loaded, write
from tinyhtml5.parser import HTMLParser

from elzctl.load import load
from elzctl.model import Plan
from elzctl.render.dashboard_json import dashboard_data
from elzctl.render.site.options import Options
from elzctl.render.site.whole import site_files
from elzctl.tree import WorkTree
from elzctl.views.dashboard import Age, Sign, dashboard
from elzctl.views.trend import Counts, Month

DAY = date(2025, 11, 26)
ENGLISH = f"{PLAN}language: en\n"
XHTML = "{http://www.w3.org/1999/xhtml}"


def page_of(plan: Plan, day: date = DAY, options: Options | None = None) -> Element:
    files = site_files(plan, day, None, options)
    parser = HTMLParser()
    tree = parser.parse(
        files["stand-van-zaken.html" if plan.settings.language.value == "nl" else "dashboard.html"].decode()
    )
    assert parser.errors == []
    root: Element = tree.getroot() if hasattr(tree, "getroot") else tree
    return root


def words(element: Element) -> str:
    return " ".join("".join(element.itertext()).split())


def tables(page: Element) -> dict[str, list[list[str]]]:
    """The rows of each table by its caption; the cell of the bar is left out."""
    found = {}
    for table in page.iter(f"{XHTML}table"):
        (caption,) = table.iter(f"{XHTML}caption")
        found[words(caption)] = [
            [words(cell) for cell in row if cell.get("class") != "bars"] for row in table.iter(f"{XHTML}tr")
        ]
    return found


def totals(page: Element) -> dict[str, int]:
    (board,) = (one for one in page.iter(f"{XHTML}dl") if one.get("class") == "totals")
    return {words(pair[0]): int(words(pair[1])) for pair in board}


def status_json(root: Path, capsys: pytest.CaptureFixture[str], day: date = DAY) -> Any:
    _, out, _ = runner(root, capsys, "status")("--json", "--today", day.isoformat())
    return json.loads(out)


@pytest.mark.parametrize("which", ["own", "small"])
def test_its_numbers_are_those_of_status_json(which: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    root = ROOT if which == "own" else met(tmp_path)
    plan = load(WorkTree(root)).plan
    data = status_json(root, capsys)
    board = dashboard(plan, DAY)
    counts = data["counts"]
    assert board.counts.total == counts["total"]
    assert {one.value: number for one, number in board.counts.standing.items()} == counts["standing"]
    assert (board.counts.live, board.counts.no_lead) == (counts["live"], counts["no_lead"])
    by_goal = Counter((one["goal"] and one["goal"]["id"], one["status"]) for one in data["actions"])
    above = {goal.id for goal in plan.strategic_goals}
    shown = Counter({
        (row.goal.id if row.goal else None, status.value if status else None): number
        for row in board.goals if row.goal is None or row.goal.id not in above
        for status, number in row.statuses.items()
    })  # fmt: skip
    assert shown == by_goal


def test_the_page_shows_these_numbers(capsys: pytest.CaptureFixture[str]) -> None:
    plan = load(WorkTree(ROOT)).plan
    data = status_json(ROOT, capsys)
    page = page_of(plan)
    found = sorted(totals(page).values())
    counts = data["counts"]
    assert found == sorted([counts["total"], counts["live"], counts["no_lead"], *counts["standing"].values()])
    states, deadlines = list(tables(page).values())[:2]
    statuses = Counter(one["status"] for one in data["actions"])
    gone = sum(statuses[one] for one in ("moved", "merged", "not-retained", "stopped"))
    kept = [statuses[one] for one in ("done", "running", "planned", "proposed", "waiting", "on-hold") if statuses[one]]
    assert [int(cell) for cell in states[-1][1:]] == [*kept, gone, counts["total"]]
    standing = [value for value in counts["standing"].values() if value]
    assert [int(cell) for cell in deadlines[-1][1:]] == [*standing, counts["total"]]
    for table in (states, deadlines):
        strategic = [row for row in table[1:-1] if re.match(r"\d ", row[0])]
        for place in range(1, len(table[0])):
            assert sum(int(row[place]) for row in strategic) == int(table[-1][place])


AGES = {
    "month": "less than a month ago",
    "quarter": "1 to 3 months ago",
    "half-year": "3 to 6 months ago",
    "year": "6 months to a year ago",
    "older": "more than a year ago",
    "never": "no day is known",
}


@pytest.mark.parametrize("committed", [True, False])
def test_all_numbers_of_the_page_are_those_of_status_json(
    committed: bool, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    root = met(begin(tmp_path / "zone") if committed else tmp_path / "zone")
    more = ("lead: [kring]", "partners: [dienst-zorg]", "target_groups: [mantelzorgers]")
    fiches = {
        "een": fiche("1.1.7", *more, "steps: [{what: a, done: 2025-03-01}, {what: b, due: 2024-01-01}, {what: c}]"),
        "twee": fiche("1.2.8", *more, "due: 2026", INDICATORS, "updates: [{on: 2025-11-20, note: goed}]"),
        "drie": fiche("2.1.9", *more, "steps: [{what: a, due: 2027-12-01}]"),
    }
    for name, text in fiches.items():
        (root / "plan" / "actions" / f"{name}.md").write_text(text, "utf-8")
        if committed:
            commit(root, "2025-06-15" if name == "een" else "2025-11-21")
    assert runner(root, capsys, "site", "--out=public", "--draft", f"--today={DAY}")()[0] == 0
    parser = HTMLParser()
    tree = parser.parse((root / "public" / "dashboard.html").read_text("utf-8"))
    found = tables(tree.getroot() if hasattr(tree, "getroot") else tree)
    data = status_json(root, capsys)["dashboard"]

    def of(caption: str) -> list[list[str]]:
        (rows,) = (rows for known, rows in found.items() if known.startswith(caption))
        return rows[1:]

    months = [[int(cell) for cell in row[1:]] for row in of("Steps by the month")]
    assert months == [
        [one["done"], one["late"], one["to_do"], one["done"] + one["late"] + one["to_do"]] for one in data["months"]
    ]
    ages = Counter(one["age"] for one in data["freshness"])
    assert {row[0]: int(row[1]) for row in of("Live actions by the last day")[:-1]} == {
        words: ages[age] for age, words in AGES.items()
    }
    assert any(one["sign"] == "commit" for one in data["freshness"]) is committed
    assert [[int(cell) for cell in row[1:]] for row in of("Live actions by who")] == [
        [one["leads"], one["partners"], one["all"]] for one in data["load"]
    ]
    assert [[int(cell) for cell in row[1:]] for row in of("Live actions by target group")] == [
        [*one["counts"], one["total"]] for one in data["target_groups"]["rows"]
    ]
    known = [one for one in data["indicators"] if one["value"] is not None]
    assert [(row[-3].split()[0], row[-1]) for row in of("Indicators with a value")] == [
        (one["value"]["text"], {True: "yes", False: "no", None: "cannot be said"}[one["reached"]]) for one in known
    ]
    assert known
    assert data["undated_steps"] >= 1
    strategic = [one for one in data["goals"] if one["number"] is None or "." not in one["number"]]
    assert [int(row[-1]) for row in of("Deadlines by strategic goal")[:-1]] == [
        one["counts"]["total"] for one in strategic
    ]


def test_what_is_narrowed_down_has_no_numbers_of_the_whole(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    _, out, _ = runner(met(tmp_path), capsys, "status")("--json", "--lead", "kring")
    assert json.loads(out)["dashboard"] is None


def test_every_bar_is_as_long_as_the_numbers_beside_it() -> None:
    page = page_of(load(WorkTree(ROOT)).plan)
    for table in page.iter(f"{XHTML}table"):
        rows = [row for row in table.iter(f"{XHTML}tr") if row.find(f"{XHTML}td") is not None]
        lengths = {}
        for row in rows:
            bars = [cell for cell in row if cell.get("class") == "bars"]
            numbers = [
                int(words(cell)) for cell in row if (cell.get("class") or "").startswith("n") and words(cell).isdigit()
            ]
            if bars and len(numbers) > 1:
                width = sum(
                    float((one.get("width") or "").rstrip("%")) for one in bars[0].iter() if one.tag.endswith("rect")
                )
                lengths[width] = max(numbers)
        widest = max(lengths, default=0)
        for width, number in lengths.items():
            if width:
                assert abs(width / widest - number / lengths[widest]) < 0.01


def test_parts_of_a_bar_differ_by_pattern_and_are_explained() -> None:
    page = page_of(load(WorkTree(ROOT)).plan)
    patterns = {
        one.get("id"): "".join(f"{part.tag}{sorted(part.items())}" for part in one)
        for one in page.iter()
        if one.tag.endswith("pattern")
    }
    plain = {name: re.sub(r"\('(?:class|fill)', '[^']*'\)", "", drawn) for name, drawn in patterns.items()}
    for board in page.iter(f"{XHTML}section"):
        legends = [one for one in board.iter(f"{XHTML}ul") if one.get("class") == "legend"]
        drawn = {
            one.get("fill") for table in board.iter(f"{XHTML}table") for one in table.iter() if one.tag.endswith("rect")
        }
        named = {one.get("fill") for legend in legends for one in legend.iter() if one.tag.endswith("rect")}
        assert not named or drawn <= named
        # Without their colours they are still not the same, but for a ground that is plain: full or empty.
        shapes = [plain[one.removeprefix("url(#").removesuffix(")")] for one in named if one]
        assert len(set(shapes)) >= len(shapes) - 1
    assert not any(one.get("style") for one in page.iter())


INDICATORS = """indicators:
  - {kind: output, what: Gasten, target: 40, unit: gasten, measured: [{on: 2025-06-30, value: 30}]}
  - {kind: output, what: Klachten, target: 0, unit: klachten, measured: [{on: 2025-06-30, value: 0}]}
  - {kind: output, what: Koppen, target: 10, unit: koppen}
  - {kind: output, what: Lepels, target: 10, unit: lepels, measured: [{on: 2024-06-30, value: 8}]}"""


def test_what_was_not_measured_is_missing_and_not_nothing(tmp_path: Path) -> None:
    plan = loaded(tmp_path, plan=ENGLISH, koffie=fiche("1.1.1", INDICATORS)).plan
    page = page_of(plan)
    rows = next(rows for rows in tables(page).values() if "Indicator" in rows[0][0])
    assert [row[0].partition(" (")[0] for row in rows[1:]] == ["Gasten", "Klachten"]
    assert rows[1][1:] in (
        ["30 van 40 gasten (75 %)", "40 gasten", "nee"],
        ["30 of 40 gasten (75 %)", "40 gasten", "no"],
    )
    assert "%" not in rows[2][1]
    said = words(page)
    assert "2 (50 %) of 4 indicators" in said
    assert "The only value that can be compared with a target did not reach it." in said


RESULTS = """indicators:
  - {kind: output, what: Tassen, target: 100, measured: [{on: 2025-03-01, value: 40}, {on: 2025-12-15, value: 87}]}
  - {kind: output, what: Koppen, target: 100, measured: [{on: 2024-10-15, value: 70}]}
  - {kind: output, what: Lepels, target: 100, measured: [{on: 2026-01-04, value: 60}]}"""


def results(root: Path, of: str, day: date) -> tuple[dict[str, str], str]:
    """What was measured by then, as the data and the page of a plan tell it; and of which year the page says that it is."""
    year = f"year: {of}\n" if of else ""
    plan = loaded(root, plan=ENGLISH.replace("year: 2025\n", year), koffie=fiche("1.1.1", RESULTS)).plan
    data = dashboard_data(dashboard(plan, day))
    page = page_of(plan, day)
    (told,) = re.findall(r"of the live actions ha(?:s|ve) (?:a|no) value in ([^.]*)\.", words(page))
    found = {one["what"]: one["value"]["text"] for one in data["indicators"] if one["value"] is not None}
    for rows in (rows for caption, rows in tables(page).items() if caption == "Indicators with a value"):
        assert [row[0].partition(" (")[0] for row in rows[1:]] == list(found)
    return found, told


@pytest.mark.parametrize(
    ("of", "day", "expected", "said"),
    [
        ("2025", date(2025, 6, 1), {"Tassen": "40"}, "2025"),
        ("2025", date(2025, 12, 20), {"Tassen": "87"}, "2025"),
        ("2025", date(2025, 12, 31), {"Tassen": "87"}, "2025"),
        # The plan is over: its results are what they were.
        ("2025", date(2026, 1, 1), {"Tassen": "87"}, "2025"),
        ("2025", date(2031, 7, 1), {"Tassen": "87"}, "2025"),
        # Not begun yet: what is known of this year up to now.
        ("2026", date(2025, 6, 1), {"Tassen": "40"}, "2025"),
        # A plan of more years is looked at year by year.
        ("2024 - 2025", date(2024, 12, 1), {"Koppen": "70"}, "2024"),
        ("2024 - 2025", date(2026, 1, 5), {"Tassen": "87"}, "2025"),
        # A year of twelve months that reaches over New Year is one.
        ("schooljaar 2024-2025", date(2024, 9, 1), {}, "school year 2024-2025"),
        ("schooljaar 2024-2025", date(2025, 4, 1), {"Tassen": "40", "Koppen": "70"}, "school year 2024-2025"),
        ("schooljaar 2025-2026", date(2026, 1, 5), {"Tassen": "87", "Lepels": "60"}, "school year 2025-2026"),
        ("schooljaar 2024-2025", date(2026, 1, 5), {"Tassen": "40", "Koppen": "70"}, "school year 2024-2025"),
        ("schooljaar 2025-2026", date(2025, 6, 1), {"Tassen": "40"}, "2025"),
        # Nobody said which year it is of: it is the one of the day.
        ("", date(2025, 12, 31), {"Tassen": "87"}, "2025"),
        ("", date(2026, 1, 5), {"Lepels": "60"}, "2026"),
    ],
)
def test_results_are_of_this_year_and_of_a_plan_that_is_over_they_are_of_its_own(
    tmp_path: Path, of: str, day: date, expected: dict[str, str], said: str
) -> None:
    found, told = results(tmp_path, of, day)
    assert (found, told) == (expected, said)


def test_meetings_that_are_counted_are_those_of_a_plan_that_is_over(tmp_path: Path) -> None:
    root = met(tmp_path)
    held = "indicators: [{kind: process, what: Overleg, target: 2, count: overleg}]"
    (root / "plan" / "actions" / "een.md").write_text(fiche("1.1.7", held), "utf-8")
    plan = load(WorkTree(root)).plan
    for day in (date(2025, 12, 31), date(2026, 1, 5)):
        (row,) = (row for row in dashboard(plan, day).indicators if row.counted is not None)
        assert row.value is not None
        assert (row.value.text, row.percent) == ("1", 50)


def test_a_count_says_which_meetings_do_not_count_yet() -> None:
    page = site_files(load(WorkTree(ROOT)).plan, date(2025, 12, 31))["stand-van-zaken.html"].decode()
    (row,) = re.findall('<th scope="row">Stuurgroepen BOV (.*?)</th>', page)
    assert row.endswith("<br>Nog niet goedgekeurd: 4 december 2025")


def test_the_data_says_of_which_year_results_are(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    root = write(tmp_path, koffie=fiche("1.1.1", RESULTS))
    data = status_json(root, capsys, date(2026, 1, 5))["dashboard"]
    assert data["results"] == {"first": "2025-01-01", "last": "2025-12-31"}
    assert [one["value"] and one["value"]["text"] for one in data["indicators"]] == ["87", None, None]
    assert [one["percent"] for one in data["indicators"]] == [87, None, None]


def test_steps_stand_in_the_month_in_which_they_end_and_those_without_a_date_are_counted_apart(tmp_path: Path) -> None:
    steps = (
        "steps:",
        "  - {what: a, due: 2025-10-01}",
        "  - {what: b, due: 2025-12-05}",
        "  - {what: c, due: december 2025, done: 2025-11-01}",
        "  - {what: d, due: 2026}",
        "  - {what: e}",
        "  - {what: f, due: 2021}",
        "  - {what: g, due: 2022}",
    )
    plan = loaded(tmp_path, koffie=fiche("1.1.1", *steps), thee=fiche("1.1.2", *steps, status="stopped")).plan
    board = dashboard(plan, DAY)
    found = [
        (f"{one.first:%Y-%m}", f"{one.last:%Y-%m}", one.done, one.late, one.to_do) for one in board.months if one.total
    ]
    assert found == [
        ("2021-12", "2024-10", 0, 2, 0),
        ("2025-10", "2025-10", 0, 1, 0),
        ("2025-12", "2025-12", 1, 0, 1),
        ("2026-12", "2026-12", 0, 0, 1),
    ]
    assert board.undated == 1
    assert all(before.last < after.first for before, after in zip(board.months, board.months[1:], strict=False))


def test_an_action_is_as_fresh_as_the_last_day_that_is_known_of_it(tmp_path: Path) -> None:
    root = met(tmp_path / "met")
    plan = loaded(
        tmp_path / "x",
        een=fiche("1.1.1", "steps: [{what: a, done: 2025-03-01}]", "updates: [{on: 2025-11-20, note: goed}]"),
        twee=fiche("1.1.2", INDICATORS),
        drie=fiche("1.1.3", "steps: [{what: a, due: 2025-03-01}]"),
        vier=fiche("1.1.4", "updates: [{on: 2026-01-01, note: later}]"),
        stil=fiche("1.1.5", status="stopped"),
    ).plan
    found = {one.row.action.id: (one.age, one.sign) for one in dashboard(plan, DAY).fresh}
    assert found == {
        "een": (Age.MONTH, Sign.UPDATE),
        "twee": (Age.HALF_YEAR, Sign.MEASURED),
        "drie": (Age.NEVER, None),
        "vier": (Age.NEVER, None),
    }
    later = dashboard(plan, DAY, {"plan/actions/drie.md": date(2025, 10, 1)}).fresh
    assert {one.row.action.id: one.sign for one in later}["drie"] is Sign.COMMIT
    winter = dashboard(load(WorkTree(root)).plan, date(2025, 2, 1)).fresh
    assert {one.row.action.id: (one.day, one.sign) for one in winter}["koffie"] == (date(2025, 1, 14), Sign.MEETING)


def test_without_the_months_before_the_page_does_not_speak_of_them(tmp_path: Path) -> None:
    plan = loaded(tmp_path, plan=ENGLISH, koffie=fiche("1.1.1")).plan
    known = {"plan/actions/koffie.md": date(2025, 3, 1)}
    for options in (Options(), Options(history=True), Options(touched=known), Options(history=True, touched=known)):
        page = words(page_of(plan, DAY, options))
        assert "When the actions were last touched" in page
        assert not re.search(r"month after month|month to month|--trend|history", page, re.IGNORECASE)


def test_a_date_that_is_longer_than_a_day_stays_as_long_and_counts_on_its_last_day(tmp_path: Path) -> None:
    root = tmp_path / "x"
    plan = loaded(
        root,
        oud=fiche("1.1.1", "steps: [{what: a, done: 2023}]"),
        lente=fiche("1.1.2", "steps: [{what: a, done: begin 2025}, {what: b, done: 2024-12-24}]"),
        dag=fiche("1.1.3", "updates: [{on: 2025-02-03, note: goed}]"),
        nu=fiche("1.1.4", "steps: [{what: a, done: 2025}]"),
        straks=fiche("1.1.5", "steps: [{what: a, done: 2026}]"),
    ).plan
    found = {one.row.action.id: (one.day, one.age) for one in dashboard(plan, DAY).fresh}
    assert found["oud"] == (date(2023, 12, 31), Age.OLDER)
    assert found["nu"] == (DAY, Age.MONTH)
    assert found["straks"] == (None, Age.NEVER)
    rows = {one["action"]: (one["day"], one["when"]) for one in dashboard_data(dashboard(plan, DAY))["freshness"]}
    assert rows == {
        "oud": (None, "2023"),
        "lente": (None, "begin 2025"),
        "dag": ("2025-02-03", None),
        "nu": (None, "2025"),
        "straks": (None, None),
    }
    write(root, plan=ENGLISH)
    page = words(page_of(load(WorkTree(root)).plan))
    assert "– 2023, a step done" in page
    assert "– early 2025, a step done" in page
    assert "1 January 2023" not in page
    assert page.index("– 2023, a step done") < page.index("– 3 February 2025") < page.index("– early 2025, a step done")


def test_a_day_on_which_git_took_in_most_of_the_plan_says_nothing_of_one_action(tmp_path: Path) -> None:
    names = [f"actie-{number}" for number in range(1, 13)]
    fiches = {name: fiche(f"1.1.{number}") for number, name in enumerate(names, 1)}
    plan = loaded(tmp_path, **{name.replace("-", "_"): text for name, text in fiches.items()}).plan
    paths = [action.path for action in plan.actions]
    assert len(paths) == 12

    def known(committed: dict[str, date]) -> int:
        return sum(one.sign is Sign.COMMIT for one in dashboard(plan, DAY, committed).fresh)

    brought = dict.fromkeys(paths, date(2025, 11, 20))
    assert known(brought) == 0
    edited = dict.fromkeys(paths[:4], date(2025, 11, 24))
    assert known(brought | edited) == 4
    assert {one.day for one in dashboard(plan, DAY, brought | edited).fresh} == {None, date(2025, 11, 24)}
    assert known(brought | dict.fromkeys(paths[:5], date(2025, 11, 24))) == 0
    assert known({path: date(2025, 11, 10 + number) for number, path in enumerate(paths)}) == 12


def test_no_month_is_left_out_between_the_rows_of_steps(tmp_path: Path) -> None:
    steps = "steps: [{what: a, due: 2023-12-10}, {what: b, due: 2024-08-10}, {what: c, due: 2025-12-10}, {what: d, due: 2029-02-10}]"
    months = dashboard(loaded(tmp_path, een=fiche("1.1.1", steps)).plan, DAY).months
    for before, after in pairwise(months):
        assert (before.last.year * 12 + before.last.month) + 1 == after.first.year * 12 + after.first.month
    assert (months[0].first, months[-1].last) == (date(2023, 12, 1), date(2029, 2, 1))
    assert sum(one.total for one in months) == 4


def test_target_groups_and_who_carries_are_counted_once_for_each_action(tmp_path: Path) -> None:
    lines = ("lead: [kring]", "partners: [kring, dienst-zorg]", "target_groups: [scholen, mantelzorgers]")
    plan = loaded(
        tmp_path, een=fiche("1.1.1", *lines), twee=fiche("2.1.1", *lines), drie=fiche("1.1.2", *lines, status="done")
    ).plan
    board = dashboard(plan, DAY)
    assert [(one.group, one.cells, one.total) for one in board.served] == [
        ("mantelzorgers", (1, 1), 2),
        ("scholen", (1, 1), 2),
    ]
    assert [(one.actor, len(one.leads), len(one.partners)) for one in board.carriers] == [
        ("kring", 2, 0),
        ("dienst-zorg", 0, 2),
    ]


def test_the_months_before_are_shown_when_they_are_given(tmp_path: Path) -> None:
    plan = loaded(tmp_path, plan=ENGLISH, koffie=fiche("1.1.1")).plan
    months = (Month(date(2025, 9, 30), None), Month(date(2025, 10, 31), Counts(5, 2, 1, 0, 3)))
    page = page_of(plan, options=Options(trend=months))
    (rows,) = (rows for caption, rows in tables(page).items() if "month" in caption.lower() and "Steps" not in caption)
    assert [row[1:] for row in rows[1:]] == [["–"] * 6, ["1", "3", "2", "0", "3", "9"]]
    assert "Month after month" in words(page)


def test_the_words_of_the_numbers_are_explained(tmp_path: Path) -> None:
    plan = loaded(tmp_path, plan=ENGLISH.replace("warn_before: 30", "warn_before: 14"), koffie=fiche("1.1.1")).plan
    said = words(page_of(plan))
    assert "due soon: a deadline within 14 days" in said
    assert "stub: done, on hold, stopped, moved, merged or not retained" in said


def test_a_plan_without_actions_has_no_dashboard_and_no_link_to_one(tmp_path: Path) -> None:
    plan = loaded(tmp_path, plan=ENGLISH).plan
    files = site_files(plan, DAY)
    assert "dashboard.html" not in files
    assert not any(b"dashboard.html" in data for path, data in files.items() if path.endswith(".html"))


def test_a_plan_without_goals_or_dates_has_one(tmp_path: Path) -> None:
    plan = loaded(tmp_path, plan=ENGLISH, goals="[]\n", koffie=fiche("1.1.1", "target_groups: [scholen]")).plan
    page = page_of(plan)
    assert tables(page)
    assert "without a goal" in words(page)


def test_the_command_looks_into_the_history_only_when_it_is_asked(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    root = write(begin(tmp_path / "zone"), plan=ENGLISH, koffie=fiche("1.1.1", "lead: [kring]"))
    run = runner(root, capsys, "site", "--out", "public", "--draft")
    page = root / "public" / "dashboard.html"
    assert run()[0] == 0
    assert "Month after month" not in page.read_text("utf-8")
    # Without a commit up to the day there is a site, and who makes it is told what is not on it.
    code, _, err = run("--trend")
    assert code == 0
    assert "warning: the dashboard does not show the months before." in err
    assert "Month after month" not in page.read_text("utf-8")
    commit(root)
    code, _, err = run("--trend", "--today", "2001-01-01")
    assert code == 0
    assert "There is no commit up to 2001-01-01." in err
    assert "Month after month" not in page.read_text("utf-8")
    assert run("--trend")[0] == 0
    assert "Actions month by month" in page.read_text("utf-8")
