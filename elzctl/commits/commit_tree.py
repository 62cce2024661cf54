"""The files of a repository as they stood in a commit: the same two methods as the working folder.

Git is asked three things: which commit a name means, which files it has, and what stands in all of them at once.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from elzctl import git
from elzctl.commits.blob_tree import OTHER_REPOSITORY, Blob, BlobTree, listed, objects
from elzctl.record import NamedTuple
from elzctl.tree import on_one_line
from elzctl.wording import Message, say

FOLDERS = ("plan", "meetings", "templates")
LONGEST_NAME = 250

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

# Of a branch that follows none, or that is not so old, Git does not say that it is missing, but gives up.
_NO_SUCH = r"fatal: (?:no upstream|no such branch|no push|HEAD does not point|log for |upstream branch |cannot resolve 'simple')"


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


class CommitTree(BlobTree):
    """The files of one commit under ``plan/``, ``meetings/`` and ``templates/``, all read in one go."""

    def __init__(self, root: Path, revision: Revision, other: CommitTree | None = None) -> None:
        """*root* is the folder that holds ``plan``, be it a part of a larger repository. Raises Unknown.

        What the *other* commit holds too is taken from there.
        """
        self.root, self.revision = root, revision
        blobs = listing(root, revision)
        wanted = {blob.id for blob in blobs.values() if blob.is_read}
        known: dict[bytes, bytes] = (
            {} if other is None else {id_: other._contents[id_] for id_ in wanted & other._contents.keys()}
        )
        wanted -= known.keys()
        if wanted:
            answer = git.answered(root, "cat-file", "--batch", given=b"\n".join(sorted(wanted)) + b"\n")
            known |= {one.id: one.data for one in objects(answer.output)}
            if not wanted <= known.keys():
                raise unreadable(root, revision, answer)
        super().__init__(blobs, known)


def listing(root: Path, revision: Revision, *folders: str) -> dict[str, Blob]:
    """The files of a commit under *folders*, by path, of which nothing is read.  Raises Unknown."""
    folders = folders or FOLDERS
    answer = git.answered(root, "ls-tree", "-r", "-z", "--long", revision.id, "--", *folders)
    if answer.code != 0:
        raise unreadable(root, revision, answer)
    blobs = dict(listed(answer.output))
    for folder in folders:
        if folder in blobs and blobs[folder].mode == OTHER_REPOSITORY:
            raise apart(folder)
    return blobs


def revision(root: Path, name: str) -> Revision:
    """The commit that a name means: a branch, a tag, an id, ``HEAD~3``. Raises Unknown."""
    if not name.strip() or name.startswith("-") or len(name) > LONGEST_NAME or not name.isprintable():
        raise Unknown(say("“{name}” is not a revision", name=_shown(name)), EXAMPLES)
    # Shown through Git's own formats, a commit could run a program of the repository; what it holds cannot.
    answer = git.answered(root, "cat-file", "--batch", given=f"{name}^{{commit}}\n".encode())
    found = next(iter(objects(answer.output)), None)
    if answer.code != 0 or found is None:
        raise _unknown(root, name, answer)
    return Revision(found.id.decode(), day_of(_committed(found.data)))


def last_before(root: Path, day: date, start: str = "HEAD") -> Revision:
    """The last commit that was made up to and with a day, on the main line back from *start*. Raises Unknown."""
    tip = revision(root, start)
    until = f"{(day + timedelta(1)).isoformat()}T12:00:00Z"
    made = _made(root, tip, "-n", _MOST_COMMITS, f"--before={until}")
    found = next((one for one in made if one.day <= day), None)
    if found is not None:
        return found
    begun = list(_made(root, tip, "--max-parents=0"))
    raise before_all(day, begun[-1].day if begun else None, cut=_is_shallow(root))


def before_all(day: date, first: date | None, *, cut: bool) -> Unknown:
    """That there is no commit up to a day: the *first* one is later, or the history was *cut* off."""
    if cut:
        return Unknown(
            say("There is no commit up to {day} in this copy: its history was cut off", day=str(day)), _FETCH
        )
    hint = say("The first one is of {day}.", day=str(first)) if first is not None else None
    return Unknown(say("There is no commit up to {day}", day=str(day)), hint)


def day_of(made: str) -> date:
    """The day of ``1700000000 +0100``, on the clock of who made it; the first of Git's days when it cannot be read.

    Git can write the day itself, and gives up on all of a history when one commit has none that it knows.
    """
    match = re.fullmatch(r"(\d+) ([+-])(\d\d)(\d\d)", made)
    if match is None:
        return date(1970, 1, 1)
    offset = timedelta(hours=int(match[3]), minutes=int(match[4])) * (-1 if match[2] == "-" else 1)
    try:
        return (datetime(1970, 1, 1, tzinfo=UTC) + timedelta(seconds=int(match[1])) + offset).date()
    except OverflowError:
        return date.max


def parting(root: Path, one: Revision, other: Revision) -> Revision:
    """The last commit that two lines of history have in common. Raises Unknown."""
    answer = git.answered(root, "merge-base", one.id, other.id)
    if answer.code == 0:
        return revision(root, answer.output.split()[0].decode("ascii", "replace"))
    message = say("{one} and {other} have no commit in common", one=one.short, other=other.short)
    raise Unknown(message, _FETCH if _is_shallow(root) else _BY_NAME)


EXAMPLES = say("A revision is a branch, a tag or a commit: main, v2025, 3f2a1b9, HEAD~3.")
_BY_NAME = say(
    "They are two histories apart. Two versions can be compared all the same, without dots: elzctl diff ONE OTHER."
)
_FETCH = say("Fetch all of it: “git fetch --unshallow”; in CI, fetch-depth: 0.")


def apart(folder: str) -> Unknown:
    """That a folder of the plan is a submodule."""
    hint = say("Its history is there, and elzctl sees only that of the folder around it.")
    return Unknown(say("The folder {folder} is a repository of its own (a submodule)", folder=folder), hint)


def _made(root: Path, tip: Revision, *which: str) -> Iterable[Revision]:
    """The commits on the main line, with the day of each, the newest first."""
    line = ("rev-list", "--first-parent", "--encoding=UTF-8", "--date=raw", "--format=%H %cd", *which, tip.id, "--")
    for text in (git.asked(root, *line) or b"").decode("ascii", "replace").splitlines():
        full, _, made = text.partition(" ")
        if full != "commit":  # before each, Git says so
            yield Revision(full, day_of(made))


def _unknown(root: Path, name: str, answer: git.Answer) -> Unknown:
    """Why a revision cannot be found, and what to do."""
    if answer.code != 0 and not re.search(_NO_SUCH, answer.complaint):
        return why_silent(root, answer)
    if re.search(r"object ID \S+ is ambiguous", answer.complaint):
        return Unknown(say("More than one commit begins with “{name}”", name=_shown(name)), say("Write more of it."))
    if not any(objects(git.answered(root, "cat-file", "--batch", given=b"HEAD^{commit}\n").output)):
        if git.asked(root, "rev-parse", "--verify", "--quiet", "HEAD") is None:
            return Unknown(say("There is no commit yet"), say("Everything but history works without one."))
        return _damaged(answer)
    if _is_shallow(root):
        return Unknown(say("“{name}” is not in this copy: its history was cut off", name=_shown(name)), _FETCH)
    return Unknown(say("There is no revision “{name}”", name=_shown(name)), EXAMPLES)


def unreadable(root: Path, revision: Revision, answer: git.Answer) -> Unknown:
    """Why the files of a commit cannot be read: some are missing, or what holds them is damaged."""
    refused = _refused(root, answer)
    if refused is not None:
        return refused
    if git.asked(root, "config", "--get-regexp", r"^(remote\..*\.promisor|extensions\.partialclone)$"):
        message = say("This copy lacks files of commit {id}: it was made without all of them", id=revision.short)
        return Unknown(message, say("Make a full clone, without --filter."))
    return _damaged(answer)


def why_silent(root: Path, answer: git.Answer) -> Unknown:
    """Why Git does not tell anything of a repository."""
    return _refused(root, answer) or _damaged(answer)


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


def _committed(data: bytes) -> str:
    """When a commit was made, as it says itself."""
    match = re.search(rb"(?m)^committer .*?(\d+ [+-]\d{4})$", data.partition(b"\n\n")[0])
    return match[1].decode() if match is not None else ""
