"""What there is to say about a proposal beside the words of ``elzctl diff``: other files that change, and whose they are.

Nothing of a proposal is run: Git and elzctl, of the main branch, tell what is in it.  They do not get the token.

ELZCTL_TEAMS says which teams of ``plan/rights.yaml`` somebody is in, as the repository's own settings have it: a line for
each account, ``account: team, team``.  Whoever is not in it has no team.
"""

import json
import os
import re
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

MARKER = "<!-- elzctl diff -->"
PATIENCE = 600
MOST, LONGEST = 20, 120
"""So many files are named of a kind, with so many characters each."""
# What is run or read by the forge, by Git, by an editor, or in a colleague's browser, and who may change what: the list of
# elzctl itself, with which it says what is the admins'.  A folder ends in “/”, “**/” is any folder.
ADMIN_FILES = (
    "plan/rights.yaml",
    "CODEOWNERS",
    "docs/CODEOWNERS",
    ".ci/",
    ".github/",
    ".gitlab/",
    ".gitlab-ci.yml",
    ".forgejo/",
    ".gitea/",
    ".gitmodules",
    ".pre-commit-config.yaml",
    ".vscode/",
    "admin/",
    "**/.gitattributes",
)
# And how the plan is drawn.
WATCHED = (*ADMIN_FILES, "templates/")
# Of these “elzctl diff” tells itself what changes.
TOLD = ("plan/", "meetings/")
# Settings of the machine or of the clone may name programs; these are not asked for.
CAREFUL = ("core.hooksPath=/dev/null", "core.fsmonitor=false", "protocol.ext.allow=never", "commit.gpgSign=false")
NAME = ("user.name=elzctl", "user.email=elzctl@localhost")

UNGUARDED = (
    "Wie wat mag wijzigen, staat in plan/rights.yaml. Deze controle kijkt dat niet na: de Git-dienst vraagt de eigenaars "
    "om na te lezen, met het bestand CODEOWNERS."
)


class Beside(NamedTuple):
    """The files that deserve the look that a program gets, the other ones, and what is somebody else's.

    *denied* is ``None`` when nobody can know: the author's teams are not known.
    """

    watched: list[str]
    others: list[str]
    denied: list[str] | None
    has_rights: bool


def look(root: Path, base: str, head: str, author: str) -> Beside:
    """What a change from *base* to *head* is, when *author* made it."""
    listed = run_git(root, ("diff", "--name-only", "--no-renames", "--no-ext-diff", "-z", f"{base}...{head}")).stdout
    names = [name.decode("utf-8", "replace") for name in listed.split(b"\0") if name]
    watched = [name for name in names if any(matches(name, one) for one in WATCHED)]
    others = [name for name in names if name not in watched and not name.startswith(TOLD)]
    has_rights = run_git(root, ("cat-file", "-e", f"{base}:plan/rights.yaml")).returncode == 0
    teams = teams_of(author, os.environ.get("ELZCTL_TEAMS", ""))
    denied = not_theirs(root, base, head, teams) if has_rights and teams is not None else None
    return Beside(shown(watched), shown(others), denied, has_rights)


def written(ref: str, author: str) -> str | None:
    """All that there is to say of a proposal that the forge has as *ref*; ``None`` when that cannot be told."""
    here, ids = Path(), []
    try:
        if run_git(here, ("fetch", "--quiet", "--no-tags", "origin", ref)).returncode:
            return None
        for name in ("HEAD", "FETCH_HEAD"):
            found = run_git(here, ("rev-parse", "--verify", f"{name}^{{commit}}"))
            if found.returncode:
                return None
            ids.append(found.stdout.decode().strip())
        base, head = ids
        done = elzctl(here, "diff", f"{base}...{head}", "--format", "markdown", capture=True)
        if done.returncode:
            return None
        return told(done.stdout.decode("utf-8", "replace"), look(here, base, head, author))
    except subprocess.TimeoutExpired:
        return None


