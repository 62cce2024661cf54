"""What of a plan may not be published: contacts, and names of people where something shows that they are names.

A label such as *Contactpersoon:*, a title, a common first name, or the form of a name with nothing that shows something else.
Who is named in full in one place is known in the others by first name or surname.  A first name that is a word too stays
alone, and so does a professor without a first name, who is quoted.
"""

from __future__ import annotations

import re
from bisect import bisect_left, insort
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

from elzctl.intake import doubtful, namesakes, persons, surnames
from elzctl.intake.called_as_house import CalledAsHouses, is_called_so
from elzctl.intake.dwellings import dwellings
from elzctl.intake.enumerated import enumerated
from elzctl.intake.folded import folded, places
from elzctl.intake.homes import hosts
from elzctl.intake.houses import Houses
from elzctl.intake.inside import Inside
from elzctl.intake.paper import Block, Paper
from elzctl.intake.plan import alone
from elzctl.intake.plan.partners import partners_of
from elzctl.intake.plan.signed import of_things, signing
from elzctl.intake.plan.villages import is_of_village, villages, without_village
from elzctl.intake.shown_houses import shown
from elzctl.intake.towns import is_place
from elzctl.intake.undecided import undecided
from elzctl.intake.veiled import Numbers, Told, beside, clear_of, replaced, secrets, with_initials
from elzctl.terms import Tongue
from elzctl.traces import HIDDEN
from elzctl.wording import Message

