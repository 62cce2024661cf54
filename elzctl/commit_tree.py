"""The files of a repository as they stood in a commit: the same two methods as the working folder.

Git is asked three things: which commit a name means, which files it has, and what stands in all of them at once.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import NamedTuple

from elzctl import git
from elzctl.tree import MAX_BYTES, MAX_FILES, Entry, Unreadable, is_ignored, on_one_line
from elzctl.wording import Message, say

FOLDERS = ("plan", "meetings", "templates")
LONGEST_NAME = 250

_LINK, _FILE, _OTHER_REPOSITORY = b"120000", (b"100644", b"100755", b"100664"), b"160000"
_ENTRY = re.compile(
    rb"(?P<mode>\d{6}) (?P<kind>\w+) (?P<id>[0-9a-f]{40,64}) +(?P<size>\d+|\S+)\t(?P<path>.*)", re.DOTALL
)
# Commits are listed from half a day later on: the day counts where a commit was made, on whatever side of the world.
_MOST_COMMITS = "1000"

# What Git complains about, and what that means.
_REFUSALS: tuple[tuple[str, Message, Message | None], ...] = (
    (
        "git is not installed",
        say("Git is not installed, or not where programs are looked for"),
        say("Everything but history works without Git."),
    ),
    (
        "dubious ownership",
        say("Git does not trust this folder, because it belongs to somebody else"),
        say("If it is yours all the same: git config --global --add safe.directory {path}", path="{path}"),
    ),
    (
        "cannot use bare repository",
        say("This is a bare repository: it has no files to look at"),
        say("Work in a clone of it."),
    ),
    (
        "not a git repository",
        say("This folder is in no Git repository, so there is no history"),
        say("Everything but history works without Git."),
    ),
    (
        r"repo(?:sitory)? (?:format )?(?:version|extension)|unknown repository extension|unknown value for 'extensions",
        say("This repository has a form that this version of Git does not know"),
        say("Install a newer Git."),
    ),
    ("took too long", say("Git was stopped, because it took more than {count} seconds", count=git.TIMEOUT), None),
)


class Revision(NamedTuple):
    """A commit: its full id, and the day it was made, where it was made."""

    id: str
    day: date

    @property
    def short(self) -> str:
        """The first characters of the id, as people cite it."""
        return self.id[:10]


class Unknown(Exception):
    """A revision that cannot be found; ``message`` says why in words for a person, ``hint`` what to do."""

    def __init__(self, message: Message, hint: Message | None = None) -> None:
        """Both are words for a person."""
        super().__init__(message.text)
        self.message = message
        self.hint = hint


class _Blob(NamedTuple):
    mode: bytes
    id: bytes
    size: int


class CommitTree:
    """The files of one commit under ``plan/``, ``meetings/`` and ``templates/``, all read in one go."""

    def __init__(self, root: Path, revision: Revision, other: CommitTree | None = None) -> None:
        """*root* is the folder that holds ``plan``, be it a part of a larger repository. Raises Unknown.

        What the *other* commit holds too is taken from there.
        """
        self.root, self.revision = root, revision
        answer = git.answered(root, "ls-tree", "-r", "-z", "--long", revision.id, "--", *FOLDERS)
        if answer.code != 0:
            raise _unreadable(root, revision, answer)
        self._blobs = dict(_listed(answer.output))
        for folder in FOLDERS:
            if folder in self._blobs and self._blobs[folder].mode == _OTHER_REPOSITORY:
                raise Unknown(
                    say("The folder {folder} is a repository of its own (a submodule)", folder=folder), _APART
                )
        wanted = {blob.id for blob in self._blobs.values() if blob.mode in _FILE and blob.size <= MAX_BYTES}
        self._contents: dict[bytes, bytes] = (
            {} if other is None else {id_: other._contents[id_] for id_ in wanted & other._contents.keys()}
        )
        wanted -= self._contents.keys()
        if wanted:
            answer = git.answered(root, "cat-file", "--batch", given=b"\n".join(sorted(wanted)) + b"\n")
            self._contents |= {one.id: one.data for one in _objects(answer.output)}
        if not wanted <= self._contents.keys():
            raise _unreadable(root, revision, answer)

    def entries(self, folder: str) -> tuple[Entry, ...]:
        """What stands in *folder*, without editors' leftovers and hidden files, sorted by name."""
        parts = folder.split("/")
        for count in range(len(parts)):
            self._refuse("/".join(parts[: count + 1]))
        found: dict[str, Entry] = {}
        for path, blob in self._blobs.items():
            if path.startswith(f"{folder}/"):
                name, below, _ = path[len(folder) + 1 :].partition("/")
                name = on_one_line(name)
                if not is_ignored(name):
                    is_folder = bool(below) or blob.mode == _OTHER_REPOSITORY
                    found[name] = Entry(f"{folder}/{name}", name, is_folder, blob.mode == _LINK)
        if len(found) > MAX_FILES:
            raise Unreadable(say("holds more than {limit} files", limit=MAX_FILES))
        return tuple(sorted(found.values(), key=lambda entry: entry.name))

    def read(self, path: str) -> bytes:
        """The bytes of a file of at most :data:`elzctl.tree.MAX_BYTES`."""
        blob = self._blobs.get(path)
        if blob is None:
            raise Unreadable(say("does not exist"), missing=True)
        if blob.mode == _LINK:
            raise Unreadable(say("is a link; elzctl reads only real files"))
        if blob.mode not in _FILE:
            raise Unreadable(say("is not an ordinary file"))
        if blob.size > MAX_BYTES:
            raise Unreadable(say("is larger than {limit} KiB", limit=MAX_BYTES >> 10))
        return self._contents[blob.id]

    def tracked(self, folder: str) -> None:
        """Git is not asked about the folders that are not read here."""

    def _refuse(self, folder: str) -> None:
        """Raises Unreadable when what should be a folder is none."""
        blob = self._blobs.get(folder)
        if blob is None:
            return
        if blob.mode == _LINK:
            raise Unreadable(say("is a link, or lies behind one; elzctl reads only real folders"))
        if blob.mode == _OTHER_REPOSITORY:
            raise Unreadable(say("is a repository of its own (a submodule); what stands in it is not in this commit"))
        raise Unreadable(say("is a file; elzctl expects a folder"))


