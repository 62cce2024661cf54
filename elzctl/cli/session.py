"""What every command gets: the language, the folder, where to print; and the errors that end a command."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from elzctl.record import NamedTuple
from elzctl.render.terminal import printable
from elzctl.tree import Unreadable, WorkTree, find_root
from elzctl.wording import LANGUAGES, Language, Message, say

if TYPE_CHECKING:
    from elzctl.load import Loaded
    from elzctl.render.confined import Child

FINE, FINDINGS, USAGE, FAULT, INTERRUPTED, UNHEARD = 0, 1, 2, 3, 130, 141

_PLAN_LANGUAGE = re.compile(rb"^language:[ \t]*[\"']?(nl|en)\b", re.MULTILINE)


class Stop(Exception):
    """Ends a command with a message on stderr and exit code *code*."""

    def __init__(self, message: Message, hint: Message | None = None, code: int = USAGE) -> None:
        """*hint* says what to do."""
        super().__init__(message.text)
        self.message = message
        self.hint = hint
        self.code = code


class Session(NamedTuple):
    """One run of elzctl."""

    language: Language
    folder: Path
    drawer: Child | None = None
    """A child process that has begun to import what drawing needs."""

    def root(self) -> Path:
        """The folder that holds ``plan``.  Raises Stop when there is none here or above."""
        if not self.folder.is_dir():
            raise Stop(say("There is no folder {path}", path=str(self.folder)))
        root = find_root(self.folder.resolve())
        if root is None:
            from elzctl.git import is_bare

            if is_bare(self.folder.resolve()):
                raise Stop(say("This is a bare repository: it has no files to look at"), say("Work in a clone of it."))
            message = say("No plan here: no folder “plan” in {path} or above it", path=str(self.folder.resolve()))
            raise Stop(message, say("Go to the folder of your plan, or name it: elzctl -C FOLDER …"))
        return root

    def load(self, *, kept_later: bool = False) -> Loaded:
        """The plan of this folder; see :func:`elzctl.answers.read_again`.  Raises Stop when there is none."""
        from elzctl.answers import read_again
        from elzctl.cache import cache_of

        root = self.root()
        return read_again(WorkTree(root), cache_of(root, os.environ), kept_later=kept_later)

    def write(self, path: Path, data: bytes, *, ours: bool = False) -> None:
        """An output file, at *path* from the folder; its name goes to stdout. Raises Stop, WriteFault.

        A file that Git keeps is written over only when its name is *ours*, and not one that the user gave.
        """
        from elzctl.cli.lasting import refuse_lasting
        from elzctl.disk import write_output

        here = self.folder.resolve()
        root = find_root(here) or here
        if any(root / name in (here / path).resolve().parents for name in ("plan", "meetings", "templates")):
            message = say("{path} lies among the files that the plan is made of", path=str(path.parent))
            raise Stop(message, say("Choose a folder of its own, such as --out build."))
        refuse_lasting(Path(os.path.abspath(here / path)), root, str(path), ours=ours)
        write_output(here / path, data, within=root)
        self.print(printable(str(self.folder / path)))

    def say(self, message: Message | str) -> None:
        """One message on stdout."""
        self.print(self.language(message))

    def print(self, text: str) -> None:
        """Lines on stdout, as they are; what stands in them from a plan has been made :func:`printable`."""
        sys.stdout.write(f"{text}\n")

    def tell(self, message: Message | str) -> None:
        """One message on stderr."""
        sys.stderr.write(f"{printable(self.language(message))}\n")

    def complain(self, message: Message, hint: Message | None) -> None:
        """On stderr, what is wrong and what to do."""
        self.tell(f"{self.language(say('error'))}: {self.language(message)}")
        if hint is not None:
            self.tell(f"{self.language(say('help'))}: {self.language(hint)}")


def today_of(text: str) -> date:
    """The day of ``--today``, or the real one.  Raises Stop when it is no day."""
    if not text:
        return date.today()  # noqa: DTZ011 - the one clock; a deadline is a day on the wall, without a zone
    try:
        return date.fromisoformat(text)
    except ValueError:
        message = say("“{text}” is not a day", text=text[:40])
        raise Stop(message, say("Write it as 2025-12-31.")) from None


def one_of(option: str, text: str, known: Sequence[str], where: Message | None = None) -> str:
    """*text* when it is one of *known*.  Raises Stop otherwise, with the nearest one, or *where* they all are."""
    if text in known:
        return text
    from elzctl.faults.values import suggest

    message = say("“{text}” is not a value for {option}", text=text[:80], option=Message(option))
    hint = suggest(text, tuple(known)) if text else None
    raise Stop(message, hint or where or say("Known here: {keys}.", keys=", ".join(known)))


def folder_of(arguments: Sequence[str]) -> Path:
    """The folder of ``-C``, or this one."""
    return Path(_value_of(arguments, "-C") or ".")


def language_of(arguments: Sequence[str], environment: Mapping[str, str], folder: Path) -> str:
    """``--lang``, else ``ELZCTL_LANG``, else the plan's language, else the locale's, else Dutch."""
    for named in (_value_of(arguments, "--lang"), environment.get("ELZCTL_LANG")):
        if named in LANGUAGES:
            return str(named)
    planned = _plan_language(folder)
    if planned:
        return planned
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if environment.get(name):
            return "en" if environment[name].startswith("en") else "nl"
    return "nl"


def _plan_language(folder: Path) -> str | None:
    root = find_root(Path(os.path.abspath(folder)))
    if root is None:
        return None
    try:
        found = _PLAN_LANGUAGE.search(WorkTree(root).read("plan/plan.yaml"))
    except Unreadable:
        return None
    return found[1].decode() if found else None


def _value_of(arguments: Sequence[str], option: str) -> str | None:
    """The value of an option that stands before the command."""
    for place, argument in enumerate(arguments):
        if argument == option:
            return arguments[place + 1] if place + 1 < len(arguments) else None
        if argument.startswith(f"{option}=") and option.startswith("--"):
            return argument.partition("=")[2]
        if argument.startswith("-C") and argument != "-C" and option == "-C":
            return argument[2:]
        if not argument.startswith("-") and (place == 0 or arguments[place - 1] not in ("-C", "--lang")):
            return None
    return None


def unheard() -> int:
    """The exit code, as of a program that SIGPIPE ended, when the reader of a pipe is gone: nothing can be said to it."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return UNHEARD
