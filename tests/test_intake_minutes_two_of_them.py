"""Two who each do something, days that are of something else, and words that belong to a name.  All names are placeholders."""

from __future__ import annotations

from datetime import date

import pytest

from elzctl.intake.minutes.take import MinutesOptions, take_minutes
from elzctl.intake.readers.read import read
from elzctl.intake.taken import Taken
from elzctl.terms import Tongue

TODAY = date(2026, 11, 26)
HEAD = "Verslag zorgoverleg\nDatum: 5 november 2026"
THERE = "Aanwezig: CAW Meer, Familiehulp, Saskia Omegabeta (OCMW Meer)"


def take(text: str) -> Taken:
    return take_minutes(read("verslag.txt", text.encode()), MinutesOptions(None, None, Tongue.NL, TODAY))


def minutes(text: str, *, there: str = THERE) -> Taken:
    return take(f"{HEAD}\n{there}\n\n1. Stand\n{text}\n\n2. Slot\nGeen.\n")


def file(found: Taken) -> str:
    return next(text for path, text in found.files.items() if path.startswith("meetings/2"))


def stand(found: Taken) -> list[str]:
    text = file(found).partition("## 1. Stand\n")[2].partition("## 2. Slot")[0]
    return [line for line in text.splitlines() if line.strip()]


def listed(found: Taken) -> str:
    return "\n".join(text for path, text in found.files.items() if path.endswith(".csv"))


def facts(text: str) -> dict[str, tuple[str, str]]:
    return {
        one.field: (one.value, one.certainty.name)
        for one in take(text).account.entries
        if one.field in ("date", "start", "end", "location")
    }


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        (
            "Afgesproken: Saskia vraagt tenten aan tegen 1/12. CAW Meer stuurt de folder rond tegen 10/12.",
            [
                "- [ ] [persoon 1] vraagt tenten aan @ocmw-meer tegen:2026-12-01",
                "- [ ] CAW Meer stuurt de folder rond @caw-meer tegen:2026-12-10",
            ],
        ),
        (
            "CAW Meer maakt een ontwerp tegen 1/12, Familiehulp kijkt na of de druk betaald kan worden tegen 8/12.",
            [
                "- [ ] CAW Meer maakt een ontwerp @caw-meer tegen:2026-12-01",
                "- [ ] Familiehulp kijkt na of de druk betaald kan worden @familiehulp tegen:2026-12-08",
            ],
        ),
        (
            "CAW Meer belt de drukker tegen 1/12; Familiehulp stuurt de folder rond tegen 10/12.",
            [
                "- [ ] CAW Meer belt de drukker @caw-meer tegen:2026-12-01",
                "- [ ] Familiehulp stuurt de folder rond @familiehulp tegen:2026-12-10",
            ],
        ),
        (
            "Dat smaakte naar meer. CAW Meer heeft het draaiboek en bezorgt het aan Familiehulp, die het tegen 20/11 rondstuurt.",
            [
                "Dat smaakte naar meer.",
                "- [ ] CAW Meer heeft het draaiboek en bezorgt het aan Familiehulp, die het tegen 20/11 rondstuurt @familiehulp tegen:2026-11-20",
            ],
        ),
    ],
)
def test_two_who_each_do_something_are_two(text: str, lines: list[str]) -> None:
    assert stand(minutes(text)) == lines


@pytest.mark.parametrize(
    "text",
    [
        "CAW Meer bezorgt de lijst aan Familiehulp, OCMW Meer en Okra tegen 9/12.",
        "Actie: CAW Meer maakt een lijst. De lijst wordt doorgestuurd tegen 1/12.",
        "Actie: de cijfers, met Saskia en CAW Meer, bezorgen tegen 12/12.",
    ],
)
def test_one_who_does_something_stays_one(text: str) -> None:
    assert len(stand(minutes(text))) == 1


def test_a_day_of_a_task_in_brackets_is_not_that_of_the_sentence() -> None:
    text = "Het rapport moet binnen zijn tegen 31 januari. Saskia schrijft dat, met hulp (cijfers doorgeven vóór 15 december aub)."
    (line,) = stand(minutes(text))
    assert line.endswith("@ocmw-meer tegen:2027-01-31")
    (line,) = stand(minutes("CAW Meer bezorgt de folder (tegen 3 december)."))
    assert line.endswith("@caw-meer tegen:2026-12-03")


@pytest.mark.parametrize(
    "text",
    [
        "Saskia start volgende week met haar opleiding.",
        "Saskia gaat volgende maand met pensioen.",
        "Saskia schrijft dat het lukt tegen 4 december.",
        "Hij stelt voor om dit te doen.",
        "Vervolgens meldt CAW Meer dat het lukt.",
    ],
)
def test_news_is_no_task_and_a_word_at_the_head_no_name(text: str) -> None:
    assert stand(minutes(text)) == [text.replace("Saskia", "[persoon 1]")]


def test_a_pronoun_at_the_head_is_not_asked_about_either() -> None:
    told = minutes("Hij stelt voor om dit te doen. Hij vraagt dat.").remarks
    assert not any("Hij" in str(dict(one.args).get("names", "")) for one in told)


def test_a_name_before_what_people_say_is_one_still() -> None:
    assert stand(minutes("Quooter stelt voor om dit te doen.")) == ["[persoon 1] stelt voor om dit te doen."]


