"""``elzctl init --from``: a repository that begins with a plan that exists."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from elzctl.cli.import_files import bring
from elzctl.cli.import_place import Wish
from elzctl.cli.import_plan import options, read_plan
from elzctl.cli.session import Session, Stop, today_of
from elzctl.scaffold.skeleton import Made, compared, has_plan
from elzctl.scaffold.skeleton_files import State
from elzctl.wording import say


def init_from(
    session: Session,
    root: Path,
    files: Sequence[Made],
    document: str,
    given: tuple[str, str, str],
    *,
    yes: bool,
    json: bool,
) -> int:
    """Writes the plan of a document and what is missing of *files*, all or none; the exit code.

    *given* are the name of the zone, the year and the day, "" for what the document says.  Raises Stop, WriteFault.
    """
    if has_plan(root):
        message = say("There is a plan in {path} already; nothing was written", path=str(root))
        raise Stop(
            message,
            say(
                "Bring the document into it with: elzctl import plan {file} --out {folder} --update",
                file=document,
                folder=str(root),
            ),
        )
    found = compared(root, files) if root.is_dir() else ()
    odd = next((one for one in found if one.state is State.UNREADABLE), None)
    if odd is not None and odd.reason is not None:
        message = say("{path} {reason}; nothing was written", path=odd.path, reason=odd.reason)
        raise Stop(message, say("Take it away, or put an ordinary file in its place."))
    there = {one.path for one in found if one.state is not State.MISSING}
    name, year, today = given
    read = read_plan(session, document, "", options(year, "", name, today_of(today)))
    more = {file.path: file.data for file in files if file.path not in there}
    return bring(session, [read], Wish(root, yes=yes, json=json), more=more)
