"""Who does it, where that is the subject of a point: ``CAW bezorgt de affiches``, ``CAW en Logo maken een folder``."""

from __future__ import annotations

import re

from elzctl.intake.minutes.draft import Who
from elzctl.intake.minutes.point_words import ASIDE, SUBJECT
from elzctl.intake.minutes.promising import VERBS
from elzctl.intake.minutes.who import Directory

_MANY = re.compile(r"\s(?P<verb>[a-zà-ÿ]{3,}en|gaan|doen|will)(?=\s)")
_JOINS = re.compile(r",|;|&|\+|\s(?:en|and|samen met)\s")
_MOST, _FARTHEST = 5, 160  # words of a name, and characters before the verb of many
# With a verb in the plural; of one, such a verb says what is to be done with it.
_PLURAL = re.compile(r"(?i)(?:\w{4,}(?:en|ers|isten|centra|groups?|partners)|\w+s)\Z")
# What is done with partners, by somebody else.
_DONE_TO = frozenset(
    """aanmoedigen aanschrijven aanspreken activeren bedanken begeleiden bellen betrekken bevragen briefen consulteren contacteren herinneren inlichten
    informeren inschakelen interviewen mailen motiveren ondersteunen opbellen opleiden samenbrengen samenroepen sensibiliseren uitnodigen verwittigen""".split()
)
_OF_LIST = re.compile(r"(?:de|onze) (?=[a-zà-ÿ])")  # before what somebody of the list does there
_JOINING = ("en", "and", "of", "or")
_NO_VERB = frozenset("tussen binnen tegen tijdens samen eigen alleen buiten boven iedereen allen".split())


def subject(text: str, directory: Directory, *, sure: bool) -> tuple[Who, str] | None:
    """Who does it, and the words for them, which stay; ``None`` when the subject is no name.

    With *sure*, in a list of actions, two words or more with capitals before a verb name somebody that is not known yet.
    """
    return _many(text, directory) or _one(text, directory) or (_new(text, directory) if sure else None)


def _many(text: str, directory: Directory) -> tuple[Who, str] | None:
    """Several who are all known, before a verb in the plural."""
    for verb in _MANY.finditer(text, 0, _FARTHEST):
        words = text[: verb.start()]
        if verb["verb"] in VERBS and _JOINS.search(words):
            who = directory.all_known(words)
            return None if who is None else (who, words)
    return None


def _one(text: str, directory: Directory) -> tuple[Who, str] | None:
    words = text.split()
    for count in range(min(_MOST, len(words) - 1), 0, -1):
        name = ASIDE.sub("", " ".join(words[:count]))
        bare = re.sub(r"\A(?:de|het|the) (?=[A-ZÀ-Þ])", "", name)
        is_name = bare[:1].isupper() or directory.actor(name) is not None
        is_name = is_name or (_OF_LIST.match(name) is not None and directory.person(name) is not None)
        if (
            not is_name
            or name.endswith(":")
            or not re.match(r"[a-zà-ÿ]{2,}\b(?!-)", words[count])
            or _is_done_to(name, words[count])
        ):
            continue
        if directory.actor(name) is not None or (count < 3 and directory.person(name) is not None):
            if words[count] in _JOINING:
                return None  # who else does it is not known
            who = directory.who(name, sure=False)
            return (who, name) if who is not None and (who.ids or who.people) else None
    return None


def _is_done_to(name: str, behind: str) -> bool:
    """True for ``Logo contacteren``: one, and a verb that is not of one; or ``Huisartsen bevragen``."""
    verb = behind.strip(".,;:")
    if verb in _DONE_TO:
        return True
    is_many = re.fullmatch(r"[a-zà-ÿ]{3,}en|gaan|doen", verb) is not None and verb not in _NO_VERB
    return is_many and (name[:1].islower() or _PLURAL.search(name) is None)


def _new(text: str, directory: Directory) -> tuple[Who, str] | None:
    """Two words or more with capitals before *bezorgt* and the like."""
    match = SUBJECT.match(text)
    if match is None or match["verb"] not in VERBS:
        return None
    who = directory.who(match["who"], sure=True)
    return (who, match["who"]) if who is not None and (who.ids or who.people) and not who.rest else None
