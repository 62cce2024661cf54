"""A page that leads on, in a real browser: whoever followed a saved link to a decision still comes to that decision.

Needs Chromium, and Playwright for Python, which drives it; the reason says which of them is missing.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import chromium
import pytest
from drawn_meetings import SERIES
from histories import begin, commit, git
from small_plans import PLAN, write

from elzctl.cli.main import main

if TYPE_CHECKING:
    from playwright.sync_api import Browser

browser = chromium.browser

OLD, NEW = "2025-05-13-overleg", "2025-05-14-overleg"
TEXT = "## 1. Onthaal\n\nWelkom op de vergadering.\n\n## 2. Werking\n\nBESLUIT: We drinken koffie.\n"


@pytest.fixture(scope="module")
def meetings(tmp_path_factory: pytest.TempPathFactory) -> str:
    """Where the pages of meetings stand, one of which got another day."""
    root = write(begin(tmp_path_factory.mktemp("zone")), plan=f"{PLAN}language: en\n")
    (root / "meetings").mkdir()
    (root / "meetings/series.yaml").write_text(SERIES, "utf-8")
    for name in (OLD, NEW):
        if name == NEW:
            git(root, "mv", f"meetings/{OLD}.md", f"meetings/{NEW}.md")
        head = f"title: Overleg zorg\nseries: overleg\ndate: {name[:10]}\nstate: review\n"
        (root / f"meetings/{name}.md").write_text(f"---\n{head}---\n\n{TEXT}", "utf-8")
        commit(root, name[:10])
    assert main(["-C", str(root), "site", "--today=2025-06-01", "--out=public", "--draft"]) == 0
    return Path(root / "public/meetings").as_uri()


@pytest.mark.parametrize(
    ("asked", "comes"),
    [
        ("", ""),
        (f"#{OLD}/B1", f"#{NEW}/B1"),
        (f"#{OLD}", f"#{NEW}"),
        ("#_elz-part-werking", "#_elz-part-werking"),
        (f"#{OLD}s/B1", f"#{OLD}s/B1"),  # the id of something else
        ("#//example.org/", "#//example.org/"),
        ("#javascript:alert(1)", "#javascript:alert(1)"),
        ("?to=https://example.org/&was=x#y", "#y"),
        (f"#{OLD}%2FB1", f"#{NEW}/B1"),  # as programs write it that know no "/" there
        (f"#{OLD}%2fB1%20", f"#{NEW}/B1%20"),
        ("#1%25", "#1%25"),
        ("#100%", "#100%25"),  # a sign that stands for nothing
        ("#%C3%A9", "#%C3%A9"),
    ],
)
@pytest.mark.parametrize("scripts", [True, False])
def test_the_place_on_a_page_is_taken_along_and_the_page_alone_says_where_it_leads(
    browser: Browser, meetings: str, asked: str, comes: str, scripts: bool
) -> None:
    page = browser.new_page(java_script_enabled=scripts)
    faults = list[str]()
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.on("console", lambda message: faults.append(message.text))
    page.goto(f"{meetings}/{OLD}.html{asked}", wait_until="commit")
    page.wait_for_url(lambda url: f"/{NEW}.html" in url)
    page.wait_for_load_state("load")
    page.wait_for_timeout(100)  # nothing leads further on
    assert page.url == f"{meetings}/{NEW}.html{comes if scripts else ''}"
    if scripts and comes.endswith("/B1") and NEW in comes:
        assert page.evaluate("document.querySelector(':target').textContent").strip()
    assert faults == []
    page.close()
