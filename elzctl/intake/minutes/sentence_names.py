"""Words of a sentence where the name of an organisation should be: *Zijn verontschuldigd en gaven volmacht* is nobody."""

from __future__ import annotations

import re
from collections.abc import Callable

from elzctl.intake import persons
from elzctl.intake.minutes.promising import VERBS
from elzctl.intake.own_verbs import is_named_with_verb
from elzctl.wording import say

SAID = say("A verb in these words tells that they are a sentence, and no name")

_HELPING = r"(?:zijn|waren|was|is|wordt|worden|werd|werden|heeft|hebben|had|hadden|kan|kon|konden|liet|lieten|gaf|gaven|wil|wilde|wilden|mag|mogen|moest|moesten|zou|zouden|ging|gingen|kwam|kwamen|nam|namen|deed|deden|vroeg|vroegen|are|were|has|have|had|gave|could)"
_BEGINS = re.compile(rf"(?!Was\b|Kan\b|Wil\b|Mag\b){_HELPING}\s+[a-zà-ÿ]", re.IGNORECASE)
_HOLDS = re.compile(rf"(?<=\s){_HELPING}(?![\w-])")
_OTHER_TIME = re.compile(r"(?:eerst)?(?:volgende?|vorige?|komende?)\s")  # "volgende stuurgroep" is a day
_ROUND = re.compile(r"\s*[(\[][^()\[\]]*[)\]]")


def is_said(name: str) -> bool:
    """True for a name that begins with a verb, or holds one in small letters, and for *volgende …*."""
    plain = " ".join(_ROUND.sub("", name).split())
    if _OTHER_TIME.match(plain):
        return True
    if is_named_with_verb(plain):
        return False
    doing = (word for word in plain.split()[1:] if word.endswith("t") and word in VERBS)
    return bool(_BEGINS.match(plain) or _HOLDS.search(plain) or any(True for _ in doing))


def is_clause(name: str) -> bool:
    """True for such words that begin with a verb or a small letter, so that they name nobody first."""
    plain = name.strip()
    return is_said(plain) and (plain[:1].islower() or _BEGINS.match(plain) is not None)


def may_be_public(name: str, is_known: Callable[[str], bool]) -> bool:
    """True for such words of which an organisation, or nobody, is the subject: the first word of others may name somebody."""
    words = name.split()
    heads = [" ".join(words[:count]) for count in range(1, min(4, len(words)))]
    return is_clause(name) or any(
        is_known(head) or (persons.shows_organisation(head) and not persons.may_be_person(head)) for head in heads
    )
