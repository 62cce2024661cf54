"""Files that do something as soon as somebody opens them are not published; links that wait for a click are."""

from __future__ import annotations

import io
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import openpyxl
import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, ObjectStreamMode
from test_attached_folders import led
from test_attached_inside import packed, refused, seen

from elzctl.attachments.acts import check_cells, check_part
from elzctl.tree import Unreadable

FETCHES = "fetches something from elsewhere when somebody opens it"
FIELD = "holds a field that fetches something or starts a program"
FORMULA = "holds a formula that fetches something or starts a program"
TAKES = "takes numbers from another program or another computer"
CELL = "has a cell that programs for tables carry out as a formula"
RUNS = "does something by itself when somebody opens it, or runs a program"


def field(*codes: str) -> str:
    pieces = "".join(f"<w:r><w:instrText>{code}</w:instrText></w:r>" for code in codes)
    marks = [f'<w:r><w:fldChar w:fldCharType="{mark}"/></w:r>' for mark in ("begin", "separate", "end")]
    return f"<w:p>{marks[0]}{pieces}{marks[1]}<w:r><w:t>Tekst</w:t></w:r>{marks[2]}</w:p>"


def book(formula: str) -> bytes:
    made, data = openpyxl.Workbook(), io.BytesIO()
    assert made.active is not None
    made.active["A1"] = formula
    made.save(data)
    return data.getvalue()


@pytest.mark.parametrize(
    ("part", "text", "told"),
    [
        ("word/_rels/document.xml.rels", led("image", "https://volgt.example/p.png"), FETCHES),
        ("word/_rels/document.xml.rels", led("oleObject", "mhtml:https://volgt.example/p"), FETCHES),
        ("word/_rels/webSettings.xml.rels", led("frame", "//volgt.example/p"), FETCHES),
        ("word__document_xml", field("DDEAUTO c:\\\\x &quot;/k calc&quot;"), FIELD),
        ("word__document_xml", field(" DD", "E Excel blad"), FIELD),
        ("word/header1.xml", field(' INCLUDEPICTURE "https://volgt.example/p.png" \\d'), FIELD),
        ("word__document_xml", field('INCLUDETEXT "\\\\\\\\server\\\\map\\\\a.docx"'), FIELD),
        ("word__document_xml", '<w:fldSimple w:instr="DDE x y"/>', FIELD),
        ("xl/externalLinks/externalLink1.xml", "<x><ddeLink ddeService='cmd'/></x>", TAKES),
        ("xl/connections.xml", '<connection xmlns="http://x" connection="Server=s;"/>', TAKES),
        ("xl/connections.xml", '<connection refreshOnLoad="1"/>', TAKES),
        ("xl/workbook.xml", "<definedName name='a'>_xlfn.WEBSERVICE(&quot;https://x&quot;)</definedName>", FORMULA),
        ("xl/macrosheets/sheet1.xml", "<x/>", "holds a program (macros)"),
        ("content.xml", '<draw:image xlink:href="https://volgt.example/p.png"/>', FETCHES),
        ("content.xml", '<text:dde-connection text:connection-name="a"/>', FETCHES),
        ("content.xml", '<script:event-listener script:event-name="dom:load"/>', "holds a program (macros)"),
    ],
)
def test_a_document_that_acts_when_it_is_opened_is_refused(part: str, text: str, told: str, tmp_path: Path) -> None:
    assert refused(tmp_path, "a.docx", packed(**{part: text})).startswith(told)


@pytest.mark.parametrize(
    ("part", "text"),
    [
        ("word/_rels/document.xml.rels", led("hyperlink", "https://www.voorbeeld.be/")),
        ("ppt/slides/_rels/slide1.xml.rels", led("video", "https://www.voorbeeld.be/film")),
        ("word/_rels/document.xml.rels", led("image", "media/image1.png", "")),
        ("word__document_xml", field(' HYPERLINK "https://www.voorbeeld.be/" \\h')),
        ("word__document_xml", field(' INCLUDEPICTURE "cid:image001.png" \\* MERGEFORMATINET')),
        ("word__document_xml", field(' TOC \\o "1-3" \\h') + '<w:p>DDE en INCLUDETEXT "https://x"</w:p>'),
        (
            "xl/connections.xml",
            '<connection xmlns:a="http://x" a:uid="{1}" connection="Data Source=$Workbook$;Location=T"/>',
        ),
        ("content.xml", '<text:a xlink:href="https://www.voorbeeld.be/"/><draw:image xlink:href="Pictures/a.png"/>'),
    ],
)
def test_a_link_that_waits_for_a_click_goes_out(part: str, text: str, tmp_path: Path) -> None:
    seen(tmp_path, "a.docx", packed(**{part: text}))


