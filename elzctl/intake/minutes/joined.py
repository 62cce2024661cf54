"""Points that a document tells twice, in the text and in a list at its end, as one."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import lru_cache
from math import ceil

from elzctl.intake.minutes.draft import Item, Noted, Piece, Point, Prose, Under

_MOST_ABOVE = 100
_LEAST = 0.6  # of the words of the shorter text, in both


def joined_points(items: Sequence[Item]) -> tuple[list[Item], int]:
    """The items with each point and decision once, where it stands first, and how many stood there twice."""
    told = _Told(piece for item in items for piece in item.pieces if not isinstance(piece, Prose))
    made: list[list[Piece]] = []
    count = 0
    for item in items:
        kept: list[Piece] = []
        for piece in item.pieces:
            if not isinstance(piece, Prose) and (told.joins(made, piece) or _joins_text(kept, piece)):
                count += 1
            else:
                kept.append(piece)
        told.add(len(made), kept)
        made.append(kept)
    found = [item._replace(pieces=tuple(pieces)) for item, pieces in zip(items, made, strict=True)]
    return [item for item, old in zip(found, items, strict=True) if not _emptied(item, old)], count


def _joins_text(kept: list[Piece], piece: Point | Noted) -> bool:
    """True for a point of a list that a sentence above it under the same heading tells; that one has what only this one tells."""
    if not isinstance(piece, Point) or piece.reason is not None:
        return False
    for at, one in enumerate(kept[:_MOST_ABOVE]):
        if isinstance(one, Point) and one.reason is not None and _is_same(one, piece):
            kept[at] = _both(one, piece)
            return True
    return False


class _Told:
    """What was noted in earlier items, by its words, so that one that says the same is found at once."""

    def __init__(self, noted: Iterable[Point | Noted]) -> None:
        self._often = Counter(word for piece in noted for word in _words(piece.words.text))
        self._by_word: dict[str, list[tuple[int, int]]] = {}
        self._by_rare: dict[str, list[tuple[int, int]]] = {}
        self._by_owner: dict[tuple[str, str], list[tuple[int, int]]] = {}

    def add(self, item: int, pieces: Sequence[Piece]) -> None:
        """What is noted in one more item."""
        for at, piece in enumerate(pieces):
            if isinstance(piece, Prose):
                continue
            words, rare = self._words(piece)
            for index, own in ((self._by_word, words), (self._by_rare, rare)):
                for word in own:
                    index.setdefault(word, []).append((item, at))
            for key in _keys(piece):
                self._by_owner.setdefault(key, []).append((item, at))

    def joins(self, made: Sequence[list[Piece]], piece: Point | Noted) -> bool:
        """True when an earlier piece says the same; that one has what only this one tells then."""
        words, rare = self._words(piece)
        near = {place for word in rare for place in self._by_word.get(word, ())}
        near |= {place for word in words for place in self._by_rare.get(word, ())}
        near |= {place for key in _keys(piece) for place in self._by_owner.get(key, ())}
        for item, at in sorted(near):
            one = made[item][at]
            if isinstance(piece, Point) and isinstance(one, Point) and _is_same(one, piece):
                made[item][at] = _both(one, piece)
                return True
            if isinstance(piece, Noted) and isinstance(one, Noted) and one.kind == piece.kind and _alike(one, piece):
                made[item][at] = one._replace(lines=tuple(dict.fromkeys((*one.lines, *piece.lines))))
                return True
        return False

    def _words(self, piece: Point | Noted) -> tuple[list[str], list[str]]:
        """The words, and the rarest of them: of these a text that says the same has one at least."""
        words = sorted(_words(piece.words.text), key=lambda word: (self._often[word], word))
        return words, words[: len(words) - ceil(_LEAST * len(words)) + 1]


def _keys(piece: Point | Noted) -> list[tuple[str, str]]:
    """Who does a point, each with the day by which."""
    if not isinstance(piece, Point) or piece.due is None:
        return []
    return [(one, piece.due.written) for one in (*piece.owners, *piece.people)]


def _emptied(item: Item, old: Item) -> bool:
    """True for an item of which everything but its headings stands elsewhere."""
    if item == old or any(not isinstance(piece, Prose) for piece in item.pieces):
        return False
    return all(block.level for piece in item.pieces if isinstance(piece, Prose) for block in piece.blocks)


def _alike(one: Noted, other: Noted) -> bool:
    return same(one.words.text, other.words.text) and len(other.words.text) <= 1.3 * len(one.words.text)


def _is_same(one: Point, other: Point) -> bool:
    """True for the same words, unless both name somebody else or another day."""
    if one.owners and other.owners and not set(one.owners) & set(other.owners):
        return False
    if one.due is not None and other.due is not None and one.due.value != other.due.value:
        return False
    theirs = bool(set(one.owners) & set(other.owners)) or bool(set(one.people) & set(other.people))
    alike = theirs and one.due is not None and other.due is not None
    if same(one.words.text, other.words.text, _LEAST if alike else 0.8):
        return True
    # A sentence of running text says it in other words than the list does.
    told = (one.reason is None) != (other.reason is None)
    return told and theirs and _share(_own_words(one), _own_words(other), 1 if alike else 2)


def _own_words(point: Point) -> frozenset[str]:
    """The words of a point without those for who does it."""
    return _words(point.words.text) - _words(point.owner_words)


def _both(one: Point, other: Point) -> Point:
    """The first point, with what only the second one tells."""
    under = tuple(line for line in other.under if line not in one.under)
    if not same(one.words.text, other.words.text, _LEAST):
        under = (Under("", other.words.text), *under)
    owners = tuple(dict.fromkeys((*one.owners, *other.owners)))
    is_told = any(set(point.owners) == set(owners) and point.owner_reason is None for point in (one, other))
    is_dated = any(point.due is not None and point.due_reason is None for point in (one, other))
    return one._replace(
        reason=one.reason if other.reason is not None else None,
        owners=owners,
        owner_reason=None if is_told else one.owner_reason or other.owner_reason,
        people=tuple(dict.fromkeys((*one.people, *other.people))),
        due=one.due or other.due,
        due_words=one.due_words or other.due_words,
        due_reason=None if is_dated else one.due_reason if one.due is not None else other.due_reason,
        owner_words=one.owner_words or other.owner_words,
        ticked=one.ticked or other.ticked,
        done=one.done or other.done,
        under=(*one.under, *under),
        lines=tuple(dict.fromkeys((*one.lines, *other.lines))),
    )


def same(one: str, other: str, least: float = 0.8) -> bool:
    """True when two texts say the same point, one of them shorter perhaps; *least* is the share of words in both."""
    a, b = _words(one), _words(other)
    if not a or not b:
        return False
    shared = len(a & b)
    return shared / min(len(a), len(b)) >= least and (min(len(a), len(b)) >= 3 or a == b)


def _share(a: frozenset[str], b: frozenset[str], least: int) -> bool:
    """True when the shorter text has so many of its words in the other, and half of them."""
    shared = len(a & b)
    return shared >= least and 2 * shared >= min(len(a), len(b))


@lru_cache(maxsize=4096)
def _words(text: str) -> frozenset[str]:
    return frozenset(word for word in re.findall(r"[^\W_]+", text.lower()) if len(word) > 2)
