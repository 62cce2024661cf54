"""What was taken in from a document: the files that it amounts to, and the account."""

from __future__ import annotations

from elzctl.intake.ledger import Account
from elzctl.record import NamedTuple
from elzctl.wording import Message


class Taken(NamedTuple):
    """``files`` are the texts of new files by their path from the root (``plan/…``, ``meetings/…``, ``private/…``).

    ``remarks`` are what a person should know beside the account; ``paper`` remarks are among them.
    """

    files: dict[str, str]
    account: Account
    remarks: tuple[Message, ...] = ()
