"""What stands behind the label *Status*, in a column *Stand*, or under a row of boxes: a state, or words that are none."""

from __future__ import annotations

import re
from collections.abc import Iterable

from elzctl import dates
from elzctl.intake.paper import Block
from elzctl.intake.plan.clause_words import CONTRARY, DENIED, QUALIFIED, WISHES
from elzctl.intake.plan.words import plain
from elzctl.intake.readers.markers import EMPTY, TICKED
from elzctl.terms import Status

_WORDS = {
    word: status
    for status, words in (
        (Status.PROPOSED, "proposed|voorgesteld|voorstel|idee|nieuw voorstel"),
        (Status.PLANNED, "planned|gepland|te starten|nog te starten|nog niet gestart|niet gestart|nog niet begonnen|niet begonnen|nog niet opgestart|niet opgestart|nog niet uitgevoerd|nog niet van start|in opstart|in voorbereiding|op te starten|moet nog starten|start later|nog op te starten|moet nog beginnen|moeten nog beginnen|moet nog van start gaan|nog geen stappen gezet|er zijn nog geen stappen gezet|ingepland|voorzien|to do|not started"),
        (Status.RUNNING, "running|lopend|lopende|loopt|bezig|in uitvoering|wordt uitgevoerd|in progress|actief|gestart|opgestart|doorlopend|op schema|on track|ongoing|active|in ontwikkeling|in opmaak|we zijn bezig|we zijn volop bezig|volop bezig|we zijn ermee bezig|er wordt aan gewerkt|we werken eraan|volop in uitvoering|is gestart|is opgestart|is lopende|is bezig|is in uitvoering|begonnen|is begonnen|zijn begonnen|we zijn begonnen|van start gegaan|is van start gegaan"),
        (Status.ON_HOLD, "on hold|opgeschort|uitgesteld|gepauzeerd|in pauze|op pauze|tijdelijk gestopt|tijdelijk stopgezet|voorlopig stopgezet|voorlopig gestopt|ligt stil|ligt even stil|ligt tijdelijk stil|staat stil|staat even stil|staat tijdelijk stil|geparkeerd|verdaagd|doorgeschoven|in de koelkast|postponed|suspended|paused"),
        (Status.WAITING, "waiting|wachtend|in afwachting|wacht"),
        (Status.DONE, "done|afgerond|afgewerkt|klaar|gerealiseerd|voltooid|uitgevoerd|gehaald|behaald|bereikt|volledig gerealiseerd|volledig uitgevoerd|volledig afgerond|afgesloten|beëindigd|gedaan|rond|voorbij|achter de rug|completed|finished|complete|achieved|reached"),
        (Status.MOVED, "moved|verplaatst|verschoven"),
        (Status.MERGED, "merged|samengevoegd|geïntegreerd"),
        (Status.NOT_RETAINED, "not retained|niet weerhouden|niet goedgekeurd|niet toegekend|afgekeurd|geweigerd|not granted"),
        (Status.STOPPED, "stopped|gestopt|stopgezet|geschrapt|geannuleerd|afgevoerd|vervallen|vervalt|afgelast|niet meer nodig|niet langer nodig|overbodig|wordt niet verdergezet|niet verdergezet|wordt niet voortgezet|niet voortgezet|gaat niet door|gaat niet meer door|ging niet door|gaan niet door|niet doorgegaan|cancelled|discontinued|will not go ahead|does not go ahead|not going ahead|no longer needed|stoppen we mee|we stoppen ermee|hier stoppen we mee|we stoppen hiermee|hiermee stoppen we|daar stoppen we mee|we stoppen|stoppen we|we zijn ermee gestopt|we zijn hiermee gestopt|we gaan er niet mee verder|hier gaan we niet mee verder|we gaan hier niet mee verder|doen we niet meer|we doen dit niet meer"),
    )
    for word in words.split("|")
}  # fmt: skip
LONGEST = 80
"""Characters of a state with its day."""
TICK = "✓"
"""What stands for a ticked box without a word: done."""
_TICKS = re.compile(r"[✓✔☑✅√]️?\s*")
_OK = re.compile(r"(?i)ok[eé]?")
# Proposed, or planned already.
_NEW = re.compile(
    r"(?i)(?:een )?(?:(?:helemaal )?nieuwe? ?(?:actie|fiche|project|initiatief)?|new(?: action)?)(?: (?:dit jaar|this year|(?:in|voor|for) 20\d\d))?"
)
_LATE = re.compile(r"(?i)(?:is |loopt )?(?:vertraagd|vertraging|delayed)(?!\w)")
_STARTS = re.compile(
    r"(?i)(?:start|begint|starten|beginnen|(?:gaat )?van start)\b[^.;:]{0,30}\b20\d\d\b|starts? (?:in|on|from)\b"
)
_GOES_INTO = re.compile(
    r"(?i)(?:(?:wordt|werd|is|zit|deze actie|dit) ){0,3}(?:voortaan |nu |verder )?(?:overgenomen|opgenomen|opgegaan|gaat op|vervat|meegenomen|taken up) "
    r"(?:door|in|bij|binnen|onder|by) (?:de |het |the )?(?:[^\W\d_]{2,24}\s)?[A-Z]{0,4}[- ]?\d{1,2}(?!\d)"
)
_ENDED = frozenset((Status.DONE, Status.STOPPED))
_NOT = re.compile(r"(?:nog |al |momenteel |voorlopig )?(?:niet|nooit|pas)\b")
_SUBJECT = re.compile(r"(?:dit|alles|(?:deze|de|dit|het) (?:actie|project)) (?=(?:loopt|ligt|staat|gaat)\b)")
_SHARE = re.compile(r"(?<![\d.,])(\d{1,3}) ?(?:%|procent|percent)")
_BESIDE_DAY = re.compile(r"(?i)(?<!\w)(?:in|op|sinds|vanaf|eind|since|on)(?!\w)")
_BOXES = re.compile(rf"([{TICKED}{EMPTY}]|\[[ xXvV]?\])\s*")
_SLASHES = re.compile(r"\s*(?:/|\||,|;)\s*")


