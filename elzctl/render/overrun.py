"""Where a zone's own template was when a job of a child ran into its limits: the file and the line to look at.

A page is at work in Python, which tells where it was.  The engine of PDFs cannot be asked, and a system may end a child
before it can tell: then what may be the cause is named, the loops in the zone's own templates before all else.
"""

from __future__ import annotations

import signal
from collections.abc import Iterator, Mapping
from traceback import walk_tb
from types import FrameType
from typing import TYPE_CHECKING, Any, NoReturn

from elzctl.render.job import WORKS, OutOfTime

if TYPE_CHECKING:
    from elzctl.templates import OwnTemplates

_FOLDERS = {"html": "templates/html", "pdf": "templates/pdf"}
_LOOPS = {"html": r"\{%[-+]?\s*for\b", "pdf": r"\b(?:for|while|range)\b"}
_MOST = 5
"""Places that are named at most."""
_SHARE = 0.9
"""Of the processor time that a job may take: what is left is for telling where it was."""


def warn_in_time(cpu: int) -> None:
    """Has a page that goes on and on stopped from within, before the system ends the child that may take so many seconds."""
    if hasattr(signal, "setitimer"):
        signal.signal(signal.SIGPROF, _stop)
        # More than once: what works out a value ahead goes on without it when it fails.
        signal.setitimer(signal.ITIMER_PROF, cpu * _SHARE, cpu * (1 - _SHARE) / 4)


def _stop(_number: int, _frame: FrameType | None) -> NoReturn:
    raise OutOfTime


def is_over() -> None:
    """Nothing is stopped from within any more: the work is done, or what became of it is being told."""
    if hasattr(signal, "setitimer"):
        signal.setitimer(signal.ITIMER_PROF, 0)


def place_of(error: BaseException) -> str:
    """The file and the line of the page that was last at work when an *error* came up; ``""`` when none was."""
    found = ""
    for frame, line in walk_tb(error.__traceback__):
        if frame.f_code.co_filename.startswith(_FOLDERS["html"]):
            found = f"{frame.f_code.co_filename}:{line}"  # as Jinja has put it right
    return found


def is_of_page(error: BaseException) -> bool:
    """True for an *error* that came up while a page was made ready or drawn."""
    return any(frame.f_globals.get("__name__") == "elzctl.render.page" for frame, _ in walk_tb(error.__traceback__))


def suspects(own: OwnTemplates) -> str:
    """The loops in what is the zone's own, as ``file:line``; without any its templates."""
    loops = [loop for kind in _FOLDERS for loop in _loops(kind, getattr(own, kind))]
    files = [f"{folder}/{name}" for kind, folder in _FOLDERS.items() for name in getattr(own, kind)]
    return ", ".join((loops or [file for file in files if file.endswith(WORKS)])[:_MOST])


def _loops(kind: str, own: Mapping[str, Any]) -> Iterator[str]:
    """The lines that ours do not have, and on which something is done again and again."""
    import re

    from elzctl.templates import built_in

    ours = built_in(kind)
    for name, data in own.items():
        known = set(ours.get(name, b"").decode().splitlines())
        lines = (data if isinstance(data, str) else data.decode(errors="replace")).splitlines()
        for number, line in enumerate(lines, 1):
            if line not in known and name.endswith(WORKS) and re.search(_LOOPS[kind], line):
                yield f"{_FOLDERS[kind]}/{name}:{number}"
