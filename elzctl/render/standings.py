"""How an action stands, as a word and as a colour."""

from __future__ import annotations

from collections.abc import Mapping

from elzctl.views.status import Standing
from elzctl.wording import Message, say

STANDINGS: Mapping[Standing, Message] = {
    Standing.LATE: say("late"),
    Standing.DUE_SOON: say("due soon"),
    Standing.ON_TRACK: say("on track"),
    Standing.NO_DATE: say("no date"),
    Standing.WAITING: say("waiting"),
    Standing.STUB: say("stub"),
}
STYLES: Mapping[Standing, str] = {
    Standing.LATE: "error",
    Standing.DUE_SOON: "warning",
    Standing.ON_TRACK: "good",
    Standing.NO_DATE: "info",
    Standing.WAITING: "quiet",
    Standing.STUB: "quiet",
}
