"""The first page: what the zone does this year, what comes next, what was achieved lately; and that the year is over."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from elzctl.dates import VagueDate
from elzctl.fiche import Step
from elzctl.followup.points import PointRow, PointState, points
from elzctl.model import Action, StrategicGoal
from elzctl.record import NamedTuple
from elzctl.render.markdown import clean
from elzctl.render.plan_cover import cover
from elzctl.render.site.cells import Line, action_name, bullets, counted, joined, part, to_goal
from elzctl.render.site.meeting_list import coming, invited, next_in_short
from elzctl.render.site.overdue import ANCHOR, how_much_is_late, point_line
from elzctl.render.site.page import Page, Site
from elzctl.render.site.registers import event_lines
from elzctl.render.tree import Block, Heading, Jump, Note, Paragraph, Strong, Text
from elzctl.terms import Status
from elzctl.views import coming as ahead
from elzctl.views.coming import Due
from elzctl.views.planned import ended
from elzctl.views.published import has_minutes
from elzctl.wording import Message, say, say_count

FEW, FEWER = 6, 3
"""So many of each kind, and so many meetings; the rest stands on the pages that it leads to."""
LATELY = timedelta(365)
"""What was achieved longer ago is no news."""
_GONE = frozenset({Status.MOVED, Status.MERGED, Status.NOT_RETAINED, Status.STOPPED})
NOTHING_NEXT = say("No meeting, no event and no deadline is planned from today on.")
NOTHING_OPEN = say("No open meeting, no event and no deadline is planned from today on.")
NOTHING_LATELY = say("Of the last twelve months it is not noted that something was done.")


def home_page(site: Site) -> Page:
    """The first page of the site."""
    period = site.plan.settings.period
    within = site.say(say("part of the policy plan {period}", period=site.text.when(period))) if period else ""
    blocks = (
        *cover(site.text),
        *_over(site),
        *_next_in_short(site),
        *_lead_to(part(_what_we_do(site), _this_year(site), site), say("The whole plan"), "page:plan", site),
        *part(say("What comes next"), _next(site) or _nothing(_none_next(site), site), site),
        *_late(site),
        *_lately(site),
        *_lead_to(
            part(say("The last minutes"), bullets(_minutes(site)), site), say("All meetings"), "page:meetings", site
        ),
    )
    return site.page("page:home", site.title, blocks, kind="home", subtitle=clean(within))


def _lead_to(blocks: tuple[Block, ...], words: Message, anchor: str, site: Site) -> tuple[Block, ...]:
    """The blocks, and behind them where more of the same stands."""
    return (*blocks, Paragraph(_more(words, anchor, site))) if blocks else ()


def _more(words: Message, anchor: str, site: Site) -> Line:
    return (Strong((Jump(anchor, (Text(site.say(words)),)),)),)


def _nothing(words: Message, site: Site) -> tuple[Block, ...]:
    """That there is nothing of a kind, on a site that has actions: a reader would think that something is broken."""
    return (site.text.quiet(words),) if site.plan.actions else ()


_ALL_DUE = (("page:timeline", say("The timeline")), ("page:points", say("All action points")))
"""Where everything stands that is to be done by a day: what is of actions, and what minutes noted."""


# This year


def _is_over(site: Site) -> bool:
    return site.plan.years is not None and site.plan.years[1] < site.today


def _year(site: Site) -> str:
    year = site.plan.settings.year
    return site.text.when(year) if year is not None else ""


def _over(site: Site) -> Iterator[Block]:
    """That the year of the plan is over."""
    if _is_over(site):
        words = say(
            "This is the plan of {year}, and that year is over. A newer plan is not on this site.", year=_year(site)
        )
        yield Note("alert", (site.text.paragraph(site.say(words)),))


def _what_we_do(site: Site) -> Message:
    """The title of what the plan holds, by whether its year is this one."""
    years = site.plan.years
    if years is None or years[0] <= site.today <= years[1]:
        return say("What we do this year")
    words = say("What we planned for {year}") if _is_over(site) else say("What we do in {year}")
    return words._replace(args=(("year", _year(site)),))


def _late(site: Site) -> tuple[Block, ...]:
    """After the year, what should have been done by now, what was due last first."""
    found = ahead.overdue(site.plan, site.today)[:FEW] if _is_over(site) else ()
    lines = bullets(_due(one, site) for one in found)
    return _lead_to(part(say("What is late"), lines, site), say("All that is late"), ANCHOR, site)


def _this_year(site: Site) -> tuple[Block, ...]:
    """A sentence with the counts, and each strategic goal with those of its own."""
    plan = site.plan
    if not plan.strategic_goals and not plan.actions:
        return (site.text.quiet(say("This plan has no goals and no actions yet.")),)
    first, late = site.text.paragraph(counted(site)), how_much_is_late(site)
    return (
        first,
        *((Paragraph((*late, Text("."))),) if late else ()),
        *bullets(_goal(strategic, site) for strategic in plan.strategic_goals),
    )


def _goal(strategic: StrategicGoal, site: Site) -> Line:
    if not site.plan.actions:
        return to_goal(strategic, site)
    numbers = (goal.number for goal in strategic.goals if goal.number is not None)
    count = sum(len(site.plan.by_goal.get(number, ())) for number in numbers)
    told = say_count("{count} action", "{count} actions", count) if count else say("no actions yet")
    words = site.say(told).replace(" ", "\u00a0")
    return (*to_goal(strategic, site), Text(f" ({words})"))


# To come


def _next_in_short(site: Site) -> Iterator[Block]:
    """The next meeting, where who looks on a telephone sees it; all of the invitation stands further down."""
    for line in next_in_short(site):
        yield Paragraph(line)


def _next(site: Site) -> tuple[Block, ...]:
    """The next meetings, events, and deadlines that are not over."""
    found, rows, due = coming(site), ahead.events(site.plan, site.today), ahead.due(site.plan, site.today)
    blocks = [block for one in found[:FEWER] for block in invited(one, site)]
    blocks += _rest(len(found) - FEWER, (("page:meetings", say("All meetings")),), site)
    lines = event_lines(((row.meeting, row.noted) for row in rows[:FEW]), site)
    more = _rest(len(rows) - FEW, (("page:events", say("All events")),), site)
    blocks += _under(say("Events"), (*bullets(lines), *more), site)
    kinds = {"page:points" if one.point is not None else "page:timeline" for one in due[FEW:]}
    more = _rest(len(due) - FEW, [(name, words) for name, words in _ALL_DUE if name in kinds], site)
    blocks += _under(say("Steps and deadlines"), (*bullets(_due(one, site) for one in due[:FEW]), *more), site)
    return tuple(blocks)


def _none_next(site: Site) -> Message:
    return NOTHING_OPEN if ahead.closed(site.plan, site.today) else NOTHING_NEXT


def _rest(count: int, where: Iterable[tuple[str, Message]], site: Site) -> tuple[Block, ...]:
    """How many more there are, and the pages on which these stand."""
    if count <= 0:
        return ()
    links = joined((_more(words, anchor, site) for anchor, words in where), " · ")
    told = site.say(say_count("And {count} more.", "And {count} more.", count))
    return (Paragraph((Text(f"{told} "), *links)),)


def _under(title: Message, blocks: tuple[Block, ...], site: Site) -> tuple[Block, ...]:
    return (Heading(2, "", (Text(site.say(title)),)), *blocks) if blocks else ()


def _due(one: Due, site: Site) -> Line:
    when: Line = (Strong((Text(site.text.when(one.when)),)), Text(": "))
    if one.deadline is not None:
        return (*when, *_step(one.deadline.action, one.deadline.step, site))
    assert one.point is not None
    return (*when, *point_line(one.point, site))


def _step(action: Action, step: Step | None, site: Site) -> Line:
    """A step with the action that it is of; the action alone when it is that."""
    name: Line = (Jump(action.id, (Text(action_name(action, site)),)),)
    return (*site.text.line(step.what), Text(" ("), *name, Text(")")) if step is not None and step.what else name


# Achieved


class _Achieved(NamedTuple):
    """A step, a whole action or a point that was done: *day* says what was done last, *when* is as it was noted."""

    day: date
    when: VagueDate
    what: Action | PointRow
    step: Step | None = None


def _lately(site: Site) -> tuple[Block, ...]:
    """What was done last; when that was long ago, what was done before, and that nothing was noted since."""
    found = sorted(_achieved(site), key=lambda one: one.day, reverse=True)
    lately = [one for one in found if one.day >= site.today - LATELY]
    # Only what is shown is drawn: the points of years of minutes are many.
    lines = bullets(_done(one, site) for one in (lately or found)[:FEW])
    if lately or not found:
        return part(say("What was achieved lately"), lines or _nothing(NOTHING_LATELY, site), site)
    return part(say("What was achieved"), (*_nothing(NOTHING_LATELY, site), *lines), site)


def _achieved(site: Site) -> Iterator[_Achieved]:
    """What was done: steps, whole actions, and the points that stand as done in the list of them."""
    for action in site.plan.actions:
        end = ended(site.plan, action) if action.status is Status.DONE else None
        if end is not None and end.last <= site.today:
            yield _Achieved(end.last, end, action)
        # Of an action that stopped or went elsewhere nobody would look for its steps here.
        for step in action.steps if action.status not in _GONE else ():
            if step.done is not None and step.done.last <= site.today:
                yield _Achieved(step.done.last, step.done, action, step)
    for row in points(site.plan, site.today) if site.plan.meetings else ():
        done = row.point.done
        if row.state is PointState.DONE and done is not None:
            # That list calls a point done from the first day of its date on, so that the last one may be to come.
            yield _Achieved(min(done.last, site.today), done, row)


def _done(one: _Achieved, site: Site) -> Line:
    what = point_line(one.what, site) if isinstance(one.what, PointRow) else _step(one.what, one.step, site)
    return (*_on(site.text.when(one.when)), *what)


def _on(when: str) -> Line:
    return (Strong((Text(when),)), Text(": "))


def _minutes(site: Site) -> Iterator[Line]:
    held = [one for one in site.plan.meetings if has_minutes(site.plan, one) and one.day <= site.today]
    for meeting in held[:-4:-1]:
        yield (Jump(meeting.id, (Text(site.text.meeting(meeting)),)),)
