"""``elzctl new-meeting``: the real program on a terminal and in scripts, alone and with others at once."""

from __future__ import annotations

import re
import resource
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest
from in_process import Run, runner
from meeting_files import FIRST, SERIES, meeting, meetings, read
from small_plans import PLAN, write
from test_cli import CLEAN, ROOT, elzctl
from test_new_action import busy, files, talk

from elzctl.checks.every import check
from elzctl.clock import Clock
from elzctl.terms import MeetingState

ID, NEXT = "2025-05-13-overleg", "2025-10-09-overleg"
PATH, NEXT_PATH = f"meetings/{ID}.md", f"meetings/{NEXT}.md"

DATA = """\
---
title: Overleg Polder
series: overleg
date: 2025-10-09
start: 14:00
end: 16:30
location: "Café “’t Sas”, Pölder"
state: planned
speaker: dienst-zorg
---
"""
AGENDA = [
    "## 1. Opvolging van de werkpunten",
    "## 2. Goedkeuring van het verslag van 13 mei 2025",
    "## 3. Toelichting door Dienst Zorg",
    "## 4. Signalen en acties",
    "## 5. Varia",
]


@pytest.fixture
def run(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Run:
    return runner(tmp_path, capsys, "new-meeting")


def text(root: Path, path: str = NEXT_PATH) -> str:
    return (root / path).read_bytes().decode()


def agenda(root: Path, path: str = NEXT_PATH) -> list[str]:
    return [line for line in text(root, path).splitlines() if line.startswith("#")]


def after(state: str = "planned", name: str = NEXT, more: str = "") -> str:
    """A meeting after the first one."""
    return f"---\ntitle: Overleg\nseries: overleg\ndate: {name[:10]}\nstate: {state}\n{more}---\n\n## 1. Varia\n"


# From what the last meeting says


def test_the_next_meeting_is_made_of_what_the_last_one_says(tmp_path: Path, run: Run) -> None:
    meetings(tmp_path, m2025_05_13_overleg=FIRST)
    before = files(tmp_path)
    code, out, err = run("overleg")
    assert (code, err) == (0, "")
    path, told, command = out.splitlines()
    assert path == NEXT_PATH
    assert "agenda" in told
    assert command == f"  elzctl -C {tmp_path} render invitation {NEXT}"
    now = files(tmp_path)
    made = now.pop(NEXT_PATH).decode()
    assert now == before
    assert made.startswith(DATA)
    assert agenda(tmp_path) == AGENDA
    assert re.search(r"\n## 4\. .*\n\n## 5\. Varia\n\Z", made)
    one = meeting(tmp_path, NEXT)
    assert (one.state, one.start, one.end, one.points) == (MeetingState.PLANNED, Clock(14), Clock(16, 30), ())
    assert one.minutes.items[0].title == "Opvolging van de werkpunten"
    assert not [
        one for one in check(read(tmp_path).plan) if one.span.path == NEXT_PATH and one.severity.value == "error"
    ]


def test_what_is_not_said_is_as_usual(tmp_path: Path, run: Run) -> None:
    old = re.sub(r"next: .*", "next: {date: 9 oktober 2025, start: 15u}", FIRST)
    meetings(tmp_path, m2025_05_13_overleg=old)
    assert run("OVERLEG  polder")[0] == 0
    one = meeting(tmp_path, NEXT)
    assert (one.start, one.end, one.location, one.speaker) == (Clock(15), Clock(16), "Zaal Ter Dijk, Pölder", None)
    assert agenda(tmp_path)[2:] == ["## 3. Toelichting", "## 4. Signalen en acties", "## 5. Varia"]


def test_a_usual_end_before_the_beginning_is_left_out(tmp_path: Path, run: Run) -> None:
    meetings(tmp_path, m2025_05_13_overleg=re.sub(r"next: .*", "next: {date: 2025-10-09, start: 19u30}", FIRST))
    assert run("overleg")[0] == 0
    assert (meeting(tmp_path, NEXT).start, meeting(tmp_path, NEXT).end) == (Clock(19, 30), None)


def test_options_go_before_what_was_announced(tmp_path: Path, run: Run) -> None:
    meetings(tmp_path, m2025_05_13_overleg=FIRST)
    given = (
        "--start",
        "9u30",
        "--end",
        "11 uur",
        "--location",
        "# Bib: “zaal” 2",
        "--speaker",
        "kring",
        "--title",
        " Extra: \\ ",
    )
    assert run("overleg", *given)[0] == 0
    one = meeting(tmp_path, NEXT)
    assert (one.title, one.start, one.end, one.location) == ("Extra: \\", Clock(9, 30), Clock(11), "# Bib: “zaal” 2")
    assert agenda(tmp_path)[2] == "## 3. Toelichting door Huisartsenkring"


@pytest.mark.parametrize("nothing", ["", "-"])
def test_what_was_announced_can_be_left_out(tmp_path: Path, run: Run, nothing: str) -> None:
    meetings(tmp_path, m2025_05_13_overleg=FIRST)
    options = ("--start", "--end", "--location", "--speaker")
    assert run("overleg", *(word for option in options for word in (option, nothing)))[0] == 0
    one = meeting(tmp_path, NEXT)
    assert (one.start, one.end, one.location, one.speaker) == (None, None, "", None)


def test_the_first_meeting_of_a_series_has_nothing_to_approve(tmp_path: Path, run: Run) -> None:
    meetings(tmp_path)
    code, out, err = run("stuurgroep")
    assert (code, out) == (2, "")
    assert "There is no meeting of this series yet" in err
    assert "--date" in err
    assert run("stuurgroep", "--date", "1 maart 2026")[0] == 0
    assert agenda(tmp_path, "meetings/2026-03-01-stuurgroep.md") == ["## 1. Opvolging van de werkpunten"]


def test_an_extra_meeting_is_as_usual_and_approves_the_minutes_before_it(tmp_path: Path, run: Run) -> None:
    meetings(tmp_path, m2025_05_13_overleg=FIRST, m2025_10_09_overleg=after())
    assert run("overleg", "--date", "2025-06-17")[0] == 0
    path = "meetings/2025-06-17-overleg.md"
    one = meeting(tmp_path, "2025-06-17-overleg")
    assert (one.start, one.location, one.speaker) == (Clock(13, 30), "Zaal Ter Dijk, Pölder", None)
    assert agenda(tmp_path, path)[1] == "## 2. Goedkeuring van het verslag van 13 mei 2025"


def test_after_an_extra_meeting_the_one_that_was_announced_still_comes(tmp_path: Path, run: Run) -> None:
    meetings(tmp_path, m2025_05_13_overleg=FIRST, m2025_06_17_overleg=after(name="2025-06-17-overleg"))
    assert run("overleg")[1].splitlines()[0] == NEXT_PATH
    assert agenda(tmp_path)[1] == "## 2. Goedkeuring van het verslag van 17 juni 2025"


def test_the_agenda_is_in_the_language_of_the_plan(tmp_path: Path, run: Run) -> None:
    meetings(tmp_path, plan=f"{PLAN}language: en\n", m2025_05_13_overleg=FIRST)
    assert run("overleg")[0] == 0
    assert agenda(tmp_path)[:4] == [
        "## 1. Follow-up of the action points",
        "## 2. Approval of the minutes of 13 May 2025",
        "## 3. Presentation by Dienst Zorg",
        "## 4. Toelichting",
    ]


def test_an_agenda_of_odd_items_reads_back(tmp_path: Path, run: Run) -> None:
    items = '["3. Varia", "112: noodnummer", "C#", "# Kop", "{speaker} {x}", "<!-- nota", "- [ ] punt", "Varia", "::: intern", ""]'
    series = SERIES.replace("[Toelichting, Signalen en acties, Varia]", items)
    meetings(tmp_path, series=series, m2025_05_13_overleg=FIRST)
    assert run("overleg")[0] == 0
    assert agenda(tmp_path)[3:] == [
        *("## 4. Varia", "## 5. 112: noodnummer", "## 6. C", "## 7. Kop", "## 8. {speaker} {x}", "## 9. <! -- nota"),
        *("## 10. - [ ] punt", "## 11. : intern"),
    ]
    assert meeting(tmp_path, NEXT).points == ()
    assert not any(item.internal for item in meeting(tmp_path, NEXT).minutes.items)


def test_a_zone_has_its_own_agenda(tmp_path: Path, run: Run) -> None:
    meetings(tmp_path, m2025_05_13_overleg=FIRST)
    own = tmp_path / "templates/new"
    own.mkdir(parents=True)
    template = "Welkom.\r\n\r\n## 1. Welkom {x}\r\nKoffie.\r\n## {agenda}\r\n## Tot slot: {previous}, {speaker}\r\n"
    (own / "meeting.nl.md").write_bytes(template.encode())
    assert run("overleg", "--speaker", "-")[0] == 0
    body = text(tmp_path).partition("---\n\n")[2]
    assert body == (
        "Welkom.\n\n## 1. Welkom {x}\n\nKoffie.\n\n## 2. Toelichting\n\n## 3. Signalen en acties\n\n## 4. Varia\n"
    )


# What is there already


def test_the_same_meeting_twice_is_told_and_nothing_changes(tmp_path: Path, run: Run) -> None:
    meetings(tmp_path, m2025_05_13_overleg=FIRST)
    assert run("overleg")[0] == 0
    before = files(tmp_path)
    for arguments in (("overleg",), ("overleg", "--date", "9 oktober 2025"), ("overleg", "--start", "9u")):
        code, out, err = run(*arguments)
        assert (code, err) == (0, "")
        assert out == f"{NEXT_PATH}\nThe meeting of 9 October 2025 is there already. Nothing was changed.\n"
    assert files(tmp_path) == before


@pytest.mark.parametrize(
    ("name", "there"),
    [
        ("m2025_10_09_anders", after()),
        ("m2025_10_02_overleg", after()),
        ("m2025_10_09_overleg", after(name="2025-10-16-overleg")),
        ("m2025_10_09_overleg", after("draft")),
        ("m2025_10_16_overleg", after(name="2025-10-16-overleg", more="next: {location: Pölder}\n")),
    ],
)
def test_a_meeting_under_another_name_or_moved_is_the_same_one(tmp_path: Path, run: Run, name: str, there: str) -> None:
    old = FIRST if "16" not in name else FIRST.replace("{date: 2025-10-09", "{date: 2025-10-16")
    meetings(tmp_path, m2025_05_13_overleg=old, **{name: there})
    before = files(tmp_path)
    if "state: draft" in there:
        assert run("overleg")[0] == 2
    else:
        code, out, _ = run("overleg")
        assert (code, out.splitlines()[0]) == (0, f"meetings/{name[1:].replace('_', '-')}.md")
    assert files(tmp_path) == before


def test_a_file_that_cannot_be_read_is_not_overwritten(tmp_path: Path, run: Run) -> None:
    meetings(tmp_path, m2025_05_13_overleg=FIRST, m2025_10_09_overleg="---\ntitle: a: b\n---\n")
    code, out, _ = run("overleg")
    assert (code, out.splitlines()[0]) == (0, NEXT_PATH)
    assert "cannot be read" in out
    assert text(tmp_path) == "---\ntitle: a: b\n---\n"


@pytest.mark.parametrize("arguments", [(), ("--date", "2025-10-09")])
def test_a_cancelled_meeting_is_told(tmp_path: Path, run: Run, arguments: tuple[str, ...]) -> None:
    meetings(tmp_path, m2025_05_13_overleg=FIRST, m2025_10_09_overleg=after("cancelled"))
    code, out, err = run("overleg", *arguments)
    assert (code, out) == (2, "")
    assert f"was cancelled: {NEXT_PATH}" in err
    assert "--date" in err
    assert run("overleg", "--date", "2025-10-16")[0] == 0


# What is not known, or wrong


@pytest.mark.parametrize(
    ("line", "what", "hint"),
    [
        ("", f"{ID} does not say when the next meeting is", f"Fill in “next” in {PATH}"),
        ("next: {location: Pölder}", "does not say when", "Fill in"),
        ("next: {date: oktober 2025}", f"{ID} only says “oktober 2025” of the next meeting", "Fill in"),
        ("next: {date: 2025-01-09}", "is not after it", "Fill in"),
        ("last: ja", f"{ID} was the last meeting of this series", "Give the day"),
    ],
)
def test_without_a_day_it_is_told_what_to_do(tmp_path: Path, run: Run, line: str, what: str, hint: str) -> None:
    meetings(tmp_path, m2025_05_13_overleg=re.sub(r"next: .*\n", f"{line}\n" if line else "", FIRST))
    before = files(tmp_path)
    code, out, err = run("overleg")
    assert (code, out) == (2, "")
    assert what in err.splitlines()[0]
    assert hint in err.splitlines()[1]
    assert "--date" in err.splitlines()[1]
    assert files(tmp_path) == before


@pytest.mark.parametrize(
    ("arguments", "what", "hint"),
    [
        ((), "Not given: SERIES", "--help"),
        (("overlegg",), "SERIES: there is no “overlegg”", "Did you mean “overleg”?"),
        (("polder",), "SERIES: there is no “polder”", "Did you mean “overleg”?"),
        (("--date", "2025-10-09"), "Not given: SERIES", ""),
        (("overleg", "--date", "oktober 2025"), "--date: “oktober 2025” is more than one day", "2026-10-09"),
        (("overleg", "--date", "ooit"), "--date: ", ""),
        (("overleg", "--start", "13"), "--start: “13” is not a time of day", "13u30"),
        (("overleg", "--end", "13u30"), "--end: 13:30 is not later than 14:00", ""),
        (("overleg", "--speaker", "Dienst"), "--speaker: there is no “Dienst”", "dienst-zorg"),
        (("overleg", "--location", "a\x1bb"), "--location: ", ""),
        (("overleg", "--title", "a\nb"), "--title: ", ""),
        (("overleg", "--title", "a\udce9b"), "--title: ", ""),
        (("overleg", "--ask"), "--ask needs somebody to ask", ""),
    ],
)
def test_a_wrong_option_is_named_with_what_is_right(
    tmp_path: Path, run: Run, arguments: tuple[str, ...], what: str, hint: str
) -> None:
    meetings(tmp_path, m2025_05_13_overleg=FIRST)
    before = files(tmp_path)
    code, out, err = run(*arguments)
    assert (code, out) == (2, "")
    assert what in err
    assert hint in err
    assert "\x1b" not in err
    assert files(tmp_path) == before


def test_all_wrong_options_are_named_in_one_run(tmp_path: Path, run: Run) -> None:
    meetings(tmp_path, m2025_05_13_overleg=FIRST)
    code, _, err = run("overleg", "--date", "ooit", "--start", "25u", "--speaker", "x", "--title", "\t")
    assert code == 2
    assert re.findall(r"^error: (--\w+):", err, re.MULTILINE) == ["--date", "--start", "--speaker", "--title"]


@pytest.mark.parametrize("series", [None, "", "a: b: c\n", "- geen\n"])
def test_without_a_series_it_is_told_how_one_is_made(tmp_path: Path, run: Run, series: str | None) -> None:
    write(tmp_path)
    if series is not None:
        meetings(tmp_path, series=series)
    code, out, err = run("overleg", "--date", "2025-10-09")
    assert (code, out) == (2, "")
    assert "meetings/series.yaml" in err


def test_a_name_that_gets_too_long_is_told(tmp_path: Path, run: Run) -> None:
    meetings(tmp_path, series=f"{'a' * 95}:\n  name: Lang\n")
    code, _, err = run("a" * 95, "--date", "2025-10-09")
    assert code == 2
    assert "more than 100" in err


# The disk


def test_a_full_disk_leaves_nothing_behind(tmp_path: Path) -> None:
    meetings(tmp_path, m2025_05_13_overleg=FIRST)
    before = files(tmp_path)
    result = subprocess.run(
        [sys.executable, "-m", "elzctl", "--lang", "en", "new-meeting", "overleg"],
        cwd=tmp_path,
        env={**CLEAN, "PYTHONPATH": str(ROOT), "PYTHONDONTWRITEBYTECODE": "1"},
        capture_output=True,
        text=True,
        check=False,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (400, 400)),
    )
    assert (result.returncode, result.stdout) == (2, "")
    assert result.stderr == f"error: {NEXT_PATH}: The disk is full; nothing was changed\n"
    assert files(tmp_path) == before


