"""The site in a real browser, from a folder: everybody can use every page, it can be searched, and nothing of its content runs.

Needs Chromium, and Playwright for Python, which drives it; the reason says which of them is missing.
"""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeAlias

import chromium
import pypdfium2
import pytest
from drawn_meetings import met
from histories import begin, commit
from hostile_texts import HOSTILE
from made_pdf import pdf
from made_pictures import png
from small_plans import PLAN, ROOT, fiche, loaded, write

from elzctl.cli.main import main
from elzctl.load import load
from elzctl.model import Plan
from elzctl.render.site.search_words import RULES, folded, stem, words
from elzctl.render.site.whole import site_files
from elzctl.terms import Status
from elzctl.tree import WorkTree
from elzctl.views.carried import Share, carried
from elzctl.views.published import published
from elzctl.views.status import Wanted, status

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Dialog, Page

browser = chromium.browser

Open: TypeAlias = "Callable[..., Page]"

DAY = date(2025, 4, 1)
SCRIPT = (ROOT / "templates" / "html" / "search.js").read_text("utf-8")
AXE = files("axe_playwright_python").joinpath("axe.min.js").read_text("utf-8")
AXE_RULES = {"resultTypes": ["violations"], "preload": False, "rules": {"target-size": {"enabled": True}}}
"""What axe is asked: all that it looks at by itself, and the targets of WCAG 2.2, which it leaves out otherwise."""
AXE_RUN = f"axe.run(document, {json.dumps(AXE_RULES)})"


def put(folder: Path, plan: Plan, day: date = DAY) -> Path:
    for path, data in site_files(plan, day).items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(data)
    return folder


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of a small plan, in English, with everything that has a page."""
    root = met(tmp_path_factory.mktemp("plan"))
    return put(tmp_path_factory.mktemp("small"), load(WorkTree(root)).plan)


@pytest.fixture(scope="module")
def own(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of the plan of this repository, in Dutch."""
    return put(tmp_path_factory.mktemp("own"), load(WorkTree(ROOT)).plan, date(2025, 11, 26))


@pytest.fixture
def open_page(browser: Browser) -> Iterator[Open]:
    """Opens a page of a folder.  Whatever it complains of, or asks for outside its folder, fails the test at its end."""
    troubles: list[str] = []

    def closed(dialog: Dialog) -> None:
        troubles.append(f"dialog: {dialog.message}")
        dialog.dismiss()

    def opened(folder: Path, where: str, width: int = 1280, scheme: Any = "light", scripts: bool = True) -> Page:
        context = browser.new_context(
            viewport={"width": width, "height": 900}, color_scheme=scheme, java_script_enabled=scripts
        )
        page = context.new_page()
        home = folder.as_uri() + "/"
        page.on("console", lambda said: troubles.append(f"{said.type}: {said.text}"))
        page.on("pageerror", lambda error: troubles.append(f"error: {error}"))
        page.on("popup", lambda popup: troubles.append(f"window: {popup.url}"))
        page.on("dialog", closed)
        page.on(
            "request",
            lambda asked: None if asked.url.startswith((home, "data:,")) else troubles.append(f"request: {asked.url}"),
        )
        page.goto(home + where)
        return page

    yield opened
    for context in browser.contexts:
        context.close()
    assert troubles == []


def a_page_of_each_kind(folder: Path) -> list[str]:
    """The pages of the first level, and the first one in each folder."""
    below = {path.parent.name: path for path in sorted(folder.glob("*/*.html"), reverse=True)}
    found = [*folder.glob("*.html"), *below.values()]
    return sorted(path.relative_to(folder).as_posix() for path in found)


# Every page


@pytest.mark.parametrize("width", [1280, 320])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_wrong_on_a_page_of_each_kind(width: int, scheme: str, small: Path, open_page: Open) -> None:
    names = a_page_of_each_kind(small)
    assert len(names) > 18
    page = open_page(small, names[0], width, scheme)
    # A page in other colours is the same page.
    colours = {"runOnly": ["color-contrast", "link-in-text-block"]} if scheme == "dark" else {}
    rules = {**AXE_RULES, **colours}
    wrong = []
    for name in names:
        page.goto((small / name).as_uri())
        assert page.evaluate("document.documentElement.scrollWidth") == width, name
        for one in page.locator("main summary").all():
            one.click()
        page.evaluate(AXE)
        found = page.evaluate(f"axe.run(document, {json.dumps(rules)})")
        wrong += [(name, one["id"], one["nodes"][0]["html"][:200]) for one in found["violations"]]
        assert len(found["passes"]) > (15 if scheme == "light" else 0)
    assert wrong == []


@pytest.mark.parametrize(("width", "scheme"), [(1280, "light"), (320, "dark")])
def test_axe_finds_nothing_wrong_in_what_was_found(width: int, scheme: str, small: Path, open_page: Open) -> None:
    page = open_page(small, "index.html?q=koffie", width, scheme)
    page.locator("[role=option]").first.wait_for()
    page.keyboard.press("ArrowDown")
    page.evaluate(AXE)
    found = page.evaluate(AXE_RUN)
    assert [(one["id"], one["nodes"][0]["html"][:200]) for one in found["violations"]] == []
    assert page.evaluate("document.documentElement.scrollWidth") == width


@pytest.mark.parametrize("width", [320, 360])
def test_a_long_word_in_a_title_makes_no_page_wider_than_the_window(
    width: int, tmp_path: Path, open_page: Open
) -> None:
    root = met(tmp_path / "plan")
    fiche = root / "plan" / "actions" / "koffie.md"
    long = "Samenwerkingsovereenkomstverlenging met eerstelijnsgezondheidszorgvoorzieningen"
    text = fiche.read_text("utf-8").replace("title: Koffie voor mantelzorgers", f"title: {long}")
    assert long in text
    fiche.write_text(text, "utf-8")
    folder = put(tmp_path / "site", load(WorkTree(root)).plan)
    page = open_page(folder, "index.html", width)
    for path in sorted(folder.rglob("*.html")):
        if long in path.read_text("utf-8"):
            page.goto(path.as_uri())
            assert page.evaluate("document.documentElement.scrollWidth") == width, path.name


@pytest.mark.parametrize("name", ["index.html", "plan.html", "stand-van-zaken.html", "acties/jonge-mantelzorgers.html"])
def test_our_own_pages_fit_a_narrow_window(name: str, own: Path, open_page: Open) -> None:
    assert open_page(own, name, 320).evaluate("document.documentElement.scrollWidth") == 320


@pytest.mark.parametrize(
    ("name", "width"),
    [
        ("plan.html", 320),
        ("stand-van-zaken.html", 1280),
        ("stand-van-zaken.html", 320),
        ("vergaderingen/2025-05-13-clusteroverleg-welzijn.html", 320),
    ],
)
def test_links_of_our_own_pages_can_be_hit_with_a_thumb(name: str, width: int, own: Path, open_page: Open) -> None:
    page = open_page(own, name, width)
    for one in page.locator("main summary").all():
        one.click()
    page.evaluate(AXE)
    found = page.evaluate("axe.run(document, {runOnly: ['target-size']})")
    assert found["passes"]
    assert [(one["id"], one["nodes"][0]["html"][:200]) for one in found["violations"]] == []


