"""The main line of real repositories in one pass, held beside what each commit says when it is asked by itself."""

from __future__ import annotations

import random
from itertools import pairwise
from pathlib import Path

import pytest
from histories import begin, commit, git
from small_plans import fiche, write

from elzctl.commits.blob_tree import BlobTree
from elzctl.commits.commit_tree import CommitTree, Unknown, day_of, revision
from elzctl.commits.history import Line, Step, contents, main_line, sized, states, steps, touched
from elzctl.load import load
from elzctl.tree import MAX_BYTES, WorkTree
from elzctl.views.changes import Thing
from elzctl.views.history import BESIDE, Reader, Subject, records

FOLDERS = ("plan", "meetings")
NAMES = ("koffie", "thee", "soep", "wandelen")


@pytest.fixture(scope="module")
def zone(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Thirty commits, each with a few files written, taken out or given another name; some are merges."""
    root = write(begin(tmp_path_factory.mktemp("zone")))
    chance = random.Random(5)
    commit(root, "2024-01-01")
    for number in range(28):
        path = root / f"plan/actions/{chance.choice(NAMES)}.md"
        other = root / f"plan/actions/{chance.choice(NAMES)}.md"
        what = chance.choice(("write", "write", "write", "out", "rename", "branch"))
        if what == "write" or not path.exists():
            path.write_text(fiche(f"1.1.{number + 1}", f"due: {2025 + number}", title=f"Titel {number}"), "utf-8")
        elif what == "out":
            path.unlink()
        elif what == "rename" and not other.exists():
            path.rename(other)
        else:
            git(root, "checkout", "--quiet", "-b", f"tak{number}")
            path.write_text(fiche(f"1.1.{number + 1}", title="Op een tak"), "utf-8")
            commit(root, f"2024-02-{number + 1:02}")
            git(root, "checkout", "--quiet", "main")
            when = f"2024-02-{number + 1:02}T13:00:00+01:00"
            made = {"GIT_AUTHOR_DATE": when, "GIT_COMMITTER_DATE": when}
            git(root, "merge", "--quiet", "--no-ff", "-m", "samen", f"tak{number}", **made)
            continue
        commit(root, f"2024-02-{number + 1:02}")
    return root


def asked(root: Path, path: str) -> tuple[Line, list[Step]]:
    line = main_line(root)
    changed = touched(root, ((one.revision.id, one.before) for one in line.made), FOLDERS)
    return line, steps(line, changed, path, BESIDE)


def test_the_line_is_that_of_first_parents(zone: Path) -> None:
    line = main_line(zone)
    assert [one.revision.id for one in line.made] == git(zone, "rev-list", "--first-parent", "HEAD").split()
    assert all(one.revision == revision(zone, one.revision.id) for one in line.made)
    assert [one.before for one in line.made[:-1]] == [one.revision.id for one in line.made[1:]]
    assert (line.made[-1].before, line.cut, line.horizon) == ("", False, None)
    assert {one.author for one in line.made} == {""}
    assert {one.author for one in main_line(zone, authors=True).made} == {"elz"}


def test_every_state_is_what_the_commit_itself_holds(zone: Path) -> None:
    line = main_line(zone)
    order = [one.revision for one in reversed(line.made)]
    for chosen in (order, order[::3], order[::-1], order[-1:]):
        for one, state in zip(chosen, states(zone, chosen, "plan"), strict=True):
            sizes, data = contents(zone, {blob.id for blob in state.values()})
            made = load(BlobTree(sized(state, sizes), data))
            assert made.plan == load(CommitTree(zone, one)).plan


@pytest.mark.parametrize("name", NAMES)
def test_what_one_step_ends_with_the_next_begins_with(name: str, zone: Path) -> None:
    path = f"plan/actions/{name}.md"
    _, found = asked(zone, path)
    for newer, older in pairwise(found):
        if path in newer.old or path in older.new:
            assert newer.old.get(path) == older.new.get(path)
    for step in found:
        whole = CommitTree(zone, step.made.revision)
        assert all(whole.read(one) is not None for one in step.new)


@pytest.mark.parametrize("name", NAMES)
def test_the_records_tell_the_whole_life_of_a_thing(name: str, zone: Path) -> None:
    _, found = asked(zone, f"plan/actions/{name}.md")
    blobs = {blob.id for step in found for side in (step.old, step.new) for blob in side.values()}
    now = load(WorkTree(zone)).plan
    reader = Reader(*contents(zone, blobs), {})
    told = list(records(found, reader, Subject(Thing.ACTION, name, ""), now))
    changes = [record.found.things[0] for record in told]
    assert changes[0].new == now.by_id.get(name) or changes[0].was == name
    assert all(newer.old == older.new for newer, older in pairwise(changes))
    assert changes[-1].old is None


def test_a_file_that_nothing_touched_has_no_steps(zone: Path) -> None:
    assert asked(zone, "plan/actions/nergens.md")[1] == []


def test_files_are_told_from_the_folder_of_the_plan(tmp_path: Path) -> None:
    root = write(begin(tmp_path) / "zones/één zone", koffie=fiche("1.1.1"))
    (root / "meetings").mkdir()
    (root / "meetings/a b\nc.md").write_text("x", "utf-8")
    (root / "elders.md").write_text("x", "utf-8")
    full = commit(tmp_path)
    assert {one.path for one in touched(root, [(full, "")], FOLDERS)[full]} == {
        *(f"plan/{name}.yaml" for name in ("plan", "actors", "goals")),
        "plan/actions/koffie.md",
        "meetings/a b\nc.md",
    }


def test_no_more_is_read_than_a_computer_can_hold(zone: Path) -> None:
    ids = {git(zone, "rev-parse", f"HEAD:plan/{name}.yaml").encode() for name in ("plan", "goals", "actors")}
    sizes, data = contents(zone, ids)
    assert sizes == {one: len(text) for one, text in data.items()}
    assert contents(zone, ids, sum(sizes.values())) == (sizes, data)
    with pytest.raises(Unknown, match="More than"):
        contents(zone, ids, sum(sizes.values()) - 1)
    assert contents(zone, ()) == ({}, {})


def test_a_file_that_is_too_large_is_not_read(tmp_path: Path) -> None:
    root = begin(tmp_path)
    (root / "plan").mkdir()
    (root / "plan/groot.md").write_bytes(b"x" * (MAX_BYTES + 1))
    commit(root)
    full = git(root, "rev-parse", "HEAD:plan/groot.md").encode()
    assert contents(root, {full}) == ({full: MAX_BYTES + 1}, {})


@pytest.mark.parametrize(
    ("made", "day"),
    [
        ("0 +0000", "1970-01-01"),
        ("1 -1200", "1969-12-31"),
        ("1700000000 +0100", "2023-11-14"),
        ("4102444799 +0100", "2100-01-01"),
        ("253402300799 +0000", "9999-12-31"),
        ("253402300800 +0000", "9999-12-31"),
        ("99999999999999999999 +0000", "9999-12-31"),
        ("", "1970-01-01"),
        ("gisteren", "1970-01-01"),
    ],
)
def test_the_day_of_a_commit_can_always_be_told(made: str, day: str) -> None:
    assert day_of(made).isoformat() == day
