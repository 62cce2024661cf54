"""Templates: those that come with elzctl, and those that a zone puts in their place, file by file.

A zone's own file ``templates/html/plan.css`` takes the place of ours with that name.  Own files come in by pull request:
they are read here as bytes, under limits and never through a link, and run in a child process that can read nothing else.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING

from elzctl.record import NamedTuple
from elzctl.tree import Unreadable
from elzctl.wording import Message, say

if TYPE_CHECKING:
    from elzctl.tree import Tree

OWN = "templates"
"""The folder of the zone's own."""

ENDINGS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "html": (".j2", ".css", ".js"),
        "pdf": (".typ",),
        "docx": (".docx",),
        "new": (".md", ".yaml"),
        "fonts": (".ttf", ".otf"),
    }
)
"""The kinds of own files, and how their names end."""

ONLY_OWN = ("docx", "fonts")
"""Kinds of which none comes with elzctl."""

WORD = "plan.docx"
"""The one Word file that is used."""

MOST = 60
"""Own files of one kind that are read."""
MOST_FONTS = 8

_PACKAGE = Path(__file__).parent
_PLACES = (_PACKAGE / "_templates", _PACKAGE.parent / "templates")


class OwnTemplates(NamedTuple):
    """The zone's own templates that a document is drawn with: texts and bytes by name, a Word file, fonts."""

    html: Mapping[str, str] = {}
    pdf: Mapping[str, bytes] = {}
    docx: bytes | None = None
    fonts: tuple[bytes, ...] = ()


class BadTemplate(Exception):
    """An own template that cannot be read; ``message`` names it and says why."""

    def __init__(self, message: Message) -> None:
        """*message* is for a person."""
        super().__init__(message.text)
        self.message = message


def folder(kind: str) -> Path:
    """The folder of built-in templates of a *kind*: ``new``, ``html`` or ``pdf``.

    Raises FileNotFoundError when the installation is incomplete.
    """
    for place in _PLACES:
        if (place / kind).is_dir():
            return place / kind
    raise FileNotFoundError(kind)


def built_in(kind: str) -> dict[str, bytes]:
    """The templates of a kind that come with elzctl, by name; none of a kind that only a zone has.

    Raises FileNotFoundError when the installation is incomplete.
    """
    if kind in ONLY_OWN:
        return {}
    files = sorted(folder(kind).iterdir())
    return {file.name: file.read_bytes() for file in files if file.name.endswith(ENDINGS[kind])}


def is_ours(root: Path | None) -> bool:
    """True for the folder that elzctl itself runs from: there the zone's templates and ours are the same files."""
    try:
        return root is not None and any(os.path.samefile(root / OWN, place) for place in _PLACES if place.is_dir())
    except OSError:
        return False


def is_built_in(path: str) -> bool:
    """True for the path of a zone's own file with a name that elzctl gives to one."""
    kind, _, name = path.removeprefix(f"{OWN}/").partition("/")
    if kind in ONLY_OWN:
        return (kind, name) == ("docx", WORD)
    return "/" not in name and name.endswith(ENDINGS.get(kind, ())) and (folder(kind) / name).is_file()


def own_paths(tree: Tree, *kinds: str) -> Iterator[str]:
    """The paths of the zone's own files of these kinds, by default of all.  Raises Unreadable."""
    if is_ours(getattr(tree, "root", None)):
        return
    there = {entry.name for entry in tree.entries(OWN)}
    for kind in kinds or ENDINGS:
        for entry in tree.entries(f"{OWN}/{kind}") if kind in there else ():
            if entry.name.endswith(ENDINGS[kind]) and not entry.folder and (kind != "docx" or entry.name == WORD):
                yield entry.path


def is_changed(tree: Tree, path: str) -> bool:
    """False for an own file with the bytes of the one that comes with elzctl.  Raises Unreadable.

    Of files of another size nothing is read.
    """
    _, kind, name = path.split("/")
    if kind in ONLY_OWN:
        return True
    try:
        ours = folder(kind) / name
        size = os.stat(ours).st_size
        root: Path | None = getattr(tree, "root", None)
        if root is not None and os.lstat(root / path).st_size != size:
            return True
        return tree.read(path) != ours.read_bytes()
    except OSError:
        return True  # none of that name comes with elzctl


def own(tree: Tree, *kinds: str) -> OwnTemplates:
    """What the zone has of these kinds.  Raises BadTemplate."""
    found: dict[str, dict[str, bytes]] = {kind: {} for kind in ENDINGS}
    path = OWN
    try:
        for path in own_paths(tree, *kinds):
            _, kind, name = path.split("/")
            if len(found[kind]) >= (MOST_FONTS if kind == "fonts" else MOST):
                raise BadTemplate(say("{path}: there are too many files in this folder", path=path))
            found[kind][name] = tree.read(path)
    except Unreadable as fault:
        raise BadTemplate(say("{path} {reason}", path=path, reason=fault.reason)) from None
    texts = {name: _text(f"{OWN}/html/{name}", data) for name, data in found["html"].items()}
    for name, data in found["pdf"].items():
        _text(f"{OWN}/pdf/{name}", data)
    return OwnTemplates(texts, found["pdf"], found["docx"].get(WORD), tuple(found["fonts"].values()))


def _text(path: str, data: bytes) -> str:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as fault:
        line = data.count(b"\n", 0, fault.start) + 1
        raise BadTemplate(say("{path}:{line}: this file is not UTF-8 text", path=path, line=line)) from None
