"""A folder that holds files made from a plan: what is the same stays untouched, and what is no longer made goes.

A list in the folder says which files are ours.  Nothing else in it is written over or taken away.
"""

from __future__ import annotations

import json
import os
import re
from collections.abc import Iterable, Mapping
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from elzctl.disk import beginning, write_output
from elzctl.hashes import blake2b, sha256
from elzctl.journal import TEMPORARY
from elzctl.mirrored_file import check_folder, content, put
from elzctl.record import NamedTuple
from elzctl.shelf import sweep
from elzctl.wording import say
from elzctl.write_faults import WriteFault

if TYPE_CHECKING:
    from types import TracebackType

LIST = ".elzctl-site.json"
"""The name of the list."""

_LARGEST = 64 << 20
_LONG = 32
"""So many signs has a hash."""
_VERSION = 1
# Lower-case names, as pages have them, in at most one folder.
_PATH = re.compile(r"(?:[a-z0-9][a-z0-9-]{0,120}/)?[a-z0-9][a-z0-9.-]{0,120}[a-z0-9]")


# That of a file, or of what it was and what it is to be.
_HASHES = re.compile(rf"[0-9a-f]{{{_LONG}}}(?: [0-9a-f]{{{_LONG}}})*")


class Mirrored(NamedTuple):
    """What was done: the paths that were written and taken away, in order, and how many files were the same."""

    written: tuple[str, ...]
    removed: tuple[str, ...]
    kept: int


def looked(folder: Path, paths: Iterable[str]) -> dict[str, bytes | None]:
    """What the files at *paths* hold, ``None`` of one that is not there: to look while there is time.  Raises WriteFault."""
    if not os.path.lexists(folder):
        return dict.fromkeys(paths)
    return {path: content(folder, path) for path in paths}


class Ahead:
    """Files of a folder that is not there yet, written as soon as they are known.

    Leaving the ``with`` block by an error before they :meth:`stay` takes them away again: then nothing was written.
    """

    def __init__(self, folder: Path) -> None:
        """Nothing is written ahead in a *folder* that is there."""
        self.files: dict[str, bytes] = {}
        """What was written, at last the rest too."""
        self.hashes: dict[str, tuple[bytes, str]] = {}
        """Files with their hashes, written or not."""
        self._folder = folder
        self.is_new = not os.path.lexists(folder)
        """True as long as what was written can be taken away again, for the folder is ours alone."""

    def __enter__(self) -> Ahead:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if error is None or not self.is_new:
            return
        for path in self.files:
            _removed(self._folder, path, self.hashes[path][1])
        with suppress(OSError):
            os.unlink(self._folder / LIST)
            os.rmdir(self._folder)

    def stay(self) -> None:
        """Has them stay: the site is whole, or somebody else makes it too."""
        self.is_new = False

    def wrote(self, path: str, data: bytes, made: str) -> None:
        """Takes in one more file that was written, with its hash: it goes as well when the rest cannot be written."""
        self.files[path], self.hashes[path] = data, (data, made)

    def add(self, files: Mapping[str, bytes], *, are_final: bool) -> None:
        """Writes files; of those that may still change, as most will not, only the hashes are made.  Raises WriteFault."""
        self.hashes.update((path, (data, _hash(data))) for path, data in files.items())
        _check_names(files)
        if not (are_final and self.is_new and (self.files or self._begun())):
            return
        ours = {**_listed(self._folder), **{path: self.hashes[path][1] for path in (*self.files, *files)}}
        _write_list(self._folder, ours)
        for path, data in files.items():
            try:
                if not put(f"{self._folder}/{path}", data, is_new=True):
                    self.stay()
            except WriteFault:
                if os.path.lexists(f"{self._folder}/{path}"):  # somebody else makes it at the same time
                    self.stay()
                raise
            self.files[path] = data

    def _begun(self) -> bool:
        """True when the folder could be made, by this process and nobody else."""
        with suppress(OSError):  # who writes the rest says what is wrong
            os.makedirs(self._folder.parent, exist_ok=True)
            os.mkdir(self._folder)
            return True
        self.is_new = False
        return False