@pytest.mark.parametrize(
    "formula", ["=cmd|' /C calc'!A0", '=_xlfn.WEBSERVICE("https://x/"&A2)', '=SUM(A2)+IMAGE("https://x/p.png")']
)
def test_a_formula_that_acts_is_refused(formula: str, tmp_path: Path) -> None:
    assert refused(tmp_path, "a.xlsx", book(formula)).startswith(FORMULA)


@pytest.mark.parametrize("formula", ["='A|B'!A1", '=A2&"a|b!"', '=HYPERLINK("#Sheet!A1","terug")', "=SUM(A2:A9)"])
def test_an_ordinary_formula_goes_out(formula: str, tmp_path: Path) -> None:
    seen(tmp_path, "a.xlsx", book(formula))


@pytest.mark.parametrize(
    ("text", "cell", "line"),
    [
        ('=HYPERLINK("http://x","y");1\n', '=HYPERLINK("http://x","y")', 1),
        ("wat;hoe\nx;+cmd|' /C calc'!A0\n", "+cmd|' /C calc'!A0", 2),
        ("a,-2+hyperlink(1)\n", "-2+hyperlink(1)", 1),
        ("a\t@WEBSERVICE(1)\n", "@WEBSERVICE(1)", 1),
        ('a,"=1+1"\n', "=1+1", 1),
        ("a;\t=A1\n", "=A1", 1),
        ("a;@SUM(1+9)*A1\n", "@SUM(1+9)*A1", 1),
        ("a;+som(A1:A9)\n", "+som(A1:A9)", 1),
        ("a\n-1+VANDAAG()\n", "-1+VANDAAG()", 2),
        ("a;- ALS(B2>3)\n", "- ALS(B2>3)", 1),
        ("a;-CELINFO(B2)\n", "-CELINFO(B2)", 1),
        ("a;＝1+1\n", "＝1+1", 1),
        ("a;b\n =1+1;x\n", "=1+1", 2),
        ("a;\xa0 \t=A1\n", "=A1", 1),
        ('a;""=1+1\n', "=1+1", 1),
        ('a;" =1+1"\n', "=1+1", 1),
        ("a; +som(A1:A9)\n", "+som(A1:A9)", 1),
        ("sep=|\na|=1+1\n", "=1+1", 2),
        ("SEP=^\nnaam^x\nx^=cmd\n", "=cmd", 3),
        ('"sep=:"\nnaam:=1+1\n', "=1+1", 2),
    ],
)
def test_a_cell_that_is_a_formula_is_refused_with_its_place(text: str, cell: str, line: int, tmp_path: Path) -> None:
    told = refused(tmp_path, "a.csv", text.encode())
    assert told == f"{CELL} (“{cell}” on line {line}); write its outcome there, or a word before it"
    seen(tmp_path, "a.txt", text.encode())


@pytest.mark.parametrize(
    "text",
    [
        "wat;hoe\n- punt (een);-5\n-;+3%\n=====;=>x\n;-€ 5\n",
        "x;-deelnemer(s);+/- 20;@welzijnspartners\n",
        'wie,wat\n"- eerste\n- tweede (zie a|b)",+\n',
        "som = 5; dus\n",
        "sep=;\nwie;wat\nkoffie; 5\n",
        "sep=|\nwie|wat = wat\n",
        "wie|=1+1 in het midden\n",
        "x;- OCMW(Zele);-student(en);+ partner(s);- zorg (2025);-12,5;+32 52 12 34 56;-(5)\n",
        "x;- max(imum);+ lokaal(B12);- CAW(2024);- de som (3 + 4);@kring(en);- index(cijfers)\n",
        "- werkgroep(2)\n+ min. 3 (of meer)\n-/-\n- 3 x (elk jaar)\n",
    ],
)
def test_signs_before_words_and_numbers_make_no_formula(text: str, tmp_path: Path) -> None:
    seen(tmp_path, "a.csv", text.encode())


