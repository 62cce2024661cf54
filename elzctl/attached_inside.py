"""What stands in files that go with minutes: who wrote them is taken out, and what betrays people is found.

Documents of office programs are written anew as the archives that they are: who made them, what the house of the program
notes, and what a camera noted in their pictures, is not in the new one.  Comments, changes that were not settled and what
is hidden are words that were not meant for readers: such a document is refused.
"""

from __future__ import annotations

import html
import re
import zlib
from collections.abc import Iterator, Mapping
from contextlib import suppress
from io import BytesIO
from typing import TYPE_CHECKING

from elzctl.attached_acts import check_cells, check_part, check_pdf
from elzctl.attached_folders import about, is_about, is_unseen, names_user, title_of, without_folders
from elzctl.attached_hidden import hides
from elzctl.attached_words import MOBILE, Beside, beside, has_notes, seen, words
from elzctl.pictures import Most, Unusable, picture
from elzctl.record import NamedTuple
from elzctl.telephones import linked_numbers, numbers_in_cells
from elzctl.traces import contacts, mailboxes, same_contact
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

# What takes time to look at: the beginning of an address, of an account number.
_PERHAPS = re.compile(r"@|%40|[(\[{<] ?[aA] ?[tTpP)\]]|[A-Za-z]{2}\d\d|_at_| at [a-z0-9-]+\.[a-z]")
_MOST_SIGNS = 20_000
# A cell of a table that a workbook became, and lost the zero of its number.
_ALONE = re.compile(rf"(?m)(^|[;,\t\"])({MOBILE})(?=[;,\t\"\r]|$)")
# Marks and parts of what was noted beside the text, or changed and not settled; and of who did that.
_BESIDE = (
    rb"<(?:\w+:)?(?:ins|del|moveFrom|moveTo|delText|delInstrText|comment|cm|threadedComment|tracked-changes"
    rb"|[a-z]{1,4}PrChange|cellIns|cellDel|cellMerge|numberingChange|sectPrChange|tblGridChange|rcc|rrc)(?=[ />\r\n\t])"
    rb"|<office:annotation[ >]"
)
_WHO = rb"\b(?:\w+:)?author=[\"'][^\"']|<(?:\w+:)?(?:author|cmAuthor|person)[ >]|<dc:creator>[^<]|userName=\"[^\"]"
# Where a PDF says who made it, as words between brackets or as codes; and what is like that but cannot be taken out.
_MAKER = rb"/(?:Author|Manager|LastModifiedBy|Last#20Modified#20By)(?![\w#.:+-])\s*"
_MAKERS = rb"(?s:" + _MAKER + rb"(?:\((?P<words>(?:\\.|[^\\()])*)\)|<(?P<codes>[0-9A-Fa-f\s]*)>))"
_NAMING = rb"(?:dc:creator|pdf:Author|xmpDM:artist|cp:lastModifiedBy)>"
_SAID = rb"<(?P<tag>" + _NAMING + rb")(?P<within>[^<]*(?:<(?!/?" + _NAMING + rb")[^<]*){0,200})</(?P=tag)"
_SEALS = (b"/ByteRange", b"/Encrypt")  # signed, or locked
_OWN_LINK = rb"(?:mailto|tel|sms|smsto|callto|skype|whatsapp):[^()<>\s\"]{3,200}"
_STREAM = rb"/(?:ObjStm|Metadata)\b[^\0]{0,2000}?\bstream\r?\n"
_MOST_STREAMS = 32 << 20


class Found(NamedTuple):
    """What is published of a file, and what is to be known of it: what follows its name in a sentence."""

    data: bytes
    remarks: tuple[Message, ...] = ()


