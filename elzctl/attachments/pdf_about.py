"""What a PDF says of itself beside its pages: of its properties no more is left than a title, days and the program.

It is overwritten where it stands, for a PDF knows its parts by their places: no byte behind it moves.
"""

from __future__ import annotations

import re
from bisect import bisect
from collections import Counter
from collections.abc import Iterator, Sequence

from elzctl.attachments.pdf_said import unsaid
from elzctl.attachments.photos import Stream, packed, streams, unpacked
from elzctl.record import NamedTuple
from elzctl.tree import Unreadable
from elzctl.wording import say

_KEPT = (b"Title", b"Producer", b"CreationDate", b"ModDate", b"Trapped")
_PROGRAM = b"Creator"
"""It is the program as a rule, but whatever somebody typed in some of them."""
_SEAL = b"/ByteRange"

_INFO, _SAID = rb"/(?:Info|PTEX\.InfoDict)\s*(\d{1,9})\s+\d{1,5}\s+R\b", rb"/Metadata\s*(\d{1,9})\s+\d{1,5}\s+R\b"
_WITHIN = rb"/Info\s*(?=<<)"
_OBJECT = rb"(?<!\d)(\d{1,9})\s+\d{1,5}\s+obj\b\s*"
_OBJECTS, _SAYING = rb"/Type\s*/ObjStm\b", rb"/Type\s*/Metadata\b|/Subtype\s*/XML\b"
_FIRST = rb"/First\s+(\d{1,9})"
_PRIVATE, _LED = rb"/(?:PieceInfo|Thumb)\s*", rb"(?<!\d)(\d{1,9})\s+\d{1,5}\s+R\b"
_STREAM_OR_END = re.compile(rb"\bendobj\b|\bstream(?:\r\n|\n|\r)")
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


class Part(NamedTuple):
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
    whole = Part(bytearray(raw))
    parts = [whole, *packed_parts(raw)]
    kept = (*_KEPT, _PROGRAM) if _SEAL in raw else _KEPT
    _empty_objects(parts, kept)
    if _empty_private(parts) and _SEAL in raw:
        raise _stuck()
    for one in parts[1:]:
        _put_back(whole.data, one)
    numbers = {number for one in parts for number in re.findall(_SAID, one.data)}
    for stream in streams(bytes(whole.data)):
        if re.search(_SAYING, plain_names(stream.head)) or _number(raw, stream) in numbers:
            body = bytes(whole.data[stream.start : stream.end])
            plain, used = _read(body, stream.head)
            said = unsaid(plain)
            if said != plain:
                _put_back(whole.data, Part(bytearray(said), stream, used), may_be_shorter=True)
    return bytes(whole.data) if whole.data != raw else raw


def packed_parts(raw: bytes) -> Iterator[Part]:
    """The objects that are packed together.  Raises Unreadable when these cannot be read."""
    left = _MOST_UNPACKED
    for stream in streams(raw):
        if re.search(_OBJECTS, plain_names(stream.head)):
            plain, used = _read(raw[stream.start : stream.end], stream.head)
            left -= len(plain)
            if left <= 0:
                raise Unreadable(say("holds more packed parts than elzctl can look into"))
            yield Part(bytearray(plain), stream, used)


def plain_names(head: bytes) -> bytes:
    """The same with the signs that stand as codes in names."""
    return re.sub(_CODE, lambda code: bytes([int(code[1], 16)]), head)


def _number(raw: bytes, stream: Stream) -> bytes:
    """The number of the object that a stream is; ``b""`` when it has none."""
    place = raw.rfind(b"obj", max(0, stream.start - _FURTHEST_BACK), stream.start)
    found = re.search(_NUMBER, raw[max(0, place - _LONGEST_NUMBER) : place]) if place > 0 else None
    return found[1] if found is not None else b""


def _read(body: bytes, head: bytes) -> tuple[bytes, int]:
    """What is said in a stream, and how many bytes that takes.  Raises Unreadable when it is packed in another way."""
    plain = plain_names(head)
    if re.search(_OTHERWISE, plain):
        raise _stuck()
    if not re.search(_FLATE, plain):
        return body, len(body)
    found, used = unpacked(body, _MOST_UNPACKED)
    if found is body:
        raise _stuck()
    return found, used


def _put_back(data: bytearray, part: Part, *, may_be_shorter: bool = False) -> None:
    """Puts what was packed back in as many bytes.  Raises Unreadable when it does not fit."""
    stream = part.stream
    if stream is None:
        return
    place = slice(stream.start, stream.start + part.used)
    if not re.search(_FLATE, plain_names(stream.head)):
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


