"""What stands behind the plan: the timeline, lists, matrices; each only when there is something in it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from elzctl.render.plan_decisions import decisions
from elzctl.render.plan_lists import abbreviations, by_month, indicators, leads
from elzctl.render.plan_matrices import partners, target_groups
from elzctl.render.plan_text import PlanText
from elzctl.render.plan_timeline import timeline
from elzctl.render.tree import Block, Heading, Part, Text
from elzctl.wording import Message, say

APPENDIX = "appendix."
"""How the anchors of what has no id begin: no id has a full stop."""

_ALL: tuple[tuple[str, Message, Callable[[PlanText], tuple[Block, ...]]], ...] = (
    ("timeline", say("Timeline"), lambda text: timeline(text, text.today)),
    ("deadlines", say("Steps and deadlines by month"), by_month),
    ("leads", say("Leads and their actions"), leads),
    ("groups", say("Target groups and actions"), target_groups),
    ("partners", say("Who carries how much"), partners),
    ("indicators", say("Indicators"), indicators),
    ("decisions", say("Decisions"), decisions),
)


def appendices(text: PlanText, before: tuple[Part, ...]) -> Iterator[Part]:
    """Those that are not empty, with numbers; *before* are the parts that they stand behind."""
    found = [(name, title, draw(text)) for name, title, draw in _ALL]
    drawn = tuple(_numbered(found, text))
    yield from drawn
    found.append(("abbreviations", say("Abbreviations"), abbreviations(text, (*before, *drawn))))
    yield from tuple(_numbered(found, text))[len(drawn) :]


def _numbered(found: Iterable[tuple[str, Message, tuple[Block, ...]]], text: PlanText) -> Iterator[Part]:
    filled = [one for one in found if one[2]]
    for number, (name, title, blocks) in enumerate(filled, start=1):
        label = text.say(say("Appendix {number}", number=number))
        yield Part("appendix", (Heading(1, f"{APPENDIX}{name}", (Text(text.say(title)),), label), *blocks))
