"""An action as a fiche: the form in full when the action lives, and a short note when it is a stub."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from elzctl.fiche import Condition, Decision, Indicator, Measurement, Step, Update
from elzctl.internal import all_with_own_internal, all_without_internal
from elzctl.model import Action
from elzctl.render.fiche_meetings import cited, counted_from, discussed_in
from elzctl.render.markdown import clean
from elzctl.render.plan_signed import signed
from elzctl.render.plan_tags import tags
from elzctl.render.plan_text import PlanText
from elzctl.render.tree import (
    Block,
    Break,
    Bullets,
    CheckBox,
    Emphasis,
    Fiche,
    Field,
    Heading,
    Inline,
    Item,
    Paragraph,
    Strong,
    Text,
)
from elzctl.render.words import HEALTHS, PARTS, PERS, ROLES, STATUSES
from elzctl.terms import IndicatorKind, Part, SectionOrder
from elzctl.value import replace
from elzctl.wording import Message, say

LEVEL = 3
"""The level of a fiche's heading; its labels stand one lower, headings in its texts two."""

ORDERS: dict[SectionOrder, tuple[Part, ...]] = {
    SectionOrder.WHY_FIRST: (Part.WHY, Part.FOR_WHOM, Part.WHAT, Part.WITH_WHOM, Part.HOW),
    SectionOrder.WHAT_FIRST: (Part.WHAT, Part.WHY, Part.FOR_WHOM, Part.WITH_WHOM, Part.HOW),
}
KINDS = {
    IndicatorKind.PROCESS: say("Process evaluation"),
    IndicatorKind.OUTPUT: say("Results evaluation (output)"),
}
NOT_YET = say("Not filled in yet")


def fiche(action: Action, text: PlanText) -> Fiche:
    """The fiche of *action*.  What is printed is named here, field by field; nothing else of the file is."""
    heading = Heading(LEVEL, action.id, text.title(action.title), str(action.number or ""))
    state = action.status.value if action.status is not None else ""
    badge = text.say(STATUSES[action.status] if action.status is not None else say("Status unknown"))
    whole, action = action, _published(action, text)
    fields = (*(_stub(action, text) if action.is_stub else _form(action, text)), *signed(whole, text))
    intro = text.blocks(action.body.intro.text, LEVEL + 2)
    return Fiche(heading, state, badge, intro, fields, action.is_stub, tags(action, text))


def beside_stub(action: Action, text: PlanText) -> Iterator[Field]:
    """What the file of an action that is over, or waits, says beside why that is: for a page of its own, as far as it is known."""
    yield from _summary(action, text, known=True)
    yield from _steps(action, text)
    yield from _updates(action, text)


def step_dates(step: Step, text: PlanText) -> str:
    """When a step is done, in one line; empty when it has no date."""
    done = text.say(say("done: {date}", date=text.when(step.done))) if step.done is not None else ""
    return ", ".join(part for part in (text.stretch(step.start, step.due), done) if part)


def _published(action: Action, text: PlanText) -> Action:
    """The action with its internal parts, which may go on from one section into the next, left out or each in its own section."""
    body = action.body
    texts = [clean(prose.text) for prose in body.prose()]
    if not any(":::" in one for one in texts):
        return action
    shown = all_with_own_internal(texts) if text.internal else all_without_internal(texts)
    intro, *rest = (replace(prose, text=one) for prose, one in zip(body.prose(), shown, strict=True))
    sections = (replace(section, prose=prose) for section, prose in zip(body.sections, rest, strict=True))
    return replace(action, body=replace(body, intro=intro, sections=tuple(sections)))


# The form


def _form(action: Action, text: PlanText) -> Iterator[Field]:
    yield from _summary(action, text)
    for part in ORDERS[text.plan.settings.section_order]:
        yield Field(part.value, text.say(PARTS[part]), _section(action, part, text))
    yield from _steps(action, text)
    yield Field("evaluation", text.say(PARTS[Part.EVALUATION]), tuple(_evaluation(action, text)))
    if action.condition is not None:
        yield Field("condition", text.say(say("Condition")), tuple(_condition(action.condition, text)))
    yield from _updates(action, text)
    yield from discussed_in(action, text)


