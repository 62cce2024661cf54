"""Words that stand where a name belongs and name no organisation: *ik*, *allen*, *het team*, *+ 2 studenten*."""

from __future__ import annotations

import re

from elzctl.intake.folded import folded

_WORDS = frozenset(
    """ik ikzelf mij wij we wijzelf ons onszelf jij jullie hij zij ze hen hem haar i me us you they them he she myself ourselves
    allen allemaal alleman iedereen elkeen eenieder ieder elk alle alles niemand iemand anderen andere overigen overige rest
    everyone everybody all anyone someone nobody others team teams groep samen together collega collegas collega's idem
    aanwezigen deelnemers leden members participants attendees voltallig volledig nihil geen onbekend unknown ? nvt""".split()
)
_GROUPS = r"(?:studente?n?|stagiaire?s?|stagiairs|collega['’]?s?|personen|persoon|mensen|leden|lid|anderen?|deelnemers?|aanwezigen|gasten?|vrijwilligers?|students?|people|persons?|others?|colleagues?|guests?|members?|interns?)"
_ALL = r"(?:alle|al|de|het|ons|onze|elk|elke|ieder|iedere|wij|we|all|the|our|each|every|en|and|of|samen|met|hele|whole|volledige|overige|andere)"
_FORMS = re.compile(
    rf"(?:\+\s*)?(?:\d{{1,3}}|een|twee|drie|vier|vijf|enkele|two|three|some|a few)\s+{_GROUPS}|\+.*|(?:.*\s)?(?:behalve|uitgezonderd|met uitzondering|except|apart from)\s.*"
)

# *75 kastjes*; a legal form behind a number is another thing.
_THINGS = re.compile(r"\d[\d.,]*\s(?!vzw|asbl)[a-zà-ÿ]{4,}")


def is_nobody(name: str) -> bool:
    """True for words that name nobody in particular, or everybody."""
    plain = " ".join(folded(name).lower().split()).strip(" .,;:()")
    if _FORMS.fullmatch(plain) or _THINGS.fullmatch(" ".join(name.split()).strip(" .,;:()")):
        return True
    rest = [word for word in plain.split() if not re.fullmatch(_ALL, word)]
    return bool(plain) and (not rest or (len(rest) == 1 and rest[0] in _WORDS))
