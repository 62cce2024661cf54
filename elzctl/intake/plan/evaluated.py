"""Criteria under *Evaluatie*, which no label calls indicators: *20 apotheken doen mee*, *minstens 4 groepen*; guesses, all of them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from elzctl.intake.paper import Block
from elzctl.intake.plan.desk import UNCLEAR, Desk
from elzctl.intake.plan.draft import Draft
from elzctl.intake.plan.form import Form
from elzctl.intake.plan.indicators import LABELS, begins_with_target, indicator, several, target_in
from elzctl.intake.plan.number_words import in_figures
from elzctl.intake.plan.state import sentences
from elzctl.intake.plan.words import Label
from elzctl.wording import say

UNDER_EVALUATION = say("It stands under “Evaluation”, and no label calls it an indicator: it stays in the text too.")
NO_CRITERION = say(
    "A number stands there, under “Evaluation”: make an indicator of it when it is aimed at; the words stay in the text."
)
IN_TEXT = say(
    "A sentence tells that so many are aimed at, and no label calls it an indicator: it stays in the text too."
)
_IN_TEXT = (Label.INTRO, Label.WHAT, Label.HOW, Label.DO)
MOST_WORDS = 20
"""Of a criterion."""
_COUNTED = re.compile(r"(?i)(?:het |the )?(?:aantal|percentage|aandeel|number of|share of)\s+[^\W\d]")
# What is done to evaluate, or when it is.
_DOES = re.compile(
    r"(?i)(?<!\w)(?:evaluatie\w*|evalue\w+|bespre(?:ek|k)\w*|besproken|bevra(?:ag|g)\w*|overleg(?:gen|t)?|nabespreking|bijsturen|evaluat\w+|discuss\w*|survey\w*|review\w*)(?!\w)"
)
# In a sentence: that so many are aimed at; and that they are not, or that it is how it was.
_WISHED = (
    r"(?<!\w)(?:(?:mikken|rekenen|hopen)(?: (?:we|wij|hierbij|ook))? op|(?:we |wij )?streven(?: we| wij)? naar|richtcijfer|streefcijfer|streefdoel|streefwaarde|aim (?:for|at)|hope for)(?!\w)"
    r"|(?<!\w)(?:willen|moeten|wil|moet|zullen)(?: [a-zà-ÿ]+){0,4} (?=\d[\d.]* (?:[a-zà-ÿ-]+ ){1,4}(?:bereiken|begeleiden|opleiden|vormen|organiseren|houden|toeleiden|bezoeken|uitdelen|verdelen|verspreiden|aanwerven|vinden|plaatsen|opzetten|oprichten|inrichten|realiseren|halen)(?!\w))"
)
_WISHED_FOR = re.compile(rf"(?i){_WISHED}")
_AIMED = re.compile(
    rf"(?i){_WISHED}|(?<!\w)(?:minstens|minimaal|minimum|ten minste|tenminste|at least)(?!\w)|\d\s?% van (?:de|het|onze|alle)(?!\w)"
)
_WAS = re.compile(
    r"(?i)(?<!\w)(?:was|waren|had|hadden|werd|werden|kwamen|kwam|bereikten|bereikte|haalden|haalde|deden|deed|namen|nam|telden|gaven|vorig jaar|nulmeting|momenteel|vandaag|vroeger|tot nu toe|vertrekken|niet|geen|were|had|last year|not)(?!\w)|\?\s*\Z"
)


def evaluated(form: Form, draft: Draft, desk: Desk) -> None:
    """Adds the criteria under *Evaluatie*, or where it has none those in sentences, to an action that has no label for indicators; the report names what it left."""
    if form.of(*LABELS):
        return
    found: list[dict[str, str]] = []
    for sentence, block in _said(form, *_IN_TEXT) if not form.of(Label.EVALUATION) else ():
        if _WISHED_FOR.search(in_figures(sentence)) and _is_aimed_at(sentence):
            found.append(indicator(sentence, (block,), None, len(found), draft, desk, IN_TEXT))
    for sentence, block in _said(form, Label.EVALUATION):
        parts = several(sentence)
        if all(map(_is_criterion, parts)) or (len(parts) == 1 and _is_aimed_at(sentence)):
            found += [
                indicator(one, (block,), None, len(found) + at, draft, desk, UNDER_EVALUATION)
                for at, one in enumerate(parts)
            ]
        elif target_in(sentence) is not None:
            desk.field(draft.path, "indicators", "", sentence, (block,), UNCLEAR, NO_CRITERION)
    if found:
        draft.values["indicators"] = tuple(found)


def _said(form: Form, *labels: Label) -> Iterator[tuple[str, Block]]:
    for piece in form.of(*labels):
        for block in piece.blocks:
            yield from ((sentence, block) for sentence in sentences(block.text))


def _is_aimed_at(sentence: str) -> bool:
    """True for a sentence that says that its one number is aimed at, and not how many it was or how it is evaluated."""
    if len(sentence.split()) > MOST_WORDS or _DOES.match(sentence) or _WAS.search(sentence):
        return False
    return _AIMED.search(in_figures(sentence)) is not None and target_in(sentence) is not None


def _is_criterion(text: str) -> bool:
    """True for a line that begins with what is counted, or with how many, and does not tell how it is evaluated."""
    if len(text.split()) > MOST_WORDS or _DOES.match(text) or text.rstrip().endswith(("?", ":")):
        return False
    if _COUNTED.match(text):
        return True
    return begins_with_target(text) and _DOES.search(text) is None