def _summary(action: Action, text: PlanText, *, known: bool = False) -> Iterator[Field]:
    """Who, for whom and when; only what is *known*, or else all of it."""
    settings = text.plan.settings
    role = text.say(ROLES[action.role]) if action.role is not None else ""
    rows = (
        ("lead", say("Lead"), text.actors(action.lead)),
        ("role", say("Role of the zone"), role),
        ("partners", say("Partners"), text.actors(action.partners)),
        ("target_groups", say("Target groups"), text.named(action.target_groups, settings.target_groups)),
        ("themes", say("Themes"), text.named(action.themes, settings.themes)),
        ("period", say("Period"), _period(action, text)),
    )
    for key, label, words in (row for row in rows if row[2] or not known):
        yield Field(key, text.say(label), (text.paragraph(words) if words else text.quiet(NOT_YET),), brief=True)


def _period(action: Action, text: PlanText) -> str:
    own = text.stretch(action.start, action.due)
    if not own and any(step.is_dated for step in action.steps):
        return text.say(say("see the steps"))
    return ", ".join(filter(None, (own, text.late(action, action.due))))


def _section(action: Action, part: Part, text: PlanText) -> tuple[Block, ...]:
    found = _prose(action, part, text)
    if part is Part.WHAT:
        found += tuple(_scope(action, text, anything=bool(found)))
    return found or (text.quiet(NOT_YET),)


def _prose(action: Action, part: Part, text: PlanText) -> tuple[Block, ...]:
    """What the file says under the headings of that part: there may be more than one."""
    sections = (section for section in action.body.sections if section.part is part)
    return tuple(block for section in sections for block in text.blocks(section.prose.text, LEVEL + 2))


def _scope(action: Action, text: PlanText, *, anything: bool) -> Iterator[Block]:
    """What we do and what we do not do, under headings of their own; not at all when the whole row is empty."""
    both = [(part, action.body.section(part), _prose(action, part, text)) for part in (Part.DO, Part.DO_NOT)]
    filled = any(blocks for _, _, blocks in both)
    for part, section, blocks in both:
        if filled or (anything and section is not None):
            yield Heading(LEVEL + 2, "", (Text(text.say(PARTS[part])),))
            yield from blocks or (text.quiet(NOT_YET),)


def _steps(action: Action, text: PlanText) -> Iterator[Field]:
    if action.steps:
        items = tuple(_step(step, place, action, text) for place, step in enumerate(action.steps, 1))
        yield Field("steps", text.say(say("Steps")), (Bullets(items),))


def _updates(action: Action, text: PlanText) -> Iterator[Field]:
    if action.updates:
        items = tuple(_update(update, text) for update in action.updates)
        yield Field("updates", text.say(say("How it goes")), (Bullets(items),))


def step_anchor(action: Action, place: int) -> str:
    """Where the step of an action at a *place*, from 1, stands on its page; only a late one has such an anchor."""
    return f"{action.id}/{place}"


def _step(step: Step, place: int, action: Action, text: PlanText) -> Item:
    note = (Text(" ("), *text.line(step.note), Text(")")) if step.note else ()
    dates, late, who = step_dates(step, text), text.late(action, step.due, step.done), text.actors(step.by)
    told = (Text(f"{dates}, "), Strong((Text(late),)), Text(f" · {who}" if who else "")) if late else ()
    below = " · ".join(part for part in (dates, who) if part)
    when = (Break(), Emphasis(told or (Text(below),))) if below else ()
    anchor = step_anchor(action, place) if late else ""
    return Item((Paragraph((*text.line(step.what), *note, *when)),), step.done is not None, anchor)


def _update(update: Update, text: PlanText) -> Item:
    head = [text.when(update.on)] if update.on is not None else []
    head += [text.say(HEALTHS[update.health])] if update.health is not None else []
    words = (Strong((Text(" · ".join(head)),)),) if head else ()
    note = ((Text(": "),) if words else ()) + text.line(update.note) if update.note else ()
    return Item((Paragraph((*words, *note)),))


# Evaluation


