"""What the plan's own file of a meeting says already, in the words of that file, so that an update leaves it as it is."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from difflib import SequenceMatcher
from typing import Any

from elzctl.agenda import Head, Text
from elzctl.meeting import Noted
from elzctl.minutes import read_minutes
from elzctl.record import NamedTuple
from elzctl.source import Prose, Span


class _Chunk(NamedTuple):
    """A heading, a paragraph or what is noted: where it stands, and what it says in print."""

    start: int
    end: int
    says: tuple[Any, ...]


def kept(text: str, old: str, words: Callable[[str], str]) -> str:
    """The *text* of a meeting, in which everything that prints the same as a part of *old* is written as it is there.

    *words* gives what is printed of Markdown.
    """
    mine, theirs = list(_chunks(old, words)), list(_chunks(text, words))
    matcher = SequenceMatcher(None, [one.says for one in mine], [one.says for one in theirs], autojunk=False)
    pieces, done = [], 0
    for first, second, count in matcher.get_matching_blocks():
        for one, other in zip(mine[first : first + count], theirs[second : second + count], strict=True):
            pieces += [text[done : other.start], old[one.start : one.end]]
            done = other.end
    made = "".join((*pieces, text[done:]))
    return made if [one.says for one in _chunks(made, words)] == [one.says for one in theirs] else text


def _chunks(text: str, words: Callable[[str], str]) -> Iterator[_Chunk]:
    """The parts of a text that may be published, in order."""
    is_open, done = True, 0
    unread = read_minutes(Prose(text, Span("")), "")[0].unread
    for cut in unread.cuts if isinstance(unread, Text) else ():
        start, end = cut.start - 1, cut.end - 1  # a line end of its own stands before the text
        yield from _paragraphs(text, done, start, words) if is_open else ()
        done = end
        if isinstance(cut.what, bool):
            is_open = not cut.what
        elif isinstance(cut.what, Head):
            yield _chunk(text, start, end, ("head", cut.what.number, words(cut.what.title)))
        elif is_open:
            yield _chunk(text, start, end, _noted(cut.what, words))
    yield from _paragraphs(text, done, len(text), words) if is_open else ()


def _paragraphs(text: str, start: int, end: int, words: Callable[[str], str]) -> Iterator[_Chunk]:
    for part in text[start:end].split("\n\n"):
        if part.strip():
            yield _chunk(text, start, start + len(part), ("text", words(part)))
        start += len(part) + 2


def _chunk(text: str, start: int, end: int, says: tuple[Any, ...]) -> _Chunk:
    """Without the blank lines around it."""
    part = text[start:end]
    return _Chunk(start + len(part) - len(part.lstrip("\r\n")), start + len(part.rstrip()), says)


def _noted(one: Noted, words: Callable[[str], str]) -> tuple[Any, ...]:
    """What a line that is noted says, and the lines under it: who, when and what stand in its words or behind them."""
    more = (getattr(one, name, None) for name in ("due", "done", "when", "start", "end", "ticked"))
    below = (
        *((words(step.text), *_marks(step), step.on, step.stage) for step in getattr(one, "steps", ())),
        *((words(turn.text), turn.on, turn.due, turn.kind) for turn in getattr(one, "turns", ())),
        *((words(part.text), *_marks(part)) for part in getattr(one, "contributions", ())),
        *(words(note) for note in getattr(one, "notes", ())),
    )
    return type(one).__name__, words(one.text), *_marks(one), *more, *below


def _marks(one: Any) -> tuple[frozenset[str], ...]:
    """The ids that do not stand in the words themselves."""
    names = (("who", "@"), ("owners", "@"), ("tags", "#"), ("references", "[["))
    return tuple(
        frozenset(ref.id for ref in getattr(one, name, ()) if f"{sign}{ref.id}" not in one.text) for name, sign in names
    )
