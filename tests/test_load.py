"""Loading: whatever stands in the files, the rest of the plan is still read, and every finding has a place."""

from __future__ import annotations

import os
import time
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from test_broken import BROKEN, laid_out

from elzctl import nodes
from elzctl.checks.every import check
from elzctl.fiche import ids
from elzctl.finding import Finding, Severity
from elzctl.kinds import Words
from elzctl.load import Loaded, load
from elzctl.nodes import compose
from elzctl.schema import Reading
from elzctl.source import Source
from elzctl.tree import MAX_BYTES, MAX_FILES, Entry, Unreadable, WorkTree
from elzctl.wording import Language, say

ROOT = Path(__file__).parent.parent
FICHE = (BROKEN / "_base/plan/actions/koffie-mantelzorgers.md").read_bytes()
ACTION = "plan/actions/koffie-mantelzorgers.md"


class Memory:
    """A tree that holds what it is given."""

    def __init__(self, files: dict[str, bytes]) -> None:
        self.files = files

    def entries(self, folder: str) -> tuple[Entry, ...]:
        paths = sorted(path for path in self.files if path.startswith(f"{folder}/"))
        names = sorted({path[len(folder) + 1 :].partition("/")[0] for path in paths})
        return tuple(Entry(f"{folder}/{n}", n, f"{folder}/{n}" not in self.files, link=False) for n in names)

    def read(self, path: str) -> bytes:
        if path not in self.files:
            raise Unreadable(say("does not exist"), missing=True)
        return self.files[path]

    def tracked(self, folder: str) -> tuple[str, ...] | None:
        return None


def plan(**changes: bytes) -> Loaded:
    """The tiny plan, with ``action``, ``plan``, ``goals`` or ``actors`` replaced."""
    names = {"action": ACTION, "plan": "plan/plan.yaml", "goals": "plan/goals.yaml", "actors": "plan/actors.yaml"}
    base = BROKEN / "_base"
    files = {str(p.relative_to(base)).replace(os.sep, "/"): p.read_bytes() for p in base.rglob("*") if p.is_file()}
    return load(Memory({**files, **{names[name]: data for name, data in changes.items()}}))


def head(*lines: str) -> bytes:
    """A fiche with these lines of data."""
    return ("---\n" + "\n".join(lines) + "\n---\n\n## Waarom?\n\nDaarom.\n").encode()


NEEDED = ("number: 1.1.1", "title: Koffie", "status: running")


def at(finding: Finding) -> tuple[str, int, int]:
    return finding.code, finding.span.line, finding.span.column


# What is read


def test_a_fiche_becomes_a_value() -> None:
    (action,) = plan().plan.actions
    assert (action.id, str(action.number), action.title) == (
        "koffie-mantelzorgers",
        "1.1.1",
        "Koffie voor mantelzorgers",
    )
    assert ids(action.lead) == ("elz-polder",)
    assert action.due is not None
    assert (action.due.text, action.due.first.isoformat(), action.due.last.isoformat()) == (
        "eind 2025",
        "2025-10-01",
        "2025-12-31",
    )
    assert action.indicators[0].target == ("20", 20.0)
    assert [section.part.value for section in action.body.sections] == [
        *("why", "for_whom", "what", "do", "do_not", "with_whom", "how", "evaluation")
    ]


def test_every_value_knows_its_place() -> None:
    source = FICHE.decode()
    (action,) = plan().plan.actions
    for key, text in (("title", "Koffie voor mantelzorgers"), ("lead", "[elz-polder]"), ("due", "eind 2025")):
        span = action.at[key]
        assert source[span.start : span.end] == text
        assert source.split("\n")[span.line - 1][span.column - 1 :].startswith(text)
    assert source[action.lead[0].span.start : action.lead[0].span.end] == "elz-polder"


@pytest.mark.parametrize("ending", [b"\n", b"\r\n"])
@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
def test_line_endings_and_a_byte_order_mark_do_not_matter(ending: bytes, mark: bytes) -> None:
    loaded = plan(action=mark + FICHE.replace(b"\n", ending))
    assert loaded.findings == ()
    assert loaded.plan == plan().plan
    (action,) = loaded.plan.actions
    text = loaded.sources[ACTION].text
    assert text[action.at["title"].start : action.at["title"].end] == "Koffie voor mantelzorgers"


