"""The colours, font and logo of a zone in a page."""

from __future__ import annotations

import re

from elzctl.pictures import Picture
from elzctl.record import NamedTuple
from elzctl.render.dress import Dress
from elzctl.render.palette import Palette
from elzctl.render.tree import Document

# What each variable of a style sheet takes from a palette.
VARIABLES = {
    "accent": "accent",
    "rule": "second",
    "banner": "banner",
    "on-banner": "on_banner",
    "link": "accent",
    "bar": "bar",
    "bar-edge": "edge",
    "wash": "tint",
    "line": "line",
}
_RULE = re.compile(r"\{[^{}]*--accent:[^{}]*\}")
_VARIABLE = re.compile(r"--([a-z-]+):[^;}]*")
_SYSTEM = 'system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "Liberation Sans", Arial, sans-serif'
_LOGO_HEIGHT = 72
"""Pixels of a screen, at most; paper makes it as large."""


class Head(NamedTuple):
    """What a template prints of a document by itself."""

    title: str
    subtitle: str
    organisation: str
    language: str
    date: str
    kind: str


class Shown(NamedTuple):
    """A picture as an image in a page."""

    source: str
    alt: str
    width: int
    height: int


def head_of(document: Document) -> Head:
    """The fields that are texts."""
    return Head(*(getattr(document, name) for name in Head._fields))


def dressed(styles: str, dress: Dress) -> str:
    """The style sheets in the colours and the font of the zone.

    The colours are those that a rule declares with ``--accent``: a rule for dark screens says ``color-scheme: dark``.
    """
    if dress.paper is not None and dress.dark is not None:
        light, dark = dress.paper, dress.dark
        styles = _RULE.sub(lambda rule: _coloured(rule[0], dark if "color-scheme: dark" in rule[0] else light), styles)
    if dress.font:
        styles += f'body {{ font-family: "{dress.font}", {_SYSTEM}; }}\n'
    return styles


def _coloured(rule: str, palette: Palette) -> str:
    def value(match: re.Match[str]) -> str:
        name = VARIABLES.get(match[1])
        return match[0] if name is None else f"--{match[1]}: {getattr(palette, name)}"

    return _VARIABLE.sub(value, rule)


def shown(picture: Picture, alt: str, most: int) -> Shown:
    """A picture within the page itself, no higher than so many pixels of a screen."""
    from base64 import b64encode

    return Shown(f"data:image/{picture.kind};base64,{b64encode(picture.data).decode()}", alt, *sides(picture, most))


def sides(picture: Picture, most: int) -> tuple[int, int]:
    """The width and the height of a picture that is no higher than so many pixels of a screen."""
    shrunk = min(1.0, most / picture.height)
    return max(1, round(picture.width * shrunk)), max(1, round(picture.height * shrunk))


def logo(dress: Dress) -> Shown | None:
    """The logo, within the page itself; pixels by which no window stretches it."""
    return None if dress.logo is None else shown(dress.logo.picture, dress.logo.alt, _LOGO_HEIGHT)
