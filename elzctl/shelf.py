"""One plain value that a run leaves for the next one, beside what was read of the same plan (:mod:`elzctl.cache`).

It holds texts, bytes and numbers, and tuples, dictionaries and sets of these: nothing else is made of the bytes that are
found.  Whatever is wrong with them (half written, of another version, of somebody else) it is as if nothing were there.
"""

from __future__ import annotations

import os
import pickle
from contextlib import suppress
from io import BufferedReader
from pathlib import Path
from typing import Any, NoReturn


class Shelf:
    """Where one value is kept; nothing is when the folder is ``None``."""

    def __init__(self, folder: Path | None, name: str, mark: str) -> None:
        """*name* begins with a digit, as all that is kept of a plan; *mark* is other when an earlier value is of no use."""
        self._path = None if folder is None else folder / name
        self._mark = f"{mark}\n".encode("utf-8", "surrogateescape")

    def beside(self, name: str) -> Shelf:
        """Another one of the same plan, with the same mark."""
        other = Shelf(None, name, "")
        other._path, other._mark = None if self._path is None else self._path.with_name(name), self._mark
        return other

    def take(self) -> Any:
        """What was put there last; ``None`` when there is nothing."""
        if self._path is None:
            return None
        try:
            with self._path.open("rb") as file:
                if file.read(len(self._mark)) == self._mark and _is_ours(file):
                    return _Plain(file).load()
        except Exception:  # noqa: BLE001 - bytes that are not what was written may raise anything, and it means the same
            return None
        return None

    def put(self, kept: Any) -> None:
        """Keeps a value for the next time.  Never raises for what the disk says: then the next run does all the work."""
        if self._path is None:
            return
        new = self._path.with_name(f"{self._path.name}.{os.getpid()}")
        try:
            self._path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            with new.open("wb") as file:
                file.write(self._mark)
                pickle.dump(kept, file, 5)
            new.replace(self._path)
        except OSError:
            with suppress(OSError):
                new.unlink()


class _Plain(pickle.Unpickler):
    """Makes plain values alone: no class and no function is found by its name."""

    def find_class(self, module: str, name: str) -> NoReturn:
        raise pickle.UnpicklingError(f"{module}.{name}")


def _is_ours(file: BufferedReader) -> bool:
    """False when somebody else wrote a file."""
    return not hasattr(os, "getuid") or os.fstat(file.fileno()).st_uid == os.getuid()
