"""What Git knows of a plan, as a site shows it: for a page a piece of HTML, and pages that lead on to what moved.

It is made beside the pages, by :mod:`elzctl.render.site.past_pages`; what belongs on a page takes the place of a mark on it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING

from elzctl.record import NamedTuple

if TYPE_CHECKING:
    from elzctl.render.html_blocks import Writer
    from elzctl.render.site.page import Behind, Site

MOST_NEWS = 50
"""So many entries of a feed, the newest; a program that looks now and then has seen the others."""
MARK = "<!--elz-history-->"
"""Stands on a page where its history goes; no text of a plan can hold it, for in texts every such sign is escaped."""


_ENTRY, _UPDATED = rb"<entry>\n.*?</entry>\n", rb"<updated>([^<]*)</updated>"


class Moved(NamedTuple):
    """A page that leads to the one that a thing has now."""

    target: str
    data: bytes


class Past(NamedTuple):
    """What goes on the pages of a site and into its feeds, by their paths, and the pages of what had another id.

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
    feeds = ((path, more) for path, more in past.sections.items() if path.endswith(".xml") and path in files)
    found |= {path: merged(files[path], more) for path, more in feeds}
    moved = {path: one.data for path, one in past.moved.items() if path not in files and one.target in files}
    return found | moved


def merged(feed: bytes, more: bytes) -> bytes:
    """A feed with *more* entries, the newest ones of all first.  All texts in them are escaped, so that no mark is a word."""
    entries = sorted(
        (*re.findall(_ENTRY, feed, re.DOTALL), *re.findall(_ENTRY, more, re.DOTALL)), key=_place, reverse=True
    )[:MOST_NEWS]
    head, mark, _ = feed.partition(b"<entry>\n") if b"<entry>\n" in feed else feed.partition(b"</feed>\n")
    newest = max((_place(one)[0] for one in entries), default=b"")
    head = re.sub(_UPDATED, b"<updated>%b</updated>" % newest, head, count=1) if mark and newest else head
    return head + b"".join(entries) + b"</feed>\n"


def _place(entry: bytes) -> tuple[bytes, bytes]:
    """When an entry was changed last, and its name: what comes of one day stays in one order."""
    found = re.search(_UPDATED, entry)
    return found[1] if found is not None else b"", entry.partition(b"</id>")[0]
