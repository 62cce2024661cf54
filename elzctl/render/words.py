"""The fixed words of a document: what statuses, roles and parts of a fiche are called in print."""

from __future__ import annotations

from collections.abc import Mapping

from elzctl.terms import Health, Part, Per, Role, Status
from elzctl.wording import Language, Message, say

STATUSES: Mapping[Status, Message] = {
    Status.PROPOSED: say("Proposed"),
    Status.PLANNED: say("Planned"),
    Status.RUNNING: say("Running"),
    Status.ON_HOLD: say("On hold"),
    Status.WAITING: say("Waiting"),
    Status.DONE: say("Done"),
    Status.MOVED: say("Moved"),
    Status.MERGED: say("Merged"),
    Status.NOT_RETAINED: say("Not retained"),
    Status.STOPPED: say("Stopped"),
}
ROLES: Mapping[Role, Message] = {
    Role.DIRECTOR: say("Director"),
    Role.LEAD: say("Lead"),
    Role.FACILITATOR: say("Facilitator"),
    Role.PARTNER: say("Partner"),
    Role.FOLLOWER: say("Follower"),
}
PARTS: Mapping[Part, Message] = {
    Part.WHY: say("Why?"),
    Part.FOR_WHOM: say("For whom?"),
    Part.WHAT: say("What?"),
    Part.DO: say("What do we do?"),
    Part.DO_NOT: say("What do we not do?"),
    Part.WITH_WHOM: say("With whom?"),
    Part.HOW: say("How?"),
    Part.EVALUATION: say("Evaluation"),
}
PERS: Mapping[Per, Message] = {
    Per.YEAR: say("per year"),
    Per.HALF_YEAR: say("per half-year"),
    Per.QUARTER: say("per quarter"),
    Per.MONTH: say("per month"),
}
HEALTHS: Mapping[Health, Message] = {
    Health.ON_TRACK: say("on track"),
    Health.AT_RISK: say("at risk"),
    Health.OFF_TRACK: say("off track"),
}
PAGE: Mapping[str, Message] = {
    "bar_exact": say("exact dates"),
    "bar_soft": say("approximate dates"),
    "checked": say("done"),
    "contents": say("Contents"),
    "skip": say("Skip to the text"),
    "step_done": say("step done"),
    "step_open": say("step to do"),
    "table": say("Table"),
    "to_top": say("Back to top"),
    "today": say("today"),
    "unchecked": say("not done yet"),
    "version": say("Version of"),
}
"""What a template says itself, by the key that it asks for."""


def page_words(language: Language) -> tuple[tuple[str, str], ...]:
    """The texts of :data:`PAGE`, and the foot of a page, in which the engine fills in ``{page}`` and ``{total}``."""
    foot = say("Page {page} of {total}", page="{page}", total="{total}")
    return (*((key, language(message)) for key, message in PAGE.items()), ("page_x_of_y", language(foot)))


def bare(date: str) -> str:
    """A date as typed without a "tegen" or "by" before it: the sentence around it says that already."""
    first, _, rest = date.strip().partition(" ")
    return rest.strip() if rest and first.lower() in ("tegen", "by") else date