def test_the_parts_of_long_minutes_are_found_from_their_beginning_and_stand_on_no_paper(
    own: Path, open_page: Open
) -> None:
    page = open_page(own, "vergaderingen/2025-05-13-clusteroverleg-welzijn.html", 360, scripts=False)
    links = page.locator("nav.parts a")
    assert links.count() >= 8
    box = links.last.bounding_box()
    assert box is not None
    assert box["y"] < 900
    last = links.nth(links.count() - 2)
    name = last.inner_text()
    last.click()
    heading = page.locator("main h2:target")
    assert heading.inner_text() == name
    assert 0 <= heading.evaluate("one => one.getBoundingClientRect().top") < 900
    page.emulate_media(media="print")
    assert not page.locator("nav.parts").is_visible()


def test_without_scripts_there_is_nothing_that_does_not_work(small: Path, open_page: Open) -> None:
    page = open_page(small, "plan.html", scripts=False)
    assert page.locator("input:visible, select:visible, button:visible").count() == 0
    page.get_by_role("link", name="All pages").click()
    assert page.locator("main a").count() > 15


@pytest.mark.parametrize("name", ["index.html", "plan.html", "dashboard.html", "decisions.html"])
def test_a_page_is_printed_from_its_first_sheet_on_and_without_what_can_only_be_clicked(
    name: str, small: Path, open_page: Open
) -> None:
    sheets = pypdfium2.PdfDocument(open_page(small, name).pdf(format="A4"))
    texts = [sheet.get_textpage().get_text_bounded() for sheet in sheets]
    assert all(len(text) > 100 for text in texts[:-1] or texts)
    assert not any(word in text for text in texts for word in ("Search this site", "Choose actions", "All pages"))


def test_on_paper_the_title_of_a_goal_stands_above_an_action_of_it(own: Path, open_page: Open) -> None:
    sheets = pypdfium2.PdfDocument(open_page(own, "plan.html").pdf(format="A4"))
    texts = [sheet.get_textpage().get_text_bounded() for sheet in sheets]
    titles = [re.split(r"(?m)^\d\.\d ", text) for text in texts]
    assert sum(map(len, titles)) - len(titles) >= 10
    assert [
        text for _, *below in titles for text in below[-1:] if not re.search(r"(?m)^\d\.\d\.\d |nog geen", text)
    ] == []


def test_the_keyboard_goes_through_a_page_and_shows_where_it_is(small: Path, open_page: Open) -> None:
    page = open_page(small, "dashboard.html")
    walked = []
    for _ in range(400):
        page.keyboard.press("Tab")
        here = page.evaluate(
            """() => {
                const one = document.activeElement, area = one.getBoundingClientRect(), style = getComputedStyle(one);
                return one === document.body ? null : {
                    name: one.textContent.trim() || one.ariaLabel, tag: one.tagName, outline: style.outlineStyle,
                    seen: area.bottom > 0 && area.top < innerHeight && area.right > 0 };
            }"""
        )
        if here is None:
            break
        walked.append(here)
    assert walked[0]["name"] == "Skip to the text"
    assert [one["tag"] for one in walked[1:4]] == ["A", "INPUT", "A"]
    assert walked[-1]["name"] in ("Privacy", "Accessibility", "Source file")
    assert all(one["seen"] and one["outline"] != "none" for one in walked)
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.tagName") == "MAIN"


def test_actions_are_chosen_and_the_choice_can_be_passed_on(own: Path, open_page: Open) -> None:
    page = open_page(own, "plan.html")
    rows = page.locator(".overview tbody tr:not(:has(th))")
    total = rows.count()
    page.select_option("select[name=state]", "done")
    shown = rows.locator("visible=true").count()
    assert 0 < shown < total
    assert f"{shown}" in page.locator("#_elz-count").inner_text()
    assert page.url.endswith("?state=done")
    again = open_page(own, "plan.html?state=done")
    assert again.locator(".overview tbody tr:not(:has(th)):visible").count() == shown
    again.locator("#_elz-all").click()
    assert again.locator(".overview tbody tr:not(:has(th)):visible").count() == total


def test_who_is_chosen_is_found_with_what_it_does_by_its_groups_as_on_its_own_page(own: Path, open_page: Open) -> None:
    page, plan = open_page(own, "plan.html"), published(load(WorkTree(ROOT)).plan)
    chosen = page.evaluate(CHOSEN)
    by_group = 0
    for name, one in carried(plan).items():
        on_page = {
            kind: {part.action.id for part in one.parts if part.share is share}
            for kind, share in (("lead", Share.LEADS), ("partner", Share.HELPS))
        }
        found = {kind: set(chosen[kind].get(name, ())) for kind in on_page}
        # A page says of an action only the first of what an actor does in it: it may lead one and help, or have a step in it.
        itself = {part.action.id for part in one.parts if not part.via}
        for kind, ids in on_page.items():
            assert ids <= found[kind] <= ids | itself, name
        by_group += sum(bool(part.via) and part.share is not Share.STEP for part in one.parts)
    assert by_group > 100
    assert len(chosen["partner"]["berlare"]) == 8
    page.select_option("select[name=partner]", "berlare")
    assert page.locator("#_elz-count").inner_text() == "8 van 39 acties · Partner: Berlare"
    page.select_option("select[name=partner]", "")
    page.select_option("select[name=due]", "late")
    late = status(plan, date(2025, 11, 26), Wanted(late=True))
    count = page.locator("#_elz-count")
    assert count.inner_text() == f"{len(late)} van 39 acties · Deadline: Te laat"
    # Being late is no state: it is chosen beside one.
    running = sum(row.action.status is Status.RUNNING for row in late)
    page.select_option("select[name=state]", "running")
    said = f"{running} van 39 acties · Status: Lopend · Deadline: Te laat"
    assert count.inner_text() == said
    assert page.url.endswith("plan.html?state=running&due=late")
    assert open_page(own, "plan.html?state=running&due=late").locator("#_elz-count").inner_text() == said
    page.select_option("select[name=state]", "done")
    assert page.locator("#_elz-none").is_visible()


def test_how_many_are_chosen_stays_in_sight_on_a_telephone_and_hides_nothing_that_is_used(
    own: Path, open_page: Open
) -> None:
    page = open_page(own, "plan.html", 360)
    page.set_viewport_size({"width": 360, "height": 640})
    page.locator("#_elz-choose summary").click()
    page.select_option("select[name=due]", "late")
    for first in ("lead", "due"):
        page.evaluate(f"document.querySelector('select[name={first}]').scrollIntoView({{block: 'center'}})")
        box = page.locator("#_elz-count").bounding_box()
        assert box is not None
        assert 0 < box["y"] < box["y"] + box["height"] <= 640
    page.evaluate("scrollTo(0, 0)")
    page.locator("#_elz-choose summary").focus()
    for _ in range(page.locator("#_elz-choose select").count()):
        page.keyboard.press("Tab")
        assert page.evaluate("""() => {
          const { left, right, top, bottom } = document.activeElement.getBoundingClientRect();
          return document.elementFromPoint((left + right) / 2, (top + bottom) / 2) === document.activeElement;
        }""")


def test_a_link_of_when_being_late_was_a_state_still_chooses_what_is_late(own: Path, open_page: Open) -> None:
    counts = [open_page(own, f"plan.html?{one}=late").locator("#_elz-count").inner_text() for one in ("state", "due")]
    assert counts[0] == counts[1]
    assert counts[0].endswith(" van 39 acties · Deadline: Te laat")


CHOSEN = """() => Object.fromEntries(["lead", "partner"].map((kind) => {
  const select = document.querySelector(`select[name=${kind}]`);
  const found = [...select.options].filter((one) => one.value).map(({ value }) => {
    select.value = value;
    select.dispatchEvent(new Event("change"));
    const rows = [...document.querySelectorAll(".overview tr:has(td):not([hidden]) td:first-child a")];
    return [value, rows.map((one) => one.getAttribute("href").match(/([^/]+)[.]html$/)[1])];
  });
  select.value = "";
  select.dispatchEvent(new Event("change"));
  return [kind, Object.fromEntries(found)];
}))"""
"""The actions that are shown for each lead and each partner that can be chosen."""


