"""What a person answered, given back when nothing is made of it after all: as a command to go on from."""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from typing import NoReturn

from elzctl.cli.ask import command_line
from elzctl.cli.questions import Choice
from elzctl.cli.session import INTERRUPTED, Session, Stop
from elzctl.dates import VagueDate
from elzctl.wording import say


def stop_with(session: Session, command: str, answers: Mapping[str, object]) -> NoReturn:
    """Ends a *command* because the person says so, and gives the *answers*, by option, back.  Raises Stop."""
    words: list[str] = []
    for option, answer in answers.items():
        if text := _typed(answer):
            # What is known by its place has no option.
            words += [option, text] if option.startswith("-") else [text]
    line = command_line(session, f"{command} {_quoted(words)}")
    hint = say("To go on from your answers, change what you want in this line: {command}", command=line)
    raise Stop(say("Stopped; nothing was written."), hint, INTERRUPTED)


def _typed(answer: object) -> str:
    """What is typed behind an option for an answer; empty when it was left open."""
    if isinstance(answer, Choice):
        return answer.id
    if isinstance(answer, tuple):
        return ",".join(map(_typed, answer))
    if isinstance(answer, VagueDate):
        return answer.text
    return "" if answer is None else str(answer)


def _quoted(words: Sequence[str]) -> str:
    """Words as they are typed on the command line of this computer."""
    if sys.platform == "win32":
        from subprocess import list2cmdline

        return list2cmdline(words)
    from shlex import join

    return join(words)
