"""What a reviewer is told of that stands in no field: another order, another file, a conflict, a deadline that did not move."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from histories import begin, commit, git
from in_process import Run, runner
from made_pictures import png
from small_plans import GOALS, fiche, write

SWAPPED = "".join(reversed(re.split(r"(?m)^(?=- id:)", GOALS)))


@pytest.fixture
def zone(tmp_path: Path) -> Path:
    """A small plan, committed once."""
    write(begin(tmp_path), koffie=fiche("1.1.1", "due: eind 2025"), thee=fiche("1.1.2", title="Thee"))
    (tmp_path / "plan/README.md").write_text("Uitleg.\n", "utf-8")
    commit(tmp_path)
    return tmp_path


@pytest.fixture
def diff(zone: Path, capsys: pytest.CaptureFixture[str]) -> Run:
    return runner(zone, capsys, "diff")


# Order


def test_another_order_of_strategic_goals_is_told(diff: Run, zone: Path) -> None:
    assert sum(line.startswith("- id:") for line in GOALS.splitlines()) > 1
    (zone / "plan/goals.yaml").write_text(SWAPPED, "utf-8")
    out = diff()[1]
    assert re.search(r"(?m)^  order: 1, 2.* → .*2, 1$", out)
    assert out.endswith("Changed: settings of the plan.\n")
    (part,) = json.loads(diff("--format", "json")[1])["things"][0]["changes"]
    assert (part["key"], part["removed"], part["added"]) == ("order", [], [])


def test_another_order_of_operational_goals_is_told(diff: Run, zone: Path) -> None:
    two = "- {id: een, number: 1.1, title: Een}\n  - {id: twee, number: 1.2, title: Twee}"
    text = f"- id: alles\n  number: 1\n  title: Alles\n  kind: content\n  goals:\n  {two}\n"
    path = zone / "plan/goals.yaml"
    path.write_text(text, "utf-8")
    commit(zone)
    path.write_text(text.replace(two, "\n  ".join(reversed(two.split("\n  ")))), "utf-8")
    assert "  order of the goals: 1.1, 1.2 → 1.2, 1.1\n" in diff()[1]


def test_a_new_goal_in_front_changes_no_order(diff: Run, zone: Path) -> None:
    new = "- {id: nul, number: 9, title: Nul, kind: content}\n"
    (zone / "plan/goals.yaml").write_text(new + GOALS, "utf-8")
    assert "order" not in diff()[1]


def test_another_order_of_target_groups_is_told(diff: Run, zone: Path) -> None:
    path = zone / "plan/plan.yaml"
    text = path.read_text("utf-8")
    words = "themes:\n  a: Aa\n  b: Bb\n"
    path.write_text(re.sub(r"(?m)^themes:\n(?: .*\n)+", "", text) + words, "utf-8")
    commit(zone)
    path.write_text(path.read_text("utf-8").replace("  a: Aa\n  b: Bb\n", "  b: Bb\n  a: Aa\n"), "utf-8")
    assert "  themes: in another order\n" in diff()[1]


# Files of which nothing else is told


def test_a_file_of_which_no_words_tell_is_named(diff: Run, zone: Path) -> None:
    koffie = zone / "plan/actions/koffie.md"
    koffie.write_text(koffie.read_text("utf-8").replace("due:", "kleur: rood\ndue:"), "utf-8")
    (zone / "plan/README.md").write_text("Andere uitleg.\n", "utf-8")
    (zone / "plan/foto <b>@a.png").write_bytes(b"x")
    expected = ["plan/README.md", "plan/actions/koffie.md", "plan/foto <b>@a.png"]
    out = diff()[1]
    assert out == f"Nothing changed that words can tell.\nAlso changed: {', '.join(expected)} (new).\n"
    found = json.loads(diff("--format", "json")[1])
    assert found["others"] == expected
    hows = ("changed", "changed", "added")
    assert found["other_files"] == [{"path": one, "how": how} for one, how in zip(expected, hows, strict=True)]
    assert "plan/foto &lt;b&gt;@\u200da.png" in diff("--format", "markdown")[1]
    assert "plan/foto &lt;b&gt;@a.png" in diff("--format", "html")[1]
    assert diff("--about", "koffie")[1].endswith("Also changed: plan/actions/koffie.md.\n")
    assert diff("--exit-code")[0] == 1
    commit(zone)
    assert diff()[1] == "Nothing changed.\n"
    assert diff("HEAD~1", "HEAD")[1] == out


def test_a_file_of_which_something_is_told_is_not_named_again(diff: Run, zone: Path) -> None:
    write(zone, koffie=fiche("1.1.1", "due: eind 2026"), water=fiche("1.1.3", title="Water"), goals=SWAPPED)
    (zone / "plan/actions/thee.md").unlink()
    assert "Also changed" not in diff()[1]
    commit(zone)
    assert "Also changed" not in diff("HEAD~1", "HEAD")[1]


def test_line_ends_and_files_that_git_leaves_alone_are_not_named(diff: Run, zone: Path) -> None:
    (zone / ".gitignore").write_text("*.docx\n", "utf-8")
    (zone / "plan/los.docx").write_bytes(b"x")
    (zone / "plan/actions/.koffie.md.swp").write_bytes(b"x")
    for path in (zone / "plan").rglob("*.[my]*"):
        path.write_bytes(path.read_bytes().replace(b"\r\n", b"\n").replace(b"\n", b"\r\n"))
    assert diff()[1] == "Nothing changed.\n"


def test_a_large_file_and_a_link_are_compared_too(diff: Run, zone: Path) -> None:
    large = zone / "meetings/attachments/groot.pdf"
    large.parent.mkdir(parents=True)
    large.write_bytes(b"a" * (2 << 20))
    (zone / "plan/wijzer").symlink_to("README.md")
    commit(zone)
    assert diff()[1] == "Nothing changed.\n"
    large.write_bytes(b"b" * (2 << 20))
    (zone / "plan/wijzer").unlink()
    (zone / "plan/wijzer").symlink_to("goals.yaml")
    assert diff()[1].endswith("Also changed: meetings/attachments/groot.pdf, plan/wijzer.\n")


RIGHTS = """\
teams:
  kern: {name: Kernteam, handle: "@zone/kern"}
  zorg: {name: Team zorg, handle: "@zone/zorg"}
