"""What is kept between two runs: it makes them quick, and nothing that stands in it can do harm or be wrong."""

from __future__ import annotations

import os
import pickle
import re
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from enum import Enum
from io import BytesIO
from pathlib import Path
from random import Random
from time import time

import pytest
from histories import begin, commit
from small_plans import ROOT

from elzctl import cache
from elzctl.answers import Answers, read_again
from elzctl.cache import Cache, cache_of
from elzctl.finding import Finding, Severity
from elzctl.load import load
from elzctl.shelf import packed
from elzctl.tree import WorkTree
from elzctl.views.examine import errors_of, examined

TITLE = "plan/actions/digitalisering.md"
FICHE = (ROOT / TITLE).read_text("utf-8")
PICKLED = b"\x80\x05\x95"
"""How the values begin that are kept; what stands before says of which plan they are."""
QUESTIONS = ("errors", "on 2025-06-30")
# Runs a command line, then tells on stderr which modules it took.
RUN = """
import os, sys
end = os._exit
os._exit = lambda code: (sys.stderr.write(" ".join(sorted(name for name in sys.modules if name.startswith("elzctl.")))), sys.stderr.flush(), end(code))
from elzctl.cli.start import run
run()
"""


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    """A copy of this repository's plan."""
    for name in ("plan", "meetings"):
        shutil.copytree(ROOT / name, tmp_path / "zone" / name)
    return tmp_path / "zone"


@pytest.fixture
def zone(plan: Path) -> Path:
    """The same with a history: the title of one fiche was changed twice."""
    begin(plan)
    commit(plan, "2025-01-10")
    for day, title in (("2025-01-11", "Een andere naam"), ("2025-01-12", "Nieuwe naam")):
        text = (plan / TITLE).read_text("utf-8")
        (plan / TITLE).write_text(re.sub("(?m)^title: .*$", f"title: {title}", text), "utf-8")
        commit(plan, day)
    return plan


def run(plan: Path, folder: str | Path, *words: str) -> tuple[str, set[str]]:
    """The output of a run that keeps what it reads in *folder*, and the modules it took."""
    command = [sys.executable, "-c", RUN, "-C", str(plan), *(words or ("validate", "--today", "2025-06-30"))]
    environment = {**os.environ, "ELZCTL_CACHE": str(folder)}
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False, encoding="utf-8")
    assert done.returncode in (0, 1), done.stderr
    return done.stdout, set(done.stderr.split())


def found_in(plan: Path, folder: Path | None) -> tuple[Finding, ...]:
    """What is wrong with a plan; what is found is kept in *folder*."""
    loaded = read_again(WorkTree(plan), Cache(folder, plan))
    assert errors_of(loaded) == tuple(one for one in examined(loaded).findings if one.severity is Severity.ERROR)
    return examined(loaded, date(2025, 6, 30)).findings


def test_what_is_kept_later_is_kept_with_the_first_answer(plan: Path, tmp_path: Path) -> None:
    folder = tmp_path / "kept"
    loaded = read_again(WorkTree(plan), Cache(folder, plan), kept_later=True)
    assert not folder.exists()
    found = errors_of(loaded)
    again = read_again(WorkTree(plan), Cache(folder, plan))
    assert again.answers is not None
    assert again.answers.get("errors") == found
    assert None not in map(Cache(folder, plan).get, loaded.kept)


def test_all_answers_that_are_given_in_one_run_are_kept(plan: Path, tmp_path: Path) -> None:
    folder = tmp_path / "kept"
    loaded = read_again(WorkTree(plan), Cache(folder, plan))
    found = errors_of(loaded), examined(loaded).findings, examined(loaded, date(2025, 6, 30)).findings
    again = read_again(WorkTree(plan), Cache(folder, plan))
    assert again.answers is not None
    assert None not in [again.answers.get(question) for question in ("errors", "on None", "on 2025-06-30")]
    assert (errors_of(again), examined(again).findings, examined(again, date(2025, 6, 30)).findings) == found


def test_what_is_kept_names_no_function_with_older_pythons_either(
    plan: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # As 3.11.0 to 3.11.3 have it, of which 3.11.2 is that of Debian 12.
    monkeypatch.setattr(Enum, "__reduce_ex__", lambda word, _: (getattr, (type(word), word.name)))
    loaded = read_again(WorkTree(plan), Cache(tmp_path / "kept", plan))
    found = errors_of(loaded)
    kept = Cache(tmp_path / "kept", plan)
    assert [path for path in loaded.kept if kept.get(path) is None] == []
    again = read_again(WorkTree(plan), kept)
    assert again.plan == loaded.plan
    assert again.answers is not None
    assert again.answers.get("errors") == found


def make(change: Change, plan: Path) -> None:
    """Changes the files of a plan."""
    for name, text in change.items():
        path = plan / name
        if text is None:
            path.unlink(missing_ok=True)
        else:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text(path.read_text("utf-8") if path.exists() else ""), "utf-8")


