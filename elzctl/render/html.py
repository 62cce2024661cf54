"""The document tree as one HTML page that needs nothing else: no request, no script, no font from elsewhere.

Jinja lays out the page (``templates/html``): cover, contents, parts.  What stands inside a part is drawn by
:mod:`elzctl.render.html_blocks`, because a macro call for each of some ten thousand nodes costs more than all the rest.
"""

from __future__ import annotations

from typing import NamedTuple

from elzctl.render.html_blocks import Writer
from elzctl.render.markdown import clean
from elzctl.render.tree import Contents, Document
from elzctl.templates import folder


class Chapter(NamedTuple):
    """A line of the contents with the lines under it."""

    line: Contents
    below: tuple[Chapter, ...]


def html(document: Document) -> str:
    """The page.  The same document gives the same characters; a jump to an anchor that is not there is plain text."""
    from jinja2 import FileSystemLoader, StrictUndefined
    from jinja2.sandbox import ImmutableSandboxedEnvironment
    from markupsafe import Markup

    templates = folder("html")
    jinja = ImmutableSandboxedEnvironment(
        autoescape=True,
        keep_trailing_newline=True,
        loader=FileSystemLoader(templates),
        lstrip_blocks=True,
        trim_blocks=True,
        undefined=StrictUndefined,
    )
    writer = Writer(document)
    page = jinja.get_template("plan.html.j2").render(
        document=document,
        words=writer.words,
        outline=_outline(document.contents),
        exists=writer.anchors.__contains__,
        # Drawn from nodes in which every text has been escaped.
        parts=[(part.kind, Markup(writer.blocks(part.blocks))) for part in document.parts],  # noqa: S704
        style=Markup((templates / "plan.css").read_text(encoding="utf-8")),  # noqa: S704 - the zone's own
    )
    return clean(page)


def _outline(lines: tuple[Contents, ...]) -> tuple[Chapter, ...]:
    """The contents as a tree, which a list in a list needs."""
    found = []
    start = 0
    while start < len(lines):
        end = next((at for at in range(start + 1, len(lines)) if lines[at].level <= lines[start].level), len(lines))
        found.append(Chapter(lines[start], _outline(lines[start + 1 : end])))
        start = end
    return tuple(found)
