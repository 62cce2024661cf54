"""The command line as the library knows it that reads all of them: help, what was typed wrong, and what is not plain.

It is imported only when :mod:`elzctl.cli.understood` does not understand a command line.
"""

from __future__ import annotations

from collections.abc import Callable
from types import FunctionType
from typing import TYPE_CHECKING, Annotated, Any, get_origin, get_type_hints

import typer

from elzctl.cli.help import Verb, Verbs
from elzctl.cli.options import Argument, Context, Option
from elzctl.cli.session import Stop, one_of
from elzctl.cli.verbs import VERBS, function_of
from elzctl.wording import LANGUAGES, say

if TYPE_CHECKING:
    from typer._click import Context as Called
    from typer._click.core import Command


_LEFT_OPEN = ("new-action", "new-goal", "new-meeting")
"""The commands that ask for what is not given: there an empty value says that nobody has to."""


class _Command(Verb):
    """A command that refuses an option without a value: it would do it for everything, and look like it did not."""

    def invoke(self, ctx: Called) -> Any:
        for param in self.params if self.name not in _LEFT_OPEN else ():
            value = ctx.params.get(param.name or "")
            blank = value == "" or (isinstance(value, (list, tuple)) and "" in value)
            source = ctx.get_parameter_source(param.name or "") if blank and param.param_type_name == "option" else None
            if source is not None and source.name == "COMMANDLINE":
                raise Stop(
                    say("“{text}” is not a value for {option}", text="", option=param.opts[0]),
                    say("Leave {option} out, or write something behind it.", option=param.opts[0]),
                )
        return super().invoke(ctx)


def command(name: str, function: Callable[..., Any]) -> Command:
    """A function as a command."""
    app = typer.Typer(add_completion=False, rich_markup_mode=None)
    app.command(name, cls=_Command)(declared(function))
    return typer.main.get_command(app)


def group(kind: type[Verbs], function: Callable[..., Any]) -> Verbs:
    """A command with commands of its own."""
    app = typer.Typer(add_completion=False, rich_markup_mode=None)
    app.callback(cls=kind, invoke_without_command=True)(declared(function))
    found = typer.main.get_group(app)
    assert isinstance(found, kind)
    return found


def declared(function: Callable[..., Any]) -> Callable[..., Any]:
    """The same function, of which the parameters are declared as the library wants it."""
    made = FunctionType(function.__code__, function.__globals__, function.__name__, function.__defaults__)
    made.__kwdefaults__, made.__doc__ = function.__kwdefaults__, function.__doc__
    hints = get_type_hints(function, include_extras=True)
    made.__annotations__ = {name: _declared(hint) for name, hint in hints.items()}
    return made


def _declared(hint: Any) -> Any:
    if hint is Context:
        return typer.Context
    if get_origin(hint) is not Annotated:
        return hint
    kind, (one, *_) = hint.__origin__, hint.__metadata__
    if isinstance(one, Option):
        return Annotated[kind, typer.Option(*one.names, metavar=one.metavar, help=one.help, min=one.least)]
    if isinstance(one, Argument):
        return Annotated[kind, typer.Argument(metavar=one.metavar, help=one.help)]
    return hint


class _Elzctl(Verbs):
    """The verbs of elzctl."""

    about = VERBS

    def get_command(self, ctx: Called, cmd_name: str) -> Command | None:
        if cmd_name == "import":  # the one verb with verbs of its own
            from elzctl.cli.import_group import Imports, import_group

            return group(Imports, import_group)
        function = function_of(cmd_name)
        return None if function is None else command(cmd_name, function)


def elzctl() -> Verbs:
    """The whole command line."""
    return group(_Elzctl, _globals)


def _globals(
    ctx: typer.Context,
    folder: Annotated[str, Option("-C", metavar="FOLDER", help="Work in this folder, as in Git.")] = "",
    lang: Annotated[str, Option("--lang", metavar="nl|en", help="The language of elzctl.")] = "",
    debug: Annotated[bool, Option("--debug", help="Show where elzctl itself went wrong.")] = False,
    version: Annotated[bool, Option("--version", help="Show the version.")] = False,
) -> None:
    """The plan and the minutes of a primary-care zone as plain text."""
    del folder, debug  # read before all else, by main
    if lang:
        one_of("--lang", lang, LANGUAGES)
    if version:
        from elzctl import __version__

        ctx.obj.print(f"elzctl {__version__}")
        raise typer.Exit(0)
    if ctx.invoked_subcommand is None:
        ctx.obj.print(ctx.get_help())
        raise typer.Exit(0)
