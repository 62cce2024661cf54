"""Commands that ask Git, in repositories in every state: they answer, or say in a line why not and what to do."""

from __future__ import annotations

import json
import os
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from histories import begin, commit, git
from in_process import Run, runner
from small_plans import fiche, write

COMMANDS = {
    "diff": ("diff", "HEAD~1"),
    "log": ("log", "koffie"),
    "trend": ("trend", "--today", "2025-04-10"),
    "as-of": ("status", "--as-of", "2025-02-01"),
    "since": ("diff", "--since", "2025-02-01"),
}
"""One command line each; all of them need the commit before the last one."""
EVERY = pytest.mark.parametrize("words", COMMANDS.values(), ids=COMMANDS)


def made(root: Path) -> Path:
    """Two commits: of 15 January and of 20 March 2025."""
    write(begin(root), koffie=fiche("1.1.1", "due: maart 2025"))
    commit(root, "2025-01-15")
    write(root, koffie=fiche("1.1.1", "due: maart 2025", title="Thee"))
    commit(root, "2025-03-20")
    return root


@pytest.fixture
def zone(tmp_path: Path) -> Path:
    return made(tmp_path / "zone")


@pytest.fixture
def at(capsys: pytest.CaptureFixture[str]) -> Callable[[Path], Run]:
    """Runs in a folder."""
    return lambda root: runner(root, capsys)


def answer(run: Run, words: tuple[str, ...]) -> str:
    """What a run says that goes well, and that complains about nothing but what was shown."""
    code, out, err = run(*words)
    assert code == 0
    assert all(line.startswith("This is the plan of commit ") for line in err.splitlines())
    return out


# States in which everything works.


def detached(zone: Path) -> Path:
    git(zone, "checkout", "--quiet", "--detach")
    return zone


def packed(zone: Path) -> Path:
    git(zone, "gc", "--quiet")
    return zone


def worktree(zone: Path) -> Path:
    git(zone, "worktree", "add", "--quiet", str(zone.parent / "werk"), "HEAD~0")
    return zone.parent / "werk"


def submodule(zone: Path) -> Path:
    above = begin(zone.parent / "boven")
    git(above, "submodule", "--quiet", "add", str(zone), "zone")
    commit(above)
    return above / "zone"


def below(zone: Path) -> Path:
    return zone / "plan/actions"


def locked(zone: Path) -> Path:
    for name in ("index.lock", "HEAD.lock", "shallow.lock"):
        (zone / ".git" / name).touch()
    return zone


def without_a_branch_of_that_name(zone: Path) -> Path:
    git(zone, "branch", "--", "HEAD~1x".replace("~", "-"))
    git(zone, "tag", "2025-02-01", "HEAD")
    return zone


@EVERY
@pytest.mark.parametrize(
    "made_so", [detached, packed, worktree, submodule, below, locked, without_a_branch_of_that_name]
)
def test_every_command_answers_the_same(
    made_so: Callable[[Path], Path], words: tuple[str, ...], zone: Path, at: Callable[[Path], Run]
) -> None:
    expected = answer(at(zone), words)
    assert expected
    assert answer(at(made_so(zone)), words) == expected


@EVERY
def test_a_repository_of_longer_ids_is_read_too(
    words: tuple[str, ...], tmp_path: Path, at: Callable[[Path], Run]
) -> None:
    root = tmp_path / "lang"
    root.mkdir()
    git(root, "init", "--quiet", "--object-format=sha256", "--initial-branch=main")
    assert answer(at(made(root)), words)


def test_an_unfinished_rebase_is_told_after_the_rest(zone: Path, at: Callable[[Path], Run]) -> None:
    git(zone, "checkout", "--quiet", "-b", "tak", "HEAD~1")
    write(zone, koffie=fiche("1.1.1", title="Soep"))
    commit(zone, "2025-04-01")
    with pytest.raises(subprocess.CalledProcessError):
        git(zone, "rebase", "main")
    for words in (COMMANDS["diff"], COMMANDS["log"], COMMANDS["trend"]):
        code, out, err = at(zone)(*words)
        assert (code, bool(out)) == (0, True)
        assert err.endswith("Git is in the middle of a rebase here: HEAD and the files may be half of it.\n")


# States in which there is nothing to tell.


def no_repository(root: Path) -> None:
    write(root, koffie=fiche("1.1.1"))


def no_commit(root: Path) -> None:
    begin(root)


def bare(root: Path) -> None:
    git(root, "init", "--quiet", "--bare")


