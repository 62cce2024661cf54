"""The command line: language first, then one verb, then an exit code; every error is worded here."""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING

from elzctl.cli.session import FAULT, INTERRUPTED, USAGE, Session, Stop, folder_of, language_of, unheard
from elzctl.cli.understood import Plain, understood
from elzctl.cli.verbs import VERBS, function_of
from elzctl.wording import LANGUAGES, Language, Message, say

if TYPE_CHECKING:
    from elzctl.render.confined import Child


def main(arguments: Sequence[str], drawer: Child | None = None) -> int:
    """Runs one command line and returns its exit code.  A *drawer* is a child that draws the first document."""
    folder = folder_of(arguments)
    session = Session(Language(language_of(arguments, os.environ, folder)), folder, drawer)
    if os.environ.get("ELZCTL_LANG", "nl") not in LANGUAGES:
        known = ", ".join(LANGUAGES)
        message = say("ELZCTL_LANG names no language of elzctl, which are {keys}; it is passed over", keys=known)
        session.tell(say("warning: {message}", message=message))
    # Wherever it stands: a message asks to add it to a line that was typed before.
    debug = "--debug" in arguments
    try:
        code = _run([argument for argument in arguments if argument != "--debug"], session)
        sys.stdout.flush()
    except Stop as stop:
        return _complain(session, stop.message, stop.hint, stop.code)
    except (BrokenPipeError, SystemExit):  # the command-line library makes the one of the other, sometimes
        return unheard()
    except (KeyboardInterrupt, EOFError):
        session.tell("")  # behind what was being typed
        return _interrupted(session)
    except Exception as error:  # noqa: BLE001 - the last place where an error can be worded
        return _worded(session, error, debug=debug)
    return code if isinstance(code, int) else 0


def _run(arguments: list[str], session: Session) -> object:
    plain = understood(arguments, function_of)
    if plain is not None:
        return plain.function(Plain(session), **plain.typed)
    from elzctl.cli.commands import elzctl

    return elzctl().main(arguments, "elzctl", standalone_mode=False, obj=session)


def _interrupted(session: Session) -> int:
    return _complain(session, say("Interrupted; nothing more was done."), None, INTERRUPTED)


def _worded(session: Session, error: Exception, *, debug: bool) -> int:
    from typer import Abort
    from typer._click.exceptions import ClickException

    if isinstance(error, Abort):
        return _interrupted(session)
    if isinstance(error, ClickException):
        from elzctl.cli.help import usage_error

        message, hint = usage_error(error, tuple(VERBS))
        return _complain(session, message, hint, USAGE)
    from elzctl.write_faults import WriteFault

    if isinstance(error, WriteFault):
        return _complain(session, say("{path}: {message}", path=error.path, message=error.message), None, USAGE)
    if isinstance(error, OSError) and error.errno in (errno.ENOSPC, errno.EFBIG, errno.EIO):
        unheard()
        return _complain(session, say("The output cannot be written: {why}", why=error.strerror or ""), None, USAGE)
    if debug:
        raise error
    kind = f"{type(error).__name__}: {''.join(str(error).splitlines()[-1:])}"[:200]
    message = say("elzctl itself went wrong here; your files are as they were. ({kind})", kind=kind)
    return _complain(session, message, say("Run it again with --debug for the details."), FAULT)


def _complain(session: Session, message: Message, hint: Message | None, code: int) -> int:
    session.complain(message, hint)
    return code
