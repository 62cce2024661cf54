"""What the words around names of organisations are: all of a kind, what stands in brackets behind one, or more than names."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from elzctl.intake import persons, surnames, who
from elzctl.intake.folded import folded
from elzctl.intake.nobody import is_nobody
from elzctl.intake.paper import Block
from elzctl.intake.plan.desk import UNCLEAR, Desk
from elzctl.intake.plan.draft import Draft
from elzctl.wording import Message, say

MOST_WORDS = 9
"""Words in brackets that may be a name."""
_EVERY = re.compile(
    r"(?:alle|al de|al onze|elke|elk|iedere|ieder|all|all the|all our|every|each)\s+(?:(?:betrokken|andere|overige|lokale|bovenstaande|genoemde|deelnemende|aangesloten|relevante|mogelijke|interne|externe|zorg- en|involved|other|local)\s+){0,2}"
    r"(?:(?:netwerk|kern)?partners?|(?:huisartsen)?kringen|(?:(?:zorg|welzijns|eerstelijns)-?)?actor(?:en)?|organisaties?|diensten?|dienst|verenigingen|vereniging|instanties|instellingen|voorzieningen|betrokkenen|stakeholders|leden"
    r"|trekkers|clusters|werkgroepen|sectoren|disciplines|partijen|medewerkers|ouderen|senioren|inwoners|bewoners|burgers|buren|gezinnen|ouders|jongeren|kinderen|mensen|patiënten|vrijwilligers|mantelzorgers|zorgverleners|organisations?|actors|services|members)"
    r"(?:\s+(?:van|uit|in|binnen|of)\s+(?:de |het |onze |the |our )?(?:hele |ganse |whole )?(?:zone|elz|eerstelijnszone|regio|netwerk|streek|buurt|wijk|cluster|zorgraad|gemeenten?|werkgroep|stuurgroep|network|region))?"
)
# So many, or all, of a kind of organisation: *de zes OCMW's*, *alle 5 gemeenten van de zone*.  A name has capitals: *De Vijf Gemeenten vzw*.
_COUNT = r"(?:\d{1,3}|[Tt]wee|[Dd]rie|[Vv]ier|[Vv]ijf|[Zz]es|[Zz]even|[Aa]cht|[Nn]egen|[Tt]ien|[Ee]lf|[Tt]waalf|(?:der|veer|vijf|zes|zeven|acht|negen)tien|[Bb]eide|[Aa]ndere|[Tt]wo|[Tt]hree|[Ff]our|[Ff]ive|[Ss]ix|[Ss]even)"
_KIND = (
    r"(?:(?:gemeente|stads|provincie)?besturen|gemeenten?|steden|stad|municipalit(?:y|ies)|bestuur|scholen|school|\w*(?:apotheken|apotheek|ziekenhuizen|ziekenhuis|woonzorgcentra|woonzorgcentrum|centra|centrum|diensten|dienst"
    r"|organisaties|organisatie|verenigingen|vereniging|kringen|kring|zorgraden|eerstelijnszones|ziekenfondsen|mutualiteiten|praktijken|praktijk|fondsen|bibliotheken|politiezones|voorzieningen|voorziening|initiatieven|netwerken|instellingen)"
    r"|zorgverleners|zorgaanbieders|hospitals|pharmacies|schools|[A-Z]{2,5}(?:['’]?s)?)"
)
_OF_KIND = re.compile(
    rf"(?:(?:[Aa]lle?|[Ee]lke?|[Ii]eder[e]?|[Ee]ach|[Ee]very)\s+(?:(?:de|het|the|onze|our)\s+)?(?:{_COUNT}\s+)?|(?:(?:[Dd]e|[Oo]nze|[Tt]he|[Oo]ur)\s+)?{_COUNT}\s+)"
    rf"(?:(?:betrokken|andere|overige|lokaal|lokale|plaatselijke|deelnemende|aangesloten|omliggende|local|involved)\s+){{0,2}}{_KIND}"
    r"(?:\s+(?:van|uit|in|binnen|of)\s+.{1,60})?"
)
# All of a kind in the zone, without a word for all: *OCMW's van de zone*.
_OF_ZONE = re.compile(
    rf"(?:(?:[Dd]e|[Oo]nze|[Tt]he|[Oo]ur)\s+)?{_KIND}\s+(?:van|uit|in|binnen|of)\s+(?:(?:de|het|onze|hele|ganse|the|our)\s+){{0,2}}(?:zone|elz|ELZ|eerstelijnszone|regio|streek|buurt|wijk|zorgraad|region)"
)
_INSIDE = re.compile(r"\s*\(([^()]*)\)")
# What is said of one who is named, and is no name.
_SAYS = re.compile(
    r"(?i)(?:nog|onder voorbehoud|indien|als|via|incl\w*|excl\w*|tot|vanaf|voor|met|in|op|bij|en|of|zie|tijdelijk|voorlopig|mogelijk|eventueel|bv|o\.a|if|still|to be|see)\b"
)
_CALLED = re.compile(
    r"(?i)(?:co-?|mede|eind)?(?:trekker|lead|trekt|verantwoordelijke?n?|coördinatie|coördinator|partner|initiatiefnemer)s?"
)


def is_everybody(name: str) -> bool:
    """True for all, or so many, of a kind: *alle partners van de zone*, *de zes OCMW's*."""
    words = " ".join(folded(name).split()).strip(" .")
    return _EVERY.fullmatch(words.lower()) is not None or any(
        one.fullmatch(words) is not None for one in (_OF_KIND, _OF_ZONE)
    )


