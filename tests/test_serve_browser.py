"""A saved file in a real browser: the page looks again by itself, and its corner says what is wrong.

Needs Chromium, and Playwright for Python, which drives it; the reason says which of them is missing.
"""

from __future__ import annotations

import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import chromium
import pytest
from drawn_meetings import met

if TYPE_CHECKING:
    from playwright.sync_api import Browser

browser = chromium.browser

SLOW = 60_000
LOOK = "**/_elzctl/state?*"


@pytest.fixture
def process(tmp_path: Path) -> Iterator[subprocess.Popen[str]]:
    """A preview of a small plan."""
    command = [
        sys.executable,
        "-m",
        "elzctl",
        "--lang",
        "en",
        "-C",
        str(met(tmp_path)),
        "serve",
        "--no-open",
        "--port",
        "0",
    ]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as found:
        yield found
        found.kill()


@pytest.fixture
def address(process: subprocess.Popen[str]) -> str:
    """Where the preview is, as it says itself."""
    assert process.stdout is not None
    return process.stdout.readline().strip()


def test_what_is_saved_comes_on_the_screen_where_the_reader_was_and_hostile_words_stay_words(
    browser: Browser, tmp_path: Path, process: subprocess.Popen[str], address: str
) -> None:
    fiche = tmp_path / "plan" / "actions" / "koffie.md"
    good = fiche.read_text("utf-8")
    page = browser.new_page(viewport={"width": 800, "height": 300})
    faults, foreign = list[str](), list[str]()
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.on("console", lambda message: faults.append(message.text) if message.type == "error" else None)
    page.on("request", lambda asked: foreign.append(asked.url) if not asked.url.startswith(address) else None)
    page.goto(f"{address}actions/koffie.html")
    page.evaluate("scrollTo(0, 200)")

    fiche.write_text(good.replace("Een woord vooraf.", "Een nieuw woord."), "utf-8")
    page.get_by_text("Een nieuw woord.").wait_for(state="attached", timeout=SLOW)
    page.wait_for_load_state("load")
    assert page.evaluate("scrollY") == pytest.approx(200, abs=60)

    # A broken file: the last good page stays, and what is wrong is shown as words.
    fiche.write_text(good.replace("title: ", "<img src=x onerror=window.ran=1>: [", 1), "utf-8")
    page.locator("#_elz-live[data-worst=error]").wait_for(timeout=SLOW)
    assert "plan/actions/koffie.md" in page.inner_text("#_elz-live")
    assert page.locator("#_elz-live img").count() == 0
    assert page.evaluate("window.ran") is None
    assert "Een nieuw woord." in page.inner_text("main")

    fiche.write_text(good.replace("Een woord vooraf.", "Een laatste woord."), "utf-8")
    page.get_by_text("Een laatste woord.").wait_for(state="attached", timeout=SLOW)
    # The words are there before the script behind them is: only when it runs can it see that the preview ends.
    page.wait_for_load_state("load")
    assert faults == []
    assert foreign == []

    process.send_signal(signal.SIGINT)
    assert process.wait(30) == 0
    page.get_by_text("The preview has ended.").wait_for(timeout=SLOW)
    page.close()


def test_a_page_that_says_itself_what_is_wrong_is_not_covered_by_the_box_and_comes_when_that_is_mended(
    browser: Browser, tmp_path: Path, process: subprocess.Popen[str], address: str
) -> None:
    fiche = tmp_path / "plan" / "actions" / "thee.md"
    good = (tmp_path / "plan" / "actions" / "koffie.md").read_text("utf-8").replace("Koffie", "Thee")
    page = browser.new_page()
    page.goto(f"{address}actions/thee.html")
    page.get_by_role("heading", name="Not found").wait_for(timeout=SLOW)
    fiche.write_text(good.replace("title: ", "title: [<img src=x onerror=window.ran=1>", 1), "utf-8")
    page.get_by_role("heading", name="This page cannot be made yet").wait_for(timeout=SLOW)
    page.locator("#_elz-live[data-worst=error] details:not([open])").wait_for(timeout=SLOW)
    assert "plan/actions/thee.md:" in page.inner_text("main")
    assert page.evaluate("window.ran") is None
    assert page.locator("main img").count() == 0
    fiche.write_text(good, "utf-8")
    page.get_by_role("heading", name="Thee voor mantelzorgers").wait_for(timeout=SLOW)
    page.close()


