"""``elzctl schema``: what elzctl reads is valid, what it refuses is not, and the words are those of the tables."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator

from elzctl import fields_meetings, fields_rights, fields_style, kinds, nodes
from elzctl.cli.main import main
from elzctl.render.json_schema import FILES, json_schemas
from elzctl.schema import Field, Kind, Reading, Record
from elzctl.source import Source
from elzctl.terms import GoalKind, Status
from elzctl.wording import Language

ROOT = Path(__file__).parent.parent
EN, NL = Language("en"), Language("nl")
SCHEMAS = json_schemas(EN)
BOOL = "tag:yaml.org,2002:bool"


class Editor(yaml.SafeLoader):
    """YAML as editors read it, in version 1.2: "on" and "no" are words; numbers and dates have types."""


Editor.yaml_implicit_resolvers = {
    sign: [(tag, form) for tag, form in forms if tag != BOOL]
    for sign, forms in yaml.SafeLoader.yaml_implicit_resolvers.items()
}
Editor.add_implicit_resolver(BOOL, re.compile("true|false|True|False|TRUE|FALSE"), list("tfTF"))

LOADERS = {"as an editor reads it": Editor, "as elzctl reads it": yaml.BaseLoader}


def data_of(path: Path) -> str:
    """The data of a file: all of it, or what stands between the lines of ``---``."""
    text = path.read_text(encoding="utf-8")
    return text.split("---\n")[1] if path.suffix == ".md" else text


def as_json(value: Any) -> Any:
    """A value of YAML as JSON has it: dates and keys are texts."""
    if isinstance(value, dict):
        return {str(key): as_json(one) for key, one in value.items()}
    if isinstance(value, list):
        return [as_json(one) for one in value]
    return value.isoformat() if isinstance(value, date) else value


def errors(name: str, value: Any) -> list[str]:
    found = Draft202012Validator(SCHEMAS[name]).iter_errors(value)
    return [f"{'/'.join(map(str, error.absolute_path))}: {error.message}" for error in found]


def everything(kind: Kind) -> Iterator[Kind | Field]:
    """A kind of value with all that is in it."""
    yield kind
    inner = [getattr(kind, name) for name in ("kind", "record") if hasattr(kind, name)]
    for one in inner:
        yield from everything(one)
    for field in kind.fields.values() if isinstance(kind, Record) else ():
        yield field
        yield from everything(field.kind)


def every_schema(schema: Any) -> Iterator[dict[str, Any]]:
    if isinstance(schema, dict):
        yield schema
    for one in schema.values() if isinstance(schema, dict) else schema if isinstance(schema, list) else ():
        yield from every_schema(one)


# The real plan

REAL = [
    *(("plan", ROOT / "plan/plan.yaml"), ("goals", ROOT / "plan/goals.yaml"), ("actors", ROOT / "plan/actors.yaml")),
    *(("action", path) for path in sorted((ROOT / "plan/actions").glob("*.md"))),
    *(("chapter", path) for path in sorted((ROOT / "plan/texts").glob("*.md"))),
    ("series", ROOT / "meetings/series.yaml"),
    *(("meeting", path) for path in sorted((ROOT / "meetings").glob("20*.md"))),
]


@pytest.mark.parametrize("loader", LOADERS.values(), ids=LOADERS)
def test_the_real_plan_is_valid(loader: Any) -> None:
    assert len(REAL) >= 44 + 6
    for name, path in REAL:
        assert errors(name, as_json(yaml.load(data_of(path), loader))) == [], path.name


# What a schema says


@pytest.mark.parametrize("name", FILES)
def test_a_schema_is_a_schema(name: str) -> None:
    schema = SCHEMAS[name]
    Draft202012Validator.check_schema(schema)
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert schema["title"]


@pytest.mark.parametrize("name", FILES)
def test_every_key_and_every_word_of_the_tables_is_there(name: str) -> None:
    found = list(every_schema(SCHEMAS[name]))
    tables = [set(one["properties"]) for one in found if "properties" in one]
    words = [set(one["enum"]) - {None} for one in found if "enum" in one]
    descriptions = {one["description"] for one in found if isinstance(one.get("description"), str)}
    kinds_there = list(everything(FILES[name][1]))
    for one in kinds_there:
        if isinstance(one, Field):
            assert EN(one.about) in descriptions
        elif isinstance(one, Record):
            assert set(one.fields) in tables
        elif isinstance(one, kinds.Choice):
            assert set(one.known) in words
    assert len(kinds_there) > 1


def test_some_keys_and_words_by_name() -> None:
    action = SCHEMAS["action"]
    assert action["properties"]["status"]["enum"] == [status.value for status in Status]
    assert action["required"] == ["number", "title", "status"]
    assert action["additionalProperties"] is False
    assert action["properties"]["condition"]["anyOf"][1]["properties"]["from"]["type"] == ["array", "null"]
    goal = SCHEMAS["goals"]["items"]["properties"]
    assert goal["kind"]["enum"] == [*(kind.value for kind in GoalKind), None]
    assert goal["goals"]["items"]["required"] == ["id", "number", "title"]
    assert SCHEMAS["actors"]["additionalProperties"]["required"] == ["name"]


@pytest.mark.parametrize("name", FILES)
def test_descriptions_speak_the_language_of_the_reader(name: str) -> None:
    english, dutch = (list(every_schema(json_schemas(language)[name])) for language in (EN, NL))
    assert len(english) == len(dutch)
    for field in everything(FILES[name][1]):
        if isinstance(field, Field):
            assert any(one.get("description") == NL(field.about) for one in dutch)


def test_every_kind_of_value_has_its_schema() -> None:
    used = {type(one) for _, kind in FILES.values() for one in everything(kind) if not isinstance(one, Field)}
    read = {
        one
        for module in (kinds, fields_meetings, fields_rights, fields_style)
        for one in vars(module).values()
        if isinstance(one, type) and one.__module__ == module.__name__
    }
    assert used == {*read, Record}


# Valid is what elzctl reads

TYPED = {
    "amount": (
        "6",
        "2,5",
        "2.5",
        "-3",
        "80%",
        "80 %",
        "zes",
        "6 keer",
        "",
        "1.234,5",
        "6 ",
        "123456789012345",
        "1234567890123456",
    ),
    "label": ("3.3.6", "3.3.6.", "3.3", "3", "3.3.6.1", " 3.3.6 ", "3.3.x", "3..6", "1000.1.1", "", "3.3.6:"),
    "id": ("elz-dender", "2025", "Elz", "elz dender", "-elz", "a" * 100, "a" * 101, "é", ""),
    "whole": ("30", "0", "9999", "10000", "-1", "3.5", "dertig", ""),
    "choice": ("running", "lopend", "Running", " running", ""),
    "time": (
        *("13:30", "13u30", "13.30", "13h30", "16u", "16 uur", "1:30 pm", "1 pm", "9U", "13u30 uur", " 16u "),
        *("24:00", "13:60", "13", "half twee", "13:30:00", "-1u", "16 u u", ""),
    ),
    "flag": ("yes", "ja", "Ja", "TRUE", "nee", "neen", "no", "false", " ja ", "misschien", "jaja", "1", ""),
}
KINDS: dict[str, tuple[Kind, Any]] = {
    "amount": (kinds.Amount(), SCHEMAS["action"]["properties"]["indicators"]["items"]["properties"]["target"]),
    "label": (kinds.Label(3, "3.3.6"), SCHEMAS["action"]["properties"]["number"]),
    "id": (kinds.Id(), SCHEMAS["goals"]["items"]["properties"]["id"]),
    "whole": (kinds.Whole(), SCHEMAS["plan"]["properties"]["warn_before"]),
    "choice": (kinds.Choice(Status), SCHEMAS["action"]["properties"]["status"]),
    "time": (fields_meetings.Time(), SCHEMAS["meeting"]["properties"]["start"]),
    "flag": (fields_meetings.Flag(), SCHEMAS["meeting"]["properties"]["last"]),
}


def is_read(kind: Kind, text: str) -> bool:
    """True when elzctl takes a value without a finding."""
    source = Source("x.yaml", b"", json.dumps(text, ensure_ascii=False))
    whole, found = nodes.compose(source, 0, len(source.text))
    kind.read(whole.node, Reading(whole, found))
    return not found


@pytest.mark.parametrize(("name", "text"), [(name, text) for name, texts in TYPED.items() for text in texts])
def test_a_text_is_valid_when_elzctl_reads_it(name: str, text: str) -> None:
    kind, schema = KINDS[name]
    assert Draft202012Validator(schema).is_valid(text) is is_read(kind, text)


BASE: dict[str, Any] = {"number": "1.1.1", "title": "Koffie", "status": "running"}


@pytest.mark.parametrize(
    "more",
    [
        {"number": 1.1},
        {"title": 2025},
        {"start": 2025, "due": "eind 2025"},
        {"lead": ["elz-dender", 2025]},
        {"lead": None, "steps": None, "due": None, "role": None, "decision": None},
        {"decision": "overleg-2025/3"},
        {"decision": {"body": "bestuursorgaan", "on": "2025-03-31"}},
        {"condition": {"what": "Er is geld", "from": ["vlaanderen"], "otherwise": "We stoppen"}},
        {"indicators": [{"kind": "output", "what": "Deelnemers", "target": 6, "per": "year"}]},
        {"accepted": {"no-lead": "Er is nog niemand"}},
    ],
)
def test_what_may_be_written_is_valid(more: dict[str, Any]) -> None:
    assert errors("action", {**BASE, **more}) == []


@pytest.mark.parametrize(
    "more",
    [
        {"titel": "Koffie"},
        {"title": ""},
        {"title": None},
        {"title": ["Koffie"]},
        {"number": None},
        {"status": "lopend"},
        {"lead": "elz-dender"},
        {"lead": ["ELZ Dender"]},
        {"due": 2025.5},
        {"due": ["2025"]},
        {"steps": [{"due": "2025"}]},
        {"steps": [{"what": "x", "wat": "y"}]},
        {"indicators": [{"kind": "resultaat", "what": "x"}]},
        {"indicators": [{"kind": "output", "what": "x", "target": "zes"}]},
        {"accepted": {"no-lead": ""}},
        {"decision": {"wie": "bestuursorgaan"}},
        {"updates": [{"note": "Goed bezig"}]},
    ],
)
def test_what_elzctl_refuses_is_not_valid(more: dict[str, Any]) -> None:
    assert errors("action", {**BASE, **more}) != []


@pytest.mark.parametrize("key", BASE)
def test_a_key_that_is_needed_has_to_be_there(key: str) -> None:
    assert errors("action", {name: value for name, value in BASE.items() if name != key}) != []


def test_ids_are_keys_of_actors_and_names_are_keys_of_settings() -> None:
    assert errors("actors", {"elz-dender": {"name": "ELZ Dender"}}) == []
    assert errors("actors", {"ELZ Dender": {"name": "ELZ Dender"}}) != []
    settings = {"title": "Plan", "organisation": "elz-dender", "year": 2025}
    assert errors("plan", {**settings, "themes": {"data": "Kennis en data"}}) == []
    assert errors("plan", {**settings, "themes": {"data": ["Kennis"]}}) != []
    assert errors("plan", {**settings, "warn_before": 30}) == []
    assert errors("plan", {**settings, "warn_before": -1}) != []
    assert errors("plan", {**settings, "warn_before": 10000}) != []


STYLED: dict[str, Any] = {"title": "Plan", "organisation": "elz-dender", "year": 2025}


@pytest.mark.parametrize(
    ("style", "right"),
    [
        ({"accent": "#0b4f5c", "second": "#FA0", "font": "Libertinus Serif", "cover": "Goedgekeurd"}, True),
        ({"logo": "templates/beelden/logo.PNG", "logo_alt": None}, True),
        ({"logo": "./plan/logo.jpeg"}, True),
        ({"accent": "teal"}, False),
        ({"accent": "0b4f5c"}, False),
        ({"accent": "#0b4f5c; }"}, False),
        ({"logo": "templates/logo.svg"}, False),
        ({"logo": "../logo.png"}, False),
        ({"logo": "plan/beelden/logo.png"}, False),
        ({"kleur": "#0b4f5c"}, False),
    ],
)
def test_a_house_style_is_valid_when_elzctl_reads_it(style: dict[str, Any], right: bool) -> None:
    assert (errors("plan", {**STYLED, "style": style}) == []) is right


MEETING: dict[str, Any] = {
    "title": "Overleg",
    "series": "overleg-zorg",
    "date": "2025-05-13",
    "state": "planned",
}


@pytest.mark.parametrize(
    "more",
    [
        {"start": "13:30", "end": "16u", "last": True},
        {"last": "ja", "next": None, "present": None},
        {"was": [{"date": "2025-05-06", "start": "13u30"}], "reason": "Ziek"},
        {"next": {"date": "2025-10-09", "speaker": "kring"}, "attachments": [{"file": "a.pdf", "title": "A"}]},
        {"approved": {"in": "2025-10-09-overleg-zorg", "on": "2025-10-09", "text": "0123"}},
    ],
)
def test_what_may_be_written_about_a_meeting_is_valid(more: dict[str, Any]) -> None:
    assert errors("meeting", {**MEETING, **more}) == []


@pytest.mark.parametrize(
    "more",
    [
        {"start": "half twee"},
        {"last": "misschien"},
        {"state": "gepland"},
        {"attachments": [{"title": "A"}]},
        {"approved": {"on": "2025-10-09"}},
        {"next": "2025-10-09"},
        {"present": "kring"},
        {"deelnemers": ["kring"]},
    ],
)
def test_what_elzctl_refuses_about_a_meeting_is_not_valid(more: dict[str, Any]) -> None:
    assert errors("meeting", {**MEETING, **more}) != []


def test_series_have_names_as_keys() -> None:
    assert errors("series", {"overleg-zorg": {"name": "Overleg zorg", "access": "open", "per_year": 4}}) == []
    assert errors("series", {"Overleg zorg": {"name": "Overleg zorg"}}) != []
    assert errors("series", {"overleg-zorg": {"access": "openbaar"}}) != []


# The command


def schema(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str, str]:
    code = main(["--lang", "en", *arguments])
    captured = capsys.readouterr()
    return code, captured.out, captured.err


def test_all_schemas_are_one_document(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, err = schema(capsys, "schema")
    assert (code, err) == (0, "")
    assert out.isascii()
    assert json.loads(out) == SCHEMAS
    assert list(json.loads(out)) == ["plan", "goals", "actors", "rights", "action", "chapter", "series", "meeting"]


def test_a_folder_gets_one_file_for_each(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, out, err = schema(capsys, "-C", str(tmp_path), "schema", "--out", "nieuw/schemas")
    assert (code, err) == (0, "")
    files = sorted((tmp_path / "nieuw/schemas").iterdir())
    assert [path.name for path in files] == [f"{name}.schema.json" for name in sorted(SCHEMAS)]
    assert sorted(Path(line) for line in out.splitlines()) == files
    for path in files:
        assert json.loads(path.read_text("utf-8")) == SCHEMAS[path.name.removesuffix(".schema.json")]
        assert path.read_bytes().endswith(b"}\n")
    assert schema(capsys, "-C", str(tmp_path), "schema", "--out", "nieuw/schemas")[0] == 0


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "bestand").write_text("x", "utf-8")
    code, out, err = schema(capsys, "-C", str(tmp_path), "schema", "--out", "bestand")
    assert (code, out) == (2, "")
    assert re.match(r"error: .*bestand.*: .*\n", err)
