"""What was decided at another time is history; and what organisations promise in a sentence.  All names are placeholders."""

from __future__ import annotations

import pytest
from test_intake_minutes_promises import minutes, stand


@pytest.mark.parametrize(
    "text",
    [
        "In 2023 werd beslist om te stoppen met de folder.",
        "Vorige keer beslisten we om te stoppen met de folder.",
        "We beslisten vorige keer om te stoppen met de folder.",
        "Er werd beslist in 2023 om te stoppen.",
        "Het bestuur besliste in 2023 om te stoppen.",
        "De stuurgroep besliste op 3 maart 2025 om te stoppen.",
        "Het bestuur besliste vorig jaar dat de folder stopt.",
        "De groep besliste toen om te stoppen.",
        "De vergadering besliste al in 2024 om te stoppen.",
        "We beslisten destijds om te stoppen.",
        "Het bestuur heeft in maart 2026 beslist om te stoppen.",
        "Tijdens de vorige vergadering werd beslist om te stoppen.",
        "Op 3 maart 2025 werd afgesproken dat CAW Meer een folder maakt.",
        "Beslissing 2023: stoppen met de folder.",
        "We besluiten de vergadering om 16u.",
        "It was decided last year to stop the leaflet.",
    ],
)
def test_what_was_decided_at_another_time_is_no_decision(text: str) -> None:
    assert stand(minutes(text)) == text


@pytest.mark.parametrize(
    "text",
    [
        "We beslisten om het budget van 2023 over te dragen.",
        "Er werd beslist om het verslag van vorige keer aan te passen.",
        "De vergadering besliste om de folder van 3 maart 2025 te herdrukken.",
        "We besluiten de vergadering van december te verplaatsen.",
    ],
)
def test_what_is_decided_now_may_speak_of_another_time(text: str) -> None:
    assert stand(minutes(text)) == f"BESLUIT: {text}"


def test_decisions_of_last_time_in_a_list_stay_a_list() -> None:
    found = stand(minutes("Vorige keer namen we deze beslissingen:\n- de folder stopt\n- de zaal blijft"))
    assert "BESLUIT" not in found
    assert "- de folder stopt\n- de zaal blijft" in found


# What organisations promise


@pytest.mark.parametrize(
    ("text", "owner"),
    [
        ("Familiehulp vraagt aan de stad of de zaal vrij is.", "familiehulp"),
        ("Familiehulp vraagt bij de stad na of de zaal vrij is.", "familiehulp"),
        ("Familiehulp vraagt aan de stad om de zaal te openen.", "familiehulp"),
        ("Familiehulp informeert bij de school of dit kan.", "familiehulp"),
        ("Familiehulp bezorgt de cijfers.", "familiehulp"),
        ("CAW Meer mailt de nieuwe planning.", "caw-meer"),
        ("CAW Meer stuurt het draaiboek.", "caw-meer"),
        ("CAW Meer checkt of de zaal vrij is.", "caw-meer"),
        ("CAW Meer contacteert de drukker.", "caw-meer"),
        ("CAW Meer zoekt dit uit.", "caw-meer"),
        ("Wit-Gele Kruis gaat na of dit kan.", "wit-gele-kruis"),
        ("CAW Meer heeft de folders gedrukt en brengt ze tegen 10 april rond.", "caw-meer"),
        (
            "Het Expertisecentrum Dementie heeft de lijst klaar en bezorgt ze tegen 10 april.",
            "expertisecentrum-dementie",
        ),
        ("Thuiszorg Ter Linden bezorgt de cijfers tegen 1 mei.", "thuiszorg-linden"),
    ],
)
def test_an_engagement_of_an_organisation_is_a_guessed_point(text: str, owner: str) -> None:
    taken = minutes(text)
    assert f"@{owner}" in stand(taken)
    told = [one for one in taken.account.entries if one.field == "points[1]"]
    assert [one.certainty.value for one in told] == ["guessed"]


