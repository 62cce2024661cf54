"""Invitations as iCalendar files, read back by the icalendar library and by a calendar's clock."""

from __future__ import annotations

import os
import subprocess
import sys
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar
from small_meetings import minutes, one_meeting, plan_with, write_meetings

from elzctl.load import load
from elzctl.meeting import Item, Meeting, Minutes
from elzctl.model import Plan
from elzctl.render.calendar import called_on, invitation_ics
from elzctl.render.markdown import clean
from elzctl.source import Span
from elzctl.tree import WorkTree
from elzctl.wording import Language

EN = Language("en")
BRUSSELS = ZoneInfo("Europe/Brussels")
MARCH, OCTOBER = date(2025, 3, 30), date(2025, 10, 26)  # the Sundays on which the clocks change


def lines_of(data: bytes) -> list[bytes]:
    """The lines as they were written, each of which ended with CR LF."""
    assert data.endswith(b"\r\n")
    lines = data[:-2].split(b"\r\n")
    assert not any(b"\r" in line or b"\n" in line for line in lines)
    assert all(line.decode() for line in lines)  # each alone: no character is in two of them
    return lines


def read(data: bytes) -> tuple[Any, Any]:
    """The calendar and its one event, as the library has them; nothing in it was odd."""
    assert all(len(line) <= 75 for line in lines_of(data))
    calendar: Any = Calendar.from_ical(data)
    assert isinstance(calendar, Calendar)
    assert not [error for part in calendar.walk() for error in part.errors]
    (event,) = calendar.walk("VEVENT")
    return calendar, event


def event_of(root: Path, *lines: str, text: str = "", day: str = "2025-05-13", title: str = "Overleg welzijn") -> Any:
    plan, meeting = one_meeting(root, minutes(day, *lines, text=text, title=title))
    return read(invitation_ics(plan, meeting, EN))[1]


# When


@pytest.mark.parametrize(
    ("day", "hours"),
    [
        ("2025-03-29", 1),
        ("2025-03-30", 2),
        ("2025-03-31", 2),
        ("2025-07-01", 2),
        ("2025-10-25", 2),
        ("2025-10-26", 1),
        ("2025-10-27", 1),
        ("1999-12-01", 1),
        ("2199-07-01", 2),
    ],
)
def test_a_meeting_keeps_its_hour_on_the_wall_on_both_sides_of_summer_time(
    tmp_path: Path, day: str, hours: int
) -> None:
    event = event_of(tmp_path, "start: 13u30", "end: 16u", day=day)
    start, end = event["DTSTART"].dt, event["DTEND"].dt
    assert (start.isoformat(), end.isoformat()) == (f"{day}T13:30:00+0{hours}:00", f"{day}T16:00:00+0{hours}:00")
    assert event["DTSTART"].params["TZID"] == "Europe/Brussels"


def test_the_rules_in_the_file_are_those_of_brussels(tmp_path: Path) -> None:
    plan, meeting = one_meeting(tmp_path, minutes("2025-05-13", "start: 13u30"))
    (zone,) = read(invitation_ics(plan, meeting, EN))[0].walk("VTIMEZONE")
    clock = zone.to_tz(lookup_tzid=False)
    assert clock is not BRUSSELS
    for change in (MARCH, OCTOBER):
        for hour in (-2, 0, 3, 4, 30):  # the hour that is left out or comes twice has no one answer
            moment = datetime.combine(change, datetime.min.time()) + timedelta(hours=hour, minutes=30)
            assert moment.replace(tzinfo=clock).utcoffset() == moment.replace(tzinfo=BRUSSELS).utcoffset(), moment
    for year in (1997, 2010, 2024, 2026, 2037):
        for month in range(1, 13):
            moment = datetime(year, month, 15, 12)  # noqa: DTZ001 - on the wall
            assert moment.replace(tzinfo=clock).utcoffset() == moment.replace(tzinfo=BRUSSELS).utcoffset(), moment


