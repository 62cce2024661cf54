"""Dates as people write them → the days that they span: what is read, what is not, and how days are put in words."""

from __future__ import annotations

import calendar
from datetime import date, timedelta

import pytest
from babel.dates import format_date
from hypothesis import example, given
from hypothesis import strategies as st

from elzctl.dates import EXAMPLES, LONGEST, Fault, VagueDate, find, in_words, in_words_range, late, read, span, table
from elzctl.wording import Language

ENGLISH = Language("en")


def days(text: str) -> str:
    """The first and the last day that a text names: ``2025-03-01 2025-03-31``, or one day."""
    value = read(text)
    assert isinstance(value, VagueDate), value
    return f"{value.first} {value.last}" if value.is_vague else str(value.first)


def fault(text: str) -> tuple[str, str]:
    """What is said about a text that is no date, and the hint."""
    found = read(text)
    assert isinstance(found, Fault), found
    return ENGLISH(found.message), ENGLISH(found.hint) if found.hint else ""


def found(text: str) -> list[str]:
    """The dates in running prose, as they stand there."""
    return [text[start:end] for start, end, _ in find(text)]


# What is read

YEAR = "2025-01-01 2025-12-31"
MARCH = "2025-03-01 2025-03-31"
NINTH = "2025-10-09"


@pytest.mark.parametrize("text", ["2025", " 2025 ", "“2025”", "tegen 2025", "by 2025"])
def test_a_year(text: str) -> None:
    assert days(text) == YEAR


@pytest.mark.parametrize(
    "text",
    [
        "2025-03",
        "2025-3",
        "03/2025",
        "3-2025",
        "maart 2025",
        "mrt 2025",
        "mrt. 2025",
        "March 2025",
        "Mar 2025",
        "mrt-2025",
    ],
)
def test_a_month(text: str) -> None:
    assert days(text) == MARCH


