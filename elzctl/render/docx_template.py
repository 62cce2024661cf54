"""What a document takes from a zone's own Word file: styles, colours, paper, the head and foot of a page with its logo.

The file comes from a repository where strangers may propose changes.  Only what is named here is taken, and it is
written anew; its text, its properties and its settings stay behind.  Numbers before headings stay behind too: they
come from the plan.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from html import escape
from typing import TYPE_CHECKING

from elzctl.render.docx_archive import Archive, DocxFault, Target
from elzctl.render.docx_foreign import FOREIGN_SPACES, check_fields, children, leaves_out, written
from elzctl.render.docx_lines import address
from elzctl.render.docx_package import RELATION, Part, Relation
from elzctl.render.docx_parts import (
    MIME,
    SHORT,
    WORD,
    Edge,
    House,
    Sheet,
    footer,
    header,
    language_of,
    spoken,
    style_part,
    style_xml,
)
from elzctl.render.docx_styles import OURS, styles
from elzctl.render.docx_theme import theme
from elzctl.render.tree import Document
from elzctl.wording import say

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

WIDEST = 31_680
"""Word's limit for paper: 22 inches."""
NARROWEST = 2_800
"""The least width of text, about 5 cm."""

_W, _R = f"{{{WORD}}}", f"{{{RELATION}}}"
_MAGIC = ((b"\x89PNG\r\n\x1a\n", "png"), (b"\xff\xd8\xff", "jpeg"))
_EDGES = {"header": "hdr", "footer": "ftr"}
_PICTURE = "http://schemas.openxmlformats.org/drawingml/2006/picture"
_LOST = say(
    "The head or foot of the Word template has text boxes or drawings, which are left out: only pictures are taken."
)


def house_of(template: bytes, document: Document, colours: Mapping[str, str] = OURS) -> House:
    """The paper, styles, heads and feet of a *template*; ours for what it lacks.  Raises DocxFault."""
    archive = Archive(template)
    name = archive.main()
    targets = archive.targets(name)
    section = archive.xml(name).find(f"{_W}body/{_W}sectPr")
    sheet = _sheet(section)
    inside, ids = _styles(archive, targets, document, colours)
    edges = list(_edges(archive, targets, section, document))
    kinds = {edge.part.kind for edge in edges}
    edges += [Edge("default", header(document, ids, sheet))] if "header" not in kinds else []
    edges += [Edge("default", footer(document, ids))] if "footer" not in kinds else []
    has_first = section is not None and section.find(f"{_W}titlePg") is not None
    lost = () if all(edge.is_whole for edge in edges) else (_LOST,)
    style_list = style_part(inside, FOREIGN_SPACES)
    return House(sheet, ids, style_list, _theme(archive, targets), tuple(edges), has_first, warnings=lost)


def _sheet(section: Element | None) -> Sheet:
    """The paper of a section.  Raises DocxFault when it leaves no room for text."""
    found = Sheet()
    for tag in ("pgSz", "pgMar"):
        one = section.find(f"{_W}{tag}") if section is not None else None
        for key, value in one.attrib.items() if one is not None else ():
            name = {"w": "width", "h": "height"}.get(key.removeprefix(_W), key.removeprefix(_W))
            if name in Sheet._fields and value.lstrip("-").isdecimal():
                found = found._replace(**{name: min(abs(int(value[:9])), WIDEST)})
    if min(found.wide, found.height - found.top - found.bottom) < NARROWEST:
        raise DocxFault(say("The paper and margins of the Word template leave no room for text."))
    return found


# Styles and colours


def _styles(
    archive: Archive, targets: Mapping[str, Target], document: Document, colours: Mapping[str, str]
) -> tuple[str, dict[str, str]]:
    """The styles of the template with ours that it lacks, and the ids of ours by name."""
    root = next((archive.xml(one.name) for one in targets.values() if one.kind == "styles"), None)
    theirs = {} if root is None else {_style_key(one): one.get(f"{_W}styleId", "") for one in root.iter(f"{_W}style")}
    taken = {found.lower() for found in theirs.values()}
    ids, added = {}, []
    for style in styles(short=document.kind == SHORT, edge=False, colours=colours):
        ids[style.name] = escape(theirs.get((style.kind, style.name.lower()), ""))
        if not ids[style.name]:
            ids[style.name] = style.id if style.id.lower() not in taken else f"Elz{style.id}"
            added.append(style)
    ours = "".join(style_xml(style, ids) for style in added)
    if root is None:
        return ours, ids
    latent = "".join(written(one, _as_it_is) for one in root.iter(f"{_W}latentStyles"))
    kept = "".join(written(one, _as_it_is) for one in root.iter(f"{_W}style"))
    return f"{_defaults(root, language_of(document))}{latent}{kept}{ours}", ids


