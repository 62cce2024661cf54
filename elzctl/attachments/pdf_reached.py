"""What is left in a PDF though it is on no page: what a program took out of it without wiping it."""

from __future__ import annotations

import re
from base64 import a85decode
from bisect import bisect
from collections.abc import Iterable, Iterator, Mapping, Sequence

from elzctl.attachments.pdf_about import Part, packed_parts, places, plain_names
from elzctl.attachments.photos import unpacked
from elzctl.record import NamedTuple
from elzctl.wording import Message, say

_LED = re.compile(rb"(?<!\d)(\d{1,9})\s+\d{1,5}\s+R\b")
_TRAILER, _LISTS = rb"\btrailer\b", rb"/Type\s*/XRef\b"
_ENDS, _STREAM, _STREAM_ENDS = re.compile(rb"\bendobj\b|\bstream(?:\r\n|\n|\r)"), b"stream", b"endstream"
_LONGEST_TRAILER, _MOST_UNPACKED = 4_000, 1 << 20
_PAGE = rb"/Type\s*/Page(?![\w#])"
_KIDS = rb"/Kids\s*(?:\[([^\]]*)\]|(\d{1,9})\s+\d{1,5}\s+R\b)"
_NOTES = _KIDS.replace(b"Kids", b"Annots")
_FIELD, _FILLED = rb"/FT\s*/(?:Tx|Ch)\b", rb"/V\s*(?:\((?!\)|\xfe\xff\))|<(?![<>]|(?i:feff)>))"
_FLAGS, _HIDDEN = rb"/F\s+(\d{1,9})\b(?!\s+\d{1,5}\s+R\b)", 2 | 32
_PICTURE, _SHOWS = rb"/Subtype\s*/Image\b", rb"(?s)\bBT\b.*\bT[jJ](?!\w)"
# What can be drawn on pages, listed under a name, and the sign that draws what has a name; a part may end between the two.
_NAMED, _NAMED_ELSEWHERE = rb"/XObject\s*<<([^<>]*)>>", rb"/XObject\s+(\d{1,9})\s+\d{1,5}\s+R\b"
_NAMES, _DRAWN = rb"/([^\s()<>\[\]{}/%]+)\s+(\d{1,9})\s+\d{1,5}\s+R\b", rb"/([^\s()<>\[\]{}/%]+)\s*(?:\bDo\b|\Z)"
_NO_DRAWING = rb"/Type\s*/(?:ObjStm|XRef|Metadata)\b|/Subtype\s*/(?:Image|XML)\b"
_FILTERS = rb"/Filter\s*(\[[^\]]*\]|/\w+|\d)"
_TYPED, _FLATE = (b"ASCII85Decode", b"A85"), (b"FlateDecode", b"Fl")
_MOST_DRAWN = 96 << 20


class _Thing(NamedTuple):
    """An object: what is said in it, and where what is drawn begins in the file; 0 when it draws nothing."""

    said: bytes
    drawing: int = 0


_Things = Mapping[int, Sequence[_Thing]]


def off_pages(raw: bytes) -> Message | None:
    """Why a file is not published that holds what stands on none of its pages, as a part of a sentence."""
    things = _things(raw)
    reached = _reached(things, _roots(raw, things))
    if _has_left(raw, things, reached) or _has_undrawn(raw, things, reached):
        return say("keeps pages, texts or pictures that were taken out of it; print it to a new PDF, and take that")
    if _has_unseen_field(things, reached):
        return say("holds a field that is filled in and that nobody sees; empty it in the program that made it")
    return None


def _has_left(raw: bytes, things: _Things, reached: Iterable[int]) -> bool:
    """True for a page that is not among the pages, or a text or a picture to which nothing leads."""
    listed = {
        kid for number in reached for thing in things.get(number, ()) for kid in _listed(_KIDS, thing.said, things)
    }
    for number, found in things.items():
        for thing in found:
            if re.search(_PAGE, thing.said) and b"/Contents" in thing.said and number not in listed:
                return True
            if thing.drawing and number not in reached and _draws(raw, thing):
                return True
    return False


def _has_unseen_field(things: _Things, reached: Iterable[int]) -> bool:
    """True for a field with words in it that is on no page, or on none where it is shown."""
    saying = [(number, thing.said) for number in reached for thing in things.get(number, ())]
    shown = {
        note
        for _, said in saying
        for note in _listed(_NOTES, said, things)
        for thing in things.get(note, ())
        if not any(int(flags) & _HIDDEN for flags in re.findall(_FLAGS, thing.said))
    }
    return any(
        re.search(_FIELD, said)
        and re.search(_FILLED, said)
        and shown.isdisjoint([number, *_listed(_KIDS, said, things)])
        for number, said in saying
    )