def text(raw: bytes, ending: str, allowed: frozenset[str]) -> Found:
    """A text or a table.  Raises Unreadable when it betrays people; *allowed* are contacts as ``same_contact`` has them."""
    if b"\0" in raw or raw.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<"):  # what some browsers take for a page
        raise Unreadable(NOT_THAT)
    shown = re.sub(_ALONE, r"\g<1>0\2", seen(_decoded(raw)))
    if ending == "csv":
        check_cells(shown)
    lines = [shown.count("\n", 0, start) + 1 for start in betrayals(shown, allowed)]
    if lines:
        raise Unreadable(
            say(
                "holds an e-mail address or a number of somebody ({count}; the first on line {line})",
                count=len(lines),
                line=lines[0],
            )
        )
    return Found(raw)


def pdf(raw: bytes, allowed: frozenset[str]) -> Found:
    """A PDF without the name of who made it.  Raises Unreadable when that cannot be taken out, or a link leads to somebody.

    What stands on its pages is not read here.
    """
    if not raw.startswith(b"%PDF-"):
        raise Unreadable(NOT_THAT)
    data = re.sub(_SAID, _unsaid, re.sub(_MAKERS, _unmade, raw))
    is_sealed = data != raw and any(mark in raw for mark in _SEALS)
    parts = (data, *_packed(data))
    if any(betrayals(_linked(part), allowed) for part in parts):
        raise Unreadable(say("holds a link to an e-mail address or a number of somebody"))
    check_pdf(parts)
    if any(map(_leads_to_user, parts)):
        raise Unreadable(say("names a folder on somebody's computer; leave no more of that than the name of the file"))
    if is_sealed or any(map(_names_maker, parts)):
        raise Unreadable(say("names who made it, and elzctl cannot take that out; empty “Author” in its properties"))
    return Found(data, (say("elzctl did not look into it for addresses and numbers"),))


def _linked(part: bytes) -> str:
    """The addresses and numbers to which links lead, each on a line."""
    from urllib.parse import unquote

    own = [one.decode("latin-1") for one in re.findall(_OWN_LINK, part)]
    for one in re.findall(rb"https?://[^()<>\s\"]{3,2000}", part):
        address = unquote(one.decode("latin-1"))
        asked = address.partition("?")[2]
        own += [f"tel:{address[start:end]}" for start, end in linked_numbers(address)]
        own += [asked[start:end] for start, end in mailboxes(asked)]
    return "\n".join(own)


def _leads_to_user(part: bytes) -> bool:
    return any(names_user(one.decode("latin-1")) for one in re.findall(rb"\((file:[^()]{3,300})\)", part))


def _unmade(found: re.Match[bytes]) -> bytes:
    """A name of the same length, for a PDF knows its parts by their places."""
    kind = "words" if found["words"] is not None else "codes"
    start, end = (place - found.start() for place in found.span(kind))
    blank = b" " if kind == "words" else b"20"
    return found[0][:start] + (blank * (end - start))[: end - start].ljust(end - start) + found[0][end:]


def _unsaid(found: re.Match[bytes]) -> bytes:
    start, end = (place - found.start() for place in found.span("within"))
    words = re.sub(rb"(\A|>)([^<>]+)(?=<|\Z)", lambda one: one[1] + b" " * len(one[2]), found["within"])
    return found[0][:start] + words + found[0][end:]


def _names_maker(data: bytes) -> bool:
    """True when a name is left: behind another mark than those that can be emptied, or in a list of names elsewhere."""
    left = (match for match in re.finditer(_MAKER + rb"(?P<rest>[^\s])", data) if match["rest"] not in b"/>")
    makers = re.compile(_MAKERS)
    if any((found := makers.match(data, one.start())) is None or _has_words(found) for one in left):
        return True
    return any(re.sub(rb"<[^<>]*>|\s", b"", one["within"]) for one in re.finditer(_SAID, data))


def _has_words(found: re.Match[bytes]) -> bool:
    return bool(re.sub(rb"\s|20", b"", found["words"] or found["codes"] or b""))


