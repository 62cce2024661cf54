"""``elzctl show`` of a meeting and of what was noted in one, and what an action takes from the minutes."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from small_meetings import minutes, plan_with, write_meetings
from small_plans import ROOT, fiche, in_a_window, plain

from elzctl.cli.main import main

FIRST = minutes(
    "2025-02-11",
    "state: approved",
    text="""\
## 1. Begin

- [ ] Lijst maken @aa tegen:2025-05-13 [[koffie]]
- [x] Zaal zoeken @dienst op:2025-03-01
- [ ] Oud punt @bee
  - vervallen op:2025-05-13: niet meer nodig
""",
)
SECOND = minutes(
    "2025-05-13",
    "start: 13u30",
    "end: 16u",
    "location: Zaal 1, Polder",
    "was: [{date: 2025-05-06, start: 13u30}]",
    "speaker: dienst",
    "present: [aa, bee]",
    "excused: [besturen]",
    "attachments: [{file: a.pdf, title: Toelichting}]",
    "next: {date: 2025-10-09, start: 14u, location: Zaal 2, speaker: aa}",
    "accepted: {point-without-date: komt later}",
    text="""\
Vooraf.

## 1. Opvolging

## 2. Signalen

Lopende tekst met een
tweede lijn over [[koffie]].
<!-- niet tonen -->

- [ ] Affiches voor #scholen ophangen @besturen tegen:2025-05-20 [[koffie]]
  - bijdrage @aa: hangt er tien op
  - stand op:2025-05-30: vijf hangen
  - verschoven op:2025-06-10 tegen:2025-12-11: drukker stuk
  - zie de bijlage
- [ ] Niemands punt
BESLUIT: We wisselen van locatie, zie [[2025-02-11-overleg/1]].
SIGNAAL: Ouders vinden de weg niet #scholen @dienst
- gegroepeerd op:2025-06-10: toeleiding
- actie op:2025-06-10: [[koffie]]

::: intern
AFSPRAAK: @aa helpt #bewegen
:::

EVENEMENT: zomer 2025 Feest @bee
EVENEMENT: 2025-06-01 10u-12u Wandeling
""",
)
KOFFIE = fiche(
    "1.1.1",
    "lead: [aa]",
    "decision: 2025-05-13-overleg/B1",
    "indicators:",
    "  - {kind: process, what: Overleg, target: 4, unit: keer, per: year, count: overleg}",
    title="Koffie voor mantelzorgers",
)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    write_meetings(
        tmp_path,
        {
            "2025-02-11-overleg": FIRST,
            "2025-05-13-overleg": SECOND,
            "2025-10-09-overleg": minutes("2025-10-09", "state: planned", text="## 1. Opvolging\n"),
            "2025-05-20-stuurgroep": minutes("2025-05-20", series="stuurgroep", title="Stuurgroep"),
        },
    )
    (tmp_path / "plan/actions/koffie.md").write_text(KOFFIE, "utf-8")
    return tmp_path


def shown(root: Path, capsys: pytest.CaptureFixture[str], *arguments: str, today: str = "2025-06-15") -> str:
    assert main(["-C", str(root), "--lang", "en", "show", "--today", today, *arguments]) == 0
    return capsys.readouterr().out


def data(root: Path, capsys: pytest.CaptureFixture[str], name: str) -> Any:
    out = shown(root, capsys, name, "--json")
    assert out.isascii()
    return json.loads(out)


# A meeting


def test_a_meeting_is_shown_with_everything_that_the_plan_knows(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert shown(root, capsys, "2025-05-13-overleg").partition("\nFindings\n")[0] == (
        """\
Overleg welzijn
meetings/2025-05-13-overleg.md

id           2025-05-13-overleg
state        draft minutes
series       Overleg welzijn
when         Tuesday 13 May 2025, 13:30 – 16:00
was planned  Tuesday 6 May 2025, from 13:30
place        Zaal 1, Polder
speaker      Dienst Zorg
present      Aa, Bee
excused      Lokale besturen
attachment   Toelichting, a.pdf
next         Thursday 9 October 2025, from 14:00, Zaal 2, Aa
accepted     point-without-date: komt later

