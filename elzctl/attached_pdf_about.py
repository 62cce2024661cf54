"""What a PDF says of itself beside its pages: of its properties no more is left than a title, days and the program.

It is overwritten where it stands, for a PDF knows its parts by their places: no byte behind it moves.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from elzctl.attached_pdf_said import unsaid
from elzctl.attached_photos import Stream, packed, streams, unpacked
from elzctl.record import NamedTuple
from elzctl.tree import Unreadable
from elzctl.wording import say

_KEPT = (b"Title", b"Producer", b"CreationDate", b"ModDate", b"Trapped")
_PROGRAM = b"Creator"
"""It is the program as a rule, but whatever somebody typed in some of them."""
_SEAL = b"/ByteRange"

_INFO, _SAID = rb"/(?:Info|PTEX\.InfoDict)\s*(\d{1,9})\s+\d{1,5}\s+R\b", rb"/Metadata\s*(\d{1,9})\s+\d{1,5}\s+R\b"
_OBJECT = rb"(?<!\d)(\d{1,9})\s+\d{1,5}\s+obj\b\s*"
_OBJECTS, _SAYING = rb"/Type\s*/ObjStm\b", rb"/Type\s*/Metadata\b|/Subtype\s*/XML\b"
_FIRST = rb"/First\s+(\d{1,9})"
_CODE = rb"#([2-7][0-9A-Fa-f])"
_FLATE = rb"/(?:FlateDecode|Fl)\b"
_OTHERWISE = (
    rb"/(?:ASCII85Decode|A85|ASCIIHexDecode|AHx|LZWDecode|LZW|RunLengthDecode|RL|Crypt)\b|/Predictor\s+(?:[2-9]|1\d)"
    rb"|/(?:FlateDecode|Fl)\b[^>]{0,200}/(?:FlateDecode|Fl)\b"
)
_NUMBER = rb"(\d{1,9})\s{1,9}\d{1,5}\s{1,9}\Z"
_FURTHEST_BACK, _LONGEST_NUMBER, _MOST_UNPACKED = 4_000, 40, 96 << 20

_TOKEN = re.compile(
    rb"\s+|%[^\r\n]*|<<|>>|<[0-9A-Fa-f\s]*>|\(|/[^\s()<>\[\]{}/%]*|[\[\]{}]|(?P<to>\d{1,9})\s+\d{1,5}\s+R\b|[^\s()<>\[\]{}/%]+"
)
_IN_WORDS = re.compile(rb"\\.|[()]", re.DOTALL)
_MOST_TOKENS, _MOST_PLACES, _LONGEST_WORDS = 5_000, 200, 1 << 16
_ENDS, _END = re.compile(rb"startxref\s{1,9}\d{1,12}\s{1,9}%%EOF"), b"%%EOF"
_BLANK = b"\0 \t\r\n\f"


class _Part(NamedTuple):
    """What stands in the file itself, or is packed in it: its bytes, and from where to where these are packed."""

    data: bytearray
    stream: Stream | None = None
    used: int = 0


def without_rest(raw: bytes) -> bytes:
    """A PDF without what stands behind its end.  Raises Unreadable when that cannot be left out.

    What was added to it later ends in an end of its own.
    """
    end = _last_end(raw)
    behind = raw[end:].strip(_BLANK) if end else b""
    if not behind:
        return raw
    if _SEAL in raw or re.search(_OBJECT, raw[end:]):
        raise Unreadable(
            say("holds something behind its end, where no program shows it; print it to a new PDF, and take that")
        )
    return raw[:end] + b"\n"


def _last_end(raw: bytes) -> int:
    """Where the last end of a PDF stands; 0 when it has none."""
    before = len(raw)
    while (start := raw.rfind(b"startxref", 0, before)) >= 0:
        found = _ENDS.match(raw, start)
        if found is not None:
            return found.end()
        before = start
    return raw.rfind(_END) + len(_END) if _END in raw else 0


def without_properties(raw: bytes) -> bytes:
    """A PDF of the same length that says of itself no more than its title, days and what programs need.

    Of one that is signed, the program that made it stays.  Raises Unreadable when something cannot be taken out.
    """
    whole = _Part(bytearray(raw))
    parts = [whole, *_packed_parts(raw)]
    kept = (*_KEPT, _PROGRAM) if _SEAL in raw else _KEPT
    _empty_objects(parts, kept)
    for one in parts[1:]:
        _put_back(whole.data, one)
    numbers = {number for one in parts for number in re.findall(_SAID, one.data)}
    for stream in streams(bytes(whole.data)):
        if re.search(_SAYING, _plain(stream.head)) or _number(raw, stream) in numbers:
            body = bytes(whole.data[stream.start : stream.end])
            plain, used = _read(body, stream.head)
            said = unsaid(plain)
            if said != plain:
                _put_back(whole.data, _Part(bytearray(said), stream, used), may_be_shorter=True)
    return bytes(whole.data) if whole.data != raw else raw


def _packed_parts(raw: bytes) -> Iterator[_Part]:
    """The objects that are packed together.  Raises Unreadable when these cannot be read."""
    left = _MOST_UNPACKED
    for stream in streams(raw):
        if re.search(_OBJECTS, _plain(stream.head)):
            plain, used = _read(raw[stream.start : stream.end], stream.head)
            left -= len(plain)
            if left <= 0:
                raise Unreadable(say("holds more packed parts than elzctl can look into"))
            yield _Part(bytearray(plain), stream, used)


def _plain(head: bytes) -> bytes:
    return re.sub(_CODE, lambda code: bytes([int(code[1], 16)]), head)


def _number(raw: bytes, stream: Stream) -> bytes:
    """The number of the object that a stream is; ``b""`` when it has none."""
    place = raw.rfind(b"obj", max(0, stream.start - _FURTHEST_BACK), stream.start)
    found = re.search(_NUMBER, raw[max(0, place - _LONGEST_NUMBER) : place]) if place > 0 else None
    return found[1] if found is not None else b""


def _read(body: bytes, head: bytes) -> tuple[bytes, int]:
    """What is said in a stream, and how many bytes that takes.  Raises Unreadable when it is packed in another way."""
    plain = _plain(head)
    if re.search(_OTHERWISE, plain):
        raise _stuck()
    if not re.search(_FLATE, plain):
        return body, len(body)
    found, used = unpacked(body, _MOST_UNPACKED)
    if found is body:
        raise _stuck()
    return found, used


def _put_back(data: bytearray, part: _Part, *, may_be_shorter: bool = False) -> None:
    """Puts what was packed back in as many bytes.  Raises Unreadable when it does not fit."""
    stream = part.stream
    if stream is None:
        return
    place = slice(stream.start, stream.start + part.used)
    if not re.search(_FLATE, _plain(stream.head)):
        data[place] = part.data
        return
    before, _ = unpacked(bytes(data[stream.start : stream.end]), _MOST_UNPACKED)
    if before == part.data:
        return
    anew = packed(bytes(part.data), part.used, b" ") or (packed(b"", part.used, b" ") if may_be_shorter else b"")
    if len(anew) != part.used:
        raise _stuck()
    data[place] = anew


def _stuck() -> Unreadable:
    return Unreadable(say("has properties that elzctl cannot empty; print it to a new PDF, and take that"))


# What is listed of it


def _empty_objects(parts: Sequence[_Part], kept: Sequence[bytes]) -> None:
    """Empties the lists of properties, in each edition of the file, and what these lead to."""
    places = _places(parts)
    lists = {number for one in parts for number in re.findall(_INFO, _plain(bytes(one.data)))}
    waiting, done, count = set(lists), set[bytes](), 0
    while waiting:
        number = waiting.pop()
        done.add(number)
        count += len(places.get(int(number), ()))
        if count > _MOST_PLACES:
            raise _stuck()
        for part, start in places.get(int(number), ()):
            if number not in lists and part.data.startswith(b"<<", start):
                raise _stuck()
            waiting |= _empty(part.data, start, kept) - done


def _places(parts: Sequence[_Part]) -> dict[int, list[tuple[_Part, int]]]:
    """Where what stands under each number begins."""
    found: dict[int, list[tuple[_Part, int]]] = {}
    for part in parts:
        if part.stream is None:
            for one in re.finditer(_OBJECT, part.data):
                found.setdefault(int(one[1]), []).append((part, one.end()))
            continue
        first = re.search(_FIRST, part.stream.head)
        begin = int(first[1]) if first is not None else 0
        numbers = re.findall(rb"\d{1,9}", bytes(part.data[:begin]))
        for number, offset in zip(numbers[::2], numbers[1::2], strict=False):
            found.setdefault(int(number), []).append((part, begin + int(offset)))
    return found


def _empty(data: bytearray, start: int, kept: Sequence[bytes]) -> set[bytes]:
    """Makes blanks of all words of an object but those that are *kept*; returns the numbers of the objects that it leads to."""
    depth, name, is_named, led = 0, b"", False, set[bytes]()
    for _ in range(_MOST_TOKENS):
        token = _TOKEN.match(data, start)
        if token is None:
            break
        start, said = token.end(), bytes(token[0])
        if not said.strip() or said.startswith(b"%"):
            continue
        is_mine = depth == 0 or name not in kept
        if said == b"(":
            end = _end_of_words(data, start)
            data[start:end] = b" " * (end - start) if is_mine else data[start:end]
            start = end + 1
        elif said.startswith(b"<") and said != b"<<":
            codes = said[1:-1]
            data[token.start() + 1 : token.end() - 1] = (b"20" * len(codes))[: len(codes)] if is_mine else codes
        elif token["to"] is not None and is_mine:
            led.add(bytes(token["to"]))
        elif depth == 1 and not is_named and said.startswith(b"/"):
            name, is_named = _plain(said[1:]), True
            continue
        depth += (said in (b"<<", b"[")) - (said in (b">>", b"]"))
        is_named = depth > 1
        if depth <= 0:
            break
    return led


def _end_of_words(data: bytearray, start: int) -> int:
    """Where words between brackets end.  Raises Unreadable when they do not."""
    depth = 1
    for sign in _IN_WORDS.finditer(data, start, start + _LONGEST_WORDS):
        depth += (sign[0] == b"(") - (sign[0] == b")")
        if not depth:
            return sign.start()
    raise _stuck()