def test_the_box_opens_by_itself_when_a_slip_in_a_line_took_a_text_away(
    browser: Browser, tmp_path: Path, address: str
) -> None:
    fiche = tmp_path / "plan" / "actions" / "koffie.md"
    good = fiche.read_text("utf-8")
    page = browser.new_page()
    page.goto(f"{address}actions/koffie.html")
    fiche.write_text(good.replace("Een woord vooraf.", "::: intren\nKOFFIEKAS\n:::\n\nTot slot."), "utf-8")
    page.locator("#_elz-live details[open] li", has_text="almost-a-mark").first.wait_for(timeout=SLOW)
    fiche.write_text(good, "utf-8")
    page.locator("#_elz-live details[open]").wait_for(state="detached", timeout=SLOW)
    page.close()


def test_whoever_comes_back_to_the_browser_sees_at_once_what_was_saved(browser: Browser, address: str) -> None:
    page = browser.new_page()
    page.clock.install()
    page.goto(address)
    # From now on the clock of the page stands still: something else than time has to make it look.
    with page.expect_response(LOOK):
        page.clock.pause_at(page.evaluate("Date.now() + 600_000"))
    page.evaluate("fetch('/_elzctl/live.css').then(answer => answer.text())")
    with page.expect_request(LOOK, timeout=SLOW):
        page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
    page.close()


def test_the_page_of_a_file_that_is_gone_leads_home_and_comes_back_where_the_reader_was(
    browser: Browser, tmp_path: Path, address: str
) -> None:
    fiche = tmp_path / "plan" / "actions" / "koffie.md"
    away = tmp_path / "koffie.md"
    page = browser.new_page(viewport={"width": 800, "height": 300})
    page.goto(f"{address}actions/koffie.html")
    page.evaluate("scrollTo(0, 150)")
    fiche.rename(away)
    page.get_by_role("heading", name="Not found").wait_for(timeout=SLOW)
    assert page.url == f"{address}actions/koffie.html"
    assert page.locator("main a").first.get_attribute("href") == f"{address}index.html"
    away.rename(fiche)
    page.get_by_role("heading", name="Koffie voor mantelzorgers").wait_for(timeout=SLOW)
    tries = iter(range(100))
    while page.evaluate("scrollY") < 90 and next(tries, None) is not None:
        page.wait_for_timeout(50)
    assert page.evaluate("scrollY") == pytest.approx(150, abs=60)
    page.close()


def test_the_box_names_the_file_of_the_page_and_says_why_a_draft_is_not_on_it(browser: Browser, address: str) -> None:
    page = browser.new_page()
    page.goto(f"{address}meetings/2025-03-11-overleg.html")
    page.locator("#_elz-live").wait_for(timeout=SLOW)
    lines = page.locator("#_elz-live > .page").all_inner_texts()
    assert lines[0] == "This page is made of meetings/2025-03-11-overleg.md"
    assert lines[1].startswith("What you write in this draft can be seen with “elzctl serve --internal”")
    # Where nothing is wrong that is all, and it can be read.
    page.route(LOOK, lambda route: route.fulfill(json=nothing_wrong(route.fetch().json())))
    page.goto(f"{address}actions/koffie.html")
    page.locator("#_elz-live .page").wait_for(timeout=SLOW)
    assert page.inner_text("#_elz-live") == "This page is made of plan/actions/koffie.md"
    page.close()


def nothing_wrong(state: dict[str, Any]) -> dict[str, Any]:
    """What the server would say of a plan without any finding."""
    return {**state, "said": {**state["said"], "rows": [], "failure": ""}} if "said" in state else state
