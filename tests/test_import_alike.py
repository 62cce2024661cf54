"""A document of the plan itself, taken in again with ``--update``: what says the same stays as it is written."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from drawn_plans import DUTCH
from hypothesis import given
from hypothesis import strategies as st
from small_plans import ROOT

from elzctl.edit import patched, rewritten
from elzctl.intake.alike import alike, spoken
from elzctl.intake.paragraphs import paragraphs
from elzctl.intake.placed import Placed, guesses, placed
from elzctl.intake.plan.take import PlanOptions, take_plan
from elzctl.intake.readers.read import read
from elzctl.intake.recognised import recognised
from elzctl.intake.updated import updated
from elzctl.load import ACTORS, load
from elzctl.model import Plan
from elzctl.render.editions import drawn
from elzctl.render.plan_document import plan_document
from elzctl.source import Source
from elzctl.tree import WorkTree

TODAY = date(2025, 6, 1)


def brought(plan: Plan, ending: str, root: Path) -> Placed:
    """The document of a plan beside the files in *root*."""
    data = drawn(ending, plan_document(plan, TODAY, DUTCH), TODAY).data
    taken = take_plan(read(f"plan.{ending}", data), PlanOptions(today=TODAY))
    tree = WorkTree(root)
    known = recognised(load(tree).plan, taken.files)
    guessed = guesses([taken.account], known.moved)
    guessed[ACTORS] = frozenset({"*.name", "*.also", "*.kind"})
    return placed(tree, known.files, (), guessed)


@pytest.mark.parametrize("ending", ["docx", "html"])
def test_the_document_of_this_plan_changes_not_one_file(ending: str) -> None:
    found = brought(load(WorkTree(ROOT)).plan, ending, ROOT)
    assert (dict(found.new), [*found.sources], found.left) == ({}, [], ())


def after(old: str, new: str, name: str = "plan/actions/x.md") -> str:
    source = Source(name, old.encode(), old)
    return rewritten(source, updated(source, new).patches).decode()


FICHE = """\
---
number: 1.1.1
title: Koffie
start: 2025-05-07
due: eind 2025
steps:
  - what: Zaal zoeken
    due: maart 2025
    note: als het kan
indicators:
  - {kind: process, what: Hoeveel keer?, target: 4}
updates:
  - {on: 2025-05-07, health: green, note: Goed}
  - {on: 2025-06-07, health: green, note: Beter, by: kring}
decision: {meeting: 2024-08-30-x/B1, text: De actie stopt.}
---

Een *eerste* alinea
op twee regels.

* een
* twee, met een
  tweede regel

## Hoe?

1. Eerst
2. Dan [[thee|de thee]]
"""


def test_what_is_written_otherwise_and_says_the_same_stays() -> None:
    new = """\
---
number: 1.1.1
title: Koffie
start: 7 mei 2025
due: einde 2025
steps:
- what: Zaal zoeken (als het kan)
  due: maart 2025
indicators:
- what: Hoeveel keer?
  kind: process
updates:
- {on: 7 mei 2025, health: green, note: Goed}
- {on: 7 juni 2025, health: green, note: Beter}
decision: {text: In het verslag staat het langer.}
---

Een eerste alinea op twee regels.

- een
- twee, met een tweede regel

## Hoe?

1. Eerst
2. Dan de thee
"""
    assert after(FICHE, new) == FICHE


def test_only_the_paragraph_that_differs_changes_and_keeps_the_sign_of_its_list() -> None:
    body = "Een eerste alinea op twee regels.\n\n- een\n- en een half\n- twee, met een derde regel\n\nNog iets.\n"
    text = after(FICHE, f"---\ntitle: Koffie\n---\n\n{body}\n## Hoe?\n\n1. Eerst\n2. Dan de thee\n")
    more = "* een\n* en een half\n* twee, met een derde regel\n\nNog iets.\n"
    assert text == FICHE.replace("* een\n* twee, met een\n  tweede regel\n", more)


STEPS = """\
steps:
  - what: Zaal zoeken in het dorp  # bellen!
    due: maart 2025
    by: [kring]
  - what: Bureaus bellen
    due: mei 2025
  - what: Iedereen bedanken
indicators:
  - {kind: output, what: Aantal gasten, target: 40}
