"""The seeds as the Word documents that they once were: headings, forms of two columns, lists and check boxes.

Their words come from the seeds, which lie beside the repository; where each belongs comes from the expectations.
"""

from __future__ import annotations

import re
from typing import Any, NamedTuple

from intake_wanted import HERE, SEEDS, seed_text
from intake_word import Word
from yaml import safe_load

_BULLET = re.compile(r"\A(?P<sign>[•]|[-–] |o (?=[A-Z“])|\uf0f0|\uf0a7)\s*")


class Piece(NamedTuple):
    """A paragraph; *depth* 0 is no list item."""

    text: str
    depth: int


def pieces(lines: list[str]) -> list[Piece]:
    """Printed lines as paragraphs and list items."""
    found: list[Piece] = []
    is_open, top = False, ""  # the sign of the outer list
    for line in (one.strip() for one in lines):
        bullet = _BULLET.match(line)
        if not line:
            # A list item may go on behind an empty line, in the print of this seed.
            is_open = False
        elif bullet:
            top = top or bullet["sign"]
            depth = 1 if bullet["sign"] == top else 2
            found.append(Piece(line[bullet.end() :], depth))
            is_open = True
        elif found and (is_open or line[0].islower()):
            last = found[-1]
            joint = "" if re.search(r"\w-\Z", last.text) else " "
            found[-1] = last._replace(text=f"{last.text}{joint}{line}")
            is_open = True
        else:
            found.append(Piece(line, 0))
            is_open, top = True, ""
    return found


class _Book:
    def __init__(self, expectations: str) -> None:
        self.found: Any = safe_load((HERE / "intake" / expectations).read_text("utf-8"))
        self.lines = (SEEDS / self.found["source"]).read_bytes().decode().split("\n")
        self.word = Word(dutch=True)

    def of(self, passage: Any, *, cut: bool = False) -> list[str]:
        rows = [line for first, last in passage["lines"] for line in self.lines[first - 1 : last]]
        if cut and "words" in passage:  # a heading that was glued to the first line
            rows[0] = rows[0].strip().split(" ", 1)[1]
            rows[0] = rows[0].removeprefix("? ").removeprefix(": ")
        return rows

    def line(self, passage: Any) -> str:
        return " ".join(" ".join(one.split()) for one in self.of(passage) if one.strip())

    def prompt(self, part: str) -> str:
        return self.line(self.found["prompts"][_PROMPTS[part]]) if part in _PROMPTS else "Doelgroep(en)"

    def put(self, rows: list[str], where: Any = None) -> None:
        for piece in pieces(rows):
            if piece.depth:
                self.word.bullets(piece.text, where=where, depth=piece.depth)
            else:
                self.word.para(piece.text, where=where)


_PARTS = ("why", "for_whom", "what", "with_whom", "how")
_LABELS = {"why": "Waarom?", "for_whom": "Voor wie?", "what": "Wat?", "with_whom": "Met wie?", "how": "Hoe?"}
# Where the prompts of the form stand among those of the expectations.
_PROMPTS = {"why": 0, "what": 1, "with_whom": 3, "how": 4, "evaluation": 5, "stakeholders": 9}


def plan_docx() -> bytes:
    """The action plan."""
    book = _Book("seed_003.yaml")
    word = book.word
    word.header("Actieplan Eerstelijnszone Dender", "Pagina")
    word.heading(1, "Algemeen")
    for chapter in book.found["chapters"]:
        word.heading(2, book.line(chapter["title"]))
        book.put(book.of(chapter["text"]))
    word.heading(1, "Acties 2025")
    rows = [(row["title"]["lines"][0][0], row) for row in (*book.found["goals"], *book.found["actions"])]
    for _, row in sorted(rows, key=lambda one: one[0]):
        level = row["number"].count(".") + 1
        word.heading(level, book.line(row["title"]))
        if level < 3:
            if "text" in row:
                book.put(book.of(row["text"]))
        elif row["state"] == "stub":
            book.put(book.of(row["sections"]["text"]))
        else:
            _fiche(book, row)
    return word.data()


def _fiche(book: _Book, row: Any) -> None:
    sections = row["sections"]
    if "intro" in sections:
        book.put(book.of(sections["intro"]))
    first = {part: sections.get(part, sections.get("do", {})).get("lines", [[0]])[0][0] for part in ("why", "what")}
    parts = list(_PARTS) if first["why"] < first["what"] else ["what", "why", "for_whom", "with_whom", "how"]
    cells = book.word.form([*(_LABELS[part] for part in parts), "Evaluatie"])
    for part, cell in zip(parts, cells, strict=False):
        if part == "with_whom":
            _with_whom(book, row, cell)
            continue
        book.word.para(book.prompt(part), where=cell, italic=True)
        if part in sections:
            book.put(book.of(sections[part], cut=True), cell)
        if part == "what" and ("do" in sections or "do_not" in sections):
            for kind, label in (("do", "1) Wat ga je wel doen?"), ("do_not", "2) Wat ga je niet doen?")):
                book.word.para(label, where=cell)
                if kind in sections:
                    book.put(book.of(sections[kind]), cell)
    _evaluation(book, row, cells[-1])


def _with_whom(book: _Book, row: Any, cell: Any) -> None:
    if "loose" in row:
        book.word.para(book.line(row["loose"]), where=cell)
    else:
        book.word.para(book.prompt("with_whom"), where=cell, italic=True)
    passage = row["sections"].get("with_whom")
    if passage is None:
        return
    has_label = any(line.strip().startswith("Partners:") for line in book.lines[_around(passage)])
    if has_label and len(passage["lines"]) == 1 and "words" not in passage:
        book.word.para("Partners:", where=cell)
    for index, lines in enumerate(passage["lines"]):
        if index and has_label:
            book.word.para("Partners:", where=cell)
        elif index:
            book.word.para(book.prompt("stakeholders"), where=cell, italic=True)
        book.put(book.lines[lines[0] - 1 : lines[1]], cell)


def _around(passage: Any) -> slice:
    return slice(passage["lines"][0][0] - 4, passage["lines"][-1][1])


def _evaluation(book: _Book, row: Any, cell: Any) -> None:
    word, criteria = book.word, row.get("criteria", {})
    word.para(book.prompt("evaluation"), where=cell, italic=True)
    text = row["sections"].get("evaluation")
    if text and not criteria:
        book.put(book.of(text), cell)
    for kind, label in (("process", "Procesevaluatie"), ("output", "Resultaatgerichte evaluatie (Output)")):
        word.box(label, ticked=row["checks"][kind], where=cell)
        if kind in criteria:
            book.put(book.of(criteria[kind]), cell)
    if text and criteria:
        book.put(book.of(text), cell)


def minutes_docx() -> bytes:
    """The minutes."""
    book = _Book("seed_000.yaml")
    word, found = book.word, book.found
    word.title(book.line(found["title_or"]))
    labels = [book.lines[number - 1].strip().split(" ", 1) for number in (3, 5, 7)]
    word.table([(label, value) for label, value in labels], widths=(3, 13))
    word.heading(1, "1 Deelnemers")
    word.para(book.lines[10].strip())
    word.heading(1, "2 Verslag")
    word.para(book.line(found["intro"]))
    for number, item in enumerate(found["items"], 1):
        title = book.line(item["title"])
        assert title.startswith(f"{number}.")
        word.heading(2, title)
        book.put(book.of(item["text"]))
        if number == 4:
            word.para(*(line.strip() for line in book.lines[292:298]))
    return word.data()


def plan_text() -> bytes:
    return seed_text("seed_003.yaml")


def minutes_text() -> bytes:
    return seed_text("seed_000.yaml")
