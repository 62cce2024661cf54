"""What a value may be: from nodes to typed values, with a finding for everything that does not fit.

The schema decides the type, never YAML: every scalar arrives as text.  A kind reads one node; a record
is a literal table of keys (see :mod:`elzctl.fields`).  ``elzctl schema`` describes the same objects as JSON Schema.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Protocol

import yaml

from elzctl.faults import syntax, values
from elzctl.finding import Finding
from elzctl.nodes import Yaml
from elzctl.record import NamedTuple
from elzctl.source import Patch, Places, Span
from elzctl.wording import Message, say

_SCALAR, _MAPPING = yaml.ScalarNode, yaml.MappingNode


class Reading(NamedTuple):
    """One file while its data is read: the composed YAML, and the findings so far."""

    yaml: Yaml
    found: list[Finding]

    def wrong(self, node: Any, message: Message, hint: Message | None = None, better: str | None = None) -> None:
        """Notes that *node* has not the form that is asked; *better* is the text that would be right."""
        at = self.yaml.span(node)
        fix = () if better is None else (Patch(at.path, at.start, at.end, better),)
        self.found.append(values.wrong_value(at, message, hint, fix))


class Kind(Protocol):
    """A kind of value; ``empty`` is what stands for a needed value that is not there."""

    empty: Any

    def read(self, node: Any, reading: Reading) -> Any:
        """The value of *node*, or ``None`` when it does not fit; a finding then says why."""


def scalar(node: Any, reading: Reading) -> str | None:
    """The characters of a scalar; nothing else has any."""
    if type(node) is _SCALAR:
        return str(node.value)
    reading.wrong(
        node, say("One value is expected here, not a list or keys of its own"), say("Put a text between quotes.")
    )
    return None


class Field(NamedTuple):
    """A key of a record: what it may hold, what it is for, an example if it cannot be left out, and its name in the model."""

    kind: Kind
    about: Message
    needed: str = ""
    name: str = ""


class Record:
    """A mapping with known keys."""

    empty = None

    def __init__(self, make: Callable[..., Any], fields: Mapping[str, Field]) -> None:
        """*make* is called with the values by name and ``at``, the place of each."""
        self.make = make
        self.fields = fields
        self._readers = {key: (field.name or key, field.kind.read) for key, field in fields.items()}
        self._needed = tuple(
            (key, field.name or key, field.needed, field.kind.empty) for key, field in fields.items() if field.needed
        )

    def read(self, node: Any, reading: Reading, span: Span | None = None, **more: Any) -> Any:
        """The record with *more* values, or ``None`` when *node* holds no keys; what is missing stays at its default.

        A missing key is told at *span*; by default where the data begins.
        """
        if type(node) is not _MAPPING and (type(node) is not _SCALAR or node.value):
            hint, better = self._as_keys(node, reading)
            reading.wrong(node, say("Keys are expected here"), hint, better)
            return None
        found: dict[str, Any] = {}
        places: dict[str, tuple[int, int]] = {}
        empty_keys = self._collect(node, reading, found, places)
        at = Places(reading.yaml.source, places)
        for key, name, example, empty in self._needed:
            if name not in found:
                found[name] = empty
                if key not in places or key in empty_keys:
                    place = at.get(key) or span or _start(node, reading)
                    reading.found.append(values.missing_key(place, key, example))
        return self.make(**found, **more, at=at)

    def _as_keys(self, node: Any, reading: Reading) -> tuple[Message, str | None]:
        """What to write instead of a text behind a “-”, and the fix when only the first key is missing."""
        at, text = reading.yaml.span(node), str(node.value).strip() if type(node) is _SCALAR else ""
        key, colon, rest = text.partition(":")
        if colon and key in self.fields:
            text = rest.strip()
        else:
            key = next((needed for needed, _, _, empty in self._needed if empty == ""), "")
        if not (key and text) or "\n" in text or not reading.yaml.source.text[: at.start].rstrip().endswith("-"):
            return say("Known here: {keys}.", keys=", ".join(self.fields)), None
        from elzctl.yaml_errors import quoted

        better = f"{key}: {text if not node.style and text[0].isalnum() else quoted(text)}"
        return say("Write: {line}", line=f"- {better}"), better if len(self._needed) == 1 else None

    def _collect(
        self, node: Any, reading: Reading, found: dict[str, Any], places: dict[str, tuple[int, int]]
    ) -> list[str]:
        """Fills *found* (values by name) and *places* (by key); returns the keys that nothing is typed behind."""
        readers = self._readers
        offset = reading.yaml.offset
        empty = []
        for key, key_node, value in pairs(node, reading):
            reader = readers.get(key)
            if reader is None:
                at = reading.yaml.span(key_node)
                cut = type(value) is _SCALAR and not value.value and _behind_comma(reading.yaml.source.text, at)
                reading.found.append(values.unknown_key(at, key, tuple(self.fields), cut=cut))
                continue
            if type(value) is _SCALAR and not value.value:
                # As good as absent: a key that somebody still has to fill in.
                empty.append(key)
                places[key] = (offset + key_node.start_mark.index, offset + key_node.end_mark.index)
                continue
            places[key] = (offset + value.start_mark.index, offset + value.end_mark.index)
            read = reader[1](value, reading)
            if read is not None:
                found[reader[0]] = read
        return empty


def _behind_comma(text: str, key: Span) -> bool:
    """True for a key between { and } with no “:” of its own: likely the rest of a text that has a comma in it."""
    return (
        ":" not in text[key.start : key.end]
        and text[: key.start].rstrip()[-1:] == ","
        and text[key.end :].lstrip()[:1] in (",", "}")
    )


def _start(node: Any, reading: Reading) -> Span:
    """Where the data begins: a place for what is not there."""
    at = reading.yaml.span(node)
    return at._replace(end=at.start)


def pairs(node: Any, reading: Reading) -> list[tuple[str, Any, Any]]:
    """The keys of a mapping with the nodes of key and value; a key that stands twice or is no word is a finding."""
    if type(node) is not _MAPPING:
        if type(node) is not _SCALAR or node.value:
            reading.wrong(node, say("Keys are expected here"), say("Write one “key: value” on each line."))
        return []
    found = []
    seen: dict[str, Any] = {}
    for key, value in node.value:
        if type(key) is not _SCALAR:
            reading.wrong(key, say("A key has to be a word"))
        elif key.value in seen:
            first = reading.yaml.span(seen[key.value])
            reading.found.append(syntax.duplicate_key(reading.yaml.span(key), key.value, first))
        else:
            seen[key.value] = key
            found.append((key.value, key, value))
    return found
