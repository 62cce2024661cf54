"""What the commands that draw have in common: a plan with errors is not drawn, and whoever waits long is told so."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from elzctl.cli.session import FINDINGS, Stop
from elzctl.finding import Finding
from elzctl.wording import Message, say, say_count

if TYPE_CHECKING:
    from elzctl.cli.session import Session
    from elzctl.load import Loaded
    from elzctl.model import Plan

PATIENCE = 1.0
"""Seconds before the program says that it works."""
_DRAWING = say("Drawing …")


def errors_of(loaded: Loaded, edited: frozenset[str] | None = None) -> tuple[Finding, ...]:
    """The errors of a plan: see :func:`elzctl.views.examine.errors_of`."""
    from elzctl.views.examine import errors_of as found_in

    return found_in(loaded, edited)


def show_errors(
    session: Session, loaded: Loaded, errors: Sequence[Finding], *, draft: bool, public: bool = False
) -> int:
    """Shows the errors, and counts them; *public*: as others may read them.  Raises Stop when there are any, unless it is a draft."""
    if not errors:
        return 0
    sources = loaded.sources
    if public:
        from elzctl.render.findings_public import findings_public

        errors, sources = findings_public(errors, sources, loaded.plan), {}
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


def for_readers(messages: Iterable[Message], plan: Plan, *, public: bool) -> Iterator[Message]:
    """The messages, in a *public* log with “[…]” for addresses and numbers."""
    if not public:
        yield from messages
        return
    from elzctl.render.changes_public import Screen

    yield from map(Screen(plan, internal=False).message, messages)


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
