"""The plan as data, for programs: ``data/plan.json``, in which each action is a line of its own, or some of these lines."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from elzctl.render.plan_json import plan_data
from elzctl.render.public_data import public_data
from elzctl.render.site.kept import PLAN
from elzctl.render.site.page import Site
from elzctl.render.strict_json import strict_json
from elzctl.value import replace


def plan_data_file(site: Site) -> Iterator[tuple[str, bytes]]:
    """The whole plan as data, the texts of its actions too."""
    # Of a file that is not on the site, the name is not in it either.
    data = public(plan_data(replace(site.whole, attachments=frozenset(site.options.attached))), site)
    parts = {key: _line(value) for key, value in data.items() if key != "actions"}
    parts["actions"] = "".join(("[\n", ",\n".join(map(_line, data["actions"])), "\n]"))
    yield PLAN, f"{{{', '.join(f'{_line(key)}: {parts[key]}' for key in data)}}}\n".encode()


def action_lines(site: Site, names: frozenset[str]) -> dict[str, bytes]:
    """The lines of the actions with these *names* in that file."""
    actions = tuple(action for action in site.whole.actions if action.id in names)
    few = replace(site.whole, strategic_goals=(), actions=actions, actors={}, chapters=(), series={}, meetings=())
    return {action["id"]: _line(action).encode() for action in public(plan_data(few)["actions"], site)}


def public(data: Any, site: Site) -> Any:
    """The same data without what is not public."""
    return public_data(data, site.redactor)


def as_json(data: Any) -> bytes:
    """Data as a file."""
    return f"{_line(data)}\n".encode()


def _line(data: Any) -> str:
    return strict_json(data, indent=None)
