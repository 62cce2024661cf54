"""The document tree as one HTML page that needs nothing else: no request, no font from elsewhere, no server.

Jinja lays out the page (``templates/html``): cover, contents, parts.  What stands inside a part is drawn by
:mod:`elzctl.render.html_blocks`, because a macro call for each of some ten thousand nodes costs more than all the rest.

The page is whole without a script.  A plan has one, to search and choose: a file of ours, which never holds anything of
the content.  The page allows itself that script and its styles by their hashes, and nothing else.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from elzctl.record import NamedTuple
from elzctl.render.dress import PLAIN, Dress
from elzctl.render.html_blocks import Writer
from elzctl.render.html_controls import controls
from elzctl.render.html_dress import dressed, head_of, logo
from elzctl.render.markdown import clean
from elzctl.render.page import Pages, TemplateFault, plain, policy
from elzctl.render.tree import Block, Contents, Document, Heading, Part

_STYLES = {"plan": ("plan.css", "controls.css"), "meeting": ("plan.css", "meeting.css"), "letter": ("letter.css",)}
_SCRIPTS = {"plan": ("page.js",), "meeting": (), "letter": ()}


_GOAL = 2
"""The level of the heading of an operational goal."""


class Chapter(NamedTuple):
    """A line of the contents with the lines under it."""

    line: Contents
    below: tuple[Chapter, ...]


class Page(NamedTuple):
    """What a page is laid out of: texts, numbers and lists by name; the zone's own templates, and what it allows itself."""

    values: dict[str, Any]
    own: Mapping[str, str]
    protection: str

    @property
    def is_ours(self) -> bool:
        """True when no template of the zone's has a hand in it: what was drawn is only put together."""
        return not any(name.endswith(".j2") for name in self.own)


def html(document: Document, dress: Dress = PLAIN) -> str:
    """The page.  The same document gives the same characters; a jump to an anchor that is not there is plain text.

    Raises :class:`~elzctl.render.page.TemplateFault` for a template of the zone's own.
    """
    return laid_out(drawn(document, dress))


def drawn(document: Document, dress: Dress) -> Page:
    """All parts of the page."""
    from markupsafe import Markup

    pages = Pages(dress.own.html)
    writer = Writer(document)
    parts = [(part.kind, _part(part, writer)) for part in document.parts]
    # As they will stand in the page, for their hash.
    styles = (*_STYLES[document.kind], *(("marks.css",) if writer.has_marks else ()))
    style = clean(dressed(pages.text(*styles), dress)) + _widths(writer)
    script = clean(pages.text(*_SCRIPTS[document.kind]))
    protection = policy(style, script, images=True)
    values = {
        "document": head_of(document),
        "names": ", ".join(document.names),
        "words": writer.words,
        "outline": _outline(document.contents),
        "anchors": writer.anchors,
        "source": writer.source,
        "controls": Markup(controls(writer.words, writer.choices) if script else ""),  # noqa: S704 - escaped too
        "policy": protection,
        "logo": logo(dress),
        # Drawn from nodes in which every text has been escaped.
        "cover": Markup(writer.blocks(document.cover)),  # noqa: S704 - escaped
        "parts": [(kind, Markup(blocks)) for kind, blocks in parts],  # noqa: S704 - escaped
        "style": Markup(style),  # noqa: S704 - the zone's own
        "script": Markup(script),  # noqa: S704 - the zone's own
    }
    return Page(plain(values), dress.own.html, protection)


def laid_out(page: Page) -> str:
    """The page as one text.  Raises TemplateFault."""
    text = clean(Pages(page.own).page("plan.html.j2", **page.values))
    if not page.is_ours:
        from elzctl.render.html_checked import fault_of_page

        templates = {name: own for name, own in page.own.items() if name.endswith(".j2")}
        if (fault := fault_of_page(text, page.protection, templates)) is not None:
            raise TemplateFault(fault)
    return text


def _part(part: Part, writer: Writer) -> str:
    """The blocks of a part; in the part of a strategic goal each operational goal is one piece, to be chosen or not."""
    goals: list[list[Block]] = [[]]
    for block in part.blocks:
        if part.kind == "goal" and isinstance(block, Heading) and block.level == _GOAL and block.anchor:
            goals.append([])
        goals[-1].append(block)
    opening, *rest = (writer.blocks(tuple(blocks)) for blocks in goals)
    return opening + "".join(f'<div class="goal">\n{blocks}</div>\n' for blocks in rest)


def _widths(writer: Writer) -> str:
    """The widths that the columns of tables have."""
    return "".join(f"col.w{percent} {{ width: {percent}%; }}\n" for percent in sorted(writer.widths))


def _outline(lines: tuple[Contents, ...]) -> tuple[Chapter, ...]:
    """The contents as a tree, which a list in a list needs."""
    found = []
    start = 0
    while start < len(lines):
        end = next((at for at in range(start + 1, len(lines)) if lines[at].level <= lines[start].level), len(lines))
        found.append(Chapter(lines[start], _outline(lines[start + 1 : end])))
        start = end
    return tuple(found)