Follow-up, on 13 May 2025
  2025-02-11-overleg/1  open, due soon: Lijst maken; Aa; due 13 May 2025; 1.1.1; nothing was noted about it
  2025-02-11-overleg/2  done on 1 March 2025: Zaal zoeken; Dienst Zorg
  2025-02-11-overleg/3  dropped on 13 May 2025: Oud punt; Bee

Vooraf.

## 1. Opvolging

## 2. Signalen

Lopende tekst met een
tweede lijn over [[koffie]].


- [ ] Affiches voor #scholen ophangen @besturen tegen:2025-05-20 [[koffie]]
  - bijdrage @aa: hangt er tien op
  - stand op:2025-05-30: vijf hangen
  - verschoven op:2025-06-10 tegen:2025-12-11: drukker stuk
  - zie de bijlage
- [ ] Niemands punt
BESLUIT: We wisselen van locatie, zie [[2025-02-11-overleg/1]].
SIGNAAL: Ouders vinden de weg niet #scholen @dienst
- gegroepeerd op:2025-06-10: toeleiding
- actie op:2025-06-10: [[koffie]]

::: intern
AFSPRAAK: @aa helpt #bewegen
:::

EVENEMENT: zomer 2025 Feest @bee
EVENEMENT: 2025-06-01 10u-12u Wandeling

Decisions
  B1  We wisselen van locatie, zie Overleg welzijn (2025-02-11), 1.

Action points
  1 · on track  Affiches voor Scholen ophangen; Lokale besturen; due 11 December 2025; 1.1.1
  2 · no date   Niemands punt; no owner

Signals
  S1 · became an action  Ouders vinden de weg niet; Dienst Zorg; Scholen

Agreements
  A1  Aa helpt; Bewegen; internal

Events
  E1  zomer 2025: Feest; Bee
  E2  1 June 2025, 10:00 – 12:00: Wandeling
