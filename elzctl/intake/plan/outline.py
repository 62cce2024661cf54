"""The outline of a plan: which blocks head a goal, an action or a chapter, found in the document itself.

A line that looks like a heading may be one of the contents, or a reference in running text.  What decides: whether its
number fits in the order of the others, whether labels of a form follow, its style, and where it stands.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

from elzctl.intake.paper import Block
from elzctl.intake.plan.above import goals_above, is_called_goal
from elzctl.intake.plan.again import AGAIN, counted_again
from elzctl.intake.plan.below_goals import are_goals
from elzctl.intake.plan.by_word import called
from elzctl.intake.plan.codes import OF_GOALS, TOP, Head, Level, head, is_item_of, is_over, lettered, named_by_word
from elzctl.intake.plan.contents import contents_in
from elzctl.intake.plan.ends import Marks, bare_chapters, counted_chapters, ends_plan, highest_style, style_of_chapters
from elzctl.intake.plan.form_tables import forms_of_one
from elzctl.intake.plan.headings import heading, rest_of
from elzctl.intake.plan.labels import NO_FORM, begins_form, found, is_label
from elzctl.intake.plan.nodes import Node, Outline
from elzctl.intake.plan.over_bold import goals_over_bold
from elzctl.intake.plan.rising import SURE, rising
from elzctl.intake.plan.spoken_of import speaks_of
from elzctl.intake.plan.styled import unnumbered
from elzctl.intake.plan.tables import in_road_maps
from elzctl.intake.plan.topped import is_of_goals
from elzctl.intake.plan.words import Label, label_of
from elzctl.intake.plan.words import plain as plain_words

_THOUSANDS = re.compile(r"\d{1,3}(?:\.\d{3})+")
AHEAD = 4
LONG = 320
_OF_GOALS_TOO = NO_FORM | {Label.WHY, Label.WHAT, Label.FOR_WHOM, Label.TARGETS, Label.THEMES}
MOST_OF_A_FORM = 400
"""Blocks of a table among which those stand that tell its title."""


def outline(blocks: Sequence[Block]) -> Outline:
    """The outline of a document."""
    rowed = in_road_maps(blocks)
    listed = contents_in(blocks) - rowed
    heads = lettered([one for at, block in enumerate(blocks) if at not in listed | rowed and (one := head(at, block))])
    spoken = speaks_of(heads, blocks)
    heads = counted_again([one for one in heads if one.at not in spoken], blocks)
    unlisted = in_road_maps(blocks, of_actions=True)
    texts = [block._replace(text="", style="") if at in unlisted else block for at, block in enumerate(blocks)]
    heads = _in_order(_once(texts, heads), texts)
    bare = [block._replace(text="", style="") if at in rowed else block for at, block in enumerate(blocks)]
    levels = _levels(heads, texts, bare)
    marks = {one.at: (one, levels[one.family]) for one in heads if levels.get(one.family) is not None}
    marks |= unnumbered(bare, marks, listed)
    marks |= goals_above(bare, marks)
    marks |= {} if rowed else goals_over_bold(bare, marks)
    contents = tuple(blocks[at] for at in sorted(listed))
    given = _given(blocks, marks)
    return _cut(blocks, marks, given, listed, contents)


def _given(blocks: Sequence[Block], marks: Marks) -> dict[int, Node]:
    """Tables that hold the title of their action, unless its heading stands right above; another one there heads no action."""
    found: dict[int, Node] = {}
    for at, node in forms_of_one(blocks).items():
        up = next((up for up in range(at - 1, max(-1, at - AHEAD), -1) if up in marks), -1)
        above, level = marks.get(up, (None, None))
        if above is None or level is not Level.ACTION:
            found[at] = node
        elif not above.numbers and plain_words(above.title) != plain_words(node.title):
            found[at] = node
            del marks[up]
    return found


# One heading for each number, in an order


def _once(blocks: Sequence[Block], heads: list[Head]) -> list[Head]:
    """The best heading of each code; and no single number or letter, unless it heads something."""
    best: dict[tuple[str, tuple[int, ...]], Head] = {}
    plain: list[Head] = []
    twice: list[Head] = []
    by_word = called(heads, blocks)
    for one in heads:
        if not one.numbers:
            if one.at in by_word or (
                one.level is not None and (_score(one, blocks) >= 2 or is_over(one, _follows(one, blocks)))
            ):
                plain.append(one)
            continue
        key = ("", one.numbers) if len(one.numbers) > 1 else (one.family, one.numbers)
        if key in best and _is_another(best[key], one, blocks):
            twice.append(one)
        elif key not in best or _score(one, blocks) > _score(best[key], blocks):
            best[key] = one
    return sorted((*best.values(), *plain, *twice), key=lambda one: one.at)


def _is_another(one: Head, other: Head, blocks: Sequence[Block]) -> bool:
    """True when both are surely headings and no reference: somebody used a number twice."""
    if one.family != other.family or one.style != other.style or not other.title or not one.title:
        return False
    differs = plain_words(one.title) != plain_words(other.title)
    return differs and min(_score(one, blocks), _score(other, blocks)) >= SURE


def _score(one: Head, blocks: Sequence[Block]) -> float:
    """How much it looks like a heading."""
    block = blocks[one.at]
    after = _follows(one, blocks)
    score = 1.0 + 3 * (one.style > 0) + 2 * _has_form(one, blocks)
    score += 1.5 * (one.level is not None and bool(one.code)) + 0.75 * block.gap + 0.5 * (len(one.numbers) > 1)
    score += 0.75 * any(span.strong and span.end - span.start > len(block.text) * 0.8 for span in block.spans)
    score -= 1.5 * (one.title[:1].islower()) + (len(block.text) > LONG) + (one.listed and len(one.numbers) < 2)
    score -= 1.0 * (block.cell is not None and block.cell.column > 1)
    return score - 0.25 * (after is not None and head(0, after) is not None)


def _has_form(one: Head, blocks: Sequence[Block]) -> bool:
    """True when a label stands soon behind the heading, before the next one."""
    after = blocks[one.at + 1 : one.at + 1 + AHEAD + 2]
    stop = next(
        (
            at
            for at, block in enumerate(after)
            if _is_next(block, named=is_of_goals(one)) or (block.level > one.style > 0 and not is_label(block))
        ),
        len(after),
    )
    return _tells_facts(after[:stop]) if is_of_goals(one) else begins_form(after[:stop])


def _tells_facts(blocks: Sequence[Block]) -> bool:
    """True when a label asks for more than a goal may tell too: why, and for whom."""
    return any(one is not None and one.label not in _OF_GOALS_TOO for one in map(found, blocks))


def _is_next(block: Block, *, named: bool) -> bool:
    """True for the next heading; under one that a word *named* as that of a goal, also for the title of an action."""
    other, one = head(0, block), found(block) if named else None
    titled = one is not None and one.label is Label.TITLE
    acts = named and other is not None and other.level is Level.ACTION and block.cell is None
    return titled or (other is not None and (bool(other.numbers) or block.style == TOP or acts) and not other.listed)


def _follows(one: Head, blocks: Sequence[Block]) -> Block | None:
    return blocks[one.at + 1] if one.at + 1 < len(blocks) else None


def _in_order(heads: list[Head], blocks: Sequence[Block]) -> list[Head]:
    """The headings without those that break the order of the numbers: references at the beginning of a line."""
    groups: dict[str, list[Head]] = defaultdict(list)
    dotted = any(len(one.numbers) > 1 for one in heads)
    below = {one.numbers[0]: one.at for one in heads if len(one.numbers) > 1}
    goals = named_by_word(heads)
    for one in (one for one in heads if _is_sound(one, below, blocks) or is_item_of(one, goals)):
        # Numbers of other kinds are in no order with those that have points: an action 2 may stand before goal 2.
        named = one.family != "#1" and len(one.numbers) == 1
        groups[one.family if named or not one.numbers or not dotted else "dotted"].append(one)
    kept = [
        one
        for group in groups.values()
        for one in (rising(group, [_score(one, blocks) for one in group]) if dotted and group[0].numbers else group)
    ]
    return sorted(kept, key=lambda one: one.at)


def _is_sound(one: Head, last: Mapping[int, int], blocks: Sequence[Block]) -> bool:
    """False for a numbered item of a list or label, and for a single number without a word, a style or numbers below it."""
    if len(one.numbers) == 1 and one.level is None and label_of(one.title) is not None and not _is_above(one, blocks):
        return False
    if _THOUSANDS.fullmatch(one.code) and not one.style:
        return False
    if not one.numbers or one.level is not None or (len(one.numbers) > 1 and not one.listed):
        return True
    if len(one.numbers) > 1:
        return one.style > 0 or len(one.numbers) > 2 or _has_form(one, blocks)
    # One without numbers below it counts too, when the next one has them.
    below = any(last.get(one.numbers[0] + more, -1) > one.at for more in (0, 1))
    named = not one.family.startswith("#")
    short = len(one.title) < LONG and not (one.listed and one.style == 0 and not below)
    return short and (named or one.style > 0 or below) and bool(one.title or named)


def _is_above(one: Head, blocks: Sequence[Block]) -> bool:
    """True when the first heading below it stands right behind it: *2* before *2.1*."""
    after = _follows(one, blocks)
    below = head(0, after) if after is not None else None
    return below is not None and below.numbers == (*one.numbers, 1)


# What each kind of heading heads


def _levels(heads: list[Head], blocks: Sequence[Block], bare: Sequence[Block]) -> dict[str, Level | None]:
    """Which level each family of headings is; *bare* are the blocks without tables that have a row for each action."""
    families: dict[str, list[Head]] = defaultdict(list)
    for one in heads:
        families[one.family].append(one)
    counted = AGAIN in families
    found: dict[str, Level | None] = {name: group[0].level for name, group in families.items() if group[0].level}
    ranked = sorted(families, key=lambda name: _rank(families[name]))
    acting = [
        name
        for name in ranked
        if found.get(name) is Level.ACTION
        or (name not in found and not counted and _acts(families[name], blocks if name.startswith("#") else bare))
    ]
    aimed = are_goals({name: families[name] for name in acting}, heads, blocks)
    acting = [name for name in acting if found.get(name) is Level.ACTION or name not in aimed]
    first = ranked.index(acting[0]) if acting else len(ranked)
    for name in ranked[first:]:
        found.setdefault(
            name, Level.ACTION if name in acting or _depth(families[name]) == _depth(families[acting[0]]) else None
        )
    taken = {level for level in found.values() if level}
    if not acting and {Level.STRATEGIC, Level.OPERATIONAL} <= taken:
        # Codes of another kind that begin under an operational goal are those of actions.
        begins = min(families[name][0].at for name in families if found.get(name) is Level.OPERATIONAL)
        found |= {name: Level.ACTION for name in ranked if name not in found and families[name][0].at > begins}
    above = [name for name in ranked[:first] if name not in found]
    taken = {level for level in found.values() if level}
    free = [level for level in OF_GOALS if level not in taken]
    depths = sorted({_depth(families[name]) for name in above})
    for name in above:
        found[name] = _free(
            depths.index(_depth(families[name])), len(depths), free, acting=bool(acting), depth=_depth(families[name])
        )
    return found


def _free(place: int, count: int, free: list[Level], *, acting: bool, depth: int) -> Level | None:
    """The level of the kind of heading at that place among those whose words say nothing."""
    if not acting and depth >= 3:
        return Level.ACTION
    if count > len(free) and acting:
        place -= count - len(free)
        return free[place] if place >= 0 else Level.CHAPTER
    return free[place] if place < len(free) else None


def _depth(group: Sequence[Head]) -> int:
    return Counter(len(one.numbers) for one in group).most_common(1)[0][0]


def _rank(group: Sequence[Head]) -> tuple[int, int, int]:
    known = next((one.level.value for one in group if one.level is not None), 0)
    style = Counter(one.style for one in group).most_common(1)[0][0]
    return (known * 10 or _depth(group) * 10 - 5, style, group[0].at)


def _acts(group: Sequence[Head], blocks: Sequence[Block]) -> bool:
    """True when what follows these headings is mostly a form."""
    return sum(_has_form(one, blocks) for one in group) * 2 > len(group)


# Cutting


def _cut(
    blocks: Sequence[Block], marks: Marks, given: dict[int, Node], listed: set[int], contents: tuple[Block, ...]
) -> Outline:
    before: list[Block] = []
    nodes: list[tuple[Node, list[Block]]] = []
    gone = set(listed)
    top = highest_style(marks, Level.STRATEGIC) or style_of_chapters(blocks, marks)
    deepest = highest_style(marks, Level.ACTION)
    counted = counted_chapters(blocks, marks) | bare_chapters(blocks, marks)
    acts = bool(given) or any(level is Level.ACTION for _, level in marks.values())
    for at, block in enumerate(blocks):
        node = rest = None
        if at in given:
            node = given[at]
            told = {id(one) for one in node.head}
            gone |= {place for place in range(at, min(len(blocks), at + MOST_OF_A_FORM)) if id(blocks[place]) in told}
        elif at in gone:
            continue
        elif at in marks:
            node, last = heading(blocks, at, *marks[at], marks)
            bare = not (node.code or node.words or is_called_goal(block.text))
            node = node._replace(guessed=bare and node.level in OF_GOALS)
            gone |= set(range(at, last + 1))
            rest = rest_of(node, block)
        elif nodes and (
            (0 < block.level <= top and (not acts or top < deepest or not is_label(block)))
            or (not top and (at in counted or ends_plan(block)))
        ):
            node = Node(Level.CHAPTER, "", (), block.text.strip(), (block,))
            gone.add(at)
        if node is not None:
            nodes.append((node, [rest] if rest is not None else []))
        if at not in gone:
            (nodes[-1][1] if nodes else before).append(block)
    return Outline(tuple(before), tuple(node._replace(blocks=tuple(own)) for node, own in nodes), contents)
