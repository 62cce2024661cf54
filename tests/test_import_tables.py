"""``elzctl import actors|points``: a table of Excel or CSV into the register of actors and into minutes."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterable
from datetime import date
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from in_process import Run, runner
from meeting_files import meetings
from openpyxl import Workbook
from small_plans import ROOT, in_a_window
from small_plans import write as small_plan
from test_new_action import talk

from elzctl.cli.main import main
from elzctl.fiche import ids
from elzctl.load import load
from elzctl.model import Plan
from elzctl.tree import WorkTree

TABLE = """\
Naam;Afkorting;Soort;Lid van;Website
Wijkcentrum De Brug;WDB;organisatie;Cluster zorg;https://brug.example
Dienst Zorg;DZ;;;
"""
MEETING = """\
---
title: Overleg Polder
series: overleg
date: 2025-05-13
state: draft
---

## 1. Acties

- [ ] Affiches verspreiden @kring tegen:2025-10-09
  - bijdrage @apothekers: hangen er een op
- [x] Lijst opmaken @dienst-zorg op:2025-05-20

Slotwoord.
"""
POINTS = """\
Werkpunt;Wie;Tegen;Status;Actie;Gedaan op;Opmerking
Zaal zoeken;Huisartsenkring en Dienst Zorg;9/10/2025;open;1.1.1;;graag groot
Affiches  verspreiden;Huisartsenkring;2025-10-09;;;;
Koekjes bakken;;eind 2025;klaar;;45800;
"""


@pytest.fixture
def run(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Run:
    return runner(tmp_path, capsys, "import")


def plan(root: Path) -> Plan:
    loaded = load(WorkTree(root))
    assert [one for one in loaded.findings if one.severity.value == "error"] == []
    return loaded.plan


def sound(root: Path) -> None:
    """Without the errors of the small plan, which would be told at every import."""
    for name, old, new in (("actors", "  member_of: [apothekers]\n", ""), ("goals", " Zie ook [[koffie]].", " x")):
        path = root / f"plan/{name}.yaml"
        text = path.read_text("utf-8")
        assert old in text
        path.write_text(text.replace(old, new), "utf-8")


def write(root: Path) -> None:
    small_plan(root)
    sound(root)


def with_meeting(root: Path, text: str = MEETING, state: str = "draft") -> Path:
    meetings(root, m2025_05_13_overleg=text.replace("state: draft", f"state: {state}"))
    fiche = "---\nnumber: 1.1.1\ntitle: Koffie\nstatus: running\n---\n"
    (root / "plan/actions/koffie.md").write_text(fiche, "utf-8")
    sound(root)
    return root


def files(root: Path) -> dict[str, bytes]:
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in sorted(root.rglob("*")) if path.is_file()}


def excel(rows: Iterable[Iterable[object]], *, more: str = "") -> bytes:
    book = Workbook()
    sheet = book.active
    for row in rows:
        sheet.append(list(row))
    if more:
        book.create_sheet(more).append(["Naam"])
        book[more].sheet_state = "hidden"
    target = BytesIO()
    book.save(target)
    return target.getvalue()


# Actors


def test_a_table_of_organisations_becomes_actors(tmp_path: Path, run: Run) -> None:
    write(tmp_path)
    before = (tmp_path / "plan/actors.yaml").read_text("utf-8")
    (tmp_path / "tabel.csv").write_text(TABLE, "utf-8")
    code, out, err = run("actors", "tabel.csv", "--yes")
    assert (code, err) == (1, f"The files go into {tmp_path}.\n")
    assert "  Naam       name: the name\n" in out
    assert "+wijkcentrum-brug:\n" in out
    text = (tmp_path / "plan/actors.yaml").read_text("utf-8")
    new = "wijkcentrum-brug:\n  name: Wijkcentrum De Brug\n  kind: organisation\n  member_of: [cluster-zorg]\n  also: [WDB]\n"
    zone = "  member_of: [cluster-zorg]\n"
    assert text == before.replace(f"{zone}kring:", f"{zone}  also: [DZ]\nkring:") + new
    report = (tmp_path / "private/import-report-tabel.md").read_text("utf-8")
    assert "- row 2: `https://brug.example` – The register of actors has no place for a website" in report
    assert "private/" in (tmp_path / ".gitignore").read_text("utf-8").splitlines()
    assert plan(tmp_path).actors["wijkcentrum-brug"].also == ("WDB",)


def test_a_second_time_nothing_comes_in(tmp_path: Path, run: Run) -> None:
    write(tmp_path)
    (tmp_path / "tabel.csv").write_text(TABLE, "utf-8")
    run("actors", "tabel.csv", "--yes")
    before = files(tmp_path / "plan")
    code, out, _ = run("actors", "tabel.csv")  # nothing changes, so nothing is asked
    assert (code, files(tmp_path / "plan")) == (1, before)
    assert "Nothing was changed: it stands in the files already." in out


def test_nothing_is_written_when_nobody_can_be_asked(tmp_path: Path, run: Run) -> None:
    write(tmp_path)
    (tmp_path / "tabel.csv").write_text(TABLE, "utf-8")
    before = files(tmp_path)
    code, out, err = run("actors", "tabel.csv")
    assert code == 2
    assert "+++ b/plan/actors.yaml" in out
    assert err.endswith("error: Nothing was changed: nobody can be asked here\nhelp: Add --yes to make the changes.\n")
    assert files(tmp_path) == before


def test_with_check_nothing_is_written_either(tmp_path: Path, run: Run) -> None:
    write(tmp_path)
    (tmp_path / "tabel.csv").write_text(TABLE, "utf-8")
    before = files(tmp_path)
    assert run("actors", "tabel.csv", "--check")[0] == 1
    assert files(tmp_path) == before


@pytest.mark.parametrize(
    "data",
    [
        TABLE.encode(),
        TABLE.encode("utf-8-sig"),
        TABLE.replace("\n", "\r\n").encode("cp1252"),
        TABLE.encode("utf-16"),
        TABLE.encode("utf-16-le"),
        TABLE.replace(";", "\t").encode(),
        TABLE.replace(";", ",").encode(),
        b"sep=;\r\n" + TABLE.replace("\n", "\r\n").encode(),
        b"Partnerlijst\n\n" + TABLE.encode(),
        b'"Naam";"Afkorting";"Soort";"Lid van";"Website"\n"Wijkcentrum\nDe Brug";WDB;Organisatie;"Cluster zorg";\n',
        excel([line.split(";") for line in TABLE.splitlines()]),
        excel([["Lijst"], [], *(line.split(";") for line in TABLE.splitlines())]),
    ],
    ids="utf-8 bom cp1252 utf-16 utf-16-le tab comma sep title quoted xlsx titled".split(),
)
def test_every_encoding_and_every_sign_between_columns(tmp_path: Path, run: Run, data: bytes) -> None:
    write(tmp_path)
    (tmp_path / "tabel").write_bytes(data)
    run("actors", "tabel", "--yes")
    actor = plan(tmp_path).actors["wijkcentrum-brug"]
    assert (actor.name, ids(actor.member_of), actor.also) == ("Wijkcentrum De Brug", ("cluster-zorg",), ("WDB",))


def test_a_group_that_is_new_comes_into_an_actor_that_was_there(tmp_path: Path, run: Run) -> None:
    write(tmp_path)
    rows = "Naam;Afk.;Lid van\nDienst Zorg;DZ;Nieuwe groep\nZorgcluster (ZC);;Koepel\nIets;;Zorgcluster Polder (ZC)\n"
    (tmp_path / "tabel.csv").write_text(rows, "utf-8")
    assert run("actors", "tabel.csv", "--yes")[0] == 0
    actors = plan(tmp_path).actors
    assert (ids(actors["dienst-zorg"].member_of), actors["dienst-zorg"].also) == (
        ("cluster-zorg", "nieuwe-groep"),
        ("DZ",),
    )
    assert (ids(actors["zorgcluster"].member_of), ids(actors["iets"].member_of)) == (("koepel",), ("zorgcluster",))


@pytest.mark.parametrize("last", ["Totaal: 6", "Totaal", "Aantal partners: 6", "TOTAL 6"])
def test_a_row_that_counts_the_others_is_no_actor(tmp_path: Path, run: Run, last: str) -> None:
    write(tmp_path)
    (tmp_path / "tabel.csv").write_text(f"Naam\nTotaalzorg Polder\nAantal handen vzw\n{last}\n", "utf-8")
    code, out, _ = run("actors", "tabel.csv", "--yes")
    assert (code, "row 4: " in out) == (1, True)
    names = {one.name for one in plan(tmp_path).actors.values()}
    assert {"Totaalzorg Polder", "Aantal handen vzw"} < names
    assert last not in names


def test_kinds_are_named_in_the_language_of_who_reads(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(tmp_path)
    (tmp_path / "tabel.csv").write_text("Naam;Soort\nVivel;andere\n", "utf-8")
    main(["--lang", "nl", "-C", str(tmp_path), "import", "actors", "tabel.csv", "--yes"])
    capsys.readouterr()
    report = (tmp_path / "private/import-report-tabel.md").read_text("utf-8")
    assert "organisatie, groep, functie, netwerk, project, eerstelijnszone, gemeente, sector, cluster" in report


def test_a_plan_with_errors_is_no_success(tmp_path: Path, run: Run) -> None:
    small_plan(tmp_path)
    (tmp_path / "tabel.csv").write_text("Naam\nVivel\n", "utf-8")
    code, out, _ = run("actors", "tabel.csv", "--yes")
    assert (code, "The plan has 2 errors." in out) == (1, True)


def test_accents_of_windows_are_read_and_told(tmp_path: Path, run: Run) -> None:
    write(tmp_path)
    (tmp_path / "tabel.csv").write_bytes("Naam;Soort\nCafé ’t Sas;vzw\n".encode("cp1252"))
    code, out, _ = run("actors", "tabel.csv", "--yes")
    assert code == 0
    assert "Windows-1252" in out
    assert plan(tmp_path).actors["cafe-t-sas"].name == "Café ’t Sas"


def test_formulas_are_text_in_csv_and_their_last_value_in_excel(tmp_path: Path, run: Run) -> None:
    write(tmp_path)
    (tmp_path / "tabel.csv").write_text('Naam\n\'=HYPERLINK("https://kwaad.example")\n@cmd Bende\n', "utf-8")
    assert run("actors", "tabel.csv", "--yes")[0] == 0
    names = {actor.name for actor in plan(tmp_path).actors.values()}
    assert {'=HYPERLINK("https://kwaad.example")', "@cmd Bende"} < names
    (tmp_path / "tabel.xlsx").write_bytes(excel([["Naam", "Afkorting"], ["Bezoekdienst", "=1+1"]], more="Stiekem"))
    code, out, _ = run("actors", "tabel.xlsx", "--yes")
    assert code == 0
    assert "1 cell is a formula; the value that Excel last saved counts." in out
    assert "Hidden sheets were not read: Stiekem." in out
    assert plan(tmp_path).actors["bezoekdienst"].also == ()


def test_a_column_can_be_mapped_left_out_and_is_told_when_it_is_unknown(tmp_path: Path, run: Run) -> None:
    write(tmp_path)
    (tmp_path / "tabel.csv").write_text("Wie dan;Bijnaam;Mailbox;Nota\nDe Brug;Brugje;info@brug.example;x\n", "utf-8")
    code, _, err = run("actors", "tabel.csv", "--yes")
    assert code == 2
    assert "No column was recognised as “name” among: “Wie dan”, “Bijnaam”, “Mailbox”, “Nota”" in err
    assert "--map “Wie dan=name”" in err
    maps = ("--map", "Wie dan=name", "--map", "B=also", "--map", "mailbox=contact", "--map", "Nota=-")
    code, out, _ = run("actors", "tabel.csv", "--yes", *maps)
    assert code == 0
    assert "  Nota     left out\n" in out
    actor = plan(tmp_path).actors["brug"]
    assert (actor.also, actor.contact) == (("Brugje",), ("info@brug.example",))


def test_a_table_without_headers_is_told_by_letters_and_loses_no_row(tmp_path: Path, run: Run) -> None:
    write(tmp_path)
    (tmp_path / "tabel.csv").write_text("De Brug;DB\nDe Dijk;DD\n", "utf-8")
    assert run("actors", "tabel.csv", "--yes", "--map", "A=name", "--map", "B=short")[0] == 0
    actors = plan(tmp_path).actors
    assert (actors["brug"].also, actors["dijk"].also) == (("DB",), ("DD",))


@pytest.mark.parametrize(
    ("maps", "message"),
    [
        ("name", "“name” does not say what a column is"),
        ("Naam=naam", "“naam” is no field of a table of actors"),
        ("Straat=name", "There is no column “Straat”"),
    ],
)
def test_a_mapping_that_cannot_be_is_refused(tmp_path: Path, run: Run, maps: str, message: str) -> None:
    write(tmp_path)
    (tmp_path / "tabel.csv").write_text(TABLE, "utf-8")
    code, _, err = run("actors", "tabel.csv", "--yes", "--map", maps)
    assert (code, message in err) == (2, True)


def test_people_and_their_addresses_never_come_into_the_register(tmp_path: Path, run: Run) -> None:
    write(tmp_path)
    rows = (
        "Organisatie;Contactpersoon;E-mail\nDe Brug;Voornaam Achternaam;voornaam@brug.example\nVoornaam Achternaam;;\n"
    )
    (tmp_path / "tabel.csv").write_text(rows, "utf-8")
    code, out, _ = run("actors", "tabel.csv", "--yes")
    assert code == 1
    assert "private/import-report-tabel.md" in out
    text = (tmp_path / "plan/actors.yaml").read_text("utf-8")
    assert "Achternaam" not in text
    assert "@brug" not in text


def test_what_an_actor_says_otherwise_changes_only_with_update(tmp_path: Path, run: Run) -> None:
    write(tmp_path)
    (tmp_path / "tabel.csv").write_text("Naam;Type\nHuisartsenkring;vzw\n", "utf-8")
    before = files(tmp_path / "plan")
    assert run("actors", "tabel.csv", "--yes")[0] == 1
    assert files(tmp_path / "plan") == before
    assert run("actors", "tabel.csv", "--yes", "--update")[0] == 0
    kind = plan(tmp_path).actors["kring"].kind
    assert kind is not None
    assert kind.value == "organisation"


# What cannot be read


def bomb() -> bytes:
    target = BytesIO()
    with ZipFile(target, "w", ZIP_DEFLATED) as archive:
        archive.writestr("xl/workbook.xml", "<workbook/>")
        archive.writestr("xl/worksheets/sheet1.xml", b"0" * (300 << 20))
    return target.getvalue()


def other_zip() -> bytes:
    target = BytesIO()
    with ZipFile(target, "w") as archive:
        archive.writestr("word/document.xml", "<x/>")
    return target.getvalue()


def with_entities() -> bytes:
    target, made = BytesIO(), BytesIO(excel([["Naam"], ["De Brug"]]))
    with ZipFile(made) as old, ZipFile(target, "w") as new:
        for name in old.namelist():
            evil = b'<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>' if name.endswith("sheet1.xml") else b""
            new.writestr(name, evil + old.read(name))
    return target.getvalue()


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (with_entities(), "entities of its own"),
        (b"", "nothing in this table"),
        (b";;\n;;\n", "nothing in this table"),
        (b"%PDF-1.7 x", "This is a PDF"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "old Excel"),
        (bytes(range(256)) * 4, "not a text"),
        (other_zip(), "no file of Excel"),
        (excel([["Naam"]])[:2000], ""),
        (b"Naam\n" + b"x\n" * 10_001, "more than 10000 rows"),
        (b"Naam;" * 101 + b"\nx\n", "more than 100 columns"),
        (b'Naam\n"' + b"x" * 20_000, "more than 16384 characters"),
        (b"Naam\n\n", "No row of this table holds"),
    ],
    ids="entities empty blank pdf xls binary zip cut rows columns cell header".split(),
)
def test_what_is_no_table_is_refused_plainly(tmp_path: Path, run: Run, data: bytes, message: str) -> None:
    write(tmp_path)
    before = files(tmp_path)
    (tmp_path / "tabel.xlsx").write_bytes(data)
    code, _, err = run("actors", "tabel.xlsx", "--yes")
    assert code == 2
    assert message in err
    (tmp_path / "tabel.xlsx").unlink()
    assert files(tmp_path) == before


def test_a_bomb_of_excel_is_refused(tmp_path: Path, run: Run) -> None:
    write(tmp_path)
    (tmp_path / "tabel.xlsx").write_bytes(bomb())
    code, _, err = run("actors", "tabel.xlsx", "--yes")
    assert (code, err.count("error:")) == (2, 1)


def test_a_sheet_with_joined_cells_and_a_million_rows_that_are_empty(tmp_path: Path, run: Run) -> None:
    book = Workbook()
    sheet = book.active
    for row in (["Groep", "Naam"], ["Cluster zorg", "De Brug"], [None, "De Dijk"]):
        sheet.append(row)
    sheet.merge_cells("A2:A3")
    sheet.row_dimensions[3].hidden = True
    target = BytesIO()
    book.save(target)
    (tmp_path / "tabel.xlsx").write_bytes(target.getvalue())
    write(tmp_path)
    code, out, _ = run("actors", "tabel.xlsx", "--yes")
    assert code == 0
    assert "1 joined cell counts for each of its rows." in out
    assert "1 row is hidden in Excel; it was read too." in out
    assert {ids(plan(tmp_path).actors[name].member_of) for name in ("brug", "dijk")} == {("cluster-zorg",)}


# Points


def test_a_table_of_points_comes_below_those_that_are_there(tmp_path: Path, run: Run) -> None:
    with_meeting(tmp_path)
    (tmp_path / "punten.csv").write_text(POINTS, "utf-8")
    code, out, _ = run("points", "punten.csv", "--meeting", "2025-05-13-overleg", "--yes")
    assert code == 0, out
    new = """\
