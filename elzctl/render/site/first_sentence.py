"""What an action does, in one sentence: the first of its text, for lists in which it stands.

A text says it under “What?”, else under “What do we do?”, else before its headings; why it is done is no answer.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from elzctl.terms import Part

if TYPE_CHECKING:
    from elzctl.model import Action

MOST_SIGNS = 240
"""A longer sentence is cut after a word."""
_ENDS = ".!?…"
_CLOSING = "\"'”’»)]"
_OPENING = "\"'“‘«(["
_SHORT, _FEW_DIGITS = 3, 2
"""A word of so many letters before a full stop may be cut short itself (*bv.*, *dr.*), so few digits may be a rank (*3.*)."""
_NO_WORDS = ("#", ">", "|", "`", "~", "!", "<", ":", "=", "[ ]")
_CUT = frozenset(("prof", "mevr", "sept", "febr", "vzgl", "afd", "resp"))
"""Longer words that are cut short."""
_LEAST_RULE = 3
_MARKS = ("* ", "- ", "+ ")
_WALL = 3
"""So many colons open an internal part."""


def first_paragraph(action: Action) -> str:
    """The Markdown of the first paragraph, or first item of a list, that says what is done; ``""`` when none does.

    What is internal is in no edition of it; comments are gone from a text when it was read.
    """
    body = action.body
    texts = [prose.text for prose in body.prose()]
    if any(text.count(":") >= _WALL for text in texts):
        texts = _public(texts)
    parts = [None, *(section.part for section in body.sections)]
    for wanted in (Part.WHAT, Part.DO, None):
        for part, text in zip(parts, texts, strict=True):
            if part is wanted and (found := _first(text)):
                return found
    return ""


def first_sentence(paragraph: str) -> str:
    """The first sentence of bare words, up to a sign at its end with a capital or a digit behind it."""
    words = " ".join(paragraph.split())
    end = next(_sentence_ends(words), len(words))
    sentence = words[:end]
    return sentence if end <= MOST_SIGNS else f"{sentence[:MOST_SIGNS].rpartition(' ')[0] or sentence[:MOST_SIGNS]} …"


def _public(texts: Iterable[str]) -> list[str]:
    """The texts without what is internal, which may go on from one into the next; signs between colons may be unseen."""
    from elzctl.internal import all_without_internal
    from elzctl.render.markdown import clean

    return list(all_without_internal(map(clean, texts)))


def _first(text: str) -> str:
    """The lines of the first paragraph; ``""`` when a text begins with what is none, such as a table or a quotation."""
    lines: list[str] = []
    for line in map(str.strip, text.split("\n")):
        if lines and (not line or _is_item(line)):
            break
        if _is_rule(line):
            lines = []  # what stands above it was a title
        elif line:
            lines.append(line)
    if lines and _is_item(lines[0]):
        lines[0] = lines[0].partition(" ")[2].strip()
    return "" if not lines or lines[0].startswith(_NO_WORDS) else "\n".join(lines)


def _is_rule(line: str) -> bool:
    """True for a line across the page, or below a title."""
    signs = line.replace(" ", "")
    return len(signs) >= _LEAST_RULE and len(set(signs)) == 1 and signs[0] in "-*_="


def _is_item(line: str) -> bool:
    """True for the first line of an item of a list."""
    number = line.partition(" ")[0]
    return line.startswith(_MARKS) or (number[-1:] in tuple(".)") and number[:-1].isdigit())


def _sentence_ends(words: str) -> Iterator[int]:
    """Where sentences may end: a full stop of a short form is no end, and rather two sentences than half of one."""
    place = 0
    for word in words.split(" "):
        place += len(word) + 1
        bare = word.rstrip(_CLOSING)
        if bare[-1:] in tuple(_ENDS) and _begins(words[place:]) and not (bare[-1] == "." and _is_short(bare[:-1])):
            yield place - 1


def _begins(words: str) -> bool:
    first = words.lstrip(_OPENING)[:1]
    return first.isupper() or first.isdigit()


def _is_short(word: str) -> bool:
    word = word.lstrip(_OPENING)
    if word.isdigit():
        return len(word) <= _FEW_DIGITS
    return "." in word or word.casefold() in _CUT or (len(word) <= _SHORT and not word.isupper()) or len(word) == 1
