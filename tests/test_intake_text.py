"""Plain text, Markdown and pages of HTML → blocks: lines that were cut are whole again, and nothing else is joined."""

from __future__ import annotations

import os
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from small_plans import ROOT

from elzctl.intake.paper import Cell, Make, Paper, Unfit
from elzctl.intake.readers.read import read
from elzctl.wording import Language

ENGLISH = Language("en")


def paper(text: str, name: str = "verslag.txt") -> Paper:
    return read(name, text.encode())


def texts(text: str, name: str = "verslag.txt") -> list[str]:
    return [block.text for block in paper(text, name).blocks]


def refused(name: str, data: bytes, encoding: str | None = None) -> tuple[str, str]:
    with pytest.raises(Unfit) as caught:
        read(name, data, encoding)
    return ENGLISH(caught.value.message), ENGLISH(caught.value.hint) if caught.value.hint else ""


CUT = """\
Waarom?

De zorgraad stelt vast dat heel wat bewoners de weg naar de zorg niet vinden en dat ook
de partners elkaar te weinig kennen. Daarom maken we samen een overzicht van het aanbod
in de zes gemeenten.
Een tweede alinea zonder wit ertussen, die ook over meer dan een regel loopt en daarna
ophoudt.
• Een eerste punt dat zo lang is dat het over twee regels van het blad is gezet, met een
vervolg
• Kort punt
- onder punt
• Laatste punt
"""


def test_lines_that_were_cut_by_their_width_are_paragraphs_again() -> None:
    assert texts(CUT) == [
        "Waarom?",
        "De zorgraad stelt vast dat heel wat bewoners de weg naar de zorg niet vinden en dat ook de partners elkaar te weinig"
        " kennen. Daarom maken we samen een overzicht van het aanbod in de zes gemeenten.",
        "Een tweede alinea zonder wit ertussen, die ook over meer dan een regel loopt en daarna ophoudt.",
        "Een eerste punt dat zo lang is dat het over twee regels van het blad is gezet, met een vervolg",
        "Kort punt",
        "onder punt",
        "Laatste punt",
    ]
    assert [(block.marker, block.depth) for block in paper(CUT).blocks[3:]] == [("•", 1), ("•", 1), ("-", 2), ("•", 1)]


def test_a_paragraph_a_line_stays_so() -> None:
    long = "Een alinea die iemand op één regel typte en die dus heel lang is, " * 4
    assert texts(f"{long.strip()}\nNog een alinea.\n{long.strip()}\n") == [
        long.strip(),
        "Nog een alinea.",
        long.strip(),
    ]


def test_short_lines_of_people_are_not_joined() -> None:
    lines = ["Aanwezig: CAW, CM, OCMW", "Verontschuldigd: LM", "huisartsen", "apothekers", "thuisverpleging"]
    assert texts("\n".join(lines)) == lines


def test_labels_under_each_other_stay_apart_however_long() -> None:
    text = CUT + (
        "\nAanwezig: Thuisverpleging Rivierland, Kinesistenkring Oever, woonzorgcentrum De Wilg en Lokaal Dienstencentrum\n"
        "Verontschuldigd: Ergotherapie Oost\n"
    )
    assert texts(text)[-1] == "Verontschuldigd: Ergotherapie Oost"


@pytest.mark.parametrize(
    ("cut", "whole"),
    [
        ("de samen-\nwerking tussen", "de samenwerking tussen"),
        ("alle zorg-\nen welzijnsactoren", "alle zorg- en welzijnsactoren"),
        ("een LEIF-\nantenne in", "een LEIF-antenne in"),
        ("het regio-\noverleg van", "het regio-overleg van"),
        ("in Vlaams-\nBrabant wonen", "in Vlaams-Brabant wonen"),
        ("het een-op-\neencontact met", "het een-op-eencontact met"),
    ],
)
def test_words_that_were_cut_are_whole_again(cut: str, whole: str) -> None:
    filler = "Deze zin vult de regel tot aan de rand van het blad, zodat hij daar wordt afgebroken en"
    first, second = cut.split("\n")
    line = f"{filler[: 87 - len(first)]} {first}"
    text = f"{CUT}\n{line}\n{second} de anderen.\n"
    assert whole in " ".join(texts(text))


def test_a_heading_that_stands_before_its_first_item_is_one_of_its_own() -> None:
    made = paper("Hoe? • Eerst overleggen\n• Dan doen\n").blocks
    assert [(block.text, block.marker) for block in made] == [
        ("Hoe?", ""),
        ("Eerst overleggen", "•"),
        ("Dan doen", "•"),
    ]
    assert made[0].lines == made[1].lines == (0,)


