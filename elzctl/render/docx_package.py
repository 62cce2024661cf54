"""The file that Word opens: a zip of parts that name each other.

The same parts give the same bytes everywhere: in a fixed order, with a fixed date, and stored as they are, because
computers differ in how they compress.
"""

from __future__ import annotations

import zipfile
from collections.abc import Iterable
from html import escape
from io import BytesIO

from elzctl.record import NamedTuple

RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
"""How the kinds of relations begin."""

_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_FIRST = (1980, 1, 1, 0, 0, 0)
_ENDINGS = (
    ("jpeg", "image/jpeg"),
    ("png", "image/png"),
    ("rels", "application/vnd.openxmlformats-package.relationships+xml"),
    ("xml", "application/xml"),
)


class Relation(NamedTuple):
    """That a part uses another one, or an address on the web; *target* is as seen from the folder of the part."""

    id: str
    kind: str
    target: str
    is_address: bool = False


class Part(NamedTuple):
    """A part by its *name*: what it is to who uses it (``kind``), its type (empty when the ending of the name says it)."""

    name: str
    kind: str
    type: str
    data: str | bytes
    relations: tuple[Relation, ...] = ()

    def relation(self) -> Relation:
        """How a part in the same folder, or the file, uses this one."""
        kind = self.kind if "/" in self.kind else f"{RELATION}/{self.kind}"
        last = self.name.rpartition("/")[2]
        return Relation(last.partition(".")[0], kind, last)


def package(parts: Iterable[Part], main: Iterable[Part]) -> bytes:
    """The bytes of a file with these *parts*, of which it names the *main* ones itself."""
    parts = sorted(parts, key=lambda part: part.name)
    of_file = (part.relation()._replace(target=part.name) for part in main)
    files = {"[Content_Types].xml": _types(parts), "_rels/.rels": _relations(of_file)}
    for part in parts:
        files[part.name] = part.data if isinstance(part.data, bytes) else f"{_HEAD}{part.data}".encode()
        if part.relations:
            folder, _, name = part.name.rpartition("/")
            files[f"{folder}/_rels/{name}.rels"] = _relations(part.relations)
    found = BytesIO()
    with zipfile.ZipFile(found, "w", zipfile.ZIP_STORED) as archive:
        for name, data in files.items():
            entry = zipfile.ZipInfo(name, _FIRST)
            entry.create_system = 0  # whatever system this is
            archive.writestr(entry, data)
    return found.getvalue()


def _types(parts: Iterable[Part]) -> bytes:
    endings = "".join(f'<Default Extension="{ending}" ContentType="{kind}"/>' for ending, kind in _ENDINGS)
    names = "".join(f'<Override PartName="/{part.name}" ContentType="{part.type}"/>' for part in parts if part.type)
    return f'{_HEAD}<Types xmlns="{_PACKAGE}/content-types">{endings}{names}</Types>'.encode()


def _relations(relations: Iterable[Relation]) -> bytes:
    inside = "".join(
        f'<Relationship Id="{one.id}" Type="{one.kind}" Target="{escape(one.target)}"'
        + (' TargetMode="External"/>' if one.is_address else "/>")
        for one in relations
    )
    return f'{_HEAD}<Relationships xmlns="{_PACKAGE}/relationships">{inside}</Relationships>'.encode()