def kept_in(folder: Path) -> list[Path]:
    return sorted(path for path in folder.rglob("*") if path.is_file())


@pytest.mark.parametrize(
    "words", ["validate", "status", "status --points", "show 3.3.6", "signals", "agreements", "events", "timeline"]
)
def test_a_second_run_reads_no_yaml_and_says_the_same(plan: Path, tmp_path: Path, words: str) -> None:
    first, all_modules = run(plan, tmp_path / "kept", *words.split())
    second, modules = run(plan, tmp_path / "kept", *words.split())
    assert second == first
    assert "elzctl.reading" in all_modules
    assert not {"elzctl.reading", "elzctl.nodes", "elzctl.fields", "elzctl.kinds", "elzctl.minutes"} & modules


def test_what_was_kept_is_what_is_read_with_all_its_places(plan: Path, tmp_path: Path) -> None:
    read = load(WorkTree(plan))
    Cache(tmp_path / "kept", plan).keep(read.kept)
    again = load(WorkTree(plan), Cache(tmp_path / "kept", plan))
    assert all(one is not read.kept[path] for path, one in again.kept.items())
    assert again.plan == read.plan
    assert examined(again).findings == examined(read).findings


def test_a_plan_that_did_not_change_is_not_checked_again(plan: Path, tmp_path: Path) -> None:
    kept = tmp_path / "kept"
    first, all_modules = run(plan, kept, "validate", "--today", "2025-06-30")
    second, modules = run(plan, kept, "validate", "--today", "2025-06-30")
    assert second == first
    assert "elzctl.checks" in all_modules
    assert "elzctl.checks" not in modules
    assert "elzctl.checks" in run(plan, kept, "validate", "--today", "2025-07-01")[1]


PICTURE = "\n![Een foto](pictures/foto.png)\n"
# What happens to files, by path: the new text made of the old one ("" when there was none), or nothing: the file goes.
# Each changes what is wrong with the plan, and not always by a file that is read.
Change = Mapping[str, Callable[[str], str] | None]
CHANGES: Mapping[str, Change] = {
    "a text": {TITLE: lambda text: f"{text}\nNog te bepalen, mail naar iemand@voorbeeld.be.\n"},
    "an actor": {"plan/actors.yaml": lambda text: text.replace("\ncaw-", "\ncaws-")},
    "a fiche gone": {TITLE: None},
    "a fiche of another name": {TITLE: None, "plan/actions/anders.md": lambda _: FICHE},
    "a fiche that cannot be read": {TITLE: lambda _: "---\n"},
    "a reference to it": {
        "plan/actions/anders.md": lambda _: f"{FICHE}\nZie [[digitalisering]].\n",
        TITLE: lambda _: "---\n",
    },
    "an own template": {"templates/html/plan.css": lambda _: "body { color: red }\n"},
    "a picture that is not there": {TITLE: lambda text: text + PICTURE},
    "a picture that is none": {TITLE: lambda text: text + PICTURE, "plan/pictures/foto.png": lambda _: "geen beeld"},
    "a setting": {"plan/plan.yaml": lambda text: text.replace("2025", "2027")},
    "no series": {"meetings/series.yaml": None},
    "rights": {"plan/rights.yaml": lambda _: "teams: {}\nadmin: [niemand]\n"},
}


@pytest.mark.parametrize("name", CHANGES)
@pytest.mark.parametrize("before", ["", "a picture that is not there", "a fiche of another name"])
def test_what_is_found_after_a_change_is_what_is_found_with_nothing_kept(
    plan: Path, tmp_path: Path, before: str, name: str
) -> None:
    """Forth and back again: what was kept of the plan as it was does not show through."""
    kept = tmp_path / "kept"
    make(CHANGES.get(before, {}), plan)
    first = found_in(plan, kept)
    texts = {path: (plan / path).read_bytes() for path in CHANGES[name] if (plan / path).exists()}
    make(CHANGES[name], plan)
    second = found_in(plan, None)
    assert (found_in(plan, kept), found_in(plan, kept)) == (second, second)
    make(dict.fromkeys(CHANGES[name]), plan)
    for path, raw in texts.items():
        (plan / path).write_bytes(raw)
    assert found_in(plan, kept) == first == found_in(plan, None)


