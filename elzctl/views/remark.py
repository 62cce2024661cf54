"""What ``elzctl doctor`` has to say of one thing that it looked at."""

from __future__ import annotations

from enum import Enum

from elzctl.record import NamedTuple
from elzctl.wording import Message


class Level(Enum):
    """How it is with one thing."""

    OK = "ok"
    NOTE = "note"
    FAULT = "fault"


class Remark(NamedTuple):
    """One thing that was looked at: how it is, what to do, and where."""

    level: Level
    message: Message
    hint: Message | None = None
    places: tuple[str, ...] = ()


def ok(message: Message) -> Remark:
    """All is well."""
    return Remark(Level.OK, message)


def note(message: Message, hint: Message | None = None, places: tuple[str, ...] = ()) -> Remark:
    """Something asks for attention."""
    return Remark(Level.NOTE, message, hint, places)


def fault(message: Message, hint: Message | None = None, places: tuple[str, ...] = ()) -> Remark:
    """Something is wrong."""
    return Remark(Level.FAULT, message, hint, places)
