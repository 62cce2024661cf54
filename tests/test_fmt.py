"""``elzctl fmt``: files in canonical form say what they said, and what cannot be read is left alone."""

from __future__ import annotations

import os
import re
from pathlib import Path
from random import Random

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from in_process import runner
from small_meetings import SERIES
from small_plans import GOALS, ROOT, fiche
from small_plans import write as write_plan

from elzctl import edit
from elzctl.covered import fingerprint
from elzctl.load import Loaded, load
from elzctl.neat import neat, reads_the_same
from elzctl.tree import WorkTree
from elzctl.views.tidy import tidy

UNTIDY = """\
---
title: Koffie
  en taart
# wie trekt
lead: [kring,
  apothekers]
number: 1.1.1   # voorlopig
status: running
---
## Waarom?
Daarom.  \nEcht waar. \n


## Voor wie?

* iedereen\t
"""
TIDY = """\
---
number: 1.1.1   # voorlopig
title: Koffie en taart
status: running
# wie trekt
lead: [kring, apothekers]
---

## Waarom?

Daarom.  \nEcht waar.

## Voor wie?

* iedereen
"""


def write(root: Path, **fiches: str) -> None:
    """A small plan that is in order, but for the fiches."""
    goals = re.sub(r"(?m)^(  title: .*\n)(  kind: .*\n)", r"\2\1", GOALS)
    write_plan(root, goals=goals, **fiches)


def everything(_: str) -> bool:
    return True


def tidied(root: Path) -> Loaded:
    """The plan after its files were put in order."""
    loaded = load(WorkTree(root))
    edit.apply(root, tidy(loaded, everything).patches, loaded.sources)
    return load(WorkTree(root))


# The command


