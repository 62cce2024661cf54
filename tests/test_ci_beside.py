"""What the checks say beside the words of ``elzctl diff``: other files, whose they are, and only what is new."""

from __future__ import annotations

import re
import runpy
import shutil
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest
from histories import begin, commit, git
from in_process import runner
from small_forge import TOKEN, forge
from small_plans import ROOT, fiche, write
from test_ci import comment_of, gitlab_script, proposal
from zone_repositories import Job, bare, run_job, run_script, zone

from elzctl.cli.main import main
from elzctl.rights import ADMIN_FILES, is_admin_file

CI = ROOT / "templates" / "init" / "ci"
BESIDE = runpy.run_path(str(CI / "beside.py"))
NOTHING = "Er is niets gewijzigd."
TEAMS = "anders: bestuur\nvrijwilliger: welzijn\nlid: welzijn, team"


@pytest.fixture(scope="module")
def github(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A zone on GitHub with a finding in it already, and its bare repository beside it."""
    root = zone(tmp_path_factory.mktemp("github") / "zone")
    for number in range(12):
        write_more = fiche("4.1.9", title=f"Oud {number}")
        (root / "plan" / "actions" / f"oud-{number}.md").write_text(write_more, "utf-8")
    commit(root, message="oud")
    bare(root)
    return root


def check(root: Path, head: str, work: Path, known: Mapping[str, str] | None = None, kind: str = "github") -> Job:
    usual = {"github.event.pull_request.base.ref": "main", "github.event.pull_request.head.sha": head}
    file = root / f".{kind}" / "workflows" / "proposal.yml"
    return run_job(file, "check", work, root.with_name("zone.git"), {**usual, **(known or {})})


def as_author(name: str, teams: str = TEAMS) -> dict[str, str]:
    return {"github.event.pull_request.user.login": name, "vars.ELZCTL_TEAMS": teams}


# Which files


def test_the_checks_and_elzctl_know_the_same_files_of_the_admins() -> None:
    assert BESIDE["ADMIN_FILES"] == ADMIN_FILES
    assert set(BESIDE["WATCHED"]) == {*ADMIN_FILES, "templates/"}


@pytest.mark.parametrize(
    "path",
    [
        *("admin/forms.js", ".gitattributes", "plan/.gitattributes", ".gitmodules", ".pre-commit-config.yaml"),
        *(".ci", ".ci/check.py", ".CI/check.py", ".github/workflows/x.yml", ".vscode/tasks.json", "plan/rights.yaml"),
    ],
)
def test_what_is_run_or_published_is_the_admins(path: str) -> None:
    assert is_admin_file(path)
    assert any(BESIDE["matches"](path, one) for one in BESIDE["WATCHED"])


@pytest.mark.parametrize("path", ["README.md", "plan/plan.yaml", "plan/admin/x", "x.gitattributes", "administratie.md"])
def test_the_rest_is_not(path: str) -> None:
    assert not is_admin_file(path)
    assert not any(BESIDE["matches"](path, one) for one in BESIDE["WATCHED"])


@pytest.mark.parametrize(
    "name", ["admin/forms.js", ".gitattributes", ".gitmodules", ".pre-commit-config.yaml", "plan/.gitattributes"]
)
def test_what_runs_or_decides_is_told_as_such(name: str, github: Path, tmp_path: Path) -> None:
    head = proposal(github, f"stil-{re.sub('[^a-z]', '', name)}", {name: "*.md merge=union\n"})
    job = check(github, head, tmp_path / "work")
    text = comment_of(job)
    assert NOTHING not in text
    assert f"- `{name}`\n" in text.partition("gecontroleerd, getekend of verspreid wordt:**")[2]
    assert f"::warning title=elzctl::Bekijk dit als programmacode: {name}" in job.steps["Nakijken"].output


def test_each_other_file_is_named_and_no_more_than_twenty(github: Path, tmp_path: Path) -> None:
    files = {"README.md": "x", ".npmrc": "x", "nota's @iedereen.txt": "x"}
    many = {f"stukken/{number:02}.txt": "x" for number in range(25)}
    job = check(github, proposal(github, "veel", {**files, **many}), tmp_path / "work")
    text = comment_of(job)
    assert "**In het plan en de verslagen is niets gewijzigd.**" in text
    listed = text.partition("**Ook gewijzigd:**\n\n")[2].split("\n\n")[0].splitlines()
    assert listed[:3] == ["- `.npmrc`", "- `README.md`", "- `nota?s ?iedereen.txt`"]
    assert listed[20:] == ["- en nog 8"]


@pytest.mark.parametrize("name", ["meetings/attachments/bijlage.pdf", "plan/logo.png"])
def test_files_of_the_plan_are_told_by_elzctl_itself(name: str, github: Path, tmp_path: Path) -> None:
    job = check(github, proposal(github, f"bestand-{name[:4]}", {name: "x"}), tmp_path / "work")
    text = comment_of(job)
    assert NOTHING not in text
    assert Path(name).stem in text


def test_a_plan_that_is_gone_is_not_called_unchanged(tmp_path: Path) -> None:
    root = zone(tmp_path / "zone")
    bare(root)
    git(root, "switch", "--quiet", "--create", "weg")
    shutil.rmtree(root / "plan")
    head = commit(root, message="weg")
    git(root, "push", "--quiet", "origin", "weg")
    git(root, "switch", "--quiet", "main")
    job = check(root, head, tmp_path / "work")
    assert job.code != 0
    assert "elzctl kon niet zeggen wat er verandert" in comment_of(job)
    assert "niets gewijzigd" not in comment_of(job)
    assert "- `plan/rights.yaml`" in comment_of(job)


# Only what is new


def test_only_new_findings_are_shown_and_those_on_changed_lines_first(github: Path, tmp_path: Path) -> None:
    head = proposal(github, "nieuw", {"plan/actions/zelf.md": fiche("1.1.1", "lead: [niemand-hier]")})
    job = check(github, head, tmp_path / "work")
    shown = [line for line in job.steps["Nakijken"].output.splitlines() if line.startswith(("::error ", "::warning "))]
    files = {found[1] for line in shown if (found := re.search(r"file=([^,]+)", line))}
    assert files == {"plan/actions/zelf.md"}
    assert job.code == 1
    job = check(github, proposal(github, "tekst", {"README.md": "anders\n"}), tmp_path / "twee")
    assert not re.search(r"^::(error|warning|notice) file=", job.steps["Nakijken"].output, re.MULTILINE)
    assert job.code == 1  # what was wrong stays wrong


def test_validate_tells_only_what_is_new_since_a_commit(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    root = begin(write(tmp_path / "plan", koffie=fiche("1.1.1", "lead: [weg]")))
    commit(root)
    write(root, koffie=fiche("1.1.1", "lead: [weg]", "status: nep"))
    validate = runner(root, capsys, "validate")
    code, out, _ = validate("--new-since", "HEAD")
    assert code == 1
    assert "nep" in out
    assert "weg" not in out.replace("nep", "")
    write(root, koffie=fiche("1.1.1", "lead: [weg]"))
    commit(root)
    assert validate("--new-since", "HEAD")[:2] == (0, "4 files · Nothing new since HEAD.\n")
    assert validate("--new-since", "nergens")[0] == 2


# Whose it is


def test_without_teams_the_comment_says_what_guards_the_rights(github: Path, tmp_path: Path) -> None:
    job = check(github, proposal(github, "rechten", {"README.md": "nieuw\n"}), tmp_path / "work")
    assert "de Git-dienst vraagt de eigenaars om na te" in comment_of(job)


@pytest.mark.parametrize(
    ("author", "denied"), [("vrijwilliger", True), ("Lid", False), ("vreemde", True)], ids=["other", "own", "unknown"]
)
def test_what_is_surely_somebody_elses_fails(author: str, denied: bool, github: Path, tmp_path: Path) -> None:
    root = tmp_path / "zone"
    shutil.copytree(github, root)
    git(root, "remote", "remove", "origin")
    for path in root.glob("plan/actions/oud-*.md"):
        path.unlink()
    commit(root, message="zonder fouten")
    bare(root)
    work = root / "plan" / "plan.yaml"
    head = proposal(root, "titel", {"plan/plan.yaml": work.read_text("utf-8").replace("Actieplan", "Plan")})
    job = check(root, head, tmp_path / "work", as_author(author))
    assert job.code == int(denied), job.steps
    told = "Niet van een team van wie dit voorstelt"
    assert (told in comment_of(job)) is denied
    assert ("- `plan/plan.yaml` (van: team)" in comment_of(job)) is denied
    assert "CODEOWNERS" not in comment_of(job)
    assert author not in comment_of(job)


def test_codeowners_that_are_out_of_date_warn_and_fail_only_when_they_are_touched(tmp_path: Path) -> None:
    root = zone(tmp_path / "zone")
    bare(root)
    action = {"plan/actions/koffie.md": fiche("5.1.1", "lead: [elz-polder]", title="Koffie samen")}
    job = check(root, proposal(root, "koffie", action), tmp_path / "een")
    assert job.code == 0, job.steps
    assert (
        "::warning title=elzctl::.github/CODEOWNERS is niet zoals plan/rights.yaml zegt" in job.steps["Nakijken"].output
    )
    assert "maak het opnieuw" in comment_of(job)
    job = check(root, proposal(root, "eigen", {".github/CODEOWNERS": "* @iemand/anders\n"}), tmp_path / "twee")
    assert job.code == 1
    assert "::error title=elzctl::.github/CODEOWNERS is niet" in job.steps["Nakijken"].output


def test_forms_that_are_out_of_date_are_told(tmp_path: Path) -> None:
    root = zone(tmp_path / "zone")
    assert main(["-C", str(root), "forms", "--repo", "https://github.com/elz-polder/plan"]) == 0
    commit(root, message="formulieren")
    bare(root)
    job = check(root, proposal(root, "tekst", {"README.md": "anders\n"}), tmp_path / "een")
    assert "formulieren in admin/ lopen achter" in comment_of(job)
    assert job.code == 0, job.steps
    config = (root / "admin" / "config.yml").read_text("utf-8")
    job = check(root, proposal(root, "admin", {"admin/config.yml": f"{config}# anders\n"}), tmp_path / "twee")
    assert job.code == 1


# GitLab and Forgejo


def test_the_log_of_gitlab_holds_no_commands_of_github(tmp_path: Path) -> None:
    root = zone(tmp_path / "zone", "gitlab")
    there = bare(root)
    head = proposal(root, "fout", {"plan/actions/fout.md": fiche("1.1.1", "lead: [niemand-hier]")})
    work = tmp_path / "work"
    git(tmp_path, "clone", "--quiet", str(there), str(work))
    git(work, "checkout", "--quiet", "--detach", head)
    own = {"CI_MERGE_REQUEST_PROJECT_ID": "1", "CI_PROJECT_ID": "1", "CI_MERGE_REQUEST_TARGET_BRANCH_NAME": "main"}
    done = gitlab_script(root, "nakijken", work, **own)
    assert done.code == 1
    assert not [line for line in done.output.splitlines() if line.startswith("::")]


@pytest.mark.parametrize("kind", ["gitlab", "forgejo"])
def test_the_comments_of_a_schedule_say_the_same(kind: str, tmp_path: Path) -> None:
    root = zone(tmp_path / "zone", kind)
    there = bare(root)
    head = proposal(root, "stil", {"admin/forms.js": "x", "README.md": "anders\n"})
    ref = "refs/merge-requests/{}/head" if kind == "gitlab" else "refs/pull/{}/head"
    clone = tmp_path / "clone"
    git(root, "push", "--quiet", "origin", f"{head}:{ref.format(3)}", f"{head}:{ref.format(4)}")
    git(tmp_path, "clone", "--quiet", str(there), str(clone))
    with forge("elzctl-bot") as server:
        for number in (3, 4):
            server.add_pull(number, head, author="vrijwilliger")
        server.locked = {3}
        settings = {"API": server.address, "REPOSITORY": "5", "TOKEN": TOKEN, "ROBOT": "elzctl-bot", "TEAMS": TEAMS}
        known = {f"ELZCTL_{name}": value for name, value in settings.items()}
        known["PATH"] = f"{Path(sys.executable).parent}:/usr/bin:/bin"
        done = run_script(f"python .ci/comment.py --forge {kind}", clone, known)
        # One that takes no comment does not keep the others from theirs.
        assert done.code == 1
        first, second = done.output.splitlines()
        assert re.fullmatch(r"3: niet gelukt, POST /\S+: antwoord 403", first)
        assert second == "4: geschreven"
        (body,) = (one["body"] for one in server.comments[4])
    assert "In het plan en de verslagen is niets gewijzigd." in body
    assert "- `admin/forms.js`\n" in body
    assert "- `README.md`\n" in body
    assert "- `admin/forms.js` (van: team)" in body


# What is published


def test_forms_are_published_and_nothing_else_of_their_folder(tmp_path: Path) -> None:
    root = zone(tmp_path / "zone")
    forms = root / "admin"
    forms.mkdir()
    ours = ("index.html", "config.yml", "forms.js", "sveltia-cms.js", "nl.json", "x.woff2", "sveltia-cms.LICENSE.txt")
    for name in (*ours, "geheim.txt", "x.html"):
        (forms / name).write_text("x", "utf-8")
    (forms / "y.woff2").symlink_to("/etc/passwd")
    commit(root, message="formulieren")
    there = bare(root)
    job = run_job(root / ".github" / "workflows" / "publish.yml", "build", tmp_path / "work", there, {})
    assert job.code == 0, job.steps
    site = job.artifacts["pages"]
    assert {path.name for path in (site / "admin").iterdir()} == set(ours)
    assert (site / "index.html").is_file()
