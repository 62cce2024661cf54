"""Sentences in the present that say that somebody does something once: a point, as a guess.  All names are made up."""

from __future__ import annotations

from datetime import date

import pytest

from elzctl.intake.ledger import Certainty
from elzctl.intake.minutes.take import MinutesOptions, take_minutes
from elzctl.intake.readers.read import read
from elzctl.intake.taken import Taken
from elzctl.terms import Tongue
from elzctl.wording import Language

TODAY = date(2026, 11, 26)
ENGLISH = Language("en")
HEAD = "Aanwezig: Nele Proefman (CAW Meer), Jef Testman (OCMW Meer), Wout Staalman (Logo Meer), Stad Meer, Familiehulp"


def minutes(text: str, *, head: str = HEAD) -> Taken:
    whole = f"Verslag buurtoverleg\nDatum: 5 november 2026\n{head}\n\n1. Stand\n{text}\n\n2. Slot\nGeen.\n"
    return take_minutes(read("verslag.txt", whole.encode()), MinutesOptions(None, None, Tongue.NL, TODAY))


def written(found: Taken) -> str:
    return next(text for path, text in found.files.items() if path.startswith("meetings/2"))


def stand(found: Taken) -> str:
    return written(found).partition("## 1. Stand\n")[2].partition("## 2. Slot")[0].strip()


def remarks(found: Taken) -> str:
    return "\n".join(map(ENGLISH, found.remarks))


@pytest.mark.parametrize(
    ("text", "point"),
    [
        (
            "Nele gaat langs bij de mensen in de Dorpsstraat.",
            "[persoon 1] gaat langs bij de mensen in de Dorpsstraat @caw-meer",
        ),
        (
            "Nele + Jef gaan langs bij de buren.",
            "[persoon 1] + [persoon 2] gaan langs bij de buren @caw-meer @ocmw-meer",
        ),
        (
            "Nele en Jef gaan langs bij de buren.",
            "[persoon 1] en [persoon 2] gaan langs bij de buren @caw-meer @ocmw-meer",
        ),
        ("Jef regelt de soep!!", "[persoon 1] regelt de soep!! @ocmw-meer"),
        (
            "Jef brengt speelgoed mee zodat de kindjes kunnen spelen.",
            "[persoon 1] brengt speelgoed mee zodat de kindjes kunnen spelen @ocmw-meer",
        ),
        ("Wout belt de drukker nog eens.", "[persoon 1] belt de drukker nog eens @logo-meer"),
        ("Familiehulp bezorgt 50 flyers aan de balie.", "Familiehulp bezorgt 50 flyers aan de balie @familiehulp"),
        ("Stad Meer maakt een bordje voor de babbelbank.", "Stad Meer maakt een bordje voor de babbelbank @stad-meer"),
        (
            "Daarna maakt Nele een nieuwe versie en mailt die rond.",
            "Daarna maakt [persoon 1] een nieuwe versie en mailt die rond @caw-meer",
        ),
        (
            "CAW Meer en OCMW Meer zitten eens samen rond schuldhulp.",
            "CAW Meer en OCMW Meer zitten eens samen rond schuldhulp @caw-meer @ocmw-meer",
        ),
        (
            "Wout polst bij de leerkrachten welke klassen meedoen.",
            "[persoon 1] polst bij de leerkrachten welke klassen meedoen @logo-meer",
        ),
        ("Nele zorgt voor koffie.", "[persoon 1] zorgt voor koffie @caw-meer"),
        ("Jef stelt een brief op voor de buren.", "[persoon 1] stelt een brief op voor de buren @ocmw-meer"),
        ("Ondertussen bestelt Jef nog vier stoelen.", "Ondertussen bestelt [persoon 1] nog vier stoelen @ocmw-meer"),
    ],
)
def test_who_does_it_in_the_present_gives_a_point_as_a_guess(text: str, point: str) -> None:
    found = minutes(text)
    assert stand(found) == f"- [ ] {point}"
    entry = next(one for one in found.account.entries if one.field == "points[1]")
    assert entry.certainty is Certainty.GUESSED


@pytest.mark.parametrize(
    "text",
    [
        "Nele ging langs bij de buren.",
        "Nele belde de drukker.",
        "Gaat Nele langs bij de buren?",
        "Nele zou een brief maken.",
        "Nele wil een brief maken.",
        "Nele maakt elke week een brief.",
        "Nele maakt zich zorgen over de buren.",
        "Jef stelt de werking voor.",
        "Jef neemt deel aan de opleiding.",
        "Familiehulp bezorgt maaltijden aan huis.",
        "Familiehulp brengt de medicatie rond bij mensen.",
        "Stad Meer maakt folders.",
        "CAW Meer contacteert de gezinnen.",
        "Stad Meer maakt een fout als ze niet luistert.",
        "Nele maakt momenteel een lijst.",
        "Wout legt uit hoe de aanvraag werkt.",
        "Wout brengt verslag uit.",
        "Nele bezorgt de flyers niet.",
        "Logo Meer start in januari met een groep.",
        "Daarna maakte Nele een nieuwe versie.",
        "Ook Nele maakt zich zorgen.",
    ],
)
def test_what_was_or_is_wished_or_done_time_and_again_is_no_point(text: str) -> None:
    found = minutes(text)
    assert "- [ ]" not in stand(found)


