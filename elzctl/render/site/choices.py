"""What actions are chosen by: who leads them, who helps, for whom they are, what they are about, how they stand, and whether they are late.

A plan at a glance holds its rows itself.  One with more actions than a page can hold has them in a file, as what is searched
in: the script asks for it when somebody begins to choose, and makes the rows of it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from html import escape
from typing import Any

from elzctl.fiche import ids
from elzctl.model import Action
from elzctl.render.markdown import clean, plain
from elzctl.render.plan_cells import state
from elzctl.render.plan_glance import deadline_of
from elzctl.render.site.cells import action_name, carries, goal_name, late
from elzctl.render.site.page import Site
from elzctl.render.strict_json import strict_json
from elzctl.render.words import STATUSES
from elzctl.views.carried import Share
from elzctl.wording import Message, say

CHOICES: tuple[tuple[str, Message], ...] = (
    ("lead", say("Lead")),
    ("partner", say("Partner")),
    ("group", say("Target group")),
    ("theme", say("Theme")),
    ("state", say("State")),
    ("due", say("Deadline")),
)
ROWS = "assets/plan-rows.js"
"""The rows of a plan that is too large for one page."""
VARIABLE = "globalThis.elzRows"
_LATE = "late"
"""What a late action can be chosen by: in any of the states."""
_SHARES = {"lead": Share.LEADS, "partner": Share.HELPS}
_KEYS = {"lead": "lead", "partner": "partners", "group": "target_groups", "theme": "themes"}


def names(action: Action, site: Site) -> dict[str, tuple[str, ...]]:
    """What an action can be chosen by; a name with a blank cannot be one of several."""
    found = {kind: ids(getattr(action, key)) for kind, key in _KEYS.items()}
    found["state"] = (action.status.value,) if action.status is not None else ()
    found["due"] = (_LATE,) if late(action, site) else ()
    return {kind: tuple(one for one in some if _is_usable(one)) for kind, some in found.items()}


def bar(site: Site, rows: str = "") -> str:
    """What a reader chooses with, hidden until a script shows it; *rows* is the address of the file with what is chosen from."""
    selects = "".join(_select(kind, label, site, empty=bool(rows)) for kind, label in CHOICES)
    chosen = escape(site.say(say("{shown} of {total} actions", shown="{shown}", total="{total}")))
    everything = escape(site.say(say("Show all actions")))
    none = escape(site.say(say("No action fits this choice.")))
    failed = escape(site.say(say("Choosing does not work now. Each goal leads to its actions.")))
    where = f' data-rows="{rows}" data-failed="{failed}"' if rows else ""
    return (
        f'<form class="choose" id="_elz-choose" hidden data-chosen="{chosen}"{where}>\n'
        f'<details>\n<summary>{escape(site.say(say("Choose actions")))}</summary>\n<div class="row">\n{selects}'
        f'<button type="button" id="_elz-all">{everything}</button>\n</div>\n</details>\n'
        '<p role="status" class="count" id="_elz-count"></p>\n'
        f'<p id="_elz-none" hidden>{none} <button type="button">{everything}</button></p>\n</form>\n'
    )


def rows_files(site: Site, pages: Mapping[str, bytes]) -> Iterator[tuple[str, bytes]]:
    """The file with the rows, when the page of the plan asks for it."""
    if ROWS.encode() in pages.get(site.places.page("page:plan"), b""):
        # A line of script, which cannot end an element of a page, wherever it may be put.
        data = strict_json(site.public(rows(site)), indent=None).replace("</", "<\\/")
        yield ROWS, f"{VARIABLE} = {data};\n".encode()


def rows(site: Site) -> tuple[Any, ...]:
    """What the script needs: the words of all that actions are chosen by, the goals, and the actions under each.

    Of an actor also its page is told, and by which groups it leads or helps.  An action has its page, its name, the name and
    the words of its state, its deadline, whether it is over, that it is late, and its lead, partners, target groups and
    themes as places among those words.
    """
    known = tuple((kind, _words(kind, site)) for kind in _KEYS)
    at = {kind: {name: place for place, (name, *_) in enumerate(found)} for kind, found in known}
    goals: dict[str, list[Any]] = {str(goal.number): [goal] for goal in site.plan.goals if goal.number is not None}
    strays: list[Any] = [None]
    for action in site.plan.actions:
        goals.get(str(action.number.parent) if action.number is not None else "", strays).append(_row(action, at, site))
    return (known, tuple(_under(goal, site) for goal in (*goals.values(), strays) if len(goal) > 1))


def _under(goal: list[Any], site: Site) -> tuple[Any, ...]:
    """A goal, or nothing for the actions that have none, and its actions."""
    if goal[0] is None:
        return "", site.say(say("Actions without a goal")), tuple(goal[1:])
    return site.places.page(goal[0].id), goal_name(goal[0], site), tuple(goal[1:])


def _row(action: Action, at: Mapping[str, Mapping[str, int]], site: Site) -> tuple[Any, ...]:
    status = action.status.value if action.status is not None else ""
    words = plain(state(action, site.text))
    places = tuple(tuple(at[kind][name] for name in ids(getattr(action, key))) for kind, key in _KEYS.items())
    name, until = action_name(action, site), deadline_of(action, site.text)
    return (site.places.page(action.id), name, status, words, until, int(action.is_stub), late(action, site), *places)


def _words(kind: str, site: Site) -> tuple[tuple[str, ...], ...]:
    """All that actions name of a kind, in the order of the alphabet, with the pages of actors; what the plan does not know is last."""
    known, by = _known(kind, site), _groups(kind, site)
    every = dict.fromkeys((*_named(kind, site), *by))
    found = {name: clean(known.get(name) or site.plan.actor_name(name)) for name in every}
    ordered = sorted(found, key=lambda one: (one not in known or not _is_usable(one), found[one].casefold(), one))
    if kind not in _SHARES:
        return tuple((one, found[one]) for one in ordered)
    return tuple((one, found[one], site.places.page(f"actor:{one}"), by.get(one, "")) for one in ordered)


def _select(kind: str, label: Message, site: Site, *, empty: bool) -> str:
    found = _options(kind, site)
    if not found:
        return ""
    everything = escape(site.say(say("All")))
    shown = [] if empty and kind in _KEYS else found
    groups = {name: f' data-by="{escape(some)}"' for name, some in _groups(kind, site).items()}
    options = "".join(
        f'<option value="{escape(key)}"{groups.get(key, "")}>{escape(words)}</option>\n' for key, words in shown
    )
    return (
        f'<label>{escape(site.say(label))}\n<select name="{kind}">\n<option value="">{everything}</option>\n'
        f"{options}</select></label>\n"
    )


def _options(kind: str, site: Site) -> list[tuple[str, str]]:
    """The words to choose by, in the order of the alphabet; statuses in their own."""
    if kind == "state":
        there = {action.status for action in site.plan.actions}
        return [(status.value, site.say(words)) for status, words in STATUSES.items() if status in there]
    if kind == "due":
        return [(_LATE, site.say(say("Late")))] if any(late(one, site) for one in site.plan.actions) else []
    known = _known(kind, site)
    every = {name for name in (*_named(kind, site), *_groups(kind, site)) if name in known}
    usable = [(name, site.public(clean(known[name]))) for name in every if _is_usable(name)]
    return sorted(usable, key=lambda one: (one[1].casefold(), one[0]))


def _named(kind: str, site: Site) -> frozenset[str]:
    """All that actions name of a kind."""
    return frozenset(ref.id for action in site.plan.actions for ref in getattr(action, _KEYS[kind]))


def _groups(kind: str, site: Site) -> dict[str, str]:
    """Who leads or helps by groups to which it belongs, and which of these actions name."""
    share = _SHARES.get(kind)
    return site.once(("groups", kind), lambda site: _found_groups(kind, share, site)) if share is not None else {}


def _found_groups(kind: str, share: Share, site: Site) -> dict[str, str]:
    named = _named(kind, site)
    return {
        name: " ".join(sorted(filter(_is_usable, (one.names - {name}) & named)))
        for name, one in carries(site).items()
        if any(part.via and part.share is share for part in one.parts)
    }


def _known(kind: str, site: Site) -> Mapping[str, str]:
    """The names that the plan has for a kind."""
    settings = site.plan.settings
    if kind in ("group", "theme"):
        return settings.target_groups if kind == "group" else settings.themes
    return {name: site.plan.actor_name(name) for name in site.plan.actors}


def _is_usable(name: str) -> bool:
    return bool(name) and not any(map(str.isspace, name))