# Behind these a person stands, or an organisation.
_LABEL = re.compile(
    r"(?i:\b(?:(?:contactpersonen|contactpersoon|aanspreekpersoon|secretaris|penningmeester|(?:onder)?voorzit(?:ter|ster)s?|(?:\w+ )?schepen|burgemeester"
    r"|contact person|secretary|treasurer|chair(?:person)?)|contact|\w*verantwoordelijken?|aanspreekpunt|co[öo]rdinator|coordinator|trekkers?|projectleiders?|lead)\s*:\s*)"
)
_LISTED = re.compile(r"[^,;/()–|.\d]{1,80}?(?=\s*(?:[,;/()–|.\d]|\s(?:en|and|&|tel|gsm|e-?mail|van|bij)\b|\Z))")
_TITLED = re.compile(r"(?i)(?:dhr|mevr|mw|mrs?|ms|drs?|ir|ing|de heer|mevrouw|meneer|dokter)\b")
_QUOTED = re.compile(r"(?i:prof)\.?\s+\S+")
# What an article, what it is, or how it is used shows to be a thing, and a word of a numbered title.
_THING = re.compile(
    r"\b(?:[Dd]e|[Hh]et|the|(?:[Dd]igitale? )?(?:platform|project|toepassing|applicatie|app|webapp|tool|website|software|systeem|portaal|organisatie|dienst|vzw|campagne|methodiek|service|project)|[Vv]ia|met behulp van)\s[\"'“„‘]?(?P<behind>[A-Z][\w-]+)(?!\s[A-Z])"
    r"|(?<![\w-])(?P<before>[A-Z][\w-]+)(?:\s(?:vzw|npo|cv|bv)\b|-(?:app|platform|project|werking|team|toepassing|gebruikers?|account)\b)"
)
_NUMBERED = re.compile(r"(?:[A-Za-z]+\s)?\d+(?:\.\d+)+\.?:?\s+(?P<title>\S.{0,200})")
_BEHIND_PROF = re.compile(r"(?i)\bprof(?:essor)?\.?\s+\Z")
_SMALL = re.compile(r"(?<![\w.@/=?&-])[a-z]+(?![\w@-]|\.\w)")
_LETTERS = re.compile(r"(?<![\w.])[A-Z](?:\. ?[A-Z]){1,3}\.(?!\w)")
_SENTENCE = re.compile(r"(?:\A|[.!?]\s+)\Z")
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
        self._seen: dict[str, tuple[persons.Name, ...]] = {}
        partners = [name for text in texts for name in partners_of(text)]
        self._shown_houses = shown(texts)
        self._villages = villages(texts)
        houses = (*partners, *enumerated(texts, partners), *shown(texts, by_form=True))
        self._houses = Houses([name for name in houses if not is_called_so(name)])
        self._called_so = CalledAsHouses(texts, (), self._houses)
        self._things = frozenset(name for text in texts for name in _things(text))
        names = tuple(dict.fromkeys(one.words for text in texts for one in self._shown(text)))
        self._names = names
        self.numbers = Numbers("persoon" if is_dutch else "person", names)
        self._whole = _only((part, name) for name in names for part in self._parts(name))
        self._letters = _only((letters, name) for name in names for letters in _letters(name))
        self._shorts = of_things(texts, self._letters)
        self._inner = Inside(names, self._small)
        known = sorted({*names, *(part for name in names for part in self._parts(name))}, key=len, reverse=True)
        self._known = re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, known))})(?=s?(?![\w-]))") if known else None

    def _parts(self, name: str) -> Iterator[str]:
        """The first name and the surname in a name that are no words or places, and each half of a double one."""
        if " " not in name and not surnames.is_double(name):
            return
        last = persons.surname(name) or name
        for part in (persons.first_name(name), last, *surnames.halves(last)):
            bare = part.lower().split()[-1:]
            is_name = len(part) > _SHORTEST and not is_place(part) and alone.is_part(part)
            is_own = part == last and namesakes.is_sure(name)
            if is_name and bare and bare[0] not in self._small and (is_own or not persons.shows_organisation(part)):
                yield part
                yield part.upper()

    def clean(self, block: Block) -> Block:
        """The block as it may be published."""
        text = block.text
        found = tuple(self._found(text))
        edits = [(first, last, HIDDEN) for first, last in secrets(text)]
        edits += [
            (first, last, HIDDEN if is_address else self.numbers.mark(whose))
            for first, last, whose, is_address in self._inner.find(text)
            if not any(first < end and start < last for start, end, _ in edits)
        ]
        edits += [
            (first, last, HIDDEN)
            for first, last in dwellings(text, ((one.first, one.last) for one in found))
            if not any(first < end and start < last for start, end, _ in edits)
        ]
        for name in found:
            told = beside(text, name, self._the)
            edit = _told(told, text) if told else (name.first, name.last, self.numbers.mark(name.words))
            if not any(edit[0] < last and first < edit[1] for first, last, _ in edits):
                edits.append(edit)
        open_block, links = self._inner.unlinked(block)
        if not edits and not links:
            return block
        self.kept |= dict.fromkeys(links, HIDDEN)
        for first, last, words in edits:
            self.kept[text[first:last]] = words
        return replaced(open_block, sorted(edits))

    def _found(self, text: str) -> Iterator[persons.Name]:
        found = list(self._shown(text))
        called = self._known.finditer(text) if self._known is not None else ()
        more = [
            *(self._called(text, match) for match in called if not alone.is_no_name(text, match)),
            *(
                persons.Name(*match.span(), self._letters[bare])
                for match in (_LETTERS.finditer(text) if "." in text else ())
                if (bare := match[0].replace(".", "").replace(" ", "")) in self._letters
            ),
            *signing(text, self._letters, self._shorts),
        ]
        if found or more:
            plain = folded(text)
            spans = tuple(self._houses.spans(plain)) if len(plain) == len(text) else ()
            for name in more:
                is_free = _is_free(name, found)
                if is_free and clear_of(name, spans, text) is not None and not persons.is_of_organisation(text, name):
                    insort(found, name)
            for one in tuple(self._joined(text, found, spans)):
                if _is_free(one, found):
                    insort(found, one)
        lone = self._alone(text)
        yield from sorted([*found, lone] if lone is not None and not found else found)

    def _called(self, text: str, match: re.Match[str]) -> persons.Name:
        """Somebody who is named in full elsewhere, with the initials here."""
        name = persons.Name(match.start(), match.end(), match[0])
        first, last = with_initials(text, name)
        return persons.Name(first, last, self._whole.get(match[0], match[0]))

    def _alone(self, text: str) -> persons.Name | None:
        """A text that is the letters of somebody and nothing else: a cell of a table."""
        bare = text.strip(" .")
        whole = self._letters.get(bare)
        if whole is None or persons.is_known_short(bare):
            return None
        return persons.Name(text.index(bare), text.index(bare) + len(bare), whole)

    def _joined(
        self, text: str, found: Sequence[persons.Name], spans: Sequence[tuple[int, int]]
    ) -> Iterator[persons.Name]:
        """Names beside those that were found."""
        plain = folded(text)
        if len(plain) == len(text):  # each sign has its own place
            for name in doubtful.joined(plain, found, self._small):
                if clear_of(name, spans, plain) is not None:
                    yield name._replace(words=text[name.first : name.last])

    def _shown(self, text: str) -> tuple[persons.Name, ...]:
        """The names in a text that something in it shows to be of a person, each once, in order."""
        if text not in self._seen:
            self._seen[text] = tuple(self._looked_for(text))
        return self._seen[text]

    def _looked_for(self, text: str) -> Iterator[persons.Name]:
        plain, at = places(text)
        looks = (one for one in persons.find(plain) if _is_shown(one) and not _QUOTED.fullmatch(one.words))
        known = sorted(looks, key=lambda one: " " not in one.words)
        whole = [one for one in known if " " in one.words]
        behind = (name for label in _LABEL.finditer(plain) for name in _behind(plain, label.end()))
        found: list[persons.Name] = []
        at_home = [persons.Name(first, last, plain[first:last]) for first, last in hosts(plain)]
        all_of_them = list(chain(whole, at_home, doubtful.find(plain, self._small), known, behind))
        spans = tuple(self._houses.spans(plain)) if all_of_them else ()
        for look in all_of_them:
            before = plain[max(look.first - 12, 0) : look.first]
            is_other = persons.is_of_organisation(plain, look) or _BEHIND_PROF.search(before)
            name = None if is_other else without_village(clear_of(look, spans, plain), plain, self._villages)
            if name is not None and _is_free(name, found):
                insort(found, name)
        for one in self._called_so.among(plain, found):
            first, last = map(at.__getitem__, with_initials(plain, one))
            yield persons.Name(first, last, text[first:last])

    def undecided(self, paper: Paper, known: Sequence[str]) -> Message | None:
        """What to tell of words that might name somebody; *known* are the names of organisations."""
        return undecided(paper, self._small, (*known, *self._villages), self._anybody, self._names)

    def _anybody(self, text: str) -> Iterator[persons.Name]:
        return chain(self._found(text), self._inner.names(text))

    def knows(self, words: str) -> bool:
        """True for a name that the document gives to a person, or a part of one."""
        bare = words.strip(" .,;:")
        is_name = self._known is not None and self._known.fullmatch(bare) is not None
        return is_name or (bare in self._letters and not persons.is_known_short(bare))

    def names_one(self, words: str) -> bool:
        """True for words in which somebody is named."""
        return not self.is_house(words) and any(True for _ in self._found(words))

    def is_house(self, name: str) -> bool:
        """True for a first name that the document shows to be of an organisation, and for one with its village."""
        bare = name.strip(" .,;:")
        return bare in self._shown_houses or is_of_village(bare, self._villages)

    def may_act(self, name: str) -> bool:
        """True for a name that may be published as who leads or does something: what shows an organisation, and more words.

        In doubt one word, or two letters, are a person's.
        """
        bare = name.strip(" .,;:")
        if self.is_house(bare):
            return True
        if self.knows(bare) or persons.may_be_person(bare) or is_called_so(bare):
            return False
        is_short = re.fullmatch(r"[A-Z]{2}", bare) is not None and not persons.is_known_short(bare)
        is_lone = re.fullmatch(r"[A-Z][a-z]+(?:[ -][A-Z]\.?)?", folded(bare)) is not None
        if not (is_lone or is_short) or self._houses.has(bare) or bare in self._things or doubtful.is_product(bare):
            return True
        return not is_short and persons.shows_organisation(bare)

    def text(self, words: str) -> str:
        """A text of one line as it may be published."""
        return self.clean(Block(words, ())).text


