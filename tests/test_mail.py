"""Invitations as messages that only lack their recipients, read back by the email package."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from datetime import UTC, date, datetime
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from pathlib import Path

import pytest
from icalendar import Calendar
from small_meetings import minutes, one_meeting, plan_with, write_meetings
from small_plans import ROOT

from elzctl.meeting import Meeting
from elzctl.model import Plan
from elzctl.render.calendar import invitation_ics
from elzctl.render.mail import COLUMNS, invitation_eml
from elzctl.wording import Language

EN = Language("en")
DAY = date(2025, 4, 22)
TEXT = "Beste\n\nDe agenda van één punt – € 5.\nFrom hier\n.\n" + "lang " * 300
HTML = "<!DOCTYPE html><html lang=nl><p>Eén punt</p>" + "<p>x</p>" * 300 + "</html>"


def read(data: bytes) -> EmailMessage:
    """The message as it came in; nothing in it was odd."""
    assert data.isascii()
    assert b"\n" not in data.replace(b"\r\n", b"")
    assert max(map(len, data.split(b"\r\n"))) <= 200
    message = message_from_bytes(data, policy=default)
    assert isinstance(message, EmailMessage)
    assert not [defect for part in message.walk() for defect in part.defects]
    return message


def message_of(root: Path, *lines: str, title: str = "Overleg welzijn") -> EmailMessage:
    plan, meeting = one_meeting(root, minutes("2025-05-13", *lines, title=title))
    return read(invitation_eml(plan, meeting, EN, TEXT, HTML, DAY))


def test_it_is_a_draft_without_sender_and_recipients(tmp_path: Path) -> None:
    message = message_of(tmp_path, "present: [dienst]", "speaker: dienst")
    assert set(message.keys()) == {"Subject", "Date", "X-Unsent", "MIME-Version", "Content-Type"}
    assert message["X-Unsent"] == "1"
    assert message["Date"].datetime == datetime(2025, 4, 22, tzinfo=UTC)


def test_it_says_the_same_as_text_and_as_html_and_brings_the_calendar_file(tmp_path: Path) -> None:
    plan, meeting = one_meeting(tmp_path, minutes("2025-05-13", "start: 13u30"))
    message = read(invitation_eml(plan, meeting, EN, TEXT, HTML, DAY))
    both, attached = message.iter_parts()
    assert (message.get_content_type(), both.get_content_type()) == ("multipart/mixed", "multipart/alternative")
    plain, page = both.iter_parts()
    assert (plain.get_content_type(), page.get_content_type()) == ("text/plain", "text/html")
    assert plain.get_content().splitlines() == TEXT.splitlines()
    assert page.get_content().splitlines() == [HTML]
    assert attached.get_content_type() == "text/calendar"
    assert (attached.get_content_disposition(), attached.get_filename()) == ("attachment", "2025-05-13-overleg.ics")
    data = attached.get_payload(decode=True)
    assert data == invitation_ics(plan, meeting, EN, DAY)
    assert isinstance(data, bytes)
    assert Calendar.from_ical(data).walk("VEVENT")


@pytest.mark.parametrize(
    ("lines", "subject"),
    [
        ((), "Invitation: Overleg welzijn, 13 May 2025"),
        (("was: [{date: 2025-05-06}]",), "Changed: Overleg welzijn, 13 May 2025"),
        (("was: [{date: 2025-05-06}]", "state: cancelled"), "Cancelled: Overleg welzijn, 13 May 2025"),
    ],
)
def test_the_subject_says_what_became_of_the_meeting(tmp_path: Path, lines: tuple[str, ...], subject: str) -> None:
    assert message_of(tmp_path, *lines)["Subject"] == subject


@pytest.mark.parametrize(
    "title",
    [
        "Overleg\r\nBcc: iemand@voorbeeld.be\r\n\r\nGeen kop",
        "Één overleg, 日本語 " + "lang " * 100,
        "\x00\x1b[31m\u202e\ud800 overleg",
        "=?utf-8?q?Bcc=3A?= --=_elzctl_mixed_2025-05-13-overleg--",
    ],
)
def test_a_title_never_becomes_a_header_or_the_end_of_a_part(title: str) -> None:
    meeting = Meeting("2025-05-13-overleg", "meetings/x.md", title, None, None)
    message = read(invitation_eml(Plan(), meeting, EN, f"{title.encode(errors='ignore').decode()}\n", "<p>x</p>", DAY))
    assert set(message.keys()) == {"Subject", "Date", "X-Unsent", "MIME-Version", "Content-Type"}
    assert len(list(message.walk())) == 5
    assert message["Subject"].startswith("Invitation: ")
    assert message["Subject"].isprintable()


def test_the_longest_id_still_makes_two_boundaries(tmp_path: Path) -> None:
    name = "2025-05-13-" + "x" * 89
    plan, meeting = one_meeting(tmp_path, minutes("2025-05-13"), name)
    message = read(invitation_eml(plan, meeting, EN, TEXT, HTML, DAY))
    found = {part.get_boundary() for part in message.walk() if part.is_multipart()}
    assert len(found) == 2
    assert all(boundary is not None and len(boundary) <= 70 for boundary in found)


def test_the_same_meeting_is_the_same_bytes_in_every_process(tmp_path: Path) -> None:
    plan = plan_with(tmp_path, {"2025-05-13-overleg": minutes("2025-05-13", "start: 13u30")})
    code = (
        "import sys; from datetime import date; from pathlib import Path; from elzctl.load import load; from elzctl.tree import WorkTree;"
        "from elzctl.render.mail import invitation_eml; from elzctl.wording import Language;"
        "plan = load(WorkTree(Path(sys.argv[1]))).plan;"
        "made = invitation_eml(plan, plan.meetings[0], Language('en'), 'Beste', '<p>Beste</p>', date(2025, 4, 22));"
        "sys.stdout.buffer.write(made)"
    )
    environment = {**os.environ, "PYTHONHASHSEED": "7", "TZ": "Asia/Tokyo"}
    done = subprocess.run([sys.executable, "-c", code, str(tmp_path)], capture_output=True, env=environment, check=True)
    assert done.stdout == invitation_eml(plan, plan.meetings[0], EN, "Beste", "<p>Beste</p>", DAY)


# As the program makes it

MOVED = minutes("2025-06-13", "start: 14u", "state: planned", "was: [{start: 13u30}]", text="## 1. Toelichting\n")
CANCELLED = minutes(
    "2025-05-13",
    "start: 14u",
    "end: 16u",
    'location: "Zaal De Lange Gang van het woonzorgcentrum, Lange Straat 123, ingang langs de achterkant"',
    "state: cancelled",
    'reason: "Te weinig inschrijvingen, bel 0470 12 34 56"',
    text="## 1. Toelichting\n\nZie [de site](https://voorbeeld.be/een/adres/dat/veel/langer/is/dan/een/regel/van/een/bericht/zijn/mag)"
    " of naam@voorbeeld.be, en dat is een zin die over meer dan een regel gaat.\n\n"
    "- een punt dat ook zo lang is dat het over de rand van het blad heen gaat lopen zodra het kan\n\n"
    "- [ ] Affiches verspreiden in elke gemeente @dienst tegen:2025-10-09\n  - stand op:2025-05-20: half\n\n"
    "::: intern\nVerklapt.\n:::\n",
)


def made(root: Path, name: str) -> EmailMessage:
    """The message that the program writes about a meeting."""
    write_meetings(root, {"2025-05-13-overleg": CANCELLED, "2025-06-13-overleg": MOVED})
    words = ("render", "invitation", name, "--format", "eml", "--today", "2025-06-01", "--draft")
    command = [sys.executable, "-m", "elzctl", "-C", str(root), "--lang", "en", *words]
    subprocess.run(command, check=True, capture_output=True, env={**os.environ, "PYTHONPATH": str(ROOT)})
    return read((root / f"build/{name}-invitation-draft.eml").read_bytes())


def text_of(message: EmailMessage) -> str:
    body = message.get_body(("plain",))
    assert isinstance(body, EmailMessage)
    return str(body.get_content()).replace("\r\n", "\n")


def test_a_cancelled_meeting_says_so_before_anything_else(tmp_path: Path) -> None:
    message = made(tmp_path, "2025-05-13-overleg")
    assert message["Subject"] == "Afgelast: Overleg welzijn, 13 mei 2025"
    text = text_of(message)
    # What is sent with errors says that it is a draft, and nothing else comes first.
    assert text.startswith("Ontwerp, met ")
    assert "\n\n  Deze vergadering is afgelast. Te weinig inschrijvingen, bel […]\n\n" in text
    assert "Wat: Overleg welzijn\nWanneer: dinsdag 13 mei 2025, 14u – 16u\nWaar: Zaal De Lange Gang" in text
    assert "Deze vergadering is afgelast. Te weinig inschrijvingen" in page_of(message)


def test_the_text_is_read_without_a_window_that_is_wide(tmp_path: Path) -> None:
    text = text_of(made(tmp_path, "2025-05-13-overleg"))
    assert not [line for line in text.splitlines() if len(line) > COLUMNS and "https://" not in line]
    assert "<https://voorbeeld.be/een/adres/dat/veel/langer/is/dan/een/regel/van/een/bericht/zijn/mag>\n" in text
    assert "\n   - een punt dat ook zo lang is dat het over de rand van het blad heen\n     gaat lopen" in text


def test_nothing_private_is_in_it(tmp_path: Path) -> None:
    for name in ("2025-05-13-overleg", "2025-06-13-overleg"):
        message = made(tmp_path, name)
        assert not {"To", "Cc", "Bcc", "From", "Reply-To"} & set(message.keys())
        for part in message.walk():
            data = part.get_payload(decode=True)
            words = data.decode() if isinstance(data, bytes) else ""
            assert not [word for word in ("Verklapt", "naam@voorbeeld.be", "12 34 56", "ATTENDEE") if word in words]


def test_it_reads_like_a_letter(tmp_path: Path) -> None:
    message = made(tmp_path, "2025-06-13-overleg")
    assert message["Subject"] == "Gewijzigd: Overleg welzijn, 13 juni 2025"
    before, _, text = text_of(message).partition("\n\nWat: ")
    assert before.count("\n\n") == 2  # that it is a draft, how it begins, and what this is about
    assert text.startswith("Overleg welzijn\nWanneer: vrijdag 13 juni 2025, vanaf 14u\nEerder gepland: vanaf 13u30\n\n")
    assert "\n\nAgenda:\n\n1. Toelichting\n\nNog te doen op 1 juni 2025:\n\n- Affiches verspreiden" in text
    point = text.partition("- Affiches verspreiden in elke gemeente\n  Dienst Zorg")[2]
    assert "9 oktober 2025" in point.partition("\n")[0]
    assert "13 mei 2025)\n  Stand op 20 mei 2025: half\n\n" in point
    assert not {"Nr.", "Werkpunt:", "Deadline:"} & set(text.split())
    assert text.endswith("\n\nEerstelijnszone Polder\n")


def test_the_page_of_the_letter_has_nothing_of_a_page(tmp_path: Path) -> None:
    page = page_of(made(tmp_path, "2025-06-13-overleg"))
    for word in ("<header", "<table", "<h1", "<script", "var(", "_elz-top"):
        assert word not in page.replace('id="_elz-top"', ""), word
    assert re.search(r"<li>(<p>)?Affiches verspreiden in elke gemeente(</p>)?\s*<p>Dienst Zorg", page)


def page_of(message: EmailMessage) -> str:
    body = message.get_body(("html",))
    assert isinstance(body, EmailMessage)
    return str(body.get_content())
