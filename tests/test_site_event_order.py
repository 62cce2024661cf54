"""Events on the page of an actor: what is to come first, the soonest first; what is over says so."""

from __future__ import annotations

import html
import re
from datetime import date
from pathlib import Path

from drawn_meetings import FIRST_TEXT, met

from elzctl.load import load
from elzctl.render.site.whole import site_files
from elzctl.tree import WorkTree

EVENTS = """\
EVENEMENT: 2025-02-10 Eerste koffie @kring

EVENEMENT: 2025-09-10 Derde koffie @kring

EVENEMENT: ooit Losse koffie @kring

EVENEMENT: 2025-03-10 Tweede koffie @kring

EVENEMENT: 2025-06-10 Vierde koffie @kring
"""


def lines(data: bytes) -> list[str]:
    """The lines of the list of events, as words."""
    found = re.search(r"<h\d[^>]*>Events</h\d>(.*?)</ul>", data.decode(), re.DOTALL)
    assert found is not None
    items = re.findall(r"<li>(.*?)</li>", found[1], re.DOTALL)
    return [
        " ".join(html.unescape(re.sub("<[^>]+>", "", one)).split()).partition(" – Huisartsenkring")[0] for one in items
    ]


WANTED = [
    "Saturday 10 May 2025, 13:00 to 17:00: Koffiedag",
    "Tuesday 10 June 2025: Vierde koffie",
    "Wednesday 10 September 2025: Derde koffie",
    "ooit Losse koffie",
    "Monday 10 March 2025 (past): Tweede koffie",
    "Monday 10 February 2025 (past): Eerste koffie",
]


def test_what_is_to_come_is_first_and_what_is_over_says_so(tmp_path: Path) -> None:
    text = FIRST_TEXT.replace("## 2. Varia\n", f"{EVENTS}\n## 2. Varia\n")
    files = site_files(load(WorkTree(met(tmp_path, m2025_01_14_overleg=text))).plan, date(2025, 4, 1))
    assert lines(files["who-does-what/kring.html"]) == WANTED
