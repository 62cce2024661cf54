"""Composed data written again as YAML: on one line between brackets, or in lines under a key."""

from __future__ import annotations

import re
from typing import Any

import yaml

from elzctl.edit import scalar

_STEP = 2
# A text of several lines that can stand behind "|": nothing in it is folded, hidden or taken for an indent.
_BLOCK = re.compile(r"(?![ \t\n])[^\x00-\x09\x0b-\x1f\x7f-\x9f\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]*[^\s]\n?")


def value_of(node: Any) -> Any:
    """The data as dictionaries, lists and texts."""
    if isinstance(node, yaml.MappingNode):
        return {str(key.value): value_of(value) for key, value in node.value}
    if isinstance(node, yaml.SequenceNode):
        return [value_of(item) for item in node.value]
    return None if node is None else str(node.value)


def flow(node: Any) -> str:
    """The data on one line."""
    if isinstance(node, yaml.MappingNode):
        return f"{{{', '.join(f'{flow(key)}: {flow(value)}' for key, value in node.value)}}}"
    if isinstance(node, yaml.SequenceNode):
        return f"[{', '.join(map(flow, node.value))}]"
    return scalar(str(node.value), flow=True)


def lines_of(what: Any, column: int, *, dash: bool = False) -> list[str]:
    """A pair of key and value, or with *dash* an item of a list, as lines that begin at *column*."""
    before = " " * column
    if dash:
        if not isinstance(what, yaml.MappingNode) or not what.value:
            return [f"{before}- {flow(what)}"]
        lines = [line for pair in what.value for line in lines_of(pair, column + _STEP)]
        return [f"{before}- {lines[0].lstrip(' ')}", *lines[1:]]
    key, value = what
    name = f"{before}{flow(key)}:"
    if isinstance(value, yaml.MappingNode) and value.value and not value.flow_style:
        return [name, *(line for pair in value.value for line in lines_of(pair, column + _STEP))]
    if isinstance(value, yaml.SequenceNode) and any(isinstance(item, yaml.MappingNode) for item in value.value):
        return [name, *(line for item in value.value for line in lines_of(item, column + _STEP, dash=True))]
    if isinstance(value, yaml.CollectionNode):
        return [f"{name} {flow(value)}"]
    text = str(value.value)
    if "\n" in text and _BLOCK.fullmatch(text):
        sign = "|" if text.endswith("\n") else "|-"
        indent = " " * (column + _STEP)
        return [f"{name} {sign}", *(f"{indent}{line}".rstrip() for line in text.removesuffix("\n").split("\n"))]
    return [f"{name} {scalar(text)}" if text else name]