@pytest.mark.parametrize(
    "text",
    [
        "2025-10-09",
        "9/10/2025",
        "09/10/2025",
        "09-10-2025",
        "9.10.2025",
        "9-okt-2025",
        "9 oktober 2025",
        "9 okt. 2025",
        "9 October 2025",
        "9th of October 2025",
        "October 9 2025",
        "October 9, 2025",
        "Oct. 9th, 2025",
        "donderdag 9 oktober 2025",
        "do. 9 oktober 2025",
        "donderdag 9/10/2025",
        "Thursday, October 9, 2025",
        "Thu 9 October 2025",
        "tegen donderdag 9 oktober 2025",
    ],
)
def test_a_day(text: str) -> None:
    assert days(text) == NINTH


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        ("begin 2025|early 2025|beginning of 2025|start of 2025", "2025-01-01 2025-03-31"),
        ("midden 2025|half 2025|medio 2025|mid 2025|mid-2025|middle of 2025", "2025-05-01 2025-08-31"),
        ("eind 2025|einde 2025|late 2025|end 2025|end of 2025|by the end of 2025", "2025-10-01 2025-12-31"),
        ("begin maart 2025|begin van maart 2025|early March 2025", "2025-03-01 2025-03-10"),
        ("midden maart 2025|half maart 2025|mid-March 2025|middle of March 2025", "2025-03-11 2025-03-20"),
        ("eind maart 2025|eind mrt. 2025|end of March 2025|late March 2025", "2025-03-21 2025-03-31"),
        ("eind februari 2024", "2024-02-21 2024-02-29"),
    ],
)
def test_begin_midden_and_eind(texts: str, expected: str) -> None:
    assert {days(text) for text in texts.split("|")} == {expected}


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        ("voorjaar 2025|lente 2025|spring 2025|het voorjaar van 2025", "2025-03-01 2025-05-31"),
        ("zomer 2025|summer 2025|de zomer van 2025|the summer of 2025", "2025-06-01 2025-08-31"),
        ("najaar 2025|herfst 2025|autumn 2025|fall 2025", "2025-09-01 2025-11-30"),
        ("winter 2025", "2025-12-01 2026-02-28"),
        ("winter 2023", "2023-12-01 2024-02-29"),
        ("begin zomer 2025|early summer 2025", "2025-06-01 2025-06-30"),
        ("midden zomer 2025|midden van de zomer van 2025", "2025-07-01 2025-07-31"),
        ("eind zomer 2025|late summer 2025", "2025-08-01 2025-08-31"),
        ("begin winter 2025", "2025-12-01 2025-12-31"),
        ("midden winter 2025", "2026-01-01 2026-01-31"),
        ("eind winter 2027", "2028-02-01 2028-02-29"),
    ],
)
def test_a_season_and_its_months(texts: str, expected: str) -> None:
    assert {days(text) for text in texts.split("|")} == {expected}


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        ("2025-Q1|Q1 2025|eerste kwartaal 2025|1e kwartaal 2025|first quarter 2025", "2025-01-01 2025-03-31"),
        ("2025-q2|tweede kwartaal van 2025|2de kwartaal 2025|second quarter of 2025", "2025-04-01 2025-06-30"),
        ("Q3 2025|derde kwartaal 2025|3rd quarter 2025", "2025-07-01 2025-09-30"),
        ("Q4 2025|vierde kwartaal 2025|4th quarter 2025|fourth quarter 2025", "2025-10-01 2025-12-31"),
        ("eind Q2 2025|eind tweede kwartaal 2025|end of the second quarter of 2025", "2025-06-01 2025-06-30"),
        ("eerste helft 2025|eerste jaarhelft 2025|1ste helft van 2025|first half of 2025", "2025-01-01 2025-06-30"),
        ("tweede helft 2025|tweede jaarhelft 2025|second half 2025|the 2nd half of 2025", "2025-07-01 2025-12-31"),
        ("schooljaar 2025-2026|schooljaar 2025/2026|werkjaar 2025–2026|school year 2025-2026", "2025-09-01 2026-08-31"),
    ],
)
def test_quarters_halves_and_school_years(texts: str, expected: str) -> None:
    assert {days(text) for text in texts.split("|")} == {expected}


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        ("2024-2029|2024/2029|2024–2029|2024 – 2029|2024 tot 2029|2024 t/m 2029", "2024-01-01 2029-12-31"),
        ("januari 2025 / juni 2025|januari 2025/juni 2025|2025-01/2025-06|01/2025-06/2025", "2025-01-01 2025-06-30"),
        ("januari – juni 2025|januari tot juni 2025|januari tot en met juni 2025", "2025-01-01 2025-06-30"),
        (
            "jan.-juni 2025|januari t.e.m. juni 2025|January to June 2025|January until June 2025",
            "2025-01-01 2025-06-30",
        ),
        ("mei-juni 2025|mei/juni 2025|mei — juni 2025|May-June 2025", "2025-05-01 2025-06-30"),
        (
            "1-3 maart 2025|1 - 3 maart 2025|1 tot 3 maart 2025|1-3/03/2025|1 maart – 3 maart 2025",
            "2025-03-01 2025-03-03",
        ),
        ("1/3 – 3/3/2025|2025-03-01/2025-03-03|01/03/2025-03/03/2025|1st – 3rd of March 2025", "2025-03-01 2025-03-03"),
        ("eind januari – begin februari 2025|eind januari / begin februari 2025", "2025-01-21 2025-02-10"),
        ("30 december 2025 – 2 januari 2026", "2025-12-30 2026-01-02"),
        ("donderdag 9 – vrijdag 10 oktober 2025", "2025-10-09 2025-10-10"),
        ("winter 2025 – voorjaar 2026", "2025-12-01 2026-05-31"),
        ("Q1–Q2 2025|eerste – tweede kwartaal 2025|begin 2025 – juni 2025", "2025-01-01 2025-06-30"),
        ("schooljaar 2024-2025 – schooljaar 2025-2026", "2024-09-01 2026-08-31"),
    ],
)
def test_a_range_goes_from_the_first_day_to_the_last(texts: str, expected: str) -> None:
    assert {days(text) for text in texts.split("|")} == {expected}


