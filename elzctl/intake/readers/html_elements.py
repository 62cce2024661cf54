"""The elements of a page that mean something here, and what an open one gives to the text in it."""

from __future__ import annotations

import re

from elzctl.record import NamedTuple

UNSEEN = frozenset(
    "script style template noscript select datalist button iframe object svg math canvas audio video".split()
)
BLOCKS = frozenset(
    """address article aside blockquote body center dd details dialog div dl dt fieldset figcaption figure footer form header
    hr li main nav ol p pre section summary table tbody td tfoot th thead tr ul caption h1 h2 h3 h4 h5 h6""".split()
)
EMPTY = frozenset("area base br col embed hr img input link meta source track wbr".split())
HEADING = re.compile(r"h([1-6])\Z")
STRONG, EMPHASIS = ("strong", "b"), ("em", "i", "cite", "dfn")
SPACED = frozenset("p h1 h2 h3 h4 h5 h6 table ul ol dl hr blockquote pre article section".split())
STYLES = {
    "th": "table heading",
    "caption": "caption",
    "figcaption": "caption",
    "dt": "term",
    "blockquote": "quote",
    "summary": "summary",
}
KINDS = ("entry", "note")
OWN = "_elz-"

ENDS = {
    "p": ("p",),
    "li": ("p", "li"),
    "tr": ("p", "td", "th", "tr"),
    "td": ("p", "td", "th"),
    "th": ("p", "td", "th"),
    "dt": ("p", "dd", "dt"),
    "dd": ("p", "dd", "dt"),
}
"""What the beginning of an element ends without a word."""


class Open(NamedTuple):
    """An element that is open: its name, and what it gives to the text in it."""

    tag: str
    strong: bool = False
    emphasis: bool = False
    link: str = ""
    hidden: bool = False
    running: bool = False
    style: str = ""
