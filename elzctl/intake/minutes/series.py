"""What the plan knows already of what minutes speak of: series, actors, actions, target groups and themes."""

from __future__ import annotations

import re
from collections.abc import Mapping

from elzctl.intake.paper import Block
from elzctl.model import Plan
from elzctl.record import NamedTuple
from elzctl.wording import Message

_SMALL = frozenset("de het een van der den en the of and vzw overleg vergadering verslag".split())


class Named(NamedTuple):
    """The id, series and title of a meeting, and the blocks that its title was made of.

    ``is_new``: the plan has no such series.  ``given``: somebody said which series it is.  ``reason``: why the title is a guess.
    """

    id: str
    series: str
    title: str
    blocks: tuple[Block, ...]
    is_new: bool
    given: bool
    reason: Message | None = None


def series_of(title: str, plan: Plan, given: str | None) -> str:
    """The id of the series: the one given, or the one of the plan whose name says the same as the title; "" for none."""
    if given:
        return given
    words = _words(title)
    best, most = "", 0.0
    for id_, series in plan.series.items():
        for name in (series.name, id_.replace("-", " ")):
            own = _words(name)
            shared = len(own & words)
            score = shared / max(1, len(own | words)) if shared else 0.0
            if own and (own <= words or words <= own) and score > most:
                best, most = id_, score
    return best


def known_actors(plan: Plan) -> Mapping[str, tuple[str, ...]]:
    """The names of the actors by id, the printed one first."""
    return {id_: (actor.name or id_, *actor.also) for id_, actor in plan.actors.items()}


def known_tags(plan: Plan) -> Mapping[str, str]:
    """The ids of target groups and themes, by their names."""
    both = {**plan.settings.themes, **plan.settings.target_groups}
    return {name: id_ for id_, name in both.items()}


def _words(text: str) -> frozenset[str]:
    return frozenset(word for word in re.findall(r"[^\W_]+", text.lower()) if word not in _SMALL)
