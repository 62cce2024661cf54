"""What a document wears: colours, logo and font of the zone, and the zone's own templates."""

from __future__ import annotations

from elzctl.colours import Colour
from elzctl.model import Plan
from elzctl.pictures import Picture
from elzctl.record import NamedTuple
from elzctl.render.palette import Palette, on_dark, on_paper
from elzctl.render.redacted import redacted
from elzctl.templates import OwnTemplates
from elzctl.typefaces import SHIPPED
from elzctl.wording import Message, say


class Logo(NamedTuple):
    """A picture, and what it says to who cannot see it."""

    picture: Picture
    alt: str


class Dress(NamedTuple):
    """How a document looks.  What is empty or ``None`` is as it comes with elzctl.

    ``paper`` and ``dark`` are the colours on white and on a dark screen; ``own`` are the zone's own templates.
    """

    paper: Palette | None = None
    dark: Palette | None = None
    font: str = ""
    logo: Logo | None = None
    own: OwnTemplates = OwnTemplates()
    warnings: tuple[Message, ...] = ()


PLAIN = Dress()
"""The look that comes with elzctl."""

ACCENT = Colour(0x0B, 0x4F, 0x5C)
"""The accent that comes with elzctl."""


def dress_of(plan: Plan, own: OwnTemplates | None = None) -> Dress:
    """What the documents of a plan wear; without *own* templates, and then without a font of the zone's own."""
    style = plan.settings.style
    organisation = plan.settings.organisation
    alt = style.logo_alt or (plan.actor_name(organisation.id) if organisation is not None else "") or "Logo"
    accent = style.accent or (ACCENT if style.second is not None else None)
    is_here = style.font in ("", *SHIPPED) or bool(own is not None and own.fonts)
    lost = say("The font “{font}” is not used; the documents have {instead}", font=style.font, instead=SHIPPED[0])
    return Dress(
        paper=None if accent is None else on_paper(accent, style.second),
        dark=None if accent is None else on_dark(accent, style.second),
        font=style.font if is_here else "",
        logo=None if plan.logo is None else Logo(plan.logo, redacted(alt, plan)[0]),
        own=own or OwnTemplates(),
        warnings=() if is_here else (lost,),
    )
