"""The plan as data, for programs: ``data/plan.json``, whole or with the texts of some actions made anew."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from elzctl.render.plan_json import plan_data
from elzctl.render.public_data import public_data
from elzctl.render.redacted import Redactor
from elzctl.render.site.kept import PLAN
from elzctl.render.site.page import Site
from elzctl.render.strict_json import strict_json
from elzctl.value import replace


def plan_data_file(site: Site) -> Iterator[tuple[str, bytes]]:
    """The whole plan as data, the texts of its actions too."""
    yield PLAN, as_json(public(plan_data(site.whole), site))


def plan_data_again(site: Site, names: frozenset[str], earlier: bytes) -> bytes:
    """The same file, when only the texts of the actions with these *names* are not as in the *earlier* one."""
    actions = tuple(action for action in site.whole.actions if action.id in names)
    few = replace(site.whole, strategic_goals=(), actions=actions, actors={}, chapters=(), series={}, meetings=())
    new = {action["id"]: action for action in public(plan_data(few)["actions"], site)}
    data = json.loads(earlier)
    data["actions"] = [new.get(action["id"], action) for action in data["actions"]]
    return as_json(data)


def public(data: Any, site: Site) -> Any:
    """The same data without what is not public."""
    return public_data(data, Redactor(site.plan))


def as_json(data: Any) -> bytes:
    """Data as a file."""
    return f"{strict_json(data, indent=None)}\n".encode()
