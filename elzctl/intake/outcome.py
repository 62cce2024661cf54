"""What came of an import: each document with its account, and each file with what became of it."""

from __future__ import annotations

from collections.abc import Iterator
from enum import Enum

from elzctl.intake.ledger import Account, Certainty, Entry
from elzctl.intake.paper import Make
from elzctl.record import NamedTuple
from elzctl.wording import Message


class State(Enum):
    """What became of a file; with ``--check`` what would."""

    NEW = "new"
    CHANGED = "changed"
    SAME = "same"


class Document(NamedTuple):
    """A document that was taken in, and the files that it amounts to."""

    name: str
    make: Make
    pages: int
    account: Account
    remarks: tuple[Message, ...]
    files: tuple[str, ...]


class Outcome(NamedTuple):
    """``files`` are paths from the root; ``report`` is the one of the report, and *private* when Git does not keep it.

    ``written`` is false when everything was only looked at.  ``remarks`` tell what was left as it is in files that exist;
    ``errors`` is how many errors the plan has then.
    """

    documents: tuple[Document, ...]
    files: tuple[tuple[str, State], ...]
    report: str
    private: bool
    written: bool
    remarks: tuple[Message, ...] = ()
    errors: int = 0

    @property
    def share(self) -> tuple[int, int]:
        """How many characters found a place, of how many."""
        shares = [one.account.share for one in self.documents]
        return sum(placed for placed, _ in shares), sum(whole for _, whole in shares)

    @property
    def collapses(self) -> tuple[Message, ...]:
        """Why too little came of documents, for each of which that is so."""
        return tuple(told for one in self.documents if (told := one.account.collapse) is not None)

    @property
    def left(self) -> int:
        """How many pieces of text found no place."""
        return sum(len(one.account.left) for one in self.documents)

    @property
    def is_whole(self) -> bool:
        """True when all was placed and understood."""
        return not self.left and not self.count(Certainty.UNCLEAR) and not self.remarks

    def count(self, certainty: Certainty) -> int:
        """How many fields are so sure."""
        return sum(entry.certainty is certainty for one in self.documents for entry in one.account.entries)

    def entries(self, certainty: Certainty) -> Iterator[tuple[Document, Entry]]:
        """The fields that are so sure, each with its document."""
        for one in self.documents:
            for entry in one.account.entries:
                if entry.certainty is certainty:
                    yield one, entry
