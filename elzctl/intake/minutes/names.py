"""Names of natural persons, addresses and telephone numbers in the text of minutes: what may not stand in a public file.

A name makes way for the function that the document itself gives, or for a number; an organisation alone would say
something else than was said.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

from elzctl.intake import doubtful, dwellings, persons
from elzctl.intake.called_as_house import CalledAsHouses
from elzctl.intake.enumerated import enumerated
from elzctl.intake.folded import folded, places
from elzctl.intake.homes import hosts
from elzctl.intake.houses import Houses
from elzctl.intake.inside import Inside
from elzctl.intake.minutes import behind_function
from elzctl.intake.minutes.attendance import is_in_doubt
from elzctl.intake.minutes.draft import Person
from elzctl.intake.minutes.initials import initials_of
from elzctl.intake.minutes.matched import is_of_another, matches
from elzctl.intake.minutes.who import Directory
from elzctl.intake.paper import Block, Paper
from elzctl.intake.speaking import speaking
from elzctl.intake.surnames import halves
from elzctl.intake.undecided import undecided
from elzctl.intake.veiled import Numbers, beside, clear_of, replaced, secrets, with_initials
from elzctl.record import NamedTuple
from elzctl.traces import HIDDEN
from elzctl.wording import Message

_SENTENCE = re.compile(r"(?:\A|[.!?:]\s+|[–—-]\s+)\Z")
_SMALL_LETTERS = "abcdefghijklmnopqrstuvwxyz' "
_NO_ROLE = frozenset("lid leden member vrijwilliger deelnemer verslag partner".split())
_WORD = re.compile(r"\w+")
_OWN_SMALL = re.compile(r"(?<![\w.@/=?&-])[a-z]+(?![\w@-]|\.\w)")
_DOTTED = re.compile(r"(?<![\w.])(?:[A-Z]\. ?){2,4}")
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
        self._seen: dict[tuple[str, bool], tuple[persons.Name, ...]] = {}
        texts = [block.text for block in blocks]
        known = _names_of(directory)
        self._houses = Houses([*known, *enumerated(texts, known)])
        self._called = CalledAsHouses(texts, directory.people, self._houses)
        self._small = frozenset(word for text in texts for word in _OWN_SMALL.findall(folded(text)))
        listed = [one.name for one in directory.people]
        whole = [] if own else [one.words for text in texts for one in self._whole(folded(text))]
        self.people = (*directory.people, *_more_people(whole, directory))
        self.numbers = Numbers("persoon" if dutch else "person", [*listed, *whole, *self._called.names])
        self._inner = Inside([one.name for one in self.people], self._small)
        self._known: dict[tuple[str, bool], tuple[persons.Name, ...]] = {}
        self._by_word: dict[str, list[int]] = {}
        self._initials = initials_of(directory)
        for place, one in enumerate(self.people):
            for word in set(_WORD.findall(folded(f"{one.name} {' '.join(self._initials.get(one.name, ()))}").lower())):
                self._by_word.setdefault(word, []).append(place)
        self._roles: dict[str, set[str]] = {}
        shared = Counter(one.function.lower() for one in directory.people)
        for one in directory.people:
            does = one.function.lower()
            if behind_function.is_role(does) and shared[does] == 1 and does not in _NO_ROLE:
                self._role(one.name, f"{self._the} {one.function[:1].lower()}{one.function[1:]}")
        for text in texts:
            for name in self._found(text):
                told = beside(text, name, self._the)
                roles = self._roles.get(self.numbers.who(name.words), set())
                if told is not None and not any(told.words.startswith(f"{role},") for role in roles):
                    self._role(name.words, told.words)

    def clean(self, block: Block, *, doubt: bool = True) -> Block:
        """The block as it may be published; what elzctl printed is public already."""
        if self.own:
            return block
        edits = [*self._contacts(block)]
        edits += self._inside(block, edits)
        edits += self._homes(block, edits, doubt=doubt)
        edits += [
            edit
            for edit in self._names(block, doubt=doubt)
            if not any(edit[0] < end and start < edit[1] for start, end, _ in edits)
        ]
        open_block, links = self._inner.unlinked(block)
        self.hidden += [Changed(link, HIDDEN, block.lines) for link in links]
        return replaced(open_block, sorted(edits))

    def undecided(self, paper: Paper) -> Message | None:
        """What to tell of words that might name somebody, and stay as they are."""
        if self.own:
            return None
        known = _names_of(self.directory)
        return undecided(
            paper,
            self._small,
            known,
            lambda text: chain(self._found(text), self._inner.names(text)),
            [one.name for one in self.people],
        )

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
            role = told.words if told else behind_function.only(roles, text, name)
            if not role:
                mark = self.numbers.mark(name.words)
                self.unnamed.append(Changed(name.words, mark, block.lines))
                yield first, last, mark
                continue
            first = first if told else behind_function.begins(text, first)
            self.changed.append(Changed(name.words, role, block.lines))
            opens = _SENTENCE.search(text[max(0, first - 8) : first] if first > 8 else text[:first])
            gap = behind_function.gap(text, last, is_told=told is not None)
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
        looks = self._looks(plain, doubt=doubt)
        whole = [one for one in looks if " " in one.words]

        def take(names: Iterable[persons.Name]) -> None:
            for name in names:
                if not any(covered[name.first : name.last]):
                    covered[name.first : name.last] = b"\x01" * (name.last - name.first)
                    taken.append(name)

        at_home = (persons.Name(first, last, plain[first:last]) for first, last in hosts(plain))
        take(
            chain(
                self._listed(plain, near),
                whole,
                self._cleared(plain, at_home),
                self._cleared(plain, self._parts(plain, near)),
                looks,
            )
        )
        if doubt:
            beside_them = doubtful.joined(plain, tuple(taken), self._small)
            take(self._cleared(plain, (one for one in beside_them if not self._is_no_person(plain, one))))
        for name in self._called.among(plain, taken):
            first, last = map(at.__getitem__, with_initials(plain, name))
            words = name.words if name.words != plain[name.first : name.last] else text[first:last]
            yield persons.Name(first, last, words)

    def _looks(self, plain: str, *, doubt: bool) -> tuple[persons.Name, ...]:
        """What looks like the name of a person, and is of no house."""
        if (plain, doubt) not in self._seen:
            self._seen[plain, doubt] = tuple(self._look(plain, doubt=doubt))
        return self._seen[plain, doubt]

    def _look(self, plain: str, *, doubt: bool) -> Iterator[persons.Name]:
        in_doubt = chain(doubtful.find(plain, self._small), speaking(plain, self._small)) if doubt else ()
        found = chain(persons.find(plain), in_doubt, behind_function.named(plain) if doubt else ())
        return self._cleared(plain, (one for one in found if not self._is_no_person(plain, one)))

    def _cleared(self, plain: str, names: Iterable[persons.Name]) -> Iterator[persons.Name]:
        found = list(names)
        spans = tuple(self._houses.spans(plain)) if found else ()
        return filter(None, (clear_of(one, spans, plain) for one in found))

    def _near(self, plain: str) -> list[Person]:
        """The people of the list of whose names or initials a word stands in a text."""
        words = {form for word in _WORD.findall(plain.lower()) for form in (word, word.removesuffix("s"))}
        words.update(one.replace(".", "").replace(" ", "").lower() for one in _DOTTED.findall(plain))
        there = {place for word in words for place in self._by_word.get(word, ())}
        return [self.people[place] for place in sorted(there)]

    def _whole(self, plain: str) -> Iterator[persons.Name]:
        """Full names that a text has, and those that only look like one."""
        looks = self._looks(plain, doubt=True)
        return (one for one in looks if " " in one.words or not persons.is_person(one.words))

    def _listed(self, plain: str, near: Sequence[Person]) -> Iterator[persons.Name]:
        """The people of the list, by their whole names and their initials."""
        for one in sorted(near, key=lambda one: len(one.name), reverse=True):
            name = folded(one.name)
            if " " in name:
                yield from matches(name, plain, any_case=True)
        for one in near:
            for initials in self._initials.get(one.name, ()):
                dotted = re.finditer(rf"(?<![\w.]){'[.] ?'.join(initials)}\.(?!\w)", plain)
                yield from (match._replace(words=one.name) for match in matches(initials, plain))
                yield from (persons.Name(match.start(), match.end(), one.name) for match in dotted)

    def _parts(self, plain: str, near: Sequence[Person]) -> Iterator[persons.Name]:
        """The people of the list, by their first names and surnames alone."""
        for one in near:
            first = persons.first_name(one.name)
            is_listed = one.presence != _NOT_LISTED
            is_sure = is_listed and not is_in_doubt(one)  # of the others a word of the text is no first name
            if len(first) > 2 and (is_sure or first.lower() not in self._small):
                yield from matches(first, plain, possessive=True)
                yield from matches(first.upper(), plain)
                yield from self._small_first(first, plain, is_listed=is_listed)
            last = persons.surname(one.name)
            for part in (last, *halves(last or one.name)):
                own = part[len(part) - len(part.lstrip(_SMALL_LETTERS)) :]
                if len(own) > (2 if is_listed else 3) and own.lower() not in self._small:
                    found = chain(
                        matches(part, plain, any_case=own != part, possessive=is_listed), matches(part.upper(), plain)
                    )
                    named = (match if part == last else match._replace(words=one.name) for match in found)
                    yield from (match for match in named if not is_of_another(part, plain, match.first))

    def _small_first(self, first: str, plain: str, *, is_listed: bool) -> Iterator[persons.Name]:
        """A first name in capitals or small letters: behind ``@``, and of the list when it is a name and no word."""
        if "@" in plain:
            called = re.finditer(rf"(?<=@){re.escape(first)}(?![\w-])", plain, re.IGNORECASE)
            yield from (persons.Name(one.start(), one.end(), one[0]) for one in called)
        if is_listed and len(first) > 3 and persons.is_person(first) and first.lower() not in persons.AMBIGUOUS:
            yield from matches(first, plain, any_case=True)

    def _is_no_person(self, plain: str, name: persons.Name) -> bool:
        """True for an actor, a part of the name of one, and a name that is a word too where nothing shows that it is one."""
        words = name.words
        if self.directory.actors.find(words) is not None or persons.is_of_organisation(plain, name):
            return True
        return words.lower() in persons.AMBIGUOUS and self.directory.person(words) is None

    def _homes(
        self, block: Block, edits: Sequence[tuple[int, int, str]], *, doubt: bool
    ) -> Iterator[tuple[int, int, str]]:
        """Where people live, who are named beside it."""
        people = [(name.first, name.last) for name in self._found(block.text, doubt=doubt)]
        for first, last in dwellings.dwellings(block.text, people):
            if not any(first < end and start < last for start, end, _ in edits):
                self.hidden.append(Changed(block.text[first:last], HIDDEN, block.lines))
                yield first, last, HIDDEN

    def _inside(self, block: Block, edits: Sequence[tuple[int, int, str]]) -> Iterator[tuple[int, int, str]]:
        """Names of files and addresses in which somebody is named."""
        for first, last, whose, is_address in self._inner.find(block.text):
            if any(first < end and start < last for start, end, _ in edits):
                continue
            words = block.text[first:last]
            mark = HIDDEN if is_address else self.numbers.mark(whose)
            (self.hidden if is_address else self.unnamed).append(Changed(words, mark, block.lines))
            yield first, last, mark

    def _contacts(self, block: Block) -> Iterator[tuple[int, int, str]]:
        for first, last in secrets(block.text):
            self.hidden.append(Changed(block.text[first:last], HIDDEN, block.lines))
            yield first, last, HIDDEN


def _names_of(directory: Directory) -> list[str]:
    """All names of all actors, those of the plan and the new ones."""
    registers = (directory.actors.names, directory.actors.new)
    return [*(name for actors in registers for named in actors.values() for name in named), *directory.houses]


def _more_people(whole: Sequence[str], directory: Directory) -> Iterator[Person]:
    """Who is named in full in the text alone: each once."""
    known = {persons.key(one.name) for one in directory.people}
    for words in dict.fromkeys(whole):
        if persons.key(words) not in known:
            known.add(persons.key(words))
            yield Person(words, _NOT_LISTED)
