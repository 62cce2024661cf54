"""Who decided on an action, and when: *Beslist door het bestuursorgaan van 11 juni 2026*."""

from __future__ import annotations

import re

from elzctl import dates
from elzctl.intake.paper import Block
from elzctl.intake.plan.desk import GUESSED, Desk
from elzctl.intake.plan.draft import Draft
from elzctl.wording import say

_BODY = re.compile(
    r"(?i:bestuursorgaan|(?<=\bhet )bestuur(?!\w)|raad van bestuur|algemene vergadering|dagelijks bestuur|schepencollege|college van burgemeester en schepenen|gemeenteraad|vast bureau"
    r"|zorgraad|stuurgroep(?: (?-i:[A-Z])\w+\+?)?|kerngroep|directiecomité|managementteam|(?:(?<=\bde )|(?<=\bhet ))(?:cluster|clusteroverleg|werkgroep|partneroverleg|overleggroep)(?: (?!op\b|in\b|van\b|om\b|dat\b|die\b|tijdens\b|heeft\b|wil\b|besl|ging\b|gaf\b|keur|vroeg|werd\b|is\b|was\b|kwam\b|en\b)[a-zà-ÿ]{3,})?|board|steering group|council)(?P<of> van (?:de |het )?[A-Z][\w-]*(?: [A-Z][\w-]*)*)?"
)
DECIDED = re.compile(
    r"(?i)\b(?:besli(?:st|ste|sten|ssing)|besloten|besloot|besluit|goedgekeurd|gevraagd|decided|decision|approved)\b"
)


def has_decision(sentence: str) -> bool:
    """True for a sentence that tells who decided, or when it was decided."""
    return DECIDED.search(sentence) is not None and (
        _BODY.search(sentence) is not None or any(True for _ in dates.find(sentence))
    )


def decision(sentence: str, block: Block, draft: Draft, desk: Desk) -> None:
    """Fills in who decided it and when, where the sentence tells that."""
    decided = DECIDED.search(sentence)
    at = decided.start() if decided is not None else 0
    # Who and when stand beside the deciding: others in the sentence did something else.
    bodies = sorted(
        _BODY.finditer(sentence), key=lambda one: (one.start() > at, -one.start() if one.start() < at else one.start())
    )
    body = bodies[0] if bodies else None
    days = sorted(dates.find(sentence), key=lambda one: (one[0] < at, one[0]))
    day = days[0][2] if days else None
    if (body is None or day is None) and not (decided is not None and (body or day)):
        return
    made: dict[str, str | tuple[str, ...]] = {}
    if body is not None:
        of = (body["of"] or "").removeprefix(" van ")
        is_own = bool(of) and desk.actors.find(of) == desk.actors.own != ""
        made["body"] = desk.actor(body[0].removesuffix(body["of"]) if is_own else body[0])
        desk.field(draft.path, "decision.body", str(made["body"]), body[0], (block,))
    if day is not None:
        made["on"] = day.text
        desk.field(draft.path, "decision.on", day.text, sentence, (block,))
        if "since" not in draft.values:
            draft.values["since"] = day.text
            desk.field(draft.path, "since", day.text, sentence, (block,), GUESSED, say("The day of the decision."))
    draft.values["decision"] = made