def damaged(root: Path) -> None:
    begin(root)
    full = commit(root)
    (root / ".git/objects" / full[:2] / full[2:]).chmod(0o644)
    (root / ".git/objects" / full[:2] / full[2:]).write_bytes(b"x")


def unknown_form(root: Path) -> None:
    made(root)
    git(root, "config", "core.repositoryFormatVersion", "99")


def plan_apart(root: Path) -> None:
    elsewhere = root.parent / "elders"
    begin(elsewhere)
    (elsewhere / "plan.yaml").write_text("title: Elders\n", "utf-8")
    commit(elsewhere)
    begin(root)
    for day in ("2025-01-15", "2025-03-20"):
        if not (root / ".gitmodules").exists():
            subprocess.run(["rm", "-rf", str(root / "plan")], check=True)
            git(root, "submodule", "--quiet", "add", str(elsewhere), "plan")
        commit(root, day)


@EVERY
@pytest.mark.parametrize(
    ("make", "expected"),
    [
        (no_repository, "This folder is in no Git repository, so there is no history"),
        (no_commit, "There is no commit yet"),
        (bare, "This is a bare repository: it has no files to look at"),
        (damaged, "This Git repository cannot be read: "),
        (unknown_form, "This repository has a form that this version of Git does not know"),
        (plan_apart, "The folder plan is a repository of its own (a submodule)"),
    ],
)
def test_what_cannot_be_seen_is_one_clear_line(
    make: Callable[[Path], None],
    expected: str,
    words: tuple[str, ...],
    tmp_path: Path,
    at: Callable[[Path], Run],
) -> None:
    root = write(tmp_path / "zone", koffie=fiche("1.1.1"))
    make(root)
    code, out, err = at(root)(*words)
    assert (code, out) == (2, "")
    assert err.startswith(f"error: {expected}")
    assert len(err.splitlines()) <= 2


@EVERY
def test_outside_a_plan_there_is_nothing_to_tell(
    words: tuple[str, ...], tmp_path: Path, at: Callable[[Path], Run]
) -> None:
    code, out, err = at(begin(tmp_path))(*words)
    assert (code, out) == (2, "")
    assert err.startswith("error: No plan here")


@EVERY
@pytest.mark.parametrize("filter_", ["blob:none", "tree:0"])
def test_a_copy_without_all_files_says_so(
    filter_: str, words: tuple[str, ...], zone: Path, tmp_path: Path, at: Callable[[Path], Run]
) -> None:
    git(zone, "config", "uploadpack.allowFilter", "true")
    clone = tmp_path / "kloon"
    git(tmp_path, "clone", "--quiet", "--no-checkout", f"--filter={filter_}", f"file://{zone}", str(clone))
    write(clone, koffie=fiche("1.1.1"))
    code, out, err = at(clone)(*words)
    assert (code, out) == (2, "")
    assert "it was made without all of them" in err
    assert "Make a full clone, without --filter." in err


@EVERY
def test_a_missing_file_is_told(words: tuple[str, ...], zone: Path, at: Callable[[Path], Run]) -> None:
    full = git(zone, "rev-parse", "HEAD~1:plan/actions/koffie.md")
    (zone / ".git/objects" / full[:2] / full[2:]).unlink()
    code, out, err = at(zone)(*words)
    assert (code, out) == (2, "")
    assert err.startswith("error: This Git repository")


# Copies that were cut off.


@pytest.fixture
def shallow(tmp_path: Path) -> Path:
    """A copy with the last two of three commits."""
    zone = made(tmp_path / "zone")
    write(zone, koffie=fiche("1.1.1", "due: maart 2025", title="Soep"))
    commit(zone, "2025-04-05")
    git(tmp_path, "clone", "--quiet", "--depth=2", f"file://{zone}", str(tmp_path / "kloon"))
    return tmp_path / "kloon"


CUT = (
    "The history is cut off here: what changed up to 2025-03-20 cannot be seen.\n"
    "Fetch all of it: “git fetch --unshallow”; in CI, fetch-depth: 0.\n"
)


def test_in_a_copy_that_was_cut_off_what_came_before_is_not_taken_for_new(
    shallow: Path, at: Callable[[Path], Run]
) -> None:
    code, out, err = at(shallow)("log", "koffie")
    assert (code, err) == (0, CUT)
    assert "title: Thee → Soep" in out
    assert "new" not in out
    found = json.loads(at(shallow)("log", "koffie", "--json")[1])
    cut_off = {"id": git(shallow, "rev-parse", "HEAD~1"), "day": "2025-03-20"}
    assert (len(found["records"]), found["cut_off"]) == (1, cut_off)