@pytest.mark.parametrize("text", ["2025-02", "februari 2025"])
def test_the_second_month_is_february_and_not_a_period(text: str) -> None:
    assert days(text) == "2025-02-01 2025-02-28"


@pytest.mark.parametrize("text", [text for text, _ in table()])
def test_case_blanks_and_quotes_do_not_matter(text: str) -> None:
    for variant in (text.upper(), text.title(), f"  {text}\t", text.replace(" ", " \u00a0 "), f"“{text}”", f"'{text}'"):
        assert read(variant) == read(text)


def test_the_text_is_kept_as_typed() -> None:
    value = read("  Eind\u00a0maart  2025 ")
    assert isinstance(value, VagueDate)
    assert value.text == "Eind\u00a0maart  2025"


def test_the_table_holds_every_example() -> None:
    assert [text for text, _ in table()] == EXAMPLES.split(" | ")
    assert all(value == read(text) and value.text == text for text, value in table())


@pytest.mark.parametrize("year", [1900, 2000, 2023, 2024, 2025, 2100, 2200])
@pytest.mark.parametrize("month", range(1, 13))
def test_months_are_as_long_as_in_the_calendar(year: int, month: int) -> None:
    last = calendar.monthrange(year, month)[1]
    assert days(f"{year}-{month:02}") == f"{year}-{month:02}-01 {year}-{month:02}-{last}"
    assert days(f"{last}/{month}/{year}") == f"{year}-{month:02}-{last}"
    assert isinstance(read(f"{last + 1}/{month}/{year}"), Fault)


# What a date is


def test_two_dates_with_the_same_days_are_equal() -> None:
    typed, other = read("voorjaar 2025"), read("2025-03-01/2025-05-31")
    assert typed == other
    assert hash(typed) == hash(other)
    assert typed != read("voorjaar 2024")


def test_a_day_is_not_vague() -> None:
    day, month = read("31 maart 2025"), read("maart 2025")
    assert isinstance(day, VagueDate)
    assert isinstance(month, VagueDate)
    assert (day.is_vague, month.is_vague) == (False, True)


@pytest.mark.parametrize(
    ("text", "year"), [("2025", 2025), ("eind 2025", 2025), ("winter 2025", None), ("2024-2025", None)]
)
def test_the_year_is_known_when_one_year_holds_it(text: str, year: int | None) -> None:
    value = read(text)
    assert isinstance(value, VagueDate)
    assert value.year == year


def test_a_date_is_late_only_after_its_last_day() -> None:
    value = read("eind 2025")
    assert isinstance(value, VagueDate)
    assert [late(value, day) for day in (date(2025, 10, 1), date(2025, 12, 31), date(2026, 1, 1))] == [
        False,
        False,
        True,
    ]


def test_dates_span_from_the_first_day_to_the_last() -> None:
    values = [value for _, value in table() if value.text in ("maart 2025", "begin 2025", "9.10.2025")]
    assert span(iter(values)) == (date(2025, 1, 1), date(2025, 10, 9))
    assert span([]) is None


# What is not read


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("31 februari 2025", "There is no 31/2/2025: that month ends on day 28"),
        ("29/02/2100", "There is no 29/2/2100: that month ends on day 28"),
        ("2024-02-30", "There is no 30/2/2024: that month ends on day 29"),
        ("0 maart 2025", "There is no 0/3/2025: that month ends on day 31"),
        ("31 april – 3 mei 2025", "There is no 31/4/2025: that month ends on day 30"),
        ("2025-13", "There is no month 13"),
        ("2025-00", "There is no month 0"),
        ("10/25/2025", "There is no month 25"),
        ("2024-25", "There is no month 25"),
        ("1899", "The year 1899 is not in 1900-2200"),
        ("maart 2201", "The year 2201 is not in 1900-2200"),
        ("0000", "The year 0 is not in 1900-2200"),
        ("vrijdag 9 oktober 2025", "2025-10-09 is a Thursday"),
        ("Friday, October 9, 2025", "2025-10-09 is a Thursday"),
    ],
)
def test_a_date_that_does_not_exist_says_what_does(text: str, message: str) -> None:
    assert fault(text)[0] == message