def test_it_rewrites_what_is_not_in_order_and_says_so(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(tmp_path, koffie=UNTIDY, taart=TIDY.replace("1.1.1", "1.1.2"))
    run = runner(tmp_path, capsys, "fmt")
    assert run() == (0, "Rewritten: plan/actions/koffie.md\n1 file was rewritten.\n", "")
    assert (tmp_path / "plan/actions/koffie.md").read_text("utf-8") == TIDY
    assert run() == (0, "5 files are in order.\n", "")


def test_check_and_diff_write_nothing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(tmp_path, koffie=UNTIDY)
    run = runner(tmp_path, capsys, "fmt")
    assert run("--check") == (1, "Not in order: plan/actions/koffie.md\n1 file is not in order.\n", "")
    code, out, _ = run("--diff")
    assert code == 0
    assert "+lead: [kring, apothekers]\n" in out
    assert run("--diff", "--check")[0] == 1
    assert (tmp_path / "plan/actions/koffie.md").read_text("utf-8") == UNTIDY


def test_paths_say_which_files(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(tmp_path, koffie=UNTIDY, taart=UNTIDY)
    run = runner(tmp_path, capsys, "fmt")
    assert run("plan/actions/taart.md")[1] == "Rewritten: plan/actions/taart.md\n1 file was rewritten.\n"
    assert run("plan/plan.yaml", "--check")[0] == 0
    assert run("plan", "--check")[0] == 1
    code, _, err = run("elders")
    assert (code, "There is no file or folder elders" in err) == (2, True)


@pytest.mark.parametrize(
    ("raw", "code"),
    [
        (b"---\na: [\n---\n", "broken-yaml"),
        (b"---\ntitle: x\ntitle: y\n---\n", "duplicate-key"),
        (b"---\ntitle: caf\xe9\n---\n", "not-utf8"),
        (b"---\ntitle: a\n", "open-front-matter"),
        (b"<<<<<<< HEAD\n=======\n>>>>>>> x\n", "merge-conflict"),
        (b"---\ntitle: &a b\n---\n", "yaml-anchor"),
    ],
)
def test_a_file_that_cannot_be_read_is_named_and_left_alone(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], raw: bytes, code: str
) -> None:
    write(tmp_path, koffie=UNTIDY)
    broken = tmp_path / "plan/actions/stuk.md"
    broken.write_bytes(raw)
    found = runner(tmp_path, capsys, "fmt")()
    assert found[:2] == (1, "Rewritten: plan/actions/koffie.md\n1 file was rewritten.\n")
    assert found[2].startswith("Left alone: plan/actions/stuk.md:")
    assert f"[{code}]" in found[2]
    assert broken.read_bytes() == raw


def test_a_file_in_an_odd_form_is_named_and_left_alone(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    odd = "---\n? number\n: 1.1.1\ntitle: Koffie\nstatus: running\n---\n"
    write(tmp_path, koffie=odd)
    code, out, err = runner(tmp_path, capsys, "fmt")()
    assert (code, out) == (1, "3 files are in order.\n")
    assert "plan/actions/koffie.md: elzctl cannot put this file in order" in err
    assert (tmp_path / "plan/actions/koffie.md").read_text("utf-8") == odd


def test_a_file_that_may_not_be_written_stops_all(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(tmp_path, koffie=UNTIDY, taart=UNTIDY)
    (tmp_path / "plan/actions/taart.md").chmod(0o444)
    code, _, err = runner(tmp_path, capsys, "fmt")()
    assert code == 2
    assert "read-only" in err
    assert (tmp_path / "plan/actions/koffie.md").read_text("utf-8") == UNTIDY


# Bytes


@pytest.mark.parametrize("ending", ["\r\n", "\r"])
def test_line_ends_stay_those_of_the_file(tmp_path: Path, ending: str) -> None:
    write(tmp_path)
    path = tmp_path / "plan/actions/koffie.md"
    path.write_bytes(UNTIDY.replace("\n", ending).encode())
    tidied(tmp_path)
    assert path.read_bytes() == TIDY.replace("\n", ending).encode()


def test_mixed_line_ends_become_those_of_most_lines(tmp_path: Path) -> None:
    write(tmp_path)
    path = tmp_path / "plan/actions/koffie.md"
    path.write_bytes(UNTIDY.replace("\n", "\r\n").replace("\r\n", "\n", 2).encode())
    tidied(tmp_path)
    assert path.read_bytes() == TIDY.replace("\n", "\r\n").encode()


def test_a_byte_order_mark_stays(tmp_path: Path) -> None:
    write(tmp_path)
    path = tmp_path / "plan/actions/koffie.md"
    path.write_bytes(b"\xef\xbb\xbf" + UNTIDY.encode())
    tidied(tmp_path)
    assert path.read_bytes() == b"\xef\xbb\xbf" + TIDY.encode()


def test_a_file_without_a_last_line_end_gets_one(tmp_path: Path) -> None:
    write(tmp_path, koffie=TIDY.rstrip("\n"))
    tidied(tmp_path)
    assert (tmp_path / "plan/actions/koffie.md").read_text("utf-8") == TIDY


# Running text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a \nb\n", "a\nb\n"),
        ("a    \nb\n", "a  \nb\n"),
        ("a\\ \nb\n", "a\\ \nb\n"),
        ("a  \n\nb\n", "a\n\nb\n"),
        ("a\n\n\n\nb\n", "a\n\nb\n"),
        ("a\n# b\nc\n", "a\n\n# b\n\nc\n"),
        ("```\na  \n\n\n\nb\n```\n", "```\na  \n\n\n\nb\n```\n"),
        ("x\n\n    a \n\n\n    b\n", "x\n\n    a \n\n\n    b\n"),
        ("<!-- a \n\n\n# b\n-->\n", "<!-- a \n\n\n# b\n-->\n"),
        ("* a\n\n\n* b\n  # c\n", "* a\n\n* b\n  # c\n"),
        ("> a \n> # b\n", "> a\n> # b\n"),
        ("| a |\n| - | \n| b |\n", "| a |\n| - |\n| b |\n"),
    ],
)
def test_blanks_go_where_they_mean_nothing(text: str, expected: str) -> None:
    assert neat(text) == expected


PIECES = [
    "a",
    "*",
    "* ",
    "# ",
    "## b",
    "\n",
    "\n",
    "\n\n",
    "\n\n\n",
    " ",
    "  ",
    "    ",
    "\t",
    "```",
    "~~~",
    "<!--",
    "-->",
]
PIECES += [
    "`",
    "> ",
    "1. ",
    "---",
    "===",
    "| a |",
    "| - |",
    "\\",
    "::: intern",
    ":::",
    "- [ ] ",
    "[x](y",
    ")",
    "<div>",
    "&nbsp;",
]


@settings(max_examples=200, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=30).map("".join))
@example("`a \n b`\n\n\nc\n")
def test_neat_text_reads_the_same_and_stays_as_it_is(text: str) -> None:
    once = neat(text)
    assert reads_the_same(text, once)
    assert neat(once) == once


