"""Words in running text that might name somebody, where nothing shows whether they do: a person looks at them.

First come those with a first name or the spelling of a surname in them, then words side by side, then single ones.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Container, Iterable, Iterator, Sequence
from itertools import chain

from elzctl.intake import doubtful, inside, persons, surnames
from elzctl.intake.folded import places
from elzctl.intake.houses import Houses, is_house
from elzctl.intake.namesakes import NOUNS, behind_article, is_first_name, is_namesake
from elzctl.intake.paper import Block, Paper
from elzctl.intake.small_words import NO_NAME
from elzctl.intake.speaking import HEADS
from elzctl.intake.towns import is_place
from elzctl.intake.trades import is_before_many
from elzctl.record import NamedTuple
from elzctl.wording import Message, say

_WORD = r"[A-Z][a-z]+(?:['’-]?[A-Z][a-z]+)?"
_LONE = re.compile(r"(?<=[a-z,;]\s)(?P<name>[A-Z][a-z]{2,}(?:-[A-Z][a-z]+)?)(?![\w’'&+/-]|\s[A-Z])")
# At the head of a sentence a word is told when a name stands beside it, or what people do.
_HEAD = re.compile(
    rf"(?:\A|(?<=[.!?:]\s)|(?<=\n))(?P<name>[A-Z][a-z]{{2,}}(?:-[A-Z][a-z]+)?)(?:\s(?:en|and|&)\s(?P<next>{_WORD})(?!\s?[A-Z])"
    r"|\s(?:belt|mailt|vraagt|vroeg|zegt|zei|bezorgt|meldt|noteert|contacteert|antwoordt|bedankt|vindt|vertelt|stuurt|beaamt|reageert|benadrukt|vermeldt|oppert|overloopt|vult aan|licht toe|neemt contact|stelt voor|kijkt na|is (?:ziek|akkoord|afwezig|verontschuldigd)|asks|says|mails|calls|reports)\b)"
)
_LETTERS = re.compile(r"(?<![\w.])(?:[A-Z]\. ?){2,3}[A-Z]?\.?(?![\w.])(?!\s?(?:(?:van|de|den|der)\s)*[A-Z])")
_ALONE = re.compile(r"(?<![\w’'./@#&+-])[A-Z][a-z]+(?![\w&+-]|\s[A-Z])")
_CAPITAL_BEFORE = re.compile(r"(?<![\w.])([A-Z][\w’'-]*)\s\Z")
_TITLE = re.compile(r"(?i)\b(?:prof|dr|drs|ir|ing|mevr|dhr|mr|mw|st)\.\s\Z")
_RUN = re.compile(
    rf"(?<![\w'’./@#&+-]){_WORD}(?:\s(?:(?:van|de|den|der|ter|ten|el|al)\s){{0,3}}{_WORD}){{1,3}}(?![\w&+-])"
)
# Things and houses have an article, and places stand behind *in*.
_BEFORE = re.compile(
    r"(?i)(?<!\w)(?:de|het|een|ons|onze|deze|dit|elke|in|te|naar|uit|rond|regio|the|an?|our|this|in|at|from)\s\Z"
)
# Languages, in which folders and courses are; *Frans* and *Duits* are names too.
_LANGUAGES = re.compile(
    r"(?:Engels|Nederlands|Spaans|Italiaans|Portugees|Arabisch|Turks|Pools|Roemeens|Bulgaars|Oekrai?e?ns|Russisch|Berbers|Farsi|Dari|Pasjtoe|Perzisch|Tigrinya|Somalisch|Albanees|Servisch|Kroatisch|Bosnisch|Grieks|Hongaars|Tsjechisch|Slowaaks|Chinees|Japans|Vietnamees|Nepalees|Hindi|Urdu|Lingala|Swahili|Koerdisch|Armeens|Georgisch|Hebreeuws|Latijn)"
)
_TWO = 2  # words of a first name and a surname
_MOST = 25  # single words; more would not be read
_MOST_NAMES = 40  # of those that look most like names


class _Found(NamedTuple):
    """How little these words look like a name, and where they stand in a text."""

    rank: int
    first: int
    last: int


def undecided(
    paper: Paper,
    small: Container[str],
    known: Sequence[str],
    found: Callable[[str], Iterable[persons.Name]],
    people: Iterable[str] = (),
) -> Message | None:
    """What to tell about the words of *paper* with capitals that nothing decides, each once with its line.

    *small* are its words in small letters, *known* the names of its organisations; *found* gives the people in a text, and
    *people* are all of their full names: of a surname that is a word too each place is told where it stays.
    """
    looking = _Looking(small, known, paper.blocks, people)
    told: dict[str, tuple[int, int]] = {}
    for block in paper.blocks:
        loose = list(looking.at(block)) if block.text else []
        if not loose:
            continue
        taken = _covered(len(block.text), ((one.first, one.last) for one in found(block.text)))
        line = paper.lines[block.lines[0]].number if block.lines else 0
        for rank, first, last in loose:
            if not any(taken[first:last]):
                words = block.text[first:last].strip(" ,;:!?()")
                told.setdefault(words if _LETTERS.fullmatch(words) else words.strip("."), (rank, line))
    ranked = sorted(told.items(), key=lambda one: one[1][0])
    shown = [*[one for one in ranked if not one[1][0]][:_MOST_NAMES], *[one for one in ranked if one[1][0]][:_MOST]]
    if not shown:
        return None
    names = ", ".join(f"{word} ({line})" for word, (_, line) in shown)
    return say(
        "Nothing shows whether these words name a person (behind each the number of its line): {names}. Look at them before you publish.",
        names=names,
    )


def _covered(length: int, spans: Iterable[tuple[int, int]]) -> bytearray:
    """For each sign of a text whether it stands in one of these stretches."""
    covered = bytearray(length)
    for first, last in spans:
        covered[first:last] = b"\x01" * (last - first)
    return covered


class _Looking:
    """What a document makes sure about the words in it."""

    def __init__(
        self, small: Container[str], known: Sequence[str], blocks: Iterable[Block], people: Iterable[str] = ()
    ) -> None:
        self._small = small
        self._houses = Houses(known)
        self._parts = frozenset(word for name in known for word in name.split())
        surnames_of = {word for name in people for word in persons.surname(name).split() if word[:1].isupper()}
        self._surnames = frozenset(word for word in surnames_of if word.lower() not in NO_NAME and not is_place(word))
        headings = (block.text for block in blocks if block.level or block.style.startswith(("heading", "title")))
        self._headed = frozenset(word for text in headings for word in re.findall(r"\w+", text))

    def at(self, block: Block) -> Iterator[_Found]:
        """Where such words stand in a block, none over another."""
        plain, at = places(block.text)
        loose = [
            *self._called(plain),
            *self._runs(plain),
            *self._lone(plain),
            *(_Found(1, *one.span()) for one in _LETTERS.finditer(plain) if not _is_known_short(one[0])),
        ]
        taken = _covered(len(plain), self._houses.spans(plain) if loose else ())
        for rank, first, last in sorted(loose, key=lambda one: one[1:]):
            if not any(taken[first:last]):
                taken[first:last] = b"\x01" * (last - first)
                yield _Found(rank, at[first], at[last])
        yield from (_Found(0, first, last) for first, last in inside.perhaps(block.text))

    def _called(self, plain: str) -> Iterator[_Found]:
        """Where a surname of somebody stands alone: no article before it, and no other name beside it."""
        for one in _ALONE.finditer(plain) if self._surnames else ():
            if one[0] in self._surnames and not behind_article(plain, one.start()) and not _goes_on(plain, one.start()):
                yield _Found(0, *one.span())

    def _runs(self, plain: str) -> Iterator[_Found]:
        for run in _RUN.finditer(plain):
            first, words = run.start(), run[0].split()
            while len(words) > 1 and (words[0].lower() in NO_NAME or _does(words) or not words[0][:1].isupper()):
                first += len(words.pop(0)) + 1
            while len(words) > 1 and words[-1].lower() in NO_NAME - NOUNS:
                words.pop()
            capitals = [word for word in words if word[:1].isupper()]
            if len(capitals) > 1 and not self._is_settled_run(capitals, " ".join(words)):
                is_like = any(is_first_name(word) or surnames.has_form(word) for word in capitals)
                yield _Found(0 if is_like else 1, first, first + len(" ".join(words)))

    def _is_settled_run(self, capitals: Sequence[str], words: str) -> bool:
        """True for a name of an organisation or of a house, and for words that the document has in small letters or headings."""
        if is_house(words) or all(
            word in self._parts or word in self._headed or word.lower() in self._small or is_place(word)
            for word in capitals
        ):
            return True
        is_two = len(words.split()) == _TWO and doubtful.may_be_two(words, self._small)
        is_called = any(is_first_name(word) for word in capitals[:1]) or is_namesake(words) or is_two
        return not is_called and persons.shows_organisation(words)

    def _lone(self, plain: str) -> Iterator[_Found]:
        for one in chain(_LONE.finditer(plain), _HEAD.finditer(plain)):
            word = one["name"]
            other = one["next"] if "next" in one.groupdict() else None
            is_thing = _BEFORE.search(plain, max(0, one.start() - 10), one.start()) is not None
            is_beside = other is None or not (self._is_sure(other) or persons.shows_organisation(other))
            is_alone = not (is_thing or _goes_on(plain, one.start()) or _is_titled(plain, one.start()))
            if is_alone and is_beside and not self._is_sure(word):
                yield _Found(2, *one.span("name"))

    def _is_sure(self, word: str) -> bool:
        return (
            word.lower() in HEADS
            or word in self._parts
            or _LANGUAGES.fullmatch(word) is not None
            or doubtful.is_known(word, self._small)
        )


def _is_titled(plain: str, place: int) -> bool:
    """True behind a title such as *Prof.*, which ends no sentence: who is quoted is no member of the public."""
    return _TITLE.search(plain, max(0, place - 8), place) is not None


def _does(words: Sequence[str]) -> bool:
    """True for what several do before the names of two or more: *Vrijwilligers Quo Vadis en …*."""
    return len(words) > _TWO and is_before_many(words[0])


def _goes_on(plain: str, place: int) -> bool:
    """True behind another word with a capital, of which the name is told as a whole."""
    before = _CAPITAL_BEFORE.search(plain, max(0, place - 40), place)
    return before is not None and before[1].lower() not in NO_NAME


def _is_known_short(letters: str) -> bool:
    return persons.is_known_short(re.sub(r"[. ]", "", letters))