def mirror(
    folder: Path,
    files: Mapping[str, bytes],
    seen: Mapping[str, bytes | None] | None = None,
    ahead: Ahead | None = None,
) -> Mirrored:
    """Makes *folder* hold the *files*, by their paths in it, which have at most one folder.  Raises WriteFault.

    What was just *seen* of them with :func:`looked`, or written *ahead*, is not looked for again.

    One that is there already and was not made by us is never written over.  When it is interrupted, the next time knows
    what was made.
    """
    _check_names(files)
    ahead = ahead or Ahead(folder)
    for name in ("", *sorted({path.rpartition("/")[0] for path in files} - {""})):
        check_folder(folder / name)
        sweep(f"{folder}/{name}", TEMPORARY)
    seen = {**(seen or {}), **ahead.files}
    old = {**seen, **looked(folder, [path for path in files if path not in seen])}
    ours = _listed(folder)  # after the files: another run that makes them lists them first
    _refuse_others(folder, files, old, ours)
    changed = tuple(path for path, data in files.items() if old[path] != data)
    made = {path: _known(ours.get(path, "")) if old[path] == data else "" for path, data in files.items()}
    known = {path: one for path, (data, one) in ahead.hashes.items() if files.get(path) is data}
    made = {path: one or known.get(path) or _hash(files[path]) for path, one in made.items()}
    stale = tuple(path for path in sorted(ours.keys() - files.keys()))
    # Until everything is done, both what was there and what is to be there are ours.
    either = {**ours, **{path: _either(ours.get(path), one) for path, one in made.items()}}
    if changed or stale or ours != made:
        _write_list(folder, either)
    _put_all(folder, {path: files[path] for path in changed}, old, made, ahead)
    removed = tuple(path for path in stale if _removed(folder, path, ours[path]))
    if either != made:
        _write_list(folder, made)
    written = tuple(path for path in files if path in ahead.files or old[path] != files[path])
    return Mirrored(written, removed, len(files) - len(written))


def _put_all(
    folder: Path, files: Mapping[str, bytes], old: Mapping[str, bytes | None], made: Mapping[str, str], ahead: Ahead
) -> None:
    """Writes files.  When one cannot be, what was written goes again in a new folder; in another one it is said what stands there."""
    begun = False
    for path, data in files.items():
        is_new = old[path] is None
        try:
            if not put(f"{folder}/{path}", data, is_new=is_new):
                ahead.stay()
        except WriteFault as fault:
            if os.path.lexists(f"{folder}/{path}") and is_new:  # somebody else makes it at the same time
                ahead.stay()
            if begun and not ahead.is_new:
                half = say(
                    "This cannot be written ({why}), so the folder holds a part of the old site and a part of the new one; mend that, and make the site again",
                    why=fault.why or "?",
                )
                raise WriteFault(half, fault.path) from None
            raise
        if is_new:
            ahead.wrote(path, data, made[path])
        begun = True


def _check_names(files: Mapping[str, bytes]) -> None:
    if odd := [path for path in files if not _PATH.fullmatch(path)]:
        raise ValueError(f"no name for a file of a site: {odd[0]!r}")  # they are made of ids that were checked


def _refuse_others(
    folder: Path, files: Mapping[str, bytes], old: Mapping[str, bytes | None], ours: Mapping[str, str]
) -> None:
    """Raises WriteFault for a file that would be lost."""
    for path, data in files.items():
        found = old[path]
        if found is not None and found != data and path not in ours:
            message = say("This file is there already, and elzctl did not make it; nothing was written")
            raise WriteFault(message, str(folder / path))


def _listed(folder: Path) -> dict[str, str]:
    """The files that are ours with their hashes, of which a file has one; none when the list cannot be read."""
    try:
        data = json.loads(beginning(os.fspath(folder / LIST), _LARGEST))
    except (OSError, ValueError, RecursionError):
        return {}
    listed = data.get("files") if isinstance(data, dict) and data.get("version") == _VERSION else {}
    pairs = listed.items() if isinstance(listed, dict) else ()
    return {
        path: one for path, one in pairs if _PATH.fullmatch(path) and isinstance(one, str) and _HASHES.fullmatch(one)
    }


def _write_list(folder: Path, made: Mapping[str, str]) -> None:
    # Neither a path nor a hash has a sign that JSON writes otherwise.
    lines = ",\n".join(f'  "{path}": "{one}"' for path, one in sorted(made.items()))
    data = f'{{\n "version": {_VERSION},\n "files": {{\n{lines}\n }}\n}}\n'
    write_output(folder / LIST, data.encode(), within=folder, durable=False)


def _removed(folder: Path, path: str, known: str) -> bool:
    """Takes away a file that is still as we made it, and folders that are empty then."""
    place = folder / path
    if any(map(os.path.islink, (place, *(above for above in place.parents if folder in above.parents)))):
        return False
    with suppress(OSError, WriteFault):
        found = content(folder, path)
        if found is None or not any(_is_hash(one, found) for one in known.split()):
            return False
        os.unlink(place)
        for above in place.parents:
            if above == folder:
                break
            os.rmdir(above)
        return True
    return not os.path.lexists(place)


def _either(old: str | None, new: str) -> str:
    """The hashes of a file that is being written: whichever it has, it is ours."""
    return new if old in (None, new) else f"{old} {new}"


def _known(listed: str) -> str:
    """The hash of a file that is as it was when the list was written; not that of one that was being written then."""
    return "" if " " in listed else listed


def _hash(data: bytes) -> str:
    return blake2b(data).hexdigest()[:_LONG]


def _is_hash(known: str, data: bytes) -> bool:
    """True when *known* is the hash of *data*, or the one that older lists have."""
    return known in (_hash(data), sha256(data).hex()[:_LONG])
