"""Files as Git keeps them: which names there are, and what stands in them, with the same two methods as the working folder."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from elzctl.record import NamedTuple
from elzctl.tree import MAX_BYTES, MAX_FILES, Entry, Unreadable, is_ignored, on_one_line
from elzctl.wording import say

_LINK, _FILE, OTHER_REPOSITORY = b"120000", (b"100644", b"100755", b"100664"), b"160000"
_ENTRY = re.compile(
    rb"(?P<mode>\d{6}) (?P<kind>\w+) (?P<id>[0-9a-f]{40,64}) +(?P<size>\d+|\S+)\t(?P<path>.*)", re.DOTALL
)


class Blob(NamedTuple):
    """A file by the id of what stands in it; the *size* is 0 where nobody asked for it."""

    mode: bytes
    id: bytes
    size: int = 0

    @property
    def is_read(self) -> bool:
        """True for an ordinary file that is not too large."""
        return self.mode in _FILE and self.size <= MAX_BYTES


class BlobTree:
    """Files by their path, and what stands in them by its id."""

    def __init__(self, blobs: Mapping[str, Blob], contents: Mapping[bytes, bytes]) -> None:
        """*contents* has what stands in every file that is read."""
        self._blobs, self._contents = blobs, contents

    @property
    def blobs(self) -> Mapping[str, Blob]:
        """Every file by its path, whatever it is."""
        return self._blobs

    def data(self, blob: Blob) -> bytes | None:
        """What stands in a file; ``None`` when that is not read."""
        return self._contents.get(blob.id) if blob.is_read else None

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
                    is_folder = bool(below) or blob.mode == OTHER_REPOSITORY
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
        if blob.mode == OTHER_REPOSITORY:
            raise Unreadable(say("is a repository of its own (a submodule); what stands in it is not in this commit"))
        raise Unreadable(say("is a file; elzctl expects a folder"))


class Object(NamedTuple):
    """What Git keeps by its id."""

    id: bytes
    data: bytes


def listed(output: bytes) -> Iterable[tuple[str, Blob]]:
    """The files that ``ls-tree -z --long`` tells of, by path."""
    for line in output.split(b"\0"):
        match = _ENTRY.fullmatch(line)
        if match is not None:
            # Of what is damaged or missing, the size is a word.
            size = int(match["size"]) if match["size"].isdigit() else 0
            yield match["path"].decode("utf-8", "surrogateescape"), Blob(match["mode"], match["id"], size)


def objects(output: bytes) -> Iterable[Object]:
    """What ``cat-file --batch`` tells of objects by name, one after the other; those that Git does not have are left out."""
    place = 0
    while (end := output.find(b"\n", place)) >= 0:
        head = output[place:end].split(b" ")
        place = end + 1
        if len(head) == 3 and head[2].isdigit():  # not "<id> missing"
            size = int(head[2])
            if place + size < len(output):
                yield Object(head[0], output[place : place + size])
            place += size + 1
