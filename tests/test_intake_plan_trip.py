"""The round trip: a document of ours, taken in again, is the plan that it was made of."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from pathlib import Path
from typing import Any

import pytest
from drawn_plans import DUTCH, ENGLISH, TODAY, read, sound
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from small_plans import ROOT, fiche, write

from elzctl.cli.import_files import OF_REGISTER
from elzctl.fiche import Indicator, Ref, Step
from elzctl.intake.placed import guesses, placed
from elzctl.intake.plan.own_names import own_names
from elzctl.intake.plan.take import PlanOptions, take_plan
from elzctl.intake.readers.read import read as read_document
from elzctl.intake.recognised import recognised
from elzctl.intake.taken import Taken
from elzctl.load import load
from elzctl.model import Action, Plan
from elzctl.render.editions import drawn
from elzctl.render.plan_document import plan_document
from elzctl.render.redacted import redacted
from elzctl.tree import WorkTree
from elzctl.wording import Language

FORMATS = ("docx", "html", "pdf")
REFERENCE = re.compile(r"\[\[([^\]|]*)")


def taken(plan: Plan, ending: str, language: Language) -> Taken:
    """The plan as a document of that kind, taken in again."""
    data = drawn(ending, plan_document(plan, TODAY, language), TODAY).data
    return take_plan(read_document(f"plan.{ending}", data), PlanOptions(today=TODAY))


def written(found: Taken, root: Path) -> Plan:
    """The files as a folder, which loads without errors."""
    for path, text in found.files.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text, encoding="utf-8")
    loaded = load(WorkTree(root))
    assert [one for one in loaded.findings if one.severity.value == "error"] == []
    return loaded.plan


def words(text: str) -> list[str]:
    """What a reader reads of Markdown: words, without comments and the marks between them."""
    return re.findall(r"[^\W_]+", unescape(re.sub(r"(?s)<!--.*?-->|\[\[[^\]|]*\||\[\[|\]\]", " ", text)))


def goals_of(plan: Plan) -> list[tuple[str, str, str, str, list[str]]]:
    return [(one.id, str(one.number), one.title, one.motto, words(one.text)) for one in plan.all_goals]


def action_of(plan: Plan, action: Action) -> dict[str, Any]:
    """What a document prints of an action, by field; days instead of words, ids with what is printed for them."""
    found: dict[str, Any] = {"number": str(action.number), "title": action.title, "status": action.status}
    found["intro"] = words(action.body.intro.text)
    if action.decision is not None:
        body = action.decision.body
        found["decision"] = (_named(plan, (body,)) if body else [], action.decision.on, action.decision.meeting)
        found["decided"] = action.decision.text
    if action.is_stub:
        found |= {"reason": action.reason, "since": action.since, "into": action.into}
        # A list at the back says who led it, and when.
        found |= {"lead": _named(plan, action.lead), "start": action.start, "due": action.due} if action.lead else {}
        return {key: value for key, value in found.items() if value not in ([], "", None)}
    groups, themes = plan.settings.target_groups, plan.settings.themes
    found |= {
        "lead": _named(plan, action.lead),
        "role": action.role,
        "partners": _named(plan, action.partners),
        "target_groups": [(ref.id, groups.get(ref.id)) for ref in action.target_groups],
        "themes": [(ref.id, themes.get(ref.id)) for ref in action.themes],
        "start": action.start,
        "due": action.due,
        "steps": [_step(plan, step) for step in action.steps],
        "indicators": [_indicator(one, plan) for one in action.indicators],
        "no_evaluation": action.no_evaluation,
        "updates": [(one.on, one.health, one.note) for one in action.updates],
    }
    for section in action.body.sections:
        found[section.part.value] = [*found.get(section.part.value, []), *words(section.text)]
    found["references"] = sorted(
        name
        for prose in action.body.prose()
        for name in REFERENCE.findall(prose.text)
        if name in plan.by_id or name in {goal.id for goal in plan.all_goals}
    )
    return {key: value for key, value in found.items() if value not in ([], "", None)}


def differences(one: Plan, other: Plan) -> Iterator[tuple[str, str, Any, Any]]:
    """What a plan says otherwise than another: where, which field, and both values."""
    if goals_of(one) != goals_of(other):
        yield "goals", "", goals_of(one), goals_of(other)
    for name in {**one.by_id, **other.by_id}:
        first, second = one.by_id.get(name), other.by_id.get(name)
        mine = action_of(one, first) if first is not None else {}
        theirs = action_of(other, second) if second is not None else {}
        yield from (
            (name, key, mine.get(key), theirs.get(key))
            for key in {**mine, **theirs}
            if mine.get(key) != theirs.get(key)
        )
    if _chapters(one) != _chapters(other):
        yield "chapters", "", _chapters(one), _chapters(other)


def _chapters(plan: Plan) -> list[tuple[str, str, list[str]]]:
    return sorted((one.id, one.title, words(one.body.text)) for one in plan.chapters)


def _named(plan: Plan, refs: tuple[Ref, ...]) -> list[tuple[str, str]]:
    return [(ref.id, plan.actor_name(ref.id)) for ref in refs]


def _step(plan: Plan, step: Step) -> tuple[Any, ...]:
    """A note is printed in brackets behind the words of its step, and stays there."""
    return (words(f"{step.what} {step.note}"), step.start, step.due, step.done, _named(plan, step.by))


def _indicator(one: Indicator, plan: Plan) -> tuple[Any, ...]:
    measured = [(row.on, row.value and row.value.value, row.note) for row in one.measured]
    counted = (one.count, plan.series[one.count].name) if one.count else ()
    target = one.target and one.target.value
    return (one.kind, words(one.what), target, one.unit, one.per, one.measure, measured, counted)


# A plan with everything in it


@pytest.mark.parametrize("ending", FORMATS)
def test_a_plan_with_everything_in_it_comes_back_from_its_document(tmp_path: Path, ending: str) -> None:
    plan = read(sound(tmp_path / "before")).plan
    found = taken(plan, ending, ENGLISH)
    again = written(found, tmp_path / "after")
    assert list(differences(plan, again)) == []
    assert found.account.left == ()


@pytest.mark.parametrize("ending", FORMATS)
def test_the_plan_of_this_repository_comes_back_but_for_what_is_not_printed(tmp_path: Path, ending: str) -> None:
    plan = load(WorkTree(ROOT)).plan
    found = taken(plan, ending, DUTCH)
    again = written(found, tmp_path)
    # Of a decision that is cited from minutes, a document prints the words of the minutes.
    cited = {(one.id, "decided") for one in plan.actions if one.decision is not None and one.decision.meeting}
    assert {(name, key) for name, key, _, _ in differences(plan, again)} <= cited
    assert len(plan.actions) == len(again.actions) == 39
    assert again.settings.abbreviations == plan.settings.abbreviations


@pytest.mark.parametrize("ending", FORMATS)
def test_the_document_of_this_repository_changes_nothing_in_it(ending: str) -> None:
    tree = WorkTree(ROOT)
    plan = load(tree).plan
    found = taken(plan, ending, DUTCH)
    known = recognised(plan, found.files)
    guessed = {**guesses([found.account], known.moved), "plan/actors.yaml": OF_REGISTER}
    changes = placed(tree, known.files, guessed=guessed)
    assert (known.gone, changes.patches, [*changes.new]) == ((), (), [])


def test_what_was_made_of_the_plan_is_not_taken_for_a_part_of_it(tmp_path: Path) -> None:
    plan = read(sound(tmp_path / "before")).plan
    found = taken(plan, "docx", ENGLISH)
    text = "\n".join(found.files.values())
    for derived in ("At a glance", "Appendix", "Steps and deadlines by month", "Not filled in yet", "exact dates"):
        assert derived not in text
    assert "period: 2024-2029" in found.files["plan/plan.yaml"]


# Any plan

NAMES = (
    "Huisartsenkring",
    "OCMW Polder",
    "vzw De Brug",
    "Cluster PZON, mantelzorgers en vrijwilligers",
    "Logo's (regio)",
)
LETTERS = "abcdeghijklmnoprstuvwz"
SIGNS = st.sampled_from(
    ["", ",", "?", " (en meer)", ": zo", " – dat", " & co", " *ster*", " <b>", " 1.", " 'ja'", " 50 %"]
)
WORD = st.text(LETTERS, min_size=2, max_size=9)
SENTENCE = st.builds(
    lambda parts, sign: " ".join(parts).capitalize() + sign, st.lists(WORD, min_size=2, max_size=7), SIGNS
)
PARAGRAPH = st.builds(lambda one: f"{one} einde.", SENTENCE)
TEXT = st.lists(st.one_of(PARAGRAPH, st.builds(lambda one: f"* {one} punt", SENTENCE)), max_size=4).map("\n\n".join)
DATE = st.sampled_from(["", "2025", "maart 2025", "eind 2025", "2025-06-30", "najaar 2025", "schooljaar 2025-2026"])
HEADS = (
    "## Waarom?",
    "## Voor wie?",
    "## Wat?",
    "### Wat doen we wel?",
    "### Wat doen we niet?",
    "## Met wie?",
    "## Hoe?",
)


def quoted(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


@st.composite
def indicators(draw: st.DrawFn) -> str:
    kind, what = draw(st.sampled_from(["process", "output"])), draw(SENTENCE)
    target = draw(
        st.sampled_from(["", ", target: 4", ", target: 2,5, unit: keer, per: year", ", target: 80%", ", unit: gasten"])
    )
    target = target.replace("2,5", '"2,5"')
    measure = draw(st.sampled_from(["", ", measure: lijst aan de deur", ", count: bestuur"]))
    return f"  - {{kind: {kind}, what: {quoted(what)}{target}{measure}}}"


@st.composite
def steps(draw: st.DrawFn) -> str:
    what, due, done = draw(SENTENCE), draw(DATE), draw(st.sampled_from(["", "2025-03-31"]))
    rows = {
        "what": quoted(f"{what} stap"),
        "due": due,
        "done": done,
        "by": draw(st.sampled_from(["", "[a0]", "[a3, a1]"])),
    }
    return f"  - {{{', '.join(f'{key}: {value}' for key, value in rows.items() if value)}}}"


@st.composite
def fiches(draw: st.DrawFn, number: str) -> str:
    title = draw(SENTENCE)
    if draw(st.booleans()) and draw(st.booleans()):
        status = draw(st.sampled_from(["on-hold", "done", "not-retained", "stopped"]))
        lines = [f"reason: {quoted(draw(PARAGRAPH))}", *([f"since: {day}"] if (day := draw(DATE)) else [])]
        return fiche(number, *lines, title=quoted(title), status=status, text=draw(PARAGRAPH))
    lines = [
        f"lead: [{', '.join(draw(st.lists(st.sampled_from(['a0', 'a1', 'a2', 'a3', 'a4']), unique=True, max_size=3)))}]"
    ]
    lines += [
        f"partners: [{', '.join(draw(st.lists(st.sampled_from(['a0', 'a2', 'a3', 'a4']), unique=True, max_size=4)))}]"
    ]
    lines += [
        f"role: {role}" for role in draw(st.lists(st.sampled_from(["facilitator", "partner", "lead"]), max_size=1))
    ]
    lines += [f"target_groups: [{', '.join(draw(st.lists(st.sampled_from(['g0', 'g1']), unique=True)))}]"]
    lines += [f"due: {day}" for day in [draw(DATE)] if day]
    for key, kind in (("steps", steps()), ("indicators", indicators())):
        rows = draw(st.lists(kind, max_size=3))
        if key == "indicators":
            rows.sort(key=lambda row: "kind: output" in row)
        lines += [f"{key}:", *rows] if rows else []
    parts = [(head, draw(TEXT)) for head in HEADS]
    if number != "1.1.1" and draw(st.booleans()):
        parts[0] = (
            parts[0][0],
            f"{parts[0][1]}\n\nMeer in {draw(st.sampled_from(['[[actie-1-1-1]]', '[[od-1-1|dit doel]]']))} einde.",
        )
    # Under an indicator the text of the evaluation begins with a paragraph: a list would be more indicators.
    parts.append(
        ("## Evaluatie", draw(st.one_of(st.just(""), st.builds(lambda one, more: f"{one}\n\n{more}", PARAGRAPH, TEXT))))
    )
    text = "".join(f"{head}\n\n{body}\n\n" for head, body in parts)
    return fiche(number, *lines, title=quoted(title), status=draw(st.sampled_from(["running", "planned"])), text=text)


@st.composite
def plans(draw: st.DrawFn) -> dict[str, str]:
    """The files of a plan: goals at two depths, fiches and stubs below them."""
    goals, files = "", {}
    for first in range(1, draw(st.integers(1, 2)) + 1):
        motto = draw(st.sampled_from(["", "samen sterk"]))
        goals += f"- id: sd-{first}\n  number: {first}\n  kind: content\n  title: {quoted(draw(SENTENCE))}\n"
        goals += f"  motto: {motto}\n  goals:\n" if motto else "  goals:\n"
        for second in range(1, draw(st.integers(1, 2)) + 1):
            goals += f"    - id: od-{first}-{second}\n      number: {first}.{second}\n      title: {quoted(draw(SENTENCE))}\n"
            for third in range(1, draw(st.integers(1, 2)) + 1):
                files[f"actie-{first}-{second}-{third}"] = draw(fiches(f"{first}.{second}.{third}"))
    return {"goals": goals, **files}


ACTORS = "elz-polder:\n  name: Eerstelijnszone Polder\n  kind: zone\n" + "".join(
    f"a{at}:\n  name: {quoted(name)}\n" for at, name in enumerate(NAMES)
)
SETTINGS = """\
title: Actieplan 2025
organisation: elz-polder
year: 2025
language: nl
target_groups: {g0: "Ouders, en hun kinderen", g1: Scholen}
"""


# A smaller document of the same fault would take minutes to find.
@settings(
    max_examples=12,
    deadline=None,
    phases=(Phase.reuse, Phase.generate),
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
@given(files=plans(), ending=st.sampled_from(FORMATS))
def test_any_plan_comes_back_from_its_document(
    tmp_path_factory: pytest.TempPathFactory, files: dict[str, str], ending: str
) -> None:
    root = tmp_path_factory.mktemp("plan")
    texts = {name: text for name, text in files.items() if name != "goals"}
    write(root / "before", plan=SETTINGS, goals=files["goals"], actors=ACTORS, **texts)
    (root / "before/meetings").mkdir()
    (root / "before/meetings/series.yaml").write_text("bestuur:\n  name: Stuurgroep van het bestuur\n", "utf-8")
    loaded = load(WorkTree(root / "before"))
    assert [one for one in loaded.findings if one.severity.value == "error"] == []
    again = written(taken(loaded.plan, ending, DUTCH), root / "after")
    assert list(differences(loaded.plan, again)) == []


# What the eye does not see


def test_a_document_carries_the_ids_of_what_it_prints_and_of_nothing_else(tmp_path: Path) -> None:
    fiches = {"wandelen": fiche("1.1.1", "lead: [a0]", text="::: intern\nOverleg met Stille Vennoot.\n:::\n")}
    actors = f"{ACTORS}stil:\n  name: Stille Vennoot\n"
    loaded = load(WorkTree(write(tmp_path, plan=SETTINGS, actors=actors, **fiches)))
    carried = plan_document(loaded.plan, TODAY, DUTCH).names
    assert carried == ("actor:a0=Huisartsenkring",)


def test_what_a_public_edition_hides_is_not_carried_either(tmp_path: Path) -> None:
    actors = ACTORS.replace("Huisartsenkring", "Huisartsenkring 0478 12 34 56")
    loaded = load(WorkTree(write(tmp_path, plan=SETTINGS, actors=actors, soep=fiche("1.1.1", "lead: [a0]"))))
    document, _ = redacted(plan_document(loaded.plan, TODAY, DUTCH), loaded.plan)
    assert document.names == ("actor:a0=Huisartsenkring […]",)


@pytest.mark.parametrize(
    ("keywords", "ids"),
    [
        ("actor:kring=Huisartsenkring Polder, theme:bewegen=Bewegen", {"Huisartsenkring Polder": "kring"}),
        ("zorg, welzijn, actor:kring=Kring, van huisartsen", {"Kring, van huisartsen": "kring"}),
        ("actor:../../kring=Kring, actor:Kring=Kring, actor:=Kring", {}),
        ("zorg, welzijn", {}),
    ],
)
def test_keywords_give_ids_for_names_and_others_are_passed_over(keywords: str, ids: dict[str, str]) -> None:
    assert own_names(keywords).actors == ids


@pytest.mark.parametrize("ending", FORMATS)
def test_bold_words_stay_bold(tmp_path: Path, ending: str) -> None:
    text = "## Waarom?\n\nWe zetten **sterk en breed** in op soep, elke dag opnieuw.\n\n## Wat?\n\nSoep koken.\n"
    plan = load(WorkTree(write(tmp_path, plan=SETTINGS, actors=ACTORS, soep=fiche("1.1.1", text=text)))).plan
    assert "We zetten **sterk en breed** in op soep" in taken(plan, ending, DUTCH).files["plan/actions/soep.md"]


LED = """\
---
number: 1.1.1
title: Soep verdelen
status: running
lead: [ocmw]
decision: {body: bestuur, on: 2025-01-10, text: We doen het}
---

