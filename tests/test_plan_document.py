"""From a plan to its document: everything that belongs in it, in the order that was asked, and nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest
from drawn_plans import (
    DUTCH,
    ENGLISH,
    FULL,
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
from small_plans import ROOT, fiche, write

from elzctl.model import Plan
from elzctl.render.markdown import plain
from elzctl.render.plan_document import plan_document
from elzctl.render.tree import Document, Fiche, Heading, Jump, Note, Table, Timeline
from elzctl.terms import Part


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
        *("chapters", "goal", "goal", "goal", "chapters"),
        *("appendix", "appendix", "appendix"),
    ]
    assert [(line.level, line.label, line.title) for line in small.contents] == [
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
        (1, "Appendix 2", "Leads and deadlines"),
        (1, "Appendix 3", "Abbreviations"),
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
    assert lines(found.parts[-3].blocks)[:2] == ["Actions without a goal", "Los"]


def test_chapters_that_do_not_exist_or_are_not_named_are_left_out(tmp_path: Path) -> None:
    rich(tmp_path)
    plan = (
        (tmp_path / "plan" / "plan.yaml")
        .read_text("utf-8")
        .replace("before: [vooraf]", "before: [weg, achteraf, achteraf]")
    )
    write(tmp_path, plan=plan.replace("after: [achteraf]", "after: []"))
    titles = [line.title for line in document(tmp_path).contents if line.level == 1]
    assert titles[0] == "Achteraf"
    assert titles.count("Achteraf") == 1
    assert "Vooraf" not in titles


def test_the_same_plan_and_day_give_the_same_document(small: Document, tmp_path: Path) -> None:
    assert document(rich(tmp_path)) == small


def test_an_empty_plan_is_a_document(tmp_path: Path) -> None:
    (tmp_path / "plan").mkdir()
    for found in (document(tmp_path), plan_document(Plan(), TODAY, ENGLISH)):
        assert found.title == "Action plan"
        assert (found.parts, found.contents) == ((), ())


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
    figure, table, *_ = (node for node in nodes(small.parts) if isinstance(node, (Timeline, Table)) and node.caption)
    assert isinstance(figure, Timeline)
    assert isinstance(table, Table)
    assert [bar.label for bar in figure.bars] == [plain(row[0]) for row in table.rows]
    assert [bar.text for bar in figure.bars] == [plain(row[1]) for row in table.rows]
    assert [len(bar.marks) for bar in figure.bars] == [2, 0]
    assert [label for _, label in figure.ticks] == ["2025", "Q2", "Q3", "Q4"]
    assert figure.today is not None
    assert 0.19 < figure.today < 0.21
    assert [bar.soft for bar in figure.bars] == [True, True]


def test_what_is_marked_stays_inside_the_figure(tmp_path: Path) -> None:
    steps = "steps: [{what: Oud, due: 2020}, {what: Nieuw, due: 2025}, {what: Later, due: 2031}]"
    write(tmp_path, a=fiche("1.1.1", steps))
    (figure,) = (node for node in nodes(document(tmp_path).parts) if isinstance(node, Timeline))
    assert len(figure.bars[0].marks) == 1
    assert figure.bars[0].text == "2020 – 2031"


def test_leads_have_their_actions_and_deadlines(small: Document) -> None:
    found = lines(small.parts[-2].blocks)
    assert [name for name in found if name in ("Dienst Zorg", "onbekend", "No lead yet")] == [
        "Dienst Zorg",
        "onbekend",
        "No lead yet",
    ]
    place = found.index("Dienst Zorg")
    assert found[place + 1 : place + 13] == [
        *("Action or step", "Deadline", "Status"),
        *("1.1.1 Koffie voor mantelzorgers", "voorjaar 2025 – eind 2025", "Running"),
        *("Zaal zoeken (Huisartsenkring)", "by maart 2025, done: 31 March 2025", "done"),
        *("Koffie zetten", "april 2025 – eind juni 2025", "to do"),
    ]
    assert "1.1.2 Taart" not in found


def test_abbreviations_are_in_the_order_of_the_alphabet(small: Document) -> None:
    (table,) = (block for block in small.parts[-1].blocks if isinstance(block, Table))
    assert [plain(row[0]) for row in table.rows] == ["CM", "ELZ"]


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
