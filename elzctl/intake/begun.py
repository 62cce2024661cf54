"""The least that minutes need around them to load: a plan with a name, for a folder in which there is none yet."""

from __future__ import annotations

import re
from collections.abc import Mapping

from elzctl.edit import scalar
from elzctl.load import ACTORS, GOALS, load
from elzctl.scaffold.allowed import OneFile
from elzctl.scaffold.skeleton_files import LAST
from elzctl.terms import ActorKind, Tongue
from elzctl.wording import Message, say

_DAY = re.compile(r"meetings/(\d{4})-")
_WORDS = {
    Tongue.NL: ("Actieplan", "Eerstelijnszone", "Begonnen rond verslagen: titel, organisatie en jaar zijn geraden."),
    Tongue.EN: ("Action plan", "Primary-care zone", "Begun around minutes: title, organisation and year are guessed."),
}


def remark(files: Mapping[str, str]) -> Message:
    """What to tell of the plan that these files begin: what is guessed of it."""
    plan = load(OneFile(LAST, files[LAST].encode("utf-8", "surrogatepass"))).plan
    actors = load(OneFile(ACTORS, files.get(ACTORS, "").encode("utf-8", "surrogatepass"))).plan.actors
    house = plan.settings.organisation
    name = (actors[house.id].name if house is not None and house.id in actors else "") or ""
    return say(
        "There was no plan here: one was begun, of {organisation}, with the title “{title}”: both are guessed. Look at it",
        organisation=name,
        title=plan.settings.title or "",
    )


def begun(files: Mapping[str, str], tongue: Tongue) -> dict[str, str]:
    """The files of a plan around those of meetings; the register of actors with the organisation in it."""
    title, name, remark = _WORDS[tongue]
    text = files.get(ACTORS, "")
    actors = load(OneFile(ACTORS, text.encode("utf-8", "surrogatepass"))).plan.actors
    zone = next((one.id for one in actors.values() if one.kind is ActorKind.ZONE), "")
    more = {}
    if not zone:
        zone = "eerstelijnszone"
        more[ACTORS] = f"{text}{zone}:\n  name: {scalar(name)}\n  kind: zone\n" if zone not in actors else text
    year = max(match[1] for path in files if (match := _DAY.match(path)) is not None)
    lines = (
        f"# {remark}",
        f"title: {title} {year}",
        f"organisation: {zone}",
        f"year: {year}",
        f"language: {tongue.value}",
    )
    return {**more, LAST: "\n".join(lines) + "\n", GOALS: "[]\n"}
