"""Every text of a plan that a person reads, with its place: what the checks of running text look at.

A document is an action, a goal, a chapter or a meeting.  Its texts are laid one after the other, so that a check searches once,
and asks for the place only of what it found.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from functools import cached_property, lru_cache
from itertools import accumulate, pairwise

from elzctl.checks.documents import BREAK, Document, of_action, of_chapter, of_goal, of_meeting
from elzctl.model import Plan

# To look for more words than this one by one takes longer than to cut the text into its words.
_MANY = 12
_WIDEST = 200
_YEAR = re.compile(r"20\d\d(?!\d)")
_WORD_SIGNS = bytes(sign if chr(sign).isalnum() else 32 for sign in range(256))


class Texts:
    """The documents of a plan in reading order, and their texts as one: what is rare is looked for in all at once."""

    def __init__(self, plan: Plan) -> None:
        """*plan* is read once."""
        before = {ref.id for ref in plan.settings.chapters.before}
        self.documents: tuple[Document, ...] = (
            *(of_chapter(chapter) for chapter in plan.chapters if chapter.id in before),
            *(of_goal(goal) for goal in plan.all_goals),
            *(of_action(action) for action in plan.actions),
            *(of_chapter(chapter) for chapter in plan.chapters if chapter.id not in before),
            *(of_meeting(meeting) for meeting in plan.meetings),
        )
        # All texts of all documents, each between two breaks; with one byte for each sign it is searched twice as fast.
        # A sign that is not of Latin-1 is a question mark in it: what is found is looked at again in its document.
        latin = [one.text.encode("latin-1", "replace").decode("latin-1") for one in self.documents]
        self._whole = BREAK.join(["", *latin, ""])
        # Where each document begins in it; the last one is where there is none any more.
        self._begins = list(accumulate([len(text) + len(BREAK) for text in latin], initial=len(BREAK)))

    @cached_property
    def vocabulary(self) -> frozenset[str]:
        """Every word and number of the plan as typed, cut at every sign; only Latin-1 letters make a word."""
        words: set[bytes] = set()
        # One document after the other: the words of all at once would not fit in the processor's own memory.
        for begin, end in pairwise(self._begins):
            words.update(_cut(self._whole[begin:end]).split())
        return frozenset([word.decode("latin-1") for word in words])

    @cached_property
    def figures(self) -> tuple[str, ...]:
        """The words of the vocabulary that are more than letters: few, and all that numbers are looked for in."""
        return tuple([word for word in self.vocabulary if not word.isalpha()])

    @cached_property
    def years(self) -> tuple[tuple[Document, list[int]], ...]:
        """The documents in which years of this century stand, each with where these begin."""
        found: dict[int, list[int]] = {}
        for match in _YEAR.finditer(self._whole):
            number = self._number(match.start())
            found.setdefault(number, []).append(match.start() - self._begins[number])
        return tuple([(self.documents[number], places) for number, places in found.items()])

    @cached_property
    def numbered(self) -> tuple[Document, ...]:
        """The documents with numbers that are no year and no small amount."""
        odd = [word for word in self.figures if word[-1].isdigit() and _is_odd(word)]
        return tuple(document for document, _ in self.holding(odd))

    def places(self, sign: str) -> Iterator[tuple[Document, int]]:
        """Where a sign or a word of Latin-1 stands: the document, and the place in its text.

        Every sign that is not of Latin-1 looks like a question mark here.
        """
        for place in self._places(sign):
            number = self._number(place)
            yield self.documents[number], place - self._begins[number]

    def having(self, *signs: str) -> Iterator[Document]:
        """The documents in which one of these signs stands, in reading order."""
        found: set[int] = set()
        for sign in signs:
            found.update(self._numbers(sign))
        return (self.documents[number] for number in sorted(found))

    def matching(self, *patterns: re.Pattern[str]) -> Iterator[Document]:
        """The documents in which one of these is found, in reading order; quick when they begin with a fixed sign."""
        found: set[int] = set()
        for pattern in patterns:
            begin = 0
            while match := pattern.search(self._whole, begin):
                number = self._number(match.start())
                found.add(number)
                begin = self._begins[number + 1]
        return (self.documents[number] for number in sorted(found))

    def holding(self, words: Iterable[str]) -> Iterator[tuple[Document, list[str]]]:
        """The documents in which some of these words stand, and which ones; be it within another word."""
        known = sorted(self.vocabulary.intersection(words), key=len)
        wanted = [word for place, word in enumerate(known) if not any(part in word for part in known[:place])]
        if len(wanted) > _MANY:
            every = frozenset(known)
            for document in self.documents:
                there = sorted(every.intersection(_words(document.text)))
                if there:
                    yield document, there
            return
        found: dict[int, list[str]] = {}
        for word in wanted:
            for number in self._numbers(word):
                found.setdefault(number, []).append(word)
        for number in sorted(found):
            yield self.documents[number], found[number]

    def near(
        self, words: Iterable[str], pattern: str, reach: int = 60, *, but: str = ""
    ) -> Iterator[tuple[Document, re.Match[str]]]:
        """What *pattern* finds within *reach* characters of these words: a search through whole texts costs too much.

        Words that stand in *but*, letter for letter, are passed over.  Expressions come as text and are made when the
        first word is found: most plans hold none of them, and making one takes a tenth of a millisecond and more.
        """
        for document, there in self.holding(words):
            text = document.text
            found = {
                match.span(): match
                for word in there
                for place in places(word, text)
                if not (but and text.startswith(but, place - max(0, but.find(word))))
                for match in re.compile(pattern).finditer(text, max(0, place - reach), place + len(word) + reach)
            }
            yield from ((document, found[span]) for span in sorted(found))

    def _numbers(self, sign: str) -> Iterator[int]:
        """The documents in which a sign or word stands, as numbers from 0."""
        behind = 0
        for place in self._places(sign):
            if place >= behind:
                number = self._number(place)
                yield number
                behind = self._begins[number + 1]

    def _places(self, sign: str) -> Iterator[int]:
        """Where a sign or word stands in the whole text."""
        if sign[0].isalnum():
            # An expression finds a word in two thirds of the time that find() takes.
            return (match.start() for match in re.finditer(re.escape(sign), self._whole))
        return places(sign, self._whole)

    def _number(self, place: int) -> int:
        """The number of the document in which a place of the whole text lies."""
        return bisect_right(self._begins, place) - 1


def places(word: str, text: str) -> Iterator[int]:
    """Where a word or sign stands in a text, be it within another word."""
    # One sign is found ten times as fast as two together, and signs are rare.
    look = word if word[0].isalnum() or word[0].isspace() else word[0]
    place = text.find(look)
    while place >= 0:
        if look is word or text.startswith(word, place):
            yield place
            place = text.find(look, place + len(word))
        else:
            place = text.find(look, place + 1)


def line_around(text: str, place: int) -> str:
    """The line in which a place stands; of a very long one what stands near."""
    low, high = max(0, place - _WIDEST), place + _WIDEST
    stop = text.find("\n", place, high)
    return text[max(low, text.rfind("\n", low, place) + 1) : stop if stop >= 0 else high]


def _words(text: str) -> list[str]:
    return _cut(text).decode("latin-1").split()


def _cut(text: str) -> bytes:
    """The text in Latin-1 with a blank for every sign."""
    return text.encode("latin-1", "replace").translate(_WORD_SIGNS)


def _is_odd(word: str) -> bool:
    long = len(word) == 3 or len(word) > 4 or (word[0] == "0" and len(word) > 1)
    if word.isdigit():
        return long or word == "32"
    return len(word) > 3 and (word[-3:].isdigit() or (word[:2].isalpha() and word[2:4].isdigit()))


def any_case(*words: str) -> frozenset[str]:
    """The words in small letters, with a capital, and in capitals."""
    return frozenset(form for word in words for form in (word, word.lower(), word.capitalize(), word.upper()))


def texts(plan: Plan) -> Texts:
    """The texts of *plan*, gathered once for all checks."""
    return _texts(_Same(plan))


class _Same:
    """A plan as a key: two are the same when they are one object, for comparing all values would cost too much."""

    __slots__ = ("plan",)

    def __init__(self, plan: Plan) -> None:
        self.plan = plan

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and self.plan is other.plan

    def __hash__(self) -> int:
        return id(self.plan)


@lru_cache(maxsize=1)
def _texts(key: _Same) -> Texts:
    return Texts(key.plan)
