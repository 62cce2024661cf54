"""``elzctl fmt``: files in canonical form."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Annotated

from elzctl.cli.options import Argument, Context, Option
from elzctl.cli.session import FINDINGS, FINE, Session, Stop
from elzctl.wording import say, say_count

if TYPE_CHECKING:
    from elzctl.cli.wanted import Wanted
    from elzctl.views.tidy import Tidy


def fmt(
    ctx: Context,
    paths: Annotated[list[str] | None, Argument(metavar="PATHS", help="Only these files and folders.")] = None,
    *,
    check: Annotated[
        bool, Option("--check", help="Write nothing; exit with 1 when a file is not in canonical form.")
    ] = False,
    diff: Annotated[bool, Option("--diff", help="Write nothing; show what would change.")] = False,
) -> int:
    """Put the files of the plan and the meetings in canonical form, without changing what they say.

      elzctl fmt
      elzctl fmt plan/actions --diff
      elzctl fmt --check

    One form everywhere keeps differences small, and lets Git put two people's changes together more often. Keys come in one
    order, each level two blanks deeper, and what was folded comes on one line. In the text, blanks at the end of lines
    go, and of several empty lines one stays.

    On several lines stay a value with line breaks in it (behind “|” or “>”), a list with an item a line, and a list in
    brackets with comments in it.

    Values, comments, quotation marks and line ends stay as they are. Each new text is read again before it is written, and
    has to say the same. Approved minutes stay approved.

    Exit code: 0 when all is in order, 1 when a file cannot be read or, with --check, is not in canonical form.
    """
    session: Session = ctx.obj
    from elzctl.cli.wanted import wanted
    from elzctl.views.tidy import tidy

    choice = wanted(session, paths or (), (), (), "info")
    loaded = session.load()
    found = tidy(loaded, choice.has)
    _refuse_others(session, choice, found)
    if diff:
        from elzctl import edit
        from elzctl.cli.fixing import show_diff

        if found.patches:
            show_diff(session, edit.diff(found.patches, loaded.sources))
    elif not check and found.patches:
        from elzctl import edit

        edit.apply(session.root(), found.patches, loaded.sources)
    _tell(session, found, written=not (check or diff))
    return FINDINGS if found.broken or found.unsure or (check and found.patches) else FINE


def _refuse_others(session: Session, choice: Wanted, found: Tidy) -> None:
    """Raises Stop for a file that was named and that nobody puts in order."""
    known = {
        *found.right,
        *found.unsure,
        *(one.path for one in found.patches),
        *(one.span.path for one in found.broken),
    }
    root = session.root()
    other = next((path for path in choice.paths if path not in known and not (root / path).is_dir()), None)
    if other is not None:
        raise Stop(
            say("{path} is no file that elzctl puts in order", path=other[:200]),
            say(
                "It does so for the data, the actions and the texts of the plan, and for the minutes and their series."
            ),
        )


def _tell(session: Session, found: Tidy, *, written: bool) -> None:
    """What was or would be changed on stdout, a line a file; what cannot be on stderr."""
    from elzctl.render.terminal import printable

    for patch in found.patches:
        path = printable(patch.path)
        session.say(say("Rewritten: {path}", path=path) if written else say("Not in order: {path}", path=path))
    count = len(found.patches)
    if not count:
        session.say(say_count("{count} file is in order.", "{count} files are in order.", len(found.right)))
    elif written:
        session.say(say_count("{count} file was rewritten.", "{count} files were rewritten.", count))
    else:
        session.say(say_count("{count} file is not in order.", "{count} files are not in order.", count))
    sys.stdout.flush()
    _tell_left(session, found)


def _tell_left(session: Session, found: Tidy) -> None:
    from elzctl.render.findings_text import first_line
    from elzctl.views.tidy import UNSURE

    for finding in found.broken:
        session.tell(say("Left alone: {finding}", finding=first_line(finding, session.language)))
    for path in found.unsure:
        session.complain(say("{path}: {message}", path=path, message=UNSURE), None)
    if found.unsure:
        session.tell(say("It stays as it is. Write its data more plainly, as in the manual, and try again."))
