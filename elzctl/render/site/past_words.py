"""The history of the pages of a site in words of one language."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from elzctl import dates
from elzctl.model import Plan
from elzctl.render.changes_values import Values, label
from elzctl.render.changes_words import Words
from elzctl.render.site.past_pages import Entry
from elzctl.render.site.plain_lines import unfollowed
from elzctl.views.changes import Changes
from elzctl.views.changes_parts import Renamed
from elzctl.views.pages_history import Happened, PagesPast
from elzctl.views.still_said import Hushed, Memory, Now, Sign
from elzctl.wording import Language, Message, say, say_count

MOST_LINES = 8
"""So many things are said of what changed on one day."""

_DAY = re.compile(r"(?<![\w/.:-])\d{4}-\d\d-\d\d(?![\w/:-])")
_DATED = ("decision", "since", "updates")
"""What has a day of its own, on which the feed tells it: that of a meeting, as a rule, and not that of a commit."""
_SIGNS: Mapping[Sign, Message] = {
    Sign.NEW: say("added"),
    Sign.GONE: say("taken out"),
    Sign.CHANGED: say("changed"),
}


def in_words(found: PagesPast, plan: Plan, language: Language) -> Mapping[str, tuple[Entry, ...]]:
    """What happened to each thing, told in a language; *plan* is the published one of today, which has the names."""
    told = _Told(plan, language)
    return {name: lines for name, some in found.happened.items() if (lines := tuple(told.entries(name, some)))}


class _Told:
    """What happened to the things of a plan, in words."""

    def __init__(self, plan: Plan, language: Language) -> None:
        self._plan = plan
        self._say = language
        self._words = Words(Changes(plan, plan, (), Renamed({}, {})), language)
        self._values = {noted: Values(plan, language, noted=noted) for noted in (False, True)}

    def entries(self, name: str, some: Iterable[Happened]) -> Iterator[Entry]:
        """What happened on one day is one entry; the day on which it came tells no more than that."""
        memory = Memory(self._plan, self._plan.by_id.get(name) or self._plan.meetings_by_id[name])
        days: dict[date, dict[str, bool]] = {}
        some = tuple(some)
        came = {one.day for one in some if one.change is None}
        for one in some:
            if one.change is not None and one.day in came:
                continue
            days.setdefault(one.day, {}).update(self._lines(one, memory))
        for day, lines in days.items():
            if lines:
                news = tuple(line for line, is_news in lines.items() if is_news)
                yield Entry(day, self._few(tuple(lines)), day in came, self._few(news))

    def _few(self, lines: tuple[str, ...]) -> tuple[str, ...]:
        rest = len(lines) - MOST_LINES
        if rest < 2:
            return lines
        more = say_count("and {count} more change", "and {count} more changes", rest)
        return (*lines[:MOST_LINES], self._say(more))

    def _lines(self, one: Happened, memory: Memory) -> Iterator[tuple[str, bool]]:
        """Each line, and whether it is news of that day."""
        if one.change is None:
            yield self._say(say("added to the plan") if memory.is_of_action else say("added")), True
            return
        noted = not memory.is_of_action
        for part in memory.parts(one.change.parts):
            is_news = part.key.partition(".")[0] not in _DATED
            if isinstance(part, Hushed):
                yield self._hushed(part, noted=noted), is_news
            elif isinstance(part, Now):
                yield self._now(part, noted=noted), is_news
            elif (line := self._words.line(part, noted=noted)).runs:
                yield self._public(f"{line.lead} {''.join(run.text for run in line.runs)}"), is_news

    def _public(self, text: str) -> str:
        return _DAY.sub(self._day, unfollowed(text))

    def _day(self, match: re.Match[str]) -> str:
        """A day in figures, written out as on the rest of the page."""
        try:
            return dates.in_words(date.fromisoformat(match[0]), self._say.code)
        except ValueError:
            return match[0]

    def _label(self, key: str) -> str:
        found = label(key)
        return found if isinstance(found, str) else self._say(found)

    def _now(self, part: Now, *, noted: bool) -> str:
        words = self._words.screen.text(self._values[noted].of(part.key, part.new))
        return self._public(self._say(say("{what} is now: {words}", what=self._label(part.key), words=words)))

    def _hushed(self, part: Hushed, *, noted: bool) -> str:
        word = self._label(part.key)
        title = self._words.screen.text(self._values[noted].text(part.title))
        return (
            f"{word} “{title}”: {self._say(_SIGNS[part.sign])}" if title else f"{word}: {self._say(_SIGNS[part.sign])}"
        )
