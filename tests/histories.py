"""Real Git repositories in a folder, made with nobody's own settings, on days that are given."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

SETTINGS = ("-c", "user.name=elz", "-c", "user.email=elz@example.be", "-c", "commit.gpgsign=false")


def git(root: Path, *arguments: str, **environment: str) -> str:
    """What Git prints; it has to succeed."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    own = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1", **environment}
    command = ["git", *SETTINGS, "-c", "protocol.file.allow=always", *arguments]
    done = subprocess.run(command, cwd=root, env={**kept, **own}, check=True, capture_output=True)
    return done.stdout.decode("utf-8", "surrogateescape").strip()


def begin(root: Path) -> Path:
    """An empty repository on the branch main."""
    root.mkdir(parents=True, exist_ok=True)
    git(root, "init", "--quiet", "--initial-branch=main")
    return root


def commit(root: Path, day: str = "2025-01-15", message: str = "wijziging") -> str:
    """Commits all that is there, at noon of a day; the id. *day* may have a time and a zone of its own."""
    when = day if "T" in day else f"{day}T12:00:00+01:00"
    git(root, "add", "--all")
    git(root, "commit", "--quiet", "--allow-empty", "-m", message, GIT_AUTHOR_DATE=when, GIT_COMMITTER_DATE=when)
    return git(root, "rev-parse", "HEAD")
