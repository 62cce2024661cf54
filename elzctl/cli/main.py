"""The command line: language first, then one verb, then an exit code; every error is worded here."""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Sequence
from importlib import import_module
from typing import TYPE_CHECKING, Annotated

import typer

from elzctl.cli.help import Verb, Verbs, usage_error
from elzctl.cli.session import FAULT, INTERRUPTED, USAGE, Session, Stop, folder_of, language_of, one_of, unheard
from elzctl.wording import LANGUAGES, Language, Message, say

if TYPE_CHECKING:
    from typer._click import Context
    from typer._click.core import Command

    from elzctl.render.confined import Child

COMMANDS: dict[str, Message] = {
    "init": say("Begin the repository of a zone, or see what drifted from it."),
    "import": say("Bring in a plan or minutes from Word, PDF or text, and tables from Excel."),
    "new-action": say("Write a new action fiche."),
    "new-goal": say("Write a new operational goal."),
    "new-meeting": say("Write the invitation and agenda of the next meeting of a series."),
    "done": say("Close an action point."),
    "move-point": say("Move an action point to a later date, with the reason."),
    "drop-point": say("Drop an action point, with the reason."),
    "note-point": say("Note how far an action point is."),
    "submit": say("Hand in minutes to be read."),
    "approve": say("Approve minutes, and keep what was approved."),
    "sign": say("Write down that a body approved an action or the plan."),
    "validate": say("Check the plan and say what is wrong, where, and what to do."),
    "renumber": say("Give an action or a goal another number."),
    "fmt": say("Put the files in canonical form, without changing what they say."),
    "explain": say("Explain what a finding means."),
    "doctor": say("Look at everything around the plan: the program, Git, the files."),
    "status": say("Who owes what by when, and how it stands."),
    "timeline": say("When each action begins and ends."),
    "show": say("Everything the plan knows of one action, goal or meeting."),
    "signals": say("The signals of all meetings, and what became of them."),
    "agreements": say("Who committed to what, per theme."),
    "events": say("What takes place, by date."),
    "recipients": say("Who gets the invitation and the minutes, each once."),
    "diff": say("What changed between two versions of the plan, in words."),
    "log": say("The history of one action, goal or meeting, in words."),
    "trend": say("How many actions were open, late and done, month by month."),
    "rights": say("Who may change what, and whether a change keeps to it."),
    "render": say("Make documents: the plan, minutes and invitations as HTML and PDF."),
    "site": say("Make a site of the plan and the meetings, for everybody."),
    "serve": say("Show the site in a browser while you write."),
    "templates": say("List and copy the templates of documents."),
    "export": say("Print the whole plan as data."),
    "schema": say("Write JSON Schemas of the plan's files."),
    "forms": say("Make web forms of the plan, for colleagues without Git."),
}


class _Elzctl(Verbs):
    """The verbs of elzctl, each a function in the module of its name."""

    about = COMMANDS

    def get_command(self, ctx: Context, cmd_name: str) -> Command | None:
        if cmd_name not in COMMANDS:
            return None
        name = cmd_name.replace("-", "_")
        if name == "import":  # the one verb with verbs of its own
            from elzctl.cli.import_group import Imports, import_group

            group = typer.Typer(add_completion=False, rich_markup_mode=None)
            group.callback(cls=Imports, invoke_without_command=True)(import_group)
            return typer.main.get_group(group)
        app = typer.Typer(add_completion=False, rich_markup_mode=None)
        app.command(cmd_name, cls=Verb)(getattr(import_module(f"elzctl.cli.{name}"), name))
        return typer.main.get_command(app)


def _globals(
    ctx: typer.Context,
    folder: Annotated[str, typer.Option("-C", metavar="FOLDER", help="Work in this folder, as in Git.")] = "",
    lang: Annotated[str, typer.Option("--lang", metavar="nl|en", help="The language of elzctl.")] = "",
    debug: Annotated[bool, typer.Option("--debug", help="Show where elzctl itself went wrong.")] = False,
    version: Annotated[bool, typer.Option("--version", help="Show the version.")] = False,
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


def main(arguments: Sequence[str], drawer: Child | None = None) -> int:
    """Runs one command line and returns its exit code.  A *drawer* is a child that draws the first document."""
    folder = folder_of(arguments)
    session = Session(Language(language_of(arguments, os.environ, folder)), folder, drawer)
    # Wherever it stands: a message asks to add it to a line that was typed before.
    debug = "--debug" in arguments
    try:
        code = _group().main(
            [argument for argument in arguments if argument != "--debug"], "elzctl", standalone_mode=False, obj=session
        )
        sys.stdout.flush()
    except Stop as stop:
        return _complain(session, stop.message, stop.hint, stop.code)
    except (BrokenPipeError, SystemExit):  # the command-line library makes the one of the other, sometimes
        return unheard()
    except (KeyboardInterrupt, typer.Abort):
        return _complain(session, say("Interrupted; nothing more was done."), None, INTERRUPTED)
    except Exception as error:  # noqa: BLE001 - the last place where an error can be worded
        return _worded(session, error, debug=debug)
    return code if isinstance(code, int) else 0


def _group() -> _Elzctl:
    app = typer.Typer(add_completion=False, rich_markup_mode=None)
    app.callback(cls=_Elzctl, invoke_without_command=True)(_globals)
    group = typer.main.get_group(app)
    assert isinstance(group, _Elzctl)
    return group


def _worded(session: Session, error: Exception, *, debug: bool) -> int:
    from typer._click.exceptions import ClickException

    if isinstance(error, ClickException):
        message, hint = usage_error(error, tuple(COMMANDS))
        return _complain(session, message, hint, USAGE)
    from elzctl.write_faults import WriteFault

    if isinstance(error, WriteFault):
        return _complain(session, say("{path}: {message}", path=error.path, message=error.message), None, USAGE)
    if isinstance(error, OSError) and error.errno in (errno.ENOSPC, errno.EFBIG, errno.EIO):
        unheard()
        return _complain(session, say("The output cannot be written: {why}", why=error.strerror or ""), None, USAGE)
    if debug:
        raise error
    kind = f"{type(error).__name__}: {''.join(str(error).splitlines()[-1:])}"[:200]
    message = say("elzctl itself went wrong here; your files are as they were. ({kind})", kind=kind)
    return _complain(session, message, say("Run it again with --debug for the details."), FAULT)


def _complain(session: Session, message: Message, hint: Message | None, code: int) -> int:
    session.complain(message, hint)
    return code