def revision(root: Path, name: str) -> Revision:
    """The commit that a name means: a branch, a tag, an id, ``HEAD~3``. Raises Unknown."""
    if not name.strip() or name.startswith("-") or len(name) > LONGEST_NAME or not name.isprintable():
        raise Unknown(say("“{name}” is not a revision", name=_shown(name)), _EXAMPLES)
    # Shown through Git's own formats, a commit could run a program of the repository; what it holds cannot.
    answer = git.answered(root, "cat-file", "--batch", given=f"{name}^{{commit}}\n".encode())
    found = next(iter(_objects(answer.output)), None)
    if answer.code != 0 or found is None:
        raise _unknown(root, name, answer)
    return Revision(found.id.decode(), _day(found.data))


def last_before(root: Path, day: date, start: str = "HEAD") -> Revision:
    """The last commit that was made up to and with a day, on the main line back from *start*. Raises Unknown."""
    tip = revision(root, start)
    until = f"{(day + timedelta(1)).isoformat()}T12:00:00Z"
    listed = _made(root, tip, "-n", _MOST_COMMITS, f"--before={until}")
    found = next((one for one in listed if one.day <= day), None)
    if found is not None:
        return found
    if _is_shallow(root):
        raise Unknown(say("There is no commit up to {day} in this copy: its history was cut off", day=str(day)), _FETCH)
    begun = list(_made(root, tip, "--max-parents=0"))
    hint = say("The first one is of {day}.", day=str(begun[-1].day)) if begun else None
    raise Unknown(say("There is no commit up to {day}", day=str(day)), hint)


def parting(root: Path, one: Revision, other: Revision) -> Revision:
    """The last commit that two lines of history have in common. Raises Unknown."""
    answer = git.answered(root, "merge-base", one.id, other.id)
    if answer.code == 0:
        return revision(root, answer.output.split()[0].decode("ascii", "replace"))
    message = say("{one} and {other} have no commit in common", one=one.short, other=other.short)
    raise Unknown(message, _FETCH if _is_shallow(root) else None)


_EXAMPLES = say("A revision is a branch, a tag or a commit: main, v2025, 3f2a1b9, HEAD~3.")
_APART = say("Its history is there, and elzctl sees only that of the folder around it.")
_FETCH = say("Fetch all of it: “git fetch --unshallow”; in CI, fetch-depth: 0.")


def _made(root: Path, tip: Revision, *which: str) -> Iterable[Revision]:
    """The commits on the main line, with the day of each, the newest first."""
    line = ("rev-list", "--first-parent", "--format=%H %cs", *which, tip.id, "--")
    for text in (git.asked(root, *line) or b"").decode("ascii", "replace").splitlines():
        full, _, made = text.partition(" ")
        if full != "commit":  # before each, Git says so
            yield Revision(full, date.fromisoformat(made))


