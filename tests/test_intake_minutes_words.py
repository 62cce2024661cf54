"""Printed minutes that come into a new folder lose no word: each is in a file, is told as left over, or is fixed text of ours."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable
from datetime import date
from pathlib import Path

import pytest
from drawn_meetings import FIRST, SECOND, SERIES, THIRD, meetings, met
from drawn_plans import DUTCH, ENGLISH, read, sound
from small_plans import ROOT
from test_intake_minutes_trip import as_page, as_pdf, as_word

from elzctl.finding import Severity
from elzctl.intake.ledger import Fate
from elzctl.intake.minutes.own_followed import together
from elzctl.intake.minutes.take import MinutesOptions, take_minutes
from elzctl.intake.readers.read import read as read_document
from elzctl.intake.taken import Taken
from elzctl.meeting import Agreement, Meeting, Signal
from elzctl.model import Plan
from elzctl.render.plan_text import PlanText
from elzctl.wording import Language

LATER = date(2026, 2, 3)
# What stands around points of earlier meetings and an approval, which a new folder has not; and how points are named and stand.
FIXED = frozenset(
    "wat nog te doen was en hoe het stond op staat nr werkpunt wie termijn goedgekeurd in verslag van is zie naar "
    "what was still to do and how it stood on stands no action point who deadline state approved the minutes of were "
    "besluit decision in gewijzigd sindsdien tekst de".split()
)
MAKES = [as_page, as_word, as_pdf]
Make = Callable[[Meeting, PlanText], bytes]


def words(texts: Iterable[str]) -> Counter[str]:
    return Counter(word for text in texts for word in re.findall(r"[^\W_]+", text.lower()))


def printed(root: Path, name: str, make: Make, language: Language) -> bytes:
    plan = read(root).plan
    return make(plan.meetings_by_id[name], PlanText(plan, language, LATER, internal=False))


def brought(data: bytes, folder: Path, language: Language) -> tuple[Taken, Plan, set[str]]:
    """What was taken in, the new plan, and the words of the document that are nowhere then."""
    paper = read_document("verslag", data)
    taken = take_minutes(paper, MinutesOptions(None, None, None, LATER))
    new = sound(folder)
    (new / "plan" / "actors.yaml").unlink()
    for path, text in taken.files.items():
        (new / path).parent.mkdir(parents=True, exist_ok=True)
        (new / path).write_text(text, "utf-8")
    loaded = read(new)
    meeting = loaded.plan.meetings[0]
    page = as_page(meeting, PlanText(loaded.plan, language, LATER, internal=False))
    now = words(block.text for block in read_document("pagina", page).blocks)
    told = words(left.words for left in taken.account.left)
    state = words(entry.words for entry in taken.account.entries if entry.field == "state")
    house = words(block.text for block in paper.blocks[:1])
    before = words(block.text for block in paper.blocks)
    return taken, loaded.plan, set(before) - set(now) - set(told) - set(state) - set(house) - FIXED


@pytest.mark.parametrize("make", MAKES)
@pytest.mark.parametrize("name", [path.stem for path in sorted((ROOT / "meetings").glob("20*.md"))])
def test_no_word_of_the_minutes_of_this_repository_is_lost(tmp_path: Path, make: Make, name: str) -> None:
    _, plan, lost = brought(printed(ROOT, name, make, DUTCH), tmp_path / "nieuw", DUTCH)
    assert lost == set()
    assert noted(plan.meetings[0]) == noted(read(ROOT).plan.meetings_by_id[name])


def noted(meeting: Meeting) -> list[tuple[str, int]]:
    """The kinds of what is noted in public, and how many stages each has."""
    shown = (one for one in meeting.minutes.noted() if not one.internal)
    return [(type(one).__name__, len(getattr(one, "steps", ()))) for one in shown]


@pytest.mark.parametrize("make", MAKES)
@pytest.mark.parametrize("language", [ENGLISH, DUTCH], ids=["en", "nl"])
@pytest.mark.parametrize("name", [FIRST, SECOND, THIRD])
def test_no_word_of_small_minutes_is_lost(tmp_path: Path, make: Make, language: Language, name: str) -> None:
    data = printed(met(tmp_path / "oud"), name, make, language)
    assert brought(data, tmp_path / "nieuw", language)[2] == set()


EARLIER = """---
title: Overleg zorg
series: overleg
date: 2025-01-14
state: draft
present: [dienst-zorg]
---

