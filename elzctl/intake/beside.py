"""A tree with files laid over it that are not written yet, to read a plan from as it will be."""

from __future__ import annotations

from collections.abc import Mapping

from elzctl.tree import Entry, Tree


class Beside:
    """The files of *tree*, and in front of them others by path."""

    def __init__(self, tree: Tree, files: Mapping[str, bytes]) -> None:
        """*files* are new, or take the place of those with their names."""
        self._tree = tree
        self._files = files

    def entries(self, folder: str) -> tuple[Entry, ...]:
        """What stands in *folder*, by name.  Raises Unreadable."""
        found = {entry.name: entry for entry in self._tree.entries(folder)}
        for path in self._files:
            if path.startswith(f"{folder}/"):
                name, below, _ = path.removeprefix(f"{folder}/").partition("/")
                found.setdefault(name, Entry(f"{folder}/{name}", name, bool(below), link=False))
        return tuple(found[name] for name in sorted(found))

    def read(self, path: str) -> bytes:
        """The bytes of a file.  Raises Unreadable."""
        return self._files[path] if path in self._files else self._tree.read(path)

    def tracked(self, folder: str) -> None:
        """Git is not asked."""
