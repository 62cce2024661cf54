"""The comment under a proposal: one, brought up to date, with nothing in it that does anything."""

from __future__ import annotations

import runpy
import shlex
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml
from histories import begin, commit, git
from small_forge import TOKEN, Forge, archive, forge
from small_plans import ROOT, fiche, write
from zone_repositories import Done, run_script

MARKER = "<!-- elzctl diff -->"
SCRIPT = ROOT / "templates" / "init" / "ci" / "comment.py"
WORKFLOWS = ROOT / "templates" / "init"
HEAD = "a" * 40
ROBOT = "github-actions[bot]"
TEXT = f"{MARKER}\n\n**Gewijzigd: 1 actie.**\n\n### Acties\n\n**5\\.1.1 Koffie** (nieuw)\n\n- status: ~~gepland~~ **lopend**\n"


@pytest.fixture
def github() -> Iterator[Forge]:
    with forge(ROBOT) as server:
        server.add_pull(12, HEAD, "vreemde", "tak-1")
        yield server


def step(server: Forge, tmp_path: Path, **settings: str) -> Done:
    """The step of comment.yml, with what the event says, in a folder that holds nothing but the script."""
    (tmp_path / ".ci").mkdir(exist_ok=True)
    shutil.copy(SCRIPT, tmp_path / ".ci")
    last = yaml.safe_load((WORKFLOWS / "github" / "comment.yml").read_text("utf-8"))["jobs"]["comment"]["steps"][-1]
    event = {
        "ELZCTL_API": server.address,
        "ELZCTL_REPOSITORY": "elz/plan",
        "ELZCTL_TOKEN": TOKEN,
        "ELZCTL_RUN": "99",
        "ELZCTL_HEAD": HEAD,
        "ELZCTL_OWNER": "vreemde",
        "ELZCTL_BRANCH": "tak-1",
        "ELZCTL_PREVIEW": "https://github.example/elz/plan/actions/runs/99#artifacts",
    }
    assert event.keys() == last["env"].keys()
    return run_script(last["run"], tmp_path, {**event, **settings})


def bodies(server: Forge, number: int = 12) -> list[str]:
    return [one["body"] for one in server.comments.get(number, [])]


# GitHub: the text comes as an artifact


def test_one_comment_is_written_and_then_brought_up_to_date(github: Forge, tmp_path: Path) -> None:
    github.artifact = archive(comment_md=TEXT)
    assert step(github, tmp_path) == Done(0, "12: geschreven\n")
    (first,) = bodies(github)
    assert first.startswith(f"{MARKER}\n\n[Het document met deze wijziging](https://github.example/")
    assert first.endswith("- status: ~~gepland~~ **lopend**\n")
    assert step(github, tmp_path) == Done(0, "12: onveranderd\n")
    github.artifact = archive(comment_md=TEXT.replace("Koffie", "Thee"))
    assert step(github, tmp_path) == Done(0, "12: bijgewerkt\n")
    (second,) = bodies(github)
    assert "Thee" in second
    assert {token for _, _, token in github.asked} == {f"Bearer {TOKEN}"}


def test_what_elzctl_writes_stays_as_it_is(github: Forge, tmp_path: Path) -> None:
    root = begin(write(tmp_path / "plan", koffie=fiche("1.1.1", title="Koffie")))
    commit(root)
    hostile = (
        "@iedereen #12 !3 ~label %9 www.voorbeeld.be https://x.be a & b <b> `code` *x* [y](z) ![p](q) GH-12 a_b $1"
    )
    write(
        root, koffie=fiche("1.1.1", title="Thee"), water=fiche("1.1.2", title=hostile, text=f"## Wat?\n\n{hostile}\n")
    )
    command = [sys.executable, "-m", "elzctl", "-C", str(root), "diff", "--format", "markdown"]
    made = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    github.artifact = archive(comment_md=made)
    assert step(github, tmp_path, ELZCTL_PREVIEW="").code == 0
    (body,) = bodies(github)
    assert body.strip() == made.strip()


def test_a_text_of_a_stranger_does_nothing(github: Forge, tmp_path: Path) -> None:
    hostile = (
        f"{MARKER}\n@iedereen\n#1 en a#2\n<img src=x onerror=alert(1)>\n![p](https://kwaad.example/p.png)\n"
        "[klik](javascript:alert)\n[verwijs][r]\n[r]: https://kwaad.example\nwww.kwaad.example\nGH-3\n&#64;iedereen\n"
        f"{MARKER}\n<details>\n<details><img src=x>\n<summary>\n\u202ejpg.exe\n<https://kwaad.example>\n@-@iedereen\n"
    )
    github.artifact = archive(comment_md=hostile)
    assert step(github, tmp_path, ELZCTL_PREVIEW="").code == 0
    (body,) = bodies(github)
    assert body.count("<") == 1  # the marker
    for active in ("@i", "#1", "#2", "](", "][", "]:", "://", "www.", "GH-3", "&#64;", "\u202e"):
        assert active not in body, active


