"""The index that the search box looks in: a script that sets one variable, for folders have no server.

The index is made of the pages, so that nothing is in it that is not public.  It holds the title and the first words of
each page and decision, and for every stem the pages in which it stands, of a meeting the part of the page; the box loads
it when somebody wants to search.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import cache
from typing import Any, cast

from elzctl.dates import in_words
from elzctl.meeting import Meeting, Resolution
from elzctl.record import NamedTuple
from elzctl.render.markdown import clean, plain
from elzctl.render.minutes_document import is_shown
from elzctl.render.site.continued import is_more
from elzctl.render.site.page import PublicPage, Site
from elzctl.render.site.search_words import RULES, STOP, stems
from elzctl.render.strict_json import strict_json
from elzctl.render.tree import (
    Badge,
    Block,
    Break,
    Code,
    Emphasis,
    Fiche,
    Heading,
    Jump,
    Link,
    Listing,
    Paragraph,
    Strong,
    Table,
    Text,
)
from elzctl.views.published import has_minutes
from elzctl.wording import Message, say

VARIABLE = "elzSearch"
LEAD, TITLE = 150, 240
"""So many characters of the first words of a page, and of a title, are shown."""
_TELLING = 40
"""A line of more characters than this says something; a shorter one is mostly a name or a label."""

_INLINES = frozenset({Text, Strong, Emphasis, Code, Break, Link, Jump, Badge})
_DECISION = "decision"

KINDS: Mapping[str, tuple[Message, float]] = {
    "action": (say("Action"), 1.3),
    "goal": (say("Goal"), 1.1),
    _DECISION: (say("Decision"), 1.0),
    "meeting": (say("Meeting"), 1.0),
    "chapter": (say("Chapter"), 1.0),
    "group": (say("Target group"), 1.0),
    "theme": (say("Theme"), 1.0),
    "actor": (say("Partner"), 1.0),
    "list": (say("List"), 0.9),
    "text": (say("About this site"), 0.8),
}
"""What can be found, what it is called, and how much it weighs; the order is that of what is equally good."""
ALSO: Mapping[str, Message] = {"action": say("fiche"), "goal": say("strategic operational SG OG")}
"""What a kind is called too by who searches."""
HELP: tuple[tuple[str, Message], ...] = (
    ("page:plan", say("Plan")),
    ("page:subjects", say("Target groups and themes")),
    ("page:actors", say("Who does what")),
    ("page:all", say("All pages")),
)
"""Where who finds nothing can go on looking; a page that was not made is left out."""

_WHOLE = ("action", "meeting", "chapter", "goal")
"""Pages of which the text is searched; the others are lists of what has a page of its own, and are found by their titles."""

LISTS: Mapping[str, tuple[str, Message]] = {
    "action": ("page:plan", say("All goals and actions")),
    "goal": ("page:plan", say("All goals and actions")),
    _DECISION: ("page:decisions", say("Decisions")),
}
"""What is asked for by a number, and where all of that kind stands, for who asks for one that is not there."""

SAID: Mapping[str, Message] = {
    "found": say("Found: {count}", count="{count}"),
    "first": say("Found: {count}. These are the first {shown}; with a word more there will be fewer.", count="{count}", shown="{shown}"),
    "some": say("Nothing has all of these words. Found with some of them: {count}", count="{count}"),
    "short": say("Type at least two letters, or a number."),
    "none": say("Nothing was found for “{words}”.", words="{words}"),
    "mean": say("Did you mean “{word}”?", word="{word}"),
    "help": say("You can search actions, goals, chapters, minutes, decisions, lists, target groups, themes and partners, by words that stand in them or by a number such as 1.2.3."),
    "lacking": say("There is no {kind} {number}.", kind="{kind}", number="{number}"),
    "near": say("This may help you further:"),
    "inside": say("in the text:"),
    "under": say("(under “{title}”)", title="{title}"),
    "results": say("What was found"),
    "keys": say("The key / leads here"),
}  # fmt: skip


class Entry(NamedTuple):
    """Something that can be found: where it is, its number (``""`` without one), its title and first words, its stems.

    ``to_come`` is true of a meeting that was not over on the day of the site, and has no minutes yet.  ``passages`` are the
    items of the agenda in minutes, and the stems under each; ``stems`` are then those that stand under none of them.
    """

    kind: str
    path: str
    number: str
    title: str
    lead: str
    stems: frozenset[str] = frozenset()
    to_come: bool = False
    passages: tuple[tuple[str, frozenset[str]], ...] = ()


def index_file(site: Site, found: Iterable[Entry]) -> bytes:
    """The index of the pages and decisions of which these are the entries, as a script."""
    # A line of script, which cannot end an element of a page, wherever it may be put.
    data = strict_json(index(tuple(entries(found)), site), indent=None).replace("</", "<\\/")
    return f"{VARIABLE} = {data};\n".encode()


def index(found: Sequence[Entry], site: Site) -> dict[str, Any]:
    """What the script needs: what there is, in which of it each stem stands, and how words are compared and said."""
    places: dict[str, list[int]] = {}
    # What stands in a passage has the number of that, which comes after those of all entries.
    passages = [(place, *one) for place, entry in enumerate(found) for one in entry.passages]
    titles = {title: at for at, title in enumerate(dict.fromkeys(title for _, title, _ in passages))}
    held = [*(entry.stems for entry in found), *(inside for _, _, inside in passages)]
    for place, some in enumerate(held):
        for stem in some:
            places.setdefault(stem, []).append(place)
    known = sorted(places)
    numbers = [_base36(place) for place in range(len(held))]
    return {
        "version": 1,
        "kinds": {kind: [site.say(label), weight, *_also(kind, site)] for kind, (label, weight) in KINDS.items()},
        "entries": [list(entry[:5]) for entry in found],
        "titles": list(titles),
        "passages": [
            [place, *(titles[title] for title, _ in one.passages)] for place, one in enumerate(found) if one.passages
        ],
        "stems": " ".join(known),
        "places": ",".join(_counted(places[stem], numbers) for stem in known),
        "rules": [list(rule) for rule in RULES],
        "stop": " ".join(sorted(STOP)),
        "said": {key: site.say(message) for key, message in SAID.items()},
        "help": [[path, site.say(title)] for name, title in HELP if (path := site.places.page(name))],
        "lists": {kind: [site.places.page(name), site.say(title)] for kind, (name, title) in LISTS.items()},
        "months": [in_words(date(2000, month, 1), site.say.code).split(" ")[1] for month in range(1, 13)],
    }


def entries(found: Iterable[Entry]) -> Iterator[Entry]:
    """What can be found, in the order of what is equally good.

    First the meetings that are to come, the next one first; then by kind, the last meeting first.
    """
    by_kind: dict[str, list[Entry]] = {kind: [] for kind in KINDS}
    for entry in found:
        by_kind[entry.kind].append(entry)
    meetings = by_kind["meeting"]
    yield from (one for one in meetings if one.to_come)
    by_kind["meeting"] = [one for one in reversed(meetings) if not one.to_come]
    for some in by_kind.values():
        yield from some


def _is_to_come(meeting: Meeting, site: Site) -> bool:
    last = meeting.date.last if meeting.date is not None else meeting.day
    return last >= site.today and not has_minutes(site.plan, meeting)


def _also(kind: str, site: Site) -> Iterator[str]:
    if kind in ALSO:
        yield site.say(ALSO[kind])


def entry(page: PublicPage, site: Site) -> Entry | None:
    """What can be found of a page; ``None`` for one that is not looked for."""
    if page.kind not in KINDS or page.name == "page:missing":
        return None
    number = site.plan.titles.get(page.name, ("", ""))[0]
    meeting = site.plan.meetings_by_id.get(page.name)
    title = page.full_title if is_more(page) else page.title
    title = clean(title) if meeting is None else f"{clean(title)}, {site.text.day(meeting)}"
    shown = title.removeprefix(f"{number} ")
    if page.kind not in _WHOLE:
        return Entry(page.kind, page.path, number, _cut(shown, TITLE), "")
    if meeting is not None:
        lead = _of_meeting(meeting, site)
    else:
        lead = next((line for line in _telling(page.blocks) if len(line) > _TELLING and line != shown), "")
    blocks, items = _divided(page.blocks) if page.kind == "meeting" else (page.blocks, ())
    named = stems(title)
    passages = tuple((_cut(name, LEAD), stems("\n".join(_lines(some, tables=True))) - named) for name, some in items)
    text = stems("\n".join(_lines(blocks, tables=page.kind != "goal"))) - named
    # The lists at the end repeat what was noted under the items of the agenda.
    text = text.difference(*(inside for _, inside in passages))
    ahead = meeting is not None and _is_to_come(meeting, site)
    return Entry(page.kind, page.path, number, _cut(shown, TITLE), _cut(lead, LEAD), text, ahead, passages)


def decisions(site: Site) -> Iterator[tuple[str, Entry]]:
    """The decisions with their ids, those of the last meeting first."""
    for meeting in reversed(site.plan.meetings):
        for one in meeting.resolutions:
            yield one.id, _decision(meeting, one, site)


def _decision(meeting: Meeting, one: Resolution, site: Site) -> Entry:
    words = clean(site.public(plain(site.text.noted(one.text))))
    path = site.places.link("", one.id) or site.places.page("page:decisions")
    where = f"{site.text.number(one.id.rpartition('/')[2])}, {site.text.meeting(meeting)}"
    if unsettled := site.text.unsettled(meeting):
        where += f", {unsettled}"
    title = _cut(words, TITLE)
    return Entry(_DECISION, path, "", title, clean(site.public(where)), stems(words) - stems(title))


def _of_meeting(meeting: Meeting, site: Site) -> str:
    """What is on the agenda: the first sentence of minutes is mostly one about other minutes."""
    items = [item for item in meeting.minutes.items if is_shown(item, site.text)]
    return clean(site.public(" · ".join(plain(site.text.item(item.title)) for item in items)))


def _divided(blocks: tuple[Block, ...]) -> tuple[tuple[Block, ...], list[tuple[str, tuple[Block, ...]]]]:
    """What does not stand under an item of the agenda with a number, and what stands under each, with its number and title."""
    starts = [at for at, block in enumerate(blocks) if block.__class__ is Heading and block.level == 1]
    rest, items = blocks[: starts[0]] if starts else blocks, []
    for at, end in zip(starts, [*starts[1:], len(blocks)], strict=False):
        head = cast("Heading", blocks[at])
        if head.label:
            items.append((f"{head.label} {clean(plain(head.children))}", blocks[at:end]))
        else:
            rest += blocks[at:end]
    return rest, items


def _telling(blocks: tuple[Block, ...]) -> Iterator[str]:
    """The lines that may say what a page is about: of a fiche its text, and not who does what by when, nor that it is late."""
    for block in blocks:
        told: object = block
        if isinstance(block, Fiche):
            intro = tuple(one for one in block.intro if not _is_bold(one))
            told = (intro, tuple(field.blocks for field in block.fields if not field.brief))
        yield from _lines(told, tables=False)


def _is_bold(block: Block) -> bool:
    return isinstance(block, Paragraph) and len(block.children) == 1 and isinstance(block.children[0], Strong)


def _lines(node: object, *, tables: bool) -> list[str]:
    """What stands in blocks, a line at a time; no labels."""
    lines: list[str] = []
    if node:
        _gather(node, lines, tables=tables)
    return lines


def _gather(node: Any, lines: list[str], *, tables: bool) -> None:
    kind = node.__class__
    if kind is tuple and node[0].__class__ in _INLINES:
        words = node[0].text if len(node) == 1 and node[0].__class__ is Text else plain(node)
        lines.append(" ".join(words.split()))
    elif kind is Listing:
        lines.append(node.text)
    elif kind is not Table or tables:
        for one in node:
            if one and isinstance(one, tuple):
                _gather(one, lines, tables=tables)


def _cut(text: str, most: int) -> str:
    """The beginning of a text, up to the end of a word."""
    return text if len(text) <= most else f"{re.sub(r'[^ ]*$', '', text[:most]).rstrip() or text[:most]} …"


def _counted(places: Sequence[int], numbers: Sequence[str]) -> str:
    """Ascending numbers as how much each is more than the one before, as *numbers* say it."""
    if len(places) == 1:  # as of most stems
        return numbers[places[0]]
    return " ".join([numbers[place - before] for before, place in zip([0, *places[:-1]], places, strict=True)])


@cache
def _base36(value: int) -> str:
    high, digit = divmod(value, 36)
    return (_base36(high) if high else "") + "0123456789abcdefghijklmnopqrstuvwxyz"[digit]
