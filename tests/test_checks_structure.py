"""The structural checks: names that lead somewhere, numbers, moves, goals, fiches, stubs and dates."""

from __future__ import annotations

import inspect
import shutil
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from elzctl.checks import names
from elzctl.checks.circles import circles
from elzctl.checks.connections import named_twice
from elzctl.checks.every import CHECKS as EVERY
from elzctl.checks.fiche import target_below_zero, thousands_point
from elzctl.checks.moves import into_of_live_action
from elzctl.checks.references import broken_reference
from elzctl.edit import patched
from elzctl.finding import Finding, Severity, by_place
from elzctl.load import Loaded, load
from elzctl.model import Plan
from elzctl.source import Source, Span
from elzctl.tree import WorkTree
from elzctl.wording import Language

ROOT = Path(__file__).parent.parent
BROKEN = ROOT / "tests" / "broken"
ENGLISH = Language("en")
HOW = "We bellen de mensen op en zetten koffie."
KOFFIE, THEE = "plan/actions/koffie-mantelzorgers.md", "plan/actions/thee-mantelzorgers.md"

MODULES = frozenset(
    "numbers connections references typed_numbers moves delegation goals fiche filled stubs timing".split()
)
# What is only wrong on a day is tried in test_checks_days.py.
CHECKS = tuple(
    check for check in EVERY if check.__module__.rpartition(".")[2] in MODULES and check.__name__ != "condition_overdue"
)
CODES = [check.__name__.replace("_", "-") for check in CHECKS]


class Folder:
    """The tiny plan without findings, to be changed file by file."""

    def __init__(self, root: Path) -> None:
        self.root = root
        shutil.copytree(BROKEN / "_base", root, dirs_exist_ok=True)

    def write(self, path: str, text: str) -> Folder:
        (self.root / path).parent.mkdir(parents=True, exist_ok=True)
        (self.root / path).write_text(text, encoding="utf-8", newline="")
        return self

    def change(self, path: str, old: str, new: str) -> Folder:
        text = (self.root / path).read_text(encoding="utf-8")
        assert text.count(old) == 1, f"“{old}” should stand once in {path}"
        return self.write(path, text.replace(old, new))

    def stub(self, name: str, number: str, *lines: str, status: str = "done", text: str = "Opgeborgen.") -> Folder:
        data = "\n".join((f"number: {number}", f"title: Over {name}", f"status: {status}", *lines))
        return self.write(f"plan/actions/{name}.md", f"---\n{data}\n---\n\n{text}\n")

    def load(self) -> Loaded:
        return load(WorkTree(self.root))

    def find(self, *codes: str) -> list[Finding]:
        """What the checks with these codes find; all of them when none is named."""
        plan = self.load().plan
        chosen = [check for check, code in zip(CHECKS, CODES, strict=True) if code in (codes or CODES)]
        return sorted((finding for check in chosen for finding in check(plan)), key=by_place)

    def fix(self, *codes: str) -> Folder:
        """The folder with the fixes of those findings made."""
        sources = self.load().sources
        patches = [patch for finding in self.find(*codes) for patch in finding.fix]
        for path in {patch.path for patch in patches}:
            self.write(path, patched(sources[path], patches))
        return self


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    return Folder(tmp_path)


def line(finding: Finding) -> str:
    path, row, column = finding.span[:3]
    return f"{path}:{row}:{column} {finding.severity.value} {finding.code}"


def marked(finding: Finding, loaded: Loaded) -> str:
    """The words under the finding's mark."""
    source: Source = loaded.sources[finding.span.path]
    return source.text[finding.span.start : finding.span.end]


def hint(finding: Finding) -> str:
    return ENGLISH(finding.hint) if finding.hint is not None else ""


@pytest.mark.parametrize("code", CODES)
def test_the_smallest_folder_of_a_code_provokes_it(code: str, folder: Folder) -> None:
    shutil.copytree(BROKEN / code, folder.root, dirs_exist_ok=True)
    expected = (BROKEN / code / "expect.txt").read_text(encoding="utf-8").splitlines()
    assert [line(finding) for finding in (*folder.load().findings, *folder.find())] == expected
    assert any(text.endswith(f" {code}") for text in expected)


def test_the_tiny_plan_has_nothing_to_find(folder: Folder) -> None:
    assert folder.find() == []


@pytest.mark.parametrize("check", CHECKS, ids=CODES)
def test_every_check_has_a_page_with_a_wrong_and_a_right_example(check: Callable[[Plan], object]) -> None:
    page = inspect.getdoc(check) or ""
    assert page.partition("\n")[0].endswith(".")
    assert "\n\nWrong::\n\n    " in page
    assert "\n\nRight::\n\n    " in page


def test_the_real_plan_has_no_error() -> None:
    plan = load(WorkTree(ROOT)).plan
    assert [line(f) for check in CHECKS for f in check(plan) if f.severity is Severity.ERROR] == []


