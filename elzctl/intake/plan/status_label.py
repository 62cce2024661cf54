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
        (Status.PLANNED, "planned|gepland|te starten|nog te starten|nog niet gestart|niet gestart|nog niet begonnen|niet begonnen|nog niet opgestart|niet opgestart|nog niet uitgevoerd|nog niet van start|in opstart|in voorbereiding|op te starten|nieuw|nog op te starten|ingepland|voorzien|to do|not started"),
        (Status.RUNNING, "running|lopend|lopende|loopt|bezig|in uitvoering|wordt uitgevoerd|in progress|actief|gestart|opgestart|doorlopend|op schema|on track|ongoing|active|in ontwikkeling|in opmaak"),
        (Status.ON_HOLD, "on hold|opgeschort|uitgesteld|gepauzeerd|in pauze|op pauze|tijdelijk gestopt|ligt stil|geparkeerd|postponed|suspended|paused"),
        (Status.WAITING, "waiting|wachtend|in afwachting|wacht"),
        (Status.DONE, "done|afgerond|afgewerkt|klaar|gerealiseerd|voltooid|uitgevoerd|volledig gerealiseerd|volledig uitgevoerd|volledig afgerond|afgesloten|beëindigd|gedaan|rond|completed|finished|complete"),
        (Status.MOVED, "moved|verplaatst|verschoven"),
        (Status.MERGED, "merged|samengevoegd|geïntegreerd"),
        (Status.NOT_RETAINED, "not retained|niet weerhouden|afgekeurd|geweigerd|not granted"),
        (Status.STOPPED, "stopped|gestopt|stopgezet|geschrapt|geannuleerd|afgevoerd|vervallen|afgelast|cancelled|discontinued"),
    )
    for word in words.split("|")
}  # fmt: skip
LONGEST = 80
"""Characters of a state with its day."""
_ENDED = frozenset((Status.DONE, Status.STOPPED))
_SHARE = re.compile(r"(?<![\d.,])(\d{1,3}) ?(?:%|procent|percent)")
_BESIDE_DAY = re.compile(r"(?i)(?<!\w)(?:in|op|sinds|vanaf|eind|since|on)(?!\w)")
_BOXES = re.compile(rf"([{TICKED}{EMPTY}]|\[[ xXvV]?\])\s*")
_SLASHES = re.compile(r"\s*(?:/|\||,|;)\s*")


def word(text: str) -> Status | None:
    """The status that a word or a few words behind a label name; ``None`` when it is asked, denied, or so for a part."""
    status = _named(text)
    if status is None or text.rstrip().endswith("?") or _is_choice(text):
        return None
    rest = " ".join(plain(text).split()[1:])
    taken_back = status in _ENDED and (
        QUALIFIED.search(text) or CONTRARY.search(rest) or DENIED.match(rest) or WISHES.match(rest)
    )
    return None if taken_back else status


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
    """The state that a share of 100, or *bijna afgerond*, amounts to: that it goes on."""
    share = _SHARE.search(text)
    if share is not None:
        number = int(share[1])
        return Status.PLANNED if number == 0 else Status.DONE if number == 100 else Status.RUNNING
    named = any(status in _ENDED and re.search(rf"(?i)(?<!\w){known}(?!\w)", text) for known, status in _WORDS.items())
    return Status.RUNNING if named and (QUALIFIED.search(text) or CONTRARY.search(text)) else None


def chosen(blocks: Iterable[Block]) -> tuple[Block, ...]:
    """The blocks with what is ticked alone, where boxes stand before the states; else all of them."""
    found = [(block, _ticked(block)) for block in blocks]
    if all(options is None for _, options in found):
        return tuple(block for block, _ in found)
    return tuple(block._replace(text=one, spans=()) for block, options in found for one in options or ())


def _ticked(block: Block) -> list[str] | None:
    """What stands behind the ticked boxes of a block; ``None`` when it has no box."""
    first, *more = _BOXES.split(block.text)
    options = [(first, block.check)] if block.check is not None else []
    options += [(words, _is_on(box)) for box, words in zip(more[::2], more[1::2], strict=True)]
    return [words.strip(" ,;/") for words, on in options if on] if options else None


def _is_on(box: str) -> bool:
    return box in TICKED or box.strip("[ ]").lower() in ("x", "v")


def _named(text: str) -> Status | None:
    words = plain(text)
    return _WORDS.get(words) or next(
        (status for known, status in _WORDS.items() if words.startswith(f"{known} ")), None
    )


def _is_choice(text: str) -> bool:
    """True for several states to choose from, of which none is marked: *gepland / lopend / afgerond*."""
    named = [_WORDS.get(plain(part)) for part in _SLASHES.split(text)]
    return len(named) > 1 and all(named) and len(set(named)) > 1
