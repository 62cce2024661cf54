"""Dates that were typed in the other language than that of a page → its own words, for the same days."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from small_plans import PLAN, fiche, loaded
from test_site import main_of, pages, words

from elzctl.dates import EXAMPLES, VagueDate, read
from elzctl.render.date_words import in_language
from elzctl.render.site.whole import site_files


def told(text: str, language: str) -> str:
    value = read(text)
    assert isinstance(value, VagueDate)
    return in_language(value, text, language)


@pytest.mark.parametrize(
    ("dutch", "english"),
    [
        ("voorjaar 2027", "spring 2027"),
        ("Voorjaar 2027", "Spring 2027"),
        ("eind 2027", "end of 2027"),
        ("half 2027", "middle of 2027"),
        ("begin maart 2027", "early March 2027"),
        ("medio mrt. 2027", "middle of March 2027"),
        ("tegen het einde van 2027", "by end of 2027"),
        ("tweede kwartaal 2027", "second quarter of 2027"),
        ("1e kwartaal van 2027", "first quarter of 2027"),
        ("eerste helft 2027", "first half of 2027"),
        ("werkjaar 2026-2027", "school year 2026-2027"),
        ("mei-juni 2027", "May-June 2027"),
        ("januari t/m juni 2027", "January to June 2027"),
        ("eind januari – begin februari 2027", "end of January – early February 2027"),
        ("1-3 maart 2027", "1-3 March 2027"),
        ("zaterdag 9 oktober 2027", "Saturday 9 October 2027"),
        ("9de oktober 2027", "9 October 2027"),
        ("2027 tot en met 2028", "2027 to 2028"),
        ("Q1 t.e.m. Q2 2027", "Q1 to Q2 2027"),
        ("2027-01-01 t/m 2027-03-03", "2027-01-01 to 2027-03-03"),
        ("winter van 2027", "winter 2027"),
    ],
)
def test_dutch_on_an_english_page(dutch: str, english: str) -> None:
    assert told(dutch, "en") == english
    assert told(dutch, "nl") == dutch


@pytest.mark.parametrize(
    ("english", "dutch"),
    [
        ("spring 2027", "voorjaar 2027"),
        ("mid-2027", "midden 2027"),
        ("end of March 2027", "eind maart 2027"),
        ("first half of 2027", "eerste helft 2027"),
        ("2nd quarter of 2027", "tweede kwartaal 2027"),
        ("by the end of 2027", "tegen eind 2027"),
        ("school year 2026-2027", "schooljaar 2026-2027"),
        ("January to June 2027", "januari tot juni 2027"),
        ("October 9, 2027", "9 oktober 2027"),
        ("October 9th, 2027", "9 oktober 2027"),
        ("March 2027", "maart 2027"),
        ("the winter of 2027", "winter 2027"),
        ("Q2 of 2027", "Q2 2027"),
        ("1-3 April 2027", "1-3 april 2027"),
        ("March/April 2027", "maart/april 2027"),
    ],
)
def test_english_on_a_dutch_page(english: str, dutch: str) -> None:
    assert told(english, "nl") == dutch
    assert told(english, "en") == english


@pytest.mark.parametrize(
    ("mixed", "dutch", "english"),
    [
        ("1 t/m 3 March 2027", "1 – 3 maart 2027", "1 to 3 March 2027"),
        ("1 januari 2027 t/m 3 March 2027", "1 januari – 3 maart 2027", "1 January 2027 to 3 March 2027"),
        ("spring 2027 t/m najaar 2028", "voorjaar 2027 tot najaar 2028", "spring 2027 to autumn 2028"),
        ("begin March 2027", "begin maart 2027", "early March 2027"),
        ("tweede quarter of 2027", "tweede kwartaal 2027", "second quarter of 2027"),
        ("maart/April 2027", "maart/april 2027", "March/April 2027"),
    ],
)
def test_what_was_typed_in_both_is_told_in_one(mixed: str, dutch: str, english: str) -> None:
    assert (told(mixed, "nl"), told(mixed, "en")) == (dutch, english)


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("text", EXAMPLES.split(" | "))
def test_every_way_to_write_a_date_keeps_its_days_and_is_told_in_one_language(text: str, language: str) -> None:
    said = told(text, language)
    assert read(said) == read(text)
    # What is told in a language is of that language.
    assert told(said, language) == said
    other = "en" if language == "nl" else "nl"
    assert read(told(said, other)) == read(text)


@pytest.mark.parametrize("text", ["Q2 2027", "2027-Q2", "2024-2029", "winter 2027", "april 2027", "2027"])
def test_what_is_the_same_in_both_stays(text: str) -> None:
    assert told(text, "nl") == told(text, "en") == text


def test_a_site_tells_periods_in_its_own_language(tmp_path: Path) -> None:
    steps = "steps: [{what: Zaal zoeken, due: voorjaar 2027}, {what: Opruimen, due: 'spring 2028'}]"
    for language, said, other in (("en", "spring 2027", "voorjaar"), ("nl", "voorjaar 2028", "spring")):
        text = fiche("1.1.1", "due: eind 2028", steps)
        own = f"{PLAN}period: school year 2027-2028\nlanguage: {language}\n"
        plan = loaded(tmp_path / language, plan=own, koffie=text).plan
        found = pages(site_files(plan, date(2027, 1, 5)))
        for path in ("index.html", "actions/koffie.html" if language == "en" else "acties/koffie.html"):
            shown = words(main_of(found[path]))
            assert said in shown, path
            assert other not in shown, path
        # Also of what the plan is a part.
        assert ("policy plan school year 2027" in words(found["index.html"])) is (language == "en")
        assert ("beleidsplan schooljaar 2027-2028" in words(found["index.html"])) is (language == "nl")
        assert ("end of 2028" in words(main_of(found["plan.html"]))) is (language == "en")
