"""What stays together on a page of the PDF, marked in the JSON of a document before it is drawn.

A label stands with its text, short rows stay whole, and no part ends with a few lines on a page of their own: its last
blocks are kept together, and what is too long for that is divided, so that its end can go along.  A part that is short
itself goes along with the end of the one before it.  Sizes are estimated lines of text.

Marks: ``keep`` holds a block on one page, ``stick`` on the page of the next one, ``size`` is that of a part, fiche or row in
lines, ``fresh`` says that a goal begins on a page of its own, ``within`` how many rows of a table stand on the page of each
of its rows, with that row itself and those after it, ``again`` is the label of the row that one goes on with, ``joined``
says on which side of a piece of a paragraph the rest of it stands.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from math import ceil
from typing import Any, TypeAlias

Json: TypeAlias = dict[str, Any]

TAIL = 14
"""So many lines at least stand on the last page of a part."""
ENOUGH = 20
"""A goal begins on a page of its own when so many lines follow, and when so many stand before it since the last one."""
LISTED = 1.4
"""Lines that a line of the table of contents takes."""
REST = 3
"""The same for the last page of a row."""
SHORT = 9
"""A row of no more lines is never broken."""
WHOLE = 16
"""What must stay together because it ends a part, or a row, is not longer than this."""
INDIVISIBLE = 22
"""The same for what cannot be divided."""
TABLE = 20
"""A table of no more lines is not broken."""
FEW = 5
"""Words between the heading of a goal and its first action stay with that action when they are no more lines."""
PARAGRAPH = 40
"""The same for a paragraph: a longer one is divided, between two sentences."""
MORE = 4
"""So many lines more go along with the end of a paragraph, to begin it with a sentence."""
ROWS = 4
"""Rows of a table that stay together at its end, and two of them wherever rows begin or end."""

_WIDE, _NARROW = 95, 72
_SENTENCES = re.compile(r"[.!?]['’”)]* +(?=[^\W\d_])")
# In points: a picture is as wide as its column, or as high as blocks.typ allows; a line of text.
_COLUMN, _HIGHEST, _LINE = 480, 340, 14


def keep_together(parts: list[Json], listed: int = 0) -> None:
    """Marks parts, fiches and their rows with their sizes, and what stays together at the end of each.

    *listed* is the number of lines in the table of contents, which stands before all parts.
    """
    for part in parts:
        _keep_within(part["blocks"])
        part["size"] = _lines(*part["blocks"])
    _begin_goals(parts, listed)
    _keep_ends(parts)
    for part in parts:
        for fiche in (block for block in part["blocks"] if block["t"] == "fiche"):
            for one in (fiche, *fiche["fields"]):
                one["size"] = _lines(one)


def _keep_within(blocks: list[Json]) -> None:
    """Divides long rows of fiches, and keeps what is short with what it belongs to."""
    for block in blocks:
        if block["t"] == "fiche":
            block["fields"] = [piece for row in block["fields"] for piece in _pieces(row)]
        elif block["t"] == "table" and _lines(block) <= TABLE:
            block["keep"], block["stick"] = True, False
    for block, after in pairwise(blocks):
        if after["t"] == "fiche" and block["t"] in _WORDS and _lines(block) <= FEW:
            block["keep"] = block["stick"] = True
    for table in _tables(blocks):
        table["within"] = _company(table["rows"])


def _begin_goals(parts: list[Json], listed: int) -> None:
    """Says which goals begin on a page of their own: none after little, and none with which little would stand there."""
    before = listed * LISTED
    if before > ENOUGH / 2:  # As in every plan: pages of contents by themselves.
        before = ENOUGH if parts and parts[0]["kind"] == "goal" else 0
    for at, part in enumerate(parts):
        rest = sum(one["size"] for one in parts[at:] if one["kind"] == "goal")
        part["fresh"] = part["kind"] == "goal" and before >= ENOUGH and rest >= ENOUGH
        before = part["size"] if part["fresh"] else before + part["size"]


def _keep_ends(parts: list[Json]) -> None:
    """Keeps the end of each part together; a part that is short goes with the end of the one before it."""
    need, follows = float(TAIL), False
    for part in reversed(parts):
        need = _keep_end(part["blocks"], need, follows=follows)
        follows = need > 0 and not part["fresh"]
        need = need if follows else TAIL


def _tables(blocks: list[Json]) -> Iterator[Json]:
    """All tables in *blocks*, those in other blocks too."""
    for block in blocks:
        if block["t"] == "table":
            yield block
        for key in ("intro", "fields", "blocks", "items"):
            yield from _tables(block.get(key, []))


def _company(rows: list[list[Any]]) -> list[int]:
    """For each row how many rows stand on its page from there on: no row stands alone under a heading or at an end.

    A row of one cell is the heading of those under it.
    """
    within = [1] * len(rows)
    heads = [at for at, row in enumerate(rows) if len(row) == 1]
    for start, end in pairwise((-1, *heads, len(rows))):
        first, last = start + 1, end - 1
        if last > first:
            within[first] = within[last - 1] = 2
            if last - first == 2:
                within[first] = 3
    return within


def _pieces(row: Json) -> list[Json]:
    """A row; of a long one the end is a row of its own."""
    row["keep"] = _lines(row) <= SHORT
    ending = None if row["keep"] else _ending(row, REST)
    return [row] if ending is None else [row, {**ending, "keep": True}]


def _keep_end(blocks: list[Json], need: float, *, follows: bool) -> float:
    """Marks the last blocks that have *need* lines together; the last one goes with what *follows*.

    Returns how many lines there are still to be found before *blocks*.
    """
    at = len(blocks)
    while at and need > 0:
        at -= 1
        block = blocks[at]
        size = _lines(block)
        if block["t"] == "fiche" and not block["stub"]:
            need = _keep_end(block["fields"], need, follows=follows)
            if need <= 0:
                return 0
            need, follows = need - _SPACE["fiche"], True
            continue
        if size > (PARAGRAPH if block["t"] == "paragraph" else WHOLE):
            ending = _ending(block, need)
            if ending is not None:
                blocks.insert(at + 1, ending)
                block = ending
            elif size > INDIVISIBLE:
                return 0
        block["keep"], block["stick"] = True, follows
        need -= size
        follows = True
    return need


def _ending(block: Json, need: float) -> Json | None:
    """The end of a long block as a block of its own, taken off it; ``None`` when it cannot be divided so."""
    if block["t"] == "paragraph":
        return _parted(block, need)
    if block["t"] == "table":
        # Those under the last heading alone: a heading goes with them as it is.
        rows = next((at for at, row in enumerate(reversed(block["rows"])) if len(row) == 1), len(block["rows"]))
        if last := rows if rows <= ROWS + 1 else ROWS:
            block["within"][-last] = last
    key = _DIVIDED.get(block["t"])
    if key is None:
        return None
    whole: list[Json] = block[key]
    cut = len(whole)
    while cut > 0 and _lines(*whole[cut:]) < need:
        cut -= 1
    while cut > 0 and _announces(whole[cut - 1], whole[cut:]):
        cut -= 1
    rest = whole[cut:]
    most = PARAGRAPH if len(rest) == 1 and rest[0]["t"] == "paragraph" else WHOLE
    if not cut or _lines(*rest) > most:
        return _inner_ending(block, whole[-1], need) if key == "blocks" and whole else None
    block[key] = whole[:cut]
    return _continued(block, rest, cut)


def _parted(block: Json, need: float) -> Json | None:
    """The end of a long paragraph, taken off it between two sentences when it can be: its line ends there.

    Only where a part ends: elsewhere two lines of it may stand on the next page.
    """
    children: list[Json] = block["children"] if need > REST else []
    least, after = ceil(need * _NARROW), 0
    for at in range(len(children) - 1, -1, -1):
        text = children[at].get("text", "") if children[at]["t"] == "text" else ""
        last = max(len(text) - max(least - after, 0), 0)
        first = max(last - MORE * _NARROW, REST * _NARROW - _letters(children[:at]), 1)
        between = [found.end() for found in _SENTENCES.finditer(text, first, last)]
        cut = between[-1] if between else text.rfind(" ", first, last) + 1
        if cut:
            before, rest = ({**children[at], "text": one} for one in (text[:cut].rstrip(), text[cut:]))
            ending = {**block, "children": [rest, *children[at + 1 :]], "joined": "above"}
            block["children"], block["joined"] = [*children[:at], before], "below"
            return ending
        after += _letters(children[at])
    return None


def _announces(block: Json, after: list[Json]) -> bool:
    """True for what says what comes *after* it: it is no end of a page."""
    return block["t"] in _ANNOUNCING or (block["t"] == "paragraph" and bool(after) and after[0]["t"] in _ANNOUNCED)


def _inner_ending(block: Json, last: Json, need: float) -> Json | None:
    """The end of the last block of a row, as a row that goes on."""
    ending = _ending(last, need) if last["t"] == "paragraph" or last["t"] in _DIVIDED else None
    return None if ending is None else _continued(block, [ending], 0)


def _continued(block: Json, rest: list[Json], cut: int) -> Json:
    """A block with the *rest* of what stood in one: a row without a label, a list that counts on."""
    found = {**block, _DIVIDED[block["t"]]: rest}
    if block["t"] == "field":
        found["label"], found["again"] = "", block["label"] or block["again"]
    elif block["t"] == "numbered":
        found["start"] = block["start"] + cut
    return found


def _lines(*nodes: Json) -> float:
    """About how many lines of text the nodes take, with the space between them."""
    return sum(_lines_of(node) for node in nodes)


def _lines_of(node: Json) -> float:
    kind = node["t"]
    if kind == "table":
        return 2 + sum(
            max((ceil(_letters(cell) * len(row) / _WIDE) for cell in row), default=1) for row in node["rows"]
        )
    if kind == "figure":
        shape: float = node["shape"]
        wide: float = node["wide"]
        return 1 + min(wide, _COLUMN, _HIGHEST * shape) / shape / _LINE
    if kind == "listing":
        return 2 + float(node["text"].count("\n"))
    inside = [one for key in ("intro", "fields", "blocks", "items", "facts") for one in node.get(key, ())]
    own = ceil(_letters(node.get("children", ())) / _NARROW) if "children" in node else 0
    return own + _SPACE.get(kind, 0.4) + _lines(*inside)


def _letters(node: Any) -> int:
    """How many characters stand in a line."""
    if isinstance(node, dict):
        return len(node.get("text", "")) + _letters(node.get("children", ()))
    return sum(map(_letters, node)) if isinstance(node, list) else 0


_DIVIDED = {"field": "blocks", "bullets": "items", "numbered": "items"}
_ANNOUNCING = ("heading", "checkbox")
_ANNOUNCED = ("bullets", "numbered", "table")
_WORDS = ("paragraph", "note")
_SPACE = {
    "paragraph": 0.2,
    "bullets": 0.1,
    "numbered": 0.1,
    "item": 0.1,
    "heading": 1.5,
    "fiche": 6,
    "timeline": 30,
    "checkbox": 1.6,
    "note": 2,
    "fact": 0.6,
    "field": 0.8,
}
