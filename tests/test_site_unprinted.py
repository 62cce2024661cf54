"""What stands in files of a plan and on no page is in no file of the site either: how a closed series meets, unused chapters."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest
from drawn_meetings import SERIES, met
from in_process import runner

from elzctl.load import load
from elzctl.render.site.options import Options
from elzctl.render.site.whole import site_files
from elzctl.tree import WorkTree

DAY = date(2025, 4, 1)
OTHER = """\
stuurgroep:
  name: Stuurgroep zorg
  cluster: welfare
  body: cluster-zorg
  {access}
  per_year: 7
  start: 10:11
  end: 12:13
  location: Kanariezaal
  agenda: [Kanariepunt]
"""


def built(root: Path, *, internal: bool = False) -> dict[str, bytes]:
    options = Options(internal=internal) if internal else Options()
    return site_files(load(WorkTree(root)).plan, DAY, None, options)


def holding(files: dict[str, bytes], *words: str) -> list[str]:
    """The files with one of these words."""
    return sorted(path for path, data in files.items() if any(word.encode().lower() in data.lower() for word in words))


@pytest.mark.parametrize("access", ["access: closed", "# niet gezegd"])
@pytest.mark.parametrize("internal", [False, True])
def test_of_a_series_that_is_not_open_the_site_says_what_it_is_called(
    access: str, internal: bool, tmp_path: Path
) -> None:
    root = met(tmp_path)
    (root / "meetings/series.yaml").write_text(SERIES + OTHER.format(access=access), "utf-8")
    text = (
        "---\nseries: stuurgroep\ndate: 2025-03-04\nstate: approved\nlocation: Kanariezaal\n---\n\n## 1. Kanariepunt\n"
    )
    (root / "meetings/2025-03-04-stuurgroep.md").write_text(text, "utf-8")
    files = {path: data for path, data in built(root, internal=internal).items() if not internal or path[:5] == "data/"}
    assert holding(files, "kanarie", "10:11", "12:13", "T1011", "T1213") == []
    assert "data/plan.json" in holding(files, "Stuurgroep zorg")
    series = {one["id"]: one for one in json.loads(files["data/plan.json"])["series"]}
    shown = {key: value for key, value in series["stuurgroep"].items() if value not in (None, [])}
    assert shown == {"id": "stuurgroep", "name": "Stuurgroep zorg"} | (
        {"access": "closed"} if "closed" in access else {}
    )
    assert series["overleg"]["agenda"] == ["Toelichting", "Varia"]


def test_of_an_open_series_all_is_there(tmp_path: Path) -> None:
    root = met(tmp_path)
    (root / "meetings/series.yaml").write_text(SERIES + OTHER.format(access="access: open"), "utf-8")
    series = {one["id"]: one for one in json.loads(built(root)["data/plan.json"])["series"]}
    assert (series["stuurgroep"]["location"], series["stuurgroep"]["per_year"]) == ("Kanariezaal", 7)


def with_unused(root: Path) -> Path:
    """A plan with a chapter that it does not print, to which a fiche, minutes and a printed chapter refer."""
    met(root)
    unused = "---\ntitle: Kanarietitel\n---\n\nKanarietekst over [[koffie]].\n"
    (root / "plan/texts/ongebruikt.md").write_text(unused, "utf-8")
    for path in ("plan/actions/koffie.md", "plan/texts/vooraf.md", "meetings/2025-01-14-overleg.md"):
        file = root / path
        file.write_text(f"{file.read_text('utf-8')}\nZie [[ongebruikt]] of [[ongebruikt|die tekst]].\n", "utf-8")
    return root


@pytest.mark.parametrize("internal", [False, True])
def test_a_chapter_that_the_plan_does_not_print_is_nowhere_and_what_refers_to_it_are_words(
    internal: bool, tmp_path: Path
) -> None:
    files = built(with_unused(tmp_path), internal=internal)
    assert holding(files, "kanarie", "ongebruikt.html") == []
    assert [one["id"] for one in json.loads(files["data/plan.json"])["chapters"]] == ["achteraf", "vooraf"]
    for path in ("actions/koffie.html", "chapters/vooraf.html", "meetings/2025-01-14-overleg.html"):
        assert "Zie ongebruikt of die tekst." in files[path].decode(), path
    assert "chapters/vooraf.html" in files["plan.html"].decode()


def test_documents_do_not_say_its_title(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run = runner(with_unused(tmp_path), capsys)
    # What refers to it is a warning, and no error.
    assert run("render", "plan", "--format", "html", "--out", "uit", "--draft", "--today", str(DAY))[0] in (0, 1)
    (page,) = (tmp_path / "uit").glob("*.html")
    assert "Kanarie" not in page.read_text("utf-8")
    assert "Zie ongebruikt of die tekst." in page.read_text("utf-8")
