"""Lists of who was there as they are read: ``A / B`` are two names; ``P:`` is a label."""

from __future__ import annotations

import re
from collections.abc import Sequence

from elzctl.intake.minutes.parts import Part
from elzctl.intake.minutes.words import label_kind
from elzctl.intake.paper import Block

_SPEAKING_FOR = re.compile(
    r"(?i)\A\s*(?:de |the )?(?:vertegenwoordig(?:er|ster|ing|ers|sters)|afgevaardigden?|delegates?|representatives?)\s+(?:van|of)\s+(?:de |het |the )?(?=\S)"
)
# How they were there, before a list of those who were.
_WHERE = re.compile(
    r"(?i)\A\W*(?:ter plaatse|online|digitaal|fysiek|live|in persoon|via (?:teams|zoom|meet)|in de zaal|on site|in person|hybride?)(?: aanwezig)?\s*:\s*(?=\S)"
)
# Several of them are of a house with a name; *mensen van de wijk* are of none.
_MANY_OF = r"(?:(?:enkele|een paar|twee|drie) )?(?:mensen|medewerkers|collega['’]s|vertegenwoordigers) (?:van|namens|uit) (?:de |het )?(?=(?-i:(?:vzw )?[A-ZÀ-Þ]))"
_SOMEBODY = re.compile(
    rf"(?i)(?:\A|(?<=[,;]\s)|(?<=\sen\s))(?:(?:iemand|een (?:medewerk|vertegenwoordig)(?:er|ster)|een collega|een afgevaardigde) (?:van|namens|uit) (?:de |het )?(?=[^\W\d_])|{_MANY_OF})"
)
_SLASH = re.compile(r"\s+/\s+")
_LETTER = re.compile(r"\s*(?P<letter>[PAVE])\s*[:=]\s+(?=\S)")
_LETTERS = {"P": "Aanwezig: ", "V": "Verontschuldigd: ", "E": "Verontschuldigd: ", "A": "Afwezig: "}


def each(block: Block) -> Block:
    """The paragraph without words for nobody in particular, and with commas for slashes."""
    text = _SPEAKING_FOR.sub("", _SOMEBODY.sub("", _WHERE.sub("", block.text)))
    if len(_SLASH.findall(text)) > 1 and not re.search("[,;(]", text):
        text = _SLASH.sub(", ", text)
    return block if text == block.text else block._replace(text=text, spans=())


def somebody(text: str) -> str:
    """The words for nobody in particular before names: *mensen van*."""
    return " ".join(match[0].strip() for match in _SOMEBODY.finditer(text))


def lettered(parts: Sequence[Part]) -> list[Part]:
    """The parts with words for the letters ``P:``, ``V:`` and ``A:`` before lists, when more than one stands there."""
    found = {
        at: match for at, part in enumerate(parts) if isinstance(part, Block) and (match := _LETTER.match(part.text))
    }
    parts = _where(parts)
    letters = {match["letter"] for match in found.values()}
    if len(letters) < 2 or not letters & {"V", "E"}:
        return list(parts)
    words = _LETTERS if "P" in letters else {**_LETTERS, "A": "Aanwezig: "}
    return [
        part._replace(text=words[found[at]["letter"]] + part.text[found[at].end() :], spans=())
        if at in found and isinstance(part, Block)
        else part
        for at, part in enumerate(parts)
    ]


def _where(parts: Sequence[Part]) -> list[Part]:
    """The parts with *Aanwezig* for ``Ter plaatse:`` and ``Online:``, beside each other or beside who is excused."""
    heads = [part.text.partition(":")[0] if isinstance(part, Block) and ":" in part.text else "" for part in parts]
    told = [at for at, part in enumerate(parts) if isinstance(part, Block) and _WHERE.match(part.text)]
    beside = {at for at in told if label_kind(heads[at]) == ""}
    kinds = {label_kind(one) for at in beside for one in heads[max(0, at - 1) : at + 3]}
    if not (len(beside) > 1 or kinds & {"present", "excused"}):
        return list(parts)
    return [
        part._replace(text=f"Aanwezig: {_WHERE.sub('', part.text)}", spans=())
        if at in beside and isinstance(part, Block)
        else part
        for at, part in enumerate(parts)
    ]
