"""Where a word that is a first name too is none: in the name of a street or a house, as a place, as an ordinary word.

*Elke* before those who live somewhere or do something is *each*, and *Brecht* behind *te* is the municipality.
"""

from __future__ import annotations

import re

from elzctl.intake import known_houses
from elzctl.intake.first_names import AMBIGUOUS, FIRST_NAMES
from elzctl.intake.folded import folded
from elzctl.intake.namesakes import behind_article
from elzctl.intake.telling import shows_other, tells
from elzctl.intake.towns import is_place

# Those who live somewhere, and who do or get something: *Antwerpenaar*, *Limburger*, *Vlaming*; *Zorgverlener*.
_INHABITANT = re.compile(
    r"\w{3,}aar|vlaming|\w{2,}eling|\w+(?:land|burg|kant|strek|dorp|wijk)er|belg|fransman|engelsman|waal"
    r"|\w+(?:ende|stande|loze|eerde|bare|wezige|zieke)|zwangere|zieke|betrokkene|gehandicapte|bejaarde|(?:ital|syr|ind|arab|austral|braz|nigeri|argentijn)ier",
    re.IGNORECASE,
)
_NOUN = re.compile(
    r"vlaming|belg|leerling|\w*(?:burger|bewoner|inwoner|huurder|gever|nemer|werker|zorger|helper|verlener|verstrekker|drager|gebruiker|bezoeker|zoeker|leider|deelnemer|ontvanger|vrijwilliger|ouder|oudere|jongere"
    r"|volwassene|partner|senior|patient|client|professional|\w+arts|apotheker|coach|medewerker|verwijzer|kundige|organisatie|gemeente|school|vereniging|wijk|buurt|\w+mens|kind|baby|kleuter|tiener|student)",
    re.IGNORECASE,
)
# Surnames end so too: *Elke Molenaar*.
_EACH = re.compile(
    r"(?:Elke|ELKE)\s(?!(?i:(?:molen|wagen|ketel|min|metsel|hoeven|poorten|winkel|koppel|adel|kemel|tollen|sikkel)aar)(?!\w))(?P<whom>[A-Z][\w-]+)"
)
_SUCH = frozenset("vlaamse belgische brusselse wase antwerpse limburgse kempense dendermondse".split())
_OF_TOWN = ("enaar", "naar", "aar", "se")
_TOWN_ENDS = ("", "en", "e")  # what *Leuvense*, *Mechelse* and *Aalterse* have not of their town
# Inside a sentence a word with a capital is a name.
_INSIDE = re.compile(r"[a-z][’'\"”)]? [\"“„‘'(]?\Z")
# Words of Dutch that begin sentences and titles, and are first names too.
_WORDS = frozenset("wil door per mei lente zomer ster zon will".split()) | AMBIGUOUS
# What somebody does, right behind the name at the head of a sentence.
_DOES = re.compile(
    r"\s(?:(?!(?:het|met|niet|wat|dat|tot|uit|want|wordt|ontstaat|start|begint|past|ligt|staat)\b)[a-z]{2,}t|heeft|is|was|zal|kan|wil|vroeg|zei|nam|gaf|en\s[A-Z][a-z]+)(?!\w)|\s?[:,)]|\s\("
)
_WILL = re.compile(r"\s(?:it|we|you|they|the|this|that|these|there|he|she|our|all|everyone|people)\b")
# Before a place.
_AT = re.compile(
    r"(?i)(?:(?<!\w)(?:in|te|naar|uit|rond|nabij|regio|gemeente|stad|deelgemeente|centrum|ocmw|station|dorp|bestuur(?:\s(?:van|in))?|inwoners\svan|politie(?:zone)?|bib(?:liotheek)?|zone|elz|eerstelijnszone|wzc|ldc|caw"
    r"|burgemeester\svan|(?:plaats|locatie|waar|adres|place|venue|location)\s?:)|(?<!\d)(?!20)[1-9]\d{3}|(?:straat|laan|lei|dreef|weg|plein|baan|markt)\s\d{1,3}[a-z]?,)\s\Z"
)
# What is sent goes to somebody.
_SENT = re.compile(
    r"(?i)\b(?:mail|stuur|stuurt|sturen|gestuurd|bel|belt|bellen|luister|verwijs|vraag|vragen)[^\s.]*\s(?:[^\s.]+\s){0,6}naar\s\Z"
)
_HOUSE_BEFORE = re.compile(
    r"\b(?:(?:[A-Z]\w*(?:huis|huize|centrum|zaal|school|kliniek|bibliotheek|hof)|Huis|Huize|Zaal|Bibliotheek|School|Hof|WZC|LDC|CC|GC|OC)(?:\s[\w’'-]+){0,3}"
    r"|\w*(?:huis|huize|centrum|zaal|school|kliniek|bibliotheek|hof)(?:\s[A-Z][\w’'-]*){1,3})(?:,|\s\()\s?\Z"
)
_ENDS = re.compile(r"\s*(?:[.,;:)\n]|\Z)")
_NEXT = re.compile(r"(?:,|\s(?:en|of|and|or|&))\s(?P<other>[A-Z][\w-]+)")
_FORMER = re.compile(r"(?<![\w-])(?P<other>[A-Z][\w-]+)(?:,|\s(?:en|of|and|or|&))\s\Z")
_WORD_BEFORE = re.compile(r"(?<![\w-])([A-Z][\w-]+)\s\Z")
_AT_PLACE = re.compile(r"\ste\s(?P<place>[A-Z][\w-]+)\Z")
_LONGEST = 60  # characters before a word that are looked at
# *Max. 12*, *Max. een uur*, *Jan. 2027* at the head of a sentence; *Aan Max. 12 mensen kwamen* names somebody.
_SHORT = re.compile(r"[Mm][Aa][Xx](?:\.?\s?\d|\.\s[a-z])|J[Aa][Nn]\.?\s(?:19|20)\d\d(?!\d)")
# A saint, a street or a house has the name of a person.
_PART_BEFORE = re.compile(
    r"(?i)(?:\b(?:warme|sint|st\.?|sinte|huize|zaal|wzc|woc|mpc|ldc|rzc|dvc|az|residentie|school|campus|café|cafe|site|(?-i:Den|Het|Ter|Ten))[ -]|[-/.#]|\w@)\Z"
)
_PART_AFTER = re.compile(
    r"(?:straat|laan|plein|weg|dreef|vzw)\b|[-’']\w|\w|(?:\s+(?:straat|laan|plein))\b|\s+vzw\b(?!\s+[A-Z])"
    # "Voornaam Van Ypsilonstraat 18": a street, called after somebody.
    r"|\s+(?:(?:[Vv]an|[Dd]en?|[Vv]ande[nr]?)\s+){1,2}[A-Z]\w{2,}(?:straat|laan|plein|dreef|kaai|lei|steenweg)\s+\d"
)


