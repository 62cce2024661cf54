"""Git, asked one thing at a time and in a way that runs nothing of the repository's own making.

A repository that somebody else shaped can name programs in its configuration; all of that is switched off.  Everything
but history works without Git.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path

from elzctl.record import NamedTuple

TIMEOUT = 10
"""Seconds after which Git is stopped."""

_OFF = (
    "core.fsmonitor=false",
    f"core.hooksPath={os.devnull}",
    "protocol.allow=never",
    "safe.bareRepository=explicit",
    "log.showSignature=false",
)
_ENVIRONMENT = {
    "LC_ALL": "C",
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_NOSYSTEM": "1",
    "GIT_OPTIONAL_LOCKS": "0",
    "GIT_NO_LAZY_FETCH": "1",
    "GIT_NO_REPLACE_OBJECTS": "1",
    "GIT_TERMINAL_PROMPT": "0",
    # A repository can allow itself a protocol by name, even one that is a command; this overrules it.
    "GIT_ALLOW_PROTOCOL": "none",
}
# Without these Windows starts no program.
_KEPT = ("SYSTEMROOT", "WINDIR", "TEMP", "TMP")
# Where the user's own settings are found.
_HOME = ("HOME", "XDG_CONFIG_HOME", "USERPROFILE", "HOMEDRIVE", "HOMEPATH")
_DISTRUST = b"dubious ownership"
# What Git leaves in its folder while it waits for somebody.
_UNFINISHED = {
    "rebase-merge": "rebase",
    "rebase-apply": "rebase",
    "MERGE_HEAD": "merge",
    "CHERRY_PICK_HEAD": "cherry-pick",
    "REVERT_HEAD": "revert",
}


class Answer(NamedTuple):
    """What Git said: *code* is 0 when it could answer, ``None`` when there is no Git here or it was stopped."""

    code: int | None
    output: bytes = b""
    complaint: str = ""


def tracked(root: Path, folder: str) -> tuple[str, ...] | None:
    """The files of *folder* that Git keeps, from *root* with ``/``; ``None`` when Git cannot tell.

    That is so outside a repository, without Git, and when Git does not trust who owns the folder.
    """
    if not is_below_dot_git(root):  # to ask takes as long as to read a plan
        return None
    listed = asked(root, "ls-files", "-z", "--", folder)
    if listed is None:
        return None
    return tuple(name.decode("utf-8", "replace") for name in listed.split(b"\0") if name)


def asked(root: Path, *arguments: str, given: bytes = b"") -> bytes | None:
    """What Git answers when it is *given* that on its input; ``None`` when it cannot answer."""
    answer = answered(root, *arguments, given=given)
    return answer.output if answer.code == 0 else None


def answered(root: Path, *arguments: str, given: bytes = b"") -> Answer:
    """The same, with what Git complains about when it cannot answer.

    A folder of somebody else's is read when the user's own settings say that it may be (``safe.directory``).
    """
    answer = _run(root, (), arguments, given)
    if _DISTRUST in answer.complaint.encode():
        trusted = _trusted()
        return _run(root, trusted, arguments, given) if trusted else answer
    return answer


def is_bare(folder: Path) -> bool:
    """True in a repository without files to look at, or in a folder of one; Git is not asked."""
    return any(
        (one / "HEAD").is_file() and (one / "objects").is_dir() and (one / "refs").is_dir()
        for one in (folder, *folder.parents)
    )


def own_folder(root: Path) -> Path | None:
    """Where Git keeps what it knows of the repository that holds *root*; ``None`` outside one.  Git is not asked."""
    for folder in (root, *root.parents):
        dot = folder / ".git"
        if dot.is_file():  # a worktree or a submodule says where its own folder is
            try:
                pointed = dot.read_bytes()[:4096].decode("utf-8", "replace").partition("gitdir:")[2].strip()
            except OSError:
                return None
            dot = folder / pointed if pointed and pointed.isprintable() else dot
        if dot.is_dir():
            return dot
    return None


def is_below_dot_git(root: Path) -> bool:
    """True when something of the name that Git looks for is in a folder or above it."""
    real = Path(os.path.realpath(root))
    return any(os.path.lexists(folder / ".git") for folder in (real, *real.parents))


def unfinished(root: Path) -> str:
    """What Git is in the middle of in the working folder: ``rebase``, ``merge`` …; ``""`` when it is at rest."""
    folder = own_folder(root)
    return "" if folder is None else next((word for name, word in _UNFINISHED.items() if (folder / name).exists()), "")


def _run(root: Path, trusted: tuple[str, ...], arguments: tuple[str, ...], given: bytes) -> Answer:
    import subprocess

    folders = _folders(os.environ)
    program = _program(folders)
    if program is None:
        return Answer(None, complaint="git is not installed")
    settings = [part for setting in (*_OFF, *trusted) for part in ("-c", setting)]
    command = [program, "--no-pager", "--literal-pathspecs", *settings, *arguments]
    kept = {name: os.environ[name] for name in _KEPT if name in os.environ}
    environment = {**kept, **_ENVIRONMENT, "PATH": os.pathsep.join(folders)}
    try:
        done = subprocess.run(  # noqa: S603 - Git itself, by its absolute path, with fixed words
            command,
            cwd=root,
            env=environment,
            input=given,
            capture_output=True,
            timeout=TIMEOUT,
            check=False,
        )
    except subprocess.TimeoutExpired:
        return Answer(None, complaint="git took too long")
    except OSError as error:
        return Answer(None, complaint=error.strerror or type(error).__name__)
    return Answer(done.returncode, done.stdout, done.stderr.decode("utf-8", "replace"))


@lru_cache(maxsize=1)
def _trusted() -> tuple[str, ...]:
    """The folders of others that the user and the computer declared safe, as settings; asked far from any repository."""
    import subprocess

    folders = _folders(os.environ)
    program = _program(folders)
    if program is None:
        return ()
    kept = {name: os.environ[name] for name in (*_KEPT, *_HOME) if name in os.environ}
    found: list[str] = []
    for place in ("--system", "--global"):
        try:
            done = subprocess.run(  # noqa: S603 - as above
                [program, "config", place, "-z", "--get-all", "safe.directory"],
                cwd=os.path.abspath(os.sep),
                env={**kept, "LC_ALL": "C", "PATH": os.pathsep.join(folders)},
                stdin=subprocess.DEVNULL,
                capture_output=True,
                timeout=TIMEOUT,
                check=False,
            )
        except (OSError, subprocess.TimeoutExpired):
            continue
        found += (os.fsdecode(value) for value in done.stdout.split(b"\0")[:-1])
    return tuple(f"safe.directory={value}" for value in found)


def _folders(environment: Mapping[str, str]) -> list[str]:
    """Where programs are looked for: never in the folder where one happens to stand."""
    parts = environment.get("PATH", os.defpath).split(os.pathsep)
    return [part for part in parts if os.path.isabs(part)]


def _program(folders: list[str]) -> str | None:
    """The absolute path of Git; Windows looks in the current folder too, and what it finds there is left alone."""
    import shutil

    found = shutil.which("git", path=os.pathsep.join(folders))
    return found if found is not None and os.path.dirname(found) in folders else None