def test_a_choice_that_nothing_fits_says_so_and_leads_back(own: Path, open_page: Open) -> None:
    page = open_page(own, "plan.html?state=done")
    rows, none = page.locator(".overview tbody tr:not(:has(th))"), page.locator("#_elz-none")
    assert not none.is_visible()
    for lead in page.locator("select[name=lead] option").evaluate_all("all => all.map(one => one.value)"):
        page.select_option("select[name=lead]", lead)
        if not rows.locator("visible=true").count():
            break
    assert none.is_visible()
    none.get_by_role("button").click()
    assert rows.locator("visible=true").count() == rows.count()
    assert not none.is_visible()
    assert page.evaluate("document.activeElement.tagName") == "SUMMARY"


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of a plan with 300 actions, of which the titles are hostile."""
    leads = ("dienst-zorg", "kring", "apothekers")
    fiches = {
        f"actie_{number}": fiche(
            f"1.{1 + number % 2}.{number}",
            f"lead: [{leads[number % 3]}]",
            f"partners: [{leads[(number + 1) % 3]}]",
            f"target_groups: [{'scholen' if number % 5 else 'mantelzorgers'}]",
            "themes: [bewegen]",
            f"due: {2026 if number % 10 else 2024}",
            title=f"'<img src=x onerror=alert({number})> </script>'",
            status="running" if number % 4 else "planned",
        )
        for number in range(300)
    }
    root = write(tmp_path_factory.mktemp("large"), PLAN + "language: en\n", **fiches)
    return put(tmp_path_factory.mktemp("site"), load(WorkTree(root)).plan)


@pytest.mark.parametrize(("width", "scheme"), [(1280, "light"), (320, "dark")])
def test_a_plan_too_large_for_one_page_is_chosen_from_with_the_keyboard_alone(
    width: int, scheme: str, large: Path, open_page: Open
) -> None:
    page = open_page(large, "plan.html", width, scheme)
    assert page.locator("main .names li:visible").count() == 300
    page.locator("#_elz-choose summary").focus()
    page.keyboard.press("Enter")
    page.locator("select[name=lead] option", has_text="Huisartsenkring").wait_for(state="attached")
    page.keyboard.press("Tab")
    page.keyboard.type("Huis")
    assert page.locator("#_elz-count").inner_text() == "200 of 300 actions · Lead: Huisartsenkring"  # 100 by a group
    assert page.locator("main .names li:visible").count() == 0
    assert page.locator("tbody.goal:visible").count() == 2
    row = page.locator(".overview tr:visible:has(td)").first
    assert "<img src=x onerror=alert(" in row.inner_text()
    assert row.locator("a").last.get_attribute("href") == "who-does-what/apothekers.html"
    page.evaluate(AXE)
    found = page.evaluate(AXE_RUN)
    assert [(one["id"], one["nodes"][0]["html"][:200]) for one in found["violations"]] == []
    assert page.evaluate("document.documentElement.scrollWidth") == width
    row.locator("a").first.click()
    assert page.locator("h1").inner_text().startswith("1.")


def test_a_choice_from_a_large_plan_can_be_passed_on_and_undone(large: Path, open_page: Open) -> None:
    page = open_page(large, "plan.html?group=mantelzorgers&state=planned")
    count = page.locator("#_elz-count")
    count.filter(has_text="15 of 300 actions").wait_for()
    assert count.inner_text() == "15 of 300 actions · Target group: Mantelzorgers · State: Planned"
    page.select_option("select[name=theme]", "bewegen")
    assert page.url.endswith("plan.html?group=mantelzorgers&theme=bewegen&state=planned")
    page.locator("#_elz-all").click()
    count.filter(has_text="300 of 300 actions").wait_for()
    assert page.locator(".overview tr:visible:has(td)").count() == 300
    assert page.url.endswith("plan.html")


def test_what_is_late_is_chosen_from_a_large_plan(large: Path, open_page: Open) -> None:
    page = open_page(large, "plan.html?state=late")
    page.locator("#_elz-count").filter(has_text="30 of 300 actions · Deadline: Late").wait_for()
    rows = page.locator(".overview tr:visible:has(td)")
    assert set(rows.locator("td:last-child").all_inner_texts()) == {"2024, late"}
    assert rows.locator("strong").count() == 30
    page.select_option("select[name=state]", "planned")
    assert page.locator("#_elz-count").inner_text() == "15 of 300 actions · State: Planned · Deadline: Late"
    assert set(rows.locator("td:nth-child(2)").all_inner_texts()) == {"Planned"}
    assert rows.locator("strong").count() == 15
    page.locator("#_elz-all").click()
    assert set(rows.locator("td:last-child").all_inner_texts()) == {"2024, late", "2026"}


def test_who_takes_back_a_choice_from_all_actions_sees_all_again(large: Path, open_page: Open) -> None:
    page = open_page(large, "plan.html")
    count, rows = page.locator("#_elz-count"), page.locator(".overview tr:visible:has(td)")
    page.locator("#_elz-choose summary").click()
    page.locator("#_elz-all").click()
    count.filter(has_text="300 of 300 actions").wait_for()
    page.select_option("select[name=lead]", "kring")
    assert rows.count() == 200
    page.select_option("select[name=lead]", "")
    assert count.inner_text() == "300 of 300 actions"
    assert rows.count() == 300
    assert page.url.endswith("plan.html")


def test_choosing_from_a_plan_whose_rows_do_not_come_is_said(large: Path, tmp_path: Path, browser: Browser) -> None:
    shutil.copytree(large, tmp_path / "site")
    (tmp_path / "site" / "assets" / "plan-rows.js").unlink()
    page = browser.new_page()
    page.goto((tmp_path / "site" / "plan.html").as_uri())
    page.locator("#_elz-choose summary").click()
    page.locator("#_elz-count").filter(has_text="Choosing does not work now.").wait_for()
    assert page.locator("main .names li:visible").count() == 300
    page.close()


@pytest.mark.parametrize("width", [320, 360, 390])
def test_a_timeline_on_a_telephone_can_be_read_whole_without_scrolling_sideways(
    width: int, own: Path, open_page: Open
) -> None:
    page = open_page(own, "tijdlijn.html", width)
    places = page.locator(".t-narrow text:visible").evaluate_all(
        "all => all.map(one => one.getBoundingClientRect()).map(({height, right}) => [height, right])"
    )
    assert len(places) > 50
    assert min(height for height, _ in places) > 9
    assert max(right for _, right in places) <= width
    assert page.evaluate("document.documentElement.scrollWidth") == width
    assert page.locator(".scroll:has(.timeline)").evaluate("one => one.scrollWidth - one.clientWidth") == 0


@pytest.mark.parametrize("width", [320, 360, 704, 832, 1280])
def test_no_letter_of_a_timeline_is_smaller_than_twelve_pixels(width: int, own: Path, open_page: Open) -> None:
    page = open_page(own, "tijdlijn.html", width=width)
    sizes = page.locator(".timeline text:visible").evaluate_all(
        "all => all.map(one => parseFloat(getComputedStyle(one).fontSize) * one.getScreenCTM().a)"
    )
    assert len(sizes) > 100
    assert min(sizes) > 11.8


SEEN = "all => all.filter(one => one.getBoundingClientRect().width > 1).map(one => one.innerText)"
"""The texts of the cells that can be seen, and not only heard."""


@pytest.mark.parametrize("width", [360, 1280])
def test_what_there_is_nothing_of_is_not_seen_on_a_telephone(width: int, own: Path, open_page: Open) -> None:
    page = open_page(own, "plan.html", width=width)
    shown = page.locator("tr:has(a[href='acties/governancestructuur.html']) td").evaluate_all(SEEN)
    assert shown[1:] == (["Afgerond", "", ""] if width > 1000 else ["Afgerond"])
    dash = page.locator(".overview td:empty").first.evaluate("one => getComputedStyle(one, '::after').content")
    assert dash.startswith('"–"')
    page = open_page(own, "wie-doet-wat/elz-dender.html", width=width)
    nothing = page.locator("td.none")
    assert nothing.count() > 0
    assert len(nothing.evaluate_all(SEEN)) == (0 if width < 1000 else nothing.count())


@pytest.mark.parametrize("name", ["stand-van-zaken.html", "plan.html", "wie-doet-wat/elz-dender.html"])
def test_who_hears_a_table_on_a_telephone_hears_each_cell_under_its_own_head(
    name: str, own: Path, open_page: Open
) -> None:
    page = open_page(own, name, width=360)
    nodes = page.context.new_cdp_session(page).send("Accessibility.getFullAXTree")["nodes"]
    roles = [one["role"]["value"] for one in nodes if not one["ignored"]]
    cells = sum(map(roles.count, ("cell", "rowheader", "columnheader")))
    assert cells == page.locator("td, th").count() > 20
    assert page.evaluate("document.documentElement.scrollWidth") == 360


def test_in_a_chart_on_a_telephone_a_row_without_anything_says_so(own: Path, open_page: Open) -> None:
    page = open_page(own, "stand-van-zaken.html", width=360)
    rows = page.locator(".chart:not(.cross) tr:has(> .n)").evaluate_all(
        "all => all.map(one => [...one.querySelectorAll('.n')].filter(cell => cell.getBoundingClientRect().width > 1).length)"
    )
    assert len(rows) > 20
    assert min(rows) > 0


def test_two_numbers_stand_beside_each_other_on_a_telephone(own: Path, open_page: Open) -> None:
    tiles = open_page(own, "stand-van-zaken.html", 320).locator(".totals > div")
    first, second = (tiles.nth(place).bounding_box() for place in (0, 1))
    assert first is not None
    assert second is not None
    assert first["y"] == second["y"]


def test_on_paper_bars_have_room_and_the_totals_stand_once_at_the_end(own: Path, open_page: Open) -> None:
    page = open_page(own, "stand-van-zaken.html", 680)
    sheets = pypdfium2.PdfDocument(page.pdf(format="A4"))
    text = " ".join(" ".join(sheet.get_textpage().get_text_bounded() for sheet in sheets).split())
    table = text[text.index("Stand van de acties per doelstelling") : text.index("Te laat, en zonder datum")]
    assert table.count("Alle acties") == 1
    assert table.index("5.2 Eerstelijnsactoren") < table.index("Alle acties")
    # What is folded on a screen cannot be unfolded there.
    assert page.locator("details:not([open]) li a").count() > 20
    assert all(text.count(title) for title in page.locator("details:not([open]) li a").all_text_contents())
    page.emulate_media(media="print")
    widths = page.locator("td.bars").evaluate_all("all => all.map(one => one.clientWidth)")
    assert min(widths) > 80
    heads = page.locator("th.bars").evaluate_all("all => all.map(one => one.scrollWidth - one.clientWidth)")
    assert max(heads) <= 0


# Searching


def found(page: Page) -> list[str]:
    return [one.inner_text() for one in page.locator("[role=option] .name").all()]


HELP = ["Plan", "Target groups and themes", "Who does what", "All pages"]
"""Where the box leads who finds nothing."""
HELP_NL = ["Plan", "Doelgroepen en thema's", "Wie doet wat", "Alle pagina's"]


def search(page: Page, text: str) -> list[str]:
    page.locator("#_elz-words").fill(text)
    page.locator("#_elz-results:not([hidden])").wait_for()
    return found(page)


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("3.3.6", "3.3.6 "),
        ("3.3", "3.3 "),
        ("mantelzorger", "Mantelzorgers"),
        ("MANTELZORGERS", "Mantelzorgers"),
        ("kindreflexen", "3.3.2 "),
        ("toeleidïngen", "Toeleiding"),
        ("13 mei", "Verslag: Clusteroverleg welzijn, 13 mei 2025"),
        ("13 mei 2025", "Verslag: Clusteroverleg welzijn, 13 mei 2025"),
        ("2025-05-13", "Verslag: Clusteroverleg welzijn, 13 mei 2025"),
        ("13/05/2025", "Verslag: Clusteroverleg welzijn, 13 mei 2025"),
        ("11 december", "Uitnodiging: Clusteroverleg welzijn, 11 december 2025"),
    ],
)
def test_the_best_comes_first(typed: str, first: str, own: Path, open_page: Open) -> None:
    assert search(open_page(own, "index.html"), typed)[0].startswith(first)


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("actie 3.3.6", "3.3.6 "),
        ("Actie 1.3.1", "1.3.1 "),
        ("acties 3.3.6.", "3.3.6 "),
        ("fiche 3.3.6", "3.3.6 "),
        ("de fiche van 3.3.6", "3.3.6 "),
        ("doelstelling 3.3", "3.3 "),
        ("doelstelling 3", "3 "),
        ("doelstelling 3.3.6", "3.3.6 "),
        ("1.3.1 bewegen", "1.3.1 "),
        ("actie 3.3.6 mantelzorg", "3.3.6 "),
        ("besluit b3", "Aan het einde van elke vergadering"),
        ("B3 13 mei", "Aan het einde van elke vergadering"),
        ("besluit B1 bestuursorgaan", "De actie 1.1.2"),
        ("thema mantelzorg", "Mantelzorg"),
        ("doelgroep vrijwilligers", "Vrijwilligers"),
        ("partner logo dender", "Logo Dender"),
        ("verslag 13 mei", "Verslag: Clusteroverleg welzijn, 13 mei 2025"),
        ("vergadering 11 december", "Uitnodiging: Clusteroverleg welzijn, 11 december 2025"),
    ],
)
def test_the_number_and_the_kind_of_something_are_words_of_it(
    typed: str, first: str, own: Path, open_page: Open
) -> None:
    page = open_page(own, "index.html")
    assert search(page, typed)[0].startswith(first)
    assert page.get_by_role("status").first.inner_text().startswith("Gevonden")
    best = page.locator("[role=option]").first
    assert "in de tekst" not in best.inner_text() or typed.startswith("verg")
    assert best.locator("mark").count()


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("action 1.1.1", "1.1.1 "),
        ("fiche 1.1.1", "1.1.1 "),
        ("goal 1.1", "1.1 "),
        ("decision b1", "We drinken koffie"),
        ("target group mantelzorgers", "Mantelzorgers"),
        ("theme bewegen", "Bewegen"),
    ],
)
def test_kinds_are_called_as_an_english_plan_calls_them(typed: str, first: str, small: Path, open_page: Open) -> None:
    page = open_page(small, "index.html")
    assert search(page, typed)[0].startswith(first)
    assert page.get_by_role("status").first.inner_text().startswith("Found: ")


@pytest.mark.parametrize(
    ("typed", "lacking", "near"),
    [
        ("action 9.9.9", "action 9.9.9", []),
        ("fiches 1.1.9", "action 1.1.9", ["1.1 ", "1.1.1 "]),
        ("action 1.9.9", "action 1.9.9", ["1 ", "1.1.1 "]),
        ("action 9", "action 9", []),
        ("goal 9.9", "goal 9.9", []),
        ("the goal 1.9", "goal 1.9", ["1 ", "1.1 "]),
        ("operational goal 1.9", "goal 1.9", ["1 ", "1.1 "]),
        ("SG 9", "goal 9", []),
        ("1.1.9", "action 1.1.9", ["1.1 ", "1.1.1 "]),
        ("1.9", "goal 1.9", ["1 ", "1.1 "]),
        ("decision b99", "decision B99", []),
    ],
)
def test_that_a_number_is_not_there_is_said_with_what_is_nearest_to_it(
    typed: str, lacking: str, near: list[str], small: Path, open_page: Open
) -> None:
    page = open_page(small, "index.html")
    found = search(page, typed)
    assert page.get_by_role("status").first.inner_text() == f"There is no {lacking}. This may help you further:"
    *first, last = found
    assert last == ("Decisions" if "decision" in typed else "All goals and actions")
    assert [one.partition(" ")[0] for one in first[: len(near)]] == [one.strip() for one in near]
    assert bool(first) is bool(near)
    page.locator("[role=option]").last.click()
    assert page.url.endswith("/decisions.html" if "decision" in typed else "/plan.html")


@pytest.mark.parametrize("typed", ["actie 2025", "acties 2024-2025", "doelstelling 3.3.6", "verslag 13", "13.30"])
def test_a_year_a_day_or_an_hour_is_no_number_that_is_not_there(typed: str, own: Path, open_page: Open) -> None:
    page = open_page(own, "index.html")
    assert (search(page, typed) == HELP_NL) is (typed == "13.30")
    assert "Er is geen" not in page.get_by_role("status").first.inner_text()
    assert "There is no" not in page.get_by_role("status").first.inner_text()


@pytest.mark.parametrize("typed", ["3.3", "doelstelling 3.3", "actie 3.3"])
def test_what_stands_under_a_number_follows_in_its_order(typed: str, own: Path, open_page: Open) -> None:
    page = open_page(own, "index.html")
    numbers = [one.partition(" ")[0] for one in search(page, typed)[:9]]
    assert numbers == ["3.3", *(f"3.3.{n}" for n in range(1, 9))]
    assert "in de tekst: 3.3" not in page.locator("[role=option]").nth(1).inner_text()


def test_the_word_for_a_kind_weighs_next_to_nothing(own: Path, alike: Path, open_page: Open) -> None:
    page = open_page(own, "index.html")
    # A chapter has the word in its text, others in their titles; no text has “hoofdstuk” too.
    found = search(page, "kwetsbare")
    assert "Kwetsbare" in found[0]
    assert search(page, "hoofdstuk kwetsbare") == found
    # Alone it finds what has it in its title or text, as any word does: here no decision.
    assert search(page, "besluit")[0] == "Besluiten"
    assert "Besluit" not in [one.inner_text() for one in page.locator("[role=option] > .kind:first-child").all()]
    # Where nothing has it, it finds all of that kind, in their order.
    page = open_page(alike, "index.html")
    numbers = [one.partition(" ")[0] for one in search(page, "fiche")]
    assert numbers == [f"1.1.{n}" for n in range(1, len(numbers) + 1)]
    assert len(numbers) == 15
    assert search(page, "9.9.9") == [one for one in HELP if one != "Target groups and themes"]  # there are none


def test_what_is_to_come_is_found_before_what_was(tmp_path: Path, open_page: Open) -> None:
    head = "---\ntitle: Open\nseries: overleg\n"
    root = met(
        tmp_path / "plan",
        m2025_05_06_overleg=f"{head}date: 2025-05-06\nstate: planned\n---\n",
        m2025_02_04_overleg=f"{head}date: 2025-02-04\nstate: review\n---\n\nBESLUIT: Geen invitation op papier.\n",
    )
    page = open_page(put(tmp_path / "site", load(WorkTree(root)).plan), "index.html")
    assert search(page, "invitation")[:3] == [
        "Invitation: Open, 6 May 2025",
        "Invitation: Overleg zorg, 10 June 2025",
        "Geen invitation op papier.",
    ]
    days = [re.sub("^.*, ", "", one) for one in search(page, "minutes") if "Minutes: " in one]
    assert days == ["4 February 2025", "14 January 2025"]


@pytest.fixture(scope="module")
def alike(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site of actions of which the titles are alike, with texts that are longer than a window."""
    long = "\n\n".join(["Deze regel zegt niets dat iemand wil vinden, en staat er alleen."] * 60)
    titles = {
        "a": ("Ouders en gezinnen", "Een lange regel over de ouders en wat zij samen doen."),
        "b": ("Samen met kwetsbare ouderen", "Een lange regel over wat wij in de buurt samen doen."),
        "c": ("Gezin en straat", "Een lange regel over het gezin dat in de straat woont."),
        "d": ("Gezin en buurt", "Een lange regel over de gezinnen en wat zij samen doen."),
        "e": ("Kring van huisartsen", long),
        "f": ("Huisartsenkring", long),
        "g": ("Partners starten", f"{long}\n\nBel de tandarts, die er voor elke tand is."),
        "h": ("Kaarten in maart", f"{long}\n\nVerder niets, dan de opstart van een olifant."),
        **{f"w{n}": (f"Raad {n}", "Niets.") for n in range(6)},
        "x": ("Zorgraad", "Niets."),
    }
    fiches = {
        name: fiche(f"1.1.{n}", title=title, text=f"## Waarom?\n\n{text}\n")
        for n, (name, (title, text)) in enumerate(titles.items(), 1)
    }
    plan = loaded(tmp_path_factory.mktemp("plan"), plan=f"{PLAN}language: en\n", **fiches).plan
    return put(tmp_path_factory.mktemp("alike"), plan)


