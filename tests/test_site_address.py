"""The site in a real browser under an address of the web, below a sub-path, and on paper.

Needs Chromium, and Playwright for Python, which drives it; the reason says which of them is missing.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from datetime import date
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING, Any

import chromium
import pytest
from small_plans import ROOT

from elzctl.load import load
from elzctl.render.site.whole import site_files
from elzctl.tree import WorkTree

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

browser = chromium.browser

BELOW = "zones/dender/"


class Quiet(SimpleHTTPRequestHandler):
    """Says nothing of what was asked."""

    def log_message(self, *_: Any) -> None:
        pass


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder that holds the site of the plan of this repository below others."""
    folder = tmp_path_factory.mktemp("web")
    for path, data in site_files(load(WorkTree(ROOT)).plan, date(2025, 11, 26)).items():
        place = folder / BELOW / path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(data)
    return folder


@pytest.fixture
def address(folder: Path) -> Iterator[str]:
    """Where the site is, served as any server would."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(folder)))
    Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/{BELOW}"
    server.shutdown()
    server.server_close()


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A window of which every complaint fails the test."""
    troubles: list[str] = []
    page = browser.new_page()
    page.on("console", lambda said: troubles.append(f"{said.type}: {said.text}"))
    page.on("pageerror", lambda error: troubles.append(f"error: {error}"))
    page.on("requestfailed", lambda asked: troubles.append(f"failed: {asked.url}"))
    yield page
    page.close()
    assert troubles == []


def follow(page: Page, link: str, place: str) -> None:
    """Click a link and wait until all of the page that it leads to is there: what is left early counts as failed."""
    page.locator(link).first.click()
    page.wait_for_url(place, wait_until="load")


def test_under_an_address_every_page_leads_on_and_asks_only_for_files_of_the_site(address: str, page: Page) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"{address}index.html")
    follow(page, "header.site nav a[href='vergaderingen.html']", f"{address}vergaderingen.html")
    meeting = "vergaderingen/2025-12-11-clusteroverleg-welzijn.html"
    follow(page, f"main a[href='{meeting}']", f"{address}{meeting}")
    follow(page, "nav.crumbs a", f"{address}index.html")
    page.goto(f"{address}acties/jonge-mantelzorgers.html")
    follow(page, ".field[data-key=themes] a", f"{address}themas/mantelzorg.html")
    assert [one for one in asked if not one.startswith((address, "data:"))] == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_page_not_found_looks_like_the_site_from_wherever_it_is_shown(
    scheme: Any, folder: Path, tmp_path: Path, page: Page
) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    shutil.copy(folder / BELOW / "404.html", tmp_path / "alone.html")
    page.emulate_media(color_scheme=scheme)
    page.goto((tmp_path / "alone.html").as_uri())
    colour = page.evaluate("getComputedStyle(document.querySelector('header.site')).backgroundColor")
    page.goto((folder / BELOW / "index.html").as_uri())
    assert colour == page.evaluate("getComputedStyle(document.querySelector('header.site')).backgroundColor")
    assert [one for one in asked if "alone" in one or one.startswith("data:")] == asked[: asked.index(page.url)]
    assert (folder / BELOW / "404.html").stat().st_size < 100 << 10


def test_a_file_for_calendars_is_served_as_it_is(address: str, page: Page) -> None:
    found = page.request.get(f"{address}vergaderingen/2025-12-11-clusteroverleg-welzijn.ics")
    assert found.ok
    assert found.text().startswith("BEGIN:VCALENDAR")


def test_a_page_is_drawn_in_the_colours_of_the_zone_from_a_folder_too(folder: Path, page: Page) -> None:
    page.goto((folder / BELOW / "acties" / "jonge-mantelzorgers.html").as_uri())
    assert (
        page.evaluate("getComputedStyle(document.querySelector('header.site')).backgroundColor") == "rgb(28, 74, 125)"
    )


def test_on_paper_there_is_the_text_and_no_navigation(folder: Path, page: Page) -> None:
    page.goto((folder / BELOW / "acties" / "jonge-mantelzorgers.html").as_uri())
    page.emulate_media(media="print")
    assert page.locator("header.site nav").is_hidden()
    assert page.locator("nav.crumbs").is_hidden()
    assert page.locator("main").is_visible()
    assert page.pdf().startswith(b"%PDF")
