"""Who was there where a sentence counts them and names some: ``21 deelnemers van o.a. CAW, OCMW Meer en Samana``.

The sentence stays in the text: how many there were stands nowhere else.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from elzctl.intake import persons
from elzctl.intake.minutes.draft import There
from elzctl.intake.minutes.listed_people import AND, COMMA
from elzctl.intake.minutes.marks import SENTENCES
from elzctl.intake.minutes.parts import LONGEST_READ
from elzctl.intake.minutes.people import is_organisation
from elzctl.intake.minutes.sentence_names import is_said
from elzctl.intake.paper import Block
from elzctl.intake.who import Actors
from elzctl.wording import say

SOME = say("A sentence counts who was there, and names these: there may have been others")

_WERE = r"(?:we waren met|er waren|waren aanwezig|aanwezig waren|aanwezig|aanwezigen|present)"
_WHO = r"(?:deelnemers|aanwezigen|personen|mensen|partners|leden|organisaties|vertegenwoordigers|collega['’]s|professionals|hulpverleners|zorgverleners|participants|people)"
_MANY = r"(?:\d{1,3}|twee|drie|vier|vijf|zes|zeven|acht|negen|tien|elf|twaalf|een (?:tiental|twintigtal|dertigtal)|(?:een )?(?:tien|twintig|dertig|veertig|vijftig)tal)"
_AMONG = (
    r"(?:o\.\s?a\.|oa\.?|onder andere|onder meer|o\.\s?m\.|waaronder|zoals|met name|among others|including|bijv\.|bv\.)"
)
_FROM = r"(?:van|uit|vanuit|namens|from|of)"
_COUNTED = re.compile(
    rf"(?i)\W*(?:{_WERE}\W+)?(?:(?:ongeveer|circa|ca\.|een|zo['’]n)\s+)?{_MANY}\s+{_WHO}(?:\s+aanwezig)?(?:\s+{_FROM})?,?\s*(?:\(\s*)?(?:{_FROM}\s+)?(?P<among>{_AMONG})?\s*:?\s*(?:{_FROM}\s+)?(?=\S)"
)
# A sentence may end in letters of a name: "… en VDAB. Welkom".
_SENTENCES = re.compile(rf"{SENTENCES.pattern}|(?<=[A-Z]{{2}}[.!])\s+(?=[A-ZÀ-Þ][a-z])")
_ARTICLE = re.compile(r"\A(?:de|het|the) ", re.IGNORECASE)
_FEWEST, _MOST = 2, 40


def counted_there(blocks: Iterable[Block], actors: Actors) -> Iterator[There]:
    """The organisations that such sentences of these paragraphs name; none when one of the names is no organisation."""
    for block in blocks:
        if len(block.text) > LONGEST_READ or block.level:
            continue
        starts = (0, *(match.end() for match in _SENTENCES.finditer(block.text)))
        for start in starts:
            found = _COUNTED.match(block.text, start)
            end = next((one.start() for one in _SENTENCES.finditer(block.text, start)), len(block.text))
            if found is None or found.end() >= end:
                continue
            names = _names(block.text[found.end() : end])
            is_told = found["among"] is not None or block.text[: found.end()].rstrip().lower().endswith(
                (":", "van", "uit")
            )
            if is_told and _FEWEST <= len(names) <= _MOST and all(_is_house(name, actors) for name in names):
                yield from (There(name, "present", block.lines) for name in names)


def _names(words: str) -> list[str]:
    bits = (bit for part in COMMA.split(words.strip(" .()!")) for bit in AND.split(part))
    plain = (_ARTICLE.sub("", bit.strip(" .()…")) for bit in bits)
    return [one for one in plain if one and one.lower() not in ("enz", "etc", "anderen", "andere", "meer")]


def _is_house(name: str, actors: Actors) -> bool:
    if actors.find(name) is not None:
        return True
    is_sure = persons.shows_organisation(name) and not name[:1].islower() and not is_said(name)
    return is_sure and is_organisation(name, actors)