@pytest.mark.parametrize("count", [2, 6])
def test_writers_at_once_make_one_meeting(tmp_path: Path, count: int) -> None:
    meetings(tmp_path, m2025_05_13_overleg=FIRST)
    writers = [
        subprocess.Popen(
            [sys.executable, "-m", "elzctl", "--lang", "en", "new-meeting", "overleg", "--title", f"Van {number}"],
            cwd=tmp_path,
            env={**CLEAN, "PYTHONPATH": str(ROOT)},
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        for number in range(count)
    ]
    said = [writer.communicate(timeout=60) for writer in writers]
    assert [(writer.returncode, err) for writer, (_, err) in zip(writers, said, strict=True)] == [(0, "")] * count
    made = [number for number, (out, _) in enumerate(said) if "already" not in out]
    assert len(made) == 1
    assert meeting(tmp_path, NEXT).title == f"Van {made[0]}"
    assert {out.splitlines()[0] for out, _ in said} == {NEXT_PATH}
    assert not list(tmp_path.rglob(".elzctl*"))


# On a terminal


def test_the_wizard_offers_what_the_last_meeting_says(tmp_path: Path) -> None:
    meetings(tmp_path, m2025_05_13_overleg=FIRST)
    made = talk(tmp_path, "--lang", "en", "new-meeting", answers=["1", "", "", "", "", "", "y"])
    assert made.code == 0, made.screen
    assert text(tmp_path).startswith(DATA)
    for told in (
        "Of which series is it a meeting?\n  1  Overleg Polder\n  2  Stuurgroep Dijk\n",
        "  Enter = 9 October 2025\n",
        "  Enter = 14:00\n  - = nothing of this.\n",
        "  Enter = 16:30\n",
        "  Enter = Café “’t Sas”, Pölder\n",
        "  Enter = Dienst Zorg\n",
        "\n  Overleg Polder\n  9 October 2025, 14:00–16:30, Café “’t Sas”, Pölder, dienst-zorg\nWrite this meeting? [Y/n]",
        f"\n{NEXT_PATH}\nLook over the agenda",
    ):
        assert told in made.screen, made.screen
    assert max(map(len, made.screen.splitlines())) <= 80


def test_the_wizard_takes_other_answers_and_says_what_is_wrong(tmp_path: Path) -> None:
    meetings(tmp_path, m2025_05_13_overleg=FIRST)
    answers = [
        *("x", "polder", "13 mei 2025", "oktober 2025", "di 21 oktober 2025"),
        *("13", "9u", "8u", "12:15", "-", "kri", ""),
    ]
    made = talk(tmp_path, "--lang", "en", "new-meeting", answers=answers)
    assert made.code == 0, made.screen
    one = meeting(tmp_path, "2025-10-21-overleg")
    assert (one.day, one.start, one.end, one.location) == (date(2025, 10, 21), Clock(9), Clock(12, 15), "")
    assert one.speaker is not None
    assert one.speaker.id == "kring"
    for told in (
        "  ! Nothing in the list fits “x”\n",
        "  = Overleg Polder (overleg)\n",
        f"  ! There is a meeting of this series on that day already:\n    {PATH}\n",
        "  ! “oktober 2025” is more than one day\n",
        "  = 21 October 2025\n",
        "  ! “13” is not a time of day\n",
        "  = 09:00\n",
        "  ! 08:00 is not later than 09:00\n",
    ):
        assert told in made.screen, made.screen


def test_the_wizard_in_dutch_asks_the_day_of_a_first_meeting(tmp_path: Path) -> None:
    meetings(tmp_path)
    answers = ["dijk", "", "9 oktober 2025", "", "", "", "", "ja"]
    made = talk(tmp_path, "new-meeting", answers=answers, LANG="nl_BE.UTF-8")
    assert made.code == 0, made.screen
    assert text(tmp_path, "meetings/2025-10-09-stuurgroep.md").startswith(
        "---\ntitle: Stuurgroep Dijk\nseries: stuurgroep\ndate: 2025-10-09\nstate: planned\n---\n"
    )


def test_with_a_series_that_knows_its_day_a_terminal_is_asked_nothing(tmp_path: Path) -> None:
    meetings(tmp_path, m2025_05_13_overleg=FIRST)
    assert talk(tmp_path, "--lang", "en", "new-meeting", "overleg", answers=[]).code == 0
    again = talk(tmp_path, "--lang", "en", "new-meeting", "overleg", answers=[])
    assert (again.code, "is there already" in again.screen) == (0, True)
    asked = talk(
        tmp_path, "--lang", "en", "new-meeting", "overleg", "--ask", answers=["2025-11-11", "", "", "", "", "n"]
    )
    assert asked.code == 130, asked.screen
    assert "Dienst Zorg" not in asked.screen.partition("Who presents")[0]


def test_a_terminal_is_asked_for_a_day_that_is_not_known(tmp_path: Path) -> None:
    meetings(tmp_path, m2025_05_13_overleg=re.sub(r"next: .*\n", "", FIRST))
    answers = ["2025-10-09", "", "", "", "", ""]
    made = talk(tmp_path, "--lang", "en", "new-meeting", "overleg", answers=answers)
    assert made.code == 0, made.screen
    assert f"{ID} does not say when the next meeting is.\n" in made.screen
    assert meeting(tmp_path, NEXT).start == Clock(13, 30)


@pytest.mark.parametrize("key", ["^D", "^C"])
@pytest.mark.parametrize("answered", [0, 1, 5, 6])
def test_control_c_and_the_end_of_input_write_nothing(tmp_path: Path, key: str, answered: int) -> None:
    meetings(tmp_path, m2025_05_13_overleg=FIRST)
    before = files(tmp_path)
    made = talk(tmp_path, "--lang", "en", "new-meeting", answers=[*["1", "", "", "", "", ""][:answered], key])
    assert made.code == 130, made.screen
    assert made.screen.endswith("\nerror: Stopped; nothing was written.\n")
    assert files(tmp_path) == before


def test_while_another_writes_the_answers_are_not_lost(tmp_path: Path) -> None:
    meetings(tmp_path, m2025_05_13_overleg=FIRST)
    lock = busy(tmp_path)
    made = talk(tmp_path, "--lang", "en", "new-meeting", answers=["1", "", "", "", "", "", "", "n"])
    assert made.code == 130, made.screen
    assert "Try again? [Y/n]" in made.screen
    assert lock.exists()


def test_what_stands_in_a_plan_cannot_act_on_the_terminal(tmp_path: Path) -> None:
    series = 'kwaad:\n  name: "[/x] \\u202eB"\n  location: "a\\u2066b"\n'
    meetings(tmp_path, series=series)
    made = talk(tmp_path, "--lang", "en", "new-meeting", answers=["1", "2025-10-09", "", "", "", "", "n"])
    assert made.code == 130, made.screen
    assert "  1  [/x] \\u202eB\n" in made.screen
    assert "a\\u2066b" in made.screen
    assert not set(made.screen) & set("\x1b\u202e\u2066")


# The real program


@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_next_meetings_of_this_repository_can_be_made(tmp_path: Path, language: str) -> None:
    import shutil

    for name in ("plan", "meetings"):
        shutil.copytree(ROOT / name, tmp_path / name)
    before = files(tmp_path)
    for series in read(tmp_path).plan.series:
        for arguments in ((series,), (series, "--date", "2029-01-30", "--yes")):
            result = elzctl("--lang", language, "new-meeting", *arguments, cwd=tmp_path)
            assert result.returncode in ((0, 2) if len(arguments) == 1 else (0,)), result.stderr
    now = files(tmp_path)
    assert {path: now[path] for path in before} == before
    assert f"meetings/2029-01-30-{series}.md" in now
