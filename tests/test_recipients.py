"""Mailing lists: what is read in them, how they are merged, and what ``elzctl recipients`` shows and writes."""

from __future__ import annotations

import csv
import io
import json
import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from in_process import Run, runner
from small_plans import in_a_window
from test_cli import elzctl

from elzctl.mailing.merge import MailingList, Merged, Place, merge
from elzctl.mailing.read import MADE, MOST_BYTES, MOST_ROWS, Fault, addresses, is_made_here, read
from elzctl.render.recipients_csv import recipients_csv
from elzctl.wording import Language

MEETING = "2025-10-09-clusteroverleg-welzijn"
OUT = f"private/verzendlijst-{MEETING}.csv"
LEDEN = "Naam;E-mail;Uitschrijven\r\nBib;Bib@Polder.example;\r\nOCMW;ocmw@polder.example;x\r\n"
WELZIJN = "email,name\nbib@polder.example,Bibliotheek\nocmw@polder.example,OCMW\nschool@polder.example,School\n"
ENGLISH = Language("en")


def listed(text: str | bytes, name: str = "leden.csv") -> MailingList:
    found = read(name, text if isinstance(text, bytes) else text.encode())
    assert isinstance(found, MailingList), ENGLISH(found.message)
    return found


def refused(text: str | bytes) -> str:
    found = read("leden.csv", text if isinstance(text, bytes) else text.encode())
    assert isinstance(found, Fault)
    return ENGLISH(found.message)


def entries(text: str | bytes) -> list[str]:
    return [entry.address for entry in listed(text).entries]


def out(text: str) -> list[bool]:
    return [entry.opted_out for entry in listed(text).entries]


def remarks(text: str) -> list[str]:
    return [f"{one.place}: {ENGLISH(one.message)}" for one in listed(text).unusable]


def merged(**texts: str) -> Merged:
    return merge([listed(text, f"{name}.csv") for name, text in texts.items()])


def rows(places: tuple[Place, ...]) -> list[str]:
    return list(map(str, places))


# Reading