def test_what_is_found_is_kept_of_the_older_version_too(zone: Path, tmp_path: Path) -> None:
    kept = tmp_path / "kept"
    first, all_modules = run(zone, kept, "diff", "--findings", "HEAD~1")
    assert "elzctl.checks" in all_modules
    again, modules = run(zone, kept, "diff", "--findings", "HEAD~1")
    assert (again, "elzctl.checks" in modules) == (first, False)


def test_an_older_version_is_read_once_and_says_the_same(zone: Path, tmp_path: Path) -> None:
    """With nothing kept, with all kept, and when what is kept is of yet another version."""
    kept = tmp_path / "kept"
    first, all_modules = run(zone, kept, "diff", "HEAD~1")
    second, modules = run(zone, kept, "diff", "HEAD~1")
    assert "Nieuwe naam" in first
    assert second == first
    assert "elzctl.reading" in all_modules
    assert "elzctl.reading" not in modules
    other, all_modules = run(zone, kept, "diff", "HEAD~2")
    assert (other, "elzctl.reading" in all_modules) == (run(zone, tmp_path / "empty", "diff", "HEAD~2")[0], True)
    assert run(zone, kept, "diff", "HEAD~1")[0] == first


def test_a_file_that_changed_is_read_anew(plan: Path, tmp_path: Path) -> None:
    run(plan, tmp_path / "kept")
    text = (plan / TITLE).read_text("utf-8")
    (plan / TITLE).write_text(text.replace("\ntitle: ", "\ntitle: Nieuwe ", 1), encoding="utf-8")
    output, _ = run(plan, tmp_path / "kept", "status", "--json")
    assert '"title": "Nieuwe ' in output


def test_a_change_of_the_same_length_and_time_is_seen(plan: Path, tmp_path: Path) -> None:
    run(plan, tmp_path / "kept")
    path = plan / TITLE
    before, text = path.stat(), path.read_bytes()
    place = text.index(b"\ntitle: ") + len("\ntitle: ")
    path.write_bytes(text[:place] + b"Q" + text[place + 1 :])
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert path.stat().st_size == before.st_size
    output, _ = run(plan, tmp_path / "kept", "status", "--json")
    assert '"title": "Q' in output


class _Harm:
    def __init__(self, path: Path) -> None:
        self.path = path

    def __reduce__(self) -> tuple[object, tuple[str]]:
        return os.mkdir, (str(self.path),)


