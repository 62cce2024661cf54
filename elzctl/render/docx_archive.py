"""Reading a Word file that a stranger may have made: nothing in it runs, leads away, or takes more room than it may."""

from __future__ import annotations

import posixpath
import zlib
from io import BytesIO
from typing import TYPE_CHECKING
from zipfile import BadZipFile, ZipFile

from elzctl.record import NamedTuple
from elzctl.render.docx_package import RELATION
from elzctl.wording import Message, say

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

MEGABYTE = 1 << 20
LARGEST = 8 * MEGABYTE
"""Bytes of a template, and of any part of it."""
MOST_PARTS = 500
MOST_ELEMENTS = 100_000
DEEPEST = 60
"""Elements inside each other."""

_STRICT = "http://purl.oclc.org/ooxml/"
_ENCRYPTED = 0x1


class DocxFault(Exception):
    """A template that cannot be used; ``message`` says why in words for a person."""

    def __init__(self, message: Message) -> None:
        """*message* is shown to the person who asked for the document."""
        super().__init__(message.text)
        self.message = message


class Target(NamedTuple):
    """What a relation leads to: the kind, and a part or an address."""

    kind: str
    name: str
    is_address: bool


# What the zip library raises for a damaged file, and for a way of packing that it does not know or has no password for.
_UNREADABLE = (BadZipFile, OSError, ValueError, RuntimeError, EOFError, zlib.error)


class Archive:
    """The parts of a Word file.  Every method raises DocxFault for what cannot be read safely."""

    def __init__(self, data: bytes) -> None:
        """The list of parts is checked before anything is unpacked."""
        if len(data) > LARGEST:
            raise _too_large()
        try:
            self._zip = ZipFile(BytesIO(data))
        except _UNREADABLE as fault:
            raise _damaged() from fault
        entries = self._zip.infolist()
        names = [entry.filename for entry in entries]
        if len(entries) > MOST_PARTS or len({name.lower() for name in names}) < len(names):
            raise _damaged()
        if any(entry.flag_bits & _ENCRYPTED for entry in entries):
            raise DocxFault(say("The Word template is locked with a password."))
        if any("vbaproject" in name.lower() for name in names) or b"macroEnabled" in self.read("[Content_Types].xml"):
            raise DocxFault(say("The Word template holds macros. Save it in Word as a document without them (.docx)."))
        self._names = frozenset(names)

    def read(self, name: str) -> bytes:
        """The bytes of a part."""
        try:
            with self._zip.open(name) as part:
                data = part.read(LARGEST + 1)
        except KeyError as fault:
            raise _damaged() from fault
        except _UNREADABLE as fault:
            raise _damaged() from fault
        if len(data) > LARGEST:
            raise _too_large()
        return data

    def xml(self, name: str) -> Element:
        """A part as a tree."""
        from xml.etree import ElementTree as ET
        from xml.parsers.expat import ExpatError, ParserCreate

        data = self.read(name)
        depth = count = 0

        def opened(_name: str, _attributes: object) -> None:
            nonlocal depth, count
            depth, count = depth + 1, count + 1
            if depth > DEEPEST or count > MOST_ELEMENTS:
                raise _too_large()

        def closed(_name: str) -> None:
            nonlocal depth
            depth -= 1

        def declared(*_rest: object) -> None:
            raise DocxFault(say("The Word template has a document type in it (DOCTYPE), which no Word file has."))

        parser = ParserCreate()
        parser.StartElementHandler, parser.EndElementHandler = opened, closed
        parser.StartDoctypeDeclHandler = declared
        try:
            parser.Parse(data, True)
            return ET.fromstring(data)  # noqa: S314 - what is dangerous has been refused
        except (ExpatError, ET.ParseError, ValueError, LookupError) as fault:
            raise _damaged() from fault

    def main(self) -> str:
        """The name of the part with the text."""
        for target in self.targets("").values():
            if target.kind == "officeDocument" and not target.is_address:
                return target.name
        raise _damaged()

    def targets(self, name: str) -> dict[str, Target]:
        """What the part of that *name* uses, by id; the file itself has no name."""
        folder, _, last = name.rpartition("/")
        place = posixpath.join(folder, "_rels", f"{last}.rels")
        if place not in self._names:
            return {}
        found = {}
        for one in self.xml(place):
            kind, target = one.get("Type", ""), one.get("Target", "")
            if kind.startswith(_STRICT):
                raise DocxFault(
                    say("The Word template is a “Strict Open XML” file. Save it as a Word document (.docx).")
                )
            is_address = one.get("TargetMode") == "External"
            if not is_address:
                target = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
            found[one.get("Id", "")] = Target(kind.removeprefix(f"{RELATION}/"), target, is_address)
        return found


def _damaged() -> DocxFault:
    return DocxFault(say("The Word template cannot be read: it is no Word document (.docx), or it is damaged."))


def _too_large() -> DocxFault:
    return DocxFault(
        say("The Word template is too large: a template has {count} MB at most.", count=LARGEST // MEGABYTE)
    )
