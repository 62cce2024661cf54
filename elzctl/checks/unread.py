"""Values that are written and could not be read: what they would say is not known, and the error has been told."""

from __future__ import annotations

from elzctl.fiche import Spans

SHORTEST = 4
"""``[]``, ``[ ]`` and two or three letters say that nothing is there yet."""


def is_unread(at: Spans, key: str) -> bool:
    """True when something stands behind *key*, asked for a key whose value is not there.

    The place of an empty value is the key itself.
    """
    place = at.get(key)
    return place is not None and place.end - place.start >= SHORTEST and place.end - place.start != len(key)