def test_a_meeting_without_an_hour_takes_the_day_and_fills_nobodys_time(tmp_path: Path) -> None:
    plan, meeting = one_meeting(tmp_path, minutes("2025-05-13", "end: 16u"))
    calendar, event = read(invitation_ics(plan, meeting, EN))
    assert type(event["DTSTART"].dt) is date
    assert event["DTSTART"].dt == date(2025, 5, 13)
    assert event.duration == timedelta(1)
    assert event["TRANSP"] == "TRANSPARENT"
    assert not calendar.walk("VTIMEZONE")


def test_a_date_that_is_longer_than_a_day_is_not_made_into_one(tmp_path: Path) -> None:
    event = event_of(tmp_path, "start: 13u30", day="juni 2025")
    assert (event["DTSTART"].dt, event["DTEND"].dt) == (date(2025, 6, 1), date(2025, 7, 1))


@pytest.mark.parametrize("lines", [("start: 13u30",), ("start: 13u30", "end: 13u30"), ("start: 13u30", "end: 12u")])
def test_an_end_that_is_missing_or_not_after_the_start_is_not_invented(tmp_path: Path, lines: tuple[str, ...]) -> None:
    assert "DTEND" not in event_of(tmp_path, *lines)


def test_without_a_readable_date_the_day_is_that_of_the_file(tmp_path: Path) -> None:
    assert event_of(tmp_path, day="ooit")["DTSTART"].dt == date(2025, 5, 13)
    plan, last = one_meeting(tmp_path, minutes("ooit"), "9999-12-31-overleg")
    assert read(invitation_ics(plan, last, EN))[1]["DTSTART"].dt == date(9999, 12, 31)


# Versions


def test_a_meeting_that_moves_stays_the_same_event_in_a_newer_version(tmp_path: Path) -> None:
    first = event_of(tmp_path, "start: 13u30")
    moved = event_of(
        tmp_path, "start: 14u", "was: [{date: 2025-05-06, start: 13u30}, {date: 2025-05-13}]", day="2025-05-20"
    )
    assert first["UID"] == moved["UID"] == "2025-05-13-overleg@elz-polder.elzctl"
    assert (first["SEQUENCE"], moved["SEQUENCE"]) == (0, 2)
    assert moved["DTSTART"].dt == datetime(2025, 5, 20, 14, tzinfo=BRUSSELS)
    assert "Planned before: 6 May 2025, from 13:30; 13 May 2025" in moved["DESCRIPTION"]


@pytest.mark.parametrize(
    ("was", "said"),
    [
        ("{start: 13:30}", "from 13:30"),
        ("{start: 13u30, end: 15u}", "13:30 – 15:00"),
        ("{location: Zaal 9 of zaal9@voorbeeld.be}", "Zaal 9 of […]"),
    ],
)
def test_what_stayed_need_not_be_said_of_a_meeting_that_moved(was: str, said: str, tmp_path: Path) -> None:
    loaded = load(WorkTree(write_meetings(tmp_path, {"2025-05-13-overleg": minutes("2025-05-13", f"was: [{was}]")})))
    assert not [one for one in loaded.findings if one.span.path.startswith("meetings/2025")]
    (meeting,) = loaded.plan.meetings
    _, event = read(invitation_ics(loaded.plan, meeting, EN))
    assert event["SEQUENCE"] == 1
    assert event["DESCRIPTION"] == f"Planned before: {said}"


def test_a_cancelled_meeting_is_taken_out(tmp_path: Path) -> None:
    lines = ("start: 13u30", "state: cancelled", "reason: De zaal is dicht", "was: [{date: 2025-05-06}]")
    plan, meeting = one_meeting(tmp_path, minutes("2025-05-13", *lines))
    calendar, event = read(invitation_ics(plan, meeting, EN))
    assert calendar["METHOD"] == "CANCEL"
    assert (event["STATUS"], event["SEQUENCE"]) == ("CANCELLED", 2)
    assert event["SUMMARY"] == "Cancelled: Overleg welzijn"
    assert event["DESCRIPTION"].startswith("Cancelled: De zaal is dicht\n")


def test_any_other_meeting_is_confirmed_and_asks_for_no_answer(tmp_path: Path) -> None:
    plan, meeting = one_meeting(tmp_path, minutes("2025-05-13", "state: planned", "present: [dienst]"))
    calendar, event = read(invitation_ics(plan, meeting, EN))
    assert event["STATUS"] == "CONFIRMED"
    assert not {"METHOD", "ATTENDEE", "ORGANIZER"} & {*calendar, *event}


