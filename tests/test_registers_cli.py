"""``elzctl signals``, ``agreements`` and ``events``: what they print in a pipe, as data and in a window."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest
from small_meetings import TOWNS, minutes, write_meetings
from small_plans import PLAN, ROOT, in_a_window, plain

from elzctl.cli.main import main
from elzctl.render.columns import width

MAY = """\
## 1. Signalen
SIGNAAL: Ouders vinden @dienst niet, zie [[2025-06-10-overleg]] #scholen @aa
- gegroepeerd op:2025-06-01: toeleiding
- besproken op:2025-06-10
- doorverwezen op:2025-06-10 @dienst: maakt een folder
SIGNAAL: De bus rijdt niet #mantelzorgers
::: intern
SIGNAAL: Stil #scholen
AFSPRAAK: @aa zwijgt #bewegen
EVENEMENT: 2025-10-01 Stil feest
:::
AFSPRAAK: @besturen helpen verspreiden #bewegen
AFSPRAAK: @aa en @dienst bellen #mantelzorg
AFSPRAAK: Iemand kijkt het na
EVENEMENT: 2025-10-11 13u30-17u Taart @dienst
EVENEMENT: 2025-09-27/2025-09-28 Levensloop
EVENEMENT: Ooit een feest
"""


def run(root: Path, *arguments: str) -> int:
    return main(["-C", str(root), "--lang", "en", *arguments])


@pytest.fixture
def root(tmp_path: Path) -> Path:
    meetings = {"2025-05-13-overleg": minutes("2025-05-13", text=MAY), "2025-06-10-overleg": minutes("2025-06-10")}
    return write_meetings(tmp_path, meetings)


# In a pipe


def test_in_a_pipe_every_signal_is_one_line(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(root, "signals", "--today", "2025-06-12") == 0
    out, err = capsys.readouterr()
    assert out.splitlines() == [
        "2025-05-13-overleg/S1  referred  30  toeleiding  Scholen; Aa    Ouders vinden Dienst Zorg niet, zie"
        " · Overleg welzijn (2025-06-10)  grouped 2025-06-01; discussed 2025-06-10 (2025-06-10-overleg);"
        " referred 2025-06-10 (2025-06-10-overleg): Dienst Zorg: maakt een folder",
        "2025-05-13-overleg/S2  noted     30  -           Mantelzorgers  De bus rijdt niet  -",
        "",
        "2 signals: 1 noted, 1 referred; 1 open",
        "1 internal one is left out; --internal shows it.",
    ]
    assert err == ""


def test_in_a_pipe_every_agreement_is_one_line(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(root, "agreements") == 0
    assert capsys.readouterr().out.splitlines() == [
        "2025-05-13-overleg/A2  2025-05-13  Bewegen     -  Lokale besturen  Lokale besturen helpen verspreiden",
        "2025-05-13-overleg/A3  2025-05-13  Mantelzorg  -  Aa, Dienst Zorg  Aa en Dienst Zorg bellen",
        "2025-05-13-overleg/A4  2025-05-13  -           -  -  Iemand kijkt het na",
        "",
        "3 agreements",
        "1 internal one is left out; --internal shows it.",
    ]


def test_in_a_pipe_the_matrix_has_a_line_for_every_theme(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(root, "agreements", "--matrix", "--internal") == 0
    assert capsys.readouterr().out.splitlines() == [
        "theme       Aa  Bee  Dienst Zorg  nobody named",
        "Mantelzorg  x   -    x            -",
        "Bewegen     x   o    -            -",
        "no theme    -   -    -            x",
        "",
        "4 agreements",
    ]


def test_in_a_pipe_every_event_is_one_line(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(root, "events", "--today", "2025-10-01") == 0
    assert capsys.readouterr().out.splitlines() == [
        "past     2025-09-27/2025-09-28  -            2025-05-13-overleg/E3  -  Levensloop",
        "to come  2025-10-11             13:30-17:00  2025-05-13-overleg/E2  Dienst Zorg  Taart",
        "no date  -                      -            2025-05-13-overleg/E4  -  Ooit een feest",
        "",
        "3 events: 1 past, 1 to come, 1 no date",
        "1 internal one is left out; --internal shows it.",
    ]


@pytest.mark.parametrize(
    ("arguments", "there", "gone"),
    [
        (("signals", "--target-group", "scholen"), "Ouders", "De bus"),
        (("signals", "--open"), "De bus", "Ouders"),
        (("signals", "--internal"), "Stil (internal)", "left out"),
        (("agreements", "--theme", "bewegen"), "verspreiden", "bellen"),
        (("agreements", "--actor", "bee"), "verspreiden", "bellen"),
        (("agreements", "--internal"), "Aa zwijgt (internal)", "left out"),
        (("events", "--from", "oktober 2025"), "Taart", "Levensloop"),
        (("events", "--to", "september 2025"), "Levensloop", "Taart"),
        (("events", "--upcoming"), "Taart", "Levensloop"),
        (("events", "--actor", "dienst"), "Taart", "Levensloop"),
        (("events", "--series", "overleg"), "Taart", "None"),
        (("events", "--internal"), "Stil feest (internal)", "left out"),
    ],
)
def test_an_option_keeps_what_it_says(
    root: Path, capsys: pytest.CaptureFixture[str], arguments: tuple[str, ...], there: str, gone: str
) -> None:
    today = () if arguments[0] == "agreements" else ("--today", "2025-10-01")
    assert run(root, *arguments, *today) == 0
    out = capsys.readouterr().out
    assert there in out
    assert gone not in out


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("signals", "--target-group", "schoolen"), "Did you mean “scholen”?"),
        (("signals", "--series", "overlegg"), "Did you mean “overleg”?"),
        (("signals", "--target-group", "zzz"), "plan/plan.yaml"),
        (("signals", "--today", "morgen"), "2025-12-31"),
        (("agreements", "--theme", "bewgen"), "Did you mean “bewegen”?"),
        (("agreements", "--actor", "dinst"), "Did you mean “dienst”?"),
        (("agreements", "--json", "--list"), "--json has the list and the matrix"),
        (("events", "--actor", "zzz"), "plan/actors.yaml"),
        (("events", "--from", "gauw"), "gauw"),
        (("events", "--from", "2026", "--to", "2025"), "--from comes after --to"),
        (("events", "--series", "zzz"), "meetings/series.yaml"),
    ],
)
def test_a_value_that_the_plan_does_not_have_is_refused_with_the_nearest(
    root: Path, capsys: pytest.CaptureFixture[str], arguments: tuple[str, ...], said: str
) -> None:
    assert run(root, *arguments) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert said in err


@pytest.mark.parametrize("verb", ["signals", "agreements", "events"])
def test_an_empty_list_says_so(tmp_path: Path, capsys: pytest.CaptureFixture[str], verb: str) -> None:
    root = write_meetings(tmp_path, {})
    assert run(root, verb) == 0
    assert re.fullmatch(rf"There are no {verb} yet; .*\n", capsys.readouterr().out)
    write_meetings(root, {"2025-05-13-overleg": minutes("2025-05-13", text=MAY)})
    assert run(root, verb, "--series", "stuurgroep") == 0
    assert re.fullmatch(rf"None of the [345] {verb} is like that\.\n", capsys.readouterr().out)
    stil = "::: intern\nSIGNAAL: Stil\nAFSPRAAK: Stil\nEVENEMENT: Stil\n:::\n"
    write_meetings(root, {"2025-05-13-overleg": minutes("2025-05-13", text=stil)})
    assert run(root, verb) == 0
    assert capsys.readouterr().out == "1 internal one is left out; --internal shows it.\n"


def test_a_plan_without_meetings_has_empty_registers(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    (tmp_path / "plan").mkdir()
    assert run(tmp_path, "signals") == 1
    assert "could not be read" in capsys.readouterr().err


def test_files_that_cannot_be_read_are_told_and_the_rest_is_listed(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (root / "meetings/2025-07-01-overleg.md").write_text("---\ntitle: [\n---\n", "utf-8")
    assert run(root, "events", "--json") == 1
    out, err = capsys.readouterr()
    found = json.loads(out)
    assert "meetings/2025-07-01-overleg.md" in found["incomplete"]
    assert len(found["events"]) == 3
    assert "could not be read fully" in err


# As data

SHARED = {
    "meeting": "2025-05-13-overleg",
    "series": "overleg",
    "day": "2025-05-13",
    "path": "meetings/2025-05-13-overleg.md",
    "internal": False,
}
SIGNALS = {
    "schema_version": 1,
    "today": "2025-06-12",
    "signals": [
        {
            "id": "2025-05-13-overleg/S1",
            "text": "Ouders vinden @dienst niet, zie",
            **SHARED,
            "line": 9,
            "actors": ["dienst", "aa"],
            "target_groups": ["scholen"],
            "themes": [],
            "references": ["2025-06-10-overleg"],
            "stage": "referred",
            "open": False,
            "group": "toeleiding",
            "age_days": 30,
            "steps": [
                {
                    "stage": "grouped",
                    "on": {"text": "2025-06-01", "first": "2025-06-01", "last": "2025-06-01"},
                    "meeting": None,
                    "text": "toeleiding",
                    "actors": [],
                    "references": [],
                },
                {
                    "stage": "discussed",
                    "on": {"text": "2025-06-10", "first": "2025-06-10", "last": "2025-06-10"},
                    "meeting": "2025-06-10-overleg",
                    "text": "",
                    "actors": [],
                    "references": [],
                },
                {
                    "stage": "referred",
                    "on": {"text": "2025-06-10", "first": "2025-06-10", "last": "2025-06-10"},
                    "meeting": "2025-06-10-overleg",
                    "text": "maakt een folder",
                    "actors": ["dienst"],
                    "references": [],
                },
            ],
        }
    ],
    "counts": {
        "total": 1,
        "open": 0,
        "stages": {"noted": 0, "grouped": 0, "discussed": 0, "action": 0, "referred": 1, "no-mandate": 0},
    },
    "left_out": 1,
    "incomplete": [],
}
AGREEMENTS = {
    "schema_version": 1,
    "agreements": [
        {
            "id": "2025-05-13-overleg/A2",
            "text": "@besturen helpen verspreiden",
            **SHARED,
            "line": 19,
            "actors": ["besturen"],
            "target_groups": [],
            "themes": ["bewegen"],
            "references": [],
        },
        {
            "id": "2025-05-13-overleg/A3",
            "text": "@aa en @dienst bellen",
            **SHARED,
            "line": 20,
            "actors": ["aa", "dienst"],
            "target_groups": [],
            "themes": ["mantelzorg"],
            "references": [],
        },
        {
            "id": "2025-05-13-overleg/A4",
            "text": "Iemand kijkt het na",
            **SHARED,
            "line": 21,
            "actors": [],
            "target_groups": [],
            "themes": [],
            "references": [],
        },
    ],
    "matrix": {
        "themes": ["mantelzorg", "bewegen", None],
        "actors": ["aa", "bee", "dienst", None],
        "cells": [
            {"theme": "mantelzorg", "actor": "aa", "agreements": [{"id": "2025-05-13-overleg/A3", "via": None}]},
            {"theme": "mantelzorg", "actor": "dienst", "agreements": [{"id": "2025-05-13-overleg/A3", "via": None}]},
            {"theme": "bewegen", "actor": "aa", "agreements": [{"id": "2025-05-13-overleg/A2", "via": "besturen"}]},
            {"theme": "bewegen", "actor": "bee", "agreements": [{"id": "2025-05-13-overleg/A2", "via": "besturen"}]},
            {"theme": None, "actor": None, "agreements": [{"id": "2025-05-13-overleg/A4", "via": None}]},
        ],
    },
    "left_out": 1,
    "incomplete": [],
}
EVENTS = {
    "schema_version": 1,
    "today": "2025-10-01",
    "events": [
        {
            "id": "2025-05-13-overleg/E2",
            "text": "Taart",
            **SHARED,
            "line": 22,
            "actors": ["dienst"],
            "target_groups": [],
            "themes": [],
            "references": [],
            "when": {"text": "2025-10-11", "first": "2025-10-11", "last": "2025-10-11"},
            "start": "13:30",
            "end": "17:00",
            "timing": "upcoming",
        },
    ],
    "counts": {"total": 1, "past": 0, "upcoming": 1, "no-date": 0},
    "left_out": 0,
    "incomplete": [],
}


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        (("signals", "--target-group", "scholen", "--today", "2025-06-12"), SIGNALS),
        (("agreements",), AGREEMENTS),
        (("events", "--actor", "dienst", "--today", "2025-10-01"), EVENTS),
    ],
)
def test_the_data_has_a_fixed_shape_in_ascii(
    root: Path, capsys: pytest.CaptureFixture[str], arguments: tuple[str, ...], expected: dict[str, object]
) -> None:
    assert run(root, *arguments, "--json") == 0
    out = capsys.readouterr().out
    assert out.isascii()
    found = json.loads(out)
    assert found == expected
    assert list(found) == list(expected)


def test_the_internal_ones_are_data_when_asked_for(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for verb in ("signals", "agreements", "events"):
        assert run(root, verb, "--json", "--internal") == 0
        found = json.loads(capsys.readouterr().out)
        assert found["left_out"] == 0
        assert [one["internal"] for one in found[verb]].count(True) == 1


# In a window


@pytest.mark.parametrize("columns", [20, 40, 60, 80, 120, 200])
@pytest.mark.parametrize("call", [("signals",), ("agreements",), ("agreements", "--list"), ("events",)])
def test_the_real_registers_fit_every_window_and_nothing_is_lost(columns: int, call: tuple[str, ...]) -> None:
    text = in_a_window(columns, "-C", str(ROOT), "--lang", "en", *call)
    assert max(map(width, text.splitlines())) <= columns
    data = json.loads(
        subprocess.run(
            [sys.executable, "-m", "elzctl", "-C", str(ROOT), call[0], "--json"],
            capture_output=True,
            text=True,
            check=True,
        ).stdout
    )
    assert data[call[0]]
    if call != ("agreements",):
        words = "".join(text.split())
        marks = re.compile(r"(?:[@#]\S+|\[\[.*?\]\]|[,\s])+")
        for one in data[call[0]]:
            assert all(
                "".join(part.split()) in words for part in marks.split(one["text"]) if columns > 60 or len(part) < 15
            )


def test_signals_stand_under_their_group_with_what_became_of_them(root: Path) -> None:
    text = in_a_window(80, "-C", str(root), "--lang", "en", "signals", "--today", "2025-06-12")
    assert text.splitlines() == [
        "Noted       Signal                                         Steps",
        "",
        "toeleiding",
        "2025-05-13  Ouders vinden Dienst Zorg niet, zie · Overleg  2025-06-01 grouped",
        "            welzijn (2025-06-10)                           2025-06-10 discussed",
        "            Scholen; Aa                                    2025-06-10 referred",
        "            S1 · Overleg welzijn",
        "            referred: Dienst Zorg: maakt een folder",
        "",
        "Not grouped",
        "2025-05-13  De bus rijdt niet                              open for 30 days",
        "            Mantelzorgers",
        "            S2 · Overleg welzijn",
        "",
        "2 signals: 1 noted, 1 referred; 1 open",
        "1 internal one is left out; --internal shows it.",
    ]
    assert in_a_window(40, "-C", str(root), "--lang", "en", "signals", "--today", "2025-06-12").splitlines()[:10] == [
        "toeleiding",
        "2025-05-13",
        "  Ouders vinden Dienst Zorg niet, zie ·",
        "  Overleg welzijn (2025-06-10)",
        "  Scholen; Aa",
        "  S1 · Overleg welzijn",
        "  referred: Dienst Zorg: maakt een",
        "  folder",
        "  2025-06-01 grouped",
        "  2025-06-10 discussed",
    ]


def test_colours_say_nothing_that_the_words_do_not(root: Path) -> None:
    for verb in ("signals", "agreements", "events"):
        call = ("-C", str(root), verb)
        painted, bare = in_a_window(80, *call, colours=True), in_a_window(80, *call)
        assert "\x1b[" in painted
        assert "\x1b" not in bare
        assert plain(painted) == bare


def test_what_was_noted_cannot_obey_itself(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    bad = "[red]rood\u202e\u200b[/x] \u2028einde"
    text = (
        f"SIGNAAL: {bad} #scholen\n- gegroepeerd op:2025-05-13: {bad}\n- doorverwezen op:2025-05-13 @dienst: {bad}\n"
        f"AFSPRAAK: @dienst {bad} #bewegen\nEVENEMENT: 2025-05-13 {bad} @dienst\n"
    )
    odd = '"Titel \\u202e \\t\\n [x]"'
    root = write_meetings(
        tmp_path,
        {"2025-05-13-overleg": minutes("2025-05-13", text=text, title=odd)},
        plan=PLAN.replace("Bewegen", odd).replace("Scholen", odd),
        actors=TOWNS.replace("Dienst Zorg", odd),
    )
    for call in (("signals",), ("agreements", "--list"), ("agreements", "--matrix"), ("events",)):
        assert run(root, *call) == 0
        shown = capsys.readouterr().out
        for one in (shown, *(in_a_window(columns, "-C", str(root), *call) for columns in (40, 120))):
            assert not {"\x1b", "\u202e", "\u200b", "\u2028"} & set(one)
            assert one


def test_long_and_wide_words_are_broken_and_stay_in_their_column(tmp_path: Path) -> None:
    text = f"SIGNAAL: {'日本語' * 60} {'a' * 300} #scholen\n- gegroepeerd op:2025-05-13: {'b' * 150}\n"
    root = write_meetings(tmp_path, {"2025-05-13-overleg": minutes("2025-05-13", text=text)})
    for columns in (40, 80):
        shown = in_a_window(columns, "-C", str(root), "signals")
        assert max(map(width, shown.splitlines())) <= columns
        words = "".join(shown.split())
        assert words.count("日") == 60
        assert words.count("b" * 150) == 1


def test_many_actors_stand_as_numbers_with_their_names_below(tmp_path: Path) -> None:
    towns = "".join(f"t{n}: {{name: Gemeente nummer {n}, kind: municipality}}\n" for n in range(1, 41))
    text = "".join(f"AFSPRAAK: @t{n} doet mee #{'bewegen' if n % 2 else 'mantelzorg'}\n" for n in range(1, 41))
    root = write_meetings(tmp_path, {"2025-05-13-overleg": minutes("2025-05-13", text=text)}, actors=towns)
    for columns in (40, 80, 120):
        shown = in_a_window(columns, "-C", str(root), "--lang", "en", "agreements")
        assert max(map(len, shown.splitlines())) <= columns
        assert len(re.findall(r"\bx\b", shown.split("x agreed itself")[0])) == 40
        assert all(f"{n} Gemeente nummer {n}" in shown for n in range(1, 41))
    wide = in_a_window(80, "-C", str(root), "--lang", "en", "agreements", "--list")
    assert wide.count("doet mee") == 40


def test_a_matrix_that_fits_has_names_above_its_columns(root: Path) -> None:
    assert in_a_window(80, "-C", str(root), "--lang", "en", "agreements").splitlines()[:5] == [
        "            Aa  Bee  Dienst  nobody",
        "                     Zorg    named",
        "Mantelzorg  x   -    x       -",
        "Bewegen     o   o    -       -",
        "no theme    -   -    -       x",
    ]


def test_a_reader_that_leaves_early_hears_nothing(tmp_path: Path) -> None:
    text = "".join(f"EVENEMENT: 2025-10-11 Feest {n} {'lang ' * 60}\n" for n in range(400))
    root = write_meetings(tmp_path, {"2025-05-13-overleg": minutes("2025-05-13", text=text)})
    command = f'"{sys.executable}" -m elzctl -C "{root}" events | head -1'
    done = subprocess.run(["bash", "-c", command], capture_output=True, text=True, cwd=ROOT, check=False)
    assert done.stdout.count("\n") == 1
    assert (done.stderr, done.returncode) == ("", 0)
