"""The words of rights: who owns something, and why."""

from __future__ import annotations

from collections.abc import Mapping

from elzctl.model import Plan
from elzctl.render.columns import one_line
from elzctl.render.marks import in_plain_words
from elzctl.rights import Rights
from elzctl.views.rights import Owner, Through
from elzctl.views.touched import Touched
from elzctl.wording import Language, Message, say

REASONS: Mapping[Through, Message] = {
    Through.ADMIN: say("the rights and the checks"),
    Through.FILE: say("this file"),
    Through.GOAL: say("goal {key}"),
    Through.SERIES: say("series {key}"),
    Through.BODY: say("approvals in the name of {key}"),
    Through.CLUSTER: say("cluster {key}"),
    Through.FOLDER: say("folder {key}"),
    Through.REST: say("everything else"),
    Through.NOBODY: say("everybody"),
}


def owned(owner: Owner, rights: Rights, language: Language, *, handles: bool = True, through: bool = True) -> str:
    """The teams of which any may change it, with their *handles*; and *through* what they own it."""
    if owner.through is Through.NOBODY:
        return language(REASONS[Through.NOBODY])
    found = [_team(name, rights, handles=handles) for name in dict.fromkeys(owner.teams)]
    teams = f" {language(say('or'))} ".join(found) or language(say("nobody"))
    return f"{teams}: {_reason(owner, language)}" if through else teams


def denied(one: Touched, plan: Plan, rights: Rights, language: Language) -> Message:
    """What is touched, its file with the number and the title of what stands there, and who owns it."""
    shown = " ".join(part for part in (one.number, one_line(in_plain_words(one.title, plan))) if part)
    thing = f"{one_line(one.path)}: {shown}" if shown else one_line(one.path)
    owners = owned(one.owner, rights, language)
    return say("{thing} — owned by {teams}", thing=thing, teams=owners)


def _team(name: str, rights: Rights, *, handles: bool) -> str:
    team = rights.teams.get(name)
    if team is None:
        return one_line(name)
    return f"{one_line(team.name)} ({team.mention})" if handles else one_line(team.name)


def _reason(owner: Owner, language: Language) -> str:
    """Through what somebody owns it."""
    message = REASONS[owner.through]
    return language(message._replace(args=(("key", one_line(owner.key)),)) if "{key}" in message.text else message)
