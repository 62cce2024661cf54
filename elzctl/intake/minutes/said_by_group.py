"""Sentences in which the group says itself that it decided or agreed something, behind other words too: ``Daarom hebben we beslist dat …``."""

from __future__ import annotations

import re

from elzctl.intake.minutes.resolved import BODY

_ALSO = r"(?:(?:dan|ook|nog|verder|daarom|dus|samen|unaniem|eenparig|uiteindelijk|wel|alvast|intussen|principieel|formeel|voortaan|bewust|nu|vandaag|er|hier|daar|hierover|hiervoor|alleen|voorlopig)\s)*"
_WE = rf"(?:we|wij|{BODY})"
_TO = r"(?:om|dat|voor)\s(?=\S)"
_DECIDED = r"(?:beslist|besloten)"
_AGREED = r"(?:afgesproken|overeengekomen)(?:\smet\s[^.,;:]{2,60})?"
# The words of a sentence up to those that say that it was decided, and these.
_DECIDES = re.compile(
    rf"(?i)\W*(?P<head>)(?:{_WE}\s(?:hebben|heeft)\s{_ALSO}{_DECIDED}\s{_TO}"
    rf"|{_WE}\s(?:kiezen|kiest|kozen|koos|opteren|opteert|opteerden)\s{_ALSO}(?:ervoor\s)?(?:om|dat)\s"
    rf"|er\s(?:wordt|werd|is)\s{_ALSO}(?:voor\s)?gekozen\s(?:om|voor)\s)"
)
_DECIDES_BEHIND = re.compile(
    rf"(?i)\W*(?P<head>[^.;:?!]{{2,110}}?),?\s(?:(?:hebben|heeft)\s{_WE}\s{_ALSO}{_DECIDED}\s{_TO}"
    rf"|(?:beslissen|beslisten|besluiten|besloten|beslist|besliste|besluit|besloot)\s{_WE}\s{_ALSO}(?:om|dat)\s"
    rf"|(?:kiezen|kozen|kiest|koos)\s{_WE}\s{_ALSO}ervoor\s(?:om|dat)\s"
    rf"|(?:wordt|werd|is)\s{_ALSO}{_DECIDED}\s{_TO})"
)
_AGREES_BEHIND = re.compile(
    rf"(?i)\W*(?P<head>[^.;:?!]{{2,110}}?),?\s(?:(?:wordt|werd|is)\s{_ALSO}{_AGREED}\s(?:dat|om)\s"
    rf"|(?:spreken|spraken|spreekt|sprak)\s{_WE}\s{_ALSO}af(?:\smet\s[^.,;:]{{2,60}})?\s(?:dat|om)\s"
    rf"|(?:hebben|heeft)\s{_WE}\s{_ALSO}{_AGREED}\s(?:dat|om)\s)"
)
# Another time, other people, a condition, or a part of another sentence.
_ELSEWHERE = re.compile(
    r"(?i)\b(?:vorige?|vorig|eerder\w*|destijds|toen|toenmalige?|vroeger|indertijd|ooit|gisteren|sinds|reeds|al|zoals|als|indien|zodra|wanneer|tenzij|of|nog|niet|nooit|omdat|doordat|waarbij|waarin|waarop|die|dat"
    r"|minister\w*|vlaamse?|federale?|gemeenteraad\w*|regering|parlement|kabinet|(?:januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december|voorjaar|najaar|lente|herfst|zomer|winter)|(?:19|20)\d\d|\d{1,2}/\d{1,2})\b"
)


def decides(sentence: str) -> bool:
    """True for a sentence in which the group says that it decided something, here and now."""
    found = _DECIDES.match(sentence) or _DECIDES_BEHIND.match(sentence)
    return found is not None and _is_here(found)


def agrees_behind(sentence: str) -> bool:
    """True for one that says, behind other words, that something was agreed here and now."""
    found = _AGREES_BEHIND.match(sentence)
    return found is not None and _is_here(found)


def _is_here(found: re.Match[str]) -> bool:
    said = found[0].rpartition(" ")[0] if found[0].endswith(" ") else found[0]
    return _ELSEWHERE.search(re.sub(r"(?i)\s(?:om|dat|voor)\s*\Z", "", said)) is None
