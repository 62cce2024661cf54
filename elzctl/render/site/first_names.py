"""By what feeds and calendars know a thing that got another id: by the first one that it had, so that it does not come back as new.

A site is made of what the files say now; what Git knows comes to it afterwards, here.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from elzctl.render.site.feed_entry import urn_of

_ENTRY = re.compile(rb"(<entry>\n<id>)([^<]*)(</id>\n.*?<published>)([^<T]*)(.*?</entry>\n)", re.DOTALL)
_UID = re.compile(rb"^UID:(?:[^\r]|\r\n )*", re.MULTILINE)
_OF_ACTION = r"-(?:deadline|[0-9a-f]{12}(?:-[0-9]+)?)"
"""What stands behind the id of an action in the name of an event."""


def in_feed(feed: bytes, names: Mapping[str, str], house: str) -> bytes:
    """A feed in which entries have the name that they had first; *names* has the first id by the one of today."""

    def named(match: re.Match[bytes]) -> bytes:
        before, known, between, day, after = match.groups()
        new = _first_urn(known.decode(), day.decode(), names, house)
        return b"".join((before, new.encode(), between, day, after))

    return _ENTRY.sub(named, feed)


def in_calendar(data: bytes, names: Mapping[str, str]) -> bytes:
    """A calendar in which events have the name that they had first."""
    from elzctl.render.ics import folded

    known = "|".join(map(re.escape, sorted(names, key=len, reverse=True)))
    pattern = re.compile(rf"UID:({known})((?:{_OF_ACTION}|/[^@]*)?@.*)", re.DOTALL)

    def named(match: re.Match[bytes]) -> bytes:
        whole = match[0].replace(b"\r\n ", b"").decode()
        found = pattern.fullmatch(whole)
        return match[0] if found is None else folded(f"UID:{names[found[1]]}{found[2]}").removesuffix(b"\r\n")

    return _UID.sub(named, data)


def _first_urn(known: str, day: str, names: Mapping[str, str], house: str) -> str:
    """The first name of an entry that has its name of today; the same for one of what kept its id."""
    for now, first in names.items():
        for form in ("action/{name}/{day}", "minutes/{name}"):
            if known == urn_of(house, form.format(name=now, day=day)):
                return urn_of(house, form.format(name=first, day=day))
    return known
