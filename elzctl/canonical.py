"""Data in the form that all files have: keys in the order of their table, two blanks a level, no folded lines.

Every comment stays, with the key that it belongs to; a value stays as it was typed when it stands on one line.  The new
text is only given when it holds the same values and the same comments.
"""

from __future__ import annotations

import re
from typing import Any

import yaml

from elzctl import nodes
from elzctl.edit import scalar
from elzctl.meaning import Meaning, kind_of_item, kind_of_key, place_of
from elzctl.record import NamedTuple
from elzctl.remarks import Note, drawn, opening, split, without_blanks
from elzctl.schema import Kind
from elzctl.source import Source

STEP = 2

_COLON = re.compile(r"[ \t]*:(?=\s|\Z)")
_BLANKS = re.compile(r"[ \t]*")
# What may stand behind something on its line, and a line that holds a comment or nothing.
_REST = re.compile(r"([ \t]*)(#[^\n]*)?(?:\n|\Z)")
_START = re.compile(r"(?:[ \t]*(?:#[^\n]*)?\n)*---[ \t]*\n")
_HEADER = re.compile(r"[|>](?P<sign>[-0-9]*)[ \t]*(?:(?<=[ \t])#.*)?\Z")
_EMPTY_LINES = re.compile(r"(?:\n[ \t]*)+\Z")
_WORD = re.compile(r"[a-z_]+\Z")
# YAML ends a line at these too, and people do not see them.
_ODD_ENDS = "\r\x85\u2028\u2029"


class Odd(Exception):
    """Data that is written in a way that cannot safely be put in order."""


class _Entry(NamedTuple):
    """A key with its value, or an item of a list: its place among the others, the notes above it, and its lines."""

    place: int
    lead: list[Note]
    lines: list[str]


class _Block(NamedTuple):
    """Keys or items: the notes above the first one, the lines, and the notes below that belong to what is around it."""

    lead: list[Note]
    lines: list[str]
    rest: list[Note]


def canonical(text: str, kind: Kind, *, alone: bool) -> str:
    """The same data in canonical form.  Raises Odd.

    *text* has ``\\n`` at the end of its lines; *alone* when it is a whole file.
    """
    if any(sign in text for sign in _ODD_ENDS):
        raise Odd
    start = _START.match(text) if alone else None
    skipped = 0 if start is None else start.end()
    node = _composed(text[skipped:])
    if node is None:
        return text
    head = [line.strip() for line in text[:skipped].split("\n")[:-1]]
    lines = _Writer(text[skipped:]).file(node, kind, alone=alone)
    made = "\n".join(lines).strip("\n") + "\n"
    if made != text[skipped:]:
        _need_the_same(Meaning(text[skipped:], node), Meaning(made, _composed(made)), kind)
    return "".join(f"{line}\n" for line in head) + made


def _need_the_same(before: Meaning, after: Meaning, kind: Kind) -> None:
    """Raises Odd when two texts do not have the same values and comments."""
    if after.node is None or before.value(kind) != after.value(kind) or before.comments() != after.comments():
        raise Odd


def _composed(text: str) -> Any:
    data, odd = nodes.compose(Source("", b"", text), 0, len(text))
    if odd:
        raise Odd
    return data.node


