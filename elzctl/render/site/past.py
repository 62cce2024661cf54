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
LEADING_ON = "assets/moved.js"
"""The script of a page that leads on: it takes along the place on the page that was asked for."""

# The page that is led to comes from the page itself alone; what stands behind "#" in the address never is more than that.
_LEADING_ON = """\
// What was noted in a meeting begins with its id, which is another one now.
{
  const { to, was, now } = document.currentScript.dataset;
  let place = location.hash.slice(1);
  if (place) {
    stop(); // else the page would also lead on by itself, to the beginning of the other one
    try {
      place = decodeURIComponent(place); // mail programs and forms write "%2F" for "/"
    } catch {} // a "%" that is no more than that
    const own = place === was || place.startsWith(was + "/");
    location.replace(to + "#" + encodeURI(own ? now + place.slice(was.length) : place));
  }
}
"""

_ENTRY, _UPDATED = rb"<entry>\n.*?</entry>\n", rb"<updated>([^<]*)</updated>"
_LINE = rb"&lt;(?:li|p)&gt;(.*?)&lt;/(?:li|p)&gt;"
"""A line of an entry, which is HTML that was escaped as a whole."""


class Moved(NamedTuple):
    """A page that leads to the one that a thing has now."""

    target: str
    data: bytes


class Past(NamedTuple):
    """What goes on the pages of a site and into its feeds, by their paths, and the pages of what had another id.

    *twins* are the paths that other files had under such an id, each with that of today: calendars that people follow, and
    documents.
    *horizon* is the day up to which nothing can be seen, in a copy that was cut off.  *names* has the first ids of what has
    another today, by that, in the plan of the *house* with that id.
    """

    sections: Mapping[str, bytes] = {}
    moved: Mapping[str, Moved] = {}
    horizon: date | None = None
    names: Mapping[str, str] = {}
    house: str = ""
    twins: Mapping[str, str] = {}


NOTHING = Past()


def with_history(behind: Behind, site: Site, writer: Writer) -> str:
    """What stands behind the blocks of a page, with the mark for its history before it."""
    return (MARK if site.options.history else "") + behind(site, writer)


def filled(files: Mapping[str, bytes], past: Past) -> dict[str, bytes]:
    """The files of a site with their history, and pages for what moved where there is none yet.

    In feeds and calendars, what got another id keeps the name by which programs know it.  A calendar or a document that had
    another path is there too, the same as under that of today.
    """
    mark = MARK.encode()
    found = {
        path: data.replace(mark, past.sections.get(path, b""), 1) if path.endswith(".html") and mark in data else data
        for path, data in files.items()
    }
    if past.names:
        found |= _first_names(files, past)
    feeds = ((path, more) for path, more in past.sections.items() if path.endswith(".xml") and path in files)
    found |= {path: merged(found[path], more) for path, more in feeds}
    moved = {path: one.data for path, one in past.moved.items() if path not in files and one.target in files}
    if moved:
        moved[LEADING_ON] = _LEADING_ON.encode()
    moved |= {path: found[now] for path, now in past.twins.items() if path not in files and now in found}
    return found | moved


def _first_names(files: Mapping[str, bytes], past: Past) -> dict[str, bytes]:
    """The feeds and calendars among the files."""
    from elzctl.render.site.first_names import in_calendar, in_feed

    made = {path: in_calendar(data, past.names) for path, data in files.items() if path.endswith(".ics")}
    feeds = ((path, data) for path, data in files.items() if path.endswith(".xml") and b"<entry>" in data)
    return made | {path: in_feed(data, past.names, past.house) for path, data in feeds}


def merged(feed: bytes, more: bytes) -> bytes:
    """A feed with *more* entries, the newest ones of all first; what is of one thing and one day is one entry.

    All texts in them are escaped, so that no mark is a word.
    """
    known: dict[bytes, bytes] = {}
    for one in (*re.findall(_ENTRY, feed, re.DOTALL), *re.findall(_ENTRY, more, re.DOTALL)):
        name = one.partition(b"</id>")[0]
        known[name] = _both(known[name], one) if name in known else one
    entries = sorted(known.values(), key=_place, reverse=True)[:MOST_NEWS]
    head, mark, _ = feed.partition(b"<entry>\n") if b"<entry>\n" in feed else feed.partition(b"</feed>\n")
    newest = max((_place(one)[0] for one in entries), default=b"")
    head = re.sub(_UPDATED, b"<updated>%b</updated>" % newest, head, count=1) if mark and newest else head
    return head + b"".join(entries) + b"</feed>\n"


def _both(entry: bytes, other: bytes) -> bytes:
    """An entry that says what another one of the same name says too."""
    lines = dict.fromkeys((*re.findall(_LINE, entry), *re.findall(_LINE, other)))
    items = b"".join(b"&lt;li&gt;%b&lt;/li&gt;" % line for line in lines)
    words = b"&lt;ul&gt;%b&lt;/ul&gt;" % items if len(lines) > 1 else b"&lt;p&gt;%b&lt;/p&gt;" % b"".join(lines)
    head, tag, rest = entry.partition(b'<content type="html">')
    return head + tag + words + rest[rest.find(b"</content>") :]


def _place(entry: bytes) -> tuple[bytes, bytes]:
    """When an entry was changed last, and its name: what comes of one day stays in one order."""
    found = re.search(_UPDATED, entry)
    return found[1] if found is not None else b"", entry.partition(b"</id>")[0]
