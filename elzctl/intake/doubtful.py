"""Names in running text that have the form of one of a person, with nothing that shows something else: in doubt it is a person.

Two words or more with capitals: ``Xandrine Ypsilon``, ``Xandrine de Zed``.  What else it might be shows in its words (an
organisation, a place, a word that the document has in small letters too) or in the word before it: *buurthuis*, *project*.
One word is a name too behind what somebody does (*huisarts Ypsilon*), behind initials, with the spelling of a surname
(``Vanypsilon``, ``Ypsilon-Zeta``), and beside a name: *Xandrine/Zeta*.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Iterator
from itertools import chain

from elzctl.intake import persons, surnames
from elzctl.intake.houses import is_house
from elzctl.intake.namesakes import behind_article, is_first_name, is_namesake, is_short, is_sure
from elzctl.intake.small_words import NO_NAME
from elzctl.intake.telling import shows_other
from elzctl.intake.towns import is_place
from elzctl.intake.trades import BEFORE_NAME, NAMED, is_before, is_before_many
from elzctl.intake.veiled import FUNCTION

_WORD = r"[A-Z](?:[a-z]+|[a-z]?['’]?[A-Z][a-z]+)(?:-[A-Z][a-z]+){0,2}"
_SMALL = r"(?:van|de|den|der|ter|ten|te|vande|vanden|vander|von|el|al|du|da|di|la|le|d'|'t)"
_RUN = re.compile(rf"(?<![\w'’./@#&+-]){_WORD}(?:\s(?:{_SMALL}\s){{0,3}}{_WORD}){{1,3}}(?![\w'’&+-])")
_LONGEST = 40  # characters of the word before a name
_BEFORE = re.compile(r"([\w-]+)['’\"“„(]*\s['’\"“„(]*\Z")
# How words end that are no names of people: of what is such, of what is done, of things.
_OTHER = re.compile(
    r"(?:\w+(?:lijke?|ige|ische?|loze?|bare?|zame?|achtige?|ende|tieve?|iale?|nele|ingen|heden|teiten|schappen|aties?|ties|eken|tjes?"
    r"|logie|isme|kunde|box|app|lab|net|web|tool|wijzer|kaart|gids|fiche|map|krant|flits|brief|kamer|caf[eé]|platform)|ge\w+(?:de|te)"
    r"|park|hof|hoeve|kerk|markt|tuin|street|road|square|trust)\Z"
)
# Before a name of what is no person.
_THING = re.compile(
    r"(?i)\w*(?:campagne|actie|film|boek|krant|tijdschrift|methodiek|methode|test|tool|app|reeks|lied|koor|fanfare|dorp|wijk|merk|systeem|programma|pakket|spel|tentoonstelling"
    r"|voorstelling|vorming|cursus|opleiding|congres|studiedag|website|nieuwsbrief|rapport|decreet|subsidie|prijs|fuif|feest|markt|winkel|bakker|slager|garage|firma|bedrijf|ploeg|afdeling|domein|park|rivier|station)"
)
_ONE = re.compile(
    rf"(?<![\w’'./@#&+-])(?:{_SMALL}\s|(?:Van|De|Den|Vanden|Vander|Vande|Ter|El)\s){{0,3}}(?P<last>[A-Z][\w’'-]{{3,}})(?![\w’'&+-])"
)
_BEHIND_CAPITAL = re.compile(
    r"(?<=[a-z,;(]\s)(?:(?P<van>(?:Van|Vanden|Vander|Vande)\s(?:de[nr]?\s)?)|(?P<de>Den?\s))(?P<last>[A-Z][a-z’'-]{2,})(?![\w’'&+-])|(?<![\w’'-])[DO]['’][A-Z][a-z]{2,}(?:-[A-Z][a-z]+)?(?![\w-])"
)
_LETTER = re.compile(
    rf"(?:\A|(?<=[.!?]\s)|(?<=\n))(?P<name>[A-Z]\.\s(?:(?:{_SMALL}|Van|De|Den|El)\s){{0,3}}(?P<last>{_WORD}))(?:\s(?P<next>[a-z]+)|(?P<aside>\s\([A-Z])|,\s)"
)
_CAPITALS = re.compile(
    r"(?<![\w’'./@#&+-])(?:(?:VAN|DE|DEN|DER|VANDE|VANDEN|VANDER|EL|AL|BEN|AIT|LE|LA|DA|DI)\s){0,3}(?P<last>[A-Z]{4,}(?:-[A-Z]{3,})?)\s(?P<first>[A-Z][a-z]+)(?![\w’'&+-])"
)
# A verb for what was done, before *te* and a place.
_MADE = re.compile(
    r"(?:(?:Op|Af|Voor|Uit|Mee|Aan|In|Door|Vast|Bij|Goed)?(?:ge|(?<![a-z])Ge)[a-z]{2,}(?:t|d|n)|Onder[a-z]+d|(?:Ver|Be)[a-z]{3,}(?:t|d|n))\ste\s[A-Z]"
)
_NO_VERB = frozenset("met niet wat dat tot uit het naast want tussen rekent aanbod budget".split())
_BESIDE = r"(?:\s?/\s?|\s&\s|\s(?:en|and)\s)"
_LONE = r"[A-Z](?:[a-z]+|[a-z]?['’]?[A-Z][a-z]+)(?:-[A-Z][a-z]+)?"
_NEXT = re.compile(rf"{_BESIDE}(?P<name>{_LONE})(?![\w&+-]|['’]\w|\s[A-Z])")
# The same of two words, between names that commas part too.
_TWO = r"[A-Z][a-z]+(?:-[A-Z][a-z]+)?\s[A-Z][a-z]+(?:-[A-Z][a-z]+)?"
_NEXT_TWO = re.compile(rf"(?:,\s|{_BESIDE})(?P<name>{_TWO})(?![\w&+-]|['’]\w|\s[A-Z])")
_FORMER_TWO = re.compile(rf"(?<![\w’'./@#&+-])(?<![A-Z][a-z]\s)(?P<name>{_TWO})(?:,\s|{_BESIDE})\Z")
# With a capital inside it is the name of a product: *CoZo*, and not *McXandrine*, *DeZed*, *O'Ypsilon*.
_PRODUCT = re.compile(r"(?!(?:Ma?c|De|Di|La|Le|Van|Vande[nr]?|Fitz|[ODN]['’])[A-Z])[A-Z]?[a-z’']+[A-Z]\w*")
_FORMER = re.compile(rf"(?<![\w’'./@#&+-])(?<![A-Z][a-z]\s)(?P<name>{_LONE}){_BESIDE}\Z")
_INSIDE = frozenset("abcdefghijklmnopqrstuvwxyz,;")
_PARTS = 2  # of a name without small words: a letter and a word
_ARTICLES = frozenset("de den het the".split())
_PARTICLES = frozenset("van de den der ter ten vande vanden vander el al ben ait la le du da di".split())
_FAMILY = frozenset("van de vande vanden vander".split())


def find(plain: str, small: Container[str] = ()) -> Iterator[persons.Name]:
    """Such names in a text of plain letters, none over another; *small* are the words that the document has in small letters."""
    covered = bytearray(len(plain))
    for name in chain(_runs(plain, small), held(plain, small), _alone(plain, small)):
        if not any(covered[name.first : name.last]):
            covered[name.first : name.last] = b"\x01" * (name.last - name.first)
            yield name


def held(plain: str, small: Container[str] = ()) -> Iterator[persons.Name]:
    """Who is named behind an office, a trade, or a word for family."""
    for before in BEFORE_NAME.finditer(plain):
        held = NAMED.match(plain, before.end()) if is_before(before["word"]) else None
        if held is not None:
            name = _without_van(persons.Name(*held.span(), held[0]))
            words = [word for word in name.words.split() if word[:1].isupper() and word[1:2] != "."]
            names = [word for word in words if word.lower() not in _PARTICLES] or words
            is_family = name.words.startswith("Van ")  # no place has that before it
            if is_family or not any(_is_topic(word, small) for word in names):
                yield name


def _without_van(name: persons.Name) -> persons.Name:
    """Before a first name *van* is none of it: *de broer van Voornaam*."""
    word, _, rest = name.words.partition(" ")
    is_of = word == "van" and rest.lower() not in persons.AMBIGUOUS and persons.is_person(rest)
    return persons.Name(name.last - len(rest), name.last, rest) if is_of else name


def joined(plain: str, names: Iterable[persons.Name], small: Container[str] = ()) -> Iterator[persons.Name]:
    """The words right before and behind names of people that *en* or a stroke joins to them: ``Xandrine/Zeta``."""
    for name in names:
        start = max(0, name.first - _LONGEST)
        before = _FORMER.search(plain, start, name.first)
        for match in (before, _NEXT.match(plain, name.last)):
            is_other = match is None or (is_known(match["name"], small) and not _is_pet_name(match["name"], small))
            if match is not None and not is_other and not _is_end(match.start("name"), plain):
                yield persons.Name(*match.span("name"), match["name"])
        two = _FORMER_TWO.search(plain, start, name.first)
        for match in (two, _NEXT_TWO.match(plain, name.last)):
            if (
                match is not None
                and may_be_two(match["name"], small)
                and not _is_behind_thing(match.start("name"), plain)
            ):
                yield persons.Name(*match.span("name"), match["name"])


def _is_pet_name(word: str, small: Container[str]) -> bool:
    """True for a short word that is made small, as names are beside another one: ``Quootje``."""
    low = word.lower()
    return low not in small and low not in NO_NAME and re.fullmatch(r"[a-z]{2,5}(?:tje|je|ke)", low) is not None


def _is_end(place: int, plain: str) -> bool:
    """True behind a word with a capital that begins no sentence: it is the end of another name, *De Blauwe Ypsilon*."""
    before = _BEFORE.search(plain, max(0, place - _LONGEST), place)
    return before is not None and before[1][:1].isupper() and before[1].lower() not in NO_NAME - _ARTICLES


def may_be_two(name: str, small: Container[str]) -> bool:
    """True for a first name that is not common here with a short word behind it, where it stands beside people."""
    first, last = name.split()
    is_word = first.lower() in small or first.lower() in NO_NAME or is_place(first) or persons.shows_organisation(first)
    is_such = bool(_OTHER.match(first.lower())) or is_house(name) or re.fullmatch(FUNCTION, first) is not None
    return not (is_word or is_such) and (is_place(last) or is_short(last))


def is_known(word: str, small: Container[str]) -> bool:
    """True for a word, a place, an organisation or a function; no name of somebody alone."""
    low = word.lower()
    if low in NO_NAME or low in small or is_place(word) or is_house(word) or re.fullmatch(FUNCTION, word):
        return True
    if is_product(word):
        return True
    if surnames.has_form(word) or surnames.is_double(word):
        return False
    return (not word.isupper() and persons.shows_organisation(word)) or bool(_OTHER.match(low))


def is_product(word: str) -> bool:
    """True for a word with a capital inside that no surname has: ``CoZo``, ``BelRAI``."""
    return _PRODUCT.fullmatch(word) is not None


def _runs(plain: str, small: Container[str]) -> Iterator[persons.Name]:
    for run in _RUN.finditer(plain):
        name = _without_start(run, small)
        if name is not None and not _is_made_in_place(name.words) and not _is_other(name, plain, small):
            yield name


def _is_made_in_place(words: str) -> bool:
    """True for *Opgemaakt te Meerdorp*, *Gedaan te Meerdorp*: what was done, and where."""
    return _MADE.match(words) is not None and not is_first_name(words.split(maxsplit=1)[0])


def _alone(plain: str, small: Container[str]) -> Iterator[persons.Name]:
    """Names of which the spelling, what stands before them, or their capitals tell that they are names."""
    return (one for one in _spelled(plain, small) if not _is_behind_thing(one.first, plain))


def _spelled(plain: str, small: Container[str]) -> Iterator[persons.Name]:
    for match in _ONE.finditer(plain):
        last = match["last"]
        is_name = surnames.has_form(last) or surnames.is_double(last)
        if is_name and not is_known(last, small):
            yield persons.Name(*match.span(), match[0])
    for match in _BEHIND_CAPITAL.finditer(plain):
        last = match["last"] or ""
        is_name = surnames.behind_de(last) if match["de"] else not last or not is_known(last, small)
        if is_name:
            yield persons.Name(*match.span(), match[0])
    for match in _LETTER.finditer(plain):
        follows = match["next"] or ""
        is_verb = follows.endswith("t") and follows not in _NO_VERB
        has_small = len(match["name"].split()) > _PARTS
        if (is_verb or match["aside"] or has_small or surnames.has_form(match["last"])) and not is_known(
            match["last"], small
        ):
            yield persons.Name(*match.span("name"), match["name"])
    for match in _CAPITALS.finditer(plain):
        is_first = persons.is_person(match["first"]) and (len(match["first"]) > 2 or len(match["last"]) > 4)
        if is_first and not persons.is_known_short(match["last"]):
            yield persons.Name(*match.span(), match[0])


def _is_topic(word: str, small: Container[str]) -> bool:
    """True for what an office is of: *schepen Welzijn*, *burgemeester Aalst*."""
    return (
        word.lower() in small
        or word.lower() in NO_NAME
        or is_place(word)
        or (persons.shows_organisation(word) and not (surnames.has_form(word) or word.endswith("ers")))
        or (bool(_OTHER.match(word.lower())) and not persons.is_person(word))
    )


def _without_start(run: re.Match[str], small: Container[str]) -> persons.Name | None:
    """The run without the words that a sentence begins with; ``None`` for one word or none, and for *Den Haard*.

    Inside a sentence such a word with a capital begins a title: *Met Zachte Hand*.
    """
    first, words = run.start(), run[0].split()
    is_inside = run.string[: run.start()].rstrip(" (“\"‘'")[-1:] in _INSIDE
    if words[0].lower() in _ARTICLES or (is_inside and words[0].lower() in NO_NAME - _PARTICLES):
        return None
    while words and (_starts(words, small) or not words[0][:1].isupper()):
        first += len(words.pop(0)) + 1
    words = _without_of(words)
    if sum(word[:1].isupper() for word in words) < 2 or words[-1].lower() in NO_NAME:
        return None
    return persons.Name(first, first + len(" ".join(words)), " ".join(words))


def _without_of(words: list[str]) -> list[str]:
    """The words without *van* and whom that names, behind a first name and a surname: ``Xandrine Ypsilon van Zeda``."""
    of = words.index("van") if "van" in words else 0
    is_whole = of > 1 and persons.is_person(words[0]) and not any(map(surnames.has_form, words[of:]))
    return words[:of] if is_whole else words


def _starts(words: list[str], small: Container[str]) -> bool:
    is_many = len(words) > _PARTS and is_before_many(words[0])
    is_office = is_many or re.fullmatch(FUNCTION, words[0]) is not None
    return words[0].lower() in NO_NAME or is_office or (words[0].lower() in small and len(words) > 2)


def _is_other(name: persons.Name, plain: str, small: Container[str]) -> bool:
    """True when something shows that it is no name of a person."""
    words = name.words.split()
    if not persons.may_be_person(name.words) or is_unclear(name.words, plain, name.first):
        return True
    if is_sure(name.words):
        return False
    if words[0].lower() in small or any(_OTHER.match(word.lower()) for word in words):
        return _FAMILY.isdisjoint(words[1:-1]) or bool(_OTHER.match(words[0].lower()))
    if len(words) == 2 and any(map(is_place, words)):
        return True
    return _is_behind_thing(name.first, plain)


def is_unclear(name: str, plain: str, place: int) -> bool:
    """True for a first name that is a word too before a word of houses, and for one with that behind an article."""
    return is_namesake(name) and (not is_sure(name) or behind_article(plain, place)) and shows_other(name)


def _is_behind_thing(place: int, plain: str) -> bool:
    """True behind a word for what has a name too, and is nobody: *project*, *kinderopvang*."""
    before = _BEFORE.search(plain, max(0, place - _LONGEST), place)
    what = before[1] if before else ""
    if is_before(what) or is_before_many(what):
        return False
    is_thing = bool(_THING.fullmatch(what)) or persons.shows_organisation(what.capitalize())
    return is_thing and not re.search(FUNCTION, what)
