"""Everything of one meeting, or of what was noted in it, in words: labelled lines for :mod:`elzctl.render.laid_out`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from elzctl import dates
from elzctl.dates import VagueDate
from elzctl.fiche import Ref
from elzctl.followup.points import PointRow, is_treated, row_of
from elzctl.meeting import Agreement, Event, Meeting, Noted, Occasion, Point, Resolution, Signal
from elzctl.model import Plan
from elzctl.render.columns import one_line
from elzctl.render.laid_out import Block, Line
from elzctl.render.marks import in_plain_words, tag_name
from elzctl.render.meeting_words import (
    MEETING_STATES,
    POINT_STANDINGS,
    POINT_STATES,
    STAGE_WORDS,
    TURNING_WORDS,
    day_in_words,
    hours_in_words,
    standing_in_words,
)
from elzctl.render.points_text import STANDING_STYLES
from elzctl.render.words import bare
from elzctl.terms import MeetingState
from elzctl.views.discussed import Discussed
from elzctl.views.points import followed_up
from elzctl.views.registers import SignalRow
from elzctl.wording import Language, Message, say, say_count

_HELD = (MeetingState.DRAFT, MeetingState.REVIEW, MeetingState.APPROVED)


class MeetingText:
    """The meetings of one plan in one language, as of a day."""

    def __init__(self, plan: Plan, language: Language, today: date) -> None:
        self.plan = plan
        self.say = language
        self.today = today

    def head(self, meeting: Meeting) -> Block:
        """What the front matter says; a fact that is not there is left out."""
        return Block("", tuple(line for line in self._facts(meeting) if line.text))

    def follow_up(self, meeting: Meeting) -> Iterator[Block]:
        """The points of earlier meetings that were to do when it began, as they stood at its end; or today, before it."""
        rows = followed_up(self.plan, meeting, self.today)
        if rows:
            day = min(meeting.day, self.today)
            heading = say("Follow-up, on {date}", date=dates.in_words(day, self.say.code))
            lines = (self._followed(meeting, row) for row in rows)
            yield Block(self.say(heading), tuple(lines))

    def noted(self, meeting: Meeting, signals: Iterable[SignalRow]) -> Iterator[Block]:
        """Decisions, points as they stand today, signals, agreements and events."""
        stages = {row.noted.id: row for row in signals}
        for heading, kind in (
            (say("Decisions"), Resolution),
            (say("Action points"), Point),
            (say("Signals"), Signal),
            (say("Agreements"), Agreement),
            (say("Events"), Event),
        ):
            found = [one for one in meeting.minutes.noted() if isinstance(one, kind)]
            if found:
                short = [self._short(meeting, one, stages.get(one.id)) for one in found]
                lines = tuple(
                    Line(_joined(number, word, mark=" · "), text, style) for number, word, text, style in short
                )
                yield Block(self.say(heading), lines)

    def life(self, meeting: Meeting, noted: Noted, signal: SignalRow | None) -> Iterator[Block]:
        """What was noted, by itself: where, whose it is, how it stands, and what became of it."""
        yield Block("", tuple(line for line in self._about(meeting, noted, signal) if line.text))
        if isinstance(noted, Point):
            contributions = tuple(Line(self.names(one.who) or "?", self.words(one.text)) for one in noted.contributions)
            lines = tuple(
                Line(self._day(turn.on), _joined(self.say(TURNING_WORDS[turn.kind]), self._due(turn.due), turn.text))
                for turn in noted.turns
            )
            notes = tuple(Line("-", self.words(note)) for note in noted.notes)
            blocks = ((say("Contributions"), contributions), (say("Since then"), lines), (say("Notes"), notes))
            yield from (Block(self.say(heading), some) for heading, some in blocks if some)
        if signal is not None and signal.places[1:]:
            steps = tuple(
                Line(
                    self._day(place.on),
                    _joined(
                        self.say(STAGE_WORDS[place.stage]),
                        self.names(place.step.who) if place.step is not None else "",
                        self.words(place.step.text) if place.step is not None else "",
                    ),
                )
                for place in signal.places[1:]
            )
            yield Block(self.say(say("Since then")), steps)

    def discussed(self, found: Iterable[Discussed]) -> Iterator[Block]:
        """The meetings that name something, and what was noted about it there."""
        lines = []
        for meeting, noted in found:
            title = _joined(meeting.title, dates.in_words(meeting.day, self.say.code), mark=", ")
            lines.append(Line(meeting.id, title))
            for one in noted:
                _, word, text, style = self._short(meeting, one, None)
                lines.append(Line(one.id, _joined(word, text, mark=": "), style))
        if lines:
            yield Block(self.say(say("Discussed in")), tuple(lines))

    def words(self, text: str) -> str:
        """A text on one line, with names for marks and numbers for references."""
        return one_line(in_plain_words(text, self.plan))

    def names(self, refs: Iterable[Ref]) -> str:
        """The names of actors, with a mark between them that none of them has."""
        found = [one_line(self.plan.actor_name(ref.id)) for ref in refs]
        return ("; " if any("," in one for one in found) else ", ").join(found)

    def _facts(self, meeting: Meeting) -> Iterator[Line]:
        series = self.plan.series.get(meeting.series.id) if meeting.series is not None else None
        state = self.say(MEETING_STATES[meeting.state]) if meeting.state is not None else "?"
        yield self._line(say("id"), meeting.id)
        is_approved = meeting.state is MeetingState.APPROVED
        yield Line(self.say(say("state")), state, "good" if is_approved else "", loud=is_approved)
        yield self._line(say("reason"), meeting.reason)
        yield self._line(
            say("series"), series.name if series is not None else meeting.series.id if meeting.series else ""
        )
        yield self._line(say("when"), self._occasion(meeting))
        for was in meeting.was:
            yield self._line(say("was planned"), _joined(self._occasion(was), was.location, mark=", "))
        yield self._line(say("place"), meeting.location)
        yield self._line(say("speaker"), self.names((meeting.speaker,)) if meeting.speaker is not None else "")
        yield self._line(say("present"), self.names(meeting.present))
        yield self._line(say("excused"), self.names(meeting.excused))
        for attachment in meeting.attachments:
            yield self._line(say("attachment"), _joined(attachment.title, attachment.file, mark=", "))
        if meeting.next is not None:
            one = meeting.next
            speaker = self.names((one.speaker,)) if one.speaker is not None else ""
            yield self._line(say("next"), _joined(self._occasion(one), one.location, speaker, mark=", "))
        yield self._line(say("next"), self.say(say("none: this was the last one")) if meeting.last else "")
        yield self._line(say("no action points"), meeting.no_action_points)
        if meeting.approved is not None:
            where = meeting.approved.meeting.id if meeting.approved.meeting is not None else ""
            yield self._line(say("approved"), _joined(self._day(meeting.approved.on), where, mark=", "))
        for accepted in meeting.accepted:
            yield self._line(say("accepted"), f"{accepted.code}: {accepted.reason}")

    def _about(self, meeting: Meeting, noted: Noted, signal: SignalRow | None) -> Iterator[Line]:
        yield self._line(say("id"), noted.id)
        day = day_in_words(meeting.day, self.say)
        yield self._line(say("noted in"), _joined(in_plain_words(meeting.title, self.plan), day, mark=", "))
        yield self._line(say("internal"), self.say(say("yes")) if noted.internal else "")
        if isinstance(noted, Point):
            row = self._row(meeting, noted)
            style = STANDING_STYLES[row.standing]
            yield Line(self.say(say("stands")), standing_in_words(row, self.say), style, loud=True)
            if row.lacks_owner:
                yield Line(self.say(say("owner")), self.say(say("no owner")), "warning", loud=True)
            yield self._line(say("owner"), self.names(noted.owners))
            yield self._line(say("due"), self._when(row.due))
            yield self._line(say("first due"), self._when(noted.due) if row.due != noted.due else "")
            yield self._line(say("age"), self.say(say_count("{count} day", "{count} days", row.age)))
        elif signal is not None:
            yield self._line(say("stage"), self.say(STAGE_WORDS[signal.stage]))
            yield self._line(say("grouped under"), signal.group)
        elif isinstance(noted, Event):
            hours = hours_in_words(noted.start, noted.end, self.say)
            yield self._line(say("when"), _joined(self._when(noted.when), hours, mark=", "))
        elif isinstance(noted, Resolution):
            cited = [one.id for one in self.plan.actions if one.decision and one.decision.meeting == noted.id]
            yield self._line(say("cited by"), "; ".join(map(self._named, cited)))
        if not isinstance(noted, (Point, Resolution)):
            yield self._line(say("who"), self.names(noted.who))
        if not isinstance(noted, Resolution):
            yield self._line(say("tags"), "; ".join(tag_name(tag.id, self.plan) for tag in noted.tags))
        yield self._line(say("refers to"), "; ".join(self._named(one.id) for one in noted.references))

    def _followed(self, meeting: Meeting, row: PointRow) -> Line:
        words = f"{standing_in_words(row, self.say)}: {self._told(row)}"
        if meeting.state in _HELD and not is_treated(self.plan, meeting, row):
            words = _joined(words, self.say(say("nothing was noted about it")))
        return Line(row.point.id, words, STANDING_STYLES[row.standing])

    def _short(self, meeting: Meeting, noted: Noted, signal: SignalRow | None) -> tuple[str, str, str, str]:
        """The number of what was noted, how it stands, its words with whose it is, and the style of how it stands."""
        number = noted.id.rpartition("/")[2]
        if isinstance(noted, Point):
            row = self._row(meeting, noted)
            word = self.say(POINT_STANDINGS[row.standing] if row.is_open else POINT_STATES[row.state])
            return number, word, self._told(row), STANDING_STYLES[row.standing]
        word = self.say(STAGE_WORDS[signal.stage]) if signal is not None else ""
        text = self.words(noted.text)
        if isinstance(noted, Event):
            hours = hours_in_words(noted.start, noted.end, self.say)
            text = _joined(_joined(self._when(noted.when), hours, mark=", "), text, mark=": ")
        more = self.names(ref for ref in getattr(noted, "who", ()) if f"@{ref.id}" not in noted.text)
        tags = ", ".join(tag_name(tag.id, self.plan) for tag in getattr(noted, "tags", ()))
        return number, word, _joined(text, more, tags, self._internal(noted)), ""

    def _told(self, row: PointRow) -> str:
        """The words of a point, whose it is, by when, what it names."""
        names = ", ".join(self.plan.titles.get(one.id, ("", ""))[0] or one.id for one in row.point.references)
        owners = self.names(row.point.owners) or (self.say(say("no owner")) if row.is_open else "")
        due = self._due(row.due) if row.is_open else ""
        return _joined(self.words(row.point.text), owners, due, names, self._internal(row.point))

    def _row(self, meeting: Meeting, point: Point) -> PointRow:
        return row_of(meeting, point, max(self.today, meeting.day), self.plan.settings.warn_before)

    def _named(self, name: str) -> str:
        number, title = self.plan.titles.get(name, ("", ""))
        return f"{number} {in_plain_words(title, self.plan)}".strip() or name

    def _internal(self, noted: Noted) -> str:
        return self.say(say("internal")) if noted.internal else ""

    def _due(self, due: VagueDate | None) -> str:
        return self.say(say("due {date}", date=self._when(due))) if due is not None else ""

    def _occasion(self, one: Meeting | Occasion) -> str:
        """The day with its name, and the hours."""
        if one.date is None:
            day = day_in_words(one.day, self.say) if isinstance(one, Meeting) else ""
        else:
            day = self._when(one.date) if one.date.is_vague else day_in_words(one.date.first, self.say)
        return _joined(day, hours_in_words(one.start, one.end, self.say), mark=", ")

    def _when(self, value: VagueDate | None) -> str:
        """Days in words; a date that was typed in words as it was typed."""
        if value is None:
            return ""
        if value.is_vague and not value.text[:1].isdigit():
            return one_line(bare(value.text))
        return dates.in_words_range(value.first, value.last, self.say.code)

    def _day(self, value: VagueDate | None) -> str:
        return self._when(value) or self.say(say("no date"))

    def _line(self, label: Message, text: str) -> Line:
        return Line(self.say(label), one_line(text))


def _joined(*texts: str, mark: str = "; ") -> str:
    return mark.join(one_line(text) for text in texts if text.strip())