@pytest.mark.parametrize("delimiter", [";", ",", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
@pytest.mark.parametrize("newline", ["\r\n", "\n", "\r"])
def test_a_list_reads_the_same_however_it_was_saved(delimiter: str, encoding: str, newline: str) -> None:
    table = [["Naam", "E-mailadres", "Organisatie"], ['"Café; ""De, Zon"""', "zon@polder.example", "Één vzw"]]
    text = newline.join(delimiter.join(row) for row in table) + newline
    (entry,) = listed(text.encode(encoding)).entries
    assert entry == (Place("leden.csv", 2), "zon@polder.example", 'Café; "De, Zon"', "Één vzw", False)


@pytest.mark.parametrize(
    "heading", ["e-mail", "E-mail", "email", "mail", "E-MAILADRES", "e-mail adres", " Mailadres ", "E-mail Address"]
)
def test_the_address_is_found_by_its_heading(heading: str) -> None:
    text = f"id;{heading};secretariaat (e-mail of tel.)\n1;a@zone.example;b@zone.example\n"
    assert entries(text) == ["a@zone.example"]


def test_without_a_known_heading_the_only_column_with_addresses_is_taken() -> None:
    assert entries("nr;bereikbaar via\n1;a@zone.example\n2;b@zone.example\n") == ["a@zone.example", "b@zone.example"]
    assert entries("a@zone.example\r\nb@zone.example\r\n") == ["a@zone.example", "b@zone.example"]
    assert entries("1;a@zone.example\n2;b@zone.example\n") == ["a@zone.example", "b@zone.example"]
    assert entries("Mail;Contact\nja;a@zone.example\nnee;b@zone.example\n") == ["a@zone.example", "b@zone.example"]


def test_of_two_known_headings_the_one_with_addresses_counts() -> None:
    assert entries("mail;e-mail\nja;a@zone.example\n") == ["a@zone.example"]


def test_several_columns_with_addresses_are_refused_by_heading_or_number() -> None:
    text = "e-mail;mail\na@zone.example;b@zone.example\n"
    assert refused(text) == "more than one column has e-mail addresses: column “e-mail”, column “mail”"
    text = "Bib;werk\na@zone.example;b@zone.example\n"
    assert refused(text) == "more than one column has e-mail addresses: column 1, column 2"


def test_a_list_without_addresses_is_refused_unless_a_heading_says_where_they_come() -> None:
    assert refused("naam;tel\nBib;052\n") == "no column has e-mail addresses"
    assert refused("") == "no column has e-mail addresses"
    assert entries("naam;e-mail\n") == []


def test_a_title_and_empty_rows_may_stand_above_the_headings() -> None:
    text = "Ledenlijst 2025\r\n;;\r\n\r\nE-mail;Naam;Geen mail\r\na@zone.example;Bib;x\r\n;;\r\n"
    (entry,) = listed(text).entries
    assert (entry.place.line, entry.name, entry.opted_out) == (5, "Bib", True)


def test_excel_may_say_itself_what_parts_the_columns() -> None:
    (entry,) = listed("sep=,\r\nnaam,e-mail\r\nBib; balie,a@zone.example\r\n").entries
    assert (entry.place.line, entry.name) == (3, "Bib; balie")


@pytest.mark.parametrize(
    ("cell", "found"),
    [
        ("a@zone.example; b@zone.example", ["a@zone.example", "b@zone.example"]),
        ("a@zone.example, A@ZONE.example", ["a@zone.example"]),
        ("a@zone.example\nb@zone.example", ["a@zone.example", "b@zone.example"]),
        ("mailto:a@zone.example?subject=Dag", ["a@zone.example"]),
        ("\u200ba@zone.example\xa0", ["a@zone.example"]),
        ("De Bib <a@zone.example>; 'Balie, beneden' <b@zone.example>", ["a@zone.example", "b@zone.example"]),
        ("a@zone.example (balie)", ["a@zone.example"]),
        ("o'neill+elz@xn--caf-dma.example", ["o'neill+elz@xn--caf-dma.example"]),
        ("zorg@café.example", ["zorg@café.example"]),
    ],
)
def test_a_cell_holds_addresses_in_many_ways(cell: str, found: list[str]) -> None:
    quoted = cell.replace('"', '""')
    text = f'naam;e-mail\nBib;"{quoted}"\n'
    assert (entries(text), remarks(text)) == (found, [])


@pytest.mark.parametrize(
    "cell",
    [
        "bib",
        "a@zone",
        "a@@zone.example",
        "a @zone.example",
        "@zone.example",
        "a..b@zone.example",
        "a@-zone.example",
        ".",
    ],
)
def test_what_is_no_address_is_told_by_its_row(cell: str) -> None:
    text = f"e-mail;naam\ngoed@zone.example;School\n{cell};Bib\n"
    assert entries(text) == ["goed@zone.example"]
    assert remarks(text) == ["leden.csv:3: what stands in column “e-mail” is no e-mail address"]


def test_the_good_addresses_of_a_cell_are_kept_and_the_bad_part_is_told() -> None:
    text = "e-mail\na@zone.example; b@zone; c@zone.example\n"
    assert entries(text) == ["a@zone.example", "c@zone.example"]
    assert remarks(text) == ["leden.csv:2: a part of what stands in column “e-mail” is no e-mail address"]


def test_a_row_without_address_is_told_and_an_empty_row_is_not() -> None:
    text = "naam;e-mail\n\n;\nBib;\nSchool\nOCMW;a@zone.example\n"
    assert remarks(text) == [f"leden.csv:{line}: no e-mail address in column “e-mail”" for line in (4, 5)]
    assert listed(text).rows == 3


def test_rows_are_named_by_the_line_on_which_they_begin() -> None:
    text = 'naam;e-mail\n"Bib\nin Asse";a@zone.example\nSchool;b@zone.example\n'
    assert [entry.place.line for entry in listed(text).entries] == [2, 4]


@pytest.mark.parametrize(
    "heading",
    [
        *("uitschrijven", "Uitgeschreven", "opt-out", "Opt out", "geen mail", "Geen e-mails", "niet mailen"),
        *("unsubscribed", "Do not mail", "Uitschrijven (zet hier een x)", "Uitschrijfdatum", "Afgemeld"),
    ],
)
def test_a_wish_for_no_mail_is_known_by_its_heading(heading: str) -> None:
    assert out(f"e-mail;{heading}\na@zone.example;ja\nb@zone.example;\n") == [True, False]


def test_yes_and_no_are_known_in_many_words_and_another_word_is_yes() -> None:
    words = {
        True: ["ja", "JA", "x", "X ", "1", "Waar", "true", "yes"],
        False: ["", "nee", "no", "0", "Onwaar", "false"],
    }
    for meant, written in words.items():
        text = "e-mail;opt-out\n" + "".join(f"a{n}@zone.example;{word}\n" for n, word in enumerate(written))
        assert out(text) == [meant] * len(written)
        assert listed(text).doubtful == ()
    text = "e-mail;uitgeschreven\na@zone.example;3 mei 2025\n"
    assert out(text) == [True]
    assert rows(tuple(one.place for one in listed(text).doubtful)) == ["leden.csv:2"]


def test_one_of_two_columns_is_enough_to_opt_out() -> None:
    assert out("e-mail;geen mail;uitgeschreven\na@zone.example;nee;ja\nb@zone.example;nee;nee\n") == [True, False]


@pytest.mark.parametrize(
    ("headings", "cells", "name"),
    [
        ("naam", "De Bib", "De Bib"),
        ("voornaam;achternaam", "De;Bib", "De Bib"),
        ("Naam;Voornaam", "Bib;De", "De Bib"),
        ("naam;voornaam", "De Bib;De", "De Bib"),
        ("First Name;Last Name", "De;Bib", "De Bib"),
        ("naam;achternaam", "De Bib;Bib", "De Bib"),
        ("tel", "052", ""),
    ],
)
def test_a_name_is_put_together(headings: str, cells: str, name: str) -> None:
    (entry,) = listed(f"e-mail;{headings}\na@zone.example;{cells}\n").entries
    assert entry.name == name


@pytest.mark.parametrize(
    "text",
    [
        'e-mail;naam;opt-out\na@zone.example;"Bib;\nb@zone.example;School;x\n',
        'e-mail;naam;opt-out\na@zone.example;"Bib" balie;x\n',
        'e-mail;naam\na@zone.example;Bib\nb@zone.example;"School',
    ],
)
def test_a_stray_quotation_mark_refuses_the_list_for_it_may_swallow_a_wish(text: str) -> None:
    assert refused(text) in [f"line {line}: the quotation marks are not in pairs" for line in (2, 3)]


@pytest.mark.parametrize("raw", [b"PK\x03\x04 e-mail", b"\xd0\xcf\x11\xe0", b"e-mail\n\x00", b"e-mail\n\x81\xff"])
def test_other_kinds_of_files_are_refused(raw: bytes) -> None:
    assert refused(raw) == "this is no CSV file"


def test_a_list_has_a_most() -> None:
    full = "e-mail\n" + "".join(f"a{n}@zone.example\n" for n in range(MOST_ROWS))
    assert len(listed(full).entries) == MOST_ROWS
    assert refused(f"{full}b@zone.example\n") == f"there are more than {MOST_ROWS} rows"


@given(st.binary(max_size=300) | st.text('e-mail;,\t\r\n"<>@.ab x=', max_size=200).map(str.encode))
def test_reading_never_raises(raw: bytes) -> None:
    found = read("leden.csv", raw)
    assert ENGLISH(found.message) if isinstance(found, Fault) else merge([found]).lists == (found,)


# Merging


def test_an_address_is_compared_without_capitals_and_kept_as_it_stands_first() -> None:
    found = merged(a="e-mail;naam\nBib@Zone.Example;\n", b="e-mail;naam;organisatie\nbib@zone.example;Balie;Bib\n")
    (one,) = found.written
    assert (one.address, one.name, one.organisation, one.lists) == (
        "Bib@Zone.Example",
        "Balie",
        "Bib",
        ("a.csv", "b.csv"),
    )
    assert rows(one.places) == ["a.csv:2", "b.csv:2"]
    assert found.double == (one,)
    assert found.single == ()


def test_twice_on_one_list_is_double_and_on_one_list_only() -> None:
    found = merged(a="e-mail\na@zone.example\na@zone.example\nb@zone.example\n", b="e-mail\nb@zone.example\n")
    assert [rows(one.places) for one in found.double] == [["a.csv:2", "a.csv:3"], ["a.csv:4", "b.csv:2"]]
    assert [one.address for one in found.single] == ["a@zone.example"]
    assert merged(a="e-mail\na@zone.example\n").single == ()


def test_who_opted_out_on_one_list_is_opted_out_of_all() -> None:
    found = merged(a="e-mail;opt-out\nA@zone.example;\n", b="e-mail;opt-out\na@zone.example;x\nb@zone.example;\n")
    assert [one.address for one in found.written] == ["b@zone.example"]
    (one,) = found.opted_out
    assert (rows(one.places), rows(one.out)) == (["a.csv:2", "b.csv:2"], ["b.csv:2"])


def test_one_name_with_two_addresses_is_pointed_out() -> None:
    found = merged(
        a="e-mail;naam;opt-out\nthuis@zone.example;De Bib;x\nx@zone.example;School;\n",
        b="e-mail;naam\nwerk@zone.example;de bib\n",
    )
    assert [[one.address for one in group] for group in found.alike] == [["thuis@zone.example", "werk@zone.example"]]


def test_two_addresses_in_a_cell_are_pointed_out_only_when_one_of_them_opted_out() -> None:
    both = "e-mail;naam\na@zone.example; b@zone.example;Bib\n"
    both = both.replace("a@zone.example; b@zone.example", '"a@zone.example; b@zone.example"')
    assert merged(a=both).alike == ()
    found = merged(a=both, b="e-mail;opt-out\nb@zone.example;x\n")
    assert [[one.address for one in group] for group in found.alike] == [["a@zone.example", "b@zone.example"]]


LOCALS = st.sampled_from(["bib", "Bib", "ocmw", "school", "o'neill", "zorg.punt", "+elz", "-x"])
ADDRESSES = st.builds("{}@{}".format, LOCALS, st.sampled_from(["zone.example", "ZONE.example", "café.example"]))
BAD = st.sampled_from(["", "bib", "a@zone", "@", "zie website"])
CELLS = st.lists(ADDRESSES | BAD, min_size=1, max_size=3).map("; ".join)
ROWS = st.lists(
    st.tuples(st.sampled_from(["", "Bib", '=1+1;"a"', "Één"]), CELLS, st.sampled_from(["", "x", "nee", "?"]))
)


def saved(table: list[tuple[str, str, str]], delimiter: str, encoding: str) -> bytes:
    text = io.StringIO(newline="")
    csv.writer(text, delimiter=delimiter, lineterminator="\r\n").writerows([("Naam", "E-mail", "Geen mail"), *table])
    return text.getvalue().encode(encoding)


@settings(suppress_health_check=[HealthCheck.too_slow])
@given(
    st.lists(st.tuples(ROWS, st.sampled_from(";,\t"), st.sampled_from(["utf-8", "utf-8-sig", "cp1252"])), max_size=4)
)
def test_every_usable_address_is_written_or_opted_out_and_never_both(
    lists: list[tuple[list[tuple[str, str, str]], str, str]],
) -> None:
    found = merge([listed(saved(*one), f"{n}.csv") for n, one in enumerate(lists)])
    usable: dict[str, bool] = {}
    for table, _, _ in lists:
        for _, cell, word in table:
            for address in addresses(cell)[0]:
                usable[address.lower()] = usable.get(address.lower(), False) or word in ("x", "?")
    written = [one.address.lower() for one in found.written]
    opted_out = [one.address.lower() for one in found.opted_out]
    assert sorted(written + opted_out) == sorted(usable)
    assert set(opted_out) == {address for address, wish in usable.items() if wish}
    assert sum(len(one.places) for one in found.written + found.opted_out) == sum(
        len(one.entries) for one in found.lists
    )
    back = list(csv.reader(io.StringIO(recipients_csv(found.written).decode("utf-8-sig"), newline=""), delimiter=";"))
    assert [row[0].removeprefix("'").lower() for row in back[1:]] == written


# Writing


def test_the_merged_list_opens_in_excel_and_holds_no_formula() -> None:
    cells = ["=1+1", "+32", "-5", "@bib", "＝1", "Bib; balie", 'De "Bib"']
    text = io.StringIO()
    csv.writer(text, delimiter=";").writerows(
        [("e-mail", "naam", "organisatie"), *((f"a{n}@zone.example", cell, cell) for n, cell in enumerate(cells))]
    )
    raw = recipients_csv(merged(a=text.getvalue()).written)
    assert raw.startswith(b"\xef\xbb\xbfe-mail;naam;organisatie;lijsten\r\n")
    assert raw.count(b"\r\n") == raw.count(b"\n") == len(cells) + 1
    back = list(csv.reader(io.StringIO(raw.decode("utf-8-sig"), newline=""), delimiter=";"))
    shown = ["'=1+1", "'+32", "'-5", "'@bib", "'＝1", "Bib; balie", 'De "Bib"']
    assert [(row[1], row[2], row[3]) for row in back[1:]] == [(cell, cell, "a.csv") for cell in shown]


def test_a_merged_list_is_known_again_and_another_list_is_not() -> None:
    raw = recipients_csv(merged(a=LEDEN).written)
    assert is_made_here(raw)
    assert is_made_here(raw.removeprefix(b"\xef\xbb\xbf").replace(b"\r\n", b"\n").replace(b"e-mail", b'"e-mail"'))
    assert not is_made_here(LEDEN.encode())
    assert not is_made_here(b"e-mail;naam\r\na@zone.example;Bib\r\n")
    assert not is_made_here(b"")
    assert MADE[0] == "e-mail"


# The command


@pytest.fixture
def root(tmp_path: Path) -> Path:
    for folder in ("plan", "meetings", "private"):
        (tmp_path / folder).mkdir()
    (tmp_path / "meetings" / f"{MEETING}.md").write_text("---\ntitle: Overleg\n---\n", "utf-8")
    (tmp_path / "private/leden.csv").write_bytes(LEDEN.encode("cp1252"))
    (tmp_path / "private/welzijn.csv").write_bytes(WELZIJN.encode())
    return tmp_path


@pytest.fixture
def run(root: Path, capsys: pytest.CaptureFixture[str]) -> Run:
    return runner(root, capsys, "recipients")


def files(root: Path) -> dict[str, bytes]:
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in root.rglob("*") if path.is_file()}


REPORT = f"""\
Lists
  leden.csv: 2 rows, 2 addresses in column “E-mail”, opt-outs in column “Uitschrijven”
  welzijn.csv: 3 rows, 3 addresses in column “email”, no column for opting out

Would get it twice: 1
  leden.csv:2 = welzijn.csv:2

On one list only: 1
  welzijn.csv: 4

Opted out on one list, and so left out everywhere: 1
  leden.csv:3, so not welzijn.csv:3 either

2 recipients · 1 address would have got it twice · 1 opted out
{OUT}
"""


def test_lists_are_merged_into_one_that_stands_beside_them(root: Path, run: Run) -> None:
    before = files(root)
    assert run(MEETING, "private/leden.csv", "private/welzijn.csv") == (0, REPORT, "")
    after = files(root)
    assert after.pop(OUT).decode("utf-8-sig") == (
        "e-mail;naam;organisatie;lijsten\r\n"
        "Bib@Polder.example;Bib;;leden.csv, welzijn.csv\r\n"
        "school@polder.example;School;;welzijn.csv\r\n"
    )
    assert after == before


def test_a_pattern_is_understood_and_the_merged_list_is_not_read_again(root: Path, run: Run) -> None:
    assert run(MEETING, "private/*.csv") == (0, REPORT, "")
    first = files(root)
    told = f"{OUT} was made by elzctl, and is not read again.\n"
    assert run(MEETING, "private\\*.csv", "private/leden.csv") == (0, REPORT, told)
    assert files(root) == first
    code, _, err = run(MEETING, OUT)
    assert code == 2
    assert f"elzctl made {OUT} itself" in err


def test_addresses_are_shown_only_when_asked_for(run: Run) -> None:
    for asked in ((), ("--json",), ("--dry-run",)):
        code, out, err = run(MEETING, "private/*.csv", *asked)
        assert code == 0
        assert not [word for word in ("@", "polder", "Bib", "OCMW", "School") if word in out + err]
    _, out, _ = run(MEETING, "private/*.csv", "--show-addresses")
    assert "Bib@Polder.example: leden.csv:2 = welzijn.csv:2\n" in out
    assert "school@polder.example: welzijn.csv:4\n" in out
    assert "ocmw@polder.example: leden.csv:3, so not welzijn.csv:3 either\n" in out


def test_the_data_says_the_same(root: Path, run: Run) -> None:
    data = json.loads(run(MEETING, "private/leden.csv", "private/welzijn.csv", "--json")[1])
    assert (data["schema_version"], data["meeting"], data["file"], data["passed_over"]) == (1, MEETING, OUT, [])
    assert data["lists"][0] == {"file": "leden.csv", "rows": 2, "addresses": 2, "has_opt_out": True}
    places = [{"file": "leden.csv", "line": 2}, {"file": "welzijn.csv", "line": 2}]
    lists = ["leden.csv", "welzijn.csv"]
    assert data["recipients"][0] == {"address": None, "rows": places, "lists": lists, "opted_out_in": []}
    assert [one["opted_out_in"] for one in data["opted_out"]] == [[{"file": "leden.csv", "line": 3}]]
    data = json.loads(run(MEETING, "private/*.csv", "--json", "--show-addresses", "--dry-run")[1])
    assert [one["address"] for one in data["recipients"]] == ["Bib@Polder.example", "school@polder.example"]
    assert (data["file"], data["passed_over"]) == (None, [OUT])


def test_a_dry_run_writes_nothing(root: Path, run: Run) -> None:
    before = files(root)
    code, out, _ = run(MEETING, "private/*.csv", "--dry-run")
    assert (code, out) == (0, REPORT.replace(OUT, "Nothing was written."))
    assert files(root) == before


def test_unusable_rows_are_told_and_fail(root: Path, run: Run) -> None:
    (root / "private/leden.csv").write_text("naam;e-mail\nGeheim;\nBib;a@zone.example\nGeheim;geheim\n", "utf-8")
    code, out, err = run(MEETING, "private/leden.csv")
    assert (code, err) == (1, "")
    assert "  leden.csv:2: no e-mail address in column “e-mail”\n" in out
    assert "  leden.csv:4: what stands in column “e-mail” is no e-mail address\n" in out
    assert "1 recipient · 2 rows are unusable\n" in out
    assert (root / OUT).is_file()
    data = json.loads(run(MEETING, "private/leden.csv", "--json")[1])
    assert [(one["file"], one["line"]) for one in data["unusable"]] == [("leden.csv", 2), ("leden.csv", 4)]


def test_all_lists_that_cannot_be_read_are_told_and_nothing_is_written(root: Path, run: Run) -> None:
    (root / "private/a.csv").write_text("naam\nGeheim\n", "utf-8")
    (root / "private/b.csv").write_text('e-mail;naam\ngeheim@zone.example;"Geheim\n', "utf-8")
    before = files(root)
    code, out, err = run(MEETING, "private/*.csv")
    assert (code, out) == (2, "")
    assert "private/a.csv: no column has e-mail addresses" in err
    assert "private/b.csv: line 2: the quotation marks are not in pairs" in err
    assert files(root) == before


HOSTILE = (
    "Geheim geheim@zone.example;Geheim\n\x1b[31mGeheim;geheim@zone\n",
    "Geheim;werk\ngeheim@zone.example;geheim@thuis.example\n",
    'naam;e-mail\nGeheim;"geheim@zone.example\nGeheim;x\n',
    "Geheim\n=geheim@\n",
    "uitschrijven Geheim;e-mail\nGeheim;geheim@zone.example\n",
    "Geheim;Geheim;e-mail;e-mail\n1;2;geheim@zone.example;geheim@zone.example\n",
    "Geheim\x00;e-mail\n",
    "e-mail\n" + "geheim@" * 30_000,
)


@pytest.mark.parametrize("text", HOSTILE)
def test_nothing_of_a_list_is_in_what_is_said(root: Path, run: Run, text: str) -> None:
    (root / "private/leden.csv").write_text(text, "utf-8")
    for asked in ((), ("--json",)):
        code, out, err = run("--debug", MEETING, "private/leden.csv", *asked)
        assert (code == 2) == (out == "")
        assert (code == 2) == err.startswith("error: ")
        assert "geheim" not in (out + err).lower()
        assert "\x1b" not in out + err


@pytest.mark.parametrize(
    ("path", "why"),
    [
        ("private/geen.csv", "There is no file private/geen.csv"),
        ("private/geen*.csv", "There is no file private/geen*.csv"),
        ("private", "private is no file"),
        ("private/map", "private/map is no file"),
        ("private/../private/leden.csv", "“..” cannot stand in the path"),
        ("..\\private\\leden.csv", "“..” cannot stand in the path"),
        (f"meetings/{MEETING}.md", "is not in the folder private/ of this plan"),
        ("/etc/hostname", "/etc/hostname"),
        ("private/link.csv", "private/link.csv is a link"),
        ("private/elders/leden.csv", "private/elders/leden.csv is a link, or lies behind one"),
        ("private/pijp.csv", "private/pijp.csv is no file"),
        ("private/groot.csv", "private/groot.csv is larger than 5 MB"),
    ],
)
def test_only_real_files_in_the_private_folder_are_read(root: Path, run: Run, path: str, why: str) -> None:
    (root / "private/map").mkdir()
    (root / "elders").mkdir()
    (root / "elders/leden.csv").write_text(LEDEN, "utf-8")
    (root / "private/link.csv").symlink_to(root / "elders/leden.csv")
    (root / "private/elders").symlink_to(root / "elders")
    os.mkfifo(root / "private/pijp.csv")
    (root / "private/groot.csv").write_bytes(b" " * (MOST_BYTES + 1))
    code, out, err = run(MEETING, "private/leden.csv", path)
    assert (code, out) == (2, "")
    assert why in err
    assert not (root / OUT).exists()


def test_a_private_folder_that_is_a_link_is_refused(root: Path, run: Run) -> None:
    (root / "private").rename(root / "elders")
    (root / "private").symlink_to(root / "elders")
    code, _, err = run(MEETING, "private/leden.csv")
    assert code == 2
    assert "private/leden.csv is a link, or lies behind one" in err


def test_lists_in_a_folder_of_their_own_and_full_paths_are_read(root: Path, run: Run) -> None:
    (root / "private/oud [1]").mkdir()
    (root / "private/welzijn.csv").rename(root / "private/oud [1]/welzijn.csv")
    code, out, _ = run(MEETING, str(root / "private/leden.csv"), "private/oud [1]/welzijn.csv")
    assert code == 0
    assert "leden.csv:2 = oud [1]/welzijn.csv:2\n" in out


def test_the_meeting_has_to_be_there_and_near_ones_are_named(root: Path, run: Run) -> None:
    assert run(f"meetings/{MEETING}.md", "private/leden.csv")[0] == 0
    for name in ("clusteroverleg", "2025-10-08-clusteroverleg-welzijn", "zzz"):
        code, out, err = run(name, "private/leden.csv")
        assert (code, out) == (2, "")
        assert f"There is no meeting “{name}”" in err
        assert f"Did you mean “{MEETING}”?" in err
    (root / "meetings" / f"{MEETING}.md").unlink()
    assert "There are no meetings yet" in run(MEETING, "private/leden.csv")[2]


def test_another_name_for_the_merged_list(root: Path, run: Run) -> None:
    for name in ("Wie krijgt het (nu).csv", "private/lijst.csv"):
        code, out, _ = run(MEETING, "private/leden.csv", "--out", name)
        path = f"private/{name.removeprefix('private/')}"
        assert (code, out.splitlines()[-1]) == (0, path)
        assert (root / path).is_file()
    before = files(root)
    for name in (
        "../lijst.csv",
        "/lijst.csv",
        "map/lijst.csv",
        "lijst.md",
        ".lijst.csv",
        ".csv",
        "private/../plan/x.csv",
    ):
        code, _, err = run(MEETING, "private/leden.csv", "--out", name)
        assert code == 2
        assert "is no name for a CSV file" in err
    assert files(root) == before


def test_only_a_list_that_elzctl_made_is_replaced_unless_forced(root: Path, run: Run) -> None:
    (root / OUT).write_text("e-mail;naam;organisatie;lijsten\r\noud@zone.example;;;\r\n", "utf-8")
    assert run(MEETING, "private/leden.csv")[0] == 0
    assert b"oud@" not in (root / OUT).read_bytes()
    (root / OUT).write_text("e-mail;naam\r\noud@zone.example;\r\n", "utf-8")
    code, _, err = run(MEETING, "private/leden.csv")
    assert code == 2
    assert f"{OUT} exists already, and elzctl did not make it" in err
    assert b"oud@" in (root / OUT).read_bytes()
    assert run(MEETING, "private/leden.csv", "--force")[0] == 0
    assert is_made_here((root / OUT).read_bytes())


def test_a_list_that_is_read_is_never_overwritten(root: Path, run: Run) -> None:
    code, _, err = run(MEETING, "private/leden.csv", "--out", "leden.csv", "--force")
    assert code == 2
    assert "private/leden.csv is one of the lists, and is not overwritten" in err
    assert (root / "private/leden.csv").read_bytes() == LEDEN.encode()


def test_a_link_in_the_place_of_the_merged_list_is_refused(root: Path, run: Run) -> None:
    (root / "elders.csv").write_text("blijft", "utf-8")
    (root / OUT).symlink_to(root / "elders.csv")
    assert run(MEETING, "private/leden.csv", "--force")[0] == 2
    assert (root / "elders.csv").read_text("utf-8") == "blijft"


def test_the_real_program_works_from_the_private_folder_and_in_a_narrow_window(root: Path) -> None:
    result = elzctl("--lang", "en", "recipients", MEETING, "*.csv", cwd=root / "private")
    assert (result.returncode, result.stdout, result.stderr) == (0, REPORT, "")
    shown = in_a_window(40, "--lang", "en", "-C", str(root), "recipients", MEETING, "private/leden.csv")
    assert "  leden.csv: 2 rows, 2 addresses in\n" in shown
    assert max(map(len, shown.splitlines()[:-1])) < 40


def test_a_full_list_is_merged_in_seconds(root: Path, run: Run) -> None:
    text = "naam;e-mail;uitschrijven\n" + "".join(f"Bib {n};bib{n}@zone.example;nee\n" for n in range(MOST_ROWS))
    for name in ("leden", "welzijn"):
        (root / f"private/{name}.csv").write_text(text, "utf-8")
    code, out, _ = run(MEETING, "private/*.csv")
    assert code == 0
    assert f"{MOST_ROWS} recipients · {MOST_ROWS} addresses would have got it twice\n" in out


def test_the_report_is_one_line_a_record_in_a_pipe(run: Run, root: Path) -> None:
    text = "e-mail\n" + "".join(f"bib{n}@zone.example\n" for n in range(400))
    (root / "private/leden.csv").write_text(text.replace("bib7@", "bib6@"), "utf-8")
    _, out, _ = run(MEETING, "private/*.csv")
    assert "  leden.csv: 2-401\n  welzijn.csv: 2-4\n" in out
    assert "  leden.csv:8 = leden.csv:9\n" in out
