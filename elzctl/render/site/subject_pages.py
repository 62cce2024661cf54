"""The pages of target groups and themes, and the list of them."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from elzctl.model import Action
from elzctl.render.markdown import clean, plain
from elzctl.render.site.actor_pages import list_page
from elzctl.render.site.cells import MOST, PLAN, Line, actions_table, bullets_of, part
from elzctl.render.site.first_sentence import first_paragraph, first_sentence
from elzctl.render.site.page import Page, Site
from elzctl.render.site.point_tables import points_blocks
from elzctl.render.site.react import react
from elzctl.render.site.registers import agreement_lines, event_blocks, signal_lines
from elzctl.render.tree import Break, Jump, Text
from elzctl.views.subjects import Subject, subjects
from elzctl.wording import Message, say, say_count


def subject_pages(site: Site) -> Iterator[Page]:
    """A page for each target group and each theme of the plan, and the list of them."""
    settings = site.plan.settings
    kinds = (
        ("group", settings.target_groups, say("Target groups"), say("Target group")),
        ("theme", settings.themes, say("Themes"), say("Theme")),
    )
    lists: list[tuple[Message, list[Line]]] = []
    pages: list[Page] = []
    for kind, known, many, one in kinds:
        found = subjects(site.plan, kind)
        site.places.add(kind, found, f"{kind}:")
        lines = [(_alphabetical(called := known.get(name, name)), name, called) for name in found]
        lists.append(
            (many, [_counted(f"{kind}:{name}", called, found[name], site) for _, name, called in sorted(lines)])
        )
        pages += [
            _subject(kind, name, known.get(name, name), one, found[name], site, MOST)
            for name in found
            if site.wants(f"{kind}:{name}")
        ]
    if any(lines for _, lines in lists):
        order = site.text.quiet(say("In alphabetical order.")) if any(len(lines) > 1 for _, lines in lists) else None
        yield list_page("page:subjects", say("Target groups and themes"), lists, site, first=(order,) if order else ())
        yield from pages
    else:
        site.places.drop("page:subjects")


def _alphabetical(name: str) -> str:
    """By what a name stands in a list: its letters without accents, and no other signs than those between words."""
    from unicodedata import normalize

    signs = normalize("NFKD", name.casefold())
    return "".join(sign for sign in signs if sign.isalnum() or sign == " ")


def _counted(anchor: str, name: str, found: Subject, site: Site) -> Line:
    """What there is about it: actions, and what minutes say of it."""
    counts = (
        (say_count("{count} action", "{count} actions", len(found.actions)), found.actions),
        (say_count("{count} action point", "{count} action points", len(found.points)), found.points),
        (say_count("{count} signal", "{count} signals", len(found.signals)), found.signals),
        (say_count("{count} agreement", "{count} agreements", len(found.agreements)), found.agreements),
        (say_count("{count} event", "{count} events", len(found.events)), found.events),
    )
    words = ", ".join(site.say(count) for count, some in counts if some)
    return (Jump(anchor, (Text(clean(name)),)), Text(f" – {words}"))


def _subject(kind: str, name: str, title: str, word: Message, found: Subject, site: Site, most: int) -> Page:
    others = partial(agreement_lines, without=name)
    live: list[Action] = [one for one in found.actions if not one.is_stub]
    stubs = [one for one in found.actions if one.is_stub]
    blocks = (
        *part(say("Actions"), actions_table(live, site, most, PLAN, _told), site),
        *part(say("Actions that are finished, on hold or gone"), actions_table(stubs, site, most, PLAN, _told), site),
        *part(say("Action points"), points_blocks(found.points, (), site, most), site),
        *part(say("Signals"), bullets_of(signal_lines, reversed(found.signals), site, most), site),
        *part(say("Agreements"), bullets_of(others, reversed(found.agreements), site, most), site),
        *part(say("Events"), event_blocks(found.events, site, most), site),
    )
    anchor, title, label = f"{kind}:{name}", clean(title), site.say(word)
    return site.page(
        anchor,
        title,
        blocks,
        kind=kind,
        subtitle=label,
        above=("page:subjects",),
        apart=label,
        behind=partial(react, f"{title} ({label})", anchor),
        fewer=partial(_subject, kind, name, title, word, found, site),
    )


def _told(action: Action, site: Site) -> Line:
    """What an action does, in a sentence on a line of its own; nothing when its text does not say it."""
    return site.once(("told", action.id), partial(_first, action))


def _first(action: Action, site: Site) -> Line:
    paragraph = first_paragraph(site.whole.by_id[action.id])
    words = first_sentence(plain(site.text.item(paragraph))) if paragraph else ""
    return (Break(), Text(words)) if words else ()