def test_in_a_copy_that_was_cut_off_the_months_before_are_missing(shallow: Path, at: Callable[[Path], Run]) -> None:
    code, out, err = at(shallow)("trend", "--today", "2025-04-10", "--json")
    found = json.loads(out)
    assert (code, err) == (0, CUT)
    assert [month["month"] for month in found["months"]] == ["2025-03", "2025-04"]
    assert found["cut_off"]["day"] == "2025-03-20"


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (("diff", "HEAD~2"), "“HEAD~2” is not in this copy: its history was cut off"),
        (
            ("diff", "--since", "2025-02-01"),
            "There is no commit up to 2025-02-01 in this copy: its history was cut off",
        ),
        (("status", "--as-of", "HEAD~2"), "“HEAD~2” is not in this copy: its history was cut off"),
        (("status", "--as-of", "2025-02-01"), "There is no commit up to 2025-02-01 in this copy"),
        (("trend", "--until", "2025-02-01"), "There is no commit up to 2025-02-01 in this copy"),
    ],
)
def test_what_was_cut_off_is_not_guessed(
    words: tuple[str, ...], expected: str, shallow: Path, at: Callable[[Path], Run]
) -> None:
    code, out, err = at(shallow)(*words)
    assert (code, out) == (2, "")
    assert err.startswith(f"error: {expected}")
    assert "git fetch --unshallow" in err


def test_a_copy_that_holds_everything_all_the_same_is_whole(tmp_path: Path, at: Callable[[Path], Run]) -> None:
    zone = made(tmp_path / "zone")
    git(tmp_path, "clone", "--quiet", "--depth=9", f"file://{zone}", str(tmp_path / "kloon"))
    assert answer(at(tmp_path / "kloon"), ("log", "koffie")) == answer(at(zone), ("log", "koffie"))


# Folders of somebody else, and hostile ones.


def test_a_folder_of_somebody_else_is_one_line_with_what_to_do(
    zone: Path, tmp_path: Path, at: Callable[[Path], Run]
) -> None:
    theirs = os.geteuid() == 0
    if theirs:
        for path in (zone, *zone.rglob("*")):
            os.lchown(path, 54321, 54321)
    for words in COMMANDS.values():
        code, _, err = at(zone)(*words)
        if theirs:  # only an administrator can give a folder away
            assert code == 2
            assert err.splitlines() == [
                "error: Git does not trust this folder, because it belongs to somebody else",
                f"help: If it is yours all the same: git config --global --add safe.directory {zone}",
            ]
        else:
            assert code == 0
    assert "safe" not in (zone / ".git/config").read_text("utf-8")


@EVERY
def test_nothing_of_a_repository_is_written_or_run(
    words: tuple[str, ...], zone: Path, tmp_path: Path, at: Callable[[Path], Run]
) -> None:
    trace, evil = tmp_path / "gelopen", tmp_path / "evil"
    evil.write_text(f"#!/bin/sh\ntouch '{trace}'\n", "utf-8")
    evil.chmod(0o755)
    for key in (
        *("core.fsmonitor", "core.sshCommand", "core.pager", "pager.log", "pager.rev-list", "pager.diff-tree"),
        *("diff.external", "diff.x.textconv", "diff.x.command", "filter.x.clean", "filter.x.smudge", "gpg.program"),
        *("diff.orderFile", "log.mailmap", "mailmap.file", "core.alternateRefsCommand", "credential.helper"),
    ):
        git(zone, "config", key, str(evil))
    for key, value in (
        *(("core.hooksPath", str(tmp_path)), ("log.showSignature", "true"), ("log.showRoot", "false")),
        *(("alias.rev-list", f"!{evil}"), ("alias.diff-tree", f"!{evil}"), ("alias.cat-file", f"!{evil}")),
        *(
            ("diff.renames", "copies"),
            ("log.follow", "true"),
            ("i18n.logOutputEncoding", "UTF-16"),
            ("log.date", "human"),
        ),
        *(("format.pretty", "%x"), ("core.quotePath", "true"), ("diff.noprefix", "true"), ("core.abbrev", "4")),
    ):
        git(zone, "config", key, value)
    for name in ("post-index-change", "fsmonitor-watchman", "reference-transaction"):
        (zone / ".git/hooks" / name).write_bytes(evil.read_bytes())
        (zone / ".git/hooks" / name).chmod(0o755)
    (zone / ".gitattributes").write_text("* diff=x filter=x\n", "utf-8")
    before = {path: path.read_bytes() for path in zone.rglob("*") if path.is_file()}
    expected = answer(at(made(tmp_path / "schoon")), words)
    assert answer(at(zone), words) == expected
    assert not trace.exists()
    assert {path: path.read_bytes() for path in zone.rglob("*") if path.is_file()} == before


