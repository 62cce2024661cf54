"""What the commands that draw have in common: a plan with errors is not drawn, and whoever waits long is told so."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING

from elzctl.cli.session import FINDINGS, Stop
from elzctl.finding import Finding
from elzctl.wording import Message, say, say_count

if TYPE_CHECKING:
    from datetime import date

    from elzctl.cli.session import Session
    from elzctl.load import Loaded

PATIENCE = 1.0
"""Seconds before the program says that it works."""
_DRAWING = say("Drawing …")


def errors_of(loaded: Loaded, edited: frozenset[str] | None = None) -> tuple[Finding, ...]:
    """The errors of a plan: see :func:`elzctl.views.examine.errors_of`."""
    from elzctl.views.examine import errors_of as found_in

    return found_in(loaded, edited)


def show_errors(
    session: Session, loaded: Loaded, errors: Sequence[Finding], *, draft: bool, public: date | None = None
) -> int:
    """Shows the errors, and counts them; with a *public* day as everybody may read them then.  Raises Stop when there are any, unless it is a draft."""
    if not errors:
        return 0
    sources = loaded.sources
    if public is not None:
        from elzctl.render.findings_public import findings_for_log

        errors, sources = findings_for_log(errors, loaded, public), {}
    from elzctl.render.findings_text import findings_text
    from elzctl.render.terminal import Paint, has_colours

    paint = Paint(on=has_colours(sys.stderr, os.environ))
    blocks = findings_text(list(errors), sources, session.language, paint)
    sys.stderr.writelines(f"{block}\n" for block in blocks)
    if not draft:
        count = say_count(
            "The plan has {count} error; nothing was made", "The plan has {count} errors; nothing was made", len(errors)
        )
        raise Stop(count, say("Mend what stands above, or make a draft with --draft."), FINDINGS)
    return len(errors)


def for_readers(messages: Iterable[Message], loaded: Loaded, *, public: date | None) -> Iterable[Message]:
    """The messages; in a log that is *public* on a day with “[…]” for addresses and numbers, and for what is not published."""
    if public is None:
        return messages
    from elzctl.render.findings_public import messages_for_log

    return messages_for_log(messages, loaded, public)


def paths_for_readers(paths: Iterable[str], loaded: Loaded, *, public: date | None) -> Iterable[str]:
    """The paths; in a log that is *public* on a day no more of them than may be told."""
    if public is None:
        return paths
    from elzctl.render.findings_public import paths_for_log

    return paths_for_log(paths, loaded, public)


@contextmanager
def stops_for_readers(session: Session, *, public: date | None) -> Iterator[None]:
    """What ends a command; in a log that is *public* on a day without what is not published: a name that is near, the name of a template."""
    try:
        yield
    except Stop as stop:
        if public is None:
            raise
        hints = () if stop.hint is None else (stop.hint,)
        message, *hint = for_readers((stop.message, *hints), session.load(), public=public)
        raise Stop(message, hint[0] if hint else None, stop.code) from None


def patience(session: Session, message: Message = _DRAWING) -> Callable[[], None]:
    """Says once, on a terminal, that the work goes on when it takes long."""
    until = time.monotonic() + PATIENCE
    told = not sys.stderr.isatty()

    def waiting() -> None:
        nonlocal told
        if not told and time.monotonic() > until:
            told = True
            session.tell(message)

    return waiting