def particular(names: Iterable[str], key: str, blocks: Sequence[Block], draft: Draft, desk: Desk) -> tuple[str, ...]:
    """The names but for those of nobody in particular; the report tells which others were left in the text."""
    found = tuple(name for name in names if not is_nobody(name))
    every = [name for name in found if is_everybody(name)]
    kept = tuple(name for name in found if name not in every)
    if every and kept:
        desk.field(draft.path, key, "", ", ".join(every), blocks, UNCLEAR, all_of_a_kind(every))
    return kept


def all_of_a_kind(names: Iterable[str]) -> Message:
    """Why such names are of no actor."""
    return say(
        "“{names}” names all of a kind, and no organisation in particular: it stays in the text.",
        names="”, “".join(names),
    )


def keep_brackets(names: Iterable[str], blocks: Sequence[Block], draft: Draft, desk: Desk, person: Message) -> None:
    """Keeps a name with what stands in brackets behind it as another name of its actor; one of a person stays private."""
    for name in names:
        for inside in _insides(name):
            if _is_persons(inside, desk):
                for block in blocks:
                    desk.keep_private(draft.path, block, person)
            elif _may_name(inside):
                desk.actors.also_as_is(desk.actor(name), name)


def tells_all(text: str, desk: Desk) -> bool:
    """True when names of organisations, with what stands in brackets behind them, tell all of a text."""
    names = who.names(text)
    if not names or who.remainder(text, names) or any(map(is_everybody, names)):
        return False
    asides = [inside for name in names for inside in _insides(name) if not _CALLED.fullmatch(inside)]
    return all(_is_persons(one, desk) or _may_name(one) for one in asides)


def _insides(name: str) -> Iterator[str]:
    yield from (inside.strip() for inside in _INSIDE.findall(name) if re.search(r"\w", inside))


def _may_name(inside: str) -> bool:
    """True for an abbreviation, a name in full, or a part of an organisation: *(sociale dienst)*."""
    if len(inside.split()) > MOST_WORDS or _SAYS.match(inside) or _CALLED.fullmatch(inside) or is_nobody(inside):
        return False
    return inside[:1].isupper() or persons.shows_organisation(inside[:1].upper() + inside[1:])


def _is_persons(inside: str, desk: Desk) -> bool:
    if desk.is_own or len(inside.split()) > MOST_WORDS or not inside[:1].isupper():
        return False
    named = persons.may_be_person(inside) or persons.has_first_name(inside) or desk.veil.names_one(inside)
    return named or (any(map(surnames.has_form, folded(inside).split())) and not persons.shows_organisation(inside))
