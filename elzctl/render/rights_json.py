"""Who owns what, and what of a change is somebody else's, as data: a frozen shape, apart from the model.

``teams`` are ``{"id", "name", "handle"}``, ``admin`` and ``rest`` lists of their ids.  ``owned`` has what there is, each
with its ``kind`` (goal, series, file), ``key`` (``null`` for all other files), ``title``, the ``teams`` that own it,
``through`` (admin, file, goal, series, body, cluster, folder, rest, or nobody for what everybody may change) and the
``through_key`` that says so.

Of a change, ``base`` and ``head`` are ``{"id", "day"}``, ``author_teams`` those whose change it is, and ``touched`` has
each thing with its ``path``, ``number``, ``title``, who owns it, and whether the author's teams may change it.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from elzctl.fiche import ids
from elzctl.render.strict_json import strict_json
from elzctl.rights import Rights
from elzctl.views.rights import Owner, Row
from elzctl.views.touched import Touched

if TYPE_CHECKING:
    from elzctl.commits.commit_tree import Revision

VERSION = 1


def rights_json(rows: Iterable[Row], rights: Rights) -> str:
    """Who owns what."""
    owned = [{"kind": row.kind.value, "key": row.key or None, "title": row.title, **_owner(row.owner)} for row in rows]
    return strict_json({**_teams(rights), "owned": owned})


def touched_json(
    found: Iterable[Touched], rights: Rights, teams: frozenset[str], versions: tuple[Revision, Revision]
) -> str:
    """What a change touches."""
    base, head = ({"id": one.id, "day": one.day.isoformat()} for one in versions)
    touched = [
        {
            "path": one.path,
            "number": one.number or None,
            "title": one.title,
            **_owner(one.owner),
            "allowed": one.is_allowed(teams),
        }
        for one in found
    ]
    return strict_json(
        {**_teams(rights), "base": base, "head": head, "author_teams": sorted(teams), "touched": touched}
    )


def _teams(rights: Rights) -> dict[str, Any]:
    teams = [{"id": one.id, "name": one.name, "handle": one.mention} for one in rights.teams.values()]
    return {"schema_version": VERSION, "teams": teams, "admin": list(ids(rights.admin)), "rest": list(ids(rights.rest))}


def _owner(owner: Owner) -> dict[str, Any]:
    return {"teams": list(owner.teams), "through": owner.through.value, "through_key": owner.key or None}