def names(page: Page, typed: str) -> list[str]:
    return [re.sub(r"^[0-9.]+ ", "", one) for one in search(page, typed)]


def test_what_has_the_word_as_it_was_typed_comes_before_what_has_its_stem(alike: Path, open_page: Open) -> None:
    page = open_page(alike, "index.html")
    assert names(page, "ouderen")[:2] == ["Samen met kwetsbare ouderen", "Ouders en gezinnen"]
    assert names(page, "OUDERÉN")[0] == "Samen met kwetsbare ouderen"
    assert names(page, "ouders")[:2] == ["Ouders en gezinnen", "Samen met kwetsbare ouderen"]
    assert names(page, "gezinnen")[0] == "Ouders en gezinnen"
    assert names(page, "ouderen samen")[0] == "Samen met kwetsbare ouderen"


def test_the_word_as_it_was_typed_counts_a_little_in_the_first_words_too(alike: Path, open_page: Open) -> None:
    page = open_page(alike, "index.html")
    # The stem is in the title of all three.
    assert names(page, "gezin")[0] == "Gezin en straat"
    assert names(page, "gezinnen") == ["Ouders en gezinnen", "Gezin en buurt", "Gezin en straat"]


@pytest.mark.parametrize("typed", ["arts", "artsen"])
def test_a_word_is_found_in_words_that_are_written_together(typed: str, alike: Path, open_page: Open) -> None:
    page = open_page(alike, "index.html")
    # In a title it weighs more than in a text, and “opstart”, “partner” and “maart” are other words.
    found = names(page, typed)
    assert set(found[:2]) == {"Kring van huisartsen", "Huisartsenkring"}
    assert found[2:] == ["Partners starten"]
    assert {one.inner_text() for one in page.locator("[role=option] .name mark").all()} == {
        "huisartsen",
        "Huisartsenkring",
    }


