"""What Git knows of a plan, as a site shows it: for a page a piece of HTML, and pages that lead on to what moved.

It is made beside the pages, by :mod:`elzctl.render.site.past_pages`; what belongs on a page takes the place of a mark on it.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from elzctl.render.html_blocks import Writer
    from elzctl.render.site.page import Behind, Site

MARK = "<!--elz-history-->"
"""Stands on a page where its history goes; no text of a plan can hold it, for in texts every such sign is escaped."""


class Moved(NamedTuple):
    """A page that leads to the one that a thing has now."""

    target: str
    data: bytes


class Past(NamedTuple):
    """What goes on the pages of a site, by their paths, and the pages of what had another id.

    *horizon* is the day up to which nothing can be seen, in a copy that was cut off.
    """

    sections: Mapping[str, bytes] = {}
    moved: Mapping[str, Moved] = {}
    horizon: date | None = None


NOTHING = Past()


def with_history(behind: Behind, site: Site, writer: Writer) -> str:
    """What stands behind the blocks of a page, with the mark for its history before it."""
    return (MARK if site.options.history else "") + behind(site, writer)


def filled(files: Mapping[str, bytes], past: Past) -> dict[str, bytes]:
    """The files of a site with their history, and pages for what moved where there is none yet."""
    mark = MARK.encode()
    found = {
        path: data.replace(mark, past.sections.get(path, b""), 1) if path.endswith(".html") and mark in data else data
        for path, data in files.items()
    }
    moved = {path: one.data for path, one in past.moved.items() if path not in files and one.target in files}
    return found | moved
