"""What new fiches and goals look like on the disk: free numbers and ids, titles that read back, and every other byte as it was."""

from __future__ import annotations

import unicodedata
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from small_plans import GOALS, PLAN, fiche, loaded, write

from elzctl import dates
from elzctl.fiche import Ref
from elzctl.load import load
from elzctl.model import Action, Goal, Plan, StrategicGoal
from elzctl.scaffold.action import new_action
from elzctl.scaffold.allowed import Refused, free_id, id_fault, next_number, number_fault, title_fault, uncounted
from elzctl.scaffold.goal import goals_fault, new_goal
from elzctl.sections import STANDARD, part_of
from elzctl.source import Span
from elzctl.terms import GoalKind, Number, Part, Role, Status
from elzctl.tree import WorkTree
from elzctl.value import replace
from elzctl.wording import Language, Message
from elzctl.write_faults import WriteFault

ENGLISH = Language("en")
GOALS_FILE = "plan/goals.yaml"

NASTY = (
    "'s Middags samen eten",
    '"Tussen aanhalingstekens"',
    'Zij zei: "ja", en ging',
    "titel: met: dubbele: punten:",
    "Samen onderweg #zorg",
    "#begin",
    "- een streepje vooraan",
    "-",
    "? vraag",
    "[WIP] lijst, {en} kaart",
    "@welzijnspartners *samen* &co !belangrijk %80 `code`",
    "80% van de mensen | meer > minder",
    "{{ titel }} {% raw %}",
    "<!-- verborgen --> <script>alert(1)</script>",
    "[[mantelzorg-zien|een verwijzing]]",
    "emoji 🧑‍🤝‍🧑 en vlag 🏴󠁧󠁢󠁥󠁮󠁧󠁿",
    "Ĳsbeer, cafe\u0301, ﬁets, 中文, עברית, العربية",
    "\u202eomgekeerd\u202c en\u200bnul breed",
    "harde\u00a0spatie en\u2009dun",
    "\\u0000 \\n \\ C:\\map\\",
    "--- nog een --- streep",
    "... punten",
    "yes",
    "NO",
    "null",
    "~",
    "010",
    "1.10",
    "13:30",
    "2025-02-30",
    "<<",
    "=",
    "a" * 300,
    "woord " * 400 + "einde",
    "<<<<<<< niet samengevoegd",
)


def wanted(title: str = "Samen koken", **more: Any) -> Action:
    """An action as it is asked for."""
    return replace(Action("", "", None, title, Status.PROPOSED), **more)


def refs(*names: str) -> tuple[Ref, ...]:
    return tuple(Ref(name, Span("")) for name in names)


def read(root: Path) -> Plan:
    return load(WorkTree(root)).plan


def files(root: Path) -> dict[str, bytes]:
    """Every file under a folder, hidden ones too."""
    return {str(path.relative_to(root)): path.read_bytes() for path in root.rglob("*") if path.is_file()}


def words(message: Message | None) -> str:
    return "" if message is None else ENGLISH(message)


# Titles


def kept(root: Path, title: str) -> str:
    """The title that is read after it was written; the file is gone again then."""
    made = new_action(root, wanted(title, id="proef"), "mantelzorg-zien")
    assert made.title == title.strip()
    found = read(root).by_id["proef"]
    (root / found.path).unlink()
    return found.title


@pytest.mark.parametrize("title", NASTY)
def test_a_nasty_title_reads_back_as_it_is(tmp_path: Path, title: str) -> None:
    assert kept(write(tmp_path), title) == title


def test_any_title_reads_back_as_it_is(tmp_path: Path) -> None:
    root = write(tmp_path)

    @settings(max_examples=150, deadline=None)
    @given(st.text(min_size=1).filter(lambda title: title_fault(title) is None))
    def reads_back(title: str) -> None:
        assert kept(root, title) == title.strip()

    reads_back()


