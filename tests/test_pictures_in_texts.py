"""Pictures in texts: which are drawn in a page, a PDF and a Word file, and what is told of the others."""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path

import pypdfium2
import pytest
from made_pictures import chunk, exif, jpeg, png
from small_meetings import minutes, plan_with
from word_files import check_package, parts_of, xml

from elzctl.checks.links import bad_link
from elzctl.house import MOST_BYTES, MOST_PICTURES
from elzctl.load import load
from elzctl.model import Plan
from elzctl.picture_names import path_of
from elzctl.pictures import IN_TEXT
from elzctl.render.docx import docx
from elzctl.render.html import html
from elzctl.render.minutes_document import minutes_document
from elzctl.render.pdf import pdf
from elzctl.render.plain_text import plain_text
from elzctl.render.plan_document import plan_document
from elzctl.render.plan_text import PlanText
from elzctl.render.redacted import redacted
from elzctl.render.tree import Document, Figure
from elzctl.tree import WorkTree
from elzctl.wording import Language

DUTCH = Language("nl")
DAY = date(2025, 6, 1)
CHAPTER = "---\ntitle: Inleiding\n---\n\n"
SECRET = b"Adres van de fotograaf"


def zone(root: Path, text: str, **pictures: bytes) -> Plan:
    """A plan with that text in a chapter, and PNG files by name."""
    plan_with(root, {})
    place = root / "plan" / "pictures"
    place.mkdir(exist_ok=True)
    for name, data in pictures.items():
        (place / f"{name}.png").write_bytes(data)
    settings = root / "plan" / "plan.yaml"
    settings.write_text(settings.read_text("utf-8") + "chapters:\n  before: [inleiding]\n", "utf-8")
    (root / "plan" / "texts").mkdir(exist_ok=True)
    (root / "plan" / "texts" / "inleiding.md").write_text(CHAPTER + text, "utf-8")
    return load(WorkTree(root)).plan


def drawn(document: object) -> list[Figure]:
    """The pictures in a document or a part of one."""
    if isinstance(document, Figure):
        return [document]
    return [one for part in document for one in drawn(part)] if isinstance(document, tuple) else []


def whole(plan: Plan) -> Document:
    return plan_document(plan, DAY, DUTCH)


def told(plan: Plan) -> list[str]:
    return [finding.message.text for finding in bad_link(plan)]


@pytest.mark.parametrize(
    ("address", "plan", "minutes"),
    [
        ("kaart.png", "plan/pictures/kaart.png", "meetings/attachments/kaart.png"),
        ("../pictures/De%20kaart.JPG", "plan/pictures/De kaart.JPG", "plan/pictures/De kaart.JPG"),
        ("attachments/a.jpeg", "meetings/attachments/a.jpeg", "meetings/attachments/a.jpeg"),
        ("../../meetings/attachments/a.png", "meetings/attachments/a.png", "meetings/attachments/a.png"),
        ("kaart.svg", "", ""),
        ("../kaart.png", "", ""),
        ("../../private/kaart.png", "", ""),
        ("pictures/../../private/kaart.png", "", ""),
        ("pictures/..%2f..%2fprivate/kaart.png", "", ""),
        ("/plan/pictures/kaart.png", "", ""),
        ("C:kaart.png", "", ""),
        ("https://voorbeeld.be/pictures/kaart.png", "", ""),
        ("pictures/.kaart.png", "", ""),
    ],
)
def test_a_name_alone_or_one_of_two_folders_names_a_picture(address: str, plan: str, minutes: str) -> None:
    assert (path_of(address, minutes=False), path_of(address, minutes=True)) == (plan, minutes)


