"""Times of day: what people write, and what is none."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from elzctl import clock
from elzctl.clock import Clock


@pytest.mark.parametrize(
    ("text", "hour", "minute"),
    [
        ("13:30", 13, 30),
        ("13u30", 13, 30),
        ("13U30", 13, 30),
        ("13.30", 13, 30),
        ("13.30 uur", 13, 30),
        ("13h30", 13, 30),
        ("16u", 16, 0),
        ("16 u", 16, 0),
        ("16 uur", 16, 0),
        ("9:05", 9, 5),
        ("0:00", 0, 0),
        ("1:30 pm", 13, 30),
        ("12:15 am", 0, 15),
        ("9 am", 9, 0),
        ("12 pm", 12, 0),
        ("  19u30 ", 19, 30),
    ],
)
def test_a_time_is_read_as_people_write_it(text: str, hour: int, minute: int) -> None:
    assert clock.read(text) == Clock(hour, minute)


@pytest.mark.parametrize(
    "text",
    ["", "13", "24:00", "13:60", "1330", "13u3", "half twee", "13:30:00", "2025-05-13", "13 pm", "0 am", "13,30"],
)
def test_what_is_no_time_is_not_guessed(text: str) -> None:
    assert clock.read(text) is None


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("van 19u30 tot 21u30 in Dilbeek", Clock(19, 30), Clock(21, 30)),
        ("10u-16u", Clock(10), Clock(16)),
        ("13u30 – 16u", Clock(13, 30), Clock(16)),
        ("om 13:30 in WZC Ter Stelten", Clock(13, 30), None),
        ("from 9 am to 5 pm", Clock(9), Clock(17)),
    ],
)
def test_hours_in_a_sentence_are_found_with_their_end(text: str, start: Clock, end: Clock | None) -> None:
    (found,) = clock.find(text)
    assert (found.start, found.end) == (start, end)


@pytest.mark.parametrize(
    "text", ["versie 1.10.2", "op 9.10.2025", "kost 12.50 euro of 12,5", "artikel 3:41:2", "tel. 053/12.34.56"]
)
def test_numbers_that_look_like_times_are_not_all_times(text: str) -> None:
    times = [text[found.first : found.last] for found in clock.find(text)]
    assert times in ([], ["12.50"])


@given(st.integers(0, 23), st.integers(0, 59))
def test_a_time_as_printed_reads_back(hour: int, minute: int) -> None:
    assert clock.read(str(Clock(hour, minute))) == Clock(hour, minute)


@given(st.text())
def test_no_text_is_too_odd(text: str) -> None:
    clock.read(text)
    assert all(text[found.first : found.last] for found in clock.find(text))
