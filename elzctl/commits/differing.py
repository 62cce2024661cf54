"""Which files of the plan and its meetings are not what they were in a commit, by their bytes, whatever they are.

Git itself is not asked to look at the working folder: it would run what a repository names as a filter.  Line ends do not
count; they depend on the computer.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable, Iterator, Mapping, Set
from pathlib import Path

from elzctl import git
from elzctl.commits.blob_tree import OTHER_REPOSITORY, Blob
from elzctl.commits.commit_tree import CommitTree
from elzctl.record import NamedTuple
from elzctl.source import Source
from elzctl.tree import CAREFUL, is_ignored

FOLDERS = ("plan", "meetings")
_POINTER = b"version https://git-lfs.github.com/spec/"


class Differing(NamedTuple):
    """The paths of files that changed, of those that came, and of those that went; sorted."""

    changed: tuple[str, ...]
    come: tuple[str, ...]
    gone: tuple[str, ...]


def of_commits(old: CommitTree, new: CommitTree) -> Differing:
    """The files that differ in two commits."""
    before, after = _kept(old), _kept(new)
    changed = (path for path, blob in before.items() if path in after and blob.id != after[path].id)
    return _differing(changed, before.keys(), after.keys())


def of_folder(root: Path, old: CommitTree, read: Mapping[str, Source]) -> Differing:
    """The files under *root* that are not as in a commit; *read* are those of which the bytes are known already.

    What came is there whether Git keeps it or not: see :func:`wanted`.
    """
    before = _kept(old)
    there = {path for folder in FOLDERS for path in _walked(root, folder)}
    changed = (
        path for path, blob in before.items() if path in there and not _is_same(root, path, blob, old, read.get(path))
    )
    return _differing(changed, before.keys(), there)


def _differing(changed: Iterable[str], before: Set[str], after: Set[str]) -> Differing:
    return Differing(tuple(sorted(changed)), tuple(sorted(after - before)), tuple(sorted(before - after)))


def wanted(root: Path, paths: Iterable[str]) -> tuple[str, ...]:
    """Those of some files that Git keeps, or would keep when asked to keep all."""
    answer = git.asked(root, "ls-files", "-z", "--cached", "--others", "--exclude-standard", "--", *FOLDERS) or b""
    known = {path.decode("utf-8", "surrogateescape") for path in answer.split(b"\0")}
    return tuple(path for path in paths if path in known)


def _kept(tree: CommitTree) -> dict[str, Blob]:
    """The files of a commit that count."""
    return {
        path: blob
        for path, blob in tree.blobs.items()
        if path.startswith(("plan/", "meetings/")) and blob.mode != OTHER_REPOSITORY and not _is_left(path)
    }


def _is_left(path: str) -> bool:
    return any(map(_is_nothing, path.split("/")))


def _is_nothing(name: str) -> bool:
    """True for what editors leave behind; the page that explains a folder is a file like another here."""
    return is_ignored(name) and name.lower() != "readme.md"


def _walked(root: Path, folder: str) -> Iterator[str]:
    """The files below a folder; no link is followed."""
    try:
        with os.scandir(root / folder) as found:
            entries = [entry for entry in found if not _is_nothing(entry.name)]
    except OSError:
        return
    for entry in entries:
        path = f"{folder}/{entry.name}"
        if entry.is_dir(follow_symlinks=False):
            yield from _walked(root, path)
        else:
            yield path


def _is_same(root: Path, path: str, blob: Blob, tree: CommitTree, source: Source | None) -> bool:
    known = tree.data(blob)
    if source is not None and known is not None:
        return _alike(source.raw, known)
    try:
        status = os.lstat(root / path)
        if stat.S_ISLNK(status.st_mode):
            return _has_id(os.fsencode(os.readlink(root / path)), blob)
        if not stat.S_ISREG(status.st_mode):
            return False
        if known is not None and known.startswith(_POINTER):
            return f"\nsize {status.st_size}\n".encode() in known  # the file itself is kept elsewhere
        if known is None and status.st_size != blob.size:
            return False
        data = _bytes(root / path)
    except OSError:
        return False
    return _has_id(data, blob) if known is None else _alike(data, known)


def _alike(one: bytes, other: bytes) -> bool:
    return one == other or one.replace(b"\r\n", b"\n") == other.replace(b"\r\n", b"\n")


def _bytes(path: Path) -> bytes:
    handle = os.open(path, CAREFUL)
    with os.fdopen(handle, "rb") as file:
        return file.read()


def _has_id(data: bytes, blob: Blob) -> bool:
    """True for the bytes of that id."""
    import hashlib

    made = hashlib.new("sha256" if len(blob.id) == 64 else "sha1", usedforsecurity=False)
    made.update(b"blob %d\0" % len(data))
    made.update(data)
    return made.hexdigest().encode() == blob.id