@pytest.mark.parametrize(
    "text",
    [
        "Familiehulp vraagt aan CAW Meer of de zaal vrij is.",
        "Familiehulp vraagt aan de groep of iemand een zaal heeft.",
        "Familiehulp vraagt aan ouderen of ze eenzaam zijn.",
        "Familiehulp bezorgt maaltijden aan huis.",
        "Familiehulp bezorgt elke maand de cijfers.",
        "Familiehulp bezorgt de cijfers sinds 2020.",
        "CAW Meer contacteert cliënten thuis.",
        "Wit-Gele Kruis verzorgt mensen thuis.",
        "De folder bezorgt ons veel werk.",
        "CAW Meer is verhuisd en zoekt vrijwilligers.",
        "CAW Meer bezorgt de lijst, Familiehulp kijkt na.",
    ],
)
def test_a_question_at_the_table_and_a_general_fact_are_no_point(text: str) -> None:
    assert stand(minutes(text)) == text


def test_a_wish_with_a_day_is_told_and_stays_text() -> None:
    text = "De lijst klopt niet, CAW Meer zou die nakijken en voor eind april terugsturen."
    taken = minutes(text)
    assert stand(taken) == text
    assert any("may be an action point" in one.text and text in dict(one.args).values() for one in taken.remarks)


# What "dit" stands for


@pytest.mark.parametrize(
    ("text", "point"),
    [
        ("De zaal is te klein. Familiehulp bekijkt dit.", "De zaal is te klein. Familiehulp bekijkt dit @familiehulp"),
        ("Kan de zaal gratis? CAW Meer gaat dit na.", "Kan de zaal gratis? CAW Meer gaat dit na @caw-meer"),
        ("De folder is oud. CAW Meer neemt het mee.", "De folder is oud. CAW Meer neemt het mee @caw-meer"),
        (
            "De zaal is gratis.\nCAW Meer gaat na of dit klopt.",
            "De zaal is gratis. CAW Meer gaat na of dit klopt @caw-meer",
        ),
        ("- De folder is oud\n- CAW Meer bekijkt dit", "De folder is oud. CAW Meer bekijkt dit @caw-meer"),
        ("De folder is oud. Dit wordt bekeken door CAW Meer.", "De folder is oud. @caw-meer"),
    ],
)
def test_the_sentence_before_says_what_is_promised(text: str, point: str) -> None:
    taken = minutes(text)
    assert stand(taken) == f"- [ ] {point}"
    assert [one.certainty.value for one in taken.account.entries if one.field == "points[1]"] == ["guessed"]


def test_only_the_sentence_right_before_goes_along() -> None:
    found = stand(minutes("Er zijn 12 stoelen. De zaal is te klein. CAW Meer bekijkt dit. Daarna is er koffie."))
    assert found == (
        "Er zijn 12 stoelen.\n\n- [ ] De zaal is te klein. CAW Meer bekijkt dit @caw-meer\n\nDaarna is er koffie."
    )


def test_without_a_sentence_before_the_point_says_that_it_does_not_know() -> None:
    taken = minutes("CAW Meer bekijkt dit.")
    assert stand(taken) == "- [ ] CAW Meer bekijkt dit @caw-meer"
    told = next(one for one in taken.account.entries if one.field == "points[1]")
    assert told.reason is not None
    assert dict(told.reason.args) == {"word": "dit"}


def test_het_in_a_question_stands_for_nothing() -> None:
    found = stand(minutes("De vorming is op vrijdag. CAW Meer vraagt aan de school of het ook op zaterdag kan."))
    assert found.startswith("De vorming is op vrijdag.\n\n- [ ] CAW Meer vraagt aan de school")


def test_a_determiner_stands_for_nothing() -> None:
    found = stand(minutes("De folder is oud. CAW Meer bezorgt het verslag tegen 9/12."))
    assert found == "De folder is oud.\n\n- [ ] CAW Meer bezorgt het verslag @caw-meer tegen:2026-12-09"