def is_part(text: str, first: int, last: int) -> bool:
    """True for a first name in a longer name: ``Sint-Voornaam``, ``Voornaamstraat``; and for none: ``Max. 12 plaatsen``."""
    if _SHORT.match(text, first) is not None and not is_inside(text, first):
        return True
    return bool(_PART_BEFORE.search(text[max(0, first - 14) : first]) or _PART_AFTER.match(text, last))


def is_inside(text: str, place: int) -> bool:
    """True inside a sentence, where no word has a capital but a name; not at its head, and not at that of a title."""
    return _INSIDE.search(text, max(0, place - 4), place) is not None


def is_each(name: str) -> bool:
    """True for *Elke* before those who live somewhere or do something, or what they are called after: ``Elke Gentse``."""
    whom = _whom(name)
    return is_surely_each(name) or _INHABITANT.fullmatch(whom) is not None


def is_surely_each(name: str) -> bool:
    """True for those of them that are no surname of anybody: ``Elke Zorgverlener``, ``Elke Vlaming``, ``Elke Gentenaar``."""
    whom = _whom(name).lower()
    return _NOUN.fullmatch(whom) is not None or _is_of_town(whom)


def _whom(name: str) -> str:
    each = _EACH.match(folded(name))
    return each["whom"] if each is not None else ""


def _is_of_town(word: str) -> bool:
    """True for who or what is of a municipality that is known here."""
    stems = (word.removesuffix(end) for end in _OF_TOWN if word.endswith(end))
    return word in _SUCH or any(is_place(stem + end) for stem in stems for end in _TOWN_ENDS)


def is_word(text: str, first: int, last: int) -> bool:
    """True for a word of Dutch at the head of a sentence where nobody does something, and behind an article: ``Wil je``."""
    if text[first:last].lower() not in _WORDS:
        return False
    if text[first:last] == "Will":
        return _WILL.match(text, last) is not None
    if is_inside(text, first):
        return behind_article(text, first)
    return text[first:last].isupper() or _DOES.match(text, last) is None


def is_town(plain: str, first: int, last: int) -> bool:
    """True for a municipality that is a first name too, where a place stands: behind *te*, an address, beside another one."""
    if not is_place(plain[first:last]):
        return False
    start = max(0, first - _LONGEST)
    beside = (_FORMER.search(plain, start, first), _NEXT.match(plain, last))
    towns = (one["other"] for one in beside if one is not None)
    return (
        (_AT.search(plain, start, first) is not None and _SENT.search(plain, start, first) is None)
        or (_HOUSE_BEFORE.search(plain, start, first) is not None and _ENDS.match(plain, last) is not None)
        or any(is_place(one) and one.lower() not in FIRST_NAMES for one in towns)
        or any(map(is_of_house, _WORD_BEFORE.findall(plain, start, first)))
    )


def is_of_house(word: str) -> bool:
    """True for one word of names of organisations: *Buurtwerk*, *Tandem*."""
    return known_houses.is_known(word) or tells(word) or shows_other(word)


def before_place(plain: str) -> str | None:
    """What stands before *te* and a municipality: ``Vondel`` of ``Vondel te Aalst``; ``None`` without these."""
    at = _AT_PLACE.search(plain)
    return plain[: at.start()] if at is not None and is_place(at["place"]) else None
