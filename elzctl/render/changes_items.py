"""One of a list in words, on one line: a step, an indicator, an update, a point, a signal … as it was or as it is."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from elzctl.dates import VagueDate
from elzctl.fiche import Acceptance, Indicator, Measurement, Ref, Step, Update
from elzctl.model import Plan
from elzctl.render.changes_labels import KINDS
from elzctl.render.changes_values import in_words, series_name
from elzctl.render.columns import one_line
from elzctl.render.words import HEALTHS, PERS, bare
from elzctl.wording import Language, Message, say


class Items:
    """What stands in the lists of one plan, in one language."""

    def __init__(self, plan: Plan, language: Language, *, noted: bool = True) -> None:
        """They were *noted* in a meeting, or stand in the plan."""
        self.plan = plan
        self.say = language
        self._noted = noted

    def of(self, key: str, one: Any) -> str:
        """One of the list with that key; ``""`` for ``None``."""
        if one is None:
            return ""
        if key in _KINDS and not hasattr(one, "stage"):  # actions have steps, and signals too
            return _KINDS[key](self, one)
        from elzctl.render.changes_noted import Noted

        return Noted(self.plan, self.say).noted(key, one)

    def named(self, one: Any) -> str:
        """By what one of a list is known: its words, else its day."""
        if isinstance(one, tuple):
            return one_line(one[0])
        found = next((getattr(one, key) for key in ("what", "text", "title", "code") if getattr(one, key, "")), "")
        return self.words(found) or when(getattr(one, "on", None) or getattr(one, "date", None))

    # Of a fiche

    def step(self, one: Step) -> str:
        dates = ((say("from {date}"), one.start), (say("due {date}"), one.due), (say("done {date}"), one.done))
        return self.joined(one.what, *(self.dated(*date) for date in dates), self.names(one.by), one.note)

    def indicator(self, one: Indicator) -> str:
        per = self.say(PERS[one.per]) if one.per else ""
        target = " ".join(filter(None, (one.target.text if one.target else "", one.unit, per)))
        kind = f"{self.say(KINDS[one.kind])}: " if one.kind else ""
        return self.joined(
            kind + one.what,
            self.say(say("target {amount}", amount=target)) if one.target else target,
            one.measure,
            self.say(say("counted from the minutes of {series}", series=series_name(one.count, self.plan)))
            if one.count
            else "",
            *(self.say(say("measured {amount}", amount=self.measurement(found))) for found in one.measured),
        )

    def measurement(self, one: Measurement) -> str:
        return self.joined(one.value.text if one.value else "?", when(one.on), one.note, mark=", ")

    def update(self, one: Update) -> str:
        health = self.say(HEALTHS[one.health]) if one.health else ""
        return self.joined(when(one.on), health, one.note, mark=": ")

    def accepted(self, one: Acceptance) -> str:
        return self.joined(one.code, one.reason, mark=": ")

    # Of the settings

    def entry(self, one: tuple[str, str]) -> str:
        """A word by its id."""
        return f"{one_line(one[0])}: {one_line(one[1])}"

    def file(self, one: str) -> str:
        return one_line(one)

    # Words

    def dated(self, message: Message, date: VagueDate | None) -> str:
        """A message about a date; ``""`` when there is none."""
        return "" if date is None else self.say(message._replace(args=(("date", when(date)),)))

    def names(self, refs: Iterable[Ref]) -> str:
        """The names of actors."""
        return ", ".join(one_line(self.plan.actor_name(ref.id)) for ref in refs)

    def words(self, text: str) -> str:
        """A text on one line, as :func:`in_words` gives it."""
        return one_line(in_words(text, self.plan, noted=self._noted))

    def joined(self, *texts: str, mark: str = "; ") -> str:
        """Texts that are not empty, one after the other."""
        return mark.join(self.words(text) for text in texts if text.strip())


_KINDS: Mapping[str, Callable[[Items, Any], str]] = {
    "abbreviations": Items.entry,
    "accepted": Items.accepted,
    "files": Items.file,
    "indicators": Items.indicator,
    "measured": Items.measurement,
    "steps": Items.step,
    "target_groups": Items.entry,
    "themes": Items.entry,
    "updates": Items.update,
}
"""By the key of the list; the lists of meetings are told elsewhere."""


def when(date: VagueDate | None) -> str:
    """A date as it was typed."""
    return "" if date is None else one_line(bare(date.text))
