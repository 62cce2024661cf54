"""The files that a forge reads: valid, pinned, with no more rights than they need, and the same here as in a new zone."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).parent.parent
INIT = ROOT / "templates" / "init"
HERE = ROOT / ".github"
NAMES = ("proposal", "comment", "publish")
WORKFLOWS = [INIT / forge / f"{name}.yml" for forge in ("github", "forgejo") for name in NAMES] + [
    HERE / "workflows" / f"{name}.yml" for name in NAMES
]
IDS = [str(path.relative_to(ROOT)) for path in WORKFLOWS]
PROGRAMS = sorted((INIT / "ci").glob("*.py"))


def program(name: str) -> str:
    """A tool of this environment; it has to be there."""
    path = Path(sys.executable).parent / name
    assert path.exists(), f"{name} is not installed: make test installs it"
    return str(path)


def run(*command: str, folder: Path = ROOT) -> str:
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def read(path: Path) -> dict[Any, Any]:
    found: dict[Any, Any] = yaml.safe_load(path.read_text("utf-8"))
    return found


def steps(path: Path) -> Iterator[dict[str, Any]]:
    for job in read(path)["jobs"].values():
        yield from job["steps"]


# What others say of them


@pytest.mark.parametrize(
    ("schema", "paths"),
    [
        ("vendor.github-workflows", WORKFLOWS),
        ("vendor.gitlab-ci", [INIT / "gitlab" / "gitlab-ci.yml"]),
        ("vendor.dependabot", [INIT / "github" / "dependabot.yml", HERE / "dependabot.yml"]),
    ],
)
def test_they_follow_the_schema_of_their_forge(schema: str, paths: list[Path]) -> None:
    run(program("check-jsonschema"), "--builtin-schema", schema, *map(str, paths))


@pytest.mark.parametrize("forge", ["github", "forgejo", "here"])
def test_zizmor_finds_nothing(forge: str, tmp_path: Path) -> None:
    folder = tmp_path / ".github" / "workflows"
    folder.mkdir(parents=True)
    for name in NAMES:
        path = HERE / "workflows" / f"{name}.yml" if forge == "here" else INIT / forge / f"{name}.yml"
        # It knows actions by their short names.
        text = path.read_text("utf-8").replace("https://data.forgejo.org/", "")
        (folder / path.name).write_text(text, "utf-8")
    run(program("zizmor"), "--offline", "--no-progress", str(tmp_path))


def test_the_programs_of_a_zone_are_as_clean_as_the_rest() -> None:
    run(program("ruff"), "check", *map(str, PROGRAMS))
    run(program("ruff"), "format", "--check", *map(str, PROGRAMS))


@pytest.mark.parametrize("path", PROGRAMS, ids=lambda path: path.name)
def test_the_programs_need_nothing_but_python(path: Path) -> None:
    """The one that may write comments runs on what the machine of the forge has."""
    # As for any program, the folder that it stands in is where it finds the one beside it.
    begin = f"import runpy, sys; sys.argv = ['x', '--help']; sys.path.insert(0, {str(path.parent)!r})"
    code = f"{begin}; sys.dont_write_bytecode = True; runpy.run_path({str(path)!r})"
    run(sys.executable, "-I", "-S", "-W", "error", "-c", code)


# What they may do


@pytest.mark.parametrize("path", WORKFLOWS, ids=IDS)
def test_rights_are_given_job_by_job(path: Path) -> None:
    found = read(path)
    assert found["permissions"] == {}
    for job in found["jobs"].values():
        assert job["permissions"], "a job says what it may"
    triggers = found[True]  # the word “on”, as YAML reads it
    assert "pull_request_target" not in triggers
    if "pull_request" in triggers:
        assert all(job["permissions"] == {"contents": "read"} for job in found["jobs"].values())
        assert "secrets" not in path.read_text("utf-8")
        assert "token" not in path.read_text("utf-8").lower()


@pytest.mark.parametrize("path", WORKFLOWS, ids=IDS)
def test_what_writes_never_fetches_a_proposal(path: Path) -> None:
    for job in read(path)["jobs"].values():
        if "write" in job["permissions"].values():
            refs = [step.get("with", {}).get("ref") for step in job["steps"]]
            assert not any(refs)
            assert "pull_request.head" not in str(job)


@pytest.mark.parametrize("path", WORKFLOWS, ids=IDS)
def test_actions_are_pinned_and_keep_no_token_and_no_cache(path: Path) -> None:
    for step in steps(path):
        if "uses" in step:
            assert re.fullmatch(r"(https://data\.forgejo\.org/)?[a-z-]+/[a-z-]+@[0-9a-f]{40}", step["uses"])
            assert "cache" not in str(step.get("with", ""))
        if "/checkout@" in step.get("uses", ""):
            assert step["with"]["persist-credentials"] is False


def test_one_version_of_an_action_is_one_commit() -> None:
    uses = {
        match.groups()
        for path in WORKFLOWS
        for match in re.finditer(
            r"([a-z-]+/[a-z-]+)@([0-9a-f]{40}) # (v[0-9.]+)$", path.read_text("utf-8"), re.MULTILINE
        )
    }
    assert sum(path.read_text("utf-8").count("uses:") for path in WORKFLOWS) > 20
    assert len({name for name, _, _ in uses}) == len(uses) == 6


@pytest.mark.parametrize("path", WORKFLOWS, ids=IDS)
def test_no_script_holds_words_of_an_event(path: Path) -> None:
    assert not [step["run"] for step in steps(path) if "${{" in step.get("run", "")]


def test_gitlab_gives_the_token_to_the_schedule_alone() -> None:
    jobs = {name: job for name, job in read(INIT / "gitlab" / "gitlab-ci.yml").items() if "script" in job}
    assert set(jobs) == {"nakijken", "opmerkingen", "pages"}
    assert "schedule" in str(jobs["opmerkingen"]["rules"])
    assert {name for name, job in jobs.items() if "comment.py" in str(job["script"])} == {"opmerkingen"}


# One source


@pytest.mark.parametrize("name", ["workflows/proposal.yml", "workflows/comment.yml", "workflows/publish.yml"])
def test_this_repository_uses_the_same_steps(name: str) -> None:
    """ELZCTL_GOLDEN=1 writes the file anew."""
    text = (INIT / "github" / Path(name).name).read_text("utf-8")
    # The programs stand where they are made; a zone gets them in .ci.
    expected = re.sub(r"\.ci/([a-z]+\.py)", r"templates/init/ci/\1", text)
    if os.environ.get("ELZCTL_GOLDEN"):
        (HERE / name).write_text(expected, "utf-8")
    assert (HERE / name).read_text("utf-8") == expected


def test_a_wheel_holds_all_that_init_writes(tmp_path: Path) -> None:
    run(sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory", str(tmp_path))
    (made,) = tmp_path.glob("*.whl")
    place = tmp_path / "installed"
    with zipfile.ZipFile(made) as archive:
        archive.extractall(place)
    lock = (place / "elzctl" / "_templates" / "init" / "requirements.txt").read_bytes()
    assert lock == (ROOT / ".ci" / "requirements.lock").read_bytes()
    code = f"import sys; sys.path.insert(0, {str(place)!r}); from elzctl.cli.start import run; run()"
    zone = tmp_path / "zone"
    run(sys.executable, "-P", "-c", code, "init", str(zone), "--name", "ELZ Polder", folder=tmp_path)
    assert (zone / ".ci" / "requirements.txt").read_bytes() == lock
    assert (zone / "docs" / "handleiding.md").read_bytes() == (ROOT / "docs" / "handleiding.md").read_bytes()
    assert "0 fouten" in run(sys.executable, "-P", "-c", code, "-C", str(zone), "validate", folder=tmp_path)