def opened(act: Callable[[pikepdf.Pdf], pikepdf.Object], place: str, mode: ObjectStreamMode, *, apart: bool) -> bytes:
    """A PDF with a link on its page, that does something when it, or that page, is opened."""
    file, data = pikepdf.new(), io.BytesIO()
    page = file.add_blank_page(page_size=(300, 300))
    link = Dictionary(S=Name.URI, URI="https://www.voorbeeld.be/")
    page.Annots = Array([file.make_indirect(Dictionary(Type=Name.Annot, Subtype=Name.Link, Rect=[0, 0, 9, 9], A=link))])
    action = file.make_indirect(act(file)) if apart else act(file)
    if place == "page":
        page.AA = Dictionary(O=action)
    elif place == "after":
        file.Root.OpenAction = Dictionary(S=Name.Named, N=Name.FirstPage, Next=action)
    else:
        file.Root.OpenAction = action
    file.save(data, object_stream_mode=mode, deterministic_id=True)
    return data.getvalue()


MODES = [ObjectStreamMode.disable, ObjectStreamMode.generate]
ACTS: dict[str, Callable[[pikepdf.Pdf], pikepdf.Object]] = {
    "JavaScript": lambda _: Dictionary(S=Name.JavaScript, JS="app.alert(1)"),
    "Launch": lambda _: Dictionary(S=Name.Launch, F="cmd.exe"),
    "URI": lambda _: Dictionary(S=Name.URI, URI="https://volgt.example/"),
    "SubmitForm": lambda _: Dictionary(S=Name.SubmitForm, F="https://volgt.example/"),
}
WAITS: dict[str, Callable[[pikepdf.Pdf], pikepdf.Object]] = {
    "dictionary": lambda file: Dictionary(S=Name.GoTo, D=Array([file.pages[0].obj, Name.Fit])),
    "array": lambda file: Array([file.pages[0].obj, Name.XYZ, 0, 0, 0]),
}


@pytest.mark.parametrize("what", ACTS)
@pytest.mark.parametrize("place", ["document", "page", "after"])
@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("apart", [True, False])
def test_a_pdf_that_acts_when_it_is_opened_is_refused(
    what: str, place: str, mode: ObjectStreamMode, *, apart: bool, tmp_path: Path
) -> None:
    told = refused(tmp_path, "a.pdf", opened(ACTS[what], place, mode, apart=apart))
    assert told == f"{RUNS} ({what}); print it to a new PDF, and take that"


@pytest.mark.parametrize("how", WAITS)
@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("apart", [True, False])
def test_a_pdf_that_opens_on_a_page_goes_out(how: str, mode: ObjectStreamMode, *, apart: bool, tmp_path: Path) -> None:
    seen(tmp_path, "a.pdf", opened(WAITS[how], "document", mode, apart=apart))


def test_a_name_in_a_pdf_that_is_written_in_codes_is_the_same_name(tmp_path: Path) -> None:
    raw = b"%PDF-1.7\n1 0 obj\n<</S/Java#53cript/JS(x)>>\nendobj"
    assert refused(tmp_path, "a.pdf", raw).startswith(f"{RUNS} (JavaScript)")


@pytest.mark.parametrize(
    "text",
    [
        "<Relationship " * 60_000,
        '<Relationship TargetMode="External" ' * 40_000,
        '<w:fldChar w:fldCharType="begin"/>' * 40_000,
        "<f>" + "a" * 500_000,
        "<f>" + "= " * 300_000 + "|<",
        "<w:mailMerge>" * 60_000,
        "../Users/" * 60_000,
        "C:\\Users\\" * 60_000,
        '<a x="' + "../" * 500_000 + 'Users/"/>',
    ],
)
def test_hostile_parts_and_cells_take_no_time(text: str, tmp_path: Path) -> None:
    start = time.process_time()
    for part in ("word/settings.xml", "word/_rels/document.xml.rels", "xl/workbook.xml", "content.xml"):
        with suppress(Unreadable):
            seen(tmp_path, "a.docx", packed(**{part: text}))
        with suppress(Unreadable):
            check_part(text, part, part)
    with suppress(Unreadable):
        check_cells(text.replace("<", "-").replace("/", ";-"))
    assert time.process_time() - start < 5


def test_a_hostile_pdf_with_many_actions_takes_no_time(tmp_path: Path) -> None:
    start = time.process_time()
    for text in (
        b"/AA<<" * 60_000,
        b"/OpenAction 1 0 R " * 60_000,
        b"/AA 1 0 R 1 0 obj<<" * 4_000,
        b"1 " * 500_000,
    ):
        with suppress(Unreadable):
            seen(tmp_path, "a.pdf", b"%PDF-1.7\n" + text)
    assert time.process_time() - start < 5
