"""What a sentence hints at of how an action stands, where nothing tells it outright: *Dit loopt al*, *geen werk voor dit jaar*."""

from __future__ import annotations

import re
from collections.abc import Sequence

from elzctl.dates import VagueDate
from elzctl.intake.paper import Block
from elzctl.intake.plan.clause import Mood
from elzctl.intake.plan.state import Told, sentences
from elzctl.terms import Status

_THIS = r"(?:dit|deze actie|dit project|dit initiatief|de actie|het project|deze werking|this|this action|the project|we|wij)"
_ALREADY = r"(?:al|reeds|intussen|ondertussen|momenteel|volop|nu al|already)"
_RUNS = re.compile(
    rf"(?i)(?<!\w)(?:(?:loopt|lopen|draait)\s+(?:\w+\s+)?{_ALREADY}|(?:is|zijn|werd|are)\s+(?:hier\s+|er\s+)?(?:mee\s+|ermee\s+|hiermee\s+)?{_ALREADY}\s+(?:\w+\s+){{0,3}}?(?:op)?(?:gestart|begonnen|bezig|lopende|in uitvoering|van start gegaan|started|running|under way)"
    r"|(?:loopt|lopen|draait)\s+(?:(?:ook|nog|gewoon|in 20\d\d)\s+){0,2}(?:verder|door|voort)|wordt\s+(?:verdergezet|voortgezet)"
    r"|already\s+(?:runs|started|running)|loopt sinds)(?!\w)"
)
_OF_THIS = re.compile(rf"(?i){_THIS}(?!\w)")
# *Dit staat on hold tot …*: the first words of a sentence say of what.
_HOLDS = re.compile(
    r"(?i)(?:dit|dat|deze actie|dit project|dit initiatief|de actie|het project|deze werking|this|this action|the project)\s+(?:staat|is|blijft|ligt|wordt|werd|stays)\s+(?:(?:nu|nog|even|dus|daarom|voorlopig|tijdelijk|momenteel|helaas|now)\s+){0,3}"
    r"(?:on[ -]hold|in de wacht(?:stand)?|stil|gepauzeerd|opgeschort|geparkeerd|in de koelkast|on pause)(?!\w)"
)
# That it is not for now.
_LATER = re.compile(
    r"(?i)(?<!\w)(?:geen (?:werk|actie|prioriteit|punt|onderwerp)\b[^.;]{0,20}\b(?:dit jaar|in 20\d\d|nu)|(?:nog )?niet (?:voor |in |tijdens )?(?:dit jaar|nu meteen|meteen)|not (?:for )?this year"
    r"|(?:volgend jaar|later|nadien|daarna)\s+(?:pas|oppakken|opnemen|opstarten|starten)|(?:pas|eerst) (?:volgend jaar|later))(?!\w)"
)
_TAKEN_UP = re.compile(
    r"(?i)(?<!\w)(?:nemen?\b[^.;]{0,30}\bop|neemt\b[^.;]{0,30}\bop|opnemen|opgenomen|pakken\b[^.;]{0,30}\b(?:op|aan)|oppakken|starten|start|beginnen|begint|hernemen|hervatten|opstarten|opgestart|aan de beurt|voorzien|schuiven|schuift|gepland|plannen|take it up|starts?)(?!\w)"
)
_YEAR = re.compile(r"(?<![\d/.-])20\d\d(?![\d/-])")
_NEXT_YEAR = re.compile(r"(?i)(?<!\w)(?:volgend jaar|het jaar erna|het jaar daarna|next year)(?!\w)")
_NOT_BEGUN = re.compile(
    r"(?i)(?<!\w)(?:nog niet (?:echt )?(?:gestart|begonnen|opgestart|van start)|nog niet aan(?: \w+){0,2} begonnen|mo(?:et|eten) nog (?:starten|beginnen|opgestart worden|van start gaan)|not (?:yet )?(?:started|begun)|nog geen (?:concrete )?stappen)(?!\w|\s+(?:met|aan|with)\b)"
)
# What is done about an action, and is not the action.
_ABOUT_IT = re.compile(
    r"(?i)(?<!\w)(?:evalu\w+|bespre(?:ek|k)\w*|besproken|rapporte\w+|beslis\w*|vervolg\w*|evaluat\w+|discuss\w*|report\w*)(?!\w)"
)
_SPEAKS = re.compile(
    r"(?i)(?<!\w)(?:we|wij|dit|deze actie|this)(?!\w)|\A(?:wordt|worden|start|starten|begint|beginnen|is)(?!\w)"
)
_OPEN = re.compile(r"(?i)(?<!\w)(?:als|zodra|indien|wanneer|tot(?:dat)?|hoewel|niet meer|if|once|when)(?!\w)|\?\s*\Z")


def hinted(blocks: Sequence[Block], year: VagueDate | None) -> Told | None:
    """The sentence that hints at a state: that it runs or is to begin, or ``None`` for one that puts it off.

    Its mood is open when it is not said of this action.
    """
    every = [(sentence, block) for block in blocks for sentence in sentences(block.text)]
    holds = next(((one, block) for one, block in every if _HOLDS.match(one) and not one.endswith("?")), None)
    if holds is not None:
        return Told(Status.ON_HOLD, *holds)
    later = next(((one, block) for one, block in every if _is_later(one, year)), None)
    if later is not None:
        return Told(None, *later)
    waits = next(((one, block) for one, block in every if _NOT_BEGUN.search(one) and not one.endswith("?")), None)
    if waits is not None:
        return Told(Status.PLANNED if _OF_THIS.match(waits[0]) else None, *waits)
    runs = [(one, block, _OF_THIS.match(one) is not None) for one, block in every if _runs(one)]
    best = min(runs, key=lambda one: not one[2], default=None)
    if best is None:
        return None
    sentence, block, of_this = best
    return Told(Status.RUNNING, sentence, block, Mood.SAID if of_this else Mood.OPEN)


def _runs(sentence: str) -> bool:
    return _RUNS.search(sentence) is not None and _OPEN.search(sentence) is None


def _is_later(sentence: str, year: VagueDate | None) -> bool:
    """True for words that put the action off behind this year: in a later one, or *niet dit jaar*."""
    if sentence.rstrip().endswith("?") or _ABOUT_IT.search(sentence):
        return False
    if _LATER.search(sentence):
        return True
    last = year.last.year if year is not None else 9999
    ahead = any(int(one) > last for one in _YEAR.findall(sentence)) or _NEXT_YEAR.search(sentence) is not None
    return ahead and all(int(one) > last for one in _YEAR.findall(sentence)) and _is_taken_up(sentence)


def _is_taken_up(sentence: str) -> bool:
    """True for *we nemen het op in …*: it speaks of us or of this action."""
    speaks = _SPEAKS.search(sentence) is not None
    return speaks and _TAKEN_UP.search(sentence) is not None
