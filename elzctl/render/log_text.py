"""The history of one thing, for a terminal and a pipe: a block for each commit that changed it, the newest first."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from elzctl.commits.history import Made
from elzctl.record import NamedTuple
from elzctl.render.changes_text import LEGEND, NO_NUMBER, filled, is_marked, left_out, told_lines
from elzctl.render.changes_words import Told
from elzctl.render.columns import one_line
from elzctl.render.terminal import Paint
from elzctl.views.changes import How
from elzctl.wording import Language, say, say_count


class Head(NamedTuple):
    """What the history is of: its number, title and file."""

    number: str
    title: str
    path: str


class Entry(NamedTuple):
    """What one commit changed, in words: in one thing, or in all things of a file, which have titles then."""

    made: Made
    told: tuple[Told, ...]
    titled: bool = False


class Rest(NamedTuple):
    """What is left out: so many internal changes, and older ones when there are *more*."""

    hidden: int
    more: bool


def log_text(
    head: Head, entries: Sequence[Entry], rest: Rest, language: Language, paint: Paint, columns: int | None
) -> Iterator[str]:
    """The lines: what it is, the changes, and how many there are."""
    number = f"{one_line(head.number) or NO_NUMBER}  "
    yield from (paint("strong", line) for line in filled(number, one_line(head.title), " " * len(number), columns))
    yield from (paint("quiet", one_line(head.path)),) * (head.path != head.title)
    for entry in entries:
        yield ""
        yield from _entry(entry, language, paint, columns)
    yield ""
    if any(is_marked(told) for entry in entries for told in entry.told):
        yield from (paint("quiet", line) for line in filled("", language(LEGEND), "", columns))
    for text in _closing(entries, rest, language):
        yield from filled("", text, "", columns)


def _entry(entry: Entry, language: Language, paint: Paint, columns: int | None) -> Iterator[str]:
    made = entry.made
    author = f"{one_line(made.author)}  " if made.author else ""
    lead = f"{made.revision.day.isoformat()}  {made.revision.short}  {author}"
    first, *later = filled(lead, "" if entry.titled else entry.told[0].words, "    ", columns)
    yield paint("strong", first.rstrip())
    yield from (paint("strong", line) for line in later)
    for told in entry.told:
        if entry.titled:
            title = f"{told.number} {told.title}".strip() + (f" ({told.words})" if told.words else "")
            yield from (paint("strong", line) for line in filled("  ", title, "    ", columns))
        # What a file is made of at first is a long list: the titles are enough.
        if not entry.titled:
            yield from told_lines(told, language, paint, columns)
        elif told.how is not How.ADDED:
            room = None if columns is None else columns - 2
            yield from (f"  {line}" for line in told_lines(told, language, paint, room))


def _closing(entries: Sequence[Entry], rest: Rest, language: Language) -> Iterator[str]:
    days = sorted(entry.made.revision.day for entry in entries)
    if not days:
        yield language(say("Nothing of it changed."))
    elif days[0] == days[-1]:
        changed = say_count("{count} change, on {day}.", "{count} changes, on {day}.", len(days), day=str(days[0]))
        yield language(changed)
    else:
        between = {"day": str(days[0]), "other_day": str(days[-1])}
        yield language(say("{count} changes, from {day} to {other_day}.", count=len(days), **between))
    if rest.more:
        yield language(say("There are older changes; a higher --limit shows them."))
    if rest.hidden:
        yield language(left_out(rest.hidden))
