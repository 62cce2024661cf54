"""``elzctl diff`` in real repositories: what is compared, how it is shown, and a clear line when it cannot be."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from histories import begin, commit, git
from small_plans import ROOT, fiche, in_a_window, plain, write
from test_html import elements, hash_of, parsed

from elzctl.cli.main import main

KOFFIE = fiche(
    *("1.1.1", "lead: []", "due: voorjaar 2025", "steps: [{what: Zaal zoeken, due: april 2025}]"),
    text="## Waarom?\n\nOmdat mantelzorgers elkaar zelden zien en er zelf om vragen.\n",
)
THEE = fiche(
    *("1.1.1", "lead: [dienst-zorg]", "due: eind 2025"),
    "steps: [{what: Zaal zoeken, due: april 2025, done: 2025-04-02}]",
    text="## Waarom?\n\nOmdat mantelzorgers elkaar nooit zien en er zelf om vragen.\n",
)


@pytest.fixture
def zone(tmp_path: Path) -> Path:
    """Two commits (January, tag v1; March) on main, and a change in the folder that nobody committed."""
    root = write(begin(tmp_path / "zone"), koffie=KOFFIE)
    commit(root, "2025-01-15")
    git(root, "tag", "v1")
    write(root, koffie=THEE)
    commit(root, "2025-03-20")
    write(root, wandelen=fiche("1.2.1", "lead: [kring]", title="Wandelen"))
    return root


class Run:
    """What one run said, and its exit code."""

    def __init__(self, root: Path, *arguments: str, language: str = "en") -> None:
        environment = {**os.environ, "PYTHONPATH": str(ROOT), "NO_COLOR": "1"}
        command = [sys.executable, "-m", "elzctl", "-C", str(root), "--lang", language, *arguments]
        done = subprocess.run(command, env=environment, capture_output=True, check=False)
        self.code, self.out, self.err = done.returncode, done.stdout.decode(), done.stderr.decode()


def diff(root: Path, *arguments: str) -> str:
    """The words of a run that goes well and complains about nothing."""
    run = Run(root, "diff", *arguments)
    assert (run.code, run.err) == (0, "")
    return run.out


def data(root: Path, *arguments: str) -> Any:
    return json.loads(diff(root, *arguments, "--format", "json"))


def ids(root: Path, *arguments: str) -> list[tuple[str, str]]:
    """What changed, and how."""
    return [(one["id"], one["how"][0]) for one in data(root, *arguments)["things"]]


# What is compared.


def test_the_folder_is_compared_with_the_last_commit(zone: Path) -> None:
    assert ids(zone) == [("wandelen", "added")]
    assert data(zone)["base"] == {"id": git(zone, "rev-parse", "HEAD"), "day": "2025-03-20"}
    assert data(zone)["head"] is None


def test_two_versions_are_compared_by_any_name(zone: Path) -> None:
    for arguments in (("v1", "HEAD"), ("v1..HEAD",), ("v1..main",), ("HEAD~1", "main")):
        assert ids(zone, *arguments) == [("koffie", "changed")]
    assert ids(zone, "HEAD", "v1") == [("koffie", "changed")]
    assert ids(zone, "v1") == ids(zone, "v1..") == [("koffie", "changed"), ("wandelen", "added")]
    assert ids(zone, "v1", "v1") == []


def test_since_a_day_is_since_the_last_commit_up_to_it(zone: Path) -> None:
    assert ids(zone, "--since", "2025-03-19") == [("koffie", "changed"), ("wandelen", "added")]
    assert ids(zone, "--since", "20 maart 2025") == [("wandelen", "added")]
    assert ids(zone, "--since", "februari 2025")[0] == ("koffie", "changed")


def test_three_dots_leave_out_what_happened_elsewhere(zone: Path) -> None:
    git(zone, "checkout", "--quiet", "-b", "tak", "v1")
    commit(zone, "2025-04-01")
    assert ids(zone, "main...") == ids(zone, "main...tak") == [("wandelen", "added")]
    assert ("koffie", "changed") in ids(zone, "main")


def test_a_plan_in_a_part_of_the_repository_is_found_from_below(tmp_path: Path) -> None:
    root = write(begin(tmp_path) / "zones/één zone", koffie=KOFFIE)
    commit(tmp_path)
    write(root, koffie=THEE)
    assert ids(root / "plan/actions") == [("koffie", "changed")]


def test_a_first_commit_without_a_plan_makes_everything_new(tmp_path: Path) -> None:
    (begin(tmp_path) / "README").write_text("x", "utf-8")
    commit(tmp_path)
    assert ("koffie", "added") in ids(write(tmp_path, koffie=KOFFIE))


def test_only_what_is_asked_for_is_told(zone: Path) -> None:
    for name in ("wandelen", "1.2.1", "1.2", "plan/actions/wandelen.md", "samen-bewegen"):
        assert ids(zone, "v1", "--about", name) == [("wandelen", "added")]
    assert len(ids(zone, "v1", "--about", "wandelen", "--about", "koffie")) == 2
    run = Run(zone, "diff", "--about", "wandeln")
    assert (run.code, run.err) == (
        2,
        "error: Neither version has “wandeln”\nhelp: Did you mean “wandelen”?\n",
    )


def test_findings_are_looked_for_unless_the_format_is_text(zone: Path) -> None:
    assert data(zone)["findings"]["new"]
    assert data(zone, "--no-findings")["findings"] is None
    assert "warning" not in diff(zone)
    assert "plan/actions/wandelen.md:1:1: warning[no-evaluation]" in diff(zone, "--findings")
    assert {one["path"] for one in data(zone, "--about", "wandelen")["findings"]["new"]} == {"plan/actions/wandelen.md"}


def test_the_exit_code_tells_when_it_is_asked_to(zone: Path) -> None:
    assert Run(zone, "diff").code == 0
    assert Run(zone, "diff", "--exit-code").code == 1
    assert Run(zone, "diff", "HEAD", "HEAD", "--exit-code").code == 0


def test_nothing_changed_is_said(zone: Path) -> None:
    assert diff(zone, "HEAD", "HEAD") == "Nothing changed.\n"
    for path in (zone / "plan").rglob("*.*"):
        path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    assert ids(zone) == [("wandelen", "added")]


def test_what_is_internal_is_left_out_unless_it_is_asked_for(zone: Path) -> None:
    write(zone, koffie=f"{THEE}\n::: intern\nHonderd euro.\n:::\n")
    for arguments in ((), ("--format", "markdown"), ("--format", "html"), ("--format", "json")):
        made = diff(zone, "--about", "koffie", *arguments)
        assert "Honderd" not in made
        assert "Honderd" in diff(zone, "--about", "koffie", "--internal", *arguments)
    assert "1 internal change is left out; --internal shows it." in diff(zone, "--about", "koffie")


# How it is shown.

TEXT = """\
# Actions

