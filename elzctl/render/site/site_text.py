"""The texts of a plan on a site, where the files that go with minutes stand beside the pages."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING

from elzctl.dates import VagueDate
from elzctl.followup.deadline import how_due
from elzctl.model import Action, Plan
from elzctl.render.date_words import in_language
from elzctl.render.plan_text import PlanText
from elzctl.render.site.attached import ANCHOR, Attached
from elzctl.render.tree import Block, Inline, Jump, Paragraph, Text
from elzctl.wording import Language, say, say_count

if TYPE_CHECKING:
    from elzctl.clock import Clock
    from elzctl.followup.points import PointRow
    from elzctl.meeting import Meeting, Noted
    from elzctl.render.memory import Memory
    from elzctl.views.discussed import Discussed

_KILO = 1000
MOST_POINTS = 40
"""So many points of earlier meetings stand on the page of a meeting: they can be those of years."""
LISTED, _LINE = 2_000, 300
"""Signs of what was noted in a list that leads to where all of it stands; and of a line of usual length there."""
MOST_LINES, MOST_DAYS = 40, 120
"""So many lines of where an action was discussed stand on its page, the last ones, and so many days of earlier meetings."""


class SiteText(PlanText):
    """The texts of a plan for a site, where files stand beside the pages."""

    counts_labels = True
    says_internal = False

    def __init__(
        self,
        plan: Plan,
        language: Language,
        today: date,
        attached: Mapping[str, Attached],
        *,
        internal: bool = False,
        memory: Memory | None = None,
    ) -> None:
        """*attached* are the files to which pages can lead, by their names."""
        super().__init__(plan, language, today, internal=internal, memory=memory)
        self._attached = attached
        self.before_last = f" {language(say('and'))} "
        self._noted: dict[str, tuple[Inline, ...]] = {}

    def noted(self, text: str) -> tuple[Inline, ...]:
        """What was noted in a meeting; the same stands on many pages, and is read once."""
        if text not in self._noted:
            self._noted[text] = super().noted(text)
        return self._noted[text]

    def listed(self, text: str) -> tuple[Inline, ...]:
        """The same in a list that leads to the minutes, where all of it stands: only the beginning of what is as long as a page."""
        if len(text) <= LISTED:
            return self.noted(text)
        from elzctl.render.site.cut import in_short

        return in_short(self.noted(text), LISTED)

    def few_points(self, rows: tuple[PointRow, ...]) -> tuple[tuple[PointRow, ...], tuple[Block, ...]]:
        """No more than a page can hold, what was closed before what is open, and where the others are."""
        if len(rows) <= MOST_POINTS:
            return rows, ()
        kept = sorted(sorted(range(len(rows)), key=lambda place: rows[place].is_open)[:MOST_POINTS])
        words = say_count(
            "There is {count} more; what is still to do stands in the",
            "There are {count} more; what is still to do stands in the",
            len(rows) - MOST_POINTS,
        )
        link = Jump("page:points", (Text(self.say(say("list of action points"))),))
        return tuple(rows[place] for place in kept), (Paragraph((Text(f"{self.say(words)} "), link, Text("."))),)

    def few_meetings(self, found: tuple[Discussed, ...]) -> tuple[tuple[Discussed, ...], tuple[Block, ...]]:
        """No more than a page can hold, and the days of the earlier ones, where what was said can be read."""
        count = lines = 0
        while count < len(found) and (not count or lines + _lines(found[count].noted) < MOST_LINES):
            lines += 1 + _lines(found[count].noted)
            count += 1
        shown, untold = found[:count], 0
        if lines > MOST_LINES:  # of one meeting
            fitting = _fitting(shown[0].noted)
            shown, untold = (shown[0]._replace(noted=fitting),), len(shown[0].noted) - len(fitting)
        more = self.say(say_count("And {count} more.", "And {count} more.", untold))
        left_out = (self.paragraph(more),) if untold else ()
        return shown, (*left_out, *self._earlier([one.meeting for one in found[count:]]))

    def _earlier(self, meetings: Sequence[Meeting]) -> tuple[Block, ...]:
        """The days of meetings, each leading to its minutes; of many, the last ones."""
        if not meetings:
            return ()
        line: list[Inline] = [Text(f"{self.say(say('Earlier:'))} ")]
        for one in meetings[:MOST_DAYS]:
            line += (Jump(one.id, (Text(self.day(one)),)), Text(" · "))
        if len(meetings) <= MOST_DAYS:
            return (Paragraph(tuple(line[:-1])),)
        more = len(meetings) - MOST_DAYS
        words = self.say(say_count("And {count} more.", "And {count} more.", more))
        link = Jump("page:meetings", (Text(self.say(say("The minutes of all meetings"))),))
        return (Paragraph(tuple(line[:-1])), Paragraph((Text(f"{words} "), link)))

    def when(self, when: VagueDate) -> str:
        """A date as it was typed, in the language of the site; documents leave what will be read back from them as it is."""
        return in_language(when, super().when(when), self.say.code)

    def hours(self, start: Clock | None, end: Clock | None) -> str:
        """The same on one line, however narrow the page is; not with a dash, behind which a line may end anyway (UAX 14, LB12a)."""
        first, dash, last = super().hours(start, end).partition(" – ")
        found = self.say(say("{start} to {end}", start=first, end=last)) if dash else first
        return found.replace(" ", "\u00a0")

    def late(self, action: Action, due: VagueDate | None, done: VagueDate | None = None) -> str:
        """That what an action had to do by a date is late on the day of the site, as all that counts deadlines judges."""
        if action.is_stub or done is not None:
            return ""
        standing = how_due(due, self.today, self.plan.settings.warn_before)
        return self.say(say("late")) if standing == "late" else ""

    def unsettled(self, meeting: Meeting) -> str:
        """That what stands in minutes can still change, in a few words; ``""`` of what is approved."""
        from elzctl.render.meeting_words import UNSETTLED

        words = UNSETTLED.get(meeting.state) if meeting.state is not None else None
        return self.say(words) if words is not None else ""

    def attachment(self, name: str, title: str) -> tuple[Inline, ...]:
        """A link to the file, with what it is and how large; when it is not on the site, its title and that it is not."""
        found = self._attached.get(name)
        if found is None:
            return (*(self.line(title) or (Text(self.unnamed(name)),)), Text(f" ({self.say(say('not published'))})"))
        kind, size = name.rpartition(".")[2].upper(), in_bytes(found.size, self.say)
        return (Jump(f"{ANCHOR}{name}", self.line(title) or (Text(name),)), Text(f" ({kind}, {size})"))


def in_bytes(size: int, language: Language) -> str:
    """How large a file is, in words."""
    kilobytes = max(1, round(size / _KILO))
    if kilobytes < _KILO:
        return language(say("{count} kB", count=kilobytes))
    count = f"{kilobytes / _KILO:.1f}"
    return language(say("{count} MB", count=count.replace(".", ",") if language.code == "nl" else count))


def _lines(noted: Sequence[Noted]) -> int:
    """How many lines of usual length these take in a list."""
    return sum(1 + min(len(one.text), LISTED) // _LINE for one in noted)


def _fitting(noted: tuple[Noted, ...]) -> tuple[Noted, ...]:
    """As many as a page can hold, and one at least."""
    count = len(noted)
    while count > 1 and _lines(noted[:count]) > MOST_LINES:
        count -= 1
    return noted[:count]
