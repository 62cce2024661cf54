"""What a list of those that were there says of an organisation beside its name: *(tot 20u30)*, *(volmacht aan …)*, *, enkel punt 2*.

No field of a meeting has it, and it may tell of somebody: it goes to the private notes, and none of it is lost.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence

from elzctl.intake import known_houses, persons
from elzctl.intake.folded import folded
from elzctl.intake.minutes.sentence_names import is_said
from elzctl.intake.minutes.services import is_service
from elzctl.record import NamedTuple

_BEGINS = (
    r"(?:vanaf|tot|online|via|digitaal|deels|gedeeltelijk|until|from|only|ook|plaatsvervang\w*|ter vervanging|vervang\w*|vertegenwoordigd|represented|(?:met |gaf |geeft |gaven |verleende )?volmacht(?:en)?"
    r"|\d|verontsch\w*|afwezig|aanwezig|excused|ziek(?:te)?|sick|ill|wegens|omwille|mits|zonder|met (?:kennisgeving|vertraging|stem\w*|raadgevende)|waarnemend\w*|stemgerechtigd\w*|raadgevend\w*|enkel|alleen|slechts|niet|later|vroeger|telefonisch|fysiek"
    r"|hybride|laatste|eerste)"
)
_ASIDE = re.compile(rf"(?i)\A(?:{_BEGINS}|v|a)\b")
# Why somebody was away, and nothing else.
_AWAY = re.compile(
    r"(?i)(?:(?:met|op|in|wegens|door|andere?|on) )*(?:\w*verlof|\w*vakantie|opleiding|vorming|bijscholing|studiedag|congé|verhinder\w*|overmacht|vergadering|afspraak|verplichting(?:en)?|recup\w*|rouw|begrafenis|leave|holidays?)"
)
# Behind a comma or a dash without brackets the words are in small letters; two of them at least, or one that says it alone.
_BESIDE = re.compile(
    rf"\A(?!\d)(?:{_BEGINS}\s\S|(?:ziek|online|digitaal|telefonisch|waarnemend\w*|verontschuldigd|afwezig|volmacht)\Z)"
)
_BY = re.compile(r"(?i)\A(?:(?P<instead>vervangen|replaced)|vertegenwoordigd|represented)\s+(?:door|by)\s+(?=\S)")
_PROXY = re.compile(
    r"(?P<who>[^()]+?)\s+(?P<to>(?:(?:geeft|geven|gaf|gaven|verleent|verleende|verleenden)\s+(?:(?:een|haar|zijn|hun)\s+)?)?"
    r"(?:volmacht\s+aan\s+\S.+|aan\s+(?:de\s+|het\s+)?(?!(?:Huis|Zee)\b)[A-ZÀ-Þ].+))"
)
_RELATIVE = re.compile(r"(?i)(?:die|dat|wie|zij|ze)\b|.*\bvolmacht\Z")
_PROXY_OF = re.compile(
    r"(?P<to>[^()]+?)\s+(?:(?:heeft|had|kreeg|krijgt)\s+)?(?:(?:een|de)\s+)?volmacht\s+van\s+(?:de\s+|het\s+)?(?P<who>[A-ZÀ-Þ].+)"
)
_ROUND = re.compile(r"[(\[](?P<inside>[^()\[\]]*)[)\]]")
_TOKEN = re.compile(r"[^\W_]+")


class Cut(NamedTuple):
    """A name without what is said beside it, and that."""

    name: str
    note: str


def is_aside(words: str) -> bool:
    """True for words in brackets that say how, how long or for whom somebody was there."""
    return _ASIDE.match(words.strip()) is not None or _AWAY.fullmatch(words.strip()) is not None


def is_beside(words: str) -> bool:
    """True for such words behind a comma or a dash."""
    return _BESIDE.match(words.strip()) is not None


def speaker(words: str) -> Cut:
    """Who stands behind *vertegenwoordigd door*, or *vervangen door*, which is noted; nobody in other words."""
    found = _BY.match(words.strip())
    if found is None:
        return Cut("", "")
    return Cut(words.strip()[found.end() :], found[0].strip() if found["instead"] else "")


def cut(name: str, bits: Sequence[str], is_known: Callable[[str], bool], *, dashed: bool) -> Cut:
    """A *name* whose *bits*, behind the first, are all asides: the first, and these; else the name as it is.

    Behind a dash (*dashed*) that is whatever begins with a small letter and is no name: *– sloot online aan*.
    """

    def is_said(bit: str) -> bool:
        names_part = is_known(bit) or known_houses.is_known(bit) or is_service(bit)
        return is_beside(bit) or (dashed and bit[:1].islower() and not names_part)

    if len(bits) < 2 or bits[0][:1].islower() or not all(map(is_said, bits[1:])):
        return Cut(name, "")
    return Cut(bits[0], ", ".join(bits[1:]))


def proxy(name: str) -> Cut:
    """Who is excused, and whom they let speak for them: ``OCMW Meer aan Okra``; other words are a name as they stand."""
    given = _PROXY_OF.fullmatch(name)
    if given is not None:
        return Cut(given["who"], name)
    found = _PROXY.fullmatch(name)
    who = found["who"] if found is not None else ""
    is_one = " " in who or persons.shows_organisation(who) or persons.is_person(who)
    to = found["to"] if found is not None else ""
    note = to if "volmacht" in to else f"volmacht {to}"
    return Cut(who, note) if to and is_one and not (is_said(who) or _RELATIVE.match(who)) else Cut(name, "")


def joined(bits: Sequence[str], is_known: Callable[[str], bool]) -> list[str]:
    """The bits of a list, those that are asides in one with what stands before them."""
    found: list[str] = []
    for bit in bits:
        if found and is_beside(bit) and not is_known(bit):
            found[-1] = f"{found[-1]}, {bit}"
        else:
            found.append(bit)
    return found


def unsaid(typed: str, names: Iterable[str]) -> str:
    """What stands in brackets in a name as it was typed, and in none of the *names* that the actor has."""
    known = set(_tokens(" ".join(names)))
    return "; ".join(
        one["inside"].strip() for one in _ROUND.finditer(typed) if not known.issuperset(_tokens(one["inside"]))
    )


def _tokens(words: str) -> Iterator[str]:
    return (one[0].lower() for one in _TOKEN.finditer(folded(words)))
