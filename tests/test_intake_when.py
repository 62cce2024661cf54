"""Dates and times as people write them in minutes, each with what was inferred."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from elzctl import dates
from elzctl.dates import VagueDate
from elzctl.intake import hours, when

MAY = date(2025, 5, 13)


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("Dinsdag 13 mei 2025", "2025-05-13"),
        ("13/05/2025", "2025-05-13"),
        ("13.5.2025", "2025-05-13"),
        ("op 27 en 28 september 2025", "2025-09-27/2025-09-28"),
        ("vrijdag 30 mei tot zondag 1 juni 2025", "2025-05-30/2025-06-01"),
        ("20250513", "2025-05-13"),
        ("Tuesday 13 May 2025", "2025-05-13"),
        ("klaar eind maart 2026", "eind maart 2026"),
    ],
)
def test_a_date_with_its_year_is_read_as_it_stands(text: str, written: str) -> None:
    found = when.first(text)
    assert found is not None
    assert (found.written, found.reason) == (written, None)


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("donderdag 9 oktober om 13u30", "2025-10-09"),
        ("do 9/10", "2025-10-09"),
        ("done by mid-June", "mid-June 2025"),
        ("(naam, tegen 9/10)", "2025-10-09"),
        ("dinsdag 13 januari", "2026-01-13"),
        ("16 tot 23 mei: van alles", "2025-05-16/2025-05-23"),
        ("28 mei - 2 juni", "2025-05-28/2025-06-02"),
        ("eind oktober", "eind oktober 2025"),
        ("tegen juni", "juni 2025"),
        ("dit najaar", "najaar 2025"),
        ("week 41", "2025-10-06/2025-10-12"),
        ("tegen eind dit jaar", "eind 2025"),
        ("13/05/25", "2025-05-13"),
        ("15 jan. '26", "2026-01-15"),
        ("June 3", "2025-06-03"),
        ("by 1 December.", "2025-12-01"),
    ],
)
def test_a_year_that_lacks_is_taken_from_the_meeting_and_told(text: str, written: str) -> None:
    found = when.first(text, MAY)
    assert found is not None
    assert found.written == written
    assert found.reason is not None


@pytest.mark.parametrize(
    "text", ["3/4 van de leden", "24/7 bereikbaar", "29 februari 2025", "art. 12.3", "we may go", "1/3"]
)
def test_a_fraction_and_a_day_that_is_none_are_no_dates(text: str) -> None:
    assert when.first(text, MAY) is None


def test_a_day_of_the_week_that_does_not_fit_is_told() -> None:
    found = when.first("maandag 13 mei 2025", MAY)
    assert found is not None
    assert found.odd is not None
    assert found.words == "maandag 13 mei 2025"
    fitting = when.first("dinsdag 13 mei 2025", MAY)
    assert fitting is not None
    assert fitting.odd is None


def test_a_cell_may_hold_less_than_a_sentence() -> None:
    assert [one.written for one in when.find("9/10", MAY, loose=True)] == ["2025-10-09"]
    assert [one.written for one in when.find("oktober", MAY, loose=True)] == ["oktober 2025"]
    assert list(when.find("9/10", MAY)) == []


def test_a_date_near_the_meeting_may_lie_before_it() -> None:
    found = when.first("op 11 februari", MAY, ahead=False)
    assert found is not None
    assert found.written == "2025-02-11"


@pytest.mark.parametrize("name", ["20250513_verslag.docx", "Verslag 13-05-2025.pdf", "2025-05-13 overleg.txt"])
def test_the_name_of_a_file_may_hold_the_day(name: str) -> None:
    assert when.in_name(name) == MAY


@given(st.text(alphabet="0123456789/-. ':maeiktobrwdgnu", max_size=40))
def test_what_is_found_reads_back_the_same(text: str) -> None:
    for found in when.find(text, MAY, loose=True):
        again = dates.read(found.written)
        assert isinstance(again, VagueDate)
        assert (again.first, again.last) == (found.value.first, found.value.last)
        assert text[found.first : found.last] == found.words


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("Van 13u30 tot 16u", "13:30", "16:00"),
        ("13.30 u. - 15.00 u.", "13:30", "15:00"),
        ("van 9 tot 11 uur", "09:00", "11:00"),
        ("13h30-16h", "13:30", "16:00"),
        ("9u-11u30", "09:00", "11:30"),
        ("13-17u", "13:00", "17:00"),
        ("13 u 30 tot 16 u", "13:30", "16:00"),
        ("1-3 pm", "13:00", "15:00"),
        ("1.30 pm – 3 pm", "13:30", "15:00"),
        ("van 14u00 tot +/- 16u00", "14:00", "16:00"),
        ("om 20.00 u.", "20:00", ""),
        ("20 uur", "20:00", ""),
    ],
)
def test_times_are_read_in_every_common_notation(text: str, start: str, end: str) -> None:
    found = next(hours.find(text))
    assert (str(found.start), str(found.end or "")) == (start, end)


def test_a_number_is_no_time_where_nothing_says_so() -> None:
    assert list(hours.find("een begroting van 13.30 euro per 1.000")) == []
    assert [str(one.start) for one in hours.find("13.30", loose=True)] == ["13:30"]
