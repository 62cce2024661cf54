"""Documents of office programs that go with minutes, written anew as the archives that they are.

Who made them, what the house of the program notes, and what a camera noted in their pictures, is not in the new one.
Comments, changes that were not settled and what is hidden are words that were not meant for readers: such a document is
refused.
"""

from __future__ import annotations

import html
import re
import zlib
from io import BytesIO
from typing import TYPE_CHECKING

from elzctl.attachments.acts import check_part
from elzctl.attachments.cells import seen
from elzctl.attachments.faint import Looks, is_faint, looks
from elzctl.attachments.folders import about, is_about, names_user, title_of, without_folders
from elzctl.attachments.hidden import hides, keeps_copy
from elzctl.attachments.inside import NOT_THAT, OFFICE, PICTURE, Found, betrayals
from elzctl.attachments.media import is_known, is_read
from elzctl.attachments.photos import is_noted
from elzctl.attachments.reached import reached, without_left
from elzctl.attachments.slides import Slides, slides
from elzctl.attachments.words import Beside, beside, has_notes, words
from elzctl.pictures import Unusable, picture
from elzctl.record import NamedTuple
from elzctl.tree import Unreadable
from elzctl.wording import Message, say

if TYPE_CHECKING:
    from zipfile import ZipFile, ZipInfo

