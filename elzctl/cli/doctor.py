"""``elzctl doctor``: a look at the surroundings of a plan."""

from __future__ import annotations

import os
import platform
import re
import sys
from importlib import metadata
from typing import TYPE_CHECKING, Annotated

from elzctl.cli.options import Context, Option
from elzctl.cli.session import FINDINGS, FINE, Session, Stop
from elzctl.wording import say

if TYPE_CHECKING:
    from pathlib import Path

    from elzctl.load import Loaded
    from elzctl.views.doctor import Program
    from elzctl.views.remark import Remark


def doctor(
    ctx: Context,
    *,
    fix: Annotated[bool, Option("--fix", help="Mend what elzctl can mend, after showing the changes.")] = False,
    forget: Annotated[
        bool, Option("--forget", help="Throw away what is kept of plans that were read; nothing else.")
    ] = False,
    yes: Annotated[bool, Option("--yes", help="Do not ask.")] = False,
    as_json: Annotated[bool, Option("--json", help="Print the list as JSON.")] = False,
) -> int:
    """Look at everything around the plan: the program, Git, the files, what is private, numbers that two have.

      elzctl doctor
      elzctl doctor --fix

    Each line says “ok”, “note” or “wrong”, and then what to do. Nothing is changed, and nothing is ever changed in the
    history of Git.

    With --fix a change of several files that was cut off is finished, what a stopped elzctl left is removed, and of two
    actions with one number the one that came last gets the next that is free: the one that came last to the main branch
    in Git, and else the last by name. The changes are shown first.

    What was read of a plan, internal texts too, is kept for the next run in a folder of yours, which is named here; --forget
    empties it. With ELZCTL_CACHE in the environment it is another folder, and with ELZCTL_CACHE= nothing is kept.

    Exit code: 0, or 1 when something is wrong.
    """
    session: Session = ctx.obj
    if fix and as_json:
        raise Stop(say("--fix and --json do not go together"), say("Leave one of them out."))
    if forget:
        return _forgotten(session)
    root = _root(session)
    if fix and root is not None:
        from elzctl.cli.doctor_fix import mended

        mended(session, root, yes=yes)
    loaded = session.load() if root is not None else None
    remarks = _remarks(session, root, loaded)
    _show(session, remarks, as_json=as_json)
    from elzctl.views.remark import Level

    return FINDINGS if any(remark.level is Level.FAULT for remark in remarks) else FINE


def _root(session: Session) -> Path | None:
    """The folder of the plan; ``None`` when there is none, which is then a remark and no error."""
    from elzctl.tree import find_root

    return find_root(session.folder.resolve()) if session.folder.is_dir() else None


def _remarks(session: Session, root: Path | None, loaded: Loaded | None) -> tuple[Remark, ...]:
    from elzctl.cache import folder_of, stock
    from elzctl.views.doctor import kept, plan, program, repository_here
    from elzctl.views.remark import fault

    found = [*program(_program())]
    folder = folder_of(os.environ)
    if folder is not None:
        found.append(kept(folder, stock(folder)))
    if root is not None and loaded is not None:
        return (*found, *plan(root, loaded))
    if session.folder.is_dir():
        found += repository_here(session.folder.resolve())
    try:
        session.root()
    except Stop as stop:
        found.append(fault(stop.message, stop.hint))
    return tuple(found)


def _forgotten(session: Session) -> int:
    """Throws away what is kept of plans that were read.  Raises Stop."""
    from elzctl.cache import folder_of
    from elzctl.cache import forget as forget_all
    from elzctl.render.terminal import printable

    folder = folder_of(os.environ)
    if folder is None:
        session.say(say("Nothing is kept: ELZCTL_CACHE says so."))
        return FINE
    try:
        forget_all(folder)
    except OSError as error:
        path, why = printable(str(folder)), error.strerror or type(error).__name__
        raise Stop(say("{path} cannot be emptied ({why})", path=path, why=why), say("Remove that folder.")) from None
    session.say(say("What was kept in {path} is gone.", path=printable(str(folder))))
    return FINE


def _show(session: Session, remarks: tuple[Remark, ...], *, as_json: bool) -> None:
    if as_json:
        from elzctl.render.doctor_json import doctor_json

        session.print(doctor_json(remarks, session.language))
        return
    from elzctl.cli.look import look
    from elzctl.render.doctor_text import doctor_text

    width, paint = look()
    session.print("\n".join(doctor_text(remarks, session.language, paint, width)))


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