def test_a_picture_on_a_line_of_its_own_is_drawn_in_every_format(tmp_path: Path) -> None:
    raw = png(6000, 900, chunk(b"tEXt", b"Author\0" + SECRET))
    plan = zone(
        tmp_path, 'Voor.\n\n![Kaart & "zone"](kaart.png "titel")\n\nNa.\n\n- ![Nog eens](kaart.png)\n', kaart=raw
    )
    document = whole(plan)
    assert [figure.alt for figure in drawn(document)] == ['Kaart & "zone"', "Nog eens"]
    assert told(plan) == []

    page = html(document)
    assert page.count('<p class="picture"><img src="data:image/png;base64,') == 2
    assert 'alt="Kaart &amp; &quot;zone&quot;" width="4267" height="640"' in page

    made = pdf(document, DAY)
    assert made.warnings == ()
    assert b"pdfuaid" in made.data
    pages = list(pypdfium2.PdfDocument(made.data))
    bounds = [
        (*one.get_bounds(), *page.get_size())
        for page in pages
        for one in page.get_objects(filter=(pypdfium2.raw.FPDF_PAGEOBJ_IMAGE,))
    ]
    assert len(bounds) == 2
    assert all(left > 0 and low > 0 and right < wide and high < tall for left, low, right, high, wide, tall in bounds)

    file = docx(document, DAY).data
    assert check_package(file) == []
    parts = parts_of(file)
    assert [name for name in parts if "/media/" in name] == ["word/media/picture1.png"]
    space = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
    names = [one.attrib for one in xml(file).iter(f"{space}docPr")]
    assert [(one["id"], one["descr"]) for one in names] == [("2", 'Kaart & "zone"'), ("3", "Nog eens")]
    assert all(int(one.attrib["cx"]) < 6_000_000 for one in xml(file).iter(f"{space}extent"))

    assert 'Kaart & "zone"' in plain_text(document)
    for data in (page.encode(), made.data, parts["word/media/picture1.png"]):
        assert SECRET not in data
    assert (page, made.data, file) == (html(document), pdf(document, DAY).data, docx(document, DAY).data)


def test_a_high_picture_stays_on_its_page(tmp_path: Path) -> None:
    document = whole(zone(tmp_path, "![Toren](toren.png)\n", toren=png(40, 4000)))
    made = pdf(document, DAY)
    (one,) = (
        (*image.get_bounds(), page.get_size()[1])
        for page in pypdfium2.PdfDocument(made.data)
        for image in page.get_objects(filter=(pypdfium2.raw.FPDF_PAGEOBJ_IMAGE,))
    )
    assert one[3] - one[1] < one[4] / 2
    assert 'height="640"' in html(document)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("![weg](weg.png)", "This picture is not there"),
        ("![Kaart](Kaart.png)", "This picture is not there"),
        ("![](kaart.png)", "This picture is not drawn, for it says nothing"),
        ("Zie ![kaart](kaart.png).", "A picture in a line of text is not drawn"),
        ("![kaart](kaart.png)\nmet tekst eronder", "A picture in a line of text is not drawn"),
        ("tekst erboven\n![kaart](kaart.png)", "A picture in a line of text is not drawn"),
        ("![kaart](elders/kaart.png)", "The documents show no picture from there"),
        ("![kaart](kaart.svg)", "The documents show no picture from there"),
        ("![geen](geen.png)", "This picture is not drawn: {path} {reason}"),
        ("![breed](breed.png)", "This picture is not drawn: {path} {reason}"),
        ("![zwaar](zwaar.png)", "This picture is not drawn: {path} {reason}"),
        ("![map](map.png)", "This picture is not drawn: {path} {reason}"),
        ("![sprong](sprong.png)", "This picture is not drawn: {path} {reason}"),
    ],
)
def test_what_cannot_be_drawn_is_its_words_and_is_told(tmp_path: Path, text: str, message: str) -> None:
    files = {"kaart": png(), "geen": b"GIF89a", "breed": png(IN_TEXT.side + 1, 1), "zwaar": png() + b"x" * (1 << 20)}
    place = tmp_path / "plan" / "pictures"
    (place / "map.png").mkdir(parents=True)
    (tmp_path / "buiten.png").write_bytes(png())
    os.symlink(tmp_path / "buiten.png", place / "sprong.png")
    plan = zone(tmp_path, f"Dit is de tekst.\n\n{text}\n", **files)
    (found,) = told(plan)
    assert found.startswith(message)
    document = whole(plan)
    assert drawn(document) == []
    assert text.partition("[")[2].partition("]")[0] in plain_text(document)