1.1.1  Koffie
plan/actions/koffie.md
  lead: nobody → Dienst Zorg
  due: voorjaar 2025 → eind 2025 (later)
  step: “Zaal zoeken”: done 2025-04-02
  {why} Omdat mantelzorgers elkaar [-zelden-] {{+nooit+}} zien en er zelf om vragen.

1.2.1  Wandelen (new)
plan/actions/wandelen.md
  status: {running}
  lead: Huisartsenkring

In texts, [-…-] is what went and {{+…+}} what came.
Changed: 2 actions (1 new).
"""


def test_the_text_says_what_was_and_what_is(zone: Path) -> None:
    assert diff(zone, "v1") == TEXT.format(why="Why?", running="running")


@pytest.mark.parametrize("columns", [20, 40, 80, 120])
def test_a_window_is_filled_and_never_passed(columns: int, zone: Path) -> None:
    made = in_a_window(columns, "-C", str(zone), "--lang", "en", "diff", "v1")
    told = [line for line in made.splitlines() if not line.startswith("plan/")]
    assert max(map(len, told)) <= max(columns, 24)
    words = " ".join(made.split())
    assert "due: voorjaar 2025 → eind 2025 (later)" in words
    coloured = in_a_window(columns, "-C", str(zone), "--lang", "en", "diff", "v1", colours=True)
    assert plain(coloured) == made
    assert "\x1b[1;31m[-\x1b[0m" in coloured


def test_the_words_are_there_in_dutch_too(zone: Path) -> None:
    run = Run(zone, "diff", "v1", language="nl")
    assert run.code == 0
    assert "voorjaar 2025 → eind 2025" in run.out
    assert "Waarom?" in run.out


def test_a_colour_keeps_its_sign_and_a_word_of_the_settings_both_its_sides(zone: Path) -> None:
    path = zone / "plan/plan.yaml"
    text = path.read_text("utf-8").replace("mantelzorgers: Mantelzorgers", "mantelzorgers: Mantelzorgers en buren")
    path.write_text(f'{text}style: {{second: "#c85a17"}}\n', "utf-8")
    made = diff(zone, "--about", "plan/plan.yaml")
    assert "  second colour (new): #c85a17\n" in made
    assert "  target group: mantelzorgers: Mantelzorgers → mantelzorgers: Mantelzorgers en buren\n" in made


def test_markdown_goes_to_stdout_or_to_a_file(zone: Path) -> None:
    made = diff(zone, "v1", "--format", "markdown")
    assert made.startswith("<!-- elzctl diff -->\n\n**Changed: 2 actions (1 new).**\n")
    assert "- due: voorjaar 2025 → **eind 2025 (later)**\n" in made
    assert "elkaar ~~zelden~~ **nooit** zien" in made
    assert diff(zone, "v1", "--format", "markdown", "--out", "uit/opmerking.md").endswith("uit/opmerking.md\n")
    assert (zone / "uit/opmerking.md").read_text("utf-8") == made


def html(root: Path, *arguments: str) -> tuple[str, list[tuple[str, Any]]]:
    """The page, and its elements by name, as a browser reads them; it has to be right HTML."""
    made = diff(root, *arguments, "--format", "html")
    return made, list(elements(parsed(made)))


def words(page: list[tuple[str, Any]], tag: str) -> list[str]:
    """The words of each element of a name."""
    return [" ".join("".join(one.itertext()).split()) for name, one in page if name == tag]


def test_the_page_shows_each_thing_before_and_after(zone: Path) -> None:
    made, page = html(zone, "v1")
    rows = {
        found[0]: found[1:] for name, one in page if name == "tr" if len(found := words(list(elements(one)), "td")) > 0
    }
    assert rows["voorjaar 2025"] == ["eind 2025 (later)"]
    assert rows["nobody"] == ["Dienst Zorg"]
    assert rows["Huisartsenkring"] == []
    assert rows["Zaal zoeken; due april 2025"] == ["Zaal zoeken; due april 2025; done 2025-04-02"]
    assert words(page, "th")[:3] == ["What", "Before", "After"]
    assert words(page, "del") == ["zelden"]
    assert words(page, "ins")[:2] == ["done 2025-04-02", "nooit"]
    assert "src=" not in made
    names = re.findall(r'\sid="([^"]+)"', made)
    assert len(names) == len(set(names))
    assert set(re.findall(r'href="#([^"]+)"', made)) <= set(names)


def test_the_page_allows_itself_its_own_style_and_nothing_else(zone: Path) -> None:
    _, page = html(zone, "v1")
    (style,) = (one.text or "" for name, one in page if name == "style")
    (policy,) = (one.attrib["content"] for _, one in page if "http-equiv" in one.attrib)
    rules = dict(rule.strip().split(" ", 1) for rule in policy.split(";"))
    assert rules.pop("style-src") == hash_of(style)
    assert set(rules.values()) == {"'none'"}
    assert {"default-src", "script-src"} <= set(rules)


def test_hostile_words_are_words_in_every_format(zone: Path) -> None:
    evil = '"<script>alert(1)</script> {{ 7*7 }} @iedereen ::error::x \' onclick=x"'
    write(
        zone, koffie=THEE.replace("title: Koffie", f"title: {evil}").replace("nooit", "<img src=x onerror=y> ::error::")
    )
    made, page = html(zone, "v1")
    assert not {"script", "img"} & {name for name, _ in page}
    assert "&lt;script&gt;alert(1)&lt;/script&gt; {{ 7*7 }}" in made
    for format_ in ("text", "markdown", "html", "json"):
        out = diff(zone, "v1", "--format", format_)
        assert "\x1b" not in out
        assert not re.search(r"(?m)^\s*::", out)


def test_no_line_of_a_plan_stands_where_a_ci_would_obey_it(zone: Path) -> None:
    (zone / "plan/texts").mkdir()
    text = "---\ntitle: '::error::x'\n---\n\nEerst.\n\n::warning::y\n"
    (zone / "plan/texts/inleiding.md").write_text(text, "utf-8")
    (zone / "meetings").mkdir()
    (zone / "meetings/series.yaml").write_text("overleg:\n  name: '::notice::z'\n", "utf-8")
    head = "---\ntitle: '::error::x'\nseries: overleg\ndate: 2025-02-01\nstate: draft\n---\n\n"
    minutes = zone / "meetings/2025-02-01-overleg.md"
    minutes.write_text(f"{head}## ::stop-commands::a\n\n::set-output name=x::y\n\nwoorden\n", "utf-8")
    outputs = [diff(zone, "--findings", "--format", one) for one in ("text", "markdown", "html", "json")]
    commit(zone)
    minutes.write_text(f"{head}## ::stop-commands::a\n\n::set-output name=x::y\n\n::save-state::z\n", "utf-8")
    outputs += [diff(zone, "--findings", "--format", one) for one in ("text", "markdown", "html", "json")]
    for made in outputs:
        assert not re.search(r"(?m)^\s*::", made.partition("</style>")[2] or made)
        assert "stop-commands" in made


def test_a_page_has_no_thing_without_words(zone: Path) -> None:
    write(zone, kapot="---\nnumber: [\n---\n", leeg=fiche("1.1.3", title='""'))
    git(zone, "mv", "plan/actions/koffie.md", "plan/actions/thee.md")
    _, page = html(zone)
    assert all(word for tag in ("h2", "h3", "td", "th", "a") for word in words(page, tag))


def test_a_shape_of_data_that_stays(zone: Path) -> None:
    found = data(zone, "v1")
    assert list(found) == ["schema_version", "base", "head", "things", "findings", "hidden", "others", "other_files"]
    assert found["schema_version"] == 1
    koffie = found["things"][0]
    assert {key: koffie[key] for key in koffie if key != "changes"} == {
        "thing": "action",
        "id": "koffie",
        "was": None,
        "number": "1.1.1",
        "title": "Koffie",
        "path": "plan/actions/koffie.md",
        "how": ["changed"],
    }
    lead, due, step, why = koffie["changes"]
    assert lead == {
        "key": "lead",
        "kind": "names",
        "old": [],
        "new": ["dienst-zorg"],
        "removed": [],
        "added": ["dienst-zorg"],
    }
    assert due["new"] == {"text": "eind 2025", "first": "2025-10-01", "last": "2025-12-31"}
    assert [step[key] for key in ("key", "kind", "change", "number", "internal")] == [
        "steps",
        "item",
        "changed",
        1,
        False,
    ]
    assert list(step["new"]) == ["what", "start", "due", "done", "by", "note"]
    assert [one["key"] for one in step["changes"]] == ["done"]
    assert (why["key"], why["kind"], why["internal"]) == ("section.why", "text", False)
    assert [one["kept"] for one in why["words"]] == ["same", "gone", "come", "same"]
    finding = found["findings"]["new"][0]
    assert list(finding) == ["code", "severity", "path", "line", "column", "message"]


def test_the_whole_example_is_told_in_every_format(tmp_path: Path) -> None:
    begin(tmp_path)
    (tmp_path / "plan").mkdir()
    (tmp_path / "plan/plan.yaml").write_text("title: Leeg\n", "utf-8")
    commit(tmp_path)
    for folder in ("plan", "meetings"):
        subprocess.run(["cp", "-r", str(ROOT / folder), str(tmp_path)], check=True)
    told = data(tmp_path)
    assert {one["thing"] for one in told["things"]} >= {
        "action",
        "goal",
        "meeting",
        "actor",
        "chapter",
        "series",
        "settings",
    }
    html(tmp_path)
    assert len(diff(tmp_path, "--format", "markdown").encode()) <= 65_537
    assert "jonge mantelzorgers" in diff(tmp_path)
    commit(tmp_path)
    assert ids(tmp_path) == []
    back = data(tmp_path, "HEAD", "HEAD~1")
    assert {one["how"][0] for one in back["things"] if one["thing"] == "action"} == {"removed"}
    html(tmp_path, "HEAD", "HEAD~1")


# What cannot be.


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        (("HEAD~9",), "There is no revision “HEAD~9”"),
        (("geen-tak",), "There is no revision “geen-tak”"),
        (("--since", "2024-01-01"), "There is no commit up to 2024-01-01"),
        (("--since", "ooit"), "--since: “ooit” is not a date that elzctl can read"),
        (("--since", "2025-01-20", "main"), "--since names the older version already"),
        (("v1..main", "main"), "“v1..main” names two versions already"),
        (("--format", "docx"), "“docx” is not a value for --format"),
        (("--out", "x.txt"), "--out is for a file that is read elsewhere"),
        (("--format", "html", "--out", "plan/x.html"), "plan lies among the files that the plan is made of"),
        (("--", "--output=x"), "“--output=x” is not a revision"),
        (("--", "-O"), "“-O” is not a revision"),
        (("HEAD", "a\nb"), "“a\\nb” is not a revision"),
    ],
)
def test_what_cannot_be_compared_is_one_clear_line(arguments: tuple[str, ...], expected: str, zone: Path) -> None:
    before = sorted(zone.rglob("*"))
    run = Run(zone, "diff", *arguments)
    assert (run.code, run.out) == (2, "")
    assert run.err.startswith(f"error: {expected}")
    assert len(run.err.splitlines()) <= 2
    assert sorted(zone.rglob("*")) == before


def empty(root: Path) -> None:
    begin(root)


def bare(root: Path) -> None:
    git(root, "init", "--quiet", "--bare")


def shallow(root: Path) -> None:
    begin(root)
    commit(root)
    commit(root)
    git(root, "clone", "--quiet", "--depth=1", f"file://{root}", f"{root}/kloon")
    (root / "kloon/.git").rename(root / "ondiep")
    subprocess.run(["rm", "-rf", str(root / ".git"), str(root / "kloon")], check=True)
    (root / "ondiep").rename(root / ".git")


def damaged(root: Path) -> None:
    begin(root)
    full = commit(root)
    (root / ".git/objects" / full[:2] / full[2:]).chmod(0o644)
    (root / ".git/objects" / full[:2] / full[2:]).write_bytes(b"x")


@pytest.mark.parametrize(
    ("make", "expected"),
    [
        (lambda _: None, "This folder is in no Git repository, so there is no history"),
        (empty, "There is no commit yet"),
        (bare, "This is a bare repository: it has no files to look at"),
        (shallow, "“HEAD~1” is not in this copy: its history was cut off"),
        (damaged, "This Git repository cannot be read: "),
    ],
)
def test_a_repository_without_history_is_one_clear_line(
    make: Callable[[Path], None], expected: str, tmp_path: Path
) -> None:
    make(write(tmp_path, koffie=KOFFIE))
    run = Run(tmp_path, "diff", "HEAD~1")
    assert (run.code, run.out) == (2, "")
    assert run.err.startswith(f"error: {expected}")
    assert Run(tmp_path, "status").code == 0


def test_without_a_plan_there_is_nothing_to_compare(tmp_path: Path) -> None:
    run = Run(begin(tmp_path), "diff")
    assert (run.code, run.err.splitlines()[0][:18]) == (2, "error: No plan her")


def test_an_unfinished_merge_is_told_after_the_rest(zone: Path) -> None:
    commit(zone)
    git(zone, "checkout", "--quiet", "-b", "tak", "v1")
    write(zone, koffie=fiche("1.1.1", title="Soep"))
    commit(zone)
    with pytest.raises(subprocess.CalledProcessError):
        git(zone, "merge", "main")
    run = Run(zone, "diff", "main")
    assert (run.code, "merge conflict: two versions stand in it side by side" in run.out) == (0, True)
    assert run.err == "Git is in the middle of a merge here: HEAD and the files may be half of it.\n"


def test_nothing_of_the_repository_is_written_or_run(zone: Path, tmp_path: Path) -> None:
    trace, evil = tmp_path / "gelopen", tmp_path / "evil"
    evil.write_text(f"#!/bin/sh\ntouch '{trace}'\n", "utf-8")
    evil.chmod(0o755)
    for key in (
        "core.fsmonitor",
        "core.sshCommand",
        "diff.external",
        "diff.x.textconv",
        "filter.x.clean",
        "core.pager",
    ):
        git(zone, "config", key, str(evil))
    hook = zone / ".git/hooks/post-index-change"
    hook.write_bytes(evil.read_bytes())
    hook.chmod(0o755)
    (zone / ".gitattributes").write_text("* diff=x filter=x\n", "utf-8")
    before = {path: path.read_bytes() for path in zone.rglob("*") if path.is_file()}
    for arguments in (("v1",), ("v1", "HEAD"), ("--since", "2025-02-01"), ("v1...",), ("HEAD~9",)):
        Run(zone, "diff", *arguments)
    assert not trace.exists()
    assert {path: path.read_bytes() for path in zone.rglob("*") if path.is_file()} == before


def test_odd_file_names_are_told_on_one_line(zone: Path) -> None:
    commit(zone)
    folder = os.fsencode(zone / "plan/actions")
    for name in (
        b"a\nb.md",
        b"met spatie.md",
        "café.md".encode(),
        "cafe\u0301.md".encode(),
        b"ruw\xff.md",
        b"\x1b[31m.md",
    ):
        Path(os.fsdecode(folder + b"/" + name)).write_text(fiche("1.1.9"), "utf-8")
    run = Run(zone, "diff", "--findings")
    assert (run.code, run.err) == (0, "")
    assert "\x1b" not in run.out
    assert "bad-file-name" in run.out
    commit(zone)
    assert ids(zone) == []


def test_the_command_runs_in_this_process_too(zone: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["-C", str(zone), "--lang", "en", "diff", "v1", "HEAD", "--exit-code"]) == 1
    assert capsys.readouterr().out.startswith("# Actions\n")


@pytest.mark.parametrize("format_", ["text", "markdown", "html", "json"])
def test_what_was_meant_to_be_internal_is_told_to_nobody(format_: str, zone: Path) -> None:
    slip = "\n\nVoor iedereen.\n\n:: intern\n\nHet budget is geheim.\n"
    for path in (zone / "plan" / "actions" / "wandelen.md", zone / "plan" / "actions" / "koffie.md"):
        path.write_text(path.read_text("utf-8") + slip, "utf-8")
    commit(zone, "2025-04-01")
    (zone / "plan" / "actions" / "koffie.md").write_text(THEE, "utf-8")
    for versions in (("v1", "HEAD"), ("HEAD",)):
        run = Run(zone, "diff", *versions, "--format", format_)
        assert run.code == 0
        assert "Voor iedereen" in run.out
        assert "geheim" not in run.out + run.err
