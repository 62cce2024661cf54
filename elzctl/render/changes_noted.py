"""What was noted in a meeting, in words, on one line: as it was or as it is.  Only plans with meetings pay for it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from elzctl.dates import VagueDate
from elzctl.render.changes_items import Items, when
from elzctl.render.columns import one_line
from elzctl.render.marks import tag_name
from elzctl.render.meeting_words import STAGE_WORDS, TURNING_WORDS, hours_in_words
from elzctl.wording import say


class Noted(Items):
    """What stands in the lists of the meetings of one plan, in one language."""

    def noted(self, key: str, one: Any) -> str:
        """One of the list with that key."""
        return self.stage(one) if hasattr(one, "stage") else _KINDS[key](self, one)

    def agenda(self, one: Any) -> str:
        return one_line(one.title)

    def attachment(self, one: Any) -> str:
        return self.joined(one.title or one.file, one.file if one.title else "")

    def occasion(self, one: Any) -> str:
        speaker = self.names((one.speaker,)) if one.speaker else ""
        return self.joined(when(one.date), hours_in_words(one.start, one.end, self.say), one.location, speaker)

    def point(self, one: Any) -> str:
        """A point with all that was written of its life."""
        done = self.dated(say("done {date}"), one.done) or (self.say(say("done")) if one.ticked else "")
        due = self.dated(say("due {date}"), one.due)
        life = (*map(self.contribution, one.contributions), *map(self.turn, one.turns), *one.notes)
        return self.joined(one.text, self.names(one.owners), due, done, *self._about(one), *life)

    def contribution(self, one: Any) -> str:
        return self.joined(self.names(one.who), one.text, mark=": ")

    def turn(self, one: Any) -> str:
        label = self._on(self.say(TURNING_WORDS[one.kind]).lower(), one.on)
        if one.due is not None:
            label = self.say(say("{what} to {date}", what=label, date=when(one.due)))
        return self.joined(label, one.text, mark=": ")

    def stage(self, one: Any) -> str:
        label = self._on(self.say(STAGE_WORDS[one.stage]), one.on)
        return self.joined(label, self.names(one.who), one.text, *self._about(one), mark=": ")

    def told(self, one: Any) -> str:
        """A decision, a signal or an agreement, what it is about, and what became of it."""
        return self.joined(one.text, *self._about(one), *map(self.stage, getattr(one, "steps", ())))

    def event(self, one: Any) -> str:
        hours = hours_in_words(one.start, one.end, self.say)
        return self.joined(when(one.when), hours, one.text, *self._about(one), mark=", ")

    def _on(self, what: str, date: VagueDate | None) -> str:
        return what if date is None else self.say(say("{what} on {date}", what=what, date=when(date)))

    def _about(self, one: Any) -> Iterator[str]:
        """Who and what it names beside its text, and whether it is kept inside."""
        text = one.text
        if not hasattr(one, "stage"):
            yield self.names(ref for ref in getattr(one, "who", ()) if f"@{ref.id}" not in text)
        yield ", ".join(tag_name(ref.id, self.plan) for ref in getattr(one, "tags", ()) if f"#{ref.id}" not in text)
        names = dict.fromkeys(ref.id for ref in getattr(one, "references", ()) if f"[[{ref.id}" not in text)
        yield ", ".join(self.words(f"[[{name}]]") for name in names)
        yield self.say(say("internal")) if getattr(one, "internal", False) else ""


_KINDS: Mapping[str, Callable[[Noted, Any], str]] = {
    "agenda": Noted.agenda,
    "agreements": Noted.told,
    "attachments": Noted.attachment,
    "contributions": Noted.contribution,
    "decisions": Noted.told,
    "events": Noted.event,
    "points": Noted.point,
    "signals": Noted.told,
    "turns": Noted.turn,
    "was": Noted.occasion,
}
"""By the key of the list."""