@pytest.mark.parametrize("text", ["NO", "13:30", "010", "1e3", "on", "1.10", "=", "~", "null", "0x1F", "2025-01-01"])
def test_text_stays_what_was_typed(text: str) -> None:
    loaded = plan(action=head("number: 1.1.1", f"title: {text}", "status: running"))
    assert loaded.plan.actions[0].title == text
    assert loaded.findings == ()


def test_a_number_is_not_a_fraction() -> None:
    loaded = plan(action=head("number: 1.1.10", *NEEDED[1:]))
    assert str(loaded.plan.actions[0].number) == "1.1.10"


def test_references_have_their_own_words_and_place() -> None:
    body = b"\nZie [[mantelzorg-zien]] en [[koffie-mantelzorgers|deze\nactie]].\n"
    (action,) = plan(action=FICHE + body).plan.actions
    first, second = action.body.references
    assert (first.id, first.label, second.id, second.label) == (
        *("mantelzorg-zien", ""),
        *("koffie-mantelzorgers", "deze actie"),
    )
    assert first.span.column == 5


def test_references_in_the_data_count_too() -> None:
    (action,) = plan(action=head(*NEEDED, "reason: zie [[mantelzorg-zien]]")).plan.actions
    assert [(r.id, r.span.line, r.span.column) for r in action.body.references] == [("mantelzorg-zien", 5, 13)]


@pytest.mark.parametrize(
    "heading",
    [
        "## Waarom deze actie? Waarom deze actie nu?",
        "# WAAROM",
        "#### waarom ?",
        "## Why?",
        "## 1) Waarom?",
        "## Aanleiding",
    ],
)
def test_headings_have_variants(heading: str) -> None:
    data = f"---\nnumber: 1.1.1\ntitle: x\nstatus: running\n---\n{heading}\n\nDaarom.\n".encode()
    (section,) = plan(action=data).plan.actions[0].body.sections
    assert (section.part.value, section.text) == ("why", "Daarom.")


def test_headings_in_comments_and_fences_are_none() -> None:
    data = head(*NEEDED) + b"\n<!--\n## Hoe?\n-->\n\n```\n## Hoe?\n```\n"
    assert [section.part.value for section in plan(action=data).plan.actions[0].body.sections] == ["why"]


# What is wrong

