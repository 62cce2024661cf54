"""The preview of what is internal: all of it is there, every page says what it is, and the site itself never is one."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from drawn_meetings import met
from in_process import runner

from elzctl.cli.site_jobs import site_limits
from elzctl.cli.site_kept import Standing
from elzctl.load import load
from elzctl.render.site import job
from elzctl.render.site.files import page_files
from elzctl.render.site.options import Options
from elzctl.render.site.whole import site_files
from elzctl.tree import WorkTree

if TYPE_CHECKING:
    import pytest

DAY = date(2025, 4, 1)
INTERNAL = Options(internal=True)
MARK = '<aside class="draft" aria-label="Internal: do not share">'
SECRETS = ("FICHEGEHEIM", "KLADGEHEIM", "GESLOTENGEHEIM", "jan@voorbeeld.be")


def leaky(root: Path) -> Path:
    """A plan with something internal in a fiche, in a draft and in minutes of a closed series."""
    met(root)
    koffie = root / "plan/actions/koffie.md"
    koffie.write_text(f"{koffie.read_text('utf-8')}\n::: intern\nFICHEGEHEIM jan@voorbeeld.be\n:::\n", "utf-8")
    draft = root / "meetings/2025-03-11-overleg.md"
    draft.write_text(draft.read_text("utf-8").replace("We overliepen alles.", "KLADGEHEIM"), "utf-8")
    series = root / "meetings/series.yaml"
    series.write_text(f"{series.read_text('utf-8')}bestuur:\n  name: Bestuur\n  access: closed\n", "utf-8")
    closed = (
        "---\ntitle: Bestuur\nseries: bestuur\ndate: 2025-02-02\nstate: review\n---\n\n## 1. Varia\n\nGESLOTENGEHEIM\n"
    )
    (root / "meetings/2025-02-02-bestuur.md").write_text(closed, "utf-8")
    return root


def shown(files: dict[str, bytes]) -> set[str]:
    """The secrets that stand in files."""
    return {secret for secret in SECRETS for data in files.values() if secret.encode() in data}


def test_the_preview_has_all_that_is_internal_and_every_page_says_what_it_is(tmp_path: Path) -> None:
    files = site_files(load(WorkTree(leaky(tmp_path))).plan, DAY, None, INTERNAL)
    assert shown(files) == set(SECRETS)
    assert "GESLOTENGEHEIM" in files["meetings/2025-02-02-bestuur.html"].decode()
    for path, data in files.items():
        if path.endswith(".html"):
            page = data.decode()
            assert page.count(MARK) == 1, path
            assert re.search("<title>INTERNAL – [^<]+</title>", page), path


def test_the_title_of_a_meeting_says_once_that_it_is_internal(tmp_path: Path) -> None:
    files = site_files(load(WorkTree(leaky(tmp_path))).plan, DAY, None, INTERNAL)
    for name, title in (("2025-02-02-bestuur", "Minutes: Bestuur"), ("2025-06-10-overleg", "Invitation: Overleg zorg")):
        page = files[f"meetings/{name}.html"].decode()
        assert re.search(rf"<title>INTERNAL – {title}, [^<]*</title>", page)
        assert f"<h1>{title}</h1>" in page
        assert page.count("INTERNAL – ") == 1
    assert b"INTERNAL" not in files["assets/search-index.js"]


def test_what_was_noted_in_a_planned_meeting_is_there_for_its_own_people(tmp_path: Path) -> None:
    root = met(tmp_path)
    planned = root / "meetings/2025-06-10-overleg.md"
    planned.write_text(f"{planned.read_text('utf-8')}\nBESLUIT: NOGNIETKLAAR\n", "utf-8")
    plan = load(WorkTree(root)).plan
    assert b"NOGNIETKLAAR" in site_files(plan, DAY, None, INTERNAL)["meetings/2025-06-10-overleg.html"]
    assert b"NOGNIETKLAAR" not in b"".join(site_files(plan, DAY).values())


def test_what_can_be_downloaded_there_is_public_because_it_cannot_say_what_it_is(tmp_path: Path) -> None:
    plan = load(WorkTree(leaky(tmp_path))).plan
    files, public = site_files(plan, DAY, None, INTERNAL), site_files(plan, DAY)
    assert shown(public) == set()
    beside = {path for path in files if not path.endswith(".html") and not path.startswith("assets/")}
    assert {"data/plan.json", "data/plan.jsonld", "subscribe/minutes.xml"} <= beside
    assert shown({path: files[path] for path in beside}) == set()
    for path in ("data/plan.json", "data/actions.csv", "data/points.csv"):
        assert files[path] == public[path]


def test_after_an_edit_in_a_text_it_is_as_if_it_was_made_from_nothing(tmp_path: Path) -> None:
    root, standing = leaky(tmp_path), Standing()
    koffie = root / "plan/actions/koffie.md"
    for text in ("", "\nNog een zin.\n", "\n::: intern\nNOGIETS\n:::\n"):
        koffie.write_text(koffie.read_text("utf-8") + text, "utf-8")
        loaded = load(WorkTree(root))
        asked = standing.job(loaded, DAY, INTERNAL, None, site_limits(loaded))
        assert (asked.function is job.part) is bool(text)
        files = standing.whole(asked.function(*asked.arguments))
        assert files == site_files(loaded.plan, DAY, None, INTERNAL)
    assert b"NOGIETS" in files["actions/koffie.html"]
    assert b"NOGIETS" not in files["data/plan.json"]


def test_a_page_that_is_drawn_first_says_it_too(tmp_path: Path) -> None:
    plan = load(WorkTree(leaky(tmp_path))).plan
    page = page_files(plan, DAY, None, INTERNAL, None, frozenset({"actions/koffie.html"}))[
        "actions/koffie.html"
    ].decode()
    assert MARK in page
    assert "FICHEGEHEIM" in page


def test_a_site_that_is_written_is_never_internal(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    root = leaky(tmp_path)
    run = runner(root, capsys, "site", "--today=2025-04-01", "--no-history")
    assert run("--out", "public", "--internal")[0] == 2
    assert not (root / "public").exists()
    assert run("--out", "public", "--draft")[0] == 0
    files = {path.name: path.read_bytes() for path in (root / "public").rglob("*") if path.is_file()}
    assert shown(files) == set()
    assert not any(b"Internal: do not share" in data for data in files.values())