def _evaluation(action: Action, text: PlanText) -> Iterator[Block]:
    for kind, label in KINDS.items():
        found = [indicator for indicator in action.indicators if indicator.kind is kind]
        alt = text.say(say("ticked") if found else say("not ticked"))
        yield CheckBox(bool(found), alt, text.say(label))
        yield from _indicators(found, text)
    yield from _indicators((one for one in action.indicators if one.kind is None), text)
    if action.no_evaluation:
        yield Paragraph((Text(text.say(say("No evaluation:")) + " "), *text.line(action.no_evaluation)))
    prose = _prose(action, Part.EVALUATION, text)
    yield from prose
    if not (prose or action.indicators or action.no_evaluation):
        yield text.quiet(NOT_YET)


def _indicators(indicators: Iterable[Indicator], text: PlanText) -> Iterator[Block]:
    items = tuple(Item((Paragraph(tuple(_indicator(indicator, text))),)) for indicator in indicators)
    if items:
        yield Bullets(items)


def _indicator(indicator: Indicator, text: PlanText) -> Iterator[Inline]:
    yield from text.line(indicator.what)
    rows: list[tuple[Message, str]] = []
    per = text.say(PERS[indicator.per]) if indicator.per is not None else ""
    if indicator.target is not None:
        rows.append((say("Target"), _joined(indicator.target.text, indicator.unit, per)))
    elif indicator.unit:
        rows.append((say("Counted in"), _joined(indicator.unit, per)))
    if indicator.measure:
        rows.append((say("Measured by"), indicator.measure))
    rows += counted_from(indicator, text)
    if indicator.measured:
        rows.append((say("Measured"), "; ".join(_measured(one, indicator, text) for one in indicator.measured)))
    for label, words in rows:
        yield Break()
        yield Text(f"{text.say(label)}: ")
        yield from text.line(words)


def _measured(one: Measurement, indicator: Indicator, text: PlanText) -> str:
    """A measured value beside the target that it is part of, with its day and remark."""
    value = one.value.text if one.value is not None else "?"
    if indicator.target is not None:
        value = text.say(say("{value} of {target}", value=value, target=indicator.target.text))
    remarks = [text.when(one.on)] if one.on is not None else []
    remarks += [one.note] if one.note else []
    return _joined(value, indicator.unit, f"({', '.join(remarks)})" if remarks else "")


def _joined(*parts: str) -> str:
    return " ".join(part for part in parts if part)


# What holds an action up, or ended it


def _stub(action: Action, text: PlanText) -> Iterator[Field]:
    reason = Paragraph(text.line(action.reason)) if action.reason else text.quiet(NOT_YET)
    yield Field("reason", text.say(say("Reason")), (reason,), brief=True)
    if action.decision is not None:
        decision = Paragraph(tuple(_decision(action.decision, text)))
        yield Field("decision", text.say(say("Decision")), (decision,), brief=True)
    if action.since is not None:
        since = text.paragraph(text.when(action.since))
        yield Field("since", text.say(say("Since")), (since,), brief=True)
    if action.into is not None:
        into = Paragraph((text.reference(action.into.id, ""),))
        yield Field("into", text.say(say("Goes on in")), (into,), brief=True)
    if action.condition is not None:
        condition = tuple(_condition(action.condition, text))
        yield Field("condition", text.say(say("Condition")), condition, brief=True)
    yield from discussed_in(action, text)


def _decision(decision: Decision, text: PlanText) -> Iterator[Inline]:
    """Who decided what and when; what minutes say themselves is not said again."""
    body = text.actors((decision.body,)) if decision.body is not None else ""
    where, words = cited(decision, text)
    body = "" if f", {body}," in where else body  # as when the body's own series is all that is told of the meeting
    is_known = where != decision.meeting
    on = text.when(decision.on) if decision.on is not None and not is_known else ""
    head = ", ".join(part for part in (body, on, where) if part)
    words = words or text.line(decision.text)
    yield from text.line(head)
    if head and words:
        yield Text(": ")
    yield from words


def _condition(condition: Condition, text: PlanText) -> Iterator[Paragraph]:
    rows = (
        (None, text.line(condition.what)),
        (say("Who decides"), text.line(text.actors(condition.source))),
        (say("When it is known"), text.line(text.when(condition.by)) if condition.by is not None else ()),
        (say("If so"), text.line(condition.then)),
        (say("If not"), text.line(condition.otherwise)),
    )
    for label, words in rows:
        if words:
            head = (Strong((Text(f"{text.say(label)}:"),)), Text(" ")) if label is not None else ()
            yield Paragraph((*head, *words))
