"""Does a sentence promise what will be done on a date, or tell what was done?  Dutch and English, and cautious.

The words around the date decide, those of its own clause first.  A sign of the past (*was*, *heeft*, *is opgezet*,
*startte*) makes it a fact, a sign of intent (*willen*, *wordt*, *starten we*) a promise.  Without a sign nothing is
said: a promise that is missed costs less than a fact that is called one.

Expressions are made where they are used, for most plans need few of them and making one takes a tenth of a millisecond.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from enum import Enum
from functools import cache
from itertools import accumulate

_made = cache(re.compile)


class _Sign(Enum):
    """What a clause says about its time."""

    PAST = "past"
    INTENT = "intent"
    NONE = "none"


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


# Verbs that tell of what was, and words that go with them.
_PAST = _words(
    """was waren werd werden had hadden heb hebt heeft bleek bleken bleef bleven ging gingen kwam kwamen deed deden stond
    stonden zag zagen nam namen gaf gaven vond vonden liep liepen hield hielden begon begonnen bracht brachten dacht
    dachten zocht zochten kreeg kregen koos kozen schreef schreven sprak spraken zat zaten vroeg vroegen viel vielen trok
    trokken hielp hielpen bood boden leek leken wist wisten wou wilde wilden moest moesten kon konden mocht mochten zou
    zouden bezocht bezochten bedroeg bedroegen ontstond ontstonden verscheen verschenen plaatsvond plaatsvonden doorging
    doorgingen toen nadat destijds vorig vorige were has did went came began held made took gave found decided ago last"""
)
# Past only where no verb of intent stands beside them: "willen … afgerond hebben", "will have started".
_HAVE = _words("hebben have geweest")
# What is meant to happen, and what is done in the present.
_FIRM = _words(
    "wil willen wilt zal zullen moet moeten kan kunnen gepland ingepland voorzien will shall should must can planned"
)
_INTENT = _FIRM | _words(
    """gaan gaat plannen voorziet komt komen wordt worden hopen hoopt streven streeft beogen beoogt mikken starten begint
    beginnen loopt lopen volgt volgen vindt houdt organiseert organiseren maken geeft geven neemt nemen legt leggen
    bespreekt bespreken evalueert evalueren onderzoekt onderzoeken bekijkt bekijken verkent verkennen werken uitwerken
    brengt brengen krijgt spreekt spreken bouwt bouwen voert voeren invoeren uitvoeren rolt uitrollen zoekt zoeken
    verspreidt verspreiden lanceert lanceren opstarten sluit bereidt voorbereiden nodigt uitnodigen vraagt vragen peilt
    peilen bundelt bundelen verzamelt verzamelen ontwikkelt ontwikkelen stuurt intends aims hopes expects begins follows"""
)
# Infinitives that end as the past tense does.
_PRESENT_ENDS = tuple(
    """vinden houden bieden worden melden breiden bereiden spreiden leiden treden binden zenden besteden woorden raden
    laden starten moeten weten laten meten richten lichten wachten achten praten sluiten testen groten genieten""".split()
)
# After "we": no verb, or one that says how things were ("in 2023 tellen we …").
_NO_DEED = _words(
    """samen alleen binnen buiten boven tussen mensen tegen tellen zien weten merken kennen vinden horen voelen denken
    noteren hebben zijn stellen"""
)
_BE = _words("is zijn are been")
_BEFORE_GE = _words(
    """aan af bij door in mee na om op over samen terug toe uit vast voor weg rond open plaats bekend stil los"""
)
_STRONG = _words(
    """gegeven genomen gekomen gegaan gebleven gekozen geschreven gesproken gekregen gehouden gevonden gedaan gezien
    gelopen geholpen geworden getrokken gevallen gezonden gesloten geboden gelezen begonnen besproken bekeken beschreven
    verlopen verschenen verdwenen ontvangen ontstaan"""
)
_NO_PARTICIPLE = _words(
    """gebied geest gezond gezicht gewicht beleid bericht verband bestand beurt gericht beroep gepland ingepland bespreekt
    bekijkt verkent verspreidt bereidt ontwikkelt verzamelt begint herhaalt"""
)
_NO_ED = ("goed", "loed", "bied", "poed", "reed")
_ENGLISH = _words("the they and with from by our this to for on planned starts takes")
_ENGLISH_INTENT = (
    r"\b(?:we|they) (?:want|plan|hope|expect|aim|intend|start|hold|organi[sz]e|explore|make|launch|bring|take|develop"
    r"|prepare|discuss|evaluate|review|collect|invite|work|visit|offer|run|open|present)\b"
    r"|\b(?:want|plan|hope|aim|intend|expect)s? to\b|\bgoing to\b|\b(?:is|are) (?:planned|to)\b"
    r"|\b(?:starts|takes place)\b"
)

# Where a sentence ends, where a clause ends, and with what a clause begins that has its verb at the end.
_HARD = r"[.!?…](?=\s+[^a-zà-ÿ\s])|[.!?…]\s*\Z|[;:()]|\s[–—-]\s"
_CUT = (
    r",|\s(?:en|maar|dus|and|but|so)(?=\s)"
    r"|(?<!\S)(?=(?:die|dat|waar\w*|omdat|zodat|terwijl|als|nadat|of|which|that|because|when|where|after)\s)"
)
_VERB_LAST = ("die ", "dat ", "waar", "omdat ", "zodat ", "terwijl ", "als ", "nadat ", "of ")
# What may stand between the beginning of a clause and a date.
_ARTICLES = _words("het de the dit this")
_WHEN = _words(
    "in tegen op vóór voor tot tijdens rond omstreeks vanaf tussen by before until during around from between"
)
_LEAD = _words("pas ook al nog eerst dan dus er daarna vooral concreet on only en and maar but") | _WHEN | _ARTICLES
# A date after these says which one, or since when.
_WHICH = _words("van uit over sinds sedert na of since about after zoals als like as")
_SINCE = _words("vanaf from")

_THAT_YEAR = (
    r"[^,;:]{0,30}\b(?:eind|einde|begin|midden|later|end of|later) (?:dat|datzelfde|that|the same) (?:jaar|year)\b"
)
_RUNNING, _RUNS = _words("heeft hebben"), r"(?:(?!\blaten\b)[^,;:.]){1,80}\blopen\b"
_BECOMES = _words("wordt worden")

_ITEM = r"\s*(?:[-*+•]\s+|\d{1,3}[.)]\s+)?[*_]*\Z"
_COLON = r"[*_]*\s*(?::|[–—-]\s)[*_]*\s*(?=[^\s\d])"


def is_promise(block: str, start: int, end: int, *, bare: bool) -> bool:
    """True when a paragraph or list item promises something on the date from *start* to *end*; *bare*: years alone."""
    if _made(_ITEM).match(block, 0, start) and (colon := _made(_COLON).match(block, end)):
        rest = _sentence_after(block, colon.end()).lower()
        return "%" not in rest and _sign("", rest, verb_last=False) is not _Sign.PAST
    left, right = block[_sentence_start(block, start) : start].lower(), _sentence_after(block, end).lower()
    near = [word for word in left.split()[-3:] if word not in _ARTICLES]
    if (" jaar" in right or " year" in right) and _made(_THAT_YEAR).match(right):
        # "het project van 2024 eind dat jaar": the day is told behind it.
        near, bare = ["in"], False
    if not _WHICH.isdisjoint(near[-1:]) or (near[-1:] == ["in"] and not _WHICH.isdisjoint(near[-2:-1])):
        return False
    if (bare and _WHEN.isdisjoint(near[-1:])) or "%" in left or "%" in right:
        return False
    if not _SINCE.isdisjoint(near[-1:]) and _FIRM.isdisjoint(_plain(f"{left} {right}")):
        return False
    if _goes_on(left, right) or _there_is(left, right):
        return True
    return _verdict(_made(_CUT).split(left), _made(_CUT).split(right, maxsplit=2)) is _Sign.INTENT


def _goes_on(left: str, right: str) -> bool:
    """True for what somebody has going on: "heeft in 2024 een project lopen"."""
    between = _made(_RUNS).match(right) if "lopen" in right else None
    have = left.split()[-3:]
    return between is not None and not _RUNNING.isdisjoint(have) and not _has_participle(between[0].split())


def _there_is(left: str, right: str) -> bool:
    """True for "Begin 2024 is er een webinar", where no word of the sentence tells of the past."""
    words = right.split(None, 2)
    if words[1:2] != ["er"] or words[0] not in ("is", "zijn") or not all(word in _LEAD for word in _plain(left)):
        return False
    words = _plain(right)
    done = _has_participle(words) and _BECOMES.isdisjoint(words)
    return not done and _PAST.isdisjoint(words) and not any(map(_looks_past, _beside_we(words)))


def _sentence_start(block: str, end: int) -> int:
    return max((match.end() for match in _made(_HARD).finditer(block, 0, end)), default=0)


def _sentence_after(block: str, start: int) -> str:
    stop = _made(_HARD).search(block, start)
    return block[start : stop.start() if stop else len(block)]


def _verdict(left: list[str], right: list[str]) -> _Sign:
    """The sign of the clause around the date, or of the words before it when that clause has none."""
    heads = all(word in _LEAD for word in _plain(left[-1]))
    near = right[1] if heads and not right[0].strip() and len(right) > 1 else right[0]
    verb_last = left[-1].lstrip().startswith(_VERB_LAST)
    for before in accumulate(reversed(left), lambda later, earlier: f"{earlier} {later}"):
        sign = _sign(before, near, verb_last=verb_last)
        if sign is not _Sign.NONE:
            return sign
        if verb_last and near.strip():
            break
    return _Sign.NONE


def _sign(before: str, after: str, *, verb_last: bool) -> _Sign:
    """What the words before and after a date say of its time."""
    left, right = _plain(before), _plain(after)
    clause = left + right
    words = frozenset(clause)
    beside = _beside_we(clause)
    if not words.isdisjoint(_PAST) or any(map(_looks_past, beside + _finite(left, right, verb_last=verb_last))):
        return _Sign.PAST
    if not words.isdisjoint(_FIRM):
        return _Sign.INTENT
    if not words.isdisjoint(_HAVE) or (not words.isdisjoint(_BE) and _has_participle(words)):
        return _Sign.PAST
    if not words.isdisjoint(_INTENT) or any(word.endswith("en") and word not in _NO_DEED for word in beside):
        return _Sign.INTENT
    if not words.isdisjoint(_ENGLISH) and _made(_ENGLISH_INTENT).search(" ".join(clause)):
        return _Sign.INTENT
    last = next((word for word in reversed(left) if word not in _LEAD), "")
    return _Sign.PAST if _looks_past(last) or _has_participle(words) else _Sign.NONE


def _beside_we(words: list[str]) -> list[str]:
    """The verbs of "we": the word before it when that may be one, else the word after it."""
    found = []
    for place, word in enumerate(words):
        if word in ("we", "wij"):
            before, after = words[max(0, place - 1) : place], words[place + 1 : place + 2]
            found += before if before and before[0].endswith("en") else after
    return found


def _finite(left: list[str], right: list[str], *, verb_last: bool) -> list[str]:
    """The words after a date that stand where a Dutch clause has its verb."""
    heads = all(word in _LEAD for word in left)
    return right[: int(heads)] + (right[-1:] if verb_last else [])


def _looks_past(word: str) -> bool:
    """True for a verb that ends as Dutch regular verbs do in the past."""
    if word.endswith(("den", "ten")):
        return not word.endswith(_PRESENT_ENDS)
    return len(word) > 4 and word.endswith(("de", "te"))


def _has_participle(words: Iterable[str]) -> bool:
    """True when one of the words looks like "gestart", "afgerond", "verspreid", "opgenomen" or "finished"."""
    return any(_is_participle(word) for word in words if word.endswith(("d", "t", "en")))


def _is_participle(word: str) -> bool:
    """The same of a word that ends as they do."""
    if word in _NO_PARTICIPLE:
        return False
    if word.endswith("ed") and len(word) > 4 and not word.endswith(_NO_ED):
        return True
    place = word.find("ge")
    core = word[place:] if word[: max(0, place)] in _BEFORE_GE else word
    if core in _STRONG or core.endswith("en"):
        return core in _STRONG
    return len(core) > 4 and core.startswith(("ge", "be", "ver", "ont", "her", "uitge", "voorbe"))


def _plain(text: str) -> list[str]:
    """The words without the signs around them."""
    return [word for raw in text.split() if (word := raw.strip("*_.,!?'\"‘’“”«»>#•-"))]
