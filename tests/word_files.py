"""Word files as the tests read them: their parts, what a reader reads, and what Word would want to repair."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from functools import cache
from itertools import pairwise
from pathlib import Path
from tempfile import TemporaryDirectory
from xml.etree import ElementTree as ET

from openxml_audit import OpenXmlValidator

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
PACKAGE = "{http://schemas.openxmlformats.org/package/2006/"


def parts_of(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def xml(data: bytes, name: str = "word/document.xml") -> ET.Element:
    return ET.fromstring(parts_of(data)[name])


def text_of(element: ET.Element) -> str:
    """What a reader reads, a line a paragraph."""
    return "\n".join(line_of(paragraph) for paragraph in element.iter(f"{W}p"))


def line_of(paragraph: ET.Element) -> str:
    """What a reader reads in a paragraph."""
    signs = {f"{W}br": " ", f"{W}tab": " "}
    pieces = (node for run in paragraph.iter(f"{W}r") for node in run)
    return "".join(node.text or "" if node.tag == f"{W}t" else signs.get(node.tag, "") for node in pieces)


def values(element: ET.Element, tag: str, key: str = "val") -> list[str]:
    return [one.attrib[W + key] for one in element.iter(W + tag)]


def styles_of(data: bytes) -> dict[str, ET.Element]:
    return {style.attrib[f"{W}styleId"]: style for style in xml(data, "word/styles.xml").iter(f"{W}style")}


# What Word would want to repair


def check_package(data: bytes) -> list[str]:
    """What is wrong in a file."""
    parts = parts_of(data)
    trees = {name: ET.fromstring(part) for name, part in parts.items() if name.endswith((".xml", ".rels"))}
    touching = (two for root in trees.values() for element in root.iter() for two in pairwise(element))
    return [
        *office_faults(data, "docx"),
        *_types_missing(parts, trees),
        *_relations_broken(trees, parts),
        *("two tables that touch" for one, other in touching if one.tag == other.tag == f"{W}tbl"),
        *_references_broken(trees),
    ]


def office_faults(data: bytes, ending: str) -> list[str]:
    """What a validator finds wrong by the schemas of Office in a file of Word, Excel or PowerPoint."""
    with TemporaryDirectory() as folder:
        file = Path(folder, f"file.{ending}")
        file.write_bytes(data)
        return [str(one) for one in _validator().validate(file).errors]


@cache
def _validator() -> OpenXmlValidator:
    return OpenXmlValidator()


def _types_missing(parts: dict[str, bytes], trees: dict[str, ET.Element]) -> Iterator[str]:
    space = f"{PACKAGE}content-types}}"
    root = trees["[Content_Types].xml"]
    endings = {one.attrib["Extension"] for one in root.iter(f"{space}Default")}
    names = [one.attrib["PartName"] for one in root.iter(f"{space}Override")]
    yield from (f"{name} twice" for name in set(names) if names.count(name) > 1)
    yield from (f"{name} is not there" for name in names if name[1:] not in parts)
    for name in parts:
        if name.endswith(".xml") and name != "[Content_Types].xml" and f"/{name}" not in names:
            yield f"{name} has no type"
        if name.rpartition(".")[2] not in endings:
            yield f"{name} has an unknown ending"


def _relations_broken(trees: dict[str, ET.Element], parts: dict[str, bytes]) -> Iterator[str]:
    used = {"[Content_Types].xml"} | {name for name in parts if name.endswith(".rels")}
    for name, root in trees.items():
        if not name.endswith(".rels"):
            continue
        folder = name.rpartition("_rels/")[0]
        ids = [one.attrib["Id"] for one in root]
        yield from (f"{name}: {one} twice" for one in set(ids) if ids.count(one) > 1)
        for one in root:
            if one.attrib.get("TargetMode") == "External":
                if not one.attrib["Type"].endswith("/hyperlink"):
                    yield f"{name}: {one.attrib['Target']} is fetched from elsewhere"
            elif folder + one.attrib["Target"] not in parts:
                yield f"{name}: {one.attrib['Target']} is not there"
            used.add(folder + one.attrib["Target"])
        source = trees[folder + name.rpartition("/")[2].removesuffix(".rels")] if folder else None
        for element in source.iter() if source is not None else ():
            yield from (f"{name}: no {v}" for k, v in element.attrib.items() if k.startswith(R) and v not in ids)
    yield from (f"nobody uses {name}" for name in parts if name not in used)


def _references_broken(trees: dict[str, ET.Element]) -> Iterator[str]:
    """Styles, lists and bookmarks that are named and not there, and names that are there twice."""
    styles = {one.attrib[f"{W}styleId"]: one.attrib[f"{W}type"] for one in trees["word/styles.xml"].iter(f"{W}style")}
    names = [one for style in trees["word/styles.xml"].iter(f"{W}style") for one in values(style, "name")[:1]]
    yield from (f"style {name} twice" for name in set(names) if names.count(name) > 1)
    kinds = {"pStyle": "paragraph", "rStyle": "character", "tblStyle": "table", "basedOn": "", "next": "paragraph"}
    numbers = values(trees["word/numbering.xml"], "num", "numId")
    for name, root in trees.items():
        for tag, kind in kinds.items():
            for one in values(root, tag):
                if one not in styles or (kind and styles[one] != kind):
                    yield f"{name}: no style {one}"
        yield from (f"{name}: no list {one}" for one in values(root, "numId") if one not in numbers)
    body = trees["word/document.xml"]
    for key in ("id", "name"):
        marks = values(body, "bookmarkStart", key)
        yield from (f"bookmark {one} twice" for one in set(marks) if marks.count(one) > 1)
    if values(body, "bookmarkStart", "id") != values(body, "bookmarkEnd", "id"):
        yield "a bookmark that does not end"
    marks = values(body, "bookmarkStart", "name")
    yield from (
        f"no bookmark {one.attrib[f'{W}anchor']}"
        for one in body.iter(f"{W}hyperlink")
        if one.attrib.get(f"{W}anchor", marks[0] if marks else "") not in marks and f"{W}anchor" in one.attrib
    )
