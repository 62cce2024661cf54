"""Word documents → blocks: what Word shows is there, what it does not show is counted, and nothing is run or fetched."""

from __future__ import annotations

import io
import zipfile

import pytest
from intake_word import Word
from made_documents import OFFICE, paragraph, run, styled, table, word

from elzctl.intake.paper import Block, Cell, Paper, Unfit
from elzctl.intake.readers.read import read
from elzctl.wording import Language

ENGLISH = Language("en")


def paper(data: bytes, name: str = "verslag.docx") -> Paper:
    return read(name, data)


def blocks(body: str, **parts: str) -> tuple[Block, ...]:
    return paper(word(body, parts)).blocks


def texts(body: str, **parts: str) -> list[str]:
    return [block.text for block in blocks(body, **parts)]


def remarks(data: bytes) -> list[str]:
    return [ENGLISH(one) for one in paper(data).remarks]


def refused(data: bytes) -> str:
    with pytest.raises(Unfit) as caught:
        read("verslag.docx", data)
    return ENGLISH(caught.value.message)


STYLES = (
    '<w:docDefaults><w:rPrDefault><w:rPr><w:lang w:val="nl-BE"/></w:rPr></w:rPrDefault></w:docDefaults>'
    '<w:style w:type="paragraph" w:default="1" w:styleId="Standaard"><w:name w:val="Normal"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="Kop2"><w:name w:val="Kop 2"/><w:basedOn w:val="Standaard"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="Eigen"><w:name w:val="Fichetitel"/><w:pPr><w:outlineLvl w:val="2"/></w:pPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="Onder"><w:name w:val="Onderkop"/><w:basedOn w:val="Eigen"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="Titel"><w:name w:val="Titel"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="Lijst"><w:name w:val="Lijstalinea"/></w:style>'
)


def test_styles_have_english_names_and_headings_their_level() -> None:
    made = blocks(
        styled("Actieplan", "Titel")
        + styled("Doel", "Kop2")
        + styled("Fiche", "Eigen")
        + styled("Deel", "Onder")
        + styled("a", "Lijst"),
        styles=STYLES,
    )
    assert [(one.style, one.level) for one in made] == [
        ("title", 0),
        ("heading 2", 2),
        ("fichetitel", 3),
        ("onderkop", 3),
        ("list paragraph", 0),
    ]


def test_the_title_and_the_language_are_those_of_the_document() -> None:
    made = paper(word(styled("Actieplan 2027", "Titel") + paragraph("x"), {"styles": STYLES}))
    assert (made.title, made.language) == ("Actieplan 2027", "nl")


def numbering(*levels: tuple[str, str]) -> str:
    inside = "".join(
        f'<w:lvl w:ilvl="{place}"><w:start w:val="1"/><w:numFmt w:val="{form}"/><w:lvlText w:val="{text}"/></w:lvl>'
        for place, (form, text) in enumerate(levels)
    )
    return f'<w:abstractNum w:abstractNumId="0">{inside}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'


def item(text: str, level: int, more: str = "") -> str:
    return paragraph(text, f'{more}<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="1"/></w:numPr>')


def test_numbers_that_word_counts_are_markers() -> None:
    heading = '<w:outlineLvl w:val="{}"/>'
    body = "".join(item(f"kop {level}", level, heading.format(level)) for level in (0, 1, 2, 2, 1, 2, 0, 1))
    made = blocks(body, numbering=numbering(("decimal", "%1."), ("decimal", "%1.%2."), ("decimal", "%1.%2.%3")))
    assert [one.marker for one in made] == ["1.", "1.1.", "1.1.1", "1.1.2", "1.2.", "1.2.1", "2.", "2.1."]
    assert {one.depth for one in made} == {0}


def test_items_have_their_depth_and_the_sign_or_letter_that_is_printed() -> None:
    body = item("a", 0) + item("b", 1) + item("c", 1) + item("d", 2) + item("e", 0)
    made = blocks(body, numbering=numbering(("bullet", "\uf0b7"), ("lowerLetter", "%2)"), ("lowerRoman", "%3.")))
    assert [(one.depth, one.marker) for one in made] == [(1, "•"), (2, "a)"), (2, "b)"), (3, "i."), (1, "•")]


def test_a_list_that_starts_anew_counts_from_its_start() -> None:
    again = '<w:num w:numId="2"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride></w:num>'
    second = paragraph("c", '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="2"/></w:numPr>')
    made = blocks(item("a", 0) + item("b", 0) + second + second, numbering=numbering(("decimal", "%1.")) + again)
    assert [one.marker for one in made] == ["1.", "2.", "5.", "6."]


