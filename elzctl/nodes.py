"""YAML to nodes: every scalar is text, every node has a place, and hostile input costs one finding.

The nodes are PyYAML's own; what their tags say is never asked.  libyaml's parser is used where it is there.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import yaml
from yaml.composer import Composer
from yaml.parser import Parser
from yaml.reader import Reader
from yaml.scanner import Scanner

from elzctl.faults import files, syntax
from elzctl.finding import Finding
from elzctl.record import NamedTuple
from elzctl.source import Source, Span
from elzctl.wording import say

MAX_DEPTH = 24
MAX_NODES = 50_000
MAX_SCALAR = 16 << 10

# Cheap signs that the slow and exact look at the events is needed: first any of these strings, then the pattern.
_SIGNS = ("&", "*", "!", "<<", " " * MAX_DEPTH, "- - ", "? ", "\t")
_ODD = r"(?m)(?:^|[\s\[\{,:-])[&*!][^\s]|<<|^[ \t?:-]{24,}"
# So deep that the parser gives up before it says how deep.
_DEEP = rf"(?:[\[{{]\s*){{{MAX_DEPTH + 1}}}"
# A list or mapping that is closed on its line, with nothing in it that could hide or open another one.
_SIMPLE = re.compile(r"\[[^\[\]{}\"'#\n]*\]|\{[^\[\]{}\"'#\n]*\}")
_BAD = "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]"


class _TextOnly:
    """Takes the place of YAML's resolver: no scalar becomes anything but text."""

    def resolve(self, kind: object, value: object, implicit: object) -> str:
        return ""

    def descend_resolver(self, node: object, index: object) -> None: ...

    def ascend_resolver(self) -> None: ...


class PurePython(_TextOnly, Reader, Scanner, Parser, Composer):
    """PyYAML's own parser, for a computer without libyaml."""

    def __init__(self, text: str) -> None:
        Reader.__init__(self, text)
        Scanner.__init__(self)
        Parser.__init__(self)
        Composer.__init__(self)


_Parser: type[Any] = PurePython

if hasattr(yaml, "CLoader"):
    from yaml._yaml import CParser

    class _Fast(_TextOnly, CParser):
        def __init__(self, text: str) -> None:
            CParser.__init__(self, text)

    _Parser = _Fast


class Yaml(NamedTuple):
    """Composed data: the top node (``None`` when it is empty or broken) and how its marks become spans."""

    node: yaml.Node | None
    source: Source
    offset: int
    line: int
    exact_lines: bool

    def span(self, node: yaml.Node) -> Span:
        """The place of a node in its file; a block scalar ends before the blank lines that follow it."""
        first, last = node.start_mark, node.end_mark
        start, end = self.offset + first.index, self.offset + last.index
        if self.exact_lines:
            return Span(self.source.path, self.line + first.line, first.column + 1, start, end)
        return self.source.span(start, end)


def compose(source: Source, start: int, end: int) -> tuple[Yaml, list[Finding]]:
    """The YAML between two characters of a file, and what is wrong with it.

    Never raises for bad data: a fault is a finding, and the node is then ``None`` or holds what was read.
    """
    text = source.text[start:end]
    line = source.span(start, start).line
    # PyYAML counts these as line ends too; places are then counted from the characters.
    exact = not any(sign in text for sign in "\r\x85\u2028\u2029")
    empty = Yaml(None, source, start, line, exact)
    try:
        if _is_odd(text):
            fault = next(_event_faults(text, empty), None)
            if fault:
                return empty, [fault]
        node = _Parser(text).get_single_node()
    except yaml.YAMLError as error:
        deep = re.search(_DEEP, text)
        if deep:
            return empty, [_too_deep(source.span(start + deep.start(), start + deep.end()))]
        # What only YAML takes for the end of a line: is it to blame?
        sign = None if exact else re.search("[\x85\u2028\u2029]", text)
        blank = source.text[:start] + re.sub("[\x85\u2028\u2029]", " ", text) + source.text[end:]
        if sign and not compose(Source(source.path, source.raw, blank), start, end)[1]:
            at = source.span(start + sign.start(), start + sign.end())
            return empty, [files.control_character(at, f"U+{ord(sign[0]):04X}")]
        from elzctl import yaml_errors

        return empty, yaml_errors.explain(error, source, start, end)
    except (ValueError, OverflowError, RecursionError):
        # "\U00110000" and its like: an escape that names no character.
        return empty, [syntax.broken_yaml(source.span(start, start), say("This is not valid YAML"), None)]
    whole = empty._replace(node=node)
    return whole, list(_node_faults(whole)) if node is not None and ("\\" in text or len(text) > MAX_SCALAR) else []