# Names.


def test_another_name_of_an_actor_is_put_right(folder: Folder) -> None:
    folder.change("plan/actors.yaml", "name: Dienst Zorg", "name: Dienst Zorg\n  also: [Zorgloket]")
    folder.change(KOFFIE, "partners: [dienst-zorg]", "partners: [zorgloket]")
    (finding,) = folder.find("unknown-actor")
    assert hint(finding) == "Write “dienst-zorg”."
    assert folder.fix("unknown-actor").find() == []
    assert folder.load().plan.actions[0].partners[0].id == "dienst-zorg"


def test_a_name_in_full_means_its_id() -> None:
    known = names.Names([("logo-dender", ("Logo Dender", "Logo")), ("logo-waas", ("Logo Waas", "Logo"))])
    place = Span("plan/actions/x.md", 4, 8, 20, 31)
    assert known.meant("Logo Dender", place).fix == (("plan/actions/x.md", 20, 31, "logo-dender"),)
    assert known.meant("LOGODENDER.md").fix == ()
    assert known.meant("logo-denderr", place).fix == ()
    assert "logo-dender" in ENGLISH(known.meant("logo-denderr", place).hint or "")


def test_a_name_of_two_actors_is_never_filled_in() -> None:
    known = names.Names([("logo-dender", ("Logo",)), ("logo-waas", ("Logo",))])
    assert known.meant("logo", Span("x", 1, 1, 0, 4)).fix == ()
    assert known.meant("iets heel anders").hint is None


@pytest.mark.parametrize(
    ("path", "old", "new"),
    [
        ("plan/plan.yaml", "organisation: elz-polder", "organisation: elz-ander"),
        ("plan/actors.yaml", "  kind: zone", "  kind: zone\n  member_of: [elz-ander]"),
        (KOFFIE, "lead: [elz-polder]", "lead: [elz-ander]"),
        (KOFFIE, "due: eind 2025", "due: eind 2025\nsteps:\n  - {what: Bellen, by: [elz-ander]}"),
        (KOFFIE, "due: eind 2025", "due: eind 2025\ncondition: {what: er is plaats, from: [elz-ander]}"),
        (KOFFIE, "due: eind 2025", "due: eind 2025\ndecision: {body: elz-ander, on: 2025-01-05}"),
    ],
)
def test_an_unknown_actor_is_found_wherever_it_is_named(path: str, old: str, new: str, folder: Folder) -> None:
    folder.change(path, old, new)
    (finding,) = folder.find()
    assert finding.code == "unknown-actor"
    assert marked(finding, folder.load()) == "elz-ander"


@pytest.mark.parametrize("gone", ["plan/actors.yaml", "plan/goals.yaml", "plan/plan.yaml"])
def test_what_a_broken_file_would_hold_is_not_called_unknown(gone: str, folder: Folder) -> None:
    folder.change(KOFFIE, "zetten koffie.", "zetten koffie, zie [[mantelzorg-zien]].")
    folder.write(gone, "a: [\n")
    assert folder.find() == []


# References.


@pytest.mark.parametrize(
    ("typed", "right"),
    [
        ("1.1.2", "thee"),
        ("1.1.2.|de thee", "thee"),
        ("1.1", "mantelzorg-zien"),
        ("Thee", "thee"),
        ("thee.md", "thee"),
        ("Mantelzorgers worden gezien", "mantelzorg-zien"),
    ],
)
def test_a_reference_by_number_or_title_becomes_an_id(typed: str, right: str, folder: Folder) -> None:
    folder.stub("thee", "1.1.2", "reason: Klaar.").change(KOFFIE, "zetten koffie.", f"zetten koffie: zie [[{typed}]].")
    (finding,) = folder.find()
    assert finding.code == "unknown-reference"
    assert right in hint(finding)
    assert folder.fix().find() == []
    assert [reference.id for reference in folder.load().plan.by_id["koffie-mantelzorgers"].body.references] == [right]


def test_a_reference_by_number_shows_the_title_of_today(folder: Folder) -> None:
    folder.change(KOFFIE, "zetten koffie.", "zetten koffie: zie [[1.1]].")
    (finding,) = folder.find()
    assert hint(finding) == "Write [[mantelzorg-zien]]: today 1.1 is “Mantelzorgers worden gezien”."


def test_an_actor_is_no_reference(folder: Folder) -> None:
    folder.change(KOFFIE, "zetten koffie.", "zetten koffie met [[dienst-zorg]].")
    (finding,) = folder.find()
    assert "is an actor" in hint(finding)
    assert finding.fix == ()


def test_a_file_that_cannot_be_read_is_not_unknown(folder: Folder) -> None:
    folder.write(THEE, "---\nnumber: [\n---\n")
    folder.change(KOFFIE, "zetten koffie.", "zetten koffie: zie [[thee-mantelzorgers]].")
    folder.stub("soep", "1.1.3", "reason: Samen.", "into: thee-mantelzorgers", status="merged")
    assert folder.find() == []


