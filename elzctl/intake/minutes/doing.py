"""Sentences in the present in which somebody does something once: ``Nadia belt de drukker``, ``Stad Meer maakt een bordje``.

Minutes say so of what is promised, and of what is only told as well: it makes a guess and no more, and never of a habit.
"""

from __future__ import annotations

import re

from elzctl.intake.minutes.promising import COMMITS, HABIT
from elzctl.wording import Message, say

WILL = say("The sentence says who does it")
ONCE = say("The sentence says that they do it, and not whether that was promised")
_ALSO = r"(?:(?:dan|ook|nog|eens|even|zelf|samen|alvast|verder|eerst|hiervoor|daarvoor|hierover|hierrond|intussen|ondertussen|binnenkort|iedereen|ons|hen|hem|haar)\s+)*"
_NUMBER = r"(?:\d[\d.]*|twee|drie|vier|vijf|zes|zeven|acht|negen|tien)"
_ONE = rf"(?:een|één|nog een|dit|dat|deze|die|extra|{_NUMBER})\s"
_THE = rf"(?:{_ONE}|(?:de|het|alle|onze|ons|zijn|haar|hun)\s|[A-ZÀ-Þ\\\[])"
_BETWEEN = r"(?:(?!\b(?:zich|of|hoe|wat|wie|dat|om|die|waar|waarom|als)\b)[^.;:?!]){1,90}?"
_ENDS = r"(?=\s*(?:[.,;:!)]|\Z)|\s(?:voor|bij|aan|tegen|met|naar|in|op|zodat|en|om|of|door|via|over|rond|vóór|samen|van|nog)\b)"
_NO_TASK = (
    r"(?!(?:zich|deel|gebruik|werk|melding|kennis|indruk|ruzie|reclame|plaats|tijd|zorgen|vorderingen|een eind|er)\b)"
)
# With an object these are of one time: what is sent, made, ordered or asked.
_WITH = r"(?:bezorgt|bezorgen|stuurt|sturen|mailt|mailen|regelt|regelen|bestelt|bestellen|reserveert|reserveren|boekt|boeken|bundelt|bundelen|contacteert|contacteren|agendeert|agenderen|vertaalt|vertalen|koopt|kopen|print|printen|maakt|maken|schrijft|schrijven|ontwerpt|ontwerpen|belt|bellen|verwittigt|verwittigen|verspreidt|verspreiden|publiceert|publiceren|finaliseert|finaliseren|herwerkt|herwerken|checkt|checken|controleert|controleren|inventariseert|inventariseren|zoekt|haalt|plaatst)"
_APART = (
    (
        r"(?:(?:(?:brengt|brengen|neemt|nemen|geeft|geven)\s{x}\s(?:mee|door)|(?:vraagt|vragen)\s{x}\s(?:na|aan|op)|(?:kijkt|kijken|leest|lezen)\s{x}\sna|(?:hangt|hangen)\s{x}\s(?:op|uit)|(?:past|passen)\s{x}\saan"
        r"|(?:vult|vullen)\s{x}\s(?:aan|in)|(?:werkt|werken)\s{x}\s(?:uit|bij)|(?:zoekt|zoeken)\s{x}\s(?:uit|op)|(?:stelt|stellen)\s{x}\s(?:op|samen)|(?:spreekt|spreken)\s{x}\saan|(?:nodigt|nodigen)\s{x}\suit"
        r"|(?:legt|leggen)\s{x}\s(?:vast|klaar|voor)|(?:bereidt|bereiden)\s{x}\svoor|(?:roept|roepen)\s{x}\ssamen|(?:deelt|delen)\s{x}\s(?:uit|via)|(?:rondt|ronden)\s{x}\saf){e}|zet\s{x}\s(?:op|in|online|klaar)\b)"
    )
    .replace("{x}", _BETWEEN)
    .replace("{e}", _ENDS)
)
_ALONE = (
    rf"(?:(?:gaat|gaan)\s{_ALSO}(?:langs|eens kijken|horen|vragen|praten)\b|(?:polst|polsen)\s\S|(?:zit|zitten)\s{_ALSO}samen\b"
    r"|(?:kijkt|kijken|bekijkt|bekijken|checkt|checken|polst|polsen)\s(?:nog |eens |zelf |samen )*(?:of|hoe|welke|wie|waar|wanneer)\s)"
)
_PERSON = re.compile(rf"(?:{_WITH}\s{_ALSO}{_NO_TASK}{_THE}|{_APART}|{_ALONE}|(?:zorgt|zorgen)\s{_ALSO}voor\s\S)")
_HOUSE = re.compile(rf"(?:{_WITH}\s{_ALSO}{_ONE}|(?=\S+\s{_ALSO}{_THE}){_APART}|{_ALONE})")
# Whom houses are for: what they do for these they do time and again.
_THEIRS = re.compile(
    r"(?i)\b(?:mensen|personen|cliënt\w*|patiënt\w*|klanten|burgers?|inwoners?|gezinnen|ouderen|ouders|kinderen|jongeren|bewoners|gebruikers|leerlingen|vrijwilligers|mantelzorgers|elke|iedere|aan huis|thuis)\b"
)
# What is told, and not done: "schrijft dat het lukt".
_SAYS_THAT = re.compile(r"\S+ dat (?:het|de|een|er|ze|hij|zij|we|wij|alle|geen) ")
_DENIED = re.compile(r"(?i)\b(?:niet|not)\W*\Z")
_NOW_AND_THEN = re.compile(
    r"(?i)\b(?:al|reeds|sinds|vorige?|afgelopen|gisteren|nooit|niet|geen|graag|liever|wel eens|als|indien|wanneer|toen|destijds|normaal|gewoonlijk|vandaag|momenteel|nu|tijdens|jaar)\b"
)
THEN = re.compile(
    r"(?:Daarna|Dan|Nadien|Vervolgens|Hierna|Intussen|Ondertussen|Hiervoor|Daarvoor|Ook|Eerst|Alvast|Tegelijk|Zelf)\s(?:(?:ook|nog|eerst)\s)?(?=[a-zà-ÿ]+\s\S)"
)
"""Words at the head of a sentence behind which the verb stands before who does it."""


def engaged(text: str, behind: str, *, is_house: bool, asks: bool) -> Message | None:
    """Why a sentence whose words from the verb on are *behind* is a point; it *asks* something of others, perhaps."""
    if HABIT.search(text) or _DENIED.search(behind):
        return None
    if asks or COMMITS.match(behind):
        return WILL
    return ONCE if does_once(behind, is_house=is_house) else None


def does_once(behind: str, *, is_house: bool) -> bool:
    """True for the words from the verb on of such a sentence; of a house they have to say more."""
    if _NOW_AND_THEN.search(behind) or _SAYS_THAT.match(behind) or (is_house and _THEIRS.search(behind)):
        return False
    return (_HOUSE if is_house else _PERSON).match(behind) is not None
