"""A file is old or new, whole, whatever happens: full disks, kills, links, two writers at once."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest

import elzctl
from elzctl.disk import Change, write, write_all, write_output
from elzctl.write_faults import WriteFault

FICHE = "plan/actions/mantelzorg.md"
OLD, NEW = b"oud\r\n" * 40, b"nieuw\n" * 400

only_posix = pytest.mark.skipif(os.name == "nt", reason="a test of POSIX systems")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A folder with one fiche."""
    (tmp_path / FICHE).parent.mkdir(parents=True)
    (tmp_path / FICHE).write_bytes(OLD)
    return tmp_path


def files(root: Path) -> dict[str, bytes]:
    """Everything below *root*: folders end in ``/``, links in ``@``."""
    found = {}
    for path in sorted(root.rglob("*")):
        name = path.relative_to(root).as_posix()
        if path.is_symlink():
            found[f"{name}@"] = b""
        elif path.is_dir():
            found[f"{name}/"] = b""
        elif path.is_file():
            found[name] = path.read_bytes()
    return found


def refused(root: Path, path: str, *, expected: bytes | None) -> str:
    """What a write says that is refused; nothing below *root* is different afterwards."""
    before = files(root)
    with pytest.raises(WriteFault) as fault:
        write(root, path, NEW, expected=expected)
    assert fault.value.path == path
    assert files(root) == before
    return fault.value.message.text


def script(code: str, *args: object, before: tuple[str, ...] = ()) -> subprocess.Popen[bytes]:
    """A Python process of its own that runs *code*; *before* is a command that starts it."""
    start = "import sys; from pathlib import Path; from elzctl.disk import *\n"
    return subprocess.Popen(
        [*before, sys.executable, "-c", start + code, *map(str, args)],
        env={**os.environ, "PYTHONPATH": str(Path(elzctl.__file__).parents[1])},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )


def said(process: subprocess.Popen[bytes]) -> str:
    """What a process printed, when it ended well."""
    out, problems = process.communicate(timeout=30)
    assert process.returncode == 0, problems.decode()
    return out.decode().strip()


WRITES = """
try: write(Path(sys.argv[1]), sys.argv[2], b"n" * int(sys.argv[3]), expected=eval(sys.argv[4]))
except WriteFault as fault: print(fault.message.text)
"""


# What is written


def test_a_file_is_replaced_and_nothing_else_is_left(root: Path) -> None:
    write(root, FICHE, NEW, expected=OLD)
    assert files(root) == {"plan/": b"", "plan/actions/": b"", FICHE: NEW}


@only_posix
@pytest.mark.parametrize("mode", [0o600, 0o640, 0o664, 0o755])
def test_a_replaced_file_keeps_its_rights(root: Path, mode: int) -> None:
    (root / FICHE).chmod(mode)
    write(root, FICHE, NEW, expected=OLD)
    assert (root / FICHE).stat().st_mode & 0o7777 == mode


def test_a_new_file_gets_its_folders_and_ordinary_rights(root: Path) -> None:
    (root / "made by hand").touch()
    write(root, "meetings/attachments/a/b.md", NEW, expected=None)
    assert (root / "meetings/attachments/a/b.md").read_bytes() == NEW
    assert (root / "meetings/attachments/a/b.md").stat().st_mode == (root / "made by hand").stat().st_mode
    assert (root / "meetings/attachments/a/b.md").stat().st_nlink == 1


def test_empty_and_large_files_are_written_whole(root: Path) -> None:
    write(root, "leeg.md", b"", expected=None)
    large = os.urandom(1 << 20)
    write(root, "leeg.md", large, expected=b"")
    assert (root / "leeg.md").read_bytes() == large


# What is refused


def test_a_file_that_was_changed_meanwhile_stays(root: Path) -> None:
    assert refused(root, FICHE, expected=OLD[:-1] + b"!") == "This file was changed meanwhile; nothing was written"
    assert "changed meanwhile" in refused(root, FICHE, expected=OLD + b"!")
    assert "changed meanwhile" in refused(root, FICHE, expected=b"")


def test_a_file_that_is_gone_is_not_made_again(root: Path) -> None:
    assert "gone" in refused(root, "plan/weg.md", expected=OLD)
    assert "gone" in refused(root, "nergens/weg.md", expected=OLD)


