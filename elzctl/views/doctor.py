"""The surroundings of a plan: the program, Git, the files as files, what is private, and numbers that two have.

Each look gives remarks: that all is well, that something asks for attention, or that it is wrong; and what to do.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from elzctl import git
from elzctl.cache import Stock
from elzctl.commits import commit_tree, repository
from elzctl.load import PRIVATE, Loaded
from elzctl.record import NamedTuple
from elzctl.scaffold.skeleton import wheel_fault
from elzctl.views.doctor_files import files
from elzctl.views.doctor_numbers import numbers
from elzctl.views.remark import Remark, fault, note, ok
from elzctl.wording import say, say_count

OLDEST_GIT = (2, 38)
"""The first version in which all that a repository could run can be switched off."""

_WITHIN = ("plan", "meetings")
"""Where a folder “private” that was put in the wrong place is looked for."""


class Program(NamedTuple):
    """What runs: versions of Python, elzctl and its libraries (``None``: missing), and the encoding of the console."""

    python: str
    elzctl: str
    libraries: tuple[tuple[str, str | None], ...]
    encoding: str
    fast_yaml: bool


def program(look: Program) -> Iterator[Remark]:
    """What runs here."""
    yield ok(say("elzctl {version}, Python {python}", version=look.elzctl, python=look.python))
    there = [f"{name} {version}" for name, version in look.libraries if version is not None]
    missing = [name for name, version in look.libraries if version is None]
    if missing:
        yield fault(say("Libraries are missing: {names}", names=", ".join(missing)), say("Install elzctl again."))
    if there:
        yield ok(say("Libraries: {names}", names=", ".join(there)))
    if not look.fast_yaml:
        hint = say("Install PyYAML again, from a wheel.")
        yield note(say("The quick reader of YAML is missing: everything works, and takes longer"), hint)
    if look.encoding.lower().replace("-", "") in ("utf8", "utf8sig"):
        yield ok(say("The console shows all signs ({encoding})", encoding=look.encoding))
    else:
        hint = say("Use Windows Terminal, or set PYTHONUTF8=1. Files are always written as UTF-8.")
        yield note(say("The console cannot show all signs ({encoding})", encoding=look.encoding), hint)


def plan(root: Path, loaded: Loaded) -> Iterator[Remark]:
    """Everything around a plan."""
    yield from repository_here(root)
    yield from files(root, loaded)
    if repository.is_there(root):
        yield from private(root)
        yield from merging(root, loaded)
    yield from checks_of_the_forge(root)
    yield from numbers(root, loaded)


def repository_here(root: Path) -> Iterator[Remark]:
    """Git, and the repository that the plan is in."""
    version = repository.version(root)
    if version:
        shown = ".".join(map(str, version))
        if version < OLDEST_GIT:
            hint = say(
                "Install a newer one: all that a hostile repository could run can be switched off from {oldest} on.",
                oldest=".".join(map(str, OLDEST_GIT)),
            )
            yield note(say("Git {version} is old", version=shown), hint)
        else:
            yield ok(say("Git {version}", version=shown))
    try:
        head = commit_tree.revision(root, "HEAD")
    except commit_tree.Unknown as unknown:
        is_wrong = repository.is_there(root) and unknown.message != say("There is no commit yet")
        yield (fault if is_wrong else note)(unknown.message, unknown.hint)
        return
    yield ok(say("A Git repository; its last commit is {id} of {day}", id=head.short, day=str(head.day)))
    word = git.unfinished(root)
    if word:
        hint = say("Finish it with “git {what} --continue”, or take it back with “git {what} --abort”.", what=word)
        yield note(say("Git is in the middle of a {what}", what=word), hint)
    if repository.is_cut(root):
        hint = say("Fetch all of it: “git fetch --unshallow”; in CI, fetch-depth: 0.")
        yield note(say("The history of this copy was cut off"), hint)


def private(root: Path) -> Iterator[Remark]:
    """What Git knows, or ever knew, of the folder ``private``, and of those of that name in the plan and the meetings."""
    now = tuple(name for name in git.tracked(root, ".") or () if _is_private(name.casefold().split("/")[:-1]))
    ever = repository.ever_in(root, (PRIVATE, *(f"{folder}/**/{PRIVATE}" for folder in _WITHIN)))
    before = tuple(name for name in ever or () if name not in now)
    if now:
        hint = say(
            "Run “git rm -r --cached {folder}” and commit. The history still holds what was committed: have it cleaned"
            " before you publish it, and then run “elzctl doctor --forget”.",
            folder=now[0].rpartition("/")[0],
        )
        yield fault(
            say_count("{count} private file is in Git", "{count} private files are in Git", len(now)), hint, now
        )
    if before:
        hint = say(
            "Whoever has the repository can read that. Have the history cleaned (git filter-repo), every copy made anew, and"
            " run “elzctl doctor --forget”; if the repository was ever published, tell who looks after privacy."
        )
        message = say_count(
            "{count} private file is in the history of Git",
            "{count} private files are in the history of Git",
            len(before),
        )
        yield fault(message, hint, before)
    if ever is None:
        yield note(say("The history could not be searched for private files"), say("See “git fsck”."))
    elif not now and not before:
        yield ok(say("No private file is in Git, now or in the history"))
    if not repository.is_ignored(root, PRIVATE):
        yield note(say("Nothing keeps the folder “private” out of Git"), say("Add a line “private/” to .gitignore."))


def _is_private(folders: list[str]) -> bool:
    return PRIVATE in folders[: None if folders[:1] and folders[0] in _WITHIN else 1]


def merging(root: Path, loaded: Loaded) -> Iterator[Remark]:
    """Whether Git asks when two people changed the same lines."""
    both = repository.kept_from_both(root, sorted(loaded.sources))
    if both:
        message = say_count(
            "In {count} file Git keeps the lines of both sides without asking",
            "In {count} files Git keeps the lines of both sides without asking",
            len(both),
        )
        hint = say("Take “merge=union” out of .gitattributes: it makes data that is there twice, or nonsense.")
        yield fault(message, hint, both)


def kept(folder: Path, there: Stock) -> Remark:
    """Where what was read of plans is kept for the next run, and how much it is."""
    return ok(
        say(
            "What was read, internal texts too, is kept for the next run in {folder} ({count} KiB)",
            folder=str(folder),
            count=-(-there.size // 1024),
        )
    )


def checks_of_the_forge(root: Path) -> Iterator[Remark]:
    """Whether the checks of the forge, where the plan has them, find an elzctl."""
    lacking = wheel_fault(root) if (root / ".ci" / "install.py").is_file() else None
    if lacking is not None:
        yield note(lacking)