# What stays text is named


@pytest.mark.parametrize(
    "text",
    [
        "Uitnodiging moet deze week buiten!! Nele maakt, Jef kijkt na.",
        "De school wil weer meedoen; Wout polst bij de leerkrachten welke klassen.",
        "Samenlevingsopbouw maakt folders, Nele belt de drukker.",
        "Er komt een avond; Jef zal dat mee bekendmaken.",
        "De uitnodiging moet deze week buiten.",
        "De leden doen mee, akkoord om de zaal te huren.",
        "Nele is er vrijdag niet bij en Jef regelt dan de soep.",
        "Jef denkt na en brengt volgende keer cijfers mee.",
        "Samen met de buren hangt Jef tegen kerst lampjes op.",
    ],
)
def test_what_somebody_may_have_promised_is_named(text: str) -> None:
    found = minutes(text)
    words = max((one.strip(".,;!") for one in text.split() if one.islower()), key=len)
    assert "[ ]" in written(found) or words in remarks(found)


@pytest.mark.parametrize(
    "text",
    [
        "Wout legt uit dat er vanaf 1 december extra controles zijn.",
        "Nele maakt zich zorgen over de buren.",
        "Familiehulp heeft veel werk, ze zoeken mensen.",
        "Stad Meer maakt folders.",
        "Nele vertelt over de werking.",
        "Jef vond de zaal te klein en Nele de prijs te hoog.",
    ],
)
def test_what_is_only_told_is_not_named(text: str) -> None:
    found = minutes(text)
    assert "[ ]" not in written(found)
    assert text.rsplit(maxsplit=1)[-1] not in remarks(found)


def test_a_lone_task_in_a_list_with_others_is_named() -> None:
    found = minutes(
        "- Nele bundelt alle folders in een map (tegen kerst)\n- lijst deelnemers rondsturen\n- veel mensen"
    )
    assert "- [ ] [persoon 1] bundelt alle folders" in written(found)
    assert "rondsturen" in remarks(found)
    assert "veel mensen" not in remarks(found)


def test_infinitives_of_a_list_that_tells_no_tasks_are_not_named() -> None:
    found = minutes("De werking in het kort:\n- gezond koken\n- samen bewegen\n- mensen samenbrengen")
    assert "samenbrengen" not in remarks(found)


def test_what_an_event_says_that_somebody_will_do_is_named() -> None:
    found = minutes(
        "Er is op donderdag 28 januari 2027 om 20 uur een infoavond over slapen; Jef zal dat mee bekendmaken."
    )
    assert "EVENEMENT" in written(found)
    assert "bekendmaken" in remarks(found)


@pytest.mark.parametrize(
    "text", ["Budget: akkoord om 250 euro te gebruiken.", "Prijs van de zaal: akkoord met 50 euro per keer."]
)
def test_a_topic_before_akkoord_is_a_decision(text: str) -> None:
    assert stand(minutes(text)) == f"BESLUIT: {text}"


@pytest.mark.parametrize("text", ["Nele: akkoord om de zaal te lenen.", "OCMW Meer: akkoord om de zaal te lenen."])
def test_one_that_agrees_is_no_decision_and_is_named(text: str) -> None:
    found = minutes(text)
    assert "BESLUIT" not in written(found)
    assert "akkoord" in remarks(found)


@pytest.mark.parametrize(
    ("text", "point"),
    [
        ("Jef → broodjes bestellen, 80 man", "broodjes bestellen, 80 man @ocmw-meer"),
        ("Familiehulp → nieuwe gegevens doorgeven", "nieuwe gegevens doorgeven @familiehulp"),
        ("Jef: bankjes navragen", "bankjes navragen @ocmw-meer"),
        ("Logo Meer: affiches ophangen in de bib", None),
        ("Bankjes navragen: Jef", "Bankjes navragen @ocmw-meer"),
        ("Affiches bestellen (Logo Meer)", "Affiches bestellen @logo-meer"),
        ("Affiches bestellen: Nele en Jef", "Affiches bestellen @caw-meer @ocmw-meer"),
    ],
)
def test_a_task_with_a_name_before_or_behind_it_is_a_guess(text: str, point: str | None) -> None:
    found = minutes(text)
    if point is None:
        assert "- [ ]" not in stand(found)
        return
    assert stand(found) == f"- [ ] {point}"
    assert next(one for one in found.account.entries if one.field == "points[1]").certainty is Certainty.GUESSED


@pytest.mark.parametrize(
    "text",
    [
        "Jef: de zaal was te klein om te zitten",
        "Voor wie: mensen en gezinnen",
        "Affiches bestellen: 50 euro",
        "De bus → niemand kan er zitten",
        "Samen eten: gezond en goedkoop",
    ],
)
def test_other_words_with_a_colon_or_an_arrow_are_no_task(text: str) -> None:
    assert "- [ ]" not in stand(minutes(text))