def _empty_objects(parts: Sequence[Part], kept: Sequence[bytes]) -> None:
    """Empties the lists of properties, in each edition of the file, and what these lead to."""
    known = places(parts)
    lists = {number for one in parts for number in re.findall(_INFO, plain_names(bytes(one.data)))}
    waiting, done, count = set(lists), set[bytes](), 0
    for direct in re.finditer(_WITHIN, bytes(parts[0].data)):
        if parts[0].data.startswith(b"<<", direct.end()):  # it stands in no other one, which is empty by now
            waiting |= _empty(parts[0].data, direct.end(), kept)
    while waiting:
        number = waiting.pop()
        done.add(number)
        count += len(known.get(int(number), ()))
        if count > _MOST_PLACES:
            raise _stuck()
        for part, start in known.get(int(number), ()):
            if number not in lists and part.data.startswith(b"<<", start):
                raise _stuck()
            waiting |= _empty(part.data, start, kept) - done


def _empty_private(parts: Sequence[Part]) -> bool:
    """Takes out what programs keep for themselves beside the pages, and small pictures of these; false when there is none.

    What these lead to, and nothing else does, becomes nothing too.
    """
    led = set[bytes]()
    for part in parts:
        for within in re.finditer(_PRIVATE + rb"(?=<<)", bytes(part.data)):
            if part.data.startswith(b"<<", within.end()):
                led |= _empty(part.data, within.end(), ()) | {b"0"}
        for one in re.finditer(_PRIVATE + rb"(\d{1,9})\s+\d{1,5}\s+R\b", bytes(part.data)):
            part.data[one.start() : one.end()] = b" " * len(one[0])
            led.add(one[1])
    if not led:
        return False
    used = Counter(number for part in parts for number in re.findall(_LED, part.data))
    known, waiting, starts = places(parts), list(led), dict[int, list[int]]()
    for part, start in sorted((one for listed in known.values() for one in listed), key=lambda one: one[1]):
        starts.setdefault(id(part), []).append(start)
    while waiting:
        number = waiting.pop()
        for part, start in known.pop(int(number), ()) if not used[number] else ():
            if not part.data[start : start + 1].strip():
                continue
            end = _end_of_object(part, start, starts[id(part)])
            gone = re.findall(_LED, part.data[start:end].partition(b"stream")[0])
            used.subtract(gone)
            waiting += gone
            part.data[start:end] = (b"null" if end - start >= len(b"null") else b"0").ljust(end - start)[: end - start]
    return True


def _end_of_object(part: Part, start: int, starts: Sequence[int]) -> int:
    """Where an object ends that begins at a place.  Raises Unreadable when it does not."""
    if part.stream is not None:
        behind = bisect(starts, start)
        return starts[behind] - 1 if behind < len(starts) else len(part.data)
    found = _STREAM_OR_END.search(part.data, start)
    end = part.data.find(b"endstream", found.end()) if found is not None and found[0] != b"endobj" else start
    end = part.data.find(b"endobj", end) if end >= 0 else end
    if end < 0:
        raise _stuck()
    return end


def places(parts: Sequence[Part]) -> dict[int, list[tuple[Part, int]]]:
    """Where what stands under each number begins."""
    found: dict[int, list[tuple[Part, int]]] = {}
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
    """Makes blanks of all that is in an object but what is *kept*, names too; returns the numbers of the objects that it leads to."""
    depth, name, is_named, led, outer = 0, b"", False, set[bytes](), b""
    for _ in range(_MOST_TOKENS):
        token = _TOKEN.match(data, start)
        if token is None:
            break
        begin, start, said = token.start(), token.end(), bytes(token[0])
        if not said.strip() or said.startswith(b"%"):
            data[begin:start] = b" " * (start - begin) if depth and said.strip() else said
            continue
        outer = outer or said
        is_name = depth == 1 and not is_named and outer == b"<<" and said.startswith(b"/")
        name = plain_names(said[1:]) if is_name else name
        if said == b"(":
            start = _end_of_words(data, start) + 1
        if token["to"] is not None and name not in kept:
            led.add(bytes(token["to"]))
        before, depth = depth, depth + (said in (b"<<", b"[")) - (said in (b">>", b"]"))
        is_named = is_name or depth > 1
        if before and depth and name not in kept:
            data[begin:start] = b" " * (start - begin)
        elif not before and not depth and said[:1] in (b"(", b"<"):
            data[begin + 1 : start - 1] = b" " * (start - begin - 2)
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
