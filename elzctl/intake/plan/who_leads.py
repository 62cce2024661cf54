"""Sentences that tell who leads an action, and who works along: *Trekker is CAW Oost, met steun van Samana*, *Logo Zuid trekt dit*.

A question, a negation, what may be, and what was so earlier tell nothing.
"""

from __future__ import annotations

import re

from elzctl.record import NamedTuple

LONGEST = 400
"""Characters of such a sentence."""
_NAMES = r"[^.;:?!]+?"
_LEAD = rf"(?P<lead>{_NAMES})"
_OBJECT = (
    r"(?:dit(?:\s+(?:project|initiatief|traject|luik|thema|proces|geheel|alles))?|deze\s+(?:actie|werking|campagne|oefening|opdracht|taak)"
    r"|(?:het|de)\s+(?:project|initiatief|traject|actie|campagne|geheel|uitvoering|uitrol|werkgroep)|this(?:\s+(?:action|project))?|the\s+(?:action|project))"
)
_OF_THIS = rf"(?:\s+(?:van|voor|of|for)\s+{_OBJECT})?"
_HERE = r"(?:(?:hier|daar)(?:voor|bij|in)?\s+|voor\s+deze\s+actie\s+)?"
_ALONG = rf"(?P<along>{_NAMES})"
_WITH = (
    r"(?:(?:,|\s+en)?\s+(?:(?:werkt|werken)\s+(?:(?:hier|daar)voor\s+)?samen\s+met|samen\s+met|in\s+(?:nauwe\s+)?(?:samenwerking|samenspraak|overleg)\s+met|(?:ondersteund|geholpen|bijgestaan|gesteund)\s+door"
    r"|met\s+(?:de\s+)?(?:steun|hulp|medewerking|ondersteuning)\s+van|(?:met\s+)?(?:als\s+)?partners?\s+(?:zijn|is)|met\s+als\s+partners?|together\s+with|with\s+support\s+from|with)"
    rf"\s+{_ALONG}|(?:,|\s+en|,\s+en)\s+(?P<helping>{_NAMES})\s+(?:(?:werk|help|doe)(?:t|en|n)\s+mee|(?:steun|ondersteun)(?:t|en)|(?:is|zijn)\s+partners?))?"
)
_END = r"\s*[.!]?\s*"
_ROLE = r"(?:(?:de|het|een|the)\s+)?(?:(?:kar|co-)?trekkers?|(?:eind)?verantwoordelijken?|verantwoordelijk|eindverantwoordelijk|coördinator|regisseur|initiatiefnemers?|penhouder|lead|leads)"
_TASK = r"(?:coördinatie|leiding|lead|regie|aansturing|organisatie|(?:eind)?verantwoordelijkheid|trekkersrol|trekkerschap|voortouw|penhouderschap|rol\s+van\s+(?:kar)?trekker)"
_DOES = (
    r"(?:trekt|trekken|leidt|leiden|coördineert|coördineren|organiseert|organiseren|stuurt|sturen|leads?|coordinates?)"
)
_DONE = r"(?:getrokken|geleid|gecoördineerd|aangestuurd|georganiseerd|led|coordinated)"
# What else who leads does: *… en zorgt voor de accreditering*.
_AND_MORE = r",?\s+(?:en|and)\s+(?:zorg|sta|nodig|werk|maak|volg|bewaak|verzorg|geef|gev|lever|stuur|stur|neem|nem|organiseer|organiser|bepaal|bepal|bereid|betaal|betal|vraag|roep|does|takes)\w*\s[^.;:?!]+"
_VERBS = r"(?:werk|maak|mak|organiseer|organiser|ga|start|kom|word|zet|bouw|doe|krijg|ontwikkel|breng|loop|lop)\w*"
_LEADS = tuple(
    re.compile(f"(?i:{pattern})" if not pattern.startswith("(?P<lead>") else pattern)
    for pattern in (
        # The lead is …
        rf"{_ROLE}{_OF_THIS}\s+(?:is|zijn|wordt|worden|blijft|are)\s+{_LEAD}{_WITH}{_END}",
        # … leads this
        rf"{_LEAD}\s+{_DOES}\s+(?:{_OBJECT}|de\s+kar)(?:\s+(?:aan|samen))?{_WITH}{_END}",
        rf"{_LEAD}\s+{_DOES}\s+(?:{_OBJECT}|de\s+kar)(?:\s+aan)?{_AND_MORE}{_END}",
        rf"{_LEAD}\s+(?:trekt|coördineert){_WITH}{_END}",
        rf"{_LEAD}\s+(?:neemt|nemen)\s+{_HERE}(?:het\s+voortouw|het\s+initiatief|de\s+leiding|(?:de|het)\s+{_TASK}){_OF_THIS}(?:\s+(?:op|in\s+handen)(?:\s+zich)?)?{_WITH}{_END}",
        rf"{_LEAD}\s+(?:zal|zullen)\s+{_HERE}(?:(?:het|de)\s+{_TASK}\s+(?:op)?nemen|{_OBJECT}\s+(?:trekken|leiden|coördineren|aansturen)){_WITH}{_END}",
        rf"{_LEAD}\s+(?:is|zijn|wordt|worden|blijft|blijven|(?:treedt|treden)\s+op\s+als|fungeert\s+als|fungeren\s+als)\s+{_ROLE}{_OF_THIS}{_WITH}{_END}",
        rf"{_LEAD}\s+(?:draagt|dragen|heeft|hebben|voert|voeren|doet|doen|verzorgt|verzorgen)\s+{_HERE}de\s+{_TASK}{_OF_THIS}{_WITH}{_END}",
        rf"{_LEAD}\s+(?:(?:staat|staan)\s+in|zorgt|zorgen)\s+voor\s+(?:de\s+(?:{_TASK}|uitvoering){_OF_THIS}|{_OBJECT}){_WITH}{_END}",
        # led by …
        rf"(?:{_OBJECT}\s+(?:wordt|worden|is|are)\s+)?{_DONE}\s+(?:door|by)\s+{_LEAD}{_WITH}{_END}",
        rf"{_OBJECT}\s+wordt\s+door\s+{_LEAD}\s+{_DONE}{_WITH}{_END}",
        rf"(?:[^.;:?!]{{1,80}}\s)?onder\s+(?:de\s+)?(?:leiding|coördinatie|regie|impuls|aansturing|trekkerschap)\s+van\s+{_LEAD}(?:\s+(?-i:{_VERBS})\s[^.;:?!]+|{_WITH}){_END}",
        rf"(?:de\s+|het\s+)?{_TASK}{_OF_THIS}\s+(?:(?:ligt|berust|zit|blijft)\s+bij|(?:gebeurt|wordt\s+(?:opgenomen|gedaan|verzorgd))\s+door|(?:is|zijn|komt)\s+(?:in\s+handen\s+van|toe\s+aan))\s+{_LEAD}{_WITH}{_END}",
        rf"(?:het\s+)?initiatief\s+(?:gaat\s+uit|komt|vertrekt)\s+van(?:uit)?\s+{_LEAD}{_WITH}{_END}",
    )
)
# Who works along, and nobody is said to lead.
_HELPS = tuple(
    re.compile(pattern)
    for pattern in (
        rf"(?i:(?:(?:we|wij)\s+(?:doen|maken|organiseren|trekken|realiseren|werken)\s+(?:(?:{_OBJECT}|hier(?:voor|bij|aan)?|daarvoor)\s+)?(?:(?:hier|daar)(?:voor|bij|aan)\s+)?|(?:dit|{_OBJECT})\s+(?:gebeurt|doen\s+we|organiseren\s+we|loopt|verloopt)\s+)?"
        rf"(?:samen\s+met|in\s+(?:nauwe\s+)?samenwerking\s+met|met\s+(?:de\s+)?(?:steun|hulp|medewerking)\s+van)\s+{_ALONG}{_END})",
        rf"{_ALONG}\s+(?i:(?:(?:werk|help|doe|denk)(?:t|en|n)\s+(?:hier(?:aan|bij|over)?\s+)?mee(?:\s+(?:over|aan|bij|met)\s[^.;:?!]+)?|(?:is|zijn)\s+partners?{_OF_THIS}|(?:ondersteunt|ondersteunen|steunt|steunen)\s+{_OBJECT}){_END})",
        rf"(?i:(?:de\s+|onze\s+)?partners{_OF_THIS}\s+zijn\s+{_ALONG}{_END})",
    )
)
# Words by which a sentence does not say that it is so.
_IN_DOUBT = re.compile(
    r"(?i)(?<!\w)(?:niet|geen|nooit|niemand|noch|wie|welke|welk|misschien|mogelijk|eventueel|wellicht|allicht|kan|kunnen|zou|zouden|mag|mogen|moet|moeten|wil|willen|zoeken|gezocht|als|indien|zodra|wanneer"
    r"|vroeger|vorige?|voorheen|eerder|voormalige?|voorlopig|te\s+(?:bepalen|zoeken|bekijken|bevestigen)|not|no|nobody|who|which|maybe|perhaps|may|could|if|formerly)(?!\w)"
)
# Fixed words in which one of them doubts nothing.
_FIXED = re.compile(r"(?i)(?:als\s+(?:partners?|trekkers?|kartrekkers?|coördinator|regisseur|penhouder|lead)(?!\w))")
_NO_NAME = re.compile(r"(?i)(?:we|wij|ik|jij|je|men|er|ze|zij|hij|dit|dat|die|it|they|there)(?!\w)")
_EITHER = re.compile(r"(?i)\s(?:of|or)\s|/\s*of\s")


class Said(NamedTuple):
    """The words for who leads, and for who works along; "" for nobody.  ``sure`` is false where they do not say that it is so."""

    lead: str
    along: str
    sure: bool = True


def says_who(sentence: str) -> Said | None:
    """Who a sentence says that leads or works along; ``None`` for one about something else."""
    text = " ".join(sentence.split())
    if len(text) > LONGEST:
        return None
    led = next((one for pattern in _LEADS if (one := pattern.fullmatch(text)) is not None), None)
    one = led or next((one for pattern in _HELPS if (one := pattern.fullmatch(text)) is not None), None)
    if one is None:
        return None
    told = one.groupdict()
    lead, along = told.get("lead") or "", told.get("along") or told.get("helping") or ""
    doubt = _IN_DOUBT.search(_FIXED.sub(" ", text)) or _EITHER.search(f"{lead} , {along}")
    return Said(lead, along, sure=doubt is None and _NO_NAME.match(lead or along) is None)
