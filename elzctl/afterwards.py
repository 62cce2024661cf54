"""What a process leaves for the next run when its work is done, and nobody waits for it any more."""

from __future__ import annotations

import time

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

BEGUN = time.time_ns()
"""When this program began, and with it the code that it runs: nanoseconds since 1970."""
_LATER: list[Callable[[], object]] = []


def later(keep: Callable[[], object]) -> None:
    """Has *keep*, which never raises, called at the end of this process, and of each copy of it."""
    _LATER.append(keep)


def keep_all() -> None:
    """Leaves it all."""
    for keep in _LATER:
        keep()
