"""Somebody in a plan whose surname is the name of a house too stays private, and the house itself does not."""

from __future__ import annotations

import pytest
import yaml

from elzctl.intake.plan.take import PlanOptions, take_plan
from elzctl.intake.readers.read import read
from elzctl.intake.taken import Taken

PATH = "plan/actions/soep-verdelen.md"


def taken(*lines: str) -> Taken:
    head = (
        "Actieplan 2026 ELZ Waterkant\n\nStrategische doelstelling 1: Zorg\n\nOperationele doelstelling 1.1: Thuis\n\n"
    )
    text = "\n\n".join(("1.1.1 Soep verdelen", *lines, "1.1.2 Brood bakken", "Waarom? Daarom."))
    return take_plan(read("plan.txt", f"{head}{text}\n".encode()), PlanOptions())


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("Partners: Ferm, Lies Samana, OCMW Waterkant", "Lies"),
        ("Trekker: Karel Ferm", "Karel"),
        ("Wat? Roos Okra belt rond en Samana helpt.", "Roos"),
        ("Wat? We vragen het aan Emma Helan.", "Emma"),
    ],
)
def test_a_first_name_before_a_house_is_somebody(line: str, name: str) -> None:
    found = taken(line)
    public = {path: text for path, text in found.files.items() if not path.startswith("private/")}
    assert PATH in public
    assert not [path for path, text in public.items() if name in text or name.lower() in text]


@pytest.mark.parametrize("house", ["Iris Vlaanderen", "Alma Thuiszorg", "Rode Kruis", "Huis Samana", "Samana"])
def test_a_house_with_the_word_of_another_one_is_a_house(house: str) -> None:
    values = yaml.safe_load(taken(f"Partners: {house}, OCMW Waterkant").files[PATH].split("---\n")[1])
    assert len(values["partners"]) == 2
