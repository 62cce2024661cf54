"""Every text of a plan that a person reads, with its place: what the checks of running text look at.

A document is an action, a goal or a chapter.  Its texts are laid one after the other, so that a check searches once,
and asks for the place only of what it found.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property, lru_cache
from itertools import accumulate
from typing import TypeAlias

from elzctl.finding import Finding, Severity
from elzctl.model import Action, Chapter, Goal, Plan, StrategicGoal
from elzctl.source import Patch, Prose, Span
from elzctl.wording import Message

BREAK = "\n\n\0\n\n"
"""Stands between two texts of a document: no sentence, word or line goes on over it."""

# To look for more words than this one by one takes longer than to cut the text into its words.
_MANY = 12
_WIDEST = 200
_WORD_SIGNS = bytes(sign if chr(sign).isalnum() else 32 for sign in range(256))
# What is no running text: names in references, addresses, code.
_ADDRESSES = (
    r"(?m)\[\[[^\[\]\n|]*|\]\([^()\n]*\)|^ {0,3}\[[^\]\n]+\]:.*|`[^`\n]+`|<[^<>\s]+>|https?://[^\s)>]+|www\.[^\s)>]+"
    r"|(?<![\w.+-])[\w.+-]{1,64}@[\w.-]+"
)


Piece: TypeAlias = tuple[str, Span]
"""A text with its place."""


class Document:
    """The texts of one action, goal or chapter."""

    def __init__(self, owner: Action | Goal | StrategicGoal | Chapter, data: list[Piece], body: list[Piece]) -> None:
        """*data* holds the texts of the front matter, *body* the Markdown under it."""
        self.owner = owner
        self._pieces = data + body
        self._body = len(data)
        self.text = BREAK.join([piece[0] for piece in self._pieces])

    @cached_property
    def folded(self) -> str:
        """The text in small letters, each character in its place."""
        return self.text.encode("latin-1", "replace").lower().decode("latin-1")

    @cached_property
    def prose(self) -> str:
        """The text with NUL for every character of an address, an id and code, each character in its place."""
        if not any(sign in self.text for sign in ("[", "`", "<", "@", "http", "www.")):
            return self.text
        return re.sub(_ADDRESSES, lambda match: "\0" * len(match[0]), self.text)

    @cached_property
    def _starts(self) -> list[int]:
        return list(accumulate((len(text) + len(BREAK) for text, _ in self._pieces[:-1]), initial=0))

    def bodies(self) -> Iterator[tuple[int, str]]:
        """The texts under the front matter, each with where it begins in the whole."""
        for place in range(self._body, len(self._pieces)):
            yield self._starts[place], self._pieces[place][0]

    def short(self, limit: int) -> Iterator[tuple[int, str]]:
        """The texts of fewer characters than *limit*, each with where it begins in the whole; not those of blanks alone."""
        for place, (text, _) in enumerate(self._pieces):
            if len(text) < limit and not text.isspace():
                yield self._starts[place], text

    def is_body(self, start: int) -> bool:
        """True for a place under the front matter."""
        return bisect_right(self._starts, start) > self._body

    def is_markdown(self, start: int) -> bool:
        """True for a place in a text that is read as Markdown: the text of a goal too, but no title or note."""
        return self.is_body(start) or (
            not isinstance(self.owner, (Action, Chapter))
            and bool(self.owner.text)
            and self._piece(start)[1] == self._starts[-1]
        )

    def is_address(self, place: int) -> bool:
        """True for a character of an address, an id or code."""
        return self.prose[place] == "\0"

    def at(self, start: int, end: int) -> Span:
        """Where the characters from *start* to *end* stand; the whole value when that is not known."""
        prose, begin = self._piece(start)
        return prose.at(start - begin, end - begin)

    def patch(self, start: int, end: int, new: str) -> tuple[Patch, ...]:
        """The change of these characters into *new*; none when their place is not exactly known."""
        prose, begin = self._piece(start)
        if not prose.exact or end - begin > len(prose.text):
            return ()
        at = prose.at(start - begin, end - begin)
        return (Patch(at.path, at.start, at.end, new),)

    def finding(
        self,
        code: str,
        severity: Severity,
        message: Message,
        where: tuple[int, int],
        hint: Message | None = None,
        *,
        related: tuple[tuple[Message, Span], ...] = (),
        fix: tuple[Patch, ...] = (),
    ) -> Finding:
        """A finding about the characters *where*."""
        about = self.owner.id if isinstance(self.owner, (Goal, StrategicGoal)) else ""
        return Finding(code, severity, message, self.at(*where), hint, related, fix, about)

    def _piece(self, start: int) -> tuple[Prose, int]:
        place = bisect_right(self._starts, start) - 1
        text, span = self._pieces[place]
        # A value in quotes, or folded over lines, is longer in the file than it reads.
        return Prose(text, span, exact=span.end - span.start == len(text)), self._starts[place]


class Texts:
    """The documents of a plan in reading order."""

    def __init__(self, plan: Plan) -> None:
        """*plan* is read once."""
        before = {ref.id for ref in plan.settings.chapters.before}
        self.documents: tuple[Document, ...] = (
            *(_chapter(chapter) for chapter in plan.chapters if chapter.id in before),
            *(_goal(goal) for goal in plan.all_goals),
            *(_action(action) for action in plan.actions),
            *(_chapter(chapter) for chapter in plan.chapters if chapter.id not in before),
        )

    @cached_property
    def vocabulary(self) -> frozenset[str]:
        """Every word and number of the plan as typed, cut at every sign; only Latin-1 letters make a word."""
        words: set[str] = set()
        for document in self.documents:
            words.update(_words(document.text))
        return frozenset(words)

    @cached_property
    def numbered(self) -> tuple[Document, ...]:
        """The documents with numbers that are no year and no small amount."""
        odd = [word for word in self.vocabulary if word[-1].isdigit() and _is_odd(word)]
        return tuple(document for document, _ in self.holding(odd))

    def holding(self, words: Iterable[str]) -> Iterator[tuple[Document, list[str]]]:
        """The documents in which some of these words stand, and which ones; be it within another word."""
        known = sorted(self.vocabulary.intersection(words), key=len)
        wanted = [word for place, word in enumerate(known) if not any(part in word for part in known[:place])]
        many = frozenset(known) if len(wanted) > _MANY else frozenset()
        for document in self.documents if wanted else ():
            text = document.text
            there = sorted(many.intersection(_words(text))) if many else [word for word in wanted if word in text]
            if there:
                yield document, there

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


def places(word: str, text: str) -> Iterator[int]:
    """Where a word stands in a text, be it within another word."""
    place = text.find(word)
    while place >= 0:
        yield place
        place = text.find(word, place + len(word))


def line_around(text: str, place: int) -> str:
    """The line in which a place stands; of a very long one what stands near."""
    low, high = max(0, place - _WIDEST), place + _WIDEST
    stop = text.find("\n", place, high)
    return text[max(low, text.rfind("\n", low, place) + 1) : stop if stop >= 0 else high]


def _words(text: str) -> list[str]:
    return text.encode("latin-1", "replace").translate(_WORD_SIGNS).decode("latin-1").split()


def _is_odd(word: str) -> bool:
    long = len(word) == 3 or len(word) > 4 or (word[0] == "0" and len(word) > 1)
    return word == "32" or (long if word.isdigit() else len(word) > 3 and word[:2].isalpha() and word[2:4].isdigit())


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


def _action(action: Action) -> Document:
    lost = Span(action.path)
    data: list[Piece] = []
    _take(data, action, action.at, lost, ("title", "reason", "no_evaluation"))
    for step in action.steps:
        _take(data, step, step.at, lost, ("what", "note"))
    for indicator in action.indicators:
        _take(data, indicator, indicator.at, lost, ("what", "measure"))
    if action.condition is not None:
        _take(data, action.condition, action.condition.at, lost, ("what", "then", "otherwise"))
    if action.decision is not None:
        _take(data, action.decision, action.decision.at, lost, ("text",))
    for update in action.updates:
        _take(data, update, update.at, lost, ("note",))
    body = [(section.prose.text, section.prose.span) for section in action.body.sections]
    if action.body.intro.text:
        body.insert(0, (action.body.intro.text, action.body.intro.span))
    return Document(action, data, body)


def _goal(goal: Goal | StrategicGoal) -> Document:
    data: list[Piece] = []
    _take(data, goal, goal.at, goal.at.get("id", Span("")), ("title", "motto", "text"))
    return Document(goal, data, [])


def _chapter(chapter: Chapter) -> Document:
    data: list[Piece] = []
    _take(data, chapter, chapter.at, Span(chapter.path), ("title",))
    return Document(chapter, data, [(chapter.body.text, chapter.body.span)])


def _take(pieces: list[Piece], value: object, at: Mapping[str, Span], lost: Span, keys: tuple[str, ...]) -> None:
    """The texts of *value* that are there."""
    for key in keys:
        text = getattr(value, key)
        if text:
            pieces.append((text, at.get(key, lost)))