# The plan of this repository


def test_the_plan_of_this_repository_says_the_same_and_needs_no_second_time(tmp_path: Path) -> None:
    before = load(WorkTree(ROOT))
    found = tidy(before, everything)
    assert (found.broken, found.unsure) == ((), ())
    assert len(found.patches) <= len(before.sources) // 10
    files = {path: source.raw for path, source in before.sources.items()}
    files |= {patch.path: edit.rewritten(before.sources[patch.path], [patch]) for patch in found.patches}
    for path, raw in files.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_bytes(raw)
    after = load(WorkTree(tmp_path))
    assert tidy(after, everything).patches == ()
    assert after.plan.actions == before.plan.actions
    assert after.plan.strategic_goals == before.plan.strategic_goals
    assert list(map(fingerprint, after.plan.meetings)) == list(map(fingerprint, before.plan.meetings))


REAL = {path: source.text for path, source in load(WorkTree(ROOT)).sources.items()}


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.sampled_from(sorted(REAL)), st.randoms(use_true_random=False), st.sampled_from(["\n", "\r\n"]))
def test_a_real_file_with_its_keys_shuffled_and_blanks_added_says_the_same(
    tmp_path: Path, path: str, random: Random, ending: str
) -> None:
    text = _roughened(REAL[path], random)
    file = tmp_path / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(text.replace("\n", ending).encode())
    before = load(WorkTree(tmp_path))
    found = tidy(before, lambda one: one == path)
    assert (found.broken, found.unsure) == ((), ())
    after = tidied(tmp_path)
    file.unlink()
    assert sorted(one.code for one in after.findings) == sorted(one.code for one in before.findings)
    assert [one.number for one in after.plan.actions] == [one.number for one in before.plan.actions]
    assert list(map(fingerprint, after.plan.meetings)) == list(map(fingerprint, before.plan.meetings))
    made = after.sources[path].text.replace("\r\n", "\n")
    assert sorted(re.findall(r"(?m)^\s*#.*", made)) == sorted(re.findall(r"(?m)^\s*#.*\S", text))
    assert sorted(made.split()) == sorted(text.split())
    assert tidy(after, everything).patches == ()


def _roughened(text: str, random: Random) -> str:
    """The keys at the top of a file in another order, with blanks where they mean nothing."""
    data, body = ("", text) if not text.startswith("---\n") else text[4:].split("---\n", 1)
    pairs = re.findall(r"(?m)^\w.*\n(?:[ \n#].*\n|\n)*", data)
    if pairs and "".join(pairs) == data:
        random.shuffle(pairs)
        data = "".join(pairs)
    lines = body.split("\n")
    for _ in range(3):
        place = random.randrange(len(lines))
        if lines[place] and not lines[place].endswith("\\"):
            lines[place] += " "
    return (f"---\n{data}---\n" if text.startswith("---\n") else "") + "\n".join(lines)


BYTES = [
    b"---\n",
    b"title: x\n",
    b"number: 1.1.1\n",
    b"\r",
    b"\n",
    b"\r\n",
    b"\xc2\x85",
    b"\xe2\x80\xa8",
    b"\xff",
    b"\0",
    b"  ",
]
BYTES += [
    b"steps:\n- what: a\n",
    b"# c\n",
    b"lead: [a,\n b]\n",
    b"## Kop\n",
    b"tekst  \n",
    b"```\n",
    b"\xef\xbb\xbf",
    b"[[x]]",
    b"|+\n  a\n",
]


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(st.sampled_from(BYTES), max_size=14).map(b"".join),
    st.sampled_from(["plan/actions/a.md", "plan/plan.yaml"]),
)
def test_whatever_a_file_holds_it_says_the_same_afterwards(tmp_path: Path, raw: bytes, path: str) -> None:
    file = tmp_path / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(raw)
    before = load(WorkTree(tmp_path))
    after = tidied(tmp_path)
    assert sorted(one.code for one in after.findings) == sorted(one.code for one in before.findings)
    assert after.plan.settings == before.plan.settings
    assert [one.title for one in after.plan.actions] == [one.title for one in before.plan.actions]
    assert tidy(after, everything).patches == ()
    file.unlink()


