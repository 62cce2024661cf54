"""The entry point of the program, which sets the stage before anything large is loaded."""

from __future__ import annotations

import gc
import os
import sys

PAGES = (
    *(
        "elzctl.render.site.again",
        "elzctl.render.site.meeting_pages",
        "elzctl.render.site.whole",
        "dataclasses",
        "logging",
    ),
    *("elzctl.render.plan_json", "elzctl.render.site.registers", "elzctl.render.site.downloads"),
    *("elzctl.render.site.feeds", "elzctl.render.site.home", "elzctl.render.site.overview", "elzctl.views.dashboard"),
    *("elzctl.render.timeline_shapes", "elzctl.render.site.charts", "elzctl.render.site.dashboard", "markdown_it"),
    "elzctl.render.site.files",
)
"""What the pages of a site are drawn with; first what draws what changed, which seldom needs more.

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


def run() -> None:
    """Runs the command line of this process, and ends it."""
    # A run lasts a fraction of a second and makes no rubbish worth collecting; loading alone would be slower by a tenth.
    gc.disable()
    import codecs
    from contextlib import suppress

    from elzctl.render.terminal import plain_signs

    codecs.register_error("elzctl", plain_signs)
    for name in ("stdout", "stderr"):
        if getattr(sys, name) is None:  # closed by who started us: nobody listens
            setattr(sys, name, open(os.devnull, "w", encoding="utf-8"))  # noqa: SIM115 - it stays open as long as the program runs
        if hasattr(getattr(sys, name), "reconfigure"):
            getattr(sys, name).reconfigure(errors="elzctl")
    drawer = None
    drawing = next((_DRAWING[one] for one in sys.argv[1:4] if one in _DRAWING), ())
    if drawing and "--help" not in sys.argv:
        from elzctl.render.confined import ahead

        # What draws a page takes longer to import than all that this process needs: it begins before anything else.
        drawer = ahead(drawing)
    from elzctl.cli.main import main

    code = main([_as_typed(argument) for argument in sys.argv[1:]], drawer)
    with suppress(OSError):
        sys.stderr.flush()
    # All is written: what Python would still tidy up goes with the process.
    os._exit(code)


def _as_typed(argument: str) -> str:
    """An argument of which the locale understood only the bytes; people type UTF-8 all the same."""
    if argument.isascii():
        return argument
    try:
        return os.fsencode(argument).decode("utf-8")
    except UnicodeError:
        return argument