LONG = "x" * 20_000
HOSTILE: tuple[tuple[bytes, tuple[str, int, int]], ...] = (
    (head(*NEEDED, "lead: [a, &a b, *a]"), ("yaml-anchor", 5, 11)),
    (head("a: &a [x, x]", "b: &b [*a, *a, *a]", "c: [*b, *b, *b]"), ("yaml-anchor", 2, 4)),
    (head(*NEEDED, "<<: {title: x}"), ("yaml-anchor", 5, 1)),
    (head(*NEEDED, 'reason: !!python/object/apply:os.system ["ls"]'), ("yaml-anchor", 5, 9)),
    (head(*NEEDED, "reason: !!int 3"), ("yaml-anchor", 5, 9)),
    (head(*NEEDED, "lead: " + "[" * 100_000), ("too-large", 1, 1)),
    (head(*NEEDED, "lead: " + "[" * 200 + "]" * 200), ("too-large", 5, 30)),
    (head(*NEEDED, *("  " * depth + "a:" for depth in range(60))), ("too-large", 29, 49)),
    (head(*NEEDED, "lead: [" + "a, " * 30_000 + "a]"), ("too-large", 1, 1)),
    (head(*NEEDED, "title: nog eens"), ("duplicate-key", 5, 1)),
    (head(*NEEDED, "tit\u00a0le: x"), ("unknown-key", 5, 1)),
    (head(*NEEDED, "tіtle: x"), ("unknown-key", 5, 1)),
    (head(*NEEDED, "? [a]", ": b"), ("wrong-value", 5, 3)),
    (head(*NEEDED, "\treason: x"), ("tab-character", 5, 1)),
    (head(*NEEDED, "reason: \x00"), ("control-character", 5, 9)),
    (head(*NEEDED, 'reason: "\\u0000"'), ("control-character", 5, 9)),
    (head(*NEEDED, 'reason: "\\ud800"'), ("broken-yaml", 5, 12)),
    (head(*NEEDED, 'reason: "\\U00110000"'), ("broken-yaml", 5, 12)),
    (head(*NEEDED, f"reason: {LONG}"), ("too-large", 5, 9)),
    (head(*NEEDED, "due: 2025-02-30"), ("bad-date", 5, 6)),
    (head(*NEEDED, "due: 2025-13"), ("bad-date", 5, 6)),
    (head(*NEEDED, "due: 0000-01-01"), ("bad-date", 5, 6)),
    (head(*NEEDED, "due: +99:99"), ("bad-date", 5, 6)),
    (head(*NEEDED, "due: 13:30"), ("bad-date", 5, 6)),
    (head(*NEEDED, "due: " + "9" * 5_000), ("bad-date", 5, 6)),
    (head(*NEEDED, "due: binnenkort"), ("bad-date", 5, 6)),
    (head(*NEEDED, "indicators: [{kind: output, what: x, target: " + "9" * 5_000 + "}]"), ("wrong-value", 5, 46)),
    (head(*NEEDED, "indicators: [{kind: output, what: x, target: 0x1F}]"), ("wrong-value", 5, 46)),
    (head(*NEEDED, "lead: caw"), ("wrong-value", 5, 7)),
    (head(*NEEDED, "lead: {a: b}"), ("wrong-value", 5, 7)),
    (head(*NEEDED, "steps: [overleg]"), ("wrong-value", 5, 9)),
    (head("number: 3.3", *NEEDED[1:]), ("wrong-value", 2, 9)),
    (head("number: [1]", *NEEDED[1:]), ("wrong-value", 2, 9)),
    (head("number: 1.1.1", "title: a: b", "status: running"), ("unquoted-colon", 3, 8)),
    (head("number: 1.1.1", "title: 's Middags", "status: running"), ("broken-yaml", 3, 8)),
    (head("number: 1.1.1", "title: [WIP] actie", "status: running"), ("broken-yaml", 3, 14)),
    (head("number: 1.1.1", "title: @jan", "status: running"), ("broken-yaml", 3, 8)),
    (head("number: 1.1.1", "title: *x*", "status: running"), ("broken-yaml", 3, 10)),
    (head("number: 1.1.1", "title: 100%: samen", "status: running"), ("unquoted-colon", 3, 8)),
    (head("number: 1.1.1", "title: %x", "status: running"), ("broken-yaml", 3, 8)),
    (head("number: 1.1.1", "title: a #3", "status: running"), ("text-after-hash", 3, 10)),
    (head("number: 1.1.1", "title: #3 is top", "status: running"), ("text-after-hash", 3, 8)),
    (head(*NEEDED) + b"\n<!-- tip\n\n## Hoe?\n\n<!-- tip -->\n", ("open-comment", 11, 1)),
    (b"", ("no-front-matter", 1, 1)),
    (b"---\n", ("open-front-matter", 1, 1)),
    (b"---\n---\n", ("missing-key", 2, 1)),
    (b"----\ntitle: x\n----\n", ("no-front-matter", 1, 1)),
    (b"+++\ntitle = 'x'\n+++\n", ("no-front-matter", 1, 1)),
    (b'{"title": "x"}', ("no-front-matter", 1, 1)),
    (FICHE.replace(b"\n\n## Waarom", b"\n<<<<<<< main\n## Waarom"), ("merge-conflict", 17, 1)),
    (FICHE.decode().encode("utf-16"), ("not-utf8", 1, 1)),
    (b"PK\x03\x04" + b"\xff" * 40, ("not-utf8", 1, 1)),
    (b"\x89PNG\r\n\x1a\n" + b"\xff" * 40, ("not-utf8", 1, 1)),
    # Bytes that happen to be UTF-8: another kind of file all the same.
    (b"PK\x03\x04" + b"\x00" * 40, ("not-utf8", 1, 1)),
    (head(*NEEDED).decode().encode("utf-16-le"), ("not-utf8", 1, 1)),
    (head(*NEEDED).decode().encode("utf-16-be"), ("not-utf8", 1, 1)),
    (head(*NEEDED) + b"```a``` b\n\n<<<<<<< HEAD\n", ("merge-conflict", 12, 1)),
    ("---\ntitle: café\n---\n".encode("cp1252"), ("not-utf8", 2, 11)),
    (FICHE + b"x" * (300 << 10), ("too-large", 1, 1)),
)


