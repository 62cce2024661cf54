"""The document tree → a tagged PDF, drawn by Typst from the fixed template in ``templates/pdf``.

The tree goes to the template as JSON data and never as Typst source: nothing that stands in a plan can be
run, and nothing needs escaping.  The same document and the same day give the same bytes.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterator
from datetime import UTC, date, datetime, time
from typing import Any, NamedTuple, TypeAlias

from elzctl.render.tree import Document, Listing
from elzctl.templates import folder
from elzctl.wording import Message, say

Json: TypeAlias = dict[str, Any]

BOX = "□"
_REGIONS = {"nl": "BE", "fr": "BE", "de": "BE", "en": "GB"}
_CHILD_KEYS = ("heading", "intro", "fields", "blocks", "items")
_TARGETS = frozenset({"anchor", "href"})
_LONGEST_WORD = 40

_SPACE = re.compile(r"[\t\n\v\f\r \x85\u2028\u2029]+")
_LINE_END = re.compile(r"\r\n|[\v\f\r\x85\u2028\u2029]")
# Control characters, and the marks that turn the direction of the text after them.
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u202a-\u202e\u2066-\u2069]")
_SURROGATE = re.compile("[\ud800-\udfff]")
# The engine breaks addresses by itself, other long words not at all.
_ENDLESS = re.compile(rf"(?<!\S)(?!https?://|www\.)\S{{{_LONGEST_WORD + 1},}}")
_UNSHOWN = re.compile(r'the (?:text|codepoint) `"((?:[^"\\]|\\.)*)"`')
_ESCAPE = re.compile(r"\\u\{([0-9a-f]+)\}|\\(.)")


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


def pdf(document: Document, today: date) -> Pdf:
    """The PDF of *document*, dated *today*.  Raises :class:`PdfFault` when the engine cannot lay it out.

    It works in this process, which the engine ends when memory runs out: confine it for strangers' text.
    A character that no font has is shown as □.  When the document cannot be made accessible in another way,
    the PDF is made without that claim.  Both are warnings.
    """
    import typst

    unshown: frozenset[str] = frozenset()
    reason = ""
    while not reason:
        try:
            return Pdf(_compile(document, unshown, today, accessible=True), _box_warnings(document, unshown))
        except typst.TypstError as fault:
            found = _pieces(fault.diagnostic) - unshown
            unshown |= found
            reason = "" if found else fault.message
    try:
        data = _compile(document, unshown, today, accessible=False)
    except typst.TypstError as fault:
        raise PdfFault(_in_plain_words(fault.message)) from fault
    lost = say("The PDF does not claim to be accessible (PDF/UA-1): {reason}", reason=reason)
    return Pdf(data, (*_box_warnings(document, unshown), lost))


def sources(document: Document, unshown: frozenset[str] = frozenset()) -> dict[str, bytes]:
    """What the engine reads, by file name: the fixed templates, and the document as data."""
    data = json.dumps(_data(document, unshown), ensure_ascii=False, allow_nan=False).encode()
    return {**{path.name: path.read_bytes() for path in sorted(folder("pdf").glob("*.typ"))}, "data.json": data}


def _compile(document: Document, unshown: frozenset[str], today: date, *, accessible: bool) -> bytes:
    """The bytes of the PDF; *accessible* asks for PDF/A-2a (to keep, tagged) and PDF/UA-1 in one file."""
    from importlib.resources import files
    from tempfile import TemporaryDirectory

    import typst

    # The engine takes files from memory; its type stubs do not know that yet.
    in_memory: Any = sources(document, unshown)
    with TemporaryDirectory() as empty:
        # An empty root, no packages and no fonts of this computer: the document alone decides what is drawn.
        data: bytes = typst.compile(
            in_memory,
            root=empty,
            package_path=empty,
            package_cache_path=empty,
            ignore_system_fonts=True,
            font_paths=[str(files("fontpkg_source_sans_3") / "files")],
            format="pdf",
            pdf_standards=["a-2a", "ua-1"] if accessible else [],
            timestamp=datetime.combine(today, time(), UTC),
        )
    return data


def _data(document: Document, unshown: frozenset[str]) -> Json:
    """What the template reads: the tree as JSON, with the anchors that exist and the lines of the contents."""
    tree: Json = _encoded(document, unshown)
    language = document.language.partition("-")[0].lower()
    anchors = _arranged(tree["parts"])
    listed = {line["anchor"]: line for line in tree.pop("contents") if line["anchor"] in anchors}
    words = dict(tree.pop("words"))
    region = _REGIONS.get(language)
    return {**tree, "lang": language, "region": region, "words": words, "anchors": anchors, "listed": listed}


def _encoded(value: Any, unshown: frozenset[str]) -> Any:
    """*value* as JSON; a node becomes its fields by name."""
    if isinstance(value, str):
        return _cleaned(value if value.isprintable() else _SPACE.sub(" ", value), unshown)
    if isinstance(value, Listing):
        return {"t": value.t, "text": _cleaned(_LINE_END.sub("\n", value.text), unshown)}
    if isinstance(value, tuple):
        names = getattr(value, "_fields", None)
        if names is None:
            return [_encoded(part, unshown) for part in value]
        # A character that cannot be shown may well stand in the target of a link.
        pairs = zip(names, value, strict=True)
        return {name: _encoded(part, frozenset() if name in _TARGETS else unshown) for name, part in pairs}
    return value


def _cleaned(text: str, unshown: frozenset[str]) -> str:
    """*text* without what no page can show; each *unshown* piece becomes □, or nothing when it has no width."""
    if not text.isprintable():
        text = _SURROGATE.sub("\ufffd", _CONTROL.sub("", text))
    for piece in unshown:
        text = text.replace(piece, _instead(piece))
    if len(text) > _LONGEST_WORD:
        text = _ENDLESS.sub(_with_breaks, text)
    return text


def _with_breaks(word: re.Match[str]) -> str:
    """The same word with a place (of no width) to break it every so many characters."""
    letters = word.group()
    return "\u200b".join(letters[at : at + _LONGEST_WORD] for at in range(0, len(letters), _LONGEST_WORD))


def _instead(piece: str) -> str:
    """What stands in the place of a *piece* that no font has: joiners and variant marks just go."""
    invisible = all(unicodedata.category(char) == "Cf" or "\ufe00" <= char <= "\ufe0f" for char in piece)
    return "" if invisible else BOX


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


def _words(node: Any) -> Iterator[str]:
    """All texts in a JSON *node*, with what is not drawn left out."""
    if isinstance(node, str):
        yield node
    elif isinstance(node, dict):
        for key, part in node.items():
            if key != "t" and key not in _TARGETS:
                yield from _words(part)
    elif isinstance(node, list):
        for part in node:
            yield from _words(part)


def _pieces(diagnostic: str) -> frozenset[str]:
    """The pieces of text that no font has, or that PDF/A forbids, out of the engine's account of its faults."""
    return frozenset(_ESCAPE.sub(_unescaped, piece) for piece in _UNSHOWN.findall(diagnostic))


def _unescaped(escape: re.Match[str]) -> str:
    code, char = escape.groups()
    return chr(int(code, 16)) if code else str(char)


def _box_warnings(document: Document, unshown: frozenset[str]) -> tuple[Message, ...]:
    """A warning for each piece that is shown as □, with the text around the first one."""
    pieces = sorted(piece for piece in unshown if _instead(piece) == BOX)
    if not pieces:
        return ()
    texts = tuple(_words(_encoded(document, frozenset())))
    return tuple(_box_warning(piece, next((text for text in texts if piece in text), "")) for piece in pieces)


def _box_warning(piece: str, text: str) -> Message:
    before, _, after = text.partition(piece)
    return say(
        "No font has the character {code}; the PDF shows □ in its place: “{place}”",
        code=" ".join(f"U+{ord(char):04X}" for char in piece),
        place=f"{before[-25:]}{BOX}{after[:25]}",
    )


def _in_plain_words(fault: str) -> Message:
    """What a person can do about a *fault* of the engine."""
    if "depth exceeded" in fault:
        return say("The PDF could not be made: lists, quotations or emphasis stand too deep in one another.")
    return say("The PDF could not be made: {reason}", reason=fault)