def word(text: str) -> Status | None:
    """The status that a word or a few words behind a label name; ``None`` when it is asked, denied, or so for a part."""
    status = Status.MERGED if goes_into(text) else _named(text)
    if status is None or text.rstrip().endswith("?") or _is_choice(text):
        return None
    rest = _behind(text)
    taken_back = status in _ENDED and (
        QUALIFIED.search(text) or CONTRARY.search(rest) or DENIED.match(rest) or WISHES.match(rest)
    )
    not_so = _phrase(text) == "loopt" and _NOT.match(rest)
    return None if taken_back or not_so else status


def goes_into(text: str) -> bool:
    """True for words that send the reader to another action: *overgenomen door actie 2*."""
    return _GOES_INTO.match(text) is not None


def says_no_more(text: str) -> bool:
    """True for a state, with a day behind it or not, and nothing else."""
    if len(text) > LONGEST:
        return False
    rest, done = "", 0
    for start, end, _ in dates.find(text):
        rest, done = rest + text[done:start], end
    rest += text[done:]
    return plain(_BESIDE_DAY.sub(" ", rest) if done else rest) in _WORDS


def nearly(text: str) -> Status | None:
    """The state that a share of 100, *bijna afgerond*, a tick, *vertraagd* or *start in 2027* amounts to."""
    if _TICKS.fullmatch(text.strip()) or _OK.fullmatch(text.strip(" .!")):
        return Status.DONE
    if _STARTS.match(text.strip()) or is_new(text):
        return Status.PLANNED
    if _LATE.match(text.strip()):
        return Status.RUNNING
    share = _SHARE.search(text)
    if share is not None:
        number = int(share[1])
        return Status.PLANNED if number == 0 else Status.DONE if number == 100 else Status.RUNNING
    named = any(
        status in _ENDED and "niet" not in known and re.search(rf"(?i)(?<!\w){known}(?!\w)", text)
        for known, status in _WORDS.items()
    )
    return Status.RUNNING if named and (QUALIFIED.search(text) or CONTRARY.search(text)) else None


def is_new(text: str) -> bool:
    """True for *nieuw*, which does not say whether the action is proposed or planned."""
    return _NEW.fullmatch(text.strip(" .!")) is not None


def chosen(blocks: Iterable[Block]) -> tuple[Block, ...]:
    """The blocks with what is ticked alone, where boxes stand before the states; else all of them."""
    found = [(block, _ticked(block)) for block in blocks]
    if all(options is None for _, options in found):
        return tuple(block for block, _ in found)
    return tuple(block._replace(text=one or TICK, spans=()) for block, options in found for one in options or ())


def _ticked(block: Block) -> list[str] | None:
    """What stands behind the ticked boxes of a block; ``None`` when it has no box."""
    first, *more = _BOXES.split(block.text)
    options = [(first, block.check)] if block.check is not None else []
    options += [(words, _is_on(box)) for box, words in zip(more[::2], more[1::2], strict=True)]
    return [words.strip(" ,;/") for words, on in options if on] if options else None


def _is_on(box: str) -> bool:
    return box in TICKED or box.strip("[ ]").lower() in ("x", "v")


def _named(text: str) -> Status | None:
    known = _phrase(text)
    return _WORDS[known] if known else None


def _phrase(text: str) -> str:
    """The words for a state with which a text begins, "" for none."""
    words = _said(text)
    return (
        words
        if words in _WORDS
        else max((known for known in _WORDS if words.startswith(f"{known} ")), key=len, default="")
    )


def _behind(text: str) -> str:
    """What stands behind the words for a state."""
    return _said(text).removeprefix(_phrase(text)).strip()


def _said(text: str) -> str:
    """The words, without those for the action itself before a verb: *Dit loopt volop*."""
    return _SUBJECT.sub("", plain(text))


def _is_choice(text: str) -> bool:
    """True for several states to choose from, of which none is marked: *gepland / lopend / afgerond*."""
    named = [_WORDS.get(plain(part)) for part in _SLASHES.split(text)]
    return len(named) > 1 and all(named) and len(set(named)) > 1
