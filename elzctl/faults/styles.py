"""What can be wrong with the house style.  One function a code; its docstring is the page that ``elzctl explain CODE`` prints."""

from __future__ import annotations

from elzctl.finding import Finding, Severity
from elzctl.source import Patch, Span
from elzctl.wording import Message, say

ERROR = Severity.ERROR


def low_contrast(span: Span, colour: str, ratio: float, least: float, better: str) -> Finding:
    """A colour of the house style cannot be read well on white paper.

    Words need a contrast of 4.5 to 1 (WCAG AA), for readers with weak eyes, bad printers and sunlight. That holds for the
    accent on white and on its tint, and for white on the accent; lines in the second colour need 3 to 1. The colour that
    is offered has the same hue, and is as near as one can be that does.

    Wrong::

        style: {accent: "#2aa5b8"}

    Right::

        style: {accent: "#1f7987"}
    """
    message = say(
        "The colour {colour} is too light for paper: its contrast is {ratio} to 1, {least} is needed",
        colour=colour,
        ratio=f"{int(ratio * 100) / 100:.2f}",  # cut, not rounded: 4.499 is not enough
        least=f"{least:g}",
    )
    hint = say("The nearest colour that will do is {colour}.", colour=f'"{better}"')
    return Finding(
        "low-contrast", ERROR, message, span, hint, fix=(Patch(span.path, span.start, span.end, f'"{better}"'),)
    )


def unusable_picture(span: Span, path: str, reason: Message, hint: Message | None) -> Finding:
    """A picture of the house style is not there, or cannot be used.

    Pictures are PNG or JPEG files in the folder templates (or plan), of at most 1024 KiB, 3000 pixels a side and 4 million
    pixels in all. elzctl does not make them smaller: a program for pictures does that better. What a camera or a program
    noted in the file (place, name, date) is left out of what is published.

    Wrong::

        style: {logo: templates/logo.svg}

    Right::

        style: {logo: templates/logo.png}
    """
    return Finding("unusable-picture", ERROR, say("{path} {reason}", path=path, reason=reason), span, hint)


def unknown_font(span: Span, font: str, known: tuple[str, ...], near: str | None) -> Finding:
    """A font of the house style is not there.

    Documents are drawn with fonts that travel with the plan, never with those of one computer: Source Sans 3 and
    Libertinus Serif come with elzctl, others stand as ttf or otf files in templates/fonts. Whether a font may be used
    there and in PDFs is for the zone to see to.

    Wrong::

        style: {font: Arial}

    Right::

        style: {font: Libertinus Serif}
    """
    names = ", ".join(known)
    hint = say("Known here: {keys}. Others can be put in templates/fonts, as ttf or otf.", keys=names)
    if near is not None:
        hint = say("Did you mean “{near}”?", near=near)
    fix = () if near is None else (Patch(span.path, span.start, span.end, f'"{near}"'),)
    return Finding("unknown-font", ERROR, say("The font “{font}” is not here", font=font[:80]), span, hint, fix=fix)


def unusable_font(path: str, reason: Message) -> Finding:
    """A file in templates/fonts is no font that can be used.

    Fonts are ttf or otf files of at most 1024 KiB; no more than eight are read. Fonts for web pages (woff) and
    collections (ttc) are not among them.

    Wrong::

        templates/fonts/huisletter.woff2

    Right::

        templates/fonts/huisletter.ttf
    """
    return Finding("unusable-font", Severity.WARNING, say("{path} {reason}", path=path, reason=reason), Span(path))


def fetched_by_style(span: Span, address: str) -> Finding:
    """A style sheet of the zone's own asks for something that does not stand in it.

    A page holds all that it needs, and fetches nothing: so it works without the web, and nobody learns who reads it.
    Readers do not see what is asked for with ``url(…)`` or ``@import``, because pages forbid it to the browser. A small
    picture can stand in the sheet itself, as ``data:image/png;base64,…``; a font cannot, there the fonts of the reader's
    own computer are used.

    Wrong::

        @import "https://fonts.example/letter.css";
        body { background: url(achtergrond.png); }

    Right::

        body { background: #f4efe6; }
    """
    message = say("The style sheet asks for “{address}”, and no page shows that", address=address)
    hint = say(
        "Take this out: a page holds all that it needs. A small picture can stand here as data:image/png;base64,…"
    )
    return Finding("fetched-by-style", Severity.WARNING, message, span, hint)
