"""Names of people on a site: what is published and may name somebody is counted, and what stays inside is not."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from drawn_meetings import SERIES, TODAY, met
from in_process import Run, runner
from small_plans import fiche

from elzctl.load import load
from elzctl.render.site.whole import site_files
from elzctl.tree import WorkTree
from elzctl.views.named_persons import named_persons

CLOSED = "dicht:\n  name: Dicht overleg\n  access: closed\n"
# Nobody has these names: they are words for fruit and trees.
MINUTES = """\
---
title: Overleg zorg
series: {series}
date: {date}
state: {state}
location: bij mevrouw {at}
no_action_points: geen
---

## 1. Onthaal bij mevrouw {title} thuis

Mevrouw {passage} vertelt.

BESLUIT: Mevrouw {decision} zoekt een zaal.

::: intern
Mevrouw {internal} is ziek.
:::

<!-- Mevrouw {comment} belt nog. -->
"""
PLACES = ("at", "title", "passage", "decision", "internal", "comment")


def minutes(date: str, before: str, *, state: str = "review", series: str = "overleg") -> str:
    """Minutes that name somebody in each place; *before* these words stands what keeps them apart from others."""
    return MINUTES.format(date=date, state=state, series=series, **{one: f"{before}{one}" for one in PLACES})


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A plan with names in public minutes, a draft, minutes of a closed series, an invitation, and a fiche."""
    found = met(
        tmp_path / "zone",
        m2025_02_11_overleg=minutes("2025-02-11", "Peer"),
        m2025_02_18_overleg=minutes("2025-02-18", "Appel", state="draft"),
        m2025_02_25_dicht=minutes("2025-02-25", "Pruim", series="dicht"),
        m2025_06_24_overleg=minutes("2025-06-24", "Kers", state="planned"),
        m2025_03_04_overleg=minutes("2025-03-04", "Druif").replace(
            "state: review", "state: review\naccepted: {person-in-text: Zij wil het zo}"
        ),
    )
    (found / "meetings" / "series.yaml").write_text(SERIES + CLOSED, "utf-8")
    text = "## Waarom?\n\nMevrouw Notelaar leidt de groep.\n"
    (found / "plan" / "actions" / "thee.md").write_text(
        fiche("1.1.9", "lead: [kring]", title="Thee", text=text), "utf-8"
    )
    return found


@pytest.fixture
def run(root: Path, capsys: pytest.CaptureFixture[str]) -> Run:
    return runner(root, capsys, "site", "--today=2025-04-01", "--out=public", "--draft")


def test_what_is_counted_is_what_the_pages_show(root: Path) -> None:
    plan = load(WorkTree(root)).plan
    found = {dict(one.message.args)["text"] for one in named_persons(plan)}
    pages = "\n".join(data.decode() for path, data in site_files(plan, TODAY).items() if path.endswith(".html"))
    names = {f"{fruit}{place}" for fruit in ("Peer", "Appel", "Pruim", "Kers") for place in PLACES} | {"Notelaar"}
    shown = {name for name in names if name in pages}
    assert {str(name).rpartition(" ")[2] for name in found} == shown
    assert {"Peerpassage", "Peerdecision", "Peertitle", "Appeltitle", "Kersat", "Notelaar"} <= shown
    assert not {"Peerinternal", "Peercomment", "Appelpassage", "Pruimpassage", "Kerspassage"} & shown


def test_that_somebody_may_be_named_is_said_in_one_line_each_time_and_not_when_nobody_is(root: Path, run: Run) -> None:
    count = len(named_persons(load(WorkTree(root)).plan))
    words = (
        f"warning: in {count} places on the site the name of a person may stand; look at them with “elzctl validate”"
    )
    for _ in range(2):
        code, _, err = run()
        assert code == 0
        assert err.count(words) == err.count("name of a person may stand") == 1
    other = root / "plan" / "actions" / "koffie.md"
    for text, more in (("Nog een woord.", 0), ("Mevrouw Wilg zet koffie.", 1), ("Mevrouw Wilg en meneer Linde.", 2)):
        before = other.read_text("utf-8")
        other.write_text(f"{before}\n{text}\n", "utf-8")
        assert f"in {count + more} places on the site" in run()[2]
        assert count + more == len(named_persons(load(WorkTree(root)).plan))
        other.write_text(before, "utf-8")
    action = root / "plan" / "actions" / "thee.md"
    action.write_text(action.read_text("utf-8").replace("Mevrouw Notelaar", "De coördinator"), "utf-8")
    assert f"in {count - 1} places on the site" in run()[2]
    for path in (root / "meetings").glob("2025-0[26]-*.md"):
        path.unlink()
    assert "name of a person" not in run()[2]


