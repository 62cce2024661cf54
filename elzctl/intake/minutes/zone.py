"""The name of the zone whose minutes these are, as it stands at their top, on every page, or below the signature: *ELZ Dender*."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from elzctl.intake.minutes.words import label_kind
from elzctl.intake.named import key
from elzctl.intake.paper import Block, Paper
from elzctl.intake.small_words import NO_NAME

_FIRST = 10  # blocks of the top of a document
_MOST_WORDS = 8  # of a line that ends in a full stop; a longer one is a sentence of the text
_WORD = r"(?!ELZ\b|Eerstelijnszone)[A-ZÀ-Þ][\w’'-]+"
_NAMED = re.compile(
    rf"(?<![\w-])(?P<kind>ELZ|[Ee]erstelijnszone|EERSTELIJNSZONE)\s+(?P<name>{_WORD}(?:\s+(?:(?:en|&|van|de|der|aan)\s+){{0,2}}{_WORD}){{0,2}}(?:\s+vzw(?!\w))?)"
)
_LISTS = ("present", "excused", "absent", "guests")
# What a zone has, or is of it: no name of one.
_OF_ZONE = frozenset(
    """team teams nieuws nieuwsbrief bestuur bestuursorgaan raad raden actieplan plan beleidsplan verslag overleg zorgraad website vergadering werkgroep
    stuurgroep logo medewerker medewerkers stafmedewerker coördinator netwerk netwerkdag netwerkcoach dag forum cluster clusters bureau kantoor vlaanderen
    voorzitter werking partners leden agenda kalender platform""".split()
)


def zone_in(paper: Paper, closing: Iterable[Block] = ()) -> str:
    """The only zone that is named there; "" for none, and for two."""
    found = {key(name): name for name in reversed([*_names(_texts(paper, closing))])}
    return next(iter(found.values())) if len(found) == 1 else ""


def _texts(paper: Paper, closing: Iterable[Block]) -> Iterator[str]:
    for block in paper.blocks[:_FIRST]:
        is_sentence = block.text.rstrip().endswith((".", "?", "!")) and len(block.text.split()) > _MOST_WORDS
        if not is_sentence and label_kind(block.text.partition(":")[0]) not in _LISTS:
            yield block.text
    yield paper.title
    yield from (line.text for line in paper.lines if line.running)
    yield from (block.text for block in closing)


def _names(texts: Iterable[str]) -> Iterator[str]:
    for text in texts:
        for found in _NAMED.finditer(text):
            words: list[str] = []
            for word in found["name"].split():
                if word.lower() in _OF_ZONE or (word[:1].isupper() and word.lower() in NO_NAME):
                    break
                words.append(word)
            while words and words[-1] in ("en", "&", "van", "de", "der", "aan"):
                words.pop()
            if words:
                kind = "ELZ" if found["kind"] == "ELZ" else "Eerstelijnszone"
                yield " ".join((kind, *words))
