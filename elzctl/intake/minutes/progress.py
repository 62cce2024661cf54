"""How a point stands, in the words of a document: done, dropped, or what is told of it, with a day to come perhaps."""

from __future__ import annotations

import re

from elzctl.intake import when
from elzctl.intake.minutes.context import Context
from elzctl.intake.minutes.draft import Under
from elzctl.intake.minutes.point_words import DONE, DROPPED, IS_STATE, TAIL
from elzctl.intake.when import Dated
from elzctl.record import NamedTuple

_NO_WORDS = ("x", "v", "ja", "yes", "ok", "√", "✓", "✔", "☒", "☑")


class Progress(NamedTuple):
    """Whether it is ticked, the day on which it was done, a line under the point, and a day by which from these words."""

    ticked: bool = False
    done: str = ""
    under: Under | None = None
    due: Dated | None = None


def progress(plain: str, context: Context) -> Progress:
    """What these words, which are not empty, say of how a point stands."""
    day = context.day
    match = IS_STATE.match(plain)
    word = match["word"].lower() if match else ""
    if match is not None and re.fullmatch(DONE, word):
        done, rest = "", plain[match.end() :].strip(" ,.;:()")
        found = when.first(plain, day, loose=True, ahead=False)
        if found is not None and not found.value.is_vague and (day is None or found.value.first >= day):
            done = found.written
            rest = re.sub(r"(?i)\A(?:op|on)\s*\Z", "", when.without(rest, found)) if found.words in rest else rest
        is_told = bool(rest) or (word not in _NO_WORDS and not done)
        return Progress(True, done, Under("", plain) if is_told else None)
    on = str(day) if day is not None else ""
    if word and re.fullmatch(DROPPED, word):
        return Progress(under=Under("vervallen", plain, on=on))
    ahead = when.first(plain, day)
    to_come = ahead is not None and (day is None or ahead.value.last > day)
    is_due = ahead is not None and to_come and TAIL.search(plain[: ahead.first]) is not None
    return Progress(under=Under("stand", plain, on=on), due=ahead if is_due else None)