@pytest.mark.parametrize("harm", ["cut", "empty", "noise", "code", "other code", "not files"])
def test_whatever_stands_there_instead_is_as_nothing(plan: Path, tmp_path: Path, harm: str) -> None:
    first, _ = run(plan, tmp_path / "kept")
    for path in kept_in(tmp_path / "kept"):
        raw = path.read_bytes()
        begin = raw.index(PICKLED)
        mark = raw[: begin - len(packed(b""))]
        path.write_bytes(
            {
                "cut": raw[: (begin + len(raw)) // 2],
                "empty": b"",
                "noise": mark + bytes(range(256)) * 20,
                "code": mark + packed(pickle.dumps(_Harm(tmp_path / "harm"), 5)),
                "other code": b"0.0.1" + mark[5:] + packed(pickle.dumps({}, 5)),
                "not files": mark + packed(pickle.dumps({"plan/plan.yaml": 3, **dict.fromkeys(QUESTIONS, (3,))}, 5)),
            }[harm]
        )
    assert run(plan, tmp_path / "kept")[0] == first
    assert not (tmp_path / "harm").exists()
    assert "elzctl.reading" not in run(plan, tmp_path / "kept")[1]


def test_a_bit_that_fell_over_is_not_believed(plan: Path, tmp_path: Path) -> None:
    folder = tmp_path / "kept"
    first = read_again(WorkTree(plan), Cache(folder, plan))
    found = errors_of(first)
    assert first.answers is not None
    draw = Random(6)
    for path in kept_in(folder):
        whole = path.read_bytes()
        for place in draw.choices(range(len(whole)), k=60):
            path.write_bytes(whole[:place] + bytes([whole[place] ^ 1 << place % 8]) + whole[place + 1 :])
            cache = Cache(folder, plan)
            kept = {name: cache.get(name) for name in first.kept}
            assert all(one in (None, first.kept[name]) for name, one in kept.items())
            again = load(WorkTree(plan), cache)
            assert Answers((cache,), again).get("errors") in (None, found)
        path.write_bytes(whole)


def test_no_function_and_no_foreign_class_is_made_of_it() -> None:
    for module, name in (("os", "system"), ("builtins", "eval"), ("elzctl.model", "value"), ("elzctl.disk", "Disk")):
        with pytest.raises(pickle.UnpicklingError):
            cache._Values(BytesIO()).find_class(module, name)
    assert cache._Values(BytesIO()).find_class("elzctl.source", "Span").__name__ == "Span"


def test_every_module_of_values_is_known_to_it() -> None:
    """A value of a module that is missing here is read at every run, and nobody would notice."""
    layers = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["importlinter"]["contracts"][0][
        "layers"
    ]
    words = [name for layer in layers[layers.index("model") :] for name in layer.split(" | ")]
    assert {f"elzctl.{name}" for name in (*words, "agenda")} == set(cache._VALUES)


@pytest.mark.parametrize("folder", ["", "off", "kept"])
def test_nothing_lands_in_the_repository(plan: Path, tmp_path: Path, folder: str) -> None:
    before = {path: path.stat().st_mtime_ns for path in plan.rglob("*")}
    first, _ = run(plan, tmp_path / folder if folder == "kept" else folder)
    assert {path: path.stat().st_mtime_ns for path in plan.rglob("*")} == before
    assert bool(kept_in(tmp_path / "kept")) == (folder == "kept")
    assert first


def test_a_folder_that_cannot_be_made_does_not_stop_a_run(plan: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    assert run(plan, tmp_path / "file/kept")[0] == run(plan, "")[0]


def test_two_plans_of_one_name_are_kept_apart(plan: Path, tmp_path: Path) -> None:
    other = tmp_path / "elders" / "zone"
    shutil.copytree(plan, other)
    (other / TITLE).unlink()
    environment = {"ELZCTL_CACHE": str(tmp_path / "kept")}
    folders = {cache_of(root, environment).folder for root in (plan, other)}
    assert len(folders) == 2
    assert run(plan, tmp_path / "kept")[0] != run(other, tmp_path / "kept")[0]


def test_many_at_once_all_say_the_same(plan: Path, tmp_path: Path) -> None:
    expected, _ = run(plan, "")
    with ThreadPoolExecutor(4) as pool:
        said = list(pool.map(lambda _: run(plan, tmp_path / "kept")[0], range(8)))
    assert said == [expected] * 8
    assert all("." not in path.name for path in kept_in(tmp_path / "kept"))


def test_what_nobody_looked_at_for_long_goes(plan: Path, tmp_path: Path) -> None:
    old = tmp_path / "kept/elzctl/zone-0123abcd"
    old.mkdir(parents=True)
    (old / "3").write_bytes(b"x")
    os.utime(old, (0, 0))
    run(plan, tmp_path / "kept")
    assert not old.exists()
    assert kept_in(tmp_path / "kept")


@pytest.mark.skipif(not hasattr(os, "getuid") or os.getuid() != 0, reason="only root may give a file to somebody else")
def test_what_somebody_else_wrote_is_not_read(plan: Path, tmp_path: Path) -> None:
    run(plan, tmp_path / "kept")
    for path in kept_in(tmp_path / "kept"):
        os.chown(path, 65534, 65534)
    assert "elzctl.reading" in run(plan, tmp_path / "kept")[1]


def test_the_users_own_folder_is_taken(tmp_path: Path) -> None:
    named = cache_of(tmp_path, {"XDG_CACHE_HOME": str(tmp_path / "own"), "LOCALAPPDATA": str(tmp_path / "own")}).folder
    assert named is not None
    assert named.parent == tmp_path / "own/elzctl"
    usual = cache_of(tmp_path, {}).folder
    assert usual is None or usual.is_relative_to(Path.home())


def test_of_two_hundred_plans_at_most_something_is_kept(plan: Path, tmp_path: Path) -> None:
    """What was changed longest ago goes first, and nothing that is not ours."""
    folder = tmp_path / "kept"
    for number in range(cache.MOST + 5):
        old = folder / f"zone-{number:08x}"
        old.mkdir(parents=True)
        (old / "0").write_bytes(b"x")
        (old / "0.77").write_bytes(b"left by a run that was stopped")
        os.utime(old, (time() - 1000 + number, time() - 1000 + number))
    (folder / "iets anders").mkdir()
    (folder / "zone-00000000" / "van mij.txt").touch()
    os.utime(folder / "zone-00000000", (time() - 2000, time() - 2000))
    Cache(folder, plan).keep(load(WorkTree(plan)).kept)
    names = {path.name for path in folder.iterdir()}
    assert len(names) == cache.MOST + 2
    assert {"iets anders", "zone-00000000", f"zone-{cache.MOST + 4:08x}"} <= names
    assert not {"zone-00000001", "zone-00000005"} & names
    assert [path.name for path in (folder / "zone-00000000").iterdir()] == ["van mij.txt"]
