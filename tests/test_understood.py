"""A plain command line means the same with and without the library that reads command lines."""

from __future__ import annotations

import functools
from typing import Any

import pytest
import typer
from hypothesis import given, settings
from hypothesis import strategies as st
from typer._click.exceptions import ClickException

from elzctl.cli.commands import command, declared
from elzctl.cli.understood import understood
from elzctl.cli.verbs import VERBS, function_of

PLAIN = sorted(name for name in VERBS if name != "import")


def _library(name: str, words: list[str]) -> dict[str, Any] | None:
    """What the library calls a command with; ``None`` when it refuses the words behind it."""
    function = function_of(name)
    assert function is not None

    @functools.wraps(declared(function))
    def called(**typed: Any) -> dict[str, Any]:
        del typed["ctx"]
        return typed

    app = typer.Typer(add_completion=False, rich_markup_mode=None)
    app.command(name)(called)
    try:
        found = typer.main.get_command(app).main(list(words), name, standalone_mode=False)
    except (ClickException, typer.Exit):
        return None
    return found if isinstance(found, dict) else None


def _defaults(name: str) -> dict[str, Any]:
    function = function_of(name)
    assert function is not None
    code, given = function.__code__, function.__defaults__ or ()
    names = code.co_varnames[: code.co_argcount]
    return {**dict(zip(names[len(names) - len(given) :], given, strict=True)), **(function.__kwdefaults__ or {})}


def _same(name: str, words: list[str]) -> bool:
    """True when the words were understood; then they mean what the library makes of them."""
    call = understood([name, *words], function_of)
    if call is None:
        return False
    assert call.function is function_of(name)
    assert {**_defaults(name), **call.typed} == _library(name, words)
    return True


def _options(name: str) -> list[str]:
    function = function_of(name)
    assert function is not None
    return sorted({one for param in command(name, function).params for one in (*param.opts, *param.secondary_opts)})


WORDS = st.sampled_from(
    ["a", "2025-06-30", "1.1.1", "x=y", "é", "", "-", "--", "-x", "0", "plan", "--help", "--out", "--json", "a b"]
)


@pytest.mark.parametrize("name", PLAIN)
@settings(max_examples=60, deadline=None)
@given(data=st.data())
def test_what_is_understood_is_what_the_library_makes_of_it(name: str, data: st.DataObject) -> None:
    known = st.sampled_from(_options(name))
    one = st.one_of(known, WORDS, st.builds("{}={}".format, known, WORDS), st.builds(lambda text: text[:-1], known))
    _same(name, data.draw(st.lists(one, max_size=5)))


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("status", []),
        ("status", ["--today", "2025-06-30", "--json"]),
        ("status", ["--lead=elz-dender", "--points"]),
        ("validate", ["--today", "2025-06-30"]),
        ("site", ["--no-history", "--today", "2025-06-30", "--out", "public"]),
        ("render", ["plan", "--format", "html"]),
        ("diff", ["main"]),
        ("show", ["1.1.1"]),
        ("new-action", ["--title", "Een actie", "--goal", "1.1"]),
    ],
)
def test_what_people_type_most_is_understood(name: str, words: list[str]) -> None:
    assert _same(name, words)


@pytest.mark.parametrize(
    "words",
    [
        [],
        ["--version"],
        ["--help"],
        ["statsu"],
        ["import", "plan", "a.docx"],
        ["status", "--help"],
        ["status", "--tody", "2025-06-30"],
        ["status", "--today"],
        ["status", "--today", ""],
        ["status", "--today", "2025-06-30", "--today", "2025-07-01"],
        ["status", "--json=yes"],
        ["status", "extra"],
        ["show"],
        ["--lang", "fr", "status"],
        ["-C"],
        ["-C", "", "status"],
    ],
)
def test_what_is_not_plain_is_left_to_the_library(words: list[str]) -> None:
    assert understood(words, function_of) is None


def test_the_options_of_every_command_come_before_it() -> None:
    call = understood(["-C", "map", "--lang", "en", "status", "--late"], function_of)
    assert call is not None
    assert call.typed["late"] is True
