"""Bad input is normal input: a line with a place, the right exit code, nothing lost, never a traceback."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from test_broken import laid_out
from test_cli import elzctl

FICHE = "plan/actions/koffie-mantelzorgers.md"
READING = (("status",), ("validate",), ("export", "json"), ("show", "zorg-dichtbij"))


def fiche(root: Path, data: bytes) -> None:
    (root / FICHE).write_bytes(data)


def title(root: Path, text: str) -> None:
    """Gives the fiche a title, as YAML."""
    old = (root / FICHE).read_bytes()
    fiche(root, old.replace(b"title: Koffie voor mantelzorgers", f"title: {text}".encode()))


def only_a_folder(root: Path) -> None:
    shutil.rmtree(root / "plan")
    (root / "plan").mkdir()


def linked(root: Path) -> None:
    (root / "geheim.md").write_text("---\nnumber: 1.1.1\ntitle: Geheim\nstatus: running\n---\n")
    (root / FICHE).unlink()
    (root / FICHE).symlink_to(root / "geheim.md")


def a_folder_for_a_file(root: Path) -> None:
    (root / FICHE).unlink()
    (root / FICHE).mkdir()


# What is wrong → the code that says so, and the exit code of validate.
CASES: dict[str, tuple[Callable[[Path], object], str, int]] = {
    "an empty folder": (only_a_folder, "missing-file", 1),
    "no plan.yaml": (lambda root: (root / "plan/plan.yaml").unlink(), "missing-file", 1),
    "no actions": (lambda root: shutil.rmtree(root / "plan/actions"), "goal-without-action", 0),
    "an empty fiche": (lambda root: fiche(root, b""), "no-front-matter", 1),
    "an empty plan.yaml": (lambda root: (root / "plan/plan.yaml").write_bytes(b""), "broken-yaml", 1),
    "a file of 10 MB": (lambda root: fiche(root, b"x" * (10 << 20)), "unreadable-file", 1),
    "NUL bytes": (lambda root: fiche(root, b"---\ntitle: a\0b\n---\n"), "control-character", 1),
    "Latin-1": (lambda root: fiche(root, "---\ntitle: café\n---\n".encode("latin-1")), "not-utf8", 1),
    "a Word file": (lambda root: fiche(root, b"PK\x03\x04" + bytes(range(256))), "not-utf8", 1),
    "a folder named like a file": (a_folder_for_a_file, "unreadable-file", 1),
    "a link": (linked, "unreadable-file", 1),
    "a merge conflict": (
        lambda root: fiche(root, b"---\n<<<<<<< main\ntitle: a\n=======\n>>>>>>> b\n---\n"),
        "merge-conflict",
        1,
    ),
    "aliases": (lambda root: fiche(root, b"---\na: &a [x]\nb: [*a, *a]\n---\n"), "yaml-anchor", 1),
    "deep nesting": (lambda root: fiche(root, b"---\na: " + b"[" * 50_000 + b"\n---\n"), "too-large", 1),
    "a loose colon": (lambda root: title(root, "Koffie: voor wie"), "unquoted-colon", 1),
    "a path for an id": (lambda root: title(root, "x\ninto: ../../etc/passwd"), "wrong-value", 0),
}


@pytest.mark.parametrize("case", CASES)
def test_what_is_wrong_is_told_and_the_rest_still_works(case: str, tmp_path: Path) -> None:
    spoil, code, exit_code = CASES[case]
    root = laid_out("_base", tmp_path)
    spoil(root)
    before = {path: path.read_bytes() for path in root.rglob("*") if path.is_file()}
    results = {command: elzctl(*command, cwd=root) for command in READING}
    for result in results.values():
        assert result.returncode in (0, 1, 2)
        assert "Traceback" not in result.stdout + result.stderr
        assert "Geheim" not in result.stdout
    validated = results[("validate",)]
    if code != "wrong-value":
        assert f"[{code}]" in validated.stdout
        assert validated.returncode == exit_code
    json.loads(results[("export", "json")].stdout)
    assert {path: path.read_bytes() for path in root.rglob("*") if path.is_file()} == before


@pytest.mark.parametrize("case", ["a link", "NUL bytes", "no plan.yaml", "a loose colon"])
def test_a_document_is_not_made_of_half_a_plan(case: str, tmp_path: Path) -> None:
    root = laid_out("_base", tmp_path)
    CASES[case][0](root)
    result = elzctl("render", "plan", "--format", "html", cwd=root)
    assert (result.returncode, result.stdout) == (1, "")
    assert CASES[case][1] in result.stderr
    assert not (root / "build").exists()


@pytest.mark.parametrize(
    "text",
    [
        '"\\e[31mrood\\e[0m"',
        "'[bold]vet[/] [/x] [link=x]'",
        "'<script>alert(1)</script> {{ 7*7 }} {% x %}'",
        "'#read(\"/etc/passwd\") $x$ @ref `raw`'",
        '"\\u202eomgekeerd\\u2066"',
        '"::error file=x::pas op"',
        "x" * 2_000,
        "'=1+1|cmd'",
    ],
)
def test_a_hostile_title_is_only_a_title(text: str, tmp_path: Path) -> None:
    root = laid_out("_base", tmp_path)
    title(root, text)
    for command in (*READING, ("show", "1.1.1"), ("validate", "--format", "github")):
        result = elzctl(*command, cwd=root)
        assert result.returncode in (0, 1, 2)
        assert "Traceback" not in result.stderr
        for sign in ("\x1b", "\u202e", "\u2066"):
            assert sign not in result.stdout + result.stderr
    rendered = elzctl("render", "plan", "--format", "html", "--draft", cwd=root)
    assert rendered.returncode == 0, rendered.stderr
    (made,) = (root / "build").glob("plan*.html")  # a draft when the title is an error
    page = made.read_text("utf-8")
    # The page has one script, its own, and the policy lets no other one run.
    assert page.count("<script") == 1
    assert "<script>" not in page
    assert "unsafe-inline" not in page
    assert "49" not in page.split("<h2")[1]


def test_no_output_goes_through_a_link(tmp_path: Path) -> None:
    root, elsewhere = laid_out("_base", tmp_path / "zone"), tmp_path / "elders"
    elsewhere.mkdir()
    (elsewhere / "kostbaar").write_text("van mij")
    (root / "build").mkdir()
    (root / "build/plan.html").symlink_to(elsewhere / "kostbaar")
    (root / "schemas").symlink_to(elsewhere)
    for command in (
        ("render", "plan", "--format", "html"),
        ("schema", "--out", "schemas"),
        ("schema", "--out", "schemas/x"),
    ):
        result = elzctl(*command, cwd=root)
        assert (result.returncode, result.stdout) == (2, "")
        assert "link" in result.stderr
    assert [(path.name, path.read_text()) for path in elsewhere.iterdir()] == [("kostbaar", "van mij")]


def test_no_output_goes_among_the_files_of_the_plan(tmp_path: Path) -> None:
    root = laid_out("_base", tmp_path)
    for command in (("render", "plan", "--format", "html", "--out", "plan"), ("schema", "--out", "plan/texts")):
        result = elzctl(*command, cwd=root)
        assert (result.returncode, result.stdout) == (2, "")
        assert "--out build" in result.stderr
    assert elzctl("validate", cwd=root).stdout == "5 bestanden · Alles is in orde.\n"


def test_a_linked_plan_is_not_read(tmp_path: Path) -> None:
    elsewhere = laid_out("_base", tmp_path / "elders")
    root = tmp_path / "zone"
    root.mkdir()
    (root / "plan").symlink_to(elsewhere / "plan")
    for command in (*READING, ("show", "1.1.1"), ("render", "plan", "--draft")):
        result = elzctl(*command, cwd=root)
        assert result.returncode in (0, 1, 2)
        assert "Koffie" not in result.stdout + result.stderr
    assert "Koffie" not in (root / "build/plan-draft.html").read_text("utf-8")


def test_a_file_name_is_no_command_for_ci(tmp_path: Path) -> None:
    root = laid_out("_base", tmp_path)
    (root / "plan/actions/a\n::error file=x::pas op.md").write_bytes((root / FICHE).read_bytes())
    commands = (*READING, ("render", "plan", "--draft"), ("new-action", "--goal", "1.1", "--title", "x", "--yes"))
    for command in commands:
        result = elzctl(*command, cwd=root)
        assert not [line for line in (result.stdout + result.stderr).splitlines() if line.startswith("::")]


def test_line_endings_of_windows_change_nothing(tmp_path: Path) -> None:
    unix, windows = laid_out("_base", tmp_path / "a"), laid_out("_base", tmp_path / "b")
    for path in windows.rglob("*"):
        if path.is_file():
            path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes().replace(b"\n", b"\r\n"))
    for command in (*READING, ("show", "1.1.1"), ("render", "plan", "--format", "html,pdf", "--today", "2025-03-01")):
        assert elzctl(*command, cwd=unix).stdout == elzctl(*command, cwd=windows).stdout
    for name in ("plan.html", "plan.pdf"):
        assert (unix / "build" / name).read_bytes() == (windows / "build" / name).read_bytes()


def test_private_files_are_read_by_no_command(tmp_path: Path) -> None:
    root = laid_out("_base", tmp_path)
    (root / "private").mkdir()
    (root / "private/deelnemers.md").write_text("---\ntitle: kanarie\n---\nkanarie\n")
    fiche(root, (root / FICHE).read_bytes() + b"\n<!-- kanarie -->\n")
    outputs = [elzctl(*command, cwd=root).stdout for command in (*READING, ("show", "1.1.1"), ("render", "plan"))]
    outputs += [path.read_bytes().decode("latin-1") for path in (root / "build").iterdir()]
    assert all("kanarie" not in output for output in outputs)
