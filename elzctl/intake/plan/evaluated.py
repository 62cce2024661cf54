"""Criteria under *Evaluatie*, which no label calls indicators: *20 apotheken doen mee*, *minstens 4 groepen*; guesses, all of them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from elzctl.intake.paper import Block
from elzctl.intake.plan.desk import UNCLEAR, Desk
from elzctl.intake.plan.draft import Draft
from elzctl.intake.plan.form import Form
from elzctl.intake.plan.indicators import LABELS, begins_with_target, indicator, several, target_in
from elzctl.intake.plan.state import sentences
from elzctl.intake.plan.words import Label
from elzctl.wording import say

UNDER_EVALUATION = say("It stands under “Evaluation”, and no label calls it an indicator: it stays in the text too.")
NO_CRITERION = say(
    "A number stands there, under “Evaluation”: make an indicator of it when it is aimed at; the words stay in the text."
)
MOST_WORDS = 20
"""Of a criterion."""
_COUNTED = re.compile(r"(?i)(?:het |the )?(?:aantal|percentage|aandeel|number of|share of)\s+[^\W\d]")
# What is done to evaluate, or when it is.
_DOES = re.compile(
    r"(?i)(?<!\w)(?:evaluatie\w*|evalue\w+|bespre(?:ek|k)\w*|besproken|bevra(?:ag|g)\w*|overleg(?:gen|t)?|nabespreking|bijsturen|evaluat\w+|discuss\w*|survey\w*|review\w*)(?!\w)"
)


def evaluated(form: Form, draft: Draft, desk: Desk) -> None:
    """Adds the criteria under *Evaluatie* to an action that has no label for indicators; the report names what it left."""
    if form.of(*LABELS):
        return
    found: list[dict[str, str]] = []
    for sentence, block in _said(form):
        parts = several(sentence)
        if all(map(_is_criterion, parts)):
            found += [
                indicator(one, (block,), None, len(found) + at, draft, desk, UNDER_EVALUATION)
                for at, one in enumerate(parts)
            ]
        elif target_in(sentence) is not None:
            desk.field(draft.path, "indicators", "", sentence, (block,), UNCLEAR, NO_CRITERION)
    if found:
        draft.values["indicators"] = tuple(found)


def _said(form: Form) -> Iterator[tuple[str, Block]]:
    for piece in form.of(Label.EVALUATION):
        for block in piece.blocks:
            yield from ((sentence, block) for sentence in sentences(block.text))


def _is_criterion(text: str) -> bool:
    """True for a line that begins with what is counted, or with how many, and does not tell how it is evaluated."""
    if len(text.split()) > MOST_WORDS or _DOES.match(text) or text.rstrip().endswith(("?", ":")):
        return False
    if _COUNTED.match(text):
        return True
    return begins_with_target(text) and _DOES.search(text) is None
