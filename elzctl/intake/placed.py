"""Where the files of documents that were taken in go: which are new, which are there already, and what changes in those."""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping, Sequence
from types import MappingProxyType

from elzctl import decode
from elzctl.edit import patched
from elzctl.intake.ledger import Account, Certainty
from elzctl.intake.updated import updated
from elzctl.load import MEETINGS, load
from elzctl.record import NamedTuple
from elzctl.scaffold.allowed import OneFile, Refused
from elzctl.source import Patch, Source
from elzctl.terms import MeetingState
from elzctl.tree import Tree, Unreadable
from elzctl.wording import Message, say

SHARED = ("plan/actors.yaml", "plan/plan.yaml", "meetings/series.yaml")
"""Files to which several documents add."""

PRIVATE = "private/"
MOST_NAMES = 1000
"""Files of one name, with a number behind it, among which a free one is looked for."""

# How far a meeting is: the document never knows it better than the file.
_OURS = frozenset({"state"})


class Placed(NamedTuple):
    """``new`` are the texts of files that are not there yet, ``same`` the paths of files that say it all already.

    ``sources`` are the files that exist and say something else, and ``patches`` what would change in them.
    """

    new: Mapping[str, str]
    same: tuple[str, ...]
    sources: Mapping[str, Source]
    patches: tuple[Patch, ...]
    left: tuple[Message, ...]


def placed(
    tree: Tree,
    files: Mapping[str, str],
    add_only: Container[str] = (),
    guessed: Mapping[str, frozenset[str]] = MappingProxyType({}),
) -> Placed:
    """How *files*, texts by path, stand beside what the tree holds.  Raises Refused for what cannot be read or changed.

    What a file of *add_only* says is never changed, only added to; fields that were *guessed*, by path, change nothing that
    somebody wrote.  Minutes that were approved stay as they are, and so does a file of ``private``: another one comes beside it.
    """
    new: dict[str, str] = {}
    same: list[str] = []
    sources: dict[str, Source] = {}
    patches: list[Patch] = []
    left: list[Message] = []
    for path, text in files.items():
        if path.startswith(PRIVATE):
            free, is_there = free_name(tree, path, text.encode("utf-8", "surrogatepass"))
            if is_there:
                same.append(free)
                continue
            new[free] = text
            if free != path:
                left.append(
                    say("{path} is there already, and was left as it is; this time it is {new}", path=path, new=free)
                )
            continue
        source = _there(tree, path)
        if source is None:
            new[path] = text
            continue
        if _is_approved(source) and source.text != text:
            left.append(say("{path} was approved, and stays as it is", path=path))
            same.append(path)
            continue
        keep = guessed.get(path, frozenset()) | (_OURS if path.startswith(f"{MEETINGS}/") else frozenset())
        found = updated(source, text, add_only=path in add_only, keep=keep)
        left += found.left
        if found.patches:
            sources[path] = source
            patches += found.patches
        else:
            same.append(path)
    return Placed(new, tuple(same), sources, tuple(patches), tuple(left))


def free_name(tree: Tree, path: str, data: bytes) -> tuple[str, bool]:
    """*path*, or the first with a number behind it, that is not there yet; true with one that has these bytes already."""
    stem, dot, ending = path.rpartition(".")
    for number in range(1, MOST_NAMES):
        name = path if number == 1 else f"{stem}-{number}{dot}{ending}"
        try:
            if tree.read(name) == data:
                return name, True
        except Unreadable as fault:
            if fault.missing:
                return name, False
    raise Refused(
        say("{path} is there too often; nothing was written", path=path), say("Take the old ones away first.")
    )


def guesses(accounts: Iterable[Account], moved: Mapping[str, str] = MappingProxyType({})) -> dict[str, frozenset[str]]:
    """The fields of files that were guessed, by path; *moved* are paths that have become others."""
    found: dict[str, set[str]] = {}
    for account in accounts:
        for entry in account.entries:
            if entry.certainty is Certainty.GUESSED:
                found.setdefault(moved.get(entry.path, entry.path), set()).add(entry.field)
    return {path: frozenset(fields) for path, fields in found.items()}


def joined(several: Sequence[tuple[str, Mapping[str, str]]]) -> dict[str, str]:
    """The files of several documents, each with its name; what all of them add to comes together.  Raises Refused."""
    files: dict[str, str] = {}
    whose: dict[str, str] = {}
    for name, own in several:
        for path, text in own.items():
            if path not in files:
                files[path], whose[path] = text, name
            elif path in SHARED:
                source = Source(path, files[path].encode("utf-8", "surrogatepass"), files[path])
                files[path] = patched(source, updated(source, text, add_only=True).patches)
            elif files[path] != text:
                raise Refused(
                    say(
                        "{one} and {other} would both be {path}; nothing was written",
                        one=whose[path],
                        other=name,
                        path=path,
                    ),
                    say("Leave one of them out, or bring the second one in later with --update."),
                )
    return files


def _is_approved(source: Source) -> bool:
    """True for minutes that stand."""
    if not source.path.startswith(f"{MEETINGS}/") or not source.path.endswith(".md"):
        return False
    return any(one.state is MeetingState.APPROVED for one in load(OneFile(source.path, source.raw)).plan.meetings)


def _there(tree: Tree, path: str) -> Source | None:
    """The file as it is; ``None`` when there is none."""
    try:
        source, odd = decode.decode(path, tree.read(path))
    except Unreadable as fault:
        if fault.missing:
            return None
        raise Refused(say("{path} {reason}; nothing was written", path=path, reason=fault.reason)) from None
    if odd is not None:
        raise Refused(say("{path}: {message}", path=path, message=odd.message))
    return source