def test_typed_markers_are_taken_out_of_the_text() -> None:
    made = blocks(paragraph("- een punt") + paragraph("2) nog een") + paragraph("• drie"))
    assert [(one.marker, one.text, one.depth) for one in made] == [
        ("-", "een punt", 1),
        ("2)", "nog een", 1),
        ("•", "drie", 1),
    ]


def test_check_boxes_of_all_makes() -> None:
    control = (
        '<w:sdt><w:sdtPr><w14:checkbox><w14:checked w14:val="{}"/></w14:checkbox></w:sdtPr><w:sdtContent>'
        + run("☐")
        + "</w:sdtContent></w:sdt>"
    )
    form = (
        '<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:checkBox><w:default w:val="0"/><w:checked/></w:checkBox></w:ffData>'
        '</w:fldChar></w:r><w:r><w:instrText>FORMCHECKBOX</w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
    sign = '<w:r><w:sym w:font="Wingdings" w:char="F0A8"/></w:r>'
    made = blocks(
        paragraph(control.format(1) + run(" Proces"))
        + paragraph(control.format(0) + run(" Output"))
        + paragraph(form + run("Formulier"))
        + paragraph(sign + run(" Teken"))
        + paragraph("☒ Getypt")
    )
    assert [(one.check, one.text) for one in made] == [
        (True, "Proces"),
        (False, "Output"),
        (True, "Formulier"),
        (False, "Teken"),
        (True, "Getypt"),
    ]


def test_tables_are_cells_and_a_table_in_a_cell_is_one_of_its_own() -> None:
    inner = table(("x", "y"))
    made = blocks(table(("Waarom?", "Omdat."), ("Hoe?", paragraph("Zo:") + inner + paragraph("klaar"))))
    assert [(one.text, one.cell) for one in made] == [
        ("Waarom?", Cell(1, 1, 1)),
        ("Omdat.", Cell(1, 1, 2)),
        ("Hoe?", Cell(1, 2, 1)),
        ("Zo:", Cell(1, 2, 2)),
        ("x", Cell(2, 1, 1)),
        ("y", Cell(2, 1, 2)),
        ("klaar", Cell(1, 2, 2)),
    ]


def test_a_cell_over_two_columns_moves_the_next_one() -> None:
    wide = "<w:tc><w:tcPr><w:gridSpan w:val='2'/></w:tcPr>" + paragraph("breed") + "</w:tc>"
    made = blocks(f"<w:tbl><w:tr>{wide}<w:tc>{paragraph('smal')}</w:tc></w:tr></w:tbl>")
    assert [one.cell for one in made] == [Cell(1, 1, 1), Cell(1, 1, 3)]


CHANGED = (
    paragraph(
        run("De zone ")
        + f'<w:ins w:id="1" w:author="X">{run("toegevoegd ")}</w:ins>'
        + '<w:del w:id="2" w:author="X"><w:r><w:delText>geschrapt </w:delText></w:r></w:del>'
        + run("helpt.")
    )
    + f'<w:p><w:moveFrom w:id="3">{run("verplaatste zin")}</w:moveFrom></w:p>'
    + f'<w:p><w:moveTo w:id="4">{run("verplaatste zin")}</w:moveTo></w:p>'
)


def test_tracked_changes_are_accepted_and_told() -> None:
    assert texts(CHANGED) == ["De zone toegevoegd helpt.", "verplaatste zin"]
    assert remarks(word(CHANGED)) == [
        "1 tracked insertion was taken as accepted",
        "1 tracked deletion was left out",
        "1 text that was moved was read where it stands now",
    ]


def test_every_deletion_is_counted_that_takes_words_away() -> None:
    gone = '<w:del w:id="{0}" w:author="X"><w:r><w:delText>{1}</w:delText></w:r></w:del>'
    mark = "<w:rPr><w:del w:id='9'/></w:rPr>"
    row = f"<w:tr><w:trPr><w:del w:id='5'/></w:trPr><w:tc><w:p>{gone.format(6, 'rij')}</w:p></w:tc></w:tr>"
    kept = f"<w:tr><w:tc>{paragraph('blijft')}</w:tc></w:tr>"
    body = paragraph(run("Een ") + gone.format(1, "oude ") + run("zin.")) + f"<w:p>{gone.format(2, 'Alles')}</w:p>"
    data = word(body + paragraph("", mark) + f"<w:tbl>{kept}{row}</w:tbl>" + f"<w:p>{gone.format(3, '')}</w:p>")
    assert remarks(data) == ["3 tracked deletions were left out"]


def test_a_paragraph_whose_end_was_deleted_goes_on_in_the_next_one() -> None:
    first = paragraph("Eerste helft ", "<w:rPr><w:del w:id='1'/></w:rPr>")
    assert texts(first + paragraph("tweede helft.")) == ["Eerste helft tweede helft."]


def test_hidden_text_comments_and_prompts_are_left_out_and_counted() -> None:
    body = (
        paragraph(run("zichtbaar") + run(" verborgen", "<w:vanish/>"))
        + "<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>"
        + paragraph("Klik om tekst in te voeren")
        + "</w:sdtContent></w:sdt>"
        + paragraph(run("met een opmerking") + '<w:r><w:commentReference w:id="0"/></w:r>')
    )
    data = word(body, {"comments": f'<w:comment w:id="0">{paragraph("niet waar")}</w:comment>'})
    assert [one.text for one in paper(data).blocks] == ["zichtbaar", "met een opmerking"]
    assert remarks(data) == [
        "1 comment was left out",
        "1 stretch of hidden text was left out",
        "1 field that nobody filled in was left out",
    ]


def test_content_controls_keep_their_text() -> None:
    block = "<w:sdt><w:sdtPr/><w:sdtContent>" + paragraph("in een blok") + "</w:sdtContent></w:sdt>"
    inline = "<w:sdt><w:sdtContent>" + run("in een regel") + "</w:sdtContent></w:sdt>"
    row = f"<w:tbl><w:sdt><w:sdtContent><w:tr><w:tc>{paragraph('in een rij')}</w:tc></w:tr></w:sdtContent></w:sdt></w:tbl>"
    assert texts(block + paragraph(run("tekst ") + inline) + row) == ["in een blok", "tekst in een regel", "in een rij"]


def test_text_boxes_come_once_and_behind_their_paragraph() -> None:
    box = f"<w:txbxContent>{paragraph('in het kader')}</w:txbxContent>"
    drawn = f"<w:r><mc:AlternateContent><mc:Choice><w:drawing><wps:txbx>{box}</wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox>{box}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    data = word(paragraph(run("ernaast") + drawn) + paragraph("verder"))
    assert [one.text for one in paper(data).blocks] == ["ernaast", "in het kader", "verder"]
    assert remarks(data) == []


def test_notes_stand_behind_their_paragraph_with_their_number() -> None:
    notes = f'<w:footnote w:id="-1" w:type="separator">{paragraph("lijn")}</w:footnote><w:footnote w:id="2">{paragraph("de bron")}</w:footnote>'
    body = paragraph(
        run("Een cijfer") + '<w:r><w:footnoteReference w:id="2"/></w:r>' + run(" staat hier.")
    ) + paragraph("verder")
    made = blocks(body, footnotes=notes)
    assert [(one.text, one.note, one.marker) for one in made] == [
        ("Een cijfer[1] staat hier.", False, ""),
        ("de bron", True, "1"),
        ("verder", False, ""),
    ]


def test_heads_and_feet_of_pages_are_running_lines() -> None:
    made = paper(word(paragraph("tekst"), {"header": paragraph("ELZ Voorbeeld"), "footer": paragraph("Pagina 1")}))
    assert [line.text for line in made.lines if line.running] == ["ELZ Voorbeeld", "Pagina 1"]
    assert [one.text for one in made.blocks] == ["tekst"]


def test_links_are_spans_with_their_address_and_fields_show_their_result() -> None:
    relation = f'<Relationship Id="l" Type="{OFFICE}/hyperlink" Target="https://voorbeeld.be/" TargetMode="External"/>'
    link = f'<w:hyperlink r:id="l">{run("hier")}</w:hyperlink>'
    field = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> HYPERLINK "https://ander.be/" </w:instrText></w:r>'
        f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{run("daar")}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
    (block,) = paper(word(paragraph(run("Zie ") + link + run(" en ") + field), relations=relation)).blocks
    assert block.text == "Zie hier en daar"
    assert [(block.text[one.start : one.end], one.link) for one in block.spans] == [
        ("hier", "https://voorbeeld.be/"),
        ("daar", "https://ander.be/"),
    ]


def test_strong_words_are_spans() -> None:
    (block,) = blocks(paragraph(run("Besluit:", "<w:b/>") + run(" ja ") + run("nee", '<w:b w:val="0"/><w:i/>')))
    assert [(block.text[one.start : one.end], one.strong, one.emphasis) for one in block.spans] == [
        ("Besluit:", True, False),
        ("nee", False, True),
    ]


def test_a_line_that_was_broken_by_hand_is_a_block_of_its_own() -> None:
    made = blocks(
        paragraph(run("Datum: 3 mei") + "<w:r><w:br/></w:r>" + run("Plaats: Aalst")) + "<w:p/>" + paragraph("na wit")
    )
    assert [(one.text, one.gap) for one in made] == [
        ("Datum: 3 mei", False),
        ("Plaats: Aalst", False),
        ("na wit", True),
    ]


def test_every_line_is_printed_once_and_every_block_has_one() -> None:
    made = paper(word(paragraph("a") + table(("b", "c"))))
    assert [line.text for line in made.lines] == ["a", "b", "c"]
    assert [one.lines for one in made.blocks] == [(0,), (1,), (2,)]


def test_bookmarks_are_anchors() -> None:
    (block,) = blocks(paragraph('<w:bookmarkStart w:id="0" w:name="jonge-mantelzorgers"/>' + run("x")))
    assert block.anchor == "jonge-mantelzorgers"


def test_links_to_bookmarks_lead_to_them_but_for_those_that_word_makes() -> None:
    links = "".join(
        f'<w:hyperlink w:anchor="{name}">{run(words)}</w:hyperlink>'
        for name, words in (("x", "hier"), ("_Toc1", " dat"))
    )
    (block,) = blocks(paragraph(links))
    assert [(block.text[span.start : span.end], span.link) for span in block.spans] == [("hier", "#x")]


# What is hostile


def test_a_bomb_is_refused_before_it_is_unpacked() -> None:
    assert "too large" in refused(word(paragraph("x"), extra={"bom.bin": bytes(150 << 20)}))
    assert "too large" in refused(word(paragraph("x" * (20 << 20))))


def test_too_many_parts_are_refused() -> None:
    assert "too large" in refused(word(paragraph("x"), extra={f"p{number}": b"" for number in range(2_001)}))


def test_entities_are_refused_and_nothing_is_read() -> None:
    entity = '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/hostname">]>'
    assert "entities" in refused(word(paragraph("&e;"), before=entity))


def test_files_that_are_linked_to_are_counted_and_macros_told() -> None:
    relation = f'<Relationship Id="i" Type="{OFFICE}/image" Target="http://127.0.0.1:9/x.png" TargetMode="External"/>'
    data = word(paragraph("x"), relations=relation, extra={"vbaProject.bin": b"x"})
    assert remarks(data) == [
        "1 file that the document links to was not fetched",
        "The document holds macros; they were not looked at",
    ]


def test_a_part_that_is_there_twice_is_refused() -> None:
    made = io.BytesIO(word(paragraph("een")))
    with zipfile.ZipFile(made, "a") as archive, pytest.warns(UserWarning, match="Duplicate name"):
        archive.writestr("word/document.xml", "<x/>")
    assert "two parts" in refused(made.getvalue())


def test_damaged_files_are_refused() -> None:
    data = word(paragraph("hallo " * 500))
    assert "damaged" in refused(data[: len(data) // 2])
    place = data.index(b"word/document.xml") + 60
    assert "damaged" in refused(data[:place] + bytes([data[place] ^ 0xFF]) + data[place + 1 :])


def test_a_file_with_a_password_is_told() -> None:
    data = bytearray(word(paragraph("x")))
    place = data.find(b"PK\x01\x02")
    while place >= 0:
        data[place + 8] |= 1
        place = data.find(b"PK\x01\x02", place + 4)
    assert "password" in refused(bytes(data))


def test_tables_in_tables_without_end_are_refused() -> None:
    assert "nested" in refused(word("<w:tbl><w:tr><w:tc>" * 500 + paragraph("x") + "</w:tc></w:tr></w:tbl>" * 500))


def test_a_document_without_text_is_told() -> None:
    assert refused(word("<w:p/>")) == "There is no text in this document"


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("xl/workbook.xml", "workbook"),
        ("content.xml", "LibreOffice"),
        ("ppt/presentation.xml", "presentation"),
        ("a.txt", "packed"),
    ],
)
def test_other_packed_documents_are_named(name: str, words: str) -> None:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        archive.writestr(name, "<x/>")
    assert words in refused(made.getvalue())


def test_tables_in_cells_are_told_and_a_frame_around_a_text_is_not() -> None:
    def told(rows: int, columns: int) -> list[str]:
        word = Word()
        word.para("Plan")
        cell = word.table([("Partners", "")]).cell(0, 1)
        inner = cell.add_table(rows, columns)
        for one in inner._cells:
            one.text = "CAW"
        cell.add_paragraph("")
        return [one.text for one in read("plan.docx", word.data()).remarks if "cell of another table" in one.text]

    assert len(told(2, 2)) == 1
    assert told(1, 1) == []
    page = b"<table><tr><td>Partners</td><td><table><tr><td>CAW</td><td>Okra</td></tr></table></td></tr></table>"
    [remark] = read("plan.html", page).remarks
    assert remark.number == 1
    assert "cell of another table" in remark.text
