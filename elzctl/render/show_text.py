"""Everything of one action or goal in words: labelled lines in one language, for :mod:`elzctl.render.laid_out`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import TYPE_CHECKING

from elzctl import dates
from elzctl.dates import VagueDate
from elzctl.fiche import Indicator, Ref, Step
from elzctl.model import Action, Goal, Plan, StrategicGoal
from elzctl.render.columns import one_line
from elzctl.render.laid_out import Block, Line
from elzctl.render.plain_title import plain_title
from elzctl.render.standings import STANDINGS, STYLES
from elzctl.render.words import HEALTHS, PERS, ROLES, STATUSES, bare
from elzctl.terms import Health, IndicatorKind
from elzctl.views.mentions import Mention, Mentions
from elzctl.views.status import Row, Standing, step_standing
from elzctl.wording import Language, Message, say

if TYPE_CHECKING:
    from elzctl.meeting import Meeting

KINDS: Mapping[IndicatorKind, Message] = {IndicatorKind.PROCESS: say("process"), IndicatorKind.OUTPUT: say("output")}
HEALTH_STYLES: Mapping[Health, str] = {
    Health.ON_TRACK: "good",
    Health.AT_RISK: "warning",
    Health.OFF_TRACK: "error",
}


def action_blocks(row: Row, mentions: Mentions, plan: Plan, today: date, language: Language) -> Iterator[Block]:
    """What the plan knows of an action, but for its text and its findings.  Blocks without lines are left out."""
    words = _Words(plan, language)
    action = row.action
    warn_before = plan.settings.warn_before
    yield Block("", tuple(line for line in words.facts(row) if line.text))
    steps = tuple(words.step(step, today, warn_before) for step in action.steps)
    indicators = tuple(line for one in action.indicators for line in words.indicator(one))
    updates = tuple(words.updates(action))
    blocks = ((say("Steps"), steps), (say("Indicators"), indicators), (say("Updates"), updates))
    yield from (Block(language(heading), lines) for heading, lines in blocks if lines)
    yield from mention_blocks(mentions, plan, language)
    if plan.meetings:
        from elzctl.render.show_meeting import MeetingText
        from elzctl.views.discussed import discussed

        yield from MeetingText(plan, language, today).discussed(discussed(plan, action.id, internal=True))


def goal_block(goal: StrategicGoal | Goal, language: Language) -> Block:
    """What the plan knows of a goal itself."""
    found = ((say("id"), goal.id), (say("motto"), goal.motto))
    return Block("", tuple(Line(language(label), one_line(text)) for label, text in found if text))


def mention_blocks(mentions: Mentions, plan: Plan, language: Language) -> Iterator[Block]:
    """What something refers to, and what refers to it."""
    words = _Words(plan, language)
    for heading, into, found in (
        (say("Refers to"), say("goes on there"), mentions.to),
        (say("Is referred to by"), say("goes on here"), mentions.by),
    ):
        if found:
            yield Block(language(heading), tuple(words.mention(one, language(into)) for one in found))


class _Words:
    """The lines of a plan in one language."""

    def __init__(self, plan: Plan, language: Language) -> None:
        self.plan = plan
        self.say = language

    def facts(self, row: Row) -> Iterator[Line]:
        """What the front matter says, but for lists of their own; a fact that is not there has no text."""
        action, plan, settings = row.action, self.plan, self.plan.settings
        yield self.line(say("id"), action.id)
        yield self.status(row)
        yield self.line(say("next"), self.coming(row))
        if row.lacks_lead:
            yield Line(self.say(say("lead")), self.say(say("no lead")), "warning", loud=True)
        yield self.line(say("lead"), self.names(action.lead))
        yield self.line(
            say("role of the zone"), self.say(ROLES[action.role]).lower() if action.role is not None else ""
        )
        if row.goal is not None:
            yield self.line(say("goal"), f"{row.goal.number} {plain_title(row.goal.title, plan)}")
        yield self.line(say("partners"), self.names(action.partners))
        yield self.line(say("target groups"), _named(action.target_groups, settings.target_groups))
        yield self.line(say("themes"), _named(action.themes, settings.themes))
        yield self.line(say("start"), self.when(action.start))
        yield self.line(say("due"), self.when(action.due))
        yield self.line(say("reason"), action.reason)
        yield self.line(say("since"), self.when(action.since))
        yield from self.ties(action)
        yield self.line(say("no evaluation"), action.no_evaluation)
        yield from self.approval(row)
        for accepted in action.accepted:
            yield self.line(say("accepted"), f"{accepted.code}: {accepted.reason}")

    def status(self, row: Row) -> Line:
        """Status and standing."""
        status = row.action.status
        word = self.say(STATUSES[status]).lower() if status is not None else "?"
        if row.standing is not Standing.WAITING:
            word = f"{word}, {self.say(STANDINGS[row.standing])}"
        return Line(self.say(say("status")), word, STYLES[row.standing], loud=True)

    def ties(self, action: Action) -> Iterator[Line]:
        """Decision, successor and condition."""
        if action.decision is not None:
            one = action.decision
            body = self.names((one.body,)) if one.body is not None else ""
            yield self.line(say("decision"), _joined(one.meeting, body, self.when(one.on), one.text))
        if action.into is not None:
            number, title = self.plan.titles.get(action.into.id, ("", ""))
            yield self.line(say("goes on in"), f"{number} {plain_title(title, self.plan) or action.into.id}")
        if action.condition is not None:
            condition = action.condition
            yield self.line(say("condition"), condition.what)
            yield self.line(say("decided by"), self.names(condition.source))
            yield self.line(say("known by"), self.when(condition.by))
            yield self.line(say("if so"), condition.then)
            yield self.line(say("if not"), condition.otherwise)

    def approval(self, row: Row) -> Iterator[Line]:
        """Who approved it, when and by which decision, and that it changed since."""
        one = row.action.approved
        if one is not None:
            body = self.names((one.body,)) if one.body is not None else ""
            words = _joined(body, self.when(one.on), one.meeting, one.text)
            yield self.line(say("approved"), words)
            if row.is_changed:
                yield Line("", self.say(say("changed after approval")), "warning", loud=True)

    def coming(self, row: Row) -> str:
        """What comes next and when."""
        return "" if row.next is None else _joined(self.when(row.next.due), row.next.what, mark=": ")

    def step(self, step: Step, today: date, warn_before: int) -> Line:
        """A step, behind how it stands."""
        standing = step_standing(step, today, warn_before)
        parts = [step.what]
        if step.start is not None:
            parts.append(self.say(say("from {date}", date=self.when(step.start))))
        if step.due is not None:
            parts.append(self.say(say("due {date}", date=self.when(step.due))))
        if step.done is not None:
            parts.append(self.say(say("done {date}", date=self.when(step.done))))
        text = _joined(*parts, self.names(step.by), step.note)
        if standing is None:
            return Line(self.say(say("done")), text, "quiet")
        return Line(self.say(STANDINGS[standing]), text, STYLES[standing])

    def indicator(self, indicator: Indicator) -> Iterator[Line]:
        """An indicator with its target, what was measured, and what is counted from minutes, with the meetings."""
        kind = self.say(KINDS[indicator.kind]) if indicator.kind is not None else "?"
        target = "" if indicator.target is None else indicator.target.text
        per = "" if indicator.per is None else self.say(PERS[indicator.per])
        amount = " ".join(filter(None, (target, indicator.unit, per)))
        parts = [indicator.what]
        if target:
            parts.append(self.say(say("target {amount}", amount=amount)))
        elif amount:
            parts.append(self.say(say("counted in {unit}", unit=amount)) if indicator.unit else amount)
        parts.append(indicator.measure)
        if indicator.count:
            parts.append(self.say(say("counted from the minutes of {series}", series=indicator.count)))
        for one in indicator.measured:
            value = "?" if one.value is None else one.value.text
            amount = _joined(value, self.when(one.on), one.note, mark=", ")
            parts.append(self.say(say("measured {amount}", amount=amount)))
        yield Line(kind, _joined(*parts))
        yield from self.counted(indicator)

    def counted(self, indicator: Indicator) -> Iterator[Line]:
        """The meetings that are counted, and those that are not approved yet."""
        if not (indicator.count and self.plan.meetings):
            return
        from elzctl.followup.counting import counted

        found = counted(self.plan, indicator)
        if found is not None:
            target = "" if indicator.target is None else indicator.target.text
            value = (
                self.say(say("{value} of {target}", value=found.value, target=target)) if target else f"{found.value}"
            )
            pending = self.days(found.pending)
            later = self.say(say("not approved yet: {days}", days=pending)) if pending else ""
            yield Line(self.say(say("counted")), _joined(_joined(value, self.days(found.meetings), mark=": "), later))

    def days(self, meetings: Iterable[Meeting]) -> str:
        """The days of meetings."""
        return ", ".join(dates.in_words(meeting.day, self.say.code) for meeting in meetings)

    def updates(self, action: Action) -> Iterator[Line]:
        """What was told on which day."""
        for one in action.updates:
            word = "" if one.health is None else self.say(HEALTHS[one.health])
            style = "" if one.health is None else HEALTH_STYLES[one.health]
            yield Line(word, _joined(self.when(one.on), one.note, mark=": "), style)

    def mention(self, mention: Mention, into: str) -> Line:
        """The other end of a reference, with *into* when it is a move."""
        title = one_line(plain_title(mention.title, self.plan)) or self.say(say("does not exist"))
        return Line(mention.number or mention.id, f"{title} ({into})" if mention.into else title)

    def when(self, value: VagueDate | None) -> str:
        """A date as typed, and in brackets the days that it spans when it does not say them itself."""
        if value is None:
            return ""
        words = dates.in_words_range(value.first, value.last, self.say.code)
        typed = one_line(bare(value.text))
        return typed if typed.casefold() == words.casefold() else f"{typed} ({words})"

    def names(self, refs: Iterable[Ref]) -> str:
        """The names of actors."""
        return ", ".join(self.plan.actor_name(ref.id) for ref in refs)

    def line(self, label: Message, text: str) -> Line:
        """A labelled fact."""
        return Line(self.say(label), one_line(text))


def _named(refs: Iterable[Ref], names: Mapping[str, str]) -> str:
    return ", ".join(names.get(ref.id, ref.id) for ref in refs)


def _joined(*texts: str, mark: str = "; ") -> str:
    return mark.join(one_line(text) for text in texts if text.strip())
