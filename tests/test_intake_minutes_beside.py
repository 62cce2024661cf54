"""Lists of those that were there: what is said beside a name, sentences in them, names that go on, and services.

All names of people are placeholders.
"""

from __future__ import annotations

import re
from datetime import date

import pytest

from elzctl.intake.accounted import accounted
from elzctl.intake.ledger import Certainty
from elzctl.intake.minutes.take import MinutesOptions, take_minutes
from elzctl.intake.minutes.words import label_kind
from elzctl.intake.readers.read import read
from elzctl.intake.taken import Taken
from elzctl.terms import Tongue

TODAY = date(2026, 11, 26)


def taken(listing: str, text: str = "Goed.") -> Taken:
    whole = f"Verslag zorgoverleg\nDatum: 5 november 2026\n{listing}\n\n1. Stand\n\n{text}\n"
    return accounted(take_minutes(read("verslag.txt", whole.encode()), MinutesOptions(None, None, Tongue.NL, TODAY)))


def meeting(found: Taken) -> str:
    return next(text for path, text in found.files.items() if path.startswith("meetings/2"))


def field(found: Taken, key: str) -> str:
    match = re.search(rf"(?m)^{key}: \[(.*)\]$", meeting(found))
    return match[1] if match is not None else ""


def private(found: Taken, kind: str) -> str:
    return "".join(text for path, text in found.files.items() if path.startswith(f"private/{kind}"))


def unclear(found: Taken) -> list[str]:
    return [one.words for one in found.account.entries if one.certainty is Certainty.UNCLEAR]


# What is said beside a name


def test_what_is_said_beside_an_organisation_is_kept_in_private_and_told() -> None:
    found = taken(
        "Aanwezig: Gemeente Meer (tot 20u30), CAW Meer (waarnemend lid)\n"
        "Verontschuldigd: OCMW Meer (volmacht aan de voorzitter), Okra (ziek)"
    )
    assert field(found, "present") == "gemeente-meer, caw-meer"
    assert field(found, "excused") == "ocmw-meer, okra"
    notes = private(found, "verslag")
    for words in (
        "Gemeente Meer (tot 20u30)",
        "CAW Meer (waarnemend lid)",
        "OCMW Meer (volmacht aan de voorzitter)",
        "Okra (ziek)",
    ):
        assert words in notes
    assert "ziek" not in meeting(found)
    assert any("beside the names of organisations" in one.text for one in found.remarks)
    assert not found.account.left


def test_an_aside_behind_a_comma_or_a_dash_is_no_organisation() -> None:
    found = taken(
        "Aanwezig:\n- Logo Meerland - vanaf 20u\n- Okra, enkel punt 2\n- Neos, online\n- CAW Meer – sloot online aan\n- Gemeente Meer – Sociaal Huis"
    )
    assert field(found, "present") == "logo-meerland, okra, neos, caw-meer, gemeente-meer-sociaal-huis"
    for words in ("Okra (enkel punt 2)", "CAW Meer (sloot online aan)"):
        assert words in private(found, "verslag")


@pytest.mark.parametrize("sign", [", vertegenwoordigd door {}", " (vertegenwoordigd door {})"])
def test_who_speaks_for_an_organisation_is_of_it(sign: str) -> None:
    found = taken(f"Aanwezig:\n- Gemeente Meer{sign.format('Xandrine Omegabeta')}\n- Okra")
    assert field(found, "present") == "gemeente-meer, okra"
    assert "Xandrine Omegabeta;Gemeente Meer;" in private(found, "deelnemers")
    assert not found.account.left


def test_what_somebody_is_replaced_by_is_noted_and_is_no_function() -> None:
    found = taken(
        "Aanwezig: Okra\nVerontschuldigd: OCMW Meer (vervangen door Xandrine Omegabeta), CAW Meer (vervangen door Neos)"
    )
    assert field(found, "excused") == "ocmw-meer, caw-meer"
    assert "Xandrine Omegabeta;OCMW Meer;;;verontschuldigd;vervangen door" in private(found, "deelnemers")
    assert "CAW Meer (vervangen door Neos)" in private(found, "verslag")


def test_what_stands_in_brackets_and_is_a_name_of_the_actor_is_no_aside() -> None:
    found = taken("Aanwezig: Koninklijk Apothekers Verbond (KAV), Okra")
    assert private(found, "verslag") == ""


def test_a_word_for_several_houses_of_a_kind_is_not_left_over() -> None:
    found = taken("Aanwezig: Okra, de huisartsenkringen van Meer en Dal, lokale besturen Gooik en Lennik")
    assert field(found, "present").count(",") == 4
    assert not found.account.left


# Sentences


