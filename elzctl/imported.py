"""The code of modules as an earlier run found it, in one file: to find and open hundreds takes longer than to run them.

Python looks for each module in each folder, asks the disk four times and opens a file of its own.  Here that is done once:
what a run imported lies in one file beside the other compiled code, and counts as long as the source is the file that it
was.  It is trusted as that code is, so it is never kept among what runs leave in the user's folder; where nothing can be
written, all is as ever.
"""

from __future__ import annotations

import marshal
import os
import sys
from importlib.machinery import ModuleSpec, SourceFileLoader
from types import CodeType

from elzctl.afterwards import later

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from types import ModuleType
    from typing import TypeAlias

    Stamp: TypeAlias = "tuple[int, int]"
    """When a source was changed, and its size."""
    Entry: TypeAlias = "tuple[str, bool, Stamp, int, int]"
    """The path of the source, whether it is that of a package, its stamp, and where the code begins and how long it is."""

FEWEST = 10
"""Of fewer new ones nothing is written: the next run finds them as this one did."""
MOST = 4
"""So many files are kept."""
_LONG = 3600
"""Seconds after which nobody writes a file any more."""
_NAME = f"elzctl.{sys.implementation.cache_tag}-"
_HEAD = 16
"""So many signs say how long the list is that stands before the code."""
_FOLDER = os.path.dirname(__file__)


class Loader(SourceFileLoader):
    """Takes the code of a module out of the file; all else is as with any module."""

    def __init__(self, name: str, path: str, finder: Modules, place: int, length: int) -> None:
        """The code lies at this *place* of what the *finder* knows."""
        super().__init__(name, path)
        self._finder = finder
        self._place = place
        self._length = length

    def get_code(self, fullname: str) -> CodeType | None:
        """The code, from where it lies; as Python finds it where that is not what was written."""
        try:
            # As any compiled code of a module: S302 is about what somebody else may have written.
            found = marshal.loads(self._finder.code(self._place, self._length))  # noqa: S302
        except (EOFError, MemoryError, OSError, TypeError, ValueError):
            return super().get_code(fullname)
        return found if isinstance(found, CodeType) else super().get_code(fullname)