def test_the_comment_of_somebody_else_is_left_alone(github: Forge, tmp_path: Path) -> None:
    github.artifact = archive(comment_md=TEXT)
    github.add_comment(12, "plaaggeest", f"{MARKER}\n\nnep")
    github.add_comment(12, ROBOT, "Iets anders van dezelfde robot")
    assert step(github, tmp_path).output == "12: geschreven\n"
    assert bodies(github)[:2] == [f"{MARKER}\n\nnep", "Iets anders van dezelfde robot"]
    assert step(github, tmp_path).output == "12: onveranderd\n"


def test_its_comment_is_found_among_many(github: Forge, tmp_path: Path) -> None:
    github.artifact = archive(comment_md=TEXT)
    for _ in range(120):
        github.add_comment(12, "lezer", "Goed plan")
    assert step(github, tmp_path).output == "12: geschreven\n"
    assert step(github, tmp_path).output == "12: onveranderd\n"
    assert len(bodies(github)) == 121


@pytest.mark.parametrize(("head", "branch"), [("b" * 40, "tak-1"), (HEAD, "een-andere")])
def test_a_proposal_that_went_on_or_is_another_gets_nothing(
    head: str, branch: str, github: Forge, tmp_path: Path
) -> None:
    github.artifact = archive(comment_md=TEXT)
    done = step(github, tmp_path, ELZCTL_HEAD=head, ELZCTL_BRANCH=branch)
    assert done == Done(0, "Geen open voorstel meer met deze wijzigingen.\n")
    assert not github.comments


@pytest.mark.parametrize(
    ("packed", "size", "why"),
    [
        (b"", None, "de controle liet geen tekst na, of een te grote"),
        (archive(comment_md=TEXT), 10**9, "de controle liet geen tekst na, of een te grote"),
        (archive(comment_md="a" * 5_000_000), None, "de tekst van de controle is te groot"),
        (b"x" * 300_000, 1000, "het antwoord is te groot"),
        (archive(anders_md=TEXT), None, "de tekst van de controle is onleesbaar (KeyError)"),
        (b"geen zip", None, "de tekst van de controle is onleesbaar (BadZipFile)"),
    ],
    ids=["none", "told-large", "bomb", "lies", "other-name", "no-zip"],
)
def test_a_strange_artifact_writes_nothing(
    packed: bytes, size: int | None, why: str, github: Forge, tmp_path: Path
) -> None:
    github.artifact, github.told_size = packed, size
    assert step(github, tmp_path) == Done(1, f"comment.py: {why}\n")
    assert not github.comments


def test_a_long_text_is_cut_under_the_limit(github: Forge, tmp_path: Path) -> None:
    github.artifact = archive(comment_md=f"{MARKER}\n\n" + "- é <b> & @x\n" * 10_000)
    assert step(github, tmp_path).code == 0
    (body,) = bodies(github)
    assert 55_000 < len(body.encode()) < 65_536
    assert body.endswith("\n\n…\n")


def test_what_elzctl_cuts_itself_keeps_its_last_line(github: Forge, tmp_path: Path) -> None:
    root = begin(write(tmp_path / "plan"))
    for words in ("Een lange reden. ", "Waarom niet nog eens? "):
        text = "## Waarom?\n\n" + words * 60
        write(root, **{f"nieuw{number}": fiche("1.1.2", title=f"Nieuw {number}", text=text) for number in range(40)})
        if not (root / "plan" / "actions" / "klaar.md").exists():
            commit(root)
            write(root, klaar=fiche("1.1.1", title="Klaar"), **{f"dubbel{one}": fiche("1.1.3") for one in range(9)})
    command = [sys.executable, "-m", "elzctl", "--lang", "nl", "-C", str(root), "diff", "--format", "markdown"]
    made = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    (last,) = (line for line in made.splitlines() if "elzctl diff" in line and not line.startswith("<!--"))
    assert made.endswith("</details>\n")
    # The most that the check adds: forty files with the longest names, and whose they are.
    beside = runpy.run_path(str(SCRIPT.with_name("beside.py")))
    names = beside["shown"](["n" * 200] * 30)
    found = beside["Beside"](names, names, names, has_rights=True)
    whole = beside["told"](made, found)
    github.artifact = archive(comment_md=whole)
    assert step(github, tmp_path).code == 0
    (body,) = bodies(github)
    assert last in body
    assert body.strip().endswith(whole.strip().splitlines()[-1])
    assert body.count("<details><summary>") == body.count("</details>") == 1
    assert 50_000 < len(body.encode()) < 65_536


