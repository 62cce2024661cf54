"""What is late says so on the pages of plan and actions, by the judgement of the list of how actions stand."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from datetime import date
from pathlib import Path

import pytest
from drawn_meetings import meetings
from small_meetings import minutes as noted
from small_plans import GOALS, PLAN, ROOT, fiche, loaded, write

from elzctl.followup.points import WantedPoints, points
from elzctl.load import load
from elzctl.model import Plan
from elzctl.render.plan_fiche import fiche as fiche_of
from elzctl.render.plan_glance import due_of
from elzctl.render.plan_text import PlanText
from elzctl.render.site.search_box import INDEX
from elzctl.render.site.site_text import SiteText
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


def top(page: str) -> str:
    """What stands on the page of an action between its state and its fields: that it is late."""
    found = re.search(r'<div class="intro">\n<p><strong>(.*)</strong></p>', page.partition('class="field')[0])
    return found[1] if found else ""


@pytest.mark.parametrize("day", [date(2025, 4, 1), date(2025, 6, 30), date(2026, 11, 27)])
def test_the_page_of_an_action_and_the_table_of_the_plan_say_which_deadline_passed_first(day: date, own: Plan) -> None:
    files = site_files(own, day)
    rows = rows_of(files["plan.html"].decode())
    text = SiteText(own, DUTCH, day, {})
    first = {row.action.id: row.next.due for row in status(published(own), day) if row.next and row.next.due}
    count = 0
    for action in own.actions:
        page = files[f"acties/{action.id}.html"].decode()
        cell = re.findall(r"<td[^>]*>(.*?)</td>", rows[f"acties/{action.id}.html"])[-1]
        until, _, late = re.sub("</?strong>", "", cell).rpartition(", ")
        told = re.sub("<[^>]+>", "", top(page))
        if "<strong>" not in cell:
            assert told == ""
            continue
        count += 1
        since = text.when(first[action.id])
        steps = page.count("<strong>te laat</strong>")
        what = f"{steps} stappen zijn te laat, de eerste" if steps > 1 else "Een stap is te laat"
        assert told == f"{what if steps else 'De actie is te laat'}: uiterlijk {since}"
        assert late in (f"te laat (eerst: {since})", f"een stap is te laat: uiterlijk {since}", "te laat")
        due = due_of(action)
        assert late != "te laat" or (due is not None and first[action.id].last == due.last)
        assert f"{until}, {late}" in field(page, "Periode")
        link = re.match('<a href="#([^"]+)">', top(page))
        assert bool(link) is ("<strong>te laat</strong>" in page)
        # It leads to a step of that day, which says that it is late.
        step = re.search(f'<li id="{link[1]}">(.*)</li>', page) if link else None
        if step:
            assert "<strong>te laat</strong>" in step[1]
            assert since in step[1]
    assert count == len(status(published(own), day, Wanted(late=True))) > 10
    # What is found of a page begins with what the action is about.
    assert "te laat: " not in files[INDEX].decode()


def late_list(files: Mapping[str, bytes], path: str) -> tuple[list[int], list[str]]:
    """The numbers above the lists of what is late, which have to be open, and their items."""
    part = files[path].decode().partition('<div id="late">')[2].partition("\n</div>")[0]
    assert part.count("<details open>") == part.count("<details")
    return [int(one) for one in re.findall(r"\((\d+)\)</summary>", part)], re.findall("<li>(.*)</li>", part)


@pytest.mark.parametrize("day", [date(2023, 11, 1), date(2025, 6, 30), date(2025, 11, 26), date(2026, 11, 27)])
def test_the_first_page_says_how_much_is_late_and_leads_to_the_list_of_it(day: date, own: Plan) -> None:
    files = site_files(own, day)
    actions = len(status(published(own), day, Wanted(late=True)))
    noted = len(points(published(own), day, WantedPoints(late=True)))
    line = re.search(r'<a href="stand-van-zaken\.html#late">([^<]+)</a>', files["index.html"].decode())
    tile = re.search(r'<dt><a href="#late">te laat</a></dt><dd>(\d+)</dd>', files["stand-van-zaken.html"].decode())
    counts, items = late_list(files, "stand-van-zaken.html")
    assert counts == [one for one in (actions, noted) if one]
    assert len(items) == actions + noted
    if not counts:
        assert (line, tile) == (None, None)
        return
    assert line is not None
    assert tile is not None
    assert [int(one) for one in re.findall(r"\d+", line[1])] == counts
    assert int(tile[1]) == actions


def test_the_list_of_what_is_late_holds_every_step_and_point_that_is(tmp_path: Path) -> None:
    text = "## 1. Toelichting\n\n- [ ] Borden wassen @kring tegen:2025-05-02\n- [ ] Later @kring tegen:2025-08-02\n"
    steps = "steps: [{what: Zoeken, due: May 2025}, {what: Kuisen, due: 2025-02-01}, {what: Rusten, due: 2026-01-01}]"
    plan = {"plan": f"{PLAN}language: en\n"}
    one = noted("2025-03-11", "state: review", text=text, title="Overleg zorg")
    root = meetings(write(tmp_path / "a", **plan, stap=fiche("1.1.1", steps)), m2025_03_11_overleg=one)
    files = site_files(load(WorkTree(root)).plan, DAY)
    page, (counts, items) = files["index.html"].decode(), late_list(files, "dashboard.html")
    assert '<a href="dashboard.html#late">1 action and 1 action point are late</a></strong>.' in page
    assert counts == [1, 1]
    assert items == [
        '<a href="actions/stap.html">1.1.1 Koffie</a> – <strong>1 February 2025</strong>: Kuisen; <strong>May 2025</strong>: Zoeken',
        '<strong>2 May 2025</strong>: Borden wassen (<a href="meetings/2025-03-11-overleg.html#2025-03-11-overleg/1">Overleg zorg, 11 March 2025</a>)',
    ]
    # After the year of the plan the first page names them too, and leads to the same list.
    year = (
        site_files(load(WorkTree(root)).plan, date(2026, 3, 1))["index.html"].decode().partition("What is late</h2>")[2]
    )
    assert year.index("Later") < year.index("Zoeken") < year.index("Borden wassen") < year.index("Kuisen")
    assert '<a href="dashboard.html#late">All that is late</a>' in year
    # Without an action there is no such page: the list of points has them.
    alone = meetings(write(tmp_path / "b", **plan), m2025_03_11_overleg=one)
    page = site_files(load(WorkTree(alone)).plan, DAY)["index.html"].decode()
    assert "#late" not in page


@pytest.mark.parametrize("day", [date(2023, 11, 1), date(2025, 4, 1), date(2026, 11, 27)])
def test_the_plan_and_the_pages_of_actions_call_late_what_the_counts_call_late(day: date, own: Plan) -> None:
    files = site_files(own, day)
    rows = rows_of(files["plan.html"].decode())
    late = {f"acties/{row.action.id}.html" for row in status(published(own), day, Wanted(late=True))}
    assert late if day.year > 2023 else not late
    assert {path for path, row in rows.items() if ", <strong>" in row} == late
    assert {path for path, row in rows.items() if re.search(r' data-state="[a-z-]+" data-due="late"', row)} == late
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
    by_step, whole = "end of 2026, <strong>a step is late: by spring 2025</strong>", "April 2025, <strong>late</strong>"
    for path, steps_too in (("plan.html", 0), ("goals/mantelzorg-zien.html", 0), ("who-does-what/kring.html", 1)):
        page = files[path].decode()
        assert len(re.findall("late(: by spring 2025)?</strong>", page)) == 2 + steps_too
        assert by_step in page
        assert whole in page
    assert by_step in files["target-groups/scholen.html"].decode()
    page = files["actions/stap.html"].decode()
    assert "by spring 2025, <strong>late</strong> · Huisartsenkring" in page
    assert page.count(">late<") == 1
    assert top(page) == '<a href="#stap/1">A step is late: by spring 2025</a>'
    assert field(page, "Period").count("by end of 2026, a step is late: by spring 2025") == 1
    assert re.search('<li id="stap/1">.* Kopen<br>', page)
    assert page.count('id="stap/') == 1
    assert "by April 2025, late" in field(files["actions/geheel.html"].decode(), "Period")
    # Not a step is late but the action as a whole.
    assert top(files["actions/geheel.html"].decode()) == "The action is late: by April 2025"
    for name in ("vandaag", "over", "datumloos"):
        assert "late" not in files[f"actions/{name}.html"].decode()


def test_what_is_late_is_the_first_deadline_that_passed_also_behind_the_last_one(tmp_path: Path) -> None:
    first, last = "{what: Kopen, due: spring 2024}", "{what: Zetten, due: end of 2024}"
    done = "{what: Drinken, due: end of 2024, done: 2024-12-01}"
    lasting = "{what: Verder doen, start: 2026}"
    fiches = {
        "beide": fiche("1.1.1", f"steps: [{last}, {first}, {lasting}]"),
        "klaar": fiche("1.1.2", f"steps: [{first}, {done}]"),
        "actie": fiche("1.1.3", "due: end of 2024", f"steps: [{first}]"),
        "eerst": fiche("1.1.4", "due: 2023", f"steps: [{first}]"),
    }
    files = site_files(loaded(tmp_path, plan=f"{PLAN}language: en\n", **fiches).plan, DAY)
    tops = {name: top(files[f"actions/{name}.html"].decode()) for name in fiches}
    assert tops == {
        "beide": '<a href="#beide/2">2 steps are late, the first: by spring 2024</a>',
        "klaar": '<a href="#klaar/1">A step is late: by spring 2024</a>',
        "actie": '<a href="#actie/1">A step is late: by spring 2024</a>',
        "eerst": "The action is late: by 2023",
    }
    says = {
        "beide": "last deadline: end of 2024, late (first: spring 2024)",
        "klaar": "last deadline: end of 2024, a step is late: by spring 2024",
        "actie": "by end of 2024, late (first: spring 2024)",
        "eerst": "by 2023, late",
    }
    rows = rows_of(files["plan.html"].decode())
    for name, told in says.items():
        assert f"<p>{told}</p>" in field(files[f"actions/{name}.html"].decode(), "Period")
        cell = re.sub("</?strong>", "", rows[f"actions/{name}.html"])
        assert f"<td>{told.removeprefix('last deadline: ').removeprefix('by ')}</td>" in cell


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
    board = files["stand-van-zaken.html"].decode()
    (told,), items = late_list(files, "stand-van-zaken.html")
    more = re.search(r'<p>[^<\d]+(\d+)[^<]*<a href="plan\.html\?due=late">', board)
    assert more is not None
    assert told == count == len(items) + int(more[1])
    if count < 1000:
        assert files["plan.html"].decode().count("te laat") >= count
