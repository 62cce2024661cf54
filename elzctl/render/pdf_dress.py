"""The colours, font and logo of a zone in a PDF."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from elzctl.render.dress import Dress
from elzctl.wording import Message, say

if TYPE_CHECKING:
    from typst import Fonts


class FontFault(Exception):
    """A font of the zone with which nothing can be drawn; ``message`` says why in words for a person."""

    def __init__(self, message: Message) -> None:
        """*message* names the font."""
        super().__init__(message.text)
        self.message = message


def look(dress: Dress) -> dict[str, Any]:
    """What ``look.typ`` reads: colours, the font, the logo with its proportions; only what the zone has."""
    found: dict[str, Any] = {}
    if dress.paper is not None:
        colours = dress.paper
        found = {name: str(getattr(colours, name)) for name in ("accent", "second", "tint", "line")}
    if dress.font:
        found["font"] = dress.font
    if dress.logo is not None:
        picture = dress.logo.picture
        found["logo"] = {"file": _logo_name(dress), "alt": dress.logo.alt, "shape": picture.width / picture.height}
    return found


def lay_out(dress: Dress, root: Path) -> None:
    """Writes what cannot be given in memory, and nothing else, where templates may read it."""
    if dress.logo is not None:
        (root / _logo_name(dress)).write_bytes(dress.logo.picture.data)


def _logo_name(dress: Dress) -> str:
    assert dress.logo is not None
    return f"logo.{'jpg' if dress.logo.picture.kind == 'jpeg' else 'png'}"


def fonts(dress: Dress, shipped: list[str], folder: Path) -> Fonts | list[str]:
    """The fonts in *shipped*, and those of the zone, which are written to *folder*.  Raises FontFault."""
    if not dress.own.fonts:
        return shipped
    import typst

    folder.mkdir()
    for number, data in enumerate(dress.own.fonts):
        (folder / f"{number}.{'otf' if data.startswith(b'OTTO') else 'ttf'}").write_bytes(data)
    paths: list[Any] = [*shipped, str(folder)]
    found = typst.Fonts(include_system_fonts=False, include_embedded_fonts=True, font_paths=paths)
    if dress.font and dress.font not in found.families():
        raise FontFault(say("The font “{font}” cannot be used: there are no letters in its files", font=dress.font))
    return found