def test_the_token_does_not_follow_to_another_host(github: Forge, tmp_path: Path) -> None:
    with forge("niemand") as store:
        github.artifact = store.artifact = archive(comment_md=TEXT)
        github.elsewhere = store.address
        assert step(github, tmp_path).output == "12: geschreven\n"
        assert store.asked == [("GET", "/stored.zip", "")]


def test_a_forge_that_refuses_or_is_away_is_told_in_a_line(github: Forge, tmp_path: Path) -> None:
    github.artifact = archive(comment_md=TEXT)
    assert step(github, tmp_path, ELZCTL_API=f"{github.address}/weg", ELZCTL_REPOSITORY="").output == (
        "comment.py: ELZCTL_REPOSITORY is niet ingesteld\n"
    )
    away = step(github, tmp_path, ELZCTL_API="http://127.0.0.1:9")
    assert away == Done(1, "comment.py: 127.0.0.1 is niet te bereiken (URLError)\n")
    unknown = run_script("python3 .ci/comment.py --forge gitlab", tmp_path, {})
    assert unknown == Done(1, "comment.py: ELZCTL_API is niet ingesteld\n")


# GitLab and Forgejo: the text is made of what Git holds


def proposals(tmp_path: Path, ref: str) -> tuple[Path, str]:
    """A clone of a forge's repository with one proposal, under the name that the forge gives it; its commit."""
    root = begin(write(tmp_path / "zone", koffie=fiche("1.1.1", title="Koffie")))
    (root / ".ci").mkdir()
    for script in (SCRIPT, SCRIPT.with_name("beside.py")):
        shutil.copy(script, root / ".ci")
    commit(root)
    git(tmp_path, "clone", "--quiet", "--bare", str(root), str(tmp_path / "forge.git"))
    write(root, koffie=fiche("1.1.1", title="Thee voor @iedereen"))
    (root / "sitecustomize.py").write_text(f"open({str(tmp_path / 'canary')!r}, 'w').close()\n", "utf-8")
    head = commit(root, message="voorstel")
    git(root, "push", "--quiet", str(tmp_path / "forge.git"), f"HEAD:{ref}")
    git(tmp_path, "clone", "--quiet", str(tmp_path / "forge.git"), str(tmp_path / "clone"))
    return tmp_path / "clone", head


def watching_git(tmp_path: Path) -> Path:
    """A folder with a git that first notes what it is told, and then is Git."""
    folder = tmp_path / "programs"
    folder.mkdir()
    real, note = shutil.which("git"), shlex.quote(str(tmp_path / "noted"))
    (folder / "git").write_text(f'#!/bin/sh\nenv >> {note}\nexec {real} "$@"\n', "utf-8")
    (folder / "git").chmod(0o755)
    return folder


@pytest.mark.parametrize(
    ("kind", "ref", "robot", "repository"),
    [
        ("gitlab", "refs/merge-requests/3/head", "project_5_bot", "5"),
        ("forgejo", "refs/pull/3/head", "forgejo-actions", "elz/plan"),
    ],
)
def test_each_open_proposal_gets_its_comment(kind: str, ref: str, robot: str, repository: str, tmp_path: Path) -> None:
    clone, head = proposals(tmp_path, ref)
    programs = watching_git(tmp_path)
    with forge(robot) as server:
        server.add_pull(3, head)
        server.add_pull(4, "c" * 40)  # Git does not know it
        settings = {
            "ELZCTL_API": server.address,
            "ELZCTL_REPOSITORY": repository,
            "ELZCTL_TOKEN": TOKEN,
            "ELZCTL_PREVIEW": "https://forge.example/-/{number}",
            "PATH": f"{programs}:{Path(sys.executable).parent}:/usr/bin:/bin",
        }
        script = f"python .ci/comment.py --forge {kind}"
        done = run_script(script, clone, settings)
        assert done == Done(0, "3: geschreven\n4: niet te lezen, overgeslagen\n")
        (body,) = bodies(server, 3)
        assert body.startswith(f"{MARKER}\n\n[Het document met deze wijziging](https://forge.example/-/3)\n\n")
        assert "Thee" in body
        assert "@iedereen" not in body
        assert run_script(script, clone, settings).output.startswith("3: onveranderd\n")
        assert all(TOKEN in token for _, _, token in server.asked)
    noted = (tmp_path / "noted").read_text("utf-8")
    assert "GIT_CONFIG_GLOBAL" in noted
    assert TOKEN not in noted
    assert not (tmp_path / "canary").exists()
    assert git(clone, "status", "--porcelain") == ""
