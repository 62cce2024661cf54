"""The safe changes of ``elzctl validate``: shown, confirmed, made, and told."""

from __future__ import annotations

from collections.abc import Callable

from elzctl import edit
from elzctl.cli.look import look
from elzctl.cli.session import Session, Stop
from elzctl.finding import Finding
from elzctl.record import NamedTuple
from elzctl.render.findings_text import first_line
from elzctl.render.terminal import printable
from elzctl.tree import Tree
from elzctl.views.examine import Examined
from elzctl.views.repair import Repair, repair
from elzctl.wording import say, say_count
from elzctl.write_faults import WriteFault

STYLES = {"+": "good", "-": "error", "@": "info"}


class Fixing(NamedTuple):
    """Whether to make the changes, to show them, and not to ask."""

    make: bool
    show: bool
    yes: bool


def fixed(
    session: Session, tree: Tree, before: Examined, wanted: Callable[[Finding], bool], how: Fixing, *, for_people: bool
) -> Examined:
    """The plan after the changes, or as it is when none were made.  Raises Stop when they cannot be made."""
    done = repair(tree, before, wanted)
    tell = session.say if for_people else session.tell
    if how.show:
        _show(session, before, done)
    for finding in done.left_out:
        line = first_line(finding, session.language)
        tell(say("Left as it is, because the change would bring errors: {finding}", finding=line))
    if not how.make or not done.patches:
        return before
    if how.show and not how.yes and not agreed(session):
        tell(say("Nothing was changed."))
        return before
    try:
        paths = edit.apply(session.root(), done.patches, before.loaded.sources)
    except WriteFault as fault:
        raise Stop(say("{path}: {message}", path=fault.path, message=fault.message)) from None
    for path in paths:
        tell(say("Changed: {path}", path=printable(path)))
    tell(say_count("{count} finding is solved.", "{count} findings are solved.", done.fixed))
    return done.after


def _show(session: Session, before: Examined, done: Repair) -> None:
    """The changes as a unified diff on stdout, or that there are none."""
    if not done.patches:
        session.say(say("There is nothing that elzctl can change by itself."))
        return
    show_diff(session, edit.diff(done.patches, before.loaded.sources))


def show_diff(session: Session, text: str) -> None:
    """A unified diff, in the colours of the terminal."""
    paint = look().paint
    for line in text.removesuffix("\n").split("\n"):
        style = STYLES.get(line[:1])
        session.print(line if style is None else paint(style, line))


def agreed(session: Session, *, enter: bool = True) -> bool:
    """The answer of the person at the terminal, *enter* with Enter alone.  Raises Stop when there is none."""
    from elzctl.cli.ask import confirmed, someone_is_there

    if not someone_is_there():
        raise Stop(say("Nothing was changed: nobody can be asked here"), say("Add --yes to make the changes."))
    return confirmed(session, say("Make these changes?"), enter=enter)
