"""What was read in earlier runs, so that a file that did not change is not read again.

It is kept in the user's own folder for such things, never in the repository: what comes with a plan, by pull request or in
a copy of a whole folder, is not trusted with it.  A file counts as unchanged when all its bytes are the same.  Whatever is
wrong with what was kept (half written, of another version, made by somebody else) it is as if it were not there.
"""

from __future__ import annotations

import os
import pickle
import sys
from collections.abc import Iterator, Mapping
from contextlib import suppress
from enum import Enum
from io import BytesIO
from pathlib import Path
from time import time
from typing import Any
from zlib import crc32

from elzctl import __version__
from elzctl.load import Kept
from elzctl.record import NamedTuple
from elzctl.shelf import LEFT, home_of, packed, sweep, unpacked
from elzctl.source import Source

_PARTS = 8
"""Over so many files what was read is spread: after a change only that part is written anew."""
_FORGOTTEN = 90 * 24 * 3600
"""After so many seconds without a change what was kept of another plan goes."""
_OF_ALL, _OF_A_PLAN = "0-*", "[0-9]*"
"""How files are called that hold what is the same for all plans (:mod:`elzctl.patterns`), and what was found in one."""
_STAMP = 8
"""So many bytes that nobody has drawn before mark each writing of a part: the same bytes are the same files."""
MOST = 200
"""Of so many plans something is kept; what was changed longest ago goes first."""

_WORDS = "body clock colours dates fiche finding ids internal meeting model pictures record remarks rights source style telephones terms trackers typed"
_VALUES = frozenset(
    f"elzctl.{name}" for name in (*_WORDS.split(), "agenda", "picture_names", "traces", "typefaces", "value", "wording")
)
"""Where the values of a plan are defined."""


class Cache:
    """What was read of the files under one root, or of an older version of them."""

    def __init__(self, folder: Path | None, root: Path, *, older: bool = False) -> None:
        """Kept below *folder*; nothing is when that is ``None``."""
        self.folder = None if folder is None else folder / f"{root.name[:40]}-{crc32(os.fsencode(root)):08x}"
        self._first = _PARTS * older
        self._mark = _mark(root)
        self._parts: dict[int, dict[str, Kept]] = {}
        self._stamps: dict[int, bytes] = {}

    def get(self, path: str, /) -> Kept | None:
        """What was read from a file."""
        return self._part(self._place(path)).get(path)

    def keep(self, kept: Mapping[str, Kept]) -> None:
        """Keeps what was read, where that differs from what was kept.  Never raises."""
        if self.folder is None:
            return
        parts: dict[int, dict[str, Kept]] = {self._first + place: {} for place in range(_PARTS)}
        for path, one in kept.items():
            if one.value is not None:
                parts[self._place(path)][path] = one
        changed = [place for place, files in parts.items() if not _is_same(files, self._part(place))]
        if not changed:
            return
        try:
            if not self.folder.is_dir():
                self.folder.mkdir(mode=0o700, parents=True)
                _tidy(self.folder.parent)
            sweep(os.fspath(self.folder), LEFT)
            for place in changed:
                self._stamps[place] = self._write(place, parts[place])
                self._parts[place] = parts[place]
        except (OSError, pickle.PicklingError, RecursionError):
            pass  # a full disk, a folder that may not be written: the next run reads the files

    def answers(self) -> Path | None:
        """The file for what is found in a plan."""
        return None if self.folder is None else self.folder / f"{self._first}f"

    def mark(self) -> bytes:
        """The same for the same files, of the same plan."""
        places = range(self._first, self._first + _PARTS)
        for place in places:
            self._part(place)
        return self._mark + b"".join(self._stamps.get(place, b"-" * _STAMP) for place in places)

    def _place(self, path: str) -> int:
        return self._first + crc32(path.encode("utf-8", "surrogatepass")) % _PARTS

    def _part(self, place: int) -> dict[str, Kept]:
        if place not in self._parts:
            stamp, files = (
                (b"", {}) if self.folder is None else read_values(self.folder / str(place), self._mark, _STAMP)
            )
            self._parts[place] = {}
            with suppress(TypeError):  # not what was written
                self._parts[place] = {path: Kept(*one) for path, one in files.items()}
                self._stamps.update({place: stamp} if stamp else {})
        return self._parts[place]

    def _write(self, place: int, files: dict[str, Kept]) -> bytes:
        """Keeps a part; returns its stamp."""
        assert self.folder is not None
        stamp = os.urandom(_STAMP)
        write_values(self.folder / str(place), self._mark + stamp, {path: tuple(one) for path, one in files.items()})
        return stamp


def read_values(path: Path, mark: bytes, stamp: int = 0) -> tuple[bytes, dict[str, Any]]:
    """What is kept behind a mark and a stamp of so many bytes; nothing when that is not what was written."""
    try:
        with path.open("rb") as file:
            if file.read(len(mark)) == mark and _is_ours(file.fileno()):
                stamped, data = file.read(stamp), unpacked(file)
                if data is not None:
                    return stamped, dict(_Values(data).load())
    except Exception:  # noqa: BLE001 - bytes that are not what was written may raise anything, and it means the same
        return b"", {}
    return b"", {}


