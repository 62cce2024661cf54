"""The names in a list that elzctl printed with commas between them; some hold commas of their own."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from itertools import takewhile

# The rest of a name with a comma in it: "Eén gezin, één plan".
_GOES_ON = re.compile(
    r"(?!(?:de|het|vzw|alle|elke|iedere|the|all|lokale?|sociale?|dienst|stad|gemeente)\s)[a-zà-ÿ]+\s[a-zà-ÿ]+\Z"
)


def printed_list(text: str, find: Callable[[str], str | None]) -> Iterator[tuple[str, str | None]]:
    """The names in a printed list with what is found for each, the longest first: they hold commas too.

    Of a name that nobody knows, two words in small letters behind the comma are the rest.
    """
    bits = text.split(", ") if text else []
    while bits:
        names = [", ".join(bits[:count]).strip() for count in range(len(bits), 0, -1)]
        name = next(filter(find, names), "") or _with_rest(bits, find)
        yield name, find(name)
        del bits[: len(bits) - names.index(name)]


def _with_rest(bits: list[str], find: Callable[[str], str | None]) -> str:
    rest = takewhile(lambda bit: _GOES_ON.match(bit) and not find(bit), bits[1:])
    return ", ".join((bits[0], *rest)).strip()
