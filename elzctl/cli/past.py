"""What commands that ask Git have in common: work beside each other, and what is said when a history is not whole."""

from __future__ import annotations

import sys
from collections.abc import Callable
from threading import Thread
from typing import TYPE_CHECKING, Generic, TypeVar

from elzctl.cli.session import Session, Stop
from elzctl.wording import say

if TYPE_CHECKING:
    from elzctl.commits.commit_tree import Revision

T = TypeVar("T")


class Beside(Thread, Generic[T]):
    """What Git does while this process reads files."""

    def __init__(self, work: Callable[[], T]) -> None:
        super().__init__(daemon=True)
        self._work = work
        self._fault: BaseException | None = None
        self._found: list[T] = []
        self.start()

    def run(self) -> None:
        try:
            self._found.append(self._work())
        except BaseException as fault:  # noqa: BLE001 - raised again where it is waited for
            self._fault = fault

    def result(self) -> T:
        """What was found.  Raises Stop when Git cannot say."""
        self.join()
        if not self._found:
            return of_git(self._raise)
        return self._found[0]

    def _raise(self) -> T:
        raise self._fault or AssertionError


def of_git(ask: Callable[[], T]) -> T:
    """What Git is asked.  Raises Stop when it cannot say."""
    from elzctl.commits.commit_tree import Unknown

    try:
        return ask()
    except Unknown as unknown:
        raise Stop(unknown.message, unknown.hint) from None


def tell_unfinished(session: Session) -> None:
    """Says on stderr, after the rest, that Git itself is not done with the files."""
    from elzctl.git import unfinished

    word = unfinished(session.root())
    if word:
        sys.stdout.flush()
        session.tell(say("Git is in the middle of a {what} here: HEAD and the files may be half of it.", what=word))


def tell_horizon(session: Session, horizon: Revision | None) -> None:
    """Says on stderr, after the rest, up to when nothing can be seen because this copy was cut off."""
    if horizon is not None:
        sys.stdout.flush()
        day = horizon.day.isoformat()
        session.tell(say("The history is cut off here: what changed up to {day} cannot be seen.", day=day))
        session.tell(say("Fetch all of it: “git fetch --unshallow”; in CI, fetch-depth: 0."))
