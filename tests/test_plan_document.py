"""From a plan to its document: everything that belongs in it, in the order that was asked, and nothing else."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from pathlib import Path

import pytest
from drawn_meetings import meetings
from drawn_plans import (
    DUTCH,
    ENGLISH,
    FULL,
    RICH_PLAN,
    STUB,
    TODAY,
    document,
    fiches,
    lines,
    nodes,
    own_plan,
    read,
    rich,
    squeezed,
    whole,
)
from small_plans import GOALS, ROOT, fiche, write

from elzctl.model import Plan
from elzctl.render.markdown import plain
from elzctl.render.plan_document import plan_document
from elzctl.render.tree import Badge, Block, Document, Fiche, Heading, Jump, Note, Table
from elzctl.render.tree_timeline import Timeline
from elzctl.render.version import Version
from elzctl.terms import Part
from elzctl.views.examine import examined

MEETING = "2025-01-14-overleg"


def rows(found: Fiche) -> dict[str, list[str]]:
    """What stands in each row of a fiche, by key."""
    return {field.key: lines(field.blocks) for field in found.fields}


def jumps(found: object) -> list[tuple[str, str]]:
    """Every jump in a line, block or row: where it leads and its words."""
    if isinstance(found, Jump):
        return [(found.anchor, plain(found.children))]
    return [jump for part in found for jump in jumps(part)] if isinstance(found, tuple) else []


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Document:
    return document(rich(tmp_path_factory.mktemp("plan")))


# The whole


def test_the_cover_says_what_and_whose_it_is(small: Document) -> None:
    assert (small.title, small.organisation) == ("Actieplan 2025", "Eerstelijnszone Polder")
    assert (small.subtitle, small.date) == ("Part of the policy plan 2024-2029", "15 March 2025")


def test_the_year_stands_on_the_cover_once(tmp_path: Path) -> None:
    write(tmp_path, plan="title: Ons plan\nyear: 2025\n")
    assert document(tmp_path).subtitle == "2025"


def test_chapters_goals_strays_and_appendices_follow_each_other(small: Document) -> None:
    assert [part.kind for part in small.parts] == [
        *("glance", "chapters", "goal", "goal", "goal", "chapters"),
        *("appendix",) * 8,
    ]
    assert [(line.level, line.label, line.title) for line in small.contents] == [
        (1, "", "At a glance"),
        (1, "", "Vooraf"),
        (1, "1", "Zorg dicht bij mensen"),
        (2, "1.1", "Mantelzorgers worden gezien"),
        (3, "1.1.1", "Koffie voor mantelzorgers"),
        (3, "1.1.2", "Taart"),
        (2, "1.2", "Iedereen beweegt, samen met goal 1.1"),
        (3, "1.2.1", "Wandelen na action 1.1.1"),
        (1, "2", "Een sterke zone"),
        (2, "2.1", "Goed bestuur"),
        (1, "", "Actions without a goal"),
        (3, "9.9.9", "Verdwaald"),
        (1, "", "Achteraf"),
        (1, "Appendix 1", "Timeline"),
        (1, "Appendix 2", "Steps and deadlines by month"),
        (1, "Appendix 3", "Leads and their actions"),
        (1, "Appendix 4", "Target groups and actions"),
        (1, "Appendix 5", "Who carries how much"),
        (1, "Appendix 6", "Indicators"),
        (1, "Appendix 7", "Decisions"),
        (1, "Appendix 8", "Abbreviations"),
    ]


def test_every_line_of_the_contents_leads_to_a_heading_of_its_own(small: Document) -> None:
    anchors = [node.anchor for node in nodes(small.parts) if isinstance(node, Heading) and node.anchor]
    assert [line.anchor for line in small.contents] == anchors
    assert len(set(anchors)) == len(anchors)
    assert {"vooraf", "zorg-dichtbij", "mantelzorg-zien", "koffie", "taart", "verdwaald"} <= set(anchors)


def test_a_goal_has_its_motto_and_text_above_its_actions(small: Document) -> None:
    found = whole(small)
    place = found.index("1.2 Iedereen beweegt, samen met goal 1.1")
    assert found[place + 1 : place + 4] == [
        "bewegen",
        "Zie ook 1.1.1 Koffie voor mantelzorgers.",
        "1.2.1 Wandelen na action 1.1.1",
    ]
    assert "Strategic goal 2 Een sterke zone" in found
    assert found[found.index("2.1 Goed bestuur") + 1] == "This goal has no actions yet."


def test_an_action_without_a_number_is_not_lost(tmp_path: Path) -> None:
    write(tmp_path, los="---\ntitle: Los\nstatus: running\n---\n")
    found = document(tmp_path)
    assert [line.title for line in found.contents if line.level == 3] == ["Los"]
    (strays,) = (part for part in found.parts if part.kind == "goal" and lines(part.blocks)[0].startswith("Actions"))
    assert lines(strays.blocks)[:2] == ["Actions without a goal", "Los"]


def test_chapters_that_do_not_exist_or_are_not_named_are_left_out(tmp_path: Path) -> None:
    rich(tmp_path)
    plan = (
        (tmp_path / "plan" / "plan.yaml")
        .read_text("utf-8")
        .replace("before: [vooraf]", "before: [weg, achteraf, achteraf]")
    )
    write(tmp_path, plan=plan.replace("after: [achteraf]", "after: []"))
    titles = [line.title for line in document(tmp_path).contents if line.level == 1]
    assert titles[1] == "Achteraf"
    assert titles.count("Achteraf") == 1
    assert "Vooraf" not in titles


def test_the_same_plan_and_day_give_the_same_document(small: Document, tmp_path: Path) -> None:
    assert document(rich(tmp_path)) == small


def test_an_empty_plan_is_a_document(tmp_path: Path) -> None:
    (tmp_path / "plan").mkdir()
    for found in (document(tmp_path), plan_document(Plan(), TODAY, ENGLISH)):
        assert found.title == "Action plan"
        assert [line.title for line in found.contents] == ["Goals"]
        assert whole(found) == ["Goals", "This plan has no goals and no actions yet."]


def test_a_draft_says_what_could_not_be_read(tmp_path: Path) -> None:
    rich(tmp_path, kapot="---\ntitle: [\n---\n")
    found = document(tmp_path)
    assert found.contents[0].title == "Missing from this draft"
    assert lines(found.parts[0].blocks)[-1] == "kapot"


# A fiche


def test_a_fiche_has_its_rows_in_order(small: Document) -> None:
    found = fiches(small)["koffie"]
    assert (found.heading.label, found.state, found.badge, found.stub) == ("1.1.1", "running", "Running", False)
    assert lines(found.intro) == ["Een woord vooraf."]
    summary = ["lead", "role", "partners", "target_groups", "themes", "period"]
    parts = ["why", "for_whom", "what", "with_whom", "how", "steps", "evaluation", "condition", "updates"]
    assert [field.key for field in found.fields] == summary + parts
    assert [field.brief for field in found.fields] == [True] * len(summary) + [False] * len(parts)


def test_what_may_come_first(tmp_path: Path) -> None:
    rich(tmp_path)
    plan = (tmp_path / "plan" / "plan.yaml").read_text("utf-8") + "section_order: what-first\n"
    write(tmp_path, plan=plan)
    keys = [field.key for field in fiches(document(tmp_path))["koffie"].fields]
    assert keys[6:11] == ["what", "why", "for_whom", "with_whom", "how"]


def test_names_stand_for_ids_and_an_unknown_id_for_itself(small: Document) -> None:
    found = rows(fiches(small)["koffie"])
    assert found["lead"] == ["Dienst Zorg, onbekend"]
    assert found["role"] == ["Facilitator"]
    assert found["partners"] == ["Huisartsenkring, Apothekers"]
    assert found["target_groups"] == ["Mantelzorgers, zonder-naam"]
    assert found["themes"] == ["Mantelzorg"]


def test_dates_are_as_vague_as_they_were_typed(small: Document, tmp_path: Path) -> None:
    assert rows(fiches(small)["koffie"])["period"] == ["voorjaar 2025 – eind 2025"]
    assert rows(fiches(small)["wandelen"])["period"] == ["by 2025"]
    only_steps = fiche("1.1.1", "steps: [{what: Zaal, due: 2025}]")
    write(tmp_path, a=fiche("1.1.2", "start: 2025-02-01"), b=only_steps, c=fiche("1.1.3", "start: 2025", "due: 2025"))
    found = fiches(document(tmp_path))
    assert [rows(found[name])["period"] for name in "abc"] == [["from 1 February 2025"], ["see the steps"], ["2025"]]


def test_what_is_not_filled_in_is_said_quietly(small: Document) -> None:
    found = fiches(small)["koffie"]
    (for_whom,) = (field for field in found.fields if field.key == "for_whom")
    assert [block.kind for block in for_whom.blocks if isinstance(block, Note)] == ["quiet"]
    assert rows(found)["for_whom"] == ["Not filled in yet"]
    assert all(field.blocks for one in fiches(small).values() for field in one.fields)


def test_what_we_do_and_do_not_stand_under_what(small: Document) -> None:
    assert rows(fiches(small)["koffie"])["what"] == [
        *("We schenken koffie.", "What do we do?", "Schenken", "en luisteren"),
        *("What do we not do?", "Not filled in yet"),
    ]
    assert rows(fiches(small)["wandelen"])["what"] == ["Not filled in yet"]


def test_steps_have_boxes_dates_and_who_does_them(small: Document) -> None:
    (field,) = (field for field in fiches(small)["koffie"].fields if field.key == "steps")
    (found,) = field.blocks
    assert [getattr(item, "checked", None) for item in getattr(found, "items", ())] == [True, False, False]
    assert lines(field.blocks) == [
        "Zaal zoeken by maart 2025, done: 31 March 2025 · Huisartsenkring",
        "Koffie zetten (zie ook wandelen) april 2025 – eind juni 2025",
        "Iedereen bedanken",
    ]


def test_the_evaluation_is_ticked_by_its_indicators(small: Document) -> None:
    assert rows(fiches(small)["koffie"])["evaluation"] == [
        "☒ Process evaluation",
        "Overleg Target: 4 keer per year Measured: 3 of 4 keer (30 June 2025, tussentijds)",
        "☒ Results evaluation (output)",
        "Gasten Counted in: gasten Measured by: lijst aan de deur",
        "We tellen.",
    ]
    empty = ["☐ Process evaluation", "☐ Results evaluation (output)", "Not filled in yet"]
    assert rows(fiches(small)["wandelen"])["evaluation"] == empty


def test_no_evaluation_has_its_reason(tmp_path: Path) -> None:
    write(tmp_path, a=fiche("1.1.1", "no_evaluation: te klein, zie [[b]]", "indicators: []"), b=fiche("1.1.2"))
    found = rows(fiches(document(tmp_path))["a"])["evaluation"]
    assert found[-1] == "No evaluation: te klein, zie 1.1.2 Koffie"


def test_a_value_without_a_target_stands_alone(tmp_path: Path) -> None:
    measured = "measured: [{on: 2025-01-31, value: 5}, {on: maart 2025, value: 80 %}]"
    write(tmp_path, a=fiche("1.1.1", f"indicators: [{{kind: output, what: Gasten, unit: mensen, {measured}}}]"))
    found = rows(fiches(document(tmp_path))["a"])["evaluation"]
    assert found[2] == "Gasten Counted in: mensen Measured: 5 mensen (31 January 2025); 80 % mensen (maart 2025)"


def test_condition_and_updates_are_told(small: Document) -> None:
    found = rows(fiches(small)["koffie"])
    assert found["condition"] == [
        *("de zaal is vrij", "Who decides: Dienst Zorg", "When it is known: april 2025"),
        *("If so: we gaan door", "If not: dan zetten we stop"),
    ]
    assert found["updates"] == ["30 June 2025 · at risk: De zaal is klein."]


def test_text_under_a_heading_that_stands_twice_is_printed_twice(tmp_path: Path) -> None:
    write(
        tmp_path,
        a=fiche("1.1.1", text="## Waarom?\n\nEen.\n\n## Hoe?\n\nZo.\n\n## Waarom?\n\nTwee.\n\n## Vreemd\n\nDrie.\n"),
    )
    assert rows(fiches(document(tmp_path))["a"])["why"] == ["Een.", "Twee.", "Vreemd", "Drie."]


# A stub


def test_a_stub_is_short_and_points_on(small: Document) -> None:
    found = fiches(small)["taart"]
    assert (found.state, found.badge, found.stub) == ("merged", "Merged", True)
    assert lines(found.intro) == ["Taart bakken leek mooi."]
    assert rows(found) == {
        "reason": ["Te weinig handen voor 1.1.1 Koffie voor mantelzorgers."],
        "decision": ["Huisartsenkring, 30 August 2024: De actie stopt."],
        "since": ["2024"],
        "into": ["1.1.1 Koffie voor mantelzorgers"],
    }
    assert jumps(found.fields) == [("koffie", "1.1.1 Koffie voor mantelzorgers")] * 2


def test_a_stub_says_what_it_waits_for(tmp_path: Path) -> None:
    write(tmp_path, a=fiche("1.1.1", "reason: Geld", "condition: de subsidie komt", "into: weg", status="waiting"))
    found = rows(fiches(document(tmp_path))["a"])
    assert (found["condition"], found["into"]) == (["de subsidie komt"], ["weg"])


# References and privacy


def test_references_lead_to_what_they_name(small: Document) -> None:
    (why,) = (field for field in fiches(small)["koffie"].fields if field.key == "why")
    assert jumps(why.blocks) == [("wandelen", "1.2.1 Wandelen na action 1.1.1"), ("wandelen", "de wandeling")]
    assert lines(why.blocks)[0].endswith("en nergens.")


def test_nothing_is_printed_that_is_meant_for_the_writers(small: Document, tmp_path: Path) -> None:
    assert "GEHEIM" in FULL
    assert "GEHEIM" not in repr(small)
    extra = FULL.replace("status: running", "status: running\nnota: GEHEIM\n# GEHEIM", 1)
    assert "GEHEIM" not in repr(
        document(rich(tmp_path, koffie=extra, taart=STUB.replace("reason", "# GEHEIM\nreason")))
    )


# Appendices


def test_the_timeline_says_the_same_as_its_table(small: Document) -> None:
    (blocks,) = (part.blocks for part in small.parts if any(isinstance(block, Timeline) for block in part.blocks))
    _, figure, table, *_ = blocks
    assert isinstance(figure, Timeline)
    assert isinstance(table, Table)
    assert [bar.label for bar in figure.bars] == [plain(row[0]) for row in table.rows]
    assert [bar.text for bar in figure.bars] == [plain(row[1]) for row in table.rows]
    assert [len(bar.marks) for bar in figure.bars] == [2, 0]
    assert [label for _, label in figure.ticks] == ["Q1", "Q2", "Q3", "Q4"]
    assert figure.years == ((0.0, "2025"),)
    assert figure.today is not None
    assert 0.19 < figure.today < 0.21
    assert [bar.soft for bar in figure.bars] == [True, True]


def test_what_is_marked_stays_inside_the_figure(tmp_path: Path) -> None:
    steps = "steps: [{what: Oud, due: 2020}, {what: Nieuw, due: 2025}, {what: Later, due: 2031}]"
    write(tmp_path, a=fiche("1.1.1", steps))
    (figure,) = (node for node in nodes(document(tmp_path).parts) if isinstance(node, Timeline))
    assert len(figure.bars[0].marks) == 1
    assert figure.bars[0].text == "2020 – 2031"


def appendix(found: Document, name: str) -> tuple[Block, ...]:
    """The blocks of an appendix under its heading; none when it is not there."""
    for part in found.parts:
        head, *blocks = part.blocks
        if isinstance(head, Heading) and head.anchor == f"appendix.{name}":
            return tuple(blocks)
    return ()


def grid(blocks: Iterable[Block]) -> list[list[str]]:
    """The cells of all tables, row by row."""
    tables = (block for block in blocks if isinstance(block, Table))
    return [[plain(cell) for cell in row] for table in tables for row in (table.head, *table.rows)]


def test_everything_can_be_seen_at_a_glance(small: Document) -> None:
    first, *tables = appendix(small, "glance")
    assert lines((first,)) == ["4 actions: 3 running, 1 merged."]
    assert [table.caption for table in tables if isinstance(table, Table)] == [
        *("1 Zorg dicht bij mensen", "2 Een sterke zone", "Actions without a goal")
    ]
    assert grid(tables[:2]) == [
        ["No.", "Goal or action", "State", "Lead", "Deadline"],
        ["1.1 Mantelzorgers worden gezien – 1 running, 1 merged"],
        ["1.1.1", "Koffie voor mantelzorgers", "Running", "Dienst Zorg, onbekend", "eind 2025"],
        ["1.1.2", "Taart", "Merged", "–", "–"],
        ["1.2 Iedereen beweegt, samen met goal 1.1 – 1 running"],
        ["1.2.1", "Wandelen na action 1.1.1", "Running", "No lead yet", "2025"],
        ["No.", "Goal or action", "State", "Lead", "Deadline"],
        ["2.1 Goed bestuur – no actions yet"],
    ]
    states = [node for table in tables for row in getattr(table, "rows", ()) for cell in row for node in cell]
    assert [node.state for node in states if isinstance(node, Badge)] == ["running", "merged", "running", "running"]


def test_a_goal_without_operational_goals_is_seen_too(tmp_path: Path) -> None:
    write(tmp_path, goals=GOALS + "- id: leeg\n  number: 3\n  title: Leeg\n", a=fiche("1.1.1"))
    *_, table = appendix(document(tmp_path), "glance")
    assert isinstance(table, Table)
    assert (table.caption, grid((table,))[1:]) == ("3 Leeg", [["no actions yet"]])


def test_steps_and_deadlines_stand_under_the_month_in_which_they_end(small: Document) -> None:
    first, table = appendix(small, "deadlines")
    assert lines((first,)) == ["1 open step has no date; it stands in the fiche of its action."]
    assert grid((table,)) == [
        ["Step or action", "No.", "Deadline", "Who", "How it stands"],
        ["March 2025"],
        ["Zaal zoeken", "1.1.1", "by maart 2025, done: 31 March 2025", "Huisartsenkring", "done"],
        ["June 2025"],
        ["Koffie zetten", "1.1.1", "april 2025 – eind juni 2025", "Dienst Zorg, onbekend", "on track"],
        ["December 2025"],
        ["Wandelen na action 1.1.1", "1.2.1", "by 2025", "–", "on track"],
        ["Koffie voor mantelzorgers", "1.1.1", "voorjaar 2025 – eind 2025", "Dienst Zorg, onbekend", "on track"],
    ]


def test_what_is_late_says_so_and_stubs_have_no_deadlines(tmp_path: Path) -> None:
    late = fiche("1.1.1", "due: 2025-03-14", "steps: [{what: Straks, due: 2025-03-15}, {what: Was, done: 2025-02-01}]")
    write(tmp_path, a=late, b=fiche("1.1.2", "due: 2025-03-14", "reason: Weg", status="stopped"))
    assert [[row[0], row[-1]] for row in grid(appendix(document(tmp_path), "deadlines"))[1:]] == [
        *(["February 2025", "February 2025"], ["Was", "done"], ["March 2025", "March 2025"]),
        *(["Koffie", "late"], ["Straks", "due soon"]),
    ]


def test_leads_have_their_actions(small: Document) -> None:
    assert grid(appendix(small, "leads")) == [
        ["Action", "Period", "State"],
        ["Dienst Zorg"],
        ["1.1.1 Koffie voor mantelzorgers", "voorjaar 2025 – eind 2025", "Running"],
        ["onbekend"],
        ["1.1.1 Koffie voor mantelzorgers", "voorjaar 2025 – eind 2025", "Running"],
        ["No lead yet"],
        ["1.2.1 Wandelen na action 1.1.1", "by 2025", "Running"],
        ["9.9.9 Verdwaald", "no date", "Running"],
    ]


def test_matrices_say_for_whom_and_by_whom(small: Document) -> None:
    assert grid(appendix(small, "groups")) == [
        ["Target group", "1.1.1", "1.2.1", "9.9.9", "Actions"],
        ["Mantelzorgers", "●", "", "", "1"],
        ["zonder-naam", "●", "", "", "1"],
    ]
    assert grid(appendix(small, "partners")) == [
        ["Organisation or group", "1.1.1", "1.2.1", "9.9.9", "Leads", "Partner in"],
        ["Dienst Zorg", "L", "", "", "1", ""],
        ["onbekend", "L", "", "", "1", ""],
        ["Apothekers", "P", "", "", "", "1"],
        ["Huisartsenkring", "P", "", "", "", "1"],
    ]


def test_who_leads_and_helps_is_a_lead_and_who_carries_most_comes_first(tmp_path: Path) -> None:
    both = ("lead: [kring]", "partners: [kring, apothekers]")
    write(tmp_path, a=fiche("1.1.1", *both), b=fiche("1.1.2", "partners: [apothekers, dienst-zorg, dienst-zorg]"))
    assert [[row[0], *row[-2:]] for row in grid(appendix(document(tmp_path), "partners"))[1:]] == [
        *(["Apothekers", "", "2"], ["Huisartsenkring", "1", ""], ["Dienst Zorg", "", "1"])
    ]


def wide(root: Path, count: int) -> Path:
    """A plan with that many actions under its first goal, and two under the second one."""
    help_ = ("lead: [dienst-zorg]", "partners: [kring]", "target_groups: [scholen]")
    texts = {f"a{number}": fiche(f"1.1.{number}", *help_, title=f"A{number}") for number in range(1, count + 1)}
    last = {"z1": fiche("2.1.1", "lead: [kring]"), "z2": fiche("2.1.2", "partners: [apothekers]")}
    return write(root, **texts, **last)


def test_a_matrix_that_is_too_wide_is_divided_by_strategic_goal(tmp_path: Path) -> None:
    found = document(wide(tmp_path, 11))
    groups = [block for block in appendix(found, "groups") if isinstance(block, Table)]
    assert [table.caption for table in groups] == ["1 Zorg dicht bij mensen"]
    tables = [block for block in appendix(found, "partners") if isinstance(block, Table)]
    assert [table.caption for table in tables] == [
        *("How many actions, by strategic goal", "1 Zorg dicht bij mensen", "2 Een sterke zone", "In one action only")
    ]
    assert grid(tables[:1]) == [
        ["Organisation or group", "1", "2", "Leads", "Partner in"],
        ["Huisartsenkring", "11", "1", "1", "11"],
        ["Dienst Zorg", "11", "", "11", ""],
    ]
    assert grid(tables[2:]) == [
        ["Organisation or group", "2.1.1", "2.1.2", "Leads", "Partner in"],
        ["Huisartsenkring", "L", "", "1", "11"],
        ["Action", "Who is in this action only"],
        ["2.1.2 Koffie", "Apothekers (P)"],
    ]


def test_a_goal_with_many_actions_is_divided_further(tmp_path: Path) -> None:
    found = document(wide(tmp_path, 30))
    captions = [block.caption for block in appendix(found, "groups") if isinstance(block, Table)]
    title = "1 Zorg dicht bij mensen"
    assert captions == [f"{title} (1.1.1 – 1.1.11)", f"{title} (1.1.12 – 1.1.22)", f"{title} (1.1.23 – 1.1.30)"]


def test_an_action_without_a_number_is_named_in_matrices(tmp_path: Path) -> None:
    text = "---\ntitle: Zonder nummer\nstatus: running\npartners: [kring]\n---\n"
    write(tmp_path, los=text)
    assert grid(appendix(document(tmp_path), "partners"))[0][:2] == ["Organisation or group", "Zonder n…"]


def test_indicators_have_their_target_and_what_was_measured_last(tmp_path: Path) -> None:
    measured = "measured: [{on: 2025-01-31, value: 3}, {on: 2024-06-30, value: 2}]"
    write(
        tmp_path,
        a=fiche("1.1.1", f"indicators: [{{kind: output, what: Gasten, target: 4, unit: gasten, {measured}}}]"),
        b=fiche("1.1.2", "indicators: [{what: Iets}]"),
        c=fiche("1.1.3", "reason: Weg", "indicators: [{kind: output, what: Weg}]", status="stopped"),
    )
    assert grid(appendix(document(tmp_path), "indicators")) == [
        ["Indicator", "Kind", "Target", "Measured or counted"],
        ["1.1.1 Koffie"],
        ["Gasten", "result", "4 gasten", "3 of 4 gasten (75\xa0%), 31 January 2025"],
        ["1.1.2 Koffie"],
        ["Iets", "–", "–", "not measured yet"],
    ]


def minuted(root: Path, *lines: str, state: str = "draft") -> None:
    """One meeting, with these lines in its minutes."""
    head = f"title: Overleg\nseries: overleg\ndate: 2025-01-14\nstate: {state}\n"
    text = "\n\n".join((f"---\n{head}---\n", "## 1. Begin", *lines))
    meetings(root, "overleg:\n  name: Overleg\n", **{MEETING: text})


def test_what_is_counted_from_minutes_is_an_indicator_too(tmp_path: Path) -> None:
    write(tmp_path, a=fiche("1.1.1", "indicators: [{kind: process, what: Overleg, target: 4, count: overleg}]"))
    minuted(tmp_path, "Welkom.", state="approved")
    (*_, row) = grid(appendix(document(tmp_path), "indicators"))
    assert row == ["Overleg", "process", "4", "1 of 4 (25\xa0%)"]


def test_decisions_on_actions_are_listed_once_in_the_order_of_time(small: Document, tmp_path: Path) -> None:
    assert grid(appendix(small, "decisions")) == [
        ["Who and when", "Decision", "Actions"],
        ["Huisartsenkring, 30 August 2024", "De actie stopt.", "1.1.2"],
    ]
    old = "decision: {body: kring, on: 2024, text: Ooit.}"
    new = f"decision: {MEETING}/B1"
    write(
        tmp_path,
        a=fiche("1.1.1", old, "reason: Weg", status="stopped"),
        b=fiche("1.1.2", new, "reason: Weg", status="stopped"),
    )
    minuted(tmp_path, "BESLUIT: [[a]] en [[b]] gaan samen; mail naam@voorbeeld.be.", "BESLUIT: Iets anders.")
    assert grid(appendix(document(tmp_path), "decisions"))[1:] == [
        ["Huisartsenkring, 2024", "Ooit.", "1.1.1"],
        ["decision B1, Overleg, 14 January 2025", "1.1.1 Koffie en 1.1.2 Koffie gaan samen; mail […].", "1.1.1, 1.1.2"],
    ]


def test_the_colophon_says_which_version_it_is_and_who_approved_it(tmp_path: Path) -> None:
    approved = "approved: {body: kring, on: 2024-12-19, text: Het plan is goed.}\n"
    write(tmp_path, plan=RICH_PLAN + approved, a=fiche("1.1.1"))
    plan = read(tmp_path).plan
    version = Version("3f2a1b9c0d" + "0" * 30, date(2025, 3, 14), changed=True)
    *_, last = plan_document(plan, TODAY, ENGLISH, version=version).parts
    assert lines(last.blocks) == [
        "Colophon",
        "Plan Actieplan 2025",
        "Organisation Eerstelijnszone Polder",
        "Version 3f2a1b9c0d of 14 March 2025, with changes that are not committed",
        "Approved Huisartsenkring, 19 December 2024: Het plan is goed.",
        "State as it was on 15 March 2025",
    ]
    *_, last = plan_document(plan, TODAY, ENGLISH, version=version._replace(changed=False)).parts
    assert "Version 3f2a1b9c0d of 14 March 2025" in lines(last.blocks)
    assert appendix(document(write(tmp_path, a=fiche("1.1.1"))), "colophon") == ()


def test_an_approval_can_cite_the_minutes(tmp_path: Path) -> None:
    write(tmp_path, plan=RICH_PLAN + f"approved: {MEETING}/B1\n", a=fiche("1.1.1"))
    minuted(tmp_path, "BESLUIT: Het plan is goed.")
    words = "Approved decision B1, Overleg, 14 January 2025: Het plan is goed."
    assert words in lines(appendix(document(tmp_path), "colophon"))


def test_an_approval_that_names_who_or_what_is_not_there_is_a_finding(tmp_path: Path) -> None:
    approved = f"approved: {{body: niemand, meeting: {MEETING}/B7}}\n"
    write(tmp_path, plan=RICH_PLAN + approved, a=fiche("1.1.1"))
    minuted(tmp_path, "BESLUIT: Het plan is goed.")
    found = examined(read(tmp_path)).findings
    places = {one.code for one in found if one.span.path == "plan/plan.yaml"}
    assert {"unknown-actor", "unknown-decision"} <= places


def test_abbreviations_are_in_the_order_of_the_alphabet(small: Document) -> None:
    assert [row[0] for row in grid(appendix(small, "abbreviations"))] == ["Abbreviation", "CM", "ELZ"]


# The plan of this repository


def test_every_action_of_our_plan_is_printed_once_and_in_order() -> None:
    plan = read(ROOT).plan
    found = [node for node in nodes(own_plan().parts) if isinstance(node, Fiche)]
    assert [one.heading.anchor for one in found] == [action.id for action in plan.actions]
    assert [one.stub for one in found] == [action.is_stub for action in plan.actions]


def test_no_word_of_a_live_fiche_of_our_plan_is_lost() -> None:
    found = fiches(own_plan())
    for action in read(ROOT).plan.actions:
        if action.is_stub:
            continue
        text = squeezed("".join(lines((found[action.id],))))
        for prose in action.body.prose():
            for line in prose.text.splitlines():
                if "[[" not in line and not line.startswith("#"):
                    assert squeezed(line) in text, (action.id, line)
        for step in action.steps:
            assert squeezed(step.what) in text
        for indicator in action.indicators:
            assert squeezed(indicator.what) in text


def test_every_text_of_a_part_has_a_label(small: Document) -> None:
    keys = {field.key for one in fiches(small).values() for field in one.fields}
    assert {part.value for part in Part} - keys == {Part.DO.value, Part.DO_NOT.value}


def test_the_language_of_the_document_is_what_is_asked(tmp_path: Path) -> None:
    found = document(rich(tmp_path), DUTCH)
    assert found.language == "nl"
    assert found.date == "15 maart 2025"
