"""Sentences that might be action points, and stay text: what is still to be done without a name, or only will be done."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date

from elzctl.intake.minutes.draft import Item, Prose
from elzctl.intake.minutes.marks import SENTENCES
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
_MOST = 8
_LONGEST = 90


def doubted(items: Iterable[Item], directory: Directory, day: date | None) -> Message | None:
    """What to tell of such sentences in the text as it is published, ``None`` when there are none."""
    every = (one for item in items for one in _sentences(item))
    found = list(dict.fromkeys(one for one in every if _is_doubtful(one) or is_untold(one, directory, day)))
    if not found:
        return None
    shown = " · ".join(one if len(one) <= _LONGEST else f"{one[: _LONGEST - 1].rstrip()}…" for one in found[:_MOST])
    return say_count(
        "One sentence may be an action point, but does not say for sure who does it, or by when; it stays text: {words}",
        "{count} sentences may be action points, but do not say for sure who does it, or by when; they stay text: {words}",
        len(found),
        words=shown if len(found) <= _MOST else f"{shown} …",
    )


def _sentences(item: Item) -> Iterator[str]:
    for piece in item.pieces:
        for block in piece.blocks if isinstance(piece, Prose) else ():
            if not block.level:
                yield from (one.strip() for one in _SENTENCES.split(block.text))


def _is_doubtful(typed: str) -> bool:
    sentence = HIDDEN.sub("Persoon", typed)
    if _WOULD.search(sentence) and not sentence.endswith("?"):
        return True
    is_said = _TO_BE_DONE.match(sentence) or _WILL.match(sentence)
    return is_said is not None and not sentence.endswith("?") and HEDGES.search(_TO_SEE.sub("", sentence)) is None
