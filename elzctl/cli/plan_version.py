"""Which version of a plan a document is made of: the last commit, and whether the files differ from it."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from elzctl.commits.blob_tree import Blob, BlobTree
from elzctl.commits.commit_tree import Revision, Unknown, listing, revision
from elzctl.record import NamedTuple
from elzctl.render.version import Version
from elzctl.tree import Unreadable

if TYPE_CHECKING:
    from elzctl.source import Source

_FOLDERS = ("plan", "plan/actions", "plan/texts", "meetings")
_ENDINGS = (".md", ".yaml")


class Commit(NamedTuple):
    """A commit, and the files of the plan and the meetings in it by path; what stands in them is known by its hash."""

    revision: Revision
    blobs: Mapping[str, Blob]


def last_commit(root: Path) -> Commit | None:
    """What Git is asked: the last commit; ``None`` when there is none."""
    try:
        found = revision(root, "HEAD")
        return Commit(found, listing(root, found, "plan", "meetings"))
    except Unknown:
        return None


def version_of(root: Path, sources: Mapping[str, Source], commit: Commit | None) -> Version | None:
    """The *commit* beside which the plan of *root* was read as *sources*; ``None`` when it holds no plan.

    Git is not asked about the working folder: what was read is compared with what the commit holds.
    """
    if commit is None:
        return None
    try:
        held = frozenset(_held(BlobTree(commit.blobs, {})))
    except Unreadable:
        return None
    if not held:
        return None
    changed = any(not _is_held(commit.blobs.get(path), source.raw) for path, source in sources.items()) or any(
        path not in sources and not (root / path).exists() for path in held
    )
    return Version(commit.revision.id, commit.revision.day, changed)


def _held(tree: BlobTree) -> Iterator[str]:
    """The files that a plan is read from."""
    for folder in _FOLDERS:
        yield from (one.path for one in tree.entries(folder) if not one.folder and one.name.endswith(_ENDINGS))


def _is_held(blob: Blob | None, raw: bytes) -> bool:
    """True for the same file; line ends may differ, as Git makes them on Windows."""
    if blob is None or not blob.is_read:
        return False
    if _id_like(blob, raw) == blob.id:
        return True
    plain = raw.replace(b"\r\n", b"\n")
    return blob.id in (_id_like(blob, plain), _id_like(blob, plain.replace(b"\n", b"\r\n")))


def _id_like(blob: Blob, raw: bytes) -> bytes:
    """The id that Git gives to what stands in a file, made in the way in which that of *blob* is."""
    kind = hashlib.sha1 if len(blob.id) == 40 else hashlib.sha256
    return kind(b"blob %d\0%s" % (len(raw), raw), usedforsecurity=False).hexdigest().encode()
