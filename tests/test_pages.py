"""Every page of the PDF, looked at: no few lines alone, no heading or label without its text, nothing over anything else."""

from __future__ import annotations

import ctypes
from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

import pypdfium2
import pypdfium2.raw as raw
import pytest
from drawn_plans import DUTCH, RICH_PLAN, TODAY, document, nodes, own_plan, read, rich
from small_plans import ACTORS, GOALS, fiche, write
from test_pdf import small_document

from elzctl.model import Plan
from elzctl.render.markdown import plain
from elzctl.render.pdf import pdf
from elzctl.render.plan_document import plan_document
from elzctl.render.tree import Document, Field, Heading, Paragraph, Part, Table, Text
from elzctl.views.part import Wanted

LEAST = 5
"""Lines on a page."""

# In points: where text stands on an A4 page, and how far labels reach.
LEFT, RIGHT, FOOT, HEAD, LABELS = 66, 531, 71, 766, 186


class Piece(NamedTuple):
    """Text that stands together in a line, with its box; 0 is the foot of the page.  ``bold`` is what heads something."""

    left: float
    bottom: float
    right: float
    top: float
    text: str
    bold: bool = False

    @property
    def middle(self) -> float:
        return (self.bottom + self.top) / 2

    def is_beside(self, other: Piece) -> bool:
        """True when the two stand in one line, or nearly so."""
        return min(self.top, other.top) - max(self.bottom, other.bottom) > 0

    def covers(self, other: Piece) -> float:
        """The share of the smaller one that lies under the larger one."""
        wide = min(self.right, other.right) - max(self.left, other.left)
        high = min(self.top, other.top) - max(self.bottom, other.bottom)
        return max(wide, 0) * max(high, 0) / max(min(self._area, other._area), 1)

    @property
    def _area(self) -> float:
        return (self.right - self.left) * (self.top - self.bottom)


class Page(NamedTuple):
    """What stands above the foot of a page, a line after the other."""

    number: int
    lines: tuple[tuple[Piece, ...], ...]

    @property
    def words(self) -> list[str]:
        return [" ".join(piece.text for piece in line) for line in self.lines]


def pages(found: Document) -> list[Page]:
    """The pages of the PDF of a document, without the cover."""
    file = pypdfium2.PdfDocument(pdf(found, TODAY).data)
    read = [tuple(_pieces(page.get_textpage())) for page in file]
    file.close()
    # That of the number of the page, which is there more often than any other in an ordinary document too.
    fonts = Counter(font for page in read for piece, font in page if piece.middle <= FOOT)
    common = max(fonts, key=lambda font: fonts[font], default="")
    kin = common.partition("+")[2]
    return [
        Page(
            number,
            _lines(
                piece._replace(bold=font != common and font.endswith(kin))
                for piece, font in page
                if piece.middle > FOOT
            ),
        )
        for number, page in enumerate(read, start=1)
    ][1:]


def _pieces(text: pypdfium2.PdfTextPage) -> Iterator[tuple[Piece, str]]:
    """The pieces of a page, each with the name of its font."""
    for at in range(text.count_rects()):
        left, bottom, right, top = text.get_rect(at)
        words = text.get_text_bounded(left, bottom, right, top).strip()
        if words:
            char = text.get_index(left + min(right - left, 8) / 2, (bottom + top) / 2, 4, 4)
            name = ctypes.create_string_buffer(200)
            raw.FPDFText_GetFontInfo(text.raw, char or 0, name, 200, ctypes.c_int())
            yield Piece(left, bottom, right, top, words), name.value.decode()


def _lines(pieces: Iterable[Piece]) -> tuple[tuple[Piece, ...], ...]:
    found: list[list[Piece]] = []
    for piece in sorted(pieces, key=lambda one: -one.middle):
        if found and abs(found[-1][-1].middle - piece.middle) < 3:
            found[-1].append(piece)
        else:
            found.append([piece])
    return tuple(tuple(sorted(line)) for line in found)


def ugly(found: Document, all_: Iterable[Page]) -> list[str]:
    """What is wrong with the pages of a document, each with its page."""
    labels = {one.label for one in nodes(found.parts) if isinstance(one, Field)}
    return [f"page {page.number}: {fault}" for page in all_ for fault in _faults(page, labels)]