def test_a_site_of_a_plan_that_did_not_change_loads_no_check(root: Path, tmp_path: Path) -> None:
    for path in (*(root / "meetings").glob("2025-0[26]-*.md"), root / "meetings" / "2025-03-04-overleg.md"):
        path.unlink()
    for path in (path for path in root.rglob("*") if path.is_file()):
        os.utime(path, (1_700_000_000, 1_700_000_000))  # what was written just now is not believed to be as it was
    tell = "; ".join(
        (
            "import os, sys",
            "end = os._exit",
            "os._exit = lambda code: (print('checks:', 'elzctl.checks.privacy' in sys.modules, file=sys.stderr, flush=True), end(code))",
            "from elzctl.cli.start import run",
            "run()",
        )
    )
    words = ("-C", str(root), "--lang", "en", "site", "--no-history", "--today", "2025-04-01", "--out", "public")
    said = []
    for _ in range(2):
        done = subprocess.run(
            [sys.executable, "-c", tell, *words],
            env={**os.environ, "ELZCTL_CACHE": str(tmp_path / "kept")},
            capture_output=True,
            encoding="utf-8",
            check=True,
        )
        assert "in 1 place on the site the name of a person may stand; look at it" in done.stderr
        said.append("checks: True" in done.stderr)
    assert said == [True, False]


def test_the_privacy_page_names_who_answers_for_the_site_and_does_not_promise_that_nobody_is_named(
    root: Path, run: Run
) -> None:
    actors = root / "plan" / "actors.yaml"
    text = actors.read_text("utf-8")
    for contact, to in (
        ("", "Tell Eerstelijnszone Polder."),
        ("[info@elz-polder.be, 052 00 00 00]", '<a href="mailto:info@elz-polder.be"'),
        ("[052 00 00 00]", "Tell us, and we take it away. 052 00 00 00"),
    ):
        line = f"  contact: {contact}\n" if contact else ""
        actors.write_text(text.replace("  kind: zone\n", f"  kind: zone\n{line}", 1), "utf-8")
        assert run()[0] == 0
        page = (root / "public" / "privacy.html").read_text("utf-8")
        assert to in page
        assert "Who answers for what stands on this site: Eerstelijnszone Polder." in page
        assert page.count("it does not find all") + page.count("It does not find all") == 2


def test_that_a_site_has_no_accessibility_statement_is_said_when_it_is_so(root: Path, run: Run) -> None:
    assert run()[2].count("info: the site has no accessibility statement") == 1
    settings = root / "plan" / "plan.yaml"
    settings.write_text(
        f"{settings.read_text('utf-8')}accessibility: {{contact: toegang@elz-polder.example}}\n", "utf-8"
    )
    assert "accessibility" not in run()[2]


def test_a_new_plan_shows_how_to_write_one_and_has_none(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert (
        runner(tmp_path, capsys, "init")("zone", "--name", "ELZ Polder", "--year", "2026", "--today", "2026-01-05")[0]
        == 0
    )
    path = tmp_path / "zone" / "plan" / "plan.yaml"
    assert load(WorkTree(tmp_path / "zone")).plan.settings.accessibility is None
    lines = path.read_text("utf-8").splitlines()
    place = lines.index("# accessibility:")
    path.write_text("\n".join([*lines[:place], "accessibility:", lines[place + 1].removeprefix("# "), ""]), "utf-8")
    found = load(WorkTree(tmp_path / "zone"))
    assert found.plan.settings.accessibility is not None
    assert found.plan.settings.accessibility.contact == "toegankelijkheid@elz-voorbeeld.be"