"""


@pytest.mark.parametrize(
    ("what", "due", "line"),
    [
        ("Een zaal zoeken in de buurt", "maart 2025", 1),
        ("Een zaal zoeken in het dorp, met een keuken", "april 2025", 1),
        ("Bureaus en diensten opbellen", "mei 2025", 4),
        ("Alle mensen van de ploeg bedanken", "", 6),
    ],
)
def test_a_step_with_other_words_is_the_step_that_is_there(what: str, due: str, line: int) -> None:
    old = STEPS.splitlines()
    items = ["Zaal zoeken in het dorp", "Bureaus bellen", "Iedereen bedanken"]
    dates = ["maart 2025", "mei 2025", ""]
    at = (1, 4, 6).index(line)
    items[at], dates[at] = what, due
    rows = "".join(
        f"- {{what: '{one}'{f', due: {day}' if day else ''}}}\n" for one, day in zip(items, dates, strict=True)
    )
    new = after(f"---\n{STEPS}---\n", f"---\nsteps:\n{rows}---\n").splitlines()[1:-1]
    mark = "  # bellen!" if line == 1 else ""
    old[line] = f"  - what: {what}{mark}"
    if due == "april 2025":
        old[2] = "    due: april 2025"
    assert new == old


def test_a_step_that_is_like_no_other_is_a_new_one_and_a_target_comes_to_what_it_is_of() -> None:
    new = "steps:\n- {what: De straat versieren}\nindicators:\n- {kind: output, what: Aantal gasten aan tafel, target: 50}\n"
    text = after(f"---\n{STEPS}---\n", f"---\n{new}---\n")
    wanted = STEPS.replace("Iedereen bedanken\n", "Iedereen bedanken\n  - what: De straat versieren\n")
    assert text == f"---\n{wanted.replace('gasten, target: 40', 'gasten aan tafel, target: 50')}---\n"


def test_each_of_two_parts_with_the_same_heading_is_that_part() -> None:
    old = "## Varia\n\nKoffie.\n\n## Zaal\n\nGroot.\n\n## Varia\n\nThee.\n"
    assert after(f"---\n---\n\n{old}", f"---\n---\n\n{old}", "meetings/x.md") == f"---\n---\n\n{old}"
    new = old.replace("Thee.", "Thee met melk.")
    assert after(f"---\n---\n\n{old}", f"---\n---\n\n{new}", "meetings/x.md") == f"---\n---\n\n{new}"


def test_a_part_that_a_file_has_in_two_and_a_document_in_one_says_the_same() -> None:
    old = "---\ntitle: X\n---\n\n## Waarom?\n\nOmdat.\n\n## Hoe?\n\nZo.\n\n## Waarom?\n\nDaarom.\n"
    new = "---\ntitle: X\n---\n\n## Waarom?\n\nOmdat.\n\nDaarom.\n\n## Hoe?\n\nZo.\n"
    assert after(old, new) == old


def test_a_step_that_was_only_guessed_never_comes_in() -> None:
    old = "---\nsteps:\n  - {what: Zaal zoeken}\n---\n"
    new = "---\nsteps:\n- {what: Zaal zoeken, due: maart 2025}\n- {what: Bellen}\n- {what: Mailen}\n---\n"
    source = Source("plan/actions/x.md", old.encode(), old)
    found = updated(source, new, keep={"steps[1].what"})
    assert patched(source, found.patches) == old.replace("zoeken}", "zoeken, due: maart 2025}\n  - what: Mailen")


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Een **vet** woord", "Een vet\nwoord"),
        ("* a\n* b", "- a\n- b"),
        ("2024-12-19", "19 december 2024"),
        ("10:00", "10u"),
        ("a\\_b \\[c\\] &lt;d&gt;", "a_b [c] <d>"),
        ("Zie [hier](https://zone.example/a_(b)) en [[x|dit]]", "Zie hier en dit"),
        ("1. een\n\n\n2. twee", "1) een\n2) twee"),
    ],
)
def test_these_say_the_same(old: str, new: str) -> None:
    assert alike(old, new)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Goed.", "Goed!"),
        ("koffie", "Koffie"),
        ("- [ ] Bellen", "- [x] Bellen"),
        ("2024-12-19", "december 2024"),
        ("[hier](https://zone.example)", "[hier](https://elders.example)"),
        ("1.1", "1.10"),
        ("10:00", "10u30"),
        ("2 * 3", "2 3"),
        ("snake_case", "snakecase"),
    ],
)
def test_these_do_not(old: str, new: str) -> None:
    assert not alike(old, new)


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("- a\n- b\n\nc\n", "- a\n\nc", "- a\n\nc\n"),
        ("- a\n- b\n", "- a\n\nb2", "- a\n\nb2\n"),
        ("- a\n- b\n", "- a\n\nx\n\n- b", "- a\n\nx\n\n- b\n"),
        ("### K\na\n", "### K\n\nx\n\na", "### K\n\nx\n\na\n"),
        ("a:\n- b\n- c\n", "a:\n\n- b2\n- c", "a:\n- b2\n- c\n"),
        ("a\n\nb\n\nc\n", "a\n\nc", "a\n\nc\n"),
        ("a\n", "x\n\na\n\ny", "x\n\na\n\ny\n"),
    ],
)
def test_nothing_runs_on_in_what_stands_beside_it(old: str, new: str, expected: str) -> None:
    source = Source("x.md", old.encode(), old)
    assert patched(source, tuple(paragraphs("x.md", 0, old, new))) == expected


PARTS = st.sampled_from(["Een.", "Twee *drie*", "Vier\nvijf", "* punt", "- punt\n- nog een", "1. eerst", "### Kop"])
TEXTS = st.lists(PARTS, min_size=1, max_size=7).map("\n\n".join)


@given(TEXTS, TEXTS)
def test_afterwards_it_reads_as_the_document(old: str, new: str) -> None:
    source = Source("x.md", old.encode(), old)
    text = patched(source, tuple(paragraphs("x.md", 0, old, new)))
    assert spoken(text) == spoken(new)
    assert not tuple(paragraphs("x.md", 0, text, new))
