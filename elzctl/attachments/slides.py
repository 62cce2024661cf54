"""Words on the slides of a presentation that nobody can read: in the colour of what is behind them, or beside the slide.

That colour is said by the slide, its layout, its master or the theme of these, and by all that is drawn below the words.
Where only a program that draws can tell, such as over a picture, the words count as read.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from elzctl.attachments.looks import UNKNOWN, is_alike, is_unread
from elzctl.attachments.slide_looks import A, Colours, P, child, filled, is_bare, letters, of_theme, whole_number
from elzctl.attachments.slide_places import SLIDE, Box, Frame, box_of, within
from elzctl.record import NamedTuple
from elzctl.tree import Unreadable
from elzctl.wording import say

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element
    from zipfile import ZipFile

_SLIDE = re.compile(r"(?i)ppt/slides/[^/]*\.xml")
_MOST_BYTES, _DEEPEST, _MOST_SHAPES = 48 << 20, 20, 1_000
_WHOLE = "spAutoFit"  # a box that is as large as its words
_CORNERED = ("rect", "roundRect", "flowChartProcess")
"""Shapes that cover the whole of their box, or nearly so."""
_STRICT = (
    ("http://purl.oclc.org/ooxml/drawingml/main", A[1:-1]),
    ("http://purl.oclc.org/ooxml/presentationml/main", P[1:-1]),
)
"""The names of what is drawn in a document that is strictly of the norm, and those that programs write as a rule."""
_BODIES = ("body", "subTitle", "obj", "")


class _Shape(NamedTuple):
    """Something that is drawn: where, as far as that is known, and what it is filled with; ``""`` for nothing."""

    element: Element
    box: Box | None
    fill: str
    is_cornered: bool = False


class _Show(NamedTuple):
    """A slide with all that is behind it: its layout and its master, its colours, whether places for words may be filled."""

    slide: Element
    layout: Element | None
    master: Element | None
    colours: Colours
    is_place_filled: bool


class Slides(NamedTuple):
    """The names of the parts that are slides with words in the colour of what is behind them, or with words beside them."""

    unread: frozenset[str] = frozenset()
    outside: frozenset[str] = frozenset()


def slides(archive: ZipFile, size: tuple[int, int]) -> Slides:
    """What there is of that in a document; *size* is how wide and how high its slides are.  Raises Unreadable."""
    unread, outside, parts = set[str](), set[str](), _Parts(archive)
    for name in archive.namelist():
        show = _show(parts, name) if _SLIDE.fullmatch(name) else None
        if show is not None and _is_unread(show):
            unread.add(name)
        if show is not None and any(size) and _is_outside(show, Box(0, 0, *size)):
            outside.add(name)
    return Slides(frozenset(unread), frozenset(outside))


# The parts behind a slide


class _Parts:
    """The parts of a document as trees; what many slides have behind them is kept."""

    def __init__(self, archive: ZipFile) -> None:
        self._archive, self._left = archive, _MOST_BYTES
        self._names = frozenset(archive.namelist())
        self._known: dict[str, Element | None] = {}

    def tree(self, name: str) -> Element | None:
        """A part; ``None`` where there is none, and for what is none.  Raises Unreadable when there is too much of it all."""
        if name in self._known or name not in self._names:
            return self._known.get(name)
        self._left -= self._archive.getinfo(name).file_size
        if self._left < 0:
            raise Unreadable(say("has more on its slides than elzctl can look into"))
        found = _parsed(self._archive.read(name))
        if not _SLIDE.fullmatch(name):
            self._known[name] = found
        return found

    def led_to(self, name: str, kind: str) -> str:
        """The name of the part of such a kind to which another leads; ``""`` when it leads to none."""
        folder, _, own = name.rpartition("/")
        relations = self.tree(f"{folder}/_rels/{own}.rels")
        for one in relations if relations is not None else ():
            if one.get("Type", "").endswith(f"/{kind}"):
                return posixpath.normpath(posixpath.join("/" + folder, one.get("Target", ""))).lstrip("/")
        return ""


def _parsed(data: bytes) -> Element | None:
    from xml.etree.ElementTree import ParseError, fromstring

    if b"<!DOCTYPE" in data:
        return None
    try:
        text = data.decode("utf-8-sig")
        for strict, usual in _STRICT:
            text = text.replace(strict, usual)
        return fromstring(text)  # noqa: S314 - without a document type there are no entities
    except (ParseError, ValueError):
        return None


def _show(parts: _Parts, name: str) -> _Show | None:
    """A slide with what is behind it; ``None`` for what is none."""
    slide = parts.tree(name)
    if slide is None:
        return None
    layout_name = parts.led_to(name, "slideLayout")
    master_name = parts.led_to(layout_name, "slideMaster")
    layout, master = parts.tree(layout_name), parts.tree(master_name)
    has_own_theme = parts.led_to(name, "themeOverride") or parts.led_to(layout_name, "themeOverride")
    theme = parts.tree(parts.led_to(master_name, "theme")) if not has_own_theme else None
    maps = (child(one, f"{P}clrMapOvr", f"{A}overrideClrMapping") for one in (slide, layout))
    changed = next((one for one in maps if one is not None), None)
    colours = of_theme(theme, changed if changed is not None else child(master, f"{P}clrMap"))
    places = (one for part in (layout, master) if part is not None for one in part.iter(f"{P}sp"))
    is_filled = any(filled(child(one, f"{P}spPr"), colours) for one in places if _place(one) is not None)
    return _Show(slide, layout, master, colours, is_filled)


def _ground(show: _Show) -> str:
    """The colour of the slide itself."""
    for part in (show.slide, show.layout, show.master):
        behind = child(part, f"{P}cSld", f"{P}bg")
        if behind is None:
            continue
        if part is not show.slide and any(
            child(one, f"{P}clrMapOvr", f"{A}overrideClrMapping") is not None for one in (show.slide, show.layout)
        ):
            return UNKNOWN
        own, styled = child(behind, f"{P}bgPr"), child(behind, f"{P}bgRef")
        if own is not None:
            return filled(own, show.colours) or UNKNOWN
        index = whole_number(styled, "idx") if styled is not None else 0
        return show.colours.of(styled) if index in show.colours.plain_grounds else UNKNOWN
    return UNKNOWN


# What is drawn


def _is_unread(show: _Show) -> bool:
    """True for words in the colour of what is behind them, without a colour at all, or as small as a dot."""
    ground, below = _ground(show), [*_behind(show)]
    for shape in _shapes(_tree(show.slide), show):
        if len(below) > _MOST_SHAPES:
            return False
        under = _under(shape, below, ground)
        for level, run, own in _runs(shape, under, show.colours):
            look = letters(run, level, shape.element, show.colours)
            if is_unread(look.colour, look.ground or own, look.size) or is_bare(run):
                return True
        below.append(shape)
    return False


def _is_outside(show: _Show, slide: Box) -> bool:
    """True for words in a shape, alone or in a group, of which nothing lies on the slide."""
    return any(
        shape.box is not None and not shape.box.meets(slide) and any(_words(child(shape.element, f"{P}txBody")))
        for shape in _shapes(_tree(show.slide), show)
    )


def _tree(part: Element | None) -> Element | None:
    return child(part, f"{P}cSld", f"{P}spTree")


def _behind(show: _Show) -> Iterator[_Shape]:
    """What the layout and the master draw; their places for words show nothing by themselves."""
    if show.slide.get("showMasterSp") in ("0", "false"):
        return
    is_layout_alone = show.layout is not None and show.layout.get("showMasterSp") in ("0", "false")
    for part in (None if is_layout_alone else show.master, show.layout):
        yield from (one for one in _shapes(_tree(part), show) if _place(one.element) is None)


def _shapes(tree: Element | None, show: _Show, frame: Frame | None = SLIDE, depth: int = 0) -> Iterator[_Shape]:
    """The shapes in the order in which they are drawn; *frame* is that of the group in which they are, if it is known."""
    for one in tree if tree is not None and depth < _DEEPEST else ():
        kind = one.tag.rpartition("}")[2]
        if kind == "grpSp":
            yield from _shapes(one, show, within(child(one, f"{P}grpSpPr", f"{A}xfrm"), frame), depth + 1)
        elif kind in ("AlternateContent", "Choice", "Fallback"):
            yield from _shapes(one, show, frame, depth + 1)
        elif kind == "sp":
            box, form = _placed(one, show), child(one, f"{P}spPr", f"{A}prstGeom")
            is_cornered = form is not None and form.get("prst") in _CORNERED
            yield _Shape(one, frame.of(box) if frame is not None else None, _fill(one, show), is_cornered)
        elif kind in ("pic", "graphicFrame"):
            box = box_of(child(one, f"{P}spPr", f"{A}xfrm") if kind == "pic" else child(one, f"{P}xfrm"))
            yield _Shape(one, frame.of(box) if frame is not None else None, UNKNOWN)


def _fill(shape: Element, show: _Show) -> str:
    own = filled(child(shape, f"{P}spPr"), show.colours)
    if shape.get("useBgFill") in ("1", "true"):
        return UNKNOWN
    if own is not None:
        return own
    styled = child(shape, f"{P}style", f"{A}fillRef")
    if styled is not None and styled.get("idx") != "0":
        return UNKNOWN
    return UNKNOWN if _place(shape) is not None and show.is_place_filled else ""


def _under(shape: _Shape, below: Sequence[_Shape], ground: str) -> str:
    """The colour of what is behind a shape."""
    for one in below:
        if not one.fill or (shape.box is not None and one.box is not None and not one.box.meets(shape.box)):
            continue
        covers = one.is_cornered and shape.box is not None and one.box is not None and one.box.holds(shape.box)
        ground = one.fill if covers or is_alike(one.fill, ground) else UNKNOWN
    return ground


def _runs(shape: _Shape, under: str, colours: Colours) -> Iterator[tuple[int, Element, str]]:
    """The words of a shape, or of the cells of its table, each with its level and the colour that is behind it."""
    if shape.element.tag == f"{P}sp":
        own = shape.fill or under
        yield from ((level, run, own) for level, run in _words(child(shape.element, f"{P}txBody")))
    for cell in shape.element.iter(f"{A}tc") if shape.element.tag == f"{P}graphicFrame" else ():
        own = filled(child(cell, f"{A}tcPr"), colours) or UNKNOWN
        yield from ((level, run, own) for level, run in _words(child(cell, f"{A}txBody")))


def _words(body: Element | None) -> Iterator[tuple[int, Element]]:
    for paragraph in body.iter(f"{A}p") if body is not None else ():
        about = child(paragraph, f"{A}pPr")
        level = whole_number(about, "lvl") if about is not None else 0
        for run in paragraph.findall(f"{A}r"):
            if re.search(r"\w", run.findtext(f"{A}t") or ""):
                yield level, run


# Where it is


def _place(shape: Element) -> Element | None:
    """What is said of the place for words, of the layout, that a shape fills; ``None`` for a shape of its own."""
    return child(shape, f"{P}nvSpPr", f"{P}nvPr", f"{P}ph")


def _placed(shape: Element, show: _Show) -> Box | None:
    """Where a shape is, by itself or because its place is there; words that are not broken into lines may go beyond it."""
    body = child(shape, f"{P}txBody", f"{A}bodyPr")
    if body is not None and body.get("wrap") == "none" and child(body, f"{A}{_WHOLE}") is None:
        return None
    own, place = child(shape, f"{P}spPr", f"{A}xfrm"), _place(shape)
    if own is not None or place is None:
        return box_of(own)
    for part, is_master in ((show.layout, False), (show.master, True)):
        for one in part.iter(f"{P}sp") if part is not None else ():
            other = _place(one)
            where = child(one, f"{P}spPr", f"{A}xfrm")
            if other is not None and where is not None and _is_same(place, other, is_master=is_master):
                return box_of(where)
    return None


def _is_same(place: Element, other: Element, *, is_master: bool) -> bool:
    kinds = [one.get("type", "").replace("ctrTitle", "title") for one in (place, other)]
    if is_master or not place.get("idx"):
        return kinds[0] == kinds[1] or all(kind in _BODIES for kind in kinds)
    return place.get("idx") == other.get("idx")
