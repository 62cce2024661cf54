"""From what stands in a plan to the nodes of a document: texts, titles, names, dates, and where references lead."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

from elzctl import dates
from elzctl.dates import VagueDate
from elzctl.fiche import Ref
from elzctl.model import Action, Plan
from elzctl.picture_names import name_alone
from elzctl.render.markdown import Reader, clean, inlines, joined, plain
from elzctl.render.memory import Memory
from elzctl.render.tree import Block, Contents, Figure, Heading, Inline, Jump, Note, Paragraph, Text
from elzctl.render.words import bare
from elzctl.wording import Language, Message, say

if TYPE_CHECKING:
    from elzctl.clock import Clock
    from elzctl.followup.points import PointRow
    from elzctl.meeting import Meeting
    from elzctl.views.discussed import Discussed

# What is noted in a meeting, by the letter of its id; a point has none.
_NOTED = {
    "": say("point {number}"),
    "B": say("decision {number}"),
    "S": say("signal {number}"),
    "A": say("agreement {number}"),
    "E": say("event {number}"),
}
_IN_FIGURES = r"\d{4}-\d\d(?:-\d\d)?(?:/\d{4}-\d\d(?:-\d\d)?)?"
"""A day, a month, or from one to another, as it is typed in files and nobody reads it."""


class PlanText:
    """The texts of one plan in one language."""

    before_last = ", "
    """What goes before the last of some names in a sentence; documents keep to the same sign, by which they are read again."""

    counts_labels = False
    """True when a list of one thing has a label for one."""

    says_internal = True
    """True when the title of an internal document has to say what it is; on a site every page around it does."""

    def __init__(
        self,
        plan: Plan,
        language: Language,
        today: date,
        *,
        internal: bool = False,
        whole: Plan | None = None,
        pictures: bool = True,
        memory: Memory | None = None,
    ) -> None:
        """*language* is that of the document, *today* its day; *internal* shows what stands in ``::: intern`` too.

        When *plan* is only a part of the *whole* one, references to the rest still say number and title.  Without
        *pictures*, these are their words.
        """
        self.plan = plan
        self.is_part = whole is not None and whole is not plan
        self._titles = (whole or plan).titles
        self.say = language
        self.today = today
        self.internal = internal
        self._goals = {goal.id for goal in (whole or plan).all_goals}
        self._word = language(say("Internal")) if internal else ""
        self._shows = pictures and bool(plan.pictures)
        self.memory = memory or Memory()
        show = self._figure if self._shows else None
        self._reader = Reader(self.reference, internal=self._word, show=show, memory=self.memory)

    @cached_property
    def _minutes(self) -> Reader:
        """Reads the text of meetings, in which ``@id`` and ``#id`` stand for names."""
        from elzctl.render.marks import with_names

        show = (lambda address, words: self._figure(address, words, minutes=True)) if self._shows else None
        return Reader(
            self.reference,
            rename=lambda text: with_names(text, self.plan, self.before_last),
            internal=self._word,
            show=show,
            memory=self.memory,
        )

    def _figure(self, address: str, words: str, *, minutes: bool = False) -> Figure | None:
        """The picture at an address in a text, when it is there and can be used."""
        from elzctl.picture_names import path_of
        from elzctl.pictures import IN_TEXT, Unusable, picture

        raw = self.plan.pictures.get(path_of(address, minutes=minutes))
        try:
            return Figure(words, picture(raw, IN_TEXT)) if isinstance(raw, bytes) else None
        except Unusable:
            return None

    def reference(self, name: str, words: str) -> Inline:
        """``[[id]]`` as a jump that says number and title, or the writer's own words; an unknown one as text."""
        number, title = self._called(name)
        if not title:
            return Text(clean(words or name))
        return Jump(name, (Text(clean(words) or f"{number} {self.title_text(title)}".strip()),))

    def late(self, action: Action, due: VagueDate | None, done: VagueDate | None = None) -> str:
        """That what an action had to do by a date is late; ``""`` in documents, which are read long after they are made."""
        return ""

    def unsettled(self, meeting: Meeting) -> str:
        """That what stands in minutes can still change; ``""`` in documents, which are read long after they are made."""
        return ""

    def meeting(self, meeting: Meeting) -> str:
        """A meeting in a sentence: its title, or that of its series, and its day."""
        series = self.plan.series.get(meeting.series.id) if meeting.series is not None else None
        title = meeting.title or (series.name if series is not None else "")
        return f"{self.title_text(title)}, {self.day(meeting)}" if title else self.day(meeting)

    def day(self, meeting: Meeting) -> str:
        """The day of a meeting; a vague one as it was typed."""
        return self.when(meeting.date) if meeting.date is not None else dates.in_words(meeting.day, self.say.code)

    def attachment(self, name: str, title: str) -> tuple[Inline, ...]:
        """A file that goes with a meeting, by its title and name: a document does not hold it.

        The name of a file that is none of the plan's ``attachments`` may tell too much, and is in internal editions alone.
        """
        if title and not self.internal and name not in self.plan.attachments:
            return self.line(title)
        shown = name_alone(name) if name in self.plan.attachments else self.unnamed(name)
        return (*self.line(title), Text(f" ({shown})" if title else shown))

    def unnamed(self, name: str) -> str:
        """What stands in the place of the name of a file that is not published."""
        return name_alone(name) if self.internal else self.say(say("attachment"))

    def few_points(self, rows: tuple[PointRow, ...]) -> tuple[tuple[PointRow, ...], tuple[Block, ...]]:
        """The points of earlier meetings that minutes show, and a word on the others: a document shows them all."""
        return rows, ()

    def few_meetings(self, found: tuple[Discussed, ...]) -> tuple[tuple[Discussed, ...], tuple[Block, ...]]:
        """The meetings of which a fiche shows what was said there, and a word on the others: a document shows them all."""
        return found, ()

    def number(self, number: str) -> str:
        """What is noted under a number in minutes: ``besluit B1``, ``werkpunt 2``."""
        return self.say(_NOTED[number.rstrip("0123456789")]._replace(args=(("number", number),)))

    def noted(self, text: str) -> tuple[Inline, ...]:
        """What was noted in a meeting: one line of Markdown."""
        return self._minutes.line(text)

    def listed(self, text: str) -> tuple[Inline, ...]:
        """The same in a list that leads to the minutes; a site shows how a long one begins."""
        return self.noted(text)

    def passage(self, markdown: str, top: int) -> tuple[Block, ...]:
        """Running text of minutes; its ``##`` becomes a heading of level *top*."""
        return self._minutes.blocks(markdown, top=top)

    def title(self, title: str) -> tuple[Inline, ...]:
        """A title, in which a reference is no longer than its number."""
        return inlines(title, self._short_reference)

    def item(self, title: str) -> tuple[Inline, ...]:
        """The title of an item of an agenda: the words that its Markdown shows, and references as in other titles."""
        if ":::" in title:
            return self.title(title)
        found = Reader(self._short_reference, memory=self.memory).line(title)
        return joined([one if isinstance(one, Jump) else Text(plain((one,))) for one in found])

    def title_text(self, title: str) -> str:
        """A title as bare characters."""
        return plain(self.title(title)) if "[[" in title else clean(title).replace("\n", " ")

    def line(self, text: str) -> tuple[Inline, ...]:
        """A text on one line."""
        return self._reader.inlines(text)

    def blocks(self, markdown: str, top: int) -> tuple[Block, ...]:
        """Running text; its ``##`` becomes a heading of level *top*."""
        return self._reader.blocks(markdown, top=top)

    def actors(self, refs: Iterable[Ref]) -> str:
        """The names of actors."""
        return ", ".join(clean(self.plan.actor_name(ref.id)) for ref in refs)

    def named(self, refs: Iterable[Ref], words: Mapping[str, str]) -> str:
        """The words for target groups or themes; the id of one that has none."""
        return ", ".join(clean(words.get(ref.id, ref.id)) for ref in refs)

    def when(self, when: VagueDate) -> str:
        """A date as it was typed; days and months in figures are written out."""
        if re.fullmatch(_IN_FIGURES, when.text.strip()):
            return dates.in_words_range(when.first, when.last, self.say.code)
        if when.is_vague or not when.text[:1].isdigit():
            # In minutes a date of more than one word stands in quotes.
            return clean(bare(when.text.strip('"“”„')))
        return dates.in_words(when.first, self.say.code)

    def stretch(self, start: VagueDate | None, end: VagueDate | None) -> str:
        """From one date to another, either of which may be missing."""
        if start is not None and end is not None:
            first, last = self.when(start), self.when(end)
            return first if first == last else f"{first} – {last}"
        if start is not None:
            return self.say(say("from {date}", date=self.when(start)))
        last = self.when(end) if end is not None else ""
        # Who typed “tegen eind 2025” said it already.
        return last if re.match(r"(?i)(?:tegen|by)\b|\Z", last) else self.say(say("by {date}", date=last))

    def hours(self, start: Clock | None, end: Clock | None) -> str:
        """From one time of day to another, either of which may be missing."""
        from elzctl.render.meeting_words import hours_in_words

        return hours_in_words(start, end, self.say)

    def quiet(self, message: Message) -> Note:
        """A remark that stays in the background, where there is nothing else to say."""
        return Note("quiet", (self.paragraph(self.say(message)),))

    def paragraph(self, text: str) -> Paragraph:
        """A paragraph of bare characters."""
        return Paragraph((Text(text),))

    def _short_reference(self, name: str, words: str) -> Inline:
        number, title = self._called(name)
        if not title:
            return Text(clean(words or name))
        called = say("goal {number}", number=number) if name in self._goals else say("action {number}", number=number)
        return Jump(name, (Text(clean(words) or (self.say(called) if number else clean(title))),))

    def _called(self, name: str) -> tuple[str, str]:
        """Number and title of what a reference names; of something noted, what it is and in which meeting."""
        meeting = self.plan.meetings_by_id.get(name.partition("/")[0]) if self.plan.meetings else None
        if meeting is None or name not in self._titles:
            return self._titles.get(name, ("", ""))
        number = name.partition("/")[2]
        what = f"{self.number(number)}, " if number else ""
        return "", f"{what}{self.meeting(meeting)}"


def contents(blocks: Iterable[object], plan: Plan) -> tuple[Contents, ...]:
    """A line for every heading among *blocks* that has an anchor, with no more than the number before it."""
    headings = (block for block in blocks if isinstance(block, Heading) and block.anchor)
    return tuple(
        Contents(one.level, one.anchor, plan.titles.get(one.anchor, (one.label, ""))[0], plain(one.children))
        for one in headings
    )