@pytest.mark.parametrize(
    ("data", "expected"), HOSTILE, ids=[f"{code}-{n}" for n, (_, (code, _, _)) in enumerate(HOSTILE)]
)
def test_a_fault_is_found_where_it_stands(data: bytes, expected: tuple[str, int, int]) -> None:
    start = time.perf_counter()
    loaded = plan(action=data)
    assert expected in [at(finding) for finding in loaded.findings]
    assert len(loaded.findings) < 5
    assert loaded.plan.strategic_goals == plan().plan.strategic_goals
    assert time.perf_counter() - start < 5


@pytest.mark.parametrize(
    "text", ["{{ 7*7 }} en meer", "80% van de mensen", "titel – met streep", "Te Gek!?", "a, b & c"]
)
def test_odd_titles_that_are_right_are_read(text: str) -> None:
    quoted = f'"{text}"' if text.startswith("{") else text
    loaded = plan(action=head("number: 1.1.1", f"title: {quoted}", "status: running"))
    assert (loaded.plan.actions[0].title, loaded.findings) == (text, ())


def test_a_name_where_an_id_belongs_is_told_with_the_id() -> None:
    findings = check(plan(action=head(*NEEDED, "lead: [Dienst Zorg]")).plan)
    (finding,) = (finding for finding in findings if finding.code == "unknown-actor")
    assert (finding.span.line, finding.span.column, finding.fix[0].text) == (5, 8, "dienst-zorg")


def test_a_path_where_an_id_belongs_leads_nowhere() -> None:
    findings = check(plan(action=head(*NEEDED[:2], "status: moved", "into: ../../etc/passwd")).plan)
    assert ("moved-nowhere", 5) in [(finding.code, finding.span.line) for finding in findings]


def test_code_that_speaks_of_a_comment_opens_none() -> None:
    loaded = plan(action=FICHE + b"\nZet `<!--` voor een opmerking en `-->` erachter.\n")
    assert loaded.findings == ()
    assert "opmerking" in loaded.plan.actions[0].body.sections[-1].text


def test_python_s_own_parser_reads_the_same_as_libyaml() -> None:
    def told(node: Any) -> Any:
        where = (node.start_mark.index, node.start_mark.line, node.start_mark.column, node.end_mark.index)
        if isinstance(node, yaml.MappingNode):
            return where, [(told(key), told(value)) for key, value in node.value]
        if isinstance(node, yaml.SequenceNode):
            return where, [told(item) for item in node.value]
        return where, node.value

    for path in (ROOT / "plan").rglob("*.yaml"):
        text = path.read_text("utf-8")
        whole, findings = nodes.compose(Source(str(path), text.encode(), text), 0, len(text))
        assert findings == []
        slow = told(nodes.PurePython(text).get_single_node())
        assert _scalars(slow) == _scalars(told(whole.node))


def _scalars(told: Any) -> list[Any]:
    """Places and texts of the scalars; where a block ends, the two parsers count blank lines differently."""
    where, value = told
    if isinstance(value, str):
        return [(where[:3], value)]
    parts = [part for item in value for part in (item if isinstance(item[0][0], tuple) else (item,))]
    return [scalar for part in parts for scalar in _scalars(part)]


def test_equals_signs_under_a_title_are_no_conflict() -> None:
    assert plan(action=FICHE + b"\nTitel\n=======\n\n```\n<<<<<<< main\n```\n").findings == ()


def test_one_broken_file_costs_only_its_findings(tmp_path: Path) -> None:
    root = laid_out("_base", tmp_path)
    (root / "plan/actions/kapot.md").write_text("---\ntitle: [\n---\n")
    loaded = load(WorkTree(root))
    assert [action.id for action in loaded.plan.actions] == ["koffie-mantelzorgers"]
    assert loaded.plan.unread == {"kapot"}
    assert [finding.span.path for finding in loaded.findings] == ["plan/actions/kapot.md"]


