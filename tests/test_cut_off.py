"""A change of several files that is killed halfway: it is named, and finished or undone, whole."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from in_process import runner
from small_plans import ROOT, fiche, write

from elzctl.disk import Change
from elzctl.journal import JOURNAL, read
from elzctl.lock import lock
from elzctl.unfinished import cut_off, finish
from elzctl.write_faults import WriteFault

KILLED = """
import os, signal, sys
left, root = int(sys.argv[1]), sys.argv[2]

def look(event, arguments):
    global left
    if event in ("os.rename", "os.link", "os.remove") and str(arguments[0]).startswith(root):
        left -= 1
        if left < 0:
            os.kill(os.getpid(), signal.SIGKILL)

sys.addaudithook(look)
from elzctl.cli.main import main
code = main(["--lang", "en", "-C", root, *sys.argv[3:]])
sys.stdout.flush()
os._exit(code)
"""
"""The program with an end: a real kill -9 just before it replaces or removes the file of that number."""
NAMES = ("koffie", "thee", "soep")
RENUMBER = ("renumber", "1", "2", "--swap")


def plan(root: Path) -> Path:
    return write(root, **{name: fiche(f"1.1.{place}", title=name) for place, name in enumerate(NAMES, 1)})


def texts(root: Path) -> dict[str, bytes]:
    files = (path for folder in ("plan", "plan/actions") for path in (root / folder).iterdir() if path.is_file())
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in files if path.suffix != ".tmp"}


def own(root: Path) -> list[str]:
    """What elzctl left of its own."""
    return [path.relative_to(root).as_posix() for path in root.rglob(".elzctl*")]


def killed(root: Path, place: int, *words: str) -> bool:
    """True when the program was killed there, false when it ended by itself before."""
    command = [sys.executable, "-c", KILLED, str(place), str(root), *words]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    done = subprocess.run(command, env=environment, capture_output=True, check=False)
    assert done.returncode in (0, -signal.SIGKILL), done.stderr
    return done.returncode != 0


def half_done(root: Path, place: int = 2) -> tuple[dict[str, bytes], dict[str, bytes]]:
    """A plan of which *place* files are renumbered, as it was and as it was to be."""
    before = texts(plan(root))
    other = plan(root.with_name(f"{root.name}-heel"))
    assert not killed(other, 1000, *RENUMBER)
    assert killed(root, place, *RENUMBER)
    assert before != texts(root) != texts(other)
    return before, texts(other)


def test_wherever_it_is_killed_doctor_makes_it_whole(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = texts(plan(tmp_path / "zone"))
    whole, halves, place = {tuple(before.values())}, 0, 0
    while True:
        root = plan(tmp_path / f"zone{place}")
        if not killed(root, place, *RENUMBER):
            break
        run = runner(root, capsys, "doctor")
        half = cut_off(root)
        faults = [one["message"] for one in json.loads(run("--json")[1])["remarks"] if one["level"] == "fault"]
        assert any("A change was cut off" in message for message in faults) == (half is not None)
        halves += half is not None
        out = run("--fix", "--yes")[1]
        assert ("The change is finished." in out) == (half is not None)
        assert own(root) == []
        whole.add(tuple(texts(root).values()))
        place += 1
    # Four files change: it was killed between each of them.
    assert halves == 3
    assert whole == {tuple(before.values()), tuple(texts(root).values())}


@pytest.mark.parametrize("command", ["status", "validate", "status --json", "validate --format json"])
def test_who_reads_a_half_done_plan_is_told_so(
    command: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    half_done(tmp_path)
    run = runner(tmp_path, capsys)
    told = "A change of several files was cut off: some are old and some are new. Run “elzctl doctor” and see.\n"
    assert run(*command.split())[2].count(told) == 1
    run("doctor", "--fix", "--yes")
    assert "cut off" not in run(*command.split())[2]


def test_a_journal_of_a_change_that_did_not_begin_is_not_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    plan(tmp_path)
    (tmp_path / JOURNAL).write_bytes(b"half")
    assert "cut off" not in runner(tmp_path, capsys)("validate")[2]


def test_the_next_who_writes_finishes_it_and_has_to_look_again(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    _, after = half_done(tmp_path / "zone")
    run = runner(tmp_path / "zone", capsys)
    code, out, err = run("renumber", "thee", "1.2.4")
    assert (code, out) == (2, "")
    assert "An earlier change was cut off; it is finished now" in err
    assert texts(tmp_path / "zone") == after
    assert run("renumber", "thee", "2.1.9")[0] == 0
    assert own(tmp_path / "zone") == []


def test_it_is_shown_and_asked_first(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    half_done(tmp_path / "zone")
    halfway = texts(tmp_path / "zone")
    code, out, err = runner(tmp_path / "zone", capsys, "doctor")("--fix")
    assert (code, "Add --yes" in err) == (2, True)
    assert out.startswith("An earlier change was cut off. These files still get their new text:\n  plan/")
    assert texts(tmp_path / "zone") == halfway


def test_what_somebody_changed_since_is_not_overwritten(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    root = tmp_path / "zone"
    before, _ = half_done(root)
    half = cut_off(root)
    assert half is not None
    (root / half.waiting[0]).write_text(fiche("1.1.9", "partners:  [kring]"), "utf-8")
    now = texts(root)
    remarks = json.loads(runner(root, capsys, "doctor")("--json")[1])["remarks"]
    (one,) = (one for one in remarks if "A change was cut off" in one["message"])
    assert "It cannot be finished" in one["hint"]
    assert runner(root, capsys, "doctor")("--fix", "--yes")[0] == 1
    code, _, err = runner(root, capsys)("fmt")
    assert (code, "cannot be finished; see “elzctl doctor”" in err) == (2, True)
    assert texts(root) == now
    # All put back: then there is nothing to finish.
    for path, data in before.items():
        (root / path).write_bytes(data)
    assert cut_off(root) is None
    assert runner(root, capsys, "doctor")("--fix", "--yes")[0] == 0
    assert (texts(root), own(root)) == (before, [])


def test_a_new_file_that_was_to_come_comes_and_never_over_another(tmp_path: Path) -> None:
    changes = [Change("a.md", b"nieuw", b"oud"), Change("map/b.md", b"nieuw", None), Change("c.md", b"nieuw", None)]
    code = f"""
