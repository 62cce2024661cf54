"""Who does something, from the words of minutes: actors, people (who stay private), or nobody in particular."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from elzctl.intake import persons
from elzctl.intake.called_as_house import is_called_so, of_that_house
from elzctl.intake.minutes.behind_function import by_function, hides_one, somebody
from elzctl.intake.minutes.draft import Person, Who
from elzctl.intake.minutes.given_letters import first_letters, given_letters
from elzctl.intake.minutes.housed import housed, may_be_somebody, shows_house, unwrapped
from elzctl.intake.minutes.places import is_street
from elzctl.intake.minutes.sentence_names import is_said
from elzctl.intake.minutes.spelled_so import ending_so, is_spelled_so, slashed
from elzctl.intake.minutes.words import EMPTY, EVERYBODY
from elzctl.intake.named import one_line, shown, whole
from elzctl.intake.nobody import is_nobody
from elzctl.intake.several_places import each_house
from elzctl.intake.trades import is_office
from elzctl.intake.unnamed import is_open
from elzctl.intake.veiled import FUNCTION
from elzctl.intake.who import Actors

_SPLIT = re.compile(
    r"\s*(?:[,;+&\n]|\s/\s|(?<=[A-Za-z])/(?=[A-Za-z])|\s+(?:en|and|i\.s\.m\.|samen met|in samenwerking met|met)\s+)\s*(?![^()]*\))"
)
_APART = re.compile(r"\s*[,;+&\n]\s*(?![^()]*\))")
_HEAD = re.compile(r"(?i)\A(?:door|by|wie|who|trekker|verantwoordelijke)\s*:?\s+")
_ORGAN = re.compile(
    r"(?i)\b(?:co[öo]rdinator|coördinatie|voorzit(?:ter|ster)|secretaris|secretariaat|bestuur|besturen|gemeenten?|stad|werkgroep|stuurgroep|kerngroep"
    r"|bestuursorgaan|dienst|team|partners?|ocmw|wzc|woonzorgcentr\w*|huisartsen\w*|apothekers?|netwerk|cluster\w*|verantwoordelijke|mutualiteit(?:en)?"
    r"|ziekenhui(?:s|zen)|lokale? bestur?\w*|elz|zone|clubs?|scholen|school|bibliotheek|chair|secretary|board|municipalit\w+|coordinator|committee)\b"
)
# Words before the name of a region, which then is that of a house.
_HOUSE = re.compile(r"(?:Logo|Zorgbedrijf|Welzijnshuis) [A-ZÀ-Þ]")
# Before the first of these stands what a name in small letters is of: no organ in *subsidie van de stad*.
_HEAD_OF = re.compile(r"(?<=\w)\s(?:van|aan|voor|naar|in|op|bij|over|om|of|for|to|at)\s")
_FUNCTION = re.compile(FUNCTION)
_INITIALS = re.compile(r"[A-Z]{2,4}\Z|(?:[A-Z]\.){2,4}\Z")
_FIRST_AND_LETTER = re.compile(r"(?P<first>[A-ZÀ-Þ][^\W\d_]+)\s(?P<letter>[A-Z])")
_MOST_WORDS = 7
_MOST_OF_PLACE = 3  # words that a place has fewer of
_SHORTEST_FIRST = 3  # characters of a word that stands for a whole name
# Abbreviations of things that lists of actions are about.
_THINGS = frozenset(
    "AED AI BTW CAO CC CD CV EHBO EU FAQ FB GDPR GPS HR ICT ID IT NB OK PB PC PDF PPT PR PS PV QR SDG SMS SOS TO DO TV URL VIP VR WG WP".split()
)
_COMMON = frozenset(
    "de den het een ons onze the dienst huis centrum stad gemeente cluster netwerk werkgroep team lokaal lokale sociaal groep vlaamse".split()
)

OWN_WORDS = frozenset("ik ikzelf mezelf mijzelf ikke ondergetekende myself me i".split())
"""What somebody who writes says of themselves."""


class Directory:
    """The people of a document with their organisations, and the actors of the plan."""

    def __init__(
        self, actors: Actors, people: Iterable[Person] = (), there: Iterable[str] = (), houses: Iterable[str] = ()
    ) -> None:
        """*people* are those that the document lists, *there* the organisations; *houses* are others that its text names."""
        self.houses = tuple(houses)
        self.with_house: set[str] = set()
        self.actors = actors
        self.made: set[str] = set()  # actors that nothing but their place in this document makes ones
        self.people = tuple(people)
        typed = tuple(there)
        self._small = tuple(name for name in typed if name[:1].islower())
        self._there = tuple(dict.fromkeys(map(shown, typed)))
        self._by_first = Counter(name.split()[0] for name in self._there if " " in name)
        self.words_of_houses = frozenset(re.findall(r"\w+", " ".join((*typed, *self.houses))))
        self._first = {name.split()[0]: name for name in self._there}
        self._first |= slashed(self._there)
        self._by_first.update(word for word, name in slashed(self._there).items() if not name.startswith(word))
        self._by_key: dict[str, list[Person]] = {}
        for one in self.people:
            words = persons.key(one.name).split()
            first = persons.first_name(one.name).lower()
            letters = {first_letters(one.name), *given_letters(one.name, one.note, self.words_of_houses)}
            for key in {persons.key(one.name), first, *words[1:][-1:], *letters, *by_function(one)}:
                if key:
                    self._by_key.setdefault(key, []).append(one)

    def person(self, words: str) -> Person | None:
        """The one person of the document with that name, first name or surname, or those initials."""
        bare = words.strip(" .,;:()")
        key = bare.replace(".", "") if _INITIALS.match(bare) else persons.key(bare)
        found = self._by_key.get(key, []) or self._shortened(bare)
        names = {persons.key(one.name) for one in found}
        return next((one for one in found if one.organisation), found[0]) if len(names) == 1 else None

    def _shortened(self, bare: str) -> list[Person]:
        """Those who are meant with a first name and one letter of the surname."""
        match = _FIRST_AND_LETTER.fullmatch(bare)
        named = self._by_key.get(persons.key(match["first"]), []) if match is not None else []
        letter = match["letter"].lower() if match is not None else ""
        return [one for one in named if any(word[0] == letter for word in persons.surname(one.name).lower().split())]

    def actor(self, words: str, *, placed: bool = False) -> str | None:
        """The actor with that name, or the only one that was there whose name begins so: *de Apothekersbond*.

        Unless it is *placed* where only names stand, a word that is Dutch too has to be written as a name.
        """
        known = self._known(words)
        if known is None or placed:
            return known
        register = self.actors.names if known in self.actors.names else self.actors.new
        return known if is_spelled_so(words, (*register.get(known, ()), *self._small)) else None

    def _known(self, words: str) -> str | None:
        known = self.actors.find(words) or self.actors.find(ending_so(words, self._there))
        if known is not None or not words.strip():
            return known
        if " " in (first := shown(words)):
            return self._beginning(first)
        is_one = self._by_first[first] == 1 and len(first) >= _SHORTEST_FIRST and first.lower() not in _COMMON
        return self.actors.find(self._first[first]) if is_one else None

    def _beginning(self, words: str) -> str | None:
        """The only one that was there whose name begins with these words: *Lokaal bestuur*."""
        found = [name for name in self._there if name.lower().startswith(f"{words.lower()} ")]
        return self.actors.find(found[0]) if len(found) == 1 else None

    def is_person(self, words: str) -> bool:
        """True for somebody of the document, or what looks like a person and is no actor."""
        bare = words.strip(" .,;:()")
        if self.actor(bare) is not None:
            return False
        return bool(self.person(bare)) or persons.is_person(bare) or hides_one(bare) or is_called_so(bare, self.actor)

    def who(self, text: str, *, sure: bool) -> Who | None:
        """Who these words name.  With *sure* they stand where a name belongs; else ``None`` when they may be other words."""
        plain = unwrapped(_HEAD.sub("", " ".join(text.split())))
        if plain.lower() in EMPTY:
            return Who()
        known = self.actor(plain, placed=sure)
        if known is not None or self.is_person(plain):
            return self._of(known, plain) if known is not None else self._one(plain, sure=False)
        ids, people, rest, is_new, is_short = list[str](), list[str](), list[str](), False, False
        for bit in self._bits(plain):
            one = self._one(bit, sure=sure)
            if one is None:
                if not sure:
                    return None
                rest.append(bit)
                continue
            ids += one.ids
            people += one.people
            rest += [one.rest] if one.rest else []
            is_new, is_short = is_new or one.is_new, is_short or one.is_short
        return Who(tuple(dict.fromkeys(ids)), tuple(dict.fromkeys(people)), ", ".join(rest), is_new, is_short)

    def _of(self, actor: str, name: str) -> Who:
        """That actor; its name is short for another when more than a place is left out of it: *Logo* is *Logo Meerland*."""
        whole = next((one for one in self._there if self.actors.find(one) == actor), "")
        rest = whole.removeprefix(shown(name)).split()
        is_short = self.actors.find(name) is None and not (len(rest) < _MOST_OF_PLACE and all(map(_has_capital, rest)))
        return Who((actor,), is_new=actor in self.made, is_short=is_short)

    def of_house(self, name: str) -> Who | None:
        """Somebody with an organisation that the document names: ``Voornaam (CAW)``; ``None`` for other words."""
        if (told := somebody(name, self)) is not None:
            return told
        for one in housed(name):
            known = next(filter(None, (self.actor(bit, placed=True) for bit in _APART.split(one.house))), None)
            listed = self.person(one.who)
            if listed is not None and (listed.organisation or known):
                self.with_house.add(name)
                return Who((known or self.actors.ref(listed.organisation),), (name,))
            house = known or (one.house if one.house in self.houses or shows_house(one.house) else None)
            if house and self.actor(one.who) is None and may_be_somebody(one):
                self.with_house.add(name)
                new = self.new(house) if known is None else Who((house,))
                return new._replace(people=(name,)) if new is not None else None
            if not one.is_said and persons.is_person(one.who):
                return Who((), (name,))
        return None

    def new(self, name: str) -> Who | None:
        """An organisation that the document names nowhere else; ``None`` for a sentence, which is none."""
        ref = "" if is_said(name) else self.actors.ref(name)
        self.made.add(ref)
        return Who((ref,), is_new=True) if ref else None

    def is_unexplained(self, actor: str) -> bool:
        """True for an actor that is new, and called by a few capitals that nobody explains."""
        name = self.actors.new.get(actor, ("",))[0] if actor in self.made else ""
        return re.fullmatch(r"[A-Z]{2,4}", name) is not None and not persons.is_known_short(name)

    def speaks_as(self, sender: Person | None) -> None:
        """*Ikzelf* in the text is the *sender* of the mail."""
        for word in OWN_WORDS if sender is not None else ():
            self._by_key[word] = [sender] if sender is not None else []

    def was_there(self, words: str) -> bool:
        """True for one of those that the document lists, and for somebody of them."""
        known = self.actor(words)
        there = {self.actors.find(name) for name in (*self._there, *(one.organisation for one in self.people))}
        return self.person(words) is not None if known is None else known in there

    def all_known(self, words: str) -> Who | None:
        """Several people or actors, each of them known; ``None`` when one of them is not."""
        bits = self._bits(words.strip(" .,;:"))
        if len(bits) < 2 or not all(self.actor(bit) is not None or self.person(bit) is not None for bit in bits):
            return None
        return self.who(words, sure=False)

    def _holds_person(self, name: str) -> bool:
        """True for words with the name of somebody of the list in them: *Voornaams team*."""
        words = (re.sub(r"['’]?s\Z", "", word) for word in name.split() if word[:1].isupper())
        return any(len(word) > 2 and not _ORGAN.search(word) and self.person(word) for word in words)

    def _is_shown(self, name: str) -> bool:
        """True for words that show an organisation or a function; a lone name with a capital might be a first name."""
        return bool(
            len(name.split()) > 1 or _ORGAN.search(name) or _FUNCTION.search(name)
        ) or persons.shows_organisation(name)

    def _goes_on(self, words: Sequence[str]) -> bool:
        """True for words that begin with a name that is known, and go on in small letters: ``CAW nalezen``."""
        last = words[-1]
        return (
            last.islower()
            and last.endswith("en")
            and any(self._known(" ".join(words[:at])) for at in range(1, len(words)))
        )

    def _bits(self, plain: str) -> Sequence[str]:
        """The names that commas and "en" join, but for those that are one name."""
        plain = each_house(plain, lambda words: self.actors.find(words) is not None)
        apart = [bit for bit in _APART.split(whole(plain, self.actors.joined)) if bit]
        parted = (bit for one in apart for bit in ([one] if self.actor(one_line(one)) else _SPLIT.split(one)))
        bits = [one_line(bit) for bit in parted if bit]
        if len(bits) > 1 and not any(self.actor(bit) or self.is_person(bit) for bit in bits):
            from elzctl.intake.who import names

            return names(plain) or bits
        return bits

    def _one(self, bit: str, *, sure: bool) -> Who | None:
        name = unwrapped(bit)
        is_listed = _INITIALS.match(name) is not None and self.person(name) is not None
        if not name or (is_open(name) and not is_listed):
            return Who(rest=name)
        own = self.person(name) if name.lower() in OWN_WORDS else None
        if own is not None:
            return Who((self.actors.ref(own.organisation),) if own.organisation else (), (own.name,))
        known = self.actor(name, placed=sure)
        if known is not None:
            return self._of(known, name)
        if (of_house := self.of_house(name)) is not None:
            return of_house
        if is_nobody(name) or name.lower() in EVERYBODY:
            if persons.has_first_name(name):
                return Who((), (name,))
            is_group = not is_nobody(name) and " " in name  # "alle partners" do something together
            return Who((self.actors.ref(name),), is_new=True) if is_group else Who(rest=name)
        person = self.person(name) or of_that_house(name, self.people)
        if person is not None or persons.is_person(name) or is_called_so(name, self.actor):
            ref = self.actors.ref(person.organisation) if person is not None and person.organisation else ""
            return Who((ref,) if ref else (), (name,))
        words = name.split()
        if len(words) > _MOST_WORDS or re.match(r"(?i)(?:nr|n°|no|punt|actie|point|item)\b\.?\s*\d", name):
            return None
        is_name = name[:1].isupper() or bool(_ORGAN.search(_HEAD_OF.split(name)[0])) or is_office(words[-1])
        if not is_name or (not sure and (not _is_telling(name) or _is_task(name))) or is_street(name):
            return None
        if _is_two_letters(name) or persons.may_be_person(name) or persons.has_first_name(name):
            return Who((), (name,))
        if not self._is_shown(name) or self._holds_person(name):
            return Who((), (name,))
        return None if self._goes_on(words) else self.new(name)


def _has_capital(word: str) -> bool:
    return word[:1].isupper()


def _is_two_letters(name: str) -> bool:
    """True for initials, of whomever: two letters that are no abbreviation that is known everywhere."""
    return re.fullmatch(r"[A-Z]{2}", name) is not None and not persons.is_known_short(name)


def _is_task(name: str) -> bool:
    """True for words in small letters that end in a verb: *nieuwe voorzitter voorstellen*."""
    last = name.rpartition(" ")[2]
    return name[:1].islower() and " " in name and last.endswith("en") and _ORGAN.search(last) is None


def _is_telling(name: str) -> bool:
    """True for an abbreviation, the name of an organisation or of a function, which are no other words."""
    is_name = _ORGAN.search(name) or _HOUSE.match(name) or is_office(name.rsplit(maxsplit=1)[-1])
    return name not in _THINGS and (bool(is_name) or any(len(word) > 1 and word.isupper() for word in name.split()))