def test_a_short_title_belongs_to_the_name_and_who_came_later_was_there() -> None:
    there = (
        "Wie: Mieke (LDC De Linde), apr. Bart Ypsilon (apothekersbond). Later aangesloten: Karel van het OCMW Torhout. "
        "Excuses van Dorien (WZC De Bron)."
    )
    found = minutes("Niets.", there=there)
    assert "present: [ldc-linde, apothekersbond, ocmw-torhout]\nexcused: [wzc-bron]" in file(found)
    assert "Bart Ypsilon;apothekersbond;apr.;;aanwezig" in listed(found)
    assert "Karel;OCMW Torhout;;;aanwezig;Later aangesloten" in listed(found)
    found = minutes("Niets.", there="Aanwezig: Okra, CAW Meer, ocmw. Verontschuldigd: Ferm.")
    assert "excused: [ferm]" in file(found)


@pytest.mark.parametrize("last", ["en ikzelf", ", allen", ", okra"])
def test_a_small_word_before_a_sentence_is_no_title(last: str) -> None:
    there = (
        f"Waren er: Koen (OCMW Meer), Fatima (CAW Meer) {last}. Hilde van het ziekenfonds kon er helaas niet bij zijn."
    )
    assert "present: [ocmw-meer, caw-meer" in file(minutes("Niets.", there=there))


def test_a_line_that_breaks_off_behind_a_small_word_goes_on() -> None:
    found = minutes(
        "Niets.", there="Aanwezig: Mieke (LDC De Linde), Karel van het\nOCMW Torhout. Excuses van Dorien (WZC De Bron)."
    )
    assert "present: [ldc-linde, ocmw-torhout]\nexcused: [wzc-bron]" in file(found)


def test_dr_is_no_function_that_stands_for_a_name() -> None:
    there = "Aanwezig: Okra, dr. Jan Ypsilon (huisartsenkring)\nVolmachten: Ferm (volmacht aan dr. Jan Ypsilon)"
    text = "".join(file(minutes("Jan Ypsilon vindt dit goed.", there=there)))
    assert "De dr." not in text
    assert "Ypsilon" not in text


def test_a_house_behind_van_that_the_document_names_so() -> None:
    there = "Aanwezig: Okra, zorgcoördinator Leen van De Klimop, Tom van De Velde"
    found = minutes("We zijn te gast in basisschool De Klimop.", there=there)
    assert "present: [okra, klimop]" in file(found)
    assert "Leen;De Klimop;zorgcoördinator" in listed(found)
    assert "Tom van De Velde;;" in listed(found)
    assert any(one.words == "Tom van De Velde" for one in found.account.entries if one.certainty.name == "UNCLEAR")


def test_who_could_not_come_and_of_which_house() -> None:
    there = "Aanwezig: Okra, CAW Meer\n\nHilde van het ziekenfonds kon er helaas niet bij zijn."
    assert "excused: [ziekenfonds]" in file(minutes("Niets.", there=there))
    found = minutes("Niets.", there="Aanwezig: Okra\nAfwezig: Lotte (verlof), Jo (Okra)")
    assert "Lotte;;;;afwezig;verlof" in listed(found)


BELOW = "\n\nAanwezig: CAW Meer, Okra\n\n1. Stand\nNiets.\n\n"


def test_the_line_under_the_title_is_of_the_meeting_and_the_last_day_of_who_signs() -> None:
    line = "maandag 9 november, van 14 u tot 16 u in de refter van basisschool De Klimop (Kerkstraat 8, Meer)"
    for year, signed in ((2026, "10 november 2026"), (2020, "12 november 2020")):
        found = facts(f"Verslag buurt\n\n{line}{BELOW}ELZ Meer – Meer, {signed}\n")
        assert found["date"] == (f"{year}-11-09", "GUESSED")
        assert found["start"][0] == "14u"
        assert found["end"][0] == "16u"
        assert found["location"] == ("refter van basisschool De Klimop (Kerkstraat 8, Meer)", "GUESSED")


def test_no_place_goes_on_behind_a_mark_or_a_sign() -> None:
    mail = (
        "Van: A B <a@b.be>\nVerzonden: woensdag 7 oktober 2026 09:12\nAan: C D\nOnderwerp: Verslag zorgoverleg 6 oktober\n\n"
        "Bedankt voor jullie komst gisteren naar het dienstencentrum De Linde in Meer! 😊 Hieronder wat we besproken hebben "
        "(13u30 tot 15u30).\n\n1. Stand\nNiets.\n"
    )
    assert facts(mail)["location"] == ("dienstencentrum De Linde in Meer", "GUESSED")
    reason = next(one.reason for one in take(mail).account.entries if one.field == "date")
    assert reason is not None
    assert "mail" in reason.text
    text = f"{HEAD}\nAanwezig: Okra\n\nDe vergadering vond plaats in het gemeentehuis van Meer, Kerkstraat 10, en werd geopend om 20 uur.\n\n1. Stand\nNiets.\n"
    assert facts(text)["location"][0] == "gemeentehuis van Meer, Kerkstraat 10"


def test_a_number_behind_the_word_for_minutes_makes_no_other_series() -> None:
    found = take(f"Verslag stuurgroep vallen – verslag 3\nDatum: 5 november 2026{BELOW}")
    assert "series: stuurgroep-vallen\n" in file(found)


def test_a_street_called_after_somebody_is_no_person_and_tg_is_by() -> None:
    assert stand(minutes("We zitten bij OCMW Meer (Albert Van Ypsilonstraat 18).")) == [
        "We zitten bij OCMW Meer (Albert Van Ypsilonstraat 18)."
    ]
    assert stand(minutes("Actie: CAW Meer past het plan aan tg 15 dec")) == [
        "- [ ] CAW Meer past het plan aan @caw-meer tegen:2026-12-15"
    ]