@pytest.mark.parametrize(
    ("text", "example_of_it"),
    [
        ("maart", "maart 2025"),
        ("9 oktober", "9 oktober 2025"),
        ("donderdag 9 oktober", "donderdag 9 oktober 2025"),
        ("najaar", "najaar 2025"),
        ("mei-juni", "mei-juni 2025"),
        ("maart 2024 – juni", "maart 2024 – juni 2024"),
        ("9/10", "9/10/2025"),
        ("9-10", "9-10-2025"),
        ("maart 25", "maart 2025"),
    ],
)
def test_a_year_is_never_guessed(text: str, example_of_it: str) -> None:
    hint = f"Which year? Write it with four digits, such as “{example_of_it}”."
    assert fault(text) == (f"“{text}” lacks a year", hint)
    assert isinstance(read(example_of_it), VagueDate)


@pytest.mark.parametrize(
    ("text", "example_of_it"),
    [
        ("1/3/25", "1/3/2025"),
        ("9-10-25", "9-10-2025"),
        ("eind '25", "eind 2025"),
        ("schooljaar 2024-25", "schooljaar 2024-2025"),
    ],
)
def test_a_year_of_two_digits_is_called_so(text: str, example_of_it: str) -> None:
    hint = f"Which year? Write it with four digits, such as “{example_of_it}”."
    assert fault(text) == (f"The year of “{text}” has two digits", hint)
    assert isinstance(read(example_of_it), VagueDate)


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "-",
        "binnenkort",
        "in 2025",
        "vanaf 2025",
        "voor 2025",
        "rond 2025",
        "2025 van",
        "2025 tegen",
        "9 of 10 oktober 2025",
        "maart, juni 2025",
        "maart. 2025",
        "maart - 2025",
        "– maart 2025",
        "tegen – maart 2025",
        "dec 2024 – jan 2025 – feb 2025",
        "2024-2025-2026",
        "2025/03",
        "2025-Q5",
        "5e kwartaal 2025",
        "derde helft 2025",
        "eerste begin 2025",
        "schooljaar 2025",
        "schooljaar 2025-2027",
        "donderdag 2025",
        "donderdag maart 2025",
        "ocktober 2025",
        "maart2025",
        "20255",
        "12025",
        "2025~",
        "２０２５",
        "٩/10/2025",
        "2025-03-31T10:00",
        "maart 2025 " * 20,
    ],
)
def test_what_is_no_date_is_shown_how_to_write_one(text: str) -> None:
    message, hint = fault(text)
    assert message.endswith("is not a date that elzctl can read")
    assert hint.startswith("Write for example 2025, ")


def test_a_date_is_at_most_so_long() -> None:
    assert isinstance(read("het " * 19 + "2025"), VagueDate)
    assert len("het " * 19 + "2025") == LONGEST
    assert isinstance(read("het " * 20 + "2025"), Fault)
    assert isinstance(read(" " * 10_000 + "2025"), VagueDate)


@pytest.mark.parametrize(
    ("text", "order"),
    [
        ("2029-2024", "2024-2029"),
        ("juni 2025 / mei 2025", "mei 2025 / juni 2025"),
        ("juni-mei 2025", "mei-juni 2025"),
        ("3-1 maart 2025", "1-3 maart 2025"),
        ("november – februari 2025", "februari – november 2025"),
        ("2025 – 2024-12", "2024-12 – 2025"),
        ("eind juni 2025 tot en met begin mei 2025", "begin mei 2025 tot en met eind juni 2025"),
    ],
)
def test_a_range_that_ends_before_it_begins_is_turned(text: str, order: str) -> None:
    found = read(text)
    assert isinstance(found, Fault)
    assert found.turned
    assert fault(text)[1] == f"Did you mean “{order}”?"
    assert isinstance(read(order), VagueDate)


@pytest.mark.parametrize("text", ["31 februari 2025", "binnenkort", "2201 – 2024"])
def test_other_faults_are_not_turned(text: str) -> None:
    found = read(text)
    assert isinstance(found, Fault)
    assert not found.turned


