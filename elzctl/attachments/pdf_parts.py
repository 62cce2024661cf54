"""What stands in a PDF beside its pages: who made it and what cameras noted are taken out, links to people are found."""

from __future__ import annotations

import re
import zlib
from codecs import BOM_UTF8, BOM_UTF16_BE
from collections.abc import Iterator
from contextlib import suppress

from elzctl.attachments.acts import check_pdf
from elzctl.attachments.cells import seen
from elzctl.attachments.folders import names_user
from elzctl.attachments.inside import NOT_THAT, Found, betrayals
from elzctl.attachments.pdf_about import without_properties, without_rest
from elzctl.attachments.photos import without_notes
from elzctl.telephones import linked_numbers
from elzctl.traces import mailboxes
from elzctl.tree import Unreadable
from elzctl.wording import say

# Where a PDF says who made it, as words between brackets or as codes; and what is like that but cannot be taken out.
_MAKER = rb"/(?:Author|Manager|LastModifiedBy|Last#20Modified#20By)(?![\w#.:+-])\s*"
_MAKERS = rb"(?s:" + _MAKER + rb"(?:\((?P<words>(?:\\.|[^\\()])*)\)|<(?P<codes>[0-9A-Fa-f\s]*)>))"
_NAMING = rb"(?:dc:creator|pdf:Author|xmpDM:artist|cp:lastModifiedBy)>"
_SAID = rb"<(?P<tag>" + _NAMING + rb")(?P<within>[^<]*(?:<(?!/?" + _NAMING + rb")[^<]*){0,200})</(?P=tag)"
_SEAL, _LOCK = b"/ByteRange", rb"/Encrypt\s*(?:\d+\s+\d+\s+R\b|<<)"
_OWN_LINK = rb"(?:mailto|tel|sms|smsto|callto|skype|whatsapp):[^()<>\s\"]{3,200}"
_DESCRIBED = (
    rb"(?s)/(?:Alt|ActualText)\s*(?:\((?P<words>(?:\\.|[^\\()]|\((?:\\.|[^\\()]){0,4000}\)){0,4000})\)"
    rb"|<(?P<codes>[0-9A-Fa-f\s]{0,16000})>)"
)
_ESCAPED, _SIGNS = (
    rb"(?s)\\([0-7]{1,3}|\r\n|.)",
    {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"\n": b"", b"\r\n": b"", b"\r": b""},
)
_STREAM = rb"/(?:ObjStm|Metadata)\b[^\0]{0,2000}?\bstream\r?\n"
_MOST_STREAMS = 32 << 20


def pdf(raw: bytes, allowed: frozenset[str]) -> Found:
    """A PDF without the name of who made it, and what cameras noted.

    Raises Unreadable when that cannot be taken out, or a link leads to somebody.  What stands on its pages is not read here.
    """
    if not raw.startswith(b"%PDF-"):
        raise Unreadable(NOT_THAT)
    if re.search(_LOCK, raw):
        raise Unreadable(
            say(
                "is locked, so that elzctl cannot look for who made it and what its photos tell; save it without a password"
            )
        )
    raw = without_rest(raw)
    clean = without_notes(raw)
    if clean is not raw and _SEAL in raw:
        raise Unreadable(
            say(
                "is signed, and holds photos with what their cameras noted (the place, the time, the owner), which cannot be taken out of it any more; print it to a new PDF, and take that"
            )
        )
    data = without_properties(re.sub(_SAID, _unsaid, re.sub(_MAKERS, _unmade, clean)))
    is_sealed = data != raw and _SEAL in raw
    parts = (data, *_packed(data))
    if any(betrayals(_linked(part), allowed) for part in parts):
        raise Unreadable(say("holds a link to an e-mail address or a number of somebody"))
    if any(betrayals(seen(one), allowed) for part in parts for one in _described(part)):
        raise Unreadable(say("holds an e-mail address or a number of somebody (in the description of a picture)"))
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


def _described(part: bytes) -> Iterator[str]:
    """What is said instead of pictures, and of words, to those who do not see them."""
    for one in re.finditer(_DESCRIBED, part):
        if one["codes"] is not None:
            codes = re.sub(rb"\s", b"", one["codes"])
            words = bytes.fromhex((codes + b"0" * (len(codes) % 2)).decode())
        else:
            words = re.sub(_ESCAPED, _unescaped, one["words"])
        code = "utf-16-be" if words.startswith(BOM_UTF16_BE) else "utf-8" if words.startswith(BOM_UTF8) else "latin-1"
        yield words.decode(code, "replace")


def _unescaped(found: re.Match[bytes]) -> bytes:
    sign = found[1]
    return bytes([int(sign, 8) & 255]) if sign.isdigit() else _SIGNS.get(sign, sign)


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
