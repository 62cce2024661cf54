"""The parts of the name of a person: without its title, the first name, the surname."""

from __future__ import annotations

import re

from elzctl.intake.first_names import AMBIGUOUS
from elzctl.intake.folded import folded
from elzctl.intake.name_forms import INITIALS, PARTICLE, PARTICLES, SURNAME, TITLE
from elzctl.intake.namesakes import is_first_name
from elzctl.intake.telling import shows_other
from elzctl.intake.trades import DOES

_WORD = re.compile(r"[^\W\d_]+")
_WHOLE = re.compile(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*")


def key(name: str) -> str:
    """A name without title, case, accents and signs, so that two ways to write it are the same."""
    return " ".join(_WORD.findall(_untitled(name).lower()))


def first_name(name: str) -> str:
    """The first name, when it is written in full."""
    words: list[str] = _WHOLE.findall(_untitled(name))
    if len(words) > 1 and not is_first_name(words[0]) and is_first_name(words[-1]):
        return words[-1]
    return words[0] if words and len(words[0]) > 1 and words[0][:1].isupper() else ""


def surname(name: str) -> str:
    """What stands behind the first name, or before it: ``Van de Voorbeeld``; "" for none."""
    plain = _untitled(name)
    first = first_name(name)
    initials = _INITIALS_FIRST.match(plain) if not first else None
    if initials is not None:
        return plain[initials.end() :].strip(" ,.")
    rest = plain[len(first) :] if plain.startswith(first) else plain[: len(plain) - len(first)]
    return rest.strip(" ,.") if first and first in plain else ""


_INITIALS_FIRST = re.compile(rf"{INITIALS}\s*(?={SURNAME}\Z)")


def own_part(surname: str, behind: str) -> str:
    """What of the words behind a first name is the surname: ``Voorbeeld`` of ``Voorbeeld CAW``, with the blanks before it."""
    words = surname
    while words and (shows_other(words) or _is_short(words)):
        words = words.rpartition(" ")[0]
    if re.fullmatch(rf"(?i)(?:{PARTICLE}\s*)*", words):
        return ""
    return behind[: len(behind) - len(surname) + len(words)]


def is_in_capitals(first: str, surname: str) -> bool:
    """True for a common first name and a surname with small words, all in capitals: ``VOORNAAM VAN DEN YPSILON``."""
    is_clear = len(first) > 2 and first.lower() not in AMBIGUOUS and is_first_name(first.capitalize())
    return is_clear and f"{first}{surname}".replace(" ", "").isupper() and _has_small(surname)


def _untitled(name: str) -> str:
    plain = " ".join(folded(name).split())
    trade = DOES.match(plain)
    return re.sub(rf"\A(?:{TITLE}){{1,3}}", "", plain[trade.end() :] if trade else plain)


def _is_short(surname: str) -> bool:
    """True for words that end in an abbreviation, such as that of an organisation."""
    last = surname.rpartition(" ")[2]
    return last.isupper() and 1 < len(last) < 5 and not (surname.isupper() and _has_small(surname))


def _has_small(surname: str) -> bool:
    """True for a surname that begins with a small word, which no abbreviation has before it."""
    first, _, rest = surname.partition(" ")
    return bool(rest) and first.lower() in PARTICLES
