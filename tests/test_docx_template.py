"""A zone's own Word file as a template: its look comes along, nothing else does, and a hostile one does no harm."""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from collections.abc import Callable, Mapping
from typing import Any
from xml.etree import ElementTree as ET

import docx as python_docx
import pytest
from docx.shared import Mm, RGBColor
from drawn_plans import TODAY, missing, own_plan, whole
from word_files import R, W, check_package, parts_of, styles_of, text_of, values, xml

from elzctl.render.docx import docx
from elzctl.render.docx_archive import DocxFault
from elzctl.render.tree import Document, Heading, Paragraph, Part, Text
from elzctl.render.words import page_words
from elzctl.wording import Language

ENGLISH = Language("en")
SMALL = Document(
    "Titel",
    "",
    "Zone",
    "nl",
    "",
    page_words(ENGLISH),
    (),
    (Part("goal", (Heading(1, "a", (Text("Kop"),), "1"), Paragraph((Text("woord"),)))),),
)


def _png() -> bytes:
    def chunk(name: bytes, data: bytes) -> bytes:
        return len(data).to_bytes(4, "big") + name + data + zlib.crc32(name + data).to_bytes(4, "big")

    head = (2).to_bytes(4, "big") + (1).to_bytes(4, "big") + bytes((8, 2, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(bytes(7))) + chunk(b"IEND", b"")


PNG = _png()


@pytest.fixture(scope="module")
def template() -> bytes:
    """What a colleague makes in Word: colours, a logo, a foot, paper; with a name and a text that are nobody's business."""
    file = python_docx.Document()
    section = file.sections[0]
    section.page_width, section.page_height = Mm(200), Mm(280)
    section.left_margin = section.right_margin = Mm(30)
    section.header.paragraphs[0].add_run().add_picture(io.BytesIO(PNG), width=Mm(40))
    section.footer.paragraphs[0].text = "De voet van de zone"
    file.styles["Heading 1"].font.color.rgb = RGBColor(0xC8, 0x1E, 0x5A)
    file.core_properties.author = "GEHEIM naam"
    file.add_heading("GEHEIM tekst", 1)
    file.add_paragraph("GEHEIM").add_run("GEHEIM")
    return saved(file)


def saved(file: Any) -> bytes:
    data = io.BytesIO()
    file.save(data)
    return data.getvalue()


def packed(parts: Mapping[str, bytes | str]) -> bytes:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    return data.getvalue()


def changed(template: bytes, name: str, old: str, new: str) -> bytes:
    parts = parts_of(template)
    assert old in parts[name].decode(), parts[name].decode()[:2000]
    return packed({**parts, name: parts[name].decode().replace(old, new, 1)})


def made(template: bytes, document: Document = SMALL) -> bytes:
    data = docx(document, TODAY, template).data
    assert check_package(data) == []
    return data


# What comes along


def test_the_look_of_the_template_is_taken(template: bytes) -> None:
    data = made(template)
    heading = styles_of(data)["Heading1"]
    assert values(heading, "color")[:1] == ["C81E5A"]
    assert values(xml(data), "pgSz", "w") == [str(round(200 / 25.4 * 1440))]
    (head,) = (one for one in parts_of(data) if re.fullmatch(r"word/header\w+\.xml", one))
    (blip,) = (one for one in xml(data, head).iter() if one.tag.endswith("}blip"))
    relations = {one.attrib["Id"]: one.attrib["Target"] for one in xml(data, f"word/_rels/{head[5:]}.rels")}
    assert parts_of(data)[f"word/{relations[blip.attrib[R + 'embed']]}"] == PNG
    (about,) = (one for one in xml(data, head).iter() if one.tag.endswith("}docPr"))
    assert about.attrib["descr"] == "Zone"
    assert "De voet van de zone" in text_of(xml(data, "word/footer_default.xml"))


def test_nothing_else_of_the_template_is_taken(template: bytes) -> None:
    everything = b"".join(parts_of(made(template)).values())
    assert b"GEHEIM" not in everything
    assert b"python-docx" not in everything
    assert b"rsid" not in everything
    assert b"stylesWithEffects" not in everything


def test_styles_that_the_template_lacks_are_ours(template: bytes) -> None:
    names = {values(style, "name")[0] for style in styles_of(made(template)).values()}
    assert {"Fiche Label", "Plan Table", "Internal Link", "toc 1"} <= names


def test_styles_are_found_by_their_names_in_a_dutch_word(template: bytes) -> None:
    parts = {name: part.decode(errors="surrogateescape") for name, part in parts_of(template).items()}
    dutch = parts["word/styles.xml"]
    for ours, theirs in (("Heading1", "Kop1"), ("Normal", "Standaard"), ("Title", "Titel")):
        dutch = re.sub(rf'(styleId=|<w:(?:basedOn|next|link) w:val=)"{ours}"', rf'\1"{theirs}"', dutch)
    dutch = dutch.replace('w:val="heading 1"', 'w:val="Heading 1"')
    body = xml(made(packed({**parts_of(template), "word/styles.xml": dutch})))
    assert {"Kop1", "Titel"} <= set(values(body, "pStyle"))


def test_a_style_with_our_id_and_another_name_stays_theirs(template: bytes) -> None:
    other = '<w:style w:type="paragraph" w:styleId="ficheLabel"><w:name w:val="Iets anders"/></w:style></w:styles>'
    data = made(changed(template, "word/styles.xml", "</w:styles>", other), own_plan())
    names = {key: values(style, "name")[0] for key, style in styles_of(data).items()}
    assert names["ficheLabel"] == "Iets anders"
    assert names["ElzFicheLabel"] == "Fiche Label"
    assert "ElzFicheLabel" in values(xml(data), "pStyle")


def test_numbers_before_headings_come_from_the_plan_alone(template: bytes) -> None:
    numbered = changed(
        template,
        "word/styles.xml",
        '<w:outlineLvl w:val="0"/>',
        '<w:numPr><w:numId w:val="1"/></w:numPr><w:outlineLvl w:val="0"/>',
    )
    data = made(numbered)
    assert values(xml(data, "word/styles.xml"), "numId") == []
    assert "1 Kop" in text_of(xml(data))


def test_the_language_is_that_of_the_document(template: bytes) -> None:
    assert 'w:lang w:val="en-US"' in parts_of(template)["word/styles.xml"].decode()
    assert set(values(xml(made(template), "word/styles.xml"), "lang")) == {"nl-BE"}


def test_a_template_without_head_and_foot_gets_ours() -> None:
    data = made(saved(python_docx.Document()))
    assert values(xml(data, "word/footer1.xml"), "fldSimple", "instr") == [" PAGE ", " NUMPAGES "]
    assert "Titel" in text_of(xml(data, "word/header1.xml"))


def test_what_we_make_is_a_template_too() -> None:
    """The way for a zone to get one: make the plan, change its styles in Word, save it as the template."""
    plan = own_plan()
    first = docx(plan, TODAY).data
    data = made(first, plan)
    assert missing(whole(plan), text_of(xml(data))) is None
    ours, theirs = (styles_of(one) for one in (first, data))
    assert {key: ET.tostring(style) for key, style in ours.items()} == {
        key: ET.tostring(style) for key, style in theirs.items()
    }
    assert docx(plan, TODAY, first).data == data


def test_the_first_page_is_other_only_when_the_template_says_so(template: bytes) -> None:
    assert list(xml(made(template)).iter(f"{W}titlePg")) == []
    file = python_docx.Document(io.BytesIO(template))
    file.sections[0].different_first_page_header_footer = True
    file.sections[0].first_page_header.paragraphs[0].text = "Voorblad"
    data = made(saved(file))
    assert len(list(xml(data).iter(f"{W}titlePg"))) == 1
    assert text_of(xml(data, "word/header_first.xml")) == "Voorblad"


def test_fields_links_and_tables_in_a_head_stay(template: bytes) -> None:
    pieces = "".join(
        f"<w:r>{one}</w:r>"
        for one in (_char("begin"), _code(" PA"), _code("GE "), _char("separate"), "<w:t>1</w:t>", _char("end"))
    )
    table = f'<w:tbl><w:tblPr><w:tblW w:w="0" w:type="auto"/></w:tblPr><w:tblGrid><w:gridCol w:w="900"/></w:tblGrid><w:tr><w:tc><w:tcPr/><w:p>{pieces}</w:p></w:tc></w:tr></w:tbl>'
    found = made(changed(template, "word/footer1.xml", "</w:ftr>", f"{table}<w:p/></w:ftr>"))
    foot = xml(found, "word/footer_default.xml")
    assert [one.text for one in foot.iter(f"{W}instrText")] == [" PA", "GE "]
    assert len(list(foot.iter(f"{W}tbl"))) == 1


def _char(kind: str) -> str:
    return f'<w:fldChar w:fldCharType="{kind}"/>'


def _code(text: str) -> str:
    return f'<w:instrText xml:space="preserve">{text}</w:instrText>'


def _foot(template: bytes, inside: str) -> bytes:
    return changed(template, "word/footer1.xml", "</w:ftr>", f"{inside}</w:ftr>")


def test_what_others_noted_in_a_head_does_not_come_along(template: bytes) -> None:
    noted = (
        '<w:p w:rsidR="00AB12CD"><w:ins w:id="1" w:author="GEHEIM" w:date="2020-01-01T00:00:00Z"><w:r><w:t>wel</w:t></w:r></w:ins>'
        '<w:del w:id="2" w:author="GEHEIM"><w:r><w:delText>niet</w:delText></w:r></w:del>'
        '<w:commentRangeStart w:id="0"/><w:bookmarkStart w:id="7" w:name="GEHEIM"/><w:bookmarkEnd w:id="7"/>'
        '<w:sdt><w:sdtPr><w:alias w:val="GEHEIM"/></w:sdtPr><w:sdtContent><w:r><w:t> ook</w:t></w:r></w:sdtContent></w:sdt>'
        '<w:hyperlink w:anchor="GEHEIM"><w:r><w:t> link</w:t></w:r></w:hyperlink></w:p>'
    )
    data = made(_foot(template, noted))
    assert text_of(xml(data, "word/footer_default.xml")).splitlines()[-1] == "wel ook link"
    assert b"GEHEIM" not in b"".join(parts_of(data).values())


def test_a_text_box_in_a_head_is_left_out_and_that_is_said(template: bytes) -> None:
    space = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    box = f'<w:p><w:r><mc:AlternateContent {space}><mc:Choice Requires="wps"><w:t>VAK</w:t></mc:Choice></mc:AlternateContent></w:r></w:p>'
    drawn = docx(SMALL, TODAY, _foot(template, box))
    assert check_package(drawn.data) == []
    assert "VAK" not in text_of(xml(drawn.data, "word/footer_default.xml"))
    assert [ENGLISH(one) for one in drawn.warnings] == [
        "The head or foot of the Word template has text boxes or drawings, which are left out: only pictures are taken."
    ]


@pytest.mark.parametrize(
    ("target", "kept"), [("https://elz.be/", True), ("file:///C:/x", False), ("javascript:alert(1)", False)]
)
def test_a_link_in_a_head_is_vetted(target: str, kept: bool, template: bytes) -> None:
    link = f'<w:p><w:hyperlink r:id="x1" xmlns:r="{R[1:-1]}"><w:r><w:t>site</w:t></w:r></w:hyperlink></w:p>'
    relation = f'<Relationship Id="x1" Type="{R[1:-1]}/hyperlink" Target="{target}" TargetMode="External"/>'
    parts = parts_of(_foot(template, link))
    parts["word/_rels/footer1.xml.rels"] = _relations(relation)
    data = made(packed(parts))
    assert text_of(xml(data, "word/footer_default.xml")).endswith("site")
    assert (target.encode() in b"".join(parts_of(data).values())) is kept


def _relations(*inside: str) -> bytes:
    space = "http://schemas.openxmlformats.org/package/2006/relationships"
    return f'<Relationships xmlns="{space}">{"".join(inside)}</Relationships>'.encode()


# Hostile templates


def _bomb(template: bytes) -> bytes:
    parts = parts_of(template)
    styles = parts["word/styles.xml"].decode().replace("</w:styles>", f"{' ' * (20 << 20)}</w:styles>")
    return packed({**parts, "word/styles.xml": styles})


def _deep(template: bytes) -> bytes:
    return _foot(template, "<w:p>" * 5000 + "</w:p>" * 5000)


def _wide(template: bytes) -> bytes:
    return _foot(template, "<w:p/>" * 200_000)


def _many(template: bytes) -> bytes:
    return packed({**parts_of(template), **{f"x/{at}": b"" for at in range(1000)}})


def _twice(template: bytes) -> bytes:
    data = io.BytesIO(template)
    with zipfile.ZipFile(data, "a") as archive:
        archive.writestr("WORD/document.xml", b"<x/>")
    return data.getvalue()


def _locked(template: bytes) -> bytes:
    at = template.index(b"PK\x01\x02") + 8
    return template[:at] + bytes([template[at] | 1]) + template[at + 1 :]


def _entity(template: bytes) -> bytes:
    parts = parts_of(template)
    document = parts["word/document.xml"].decode()
    head, mark, rest = document.partition("?>")
    return packed(
        {**parts, "word/document.xml": f'{head}{mark}<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>{rest}'}
    )


def _entity_in_utf_16(template: bytes) -> bytes:
    parts = parts_of(_entity(template))
    document = parts["word/document.xml"].decode().replace("UTF-8", "UTF-16")
    return packed({**parts, "word/document.xml": document.encode("utf-16")})


def _macro(template: bytes) -> bytes:
    return packed({**parts_of(template), "word/vbaProject.bin": b"x"})


def _macro_type(template: bytes) -> bytes:
    return changed(
        template, "[Content_Types].xml", "wordprocessingml.document.main+xml", "ms-word.document.macroEnabled.main+xml"
    )


def _strict(template: bytes) -> bytes:
    return changed(
        template,
        "_rels/.rels",
        f"{R[1:-1]}/officeDocument",
        "http://purl.oclc.org/ooxml/officeDocument/relationships/officeDocument",
    )


def _fetched(template: bytes) -> bytes:
    return _picture(template, 'Target="https://spion.example/x.png" TargetMode="External"')


def _outside(template: bytes) -> bytes:
    return _picture(template, 'Target="../../../../etc/passwd"')


def _picture(template: bytes, target: str) -> bytes:
    parts = parts_of(template)
    rels = parts["word/_rels/header1.xml.rels"].decode()
    return packed({**parts, "word/_rels/header1.xml.rels": re.sub(r'Target="[^"]*"', target, rels)})


def _svg(template: bytes) -> bytes:
    parts = parts_of(template)
    name = next(one for one in parts if one.startswith("word/media/"))
    return packed({**parts, name: b"<svg onload='alert(1)'/>"})


def _field(name: str) -> Callable[[bytes], bytes]:
    runs = "".join(
        f"<w:r>{one}</w:r>" for one in (_char("begin"), _code(f" {name[:3]}"), _code(f"{name[3:]} x "), _char("end"))
    )
    return lambda template: _foot(template, f"<w:p>{runs}</w:p>")


def _simple_field(template: bytes) -> bytes:
    return _foot(template, '<w:p><w:fldSimple w:instr=" DDEAUTO c:\\x "><w:r><w:t>1</w:t></w:r></w:fldSimple></w:p>')


def _nested_field(template: bytes) -> bytes:
    pieces = (_char("begin"), _code(" PAGE "), _char("begin"), _code(" INCLUDETEXT x "), _char("end"), _char("end"))
    return _foot(template, f"<w:p>{''.join(f'<w:r>{one}</w:r>' for one in pieces)}</w:p>")


def _chart(template: bytes) -> bytes:
    return changed(template, "word/header1.xml", 'uri="http', 'uri="chart:http')


@pytest.mark.parametrize(
    ("harm", "says"),
    [
        (lambda _: b"", "cannot be read"),
        (lambda _: b"%PDF-1.7 geen Word", "cannot be read"),
        (lambda _: packed({"a.txt": b"x"}), "cannot be read"),
        (lambda template: template[: len(template) // 2], "cannot be read"),
        (lambda template: template + bytes(9 << 20), "too large"),
        (_bomb, "too large"),
        (_deep, "too large"),
        (_wide, "too large"),
        (_many, "cannot be read"),
        (_twice, "cannot be read"),
        (_locked, "password"),
        (_entity, "DOCTYPE"),
        (_entity_in_utf_16, "DOCTYPE"),
        (_macro, "macros"),
        (_macro_type, "macros"),
        (_strict, "Strict Open XML"),
        (_fetched, "picture that is no PNG or JPEG"),
        (_outside, "cannot be read"),
        (_svg, "picture that is no PNG or JPEG"),
        (_field("INCLUDEPICTURE"), "INCLUDEPICTURE"),
        (_simple_field, "DDEAUTO"),
        (_nested_field, "INCLUDETEXT"),
        (_chart, "drawing that is no picture"),
    ],
)
def test_a_hostile_template_is_refused_in_plain_words(
    harm: Callable[[bytes], bytes], says: str, template: bytes
) -> None:
    with pytest.raises(DocxFault) as caught:
        docx(SMALL, TODAY, harm(template))
    assert says in ENGLISH(caught.value.message)


def test_paper_without_room_for_text_is_refused(template: bytes) -> None:
    file = python_docx.Document(io.BytesIO(template))
    file.sections[0].left_margin = Mm(190)
    with pytest.raises(DocxFault) as caught:
        docx(SMALL, TODAY, saved(file))
    assert "no room" in ENGLISH(caught.value.message)