_MOST_PARTS = 5_000
_LARGEST = 100 << 20  # bytes of all parts, unpacked
_DEEPEST = 2  # a table in a chart in a presentation
_PROGRAM = r"(?i)vbaproject\.bin\Z|/activex/|\A(?-i:Basic|Scripts)/"
_PICTURES = (b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n")  # whatever the name says
# What leads to a document that Word puts in the place of a mark as soon as somebody opens it, and that mark.
_LED = r"<(?:[\w.-]+:)?Relationship\s[^<>]*>"
_INSERTED = r"(?i)\sType\s*=\s*[\"'][^\"'<>]*/aFChunk\s*[\"']"
_MARK = r"<(?:[\w.-]+:)?altChunk(?=[\s/>])"

# Marks and parts of what was noted beside the text, or changed and not settled; and of who did that (but who wrote a book
# that a text of LibreOffice refers to).
_BESIDE = (
    rb"<(?:\w+:)?(?:ins|del|moveFrom|moveTo|delText|delInstrText|comment|cm|threadedComment|tracked-changes"
    rb"|[a-z]{1,4}PrChange|cellIns|cellDel|cellMerge|numberingChange|sectPrChange|tblGridChange|rcc|rrc)(?=[ />\r\n\t])"
    rb"|<office:annotation[ >]"
)
_WHO = rb"(?<![\w:])(?!text:)(?:\w+:)?author=[\"'][^\"']|<(?:\w+:)?(?:author|cmAuthor|person)[ >]|<dc:creator>[^<]|userName=\"[^\"]"


class _Others(NamedTuple):
    """What has to be known of the other parts of a document to read one of them."""

    beside: Beside
    looks: Looks
    slides: Slides
    kept: frozenset[str]
    left: frozenset[str]
    """The parts, in small letters, to which something leads, and the others."""


def office(raw: bytes, ending: str, allowed: frozenset[str], depth: int = 0) -> Found:
    """A document of an office program without what is noted of who made it.  Raises Unreadable."""
    from zipfile import BadZipFile, ZipFile

    try:
        with ZipFile(BytesIO(raw)) as archive:
            _fit(archive, ending)
            kept = reached(archive, ending)
            if OFFICE[ending] not in kept:
                raise Unreadable(NOT_THAT)
            remarks = (say("it holds notes of the speaker"),) if has_notes(archive) else ()
            return Found(_rewritten(archive, allowed, depth, kept), remarks)
    except (BadZipFile, ValueError, OSError, RuntimeError, EOFError, zlib.error):
        raise Unreadable(NOT_THAT) from None


def _fit(archive: ZipFile, ending: str) -> None:
    """Raises Unreadable for what is none of its kind, holds a program, or cannot be read by everybody alike."""
    entries = archive.infolist()
    names = [entry.filename for entry in entries]
    if OFFICE[ending] not in names or len(names) > _MOST_PARTS:
        raise Unreadable(NOT_THAT)
    if any(re.search(_PROGRAM, one) for one in names):
        raise Unreadable(say("holds a program (macros)"))
    if any(entry.flag_bits & 0x1 for entry in entries):
        raise Unreadable(say("needs a password"))
    for entry in entries:
        if entry.filename.lower().endswith(".rels"):
            _check_inserted(archive.read(entry).decode("utf-8", "replace"))
    if any(".." in re.split(r"[/\\]", name) or name[:1] in ("/", "\\") or ":" in name for name in names):
        raise Unreadable(say("holds a part whose name leads out of the document"))
    if sum(entry.file_size for entry in entries) > _LARGEST or len({name.casefold() for name in names}) < len(names):
        raise Unreadable(NOT_THAT)


def _rewritten(archive: ZipFile, allowed: frozenset[str], depth: int, kept: frozenset[str]) -> bytes:
    """The same archive, the same at any time and on any computer, with what is looked at in each part."""
    from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

    made, known = BytesIO(), beside(archive)
    left = frozenset(map(str.lower, archive.namelist())) - kept
    others = _Others(known, looks(archive), slides(archive, known.slide), kept, left)
    with ZipFile(made, "w") as copy:
        for entry in archive.infolist():
            name = entry.filename.lower()
            if entry.is_dir() or name not in kept:
                continue
            data = _part(entry, archive.read(entry), allowed, depth, others)
            new = ZipInfo(entry.filename)  # 1980, as all of them
            new.compress_type = ZIP_STORED if entry.compress_type == ZIP_STORED else ZIP_DEFLATED
            new.create_system = 0
            copy.writestr(new, data)
    return made.getvalue()


def _part(entry: ZipInfo, data: bytes, allowed: frozenset[str], depth: int, others: _Others) -> bytes:
    """What is published of one part.  Raises Unreadable."""
    name = entry.filename.lower()
    ending = name.rpartition(".")[2]
    if "embeddings/" in name or re.match("object(?!replacements/)", name):
        if ending in OFFICE and depth < _DEEPEST:
            return office(data, ending, allowed, depth + 1).data
        if not is_read(name):
            raise Unreadable(_another(entry.filename))
    if ending in ("png", "jpg", "jpeg") or data.startswith(_PICTURES):
        try:
            return picture(data, PICTURE).data
        except Unusable as fault:
            held = say("holds a picture ({part}) that {reason}", part=entry.filename[:80], reason=fault.reason)
            raise Unreadable(held) from None
    if not is_read(name):
        if name.startswith("xl/customproperty"):
            return b""
        if name.startswith("xl/model/") or not is_known(name, data):
            raise Unreadable(_another(entry.filename))
        if is_noted(data):
            raise Unreadable(
                say(
                    "holds a picture ({part}) in which its camera noted something (the place, the time, the owner); save that picture as JPEG or PNG, and take it instead",
                    part=entry.filename[:80],
                )
            )
        return data
    if is_about(name):
        title = title_of(_utf8(data, entry.filename))
        return about(name, title if not betrayals(seen(html.unescape(title)), allowed) else "")
    xml = without_left(without_folders(_utf8(data, entry.filename), name), name, others.kept, others.left)
    _check(xml, name, entry, others)
    read = words(xml, others.beside)
    if betrayals(read, allowed):
        raise Unreadable(say("holds an e-mail address or a number of somebody (in {part})", part=entry.filename[:80]))
    if names_user(xml) or names_user(read):
        raise Unreadable(
            say(
                "names a folder on somebody's computer (in {part}); leave no more of that than the name of the file",
                part=entry.filename[:80],
            )
        )
    return xml.encode()


def _check(xml: str, name: str, entry: ZipInfo, others: _Others) -> None:
    """Raises Unreadable for what a part does by itself, and for what in it was not meant for readers."""
    data = xml.encode()
    check_part(xml, name, entry.filename)
    if name.startswith("word/") and re.search(_MARK, xml):
        raise Unreadable(_another(entry.filename))
    if name.endswith(".xml") and (re.search(_BESIDE, data) or re.search(_WHO, data)):
        raise Unreadable(
            say(
                "holds comments, or changes that were not accepted or rejected (in {part}); take these out in the program that made it",
                part=entry.filename[:80],
            )
        )
    is_outside = entry.filename in others.slides.outside
    if is_outside or (name.endswith(".xml") and hides(xml, name, others.beside)):
        raise Unreadable(
            say(
                "holds what readers do not see: hidden sheets, rows, columns, slides, shapes or words (in {part}); show these or take them out in the program that made it",
                part=entry.filename[:80],
            )
        )
    if keeps_copy(xml, name, others.beside):
        raise Unreadable(
            say(
                "keeps a copy of a table that is not in it, behind a pivot table (in {part}); put the figures alone in its place",
                part=entry.filename[:80],
            )
        )
    is_unread = entry.filename in others.slides.unread
    if is_unread or (name.endswith(".xml") and is_faint(xml, name, others.looks)):
        raise Unreadable(
            say(
                "holds words that nobody can read, in the colour of what is behind them or as small as a dot (in {part}); select everything to find them, and make them black or take them out",
                part=entry.filename[:80],
            )
        )


def _check_inserted(xml: str) -> None:
    """Raises Unreadable when a document is put within this one, whatever that is: a text, a page, a letter."""
    for tag in re.findall(_LED, xml):
        if re.search(_INSERTED, html.unescape(tag)):
            target = re.search(r"\sTarget\s*=\s*[\"']([^\"'<>]*)", tag)
            raise Unreadable(_another(html.unescape(target[1]) if target is not None else ""))


def _another(part: str) -> Message:
    return say("holds another file ({part}), into which elzctl cannot look", part=part[:80])


def _utf8(data: bytes, name: str) -> str:
    """A part as text.  Raises Unreadable when it is in another form, in which nothing would be found."""
    try:
        found = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        found = "\0"
    if "\0" in found or "<!DOCTYPE" in found:
        raise Unreadable(say("holds a part that elzctl cannot look into ({part})", part=name[:80]))
    return found
