"""From what stands in a plan to the nodes of a document: texts, titles, names, dates, and where references lead."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from elzctl import dates
from elzctl.dates import VagueDate
from elzctl.fiche import Ref
from elzctl.model import Plan
from elzctl.render.markdown import Reader, clean, inlines, plain
from elzctl.render.tree import Block, Inline, Jump, Note, Paragraph, Text
from elzctl.render.words import bare
from elzctl.wording import Language, Message, say


class PlanText:
    """The texts of one plan in one language."""

    def __init__(self, plan: Plan, language: Language) -> None:
        """*language* is that of the document."""
        self.plan = plan
        self.say = language
        self._reader = Reader(self.reference)
        self._goals = {goal.id for goal in plan.all_goals}

    def reference(self, name: str, words: str) -> Inline:
        """``[[id]]`` as a jump that says number and title, or the writer's own words; an unknown one as text."""
        number, title = self.plan.titles.get(name, ("", ""))
        if not title:
            return Text(clean(words or name))
        return Jump(name, (Text(clean(words) or f"{number} {self.title_text(title)}".strip()),))

    def title(self, title: str) -> tuple[Inline, ...]:
        """A title, in which a reference is no longer than its number."""
        return inlines(title, self._short_reference)

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
        """A date as it was typed; a day in figures is written out."""
        if when.is_vague or not when.text[:1].isdigit():
            return clean(bare(when.text))
        return dates.in_words(when.first, self.say.code)

    def stretch(self, start: VagueDate | None, end: VagueDate | None) -> str:
        """From one date to another, either of which may be missing."""
        if start is not None and end is not None:
            first, last = self.when(start), self.when(end)
            return first if first == last else f"{first} – {last}"
        if start is not None:
            return self.say(say("from {date}", date=self.when(start)))
        return self.say(say("by {date}", date=self.when(end))) if end is not None else ""

    def quiet(self, message: Message) -> Note:
        """A remark that stays in the background, where there is nothing else to say."""
        return Note("quiet", (self.paragraph(self.say(message)),))

    def paragraph(self, text: str) -> Paragraph:
        """A paragraph of bare characters."""
        return Paragraph((Text(text),))

    def _short_reference(self, name: str, words: str) -> Inline:
        number, title = self.plan.titles.get(name, ("", ""))
        if not title:
            return Text(clean(words or name))
        called = say("goal {number}", number=number) if name in self._goals else say("action {number}", number=number)
        return Jump(name, (Text(clean(words) or (self.say(called) if number else clean(title))),))
