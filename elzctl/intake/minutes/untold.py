"""Sentences in which somebody who is known does something, with a time or a verb of tasks in them, and that are no point."""

from __future__ import annotations

import re
from datetime import date

from elzctl.intake import when
from elzctl.intake.minutes import relative
from elzctl.intake.minutes.doing import THEN, does_once
from elzctl.intake.minutes.events import GATHERING
from elzctl.intake.minutes.promising import ALL, HABIT, VERBS
from elzctl.intake.minutes.who import Directory

HIDDEN = re.compile(r"\\?\[(?:persoon|person) \d+\\?\]")
"""What stands for the name of somebody in a text that may be published."""

_ROLE = re.compile(r"(?i)(?:de|het|onze|the) [a-zà-ÿ-]{4,}")
_NAMES = 8  # words of who does it
_SHORTEST = 3  # words of a sentence
_LEAD = re.compile(r"\A[\s•*–-]*(?:(?P<who>[^.:;!?]{2,60}):\s+)?")
_BRACKETS = re.compile(r"\w\s*\((?P<inside>[^()]{4,80})\)\W*\Z")
_SPLIT = re.compile(r"\s*(?:,|[+&]|\s(?:en|and|samen met)\s)\s*")
# Where another somebody may do something else, in the same sentence.
_CLAUSES = re.compile(r"[;!]\s*|,\s(?:(?:en|maar|dan|and|but)\s)?|\s(?:en|maar|and|but)\s")
_INVERTED = re.compile(rf"\b(?P<verb>[a-zà-ÿ]{{3,}}) {HIDDEN.pattern},? (?P<rest>\S.*)")
_WILL = re.compile(r"(?:zal|zullen|will)\s")
_TASK = re.compile(
    r"(?i)\b(?:(?:neemt|nemen)\b.{1,120}\b(?:mee|op)\b|bezorgt|bezorgen|zorgt|zorgen|contacteert|contacteren|(?:past|passen)\b.{1,120}\baan\b|(?:vraagt|vragen|kijkt|kijken|gaat|gaan)\b.{0,120}\bna\b|(?:stuurt|sturen|geeft|geven)\b.{1,120}\bdoor\b|(?:zoekt|zoeken|werkt|werken)\b.{1,120}\buit\b|belt|bellen|mailt|mailen|(?:volgt|volgen)\b.{1,120}\bop\b|(?:legt|leggen)\b.{1,120}\bvast\b|(?:vraagt|vragen)\b.{1,120}\baan\b|polst|polsen)(?![\w-])"
)
_AND_THEN = re.compile(r"[,;]?\s(?:en|maar|and|but)\s(?=[a-z])")
_TIME = re.compile(
    r"(?i)\b(?:binnenkort|morgen|weldra|(?:deze|dit|volgende?|komende?) (?:week|weken|maand|maanden|jaar|najaar|voorjaar|zomer|winter|herfst|lente|vergadering|keer|overleg)|(?:na|voor|vóór|tegen|tijdens|in|begin|eind|einde|half|midden|van) (?:de |het |van )*(?:kerst\w*|nieuwjaar|pasen|paasvakantie|sinterklaas|zomer|winter|herfst|lente|najaar|voorjaar|vakantie|week|maand|schooljaar|januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december)|zo snel mogelijk|zsm|soon|next (?:week|month|year|meeting))\b"
)
# What is told, thought or asked at the table, and what is so already.
_TELLS = re.compile(
    r"(?i)(?:meldt|melden|zegt|zeggen|vindt|vinden|merkt|merken|vertelt|vertellen|wijst|wijzen|licht|lichten|stelt|stellen|geeft|geven|heeft|hebben|is|zijn|was|waren|wordt|worden|kan|kunnen|wil|willen|zou|zouden|mag|mogen|weet|weten|denkt|denken|ziet|zien|ligt|liggen|staat|staan|loopt|lopen|kent|kennen|krijgt|krijgen|betaalt|betalen|toont|tonen|overloopt|overlopen|dankt|danken|(?:legt|leggen)(?: \S+){0,5}? uit|start|starten|begint|beginnen|telt|tellen|opent|openen|sluit|sluiten|reageert|vraagt zich|vragen zich|heet|blijft|blijven|tells?|says?|reports?|thinks?|has|have|are)\b"
)
_PRESENT = re.compile(r"[a-zà-ÿ]{2,}(?:t|en)\b|gaat|gaan|doet|doen|zal|zullen")
_OVER = re.compile(
    r"(?i)\b(?:vorige?|vorig|afgelopen|gisteren|destijds|sinds|reeds|al|geweest|vroeger|last|since|already|ago|niet|geen|nooit|not|never)\b"
)


