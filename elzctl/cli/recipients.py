"""``elzctl recipients``: mailing lists merged into one, so that everybody gets it once."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

from elzctl.cli.look import look
from elzctl.cli.options import Argument, Context, Option
from elzctl.cli.private_files import FOLDER, private_files, read_private
from elzctl.cli.session import FINDINGS, FINE, Session, Stop
from elzctl.disk import write
from elzctl.mailing.merge import MailingList, merge
from elzctl.mailing.read import MOST_BYTES, Fault, is_made_here, read
from elzctl.render.terminal import printable
from elzctl.tree import Unreadable, WorkTree
from elzctl.wording import Message, say

if TYPE_CHECKING:
    from elzctl.mailing.merge import Merged

MEETINGS = "meetings"
MOST_NEAR = 3
# The merged list may hold many lists; it is only compared.
MOST_WRITTEN = 20 * MOST_BYTES

# A name that every system takes as it is; a list that is hidden or at another place would not be found again.
_NAME = re.compile(r"[^\W_][\w .()-]{0,120}\.csv", re.IGNORECASE)


def recipients(
    ctx: Context,
    meeting: Annotated[str, Argument(metavar="MEETING", help="The id of a meeting, or its file.")],
    files: Annotated[
        list[str], Argument(metavar="FILES", help="Mailing lists, such as private/leden.csv or private/*.csv.")
    ],
    *,
    show_addresses: Annotated[bool, Option("--show-addresses", help="Show e-mail addresses too.")] = False,
    out: Annotated[
        str,
        Option(
            "--out", metavar="NAME.csv", help="The file to write in private/; named after the meeting when not given."
        ),
    ] = "",
    json: Annotated[bool, Option("--json", help="Print data, for other programs.")] = False,
    dry_run: Annotated[bool, Option("--dry-run", help="Show it all, and write nothing.")] = False,
    force: Annotated[bool, Option("--force", help="Replace a file that elzctl did not make.")] = False,
) -> int:
    """Merge mailing lists, so that everybody gets the invitation and the minutes once.

    The lists are CSV files in private/, as Excel and address books write them. It shows who would get it twice, who is
    on one list only and who opted out, by file and line: addresses only with --show-addresses. Whoever opted out
    on one list is left out everywhere. The merged list is written in private/ too. A list that elzctl made
    earlier is not read again.

    Exit code: 0 when all rows were usable, 1 when some were not, 2 when it cannot be done.
    """
    session: Session = ctx.obj
    root = session.root()
    name = _meeting(meeting, root)
    target = f"{FOLDER}/{_file_name(out, name)}"
    lists, passed_over = _lists(session, root, private_files(session, files), target)
    merged = merge(lists)
    if not dry_run:
        _write(root, target, merged, force=force)
    if json:
        from elzctl.render.recipients_json import recipients_json

        file = None if dry_run else target
        session.print(recipients_json(merged, name, file, passed_over, session.language, show_addresses=show_addresses))
    else:
        for path in passed_over:
            session.tell(say("{path} was made by elzctl, and is not read again.", path=path))
        _print(session, merged, show_addresses=show_addresses)
        session.print(session.language(say("Nothing was written.")) if dry_run else printable(target))
    return FINDINGS if merged.unusable else FINE


def _meeting(text: str, root: Path) -> str:
    """The id of a meeting that is there.  Raises Stop."""
    name = text.replace("\\", "/")
    if name.endswith(".md"):
        name = name.rpartition("/")[2].removesuffix(".md")
    try:
        entries = WorkTree(root).entries(MEETINGS)
    except Unreadable as fault:
        raise Stop(say("{path} {reason}", path=MEETINGS, reason=fault.reason)) from None
    known = [one.name.removesuffix(".md") for one in entries if one.name.endswith(".md") and not one.folder]
    if name not in known:
        raise Stop(say("There is no meeting “{name}”", name=name[:80]), _nearest(name, known))
    return name


def _nearest(name: str, known: Sequence[str]) -> Message:
    """The meetings that hold what was typed, and those that look like it; otherwise the last one."""
    from difflib import get_close_matches

    if not known:
        return say("There are no meetings yet; “elzctl new-meeting” writes one.")
    low = name.lower()[:80]
    close = [*(one for one in known if low and low in one), *get_close_matches(low, known, MOST_NEAR, 0.6)]
    near = list(dict.fromkeys(close))[:MOST_NEAR] or known[-1:]
    return say("Did you mean “{near}”?", near="”, “".join(near))


def _file_name(out: str, meeting: str) -> str:
    """The name of the file to write.  Raises Stop for a path and for another kind of file."""
    name = out.replace("\\", "/").removeprefix(f"{FOLDER}/") or f"verzendlijst-{meeting}.csv"
    if not _NAME.fullmatch(name):
        message = say("“{text}” is no name for a CSV file in private/", text=name[:80])
        raise Stop(message, say("Give a name without folders, such as --out verzendlijst.csv."))
    return name


def _lists(
    session: Session, root: Path, paths: Iterable[str], target: str
) -> tuple[tuple[MailingList, ...], tuple[str, ...]]:
    """The lists, and the files that elzctl made itself.  Raises Stop when one cannot be used: it may hold opt-outs."""
    lists: list[MailingList] = []
    passed_over: list[str] = []
    stops: list[Stop] = []
    for path in paths:
        raw = read_private(root, path, MOST_BYTES)
        if raw is None:
            raise Stop(say("There is no file {path}", path=path))
        if is_made_here(raw):
            passed_over.append(path)
            continue
        if os.path.normcase(path) == os.path.normcase(target):
            message = say("{path} is one of the lists, and is not overwritten", path=path)
            raise Stop(message, say("Choose another name with --out."))
        one = read(path.removeprefix(f"{FOLDER}/"), raw)
        if isinstance(one, Fault):
            stops.append(Stop(say("{path}: {message}", path=path, message=one.message), one.hint))
        else:
            lists.append(one)
    for stop in stops[:-1]:
        session.complain(stop.message, stop.hint)
    if stops:
        raise stops[-1]
    if not lists:
        message = say("There is no list to read: elzctl made {paths} itself", paths=", ".join(passed_over))
        raise Stop(message, say("Name the lists that people keep."))
    return tuple(lists), tuple(passed_over)


def _write(root: Path, path: str, merged: Merged, *, force: bool) -> None:
    """The merged list.  Raises Stop when another file stands there, and WriteFault."""
    from elzctl.render.recipients_csv import recipients_csv

    data = recipients_csv(merged.written)
    held = read_private(root, path, MOST_WRITTEN)
    if held == data:
        return
    if held is not None and not (force or is_made_here(held)):
        message = say("{path} exists already, and elzctl did not make it; nothing was written", path=path)
        raise Stop(message, say("Choose another name with --out, or replace it with --force."))
    write(root, path, data, expected=held)


def _print(session: Session, merged: Merged, *, show_addresses: bool) -> None:
    from elzctl.render.recipients_text import recipients_lines, summary

    width, paint = look()
    lines = recipients_lines(merged, session.language, paint, width, show_addresses=show_addresses)
    session.print("\n".join((*lines, summary(merged, session.language, width))))
