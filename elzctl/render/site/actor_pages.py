"""The pages of actors, target groups and themes, and the two lists of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import partial

from elzctl.model import Action, Actor
from elzctl.render.markdown import clean
from elzctl.render.plan_cells import head
from elzctl.render.site.cells import (
    MOST,
    PAGES,
    PLAN,
    Line,
    actions_table,
    actor_name,
    bullets,
    bullets_of,
    carries,
    few,
    joined,
    part,
    standing,
)
from elzctl.render.site.page import Page, Site
from elzctl.render.site.registers import agreement_lines, event_lines, points_blocks, signal_lines
from elzctl.render.tree import Block, Fact, Facts, Jump, Paragraph, Table, Text
from elzctl.terms import ActorKind
from elzctl.views.carried import Carried, Part, Share
from elzctl.views.subjects import Subject, subjects
from elzctl.wording import Message, say, say_count

SHARES: Mapping[Share, Message] = {
    Share.LEADS: say("Lead"),
    Share.HELPS: say("Partner"),
    Share.STEP: say("Has a step in it"),
}
KINDS: Mapping[ActorKind | None, Message] = {
    ActorKind.ZONE: say("Primary-care zones"),
    ActorKind.CLUSTER: say("Clusters"),
    ActorKind.MUNICIPALITY: say("Local authorities"),
    ActorKind.ORGANISATION: say("Organisations"),
    ActorKind.GROUP: say("Groups"),
    ActorKind.NETWORK: say("Networks"),
    ActorKind.PROJECT: say("Projects"),
    ActorKind.SECTOR: say("Sectors"),
    ActorKind.FUNCTION: say("Functions"),
    None: say("Others"),
}


def actor_pages(site: Site) -> Iterator[Page]:
    """A page for each actor that carries something, and the list of them."""
    found = carries(site)
    site.places.add("actor", found, "actor:")
    yield _actor_list(found, site)
    for name, one in ((name, one) for name, one in found.items() if site.wants(f"actor:{name}")):
        yield _actor(site.plan.actors[name], one, site, MOST)


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
        lists.append((many, [_counted(f"{kind}:{name}", known.get(name, name), found[name], site) for name in found]))
        pages += [
            _subject(kind, name, known.get(name, name), one, found[name], site, MOST)
            for name in found
            if site.wants(f"{kind}:{name}")
        ]
    if any(lines for _, lines in lists):
        yield _list("page:subjects", say("Target groups and themes"), lists, site)
        yield from pages
    else:
        site.places.drop("page:subjects")


def _list(
    name: str, title: Message, lists: Sequence[tuple[Message, Sequence[Line]]], site: Site, most: int | None = None
) -> Page:
    """The list of pages of a kind, each part under its title; what is too much for one page stands among all pages."""
    blocks: list[Block] = []
    for words, lines in lists:
        shown, more = few(lines, site, len(lines) if most is None else most, PAGES)
        blocks += part(words, (*bullets(shown), *more), site)
    fewer = partial(_list, name, title, lists, site)
    return site.page(name, title, tuple(blocks), kind="list", fewer=fewer)


# Actors


def _actor_list(found: Mapping[str, Carried], site: Site) -> Page:
    lists: list[tuple[Message, list[Line]]] = []
    for kind, title in KINDS.items():
        names = sorted(
            (name for name in found if site.plan.actors[name].kind is kind),
            key=lambda name: site.plan.actor_name(name).casefold(),
        )
        lists.append((title, [(*actor_name(name, site), Text(f" – {_summary(found[name], site)}")) for name in names]))
    if any(lines for _, lines in lists):
        return _list("page:actors", say("Who does what"), lists, site)
    nobody = site.text.quiet(say("Nobody is named in this plan yet."))
    return site.page("page:actors", say("Who does what"), (nobody,), kind="list")


def _summary(one: Carried, site: Site) -> str:
    leads = sum(part.share is Share.LEADS for part in one.parts)
    shown = [site.say(say_count("{count} action", "{count} actions", len(one.parts)))] if one.parts else []
    shown += [site.say(say("leads {count} of them", count=leads))] if leads else []
    shown += (
        [site.say(say_count("{count} action point", "{count} action points", len(one.points)))] if one.points else []
    )
    return ", ".join(shown) or site.say(say("agreements and events"))


def _actor(actor: Actor, one: Carried, site: Site, most: int) -> Page:
    own = tuple(part for part in one.parts if not part.via)
    others = tuple(part for part in one.parts if part.via)
    blocks = (
        *_about(actor, site),
        *_calendar(actor, site),
        *part(say("Actions"), _parts(own, site, most), site),
        *part(say("Actions by a group to which it belongs"), _parts(others, site, most), site),
        *part(say("Action points"), points_blocks(one.points, one.names, site, most), site),
        *part(say("Agreements"), bullets_of(agreement_lines, reversed(one.agreements), site, most), site),
        *part(say("Events"), bullets_of(event_lines, reversed(one.events), site, most), site),
    )
    return site.page(
        f"actor:{actor.id}",
        clean(site.plan.actor_name(actor.id)),
        blocks,
        kind="actor",
        subtitle=site.say(say("What we do together")),
        above=("page:actors",),
        apart=actor.id if site.once("names of actors", _names)[site.plan.actor_name(actor.id)] > 1 else "",
        fewer=partial(_actor, actor, one, site),
    )


def _names(site: Site) -> Counter[str]:
    """How many actors have a name."""
    return Counter(map(site.plan.actor_name, site.plan.actors))


def _about(actor: Actor, site: Site) -> tuple[Block, ...]:
    """To which groups it belongs, and the contacts that may be published."""
    facts = []
    if actor.member_of:
        names = joined(actor_name(ref.id, site) for ref in actor.member_of)
        facts.append(Fact(site.say(say("Belongs to")), names))
    if actor.contact:
        facts.append(Fact(site.say(say("Contact")), (Text(clean(", ".join(actor.contact))),)))
    return (Facts(tuple(facts)),) if facts else ()


def _calendar(actor: Actor, site: Site) -> tuple[Block, ...]:
    """The calendar with what it has to do, which :mod:`~elzctl.render.site.subscriptions` makes for who has a deadline."""
    anchor = f"lead:{actor.id}"
    words = site.say(say("Its deadlines, for your calendar (.ics)"))
    return (Paragraph((Jump(anchor, (Text(words),)),)),) if site.places.page(anchor) else ()


def _parts(parts: tuple[Part, ...], site: Site, most: int) -> tuple[Block, ...]:
    labels = site.once(
        "head of parts", lambda site: head(site.text, say("Action"), say("Role"), say("State"), say("Deadline"))
    )
    shown, more = few(parts, site, most, PLAN)
    rows = tuple(
        (name, _share(one, site), state, deadline)
        for one in shown
        for name, state, deadline in (standing(one.action, site),)
    )
    return (Table("", labels, rows, (12, 7, 4, 4)), *more) if rows else ()


def _share(one: Part, site: Site) -> Line:
    share = (Text(site.say(SHARES[one.share])),)
    return (*share, Text(" ("), *actor_name(one.via, site), Text(")")) if one.via else share


# Target groups and themes


def _counted(anchor: str, name: str, found: Subject, site: Site) -> Line:
    count = site.say(say_count("{count} action", "{count} actions", len(found.actions)))
    return (Jump(anchor, (Text(clean(name)),)), Text(f" – {count}"))


def _subject(kind: str, name: str, title: str, word: Message, found: Subject, site: Site, most: int) -> Page:
    others = partial(agreement_lines, without=name)
    live: list[Action] = [one for one in found.actions if not one.is_stub]
    stubs = [one for one in found.actions if one.is_stub]
    blocks = (
        *part(say("Actions"), actions_table(live, site, most, PLAN), site),
        *part(say("Actions that are finished, on hold or gone"), actions_table(stubs, site, most, PLAN), site),
        *part(say("Signals"), bullets_of(signal_lines, reversed(found.signals), site, most), site),
        *part(say("Agreements"), bullets_of(others, reversed(found.agreements), site, most), site),
        *part(say("Events"), bullets_of(event_lines, reversed(found.events), site, most), site),
    )
    anchor = f"{kind}:{name}"
    label, fewer = site.say(word), partial(_subject, kind, name, title, word, found, site)
    return site.page(
        anchor, clean(title), blocks, kind=kind, subtitle=label, above=("page:subjects",), apart=label, fewer=fewer
    )