def _style_key(style: Element) -> tuple[str, str]:
    name = style.find(f"{_W}name")
    return style.get(f"{_W}type", ""), name.get(f"{_W}val", "").lower() if name is not None else ""


def _defaults(root: Element, language: str) -> str:
    """How letters and paragraphs look without a style, in the language of the document."""
    letters = root.find(f"{_W}docDefaults/{_W}rPrDefault/{_W}rPr")
    paragraphs = root.find(f"{_W}docDefaults/{_W}pPrDefault")
    run = children(letters, _as_it_is) if letters is not None else ""
    rest = written(paragraphs, _as_it_is) if paragraphs is not None else ""
    return f"<w:docDefaults><w:rPrDefault><w:rPr>{run}{spoken(language)}</w:rPr></w:rPrDefault>{rest}</w:docDefaults>"


def _theme(archive: Archive, targets: Mapping[str, Target]) -> Part:
    """The colours and fonts that styles may name; ours when the template has none."""
    found = next((one.name for one in targets.values() if one.kind == "theme" and not one.is_address), None)
    if found is None:
        return theme()
    xml = written(archive.xml(found), _as_it_is).replace("<a:theme", f"<a:theme {FOREIGN_SPACES}", 1)
    return theme()._replace(data=xml)


def _as_it_is(_name: str, attributes: dict[str, str]) -> dict[str, str]:
    return {key: value for key, value in attributes.items() if not key.startswith("r:")}


# Head and foot


def _edges(
    archive: Archive, targets: Mapping[str, Target], section: Element | None, document: Document
) -> Iterator[Edge]:
    for one in section if section is not None else ():
        kind = one.tag.removeprefix(_W).removesuffix("Reference")
        target = targets.get(one.get(f"{_R}id", ""))
        if kind in _EDGES and target is not None and target.kind == kind and not target.is_address:
            pages = one.get(f"{_W}type", "")
            pages = pages if pages in ("first", "even") else "default"
            yield _Edge(archive, target.name, f"{kind}_{pages}", document).written(kind, pages)


class _Edge:
    """A head or foot while it is written anew, with the pictures and links that are found in it."""

    def __init__(self, archive: Archive, source: str, name: str, document: Document) -> None:
        """*source* is the part of the archive, *name* that of the new one."""
        self._archive = archive
        self._root = archive.xml(source)
        self._targets = archive.targets(source)
        self._name = name
        self._owner = document.organisation or document.title
        self._pictures: list[Part] = []
        self._links: list[Relation] = []
        self._drawn = 0

    def written(self, kind: str, pages: str) -> Edge:
        check_fields(self._root)
        inside = children(self._root, self._attributes) or "<w:p/>"
        tag = _EDGES[kind]
        pictures = (one.relation()._replace(target=one.name.removeprefix("word/")) for one in self._pictures)
        mime = f"{MIME}.wordprocessingml.{kind}+xml"
        xml = f"<w:{tag} {FOREIGN_SPACES}>{inside}</w:{tag}>"
        part = Part(f"word/{self._name}.xml", kind, mime, xml, (*pictures, *self._links))
        return Edge(pages, part, tuple(self._pictures), is_whole=not leaves_out(self._root))

    def _attributes(self, name: str, given: dict[str, str]) -> dict[str, str]:
        kept = _as_it_is(name, given)
        if name == "a:blip":
            return {"r:embed": self._picture(given.get("r:embed", ""))}
        if name == "w:hyperlink":
            return self._link(given.get("r:id", ""))
        if name == "a:graphicData" and given.get("uri") != _PICTURE:
            raise DocxFault(say("The head or foot of the Word template has a drawing that is no picture."))
        if name in ("wp:docPr", "pic:cNvPr"):
            # What a program wrote there may be the name of a file or a person.
            self._drawn += name == "wp:docPr"
            return {"id": str(self._drawn), "name": f"Logo {self._drawn}", "descr": kept.get("descr") or self._owner}
        return kept

    def _picture(self, relation: str) -> str:
        """The id of a relation to a copy of the picture."""
        target = self._targets.get(relation)
        data = self._archive.read(target.name) if target is not None and not target.is_address else b""
        ending = next((ending for magic, ending in _MAGIC if data.startswith(magic)), "")
        if not ending:
            raise DocxFault(
                say("The head or foot of the Word template has a picture that is no PNG or JPEG, or that is elsewhere.")
            )
        name = f"word/media/{self._name}_{len(self._pictures) + 1}.{ending}"
        self._pictures.append(Part(name, "image", "", data))
        return self._pictures[-1].relation().id

    def _link(self, relation: str) -> dict[str, str]:
        target = self._targets.get(relation)
        to = address(target.name) if target is not None and target.is_address else ""
        if not to:
            return {}
        self._links.append(Relation(f"link{len(self._links) + 1}", f"{RELATION}/hyperlink", to, is_address=True))
        return {"r:id": self._links[-1].id}
