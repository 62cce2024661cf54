"""Draws the blocks of a page as the documents do, but with pictures that stand beside the pages and not within them."""

from __future__ import annotations

from collections.abc import Callable
from html import escape

from elzctl.render.html_blocks import HIGHEST, Writer
from elzctl.render.html_dress import Shown, sides
from elzctl.render.markdown import plain
from elzctl.render.site.picture_files import picture_path
from elzctl.render.tree import Document, Figure, Heading, Table
from elzctl.render.tree_timeline import Timeline

_HEARD = 80
"""Signs of a heading that tables below it are called after: who hears the page heard all of it just before."""


class SiteWriter(Writer):
    """Draws one page."""

    def __init__(
        self, document: Document, elsewhere: Callable[[str], str], address: Callable[[str], str], *, titled: bool
    ) -> None:
        """*address* gives the way from the page to a file of the site."""
        super().__init__(document, elsewhere, titled=titled)
        self._file = address
        self._title = self._part = _in_short(document.title)
        """Of what was drawn last: a table without a name of its own has that of the part of the page that it stands in."""

    def image(self, block: Figure) -> Shown:
        """A picture as a file of the site, so that a page stays light."""
        return Shown(self._file(picture_path(block.picture)), block.alt, *sides(block.picture, HIGHEST))

    def heading(self, block: Heading) -> str:
        """A heading, which the tables below it are called after."""
        title = _in_short(f"{block.label} {plain(block.children)}".strip())
        if block.level <= 1:
            self._title = self._part = title
        else:  # other parts of the page may have one of the same name, such as a year
            self._title = f"{self._part}, {title}"
        return super().heading(block)

    def table(self, block: Table) -> str:
        """A table that who hears the page can tell from the others on it."""
        made = super().table(block)
        if block.caption:
            return made
        name = f'aria-label="{escape(self._title)}"'
        return made.replace(f'aria-label="{escape(self.words["table"])}"', name, 1).replace(
            "<table", f"<table {name}", 1
        )

    def timeline(self, block: Timeline) -> str:
        """A drawing that keeps letters that can be read: where it is wider than the screen, it scrolls in its own box."""
        label = escape(block.caption)
        return f'<div class="scroll" role="group" aria-label="{label}" tabindex="0">\n{super().timeline(block)}</div>\n'


def _in_short(title: str) -> str:
    return title if len(title) <= _HEARD else title[:_HEARD].rsplit(" ", 1)[0] + "…"
