"""How right the import of minutes is, field by field."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from intake_score import Score, contains, invented, kept, loaded, name_key, read_out
from intake_wanted import WantedMinutes, digest, words

from elzctl.fiche import Ref
from elzctl.intake.taken import Taken
from elzctl.meeting import Event, Item, Meeting, Passage, Point
from elzctl.model import Plan


class JudgedMinutes(NamedTuple):
    """The score, what was taken, the meeting, and the findings that loading it gave."""

    score: Score
    taken: Taken
    meeting: Meeting | None
    findings: tuple[str, ...]


def score_minutes(name: str, taken: Taken, wanted: WantedMinutes, source: str, root: Path) -> JudgedMinutes:
    """Loads what was taken in *root* and compares."""
    found = loaded(taken, root)
    plan, score = found.plan, Score(name)
    meeting = plan.meetings[0] if plan.meetings else None
    score.one("minutes", "meeting", 1, len(plan.meetings))
    if meeting is not None:
        _head(score, plan, meeting, wanted)
        _items(score, plan, meeting, wanted)
        _points(score, plan, meeting, wanted)
        _decisions(score, plan, meeting, wanted)
        _events(score, meeting, wanted)
    _whole(score, taken, plan, wanted, source)
    errors = [one for one in found.findings if one.severity.value == "error"]
    # A plan belongs to minutes; here they stand alone.
    errors = [one for one in errors if not (one.code == "missing-file" and one.span.path.startswith("plan/"))]
    findings = tuple(f"{one.span.path}:{one.span.line}: {one.code}" for one in errors)
    for finding in findings:
        score.wrong("load", "findings", "none", finding)
    return JudgedMinutes(score, taken, meeting, findings)


def _head(score: Score, plan: Plan, meeting: Meeting, wanted: WantedMinutes) -> None:
    if wanted.title:
        ok = words(meeting.title) in [words(one) for one in wanted.title]
        score.one("head", "title", wanted.title[0], meeting.title, right=ok)
    score.one("head", "date", wanted.date, str(meeting.date.first) if meeting.date else "")
    score.one("head", "start", wanted.start, _time(meeting.start))
    score.one("head", "end", wanted.end, _time(meeting.end))
    score.one(
        "head", "location", wanted.location, meeting.location, right=words(wanted.location) == words(meeting.location)
    )
    score.names("head", "present", wanted.present, (), _ways(plan, meeting.present))
    score.names("head", "excused", wanted.excused, wanted.excused_or, _ways(plan, meeting.excused))
    after = meeting.next
    score.one("next", "next date", wanted.next_date, str(after.date.first) if after and after.date else "")
    begin, place = _time(after.start) if after else "", after.location if after else ""
    score.one("next", "next start", wanted.next_start or (begin and wanted.next_start_or), begin)
    where = wanted.next_location or (place and wanted.next_location_or)
    score.one("next", "next location", where, place, right=words(where) == words(place))

    speaker = plan.actor_name(after.speaker.id) if after and after.speaker else ""
    score.one("next", "next speaker", wanted.speaker, speaker, right=words(speaker) in ([], words(wanted.speaker)))


def _time(value: object) -> str:
    if value is None:
        return ""
    found = re.match(r"(\d+)[:u](\d+)?", str(value))
    return f"{int(found[1]):02}:{int(found[2] or 0):02}" if found else str(value)


def _typed(value: object) -> str:
    hour, minute = _time(value).split(":")
    return f"{int(hour)}u{minute if minute != '00' else ''}"


def _ways(plan: Plan, refs: Sequence[Ref]) -> list[tuple[str, ...]]:
    actors = [plan.actors.get(ref.id) for ref in refs]
    return [(one.name, *one.also) if one else (ref.id,) for ref, one in zip(refs, actors, strict=True)]


def _item_text(plan: Plan, item: Item) -> str:
    return "\n".join(
        read_out(piece.prose.text if isinstance(piece, Passage) else _noted(piece), plan) for piece in item.pieces
    )


def _noted(piece: object) -> str:
    """What was noted, with what stands below a point."""
    text = str(getattr(piece, "text", ""))
    if isinstance(piece, Point):
        parts = [*(one.text for one in piece.contributions), *piece.notes]
        return "\n".join([text, *parts])
    if isinstance(piece, Event) and piece.when:
        hours = " ".join(_typed(one) for one in (piece.start, piece.end) if one)
        return f"{piece.when.text} {hours} {text}"
    return text


def _items(score: Score, plan: Plan, meeting: Meeting, wanted: WantedMinutes) -> None:
    got = [item for item in meeting.minutes.items if item.title]
    left = list(got)
    for title, text in wanted.items:
        hit = next((one for one in left if words(read_out(one.title, plan)) == words(title)), None)
        score.add("items", 0, 0, 1, hit is not None)
        if hit is None:
            score.wrong("items", "items", title, [one.title for one in got])
            continue
        left.remove(hit)
        named = " ".join(word for word in words(text) if digest(word) not in wanted.persons)
        score.text(
            title,
            "item texts",
            named,
            _with_days(_item_text(plan, hit), text),
            f"{' '.join(wanted.links * 2)} {wanted.loose} agendapunt persoon",
        )
    score.add("items", len(got), len(got) - len(left), 0, 0)
    for one in left:
        if words(one.title) in [words(may) for may in wanted.items_or]:
            score.add("items", -1, 0, 0, 0)
        else:
            score.wrong("items", "items", "", one.title)
    order = [title for title, _ in wanted.items]
    there = [words(one.title) for one in got if words(one.title) in [words(title) for title in order]]
    score.one("items", "order of items", True, there == [words(title) for title in order if words(title) in there])


def _with_days(got: str, text: str) -> str:
    """Days that became values, as the text has them."""
    months = "januari februari maart april mei juni juli augustus september oktober november december".split()

    def day(match: re.Match[str]) -> str:
        typed = f"{int(match[3])} {months[int(match[2]) - 1]}"
        return (
            typed
            if contains(text, typed) or re.search(rf"{int(match[3])}\D+\d+ {months[int(match[2]) - 1]}", text)
            else match[0]
        )

    return re.sub(r"\b(\d{4})-(\d{2})-(\d{2})\b", day, got)


def _points(score: Score, plan: Plan, meeting: Meeting, wanted: WantedMinutes) -> None:
    left = list(meeting.points)
    for point in wanted.points:
        hit = max(left, key=lambda one: _alike(one.text, point.text), default=None)
        if hit is None or _alike(hit.text, point.text) < 0.5:
            score.add("points", 0, 0, 1, 0)
            score.wrong("points", "points", point.text, [one.text for one in meeting.points])
            continue
        left.remove(hit)
        score.add("points", 1, 1, 1)
        score.text(point.text[:30], "point texts", point.text, read_out(_noted(hit), plan))
        score.names(point.text[:30], "owners", point.owners, wanted.owners_or, _ways(plan, hit.owners))
        due = str(hit.due.first) if hit.due and not hit.due.is_vague else hit.due.text if hit.due else ""
        score.one(point.text[:30], "point dates", point.due, due)
    score.add("points", len(left), 0, 0)
    for one in left:
        if any(_alike(one.text, may) >= 0.6 for may in wanted.points_or):
            score.add("points", -1, 0, 0, 0)
        else:
            score.wrong("points", "points", "", one.text)


def _alike(mine: str, theirs: str) -> float:
    a, b = Counter(words(mine)), Counter(words(theirs))
    return 2 * (a & b).total() / max(1, a.total() + b.total())


def _decisions(score: Score, plan: Plan, meeting: Meeting, wanted: WantedMinutes) -> None:
    left = [read_out(one.text, plan) for one in meeting.resolutions]
    for text in wanted.decisions:
        hit = max(left, key=lambda one: _alike(one, text), default="")
        there = _alike(hit, text) >= 0.7
        score.add("decisions", there, there, 1)
        if there:
            left.remove(hit)
        else:
            score.wrong("decisions", "decisions", text, left)
    left = [one for one in left if not any(_alike(one, may) >= 0.6 for may in wanted.decisions_or)]
    score.add("decisions", len(left), 0, 0)
    for one in left:
        score.wrong("decisions", "decisions", "", one)


def _events(score: Score, meeting: Meeting, wanted: WantedMinutes) -> None:
    for one in meeting.minutes.noted():
        if isinstance(one, Event):
            day = f"{one.when.first:%m-%d}" if one.when else ""
            score.add("events", 1, day in wanted.events_or, 0, 0)
            if day not in wanted.events_or:
                score.wrong("events", "events", wanted.events_or, f"{day} {one.text}")


def _whole(score: Score, taken: Taken, plan: Plan, wanted: WantedMinutes, source: str) -> None:
    public = "\n".join(text for path, text in taken.files.items() if not path.startswith("private/"))
    for link in wanted.links:
        score.add("links", 0, 0, 1, link in public)
        if link not in public:
            score.wrong("links", "links", link, "not in a file")
    for gone in wanted.gone:
        score.add("nothing to hide", 1, gone not in public, 1)
        if gone in public:
            score.wrong("links", "nothing to hide", "", gone)
    hashes = {digest(word): word for word in words(public)}
    for person in wanted.persons:
        score.add("persons kept private", 1, person not in hashes, 1)
        if person in hashes:
            lines = [line.strip()[:90] for line in public.split("\n") if hashes[person] in words(line)]
            score.wrong("persons", "persons kept private", "only in private/", lines[:3])
    texts = {one.id: read_out(one.minutes.prose.text, plan) for one in plan.meetings}
    own = [
        *name_key("@tegen due op besluit actie afspraak evenement signaal intern persoon x").split(),
        *(part for name in plan.actors for part in name.split("-")),
    ]
    dated = {word for text in texts.values() for word in words(text) if word.isdigit()}
    more = invented(texts, source, [*own, *dated])
    score.add(
        "words",
        sum(len(words(text)) for text in texts.values()),
        sum(len(words(text)) for text in texts.values()) - len(more),
        0,
        0,
    )
    for one in more[:40]:
        score.wrong("minutes", "invented words", "", one)
    there, whole, lost = kept(taken, plan)
    score.add("words kept", whole, whole, whole, there)
    for line in lost:
        score.wrong("source", "words kept", line, "in no file and not in the account")
