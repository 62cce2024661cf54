"""What was read and does not look so is told as a guess."""

from datetime import date

import pytest

from elzctl.intake.job import Read, take_minutes
from elzctl.intake.ledger import Account, Certainty, Entry
from elzctl.intake.minutes.take import MinutesOptions
from elzctl.intake.second_look import second_look
from elzctl.intake.taken import Taken


def looked_at(field: str, name: str, words: str) -> Entry:
    entry = Entry("plan/actions/a.md", field, "x", Certainty.READ, words, (0,))
    taken = Taken({"plan/actors.yaml": f"x:\n  name: '{name}'\n"}, Account((), (entry,), ()))
    (found,) = second_look(taken).account.entries
    return found


@pytest.mark.parametrize(
    "name",
    [
        "Nog geen",
        "Zijn verontschuldigd en gaven volmacht",
        "Wordt gezocht door wie",
        "samana?",
        "De partner die dit niet doet",
    ],
)
@pytest.mark.parametrize("field", ["lead", "partners", "present", "points[2].owner", "steps[1].lead"])
def test_half_a_sentence_is_no_name_that_was_read(name: str, field: str) -> None:
    found = looked_at(field, name, name)
    assert (found.certainty, found.value) == (Certainty.GUESSED, "x")
    assert found.reason is not None


@pytest.mark.parametrize(
    "name",
    [
        "OCMW Meer",
        "Te Gek!?",
        "Iedereen Leest",
        "apothekers",
        "Kind en Gezin",
        "Kom op tegen Kanker",
        "i-mens",
        "Zijn-vzw",
    ],
)
def test_names_stay_read(name: str) -> None:
    assert looked_at("lead", name, name).certainty is Certainty.READ


def test_a_name_of_many_small_words_is_no_name_but_of_partners() -> None:
    name = "Organisaties met ervaring over gezond leven thuis"
    assert looked_at("points[1].owner", name, name).certainty is Certainty.GUESSED
    assert looked_at("partners", name, name).certainty is Certainty.READ


@pytest.mark.parametrize("field", ["title", "location", "next.location", "series"])
def test_what_somebody_was_taken_out_of_is_no_title_and_no_place_that_was_read(field: str) -> None:
    entry = Entry("meetings/a.md", field, "Bestuur [persoon 1] Meer", Certainty.READ, "Bestuur OCMW Meer", (0,))
    (found,) = second_look(Taken({}, Account((), (entry,), ()))).account.entries
    assert found.certainty is Certainty.GUESSED
    point = entry._replace(field="points[1]")
    assert second_look(Taken({}, Account((), (point,), ()))).account.entries == (point,)


def test_other_fields_and_guesses_stay_as_they_are() -> None:
    assert looked_at("title", "Nog geen", "Nog geen").certainty is Certainty.READ


def test_who_was_not_there_is_not_read_as_present() -> None:
    assert looked_at("present", "OCMW Meer", "OCMW Meer, volmacht aan Okra").certainty is Certainty.GUESSED
    assert looked_at("present", "OCMW Meer", "OCMW Meer, Okra").certainty is Certainty.READ
    assert looked_at("excused", "OCMW Meer", "OCMW Meer (verontschuldigd)").certainty is Certainty.READ


def test_lists_that_stand_behind_each_other_stay_read() -> None:
    text = "Verslag werkgroep wonen\nDatum: 5 november 2026\nAanwezig: OCMW Meer, Okra. Verontschuldigd: CAW Heide\n1. Stand\nGoed.\n"
    found = take_minutes("a.txt", text.encode(), None, MinutesOptions(None, None, None, date(2026, 11, 20)))
    assert isinstance(found, Read)
    told = {one.field: one.certainty for one in found.taken.account.entries}
    assert told["excused"] is Certainty.READ