@pytest.mark.parametrize(
    ("label", "kind"),
    [
        ("Zijn verontschuldigd en gaven volmacht", "excused"),
        ("De volgende leden zijn verontschuldigd", "excused"),
        ("De volgende organisaties gaven volmacht", "excused"),
        ("Niet aanwezig en verontschuldigd", "excused"),
        ("Verontschuldigd met volmacht", "excused"),
        ("Verontschuldigd en volmacht gegeven", "excused"),
        ("Zijn aanwezig of vertegenwoordigd", "present"),
        ("Niet aanwezig", "absent"),
        ("De volgende vergadering", ""),
        ("Met de leden van deze vergadering", ""),
    ],
)
def test_a_label_of_some_length(label: str, kind: str) -> None:
    assert label_kind(label) == kind or (not kind and label_kind(label) not in ("present", "excused", "absent"))


def test_a_paragraph_about_the_excused_behind_a_list_of_those_present() -> None:
    found = taken(
        "Zijn aanwezig:\n- Gemeente Meer\n- Okra\n\n"
        "Zijn verontschuldigd en gaven volmacht: OCMW Meer (volmacht aan Gemeente Meer) en Neos (volmacht aan Okra)."
    )
    assert field(found, "present") == "gemeente-meer, okra"
    assert field(found, "excused") == "ocmw-meer, neos"
    assert "OCMW Meer (volmacht aan Gemeente Meer)" in private(found, "verslag")


@pytest.mark.parametrize(
    "sentence",
    [
        "Neos is er vanaf punt 3",
        "Hadden geen bericht: Neos, Ferm",
        "Gaf geen antwoord",
        "Ferm neemt volgende keer deel",
    ],
)
def test_a_sentence_in_a_list_stays_in_the_text_and_is_told(sentence: str) -> None:
    found = taken(f"Aanwezig:\n- OCMW Meer\n- {sentence}")
    assert field(found, "present") == "ocmw-meer"
    assert sentence in meeting(found)
    assert sentence in unclear(found)


@pytest.mark.parametrize(
    ("line", "excused"),
    [
        ("Verontschuldigd waren OCMW Meer en Neos, die volmacht gaven aan Okra.", "ocmw-meer, neos"),
        ("Zij die volmacht gaven: OCMW Meer; Neos", "ocmw-meer, neos"),
        ("Gaven volmacht: OCMW Meer aan Okra, Neos aan Gemeente Meer", "ocmw-meer, neos"),
        ("Zijn afwezig met kennisgeving: OCMW Meer, Neos", "ocmw-meer, neos"),
        ("OCMW Meer en Neos hebben zich verontschuldigd en gaven volmacht.", "ocmw-meer, neos"),
        ("Verontschuldigd: Hulp aan Huis Meer", "hulp-huis-meer"),
        ("Wie van ons komt nog: OCMW Meer, Neos", ""),
    ],
)
def test_a_line_about_others_behind_a_list(line: str, excused: str) -> None:
    found = taken(f"Zijn aanwezig:\n- Gemeente Meer\n- Okra\n\n{line}")
    assert field(found, "present") == "gemeente-meer, okra"
    assert field(found, "excused") == excused


def test_a_sentence_about_a_proxy_of_people_is_told_and_names_nobody() -> None:
    line = "Xandro Ypsilonka (OCMW Meer) gaf volmacht aan Yva Omegabeta (Okra)"
    found = taken(f"Zijn aanwezig:\n- Gemeente Meer\n- Okra\n\n{line}.")
    assert field(found, "present") == "gemeente-meer, okra"
    assert "[persoon 1] (OCMW Meer) gaf volmacht aan [persoon 2] (Okra)" in meeting(found)
    assert line in unclear(found)


def test_a_sentence_that_may_begin_with_somebody_stays_private() -> None:
    found = taken("Aanwezig:\n- OCMW Meer\n- Quoosje sluit later aan")
    assert "Quoosje" not in "".join(text for path, text in found.files.items() if not path.startswith("private/"))
    assert "Quoosje sluit later aan" in private(found, "verslag")


@pytest.mark.parametrize(
    "name", ["SHM Elk zijn Huis", "Netwerk tegen Armoede", "Samen Sterk vzw", "Buren helpen Buren vzw"]
)
def test_a_name_that_holds_a_verb_as_names_do_is_one(name: str) -> None:
    found = taken(f"Aanwezig:\n- OCMW Meer\n- {name}")
    assert field(found, "present").count(",") == 1
    assert name in found.files["plan/actors.yaml"]


# Names that go on, and the text


@pytest.mark.parametrize(
    "name",
    [
        "Vereniging Personen met een Handicap Meerland",
        "Oudervereniging Kinderen met Diabetes Meer",
        "Stichting Mensen zonder Papieren Meer",
        "Huis voor Mensen in Armoede Meer",
        "Netwerk tegen Armoede Meerland",
        "Liga voor Mensen met Epilepsie",
    ],
)
@pytest.mark.parametrize("sign", ["{}, Okra", "\n- {}\n- Okra"])
def test_a_name_that_begins_with_a_kind_of_house_goes_on(name: str, sign: str) -> None:
    short = " ".join(name.split()[:-1])
    found = taken(f"Aanwezig: {sign.format(name)}", f"Volgens de {short} is dat te veel.")
    assert f"name: {name}" in found.files["plan/actors.yaml"]
    assert f"Volgens de {short} is dat te veel." in meeting(found)
    assert private(found, "deelnemers") == ""


