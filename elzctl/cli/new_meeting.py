"""``elzctl new-meeting``: the next meeting of a series, with what the last one says about it."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from elzctl.cli.answered import stop_with
from elzctl.cli.ask import Form, asking, command_line, confirmed, filled, tell, written
from elzctl.cli.meeting_questions import Day, Place, Speaker, Time, WhichSeries
from elzctl.cli.options import Argument, Context, Option
from elzctl.cli.questions import Choice, Line
from elzctl.cli.session import FINE, Session, Stop
from elzctl.dates import in_words
from elzctl.fiche import Ref
from elzctl.load import ACTORS, SERIES, Loaded
from elzctl.meeting import Meeting, Occasion, Series
from elzctl.model import Plan
from elzctl.record import NamedTuple
from elzctl.render.columns import one_line
from elzctl.render.terminal import printable
from elzctl.scaffold.allowed import title_fault
from elzctl.scaffold.meeting import Taken, announced, latest, taken
from elzctl.scaffold.meeting import new_meeting as write_meeting
from elzctl.source import Span
from elzctl.terms import MeetingState
from elzctl.wording import Language, Message, say

Text = str | None
_NOBODY_KNOWS = Meeting("", "", "", None, None)


class Given(NamedTuple):
    """What was typed; ``None`` for what is not there."""

    series: Text
    date: Text
    start: Text
    end: Text
    location: Text
    speaker: Text
    title: Text


def new_meeting(
    ctx: Context,
    series: Annotated[Text, Argument(metavar="SERIES", help="The series: its id or name.")] = None,
    date_: Annotated[
        Text, Option("--date", metavar="DAY", help="The day; otherwise the one that the last meeting names.")
    ] = None,
    start: Annotated[Text, Option(metavar="TIME", help="When it begins, such as 13u30.")] = None,
    end: Annotated[Text, Option(metavar="TIME", help="When it ends.")] = None,
    location: Annotated[Text, Option(help="Where it is.")] = None,
    speaker: Annotated[Text, Option(metavar="ACTOR", help="Who presents its work there.")] = None,
    title: Annotated[Text, Option(help="The title; otherwise the name of the series.")] = None,
    *,
    ask: Annotated[bool, Option("--ask", help="Ask for all that is not given.")] = False,
    yes: Annotated[bool, Option("--yes", help="Ask nothing.")] = False,
) -> int:
    """Write the invitation and agenda of the next meeting of a series.

    Day, hours, place and speaker are those that the last meeting names under “next”; what is not named there is as
    usual in the series. The agenda begins with the follow-up of the action points and the approval of the last
    minutes. With --date it can be an extra meeting, for which “next” does not count.

    On a terminal elzctl asks for the series when it is not given, and for the rest; with --yes, and in a script,
    nothing is ever asked. A meeting that is there already is named, and nothing is changed.

    elzctl new-meeting clusteroverleg-welzijn
    """
    session: Session = ctx.obj
    loaded = session.load()
    _need_series(session, loaded)
    given = Given(series, date_, start, end, location, speaker, title)
    asks = asking(ask=ask, yes=yes)
    known = _known(loaded.plan, given)
    if known is not None and not ask and given.date is None:
        there = _settled(session, loaded.plan, known, asks=asks)
        if there is not None:
            return _tell_taken(session, there)
    wanted, asked = filled(
        session,
        lambda form: _draft(form, loaded.plan, given, session.language),
        say("A new meeting. Ctrl-C stops; nothing is written before the end."),
        asks=asks,
        all_of_it=ask or series is None,
    )
    there = _there(loaded.plan, wanted)
    if there is not None:
        return _tell_taken(session, there)
    if asked and not _agreed(session, wanted):
        stop_with(session, "new-meeting", asked)
    made = written(session, lambda: write_meeting(session.root(), wanted), ask=bool(asked))
    if isinstance(made, Taken):
        return _tell_taken(session, made)
    session.print(made.path)
    session.say(say("Look over the agenda in this file, and then make the invitation:"))
    session.print(f"  {command_line(session, f'render invitation {made.id}')}")
    return FINE


# The series and its next meeting


def _need_series(session: Session, loaded: Loaded) -> None:
    """Raises Stop when there is no series to make a meeting of."""
    if loaded.plan.series:
        return
    fault = next((finding for finding in loaded.findings if finding.span.path == SERIES), None)
    if fault is not None:
        see = say("See what is wrong: {command}", command=command_line(session, f"validate {SERIES}"))
        raise Stop(say("{path}: {message}", path=SERIES, message=fault.message), see)
    hint = say("Write one in {path}, such as: “clusteroverleg-welzijn: {{name: Clusteroverleg welzijn}}”.", path=SERIES)
    raise Stop(say("There is no series of meetings yet"), hint)


def _known(plan: Plan, given: Given) -> Series | None:
    """The series that was typed, if it is one."""
    question = WhichSeries(_series(plan), SERIES)
    form = Form()
    choice = form.get(question, given.series) if given.series is not None else None
    return plan.series[choice.id] if choice is not None else None


def _series(plan: Plan) -> tuple[Choice, ...]:
    return tuple(Choice(str(line), one.id, one.name or one.id) for line, one in enumerate(plan.series.values(), 1))


def _next(plan: Plan, series: Series) -> Occasion | Message:
    """What the last meeting says about the next one, when that names a day; else why it is not known."""
    found, last = announced(plan, series.id), latest(plan, series.id)
    if found is not None and found.next.date is not None:
        when = found.next.date
        if when.is_vague:
            return say("{meeting} only says “{date}” of the next meeting", meeting=found.by.id, date=when.text)
        if when.first > found.by.day:
            return found.next
        return say("{meeting} names a day for the next meeting that is not after it", meeting=found.by.id)
    if last is None:
        return say("There is no meeting of this series yet")
    if last.last:
        return say("{meeting} was the last meeting of this series", meeting=last.id)
    return say("{meeting} does not say when the next meeting is", meeting=last.id)


def _settled(session: Session, plan: Plan, series: Series, *, asks: bool) -> Taken | None:
    """The next meeting of a series when it is there already.  Raises Stop when its day is not known, and not to be asked."""
    found, last = _next(plan, series), latest(plan, series.id)
    if isinstance(found, Occasion):
        return taken(plan, series.id, found.date.first) if found.date is not None else None
    if last is not None and last.state is MeetingState.PLANNED and (last.next is None or last.next.date is None):
        return Taken(last.path, last)
    if not asks:
        where = last.path if last is not None else SERIES
        fill = say("Fill in “next” in {path}, or give the day: --date 2025-10-09", path=where)
        raise Stop(found, fill if last is not None and not last.last else say("Give the day: --date 2025-10-09"))
    tell(session, say("{why}.", why=found))
    return None


def _there(plan: Plan, wanted: Meeting) -> Taken | None:
    return taken(plan, wanted.series.id, wanted.day) if wanted.series is not None else None


def _tell_taken(session: Session, there: Taken) -> int:
    """Says that the meeting is there already.  Raises Stop when it was cancelled."""
    meeting = there.meeting
    if meeting is not None and meeting.state is MeetingState.CANCELLED:
        hint = say("Give another day with --date, or change its state in that file.")
        raise Stop(say("The meeting of that day was cancelled: {path}", path=there.path), hint)
    session.print(printable(there.path))
    if meeting is None:
        session.say(say("This meeting is there already, but cannot be read. Nothing was changed."))
    else:
        day = in_words(meeting.day, session.language.code)
        session.say(say("The meeting of {day} is there already. Nothing was changed.", day=day))
    return FINE


# What it will be


def _draft(form: Form, plan: Plan, given: Given, language: Language) -> Meeting:
    """The meeting as far as it is known."""
    choice = form.get(WhichSeries(_series(plan), SERIES), given.series)
    if choice is None:
        return _NOBODY_KNOWS
    series, found = plan.series[choice.id], _next(plan, plan.series[choice.id])
    usual = found if isinstance(found, Occasion) and not _is_taken(plan, series, found) else Occasion()
    day = form.get(Day(usual.date, language, lambda day: _why_taken(plan, series, day)), given.date)
    if given.date is not None and day != usual.date:
        usual = Occasion()  # an extra meeting
    start = form.get(Time("--start", say("When does it begin?"), usual.start or series.start), given.start)
    last = usual.end or series.end
    if start is not None and last is not None and last <= start:
        last = None
    end = form.get(Time("--end", say("When does it end?"), last, start), given.end)
    location = form.get(Place(usual.location or series.location), given.location)
    actors = tuple(
        Choice(str(line), actor.id, actor.name or actor.id, actor.also)
        for line, actor in enumerate(plan.actors.values(), 1)
    )
    speaker = form.get(Speaker(actors, _speaker(actors, usual), ACTORS), given.speaker)
    name = series.name or series.id
    return Meeting(
        id="",
        path="",
        title=name if given.title is None else form.get(_title(name), given.title),
        series=Ref(series.id, Span("")),
        date=day,
        start=start,
        end=end,
        location=location,
        state=MeetingState.PLANNED,
        speaker=Ref(speaker.id, Span("")) if speaker is not None else None,
    )


def _title(name: str) -> Line:
    return Line("--title", say("What is the title?"), title_fault, default=name)


def _is_taken(plan: Plan, series: Series, found: Occasion) -> bool:
    return found.date is not None and taken(plan, series.id, found.date.first) is not None


def _why_taken(plan: Plan, series: Series, day: date) -> Message | None:
    there = taken(plan, series.id, day)
    return (
        None if there is None else say("There is a meeting of this series on that day already: {path}", path=there.path)
    )


def _speaker(actors: tuple[Choice, ...], usual: Occasion) -> Choice | None:
    """Who was announced; an id that no actor has stays what it is."""
    if usual.speaker is None:
        return None
    name = usual.speaker.id
    return next((actor for actor in actors if actor.id == name), Choice("", name, name))


def _agreed(session: Session, wanted: Meeting) -> bool:
    """Shows what will be written, and asks."""
    hours = "–".join(str(time) for time in (wanted.start, wanted.end) if time is not None)
    rows = (
        in_words(wanted.day, session.language.code),
        hours,
        wanted.location,
        wanted.speaker.id if wanted.speaker else "",
    )
    shown = ", ".join(one_line(row) for row in rows if row)
    session.print(f"\n  {one_line(wanted.title)}\n  {shown}")
    return confirmed(session, say("Write this meeting?"))
