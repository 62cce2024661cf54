"""What is noted in minutes as plain words: ``@id`` as the actor's name, ``#id`` as that of its target group or theme."""

from __future__ import annotations

import re
from functools import lru_cache

from elzctl.model import Plan
from elzctl.render.plain_title import plain_title


def in_plain_words(text: str, plan: Plan) -> str:
    """*text* with names for marks, and numbers or titles for ``[[references]]``; unknown ids stand as typed."""
    return plain_title(with_names(text, plan), plan)


def with_names(text: str, plan: Plan) -> str:
    """*text* with names for marks; an unknown id as typed, without its mark."""
    if "@" in text or "#" in text:
        text = _marks().sub(lambda match: match["kept"] or _names(match[0], plan), text)
    return text


def tag_name(name: str, plan: Plan) -> str:
    """What a target group or a theme is called; the id of one that the plan does not know."""
    settings = plan.settings
    return settings.target_groups.get(name) or settings.themes.get(name) or name


def _names(marks: str, plan: Plan) -> str:
    found = re.split(r"[\s,]+", marks)
    return ", ".join(plan.actor_name(one[1:]) if one[0] == "@" else tag_name(one[1:], plan) for one in found)


@lru_cache(maxsize=1)
def _marks() -> re.Pattern[str]:
    """What a text without a mark does not pay for.  Names that follow each other without a word between them are a list."""
    from elzctl.marked import ACTOR, ADDRESS, TAG

    mark = f"(?:{ACTOR}|{TAG})"
    return re.compile(rf"(?P<kept>{ADDRESS})|{mark}(?:[\s,]+{mark})*")