# Days in words


@pytest.mark.parametrize(
    ("first", "last", "dutch", "english"),
    [
        (date(2025, 10, 9), date(2025, 10, 9), "9 oktober 2025", "9 October 2025"),
        (date(2025, 3, 1), date(2025, 3, 31), "maart 2025", "March 2025"),
        (date(2024, 2, 1), date(2024, 2, 29), "februari 2024", "February 2024"),
        (date(2025, 1, 1), date(2025, 12, 31), "2025", "2025"),
        (date(2025, 3, 1), date(2025, 5, 31), "1 maart – 31 mei 2025", "1 March – 31 May 2025"),
        (date(2025, 3, 1), date(2025, 3, 10), "1 – 10 maart 2025", "1 – 10 March 2025"),
        (
            date(2025, 12, 1),
            date(2026, 2, 28),
            "1 december 2025 – 28 februari 2026",
            "1 December 2025 – 28 February 2026",
        ),
    ],
)
def test_days_in_words(first: date, last: date, dutch: str, english: str) -> None:
    assert (in_words_range(first, last, "nl"), in_words_range(first, last, "en")) == (dutch, english)


DAY = st.dates(date(1900, 1, 1), date(2200, 12, 31))


@given(DAY, DAY, st.sampled_from(["nl", "en"]))
@example(date(2025, 1, 1), date(2025, 12, 31), "nl")
@example(date(2025, 5, 1), date(2025, 5, 31), "en")
def test_words_are_read_back(one: date, other: date, language: str) -> None:
    first, last = sorted((one, other))
    assert read(in_words_range(first, last, language)) == VagueDate("", first, last)
    assert read(in_words(first, language)) == VagueDate("", first, first)


PATTERNS = [
    *("d MMMM yyyy", "EEEE d MMMM yyyy", "d MMM yyyy", "EEE d MMM yyyy", "MMMM d, yyyy", "EEEE, MMMM d, yyyy"),
    *("d/MM/yyyy", "dd-MM-yyyy", "d.M.yyyy", "yyyy-MM-dd"),
]


@pytest.mark.parametrize("locale", ["nl_BE", "nl_NL", "en_GB", "en_US"])
@pytest.mark.parametrize("pattern", PATTERNS)
def test_dates_as_babel_writes_them(locale: str, pattern: str) -> None:
    for week in range(53):
        day = date(2024, 1, 1) + timedelta(days=8 * week)
        assert read(format_date(day, pattern, locale=locale)) == VagueDate("", day, day)


@pytest.mark.parametrize("month", range(1, 13))
def test_months_are_named_as_babel_names_them(month: int) -> None:
    day = date(2025, month, 9)
    assert in_words(day, "nl") == format_date(day, "d MMMM yyyy", locale="nl_BE")
    assert in_words(day, "en") == format_date(day, "d MMMM yyyy", locale="en_GB")


