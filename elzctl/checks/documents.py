"""The texts of one action, goal, chapter or meeting, laid one after the other, each knowing its place in the files."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator, Mapping
from functools import cached_property
from itertools import accumulate
from operator import attrgetter
from typing import TYPE_CHECKING, Any, TypeAlias

from elzctl.finding import Finding, Severity
from elzctl.model import Action, Chapter, Goal, StrategicGoal
from elzctl.sections import without_comments
from elzctl.source import Patch, Prose, Span
from elzctl.wording import Message

if TYPE_CHECKING:
    from elzctl.meeting import Meeting

BREAK = "\n\n\0\n\n"
"""Stands between two texts of a document: no sentence, word or line goes on over it."""

# What is no running text: names in references, addresses, code.
_ADDRESSES = (
    r"(?m)\[\[[^\[\]\n|]*|\]\([^()\n]*\)|^ {0,3}\[[^\]\n]+\]:.*|`[^`\n]+`|<[^<>\s]+>|https?://[^\s)>]+|www\.[^\s)>]+"
    r"|(?<![\w.+-])[\w.+-]{1,64}@[\w.-]+"
)

Place: TypeAlias = "tuple[Mapping[str, Span], str, Span]"
"""Where a text stands, not yet asked for: places by key, the key, and the place to name when that key has none."""


class Document:
    """The texts of one action, goal, chapter or meeting."""

    def __init__(
        self,
        owner: Action | Goal | StrategicGoal | Chapter | Meeting,
        pieces: list[str],
        places: list[Place],
        body: list[Prose],
    ) -> None:
        """*pieces* are the texts of the front matter and *places* where they stand; *body* is the Markdown under it."""
        self.owner = owner
        self.pieces = [*pieces, *[prose.text for prose in body]]
        self._places = places
        self._body = body

    @cached_property
    def text(self) -> str:
        """The texts one after the other, with :data:`BREAK` between them."""
        return BREAK.join(self.pieces)

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
        return list(accumulate((len(text) + len(BREAK) for text in self.pieces[:-1]), initial=0))

    def short(self, limit: int) -> Iterator[tuple[int, str]]:
        """The texts of fewer characters than *limit*, each with where it begins in the whole."""
        # Most documents have none, and that is soon seen.
        if self.pieces and min(map(len, self.pieces)) < limit:
            yield from ((self._starts[place], text) for place, text in enumerate(self.pieces) if len(text) < limit)

    @property
    def is_minutes(self) -> bool:
        """True for a meeting."""
        return not isinstance(self.owner, (Action, Goal, StrategicGoal, Chapter))

    @cached_property
    def body_start(self) -> int:
        """Where the text under the front matter begins; behind the end when there is none."""
        return self._starts[len(self._places)] if self._body else len(self.text) + 1

    def is_body(self, start: int) -> bool:
        """True for a place under the front matter."""
        return start >= self.body_start

    def is_markdown(self, start: int) -> bool:
        """True for a place in a text that is read as Markdown: the text of a goal too, but no title or note."""
        return self.is_body(start) or (
            isinstance(self.owner, (Goal, StrategicGoal))
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
        """The text in which a place stands, and where that text begins."""
        number = bisect_right(self._starts, start) - 1
        text = self.pieces[number]
        if number < len(self._places):
            places, key, lost = self._places[number]
            span = places.get(key, lost)
        else:
            span = self._body[number - len(self._places)].span
        # A value in quotes, or folded over lines, is longer in the file than it reads.
        return Prose(text, span, exact=span.end - span.start == len(text)), self._starts[number]


def of_action(action: Action) -> Document:
    """A fiche: its front matter in the order of the form, and its sections."""
    pieces: list[str] = []
    places: list[Place] = []
    lost = Span(action.path)
    _take(pieces, places, lost, action, _OF_ACTION)
    for step in action.steps:
        _take(pieces, places, lost, step, _OF_STEP)
    for indicator in action.indicators:
        _take(pieces, places, lost, indicator, _OF_INDICATOR)
    if action.condition is not None:
        _take(pieces, places, lost, action.condition, _OF_CONDITION)
    if action.decision is not None:
        _take(pieces, places, lost, action.decision, _OF_DECISION)
    for update in action.updates:
        _take(pieces, places, lost, update, _OF_UPDATE)
    body = [section.prose for section in action.body.sections]
    if action.body.intro.text:
        body.insert(0, action.body.intro)
    return Document(action, pieces, places, body)


def of_goal(goal: Goal | StrategicGoal) -> Document:
    """A goal: all its texts stand in the data."""
    pieces: list[str] = []
    places: list[Place] = []
    _take(pieces, places, goal.at.get("id", Span("")), goal, _OF_GOAL)
    return Document(goal, pieces, places, [])


def of_chapter(chapter: Chapter) -> Document:
    """A running chapter."""
    pieces: list[str] = []
    places: list[Place] = []
    _take(pieces, places, Span(chapter.path), chapter, _OF_CHAPTER)
    return Document(chapter, pieces, places, [chapter.body])


def of_meeting(meeting: Meeting) -> Document:
    """A meeting: its front matter, and the whole of its text with the lines that have a meaning."""
    pieces: list[str] = []
    places: list[Place] = []
    lost = Span(meeting.path)
    _take(pieces, places, lost, meeting, _OF_MEETING)
    for attachment in meeting.attachments:
        _take(pieces, places, lost, attachment, _OF_ATTACHMENT)
    if meeting.next is not None:
        _take(pieces, places, lost, meeting.next, _OF_OCCASION)
    prose = meeting.minutes.prose
    return Document(meeting, pieces, places, [Prose(without_comments(prose.text), prose.span)])


class _Keys:
    """The keys of a value that hold texts."""

    def __init__(self, *keys: str) -> None:
        self.keys = keys
        self.read: Callable[[Any], Any] = attrgetter(*keys, "at")


_OF_ACTION = _Keys("title", "reason", "no_evaluation")
_OF_STEP = _Keys("what", "note")
_OF_INDICATOR = _Keys("what", "measure")
_OF_CONDITION = _Keys("what", "then", "otherwise")
_OF_DECISION = _Keys("text")
_OF_UPDATE = _Keys("note")
_OF_GOAL = _Keys("title", "motto", "text")
_OF_CHAPTER = _Keys("title")
_OF_MEETING = _Keys("title", "location", "reason", "no_action_points")
_OF_ATTACHMENT = _Keys("title")
_OF_OCCASION = _Keys("location")


def _take(pieces: list[str], places: list[Place], lost: Span, value: object, keys: _Keys) -> None:
    """The texts of *value* that are there."""
    found = keys.read(value)
    for key, text in zip(keys.keys, found, strict=False):  # behind the texts stands where they are
        if text:
            pieces.append(text)
            places.append((found[-1], key, lost))
