"""Numbers that minutes of ours leave out, because what has them is internal: a line keeps each, so that the next ones stay right."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from elzctl.agenda import Head, Text
from elzctl.intake.minutes.draft import Item, Noted, Point
from elzctl.intake.minutes.file import KEYWORDS
from elzctl.minutes import read_minutes
from elzctl.record import NamedTuple
from elzctl.source import Prose, Span

_MOST = 30
"""Numbers that can be left out in one place: of more, the document was changed by hand."""

_DUTCH, _ENGLISH = "Staat niet in het ingelezen verslag.", "Not in the minutes that were taken in."


class Filled(NamedTuple):
    """The text of a meeting, and the numbers that its document does not have."""

    text: str
    missing: tuple[str, ...] = ()


def filled(text: str, items: Iterable[Item], *, dutch: bool) -> Filled:
    """The *text* of these *items* with a line, in an internal part, for each number that the document leaves out."""
    numbers = [piece.number for item in items for piece in item.pieces if isinstance(piece, Point | Noted)]
    gaps = list(_gaps(numbers))
    places = list(_places(text))
    if not any(gaps) or len(places) != len(gaps):
        return Filled(text)
    pieces, done = [], 0
    for place, gap in zip(places, gaps, strict=True):
        if gap:
            pieces += [text[done:place].rstrip("\n"), "\n\n", _lines(gap, dutch=dutch), "\n\n"]
            done = place
    return Filled("".join((*pieces, text[done:])), tuple(number for gap in gaps for number in gap))


def _gaps(numbers: Sequence[str]) -> Iterator[tuple[str, ...]]:
    """The numbers that are missing before each of *numbers*: every kind of them has a row of its own."""
    last: Counter[str] = Counter()
    for number in numbers:
        letter = number[:1] if number[:1].isalpha() else ""
        here = int(number.removeprefix(letter)) if number else last[letter] + 1
        missing = range(last[letter] + 1, here)
        yield tuple(f"{letter}{one}" for one in missing) if len(missing) <= _MOST else ()
        last[letter] = here


def _places(text: str) -> Iterator[int]:
    """Where each line begins that has a number, in order."""
    unread = read_minutes(Prose(text, Span("")), "")[0].unread
    for cut in unread.cuts if isinstance(unread, Text) else ():
        if not isinstance(cut.what, bool | Head):
            yield cut.start - 1 + (text[cut.start - 1 : cut.start] == "\n")


def _lines(gap: Sequence[str], *, dutch: bool) -> str:
    """A part that no document shows, with a line for each number."""
    words = _DUTCH if dutch else _ENGLISH
    lines = (f"{KEYWORDS[dutch][one[0]]}: {words}" if one[0].isalpha() else f"- [x] {words}" for one in gap)
    return "\n".join((f"::: {'intern' if dutch else 'internal'}", "\n\n".join(lines), ":::"))