def test_a_reference_in_the_title_of_a_goal_is_about_that_goal(folder: Folder) -> None:
    folder.change("plan/goals.yaml", "Mantelzorgers worden gezien", "Zoals in [[1.1.1]] worden mantelzorgers gezien")
    (finding,) = folder.find()
    assert (finding.code, finding.about, finding.fix) == ("unknown-reference", "mantelzorg-zien", ())


# Numbers.


def test_every_place_of_a_number_is_named_with_the_others(folder: Folder) -> None:
    folder.stub("thee", "1.1.1", "reason: Klaar.").stub("soep", "1.1.1", "reason: Klaar.")
    found = folder.find("number-used-twice")
    assert len(found) == 3
    for finding in found:
        assert {span.path for _, span in finding.related} | {finding.span.path} == {one.span.path for one in found}
        assert "1.1.2 is free" in hint(finding)


def test_goals_with_one_number_are_found_too(folder: Folder) -> None:
    more = "    - id: thuis\n      number: 1.1\n      title: Thuis blijven wonen\n"
    folder.write("plan/goals.yaml", (folder.root / "plan/goals.yaml").read_text("utf-8") + more)
    found = folder.find()
    assert [(finding.code, finding.about) for finding in found] == [
        ("number-used-twice", "mantelzorg-zien"),
        ("number-used-twice", "thuis"),
    ]


def test_a_goal_stands_under_its_own_strategic_goal(folder: Folder) -> None:
    folder.change("plan/goals.yaml", "number: 1.1", "number: 2.1").change(KOFFIE, "1.1.1", "2.1.1")
    (finding,) = folder.find()
    assert finding.code == "number-without-goal"
    assert hint(finding) == "Give it a number such as 1.1, or move it."


def test_a_goal_whose_number_cannot_be_read_makes_no_action_homeless(folder: Folder) -> None:
    folder.change("plan/goals.yaml", "number: 1.1", "number: een")
    assert folder.find() == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("We bellen, zie actie 1.1.1.", ["actie 1.1.1"]),
        ("Zie actiefiche 1.1.1. ➔ koffie", ["actiefiche 1.1.1"]),
        ("We bellen (zie 1.1.1).", ["zie 1.1.1"]),
        ("Zie ook fiche nr. 1.1.1", ["fiche nr. 1.1.1"]),
        ("Dat hoort bij OD 1.1. Daarom", ["OD 1.1"]),
        ("Dat hoort bij de operationele doelstelling 1.1,", ["operationele doelstelling 1.1"]),
        ("Dat hoort bij strategische doelstelling 1: zorg", ["strategische doelstelling 1"]),
        ("Dat hoort bij SD 1", ["SD 1"]),
        ("Dat hoort bij doelstelling 1 van het plan", ["doelstelling 1"]),
        ("De link met actie\n1.1.1 blijft", ["actie 1.1.1"]),
        ("De acties 1.1.1, 1.1.2 en 1.1.3 lopen", ["acties 1.1.1", "1.1.2", "1.1.3"]),
        ("De doelstellingen 1 en 2 samen", ["doelstellingen 1", "2"]),
        ("De actie 7.7.7 van vorig jaar", ["actie 7.7.7"]),
        ("See action 1.1.1.", ["action 1.1.1"]),
        ("Doelstelling 1.1 dagelijks bekijken", ["Doelstelling 1.1"]),
    ],
)
def test_a_number_that_stands_for_an_action_or_goal_is_found(text: str, words: list[str], folder: Folder) -> None:
    folder.change(KOFFIE, "We bellen de mensen op en zetten koffie.", text)
    loaded = folder.load()
    found = folder.find("number-as-reference")
    assert [" ".join(marked(finding, loaded).split()) for finding in found] == words


@pytest.mark.parametrize(
    "text",
    [
        "Actie 10 10 10 in de kijker",
        "De vernieuwde Rechtenverkenner 2.0",
        "Deze actie 2.0 begint op 1.10.2025, zie 1.10.25",
        "De actie 2 keer per jaar, de doelstelling 1 jaar later",
        "Een doelstelling 1,5 keer hoger, OD 1.1 % meer",
        "Versie 1.1.1 van het formulier",
        "Zie 7.7.7 van het decreet",
        "Drie doelstellingen\n1. Bellen",
        "De basisdoelstelling 1 en de goedgekeurde actie",
        "Zie [[koffie-mantelzorgers|actie 1.1.1]]",
        "In `actie 1.1.1` staat code",
        "Zie https://voorbeeld.be/actie%201.1.1 en https://voorbeeld.be/actie-1.1.1",
        "In de actie 1.10.000 euro en om 13.30 uur",
        "<!-- zie actie 1.1.1 -->",
    ],
)
def test_a_number_of_something_else_is_left_alone(text: str, folder: Folder) -> None:
    folder.change(KOFFIE, "We bellen de mensen op en zetten koffie.", text)
    assert folder.find("number-as-reference") == []


