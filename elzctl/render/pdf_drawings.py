"""The drawings of a document for the PDF engine: SVG in the place of what is drawn."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from typing import Any, TypeAlias

from elzctl.render.timeline_shapes import COLOURS, FONT
from elzctl.render.timeline_svg import drawings
from elzctl.render.tree_timeline import Bar, Timeline

Json: TypeAlias = dict[str, Any]

BOX = "□"
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
