"""How wide stdout is, whether it shows colours, and findings that are shown so."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from elzctl.record import NamedTuple
from elzctl.render.terminal import Paint, has_colours

if TYPE_CHECKING:
    from elzctl.cli.session import Session
    from elzctl.finding import Finding
    from elzctl.source import Source

WIDEST = 120
NARROWEST = 20


class Look(NamedTuple):
    """The columns to fill, ``None`` in a pipe, where every record stays on its line; and the colours."""

    width: int | None
    paint: Paint


def look() -> Look:
    """The look of stdout.  The last column stays free: some terminals break the line when it is written."""
    if not sys.stdout.isatty():
        return Look(None, Paint(on=False))
    columns = min(shutil.get_terminal_size().columns - 1, WIDEST)
    return Look(max(columns, NARROWEST), Paint(on=has_colours(sys.stdout, os.environ)))


def show_findings(session: Session, findings: Iterable[Finding], sources: Mapping[str, Source]) -> None:
    """Each with its line and its hint, on stdout."""
    from elzctl.render.findings_text import findings_text

    width, paint = look()
    for block in findings_text(tuple(findings), sources, session.language, paint, width=width):
        session.print(block)
