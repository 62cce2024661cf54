"""The groups that a line names for whom an action is: each whole, and none made of words that tell how many or whose they are."""

from __future__ import annotations

import re
from collections.abc import Iterator

from elzctl.intake import who
from elzctl.record import NamedTuple
from elzctl.wording import Message, say

OF_ALL = say("What stands behind “and” may be said of all that is named before it: they stay one group.")
OF_WHICH = say("What stands behind “and” may be said of all that is named before it: look at the groups.")
ABOVE_ALL = say("Some of these get special attention there: look whether each is a group of its own.")
LONGEST = 400
"""Characters of a line whose groups are told apart."""

_ABOVE_ALL = re.compile(
    r"(?i)(?:\A|,?\s+(?:(?:en|maar|and)\s+)?)(?:met\s+(?:[^\W\d]+\s+){0,2}(?:aandacht|oog|focus|nadruk|accent|klemtoon|voorrang|prioriteit)\s+(?:voor|op|aan)"
    r"|in (?:het|’t|'t) bijzonder|bij voorkeur|vooral|voornamelijk|hoofdzakelijk|prioritair|met name|with\s+(?:\w+\s+){0,2}(?:attention|focus|emphasis)\s+(?:to|on|for)|especially|in particular|mainly)\s*:?\s+"
)
_ABOUT = r"(?:naar schatting|ongeveer|circa|ca\.?|±|zo['’]n|zowat|rond de|in totaal|samen|goed voor|ruim|bijna|about|approximately|around|in total|some)"
_NUMBER = r"\d{1,3}(?:[. \u00a0\u202f]?\d{3})*"
_PEOPLE = r"(?:mensen|personen|inwoners|burgers|bewoners|gezinnen|huishoudens|leden|patiënten|cliënten|kinderen|leerlingen|deelnemers|people|persons|residents|inhabitants|families|households|children)"
# How many they are, behind the name of a group.
_COUNT = re.compile(
    rf"(?i)\s*\((?:{_ABOUT}\s*)*{_NUMBER}(?:\s+[^\W\d]+){{0,3}}\)|[,;:–]\s+(?:(?:{_ABOUT}\s*)+{_NUMBER}(?:\s+[^\W\d]+){{0,3}}|{_NUMBER}\s+{_PEOPLE})(?=\s*(?:[,;.)]|\Z))"
)
_THEIRS = re.compile(r"(?i)\s*[,;]?\s+(?:(?:en|and|&|met|with)\s+)?(?:hun|haar|zijn|their|his|her)\s+\w")
_OF_OTHERS = re.compile(r"(?i)\A(?:hun|haar|zijn|their|his|her)\s")
_SAID_OF = re.compile(
    r"(?i)\s(?:met|zonder|in|uit|van|die|boven|onder|tussen|vanaf|tot|op|bij|voor|aan|rond|waar\w*|with|without|from|of|who|that|over|under|aged|between|above|below)\s"
)
_EN = re.compile(r"(?i)\s+(?:en|and|&)\s+")
# With these words alone nobody is named: what stands behind them is said of them.
_NEEDS_MORE = re.compile(
    r"(?i)\A(?:alle |al |de |het )*(?:\w+ )?(?:mensen|personen|iedereen|wie|degenen|zij|bewoners|inwoners|burgers|diensten|organisaties|verenigingen|medewerkers|personeel|leden"
    r"|people|persons|everyone|anyone|those|residents|inhabitants|citizens|services|organisations|staff|members)\s"
)
_ALIKE = re.compile(
    r"(?i)(?:alle |de |jonge |oudere )*(?:baby['’]?s|peuters|kleuters|kinderen|tieners|jongeren|adolescenten|jongvolwassenen|volwassenen|ouderen|senioren|mannen|vrouwen|jongens|meisjes|ouders|gezinnen|children|adolescents|teenagers|young people|adults|elderly|men|women|boys|girls|parents|families)"
)


class Whom(NamedTuple):
    """The groups, why they are a guess, and whether they tell all of the line."""

    names: tuple[str, ...]
    reason: Message | None
    whole: bool


def whom(text: str) -> Whom:
    """The groups that a line names."""
    bare = without_counts(text)
    first, *above = _ABOVE_ALL.split(bare) if len(text) <= LONGEST else [bare]
    found: list[str] = []
    reasons: list[Message] = [ABOVE_ALL] if above else []
    for part in (first, *above):
        if not part.strip() or _OF_OTHERS.match(part):
            continue
        kept, reason = _kept(part)
        found += who.names(part, kept)
        reasons += [reason] if reason is not None else []
    names = tuple(dict.fromkeys(found))
    return Whom(
        names,
        next(iter(reasons), None),
        bool(names) and not above and "(" not in text and not who.remainder(text, names),
    )


def is_of_others(text: str) -> bool:
    """True for words that tell whose they are, and nobody who stands there: *hun ouders*."""
    return _OF_OTHERS.match(text.strip()) is not None


def without_counts(text: str) -> str:
    """The line without how many they are."""
    return _COUNT.sub("", text)


def _kept(text: str) -> tuple[tuple[str, ...], Message | None]:
    """What of a list stays one group, and why that is a guess."""
    if len(text) > LONGEST:
        return (), None
    theirs = tuple(_with_theirs(text))
    rest = text
    for one in theirs:
        rest = rest.replace(one, "")
    *before, last = (part.strip() for part in re.split(r"[,;]", rest))
    left, *behind = _EN.split(last)
    if len(behind) != 1 or left.endswith("-") or not left or _SAID_OF.search(f" {left} "):
        return theirs, None
    inside = _SAID_OF.search(behind[0])
    if inside is None or not inside.start() or _NEEDS_MORE.match(f"{behind[0]} ") or behind[0][:1].isupper():
        return theirs, None
    heads = (*before, left, behind[0][: inside.start()])
    if not before:
        return (*theirs, last), OF_ALL
    if all(map(_ALIKE.fullmatch, heads)):
        return (*theirs, rest.strip(" .;,")), OF_ALL
    return theirs, OF_WHICH


def _with_theirs(text: str) -> Iterator[str]:
    """Whoever is named, with those of whom it is said that they are theirs: *ouderen en hun kinderen*."""
    done = 0
    for match in _THEIRS.finditer(text):
        if match.start() < done:
            continue
        first = max(text.rfind(sign, 0, match.start()) for sign in ",;:") + 1
        end = re.compile(r"[,;.]|\Z").search(text, match.end())
        done = end.start() if end is not None else len(text)
        phrase = text[first:done].strip()
        if text[first : match.start()].strip():
            yield phrase
