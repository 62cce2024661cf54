"""What changed in a plan since an earlier version, for its document: a chapter that lists it, and marks where it stands.

Only what the document prints is told, key by key, with the words of ``elzctl diff``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby
from operator import is_
from typing import Any

from elzctl import dates
from elzctl.fiche import ids
from elzctl.model import Action, Plan, Settings
from elzctl.record import NamedTuple
from elzctl.render.changes_labels import THINGS
from elzctl.render.changes_lines import Line, Mark, Run
from elzctl.render.changes_words import Told, Words
from elzctl.render.markdown import clean
from elzctl.render.plan_appendices import APPENDIX
from elzctl.render.plan_marks import marked
from elzctl.render.plan_text import PlanText
from elzctl.render.tree import Block, Bullets, Heading, Inline, Item, Jump, Paragraph, Part, Strong, Text
from elzctl.render.version import Version
from elzctl.value import replace
from elzctl.views.changes import Changed, Changes, How, Thing, changes, published
from elzctl.views.part import Wanted, actions_of, goals_of, part_of
from elzctl.wording import Message, say

LONGEST, LONGEST_TITLE = 400, 160
"""Characters of one stretch of a text, and of a title; where they stand now they can be read in full."""

# Keys as they are before the first full stop.
_LIVE = frozenset(
    "number title status lead role partners target_groups themes start due section steps indicators no_evaluation"
    " condition updates approved section.intro".split()
)
_STUB = frozenset("number title status reason decision since into condition approved section.intro".split())
_PRINTED: Mapping[Thing, frozenset[str]] = {
    Thing.GOAL: frozenset({"number", "title", "motto", "text"}),
    Thing.CHAPTER: frozenset({"title", "body"}),
    Thing.ACTOR: frozenset({"name"}),
    Thing.SETTINGS: frozenset(
        {"title", "organisation", "year", "period", "approved", "style.cover"}
        | {"section_order", "target_groups", "themes", "abbreviations"}
    ),
}
_PLACES: Mapping[Thing, str] = {Thing.ACTOR: f"{APPENDIX}partners", Thing.SETTINGS: f"{APPENDIX}colophon"}
"""Where to look for what has no place of its own; where there is no such part, words are not a link."""

# Signs of Markdown, and those of items, headings and rows, which stand at the start of a line.
_MARKUP = re.compile(r"\*\*|__|(?<!\S)(?:\*|#{1,6})(?: +|$)|(?:^|(?<=[¶…] ))[-+|] +")
# Of a table: the line under its head, and what stands between and around the cells of a row.
_HEAD_RULE = re.compile(r"(?:¶ *)?(?:\| *)?:?-{3,}:?(?: *\| *:?-{3,}:?)*(?: *\|)?(?= *¶| *\Z)")
_CELL = re.compile(r" *\| *")
_ENDS = " /"


class Earlier(NamedTuple):
    """The version with which a document is compared: the plan as it was, and the commit that holds it."""

    plan: Plan
    version: Version


def with_changes(
    body: tuple[Part, ...], since: Earlier, whole: Plan, wanted: Wanted, text: PlanText
) -> tuple[Part, ...]:
    """The parts of a document with marks, and the list of what changed before them.

    *body* holds what is *wanted* of the *whole* plan, and *text* is that of the document.
    """
    found = _printed(since.plan, whole, wanted, text)
    return (_chapter(found, since, text), *marked(body, found, text))


def on_the_cover(since: Earlier, text: PlanText) -> Paragraph:
    """That this is an edition with marks."""
    return text.paragraph(text.say(say("With what changed since {date}", date=_day(since, text))))


# What of the changes stands in the document


def _printed(old: Plan, new: Plan, wanted: Wanted, text: PlanText) -> Changes:
    """The changes that can be seen in the part that is *wanted*, now or in what it was."""
    found = changes(_as_read(old), _as_read(new))
    found = (found if text.internal else published(found))._replace(old=old, new=new, hidden=0)
    here = _Shown(text.plan)
    there = _Shown(part_of(old, _as_it_was(wanted, found)))
    things = (_seen(one) for one in found.things if _is_file(one) or here.has(one.new, one) or there.has(one.old, one))
    return found._replace(things=tuple(filter(None, things)))


def _is_file(change: Changed) -> bool:
    """True for a file with many things in it that cannot be compared: of one that everything hangs on, that is told."""
    return change.thing in _PRINTED and change.old is change.new is None


def _as_read(plan: Plan) -> Plan:
    """The plan as a document reads it, with the chapters that it prints.  Of meetings nothing is told."""
    before, after = plan.settings.chapters.before, plan.settings.chapters.after
    chapters = tuple(_clean(one) for one in plan.chapters if one.id in ids((*before, *after)))
    cleaned = {name: _clean(getattr(plan, name)) for name in ("settings", "strategic_goals", "actions", "actors")}
    return replace(plan, **cleaned, chapters=chapters, meetings=(), series={})


def _clean(found: Any) -> Any:
    """A value without what cannot be seen, which could hide where an internal part begins; itself when it has none."""
    if isinstance(found, str):
        return clean(found)
    if isinstance(found, dict):
        return {name: _clean(one) for name, one in found.items()}
    if isinstance(found, tuple):
        parts = [_clean(one) for one in found]
        if all(map(is_, parts, found)):
            return found
        return type(found)(*parts) if hasattr(found, "_fields") else tuple(parts)
    changed = {
        name: one
        for name in getattr(found, "counted", ())
        if (one := _clean(getattr(found, name))) is not getattr(found, name)
    }
    return replace(found, **changed) if changed else found


def _as_it_was(wanted: Wanted, found: Changes) -> Wanted:
    """The same part by the ids that it had: a number may be that of another action now."""
    things, actors = ({now: was for was, now in some.items()} for some in (found.renamed.things, found.renamed.actors))
    goals, named = ([things.get(one.id, one.id) for one in of(found.new, wanted)] for of in (goals_of, actions_of))
    return Wanted(tuple(goals), tuple(named), tuple(actors.get(lead, lead) for lead in wanted.leads))


class _Shown:
    """What a plan, or a part of it, has printed."""

    def __init__(self, plan: Plan) -> None:
        chapters = plan.settings.chapters
        own = plan.settings.organisation
        self._ids: Mapping[Thing, frozenset[str]] = {
            Thing.GOAL: frozenset(goal.id for goal in plan.all_goals),
            Thing.ACTION: frozenset(plan.by_id),
            Thing.CHAPTER: frozenset(ids((*chapters.before, *chapters.after))),
            Thing.ACTOR: frozenset(name for one in plan.actions for name in _named(one)) | ({own.id} if own else set()),
        }

    def has(self, one: Any, change: Changed) -> bool:
        """True when *one* side of a change is printed."""
        return change.thing is Thing.SETTINGS or (one is not None and one.id in self._ids.get(change.thing, ()))


def _named(action: Action) -> Iterator[str]:
    """The actors that an action names."""
    yield from ids((*action.lead, *action.partners, *(ref for step in action.steps for ref in step.by)))
    yield from ids(action.condition.source) if action.condition is not None else ()


def _seen(change: Changed) -> Changed | None:
    """A change without what is not printed; ``None`` when nothing is left."""
    how = tuple(one for one in change.how if one is not How.NEW_ID)
    if change.thing is Thing.ACTOR and How.RENAMED not in how:
        return None
    if how and how[0] in (How.ADDED, How.REMOVED, How.READABLE, How.UNREADABLE):
        return change._replace(how=how, parts=())
    keys = _keys(change)
    parts = tuple(part for part in change.parts if not keys.isdisjoint((part.key, part.key.partition(".")[0])))
    parts = tuple(part for part in parts if not part.key.endswith(".hash"))
    if not parts:
        return None
    return change._replace(how=how or (How.CHANGED,), parts=parts)


def _keys(change: Changed) -> frozenset[str]:
    """The keys that are printed of a thing; of an action that became a stub, or was one, those of both forms."""
    if change.thing is not Thing.ACTION:
        return _PRINTED[change.thing]
    forms = [_STUB if one.is_stub else _LIVE for one in (change.old, change.new)]
    return forms[0] & forms[1] | (_STUB if change.new.is_stub else frozenset())


# The list


def _chapter(found: Changes, since: Earlier, text: PlanText) -> Part:
    day = _day(since, text)
    title = text.say(say("What changed since {date}", date=day))
    words = Words(found, text.say, internal=text.internal)
    heading = Heading(1, f"{APPENDIX}changes", (Text(title),))
    return Part("chapters", (heading, *_opening(words, since, text), *_groups(words, since, text)))


def _opening(words: Words, since: Earlier, text: PlanText) -> Iterator[Block]:
    """With what is compared, how much changed, and what the marks are."""
    day, version = _day(since, text), since.version.short
    if not words.found.things:
        nothing = say("Nothing changed in this document since {date} (version {id}).", date=day, id=version)
        yield text.paragraph(text.say(nothing))
        return
    with_what = text.say(say("Compared with version {id} of {date}.", id=version, date=day))
    summary = _summary(words, text)
    yield text.paragraph(f"{with_what} {summary}".strip())
    if not summary:
        return
    bar = say(
        "A bar in the margin stands beside what is new or changed. Lists and appendices, which follow from the actions,"
        " have none."
    )
    yield text.paragraph(text.say(bar))


def _summary(words: Words, text: PlanText) -> str:
    """How much changed, without the files that cannot be compared: nobody knows how much changed in these."""
    things = tuple(change for change in words.found.things if not _is_file(change))
    told = Words(words.found._replace(things=things), text.say, internal=text.internal)
    return told.summary() if things else ""


def _groups(words: Words, since: Earlier, text: PlanText) -> Iterator[Block]:
    """The things by kind, each with what became of it."""
    both = zip(words.found.things, words.told(), strict=True)
    for thing, group in groupby(both, key=lambda pair: pair[0].thing):
        yield Heading(2, "", (Text(text.say(THINGS[thing])),))
        yield Bullets(
            tuple(
                Item((text.paragraph(text.say(_unknown(change, since, text))),))
                if _is_file(change)
                else _item(change, told, since, text)
                for change, told in group
            )
        )


def _unknown(change: Changed, since: Earlier, text: PlanText) -> Message:
    """Why nothing can be told of what stands in a file."""
    if How.UNREADABLE in change.how:
        return say("What changed here cannot be told: the file {path} cannot be read now.", path=change.id)
    return say(
        "What changed here cannot be told: the file {path} could not be read in the version of {date}.",
        path=change.id,
        date=_day(since, text),
    )


def _item(change: Changed, told: Told, since: Earlier, text: PlanText) -> Item:
    name = change.new.title if isinstance(change.new, Settings) else f"{told.number} {told.title}"
    title = Text(_cut(_said(name.strip()), LONGEST_TITLE))
    anchor = _PLACES.get(change.thing, change.id)
    head: tuple[Inline, ...] = (Jump(anchor, (title,)),) if change.new is not None else (title,)
    words = told.words
    if How.READABLE in change.how:
        words = text.say(say("could not be read in the version of {date}: not compared", date=_day(since, text)))
    if words:
        head = (*head, Text(f" ({_said(words)})"))
    lines = tuple(Item((Paragraph(tuple(_line(line, text))),)) for line in told.lines)
    return Item((Paragraph(head), Bullets(lines)) if lines else (Paragraph(head),))


def _line(line: Line, text: PlanText) -> Iterator[Inline]:
    yield Strong((Text(_said(line.lead)),))
    yield Text(" ")
    for run in line.runs:
        yield from _run(run, text)


def _run(run: Run, text: PlanText) -> Iterable[Inline]:
    """The words of a run; those of a text that went or came say so themselves."""
    words = _said(run.text)
    if run.mark in (Mark.GONE, Mark.COME):
        words = words.strip(_ENDS)
    words = _cut(words, LONGEST)
    if run.mark is Mark.GONE:
        return (Text(text.say(say("[gone: {words}]", words=words))),)
    if run.mark is Mark.COME:
        return (Strong((Text(text.say(say("[new: {words}]", words=words))),)),)
    return (Strong((Text(words),)),) if run.mark is Mark.IS else (Text(words),)


def _said(words: str) -> str:
    """The words without signs of Markdown; a new line or paragraph begins with a stroke, as in a poem that is cited."""
    words = _MARKUP.sub("", clean(words))
    if "|" in words:  # of a table the cells, row by row
        rows = _HEAD_RULE.sub("", words).split("¶")
        words = " ¶ ".join(_CELL.sub(" · ", row).strip(" ·") for row in rows)
    return words.replace("¶", "/")


def _cut(words: str, most: int) -> str:
    return words if len(words) <= most else f"{words[:most].rpartition(' ')[0]} …"


def _day(since: Earlier, text: PlanText) -> str:
    return dates.in_words(since.version.day, text.say.code)
