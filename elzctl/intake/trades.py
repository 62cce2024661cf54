"""Words right before the name of somebody: what this one does, and whose family or neighbour it is.

What holds an office (*schepen*, *coördinator*) may stand before what that is of too: *schepen Welzijn*.
"""

from __future__ import annotations

import re
from functools import lru_cache

_OFFICES = (
    r"(?:burgemeesters?|schepen(?:en)?|ministers?|gouverneur|gedeputeerde|raadslid|(?:onder)?voorzit(?:ter|ster)|secretaris|penningmeester|\w*directeur|\w*directrice|\w*co[oö]rdinator|\w*coordinatrice"
    r"|\w*manager|\w*medewerk(?:er|ster)|\w*adviseur|\w*consulente?|\w*verantwoordelijke|diensthoofd|afdelingshoofd|teamleider|teamlead|projectleider|\w*coach|\w*begeleid(?:er|ster)|mayor|alderman|director|coordinator)"
)
_TRADES = (
    r"(?:(?:huis|tand|dieren|school|kinder|jeugd|arbeids|spoed|oog|vrouwen|controle)?arts(?:en)?|\w*dokter|\w*apotheker|apothekeres|\w*verpleeg(?:kundige|ster)|\w*verpleger|\w*hulp|planner|\w*chauffeur|monitor|monitrice|\w*kinesist(?:e|erapeute?)?|\w*therapeute?|\w*psychologe?|\w*psycholoog|\w*psychiater"
    r"|logopediste?|di[eë]tiste?|vroedvrouw|(?:neuro|cardio|geronto|uro|dermato|onco|podo|crimino|antropo|socio|seksuo|geriat|pediat)(?:loog|loge|er)|geriater|pediater|chirurg|pastor|diaken|pater|imam|rabbijn|notaris|advocate?|meester|(?:vrede)?rechter|deurwaarder|gerechtsdeurwaarder"
    r"|wijkagente?|agente?|inspecteur|commissaris|brandweerman|\w*werk(?:er|ster)|\w*helpster|\w*helper|poetshulp|verzorgende|zorgkundige|casemanager|opvoed(?:er|ster)|leraar|lerares|leerkracht|juf|docente?|lector|onderzoek(?:er|ster)|trainer|trainster"
    r"|gids|kok|kokkin|tolk|vertaler|fotograaf|journaliste?|architecte?|ingenieur|boekhoud(?:er|ster)|onthaalmoeder|lesgever|lesgeefster|spreker|spreekster|gastspreker|moderator|verslaggever|notuliste?|stagiaire?|student|studente|ervaringsdeskundige|nurse|pharmacist|physiotherapist|doctor)"
)
_FAMILY = (
    r"(?:echtpaar|koppel|weduwe|weduwnaar|familie|gezin|gebroeders|broers?|zus|zusje|zussen|zoon|dochter|moeder|vader|mama|papa|oma|opa|grootmoeder|grootvader|schoonmoeder|schoonvader|neef|nicht|tante|oom|echtgenote?|vriend|vriendin"
    r"|buur|buurman|buurvrouw|collega['’]?s?|pati[eë]nte?|cli[eë]nte?|bewoner|bewoonster|mantelzorg(?:er|ster)|vrijwillig(?:er|ster)|dame|couple|family|widow|colleague|neighbour|patient|client)"
)
_SMALL = r"(?:[Vv]an|[Dd]en?|[Dd]er|[Tt]er|[Tt]en|te|[Vv]ande|[Vv]anden|[Vv]ander|von|[Ee]l|[Aa]l|[Bb]en|[Aa]it|du|da|di|[Ll]a|[Ll]e)"
_CAPITAL = r"(?:[DO]['’])?[A-Z](?:[a-z]+|[A-Z]+)(?:['’]?[A-Z][a-z]+)?(?:-[A-Z][a-z]+){0,2}"
NAME = rf"(?:[A-Z]\.\s?){{0,2}}(?:{_SMALL}\s){{0,3}}{_CAPITAL}(?:\s(?:{_SMALL}\s){{0,2}}{_CAPITAL})?"
"""A name of somebody, as an expression: a surname, or a first name and a surname, with the small words in it."""

# A word before a capital, or before the small words in front of one.
BEFORE_NAME = re.compile(r"(?<![\w-])(?P<word>[^\W\d_][\w’'-]{1,40})\s(?=(?:(?:van|de|den|der|ter|el)\s){0,3}[A-Z])")
NAMED = re.compile(rf"{NAME}(?![\w’'&+-]?\w)")
# Before a name, what somebody does: *huisarts X*.
DOES = re.compile(
    r"(?i:(?:huis|tand|dieren|school)?arts|apotheker|(?:hoofd|thuis|wijk)?verpleeg(?:kundige|ster)|verpleger|kinesist(?:e|erapeute?)?|kinesitherapeute?|psychologe?|psycholoog|logopediste?|ergotherapeute?"
    r"|di[eë]tiste?|vroedvrouw|podologe|podoloog|pastor|diaken|notaris|advocate?|directeur|directrice|voorzit(?:ter|ster)|secretaris|penningmeester|co[öo]rdinator|burgemeester|schepen|minister"
    r"|gouverneur|gedeputeerde|raadslid|medewerk(?:er|ster)|stafmedewerk(?:er|ster)|verslaggever|notulist|gastspreker|spreker|moderator|stagiaire?|nurse|pharmacist|physiotherapist|mayor|alderman)\s+(?=(?:(?:de|den|der|el|al|la|le|di|da)\s)?[A-Z])"
)
_BEFORE = re.compile(rf"(?i){_OFFICES}|{_TRADES}|{_FAMILY}")
_SOMEBODY = re.compile(rf"(?:[Ee]en\s)?(?:{_FAMILY}|ervaringsdeskundige|inwoner|inwoonster)(?![\w-])")


_OF_MEETING = (
    r"(?:\w*voorzit(?:ter|ster)|verslag(?:gever|geefster|nemer|neemster|maker)|notuliste?|moderator|bestuurder|\w*ambtenaar|voorz|vz|secr|penningm"
    r"|chair(?:man|woman|person)?|secretary|treasurer|notetaker)"
)
_MANY = re.compile(r"(?i)\w*(?:schepenen|burgemeesters|ministers)")
_OFFICE, _TRADE = re.compile(rf"(?i){_OFFICES}|{_OF_MEETING}"), re.compile(rf"(?i){_TRADES}")


def is_office(word: str) -> bool:
    """True for what one holds for others, or at a meeting: *coördinator*, *verslaggever*."""
    return _OFFICE.fullmatch(word) is not None and _MANY.fullmatch(word) is None


def is_trade(word: str) -> bool:
    """True for what somebody does for a living: *huisarts*."""
    return _TRADE.fullmatch(word) is not None and not word.endswith("artsen")


@lru_cache(maxsize=4096)
def is_somebody(words: str) -> bool:
    """True for words that begin with one for a single person, in small letters: *mantelzorger uit Peer*, *een bewoner van Meer*."""
    return _SOMEBODY.match(words) is not None


def is_before(word: str) -> bool:
    """True for a word that stands before a name of somebody."""
    return _BEFORE.fullmatch(word) is not None


def is_before_many(word: str) -> bool:
    """True for what several do, or are to somebody, before their names: *vrijwilligers*, *artsen*."""
    return is_before(re.sub(r"(?:en|s)\Z", "", word))
