"""What stands in a paragraph of Word: its words with their looks, line by line, and the notes and boxes hung on it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from typing import TYPE_CHECKING

from elzctl.intake.laid import Stretch
from elzctl.intake.readers.docx_numbers import symbol
from elzctl.intake.readers.docx_styles import Look, Styles, child, is_on, local, run_look, value
from elzctl.record import NamedTuple

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_SIGNS = {"tab": "\t", "ptab": "\t", "noBreakHyphen": "-", "softHyphen": ""}
# What holds other content and has no meaning of its own here; what was inserted is taken as accepted.
_HOLDERS = frozenset(
    ("ins", "moveTo", "smartTag", "customXml", "bdo", "dir", "sdtContent", "ruby", "rubyBase", "oMath", "oMathPara")
)
_GONE = frozenset(("del", "moveFrom"))
_DRAWN = frozenset(("drawing", "pict", "object", "AlternateContent"))
_LINK = re.compile(r'\s*HYPERLINK\s+"([^"]+)"', re.IGNORECASE)


class Words:
    """What a paragraph holds: *rows* are its lines, cut where somebody typed a line break."""

    def __init__(self) -> None:
        self.rows: list[list[Stretch]] = [[]]
        self.notes: list[tuple[str, str]] = []
        self.boxes: list[Element] = []
        self.new_page = False
        self.anchor = ""

    def add(self, stretch: Stretch) -> None:
        self.rows[-1].append(stretch)


class _Field(NamedTuple):
    """A field of Word that is open: its instruction so far, whether its result is being read, and its box."""

    instruction: str
    shown: bool
    box: str

    @property
    def link(self) -> str:
        match = _LINK.match(self.instruction)
        return match[1] if match else ""


class Runs:
    """Reads paragraphs, and tallies what it leaves out."""

    def __init__(self, styles: Styles, links: Mapping[str, str], tally: Counter[str]) -> None:
        """*links* are the addresses of the part by id; *tally* counts what is dropped, and characters in all."""
        self._styles = styles
        self._links = links
        self._tally = tally
        self._fields: list[_Field] = []
        self._notes = 0
        self._anchor = ""

    def words(self, paragraph: Element, hidden: bool | None) -> Words:
        """The content of a paragraph; *hidden* is what its style says of it."""
        words = Words()
        words.anchor, self._anchor = self._anchor, ""
        self._inside(paragraph, words, "", hidden)
        self._fields = [field for field in self._fields if field.shown]
        return words

    def mark(self, element: Element) -> None:
        """A bookmark between paragraphs: the next one has its name."""
        self._anchor = self._anchor or _name(element)

    def skip(self, element: Element, kind: str) -> None:
        """An element that is left out, counted as *kind* when it holds text."""
        characters = length(element)
        self._tally["skipped"] += characters
        if characters or (kind == "deleted" and any(local(one) == "delText" and one.text for one in element.iter())):
            self._tally[kind] += 1

    def _inside(self, parent: Element, words: Words, link: str, hidden: bool | None) -> None:
        for element in parent:
            name = local(element)
            if name == "r":
                self._run(element, words, link, hidden)
            elif name in _HOLDERS:
                self._tally["inserted"] += name == "ins" and length(element) > 0
                self._inside(element, words, link, hidden)
            elif name in _GONE:
                self.skip(element, "deleted" if name == "del" else "moved")
            elif name == "hyperlink":
                self._inside(element, words, self._leads_to(element) or link, hidden)
            elif name == "fldSimple":
                match = _LINK.match(value(element, "instr"))
                self._inside(element, words, match[1] if match else link, hidden)
            elif name == "sdt":
                self._control(element, words, link, hidden)
            elif name in _DRAWN:
                self._drawn(element, words)
            elif name == "bookmarkStart":
                words.anchor = words.anchor or _name(element)

    def _leads_to(self, hyperlink: Element) -> str:
        """An address of the web, or ``#`` and the name of a place in the document."""
        place = value(hyperlink, "anchor")
        return self._links.get(value(hyperlink, "id"), "") or (
            f"#{place}" if place and not place.startswith("_") else ""
        )

    def _control(self, element: Element, words: Words, link: str, hidden: bool | None) -> None:
        """A content control in a line: a check box as its sign, one that nobody filled in as nothing."""
        content = child(element, "sdtContent")
        box = box_of(element)
        if box:
            words.add(Stretch(f"{box} "))
            if content is not None:
                self._tally["skipped"] += length(content)
        elif is_prompt(element):
            self.skip(element, "prompts")
        elif content is not None:
            self._inside(content, words, link, hidden)

    def _run(self, run: Element, words: Words, link: str, hidden: bool | None) -> None:
        properties = child(run, "rPr")
        style = self._styles.looks.get(value(child(properties, "rStyle")), Look())
        look = run_look(properties).over(style)
        if look.hidden if look.hidden is not None else hidden:
            self.skip(run, "hidden")
            return
        for element in run:
            name = local(element)
            if name in ("t", "delText"):
                self._text(element, words, link, look, gone=name == "delText")
            elif name in _SIGNS:
                self._sign(_SIGNS[name], words, link, look)
            elif name in _READERS:
                _READERS[name](self, element, words)
            elif name in _DRAWN:
                self._drawn(element, words)

    def _text(self, element: Element, words: Words, link: str, look: Look, *, gone: bool) -> None:
        text = element.text or ""
        if gone or not all(field.shown for field in self._fields):
            self._tally["skipped"] += 0 if gone else len("".join(text.split()))
            return
        self._tally["taken"] += len("".join(text.split()))
        self._sign(text, words, link, look)

    def _sign(self, text: str, words: Words, link: str, look: Look) -> None:
        if text and all(field.shown for field in self._fields):
            own = next((field.link for field in reversed(self._fields) if field.link), "") or link
            words.add(Stretch(text, bool(look.strong), bool(look.emphasis), own))

    def _break(self, element: Element, words: Words) -> None:
        if value(element, "type") in ("page", "column"):
            words.new_page = True
        words.rows.append([])

    def _symbol(self, element: Element, words: Words) -> None:
        self._sign(symbol(value(element, "char")), words, "", Look())

    def _field(self, element: Element, words: Words) -> None:
        """The beginning, middle or end of a field; a box of a form is its sign."""
        kind = value(element, "fldCharType")
        if kind == "begin":
            self._fields.append(_Field("", False, _form_box(child(element, "ffData"))))
        elif kind == "separate" and self._fields:
            self._fields[-1] = self._fields[-1]._replace(shown=True)
        elif kind == "end" and self._fields:
            field = self._fields.pop()
            if field.box:
                self._sign(f"{field.box} ", words, "", Look())

    def _instruction(self, element: Element, words: Words) -> None:
        if self._fields and not self._fields[-1].shown:
            field = self._fields[-1]
            self._fields[-1] = field._replace(instruction=(field.instruction + (element.text or ""))[:4000])

    def _note(self, element: Element, words: Words) -> None:
        self._notes += 1
        words.notes.append((local(element).removesuffix("Reference"), value(element, "id")))
        words.add(Stretch(f"[{self._notes}]"))

    def note_number(self, words: Words, place: int) -> int:
        """The number that the reader gave to the note at that *place* among those of the paragraph read last."""
        return self._notes - len(words.notes) + place + 1

    def _drawn(self, element: Element, words: Words) -> None:
        """Text in boxes; pictures and embedded objects are counted."""
        words.boxes += _boxes(element)
        self._tally["skipped"] += _drawn_twice(element)
        for one in element.iter():
            name = local(one)
            self._tally["pictures"] += name in ("blip", "imagedata")
            self._tally["objects"] += name == "OLEObject"
            self._tally["diagrams"] += name in ("relIds", "chart") and value(one, "id") + value(one, "dm") != ""


