"""Where a file of the plan can be read on the web."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from elzctl.model import Forge, Plan
from elzctl.terms import ForgeKind

_FILES: Mapping[ForgeKind, str] = {
    ForgeKind.GITHUB: "blob",
    ForgeKind.GITLAB: "-/blob",
    ForgeKind.FORGEJO: "src/branch",
}
"""What stands between the address of a repository and the branch."""


def sources(plan: Plan) -> tuple[tuple[str, str], ...]:
    """The address of the file behind each chapter, goal and action, by id; none when the plan names no forge."""
    forge = plan.settings.forge
    if forge is None or not forge.url:
        return ()
    files = [(goal.id, "plan/goals.yaml") for goal in plan.all_goals]
    files += [(chapter.id, chapter.path) for chapter in plan.chapters]
    files += [(action.id, action.path) for action in plan.actions]
    return tuple(_addresses(forge, files))


def source(plan: Plan, path: str) -> str:
    """The address of one file; ``""`` when the plan names no forge."""
    forge = plan.settings.forge
    if forge is None or not forge.url:
        return ""
    ((_, address),) = _addresses(forge, (("", path),))
    return address


def _addresses(forge: Forge, files: Iterable[tuple[str, str]]) -> Iterable[tuple[str, str]]:
    from urllib.parse import quote

    start = f"{forge.url.rstrip('/').removesuffix('.git')}/{_FILES[forge.kind or guessed(forge.url)]}/{forge.branch}/"
    return ((name, start + quote(path)) for name, path in files)


def guessed(url: str) -> ForgeKind:
    """What a forge is made with, by the name of its host; most that say nothing are Forgejo or its kin."""
    host = url.removeprefix("https://").partition("/")[0]
    return next((kind for kind in ForgeKind if kind.value in host), ForgeKind.FORGEJO)
