"""What of a plan may not be published: contacts, and names of people where something shows that they are names.

A label such as *Contactpersoon:*, a title, or a common first name before another word.  A lone first name stays, since it
may be the name of a house or a street; so does a professor without a first name, who is quoted.  A remark tells of these.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from elzctl.intake import persons
from elzctl.intake.folded import places
from elzctl.intake.paper import Block
from elzctl.intake.veiled import Numbers, beside, replaced, secrets
from elzctl.terms import Tongue
from elzctl.traces import HIDDEN

# Behind the first ones only a person can stand; behind the others an organisation may.
_LABEL = re.compile(
    r"(?i:\b(?:(?P<person>contactpersonen|contactpersoon|aanspreekpersoon|secretaris|penningmeester|(?:onder)?voorzit(?:ter|ster)s?|(?:\w+ )?schepen|burgemeester"
    r"|contact person|secretary|treasurer|chair(?:person)?)|contact|\w*verantwoordelijken?|aanspreekpunt|co[öo]rdinator|coordinator|trekkers?|projectleiders?|lead)\s*:\s*)"
)
_LISTED = re.compile(r"[^,;/()–|.\d]{1,80}?(?=\s*(?:[,;/()–|.\d]|\s(?:en|and|&|tel|gsm|e-?mail|van|bij)\b|\Z))")
_TITLED = re.compile(r"(?i)(?:dhr|mevr|mw|mrs?|ms|drs?|ir|ing|de heer|mevrouw|meneer|dokter)\b")
_QUOTED = re.compile(r"(?i:prof)\.?\s+\S+")
_JOINED = re.compile(r"\s*(?:,|;|/|&|\b(?:en|and)\b)\s*")


class Veil:
    """The people of one plan, with what stands for each; ``kept`` is what was taken away, in order."""

    def __init__(self, tongue: Tongue, texts: Iterable[str]) -> None:
        """*texts* are all that the document says."""
        is_dutch = tongue is Tongue.NL
        self._the = "de" if is_dutch else "the"
        self.kept: dict[str, str] = {}
        self.numbers = Numbers(
            "persoon" if is_dutch else "person", [one.words for text in texts for one in _names(text)]
        )

    def clean(self, block: Block) -> Block:
        """The block as it may be published."""
        edits = [(first, last, HIDDEN) for first, last in secrets(block.text)]
        for name in _names(block.text):
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

    def text(self, words: str) -> str:
        """A text of one line as it may be published."""
        return self.clean(Block(words, ())).text


def _names(text: str) -> Iterator[persons.Name]:
    """The names in a text that something shows to be of a person, each once, in order."""
    plain, at = places(text)
    looks = (one for one in persons.find(plain) if " " in one.words or _TITLED.match(one.words))
    found = [one for one in looks if not (_QUOTED.fullmatch(one.words) or persons.is_of_organisation(plain, one))]
    for label in _LABEL.finditer(plain):
        behind = _behind(plain, label.end(), sure=bool(label["person"]))
        found += [one for one in behind if not any(_touch(one, other) for other in found)]
    for one in sorted(found):
        first, last = at[one.first], at[one.last]
        yield persons.Name(first, last, text[first:last])


def _behind(plain: str, place: int, *, sure: bool) -> Iterator[persons.Name]:
    """The names right behind a label, until something else stands there; *sure*: none but people follow it."""
    is_name = persons.may_be_person if sure else persons.is_person
    while match := _LISTED.match(plain, place):
        if not is_name(match[0]):
            return
        yield persons.Name(match.start(), match.end(), match[0])
        joint = _JOINED.match(plain, match.end())
        if joint is None or joint.end() == match.end():
            return
        place = joint.end()


def _touch(one: persons.Name, other: persons.Name) -> bool:
    return one.first < other.last and other.first < one.last