def test_any_goal_reads_back_as_it_is(tmp_path: Path) -> None:
    root = write(tmp_path)
    line = st.text(min_size=1).filter(lambda text: title_fault(text) is None)

    @settings(max_examples=100, deadline=None)
    @given(line, line)
    def reads_back(title: str, motto: str) -> None:
        write(root)
        new_goal(root, Goal("proef", None, title, motto), "zorg-dichtbij")
        goal = read(root).strategic_goals[0].goals[-1]
        assert (goal.id, goal.title, goal.motto) == ("proef", title.strip(), motto.strip())

    reads_back()


@pytest.mark.parametrize(
    "title",
    [
        "",
        "  ",
        "a\nb",
        "a\r\nb",
        "a\tb",
        "a\x00b",
        "\x1b[31mrood",
        "a\x7f",
        "a\x85b",
        "a\u2028b",
        "a\ud800b",
        "a\uffff",
    ],
)
def test_a_title_that_is_not_one_visible_line_is_refused(tmp_path: Path, title: str) -> None:
    root = write(tmp_path)
    before = files(root)
    with pytest.raises(Refused):
        new_action(root, wanted(title, id="proef"), "mantelzorg-zien")
    with pytest.raises(Refused):
        new_goal(root, Goal("proef", None, title), "zorg-dichtbij")
    assert files(root) == before


def test_a_title_that_is_larger_than_elzctl_reads_is_not_written(tmp_path: Path) -> None:
    root = write(tmp_path)
    before = files(root)
    with pytest.raises(Refused):
        new_action(root, wanted("lang " * 4000, id="proef"), "mantelzorg-zien")
    with pytest.raises(Refused):
        new_goal(root, Goal("proef", None, "lang " * 4000), "zorg-dichtbij")
    assert files(root) == before


# Numbers and ids


def test_the_next_number_counts_stubs_and_fills_no_holes(tmp_path: Path) -> None:
    plan = loaded(
        tmp_path, een=fiche("1.1.1"), vijf=fiche("1.1.5", "reason: stil", status="on-hold"), tien=fiche("1.2.10")
    ).plan
    assert str(next_number(plan, Number((1, 1)))) == "1.1.6"
    assert str(next_number(plan, Number((1, 2)))) == "1.2.11"
    assert str(next_number(plan, Number((2, 1)))) == "2.1.1"
    assert str(next_number(plan, Number((1,)))) == "1.3"
    assert str(next_number(plan, Number(()))) == "3"


def test_a_number_is_refused_when_it_is_elsewhere_taken_or_too_large(tmp_path: Path) -> None:
    plan = loaded(tmp_path, een=fiche("1.1.1", title="Koffie"), laatste=fiche("1.2.999")).plan
    goal = Number((1, 1))
    assert words(number_fault(plan, Number((1, 1, 1)), goal)) == "Number 1.1.1 is taken by “Koffie”"
    assert words(number_fault(plan, Number((1, 2, 1)), goal)) == "1.2.1 does not stand under 1.1"
    assert (
        words(number_fault(plan, Number((1, 1)), Number((1,))))
        == "Number 1.1 is taken by “Mantelzorgers worden gezien”"
    )
    assert number_fault(plan, Number((1, 1, 3)), goal) is None
    with pytest.raises(Refused, match="No number is left"):
        new_action(tmp_path, wanted(), "samen-bewegen")


def test_an_id_is_made_of_the_title_and_is_nobody_else_s(tmp_path: Path) -> None:
    root = write(tmp_path, samen_koken=fiche("1.1.1"), Samen_Koken_2=fiche("1.1.2"))
    (root / "plan/texts").mkdir()
    (root / "plan/texts/inleiding.md").write_text("---\ntitle: Inleiding\n---\n", "utf-8")
    plan = read(root)
    assert plan.unread == {"Samen-Koken-2"}
    assert free_id(plan, "Samen koken!") == "samen-koken-3"
    assert free_id(plan, "Goed bestuur") == "goed-bestuur-2"
    assert free_id(plan, "Inleiding") == "inleiding-2"
    assert free_id(plan, "Con") == "con-1"
    assert free_id(plan, "中文 🧑‍🤝‍🧑") == ""
    assert len(free_id(plan, "verantwoordelijkheidsgevoel " * 70)) <= 48


