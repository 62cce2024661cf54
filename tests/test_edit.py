"""Patches change what they name and no other byte; values that are written read back the same."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import example, given, settings
from hypothesis import strategies as st

import elzctl
from elzctl.edit import apply, diff, patched, scalar
from elzctl.lock import LOCK, lock
from elzctl.nodes import compose
from elzctl.source import Patch, Source
from elzctl.write_faults import WriteFault

PATH = "plan/actions/mantelzorg.md"
FICHE = "---\nnumber: 3.3.6   # was 3.3.5\ntitle: Mantelzorg\nstatus: running\n---\n\n## Waarom?\n\nCafé “Ter Linde”.\n"
BOM = "\ufeff"


def source(text: str, path: str = PATH) -> Source:
    """A file as it is read: *text* may begin with a byte-order mark."""
    return Source(path, text.encode(), text.removeprefix(BOM))


def patch(text: str, old: str, new: str, path: str = PATH) -> Patch:
    """The patch that makes *new* of the first *old*."""
    start = text.removeprefix(BOM).index(old)
    return Patch(path, start, start + len(old), new)


def plan(root: Path, texts: dict[str, str]) -> dict[str, Source]:
    """The files on the disk, and as they are read."""
    for path, text in texts.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_bytes(text.encode())
    return {path: source(text, path) for path, text in texts.items()}


# One text


def test_a_patch_changes_its_own_characters() -> None:
    changes = [patch(FICHE, "running", "done"), patch(FICHE, "Mantelzorg", "Jonge mantelzorgers")]
    expected = FICHE.replace("running", "done").replace("Mantelzorg", "Jonge mantelzorgers")
    assert patched(source(FICHE), changes) == patched(source(FICHE), changes[::-1]) == expected


def test_a_patch_that_is_there_twice_counts_once() -> None:
    added = Patch(PATH, 4, 4, "lead: [elz]\n")
    assert patched(source(FICHE), [added, added]).count("lead") == 1


def test_texts_put_in_at_one_place_stand_in_the_order_given() -> None:
    assert patched(source("ad"), [Patch(PATH, 1, 1, "b"), Patch(PATH, 1, 1, "c")]) == "abcd"
    assert patched(source("ad"), [Patch(PATH, 1, 1, "c"), Patch(PATH, 1, 1, "b")]) == "acbd"
    assert patched(source("ad"), [Patch(PATH, 1, 2, "D"), Patch(PATH, 1, 1, "c"), Patch(PATH, 0, 1, "A")]) == "AcD"


@pytest.mark.parametrize("other", [(2, 6), (4, 5), (3, 6), (3, 5), (5, 5), (0, 9)])
def test_patches_that_overlap_are_refused(other: tuple[int, int]) -> None:
    with pytest.raises(WriteFault, match="same words") as fault:
        patched(source("0123456789"), [Patch(PATH, 3, 6, "x"), Patch(PATH, *other, "y")])
    assert fault.value.path == PATH


@pytest.mark.parametrize("at", [(-1, 2), (2, 1), (8, 11), (11, 11)])
def test_a_patch_that_does_not_fit_is_a_fault_of_elzctl(at: tuple[int, int]) -> None:
    with pytest.raises(ValueError, match="does not fit"):
        patched(source("0123456789"), [Patch(PATH, *at, "x")])


def test_patches_of_other_files_are_passed_over() -> None:
    assert patched(source(FICHE), [Patch("plan/plan.yaml", 0, 5_000, "")]) == FICHE


def test_new_lines_end_as_the_others_do() -> None:
    two = Patch(PATH, 3, 3, "b\nc\r\n")
    assert patched(source("a\r\nd\r\n"), [two]) == "a\r\nb\r\nc\r\nd\r\n"
    assert patched(source("a\r\nd\n"), [two]) == "a\r\nb\nc\r\nd\n", "mixed ends: as typed"
    assert patched(source("a\nd"), [two]) == "a\ndb\nc\r\n"


# Files


def test_apply_changes_the_files_and_names_them(tmp_path: Path) -> None:
    texts = {PATH: FICHE, "plan/goals.yaml": "- a\n- b\n", "plan/actors.yaml": "- elz\n"}
    sources = plan(tmp_path, texts)
    patches = [
        patch(FICHE, "running", "done"),
        patch(texts["plan/goals.yaml"], "b", "c", "plan/goals.yaml"),
        patch(FICHE, "3.3.6", "3.3.9"),
        patch(texts["plan/actors.yaml"], "elz", "elz", "plan/actors.yaml"),
    ]
    assert apply(tmp_path, iter(patches), sources) == (PATH, "plan/goals.yaml")
    assert (tmp_path / PATH).read_text("utf-8") == FICHE.replace("running", "done").replace("3.3.6", "3.3.9")
    assert (tmp_path / "plan/goals.yaml").read_text() == "- a\n- c\n"
    assert [path.name for path in tmp_path.iterdir()] == ["plan"], "no lock, nothing temporary"


def test_nothing_to_do_touches_nothing(tmp_path: Path) -> None:
    sources = plan(tmp_path, {PATH: FICHE})
    before = (tmp_path / PATH).stat()
    assert apply(tmp_path, [], sources) == ()
    assert apply(tmp_path, [patch(FICHE, "running", "running")], sources) == ()
    assert (tmp_path / PATH).stat() == before


def test_all_files_are_checked_before_one_is_written(tmp_path: Path) -> None:
    sources = plan(tmp_path, {PATH: FICHE, "plan/z.yaml": "- a\n"})
    (tmp_path / "plan/z.yaml").write_text("- saved in an editor meanwhile\n")
    with pytest.raises(WriteFault, match="changed meanwhile") as fault:
        apply(tmp_path, [patch(FICHE, "running", "done"), Patch("plan/z.yaml", 2, 3, "b")], sources)
    assert fault.value.path == "plan/z.yaml"
    assert (tmp_path / PATH).read_text("utf-8") == FICHE
    assert not (tmp_path / LOCK).exists()


def test_a_file_in_another_encoding_is_left_alone(tmp_path: Path) -> None:
    raw = "title: Café\n".encode("cp1252")
    (tmp_path / "a.md").write_bytes(raw)
    sources = {"a.md": Source("a.md", raw, raw.decode("utf-8", "replace"))}
    with pytest.raises(WriteFault, match="not UTF-8"):
        apply(tmp_path, [Patch("a.md", 0, 5, "titel")], sources)
    assert (tmp_path / "a.md").read_bytes() == raw


def test_a_sign_that_no_file_can_hold_is_named(tmp_path: Path) -> None:
    sources = plan(tmp_path, {PATH: FICHE})
    with pytest.raises(WriteFault) as fault:
        apply(tmp_path, [patch(FICHE, "running", "\udce9")], sources)
    assert dict(fault.value.message.args) == {"sign": "U+DCE9"}
    assert (tmp_path / PATH).read_text("utf-8") == FICHE


APPLIES = f"""
import sys; from pathlib import Path; from elzctl.disk import *; from elzctl.edit import *; from elzctl.source import *
root, path, old = Path(sys.argv[1]), {PATH!r}, "oud"
print("ready", flush=True)
try: apply(root, [Patch(path, 0, 1, "x")], {{path: Source(path, old.encode(), old)}})
except WriteFault as fault: print(fault)
"""


def test_who_writes_waits_for_another_writer_and_respects_what_it_wrote(tmp_path: Path) -> None:
    plan(tmp_path, {PATH: "oud"})
    environment = {**os.environ, "PYTHONPATH": str(Path(elzctl.__file__).parents[1])}
    with lock(tmp_path):
        other = subprocess.Popen([sys.executable, "-c", APPLIES, tmp_path], env=environment, stdout=subprocess.PIPE)
        assert other.stdout
        assert other.stdout.readline() == b"ready\n"
        time.sleep(0.2)
        (tmp_path / PATH).write_text("nieuw")
    out, _ = other.communicate(timeout=10)
    assert b"changed meanwhile" in out
    assert (tmp_path / PATH).read_text() == "nieuw"


lines = st.lists(st.text(st.sampled_from("aé€😀 #:\x85\u2028\t"), max_size=6), min_size=1, max_size=6)


@settings(max_examples=60, deadline=None)
@given(lines, st.sampled_from(["\n", "\r\n"]), st.booleans(), st.data())
def test_every_other_byte_stays(parts: list[str], end: str, mark: bool, data: st.DataObject) -> None:
    text = end.join(parts)
    raw = BOM * mark + text
    start, stop = sorted(data.draw(st.tuples(*[st.integers(0, len(text))] * 2)))
    if end == "\r\n" and "\r" in (text[start - 1 : start], text[stop - 1 : stop]):
        start = stop = 0
    new = data.draw(st.text(st.sampled_from("xë😀 "), max_size=4)) + data.draw(st.sampled_from(["", "\n", "\ny\n"]))
    with tempfile.TemporaryDirectory() as folder:
        sources = plan(Path(folder), {PATH: raw})
        apply(Path(folder), [Patch(PATH, start, stop, new)], sources)
        written = (Path(folder) / PATH).read_bytes()
    own = new.replace("\n", "\r\n") if "\r\n" in text else new
    assert written == (BOM * mark + text[:start] + own + text[stop:]).encode()


# What would happen, to look at


def test_a_diff_shows_what_apply_would_do() -> None:
    sources = {PATH: source(FICHE)}
    assert diff([patch(FICHE, "running", "done")], sources) == (
        "--- a/plan/actions/mantelzorg.md\n+++ b/plan/actions/mantelzorg.md\n@@ -1,7 +1,7 @@\n"
        " ---\n number: 3.3.6   # was 3.3.5\n title: Mantelzorg\n"
        "-status: running\n+status: done\n ---\n \n ## Waarom?\n"
    )
    assert diff([], sources) == diff([patch(FICHE, "running", "running")], sources) == ""


def test_a_diff_spells_out_what_acts_on_a_terminal() -> None:
    text = "a\r\ntitle: \x1b]0;x\x07 \u202egeheim\x9b31m\r\nz"
    shown = diff([Patch("plan/\x1b.md", len(text), len(text), "!")], {"plan/\x1b.md": source(text, "plan/\x1b.md")})
    assert shown == (
        "--- a/plan/\\x1b.md\n+++ b/plan/\\x1b.md\n@@ -1,3 +1,3 @@\n a\n title: \\x1b]0;x\\x07 \\u202egeheim\\x9b31m\n"
        "-z\n\\ No newline at end of file\n+z!\n\\ No newline at end of file\n"
    )


@settings(max_examples=25, deadline=None)
@given(st.lists(st.sampled_from("abc"), max_size=30), st.sets(st.integers(0, 60), max_size=3), st.booleans())
@example(list("abcabcabcabcabcabcabc"), {1, 39}, True)
def test_git_makes_of_a_diff_what_apply_makes(parts: list[str], places: set[int], ended: bool) -> None:
    text = "\n".join(parts) + "\n" * (ended and bool(parts))
    patches = [Patch("a.md", at, at, "nieuw\n") for at in places if at <= len(text)]
    with tempfile.TemporaryDirectory() as folder:
        sources = plan(Path(folder), {"a.md": text})
        shown = diff(patches, sources)
        if shown:
            command = ["git", "apply", "--unidiff-zero", "-"]
            subprocess.run(command, input=shown.encode(), cwd=folder, check=True, timeout=10)
        assert (Path(folder) / "a.md").read_text() == patched(sources["a.md"], patches)


def test_a_diff_of_an_odd_large_file_is_quick_and_short() -> None:
    text = "".join(f"{number % 150}\n" for number in range(250_000))
    middle = len(text) // 2
    assert len(diff([Patch(PATH, middle, middle, "x")], {PATH: source(text)}).splitlines()) < 15


# Values

SIGNS = ":#-,[]{}&*!|>'\"%@`?=~<\\/ \t\r\n\x85\xa0\u2028\u2029\u202e\u200b\ufeffaAZé0159.()’😀_"
CONTROLS = [*range(9), 11, 12, *range(14, 32), *range(0x7F, 0x85), *range(0x86, 0xA0), 0xFFFE, 0xFFFF]
FORBIDDEN = "".join(map(chr, CONTROLS))
texts = st.one_of(
    st.text(st.sampled_from(SIGNS), max_size=12),
    st.text(st.characters(exclude_categories=["Cs"], exclude_characters=FORBIDDEN)),
    st.text(st.sampled_from("ab1 .,:?&-'’()"), min_size=1, max_size=8),
)
HARD = [
    *("", " ", "a ", " a", "a\tb", "a\nb", "a\r\nb", "\n", "a\n\n", "a\x85b", "a\u2028b", "\ufeffa", "a\ufeff"),
    *(
        "- x",
        "-",
        "a -",
        "a: b",
        "a:",
        "a:b",
        "a::b",
        "::",
        "a #3",
        "#3",
        "'s Middags",
        "[WIP]",
        "@jan",
        "*x*",
        "&co x",
    ),
    *(
        "a &co",
        "80%",
        "{{ x }}",
        "NO",
        "null",
        "~",
        "y",
        "13:30",
        "0010",
        "1e3",
        "1.10",
        "2025-03-31",
        "=",
        "<<",
        "---",
    ),
    *("...", "<<<<<<< HEAD", "? a", "a ?", "a, b", "a]", "a}", "\\", "\\x41", '"', 'a "b"', "https://elz.be/a?b=c#d"),
    *("x" * 3000, "é: " * 700),
]


def read(text: str) -> yaml.Node:
    """The top node of a text without faults."""
    whole, findings = compose(source(text), 0, len(text))
    assert (findings, whole.node is None) == ([], False)
    assert whole.node
    return whole.node


@settings(max_examples=400, deadline=None)
@given(texts)
@example("é" * 5000)
def test_a_value_reads_back_the_same(text: str) -> None:
    check(text)


@pytest.mark.parametrize("text", HARD)
def test_a_hard_value_reads_back_the_same(text: str) -> None:
    check(text)


def check(text: str) -> None:
    """Writes a value in every place it may stand in, and reads it with libyaml and with PyYAML's own parser."""
    block, flow = scalar(text), scalar(text, flow=True)
    assert not {*"\r\n\x85\u2028\u2029"} & {*(block + flow)}
    places: list[tuple[str, Callable[[Any], Any]]] = [
        (f"key: {block}\n", lambda node: node.value[0][1]),
        (f"key: {block} # why\r\nb: c\r\n", lambda node: node.value[0][1]),
        (f"- {block}", lambda node: node.value[0]),
        (f"- what: {block}\n  due: x\n", lambda node: node.value[0].value[0][1]),
        (f"key: [a, {flow}]\n", lambda node: node.value[0][1].value[1]),
        (f"key: [{flow}, a]\n", lambda node: node.value[0][1].value[0]),
        (f"- {{what: {flow}}}\n", lambda node: node.value[0].value[0][1]),
        (f"- {{what: {flow}, due: x}}\n", lambda node: node.value[0].value[0][1]),
    ]
    for written, value in places:
        for node in (value(read(written)), value(yaml.compose(written, yaml.BaseLoader))):
            assert isinstance(node, yaml.ScalarNode)
            assert node.value == text


