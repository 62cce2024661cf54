"""What the sections of the dashboard share: how they are headed, and how names and numbers are said."""

from __future__ import annotations

from html import escape

from elzctl import dates
from elzctl.model import Goal, StrategicGoal
from elzctl.record import NamedTuple
from elzctl.render.html_blocks import Writer
from elzctl.render.site.cells import MOST, goal_name
from elzctl.render.site.charts import Words
from elzctl.render.site.page import Site
from elzctl.render.tree import Inline, Jump, Strong, Text
from elzctl.views.dashboard import Dashboard, Months
from elzctl.views.shares import percent
from elzctl.wording import Message, say, say_count


class Board(NamedTuple):
    """What the sections are made of; ``most`` says how much of long tables and lists stands on the page."""

    board: Dashboard
    site: Site
    writer: Writer
    most: int = MOST

    @property
    def names(self) -> int:
        """So many names stand in a list; the rest stands on other pages."""
        return max(1, self.most // 6)

    @property
    def goals(self) -> int:
        """So many goals stand with those below them, or else so many of the highest alone."""
        return max(1, self.most // 3)

    def words(self, message: Message) -> str:
        """A text as HTML."""
        return escape(self.site.say(message))

    def line(self, inlines: tuple[Inline, ...]) -> str:
        """A line as HTML, without what is not public."""
        return self.writer.line(self.site.public(inlines))

    def to(self, anchor: str, words: str, *, strong: bool = False) -> str:
        """A link, or plain words when the anchor has no page."""
        jump = Jump(anchor, (Text(words),))
        return self.line((Strong((jump,)),) if strong else (jump,))

    def goal(self, goal: StrategicGoal | Goal | None) -> str:
        """A goal as a link to its page."""
        if goal is None:
            return self.words(say("Actions without a goal"))
        return self.to(goal.id, goal_name(goal, self.site), strong=isinstance(goal, StrategicGoal))

    def month(self, months: Months) -> str:
        """A month in words, or from which to which."""
        both = dict.fromkeys((months.first, months.last))
        return " – ".join(dates.in_words(day, self.site.say.code).partition(" ")[2] for day in both)


def section(made: Board, title: Message, *parts: str) -> str:
    """A heading with what stands under it; nothing when that is nothing."""
    inside = "".join(parts)
    return f"<section>\n<h2>{made.words(title)}</h2>\n{inside}</section>\n" if inside else ""


def said(made: Board, *messages: Message) -> str:
    """A paragraph."""
    return f"<p>{' '.join(made.words(one) for one in messages)}</p>\n"


def labels(made: Board, caption: Message, names: Message, bars: Message) -> Words:
    """What a chart says, in the language of the page."""
    return Words(*(made.site.say(one) for one in (caption, names, bars)))


def rest(made: Board, count: int, anchor: str, where: Message) -> str:
    """Where the rest of a list stands."""
    if count <= 0:
        return ""
    more = say_count("And {count} more.", "And {count} more.", count)
    return f"<p>{made.words(more)} {made.to(anchor, made.site.say(where))}</p>\n"


def counted(part: int, whole: int, only: tuple[Message, Message], none: Message, some: Message) -> Message:
    """Of two or more, that *none* or *some* do; the *only* one does or does not."""
    if whole == 1:
        return only[not part]
    return some if part else none


def of(part: int, whole: int) -> str:
    """A number, with its share of the whole behind it where there is one."""
    return f"{part} ({percent(part, whole)} %)" if whole and part else str(part)
