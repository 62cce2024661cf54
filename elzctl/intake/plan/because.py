"""What stands behind a state in its line: why it is so, who decided it, since when; what tells more than that stays text."""

from __future__ import annotations

import re
from datetime import date

from elzctl import dates
from elzctl.dates import VagueDate
from elzctl.intake.plan.decided import has_decision
from elzctl.intake.plan.state import sentences
from elzctl.intake.plan.status_label import says_no_more
from elzctl.record import NamedTuple
from elzctl.terms import LIVE, Status

# What stands behind a state in one line with it: "On hold: …".
_BECAUSE = re.compile(
    r"(?i)\b(?:wegens|op (?:vraag|verzoek|voorstel|advies) van|bij gebrek aan|bij wijze van|na (?:overleg|evaluatie|vraag)|niet (?:meer|langer) nodig|overbodig|at the request of|for lack of|omdat|doordat|(?<!niet )(?<!meer )(?<!overgenomen )door|want|aangezien|zolang|tot|totdat|in afwachting|because|since|until|due to)\b"
)
_REASON = re.compile(r"\A[^.:;–(]{1,40}(?:[:;–]|\s-|[.,](?=\s))\s*(?=\w)")
_IN_BRACKETS = re.compile(r"\A(?P<head>[^.:;–(]{1,40}?)\s*\((?P<reason>[^()]{3,200})\)\s*[.;]?\Z")
# That something is wanting: a sentence by itself that tells why, without a word for it.
_WANTING = re.compile(
    r"(?i)(?<!\w)(?:geen|niemand|niets|onvoldoende|gebrek|tekort|ontbreekt|ontbreken|ontbrak|ontbraken|ziek|ziekte|afwezig|vertrok|vertrokken|weggevallen|wegviel|viel weg|vielen weg"
    r"|te (?:weinig|duur|veel|klein|groot|laat|druk|moeilijk|ver|zwaar)|lukte niet|lukt niet|haalden? .{1,30} niet|niet (?:haalbaar|gevonden|goedgekeurd|betaalbaar|beschikbaar)"
    r"|no|nobody|lack|lacking|too (?:few|little|expensive|many|much|late)|not (?:enough|available|approved))(?!\w)"
)
_TO_COME = re.compile(r"(?i)(?:\b(?:tot|tegen|naar|voor|until|till|to|by)\s+(?:de |het )?)\Z")
_RANGE = re.compile(r"(?i)\s(?:tot|t/m|t\.?e\.?m\.?|en|to|until|and|[-–])\s|–")
_PUT_OFF_TO = re.compile(r"(?i)(?<!\w)(?:naar|tot|tot in|to|until)\s+(?:de |het )?\Z")
# What was done with it, and when: *klaar (verspreid op 12 juni)*.
_DONE_ON = re.compile(
    r"(?i)\A[^(,;:.–]{2,40}[(,;–]\s*(?:(?:dit|ze|het|werd|werden|is|zijn) )*(?:\w{0,7}ge\w{2,}[dtn]|(?:ver|be|her|ont)\w{3,}[dtn]|(?:over|onder|vol|mis)\w{3,}d)\s+(?:op|in|sinds|on|in)\s+(?P<when>[^().;]{3,30}?)\s*[).;]*\s*\Z"
)


# A decision on another thing; and on this one.
# *Dat* before a day or a reason stands for the thing itself: *besliste dat op 3 maart omdat …*.
_OF_OTHER = re.compile(
    r"(?i)(?<!\w)(?:om|(?:dat|that)(?!\s+(?:op|in|tijdens|na|omdat|want|wegens|vorige?|begin|eind|midden|al|toen|on|because|last|after)\b|\s*[,.;]|\s*\Z)|over|to)(?!\w)"
)
_ON_THIS = re.compile(
    r"(?i)(?<!\w)(?:om|dat|to|that)\s+(?:(?:de|deze|het|dit|ze|haar|er|hier|hiermee|ermee|daarmee|the|this)\s+)?(?:(?:actie|project|fiche|action)\s+)?(?:(?:niet|tijdelijk|voorlopig|verder|on[ -]hold|stop|mee)\s+)*"
    r"(?:te\s+)?(?:zetten|stoppen|schrappen|pauzeren|annuleren|uit te voeren|voort te zetten|verder te zetten|stop te zetten|stop|cancel|pause)(?!\w)"
)
_SEE = re.compile(r"(?i)\W*(?:zie|see|cf)(?!\w)")


