"""Which parts an office document is made of: those to which something leads, from where programs begin to read.

What nothing leads to is in no page of it, and nobody sees it: what was taken out, or put in by another program.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Mapping, Set
from posixpath import dirname, normpath
from typing import TYPE_CHECKING
from urllib.parse import unquote

from elzctl.attachments.folders import is_unseen

if TYPE_CHECKING:
    from zipfile import ZipFile

_RELATION = re.compile(r"<(?:[\w.-]+:)?Relationship\s[^<>]*>(?:(?<!/>)\s*</(?:[\w.-]+:)?Relationship>)?")
_OVERRIDE = re.compile(r"<(?:[\w.-]+:)?Override\s[^<>]*>(?:(?<!/>)\s*</(?:[\w.-]+:)?Override>)?")
_ENTRY = re.compile(r"<(?:[\w.-]+:)?file-entry\s[^<>]*(?:/>|(?<!/)>.{0,5000}?</(?:[\w.-]+:)?file-entry>)", re.DOTALL)
_HOUSES = ("http://schemas.openxmlformats.org/", "http://purl.oclc.org/ooxml/", "http://schemas.microsoft.com/")
"""Whose relations the programs for these documents follow."""
_NAMED = frozenset({"header", "footer", "image", "chart", "slide", "worksheet", "chartsheet", "oleobject", "package"})
"""What is seen only where a part names the relation that leads to it."""
_CONTENTS = "[content_types].xml"
_OPEN_ROOT, _OPEN = ("mimetype", "meta-inf/manifest.xml"), ("content.xml", "styles.xml", "meta.xml", "settings.xml")
_VALUE = r"=[\"']([^\"'<>]{1,80})[\"']"
_HREF = re.compile(r"(?<=[\s:])href=(?:\"([^\"<]*)\"|'([^'<]*)')")


def reached(archive: ZipFile, ending: str) -> frozenset[str]:
    """The names of the parts to which something leads, in small letters; *ending* is that of the document's name."""
    names = {one.lower(): one for one in archive.namelist()}
    if ending == "odt":
        return frozenset((*(one for one in _OPEN_ROOT if one in names), *_open(archive, names)))
    found, waiting = {_CONTENTS}, [""]
    while waiting:
        part = waiting.pop()
        listed = _relations_of(part)
        if listed not in names:
            continue
        found.add(listed)
        for target in _led(archive, names, part, listed):
            if target in names and target not in found and not is_unseen(target):
                found.add(target)
                waiting.append(target)
    return frozenset(found)


def _relations_of(part: str) -> str:
    """The name of the part in which stands what a part leads to; ``""`` is the document as a whole."""
    folder, _, name = part.rpartition("/")
    return f"{folder}/_rels/{name}.rels".lstrip("/")


def without_left(xml: str, name: str, kept: Set[str], left: Set[str]) -> str:
    """A list of parts without those that are *left* out; all names are in small letters."""
    if not left:
        return xml
    if name.endswith(".rels"):
        source = re.sub(r"_rels/([^/]*)\.rels\Z", r"\1", name)
        return _RELATION.sub(lambda tag: "" if _target(tag[0], source) in left else tag[0], xml)
    if name == _CONTENTS:
        return _OVERRIDE.sub(lambda tag: "" if _said(tag[0], "PartName").lstrip("/").lower() in left else tag[0], xml)
    if name == _OPEN_ROOT[1]:
        return _ENTRY.sub(lambda tag: tag[0] if _is_listed(tag[0], kept) else "", xml)
    return xml


def _is_listed(entry: str, kept: Set[str]) -> bool:
    path = _said(entry, r"(?:[\w.-]+:)?full-path").lower()
    return path == "/" or path in kept or (path.endswith("/") and any(one.startswith(path) for one in kept))


def _led(archive: ZipFile, names: Mapping[str, str], part: str, listed: str) -> Iterator[str]:
    """What a part of a document leads to."""
    named = set(re.findall(_VALUE, _text(archive, names[part]))) if part else set()
    for tag in _RELATION.findall(_text(archive, names[listed])):
        kind = _said(tag, "Type")
        is_named = kind.rpartition("/")[2].lower() not in _NAMED or _said(tag, "Id") in named
        if kind.startswith(_HOUSES) and is_named:
            yield _target(tag, part)


def _open(archive: ZipFile, names: Mapping[str, str]) -> Iterator[str]:
    """The same for a document of LibreOffice: its own parts, those of the objects in it, and what these name."""
    waiting, folders = [""], {""}
    while waiting:
        folder = waiting.pop()
        for part in (folder + one for one in _OPEN if folder + one in names):
            yield part
            for double, single in _HREF.findall(_text(archive, names[part])):
                target = normpath(folder + unquote(html.unescape(double or single))).lower()
                if target in names:
                    yield target
                elif f"{target}/content.xml" in names and f"{target}/" not in folders:
                    folders.add(f"{target}/")
                    waiting.append(f"{target}/")


def _target(tag: str, source: str) -> str:
    """The name of the part to which a relation leads; ``""`` when that is elsewhere."""
    if _said(tag, "TargetMode").lower() == "external":
        return ""
    target = unquote(_said(tag, "Target")).partition("#")[0].replace("\\", "/")
    return normpath(target if target.startswith("/") else f"{dirname(source)}/{target}").lstrip("/").lower()


def _said(tag: str, name: str) -> str:
    found = re.search(rf"\s{name}\s*=\s*(?:\"([^\"]*)\"|'([^']*)')", tag)
    return html.unescape(found[1] or found[2] or "") if found is not None else ""


def _text(archive: ZipFile, name: str) -> str:
    return archive.read(name).decode("utf-8-sig", "replace")
