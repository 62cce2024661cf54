"""CODEOWNERS from the rights of a plan, printed, written or compared: a part of ``elzctl rights``."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from elzctl.cli.session import FINDINGS, FINE, Stop
from elzctl.load import RIGHTS
from elzctl.wording import say

if TYPE_CHECKING:
    from elzctl.cli.session import Session
    from elzctl.model import Plan
    from elzctl.rights import Rights

FORGES = {"github": ".github/CODEOWNERS", "gitlab": ".gitlab/CODEOWNERS", "forgejo": ".forgejo/CODEOWNERS"}
"""Where each forge looks for its owners of code."""
LARGEST = 1 << 20


def make(session: Session, forge: str, out: str, *, check: bool) -> int:
    """Prints the file, writes it to *out*, or with *check* compares it with what stands there.  Raises Stop, WriteFault.

    Without a *forge* it is that of *out*, else the one that the repository has files for, else GitHub.
    """
    from elzctl.commits.changed_paths import prefix

    root = session.root()
    plan = session.load().plan
    if readable(plan.rights, plan.unread, "plan/rights.yaml") is None:
        raise Stop(say("There is no plan/rights.yaml"), say("Write there who owns what; “elzctl schema” says how."))
    if plan.unread:
        hint = say("See “elzctl validate”.")
        raise Stop(say("{name} could not be read, so its owner is not known", name=min(plan.unread)), hint, FINDINGS)
    above = prefix(root)
    top = _top(root, above)
    forge = forge or _forge_of(top, out)
    text = text_for(forge, plan, above)
    if check:
        usual = Path(os.path.relpath(top / FORGES[forge], session.folder.resolve())).as_posix()
        return _compare(session, out or usual, text, forge)
    if not out:
        session.print(text.rstrip("\n"))
        return FINE
    _refuse_others(session.folder / out, out)
    session.write(Path(out), text.encode(), ours=True)
    return FINE


def remind(session: Session) -> None:
    """Says which file has to be made again, now that something new has an owner; nothing where elzctl made none."""
    from elzctl.commits.changed_paths import prefix
    from elzctl.render.rights_codeowners import below_first

    root = session.root()
    if not (root / RIGHTS).is_file():
        return
    above = prefix(root)
    top = _top(root, above)
    made = {forge: there for forge, path in FORGES.items() if (there := below_first(_text(top / path))) is not None}
    plan = session.load().plan if made else None
    if plan is None or plan.rights is None or plan.unread:
        return
    for forge, there in made.items():
        if there != below_first(text_for(forge, plan, above)):
            _tell(session, Path(os.path.relpath(top / FORGES[forge], session.folder.resolve())).as_posix(), forge)


def _top(root: Path, above: str) -> Path:
    """The folder at the top of the repository, *above* being what stands before the paths of *root*."""
    return root.parents[above.count("/") - 1] if above else root


def text_for(forge: str, plan: Plan, prefix: str) -> str:
    """The file as a forge reads it."""
    if forge == "forgejo":
        from elzctl.render.rights_codeowners_forgejo import codeowners_forgejo

        return codeowners_forgejo(plan, prefix=prefix)
    from elzctl.render.rights_codeowners import codeowners

    return codeowners(plan, prefix=prefix, sections=forge == "gitlab")


def _forge_of(top: Path, out: str) -> str:
    """The forge whose folder is named, or that has files in the folder at the top of the repository."""
    from elzctl.scaffold.skeleton_files import FORGES as FILES

    named = Path(out).as_posix() if out else ""
    found = next((forge for forge, path in FORGES.items() if named.endswith(path)), None)
    there = (kind.value for kind, files in FILES.items() if (top / files[0].path).is_file())
    return found or next(there, "github")


def readable(found: Rights | None, unread: frozenset[str], name: str) -> Rights | None:
    """The rights, if any.  Raises Stop when they are there and cannot be read."""
    if found is None and RIGHTS in unread:
        raise Stop(say("The rights could not be read: {name}", name=name), say("See “elzctl validate”."), FINDINGS)
    return found


def _compare(session: Session, out: str, text: str, forge: str) -> int:
    """Whether the file is as it would be made now."""
    from elzctl.render.rights_codeowners import below_first

    there = below_first(_text(session.folder / out))
    if there is not None and there == below_first(text):
        session.say(say("{path} is as plan/rights.yaml says.", path=out))
        return FINE
    _tell(session, out, forge)
    return FINDINGS


def _tell(session: Session, out: str, forge: str) -> None:
    from elzctl.cli.ask import command_line

    kind = "" if forge == "github" else f" --forge {forge}"
    session.say(say("{path} is not as plan/rights.yaml says.", path=out))
    command = command_line(session, f"rights --codeowners{kind} --out {out}")
    session.say(say("Make it again: {command}", command=command))


def _refuse_others(path: Path, shown: str) -> None:
    """Raises Stop when the file is there and was not made by elzctl."""
    from elzctl.render.rights_codeowners import below_first

    there = _text(path)
    if there and below_first(there) is None:
        raise Stop(
            say("{path} was written by hand; it is not overwritten", path=shown),
            say("Take over into plan/rights.yaml what it says, delete it, and try again."),
        )


def _text(path: Path) -> str:
    """What stands in a file; nothing when it is not there, or is no ordinary file."""
    from elzctl.disk import beginning

    try:
        return beginning(str(path), LARGEST).decode("utf-8", "replace").replace("\r\n", "\n")
    except OSError:
        return ""
