"""The commands of elzctl, each a function in the module of its name."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from typing import Any

from elzctl.wording import Message, say

VERBS: dict[str, Message] = {
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
"""What each is for; ``import`` has verbs of its own."""


def function_of(name: str) -> Callable[..., Any] | None:
    """The function of a command; ``None`` when there is no such command, or it has verbs of its own."""
    if name not in VERBS or name == "import":
        return None
    word = name.replace("-", "_")
    function: Callable[..., Any] = getattr(import_module(f"elzctl.cli.{word}"), word)
    return function
