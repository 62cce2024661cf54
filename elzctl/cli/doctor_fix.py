"""What ``elzctl doctor --fix`` mends: a change that was cut off, what a stopped elzctl left, numbers that two have."""

from __future__ import annotations

from pathlib import Path

from elzctl.cli.fixing import agreed, show_diff
from elzctl.cli.session import Session, Stop
from elzctl.wording import Message, say


def mended(session: Session, root: Path, *, yes: bool) -> None:
    """Mends it, each thing after it was shown.  Raises Stop, WriteFault."""
    tidied, renumbered = _tidied(session, root, yes=yes), _renumbered(session, root, yes=yes)
    if not tidied and not renumbered:
        session.say(say("There is nothing that elzctl can change by itself."))


def _tidied(session: Session, root: Path, *, yes: bool) -> bool:
    """Finishes what was cut off and removes what was left; true when there was something of the kind."""
    from elzctl.lock import lock, take_away
    from elzctl.unfinished import cut_off
    from elzctl.views.doctor_files import leftovers

    half = cut_off(root)
    left = leftovers(root)
    if half is not None and not half.other:
        _list(session, say("An earlier change was cut off. These files still get their new text:"), half.waiting)
    elif left:
        _list(session, say("A stopped elzctl left these files, and they are removed:"), left)
    else:
        return False
    if _is_refused(session, yes=yes):
        return True
    with lock(root, fresh=True):
        gone = take_away(root, leftovers(root))
    if half is not None:
        session.say(say("The change is finished."))
    if gone:
        session.say(say("Removed: {paths}", paths=", ".join(gone)))
    return True


def _renumbered(session: Session, root: Path, *, yes: bool) -> bool:
    """Gives new numbers where one is used twice; true when there was one."""
    from elzctl import edit
    from elzctl.cli.renumber import tell_moves
    from elzctl.scaffold.allowed import Refused
    from elzctl.tree import WorkTree
    from elzctl.views.doctor_numbers import ways_out
    from elzctl.views.renumber import moved

    loaded = session.load()
    moves = ways_out(root, loaded)
    if not moves:
        return False
    try:
        found = moved(WorkTree(root), loaded, moves)
    except Refused as refused:
        raise Stop(refused.message, refused.hint) from None
    show_diff(session, edit.diff(found.patches, loaded.sources))
    if not _is_refused(session, yes=yes):
        edit.apply(root, found.patches, loaded.sources)
        tell_moves(session, found)
    return True


def _list(session: Session, heading: Message, paths: tuple[str, ...]) -> None:
    from elzctl.render.terminal import printable

    session.say(heading)
    for path in paths:
        session.print(f"  {printable(path)}")


def _is_refused(session: Session, *, yes: bool) -> bool:
    """True when somebody was asked and did not want it."""
    if yes or agreed(session):
        return False
    session.say(say("Nothing was changed."))
    return True
