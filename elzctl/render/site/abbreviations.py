"""What abbreviations mean, for who does not know them: on a page of their own, and below each page of text that has some."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from html import escape

from elzctl.record import NamedTuple
from elzctl.render.html_blocks import Writer
from elzctl.render.markdown import clean, plain
from elzctl.render.site.page import Page, Site
from elzctl.render.tree import Fact, Facts, Jump, Paragraph, Text
from elzctl.wording import say

BELOW = frozenset({"home", "plan", "action", "goal", "chapter", "meeting", "group", "theme"})
"""The kinds of pages that say it: those that people read, and no lists of names."""
LONGEST, _AROUND = 6_000, 50
"""Bytes of those that stand below a page, which leads to the page of all when there are more; and those around each."""
_MARK = "<[^>]*>"


class Meanings(NamedTuple):
    """What each abbreviation means, by how it stands in HTML; and a ``pattern`` that finds them and perhaps some other words."""

    pattern: re.Pattern[str]
    facts: Mapping[str, Fact]
    may_be_mark: bool
    """True when one of them has no capitals, and may be found in a tag or an address too."""


def abbreviation_pages(site: Site) -> Iterator[Page]:
    """What all abbreviations of the plan mean, in the order of the alphabet; no page when it gives none."""
    found = site.once("abbreviations", meanings)
    if found is not None:
        yield site.page("page:abbreviations", say("Abbreviations"), (Facts(tuple(found.facts.values())),))
    else:
        site.places.drop("page:abbreviations")


def spelled_out(page: Page, site: Site, writer: Writer, drawn: str) -> str:
    """What the abbreviations mean that stand in what was *drawn* of a page."""
    found = site.once("abbreviations", meanings) if page.kind in BELOW else None
    if found is None:
        return ""
    there = found.facts.keys() & set(found.pattern.findall(drawn))
    if there and found.may_be_mark:
        there &= set(found.pattern.findall(re.sub(_MARK, " ", drawn)))
    if not there:
        return ""
    told, left = [], LONGEST
    for fact in (fact for name, fact in found.facts.items() if name in there):
        left -= _AROUND + len(fact.label) + len(plain(fact.children).encode())
        if left >= 0:
            told.append(fact)
    facts = writer.facts(Facts(tuple(told))) if told else ""
    if left < 0:
        all_of_them = Jump("page:abbreviations", (Text(site.say(say("All abbreviations"))),))
        facts += writer.blocks((Paragraph((all_of_them,)),))
    title = escape(site.say(say("Abbreviations on this page")))
    return f'<section class="abbreviations">\n<h2>{title}</h2>\n{facts}</section>\n'


def meanings(site: Site) -> Meanings | None:
    """What the plan says that its abbreviations mean; ``None`` when it says nothing."""
    pairs = sorted(site.plan.settings.abbreviations.items(), key=lambda pair: pair[0].casefold())
    told = site.public(tuple(Fact(clean(short), site.text.line(meaning)) for short, meaning in pairs if clean(short)))
    facts = {escape(fact.label): fact for fact in told}
    if not facts:
        return None
    # Where one may begin is seen by its first letter alone: that is ten times as fast as to try each of them there.
    firsts = "".join(re.escape(letter) for letter in sorted({name[0] for name in facts}))
    rests = "|".join(re.escape(name[1:]) for name in sorted(facts, key=len, reverse=True))
    pattern = re.compile(rf"[{firsts}](?<![\w&].)(?:{rests})(?!\w)")
    return Meanings(pattern, facts, any(name == name.lower() for name in facts))
