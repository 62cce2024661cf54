"""Points that a document tells twice, in the text and in a list at its end, as one."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from elzctl.intake.minutes.draft import Item, Noted, Piece, Point, Prose


def joined_points(items: Sequence[Item]) -> tuple[list[Item], int]:
    """The items with each point and decision once, where it stands first, and how many stood there twice."""
    made: list[list[Piece]] = []
    count = 0
    for place, item in enumerate(items):
        kept: list[Piece] = []
        for piece in item.pieces:
            if isinstance(piece, (Point, Noted)) and _join(made[:place], piece):
                count += 1
            else:
                kept.append(piece)
        made.append(kept)
    found = [item._replace(pieces=tuple(pieces)) for item, pieces in zip(items, made, strict=True)]
    return [item for item, old in zip(found, items, strict=True) if not _emptied(item, old)], count


def _emptied(item: Item, old: Item) -> bool:
    """True for an item of which everything but its headings stands elsewhere."""
    if item == old or any(not isinstance(piece, Prose) for piece in item.pieces):
        return False
    return all(block.level for piece in item.pieces if isinstance(piece, Prose) for block in piece.blocks)


def _join(earlier: Sequence[list[Piece]], piece: Point | Noted) -> bool:
    for pieces in earlier:
        for at, one in enumerate(pieces):
            if isinstance(piece, Point) and isinstance(one, Point) and _is_same(one, piece):
                pieces[at] = _both(one, piece)
                return True
            if isinstance(piece, Noted) and isinstance(one, Noted) and one.kind == piece.kind and _alike(one, piece):
                pieces[at] = one._replace(lines=tuple(dict.fromkeys((*one.lines, *piece.lines))))
                return True
    return False


def _alike(one: Noted, other: Noted) -> bool:
    return same(one.words.text, other.words.text) and len(other.words.text) <= 1.3 * len(one.words.text)


def _is_same(one: Point, other: Point) -> bool:
    """True for the same words, unless both name somebody else or another day."""
    if one.owners and other.owners and not set(one.owners) & set(other.owners):
        return False
    if one.due is not None and other.due is not None and one.due.value != other.due.value:
        return False
    alike = bool(set(one.owners) & set(other.owners)) and one.due is not None and other.due is not None
    return same(one.words.text, other.words.text, 0.6 if alike else 0.8)


def _both(one: Point, other: Point) -> Point:
    """The first point, with what only the second one tells."""
    under = tuple(line for line in other.under if line not in one.under)
    return one._replace(
        owners=tuple(dict.fromkeys((*one.owners, *other.owners))),
        people=tuple(dict.fromkeys((*one.people, *other.people))),
        due=one.due or other.due,
        due_words=one.due_words or other.due_words,
        due_reason=one.due_reason if one.due is not None else other.due_reason,
        owner_words=one.owner_words or other.owner_words,
        ticked=one.ticked or other.ticked,
        done=one.done or other.done,
        under=(*one.under, *under),
        lines=tuple(dict.fromkeys((*one.lines, *other.lines))),
    )


def same(one: str, other: str, least: float = 0.8) -> bool:
    """True when two texts say the same point, one of them shorter perhaps; *least* is the share of words in both."""
    a, b = set(_words(one)), set(_words(other))
    if not a or not b:
        return False
    shared = len(a & b)
    return shared / min(len(a), len(b)) >= least and (min(len(a), len(b)) >= 3 or a == b)


def _words(text: str) -> Iterator[str]:
    return (word for word in re.findall(r"[^\W_]+", text.lower()) if len(word) > 2)
