"""How who reads a plan can react to it: by a message to the organisation, or where the plan is written."""

from __future__ import annotations

from elzctl.model import Plan
from elzctl.traces import contacts


def mailbox(plan: Plan) -> str:
    """The first e-mail address of the zone that may be published, as it was written; ``""`` without one."""
    house = plan.settings.organisation
    actor = plan.actors.get(house.id) if house is not None else None
    for text in actor.contact if actor is not None else ():
        for first, last in contacts(text):
            if "@" in text[first:last]:
                return text[first:last]
    return ""


def can_be_reached(plan: Plan) -> bool:
    """True when pages can say how to react."""
    forge = plan.settings.forge
    return bool(mailbox(plan) or (forge is not None and forge.url))