def test_a_short_word_that_gives_enough_is_not_looked_for_in_others(alike: Path, open_page: Open) -> None:
    found = names(open_page(alike, "index.html"), "raad")
    assert len(found) == 6
    assert "Zorgraad" not in found


def until(page: Page, is_so: str) -> None:
    """Waits for something; the rules of our pages forbid the way in which Playwright does."""
    tries = iter(range(100))
    while not page.evaluate(is_so):
        assert next(tries, None) is not None, is_so
        page.wait_for_timeout(50)


@pytest.mark.parametrize("motion", ["reduce", "no-preference"])
def test_the_page_goes_to_the_first_word_that_was_found(motion: Any, alike: Path, open_page: Open) -> None:
    page = open_page(alike, "index.html")
    page.emulate_media(reduced_motion=motion)
    page.add_init_script("const to = scrollTo; window.scrollTo = (asked) => { window.asked = asked; to(asked); }")
    page.goto((alike / "actions/h.html").as_uri() + "?hit=olifant")
    until(page, "CSS.highlights.get('elz-hit')?.size > 0")
    place = "[...CSS.highlights.get('elz-hit')][0].getBoundingClientRect()"
    until(page, f"scrollY > 0 && {place}.top > 0 && {place}.bottom < innerHeight")
    assert page.evaluate("asked.behavior") == ("instant" if motion == "reduce" else "smooth")
    # The keyboard is there too, and a screen reader reads on from there.
    assert page.evaluate("document.activeElement.textContent").endswith("dan de opstart van een olifant.")