def _unknown(root: Path, name: str, answer: git.Answer) -> Unknown:
    """Why a revision cannot be found, and what to do."""
    if answer.code != 0:
        return _refused(root, answer) or _damaged(answer)
    if re.search(r"object ID \S+ is ambiguous", answer.complaint):
        return Unknown(say("More than one commit begins with “{name}”", name=_shown(name)), say("Write more of it."))
    if not any(_objects(git.answered(root, "cat-file", "--batch", given=b"HEAD^{commit}\n").output)):
        if git.asked(root, "rev-parse", "--verify", "--quiet", "HEAD") is None:
            return Unknown(say("There is no commit yet"), say("Everything but history works without one."))
        return _damaged(answer)
    if _is_shallow(root):
        return Unknown(say("“{name}” is not in this copy: its history was cut off", name=_shown(name)), _FETCH)
    return Unknown(say("There is no revision “{name}”", name=_shown(name)), _EXAMPLES)


def _unreadable(root: Path, revision: Revision, answer: git.Answer) -> Unknown:
    """Why the files of a commit cannot be read: some are missing, or what holds them is damaged."""
    refused = _refused(root, answer)
    if refused is not None:
        return refused
    if git.asked(root, "config", "--get-regexp", r"^(remote\..*\.promisor|extensions\.partialclone)$"):
        message = say("This copy lacks files of commit {id}: it was made without all of them", id=revision.short)
        return Unknown(message, say("Make a full clone, without --filter."))
    return _damaged(answer)


def _refused(root: Path, answer: git.Answer) -> Unknown | None:
    """What one of the known complaints means."""
    for pattern, message, hint in _REFUSALS:
        if re.search(pattern, answer.complaint):
            named = re.search(r" at '([^'\n]+)'", answer.complaint)
            path = named[1] if named is not None else str(root)
            return Unknown(message, hint and hint._replace(args=tuple((key, path) for key, _ in hint.args)))
    return None


def _damaged(answer: git.Answer) -> Unknown:
    why = next((line for line in answer.complaint.splitlines() if line.strip()), "")
    why = why.removeprefix("fatal: ").removeprefix("error: ")
    hint = say("See “git fsck”; a fresh clone is the surest way out.")
    if not why:
        return Unknown(say("This Git repository is damaged"), hint)
    return Unknown(say("This Git repository cannot be read: {why}", why=_shown(why)), hint)


def _is_shallow(root: Path) -> bool:
    return (git.asked(root, "rev-parse", "--is-shallow-repository") or b"").strip() == b"true"


def _shown(text: str) -> str:
    """What was typed, or what Git says, on one line that is not too long."""
    return text if len(text := on_one_line(text)) <= 80 else f"{text[:79]}…"


def _day(data: bytes) -> date:
    """The day when a commit was made, on the clock of who made it; the first of Git's days when it has none."""
    match = re.search(rb"(?m)^committer .* (\d{1,10}) ([+-])(\d\d)(\d\d)$", data.partition(b"\n\n")[0])
    if match is None:
        return date(1970, 1, 1)
    offset = timedelta(hours=int(match[3]), minutes=int(match[4])) * (-1 if match[2] == b"-" else 1)
    return (datetime(1970, 1, 1, tzinfo=UTC) + timedelta(seconds=int(match[1])) + offset).date()


def _listed(listed: bytes) -> Iterable[tuple[str, _Blob]]:
    for line in listed.split(b"\0"):
        match = _ENTRY.fullmatch(line)
        if match is not None:
            # Of what is damaged or missing, the size is a word.
            size = int(match["size"]) if match["size"].isdigit() else 0
            yield match["path"].decode("utf-8", "surrogateescape"), _Blob(match["mode"], match["id"], size)


class _Object(NamedTuple):
    id: bytes
    data: bytes


def _objects(output: bytes) -> Iterable[_Object]:
    """What Git tells of objects by name, one after the other; those that it does not have are left out."""
    place = 0
    while (end := output.find(b"\n", place)) >= 0:
        head = output[place:end].split(b" ")
        place = end + 1
        if len(head) == 3 and head[2].isdigit():  # not "<id> missing"
            size = int(head[2])
            if place + size < len(output):
                yield _Object(head[0], output[place : place + size])
            place += size + 1