def test_a_fiche_never_takes_the_name_of_the_readme_that_is_not_read(tmp_path: Path) -> None:
    made = new_action(write(tmp_path), wanted("Readme"), "mantelzorg-zien")
    assert made.id in read(tmp_path).by_id
    assert made.id == "readme-1"


@pytest.mark.parametrize(
    "name",
    [
        *"../buiten .. /etc/passwd a/b a\\b con nul Hoofdletter -a a.md é koffie mantelzorg-zien zorg-dichtbij readme".split(),
        "a b",
        "a" * 101,
        "a\n",
        "a\x00b",
    ],
)
def test_an_id_that_cannot_be_had_is_refused(tmp_path: Path, name: str) -> None:
    root = write(tmp_path / "zone", koffie=fiche("1.1.1"))
    before = files(tmp_path)
    assert id_fault(read(root), name) is not None
    with pytest.raises(Refused):
        new_action(root, wanted(id=name), "mantelzorg-zien")
    with pytest.raises(Refused):
        new_goal(root, Goal(name, None, "Doel"), "zorg-dichtbij")
    assert files(tmp_path) == before


def test_a_title_without_letters_needs_an_id(tmp_path: Path) -> None:
    with pytest.raises(Refused, match="No id can be made"):
        new_action(write(tmp_path), wanted("中文"), "mantelzorg-zien")


# Fiches


def test_a_fiche_has_the_given_keys_in_order_and_all_sections(tmp_path: Path) -> None:
    root = write(tmp_path, stil=fiche("1.1.4"))
    action = wanted(
        "'s Middags: koffie",
        status=Status.PLANNED,
        lead=refs("dienst-zorg", "kring"),
        role=Role.FACILITATOR,
        partners=refs("apothekers"),
        target_groups=refs("mantelzorgers"),
        themes=refs("bewegen"),
        start=dates.read("najaar 2025"),
        due=dates.read("eind 2025"),
    )
    made = new_action(root, action, "mantelzorg-zien")
    assert (made.path, str(made.number)) == ("plan/actions/s-middags-koffie.md", "1.1.5")
    text = (root / made.path).read_bytes().decode()
    assert text.startswith(
        """\
---
number: 1.1.5
title: "'s Middags: koffie"
status: planned
lead: [dienst-zorg, kring]
role: facilitator
partners: [apothekers]
target_groups: [mantelzorgers]
themes: [bewegen]
start: najaar 2025
due: eind 2025
---

## Waarom?

<!-- """
    )
    assert text.endswith(" -->\n")
    assert "\r" not in text
    found = load(WorkTree(root))
    assert replace(found.plan.by_id[made.id], body=made.body) == made
    assert found.findings == ()
    assert [section.title for section in found.plan.by_id[made.id].body.sections] == list(STANDARD.values())


def test_a_fiche_has_no_key_that_was_not_given(tmp_path: Path) -> None:
    made = new_action(write(tmp_path), wanted(), "samen-bewegen")
    text = (tmp_path / made.path).read_text("utf-8")
    assert text.partition("\n\n")[0] == "---\nnumber: 1.2.1\ntitle: Samen koken\nstatus: proposed\n---"


