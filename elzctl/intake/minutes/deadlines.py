"""By when something is to be done, in the words for it: a day, or a time that is no date and stays as it was typed."""

from __future__ import annotations

import re

from elzctl.intake import when
from elzctl.intake.minutes import relative
from elzctl.intake.minutes.context import Context
from elzctl.intake.minutes.inferred import MORE_DAYS, MORE_WORDS, ON_DAY
from elzctl.intake.minutes.point_words import BY, HAS_BY, IS_NEXT_TIME, NEXT_TIME, SOON, SURE_BY, TAIL
from elzctl.intake.when import Dated
from elzctl.record import NamedTuple
from elzctl.wording import Message

# Feasts, holidays and parts of a school year: everybody knows them, and no two people begin them on the same day.
_TIME = (
    r"(?:kerst(?:mis|vakantie|verlof|periode|dagen|reces)?|nieuwjaar|(?:het )?nieuwe jaar|eindejaar|jaareinde|jaarwisseling|(?:eindejaars)?feestdagen|pasen|paas(?:vakantie|verlof|dagen)|pinksteren"
    r"|hemelvaart(?:sdag|weekend)?|krokus(?:vakantie|verlof)?|carnaval|herfst(?:vakantie|verlof)|allerheiligen|sinterklaas|(?:grote |zomer)vakantie|grote verlof|zomerverlof|bouwverlof|zomerreces"
    r"|vakantie(?:periode)?|verlof(?:periode)?|examens?|examenperiode|verkiezingen|(?:begin|start|einde?) (?:van )?(?:het |dit |volgend |nieuwe? )*(?:schooljaar|werkjaar|academiejaar)"
    r"|(?:dit |volgend |nieuwe? )?(?:schooljaar|werkjaar)|christmas|easter|new year|(?:the )?(?:summer|christmas|easter) (?:break|holidays?)|(?:the )?holidays)"
)
_AROUND = (
    r"(?:(?:ten laatste|uiterlijk|liefst|zeker|ruim|kort|net|vlak|nog|klaar)\s+)*(?:tegen|voor|v[oó][oó]r|na|tijdens|in|rond|vanaf|tot|sinds|by|before|after|during|around)"
    r"\s+(?:(?:begin|midden|eind|einde|start)\s+(?:van\s+)?)?(?:(?:de|het|dit|deze|volgende?|komende?|eerstvolgende?|the|next)\s+)*"
)
_VAGUE = re.compile(rf"(?i){_AROUND}{_TIME}(?:\s+(?:van\s+)?20\d\d(?:\s?[-–/]\s?20\d\d)?)?")
_IN_YEAR = re.compile(rf"(?i)\b(?!schooljaar|werkjaar){_TIME}\s+(?:van\s+)?20\d\d")
VAGUE_TAIL = re.compile(rf"(?i)(?<=[)\]])[\s,;]*(?P<by>{_VAGUE.pattern[4:]})\s*\.?\Z")
"""Behind the bracket that says who: *(CAW) voor de kerst*."""
# Before a day from which something is done, and that is no day by which.
_AFTER = re.compile(
    r"(?i)(?:\A|[\s(,;–-])(?:(?:pas|ten vroegste|niet v[oó][oó]r|kort|onmiddellijk) )*(?:na|vanaf|sinds|van zodra|ten vroegste(?: op)?|niet v[oó][oó]r|after|from|as of|since|starting(?: on)?|not before)\s+(?:(?:de|het|the|begin|eind|einde|midden)\s+)*\Z"
)


_BEGINS_AFTER = re.compile(
    r"(?i)\W*(?:(?:pas|kort|onmiddellijk) )*(?:na|vanaf|sinds|van zodra|ten vroegste|after|from|since|as of)\b"
)
_OF_MEETING = re.compile(
    r"(?i)(?:(?:tegen|voor|vóór|op)\s+)?(?:[a-zà-ÿ-]+\s+){0,2}?[a-zà-ÿ-]*(?:raad|overleg|vergadering|bestuur|bestuursorgaan|groep|bijeenkomst|forum|platform|netwerk|cluster|team|tafel|comité|rvb|av|meeting|board)\s+(?=[a-z])"
)