def test_typed_numbers_become_references_and_nothing_else_changes(folder: Folder) -> None:
    folder.stub("thee", "1.1.2", "reason: Klaar.")
    folder.change(KOFFIE, "zetten koffie.", "zetten koffie; zie acties 1.1.1 en 1.1.2, onder OD 1.1.")
    before = (folder.root / KOFFIE).read_text("utf-8")
    assert folder.fix("number-as-reference").find() == []
    after = before.replace(
        "acties 1.1.1 en 1.1.2, onder OD 1.1.",
        "acties [[koffie-mantelzorgers]] en [[thee]], onder OD [[mantelzorg-zien]].",
    )
    assert (folder.root / KOFFIE).read_text("utf-8") == after


def test_a_typed_number_in_data_or_in_a_link_is_told_and_left_to_people(folder: Folder) -> None:
    folder.change(KOFFIE, "due: eind 2025", "due: eind 2025\nsteps: [{what: Bellen zoals in actie 1.1.1}]")
    folder.change(KOFFIE, "zetten koffie.", "zetten [koffie van actie 1.1.1](https://voorbeeld.be).")
    found = folder.find("number-as-reference")
    assert [finding.fix for finding in found] == [(), ()]
    assert [marked(finding, folder.load()) for finding in found] == ["actie 1.1.1", "actie 1.1.1"]


def test_a_typed_number_in_a_goal_is_about_that_goal(folder: Folder) -> None:
    folder.change("plan/goals.yaml", "Mantelzorgers worden gezien", "Zoals in actie 1.1.1 worden mantelzorgers gezien")
    (finding,) = folder.find()
    assert (finding.code, finding.about) == ("number-as-reference", "mantelzorg-zien")


def test_a_number_that_is_used_twice_is_not_filled_in(folder: Folder) -> None:
    folder.stub("thee", "1.1.1", "reason: Klaar.").change(KOFFIE, "zetten koffie.", "zetten koffie: zie actie 1.1.1.")
    (finding,) = folder.find("number-as-reference")
    assert finding.fix == ()


# Circles.


@given(st.dictionaries(st.integers(0, 7), st.lists(st.integers(0, 7), max_size=4), max_size=8))
def test_each_knot_gives_one_circle_and_it_is_the_shortest(follow: dict[int, list[int]]) -> None:
    found = list(circles(follow))
    for circle in found:
        assert all(other in follow[one] for one, other in pairwise((*circle, circle[0])))
        assert len(circle) == distance(follow, circle[0])
    knots = {node: frozenset(reached(follow, node) & reaching(follow, node)) for node in follow}
    assert sorted(map(sorted, {knot for knot in knots.values() if knot})) == sorted(
        sorted(knots[circle[0]]) for circle in found
    )


def reached(follow: dict[int, list[int]], start: int) -> set[int]:
    """What is reached from *start* in one step or more."""
    found: set[int] = set()
    todo = [other for other in follow[start] if other in follow]
    while todo:
        node = todo.pop()
        if node not in found:
            found.add(node)
            todo += [other for other in follow[node] if other in follow]
    return found


def reaching(follow: dict[int, list[int]], end: int) -> set[int]:
    return {node for node in follow if end in reached(follow, node)}


def distance(follow: dict[int, list[int]], start: int) -> int:
    """The number of steps of the shortest way back to *start*."""
    steps, here = 1, set(follow[start])
    while start not in here:
        steps, here = steps + 1, {other for node in here if node in follow for other in follow[node]}
    return steps


def test_a_long_chain_is_no_circle_and_its_end_may_be_one() -> None:
    chain = {number: (number + 1,) for number in range(3000)}
    assert list(circles(chain)) == []
    (whole,) = circles({**chain, 3000: (0,)})
    assert len(whole) == 3001
    assert list(circles({**chain, 3000: (2999,)})) == [(2999, 3000)]


def test_two_circles_of_moves_are_each_told_once(folder: Folder) -> None:
    for name, number, into in (
        ("a", 2, "b"),
        ("b", 3, "c"),
        ("c", 4, "a"),
        ("d", 5, "e"),
        ("e", 6, "d"),
        ("f", 7, "a"),
    ):
        folder.stub(name, f"1.1.{number}", "reason: Samen.", f"into: {into}", status="merged")
    found = folder.find()
    assert [finding.code for finding in found] == ["moved-in-a-circle"] * 2
    assert ENGLISH(found[0].message).endswith("a → b → c → a")
    assert [span.path for _, span in found[0].related] == ["plan/actions/b.md", "plan/actions/c.md"]


