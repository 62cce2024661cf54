"""``elzctl show`` of a meeting, or of something that was noted in one."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from typing import TYPE_CHECKING

from elzctl.cli.look import look
from elzctl.cli.session import Stop
from elzctl.wording import say

if TYPE_CHECKING:
    from elzctl.cli.session import Session
    from elzctl.finding import Finding
    from elzctl.load import Loaded
    from elzctl.meeting import Meeting, Noted
    from elzctl.views.registers import SignalRow


def meeting_or_noted(loaded: Loaded, name: str) -> tuple[Meeting, Noted | None] | None:
    """What a name stands for: a meeting, or something noted in it; ``None`` when it looks like neither.

    Raises Stop when it looks like one that is not there.
    """
    from elzctl.cli.which import meeting_of

    path = name.replace("\\", "/")
    if path.endswith(".md") or path in loaded.plan.meetings_by_id:
        known = path.rpartition("/")[2].removesuffix(".md") in loaded.plan.meetings_by_id
        return (meeting_of(loaded, path), None) if known or path.startswith("meetings/") else None
    head, mark, number = path.rpartition("/")
    if not (head or number)[:4].isdigit() or "-" not in path:
        return None
    if not mark:
        return meeting_of(loaded, path), None
    meeting = meeting_of(loaded, head)
    found = loaded.plan.noted.get(f"{meeting.id}/{number.upper()}")
    if found is None:
        numbers = (one.id.rpartition("/")[2] for one in meeting.minutes.noted())
        known_ones = ", ".join(sorted(numbers, key=lambda one: (one.rstrip("0123456789"), len(one), one)))
        message = say("{meeting} has nothing with the number “{number}”", meeting=meeting.id, number=number[:80])
        raise Stop(message, say("Noted there: {numbers}.", numbers=known_ones) if known_ones else None)
    return meeting, found


def show_meeting(
    session: Session, loaded: Loaded, meeting: Meeting, today: date, findings: Iterable[Finding], *, json: bool
) -> Iterator[str]:
    """The lines of a meeting, but for its findings; as data with them."""
    plan, language = loaded.plan, session.language
    signals = _signals(loaded, meeting, today)
    if json:
        from elzctl.render.show_meeting_json import meeting_json

        yield meeting_json(plan, meeting, signals, _agenda(loaded, meeting), findings, today, language)
        return
    from elzctl.render import laid_out
    from elzctl.render.columns import one_line
    from elzctl.render.marks import in_plain_words
    from elzctl.render.show_meeting import MeetingText
    from elzctl.render.show_text import mention_blocks
    from elzctl.render.wrapped_table import filled
    from elzctl.views.discussed import discussed
    from elzctl.views.mentions import mentions

    width, paint = look()
    text = MeetingText(plan, language, today)
    title = in_plain_words(meeting.title, plan) or meeting.id
    yield from laid_out.page("", title, meeting.path, (text.head(meeting), *text.follow_up(meeting)), paint, width)
    for heading, typed in _agenda(loaded, meeting):
        yield from ("", *(paint("strong", line) for line in filled(one_line(heading), width))) if heading else ()
        if typed.strip():
            yield ""
            yield from laid_out.prose(typed, plan, width)
    blocks = (
        *text.noted(meeting, signals),
        *mention_blocks(mentions(plan, meeting.id), plan, language),
        *text.discussed(discussed(plan, meeting.id, internal=True)),
    )
    yield from laid_out.blocks(blocks, paint, width)


def show_noted(
    session: Session,
    loaded: Loaded,
    meeting: Meeting,
    noted: Noted,
    today: date,
    findings: Iterable[Finding],
    *,
    json: bool,
) -> Iterator[str]:
    """The lines of a point, a decision, a signal, an agreement or an event with its life; as data with its findings."""
    plan, language = loaded.plan, session.language
    signal = next((row for row in _signals(loaded, meeting, today) if row.noted is noted), None)
    if json:
        from elzctl.render.show_meeting_json import noted_json

        yield noted_json(plan, meeting, noted, signal, findings, today, language)
        return
    from elzctl.render import laid_out
    from elzctl.render.show_meeting import MeetingText
    from elzctl.render.show_text import mention_blocks
    from elzctl.views.discussed import discussed
    from elzctl.views.mentions import mentions

    width, paint = look()
    text = MeetingText(plan, language, today)
    path = f"{meeting.path}:{noted.span.line}"
    blocks = (
        *text.life(meeting, noted, signal),
        *mention_blocks(mentions(plan, noted.id), plan, language),
        *text.discussed(discussed(plan, noted.id, internal=True)),
    )
    yield from laid_out.page(noted.id.rpartition("/")[2], text.words(noted.text), path, blocks, paint, width)


def of_meeting(meeting: Meeting, noted: Noted | None) -> Callable[[Finding], bool]:
    """Whether a finding is about a meeting, or about what was noted in it."""
    if noted is None:
        return lambda finding: finding.span.path == meeting.path
    first, last = noted.span.start, noted.span.end
    last = max(last, *(span.end for span in getattr(noted, "at", {}).values()), *_ends(noted))
    return lambda finding: finding.span.path == meeting.path and first <= finding.span.start < last


def _ends(noted: Noted) -> Iterator[int]:
    """Where the lines below something that was noted end."""
    yield noted.span.end
    yield from (step.span.end for step in getattr(noted, "steps", ()))


def _agenda(loaded: Loaded, meeting: Meeting) -> tuple[tuple[str, str], ...]:
    """The headings of the agenda as typed, and what stands under each."""
    from elzctl.sections import without_comments

    items = meeting.minutes.items
    if not items:
        return ()
    begin = items[0].span.start
    text = without_comments(loaded.sources[meeting.path].text[begin:])
    ends = [*(item.span.start for item in items[1:]), begin + len(text)]
    return tuple(
        (text[item.span.start - begin : item.span.end - begin].strip(), text[item.span.end - begin : end - begin])
        for item, end in zip(items, ends, strict=True)
    )


def _signals(loaded: Loaded, meeting: Meeting, today: date) -> tuple[SignalRow, ...]:
    from elzctl.views.registers import Wanted, signals

    found = signals(loaded.plan, Wanted(internal=True), max(today, meeting.day)).rows
    return tuple(row for row in found if row.meeting is meeting)
