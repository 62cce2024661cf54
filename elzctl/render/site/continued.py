"""A page that is too heavy for a telephone goes on on another one: its blocks are divided, and each page leads to the others.

What had an anchor on the first page has it on its own page now, so that links, the index and the lists lead there; an address
that somebody kept still finds the first page, where a link with the same id leads on.  How much blocks weigh is measured
without their links: both halves that make a site (:mod:`elzctl.render.site.whole`) have to divide a page alike.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from html import escape
from typing import Any, TypeAlias

from elzctl.record import NamedTuple
from elzctl.render.html_blocks import Writer, anchors_of, can_be_id
from elzctl.render.markdown import plain
from elzctl.render.site.draw import KIND
from elzctl.render.site.long_texts import FEW
from elzctl.render.site.page import Behind, Page, Site
from elzctl.render.site.writer import SiteWriter
from elzctl.render.tree import (
    Block,
    Bullets,
    Document,
    Entry,
    Facts,
    Fiche,
    Heading,
    Inline,
    Item,
    Jump,
    Marked,
    Note,
    Numbered,
    Paragraph,
    Part,
    Quote,
    Strong,
    Table,
    Text,
)
from elzctl.wording import say

HEAVIEST, ROOM = 74_000, 66_000
"""Bytes of the blocks of a page that stays one, and of those on each page of one that does not; a frame goes around them."""
MOST_KEPT = 400
"""Ids of what is on later pages that stay on the first one."""
_LISTED, _AROUND = 110, 24
"""Bytes of a heading in the list of parts, and of what stands around an id that stays."""
_DIVIDED, _LONGEST = 4_000, 24_000
"""Bytes of what is divided itself, and not left as a whole for the next page; and of a line of which that holds too."""
_SLACK = 6_000
"""Bytes by which a page may be heavier than the others, so that parts stay whole and the last page is none of a few lines."""
_ADDRESS = "../vergaderingen/2025-05-13-clusteroverleg.html"

_CHILDREN: dict[type[Any], str] = {
    Table: "rows",
    Bullets: "items",
    Numbered: "items",
    Facts: "facts",
    Fiche: "fields",
    Quote: "blocks",
    Note: "blocks",
    Marked: "blocks",
}
"""What can stand on two pages, and what it is made of."""

Blocks: TypeAlias = tuple[Block, ...]
Weigh: TypeAlias = Callable[[Blocks], int]


class _Share(NamedTuple):
    """One of the pages: its anchor, its path, what it begins with, and the anchors on it."""

    name: str
    path: str
    title: str
    anchors: tuple[str, ...]


def continued(page: Page, site: Site) -> tuple[Page, ...]:
    """The page, and those on which it goes on, which get their places; the page alone when it is light enough."""
    weigh = partial(_weight, page, site)
    whole = weigh(page.blocks)
    if whole <= HEAVIEST:
        return (page,)
    kept = sum(len(one) + _AROUND for one in tuple(_ids(page.blocks))[:MOST_KEPT])
    room = min(ROOM, (whole + kept) // ((whole + kept) // ROOM + 1) + _SLACK)
    divided = tuple(_divided(page.blocks, max(room - kept, room // 2), room, weigh))
    shares = tuple(_share(number, blocks, page, site) for number, blocks in enumerate(divided, 1))
    _move(shares, site)
    return tuple(_page(number, blocks, shares, page, site) for number, blocks in enumerate(divided, 1))


def listed(page: Page, rows: int, site: Site) -> tuple[Page, ...]:
    """The same of a list with so many *rows*."""
    return continued(page, site) if rows > FEW else (page,)


def is_more(page: Page) -> bool:
    """True for a page on which another one goes on."""
    return "." in page.path.removesuffix(".html")


def wanted(pages: Iterable[Page], site: Site) -> Iterator[Page]:
    """Those of the pages that are to be made now."""
    return (page for page in pages if site.wants(page.name))


def _weight(page: Page, site: Site, blocks: Blocks) -> int:
    """Bytes that blocks take on a page."""
    document = Document(
        *(page.title, "", site.house, site.say.code, "", site.words, ()), (Part(KIND, blocks),), KIND, page.sources
    )
    writer = SiteWriter(document, lambda _: _ADDRESS, lambda path: f"../{path}", titled=page.titled)
    made = writer.blocks(blocks)
    return len(made.encode()) + _LISTED * made.count("<h2")


def _ids(blocks: Blocks) -> Iterator[str]:
    """The ids that blocks have on a page."""
    return filter(can_be_id, anchors_of(blocks))


# Where a page is divided


def _divided(blocks: Blocks, least: int, room: int, weigh: Weigh) -> Iterator[Blocks]:
    """The blocks of each page; the first one has the *least* room."""
    while blocks:
        first, rest = _first(blocks, least, weigh)
        while not first:  # something that cannot be divided has more room
            least *= 2
            first, rest = _first(blocks, least, weigh)
        yield first
        blocks, least = rest, room


def _first(blocks: Blocks, room: int, weigh: Weigh) -> tuple[Blocks, Blocks]:
    """As many blocks as there is room for, and the others; what lies under a heading stays with it where that can be."""
    taken = under = 0
    for place, block in enumerate(blocks):
        size = weigh((block,))
        if isinstance(block, Heading) and block.level <= 1 and taken > room // 2:
            under = place
        if taken + size > room:
            if under:
                return blocks[:under], blocks[under:]
            head, tail = _within(block, room - taken, weigh)
            return _with_heading((*blocks[:place], *head), (*tail, *blocks[place + 1 :]))
        taken += size
    return blocks, ()


def _with_heading(first: Blocks, rest: Blocks) -> tuple[Blocks, Blocks]:
    """The same, so that no page ends with a heading, and what goes on begins with the heading that it stands under."""
    end = next((at for at in range(len(first), 0, -1) if not isinstance(first[at - 1], Heading)), 0)
    first, rest = first[:end], (*first[end:], *rest)
    if not rest or isinstance(rest[0], (Heading, Fiche)):
        return first, rest
    above = next((one for one in reversed(first) if isinstance(one, Heading) and one.level <= 1), None)
    return first, rest if above is None else (above._replace(anchor=""), *rest)


def _within(block: Block, room: int, weigh: Weigh) -> tuple[Blocks, Blocks]:
    """A block in two: what there is room for, and the rest."""
    key = _CHILDREN.get(type(block))
    if key is None:
        return _line(block, weigh((block,)), room)
    whole: Any = block
    children: tuple[Any, ...] = getattr(whole, key)
    taken = empty = weigh((whole._replace(**{key: ()}),))
    if isinstance(block, Fiche) and taken > room:
        return _intro(block, room, weigh)
    for place, child in enumerate(children):
        size = weigh((whole._replace(**{key: (child,)}),)) - empty
        if taken + size > room:
            head, tail = _child(child, size, room - taken, weigh)
            first, rest = (*children[:place], *head), (*tail, *children[place + 1 :])
            return _both(whole, key, first, rest)
        taken += size
    return (block,), ()


def _line(block: Any, size: int, room: int) -> tuple[tuple[Any, ...], tuple[Any, ...]]:
    """A line or a row of a table in two, when it is too long to be left whole for the next page."""
    if size <= _LONGEST:
        return (), (block,)
    from elzctl.render.site.cut import in_two, row_in_two

    return row_in_two(block, room) if type(block) is tuple else in_two(block, room)


def _intro(fiche: Fiche, room: int, weigh: Weigh) -> tuple[Blocks, Blocks]:
    """A fiche of which the text before its first heading is too long for the page."""
    first, rest = _first(fiche.intro, room - weigh((fiche._replace(intro=(), fields=()),)), weigh)
    if not first or not rest:
        return (), (fiche,)
    after = fiche._replace(intro=rest, heading=fiche.heading._replace(anchor=""))
    return (fiche._replace(intro=first, fields=()),), (after,)


def _child(child: Any, size: int, room: int, weigh: Weigh) -> tuple[tuple[Any, ...], tuple[Any, ...]]:
    """The same of what stands in a block: a block itself, or what holds blocks."""
    if size <= _DIVIDED:
        return (), (child,)
    if type(child) in _CHILDREN:
        return _within(child, room, weigh)
    blocks = getattr(child, "blocks", None)
    if not blocks or isinstance(child, Entry):
        return _line(child, size, room)
    first, rest = _first(blocks, room, weigh)
    if not first or not rest:
        return ((child,), ()) if first else ((), (child,))
    after = child._replace(blocks=rest)
    return (child._replace(blocks=first),), (after._replace(anchor="") if isinstance(after, Item) else after,)


def _both(block: Any, key: str, first: tuple[Any, ...], rest: tuple[Any, ...]) -> tuple[Blocks, Blocks]:
    if not first:
        return (), (block,)
    after = block._replace(**{key: rest})
    if isinstance(block, Numbered):
        divided = len(first) + len(rest) > len(block.items)
        after = after._replace(start=block.start + len(first) - divided)
    elif isinstance(block, Fiche):
        after = after._replace(intro=(), heading=block.heading._replace(anchor=""))
    return (block._replace(**{key: first}),), ((after,) if rest else ())


# The pages


def _share(number: int, blocks: Blocks, page: Page, site: Site) -> _Share:
    """A page, of which the first one keeps the place that there was."""
    first = next((one for one in blocks if isinstance(one, Heading)), None)
    if first is not None:
        title = f"{first.label} {plain(first.children)}".strip()
    else:
        title = blocks[0].fields[0].label if isinstance(blocks[0], Fiche) and blocks[0].fields else ""
    anchors = tuple(dict.fromkeys(_ids(blocks)))
    if number == 1:
        return _Share(page.name, page.path, title, anchors)
    # No id (elzctl.ids) and no name of a page has a dot in it: no other page has this path.
    path = page.path.replace(".html", f".{number}.html")
    site.places.file(f"{page.name}:{number}", path)
    return _Share(f"{page.name}:{number}", path, title, anchors)


def _move(shares: Sequence[_Share], site: Site) -> None:
    """Gives everything on the later pages its place there, also what has no anchor of its own but stands at one of these."""
    path, on = shares[0].path, {anchor: share.path for share in shares[1:] for anchor in share.anchors}
    moved = {name: place.partition("#")[2] for name, place in site.places.known.items() if place.startswith(f"{path}#")}
    for name, anchor in (*moved.items(), *((anchor, anchor) for anchor in on)):
        if anchor in on and (name in moved or not site.places.page(name)):
            site.places.drop(name)
            site.places.file(name, f"{on[anchor]}#{anchor}")


def _page(number: int, blocks: Blocks, shares: Sequence[_Share], page: Page, site: Site) -> Page:
    share, told = shares[number - 1], (_where(number, shares, site),)
    if isinstance(blocks[0], Fiche) and not page.titled:
        blocks = (blocks[0]._replace(intro=(*told, *blocks[0].intro)), *blocks[1:])
    else:
        blocks = (*told, *blocks)
    apart = page.apart
    if number > 1:
        apart = ", ".join(filter(None, (apart, site.say(say("page {number}", number=number)))))
    behind = partial(_behind, number, tuple(shares), page.behind if number == 1 else None)
    return page._replace(name=share.name, path=share.path, blocks=blocks, apart=apart, behind=behind, fewer=None)


def _where(number: int, shares: Sequence[_Share], site: Site) -> Paragraph:
    """Which page this is, and links to the others."""
    line: list[Inline] = [
        Strong((Text(site.say(say("Page {page} of {total}", page=number, total=len(shares)))),)),
    ]
    for place, share in enumerate(shares, 1):
        if place != number:
            line += (Text(" · "), Jump(share.name, (Text(site.say(say("Page {number}", number=place))),)))
    return Paragraph(tuple(line))


def _behind(number: int, shares: Sequence[_Share], other: Behind | None, site: Site, writer: Writer) -> str:
    """Links to all pages with what they begin with; on the first one they have the ids of what is found there no more."""
    items, given = [], set(shares[0].anchors)
    most = len(given) + MOST_KEPT
    for place, share in enumerate(shares, 1):
        words = site.say(say("Page {number}", number=place))
        line = writer.line(site.public((Text(f"{words}: {share.title}" if share.title else words),)))
        kept = [one for one in share.anchors if number == 1 and one not in given and len(given) < most]
        given.update(kept)
        ids = "".join(f'<span id="{escape(one)}"></span>' for one in kept)
        tag = 'strong aria-current="page"' if place == number else f'a href="{escape(writer.address(share.name))}"'
        items.append(f"<li><{tag}>{ids}{line}</{tag.partition(' ')[0]}></li>\n")
    label = escape(site.say(say("All parts")))
    pages = f'<nav class="parts pages" aria-label="{label}">\n<p aria-hidden="true">{label}</p>\n<ul>\n{"".join(items)}</ul>\n</nav>\n'
    return pages + (other(site, writer) if other is not None else "")