def test_a_file_that_exists_is_not_created_again(root: Path) -> None:
    assert "exists already" in refused(root, FICHE, expected=None)


def test_the_root_itself_is_never_made(tmp_path: Path) -> None:
    assert "folder is gone" in refused(tmp_path / "nergens", "plan/a.md", expected=None)
    assert "folder is gone" in refused(tmp_path / "nergens", "a.md", expected=None)


@pytest.mark.parametrize(
    "path",
    [
        *("", "/", "/etc/x.md", "../x.md", "plan/../../x.md", "plan//x.md", "plan/", "./x.md", "plan\\x.md", "C:x.md"),
        *("a\nb", "a\0b", ".git/config", ".GIT/hooks/pre-commit", ".git./config", "git~1/config", "plan/.git/x"),
        *("plan /x.md", "x."),
    ],
)
def test_a_path_that_leaves_the_plan_is_refused(root: Path, path: str) -> None:
    assert "not a path inside the plan" in refused(root, path, expected=None)


@only_posix
def test_no_link_is_followed_wherever_it_leads(root: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    outside = tmp_path_factory.mktemp("buiten")
    (outside / "x.md").write_bytes(OLD)
    (root / "buiten").symlink_to(outside, target_is_directory=True)
    (root / "binnen").symlink_to(root / "plan", target_is_directory=True)
    (root / "x.md").symlink_to(outside / "x.md")
    (root / "nergens.md").symlink_to(outside / "nergens.md")
    assert "link" in refused(root, "buiten/nieuw.md", expected=None)
    assert "link" in refused(root, "buiten/x.md", expected=OLD)
    assert "link" in refused(root, "buiten/diep/nieuw.md", expected=None)
    assert "link" in refused(root, "binnen/nieuw.md", expected=None)
    assert "ordinary file" in refused(root, "x.md", expected=OLD)
    assert "exists already" in refused(root, "nergens.md", expected=None)
    assert files(outside) == {"x.md": OLD}


def test_a_root_may_be_a_link(root: Path) -> None:
    (root / "naar").symlink_to(root, target_is_directory=True)
    write(root / "naar", FICHE, NEW, expected=OLD)
    assert (root / FICHE).read_bytes() == NEW


def test_a_folder_that_is_a_file_and_a_file_that_is_a_folder(root: Path) -> None:
    assert "a file and no folder" in refused(root, f"{FICHE}/x.md", expected=None)
    assert "a file and no folder" in refused(root, f"{FICHE}/diep/x.md", expected=None)
    assert "ordinary file" in refused(root, "plan/actions", expected=OLD)
    assert "exists already" in refused(root, "plan/actions", expected=None)


@only_posix
def test_a_pipe_and_a_read_only_file_are_left_alone(root: Path) -> None:
    os.mkfifo(root / "pijp.md")
    assert "ordinary file" in refused(root, "pijp.md", expected=OLD)
    (root / FICHE).chmod(0o444)
    assert "read-only" in refused(root, FICHE, expected=OLD)


def test_a_name_that_is_too_long_leaves_no_folders(root: Path) -> None:
    assert "too long" in refused(root, f"nieuw/map/{'x' * 300}.md", expected=None)


# Several files


def test_several_files_are_written_together(root: Path) -> None:
    write_all(root, [Change(FICHE, NEW, OLD), Change("plan/nieuw/a.md", NEW, None)])
    assert files(root)[FICHE] == files(root)["plan/nieuw/a.md"] == NEW


def test_one_that_cannot_be_written_stops_all_of_them(root: Path) -> None:
    before = files(root)
    with pytest.raises(WriteFault) as fault:
        write_all(root, [Change(FICHE, NEW, OLD), Change("nieuw/a.md", NEW, None), Change("plan/weg.md", NEW, OLD)])
    assert fault.value.path == "plan/weg.md"
    assert files(root) == before


def test_what_was_written_before_a_late_fault_is_put_back(root: Path) -> None:
    """A name that occurs twice passes every check until its first file stands there."""
    before = files(root)
    with pytest.raises(WriteFault, match="exists already"):
        write_all(root, [Change(FICHE, NEW, OLD), Change("nieuw/a.md", NEW, None), Change("nieuw/a.md", OLD, None)])
    assert files(root) == before


# Meanwhile


@pytest.mark.parametrize(
    ("path", "expected", "words"),
    [(FICHE, OLD, "changed meanwhile"), ("plan/nieuw.md", None, "exists already")],
)
def test_what_another_program_saves_during_a_write_stays(
    root: Path, path: str, expected: bytes | None, words: str
) -> None:
    process = script(WRITES, root, path, 50_000_000, expected)
    while not list((root / path).parent.glob(".elzctl-*.tmp")):
        assert process.poll() is None
    (root / path).write_bytes(b"in een editor")
    assert words in said(process)
    assert (root / path).read_bytes() == b"in een editor"
    assert not list((root / path).parent.glob(".elzctl-*.tmp"))


# Output files


def test_an_output_file_is_made_with_its_folders_and_overwritten(tmp_path: Path) -> None:
    for data in (OLD, NEW):
        write_output(tmp_path / "build/diep/plan.pdf", data)
        assert files(tmp_path) == {"build/": b"", "build/diep/": b"", "build/diep/plan.pdf": data}


@only_posix
def test_an_output_file_goes_through_no_link(tmp_path: Path) -> None:
    (tmp_path / "echt").mkdir()
    (tmp_path / "naar.pdf").symlink_to(tmp_path / "echt.pdf")
    (tmp_path / "naar").symlink_to(tmp_path / "echt")
    for path in ("naar.pdf", "naar/x.pdf", "naar/a/x.pdf"):
        with pytest.raises(WriteFault):
            write_output(tmp_path / path, NEW, within=tmp_path)
    assert files(tmp_path / "echt") == {}
    write_output(tmp_path / "naar/x.pdf", NEW)  # the user's own link, outside the plan
    assert files(tmp_path / "echt") == {"x.pdf": NEW}


@only_posix
def test_an_output_file_replaces_nothing_but_a_file(root: Path) -> None:
    os.mkfifo(root / "pijp")
    before = files(root)
    cases = {"plan": "ordinary", "pijp": "ordinary", f"{FICHE}/x.pdf": "no folder", f"{FICHE}/a/x.pdf": "no folder"}
    for path, words in cases.items():
        with pytest.raises(WriteFault, match=words) as fault:
            write_output(root / path, NEW)
        assert fault.value.path == str(root / path)
    with pytest.raises(WriteFault, match="ordinary"):
        write_output(Path("/dev/null"), NEW)
    assert files(root) == before


# Faults of the machine


@only_posix
def test_a_limit_on_the_disk_leaves_the_old_file(root: Path) -> None:
    limit = "import resource; resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096))"
    before = files(root)
    for path, expected in ((FICHE, OLD), ("nieuw/a.md", None)):
        process = script(limit + WRITES, root, path, 5000, expected)
        assert said(process) == "The disk is full; nothing was changed"
        assert files(root) == before


@only_posix
def test_a_full_disk_leaves_the_old_file(tmp_path: Path) -> None:
    """A disk of 64 KiB that only the process sees."""
    mount = 'mount -t tmpfs -o size=64k none "$0" && printf oud > "$0/a.md" && "$@" && cat "$0/a.md" && ls -A "$0"'
    own = ("unshare", "--mount", "--map-root-user", "sh", "-c", mount, str(tmp_path))
    if not shutil.which("unshare") or subprocess.run([*own, "true"], capture_output=True, check=False).returncode:
        pytest.skip("this system gives no process a disk of its own")
    process = script(WRITES, tmp_path, "a.md", 100_000, b"oud", before=own)
    assert said(process) == "The disk is full; nothing was changed\nouda.md"


TWO = """
try: write_all(Path(sys.argv[1]), [Change("a.md", b"nieuw", b"oud"), Change("b.md", b"nieuw", None)])
except WriteFault as fault: print(fault.path, fault.message.text, dict(fault.message.args))
"""
RENAME = "?rename,?renameat,?renameat2"
LINK = "?link,?linkat"
WHOLE, BEFORE = {"a.md": b"nieuw", "b.md": b"nieuw"}, {"a.md": b"oud"}


@only_posix
@pytest.mark.parametrize(
    ("faults", "words", "after"),
    [
        (["write:error=ENOSPC:when=1"], "a.md The disk is full", BEFORE),
        (["write:error=EDQUOT:when=2"], "b.md The disk is full", BEFORE),
        (["fsync:error=EIO:when=2"], "b.md This cannot be written ({why}); nothing was changed {'why': 'Input", BEFORE),
        (["fsync:error=EIO:when=3"], ".elzctl-journal.tmp This cannot be written", BEFORE),
        (["fsync:error=EIO:when=4+"], "", WHOLE),
        ([f"{RENAME}:error=EROFS"], "a.md This disk is read-only", BEFORE),
        ([f"{RENAME}:error=EACCES"], "a.md This may not be written with your rights, or another program", BEFORE),
        ([f"{LINK}:error=EPERM"], "", WHOLE),
        ([f"{LINK}:error=EPERM", f"{RENAME}:error=EIO:when=2"], "b.md This cannot be written", BEFORE),
        ([f"{LINK}:error=EPERM", f"{RENAME}:error=EIO:when=2+"], "a.md Only a part was written", {"a.md": b"nieuw"}),
    ],
)
def test_a_fault_of_the_system_is_told_and_changes_nothing(
    tmp_path: Path, faults: list[str], words: str, after: dict[str, bytes]
) -> None:
    """Strace makes the kernel's own calls fail: the disk is full, has no hard links, breaks at the last step."""
    trace = ("strace", "-f", "-o", os.devnull, *(part for fault in faults for part in ("-e", f"inject={fault}")))
    if not shutil.which("strace") or subprocess.run([*trace, "true"], capture_output=True, check=False).returncode:
        pytest.skip("strace is not there or not allowed; .ci/run installs it")
    (tmp_path / "a.md").write_bytes(b"oud")
    assert said(script(TWO, tmp_path, before=trace)).startswith(words)
    assert files(tmp_path) == after


def test_a_killed_writer_leaves_a_whole_file(root: Path) -> None:
    versions = [bytes([letter]) * 200_000 for letter in b"ab"]
    (root / FICHE).write_bytes(versions[0])
    loop = """
root, path = Path(sys.argv[1]), sys.argv[2]
print("ready", flush=True)
while True:
    old = (root / path).read_bytes()
    write(root, path, (b"b" if old[:1] == b"a" else b"a") * 200_000, expected=old)
"""
    for round_ in range(15):
        process = script(loop, root, FICHE)
        assert process.stdout
        process.stdout.readline()
        time.sleep(0.002 + round_ * 0.0037)
        process.kill()
        process.communicate()
        assert (root / FICHE).read_bytes() in versions
    left = [name for name in files(root) if name not in ("plan/", "plan/actions/", FICHE)]
    assert all(Path(name).match(".elzctl-*.tmp") for name in left)


@only_posix
def test_an_interrupted_writer_cleans_up(root: Path) -> None:
    interrupt = """
import signal
data = b"n" * 50_000_000
signal.signal(signal.SIGALRM, signal.default_int_handler)
try:
    signal.setitimer(signal.ITIMER_REAL, 0.002)
    write(Path(sys.argv[1]), sys.argv[2], data, expected=None)
except KeyboardInterrupt: print("interrupted")
"""
    before = files(root)
    assert said(script(interrupt, root, "nieuw/a.md")) == "interrupted"
    assert files(root) == before


def test_of_two_who_create_a_file_one_wins(root: Path) -> None:
    rounds = """
import time
root, name, start = Path(sys.argv[1]), sys.argv[2], float(sys.argv[3])
for round_ in range(20):
    while time.time() < start + round_ * 0.02: pass
    try: write(root, f"nieuw/{round_}.md", name.encode() * 1000, expected=None); print(round_)
    except WriteFault as fault: assert "exists already" in fault.message.text, fault
"""
    start = time.time() + 0.4
    both = [script(rounds, root, name, start) for name in "ab"]
    won = [said(process).split() for process in both]
    assert sorted(won[0] + won[1], key=int) == [str(n) for n in range(20)]
    for name, wins in zip(b"ab", won, strict=True):
        assert all((root / f"nieuw/{n}.md").read_bytes() == bytes([name]) * 1000 for n in wins)
    assert len(list((root / "nieuw").iterdir())) == 20
