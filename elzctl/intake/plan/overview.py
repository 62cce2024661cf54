"""A table that lists the actions of which each has a fiche, or a row in another table: every action comes once.

They are the same when they have the same title, or the same number and titles that are alike.  What the fiche does not say
comes from the table; the goals of the document are those of its headings, when it has any.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from elzctl.intake.paper import Block
from elzctl.intake.plan.codes import OF_GOALS, Level, head
from elzctl.intake.plan.desk import Desk
from elzctl.intake.plan.listing import listed
from elzctl.intake.plan.nodes import Listing, Node
from elzctl.intake.plan.words import plain
from elzctl.record import NamedTuple
from elzctl.wording import say

FEWEST = 2
"""Rows of a table that are elsewhere too, unless it has one alone."""
MOST_OF = 0.5
"""Of the rows of a table."""
MOST_WEIGHED = 40_000
"""Rows, times the fiches with which each is compared."""
ALIKE = 0.6
"""Of the words of two titles with the same number."""
OF_TABLE = say("It stands in the table of all actions, and in no heading.")


class Part(NamedTuple):
    """A node with the table of which it is a row, 0 for none.

    ``under`` is true for a table below the heading of a goal; ``over`` are the tables below a heading.  ``head`` is what stands
    right above the table of a row, and ``past`` is true when that tells of another time.
    """

    node: Node
    table: int = 0
    under: bool = False
    over: frozenset[int] = frozenset()
    head: tuple[Block, ...] = ()
    past: bool = False


def joined(parts: Sequence[Part], pairs: Mapping[int, int], desk: Desk) -> Iterator[Node]:
    """The nodes; the rows of *pairs* are the actions that stand there, and none of their own."""
    if not pairs:
        yield from (part.node for part in parts)
        return
    tables = frozenset(parts[at].table for at in pairs)
    goals = {at: part.node for at, part in enumerate(parts) if part.node.level in OF_GOALS}
    headed = {at: node for at, node in goals.items() if parts[at].table not in tables}
    said: dict[int, list[int]] = {}
    for row, at in pairs.items():
        said.setdefault(at, []).append(row)
    told = {
        at: listed(parts[at].node, [(parts[row].node, parts[row].past) for row in rows]) for at, rows in said.items()
    }
    nodes = {at: told.get(at, part.node) for at, part in enumerate(parts)}
    if not headed:
        yield from (nodes[at] for at in _in_order_of_table(parts, pairs))
        return
    again, gone, homes = _goals(parts, pairs, headed, desk)
    for at, blocks in again.items():
        nodes[at] = nodes[at]._replace(listing=Listing(tuple(blocks)))
    rest = [at for at in range(len(parts)) if at not in pairs and at not in gone]
    yield from _placed(rest, nodes, parts, tables, homes)


# Which rows are which actions


def same(parts: Sequence[Part]) -> dict[int, int]:
    """Of each row of a table of all actions, where the action stands that it is."""
    acting = [at for at, part in enumerate(parts) if part.node.level is Level.ACTION]
    above: dict[int, int] = {}
    goal = -1
    for at, part in enumerate(parts):
        goal = at if part.node.level in OF_GOALS else goal
        above[at] = goal
    known: dict[str | tuple[int, ...], list[int]] = defaultdict(list)
    rows_of: dict[int, list[int]] = defaultdict(list)
    for at in sorted(acting, key=lambda at: parts[at].table > 0):
        node = parts[at].node
        for key in _keys(node):
            known[key].append(at)
        rows_of[parts[at].table].append(at)
    found: dict[int, int] = {}
    for table, rows in sorted(rows_of.items())[0 in rows_of :]:
        own: dict[int, int] = {}
        taken: set[int] = set()
        for row in rows:
            near = (at for key in _keys(parts[row].node) for at in known[key])
            near = (at for at in near if parts[at].table != table and at not in found)
            fit = next((at for at in near if at not in taken and _is_same(parts, row, at, above)), None)
            if fit is not None:
                own[row] = fit
                taken.add(fit)
        own |= _in_short(parts, [row for row in rows if row not in own], [at for at in rows_of[0] if at not in taken])
        to_fiches = any(not parts[at].table for at in own.values())
        if len(own) >= len(rows) * MOST_OF and (len(own) >= FEWEST or (len(own) == len(rows) and to_fiches)):
            found |= own
    return {row: _last(row, found) for row in found}


def _keys(node: Node) -> Iterator[str | tuple[int, ...]]:
    """By what an action may be found: its title, with its code or without, and its number."""
    yield from dict.fromkeys((plain(node.title), plain(f"{node.code} {node.title}")))
    if node.numbers:
        yield node.numbers


def _last(row: int, pairs: Mapping[int, int]) -> int:
    """Where the action stands that a row is, over all the tables that have it."""
    while row in pairs:
        row = pairs[row]
    return row


def _in_short(parts: Sequence[Part], rows: Sequence[int], fiches: Sequence[int]) -> dict[int, int]:
    """Rows without a number whose title is that of one fiche in short, or of which it is: each of one alone, and all of them."""
    if not rows or len(rows) * len(fiches) > MOST_WEIGHED or any(parts[row].node.numbers for row in rows):
        return {}
    words = {at: frozenset(plain(parts[at].node.title).split()) for at in (*rows, *fiches)}
    found: dict[int, int] = {}
    for row in rows:
        fits = [
            at for at in fiches if words[row] and words[at] and (words[row] <= words[at] or words[at] <= words[row])
        ]
        if len(fits) != 1 or fits[0] in found.values() or parts[row].under:
            return {}
        found[row] = fits[0]
    return found


def _is_same(parts: Sequence[Part], row: int, at: int, above: Mapping[int, int]) -> bool:
    """True when a row is the action that stands there: by its number and title, or by its title alone."""
    one, other = parts[row].node, parts[at].node
    titles = {plain(one.title), plain(f"{one.code} {one.title}")}
    alike = bool(titles & {plain(other.title), plain(f"{other.code} {other.title}")})
    if one.numbers and other.numbers:
        return one.numbers == other.numbers and (alike or _are_alike(one.title, other.title))
    # Two goals may have an action of the same title.
    apart = parts[row].under and above[row] != above[at]
    return alike and not apart and not (parts[at].table and parts[row].under)


def _are_alike(one: str, other: str) -> bool:
    """True for titles of which one is the other in short, or most words are the same."""
    words, more = sorted((set(plain(one).split()), set(plain(other).split())), key=len)
    return bool(words) and (words <= more or len(words & more) >= ALIKE * len(more))


# Where everything stands


def _in_order_of_table(parts: Sequence[Part], pairs: Mapping[int, int]) -> Iterator[int]:
    """The places of the nodes when the goals stand in the table alone: each action where its row is."""
    fiches, said = frozenset(pairs.values()), set[int]()
    for at in range(len(parts)):
        place = pairs.get(at, at)
        if place not in said and (at in pairs or at not in fiches):
            said.add(place)
            yield place


def _goals(
    parts: Sequence[Part], pairs: Mapping[int, int], headed: Mapping[int, Node], desk: Desk
) -> tuple[dict[int, list[Block]], frozenset[int], dict[int, int]]:
    """Of each goal with a heading what the table says of it again; the goals of the table that go; the goal of each row below one."""
    again: dict[int, list[Block]] = {}
    gone: set[int] = set()
    homes: dict[int, int] = {}
    tables = {parts[at].table for at in pairs}
    for at, part in enumerate(parts):
        if part.table not in tables or part.node.level not in OF_GOALS:
            continue
        known = next((place for place, node in headed.items() if is_same_goal(part.node, node)), None)
        below = [one for one in range(at + 1, _end(parts, at)) if one not in pairs]
        if known is not None:
            again.setdefault(known, []).extend((*part.node.head, *part.node.blocks))
            homes |= dict.fromkeys(below, known)
        elif below:
            continue
        else:
            desk.left(part.node.title, part.node.head, OF_TABLE)
        gone.add(at)
    return again, frozenset(gone), homes


def _end(parts: Sequence[Part], at: int) -> int:
    """Where the rows below a goal of a table end."""
    return next(
        (
            one
            for one in range(at + 1, len(parts))
            if parts[one].table != parts[at].table or parts[one].node.level in OF_GOALS
        ),
        len(parts),
    )


def is_same_goal(one: Node, other: Node) -> bool:
    """True when what a row or form calls a goal is that goal: by its title, or by its number and the like title."""
    if plain(one.title) == plain(other.title):
        return True
    coded = head(0, one.head[0]) if one.head else None
    if coded is not None and not coded.title:
        return coded.numbers == other.numbers
    return bool(one.numbers) and one.numbers == other.numbers and _are_alike(one.title, other.title)


def _placed(
    rest: Sequence[int],
    nodes: Mapping[int, Node],
    parts: Sequence[Part],
    tables: frozenset[int],
    homes: Mapping[int, int],
) -> Iterator[Node]:
    """The nodes; a row that is no other action stands under the goal that the table, or its number, tells."""
    kept = [at for at in rest if parts[at].table not in tables]
    first = next((place for place, at in enumerate(kept) if nodes[at].level in OF_GOALS), 0)
    for at in rest:
        if parts[at].table in tables:
            goal = homes.get(at, _by_number(nodes[at], kept, nodes))
            place = first if goal is None else _behind(goal, kept, nodes)
            kept.insert(place, at)
            first += goal is None
    yield from (nodes[at] for at in kept)


def _by_number(node: Node, kept: Sequence[int], nodes: Mapping[int, Node]) -> int | None:
    """The goal that the number of an action tells; ``None`` when it tells none."""
    above = node.numbers[:-1]
    goals = (at for at in kept if nodes[at].level in OF_GOALS and above and nodes[at].numbers == above)
    return next(goals, None)


def _behind(goal: int, kept: Sequence[int], nodes: Mapping[int, Node]) -> int:
    """The place behind all that stands under a goal."""
    place = kept.index(goal) + 1
    level = nodes[goal].level
    while place < len(kept) and not _ends(nodes[kept[place]].level, level):
        place += 1
    return place


def _ends(level: Level, goal: Level) -> bool:
    """True for what no longer stands under a goal of that level."""
    return level is Level.CHAPTER or level is Level.STRATEGIC or level is goal
