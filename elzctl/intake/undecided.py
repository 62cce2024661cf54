"""Words in running text that might name somebody, where nothing shows whether they do: a person looks at them."""

from __future__ import annotations

import re
from collections.abc import Callable, Container, Iterable, Sequence
from itertools import chain

from elzctl.intake import doubtful, inside, persons
from elzctl.intake.folded import places
from elzctl.intake.houses import Houses
from elzctl.intake.paper import Paper
from elzctl.wording import Message, say

_LONE = re.compile(r"(?<=[a-z,;]\s)(?P<name>[A-Z][a-z]{2,}(?:-[A-Z][a-z]+)?)(?![\w’'&+/-]|\s[A-Z])")
# Things and houses have an article, and places stand behind *in*.
_BEFORE = re.compile(
    r"(?i)(?<!\w)(?:de|het|een|ons|onze|deze|dit|elke|in|te|naar|uit|rond|regio|the|an?|our|this|in|at|from)\s\Z"
)
_MOST = 25  # names; more would not be read


def undecided(
    paper: Paper, small: Container[str], known: Sequence[str], found: Callable[[str], Iterable[persons.Name]]
) -> Message | None:
    """What to tell about the words of *paper* with a capital inside a sentence that nothing decides, each once with its line.

    *small* are its words in small letters, *known* the names of its organisations; *found* gives the people in a text.
    """
    houses = Houses(known)
    parts = frozenset(word for name in known for word in name.split())
    told: dict[str, int] = {}
    for block in paper.blocks:
        plain, at = places(block.text)
        loose = [one for one in _LONE.finditer(plain) if not _is_settled(one, plain, small, parts)]
        named = list(inside.perhaps(block.text))
        if not loose and not named:
            continue
        taken = [(one.first, one.last) for one in found(block.text)]
        spans = tuple(houses.spans(plain))
        clear = (one.span() for one in loose if not any(start <= one.start() < end for start, end in spans))
        for first, last in chain(((at[start], at[end]) for start, end in clear), named):
            if not any(start < last and first < end for start, end in taken):
                words = block.text[first:last].strip(" .,;:!?()")
                told.setdefault(words, paper.lines[block.lines[0]].number if block.lines else 0)
    if not told:
        return None
    names = ", ".join(f"{word} ({line})" for word, line in list(told.items())[:_MOST])
    return say(
        "Nothing shows whether these words name a person (behind each the number of its line): {names}. Look at them before you publish.",
        names=names,
    )


def _is_settled(one: re.Match[str], plain: str, small: Container[str], parts: Container[str]) -> bool:
    word = one["name"]
    is_thing = _BEFORE.search(plain, max(0, one.start() - 10), one.start()) is not None
    return is_thing or word in parts or doubtful.is_known(word, small)