def test_a_page_that_glued_its_first_line_to_the_one_before_is_seen() -> None:
    text = CUT.replace("\nEen tweede", "\n Een tweede")
    assert texts(text) == texts(CUT)
    assert paper(text).blocks[2].gap


def test_check_boxes_are_read_in_all_their_forms() -> None:
    made = paper("☒ Procesevaluatie\n☐ Output\n[x] gedaan\n- [ ] te doen\n\uf0fe Wingdings\n").blocks
    assert [(block.check, block.text) for block in made] == [
        (True, "Procesevaluatie"),
        (False, "Output"),
        (True, "gedaan"),
        (False, "te doen"),
        (True, "Wingdings"),
    ]


def test_lines_of_a_table_of_contents_are_told_by_their_dots() -> None:
    made = paper(
        "1.1.1 Bewegen op verwijzing ............................ 5\n1.1.2 Wandelen . . . . . . . 7\n1.1.2 Wandelen\n"
    ).blocks
    assert [block.style for block in made] == ["toc 1", "toc 1", ""]


def test_numbers_of_several_levels_stay_in_the_text() -> None:
    made = paper("1.1.2. Bewegen\n1. Opvolging\n2) Varia\n").blocks
    assert [(block.marker, block.text) for block in made] == [
        ("", "1.1.2. Bewegen"),
        ("1.", "Opvolging"),
        ("2)", "Varia"),
    ]
    assert made[1].whole == "1. Opvolging"


PAGES = "\f".join(
    f"ELZ Voorbeeld – Actieplan\n\nTekst van blad {n}, anders dan de rest: {'x' * n}.\n\nPagina {n} van 4\n"
    for n in range(1, 5)
)


def test_heads_feet_and_page_numbers_are_running_lines() -> None:
    made = paper(PAGES)
    assert [line.text for line in made.lines if line.running] == [
        text for n in range(1, 5) for text in ("ELZ Voorbeeld – Actieplan", f"Pagina {n} van 4")
    ]
    assert (made.pages, len(made.blocks)) == (4, 4)
    assert [(line.page, line.number) for line in made.lines if "blad 3" in line.text] == [(3, 3)]


def test_page_numbers_that_count_up_are_running_without_pages_too() -> None:
    text = "\n".join(
        f"Tekst van blad {n} die verder niets herhaalt {'y' * n}.\n\nPagina {n}\nELZ Voorbeeld\n" for n in range(1, 4)
    )
    assert texts(text) == [f"Tekst van blad {n} die verder niets herhaalt {'y' * n}." for n in range(1, 4)]


def test_a_letter_before_a_page_number_makes_no_item_of_it() -> None:
    made = paper("\f".join(f"Tekst van blad {n}: {'x' * n}.\n\np. {n}\n" for n in range(1, 3)))
    assert [line.text for line in made.lines if line.running] == ["p. 1", "p. 2"]


def test_headings_that_count_up_are_no_page_numbers() -> None:
    text = "\n".join(f"Actiefiche {n}\n\nWaarom?\n\nDaarom {n}.\n" for n in range(1, 6))
    assert [line.text for line in paper(text).lines if line.running] == []


# Encodings and kinds


def test_windows_1252_is_read_with_a_remark() -> None:
    made = read("x.txt", "Café één – “zorg” €".encode("cp1252"))
    assert [block.text for block in made.blocks] == ["Café één – “zorg” €"]
    assert len(made.remarks) == 1
    assert "Windows-1252" in ENGLISH(made.remarks[0])


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
def test_marks_of_encodings_are_followed(encoding: str) -> None:
    made = read("x.txt", "één\r\ntwee\r\n".encode(encoding))
    assert ([block.text for block in made.blocks], made.remarks) == (["één", "twee"], ())


def test_an_encoding_that_was_asked_is_used_or_refused() -> None:
    assert read("x.txt", "één".encode("cp437"), "cp437").blocks[0].text == "één"
    assert "encoding" in refused("x.txt", b"x", "klinkklaar")[0]
    assert "utf-8" in refused("x.txt", b"\xff\xfe\xff", "utf-8")[0]


def test_what_is_no_text_is_refused() -> None:
    assert "not a text" in refused("x.txt", bytes(range(256)) * 4)[0]
    assert "transcript" in refused("x.vtt", b"WEBVTT\n\n00:00.000 --> 00:01.000\nHallo\n")[0]
    assert "e-mail" in refused("x.eml", b"Received: x\nMIME-Version: 1.0\nSubject: x\n\nHallo")[0]


