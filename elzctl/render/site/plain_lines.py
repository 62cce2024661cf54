"""Texts of a plan as lines of bare characters, for files that are no pages."""

from __future__ import annotations

import re
from collections.abc import Iterable

from elzctl.render.markdown import clean, plain
from elzctl.render.site.page import Site
from elzctl.render.tree import Inline
from elzctl.traces import URL, without_trackers


def spoken(line: Iterable[Inline], site: Site) -> str:
    """The words of a line of a page, without what is not public."""
    return unfollowed(plain(site.public(tuple(line))))


def unfollowed(text: str) -> str:
    """A text on one line, without characters that cannot be seen and without what follows a reader."""
    line = " ".join(clean(text).split())
    return re.sub(URL, lambda match: without_trackers(match[0])[0], line) if "://" in line else line
