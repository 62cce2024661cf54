"""A lone word with a capital that nobody knows, before what people do with words: ``Voornaam vroeg of …``; in doubt it is a person."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator

from elzctl.intake import doubtful, persons
from elzctl.intake.trades import is_before, is_before_many

_SPEAKS = re.compile(
    r"(?:\A|(?<=[.!?:]\s)|(?<=\n)|(?<=[–-]\s))(?P<name>[A-Z][a-z]{2,}(?:-[A-Z][a-z]+)?)\s(?:vroeg|zei|zegt|vertelt|vertelde|meldt|meldde|belt|belde|mailt|mailde|antwoordt|antwoordde|vindt|vond|oppert|opperde|beaamt|beaamde"
    r"|reageert|reageerde|bedankt|bedankte|noteert|twijfelt|vreest|hoopt|wenst|vraagt (?:of|naar|zich|wat|wie|hoe|wanneer|waarom|aan|om)|wil weten|wou weten|wilde weten|liet weten|laat weten|merkt(?:e)? op|geeft aan|gaf aan"
    r"|licht(?:te)?\s(?:[a-z]+\s){0,3}toe|stelt voor|stelde voor|is het (?:er )?(?:niet )?(?:mee )?eens|said|asked|asks if|says|mailed|called|mentioned)\b"
)
# What says, asks or finds something and is no one.
_THINGS = re.compile(
    r"(?i)(?:zaal|publiek|pers|krant|media|wet|wetgeving|decreet|literatuur|ervaring|onderzoek|studie|rapport|nota|navraag|rondvraag|brief|mail|folder|website|enqu[eê]te|bevraging|meerderheid|minderheid|helft|rest|groep|tafel|buurt|wijk|dorp|streek"
    r"|jeugd|iemand|niemand|iedereen|men|eenieder|elkeen|ouder|vader|moeder|kind|oudere|jongere|lid|deelnemer|aanwezige|aanvrager|melder|beller|huurder|buurman|expert|spreker|partij|politiek|kabinet|overheid|samenleving|maatschappij|praktijk|aanbod|markt|budget"
    r"|\w+(?:budget|project|kaart|atlas|wijzer|plan|cijfers?|onderzoek|studie|wet|gids|lijn|punt|loket|markt|dag|week|jaar|fonds|premie|vraag|rapport|sector|zorg|hulp|werk|werking|beleid|kunde|ing|heid|schap|teit|isme|atie|tie|sel|nis|dom|age|uur))"
)
HEADS = frozenset(
    """hij jij haar hen hem elk alles beide beiden allebei anderen sommigen velen enkelen zelf plots vandaag gisteren eergisteren morgen intussen
    ondertussen vervolgens ten slotte tenslotte vroeger straks dan toen later recent onlangs binnenkort altijd meestal misschien wellicht helaas
    gelukkig jammer hierna hierop hiervoor hierover daarop daarbij daarvoor daarover daarna eveneens voorts nochtans toch bovendien uiteindelijk
    eerder achteraf vooraf ten eerste eerstens aanvullend concreet he she today yesterday then later meanwhile afterwards""".split()
)
"""Words in small letters that begin a sentence before its verb, and name nobody: *Hij stelt voor*, *Vandaag meldt …*."""


def speaking(plain: str, small: Container[str] = ()) -> Iterator[persons.Name]:
    """Such words in a text of plain letters; *small* are those that the document has in small letters."""
    for match in _SPEAKS.finditer(plain):
        word = match["name"]
        low = word.lower()
        is_other = low in HEADS or _THINGS.fullmatch(word) or is_before(low) or is_before_many(low)
        if not is_other and not doubtful.is_known(word, small):
            yield persons.Name(*match.span("name"), word)