class Modules:
    """Finds modules by what an earlier run left, before Python looks for them."""

    def __init__(self, folder: str) -> None:
        """The file in *folder* is of use to the same Python that looks in the same folders."""
        self._folder = folder
        # Without the first path, which is where somebody stands; with our own: a copy of all this is something else.
        self._mark = repr((sys.version, sys.flags.optimize, _FOLDER, sys.path[1:]))
        number = (
            int.from_bytes(self._mark.encode("utf-8", "surrogateescape"), "big") % 0xFFFFFFFB
        )  # as good as any hash here
        self._path = os.path.join(folder, f"{_NAME}{number:08x}")
        self._known: dict[str, Entry] = {}
        self._file, self._begin = -1, 0
        try:
            self._file = os.open(self._path, os.O_RDONLY | getattr(os, "O_BINARY", 0))
            self._begin = _HEAD + int(self.code(0, _HEAD))
            mark, known = marshal.loads(self.code(_HEAD - self._begin, self._begin - _HEAD))  # noqa: S302 - the same
            self._known = known if mark == self._mark else {}
        except (EOFError, OSError, TypeError, ValueError):
            pass

    def code(self, place: int, length: int) -> bytes:
        """So many bytes of the file, from a place behind the list.  Raises OSError."""
        if hasattr(os, "pread"):  # without moving in the file, which copies of this process share
            return os.pread(self._file, length, self._begin + place)
        os.lseek(self._file, self._begin + place, os.SEEK_SET)
        return os.read(self._file, length)

    def find_spec(self, name: str, path: Sequence[str] | None, target: ModuleType | None = None) -> ModuleSpec | None:
        """How a module is imported; ``None`` for one that is not known, or of which the source is another now."""
        known = self._known.get(name)
        if known is None or _stamp(known[0]) != known[2]:
            return None
        source, is_package, _, place, length = known
        spec = ModuleSpec(name, Loader(name, source, self, place, length), origin=source, is_package=is_package)
        spec.has_location = True
        folder, file = os.path.split(source)
        spec.cached = f"{folder}/__pycache__/{file[:-2]}{sys.implementation.cache_tag}.pyc"
        if spec.submodule_search_locations is not None:
            spec.submodule_search_locations.append(folder)
        return spec

    def keep(self) -> None:
        """Leaves what was imported for the next run, when that is worth it; never raises."""
        if sys.dont_write_bytecode:
            return
        new = [(name, one) for name, one in _found_anew() if name not in self._known or self._is_other(name)]
        if len(new) < FEWEST:
            return
        from contextlib import suppress

        there = Modules(self._folder)  # perhaps a copy of this process was here before
        with suppress(OSError):
            parts = {name: (entry[:3], there.code(*entry[3:])) for name, entry in there._known.items()}
            for name, loader in new:
                with suppress(
                    ImportError, OSError, SyntaxError, ValueError
                ):  # of a file that just went, or was changed
                    stamp, code = _stamp(loader.path), loader.get_code(name)
                    if stamp is not None and code is not None:
                        parts[name] = ((loader.path, loader.is_package(name), stamp), marshal.dumps(code))
            self._write(parts)

    def _is_other(self, name: str) -> bool:
        return self._known[name][2] != _stamp(self._known[name][0])

    def _write(self, parts: dict[str, tuple[tuple[str, bool, Stamp], bytes]]) -> None:
        """Puts these in the place of what there is.  Raises OSError."""
        known: dict[str, Entry] = {}
        place = 0
        for name, (entry, code) in parts.items():
            known[name] = (*entry, place, len(code))
            place += len(code)
        first = marshal.dumps((self._mark, known))
        new = f"{self._path}.{os.getpid()}"
        try:
            with open(new, "wb") as file:
                file.write(b"%*d" % (_HEAD, len(first)) + first + b"".join(code for _, code in parts.values()))
            os.replace(new, self._path)
        except OSError:
            os.unlink(new)
            raise
        self._tidy()

    def _tidy(self) -> None:
        """Takes away the oldest, of Pythons and folders that nobody uses any more, and what a stopped run left of one."""
        with os.scandir(self._folder) as entries:
            found = [(one.stat().st_mtime, one.path) for one in entries if one.name.startswith(_NAME)]
        whole = sorted(one for one in found if len(one[1]) == len(self._path))
        left = [one for one in found if len(one[1]) > len(self._path) and one[0] < whole[-1][0] - _LONG]
        for _, path in (*whole[:-MOST], *left):
            os.unlink(path)


def _found_anew() -> Iterator[tuple[str, SourceFileLoader]]:
    """The modules that Python had to look for, of elzctl and of what is installed: nothing of the folder where somebody stands."""
    places = tuple(f"{one}{os.sep}" for one in (_FOLDER, *sys.path[1:]) if one)
    for name, module in sys.modules.copy().items():
        spec = getattr(module, "__spec__", None)
        loader = spec.loader if spec is not None and spec.name == name else None
        if type(loader) is SourceFileLoader and loader.path.startswith(places):
            yield name, loader


def _stamp(path: str) -> Stamp | None:
    try:
        found = os.stat(path)
    except OSError:
        return None
    return found.st_mtime_ns, found.st_size


def remember() -> None:
    """Has Python find the modules of elzctl, and those that it needs, as an earlier run did.

    Where compiled code has a place of its own (PYTHONPYCACHEPREFIX) all is as ever.
    """
    if sys.implementation.name == "cpython" and sys.pycache_prefix is None:
        later(keep)
        sys.meta_path.insert(0, Modules(os.path.join(_FOLDER, "__pycache__")))


def keep() -> None:
    """Leaves what this process imported for the next run; never raises."""
    for finder in sys.meta_path:
        if isinstance(finder, Modules):
            finder.keep()
