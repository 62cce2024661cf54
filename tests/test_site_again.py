"""A site that is made again after an edit is, byte for byte, the one that is made from nothing."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from contextlib import suppress
from datetime import date
from pathlib import Path
from typing import TypeAlias

import pytest
from bench import generated
from drawn_meetings import met
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from in_process import Run, runner
from made_pictures import png
from small_plans import ROOT, fiche
from word_files import text_of, xml

from elzctl.cli.site_jobs import site_limits
from elzctl.cli.site_kept import Keeping, Standing
from elzctl.cli.site_kept import standing as kept_on
from elzctl.load import load
from elzctl.render.site import job
from elzctl.render.site.again import pages_again, site_of
from elzctl.render.site.documents import document_files
from elzctl.render.site.kept import inputs_of
from elzctl.render.site.options import Options
from elzctl.render.site.whole import Shift, Unasked, built, site_files, texts_apart, texts_of
from elzctl.shelf import Shelf
from elzctl.templates import own
from elzctl.tree import WorkTree
from elzctl.views.published import around_actions, without_texts

DAY = date(2025, 4, 1)
KOFFIE = "plan/actions/koffie.md"
FIRST = "meetings/2025-01-14-overleg.md"

Edit: TypeAlias = Callable[[Path], object]


def replaced(path: str, old: str, new: str) -> Edit:
    def edit(root: Path) -> None:
        file = root / path
        file.write_text(file.read_text("utf-8").replace(old, new, 1), "utf-8", newline="")

    return edit


def written(path: str, text: str) -> Edit:
    def edit(root: Path) -> None:
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text, "utf-8")

    return edit


def added(path: str, text: str) -> Edit:
    return lambda root: (root / path).write_text((root / path).read_text("utf-8") + text, "utf-8")


def pictured(root: Path) -> None:
    (root / "plan" / "pictures").mkdir(exist_ok=True)
    (root / "plan" / "pictures" / "kan.png").write_bytes(png())
    added(KOFFIE, "\n![Een kan](../pictures/kan.png)\n")(root)


def next_named(root: Path) -> None:
    """The minutes name a meeting to come, and no file is later than they are."""
    replaced(FIRST, "next: {date: 2025-03-11", "next: {date: 2025-05-06")(root)
    for name in ("2025-03-11-overleg", "2025-06-10-overleg"):
        (root / "meetings" / f"{name}.md").unlink(missing_ok=True)


def windows(raw: bytes) -> bytes:
    """The text, and not the head, with the line ends of Windows."""
    head, line, text = raw.partition(b"\n---\n")
    return head + line + text.replace(b"\n", b"\r\n")


TEXTS: dict[str, Edit] = {
    "words": replaced(KOFFIE, "We tellen.", "We tellen koppen en gasten, en dat doen we elke week met plezier."),
    "intro": replaced(KOFFIE, "Een woord vooraf.", "Een ander woord."),
    "reference": added(KOFFIE, "\nZie [[wandelen]] en [[goed-bestuur]].\n"),
    "address": added(KOFFIE, "\nSchrijf naar iemand@voorbeeld.be of bel 0475 12 34 56.\n"),
    "internal": added(KOFFIE, "\n::: intern\nGEHEIM\n:::\n"),
    "heading": added(KOFFIE, "\n## Wat?\n\nNog eens.\n"),
    "list": added(
        KOFFIE, "\n* Kopjes, zie [[wandelen]]\n  1. wit\n  2. **blauw**\n\n| a | b |\n|---|---|\n| 1 | 2 |\n"
    ),
    "other fiche": added("plan/actions/wandelen.md", "\nWe wandelen elke zondag.\n"),
    "windows": lambda root: (root / KOFFIE).write_bytes(windows((root / KOFFIE).read_bytes())),
}
"""Edits in the text of an action, but for the paragraph with its first sentence, which other pages show."""

OTHERS: dict[str, Edit] = {
    "first sentence": replaced(KOFFIE, "We schenken koffie.", "We schenken koffie en thee."),
    "title": replaced(KOFFIE, "title: Koffie", "title: Thee en koffie"),
    "number": replaced(KOFFIE, "number: 1.1.1", "number: 1.2.7"),
    "status": replaced("plan/actions/wandelen.md", "status: running", "status: planned"),
    "deadline": replaced(KOFFIE, "due: eind 2025", "due: eind 2026"),
    "new fiche": written("plan/actions/soep.md", fiche("2.1.3", title="Soep", text="\nSoep is lekker.\n")),
    "fiche gone": lambda root: (root / "plan/actions/taart.md").unlink(missing_ok=True),
    "fiche that cannot be read": replaced("plan/actions/wandelen.md", "---\n", "---\n\ttab: [\n"),
    "actor renamed": replaced("plan/actors.yaml", "Huisartsenkring", "Kring van huisartsen"),
    "goal": replaced("plan/goals.yaml", "Mantelzorgers worden gezien", "Mantelzorgers tellen mee"),
    "goal with a text": replaced("plan/goals.yaml", "Zie ook [[koffie]].", "Zie vooral [[koffie]]."),
    "chapter": added("plan/texts/vooraf.md", "\nNog een zin.\n"),
    "meeting added": written(
        "meetings/2025-09-09-overleg.md",
        "---\ntitle: Overleg zorg\nseries: overleg\ndate: 2025-09-09\nstart: 10:00\nstate: planned\n---\n\n## 1. Opvolging\n",
    ),
    "minutes": replaced(FIRST, "Welkom.", "Van harte welkom, zie [[wandelen]]."),
    "point": replaced(FIRST, "Bekers *kopen*", "Borden kopen"),
    "point moved": replaced(FIRST, 'tegen:"eind april 2025"', "tegen:2025-06-30"),
    "next meeting only named": next_named,
    "draft": replaced(FIRST, "state: approved", "state: draft"),
    "closed series": replaced("meetings/series.yaml", "access: open", "access: closed"),
    "style": added("plan/plan.yaml", "style:\n  accent: '#114422'\n"),
    "language": replaced("plan/plan.yaml", "language: en", "language: nl"),
    "own style sheet": written("templates/html/site.css", "body { margin: 3rem; }\n"),
    "picture": pictured,
    "attachment": lambda root: (root / "meetings/attachments/los.pdf").unlink(missing_ok=True),
}
"""Other edits."""

EDITS = {**TEXTS, **OTHERS}
SEEN_NOWHERE = ("internal", "windows", "attachment")


def rebuilt(
    root: Path, standing: Standing, day: date = DAY, options: Options | None = None
) -> tuple[dict[str, bytes], bool]:
    """The site as it is now, made of what stands and what changed; and whether only a part of it was made."""
    loaded, look = load(WorkTree(root)), own(WorkTree(root))
    asked = standing.job(loaded, day, options or Options(), look, site_limits(loaded))
    return dict(standing.whole(asked.function(*asked.arguments))), asked.function is not job.whole


def cold(root: Path, day: date = DAY, options: Options | None = None) -> dict[str, bytes]:
    """The site as it is now, made from nothing."""
    return site_files(load(WorkTree(root)).plan, day, own(WorkTree(root)), options or Options())


@pytest.mark.parametrize("edit", EDITS)
def test_after_an_edit_the_site_is_as_if_it_was_made_from_nothing(edit: str, tmp_path: Path) -> None:
    root, standing = met(tmp_path / "zone"), Standing()
    before, _ = rebuilt(root, standing)
    EDITS[edit](root)
    after, is_part = rebuilt(root, standing)
    assert after == cold(root)
    assert (after != before) is (edit not in SEEN_NOWHERE)
    assert is_part is (edit in TEXTS)
    assert rebuilt(root, standing) == (after, True)


@settings(max_examples=6, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.sampled_from(sorted(EDITS)), min_size=2, max_size=5))
def test_so_it_is_after_any_row_of_edits(tmp_path: Path, edits: list[str]) -> None:
    root, standing, shelf = tmp_path / "zone", Standing(), Shelf(tmp_path, "8-site", "mark")
    shutil.rmtree(root, ignore_errors=True)
    rebuilt(met(root), standing)
    for edit in edits:
        Keeping(shelf).keep(standing)
        standing = kept_on(shelf)
        EDITS[edit](root)
        assert rebuilt(root, standing)[0] == cold(root)


def test_a_text_that_did_not_change_is_not_parsed_again(tmp_path: Path) -> None:
    root = met(tmp_path / "zone")
    TEXTS["list"](root)
    code = (
        "import os, sys; from pathlib import Path; from datetime import date\n"
        "from elzctl.cli.site_kept import Keeping, standing; from elzctl.cli.site_jobs import site_limits\n"
        "from elzctl.load import load; from elzctl.tree import WorkTree; from elzctl.templates import own\n"
        "from elzctl.shelf import Shelf; from elzctl.render.site.options import Options; from elzctl.afterwards import keep_all\n"
        "hasattr(os, 'sched_setaffinity') and os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})  # one process\n"
        "root, day = Path(sys.argv[1]), date.fromisoformat(sys.argv[2])\n"
        "loaded, look, shelf = load(WorkTree(root)), own(WorkTree(root)), Shelf(root, '8-site', 'mark')\n"
        "site = standing(shelf); job = site.job(loaded, day, Options(), look, site_limits(loaded))\n"
        "site.whole(job.function(*job.arguments)); Keeping(shelf).keep(site); keep_all()\n"
        "print(job.function.__name__, 'markdown_it' in sys.modules)"
    )
    for edit, day, said in (
        (TEXTS["words"], "2025-04-01", "whole True"),
        (TEXTS["intro"], "2025-04-01", "part False"),
        (added(KOFFIE, "\n* Nog een kopje\n"), "2025-04-01", "part True"),
        (OTHERS["title"], "2025-04-02", "whole False"),
    ):
        edit(root)
        again = (sys.executable, "-c", code, str(root), day)
        assert subprocess.run(again, check=True, capture_output=True, text=True).stdout.strip() == said


def test_another_day_or_address_makes_all_of_it_anew(tmp_path: Path) -> None:
    root, standing = met(tmp_path / "zone"), Standing()
    rebuilt(root, standing)
    later, address = date(2025, 8, 1), Options(address="https://plan.voorbeeld.be/")
    assert rebuilt(root, standing, later) == (cold(root, later), False)
    assert rebuilt(root, standing, later, address) == (cold(root, later, address), False)


@pytest.mark.parametrize("edit", TEXTS)
def test_so_it_is_when_actions_are_late(edit: str, tmp_path: Path) -> None:
    root, standing, day = met(tmp_path / "zone"), Standing(), date(2026, 3, 1)
    before, _ = rebuilt(root, standing, day)
    assert b", late" in before["actions/koffie.html"]
    assert b", <strong>late</strong>" in before["plan.html"]
    TEXTS[edit](root)
    assert rebuilt(root, standing, day) == (cold(root, day), True)


def test_only_the_page_of_an_action_the_index_and_the_data_see_its_text(tmp_path: Path) -> None:
    root = met(tmp_path / "zone")
    before = cold(root)
    TEXTS["words"](root)
    after = cold(root)
    assert {path for path in after if after[path] != before[path]} == {
        "actions/koffie.html",
        "assets/search-index.js",
        "data/plan.json",
    }


def test_the_text_of_an_action_goes_with_the_plan_as_a_document(tmp_path: Path) -> None:
    plan = load(WorkTree(met(tmp_path / "zone"))).plan
    files = document_files("docx", plan, DAY, None, Options(documents=("docx",)))
    assert "We schenken koffie." in text_of(xml(files["documents/plan.docx"]))


def test_the_page_alone_can_be_had_first(tmp_path: Path) -> None:
    root, standing = met(tmp_path / "zone"), Standing()
    rebuilt(root, standing)
    TEXTS["words"](root)
    loaded = load(WorkTree(root))
    asked = standing.job(loaded, DAY, Options(), own(WorkTree(root)), site_limits(loaded))
    page = "actions/koffie.html"
    assert dict(job.pages(*asked.arguments)) == {page: cold(root)[page]}


def test_what_an_action_is_made_of_is_its_head_and_its_text(tmp_path: Path) -> None:
    root = met(tmp_path / "zone")
    first = inputs_of(load(WorkTree(root)), DAY, Options(), None)
    TEXTS["words"](root)
    second = inputs_of(load(WorkTree(root)), DAY, Options(), None)
    OTHERS["title"](root)
    third = inputs_of(load(WorkTree(root)), DAY, Options(), None)
    assert first.common == second.common != third.common
    assert {name for name in first.actions if first.actions[name] != second.actions[name]} == {"koffie"}


# In two processes


@pytest.mark.skipif(not hasattr(os, "sched_setaffinity"), reason="only Linux gives a process fewer processors")
def test_one_process_makes_the_same_site_as_two(tmp_path: Path) -> None:
    root, processors = met(tmp_path / "zone"), os.sched_getaffinity(0)
    two = cold(root)
    os.sched_setaffinity(0, {min(processors)})
    try:
        assert list(cold(root).items()) == list(two.items())
    finally:
        os.sched_setaffinity(0, processors)


def test_little_of_a_plan_is_enough_for_the_page_of_any_action() -> None:
    plan, none = load(WorkTree(ROOT)).plan, Options()
    whole = built(plan, DAY)
    brought = whole._replace(files={}, entries={})
    for action in plan.actions:
        little = without_texts(around_actions(plan, {action.id}), {action.id})
        ((path, page),) = pages_again(little, DAY, None, none, None, frozenset({action.id}), brought).items()
        assert page == whole.files[path]
        assert len(little.meetings) < len(plan.meetings)


def test_a_part_that_nobody_waits_for_any_more_is_left() -> None:
    site = site_of(load(WorkTree(ROOT)).plan, DAY)
    with pytest.raises(Unasked):
        texts_of(site, texts_apart(site.plan), lambda: Shift({}, frozenset()), out=lambda one: one, asker=2**22 + 1)


def test_of_many_pages_with_texts_each_half_makes_some(tmp_path: Path) -> None:
    root, processors = generated(tmp_path, 120), os.sched_getaffinity(0)
    plan = load(WorkTree(root)).plan
    theirs = texts_apart(plan)
    assert 0 < sum(one.id in theirs for one in plan.actions) < len(plan.actions)
    two = built(plan, DAY)
    os.sched_setaffinity(0, {min(processors)})
    try:
        assert built(plan, DAY) == two
    finally:
        os.sched_setaffinity(0, processors)


# From one run to the next


@pytest.fixture
def run(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Run:
    return runner(met(tmp_path / "zone"), capsys, "site", "--today=2025-04-01", "--no-history")


def tree(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_a_run_takes_over_what_the_one_before_made_and_writes_what_changed(tmp_path: Path, run: Run) -> None:
    root = tmp_path / "zone"
    assert run("--out", "public")[0] == 0
    assert (tmp_path / "zone" / "public" / "index.html").is_file()
    TEXTS["words"](root)
    assert "3 files written" in run("--out", "public")[2]
    assert run("--out", "other")[0] == 0
    assert tree(root / "public") == tree(root / "other")
    assert tree(root / "public").items() >= cold(root).items()


@pytest.mark.parametrize("wrong", ["Zie [[nergens]].", "[Klik](javascript:alert(1))", "85.07.30-033.28"])
def test_an_error_that_came_with_an_edit_is_found_though_the_rest_is_not_looked_at_again(
    wrong: str, tmp_path: Path, run: Run
) -> None:
    root = tmp_path / "zone"
    assert run("--out", "public")[0] == 0
    before, text = tree(root / "public"), (root / KOFFIE).read_text("utf-8")
    for _ in range(2):
        (root / KOFFIE).write_text(f"{text}\n{wrong}\n", "utf-8")
        assert run("--out", "public")[0] == 1
        assert tree(root / "public") == before
    (root / KOFFIE).write_text(f"{text}\nGoed.\n", "utf-8")
    assert run("--out", "public")[0] == 0
    assert tree(root / "public") != before


def test_a_page_that_somebody_changed_is_made_right_again(tmp_path: Path, run: Run) -> None:
    page = tmp_path / "zone" / "public" / "plan.html"
    run("--out", "public")
    right = page.read_bytes()
    page.write_bytes(b"anders")
    assert "1 file written" in run("--out", "public")[2]
    assert page.read_bytes() == right


@pytest.mark.parametrize(
    "found", [b"", b"mark\n", b"mark\n\x80\x05cos\nsystem\n.", b"other\n\x80\x05K\x01.", b"mark\n\x80\x05N"]
)
def test_what_is_not_what_was_put_on_a_shelf_is_as_nothing(tmp_path: Path, found: bytes) -> None:
    (tmp_path / "8-site").write_bytes(found)
    assert Shelf(tmp_path, "8-site", "mark").take() is None


def test_parts_lie_on_a_shelf_from_the_moment_that_all_are_there(tmp_path: Path) -> None:
    shelf = Shelf(tmp_path, "8-site", "mark")
    shelf.put("before")
    large = {"a": b"x" * 200_000}
    with shelf.begin() as begun:
        for part in (large, ("b", 2), [b"y" * 70_000]):
            begun.add(part)
            assert shelf.take() == "before"
        begun.done()
        assert shelf.take_parts() == [large, ("b", 2), [b"y" * 70_000]]
    assert shelf.take() == large
    with suppress(KeyboardInterrupt), shelf.begin() as begun:
        begun.add("half")
        raise KeyboardInterrupt
    assert shelf.take() == large
    assert [path.name for path in tmp_path.iterdir()] == ["8-site"]
    whole = (tmp_path / "8-site").read_bytes()
    for end in (1, 100, 70_010, 200_000, len(whole) - 5):
        (tmp_path / "8-site").write_bytes(whole[:-end])
        assert len(shelf.take_parts()) < 3
        assert shelf.take() in (None, large)


def test_a_mark_is_asked_for_only_where_something_is(tmp_path: Path) -> None:
    asked: list[int] = []
    shelf = Shelf(tmp_path, "8-site", lambda: asked.append(1) or "mark")  # type: ignore[func-returns-value]
    assert (shelf.take(), asked) == (None, [])
    shelf.put(3)
    assert (shelf.take(), Shelf(tmp_path, "8-site", "mark").take()) == (3, 3)


def test_a_shelf_gives_plain_values_back_and_makes_nothing_else(tmp_path: Path) -> None:
    shelf = Shelf(tmp_path / "new", "8-site", "mark")
    plain = ({"a": b"1", "b": ("x", frozenset({"y"}), 2)}, "ë", None)
    shelf.put(plain)
    assert shelf.take() == plain
    assert Shelf(tmp_path / "new", "8-site", "another").take() is None
    shelf.put(os.getcwd)
    assert shelf.take() is None


def test_without_a_folder_nothing_is_kept_and_a_folder_that_may_not_be_written_is_no_fault(tmp_path: Path) -> None:
    Shelf(None, "8-site", "mark").put(1)
    assert Shelf(None, "8-site", "mark").take() is None
    (tmp_path / "file").write_bytes(b"")
    Shelf(tmp_path / "file", "8-site", "mark").put(1)
    assert Shelf(tmp_path / "file", "8-site", "mark").take() is None
