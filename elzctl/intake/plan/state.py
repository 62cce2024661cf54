"""The status of an action, by its label or by the sentence that says what became of it; with reason, decision and pointer."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import partial

from elzctl import dates
from elzctl.intake.paper import Block
from elzctl.intake.plan.clause import About, Mood, mood
from elzctl.intake.plan.clause_words import CONTRARY, PLACE
from elzctl.intake.plan.decided import DECIDED, decision, has_decision
from elzctl.intake.plan.desk import GUESSED, READ, UNCLEAR, Desk
from elzctl.intake.plan.draft import Draft
from elzctl.record import NamedTuple
from elzctl.terms import LIVE, Status
from elzctl.wording import say

_NUMBER = r"(?:\d+(?:\.\d+)+|[A-Z]{1,4}-?\d+)"
# What a sentence says when it tells what became of an action; the first that fits counts.
_SENTENCES = (
    (Status.MOVED, r"\bverplaatst naar|\bverhuis[dt]\w* naar|\bverschoven naar|\bovergeheveld naar|\bondergebracht (?:bij|in|onder)|\bmoved (?:in)?to\b"),
    (Status.MERGED, rf"\bsamengevoegd\b|\bgeïntegreerd in|\bgaat op in|\bopgenomen (?:in|binnen|onder) (?:de )?(?:actie|fiche)|\bmeegenomen in (?:de )?actie|\bmerged (?:in)?to|\bmerged with|\b(?:verder|vervolg)\w*\b[^.]*\b(?:gebeurt|verloopt|zit|valt)\b[^.]*\b(?:actie|fiche)\w*\s+{_NUMBER}"),
    (Status.ON_HOLD, r"\bon[ -]hold\b|\bopgeschort\b|\b(?:wordt|werd|is) (?:\w+ ){0,4}uitgesteld|\bgepauzeerd\b|\bpauzeerden?\b|\b(?:ligt|liggen) (?:\w+ ){0,4}stil\b|\bstaat (?:(?:even|nu|al|momenteel|voorlopig|tijdelijk|helemaal|deze|de|actie) ){0,4}stil\b(?! bij\b)|\b(?:tijdelijk|voorlopig) (?:stopgezet|gestopt)\b|\bstilgelegd\b|\bte pauzeren|\bgeparkeerd\b|\bin de koelkast|\bpostponed|\bsuspended"),
    (Status.STOPPED, r"(?<!\btijdelijk )(?<!\bvoorlopig )\bstopgezet\b|\bstop te zetten|\bgeschrapt\b|\bschrapten?\b|\bannuleerden?\b|\bafgevoerd\b|\bte schrappen|\b(?:is|wordt|werd) (?:\w+ ){0,4}(?<!\btijdelijk )(?<!\bvoorlopig )gestopt|\bzijn (?:hier|er|daar)mee (?:\w+ ){0,3}gestopt|(?<=\bactie )niet (?:meer |langer )?uit te voeren|(?<=\bdit )niet (?:meer |langer )?uit te voeren|(?<=\bhiermee )te stoppen|(?<=\bermee )te stoppen|\bniet (?:meer |langer )?(?:verder|voort)gezet|\bvervalt\b|\b(?:gaat|gaan|ging) (?:\w+ ){0,3}niet (?:meer |langer )?door\b(?! (?:de|het|een)\b)|\bniet (?:meer|langer) nodig\b|\b(?:is|zijn) (?:\w+ ){0,3}vervallen\b|\b(?:stopt|stoppen) met (?:deze|de|dit)\b|\b(?:stoppen|zetten) (?:we|wij) (?:deze|de) actie(?: stop)?\b|\bstopped\b|\bcancelled|\bdiscontinued"),
    (Status.NOT_RETAINED, r"\bniet (?:werd|werden|wordt|is) (?:weerhouden|geselecteerd|goedgekeurd|toegekend|gehonoreerd)|\b(?:werd|werden|wordt|is|zijn) (?:\w+ ){0,5}niet (?:weerhouden|geselecteerd|goedgekeurd|toegekend|gehonoreerd)|\bnot (?:retained|selected|granted|approved)"),
    (Status.DONE, r"\b(?:is|zijn|werd|wordt|zal|was) (?:\w+ ){0,5}(?:afgerond|afgewerkt|voltooid|beëindigd)\b|\b(?:afgerond|afgewerkt|voltooid|beëindigd) (?:is|zijn|werd|wordt|zal)|\b(?:is|zijn) (?:\w+ ){0,4}klaar\b(?! (?:tegen|uiterlijk|ten laatste|by)\b)|\b(?:is|zijn|werd|werden) (?:\w+ ){0,5}(?:gerealiseerd|uitgevoerd)\b|\b(?:is|was|has been) (?:completed|finished|done)"),
    (Status.WAITING, r"\bin afwachting van|\bwacht(?:en)? (?:we |nog )?op|\bwaiting for|\bawaiting|\bpending\b"),
)  # fmt: skip
_LATER = re.compile(
    r"(?i)\b(?:schuift door|schuiven door|doorgeschoven|verschuift|verschoven|pas (?:vanaf |in )?20\d\d|postponed to)\b|\A(?:zie|see) (?:ook )?(?:actie|fiche|actiefiche|action)\b.{0,24}\Z"
)
_MOST_WORDS = 16
"""Of a sentence that stands by itself."""
_OF_THIS = re.compile(r"(?i)\b(?:deze|dit|de|onze|this|the)\s+(?:actie|actiefiche|fiche|project|action|sheet)\b")
# A decision on the action itself: it tells how the action stands wherever it is written.
_DECIDED_ON_THIS = re.compile(
    r"(?i)\b(?:beslist|beslisten?|besloot|besloten|decided)\b.{0,80}?\b(?:deze actie|de actie|dit)\s+(?:\w+ ){0,4}?"
    r"(?:(?:on[ -]hold|stop) te zetten|te (?:stoppen|pauzeren|schrappen)|niet (?:meer |langer )?uit te voeren)(?!\w)"
)
_WE_STOP = re.compile(r"(?i)(?:we|wij) stoppen met (?:deze|dit|de) (?:actie|project|fiche|initiatief)(?!\w)")
# What ends an action; after it, nothing of it goes on.
_ENDS = frozenset((Status.DONE, Status.STOPPED))
# Nouns that stand for the action beside *actie* and *project*.
_NOUNS = {
    Status.NOT_RETAINED: "idee projectidee projectvoorstel voorstel aanvraag subsidieaanvraag projectaanvraag dossier kandidatuur application proposal".split(),
    Status.MERGED: "thema doelgroep inhoud werking opvolging uitwerking theme".split(),
    Status.MOVED: "thema doelgroep inhoud werking opvolging uitwerking theme".split(),
}
# States that pass: what was so is no longer.
_STANDS = frozenset((Status.ON_HOLD, Status.WAITING))
_WAS = re.compile(r"(?i)(?<!\w)(?:was|waren|stond|stonden|had|hadden|were)(?!\w)")
_TO_COME = re.compile(r"(?i)(?<!\w)(?:zal|zullen|will)(?!\w)")
_GOES_ON_ELSEWHERE = re.compile(r"(?i)\A(?:verder|vervolg)")
_IS_SENTENCE = re.compile(
    r"(?i)(?<!\w)(?:we|wij|is|zijn|wordt|worden|werd|werden|zal|zullen|blijft|gaat|gaan|loopt|lopen|we're|will|are)(?!\w)"
)
_NOT_YET = re.compile(r"(?i)(?<!\w)(?:nog niet|nog niets|niet verder|not yet)(?!\w)")
_OF_US = re.compile(r"(?i)(?<!\w)(?:we|wij|dit|deze actie|this)(?!\w)")
_ENDS_OPENING = re.compile(
    r"(?i)\W*\Z|\s*[.:,;(–—-]|\s+(?:in|op|sinds|wegens|door|omdat|want|tot|na|per|doordat|eind|begin|midden|half|en|maar|met|naar|\d|january?|jan|feb|maart|apr|mei|jun|jul|aug|sep|okt|nov|dec"
    r"|aangezien|zolang|bij|volgens|due|because|since|until|on|by|as|after|of|from|with|into|behalve|van|voor \d)"
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
# That nothing is done yet: the same, or said of the action.
_TO_BEGIN = re.compile(
    r"(?i)\W*(?:deze actie |dit project )?(?:(?:is |zijn )?nog niet (?:gestart|begonnen|opgestart)|moet nog (?:beginnen|starten|van start gaan|opgestart worden)"
    r"|(?:er (?:zijn|werden) |hebben we )?nog geen (?:concrete )?stappen gezet|gaat (?:pas )?van start(?= (?:in|op|vanaf|begin|eind|midden)\b[^.;:]{0,30}\b20\d\d\b))(?!\w|\s+(?:met|aan)\b)"
)
BY_WORDS = say("A sign or other words tell it: look at them.")
BY_SENTENCE = say("A sentence tells it, and no label: look whether it is said of the action.")
NOT_SAID = say("The document says nothing of a status; planned, because no year of the plan has begun.")
NOT_SAID_BEGUN = say("The document says nothing of a status; running, because the year of the plan has begun.")
NOT_CLEAR = say(
    "The document does not say clearly how it stands: these words stay in the text; put the right state in."
)
PARTLY_SO = say("The document says that it is so for a part, or nearly so: look at these words.")
OF_TITLE = say("It is said of something that the title names: look whether it is said of the action.")
OF_SENTENCE = say("The date in the sentence that tells the status.")
WHOLE = say("The whole sentence was taken.")
LATER = say("It is to be finished after the plan begins.")
NO_POINTER = say(
    "It is not said into which action of this plan: that has to be filled in, and then the status can be moved or merged."
)


class Told(NamedTuple):
    """A status, the sentence that tells it, where it stands, and how it is said; ``None``: what it tells is not clear."""

    status: Status | None
    sentence: str
    block: Block
    mood: Mood = Mood.SAID


def told(blocks: Sequence[Block], subject: About, *, of_this: bool) -> Told | None:
    """What the text of an action says of its status; with *of_this* only in a sentence that speaks of the action itself."""
    found = [*_opening(blocks, subject), *_sentences_told(blocks, subject, of_this=of_this)]
    for mood_wanted in (Mood.SAID, Mood.LIKELY, Mood.PARTLY):
        best = next((one for one in found if one.mood is mood_wanted), None)
        if best is not None:
            return best
    return found[0]._replace(status=None) if found else _later(blocks, of_this=of_this)


def _opening(blocks: Sequence[Block], subject: About) -> Iterator[Told]:
    """What the first words of a text say that begins with a state, without a subject: *Stopgezet wegens …*."""
    for block in blocks[:1]:
        said = sentences(block.text)
        begins = _TO_BEGIN.match(block.text)
        if begins is not None and _ENDS_OPENING.match(block.text, begins.end()) and not said[0].endswith("?"):
            yield Told(Status.PLANNED, said[0], block)
        for status, pattern in _OPENING if len(block.text.split()) > 1 else ():
            match = re.match(rf"(?i)\W*{pattern}", block.text)
            if match is not None and _ENDS_OPENING.match(block.text, match.end()):
                yield _told(status, said, 0, block, match.span(), subject, first=True)


def _sentences_told(blocks: Sequence[Block], subject: About, *, of_this: bool) -> Iterator[Told]:
    for status, pattern in _SENTENCES:
        for number, block in enumerate(blocks):
            said = sentences(block.text)
            for at, sentence in enumerate(said):
                match = re.search(f"(?i){pattern}", sentence)
                speaks = not of_this or _OF_THIS.search(sentence) or _DECIDED_ON_THIS.search(sentence)
                if match is not None and speaks:
                    first = not of_this and number == at == 0
                    yield _told(status, said, at, block, match.span(), subject, first=first)


def _told(
    status: Status,
    said: Sequence[str],
    at: int,
    block: Block,
    span: tuple[int, int],
    subject: About,
    *,
    first: bool,
) -> Told:
    """How the sentence *at* that place says it, with the one behind it in mind."""
    sentence = said[at]
    words = sentence[slice(*span)]
    ends = status in _ENDS
    of_whom = None if _GOES_ON_ELSEWHERE.match(words) else subject
    how = mood(sentence, *span, of_whom, _NOUNS.get(status, ()), first=first, ends=ends)
    is_over = ends and at + 1 < len(said) and CONTRARY.search(said[at + 1])
    if how in (Mood.SAID, Mood.LIKELY) and (is_over or (status is Status.DONE and _is_to_come(sentence, words))):
        how = Mood.PARTLY
    if _is_another_time(status, sentence[: span[1]]) or _is_no_decision(words, sentence[: span[0]]):
        how = Mood.OPEN
    if status is Status.WAITING and re.match(r"(?i)in |pending", words):
        how = _waiting(sentence, span[1], how)
    return Told(Status.RUNNING if how is Mood.PARTLY else status, sentence, block, how)


def _is_another_time(status: Status, before: str) -> bool:
    """True for what was so, or will be; of what will be done its day is looked for."""
    return bool((status in _STANDS and _WAS.search(before)) or (status is not Status.DONE and _TO_COME.search(before)))


def _is_no_decision(words: str, before: str) -> bool:
    """True for *om hiermee te stoppen* where nobody decided it: it may be about smoking; so for what cannot be done."""
    return words.lower().endswith(("te stoppen", "uit te voeren")) and DECIDED.search(before) is None


def _waiting(sentence: str, end: int, how: Mood) -> Mood:
    """*In afwachting van …* tells that an action waits when nothing is done meanwhile."""
    if _NOT_YET.search(sentence[end:]) and _OF_US.search(sentence):
        return Mood.SAID
    return Mood.OPEN if _IS_SENTENCE.search(sentence[end:]) else how


def _is_to_come(sentence: str, words: str) -> bool:
    """True for *wordt afgerond* without a day on which it is."""
    return bool(re.search(r"(?i)\b(?:wordt|zal|will)\b", words)) and not any(True for _ in dates.find(sentence))


def _later(blocks: Sequence[Block], *, of_this: bool) -> Told | None:
    """Words that put the action off, or send the reader to another one, and do not say what it is called then."""
    said = ((block, sentence) for block in blocks for sentence in sentences(block.text))
    later = ((block, sentence) for block, sentence in said if _LATER.search(sentence))
    return next((Told(None, said, block) for block, said in later if not of_this or _OF_THIS.search(said)), None)


def told_alone(blocks: Sequence[Block], subject: About) -> Told | None:
    """What a paragraph says that is about nothing but how the action itself stands, or a decision on it, anywhere in its text."""
    for block in blocks:
        decision = next((one for one in sentences(block.text) if _DECIDED_ON_THIS.search(one)), "")
        if decision:
            found = told([block], subject, of_this=True)
            is_clear = found is not None and found.sentence == decision and not PLACE.search(decision)
            return found if is_clear else Told(None, decision, block)
        first, *more = sentences(block.text) or [""]
        if all(map(has_decision, more)) and 0 < len(first.split()) <= _MOST_WORDS:
            found = told([block], subject, of_this=True)
            is_opening = any(re.match(rf"(?i){pattern[:-2]}\s*:", block.text) for _, pattern in _OPENING)
            if (
                found is not None
                and found.status is not None
                and (is_opening or _OF_THIS.match(block.text) or _WE_STOP.match(block.text))
            ):
                return found
    return None


def sentences(text: str) -> list[str]:
    """The sentences of a text."""
    return [part.strip() for part in _SENTENCE_END.split(text) if part.strip()]


def state(found: Told, draft: Draft, desk: Desk, own: str, after: tuple[str, str] = ("", "")) -> str:
    """Fills in the status with what belongs to it; returns the sentence that went into ``reason``.

    *after* is the sentence behind it where that tells why, and where it tells who decided it.
    """
    assert found.status is not None
    status = _in_time(found.status, found, draft, desk)
    if status in LIVE:
        why = PARTLY_SO if found.mood is Mood.PARTLY else BY_WORDS if found.status is Status.PLANNED else LATER
        desk.fill(draft, "status", status.value, (found.block,), GUESSED, why, words=found.sentence)
        return ""
    target = desk.references.first(found.sentence, own)
    reason = None
    if status in (Status.MOVED, Status.MERGED) and (target is None or not target.is_action):
        status, reason = Status.STOPPED, NO_POINTER
    fill = partial(desk.fill, draft, blocks=(found.block,), words=found.sentence)
    guess = (READ, None) if desk.is_own else (GUESSED, OF_TITLE if found.mood is Mood.LIKELY else BY_SENTENCE)
    certainty, reason = (UNCLEAR, reason) if reason else guess
    fill("status", status.value, certainty=certainty, reason=reason)
    if target is not None and status in (Status.MOVED, Status.MERGED):
        fill("into", target.id, certainty=guess[0], reason=guess[1])
    line = desk.line(found.sentence, own)
    if status is Status.WAITING:
        fill("condition", {"what": line}, certainty=GUESSED, reason=WHOLE)
    because = "" if "reason" in draft.values else after[0] or found.sentence
    if because:
        fill("reason", desk.line(because, own), certainty=guess[0], reason=guess[1], words=because)
    for sentence in (found.sentence, after[1]):
        if "decision" not in draft.values:
            decision(sentence, found.block, draft, desk)
    if not desk.is_own:
        desk.ledger.doubt(draft.path, "decision", BY_SENTENCE)
    return because


def _in_time(status: Status, found: Told, draft: Draft, desk: Desk) -> Status:
    """Done, unless it is only to be done in the year of the plan or later; what was to begin by now runs."""
    day = next((value for _, _, value in dates.find(found.sentence)), None)
    if status is Status.PLANNED and day is not None and day.last < desk.today:
        return Status.RUNNING
    if status is not Status.DONE or day is None:
        return status
    to_come = re.search(r"(?i)\b(?:zal|wordt|will|moet)\b", found.sentence)
    if to_come and day.last >= (desk.today if desk.year is None else desk.year.first):
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
    desk.fill(draft, "since", day.text, (found.block,), GUESSED, OF_SENTENCE, words=found.sentence)
    return Status.DONE
