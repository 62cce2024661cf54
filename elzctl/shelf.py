"""One plain value that a run leaves for the next one, beside what was read of the same plan (:mod:`elzctl.cache`).

It holds texts, bytes and numbers, and tuples, dictionaries and sets of these: nothing else is made of the bytes that are
found.  Whatever is wrong with them (half written, of another version, of somebody else) it is as if nothing were there.
"""

from __future__ import annotations

import os
import pickle
import re
import sys
from collections.abc import Callable, Mapping
from contextlib import suppress
from io import BufferedReader, BufferedWriter, BytesIO
from time import time
from typing import IO, TYPE_CHECKING, Any, NoReturn
from zlib import crc32

if TYPE_CHECKING:
    from types import TracebackType

_LENGTH, _CHECK = 8, 4
LEFT = re.compile(r"[0-9][0-9a-z-]*\.[0-9]{1,10}")
"""How what is on its way to a shelf is called."""
_LONG = 3600
"""Seconds after which nobody writes a file any more."""
FOLDER = "ELZCTL_CACHE"
"""The environment variable that names a folder for what is kept, from the root of the disk; with any other value nothing is."""


def home_of(environment: Mapping[str, str]) -> str | None:
    """Where all that earlier runs left is kept; ``None`` when nothing is."""
    home = environment.get(FOLDER)
    if home is None:
        home = environment.get("LOCALAPPDATA" if sys.platform == "win32" else "XDG_CACHE_HOME", "")
        if not os.path.isabs(home):
            below = {"win32": "AppData/Local", "darwin": "Library/Caches"}.get(sys.platform, ".cache")
            home = os.path.join(os.path.expanduser("~"), below)
    return os.path.join(home, "elzctl") if os.path.isabs(home) else None


class Shelf:
    """Where one value is kept; nothing is when the folder is ``None``."""

    def __init__(self, folder: str | os.PathLike[str] | None, name: str, mark: str | Callable[[], str]) -> None:
        """*name* begins with a digit, as all that is kept of a plan; *mark* is other when an earlier value is of no use.

        A *mark* that takes time to find is asked for when there is something to compare it with, or to keep.
        """
        self.folder = None if folder is None else os.fspath(folder)
        self._name = name
        self._mark = mark

    def beside(self, name: str) -> Shelf:
        """Another one of the same plan, with the same mark."""
        return Shelf(self.folder, name, self._mark)

    def take(self) -> Any:
        """What was put there last; ``None`` when there is nothing."""
        found = self.take_parts(1)
        return found[0] if found else None

    def take_parts(self, most: int = 1_000) -> list[Any]:
        """The same of what was put there in parts, at the *most* so many; none when there is nothing."""
        found: list[Any] = []
        if self.folder is None:
            return found
        try:
            with open(os.path.join(self.folder, self._name), "rb") as file:
                mark = self._first()
                if file.read(len(mark)) == mark and _is_ours(file):
                    while len(found) < most and (data := unpacked(file)) is not None:
                        found.append(Plain(data).load())
        except Exception:  # noqa: BLE001 - bytes that are not what was written may raise anything, and it means the same
            return []
        return found

    def put(self, kept: Any) -> None:
        """Keeps a value for the next time.  Never raises for what the disk says: then the next run does all the work."""
        with self.begin() as begun:
            begun.add(kept)
            begun.done()

    def begin(self) -> Begun:
        """What is to be put there, in parts, each written as soon as it is known."""
        return Begun(None if self.folder is None else os.path.join(self.folder, self._name), self._first)

    def _first(self) -> bytes:
        mark = self._mark if isinstance(self._mark, str) else self._mark()
        return f"{mark}\n".encode("utf-8", "surrogateescape")


class Begun:
    """A value that is on its way to a shelf: until it is :meth:`done` nobody sees it.  Leaving the ``with`` block ends it."""

    def __init__(self, path: str | None, first: Callable[[], bytes]) -> None:
        """Nothing is kept when *path* is ``None``; *first* gives what stands before the value."""
        self._path = path
        self._new = f"{path}.{os.getpid()}"
        self._first = first
        self._file: BufferedWriter | None = None

    def __enter__(self) -> Begun:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._file is not None:
            self._path = None
            with suppress(OSError):
                self._file.close()
            with suppress(OSError):
                os.unlink(self._new)

    def add(self, part: Any) -> None:
        """Writes a part.  Never raises for what the disk says: then nothing is kept."""
        if self._path is None:
            return
        try:
            if self._file is None:
                os.makedirs(os.path.dirname(self._path), mode=0o700, exist_ok=True)
                self._file = open(self._new, "wb")  # noqa: SIM115 - it is closed when all is there
                self._file.write(self._first())
            self._file.write(packed(pickle.dumps(part, 5)))
        except OSError:
            self.__exit__(None, None, None)

    def done(self) -> None:
        """Puts what was added in the place of what was there."""
        if self._path is None or self._file is None:
            return
        try:
            self._file.close()
            os.replace(self._new, self._path)
            self._file = None
            sweep(os.path.dirname(self._path), LEFT)
        except OSError:
            self.__exit__(None, None, None)


def sweep(folder: str, names: re.Pattern[str]) -> None:
    """Takes away what runs that were killed left in a folder under such *names*; never what somebody may be writing now."""
    with suppress(OSError), os.scandir(folder) as entries:
        for entry in entries:
            if names.fullmatch(entry.name) and entry.stat(follow_symlinks=False).st_mtime < time() - _LONG:
                with suppress(OSError):  # a folder, or gone already
                    os.unlink(entry.path)


def packed(data: bytes) -> bytes:
    """The *data* as they lie on the disk, so that nobody takes them when one bit of them fell over."""
    return b"".join((len(data).to_bytes(_LENGTH, "big"), crc32(data).to_bytes(_CHECK, "big"), data))


def unpacked(file: IO[bytes]) -> BytesIO | None:
    """What was packed and is the next in a file; ``None`` at its end.  Raises ValueError when that is not what was written."""
    length, check = file.read(_LENGTH), file.read(_CHECK)
    if not length:
        return None
    data = file.read(int.from_bytes(length, "big"))
    if len(data) != int.from_bytes(length, "big") or crc32(data) != int.from_bytes(check, "big"):
        raise ValueError("damaged")
    return BytesIO(data)


class Plain(pickle.Unpickler):
    """Makes plain values alone: no class and no function is found by its name."""

    def find_class(self, module: str, name: str) -> NoReturn:
        raise pickle.UnpicklingError(f"{module}.{name}")


def _is_ours(file: BufferedReader) -> bool:
    """False when somebody else wrote a file."""
    return not hasattr(os, "getuid") or os.fstat(file.fileno()).st_uid == os.getuid()
