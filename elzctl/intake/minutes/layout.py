"""The parts of a document as minutes: what stands above the agenda, the items, and sections such as attendance and lists.

How headings are made is found in the document itself: by styles, by numbers that count on, by bold lines or capitals.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Sequence

from elzctl.intake.minutes import unknown_heads
from elzctl.intake.minutes.bold_lines import is_of_list, is_value
from elzctl.intake.minutes.calendars import is_calendar
from elzctl.intake.minutes.chain import alone, bulleted, chain_of, is_apart, is_only_item, lists_people
from elzctl.intake.minutes.marks import TO_DO
from elzctl.intake.minutes.opening import tells_actions
from elzctl.intake.minutes.parts import (
    LONGEST_HEADING,
    Numbered,
    Part,
    Table,
    bare,
    columns,
    cut,
    flat,
    is_capitals,
    is_strong,
    joined,
    numbered,
    text_of,
)
from elzctl.intake.minutes.tables import Row, item_rows
from elzctl.intake.minutes.topics import topics
from elzctl.intake.minutes.untitled import LONGEST_BOLD, SENTENCE, without_title
from elzctl.intake.minutes.words import MARKED, PEOPLE, label_kind
from elzctl.intake.paper import Block
from elzctl.record import NamedTuple

CONTAINERS = frozenset({"minutes", "title"})
"""Headings that stand around the items, and are none."""

_META = PEOPLE | CONTAINERS | {"agenda"}
_NO_HEADING = re.compile(r"[;,]\Z|\b(?:en|of|and|or)\Z")


class Head(NamedTuple):
    """How a block looks like a heading: its rank (the lower the higher), its number, and what it is about."""

    rank: str
    level: int
    number: Numbered | None
    about: str


class Section(NamedTuple):
    """A heading and the parts under it; ``about`` is a meaning of the table of labels, "" for an item like any other.

    ``number`` is the one typed; ``title`` is the heading without it, ``None`` above the first one.  ``own`` is true when
    it is a heading of the agenda by its make, false for a lone word such as *Aanwezig:*.  ``lone``: only its place makes
    it a heading.
    """

    about: str
    number: int | None
    title: Block | None
    parts: tuple[Part, ...]
    own: bool = True
    rows: tuple[Row, ...] = ()
    lone: bool = False

    @property
    def blocks(self) -> tuple[Block, ...]:
        """Everything under the heading, but for the topics of rows."""
        cells = (
            block
            for row in self.rows
            for role, cell in zip(row.roles, row.cells, strict=True)
            if role != "topic"
            for block in cell
        )
        return (*cells, *flat(self.parts))


class Layout(NamedTuple):
    """What stands before any section, and the sections; *prompts* are the lines of headings of columns, *unknown* those that nobody knows."""

    head: tuple[Part, ...]
    sections: tuple[Section, ...]
    prompts: tuple[int, ...] = ()
    unknown: tuple[unknown_heads.Head, ...] = ()


def layout(parts: Sequence[Part], *, own: bool = False) -> Layout:
    """The sections of a document; in one that elzctl made itself (*own*) the highest headings are the items."""
    heads = [_head(part) if isinstance(part, Block) else None for part in parts]
    heads = without_title(parts, heads if own else _calendars(parts, heads), titles=CONTAINERS)
    level, chain = _highest(heads) if own else _grammar(parts, heads)
    heads = [one or (_unshown(parts[at]) if at in chain else None) for at, one in enumerate(heads)]
    sections: list[Section] = []
    under: list[list[Part]] = [[]]  # first what stands above the sections, then what each of them holds
    prompts: list[int] = []
    unknown: list[unknown_heads.Head] = []
    begun, alone = False, not level and not chain
    first = parts[min(chain)] if chain else None
    listing = _last_list(parts, heads, level, chain)
    last = max(_items(heads, level, chain), default=len(parts))
    for place, (part, one) in enumerate(zip(parts, heads, strict=True)):
        rows = item_rows(part) if alone and isinstance(part, Table) and _may_hold(sections) else None
        if rows:
            begun = True
            sections += _of_rows(rows)
            headed = part if isinstance(part, Table) and any(columns(part.rows[0])) else None
            prompts += unknown_heads.known_lines(headed) if headed is not None else ()
            unknown += unknown_heads.unknown(headed) if headed is not None else ()
        elif one is None or not isinstance(part, Block):
            under[-1].append(part)
        else:
            is_item = place in chain or 0 < one.level <= level or place == listing or _is_list(one, sections)
            is_item = is_item or (place > last and lists_people(parts, place))
            if is_item or _is_like(part, one, first) or (not begun and _is_meta(one)):
                begun = begun or (is_item and one.about not in _META)
                sections.append(_headed(part, one, in_text=place in chain, own=is_item))
            else:
                under[-1].append(_sub(part, one, level))
        under += [[] for _ in range(len(sections) + 1 - len(under))]
    found = (one._replace(parts=tuple(parts)) for one, parts in zip(sections, under[1:], strict=True))
    return Layout(tuple(under[0]), tuple(found), tuple(prompts), tuple(unknown))


def _calendars(parts: Sequence[Part], heads: Sequence[Head | None]) -> list[Head | None]:
    """The headings; *Agenda* above a calendar is about events, and not the list of what is talked about."""
    found: list[Head | None] = list(heads)
    for place, one in enumerate(heads):
        end = next((at for at in range(place + 1, len(parts)) if heads[at] is not None), len(parts))
        if one is not None and one.about == "agenda" and is_calendar(parts[place + 1 : end]):
            found[place] = one._replace(about="events")
    return found


def _headed(block: Block, one: Head, *, in_text: bool, own: bool) -> Section:
    """The section under a heading; *in_text*: the number that it begins with counts."""
    number = one.number
    start = number.start if number is not None and (in_text or one.level) else 0
    value = number.number[0] if number is not None and len(number.number) == 1 else None
    first, last = block.text[:1], block.text[-1:]  # no sign around it, and no hour before it
    lone = one.rank == "line" and not first.isdigit() and (first.isalpha() or first != last)
    return Section(one.about, value, cut(block, start), (), own=own, lone=lone)


def _items(heads: Sequence[Head | None], level: int, chain: Collection[int]) -> list[int]:
    """The places of the headings of the agenda."""
    return [at for at, one in enumerate(heads) if one is not None and (at in chain or 0 < one.level <= level)]


def _last_list(parts: Sequence[Part], heads: Sequence[Head | None], level: int, chain: Collection[int]) -> int:
    """The place of the only heading about actions or decisions behind the last item, that it is not a part of; -1 for none."""
    items = _items(heads, level, chain)
    for about in ("actions", "decisions"):
        places = [at for at, one in enumerate(heads) if one is not None and one.about == about]
        if len(places) != 1 or not items or places[0] < items[-1] or places[0] in items:
            continue
        one, below = heads[places[0]], parts[places[0] + 1 : places[0] + 2]
        shown = one is not None and one.rank in ("strong", "capitals")
        if shown or any(isinstance(part, Table) for part in below) or is_apart(parts, places[0], items[-1]):
            return places[0]
    return -1


def _is_list(one: Head, sections: Sequence[Section]) -> bool:
    """True for a heading about actions or decisions, behind a table whose rows are the items."""
    return one.about in ("actions", "decisions") and bool(sections) and bool(sections[-1].rows)


def _is_meta(one: Head) -> bool:
    """True for a heading above the first item about something that minutes have, but no item of a list of the agenda."""
    is_listed = one.rank == "number" and one.number is not None and one.number.sign != ""
    return not is_listed and one.about in _META | {"actions", "next", "decisions"}


def _is_like(block: Block, one: Head, first: Part | None) -> bool:
    """True for a heading about something that is made as the *first* item is, but for its number."""
    alike = isinstance(first, Block) and is_strong(block) and is_strong(first)
    return alike and bool(one.about) and not block.depth


def _sub(block: Block, one: Head, level: int) -> Block:
    """A heading under an item, with a level of its own; what only might have been one stays as it is."""
    if one.level > level > 0:
        return block._replace(level=one.level - level)
    if one.level:
        return block._replace(level=max(1, one.level - max(level, 1) + 1))
    if one.rank in ("strong", "capitals", "word"):
        return block._replace(level=1)
    if one.rank == "sub" and one.number is not None:
        marker = f"{block.marker} " if block.marker else ""
        return block._replace(
            text=f"{marker}{block.text}", level=len(one.number.number) - 1, depth=0, marker="", spans=()
        )
    return block


def _highest(heads: Sequence[Head | None]) -> tuple[int, frozenset[int]]:
    return min((one.level for one in heads if one is not None and one.level), default=0), frozenset()


def _grammar(parts: Sequence[Part], heads: Sequence[Head | None]) -> tuple[int, frozenset[int]]:
    """The level of style whose headings are items, 0 for none; and the places of items that are known otherwise."""
    styles = [one for one in heads[1:] if one is not None and one.level and one.about not in _META]
    counted = Counter(one.level for one in styles)
    # Heads of lists (*Actielijst*, *Volgende vergadering*) may stand higher than the items.
    topical = Counter(one.level for one in styles if not one.about)
    levels = [
        level
        for level, count in sorted((topical if topical and max(topical.values()) > 1 else counted).items())
        if count > 1
    ]
    numbers = {
        at: one.number
        for at, one in enumerate(heads)
        if one is not None and one.number is not None and one.about not in _META and len(one.number.number) == 1
    }
    chain = chain_of(parts, numbers)
    styled = any(one is not None and one.level for one in map(heads.__getitem__, chain))
    if levels and (len(chain) < 3 or counted[levels[0]] >= len(chain) or styled):
        return levels[0], frozenset()
    if len(chain) > 1:
        return 0, frozenset(chain)
    for rank in ("strong", "capitals"):
        ranked = [(at, one) for at, one in enumerate(heads) if one is not None and one.rank == rank and at > 0]
        own = sum(one.about not in _META for _, one in ranked)
        lists = (one for part, one in zip(parts, heads, strict=True) if one is not None and is_of_list(part, one.rank))
        if own > 1 or (own and rank == "strong" and any(one.about not in _META for one in lists)):
            return 0, frozenset(at for at, _ in ranked)
    if not counted and not chain and (listed := bulleted(parts) or alone(parts) or topics(parts)):
        return 0, frozenset(listed)
    only = frozenset(chain) if not counted and is_only_item(parts, chain) else frozenset()
    return min(counted, default=0), only


def _head(block: Block) -> Head | None:
    text = block.text.strip()
    if not text or len(text) > LONGEST_HEADING or block.check is not None or block.note or MARKED.match(text):
        return None
    number, about = numbered(block), label_kind(text) or ("actions" if tells_actions(text) else "")
    if block.level:
        return Head("style", block.level, number, about)
    if not about and TO_DO.match(text):
        return None
    if number is not None and len(number.number) == 1 and not _NO_HEADING.search(text):
        return Head("number", 0, number, about)
    if number is not None and len(number.number) > 1 and number.sign != "i" and len(text) <= LONGEST_BOLD:
        return None if SENTENCE.search(text) else Head("sub", 0, number, about)
    if block.depth or block.marker:
        return None
    if about and len(text) <= LONGEST_BOLD:
        return Head("word", 0, number, about)
    if SENTENCE.search(text) or len(text) > LONGEST_BOLD:
        return None
    if is_strong(block):
        return None if is_value(text) else Head("strong", 0, number, about)
    return Head("capitals", 0, number, about) if is_capitals(text) else None


def _unshown(part: Part) -> Head:
    """A heading with the mark of a list, or alone on its line."""
    return Head("line", 0, None, label_kind(part.text) if isinstance(part, Block) else "")


# Tables in which each row is an item


def _may_hold(sections: Sequence[Section]) -> bool:
    """False under a heading about actions, whose tables are lists of these."""
    return not sections or sections[-1].about not in PEOPLE | {"actions", "decisions"}


def _of_rows(rows: Sequence[Row]) -> list[Section]:
    """Each row as an item; one without a topic belongs to the row above it."""
    found: list[Section] = []
    for row in rows:
        topic = [block for block in row.cell("topic") if block.text.strip()]
        if not topic and found:
            found[-1] = found[-1]._replace(rows=(*found[-1].rows, row))
            continue
        title = bare(joined(topic)) if topic else None
        number = numbered(topic[0]) if topic else None
        typed = re.match(r"\d{1,2}", text_of(row.cell("number")))
        value = number.number[0] if number is not None else int(typed[0]) if typed else None
        if title is not None and number is not None:
            title = cut(title, number.start)
        found.append(Section(label_kind(title.text) if title is not None else "", value, title, (), rows=(row,)))
    return found