def test_a_series_and_a_meeting_are_put_in_order_too(tmp_path: Path) -> None:
    write(tmp_path)
    (tmp_path / "meetings").mkdir()
    (tmp_path / "meetings/series.yaml").write_text(SERIES, "utf-8")
    path = tmp_path / "meetings/2025-05-13-cluster.md"
    path.write_text(
        "---\ndate: 2025-05-13\ntitle: Overleg\nnext:\n   location: Zaal\n   date: 2025-06-13\n---\n", "utf-8"
    )
    tidied(tmp_path)
    assert path.read_text("utf-8") == (
        "---\ntitle: Overleg\ndate: 2025-05-13\nnext:\n  date: 2025-06-13\n  location: Zaal\n---\n"
    )


def test_references_in_data_may_change_places(tmp_path: Path) -> None:
    text = fiche("1.1.1", "reason: zie [[taart]]", "no_evaluation: zie [[wandelen]]", status="stopped")
    write(tmp_path, koffie=text)
    tidied(tmp_path)
    made = (tmp_path / "plan/actions/koffie.md").read_text("utf-8")
    assert made.index("[[wandelen]]") < made.index("[[taart]]")


def test_what_elzctl_writes_itself_is_in_order(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(tmp_path)
    (tmp_path / "meetings").mkdir()
    (tmp_path / "meetings/series.yaml").write_text(SERIES, "utf-8")
    run = runner(tmp_path, capsys)
    action = ("--title", "Soep: warm", "--goal", "1.1", "--lead", "kring", "--role", "partner", "--due", "eind 2025")
    assert run("new-action", *action, "--yes")[0] == 0
    assert run("new-goal", "--title", "Lezen", "--motto", "lezen", "--under", "2", "--yes")[0] == 0
    assert run("new-goal", "--title", "Zingen", "--strategic", "--kind", "content", "--yes")[0] == 0
    assert run("new-meeting", "overleg", "--date", "2025-05-13", "--yes")[0] == 0
    assert run("fmt", "--check") == (0, "6 files are in order.\n", "")


def test_no_temporary_file_is_left(tmp_path: Path) -> None:
    write(tmp_path, koffie=UNTIDY)
    tidied(tmp_path)
    assert not [name for _, _, names in os.walk(tmp_path) for name in names if "elzctl" in name]


def test_a_value_that_was_only_folded_comes_on_one_line(tmp_path: Path) -> None:
    """And one with line breaks of its own stays, at the end too."""
    folded = (
        "title: >-   # kort\n  Koffie: en taart,\n  elke # maand\n# hier onder\n"
        "no_evaluation: >\n  Er is\n  niets.\nsteps:\n  - what: |-\n      Bellen\n    note: |\n      Een.\n      Twee.\n"
        "lead:   # wie\n- kring   # trekt\n"
    )
    text = fiche("1.1.1").replace("title: Koffie\n", folded)
    write(tmp_path, koffie=text)
    before = load(WorkTree(tmp_path)).plan
    after = tidied(tmp_path)
    (now,), (then,) = after.plan.actions, before.actions
    assert all(getattr(now, key) == getattr(then, key) for key in ("title", "no_evaluation", "steps", "lead"))
    written = after.sources["plan/actions/koffie.md"].text
    assert 'title: "Koffie: en taart, elke # maand" # kort\n' in written
    assert "- what: Bellen\n    note: |\n      Een.\n      Twee.\n" in written
    assert "no_evaluation: >\n  Er is\n  niets.\n" in written
    assert "lead:   # wie\n  - kring   # trekt\n" in written
    assert tidy(after, everything).patches == ()


@pytest.mark.parametrize("name", ["plan/README.md", "plan/nota.txt", "meetings/attachments/x.md", "plan/actions/.x.md"])
def test_a_file_that_is_no_data_of_the_plan_is_refused(
    name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write(tmp_path, koffie=UNTIDY)
    (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
    (tmp_path / name).write_text("x  \n", "utf-8")
    code, out, err = runner(tmp_path, capsys, "fmt")("plan/actions/koffie.md", name)
    assert (code, out) == (2, "")
    assert f"{name} is no file that elzctl puts in order" in err
    assert (tmp_path / "plan/actions/koffie.md").read_text("utf-8") == UNTIDY
