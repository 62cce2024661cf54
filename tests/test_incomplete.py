"""Lists of which a file could not be read: what is there is listed, the file is named, and the exit code is 1, in each."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from in_process import Run, runner
from small_meetings import minutes, write_meetings
from small_plans import fiche, write

WHOLE = minutes(
    "2025-05-13",
    "next: {date: 2025-10-09}",
    text="- [ ] Affiches halen @dienst tegen:2025-10-09\nSIGNAAL: Te ver #mantelzorgers\n"
    "AFSPRAAK: @aa helpt #bewegen\nEVENEMENT: 2025-10-11 Feest @dienst\nBESLUIT: Wij komen.\n",
)
BROKEN = "meetings/2025-10-09-overleg.md"
LISTS = (
    ("status",),
    ("status", "--points"),
    ("status", "--mine", "dienst"),
    ("signals",),
    ("agreements",),
    ("events",),
)
WAYS = {
    "no text": b"---\ntitle: Overleg\nseries: overleg\ndate: 2025-10-09\nstate: draft\n---\n\n- [ ] Caf\xe9 @dienst\n",
    "a conflict": b"---\ntitle: Overleg\n---\n\n<<<<<<< HEAD\n- [ ] A\n=======\n- [ ] B\n>>>>>>> tak\n",
    "broken data": b"---\ntitle: [\n---\n\n- [ ] A\n",
    "no data": b"- [ ] A\n",
    "an unreadable day": b"---\ntitle: Overleg\nseries: overleg\ndate: ooit\nstate: draft\n---\n\n- [ ] A\n",
    "a control character": b"---\ntitle: A\x01B\n---\n",
    "a link": None,
}


@pytest.fixture(params=WAYS)
def run(request: pytest.FixtureRequest, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Run:
    """The program beside one meeting that can be read and one that cannot."""
    write_meetings(tmp_path, {"2025-05-13-overleg": WHOLE})
    raw = WAYS[request.param]
    if raw is None:
        (tmp_path / BROKEN).symlink_to(tmp_path / "meetings/2025-05-13-overleg.md")
    else:
        (tmp_path / BROKEN).write_bytes(raw)
    return runner(tmp_path, capsys)


@pytest.mark.parametrize("words", LISTS, ids=" ".join)
def test_a_list_names_the_meeting_that_is_not_in_it(words: tuple[str, ...], run: Run) -> None:
    said = f"This may not be all: {BROKEN} could not be read fully; see “elzctl validate”.\n"
    code, out, err = run(*words)
    assert (code, err) == (1, said)
    assert out.strip()
    code, out, err = run(*words, "--json")
    assert (code, err) == (1, said)
    assert json.loads(out)["incomplete"] == [BROKEN]


def test_data_for_others_and_documents_name_it_too(tmp_path: Path, run: Run) -> None:
    code, out, err = run("export", "json")
    assert code == 1
    assert json.loads(out)["meetings"]
    assert err.startswith(f"{BROKEN}:")
    for words in (("points", "overleg"), ("decisions", "overleg"), ("minutes", "2025-05-13-overleg")):
        code, out, err = run("render", *words, "--format", "html")
        assert (code, out) == (1, "")
        assert BROKEN in err
    assert not (tmp_path / "build").exists()


@pytest.mark.parametrize("way", ["no text", "a conflict", "broken data"])
def test_a_draft_of_a_list_says_what_is_not_in_it(way: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run = runner(write_meetings(tmp_path, {"2025-05-13-overleg": WHOLE}), capsys)
    (tmp_path / BROKEN).write_bytes(WAYS[way] or b"")
    for kind in ("points", "decisions"):
        assert run("render", kind, "overleg", "--format", "html", "--draft")[0] == 0
        page = (tmp_path / f"build/overleg-{kind}-draft.html").read_text("utf-8")
        assert "konden niet gelezen worden. 2025-10-09-overleg" in page


def test_what_is_no_part_of_a_list_does_not_make_it_incomplete(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run = runner(write_meetings(tmp_path, {"2025-05-13-overleg": WHOLE}), capsys)
    write(tmp_path, stuk="---\ntitle: [\n---\n", goed=fiche("1.1.1"))
    for line in ("status --points", "signals", "agreements", "events"):
        assert run(*line.split())[::2] == (0, "")
    (tmp_path / BROKEN).write_bytes(WAYS["no text"] or b"")
    assert "meetings" not in run("timeline")[2]
    for line in ("status", "status --points --json", "timeline"):
        code, _, err = run(*line.split())
        assert code == 1
        assert "plan/actions/stuk.md" in err


def test_an_error_by_which_nothing_is_lost_does_not_make_a_list_incomplete(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = WHOLE + "\n::: intern\n- [ ] Nog een @dienst tegen:2025-10-09\n"
    run = runner(write_meetings(tmp_path, {"2025-05-13-overleg": text}), capsys)
    assert run("validate")[0] == 1
    assert run("status", "--points")[::2] == (0, "")


def test_many_files_are_named_in_part(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    broken = {f"2025-0{month}-01-overleg": "---\ntitle: [\n---\n" for month in range(1, 6)}
    run = runner(write_meetings(tmp_path, {"2025-09-13-overleg": WHOLE, **broken}), capsys)
    code, _, err = run("events")
    assert code == 1
    assert err == (
        "This may not be all: 5 files could not be read fully (meetings/2025-01-01-overleg.md,"
        " meetings/2025-02-01-overleg.md, meetings/2025-03-01-overleg.md, …); see “elzctl validate”.\n"
    )
