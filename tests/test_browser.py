"""The pages in a real browser: nothing of the content runs, nothing is asked for, and everybody can use them.

Needs Chromium, and Playwright for Python, which drives it; the reason says which of them is missing.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from html import unescape
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeAlias

import changed_plans as since
import chromium
import pypdfium2
import pytest
from drawn_meetings import FIRST, THIRD, invitation, met, minutes, one
from drawn_plans import ENGLISH, TODAY, document, missing, own_plan, read, rich, squeezed, statement, whole
from histories import begin, commit
from hostile_texts import HOSTILE
from small_plans import ROOT, fiche

from elzctl.render.html import html
from elzctl.render.report_document import report_document
from elzctl.render.tree import Document

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Dialog, Page

browser = chromium.browser

Open: TypeAlias = "Callable[..., Page]"

TEXT = """\
## Waarom?

De coördinatie van de **mantel**zorg: een *reünie* in café ‘Sacré-Cœur’, één keer per jaar.

## Wat?

Wie REÜNIES houdt, telt ze.
"""


@pytest.fixture
def open_page(browser: Browser) -> Iterator[Open]:
    """Opens a file in a window of its own.  Whatever a page complains of or asks for fails the test at its end."""
    troubles: list[str] = []

    def closed(dialog: Dialog) -> None:
        troubles.append(f"dialog: {dialog.message}")
        dialog.dismiss()

    def opened(path: Path, where: str = "", width: int = 1280, scheme: str = "light", scripts: bool = True) -> Page:
        size: Any = {"width": width, "height": 900}
        colours: Any = scheme
        context = browser.new_context(viewport=size, color_scheme=colours, java_script_enabled=scripts)
        page = context.new_page()
        address = path.as_uri()
        page.on("console", lambda said: troubles.append(f"{said.type}: {said.text}"))
        page.on("pageerror", lambda error: troubles.append(f"error: {error}"))
        page.on("popup", lambda popup: troubles.append(f"window: {popup.url}"))
        page.on("dialog", closed)
        page.on("request", lambda asked: None if asked.url.startswith(address) else troubles.append(asked.url))
        page.goto(address + where)
        return page

    yield opened
    for context in browser.contexts:
        context.close()
    assert troubles == []


@pytest.fixture(scope="module")
def drawn(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Document]:
    folder = tmp_path_factory.mktemp("plans")
    second = fiche("1.2.1", "lead: [kring]", "target_groups: [scholen]", title="Wandelen", text=TEXT)
    plan = document(rich(folder / "plan", wandelen=second))
    meetings = met(folder / "meetings")
    report = report_document(read(meetings).plan, 2025, TODAY, ENGLISH)
    return {
        "plan": plan._replace(sources=(("koffie", "https://codeberg.org/elz/plan/src/branch/main/koffie.md"),)),
        "own": own_plan(),
        "changes": since.marked(since.changed(folder / "changes")),
        "empty": Document("T", "", "", "nl", "", plan.words, (), ()),
        "minutes": minutes(meetings, FIRST),
        "invitation": invitation(meetings, THIRD),
        "report": report,
        "statement": statement(folder / "statement"),
    }


@pytest.fixture(scope="module")
def pages(drawn: dict[str, Document], tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    folder = tmp_path_factory.mktemp("pages")
    return {**saved(drawn, folder), "diff": compared(folder)}


def compared(folder: Path) -> Path:
    """The page of what changed between two versions of a plan."""
    root = rich(begin(folder / "zone"))
    commit(root)
    rich(root, koffie=fiche("1.1.1", "lead: [kring]", title="Thee", text=TEXT), taart=fiche("1.1.2", title="Taart"))
    command = [sys.executable, "-m", "elzctl", "-C", str(root), "diff", "--format", "html"]
    made = subprocess.run(command, env={**os.environ, "PYTHONPATH": str(ROOT)}, check=True, capture_output=True)
    (folder / "diff.html").write_bytes(made.stdout)
    return folder / "diff.html"


def saved(documents: dict[str, Document], folder: Path) -> dict[str, Path]:
    for name, found in documents.items():
        (folder / f"{name}.html").write_text(html(found), "utf-8")
    return {name: folder / f"{name}.html" for name in documents}


def told(page: Page, name: str = "told") -> str:
    return page.locator(f"#_elz-{name}").inner_text()


def seen(page: Page, anchor: str) -> bool:
    return bool(page.evaluate("name => document.getElementById(name).checkVisibility()", anchor))


def marked(page: Page, name: str = "found") -> list[str]:
    """The words that are marked."""
    found: list[str] = page.evaluate("name => [...CSS.highlights.get(`elz-${name}`)].map(String)", name)
    return found


# Every document


@pytest.mark.parametrize(
    "name", ["plan", "own", "changes", "empty", "minutes", "invitation", "report", "statement", "diff"]
)
def test_a_page_opens_without_a_complaint_and_fits_a_narrow_window(
    name: str, pages: dict[str, Path], open_page: Open
) -> None:
    page = open_page(pages[name], width=320)
    assert page.evaluate("document.documentElement.scrollWidth") == 320
    assert page.locator("h1").count() == 1


AXE = [
    *(
        (name, width, scheme)
        for name in ("plan", "minutes", "invitation", "report", "statement", "diff")
        for width in (1280, 320)
        for scheme in ("light", "dark")
    ),
    ("own", 320, "dark"),
    ("changes", 1280, "light"),
    ("changes", 320, "dark"),
]


@pytest.mark.parametrize(("name", "width", "scheme"), AXE)
def test_axe_finds_nothing_wrong(name: str, width: int, scheme: str, pages: dict[str, Path], open_page: Open) -> None:
    page = open_page(pages[name], width=width, scheme=scheme)
    for control in (*page.locator("summary:visible").all(), *page.locator(".fold").all()[:1]):
        control.click()
    page.evaluate(files("axe_playwright_python").joinpath("axe.min.js").read_text("utf-8"))
    found = page.evaluate("axe.run(document, {resultTypes: ['violations']})")
    wrong = [(one["id"], one["nodes"][0]["html"][:200], len(one["nodes"])) for one in found["violations"]]
    assert wrong == []
    assert len(found["passes"]) > 20


@pytest.mark.parametrize("name", ["plan", "minutes", "report"])
def test_a_page_without_scripts_has_every_word_and_no_button(
    name: str, drawn: dict[str, Document], pages: dict[str, Path], open_page: Open
) -> None:
    page = open_page(pages[name], scripts=False)
    assert page.locator("button:visible, select:visible, input:visible").count() == 0
    assert missing(whole(drawn[name]), page.locator("main").inner_text()) is None


def test_motion_is_left_to_who_wants_it(pages: dict[str, Path], open_page: Open) -> None:
    page = open_page(pages["plan"])
    moving = "[...document.querySelectorAll('*')].map(getComputedStyle).filter(one => one.scrollBehavior !== 'auto'"
    assert page.evaluate(f"{moving} || one.transitionDuration !== '0s' || one.animationName !== 'none').length") == 0


# Hostile content


LINES = [f"merk{number} {text}" for number, text in enumerate(HOSTILE)]
# A comment is in no document, and one that is not closed hides what follows: these stand in texts of their own.
COMMENTS = [line for line in LINES if "<!--" in line]
RUNNING = [line for line in LINES if line not in COMMENTS]


def evil_plan(root: Path) -> Document:
    """A plan in which every text is all of the hostile ones, and every name one of them."""
    names = iter([json.dumps(line) for line in LINES] * 2)
    listed = "\n".join(f"* {line}" for line in RUNNING)
    headings = "\n\n".join(f"### {line}" for line in RUNNING)
    table = "| a | b |\n| --- | --- |\n" + "\n".join(f"| {line.replace('|', '/')} | x |" for line in RUNNING)
    text = "\n\n".join((*RUNNING, "## Waarom?", listed, "## Wat?", table, "## Hoe?", headings))
    fiches = {
        f"kwaad{number}": fiche(
            f"1.1.{number + 3}",
            "lead: [kring]",
            "target_groups: [mantelzorgers]",
            f"steps: [{{what: {next(names)}, due: 2025, note: {next(names)}}}]",
            f"indicators: [{{kind: output, what: {next(names)}, unit: {next(names)}}}]",
            title=next(names),
            text=(text, *COMMENTS, *RUNNING)[number],
        )
        for number in range(20)
    }
    rich(root, **fiches)
    for name, old in (
        ("plan.yaml", "Actieplan 2025"),
        ("plan.yaml", "Mantelzorgers"),
        ("plan.yaml", "eerstelijnszone"),
        ("goals.yaml", "Zorg dicht bij mensen"),
        ("actors.yaml", "Huisartsenkring"),
        ("actors.yaml", "Eerstelijnszone Polder"),
    ):
        path = root / "plan" / name
        assert f": {old}\n" in path.read_text("utf-8")
        path.write_text(path.read_text("utf-8").replace(f": {old}\n", f": {next(names)}\n", 1), "utf-8")
    return document(root)


def evil_minutes(root: Path) -> Document:
    points = "\n".join(f"- [ ] {line} @kring" for line in RUNNING)
    noted = "\n\n".join(f"{word}: {line}" for line in RUNNING for word in ("BESLUIT", "SIGNAAL"))
    return minutes(one(root, f"\n## 1. {RUNNING[0]}\n\n{points}\n\n## 2. Varia\n\n{noted}\n"))


def test_nothing_of_a_hostile_document_runs_or_is_asked_for(tmp_path: Path, open_page: Open) -> None:
    assert len(HOSTILE) >= 60
    evil = {"plan": evil_plan(tmp_path / "plan"), "minutes": evil_minutes(tmp_path / "minutes")}
    for name, path in saved(evil, tmp_path).items():
        page = open_page(path)
        shown = page.locator("main").inner_text()
        for line in RUNNING:
            assert line.partition(" ")[0] + " " in shown
            if line.partition(" ")[2].startswith("<"):
                assert squeezed(line) in squeezed(shown) or squeezed(unescape(line)) in squeezed(shown), line
        if name == "plan":
            page.keyboard.press("/")
            page.keyboard.type("onerror")
            page.keyboard.press("Enter")
            assert len(marked(page)) > 20
            page.locator("#_elz-choose summary").click()
            page.select_option("select[name=lead]", "kring")
        # What one browser writes and another reads again is where texts turn into elements.
        again = page.evaluate("""() => {
            const twice = new DOMParser().parseFromString(document.documentElement.outerHTML, "text/html");
            const bad = "main :is(script, style, iframe, img, object, embed, form, input, link, meta, base, template)";
            const handlers = [...twice.querySelectorAll("*")].flatMap(one => one.getAttributeNames());
            return [twice.querySelectorAll(bad).length, handlers.filter(name => name.startsWith("on")).length];
        }""")
        assert again == [0, 0]
        page.wait_for_timeout(100)
        assert page.evaluate("window.ran === undefined")


def test_the_policy_of_the_page_stops_what_would_slip_through(
    browser: Browser, drawn: dict[str, Document], tmp_path: Path
) -> None:
    """The last wall, tried by putting real scripts into a page behind our back."""
    slipped = """<script>window.ran = 1</script><img src=x onerror="window.ran = 1"><p style="color: red">x</p>