def test_it_was_called_at_the_meeting_before_it(tmp_path: Path) -> None:
    plan = plan_with(
        tmp_path,
        {
            "2025-02-11-overleg": minutes("2025-02-11"),
            "2025-03-11-overleg": minutes("2025-03-11", "state: cancelled"),
            "2025-05-13-overleg": minutes("2025-05-13"),
            "2025-04-01-stuurgroep": minutes("2025-04-01", series="stuurgroep"),
        },
    )
    found = {name: called_on(plan, meeting) for name, meeting in plan.meetings_by_id.items()}
    assert found == {
        "2025-02-11-overleg": date(2025, 2, 11),
        "2025-03-11-overleg": date(2025, 2, 11),
        "2025-05-13-overleg": date(2025, 2, 11),
        "2025-04-01-stuurgroep": date(2025, 4, 1),
    }
    stamp = read(invitation_ics(plan, plan.meetings_by_id["2025-05-13-overleg"], EN))[1]["DTSTAMP"].dt
    assert stamp == datetime(2025, 2, 11, tzinfo=UTC)


def test_a_meeting_was_never_called_on_a_day_to_come(tmp_path: Path) -> None:
    days = ("2025-02-11", "2025-05-13", "2025-06-17")
    plan = plan_with(tmp_path, {f"{day}-overleg": minutes(day) for day in days})
    meeting = plan.meetings_by_id["2025-06-17-overleg"]
    known = ((date(2025, 5, 13), date(2025, 5, 13)), (date(2025, 5, 12), date(2025, 2, 11)))
    for today, called in known:
        stamp = read(invitation_ics(plan, meeting, EN, today))[1]["DTSTAMP"].dt
        assert stamp == datetime.combine(called, time(), UTC)
    # Before the first meeting of a series nothing is known but when the plan begins, and before that nothing at all.
    assert called_on(plan, meeting, date(2025, 1, 20)) in (date(2025, 1, 1), date(2000, 1, 1))
    assert called_on(plan, meeting, date(1999, 1, 1)) == date(2000, 1, 1)


def test_the_same_meeting_is_the_same_bytes_in_every_process_and_zone(tmp_path: Path) -> None:
    text = "## 1. Opvolging\n## 2. Varia\n"
    plan, meeting = one_meeting(tmp_path, minutes("2025-05-13", "start: 13u30", "speaker: dienst", text=text))
    code = (
        "import sys; from pathlib import Path; from elzctl.load import load; from elzctl.tree import WorkTree;"
        "from elzctl.render.calendar import invitation_ics; from elzctl.wording import Language;"
        "plan = load(WorkTree(Path(sys.argv[1]))).plan;"
        "sys.stdout.buffer.write(invitation_ics(plan, plan.meetings[0], Language('en')))"
    )
    for seed, zone in (("1", "Asia/Tokyo"), ("2", "America/New_York")):
        environment = {**os.environ, "PYTHONHASHSEED": seed, "TZ": zone}
        done = subprocess.run(
            [sys.executable, "-c", code, str(tmp_path)], capture_output=True, env=environment, check=True
        )
        assert done.stdout == invitation_ics(plan, meeting, EN)


# What it says


def test_the_agenda_is_what_everybody_may_read(tmp_path: Path) -> None:
    text = (
        "Voor de deelnemers.\n\n## 1. Opvolging\n- [ ] Geheime taak @dienst\n## 2. Vragen van @dienst over [[koffie]]"
        "\n## Zonder nummer\n::: intern\n## 4. Personeel\n:::\n## 5. Varia\n### Onder\n"
    )
    lines = ("present: [dienst, aa]", "excused: [bee]", "speaker: dienst")
    event = event_of(tmp_path, *lines, text=text)
    assert event["DESCRIPTION"].splitlines() == [
        "Dienst Zorg presents its work",
        "Agenda:",
        "1. Opvolging",
        "2. Vragen van Dienst Zorg over koffie",
        "- Zonder nummer",
        "5. Varia",
    ]
    assert not {"ATTENDEE", "ORGANIZER", "CONTACT"} & set(event)


