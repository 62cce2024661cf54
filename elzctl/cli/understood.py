"""Command lines that say plainly what they want, understood without the library that reads command lines.

It takes a third of the time of a short command to import.  All that is unusual (a word too many, an option half written, an
empty value, ``--help``) is left to it, and so is what it has to say about that.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Annotated, Any, get_origin, get_type_hints

from elzctl.cli.options import Option
from elzctl.record import NamedTuple
from elzctl.wording import LANGUAGES


class Call(NamedTuple):
    """A command with what was typed behind it, by the names of its parameters."""

    function: Callable[..., Any]
    typed: dict[str, Any]


class Plain(NamedTuple):
    """The :class:`elzctl.cli.options.Context` of a command line of which no value was left empty."""

    obj: Any


class _Unusual(Exception):
    """What only the library understands, or refuses."""


class _Known(NamedTuple):
    """What a function can be called with: by what is typed, by place, and what it needs."""

    options: dict[str, tuple[str, Any]]
    places: tuple[tuple[str, Any], ...]
    needed: frozenset[str]


def understood(arguments: Sequence[str], function_of: Callable[[str], Callable[..., Any] | None]) -> Call | None:
    """The command of a command line, by its function; ``None`` when it is not plain.

    *function_of* finds the function of a command, and ``None`` when there is none of that name.
    """
    words = iter(arguments)
    try:
        function = function_of(_command(words))
        return None if function is None else Call(function, _typed(words, _known(function)))
    except _Unusual:
        return None


def _command(words: Iterator[str]) -> str:
    """The first word behind the options that every command has."""
    for word in words:
        if not word.startswith("-"):
            return word
        value = _value(words)
        if not (word == "-C" or (word == "--lang" and value in LANGUAGES)):
            break
    raise _Unusual


def _typed(words: Iterator[str], known: _Known) -> dict[str, Any]:
    found: dict[str, Any] = {}
    places = iter(known.places)
    for word in words:
        if word.startswith("-"):
            name, sign, value = word.partition("=")
            parameter, kind = known.options.get(name, ("", None))
            if parameter in found or kind not in (str, bool) or (sign and kind is bool):
                raise _Unusual
            found[parameter] = True if kind is bool else _full(value) if sign else _value(words)
        else:
            parameter, kind = next(places, ("", None))
            if kind is not str:
                raise _Unusual
            found[parameter] = _full(word)
    if known.needed - found.keys():
        raise _Unusual
    return found


def _value(words: Iterator[str]) -> str:
    return _full(next(words, ""))


def _full(value: str) -> str:
    """A value that can be no option and is not empty."""
    if not value or value.startswith("-"):
        raise _Unusual
    return value


def _known(function: Callable[..., Any]) -> _Known:
    """What a command says that can be typed; of a kind that is not plain, so that it is met and not overlooked."""
    options: dict[str, tuple[str, Any]] = {}
    places: list[tuple[str, Any]] = []
    for name, hint in get_type_hints(function, include_extras=True).items():
        if get_origin(hint) is not Annotated:
            continue
        kind, (declared, *_) = str if hint.__origin__ == str | None else hint.__origin__, hint.__metadata__
        if isinstance(declared, Option):
            names = declared.names or (f"--{name.replace('_', '-')}",)
            options.update((one, (name, kind)) for one in names)
        else:
            places.append((name, kind))
    needed = {one for one, _ in (*options.values(), *places)} - _optional(function)
    return _Known(options, tuple(places), frozenset(needed))


def _optional(function: Callable[..., Any]) -> set[str]:
    """The parameters of a function that have a default."""
    names = function.__code__.co_varnames[: function.__code__.co_argcount]
    return {*names[len(names) - len(function.__defaults__ or ()) :], *(function.__kwdefaults__ or ())}
