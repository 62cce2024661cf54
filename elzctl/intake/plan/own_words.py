"""What our own documents print around the plan, in both languages: the words with which they say what a value is."""

from __future__ import annotations

import re

from elzctl.wording import LANGUAGES, Language, Message, say

_LANGUAGES = tuple(map(Language, LANGUAGES))


def _both(*messages: Message) -> frozenset[str]:
    return frozenset(language(message) for message in messages for language in _LANGUAGES)


def _table(rows: dict[Message, str]) -> dict[str, str]:
    return {language(message): value for message, value in rows.items() for language in _LANGUAGES}


MARK = _both(say("Role of the zone"), say("At a glance"))
"""No other document says these."""

DERIVED = _both(
    say("At a glance"),
    say("Contents"),
    say("Colophon"),
    say("Accessibility statement"),
    say("What changed"),
)
APPENDIX = re.compile("|".join(rf"(?:{re.escape(words)})\s+\d+\b" for words in ("Appendix", "Bijlage")))
NAMED_IN = _both(say("Organisation or group"), say("Target group"))
OF_LEADS = frozenset(
    (
        *(tuple(language(one) for one in (say("Action"), say("Period"), say("State"))) for language in _LANGUAGES),
        ("Actie", "Periode", "Staat"),  # what older documents say
    )
)
OF_DECISIONS = frozenset(
    tuple(language(one) for one in (say("Who and when"), say("Decision"), say("Actions"))) for language in _LANGUAGES
)
"""What stands above the columns of the lists at the back."""
AT_A_GLANCE = frozenset(
    (
        *(tuple(language(one) for one in (say("No."), say("Goal or action"), say("State"))) for language in _LANGUAGES),
        ("Nr.", "Doelstelling of actie", "Staat"),  # what older documents say
    )
)
NOBODY = _both(say("No lead yet"))
SHORT_IN = _both(say("Abbreviation"))
SEE_STEPS = _both(say("see the steps"))
NO_EVALUATION = _both(say("No evaluation:"))
DONE = re.compile(r"(?:\A|,\s*|\s)(?:done|klaar):\s*(?P<date>.+)\Z")
ROLES = _table(
    {
        say("Director"): "director",
        say("Lead"): "lead",
        say("Facilitator"): "facilitator",
        say("Partner"): "partner",
        say("Follower"): "follower",
    }
)
PERS = _table(
    {
        say("per year"): "year",
        say("per half-year"): "half-year",
        say("per quarter"): "quarter",
        say("per month"): "month",
    }
)
HEALTHS = _table({say("on track"): "on-track", say("at risk"): "at-risk", say("off track"): "off-track"})
DETAILS = _table(
    {
        say("Target"): "target",
        say("Counted in"): "unit",
        say("Measured by"): "measure",
        say("Measured"): "measured",
        say("Counted from the minutes of"): "count",
        say("Counted"): "derived",
        say("Not approved yet"): "derived",
    }
)
PARTS_OF_CONDITION = _table(
    {say("Who decides"): "from", say("When it is known"): "by", say("If so"): "then", say("If not"): "otherwise"}
)
EMPTY = _both(
    say("Not filled in yet"),
    say("This goal has no actions yet."),
    say("This goal has no operational goals yet."),
    say("This plan has no goals and no actions yet."),
)