@pytest.mark.parametrize(
    ("into", "words"),
    [("into: thee", "itself"), ("into: koffie", "koffie"), ("into: mantelzorg-zien", "not one of the actions")],
)
def test_an_action_goes_on_as_another_action(into: str, words: str, folder: Folder) -> None:
    folder.stub("thee", "1.1.2", "reason: Samen.", into, status="merged")
    (finding,) = folder.find()
    assert finding.code == "moved-nowhere"
    assert words in ENGLISH(finding.message)
    assert marked(finding, folder.load()) == into.removeprefix("into: ")


def test_the_example_of_a_move_is_what_the_text_refers_to(folder: Folder) -> None:
    folder.stub("soep", "1.1.3", "reason: Klaar.")
    folder.stub("thee", "1.1.2", "reason: Samen.", status="moved", text="Zie [[mantelzorg-zien]] en [[soep]].")
    (finding,) = folder.find()
    assert hint(finding) == "Add a line such as “into: soep”."


def test_groups_that_belong_to_each_other_are_one_finding(folder: Folder) -> None:
    folder.change("plan/actors.yaml", "kind: zone", "kind: zone\n  member_of: [dienst-zorg]")
    folder.change("plan/actors.yaml", "kind: organisation", "kind: organisation\n  member_of: [elz-polder]")
    (finding,) = folder.find()
    assert finding.code == "member-of-itself"
    assert ENGLISH(finding.message).endswith("elz-polder → dienst-zorg → elz-polder")


# Sections that are left to another fiche.


@pytest.mark.parametrize(
    "text",
    [
        "Zie [[thee-mantelzorgers]]",
        "Zie actiefiche [[thee-mantelzorgers]].",
        "Zie ook de fiche [[thee-mantelzorgers|van de thee]].",
        "* Zie [[thee-mantelzorgers]]",
        "*Zie [[thee-mantelzorgers]].*",
        "See [[thee-mantelzorgers]].",
        "Zie Evaluatie van [[thee-mantelzorgers]].",
        "Zie [[thee-mantelzorgers]], onder Evaluatie.",
        "Evaluatie: zie [[thee-mantelzorgers]].",
    ],
)
def test_a_section_that_only_points_elsewhere_is_looked_up_there(text: str, folder: Folder) -> None:
    whole = (folder.root / KOFFIE).read_text("utf-8").replace("1.1.1", "1.1.2").replace("Koffie voor", "Thee voor")
    folder.write(THEE, whole).change(KOFFIE, "We tellen wie er komt.", text)
    assert folder.find("delegated-to-empty", "no-evaluation", "empty-section") == []
    folder.change(THEE, "\nWe tellen wie er komt.\n", "")
    (finding,) = folder.find("delegated-to-empty")
    assert marked(finding, folder.load()).startswith("[[thee-mantelzorgers")


@pytest.mark.parametrize(
    "text",
    [
        "We tellen wie er komt, zie [[thee-mantelzorgers]].",
        "Zie [[thee-mantelzorgers]]. Daarnaast tellen we wie er komt.",
        "Geteld: wie er komt. Zie [[thee-mantelzorgers]].",
        "Zie de mensen van [[thee-mantelzorgers]].",
        "Zie [[inleiding]].",
    ],
)
def test_a_section_with_a_text_of_its_own_is_not_left_to_another(text: str, folder: Folder) -> None:
    folder.stub("thee-mantelzorgers", "1.1.2", "reason: Klaar.").change(KOFFIE, "We tellen wie er komt.", text)
    assert folder.find() == []


def test_another_heading_is_looked_up_when_it_is_named(folder: Folder) -> None:
    whole = (folder.root / KOFFIE).read_text("utf-8").replace("1.1.1", "1.1.2")
    folder.write(THEE, whole.replace("\nWe bellen de mensen op en zetten koffie.\n", ""))
    folder.change(KOFFIE, "We tellen wie er komt.", "Zie “Hoe?” van [[thee-mantelzorgers]].")
    assert [finding.code for finding in folder.find()] == ["delegated-to-empty", "empty-section"]


def test_two_sections_that_point_at_each_other_are_told_once(folder: Folder) -> None:
    whole = (folder.root / KOFFIE).read_text("utf-8").replace("1.1.1", "1.1.2")
    folder.write(THEE, whole.replace("We tellen wie er komt.", "Zie [[koffie-mantelzorgers]]."))
    folder.change(KOFFIE, "We tellen wie er komt.", "Zie [[thee-mantelzorgers]].")
    (finding,) = folder.find()
    assert finding.code == "delegated-to-empty"
    assert "circle" in ENGLISH(finding.message)


# Goals.


def test_a_goal_is_not_called_empty_while_a_file_cannot_be_read(folder: Folder) -> None:
    folder.write(KOFFIE, "---\nnumber: [\n---\n")
    assert folder.find() == []


