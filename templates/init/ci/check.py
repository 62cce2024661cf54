"""Checks a proposal as it would be once it is merged: ``python check.py --forge NAME REPOSITORY BASE OUT``.

REPOSITORY is a clone with all of its history and the proposal checked out; BASE is the main branch there.  In OUT come
``comment.md``, what changes, in words; ``preview``, the documents; and for GitLab ``codequality.json``.

Nothing that the proposal holds is run, and its templates are not used: those of the main branch are.  This file, and the
Python with elzctl that runs it, come from the main branch too.  Exit code: that of ``elzctl validate``.
"""

import argparse
import os
import re
import secrets
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

MARKER = "<!-- elzctl diff -->"
PATIENCE = 600
MOST = 20
# What decides how a plan is checked, drawn and published: a change of it is told.
WATCHED = ("templates", ".ci", ".github", ".gitlab", ".gitlab-ci.yml", ".forgejo", "CODEOWNERS", "plan/rights.yaml")
# Settings of the machine or of the clone may name programs; these are not asked for.
CAREFUL = ("core.hooksPath=/dev/null", "core.fsmonitor=false", "protocol.ext.allow=never", "commit.gpgSign=false")
NAME = ("user.name=elzctl", "user.email=elzctl@localhost")


def main() -> int:
    """Checks, and leaves everything in OUT."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--forge", choices=("github", "gitlab", "forgejo"), required=True)
    parser.add_argument("repository", type=Path)
    parser.add_argument("base")
    parser.add_argument("out", type=Path)
    asked = parser.parse_args()
    root, out = asked.repository.resolve(), asked.out.resolve()
    out.mkdir(parents=True, exist_ok=True)
    base, proposal = commit(root, asked.base), commit(root, "HEAD")
    disputed = merged(root, base, proposal)
    if disputed is not None:
        (out / "comment.md").write_text(conflict(disputed), encoding="utf-8")
        tell(asked.forge, "error", f"Dit voorstel botst met de hoofdtak: {', '.join(disputed) or 'zie git merge'}")
        return 1
    watched = changed(root, base)
    put_back(root, base)
    if watched:
        tell(asked.forge, "warning", f"Bekijk dit als programmacode: {', '.join(watched)}")
    code = validate(root, asked.forge, out)
    (out / "comment.md").write_text(comment(root, base, watched), encoding="utf-8")
    preview(root, base, out / "preview")
    return code


# The proposal as it would be


def merged(root: Path, base: str, proposal: str) -> list[str] | None:
    """Makes the files those of both together; the files that both changed when that cannot be done."""
    git(root, "checkout", "--quiet", "--force", "--detach", base)
    if succeeds(root, "merge", "--quiet", "--no-edit", "-m", "voorstel", proposal):
        return None
    names = paths(git(root, "diff", "--name-only", "--diff-filter=U", "-z"))
    succeeds(root, "merge", "--abort")
    return names


def changed(root: Path, base: str) -> list[str]:
    """What changes of all that decides about more than the text."""
    return paths(git(root, "diff", "--name-only", "--no-renames", "-z", base, "HEAD", "--", *WATCHED))


def put_back(root: Path, base: str) -> None:
    """The templates of the main branch in the place of those of the proposal."""
    own = root / "templates"
    if own.is_symlink() or own.is_file():
        own.unlink()
    elif own.exists():
        shutil.rmtree(own)
    # In the repository of elzctl itself they are the program's, and nobody's own.
    is_program = succeeds(root, "cat-file", "-e", f"{base}:elzctl/templates.py")
    if not is_program and succeeds(root, "cat-file", "-e", f"{base}:templates"):
        git(root, "checkout", "--quiet", base, "--", "templates")


# What is told about it


def validate(root: Path, forge: str, out: Path) -> int:
    """The exit code; the findings are printed as the forge reads them."""
    if forge == "github":
        return elzctl(root, "validate", "--format", "github").returncode
    if forge == "gitlab":
        report = elzctl(root, "validate", "--format", "gitlab", capture=True)
        (out / "codequality.json").write_bytes(report.stdout)
    with silenced():
        return elzctl(root, "validate").returncode


def comment(root: Path, base: str, watched: list[str]) -> str:
    """What changes, in words, and what else deserves a look."""
    found = elzctl(root, "diff", base, "--format", "markdown", capture=True)
    text = found.stdout.decode("utf-8", "replace") if found.returncode == 0 else ""
    if not text.startswith(MARKER):
        text = f"{MARKER}\n\n**elzctl kon niet zeggen wat er verandert; zie wat de controle meldt.**\n"
    if watched:
        files = "".join(f"- `{name}`\n" for name in watched)
        text += f"\n**Dit voorstel wijzigt ook wat bepaalt hoe het plan gecontroleerd, getekend of verspreid wordt:**\n\n{files}"
    return text


def conflict(disputed: list[str]) -> str:
    """The comment on a proposal that cannot be merged."""
    files = "".join(f"- `{name}`\n" for name in disputed)
    return (
        f"{MARKER}\n\n**Dit voorstel en de hoofdtak wijzigen dezelfde regels.** Haal eerst de hoofdtak binnen "
        f"(`git pull origin main`) en kies wat blijft.\n\n{files}"
    )


def preview(root: Path, base: str, out: Path) -> None:
    """The documents with the proposal in them, also when there are errors."""
    with silenced():
        elzctl(root, "render", "plan", "--draft", "--out", str(out))
        elzctl(root, "diff", base, "--format", "html", "--out", str(out / "wijzigingen.html"))


# Programs


def commit(root: Path, name: str) -> str:
    """The id of a revision."""
    return git(root, "rev-parse", "--verify", "--end-of-options", f"{name}^{{commit}}").decode().strip()


def git(root: Path, *words: str) -> bytes:
    """What Git says; the end of the program when it fails."""
    done = run_git(root, words)
    if done.returncode:
        sys.exit(f"git {words[0]} lukte niet: {safe(done.stderr.decode('utf-8', 'replace'))[-300:]}")
    return done.stdout


def succeeds(root: Path, *words: str) -> bool:
    """Whether Git can do it."""
    return run_git(root, words).returncode == 0


def run_git(root: Path, words: tuple[str, ...]) -> "subprocess.CompletedProcess[bytes]":
    """One run of Git."""
    settings = [part for one in (*CAREFUL, *NAME) for part in ("-c", one)]
    environment = {**os.environ, "LC_ALL": "C", "GIT_TERMINAL_PROMPT": "0", "GIT_LFS_SKIP_SMUDGE": "1"}
    command = ["git", "--no-pager", *settings, *words]
    return subprocess.run(command, cwd=root, env=environment, capture_output=True, timeout=PATIENCE, check=False)


def elzctl(root: Path, *words: str, capture: bool = False) -> "subprocess.CompletedProcess[bytes]":
    """One run of elzctl, of this very Python; the working folder is no place to find modules in."""
    sys.stdout.flush()
    command = [sys.executable, "-I", "-m", "elzctl", "-C", str(root), *words]
    return subprocess.run(command, stdout=subprocess.PIPE if capture else None, timeout=PATIENCE, check=False)


# Texts


def paths(listed: bytes) -> list[str]:
    """The first file names of a list of Git's, with nothing in them that means something elsewhere."""
    names = [safe(name.decode("utf-8", "replace")) for name in listed.split(b"\0") if name]
    return names[:MOST] + [f"en {len(names) - MOST} meer"] * (len(names) > MOST)


def safe(text: str) -> str:
    """Letters, digits and the signs of a path; the rest becomes a question mark."""
    return re.sub(r"[^A-Za-z0-9._/ -]", "?", text)[:200]


def tell(forge: str, level: str, text: str) -> None:
    """One line in the log, which GitHub shows on top; *text* holds nothing but safe names."""
    print(f"::{level} title=elzctl::{text}" if forge == "github" else f"{level}: {text}", flush=True)


@contextmanager
def silenced() -> Iterator[None]:
    """What is printed meanwhile is no command to whoever reads the log."""
    word = secrets.token_hex(16)
    print(f"::stop-commands::{word}", flush=True)
    try:
        yield
    finally:
        print(f"::{word}::", flush=True)


if __name__ == "__main__":
    sys.exit(main())