# Dates in prose


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Najaar 2024 wordt overlegd, eind 2024 geëvalueerd.", ["Najaar 2024", "eind 2024"]),
        ("In het najaar van 2024 (maart 2024) op 30/08/2024.", ["najaar van 2024", "maart 2024", "30/08/2024"]),
        ("vanaf 01/01/2024, 2024-02-01 of 2024-Q3.", ["01/01/2024", "2024-02-01", "2024-Q3"]),
        ("school (schooljaar 2024-2025), in 2024-2025", ["schooljaar 2024-2025", "2024-2025"]),
        ("Eind 2023, begin 2024: klaar", ["Eind 2023", "begin 2024"]),
        ("mei-juni 2024 en 1-3 maart 2025", ["mei-juni 2024", "1-3 maart 2025"]),
        ("van januari tot en met juni 2024.", ["januari tot en met juni 2024"]),
        ("1 mei 2024 tot 30 juni 2024", ["1 mei 2024 tot 30 juni 2024"]),
        ("October 9, 2024 or by the end of 2024?", ["October 9, 2024", "end of 2024"]),
        ("Dit najaar (2024), **eind 2025** en _half 2026_", ["2024", "eind 2025", "half 2026"]),
        ("[najaar 2024](https://elz.be/2024/03) | 2022 | 2021 |", ["najaar 2024", "2022", "2021"]),
        ("in het voorjaar\n2024 volgt", ["voorjaar\n2024"]),
        ("donderdag 9 oktober 2025 om 13u30", ["donderdag 9 oktober 2025"]),
        ("is gepland half maart 2024", ["half maart 2024"]),
        ("Tegen eind\u00a02024", ["eind\u00a02024"]),
    ],
)
def test_dates_are_found_in_prose(text: str, expected: list[str]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("- 2023\n- 2024\n", ["2023", "2024"]),
        ("in mei. 2024 was goed", ["2024"]),
        ("maart\n\n2024", ["2024"]),
        ("vrijdag 9 oktober 2025", ["9 oktober 2025"]),
        ("31 februari 2024", ["februari 2024"]),
        ("januari 2025 – mei 2024", ["januari 2025", "mei 2024"]),
    ],
)
def test_what_does_not_go_together_is_found_apart(text: str, expected: list[str]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "€ 2024 en 2024 euro, 2024 EUR, 2024%, €2024, 1.2024, 2024,50 en 12.024",
        "[[actie-2024]] actie-2024.md nota_2024 2024-plan COVID2024 #2024 v2024",
        "https://elz.be/2024/03/nota?jaar=2024&x=2024 en info@2024.be",
        "1899 2201 20240 12024 2024e",
        "in maart of eind dit jaar, 9 oktober om 13u30, '24",
        "2025-2024",
    ],
)
def test_not_every_number_is_a_year(text: str) -> None:
    assert found(text) == []


def test_a_date_in_prose_has_its_days() -> None:
    (one,) = find("Klaar tegen eind maart 2024.")
    assert one == (12, 27, VagueDate("", date(2024, 3, 21), date(2024, 3, 31)))


def test_prose_is_read_in_one_pass() -> None:
    text = "Najaar 2024 wordt dit met de partners besproken, zodat het klaar is. " * 4000
    assert found(text) == ["Najaar 2024"] * 4000


# For any text

WORDS = st.sampled_from(
    "2025 2024 1900 2200 2201 0 1 3 9 12 13 25 29 31 31st 1e maart mrt. may juni februari zomer winter begin eind half mid "
    "eerste first second kwartaal helft Q2 Q5 schooljaar donderdag do. tegen the van of tot en met t/m to until in € euro "
    "İ ſ K １ \u00a0 \u2011 – — - / . , ~ ' ( \n".split(" ")
)
SENTENCES = st.lists(st.one_of(WORDS, st.sampled_from([" ", " ", "-", "/", " – ", "\n", "\n\n- "])), max_size=14)
TEXTS = st.one_of(st.text(max_size=100), SENTENCES.map("".join), st.lists(WORDS, max_size=8).map(" ".join))


@given(TEXTS)
def test_reading_never_raises_and_reads_the_same_twice(text: str) -> None:
    value = read(text)
    if isinstance(value, Fault):
        assert ENGLISH(value.message)
        return
    assert date(1900, 1, 1) <= value.first <= value.last <= date(2201, 8, 31)
    assert value.text == text.strip()
    assert read(value.text) == value


@given(TEXTS)
def test_a_date_that_is_found_is_a_date_that_is_read(text: str) -> None:
    before = 0
    for start, end, value in find(text):
        assert before <= start < end
        assert value.text == text[start:end]
        assert read(value.text) == value
        before = end


@given(st.lists(st.sampled_from([text for text, _ in table() if not text.startswith("tegen")]), max_size=6))
def test_every_form_is_found_in_a_sentence(texts: list[str]) -> None:
    assert found("".join(f"Dit is klaar ({text}), en dat was het. " for text in texts)) == texts


@given(st.lists(st.sampled_from(table()).map(lambda row: row[1]), min_size=1))
def test_a_span_holds_every_date(values: list[VagueDate]) -> None:
    whole = span(values)
    assert whole is not None
    assert all(whole[0] <= value.first <= value.last <= whole[1] for value in values)
