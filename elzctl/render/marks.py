"""What is noted in minutes as plain words: ``@id`` as the actor's name, ``#id`` as that of its target group or theme."""

from __future__ import annotations

import re
from functools import lru_cache

from elzctl.model import Plan
from elzctl.render.plain_title import plain_title

_GOES_ON = r"(?!\s+(?:en|of|and|or|plus)\b)\s+[a-zà-ÿ]"
"""What follows a list of names that is part of a sentence, and is whole: no other name comes behind another “and”."""


def in_plain_words(text: str, plan: Plan) -> str:
    """*text* with names for marks, and numbers or titles for ``[[references]]``; unknown ids stand as typed."""
    return plain_title(with_names(text, plan), plan)


def with_names(text: str, plan: Plan, last: str = ", ") -> str:
    """*text* with names for marks; an unknown actor as typed, without its mark, and what is no tag of the plan as it is.

    *last* goes before the last of some actors when the sentence goes on behind them: “A, B en C doen mee”.
    """
    if "@" in text or "#" in text:
        text = _marks().sub(lambda match: match["kept"] or _names(match, plan, last), text)
    return text


def tag_name(name: str, plan: Plan) -> str:
    """What a target group or a theme is called; the id of one that the plan does not know."""
    settings = plan.settings
    return settings.target_groups.get(name) or settings.themes.get(name) or name


def _names(marks: re.Match[str], plan: Plan, last: str) -> str:
    found = re.split(r"[\s,]+", marks[0])
    names = [plan.actor_name(one[1:]) if one[0] == "@" else _tag(one, plan) for one in found]
    if len(names) > 1 and all(one[0] == "@" for one in found) and re.match(_GOES_ON, marks.string[marks.end() :]):
        return f"{', '.join(names[:-1])}{last}{names[-1]}"
    return ", ".join(names)


def _tag(mark: str, plan: Plan) -> str:
    """The name of a tag; “issue #nieuw” and the like stay, for there it is a sign of its own."""
    name = mark[1:]
    return tag_name(name, plan) if name in plan.settings.target_groups or name in plan.settings.themes else mark


@lru_cache(maxsize=1)
def _marks() -> re.Pattern[str]:
    """What a text without a mark does not pay for.  Names that follow each other without a word between them are a list."""
    from elzctl.marked import ACTOR, ADDRESS, TAG

    mark = f"(?:{ACTOR}|{TAG})"
    return re.compile(rf"(?P<kept>{ADDRESS})|{mark}(?:[\s,]+{mark})*")