def matches(path: str, pattern: str) -> bool:
    """Whether a file is one of these, in any case of letters."""
    low, pattern = path.casefold(), pattern.casefold()
    if pattern.startswith("**/"):
        return f"/{low}".endswith(pattern[2:])
    # A link in the place of a folder is a file to Git.
    return low == pattern.removesuffix("/") or (pattern.endswith("/") and low.startswith(pattern))


def told(text: str, found: Beside) -> str:
    """The words of ``elzctl diff`` with the rest behind them."""
    lines = text.removeprefix(MARKER).strip().splitlines()
    if (found.watched or found.others) and len(lines) == 1:
        # Nothing but the line that says so, and that is not the whole truth.
        text = f"{MARKER}\n\n**In het plan en de verslagen is niets gewijzigd.**\n"
    for title, names in (
        (
            "Dit voorstel wijzigt ook wat bepaalt hoe het plan gecontroleerd, getekend of verspreid wordt:",
            found.watched,
        ),
        ("Ook gewijzigd:", found.others),
        ("Niet van een team van wie dit voorstelt; vraag de eigenaars om het na te lezen:", found.denied or ()),
    ):
        if names:
            text += f"\n**{title}**\n\n" + "".join(f"- {name}\n" for name in names)
    if found.has_rights and found.denied is None:
        text += f"\n{UNGUARDED}\n"
    return text


# Whose it is


def teams_of(author: str, known: str) -> list[str] | None:
    """The teams of an account; ``None`` when it is not known who is in which team."""
    if not author.strip() or not known.strip():
        return None
    for line in re.split(r"[\n;]", known):
        name, _, teams = line.partition(":")
        if name.strip().lstrip("@").casefold() == author.strip().casefold():
            return [team for team in re.split(r"[,\s]+", teams) if team]
    return []


def not_theirs(root: Path, base: str, head: str, teams: list[str]) -> list[str] | None:
    """What is somebody else's, with the teams whose it is; ``None`` when elzctl cannot tell."""
    named = [part for team in teams for part in ("--team", team)] or ["--author-teams", os.devnull]
    done = elzctl(root, "rights", "--check", "--format", "json", *named, "--", base, head, capture=True)
    if done.returncode not in (0, 1):
        return None
    try:
        touched = json.loads(done.stdout)["touched"]
    except (ValueError, KeyError, TypeError):  # no rights on the main branch
        return None
    found = {one["path"]: ", ".join(one["teams"]) for one in touched if not one["allowed"]}
    return [line + f" (van: {safe(found[name])})" for name, line in zip(found, shown(found), strict=False)]


# Programs


def run_git(root: Path, words: tuple[str, ...]) -> "subprocess.CompletedProcess[bytes]":
    """One run of Git."""
    settings = [part for one in (*CAREFUL, *NAME) for part in ("-c", one)]
    environment = {**known(), "LC_ALL": "C", "GIT_TERMINAL_PROMPT": "0", "GIT_LFS_SKIP_SMUDGE": "1"}
    command = ["git", "--no-pager", *settings, *words]
    return subprocess.run(command, cwd=root, env=environment, capture_output=True, timeout=PATIENCE, check=False)


def elzctl(root: Path, *words: str, capture: bool = False) -> "subprocess.CompletedProcess[bytes]":
    """One run of elzctl, of this very Python; the working folder is no place to find modules in."""
    sys.stdout.flush()
    command = [sys.executable, "-I", "-m", "elzctl", "-C", str(root), *words]
    output = subprocess.PIPE if capture else None
    return subprocess.run(command, stdout=output, env=known(), timeout=PATIENCE, check=False)


def known() -> dict[str, str]:
    """The environment without what gives rights."""
    return {name: value for name, value in os.environ.items() if "TOKEN" not in name.upper()}


# Texts


def shown(names: Iterable[str]) -> list[str]:
    """The first names as code, and how many more there are."""
    safely = [f"`{safe(name)}`" for name in names]
    return safely[:MOST] + [f"en nog {len(safely) - MOST}"] * (len(safely) > MOST)


def safe(text: str) -> str:
    """Letters, digits and the signs of a path; the rest becomes a question mark."""
    return re.sub(r"[^A-Za-z0-9._/ ,-]", "?", text)[:LONGEST]