_READERS: dict[str, Callable[[Runs, Element, Words], None]] = {
    "br": Runs._break,
    "cr": Runs._break,
    "sym": Runs._symbol,
    "fldChar": Runs._field,
    "instrText": Runs._instruction,
    "footnoteReference": Runs._note,
    "endnoteReference": Runs._note,
}


def _name(bookmark: Element) -> str:
    """The name of a bookmark; those that Word makes for itself begin with a low line."""
    name = value(bookmark, "name")
    return "" if name.startswith("_") else name


def length(element: Element) -> int:
    """The characters of text in an element, blanks apart."""
    return sum(len("".join((one.text or "").split())) for one in element.iter() if local(one) == "t")


def box_of(control: Element) -> str:
    """The sign of a content control that is a check box; "" for another one."""
    box = child(child(control, "sdtPr"), "checkbox")
    return "" if box is None else "☒" if value(child(box, "checked")) in ("1", "true", "on") else "☐"


def is_prompt(control: Element) -> bool:
    """True for a content control that still shows what to fill in."""
    return bool(is_on(child(child(control, "sdtPr"), "showingPlcHdr")))


def _form_box(data: Element | None) -> str:
    """The sign of a check box of an old form."""
    box = child(data, "checkBox")
    if box is None:
        return ""
    state = child(box, "checked")
    return "☒" if is_on(state if state is not None else child(box, "default")) else "☐"


def _drawn_twice(element: Element) -> int:
    """The characters in second drawings of the same thing, for programs that do not know the first."""
    found = 0
    for one in element.iter():
        if local(one) == "AlternateContent":
            drawings = [drawing for drawing in one if any(True for _ in _boxes(drawing))]
            found += sum(length(drawing) for drawing in drawings[1:])
    return found


def _boxes(element: Element) -> Iterator[Element]:
    """The contents of text boxes; of two drawings of the same one, the first that has some."""
    if local(element) == "txbxContent":
        yield element
        return
    if local(element) == "AlternateContent":
        for choice in element:
            found = [*_boxes(choice)]
            if found:
                yield from found
                return
        return
    for one in element:
        yield from _boxes(one)