<img src="https://kwaad.example/p.png"><a id="slip" href="javascript:window.ran = 1">klik</a>"""
    before, main, after = html(drawn["plan"]).partition('<main id="_elz-main" tabindex="-1">')
    path = tmp_path / "page.html"
    path.write_text(before + main + slipped + after, "utf-8")
    window = browser.new_page()
    asked: list[str] = []
    refused: list[str] = []
    window.on("requestfinished", lambda request: asked.append(request.url))
    window.on("console", lambda said: refused.append(said.text))
    window.goto(path.as_uri())
    window.locator("#slip").click()
    window.wait_for_timeout(100)
    assert window.evaluate("window.ran === undefined")
    assert asked == [path.as_uri()]
    assert len([text for text in refused if "Content Security Policy" in text]) >= 5
    window.close()


# Searching


def search(page: Page, words: str) -> None:
    page.locator("#_elz-query").fill(words)


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("coordinatie", ["coördinatie"]),
        ("COÖRDINATIE", ["coördinatie"]),
        ("reunie", ["reünie", "REÜNIE"]),
        ("van de mantelzorg", ["van de mantelzorg"]),
        ("'sacre-coeur'", ["‘Sacré-Cœur’"]),
        ("een keer", ["één keer"]),
        ("één   keer", ["één keer"]),
        ("bestaat niet", []),
        ("(", []),
        ("é", []),
    ],
)
def test_words_are_found_whatever_their_accents_and_capitals(
    typed: str, found: list[str], pages: dict[str, Path], open_page: Open
) -> None:
    page = open_page(pages["plan"])
    search(page, typed)
    assert marked(page) == found
    expected = f"Matches: {len(found)}" if found else "Not found"
    assert told(page) == (expected if len(typed) > 1 else "")


def test_keys_go_from_match_to_match_and_leave_at_the_last(pages: dict[str, Path], open_page: Open) -> None:
    page = open_page(pages["plan"])
    page.keyboard.press("/")
    page.keyboard.type("reunie")
    for key, place in (("Enter", 1), ("Enter", 2), ("ArrowDown", 1), ("ArrowUp", 2), ("Shift+Enter", 1)):
        page.keyboard.press(key)
        assert told(page) == f"{place} of 2, in: 1.2.1 Wandelen"
        assert marked(page, "here") == [["reünie", "REÜNIE"][place - 1]]
        top = page.evaluate("[...CSS.highlights.get('elz-here')][0].getBoundingClientRect().top")
        assert 100 < top < 800
    page.keyboard.press("Escape")
    assert marked(page) == []
    assert page.locator("#_elz-query").input_value() == ""
    assert "reünie" in page.evaluate("document.activeElement.textContent")


def test_what_is_folded_is_found_and_opened(pages: dict[str, Path], open_page: Open) -> None:
    page = open_page(pages["plan"])
    page.locator("#_elz-bar summary").last.click()
    page.locator("#_elz-fold").click()
    assert page.locator(".inside:visible").count() == 0
    assert page.locator('.fold[aria-expanded="true"]').count() == 0
    search(page, "coordinatie")
    assert told(page) == "Matches: 1"
    page.locator("#_elz-next").click()
    assert page.locator(".inside:visible").count() == 1
    assert page.locator('.fold[aria-expanded="true"]').get_attribute("aria-label") == "Details: 1.2.1 Wandelen"
    page.locator("#_elz-unfold").click()
    assert page.locator(".inside:visible").count() == page.locator(".inside").count() == 4


def test_what_was_not_chosen_is_counted_apart(pages: dict[str, Path], open_page: Open) -> None:
    page = open_page(pages["plan"], "?lead=dienst-zorg")
    search(page, "coordinatie")
    assert told(page) == "Matches: 0; in actions that were not chosen: 1"
    page.keyboard.press("Enter")
    assert page.url.endswith("?lead=dienst-zorg")


def test_the_beginning_of_every_line_can_be_found(
    drawn: dict[str, Document], pages: dict[str, Path], open_page: Open
) -> None:
    page = open_page(pages["plan"])
    lines = {" ".join(line.split()[:3]) for line in whole(drawn["plan"])}
    wanted = sorted(line for line in lines if len(line) > 1 and "☒" not in line and "☐" not in line)
    assert len(wanted) > 50
    for line in wanted:
        search(page, line)
        assert marked(page), line


# Choosing


def test_actions_are_chosen_by_each_of_five_things_and_counted(pages: dict[str, Path], open_page: Open) -> None:
    page = open_page(pages["plan"])
    page.locator("#_elz-choose summary").click()
    total = page.locator(".fiche").count()
    for name, label, shown, words in (
        ("lead", "Dienst Zorg", ["koffie"], "Lead: Dienst Zorg"),
        ("partner", "Apothekers", ["koffie"], "Partner: Apothekers"),
        ("group", "Scholen", ["wandelen"], "Target group: Scholen"),
        ("state", "Merged", ["taart"], "State: Merged"),
        ("goal", "1 Zorg dicht bij mensen", ["koffie", "taart", "wandelen"], "Goal: 1 Zorg dicht bij mensen"),
    ):
        page.select_option(f"select[name={name}]", label=label)
        assert told(page, "count") == f"{len(shown)} of {total} actions · {words}"
        headings = page.locator(".fiche:visible .head > :first-child")
        assert headings.evaluate_all("all => all.map(one => one.id)") == shown
        page.locator("#_elz-all").click()
        assert told(page, "count") == ""
        assert page.locator(".fiche:visible").count() == total


def test_a_goal_without_a_chosen_action_is_not_shown(pages: dict[str, Path], open_page: Open) -> None:
    page = open_page(pages["plan"], "?lead=dienst-zorg&status=1")
    assert seen(page, "mantelzorg-zien")
    assert not seen(page, "samen-bewegen")
    assert not seen(page, "sterke-zone")
    assert seen(page, "vooraf")
    lines = page.locator("nav.wide a:visible").evaluate_all("all => all.map(one => one.hash)")
    assert "#koffie" in lines
    assert not {"#wandelen", "#samen-bewegen", "#sterke-zone"} & set(lines)


def test_two_choices_hold_together_and_the_address_can_be_shared(pages: dict[str, Path], open_page: Open) -> None:
    page = open_page(pages["plan"])
    page.locator("#_elz-choose summary").click()
    page.select_option("select[name=goal]", "zorg-dichtbij")
    page.select_option("select[name=state]", "running")
    assert page.url.endswith("plan.html?goal=zorg-dichtbij&state=running")
    assert told(page, "count").startswith("2 of 4 actions")
    page.reload()
    assert told(page, "count").startswith("2 of 4 actions")
    page.go_back()
    assert told(page, "count").startswith("3 of 4 actions")
    page.go_back()
    assert told(page, "count") == ""


@pytest.mark.parametrize("query", ["?lead=nobody", "?lead=", "?x=%E0%A4%A", "?goal=%3Cscript%3E", "?__proto__=1"])
def test_an_address_that_means_nothing_hides_nothing(query: str, pages: dict[str, Path], open_page: Open) -> None:
    page = open_page(pages["plan"], query)
    assert page.locator(".fiche:visible").count() == 4


# Anchors


def test_an_anchor_leads_to_what_is_folded_or_not_chosen(pages: dict[str, Path], open_page: Open) -> None:
    page = open_page(pages["plan"], "?lead=dienst-zorg#koffie")
    assert told(page, "count").startswith("1 of 4 actions")
    page.locator(".fold:visible").click()
    assert page.locator(".inside:visible").count() == 0
    page.locator('nav.wide a[href="#koffie"]').click()
    assert page.locator(".inside:visible").count() == 1
    page.evaluate("location.hash = 'wandelen'")
    page.wait_for_function("document.getElementById('wandelen').checkVisibility()")
    assert page.url.endswith("plan.html#wandelen")
    assert told(page, "count") == ""
    assert 0 <= page.locator("#wandelen").evaluate("one => one.getBoundingClientRect().top") < 800


def test_the_sign_behind_a_heading_is_a_link_to_copy(pages: dict[str, Path], open_page: Open) -> None:
    page = open_page(pages["plan"], "?lead=dienst-zorg")
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    sign = page.locator('.sign[href="#koffie"]')
    assert sign.get_attribute("aria-label") == "Link to 1.1.1"
    sign.click()
    page.wait_for_function("document.getElementById('_elz-told').textContent !== ''")
    assert told(page) == "The link was copied."
    assert page.evaluate("navigator.clipboard.readText()") == f"{pages['plan'].as_uri()}#koffie"


def test_a_number_leads_to_the_file_behind_it(pages: dict[str, Path], open_page: Open) -> None:
    page = open_page(pages["plan"])
    link = page.locator("#koffie a.number")
    assert link.inner_text() == "1.1.1"
    assert link.get_attribute("href") == "https://codeberg.org/elz/plan/src/branch/main/koffie.md"


# Keys, colours, paper


def test_the_keyboard_reaches_everything_and_shows_where_it_is(pages: dict[str, Path], open_page: Open) -> None:
    page = open_page(pages["plan"], width=1400)
    stops = "[...document.querySelectorAll('a, button, input, select, summary')].filter(one => one.checkVisibility())"
    wanted = page.evaluate(f"{stops}.length")
    reached = []
    for _ in range(wanted + 40):
        page.keyboard.press("Tab")
        found = page.evaluate("""() => {
            const one = document.activeElement, look = getComputedStyle(one);
            one.dataset.at ??= Math.random();
            return [one.tagName, one.dataset.at, look.outlineStyle, parseFloat(look.outlineWidth)];
        }""")
        if found[0] == "BODY" or found in reached:
            break
        reached.append(found)
    assert [one[2:] for one in reached] == [["solid", 3]] * len(reached)
    assert len([one for one in reached if one[0] != "DIV"]) == wanted


def test_the_first_stop_skips_to_the_text(pages: dict[str, Path], open_page: Open) -> None:
    page = open_page(pages["plan"])
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Skip to the text"
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('main') !== null")


def test_the_key_to_search_can_be_switched_off_and_stays_off(pages: dict[str, Path], open_page: Open) -> None:
    page = open_page(pages["plan"])
    focused = "document.activeElement.id"
    page.keyboard.press("/")
    assert page.evaluate(focused) == "_elz-query"
    page.locator("#_elz-bar summary").last.click()
    page.select_option("#_elz-key", "off")
    page.reload()
    page.keyboard.press("/")
    assert page.evaluate(focused) != "_elz-query"


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_colours_follow_the_device_until_a_reader_chooses(scheme: str, pages: dict[str, Path], open_page: Open) -> None:
    page = open_page(pages["plan"], scheme=scheme)
    paper = "getComputedStyle(document.body).backgroundColor"
    colours = {"light": "rgb(255, 255, 255)", "dark": "rgb(18, 25, 27)"}
    assert page.evaluate(paper) == colours[scheme]
    page.locator("#_elz-bar summary").last.click()
    for chosen in ("light", "dark"):
        page.select_option("#_elz-colours", chosen)
        assert page.evaluate(paper) == colours[chosen]
    page.reload()
    assert page.evaluate(paper) == colours["dark"]
    page.locator("#_elz-bar summary").last.click()
    page.select_option("#_elz-colours", "")
    assert page.evaluate(paper) == colours[scheme]


def printed(page: Page) -> str:
    file = pypdfium2.PdfDocument(page.pdf(format="A4"))
    text = "\n".join(sheet.get_textpage().get_text_range() for sheet in file)
    file.close()
    return text


def test_paper_has_everything_unfolded_and_no_controls(pages: dict[str, Path], open_page: Open) -> None:
    page = open_page(pages["plan"], scheme="dark")
    page.locator("#_elz-bar summary").last.click()
    page.locator("#_elz-fold").click()
    page.select_option("#_elz-colours", "dark")
    text = printed(page)
    for words in ("Mantelzorgers staan er", "Zaal zoeken", "coördinatie van de mantelzorg"):
        assert squeezed(words) in squeezed(text)
    for words in ("Search this page", "Fold all", "Details", "¶"):
        assert words not in text
    page.emulate_media(media="print")
    assert page.evaluate("getComputedStyle(document.body).color") == "rgb(27, 38, 41)"


WORD = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft"
WIDE = "\n".join("|".join(cells) for cells in ([f"Kolom {n}" for n in range(12)], ["-"] * 12, ["dertig dagen"] * 12))
BROAD = fiche("1.1.1", "lead: [kring]", title=f"Met {WORD}", text=f"## Waarom?\n\n{WIDE}\n")


def test_a_very_long_word_in_a_title_and_a_broad_table_fit_in_every_window(tmp_path: Path, open_page: Open) -> None:
    place = saved({"broad": document(rich(tmp_path / "plan", koffie=BROAD))}, tmp_path)["broad"]
    for width in (320, 1280):
        page = open_page(place, width=width)
        assert page.evaluate("document.documentElement.scrollWidth") == width


def test_a_word_without_end_makes_no_table_broader(tmp_path: Path, open_page: Open) -> None:
    endless = "Gezondheidsbevordering" * 13
    named = document(rich(tmp_path / "named", lang=fiche("1.1.5", "lead: [kring]", title="Kort")))
    root = rich(tmp_path / "endless", lang=fiche("1.1.5", "lead: [kring]", title=endless))
    for name, old in (("actors.yaml", "Huisartsenkring"), ("goals.yaml", "Zorg dicht bij mensen")):
        path = root / "plan" / name
        path.write_text(path.read_text("utf-8").replace(f": {old}\n", f": {endless}\n", 1), "utf-8")
    wide = "[...document.querySelectorAll('.scroll')].map(one => one.scrollWidth)"
    paths = saved({"named": named, "endless": document(root)}, tmp_path)
    for width in (1280, 320):
        tables, broader = (open_page(paths[name], width=width).evaluate(wide) for name in ("named", "endless"))
        assert len(tables) > 4
        assert broader == tables


def test_the_number_of_a_heading_is_on_one_line(pages: dict[str, Path], open_page: Open) -> None:
    counted = """[...document.querySelectorAll(":is(h2, h3, h4) > .number")].map(one => {
        const words = document.createRange();
        words.selectNodeContents(one);
        return new Set([...words.getClientRects()].map(line => line.top)).size;
    })"""
    lines = open_page(pages["own"], width=320).evaluate(counted)
    assert len(lines) > 40
    assert set(lines) == {1}


def test_no_column_of_a_broad_table_is_cut_off_on_paper(
    pages: dict[str, Path], tmp_path: Path, open_page: Open
) -> None:
    text = f"## Waarom?\n\n{WIDE}\n"
    broad = saved({"broad": document(rich(tmp_path / "plan", koffie=fiche("1.1.1", text=text)))}, tmp_path)["broad"]
    cut = "[...document.querySelectorAll('.scroll')].filter(one => one.scrollWidth > one.clientWidth).length"
    for place in (broad, pages["own"]):
        page = open_page(place, width=673)  # pixels of A4 within its margins
        assert page.evaluate(cut) > 0  # in a window they scroll
        page.emulate_media(media="print")
        assert page.evaluate(cut) == 0


def test_the_timeline_stands_on_the_page_of_its_heading(pages: dict[str, Path], open_page: Open) -> None:
    page = open_page(pages["own"], width=673)
    page.emulate_media(media="print")
    heights = "[...document.querySelectorAll('.timeline .t-wide')].map(one => one.getBoundingClientRect().height)"
    assert max(page.evaluate(heights)) <= 210 / 25.4 * 96 + 1


def test_paper_says_that_it_has_a_choice_of_actions(pages: dict[str, Path], open_page: Open) -> None:
    text = printed(open_page(pages["plan"], "?lead=dienst-zorg"))
    assert "1 of 4 actions · Lead: Dienst Zorg" in " ".join(text.split())
    assert "coördinatie" not in text
