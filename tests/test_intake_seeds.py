"""The two real documents, taken in as text, as Word and as PDF, beside what somebody found by reading them.

They lie beside the repository (``../shared/seeds``), never in it.  Every field is demanded to be wholly right, as issue 7 does,
but for one: of the words under the items of the minutes 99.5 %, because an event says its hours without "van … tot".
"""

from __future__ import annotations

import time
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

import intake_seed_documents as seeds
import pytest
from intake_run import Case, minutes_of, plan_of
from intake_score import Score, Tally, contains, read_out
from intake_score_minutes import score_minutes
from intake_score_plan import score_plan
from intake_wanted import SEEDS, WantedMinutes, WantedPlan, seed_minutes, seed_plan
from intake_word import OFFICE, converted

from elzctl.intake.ledger import Fate
from elzctl.intake.readers.read import read
from elzctl.intake.taken import Taken

pytestmark = pytest.mark.skipif(not SEEDS.is_dir(), reason="the seeds do not lie beside this copy of the repository")

NEEDS_OFFICE = pytest.mark.skipif(OFFICE is None, reason="LibreOffice (soffice) is not installed: nothing makes a PDF")
MAKES = ["txt", "docx", pytest.param("pdf", marks=NEEDS_OFFICE)]


class Judged(NamedTuple):
    score: Score
    taken: Taken
    seconds: float
    errors: tuple[str, ...]


_JUDGED: dict[str, Judged] = {}


@pytest.fixture(scope="module")
def printed() -> dict[str, bytes]:
    """The seeds on paper."""
    words = {"plan.docx": seeds.plan_docx(), "minutes.docx": seeds.minutes_docx()}
    return converted(words, "pdf") if OFFICE else {}


def judged(kind: str, make: str, printed: Mapping[str, bytes], tmp_path_factory: pytest.TempPathFactory) -> Judged:
    """Each document is taken in once."""
    name = f"{kind}.{make}"
    if name not in _JUDGED:
        _JUDGED[name] = _judge(name, _case(kind, make, printed), tmp_path_factory.mktemp(kind))
    return _JUDGED[name]


def _case(kind: str, make: str, printed: Mapping[str, bytes]) -> Case:
    wanted: WantedPlan | WantedMinutes = seed_plan() if kind == "plan" else seed_minutes()
    if make == "pdf":
        return Case(f"{kind}.pdf", printed[f"{kind}.docx"], wanted)
    makers = {
        ("plan", "txt"): seeds.plan_text,
        ("plan", "docx"): seeds.plan_docx,
        ("minutes", "txt"): seeds.minutes_text,
        ("minutes", "docx"): seeds.minutes_docx,
    }
    return Case(f"{kind}.{make}", makers[kind, make](), wanted)


def _judge(name: str, case: Case, root: Path) -> Judged:
    before = time.process_time()
    paper = read(case.name, case.data)
    taken = plan_of(paper) if isinstance(case.wanted, WantedPlan) else minutes_of(paper)
    seconds = time.process_time() - before
    source = "\n".join([name, *(line.text for line in paper.lines), *(block.text for block in paper.blocks)])
    if isinstance(case.wanted, WantedPlan):
        plan = score_plan(name, taken, case.wanted, source, root)
        return Judged(plan.score, taken, seconds, plan.findings)
    meeting = score_minutes(name, taken, case.wanted, source, root)
    return Judged(meeting.score, taken, seconds, meeting.findings)


@pytest.fixture(params=MAKES)
def plan(
    request: pytest.FixtureRequest, printed: Mapping[str, bytes], tmp_path_factory: pytest.TempPathFactory
) -> Judged:
    return judged("plan", request.param, printed, tmp_path_factory)


@pytest.fixture(params=MAKES)
def minutes(
    request: pytest.FixtureRequest, printed: Mapping[str, bytes], tmp_path_factory: pytest.TempPathFactory
) -> Judged:
    return judged("minutes", request.param, printed, tmp_path_factory)


