"""A part of the plan as a document of its own, the internal edition of the plan, and the manifest of an archive."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from hashlib import sha256
from pathlib import Path

import pytest
from drawn_plans import ENGLISH, RICH_PLAN, TODAY, document, fiches, lines, nodes, read, rich, sound, whole
from small_plans import ROOT, fiche, write
from test_html import main_of, parsed, words
from test_pdf import pages
from word_files import text_of, xml

from elzctl.fiche import ids
from elzctl.model import Plan
from elzctl.render.docx import docx
from elzctl.render.html import html
from elzctl.render.pdf import pdf
from elzctl.render.plan_document import plan_document
from elzctl.render.tree import Document, Heading, Note
from elzctl.views.part import ALL, Wanted, file_of, part_of

DAY = ("--today", "2025-03-15")


@pytest.fixture
def plan(tmp_path: Path) -> Plan:
    return read(rich(tmp_path)).plan


def part(plan: Plan, *, internal: bool = False, **names: tuple[str, ...]) -> Document:
    return plan_document(plan, TODAY, ENGLISH, wanted=Wanted(**names), internal=internal)


def of(plan: Plan, **names: tuple[str, ...]) -> tuple[list[str], list[str]]:
    """The goals and the actions of a part, by id."""
    found = part_of(plan, Wanted(**names))
    return [goal.id for goal in found.all_goals], [action.id for action in found.actions]


# What is in it


def test_the_whole_plan_is_itself(plan: Plan) -> None:
    assert part_of(plan, ALL) is plan


@pytest.mark.parametrize("name", ["1", "zorg-dichtbij"])
def test_a_strategic_goal_is_everything_under_it(plan: Plan, name: str) -> None:
    goals = ["zorg-dichtbij", "mantelzorg-zien", "samen-bewegen"]
    assert of(plan, goals=(name,)) == (goals, ["koffie", "taart", "wandelen"])


@pytest.mark.parametrize("name", ["1.2", "samen-bewegen"])
def test_an_operational_goal_stands_under_its_strategic_one(plan: Plan, name: str) -> None:
    assert of(plan, goals=(name,)) == (["zorg-dichtbij", "samen-bewegen"], ["wandelen"])


def test_a_goal_that_is_asked_for_stays_when_it_has_no_actions(plan: Plan) -> None:
    assert of(plan, goals=("2.1",)) == (["sterke-zone", "goed-bestuur"], [])


def test_actions_come_in_the_order_of_the_plan_with_the_goals_above_them(plan: Plan) -> None:
    goals = ["zorg-dichtbij", "mantelzorg-zien", "samen-bewegen"]
    assert of(plan, actions=("wandelen", "1.1.1")) == (goals, ["koffie", "wandelen"])
    assert of(plan, actions=("9.9.9",)) == ([], ["verdwaald"])


def test_a_lead_has_its_own_actions_and_those_of_its_groups(tmp_path: Path) -> None:
    texts = {
        "eigen": fiche("1.1.1", "lead: [dienst-zorg]"),
        "groep": fiche("1.1.2", "lead: [cluster-zorg]"),
        "zone": fiche("1.1.3", "lead: [elz-polder]"),
        "ander": fiche("1.1.4", "lead: [kring]", "partners: [dienst-zorg]"),
    }
    plan = read(write(tmp_path, **texts)).plan
    assert of(plan, leads=("dienst-zorg",))[1] == ["eigen", "groep"]
    assert of(plan, leads=("dienst-zorg", "kring"))[1] == ["eigen", "groep", "ander"]
    assert of(plan, leads=("cluster-zorg",))[1] == ["groep"]
    assert of(plan, leads=("elz-polder",))[1] == ["zone"]


def test_names_of_different_kinds_must_all_apply(plan: Plan) -> None:
    assert of(plan, goals=("1.1",), actions=("koffie", "wandelen"))[1] == ["koffie"]
    assert of(plan, goals=("1",), leads=("dienst-zorg",)) == (["zorg-dichtbij", "mantelzorg-zien"], ["koffie"])
    assert of(plan, goals=("2",), actions=("koffie",)) == ([], [])


def test_every_action_of_our_plan_is_in_the_part_of_its_goal_and_of_its_leads() -> None:
    plan = read(ROOT).plan
    by_goal = [name for goal in plan.goals for name in of(plan, goals=(goal.id,))[1]]
    assert by_goal == [action.id for action in plan.actions]
    for action in plan.actions:
        for lead in ids(action.lead):
            assert action.id in of(plan, leads=(lead,))[1]


# The document


@pytest.mark.parametrize(
    ("names", "title", "subtitle", "file"),
    [
        ({"goals": ("1",)}, "strategic goal 1", "Zorg dicht bij mensen", "zorg-dichtbij"),
        ({"goals": ("1.2",)}, "operational goal 1.2", "Iedereen beweegt, samen met goal 1.1", "samen-bewegen"),
        ({"actions": ("1.1.1",)}, "action 1.1.1", "Koffie voor mantelzorgers", "koffie"),
        ({"actions": ("1.2.1", "koffie")}, "actions 1.1.1, 1.2.1", "", "koffie_wandelen"),
        ({"leads": ("dienst-zorg",)}, "actions led by Dienst Zorg", "", "lead-dienst-zorg"),
        ({"goals": ("1",), "leads": ("dienst-zorg",)}, "", "Zorg dicht bij mensen", "zorg-dichtbij-lead-dienst-zorg"),
    ],
)
def test_title_and_file_name_say_what_part_it_is(
    plan: Plan, names: dict[str, tuple[str, ...]], title: str, subtitle: str, file: str
) -> None:
    found = plan_document(plan, TODAY, ENGLISH, wanted=Wanted(**names))
    assert found.title == f"Actieplan 2025: {title or 'strategic goal 1, actions led by Dienst Zorg'}"
    assert found.subtitle == (subtitle or "Part of the policy plan 2024-2029")
    assert file_of(plan, Wanted(**names), internal=False) == f"plan-{file}"


def test_a_title_does_not_name_many_actions(tmp_path: Path) -> None:
    texts = {f"een_tamelijk_lange_naam_{number}": fiche(f"1.1.{number}") for number in range(1, 9)}
    plan = read(write(tmp_path, plan=RICH_PLAN, **texts)).plan
    wanted = Wanted(actions=tuple(name.replace("_", "-") for name in texts))
    assert part(plan, actions=wanted.actions).title == "Actieplan 2025: 8 actions"
    one, other = (file_of(plan, wanted._replace(actions=wanted.actions[:end]), internal=True) for end in (7, 8))
    assert one != other
    assert all(len(name) < 130 and name.endswith("-internal") for name in (one, other))


def test_a_cover_says_that_the_actions_of_groups_are_in_it_too(tmp_path: Path) -> None:
    plan = read(write(tmp_path, a=fiche("1.1.1", "lead: [cluster-zorg]"))).plan
    assert part(plan, leads=("dienst-zorg",)).subtitle == "With what is led by groups that it is a part of"
    assert part(plan, leads=("cluster-zorg",)).subtitle == ""


def test_contents_and_appendices_are_those_of_the_part(plan: Plan) -> None:
    found = part(plan, actions=("wandelen",))
    assert [line.title for line in found.contents] == [
        *("At a glance", "Zorg dicht bij mensen", "Iedereen beweegt, samen met goal 1.1", "Wandelen na action 1.1.1"),
        *("Timeline", "Steps and deadlines by month", "Leads and their actions", "Colophon"),
    ]
    anchors = [node.anchor for node in nodes(found.parts) if isinstance(node, Heading) and node.anchor]
    assert anchors == [line.anchor for line in found.contents]
    said = whole(found)
    assert "Part 1 of the 4 actions" in said
    assert not {"1.1.2 Taart", "Vooraf", "Achteraf"} & set(said)


def test_abbreviations_are_those_that_stand_in_the_part(tmp_path: Path) -> None:
    short = "abbreviations:\n  ELZ: eerstelijnszone\n  CM: Christelijke Mutualiteit\n"
    texts = {"a": fiche("1.1.1", text="## Waarom?\n\nDe ELZ vraagt het.\n"), "b": fiche("1.1.2", text="CMO, XELZ\n")}
    plan = read(write(tmp_path, plan=RICH_PLAN.partition("abbreviations:")[0] + short, **texts)).plan
    assert lines(part(plan, actions=("a",)).parts[-2].blocks) == [
        *("Appendix 3 Abbreviations", "Abbreviation", "Meaning", "ELZ", "eerstelijnszone")
    ]
    assert "Abbreviation" not in whole(part(plan, actions=("b",)))
    assert "Abbreviation" in whole(plan_document(plan, TODAY, ENGLISH))


def test_a_reference_to_what_is_not_in_it_is_text_with_number_and_title(plan: Plan) -> None:
    found = part(plan, actions=("koffie",))
    sentence = "zie 1.2.1 Wandelen na action 1.1.1 en de wandeling en nergens."
    page = main_of(parsed(html(found)))
    assert any(sentence in words(element) for element in page.iter())
    assert not [element for element in page.iter() if element.attrib.get("href") == "#wandelen"]
    assert [element for element in page.iter() if element.attrib.get("href") == "#koffie"]
    assert sentence in " ".join(" ".join(pages(pdf(found, TODAY))).split())
    assert sentence in text_of(xml(docx(found, TODAY).data))


def test_every_jump_of_every_part_of_our_plan_arrives_or_is_text() -> None:
    plan = read(ROOT).plan
    for goal in plan.strategic_goals:
        page = main_of(parsed(html(part(plan, goals=(goal.id,)))))
        names = {element.attrib["id"] for element in page.iter() if "id" in element.attrib} | {"_elz-top"}
        jumps = {
            element.attrib["href"][1:] for element in page.iter() if element.attrib.get("href", "").startswith("#")
        }
        assert jumps <= names


# The internal edition


INTERNAL = """\
Voor iedereen.

