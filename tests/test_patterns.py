"""Regular expressions that an earlier run compiled are those that Python would compile, and nothing else is taken for one."""

from __future__ import annotations

import os
import pkgutil
import re
import subprocess
import sys
from array import array
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

import elzctl
from elzctl.patterns import FEWEST, Patterns, coded
from elzctl.shelf import Shelf, home_of

ROOT = Path(__file__).parent.parent


def all_patterns() -> Iterator[re.Pattern[Any]]:
    """Those that the modules of elzctl hold."""
    for found in pkgutil.walk_packages(elzctl.__path__, "elzctl."):
        if found.name.startswith(("elzctl.render", "elzctl.checks", "elzctl.intake")) or found.name.count(".") == 1:
            for value in vars(import_module(found.name)).values():
                yield from (
                    one for one in (value if isinstance(value, tuple) else (value,)) if isinstance(one, re.Pattern)
                )


def test_every_pattern_of_elzctl_comes_back_as_it_was_compiled(tmp_path: Path) -> None:
    shelf = Shelf(tmp_path, "0-patterns", "mark")
    found = list({(one.pattern, one.flags): one for one in all_patterns()}.values())
    shelf.put({(one.pattern, one.flags): coded(one.pattern, one.flags) for one in found})
    patterns = Patterns({}, shelf.take(), shelf)
    # Two patterns are equal when what the matcher does for them is.
    assert [one for one in found if patterns[type(one.pattern), one.pattern, one.flags] != one] == []
    assert len(found) > 300
    assert patterns.new == []


@pytest.mark.parametrize("flags", [0, re.IGNORECASE, re.VERBOSE | re.MULTILINE, re.ASCII | re.DOTALL])
@pytest.mark.parametrize("pattern", [r"(?P<een>a)|(?P<twee>b)(?:c)", r"[@＠﹫é-ü]+(?=\d)", r"(?i)x(?!y)", b"(a)(b)?"])
def test_names_and_groups_come_back(pattern: str | bytes, flags: int, tmp_path: Path) -> None:
    if isinstance(pattern, bytes) and flags & re.ASCII:
        flags = 0
    if isinstance(pattern, str) and "﹫" in pattern and flags & re.ASCII:
        flags = re.DOTALL
    wanted = re.compile(pattern, flags)
    patterns = Patterns({}, {(pattern, int(flags)): coded(pattern, int(flags))}, Shelf(None, "", ""))
    made = patterns[type(pattern), pattern, int(flags)]
    assert made == wanted
    assert (made.groups, dict(made.groupindex), made.flags) == (wanted.groups, dict(wanted.groupindex), wanted.flags)


def test_what_is_not_known_has_to_be_compiled_and_is_kept_when_there_are_enough(tmp_path: Path) -> None:
    shelf = Shelf(tmp_path, "0-patterns", "mark")
    for count, kept in ((FEWEST - 1, False), (FEWEST, True)):
        patterns = Patterns({}, {}, shelf)
        for number in range(count):
            with pytest.raises(KeyError):
                patterns[str, f"a{number}", 0]
        patterns.keep()
        assert (shelf.take() is not None) is kept
    again = Patterns({}, shelf.take(), shelf)
    assert again[str, "a3", 0].fullmatch("a3")


def test_what_somebody_typed_that_is_no_pattern_is_not_kept(tmp_path: Path) -> None:
    shelf = Shelf(tmp_path, "0-patterns", "mark")
    patterns = Patterns({}, {}, shelf)
    for wrong in ("(", "[z-a]", "a{3,2}", "(?P<a>x)(?P<a>y)", *(f"a{number}" for number in range(FEWEST))):
        with pytest.raises(KeyError):
            patterns[str, wrong, 0]
    with pytest.raises(KeyError):
        patterns[re.Pattern, re.compile("b"), 0]  # as csv does: re.compile(re.compile("b"))
    patterns.keep()
    assert {pattern for pattern, _ in shelf.take()} == {f"a{number}" for number in range(FEWEST)}


