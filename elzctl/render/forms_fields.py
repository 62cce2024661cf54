"""The fields of web forms: one for each key of the schema, with a label, help, choices from the plan, and a pattern."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any, TypeAlias

from elzctl import fields_meetings, fields_style, kinds
from elzctl.ids import ID
from elzctl.model import Plan
from elzctl.record import NamedTuple
from elzctl.render.changes_labels import KINDS
from elzctl.render.forms_words import AMOUNT, DATE, HINTS, ONE, TIME, label
from elzctl.render.json_schema import Schema
from elzctl.render.meeting_words import MEETING_STATES
from elzctl.schema import Field, Kind, Record
from elzctl.terms import ForgeKind
from elzctl.wording import Language, Message, say

Form: TypeAlias = dict[str, Any]
Pairs: TypeAlias = Iterable[tuple[str, str]]

_WORDS: Mapping[Any, Message] = {**KINDS, **MEETING_STATES}
_FORGES: Mapping[Any, str] = {
    ForgeKind.GITHUB: "GitHub",
    ForgeKind.GITLAB: "GitLab",
    ForgeKind.FORGEJO: "Forgejo, Gitea",
}
_NAMES: Mapping[str, str] = {
    **dict.fromkeys("lead partners by from body member_of speaker present excused organisation".split(), "actors"),
    "target_groups": "target_groups",
    "themes": "themes",
    "into": "actions",
    **dict.fromkeys(("series", "count"), "series"),
    **dict.fromkeys(("before", "after"), "chapters"),
    "in": "meetings",
}
"""What a key names."""

_LONG = frozenset(
    "what note reason no_evaluation then otherwise measure text motto accepted.text goals.title items.title".split()
)
"""Keys with one line in the file that needs several on the screen."""

_WRITTEN = frozenset({"approved.hash", "meeting.approved.text"})
"""What elzctl writes and nobody types."""

_FOLDED = {"minimize_collapsed": "auto"}
"""For lists of many small things that are rarely changed: a page opens quickly without them."""

_SUMMARIES = (
    ("what",),
    ("number", "title"),
    ("on", "note"),
    ("on", "value"),
    ("date",),
    ("file",),
    ("name",),
    ("key", "text"),
)
"""What is shown of a folded item: the first of these whose keys it has."""


ID_PATTERN = f"^{ID.pattern.removesuffix(chr(92) + 'Z')}$"
"""An id, as a browser checks it."""


class _Place(NamedTuple):
    """A key in a file, the key above it (of the top, the name of the file), and what the JSON Schema says of it."""

    file: str
    above: str
    key: str
    schema: Schema

    def find(self, table: Mapping[str, Any]) -> Any:
        """The entry of a table for this key here, here below this key, or anywhere; ``None`` when there is none."""
        return next((table[name] for name in self.names() if name in table), None)

    def names(self) -> tuple[str, ...]:
        """The key with those above it, and by itself: what is more precise comes first."""
        return f"{self.file}.{self.above}.{self.key}", f"{self.above}.{self.key}", self.key

    def named(self, names: frozenset[str]) -> bool:
        """True when the key is one of *names*, here or anywhere."""
        return self.find(dict.fromkeys(names, True)) is not None


class Maker:
    """Makes the fields of forms for one plan, in one language."""

    def __init__(self, plan: Plan, language: Language) -> None:
        """*plan* gives the names to choose from."""
        self._language = language
        # The same list in each field, so that the configuration holds it once.
        self._options = {name: _options(pairs) for name, pairs in _names(plan).items()}
        self._makers: Mapping[type, Callable[[_Place, Any], Form]] = {
            kinds.Text: lambda place, kind: {"widget": "text" if kind.block or place.named(_LONG) else "string"},
            kinds.Choice: lambda _, kind: _select(self._words_of(kind)),
            kinds.Many: self._many,
            kinds.Keyed: lambda place, kind: self._list(place, kind.record, place.schema["additionalProperties"], "id"),
            kinds.Words: self._words,
            kinds.Accepted: self._words,
            kinds.Short: lambda place, kind: self._object(place, kind.record, place.schema["anyOf"][1]),
            Record: lambda place, kind: self._object(place, kind, place.schema),
            fields_meetings.Flag: lambda *_: _select((("yes", language(say("Yes"))), ("no", language(say("No"))))),
            fields_style.Shade: lambda *_: {"widget": "color"},
        }

    def fields(self, file: str, kind: Kind, schema: Schema) -> list[Form]:
        """The fields of a *file*, whose JSON Schema is *schema*; a list or keys of the zone's own become one field."""
        if isinstance(kind, Record):
            return self._keys(file, file, kind, schema)
        return [self._field(_Place(file, file, "items", schema), kind, "", needed=True)]

    def _keys(self, file: str, above: str, record: Record, schema: Schema) -> list[Form]:
        described = schema["properties"]
        return [
            self._field(
                _Place(file, above, key, described[key]), field.kind, self._help(field), needed=bool(field.needed)
            )
            for key, field in record.fields.items()
        ]

    def _help(self, field: Field) -> str:
        return self._language(field.about)

    def _field(self, place: _Place, kind: Kind, about: str, *, needed: bool) -> Form:
        made = self._named(place, kind) or self._makers.get(type(kind), _line)(place, kind)
        return {
            "name": place.key,
            "label": self._label(place),
            **made,
            **self._pattern(place, made),
            **self._hint(place, kind, about, made),
            "required": needed,
            **({"readonly": True} if place.named(_WRITTEN) else {}),
            **({"use_emoji_autocomplete": False} if made["widget"] in ("string", "text") else {}),
        }

    def _label(self, place: _Place) -> str:
        return label(self._language, *place.names())

    def _hint(self, place: _Place, kind: Kind, about: str, made: Form) -> Form:
        own = next((name for name in place.names() if name in HINTS), None)
        if own is not None:
            message = HINTS[own]
            return {} if message is None else {"hint": self._language(message)}
        # A form shows names; what the schema says of ids stands behind the colon.
        text = about.partition(":")[0] if made["widget"] == "select" else about
        more = {kinds.When: DATE, fields_meetings.Time: TIME, kinds.Amount: AMOUNT}.get(type(kind))
        if more is not None and str(self._language(more)) not in text:
            text = f"{text.partition(',')[0] if type(kind) is fields_meetings.Time else text}. {self._language(more)}"
        return {"hint": text} if text else {}

    def _pattern(self, place: _Place, made: Form) -> Form:
        pattern = place.schema.get("pattern")
        if made["widget"] != "string" or not pattern or pattern == r"\S":
            return {}
        return {"pattern": [pattern, self._language(say("This has not the form that is asked; see below."))]}

    # The kinds of fields

    def _named(self, place: _Place, kind: Kind) -> Form | None:
        """A choice of names from the plan, when the key refers to them and there are any."""
        several = isinstance(kind, kinds.Many)
        one = kind.kind if isinstance(kind, kinds.Many) else kind
        options = self._options.get(_NAMES.get(place.key, ""))
        if not isinstance(one, kinds.Reference | kinds.Id) or not options or place.key == "id":
            return None
        return {"widget": "select", "options": options, **({"multiple": True} if several else {})}

    def _words_of(self, choice: kinds.Choice) -> Pairs:
        for value, word in choice.known.items():
            text = _FORGES.get(word) or self._language(_WORDS[word])
            yield value, text[:1].upper() + text[1:]

    def _many(self, place: _Place, many: kinds.Many) -> Form:
        schema = place.schema["items"]
        if isinstance(many.kind, Record):
            return self._list(place, many.kind, schema)
        inner = _Place(place.file, place.key, "item", schema)
        item = self._makers.get(type(many.kind), _line)(inner, many.kind)
        one = {"name": "item", "label": self._one(place), **item, **self._pattern(inner, item)}
        return {"widget": "list", "label_singular": self._one(place), **_FOLDED, "field": one}

    def _list(self, place: _Place, record: Record, schema: Schema, own: str = "") -> Form:
        """A list of records; *own* names the key that each is found by."""
        above = place.file if place.key == "items" and own else place.key
        fields = self._keys(place.file, above, record, schema)
        if own:
            names = place.schema["propertyNames"]
            fields = [self._field(_Place(place.file, above, own, names), kinds.Id(), "", needed=True), *fields]
        return self._listed(place, fields)

    def _words(self, place: _Place, kind: Any) -> Form:
        names = {"pattern": ID_PATTERN} if isinstance(kind, kinds.Words) and kind.ids else {}
        key = self._field(_Place(place.file, place.key, "key", names), kinds.Text(), "", needed=True)
        text = self._field(_Place(place.file, place.key, "text", {}), kinds.Text(), "", needed=True)
        return {**self._listed(place, [key, text]), **_FOLDED}

    def _listed(self, place: _Place, fields: list[Form]) -> Form:
        there = {field["name"] for field in fields}
        shown = next((names for names in _SUMMARIES if there.issuperset(names)), ())
        summary = " · ".join(f"{{{{fields.{name}}}}}" for name in shown)
        return {
            "widget": "list",
            "label_singular": self._one(place),
            "collapsed": "auto",
            **({"summary": summary} if summary else {}),
            "fields": fields,
        }

    def _one(self, place: _Place) -> str:
        name = place.file if place.key == "items" and f"{place.file}.items" not in ONE else place.key
        return self._language(_Place(place.file, place.above, name, {}).find(ONE) or place.key)

    def _object(self, place: _Place, record: Record, schema: Schema) -> Form:
        return {"widget": "object", "collapsed": "auto", "fields": self._keys(place.file, place.key, record, schema)}


def _line(_place: _Place, _kind: Any) -> Form:
    return {"widget": "string"}


def _select(pairs: Pairs) -> Form:
    return {"widget": "select", "options": _options(pairs)}


def _options(pairs: Pairs) -> list[Form]:
    return [{"label": text, "value": value} for value, text in pairs]


def _names(plan: Plan) -> Mapping[str, Pairs]:
    """Id and name of what can be chosen."""
    settings = plan.settings
    meetings = sorted(plan.meetings, key=lambda meeting: meeting.id, reverse=True)
    return {
        "actors": ((name, actor.name or name) for name, actor in plan.actors.items()),
        "target_groups": settings.target_groups.items(),
        "themes": settings.themes.items(),
        "actions": ((action.id, f"{action.number or ''} {action.title}".strip()) for action in plan.actions),
        "series": ((name, series.name or name) for name, series in plan.series.items()),
        "chapters": ((chapter.id, chapter.title or chapter.id) for chapter in plan.chapters),
        "meetings": ((meeting.id, f"{meeting.title} ({meeting.day.isoformat()})") for meeting in meetings),
    }
