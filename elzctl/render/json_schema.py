"""JSON Schemas of the plan's files, for editors and forms: the same tables that the reader uses, said in JSON.

elzctl reads every value as text; an editor gives YAML's own types to values without quotes.  So a text may also be a
number here, and a date an integer (``2025``).  An optional key may be empty, which elzctl reads as absent.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, TypeAlias

from elzctl import fields, fields_meetings, fields_rights, fields_style, kinds
from elzctl.ids import ID
from elzctl.schema import Field, Kind, Record
from elzctl.wording import Language, Message, say

Schema: TypeAlias = dict[str, Any]

DIALECT = "https://json-schema.org/draft/2020-12/schema"

# What a schema describes, what that is called, and how it is read.
FILES: Mapping[str, tuple[Message, Kind]] = {
    "plan": (say("plan/plan.yaml: who we are, which year, and how the document is put together"), fields.SETTINGS),
    "goals": (say("plan/goals.yaml: the strategic goals and their operational goals, in reading order"), fields.GOALS),
    "actors": (say("plan/actors.yaml: who may be named as lead or partner, by id"), fields.ACTORS),
    "rights": (say("plan/rights.yaml: who may change what"), fields_rights.RIGHTS),
    "action": (say("The data at the top of an action fiche, plan/actions/ID.md"), fields.ACTION),
    "chapter": (say("The data at the top of a running chapter, plan/texts/NAME.md"), fields.CHAPTER),
    "series": (say("meetings/series.yaml: the standing meetings, by name"), fields_meetings.SERIES),
    "meeting": (say("The data at the top of a meeting, meetings/DATE-SERIES.md"), fields_meetings.MEETING),
}

_SCALAR = ["string", "number", "boolean"]
_ID = {"type": ["string", "integer"], "pattern": f"^{ID.pattern.removesuffix(chr(92) + 'Z')}$"}
_NUMBER = r"^-?[0-9]{1,15}([.,][0-9]{1,6})?( ?%)?$"
# A time such as 13:30, 13u30, 16 uur or 1:30 pm; to an editor, 13.30 is a number.
_TIME = (
    r"^\s*([01]?[0-9]|2[0-3])([:.uUhH][0-5][0-9](\s?([uUhH]|[uU]{2}[rR]))?|\s?([uUhH]|[uU]{2}[rR])"
    r"|([:.uUhH][0-5][0-9])?\s?[aApP]\.?[mM]\.?)\s*$"
)
_FLAG = rf"^\s*({'|'.join(''.join(f'[{sign}{sign.upper()}]' for sign in word) for word in fields_meetings.FLAGS)})\s*$"
_PICTURE = rf"^\s*(\./)?(templates/(.+/)?|plan/)[^/]+\.(?:{'|'.join(''.join(f'[{sign}{sign.upper()}]' for sign in end) for end in fields_style.ENDINGS)})\s*$"
_FILLED = {"type": _SCALAR, "pattern": r"\S"}


def json_schemas(language: Language) -> dict[str, Schema]:
    """The schema of each kind of file, by name, with descriptions in *language*."""
    describer = _Describer(language)
    return {
        name: {"$schema": DIALECT, "title": language(title), **describer.kind(kind)}
        for name, (title, kind) in FILES.items()
    }


class _Describer:
    """Turns kinds of values into schemas; one method a kind."""

    def __init__(self, language: Language) -> None:
        self._language = language
        self._makers: Mapping[type, Callable[[Any], Schema]] = {
            kinds.Text: lambda _: {"type": _SCALAR},
            kinds.Formed: lambda formed: {"type": "string", "pattern": f"^(?:{formed.pattern})$"},
            kinds.Choice: lambda choice: {"enum": list(choice.known)},
            kinds.Id: lambda _: _ID,
            kinds.Reference: lambda _: _ID,
            kinds.When: lambda _: {"type": ["string", "integer"]},
            kinds.Amount: lambda _: {"type": ["string", "number"], "pattern": _NUMBER},
            kinds.Whole: lambda _: {
                "type": ["string", "integer"],
                "pattern": "^[0-9]{1,4}$",
                "minimum": 0,
                "maximum": 9999,
            },
            kinds.Label: _label,
            kinds.Many: lambda many: {"type": "array", "items": self.kind(many.kind)},
            fields_meetings.Time: lambda _: {"type": ["string", "number"], "pattern": _TIME},
            fields_meetings.Flag: lambda _: {"type": ["string", "boolean"], "pattern": _FLAG},
            kinds.Words: lambda _: {"type": "object", "additionalProperties": _FILLED},
            kinds.Accepted: lambda _: {"type": "object", "additionalProperties": _FILLED},
            kinds.Keyed: self._keyed,
            kinds.Short: lambda short: {"anyOf": [{"type": _SCALAR}, self.kind(short.record)]},
            fields_rights.Owners: _owners,
            fields_style.Shade: lambda _: {"type": "string", "pattern": r"^\s*#([0-9a-fA-F]{3}|[0-9a-fA-F]{6})\s*$"},
            fields_style.PictureFile: lambda _: {"type": "string", "pattern": _PICTURE},
            Record: self._record,
        }

    def kind(self, kind: Kind) -> Schema:
        """The schema of one kind of value.  Raises KeyError for a kind that has none yet."""
        return dict(self._makers[type(kind)](kind))

    def _record(self, record: Record) -> Schema:
        needed = [key for key, field in record.fields.items() if field.needed]
        return {
            "type": "object",
            "properties": {key: self._field(field) for key, field in record.fields.items()},
            **({"required": needed} if needed else {}),
            "additionalProperties": False,
        }

    def _keyed(self, keyed: kinds.Keyed) -> Schema:
        names = {"pattern": _ID["pattern"]}
        return {"type": "object", "propertyNames": names, "additionalProperties": self.kind(keyed.record)}

    def _field(self, field: Field) -> Schema:
        schema = self.kind(field.kind)
        about = {"description": self._language(field.about)}
        if not field.needed:
            return {**about, **_or_empty(schema)}
        filled = {"pattern": r"\S"} if "string" in schema.get("type", ()) else {}
        return {**about, **filled, **schema, "examples": [field.needed.partition(": ")[2]]}


def _owners(owners: fields_rights.Owners) -> Schema:
    """Teams by what they own."""
    teams = {"type": "array", "items": _ID, "minItems": 1}
    return {"type": "object", "propertyNames": {"pattern": f"^(?:{owners.pattern})$"}, "additionalProperties": teams}


def _label(label: kinds.Label) -> Schema:
    """A number such as 3.3.6; an editor reads 3 and 3.3 as numbers."""
    part = "[0-9]{1,3}"
    return {"type": ["string", "number"], "pattern": rf"^\s*{part}(\.{part}){{{label.depth - 1}}}[.:]*\s*$"}


def _or_empty(schema: Schema) -> Schema:
    """The schema of a value that may also be nothing."""
    if "enum" in schema:
        return {**schema, "enum": [*schema["enum"], None]}
    if "anyOf" in schema:
        return {**schema, "anyOf": [*schema["anyOf"], {"type": "null"}]}
    given = schema["type"]
    return {**schema, "type": [*([given] if isinstance(given, str) else given), "null"]}
