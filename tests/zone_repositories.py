"""A zone's repository as a forge has it: bare, with elzctl as a wheel in it, and the jobs of its checks run step by step."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import sysconfig
import zipfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple

import yaml
from histories import begin, commit, git

from elzctl.cli.main import main

ROOT = Path(__file__).parent.parent
DAY = ("--today", "2026-01-05")
_EXPRESSION = re.compile(r"\$\{\{ *(.+?) *\}\}")


def zone(folder: Path, forge: str = "github") -> Path:
    """A working folder with what ``elzctl init`` writes, committed."""
    root = begin(folder)
    assert (
        main(["--lang", "en", "init", str(root), "--name", "ELZ Polder", "--year", "2026", "--forge", forge, *DAY]) == 0
    )
    # The steps install for real, from the repository alone: no test needs the network.
    (root / ".ci" / "requirements.txt").write_text("# niets\n", "utf-8")
    wheel(root / ".ci" / "elzctl-0.0.0-py3-none-any.whl")
    commit(root, message="begin")
    return root


def wheel(path: Path) -> None:
    """A wheel that makes this very elzctl and its libraries known to whoever installs it."""
    info = "elzctl-0.0.0.dist-info"
    files = {
        "elzctl-here.pth": f"{ROOT}\n{sysconfig.get_path('purelib')}\n",
        f"{info}/METADATA": "Metadata-Version: 2.1\nName: elzctl\nVersion: 0.0.0\n",
        f"{info}/WHEEL": "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n",
    }
    record = "".join(f"{name},,\n" for name in (*files, f"{info}/RECORD"))
    with zipfile.ZipFile(path, "w") as archive:
        for name, text in {**files, f"{info}/RECORD": record}.items():
            archive.writestr(name, text)


def bare(root: Path) -> Path:
    """The forge's own copy of a repository, to which *root* pushes."""
    there = root.with_name(f"{root.name}.git")
    git(root.parent, "clone", "--quiet", "--bare", str(root), str(there))
    git(root, "remote", "add", "origin", str(there))
    return there


class Done(NamedTuple):
    """How a step ended: its exit code and all that it printed."""

    code: int
    output: str


class Job(NamedTuple):
    """What a job left behind."""

    steps: dict[str, Done]
    artifacts: dict[str, Path]
    work: Path

    @property
    def code(self) -> int:
        """That of the first step that failed."""
        return next((done.code for done in self.steps.values() if done.code), 0)


def run_job(workflow: Path, name: str, work: Path, remote: Path, known: Mapping[str, str], **environment: str) -> Job:
    """Runs a job of GitHub Actions or Forgejo Actions: its ``run`` steps in bash, its few ``uses`` by what they do.

    *known* are the values of expressions; one that is not among them fails.
    """
    job: dict[str, Any] = yaml.safe_load(workflow.read_text("utf-8"))["jobs"][name]
    work.mkdir(parents=True)
    temporary = work.parent / f"{work.name}-temp"
    temporary.mkdir()
    usual = {"github.event.pull_request.user.login": "iemand", "vars.ELZCTL_TEAMS": "", "vars.ELZCTL_WHEEL": ""}
    known = {"runner.temp": str(temporary), **usual, **known}
    settings = {"RUNNER_TEMP": str(temporary), "GITHUB_STEP_SUMMARY": str(temporary / "summary.md"), **environment}
    done: dict[str, Done] = {}
    artifacts: dict[str, Path] = {}
    failed = False
    for step in job["steps"]:
        if failed and "if" not in step:
            continue
        words = {key: _filled(str(value), known) for key, value in step.get("with", {}).items()}
        uses = re.sub(r"https://data\.forgejo\.org/|@.*", "", step.get("uses", ""))
        if uses == "actions/checkout":
            _check_out(remote, work / words.get("path", "."), words.get("ref", "main"))
        elif uses in ("actions/upload-artifact", "forgejo/upload-artifact", "actions/upload-pages-artifact"):
            artifacts[words.get("name", "pages")] = work / words["path"]
        elif "run" in step:
            own = {key: _filled(str(value), known) for key, value in step.get("env", {}).items()}
            ended = run_script(step["run"], work, {**settings, **own})
            done[step["name"]] = ended
            failed = failed or ended.code != 0
        else:
            assert uses == "actions/setup-python"
    return Job(done, artifacts, work)


def run_script(script: str, work: Path, settings: Mapping[str, str]) -> Done:
    """One script, as a forge starts it, on a machine that has nothing of elzctl."""
    folder = os.path.dirname(sys.executable)
    kept = {name: os.environ[name] for name in ("HOME", "LANG", "TMPDIR") if name in os.environ}
    path = os.pathsep.join((folder, os.environ["PATH"]))
    environment = {**kept, "PATH": path, "GIT_CONFIG_GLOBAL": os.devnull, "PIP_NO_INDEX": "1", **settings}
    command = ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", script]
    ended = subprocess.run(command, cwd=work, env=environment, capture_output=True, check=False)
    return Done(ended.returncode, (ended.stdout + ended.stderr).decode("utf-8", "replace"))


def _filled(text: str, known: Mapping[str, str]) -> str:
    return _EXPRESSION.sub(lambda match: known[match[1]], text)


def _check_out(remote: Path, place: Path, ref: str) -> None:
    """What ``actions/checkout`` leaves: all branches, and the commit that was asked for."""
    if place.exists() and any(place.iterdir()):
        shutil.rmtree(place)
    git(remote.parent, "clone", "--quiet", "--no-checkout", str(remote), str(place))
    git(place, "fetch", "--quiet", "origin", ref)
    git(place, "checkout", "--quiet", "--detach", "FETCH_HEAD")
