"""CODEOWNERS of GitHub and GitLab from the rights of a plan: the last line that matches a file decides there.

GitLab asks for an approval in every section that matches, so that all lines stand in one.  A file that holds things of
several owners (the goals, the series) is owned by all of them: a forge cannot look into it, ``elzctl rights --check`` does.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from elzctl.fields_rights import PATH
from elzctl.load import GOALS, MEETINGS, SERIES
from elzctl.meeting import Meeting
from elzctl.model import Plan
from elzctl.picture_names import ATTACHMENTS
from elzctl.rights import ADMIN_FILES, Rights
from elzctl.views.rights import NOBODY, Owner, Ownership, Through
from elzctl.wording import LANGUAGES, Language, say

_FIRST = say("# Made by “elzctl rights --codeowners” from plan/rights.yaml: change that file, not this one.")
SECTION = "[Actieplan]"


def first(plan: Plan) -> str:
    """The first line of the file, in the language of the plan."""
    return Language(plan.settings.language.value)(_FIRST)


def below_first(text: str) -> str | None:
    """What stands below the first line, in whatever language that is; ``None`` when elzctl did not make the file."""
    line, _, rest = text.partition("\n")
    return rest if line in {Language(code)(_FIRST) for code in LANGUAGES} else None


def codeowners(plan: Plan, *, prefix: str, sections: bool) -> str:
    """The whole file; *prefix* stands before the paths of the plan in its repository, *sections* are for GitLab."""
    owners = Ownership(plan)
    rights = owners.rights
    lines = [first(plan), *("", SECTION) * sections]
    if rights.rest:
        lines += _line("*", owners.rights, (one.id for one in rights.rest), "")
    for block in blocks(owners):
        rows = [line for path, teams in block for line in _line(path, rights, teams, prefix)]
        lines += ["", *rows] if rows else []
    return "\n".join(lines) + "\n"


def blocks(owners: Ownership) -> Iterator[Iterable[tuple[str, tuple[str, ...]]]]:
    """The paths that somebody owns, with the teams; what stands in a later block goes before an earlier one."""
    yield from (_folders(owners), _minutes(owners), _shared(owners), _actions(owners), _files(owners))
    admin = tuple(one.id for one in owners.rights.admin)
    yield ((path, admin) for path in ADMIN_FILES)


def _line(path: str, rights: Rights, teams: Iterable[str], prefix: str) -> Iterator[str]:
    """One line, unless no team is known."""
    mentions = dict.fromkeys(rights.teams[name].mention for name in teams if name in rights.teams)
    pattern = path if path == "*" else "/" + re.sub(r"[\\ #]", r"\\\g<0>", f"{prefix}{path}")
    if mentions:
        yield f"{pattern} {' '.join(mentions)}"


def _folders(owners: Ownership) -> Iterator[tuple[str, tuple[str, ...]]]:
    """The folders, the inner ones last."""
    folders = [one for one in owners.rights.files if one.key.endswith("/")]
    for one in sorted(folders, key=lambda one: (one.key.count("/"), one.key)):
        yield one.key, tuple(ref.id for ref in one.teams)


def _minutes(owners: Ownership) -> Iterator[tuple[str, tuple[str, ...]]]:
    """The minutes of each series, those of later too, by the form of their names; the odd ones by name; attachments."""
    plan = owners.plan
    known = {name: owners.series(name) for name in sorted(plan.series)}
    yield from ((f"{MEETINGS}/????-??-??-{name}.md", one.teams) for name, one in known.items() if one is not NOBODY)
    for meeting in sorted(plan.meetings, key=lambda meeting: meeting.path):
        holds = _of_meeting(meeting, owners)
        if holds is not NOBODY and holds.teams != known.get(meeting.id[11:], NOBODY).teams:
            yield meeting.path, holds.teams
    for meeting in plan.meetings:
        holds = _of_meeting(meeting, owners)
        for one in meeting.attachments if holds is not NOBODY else ():
            if re.fullmatch(PATH, one.file) and "/" not in one.file:
                yield f"{ATTACHMENTS}/{one.file}", holds.teams


def _of_meeting(meeting: Meeting, owners: Ownership) -> Owner:
    return owners.series(meeting.series.id) if meeting.series is not None else NOBODY


def _shared(owners: Ownership) -> Iterator[tuple[str, tuple[str, ...]]]:
    """The files that hold what several own, and have no owner of their own."""
    plan = owners.plan
    of_goals = [owners.goal(goal).teams for goal in plan.all_goals]
    of_series = [owners.series(name).teams for name in plan.series]
    for path, found in ((GOALS, of_goals), (SERIES, of_series)):
        if owners.path(path).through is not Through.FILE:
            yield path, tuple(dict.fromkeys(team for teams in found for team in teams))


def _actions(owners: Ownership) -> Iterator[tuple[str, tuple[str, ...]]]:
    for action in sorted(owners.plan.actions, key=lambda action: action.path):
        holds = owners.number(action.number)
        if holds is not NOBODY:
            yield action.path, holds.teams


def _files(owners: Ownership) -> Iterator[tuple[str, tuple[str, ...]]]:
    for one in sorted(owners.rights.files, key=lambda one: one.key):
        if not one.key.endswith("/") and owners.path(one.key).through is Through.FILE:
            yield one.key, tuple(ref.id for ref in one.teams)