@pytest.mark.parametrize(
    ("settings_", "first"),
    [
        ("", ["Waarom?", "Voor wie?", "Wat?", "Wat doen we wel?"]),
        ("section_order: what-first\n", ["Wat?", "Wat doen we wel?", "Wat doen we niet?", "Waarom?"]),
        ("language: en\n", ["Why?", "For whom?", "What?", "What do we do?"]),
        ("language: en\nsection_order: what-first\n", ["What?", "What do we do?", "What do we not do?", "Why?"]),
    ],
)
def test_the_sections_are_in_the_order_and_the_language_of_the_plan(
    tmp_path: Path, settings_: str, first: list[str]
) -> None:
    made = new_action(write(tmp_path, plan=PLAN + settings_), wanted(), "mantelzorg-zien")
    sections = read(tmp_path).by_id[made.id].body.sections
    assert [section.title for section in sections][:4] == first
    assert {section.part for section in sections} == set(Part)
    assert "\n\n\n" not in (tmp_path / made.path).read_text("utf-8")


@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_comments_help_the_writer_and_reach_no_document(tmp_path: Path, language: str) -> None:
    made = new_action(write(tmp_path, plan=f"{PLAN}language: {language}\n"), wanted(), "mantelzorg-zien")
    assert (tmp_path / made.path).read_text("utf-8").count("<!-- ") == len(Part)
    body = read(tmp_path).by_id[made.id].body
    assert [body.intro.text.strip(), *(section.text for section in body.sections)] == [""] * (1 + len(Part))
    assert all(part_of(section.title) is section.part for section in body.sections)


def test_a_zone_has_its_own_text_for_new_fiches(tmp_path: Path) -> None:
    own = write(tmp_path) / "templates/new/action.nl.md"
    own.parent.mkdir(parents=True)
    own.write_bytes("## Waarom?\r\n\r\nOns eigen begin é.\r\n".encode())
    made = new_action(tmp_path, wanted(), "mantelzorg-zien")
    assert (tmp_path / made.path).read_text("utf-8").endswith("---\n\n## Waarom?\n\nOns eigen begin é.\n")
    own.write_bytes(b"\xff\xfeW\x00")
    with pytest.raises(Refused, match="message"):
        new_action(tmp_path, wanted("Nog een"), "mantelzorg-zien")


def test_a_file_that_is_there_is_never_touched(tmp_path: Path) -> None:
    root = write(tmp_path, koffie="geen fiche", thee=fiche("1.1.1"))
    (root / "plan/actions/map.md").mkdir()
    (root / "plan/actions/wijzer.md").symlink_to(root / "plan/goals.yaml")
    before = files(root)
    for name in ("koffie", "thee", "map", "wijzer"):
        with pytest.raises(Refused, match="taken"):
            new_action(root, wanted(id=name), "mantelzorg-zien")
    assert files(root) == before
    assert [free_id(read(root), name) for name in ("Koffie", "Thee", "Map", "Wijzer")] == [
        "koffie-2",
        "thee-2",
        "map-2",
        "wijzer-2",
    ]


def test_broken_files_do_not_stop_a_new_fiche_and_are_named(tmp_path: Path) -> None:
    root = write(tmp_path, kapot="geen fiche", raar=fiche("veel"), goed=fiche("1.1.3"), actors="- [", plan="\t")
    (root / "plan/texts").mkdir()
    (root / "plan/texts/kapot-hoofdstuk.md").write_text("niets", "utf-8")
    assert uncounted(load(WorkTree(root))) == ("plan/actions/kapot.md", "plan/actions/raar.md")
    assert str(new_action(root, wanted(), "mantelzorg-zien").number) == "1.1.4"


def test_no_number_is_guessed_when_the_fiches_cannot_be_listed(tmp_path: Path) -> None:
    root = write(tmp_path / "zone")
    (root / "plan/actions").rmdir()
    (root / "plan/actions").write_text("een bestand", "utf-8")
    with pytest.raises(Refused):
        new_action(root, wanted(), "mantelzorg-zien")
    (root / "plan/actions").unlink()
    (tmp_path / "elders").mkdir()
    (root / "plan/actions").symlink_to(tmp_path / "elders")
    with pytest.raises(Refused):
        new_action(root, wanted(), "mantelzorg-zien")
    assert list((tmp_path / "elders").iterdir()) == []


