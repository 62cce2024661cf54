"""Words where a name belongs that name nobody yet: *nog te zoeken*, *xxx*, *dezelfde partners als in 1*, *wie zin heeft*.

By what they are made of: a sign or a word for nothing, a verb for what is still to be done, or words for anybody; a name of
an organisation among them makes it one.
"""

from __future__ import annotations

import re

from elzctl.intake.folded import folded

_NOTHING = re.compile(
    r"(?:[?.…/_*x-]{1,12}|\W*|(?:x{2,}|y{3,}|z{3,}|t\.?b\.?[cdna]\.?|n\.?\s?n\.?|n\.?v\.?t\.?|n\.?t\.?b\.?|n\.?a\.?|n/a|nihil|pm|p\.?m\.?|idem|id\.?|dito|onbekend|ongekend|vacature|vacant|volgt|later|blanco|leeg|unknown|none|pending"
    r"|open(?:staand)?|lorem ipsum.*|naam|namen|name|names?|organisatie|partner|invullen|aanvullen|vul (?:hier )?(?:aan|in).*|fill in.*))"
)
# What is still to be done about it.
_TO_DO = re.compile(
    r"(?:(?:nog|verder|later|nader|eerst|wordt|worden|moet|moeten|dient|is|zijn|who|to be|still|yet|te|in|af|aan|vast)\b.*\b)?(?:te\s+|to\s+)?(?:be\s+)?"
    r"(?:zoeken|gezocht|vinden|gevonden|bepalen|bepaald|bekijken|bekeken|bespreken|besproken|spreken|afspreken|afgesproken|vullen|ingevuld|invullen|aangevuld|aanvullen|stemmen|afgestemd|duiden|aangeduid|kennen|gekend|bekend|vragen|bevragen|bevraagd"
    r"|contacteren|gecontacteerd|bevestigen|bevestigd|beslissen|beslist|vast(?:\s?te)?\s?leggen|vastgelegd|onderzoeken|onderzocht|kiezen|gekozen|aanwerven|werven|concretiseren|verduidelijken|decided|determined|confirmed|announced|found|defined)(?:\s+(?:worden|zijn|partners?|trekkers?|wie|organisaties?|(?:door|met|in|by)\s.*))?|nog (?:geen|niemand)(?:\s\w+)?"
)
_STILL = re.compile(
    r"(?:nog|verder|later|nader|te|wordt|worden|moet|moeten|dient|eerst|to|in te|aan te|af te|vast te|still|yet|not)\b"
)
# Somebody, or those of elsewhere.
_ANYBODY = re.compile(
    r"(?:iedereen|iemand|al|elkeen|allen|wie|zij|(?:alle|andere)\s(?:partners?|organisaties|anderen|leden)|everyone|anyone|whoever|all|those)\s(?:[\w-]+\s){0,3}"
    r"(?:wil|willen|zin heeft|interesse heeft|kan|kunnen|wenst|wensen|geinteresseerd(?:en)?|meedoet|meedoen|betrokken(?:en)?|past|beschikbaar|komt|komen|doet|is|zijn|wants?(?: to)?|interested|involved)(?:\s.*)?"
    r"|(?:de\s)?(?:dezelfde|zelfde|same)\b.*|(?:zoals|als|zie|cfr?\.?|see|same as)\s.*(?:boven|hoger|vorige?|hierboven|hieronder|bij|in|actie|fiche|punt|nr|above|below|action|\d).*"
    r"|(?:alle|all)\s(?:betrokken\w*|geinteresseerden|vermelde\s.*|bovenstaande\w*|genoemde\s.*|interested)"
)
_OWN_NAME = re.compile(r"(?<!\A)\b[A-Z][\w-]+|\b[A-Z]{3,}\b")


def is_open(words: str) -> bool:
    """True for such words: nothing is to be made of them, and a person should know."""
    typed = " ".join(folded(words).split()).strip(" ,;:()[]\"'")
    plain = typed.lower()
    if _NOTHING.fullmatch(plain):
        return True
    if _OWN_NAME.search(typed) and not typed.isupper():
        return False
    return bool((_STILL.match(plain) and _TO_DO.fullmatch(plain)) or _ANYBODY.fullmatch(plain))
