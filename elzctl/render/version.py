"""Which version of a plan a document is made of."""

from __future__ import annotations

from datetime import date

from elzctl.record import NamedTuple


class Version(NamedTuple):
    """The commit that a plan was read beside: its full id and its day.

    *changed*: the files differ from it, because something was not committed.
    """

    id: str
    day: date
    changed: bool = False

    @property
    def short(self) -> str:
        """The id as people cite it."""
        return self.id[:10]