def test_without_a_profile_the_guideline_counts(folder: Folder) -> None:
    folder.change("plan/plan.yaml", "profile:\n  strategic_goals: 1\n", "")
    found = folder.find()
    assert [line(finding) for finding in found] == ["plan/plan.yaml:1:1 warning profile"] * 3
    assert sorted(ENGLISH(finding.message) for finding in found) == [
        "5 strategic goals are asked; the plan has 1",
        "At least 2 strategic goals on content are asked; the plan has 1",
        "At least 2 strategic goals on governance are asked; the plan has 0",
    ]


def test_a_goal_without_a_kind_may_be_of_either(folder: Folder) -> None:
    folder.change("plan/plan.yaml", "strategic_goals: 1", "governance: 1")
    assert [finding.code for finding in folder.find()] == ["profile"]
    folder.change("plan/goals.yaml", "  kind: content\n", "")
    assert [finding.code for finding in folder.find()] == ["goal-without-kind"]


# Fiches, stubs and dates.


def test_who_leads_itself_is_filled_in(folder: Folder) -> None:
    folder.change(KOFFIE, "lead: [elz-polder]\n", "")
    (finding,) = folder.find()
    assert finding.code == "no-lead"
    assert folder.fix().find() == []
    assert "\nlead: [elz-polder]\nrole: lead\n" in (folder.root / KOFFIE).read_text("utf-8")


@pytest.mark.parametrize("lead", ["lead:\n", "lead: []\n"])
def test_a_lead_that_is_left_open_is_not_doubled(lead: str, folder: Folder) -> None:
    folder.change(KOFFIE, "lead: [elz-polder]\n", lead)
    (finding,) = folder.find()
    assert (finding.code, finding.span.line, finding.fix) == ("no-lead", 5, ())


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("lead: [elz-polder]", "lead: Eerstelijnszone"),
        ("due: eind 2025", "due: 31 februari 2025"),
        ("due: eind 2025", "start: 2023\ndue: 31 februari 2025"),
        ("due: eind 2025", "start: 2023\nsteps: [{what: Bellen, due: 31 februari 2025}]"),
    ],
)
def test_what_is_written_and_cannot_be_read_is_not_called_missing(old: str, new: str, folder: Folder) -> None:
    folder.change(KOFFIE, old, new)
    assert len(folder.load().findings) == 1
    assert folder.find() == []


def test_the_rules_of_a_fiche_are_not_for_stubs(folder: Folder) -> None:
    folder.stub("thee", "1.1.2", "reason: Klaar.", "start: 2023", "role: facilitator")
    assert folder.find() == []


@pytest.mark.parametrize("given", ["target: 20", "unit: mantelzorgers", "measure: We tellen", "count: stuurgroep"])
def test_a_result_is_measurable_with_one_of_three(given: str, folder: Folder) -> None:
    folder.change(KOFFIE, "target: 20", given)
    assert folder.find() == []


RESULT = "what: Mantelzorgers aan tafel\n    target: 20\n    unit: mantelzorgers"


@pytest.mark.parametrize(
    "what",
    [
        "Het platform is er",
        "De netwerkdag heeft plaatsgevonden",
        "Er is beslist om al dan niet uit te rollen",
        "Er is een beleidsplan digitale inclusie",
        "In deze periode is er een eerste versie van het dashboard, bruikbaar voor partners",
        "Het draaiboek is opgeleverd.",
        "De uitwisselingstafel over veerkracht vindt plaats",
        "The handbook is published",
    ],
)
def test_what_is_there_or_not_needs_no_number(what: str, folder: Folder) -> None:
    folder.change(KOFFIE, RESULT, f'what: "{what}"')
    assert folder.find() == []


@pytest.mark.parametrize(
    "what",
    [
        "Scholen die meedoen",
        "Er zijn meer vrijwilligers in de palliatieve zorg",
        "Er is een groeiend aantal vrijwilligers",
        "Er is periodiek overleg met het netwerk",
        "De netwerkmomenten hebben plaatsgevonden",
        "Bereik van de netwerkdag",
        "Het infomoment vindt plaats en bereikt medewerkers",
        "Er zijn ambassadeurs opgeleid",
        "",
    ],
)
def test_what_is_more_or_less_so_is_to_be_measured(what: str, folder: Folder) -> None:
    folder.change(KOFFIE, RESULT, f'what: "{what}"')
    assert [finding.code for finding in folder.find()] == ["indicator-without-measure"]


def test_an_evaluation_that_lacks_is_told_once(folder: Folder) -> None:
    folder.change(KOFFIE, f"indicators:\n  - kind: output\n    {RESULT}\n", "")
    folder.change(KOFFIE, "\nWe tellen wie er komt.\n", "")
    assert [finding.code for finding in folder.find()] == ["no-evaluation"]


def test_an_evaluation_with_indicators_and_no_text_is_empty(folder: Folder) -> None:
    folder.change(KOFFIE, "\nWe tellen wie er komt.\n", "")
    assert [finding.code for finding in folder.find()] == ["empty-section"]


