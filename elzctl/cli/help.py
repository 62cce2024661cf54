"""Help and usage errors in the reader's language; the CLI library says them in English only."""

from __future__ import annotations

import inspect
import shutil
import textwrap
from typing import TYPE_CHECKING, Any

from typer._click.exceptions import (
    BadArgumentUsage,
    BadOptionUsage,
    BadParameter,
    ClickException,
    MissingParameter,
    NoSuchOption,
    UsageError,
)
from typer.core import TyperCommand, TyperGroup

from elzctl.wording import Language, Message, say

if TYPE_CHECKING:
    from typer._click import Context
    from typer._click.formatting import HelpFormatter

WIDEST = 100


class Verb(TyperCommand):
    """A command whose help speaks the language of the session."""

    def format_help(self, ctx: Context, formatter: HelpFormatter) -> None:
        formatter.write(_page(self, ctx, ctx.obj.language))


class Verbs(TyperGroup):
    """Commands that are imported when they are asked for; ``about`` is the literal table of them."""

    about: dict[str, Message] = {}  # noqa: RUF012 - a subclass fills it in, once

    def format_help(self, ctx: Context, formatter: HelpFormatter) -> None:
        language: Language = ctx.obj.language
        formatter.write(_page(self, ctx, language))
        rows = [(name, language(about)) for name, about in self.about.items()]
        formatter.write(f"\n{language(say('Commands'))}:\n{_columns(rows)}")

    def list_commands(self, ctx: Context) -> list[str]:
        return list(self.about)


def _page(command: Any, ctx: Any, language: Language) -> str:
    """Usage, what the command does, its arguments and options."""
    arguments = [param for param in command.get_params(ctx) if param.param_type_name == "argument"]
    options = [param for param in command.get_params(ctx) if param.param_type_name == "option"]
    width = _width()
    parts = [f"{_usage(command, ctx, language)}\n"]
    paragraphs = language(inspect.cleandoc(command.help or "")).split("\n\n")
    parts.extend(_filled(paragraph, width) for paragraph in paragraphs)
    if arguments:
        rows = [(_argument(param, language), language(param.help or "")) for param in arguments]
        parts.append(f"{language(say('Arguments'))}:\n{_columns(rows)}")
    parts.append(f"{language(say('Options'))}:\n{_columns([_option(param, language) for param in options])}")
    return "\n".join(part for part in parts if part)


def _filled(paragraph: str, width: int) -> str:
    """A paragraph within *width*; lines that are indented stay as they are."""
    if paragraph.startswith(" "):
        return f"{paragraph}\n"
    return textwrap.fill(" ".join(paragraph.split()), width, break_long_words=False, break_on_hyphens=False) + "\n"


def _usage(command: Any, ctx: Any, language: Language) -> str:
    arguments = " ".join(_argument(param, language) for param in command.params if param.param_type_name == "argument")
    rest = arguments or (language(say("COMMAND …")) if isinstance(command, TyperGroup) else "")
    return f"{language(say('Usage'))}: {ctx.command_path} [{language(say('OPTIONS'))}] {rest}".rstrip()


def _argument(param: Any, language: Language) -> str:
    """The name of an argument, between brackets when it may be left out, with dots when it may come more than once."""
    name = language((param.metavar or param.name.upper()).strip("[].…"))
    return f"{name if param.required else f'[{name}]'}{'…' if param.nargs == -1 else ''}"


def _option(param: Any, language: Language) -> tuple[str, str]:
    names = ", ".join([*param.opts, *param.secondary_opts])
    if param.name == "help":
        return names, language(say("Show this page."))
    metavar = "" if param.is_flag else f" {language(param.metavar or say('TEXT'))}"
    return f"{names}{metavar}", language(param.help or "")


def _columns(rows: list[tuple[str, str]]) -> str:
    """Names left and texts right; under each other where the window is narrow."""
    width = _width()
    left = min(max((len(name) for name, _ in rows), default=0) + 4, 34)
    lines = []
    for name, text in rows:
        wrapped = textwrap.wrap(text, max(width - left, 24), break_long_words=False) or [""]
        if width < 60 or len(name) + 4 > left:
            lines.append(f"  {name}")
            indent = " " * (6 if width < 60 else left)
            lines.extend(f"{indent}{line}" for line in (textwrap.wrap(text, max(width - len(indent), 20)) or []))
        else:
            lines.append(f"  {name:<{left - 2}}{wrapped[0]}".rstrip())
            lines.extend(" " * left + line for line in wrapped[1:])
    return "\n".join(lines) + "\n"


def _width() -> int:
    return max(min(shutil.get_terminal_size().columns, WIDEST), 20)


def usage_error(error: ClickException, commands: tuple[str, ...]) -> tuple[Message, Message | None]:
    """What was wrong with a command line, and what to do."""
    context = getattr(error, "ctx", None)
    path = context.command_path if context is not None else "elzctl"
    commands = tuple(getattr(getattr(context, "command", None), "about", None) or commands)
    hint = say("See “{command} --help”.", command=path)
    if isinstance(error, NoSuchOption):
        if error.possibilities:
            hint = say("Did you mean “{near}”?", near=min(error.possibilities))
        return say("There is no option {name}", name=error.option_name), hint
    if isinstance(error, MissingParameter):
        return say("{name} is missing", name=_missing(error)), hint
    if isinstance(error, (BadOptionUsage, BadArgumentUsage, BadParameter)):
        return _bad_value(error, context), hint
    if isinstance(error, UsageError):
        return _unknown(error, commands, hint)
    return say("{text}", text=error.format_message()), None


def _missing(error: Any) -> Message:
    """The name of an argument in the reader's language, or of an option as it is typed."""
    param = error.param
    if param is None:
        return say("A value")
    return Message(param.metavar or param.name.upper() if param.param_type_name == "argument" else param.opts[0])


def _bad_value(error: Any, context: Any) -> Message:
    name = getattr(error, "option_name", "")
    if isinstance(error, BadParameter) and error.param is not None:
        is_option = error.param.param_type_name == "option"
        name = error.param.get_error_hint(context).strip("'") if is_option else _missing(error)
    if "does not take a value" in error.message:
        return say("{name} takes no value", name=name)
    if "requires " in error.message:
        return say("{name} needs a value", name=name)
    return say("{name} cannot have this value", name=name)


def _unknown(error: UsageError, commands: tuple[str, ...], hint: Message) -> tuple[Message, Message | None]:
    """A command that does not exist, none at all, or words too many."""
    text = error.message
    if text.startswith("No such command"):
        from elzctl.faults.values import suggest

        name = text.split("'")[1] if "'" in text else text
        return say("There is no command “{name}”", name=name), suggest(name, commands) or hint
    if text.startswith("Missing command"):
        return say("Which command?"), hint
    words = text.rpartition("(")[2].rstrip(").")
    return say("Too many words: {words}", words=words or text), hint
