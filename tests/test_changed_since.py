"""The plan with what changed since an earlier version: a list up front, and the same marks in the page, the PDF and Word."""

from __future__ import annotations

import io
import json
import re
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path
from xml.etree import ElementTree as ET

import pikepdf
import pytest
from changed_plans import DAY, THEE, changed, edit, first, marked
from drawn_plans import TODAY, document, fiches, hostile, lines, nodes, rich, sound, whole
from histories import begin, commit, git
from in_process import Run, runner
from small_plans import ROOT
from test_html import elements, main_of, parsed, words
from test_pdf import body, pages
from test_plan_part import run
from word_files import W, check_package, line_of, text_of, xml

from elzctl.render.docx import docx
from elzctl.render.html import html
from elzctl.render.markdown import plain
from elzctl.render.pdf import pdf
from elzctl.render.tree import Document, Fiche, Field, Heading, Jump, Marked, Part
from elzctl.views.part import Wanted

CHANGES = "appendix.changes"


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Document:
    return marked(changed(tmp_path_factory.mktemp("zone")))


@pytest.fixture
def render(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Run:
    return runner(first(tmp_path), capsys, "render", "plan", "--today", TODAY.isoformat())


def part(found: Document) -> Part:
    """The list of what changed, which stands before all else."""
    opening = found.parts[0].blocks[0]
    assert isinstance(opening, Heading)
    assert opening.anchor == CHANGES
    return found.parts[0]


def told(found: Document) -> list[str]:
    """The lines of the list."""
    return lines(part(found).blocks)


def marks(found: Document) -> list[tuple[str, str]]:
    """Each mark, and what it stands beside: the heading of a fiche, the label of a row, the words of a paragraph."""
    return [mark for node in nodes(found.parts) for mark in _marks(node)]


def _marks(node: object) -> Iterable[tuple[str, str]]:
    if isinstance(node, Marked):
        yield node.mark, " / ".join(lines(node.blocks))
    elif isinstance(node, Fiche) and node.mark:
        yield node.mark, plain(node.heading.children)
    elif isinstance(node, Heading) and node.mark:
        yield node.mark, plain(node.children)
    elif isinstance(node, Field) and node.mark:
        yield node.mark, node.label


def jumps(found: object) -> list[tuple[str, str]]:
    """Where each link of the list leads, and its words."""
    if isinstance(found, Jump):
        return [(found.anchor, plain(found.children))]
    return [jump for one in found for jump in jumps(one)] if isinstance(found, tuple) else []


# Marks


def test_what_changed_has_a_mark_and_nothing_else(made: Document) -> None:
    assert marks(made) == [
        ("changed", "Begin. Hier begint het. / Er kwam een regel bij."),
        ("changed", "Role of the zone"),
        ("changed", "Why?"),
        ("changed", "Steps"),
        ("changed", "bewegen doet leven"),
        ("changed", "Samen wandelen na action 1.1.1"),
        ("new", "Thee voor buren"),
        ("changed", "Beter bestuur"),
    ]


def test_a_document_without_a_comparison_has_no_mark(tmp_path: Path) -> None:
    found = document(rich(tmp_path))
    assert marks(found) == []
    assert "changed" not in html(found).partition("<main")[2]


def test_the_order_of_a_fiche_and_the_name_of_a_target_group_are_told(tmp_path: Path) -> None:
    root = first(tmp_path)
    text = (root / "plan/plan.yaml").read_text("utf-8")
    (root / "plan/plan.yaml").write_text(
        text.replace("Mantelzorgers", "Zorgende naasten") + "section_order: what-first\n", "utf-8"
    )
    found = "\n".join(told(marked(root)))
    assert "Nothing changed" not in found
    assert "“what?” comes first" in found
    assert "Zorgende naasten" in found


def test_how_a_file_is_written_does_not_count(tmp_path: Path) -> None:
    root = first(tmp_path)
    edit(root / "plan/texts/vooraf.md", ("Begin.\n\n## Onderdeel\n\nTekst.", "Begin.\n\n\n##   Onderdeel\n\nTekst."))
    edit(root / "plan/actions/koffie.md", ("due: eind 2025\n", 'due: "eind 2025"\n'), ("* Schenken", "*   Schenken"))
    for path in (root / "plan").rglob("*.md"):
        path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    found = marked(root)
    assert marks(found) == []
    assert told(found)[1].startswith("Nothing changed in this document since 15 January 2025 (version ")
    assert len(told(found)) == 2


def test_a_renumbered_action_has_a_mark_and_those_that_name_it_have_none(tmp_path: Path) -> None:
    root = first(tmp_path)
    edit(root / "plan/actions/koffie.md", ("number: 1.1.1", "number: 1.1.9"))
    found = marked(root)
    assert marks(found) == [("changed", "Koffie voor mantelzorgers")]
    assert "1.1.9 Koffie voor mantelzorgers (another number, was 1.1.1)" in told(found)


@pytest.mark.parametrize(
    ("name", "before", "after"),
    [
        ("taart", "status: merged", "status: running"),
        ("wandelen", "status: running", "status: on-hold\nreason: Geen tijd."),
    ],
)
def test_an_action_that_got_the_other_form_is_marked_as_a_whole(
    name: str, before: str, after: str, tmp_path: Path
) -> None:
    root = first(tmp_path)
    edit(root / f"plan/actions/{name}.md", (before, after))
    found = marked(root)
    assert fiches(found)[name].mark == "changed"
    assert not any(field.mark for field in fiches(found)[name].fields)


def test_a_chapter_that_is_printed_from_now_on_is_new(tmp_path: Path) -> None:
    root = first(tmp_path)
    (root / "plan/texts/later.md").write_text("---\ntitle: Later\n---\n\nOoit.\n", "utf-8")
    commit(root)
    assert marks(marked(root)) == []
    edit(root / "plan/plan.yaml", ("after: [achteraf]", "after: [achteraf, later]"))
    found = marked(root)
    assert marks(found) == [("new", "Later"), ("new", "Ooit.")]
    assert ("later", "Later") in jumps(part(found).blocks)


# The list


def test_the_list_says_it_with_the_words_of_diff_and_leads_to_each_place(made: Document) -> None:
    found = told(made)
    assert found[0] == "What changed since 15 January 2025"
    assert re.fullmatch(r"Compared with version [0-9a-f]{10} of 15 January 2025\. Changed: .*", found[1])
    assert "Changed: 2 goals; 4 actions (1 new, 1 gone); 1 chapter." in found[1]
    assert found[3:] == [
        "Goals",
        "1.2 Iedereen beweegt, samen met 1.1",
        "motto: bewegen → bewegen doet leven",
        "2.1 Beter bestuur (another title)",
        "title: Goed bestuur → Beter bestuur",
        "Actions",
        "1.1.1 Koffie voor mantelzorgers",
        "role of the zone: facilitator → director",
        "step: “Zaal zoeken”: due: maart 2025 → april 2025 (later)",
        "Why? Mantelzorgers [new: en buren] staan er vaak alleen voor, zie …",
        "1.2.1 Samen wandelen na 1.1.1 (another title)",
        "title: Wandelen na 1.1.1 → Samen wandelen na 1.1.1",
        "1.2.2 Thee voor buren (new)",
        "1.1.2 Taart (gone)",
        "Chapters",
        "Vooraf",
        "text: Begin. [new: Hier begint het. / Er kwam een regel bij.] / Onderdeel …",
    ]
    anchors = {node.anchor for node in nodes(made.parts) if isinstance(node, Heading)}
    led = jumps(part(made).blocks)
    assert [anchor for anchor, _ in led] == [*("samen-bewegen", "goed-bestuur", "koffie", "wandelen", "thee", "vooraf")]
    assert {anchor for anchor, _ in led} <= anchors


def test_it_stands_in_the_contents_and_the_cover_says_it(made: Document) -> None:
    assert [line.title for line in made.contents][:2] == ["What changed since 15 January 2025", "At a glance"]
    assert lines(made.cover) == ["With what changed since 15 January 2025"]


def test_a_renamed_file_is_no_change_and_a_renamed_actor_is_one(tmp_path: Path) -> None:
    root = first(tmp_path)
    (root / "plan/actions/wandelen.md").rename(root / "plan/actions/samen-wandelen.md")
    edit(
        root / "plan/actors.yaml",
        ("name: Huisartsenkring", "name: Kring van artsen"),
        ("name: Apothekers", "name: Apothekers\n  contact: [geheim@example.be]"),
    )
    found = marked(root)
    assert told(found)[3:] == ["Actors", "Kring van artsen (another title)", "name: Huisartsenkring → Kring van artsen"]


def test_settings_that_are_printed_are_told(tmp_path: Path) -> None:
    root = first(tmp_path)
    edit(root / "plan/plan.yaml", ("period: 2024-2029", "period: 2024-2030"), ("warn_before: 30", "warn_before: 45"))
    found = marked(root)
    assert told(found)[3:] == ["Settings of the plan", "Actieplan 2025", "period: 2024-2029 → 2024-2030 (later)"]


def test_a_very_long_text_is_cut_in_the_list_only(tmp_path: Path) -> None:
    root = first(tmp_path)
    edit(root / "plan/texts/achteraf.md", ("Einde.", "Heel anders gezegd. " * 60))
    found = marked(root)
    assert len(told(found)[-1]) < 600
    assert ("changed", ("Heel anders gezegd. " * 60).strip()) in marks(found)


def test_a_table_in_the_list_is_its_cells(tmp_path: Path) -> None:
    root = first(tmp_path)
    edit(
        root / "plan/texts/achteraf.md",
        ("Einde.", "Einde.\n\n| wie | wat |\n| --- | ---: |\n| ELZ | een \\| twee |\n| CM | **drie** |"),
    )
    (line,) = [one for one in told(marked(root)) if "ELZ" in one]
    assert "[new: wie · wat / ELZ · een" in line
    assert line.endswith("CM · drie]")
    assert not set("|*") & set(line)


# What is not for everybody


def secrets(root: Path) -> Path:
    """Changes in what only the internal edition prints, or nobody."""
    first(root)
    edit(
        root / "plan/actions/koffie.md",
        (
            "We tellen.",
            "We tellen.\n\n::: intern\nGEHEIM een\n:::\n\nOpenbaar.\n\n:\u200b:: intern\nGEHEIM twee\n:\u200b::",
        ),
        ("GEHEIM voor onszelf", "GEHEIM drie"),
        ("GEHEIME reden", "GEHEIM vier"),
        ("note: zie ook wandelen", 'note: "zie ook ::: intern GEHEIM vijf"'),
        ("We schenken koffie.", "We schenken koffie. Bel 0478 12 34 56."),
    )
    edit(root / "plan/actors.yaml", ("name: Apothekers", "name: De apothekers\n  contact: [GEHEIM@example.be]"))
    edit(root / "plan/texts/achteraf.md", ("Einde.", "Einde.\n\n::: intern\nGEHEIM zes\n:::"))
    return root


def test_the_public_edition_tells_and_marks_nothing_internal(tmp_path: Path) -> None:
    found = marked(secrets(tmp_path))
    assert "GEHEIM" not in "\n".join(whole(found)).upper().replace("GEHEIM VOOR", "")
    assert "achteraf" not in [anchor for anchor, _ in jumps(part(found).blocks)]
    assert marks(found) == [("changed", "What?"), ("changed", "Steps"), ("changed", "Evaluation")]
    assert "0478" not in "\n".join(told(found))
    assert "GEHEIM" not in html(found)


def test_the_internal_edition_tells_and_marks_it(tmp_path: Path) -> None:
    found = marked(secrets(tmp_path), internal=True)
    assert "GEHEIM zes" in "\n".join(told(found))
    assert ("new", "Internal / GEHEIM zes") in marks(found)
    assert "GEHEIM vier" not in "\n".join(whole(found)), "why a finding is accepted stands in no document"


# A part


def test_a_part_tells_only_what_is_in_it(tmp_path: Path) -> None:
    root = changed(tmp_path)
    found = marked(root, wanted=Wanted(goals=("1.2",)))
    assert [anchor for anchor, _ in jumps(part(found).blocks)] == ["samen-bewegen", "wandelen", "thee"]
    assert not any("Taart" in line or "Koffie" in line or "Vooraf" in line for line in told(found)[3:])
    lead = marked(root, wanted=Wanted(leads=("kring",)))
    assert [anchor for anchor, _ in jumps(part(lead).blocks)] == ["samen-bewegen", "thee"]


def test_what_left_a_part_is_told_without_a_link(tmp_path: Path) -> None:
    root = first(tmp_path)
    edit(root / "plan/actions/koffie.md", ("number: 1.1.1", "number: 1.2.7"), ("lead: [dienst-zorg]", "lead: [kring]"))
    found = marked(root, wanted=Wanted(goals=("1.1",)))
    assert "1.2.7 Koffie voor mantelzorgers (another number, was 1.1.1)" in told(found)
    page = main_of(parsed(html(found)))
    assert "#koffie" not in [link.get("href") for link in page.iter() if link.get("href")]
    assert "1.2.7 Koffie voor mantelzorgers (another number, was 1.1.1)" in told(
        marked(root, wanted=Wanted(leads=("dienst-zorg",)))
    )


def test_a_part_by_number_is_compared_with_the_same_thing_and_not_with_the_number(tmp_path: Path) -> None:
    root = first(tmp_path)
    edit(root / "plan/actions/koffie.md", ("number: 1.1.1", "number: 1.1.2"))
    edit(root / "plan/actions/taart.md", ("number: 1.1.2", "number: 1.1.1"))
    found = marked(root, wanted=Wanted(actions=("1.1.1",)))
    assert told(found)[3:] == ["Actions", "1.1.1 Taart (another number, was 1.1.2)"]


# Versions that cannot be read


def test_a_fiche_that_could_not_be_read_is_told_and_not_marked(tmp_path: Path) -> None:
    root = begin(tmp_path)
    sound(root)
    good = (root / "plan/actions/koffie.md").read_bytes()
    (root / "plan/actions/koffie.md").write_bytes(b"---\nnumber: [\n---\n")
    commit(root, DAY)
    (root / "plan/actions/koffie.md").write_bytes(good)
    found = marked(root)
    assert told(found)[3:] == [
        "Actions",
        "1.1.1 Koffie voor mantelzorgers (could not be read in the version of 15 January 2025: not compared)",
    ]
    assert marks(found) == []


def test_goals_that_could_not_be_read_are_told(tmp_path: Path) -> None:
    root = begin(tmp_path)
    sound(root)
    good = (root / "plan/goals.yaml").read_bytes()
    (root / "plan/goals.yaml").write_bytes(b"- id: [\n")
    commit(root, DAY)
    (root / "plan/goals.yaml").write_bytes(good)
    then = "What changed here cannot be told: the file plan/goals.yaml could not be read in the version of 15 January 2025."
    _, compared, *rest = told(marked(root))
    assert compared.endswith(" of 15 January 2025.")  # and nothing is counted as changed
    assert rest == ["Goals", then]
    edit(root / "plan/actions/wandelen.md", ("title: Wandelen", "title: Samen wandelen"))
    _, compared, bar, *rest = told(marked(root))
    assert compared.endswith(" Changed: 1 action.")
    assert bar.startswith("A bar ")
    assert rest[:2] == ["Goals", then]


def test_goals_that_can_no_longer_be_read_are_told(tmp_path: Path) -> None:
    root = first(tmp_path)
    (root / "plan/goals.yaml").write_bytes(b"- id: [\n")
    now = "What changed here cannot be told: the file plan/goals.yaml cannot be read now."
    assert now in told(marked(root))


def test_beside_a_commit_without_a_plan_everything_is_new(tmp_path: Path) -> None:
    root = begin(tmp_path)
    (root / "leesmij.txt").write_text("leeg", "utf-8")
    commit(root, DAY)
    found = marked(sound(root))
    assert {mark for mark, _ in marks(found)} == {"new"}
    assert {anchor for anchor, _ in jumps(part(found).blocks)} >= {
        "koffie",
        "taart",
        "wandelen",
        "vooraf",
        "goed-bestuur",
    }


def test_what_changed_to_something_hostile_is_text(tmp_path: Path) -> None:
    root = first(tmp_path)
    found = marked(hostile(root))
    page = parsed(html(found))
    assert len(told(found)) > 20
    assert [one.get("href") for _, one in elements(page) if "script:" in str(one.get("href", "")).lower()] == []
    assert [tag for tag, _ in elements(main_of(page)) if tag in ("script", "img", "iframe")] == []
    assert "{{7*7}}" in words(main_of(page))


# The three formats


def unnumbered(words_of: str) -> str:
    return re.sub(r"^[\d.]+ ", "", " ".join(words_of.split()))


def in_the_page(page: ET.Element) -> list[str]:
    """What has a bar in the page: a fiche, a row and a title by their heading, running text by its words."""
    return [_barred(one) for _, one in elements(page) if "changed" in one.get("class", "").split()]


def _barred(element: ET.Element) -> str:
    if element.get("class") == "changed":
        return unnumbered(" ".join(words(one) for one in element if one.get("class") != "unseen"))
    return unnumbered(next(words(one) for tag, one in elements(element) if re.fullmatch("h[2-6]", tag)))


def in_word(tree: ET.Element) -> tuple[list[str], list[str]]:
    """The rows and the paragraphs that have a bar in a Word file."""
    rows = [
        next(row.iter(f"{W}p"))
        for row in tree.iter(f"{W}tr")
        if row.find(f"{W}tc/{W}tcPr/{W}tcBorders/{W}left") is not None
    ]
    lines = [one for one in tree.iter(f"{W}p") if one.find(f"{W}pPr/{W}pBdr/{W}left") is not None]
    return [line_of(one) for one in rows], [unnumbered(line_of(one).replace("\u00a0", " ")) for one in lines]


def test_the_same_things_have_a_bar_in_the_page_and_in_word(made: Document) -> None:
    expected = [text.replace(" / ", " ") for _, text in marks(made)]
    assert in_the_page(main_of(parsed(html(made)))) == expected
    data = docx(made, TODAY).data
    assert check_package(data) == []
    rows, paragraphs = in_word(xml(data))
    assert rows == ["Role of the zone", "Why?", "Steps", *(field.label for field in fiches(made)["thee"].fields)]
    assert paragraphs == [
        *("changed", "Begin. Hier begint het.", "Er kwam een regel bij.", "changed", "bewegen doet leven"),
        *("Samen wandelen na action 1.1.1", "Thee voor buren", "Running new", "Een kopje.", "Beter bestuur", "changed"),
    ]


def test_the_pdf_says_each_mark_once_and_stays_accessible(made: Document) -> None:
    file = pdf(made, TODAY)
    assert file.warnings == ()
    said = re.findall(r"(?m)^(?:Running)?\W*(new|changed)\b", body(file, made).partition("At a glance")[2])
    assert sorted(said) == sorted(mark for mark, _ in marks(made))
    with pikepdf.open(io.BytesIO(file.data)) as opened:
        assert opened.open_metadata()["pdfuaid:part"] == "1"


def test_each_mark_is_said_in_the_page(made: Document) -> None:
    page = main_of(parsed(html(made)))
    said = [words(one) for _, one in elements(page) if one.get("class") in ("mark", "unseen")]
    assert said == [mark for mark, _ in marks(made)]


def test_word_says_each_mark_once(made: Document) -> None:
    text = text_of(xml(docx(made, TODAY).data)).rpartition("At a glance")[2]
    said = re.findall(r"(?m)^(?:.*\u00a0)?(new|changed)\u00a0?$", text)
    assert sorted(said) == sorted(mark for mark, _ in marks(made))


# The command


def test_the_files_have_a_name_of_their_own_and_the_manifest_names_the_version(tmp_path: Path) -> None:
    root = first(tmp_path)
    id_ = git(root, "rev-parse", "HEAD")
    write_thee(root)
    done = run(root, "plan", "--changed-since", "main", "--format", "all", "--today", "2025-03-15")
    assert (done.returncode, done.stderr) == (0, "")
    names = [f"plan-since-main.{ending}" for ending in ("html", "pdf", "docx", "manifest.json")]
    assert done.stdout.split() == [f"build/{name}" for name in names]
    manifest = json.loads((tmp_path / "build" / names[-1]).read_text("utf-8"))
    assert manifest["changed_since"] == {"id": id_, "day": DAY}
    first_bytes = {name: (tmp_path / "build" / name).read_bytes() for name in names}
    run(root, "plan", "--changed-since", id_[:8], "--format", "all", "--today", "2025-03-15")
    for name in names[:3]:
        other = tmp_path / "build" / name.replace("main", id_[:8])
        assert other.read_bytes() == first_bytes[name]
    assert "Thee voor buren" in "".join(pages(first_bytes[names[1]]))


def write_thee(root: Path) -> None:
    (root / "plan/actions/thee.md").write_text(THEE, "utf-8")


def test_without_a_comparison_the_manifest_says_so(tmp_path: Path) -> None:
    assert run(first(tmp_path), "plan", "--format", "all").returncode == 0
    assert json.loads((tmp_path / "build/manifest.json").read_text("utf-8"))["changed_since"] is None


@pytest.mark.parametrize("typed", ["2025-01-20", "januari 2025", "2025"])
def test_a_date_is_the_last_version_up_to_it(typed: str, render: Run, tmp_path: Path) -> None:
    write_thee(tmp_path)
    commit(tmp_path, "2026-03-01")
    assert render("--changed-since", typed, "--format", "html")[1].endswith(f"plan-since-{DAY}.html\n")


def test_a_tag_that_is_called_like_a_date_is_a_tag(render: Run, tmp_path: Path) -> None:
    commit(tmp_path, "2025-06-01")
    git(tmp_path, "tag", "2025", "HEAD~1")
    assert render("--changed-since", "2025", "--format", "html")[1].endswith(f"plan-since-{DAY}.html\n")
    assert render("--changed-since", "eind 2025", "--format", "html")[1].endswith("plan-since-2025-06-01.html\n")


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("nergens", "There is no revision “nergens”"),
        ("", "“” is not a value for --changed-since"),
        ("--format", "“--format” is not a revision"),
        ("1999", "There is no commit up to 1999-12-31"),
    ],
)
def test_a_version_that_is_not_there_stops_it(typed: str, said: str, render: Run, tmp_path: Path) -> None:
    code, out, err = render("--format", "html", "--changed-since", typed)
    assert (code, out) == (2, "")
    assert err.splitlines()[0] == f"error: {said}"
    assert err.splitlines()[1].startswith("help: ")
    assert not (tmp_path / "build").exists()


