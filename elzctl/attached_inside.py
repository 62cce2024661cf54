"""What stands in files that go with minutes: who wrote them is taken out, and what betrays people is found.

Documents of office programs are written anew as the archives that they are: who made them, what the house of the program
notes, and what a camera noted in their pictures, is not in the new one.
"""

from __future__ import annotations

import html
import re
import zlib
from collections.abc import Mapping
from io import BytesIO
from typing import TYPE_CHECKING, NamedTuple

from elzctl.pictures import Most, Unusable, picture
from elzctl.traces import contacts, same_contact
from elzctl.tree import Unreadable
from elzctl.wording import Message, say

if TYPE_CHECKING:
    from zipfile import ZipFile, ZipInfo

OFFICE: Mapping[str, str] = {
    "docx": "word/document.xml",
    "xlsx": "xl/workbook.xml",
    "pptx": "ppt/presentation.xml",
    "odt": "content.xml",
}
"""A part that a document of each kind has."""
NOT_THAT = say("is not what the end of its name says")

PICTURE = Most(12_000, 60_000_000, say("Save a smaller copy."))
"""The largest picture that is published, alone or in a document."""
_MOST_PARTS = 5_000
_LARGEST = 100 << 20  # bytes of all parts, unpacked
_DEEPEST = 2  # a table in a chart in a presentation
_READ = (".xml", ".rels", ".psmdcp", ".vml", ".rdf", ".svg", ".txt", ".csv", ".htm", ".html", ".json")
_PROPERTIES = "http://schemas.openxmlformats.org/officeDocument/2006"
_CORE = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
_XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_ABOUT: tuple[tuple[str, str], ...] = (
    (
        r"docprops/core\.xml|.*\.psmdcp",
        f'<cp:coreProperties xmlns:cp="{_CORE}" xmlns:dc="http://purl.org/dc/elements/1.1/">{{title}}</cp:coreProperties>',
    ),
    (r"docprops/app\.xml", f'<Properties xmlns="{_PROPERTIES}/extended-properties"/>'),
    (r"docprops/custom\.xml", f'<Properties xmlns="{_PROPERTIES}/custom-properties"/>'),
    (
        r"meta\.xml",
        '<office:document-meta xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" office:version="1.2">'
        "<office:meta>{title}</office:meta></office:document-meta>",
    ),
)
"""What says who made a document, and what takes its place: of all that, only the title is kept."""
_TITLE = re.compile(r"<dc:title>([^<>]{1,500})</dc:title>")

# What takes time to look at: the beginning of an address, of an account number.
_PERHAPS = re.compile(r"@|%40|[(\[{<] ?[aA][tTpP]|[A-Za-z]{2}\d\d")
_MOST_SIGNS = 20_000
# The ends of what stands on a line of its own; all other tags may stand within a word.
_LINE_ENDS = re.compile(
    r"</(?:\w+:)?(?:p|h|si|c|tc|row|comment|instrText|v|f|lpwstr)>|<(?:\w+:)?(?:br|tab|cr|line-break|s)\b[^<>]*>"
)
_TAG = re.compile(r"<[^<>]*>")
_VALUE = re.compile(r"=\"([^\"<]*(?:@|%40|tel:)[^\"<]*)\"|='([^'<]*(?:@|%40|tel:)[^'<]*)'")
# Parts and marks with the names of who noted something beside the text, or changed it.
_WHO = re.compile(
    rb"\b(?:w:|w15:)author=[\"'][^\"']|<(?:\w+:)?(?:author|cmAuthor|person)[ >]|<dc:creator>[^<]|userName=\"[^\"]"
)


class Found(NamedTuple):
    """What is published of a file, and what is to be known of it: what follows its name in a sentence."""

    data: bytes
    remarks: tuple[Message, ...] = ()


def text(raw: bytes, allowed: frozenset[str]) -> Found:
    """A text or a table.  Raises Unreadable when it betrays people; *allowed* are contacts as ``same_contact`` has them."""
    if b"\0" in raw or raw.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<"):  # what some browsers take for a page
        raise Unreadable(NOT_THAT)
    words = _seen(_decoded(raw))
    lines = [words.count("\n", 0, start) + 1 for start in _betrayals(words, allowed)]
    if lines:
        raise Unreadable(
            say(
                "holds an e-mail address or a number of somebody ({count}; the first on line {line})",
                count=len(lines),
                line=lines[0],
            )
        )
    return Found(raw)


def pdf(raw: bytes) -> Found:
    """A PDF as it is; it may be seen to name who made it."""
    if not raw.startswith(b"%PDF-"):
        raise Unreadable(NOT_THAT)
    names = re.search(rb"/Author\s*(?:\(\s*[^)\s]|<\s*[0-9A-Fa-f])|<dc:creator>\s*[^\s]", raw)
    remark = say("seems to name who made it; look at its properties, for elzctl cannot change a PDF")
    return Found(raw, (remark,) if names else ())


