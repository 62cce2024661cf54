"""Sentences in minutes that promise something without saying who does it and by when."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from elzctl.checks.documents import Document
from elzctl.checks.marks import mark
from elzctl.checks.texts import line_around, texts
from elzctl.finding import Finding, Severity
from elzctl.model import Plan
from elzctl.record import NamedTuple
from elzctl.wording import say

if TYPE_CHECKING:
    from elzctl.meeting import Meeting, Noted

# What is promised, as it is written behind "wordt" and behind "zal": to pass on, to look into, to come back to.
_PASSED_ON = frozenset(
    """gestuurd doorgestuurd rondgestuurd toegestuurd nagestuurd opgestuurd verstuurd doorgegeven gemaild doorgemaild bezorgd
    overgemaakt verspreid verdeeld meegedeeld meegenomen teruggekoppeld gecommuniceerd voorzien bekeken besproken opgevolgd
    opgenomen aangekaart uitgewerkt uitgeklaard uitgezocht onderzocht nagevraagd nagekeken nagegaan bevraagd gecontacteerd
    geagendeerd ingepland toegevoegd aangevuld aangepast gepubliceerd overlegd afgestemd verduidelijkt""".split()
)
_TO_PASS_ON = frozenset(
    """meenemen opnemen doorsturen rondsturen toesturen nasturen opsturen bezorgen doorgeven mailen doormailen overmaken
    verspreiden terugkoppelen communiceren bekijken bespreken opvolgen aankaarten uitwerken uitklaren uitzoeken onderzoeken
    navragen nakijken nagaan bevragen contacteren agenderen inplannen afstemmen overleggen""".split()
)
_TO_DO = _TO_PASS_ON | frozenset(
    """groeperen bundelen oplijsten inventariseren vastleggen afspreken bepalen beslissen voorleggen rondvragen opvragen
    aanpakken regelen""".split()
)
_SENT = frozenset(
    """sent circulated forwarded shared mailed discussed examined explored checked raised clarified communicated passed
    followed looked worked taken decided confirmed""".split()
)
_TO_SEND = frozenset(
    "send share ask check contact report discuss examine investigate communicate forward circulate".split()
)


class _Phrase(NamedTuple):
    """A turn of phrase: words in order, with at most so many others before each; it is found by the one at *rare*.

    Where none of *needed* stands near, it is not.
    """

    words: tuple[frozenset[str], ...]
    between: tuple[int, ...]
    rare: int
    needed: frozenset[str]


def _phrase(rare: int, *parts: str | int | frozenset[str]) -> _Phrase:
    """A turn of phrase: words that may stand for each other, and between two how many others may come."""
    words, between = list[frozenset[str]](), [0]
    for part in parts:
        if isinstance(part, int):
            between[-1] = part
        else:
            words.append(frozenset(part.split()) if isinstance(part, str) else part)
            between.append(0)
    others = [one for place, one in enumerate(words) if place != rare]
    return _Phrase(tuple(words), tuple(between[:-1]), rare, min(others, key=len))


_PHRASES = (
    _phrase(0, "neemt nemen", 14, "mee"),
    _phrase(1, "wordt worden", 14, "meegenomen"),
    _phrase(0, "zal zullen", 16, _PASSED_ON, "worden"),
    _phrase(0, "zal zullen", 16, "worden", _PASSED_ON),
    _phrase(0, "zal zullen", 16, _TO_PASS_ON),
    _phrase(
        1,
        "wordt worden ga gaat gaan moet moeten dient dienen",
        10,
        "later verder binnenkort eerstdaags",
        5,
        _PASSED_ON | _TO_PASS_ON,
    ),
    _phrase(
        1,
        "communiceert communiceren informeert informeren bekijkt bekijken mailt mailen stuurt sturen bezorgt bezorgen"
        " communicate",
        5,
        "later binnenkort eerstdaags",
    ),
    _phrase(1, "hierover", "later binnenkort"),
    _phrase(2, "kom komt komen", 5, "op hierop daarop erop", "terug"),
    _phrase(1, "wordt worden moet moeten", 8, "nog", 4, "doorgestuurd rondgestuurd bezorgd nagevraagd bekeken"),
    _phrase(1, "laat laten", 4, "nog iets", 3, "weten"),
    _phrase(0, "will", 10, "be", _SENT),
    _phrase(0, "gaan zullen", "we wij", 14, _TO_DO),
    _phrase(1, "we wij", "gaan zullen", 14, _TO_DO),
    _phrase(1, "we wij", "bekijken onderzoeken"),
    _phrase(0, "bekijken onderzoeken", "we wij"),
    _phrase(1, "iedereen iedere elke ieder elk", 2, "bekijkt onderzoekt bezorgt"),
    _phrase(1, "moet moeten dient dienen", 4, "nog", 4, "beslist bepaald afgesproken geregeld gevraagd", 1, "worden"),
    _phrase(0, "nog verder later", 2, "te", 1, "bekijken bespreken onderzoeken plannen regelen"),
    _phrase(1, "info informatie details uitnodiging verslag link data nota", "volgt volgen"),
    _phrase(0, "volgt", 2, "later binnenkort"),
    _phrase(1, "wordt", "vervolgd"),
    _phrase(0, "houdt houden hou", 4, "op in", "de het", "hoogte oog gaten"),
    # Patients are sent on too.
    _phrase(0, "stuurt sturen", 4, "nota verslag info informatie presentatie link lijst document dit", 4, "door rond"),
    _phrase(0, "koppelt koppelen", 8, "terug"),
    _phrase(1, "zoekt zoeken kijkt kijken vraagt vragen volgt volgen pikt pikken", "dit deze", 3, "uit na op"),
    _phrase(1, "bezorgt bezorgen mailt mailen", 3, "nog"),
    _phrase(0, "will", 6, _TO_SEND),
    _phrase(1, "we", 1, "should need must", 1, "to look find think ask check discuss decide"),
    _phrase(0, "needs need", 2, "to", "be", _SENT),
    _phrase(2, "to", "be", "discussed clarified"),
    _phrase(0, "keeps keep", 3, "posted informed"),
    _phrase(0, "follows", 1, "later soon"),
    _phrase(1, "information details invitation minutes", "follows follow"),
    _phrase(0, "will", 6, "look", "into"),
    _phrase(0, "will", 6, "find", "out"),
    _phrase(0, "will", 6, "let", 1, "know"),
    _phrase(0, "will", 6, "follow", 1, "up"),
    _phrase(0, "take takes", "this that it", "up along back further forward"),
    _phrase(1, "come comes get gets", "back", "to on", "this that it us"),
    _phrase(2, "to", "be", "followed looked", "up into at"),
)

# Words, and what ends a sentence: a sign, an empty line, the next item of a list.
_WORD = re.compile(r"[^\W_]+(?:[’'-][^\W_]+)*|[.;:!?](?=\s|\Z)|\0|\n(?=[ \t\r]*(?:\n|[-*+>#|•]|\d+[.)]))")
_BEGINS = r".*(?:[.;!?](?=\s)|\n[ \t\r]*\n|\n[ \t]*(?:[-*+•|#]+|\d+[.)])[ \t]|\0|\s[–—-]\s)"
_ENDS = r"[.;!?](?=\s|\Z)|\n[ \t\r]*(?:\n|[-*+•|#]|\d+[.)]|\Z)|\0|\s[–—-]\s"
_REACH, _WIDEST, _WORDS = 120, 300, 100
_MONTH = r"(?:jan|feb|maa?r|apr|mei|may|jun|jul|aug|sep|okt|oct|nov|dec)"
_DATED = rf"(?i)\b(?:[0-3]?\d\s+{_MONTH}|20\d\d\b|[0-3]?\d[/-][01]?\d\b|(?:in|tegen|begin|midden|half|eind|by|of)\s+{_MONTH})"


def loose_promise(plan: Plan) -> Iterator[Finding]:
    """A sentence in minutes promises something, and says neither who does it nor by when in a way that is followed.

    "Wordt verder bekeken" is forgotten at the next meeting. As an action point it comes back by itself, until it is done.
    This looks for a few turns of phrase only, and is never complete.

    Wrong::

        Het verslag van de werkgroep zal doorgestuurd worden.

    Right::

        - [ ] Het verslag van de werkgroep doorsturen @huizen-van-het-kind tegen:2025-06-01
    """
    for document, start, end in _promises(plan):
        first, last = _sentence(document.text, start, end)
        line = (
            f"- [ ] {_short(document.text[first:last])} @{mark(plan, 'who')} {mark(plan, 'due')}:{mark(plan, 'date')}"
        )
        message = say("“{text}”: who does this, and by when?", text=_short(document.text[start:end]))
        hint = say("Note it as an action point: “{line}”.", line=line)
        yield document.finding("loose-promise", Severity.INFO, message, (start, end), hint)


def _promises(plan: Plan) -> Iterator[tuple[Document, int, int]]:
    """The words that promise, one promise a sentence."""
    from elzctl.meeting import Meeting

    if not plan.meetings:
        return
    gathered = texts(plan)
    minutes = [document for document in gathered.documents if isinstance(document.owner, Meeting)]
    seen: set[tuple[str, int]] = set()
    for word, phrases in _by_word(gathered.vocabulary).items():
        for document, place in _places(word, minutes):
            owner = document.owner
            if not isinstance(owner, Meeting) or document.text[place - 1 : place].isalnum():
                continue
            where = _found(phrases, document.text, place, place + len(word))
            if where is not None:
                first, last = _sentence(document.text, *where)
                if (owner.id, first) not in seen and _is_loose(owner, document, (first, last), where):
                    seen.add((owner.id, first))
                    yield document, *where


def _places(word: str, documents: Iterable[Document]) -> Iterator[tuple[Document, int]]:
    """Where a word stands: in minutes alone, which are the smaller part of most plans."""
    for document in documents:
        place = document.text.find(word)
        while place >= 0:
            yield document, place
            place = document.text.find(word, place + len(word))


def _by_word(vocabulary: frozenset[str]) -> dict[str, list[_Phrase]]:
    """The turns of phrase by the words that find them, as far as these stand in a text."""
    found: dict[str, list[_Phrase]] = {}
    for phrase in _PHRASES:
        for word in phrase.words[phrase.rare]:
            for form in (word, word.capitalize()):
                if form in vocabulary:
                    found.setdefault(form, []).append(phrase)
    return found


def _found(phrases: Iterable[_Phrase], text: str, place: int, end: int) -> tuple[int, int] | None:
    """Where the first of these begins and ends that has its rare word at a place."""
    if text[end : end + 1].isalnum():
        return None
    low = max(0, place - _REACH)
    near = text[low : end + _REACH].lower()
    phrases = [phrase for phrase in phrases if any(map(near.__contains__, phrase.needed))]
    if not phrases:
        return None
    before = [(match[0].lower(), match.start()) for match in _WORD.finditer(text, low, place)][::-1]
    behind = [(match[0].lower(), match.end()) for match in _WORD.finditer(text, end, end + _REACH)]
    for words, between, rare, _ in phrases:
        first = _reached(before, words[:rare][::-1], between[rare:0:-1], place)
        last = _reached(behind, words[rare + 1 :], between[rare + 1 :], end)
        if first is not None and last is not None:
            return first, last
    return None


def _reached(
    near: Sequence[tuple[str, int]], wanted: Sequence[frozenset[str]], between: Sequence[int], place: int
) -> int | None:
    """How far a sentence goes from a place to the last of the wanted words; ``None`` when they are not there in order."""
    at = 0
    for words, most in zip(wanted, between, strict=True):
        for step in range(at, min(at + most + 1, len(near))):
            word = near[step][0]
            if word in words:
                at, place = step + 1, near[step][1]
                break
            if not word[0].isalnum():
                return None
        else:
            return None
    return place


def _sentence(text: str, start: int, end: int) -> tuple[int, int]:
    """Where the sentence begins and ends in which something stands; a dash divides it too."""
    low = max(0, start - _WIDEST)
    begins = re.compile(_BEGINS, re.DOTALL).match(text[low:start])
    ends = re.compile(_ENDS).search(text, end, end + _WIDEST)
    first = low + begins.end() if begins is not None else low
    last = ends.start() if ends is not None else min(len(text), end + _WIDEST)
    return first + len(text[first:start]) - len(text[first:start].lstrip()), last


def _is_loose(meeting: Meeting, document: Document, sentence: tuple[int, int], where: tuple[int, int]) -> bool:
    """True for running text; not for what was noted, for a question, a quotation or code, nor when there is a date."""
    text = document.text
    if text[sentence[1] : sentence[1] + 1] == "?" or re.search(_DATED, text[slice(*sentence)]):
        return False
    if line_around(text, where[0]).lstrip().startswith((">", "#")) or _is_fenced(text, where[0]):
        return False
    place = document.at(*where).start
    return not any(one.span.start <= place < _end(one) for one in meeting.minutes.noted())


def _is_fenced(text: str, place: int) -> bool:
    """True within a block of code: an odd number of fences stands above."""
    return any(text.count(f"\n{fence}", 0, place) % 2 for fence in ("```", "~~~"))


def _end(noted: Noted) -> int:
    """Where what was noted ends, with the lines under it."""
    below = getattr(noted, "at", {}).get("below") or max(
        (step.span for step in getattr(noted, "steps", ())), default=None
    )
    return below.end if below is not None else noted.span.end


def _short(text: str) -> str:
    words = " ".join(text.split())
    return words if len(words) <= _WORDS else f"{words[: _WORDS - 1]}…"
