"""The parts of a Word document, found by their relations; what leads out of it is counted and never followed."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from functools import cached_property
from itertools import islice
from typing import TYPE_CHECKING

from elzctl.intake.paper import Unfit
from elzctl.intake.readers.archive import Archive, damaged
from elzctl.intake.readers.docx_styles import child, local, value
from elzctl.wording import say

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

# Notes that draw the line above the notes, and are no text.
_DRAWN = ("separator", "continuationSeparator", "continuationNotice")

MOST_PROPERTIES = 10_000
"""Of those that are the document's own."""


class Package:
    """A document with its parts; those that are not there are ``None`` or empty."""

    def __init__(self, archive: Archive) -> None:
        """Raises Unfit when there is no Word document in the archive."""
        self._archive = archive
        self.name = self._main()
        try:
            self.document = archive.xml(self.name)
        except KeyError:
            raise _other(archive) from None
        if local(self.document) != "document":
            raise _other(archive)
        self._relations = self._of(self.name)

    def _main(self) -> str:
        for kind, target, outside in self._of("").values():
            if kind == "officeDocument" and not outside:
                return target
        return "word/document.xml"

    def _of(self, part: str) -> dict[str, tuple[str, str, bool]]:
        """The relations of a part by id: their kind, where they lead, and whether that is outside."""
        folder, _, name = part.rpartition("/")
        path = posixpath.join(folder, "_rels", f"{name}.rels")
        try:
            root = self._archive.xml(path)
        except KeyError:
            return {}
        found = {}
        for one in root:
            outside = value(one, "TargetMode").lower() == "external"
            target = value(one, "Target")
            inside = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
            kind = value(one, "Type").rpartition("/")[2]
            found[value(one, "Id")] = (kind, target if outside else inside, outside)
        return found

    def _part(self, kind: str) -> Element | None:
        target = next((to for one, to, outside in self._relations.values() if one == kind and not outside), "")
        try:
            return self._archive.xml(target) if target else None
        except KeyError:
            return None

    @cached_property
    def styles(self) -> Element | None:
        return self._part("styles")

    @cached_property
    def numbering(self) -> Element | None:
        return self._part("numbering")

    @cached_property
    def links(self) -> dict[str, str]:
        """The addresses of hyperlinks by id."""
        return {key: to for key, (kind, to, outside) in self._relations.items() if outside and kind == "hyperlink"}

    @cached_property
    def linked(self) -> int:
        """How many files elsewhere the document would fetch."""
        parts = [
            self.name,
            *(name for name in self._archive.names if name.startswith("word/") and name.endswith(".xml")),
        ]
        return sum(outside and kind != "hyperlink" for part in {*parts} for kind, _, outside in self._of(part).values())

    @cached_property
    def comments(self) -> int:
        part = self._part("comments")
        return 0 if part is None else sum(local(one) == "comment" for one in part)

    @cached_property
    def has_macros(self) -> bool:
        return any(name.rpartition("/")[2].lower().startswith("vbaproject") for name in self._archive.names)

    @cached_property
    def _notes(self) -> dict[tuple[str, str], Element]:
        found: dict[tuple[str, str], Element] = {}
        for kind in ("footnote", "endnote"):
            part = self._part(f"{kind}s")
            for one in () if part is None else part:
                if local(one) == kind and value(one, "type") not in _DRAWN:
                    found[kind, value(one, "id")] = one
        return found

    def note(self, kind: str, key: str) -> Iterator[Element]:
        """The paragraphs of a note."""
        note = self._notes.get((kind, key))
        return iter(()) if note is None else (one for one in note.iter() if local(one) == "p")

    def running(self) -> Iterator[Element]:
        """The heads and feet of pages."""
        for kind, target, outside in self._relations.values():
            if kind in ("header", "footer") and not outside and target in self._archive.names:
                yield self._archive.xml(target)

    @cached_property
    def _core(self) -> Element | None:
        return self._about("core-properties")

    def _about(self, wanted: str) -> Element | None:
        """What the file says about itself, of that kind."""
        target = next((to for kind, to, outside in self._of("").values() if kind == wanted and not outside), "")
        return self._archive.xml(target) if target in self._archive.names else None

    @property
    def title(self) -> str:
        element = child(self._core, "title")
        return " ".join((element.text or "").split()) if element is not None else ""

    @property
    def language(self) -> str:
        element = child(self._core, "language")
        return (element.text or "").strip().partition("-")[0].lower() if element is not None else ""

    @property
    def keywords(self) -> str:
        """The properties that are the document's own."""
        part = self._about("custom-properties")
        rows = islice(() if part is None else part, MOST_PROPERTIES)
        return ", ".join(f"{value(one, 'name')}={''.join(one.itertext())}" for one in rows)


def _other(archive: Archive) -> Unfit:
    """What is in an archive that is no Word document."""
    kinds = (
        (
            "xl/workbook.xml",
            say("This is a workbook of Excel"),
            say("Tables are taken in with “import actors” and “import points”"),
        ),
        ("ppt/presentation.xml", say("This is a presentation"), say("Save its text as .docx, or as PDF")),
        (
            "content.xml",
            say("This is a document of LibreOffice (.odt)"),
            say("Open it in LibreOffice and save it as .docx"),
        ),
        ("Index/Document.iwa", say("This is a document of Pages"), say("Export it to Word, and take that in")),
    )
    for name, what, hint in kinds:
        if name in archive.names:
            return Unfit(what, hint)
    if "word/document.xml" in archive.names or "[Content_Types].xml" in archive.names:
        return damaged()
    return Unfit(say("This is a packed file"), say("Unpack it first, and give the document in it"))
