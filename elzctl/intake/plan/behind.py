"""Facts without a label of their own, behind one that has: *Trekker: CAW. Met OCMW en SAAMO. Klaar tegen mei 2027. (loopt)*."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from elzctl.intake import who
from elzctl.intake.nobody import is_nobody
from elzctl.intake.paper import Block
from elzctl.intake.plan.status_label import nearly, says_no_more, word
from elzctl.intake.plan.table_times import is_when
from elzctl.intake.plan.valued import are_names
from elzctl.intake.plan.words import Label, label_of, plain
from elzctl.record import NamedTuple

BEHIND = "behind"
"""The style of a block that is such a fact and nothing else."""
LABELS = frozenset((Label.LEAD, Label.PARTNERS, Label.TIMING, Label.START, Label.DUE, Label.STATUS, Label.TARGETS))
"""The labels behind whose values such facts are looked for."""
LONGEST = 2_000
"""Characters of a text in which such facts are looked for."""
FEWEST_WORDS = 3
"""Words of a sentence."""
MOST_OF_NAME = 6
"""Words of the name of one who works along."""
MOST_NEARLY = 3
"""Words of *bijna afgerond* where no label asks for a state."""
MOST_COUNTED = 6
"""Words of a number with what it counts."""
# Where a sentence, or what stands in brackets, may begin.
_BREAK = re.compile(r"(?<=[.;)])\s+(?=[A-ZÀ-Þ(\[])|(?<=;)\s+(?=[a-zà-þ])|\s+(?=[(\[])")
_ABBREVIATED = re.compile(r"(?i)(?:^|[\s(])(?:[a-z]|st|dr|prof|mevr|mr|dhr|ir|nr|tel|bv|o\.a|i\.s\.m|a\.d)\.\Z")
_MET = re.compile(
    r"(?i)(?P<title>(?:(?:samen|in samenwerking|together) )?(?:met|with)(?: (?:de )?(?:hulp|steun|medewerking) van)?)\s+"
)
_DUE = re.compile(
    r"(?i)(?P<title>(?:(?:klaar|af|gereed|afgerond|afgewerkt|done|ready) )?(?:tegen|uiterlijk|ten laatste|by)(?: (?:op|in))?|(?:klaar|gereed|afgerond|afgewerkt|done|ready) (?:in|op|voor|vóór|on)|deadline|einde?)\s+"
)
_START = re.compile(
    r"(?i)(?P<title>(?:(?:ge|op|opge)?start|begint|begonnen|van start|loopt|started|starts)(?: (?:in|op|vanaf|sinds|on|from))?|vanaf|sinds|from|since)\s+"
)
_ALONG = re.compile(r",?\s+(?P<title>(?:samen )?met)\s+(?=[A-ZÀ-Þ])")
_BRACKETS = re.compile(r"\s*[(\[](?P<inside>[^()\[\]]{2,60})[)\]]\s*[.;]?\s*\Z")
_DASH = re.compile(r"\s+[–—-]\s+(?P<inside>[^–—.;:()\[\]]{2,40}?)\s*[.;]?\s*\Z")
_MORE = re.compile(r"(?i)\b(?:naar|tot|in|op|sinds|wegens|door|omdat|want|to|until|since|because)\b")
# States that say something else too, where no label asks for one.
_NO_STATE = frozenset("nieuw actief active rond voorzien bereikt reached idee voorstel".split())
_AIM = frozenset(("doel", "streefdoel", "streefcijfer", "streefwaarde", "target", "aim"))
_NUMBER = re.compile(r"(?i)(?:minstens|minimaal|minimum|ten minste|at least)?\s*\d[\d.,]*(?:\s?%)?(?:\s|\Z)")


class Fact(NamedTuple):
    """What it tells, its words before the value, and where in the text the fact and its value begin and end."""

    label: Label
    title: str
    at: int
    start: int
    end: int


def apart(text: str, label: Label) -> tuple[int, tuple[Fact, ...]]:
    """Where the value of the *label* ends with which a text begins, and the facts and sentences that stand behind it."""
    first = len(text)
    if first > LONGEST:
        return first, ()
    facts: list[Fact] = []
    stops = [*_stops(text), len(text)]
    named = label in (Label.LEAD, Label.PARTNERS)
    for at, end in pairwise(stops):
        part = text[at:end]
        one = _read(part, at)
        if one is not None and not (one.label is label is Label.STATUS):
            facts.append(one)
        elif facts or (named and _is_sentence(text[:at], part)):
            facts.append(Fact(Label.INTRO, "", at, at, end))
        else:
            continue
        first = min(first, at)
    if label is Label.LEAD and (along := _along(text[:first])) is not None:
        return along.at, (along, *facts)
    return first, tuple(facts)


def read(block: Block) -> tuple[Label, str, int] | None:
    """What a block of this style tells, its words before the value, and where that begins."""
    one = _read(block.text, 0) if block.style == BEHIND else None
    return None if one is None else (one.label, one.title, one.start)


def fact_in(words: str) -> Fact | None:
    """The fact that these words are, without what may stand beside it: *met Okra*, *tegen mei 2027*."""
    return _read(words, 0)


def opens_time(title: str) -> bool:
    """True for words that stand right before a date, and are no label: *uiterlijk op*, *vanaf*."""
    return label_of(title) is None and any(one.fullmatch(f"{title} ") for one in (_DUE, _START))


def state_behind(text: str) -> re.Match[str] | None:
    """The state in brackets or behind a dash with which the line of an action ends: its group ``inside``."""
    for pattern in (_BRACKETS, _DASH) if len(text) <= LONGEST else ():
        match = pattern.search(text)
        if match is not None and match.start() and _is_state(match["inside"], alone=pattern is _DASH):
            return match
    return None


def counts(title: str, value: str) -> bool:
    """True for *Doel: 200 metingen*: a number that is aimed at, and no sentence."""
    return plain(title) in _AIM and _NUMBER.match(value) is not None and len(value.split()) <= MOST_COUNTED


def _stops(text: str) -> Iterator[int]:
    for match in _BREAK.finditer(text):
        if _ABBREVIATED.search(text[: match.start()]) is None:
            yield match.end()


def _read(part: str, at: int) -> Fact | None:
    """The fact that a sentence is."""
    bare = part.rstrip(" .;,")
    first = len(bare) - len(bare.lstrip(" ,"))
    for label, pattern, fits in (
        (Label.PARTNERS, _MET, _are_called),
        (Label.DUE, _DUE, is_when),
        (Label.START, _START, is_when),
    ):
        match = pattern.match(bare, first)
        if match is not None and fits(bare[match.end() :]):
            return Fact(label, match["title"], at, at + match.end(), at + len(part))
    inside = bare.strip("([)]")
    begins = part.index(inside) if inside else 0
    if inside and _is_state(inside, alone=False):
        return Fact(Label.STATUS, "", at, at + begins, at + begins + len(inside))
    return None


def _are_called(text: str) -> bool:
    """True for names and nothing else, each with a capital or known as one of an organisation."""
    names = who.names(text)
    whole = bool(names) and not who.remainder(text, names)
    return whole and all(
        len(name.split()) <= MOST_OF_NAME and (name[:1].isupper() or are_names(name)) and not is_nobody(name)
        for name in names
    )


def _is_sentence(before: str, part: str) -> bool:
    """True for words behind names that name nobody themselves, as *Wij zoeken nog vrijwilligers* behind *Trekker: CAW*."""
    before = before.rstrip()
    enough = len(part.split()) >= FEWEST_WORDS or (part[:1] in "([" and before.endswith("."))
    return enough and not before.endswith(";") and are_names(before) and not _are_called(part.rstrip(" .;"))


def _along(text: str) -> Fact | None:
    """*CAW, met OCMW en SAAMO*: who works along, behind who leads."""
    match = _ALONG.search(text)
    if match is None or not are_names(text[: match.start()]) or not _are_called(text[match.end() :].strip(" .;")):
        return None
    return Fact(Label.PARTNERS, match["title"], match.start(), match.end(), len(text))


def _is_state(text: str, *, alone: bool) -> bool:
    """True for words of a state; unless it must stand *alone*, with since when, why or until when behind it."""
    if plain(text) in _NO_STATE or plain(text).split()[:1] == ["nieuw"]:
        return False
    if word(text) is not None:
        return says_no_more(text) or (not alone and _MORE.search(text) is not None)
    return not alone and len(text.split()) <= MOST_NEARLY and not re.search(r"\d", text) and nearly(text) is not None
