"""Documents that were shaken: lines lost, doubled, moved, cut, and odd ones put in between.

Whatever comes of it: nothing breaks, what is written loads, and every word stands in a file or in the account.
"""

from __future__ import annotations

import random
from functools import cache
from pathlib import Path

import intake_meetings
import intake_plans
import pytest
from intake_run import Case, minutes_cases, minutes_of, plan_cases, plan_of
from intake_score import kept, loaded

from elzctl.intake.paper import Unfit
from elzctl.intake.readers.read import read

ODD = (
    "|- |• |1.|1.1|99.99.99|::: intern|---|# |## Waarom?|BESLUIT: |EVENEMENT: x|[[x]]|{{x}}|\t|Trekker:|Partners: ,,,|Datum: 31/02/2025"
    "|Datum: 99 mei|tegen 45/13|\u200b|☒|☐ Procesevaluatie|@iemand|- [ ] a|```|~~~|    code|<b>|&amp;|[a](b)|1.1.1. |Actie: |Actie: (,)"
    "|SD 1|OD 1.1|Aanwezig:|Volgende vergadering: morgen|…|12:99|25u70|0.0.0 nul"
).split("|")


@cache
def texts(kind: str) -> tuple[str, ...]:
    """Our own documents as plain texts."""
    cases: list[Case] = plan_cases() if kind == "plan" else minutes_cases()
    more = (
        [intake_plans.PRINTED, intake_plans.MARKDOWN]
        if kind == "plan"
        else [intake_meetings.PRINTED, intake_meetings.MAIL]
    )
    blocks = [read(case.name, case.data).blocks for case in cases]
    return (
        *more,
        *("\n".join(("\n" if b.gap else "") + ("- " if b.depth else "") + b.text for b in found) for found in blocks),
    )


def shaken(text: str, chance: random.Random) -> str:
    lines = text.split("\n")
    for _ in range(chance.randrange(1, 8)):
        place, other = chance.randrange(len(lines)), chance.randrange(len(lines))
        match chance.randrange(7):
            case 0 if len(lines) > 1:
                del lines[place]
            case 1:
                lines.insert(place, lines[other])
            case 2:
                lines[place], lines[other] = lines[other], lines[place]
            case 3:
                lines[place] = lines[place][: chance.randrange(len(lines[place]) + 1)]
            case 4:
                lines[place] = lines[place].upper()
            case 5:
                lines.insert(place, chance.choice(ODD))
            case _:
                lines[place] = lines[place][::-1]
    return "\n".join(lines)


@pytest.mark.parametrize("kind", ["plan", "minutes"])
@pytest.mark.parametrize("number", range(0, 60, 15))
def test_a_shaken_document_breaks_nothing_and_loses_no_word(kind: str, number: int, tmp_path: Path) -> None:
    taken_in = 0
    for seed in range(number, number + 15):
        chance = random.Random(seed)
        text = shaken(chance.choice(texts(kind)), chance)
        try:
            paper = read("document.txt", text.encode())
            taken = plan_of(paper) if kind == "plan" else minutes_of(paper)
        except Unfit:
            continue
        taken_in += 1
        found = loaded(taken, tmp_path / str(seed))
        errors = [one.code for one in found.findings if one.severity.value == "error" and one.code != "missing-file"]
        assert errors == [], text
        there, whole, lost = kept(taken, found.plan)
        # Labels of fields may go: "Aanwezig", "Trekker", "at".
        assert whole - there <= 3, lost
    assert taken_in > 10
