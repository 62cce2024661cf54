"""``submit`` and ``approve``: minutes go on only when they are rounded off, and what was approved is kept."""

from __future__ import annotations

from pathlib import Path

import pytest
from in_process import Run, runner
from meeting_files import FIRST, meeting, meetings, read
from test_cli import elzctl

from elzctl.checks.every import check
from elzctl.covered import fingerprint
from elzctl.followup.approval import is_changed
from elzctl.terms import MeetingState

ID, NEXT = "2025-05-13-overleg", "2025-10-09-overleg"
PATH, NEXT_PATH = f"meetings/{ID}.md", f"meetings/{NEXT}.md"

WHOLE = FIRST.replace("@dienst-zorg op:2025-05-20", "@dienst-zorg tegen:2025-06-01 op:2025-05-20")
SECOND = """\
---
title: Overleg Polder
series: overleg
date: 2025-10-09
state: draft
last: yes
no_action_points: Dit was het laatste overleg.
---

## 1. Opvolging van de werkpunten

## 2. Varia

Niets meer.
"""


@pytest.fixture
def run(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Run:
    return runner(tmp_path, capsys)


def text(root: Path, path: str = PATH) -> str:
    return (root / path).read_bytes().decode()


def codes(out: str) -> list[str]:
    """The place and the code of each thing that is listed."""
    heads = [line for line in out.splitlines() if line.startswith("meetings/")]
    return [
        f"{head.split(': ')[0].partition('.md:')[2].partition(':')[0]} {head.partition('[')[2].partition(']')[0]}"
        for head in heads
    ]


# To be read


@pytest.mark.parametrize("state", ["planned", "draft"])
def test_minutes_that_are_rounded_off_can_be_handed_in(tmp_path: Path, run: Run, state: str) -> None:
    old = WHOLE.replace("state: draft", f"state: {state}  # nog niet")
    meetings(tmp_path, m2025_05_13_overleg=old)
    code, out, err = run("submit", ID)
    assert (code, err) == (0, "")
    path, told, command, _, next_command = out.splitlines()
    assert path == PATH
    assert "pull request" in told
    assert command == f"  elzctl -C {tmp_path} render minutes {ID}"
    assert next_command == f"  elzctl -C {tmp_path} approve {ID}"
    assert text(tmp_path) == WHOLE.replace("state: draft", "state: review  # nog niet")


def test_names_of_persons_are_shown_when_minutes_are_handed_in(tmp_path: Path, run: Run) -> None:
    meetings(tmp_path, m2025_05_13_overleg=WHOLE.replace("wisselende plaatsen", "bij Jan Voorbeeldmans"))
    code, out, err = run("submit", ID)
    assert (code, err) == (0, "")
    assert [one.partition(" ")[2] for one in codes(out)[1:]] == ["person-in-text"]
    assert "“Jan Voorbeeldmans” is the name of a person" in out
    assert "From now on others read these minutes" in out
    assert meeting(tmp_path, ID).state is MeetingState.REVIEW
    assert "others read" not in run("approve", ID)[1]


def test_everything_that_is_missing_is_listed_at_its_place(tmp_path: Path, run: Run) -> None:
    empty = (
        "---\ntitle: Overleg Polder\nseries: overleg\ndate: 2025-10-09\nstate: draft\nstart: 16u\nend: 13u30\n---\n\n"
        "<!-- Hulp bij het verslag; haal dit weg voor je het indient. Elk op een eigen regel:\niets anders -->\n\n"
        "## 1. Opvolging van de werkpunten\n\n## 2. Toelichting\n\n### Onder\n\n## 3. Varia\n\nNog te bepalen.\n"
    )
    meetings(tmp_path, m2025_05_13_overleg=WHOLE, m2025_10_09_overleg=empty)
    code, out, err = run("submit", NEXT)
    assert (code, err) == (1, "")
    assert sorted(codes(out)) == sorted(
        [
            *("1 no-next-meeting", "2 no-action-point", "2 untreated-point", "2 untreated-point"),
            *("7 ends-before-start", "10 form-prompt", "15 empty-agenda-item", "21 placeholder"),
        ]
    )
    assert f"Point {ID}/1 was open at this meeting" in out
    assert f"Point {ID}/3 was open at this meeting" in out
    assert out.endswith("\nNothing was changed: 8 things have to be settled first.\n")
    assert text(tmp_path, NEXT_PATH) == empty


def test_one_by_one_the_obstacles_go(tmp_path: Path, run: Run) -> None:
    meetings(tmp_path, m2025_05_13_overleg=WHOLE, m2025_10_09_overleg=SECOND)
    day = ("--on", "2025-10-09", "--today", "2025-10-10")
    for command, left in (
        (("note-point", f"{ID}/1", "hangen overal", *day), 1),
        (("drop-point", f"{ID}/3", "--reason", "geen aanbod", *day), 0),
    ):
        assert run(*command)[0] == 0
        code, out, _ = run("submit", NEXT)
        assert (code, out.count("error[")) == (min(left, 1), left)
    assert meeting(tmp_path, NEXT).state is MeetingState.REVIEW


def test_errors_of_the_file_keep_it_back(tmp_path: Path, run: Run) -> None:
    old = WHOLE.replace("state: draft", "state: draft\nlokatie: hier") + "\n::: intern\nNiet voor iedereen.\n"
    meetings(tmp_path, m2025_05_13_overleg=old)
    code, out, _ = run("submit", ID)
    assert code == 1
    assert [one.partition(" ")[2] for one in codes(out)] == ["unknown-key", "open-internal"]
    assert text(tmp_path) == old


def test_what_goes_on_elsewhere_does_not_keep_it_back(tmp_path: Path, run: Run) -> None:
    meetings(tmp_path, m2025_05_13_overleg=WHOLE, m2025_06_10_kapot="---\ntitle: a: b\n---\n")
    assert run("submit", ID)[0] == 0


@pytest.mark.parametrize(
    ("state", "code", "what"),
    [
        ("review", 0, "handed in already"),
        ("approved", 2, "approved already"),
        ("cancelled", 2, "was cancelled"),
        ("klaar", 1, "no state that elzctl knows"),
        ('""', 1, "no state that elzctl knows"),
    ],
)
def test_other_states_are_told(tmp_path: Path, run: Run, state: str, code: int, what: str) -> None:
    old = WHOLE.replace("state: draft", f"state: {state}")
    meetings(tmp_path, m2025_05_13_overleg=old)
    got, out, err = run("submit", ID)
    assert got == code
    assert what in out + err
    assert text(tmp_path) == old


def test_a_zone_s_own_help_may_not_stay_either(tmp_path: Path, run: Run) -> None:
    meetings(tmp_path, m2025_05_13_overleg=WHOLE + "<!-- Onze eigen\nhulp -->\n<!-- onze nota -->\n")
    own = tmp_path / "templates/new"
    own.mkdir(parents=True)
    (own / "meeting.nl.md").write_text("<!--\n  Onze eigen\nuitleg -->\n<!-- -->\n## {agenda}\n", "utf-8")
    code, out, _ = run("submit", ID)
    assert (code, out.count("error[")) == (1, 1)
    assert "error[form-prompt]" in out


# Approved


def reviewed(root: Path, **more: str) -> Path:
    """Minutes in review, and a later meeting."""
    return meetings(
        root,
        m2025_05_13_overleg=WHOLE.replace("draft", "review"),
        m2025_10_09_overleg=SECOND.replace("draft", "planned"),
        **more,
    )


def test_approval_names_the_next_meeting_and_keeps_a_hash(tmp_path: Path, run: Run) -> None:
    reviewed(tmp_path)
    before = meeting(tmp_path, ID)
    code, out, err = run("approve", ID)
    assert (code, err) == (0, "")
    assert out.startswith(f"{PATH}\nApproved in {NEXT}, on 2025-10-09.\n")
    line = f"approved: {{in: {NEXT}, on: 2025-10-09, text: {fingerprint(before)}}}"
    assert text(tmp_path) == WHOLE.replace("state: draft", f"state: approved\n{line}")
    after = meeting(tmp_path, ID)
    assert (after.state, is_changed(after)) == (MeetingState.APPROVED, False)
    assert not [one for one in check(read(tmp_path).plan) if one.span.path == PATH and one.severity.value == "error"]


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_nothing_else_of_the_file_changes(tmp_path: Path, run: Run, newline: str, mark: str) -> None:
    old = WHOLE.replace("state: draft", 'state: "review"   # été à Pölder').replace("\n", newline)
    meetings(tmp_path, m2025_05_13_overleg=(mark + old).encode(), m2025_10_09_overleg=SECOND)
    assert run("approve", ID, "--on", "9 oktober 2025")[0] == 0
    line = f"approved: {{in: {NEXT}, on: 9 oktober 2025, text: {fingerprint(meeting(tmp_path, ID))}}}"
    new = old.replace('state: "review"   # été à Pölder', f"state: approved   # été à Pölder{newline}{line}")
    assert text(tmp_path) == mark + new


@pytest.mark.parametrize("how", [("--in", "2025-12-11-overleg"), ("--corrected",)])
def test_approved_minutes_that_changed_need_another_meeting_or_a_word(
    tmp_path: Path, run: Run, how: tuple[str, ...]
) -> None:
    reviewed(tmp_path, m2025_12_11_overleg=SECOND.replace("2025-10-09", "2025-12-11"))
    assert run("approve", ID)[0] == 0
    first = text(tmp_path)
    code, out, err = run("approve", ID)
    assert (code, err) == (0, "")
    assert "approved already" in out
    assert text(tmp_path) == first
    changed = first.replace("wisselende plaatsen", "één plaats")
    (tmp_path / PATH).write_text(changed, "utf-8")
    assert is_changed(meeting(tmp_path, ID))
    assert [one.code for one in check(read(tmp_path).plan) if one.span.path == PATH and one.severity.value == "error"]
    for same in ((), ("--in", NEXT), ("--on", "2025-12-12")):
        code, out, err = run("approve", ID, *same)
        assert (code, out) == (2, "")
        assert f"no longer the one that {NEXT} approved" in err
        assert "--corrected" in err
        assert text(tmp_path) == changed
    assert run("approve", ID, *how)[0] == 0
    old, new = first.partition("text: ")[2][:32], fingerprint(meeting(tmp_path, ID))
    after = changed.replace(old, new)
    assert text(tmp_path) == (
        after.replace("2025-10-09-overleg, on: 2025-10-09", "2025-12-11-overleg, on: 2025-12-11")
        if "--in" in how
        else after
    )
    assert not is_changed(meeting(tmp_path, ID))


def test_a_correction_is_told_as_one_and_not_as_another_approval(tmp_path: Path, run: Run) -> None:
    reviewed(tmp_path)
    assert "Approved in " in run("approve", ID, "--corrected")[1]  # the first time nothing is corrected
    (tmp_path / PATH).write_text(text(tmp_path).replace("wisselende plaatsen", "één plaats"), "utf-8")
    out = run("approve", ID, "--corrected")[1]
    assert out.splitlines()[1] == f"The correction was noted: this text now stands as the one that {NEXT} approved."
    assert "Approved in " not in out


APPROVALS = [
    (
        "approved: {in: 2025-10-09-overleg, on: 2025-10-09} # met de hand",
        "approved: {in: 2025-10-09-overleg, on: 2025-10-09, text: HASH} # met de hand",
    ),
    (
        "approved:\n    in: 2025-10-09-overleg # hier\n\n    on: 2025-10-09 # toen\n# einde",
        "approved:\n    in: 2025-10-09-overleg # hier\n\n    on: 2025-10-09 # toen\n    text: HASH\n# einde",
    ),
    ("approved:", "approved: {in: 2025-10-09-overleg, on: 2025-10-09, text: HASH}"),
    ("approved: # nog niet", "approved: {in: 2025-10-09-overleg, on: 2025-10-09, text: HASH} # nog niet"),
    (
        "approved: {text: 0123, in: 2025-10-09-overleg, on: 2025-10-09}",
        "approved: {text: HASH, in: 2025-10-09-overleg, on: 2025-10-09}",
    ),
    (
        "approved: {in: 2025-10-09-overleg, on: 2025-10-09, text: }",
        "approved: {in: 2025-10-09-overleg, on: 2025-10-09, text: HASH }",
    ),
    ("approved: {in: 2025-10-09-overleg}", "approved: {in: 2025-10-09-overleg, on: 2025-10-09, text: HASH}"),
]


@pytest.mark.parametrize("state", ["review", "approved"])
@pytest.mark.parametrize(("old", "new"), APPROVALS)
def test_an_approval_that_was_typed_is_completed_in_its_own_style(
    tmp_path: Path, run: Run, state: str, old: str, new: str
) -> None:
    before = WHOLE.replace("state: draft", f"{old}\nstate: {state}")
    meetings(tmp_path, m2025_05_13_overleg=before, m2025_10_09_overleg=SECOND)
    code, _, err = run("approve", ID, "--corrected")
    assert (code, err) == (0, "")
    after = meeting(tmp_path, ID)
    assert text(tmp_path) == before.replace(old, new.replace("HASH", fingerprint(after))).replace(
        f"state: {state}", "state: approved"
    )


def test_data_on_one_line_are_left_alone(tmp_path: Path, run: Run) -> None:
    body = WHOLE.partition("---\n\n")[2]
    data = "---\n{title: Overleg Polder, series: overleg, date: 2025-05-13, state: review, next: {date: 2025-10-09}}\n---\n\n"
    meetings(tmp_path, m2025_05_13_overleg=data + body, m2025_10_09_overleg=SECOND)
    code, out, err = run("approve", ID)
    assert (code, out) == (2, "")
    assert "cannot change safely; nothing was written" in err
    assert text(tmp_path) == data + body


@pytest.mark.parametrize(
    ("arguments", "what"),
    [
        (("--in", "2025-02-11-overleg"), "is not later than"),
        (("--in", ID), "is not later than"),
        (("--in", "2025-11-01"), "was cancelled"),
        (("--in", "2099-01-01-overleg"), "There is no meeting"),
        (("--today", "2025-10-08"), "is still to come: it takes place on 2025-10-09"),
        (("--on", "2025-10-10", "--today", "2025-10-09"), "is still to come"),
        (("--on", "2025-05-12"), "is before the meeting itself"),
        (("--on", "ooit"), "--on: "),
    ],
)
def test_what_cannot_have_approved_them_is_told(
    tmp_path: Path, run: Run, arguments: tuple[str, ...], what: str
) -> None:
    reviewed(
        tmp_path,
        m2025_02_11_overleg=SECOND.replace("2025-10-09", "2025-02-11"),
        m2025_11_01_overleg=SECOND.replace("2025-10-09", "2025-11-01").replace("draft", "cancelled"),
    )
    old = text(tmp_path)
    code, out, err = run("approve", ID, *arguments)
    assert (code, out) == (2, "")
    assert what in err
    assert text(tmp_path) == old


def test_without_a_later_meeting_one_has_to_be_named(tmp_path: Path, run: Run) -> None:
    other = SECOND.replace("series: overleg", "series: stuurgroep")
    meetings(tmp_path, m2025_05_13_overleg=WHOLE.replace("draft", "review"), m2025_10_09_stuurgroep=other)
    code, out, err = run("approve", ID)
    assert (code, out) == (2, "")
    assert "--in" in err
    assert run("approve", ID, "--in", "2025-10-09-stuurgroep")[0] == 0
    approved = meeting(tmp_path, ID).approved
    assert approved is not None
    assert approved.meeting is not None
    assert approved.meeting.id == "2025-10-09-stuurgroep"


@pytest.mark.parametrize(
    ("state", "what"), [("draft", "submit"), ("planned", "submit"), ("cancelled", "was cancelled")]
)
def test_what_nobody_could_read_cannot_be_approved(tmp_path: Path, run: Run, state: str, what: str) -> None:
    meetings(tmp_path, m2025_05_13_overleg=WHOLE.replace("draft", state), m2025_10_09_overleg=SECOND)
    code, out, err = run("approve", ID)
    assert (code, out) == (2, "")
    assert what in err


def test_obstacles_keep_back_an_approval_too(tmp_path: Path, run: Run) -> None:
    old = WHOLE.replace("draft", "review").partition("BESLUIT")[0] + "## 3. Varia\n"
    meetings(tmp_path, m2025_05_13_overleg=old, m2025_10_09_overleg=SECOND)
    code, out, _ = run("approve", ID)
    assert (code, codes(out)) == (1, ["18 empty-agenda-item"])
    assert text(tmp_path) == old


@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_whole_way_with_the_real_program(tmp_path: Path, language: str) -> None:
    meetings(tmp_path, m2025_05_13_overleg=WHOLE)
    lang = ("--lang", language)
    for arguments in (
        ("submit", ID),
        ("new-meeting", "overleg"),
        ("approve", ID),
        ("done", f"{ID}/1", "--on", "2025-10-09"),
        ("drop-point", f"{ID}/3", "--reason", "weg", "--on", "2025-10-09"),
    ):
        result = elzctl(*lang, *arguments, cwd=tmp_path)
        assert (result.returncode, result.stderr) == (0, ""), result.stdout
    after = meeting(tmp_path, ID)
    assert (after.state, is_changed(after)) == (MeetingState.APPROVED, False)
