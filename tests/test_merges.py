"""Two branches that Git puts together: a plan that is right, or findings that name what meets, with the places."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple, TypeAlias

import pytest
from histories import begin, commit, git
from small_plans import fiche, write

from elzctl.cli.main import main
from elzctl.covered import fingerprint
from elzctl.finding import Severity
from elzctl.load import load
from elzctl.tree import WorkTree
from elzctl.views.examine import examine

Change: TypeAlias = Callable[[Path], object]

SERIES = "overleg:\n  name: Overleg\n  body: cluster-zorg\n  access: open\nkring:\n  name: Kring\n  body: kring\n  access: open\n"
MEETING = """\
---
title: Overleg
series: overleg
date: 2025-02-11
state: draft
---

## 1. Opvolging

- [ ] De zaal reserveren @cluster-zorg tegen:2025-05-01
- [ ] De folder drukken @dienst-zorg tegen:2025-05-01

Er is ook over het weer gesproken.

- [ ] De kring inlichten @kring tegen:2025-05-01
"""
MINUTES = "meetings/2025-02-11-overleg.md"
TEXT = "## Waarom?\n\nDaarom.\n\n## Hoe?\n\nZo.\n"


class Merged(NamedTuple):
    """What came of it: whether Git could do it, the errors that are new with their places, and other new findings."""

    clean: bool
    errors: set[tuple[str, str]]
    others: set[str]


def base(root: Path) -> Path:
    """A plan with two actions and a meeting, committed."""
    lines = ("lead: [kring]", "partners: [apothekers]", "start: 2025", "due: 2025")
    write(begin(root), koffie=fiche("1.1.1", *lines, text=TEXT), wandelen=fiche("1.2.1", title="Wandelen", text=TEXT))
    (root / "meetings").mkdir()
    (root / "meetings/series.yaml").write_text(SERIES, "utf-8")
    (root / MINUTES).write_text(MEETING, "utf-8")
    commit(root)
    return root


def merged(root: Path, ours: Change, theirs: Change, *settings: str) -> Merged:
    """Makes a change on two branches, and has Git put them together."""
    before = examine(WorkTree(base(root)))
    git(root, "checkout", "--quiet", "-b", "voorstel")
    theirs(root)
    commit(root, "2025-02-01")
    git(root, "checkout", "--quiet", "main")
    ours(root)
    commit(root, "2025-02-02")
    try:
        git(root, *settings, "merge", "--quiet", "--no-edit", "voorstel")
        clean = True
    except subprocess.CalledProcessError:
        clean = False
    after = examine(WorkTree(root))
    known = {(one.code, one.span.path, one.message) for one in before.findings}
    new = [one for one in after.findings if (one.code, one.span.path, one.message) not in known]
    errors = {(one.code, f"{one.span.path}:{one.span.line}") for one in new if one.severity is Severity.ERROR}
    return Merged(clean, errors, {one.code for one in new if one.severity is not Severity.ERROR})


def elzctl(*words: str) -> Change:
    """A change by elzctl itself."""

    def run(root: Path) -> None:
        assert main(["-C", str(root), *words]) == 0

    return run


def edited(path: str, old: str, new: str) -> Change:
    """Other words in a file."""

    def edit(root: Path) -> None:
        text = (root / path).read_text("utf-8")
        assert old in text
        (root / path).write_text(text.replace(old, new, 1), "utf-8")

    return edit


def added(**fiches: str) -> Change:
    """New fiches."""
    return lambda root: [
        (root / f"plan/actions/{name.replace('_', '-')}.md").write_text(text, "utf-8") for name, text in fiches.items()
    ]


def appended(path: str, text: str) -> Change:
    """Lines at the end of a file, which may be new."""

    def append(root: Path) -> None:
        there = (root / path).read_text("utf-8") if (root / path).exists() else ""
        (root / path).write_text(there + text, "utf-8")

    return append


KOFFIE = "plan/actions/koffie.md"


# What Git can do, and comes out right


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        pytest.param(added(soep=fiche("1.1.2")), added(taart=fiche("1.1.3")), id="two new actions"),
        pytest.param(
            elzctl("renumber", "koffie", "1.1.5"), edited(KOFFIE, "running", "planned"), id="number and status"
        ),
        pytest.param(elzctl("renumber", "koffie", "1.1.5"), edited(KOFFIE, "Zo.", "Anders."), id="number and text"),
        pytest.param(
            elzctl("new-goal", "--title", "Lezen", "--under", "1", "--yes"),
            elzctl("new-goal", "--title", "Zingen", "--under", "2", "--yes"),
            id="two new goals",
        ),
        pytest.param(edited(KOFFIE, "Daarom.", "Omdat."), edited(KOFFIE, "Zo.", "Anders."), id="two sections"),
        pytest.param(
            elzctl("renumber", "koffie", "1.1.5"), elzctl("renumber", "koffie", "1.1.5"), id="the same number"
        ),
        pytest.param(
            elzctl("renumber", "koffie", "1.1.5"), elzctl("renumber", "wandelen", "1.2.9"), id="two numbers moved"
        ),
        pytest.param(
            elzctl("done", "2025-02-11-overleg/1", "--on", "2025-03-01"),
            elzctl("done", "2025-02-11-overleg/3", "--on", "2025-03-02"),
            id="two points ticked",
        ),
        pytest.param(
            elzctl("done", "2025-02-11-overleg/1", "--on", "2025-03-01"),
            elzctl("done", "2025-02-11-overleg/1", "--on", "2025-03-01"),
            id="one point ticked twice on one day",
        ),
        pytest.param(
            appended("meetings/2025-04-01-overleg.md", MEETING.replace("2025-02-11", "2025-04-01")),
            appended(
                "meetings/2025-04-01-kring.md",
                MEETING.replace("2025-02-11", "2025-04-01").replace("s: overleg", "s: kring"),
            ),
            id="two meetings on one day",
        ),
        pytest.param(
            edited("plan/goals.yaml", "Een sterke zone", "Sterk"),
            edited("plan/goals.yaml", "bewegen\n", "lopen\n"),
            id="two goals",
        ),
        pytest.param(
            edited("plan/actors.yaml", "Dienst Zorg", "Dienst Thuiszorg"),
            edited("plan/actors.yaml", "name: Apothekers", "name: Apotheken"),
            id="two actors",
        ),
    ],
)
def test_changes_that_do_not_meet_come_together(tmp_path: Path, ours: Change, theirs: Change) -> None:
    found = merged(tmp_path, ours, theirs)
    assert (found.clean, found.errors) == (True, set())


def test_both_ticks_are_there_after_the_merge(tmp_path: Path) -> None:
    first, third = (elzctl("done", f"2025-02-11-overleg/{number}", "--on", "2025-03-01") for number in (1, 3))
    assert merged(tmp_path, first, third).clean
    (meeting,) = load(WorkTree(tmp_path)).plan.meetings
    assert [point.ticked for point in meeting.points] == [True, False, True]


# What Git can do, and elzctl has to name


def test_one_number_for_two_new_actions_is_named_in_both(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    found = merged(tmp_path, added(soep=fiche("1.1.2")), added(taart=fiche("1.1.2")))
    assert found.clean
    assert found.errors == {("number-used-twice", f"plan/actions/{name}.md:2") for name in ("soep", "taart")}
    # What came last gives way: “taart” was committed first, on its branch, and came to main with the merge.
    elzctl("doctor", "--fix", "--yes")(tmp_path)
    assert "1.1.2 → 1.1.3  taart" in capsys.readouterr().out
    assert "number-used-twice" not in {one.code for one in examine(WorkTree(tmp_path)).findings}


def test_an_action_that_moved_onto_a_new_one_is_named(tmp_path: Path) -> None:
    found = merged(tmp_path, elzctl("renumber", "koffie", "1.2.2"), added(taart=fiche("1.2.2")))
    assert found.clean
    assert found.errors == {("number-used-twice", f"plan/actions/{name}.md:2") for name in ("koffie", "taart")}


def test_a_new_action_under_a_goal_that_got_another_number_is_named(tmp_path: Path) -> None:
    found = merged(tmp_path, elzctl("renumber", "mantelzorg-zien", "1.7"), added(taart=fiche("1.1.2")))
    assert found.clean
    assert found.errors == {("number-without-goal", "plan/actions/taart.md:2")}


def test_two_that_each_made_room_are_named(tmp_path: Path) -> None:
    shift = elzctl("renumber", "wandelen", "1.1.1", "--shift")
    found = merged(tmp_path, shift, added(taart=fiche("1.1.2")))
    assert found.clean
    assert found.errors == {("number-used-twice", f"plan/actions/{name}.md:2") for name in ("koffie", "taart")}


def test_a_reference_to_an_action_that_got_another_id_is_named(tmp_path: Path) -> None:
    found = merged(
        tmp_path,
        lambda root: git(root, "mv", KOFFIE, "plan/actions/thee.md"),
        edited("plan/actions/wandelen.md", "Daarom.", "Zie [[koffie]]."),
    )
    assert found.clean
    assert {place for _, place in found.errors} == {"plan/actions/wandelen.md:9", "plan/goals.yaml:13"}


def test_a_text_that_changed_while_its_minutes_were_approved_is_named(tmp_path: Path) -> None:
    def approved(root: Path) -> None:
        (meeting,) = load(WorkTree(root)).plan.meetings
        kept = f"state: approved\napproved: {{on: 2025-03-01, text: {fingerprint(meeting)}}}"
        edited(MINUTES, "state: draft", kept)(root)

    found = merged(tmp_path, approved, edited(MINUTES, "over het weer", "over de files"))
    assert found.clean
    assert "changed-after-approval" in found.others | {code for code, _ in found.errors}


# What Git cannot do: the place is named, and nothing else breaks


@pytest.mark.parametrize(
    ("ours", "theirs", "path"),
    [
        pytest.param(
            elzctl("renumber", "koffie", "1.1.5"),
            elzctl("renumber", "koffie", "1.2.5"),
            KOFFIE,
            id="two numbers",
        ),
        pytest.param(
            edited(KOFFIE, "title: Koffie", "title: Thee"),
            edited(KOFFIE, "title: Koffie", "title: Melk"),
            KOFFIE,
            id="titles",
        ),
        pytest.param(
            edited(KOFFIE, "title: Koffie", "title: Thee"),
            edited(KOFFIE, "running", "planned"),
            KOFFIE,
            id="neighbours",
        ),
        pytest.param(
            edited(KOFFIE, "status: running", "status: merged\ninto: wandelen\nreason: a"),
            edited(KOFFIE, "status: running", "status: moved\ninto: wandelen\nreason: b"),
            KOFFIE,
            id="merged and moved",
        ),
        pytest.param(
            elzctl("done", "2025-02-11-overleg/1", "--on", "2025-03-01"),
            elzctl("done", "2025-02-11-overleg/1", "--on", "2025-03-02"),
            MINUTES,
            id="one point on two days",
        ),
        pytest.param(
            elzctl("done", "2025-02-11-overleg/1", "--on", "2025-03-01"),
            elzctl("done", "2025-02-11-overleg/2", "--on", "2025-03-01"),
            MINUTES,
            id="points on neighbouring lines",
        ),
        pytest.param(
            appended("meetings/2025-04-01-overleg.md", MEETING.replace("2025-02-11", "2025-04-01")),
            appended(
                "meetings/2025-04-01-overleg.md", MEETING.replace("2025-02-11", "2025-04-01").replace("weer", "feest")
            ),
            "meetings/2025-04-01-overleg.md",
            id="one meeting written twice",
        ),
        pytest.param(
            elzctl("new-goal", "--title", "Lezen", "--under", "2", "--yes"),
            elzctl("new-goal", "--title", "Zingen", "--under", "2", "--yes"),
            "plan/goals.yaml",
            id="goals",
        ),
        pytest.param(
            appended("plan/actors.yaml", "bib:\n  name: Bib\n"),
            appended("plan/actors.yaml", "caw:\n  name: CAW\n"),
            "plan/actors.yaml",
            id="actors",
        ),
        pytest.param(
            appended("meetings/series.yaml", "a:\n  name: A\n"),
            appended("meetings/series.yaml", "b:\n  name: B\n"),
            "meetings/series.yaml",
            id="series",
        ),
    ],
)
@pytest.mark.parametrize("style", ["merge", "diff3"])
def test_a_conflict_is_named_at_its_place_and_alone(
    tmp_path: Path, ours: Change, theirs: Change, path: str, style: str
) -> None:
    found = merged(tmp_path, ours, theirs, "-c", f"merge.conflictStyle={style}")
    lines = (tmp_path / path).read_text("utf-8").split("\n")
    first = next(number for number, line in enumerate(lines, 1) if line.startswith("<<<<<<<"))
    assert (found.clean, found.errors) == (False, {("merge-conflict", f"{path}:{first}")})


def test_an_action_that_one_removed_and_another_changed_is_left_to_people(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    found = merged(tmp_path, lambda root: (root / KOFFIE).unlink(), edited(KOFFIE, "Zo.", "Anders."))
    assert (found.clean, found.errors) == (False, set())
    elzctl("--lang", "en", "doctor")(tmp_path)
    assert "Git is in the middle of a merge" in capsys.readouterr().out


# Why no merge driver is set for these files


def test_to_keep_the_lines_of_both_would_silently_say_something_else(tmp_path: Path) -> None:
    """``merge=union`` leaves no conflict: a point is then there twice, and the points behind it have another number."""

    def union(root: Path) -> None:
        (root / ".gitattributes").write_text("*.md merge=union\n*.yaml merge=union\n", "utf-8")
        elzctl("done", "2025-02-11-overleg/1", "--on", "2025-03-01")(root)

    found = merged(tmp_path, union, elzctl("done", "2025-02-11-overleg/1", "--on", "2025-03-02"))
    assert found.clean
    (meeting,) = load(WorkTree(tmp_path)).plan.meetings
    assert len(meeting.points) == 4
    assert meeting.points[2].id == "2025-02-11-overleg/3"
    assert meeting.points[2].text == "De folder drukken"


# The form of the files


@pytest.mark.parametrize("in_order", [True, False])
def test_keys_that_two_people_add_come_together_when_each_has_its_place(tmp_path: Path, in_order: bool) -> None:
    """Written behind the same line they meet; in canonical form they stand apart."""

    def new_key(line: str) -> Change:
        def add(root: Path) -> None:
            edited(KOFFIE, "status: running\n", f"status: running\n{line}\n")(root)
            if in_order:
                elzctl("fmt")(root)

        return add

    found = merged(tmp_path, new_key("role: partner"), new_key("no_evaluation: Te klein."))
    assert found.clean is in_order
    if in_order:
        assert {"role", "no_evaluation"} <= set(load(WorkTree(tmp_path)).plan.by_id["koffie"].at)
