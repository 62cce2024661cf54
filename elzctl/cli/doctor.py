"""``elzctl doctor``: a look at the surroundings of a plan."""

from __future__ import annotations

import platform
import re
import sys
from importlib import metadata
from typing import TYPE_CHECKING, Annotated

import typer

from elzctl.cli.session import FINDINGS, FINE, Session, Stop
from elzctl.wording import say

if TYPE_CHECKING:
    from pathlib import Path

    from elzctl.load import Loaded
    from elzctl.views.doctor import Program
    from elzctl.views.remark import Remark


def doctor(
    ctx: typer.Context,
    *,
    fix: Annotated[
        bool, typer.Option("--fix", help="Give new numbers where one is used twice, after showing the changes.")
    ] = False,
    yes: Annotated[bool, typer.Option("--yes", help="Do not ask.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print the list as JSON.")] = False,
) -> int:
    """Look at everything around the plan: the program, Git, the files, what is private, numbers that two have.

      elzctl doctor
      elzctl doctor --fix

    Each line says “ok”, “note” or “wrong”, and then what to do. Nothing is changed, and nothing is ever changed in the
    history of Git.

    With --fix the younger of two actions with one number gets the next number that is free; which one that is, is
    known from Git, and else from the names. The changes are shown first.

    Exit code: 0, or 1 when something is wrong.
    """
    session: Session = ctx.obj
    if fix and as_json:
        raise Stop(say("--fix and --json do not go together"), say("Leave one of them out."))
    root = _root(session)
    loaded = session.load() if root is not None else None
    if fix and root is not None and loaded is not None and _mended(session, root, loaded, yes=yes):
        loaded = session.load()
    remarks = _remarks(session, root, loaded)
    _show(session, remarks, as_json=as_json)
    from elzctl.views.remark import Level

    return FINDINGS if any(remark.level is Level.FAULT for remark in remarks) else FINE


def _root(session: Session) -> Path | None:
    """The folder of the plan; ``None`` when there is none, which is then a remark and no error."""
    from elzctl.tree import find_root

    return find_root(session.folder.resolve()) if session.folder.is_dir() else None


def _remarks(session: Session, root: Path | None, loaded: Loaded | None) -> tuple[Remark, ...]:
    from elzctl.views.doctor import plan, program, repository_here
    from elzctl.views.remark import fault

    found = [*program(_program())]
    if root is not None and loaded is not None:
        return (*found, *plan(root, loaded))
    if session.folder.is_dir():
        found += repository_here(session.folder.resolve())
    try:
        session.root()
    except Stop as stop:
        found.append(fault(stop.message, stop.hint))
    return tuple(found)


def _show(session: Session, remarks: tuple[Remark, ...], *, as_json: bool) -> None:
    if as_json:
        from elzctl.render.doctor_json import doctor_json

        session.print(doctor_json(remarks, session.language))
        return
    from elzctl.cli.look import look
    from elzctl.render.doctor_text import doctor_text

    width, paint = look()
    session.print("\n".join(doctor_text(remarks, session.language, paint, width)))


def _mended(session: Session, root: Path, loaded: Loaded, *, yes: bool) -> bool:
    """Gives new numbers where one is used twice; true when that was done.  Raises Stop, WriteFault."""
    from elzctl import edit
    from elzctl.cli.fixing import agreed, show_diff
    from elzctl.cli.renumber import tell_moves
    from elzctl.scaffold import Refused
    from elzctl.tree import WorkTree
    from elzctl.views.doctor_numbers import ways_out
    from elzctl.views.renumber import moved

    moves = ways_out(root, loaded)
    if not moves:
        session.say(say("There is nothing that elzctl can change by itself."))
        return False
    try:
        found = moved(WorkTree(root), loaded, moves)
    except Refused as refused:
        raise Stop(refused.message, refused.hint) from None
    show_diff(session, edit.diff(found.patches, loaded.sources))
    if not yes and not agreed(session):
        session.say(say("Nothing was changed."))
        return False
    edit.apply(root, found.patches, loaded.sources)
    tell_moves(session, found)
    return True


# What runs


def _program() -> Program:
    import yaml

    from elzctl import __version__
    from elzctl.views.doctor import Program

    encoding = getattr(sys.stdout, "encoding", None) or "ascii"
    return Program(platform.python_version(), __version__, tuple(_libraries()), encoding, hasattr(yaml, "CLoader"))


def _libraries() -> list[tuple[str, str | None]]:
    """What elzctl needs, with the version that is there."""
    try:
        needed = metadata.requires("elzctl") or []
    except metadata.PackageNotFoundError:  # run from its folder
        return []
    names = [re.match(r"[\w.-]+", one) for one in needed if "extra ==" not in one]
    return [(name[0], _version(name[0])) for name in names if name is not None]


def _version(name: str) -> str | None:
    try:
        return metadata.version(name)
    except metadata.PackageNotFoundError:
        return None