# Odd names, days and files.


@EVERY
def test_odd_file_names_are_no_reason_to_stop(words: tuple[str, ...], zone: Path, at: Callable[[Path], Run]) -> None:
    folder = os.fsencode(zone / "plan/actions")
    names = (
        b"a\nb.md",
        b"met spatie.md",
        "café.md".encode(),
        "cafe\u0301.md".encode(),
        b"ruw\xff.md",
        b"\x1b[31m.md",
        b"-x.md",
    )
    for name in names:
        Path(os.fsdecode(folder + b"/" + name)).write_text(fiche("1.1.9"), "utf-8")
    commit(zone, "2025-04-01")
    for name in names:
        Path(os.fsdecode(folder + b"/" + name)).unlink()
    write(zone, koffie=fiche("1.1.1", "due: maart 2025", title="Soep"))
    commit(zone, "2025-04-02")
    code, out, err = at(zone)(*words)
    assert (code, "\x1b" in out + err) == (0, False)
    assert out


def test_a_name_with_an_umlaut_is_no_action_however_it_is_written(zone: Path, at: Callable[[Path], Run]) -> None:
    for name in ("café", "cafe\u0301", "met spatie", "a\nb", "\x1b[31m"):
        code, out, err = at(zone)("log", name)
        assert (code, out) == (2, "")
        assert err.startswith("error: There is no action, goal or meeting “")
        assert "\x1b" not in err


@pytest.mark.parametrize(
    "name", ["-x", "--output=x", "--upload-pack=x", "-O", "a\nb", "x" * 251, "HEAD:plan", "\x1b[31m"]
)
def test_what_is_no_revision_is_refused(name: str, zone: Path, at: Callable[[Path], Run]) -> None:
    before = sorted(zone.rglob("*"))
    for words in (("diff", "--", name), (f"--as-of={name}",)):
        code, out, err = at(zone)(*(words if len(words) > 1 else ("status", *words)))
        assert (code, out) == (2, "")
        assert err.startswith(("error: “", "error: There is no revision “"))
        assert len(err) < 400
    assert sorted(zone.rglob("*")) == before


@pytest.mark.parametrize(
    "when", ["@1 -1200", "1970-01-01T00:00:01+00:00", "2099-12-31T12:00:00+00:00", "@253402300800 +0000"]
)
def test_commits_of_any_day_can_be_read(when: str, zone: Path, at: Callable[[Path], Run]) -> None:
    write(zone, koffie=fiche("1.1.1", "due: maart 2025", title="Soep"))
    git(zone, "add", "--all")
    git(zone, "commit", "--quiet", "-m", "x", GIT_AUTHOR_DATE=when, GIT_COMMITTER_DATE=when)
    write(zone, koffie=fiche("1.1.1", "due: maart 2025", title="Melk"))
    commit(zone, "2025-04-05")
    for words in COMMANDS.values():
        assert answer(at(zone), words)
    months = json.loads(answer(at(zone), ("trend", "--today", "2025-04-10", "--json")))["months"]
    assert months[-1]["commit"]["id"] == git(zone, "rev-parse", "HEAD")


def test_a_file_that_is_a_link_or_too_large_somewhere_in_the_history_is_told(
    zone: Path, at: Callable[[Path], Run]
) -> None:
    path = zone / "plan/actions/koffie.md"
    path.write_text(fiche("1.1.1", title="Veel", text="x" * (1 << 20)), "utf-8")
    commit(zone, "2025-04-01")
    path.unlink()
    path.symlink_to("/etc/passwd")
    commit(zone, "2025-04-02")
    path.unlink()
    write(zone, koffie=fiche("1.1.1", title="Soep"))
    commit(zone, "2025-04-03")
    out = answer(at(zone), ("log", "koffie"))
    assert out.count("can no longer be read") == 1
    assert "can be read again; another title\n  title: Thee → Soep" in out


def test_an_empty_commit_and_one_elsewhere_tell_nothing(zone: Path, at: Callable[[Path], Run]) -> None:
    expected = answer(at(zone), ("log", "koffie"))
    commit(zone, "2025-04-01")
    (zone / "README.md").write_text("x", "utf-8")
    commit(zone, "2025-04-02")
    assert answer(at(zone), ("log", "koffie")) == expected


def test_a_bare_repository_is_told_by_every_command(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    bare(tmp_path)
    code, _, err = runner(tmp_path / "refs", capsys, "status")()
    assert code == 2
    assert err.startswith("error: This is a bare repository: it has no files to look at\n")
