"""What is different in two versions of an action, a goal, a chapter, an actor, a series or the settings: tables of keys."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from elzctl.body import Body
from elzctl.internal import all_without_internal
from elzctl.views.changes_parts import (
    Compare,
    Field,
    Names,
    Part,
    Renamed,
    Running,
    actor,
    actors,
    amount,
    compared,
    lines,
    listed,
    mapping,
    record,
    running,
    tags,
    text,
    thing,
    value,
)

SECTION, INTRO = "section.", "intro"
"""The texts of a fiche have this before the word of their part; the text before the first heading has a word of its own."""

STEP: tuple[tuple[str, Compare], ...] = (
    *(("what", text), ("start", value), ("due", value), ("done", value), ("by", actors), ("note", text)),
)
MEASUREMENT: tuple[tuple[str, Compare], ...] = (("on", value), ("value", amount), ("note", text))
INDICATOR: tuple[tuple[str, Compare], ...] = (
    *(("kind", value), ("what", text), ("target", amount), ("unit", text), ("per", value)),
    *(("measure", text), ("count", text)),
    ("measured", listed(MEASUREMENT, lambda one: _day(one.on))),
)
UPDATE: tuple[tuple[str, Compare], ...] = (("on", value), ("health", value), ("note", text))
CONDITION: tuple[tuple[str, Compare], ...] = (
    *(("what", text), ("source", actors), ("by", value), ("then", text), ("otherwise", text)),
)
DECISION: tuple[tuple[str, Compare], ...] = (("meeting", text), ("body", actor), ("on", value), ("text", text))
APPROVED: tuple[tuple[str, Compare], ...] = (("body", actor), ("on", value), ("meeting", text), ("text", text))
ACCEPTED: tuple[tuple[str, Compare], ...] = (("code", text), ("reason", text))

accepted = listed(ACCEPTED, lambda one: str(one.code), alike=1)


def approval(keys: Sequence[tuple[str, Compare]], kept: str) -> Compare:
    """A compare for an approval, of which *kept* names the hash.

    It tells who approved it and when; that nobody does any more; that another text was, when the meeting or the decision
    stayed the same.
    """

    def compare(key: str, old: Any, new: Any, renamed: Renamed) -> Iterator[Part]:
        parts = compared(keys, old, new, renamed, within=f"{key}.")
        before, after = (getattr(one, kept, "") for one in (old, new))
        if old is not None and new is None:
            yield Field(f"{key}.removed", before, "")
        yield from parts
        is_same = old is not None and new is not None and old.meeting == new.meeting
        if before != after and (not parts or (is_same and before and after)):
            yield Field(f"{key}.hash", before, after)

    return compare


approved = approval(APPROVED, "hash")


def order(key: str, old: Any, new: Any, renamed: Renamed) -> Iterator[Part]:
    """The order of goals, of those that were there and still are: a document has them in it."""
    before, after = tuple(renamed.things.get(one.id, one.id) for one in old or ()), tuple(one.id for one in new or ())
    stayed = frozenset(before).intersection(after)
    before, after = (tuple(one for one in some if one in stayed) for some in (before, after))
    if before != after:
        yield Names(key, before, after, (), ())


ACTION: tuple[tuple[str, Compare], ...] = (
    *(("number", value), ("title", text), ("status", value), ("into", thing), ("reason", text)),
    *(("decision", record(DECISION)), ("since", value), ("condition", record(CONDITION))),
    *(("lead", actors), ("role", value), ("partners", actors), ("target_groups", tags), ("themes", tags)),
    *(("start", value), ("due", value)),
    ("steps", listed(STEP, lambda one: str(one.what))),
    ("indicators", listed(INDICATOR, lambda one: str(one.what))),
    ("no_evaluation", text),
    ("updates", listed(UPDATE, lambda one: f"{_day(one.on)} {one.note}")),
    ("accepted", accepted),
    ("approved", approved),
)
GOAL: tuple[tuple[str, Compare], ...] = (
    *(("number", value), ("title", text), ("kind", value), ("motto", text)),
    ("text", lambda key, old, new, renamed: running(key, _whole(old), _whole(new), renamed)),
    ("goals", order),
    ("accepted", accepted),
)
CHAPTER: tuple[tuple[str, Compare], ...] = (
    ("title", text),
    ("body", lambda key, old, new, renamed: running(key, _prose(old), _prose(new), renamed)),
)
ACTOR: tuple[tuple[str, Compare], ...] = (
    *(("name", text), ("kind", value), ("member_of", actors), ("also", lines), ("contact", lines)),
)
SERIES: tuple[tuple[str, Compare], ...] = (
    *(("name", text), ("cluster", value), ("body", actor), ("access", value), ("per_year", value)),
    *(("start", value), ("end", value), ("location", text), ("agenda", lines)),
)
STYLE: tuple[tuple[str, Compare], ...] = (
    *(("logo", text), ("logo_alt", text), ("accent", value), ("second", value), ("font", text)),
    ("cover", lambda key, old, new, renamed: running(key, _whole(old), _whole(new), renamed)),
)
ACCESSIBILITY: tuple[tuple[str, Compare], ...] = (
    *(("contact", text), ("checked", value), ("how", text), ("known_issues", lines)),
    ("website", record((("checked", value), ("how", text), ("known_issues", lines)))),
    *(("complaints", text), ("written", value), ("reviewed", value)),
)
SETTINGS: tuple[tuple[str, Compare], ...] = (
    *(("title", text), ("organisation", actor), ("year", value), ("period", value), ("language", value)),
    *(("warn_before", value), ("section_order", value)),
    ("chapters", record((("before", tags), ("after", tags)))),
    ("profile", record((("strategic_goals", value), ("content", value), ("governance", value)))),
    *(("target_groups", mapping), ("themes", mapping), ("terms", lines), ("abbreviations", mapping)),
    ("approved", approved),
    ("forge", record((("url", text), ("branch", text), ("kind", value)))),
    ("style", record(STYLE)),
    ("accessibility", record(ACCESSIBILITY)),
    ("site", record((("url", text),))),
    ("accepted", accepted),
)


def action_parts(old: Any, new: Any, renamed: Renamed) -> tuple[Part, ...]:
    """The parts in which two versions of an action differ; either may be ``None``."""
    found = list(compared(ACTION, old, new, renamed))
    if old is None or new is None or old.body != new.body:
        before, after = _texts(old.body if old else None), _texts(new.body if new else None)
        for key in dict.fromkeys((*after, *before)):
            found += running(key, before.get(key), after.get(key), renamed)
    return tuple(found)


def _texts(body: Body | None) -> dict[str, Running]:
    """The text before the first heading, and that of each part, its sections one after the other.

    How a heading is worded does not count: a document prints its own.
    """
    if body is None:
        return {}
    keys = (f"{SECTION}{INTRO}", *(f"{SECTION}{section.part.value}" for section in body.sections))
    whole = [prose.text for prose in body.prose()]
    found: dict[str, Running] = {}
    for key, one in zip(keys, map(_apart, whole, _public(whole)), strict=True):
        earlier = found.get(key)
        found[key] = one if earlier is None else Running(*map("\n\n".join, zip(earlier, one, strict=True)))
    return found


def _public(texts: list[str]) -> list[str]:
    """The texts without their internal parts, which may go on from one text into the next."""
    if not any(":::" in text for text in texts):
        return texts
    return list(all_without_internal([text.replace("\r\n", "\n") for text in texts]))


def _prose(found: Any) -> Running:
    return _whole(found.text if found is not None else None)


def _whole(found: str | None) -> Running:
    return next(map(_apart, (found or "",), _public([found or ""])))


def _apart(whole: str, public: str) -> Running:
    """A text of which *public* is what may be read: its internal lines are empty there."""
    if whole is public:
        return Running(whole)
    pairs = zip(whole.replace("\r\n", "\n").split("\n"), public.split("\n"), strict=True)
    return Running(public, "\n".join(line for line, shown in pairs if line != shown))


def _day(found: Any) -> str:
    """A date as words to be likened."""
    return "" if found is None else found.first.isoformat()
