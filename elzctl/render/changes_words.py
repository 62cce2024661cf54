"""What changed in words of one language: blocks of lines, which text, Markdown and HTML lay out each in its way.

Nothing is escaped here, and nothing is left out but what says nothing.
"""

from __future__ import annotations

from collections.abc import Iterator

from elzctl.record import NamedTuple
from elzctl.render.changes_labels import COUNTED, HOWS, KINDS, THINGS
from elzctl.render.changes_lines import Line, Lines
from elzctl.render.changes_public import Screen
from elzctl.views.changes import Changed, Changes, How, Thing
from elzctl.views.changes_parts import Part
from elzctl.wording import Language, Message, say


class Told(NamedTuple):
    """A thing that changed: its number, title and file, what became of it in a few words, and the lines."""

    thing: Thing
    how: How
    number: str
    title: str
    words: str
    path: str
    lines: tuple[Line, ...]


class Words:
    """The changes of two plans in one language; names are those of the plan in which they stand.

    They are as everybody may read them, unless all that is *internal* is asked for.
    """

    def __init__(self, found: Changes, language: Language, *, internal: bool = False) -> None:
        self.found = found
        self.say = language
        self.screen = Screen(found.new, internal=internal)
        self._lines = {noted: Lines(found, language, self.screen, noted=noted) for noted in (False, True)}

    def told(self) -> Iterator[Told]:
        """A block a thing, in order."""
        return map(self._told, self.found.things)

    def line(self, part: Part, *, noted: bool = True) -> Line:
        """One part of a thing, which was *noted* in a meeting or stands in the plan, as a line."""
        return self._lines[noted].line(part)

    def summary(self) -> str:
        """How many things of each kind changed, on one line."""
        if not self.found.things:
            return self.say(self._nothing())
        parts = []
        for thing in Thing:
            hows = [change.how[0] for change in self.found.things if change.thing is thing]
            if hows and thing not in COUNTED:
                parts.append(self.say(THINGS[thing]).lower())
            elif hows:
                made = ((say("{count} new"), How.ADDED), (say("{count} gone"), How.REMOVED))
                rest = [self._counted(message, hows.count(how)) for message, how in made if how in hows]
                counted = self.say(COUNTED[thing]._replace(args=(("count", len(hows)),), number=len(hows)))
                parts.append(f"{counted} ({', '.join(rest)})" if rest else counted)
        return self.say(say("Changed: {things}.", things="; ".join(parts)))

    def _nothing(self) -> Message:
        if self.found.others:
            return say("Nothing changed that words can tell.")
        return say("Nothing public changed.") if self.found.hidden else say("Nothing changed.")

    def others(self) -> str:
        """Of which files something else changed, on one line; ``""`` when there are none."""
        from elzctl.render.changes_files import other_files

        return other_files(self.found.others, self.screen, self.say)

    def _counted(self, message: Message, number: int) -> str:
        return self.say(message._replace(args=(("count", number),)))

    # A thing

    def _told(self, change: Changed) -> Told:
        now = change.new if change.new is not None else change.old
        words = self._lines[change.thing is Thing.MEETING]
        number = str(getattr(now, "number", None) or "")
        title = getattr(now, "title", "") or getattr(now, "name", "")
        title = words.title(title, old=change.new is None) or change.id
        if change.thing is Thing.MEETING and now is not None:
            title = f"{title} ({now.day.isoformat()})"
        if change.thing in (Thing.SETTINGS, Thing.ATTACHMENTS):
            title = change.id
        # What the head says already.
        is_whole = change.how[0] in (How.ADDED, How.REMOVED)
        told = {"number", "title", "name"} if is_whole else {"number"} if How.RENUMBERED in change.how else set()
        lines = tuple(words.line(part) for part in change.parts if part.key not in told)
        path = getattr(now, "path", "") or (change.id if "/" in change.id and title != change.id else "")
        return Told(change.thing, change.how[0], number, self.screen.text(title), self._how(change), path, lines)

    def _how(self, change: Changed) -> str:
        """What became of it, in a few words."""
        was = {How.RENUMBERED: str(getattr(change.old, "number", None) or "?"), How.NEW_ID: change.was}
        words = []
        for how in change.how:
            if how is How.STUB and change.new.status is not None:
                words.append(self.say(KINDS[change.new.status]).lower())
            elif change.thing is Thing.FILE and how is not How.CONFLICT:
                words.append(self.say(say("cannot be read")))
            elif how is not How.CHANGED:
                words.append(self.say(HOWS[how]._replace(args=(("was", was[how]),) if how in was else ())))
        return "; ".join(words)
