"""The status of an action, by its label or by the sentence that says what became of it; with reason, decision and pointer."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import partial
from typing import NamedTuple

from elzctl import dates
from elzctl.intake.paper import Block
from elzctl.intake.plan.desk import GUESSED, READ, UNCLEAR, Desk
from elzctl.intake.plan.draft import Draft
from elzctl.intake.plan.words import plain
from elzctl.terms import LIVE, Status
from elzctl.wording import say

# What a label "Status" may say.
_WORDS = {
    word: status
    for status, words in (
        (Status.PROPOSED, "proposed|voorgesteld|voorstel|idee|nieuw voorstel"),
        (Status.PLANNED, "planned|gepland|te starten|nog te starten|nog niet gestart|niet gestart|in voorbereiding|op te starten|nieuw|not started"),
        (Status.RUNNING, "running|lopend|lopende|bezig|in uitvoering|in progress|actief|gestart|opgestart|doorlopend|op schema|ongoing|active"),
        (Status.ON_HOLD, "on hold|opgeschort|uitgesteld|gepauzeerd|in pauze|tijdelijk gestopt|postponed|suspended|paused"),
        (Status.WAITING, "waiting|wachtend|in afwachting|wacht"),
        (Status.DONE, "done|afgerond|afgewerkt|klaar|gerealiseerd|voltooid|uitgevoerd|completed|finished|complete"),
        (Status.MOVED, "moved|verplaatst|verschoven"),
        (Status.MERGED, "merged|samengevoegd|geïntegreerd"),
        (Status.NOT_RETAINED, "not retained|niet weerhouden|afgekeurd|geweigerd|not granted"),
        (Status.STOPPED, "stopped|gestopt|stopgezet|geschrapt|geannuleerd|afgevoerd|cancelled|discontinued"),
    )
    for word in words.split("|")
}  # fmt: skip
_NUMBER = r"(?:\d+(?:\.\d+)+|[A-Z]{1,4}-?\d+)"
# What a sentence says when it tells what became of an action; the first that fits counts.
_SENTENCES = (
    (Status.MOVED, r"\bverplaatst naar|\bverhuis[dt]\w* naar|\bverschoven naar|\bovergeheveld naar|\bondergebracht (?:bij|in|onder)|\bmoved (?:in)?to\b"),
    (Status.MERGED, rf"\bsamengevoegd|\bgeïntegreerd in|\bgaat op in|\bopgenomen (?:in|binnen|onder) (?:de )?(?:actie|fiche)|\bmeegenomen in (?:de )?actie|\bmerged (?:in)?to|\bmerged with|\b(?:verder|vervolg)\w*\b[^.]*\b(?:gebeurt|verloopt|zit|valt)\b[^.]*\b(?:actie|fiche)\w*\s+{_NUMBER}"),
    (Status.ON_HOLD, r"\bon[ -]hold\b|\bopgeschort|\b(?:wordt|werd|is) (?:\w+ ){0,4}uitgesteld|\bgepauzeerd|\bte pauzeren|\bgeparkeerd|\bin de koelkast|\bpostponed|\bsuspended"),
    (Status.STOPPED, r"\bstopgezet|\bstop te zetten|\bgeschrapt|\bafgevoerd\b|\bte schrappen|\b(?:is|wordt|werd) (?:\w+ ){0,4}gestopt|\bniet (?:meer |langer )?verdergezet|\bvervalt\b|\bstopped\b|\bcancelled|\bdiscontinued"),
    (Status.NOT_RETAINED, r"\bniet (?:werd|werden|wordt|is) (?:weerhouden|geselecteerd|goedgekeurd|toegekend|gehonoreerd)|\b(?:werd|werden|wordt|is|zijn) (?:\w+ ){0,5}niet (?:weerhouden|geselecteerd|goedgekeurd|toegekend|gehonoreerd)|\bnot (?:retained|selected|granted|approved)"),
    (Status.DONE, r"\b(?:is|zijn|werd|wordt|zal|was) (?:\w+ ){0,5}(?:afgerond|afgewerkt|voltooid|beëindigd)|\b(?:afgerond|afgewerkt|voltooid|beëindigd) (?:is|zijn|werd|wordt|zal)|\bis klaar\b|\b(?:is|zijn|werd|werden) (?:\w+ ){0,5}gerealiseerd|\b(?:is|was|has been) (?:completed|finished|done)"),
    (Status.WAITING, r"\bin afwachting van|\bwacht(?:en)? (?:we |nog )?op|\bwaiting for|\bawaiting|\bpending\b"),
)  # fmt: skip
_CONDITIONAL = re.compile(r"(?i)\b(?:indien|als|mocht|wanneer|tenzij|if|unless)\b")
# What is denied, or said of something else, tells no status; neither does what a form of words has in itself.
_DENIED = re.compile(
    r"(?i)\b(?:niet|nooit|geen|nog geen|not|never)\b(?! (?:meer|langer|weerhouden|geselecteerd|goedgekeurd|toegekend|gehonoreerd|retained|selected|granted|approved)\b)"
)
_OTHER = re.compile(
    r"(?i)\b(?:gelijkaardige?|soortgelijke?|vergelijkbare?|andere?|vorige|eerdere?|vroegere?|similar|other|another|previous|earlier) (?:\w+ )?(?:actie|project|werking|initiatief|zone|eerstelijnszone|gemeente|regio|organisatie|action|sheet)"
)
_PAST = re.compile(r"(?i)\b(?:stond(?:en)?|had(?:den)?|had been)\b")
_LATER = re.compile(
    r"(?i)\b(?:schuift door|schuiven door|doorgeschoven|verschuift|verschoven|pas (?:vanaf |in )?20\d\d|postponed to)\b|\A(?:zie|see) (?:ook )?(?:actie|fiche|actiefiche|action)\b.{0,24}\Z"
)
_NEAR = 30  # characters
_MOST_WORDS = 16
"""Of a sentence that stands by itself."""
_OF_THIS = re.compile(r"(?i)\b(?:deze|dit|de|onze|this|the)\s+(?:actie|actiefiche|fiche|project|action|sheet)\b")
_BODY = re.compile(
    r"(?i:bestuursorgaan|raad van bestuur|algemene vergadering|dagelijks bestuur|schepencollege|college van burgemeester en schepenen|gemeenteraad|vast bureau"
    r"|zorgraad|stuurgroep(?: [A-Z]\w+)?|kerngroep|directiecomité|managementteam|board|steering group|council)(?P<of> van (?:de |het )?[A-Z][\w-]*(?: [A-Z][\w-]*)*)?"
)
_DECIDED = re.compile(
    r"(?i)\b(?:besli(?:st|ste|sten|ssing)|besloten|besloot|besluit|goedgekeurd|gevraagd|decided|decision|approved)\b"
)
_SENTENCE_END = re.compile(r"(?<=[.!?])\s+(?=[A-Z“‘\"'(➔])")
# A sentence without a subject, that begins with what became of the action.
_OPENING = (
    (Status.ON_HOLD, r"(?:uitgesteld|opgeschort|on hold|gepauzeerd|postponed|suspended)\b"),
    (Status.STOPPED, r"(?:stopgezet|gestopt|geschrapt|geannuleerd|afgevoerd|stopped|cancelled)\b"),
    (Status.DONE, r"(?:afgerond|afgewerkt|voltooid|gerealiseerd|klaar|completed|finished|done)\b"),
    (Status.NOT_RETAINED, r"(?:niet weerhouden|niet goedgekeurd|niet geselecteerd|not retained|not granted)\b"),
    (Status.MERGED, r"(?:samengevoegd|merged)\b"),
    (Status.WAITING, r"(?:in afwachting|wacht op|waiting for|awaiting)\b"),
)
NOT_SAID = say("The document says nothing of a status.")
NOT_CLEAR = say("The document does not say clearly how it stands: look at these words.")
LATER = say("It is to be finished after the plan begins.")
NO_POINTER = say(
    "It is not said into which action of this plan: that has to be filled in, and then the status can be moved or merged."
)


class Told(NamedTuple):
    """A status, the sentence that tells it, and where it stands; ``None``: what it tells is not clear."""

    status: Status | None
    sentence: str
    block: Block


def word(text: str) -> Status | None:
    """The status that a word or a few words behind a label name."""
    words = plain(text)
    return _WORDS.get(words) or next(
        (status for known, status in _WORDS.items() if words.startswith(f"{known} ")), None
    )


def told(blocks: Sequence[Block], *, of_this: bool) -> Told | None:
    """What the text of an action says of its status; with *of_this* only in a sentence that speaks of the action itself."""
    unclear: Told | None = None
    for block in blocks[:1]:
        for status, pattern in _OPENING:
            if re.match(rf"(?i)\W*{pattern}", block.text) and len(block.text.split()) > 1:
                return Told(status, sentences(block.text)[0], block)
    for status, pattern in _SENTENCES:
        for block in blocks:
            for sentence in sentences(block.text):
                found = re.search(f"(?i){pattern}", sentence)
                if found is None or (of_this and not _OF_THIS.search(sentence)):
                    continue
                if _CONDITIONAL.search(sentence[: found.start()]):
                    continue
                said = "" if status is Status.NOT_RETAINED else found[0]
                if not _is_denied(sentence, found.start(), said) and not _OTHER.search(sentence):
                    return Told(status, sentence, block)
                unclear = unclear or Told(None, sentence, block)
    return unclear or _later(blocks, of_this=of_this)


def _later(blocks: Sequence[Block], *, of_this: bool) -> Told | None:
    """Words that put the action off, or send the reader to another one, and do not say what it is called then."""
    said = ((block, sentence) for block in blocks for sentence in sentences(block.text))
    later = ((block, sentence) for block, sentence in said if _LATER.search(sentence))
    return next((Told(None, said, block) for block, said in later if not of_this or _OF_THIS.search(said)), None)


def told_alone(blocks: Sequence[Block]) -> Told | None:
    """What a paragraph says that is about nothing but how the action itself stands, anywhere in its text."""
    for block in blocks:
        is_short = len(sentences(block.text)) == 1 and len(block.text.split()) <= _MOST_WORDS
        if is_short and not _CONDITIONAL.search(block.text) and not _PAST.search(block.text):
            found = told([block], of_this=True)
            is_opening = any(re.match(rf"(?i){pattern[:-2]}\s*:", block.text) for _, pattern in _OPENING)
            if found is not None and (is_opening or _OF_THIS.match(block.text)):
                return found
    return None


def _is_denied(sentence: str, place: int, said: str) -> bool:
    """True when "not" stands in what is *said* there, or shortly before it in the same clause."""
    before = re.split(r"[,;:]", sentence[max(0, place - _NEAR) : place])[-1]
    return _DENIED.search(before + said) is not None


def sentences(text: str) -> list[str]:
    """The sentences of a text."""
    return [part.strip() for part in _SENTENCE_END.split(text) if part.strip()]


def state(found: Told, draft: Draft, desk: Desk, own: str) -> str:
    """Fills in the status with what belongs to it; returns the sentence that went into ``reason``."""
    assert found.status is not None
    status = _in_time(found.status, found, draft, desk)
    if status in LIVE:
        desk.fill(draft, "status", status.value, (found.block,), GUESSED, LATER, words=found.sentence)
        return ""
    target = desk.references.first(found.sentence, own)
    reason = None
    if status in (Status.MOVED, Status.MERGED) and (target is None or not target.is_action):
        status, reason = Status.STOPPED, NO_POINTER
    fill = partial(desk.fill, draft, blocks=(found.block,), words=found.sentence)
    fill("status", status.value, certainty=UNCLEAR if reason else READ, reason=reason)
    if target is not None and status in (Status.MOVED, Status.MERGED):
        fill("into", target.id)
    line = desk.line(found.sentence, own)
    if status is Status.WAITING:
        fill("condition", {"what": line}, certainty=GUESSED, reason=say("The whole sentence was taken."))
    fill("reason", line)
    _decision(found, draft, desk)
    return found.sentence


def _in_time(status: Status, found: Told, draft: Draft, desk: Desk) -> Status:
    """Done, unless it is only to be done in the year of the plan or later."""
    day = next((value for _, _, value in dates.find(found.sentence)), None)
    if status is not Status.DONE or day is None:
        return status
    to_come = re.search(r"(?i)\b(?:zal|wordt|will|moet)\b", found.sentence)
    if to_come and desk.year is not None and day.last >= desk.year.first:
        draft.values["due"] = day.text
        desk.field(
            draft.path,
            "due",
            day.text,
            found.sentence,
            (found.block,),
            GUESSED,
            say("The sentence says when it will be finished."),
        )
        return Status.RUNNING
    reason = say("The date in the sentence that tells the status.")
    desk.fill(draft, "since", day.text, (found.block,), GUESSED, reason, words=found.sentence)
    return Status.DONE


def _decision(found: Told, draft: Draft, desk: Desk) -> None:
    body = _BODY.search(found.sentence)
    day = next((value for _, _, value in dates.find(found.sentence)), None)
    decided = bool(_DECIDED.search(found.sentence))
    if (body is None or day is None) and not (decided and (body or day)):
        return
    made: dict[str, str | tuple[str, ...]] = {}
    if body is not None:
        of = (body["of"] or "").removeprefix(" van ")
        is_own = bool(of) and desk.actors.find(of) == desk.actors.own != ""
        made["body"] = desk.actor(body[0].removesuffix(body["of"]) if is_own else body[0])
        desk.field(draft.path, "decision.body", str(made["body"]), body[0], (found.block,))
    if day is not None:
        made["on"] = day.text
        desk.field(draft.path, "decision.on", day.text, found.sentence, (found.block,))
        if "since" not in draft.values:
            draft.values["since"] = day.text
            desk.field(
                draft.path, "since", day.text, found.sentence, (found.block,), GUESSED, say("The day of the decision.")
            )
    draft.values["decision"] = made
