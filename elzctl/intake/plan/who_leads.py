"""Sentences that tell who leads an action: *Trekker is CAW Oost, met steun van Samana*, *Logo Zuid trekt dit*."""

from __future__ import annotations

import re

_WITH = r"(?:,?\s+(?:samen met|met (?:de )?(?:steun|hulp|medewerking|ondersteuning) van|in samenwerking met|ondersteund door|together with|with support from|with)\s+(?P<along>[^.;:?!]+))?"
_OF_THIS = r"(?:(?:van|voor|of|for) (?:deze actie|dit project|dit|de actie|this action|this)\s+)?"
_SAID = (
    re.compile(
        rf"(?i)(?:(?:de|the|onze)\s+)?(?:trekkers?|kartrekkers?|(?:eind)?verantwoordelijken?|lead)\s+{_OF_THIS}(?:is|zijn|wordt|are)\s+(?P<lead>[^.;:?!]+?){_WITH}\s*[.!]?"
    ),
    re.compile(
        rf"(?P<lead>[^.;:?!]+?)\s+(?:(?:trekt|trekken|leidt|leiden|coördineert|coördineren|leads?|coordinates?)\s+(?:dit|deze actie|de actie|this action|this)|(?:neemt|nemen)\s+(?:hier(?:voor|bij|in)?\s+|voor deze actie\s+)?(?:het voortouw|de leiding)){_WITH}\s*[.!]?"
    ),
)


def says_who(sentence: str) -> re.Match[str] | None:
    """The sentence, with ``lead`` and ``along`` in it; ``None`` for another one."""
    return next((one for pattern in _SAID if (one := pattern.fullmatch(sentence)) is not None), None)