import os, signal, sys
from pathlib import Path
from elzctl.disk import *
sys.addaudithook(lambda event, _: os.kill(os.getpid(), signal.SIGKILL) if event == "os.link" else None)
write_all(Path(sys.argv[1]), [Change(*one) for one in {[tuple(one) for one in changes]!r}])
"""
    for taken in (False, True):
        root = tmp_path / str(taken)
        root.mkdir()
        (root / "a.md").write_bytes(b"oud")
        environment = {**os.environ, "PYTHONPATH": str(ROOT)}
        subprocess.run([sys.executable, "-c", code, str(root)], env=environment, capture_output=True, check=False)
        assert (root / "a.md").read_bytes() == b"nieuw"
        assert not (root / "map/b.md").exists()
        if taken:
            (root / "c.md").write_bytes(b"van mij")
            with pytest.raises(WriteFault, match="cannot be finished"):
                finish(root)
            assert (root / "c.md").read_bytes() == b"van mij"
        else:
            assert finish(root) == ("map/b.md", "c.md")
            assert [(root / one.path).read_bytes() for one in changes] == [b"nieuw"] * 3
            assert own(root) == []


HOSTILE = (
    b"",
    b"{}\n",
    b"[" * 100_000 + b"\n",
    b'{"version": 1, "steps": [{"path": 1}]}\n',
    b'{"version": 1, "steps": [{"path": "a.md", "temporary": "../x", "stamp": 0, "old": "", "new": ""}]}\n',
    b'{"version": 1, "steps": [{"path": "a.md", "temporary": ".elzctl-1-0123456789ab.tmp"',
)


@pytest.mark.parametrize("data", HOSTILE)
def test_a_journal_that_elzctl_did_not_write_does_nothing(data: bytes, tmp_path: Path) -> None:
    (tmp_path / JOURNAL).write_bytes(data)
    assert read(data) == ()
    with lock(tmp_path):
        pass
    assert list(tmp_path.iterdir()) == []


def test_a_journal_that_came_with_somebodys_changes_changes_nothing(tmp_path: Path) -> None:
    """In a checkout no file has the time that the journal says, and nothing outside is touched, nor what Git is run by."""
    root = tmp_path / "zone"
    half_done(root)
    for path in root.rglob(".elzctl-*-*.tmp"):
        os.utime(path)
    now = texts(root)
    with pytest.raises(WriteFault, match="cannot be finished"), lock(root):
        pytest.fail("written")
    assert texts(root) == now
    journal = json.loads((root / JOURNAL).read_text("utf-8"))
    journal["steps"] = [
        {**step, "path": path} for step, path in zip(journal["steps"], ("../x", ".git/config"), strict=False)
    ]
    (root / JOURNAL).write_text(json.dumps(journal) + "\n", "utf-8")
    with lock(root):
        pass
    assert not (tmp_path / "x").exists()
    assert texts(root) == now
