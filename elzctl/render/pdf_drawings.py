"""The drawings and pictures of a document for the PDF engine: SVG in the place of what is drawn, files for pictures."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any, TypeAlias

from elzctl.render.timeline_shapes import COLOURS, FONT
from elzctl.render.timeline_svg import drawings
from elzctl.render.tree import Figure
from elzctl.render.tree_timeline import Bar, Timeline

if TYPE_CHECKING:
    from elzctl.pictures import Picture

Json: TypeAlias = dict[str, Any]

BOX = "□"
POINTS = 0.75
"""Points in a pixel of a screen."""
# What every face has: the letters of our languages, and the signs of their texts.
_FOREIGN = re.compile("[^\\x20-\\x7e\\xa0-\u017f‐-•…€□]")


def drawn(node: Json, words: Mapping[str, str], *, plain: bool) -> Json:
    """A timeline as the template reads it: drawings with their title and what they show in words.

    Faces and colours are named, so that the template can put its own in their place.  *plain* drawings have □ for every
    letter that a face may lack: unlike for text, the engine does not say which ones those are.
    """
    bars = json.loads(_FOREIGN.sub(BOX, json.dumps(node["bars"], ensure_ascii=False))) if plain else node["bars"]
    timeline = Timeline(**{**node, "bars": [Bar(**bar) for bar in bars]})
    found = [drawing._asdict() for drawing in drawings(timeline, words)]
    return {"t": node["t"], "drawings": found, "font": FONT, "colours": dict(COLOURS)}


def figures(node: object) -> Iterator[tuple[str, Picture]]:
    """The pictures in a document or a part of one, each with the name of its file."""
    if isinstance(node, Figure):
        yield _file(node.picture), node.picture
    elif isinstance(node, tuple):
        for part in node:
            yield from figures(part)


def figure_data(figure: Figure) -> Json:
    """A picture as the template reads it: its file, how wide it is when it is not made smaller, in points, and its shape."""
    picture = figure.picture
    wide = picture.width * POINTS
    shape = picture.width / picture.height
    return {"t": figure.t, "alt": figure.alt, "file": _file(picture), "wide": wide, "shape": shape}


def _file(picture: Picture) -> str:
    from hashlib import sha256

    ending = "jpg" if picture.kind == "jpeg" else "png"
    return f"picture-{sha256(picture.data).hexdigest()[:16]}.{ending}"