def write_values(path: Path, mark: bytes, values: dict[str, Any]) -> None:
    """Keeps values behind a mark.  Raises OSError, PicklingError, RecursionError."""
    new = path.with_name(f"{path.name}.{os.getpid()}")
    try:
        data = BytesIO()
        pickler = pickle.Pickler(data, 5)
        pickler.dispatch_table = {Source: _bytes_alone, **dict.fromkeys(Enum.__subclasses__(), _by_value)}
        pickler.dump(values)
        with new.open("wb") as file:
            file.write(mark + packed(data.getvalue()))
        new.replace(path)
    finally:
        new.unlink(missing_ok=True)


def _by_value(word: Enum) -> tuple[Any, ...]:
    """How a fixed word is kept.  Python 3.11.3 and older would name a function for it, and none is found again."""
    return type(word), (word.value,)


def _bytes_alone(source: Source) -> tuple[Any, ...]:
    """How a file is kept: its text is made of its bytes again when somebody asks for it."""
    whole = source.__reduce_ex__(pickle.HIGHEST_PROTOCOL)
    return *whole[:2], (None, {"path": source.path, "raw": source.raw})


class _Values(pickle.Unpickler):
    """Makes values of a plan and nothing else: no other class, and no function, is found by its name."""

    def find_class(self, module: str, name: str) -> Any:
        if module in _VALUES or (module, name) == ("datetime", "date"):
            found = super().find_class(module, name)
            if isinstance(found, type) and found.__module__ == module:
                return found
        raise pickle.UnpicklingError(f"{module}.{name}")


def cache_of(root: Path, environment: Mapping[str, str], *, older: bool = False) -> Cache:
    """The cache of the plan under *root*, or of an *older* version of it, in the user's folder for such things."""
    return Cache(folder_of(environment), root, older=older)


class Stock(NamedTuple):
    """What is kept of all plans: of how many, and how many bytes."""

    plans: int
    size: int


def stock(folder: Path) -> Stock:
    """What there is in the *folder* of all caches."""
    plans = _plans(folder)
    sizes = (
        size
        for place, names in ((folder, _OF_ALL), *((plan, _OF_A_PLAN) for plan in plans))
        for size in _sizes(place, names)
    )
    return Stock(len(plans), sum(sizes))


def forget(folder: Path) -> None:
    """Removes all that is kept there; never anything else.  Raises OSError."""
    for plan in _plans(folder):
        _remove(plan)
    for path in folder.glob(_OF_ALL):
        path.unlink(missing_ok=True)


def folder_of(environment: Mapping[str, str]) -> Path | None:
    """Where what was read of all plans is kept; ``None`` when nothing is."""
    home = home_of(environment)
    return None if home is None else Path(home)


def _tidy(folder: Path) -> None:
    """Removes what was kept of plans that nobody has looked at for long, and of the oldest when there are many."""
    ages = sorted(((plan.stat().st_mtime, plan) for plan in _plans(folder)), reverse=True)
    for place, (day, plan) in enumerate(ages):
        if place >= MOST or day < time() - _FORGOTTEN:
            _remove(plan)


def _plans(folder: Path) -> list[Path]:
    """The folders in which something is kept of a plan."""
    return [one for one in folder.glob("*-????????") if one.is_dir() and not one.is_symlink()]


def _sizes(folder: Path, names: str) -> Iterator[int]:
    for path in folder.glob(names):
        with suppress(FileNotFoundError):  # another elzctl is at work
            yield path.stat().st_size


def _remove(plan: Path) -> None:
    """Removes the parts and what a stopped run left of one; the folder only when nothing else is in it."""
    for path in plan.glob(_OF_A_PLAN):
        path.unlink(missing_ok=True)
    with suppress(OSError):
        plan.rmdir()


def _is_same(files: Mapping[str, Kept], earlier: Mapping[str, Kept]) -> bool:
    """True when all was kept already: what was not read anew is the very object that was found."""
    return len(files) == len(earlier) and all(earlier.get(path) is one for path, one in files.items())


def _is_ours(file: int) -> bool:
    """False when somebody else wrote a file."""
    return not hasattr(os, "getuid") or os.fstat(file).st_uid == os.getuid()


def _mark(root: Path) -> bytes:
    """What stands before the values: of which plan, with which Python, and with which code of elzctl."""
    code = max(newest(""), newest("faults"))
    return f"{__version__} {sys.version_info[:3]} {code} {root}\n".encode("utf-8", "surrogateescape")


def newest(folder: str) -> tuple[int, str]:
    """When a module in a folder of elzctl was changed last, and which one."""
    with os.scandir(os.path.join(os.path.dirname(__file__), folder)) as entries:
        return max((entry.stat().st_mtime_ns, entry.name) for entry in entries if entry.name.endswith(".py"))