def test_somebody_behind_what_this_one_does_is_still_found() -> None:
    found = taken("Aanwezig:\n- OCMW Meer onthaalster Xandrine Omegabeta\n- Okra")
    assert field(found, "present") == "ocmw-meer, okra"
    assert "Xandrine Omegabeta;OCMW Meer;onthaalster" in private(found, "deelnemers")


# Services


@pytest.mark.parametrize(
    ("told", "house", "note"),
    [
        ("straathoekwerk, OCMW Meer", "OCMW Meer", "straathoekwerk"),
        ("dienst thuiszorg, OCMW Meer", "OCMW Meer", "dienst thuiszorg"),
        ("Dienst Welzijn, Stad Meer", "Stad Meer", "Dienst Welzijn"),
        ("OCMW Meer, straathoekwerk", "OCMW Meer", "straathoekwerk"),
        ("thuisbegeleiding Huis Alma", "Huis Alma", "thuisbegeleiding"),
        ("team ouderenzorg van het OCMW Meer", "OCMW Meer", "team ouderenzorg"),
    ],
)
def test_the_house_of_a_known_kind_was_there_and_its_service_is_told(told: str, house: str, note: str) -> None:
    found = taken(f"Aanwezig: Xandrine Omegabeta ({told}), Okra")
    assert f"name: {house}\n" in found.files["plan/actors.yaml"]
    assert field(found, "present").count(",") == 1
    assert f"Xandrine Omegabeta;{house};;;aanwezig;{note}" in private(found, "deelnemers")
    assert not found.account.left


@pytest.mark.parametrize(
    "house",
    ["lokaal bestuur Meer", "palliatief netwerk Meerland", "i-mens", "woonzorgcentrum Huis Alma", "thuiszorg De Zon"],
)
def test_a_house_in_small_letters_is_no_service(house: str) -> None:
    found = taken(f"Aanwezig: Xandrine Omegabeta ({house}), Okra")
    assert f"Xandrine Omegabeta;{house};" in private(found, "deelnemers")


# Owners


@pytest.mark.parametrize(
    ("line", "point"),
    [
        ("Rondetafel plannen – Huis Alma – tegen 30/11/2026", "Rondetafel plannen @huis-alma tegen:2026-11-30"),
        (
            "Op bezoek gaan – Yva en Xandrine – in december",
            'Op bezoek gaan @ocmw-meer @huis-alma tegen:"december 2026"',
        ),
        ("Overleg plannen – in het voorjaar – Yva", 'Overleg plannen @ocmw-meer tegen:"voorjaar 2027"'),
        ("Fiche delen – via de website – tegen 1/12/2026", "Fiche delen – via de website tegen:2026-12-01"),
        ("Kaart maken – in de zaal – Okra", "Kaart maken – in de zaal @okra"),
    ],
)
def test_who_and_when_between_dashes(line: str, point: str) -> None:
    people = "Xandrine Omegabeta (thuisbegeleiding Huis Alma), Yva Ypsilonka (straathoekwerk, OCMW Meer), Okra"
    found = taken(f"Aanwezig: {people}", f"Actie: {line}")
    assert f"- [ ] {point}" in meeting(found).splitlines()


# Functions


def test_a_function_stands_for_no_name_where_the_sentence_says_it_already() -> None:
    text = (
        "De voorzitter, Xandrine Omegabeta, opent. Yva Ypsilonka treedt op als secretaris.\n\n"
        "Opgemaakt te Meerdorp, 6 november 2026\n\n"
        "Xandrine Omegabeta, voorzitter     Yva Ypsilonka, secretaris"
    )
    lines = meeting(taken("Aanwezig: Okra", text)).splitlines()
    assert "De voorzitter opent. [persoon 1] treedt op als secretaris." in lines
    assert "Opgemaakt te Meerdorp, 6 november 2026" in lines
    assert "De voorzitter, de secretaris" in lines


def test_a_function_before_a_title_and_a_name_stands_for_them() -> None:
    people = "Aanwezig: Xandrine Omegabeta (Okra), Neos"
    text = "De zitting wordt geopend door de voorzitter, mevrouw Xandrine Omegabeta, en daarna gesloten."
    assert "De zitting wordt geopend door de voorzitter en daarna gesloten." in meeting(taken(people, text))


@pytest.mark.parametrize("name", ["Gerard te Riele", "Bernard te Winkel"])
def test_a_first_name_before_te_is_of_somebody(name: str) -> None:
    assert name not in meeting(taken("Aanwezig: Okra", f"{name} vraagt uitleg."))
