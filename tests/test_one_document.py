"""One plan, three files: headings and paragraphs follow each other in the page, the PDF and the Word file alike."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pikepdf
import pytest
from changed_plans import changed, marked
from drawn_plans import TODAY, document, hostile, missing, own_plan, read, rich, squeezed
from small_plans import ROOT
from test_html import main_of, parsed, words
from test_pdf import body
from word_files import W, line_of, text_of, values, xml

from elzctl.render.docx import docx
from elzctl.render.html import html
from elzctl.render.pdf import pdf
from elzctl.render.plan_document import plan_document
from elzctl.render.tree import Document
from elzctl.views.part import Wanted
from elzctl.wording import Language

WORDS_OF_THE_PAGE = {"up", "legend", "sign", "unseen"}
"""What a page says for itself: the way back to its top, the signs of a drawing, links to be copied, why there is a bar."""


def drawn(name: str, root: Path) -> Document:
    if name == "own":
        return own_plan()
    if name == "changes":
        return marked(changed(root))
    if name == "part":
        plan = read(ROOT).plan
        return plan_document(plan, TODAY, Language("nl"), wanted=Wanted(leads=("kerngroep-pzon",)), internal=True)
    return document(hostile(root) if name == "hostile" else rich(root))


def on_the_page(found: Document) -> list[tuple[str, str]]:
    """Headings and paragraphs as the page has them: the level of a heading or ``p``, and the words."""
    return [(kind, text) for kind, text in _on_the_page(main_of(parsed(html(found)))) if squeezed(text)]


def _on_the_page(element: ET.Element) -> Iterator[tuple[str, str]]:
    tag = str(element.tag).rpartition("}")[2]
    if WORDS_OF_THE_PAGE & set(element.attrib.get("class", "").split()) or tag in ("svg", "figure"):
        return
    if re.fullmatch(r"h[2-6]", tag):
        yield str(int(tag[1]) - 1), words(element)
    elif tag in ("p", "li", "td", "th", "caption", "dt", "dd", "pre"):
        yield "p", words(element)
    else:
        for child in element:
            yield from _on_the_page(child)


def in_word(data: bytes) -> list[tuple[str, str]]:
    """The headings of a Word file with their levels."""
    tree = xml(data)
    found = []
    for paragraph in tree.iter(f"{W}p"):
        style = "".join(values(paragraph, "pStyle"))
        level = re.fullmatch(r"Heading(\d)", style)
        outline = values(paragraph, "outlineLvl")
        if level or outline or style == "FicheLabel":
            found.append((level[1] if level else str(int(outline[0]) + 1) if outline else "4", line_of(paragraph)))
    return found


def in_the_pdf(data: bytes) -> list[str]:
    """The levels of the headings of a PDF, as it is tagged."""
    with pikepdf.open(io.BytesIO(data)) as file:
        return [kind[1:] for kind in _tags(file.Root.StructTreeRoot.K) if re.fullmatch(r"H[1-6]", kind)]


def _tags(node: Any) -> Iterator[str]:
    if isinstance(node, pikepdf.Array):
        for one in node:
            yield from _tags(one)
    elif isinstance(node, pikepdf.Dictionary) and "/S" in node:
        yield str(node.S)[1:]
        if "/K" in node:
            yield from _tags(node.K)


@pytest.mark.parametrize("name", ["own", "part", "rich", "hostile", "changes"])
def test_headings_and_paragraphs_are_the_same_in_all_three(name: str, tmp_path: Path) -> None:
    found = drawn(name, tmp_path)
    page, file, word = on_the_page(found), pdf(found, TODAY), docx(found, TODAY).data
    headings = [(level, squeezed(text)) for level, text in page if level != "p"]
    assert [(level, squeezed(text)) for level, text in in_word(word)] == headings
    assert [level for level in in_the_pdf(file.data) if level] == ["1", *(level for level, _ in headings)]
    everything = [text for _, text in page]
    assert len(headings) > 10
    assert len(everything) > 2 * len(headings)
    assert missing(everything, text_of(xml(word))) is None
    assert missing(everything, body(file, found)) is None