def test_odd_things_in_the_folders_are_told_at_once(tmp_path: Path) -> None:
    root = laid_out("_base", tmp_path)
    actions = root / "plan/actions"
    (tmp_path / "geheim.txt").write_text("---\ntitle: geheim\n---\n")
    (actions / "link.md").symlink_to(tmp_path / "geheim.txt")
    (actions / "loos.md").symlink_to(tmp_path / "nergens")
    (actions / "map.md").mkdir()
    os.mkfifo(actions / "pijp.md")
    (actions / "con.md").write_bytes(FICHE)
    with (actions / "reus.md").open("wb") as file:
        file.truncate(8 << 30)
    for leftover in (".fiche.md.swp", "fiche.md~", "fiche.md.orig", "~$fiche.md"):
        (actions / leftover).write_text("x")
    start = time.perf_counter()
    found = {finding.span.path.split("/")[-1]: finding.code for finding in load(WorkTree(root)).findings}
    assert time.perf_counter() - start < 2
    unreadable = dict.fromkeys(("link.md", "loos.md", "map.md", "pijp.md", "reus.md"), "unreadable-file")
    assert found == {**unreadable, "con.md": "bad-file-name"}


@pytest.mark.parametrize(
    ("name", "better"),
    [
        ("2026-02-30-overleg", None),
        ("2026-11-20", None),
        ("overleg", None),
        ("2026-02-30 Overleg", None),
        ("2026-11-20 Overleg", "2026-11-20-overleg.md"),
    ],
)
def test_a_name_that_would_be_refused_again_is_not_advised(tmp_path: Path, name: str, better: str | None) -> None:
    root = laid_out("_base", tmp_path)
    meetings = root / "meetings"
    meetings.mkdir(exist_ok=True)
    (meetings / f"{name}.md").write_bytes(FICHE)
    (finding,) = (one for one in load(WorkTree(root)).findings if one.code == "bad-file-name")
    advice = None if finding.hint is None else Language("en")(finding.hint)
    assert advice == (None if better is None else f"A name that works: “{better}”.")


@pytest.mark.parametrize("folder", ["meetings/attachments", "plan/pictures"])
def test_names_of_other_files_that_windows_refuses_are_told(tmp_path: Path, folder: str) -> None:
    root = laid_out("agenda-order", tmp_path)
    (root / folder).mkdir(parents=True, exist_ok=True)
    for name in (
        "con.png",
        "a:b.png",
        "eind .png",
        "eind.png ",
        "foto.png",
        "Foto.png",
        "caf\u00e9.png",
        "cafe\u0301.png",
    ):
        (root / folder / name).write_bytes(b"x")
    found = [(one.code, one.span.path.rpartition("/")[2]) for one in load(WorkTree(root)).findings]
    assert sorted(one for one in found if one[0] in ("bad-file-name", "case-collision")) == [
        ("bad-file-name", "a:b.png"),
        ("bad-file-name", "con.png"),
        ("bad-file-name", "eind.png "),
        *(("case-collision", name) for name in ("Foto.png", "cafe\u0301.png", "caf\u00e9.png", "foto.png")),
    ]


def test_a_linked_folder_is_not_followed(tmp_path: Path) -> None:
    root = laid_out("_base", tmp_path / "a")
    elsewhere = laid_out("_base", tmp_path / "b")
    (root / "plan/actions/koffie-mantelzorgers.md").unlink()
    (root / "plan/actions").rmdir()
    (root / "plan/actions").symlink_to(elsewhere / "plan/actions")
    loaded = load(WorkTree(root))
    assert loaded.plan.actions == ()
    assert [(finding.code, finding.span.path) for finding in loaded.findings] == [("unreadable-file", "plan/actions")]


def test_more_files_than_any_plan_has_are_told_and_not_cut_off(tmp_path: Path) -> None:
    root = laid_out("_base", tmp_path)
    for number in range(MAX_FILES):
        (root / f"plan/actions/a{number}.md").touch()
    loaded = load(WorkTree(root))
    assert [(finding.code, finding.span.path) for finding in loaded.findings] == [("unreadable-file", "plan/actions")]


def test_an_empty_repository_misses_its_three_files(tmp_path: Path) -> None:
    loaded = load(WorkTree(tmp_path))
    assert [(finding.code, finding.span.path) for finding in loaded.findings] == [
        ("missing-file", f"plan/{name}.yaml") for name in ("plan", "actors", "goals")
    ]


