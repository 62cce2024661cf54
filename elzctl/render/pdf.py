"""The document tree → a tagged PDF, drawn by Typst from the fixed template in ``templates/pdf``.

The tree goes to the template as JSON data and never as Typst source: nothing that stands in a plan can be
run, and nothing needs escaping.  The same document and the same day give the same bytes.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from datetime import UTC, date, datetime, time
from pathlib import Path
from types import MappingProxyType
from typing import Any, TypeAlias

from elzctl.record import NamedTuple
from elzctl.render.direction import is_right_to_left
from elzctl.render.dress import PLAIN, Dress
from elzctl.render.markdown import plain as plain_words
from elzctl.render.pdf_breaks import breakable, seams
from elzctl.render.pdf_drawings import drawn, figure_data, figures
from elzctl.render.pdf_dress import FontFault, fonts, lay_out, look
from elzctl.render.pdf_faults import fault_of_template
from elzctl.render.pdf_keep import keep_together
from elzctl.render.pdf_unshown import instead_of, joined_pictures, warnings_of
from elzctl.render.tree import Document, Figure, Listing, Paragraph
from elzctl.templates import built_in
from elzctl.wording import Message, say

Json: TypeAlias = dict[str, Any]

FACES = ("fontpkg_source_sans_3", "fontpkg_noto_sans_arabic")
"""The packages that hold the letters of a document, besides those of the engine."""

_REGIONS = {"nl": "BE", "fr": "BE", "de": "BE", "en": "GB"}
_CHILD_KEYS = ("heading", "intro", "fields", "blocks", "items")
# Fields by which templates know what they draw, and targets of links: they are no text.  All “words” have a font.
_NAMES = frozenset({"t", "anchor", "href", "state", "kind", "key", "language", "words", "file", "names"})
_ALL_SHOWN: Mapping[str, str] = MappingProxyType({})

_SPACE = re.compile(r"[\t\n\v\f\r \x85\u2028\u2029]+")
_LINE_END = re.compile(r"\r\n|[\v\f\r\x85\u2028\u2029]")
# Control characters, and the marks that turn the direction of the text after them.
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u202a-\u202e\u2066-\u2069]")
_SURROGATE = re.compile("[\ud800-\udfff]")


class PdfFault(Exception):
    """No PDF could be made of this document; ``message`` says why in words for a person."""

    def __init__(self, message: Message) -> None:
        """*message* is shown to the person who asked for the PDF."""
        super().__init__(message.text)
        self.message = message


class Pdf(NamedTuple):
    """A PDF file, and what had to be done differently to make it."""

    data: bytes
    warnings: tuple[Message, ...]


def pdf(document: Document, today: date, dress: Dress = PLAIN) -> Pdf:
    """The PDF of *document*, dated *today*.  Raises :class:`PdfFault` when the engine cannot lay it out.

    It works in this process, which the engine ends when memory runs out: confine it for strangers' text.
    A character that no font has is shown as □, an emoji in words.  When the document cannot be made accessible in another way,
    the PDF is made without that claim.  Both are warnings.
    """
    import typst

    if not dress.own.pdf.get("main.typ", b".").strip():
        raise PdfFault(say("{path} is empty, and so would the document be", path="templates/pdf/main.typ"))
    # A font of the zone's own may have them.
    instead = {} if dress.own.fonts else joined_pictures(_words(_encoded(document, {})), _language(document))
    reason, plain = "", False
    while not reason:
        try:
            data = _compile(document, instead, today, dress, plain=plain, accessible=True)
            return Pdf(data, _box_warnings(document, instead, plain=plain))
        except typst.TypstError as fault:
            texts = _words(_encoded(document, instead))
            found = instead_of(fault.diagnostic, texts, _language(document))
            found = {piece: shown for piece, shown in found.items() if piece not in instead}
            instead = {**instead, **found}
            # Perhaps a letter of a drawing: the engine does not say which.
            plain, reason = plain or not found, fault.message if plain and not found else ""
        except FontFault as fault:
            raise PdfFault(fault.message) from fault
    try:
        data = _compile(document, instead, today, dress, plain=False, accessible=False)
    except typst.TypstError as fault:
        raise PdfFault(fault_of_template(fault, dress.own.pdf) or _in_plain_words(fault.message)) from fault
    lost = say(
        "The PDF does not claim to be accessible (PDF/UA-1); the engine that draws it says: “{reason}”", reason=reason
    )
    return Pdf(data, (*_box_warnings(document, instead, plain=False), lost))


def sources(
    document: Document, instead: Mapping[str, str] = MappingProxyType({}), dress: Dress = PLAIN, *, plain: bool = False
) -> dict[str, bytes]:
    """What the engine reads, by file name: the templates, ours or the zone's own, and the document as data.

    *instead* has what stands in the place of pieces of text that no font has.
    """
    found = {**_data(document, instead, plain=plain), "style": look(dress)}
    data = json.dumps(found, ensure_ascii=False, allow_nan=False).encode()
    return {**built_in("pdf"), **dress.own.pdf, "data.json": data}


def _compile(
    document: Document, instead: Mapping[str, str], today: date, dress: Dress, *, plain: bool, accessible: bool
) -> bytes:
    """The bytes of the PDF; *accessible* asks for PDF/A-2a (to keep, tagged) and PDF/UA-1 in one file."""
    from importlib.resources import files
    from tempfile import TemporaryDirectory

    import typst

    with TemporaryDirectory() as place:
        # A root with nothing else, no packages and no fonts of this computer: the document alone decides what is drawn.
        root, empty = Path(place, "root"), Path(place, "empty")
        root.mkdir()
        lay_out(dress, root)
        # As files: what the engine is given in memory it would all parse as templates, the data too.
        pictures = ((name, picture.data) for name, picture in figures(document))
        for name, content in (*sources(document, instead, dress, plain=plain).items(), *pictures):
            (root / name).write_bytes(content)
        data: bytes = typst.compile(
            str(root / "main.typ"),
            root=str(root),
            package_path=str(empty),
            package_cache_path=str(empty),
            ignore_system_fonts=True,
            font_paths=fonts(dress, [str(files(package) / "files") for package in FACES], Path(place, "fonts")),
            format="pdf",
            pdf_standards=["a-2a", "ua-1"] if accessible else [],
            timestamp=datetime.combine(today, time(), UTC),
        )
    return data


def _data(document: Document, instead: Mapping[str, str], *, plain: bool) -> Json:
    """What the template reads: the tree as JSON, with the anchors that exist and the lines of the contents.

    Drawings stand in it as SVG; *plain* ones have no other letters than every font has.
    """
    tree: Json = _encoded(document, instead)
    language = _language(document)
    anchors = _arranged(tree["parts"])
    listed = {line["anchor"]: line for line in tree.pop("contents") if line["anchor"] in anchors}
    keep_together(tree["parts"], len(listed))
    words = dict(tree.pop("words"))
    for node in _of_kind(tree["parts"], "timeline"):
        drawing = drawn(node, words, plain=plain)
        node.clear()
        node.update(drawing)
    region = _REGIONS.get(language)
    return {**tree, "lang": language, "region": region, "words": words, "anchors": anchors, "listed": listed}


def _language(document: Document) -> str:
    return document.language.partition("-")[0].lower()


def _encoded(value: Any, instead: Mapping[str, str]) -> Any:
    """*value* as JSON; a node becomes its fields by name."""
    if isinstance(value, str):
        return _cleaned(value if value.isprintable() else _SPACE.sub(" ", value), instead)
    if isinstance(value, Listing):
        return {"t": value.t, "text": _cleaned(_LINE_END.sub("\n", value.text), instead)}
    if isinstance(value, Figure):
        return {**figure_data(value), "alt": _encoded(value.alt, instead)}
    if isinstance(value, tuple):
        names = getattr(value, "_fields", None)
        if names is None:
            parts = [_encoded(part, instead) for part in value]
            seams(parts)
            return parts
        # What is a name for templates, or the target of a link, is not shown.
        pairs = zip(names, value, strict=True)
        found = {name: _encoded(part, _ALL_SHOWN if name in _NAMES else instead) for name, part in pairs}
        if isinstance(value, Paragraph) and is_right_to_left(plain_words(value.children)):
            found["leftward"] = True
        return found
    return value


def _cleaned(text: str, instead: Mapping[str, str]) -> str:
    """*text* without what no page can show, and with what stands *instead* of pieces that no font has."""
    if not text.isprintable():
        text = _SURROGATE.sub("\ufffd", _CONTROL.sub("", text))
    for piece, shown in instead.items():
        text = text.replace(piece, shown)
    return breakable(text)


def _arranged(parts: list[Json]) -> dict[str, bool]:
    """Sets the levels of all headings in *parts* so that none is skipped, and returns the anchors that exist.

    A heading keeps its anchor only when it is the first with it, and its words only when it has any:
    the engine accepts no two targets of one name, and PDF/UA-1 no empty heading.
    """
    anchors: dict[str, bool] = {}
    above: list[int] = []
    for heading, floor in _headings(parts, 1):
        level = max(heading.get("level", floor), floor)
        while above and above[-1] >= level:
            above.pop()
        above.append(level)
        heading["level"] = len(above)
        if heading["t"] == "heading" and not "".join(_words(heading["children"])).strip():
            heading["children"] = [{"t": "text", "text": "–"}]
        if heading.get("anchor") in anchors:
            heading["anchor"] = ""
        elif heading.get("anchor"):
            anchors[heading["anchor"]] = True
    for entry in _of_kind(parts, "entry"):
        entry["anchor"] = "" if entry["anchor"] in anchors else entry["anchor"]
        anchors.update({entry["anchor"]: True} if entry["anchor"] else {})
    return anchors


def _headings(node: Any, floor: int) -> Iterator[tuple[Json, int]]:
    """Every heading and label of a fiche in reading order, each with the least level that it may have.

    What stands in a fiche is below its heading, and what stands in a row of it is below the row's label.
    """
    if isinstance(node, list):
        for part in node:
            yield from _headings(part, floor)
        return
    kind = node.get("t")
    if kind in ("heading", "field"):
        yield node, floor
    if kind == "fiche":
        below = max(floor, node["heading"]["level"])  # the level as written: it is set anew while we wait
        yield from _headings(node["heading"], floor)
        floor = below
    for key in _CHILD_KEYS:
        if key in node and not (kind == "fiche" and key == "heading"):
            yield from _headings(node[key], floor + (kind in ("fiche", "field")))


def _of_kind(node: Any, kind: str) -> Iterator[Json]:
    """Every node of a kind, in reading order."""
    if isinstance(node, list):
        for part in node:
            yield from _of_kind(part, kind)
        return
    if node.get("t") == kind:
        yield node
    for key in _CHILD_KEYS:
        if key in node:
            yield from _of_kind(node[key], kind)


def _words(node: Any) -> Iterator[str]:
    """All texts in a JSON *node*, with what is not drawn left out."""
    if isinstance(node, str):
        yield node
    elif isinstance(node, dict):
        for key, part in node.items():
            if key not in _NAMES:
                yield from _words(part)
    elif isinstance(node, list):
        for part in node:
            yield from _words(part)


def _box_warnings(document: Document, instead: Mapping[str, str], *, plain: bool) -> tuple[Message, ...]:
    """A warning for each piece that is shown in another way, and for *plain* drawings."""
    drawings = (say("Some letters in the timeline are shown as □; the table after it has them."),) * plain
    return (*drawings, *warnings_of(instead, _words(_encoded(document, _ALL_SHOWN)))) if instead else drawings


def _in_plain_words(fault: str) -> Message:
    """What a person can do about a *fault* of the engine."""
    if "depth exceeded" in fault:
        return say("The PDF could not be made: lists, quotations or emphasis stand too deep in one another.")
    return say("The PDF could not be made: {reason}", reason=fault)