## 1. Welkom

- [ ] Sleutels *tellen* @kring tegen:2025-03-01 [[koffie]]
  - bijdrage @apothekers: telt mee

SIGNAAL: De bel is stuk #mantelzorgers [[wandelen]]
- besproken op:2025-01-14: wij bellen de loodgieter

AFSPRAAK: @kring @dienst-zorg vegen de stoep #bewegen

AFSPRAAK: Grasdorp, Veldkerke, Oud-Bosmeer zetten een bank bij de halte
"""
AFTER = "---\ntitle: Overleg zorg\nseries: overleg\ndate: 2025-03-11\nstate: draft\n---\n\n## Varia\n\nNiets.\n"


def text_of(taken: Taken) -> str:
    """The file of the meeting."""
    return next(text for path, text in taken.files.items() if path.startswith("meetings/20"))


def two(root: Path) -> Path:
    return meetings(sound(root), SERIES, m2025_01_14_overleg=EARLIER, m2025_03_11_overleg=AFTER)


@pytest.mark.parametrize("make", MAKES)
def test_unknown_target_groups_themes_and_actions_stay_under_what_was_noted(tmp_path: Path, make: Make) -> None:
    taken, plan, lost = brought(printed(two(tmp_path / "oud"), FIRST, make, DUTCH), tmp_path / "nieuw", DUTCH)
    text = text_of(taken)
    assert lost == set()
    assert "- Doelgroepen: Mantelzorgers" in text
    (signal,) = (one for one in plan.meetings[0].minutes.noted() if isinstance(one, Signal))
    assert len(signal.steps) == 1
    assert [remark.text for remark in taken.remarks if "target groups, themes or actions" in remark.text] != []


@pytest.mark.parametrize("make", MAKES)
def test_earlier_points_that_the_plan_does_not_have_are_left_over(tmp_path: Path, make: Make) -> None:
    data = printed(two(tmp_path / "oud"), SECOND, make, DUTCH)
    (left,) = brought(data, tmp_path / "nieuw", DUTCH)[0].account.left
    assert "Sleutels tellen" in left.words
    assert left.reason is not None


@pytest.mark.parametrize("make", MAKES)
def test_earlier_points_that_the_plan_has_are_made_again(tmp_path: Path, make: Make) -> None:
    root = two(tmp_path / "oud")
    paper = read_document("verslag", printed(root, SECOND, make, DUTCH))
    taken = take_minutes(paper, MinutesOptions(None, read(root).plan, None, LATER))
    assert taken.account.left == ()
    assert any(one.fate is Fate.PROMPT and "Sleutels tellen" in one.line.text for one in taken.account.lines)


@pytest.mark.parametrize("make", MAKES)
def test_earlier_points_that_come_in_together_are_made_again_too(tmp_path: Path, make: Make) -> None:
    root = two(tmp_path / "oud")
    account = brought(printed(root, SECOND, make, DUTCH), tmp_path / "nieuw", DUTCH)[0].account
    assert together(account, read(root).plan).left == ()
    assert together(account, read(tmp_path / "nieuw").plan) == account


@pytest.mark.parametrize("make", MAKES)
def test_who_begins_an_agreement_comes_back_from_the_actors_of_the_document(tmp_path: Path, make: Make) -> None:
    old = two(tmp_path / "oud")
    taken, plan, _ = brought(printed(old, FIRST, make, DUTCH), tmp_path / "nieuw", DUTCH)
    agreements = [one for one in plan.meetings[0].minutes.noted() if isinstance(one, Agreement)]
    before = read(old).plan
    assert [[plan.actor_name(ref.id) for ref in one.who] for one in agreements] == [
        [before.actor_name("kring"), before.actor_name("dienst-zorg")],
        ["Grasdorp", "Veldkerke", "Oud-Bosmeer"],
    ]
    guessed = [one.value for one in taken.account.entries if one.reason is not None and one.field == "agreements[2]"]
    assert len(guessed) == 1
    assert [one for one in read(tmp_path / "nieuw").findings if one.severity is Severity.ERROR] == []
    assert text_of(taken).count("AFSPRAAK: @") == 2
