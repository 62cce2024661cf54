"""The history of the pages of a site in words of one language."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from elzctl import dates
from elzctl.model import Action, Plan
from elzctl.render.changes_values import Values, label
from elzctl.render.changes_words import Words
from elzctl.render.site.past_pages import Entry
from elzctl.render.site.plain_lines import unfollowed
from elzctl.views.changes import Changes
from elzctl.views.changes_parts import Field, Listed, Part, Renamed
from elzctl.views.pages_history import Happened, PagesPast
from elzctl.views.planned import ended
from elzctl.views.still_said import Hushed, Memory, Now, Sign, Told
from elzctl.wording import Language, Message, say, say_count

MOST_LINES = 8
"""So many things are said of what changed on one day."""

_DAY = re.compile(
    r"(?<![\w/.:-])(?:\d{4}-\d\d-\d\d(?:/\d{4}-\d\d-\d\d)?|\d{1,2}/\d{1,2}/\d{4}|\d{1,2}-\d{1,2}-\d{4})(?![\w/-]|[:.]\w)"
)
"""A whole day in figures, or from one to another."""
_DATED = frozenset({"decision", "since", "updates"})
"""What has a day of its own, on which the feed tells it: that of a meeting, as a rule, and not that of a commit."""
_ENDED = frozenset({"status", "reason"})
"""What is told with the day on which an action ended."""
_SIGNS: Mapping[Sign, Message] = {
    Sign.NEW: say("added"),
    Sign.GONE: say("taken out"),
    Sign.CHANGED: say("changed"),
}


def in_words(found: PagesPast, plan: Plan, language: Language, today: date) -> Mapping[str, tuple[Entry, ...]]:
    """What happened to each thing, told in a language; *plan* is the published one of *today*, which has the names."""
    told = _Told(plan, language, today)
    return {name: lines for name, some in found.happened.items() if (lines := tuple(told.entries(name, some)))}


def _undated(part: Told) -> Told | None:
    """A part without what in it has a day of its own; ``None`` when that is all."""
    if not isinstance(part, Listed) or not part.parts:
        return part
    kept = tuple(one for one in part.parts if not _is_dated(one))
    return part if len(kept) == len(part.parts) else part._replace(parts=kept) if kept else None


def _is_dated(part: Part) -> bool:
    """True for what has a day of its own in a step and in an indicator: that it was done, and what was measured."""
    if isinstance(part, Field):
        return part.key == "done" and part.new is not None
    return isinstance(part, Listed) and part.key == "measured" and getattr(part.new, "on", None) is not None


class _Told:
    """What happened to the things of a plan, in words."""

    def __init__(self, plan: Plan, language: Language, today: date) -> None:
        self._plan = plan
        self._today = today
        self._say = language
        self._words = Words(Changes(plan, plan, (), Renamed({}, {})), language)
        self._values = {noted: Values(plan, language, noted=noted) for noted in (False, True)}

    def entries(self, name: str, some: Iterable[Happened]) -> Iterator[Entry]:
        """What happened on one day is one entry; the day on which it came tells no more than that."""
        action = self._plan.by_id.get(name)
        memory = Memory(self._plan, action or self._plan.meetings_by_id[name])
        dated = self._dated(action) if action is not None else _DATED
        days: dict[date, dict[str, str]] = {}
        some = tuple(some)
        came = {one.day for one in some if one.change is None}
        for one in some:
            if one.change is not None and one.day in came:
                continue
            days.setdefault(one.day, {}).update(self._lines(one, memory, dated))
        for day, lines in days.items():
            if lines:
                news = tuple(filter(None, lines.values()))
                yield Entry(day, self._few(tuple(lines)), day in came, self._few(news))

    def _few(self, lines: tuple[str, ...]) -> tuple[str, ...]:
        rest = len(lines) - MOST_LINES
        if rest < 2:
            return lines
        more = say_count("and {count} more change", "and {count} more changes", rest)
        return (*lines[:MOST_LINES], self._say(more))

    def _dated(self, action: Action) -> frozenset[str]:
        """The keys of what the feed tells on a day of its own; of how an action ended too, when that has a day."""
        end = ended(self._plan, action)
        return _DATED | _ENDED if end is not None and end.last <= self._today else _DATED

    def _lines(self, one: Happened, memory: Memory, dated: frozenset[str]) -> Iterator[tuple[str, str]]:
        """Each line, and what of it is news of that day: nothing of what is *dated* itself."""
        if one.change is None:
            line = self._say(say("added to the plan") if memory.is_of_action else say("added"))
            yield line, line
            return
        noted = not memory.is_of_action
        for part in memory.parts(one.change.parts):
            if line := self._line(part, noted=noted):
                new = None if part.key.partition(".")[0] in dated else _undated(part)
                yield line, line if new is part else self._line(new, noted=noted) if new is not None else ""

    def _line(self, part: Told, *, noted: bool) -> str:
        """A part as a line; "" when there is nothing to say."""
        if isinstance(part, Hushed):
            return self._hushed(part, noted=noted)
        if isinstance(part, Now):
            return self._now(part, noted=noted)
        line = self._words.line(part, noted=noted)
        return self._public(f"{line.lead} {''.join(run.text for run in line.runs)}") if line.runs else ""

    def _public(self, text: str) -> str:
        return _DAY.sub(self._day, unfollowed(text))

    def _day(self, match: re.Match[str]) -> str:
        """A day in figures, written out as on the rest of the page."""
        found = dates.read(match[0])
        if isinstance(found, dates.Fault):
            return match[0]
        return dates.in_words_range(found.first, found.last, self._say.code)

    def _label(self, key: str) -> str:
        found = label(key)
        return found if isinstance(found, str) else self._say(found)

    def _now(self, part: Now, *, noted: bool) -> str:
        words = self._words.screen.text(self._values[noted].of(part.key, part.new))
        return self._public(self._say(say("{what} is now: {words}", what=self._label(part.key), words=words)))

    def _hushed(self, part: Hushed, *, noted: bool) -> str:
        word = self._label(part.key)
        title = _DAY.sub(self._day, self._words.screen.text(self._values[noted].text(part.title)))
        return (
            f"{word} “{title}”: {self._say(_SIGNS[part.sign])}" if title else f"{word}: {self._say(_SIGNS[part.sign])}"
        )