class _Writer:
    """One pass over a text; ``at`` is where the next key, dash or value begins."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.at = 0

    def file(self, node: Any, kind: Kind, *, alone: bool) -> list[str]:
        """All lines of the data."""
        lead = self._notes(0)
        head = opening(lead, alone=alone)
        lead = lead[len(head) :]
        if _is_block(node):
            block = self._block(node, kind, 0, lead, 0)
            lead, lines, rest = block
        else:
            one, lines, rest = self._inline(node, kind, "", -1, -STEP)
            lead = [*lead, *one]
        if self.at != len(self.text):
            raise Odd
        return [*drawn(head, 0), *drawn(lead, 0), *lines, *drawn(rest, 0)]

    def _block(self, node: Any, kind: Kind | None, indent: int, lead: list[Note], floor: int) -> _Block:
        """Keys or items.  Comments below that stand left of column *floor* belong to what is around them."""
        if self.at != node.start_mark.index:
            raise Odd
        column = node.start_mark.column
        entries: list[_Entry] = []
        for child in node.value:
            one = self._pair if isinstance(node, yaml.MappingNode) else self._item
            entry, rest = one(child, kind, indent, column)
            own, rest = split(rest, max(column + 1, floor))
            entries.append(
                _Entry(entry.place, [*lead, *entry.lead], [*entry.lines, *drawn(own, _below(child, indent))])
            )
            lead = rest
        own, rest = split(lead, max(column, floor))
        first, *others = sorted(entries, key=lambda entry: entry.place)
        lines = [line for entry in others for line in (*drawn(entry.lead, indent), *entry.lines)]
        return _Block(without_blanks(first.lead), [*first.lines, *lines, *drawn(own, indent)], rest)

    def _pair(self, pair: Any, kind: Kind | None, indent: int, column: int) -> tuple[_Entry, list[Note]]:
        key, value = pair
        colon = _COLON.match(self.text, key.end_mark.index)
        if colon is None or not isinstance(key, yaml.ScalarNode) or self.at != key.start_mark.index:
            raise Odd
        place, own = place_of(key.value, kind), kind_of_key(kind, key.value)
        name = f"{' ' * indent}{self._key(key, own)}:"
        if not _is_block(value):
            self.at = colon.end()
            lead, lines, rest = self._inline(value, own, name, column, indent)
            return _Entry(place, lead, lines), rest
        behind, notes = self._behind(colon.end())
        block = self._block(value, own, indent + STEP, notes, column + 1)
        return _Entry(place, [], [name + behind, *drawn(block.lead, indent + STEP), *block.lines]), block.rest

    def _item(self, node: Any, kind: Kind | None, indent: int, column: int) -> tuple[_Entry, list[Note]]:
        if self.text[self.at : self.at + 1] != "-":
            raise Odd
        dash, own = f"{' ' * indent}-", kind_of_item(kind)
        self.at += 1
        if not _is_block(node):
            lead, lines, rest = self._inline(node, own, dash, column, indent)
            return _Entry(0, lead, lines), rest
        lead = self._before(node)
        block = self._block(node, own, indent + STEP, [], column + 1)
        lines = [f"{dash} {block.lines[0].lstrip(' ')}", *block.lines[1:]]
        # Above the dash, for a comment cannot come between it and what it begins.
        return _Entry(0, [note for note in (*lead, *block.lead) if note.text], lines), block.rest

    def _inline(
        self, node: Any, kind: Kind | None, name: str, column: int, indent: int
    ) -> tuple[list[Note], list[str], list[Note]]:
        """A value that begins on the line of its *name*: the notes that stood between, its lines, the notes below."""
        start, end = node.start_mark.index, node.end_mark.index
        if start == end:
            behind, rest = self._behind(self.at)
            return [], [name + behind], rest
        lead = [note for note in self._before(node) if note.text]
        text = self.text[start:end].rstrip()
        if _is_text(node) and "\n" not in node.value and node.value.strip():
            _, mark, comment = text.partition("\n")[0].partition("#")  # behind the sign that it is folded
            text = _EMPTY_LINES.sub("", self.text[start:end])
            lines = [scalar(node.value) + (f" #{comment.rstrip()}" if mark else "")]
        elif _is_text(node):
            # Blanks at the end of its last line are a part of it.
            text = _EMPTY_LINES.sub("", self.text[start:end])
            lines = _reindented(text, column, indent)
        elif "\n" in text and Meaning(self.text, node).has_comments():
            lines = [line.strip() for line in text.split("\n")]
            lines[1:] = [" " * (indent + STEP) + line if line else "" for line in lines[1:]]
        else:
            lines = [self._flow(node, kind, inside=False)]
        behind, rest = self._behind(start + len(text))
        lines[0] = f"{name} {lines[0]}" if name else lines[0]
        lines[-1] += behind
        return lead, lines, rest

    def _flow(self, node: Any, kind: Kind | None, *, inside: bool = True) -> str:
        """A scalar, list or mapping on one line."""
        if isinstance(node, yaml.SequenceNode):
            return f"[{', '.join(self._flow(item, kind_of_item(kind)) for item in node.value)}]"
        if isinstance(node, yaml.MappingNode):
            pairs = sorted(node.value, key=lambda pair: place_of(pair[0].value, kind))
            kinds = [kind_of_key(kind, key.value) for key, _ in pairs]
            texts = [
                f"{self._flow(key, None)}: {self._flow(value, own)}"
                for (key, value), own in zip(pairs, kinds, strict=True)
            ]
            return f"{{{', '.join(texts)}}}"
        text = self.text[node.start_mark.index : node.end_mark.index].rstrip()
        return text if "\n" not in text else _on_one_line(node, inside=inside)

    def _key(self, node: Any, kind: Kind | None) -> str:
        """A key; known ones need no quotation marks."""
        known = kind is not None and node.style and _WORD.match(node.value)
        return str(node.value) if known else self._flow(node, None)

    # Between the data

    def _before(self, node: Any) -> list[Note]:
        """The notes between here and a value, which begins behind blanks or on a line of its own."""
        blanks = _BLANKS.match(self.text, self.at)
        assert blanks is not None
        if blanks.end() == node.start_mark.index:
            self.at = blanks.end()
            return []
        behind, notes = self._behind(self.at)
        if self.at != node.start_mark.index:
            raise Odd
        return [Note(0, behind.strip()), *notes]

    def _behind(self, place: int) -> tuple[str, list[Note]]:
        """The comment behind something on its line, with the blanks before it, and the notes on the lines below."""
        rest = _REST.match(self.text, place)
        if rest is None:
            raise Odd
        behind = f"{rest[1]}{rest[2].rstrip()}" if rest[2] else ""
        return behind, self._notes(rest.end())

    def _notes(self, place: int) -> list[Note]:
        notes = []
        while place < len(self.text) and (line := _REST.match(self.text, place)):
            notes.append(Note(len(line[1]), (line[2] or "").rstrip()))
            place = line.end()
        blanks = _BLANKS.match(self.text, place)
        self.at = place if blanks is None else blanks.end()
        return notes


def _below(child: Any, indent: int) -> int:
    """Where a comment stands that belongs to a key or an item; as deep as a text of several lines it would be of the text."""
    value = child[1] if isinstance(child, tuple) else child
    return indent if _is_text(value) else indent + STEP


def _is_text(node: Any) -> bool:
    return isinstance(node, yaml.ScalarNode) and node.style in ("|", ">")


def _is_block(node: Any) -> bool:
    return isinstance(node, yaml.CollectionNode) and not node.flow_style


def _reindented(text: str, column: int, indent: int) -> list[str]:
    """A text of several lines that stood under something in *column* and now stands under something at *indent*."""
    header, *lines = text.split("\n")
    match = _HEADER.match(header)
    if match is None:
        raise Odd
    deeper = int(match["sign"].strip("-") or 0)
    first = next((line for line in lines if line.strip(" ")), "")
    old = column + deeper if deeper else len(first) - len(first.lstrip(" "))
    new = " " * (indent + (deeper or STEP))
    return [header.rstrip(), *(f"{new}{line[old:]}" if line[old:] else "" for line in lines)]


def _on_one_line(node: Any, *, inside: bool) -> str:
    """A scalar that was folded; *inside* a list or mapping in brackets."""
    text = str(node.value)
    if not node.style and "\n" not in text:
        return text
    if node.style == "'" and text.isprintable():
        return "'{}'".format(text.replace("'", "''"))
    safe = scalar(text, flow=inside)
    return safe if safe.startswith('"') or not node.style else f'"{safe}"'
