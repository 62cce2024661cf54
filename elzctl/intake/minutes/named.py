"""The title of a meeting, its series, and its id."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from elzctl import ids
from elzctl.intake import when
from elzctl.intake.minutes import own as minutes_own
from elzctl.intake.minutes.inferred import FROM_NAME, FROM_SENTENCE, NO_LABEL, NOT_FOUND, OF_SERIES
from elzctl.intake.minutes.names import Names
from elzctl.intake.minutes.series import Named, series_of
from elzctl.intake.minutes.state import State
from elzctl.intake.minutes.title import clean_title, is_titled
from elzctl.intake.paper import Block
from elzctl.meeting import Meeting
from elzctl.wording import Message

_LOOKED_AT, _MOST_WORDS = 6, 8
_REPORTS = re.compile(
    r"(?i)\b(?:verslag(?:je)?|notulen|minutes)\s+(?:van|of)\s+(?:(?:de|het|onze|ons|the|our)\s+)?(?:\w+ste\s+)?(?=\S)"
)
_OURS = re.compile(r"(?P<day>\d{4}-\d\d-\d\d)-(?P<series>[a-z0-9]+(?:-[a-z0-9]+)*)(?:-intern|-internal)?(?:\.\w+)?\Z")


def named(state: State, day: date, names: Names) -> Named:
    """What the meeting is called: the title of the document, the series that it belongs to, and its id."""
    title, used, reason = _title(state, day)
    title = names.text(title, tuple(line for block in used for line in block.lines))
    given = state.options.series
    series = series_of(title, state.plan, given)
    there = _there(state, day, series, title)
    if there is not None and there.series is not None:
        series = there.series.id
    began, told = _in_file_name(state, day)
    series = series or told or ids.slug(title) or "vergadering"
    _rest(state, used)
    return Named(
        there.id if there is not None else f"{began}-{series}"[:100].rstrip("-"),
        series,
        title,
        used,
        is_new=series not in state.plan.series,
        given=given is not None,
        reason=reason,
    )


def _in_file_name(state: State, day: date) -> tuple[str, str]:
    """The day and the series of the id: as the name of a document of ours has them, else the day and ""."""
    found = _OURS.match(state.paper.name) if state.own else None
    planned = [minutes_own.occasion(one.value).get("date", "") for one in state.head.was]
    if found is None or found["day"] not in (str(day), *planned):
        return str(day), ""
    return found["day"], found["series"]


def _there(state: State, day: date, series: str, title: str) -> Meeting | None:
    """The plan's meeting of that day: of the series, or when none is known with the title."""
    on_day = [one for one in state.plan.meetings if one.day == day]
    if not series:
        return next((one for one in on_day if one.title == title), None)
    return next((one for one in on_day if one.series is not None and one.series.id == series), None)


def _title(state: State, day: date) -> tuple[str, tuple[Block, ...], Message | None]:
    """The title without what is said elsewhere, the lines that it was made of, and why it is a guess."""
    titles = [block for block in state.head.titles if block.text]
    for block in titles:
        match = minutes_own.TITLE.match(block.text)
        if match:
            return block.text[match.end() :].strip(), (block,), None
    order = sorted(
        titles,
        key=lambda block: (
            block.style == "label",
            block.style != "named",
            block.style not in ("title", "heading 1"),
            not is_titled(block.text),
        ),
    )
    has_title = any(block.style == "title" and clean_title(block.text, day) for block in order)
    kinds = [
        block
        for block in order
        if clean_title(block.text, day) != _capital(block.text)
        and not (has_title and block.style == "subtitle" and not is_titled(block.text))
    ]
    for block in [*kinds, *order]:
        plain = clean_title(block.text, day)
        if plain:
            shown = block.style in ("label", "title", "heading 1") or is_titled(block.text)
            return plain, (block,), None if shown else NO_LABEL
    known = state.plan.series.get(state.options.series or "")
    if known is None and (told := _in_sentence(state, day)):
        return told, (), FROM_SENTENCE
    if known is not None:
        return known.name, (), OF_SERIES
    other = clean_title(state.paper.title, day) or _from_name(state, day)
    return other or ("Verslag" if state.dutch else "Minutes"), (), FROM_NAME if other else NOT_FOUND


def _in_sentence(state: State, day: date) -> str:
    """``… het verslag van onze werkgroep wonen van 3 maart``: its name in a sentence above the agenda, "" for none."""
    for block in state.paper.blocks[:_LOOKED_AT]:
        match = _REPORTS.search(block.text)
        found = when.first(block.text[match.end() :], day, ahead=False) if match else None
        if match is None or found is None:
            continue
        words = block.text[match.end() :][: found.first]
        title = clean_title(re.sub(r"(?i)\s+(?:van|op|of|on)(?: de| het)?\s*\Z", "", words), day)
        if title and len(title.split()) <= _MOST_WORDS and not re.search(r"[.:;!?]", title):
            return title
    return ""


def _rest(state: State, used: Sequence[Block]) -> None:
    """Titles that say something else than the one that was taken stand above the text; the others are headings."""
    for block in state.head.titles:
        if block in used or not block.text:
            continue
        if state.own:
            state.prompts += block.lines
            continue
        title = clean_title(block.text, state.options.today)
        if title and title not in [clean_title(one.text, state.options.today) for one in used]:
            label = block._replace(text=f"{'Betreft' if state.dutch else 'Subject'}: {block.text}", style="")
            state.above.append(label if block.style == "label" else block._replace(style="", level=0))
        else:
            state.headings.append(block)


def _from_name(state: State, day: date) -> str:
    bare = re.sub(r"\.\w{2,5}\Z", "", state.paper.name)
    words = re.sub(r"[_\s-]*(?:20\d{2}[-_ ]?\d{2}[-_ ]?\d{2}|\d{1,2}[-_]\d{1,2}[-_]20\d{2})[_\s-]*", " ", bare)
    return clean_title(re.sub(r"[_\s]+", " ", words).strip(" -"), day)


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
