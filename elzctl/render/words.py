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
QUARTERS: Mapping[int, Message] = {1: say("Q1"), 4: say("Q2"), 7: say("Q3"), 10: say("Q4")}
"""The quarters by their first month."""
PAGE: Mapping[str, Message] = {
    "bar_beyond": say("goes on outside the drawing"),
    "bar_exact": say("exact dates"),
    "bar_soft": say("approximate dates"),
    "checked": say("done"),
    "contents": say("Contents"),
    "continued": say("continued"),
    "link_to": say("Link to {name}", name="{name}"),
    "part_x_of_y": say("{caption} ({number} of {total})", caption="{caption}", number="{number}", total="{total}"),
    "skip": say("Skip to the text"),
    "source": say("Source file"),
    "step_done": say("step done"),
    "step_open": say("step to do"),
    "steps_many": say("number of steps at the same time"),
    "table": say("Table"),
    "to_top": say("Back to top"),
    "today": say("today"),
    "unchecked": say("not done yet"),
    "version": say("Version of"),
}
"""What a template says itself, by the key that it asks for."""

CONTROLS: Mapping[str, Message] = {
    "all": say("All"),
    "all_actions": say("Show all actions"),
    "by_goal": say("Goal"),
    "by_group": say("Target group"),
    "by_lead": say("Lead"),
    "by_partner": say("Partner"),
    "by_state": say("State"),
    "chosen": say("{shown} of {total} actions", shown="{shown}", total="{total}"),
    "colours": say("Colours"),
    "colours_dark": say("Dark"),
    "colours_light": say("Light"),
    "colours_own": say("As on this device"),
    "copied": say("The link was copied."),
    "details": say("Details"),
    "filter": say("Choose actions"),
    "fold_all": say("Fold all"),
    "found": say("Matches: {number}", number="{number}"),
    "found_here": say("{number} of {total}, in: {place}", number="{number}", total="{total}", place="{place}"),
    "found_nothing": say("Not found"),
    "found_out": say("in actions that were not chosen: {number}", number="{number}"),
    "key": say("The key /"),
    "key_off": say("does nothing"),
    "key_on": say("leads to the search box"),
    "next": say("Next"),
    "previous": say("Previous"),
    "search": say("Search this page"),
    "tools": say("Search and choose"),
    "unfold_all": say("Unfold all"),
    "view": say("View"),
}
"""The words of what a reader can do in a page."""


def page_words(language: Language) -> tuple[tuple[str, str], ...]:
    """The texts of :data:`PAGE`, and the foot of a page, in which the engine fills in ``{page}`` and ``{total}``."""
    foot = say("Page {page} of {total}", page="{page}", total="{total}")
    words = ((key, language(message)) for key, message in (*PAGE.items(), *CONTROLS.items()))
    return (*words, ("page_x_of_y", language(foot)))


def bare(date: str) -> str:
    """A date as typed without a "tegen" or "by" before it: the sentence around it says that already."""
    first, _, rest = date.strip().partition(" ")
    return rest.strip() if rest and first.lower() in ("tegen", "by") else date