_OWN_TASK = re.compile(
    rf"(?i)\((?:[^()]*\s)?[a-zà-ÿ]{{3,}}\s(?!tussen|binnen|tegen|buiten|boven|samen)[a-zà-ÿ]{{4,}}en\s{BY}[^()]*\Z"
)


class Deadline(NamedTuple):
    """The day by which, and why it is a guess; ``note`` is true when the words tell more, or no day, and are kept."""

    due: Dated | None = None
    reason: Message | None = None
    note: bool = False


def as_typed(value: str) -> str:
    """The words of a term without the signs around it; the full stop of an abbreviation stays: *z.s.m.*."""
    plain = value.strip(" .,;()")
    return f"{plain}." if re.search(r"(?<!\w)\w(?:\.\w)+\Z", plain) else plain


def is_vague(words: str, context: Context) -> bool:
    """True for a time that is no day by which: *voor de kerst*, *na 9 oktober*."""
    plain = words.strip(" .!")
    if _VAGUE.fullmatch(plain):
        return True
    found = when.first(plain, context.day, loose=True)
    is_all = found is not None and not plain[found.last :].strip(" .")
    return found is not None and is_all and _AFTER.fullmatch(plain[: found.first]) is not None


def is_when(words: str, context: Context) -> bool:
    """True for a day, the next meeting, or how urgent it is, and nothing else."""
    if SOON.fullmatch(words.strip(" .!")) or NEXT_TIME.fullmatch(f" {words}") or is_vague(words, context):
        return True
    if IS_NEXT_TIME.fullmatch(words):
        return True
    found = when.first(words, context.day, loose=True)
    return found is not None and not HAS_BY.sub("", f"{when.without(words, found)} ").strip()


def deadline(plain: str, context: Context) -> Deadline | None:
    """The day that the words of a label or a cell give; ``None`` when they give none."""
    found = when.first(plain, context.day, loose=True) or relative.whole(plain, context.day)
    found = found or relative.first(plain, context.day) or _month_of_meeting(plain, context)
    if found is None:
        return None
    if (
        _BEGINS_AFTER.match(plain)
        or _VAGUE.fullmatch(plain)
        or _IN_YEAR.search(plain)
        or _AFTER.search(plain[: found.first])
    ):
        return Deadline(note=True)
    rest = re.sub(rf"(?i){BY}|\b(?:de|het|the)\b|\W", "", f"{when.without(plain, found)} ")
    others = {one.value for one in when.find(plain, context.day, loose=True)} - {found.value}
    return Deadline(found, MORE_DAYS if others else MORE_WORDS if rest else None, note=bool(rest))


def _month_of_meeting(plain: str, context: Context) -> Dated | None:
    """The month behind a word for a meeting: *zorgraad april*."""
    behind = _OF_MEETING.match(plain)
    start = behind.end() if behind is not None else 0
    found = when.first(plain[start:], context.day, loose=True) if start else None
    return found._replace(first=found.first + start, last=found.last + start) if found is not None else None


def is_on(words: str) -> bool:
    """True for a day with *op* before it, and nothing that says by when."""
    return re.match(r"(?i)\W*(?:op|on)\s", f"{words} ") is not None


def _is_of_aside(text: str, place: int) -> bool:
    """True for a day in brackets that tell of a task of their own: ``(cijfers doorgeven vóór 15 december)``."""
    return _OWN_TASK.search(text, 0, place) is not None


class Told(NamedTuple):
    """A day that the words of a point tell; where the words for it begin, and whether these end there."""

    due: Dated
    first: int
    is_last: bool
    reason: Message | None


def told(text: str, context: Context) -> Told | None:
    """The day behind *tegen* and the like: the last one, or the same day in another notation."""
    found = [one for one in when.find(text, context.day) if not _is_of_aside(text, one.first)]
    if not found:
        return None
    places = [(one, TAIL.search(text[: one.first])) for one in found]
    for one, before in reversed([place for place in places if place[0].value == found[-1].value]):
        ends = not text[one.last :].strip(" .,;:)")
        if before is not None and (ends or SURE_BY.match(before["by"])):
            others = any(sign and SURE_BY.match(sign["by"]) and day.value != one.value for day, sign in places)
            return Told(one, before.start(), ends, MORE_DAYS if others else ON_DAY if is_on(before["by"]) else None)
    return None
