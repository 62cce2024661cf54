"""What composed data says, however it is written: its values, its comments, and what the tables of keys tell of it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import Any

import yaml

from elzctl.kinds import Keyed, Many, Short
from elzctl.schema import Kind, Record

_COMMENT = re.compile(r"(?:\A|(?<=\s))#[^\n]*")


class Meaning:
    """What a text of data says: its values, and its comments."""

    def __init__(self, text: str, node: Any) -> None:
        self.text = text
        self.node = node

    def value(self, kind: Kind) -> object:
        """The values, in an order of keys that does not count where the keys have a table."""
        return _value(self.node, kind)

    def comments(self) -> Counter[str]:
        """Every comment of the text, in no order."""
        return Counter(self._comments(0, len(self.text)))

    def has_comments(self) -> bool:
        """True when there are any among the values."""
        return any(self._comments(self.node.start_mark.index, self.node.end_mark.index))

    def _comments(self, place: int, end: int) -> Iterator[str]:
        for leaf in sorted(_leaves(self.node), key=lambda leaf: int(leaf.start_mark.index)):
            start, stop = leaf.start_mark.index, leaf.end_mark.index
            yield from self._between(place, start)
            if leaf.style in ("|", ">"):
                yield from self._between(start, self.text.find("\n", start, stop))
            place = max(place, stop)
        yield from self._between(place, end)

    def _between(self, start: int, end: int) -> Iterator[str]:
        return (comment.rstrip() for comment in _COMMENT.findall(self.text, start, end))


def _value(node: Any, kind: Kind | None) -> object:
    if isinstance(node, yaml.SequenceNode):
        return [_value(item, kind_of_item(kind)) for item in node.value]
    if isinstance(node, yaml.MappingNode):
        pairs = [(_value(key, None), _value(value, kind_of_key(kind, key.value))) for key, value in node.value]
        known = [key for key, _ in pairs if _is_known(key, kind)]
        return {str(key): value for key, value in pairs if key in known}, [p for p in pairs if p[0] not in known]
    return node.value


def _leaves(node: Any) -> Iterator[Any]:
    todo = [node]
    while todo:
        one = todo.pop()
        if isinstance(one, yaml.MappingNode):
            todo.extend(part for pair in one.value for part in pair)
        elif isinstance(one, yaml.SequenceNode):
            todo.extend(one.value)
        else:
            yield one


# What a table says


def _record(kind: Kind | None) -> Record | None:
    kind = kind.record if isinstance(kind, Short) else kind
    return kind if isinstance(kind, Record) else None


def kind_of_key(kind: Kind | None, key: object) -> Kind | None:
    """What the value of a key may be; ``None`` when no table tells."""
    if isinstance(kind, Keyed):
        return kind.record
    record = _record(kind)
    field = record.fields.get(key) if record is not None and isinstance(key, str) else None
    return None if field is None else field.kind


def kind_of_item(kind: Kind | None) -> Kind | None:
    """What an item of a list may be; ``None`` when no table tells."""
    return kind.kind if isinstance(kind, Many) else None


def place_of(key: object, kind: Kind | None) -> int:
    """Where a key stands in its table; behind all others, in the order of the file, when it does not."""
    record = _record(kind)
    names = () if record is None else tuple(record.fields)
    return names.index(key) if key in names else len(names)


def _is_known(key: object, kind: Kind | None) -> bool:
    record = _record(kind)
    return record is not None and key in record.fields
