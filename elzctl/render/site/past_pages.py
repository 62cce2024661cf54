"""The history of a plan on its site: what changed in an action or a meeting, and pages that moved.

It comes out of Git.  Nothing of it names who made a commit.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from html import escape
from typing import TYPE_CHECKING

from elzctl import dates
from elzctl.model import Plan
from elzctl.record import NamedTuple
from elzctl.render.date_words import in_language
from elzctl.render.markdown import clean
from elzctl.render.plain_title import plain_title
from elzctl.render.redacted import Redactor
from elzctl.render.site.feed_entry import Entry as NewsEntry
from elzctl.render.site.feed_entry import entry_lines, house_of, urn
from elzctl.render.site.options import DOCUMENTS
from elzctl.render.site.past import LEADING_ON, MOST_NEWS, Moved, Past
from elzctl.render.site.places import Places, relative
from elzctl.wording import Language, say, say_count

if TYPE_CHECKING:
    from elzctl.views.pages_history import PagesPast

_FEW_NEW = 5
"""So many actions that came on one day are news; when that was most of the plan, it was brought into Git."""
FIRST = 5
"""So many changes are seen at once; the older ones are folded."""
LONGEST = 12_000
"""Bytes of the changes that a page tells, so that it stays light; always the last one."""

_KINDS = ("action", "goal", "chapter", "meeting", "actor")
_POLICY = "default-src 'none'; style-src 'self'; script-src 'self'; img-src data:; base-uri 'none'; form-action 'none'"


class Entry(NamedTuple):
    """What happened on a day, in words; *is_new* when the thing came on that day.

    *news* is what of it is new on that day: not what says itself on which day it was.
    """

    day: date
    lines: tuple[str, ...]
    is_new: bool = False
    news: tuple[str, ...] = ()


def drawn(
    entries: Mapping[str, Sequence[Entry]],
    found: PagesPast,
    plan: Plan,
    language: Language,
    horizon: date | None,
    address: str = "",
) -> Past:
    """The past of the published *plan*, drawn; *entries* are what of *found* is told."""
    first = found.first
    places = Places(plan, language.code)
    sections = {places.page(name): _section(some, language, horizon) for name, some in entries.items()}
    sections[f"{places.folder('feed')}/{places.folder('feed-actions')}.xml"] = _news(
        entries, places, plan, address, first
    )
    pages: dict[str, Moved] = {}
    redactor = Redactor(plan)
    twins = dict(_calendars(found, places, plan))
    now = frozenset((*plan.titles, *plan.meetings_by_id, *plan.actors))
    for old, new, before in _all(found.moved, found.actors):
        if old not in now and new in now:
            title = plan.actor_name(new) if before else _title(new, plan, language)
            words = redactor.hidden(clean(plain_title(title or new, plan)))
            places.add("actor", [new] if before else [], before)
            target = places.page(f"{before}{new}")
            kind = next((one for one in _KINDS if target.startswith(f"{places.folder(one)}/")), "")
            if kind:
                places.add(kind, [old], "moved:")
                path = places.page(f"moved:{old}")
                led = _moved(path, target, (old, new), words, language, address)
                pages.setdefault(path, Moved(target, led))
                if kind == "meeting":
                    twins |= _beside(path, target, places)
    return Past(sections, pages, horizon, first, house_of(plan), twins)


def _calendars(found: PagesPast, places: Places, plan: Plan) -> Iterator[tuple[str, str]]:
    """The calendars that people follow, of a series and of who has deadlines: the earlier path of each, and that of today."""
    for kind, renamed, now in (("series", found.series, plan.series), ("lead", found.actors, plan.actors)):
        for old, new in renamed.items():
            if old not in now and new in now:
                places.add(kind, (new, old), f"{kind}:", ".ics")
                yield places.page(f"{kind}:{old}"), places.page(f"{kind}:{new}")


def _beside(path: str, target: str, places: Places) -> Iterator[tuple[str, str]]:
    """What goes with the page of a meeting: its event for a calendar, and documents."""
    for folder, ending in (("meeting", "ics"), *(("document", one) for one in DOCUMENTS)):
        was, now = (
            f"{places.folder(folder)}/{one.rpartition('/')[2].removesuffix('.html')}.{ending}" for one in (path, target)
        )
        yield was, now


def _title(name: str, plan: Plan, language: Language) -> str:
    """What a thing is called, with its number; a meeting with its day in words."""
    number, title = plan.titles.get(name, ("", ""))
    meeting = plan.meetings_by_id.get(name)
    if meeting is not None:
        called = title.removesuffix(f"({meeting.day.isoformat()})").rstrip()
        vague = ""
        if meeting.date is not None and meeting.date.is_vague:
            vague = in_language(meeting.date, meeting.date.text, language.code)
        title = ", ".join(filter(None, (called, vague or dates.in_words(meeting.day, language.code))))
    return " ".join(filter(None, (number, title)))


def _all(moved: Mapping[str, str], actors: Mapping[str, str]) -> Iterable[tuple[str, str, str]]:
    """Which id became which, with what stands before it in its anchor."""
    yield from ((old, new, "") for old, new in moved.items())
    yield from ((old, new, "actor:") for old, new in actors.items())


# A page


def _section(entries: Sequence[Entry], language: Language, horizon: date | None) -> bytes:
    """The part of a page that tells what changed."""
    items: list[str] = []
    left = LONGEST
    for item in (_entry(one, language) for one in entries):
        left -= len(item.encode())
        if items and left < 0:
            break
        items.append(item)
    head = f"<h2>{escape(language(say('What changed here')))}</h2>\n"
    text = _list(items[:FIRST])
    if older := items[FIRST:]:
        more = language(say_count("{count} older change", "{count} older changes", len(older)))
        text += f"<details>\n<summary>{escape(more)}</summary>\n{_list(older)}</details>\n"
    if horizon is None and not entries[len(items) - 1].is_new:
        text += f"<p>{escape(language(say('What changed before that is not told here.')))}</p>\n"
    if horizon is not None:
        day = dates.in_words(horizon, language.code)
        text += f"<p>{escape(language(say('What changed up to {day} is not known here.', day=day)))}</p>\n"
    return f'<section class="history">\n{head}{text}</section>\n'.encode()


def _list(items: Iterable[str]) -> str:
    return f'<ul class="history">\n{"".join(items)}</ul>\n'


def _entry(one: Entry, language: Language) -> str:
    day = f"<strong>{escape(dates.in_words(one.day, language.code))}</strong>"
    if len(one.lines) == 1:
        return f"<li>{day}: {escape(one.lines[0])}</li>\n"
    lines = "".join(f"<li>{escape(line)}</li>\n" for line in one.lines)
    return f"<li>{day}\n<ul>\n{lines}</ul>\n</li>\n"


# The feed


def _news(
    entries: Mapping[str, Sequence[Entry]], places: Places, plan: Plan, address: str, first: Mapping[str, str]
) -> bytes:
    """What changed in the actions as entries of their feed, each on the day on which Git took it in.

    Each has the name of what the plan says of the action on that day: both are one entry.
    """
    feed = f"{places.folder('feed')}/{places.folder('feed-actions')}.xml"
    known = {name: some for name, some in entries.items() if name in plan.by_id}
    came = Counter(one.day for some in known.values() for one in some if one.is_new)
    news = [
        (one, name)
        for name, some in known.items()
        for one in some
        if one.news and not (one.is_new and came[one.day] > max(_FEW_NEW, len(plan.actions) // 2))
    ]
    news.sort(key=lambda pair: (pair[0].day, pair[1]), reverse=True)
    redactor, made = Redactor(plan), []
    for one, name in news[:MOST_NEWS]:
        title = redactor.hidden(clean(plain_title(" ".join(filter(None, plan.titles.get(name, ("", "")))), plan)))
        new = NewsEntry(f"action/{first.get(name, name)}/{one.day}", name, title, one.day, one.day, (("", one.news),))
        target = places.page(name)
        made.append(
            entry_lines(new, urn(plan, new.key), escape(address + target if address else relative(feed, target)))
        )
    return "".join(made).encode()


# What moved


def _moved(path: str, target: str, ids: tuple[str, str], title: str, language: Language, address: str) -> bytes:
    """A page that leads on by itself, and with a link where a browser does not."""
    link = escape(relative(path, target))
    words = escape(language(say("This page has another address now")))
    up, (was, now) = "../" * path.count("/"), map(escape, ids)
    canonical = f'<link rel="canonical" href="{escape(address + target)}">\n' if address else ""
    return f"""\
<!doctype html>
<html lang="{language.code}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{_POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="robots" content="noindex">
<script src="{up}{LEADING_ON}" data-to="{link}" data-was="{was}" data-now="{now}"></script>
<meta http-equiv="refresh" content="0; url={link}">
<title>{words}: {escape(title)}</title>
{canonical}<link rel="icon" href="data:,">
<link rel="stylesheet" href="{up}assets/style.css">
</head>
<body>
<div class="page">
<main>
<h1>{words}</h1>
<p><a href="{link}">{escape(title)}</a></p>
</main>
</div>
</body>
</html>
""".encode()
