"""What the files of a plan may hold, said to the script that reads and writes them for web forms (``forms_files.js``)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeAlias

from elzctl import fields_meetings, kinds
from elzctl.render.json_schema import FILES
from elzctl.schema import Kind, Record

Shape: TypeAlias = list[Any]

PAGES = ("action", "chapter", "meeting")
"""Files of data and text that have a form."""

DATA = ("plan", "goals", "actors", "series")
"""Files of data alone that have a form."""


def shapes() -> Mapping[str, Shape]:
    """The shape of each kind of file, by the name of its schema."""
    return {name: shape(FILES[name][1]) for name in (*PAGES, *DATA)}


def shape(kind: Kind) -> Shape:
    """The shape of one kind of value; whatever is none of these is a text on one line."""
    if isinstance(kind, kinds.Many):
        return ["list", shape(kind.kind)]
    if isinstance(kind, Record):
        return ["record", _keys(kind)]
    if isinstance(kind, kinds.Short):
        return ["short", kind.key, _keys(kind.record)]
    if isinstance(kind, kinds.Keyed):
        return ["keyed", _keys(kind.record)]
    if isinstance(kind, kinds.Words | kinds.Accepted):
        return ["words"]
    if isinstance(kind, fields_meetings.Flag):
        return ["flag"]
    return ["text" if isinstance(kind, kinds.Text) and kind.block else "line"]


def _keys(record: Record) -> dict[str, Shape]:
    return {key: shape(field.kind) for key, field in record.fields.items()}
