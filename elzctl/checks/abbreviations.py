"""Abbreviations that a reader meets and that nobody explains."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from elzctl.checks.documents import Document
from elzctl.checks.texts import line_around, places, texts
from elzctl.finding import Finding, Severity
from elzctl.model import Plan
from elzctl.traces import accounts
from elzctl.wording import say, say_count

_STOP = r"[.;:!?()\0]|\n\s*\n"
_CALLED_SO = ("+", "&", "!")
_BRACKETS = r"[\w'’-]{0,40}\s{1,3}\(([^()\0]{3,160})\)"
# Known to everyone, points of the compass, and words that people stress.
_EVERYDAY = frozenset(
    """OK TV PC PDF ICT IT BTW VZW SMS USB GPS QR DVD CD URL WC EHBO KMO NV CV BV DNA PR HR XL AI AIDS HIV WIFI COVID
    NO NW ZO ZW NE SE SW NIET WEL GEEN ALLE ALLES ALLEEN ENKEL ELKE NIEUW NIEUWE NU NOOIT ALTIJD SAMEN EN OF IN OP DE HET
    EEN ONZE WIJ WE JE MEER MINDER EERST LET NOT ALL ONLY NEW AND OR THE NEVER ALWAYS
    BESLUIT DECISION SIGNAAL SIGNAL AFSPRAAK AGREEMENT EVENEMENT EVENT""".split()
)


def unexplained_abbreviation(plan: Plan) -> Iterator[Finding]:
    """An abbreviation is used, and nowhere explained.

    Readers from another sector do not know it. Explain it once in a text, or in ``abbreviations`` of ``plan.yaml``.
    It is told at its first use.

    Wrong::

        We nodigen het CAW uit.

    Right::

        We nodigen het centrum algemeen welzijnswerk (CAW) uit.
    """
    gathered = texts(plan)
    vocabulary = gathered.vocabulary
    # What also stands in small letters is a word that somebody stressed, or a name.
    unknown = {
        word
        for word in vocabulary
        if _is_abbreviation(word)
        and vocabulary.isdisjoint((word.lower(), word.capitalize()))
        and not _is_known(word.removesuffix("s"), plan)
    }
    uses: dict[str, list[tuple[Document, int]]] = {}
    explained = set()
    for document, _ in gathered.holding(unknown):
        for name, start, end in _uses(document, {word.removesuffix("s") for word in unknown}):
            uses.setdefault(name, []).append((document, start))
            if _is_explained(name, document.text, start, end):
                explained.add(name)
    for name, found in uses.items():
        if name not in explained:
            yield _finding(name, found)


def _is_abbreviation(word: str) -> bool:
    """True for 2 to 6 capitals, perhaps with digits, and the s of a plural."""
    name = word.removesuffix("s")
    return (
        1 < len(name) < 7
        and name.isupper()
        and name.isascii()
        and name[0].isalpha()
        and sum(map(str.isalpha, name)) > 1
    )


def _uses(document: Document, names: Iterable[str]) -> list[tuple[str, int, int]]:
    """The names that stand alone in running text, with their places, in order."""
    found, text = [], document.text
    for name in names:
        for start in places(name, text):
            end = start + len(name) + text.startswith("s", start + len(name))
            beside = text[max(0, start - 1) : start] + text[end : end + 1]
            if any(map(str.isalnum, beside)) or _is_heading(text, start) or document.is_address(start):
                continue
            if not _begins_account(name, text[start : start + 60]):
                found.append((name, start, end))
    return sorted(found, key=lambda use: use[1:])


def _begins_account(name: str, text: str) -> bool:
    """True for the first letters and digits of an account number, which is another check's."""
    return len(name) == 4 and name[2:].isdigit() and any(start == 0 for start, _ in accounts(text))


def _finding(name: str, found: list[tuple[Document, int]]) -> Finding:
    document, start = found[0]
    message = say_count(
        "“{name}” is explained nowhere; it is used {count} time",
        "“{name}” is explained nowhere; it is used {count} times",
        len(found),
        name=name,
    )
    hint = say("Explain it once, or add to “abbreviations” in plan.yaml: {name}: …", name=name)
    return document.finding("unexplained-abbreviation", Severity.INFO, message, (start, start + len(name)), hint)


def _is_known(name: str, plan: Plan) -> bool:
    """True for an abbreviation of the plan's list, of everyday, of a term or of an actor with its full name."""
    if name in _EVERYDAY or set(name) <= set("IVX") or name in plan.settings.abbreviations:
        return True
    if any(name in re.findall(r"\w+", term) for term in plan.settings.terms):
        return True
    names = [(actor.name, *actor.also) for actor in plan.actors.values()]
    # "SOM+" is called so: it is no abbreviation that lacks its words.
    if any(other.startswith(name) and other[len(name) :] in _CALLED_SO for others in names for other in others):
        return True
    return any(_is_spelled_out(name, others) for others in names if name in others)


def _is_spelled_out(name: str, others: Iterable[str]) -> bool:
    return any(_spells(other, name) for other in others if other != name)


def _spells(words: str, name: str) -> bool:
    """True when the letters of *name* stand in this order in the words, the first at the head of a word."""
    letters = name.lower()
    starts = (match.start() for match in re.finditer(r"\w+", words) if name not in match[0])
    return any(_in_order(letters, words[start:].lower()) for start in starts)


def _in_order(letters: str, words: str) -> bool:
    rest = iter(words)
    return words[:1] == letters[:1] and all(letter in rest for letter in letters)


def _is_explained(name: str, text: str, start: int, end: int) -> bool:
    """True for "centrum algemeen welzijnswerk (CAW)" and "CAW (centrum …)"."""
    before = text[max(0, start - 120) : start].rstrip("\"'‘“ ")
    if before.endswith("(") and _spells(" ".join(re.split(_STOP, before[:-1])[-1].split()[-len(name) - 4 :]), name):
        return True
    after = re.compile(_BRACKETS).match(text, end)
    return bool(after and _spells(after[1], name))


def _is_heading(text: str, place: int) -> bool:
    """True in a line of several words that are all in capitals."""
    line = line_around(text, place)
    return line == line.upper() and len(re.findall(r"\w+", line)) > 1
