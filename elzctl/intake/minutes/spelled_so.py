"""Whether the name of somebody known is written as a name there: *De Sleutel* is, *de sleutel* opens a door."""

from __future__ import annotations

import re
from collections.abc import Iterable

from elzctl.intake.named import key, one_line

_ARTICLE = re.compile(r"(?i)\A(?:de|den|het|een|['’]t|onze|ons|the|our|an?)\s+(?=\S)")
_BEHIND = re.compile(r"(?i)(?:\s+(?:van|voor|de|het|der|den|ten|ter|te|in|op|of|for|the))+\Z")
_WITH_ARTICLE = re.compile(r"(?:De|Den|Het|Ter|Ten|['’]t) [A-ZÀ-Þ]")
_OWN_ARTICLE = re.compile(r"(?i)\A(?:de|den|het|['’]t|the)\s+(?=\S)")
# Words for groups, services and functions, which texts have in small letters: *de huisartsenkring*, *de gemeente*.
_GROUP = re.compile(
    r"(?:gemeenten?|stad|steden|ocmw|caw|cgg|clb|vclb|ckg|wzc|ldc|vdab|elz|zone|bestuur|besturen|netwerk|cluster\w*|team|teams|secretariaat|secretaris|voorzit(?:ter|ster)|co[oö]rdinator|bibliotheek|politie\w*|brandweer|mutualiteit\w*|ziekenhui(?:s|zen)|board|council|committee|secretary|coordinator"
    r"|\w{3,}(?:kring|kringen|bond|bonden|raad|raden|groep|groepen|dienst|diensten|overleg|bestuur|vereniging|team|netwerk|zone|platform|centrum|centra|besturen|coördinator|instelling|praktijk|verpleging|ziekenhuis|hogeschool|universiteit|ziekenfonds|comité|commissie|forum)"
    r"|\w{4,}(?:en|ers)|elz-team)"
)


def is_spelled_so(words: str, names: Iterable[str]) -> bool:
    """False for one word in small letters, as long as none of the *names* of who it may be is written so.

    A name with an article of its own is not told by its other word alone; words for groups and functions have no capital.
    """
    plain = one_line(words).strip(" .,;:()")
    bare = _BEHIND.sub("", _ARTICLE.sub("", plain))
    if " " in bare:
        return True
    known = [name for name in names if key(name) == key(bare)]
    if bare in known:
        return True
    if bare[:1].islower():
        return _GROUP.fullmatch(bare) is not None
    has_own = bool(known) and all(map(_OWN_ARTICLE.match, known))
    return not has_own or _OWN_ARTICLE.match(plain) is not None


def slashed(names: Iterable[str]) -> dict[str, str]:
    """The single words on either side of a slash in names, and the first name of each: *Kind en Gezin / Opgroeien*."""
    found: dict[str, str] = {}
    for name in names:
        for word in name.split(" / ") if " / " in name else ():
            if word.isalpha():
                found.setdefault(word, name)
    return found


def ending_so(words: str, names: Iterable[str]) -> str:
    """The only name that ends in these words with their article: *De Vlinder* of *Inloophuis De Vlinder*; "" for none."""
    plain = words.strip(" .,;:")
    found = [name for name in names if name.endswith(f" {plain}")] if _WITH_ARTICLE.match(plain) else []
    return found[0] if len(found) == 1 else ""
