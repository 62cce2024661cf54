"""Pictures in a Word file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from elzctl.render.docx_lines import attribute
from elzctl.render.docx_package import RELATION, Part

if TYPE_CHECKING:
    from elzctl.pictures import Picture
    from elzctl.render.docx_blocks import Place, Writer
    from elzctl.render.tree import Figure

CENTIMETRE = 360_000
"""In a Word file's own measure of drawings."""

_HIGHEST = 12 * CENTIMETRE
_TWENTIETH, _PIXEL = 635, 9_525
"""A twentieth of a point, and a pixel of a screen, in the same measure."""
_SPACE = "http://schemas.openxmlformats.org/drawingml/2006"


def figure(writer: Writer, block: Figure, place: Place) -> str:
    """A picture as a line of its own: as large as it is, no wider than the text and never higher than half a page."""
    picture = block.picture
    part = writer.pictures.get(picture.data)
    if part is None:
        name = f"word/media/picture{len(writer.pictures) + 1}.{picture.kind}"
        part = writer.pictures[picture.data] = Part(name, "image", "", picture.data)
    writer.figures += 1
    scale = min(_PIXEL, place.room * _TWENTIETH / picture.width, _HIGHEST / picture.height)
    name = f"Picture {writer.figures}"
    run = drawing(picture, writer.cleaned(block.alt), scale, part.relation().id, (1 + writer.figures, name))
    return writer.words_in(place, run)


def drawing(picture: Picture, alt: str, scale: float, used: str, known_as: tuple[int, str]) -> str:
    """A picture in a line, with what it says to who cannot see it; *scale* is how large a pixel is.

    *used* is the id of its relation; its own number and name are what it is *known_as* in the file.
    """
    size = f'cx="{max(1, round(picture.width * scale))}" cy="{max(1, round(picture.height * scale))}"'
    number, title = known_as
    name = f'id="{number}" name="{title}" descr="{attribute(alt)}"'
    inside = (
        f'<pic:pic xmlns:pic="{_SPACE}/picture"><pic:nvPicPr><pic:cNvPr {name}/><pic:cNvPicPr/></pic:nvPicPr>'
        f'<pic:blipFill><a:blip r:embed="{used}" xmlns:r="{RELATION}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>'
        f'<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext {size}/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic>'
    )
    return (
        f'<w:r><w:drawing><wp:inline xmlns:wp="{_SPACE}/wordprocessingDrawing" distT="0" distB="0" distL="0" distR="0">'
        f'<wp:extent {size}/><wp:docPr {name}/><a:graphic xmlns:a="{_SPACE}/main">'
        f'<a:graphicData uri="{_SPACE}/picture">{inside}</a:graphicData></a:graphic></wp:inline></w:drawing></w:r>'
    )
