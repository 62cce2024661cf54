"""The colours of a presentation, as its theme has them, and how the letters of words on a slide look."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING

from elzctl.attachments.looks import UNKNOWN, WHITE, Look
from elzctl.record import NamedTuple

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
"""What stands before the names of what is drawn, and of what a presentation adds to that."""
_FILLS = ("noFill", "solidFill", "gradFill", "blipFill", "pattFill", "grpFill")
_PRESET: Mapping[str, str] = {"white": WHITE, "black": "000000"}
_FIRST_GROUND = 1_001


class Colours(NamedTuple):
    """The colours of a theme by the names that slides give them, and which of its grounds have one colour alone."""

    named: Mapping[str, str] = {}
    plain_grounds: frozenset[int] = frozenset()

    def of(self, holder: Element | None) -> str:
        """The colour that stands in an element; "?" when it is not known."""
        for one in holder if holder is not None else ():
            found = self._plain(one)
            for change in one:
                found = _changed(found, change)
            return found
        return UNKNOWN

    def _plain(self, said: Element) -> str:
        kind, value = said.tag.removeprefix(A), said.get("val", "")
        if kind == "schemeClr":
            return self.named.get(value, UNKNOWN)
        found = {"srgbClr": value, "sysClr": said.get("lastClr", ""), "prstClr": _PRESET.get(value, "")}.get(kind, "")
        return found.upper() if re.fullmatch("[0-9A-Fa-f]{6}", found) else UNKNOWN


def _changed(colour: str, change: Element) -> str:
    """A colour made lighter or darker; "?" for other changes, such as one that lets see what is behind it."""
    import colorsys

    kind, share = change.tag.removeprefix(A), whole_number(change, "val") / 100_000
    if colour == UNKNOWN or kind not in ("lumMod", "lumOff", "alpha") or (kind == "alpha" and share < 1):
        return UNKNOWN
    hue, light, strong = colorsys.rgb_to_hls(*(int(colour[at : at + 2], 16) / 255 for at in (0, 2, 4)))
    light = light * share if kind == "lumMod" else light + share if kind == "lumOff" else light
    return "".join(f"{round(part * 255):02X}" for part in colorsys.hls_to_rgb(hue, min(max(light, 0), 1), strong))


def of_theme(theme: Element | None, renamed: Element | None) -> Colours:
    """The colours of a theme; *renamed* says which of them is the ground, and which is that of words."""
    scheme = child(theme, f"{A}themeElements", f"{A}clrScheme")
    own = {one.tag.removeprefix(A): Colours().of(one) for one in (scheme if scheme is not None else ())}
    names = dict(renamed.items()) if renamed is not None else {}
    grounds = child(theme, f"{A}themeElements", f"{A}fmtScheme", f"{A}bgFillStyleLst")
    plain = (
        place
        for place, one in enumerate(grounds if grounds is not None else (), start=_FIRST_GROUND)
        if one.tag == f"{A}solidFill" and len(one) == 1 and one[0].get("val") == "phClr" and not len(one[0])
    )
    return Colours(own | {name: own[of] for name, of in names.items() if of in own}, frozenset(plain))


def child(holder: Element | None, *way: str) -> Element | None:
    """What stands in an element, at the end of a way of names; ``None`` when it is not there."""
    for name in way:
        holder = holder.find(name) if holder is not None else None
    return holder


def whole_number(element: Element, name: str) -> int:
    """What an element says; 0 when it is no number."""
    said = element.get(name, "")
    return int(said) if re.fullmatch(r"-?\d{1,12}", said) else 0


def filled(holder: Element | None, colours: Colours) -> str | None:
    """The colour with which something is filled: "?" when it is not known, "" for nothing, ``None`` where nothing is said."""
    for one in holder if holder is not None else ():
        kind = one.tag.removeprefix(A)
        if kind in _FILLS:
            return "" if kind == "noFill" else colours.of(one) if kind == "solidFill" else UNKNOWN
    return None


def letters(run: Element, level: int, shape: Element, colours: Colours) -> Look:
    """How the letters of a run look as far as it, or the shape around it, says so; *level* is how deep its list goes.

    Letters with a line around them, or a shadow, can be read whatever their colour.
    """
    own = child(run, f"{A}rPr")
    usual = child(shape, f"{P}txBody", f"{A}lstStyle", f"{A}lvl{level + 1}pPr", f"{A}defRPr")
    size = next((whole_number(one, "sz") for one in (own, usual) if one is not None and one.get("sz")), 0) / 100
    marked = child(own, f"{A}highlight")
    ground = colours.of(marked) if marked is not None else ""
    if any(_is_drawn_round(one) for one in (own, usual)):
        return Look(UNKNOWN, ground, size)
    for one in (own, usual):
        found = filled(one, colours)
        if found is not None:
            return Look(found or UNKNOWN, ground, size)
    styled = child(shape, f"{P}style", f"{A}fontRef")
    return Look(colours.of(styled) if styled is not None else UNKNOWN, ground, size)


def is_bare(run: Element) -> bool:
    """True for letters that are not filled, with no line around them either."""
    own = child(run, f"{A}rPr")
    return own is not None and child(own, f"{A}noFill") is not None and not _is_drawn_round(own)


def _is_drawn_round(look: Element | None) -> bool:
    if look is None:
        return False
    line = child(look, f"{A}ln")
    has_line = line is not None and line.find(f"{A}noFill") is None
    return has_line or any(
        len(found) for name in ("effectLst", "effectDag") if (found := child(look, f"{A}{name}")) is not None
    )
