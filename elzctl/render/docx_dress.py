"""The colours, font and logo of a zone in a Word file."""

from __future__ import annotations

from collections.abc import Mapping
from html import escape

from elzctl.colours import TEXT, WHITE, Colour, contrast, lightened, mixed
from elzctl.render.docx_package import Part, Relation
from elzctl.render.docx_pictures import CENTIMETRE, drawing
from elzctl.render.docx_styles import OURS
from elzctl.render.dress import Dress, Logo

FONT = "Calibri"
"""What documents are set in when the zone names no font: it is on nearly every computer."""

_INK = Colour.read(f"#{OURS['ink']}") or WHITE
_LARGEST = {False: (8.0, 2.2), True: (6.0, 1.4)}
"""Centimetres across and down that a logo may take, on a cover and at the head of a short document."""


def colours_of(dress: Dress) -> Mapping[str, str]:
    """The colours that styles name."""
    if dress.paper is None:
        return OURS
    paper = dress.paper
    # The marks of steps stand on the bars.
    bar = lightened(mixed(paper.accent, WHITE, 0.4), lambda one: contrast(_INK, one) >= TEXT)
    found = {name: getattr(paper, name) for name in ("accent", "second", "tint", "line", "soft")}
    return {**OURS, **{name: str(colour)[1:].upper() for name, colour in {**found, "bar": bar}.items()}}


def font_of(dress: Dress) -> str:
    """The font, as XML; a computer that lacks it shows another one."""
    return escape(dress.font or FONT)


def logo_part(logo: Logo) -> Part:
    """The file of the picture."""
    return Part(f"word/media/logo.{logo.picture.kind}", "image", "", logo.picture.data)


def logo_relation(part: Part) -> Relation:
    """How the text uses it."""
    return part.relation()._replace(target=part.name.removeprefix("word/"))


def logo_run(logo: Logo, *, short: bool) -> str:
    """The picture in a line, with what it says to who cannot see it."""
    across, down = (round(side * CENTIMETRE) for side in _LARGEST[short])
    scale = min(across / logo.picture.width, down / logo.picture.height)
    return drawing(logo.picture, logo.alt, scale, logo_relation(logo_part(logo)).id, (1, "Logo"))