def _faults(page: Page, labels: Collection[str]) -> Iterator[str]:
    pieces = [piece for line in page.lines for piece in line if piece.top < HEAD]
    if len(page.lines) < LEAST:
        yield f"only {page.words}"
    if page.lines and all(piece.bold or piece.text in "☒☐" for piece in page.lines[-1]):
        yield f"a heading at the foot: {page.words[-1]}"
    for piece in pieces:
        if piece.left < LEFT or piece.right > RIGHT:
            yield f"over the edge: {piece.text}"
        is_label = piece.text in labels and piece.bold and piece.right < LABELS and piece.left < LEFT + 20
        if is_label and not any(one.left > piece.right and one.is_beside(piece) for one in pieces):
            yield f"a label alone: {piece.text}"
    above = sorted(pieces, key=lambda piece: piece.bottom)
    for at, piece in enumerate(above):
        for other in above[at + 1 :]:
            if other.bottom >= piece.top:
                break
            if piece.covers(other) > 0.3:
                yield f"one over the other: {piece.text!r} and {other.text!r}"


# The plan of this repository, and plans that are hard to lay out


def test_no_page_of_our_plan_is_ugly_and_two_show_it_at_a_glance() -> None:
    found = own_plan()
    all_ = pages(found)
    assert ugly(found, all_) == []
    (glance,) = (part for part in found.parts if part.kind == "glance")
    (chapter, *_) = (part for part in found.parts if part.kind == "chapters")
    first, second = (_page_of(part, all_) for part in (glance, chapter))
    assert second - first == 2


def _page_of(part: Part, all_: list[Page]) -> int:
    """The page, behind the contents, on which a part begins."""
    (head, *_) = part.blocks
    assert isinstance(head, Heading)
    return next(page.number for page in all_ if plain(head.children) in page.words)


SENTENCE = "Een zin die niet zo kort is, over wat we samen doen en waarom dat nodig is voor wie het moeilijk heeft. "
LONG = "\n\n".join(
    f"## {part}\n\n{SENTENCE * 12}\n\n{SENTENCE * 9}\n\n* {SENTENCE}\n* {SENTENCE * 2}\n* kort"
    for part in ("Waarom?", "Voor wie?", "Wat?", "Met wie?", "Hoe?", "Evaluatie")
)
COLUMNS = "\n".join(
    "|" + "|".join(cells) + "|"
    for cells in (
        [f"Kolom {number}" for number in range(12)],
        ["---"] * 12,
        *([f"waarde {number * row}" for number in range(12)] for row in range(40)),
    )
)
TITLE = "Samen werken we aan een buurt waarin niemand er alleen voor staat, "
NAME = "Vereniging voor samenwerking tussen de welzijnsorganisaties van de regio Polder en Heide n"
ODD = "Emoji 🙂 en 👩‍👩‍👧, tekens van Word \uf0b7 \uf0fc, Grieks λόγος, Arabisch مرحبا بالعالم en Hebreeuws שלום."
FIELDS = (
    "lead: [lang]",
    "role: facilitator",
    "partners: [lang, kring, apothekers, dienst-zorg]",
    "target_groups: [mantelzorgers, scholen]",
    "start: 2025",
    "due: eind 2025",
    "steps: [{what: Zaal zoeken, due: maart 2025, by: [lang]}, {what: Klaar, due: juni 2025}]",
    "indicators: [{kind: output, what: Gasten, target: 4, unit: gasten}]",
)


def hard_title() -> str:
    return (TITLE * 5)[:299] + "!"


def hard(root: Path) -> Path:
    """A plan with everything that is hard to lay out."""
    title = hard_title()
    texts = {
        "lang_verhaal": fiche("1.1.1", *FIELDS, title=title, text=LONG),
        "tabel": fiche("1.1.2", *FIELDS, title="Tabel", text=f"## Wat?\n\n{COLUMNS}\n\n## Hoe?\n\n{SENTENCE}\n"),
        "tekens": fiche("1.1.3", *FIELDS, title=f'"{ODD}"', text=f"## Waarom?\n\n{ODD}\n\n* {ODD}\n"),
        "woord": fiche("1.2.1", *FIELDS, title="Een" + "lang" * 40 + "woord", text=f"## Hoe?\n\n{'lang' * 60}\n"),
        "stomp": fiche("1.2.2", f"reason: {SENTENCE * 3}", title=title, status="stopped", text=SENTENCE * 30),
        "leeg": fiche("2.1.1", title="Leeg"),
    }
    rich(root, **texts)
    plan = RICH_PLAN.replace("title: Actieplan 2025", f'title: "{title}"')
    goals = GOALS.replace("Zorg dicht bij mensen", title).replace("Mantelzorgers worden gezien", title)
    return write(root, plan=plan, actors=f"{ACTORS}lang:\n  name: {NAME}\n", goals=goals)


def test_a_plan_that_is_hard_to_lay_out_is_not_ugly(tmp_path: Path) -> None:
    assert (len(NAME), len(hard_title())) == (90, 300)
    found = document(hard(tmp_path))
    assert ugly(found, pages(found)) == []


