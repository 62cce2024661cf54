"""The day of the week beside a date, before it or behind it, is held against the year."""

from __future__ import annotations

from datetime import date

import pytest

from elzctl.intake import week_days, when
from elzctl.intake.plan.take import PlanOptions, take_plan
from elzctl.intake.readers.read import read
from elzctl.intake.taken import Taken

NEAR = date(2026, 3, 1)


@pytest.mark.parametrize(
    ("text", "words", "day", "fits"),
    [
        ("De infodag is op 30 mei (zaterdag).", "30 mei (zaterdag)", "2026-05-30", True),
        ("Volgende keer 12/03 (do) om 14u", "12/03 (do)", "2026-03-12", True),
        ("overleg 30 mei 2026, zaterdag om 10u", "30 mei 2026, zaterdag", "2026-05-30", True),
        ("Tot 3/4 (vrij).", "3/4 (vrij)", "2026-04-03", True),
        ("op 30/05/2026 (zo.) is er", "30/05/2026 (zo.)", "2026-05-30", False),
        ("12/03 (ma) te Aalst", "12/03 (ma)", "2026-03-12", False),
        ("op 30 mei (zondag) is er", "30 mei (zondag)", "2027-05-30", False),
        ("on 30 May 2026 (Saturday)", "30 May 2026 (Saturday)", "2026-05-30", True),
        ("zaterdag 30 mei", "zaterdag 30 mei", "2026-05-30", True),
    ],
)
def test_a_day_of_the_week_behind_a_date_belongs_to_it(text: str, words: str, day: str, fits: bool) -> None:
    """Of those behind a date nothing was read before."""
    [one] = when.find(text, NEAR)
    assert (one.words, str(one.value.first), one.odd is None) == (words, day, fits)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("30 mei, zondag 31 mei 2026", ["30 mei", "zondag 31 mei 2026"]),
        ("30 mei en zondag 31 mei", ["30 mei", "zondag 31 mei"]),
        ("op 3 juni woensdag 10 juni", ["3 juni", "woensdag 10 juni"]),
        ("30 mei (nationaal)", ["30 mei"]),
        ("30 mei do we this", ["30 mei"]),
    ],
)
def test_the_day_of_the_next_date_and_other_words_do_not(text: str, words: list[str]) -> None:
    assert [one.words for one in when.find(text, NEAR)] == words


def test_a_text_without_them_keeps_all_else() -> None:
    assert (
        week_days.without("van za 30 mei (za) tot zondag 31 mei 2026, om 10u") == "van 30 mei tot 31 mei 2026, om 10u"
    )


def plan(timing: str) -> Taken:
    text = f"Actieplan 2026\nELZ Waterkant\n\nDoelstelling 1: Warm\n\nActie 1.1 Soep\nTrekker: CAW Oost\n{timing}\n"
    return take_plan(read("plan.txt", text.encode()), PlanOptions(today=NEAR))


@pytest.mark.parametrize("said", ["30 mei 2026 (zaterdag)", "30/05/2026 (za)", "30 mei 2026, zaterdag"])
def test_a_plan_reads_such_a_date(said: str) -> None:
    """It was a guess before, or told twice."""
    made = plan(f"Deadline: {said}")
    [due] = [one for one in made.account.entries if one.field == "due"]
    assert (due.certainty.value, due.reason) == ("read", None)
    assert said not in made.files["plan/actions/soep.md"]


@pytest.mark.parametrize(
    "said",
    [
        "Deadline: 30 mei 2026 (zondag)",
        "Deadline: 30 mei (zondag)",
        "Deadline: zondag 30 mei 2026",
        "Hoe?\n- 12 maart (donderdag): affiches\n- 30 mei (zondag): feest",
    ],
)
def test_a_plan_tells_of_a_day_that_does_not_fit(said: str) -> None:
    """Nothing was said before."""
    made = plan(said)
    told = [dict(one.args)["what"] for one in made.remarks if "what" in dict(one.args)]
    assert len(told) == 1
    assert "zondag" in str(told[0])
    assert "2026-05-30" in str(told[0])
    entries = [one for one in made.account.entries if one.field.endswith("due") and "30" in one.value]
    assert [one.certainty.value for one in entries] == ["guessed"]
