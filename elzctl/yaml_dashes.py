"""A “-” before an item of a list without the blank that YAML wants behind it, as in ``-what: Overleg``."""

from __future__ import annotations

import re
from typing import Any

import yaml

from elzctl.faults import values
from elzctl.finding import Finding
from elzctl.source import Patch, Source, Span
from elzctl.wording import say

NO_BLANK = say("A blank is missing behind the “-”")

_ITEM = re.compile(r"[ ]*(?:-[ ]+)*-(?=[A-Za-z_][\w-]*:)")
_LINE = re.compile(r"[ ]*-(?P<blank>[ ]+)?(?=\w)")
_LINE_END = re.compile(r"\r\n?|\n")
_NEAR = 12
"""So many lines above and below are looked at."""
_WIDEST = 200
"""So many blanks are looked at before a node."""


def glued_dash(lines: list[str], row: int) -> tuple[int, int, str] | None:
    """From where to where a line with a key is better otherwise, and how; ``None`` when no blank is missing in it.

    Where keys nearby stand in the column of its own key, that key stays where it is.
    """
    match = _ITEM.match(lines[row])
    if match is None:
        return None
    end = match.end()
    if match[0][0] == " " and any(_indent(line) == end for line in lines[max(0, row - _NEAR) : row + _NEAR]):
        return 0, end, f"{match[0][1:]} "
    return end, end, " "


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


def without_blanks(node: Any, source: Source, at: Span) -> Finding | None:
    """The finding for a node *at* a place that is a list but for the blanks; ``None`` when not every item begins with “-”.

    YAML reads ``-what: Overleg`` as a key “-what”, and ``-ocmw`` as a word.
    """
    text = source.text
    places = _blanks(node, text, at.start)
    if not places:
        return None
    first = places[0]
    line = _LINE_END.split(text[first : at.end], 1)[0].strip()
    fix = tuple(Patch(source.path, place, place, " ") for place in places)
    return values.wrong_value(source.span(first - 1, first), NO_BLANK, say("Write: {line}", line=f"- {line}"), fix)


def _blanks(node: Any, text: str, start: int) -> list[int]:
    """Where in *text*, in which *node* begins at *start*, a blank is missing."""
    if not re.search(r"(?:^|[\r\n])[ ]*\Z", text[max(0, start - _WIDEST) : start]):  # behind a key no list can begin
        return []
    if type(node) is yaml.MappingNode:
        places = [start + key.start_mark.index - node.start_mark.index for key, _ in node.value]
    elif type(node) is yaml.ScalarNode and not node.style:
        end = start + node.end_mark.index - node.start_mark.index
        places = [start, *(match.end() for match in _LINE_END.finditer(text, start, end))]
    else:
        return []
    items = [_LINE.match(text, place) for place in places]
    if None in items:
        return []
    return [item.end() for item in items if item is not None and not item["blank"]]
