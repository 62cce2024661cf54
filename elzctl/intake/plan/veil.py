"""What of a plan may not be published: contacts, and names of people where something shows that they are names.

A label such as *Contactpersoon:*, a title, a common first name, or the form of a name with nothing that shows something else.
Who is named in full in one place is known in the others by first name or surname.  A first name that is a word too stays
alone, and so does a professor without a first name, who is quoted.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import chain

from elzctl.intake import doubtful, persons
from elzctl.intake.folded import folded, places
from elzctl.intake.paper import Block
from elzctl.intake.towns import is_place
from elzctl.intake.veiled import Numbers, beside, replaced, secrets, with_initials
from elzctl.terms import Tongue
from elzctl.traces import HIDDEN

# Behind these a person stands, or an organisation.
_LABEL = re.compile(
    r"(?i:\b(?:(?:contactpersonen|contactpersoon|aanspreekpersoon|secretaris|penningmeester|(?:onder)?voorzit(?:ter|ster)s?|(?:\w+ )?schepen|burgemeester"
    r"|contact person|secretary|treasurer|chair(?:person)?)|contact|\w*verantwoordelijken?|aanspreekpunt|co[öo]rdinator|coordinator|trekkers?|projectleiders?|lead)\s*:\s*)"
)
_LISTED = re.compile(r"[^,;/()–|.\d]{1,80}?(?=\s*(?:[,;/()–|.\d]|\s(?:en|and|&|tel|gsm|e-?mail|van|bij)\b|\Z))")
_TITLED = re.compile(r"(?i)(?:dhr|mevr|mw|mrs?|ms|drs?|ir|ing|de heer|mevrouw|meneer|dokter)\b")
_QUOTED = re.compile(r"(?i:prof)\.?\s+\S+")
_SMALL = re.compile(r"(?<![\w.@-])[a-z]+(?![\w@-]|\.\w)")
_SHORTEST = 2  # characters of a part of a name that is looked for alone
_JOINED = re.compile(r"\s*(?:,|;|/|&|\b(?:en|and)\b)\s*")


class Veil:
    """The people of one plan, with what stands for each; ``kept`` is what was taken away, in order."""

    def __init__(self, tongue: Tongue, texts: Iterable[str]) -> None:
        """*texts* are all that the document says."""
        is_dutch = tongue is Tongue.NL
        self._the = "de" if is_dutch else "the"
        self.kept: dict[str, str] = {}
        texts = tuple(texts)
        self._small = frozenset(word for text in texts for word in _SMALL.findall(folded(text)))
        names = dict.fromkeys(one.words for text in texts for one in self._shown(text))
        self.numbers = Numbers("persoon" if is_dutch else "person", names)
        known = sorted({part for name in names for part in self._parts(name)}, key=len, reverse=True)
        self._known = re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, known))})(?=s?(?![\w-]))") if known else None

    def _parts(self, name: str) -> Iterator[str]:
        """A name, and the first name and the surname in it that are no words or places."""
        yield name
        if " " not in name:
            return
        for part in (persons.first_name(name), persons.surname(name)):
            bare = part.lower().split()[-1:]
            is_name = len(part) > _SHORTEST and not is_place(part) and part.lower() not in persons.AMBIGUOUS
            if is_name and bare and bare[0] not in self._small and not persons.shows_organisation(part):
                yield part

    def clean(self, block: Block) -> Block:
        """The block as it may be published."""
        edits = [(first, last, HIDDEN) for first, last in secrets(block.text)]
        for name in self._found(block.text):
            told = beside(block.text, name, self._the)
            edit = (
                (told.first, told.last, told.words) if told else (name.first, name.last, self.numbers.mark(name.words))
            )
            if not any(edit[0] < last and first < edit[1] for first, last, _ in edits):
                edits.append(edit)
        if not edits:
            return block
        for first, last, words in edits:
            self.kept[block.text[first:last]] = words
        return replaced(block, sorted(edits))

    def _found(self, text: str) -> Iterator[persons.Name]:
        found = list(self._shown(text))
        for match in self._known.finditer(text) if self._known is not None else ():
            first, last = with_initials(text, persons.Name(match.start(), match.end(), match[0]))
            name = persons.Name(first, last, match[0])
            if not any(_touch(name, other) for other in found) and not persons.is_of_organisation(text, name):
                found.append(name)
        yield from sorted(found)

    def _shown(self, text: str) -> Iterator[persons.Name]:
        """The names in a text that something in it shows to be of a person, each once, in order."""
        plain, at = places(text)
        looks = (one for one in persons.find(plain) if _is_shown(one) and not _QUOTED.fullmatch(one.words))
        known = sorted(looks, key=lambda one: " " not in one.words)
        whole = [one for one in known if " " in one.words]
        behind = (name for label in _LABEL.finditer(plain) for name in _behind(plain, label.end()))
        found: list[persons.Name] = []
        for name in chain(whole, doubtful.find(plain, self._small), known, behind):
            if not any(_touch(name, other) for other in found) and not persons.is_of_organisation(plain, name):
                found.append(name)
        for one in sorted(found):
            first, last = map(at.__getitem__, with_initials(plain, one))
            yield persons.Name(first, last, text[first:last])

    def knows(self, words: str) -> bool:
        """True for a name that the document gives to a person, or a part of one."""
        return self._known is not None and self._known.fullmatch(words.strip(" .,;:")) is not None

    def text(self, words: str) -> str:
        """A text of one line as it may be published."""
        return self.clean(Block(words, ())).text


def _is_shown(name: persons.Name) -> bool:
    """True for a name of more words or with a title, and for a first name that is no word too."""
    is_whole = " " in name.words or _TITLED.match(name.words) is not None
    return is_whole or name.words.lower() not in persons.AMBIGUOUS


def _behind(plain: str, place: int) -> Iterator[persons.Name]:
    """The names right behind a label, until something else stands there."""
    while match := _LISTED.match(plain, place):
        if not persons.may_be_person(match[0]):
            return
        yield persons.Name(match.start(), match.end(), match[0])
        joint = _JOINED.match(plain, match.end())
        if joint is None or joint.end() == match.end():
            return
        place = joint.end()


def _touch(one: persons.Name, other: persons.Name) -> bool:
    return one.first < other.last and other.first < one.last
