"""What changed in one thing in words of one language: a line for each part, in runs of what was and what is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from enum import Enum

from elzctl.dates import VagueDate
from elzctl.record import NamedTuple
from elzctl.render.changes_items import Items
from elzctl.render.changes_labels import ONE
from elzctl.render.changes_public import Screen
from elzctl.render.changes_values import Values, approval_words, in_words, label
from elzctl.render.columns import one_line
from elzctl.views.changes import Changes
from elzctl.views.changes_parts import Field, Listed, Names, Order, Part, Text
from elzctl.views.stretches import CUT, LINE, PARAGRAPH, Kept, Stretch, excerpt
from elzctl.wording import Language, Message, say

CONTEXT = 6
"""Words of a text that are shown before and after what changed in it."""
FEW = 3
"""So many names are shown before and after; of a longer list only those that came and went."""


class Mark(Enum):
    """What a run of words is: said by elzctl, the value before or after, words of a text that went or came."""

    PLAIN = "plain"
    WAS = "was"
    IS = "is"
    GONE = "gone"
    COME = "come"


class Run(NamedTuple):
    """Words on one line."""

    mark: Mark
    text: str


class Line(NamedTuple):
    """A label and what changed: in a few runs, and in full as it was and as it is, which a table shows.

    *sign* is a word for what came for nothing or went for nothing; *whole* are all words of a text that changed.
    """

    label: str
    runs: tuple[Run, ...]
    before: str = ""
    after: str = ""
    sign: str = ""
    whole: tuple[Stretch, ...] = ()

    @property
    def lead(self) -> str:
        """What stands before the runs."""
        lead = f"{self.label} ({self.sign})" if self.sign else self.label
        return lead if lead.endswith("?") else f"{lead}:"


class Lines:
    """The parts of things of one kind, as lines; names are those of the plan in which they stand.

    In what was *noted* in a meeting ``@`` and ``#`` are marks, which are shown as names; elsewhere they are signs.
    """

    def __init__(self, found: Changes, language: Language, screen: Screen, *, noted: bool) -> None:
        """What not everybody may read is hidden by the *screen*."""
        self._found, self._noted = found, noted
        self.say, self.screen = language, screen
        self._old, self._new = (Values(plan, language, noted=noted) for plan in (found.old, found.new))
        self._items = Items(found.old, language, noted=noted), Items(found.new, language, noted=noted)

    def title(self, text: str, *, old: bool = False) -> str:
        """A title, as the new plan or the *old* one says it."""
        return (self._old if old else self._new).text(text)

    def line(self, part: Part) -> Line:
        """One part that changed, as a line."""
        line, show = self._line(part), self.screen.text
        runs = tuple(run._replace(text=show(run.text)) for run in line.runs)
        return line._replace(label=show(line.label), runs=runs, before=show(line.before), after=show(line.after))

    def _line(self, part: Part) -> Line:
        if isinstance(part, Field):
            return self._field(part)
        if isinstance(part, Names):
            return self._names(part)
        if isinstance(part, Text):
            return self._text(part)
        if isinstance(part, Order):
            words = self.say(say("in another order"))
            return Line(self._label(part.key), (Run(Mark.PLAIN, words),), "", words)
        return self._listed(part)

    def _label(self, key: str, *, internal: bool = False) -> str:
        found = label(key)
        word = self.say(found) if isinstance(found, Message) else found
        return f"{word} ({self.say(say('internal'))})" if internal else word

    def _field(self, part: Field) -> Line:
        if part.key in ("approved.hash", "approved.removed"):  # a hash says nothing to anybody
            words = self.say(approval_words(part))
            return Line(self._label(part.key), (Run(Mark.PLAIN, words),), "", words)
        before, after = self._old.of(part.key, part.old), self._new.of(part.key, part.new)
        if isinstance(part.old, VagueDate) and isinstance(part.new, VagueDate):
            after = f"{after} ({self.say(_shift(part.key, part.old, part.new))})"
        elif before == after and isinstance(part.old, str):  # other names with the same words
            before, after = one_line(part.old), one_line(part.new)
        return self._arrow(self._label(part.key), before, after)

    def _names(self, part: Names) -> Line:
        before, after = self._old.of(part.key, part.old), self._new.of(part.key, part.new)
        word = self._label(part.key)
        if max(len(part.old), len(part.new)) <= FEW or part.key in ("goals", "order"):
            return self._arrow(word, before, after)
        come, gone = self._new.of(part.key, part.come), self._old.of(part.key, part.gone)
        if part.come and part.gone:
            leads = (f"{self.say(message)}: " for message in (say("added"), say("gone")))
            runs = (
                Run(Mark.PLAIN, next(leads)),
                Run(Mark.IS, come),
                Run(Mark.PLAIN, f"; {next(leads)}"),
                Run(Mark.WAS, gone),
            )
            return Line(word, runs, before, after)
        if part.come or part.gone:
            one = self._arrow(word, *(("", come) if part.come else (gone, "")))
            return one._replace(before=before, after=after)
        return Line(word, (Run(Mark.IS, after),), before, after, self.say(say("in another order")))

    def _arrow(self, word: str, before: str, after: str) -> Line:
        """What was and what is."""
        if before and after:
            runs = Run(Mark.WAS, before), Run(Mark.PLAIN, " → "), Run(Mark.IS, after)
            return Line(word, runs, before, after)
        if after:
            return Line(word, (Run(Mark.IS, after),), before, after, self.say(say("new")))
        return Line(word, (Run(Mark.WAS, before),), before, after, self.say(say("gone")))

    def _text(self, part: Text) -> Line:
        word = f"“{one_line(part.title)}”" if part.title.strip() else self._label(part.key)
        word = f"{word} ({self.say(say('internal'))})" if part.internal else word
        # Before anything is cut: of half a telephone number nobody knows what it is.
        public = self.screen.stretches(part.stretches)
        whole = self.screen.stretches(one._replace(text=self._words(one)) for one in public)
        return Line(word, tuple(self._runs(excerpt(public, CONTEXT))), whole=whole)

    def _runs(self, stretches: Iterable[Stretch]) -> Iterator[Run]:
        """The stretches of a text on one line."""
        marks = {Kept.SAME: Mark.PLAIN, Kept.GONE: Mark.GONE, Kept.COME: Mark.COME}
        for place, one in enumerate(stretches):
            words = one_line(self._words(one).replace(PARAGRAPH, " ¶ ").replace(LINE, " ¶ "))
            if words:
                yield from (Run(Mark.PLAIN, " "),) * (place > 0)
                yield Run(marks[one.kept], words)

    def _words(self, one: Stretch) -> str:
        """The words of a stretch, with numbers for references, and for marks names where these mean something."""
        return in_words(one.text, self._found.old if one.kept is Kept.GONE else self._found.new, noted=self._noted)

    # One of a list

    def _listed(self, part: Listed) -> Line:
        before, after = (items.of(part.key, one) for items, one in zip(self._items, (part.old, part.new), strict=True))
        is_one = part.key in ONE and (isinstance(part.new or part.old, tuple) or hasattr(part.new or part.old, "stage"))
        word = self.say(ONE[part.key]) if is_one else self._label(part.key)
        word = f"{word} ({self.say(say('internal'))})" if part.internal else word
        if part.old is None or part.new is None or not part.parts:
            return self._arrow(word, before, after)
        return Line(word, (Run(Mark.PLAIN, f"“{self._short(part)}”: "), *self._phrases(part.parts)), before, after)

    def _short(self, part: Listed) -> str:
        """By what one of a list is known, cut to what is needed to know it."""
        words = self.screen.text(self._items[1].named(part.new)).split(" ")
        return " ".join(words if len(words) <= 2 * CONTEXT else (*words[: 2 * CONTEXT], CUT))

    def _phrases(self, parts: tuple[Part, ...]) -> Iterator[Run]:
        """Parts one after the other on one line, each behind its label unless it says itself what it is."""
        found = [phrase for part in parts if (phrase := self._phrase(part, parts))]
        for place, phrase in enumerate(found):
            yield from (Run(Mark.PLAIN, "; "),) * (place > 0)
            yield from phrase

    def _phrase(self, part: Part, parts: tuple[Part, ...]) -> tuple[Run, ...]:
        if isinstance(part, Field) and part.key in ("done", "ticked"):
            return self._finished(part, any(one.key == "done" for one in parts))
        line = self.line(part)
        if isinstance(part, Listed) and part.old is None:
            # What is new in the life of a point or signal speaks for itself, and what was measured nearly.
            line = line._replace(sign="")
            if part.key == "turns" or hasattr(part.new, "stage"):
                return line.runs
        return Run(Mark.PLAIN, f"{line.lead} "), *line.runs

    def _finished(self, part: Field, dated: bool) -> tuple[Run, ...]:
        """That a step or point was done; a tick says it only when no date does."""
        if part.key == "ticked":
            word = say("done") if part.new else say("to do again")
            return () if dated else (Run(Mark.IS, self.say(word)),)
        before, after = (
            values.text(one.text) if one else "" for values, one in ((self._old, part.old), (self._new, part.new))
        )
        if before and after:
            return Run(Mark.PLAIN, f"{self._label('done')}: "), *self._field(part).runs
        return (Run(Mark.IS, self.say(say("done {date}", date=after) if after else say("to do again"))),)


def _shift(key: str, old: VagueDate, new: VagueDate) -> Message:
    """How a date moved: a deadline by its last day, a beginning by its first one."""
    before, after = (one.first if key.endswith("start") else one.last for one in (old, new))
    if before != after:
        return say("later") if after > before else say("earlier")
    return say("less precise") if (new.last - new.first) > (old.last - old.first) else say("more precise")