@pytest.mark.parametrize(
    "text",
    [
        *("Mantelzorg", "2025-03-31", "13:30", "1.10", "6", "eind 2025", "Vijf van zes plaatsen ingevuld."),
        *("Zorg & welzijn", "foto's", "WOC Ter Linde (Asse)", "Café’s – vrij", "https://elz-dender.be/plan"),
    ],
)
def test_a_simple_value_stays_bare(text: str) -> None:
    assert scalar(text) == scalar(text, flow=True) == text


def test_what_is_bare_on_a_line_may_need_quotes_in_a_list() -> None:
    assert (scalar("Merchtem, Asse"), scalar("Waarom?")) == ("Merchtem, Asse", "Waarom?")
    assert (scalar("Merchtem, Asse", flow=True), scalar("Waarom?", flow=True)) == ('"Merchtem, Asse"', '"Waarom?"')


@pytest.mark.parametrize("word", ["NO", "no", "Yes", "true", "OFF", "null", "~", "y", "", "=", ".nan"])
def test_what_other_programs_take_for_a_switch_gets_quotes(word: str) -> None:
    assert scalar(word) == f'"{word}"'


def test_a_forbidden_sign_is_written_as_an_escape_and_reported_when_it_is_read() -> None:
    for sign in ("\x00", "\x1b", "\x7f", "\x9b", "\uffff"):
        written = f"key: {scalar(f'a{sign}b')}\n"
        assert written.encode().isascii()
        assert [finding.code for finding in compose(source(written), 0, len(written))[1]] == ["control-character"]