"""
    )


@pytest.mark.parametrize(
    "name",
    [
        "2025-05-13-overleg",
        "2025-05-13",
        "meetings/2025-05-13-overleg.md",
        "meetings\\2025-05-13-overleg.md",
        "2025-05-13-overleg.md",
    ],
)
def test_a_meeting_has_an_id_a_beginning_and_a_file(root: Path, capsys: pytest.CaptureFixture[str], name: str) -> None:
    assert "\nid           2025-05-13-overleg\n" in shown(root, capsys, name)


def test_the_points_stand_as_today_and_the_follow_up_as_on_the_day(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = shown(root, capsys, "2025-05-13-overleg", today="2026-01-01")
    assert "\n  1 · late     Affiches voor Scholen ophangen" in out
    assert "2025-02-11-overleg/1  open, due soon" in out


def test_before_a_meeting_its_follow_up_is_what_is_to_do_today(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = shown(root, capsys, "2025-10-09-overleg")
    assert "\nFollow-up, on 15 June 2025\n  2025-02-11-overleg/1  open, late: Lijst maken" in out
    assert "2025-05-13-overleg/1  put off, on track: Affiches" in out
    assert "dropped" not in out


def test_the_findings_of_the_file_are_shown_and_no_others(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (root / "plan/actions/fout.md").write_text(fiche("1.1.4", "titel: X"), "utf-8")
    assert main(["-C", str(root), "--lang", "en", "show", "2025-05-13-overleg"]) == 1
    out, err = capsys.readouterr()
    findings = out.partition("\nFindings\n")[2]
    assert "point-without-owner" in findings
    assert {line.partition(":")[0] for line in findings.splitlines() if line.startswith(("plan", "meet"))} == {
        "meetings/2025-05-13-overleg.md"
    }
    assert err == "This may not be all: plan/actions/fout.md could not be read fully; see “elzctl validate”.\n"


def test_the_data_of_a_meeting_has_a_fixed_shape(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    found = data(root, capsys, "2025-05-13-overleg")
    assert list(found) == ["schema_version", "today", "meeting"]
    meeting = found["meeting"]
    day = {"text": "2025-05-13", "first": "2025-05-13", "last": "2025-05-13"}
    front = {
        "id": "2025-05-13-overleg",
        "title": "Overleg welzijn",
        "path": "meetings/2025-05-13-overleg.md",
        "series": "overleg",
        "day": "2025-05-13",
        "date": day,
        "start": "13:30",
        "end": "16:00",
        "location": "Zaal 1, Polder",
        "speaker": "dienst",
        "state": "draft",
        "reason": "",
        "present": ["aa", "bee"],
        "excused": ["besturen"],
        "attachments": [{"file": "a.pdf", "title": "Toelichting"}],
        "last": False,
        "no_action_points": "",
        "approved": None,
        "accepted": {"point-without-date": "komt later"},
    }
    assert {key: meeting[key] for key in front} == front
    assert [one["date"]["text"] for one in meeting["was"]] == ["2025-05-06"]
    assert meeting["next"]["start"] == "14:00"
    assert [(one["id"], one["state"]) for one in meeting["follow_up"]] == [
        ("2025-02-11-overleg/1", "open"),
        ("2025-02-11-overleg/2", "done"),
        ("2025-02-11-overleg/3", "dropped"),
    ]
    assert [(one["number"], one["title"]) for one in meeting["items"]] == [
        (None, ""),
        (1, "Opvolging"),
        (2, "Signalen"),
    ]
    assert meeting["items"][0]["text"] == "Vooraf."
    assert [one["id"].rpartition("/")[2] for one in meeting["points"]] == ["1", "2"]
    assert [one["text"] for one in meeting["decisions"]] == ["We wisselen van locatie, zie [[2025-02-11-overleg/1]]."]
    assert [(one["stage"], one["group"], len(one["steps"])) for one in meeting["signals"]] == [
        ("action", "toeleiding", 2)
    ]
    assert [(one["actors"], one["internal"]) for one in meeting["agreements"]] == [(["aa"], True)]
    assert [(one["start"], one["end"]) for one in meeting["events"]] == [(None, None), ("10:00", "12:00")]
    assert meeting["referred_to_by"] == []
    assert all(one["path"] == "meetings/2025-05-13-overleg.md" for one in meeting["findings"])


# What was noted


def test_a_point_is_shown_with_its_life(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert shown(root, capsys, "2025-05-13-overleg/1").partition("\nFindings\n")[0] == (
        """\
1  Affiches voor Scholen ophangen
meetings/2025-05-13-overleg.md:28

id         2025-05-13-overleg/1
noted in   Overleg welzijn, Tuesday 13 May 2025
stands     put off, on track
owner      Lokale besturen
due        11 December 2025
first due  20 May 2025
age        33 days
tags       Scholen
refers to  1.1.1 Koffie voor mantelzorgers

Contributions
  Aa  hangt er tien op

Since then
  30 May 2025   Progress; vijf hangen
  10 June 2025  Put off; due 11 December 2025; drukker stuk

Notes
  -  zie de bijlage