def test_empty_files_are_told() -> None:
    loaded = plan(plan=b"", goals=b"", actors=b"", action=b"")
    assert sorted(finding.code for finding in loaded.findings) == [*["broken-yaml"] * 3, "no-front-matter"]


def test_a_file_of_the_limit_is_read_and_one_byte_more_is_not(tmp_path: Path) -> None:
    root = laid_out("_base", tmp_path)
    settings_file = root / "plan/plan.yaml"
    text = settings_file.read_bytes()
    settings_file.write_bytes(text + b"#" + b" " * (MAX_BYTES - len(text) - 1))
    assert [finding.code for finding in load(WorkTree(root)).findings] == ["too-large"]
    settings_file.write_bytes(text + b" " * (MAX_BYTES - len(text) + 1))
    assert [finding.code for finding in load(WorkTree(root)).findings] == ["unreadable-file"]


# Advice


def hints(loaded: Loaded) -> list[tuple[str, int, str]]:
    english = Language("en")
    return [(one.code, one.span.line, english(one.hint) if one.hint else "") for one in loaded.findings]


@pytest.mark.parametrize("text", ["<!-- nog te bespreken\n\n## Hoe?\n", "Tekst <!-- a\n", "<!-- a --> b <!-- c\n"])
def test_a_comment_that_is_not_closed_is_told_in_fiches_and_chapters(text: str, tmp_path: Path) -> None:
    root = laid_out("_base", tmp_path)
    (root / "plan/texts").mkdir(exist_ok=True)
    (root / "plan/texts/woord.md").write_text(f"---\ntitle: Woord\n---\n\n{text}", encoding="utf-8")
    (root / ACTION).write_bytes(head(*NEEDED) + text.encode())
    found = [one for one in load(WorkTree(root)).findings if one.code == "open-comment"]
    assert [one.span.path for one in found] == [ACTION, "plan/texts/woord.md"]
    for one, first in zip(found, (10, 5), strict=True):
        assert (one.span.line, one.span.column) == (first, text.splitlines()[0].rindex("<!--") + 1)


def test_comments_that_are_closed_are_no_finding() -> None:
    assert plan(action=head(*NEEDED) + b"<!-- a\n## Hoe?\n-->\n\nb <!-- c --> -->\n").findings == ()


@pytest.mark.parametrize("typed", ["##Hoe?", "###Hoe?", "#Hoe?", "  ##Hoe?", "##Zomaar"])
def test_a_heading_without_a_blank_has_a_fix(typed: str) -> None:
    data = (head(*NEEDED) + f"\n{typed}\n\nZo.\n".encode()).decode()
    (finding,) = plan(action=data.encode()).findings
    (patch,) = finding.fix
    better = typed.strip().replace("#H", "# H").replace("#Z", "# Z")
    assert hints(plan(action=data.encode())) == [("unknown-section", 11, f"Write: {better}")]
    fixed = data[: patch.start] + patch.text + data[patch.end :]
    assert better in fixed.split("\n")[10]
    assert [part.title for part in plan(action=fixed.encode()).plan.actions[0].body.sections][1:] == [
        "Hoe?" for _ in range("Hoe" in typed)
    ]


@pytest.mark.parametrize("typed", ["#samen #zorg", "####### zeven", "```\n##Hoe?\n```"])
def test_hashtags_and_code_are_no_headings(typed: str) -> None:
    assert plan(action=head(*NEEDED) + f"\n{typed}\n".encode()).findings == ()


def test_a_file_with_only_carriage_returns_loses_nothing() -> None:
    loaded = plan(action=FICHE.replace(b"\n", b"\r"))
    (action,), (usual,) = loaded.plan.actions, plan().plan.actions
    assert loaded.findings == ()
    assert [(one.part, one.text) for one in action.body.sections] == [
        (one.part, one.text) for one in usual.body.sections
    ]
    text = loaded.sources[ACTION].text
    for section in action.body.sections:
        assert text[section.heading.start : section.heading.end].endswith(section.title)


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ((*NEEDED, "due: juni 2025 / mei 2025"), ("turned-range", 5, "Did you mean “mei 2025 / juni 2025”?")),
        (("number: 3.3.06", *NEEDED[1:]), ("wrong-value", 2, "Write “3.3.6”.")),
        (("number: 03.3.6", *NEEDED[1:]), ("wrong-value", 2, "Write “3.3.6”.")),
        ((*NEEDED, "steps: [overleg]"), ("wrong-value", 5, "Known here: what, start, due, done, by, note.")),
    ],
)
def test_a_hint_says_what_to_write(lines: tuple[str, ...], expected: tuple[str, int, str]) -> None:
    assert hints(plan(action=head(*lines))) == [expected]