def office(raw: bytes, ending: str, allowed: frozenset[str], depth: int = 0) -> Found:
    """A document of an office program without what is noted of who made it.  Raises Unreadable."""
    from zipfile import BadZipFile, ZipFile

    try:
        with ZipFile(BytesIO(raw)) as archive:
            _fit(archive, ending)
            return _rewritten(archive, allowed, depth)
    except (BadZipFile, ValueError, OSError, NotImplementedError, RuntimeError, EOFError, zlib.error):
        raise Unreadable(NOT_THAT) from None


def _fit(archive: ZipFile, ending: str) -> None:
    """Raises Unreadable for what is none of its kind, holds a program, or cannot be read by everybody alike."""
    entries = archive.infolist()
    names = [entry.filename for entry in entries]
    if OFFICE[ending] not in names or len(names) > _MOST_PARTS:
        raise Unreadable(NOT_THAT)
    if any(one.lower().endswith("vbaproject.bin") or one.startswith(("Basic/", "Scripts/")) for one in names):
        raise Unreadable(say("holds a program (macros)"))
    if any(entry.flag_bits & 0x1 for entry in entries):
        raise Unreadable(say("needs a password"))
    if sum(entry.file_size for entry in entries) > _LARGEST or len({name.casefold() for name in names}) < len(names):
        raise Unreadable(NOT_THAT)


def _rewritten(archive: ZipFile, allowed: frozenset[str], depth: int) -> Found:
    """The same archive, the same at any time and on any computer, with what is looked at in each part."""
    from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

    made, names_people = BytesIO(), False
    with ZipFile(made, "w") as copy:
        for entry in archive.infolist():
            if entry.is_dir():
                continue
            data = _part(entry, archive.read(entry), allowed, depth)
            names_people = names_people or (entry.filename.lower().endswith(".xml") and bool(_WHO.search(data)))
            new = ZipInfo(entry.filename)  # 1980, as all of them
            new.compress_type = ZIP_STORED if entry.compress_type == ZIP_STORED else ZIP_DEFLATED
            new.create_system = 0
            copy.writestr(new, data)
    remark = say("holds the names of who noted or changed something in it; take these out in the program that made it")
    return Found(made.getvalue(), (remark,) if names_people else ())


def _part(entry: ZipInfo, data: bytes, allowed: frozenset[str], depth: int) -> bytes:
    """What is published of one part.  Raises Unreadable."""
    name = entry.filename.lower()
    ending = name.rpartition(".")[2]
    if "embeddings/" in name or name.startswith("object"):
        if ending in OFFICE and depth < _DEEPEST:
            return office(data, ending, allowed, depth + 1).data
        if not name.endswith(_READ):
            raise Unreadable(
                say("holds another file ({part}), into which elzctl cannot look", part=entry.filename[:80])
            )
    if ending in ("png", "jpg", "jpeg"):
        try:
            return picture(data, PICTURE).data
        except Unusable as fault:
            held = say("holds a picture ({part}) that {reason}", part=entry.filename[:80], reason=fault.reason)
            raise Unreadable(held) from None
    if not name.endswith(_READ):
        return data
    for pattern, instead in _ABOUT:
        if re.fullmatch(pattern, name):
            title = _TITLE.search(_utf8(data, entry.filename))
            kept = title[0] if title is not None and not _betrayals(_seen(html.unescape(title[1])), allowed) else ""
            return (_XML + instead.format(title=kept)).encode()
    if _betrayals(_words(_utf8(data, entry.filename)), allowed):
        raise Unreadable(say("holds an e-mail address or a number of somebody (in {part})", part=entry.filename[:80]))
    return data


def _words(xml: str) -> str:
    """What is read in a part, a paragraph or a cell on a line, and the addresses of its links."""
    values = "\n".join(first or second for first, second in _VALUE.findall(xml))
    return _seen(html.unescape(f"{_TAG.sub('', _LINE_ENDS.sub(chr(10), xml))}\n{values}"))


def _utf8(data: bytes, name: str) -> str:
    """A part as text.  Raises Unreadable when it is in another form, in which nothing would be found."""
    try:
        found = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        found = "\0"
    if "\0" in found or "<!DOCTYPE" in found:
        raise Unreadable(say("holds a part that elzctl cannot look into ({part})", part=name[:80]))
    return found


def _decoded(raw: bytes) -> str:
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        return raw.decode("cp1252", "replace")


def _betrayals(words: str, allowed: frozenset[str]) -> list[int]:
    """Where contacts begin that are not allowed.  Raises Unreadable when there is too much that may be one."""
    if sum(1 for _ in _PERHAPS.finditer(words)) > _MOST_SIGNS:
        raise Unreadable(say("holds more signs and codes than elzctl can look at for addresses and numbers"))
    return [start for start, end in contacts(words) if same_contact(words[start:end]) not in allowed]


def _seen(words: str) -> str:
    """The text without what cannot be seen, which may stand in the middle of an address."""
    return re.sub("[\xad\u200b-\u200f\u2060\ufeff]", "", words)