@pytest.mark.parametrize("wanted", [Wanted(goals=("2",)), Wanted(actions=("tabel", "stomp"))])
def test_a_part_of_it_is_not_either(tmp_path: Path, wanted: Wanted) -> None:
    found = plan_document(read(hard(tmp_path)).plan, TODAY, DUTCH, wanted=wanted, internal=True)
    assert ugly(found, pages(found)) == []


def test_a_fiche_of_five_pages_ends_with_more_than_a_few_lines(tmp_path: Path) -> None:
    longer = LONG.replace(SENTENCE * 9, SENTENCE * 30)
    texts = {
        f"a{more}": fiche(f"{more + 1}.1.1", *FIELDS, text=longer + "\n\nNog een regel." * more) for more in (0, 1)
    }
    found = document(write(tmp_path, plan=RICH_PLAN, **texts))
    all_ = pages(found)
    assert len(all_) > 14
    assert ugly(found, all_) == []


def test_an_empty_plan_says_so_on_one_page() -> None:
    (page,) = pages(plan_document(Plan(), TODAY, DUTCH))
    words = " ".join(piece.text for line in page.lines for piece in line)
    assert words.endswith("Doelstellingen Dit plan heeft nog geen doelstellingen en geen acties.")


def test_one_goal_and_nothing_under_it(tmp_path: Path) -> None:
    write(tmp_path, goals="- id: zorg\n  number: 1\n  title: Zorg\n  kind: content\n", actors="", plan="title: Plan\n")
    found = document(tmp_path)
    assert len(pages(found)) == 1


def test_two_hundred_actions(tmp_path: Path) -> None:
    texts = {
        f"a{number}": fiche(
            f"{1 + number % 2}.1.{number // 2 + 1}",
            *FIELDS,
            title=f"{TITLE}{number}",
            text=f"## Waarom?\n\n{SENTENCE * (number % 5)}\n",
        )
        for number in range(200)
    }
    write(tmp_path, plan=RICH_PLAN, actors=f"{ACTORS}lang:\n  name: {NAME}\n", **texts)
    found = document(tmp_path)
    assert ugly(found, pages(found)) == []


# What a rule is for


def text(words: str) -> tuple[Text]:
    return (Text(words),)


def test_the_head_of_a_table_stands_on_every_page_of_it_and_so_does_what_rows_belong_to() -> None:
    rows = tuple((text(f"rij {at}"), text("x")) for at in range(120))
    table = Table(
        "", (text("Kop"), text("Andere kop")), ((text("Groep een"),), *rows[:5], (text("Groep twee"),), *rows[5:])
    )
    all_ = pages(small_document(Heading(1, "a", text("Kop")), table))
    with_rows = [page.words for page in all_ if any(line.startswith("rij ") for line in page.words)]
    assert len(with_rows) > 2
    for lines in with_rows:
        assert "Kop Andere kop" in lines
    for lines in with_rows[1:]:
        assert lines[lines.index("Kop Andere kop") + 1] == "Groep twee"


@pytest.mark.parametrize("count", [45, 46, 47, 50])
def test_a_table_does_not_end_with_one_row_on_a_page(count: int) -> None:
    rows = tuple((text(f"rij {at}"), text("x")) for at in range(count))
    *_, last = pages(small_document(Heading(1, "a", text("Kop")), Table("", (text("A"), text("B")), rows)))
    assert len(last.lines) >= LEAST


@pytest.mark.parametrize("count", [21, 24, 27])
def test_a_chapter_does_not_end_with_few_lines_on_a_page(count: int) -> None:
    blocks = [Paragraph(text(SENTENCE)) for _ in range(count)]
    *_, last = pages(small_document(Heading(1, "a", text("Kop")), *blocks, Paragraph(text("Einde."))))
    assert len(last.lines) >= LEAST


def test_the_check_itself_sees_what_is_wrong() -> None:
    def faults(*pieces: Piece) -> list[str]:
        return list(_faults(Page(2, _lines(pieces)), {"Wat?"}))

    lines = [Piece(188, 700 - 20 * at, 300, 710 - 20 * at, "tekst") for at in range(6)]
    label, head = Piece(68, 150, 90, 160, "Wat?", bold=True), Piece(68, 100, 90, 110, "Kop", bold=True)
    assert faults(*lines) == []
    assert faults(*lines[:2]) == ["only ['tekst', 'tekst']"]
    assert faults(*lines, head) == ["a heading at the foot: Kop"]
    assert faults(*lines, head, Piece(188, 90, 200, 95, "x")) == []
    assert faults(*lines, label, Piece(188, 100, 300, 110, "x")) == ["a label alone: Wat?"]
    assert faults(*lines, Piece(188, 101, 600, 111, "breed")) == ["over the edge: breed"]
    assert faults(*lines, Piece(190, 702, 290, 708, "weg")) == ["one over the other: 'tekst' and 'weg'"]
