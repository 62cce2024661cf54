"""Where words that are longer than a line may be broken in a PDF: the engine would let them run off the page.

The places have no width and are no hyphens.  Addresses the engine breaks by itself, but not within their parts.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, TypeAlias

Json: TypeAlias = dict[str, Any]

LONGEST = 40
"""Characters of a word without a place to break it; a longer one is in no dictionary."""

_PLACE = "\u200b"
_IN_ADDRESS = r"[^\s/?&=.,;:#_~+\-]"
_ENDLESS = re.compile(
    rf"(?<!\S)(?!https?://|www\.)\S{{{LONGEST + 1},}}|(?<!{_IN_ADDRESS}){_IN_ADDRESS}{{{LONGEST + 1},}}"
)
_BEGIN, _END = re.compile(rf"[^\s{_PLACE}-]*"), re.compile(rf"[^\s{_PLACE}-]*\Z")
_INLINE = frozenset({"text", "strong", "emphasis", "code", "break", "link", "jump", "badge"})


def breakable(text: str) -> str:
    """The same text with a place to break each long word every so many characters."""
    return _ENDLESS.sub(_with_places, text) if len(text) > LONGEST else text


def _with_places(word: re.Match[str]) -> str:
    letters = word.group()
    return _PLACE.join(letters[at : at + LONGEST] for at in range(0, len(letters), LONGEST))


def seams(nodes: list[Any]) -> None:
    """Adds such places between pieces of a line that are one long word together, one part of it strong, say."""
    if len(nodes) < 2 or not isinstance(nodes[0], dict) or nodes[0].get("t") not in _INLINE:
        return
    run = 0
    for leaf in _leaves(nodes):
        text = leaf.get("text", " ")
        if run + len(_first(_BEGIN, text)) > LONGEST and run:
            text = leaf["text"] = _PLACE + text
        end = len(_first(_END, text))
        run = run + end if end == len(text) else end


def _first(pattern: re.Pattern[str], text: str) -> str:
    match = pattern.search(text)
    return match[0] if match else ""


def _leaves(nodes: list[Json]) -> Iterator[Json]:
    """What has characters of its own, in reading order; a break has none."""
    for node in nodes:
        if "children" in node:
            yield from _leaves(node["children"])
        else:
            yield node
