"""A word with a capital that nobody knows, at the head of a sentence in which somebody speaks, is hidden.  All names are placeholders."""

from __future__ import annotations

from datetime import date

import pytest

from elzctl.intake.minutes.take import MinutesOptions, take_minutes
from elzctl.intake.readers.read import read
from elzctl.intake.taken import Taken
from elzctl.terms import Tongue

TODAY = date(2026, 11, 26)


def minutes(text: str, head: str = "Aanwezig: CAW Meer, Okra, Kwerul vzw") -> Taken:
    whole = f"Verslag zorgoverleg\nDatum: 5 november 2026\n{head}\n\n1. Stand\n{text}\n\n2. Slot\nGeen.\n"
    return take_minutes(read("verslag.txt", whole.encode()), MinutesOptions(None, None, Tongue.NL, TODAY))


def meeting(found: Taken) -> str:
    return next(text for path, text in found.files.items() if path.startswith("meetings/2"))


@pytest.mark.parametrize(
    "text",
    [
        "Dromiek vroeg of er nog vrijwilligers zijn, bel hem gerust.",
        "- Dromiek vroeg of er nog vrijwilligers zijn",
        "Dat duurt lang. Dromiek zei dat het anders kan.",
        "- Dromiek meldt dat de lijst klaar is",
        "Dromiek wil weten wanneer het start.",
        "Dromiek vertelde over de wandeling.",
        "Dromiek geeft aan dat er te weinig tijd is.",
        "Dromiek merkt op dat de zaal klein is.",
        "Dromiek vindt dat te duur.",
        "Vraag: wie helpt? Dromiek belde al rond.",
    ],
)
def test_who_speaks_is_hidden(text: str) -> None:
    found = minutes(text)
    assert "Dromiek" not in meeting(found)
    assert "[persoon 1]" in meeting(found).replace("\\", "")
    private = "".join(words for path, words in found.files.items() if path.startswith("private/"))
    assert "Dromiek" in private


def test_the_same_word_elsewhere_is_hidden_too() -> None:
    text = "Dromiek vroeg of er nog plaats is. De lijst ligt bij Dromiek, en Dromieks broer helpt."
    assert "Dromiek" not in meeting(minutes(text))


@pytest.mark.parametrize(
    "text",
    [
        "Kwerul vroeg of er nog plaats is.",
        "Iemand vroeg of er nog plaats is.",
        "Niemand zei iets.",
        "Bewoner vroeg of er nog plaats is.",
        "Publiek vroeg naar de prijs.",
        "Zaal vroeg naar de prijs.",
        "Onderzoek zegt dat het werkt.",
        "Thuiszorg meldt dat de lijst klaar is.",
        "Gemeente vraagt een nota.",
        "Meerderheid vindt dat te duur.",
        "Beweging zegt veel mensen iets. Die beweging groeit.",
        "Mechelen vroeg een nota.",
        "Ouders vroegen een nota.",
        "Vormingsbudget meldt een tekort.",
        "Wat vroeg de groep?",
        "Daarna vroeg iedereen het woord.",
        "Leuvense huisartsen zeggen dat ook.",
        "Navraag zegt dat het klopt.",
        "BelRAI geeft aan wat nodig is.",
        "Zorgatlas geeft aan wat nodig is.",
    ],
)
def test_what_is_no_name_of_somebody_stays(text: str) -> None:
    assert text in meeting(minutes(text))
