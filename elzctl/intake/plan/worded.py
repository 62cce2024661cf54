"""Headings with a word that no list has: *Mijlpaal 1.1*, *Blad 1.1.1*, *Spoor 1.1*, where the document shows that they are headings.

A word with a number heads actions when it comes back with other numbers and a form stands under most of them; another
one heads goals when the numbers of those, or of actions that are known, begin with its own.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from itertools import pairwise

from elzctl.intake.paper import Block
from elzctl.intake.plan.codes import WORDED, Head, Level, head, worded
from elzctl.intake.plan.labels import begins_form, found
from elzctl.intake.plan.words import Label, label_of
from elzctl.record import NamedTuple

FEWEST = 2
AHEAD = 7
"""Blocks behind a heading among which a label of its form stands."""
# Words that count other things than goals and actions.
_NONE = frozenset(
    """stap fase week dag jaar maand kwartaal trimester semester tabel figuur grafiek bijlage pagina blz artikel hoofdstuk versie editie deel foto kaart
    indicator kpi criterium vraag optie scenario voorbeeld punt noot besluit agendapunt groep ploeg bijeenkomst vergadering sessie module les dagdeel
    zone klas leeftijd niveau graad lijn zaal lokaal bus tel fax step phase day year month quarter table figure chart annex page article chapter version
    option question example note group meeting session level line room part januari februari maart april mei juni juli augustus september oktober
    november december january february march may june july august october lente zomer herfst winter voorjaar najaar zomervakantie""".split()
)


class _One(NamedTuple):
    at: int
    numbers: tuple[int, ...]


def with_worded(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """The blocks, in which such headings have a style that tells so."""
    groups = _groups(blocks)
    if not groups:
        return tuple(blocks)
    known = {at: one for at, block in enumerate(blocks) if (one := head(at, block)) is not None and one.numbers}
    every = {one.at for group in groups.values() for one in group} | {
        at for at, one in known.items() if len(one.numbers) > 1 or one.level is not None
    }
    acting = {} if _has_actions(blocks, known, every) else _acting(blocks, groups, every)
    chosen = {one.at for group in acting.values() for one in group}
    furthest: dict[tuple[int, ...], int] = {}
    headings = [one for group in acting.values() for one in group]
    for place, numbers in (*headings, *((at, known[at].numbers) for at in known)):
        _add(furthest, place, numbers)
    for word, group in sorted(groups.items(), key=lambda item: -len(item[1][0].numbers)):
        if word not in acting and _heads(group, furthest) and (len(group) > 1 or blocks[group[0].at].level):
            for place, numbers in group:
                chosen.add(place)
                _add(furthest, place, numbers)
    return tuple(block._replace(style=WORDED) if at in chosen else block for at, block in enumerate(blocks))


def _groups(blocks: Sequence[Block]) -> dict[str, list[_One]]:
    """What may be such headings, by their words; each number once, where it looks most like a heading."""
    every: dict[str, dict[tuple[int, ...], list[int]]] = defaultdict(lambda: defaultdict(list))
    for at, block in enumerate(blocks):
        one = worded(at, block) if _may_head(block) and head(at, block) is None else None
        if (
            one is not None
            and _is_title(one.title)
            and one.family not in _NONE
            and label_of(one.family) in (None, Label.TITLE)
        ):
            every[one.family][one.numbers].append(at)
    best = {
        word: [_One(max(places, key=lambda at: _looks(blocks, at)), numbers) for numbers, places in numbered.items()]
        for word, numbered in every.items()
    }
    return {word: group for word, group in best.items() if _counts(group)}


def _looks(blocks: Sequence[Block], at: int) -> tuple[bool, bool, int]:
    """How much a line looks like the heading with its number: others may be in a list of contents, or a reference."""
    return blocks[at].level > 0, begins_form(blocks[at + 1 : at + 3]), -len(blocks[at].text)


def _may_head(block: Block) -> bool:
    """True for a heading, a line by itself, or the first cell of a row."""
    first = block.cell is None or block.cell.column == 1
    return first and not block.depth and block.check is None and found(block) is None


def _is_title(title: str) -> bool:
    """True for no words at all, or those that a title may be: *Sinds 2 jaar werken we samen.* has none."""
    return not title or (not title[0].islower() and title[-1] not in ".;,")


def _counts(group: Sequence[_One]) -> bool:
    """True when the numbers rise, and are as deep as each other."""
    depths = {len(one.numbers) for one in group}
    return len(depths) == 1 and all(one.numbers < other.numbers and one.at < other.at for one, other in pairwise(group))


def _has_actions(blocks: Sequence[Block], known: Mapping[int, Head], every: set[int]) -> bool:
    """True when a heading of a known word heads actions that have forms."""
    return any(one.level is Level.ACTION and _has_form(blocks, at, every) for at, one in known.items())


def _acting(blocks: Sequence[Block], groups: Mapping[str, list[_One]], every: set[int]) -> dict[str, list[_One]]:
    return {
        word: group
        for word, group in groups.items()
        if len(group) >= FEWEST and sum(_has_form(blocks, one.at, every) for one in group) * 2 > len(group)
    }


def _has_form(blocks: Sequence[Block], at: int, every: set[int]) -> bool:
    """True when a label stands behind this heading, before the next one."""
    stop = next((place for place in range(at + 1, min(at + 1 + AHEAD, len(blocks))) if place in every), at + 1 + AHEAD)
    return begins_form(blocks[at + 1 : stop])


def _heads(group: Sequence[_One], furthest: Mapping[tuple[int, ...], int]) -> bool:
    """True when behind each heading numbers stand that begin with its own."""
    return all(furthest.get(one.numbers, -1) > one.at for one in group)


def _add(furthest: dict[tuple[int, ...], int], at: int, numbers: tuple[int, ...]) -> None:
    """Keeps where the last numbers stand that begin with each beginning of these."""
    for count in range(1, len(numbers)):
        furthest[numbers[:count]] = max(at, furthest.get(numbers[:count], -1))
