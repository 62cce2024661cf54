"""The entry point of the program, which sets the stage before anything large is loaded."""

from __future__ import annotations

import gc
import os
import sys

from elzctl import imported
from elzctl.afterwards import keep_all

TYPE_CHECKING = False
if TYPE_CHECKING:
    from elzctl.render.copied import Copy

PAGES = (
    *(
        "elzctl.render.site.again",
        "elzctl.render.site.meeting_pages",
        "elzctl.render.site.whole",
    ),
    *("elzctl.render.plan_json", "elzctl.render.site.registers", "elzctl.render.site.downloads"),
    *("elzctl.render.site.feeds", "elzctl.render.site.home", "elzctl.render.site.overview", "elzctl.views.dashboard"),
    *("elzctl.render.timeline_shapes", "elzctl.render.site.charts", "elzctl.render.site.dashboard"),
    *("elzctl.render.site.files", "dataclasses", "logging", "markdown_it"),
)
"""What the pages of a site are drawn with; first what draws what changed, which seldom needs more, and last
what parses texts, of which nearly all were parsed before.

In small pieces: between two of them the child looks whether there is work.
"""
_DRAWING = {
    "render": (
        *("elzctl.render.html", "markdown_it", "elzctl.render.plan_document", "elzctl.render.redacted"),
        "elzctl.render.plan_editions",
    ),
    "site": PAGES,
}
"""The commands that draw, and what the first document of most is drawn with."""
_OFTEN = ("site", "render", "serve", "status", "validate", "import", "show", "fmt", "diff", "timeline")
"""The commands whose regular expressions are kept for the next run."""


def run() -> None:
    """Runs the command line of this process, and ends it."""
    try:
        _run()
    except KeyboardInterrupt:  # before there is anybody who could say so in words
        os._exit(130)


def _run() -> None:
    # A run lasts a fraction of a second and makes no rubbish worth collecting; loading alone would be slower by a tenth.
    gc.disable()
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:  # closed by who started us: no other file may come in its place
            setattr(sys, name, open(os.devnull, mode, encoding="utf-8"))  # noqa: SIM115 - it stays open as long as the program runs
    imported.remember()
    command = next((one for one in sys.argv[1:4] if one in _OFTEN), "")
    # What draws a page takes longer to import than all that this process needs: it begins before anything else.
    copy = _copy(command) if command in _DRAWING and "--help" not in sys.argv else None
    from elzctl import patterns

    if command:
        patterns.remember(command)
    import codecs
    from contextlib import suppress

    from elzctl.render.terminal import plain_signs

    codecs.register_error("elzctl", plain_signs)
    for name in ("stdout", "stderr"):
        if hasattr(getattr(sys, name), "reconfigure"):
            getattr(sys, name).reconfigure(errors="elzctl")
    drawer = None
    if copy is not None:
        from elzctl.render.confined import taken

        drawer = taken(copy)
        if copy.room >= 0:
            from elzctl import our_code

            our_code.left_in(copy.room)
    from elzctl.cli.main import main

    code = main([_as_typed(argument) for argument in sys.argv[1:]], drawer)
    with suppress(OSError):
        sys.stderr.flush()
    keep_all()
    # All is written: what Python would still tidy up goes with the process.
    os._exit(code)


def _copy(command: str) -> Copy | None:
    """A copy of this process that draws for a command; ``None`` where the system makes none."""
    from elzctl.render.copied import Copy

    try:
        return Copy(_DRAWING[command], command) if hasattr(os, "fork") else None
    except OSError:  # too many processes: whoever needs one will say so
        return None


def _as_typed(argument: str) -> str:
    """An argument of which the locale understood only the bytes; people type UTF-8 all the same."""
    if argument.isascii():
        return argument
    try:
        return os.fsencode(argument).decode("utf-8")
    except UnicodeError:
        return argument
