"""A site of whatever size: every page is light, and everything can be reached from the first page."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from datetime import date, timedelta
from html import unescape
from pathlib import Path
from typing import Any

import pytest
from drawn_meetings import meetings, met, one
from drawn_plans import sound
from small_plans import GOALS, PLAN, ROOT, fiche, loaded

from elzctl.load import load
from elzctl.model import Plan
from elzctl.render.fiche_meetings import discussed_in
from elzctl.render.minutes_document import minutes_document
from elzctl.render.plan_text import PlanText
from elzctl.render.site.files import page_files
from elzctl.render.site.options import Options
from elzctl.render.site.whole import site_files
from elzctl.tree import WorkTree
from elzctl.wording import Language

DAY = date(2025, 4, 1)
LARGEST = 100 << 10
COUNT = 700
ENGLISH = Language("en")


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """The site of a plan with many actions, nearly all under one goal."""
    title = "Een actie met een titel die even lang is als die van onze eigen acties, en dat zijn hele zinnen"
    fiches = {
        f"actie_{number}": fiche(
            f"1.{1 if number < COUNT - 5 else 2}.{number}",
            "lead: [dienst-zorg]",
            "partners: [kring, apothekers]",
            "target_groups: [mantelzorgers]",
            "themes: [mantelzorg]",
            "due: 2025",
            title=title,
        )
        for number in range(1, COUNT)
    }
    stray = fiche("", "lead: [kring]", title="Zonder nummer").replace("number: \n", "")
    plan = loaded(tmp_path_factory.mktemp("plan"), goals=GOALS, zonder=stray, **fiches).plan
    return site_files(plan, DAY)


WORDS = "wat er in een verslag van een clusteroverleg meestal staat, en dat zijn hele zinnen met heel wat woorden"
HELD = 130


@pytest.fixture(scope="module")
def of_years(tmp_path_factory: pytest.TempPathFactory) -> Plan:
    """A plan with the minutes of years, which name the same actors, target groups, themes and action."""
    noted = "".join(
        (
            "## 1. Punten\n\n",
            *(f"- [ ] Punt {one}: {WORDS} [[koffie]] @dienst-zorg tegen:2025-06-01\n" for one in range(2)),
            *(
                f"\nSIGNAAL: Nummer {one}: {WORDS} #mantelzorgers\n- gegroepeerd op:{{day}}: groep {one}\n"
                for one in range(4)
            ),
            *(f"\nAFSPRAAK: Nummer {one}: {WORDS} @dienst-zorg #mantelzorg\n" for one in range(2)),
            *(f"\nEVENEMENT: {{day}} Nummer {one}: {WORDS} @dienst-zorg #mantelzorg\n" for one in range(2)),
            *(f"\nBESLUIT: Nummer {one}: {WORDS}, zie [[zorg-dichtbij]]\n" for one in range(2)),
        )
    )
    head = "---\ntitle: Overleg zorg\nseries: overleg\nstate: review\ndate: {day}\n---\n"
    days = [date(2015, 1, 5) + timedelta(days=28 * number) for number in range(HELD)]
    texts = {f"m{day}_overleg".replace("-", "_"): (head + noted).replace("{day}", str(day)) for day in days}
    return load(WorkTree(meetings(sound(tmp_path_factory.mktemp("minutes")), **texts))).plan


@pytest.fixture(scope="module")
def discussed(of_years: Plan) -> dict[str, bytes]:
    """Its site."""
    return site_files(of_years, DAY)


def reached(files: dict[str, bytes]) -> set[str]:
    """The pages to which links lead from the first page on."""
    found, todo = {"index.html"}, ["index.html"]
    while todo:
        path = todo.pop()
        for address in re.findall(rb'<a (?:[^>]* )?href="([^"#]+)', files[path]):
            target = unescape(address.decode()).partition("?")[0]
            if ":" not in target:
                parts = path.split("/")[:-1]
                for step in target.split("/"):
                    parts = parts[:-1] if step == ".." else [*parts, step]
                name = "/".join(parts)
                if name.endswith(".html") and name not in found:
                    found.add(name)
                    todo.append(name)
    return found


def own() -> Plan:
    return load(WorkTree(ROOT)).plan


def test_every_page_of_a_large_site_is_light(large: dict[str, bytes]) -> None:
    sizes = {path: len(data) for path, data in large.items() if path.endswith(".html")}
    assert len(sizes) > COUNT
    assert {path: size for path, size in sizes.items() if size > LARGEST} == {}


def test_every_page_of_a_site_with_the_minutes_of_years_is_light(discussed: dict[str, bytes]) -> None:
    sizes = {path: len(data) for path, data in discussed.items() if path.endswith(".html")}
    assert len(sizes) > HELD
    assert {path: size for path, size in sizes.items() if size > LARGEST} == {}


def test_a_page_that_is_made_alone_has_as_many_rows_as_in_the_whole_site(
    of_years: Plan, discussed: dict[str, bytes]
) -> None:
    paths = frozenset(("signals.html", "who-does-what/dienst-zorg.html", "actions/koffie.html"))
    found = page_files(of_years, DAY, None, None, None, paths)
    assert {path: found[path] for path in paths} == {path: discussed[path] for path in paths}


def test_of_long_lists_on_one_page_each_has_its_first_rows_and_says_where_the_others_stand(
    discussed: dict[str, bytes],
) -> None:
    for path, lists in (("signals.html", 4), ("who-does-what/dienst-zorg.html", 3), ("themes/mantelzorg.html", 2)):
        page = discussed[path].decode()
        up = "../" * path.count("/")
        rest = re.findall(rf'<p>And (\d+) more\. <a href="{up}meetings\.html">The minutes of all meetings</a>', page)
        assert len(rest) == lists, path
        assert len(page) > LARGEST // 2  # no more is cut than has to be
        assert min(map(int, rest)) > 0
        newest, oldest = "2024-11-25-overleg", "2015-01-05-overleg"
        assert page.count(newest) >= lists
        # Of points those stand first that have to be done first.
        assert (oldest in page) == path.startswith("who-does-what/")


def test_the_open_signals_of_a_group_stand_before_those_that_came_to_something(tmp_path: Path) -> None:
    text = (
        "## 1. Punten\n\nSIGNAAL: Klaar\n- geen mandaat op:2025-01-14: niet van ons\n\n"
        "SIGNAAL: Open\n\nSIGNAAL: Ook open\n"
    )
    root = one(tmp_path, text, "state: review\n")
    later = "---\ntitle: Overleg\nseries: overleg\nstate: review\ndate: 2025-02-11\n---\n"
    meetings(root, m2025_02_11_overleg=f"{later}## 1. Punten\n\nSIGNAAL: Nieuw\n")
    page = site_files(load(WorkTree(root)).plan, DAY)["signals.html"].decode()
    ordered = re.findall(r"<td[^>]*>(Klaar|Open|Ook open|Nieuw)<", page)
    assert ordered == ["Nieuw", "Open", "Ook open", "Klaar"]


def test_of_more_groups_of_signals_than_a_page_holds_those_with_something_open_are_shown(tmp_path: Path) -> None:
    closed = "".join(
        f"SIGNAAL: Oud {at}\n- gegroepeerd op:2025-01-14: Groep {at}\n- geen mandaat op:2025-01-14: nee\n\n"
        for at in range(150)
    )
    root = one(tmp_path, f"## 1. Punten\n\n{closed}SIGNAAL: Nog open\n", "state: review\n")
    page = site_files(load(WorkTree(root)).plan, DAY)["signals.html"].decode()
    assert "151 signals; 1 open." in page
    assert "Nog open" in page
    shown = len(re.findall(r">Oud \d+<", page))
    assert 0 < shown < 150
    assert f"And {150 - shown} more." in page.partition("Other groups")[2]


def test_the_page_of_an_action_tells_of_the_last_meetings_and_leads_to_the_earlier_ones(
    discussed: dict[str, bytes],
) -> None:
    page = discussed["actions/koffie.html"].decode()
    below = page[page.index("Discussed in") :]
    told = re.findall(r'<a href="\.\./meetings/([^"]*)\.html">Overleg zorg, ', below)
    days = re.findall(r'<a href="\.\./meetings/([^"]*)\.html">\d', below)
    assert len(told) == 13
    assert [*told, *days] == sorted((*told, *days), reverse=True)
    assert len(told) + len(days) == HELD
    assert below.count("Punt 1: ") == len(told)
    goal = discussed["goals/zorg-dichtbij.html"].decode()
    assert len(re.findall(r'<a href="\.\./meetings/[^"]*">Overleg zorg, ', goal)) == 40
    assert len(re.findall(r'<a href="\.\./meetings/[^"]*">\d', goal)) == HELD - 40


def test_a_document_tells_of_all_meetings_in_which_an_action_was_discussed(tmp_path: Path) -> None:
    head = "---\ntitle: Overleg\nseries: overleg\nstate: review\ndate: {day}\n---\n## 1. Punten\n\nOver [[koffie]].\n"
    days = [date(2020, 1, 6) + timedelta(days=28 * number) for number in range(60)]
    texts = {f"m{day}_overleg".replace("-", "_"): head.format(day=day) for day in days}
    plan = load(WorkTree(meetings(sound(tmp_path), **texts))).plan
    (field,) = discussed_in(plan.by_id["koffie"], PlanText(plan, ENGLISH, DAY))
    assert repr(field).count("-overleg'") == 60


def test_the_dashboard_of_a_plan_with_many_goals_and_target_groups_is_light(tmp_path: Path) -> None:
    long = "die even lang is als die van onze eigen doelen, en dat zijn hele zinnen over wat we samen willen bereiken"
    groups = [f"groep-{number}" for number in range(50)]
    settings = "".join(f"  {one}: Een doelgroep met een naam zoals de onze, {one}\n" for one in groups)
    goals = "".join(
        f"- id: doel-{one}\n  number: {one}\n  title: Een doel {long}\n  kind: content\n  goals:\n"
        + "".join(f"  - id: doel-{one}-{two}\n    number: {one}.{two}\n    title: Doel {long}\n" for two in (1, 2, 3))
        for one in range(1, 9)
    )
    measured = "{what: Het aantal deelnemers aan alles wat we doen, kind: output, target: 10, measured: [{value: 5, on: 2025-02-01}]}"
    fiches = {
        f"actie_{one}_{two}": fiche(
            f"{one}.{1 + two % 3}.{two}",
            "lead: [dienst-zorg]",
            f"target_groups: [{', '.join(groups[two::3])}]",
            "due: 2024",
            f"indicators: [{measured}]",
            title=f"Een actie {long}",
        )
        for one in range(1, 9)
        for two in range(1, 13)
    }
    head = PLAN.replace("target_groups:\n", f"target_groups:\n{settings}")
    plan = loaded(tmp_path, plan=head, goals=goals, **fiches).plan
    page = site_files(plan, DAY)["dashboard.html" if plan.settings.language.value == "en" else "stand-van-zaken.html"]
    assert len(page) < LARGEST
    assert len(page) > LARGEST // 2
    assert page.count(b"more. <a href=") + page.count(b"andere. <a href=") >= 3


def test_the_goals_below_a_strategic_one_stand_further_in_on_the_dashboard() -> None:
    plan = own()
    page = site_files(plan, DAY)["stand-van-zaken.html"].decode()
    assert page.count('<tr class="below1">') == len(plan.goals)


def test_a_list_of_very_many_actors_is_light_and_leads_to_all_pages(tmp_path: Path) -> None:
    names = [f"partner-{number}" for number in range(900)]
    actors = "".join(f"{one}:\n  name: Een partner met een lange naam, {one}\n  kind: organisation\n" for one in names)
    lists = [names[place : place + 30] for place in range(0, 900, 30)]
    fiches = {
        f"actie_{place}": fiche(f"1.1.{place + 1}", f"lead: [{', '.join(some)}]", "due: 2025")
        for place, some in enumerate(lists)
    }
    files = site_files(loaded(tmp_path, goals=GOALS, actors=actors, **fiches).plan, DAY)
    path = next(one for one in ("who-does-what.html", "wie-doet-wat.html") if one in files)
    assert len(files[path]) < LARGEST
    assert re.search(rb'(?:And|En nog) \d+ (?:more|andere)\. <a href="over[^"]*\.html">', files[path])
    pages = {one for one in files if one.endswith(".html")}
    assert pages - reached(files) == {"404.html"}


def test_a_drawing_of_many_steps_is_left_out_where_it_would_make_the_page_heavy(tmp_path: Path) -> None:
    title = "Een actie met een titel die even lang is als die van onze eigen acties, en dat zijn hele zinnen"
    goals = {"1.1": (40, 10), "1.2": (15, 3)}
    texts = {name: text for goal, (count, steps) in goals.items() for name, text in _under(goal, count, steps, title)}
    files = site_files(loaded(tmp_path, goals=GOALS, **texts).plan, DAY)
    sizes = {path: len(data) for path, data in files.items() if path.endswith(".html")}
    assert {path: size for path, size in sizes.items() if size > LARGEST} == {}
    drawn = [path for path, data in files.items() if path.startswith(("goals/", "doelstellingen/")) and b"<svg" in data]
    assert len(drawn) == 1


@pytest.mark.parametrize(("count", "steps"), [(40, 0), (40, 3), (40, 10), (44, 0), (12, 12), (30, 6)])
def test_the_timeline_of_a_plan_is_light_however_many_steps_it_has(count: int, steps: int, tmp_path: Path) -> None:
    title = "Een actie met een titel die even lang is als die van onze eigen acties, en dat zijn hele zinnen"
    files = site_files(loaded(tmp_path, goals=GOALS, **dict(_under("1.1", count, steps, title))).plan, DAY)
    sizes = {path: len(data) for path, data in files.items() if path.endswith(".html")}
    assert {path: size for path, size in sizes.items() if size > LARGEST} == {}


def _under(goal: str, count: int, steps: int, title: str) -> Iterator[tuple[str, str]]:
    """Actions under a goal, each with so many steps in a year."""
    days = ", ".join(f"{{what: Stap, due: 2025-{month:02}-{1 + 2 * month:02}}}" for month in range(1, steps + 1))
    for number in range(1, count + 1):
        name = f"actie_{goal.replace('.', '_')}_{number}"
        yield name, fiche(f"{goal}.{number}", "due: 2025", f"steps: [{days}]", title=title)


def test_a_list_of_many_action_points_is_light_and_those_to_do_come_first(tmp_path: Path) -> None:
    words = (
        "een punt met zoveel woorden als er in een verslag van een clusteroverleg meestal staan, en dat zijn er veel"
    )
    points = "".join(
        f"- [{'x '[number % 2]}] Nummer {number}: {words} @dienst-zorg tegen:2025-06-01\n" for number in range(400)
    )
    plan = load(WorkTree(one(tmp_path, f"## 1. Punten\n\n{points}", "series: overleg\nstate: review\n"))).plan
    page = site_files(plan, DAY)["action-points.html"]
    assert len(page) < LARGEST
    assert page.count(b"<tr>") == 120 + 60 + 2
    assert page.index(b"And 80 more.") < page.index(b"And 140 more.")


def test_the_page_of_a_meeting_holds_no_more_than_a_few_points_of_all_the_earlier_ones(tmp_path: Path) -> None:
    words = "een punt met zoveel woorden als er in een verslag van een clusteroverleg meestal staan"
    text = "".join(f"- [ ] Nummer {number}: {words} @dienst-zorg tegen:2025-06-01\n" for number in range(300))
    text += "- [x] Nummer 300: klaar @dienst-zorg op:2025-02-01\n"
    head = "title: Overleg\nseries: overleg\nstate: review\n"
    root = one(tmp_path, f"## 1. Punten\n\n{text}", head.removeprefix("title: Overleg\n"))
    later = f"---\n{head}date: 2025-02-11\n---\n## 1. Onthaal\n\nNiets.\n"
    (root / "meetings" / "2025-02-11-overleg.md").write_text(later, "utf-8")
    plan = load(WorkTree(root)).plan
    page = site_files(plan, DAY)["meetings/2025-02-11-overleg.html"].decode()
    assert len(page) < LARGEST // 2
    assert page.count("<tr>") == 40 + 1
    assert "Nummer 39:" not in page
    assert "Nummer 300:" in page
    rest = 'There are 261 more; what is still to do stands in the <a href="../action-points.html">list of action points</a>.'
    assert rest in page
    text_of = PlanText(plan, ENGLISH, DAY)
    document = minutes_document(plan.meetings_by_id["2025-02-11-overleg"], text_of)
    assert repr(document).count("Nummer ") == 301


def test_every_page_can_be_reached_from_the_first_one(large: dict[str, bytes], tmp_path: Path) -> None:
    for files in (large, site_files(own(), DAY), site_files(load(WorkTree(met(tmp_path))).plan, DAY)):
        pages = {path for path in files if path.endswith(".html")}
        assert pages - reached(files) == {"404.html"}


def test_a_plan_that_is_too_long_for_one_page_leads_to_its_goals(large: dict[str, bytes]) -> None:
    page = large["plan.html"].decode()
    assert "te veel voor één pagina" in page or "too many for one page" in page
    assert 'href="doelstellingen/mantelzorg-zien.html"' in page
    assert "Zonder nummer" in page
    assert 'data-rows="assets/plan-rows.js"' in page


def test_the_rows_of_a_plan_that_is_too_long_for_one_page_are_chosen_from_in_a_file(large: dict[str, bytes]) -> None:
    kinds, goals = rows_of(large)
    known = {kind: [name for name, *_ in found] for kind, found in kinds}
    # The pharmacists belong to the circle, which leads an action.
    assert {"lead": ["apothekers", "dienst-zorg", "kring"], "group": ["mantelzorgers"]}.items() <= known.items()
    assert {name: by for name, *_, by in dict(kinds)["lead"]} == {"apothekers": "kring", "dienst-zorg": "", "kring": ""}
    assert [(page, len(under)) for page, _, under in goals] == [
        ("doelstellingen/mantelzorg-zien.html", COUNT - 6),
        ("doelstellingen/samen-bewegen.html", 5),
        ("", 1),
    ]
    page, name, state, _, until, past, late, lead, partners, *_ = goals[0][2][0]
    assert (page, name[:5], state, until, past, late) == ("acties/actie-1.html", "1.1.1", "running", "2025", 0, "")
    assert [known["lead"][place] for place in lead] == ["dienst-zorg"]
    assert {known["partner"][place] for place in partners} == {"kring", "apothekers"}


def rows_of(files: dict[str, bytes]) -> Any:
    return json.loads(files["assets/plan-rows.js"].decode().removeprefix("globalThis.elzRows = ").rstrip(";\n"))


def test_the_names_of_all_actions_stand_on_one_page_as_long_as_that_is_light(tmp_path: Path) -> None:
    title = "Een actie met een titel die even lang is als die van onze eigen acties, en dat zijn hele zinnen"
    names = dict(_under("1.1", 120, 0, title)) | dict(_under("1.2", 120, 0, title))
    files = site_files(loaded(tmp_path, goals=GOALS, **names).plan, DAY)
    page = files["plan.html"].decode()
    assert len(page) < LARGEST
    assert page.count('<li><a href="acties/') == 240
    assert "te veel voor één pagina" not in page
    assert files["doelstellingen/zorg-dichtbij.html"].decode().count('<li><a href="../acties/') == 240


def test_a_plan_whose_rows_stand_on_its_page_has_no_file_with_them() -> None:
    files = site_files(own(), DAY)
    assert "assets/plan-rows.js" not in files
    assert b"<select" in files["plan.html"]


def test_a_draft_says_so_on_every_page_and_in_every_title() -> None:
    files = site_files(own(), DAY, None, Options(errors=3))
    pages = [data.decode() for path, data in files.items() if path.endswith(".html")]
    assert all('<aside class="draft"' in page for page in pages)
    assert all(re.search("<title>(ONTWERP|DRAFT) – ", page) for page in pages)
    style = files["assets/style.css"].decode()
    assert not re.search(r"\.draft[^{}]*\{[^}]*display: none", style)


def test_the_page_of_who_has_deadlines_leads_to_its_calendar(tmp_path: Path) -> None:
    files = site_files(load(WorkTree(met(tmp_path))).plan, DAY)
    calendars = {path for path in files if path.startswith("leads/")}
    assert calendars
    for path in calendars:
        page = files[f"who-does-what/{Path(path).stem}.html"].decode()
        assert f'href="../{path}"' in page
    others = {path for path in files if path.startswith("who-does-what/")} - {
        f"who-does-what/{Path(path).stem}.html" for path in calendars
    }
    assert all("../leads/" not in files[path].decode() for path in others)


def test_no_list_holds_words_that_should_lead_to_a_page_that_is_not_there(tmp_path: Path) -> None:
    plan = load(WorkTree(one(tmp_path, "## 1. Onthaal\n\nWelkom.\n", "state: review\nno_action_points: geen\n"))).plan
    page = site_files(plan, DAY)["meetings.html"].decode()
    assert "What came out of the meetings" not in page
    assert "Decisions" not in page
