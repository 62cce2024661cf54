"""``done``, ``move-point``, ``drop-point`` and ``note-point``: one point changes, and not one byte more than needed."""

from __future__ import annotations

import subprocess
import sys
import tempfile
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from meeting_files import FIRST, meeting, meetings, read
from small_plans import PLAN
from test_cli import CLEAN, ROOT, elzctl

from elzctl.amend import amend
from elzctl.amend_points import Amended, Pen, one_line
from elzctl.cli.main import main
from elzctl.covered import fingerprint
from elzctl.dates import VagueDate
from elzctl.dates import read as read_date
from elzctl.followup import points as view
from elzctl.meeting import Meeting, Point
from elzctl.scaffold.allowed import Refused
from elzctl.terms import Tongue, Turning
from elzctl.value import replace

Run = Callable[..., tuple[int, str, str]]

ID = "2025-05-13-overleg"
PATH = f"meetings/{ID}.md"


@pytest.fixture
def run(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Run:
    """One run without a terminal, in English, on 25 September 2025: exit code, stdout, stderr."""

    def runs(command: str, *arguments: str, today: str = "2025-09-25") -> tuple[int, str, str]:
        code = main(["--lang", "en", "-C", str(tmp_path), command, *arguments, "--today", today])
        captured = capsys.readouterr()
        return code, captured.out, captured.err

    return runs


def text(root: Path) -> str:
    return (root / PATH).read_bytes().decode()


def minutes(*lines: str) -> str:
    """Minutes with these lines."""
    return FIRST.partition("## 1.")[0] + "\n".join(("## 1. Punten", "", *lines, ""))


# What is written


def test_done_ticks_the_box_and_adds_the_day(tmp_path: Path, run: Run) -> None:
    meetings(tmp_path, m2025_05_13_overleg=FIRST)
    code, out, err = run("done", f"{ID}/1")
    assert (code, err) == (0, "")
    assert out == f"{PATH}\nDone on 2025-09-25: {ID}/1, Affiches verspreiden in elke gemeente\n"
    old = "- [ ] Affiches verspreiden in elke gemeente @kring tegen:2025-10-09\n"
    new = "- [x] Affiches verspreiden in elke gemeente @kring tegen:2025-10-09 op:2025-09-25\n"
    assert text(tmp_path) == FIRST.replace(old, new)


def test_a_note_comes_below_what_stands_there(tmp_path: Path, run: Run) -> None:
    meetings(tmp_path, m2025_05_13_overleg=FIRST)
    assert run("done", f"{ID}/1", "--on", "2025-09-20", "--note", "in alle  vijf\ngemeenten")[0] == 0
    new = (
        "- [x] Affiches verspreiden in elke gemeente @kring tegen:2025-10-09 op:2025-09-20\n"
        "  - bijdrage @apothekers: hangen er een op\n"
        "  - stand op:2025-09-20: in alle vijf gemeenten\n"
    )
    assert new in text(tmp_path)


def test_each_command_writes_its_line(tmp_path: Path, run: Run) -> None:
    meetings(tmp_path, m2025_05_13_overleg=FIRST)
    assert run("note-point", f"{ID}/1", "de helft hangt", "--on", "2025-06-10")[0] == 0
    assert run("move-point", f"{ID}/1", "--to", "eind maart 2026", "--reason", "de drukker is ziek")[0] == 0
    assert run("drop-point", f"{ID}/3", "--reason", "zie [[koffie]]", "--on", "2025-08-31")[0] == 0
    lines = text(tmp_path).splitlines()
    assert lines[12:19] == [
        "- [ ] Affiches verspreiden in elke gemeente @kring tegen:2025-10-09",
        "  - bijdrage @apothekers: hangen er een op",
        "  - stand op:2025-06-10: de helft hangt",
        '  - verschoven op:2025-09-25 tegen:"eind maart 2026": de drukker is ziek',
        "- [x] Lijst opmaken @dienst-zorg op:2025-05-20",
        "- [ ] Vorming zoeken @kring",
        "  - vervallen op:2025-08-31: zie [[koffie]]",
    ]
    first, _, third = meeting(tmp_path, ID).points
    assert [(turn.kind, turn.text) for turn in first.turns] == [
        (Turning.PROGRESS, "de helft hangt"),
        (Turning.MOVED, "de drukker is ziek"),
    ]
    assert first.turns[1].due == VagueDate("", date(2026, 3, 21), date(2026, 3, 31))
    assert third.turns[0].on == VagueDate("", date(2025, 8, 31), date(2025, 8, 31))


@pytest.mark.parametrize(
    ("lines", "number", "expected"),
    [
        (["- [ ] Kort"], 1, ["- [x] Kort op:2025-09-25", "  - stand op:2025-09-25: klaar"]),
        (
            ["* [ ] Ster  ", "", "Tekst."],
            1,
            ["* [x] Ster op:2025-09-25  ", "  * stand op:2025-09-25: klaar", "", "Tekst."],
        ),
        (["1. [ ] Genummerd"], 1, ["1. [x] Genummerd op:2025-09-25", "   - stand op:2025-09-25: klaar"]),
        (["  -   [ ] Ingesprongen"], 1, ["  -   [x] Ingesprongen op:2025-09-25", "      - stand op:2025-09-25: klaar"]),
        (["-\t[ ] Met een tab"], 1, ["-\t[x] Met een tab op:2025-09-25", " \t- stand op:2025-09-25: klaar"]),
        (
            ["- [ ] Over", "  twee regels @kring", "    - Diep", "    + bijdrage @kring: iets", "## 2. Varia"],
            1,
            [
                *("- [x] Over", "  twee regels @kring op:2025-09-25", "    - Diep", "    + bijdrage @kring: iets"),
                *("    - stand op:2025-09-25: klaar", "## 2. Varia"),
            ],
        ),
        (
            ["- [ ] Los", "", "  - Een", "", "    - Dieper", "", "Tekst"],
            1,
            [
                "- [x] Los op:2025-09-25",
                "",
                "  - Een",
                "",
                "    - Dieper",
                "  - stand op:2025-09-25: klaar",
                "",
                "Tekst",
            ],
        ),
        (
            ["- [ ] Een <!-- nota --> <!-- -->", "- [ ] Twee"],
            1,
            ["- [x] Een op:2025-09-25 <!-- nota --> <!-- -->", "  - stand op:2025-09-25: klaar", "- [ ] Twee"],
        ),
        (
            ["- [ ] Een <!-- a --> <!-- van", "  mij -->", "Tekst"],
            1,
            ["- [x] Een op:2025-09-25", "  - stand op:2025-09-25: klaar <!-- a --> <!-- van", "  mij -->", "Tekst"],
        ),
        (
            ["- [ ] Met code `op:2025-01-01` en <https://x.be/op:2024>", "```", "- [ ] Geen", "```"],
            1,
            [
                *("- [x] Met code `op:2025-01-01` en <https://x.be/op:2024> op:2025-09-25",),
                *("  - stand op:2025-09-25: klaar", "```", "- [ ] Geen", "```"),
            ],
        ),
        (
            ["::: intern", "- [ ] Binnen", ":::", "> - [ ] Geen", "- [ ] Buiten", "| a |"],
            2,
            [
                *("::: intern", "- [ ] Binnen", ":::", "> - [ ] Geen", "- [x] Buiten op:2025-09-25"),
                *("  - stand op:2025-09-25: klaar", "| a |"),
            ],
        ),
    ],
)
def test_the_layout_of_the_point_is_kept(
    tmp_path: Path, run: Run, lines: list[str], number: int, expected: list[str]
) -> None:
    meetings(tmp_path, m2025_05_13_overleg=minutes(*lines))
    code, _, err = run("done", f"{ID}/{number}", "--note", "klaar")
    assert (code, err) == (0, "")
    assert text(tmp_path) == minutes(*expected)


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
@pytest.mark.parametrize("ending", ["", "\n", "  \n\n"])
def test_line_endings_and_the_byte_order_mark_stay(
    tmp_path: Path, run: Run, newline: str, mark: str, ending: str
) -> None:
    old = minutes("Één “woord” vooraf. <!-- nota -->", "- [ ] Gezinnen bereiken: één ënkele keer @kring")[:-1] + ending
    meetings(tmp_path, m2025_05_13_overleg=(mark + old.replace("\n", newline)).encode())
    assert run("done", f"{ID}/1", "--note", "twee keer: ’t lukte")[0] == 0
    new = minutes(
        "Één “woord” vooraf. <!-- nota -->",
        "- [x] Gezinnen bereiken: één ënkele keer @kring op:2025-09-25" + ending.partition("\n")[0],
        "  - stand op:2025-09-25: twee keer: ’t lukte",
    )[:-1] + "".join(ending.partition("\n")[1:])
    assert text(tmp_path) == mark + new.replace("\n", newline)


def test_a_file_with_both_line_endings_keeps_each(tmp_path: Path, run: Run) -> None:
    old = minutes("- [ ] Eerste @kring", "- [ ] Tweede @kring").replace("@kring\n- [ ] T", "@kring\r\n- [ ] T")
    meetings(tmp_path, m2025_05_13_overleg=old)
    assert run("note-point", f"{ID}/1", "half")[0] == 0
    assert text(tmp_path) == old.replace("@kring\r\n", "@kring\r\n  - stand op:2025-09-25: half\r\n")


@pytest.mark.parametrize(
    ("language", "line", "expected"),
    [
        ("nl", "- [ ] Spread posters @kring due:2025-10-01", "done:2025-09-25|progress on:2025-09-25: ok"),
        ("en", "- [ ] Affiches @kring tegen:2025-10-01", "op:2025-09-25|stand op:2025-09-25: ok"),
        ("en", "- [ ] Posters @kring", "done:2025-09-25|progress on:2025-09-25: ok"),
        ("nl", "- [ ] Affiches @kring", "op:2025-09-25|stand op:2025-09-25: ok"),
        ("nl", "DECISION: We go on.\n- [ ] Posters @kring", "done:2025-09-25|progress on:2025-09-25: ok"),
        ("nl", "- [x] List on:2025-05-20\n- [ ] Posters @kring", "on:2025-09-25|progress on:2025-09-25: ok"),
    ],
)
def test_the_words_are_those_of_the_minutes(tmp_path: Path, run: Run, language: str, line: str, expected: str) -> None:
    meetings(tmp_path, plan=f"{PLAN}language: {language}\n", m2025_05_13_overleg=minutes(line))
    number = line.count("[")
    assert run("done", f"{ID}/{number}", "--note", "ok")[0] == 0
    tick, below = expected.split("|")
    assert text(tmp_path) == minutes(f"{line} {tick}".replace("- [ ]", "- [x]"), f"  - {below}")


def test_a_day_that_was_written_before_the_tick_stays_unless_another_is_given(tmp_path: Path, run: Run) -> None:
    meetings(tmp_path, m2025_05_13_overleg=minutes("- [ ] Een op:2025-06-01 @kring", "- [ ] Twee op:2025-06-02 @kring"))
    assert run("done", f"{ID}/1")[0] == 0
    assert run("done", f"{ID}/2", "--on", "2025-07-01")[0] == 0
    assert text(tmp_path) == minutes("- [x] Een op:2025-06-01 @kring", "- [x] Twee op:2025-07-01 @kring")


def test_a_tick_without_a_day_can_get_one(tmp_path: Path, run: Run) -> None:
    meetings(tmp_path, m2025_05_13_overleg=minutes("- [X] Een @kring"))
    code, out, _ = run("done", f"{ID}/1")
    assert (code, "--on" in out) == (0, True)
    assert text(tmp_path) == minutes("- [X] Een @kring")
    assert run("done", f"{ID}/1", "--on", "2025-07-01")[0] == 0
    assert text(tmp_path) == minutes("- [X] Een @kring op:2025-07-01")


# Which point


@pytest.mark.parametrize(
    "name", [ID, PATH, f"./{PATH}", PATH.replace("/", "\\"), f"{ID}.md", "2025-05", "2025-05-13-o"]
)
def test_a_meeting_is_known_by_its_id_its_file_or_its_beginning(tmp_path: Path, run: Run, name: str) -> None:
    meetings(tmp_path, m2025_05_13_overleg=FIRST, m2025_06_10_overleg=FIRST.replace("05-13", "06-10"))
    assert run("done", f"{name}/1")[0] == 0
    assert meeting(tmp_path, ID).points[0].ticked
    assert not meeting(tmp_path, "2025-06-10-overleg").points[0].ticked


@pytest.mark.parametrize(
    ("point", "code", "what", "hint"),
    [
        ("2025-0/1", 2, "More than one meeting begins with “2025-0”", "2025-05-13-overleg, 2025-06-10-overleg"),
        ("overleg/1", 2, "There is no meeting “overleg”", "2025-06-10-overleg, 2025-05-13-overleg"),
        ("2025-05-31-overleg/1", 2, "There is no meeting", "Did you mean"),
        ("xyz/1", 2, "There is no meeting “xyz”", "such as"),
        ("/1", 2, "names no action point", "such as"),
        (ID, 2, "names no action point", "such as"),
        (PATH, 2, "names no action point", "such as"),
        (f"{ID}/4", 2, "has no action point “4”", f"{ID}/1 to {ID}/3"),
        (f"{ID}/B1", 2, "has no action point “B1”", f"{ID}/1 to {ID}/3"),
        (f"{ID}/", 2, "has no action point “”", f"{ID}/1 to {ID}/3"),
        ("2025-07-01-overleg/1", 2, "has no action point", "No action point was noted there"),
        ("2025-08-01-kapot/1", 1, "could not be read", "elzctl validate"),
        ("a\x1b[31m/1", 2, "There is no meeting “a\\x1b[31m”", "such as"),
    ],
)
def test_a_point_that_is_not_there_is_told_with_what_is(
    tmp_path: Path, run: Run, point: str, code: int, what: str, hint: str
) -> None:
    meetings(
        tmp_path,
        m2025_05_13_overleg=FIRST,
        m2025_06_10_overleg=FIRST.replace("05-13", "06-10"),
        m2025_07_01_overleg=minutes("Niets.").replace("05-13", "07-01"),
        m2025_08_01_kapot="---\ntitle: a: b\n---\n",
    )
    got, out, err = run("done", point)
    assert (got, out) == (code, "")
    first, second = err.splitlines()
    assert what in first
    assert hint in second


# What is refused, and what was so already


def test_what_is_closed_stays_as_it_is(tmp_path: Path, run: Run) -> None:
    old = minutes("- [x] Een op:2025-06-01", "- [ ] Twee", "  - vervallen op:2025-07-01: niet meer nodig")
    meetings(tmp_path, m2025_05_13_overleg=old)
    for command, number, how in (("done", 1, "done (2025-06-01)"), ("drop-point", 2, "dropped (2025-07-01)")):
        reason = ("--reason", "niet meer nodig") if command == "drop-point" else ()
        day = "2025-06-01" if command == "done" else "2025-07-01"
        for dated in ((), ("--on", day)):
            assert run(command, f"{ID}/{number}", *reason, *dated) == (
                0,
                f"{ID}/{number} is closed already: {how}. Nothing was changed.\n",
                "",
            )
    for command, number in (("done", 2), ("drop-point", 1), ("move-point", 1), ("move-point", 2), ("note-point", 1)):
        more = {"drop-point": ("--reason", "x"), "move-point": ("--to", "2026", "--reason", "x"), "note-point": ("x",)}
        code, out, err = run(command, f"{ID}/{number}", *more.get(command, ()))
        assert (code, out) == (2, "")
        assert "no longer open" in err
        assert f"{PATH}:{11 + number - 1}" in err
    assert text(tmp_path) == old


@pytest.mark.parametrize(
    "arguments",
    [
        ("done", f"{ID}/1", "--note", "met spoed gedrukt"),
        ("done", f"{ID}/1", "--on", "2025-06-02"),
        ("done", f"{ID}/3", "--note", "met spoed gedrukt"),
        ("drop-point", f"{ID}/2", "--reason", "toch wel nodig"),
        ("drop-point", f"{ID}/2", "--reason", "niet meer nodig", "--on", "2025-07-02"),
    ],
)
def test_what_is_closed_takes_no_other_day_and_no_other_words(
    arguments: tuple[str, ...], tmp_path: Path, run: Run
) -> None:
    old = minutes("- [x] Een op:2025-06-01", "- [ ] Twee", "  - vervallen op:2025-07-01: niet meer nodig", "- [x] Drie")
    meetings(tmp_path, m2025_05_13_overleg=old)
    code, out, err = run(*arguments)
    assert (code, out) == (2, "")
    assert "is no longer open" in err
    assert f"help: Change that in {PATH}:" in err
    assert text(tmp_path) == old


def test_the_same_words_again_change_nothing(tmp_path: Path, run: Run) -> None:
    meetings(tmp_path, m2025_05_13_overleg=minutes("- [ ] Een", "- [ ] Twee"))
    for words in (("done", f"{ID}/1", "--note", "met spoed"), ("note-point", f"{ID}/2", "half klaar")):
        assert run(*words)[0] == 0
        then = text(tmp_path)
        code, out, _ = run(*words)
        assert code == 0
        assert "Nothing was changed" in out
        assert text(tmp_path) == then


@pytest.mark.parametrize(
    ("arguments", "what"),
    [
        (("done", f"{ID}/1", "--on", "2025-09-26"), "“2025-09-26” is still to come"),
        (("done", f"{ID}/1", "--on", "zomer 2025"), "“zomer 2025” is more than one day"),
        (("done", f"{ID}/1", "--on", "ooit"), "--on: "),
        (("done", f"{ID}/1", "--on", "2025-05-12"), "was noted on 2025-05-13"),
        (("done", f"{ID}/1", "--on", "2025-06-01"), "before what was noted last (2025-06-10)"),
        (("done", f"{ID}/1", "--note", "a\x00b"), "--note: "),
        (("done", f"{ID}/1", "--note", "a\udce9b"), "--note: "),
        (("note-point", f"{ID}/1", " "), "TEXT: This cannot be left empty"),
        (("drop-point", f"{ID}/1", "--reason", "\x1b[2J"), "--reason: "),
        (("drop-point", f"{ID}/1"), "--reason is missing"),
        (("move-point", f"{ID}/1", "--reason", "x"), "--to is missing"),
        (("move-point", f"{ID}/1", "--reason", "x", "--to", "31 februari 2026"), "--to: "),
        (("move-point", f"{ID}/1", "--reason", "x", "--to", "2025-09-24"), "“2025-09-24” was over"),
    ],
)
def test_what_cannot_be_is_told_and_nothing_is_written(
    tmp_path: Path, run: Run, arguments: tuple[str, ...], what: str
) -> None:
    old = minutes("- [ ] Een", "  - stand op:2025-06-10: bezig")
    meetings(tmp_path, m2025_05_13_overleg=old)
    code, out, err = run(*arguments)
    assert (code, out) == (2, "")
    assert what in err
    assert "\x1b" not in err
    assert text(tmp_path) == old


HOSTILE = [
    "regel een\nregel twee\r\n\n## 3. Kop",
    "@kring doet het, en @apothekers",
    "::: intern",
    ":::",
    "\n::: intern\n",
    "- [ ] nog een punt @kring tegen:2026-01-01",
    "\n- [ ] nog een punt",
    "\nBESLUIT: wij beslissen",
    "BESLUIT: wij beslissen op:2025-01-01",
    "schuift op van tegen:2025-10-09 naar tegen:“eind 2026” (due:2027)",
    "op:2020-01-01",
    "<!-- weg",
    "weg --> er <!-- is",
    "`code` en `half",
    "```",
    "~~~~",
    "---",
    "| a | b |",
    "> citaat",
    "# kop",
    "[[koffie]] en [[onbekend|met woorden]] #scholen",
    "vervallen op:2025-01-01: toch niet",
    ": dubbelpunt vooraf, komma achteraf,; ",
    "**vet** _schuin_ <b>html</b> {{7*7}} \\ $x$",
    "é ü € 中文 \u200b \u202e\u2028ps",
    "https://x.be/op:2025?a=@kring#deel",
    "x" * 5000,
]


@pytest.mark.parametrize("reason", HOSTILE)
def test_no_reason_changes_the_meaning_of_the_file(tmp_path: Path, run: Run, reason: str) -> None:
    meetings(tmp_path, m2025_05_13_overleg=FIRST + "\n## 3. Varia\n\nTekst.\n")
    before = meeting(tmp_path, ID)
    assert run("move-point", f"{ID}/1", "--to", "2026-01-31", "--reason", reason)[0] == 0
    after = meeting(tmp_path, ID)
    (turn,) = after.points[0].turns
    assert (turn.kind, str(turn.on.first if turn.on else ""), turn.due) == (
        Turning.MOVED,
        "2025-09-25",
        read_date("2026-01-31"),
    )
    assert turn.text == one_line(reason)
    assert same_words(turn.text, reason)
    assert without_turn(after) == without_turn(before)
    assert (text(tmp_path).count("\n"), fingerprint(after)) == (FIRST.count("\n") + 5, fingerprint(before))


def same_words(one: str, other: str) -> bool:
    """True when two texts are the same but for blanks and commas at the end."""
    return "".join(one.split()) == "".join(other.split()).rstrip(",;")


def without_turn(one: Meeting) -> tuple[object, ...]:
    """Everything in a meeting but the life of its first point and what its reasons refer to."""
    items = [
        [replace(piece, turns=()) if isinstance(piece, Point) else piece for piece in item.pieces]
        for item in one.minutes.items
    ]
    return (replace(one, minutes=replace(one.minutes, items=(), references=())), items)


# Others


def test_a_file_that_changes_meanwhile_is_not_overwritten(tmp_path: Path) -> None:
    meetings(tmp_path, m2025_05_13_overleg=FIRST)
    loaded = read(tmp_path)
    (one,) = loaded.plan.meetings
    source = loaded.sources[PATH]
    made = Pen(source, one, one.points[0], Tongue.NL).dropped(
        VagueDate("2025-09-25", date(2025, 9, 25), date(2025, 9, 25)), "x"
    )
    other = FIRST.replace("wisselende", "vaste")
    (tmp_path / PATH).write_text(other, "utf-8")
    with pytest.raises(Exception, match="changed meanwhile"):
        amend(tmp_path, source, made.patches, made.meeting)
    assert text(tmp_path) == other


def test_what_does_not_read_as_meant_is_not_written(tmp_path: Path) -> None:
    meetings(tmp_path, m2025_05_13_overleg=FIRST)
    loaded = read(tmp_path)
    (one,) = loaded.plan.meetings
    made = Pen(loaded.sources[PATH], one, one.points[0], Tongue.NL).done(day(date(2025, 9, 25)))
    for patches, wanted in ((made.patches[:1], made.meeting), (made.patches, one)):
        with pytest.raises(Refused, match="cannot change safely"):
            amend(tmp_path, loaded.sources[PATH], patches, wanted)
    assert text(tmp_path) == FIRST


def test_writers_at_once_lose_nothing(tmp_path: Path) -> None:
    lines = [f"- [ ] Punt {number} @kring" for number in range(1, 9)]
    meetings(tmp_path, m2025_05_13_overleg=minutes(*lines))
    writers = [
        subprocess.Popen(
            [sys.executable, "-m", "elzctl", "--lang", "en", "done", f"{ID}/{number}", "--note", f"door {number}"],
            cwd=tmp_path,
            env={**CLEAN, "PYTHONPATH": str(ROOT)},
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        for number in range(1, 9)
    ]
    said = [writer.communicate(timeout=60) for writer in writers]
    codes = [writer.returncode for writer in writers]
    found = meeting(tmp_path, ID).points
    assert 0 in codes
    for code, point, (out, err) in zip(codes, found, said, strict=True):
        assert (code, point.ticked, len(point.turns)) in ((0, True, 1), (2, False, 0)), (out, err)
        assert code == 0 or "changed meanwhile; nothing was written" in err
    assert not list(tmp_path.rglob(".elzctl*"))


def test_approved_minutes_stay_what_was_approved(tmp_path: Path, run: Run) -> None:
    meetings(tmp_path, m2025_05_13_overleg=FIRST.replace("state: draft", "state: approved"))
    before = fingerprint(meeting(tmp_path, ID))
    assert run("note-point", f"{ID}/1", "bezig @kring #scholen [[koffie]]")[0] == 0
    assert run("move-point", f"{ID}/1", "--to", "2026", "--reason", "later")[0] == 0
    assert run("done", f"{ID}/1", "--note", "klaar")[0] == 0
    assert run("drop-point", f"{ID}/3", "--reason", "weg")[0] == 0
    after = meeting(tmp_path, ID)
    assert fingerprint(after) == before
    assert after.points[0].ticked


@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_real_program_in_both_languages(tmp_path: Path, language: str) -> None:
    meetings(tmp_path, m2025_05_13_overleg=FIRST)
    result = elzctl("--lang", language, "done", f"{ID}/3", "--on", "2025-06-01", cwd=tmp_path)
    assert (result.returncode, result.stderr) == (0, "")
    assert result.stdout.startswith(f"{PATH}\n")
    assert meeting(tmp_path, ID).points[2].done == read_date("2025-06-01")


# Properties

PIECES = (
    "- [ ] Zaal zoeken @kring tegen:2025-10-09",
    "- [ ] Zonder wie of wanneer.",
    "* [ ] Ster, zie [[koffie]] #scholen;",
    "+ [x] Gedaan op:2025-06-01",
    '1. [ ] Genummerd @dienst-zorg, @kring tegen:"eind 2025".',
    "  - [ ] Ingesprongen",
    "    - [ ] Diep",
    "- [ ] Met `tegen:2025-01-01` en **vet** @kring",
    "- [ ] Halve `code en een [link](http://x.be/a@b) en <half",
    "- [ ] Eerst op:2025-06-01 @kring",
    "- [ ] Slecht op:ooit tegen:31/02/2025",
    "- [ ] Nota <!-- bij -->",
    "- [ ] Open einde  ",
    "  loopt door op de volgende regel @apothekers",
    "lui vervolg",
    "  - bijdrage @kring: zoekt een zaal",
    "  - stand op:2025-05-20: bezig",
    "    * verschoven op:2025-05-21 tegen:2025-12-01: later",
    "  - vervallen op:2025-05-22: weg",
    "  - zomaar een regel",
    "  1. genummerde regel",
    "",
    "   ",
    "<!-- over",
    "regels -->",
    "```",
    "~~~",
    "::: intern",
    ":::",
    "> - [ ] citaat",
    "BESLUIT: Zo doen we @kring",
    "- SIGNAAL: Te weinig plaats #scholen",
    "- besproken op:2025-06-01",
    "| tabel | rij |",
    "## 2. Varia",
    "### Onder",
    "---",
    "\tTab",
)
TEXTS = st.one_of(st.sampled_from(HOSTILE[:-1]), st.text(max_size=30))
CHANGES = st.sampled_from(["done", "noted done", "progress", "moved", "dropped"])


def day(one: date) -> VagueDate:
    return VagueDate(one.isoformat(), one, one)


def changed(pen: Pen, kind: str, words: str) -> Amended:
    on = day(date(2025, 9, 25))
    if kind == "moved":
        return pen.moved(on, VagueDate("eind maart 2026", date(2026, 3, 21), date(2026, 3, 31)), words)
    if kind == "done":
        return pen.done(on)
    return {"noted done": pen.done, "progress": pen.progress, "dropped": pen.dropped}[kind](on, words)


@settings(max_examples=400, deadline=None)
@given(
    lines=st.lists(st.sampled_from(PIECES), max_size=14),
    newline=st.sampled_from(["\n", "\r\n"]),
    which=st.integers(0, 30),
    kind=CHANGES,
    words=TEXTS,
)
@example(["- [ ] Nota <!-- bij", "<!-- over", "regels -->", "  - zomaar een regel"], "\n", 0, "noted done", "x")
def test_a_change_touches_one_point_and_nothing_else(
    lines: list[str], newline: str, which: int, kind: str, words: str
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        root = meetings(Path(folder), m2025_05_13_overleg=minutes(*lines, "", "- [ ] Slotpunt").replace("\n", newline))
        loaded = read(root)
        (one,) = loaded.plan.meetings
        point = one.points[which % len(one.points)] if one.points else None
        if point is None:
            return
        source = loaded.sources[PATH]
        try:
            made = changed(Pen(source, one, point, Tongue.NL), kind, words)
        except Refused:
            assert kind != "done"
            return
        amend(root, source, made.patches, made.meeting)
        (after,) = read(root).plan.meetings
        assert life(after, point.id) == life(one, point.id)
        became = next(other for other in after.points if other.id == point.id)
        assert replace(became, ticked=point.ticked, done=point.done, turns=point.turns) == point
        assert became.turns[: len(point.turns)] == point.turns
        assert len(became.turns) == len(point.turns) + (kind != "done" and (words != "" or kind != "noted done"))
        assert became.ticked == (point.ticked or "done" in kind)
        assert kept(source.text, text(root))


def life(one: Meeting, but: str) -> tuple[object, ...]:
    """Everything in a meeting but one point and what the text refers to."""
    items = [
        [None if isinstance(piece, Point) and piece.id == but else piece for piece in item.pieces]
        for item in one.minutes.items
    ]
    return (replace(one, minutes=replace(one.minutes, items=(), references=())), items)


def kept(old: str, new: str) -> bool:
    """True when every character of the old text is still there in its order, but for a box and a day."""
    place = -1
    for sign in old.replace("[ ]", "[x]").replace("op:2025-06-01", "op:2025-09-25"):
        place = new.replace("[ ]", "[x]").replace("op:2025-06-01", "op:2025-09-25").find(sign, place + 1)
        if place < 0:
            return False
    return True


@settings(max_examples=25, deadline=None)
@given(
    noted=st.lists(st.integers(0, 3), min_size=1, max_size=4),
    commands=st.lists(st.tuples(st.integers(0, 11), CHANGES, st.integers(0, 200)), max_size=8),
)
def test_no_point_ever_disappears(noted: list[int], commands: list[tuple[int, str, int]]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        texts = {}
        for place, count in enumerate(noted):
            when = date(2025, 1, 7) + timedelta(28 * place)
            lines = [f"- [ ] Punt {number} @kring tegen:{when + timedelta(28)}" for number in range(count)]
            texts[f"m{when.isoformat().replace('-', '_')}_overleg"] = minutes(*lines).replace("2025-05-13", str(when))
        root = meetings(Path(folder), **texts)
        written = sum(noted)
        for which, kind, later in commands:
            found = [(one, point) for one in read(root).plan.meetings for point in one.points]
            if found:
                apply(root, *found[which % len(found)], kind, later)
            plan = read(root).plan
            for today in (date(2025, 1, 1), date(2025, 4, 1), date(2025, 6, 1), date(2026, 1, 1)):
                counts = view.counts(view.points(plan, today), plan)
                due = sum(
                    count for place, count in enumerate(noted) if date(2025, 1, 7) + timedelta(28 * place) <= today
                )
                assert counts.written == sum(counts.states.values()) == due
            assert len(plan.noted) == written


def apply(root: Path, one: Meeting, point: Point, kind: str, later: int) -> None:
    """One command on one point, some days after its meeting."""
    on = str(one.day + timedelta(later))
    name = {"noted done": "done", "progress": "note-point", "moved": "move-point", "dropped": "drop-point"}.get(
        kind, kind
    )
    more = {
        "noted done": ("--note", "klaar"),
        "progress": ("bezig",),
        "moved": ("--to", "2026", "--reason", "later"),
        "dropped": ("--reason", "weg"),
    }
    arguments = (name, point.id, *more.get(kind, ()), "--on", on, "--today", "2026-01-01")
    assert main(["--lang", "en", "-C", str(root), *arguments]) in (0, 2)
