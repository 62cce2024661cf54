"""A packed document, looked at before it is unpacked: what would fill the memory or fool a reader is refused."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections import Counter
from typing import TYPE_CHECKING

from elzctl.intake.paper import Unfit
from elzctl.wording import say

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

MOST_ENTRIES = 2_000
LARGEST = 100 << 20
"""Bytes of all entries together, unpacked."""
LARGEST_XML = 24 << 20
"""Bytes of a part that is read; as a tree it takes some ten times that."""
MOST_RATIO = 100
"""How many times smaller than itself an entry may be packed; XML of people is packed ten to thirty times."""

_SMALL = 1 << 20


class Archive:
    """The parts of a packed document by name."""

    def __init__(self, data: bytes) -> None:
        """Raises Unfit for what is damaged, too large, or not what it says."""
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
            entries = self._zip.infolist()
        except (zipfile.BadZipFile, ValueError, NotImplementedError, OverflowError, EOFError):
            raise damaged() from None
        if len(entries) > MOST_ENTRIES or sum(entry.file_size for entry in entries) > LARGEST:
            raise _too_large()
        if any(_is_bomb(entry) for entry in entries):
            raise _too_large()
        if any(entry.flag_bits & 0x1 for entry in entries):
            raise Unfit(say("The document needs a password"), say("Save it without a password first"))
        if max(Counter(entry.filename.casefold() for entry in entries).values(), default=0) > 1:
            raise Unfit(
                say("The document holds two parts of the same name, so that programs read different texts in it"),
                say("Open it in Word, look at it, and save it again as .docx"),
            )
        self.names = frozenset(entry.filename for entry in entries)

    def read(self, name: str) -> bytes:
        """A part, up to :data:`LARGEST_XML`.  Raises Unfit, KeyError when there is no such part."""
        if name not in self.names:
            raise KeyError(name)
        try:
            with self._zip.open(name) as part:
                data = part.read(LARGEST_XML + 1)
        except (zipfile.BadZipFile, zlib.error, EOFError, RuntimeError, OSError, ValueError):
            raise damaged() from None
        if len(data) > LARGEST_XML:
            raise _too_large()
        return data

    def xml(self, name: str) -> Element:
        """A part as a tree.  Raises Unfit for what is no XML, or declares a document type; KeyError."""
        from xml.etree import ElementTree as ET

        data = self.read(name)
        parser = ET.XMLParser(target=_builder())  # noqa: S314 - the builder stops at a document type, without which there are no entities
        try:
            parser.feed(data)
            tree: Element = parser.close()
        except (ET.ParseError, ValueError, LookupError):
            raise damaged() from None
        return tree


def _builder() -> object:
    from xml.etree import ElementTree as ET

    class Builder(ET.TreeBuilder):
        """Stops at a declaration of a document type, where entities are made: no document of Word has one."""

        def doctype(self, *_: object) -> None:
            raise Unfit(
                say("The document declares entities of its own, which Word never does; it is not read"),
                say("Open it in Word, look at it, and save it again as .docx"),
            )

    return Builder()


def _is_bomb(entry: zipfile.ZipInfo) -> bool:
    return entry.file_size > _SMALL and entry.file_size > MOST_RATIO * max(1, entry.compress_size)


def damaged() -> Unfit:
    """A document that cannot be read further."""
    return Unfit(
        say("The document is damaged: it cannot be unpacked or read"),
        say("Open it in Word (which may repair it), and save it again"),
    )


def _too_large() -> Unfit:
    return Unfit(
        say("The document is too large when it is unpacked"),
        say("Take pictures out of it, or cut it in parts"),
    )