"""
    )


def test_a_point_that_a_decision_names_says_where(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = shown(root, capsys, "2025-02-11-overleg/1")
    assert "\nstands     open, late\n" in out
    assert (
        "\nDiscussed in\n  2025-05-13-overleg     Overleg welzijn, 13 May 2025\n  2025-05-13-overleg/B1  We wisselen"
        in out
    )


@pytest.mark.parametrize(
    ("number", "found"),
    [
        ("B1", "cited by   1.1.1 Koffie voor mantelzorgers\n"),
        ("b1", "refers to  Overleg welzijn (2025-02-11), 1\n"),
        ("S1", "stage          became an action\ngrouped under  toeleiding\n"),
        ("S1", "Since then\n  10 June 2025  grouped; toeleiding\n  10 June 2025  became an action; 1.1.1\n"),
        ("A1", "internal  yes\n"),
        ("E1", "when      zomer 2025\nwho       Bee\n"),
        ("E2", "when      1 June 2025, 10:00 – 12:00\n"),
        ("2", "owner     no owner\n"),
    ],
)
def test_whatever_was_noted_can_be_shown(
    root: Path, capsys: pytest.CaptureFixture[str], number: str, found: str
) -> None:
    assert found in shown(root, capsys, f"2025-05-13-overleg/{number}")
    assert found in shown(root, capsys, f"2025-05-13/{number}")


@pytest.mark.parametrize(
    ("number", "kind"), [("1", "point"), ("B1", "decision"), ("S1", "signal"), ("A1", "agreement"), ("E1", "event")]
)
def test_the_data_of_what_was_noted_is_that_of_its_meeting(
    root: Path, capsys: pytest.CaptureFixture[str], number: str, kind: str
) -> None:
    found = data(root, capsys, f"2025-05-13-overleg/{number}")
    assert list(found) == ["schema_version", "today", kind]
    meeting = data(root, capsys, "2025-05-13-overleg")["meeting"]
    one = {key: value for key, value in found[kind].items() if key not in ("refers_to", "referred_to_by", "findings")}
    assert one == meeting[f"{kind}s"][0]


def test_the_findings_of_a_point_are_those_of_its_lines(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert "point-without-owner" in shown(root, capsys, "2025-05-13-overleg/2").partition("Findings")[2]
    assert "point-without-owner" not in shown(root, capsys, "2025-05-13-overleg/1")


# What an action takes from the minutes


def test_an_action_lists_where_it_was_discussed_and_what_is_counted(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = shown(root, capsys, "koffie")
    assert "\n  counted  1 of 4: 11 February 2025; not approved yet: 13 May 2025\n" in out
    assert out.partition("Discussed in\n")[2].partition("\n\n")[0] == (
        "  2025-05-13-overleg     Overleg welzijn, 13 May 2025\n"
        "  2025-05-13-overleg/1   on track: Affiches voor Scholen ophangen; Lokale besturen; due 11 December 2025; 1.1.1\n"
        "  2025-05-13-overleg/S1  Ouders vinden de weg niet; Dienst Zorg; Scholen\n"
        "  2025-02-11-overleg     Overleg welzijn, 11 February 2025\n"
        "  2025-02-11-overleg/1   late: Lijst maken; Aa; due 13 May 2025; 1.1.1"
    )
    action = data(root, capsys, "koffie")["action"]
    assert action["indicators"][0]["counted"] == {
        "value": 1,
        "meetings": ["2025-02-11-overleg"],
        "pending": ["2025-05-13-overleg"],
    }
    assert action["discussed"] == [
        {
            "meeting": "2025-05-13-overleg",
            "day": "2025-05-13",
            "noted": ["2025-05-13-overleg/1", "2025-05-13-overleg/S1"],
        },
        {"meeting": "2025-02-11-overleg", "day": "2025-02-11", "noted": ["2025-02-11-overleg/1"]},
    ]


# What is not there


@pytest.mark.parametrize(
    ("name", "code", "said"),
    [
        ("2025-05", 2, "More than one meeting begins with"),
        ("2025-05-13-overlg", 2, "2025-05-13-overleg"),
        ("2025-05-13-overleg/9", 2, "Noted there: 1, 2, A1, B1, E1, E2, S1."),
        ("2025-05-20-stuurgroep/1", 2, "has nothing with the number “1”"),
        ("2024-01-01-overleg/1", 2, "There is no meeting"),
        ("meetings/weg.md", 2, "There is no meeting “weg”"),
        ("overleg", 2, "2025-02-11-overleg"),
        ("2025-01-01-kapot", 1, "could not be read"),
    ],
)
def test_a_name_that_is_not_there_is_answered_with_what_is(
    root: Path, capsys: pytest.CaptureFixture[str], name: str, code: int, said: str
) -> None:
    (root / "meetings/2025-01-01-kapot.md").write_text("---\ntitle: [\n---\n", "utf-8")
    assert main(["-C", str(root), "--lang", "en", "show", name]) == code
    out, err = capsys.readouterr()
    assert out == ""
    assert said in err


def test_an_action_whose_id_looks_like_a_meeting_is_an_action(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (root / "plan/actions/2025-plan.md").write_text(fiche("1.1.7", title="Plan"), "utf-8")
    assert shown(root, capsys, "2025-plan").startswith("1.1.7  Plan")
    assert shown(root, capsys, "plan/actions/2025-plan.md").startswith("1.1.7  Plan")


# In a window


@pytest.mark.parametrize("columns", [40, 80, 120])
@pytest.mark.parametrize("name", ["2025-05-13-overleg", "2025-05-13-overleg/1", "2025-05-13-overleg/S1", "koffie"])
def test_a_page_fits_every_window(root: Path, columns: int, name: str) -> None:
    call = ("-C", str(root), "--lang", "en", "show", name, "--today", "2025-06-15")
    lines = in_a_window(columns, *call).split("Findings")[0].splitlines()
    long = [line for line in lines if len(line) > columns and not line.startswith(("meetings/", "- [", "  - "))]
    assert long == []
    assert len(lines) > 5


@pytest.mark.parametrize("name", ["2025-05-13-clusteroverleg-welzijn", "2025-10-09-clusteroverleg-welzijn"])
def test_the_real_minutes_fit_a_window(name: str) -> None:
    lines = in_a_window(80, "-C", str(ROOT), "show", name, "--today", "2025-11-20").split("Bevindingen")[0].splitlines()
    assert [line for line in lines if len(line) > 80 and "](" not in line and not line.startswith("###")] == []
    assert len(lines) > 60


def test_in_a_window_a_line_with_a_meaning_is_not_filled_into_the_one_before_it(root: Path) -> None:
    text = in_a_window(60, "-C", str(root), "--lang", "en", "show", "2025-05-13-overleg", "--today", "2025-06-15")
    assert "Lopende tekst met een tweede lijn over 1.1.1." in text
    assert "\nBESLUIT: We wisselen van locatie, zie" in text
    assert "\nSIGNAAL: Ouders vinden de weg niet" in text
    assert "\n::: intern\nAFSPRAAK: " in text


def test_colours_say_nothing_that_the_words_do_not(root: Path) -> None:
    for name in ("2025-05-13-overleg", "2025-05-13-overleg/1"):
        call = ("-C", str(root), "show", name, "--today", "2025-06-15")
        painted, bare = in_a_window(80, *call, colours=True), in_a_window(80, *call)
        assert "\x1b[" in painted
        assert plain(painted) == bare


def test_minutes_cannot_obey_themselves(tmp_path: Path) -> None:
    text = "## [red]kop[/] \u202e\n\n[/x] \u202e tekst\n- [ ] [b]punt[/b] \u202e @aa\nBESLUIT: \u202e zo\n"
    root = write_meetings(tmp_path, {"2025-05-13-overleg": minutes("2025-05-13", text=text)})
    for name in ("2025-05-13-overleg", "2025-05-13-overleg/1", "2025-05-13-overleg/B1"):
        shown = in_a_window(80, "-C", str(root), "show", name)
        assert "\u202e" not in shown
        assert "\\u202e" in shown


def test_a_meeting_without_a_title_is_called_after_its_series(tmp_path: Path) -> None:
    bare = minutes("2025-05-13", text="# Agenda\n\n## Punt\n\nBESLUIT: Ja.\n").replace("title: Overleg welzijn\n", "")
    plan = plan_with(tmp_path, {"2025-05-13-overleg": bare, "2025-05-20-x": bare.replace("series: overleg\n", "")})
    assert plan.titles["2025-05-13-overleg"] == ("", "Overleg welzijn (2025-05-13)")
    assert plan.titles["2025-05-13-overleg/B1"] == ("", "Overleg welzijn (2025-05-13), B1")
    assert plan.titles["2025-05-20-x"] == ("", "(2025-05-13)")
