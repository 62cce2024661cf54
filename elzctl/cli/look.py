"""How wide stdout is, and whether it shows colours."""

from __future__ import annotations

import os
import shutil
import sys
from typing import NamedTuple

from elzctl.render.terminal import Paint, has_colours

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