admin: [kern]
goals:
  zorg-dichtbij: [%s]
"""


@pytest.mark.parametrize("name", ["plan/rights.yaml", "plan\\rights.yaml", "rights.yaml"])
def test_what_changed_in_the_rights_can_be_asked_for(diff: Run, zone: Path, name: str) -> None:
    (zone / "plan/rights.yaml").write_text(RIGHTS % "zorg", "utf-8")
    commit(zone)
    (zone / "plan/rights.yaml").write_text(RIGHTS % "zorg, kern", "utf-8")
    write(zone, koffie=fiche("1.1.1", "due: eind 2026"))
    out = diff("--about", name)[1]
    assert "  who owns a goal: zorg-dichtbij: zorg → zorg-dichtbij: zorg, kern\n" in out
    assert "koffie" not in out
    assert diff("--about", "rechten.yaml")[0] == 2


def test_pictures_and_attachments_with_other_bytes_are_told_and_those_that_came_and_went(diff: Run, zone: Path) -> None:
    (zone / "plan/pictures").mkdir()
    (zone / "meetings/attachments").mkdir(parents=True)
    settings = zone / "plan/plan.yaml"
    settings.write_text(settings.read_text("utf-8") + "style: {logo: logo.png}\n", "utf-8")
    before = ("plan/logo.png", "plan/pictures/oud.png", "plan/pictures/weg.png", "meetings/attachments/kaart.jpg")
    for path in before:
        (zone / path).write_bytes(png())
    (zone / "meetings/attachments/nota.pdf").write_bytes(b"%PDF-1.4 a")
    commit(zone)
    assert diff()[1] == "Nothing changed.\n"
    for path in before:
        (zone / path).write_bytes(png(colour=b"\1\2\3"))
    (zone / "plan/pictures/weg.png").unlink()
    (zone / "plan/pictures/nieuw.png").write_bytes(png())
    (zone / "meetings/attachments/nota.pdf").write_bytes(b"%PDF-1.4 b")
    told = (
        "Also changed: meetings/attachments/kaart.jpg (another picture), meetings/attachments/nota.pdf, "
        "plan/logo.png (another picture), plan/pictures/nieuw.png (new), plan/pictures/oud.png (another picture), "
        "plan/pictures/weg.png (gone).\n"
    )
    out = diff()[1]
    assert out.endswith(told)
    commit(zone)
    assert diff("HEAD~1", "HEAD")[1] == out


def test_a_picture_is_told_with_the_action_that_shows_it(diff: Run, zone: Path) -> None:
    (zone / "plan/pictures").mkdir()
    for name in ("kop.png", "soep.png"):
        (zone / "plan/pictures" / name).write_bytes(png())
    write(zone, koffie=fiche("1.1.1", text="## Waarom?\n\n![Een kop](../pictures/kop.png)\n"))
    commit(zone)
    for name in ("kop.png", "soep.png"):
        (zone / "plan/pictures" / name).write_bytes(png(colour=b"\1\2\3"))
    assert diff("--about", "koffie")[1].endswith("Also changed: plan/pictures/kop.png (another picture).\n")
    assert diff("--about", "thee")[1] == "Nothing changed.\n"


def test_an_internal_change_is_counted_and_its_file_not_named(diff: Run, zone: Path) -> None:
    koffie = zone / "plan/actions/koffie.md"
    koffie.write_text(koffie.read_text("utf-8") + "\n::: intern\nGeheim.\n:::\n", "utf-8")
    assert diff()[1] == "Nothing public changed.\n1 internal change is left out; --internal shows it.\n"


# Deadlines


@pytest.mark.parametrize(
    ("old", "new", "word"),
    [
        ("eind 2024", "2024-12-31", "more precise"),
        ("2024-12-31", "2024", "less precise"),
        ("2024", "2025-01-02", "later"),
        ("2024", "mei 2024", "earlier"),
        ("mei 2024", "2024", "later"),
    ],
)
def test_only_the_last_day_of_a_deadline_counts(old: str, new: str, word: str, diff: Run, zone: Path) -> None:
    write(zone, koffie=fiche("1.1.1", f"due: {old}"))
    commit(zone)
    write(zone, koffie=fiche("1.1.1", f"due: {new}"))
    assert f"  due: {old} → {new} ({word})\n" in diff()[1]


# Conflicts, and names that are none


def test_a_file_with_a_conflict_in_it_is_told_as_one(diff: Run, zone: Path) -> None:
    path = zone / "plan/actions/koffie.md"
    text = path.read_text("utf-8").replace("due: eind 2025", "<<<<<<< HEAD\ndue: 2025\n=======\ndue: 2026\n>>>>>>> tak")
    path.write_text(text, "utf-8")
    assert "(merge conflict: two versions stand in it side by side)" in diff()[1]
    assert json.loads(diff("--format", "json")[1])["things"][0]["how"] == ["conflict"]


@pytest.mark.parametrize("names", [("",), ("HEAD", "")])
def test_an_empty_name_is_refused(names: tuple[str, ...], diff: Run) -> None:
    code, out, err = diff(*names)
    assert (code, out) == (2, "")
    assert err.startswith("error: “” is not a revision\n")


def test_two_histories_apart_are_told_as_such(diff: Run, zone: Path) -> None:
    git(zone, "checkout", "--quiet", "--orphan", "los")
    commit(zone, "2025-02-02")
    code, _, err = diff("main...")
    assert (code, "git pull" in err, "without dots: elzctl diff ONE OTHER" in err) == (2, False, True)


# Signs that mean something in minutes alone


def test_a_sign_in_the_text_of_a_fiche_is_a_sign(diff: Run, zone: Path) -> None:
    path = zone / "plan/actions/koffie.md"
    title = "Overleg @kring en #samen"  # YAML wants quotes around it
    path.write_text(fiche("1.1.1", title=f'"{title}"', text="## Hoe?\n\nMail @kring, typ #read(1).\n"), "utf-8")
    commit(zone)
    path.write_text(
        fiche("1.1.1", title="Overleg kring en samen", text="## Hoe?\n\nMail @kring, typ read(1).\n"), "utf-8"
    )
    out = diff()[1]
    assert f"{title} → Overleg kring en samen" in out
    assert "@kring, typ [-#read(1).-] {+read(1).+}" in out


def test_of_a_file_with_a_bad_name_its_path_is_told(diff: Run, zone: Path) -> None:
    (zone / "plan/actions/Thee & Koekjes.md").write_text(fiche("1.1.3"), "utf-8")
    assert "\n·  plan/actions/Thee & Koekjes.md (cannot be read)\n" in diff()[1]
