"""A year in the life of a zone's repository: begun, changed by two people at once, told, merged, mended and published."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from histories import commit, git
from small_forge import TOKEN, archive, forge
from zone_repositories import Done, Job, bare, run_job, run_script, zone

from elzctl.load import load
from elzctl.tree import WorkTree

ROBOT = "github-actions[bot]"


def elzctl(root: Path, *words: str) -> Done:
    """The program, as somebody types it in the folder of the plan."""
    command = [sys.executable, "-m", "elzctl", "--lang", "nl", *words]
    done = subprocess.run(command, cwd=root, capture_output=True, text=True, check=False)
    return Done(done.returncode, done.stdout + done.stderr)


def written(root: Path, branch: str, title: str, lead: str) -> str:
    """Somebody's branch with a new action in it, from the main branch as it is known there; the commit."""
    git(root, "switch", "--quiet", "--create", branch, "origin/main")
    new = elzctl(root, "new-action", "--goal", "5.1", "--title", title, "--lead", lead, "--due", "eind 2026")
    assert new.code == 0, new.output
    assert "Dit is actie 5.1.1." in new.output
    made = commit(root, "2026-03-01", title)
    git(root, "push", "--quiet", "origin", branch)
    return made


def checked(root: Path, head: str, work: Path) -> Job:
    known = {"github.event.pull_request.base.ref": "main", "github.event.pull_request.head.sha": head}
    return run_job(root / ".github/workflows/proposal.yml", "check", work, root.with_name("zone.git"), known)


def test_from_an_empty_folder_to_a_published_plan(tmp_path: Path) -> None:
    root = zone(tmp_path / "zone")
    there = bare(root)
    git(root, "fetch", "--quiet", "origin")

    first = written(root, "praatcafe", "Praatcafé voor mantelzorgers", "cluster-welzijn")
    second = written(root, "dorpsrestaurant", "Dorpsrestaurant: samen eten", "cluster-lokale-besturen")

    # Each proposal is fine by itself, and its comment says what it changes.
    diff = elzctl(root, "diff", "main...", "--format", "markdown")
    job = checked(root, first, tmp_path / "een")
    assert job.code == 0, job.steps
    text = (job.work / "out" / "comment.md").read_text("utf-8")
    assert "Praatcafé voor mantelzorgers" in text
    assert "Dorpsrestaurant: samen eten" in diff.output
    with forge(ROBOT) as server:
        server.add_pull(1, first, "elz", "praatcafe")
        server.artifact = archive(comment_md=text)
        event = {"RUN": "7", "HEAD": first, "OWNER": "elz", "BRANCH": "praatcafe"}
        event |= {"API": server.address, "REPOSITORY": "elz/plan", "TOKEN": TOKEN}
        said = run_script(
            "python3 .ci/comment.py --forge github", root, {f"ELZCTL_{key}": value for key, value in event.items()}
        )
        assert said == Done(0, "1: geschreven\n")
        assert "- trekker: Cluster welzijn" in server.comments[1][0]["body"]

    # The first is merged; then the second takes a number that is taken, and its check says so.
    git(root, "switch", "--quiet", "main")
    git(root, "merge", "--quiet", "--no-ff", "--no-edit", "praatcafe")
    git(root, "push", "--quiet", "origin", "main")
    job = checked(root, second, tmp_path / "twee")
    assert job.steps["Nakijken"].code == 1
    assert "5.1.1" in job.steps["Nakijken"].output

    # Merged all the same, it is named in both places, and mended with a command.
    git(root, "merge", "--quiet", "--no-ff", "--no-edit", "dorpsrestaurant")
    found = elzctl(root, "validate")
    assert found.code == 1
    for name in ("praatcafe-mantelzorgers", "dorpsrestaurant-samen-eten"):
        assert f"plan/actions/{name}.md" in found.output
    assert elzctl(root, "doctor").code == 1
    mended = elzctl(root, "doctor", "--fix", "--yes")
    assert "5.1.2" in mended.output
    assert elzctl(root, "validate").code == 0
    numbers = {str(one.number): one.title for one in load(WorkTree(root)).plan.actions if one.number is not None}
    assert {"5.1.1", "5.1.2"} <= numbers.keys()
    commit(root, "2026-03-02", "nummer")
    git(root, "push", "--quiet", "origin", "main")

    # What is published is what stands there.
    job = run_job(root / ".github/workflows/publish.yml", "build", tmp_path / "drie", there, {})
    assert job.code == 0, job.steps
    page = (job.artifacts["pages"] / "plan.html").read_text("utf-8")
    assert "Praatcafé voor mantelzorgers" in page
    assert "Dorpsrestaurant: samen eten" in page
    told = (job.artifacts["pages"] / "stand-van-zaken.html").read_text("utf-8")
    assert "Geteld op 2 maart 2026" in told
    assert (job.artifacts["pages"] / "documenten" / "plan.pdf").read_bytes().startswith(b"%PDF")
