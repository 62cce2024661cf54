"""Regular expressions as an earlier run compiled them: to compile those of one command takes longer than to draw ten pages.

Python keeps what it compiled as long as a program runs.  Here that is also looked for in what an earlier run of the same
command left, wherever it is asked for: in elzctl and in the libraries.  What is kept is data that the matcher checks before
it takes it, and of use to the very same Python alone; with any other, or where nothing can be kept, all is as ever.
"""

from __future__ import annotations

import os
import re
import sys
from array import array
from contextlib import suppress
from importlib import import_module
from typing import Any, TypeAlias

from elzctl.afterwards import later
from elzctl.shelf import Shelf, home_of

FEWEST = 10
"""Of fewer new ones nothing is written: they are made of what stands in a plan, and others the next time."""
MOST = 2_000
"""So many are kept for one command."""

Key: TypeAlias = "tuple[str | bytes, int]"
Coded: TypeAlias = "tuple[int, bytes, int, dict[str, int], tuple[str | None, ...]]"


class Patterns(dict[Any, Any]):
    """In the place of what Python remembers: what it does not know yet is made of what was *kept*, and told apart when it is in neither."""

    def __init__(self, remembered: dict[Any, Any], kept: dict[Key, Coded], shelf: Shelf) -> None:
        """*kept* lay on the *shelf*."""
        super().__init__(remembered)
        self.kept = kept
        self.new: list[Key] = []
        self._shelf = shelf
        self._compile = import_module("_sre").compile

    def __missing__(self, key: tuple[type, str | bytes, int]) -> re.Pattern[Any]:
        """The pattern with this key.  Raises KeyError when it has to be compiled."""
        kept = self.kept.get(key[1:])
        if kept is not None:
            try:
                flags, code, groups, names, places = kept
                words = memoryview(code).cast("I").tolist()
                found: re.Pattern[Any] = self._compile(key[1], flags, words, groups, names, places)
            except (RuntimeError, TypeError, ValueError, OverflowError):  # not what was written
                del self.kept[key[1:]]
            else:
                self[key] = found
                return found
        if isinstance(key[1], (str, bytes)):  # else it is a pattern already, which may be compiled as well
            self.new.append(key[1:])
        raise KeyError(key)

    def keep(self) -> None:
        """Puts what was compiled anew on the shelf, when it is worth it."""
        if len(self.new) >= FEWEST and len(self.kept) < MOST:
            there = self._shelf.take()  # perhaps a copy of this process was here before
            new: dict[Key, Coded] = {}
            for key in self.new[: MOST - len(self.kept)]:
                # What is no pattern, who typed it was told so; and to keep what is one may never make a run fail.
                with suppress(Exception):
                    new[key] = coded(*key)
            self._shelf.put({**(there if isinstance(there, dict) else {}), **self.kept, **new})
            self.new.clear()


def coded(pattern: str | bytes, flags: int) -> Coded:
    """A pattern as the matcher knows it."""
    parser, compiler = import_module("re._parser"), import_module("re._compiler")
    parsed = parser.parse(pattern, flags)
    names: dict[str, int] = parsed.state.groupdict
    places: list[str | None] = [None] * parsed.state.groups
    for name, place in names.items():
        places[place] = name
    code = array("I", compiler._code(parsed, flags)).tobytes()
    return flags | parsed.state.flags, code, parsed.state.groups - 1, names, tuple(places)


def remember(command: str) -> None:
    """Has Python find what earlier runs of a *command* left."""
    # Of 3.12 and later the first of two memories, which alone is asked for all.
    name = "_cache2" if "_cache2" in vars(re) else "_cache"
    home = home_of(os.environ)
    if sys.implementation.name != "cpython" or array("I").itemsize != 4 or home is None or name not in vars(re):
        return
    shelf = Shelf(home, f"0-patterns-{command}", sys.version)
    found = shelf.take()
    later(keep)
    vars(re)[name] = Patterns(vars(re)[name], found if isinstance(found, dict) else {}, shelf)


def keep() -> None:
    """Leaves what this process compiled for the next run; never raises."""
    for name in ("_cache2", "_cache"):
        memory = vars(re).get(name)
        if isinstance(memory, Patterns):
            memory.keep()