## Waarom?

Daarom.
"""
ENDED = """\
---
number: 1.1.2
title: Brood bakken
status: stopped
lead: [ocmw, bakkers]
start: januari 2025
due: mei 2025
reason: Te duur.
---
"""


@pytest.mark.parametrize("ending", FORMATS)
def test_what_lists_at_the_back_say_comes_back(tmp_path: Path, ending: str) -> None:
    """The fiche of a stub does not print who led it and when, that of a running action not what was decided."""
    files = {
        "plan/plan.yaml": "title: Actieplan 2025\norganisation: elz\nyear: 2025\nlanguage: nl\n",
        "plan/goals.yaml": "- id: sd-1\n  number: 1\n  title: Buurt\n  goals:\n    - id: od-1\n      number: 1.1\n      title: Eten\n",
        "plan/actors.yaml": "elz: {name: Eerstelijnszone Polder}\nocmw: {name: OCMW Kreek}\nbakkers: {name: Bakkers Kreek}\n"
        "bestuur: {name: Bestuursorgaan}\n",
        "plan/actions/soep-verdelen.md": LED,
        "plan/actions/brood-bakken.md": ENDED,
    }
    for path, text in files.items():
        (tmp_path / "one" / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "one" / path).write_text(text, encoding="utf-8")
    plan = load(WorkTree(tmp_path / "one")).plan
    back = written(taken(plan, ending, DUTCH), tmp_path / "other")
    assert list(differences(plan, back)) == []
    ended, running = back.by_id["brood-bakken"], back.by_id["soep-verdelen"]
    assert [ref.id for ref in ended.lead] == ["ocmw", "bakkers"]
    assert (ended.start, ended.due) != (None, None)
    assert running.decision is not None
    assert running.decision.text == "We doen het"