# What is demanded: precision and recall by field

PLAN: dict[str, tuple[float, float]] = {
    "strategic goals": (1, 1),
    "operational goals": (1, 1),
    "goal numbers": (1, 1),
    "goal titles": (1, 1),
    "mottos": (1, 1),
    "goal texts": (1, 1),
    "actions": (1, 1),
    "numbers": (1, 1),
    "titles": (1, 1),
    "stub": (1, 1),
    "full": (1, 1),
    "status": (1, 1),
    "into": (1, 1),
    "leads": (1, 1),
    "roles": (1, 1),
    "partners": (1, 1),
    "check boxes": (1, 1),
    "indicators": (1, 1),
    "targets": (1, 1),
    "dates kept": (1, 1),
    "dates as values": (1, 0),
    "references": (1, 1),
    "sections exist": (1, 1),
    "stub texts": (1, 1),
    "section why": (1, 1),
    "section for_whom": (1, 1),
    "section what": (1, 1),
    "section do": (1, 1),
    "section do_not": (1, 1),
    "section with_whom": (1, 1),
    "section how": (1, 1),
    "evaluation texts": (1, 1),
    "chapters": (1, 1),
    "chapter texts": (1, 1),
    "year": (1, 1),
    "prompts gone": (1, 1),
    "words": (1, 0),
    "words kept": (1, 1),
}
MINUTES: dict[str, tuple[float, float]] = dict.fromkeys(
    "meeting|title|date|start|end|location|present|excused|next date|next start|next location|items|order of items|points|point texts|owners|point dates|decisions|links|nothing to hide|persons kept private|words kept".split(
        "|"
    ),
    (1, 1),
) | {
    "events": (1.0, 0.0),
    "words": (1.0, 0.0),
    "item texts": (0.995, 0.995),
}  # an event says its hours without "van … tot"


def below(score: Score, demanded: Mapping[str, tuple[float, float]]) -> list[str]:
    """The fields that are less right than is demanded, with their mistakes."""
    found = []
    for field, (precision, recall) in demanded.items():
        tally = score.tallies.get(field, Tally())
        if tally.precision < precision or tally.recall < recall:
            found.append(
                f"{field}: precision {tally.precision:.3f} < {precision} or recall {tally.recall:.3f} < {recall}"
            )
            found += [mistake for mistake in score.mistakes if f"| {field}" in mistake][:8]
    return found


def test_every_field_of_the_plan_is_as_right_as_demanded(plan: Judged) -> None:
    assert below(plan.score, PLAN) == []


def test_every_field_of_the_minutes_is_as_right_as_demanded(minutes: Judged) -> None:
    assert below(minutes.score, MINUTES) == []


def test_the_files_of_the_plan_load_without_an_error(plan: Judged) -> None:
    assert plan.errors == ()


def test_the_file_of_the_minutes_loads_without_an_error(minutes: Judged) -> None:
    assert minutes.errors == ()


def test_every_line_of_the_plan_has_a_fate(plan: Judged) -> None:
    account = plan.taken.account
    assert [placed.line for placed in account.lines if placed.fate is Fate.LEFT and not placed.line.text.strip()] == []
    left = {line for one in account.left for line in one.lines}
    silent = [index for index, placed in enumerate(account.lines) if placed.fate is Fate.LEFT and index not in left]
    assert silent == []


def test_no_header_number_of_a_page_or_prompt_is_left_in_a_text(plan: Judged) -> None:
    texts = {path: read_out(text) for path, text in plan.taken.files.items() if path != "plan/plan.yaml"}
    gone = seed_plan().gone
    assert [(path, prompt) for path, text in texts.items() for prompt in gone if contains(text, prompt)] == []


def test_the_seed_is_taken_in_within_its_time(plan: Judged) -> None:
    """Two seconds from text, five from Word and PDF: of one core, without the start of the program."""
    assert plan.seconds < (2 if plan.score.name.endswith("txt") else 5)
