"""The pages of actors, with what each has to do, and the list of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial

from elzctl.followup.points import points
from elzctl.model import Actor
from elzctl.render.markdown import clean
from elzctl.render.plan_cells import head, titled, words
from elzctl.render.site.cells import (
    MOST,
    PAGES,
    PLAN,
    Line,
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
from elzctl.render.site.point_tables import points_blocks
from elzctl.render.site.react import react
from elzctl.render.site.registers import agreement_lines, event_blocks
from elzctl.render.standings import STANDINGS
from elzctl.render.tree import Block, Fact, Facts, Jump, Paragraph, Strong, Table, Text
from elzctl.terms import ActorKind
from elzctl.views.carried import Carried, Part, Share, Task
from elzctl.views.status import Standing, step_standing
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
_STEP = (say("Step"), say("Who"), say("Deadline"), say("How it stands"), say("Action"))


def actor_pages(site: Site) -> Iterator[Page]:
    """A page for each actor that carries something, and the list of them."""
    found = carries(site)
    site.places.add("actor", found, "actor:")
    yield _actor_list(found, site)
    for name, one in ((name, one) for name, one in found.items() if site.wants(f"actor:{name}")):
        yield _actor(site.plan.actors[name], one, site, MOST)


def list_page(
    name: str,
    title: Message,
    lists: Sequence[tuple[Message, Sequence[Line]]],
    site: Site,
    most: int | None = None,
    *,
    first: tuple[Block, ...] = (),
) -> Page:
    """The list of pages of a kind, each part under its title; what is too much for one page stands among all pages.

    What stands *first* says of them all.
    """
    blocks = [*first]
    for heading, lines in lists:
        shown, more = few(lines, site, len(lines) if most is None else most, PAGES)
        blocks += part(heading, (*bullets(shown), *more), site)
    fewer = partial(list_page, name, title, lists, site, first=first)
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
        return list_page("page:actors", say("Who does what"), lists, site)
    nobody = site.text.quiet(say("Nobody is named in this plan yet."))
    return site.page("page:actors", say("Who does what"), (nobody,), kind="list")


def _summary(one: Carried, site: Site) -> str:
    leads = sum(part.share is Share.LEADS for part in one.parts)
    shown = [site.say(say_count("{count} action", "{count} actions", len(one.parts)))] if one.parts else []
    if leads:
        shown.append(site.say(say("as lead") if leads == len(one.parts) else say("leads {count} of them", count=leads)))
    todo = sum(not task.via and task.step.done is None for task in one.steps)
    shown += [site.say(say_count("{count} step to do", "{count} steps to do", todo))] if todo else []
    still = site.once("open points", _open_points)
    todo = sum(point.id in still for _, point in one.points)
    counted = (
        say_count("{count} action point to do", "{count} action points to do", todo),
        say_count("{count} agreement", "{count} agreements", len(one.agreements)),
        say_count("{count} event", "{count} events", len(one.events)),
    )
    shown += [site.say(words) for words in counted if words.number]
    return ", ".join(shown) or site.say(say("nothing left to do"))


def _open_points(site: Site) -> frozenset[str]:
    return frozenset(row.point.id for row in points(site.plan, site.today) if row.is_open)


def _actor(actor: Actor, one: Carried, site: Site, most: int) -> Page:
    own = tuple(part for part in one.parts if not part.via)
    others = tuple(part for part in one.parts if part.via)
    todo, of_groups, done = _ordered(one.steps)
    name = clean(site.plan.actor_name(actor.id))
    blocks = (
        *_about(actor, site),
        *_calendar(actor, site),
        *part(say("Steps still to do"), _steps(todo, site, most), site),
        *part(say("Steps still to do by a group to which it belongs"), _steps(of_groups, site, most), site),
        *part(say("Actions"), _parts(own, site, most), site),
        *part(say("Actions by a group to which it belongs"), _parts(others, site, most), site),
        *part(say("Action points"), points_blocks(one.points, one.names, site, most), site),
        *part(say("Agreements"), bullets_of(agreement_lines, reversed(one.agreements), site, most), site),
        *part(say("Events"), event_blocks(one.events, site, most), site),
        *part(say("Steps that are done"), _steps(done, site, max(1, most // 2)), site),
    )
    return site.page(
        f"actor:{actor.id}",
        name,
        blocks,
        kind="actor",
        subtitle=site.say(say("What we do together")),
        above=("page:actors",),
        apart=actor.id if site.once("names of actors", _names)[site.plan.actor_name(actor.id)] > 1 else "",
        behind=partial(react, name, f"actor:{actor.id}"),
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


# Steps


def _ordered(tasks: Iterable[Task]) -> tuple[list[Task], list[Task], list[Task]]:
    """What is still to do, the first deadline first: its own, and that of its groups; and what it did, the last first."""
    dated = sorted(tasks, key=lambda one: (one.step.due is None, one.step.due and one.step.due.last))
    todo = [one for one in dated if one.step.done is None]
    done = [(one.step.done.last, one) for one in dated if one.step.done is not None and not one.via]
    done.sort(key=lambda pair: pair[0], reverse=True)
    return [one for one in todo if not one.via], [one for one in todo if one.via], [one for _, one in done]


def _steps(tasks: Sequence[Task], site: Site, most: int) -> tuple[Block, ...]:
    """Steps in a table as points are: what, who, by when, how it stands, and the action; nothing when there are none."""
    shown, more = few(tasks, site, most, PLAN)
    labels = site.once("head of steps", lambda site: head(site.text, *_STEP))
    rows = tuple(site.once(("step", id(one.step)), partial(_step, one)) for one in shown)
    return (Table("", labels, rows, (10, 5, 4, 5, 8)), *more) if rows else ()


def _step(one: Task, site: Site) -> tuple[Line, ...]:
    """A row; who leads the action has to see to a step that names nobody."""
    step, text = one.step, site.text
    note: Line = (Text(" ("), *text.line(step.note), Text(")")) if step.note else ()
    return (
        (*text.line(step.what), *note),
        words(text.actors(step.by or one.action.lead)),
        words(text.when(step.due) if step.due is not None else ""),
        _standing(one, site),
        titled(one.action, text),
    )


def _standing(one: Task, site: Site) -> Line:
    standing = step_standing(one.step, site.today, site.plan.settings.warn_before)
    if standing is None:
        done = one.step.done
        return (Text(site.say(say("done: {date}", date=site.text.when(done) if done is not None else ""))),)
    said = Text(site.say(STANDINGS[standing]))
    return (Strong((said,)),) if standing is Standing.LATE else (said,)
