"""``elzctl import``: documents that exist become the files of a plan; one module a kind of document."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

import typer

from elzctl.cli.commands import command
from elzctl.cli.help import Verbs
from elzctl.wording import Message, say

if TYPE_CHECKING:
    from typer._click import Context as Called
    from typer._click.core import Command

IMPORTS: dict[str, Message] = {
    "plan": say("A whole plan from Word, PDF or text: goals, actions, chapters."),
    "minutes": say("Minutes of meetings from Word, PDF or text."),
    "actors": say("Organisations and groups from a table of Excel or CSV."),
    "points": say("Action points from a table of Excel or CSV."),
}
"""What can come in; the function of each is ``import_<name>`` in the module of that name."""


class Imports(Verbs):
    """The kinds of documents."""

    about = IMPORTS

    def get_command(self, ctx: Called, cmd_name: str) -> Command | None:
        if cmd_name not in IMPORTS:
            return None
        name = f"import_{cmd_name}"
        return command(cmd_name, getattr(import_module(f"elzctl.cli.{name}"), name))


def import_group(ctx: typer.Context) -> None:
    """Bring in what exists: a plan or minutes from Word, PDF or text, actors and action points from Excel.

      elzctl import plan actieplan-2025.docx --out actieplan
      elzctl import minutes verslag-mei.pdf
      elzctl import actors partners.xlsx

    What is sure becomes the files of a plan. What is guessed or not understood stands in a report, and so does every
    line of the document with where it went: nothing is dropped in silence.

    Nothing is written over. Files that exist are changed only with --update, after the changes were shown.

    PDF and Excel need an addition: pipx inject elzctl openpyxl pypdfium2. Word, text and CSV need nothing.
    """
    if ctx.invoked_subcommand is None:
        ctx.obj.print(ctx.get_help())
        raise typer.Exit(0)
