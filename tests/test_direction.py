"""A paragraph in Arabic runs from the right in every format, and one with Arabic in it does not."""

from __future__ import annotations

import io
import re
import zipfile

import pytest
from drawn_plans import TODAY
from test_pdf import paragraph, small_document

from elzctl.render.direction import is_right_to_left
from elzctl.render.docx import docx
from elzctl.render.html import html
from elzctl.render.pdf import pdf, sources
from elzctl.render.tree import Heading, Text

ARABIC, DUTCH = "مرحبا بكم في منطقة الرعاية الأولية.", "Welkom (مرحبا) in de zone."


@pytest.mark.parametrize(
    ("text", "way"),
    [
        (ARABIC, True),
        ("12. שלום", True),
        (DUTCH, False),
        ("", False),
        ("12 – 13", False),
        ("é", False),
        ("日本", False),
    ],
)
def test_the_first_letter_says_which_way_a_text_runs(text: str, way: bool) -> None:
    assert is_right_to_left(text) is way


def test_a_paragraph_runs_its_own_way_in_every_format() -> None:
    found = small_document(Heading(1, "a", (Text("Kop"),)), paragraph(ARABIC), paragraph(DUTCH))
    assert re.findall(r'<p( dir="rtl")?>[^<]*مرحبا', html(found)) == [' dir="rtl"', ""]
    with zipfile.ZipFile(io.BytesIO(docx(found, TODAY).data)) as file:
        body = file.read("word/document.xml").decode()
    lines = [one for one in re.findall(r"<w:p>.*?</w:p>", body) if "مرحبا" in one]
    assert ["<w:bidi/>" in one for one in lines] == [True, False]
    assert all(one.index("<w:bidi/>") < one.find("<w:ind", 0) or "<w:ind" not in one for one in lines[:1])
    assert sources(found)["data.json"].count(b'"leftward": true') == 1
    assert pdf(found, TODAY).warnings == ()