def test_the_first_fiche_makes_its_folder(tmp_path: Path) -> None:
    root = write(tmp_path)
    (root / "plan/actions").rmdir()
    assert str(new_action(root, wanted(), "goed-bestuur").number) == "2.1.1"


def test_a_goal_that_is_not_there_has_no_actions(tmp_path: Path) -> None:
    with pytest.raises(Refused, match="There is no goal"):
        new_action(write(tmp_path), wanted(), "onbekend")


# Goals


OLD = Goal("", None, "Nieuw: doel")


def added(root: Path, text: str, item: Goal | StrategicGoal = OLD, under: str = "zorg-dichtbij") -> str:
    """What ``goals.yaml`` says after a goal was added to *text*."""
    (write(root) / GOALS_FILE).write_bytes(text.encode())
    new_goal(root, item, under)
    return (root / GOALS_FILE).read_bytes().decode()


NEW = '    - id: nieuw-doel\n      number: 1.3\n      title: "Nieuw: doel"\n'


def test_a_goal_comes_behind_the_last_one_of_its_strategic_goal(tmp_path: Path) -> None:
    first, second = GOALS.split("- id: sterke-zone")
    assert added(tmp_path, GOALS) == f"{first}{NEW}- id: sterke-zone{second}"


def test_a_strategic_goal_comes_at_the_end(tmp_path: Path) -> None:
    item = StrategicGoal("", None, "Samen", GoalKind.CONTENT, "wij")
    new = "- id: wij\n  number: 3\n  kind: content\n  title: Samen\n  motto: wij\n"
    assert added(tmp_path, GOALS, item, "") == GOALS + new
    assert read(tmp_path).strategic_goals[-1] == StrategicGoal("wij", Number((3,)), "Samen", GoalKind.CONTENT, "wij")


def test_line_endings_and_byte_order_mark_stay(tmp_path: Path) -> None:
    windows = "\ufeff" + GOALS.replace("\n", "\r\n")
    first, second = windows.split("- id: sterke-zone")
    assert (
        added(tmp_path, windows)
        == f"{first}{NEW}".replace("\r\n", "\n").replace("\n", "\r\n") + f"- id: sterke-zone{second}"
    )


@pytest.mark.parametrize(
    ("before", "new", "after"),
    [
        pytest.param(
            "- id: zorg-dichtbij\n  number: 1\n  title: 'Zorg'\n  goals:\n    - id: a\n      number: 1.2  # tweede\n      title: \"A\" # rest\n",
            NEW,
            "# Het einde\n- id: b\n  number: 2\n  title: B\n",
            id="comments stay where they are",
        ),
        pytest.param(
            "-   id: zorg-dichtbij\n    number: 1\n    title: Zorg\n    goals:\n    -   number: 1.2\n        title: A\n        id: a\n        # over a\n\n    # over alle doelen\n",
            '    -   id: nieuw-doel\n        number: 1.3\n        title: "Nieuw: doel"\n',
            "\n# over b\n-   {id: b, number: 2, title: B}\n",
            id="the indentation of the neighbours",
        ),
        pytest.param(
            "- id: zorg-dichtbij\n  number: 1\n  title: Zorg\n  goals:\n  - {id: a, number: 1.1, title: A}\n  - {id: b, number: 1.2, title: B}\n",
            '  - id: nieuw-doel\n    number: 1.3\n    title: "Nieuw: doel"\n',
            "  motto: nabij\n",
            id="more keys behind the list",
        ),
        pytest.param(
            "- id: zorg-dichtbij\n  number: 1\n  title: Zorg\n  goals:\n    - id: a\n      number: 1.1\n      title: A\n\n    - id: b\n      number: 1.2\n      title: B\n      text: |\n        Regel.\n\n        # geen opmerking\n",
            f"\n{NEW}",
            "\n\n- id: c\n  number: 2\n  title: C\n",
            id="a text of more lines, and blank lines between",
        ),
        pytest.param(
            "- number: 1\n  id: zorg-dichtbij\n  title: Zorg\n  goals:   # nog geen\n",
            NEW.replace("1.3", "1.1"),
            "- id: c\n  number: 2\n  title: C\n  goals:\n",
            id="an empty list",
        ),
        pytest.param(
            "- id: zorg-dichtbij\n  number: 1\n  title: Zorg  # kort\n",
            "  goals:\n" + NEW.replace("1.3", "1.1"),
            "- id: c\n  number: 2\n  title: C\n",
            id="no list yet",
        ),
        pytest.param(
            "---\n- id: c\n  number: 2\n  title: C\n- id: zorg-dichtbij\n  number: 1\n  title: Zorg",
            ("\n  goals:\n" + NEW.replace("1.3", "1.1")).removesuffix("\n"),
            "",
            id="no line ending at the end",
        ),
    ],
)
def test_every_other_byte_stays(tmp_path: Path, before: str, new: str, after: str) -> None:
    assert added(tmp_path, before + after) == before + new + after
    assert read(tmp_path).strategic_goals[-1].title in ("B", "C", "Zorg")


