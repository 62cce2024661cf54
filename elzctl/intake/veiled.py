"""What stands in the place of people in a text that is published: a function that the text gives, or a number.

Their addresses and numbers make way for ``[…]``.  The same person has the same number throughout a document.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from elzctl.intake import persons
from elzctl.intake.name_forms import TITLE
from elzctl.intake.paper import Block
from elzctl.record import NamedTuple
from elzctl.traces import contacts

FUNCTION = (
    r"(?i:\b(?:\w*co[öo]rdinator\w*|co[öo]rd|\w*voorzit(?:ter|ster)\w*|\w*directeur|\w*directrice|\w*medewerk(?:er|ster)\w*|schepen\w*|burgemeester|secr|voorz|vz|ovz|penningm"
    r"|\w*verantwoordelijke\w*|secretaris|verslag\w*|notulist\w*|bestuurder\w*|penningmeester|\w*consulent\w*|\w*werk(?:er|ster)|\w*arts"
    r"|apotheker|kinesitherapeut|verpleegkundige|psycholoog|stafmedewerker|\w*manager|\w*adviseur|ambtenaar|chair\w*|secretary|director|officer"
    r"|treasurer|member|nurse|lid|ondervoorzitter|diensthoofd|afdelingshoofd|teamleider|projectleider|\w*coach|vrijwilliger|ervaringsdeskundige)\b)"
)
"""The name of a function, as an expression."""

_ROLE = rf"(?:[Dd]e|[Hh]et|[Oo]nze|[Tt]he)\s+(?:[^\s,.;()]+\s+){{0,4}}?(?:{FUNCTION})(?:\s+[^\s,.;()]+){{0,6}}?"
_BEFORE = re.compile(rf"(?P<role>{_ROLE}),\s*(?:{TITLE}){{0,2}}\Z")
_BEHIND = re.compile(
    rf"\s*(?:\((?P<inside>[^()]{{2,60}})\)|,\s*(?P<role>(?:[^\s,.;()]+\s+){{0,3}}?(?:{FUNCTION})(?:\s+[^\s,.;()]+){{0,5}})\s*(?:,|(?=[.;)]|\Z)))"
)
_NEAR = 160  # characters
_ASIDES = re.compile(r"(?i)\b(?:verontschuldigd|afwezig|aanwezig|online|zie|cf|vanaf|tot|verslag|lid|member|\d)\b")
_INITIALS_BEFORE = re.compile(r"(?<![\w.])(?:[A-Z]\.[ -]?){1,3}\Z")
_INITIAL_BEHIND = re.compile(r"\s[A-Z]\.(?=\s+[a-z]|[,;)]|\Z)")
# What stands between a name and the next one: *Xandrine Ypsilon van* CAW.
_ENDS = re.compile(r"(?:\s+(?i:van|de|den|der|het|uit|van de|van het|bij|en|of|from|of|the))*[\s,;:(–-]*\Z")
# The number of somebody in the register, by its shape or by the word before it.
_REGISTER = re.compile(
    r"(?<![\d./-])\d{2}\.\d{2}\.\d{2}[ -]{1,3}\d{3}[.-]\d{2}(?![\d/-])"
    r"|(?i:\b(?:rijksregister(?:nummer|nr\.?)?|nationaal nummer|INSZ(?:-?nummer)?|national (?:register )?number|RR-?nr\.?)[\s:=]{1,3})(?P<number>\d[\d. /-]{9,16}\d)"
)


_FIRST = re.compile(
    r"(?:(?i:dhr|mevr|mw|mrs?|ms|drs?|ir|ing|prof|de heer|mevrouw|meneer|dokter)\.? )?(?P<name>[A-Z][\w-]+) "
)
_SURNAMES = re.compile(r"[A-Z][a-z]+(?:[ -][A-Z][a-z]+){1,2}")


class Told(NamedTuple):
    """The function that a text gives of somebody beside the name, and the stretch that both take."""

    words: str
    first: int
    last: int


class Numbers:
    """The people of a document, each with a number from the first time that one is asked."""

    def __init__(self, word: str, names: Iterable[str]) -> None:
        """*word* stands before the number; *names* are the full names that the document has anywhere."""
        self.word = word
        self.given: dict[str, int] = {}
        self._full: dict[str, str] = {}
        for name in names:
            key = persons.key(name)
            if " " in key:
                self._full.setdefault(" ".join(sorted(key.split())), key)

    def who(self, words: str) -> str:
        """One key for all ways to write somebody: one part alone, or with the letter of the other, is of the one who has it."""
        key = persons.key(words)
        first, _, initial = key.rpartition(" ")
        if len(initial) == 1 and len(first) > 1:
            fits = {one for one in self._full.values() if _is_short_for(one, first, initial)}
            key = fits.pop() if len(fits) == 1 else key
        letter, _, rest = key.partition(" ")
        if len(letter) == 1 and rest:
            fits = {
                one for one in self._full.values() if one[0] == letter and one[1:2] != " " and one.endswith(f" {rest}")
            }
            key = fits.pop() if len(fits) == 1 else key
        if " " in key and (known := self._full.get(" ".join(sorted(key.split())))):
            return known
        fits = {one for one in self._full.values() if one.startswith(f"{key} ") or one.endswith(f" {key}")}
        return fits.pop() if len(fits) == 1 else key

    def mark(self, words: str) -> str:
        """What stands for somebody: ``[persoon 1]``."""
        number = self.given.setdefault(self.who(words), len(self.given) + 1)
        return f"[{self.word} {number}]"


def _is_short_for(whole: str, first: str, initial: str) -> bool:
    """True for a full name of somebody with that first name, and a word behind it that begins with that letter."""
    rest = whole.removeprefix(f"{first} ")
    return rest != whole and any(len(word) > 1 and word.startswith(initial) for word in rest.split())


def secrets(text: str) -> Iterator[tuple[int, int]]:
    """Where addresses, telephone, account and national numbers of people stand in a text, in order."""
    found = [*contacts(text)]
    for match in _REGISTER.finditer(text):
        span = match.span("number") if match["number"] else match.span()
        if not any(first < span[1] and span[0] < last for first, last in found):
            found.append(span)
    yield from sorted(found)


def with_initials(plain: str, name: persons.Name) -> tuple[int, int]:
    """Where a name begins and ends with the initials before it, or one behind it: ``J. Voorbeeld``, ``Voornaam V.``."""
    before = _INITIALS_BEFORE.search(plain, max(0, name.first - 12), name.first)
    behind = _INITIAL_BEHIND.match(plain, name.last)
    return before.start() if before else name.first, behind.end() if behind else name.last


def clear_of(name: persons.Name, spans: Iterable[tuple[int, int]], plain: str) -> persons.Name | None:
    """What of a name stands in none of these stretches; ``None`` for nothing, and for a name that begins in one."""
    whole = name
    for first, last in spans:
        if first <= name.first < last:
            return None
        end = max(name.last, last)
        if name.first < first < name.last and _is_surname(plain[name.first : first], plain[first:end]):
            name = persons.Name(name.first, end, plain[name.first : end])
        elif name.first < first < name.last:
            words = _ENDS.sub("", plain[name.first : first])
            name = persons.Name(name.first, name.first + len(words), words)
    return name if name == whole or any(map(str.isupper, name.words)) else None


def _is_surname(before: str, house: str) -> bool:
    """True for words of a house right behind a first name alone, that may as well be a surname: *Ferm Dijk* behind a first name.

    In doubt it is private; letters of an abbreviation and small words are of a house.
    """
    first = _FIRST.fullmatch(before)
    if first is None or _SURNAMES.fullmatch(house) is None:
        return False
    return first["name"].lower() not in persons.AMBIGUOUS and not persons.shows_organisation(first["name"])


def beside(text: str, name: persons.Name, the: str) -> Told | None:
    """The function right before or behind a name: ``de coördinator, X,``, ``X (coördinator)``; *the* is the article."""
    before = _BEFORE.search(text, max(0, name.first - _NEAR), name.first)
    sign = text[name.last : name.last + 1]
    if before and sign in (",", "", ".", ";"):
        role = before["role"]
        return Told(role[:1].lower() + role[1:], before.start("role"), name.last + (sign == ","))
    behind = _BEHIND.match(text, name.last, name.last + _NEAR)
    words = (behind["inside"] or behind["role"]).strip() if behind else ""
    end = behind.end() if behind else 0
    if behind is not None and behind["role"] and (own := _before_another(behind["role"])):
        words, end = own, behind.start("role") + len(own)
    if behind is None or _ASIDES.search(words) or not re.search(FUNCTION, words) or persons.may_be_person(words):
        return None
    words = re.sub(r"(?i)\A(?:de|het|the|onze)\s+", "", words)
    words = words if words[:2].isupper() else words[:1].lower() + words[1:]
    return Told(f"{the} {words}", name.first, end)


def _before_another(role: str) -> str:
    """The function, where the name of somebody else stands right behind it: ``X, voorzitter Y, secretaris``; "" for other words."""
    found = re.match(rf"(?:[^\s,.;()]+\s+){{0,3}}?(?:{FUNCTION})(?=\s+[A-Z])", role)
    return found[0] if found is not None and persons.may_be_person(role[found.end() :].strip()) else ""


def replaced(block: Block, edits: Iterable[tuple[int, int, str]]) -> Block:
    """The block with other words at some places, in order; a link that led to a mailbox goes."""
    text, shift, spans = block.text, 0, list(block.spans)
    for first, last, words in edits:
        start, end = first + shift, last + shift
        text = text[:start] + words + text[end:]
        more = len(words) - (last - first)
        spans = [
            one._replace(
                start=one.start if one.start <= start else max(start, one.start + more),
                end=one.end if one.end <= start else max(start, one.end + more),
            )
            for one in spans
        ]
        shift += more
    kept = (one._replace(link="") if one.link.lower().startswith("mailto:") else one for one in spans)
    return block._replace(text=text, spans=tuple(one for one in kept if one.start < one.end))
