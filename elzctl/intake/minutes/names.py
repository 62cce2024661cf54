"""Names of natural persons, addresses and telephone numbers in the text of minutes: what may not stand in a public file.

A name makes way for the function that the document itself gives, or for a number; an organisation alone would say
something else than was said.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import chain
from typing import NamedTuple

from elzctl.intake import doubtful, persons
from elzctl.intake.folded import folded, places
from elzctl.intake.minutes.draft import Person
from elzctl.intake.minutes.initials import initials_of
from elzctl.intake.minutes.who import Directory
from elzctl.intake.paper import Block
from elzctl.intake.veiled import FUNCTION, Numbers, beside, replaced, secrets, with_initials
from elzctl.traces import HIDDEN

_SENTENCE = re.compile(r"(?:\A|[.!?:]\s+|[–—-]\s+)\Z")
_SMALL_LETTERS = "abcdefghijklmnopqrstuvwxyz' "
_NO_ROLE = frozenset("lid leden member vrijwilliger deelnemer verslag partner".split())
_WORD = re.compile(r"\w+")
_OWN_SMALL = re.compile(r"(?<![\w.@-])[a-z]+(?![\w@-]|\.\w)")
_CAPITAL_BEFORE = re.compile(r"([A-Z][\w.-]*)\s\Z")


_NOT_LISTED = "named"


class Changed(NamedTuple):
    """A name, or an address, and what stands in its place."""

    words: str
    value: str
    lines: tuple[int, ...]


class Names:
    """The people of a document, and what stands for each."""

    def __init__(self, directory: Directory, blocks: Sequence[Block], *, dutch: bool = True, own: bool = False) -> None:
        """*blocks* are all texts that may be published."""
        self.directory = directory
        self.changed: list[Changed] = []
        self.hidden: list[Changed] = []
        self.unnamed: list[Changed] = []
        self.own = own
        self._the = "de" if dutch else "the"
        texts = [block.text for block in blocks]
        self._small = frozenset(word for text in texts for word in _OWN_SMALL.findall(folded(text)))
        listed = [one.name for one in directory.people]
        whole = [] if own else [one.words for text in texts for one in self._whole(folded(text))]
        self.people = (*directory.people, *_more_people(whole, directory))
        self.numbers = Numbers("persoon" if dutch else "person", [*listed, *whole])
        self._known: dict[tuple[str, bool], tuple[persons.Name, ...]] = {}
        self._by_word: dict[str, list[int]] = {}
        self._initials = initials_of(directory)
        for place, one in enumerate(self.people):
            for word in set(_WORD.findall(folded(f"{one.name} {' '.join(self._initials.get(one.name, ()))}").lower())):
                self._by_word.setdefault(word, []).append(place)
        self._roles: dict[str, set[str]] = {}
        shared = Counter(one.function.lower() for one in directory.people)
        for one in directory.people:
            if one.function and shared[one.function.lower()] == 1 and one.function.lower() not in _NO_ROLE:
                self._role(one.name, f"{self._the} {one.function[:1].lower()}{one.function[1:]}")
        for text in texts:
            for name in self._found(text):
                told = beside(text, name, self._the)
                if told is not None:
                    self._role(name.words, told.words)

    def clean(self, block: Block, *, doubt: bool = True) -> Block:
        """The block as it may be published; what elzctl printed is public already."""
        if self.own:
            return block
        edits = [*self._contacts(block)]
        edits += [
            edit
            for edit in self._names(block, doubt=doubt)
            if not any(edit[0] < end and start < edit[1] for start, end, _ in edits)
        ]
        return replaced(block, sorted(edits))

    def text(self, words: str, lines: tuple[int, ...] = ()) -> str:
        """A title or a place as it may be published: houses and groups have the form of a name too."""
        return self.clean(Block(words, lines), doubt=False).text

    def _role(self, name: str, role: str) -> None:
        self._roles.setdefault(self.numbers.who(name), set()).add(role)

    def _names(self, block: Block, *, doubt: bool) -> Iterator[tuple[int, int, str]]:
        text = block.text
        for name in self._found(text, doubt=doubt):
            told = beside(text, name, self._the)
            roles = self._roles.get(self.numbers.who(name.words), set())
            first, last = (told.first, told.last) if told else (name.first, name.last)
            first -= text[max(0, first - 1) : first] == "@"
            if told is None and len(roles) != 1:
                mark = self.numbers.mark(name.words)
                self.unnamed.append(Changed(name.words, mark, block.lines))
                yield first, last, mark
                continue
            role = told.words if told else next(iter(roles))
            self.changed.append(Changed(name.words, role, block.lines))
            opens = _SENTENCE.search(text[max(0, first - 8) : first] if first > 8 else text[:first])
            gap = " " if text[last - 1 : last] == "," and text[last : last + 1] not in (" ", "") else ""
            yield first, last, (role[:1].upper() + role[1:] if opens else role) + gap

    def _found(self, text: str, *, doubt: bool = True) -> tuple[persons.Name, ...]:
        """The names in a text: of people in the list, and what looks like a name; the whole of each."""
        if (text, doubt) not in self._known:
            self._known[text, doubt] = tuple(self._looked_for(text, doubt=doubt))
        return self._known[text, doubt]

    def _looked_for(self, text: str, *, doubt: bool) -> Iterator[persons.Name]:
        plain, at = places(text)
        near = self._near(plain)
        taken: list[persons.Name] = []
        covered = bytearray(len(plain))
        looks = [
            one
            for one in chain(persons.find(plain), doubtful.find(plain, self._small) if doubt else ())
            if not self._is_no_person(plain, one)
        ]
        whole = (one for one in looks if " " in one.words)
        for name in chain(self._listed(plain, near), whole, self._parts(plain, near), looks):
            if not any(covered[name.first : name.last]):
                covered[name.first : name.last] = b"\x01" * (name.last - name.first)
                taken.append(name)
        for name in sorted(taken):
            first, last = map(at.__getitem__, with_initials(plain, name))
            words = name.words if name.words != plain[name.first : name.last] else text[first:last]
            yield persons.Name(first, last, words)

    def _near(self, plain: str) -> list[Person]:
        """The people of the list of whose names or initials a word stands in a text."""
        words = {form for word in _WORD.findall(plain.lower()) for form in (word, word.removesuffix("s"))}
        there = {place for word in words for place in self._by_word.get(word, ())}
        return [self.people[place] for place in sorted(there)]

    def _whole(self, plain: str) -> Iterator[persons.Name]:
        """Full names that a text has, and those that only look like one."""
        looks = chain(persons.find(plain), doubtful.find(plain, self._small))
        return (one for one in looks if " " in one.words and not self._is_no_person(plain, one))

    def _listed(self, plain: str, near: Sequence[Person]) -> Iterator[persons.Name]:
        """The people of the list, by their whole names and their initials."""
        for one in sorted(near, key=lambda one: len(one.name), reverse=True):
            name = folded(one.name)
            if " " in name:
                yield from _matches(name, plain, any_case=True)
                yield from _addresses(name, plain)
        for one in near:
            for initials in self._initials.get(one.name, ()):
                yield from (match._replace(words=one.name) for match in _matches(initials, plain))

    def _parts(self, plain: str, near: Sequence[Person]) -> Iterator[persons.Name]:
        """The people of the list, by their first names and surnames alone."""
        for one in near:
            first = persons.first_name(one.name)
            is_listed = one.presence != _NOT_LISTED
            if len(first) > 2 and (is_listed or first.lower() not in self._small):
                yield from _matches(first, plain, possessive=True)
                if "@" in plain:
                    called = re.finditer(rf"(?<=@){re.escape(first)}(?![\w-])", plain, re.IGNORECASE)
                    yield from (persons.Name(one.start(), one.end(), one[0]) for one in called)
            last = persons.surname(one.name)
            own = last[len(last) - len(last.lstrip(_SMALL_LETTERS)) :]
            if len(own) > 3 and own.lower() not in self._small:
                found = _matches(last, plain, any_case=own != last)
                yield from (match for match in found if not _is_of_a_name(plain, match.first))

    def _is_no_person(self, plain: str, name: persons.Name) -> bool:
        """True for an actor, a part of the name of one, and a name that is a word too where nothing shows that it is one."""
        words = name.words
        if self.directory.actors.find(words) is not None or persons.is_of_organisation(plain, name):
            return True
        return words.lower() in persons.AMBIGUOUS and self.directory.person(words) is None

    def _contacts(self, block: Block) -> Iterator[tuple[int, int, str]]:
        for first, last in secrets(block.text):
            self.hidden.append(Changed(block.text[first:last], HIDDEN, block.lines))
            yield first, last, HIDDEN


def _more_people(whole: Sequence[str], directory: Directory) -> Iterator[Person]:
    """Who is named in full in the text alone: each once."""
    known = {persons.key(one.name) for one in directory.people}
    for words in dict.fromkeys(whole):
        if persons.key(words) not in known:
            known.add(persons.key(words))
            yield Person(words, _NOT_LISTED)


def _matches(words: str, plain: str, *, any_case: bool = False, possessive: bool = False) -> Iterator[persons.Name]:
    """Where words stand, whatever the blanks between them; with *any_case* ``van`` may be ``Van``, *possessive* has an s more."""
    pattern = r"\s+".join(map(re.escape, words.split()))
    end = "(?=s?(?![\\w-]))" if possessive else "(?![\\w-])"
    for match in re.finditer(rf"(?<![\w-]){pattern}{end}", plain, re.IGNORECASE if any_case else 0):
        yield persons.Name(match.start(), match.end(), match[0])


def _addresses(name: str, plain: str) -> Iterator[persons.Name]:
    """``voornaam.achternaam``, as addresses have it, where nothing else shows one."""
    if "." in plain or "_" in plain:
        first = persons.first_name(name)
        last = "".join(persons.surname(name).split())
        pattern = rf"(?<![\w.@-]){re.escape(first)}[._]{re.escape(last)}(?![\w@-])"
        for match in re.finditer(pattern, plain, re.IGNORECASE) if first and last else ():
            yield persons.Name(match.start(), match.end(), name)


def _is_of_a_name(plain: str, place: int) -> bool:
    """True behind a word with a capital that is no function: ``ELZ Dender``."""
    before = _CAPITAL_BEFORE.search(plain[max(0, place - 60) : place])
    return bool(before) and not re.search(FUNCTION, before[1] if before else "")
