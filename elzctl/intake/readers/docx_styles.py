"""The styles of a Word document: English names for them, levels of headings, what they hide and how they space."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from elzctl.record import NamedTuple

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

# Word keeps the names of its own styles in English; other programs write what their user sees.
_ENGLISH = {
    "standaard": "normal",
    "titel": "title",
    "ondertitel": "subtitle",
    "lijstalinea": "list paragraph",
    "lijst opsomming": "list bullet",
    "lijstnummering": "list number",
    "geen afstand": "no spacing",
    "plattetekst": "body text",
    "platte tekst": "body text",
    "koptekst": "header",
    "voettekst": "footer",
    "voetnoottekst": "footnote text",
    "eindnoottekst": "endnote text",
    "bijschrift": "caption",
    "citaat": "quote",
    "duidelijk citaat": "intense quote",
    "kop van inhoudsopgave": "toc heading",
    "kopvaninhoudsopgave": "toc heading",
    "tekst zonder opmaak": "plain text",
    "tabelinhoud": "table contents",
    "tabelkop": "table heading",
    "inhoud tabel": "table contents",
}
_HEADING = re.compile(r"(?:kop|koptekst|titre|überschrift|heading) ?([1-9])\Z")
_CONTENTS = re.compile(r"(?:inhopg|inhoudsopgave|toc|contents) ?([1-9])\Z")
_OFF = ("0", "false", "off", "none")


class Look(NamedTuple):
    """What is told of a paragraph or a style by its properties; ``None`` is not told."""

    outline: int | None = None
    number: str | None = None
    depth: int | None = None
    before: int | None = None
    after: int | None = None
    left: int | None = None
    hidden: bool | None = None
    strong: bool | None = None
    emphasis: bool | None = None

    def over(self, base: Look) -> Look:
        """The look itself, with what it does not tell as *base* has it."""
        told = {key: value for key, value in self._asdict().items() if value is not None}
        return base._replace(**told)


class Styles(NamedTuple):
    """The styles of a document by id: name and look, those that they are based on taken in."""

    names: dict[str, str]
    looks: dict[str, Look]
    base: Look
    normal: str
    language: str

    def name(self, style: str) -> str:
        return self.names.get(style, "")

    def look(self, style: str) -> Look:
        """The look of a style of paragraphs; that of the usual one without a style."""
        return self.looks.get(style or self.normal, self.base)


def local(element: Element) -> str:
    """The name of an element without its namespace."""
    return element.tag.rpartition("}")[2]


def child(element: Element | None, name: str) -> Element | None:
    """The first child with that name."""
    return next((one for one in element if local(one) == name), None) if element is not None else None


def value(element: Element | None, name: str = "val") -> str:
    """An attribute by its name without namespace; "" when it, or the element, is not there."""
    if element is None:
        return ""
    return next((text for key, text in element.attrib.items() if key.rpartition("}")[2] == name), "")


def is_on(element: Element | None) -> bool | None:
    """What a switch says; ``None`` when it is not there."""
    return None if element is None else value(element) not in _OFF


def styles_of(root: Element | None) -> Styles:
    """The styles of a document; without a part for them there are none."""
    found = {value(one, "styleId"): one for one in (() if root is None else root) if local(one) == "style"}
    names = {key: _english(value(child(one, "name")) or key) for key, one in found.items()}
    defaults = child(root, "docDefaults")
    marks = child(child(defaults, "rPrDefault"), "rPr")
    base = look_of(child(child(defaults, "pPrDefault"), "pPr"))
    looks: dict[str, Look] = {}
    for first in (*found,):
        chain: list[str] = []
        key = first
        while key in found and key not in looks and key not in chain:
            chain.append(key)
            key = value(child(found[key], "basedOn"))
        for one in reversed(chain):
            under = looks.get(value(child(found[one], "basedOn")), base)
            own = look_of(child(found[one], "pPr")).over(run_look(child(found[one], "rPr")))
            looks[one] = own.over(under)
    normal = next(
        (
            key
            for key, one in found.items()
            if value(one, "type") == "paragraph" and value(one, "default") in ("1", "true")
        ),
        "",
    )
    return Styles(names, looks, base, normal, value(child(marks, "lang")).partition("-")[0].lower())


def look_of(properties: Element | None) -> Look:
    """What the properties of a paragraph tell."""
    if properties is None:
        return Look()
    spacing, numbers = child(properties, "spacing"), child(properties, "numPr")
    return Look(
        outline=_whole(value(child(properties, "outlineLvl"))),
        number=value(child(numbers, "numId")) or None,
        depth=_whole(value(child(numbers, "ilvl"))),
        before=200 if value(spacing, "beforeAutospacing") in ("1", "true") else _whole(value(spacing, "before")),
        after=200 if value(spacing, "afterAutospacing") in ("1", "true") else _whole(value(spacing, "after")),
        left=_whole(value(child(properties, "ind"), "left") or value(child(properties, "ind"), "start")),
    )


def run_look(properties: Element | None) -> Look:
    """What the properties of a run tell."""
    if properties is None:
        return Look()
    return Look(
        hidden=is_on(child(properties, "vanish")),
        strong=is_on(child(properties, "b")),
        emphasis=is_on(child(properties, "i")),
    )


def level_of(name: str, look: Look) -> int:
    """The level of a heading by its style or outline; 0 is none."""
    heading = _HEADING.match(name)
    if heading is not None:
        return int(heading[1])
    return look.outline + 1 if look.outline is not None and 0 <= look.outline < 9 else 0


def _english(name: str) -> str:
    name = " ".join(name.casefold().split())
    heading, contents = _HEADING.match(name), _CONTENTS.match(name)
    if heading is not None:
        return f"heading {heading[1]}"
    return f"toc {contents[1]}" if contents is not None else _ENGLISH.get(name, name)


def _whole(text: str) -> int | None:
    text = text.partition(".")[0]
    return int(text) if text.lstrip("-").isdecimal() and len(text) < 9 else None