def is_untold(sentence: str, directory: Directory, day: date | None) -> bool:
    """True for a sentence that may be a point: somebody who is known does it, in words for a task or at a time to come."""
    text = sentence.strip()
    if len(text.split()) < _SHORTEST or text.endswith(("?", ":")) or HABIT.search(text):
        return False
    if promises(text, directory):
        return True
    if _OVER.search(text):
        return False
    if _in_brackets(text, directory, day):
        return True
    behind = _verb_on(text, directory)
    if behind is None:
        return False
    others = (behind[match.end() :] for match in _AND_THEN.finditer(behind))
    is_task = any(_TASK.match(one) or does_once(one, is_house=not HIDDEN.match(text)) for one in (behind, *others))
    tells = _TELLS.match(behind) is not None
    return is_task or (not tells and _is_to_come(text, day) and GATHERING.search(text) is None)


def promises(text: str, directory: Directory) -> bool:
    """True when somebody who is known does, or will do, something once in one of its clauses, or behind the verb."""
    if any(does_once(f"{one['verb']} {one['rest']}", is_house=False) for one in _INVERTED.finditer(text)):
        return True
    starts = (0, *(match.end() for match in _CLAUSES.finditer(text)))
    if any(_does(text[start:], directory) for start in starts):
        return True
    then = THEN.match(text)
    words = text[then.end() :].split() if then is not None else []
    names = ((" ".join(words[1:end]), end) for end in range(2, min(_NAMES, len(words))) if words[0] in VERBS)
    told = (end for name, end in names if _is_somebody(name.strip(","), directory))
    return any(does_once(" ".join((words[0], *words[end:])), is_house=False) for end in told)


def _does(clause: str, directory: Directory) -> bool:
    behind = _verb_on(clause, directory)
    if behind is None or _TELLS.match(behind):
        return False
    is_person = HIDDEN.match(clause) is not None
    is_short = (
        is_person
        and behind.split()[0].strip(",") in VERBS
        and re.match(r"[a-z]+(?: (?:na|op|mee|uit|dit|dat))?\W*(?:,|\Z)", behind)
    )
    return bool(is_short) or _WILL.match(behind) is not None or does_once(behind, is_house=not is_person)


def _verb_on(text: str, directory: Directory) -> str | None:
    """The text from the verb on, when somebody who is known stands right before it."""
    lead = _LEAD.match(text)
    start = lead.end() if lead is not None else 0
    words = list(re.finditer(r"\S+", text[start:]))
    for count in range(1, min(_NAMES, len(words) - 1) + 1):
        verb = words[count][0].strip(",.;:")
        is_verb = verb in VERBS or any(form.fullmatch(verb) for form in (_PRESENT, _TELLS))
        name = text[start : start + words[count - 1].end()].strip()
        if is_verb and verb.islower() and _is_somebody(name, directory):
            return text[start + words[count].start() :]
    return None


def _in_brackets(text: str, directory: Directory, day: date | None) -> bool:
    """True for *… bellen (Logo, voor de vakantie)*: somebody who is known and a time, in the brackets that it ends with."""
    match = _BRACKETS.search(text)
    bits = [bit for bit in re.split(r"\s*[,;–-]\s*", match["inside"]) if bit] if match is not None else []
    who = [bit for bit in bits if _is_somebody(bit, directory)]
    times = [bit for bit in bits if bit not in who and (_is_vague(bit) or _is_to_come(bit, day, loose=True))]
    return bool(who and times) and len(who) + len(times) == len(bits)


def _is_vague(words: str) -> bool:
    """True for *voor de vakantie*, *zo snel mogelijk*, and nothing else."""
    return _TIME.fullmatch(words.strip()) is not None


def _is_somebody(name: str, directory: Directory) -> bool:
    """True for names that are all known, of organisations or people, and for a function of somebody of the list."""
    if directory.all_known(name) is not None:
        return True
    bits = [bit for bit in _SPLIT.split(name) if bit]
    return bool(bits) and all(
        HIDDEN.fullmatch(bit) is not None
        or directory.actor(re.sub(r"(?i)\A(?:de|het|the|onze) ", "", bit)) is not None
        or directory.person(bit) is not None
        or (_ROLE.fullmatch(bit) is not None and _is_function(bit, directory))
        for bit in bits
    )


def _is_function(words: str, directory: Directory) -> bool:
    bare = words.split(" ", 1)[1].lower()
    return not ALL.fullmatch(words) and any(bare in one.function.lower().split() for one in directory.people)


def _is_to_come(text: str, day: date | None, *, loose: bool = False) -> bool:
    found = when.first(text, day, loose=loose) if day is not None else None
    if found is not None and day is not None:
        return found.value.last > day
    return _TIME.search(text) is not None or (day is not None and relative.first(text, day) is not None)
