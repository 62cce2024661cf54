"""What an approval covers, as a hash: the minutes without what may still happen to their points and signals."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from elzctl.clock import Clock
from elzctl.dates import VagueDate
from elzctl.fiche import Ref
from elzctl.meeting import Event, Meeting, Noted, Occasion, Passage, Point, Resolution

LENGTH = 32
"""Hexadecimal digits of the hash that are kept."""

NEXT, AND = "\x1e", "\x1f"
"""Between two values, and between those of one value: signs that no text holds."""
# To take blanks out is fifteen times faster than to make one of many.
_BLANKS = b" \t\n\r\v\f"


def fingerprint(meeting: Meeting) -> str:
    """The hash of everything that the approval of *meeting* covers.

    Ticks, contributions, progress, moves and drops of points and the steps of signals are the life that goes on after
    the approval; they do not count, and neither do blanks, line ends and the words that a date is written in.
    """
    return hashed((*_data(meeting), *_text(meeting)))


def hashed(parts: Iterable[str]) -> str:
    """The hash of texts one after the other, in which blanks and line ends do not count."""
    import hashlib

    data = NEXT.join(parts).encode("utf-8", "surrogatepass").replace(b"\xc2\xa0", b"").translate(None, _BLANKS)
    return hashlib.sha256(data).hexdigest()[:LENGTH]


def names(refs: tuple[Ref, ...]) -> str:
    """The names, in whatever order they stand."""
    return AND.join(sorted([ref.id for ref in refs])) if refs else ""


def when(date: VagueDate | None) -> str:
    """The days of a date, however it is written."""
    return "" if date is None else f"{date.first.isoformat()}/{date.last.isoformat()}"


def _data(meeting: Meeting) -> Iterator[str]:
    """What stands above the text."""
    yield meeting.title
    yield meeting.series.id if meeting.series is not None else ""
    yield when(meeting.date)
    yield from (_hour(meeting.start), _hour(meeting.end), meeting.location)
    yield from (names(meeting.present), names(meeting.excused))
    yield AND.join(f"{attachment.file}{AND}{attachment.title}" for attachment in meeting.attachments)
    yield _occasion(meeting.next) if meeting.next is not None else ""
    yield from ("last" if meeting.last else "", meeting.no_action_points)
    # Who presented is on the agenda that was approved; of a meeting where nobody did the hash is as it was before.
    yield from (f"{AND}{meeting.speaker.id}",) if meeting.speaker is not None else ()


def _text(meeting: Meeting) -> Iterator[str]:
    for item in meeting.minutes.items:
        yield f"{item.number}{AND}{item.title}{AND}{item.internal}"
        for piece in item.pieces:
            yield piece.prose.text if isinstance(piece, Passage) else _noted(piece)
            if piece.internal:
                yield AND


def _noted(one: Noted) -> str:
    known = f"{one.id.rpartition('/')[2]}{AND}{one.text}{AND}{AND.join([ref.id for ref in one.references])}"
    if isinstance(one, Resolution):
        return known
    tags = names(one.tags)
    if isinstance(one, Point):
        return NEXT.join((known, tags, names(one.owners), when(one.due), *one.notes))
    if isinstance(one, Event):
        return NEXT.join((known, tags, names(one.who), when(one.when), _hour(one.start), _hour(one.end)))
    return NEXT.join((known, tags, names(one.who)))


def _occasion(one: Occasion) -> str:
    speaker = one.speaker.id if one.speaker is not None else ""
    return AND.join((when(one.date), _hour(one.start), _hour(one.end), one.location, speaker))


def _hour(clock: Clock | None) -> str:
    return "" if clock is None else str(clock)
