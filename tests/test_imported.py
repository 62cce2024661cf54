"""Modules out of one file are those that Python would find: the same code, of the same source, with all that a module has."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from elzctl import imported

ROOT = Path(__file__).parent.parent
COUNT = 12

BEGIN = f"""
import sys
sys.path.insert(1, {str(ROOT)!r})
sys.path.insert(1, sys.argv[1])
from elzctl import imported
finder = imported.Modules(sys.argv[2])
sys.meta_path.insert(0, finder)
"""
END = """
import inspect
import proef.een, proef.dieper.twee
names = [f"proef.m{number}" for number in range(12)]
modules = [__import__(name, fromlist=["x"]) for name in names]
kinds = {type(module.__loader__).__name__ for module in modules}
seen = proef.dieper.twee
print(sorted(kinds), proef.een.WORD, seen.__file__ == seen.__spec__.origin, seen.__package__, list(proef.__path__),
      seen.__cached__.endswith(".pyc"), inspect.getsource(proef.een.say), proef.een.say.__doc__, proef.een.__doc__,
      seen.__spec__.submodule_search_locations, proef.__spec__.parent, seen.__spec__.has_location)
finder.keep()
"""


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    """A package of some modules."""
    folder = tmp_path / "code" / "proef"
    (folder / "dieper").mkdir(parents=True)
    (folder / "__init__.py").write_text("", "utf-8")
    (folder / "dieper" / "__init__.py").write_text("", "utf-8")
    (folder / "dieper" / "twee.py").write_text("WORD = 'twee'\n", "utf-8")
    (folder / "een.py").write_text('"""Uitleg."""\nWORD = "een"\ndef say():\n    "Zegt."\n    return WORD\n', "utf-8")
    for number in range(COUNT):
        (folder / f"m{number}.py").write_text(f"NUMBER = {number}\n", "utf-8")
    (tmp_path / "kept").mkdir()
    return tmp_path


def run(pack: Path, end: str = END, *, code: str = "code", environment: dict[str, str] | None = None) -> str:
    """What a run says that imports them."""
    command = [sys.executable, "-c", BEGIN + end, str(pack / code), str(pack / "kept")]
    clean = {key: value for key, value in os.environ.items() if not key.startswith("PYTHON")}
    done = subprocess.run(
        command, env={**clean, **(environment or {})}, cwd=pack, capture_output=True, text=True, check=False
    )
    return done.stdout if done.returncode == 0 else done.stderr.splitlines()[-1]


def kept(pack: Path) -> list[Path]:
    return sorted((pack / "kept").iterdir())


def test_a_module_of_the_file_has_all_that_a_module_has(pack: Path) -> None:
    first, second, third = run(pack), run(pack), run(pack)
    assert first.startswith("['SourceFileLoader'] een True proef.dieper ")
    assert second.startswith("['Loader'] een True proef.dieper ")
    assert second.replace("'Loader'", "'SourceFileLoader'") == first
    assert third == second
    assert len(kept(pack)) == 1


def test_a_source_that_changed_or_went_counts_as_it_is(pack: Path) -> None:
    run(pack)
    source = pack / "code" / "proef" / "een.py"
    source.write_text(source.read_text("utf-8").replace('"een"', '"drie"'), "utf-8")
    assert run(pack).startswith("['Loader'] drie ")
    source.unlink()
    assert run(pack) == "ModuleNotFoundError: No module named 'proef.een'"


@pytest.mark.parametrize("broken", [b"", b"x", b" " * 16, b"%16d" % 4 + b"xxxx", b"%16d" % 10**9, b"\xff" * 100])
def test_what_is_no_such_file_is_as_none(pack: Path, broken: bytes) -> None:
    first = run(pack)
    (path,) = kept(pack)
    path.write_bytes(broken)
    assert run(pack) == first


@pytest.mark.parametrize("part", [2, 3, 10])
def test_a_file_that_is_cut_off_loses_nothing(pack: Path, part: int) -> None:
    first = run(pack)
    (path,) = kept(pack)
    path.write_bytes(path.read_bytes()[: -path.stat().st_size // part])
    assert run(pack).partition("] ")[2] == first.partition("] ")[2]


def test_it_is_of_no_use_where_python_looks_in_other_folders(pack: Path) -> None:
    run(pack)
    shutil.copytree(pack / "code", pack / "other")
    source = pack / "other" / "proef" / "een.py"
    source.write_text(source.read_text("utf-8").replace('"een"', '"vier"'), "utf-8")
    assert run(pack, code="other").startswith("['SourceFileLoader'] vier ")
    assert run(pack).startswith("['Loader'] een ")
    assert len(kept(pack)) == 2


def test_without_leave_to_write_code_nothing_is_written(pack: Path) -> None:
    run(pack, environment={"PYTHONDONTWRITEBYTECODE": "1"})
    assert kept(pack) == []


def test_modules_of_the_folder_where_somebody_stands_are_not_kept(pack: Path) -> None:
    for number in range(COUNT):
        (pack / f"hier{number}.py").write_text("", "utf-8")
    end = """
[__import__(f"hier{number}") for number in range(12)]
finder.keep()
print([name for name in imported.Modules(sys.argv[2])._known if name.startswith("hier")])
"""
    assert run(pack, end) == "[]\n"


def test_few_files_are_kept(pack: Path) -> None:
    for number in range(7):
        (pack / "kept" / f"elzctl.{sys.implementation.cache_tag}-0000000{number}").write_bytes(b"old")
        os.utime(pack / "kept" / f"elzctl.{sys.implementation.cache_tag}-0000000{number}", (number, number))
    left = pack / "kept" / f"elzctl.{sys.implementation.cache_tag}-deadbeef.12345"
    left.write_bytes(b"half")  # of a run that was killed
    os.utime(left, (1, 1))
    run(pack)
    assert len(kept(pack)) == 4
    assert run(pack).startswith("['Loader']")


def test_the_program_says_the_same_with_its_modules_out_of_the_file(tmp_path: Path) -> None:
    """With a copy of elzctl, into which this writes."""
    shutil.copytree(ROOT / "elzctl", tmp_path / "elzctl", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copytree(ROOT / "templates", tmp_path / "templates")
    clean = {key: value for key, value in os.environ.items() if not key.startswith("PYTHON")}
    environment = {**clean, "PYTHONPATH": str(tmp_path), "ELZCTL_CACHE": "off"}
    told = []
    for _ in range(3):
        command = [sys.executable, "-m", "elzctl", "-C", str(ROOT), "status", "--today", "2025-06-30"]
        done = subprocess.run(command, env=environment, cwd=tmp_path, capture_output=True, text=True, check=True)
        told.append((done.stdout, done.stderr))
    assert len(set(told)) == 1
    assert list((tmp_path / "elzctl" / "__pycache__").glob("elzctl.*-*"))


def test_a_copy_of_elzctl_with_all_that_lies_in_it_takes_its_own_modules(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    imported.Modules(str(tmp_path))._write({"elzctl.ids": (("ids.py", False, (1, 1)), b"")})
    assert "elzctl.ids" in imported.Modules(str(tmp_path))._known
    monkeypatch.setattr(imported, "_FOLDER", str(tmp_path))
    assert not imported.Modules(str(tmp_path))._known