def test_a_heading_for_what_we_do_wants_a_text_and_need_not_be_there(folder: Folder) -> None:
    folder.change(KOFFIE, "* Elke maand een tafel klaarzetten\n\n", "")
    (finding,) = folder.find()
    assert (finding.code, finding.span.line) == ("empty-section", 30)
    folder.change(KOFFIE, "### Wat doen we wel?\n\n", "")
    assert folder.find() == []


@pytest.mark.parametrize(("status", "severity"), [("done", "info"), ("stopped", "warning"), ("on-hold", "warning")])
def test_a_goal_of_which_all_actions_are_done_may_be_reached(status: str, severity: str, folder: Folder) -> None:
    whole = (folder.root / KOFFIE).read_text("utf-8").partition("---\n\n")[0]
    folder.write(KOFFIE, f"{whole.replace('status: running', f'status: {status}')}reason: Het is zo.\n---\n\nTekst.\n")
    (finding,) = folder.find("goal-without-live-action")
    assert finding.severity.value == severity
    assert ("reached" in hint(finding)) is (status == "done")


def test_a_reason_stands_for_the_evaluation(folder: Folder) -> None:
    indicators = (
        "indicators:\n  - kind: output\n    what: Mantelzorgers aan tafel\n    target: 20\n    unit: mantelzorgers\n"
    )
    folder.change(KOFFIE, indicators, "no_evaluation: De wet vraagt dit.\n")
    folder.change(KOFFIE, "\n## Evaluatie\n\nWe tellen wie er komt.\n", "")
    assert folder.find() == []


def test_what_we_do_fills_what(folder: Folder) -> None:
    folder.change(KOFFIE, "We nodigen mantelzorgers uit op de koffie.\n\n", "")
    assert folder.find() == []


def test_a_missing_section_is_named(folder: Folder) -> None:
    folder.change(KOFFIE, "## Waarom?\n\nMantelzorgers staan er vaak alleen voor.\n", "")
    (finding,) = folder.find()
    assert (finding.code, finding.span.line) == ("empty-section", 1)
    assert ENGLISH(finding.message) == "The section “Why?” is missing"


@pytest.mark.parametrize("text", ["*", "-\n-", "<!-- wat laten we aan anderen? -->", "…"])
def test_a_section_without_a_word_is_empty(text: str, folder: Folder) -> None:
    folder.change(KOFFIE, "Met de dienst zorg van de gemeente.", text)
    assert [finding.code for finding in folder.find()] == ["empty-section"]


@pytest.mark.parametrize(
    ("dates", "codes"),
    [
        ("due: schooljaar 2024-2025", []),
        ("start: 2023\ndue: winter 2024", []),
        ("start: eind 2025\ndue: 2025", []),
        ("start: 2023", ["dates-before-year"]),
        ("start: 2026\ndue: 2025", ["starts-after-due"]),
        ("steps:\n  - {what: Bellen, done: 2024-12-31}", ["dates-before-year"]),
        ("steps:\n  - {what: Bellen, start: juni 2025, due: mei 2025}", ["starts-after-due"]),
        ("steps:\n  - {what: Bellen}", ["no-date"]),
    ],
)
def test_dates_are_compared_as_vague_as_they_are(dates: str, codes: list[str], folder: Folder) -> None:
    folder.change(KOFFIE, "due: eind 2025", dates)
    assert [finding.code for finding in folder.find()] == codes


# References that are not whole


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        ("[[]]", "[[]]"),
        ("[[ ]]", "[[ ]]"),
        ("[[|x]]", "[[|x]]"),
        ("[[inleiding|]]", "[[inleiding|]]"),
        ("[[inleiding", "[[inleiding"),
        ("[[inleiding zegt het", "[[inleiding"),
        ("[[inleiding]", "[[inleiding]"),
        ("[[inleiding|de tekst] en meer", "[[inleiding|de tekst]"),
        ("[[inleiding|de\n\ntekst", "[[inleiding|de"),
    ],
)
def test_a_reference_that_is_not_whole_is_told(text: str, marked: str, folder: Folder) -> None:
    loaded = folder.change(KOFFIE, HOW, f"Zie {text}").load()
    (finding,) = broken_reference(loaded.plan)
    assert loaded.sources[KOFFIE].text[finding.span.start : finding.span.end] == marked
    assert finding.severity is Severity.WARNING


@pytest.mark.parametrize(
    "text",
    [
        "[[inleiding]]",
        "[[[inleiding]]]",
        "[[inleiding|de tekst]]",
        "[[inleiding|de\ntekst met `code`]]",
        "`[[inleiding`",
        "dit.\n\n```\n[[ ]]\n```",
        r"\[[inleiding",
        "[[woorden](https://voorbeeld.be)]",
        "[één [twee] drie]",
        "<!-- [[inleiding -->",
    ],
)
def test_whole_references_code_and_brackets_are_left_alone(text: str, folder: Folder) -> None:
    assert list(broken_reference(folder.change(KOFFIE, HOW, f"Zie {text}").load().plan)) == []