def here(page: Page) -> Any:
    """The element where the keyboard is, as its tag and its text."""
    return page.evaluate("[document.activeElement.tagName, document.activeElement.textContent.trim()]")


@pytest.fixture(scope="module")
def minutes(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of a plan with minutes that are longer than a window."""
    long = "\n\n".join(["Deze regel zegt niets dat iemand wil vinden, en staat er alleen."] * 30)
    text = (
        "---\ntitle: Raad\nseries: overleg\ndate: 2025-02-04\nstate: review\nlocation: Walvis\n---\n\n"
        f"## 1. Goedkeuring\n\nHet verslag van de vorige keer is goedgekeurd en alles is geregeld.\n\n{long}\n\n"
        f"## 2. Toelichting\n\nEr is weinig tijd.\n\n{long}\n\n"
        f"## 3. Signalen\n\nGezinnen met weinig geld: zie [[koffie]].\n\nOok daar is weinig geld, en zelfs een mantelzwerver.\n\n{long}\n\n"
        "BESLUIT: Wij kopen een nijlpaard.\n"
    )
    root = met(tmp_path_factory.mktemp("plan"), m2025_02_04_overleg=text)
    return put(tmp_path_factory.mktemp("minutes"), load(WorkTree(root)).plan)


MINUTES = "meetings/2025-02-04-overleg.html"
MARKED = "[...CSS.highlights.get('elz-hit')].map(String)"


def test_the_page_goes_to_where_most_of_the_words_stand_together(minutes: Path, open_page: Open) -> None:
    page = open_page(minutes, "index.html", 360)
    page.emulate_media(reduced_motion="reduce")
    page.goto((minutes / MINUTES).as_uri() + "?hit=weinig%20geld")
    until(page, "document.activeElement !== document.body")
    assert here(page) == ["P", "Gezinnen met weinig geld: zie 1.1.1 Koffie voor mantelzorgers."]
    # In “geregeld” it is not the word.
    assert page.evaluate(MARKED) == ["weinig", "weinig", "geld", "weinig", "geld"]
    until(page, "document.activeElement.getBoundingClientRect().bottom < innerHeight && scrollY > 1000")
    assert page.evaluate("getComputedStyle(document.activeElement).outlineColor") == "rgba(0, 0, 0, 0)"
    there = page.evaluate("scrollY")
    page.keyboard.press("Tab")
    assert here(page) == ["A", "1.1.1 Koffie voor mantelzorgers"]
    assert page.evaluate("scrollY") == there
    assert page.locator("[data-hit], main p[tabindex]").count() == 0
    page.keyboard.press("Shift+Tab")
    assert page.evaluate("document.activeElement.tagName") != "P"


def test_a_word_within_another_is_marked_where_that_is_all_there_is(minutes: Path, open_page: Open) -> None:
    page = open_page(minutes, f"{MINUTES}?hit=zwerver")
    until(page, "document.activeElement !== document.body")
    assert page.evaluate(MARKED) == ["mantelzwerver"]


@pytest.mark.parametrize("address", ["", "?hit=olifant", "?q=olifant", "?hit=%25"])
def test_who_does_not_come_for_a_word_of_the_page_is_at_its_beginning(
    address: str, minutes: Path, open_page: Open
) -> None:
    page = open_page(minutes, MINUTES + address)
    until(page, "CSS.highlights.has('elz-hit') || !location.search.includes('hit')")
    page.wait_for_timeout(100)
    assert page.evaluate("[document.activeElement.tagName, scrollY]") == ["INPUT" if "q=" in address else "BODY", 0]
    assert page.locator("[data-hit]").count() == 0


def test_a_decision_that_was_found_is_where_the_keyboard_is(minutes: Path, open_page: Open) -> None:
    page = open_page(minutes, "index.html")
    search(page, "nijlpaard")
    page.locator("[role=option]", has_text="Wij kopen").click()
    page.wait_for_url(re.compile("#2025-02-04-overleg/B1$"))
    until(page, "document.activeElement !== document.body")
    assert here(page)[1].startswith("Decision B1 Wij kopen een nijlpaard.")
    assert page.evaluate("scrollY") > 1000


def test_minutes_that_were_found_say_under_what_the_words_stand(minutes: Path, open_page: Open) -> None:
    page = open_page(minutes, "index.html")
    told = page.locator("[role=option]", has_text="4 February 2025")

    def lines(typed: str) -> list[str]:
        search(page, typed)
        return told.locator("span:not(.name)").all_inner_texts()

    assert lines("weinig geld") == ["Meeting", "in the text: weinig, geld (under “3. Signalen”)"]
    assert lines("geregeld") == ["Meeting", "in the text: geregeld (under “1. Goedkeuring”)"]
    assert lines("geregeld geld") == [
        "Meeting",
        "in the text: geregeld (under “1. Goedkeuring”)",
        "in the text: geld (under “3. Signalen”)",
    ]
    agenda = "Goedkeuring · Toelichting · Signalen"
    assert lines("signalen walvis") == ["Meeting", agenda, "in the text: walvis"]
    assert lines("4 February") == ["Meeting", agenda]


@pytest.mark.parametrize("address", ["h.html?hit=kaarten", "h.html?hit=olifant#_elz-search"])
def test_the_page_stays_when_the_word_is_in_sight_or_a_place_was_asked_for(
    address: str, alike: Path, open_page: Open
) -> None:
    page = open_page(alike, f"actions/{address}")
    until(page, "CSS.highlights.get('elz-hit')?.size > 0")
    page.wait_for_timeout(300)
    assert page.evaluate("scrollY") == 0


def test_what_was_found_is_marked_and_the_page_marks_it_too(own: Path, open_page: Open) -> None:
    page = open_page(own, "vergaderingen.html")
    search(page, "kwetsbare groep")
    marks = {one.inner_text().lower() for one in page.locator("[role=option] mark").all()}
    assert {"kwetsbare", "groepen"} <= marks
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile("[?]hit=kwetsbare%20groep"))
    tries = iter(range(100))
    while not page.evaluate("(CSS.highlights.get('elz-hit')?.size ?? 0) > 3") and next(tries, None) is not None:
        page.wait_for_timeout(50)
    marked = page.evaluate("[...CSS.highlights.get('elz-hit')].map(String)")
    assert {"kwetsbare", "groepen"} <= {word.lower() for word in marked}


def test_a_search_can_be_passed_on_as_a_link(own: Path, open_page: Open) -> None:
    page = open_page(own, "wie-doet-wat.html")
    before = search(page, "jonge mantelzorgers")
    page.wait_for_url(re.compile(r"\?q=jonge\+mantelzorgers$"))
    again = open_page(own, page.url.rpartition("/")[2])
    again.locator("[role=option]").first.wait_for()
    assert found(again) == before


def test_keys_lead_to_the_box_through_what_was_found_and_out_again(small: Path, open_page: Open) -> None:
    page = open_page(small, "plan.html")
    page.keyboard.press("/")
    box = page.get_by_role("combobox", name="Search this site")
    assert box.evaluate("one => one === document.activeElement")
    page.keyboard.type("koffie")
    options = page.get_by_role("listbox", name="What was found").get_by_role("option")
    options.first.wait_for()
    assert (box.get_attribute("aria-expanded"), box.get_attribute("aria-activedescendant")) == ("true", None)
    count = options.count()
    assert count > 1
    for key, place in (("ArrowDown", 0), ("ArrowDown", 1), ("ArrowUp", 0), ("ArrowUp", count - 1), ("ArrowDown", 0)):
        page.keyboard.press(key)
        assert box.get_attribute("aria-activedescendant") == options.nth(place).get_attribute("id")
        assert page.locator("[role=option][aria-selected=true]").count() == 1
    page.keyboard.press("Escape")
    assert box.get_attribute("aria-expanded") == "false"
    assert options.count() == 0 or not options.first.is_visible()
    assert box.input_value() == "koffie"
    page.keyboard.press("Escape")
    until(page, "!location.search")
    assert box.input_value() == ""
    page.keyboard.type("koffie")
    options.first.wait_for()
    page.keyboard.press("Escape")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    target = options.first.get_attribute("href")
    page.keyboard.press("Enter")
    page.wait_for_url(lambda url: str(target).partition("?")[0] in url)


def test_what_was_found_is_no_stop_for_the_keyboard_however_much_it_is(own: Path, open_page: Open) -> None:
    page = open_page(own, "plan.html")
    page.keyboard.press("/")
    page.keyboard.type("zorg")
    found = page.locator("#_elz-found")
    found.locator("[role=option]").first.wait_for()
    assert found.evaluate("one => one.scrollHeight > one.clientHeight")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Start"


def test_who_finds_nothing_is_helped(small: Path, open_page: Open) -> None:
    page = open_page(small, "index.html")
    assert search(page, "mantelsorgers") == HELP
    said = page.get_by_role("status").first
    assert "Nothing was found for “mantelsorgers”." in said.inner_text()
    assert "1.2.3" in said.inner_text()
    page.get_by_role("button", name="Did you mean “mantelzorgers”?").click()
    assert found(page)
    for short in ("a", '"', '"""'):
        page.locator("#_elz-words").fill("")
        assert search(page, short) == (HELP if len(short) > 1 else [])
        assert said.inner_text()
    page.locator("#_elz-words").fill("a")
    assert said.inner_text() == "Type at least two letters, or a number."
    assert search(page, "<img src=x onerror=window.ran=1>") == HELP
    # Nothing is opened that nobody chose.
    page.keyboard.press("Enter")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    assert page.locator("[role=option][aria-selected=true] .name").inner_text() == HELP[1]
    assert page.url.partition("?")[0].endswith("/index.html")
    assert search(page, "koffie qqqq")
    assert "Found with some of them" in said.inner_text()
    assert search(page, "zqxj") == HELP
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url(lambda url: url.endswith("/plan.html"))


def test_an_index_that_cannot_be_loaded_is_said(browser: Browser, small: Path, tmp_path: Path) -> None:
    folder = tmp_path / "site"
    shutil.copytree(small, folder)
    (folder / "assets" / "search-index.js").unlink()
    page = browser.new_page()
    page.goto((folder / "index.html").as_uri())
    page.locator("#_elz-search input").fill("koffie")
    page.get_by_text("Searching does not work now").wait_for()
    page.close()


ODD = (
    "Café’s & foto's: 's avonds in 's-Hertogenbosch, zo'n 3.3.6-plan (1.2) 12.000 m² ½ ﬁets ǅ ẞ İstanbul ΟΔΟΣ x_y "
    "naïeve reünies coördinaties ideeën zeeën écht ’t kerstmarktje bloemetjes boompjes prijzen brieven dienstencentra fora musea stadia media 你好 e\u0301e\u0301n"
)


def test_the_page_reads_words_as_the_index_does(own: Path, open_page: Open) -> None:
    """The code of the page itself, on every word of our own plan and on odd ones."""
    code = SCRIPT[SCRIPT.index("  // The same words as in") : SCRIPT.index("  const load =")]
    pattern = next(line for line in SCRIPT.splitlines() if line.strip().startswith("const WORD"))
    texts = [ODD, *(path.read_text("utf-8") for path in sorted((ROOT / "plan").rglob("*.md"))), *HOSTILE]
    page = open_page(own, "privacy.html")
    js = f"""([rules, texts]) => {{
        {pattern}
        const index = {{ stems: new Map(), rules: rules.map(([old, now]) => [new RegExp(old, "gu"), now]) }};
        {code}
        return texts.map((text) => [fold(text), wordsOf(text), wordsOf(text).map(stem)]);
    }}"""
    read = page.evaluate(js, [[list(rule) for rule in RULES], texts])
    for text, (fold, found_words, found_stems) in zip(texts, read, strict=True):
        assert fold == folded(text)
        assert found_words == list(words(text))
        assert found_stems == [stem(word) for word in words(text)]


# Hostile content


def evil(root: Path) -> Plan:
    """A plan in which every title and text is one of the hostile ones, with public minutes."""
    titles: Mapping[int, str] = dict(enumerate(json.dumps(f"merk{place} {line}") for place, line in enumerate(HOSTILE)))
    running = "\n\n".join(line for line in HOSTILE if "<!--" not in line)
    fiches = {
        f"kwaad_{place}": fiche(
            f"1.1.{place + 1}",
            "lead: [kring]",
            "target_groups: [mantelzorgers]",
            f"steps: [{{what: {title}, due: 2025-03-01}}]",
            f"indicators: [{{kind: output, what: {title}, target: 4, unit: {title}, measured: [{{on: 2025-02-01, value: 3}}]}}]",
            title=title,
            text=f"Een woord.\n\n## Waarom?\n\n{running if place < 2 else line}",
        )
        for (place, title), line in zip(titles.items(), HOSTILE, strict=True)
    }
    plan = PLAN.replace("Mantelzorgers", titles[0]).replace("Actieplan 2025", titles[1]) + "language: en\n"
    actors = f"kring:\n  name: {titles[2]}\n  kind: group\nelz-polder:\n  name: {titles[3]}\n  kind: zone\n"
    write(root, plan=plan, actors=actors, **fiches)
    meetings = root / "meetings"
    meetings.mkdir()
    (meetings / "series.yaml").write_text(f"overleg:\n  name: {titles[4]}\n  access: open\n", "utf-8")
    noted = "\n\n".join(f"{word}: merk {line}" for line in HOSTILE for word in ("BESLUIT", "SIGNAAL"))
    head = f"---\ntitle: {titles[5]}\nseries: overleg\ndate: 2025-01-14\nstate: review\n---\n"
    (meetings / "2025-01-14-overleg.md").write_text(f"{head}\n## 1. {HOSTILE[0]}\n\n{noted}\n", "utf-8")
    return load(WorkTree(root)).plan


def test_nothing_of_a_hostile_plan_runs_or_is_asked_for(tmp_path: Path, open_page: Open) -> None:
    folder = put(tmp_path / "site", evil(tmp_path / "plan"))
    names = a_page_of_each_kind(folder)
    page = open_page(folder, names[0])
    for name in names:
        page.goto((folder / name).as_uri())
        bad = "main :is(script, style, iframe, img, object, embed, link, meta, base, template)"
        assert page.locator(bad).count() == 0, name
        assert (
            page.evaluate(
                "[...document.querySelectorAll('*')].flatMap(one => one.getAttributeNames()).filter(name => name.startsWith('on'))"
            )
            == []
        )
        assert page.evaluate("window.ran === undefined")
    for typed in ("onerror", "script", "kwaad.example", "merk3", "javascript"):
        assert search(page, typed), typed
        assert page.locator("#_elz-results :is(img, script, svg, iframe)").count() == 0
        assert page.locator("#_elz-results mark").count() > 0
    assert all(
        (one.get_attribute("href") or "").startswith("?") is False for one in page.locator("[role=option]").all()[:3]
    )
    page.keyboard.press("Enter")
    page.wait_for_timeout(200)
    assert page.evaluate("window.ran === undefined")
    assert page.url.startswith(folder.as_uri())


BAD_NAMES = (
    "tekening.svg",
    "pagina.html",
    '"><img src=x onerror=window.ran=1>.pdf',
    "javascript:window.ran=1.pdf",
    "../../plan/plan.yaml",
    "..%2f..%2fplan.pdf",
    "data:text,x.txt",
)
SVG = b'<svg xmlns="http://www.w3.org/2000/svg" onload="window.ran=1"><script>window.ran=1</script></svg>'


def evil_repository(root: Path) -> Path:
    """The same plan with a history, with an action that got another id, and with files of every bad kind and name."""
    begin(root)
    evil(root)
    commit(root, "2025-01-15")
    actions, held = root / "plan" / "actions", root / "meetings" / "2025-01-14-overleg.md"
    for place, line in enumerate(HOSTILE[:40]):
        path = actions / f"kwaad-{place}.md"
        note = f"updates: [{{on: 2025-01-20, note: {json.dumps(f'merk {line}')}}}]"
        path.write_text(
            path.read_text("utf-8").replace("target_groups:", f"due: maart 2025\n{note}\ntarget_groups:"), "utf-8"
        )
    commit(root, "2025-01-20")
    (actions / "kwaad-0.md").rename(actions / "goed-0.md")
    commit(root, "2025-01-21")
    files = root / "meetings" / "attachments"
    files.mkdir()
    for name in BAD_NAMES:
        if "/" not in name:
            (files / name).write_bytes(SVG)
    (files / "stuk.txt").write_text("<script>window.ran=1</script>", "utf-8")
    (files / "verslag.pdf").write_bytes(pdf("Verslag") + b"<script>window.ran=1</script>")
    (files / "foto.png").write_bytes(png(30, 20))
    (files / "vals.png").write_bytes(SVG)
    listed = ", ".join(
        f"{{file: {json.dumps(name)}, title: {json.dumps(f'stuk {line}')}}}"
        for name, line in zip((*BAD_NAMES, "stuk.txt", "verslag.pdf", "foto.png", "vals.png"), HOSTILE, strict=False)
    )
    text = held.read_text("utf-8").replace("state: review", f"state: review\nattachments: [{listed}]")
    pictures = '![" onerror="window.ran=1](foto.png)\n\n![x](vals.png)\n\n![x](../../plan/plan.yaml)\n'
    heading = f"## 1. {HOSTILE[0]}\n"
    held.write_text(text.replace(heading, f"{heading}\n{pictures}"), "utf-8")
    commit(root, "2025-01-22")
    return root


def test_nothing_of_a_hostile_history_or_of_hostile_files_runs_or_is_asked_for(tmp_path: Path, open_page: Open) -> None:
    root, folder = evil_repository(tmp_path / "plan"), tmp_path / "site"
    main(["-C", str(root), "site", "--out", str(folder), "--today=2025-04-01", "--draft"])
    published = {path.name for path in (folder / "attachments").glob("*")}
    assert published == {"verslag.pdf", "foto.png"}
    assert not any(
        b"<svg" in path.read_bytes() for path in folder.rglob("*") if path.suffix in (".png", ".svg", ".txt")
    )
    names = [
        "meetings/2025-01-14-overleg.html",
        "actions/goed-0.html",
        *(f"actions/kwaad-{place}.html" for place in range(1, 40, 5)),
    ]
    page = open_page(folder, names[0])
    assert page.locator("main img").evaluate_all("all => all.map(one => [one.naturalWidth, one.alt])") == [
        [30, '" onerror="window.ran=1']
    ]
    assert page.get_by_role("link", name="stuk").count() >= 2
    for name in names:
        page.goto((folder / name).as_uri())
        bad = "main :is(script, style, iframe, object, embed, link, meta, base, template)"
        assert page.locator(bad).count() == 0, name
        assert page.locator("section.history").count() == 1, name
        attributes = "[...document.querySelectorAll('*')].flatMap(one => one.getAttributeNames())"
        assert page.evaluate(f"{attributes}.filter(name => name.startsWith('on'))") == []
        assert page.evaluate("window.ran === undefined")
    # The page of the id that was given up leads on by itself, and to nowhere else.
    page.goto((folder / "actions" / "kwaad-0.html").as_uri())
    page.wait_for_url(re.compile("goed-0.html$"))
    assert page.evaluate("window.ran === undefined")


def test_axe_finds_nothing_wrong_on_a_page_with_a_history_and_on_one_that_moved(
    tmp_path: Path, open_page: Open
) -> None:
    root, folder = begin(tmp_path / "plan"), tmp_path / "site"
    met(root)
    commit(root, "2025-01-15")
    path = root / "plan" / "actions" / "koffie.md"
    path.write_text(path.read_text("utf-8").replace("Koffie", "Thee"), "utf-8")
    commit(root, "2025-01-20")
    path.rename(path.with_name("koffiehuis.md"))
    commit(root, "2025-01-21")
    main(["-C", str(root), "site", "--out", str(folder), "--today=2025-04-01", "--draft"])
    for width, scheme in ((1280, "light"), (320, "dark")):
        page = open_page(folder, "actions/koffiehuis.html", width, scheme)
        assert page.locator("section.history").count() == 1
        # Without what leads on, so that there is time to look.
        moved = (folder / "actions" / "koffie.html").read_text("utf-8")
        (folder / "actions" / "stays.html").write_text(re.sub("<meta[^>]*refresh[^>]*>", "", moved), "utf-8")
        for name in ("koffiehuis", "stays"):
            page.goto((folder / "actions" / f"{name}.html").as_uri())
            page.evaluate(AXE)
            found = page.evaluate(AXE_RUN)
            assert [(one["id"], one["nodes"][0]["html"][:200]) for one in found["violations"]] == []
            assert page.evaluate("document.documentElement.scrollWidth") == width
