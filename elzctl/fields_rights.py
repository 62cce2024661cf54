"""The keys of ``plan/rights.yaml``."""

from __future__ import annotations

import re
from typing import Any

from elzctl.fiche import Ref
from elzctl.kinds import Formed, Keyed, Many, Reference, Text
from elzctl.rights import Owned, Rights, Team
from elzctl.schema import Field, Reading, Record, pairs
from elzctl.wording import Message, say

PATH = r"(?![/ ])(?!(?:.*/)?\.{1,2}(?:/|$))(?!.*//)[\w .,()+&'=@/-]*[\w.)/-]"
"""A file, or with ``/`` at its end a folder, from the root: no sign that means something to a forge, nothing outside."""

_REFS = Many(Reference())


class Owners:
    """Keys that the zone chooses, each with the teams that own what it names."""

    empty = ()

    def __init__(self, pattern: str = r".+", hint: Message | None = None) -> None:
        """*pattern* matches the whole of a right key; *hint* says what to write."""
        self.pattern = pattern
        self.hint = hint

    def read(self, node: Any, reading: Reading) -> tuple[Owned, ...]:
        found = []
        for key, key_node, value in pairs(node, reading):
            teams: tuple[Ref, ...] | None = _REFS.read(value, reading)
            if not re.fullmatch(self.pattern, key):
                reading.wrong(key_node, say("“{text}” does not look as it should here", text=key[:80]), self.hint)
            elif teams is not None and not teams:
                reading.wrong(value, say("“{key}” has no team", key=key[:80]), say("Name one, or take the line out."))
            elif teams is not None:
                found.append(Owned(key, teams, reading.yaml.span(key_node)))
        return tuple(found)


_TEAM = Record(
    Team,
    {
        "name": Field(Text(), say("The name of the team as printed"), "name: Cluster zorg"),
        "handle": Field(
            Formed(
                r"@?[A-Za-z0-9][A-Za-z0-9_.-]*(?:/[A-Za-z0-9][A-Za-z0-9_.-]*)+",
                say("Write the organisation and the team, as in “elz-polder/cluster-zorg”; never a person."),
            ),
            say("The team on the forge: the organisation, a slash and the team"),
            "handle: elz-polder/cluster-zorg",
        ),
    },
)

RIGHTS = Record(
    lambda **found: Rights(**{**found, "teams": found["teams"] or {}}),
    {
        "teams": Field(
            Keyed(_TEAM), say("The teams, by a short name"), "teams: {kern: {name: Kernteam, handle: elz-polder/kern}}"
        ),
        "admin": Field(
            _REFS, say("The teams that may change these rights, the checks and what the forge runs"), "admin: [kern]"
        ),
        "rest": Field(_REFS, say("The teams that own what nobody else owns; when not given, everybody may change it")),
        "goals": Field(
            Owners(), say("By the id or number of a goal: who owns the goal, and the actions and goals under it")
        ),
        "clusters": Field(Owners(), say("By cluster: who owns the minutes of its meetings")),
        "series": Field(Owners(), say("By the name of a series: who owns its minutes")),
        "bodies": Field(
            Owners(), say("By the id of an actor: who owns the minutes of its meetings, and approvals in its name")
        ),
        "files": Field(
            Owners(
                PATH, say("Write the path from the folder of the plan, such as “plan/actors.yaml” or “templates/”.")
            ),
            say("By path: who owns a file, or with “/” at the end a folder"),
        ),
    },
)