def test_an_empty_list_between_brackets_becomes_a_list_of_lines(tmp_path: Path) -> None:
    before = "- id: zorg-dichtbij\n  number: 1\n  title: Zorg\n  goals: []  # nog geen\n  motto: nabij\n"
    expected = before.replace(" []", "").replace("  motto", NEW.replace("1.3", "1.1") + "  motto")
    assert added(tmp_path, before) == expected
    assert added(tmp_path, "[]\n", StrategicGoal("a", None, "A"), "") == "- id: a\n  number: 1\n  title: A\n"


@pytest.mark.parametrize("text", [None, "", "\n", "# nog niets\n", "---\n"])
def test_the_first_goal_makes_the_file(tmp_path: Path, text: str | None) -> None:
    root = write(tmp_path)
    (root / GOALS_FILE).unlink()
    if text is not None:
        (root / GOALS_FILE).write_text(text, "utf-8")
    assert goals_fault(load(WorkTree(root))) is None
    new_goal(root, StrategicGoal("", None, "Samen"))
    new_goal(root, Goal("", None, "Bewegen"), "samen")
    written = (root / GOALS_FILE).read_text("utf-8")
    assert written.startswith(text if text is not None else "# Strategische doelstellingen")
    assert written.endswith(
        "- id: samen\n  number: 1\n  title: Samen\n  goals:\n    - id: bewegen\n      number: 1.1\n      title: Bewegen\n"
    )
    assert load(WorkTree(root)).findings == ()


@pytest.mark.parametrize(
    "text",
    [
        "[{id: zorg-dichtbij, number: 1, title: Zorg}]\n",
        "- {id: zorg-dichtbij, number: 1, title: Zorg}\n",
        "- id: zorg-dichtbij\n  number: 1\n  title: Zorg\n  goals: [{id: a, number: 1.1, title: A}]\n",
        "- id: zorg-dichtbij\n  number: 1\n  title: Zorg\n  goals: ~\n",
        "- id: zorg-dichtbij\n  number: 1\n  title: Zorg\n  goals:\n    - id: a\n      number: 1.1\n      title: A\n      text: |+\n        Regel.\n\n\n",
    ],
)
def test_a_file_that_cannot_be_changed_safely_is_left_alone_and_the_lines_are_shown(tmp_path: Path, text: str) -> None:
    root = write(tmp_path)
    (root / GOALS_FILE).write_bytes(text.encode())
    before = files(root)
    with pytest.raises(Refused) as refused:
        new_goal(root, OLD, "zorg-dichtbij")
    assert files(root) == before
    assert words(refused.value.message).startswith("elzctl cannot change plan/goals.yaml safely")
    hint = words(refused.value.hint)
    assert "“zorg-dichtbij” (line 1" in hint or "“zorg-dichtbij” (line 4" in hint or "(line 5" in hint
    assert "    - id: nieuw-doel\n      number: 1." in hint
    assert '      title: "Nieuw: doel"' in hint


