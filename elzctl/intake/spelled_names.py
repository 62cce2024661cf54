"""Other ways to write the name of an organisation: as one word or more, in the plural, without its small words."""

from __future__ import annotations

from functools import lru_cache

from elzctl.intake.named import key
from elzctl.intake.singular import singular

_SHORTEST = 5  # letters of a name; a shorter one is an abbreviation
_SMALL = frozenset("van voor de het der den ten ter te in op of for the".split())


@lru_cache(maxsize=4096)
def spellings(name: str) -> tuple[str, ...]:
    """The letters that are the same for the ways to write a name; none for a short one."""
    words = [word for word in key(name).split() if word not in _SMALL]
    ways = dict.fromkeys(("".join(words), "".join(map(singular, words))))
    return tuple(one for one in ways if len(one) >= _SHORTEST and not one.isdigit())
