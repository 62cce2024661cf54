"""The goals of a plan as ``plan/goals.yaml``: numbers, titles, mottos, and what they say themselves."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from elzctl.intake.ledger import Fate
from elzctl.intake.paper import Block, Make
from elzctl.intake.plan.below_goals import tells_facts
from elzctl.intake.plan.codes import Level
from elzctl.intake.plan.desk import GUESSED, READ, Desk
from elzctl.intake.plan.draft import with_code, yaml
from elzctl.intake.plan.numbers import Place, number_of
from elzctl.intake.plan.words import prompts
from elzctl.wording import say

GOALS = "plan/goals.yaml"
_MOTTO = re.compile(r"\s+=\s+(?P<motto>[^=].{1,160})\Z")
LONGEST_MOTTO = 14
NOT_CALLED = say("No word or number calls it a goal: it stands above actions.")
NOTHING_BELOW = say("Only its number calls it a goal, and no action stands below it: look whether it is a chapter.")
BEHIND_SIGN = say("It stands behind “=” in the title of the goal.")
IMPLIED = say("The document has no goal between the strategic goal and its actions; elzctl needs one.")


def goals_yaml(places: Sequence[Place], desk: Desk) -> str:
    """The text of the file."""
    below: dict[tuple[int, ...], list[Place]] = {}
    for place in places:
        if place.level is Level.OPERATIONAL:
            below.setdefault(place.number[:1], []).append(place)
    return "".join(_goal(place, desk, "", below) for place in places if place.level is Level.STRATEGIC)


def motto_in(title: str) -> tuple[str, str]:
    """A title without its motto, and the motto: ``… netwerkpartners = een gezond lichaam``."""
    match = _MOTTO.search(title)
    if match is None or (
        "(" in title[: match.start()] and ")" not in title[title[: match.start()].rindex("(") : match.start()]
    ):
        return title, ""
    first = re.split(r"\s+=\s+", title)
    return first[0].rstrip(), " = ".join(part.strip() for part in first[1:])


def _goal(place: Place, desk: Desk, indent: str, below: Mapping[tuple[int, ...], Sequence[Place]]) -> str:
    name = f"goals[{place.label}]"
    title, motto = motto_in(place.title) if not desk.is_own else (place.title, "")
    motto = _styled_motto(place, desk) or motto
    title = desk.line(title, place.id)
    title = title if re.search(r"\w", title) else place.label
    rows = [("id", place.id), ("number", place.label), ("title", title), ("motto", motto)]
    lines = [yaml(key, value, f"{indent}  ") for key, value in rows if value]
    text = _text(place, desk)
    if text:
        lines.append(yaml("text", f"{text}\n", f"{indent}  "))
    lines[1] = with_code(lines[1], place.kept)
    made = f"{indent}- {''.join(lines)[len(indent) + 2 :]}"
    _book(place, title, motto, name, desk)
    under = below.get(place.number, ()) if place.level is Level.STRATEGIC else ()
    if under:
        made += f"{indent}  goals:\n" + "".join(_goal(one, desk, f"{indent}    ", below) for one in under)
    return made


def _text(place: Place, desk: Desk) -> str:
    parts: list[str] = []
    blocks = [block for at, block in enumerate(_below(place)) if at or not _is_motto(block, desk)]
    asked = [block for block in blocks if prompts().fullmatch(block.text)]
    desk.put(asked, Fate.PROMPT)
    blocks = [block for block in blocks if block not in asked]
    if not desk.is_own and tells_facts(blocks):
        desk.formed += blocks
        desk.remarks.append(
            say(
                "{path} has a goal with a label for who or when, and no field for it: {goal}",
                path=GOALS,
                goal=place.label,
            )
        )
    if blocks:
        parts.append(desk.prose(blocks, GOALS, f"goals[{place.label}].text", own=place.id))
    return "\n\n".join(part for part in parts if part)


def _below(place: Place) -> tuple[Block, ...]:
    return place.node.blocks if place.node is not None else ()


def _styled_motto(place: Place, desk: Desk) -> str:
    """The motto that stands below the heading in a style of its own."""
    found = [block for block in _below(place)[:1] if _is_motto(block, desk)]
    for block in found:
        styled = "motto" in block.style
        reason = None if styled else say("It stands right below the goal, short and without a full stop.")
        desk.field(
            GOALS, f"goals[{place.label}].motto", block.text, block.text, (block,), READ if styled else GUESSED, reason
        )
    return found[0].text.strip() if found else ""


def _is_motto(block: Block, desk: Desk) -> bool:
    """By its style; a PDF of ours has none, and prints it on one short line."""
    plain = desk.is_own and desk.ledger.paper.make is Make.PDF and not block.depth and not block.cell
    short = len(block.text.split()) <= LONGEST_MOTTO and block.text.strip()[-1:].isalnum()
    return "motto" in block.style or (plain and short and not prompts().fullmatch(block.text))


def _book(place: Place, title: str, motto: str, name: str, desk: Desk) -> None:
    if place.node is None:
        desk.field(GOALS, f"{name}.title", title, "", (), GUESSED, IMPLIED)
        return
    head = place.node.head
    words = " ".join(block.text for block in head)
    desk.put((*head, *place.node.listing.again), Fate.HEADING, f"{GOALS}#{name}")
    sure, reason = number_of(place)
    desk.field(GOALS, f"{name}.number", place.label, words, head, READ if sure else GUESSED, reason)
    is_guess = place.node.guessed and not desk.is_own
    told = (GUESSED, NOTHING_BELOW if place.node.code else NOT_CALLED) if is_guess else (READ, None)
    desk.field(GOALS, f"{name}.title", title, words, head, *told)
    if motto:
        told = (READ, None) if desk.is_own else (GUESSED, BEHIND_SIGN)
        desk.field(GOALS, f"{name}.motto", motto, words, head, *told)
