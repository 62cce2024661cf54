"""Words for several houses among the names of a form: *de OCMW's van Aalst en Ninove* are two."""

from __future__ import annotations

from collections.abc import Sequence

from elzctl.intake.paper import Block
from elzctl.intake.plan.desk import Desk
from elzctl.intake.several_places import each_house
from elzctl.wording import Message, say

EACH_PLACE = say("A word for more than one, with several names behind it, is read as one for each name")


def houses_apart(blocks: Sequence[Block], desk: Desk) -> tuple[list[Block], Message | None]:
    """The blocks with a name for each such house, and why that is a guess; ``None`` where there are none."""
    if desk.is_own:
        return list(blocks), None
    made = [
        block._replace(text=each_house(block.text, lambda name: desk.actors.find(name) is not None)) for block in blocks
    ]
    return made, EACH_PLACE if made != list(blocks) else None