def test_the_head_of_a_mail_is_kept_and_told() -> None:
    made = paper("Van: a@voorbeeld.be\nAan: b@voorbeeld.be\nOnderwerp: verslag\n\nDag allen\n")
    assert [block.text for block in made.blocks][-1] == "Dag allen"
    assert "e-mail" in ENGLISH(made.remarks[0])


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "empty"),
        (b"\n \t\n", "empty"),
        (b"\xef\xbb\xbf", "empty"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1xx", "old Word"),
        (b"{\\rtf1 hallo}", "Rich Text"),
        (b"\x89PNG\r\n\x1a\n", "picture"),
        (b"MZ\x90\x00", "program"),
    ],
)
def test_other_kinds_are_told_by_their_bytes_whatever_they_are_called(data: bytes, words: str) -> None:
    for name in ("x.docx", "x.txt", "x.pdf"):
        assert words in refused(name, data)[0]


def test_a_file_that_is_too_large_is_told() -> None:
    assert "MiB" in refused("x.txt", b"x" * (21 << 20))[0]
    assert "lines" in refused("x.txt", b"a\n" * 100_001)[0]


@given(st.binary(max_size=400), st.sampled_from(["x.txt", "x.md", "x.html", "x.docx", "x.pdf"]))
@example(b"PK\x03\x04", "x.docx")
@example(b"%PDF-1.7", "x.pdf")
@example(b"<html><p", "x.html")
@example(b"---\n---\n", "x.md")
def test_any_bytes_are_read_or_refused(data: bytes, name: str) -> None:
    try:
        made = read(name, data)
    except Unfit:
        return
    assert made.blocks
    assert all(0 <= line < len(made.lines) for block in made.blocks for line in block.lines)


WORDS = st.text(alphabet="abc DEF.,:;-•☒[]()#*1é\n\t\f", max_size=300).filter(lambda text: bool(text.strip()))


@given(WORDS)
def test_no_letter_of_a_text_is_lost(text: str) -> None:
    try:
        made = paper(text)
    except Unfit:
        return
    kept = "".join(block.whole for block in made.blocks) + "".join(line.text for line in made.lines if line.running)
    for letter in "abcDEFé1":
        assert kept.count(letter) == text.count(letter)


# Markdown


MARKDOWN = """\
---
title: x
---
# Verslag

Een **vette** zin met [een link](https://voorbeeld.be)
op twee regels.
BESLUIT: ja

- [ ] punt @cm
  1. onder
- twee

| Wie | Wat |
| --- | --- |
| CM | komt |

> citaat
"""


def test_markdown_is_read_by_its_marks() -> None:
    made = paper(MARKDOWN, "x.md")
    assert made.title == "Verslag"
    assert [(one.style, one.level, one.depth, one.marker, one.check, one.text) for one in made.blocks] == [
        ("front matter", 0, 0, "", None, "title: x"),
        ("heading 1", 1, 0, "", None, "Verslag"),
        ("", 0, 0, "", None, "Een vette zin met een link op twee regels."),
        ("", 0, 0, "", None, "BESLUIT: ja"),
        ("", 0, 1, "-", False, "punt @cm"),
        ("", 0, 2, "1.", None, "onder"),
        ("", 0, 1, "-", None, "twee"),
        ("", 0, 0, "", None, "Wie"),
        ("", 0, 0, "", None, "Wat"),
        ("", 0, 0, "", None, "CM"),
        ("", 0, 0, "", None, "komt"),
        ("quote", 0, 0, "", None, "citaat"),
    ]
    zin = made.blocks[2]
    assert [(zin.text[one.start : one.end], one.strong, one.link) for one in zin.spans] == [
        ("vette", True, ""),
        ("een link", False, "https://voorbeeld.be"),
    ]
    assert zin.lines == (5, 6)
    assert made.blocks[3].lines == (7,)
    assert made.blocks[9].cell == Cell(1, 2, 1)


def test_what_is_internal_in_markdown_is_not_taken_along() -> None:
    made = paper("Openbaar.\n\n::: intern\nGeheim.\n:::\n\nVerder.\n", "x.md")
    assert [block.text for block in made.blocks] == ["Openbaar.", "Verder."]
    assert len(made.remarks) == 1


def test_an_internal_edition_is_refused() -> None:
    assert "internal" in refused("x.txt", b"Verslag\n\nInterne uitgave: niet publiceren of doorgeven.\n\nGeheim\n")[0]


# Pages of HTML


def html(body: str) -> Paper:
    return read(
        "x.html", f"<!doctype html><html lang='nl'><head><title>Plan</title></head><body>{body}</body></html>".encode()
    )


def shown(body: str) -> list[tuple[str, str, int]]:
    return [(block.text, block.marker, block.depth) for block in html(body).blocks]


