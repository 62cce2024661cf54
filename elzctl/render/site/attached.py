"""The files that go with minutes on a site: where they stand, and how a page leads to them; and the pictures in texts.

A page leads only to what was read and found harmless; the rest stays a name in words.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from datetime import date
from hashlib import sha256
from typing import NamedTuple

from elzctl.ids import fault, slug
from elzctl.model import Plan
from elzctl.picture_names import name_alone
from elzctl.pictures import IN_TEXT, Picture, Unusable, picture
from elzctl.render.plan_text import PlanText
from elzctl.render.tree import Inline, Jump, Text
from elzctl.views.published import is_open
from elzctl.wording import Language, say

ANCHOR = "file:"
_KILO = 1000
_ADDRESS = re.compile(rb"assets/[0-9a-f]{20}\.(?:png|jpeg)")


class Attached(NamedTuple):
    """A file of the site: its path from the root, and how many bytes it has."""

    path: str
    size: int


def names(public: Plan) -> tuple[str, ...]:
    """The files that go with the public meetings of the published plan, each once."""
    found = (one.file for meeting in public.meetings if is_open(public, meeting) for one in meeting.attachments)
    return tuple(dict.fromkeys(name for name in found if name in public.attachments))


def paths(found: Iterable[str], folder: str) -> dict[str, str]:
    """Where files stand, by their names: names that every computer can write, none of them twice."""
    made: dict[str, str] = {}
    taken: set[str] = set()
    for name in sorted(found):
        stem, _, ending = name.rpartition(".")
        file = slug(stem)[:60].strip("-")
        if not file or fault(file) is not None or f"{file}.{ending.lower()}" in taken:
            file = f"{file[:50] or 'x'}-{sha256(name.encode(errors='replace')).hexdigest()[:8]}".strip("-")
        taken.add(f"{file}.{ending.lower()}")
        made[name] = f"{folder}/{file}.{ending.lower()}"
    return made


class SiteText(PlanText):
    """The texts of a plan for a site, where files stand beside the pages."""

    def __init__(self, plan: Plan, language: Language, today: date, attached: Mapping[str, Attached]) -> None:
        """*attached* are the files to which pages can lead, by their names."""
        super().__init__(plan, language, today)
        self._attached = attached

    def attachment(self, name: str, title: str) -> tuple[Inline, ...]:
        """A link to the file, with what it is and how large; only its title, else its name, when it is not on the site."""
        found = self._attached.get(name)
        if found is None:
            return self.line(title) or (Text(name_alone(name)),)
        kind, size = name.rpartition(".")[2].upper(), in_bytes(found.size, self.say)
        return (Jump(f"{ANCHOR}{name}", self.line(title) or (Text(name),)), Text(f" ({kind}, {size})"))


def picture_path(picture: Picture) -> str:
    """Where a picture stands: what it is called comes from what is seen on it."""
    return f"assets/{sha256(picture.data).hexdigest()[:20]}.{picture.kind}"


def picture_files(plan: Plan, pages: Mapping[str, bytes]) -> Iterator[tuple[str, bytes]]:
    """The pictures that pages show; one that only an internal text or a draft shows is none of them."""
    found = frozenset(match for data in pages.values() if _ADDRESS.search(data) for match in _ADDRESS.findall(data))
    for raw in plan.pictures.values() if found else ():
        if isinstance(raw, bytes):
            with suppress(Unusable):
                one = picture(raw, IN_TEXT)
                if (path := picture_path(one)).encode() in found:
                    yield path, one.data


def in_bytes(size: int, language: Language) -> str:
    """How large a file is, in words."""
    kilobytes = max(1, round(size / _KILO))
    if kilobytes < _KILO:
        return language(say("{count} kB", count=kilobytes))
    count = f"{kilobytes / _KILO:.1f}"
    return language(say("{count} MB", count=count.replace(".", ",") if language.code == "nl" else count))
