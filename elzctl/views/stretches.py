"""Two running texts word by word: what stayed, what went and what came.

Blanks, line ends within a paragraph and the two ways to write an accent do not count: a text that was filled anew is the
same text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from enum import Enum
from itertools import groupby
from typing import TypeAlias

from elzctl.record import NamedTuple

MOST_UNITS, MOST_WORDS = 2_000, 1_500
"""Beyond these, what differs counts as replaced: to compare piece by piece takes the square of their number."""
PARAGRAPH, LINE = "\n\n", "\n"
"""What stands in a stretch between paragraphs, and before an item of a list, a row of a table or a heading."""
CUT = "…"

# The first word of a line that stands by itself: of an item, a heading, a quotation; and the first sign of a row and of code.
_MARKS = frozenset({*"-*+>", *("#" * level for level in range(1, 7))})
_SIGNS = ("|", "`", "~")
# A reference is one word, with the blanks in its own words.
_WORD = r"(?:\[\[[^\[\]\n]{1,400}\]\]|\S)+"
FEW = 2  # words that stayed between two changes, and that read better as a part of one


class Kept(Enum):
    """What became of a stretch of text."""

    SAME = "same"
    GONE = "gone"
    COME = "come"


class Stretch(NamedTuple):
    """Words that belong together, with a blank between two of them, and breaks as they are."""

    kept: Kept
    text: str


_Unit: TypeAlias = tuple[str, str]
"""A paragraph, item or row: the break before it, and its words with a blank between two of them."""
_Words: TypeAlias = list[str]
_Runs: TypeAlias = list[tuple[Kept, _Words]]


def stretches(old: str, new: str) -> tuple[Stretch, ...]:
    """The stretches of both texts in reading order, what went before what came for it; none when they read the same."""
    if old == new:
        return ()
    runs = _merged(_smoothed(_merged(_by_unit(_units(old), _units(new)))))
    if all(kept is Kept.SAME for kept, _ in runs):
        return ()
    return tuple(Stretch(kept, _text(some)) for kept, some in runs)


def same_words(old: str, new: str) -> bool:
    """True for two texts that read the same."""
    return old == new or [words for _, words in _units(old)] == [words for _, words in _units(new)]


def excerpt(whole: Iterable[Stretch], context: int) -> tuple[Stretch, ...]:
    """What changed, with at most so many words of the same paragraph before and after it."""
    whole = tuple(whole)
    found = []
    for place, one in enumerate(whole):
        first, last = place == 0, place == len(whole) - 1
        found.append(one._replace(text=_around(one.text, context, first, last)) if one.kept is Kept.SAME else one)
    return tuple(found)


def count(text: str) -> int:
    """How many words a text has."""
    return len(_words(text))


# Comparing


def _units(text: str) -> list[_Unit]:
    """The units of a text, each accent one sign with its letter."""
    if not text.isascii():
        import unicodedata

        text = unicodedata.normalize("NFC", text)
    found: list[tuple[str, _Words]] = []
    blank = True
    for line in text.replace("\r\n", "\n").split("\n"):
        words = line.split()
        if words and (blank or words[0] in _MARKS or words[0].startswith(_SIGNS) or _is_number(words)):
            found.append(("" if not found else PARAGRAPH if blank else LINE, words))
        elif words:
            found[-1][1].extend(words)
        blank = not words
    return [(before, " ".join(words)) for before, words in found]


def _is_number(words: _Words) -> bool:
    """True for a line that begins as an item of a numbered list."""
    return len(words) > 1 and words[0][-1] in ".)" and words[0][:-1].isdigit() and len(words[0]) <= 10


def _words(text: str) -> _Words:
    return re.findall(_WORD, text) if "[[" in text else text.split()


def _by_unit(old: list[_Unit], new: list[_Unit]) -> _Runs:
    """The runs of what stayed, went and came: units first, then the words of those that differ.

    Whether a list has blank lines between its items does not count.
    """
    runs: _Runs = []
    for first, last, other_first, other_last, same in _opcodes([one for _, one in old], [one for _, one in new]):
        if same:
            runs.append((Kept.SAME, [token for unit in new[other_first:other_last] for token in unit if token]))
        else:
            runs += _by_word(_flat(old[first:last]), _flat(new[other_first:other_last]))
    return runs


def _by_word(old: _Words, new: _Words) -> _Runs:
    if max(len(old), len(new)) > MOST_WORDS:
        return [(Kept.GONE, old), (Kept.COME, new)]
    runs: _Runs = []
    for first, last, other_first, other_last, same in _opcodes(old, new):
        if same:
            runs.append((Kept.SAME, old[first:last]))
        else:
            runs += ((Kept.GONE, old[first:last]), (Kept.COME, new[other_first:other_last]))
    return runs


def _opcodes(old: list[str], new: list[str]) -> Iterator[tuple[int, int, int, int, bool]]:
    """Where two lists are the same and where not; all that differs in one piece when there is too much of it."""
    start = _alike(old, new)
    end = _alike(old[start:][::-1], new[start:][::-1])
    yield 0, start, 0, start, True
    before, after = old[start : len(old) - end], new[start : len(new) - end]
    if max(len(before), len(after)) > MOST_UNITS or not (before and after):
        yield start, start + len(before), start, start + len(after), False
    else:
        from difflib import SequenceMatcher

        for tag, *places in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
            first, last, other_first, other_last = (start + place for place in places)
            yield first, last, other_first, other_last, tag == "equal"
    yield len(old) - end, len(old), len(new) - end, len(new), True


def _flat(units: Iterable[_Unit]) -> _Words:
    """The words and breaks of units."""
    return [token for before, words in units for token in (*((before,) if before else ()), *_words(words))]


def _alike(old: list[str], new: list[str]) -> int:
    """How many there are the same from the start on."""
    pairs = enumerate(zip(old, new, strict=False))
    return next((place for place, (one, other) in pairs if one != other), min(len(old), len(new)))


# Reading better


def _smoothed(runs: _Runs) -> _Runs:
    """The runs, in which a few words between two changes are a part of the change."""
    found: _Runs = []
    for place, (kept, some) in enumerate(runs):
        between = 0 < place < len(runs) - 1 and kept is Kept.SAME
        if between and len(some) <= FEW and not any(token.isspace() for token in some):
            found += ((Kept.GONE, some), (Kept.COME, some))
        else:
            found.append((kept, some))
    return found


def _merged(runs: _Runs) -> _Runs:
    """The runs without empty ones, and each change as one that went and one that came."""
    found: _Runs = []
    for same, group in groupby((run for run in runs if run[1]), key=lambda run: run[0] is Kept.SAME):
        pieces = list(group)
        for kind in (Kept.SAME,) if same else (Kept.GONE, Kept.COME):
            some = [token for kept, tokens in pieces if kept is kind for token in tokens]
            found += [(kind, some)] if some else []
    return found


def _text(tokens: _Words) -> str:
    """The words with blanks between them."""
    return " ".join(tokens).replace(" \n", "\n").replace("\n ", "\n")


def _around(text: str, context: int, first: bool, last: bool) -> str:
    """What stands beside a change: the end of the text before it, the start of the text behind it, or both."""
    units = _units(text)
    if not units:
        return text
    lead = LINE if text.startswith("\n") else ""
    head = [] if first else _words(units[0][1])[:context]
    tail = [] if last else _words(units[-1][1])[-context:]
    if len(units) == 1 and len(head) + len(tail) >= len(_words(units[0][1])):
        return text
    return lead + _text([*head, CUT, *tail])