def test_a_zero_in_a_number_that_belongs_there_is_none() -> None:
    assert plan(action=head("number: 1.1.10", *NEEDED[1:])).findings == ()


def test_a_key_that_is_no_id_is_told_once_and_counts_as_the_id_that_is_meant() -> None:
    source = Source("plan/plan.yaml", b"", "Burgers Zorg: Burgers\nmantelzorgers: Mantelzorgers\n")
    composed, _ = compose(source, 0, len(source.text))
    reading = Reading(composed, [])
    known = Words(ids=True).read(composed.node, reading)
    assert known == {"burgers-zorg": "Burgers", "mantelzorgers": "Mantelzorgers"}
    assert hints(Loaded(plan().plan, tuple(reading.found), {})) == [("wrong-value", 1, "Write “burgers-zorg”.")]
    assert Words().read(composed.node, reading) == {"Burgers Zorg": "Burgers", "mantelzorgers": "Mantelzorgers"}


def test_a_folder_among_the_fiches_is_told_as_a_folder(tmp_path: Path) -> None:
    root = laid_out("_base", tmp_path)
    (root / "plan/actions/sub").mkdir()
    (finding,) = load(WorkTree(root)).findings
    assert (finding.code, finding.span.path) == ("stray-file", "plan/actions/sub")
    assert Language("en")(finding.message) == "elzctl does not read this folder, nor what is in it"
    assert hints(load(WorkTree(root))) == [("stray-file", 1, "Move its files one folder up, or elsewhere.")]


# For any bytes

SIGNS = st.text(st.sampled_from("ab1-:#[]{}&*!|>'\"%@`,? \t\n\r\\~é\u00a0\u2028\x00\ufeff"), max_size=80)


@given(st.one_of(st.binary(max_size=200), SIGNS.map(lambda text: text.encode("utf-8"))))
@settings(max_examples=300)
def test_no_bytes_make_it_raise(data: bytes) -> None:
    for changes in ({"action": data}, {"plan": data}, {"goals": data}, {"actors": data}):
        loaded = plan(**changes)
        for finding in loaded.findings:
            assert finding.span.path.startswith("plan/")
            assert finding.span.line >= 1
            assert finding.span.column >= 1


@given(SIGNS)
@settings(max_examples=300)
def test_no_front_matter_makes_it_raise(text: str) -> None:
    data = b"---\nnumber: 1.1.1\ntitle: x\nstatus: running\n" + text.encode("utf-8") + b"\n---\n" + text.encode("utf-8")
    loaded = plan(action=data)
    text_of_file = data.decode()
    for finding in loaded.findings:
        assert 0 <= finding.span.start <= finding.span.end <= len(text_of_file)
        for patch in finding.fix:
            assert 0 <= patch.start <= patch.end <= len(text_of_file)


VALUES: Any = st.recursive(
    st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=6), inner, max_size=3),
)


@given(
    st.dictionaries(st.sampled_from(("lead", "due", "steps", "indicators", "decision", "updates", "accepted")), VALUES)
)
@settings(max_examples=200, suppress_health_check=[HealthCheck.too_slow])
def test_no_shape_of_values_makes_it_raise(values: dict[str, Any]) -> None:
    data = yaml.safe_dump({"number": "1.1.1", "title": "x", "status": "running", **values}, allow_unicode=True)
    loaded = plan(action=f"---\n{data}---\n".encode("utf-8", "surrogatepass"))
    assert all(finding.severity in Severity for finding in loaded.findings)


def test_this_repository_s_own_plan_loads_without_a_finding() -> None:
    loaded = load(WorkTree(ROOT))
    assert loaded.findings == ()
    assert len(loaded.plan.actions) == 39
    assert sum(action.is_stub for action in loaded.plan.actions) == 8
    assert (len(loaded.plan.strategic_goals), len(loaded.plan.goals)) == (5, 15)
