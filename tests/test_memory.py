"""A text that an earlier run read is the same as one that is read now, whatever is done with it."""

from __future__ import annotations

import pickle
import tempfile
from pathlib import Path
from typing import TypeAlias

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from small_plans import ROOT

from elzctl import afterwards
from elzctl.load import load
from elzctl.render import memory
from elzctl.render.markdown import Reader
from elzctl.render.memory import Memory
from elzctl.render.tree import Block, Inline, Text
from elzctl.tree import WorkTree

NAME = "7-texts"
PIECES = (*"ab 1\n*_`#->[]()!|&;:.\\<", "[[x|y]]", "![a](b)", "&#64;", "  ", "* [ ] ", "\ud800")
ANY = st.lists(st.sampled_from(PIECES), max_size=40).map("".join)
TEXT = "* [ ] Bel *nu*\n* Zie [[wandelen]] en [het plan](https://plan.voorbeeld.be/)\n\n3. Drie\n\n| a | b |\n| - | - |\n| 1 | 2 |\n"


Found: TypeAlias = "tuple[tuple[Block, ...], tuple[Inline, ...]]"


@pytest.fixture(autouse=True)
def _nothing_is_left_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    """What these memories would keep at the end of a process: else each copy of this one in later tests did it, too."""
    monkeypatch.setattr(afterwards, "_LATER", [])


def found(kept: Memory, text: str, title: str) -> Found:
    reader = Reader(lambda _, words: Text(words or title), memory=kept)
    return reader.parsed(text, 5), reader.parsed_line(" ".join(text.split()))


def remembered(folder: Path, *some: str) -> None:
    first = Memory(str(folder))
    for text in some:
        found(first, text, "Samen wandelen")
    first.keep()


def again(folder: Path, text: str, title: str = "Samen wandelen") -> tuple[Found, bool]:
    """What another run reads of a text, and whether it had to parse it; twice, because a list takes boxes out of it."""
    kept = Memory(str(folder))
    assert found(kept, text, title) == found(kept, text, title)
    return found(kept, text, title), "_parser" in vars(kept)


def test_the_texts_of_the_plan_are_known_in_the_next_run(tmp_path: Path) -> None:
    plan = load(WorkTree(ROOT)).plan
    some = [prose.text for action in plan.actions for prose in action.body.prose()] + [
        one.body.text for one in plan.chapters
    ]
    assert len(some) > 100
    remembered(tmp_path, *some)
    for text in some:
        assert again(tmp_path, text) == (found(Memory(), text, "Samen wandelen"), False)


@settings(max_examples=150, deadline=None)
@given(ANY)
def test_so_is_any_text(text: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        remembered(Path(folder), text)
        assert again(Path(folder), text) == (found(Memory(), text, "Samen wandelen"), False)


def test_a_title_behind_a_reference_is_that_of_now(tmp_path: Path) -> None:
    remembered(tmp_path, TEXT)
    (blocks, _), has_parsed = again(tmp_path, TEXT, "Samen fietsen")
    assert "Samen fietsen" in str(blocks)
    assert "Samen wandelen" not in str(blocks)
    assert not has_parsed


def test_two_copies_of_a_process_lose_nothing(tmp_path: Path) -> None:
    first, second = Memory(str(tmp_path)), Memory(str(tmp_path))
    for kept, text in ((first, "Een *woord*."), (second, "Twee `woorden`.")):
        found(kept, text, "")
    first.keep()
    second.keep()
    assert not again(tmp_path, "Een *woord*.")[1]
    assert not again(tmp_path, "Twee `woorden`.")[1]


def test_of_too_many_texts_those_of_earlier_runs_go(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    remembered(tmp_path, "Een *woord*.")
    monkeypatch.setattr(memory, "LARGEST", 400)
    remembered(tmp_path, "Twee `woorden`.")
    assert again(tmp_path, "Een *woord*.")[1]
    assert not again(tmp_path, "Twee `woorden`.")[1]
    before = (tmp_path / NAME).read_bytes()
    remembered(tmp_path, "Drie *woorden* " * 30)
    assert (tmp_path / NAME).read_bytes() == before


@pytest.mark.parametrize("wrong", [b"\n", b"?", b"cos\nsystem\n(S'true'\ntR."])
def test_what_is_not_what_was_written_is_as_if_it_were_not_there(wrong: bytes, tmp_path: Path) -> None:
    remembered(tmp_path, TEXT)
    path = tmp_path / NAME
    whole = path.read_bytes()
    head = whole[: whole.index(b"\n") + 1]
    for bad in (head + wrong, wrong + whole, whole[:-9], head + pickle.dumps({(TEXT, False): wrong})):
        path.write_bytes(bad)
        assert again(tmp_path, TEXT) == (found(Memory(), TEXT, "Samen wandelen"), True)


def test_another_parser_reads_it_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    remembered(tmp_path, TEXT)
    monkeypatch.setattr(memory, "__version__", "0")
    assert again(tmp_path, TEXT)[1]


def test_without_a_folder_nothing_is_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    kept = Memory()
    found(kept, TEXT, "")
    kept.keep()
    assert not [*tmp_path.iterdir()]


def test_a_damaged_bit_is_not_believed(tmp_path: Path) -> None:
    remembered(tmp_path, TEXT)
    path = tmp_path / NAME
    whole = path.read_bytes()
    head = whole.index(b"\n") + 1
    for place in range(head, len(whole)):
        path.write_bytes(whole[:place] + bytes([whole[place] ^ 1 << place % 8]) + whole[place + 1 :])
        assert again(tmp_path, TEXT)[0] == found(Memory(), TEXT, "Samen wandelen")


def test_a_program_that_began_before_its_code_was_changed_keeps_and_takes_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    remembered(tmp_path, "Een *woord*.")
    before = (tmp_path / NAME).read_bytes()
    monkeypatch.setattr(memory, "BEGUN", 0)
    assert again(tmp_path, "Een *woord*.")[1]
    remembered(tmp_path, "Twee `woorden`.")
    assert [(path.name, path.read_bytes()) for path in tmp_path.iterdir()] == [(NAME, before)]