def test_a_page_is_read_by_its_elements() -> None:
    made = html(
        "<h1>Actieplan</h1><h2 id='d1'>Doel</h2><p>Een <b>vet</b> woord<br>op de lijn</p><ol><li>een<ul><li>sub</ul><li>twee</ol>"
    )
    assert (made.make, made.title, made.language) == (Make.HTML, "Plan", "nl")
    assert [(one.text, one.style, one.level, one.marker, one.depth, one.anchor) for one in made.blocks] == [
        ("Actieplan", "title", 0, "", 0, ""),
        ("Doel", "heading 2", 2, "", 0, "d1"),
        ("Een vet woord", "", 0, "", 0, ""),
        ("op de lijn", "", 0, "", 0, ""),
        ("een", "", 0, "1.", 1, ""),
        ("sub", "", 0, "•", 2, ""),
        ("twee", "", 0, "2.", 1, ""),
    ]


def test_cells_that_reach_over_rows_and_columns_are_counted_in() -> None:
    made = html("<table><tr><th rowspan=2>a<th colspan=2>b<th>c<tr><td>d<td>e<td>f</table>").blocks
    assert [(one.text, one.cell) for one in made] == [
        ("a", Cell(1, 1, 1)),
        ("b", Cell(1, 1, 2)),
        ("c", Cell(1, 1, 4)),
        ("d", Cell(1, 2, 2)),
        ("e", Cell(1, 2, 3)),
        ("f", Cell(1, 2, 4)),
    ]


def test_what_a_reader_of_the_page_does_not_see_is_not_read() -> None:
    body = "<script>x()</script><style>p{}</style><p hidden>weg</p><template>ook</template><del>geschrapt</del><p>te zien<!-- niet --></p>"
    assert shown(body) == [("te zien", "", 0)]


def test_navigation_is_running_and_boxes_are_read() -> None:
    made = html("<nav><a href='#a'>Inhoud</a></nav><p><input type=checkbox checked> ja</p><p>☐ nee</p>")
    assert [line.text for line in made.lines if line.running] == ["Inhoud"]
    assert [(one.check, one.text) for one in made.blocks] == [(True, "ja"), (False, "nee")]


def test_pages_without_end_are_refused() -> None:
    for data in (b"<html>" + b"<b>" * 100_000, b"<html>" + b"<![CDATA[" * 100_000, b"<html><p>x" + b"<a " * 200_000):
        assert refused("x.html", data)[0]


# The seeds, when they are there

SEEDS = Path(__file__).parents[2] / "shared" / "seeds"


def seed(number: str) -> Paper:
    found = next(SEEDS.glob(f"{number}_*.txt"), None) if SEEDS.is_dir() else None
    if found is None:
        pytest.skip("the seeds are not beside this repository")
    return read(found.name, found.read_bytes())


def test_the_plan_is_read_whole() -> None:
    made = seed("003")
    assert (
        sum(block.text.startswith(("Strategische doelstelling", "Operationele doelstelling")) for block in made.blocks)
        == 20
    )
    assert sum(block.check is True for block in made.blocks) + sum(block.check is False for block in made.blocks) == 62
    held = {line for block in made.blocks for line in block.lines}
    assert [line.text for place, line in enumerate(made.lines) if line.text.strip() and place not in held] == []
    small = [block for block in made.blocks if block.text[:1].islower() and not block.marker]
    assert small == []


def test_the_minutes_are_read_whole() -> None:
    made = seed("000")
    numbered = [block.text for block in made.blocks if block.marker[:1].isdigit()]
    assert len(numbered) == 5
    assert [one for one in made.blocks if one.text[:1].islower() and not one.marker and "://" not in one.text] == []


def test_a_reader_that_is_not_installed_says_how_to_install_it(tmp_path: Path) -> None:
    program = (
        "import sys; sys.modules['pypdfium2'] = None\n"
        "from elzctl.intake.readers.read import read; from elzctl.intake.paper import Unfit; from elzctl.wording import Language\n"
        "try: read('x.pdf', b'%PDF-1.7 x')\n"
        "except Unfit as unfit: print(Language('en')(unfit.hint))"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, env=os.environ, cwd=tmp_path, check=True
    )
    extra = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["optional-dependencies"]["import"]
    needed = " ".join(one.partition(">")[0] for one in extra)
    assert done.stdout == f"Install it with: pipx inject elzctl {needed} or python -m pip install {needed}\n"


def test_reading_a_text_imports_no_library(tmp_path: Path) -> None:
    program = (
        "import sys; from elzctl.intake.readers.read import read; read('x.txt', b'hallo');"
        "print([name for name in ('mammoth', 'pypdfium2', 'lxml', 'markdown_it', 'html.parser') if name in sys.modules])"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, env=os.environ, cwd=tmp_path, check=True
    )
    assert done.stdout == "[]\n"