class Behind(NamedTuple):
    """Why, the sentence with the decision, the words with the state itself, and what tells more; "" for none."""

    reason: str
    decided: str
    state: str
    rest: str


def behind(text: str, status: Status) -> Behind:
    """The parts of the line with which a *status* is told."""
    said = sentences(text)
    if not said:
        return Behind("", "", "", "")
    reason, state, rest = _of_first(said[0], status)
    decided, more = "", [rest] if rest else []
    for sentence in said[1:]:
        if not decided and has_decision(sentence) and not _OF_OTHER.search(_ON_THIS.sub("", sentence)):
            decided = sentence
            reason = reason or (sentence if _is_because(sentence, Status.DONE) else "")
        elif status is not Status.DONE and not more and _tells_why(sentence):
            reason = f"{reason} {sentence}".strip()
        else:
            more.append(sentence)
    return Behind(reason, decided, state, " ".join(more))


def told_behind(text: str, sentence: str, status: Status) -> tuple[str, str]:
    """The sentence right behind the one that tells the state when it tells why, and when it tells who decided it; "" for none."""
    said = sentences(text)
    at = said.index(sentence) + 1 if sentence in said else len(said)
    after = said[at] if at < len(said) else ""
    is_decision = has_decision(after) and not _OF_OTHER.search(_ON_THIS.sub("", after))
    if status in LIVE or after.endswith("?") or not (is_decision or _tells_why(after)):
        return "", ""
    why = not gives_reason(sentence) and (_is_because(after, Status.DONE) if is_decision else status is not Status.DONE)
    return after if why else "", after if is_decision else ""


def gives_reason(words: str) -> bool:
    """True when more stands behind a state than the state: why it is so."""
    return bool(_REASON.match(words) or _BECAUSE.search(words))


def since(text: str, status: Status, year: VagueDate | None, today: date) -> str:
    """The day since when it is so, right behind the state, or behind what was done; "" when none is told."""
    state = behind(text, status).state
    for start, _, value in dates.find(state):
        is_one = _TO_COME.search(state[:start]) is None and _RANGE.search(value.text) is None
        return value.text if is_one and value.first <= today else ""
    match = _DONE_ON.match(text) if status is Status.DONE else None
    return _in_a_year(match["when"], year, today) if match is not None else ""


def put_off_to(text: str) -> VagueDate | None:
    """The time to which something was put off: *uitgesteld naar 2027*."""
    return next((value for start, _, value in dates.find(text) if _PUT_OFF_TO.search(text[:start])), None)


def _of_first(sentence: str, status: Status) -> tuple[str, str, str]:
    """Why, the words of the state, and what tells more, of the sentence with the state."""
    inside = _IN_BRACKETS.match(sentence)
    match = _REASON.match(sentence)
    if inside is not None:
        head, tail = inside["head"], inside["reason"]
        is_reason = status is not Status.DONE and _tells_why(tail)
    elif match is not None:
        head, tail = match[0].rstrip(" :;–-,."), sentence[match.end() :].strip()
        is_reason = (_is_because(tail, status) or status is not Status.DONE) and not _SEE.match(tail)
    elif _is_because(sentence, status):
        return sentence, sentence, ""
    else:
        return "", sentence, "" if says_no_more(sentence) else sentence
    if not is_reason:
        return "", head, sentence
    return tail, head, "" if says_no_more(head) else head


def _tells_why(sentence: str) -> bool:
    return bool(_BECAUSE.search(sentence) or _WANTING.search(sentence)) and not has_decision(sentence)


def _is_because(words: str, status: Status) -> bool:
    """True when words tell why; *door* and *tot* tell by whom and until when, where something was done or decided."""
    found = {match[0].lower() for match in _BECAUSE.finditer(words)}
    return bool(found - {"door", "tot"} if status is Status.DONE else found)


def _in_a_year(words: str, year: VagueDate | None, today: date) -> str:
    """A day in the past as it may be written; without a year, it is the last such day, in the year of the plan or the one before."""
    value = dates.read(words)
    if isinstance(value, VagueDate):
        return value.text if value.first <= today and _RANGE.search(value.text) is None else ""
    for one in (year.first.year, year.first.year - 1) if year is not None and year.year is not None else ():
        value = dates.read(f"{words} {one}")
        if isinstance(value, VagueDate) and value.last <= today:
            return value.text
    return ""