@pytest.mark.parametrize(
    ("text", "why"),
    [
        (b"- id: a\n  title: a: b\n", "plan/goals.yaml, line 2: A value with"),
        (b"- id: \xe9\n", "plan/goals.yaml, line 1: This is not UTF-8"),
        (b"<<<<<<< main\n- id: a\n", "plan/goals.yaml, line 1: Two versions"),
    ],
)
def test_a_broken_file_is_mended_first(tmp_path: Path, text: bytes, why: str) -> None:
    root = write(tmp_path)
    (root / GOALS_FILE).write_bytes(text)
    with pytest.raises(Refused) as refused:
        new_goal(root, StrategicGoal("", None, "Samen"))
    assert words(refused.value.message).startswith(why)
    assert refused.value.hint is not None
    assert words(goals_fault(load(WorkTree(root)))).startswith("plan/goals.yaml: ")
    assert (root / GOALS_FILE).read_bytes() == text


def test_other_faults_in_the_file_do_not_matter(tmp_path: Path) -> None:
    before = "- id: zorg-dichtbij\n  number: 1\n  titel: Zorg\n  goals:\n    - number: x\n      title: A\n"
    assert added(tmp_path, before) == before + NEW.replace("1.3", "1.1")


def test_a_link_or_a_folder_in_place_of_the_file_is_refused(tmp_path: Path) -> None:
    root = write(tmp_path / "zone")
    (tmp_path / "elders.yaml").write_text("", "utf-8")
    (root / GOALS_FILE).unlink()
    (root / GOALS_FILE).symlink_to(tmp_path / "elders.yaml")
    with pytest.raises(Refused, match="reason"):
        new_goal(root, StrategicGoal("", None, "Samen"))
    assert (tmp_path / "elders.yaml").read_bytes() == b""
    (root / GOALS_FILE).unlink()
    (root / GOALS_FILE).mkdir()
    with pytest.raises(Refused, match="reason"):
        new_goal(root, StrategicGoal("", None, "Samen"))


def test_a_read_only_file_stays_as_it_is(tmp_path: Path) -> None:
    root = write(tmp_path)
    (root / GOALS_FILE).chmod(0o444)
    before = files(root)
    with pytest.raises(WriteFault):
        new_goal(root, OLD, "zorg-dichtbij")
    assert files(root) == before


def test_a_goal_gets_the_number_that_is_asked_for_when_it_is_free(tmp_path: Path) -> None:
    root = write(tmp_path)
    assert str(new_goal(root, replace(OLD, number=Number((1, 7))), "zorg-dichtbij").number) == "1.7"
    assert str(new_goal(root, replace(OLD, title="Nog een"), "zorg-dichtbij").number) == "1.8"
    for number in (Number((1, 7)), Number((2, 7)), Number((1,))):
        with pytest.raises(Refused):
            new_goal(root, replace(OLD, number=number, id="x"), "zorg-dichtbij")
    with pytest.raises(Refused):
        new_goal(root, OLD, "onbekend")
    assert [str(goal.number) for goal in read(root).strategic_goals[0].goals] == ["1.1", "1.2", "1.7", "1.8"]


def test_a_goal_with_a_motto_gets_its_id_from_it(tmp_path: Path) -> None:
    made = new_goal(
        write(tmp_path), Goal("", None, "Een hele lange zin over toeleiding", "vlot vinden"), "zorg-dichtbij"
    )
    assert made.id == "vlot-vinden"


def test_titles_are_not_normalised(tmp_path: Path) -> None:
    title = unicodedata.normalize("NFD", "café")
    assert kept(write(tmp_path), title) == title != unicodedata.normalize("NFC", title)
