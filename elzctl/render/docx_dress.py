"""The colours, font and logo of a zone in a Word file."""

from __future__ import annotations

from collections.abc import Mapping
from html import escape

from elzctl.colours import TEXT, WHITE, Colour, contrast, lightened, mixed
from elzctl.render.docx_lines import attribute
from elzctl.render.docx_package import RELATION, Part, Relation
from elzctl.render.docx_styles import OURS
from elzctl.render.dress import Dress, Logo

FONT = "Calibri"
"""What documents are set in when the zone names no font: it is on nearly every computer."""

_INK = Colour.read(f"#{OURS['ink']}") or WHITE
_CENTIMETRE = 360_000
_LARGEST = {False: (8.0, 2.2), True: (6.0, 1.4)}
"""Centimetres across and down that a logo may take, on a cover and at the head of a short document."""
_DRAWING = "http://schemas.openxmlformats.org/drawingml/2006"


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
    picture = logo.picture
    across, down = _LARGEST[short]
    scale = min(across / picture.width, down / picture.height) * _CENTIMETRE
    size = f'cx="{max(1, round(picture.width * scale))}" cy="{max(1, round(picture.height * scale))}"'
    name = f'id="1" name="Logo" descr="{attribute(logo.alt)}"'
    used = logo_relation(logo_part(logo)).id
    inside = (
        f'<pic:pic xmlns:pic="{_DRAWING}/picture"><pic:nvPicPr><pic:cNvPr {name}/><pic:cNvPicPr/></pic:nvPicPr>'
        f'<pic:blipFill><a:blip r:embed="{used}" xmlns:r="{RELATION}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>'
        f'<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext {size}/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic>'
    )
    return (
        f'<w:r><w:drawing><wp:inline xmlns:wp="{_DRAWING}/wordprocessingDrawing" distT="0" distB="0" distL="0" distR="0">'
        f'<wp:extent {size}/><wp:docPr {name}/><a:graphic xmlns:a="{_DRAWING}/main">'
        f'<a:graphicData uri="{_DRAWING}/picture">{inside}</a:graphicData></a:graphic></wp:inline></w:drawing></w:r>'
    )
