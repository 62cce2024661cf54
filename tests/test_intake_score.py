"""The score of an import notices what went wrong: otherwise its figures would say nothing."""

from __future__ import annotations

from pathlib import Path

import pytest
from intake_plans import fiches
from intake_run import plan_of
from intake_score_plan import score_plan

from elzctl.intake.readers.read import read
from elzctl.intake.taken import Taken


def _score(taken: Taken, source: str, root: Path) -> tuple[set[str], list[str]]:
    """The fields that are not wholly right, and the mistakes."""
    score = score_plan("fiches", taken, fiches().wanted, source, root).score
    return {field for field, one in score.tallies.items() if one.precision < 1 or one.recall < 1}, score.mistakes


def _taken() -> tuple[Taken, str]:
    paper = read("fiches.docx", fiches().data)
    return plan_of(paper), "\n".join(line.text for line in paper.lines)


def test_a_right_import_has_no_mistakes(tmp_path: Path) -> None:
    assert _score(*_taken(), tmp_path) == (set(), [])


@pytest.mark.parametrize(
    ("before", "after", "fields"),
    [
        (
            "Mantelzorgers zeggen dat zij te laat horen welke steun er bestaat.",
            "",
            {"section why", "sections exist", "words kept"},
        ),
        ("te laat horen", "horen te laat", {"texts in order", "words kept"}),
        ("Een gids op papier", "Een gids op perkament", {"section what", "words", "words kept"}),
        ("lead: [dienstencentrum-linde]", "lead: [ocmw-bergdal]", {"leads"}),
        ("ziekenfonds-horizon, ", "", {"partners"}),
        ("title: Een wegwijzer", "title: De wegwijzer", {"titles"}),
        ("target: 500", "target: 50", {"targets"}),
        ("number: 1.1.1", "number: 1.1.9", {"numbers"}),
        ("- Gegevens verzamelen bij de zes diensten\n", "", {"section do", "words kept"}),
        ("status: stopped", "status: running", {"stub", "status", "states"}),
    ],
)
def test_a_mistake_costs_its_field(before: str, after: str, fields: set[str], tmp_path: Path) -> None:
    taken, source = _taken()
    assert any(before in text for text in taken.files.values()), list(taken.files.values())
    changed = {path: text.replace(before, after) for path, text in taken.files.items()}
    wrong, mistakes = _score(taken._replace(files=changed), source, tmp_path)
    assert wrong & fields
    assert mistakes
