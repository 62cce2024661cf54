"""What kind of document it is that was handed over: a plan, or the minutes of a meeting."""

from __future__ import annotations

import re

from elzctl.intake.paper import Block, Paper
from elzctl.intake.plan.codes import head
from elzctl.wording import Message, say

_MINUTES = re.compile(r"(?i)\b(?:verslag\b|notulen\b|minutes\b(?!\s+(?:walk|away)))")
_THERE = re.compile(
    r"(?i)\W*(?P<word>aanwezig|verontschuldigd|afwezig|verslaggever|verslagnemer|present|attend|excused|apologies|absent)(?:en|e|ees|ance)?\b\W*(?:\Z|[:(]|\w)"
)
_PLAN = re.compile(r"(?i)\b(?:(?:jaar|actie|beleids|meerjaren|jaaractie)plan\b|action plan\b|annual plan\b)")
_TOP, _HEAD = 30, 6
"""Blocks among which those stand that tell who was there, and what the document is called."""
_LONGEST = 400
FEWEST = 3


def not_a_plan(paper: Paper) -> Message | None:
    """A remark for who takes in a plan, when this looks like minutes."""
    if not _is_minutes(paper):
        return None
    return say("This looks like minutes of a meeting: take those in with {command}.", command="elzctl import minutes")


def not_minutes(paper: Paper) -> Message | None:
    """A remark for who takes in minutes, when this looks like a plan."""
    if _is_minutes(paper) or not _is_plan(paper):
        return None
    return say("This looks like a plan: take it in with {command}.", command="elzctl import plan")


def _is_minutes(paper: Paper) -> bool:
    """Two kinds of people who were there or not; or one below a title that says so."""
    blocks = _said(paper)[:_TOP]
    kinds = {match["word"].lower() for block in blocks if (match := _THERE.match(block.text))}
    called = any(_MINUTES.search(block.text) and len(block.text.split()) <= 12 for block in blocks[:_HEAD])
    return len(kinds) >= 2 or (bool(kinds) and called)


def _is_plan(paper: Paper) -> bool:
    """Codes of goals and actions, at more than one level; or one level below a title that says so."""
    blocks = _said(paper)
    called = any(_PLAN.search(block.text) and not _MINUTES.search(block.text) for block in blocks[:_HEAD])
    found = [
        one.level or len(one.numbers)
        for at, block in enumerate(blocks)
        if len(block.text) <= _LONGEST and (one := head(at, block)) is not None and one.numbers
        if one.level or (called and len(one.numbers) > 1)
    ]
    return len(found) >= FEWEST and len(set(found)) > 1 - called


def _said(paper: Paper) -> list[Block]:
    return [block for block in paper.blocks if block.text.strip()]
