"""Month after month for people at a terminal: a table and a small drawing of each column; whole lines in a pipe."""

from __future__ import annotations

import codecs
from collections.abc import Iterator, Mapping, Sequence

from elzctl.render.columns import cut, padded, width
from elzctl.render.status_text import GAP, NOTHING
from elzctl.render.terminal import Paint
from elzctl.views.trend import Month, values
from elzctl.wording import Language, Message, say, say_count

LABELS: Mapping[str, Message] = {
    "open": say("open"),
    "late": say("late"),
    "done": say("done"),
    "waiting": say("waiting"),
    "other": say("others"),
    "total": say("in all"),
}
"""What is counted, in the order of the columns."""

STYLES = {"late": "error", "done": "good"}

BLOCKS, ASCII = "▁▂▃▄▅▆▇█", "_.:-=+*#"
"""From nothing to the most; the signs of a terminal that has no blocks."""
LEAST = 3  # columns of a number, however narrow the window is


def signs_for(encoding: str) -> str:
    """Blocks where the encoding of the terminal has them."""
    try:
        codecs.encode(BLOCKS, encoding)
    except (UnicodeError, LookupError):
        return ASCII
    return BLOCKS


def trend_text(
    months: Sequence[Month], language: Language, paint: Paint, columns: int | None, signs: str
) -> Iterator[str]:
    """A line a month under a head, and on a terminal a drawing of each column; what the columns mean comes last."""
    yield from _table(months, language, paint, columns)
    if columns is None:
        return
    drawn = [line for key in LABELS for line in _drawing(months, key, language, paint, columns, signs)]
    if drawn:
        yield from ("", *drawn)
    yield ""
    yield from _filled(language(MEANING), columns)


MEANING = say(
    "What is late is open too. The others are on hold, moved, merged, stopped or not retained; they, and what is open, done"
    " and waiting, add up to all actions."
)
"""How the numbers hang together."""


def unread_text(months: Sequence[Month], language: Language) -> str:
    """Which months lack files, and how many; ``""`` when none does."""
    found = [
        language(say_count("{count} file in {month}", "{count} files in {month}", one.unread, month=one.name))
        for one in months
        if one.unread
    ]
    if not found:
        return ""
    shown = ", ".join((*found[:3], *(("…",) if len(found) > 3 else ())))
    return language(say("What could not be read is not counted: {files}.", files=shown))


def _table(months: Sequence[Month], language: Language, paint: Paint, columns: int | None) -> Iterator[str]:
    rows = [(one.name, *(_number(values((one,), key)[0]) for key in LABELS)) for one in months]
    head = [language(say("month")), *(language(label) for label in LABELS.values())]
    widths = [max(map(width, column)) for column in zip(head, *rows, strict=True)]
    if columns is not None and sum(widths) + len(GAP) * len(LABELS) > columns:
        room = (columns - widths[0]) // len(LABELS) - len(GAP)
        # A title may be cut, a number never.
        least = [max(LEAST, *map(width, column)) for column in zip(*(row[1:] for row in rows), strict=True)]
        widths[1:] = [min(one, max(room, digits)) for one, digits in zip(widths[1:], least, strict=True)]
    yield paint("strong", _line([padded(cut(head[0], widths[0]), widths[0]), *_right(head[1:], widths[1:])]))
    for row in rows:
        cells = _right(row[1:], widths[1:])
        painted = [
            paint(STYLES[key], cell) if key in STYLES and cell.strip() not in ("0", NOTHING) else cell
            for key, cell in zip(LABELS, cells, strict=True)
        ]
        yield _line([padded(row[0], widths[0]), *painted])


def _line(cells: Sequence[str]) -> str:
    return GAP.join(cells).rstrip()


def _right(cells: Sequence[str], widths: Sequence[int]) -> list[str]:
    """The cells, each at the right of its column."""
    return [
        f"{' ' * (room - width(cut(cell, room)))}{cut(cell, room)}" for cell, room in zip(cells, widths, strict=True)
    ]


def _number(value: int | None) -> str:
    """A number, and a sign for what is not known."""
    return NOTHING if value is None else str(value)


def _drawing(
    months: Sequence[Month], key: str, language: Language, paint: Paint, columns: int, signs: str
) -> Iterator[str]:
    """A sign a month, as high as its number, and the first and the last number; nothing where there is none."""
    found = values(months, key)
    known = [one for one in found if one is not None]
    if not known or len(found) < 2:
        return
    lead = max(width(language(label)) for label in LABELS.values())
    numbers = language(say("{first} → {last}", first=known[0], last=known[-1]))
    room = columns - lead - 2 * len(GAP) - width(numbers)
    drawn = "".join(_sign(one, max(known), signs) for one in _thinned(found, max(room, 1)))
    yield f"{padded(language(LABELS[key]), lead)}{GAP}{paint(STYLES.get(key, 'info'), drawn)}{GAP}{numbers}"


def _sign(value: int | None, most: int, signs: str) -> str:
    if value is None:
        return " "
    return signs[0] if most == 0 else signs[round(value * (len(signs) - 1) / most)]


def _thinned(found: Sequence[int | None], room: int) -> list[int | None]:
    """No more than fit, evenly, the first and the last among them."""
    if len(found) <= room or room < 2:
        return list(found[-room:])
    return [found[round(at * (len(found) - 1) / (room - 1))] for at in range(room)]


def _filled(text: str, columns: int) -> list[str]:
    import textwrap

    return textwrap.wrap(text, columns)
