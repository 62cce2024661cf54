"""Values as our own documents print them, read back."""

from __future__ import annotations

import re

from elzctl import dates
from elzctl.dates import VagueDate
from elzctl.intake.paper import Block
from elzctl.intake.plan.draft import Value
from elzctl.intake.plan.own_words import DETAILS, PERS
from elzctl.intake.plan.times import period_in

Record = dict[str, Value]


def stretch(text: str) -> tuple[str, str]:
    """Start and due of a period as it is printed; one date alone is both."""
    start, due = period_in(text.strip())
    if start is None and due is not None and due.text == text.strip():
        start = due
    return (start.text if start else "", due.text if due else "")


def apart(block: Block) -> list[Block]:
    """An indicator and the lines below it, where a reader joined them to one."""
    if not block.marker and detail(block.text) is None:
        return [block]
    labels = "|".join(map(re.escape, DETAILS))
    first, *more = re.split(rf"\s(?=(?:{labels}): )", block.text)
    return (
        [block._replace(text=first), *(block._replace(text=text, marker="", spans=()) for text in more)]
        if more
        else [block]
    )


def detail(text: str) -> tuple[str, str] | None:
    """The key of a line below an indicator, and what it says."""
    label, colon, words = text.partition(": ")
    return (DETAILS[label], words.strip()) if colon and label in DETAILS else None


def amount(words: str, key: str) -> Record:
    """A target or a unit, with what it counts per: ``4 keer per jaar``."""
    per = next((value for said, value in PERS.items() if words == said or words.endswith(f" {said}")), "")
    said = next((said for said, value in PERS.items() if value == per and words.endswith(said)), "")
    rest = words[: len(words) - len(said)].strip() if per else words
    number, _, unit = rest.partition(" ") if key == "target" else ("", "", rest)
    found = {"target": number, "unit": unit.strip(), "per": per}
    return {name: value for name, value in found.items() if value}


def measured(words: str) -> Record:
    """What was measured, each with its day and remark: ``3 van 4 keer (30 juni 2025, tussentijds)``."""
    rows = []
    for one in words.split("; "):
        match = re.match(r"(?P<value>-?[\d.,]+\s?%?)", one)
        remark = re.search(r"\((?P<in>[^()]*)\)\s*\Z", one)
        on, _, note = remark["in"].partition(", ") if remark else ("", "", "")
        if not isinstance(dates.read(on), VagueDate):
            on, note = "", remark["in"] if remark else ""
        rows.append({"on": on, "value": match["value"].strip() if match else "", "note": note})
    return {"measured": tuple(rows)}