def test_without_git_there_is_nothing_to_compare_with(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, _, err = runner(sound(tmp_path), capsys, "render", "plan")("--changed-since", "HEAD")
    assert (code, err.splitlines()[0]) == (2, "error: This folder is in no Git repository, so there is no history")


def test_a_history_that_was_cut_off_is_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    root = first(tmp_path / "whole")
    commit(root, "2025-06-01")
    git(tmp_path, "clone", "--quiet", "--depth", "1", root.as_uri(), "part")
    render = runner(tmp_path / "part", capsys, "render", "plan", "--format", "html")
    for typed in ("HEAD~1", "2025-02-01"):
        code, _, err = render("--changed-since", typed)
        assert code == 2
        assert "was cut off" in err
        assert "git fetch --unshallow" in err


def test_two_tags_of_one_day_do_not_write_over_each_other(render: Run, tmp_path: Path) -> None:
    for name in ("v1.0", "voor/raad"):
        git(tmp_path, "tag", name)
        assert render("--changed-since", name, "--format", "html")[0] == 0
    assert {path.name for path in (tmp_path / "build").iterdir()} == {
        "plan-since-v1.0.html",
        "plan-since-voor-raad.html",
    }


@pytest.mark.parametrize("kind", [("minutes", "2025-01-01-overleg"), ("report",), ("decisions", "overleg")])
def test_it_is_for_the_plan(kind: tuple[str, ...], tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, _, err = runner(first(tmp_path), capsys, "render")(*kind, "--changed-since", "HEAD")
    assert (code, err.splitlines()[0]) == (2, "error: --changed-since is for the plan")
    assert "elzctl diff" in err


def test_an_internal_part_goes_to_the_private_folder(render: Run, tmp_path: Path) -> None:
    code, out, _ = render("--changed-since", "HEAD", "--internal", "--goal", "1.1", "--format", "html")
    assert (code, out) == (0, f"{tmp_path}/private/plan-mantelzorg-zien-internal-since-HEAD.html\n")


def test_a_plain_document_imports_nothing_of_it(tmp_path: Path) -> None:
    program = (
        "import sys; from pathlib import Path; from datetime import date; from elzctl.load import load\n"
        "from elzctl.tree import WorkTree; from elzctl.wording import Language\n"
        "from elzctl.render.plan_editions import plan_edition; from elzctl.cli.main import main\n"
        "plan = load(WorkTree(Path(sys.argv[1]))).plan\n"
        "for ending in ('html', 'pdf', 'docx'): plan_edition(ending, plan, date(2025, 3, 15))\n"
        "main(['-C', sys.argv[1], 'render', 'plan', '--format', 'html'])\n"
        "print(*(name for name in sys.modules if 'changes' in name or name.endswith(('plan_marks', 'earlier'))))\n"
    )
    command = [sys.executable, "-c", program, str(sound(tmp_path))]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == ""
