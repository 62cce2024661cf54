"""What is known by its place on the command line has one name in every message of a language."""

from __future__ import annotations

import pytest

from elzctl.cli.meeting_questions import WhichSeries
from elzctl.cli.questions import Choice, Wrong
from elzctl.wording import Language


def test_a_fault_names_the_series_as_the_help_does() -> None:
    question = WhichSeries((Choice("1", "overleg", "Overleg zorg"),), "meetings/series.yaml")
    with pytest.raises(Wrong) as caught:
        question.read(["polder"], strict=True)
    assert Language("nl")(caught.value.message) == "REEKS: “polder” bestaat niet"
