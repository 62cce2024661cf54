"""First names that a document itself shows to be of organisations: *vzw Alma*, *Iris vzw*, *WZC Emma*, *de jeugdhuizen Alma en Iris*.

Alone, such a word is the name of the organisation only when nobody in the document looks to be called so: a person's name is
never published because a house has it too.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from elzctl.intake.first_names import FIRST_NAMES
from elzctl.intake.folded import folded
from elzctl.intake.name_forms import PARTICLE, TITLE
from elzctl.intake.small_words import NO_NAME
from elzctl.intake.telling import shows_other, tells
from elzctl.intake.towns import is_place
from elzctl.intake.trades import is_before, is_before_many

_FORM = r"(?:[Vv]\.?[Zz]\.?[Ww]\.?|npo|NPO|asbl)"
# Of houses that are not called after the one who works there, as a practice or a shop is.
_HOUSE = r"(?:WZC|LDC|RVT|KDV|BKO|(?i:woonzorgcentrum|(?:lokaal )?dienstencentrum|rusthuis|ziekenhuis|jeugdhuis|buurthuis|inloophuis|kinderdagverblijf|basisschool|serviceflats?|residentie|assistentiewoningen|dagcentrum|welzijnsvereniging))"
_NAME = r"(?P<name>[A-Z][a-z]+)"
_ENDS = rf"(?![\w’'-]|\s(?:(?:{PARTICLE})\s){{0,2}}[A-Z])"
_BEFORE = re.compile(rf"(?<![\w.-])(?:(?P<word>[\w-]+)\s)?(?P<kind>{_FORM}|{_HOUSE})\s{_NAME}{_ENDS}")
_MANY = re.compile(
    r"(?<![\w.-])(?:WZC['’]s|LDC['’]s|vzw['’]s|(?i:woonzorgcentra|(?:lokale )?dienstencentra|rusthuizen|ziekenhuizen|jeugdhuizen|buurthuizen|inloophuizen|kinderdagverblijven|dagcentra|basisscholen))"
    rf"\s[A-Z][a-z]+(?:,\s[A-Z][a-z]+)*\s(?:en|&)\s[A-Z][a-z]+{_ENDS}"
)
_BEHIND = re.compile(rf"(?<![\w’'.-])(?<![A-Z][a-z]\s){_NAME}\s{_FORM}(?!\w|\s[A-Z])")
# Somebody is called so: a surname or a function behind it, a title or a trade before it, or what people say and do.
_PERSON_BEHIND = re.compile(
    rf"\s(?:(?:{PARTICLE})\s){{0,3}}[A-Z](?!ZC|DC|VT)|['’]s\s|\s\((?!vzw|npo|WZC|LDC)"
    r"|\s(?:(?!(?:met|uit|tot|niet|het|dat|wat|naast|organiseert|biedt|opent|verhuurt|telt|bestaat|ligt|verwelkomt)\b)[a-z]{2,}t|vroeg|zei|nam|gaf|wil|kan|zal|zou|is|was|werd|had|asks|says|mails|calls|reports|has|will)(?!\w)"
)
_PERSON_BEFORE = re.compile(
    rf"(?:{TITLE}|(?i:\b(?:contact\w*|aanspreek\w+|secretaris|penningmeester|voorzitter|verslag\w*|notulist\w*|deelnemers?|aanwezig\w*|verontschuldigd|excused|present)\s*:\s*)|[A-Z]\.\s)\Z"
)
_WORD_BEFORE = re.compile(r"(?<![\w-])([\w-]+)\s\Z")
_NEXT = re.compile(r"(?:,|\s(?:en|and|&|of))\s([A-Z][a-z]+)(?![\w-])")
_FORMER = re.compile(r"(?<![\w-])([A-Z][a-z]+)(?:,|\s(?:en|and|&|of))\s\Z")


def formed(text: str) -> Iterator[tuple[int, int]]:
    """Where a text names an organisation by its legal form or its kind with one word: *vzw Alma*."""
    plain = folded(text)
    for match in _BEFORE.finditer(plain) if len(plain) == len(text) else ():
        if match["word"] is None or not _is_before(match["word"]):
            yield match.start("kind"), match.end()
    for match in (*_BEHIND.finditer(plain), *_MANY.finditer(plain)) if len(plain) == len(text) else ():
        if match[0].split(maxsplit=1)[0].lower() not in NO_NAME:
            yield match.span()


def shown(texts: Iterable[str], *, by_form: bool = False) -> frozenset[str]:
    """The first names that a document shows to be of organisations, and of nobody; *by_form* only those of a legal form."""
    plain = [folded(text) for text in texts]
    found: set[str] = set()
    for text in plain:
        for match in _BEFORE.finditer(text):
            is_form = re.fullmatch(_FORM, match["kind"]) is not None
            if (is_form or not by_form) and not (match["word"] and _is_before(match["word"])):
                found.add(match["name"])
        found.update(match["name"] for match in _BEHIND.finditer(text))
    named = {name for name in found if name.lower() in FIRST_NAMES}
    return frozenset(name for name in named if not any(_is_somebody(name, text, named) for text in plain))


def _is_somebody(name: str, text: str, others: set[str]) -> bool:
    """True when somebody in the text looks to have that name."""
    if name not in text:
        return False
    for match in re.finditer(rf"(?<![\w’'.-]){name}(?![\w-])", text):
        before = text[max(0, match.start() - 40) : match.start()]
        if re.search(rf"(?:{_FORM}|{_HOUSE})\s\Z", before) or re.match(
            rf"\s{_FORM}(?!\w|\s[A-Z])", text[match.end() :]
        ):
            continue
        word = _WORD_BEFORE.search(before)
        beside = [one[1] for one in (_NEXT.match(text, match.end()), _FORMER.search(before)) if one is not None]
        is_beside = any(one not in others and not _is_other(one) for one in beside)
        if _PERSON_BEHIND.match(text, match.end()) or _PERSON_BEFORE.search(before) or is_beside:
            return True
        is_called = word is not None and word[1][:1].isupper() and word[1].lower() not in NO_NAME
        if is_called or (word is not None and _is_before(word[1])):
            return True
    return False


def _is_other(word: str) -> bool:
    """True for a word of names of organisations, and for a place."""
    return shows_other(word) or tells(word) or is_place(word) or word.lower() in NO_NAME


def _is_before(word: str) -> bool:
    return is_before(word) or is_before_many(word)