def _things(text: str) -> Iterator[str]:
    """The words of a text that it shows to be names of things; no first name is one."""
    found = [re.sub(r"-[a-z]+\Z", "", one["behind"] or one["before"]) for one in _THING.finditer(text)]
    numbered = _NUMBERED.fullmatch(text)
    found += re.findall(r"(?<!\w)[A-Z][\w-]+", numbered["title"]) if numbered is not None else ()
    return (name for name in found if not persons.is_person(name))


def _told(told: Told, text: str) -> tuple[int, int, str]:
    """The function that a text gives of somebody, for the name: with a capital at the head of a sentence."""
    opens = _SENTENCE.search(text, max(0, told.first - 3), told.first) is not None
    return told.first, told.last, told.words[:1].upper() + told.words[1:] if opens else told.words


def _letters(name: str) -> Iterator[str]:
    """The first letters of a full name: ``XY``, and ``XYZ`` of *Xandrine Ypsilon-Zeta*."""
    words = [word for word in folded(name).split() if word[:1].isupper() and word[1:2] != "."]
    if persons.first_name(name) and len(words) > 1:
        yield "".join(word[0] for word in words)
        yield "".join(part[0].upper() for word in words for part in word.split("-") if part)


def _only(pairs: Iterable[tuple[str, str]]) -> dict[str, str]:
    """The name that each of these stands for, where it is one."""
    found: dict[str, set[str]] = {}
    for part, name in pairs:
        found.setdefault(part, set()).add(name)
    return {part: names.pop() for part, names in found.items() if len(names) == 1}


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


def _is_free(name: persons.Name, found: Sequence[persons.Name]) -> bool:
    """True when a name has nothing in common with those that were *found*, which stand in order and apart."""
    at = bisect_left(found, name)
    return not any(name.first < other.last and other.first < name.last for other in found[max(at - 1, 0) : at + 1])