def test_addresses_numbers_and_trackers_stay_inside(tmp_path: Path) -> None:
    event = event_of(
        tmp_path,
        'location: "Zaal 1, zaal@voorbeeld.be, 0470 12 34 56, https://voorbeeld.be/zaal?a=1&fbclid=Iw0"',
        text="## 1. Bel 0470 12 34 56\n",
        title="Overleg met zaal@voorbeeld.be",
    )
    assert event["LOCATION"] == "Zaal 1, […], […], https://voorbeeld.be/zaal?a=1"
    assert event["SUMMARY"] == "Overleg met […]"
    assert event["DESCRIPTION"].endswith("1. Bel […]")


def test_a_meeting_without_a_title_is_called_after_its_series(tmp_path: Path) -> None:
    assert event_of(tmp_path, title='""')["SUMMARY"] == "Overleg welzijn"


# What it does not obey

HOSTILE = (
    "Ontmoeting\r\nBEGIN:VEVENT\r\nSUMMARY:Vals\r\nEND:VEVENT",
    "a\nATTENDEE:mailto:iemand@voorbeeld.be\nb",
    "a,b;c:d\\n\\,\\;\\\\ \"e\" 'f' ^n",
    "END:VCALENDAR",
    "\x00\x07\x1b[31m\x7f\x85\u2028\u202e\u200b\ufeff\ud800 rest",
    "é" * 200,
    "日本語" * 60,
    "👩\u200d👩\u200d👧" * 30,
    "x" * 5000,
    " blank aan het begin\tmet een tab ",
)


def made(title: str = "", location: str = "", item: str = "", reason: str = "") -> Meeting:
    """A meeting as no file could hold it."""
    agenda = Minutes((Item(1, item or "Varia", (), Span("")),))
    return Meeting(
        "2025-05-13-overleg", "meetings/x.md", title, None, None, location=location, reason=reason, minutes=agenda
    )


def shown(text: str) -> str:
    """A text as a calendar may show it: on one line, without what cannot be seen."""
    return " ".join(clean(text).split())


@pytest.mark.parametrize("text", HOSTILE)
def test_a_text_never_becomes_a_line_of_its_own(text: str) -> None:
    meeting = made(text, text, text)
    data = invitation_ics(Plan(), meeting, EN)
    _, event = read(data)
    names = [line.partition(b":")[0].partition(b";")[0] for line in lines_of(data) if not line.startswith(b" ")]
    assert names.count(b"BEGIN") == names.count(b"END") == 2
    assert sorted(names) == sorted(
        b"BEGIN VERSION PRODID BEGIN UID DTSTAMP SEQUENCE STATUS DTSTART TRANSP SUMMARY LOCATION DESCRIPTION END END".split()
    )
    assert not {code for code in data if code < 32} - {10, 13}
    data.decode()
    assert event["DESCRIPTION"].count("\n") == 1


@given(st.text(max_size=300), st.text(max_size=300))
def test_every_text_reads_back_as_it_may_be_shown(title: str, item: str) -> None:
    odd = ("[[", "@", "#", "http", *"0123456789")  # names, references, trackers and numbers have tests of their own
    for one in odd:
        title, item = title.replace(one, " "), item.replace(one, " ")
    _, event = read(invitation_ics(Plan(), made(title, title, item), EN))
    assert event["SUMMARY"] == (shown(title) or "2025-05-13-overleg")
    assert event.get("LOCATION", "") == shown(title)
    if shown(item):
        assert event["DESCRIPTION"].splitlines()[1] == f"1. {shown(item)}"


def test_an_organisation_with_an_odd_id_cannot_break_the_name_of_the_event(tmp_path: Path) -> None:
    plan = plan_with(
        tmp_path, {"2025-05-13-overleg": minutes("2025-05-13")}, plan='title: P\norganisation: "Één zone\\n,x"\n'
    )
    assert read(invitation_ics(plan, plan.meetings[0], EN))[1]["UID"] == "2025-05-13-overleg@nzonex.elzctl"
    bare = plan_with(tmp_path, {"2025-05-13-overleg": minutes("2025-05-13")}, plan="title: P\n")
    assert read(invitation_ics(bare, bare.meetings[0], EN))[1]["UID"] == "2025-05-13-overleg@elzctl"