def test_what_is_damaged_on_a_shelf_is_not_believed(tmp_path: Path) -> None:
    shelf = Shelf(tmp_path, "0-patterns", "mark")
    with shelf.begin() as begun:
        for part in ({"a": b"bytes"}, ("een", 2)):
            begun.add(part)
        begun.done()
    whole = (tmp_path / "0-patterns").read_bytes()
    assert shelf.take_parts() == [{"a": b"bytes"}, ("een", 2)]
    for place in range(len(whole)):
        (tmp_path / "0-patterns").write_bytes(
            whole[:place] + bytes([whole[place] ^ 1 << place % 8]) + whole[place + 1 :]
        )
        assert shelf.take_parts() == []
        (tmp_path / "0-patterns").write_bytes(whole[:place])
        assert shelf.take_parts() in ([], [{"a": b"bytes"}])


def test_what_killed_runs_left_beside_a_shelf_goes(tmp_path: Path) -> None:
    for name in ("8-site.12", "0f.345", "7.1", "8-site.13", "mine.1"):
        (tmp_path / name).write_bytes(b"half")
        os.utime(tmp_path / name, None if name == "8-site.13" else (0, 0))
    Shelf(tmp_path, "8-site", "mark").put({"a": 1})
    assert sorted(path.name for path in tmp_path.iterdir()) == ["8-site", "8-site.13", "mine.1"]


def test_a_copy_of_the_process_that_kept_its_own_loses_nothing(tmp_path: Path) -> None:
    shelf = Shelf(tmp_path, "0-patterns", "mark")
    one, other = Patterns({}, {}, shelf), Patterns({}, {}, shelf)
    for number in range(FEWEST):
        for patterns, letter in ((one, "a"), (other, "b")):
            with pytest.raises(KeyError):
                patterns[str, f"{letter}{number}", 0]
    one.keep()
    other.keep()
    assert len(shelf.take()) == 2 * FEWEST


@pytest.mark.parametrize(
    "wrong",
    [
        (0, b"", 0, {}, (None,)),
        (0, b"\xff" * 64, 0, {}, (None,)),
        (0, array("I", [7, 7, 7]).tobytes(), 3, {}, (None,)),
        (0, b"abc", 0, {}, (None,)),
        (0, "tekst", 0, {}, (None,)),
        (0, b""),
        None,
        "a",
    ],
)
def test_what_is_no_pattern_is_compiled_again(wrong: Any) -> None:
    patterns = Patterns({}, {("a+", 0): wrong}, Shelf(None, "", ""))
    with pytest.raises(KeyError):
        patterns[str, "a+", 0]
    assert patterns.new == [("a+", 0)]


COUNT = """
import sys
from elzctl import patterns
patterns.remember("status")
compiler = sys.modules["re"]._compiler
made, compile = [], compiler.compile
def counted(pattern, flags=0):
    made.append(pattern)
    return compile(pattern, flags)
compiler.compile = counted
from elzctl.cli.main import main
code = main(["status", "--today", "2025-06-30"])
patterns.keep()
print(code, len(made), file=sys.stderr)
"""


def counted(folder: Path) -> tuple[int, str]:
    """How many patterns a run compiles, and what it says."""
    environment = {**os.environ, "ELZCTL_CACHE": str(folder), "PYTHONPATH": str(ROOT)}
    done = subprocess.run(
        [sys.executable, "-c", COUNT], cwd=ROOT, env=environment, capture_output=True, text=True, check=True
    )
    code, made = done.stderr.split()[-2:]
    assert code == "0"
    return int(made), done.stdout


def test_a_second_run_compiles_next_to_nothing_and_says_the_same(tmp_path: Path) -> None:
    first, told = counted(tmp_path)
    counted(tmp_path)  # now that what was read of the plan is kept, other patterns are needed
    last, again = counted(tmp_path)
    assert first > 50
    assert last < FEWEST
    assert again == told
    kept = Path(home_of({"ELZCTL_CACHE": str(tmp_path)}) or "") / "0-patterns-status"
    for broken in (b"", b"x", kept.read_bytes()[:1000], kept.read_bytes()[:-1000], b"\x80"):
        kept.write_bytes(broken)
        assert counted(tmp_path)[1] == told