def _is_odd(text: str) -> bool:
    """True when the text may hold anchors, tags or deep nesting; the events then tell whether it does."""
    if any(sign in text for sign in _SIGNS) and re.search(_ODD, text):
        return True
    if text.count("[") + text.count("{") < MAX_DEPTH:
        return False
    rest = _SIMPLE.sub("", text)
    return rest.count("[") + rest.count("{") >= MAX_DEPTH


def _event_faults(text: str, where: Yaml) -> Iterator[Finding]:
    """Anchors, aliases, tags, depth and number of nodes, from the events and without recursion."""
    depth = count = 0
    parser = _Parser(text)
    while parser.check_event():
        event: Any = parser.get_event()
        kind = type(event)
        if kind is yaml.AliasEvent:
            yield syntax.yaml_anchor(where.span(event), f"*{event.anchor}")
        elif issubclass(kind, yaml.NodeEvent):
            count += 1
            if event.anchor is not None:
                yield syntax.yaml_anchor(where.span(event), f"&{event.anchor}")
            if event.tag is not None:
                yield syntax.yaml_anchor(where.span(event), str(event.tag))
            if kind is yaml.ScalarEvent and event.value == "<<" and not event.style:
                yield syntax.yaml_anchor(where.span(event), "<<")
        depth += issubclass(kind, yaml.CollectionStartEvent) - issubclass(kind, yaml.CollectionEndEvent)
        if depth > MAX_DEPTH:
            yield _too_deep(where.span(event))
        if count > MAX_NODES:
            yield files.too_large(where.span(event), say("These are more than {limit} values", limit=MAX_NODES))


def _too_deep(at: Span) -> Finding:
    return files.too_large(at, say("This is nested deeper than {limit}", limit=MAX_DEPTH))


def _node_faults(whole: Yaml) -> Iterator[Finding]:
    """What escapes can smuggle in, and values that are too long."""
    for node in _scalars(whole):
        bad = re.search(_BAD, node.value)
        if bad:
            yield files.control_character(whole.span(node), f"U+{ord(bad[0]):04X}")
        elif len(node.value) > MAX_SCALAR:
            limit = say("This value is longer than {limit} KiB", limit=MAX_SCALAR >> 10)
            yield files.too_large(whole.span(node), limit)


def _scalars(whole: Yaml) -> Iterator[yaml.ScalarNode]:
    """Every scalar, keys too, without recursion and in no order that counts."""
    todo = [whole.node]
    while todo:
        node: Any = todo.pop()
        if isinstance(node, yaml.ScalarNode):
            yield node
        elif isinstance(node, yaml.MappingNode):
            todo.extend(part for pair in node.value for part in pair)
        elif isinstance(node, yaml.SequenceNode):
            todo.extend(node.value)


def nothing() -> yaml.Node:
    """The node of data that is not there: an empty scalar."""
    mark = yaml.Mark("", 0, 0, 0, None, 0)
    return yaml.ScalarNode("", "", mark, mark)


def ends_before(whole: Yaml, position: int) -> bool:
    """True when a plain scalar ends right before *position* of the file, blanks aside."""
    before = len(whole.source.text[:position].rstrip())
    return any(not node.style and whole.offset + node.end_mark.index == before for node in _scalars(whole))