@pytest.mark.parametrize(
    "text", ["## Kop\n![a](kaart.png)", "> ![a](kaart.png)", "1. ![a](kaart.png)\n2. b", "- [ ] ![a](<kaart.png>)"]
)
def test_what_is_drawn_is_not_told(tmp_path: Path, text: str) -> None:
    plan = zone(tmp_path, text, kaart=png())
    assert told(plan) == []
    assert len(drawn(whole(plan))) == 1


def test_a_picture_from_the_web_stays_a_link(tmp_path: Path) -> None:
    document = whole(zone(tmp_path, "![Kaart](https://voorbeeld.be/pictures/kaart.png)\n", kaart=png()))
    assert drawn(document) == []
    assert '<a href="https://voorbeeld.be/pictures/kaart.png"' in html(document)


def test_no_more_pictures_are_read_than_a_document_needs(tmp_path: Path) -> None:
    names = [f"p{at:02}" for at in range(MOST_PICTURES + 1)]
    plan = zone(tmp_path, "\n\n".join(f"![{one}]({one}.png)" for one in names), **dict.fromkeys(names, png()))
    assert len(drawn(whole(plan))) == MOST_PICTURES
    assert len(told(plan)) == 1


def test_no_more_bytes_are_read_than_a_document_needs(tmp_path: Path) -> None:
    heavy = png() + bytes(1_000_000)
    names = [f"p{at}" for at in range(10)]
    plan = zone(tmp_path, "\n\n".join(f"![{one}]({one}.png)" for one in names), **dict.fromkeys(names, heavy))
    assert len(drawn(whole(plan))) == MOST_BYTES // len(heavy)
    assert len(told(plan)) == 2


def test_minutes_show_what_goes_with_them(tmp_path: Path) -> None:
    text = "![De zaal](zaal.jpg)\n\n![Nog eens](attachments/zaal.jpg)\n\nMail naar iemand@voorbeeld.be."
    write = {"2025-05-13-overleg": minutes("2025-05-13", text=f"## 1. Varia\n\n{text}\n")}
    plan_with(tmp_path, write)
    place = tmp_path / "meetings" / "attachments"
    place.mkdir()
    (place / "zaal.jpg").write_bytes(jpeg(exif(1, author=SECRET)))
    plan = load(WorkTree(tmp_path)).plan
    document, hidden = redacted(minutes_document(plan.meetings[0], PlanText(plan, DUTCH, DAY)), plan)
    assert hidden == 1
    assert [figure.alt for figure in drawn(document)] == ["De zaal", "Nog eens"]
    assert told(plan) == []
    assert html(document).count("data:image/jpeg;base64,") == 2
    assert SECRET not in drawn(document)[0].picture.data
    without = minutes_document(plan.meetings[0], PlanText(plan, DUTCH, DAY, pictures=False))
    assert drawn(without) == []


def test_the_folder_for_pictures_is_known_and_holds_nothing_else(tmp_path: Path) -> None:
    zone(tmp_path, "Tekst.\n", kaart=png())
    place = tmp_path / "plan" / "pictures"
    (place / "kaart.svg").write_text("<svg/>", "utf-8")
    (place / "oud").mkdir()
    found = [(one.code, one.span.path) for one in load(WorkTree(tmp_path)).findings]
    assert found == [("stray-file", "plan/pictures/kaart.svg"), ("stray-file", "plan/pictures/oud")]
