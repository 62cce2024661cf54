"""Sentences that might be action points, and stay text: what is still to be done without a name, or only will be done."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from elzctl.intake.minutes.draft import Item, Noted, Point, Prose
from elzctl.intake.minutes.infinitives import is_bare_task
from elzctl.intake.minutes.marks import ARROW_IN, SENTENCES
from elzctl.intake.minutes.promising import HEDGES
from elzctl.intake.minutes.untold import HIDDEN, is_untold
from elzctl.intake.minutes.who import Directory
from elzctl.wording import Message, say_count

_TO_BE_DONE = re.compile(
    r"(?i)(?:this|that|it) still (?:has|needs) to be\b[^.?!]+|(?:er |dit |dat |[^.?!,;:]{3,60} )?(?:moet|moeten|dient|dienen|must) (?:er )?(?:nog|verder|dringend|hiervoor|still)\b[^.?!]*\b(?:worden|gebeuren|be)\b"
)
_TO_SEE = re.compile(
    r"(?i)\bmoet(?:en)? (?:nog )?(?:bekeken|besproken|onderzocht) worden\b"
)  # a wish there, and what is to be done here
_WILL = re.compile(r"[A-ZÀ-Þ][^.?!,;:]{2,60}? (?:zal|zullen|will) (?!er |niet |not |be )[^.?!]{5,}")
# A wish of somebody, with a day by which.
_WOULD = re.compile(
    r"\b[A-ZÀ-Þ][^.?!,;:]{1,60}? (?:zou|zouden|would) [^.?!]{3,}\b(?i:tegen|voor|vóór|uiterlijk|ten laatste|by|before) (?:(?:eind|begin|midden|half) )?(?:\d|(?i:januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december|volgende?)\b)"
)
# A sentence may begin with what stands for the name of somebody.
_SENTENCES = re.compile(rf"(?<=[!?]) +(?=[a-z])|{SENTENCES.pattern}|(?<=[a-z0-9)][.!?])\s+(?=\\?\[(?:persoon|person) )")
_BEHIND_EVENT = re.compile(r"[;.!]\s+|,\s+(?=\\?\[)")
_MOST_WORDS = 8  # of a task in a list


def doubted(items: Iterable[Item], directory: Directory, day: date | None) -> Message | None:
    """What to tell of such sentences in the text as it is published, ``None`` when there are none."""
    items = tuple(items)
    said = (*sentences_of(items), *_behind_events(items))
    found = list(dict.fromkeys((*(one for one in said if is_doubted(one, directory, day)), *_bare_tasks(items))))
    if not found:
        return None
    return say_count(
        "One sentence may be an action point, but does not say for sure who does it, or by when; it stays text: {words}",
        "{count} sentences may be action points, but do not say for sure who does it, or by when; they stay text: {words}",
        len(found),
        words=shown(found),
    )


def is_doubted(sentence: str, directory: Directory, day: date | None) -> bool:
    """True for a sentence that may be a point."""
    return _is_doubtful(sentence) or is_untold(sentence, directory, day)


def shown(found: Sequence[str]) -> str:
    """All of these sentences, each on a line of its own when there are more: the report lists them."""
    whole = [" ".join(one.split()) for one in found]
    return whole[0] if len(whole) == 1 else "".join(f"\n{one}" for one in whole)


def sentences_of(items: Iterable[Item]) -> Iterator[str]:
    """Every sentence that stays text, but for headings."""
    for piece in (piece for item in items for piece in item.pieces):
        for block in piece.blocks if isinstance(piece, Prose) else ():
            if not block.level:
                yield from (one.strip() for one in _SENTENCES.split(block.text))


def _behind_events(items: Iterable[Item]) -> Iterator[str]:
    """What stands in the words of an event behind those for what it is."""
    for piece in (piece for item in items for piece in item.pieces):
        if isinstance(piece, Noted) and piece.kind == "E":
            yield from _BEHIND_EVENT.split(piece.words.text)[1:]


def _bare_tasks(items: Iterable[Item]) -> Iterator[str]:
    """A few words of a list that end in a verb, *lijst rondsturen*, in an item that has points."""
    for item in (one for one in items if any(isinstance(piece, Point) for piece in one.pieces)):
        for block in (block for piece in item.pieces if isinstance(piece, Prose) for block in piece.blocks):
            is_alone = not (HIDDEN.search(block.text) or ARROW_IN.search(block.text) or ":" in block.text)
            if block.depth and len(block.text.split()) <= _MOST_WORDS and is_alone and is_bare_task(block.text):
                yield block.text.strip()


def _is_doubtful(typed: str) -> bool:
    sentence = HIDDEN.sub("Persoon", typed)
    if _WOULD.search(sentence) and not sentence.endswith("?"):
        return True
    is_said = _TO_BE_DONE.match(sentence) or _WILL.match(sentence)
    return is_said is not None and not sentence.endswith("?") and HEDGES.search(_TO_SEE.sub("", sentence)) is None