def _has_undrawn(raw: bytes, things: _Things, reached: Iterable[int]) -> bool:
    """True for a picture, or a part with words or pictures, of which no page does more than list its name.

    Pages may share one list.  A name that is drawn anywhere is drawn, and so is all when a drawing cannot be read.
    """
    saying = [(number, thing.said) for number in reached for thing in things.get(number, ())]
    lists = {int(number) for _, said in saying for number in re.findall(_NAMED_ELSEWHERE, said)}
    names, otherwise = dict[int, set[bytes]](), set[int]()
    for number, said in saying:
        for listed in [said] if number in lists else re.findall(_NAMED, said):
            for name, to in re.findall(_NAMES, listed):
                names.setdefault(int(to), set()).add(plain_names(name))
        otherwise.update(() if number in lists else _led(re.sub(_NAMED, b"", said)))
    for number in otherwise:
        names.pop(number, None)
    drawings = _drawings(raw, things) if names else None
    if drawings is None:
        return False
    drawn = {plain_names(name) for one in drawings.values() for name in re.findall(_DRAWN, one)}
    left = (thing for number in names if not names[number] & drawn for thing in things.get(number, ()))
    return any(
        thing.drawing and (re.search(_PICTURE, thing.said) or _puts(drawings.get(thing.drawing, b""))) for thing in left
    )


def _puts(drawing: bytes) -> bool:
    return re.search(_SHOWS, drawing) is not None or re.search(_DRAWN, drawing) is not None


def _drawings(raw: bytes, things: _Things) -> Mapping[int, bytes] | None:
    """What is drawn, by where it begins in the file; None when something cannot be read."""
    found, left = dict[int, bytes](), _MOST_DRAWN
    for listed in things.values():
        for thing in listed:
            if not thing.drawing or re.search(_NO_DRAWING, plain_names(thing.said)):
                continue
            body = _drawing(raw[thing.drawing : raw.find(_STREAM_ENDS, thing.drawing)], plain_names(thing.said), left)
            left -= len(body or b"")
            if body is None or left <= 0:
                return None
            found[thing.drawing] = body
    return found


def _drawing(body: bytes, said: bytes, most: int) -> bytes | None:
    """What is drawn; None when it is packed in a way that is not read here."""
    filters = re.search(_FILTERS, said)
    for one in re.findall(rb"\w+", filters[1]) if filters is not None else ():
        if one in _TYPED:
            try:
                body = a85decode(body.strip().removeprefix(b"<~").removesuffix(b"~>"))
            except ValueError:
                return None
        elif one in _FLATE and b"/Predictor" not in said:
            packed, (body, _) = body, unpacked(body, most)
            if body is packed:
                return None
        else:
            return None
    return body


def _things(raw: bytes) -> _Things:
    """What stands under each number, in each edition of the file."""
    parts = [Part(bytearray(raw)), *packed_parts(raw)]
    found = places(parts)
    starts: dict[int, list[int]] = {}
    for listed in found.values():
        for part, start in listed:
            starts.setdefault(id(part), []).append(start)
    for one in starts.values():
        one.sort()
    return {
        number: [_thing(raw, part, start, starts[id(part)]) for part, start in listed]
        for number, listed in found.items()
    }


def _thing(raw: bytes, part: Part, start: int, starts: Sequence[int]) -> _Thing:
    if part.stream is not None:
        behind = bisect(starts, start)
        return _Thing(bytes(part.data[start : starts[behind] if behind < len(starts) else None]))
    end = _ENDS.search(raw, start)
    if end is None:
        return _Thing(raw[start:])
    return _Thing(raw[start : end.start()], end.end() if end[0].startswith(_STREAM) else 0)


def _roots(raw: bytes, things: _Things) -> Iterator[int]:
    """What the ends of the file lead to, and each list of its objects."""
    for sign in re.finditer(_TRAILER, raw):
        yield from _led(raw[sign.end() : sign.end() + _LONGEST_TRAILER].partition(b"startxref")[0])
    for number, found in things.items():
        if any(re.search(_LISTS, thing.said) for thing in found):
            yield number


def _reached(things: _Things, first: Iterable[int]) -> frozenset[int]:
    waiting, reached = [*first], set[int]()
    while waiting:
        number = waiting.pop()
        if number not in reached:
            reached.add(number)
            for thing in things.get(number, ()):
                waiting += _led(thing.said)
    return frozenset(reached)


def _led(said: bytes) -> list[int]:
    return [int(one) for one in _LED.findall(said)]


def _listed(lists: bytes, said: bytes, things: _Things) -> Iterator[int]:
    """The pages, lists of pages, fields or notes that are listed in an object, or in one that it names."""
    for within, elsewhere in re.findall(lists, said):
        yield from _led(within)
        for thing in things.get(int(elsewhere), ()) if elsewhere else ():
            yield from _led(thing.said)


def _draws(raw: bytes, thing: _Thing) -> bool:
    """True for a picture, and for what draws words on a page."""
    if re.search(_PICTURE, thing.said):
        return True
    body = raw[thing.drawing : raw.find(_STREAM_ENDS, thing.drawing)]
    return re.search(_SHOWS, unpacked(body, _MOST_UNPACKED)[0]) is not None