def test_a_reference_that_can_only_mean_one_thing_is_made_whole(folder: Folder) -> None:
    folder.change(KOFFIE, HOW, "Zie [[inleiding], [[inleiding|]] en [[inleiding. Niet [[onbekend].")
    loaded = folder.load()
    fixes = [patch for finding in broken_reference(loaded.plan) for patch in finding.fix]
    text = patched(loaded.sources[KOFFIE], fixes)
    assert "Zie [[inleiding]], [[inleiding]] en [[inleiding. Niet [[onbekend]." in text


# Advice and data


def test_what_cannot_be_an_id_is_never_advised(folder: Folder) -> None:
    assert names.Names([("Burgers Zorg", ()), ("", ())]).meant("burgers-zorg") == names.Meant()
    folder.change("plan/goals.yaml", "id: mantelzorg-zien", "id: Mantelzorg Zien")
    folder.change(KOFFIE, HOW, "Zie [[1.1]], doelstelling 1.1 en [[mantelzorg-zien]].")
    told = folder.find("unknown-reference", "number-as-reference")
    assert len(told) == 3
    assert not any("Mantelzorg Zien" in ENGLISH(finding.hint or "") for finding in told)


def test_the_goals_of_a_hint_are_each_named_once(folder: Folder) -> None:
    goals = "".join(f"    - id: doel-{n}\n      number: 1.{min(n, 35)}\n      title: Doel {n}\n" for n in range(2, 40))
    text = (folder.root / "plan/goals.yaml").read_text("utf-8")
    folder.write("plan/goals.yaml", text.rstrip("\n") + "\n" + goals).change(KOFFIE, "number: 1.1.1", "number: 1.40.1")
    (finding,) = folder.find("number-without-goal")
    assert finding.hint is not None
    named = [f"1.{n}" for n in range(1, 31)]
    assert ENGLISH(finding.hint) == f"These goals are there: {', '.join(named)}, …."


def test_a_name_may_stand_in_two_lists_and_only_once_in_one(folder: Folder) -> None:
    folder.change(KOFFIE, "lead: [elz-polder]", "lead: [elz-polder, dienst-zorg]")
    assert list(named_twice(folder.load().plan)) == []
    folder.change(KOFFIE, "themes: [mantelzorg]", "themes: [mantelzorg, mantelzorg, mantelzorg]")
    assert [finding.span.column for finding in named_twice(folder.load().plan)] == [22, 34]


def test_only_an_action_that_still_goes_on_has_no_place_where_it_went(folder: Folder) -> None:
    folder.stub("thee", "1.1.2", "into: koffie-mantelzorgers", status="merged")
    assert list(into_of_live_action(folder.load().plan)) == []
    folder.change(KOFFIE, "status: running", "status: planned\ninto: thee")
    assert [finding.span.path for finding in into_of_live_action(folder.load().plan)] == [KOFFIE]


@pytest.mark.parametrize(
    ("target", "unit", "count"),
    [("-20", "mantelzorgers", 1), ("-0,5", "keer", 1), ("0", "klachten", 0), ("-10", "% eenzaamheid", 0)],
)
def test_a_count_cannot_be_below_zero_and_a_percentage_can(target: str, unit: str, count: int, folder: Folder) -> None:
    folder.change(KOFFIE, "target: 20", f'target: "{target}"').change(KOFFIE, "unit: mantelzorgers", f'unit: "{unit}"')
    assert len(list(target_below_zero(folder.load().plan))) == count


@pytest.mark.parametrize(
    ("target", "advised"),
    [
        ("1.500", 'Write “1500” when these are thousands, else with a comma and between quotes: “"1,500"”.'),
        ("12.000 %", 'Write “12000 %” when these are thousands, else with a comma and between quotes: “"12,000 %"”.'),
        ("-1.250", 'Write “-1250” when these are thousands, else with a comma and between quotes: “"-1,250"”.'),
        *((one, "") for one in ("1500", "1.5", "1,500", "0.125", "1.2345", "2.50", "15000")),
    ],
)
def test_three_digits_behind_a_point_may_be_thousands(target: str, advised: str, folder: Folder) -> None:
    folder.change(KOFFIE, "target: 20", f'target: "{target}"')
    found = list(thousands_point(folder.load().plan))
    assert [Language("en")(one.hint or "") for one in found] == [advised] * bool(advised)


def test_what_was_measured_may_be_thousands_too(folder: Folder) -> None:
    folder.change(KOFFIE, "target: 20", "target: 1500\n    measured: [{on: 2025-03-31, value: 1.200}]")
    (found,) = thousands_point(folder.load().plan)
    assert (found.span.line, Language("en")(found.message)) == (15, "The point in “1.200” is read as a decimal comma")
