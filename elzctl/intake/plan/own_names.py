"""The ids that a document of ours carries beside the names that it prints, as :mod:`elzctl.render.plan_names` writes them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from itertools import zip_longest

from elzctl import ids
from elzctl.record import NamedTuple

_ONE = re.compile(r"(?:\A|, )(?P<kind>actor|group|theme|series|decision):(?P<id>[^=]{1,120})=")

_LONGEST = 1_000_000
"""Characters that are looked at."""


class OwnNames(NamedTuple):
    """The ids by the names that are printed for them."""

    actors: Mapping[str, str]
    groups: Mapping[str, str]
    themes: Mapping[str, str]
    series: Mapping[str, str]
    decisions: Mapping[str, str]

    @property
    def all(self) -> frozenset[str]:
        """Every name of an actor, a group or a theme."""
        return frozenset(name for one in self[:3] for name in one)


def own_names(keywords: str) -> OwnNames:
    """What the keywords of a document say; one that is no id, or another's, is passed over."""
    text = keywords[:_LONGEST].replace("\u200b", "")
    found: dict[str, dict[str, str]] = {"actor": {}, "group": {}, "theme": {}, "series": {}, "decision": {}}
    starts = [*_ONE.finditer(text)]
    for match, after in zip_longest(starts, starts[1:]):
        end = after.start() if after is not None else len(text)
        name, slash, number = match["id"].partition("/")
        if ids.fault(name) is None and bool(slash) == (match["kind"] == "decision") and number.isalnum() == bool(slash):
            found[match["kind"]].setdefault(" ".join(text[match.end() : end].split()), match["id"])
    return OwnNames(*found.values())