def _packed(data: bytes) -> Iterator[bytes]:
    """What stands in the packed parts that may say who made a PDF.  Raises Unreadable when there is too much of that."""
    view, left = memoryview(data), _MOST_STREAMS
    for match in re.finditer(_STREAM, data):
        with suppress(zlib.error):
            unpacked = zlib.decompressobj().decompress(view[match.end() :], left)
            yield unpacked
            left -= len(unpacked)
            if left <= 0:
                raise Unreadable(say("holds more packed parts than elzctl can look into"))


def office(raw: bytes, ending: str, allowed: frozenset[str], depth: int = 0) -> Found:
    """A document of an office program without what is noted of who made it.  Raises Unreadable."""
    from zipfile import BadZipFile, ZipFile

    try:
        with ZipFile(BytesIO(raw)) as archive:
            _fit(archive, ending)
            remarks = (say("it holds notes of the speaker"),) if has_notes(archive) else ()
            return Found(_rewritten(archive, allowed, depth), remarks)
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
    if any(".." in re.split(r"[/\\]", name) or name[:1] in ("/", "\\") or ":" in name for name in names):
        raise Unreadable(say("holds a part whose name leads out of the document"))
    if sum(entry.file_size for entry in entries) > _LARGEST or len({name.casefold() for name in names}) < len(names):
        raise Unreadable(NOT_THAT)


def _rewritten(archive: ZipFile, allowed: frozenset[str], depth: int) -> bytes:
    """The same archive, the same at any time and on any computer, with what is looked at in each part."""
    from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

    made, others = BytesIO(), beside(archive)
    with ZipFile(made, "w") as copy:
        for entry in archive.infolist():
            name = entry.filename.lower()
            if entry.is_dir() or is_unseen(name):
                continue
            data = _part(entry, archive.read(entry), allowed, depth, others)
            new = ZipInfo(entry.filename)  # 1980, as all of them
            new.compress_type = ZIP_STORED if entry.compress_type == ZIP_STORED else ZIP_DEFLATED
            new.create_system = 0
            copy.writestr(new, data)
    return made.getvalue()


def _part(entry: ZipInfo, data: bytes, allowed: frozenset[str], depth: int, others: Beside) -> bytes:
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
    if is_about(name):
        title = title_of(_utf8(data, entry.filename))
        return about(name, title if not betrayals(seen(html.unescape(title)), allowed) else "")
    xml = without_folders(_utf8(data, entry.filename), name)
    data = xml.encode()
    check_part(xml, name, entry.filename)
    if name.endswith(".xml") and (re.search(_BESIDE, data) or re.search(_WHO, data)):
        raise Unreadable(
            say(
                "holds comments, or changes that were not accepted or rejected (in {part}); take these out in the program that made it",
                part=entry.filename[:80],
            )
        )
    if name.endswith(".xml") and hides(xml, name, others):
        raise Unreadable(
            say(
                "holds what readers do not see: hidden sheets, rows, columns, slides, shapes or words (in {part}); show these or take them out in the program that made it",
                part=entry.filename[:80],
            )
        )
    read = words(xml, others)
    if betrayals(read, allowed):
        raise Unreadable(say("holds an e-mail address or a number of somebody (in {part})", part=entry.filename[:80]))
    if names_user(xml) or names_user(read):
        raise Unreadable(
            say(
                "names a folder on somebody's computer (in {part}); leave no more of that than the name of the file",
                part=entry.filename[:80],
            )
        )
    return data


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


def betrayals(text: str, allowed: frozenset[str]) -> list[int]:
    """Where contacts begin that are not allowed.  Raises Unreadable when there is too much that may be one."""
    if sum(1 for _ in _PERHAPS.finditer(text)) > _MOST_SIGNS:
        raise Unreadable(say("holds more signs and codes than elzctl can look at for addresses and numbers"))
    places = sorted({*contacts(text), *numbers_in_cells(text)})
    return [start for start, end in places if same_contact(text[start:end]) not in allowed]
