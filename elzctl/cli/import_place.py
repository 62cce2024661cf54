"""Where an import goes: the folder of the repository, the file of the report, and what to type next."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from elzctl import ids
from elzctl.cli.session import Session, Stop
from elzctl.disk import Change
from elzctl.intake.ledger import Certainty, Fate
from elzctl.intake.outcome import Document, Outcome
from elzctl.intake.paper import Make
from elzctl.record import NamedTuple
from elzctl.tree import Unreadable, WorkTree, find_root
from elzctl.wording import Message, say

REPORT = "import-report"
IGNORE = ".gitignore"

_NOWHERE = (Fate.LEFT, Fate.PROMPT, Fate.RUNNING)

_PRIVATE = re.compile(rb"(?m)^[ \t]*/?private/?[ \t]*\r?$")


class Wish(NamedTuple):
    """How the files come in.

    *root* is the folder of the repository; *update* changes what is there, *add* is for documents that say themselves what
    they add.  *report* is where the report goes, "" for its own place; files of *add_only* keep all that they say.
    """

    root: Path
    update: bool = False
    add: bool = False
    check: bool = False
    yes: bool = False
    json: bool = False
    report: str = ""
    add_only: tuple[str, ...] = ()


def root_for(session: Session, out: str, *, check: bool = False) -> Path:
    """The folder of ``--out``, else the repository at hand, which is told.  Raises Stop.

    With *check* nothing is written, and any folder without a plan will do.
    """
    if not out:
        here = session.folder.resolve()
        found = find_root(here) if session.folder.is_dir() else None
        if found is None and check:
            return here
        if found is None:
            message = say("No plan here: no folder “plan” in {path} or above it", path=str(here))
            raise Stop(message, say("Say where the files go: --out FOLDER. It may be new."))
        session.tell(say("The files go into {path}.", path=str(found)))
        return found
    root = (session.folder / out).resolve()
    _refuse_closed(root, out)
    if root.exists() and not root.is_dir():
        raise Stop(say("{path} is a file; elzctl expects a folder", path=out))
    if not (root / "plan").is_dir():
        above = next((one for one in root.parents if (one / "plan" / "plan.yaml").exists()), None)
        if above is not None:
            message = say("There is a plan in {path} already, and this folder lies inside it", path=str(above))
            raise Stop(message, say("Choose a folder of its own, or go to that one."))
    return root


def _refuse_closed(root: Path, out: str) -> None:
    """Raises Stop for a folder that Git or a forge works with."""
    from elzctl.cli.lasting import refuse_lasting

    if any(part.lower().rstrip(". ") == ".git" for part in root.parts):
        message = say("{path} lies in {folder}/, where no output is written", path=out, folder=".git")
        raise Stop(message, say("Choose another name, or a folder of its own such as build."))
    refuse_lasting(root, root, out, ours=True)


def need_plan(root: Path) -> None:
    """Raises Stop when there is no plan for a table to go into."""
    if not (root / "plan").is_dir():
        message = say("There is no plan in {path} for this table to go into", path=str(root))
        raise Stop(message, say("Begin one first: elzctl init."))


def report_of(documents: Sequence[Document], files: Mapping[str, str]) -> tuple[str, bool]:
    """The name of the report, by that of the document; whether people may be named in it, wherever it goes."""
    tables = all(one.make is Make.TABLE for one in documents)
    private = tables or any(path.startswith(("meetings/2", "private/")) for path in files) or _has_people(documents)
    slug = next((found for one in documents if (found := ids.slug(Path(one.name).stem))), "")
    return f"private/{REPORT}{'-' if slug else ''}{slug}.md", private


def _has_people(documents: Sequence[Document]) -> bool:
    """True when somebody may be named in what comes into no public file: that, the report alone would tell."""
    from elzctl.intake.persons import find

    texts = [left.words for one in documents for left in one.account.left]
    for one in documents:
        texts += [entry.words for entry in one.account.entries if entry.certainty is Certainty.UNCLEAR]
        texts += [placed.line.text for placed in one.account.lines if placed.fate in _NOWHERE]
    return any(next(find(text), None) is not None for text in texts)


def check_report(session: Session, wish: Wish) -> None:
    """Raises Stop when the report cannot go where it is asked for: before anything is written."""
    if not wish.report:
        return
    from elzctl.cli.lasting import refuse_lasting

    whole = Path(os.path.abspath(session.folder.resolve() / wish.report))
    above = next(one for one in whole.resolve().parents if one.is_dir())
    roots = {wish.root, find_root(above) or wish.root}
    among = any(root / name in whole.resolve().parents for root in roots for name in ("plan", "meetings", "templates"))
    if among or whole.is_dir():
        message = say("{path} cannot be the place of the report", path=wish.report)
        raise Stop(message, say("Name a file outside plan and meetings, or leave --report out."))
    refuse_lasting(whole, wish.root, wish.report, ours=False)
    if os.path.lexists(whole) and not _is_report(whole):
        message = say("{path} exists already, and is no report of elzctl; nothing was written", path=wish.report)
        raise Stop(message, say("Choose another name for the report, or leave --report out."))


def _is_report(path: Path) -> bool:
    """True for a file that elzctl wrote as a report; a pipe or a device is none."""
    from elzctl.render.intake_report import MARKER

    if not path.is_file():
        return False
    try:
        with path.open("rb") as file:
            return file.readline(len(MARKER) + 2).rstrip() == MARKER.encode()
    except OSError:
        return False


def report_change(root: Path, path: str, data: bytes) -> list[Change]:
    """The report in its place; none when it is there already."""
    try:
        WorkTree(root).read(path)
    except Unreadable:
        return [Change(path, data, None)]
    return []


def ignored(root: Path) -> Change | None:
    """The change after which Git keeps nothing of ``private``; ``None`` when that is so already.  Raises Stop."""
    from elzctl.templates import folder

    try:
        there = WorkTree(root).read(IGNORE)
    except Unreadable as fault:
        if not fault.missing:
            raise Stop(say("{path} {reason}; nothing was written", path=IGNORE, reason=fault.reason)) from None
        return Change(IGNORE, (folder("init") / "gitignore").read_bytes(), None)
    if _PRIVATE.search(there):
        return None
    newline = b"\r\n" if b"\r\n" in there else b"\n"
    gap = b"" if not there or there.endswith(b"\n") else newline
    return Change(IGNORE, there + gap + b"private/" + newline, there)


def commands(session: Session, outcome: Outcome, wish: Wish) -> Iterator[tuple[Message, str]]:
    """What to do next, each with the command or the file."""
    here, root = session.folder.resolve(), wish.root
    where = "." if root == here else str(root.relative_to(here)) if here in root.parents else str(root)
    there = Session(session.language, session.folder / where if where != "." else session.folder)
    from elzctl.cli.ask import command_line

    path = wish.report or str((there.folder if where != "." or str(there.folder) != "." else Path()) / outcome.report)
    about = (
        say("Look at what was guessed and left over")
        if not outcome.is_whole or outcome.count(Certainty.GUESSED)
        else say("Everything is told in")
    )
    yield about, path
    yield say("Check the plan"), command_line(there, "validate")
    around = any(path.startswith(".ci/") for path, _ in outcome.files)
    if not around and not (root / ".ci").exists() and not (root / "elzctl").exists():
        yield say("Add the README and the checks of a forge"), command_line(there, "init")
