"""What a point is read with, and which words before a colon may name who does it."""

from __future__ import annotations

import re
from datetime import date

from elzctl.intake.minutes.who import Directory
from elzctl.intake.when import Dated
from elzctl.record import NamedTuple


class Context(NamedTuple):
    """What a point is read with: who is known, the day of the meeting, and that of the next one."""

    directory: Directory
    day: date | None
    next_day: Dated | None = None
    dutch: bool = True


def may_lead(words: str, directory: Directory) -> bool:
    """False for more than two words in small letters of which the first name nobody: ``foto's bezorgen aan de stad``."""
    first = re.sub(r"\A(?:de|het|the|alle) ", "", words).split()
    is_name = words[:1].isupper() or len(first) < 3 or directory.actor(words) is not None
    return is_name or directory.who(" ".join(first[:2]), sure=False) is not None
