"""The partners that a line of a plan lists behind their label."""

from __future__ import annotations

import re
from collections.abc import Iterator

from elzctl.intake import persons, who

_PARTNERS = re.compile(
    r"(?i)\W*(?:(?:kern|andere|mogelijke|betrokken|externe|lokale|netwerk)[\s-]*)*(?:partners?|samenwerkingspartners|actoren|in samenwerking met|samen met)\s*:\s*"
)


def partners_of(text: str) -> Iterator[str]:
    """The names of a line that lists partners, but for those that look like people."""
    label = _PARTNERS.match(text)
    for name in who.names(text[label.end() :]) if label else ():
        if not persons.may_be_person(name) and name[:1].isupper():
            yield name
