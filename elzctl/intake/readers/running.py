"""Lines that stand at the head or foot of pages: found by their repetition, and by numbers that count the pages."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence

from elzctl.intake.paper import Line
from elzctl.intake.readers.markers import marked

ZONE = 3
"""Lines at each edge of a page that are looked at."""

_LEAST = 3
_SHORTEST = 6
_NUMBER = re.compile(r"\d+")
# A page number alone, with its word, or behind the name of the document.
_PAGE = re.compile(
    r"(?i)[-–—|\s]*(?:(?:pagina|page|blz\.?|pag\.?|p\.)\s*)?\d{1,4}\s*(?:(?:van|of|/|\|)\s*\d{1,4})?[-–—|\s]*\Z"
    r"|.*(?:\b(?:pagina|page|blz|pag)\b\.?\s*\d{1,4}\b|\s[-–—|]\s*\d{1,4}\s*\Z|\b\d{1,4}\s*(?:van|of|/)\s*\d{1,4}\s*\Z).*"
)


# A line that is a page number, with the word for it; or ends with one.
_TOLD = re.compile(
    r"(?i)(?P<alone>[-–—|\s]*)(?:.{0,80}[-–—|,\s])??(?:pagina|page|blz|pag)\b\.?\s*\d{1,4}(?:\s*(?:van|of|/)\s*\d{1,4})?[-–—|\s]*\Z"
)
# A page number and nothing else; its word may look like the letter of an item of a list.
_ALONE = re.compile(r"(?i)(?:(?:p|blz|pag)\.|[-–—])\s*\d{1,4}(?:\s*(?:van|of|/)\s*\d{1,4})?(?:\s*[-–—])?\Z")
# What counts something else than pages: *Actie – 3*.
_COUNTED = re.compile(
    r"(?i)(?:(?:strategisch|operationeel|strategische|operationele)\s+)?(?:doel|doelstelling|actie|actiefiche|actiepunt|fiche|pijler|thema|werf|spoor|speerpunt|prioriteit|maatregel"
    r"|project|agendapunt|punt|deel|stap|fase|bijlage|hoofdstuk|werkgroep|goal|action|theme|pillar|item|part|step|phase|annex|chapter)\s*[-–—|]\s*\d{1,4}"
)
_EDGE = 2
MOST_INSIDE = 2
"""Times that a page says inside what stands at its edge; a row that all forms have stands there more often."""


def running(lines: Sequence[Line]) -> frozenset[int]:
    """The places of the running lines among the lines of a document, with its pages or without."""
    pages = defaultdict(list)
    for place, line in enumerate(lines):
        if line.text.strip():
            pages[line.page].append(place)
    found = set(_of_pages(lines, list(pages.values())) if len(pages) > 1 else _counted(lines))
    return frozenset(found.union(_at_the_edges(lines, list(pages.values()))))


def _at_the_edges(lines: Sequence[Line], pages: Sequence[Sequence[int]]) -> Iterator[int]:
    """The page number of a document of one page, told by its word."""
    for page in pages[:1] if len(pages) == 1 else ():
        for place in (*page[:_EDGE], *page[-_EDGE:]):
            if _TOLD.match(lines[place].text.strip()):
                yield place


def _of_pages(lines: Sequence[Line], pages: Sequence[Sequence[int]]) -> Iterator[int]:
    everywhere = Counter(_same(lines[place].text) for page in pages for place in page)
    for zones in ([page[:ZONE] for page in pages], [page[::-1][:ZONE] for page in pages]):
        seen: Counter[str] = Counter()
        for zone in zones:
            seen.update({_same(lines[place].text) for place in zone})
        for zone in zones:
            for nth, place in enumerate(zone):
                text = lines[place].text.strip()
                is_item = bool(marked(text).marker) and _ALONE.match(text) is None
                times = seen[_same(text)]
                in_text = everywhere[_same(text)] > times + MOST_INSIDE and _PAGE.match(text) is None
                if (
                    not is_item
                    and not in_text
                    and not _is_value(lines, place)
                    and _repeats(times, len(pages), nth, text)
                ):
                    yield place


def _is_value(lines: Sequence[Line], place: int) -> bool:
    """True for what stands below a label of its page, that ends in a colon: *Status:*."""
    before = lines[place - 1] if place else None
    return before is not None and before.page == lines[place].page and before.text.rstrip().endswith(":")


def _repeats(times: int, pages: int, nth: int, text: str) -> bool:
    """True for a line that stands on enough pages; on two alone only at the very edge, and no single word: that may be a value."""
    if pages == 2:
        is_edge = nth == 0 and len(text.split()) > 1
        return times == 2 and (is_edge or _PAGE.match(text) is not None) and len(text.strip()) <= 120
    is_page = _PAGE.match(text) is not None
    return times >= max(2 if is_page else _LEAST, (0.3 if is_page else 0.4) * (pages - 1))


def _same(text: str) -> str:
    """What a running line has on every page: numbers are others only where they count the pages; those of a table are its text."""
    return _shape(text) if _PAGE.match(text.strip()) else " ".join(text.casefold().split())


def _shape(text: str) -> str:
    return " ".join(_NUMBER.sub("#", text).casefold().split())


def _counted(lines: Sequence[Line]) -> Iterator[int]:
    """In a text that does not tell its pages: page numbers that count up, and what stands beside every one of them."""
    shapes = defaultdict(list)
    for place, line in enumerate(lines):
        text = line.text.strip()
        if _NUMBER.search(text) and len(text) <= 120 and _PAGE.match(text) and _COUNTED.fullmatch(text) is None:
            shapes[_shape(line.text)].append(place)
    for places in shapes.values():
        least = 2 if _TOLD.match(lines[places[0]].text.strip()) else _LEAST
        if len(places) >= least and _counts(lines, places):
            yield from places
            for step in (-1, 1):
                yield from _beside(lines, places, step)


def _counts(lines: Sequence[Line], places: Sequence[int]) -> bool:
    """True when one of their numbers goes up by one each time, and the others stay."""
    rows = [tuple(map(int, _NUMBER.findall(lines[place].text))) for place in places]
    columns = list(zip(*rows, strict=True))
    moving = [column for column in columns if len(set(column)) > 1]
    return len(moving) == 1 and all(
        later - sooner == 1 for sooner, later in zip(moving[0], moving[0][1:], strict=False)
    )


def _beside(lines: Sequence[Line], places: Iterable[int], step: int) -> list[int]:
    """The nearest lines that hold something, when they are the same each time."""
    found = []
    for place in places:
        near = place + step
        while 0 <= near < len(lines) and not lines[near].text.strip():
            near += step
        if 0 <= near < len(lines):
            found.append(near)
    shapes = Counter(_shape(lines[near].text) for near in found)
    shape, times = shapes.most_common(1)[0] if shapes else ("", 0)
    first = next((place for place, line in enumerate(lines) if line.text.strip()), 0)
    opens = bool(lines) and _shape(lines[first].text) == shape
    if times + opens < 2 or times < len(found) - 1 or len(shape) < _SHORTEST:
        return []
    return [near for near in found if _shape(lines[near].text) == shape] + [first] * opens