::: intern
GEHEIM een.

## Waarom?

GEHEIM twee.
:::

Openbaar.
"""


def test_the_internal_edition_marks_what_the_public_one_leaves_out(tmp_path: Path) -> None:
    root = rich(tmp_path, koffie=fiche("1.1.1", text=INTERNAL))
    (root / "plan/texts/vooraf.md").write_text(
        "---\ntitle: Vooraf\n---\n\nBegin.\n\n::: intern\nGEHEIM drie.\n:::\n", "utf-8"
    )
    plan = read(root).plan
    assert "GEHEIM" not in repr(document(root))
    found = part(plan, internal=True)
    assert found.title == "INTERNAL – Actieplan 2025"
    assert "Internal edition: do not publish or pass on." in whole(found)
    notes = [node for node in nodes(found.parts) if isinstance(node, Note) and node.kind == "internal"]
    assert [lines(note.blocks) for note in notes] == [
        ["Internal", f"GEHEIM {word}."] for word in ("drie", "een", "twee")
    ]
    why = next(field for field in fiches(found)["koffie"].fields if field.key == "why")
    assert lines(why.blocks) == ["Internal", "GEHEIM twee.", "Openbaar."]


def test_an_internal_part_is_marked_too(tmp_path: Path) -> None:
    plan = read(rich(tmp_path)).plan
    assert part(plan, internal=True, actions=("koffie",)).title == "INTERNAL – Actieplan 2025: action 1.1.1"
    assert file_of(plan, Wanted(actions=("1.1.1",)), internal=True) == "plan-koffie-internal"
    assert file_of(plan, ALL, internal=True) == "plan-internal"


# As a command


def run(root: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "ELZCTL_LANG": "en"}
    command = [sys.executable, "-m", "elzctl", "render", *arguments]
    return subprocess.run(command, cwd=root, env=environment, capture_output=True, text=True, check=False)


def names(root: Path, folder: str = "build") -> list[str]:
    return sorted(path.name for path in (root / folder).glob("*"))


def test_parts_are_files_with_names_of_their_own(tmp_path: Path) -> None:
    root = sound(tmp_path)
    for options in (("--action", "1.1.1", "--action", "wandelen"), ("--goal", "1.2"), ("--lead", "dienst-zorg")):
        result = run(root, "plan", *options, *DAY, "--format", "html")
        assert (result.returncode, result.stderr) == (0, "")
    assert names(root) == ["plan-koffie_wandelen.html", "plan-lead-dienst-zorg.html", "plan-samen-bewegen.html"]


def test_an_internal_plan_goes_to_the_private_folder(tmp_path: Path) -> None:
    root = sound(tmp_path)
    assert run(root, "plan", "--internal", "--goal", "1", *DAY, "--format", "html").returncode == 0
    assert (names(root), names(root, "private")) == ([], ["plan-zorg-dichtbij-internal.html"])


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("plan", "--goal", "7"), "“7” is not a value for --goal"),
        (("plan", "--action", "kofie"), "“kofie” is not a value for --action"),
        (("plan", "--lead", "dienst"), "“dienst” is not a value for --lead"),
        (("plan", "--goal", ""), "“” is not a value for --goal"),
        (("plan", "--goal", "2", "--action", "1.1.1"), "No action of the plan is in this part"),
        (("plan", "--lead", "apothekers"), "No action of the plan is in this part"),
        (("report", "--goal", "1"), "--goal, --action and --lead are for the plan"),
    ],
)
def test_what_is_not_there_is_said(tmp_path: Path, arguments: tuple[str, ...], said: str) -> None:
    root = sound(tmp_path)
    result = run(root, *arguments, *DAY)
    assert result.returncode == 2
    assert said in result.stderr.splitlines()[0]
    assert not (root / "build").exists()


def test_an_archive_says_what_is_in_it_and_is_the_same_each_time(tmp_path: Path) -> None:
    root = sound(tmp_path)
    result = run(root, "plan", "--format", "all", *DAY)
    assert (result.returncode, result.stderr) == (0, "")
    assert names(root) == ["manifest.json", "plan.docx", "plan.html", "plan.pdf"]
    files = {path.name: path.read_bytes() for path in (root / "build").iterdir()}
    found = json.loads(files["manifest.json"])
    assert (found["schema_version"], found["document"], found["day"]) == (1, "plan", "2025-03-15")
    assert (found["revision"], found["part"], found["internal"]) == (None, None, False)
    assert [(one["name"], one["size"], one["sha256"]) for one in found["files"]] == [
        (name, len(data), sha256(data).hexdigest()) for name, data in sorted(files.items()) if name != "manifest.json"
    ]
    assert run(root, "plan", "--format", "all", *DAY).returncode == 0
    assert {path.name: path.read_bytes() for path in (root / "build").iterdir()} == files


def test_a_part_has_a_manifest_of_its_own(tmp_path: Path) -> None:
    root = sound(tmp_path)
    assert run(root, "plan", "--format", "all", "--action", "1.1.1", "--lead", "dienst-zorg", *DAY).returncode == 0
    stem = "plan-koffie-lead-dienst-zorg"
    assert names(root) == [f"{stem}.docx", f"{stem}.html", f"{stem}.manifest.json", f"{stem}.pdf"]
    found = json.loads((root / "build" / f"{stem}.manifest.json").read_bytes())
    assert found["part"] == {"goals": [], "actions": ["1.1.1"], "leads": ["dienst-zorg"]}


# The version


def git(root: Path, *arguments: str) -> None:
    who = ("-c", "user.name=Zone", "-c", "user.email=zone@example.org", "-c", "commit.gpgsign=false")
    day = {"GIT_AUTHOR_DATE": "2025-03-01T12:00:00Z", "GIT_COMMITTER_DATE": "2025-03-01T12:00:00Z"}
    environment = {**os.environ, **day, "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1"}
    subprocess.run(["git", *who, *arguments], cwd=root, env=environment, capture_output=True, check=True)


def version(root: Path) -> str:
    """What the colophon says of the version; empty when it says nothing."""
    assert run(root, "plan", "--format", "html", *DAY).returncode == 0
    page = main_of(parsed((root / "build/plan.html").read_text("utf-8")))
    found = [words(element) for element in page.iter() if str(element.tag).endswith("dd")]
    return next((text for text in found if "2025" in text and " of " in text), "")


def test_a_plan_in_git_says_its_commit_and_whether_something_was_changed(tmp_path: Path) -> None:
    root = sound(tmp_path)
    assert version(root) == ""
    git(root, "init", "-q")
    assert version(root) == ""
    git(root, "add", "plan")
    git(root, "commit", "-q", "-m", "Eerste versie, door iemand met een naam")
    found = version(root)
    assert found.endswith(" of 1 March 2025")
    assert len(found.partition(" ")[0]) == 10
    path = root / "plan/actions/koffie.md"
    old = path.read_bytes()
    path.write_bytes(old.replace(b"\n", b"\r\n"))
    assert version(root) == found
    path.write_bytes(old + b"\nNieuw.\n")
    assert version(root) == f"{found}, with changes that are not committed"
    path.write_bytes(old)
    (root / "plan/texts/achteraf.md").unlink()
    plan = root / "plan/plan.yaml"
    assert "with changes" in version(write_plan(plan, "after: [achteraf]", "after: []"))
    assert b"Zone" not in (root / "build/plan.html").read_bytes().replace(b"Eerstelijnszone", b"")


def write_plan(path: Path, old: str, new: str) -> Path:
    """Changes the plan and gives its root."""
    path.write_text(path.read_text("utf-8").replace(old, new), "utf-8")
    return path.parent.parent


def test_a_plan_that_no_commit_holds_has_no_version(tmp_path: Path) -> None:
    root = sound(tmp_path)
    (root / "iets.txt").write_text("iets", "utf-8")
    git(root, "init", "-q")
    git(root, "add", "iets.txt")
    git(root, "commit", "-q", "-m", "Zonder plan")
    assert version(root) == ""


def test_the_manifest_names_the_commit(tmp_path: Path) -> None:
    root = sound(tmp_path)
    git(root, "init", "-q")
    git(root, "add", "plan")
    git(root, "commit", "-q", "-m", "Plan")
    assert run(root, "plan", "--format", "all", "--goal", "1", *DAY).returncode == 0
    found = json.loads((root / "build/plan-zorg-dichtbij.manifest.json").read_bytes())["revision"]
    assert (len(found["id"]), found["day"], found["changed"]) == (40, "2025-03-01", False)
