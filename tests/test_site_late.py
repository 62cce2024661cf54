"""What is late says so on the pages of plan and actions, by the judgement of the list of how actions stand."""

from __future__ import annotations

import json
import re
from datetime import date
from pathlib import Path

import pytest
from small_plans import GOALS, PLAN, ROOT, fiche, loaded

from elzctl.load import load
from elzctl.model import Plan
from elzctl.render.plan_fiche import fiche as fiche_of
from elzctl.render.plan_text import PlanText
from elzctl.render.site.whole import site_files
from elzctl.tree import WorkTree
from elzctl.views.deadlines import deadlines
from elzctl.views.published import published
from elzctl.views.status import Standing, Wanted, status
from elzctl.wording import Language

DAY = date(2025, 7, 1)
DUTCH = Language("nl")
LARGEST = 100 << 10


@pytest.fixture(scope="module")
def own() -> Plan:
    return load(WorkTree(ROOT)).plan


def rows_of(page: str) -> dict[str, str]:
    """The rows of the plan with the page of their action."""
    rows = re.findall(r"<tr(?![^>]*scope)[^>]*>.*?</tr>", page, re.DOTALL)
    return {found[1]: row for row in rows if (found := re.search(r'<td><a href="([^"]+)"', row))}


def field(page: str, title: str) -> str:
    """What stands under a title on the page of an action."""
    return page.partition(f">{title}</h2>")[2].partition("<h2")[0]


@pytest.mark.parametrize("day", [date(2023, 11, 1), date(2025, 4, 1), date(2026, 11, 27)])
def test_the_plan_and_the_pages_of_actions_call_late_what_the_counts_call_late(day: date, own: Plan) -> None:
    files = site_files(own, day)
    rows = rows_of(files["plan.html"].decode())
    late = {f"acties/{row.action.id}.html" for row in status(published(own), day, Wanted(late=True))}
    assert late if day.year > 2023 else not late
    assert {path for path, row in rows.items() if ", <strong>" in row} == late
    assert {path for path, row in rows.items() if re.search(r' data-state="[a-z-]+ late"', row)} == late
    assert ('<option value="late">Te laat</option>' in files["plan.html"].decode()) is bool(late)
    found = deadlines(published(own), day).rows
    for action in own.actions:
        page = files[f"acties/{action.id}.html"].decode()
        steps = sum(one.action.id == action.id and one.standing is Standing.LATE for one in found if one.step)
        assert page.count("<strong>te laat</strong>") == steps
        told = steps or "te laat" in field(page, "Periode")
        assert bool(told) is (f"acties/{action.id}.html" in late)


def test_only_what_is_late_says_so_and_with_it_the_lists_of_an_action(tmp_path: Path) -> None:
    steps = (
        "steps:\n  - {what: Kopen, due: spring 2025, by: [kring]}\n  - {what: Zetten, due: spring 2025, done: 2025-06-02}\n"
        "  - {what: Drinken, due: summer 2025}\n  - {what: Afwassen}"
    )
    fiches = {
        "stap": fiche("1.1.1", "lead: [kring]", "target_groups: [scholen]", "due: end of 2026", steps),
        "geheel": fiche("1.1.2", "lead: [kring]", "due: April 2025"),
        "vandaag": fiche("1.1.3", "lead: [kring]", "due: 2025-07-01"),
        "over": fiche("1.1.4", "lead: [kring]", "reason: te duur", "due: April 2025", steps, status="stopped"),
        "datumloos": fiche("1.1.5", "lead: [kring]"),
    }
    files = site_files(loaded(tmp_path, plan=f"{PLAN}language: en\n", **fiches).plan, DAY)
    by_step, whole = "end of 2026, <strong>a step is late</strong>", "April 2025, <strong>late</strong>"
    for path in ("plan.html", "goals/mantelzorg-zien.html", "who-does-what/kring.html"):
        page = files[path].decode()
        assert page.count("late</strong>") == 2
        assert by_step in page
        assert whole in page
    assert by_step in files["target-groups/scholen.html"].decode()
    page = files["actions/stap.html"].decode()
    assert "by spring 2025, <strong>late</strong> · Huisartsenkring" in page
    assert page.count("late") == 1
    assert "April 2025, late" in field(files["actions/geheel.html"].decode(), "Period")
    for name in ("vandaag", "over", "datumloos"):
        assert "late" not in files[f"actions/{name}.html"].decode()


def test_the_fiche_of_a_document_does_not_say_what_is_late_on_the_day_when_it_is_made(own: Plan) -> None:
    first, last = (PlanText(own, DUTCH, day) for day in (date(2023, 1, 1), date(2027, 1, 1)))
    for action in own.actions:
        said = [
            [one for one in fiche_of(action, text).fields if one.key in ("steps", "period")] for text in (first, last)
        ]
        assert said[0] == said[1]
        assert "te laat" not in repr(said)


@pytest.mark.parametrize("count", [190, 240, 1000])
def test_a_plan_of_which_all_is_late_has_light_pages_however_large_it_is(count: int, tmp_path: Path) -> None:
    title = "Een actie met een titel die even lang is als die van onze eigen acties, en dat zijn hele zinnen"
    lines = ("lead: [kring]", "partners: [dienst-zorg]", "target_groups: [scholen]", "themes: [bewegen]", "due: 2024")
    fiches = {f"actie_{at}": fiche(f"1.{1 + at % 2}.{at}", *lines, title=title) for at in range(1, count + 1)}
    files = site_files(loaded(tmp_path, plan=f"{PLAN}language: nl\n", goals=GOALS, **fiches).plan, DAY)
    sizes = {path: len(data) for path, data in files.items() if path.endswith(".html")}
    assert {path: size for path, size in sizes.items() if size > LARGEST} == {}
    rows = files.get("assets/plan-rows.js", b"").decode().partition(" = ")[2].rstrip(";\n")
    said = [action[6] for goal in json.loads(rows)[1] for action in goal[2]] if rows else []
    assert said == ["te laat"] * (count if rows else 0)
    if count < 1000:
        assert files["plan.html"].decode().count("te laat") >= count