- [ ] Zaal zoeken @kring @dienst-zorg tegen:2025-10-09 [[koffie]]
  - graag groot
- [x] Koekjes bakken tegen:"eind 2025" op:2025-05-23
"""
    text = (tmp_path / "meetings/2025-05-13-overleg.md").read_text("utf-8")
    assert text == MEETING.replace("op:2025-05-20\n", f"op:2025-05-20\n{new}")
    before = files(tmp_path / "meetings")
    assert run("points", "punten.csv", "--meeting", "2025-05-13-overleg", "--yes")[0] == 0
    assert files(tmp_path / "meetings") == before


def test_points_of_windows_and_days_of_excel(tmp_path: Path, run: Run) -> None:
    with_meeting(tmp_path, MEETING.replace("\n", "\r\n"))
    rows: list[list[object]] = [
        ["What", "Deadline", "Meeting"],
        ["Zaal zoeken", date(2025, 10, 9), date(2025, 5, 13)],
        ["Thee", 45939, "overleg polder"],
    ]
    (tmp_path / "punten.xlsx").write_bytes(excel(rows))
    code, out, _ = run("points", "punten.xlsx", "--yes")
    assert code == 0, out
    raw = (tmp_path / "meetings/2025-05-13-overleg.md").read_bytes()
    assert raw.count(b"\r\n") == raw.count(b"\n")
    assert [str(one.due and one.due.first) for one in plan(tmp_path).meetings[0].points][2:] == [
        "2025-10-09",
        "2025-10-09",
    ]


def test_words_in_a_table_are_words_in_the_minutes(tmp_path: Path, run: Run) -> None:
    with_meeting(tmp_path)
    odd = "Bel @kring over #mantelzorg tegen:morgen [[koffie]] <!-- x --> ::: intern"
    (tmp_path / "punten.csv").write_text(
        f"Wat;Nota\n{odd};Stand: goed\nBESLUIT: stoppen;bijdrage @kring: niets\n", "utf-8"
    )
    code, out, _ = run("points", "punten.csv", "--meeting", "2025-05-13", "--yes")
    assert code == 0, out
    (meeting,) = plan(tmp_path).meetings
    assert meeting.resolutions == ()
    assert [(point.owners, point.tags, point.due, point.references) for point in meeting.points[2:]] == [
        ((), (), None, ())
    ] * 2
    assert [len(point.notes) for point in meeting.points[2:]] == [1, 1]
    assert not any(point.turns or point.contributions for point in meeting.points[2:])


def test_a_point_cannot_be_done_before_it_was_noted(tmp_path: Path, run: Run) -> None:
    with_meeting(tmp_path)
    (tmp_path / "punten.csv").write_text("Wat;Gedaan op\nThee zetten;1/5/2025\n", "utf-8")
    code, out, _ = run("points", "punten.csv", "--meeting", "2025-05-13", "--yes")
    assert (code, "1 not understood" in out) == (1, True)
    assert "\n- [ ] Thee zetten\n" in (tmp_path / "meetings/2025-05-13-overleg.md").read_text("utf-8")


def test_a_table_needs_a_plan_to_go_into(tmp_path: Path, run: Run) -> None:
    (tmp_path / "tabel.csv").write_text(TABLE, "utf-8")
    for kind in ("actors", "points"):
        code, _, err = run(kind, "tabel.csv", "--out", "zone", "--yes")
        assert (code, "There is no plan in" in err) == (2, True)
    assert not (tmp_path / "zone").exists()


def test_what_stands_in_approved_minutes_stays(tmp_path: Path, run: Run) -> None:
    with_meeting(tmp_path, state="approved")
    (tmp_path / "punten.csv").write_text(POINTS, "utf-8")
    before = files(tmp_path / "meetings")
    code, out, _ = run("points", "punten.csv", "--meeting", "2025-05-13", "--yes")
    assert (code, files(tmp_path / "meetings")) == (1, before)
    assert "left over: 2." in out


def test_a_point_that_is_there_is_closed_only_with_update(tmp_path: Path, run: Run) -> None:
    with_meeting(tmp_path)
    (tmp_path / "punten.csv").write_text("nr;Wat;Gedaan op\n2025-05-13-overleg/1;Affiches;2025-09-01\n", "utf-8")
    before = files(tmp_path / "meetings")
    assert run("points", "punten.csv", "--yes")[0] == 1
    assert files(tmp_path / "meetings") == before
    assert run("points", "punten.csv", "--yes", "--update")[0] == 0
    text = (tmp_path / "meetings/2025-05-13-overleg.md").read_text("utf-8")
    assert "- [x] Affiches verspreiden @kring tegen:2025-10-09 op:2025-09-01\n" in text


def test_rows_without_a_meeting_or_with_a_person_are_left_over(tmp_path: Path, run: Run) -> None:
    with_meeting(tmp_path)
    rows = "Wat;Wie;Vergadering\nThee;Voornaam Achternaam;13/05/2025\nKoek;Iedereen;13/05/2025\nSoep;;1 januari 1999\nBrood;;\n"
    (tmp_path / "punten.csv").write_text(rows, "utf-8")
    code, out, _ = run("points", "punten.csv", "--yes", "--json")
    assert code == 1
    left = [(one["words"], one["reason"]) for one in json.loads(out)["documents"][0]["left"]]
    assert [words for words, _ in left] == ["Voornaam Achternaam", "Iedereen", "Soep | 1 januari 1999", "Brood"]
    assert "Achternaam" not in (tmp_path / "meetings/2025-05-13-overleg.md").read_text("utf-8")


# At a terminal


def test_a_person_is_asked_whether_the_columns_are_right_and_then_for_the_changes(tmp_path: Path) -> None:
    write(tmp_path)
    (tmp_path / "tabel.csv").write_text(TABLE, "utf-8")
    before = files(tmp_path)
    said = talk(tmp_path, "--lang", "en", "import", "actors", "tabel.csv", answers=["n"])
    assert said.code == 130
    assert "Are the columns right? [Y/n]" in said.screen
    assert files(tmp_path) == before
    assert talk(tmp_path, "--lang", "en", "import", "actors", "tabel.csv", answers=["y", "n"]).code == 130
    assert files(tmp_path) == before
    assert talk(tmp_path, "--lang", "en", "import", "actors", "tabel.csv", answers=["", ""]).code == 1
    assert "wijkcentrum-brug" in plan(tmp_path).actors


def test_a_window_shows_it_within_its_columns(tmp_path: Path) -> None:
    write(tmp_path)
    (tmp_path / "tabel.csv").write_text(
        TABLE.replace("De Brug", "De Brug over de \x1b[31mlange " + "lange " * 20), "utf-8"
    )
    screen = in_a_window(60, "--lang", "en", "-C", str(tmp_path), "import", "actors", "tabel.csv", "--yes", "--json")
    assert "\x1b" not in screen
    screen = in_a_window(60, "--lang", "en", "-C", str(tmp_path), "import", "actors", "tabel.csv", "--yes")
    assert "\x1b" not in screen


def test_without_the_addition_for_excel_it_says_what_to_install(tmp_path: Path) -> None:
    write(tmp_path)
    (tmp_path / "tabel.xlsx").write_bytes(excel([["Naam"], ["De Brug"]]))
    program = "import sys; sys.modules['openpyxl'] = None; from elzctl.cli.start import run; run()"
    command = [sys.executable, "-c", program, "--lang", "en", "-C", str(tmp_path), "import", "actors", "tabel.xlsx"]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert (
        "help: Install it: pipx inject elzctl openpyxl pypdfium2 or python -m pip install openpyxl pypdfium2. "
        "Or save the table as CSV.\n"
    ) in done.stderr


def test_two_at_once_leave_one_register(tmp_path: Path) -> None:
    write(tmp_path)
    (tmp_path / "tabel.csv").write_text(TABLE, "utf-8")
    command = [sys.executable, "-m", "elzctl", "-C", str(tmp_path), "import", "actors", "tabel.csv", "--yes"]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    pipe = subprocess.PIPE
    both = [subprocess.Popen(command, env=environment, stdout=pipe, stderr=pipe) for _ in range(2)]
    codes = sorted(one.wait() for one in both)
    for one in both:
        one.communicate()
    assert codes in ([1, 1], [1, 2])
    assert (tmp_path / "plan/actors.yaml").read_text("utf-8").count("wijkcentrum-brug:") == 1
    assert plan(tmp_path).actors["wijkcentrum-brug"].also == ("WDB",)
