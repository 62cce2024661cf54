"""The house style of a zone, as plan.yaml says it."""

from __future__ import annotations

from dataclasses import field
from typing import TYPE_CHECKING

from elzctl.fiche import Spans
from elzctl.value import value

if TYPE_CHECKING:
    from elzctl.colours import Colour


@value
class Style:
    """How the zone dresses its documents; what is empty stays as it comes with elzctl.

    ``logo`` is a path, ``cover`` is Markdown.
    """

    logo: str = ""
    logo_alt: str = ""
    accent: Colour | None = None
    second: Colour | None = None
    font: str = ""
    cover: str = ""
    at: Spans = field(default_factory=dict, compare=False, repr=False)
