"""WordprocessingML of somebody else, written anew: only what is known to be harmless, and no trace of who made it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from html import escape
from types import MappingProxyType
from typing import TYPE_CHECKING, TypeAlias

from elzctl.render.docx_archive import DocxFault
from elzctl.render.docx_package import RELATION
from elzctl.render.docx_parts import WORD
from elzctl.wording import say

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

DRAWING = "http://schemas.openxmlformats.org/drawingml/2006"
PREFIXES: Mapping[str, str] = MappingProxyType(
    {
        WORD: "w",
        RELATION: "r",
        f"{DRAWING}/wordprocessingDrawing": "wp",
        f"{DRAWING}/main": "a",
        f"{DRAWING}/picture": "pic",
        "http://www.w3.org/XML/1998/namespace": "xml",
    }
)
FOREIGN_SPACES = " ".join(f'xmlns:{prefix}="{name}"' for name, prefix in PREFIXES.items() if prefix != "xml")
FIELDS = ("PAGE", "NUMPAGES", "SECTIONPAGES", "TITLE", "SUBJECT", "STYLEREF")
"""What the head and foot of a page may fill in: nothing that reads a file or asks another program."""

Attributes: TypeAlias = Callable[[str, dict[str, str]], dict[str, str]]
"""Called with the short name of each element and its attributes by theirs; gives those to write."""

# Changes that were not accepted, remarks, places, and what leads to other programs: left out with all that is in them.
_DROPPED = re.compile(
    r"w:(?:del|moveFrom|object|pict|control|altChunk|numPr|lang|rsid|proofErr|bookmark.*|perm.*|comment.*|.*Change"
    r"|footnoteReference|endnoteReference|annotationRef|sdtPr|sdtEndPr|customXmlPr|smartTagPr|locked|personal.*)"
    r"|a:(?:extLst|hlinkClick|hlinkHover)|wp:extLst|pic:extLst"
)
_TRACES = "w:rsid"
_ALTERNATIVE = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_OPENED = re.compile(r"w:(?:ins|moveTo|sdt|sdtContent|customXml|smartTag)")
"""Left out, while what is in them stays."""


def written(element: Element, attributes: Attributes) -> str:
    """The element as XML."""
    return "".join(_written(element, attributes))


def children(element: Element, attributes: Attributes) -> str:
    """What is in the element, as XML."""
    return "".join(piece for child in element for piece in _written(child, attributes))


def check_fields(element: Element) -> None:
    """Raises DocxFault when a field does anything but those of :data:`FIELDS`; a name may stand in pieces."""
    names: list[str] = []
    for one in element.iter():
        name = short(one.tag)
        if name == "w:fldSimple":
            _check_field(one.get(f"{{{WORD}}}instr", ""))
        elif name == "w:instrText" and names:
            names[-1] += one.text or ""
        elif name == "w:fldChar":
            kind = one.get(f"{{{WORD}}}fldCharType", "")
            if kind == "begin":
                names.append("")
            elif names:
                _check_field(names[-1])
                if kind == "end":
                    names.pop()
    for name in names:
        _check_field(name)


def _check_field(instruction: str) -> None:
    name = (instruction.split() or [""])[0].upper()
    if name not in FIELDS:
        raise DocxFault(
            say(
                "The head or foot of the Word template has the field “{name}”; only these can be used: {names}",
                name=name[:40],
                names=", ".join(FIELDS),
            )
        )


def short(tag: str) -> str:
    """A name with its prefix, such as ``w:p``; empty when it is not of a known kind."""
    space, _, name = tag.removeprefix("{").rpartition("}")
    prefix = PREFIXES.get(space)
    return f"{prefix}:{name}" if prefix else name if not space else ""


def leaves_out(element: Element) -> bool:
    """True when something in the element is drawn in a way that is not taken."""
    return any(one.tag.startswith(_ALTERNATIVE) or short(one.tag) in ("w:pict", "w:object") for one in element.iter())


def _written(element: Element, attributes: Attributes) -> Iterator[str]:
    name = short(element.tag)
    if ":" not in name or _DROPPED.fullmatch(name):
        return
    is_open = _OPENED.fullmatch(name) is not None
    if not is_open:
        given = {
            key: value for long, value in element.attrib.items() if (key := short(long)) and not key.startswith(_TRACES)
        }
        inside = "".join(f' {key}="{escape(value)}"' for key, value in attributes(name, given).items())
        text = "" if len(element) else escape(element.text or "", quote=False)
        yield f"<{name}{inside}>{text}"
    for child in element:
        yield from _written(child, attributes)
    if not is_open:
        yield f"</{name}>"
