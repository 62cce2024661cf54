"""What a process leaves for the next run when its work is done, and nobody waits for it any more."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

_LATER: list[Callable[[], object]] = []


def later(keep: Callable[[], object]) -> None:
    """Has *keep*, which never raises, called at the end of this process, and of each copy of it."""
    _LATER.append(keep)


def keep_all() -> None:
    """Leaves it all."""
    for keep in _LATER:
        keep()
