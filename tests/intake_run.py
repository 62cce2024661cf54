"""Runs the import on the seeds and on our own documents, and prints how right it is.

``python tests/intake_run.py [plan] [minutes] [unseen] [seeds] [--office]``: every mistake in a line, then the scores.
"""

from __future__ import annotations

import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import intake_meetings
import intake_plans
import intake_seed_documents as seeds
import intake_unseen
from intake_score_minutes import score_minutes
from intake_score_plan import score_plan
from intake_wanted import WantedMinutes, WantedPlan, seed_minutes, seed_plan
from intake_word import converted

from elzctl.intake.minutes.take import MinutesOptions, take_minutes
from elzctl.intake.plan.take import PlanOptions, take_plan

if TYPE_CHECKING:
    from intake_score import Score

from elzctl.intake.paper import Paper
from elzctl.intake.readers.read import read
from elzctl.intake.taken import Taken

TODAY = date(2025, 11, 26)
REWRITTEN = 3
"""One of so many Word files is written again by LibreOffice; all are printed."""


class Case(NamedTuple):
    """A document and what must come out of it."""

    name: str
    data: bytes
    wanted: WantedPlan | WantedMinutes


def seed_cases(*, office: bool = False) -> list[Case]:
    """The seeds as text and as Word, and as PDF when LibreOffice may run."""
    plan, minutes = seed_plan(), seed_minutes()
    words = {"seed-plan.docx": seeds.plan_docx(), "seed-minutes.docx": seeds.minutes_docx()}
    found = [Case("seed-plan.txt", seeds.plan_text(), plan), Case("seed-minutes.txt", seeds.minutes_text(), minutes)]
    found += [Case(name, data, plan if "plan" in name else minutes) for name, data in words.items()]
    if office:
        found += [
            Case(name.replace("docx", "pdf"), data, plan if "plan" in name else minutes)
            for name, data in converted(words, "pdf").items()
        ]
    return found


def plan_cases() -> list[Case]:
    return [Case(f"{one.name}.{one.kind}", one.data, one.wanted) for one in (make() for make in intake_plans.ALL)]


def minutes_cases() -> list[Case]:
    return [Case(f"{one.name}.{one.kind}", one.data, one.wanted) for one in (make() for make in intake_meetings.ALL)]


def unseen_cases() -> list[Case]:
    plans, meetings = (make() for make in intake_unseen.PLANS), (make() for make in intake_unseen.MEETINGS)
    return [
        *(Case(f"{one.name}.{one.kind}", one.data, one.wanted) for one in plans),
        *(Case(f"{one.name}.{one.kind}", one.data, one.wanted) for one in meetings),
    ]


def office_cases(kinds: Iterable[str] = ("plan", "minutes")) -> Iterator[Case]:
    """What LibreOffice prints of the Word files, and the Word files that it writes itself.

    What was deleted, or is hidden, may stand on paper; such a plan is not printed.
    """
    makers = {"plan": plan_cases, "minutes": minutes_cases}
    cases = {f"{kind}-{case.name}": case for kind in kinds for case in makers[kind]() if case.name.endswith(".docx")}
    not_printed = {f"plan-{one.name}.docx" for one in (make() for make in intake_plans.ALL) if one.no_print}
    files = {name: case.data for name, case in cases.items()}
    for kind in ("pdf", "docx"):
        names = [name for name in files if name not in not_printed] if kind == "pdf" else list(files)[::REWRITTEN]
        made = converted({name: files[name] for name in names}, kind)
        for name, data in made.items():
            yield Case(f"office-{name.removesuffix('docx')}{kind}", data, cases[name].wanted)


def run(case: Case, root: Path) -> Score:
    """Takes the document in, in *root*, and compares."""
    paper = read(case.name, case.data)
    source = "\n".join(
        [case.name, paper.title, *(block.text for block in paper.blocks), *(line.text for line in paper.lines)]
    )
    if isinstance(case.wanted, WantedPlan):
        return score_plan(case.name, plan_of(paper), case.wanted, source, root).score
    return score_minutes(case.name, minutes_of(paper), case.wanted, source, root).score


def plan_of(paper: Paper) -> Taken:
    return take_plan(paper, PlanOptions(year=None, language=None, organisation="", today=TODAY))


def minutes_of(paper: Paper) -> Taken:
    return take_minutes(paper, MinutesOptions(series=None, plan=None, language=None, today=TODAY))


def show(cases: Iterable[Case], write: Callable[[str], object]) -> None:
    """Every mistake, and then the scores."""

    def said(line: str) -> None:
        write(f"{line}\n")

    scores = []
    for case in cases:
        before = time.perf_counter()
        with tempfile.TemporaryDirectory() as folder:
            try:
                score = run(case, Path(folder))
            except Exception as error:  # noqa: BLE001  # what any document makes of the import is what is asked
                said(f"{case.name} | FAILED | {type(error).__name__}: {error} | {_where(error)}")
                continue
        said(f"{case.name} took {time.perf_counter() - before:.2f} s")
        scores.append(score)
        for mistake in score.mistakes:
            said(mistake)
    for score in scores:
        said("")
        for line in score.lines():
            said(line)


def _where(error: BaseException) -> str:
    place = error.__traceback__
    while place is not None and place.tb_next is not None:
        place = place.tb_next
    return f"{Path(place.tb_frame.f_code.co_filename).name}:{place.tb_lineno}" if place else ""


if __name__ == "__main__":
    OFFICE = "--office" in sys.argv
    for kind in (one for one in ("plan", "minutes", "unseen", "seeds") if one in sys.argv[1:]):
        if kind == "seeds":
            show(seed_cases(office=OFFICE), sys.stdout.write)
        elif kind == "unseen":
            show(unseen_cases(), sys.stdout.write)
        elif OFFICE:
            show(office_cases([kind]), sys.stdout.write)
        else:
            show(plan_cases() if kind == "plan" else minutes_cases(), sys.stdout.write)
