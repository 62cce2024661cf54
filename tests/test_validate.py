"""``elzctl validate``: what is shown, what counts, what it is worth to a script, and what it may change."""

from __future__ import annotations

import fcntl
import os
import pty
import re
import struct
import subprocess
import sys
import termios
from collections.abc import Callable
from pathlib import Path

import pytest
from test_broken import laid_out
from test_cli import CLEAN, elzctl

from elzctl.cli.main import main
from elzctl.finding import Finding, Severity
from elzctl.source import Patch, Span
from elzctl.tree import WorkTree
from elzctl.views.examine import Examined, examine
from elzctl.views.repair import repair
from elzctl.wording import say

ROOT = Path(__file__).parent.parent
FICHE, CHAPTER = "plan/actions/koffie-mantelzorgers.md", "plan/texts/inleiding.md"

Result = tuple[int, str, str]
Run = Callable[..., Result]


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A tiny plan with nothing to find."""
    return laid_out("_base", tmp_path / "zone")


@pytest.fixture
def run(root: Path, capsys: pytest.CaptureFixture[str]) -> Run:
    """One run in that plan, in English: exit code, stdout, stderr."""

    def runs(*arguments: str, folder: Path = root) -> Result:
        code = main(["--lang", "en", "-C", str(folder), "validate", *arguments])
        captured = capsys.readouterr()
        return code, captured.out, captured.err

    return runs


def change(root: Path, old: str, new: str, path: str = FICHE) -> None:
    """Puts *new* where *old* stands."""
    text = (root / path).read_bytes().decode()
    assert old in text
    (root / path).write_bytes(text.replace(old, new, 1).encode())


def break_it(root: Path) -> None:
    """One error in the fiche, one in the chapter, and a warning below the first."""
    change(root, "status: running", "status: lopend")
    change(root, "title: ", "title: Woord vooraf: ", CHAPTER)
    change(root, "## Hoe?", "## Hoe?\n\n## Hoe?")


def codes(text: str) -> list[str]:
    """The codes of the findings in a text, in their order."""
    return re.findall(r"^plan/\S+:\d+:\d+: \w+\[([a-z0-9-]+)\] ", text, re.MULTILINE)


def on_terminal(
    *arguments: str, cwd: Path = ROOT, columns: int = 80, typed: str = "", **environment: str
) -> tuple[int, str]:
    """One run of the real program on a terminal of so many columns: exit code and what the screen shows."""
    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 24, columns, 0, 0))
    clean = {key: value for key, value in CLEAN.items() if key not in ("COLUMNS", "LINES", "TERM")}
    process = subprocess.Popen(
        [sys.executable, "-m", "elzctl", "--lang", "en", *arguments],
        cwd=cwd,
        env={**clean, "PYTHONPATH": str(ROOT), "TERM": "xterm", **environment},
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
    )
    os.close(theirs)
    os.write(ours, typed.encode())
    pieces = []
    try:
        while piece := os.read(ours, 65536):
            pieces.append(piece)
    except OSError:  # the other end is closed
        pass
    os.close(ours)
    return process.wait(60), b"".join(pieces).decode().replace("\r\n", "\n")


def without_colours(text: str) -> str:
    return re.sub(r"\x1b\[[0-9;]*m", "", text)


# What is shown


def test_a_plan_without_findings_is_in_order(run: Run) -> None:
    assert run() == (0, "5 files · Everything is in order.\n", "")


def test_all_findings_come_by_place_and_are_counted(root: Path, run: Run) -> None:
    break_it(root)
    code, out, err = run("--only", "wrong-value,repeated-section,unquoted-colon")
    assert (code, err) == (1, "")
    assert codes(out) == ["wrong-value", "repeated-section", "unquoted-colon"]
    assert out.endswith("\n5 files · 2 errors · 1 warning · 0 infos\n")


def test_in_a_pipe_a_finding_begins_with_one_line_and_shows_its_own(root: Path, run: Run) -> None:
    change(root, "status: running", "status: lopend")
    lines = run("--only", "wrong-value")[1].splitlines()
    assert lines == [
        f"{FICHE}:4:9: error[wrong-value] “lopend” is none of the words for this key",
        "    4 | status: lopend",
        "      |         ^~~~~~",
        "  help: Write “running”.",
        "5 files · 1 error · 0 warnings · 0 infos",
    ]


def test_a_finding_of_two_places_names_both(root: Path, run: Run) -> None:
    change(root, "## Hoe?", "## Hoe?\n\n## Hoe?")
    assert f"\n  the first: {FICHE}:42:1\n" in run("--only", "repeated-section")[1]


def test_a_long_line_is_shown_around_the_place(root: Path, run: Run) -> None:
    words = "woord " * 50
    change(root, "due: eind 2025", f"steps: [{{what: {words}, due: ooit, note: {words}}}]")
    lines = run("--only", "bad-date")[1].splitlines()
    assert len(lines[1]) < 180
    assert lines[1].startswith("   10 | …")
    assert lines[1].endswith("…")
    assert lines[1][lines[2].index("^") :].startswith("ooit, note: woord")


def test_after_two_hundred_findings_the_rest_is_counted(root: Path, run: Run) -> None:
    change(root, "status: running", "status: running\n" + "".join(f"sleutel-{n}: x\n" for n in range(250)).rstrip())
    code, out, _ = run("--only", "unknown-key")
    assert len(codes(out)) == 200
    assert "\n… and 50 more; --all shows them too.\n5 files · 250 errors ·" in out
    assert code == 1
    assert len(codes(run("--only", "unknown-key", "--all")[1])) == 250


def test_what_stands_in_a_plan_begins_no_line_and_no_terminal_obeys_it(root: Path, run: Run) -> None:
    change(root, "status: running", '::error::weg: "\\e[31m[red]rood[/red]"')
    out = run()[1]
    assert not re.search(r"^\s*::", out, re.MULTILINE)
    assert "\x1b" not in out
    assert "[red]rood[/red]" in out


# On a terminal


@pytest.mark.parametrize("columns", [40, 80, 120])
def test_on_a_terminal_lines_are_broken_but_places_are_not(columns: int, tmp_path: Path) -> None:
    root = laid_out("_base", tmp_path)
    change(root, "number: 1.1.1", "number: 1.1.1\n" + "\n".join(f"sleutel-{n}: x" for n in range(12)))
    change(
        root,
        "what: Mantelzorgers aan tafel",
        f"what: Mantelzorgers aan tafel\n    {'lange-' * 2}sleutel: {'woord ' * 30}",
    )
    code, text = on_terminal("validate", "--only", "unknown-key", cwd=root, columns=columns)
    lines = without_colours(text).splitlines()
    places = [line for line in lines if line.startswith("plan/")]
    assert code == 1
    assert "\x1b[" in text
    assert len(places) == 13
    assert all(re.fullmatch(rf"{re.escape(FICHE)}:\d+:\d+", line) for line in places)
    assert max(len(line) for line in lines if line not in places) <= columns
    last = "5 files · 13 errors · 0 warnings · 0 infos"
    assert "\n".join(lines).endswith(last.replace(" · 0 i", "\n0 i") if columns < len(last) else last)


def test_on_a_terminal_the_findings_are_counted_by_code(root: Path) -> None:
    break_it(root)
    change(root, "number: 1.1.1", "number: 1.1.1\n" + "\n".join(f"sleutel-{n}: x" for n in range(12)))
    text = without_colours(on_terminal("validate", "--only", "unknown-key,repeated-section", cwd=root)[1])
    assert "\n  12 unknown-key\n   1 repeated-section\n\n" in text
    assert "explain CODE\n5 files · 12 errors · 1 warning · 0 infos\n" in text


def test_a_terminal_hears_what_can_be_fixed(root: Path) -> None:
    change(root, "status: running", "status: lopend")
    text = without_colours(on_terminal("validate", "--only", "wrong-value", cwd=root)[1])
    assert "1 finding can be solved by elzctl" in " ".join(text.split())


def test_no_color_is_heard(root: Path) -> None:
    change(root, "status: running", "status: lopend")
    assert "\x1b" not in on_terminal("validate", cwd=root, NO_COLOR="1")[1]
    assert "\x1b" not in on_terminal("validate", cwd=root, TERM="dumb")[1]


# What is asked for


def test_warnings_fail_only_when_they_should(root: Path, run: Run) -> None:
    change(root, "## Hoe?", "## Hoe?\n\n## Hoe?")
    assert run("--only", "repeated-section")[0] == 0
    assert run("--only", "repeated-section", "--strict")[0] == 1
    assert run("--skip", "repeated-section", "--strict")[0] == 0


def test_codes_may_be_named_together_and_one_by_one(root: Path, run: Run) -> None:
    break_it(root)
    together = run("--only", "wrong-value, Repeated-Section")
    assert together == run("--only", "wrong-value", "--only", "repeated-section")
    assert codes(together[1]) == ["wrong-value", "repeated-section"]
    assert codes(run("--only", "wrong-value,repeated-section", "--skip", "wrong-value")[1]) == ["repeated-section"]


def test_a_level_hides_what_is_less_bad(root: Path, run: Run) -> None:
    break_it(root)
    assert codes(run("--level", "error", "--only", "wrong-value,repeated-section")[1]) == ["wrong-value"]
    assert "repeated-section" in codes(run("--level", "warning")[1])
    assert run("--only", "repeated-section", "--level", "error", "--strict")[:2] == (
        0,
        "5 files · 0 errors · 1 warning · 0 infos\n",
    )


@pytest.mark.parametrize(
    ("arguments", "told", "hint"),
    [
        (("--only", "bad-dat"), "“bad-dat” is not a value for --only", "“bad-date”"),
        (("--skip", "bad-date,zzz"), "“zzz” is not a value for --skip", "bad-date"),
        (("--level", "warnign"), "“warnign” is not a value for --level", "“warning”"),
        (("--format", "jsno"), "“jsno” is not a value for --format", "“json”"),
        (("--only=",), "“” is not a value for --only", "Leave --only out"),
        (("--new-since", ""), "“” is not a value for --new-since", "Leave --new-since out"),
        (("--diff", "--format", "json"), "--diff is for people", "--format"),
        (("nergens.md",), "There is no file or folder nergens.md", "name"),
        (("",), "There is no file or folder", "name"),
        ((".." + os.sep,), "is no part of the plan", "plan"),
        (("/",), "/ is no part of the plan", "plan"),
    ],
)
def test_what_cannot_be_asked_is_told(run: Run, arguments: tuple[str, ...], told: str, hint: str) -> None:
    code, _, err = run(*arguments)
    assert code == 2
    error, help_line = err.splitlines()
    assert error.startswith("error: ")
    assert told in error
    assert help_line.startswith("help: ")
    assert hint in help_line


@pytest.mark.parametrize(
    "path",
    [
        FICHE,
        f"./{FICHE}",
        "plan/actions",
        "plan/actions/",
        "plan\\actions\\koffie-mantelzorgers.md",
        "plan/texts/../actions",
    ],
)
def test_a_path_narrows_down_what_is_shown_and_counted(root: Path, run: Run, path: str) -> None:
    break_it(root)
    code, out, _ = run(path, "--only", "wrong-value,unquoted-colon")
    assert (code, codes(out)) == (1, ["wrong-value"])
    assert out.endswith("1 file · 1 error · 0 warnings · 0 infos\n")


def test_paths_count_from_where_one_stands_and_from_the_root(root: Path, run: Run) -> None:
    break_it(root)
    only = ("--only", "wrong-value,unquoted-colon")
    below = root / "plan/actions"
    assert codes(run("koffie-mantelzorgers.md", *only, folder=below)[1]) == ["wrong-value"]
    assert codes(run("../texts", *only, folder=below)[1]) == ["unquoted-colon"]
    assert codes(run(CHAPTER, *only, folder=below)[1]) == ["unquoted-colon"]
    assert codes(run(str(root / FICHE), *only, folder=below)[1]) == ["wrong-value"]
    assert codes(run(CHAPTER, FICHE, *only)[1]) == ["wrong-value", "unquoted-colon"]
    assert codes(run(".", *only)[1]) == codes(run("plan", *only)[1]) == ["wrong-value", "unquoted-colon"]
    assert run(".", *only, folder=below)[1] == run("plan/actions", *only)[1]


def test_the_rest_of_the_plan_is_read_all_the_same(root: Path, run: Run) -> None:
    # The fiche names an actor of another file.
    assert run(FICHE)[:2] == (0, "1 file · Everything is in order.\n")


def test_a_link_is_found_where_it_stands(root: Path, run: Run) -> None:
    (root / "plan/actions/elders.md").symlink_to(root / "plan/plan.yaml")
    assert codes(run("plan/actions/elders.md")[1]) == ["unreadable-file"]


def test_a_file_outside_the_plan_is_not_silently_in_order(root: Path, run: Run) -> None:
    (root / "README.md").write_text("Welkom\n", "utf-8")
    code, out, err = run("README.md")
    assert (code, out) == (2, "")
    assert "README.md is no part of the plan" in err


def test_a_plan_may_be_named_through_a_link(root: Path, run: Run, tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(root)
    break_it(root)
    out = run("plan/actions", "--only", "wrong-value,unquoted-colon", folder=tmp_path / "link")[1]
    assert codes(out) == ["wrong-value"]
    assert codes(run(str(tmp_path / "link" / CHAPTER), "--only", "unquoted-colon")[1]) == ["unquoted-colon"]


# What is changed


def test_fixes_go_in_rounds_until_nothing_is_left_to_fix(root: Path, run: Run) -> None:
    change(root, "title: ", "title: Actie: ")
    change(root, "status: running", "status: lopend")
    code, out, _ = run("--fix")
    assert out == f"Changed: {FICHE}\n2 findings are solved.\n5 files · Everything is in order.\n"
    assert code == 0
    text = (root / FICHE).read_text("utf-8")
    assert 'title: "Actie: Koffie voor mantelzorgers"\nstatus: running\n' in text
    assert run("--fix")[1] == "5 files · Everything is in order.\n"


def test_a_fix_changes_no_other_byte(root: Path, run: Run) -> None:
    plain = (root / FICHE).read_bytes()
    odd = b"\xef\xbb\xbf" + plain.replace(b"\n", b"\r\n").replace(b"role: lead", b"role:   trekker   # zo hoort het")
    (root / FICHE).write_bytes(odd)
    assert run("--fix")[0] == 0
    assert (root / FICHE).read_bytes() == odd.replace(b"trekker", b"lead")


def test_only_what_is_asked_for_is_changed(root: Path, run: Run) -> None:
    break_it(root)
    before = (root / FICHE).read_bytes()
    assert run("--fix", CHAPTER)[:2] == (
        0,
        f"Changed: {CHAPTER}\n1 finding is solved.\n1 file · Everything is in order.\n",
    )
    assert (root / FICHE).read_bytes() == before
    assert "Changed" not in run("--fix", "--skip", "wrong-value")[1]
    assert (root / FICHE).read_bytes() == before


def test_a_diff_is_shown_and_nothing_written(root: Path, run: Run) -> None:
    break_it(root)
    before = {path: (root / path).read_bytes() for path in (FICHE, CHAPTER)}
    code, out, _ = run("--diff", "--only", "wrong-value,unquoted-colon")
    assert code == 1
    assert f"--- a/{FICHE}\n+++ b/{FICHE}\n" in out
    assert "\n-status: lopend\n+status: running\n" in out
    assert '\n+title: "Woord vooraf: ' in out
    assert out.endswith("\n5 files · 2 errors · 0 warnings · 0 infos\n")
    assert {path: (root / path).read_bytes() for path in (FICHE, CHAPTER)} == before


def test_a_diff_of_nothing_says_so(run: Run) -> None:
    assert run("--diff")[1].startswith("There is nothing that elzctl can change by itself.\n")


def test_where_nobody_can_be_asked_nothing_is_changed(root: Path) -> None:
    change(root, "status: running", "status: lopend")
    before = (root / FICHE).read_bytes()
    result = elzctl("--lang", "en", "validate", "--fix", "--diff", cwd=root, stdin="y\n")
    assert result.returncode == 2
    assert "+status: running" in result.stdout
    assert "nobody can be asked" in result.stderr
    assert "--yes" in result.stderr
    assert (root / FICHE).read_bytes() == before


def test_yes_makes_the_changes_that_were_shown(root: Path, run: Run) -> None:
    change(root, "status: running", "status: lopend")
    code, out, _ = run("--fix", "--diff", "--yes")
    assert code == 0
    assert "\n+status: running\n" in out
    assert out.endswith(f"\nChanged: {FICHE}\n1 finding is solved.\n5 files · Everything is in order.\n")


@pytest.mark.parametrize(
    ("typed", "made"), [("j\n", True), ("y\n", True), ("\n", True), ("n\n", False), ("hm\nn\n", False)]
)
def test_on_a_terminal_the_answer_decides(root: Path, typed: str, made: bool) -> None:
    change(root, "status: running", "status: lopend")
    code, text = on_terminal("validate", "--fix", "--diff", cwd=root, typed=typed)
    assert code == (0 if made else 1)
    assert ("Nothing was changed." in text) is not made
    assert ("status: running" in (root / FICHE).read_text("utf-8")) is made
    assert ("Answer with " in text) is typed.startswith("hm")


def test_the_end_of_input_changes_nothing(root: Path) -> None:
    change(root, "status: running", "status: lopend")
    code, text = on_terminal("validate", "--fix", "--diff", cwd=root, typed="\x04")
    assert code == 130
    assert "Stopped; nothing was written." in text
    assert "status: lopend" in (root / FICHE).read_text("utf-8")


def test_a_file_that_may_not_be_written_is_told(root: Path, run: Run) -> None:
    change(root, "status: running", "status: lopend")
    (root / FICHE).chmod(0o444)
    code, _, err = run("--fix")
    assert code == 2
    assert err.startswith(f"error: {FICHE}: ")


def examined(root: Path, *findings: Finding) -> Examined:
    """The plan with these findings instead of its own."""
    return examine(WorkTree(root))._replace(findings=findings)


def finding(root: Path, old: str, new: str, severity: Severity = Severity.WARNING) -> Finding:
    """A finding whose fix puts *new* where *old* stands."""
    start = (root / FICHE).read_text("utf-8").index(old)
    patch = Patch(FICHE, start, start + len(old), new)
    return Finding("made-up", severity, say("Made up"), Span(FICHE), fix=(patch,))


def test_fixes_that_touch_the_same_words_wait_for_their_round(root: Path) -> None:
    one, other = finding(root, "eind 2025", "eind 2026"), finding(root, "2025\nindicators", "2027\nindicators")
    done = repair(WorkTree(root), examined(root, one, other), lambda _: True)
    assert (done.fixed, done.left_out) == (1, ())
    assert "due: eind 2026" in done.patches[0].text


def test_a_fix_that_would_bring_errors_is_left_out(root: Path) -> None:
    bad = finding(root, "status: running\n", "status: [\n")
    done = repair(WorkTree(root), examined(root, bad), lambda _: True)
    assert (done.patches, done.fixed, done.left_out) == ((), 0, (bad,))


def test_a_fix_that_does_not_help_is_left_out(root: Path) -> None:
    change(root, "status: running", "status: lopend")
    state = examine(WorkTree(root))
    wrong = next(one for one in state.findings if one.code == "wrong-value")
    start = wrong.span.start
    useless = Finding(
        wrong.code, wrong.severity, wrong.message, wrong.span, fix=(Patch(FICHE, start, start + 6, "loopend"),)
    )
    done = repair(WorkTree(root), state._replace(findings=(useless,)), lambda _: True)
    assert (done.patches, done.left_out) == ((), (useless,))


def test_an_error_that_hid_others_is_fixed_all_the_same(root: Path, run: Run) -> None:
    change(root, "title: ", "title: Actie: ")
    change(root, "role: lead", "onbekend: x\nook-onbekend: y")
    code, out, _ = run("--fix")
    assert code == 1
    assert f"Changed: {FICHE}\n1 finding is solved.\n" in out
    assert codes(out)[:2] == ["unknown-key", "unknown-key"]


# The real plan


def test_the_plan_of_this_repository_has_no_errors() -> None:
    result = elzctl("--lang", "en", "validate", "--level", "error")
    assert (result.returncode, result.stderr) == (0, "")
    assert " · 0 errors · " in result.stdout
